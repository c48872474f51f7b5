"""Find as you type, or jump to a date."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from pivot_journal.domain.query_language import HINT
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import Say
from pivot_journal.tui.one_frame import one_frame
from pivot_journal.tui.widgets.editor import TOO_LONG, Editor
from pivot_journal.tui.widgets.steady import Steady
from pivot_journal.tui.wrapping import cut

DATES = "march 2023, last friday, 2024-02-06"
MORE = "F1 shows all"
"""Said after the hint of the language: inside a text field '?' is text."""


class SearchLine(Vertical):
    """The line above the list: find as you type, or a date to jump to.

    Args:
        find: Shows what has the words that are typed.
        jump: Goes to a date in words.
        leave: Goes back to the list.
        says: Whether a line under it says what can be typed, what was found, and what is not right.
    """

    BINDINGS = bindings_of("search")
    DEFAULT_CSS = """
    SearchLine { height: 1; display: none; margin: 1 0 0 0; }
    SearchLine.-open { display: block; }
    SearchLine.-says { height: 2; }
    SearchLine > Horizontal { height: 1; }
    SearchLine .search--label { width: auto; color: $quiet; padding: 0 0 0 1; }
    SearchLine Editor { width: 1fr; max-height: 1; }
    SearchLine > .search--said { display: none; height: 1; color: $quiet; padding: 0 0 0 3; }
    SearchLine.-says > .search--said { display: block; }
    """

    def __init__(
        self,
        find: Callable[[str], None],
        jump: Callable[[str], None],
        leave: Callable[[], None],
        *,
        says: bool = False,
    ) -> None:
        super().__init__()
        self._find, self._jump, self._leave, self._says = find, jump, leave, says
        self.is_date = False
        self._text = ""
        self.label = Static(Content("/"), classes="search--label")
        self.editor = Editor()
        self._said = Steady(classes="search--said")

    def compose(self) -> ComposeResult:
        """Lay out the sign and the line, and under it what is to be said of it."""
        with Horizontal():
            yield self.label
            yield self.editor
        yield self._said

    def open(self, *, is_date: bool) -> None:
        """Show the line and stand in it."""
        self.is_date = is_date
        self.label.update(Content("jump to" if is_date else "/"))
        self.editor.placeholder = DATES if is_date else "find"
        self.editor.text = ""
        self.set_class(self._says and not is_date, "-says")
        self.say("")
        self.add_class("-open")
        self.editor.focus()

    def look_for(self, words: str) -> None:
        """Show the line with a search in it, found already, and go to the list."""
        self.open(is_date=False)
        self.editor.take(words)
        self._find(words)
        self._leave()

    def say(self, text: str) -> None:
        """Say something under the line, quietly; what can be typed there where nothing is to be said."""
        self._text = text
        if self._says:
            width = max(self.size.width or self.app.size.width, 10) - 4
            self._said.update(Content(cut(text, width) if text else hint_for(width)))

    @property
    def words(self) -> str:
        """What is looked for, as it is typed; empty for a date and where the line is closed."""
        return "" if self.is_date or not self.has_class("-open") else self.editor.text.strip()

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self.say(self._text)

    async def on_text_area_changed(self, event: Editor.Changed) -> None:
        """Find what is typed."""
        event.stop()
        if not self.is_date and self.has_class("-open"):
            async with one_frame(self):
                self._find(self.editor.text)

    def on_editor_submitted(self, event: Editor.Submitted) -> None:
        """Go to what was found, or to the date."""
        event.stop()
        self.action_done()

    def on_editor_tab_pressed(self, event: Editor.TabPressed) -> None:
        """Go to what was found."""
        event.stop()
        self.action_done()

    def on_editor_paste_refused(self, event: Editor.PasteRefused) -> None:
        """Say that a paste was too long."""
        event.stop()
        self.post_message(Say(TOO_LONG, is_error=True))

    def action_done(self) -> None:
        """Go to the list; the search stays until Escape."""
        if self.is_date:
            self._jump(self.editor.text)
        elif not self.editor.text.strip():
            self.action_clear()
        else:
            self._leave()

    def action_clear(self) -> None:
        """Close the line and show everything."""
        self.remove_class("-open")
        if not self.is_date:
            self._find("")
        self._leave()


def hint_for(width: int) -> str:
    """Return what can be typed into a search, as much of it as there is room for, and where all of it is told."""
    room = width - cell_len(MORE) - 2
    shown: list[str] = []
    for example in HINT:
        if cell_len("  ".join([*shown, example])) > room:
            break
        shown.append(example)
    return cut("  ".join([*shown, MORE]), width)
