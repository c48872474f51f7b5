"""A panel of a few words with a list under them, to be left with Esc."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from pivot_journal.tui.desk import Desk
from pivot_journal.tui.messages import ClosePanel
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.rows import Rows


class HeadedPanel(Panel):
    """What such panels share; each fills its list in ``look_again``.

    Args:
        desk: The journal and the keeper of drafts.
        about: The words.
        listed: The list, or the lines to read.
    """

    DEFAULT_CSS = """
    HeadedPanel { padding: 1 0 0 0; }
    HeadedPanel > Static { height: auto; padding: 0 2; margin: 0 0 1 0; }
    HeadedPanel > Rows { padding: 0 1; }
    """

    def __init__(self, desk: Desk, about: str, listed: Rows) -> None:
        super().__init__(desk)
        self._about = about
        self.list = listed

    def compose(self) -> ComposeResult:
        """Lay out the words and the list."""
        yield Static(Content(self._about))
        yield self.list

    def on_mount(self) -> None:
        """Fill the list, and stand in it."""
        self.look_again()
        self.list.focus()

    def on_rows_resized(self, event: Rows.Resized) -> None:
        """Break the lines anew."""
        event.stop()
        self.look_again()

    def take_focus(self) -> None:
        """Stand in the list."""
        self.list.focus()

    def focus_first(self) -> None:
        """Stand in the list."""
        self.list.focus()

    def action_close(self) -> bool:
        """Leave."""
        self.post_message(ClosePanel(self))
        return True
