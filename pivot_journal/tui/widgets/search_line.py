"""Find as you type, or jump to a date."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import Say
from pivot_journal.tui.widgets.editor import TOO_LONG, Editor


class SearchLine(Vertical):
    """The line above the list: find as you type, or a date to jump to.

    Args:
        find: Shows what has the words that are typed.
        jump: Goes to a date in words.
        leave: Goes back to the list.
    """

    BINDINGS = bindings_of("search")
    DEFAULT_CSS = """
    SearchLine { height: 1; display: none; layout: horizontal; margin: 1 0 0 0; }
    SearchLine.-open { display: block; }
    SearchLine > .search--label { width: auto; color: $quiet; padding: 0 0 0 1; }
    SearchLine > Editor { width: 1fr; max-height: 1; }
    """

    def __init__(self, find: Callable[[str], None], jump: Callable[[str], None], leave: Callable[[], None]) -> None:
        super().__init__()
        self._find, self._jump, self._leave = find, jump, leave
        self.is_date = False
        self.label = Static(Content("/"), classes="search--label")
        self.editor = Editor(placeholder="words, “phrases”, tag:dock, from:march 2023, starred, -not")

    def compose(self) -> ComposeResult:
        """Lay out the sign and the line."""
        yield self.label
        yield self.editor

    def open(self, *, is_date: bool) -> None:
        """Show the line and stand in it."""
        self.is_date = is_date
        self.label.update(Content("jump to" if is_date else "/"))
        self.editor.placeholder = (
            "march 2023, last friday, 2024-02-06"
            if is_date
            else "words, “phrases”, tag:dock, from:march 2023, starred, -not"
        )
        self.editor.text = ""
        self.add_class("-open")
        self.editor.focus()

    def on_text_area_changed(self, event: Editor.Changed) -> None:
        """Find what is typed."""
        event.stop()
        if not self.is_date and self.has_class("-open"):
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
