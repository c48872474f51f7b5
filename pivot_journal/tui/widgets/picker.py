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
MOST_SHOWN = 6


class DecisionPicker(Vertical):
    """One line to type in, and under it what matches.

    Args:
        question: What is asked.
        choices: (id, title, a word about it) of every decision, the likeliest first.
        allows_none: Whether leaving without a choice means 'no decision yet' rather than 'never mind'.
    """

    BINDINGS = bindings_of("picker")
    DEFAULT_CSS = """
    DecisionPicker { height: auto; padding: 0 1; background: $surface; }
    DecisionPicker > .picker--question { height: auto; text-style: bold; padding: 0 1; }
    DecisionPicker > .picker--hint { color: $quiet; height: 1; padding: 0 1; }
    DecisionPicker > Rows { height: auto; max-height: 7; }
    """

    class Picked(Message):
        """A decision was chosen, or a new one asked for; both None when it was left without."""

        def __init__(self, decision_id: str | None, new_title: str | None) -> None:
            super().__init__()
            self.decision_id = decision_id
            self.new_title = new_title

    def __init__(self, question: str, choices: Sequence[tuple[str, str, str]], *, allows_none: bool = True) -> None:
        super().__init__()
        self._question = question
        self._choices = list(choices)
        self._allows_none = allows_none
        self._editor = Editor(placeholder="type a part of its title, or a new title")
        self._rows = Rows(classes="-shows-cursor")

    def compose(self) -> ComposeResult:
        """Lay out the question, the line and the matches."""
        yield Static(Content(self._question), classes="picker--question")
        yield self._editor
        yield self._rows
        hint = "Enter takes it · Esc: no decision yet" if self._allows_none else "Enter takes it · Esc leaves"
        yield Static(Content(hint), classes="picker--hint")

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
        self._rows.set_rows(rows, rows[0].key)

    def action_move(self, by: int) -> None:
        """Move among the matches."""
        self._rows.action_move(by)

    def action_pick(self) -> None:
        """Take the highlighted one."""
        key = self._rows.key
        if key == NEW:
            self.post_message(self.Picked(None, " ".join(self._editor.text.split())))
        elif key is not None:
            self.post_message(self.Picked(str(key), None))

    def action_close(self) -> None:
        """Leave without choosing."""
        self.post_message(self.Picked(None, None))
