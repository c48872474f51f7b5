"""Choose a decision by typing a part of its title, or make a new one."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.rows import Line, Row, Rows

NEW = "new"
"""The key of the row that makes a new decision."""
NONE_YET = "none yet"
"""The key of the row that leaves it open."""
MOST_SHOWN = 6


class DecisionPicker(Vertical):
    """One line to type in, and under it what matches.

    Args:
        question: What is asked.
        choices: (id, title, a word about it) of every decision, the likeliest first.
        allows_none: Whether 'no decision yet' is one of the choices; it stands last.
        about_none: A word about that choice.
    """

    BINDINGS = bindings_of("picker")
    DEFAULT_CSS = """
    DecisionPicker { height: auto; padding: 0 1; background: $surface; }
    DecisionPicker > .picker--question { height: auto; text-style: bold; padding: 0 1; }
    DecisionPicker > .picker--hint { color: $quiet; height: 1; padding: 0 1; }
    DecisionPicker > Rows { height: auto; max-height: 8; }
    """

    class Picked(Message):
        """A decision was chosen, or a new one asked for; both None for no decision yet."""

        def __init__(self, picker: DecisionPicker, decision_id: str | None, new_title: str | None) -> None:
            super().__init__()
            self.picker = picker
            self.decision_id = decision_id
            self.new_title = new_title

    class Left(Message):
        """The question was left without an answer: whatever asked it is to change nothing."""

        def __init__(self, picker: DecisionPicker) -> None:
            super().__init__()
            self.picker = picker

    def __init__(
        self,
        question: str,
        choices: Sequence[tuple[str, str, str]],
        *,
        allows_none: bool = False,
        about_none: str = "",
    ) -> None:
        super().__init__()
        self._question = question
        self._choices = list(choices)
        self._allows_none, self._about_none = allows_none, about_none
        self._editor = Editor(placeholder="type a part of its title, or a new title")
        self._rows = Rows(classes="-shows-cursor")

    def compose(self) -> ComposeResult:
        """Lay out the question, the line and the matches."""
        yield Static(Content(self._question), classes="picker--question")
        yield self._editor
        yield self._rows
        yield Static(Content("Enter takes it · ↑↓ another · Esc leaves, nothing is changed"), classes="picker--hint")

    def on_mount(self) -> None:
        """Ask."""
        self._rows.can_focus = False
        self._match()
        self._editor.focus()

    def take_focus(self) -> None:
        """Stand in the line."""
        self._editor.focus()

    def on_text_area_changed(self, event: Editor.Changed) -> None:
        """Match anew."""
        event.stop()
        self._match()

    def on_editor_submitted(self, event: Editor.Submitted) -> None:
        """Take the highlighted one."""
        event.stop()
        self.action_pick()

    def on_editor_tab_pressed(self, event: Editor.TabPressed) -> None:
        """Go to the next match."""
        event.stop()
        self.action_move(1)

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Take what was clicked."""
        event.stop()
        self.action_pick()

    def _match(self) -> None:
        typed = " ".join(self._editor.text.split())
        words = typed.casefold().split()
        found = [choice for choice in self._choices if all(word in choice[1].casefold() for word in words)]
        rows = [
            Row([Line([("  ", ""), (title, "")], [(f"{about} ", "dim")])], id_)
            for id_, title, about in found[:MOST_SHOWN]
        ]
        if typed and not any(title.casefold() == typed.casefold() for _, title, _ in found):
            rows.append(Row([Line([("  new: ", "accent"), (typed, "")])], NEW))
        if not rows:
            rows = [Row([Line([("  Nothing yet: type a title for it.", "dim")])])]
        if self._allows_none:
            about = [(f"{self._about_none} ", "dim")] if self._about_none else ()
            rows.append(Row([Line([("  No decision yet", "")], about)], NONE_YET))
        self._rows.set_rows(rows, next((row.key for row in rows if row.key is not None), None))

    def action_move(self, by: int) -> None:
        """Move among the matches; from the last to the first and back."""
        before = self._rows.cursor
        self._rows.action_move(by)
        if self._rows.cursor == before:
            (self._rows.action_first if by > 0 else self._rows.action_last)()

    def action_pick(self) -> None:
        """Take the highlighted one."""
        key = self._rows.key
        if key == NEW:
            self.post_message(self.Picked(self, None, " ".join(self._editor.text.split())))
        elif key == NONE_YET:
            self.post_message(self.Picked(self, None, None))
        elif key is not None:
            self.post_message(self.Picked(self, str(key), None))

    def action_close(self) -> None:
        """Leave without choosing."""
        self.post_message(self.Left(self))
