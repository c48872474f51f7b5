"""The one text field of the app: Textual's TextArea with what daily writing needs."""

from __future__ import annotations

from rich.style import Style
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from pivot_journal.domain.text import clean

_OURS = frozenset({"enter", "tab", "ctrl+j", "alt+enter"})
TOO_LONG = "That paste is over a million characters; import it as a file."
"""What is said of a longer one."""
LONGEST_PASTE = 1_000_000
"""Characters; more is refused, because a single paste of that size would stop the screen for seconds."""


_PROSE = TextAreaTheme(
    "prose",
    gutter_style=Style(),
    cursor_line_style=Style(),
    cursor_line_gutter_style=Style(),
    bracket_matching_style=Style(),
)
"""What text that is no code has no use for; the rest comes from the styles of the app."""


class Editor(TextArea):
    """Plain text that wraps; Enter goes on to the next field, Ctrl+J (or Alt+Enter) breaks the line.

    Source:
        The clamp of the cursor works around textual#6686 (an undo that shortens the text past the cursor ends the
        program); a test holds it until that is mended.
    """

    BINDINGS = [
        Binding("enter", "submit", "Next field", show=False),
        Binding("ctrl+j,alt+enter", "newline", "Break the line", show=False),
        Binding("tab", "go_on", "Next field", show=False, priority=False),
    ]
    COMPONENT_CLASSES = {f"text-area--{name}" for name in ("cursor", "selection", "suggestion", "placeholder")}
    """Without what only code needs: each is styled for every field of a form that opens."""
    DEFAULT_CSS = """
    Editor {
        height: auto; max-height: 12; min-height: 1; padding: 0 1; border: none;
        background: $surface; overflow-y: scroll; scrollbar-size-vertical: 0;
    }
    Editor:focus { border: none; outline-left: outer $primary; background: $panel; }
    Editor .text-area--placeholder { color: $quiet; }
    """

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, editor: Editor) -> None:
            super().__init__()
            self.editor = editor

        @property
        def control(self) -> Editor:
            """The field."""
            return self.editor

    class TabPressed(Message):
        """Tab was pressed; a form may offer words, else the focus moves on."""

        def __init__(self, editor: Editor) -> None:
            super().__init__()
            self.editor = editor

    class PasteRefused(Message):
        """Something too long was pasted."""

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            text,
            id=id,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            placeholder=placeholder,
            highlight_cursor_line=False,
        )
        self.set_reactive(TextArea.match_cursor_bracket, False)
        self.register_theme(_PROSE)
        self.theme = _PROSE.name
        # What 'compact=True' does, but for working the styles out at once: they are when it is mounted.
        self.set_reactive(TextArea.compact, True)
        self.add_class("-textual-compact", update=False)

    def on_mount(self) -> None:
        """Stand at the end of what is there already: who comes to a field goes on with it."""
        self.move_cursor(self.document.end)

    def action_cursor_down(self, select: bool = False) -> None:
        """Move a line down; on the last line the key is the form's, or the list's under the field."""
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            raise SkipAction
        super().action_cursor_down(select)

    def action_cursor_up(self, select: bool = False) -> None:
        """Move a line up; on the first line the key is the form's, or the list's under the field."""
        if not select and self.navigator.is_first_wrapped_line(self.cursor_location):
            raise SkipAction
        super().action_cursor_up(select)

    def action_submit(self) -> None:
        """Tell the form that this field is done."""
        self.post_message(self.Submitted(self))

    def action_newline(self) -> None:
        """Break the line."""
        self.insert("\n")

    def action_go_on(self) -> None:
        """Tell the form that Tab was pressed."""
        self.post_message(self.TabPressed(self))

    async def _on_key(self, event: events.Key) -> None:
        if event.key in _OURS:
            event.prevent_default()  # TextArea would take it as text; the bindings above shall act

    def on_paste(self, event: events.Paste) -> None:
        """Clean what is pasted before the text area takes it; refuse what would stop the screen."""
        event.text = clean(event.text)
        if len(event.text) > LONGEST_PASTE:
            event.prevent_default()
            event.stop()
            self.post_message(self.PasteRefused())

    def take(self, text: str) -> None:
        """Replace the text in a way that undo in the field can take back."""
        self.replace(text, (0, 0), self.document.end)
        self.move_cursor(self.document.end)

    def _recompute_cursor_offset(self) -> None:
        row, column = self.cursor_location
        last = self.document.line_count - 1
        if row > last:
            row, column = last, len(self.document[last])
        self._cursor_offset = self.wrapped_document.location_to_offset((row, min(column, len(self.document[row]))))


Editor._inherit_component_classes = False  # what the option of the class is for; Widget does not pass it on (8.2.8)
