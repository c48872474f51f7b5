"""A labelled field of a form: text, or one of a few choices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.steady import Steady


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """What a field of a form is; its value is always a text."""

    name: str
    label: str
    prompt: str = ""
    """Shown in grey while the field is empty: what to write, with an example."""
    choices: Sequence[tuple[str, str]] = ()
    """(value, words) to choose from; empty for free text."""
    offer: str = ""
    """Words from where the fact has its home; Tab takes them over while the field is empty."""
    is_more: bool = False
    """Whether it stands behind 'more'."""
    section: str = ""
    """A heading above it."""
    note: str = ""
    """A quiet line under it that is always shown."""
    is_beside: bool = False
    """Whether its label stands beside it, in a column with others, rather than above it."""


class Choice(Widget, can_focus=True):
    """One of a few values, all of them in sight, on as many lines as they need; left and right choose.

    Args:
        choices: (value, words) to choose from.
        value: What is chosen; one that is not among the choices joins them, so that nothing is chosen unasked.
        id: The widget's own.
    """

    BINDINGS = [
        Binding("right,space", "step(1)", "Next choice", show=False),
        Binding("left", "step(-1)", "Choice before", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--chosen", "choice--other"}
    DEFAULT_CSS = """
    Choice { height: auto; padding: 0 1; background: $surface; }
    Choice:focus { background: $panel; outline-left: outer $primary; }
    Choice > .choice--chosen { color: $primary; text-style: bold; }
    Choice > .choice--other { color: $quiet; }
    """

    class Changed(Message):
        """Another value was chosen."""

    def __init__(self, choices: Sequence[tuple[str, str]], value: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices = [*choices, *([] if value in dict(choices) else [(value, value)])]
        self.value = value

    def action_step(self, by: int) -> None:
        """Choose the next value, or the one before."""
        values = [value for value, _ in self._choices]
        self.choose(values[(values.index(self.value) + by) % len(values)])

    def choose(self, value: str) -> None:
        """Choose a value; one that is not among the choices is passed over."""
        if value != self.value and value in dict(self._choices):
            self.value = value
            self.refresh()
            self.post_message(self.Changed())

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Keep letters from acting elsewhere: who types on after a text field must not press the app's keys."""
        return character is not None and character.isprintable() and key != "space"

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        at = event.get_content_offset(self)
        lines = self._lines(self.size.width)
        if at is None or at.y >= len(lines):
            return
        x = 0
        for value, words in lines[at.y]:
            x += len(words) + 4
            if at.x < x:
                self.choose(value)
                return

    def _lines(self, width: int) -> list[list[tuple[str, str]]]:
        """Return the choices by line; none is broken."""
        lines: list[list[tuple[str, str]]] = [[]]
        filled = 0
        for value, words in self._choices:
            if lines[-1] and filled + len(words) + 2 > width:
                lines.append([])
                filled = 0
            lines[-1].append((value, words))
            filled += len(words) + 4
        return lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take the lines that the choices need."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """Draw a line of choices, the chosen one marked by a sign as well as by its colour."""
        base = self.rich_style
        lines = self._lines(self.size.width)
        segments = []
        for value, words in lines[y] if y < len(lines) else []:
            chosen = value == self.value
            style = self.get_component_rich_style(f"choice--{'chosen' if chosen else 'other'}", partial=True)
            segments.append(Segment(f"{'●' if chosen else '○'} {words}  ", base + style))
        return Strip(segments).adjust_cell_length(self.size.width, base).crop(0, self.size.width)


class Field(Vertical):
    """A label, what is typed under it, and words on offer while nothing is."""

    DEFAULT_CSS = """
    Field { height: auto; margin: 0 0 1 0; }
    Field > .field--section { color: $secondary; text-style: bold; margin: 0 0 1 0; height: 1; }
    Field > .field--label { color: $foreground; height: 1; }
    Field > .field--beside { height: auto; }
    Field > .field--beside > .field--label { width: 18; height: 1; color: $quiet; }
    Field > .field--beside > Editor { width: 1fr; }
    Field > .field--beside > Choice { width: 1fr; }
    Field > .field--offer { color: $quiet; height: auto; padding: 0 1; }
    Field.-beside > .field--offer { padding: 0 1 0 19; }
    Field.-more { display: none; }
    Field.-tight { margin: 0; }
    """

    class Changed(Message):
        """What stands in the field changed."""

        def __init__(self, field: Field) -> None:
            super().__init__()
            self.field = field

    def __init__(self, spec: FieldSpec, value: str) -> None:
        super().__init__(classes=" ".join(["-more"] * spec.is_more + ["-beside"] * spec.is_beside))
        self.spec = spec
        self.input: Editor | Choice = (
            Choice(spec.choices, value) if spec.choices else Editor(value, placeholder=spec.prompt)
        )
        self._offer = Steady(classes="field--offer")

    def compose(self) -> ComposeResult:
        """Lay the parts out, one under the other."""
        if self.spec.section:
            yield Static(Content(self.spec.section), classes="field--section")
        label = Static(Content(self.spec.label), classes="field--label")
        if self.spec.is_beside:
            yield Horizontal(label, self.input, classes="field--beside")
        else:
            if self.spec.label:
                yield label
            yield self.input
        yield self._offer

    def on_mount(self) -> None:
        """Show what is on offer."""
        self._show_offer()

    @property
    def value(self) -> str:
        """What stands in the field."""
        return self.input.value if isinstance(self.input, Choice) else self.input.text

    @value.setter
    def value(self, text: str) -> None:
        if isinstance(self.input, Choice):
            self.input.choose(text)
        elif text != self.input.text:
            self.input.take(text)

    @property
    def has_offer(self) -> bool:
        """Whether Tab would take words over."""
        return bool(self.spec.offer) and not self.value.strip()

    def take_offer(self) -> None:
        """Write the words on offer into the field, to be reworded."""
        self.value = self.spec.offer

    def set_offer(self, words: str) -> None:
        """Put other words on offer."""
        if words != self.spec.offer:
            self.spec = replace(self.spec, offer=words)
            self._show_offer()

    def set_note(self, words: str) -> None:
        """Put another quiet line under it, such as how what is typed is read."""
        if words != self.spec.note:
            self.spec = replace(self.spec, note=words)
            self._show_offer()

    def _show_offer(self) -> None:
        text = f"Tab takes over: {self.spec.offer}" if self.has_offer else self.spec.note
        self._offer.update(Content(text))
        self._offer.display = bool(text)

    def on_text_area_changed(self, event: Editor.Changed) -> None:
        """Pass the change on as the field's."""
        event.stop()
        self._show_offer()
        self.post_message(self.Changed(self))

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Pass the change on as the field's."""
        event.stop()
        self.post_message(self.Changed(self))
