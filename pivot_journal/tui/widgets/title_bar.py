"""The first line: the views, and how the journal and the pitch stand."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

VIEWS = (("journal", "Journal"), ("decisions", "Decisions"), ("stories", "Stories"), ("pitch", "Pitch"))
"""The views by their number keys."""


class TitleBar(Widget):
    """One line; a click on a view's name shows it."""

    COMPONENT_CLASSES = {"title--name", "title--here", "title--view", "title--status"}
    DEFAULT_CSS = """
    TitleBar { height: 1; dock: top; background: $surface; padding: 0 1; }
    TitleBar > .title--name { text-style: bold; color: $primary; }
    TitleBar > .title--here { text-style: bold reverse; }
    TitleBar > .title--view { color: $quiet; }
    TitleBar > .title--status { color: $quiet; }
    """
    here = reactive("journal")
    """The view that is shown."""
    statuses: reactive[tuple[str, ...]] = reactive(())
    """How things stand, for the right edge: the fullest wording first, the first that fits is shown."""
    name_shown = reactive("Pivot Journal")
    """What stands at the left edge."""

    class ViewClicked(Message):
        """The name of a view was clicked."""

        def __init__(self, view: str) -> None:
            super().__init__()
            self.view = view

    def _tabs(self) -> list[tuple[str, str]]:
        return [(f" {number} {label} ", view) for number, (view, label) in enumerate(VIEWS, 1)]

    def render_line(self, y: int) -> Strip:
        """Draw the line; on a narrow screen the name gives way first."""
        base = self.rich_style
        width = self.size.width

        def style(name: str) -> Style:
            return base + self.get_component_rich_style(f"title--{name}", partial=True)

        tabs = sum(len(text) for text, _ in self._tabs())
        lead = len(self.name_shown) + 2
        shortest = self.statuses[-1] if self.statuses else ""
        self._lead = lead if lead + tabs + cell_len(shortest) + 1 <= width else 0
        room = width - self._lead - tabs - 1
        status = next((status for status in self.statuses if cell_len(status) <= room), "")
        left = [Segment(self.name_shown + "  ", style("name"))] if self._lead else []
        left += [Segment(text, style("here" if view == self.here else "view")) for text, view in self._tabs()]
        gap = max(width - self._lead - tabs - cell_len(status), 0)
        return Strip([*left, Segment(" " * gap, base), Segment(status, style("status"))]).crop(0, width)

    def on_click(self, event: events.Click) -> None:
        """Show the view that was clicked."""
        x = event.x - 1 - self._lead
        for text, view in self._tabs():
            if 0 <= x < len(text):
                self.post_message(self.ViewClicked(view))
                return
            x -= len(text)
