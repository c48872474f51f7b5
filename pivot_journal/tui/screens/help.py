"""Every key that works where the user stands, from the one list of keys."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from pivot_journal.domain.query_language import LANGUAGE
from pivot_journal.tui.keys import KEYS, PLACE_TITLES
from pivot_journal.tui.widgets.rows import Line, Row, Rows, ScrolledRows
from pivot_journal.tui.wrapping import wrap

FOOT = "Ctrl+P finds any by name · Esc closes"


class HelpRows(ScrolledRows):
    """The page; whoever shows it is told when another part of it is in sight."""

    class Moved(Message):
        """Another part is in sight."""

    def action_move(self, by: int) -> None:
        """Scroll by so many lines."""
        super().action_move(by)
        self.post_message(self.Moved())


class HelpScreen(ModalScreen[None]):
    """A page of keys, the nearest first."""

    BINDINGS = [Binding("escape,q,question_mark,f1,enter", "dismiss", "Close", show=False)]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > Vertical { width: 76; max-width: 96%; height: 90%; background: $surface; padding: 1 3; }
    HelpScreen .help--foot { height: 1; color: $quiet; margin: 1 0 0 0; }
    """

    def __init__(self, places: Sequence[str], *, in_text: bool = False) -> None:
        """Take the places whose keys work, the nearest first, and whether letters are text where the user stands."""
        super().__init__()
        self._places = places
        self._in_text = in_text
        self._keys = HelpRows(id="help-keys")
        self._keys.can_focus = True
        self._foot = Static(classes="help--foot")

    def compose(self) -> ComposeResult:
        """List the keys."""
        with Vertical():
            yield self._keys
            yield self._foot

    def on_mount(self) -> None:
        """Stand in the page."""
        self._keys.focus()

    def _lay_out(self) -> None:
        width = self._keys.size.width
        rows: list[Row] = []
        for place in self._places:
            keys_here = [key for key in KEYS if key.place == place and not (self._in_text and key.is_text)]
            if not keys_here:
                continue
            lines = [Line(())] if rows else []
            rows.append(Row([*lines, Line([(PLACE_TITLES[place], "heading")])]))
            rows += [_explained(key.display, key.help, 9, width) for key in keys_here]
            if place == "search":  # who is searching wants to know; from the list it is a page further down
                rows += _language(width)
        if "journal" in self._places and "search" not in self._places:
            rows += _language(width)
        self._keys.set_rows(rows)
        self._say_more()

    def on_help_rows_moved(self, event: HelpRows.Moved) -> None:
        """Say whether it goes on."""
        event.stop()
        self._say_more()

    def on_rows_resized(self, event: Rows.Resized) -> None:
        """Break the lines anew."""
        event.stop()
        self._lay_out()

    def _say_more(self) -> None:
        self._foot.update(Content(f"↓ more · {FOOT}" if self._keys.lines_below else FOOT))

    async def action_dismiss(self, result: None = None) -> None:
        """Close the page."""
        self.dismiss()


def _language(width: int) -> list[Row]:
    """Return a heading and a row for everything that can be searched for."""
    rows = [Row([Line(()), Line([("What can be searched for", "heading")])])]
    return rows + [_explained(written, meaning, 23, width) for written, meaning in LANGUAGE]


def _explained(written: str, meaning: str, column: int, width: int) -> Row:
    """Return what something means, broken beside it where it does not fit."""
    first, *rest = wrap(meaning, width - column - 2)
    lines = [Line([(f"  {written:<{column}}", "accent"), (first, "")])]
    return Row([*lines, *(Line([(" " * (column + 2), ""), (part, "")]) for part in rest)])
