"""Every key that works where the user stands, from the one list of keys."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from pivot_journal.domain.query_language import LANGUAGE
from pivot_journal.tui.keys import KEYS, PLACE_TITLES
from pivot_journal.tui.widgets.rows import Line, Row, Rows


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

    def compose(self) -> ComposeResult:
        """List the keys."""
        with Vertical():
            yield Rows(id="help-keys")
            yield Static(
                Content("Ctrl+P finds any of these by name · Esc closes"),
                classes="help--foot",
            )

    def on_mount(self) -> None:
        """Fill the page."""
        rows: list[Row] = []
        for place in self._places:
            keys_here = [key for key in KEYS if key.place == place and not (self._in_text and key.is_text)]
            if not keys_here:
                continue
            lines = [Line(())] if rows else []
            rows.append(Row([*lines, Line([(PLACE_TITLES[place], "heading")])]))
            rows += [Row([Line([(f"  {key.display:<9}", "accent"), (key.help, "")])], key.id) for key in keys_here]
            if place == "search":  # who is searching wants to know; from the list it is a page further down
                rows += _language()
        if "journal" in self._places and "search" not in self._places:
            rows += _language()
        keys = self.query_one(Rows)
        keys.set_rows(rows)
        keys.focus()

    async def action_dismiss(self, result: None = None) -> None:
        """Close the page."""
        self.dismiss()


def _language() -> list[Row]:
    """Return a heading and a row for everything that can be searched for."""
    rows = [Row([Line(()), Line([("What can be searched for", "heading")])])]
    return rows + [
        Row([Line([(f"  {written:<23}", "accent"), (meaning, "")])], written) for written, meaning in LANGUAGE
    ]
