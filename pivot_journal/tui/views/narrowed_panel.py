"""A panel with a list that is narrowed by what is typed, and a line in which a name is asked."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from pivot_journal.tui.desk import Desk
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.ask_line import AskLine
from pivot_journal.tui.widgets.rows import Rows
from pivot_journal.tui.widgets.search_line import SearchLine


class NarrowedPanel(Panel):
    """The head, the line that narrows the list, the list, and under it the line in which a name is asked."""

    DEFAULT_CSS = """
    NarrowedPanel { padding: 1 0 0 0; }
    NarrowedPanel > .narrowed--head { height: auto; padding: 0 2; }
    NarrowedPanel > Rows { padding: 0 1; margin: 1 0 0 0; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.search = SearchLine(self._narrow, lambda _: None, self.take_focus)
        self.list = Rows(classes="-shows-cursor")
        self.ask_line = AskLine(self.take_focus)
        self._head = Static(classes="narrowed--head")

    def compose(self) -> ComposeResult:
        """Lay the parts out from top to bottom."""
        yield self._head
        yield self.search
        yield self.list
        yield self.ask_line

    def on_mount(self) -> None:
        """List what there is."""
        self.look_again()
        self.list.focus()

    def take_focus(self) -> None:
        """Stand in the list, or in the line where something is asked."""
        (self.ask_line.editor if self.ask_line.is_open else self.list).focus()

    def focus_first(self) -> None:
        """Stand where keys are expected, with the list as it is now."""
        self.look_again()
        self.take_focus()

    def look_again(self) -> None:
        """Read what is listed again; the cursor stays on its own."""
        raise NotImplementedError  # each panel lists something else

    def _narrow(self, part: str) -> None:
        raise NotImplementedError  # each panel is narrowed by something else

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Show what was clicked twice."""
        event.stop()
        self.action_show()

    def action_show(self) -> None:
        """Show what the highlighted one stands for."""
        raise NotImplementedError  # each panel shows something else
