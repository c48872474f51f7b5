"""A list drawn line by line: nothing is mounted for its rows, so any number of them costs the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from pivot_journal.tui.keys import bindings_of

Spans = Sequence[tuple[str, str]]
"""Pieces of text, each with the name of its style: '' or one of ``STYLES``."""

STYLES = ("dim", "strong", "heading", "warn", "accent", "faint", "chosen", "private", "untraced", "words", "found")
"""The last four mark words inside a sentence, with or without colour: told otherwise than written, resting on nothing
that is linked, what somebody may ask about, and what a search found."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a row: text from the left and, when there is room, text at the right edge."""

    left: Spans
    right: Spans = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What can be highlighted as one: some lines, and by what it is known. Without a key it is a heading."""

    lines: Sequence[Line] = field(default_factory=tuple)
    key: Hashable = None


class Rows(Widget, can_focus=True):
    """A list of rows with a cursor, driven by keys and mouse."""

    BINDINGS = bindings_of("list")
    COMPONENT_CLASSES = {f"rows--{name}" for name in (*STYLES, "cursor")}
    DEFAULT_CSS = """
    Rows { height: 1fr; }
    Rows > .rows--dim { color: $quiet; }
    Rows > .rows--strong { text-style: bold; }
    Rows > .rows--heading { color: $secondary; text-style: bold; }
    Rows > .rows--warn { color: $warning; }
    Rows > .rows--accent { color: $primary; }
    Rows > .rows--faint { color: $faint; }
    Rows > .rows--chosen { color: $primary; text-style: bold; }
    Rows > .rows--private { color: $primary; text-style: underline; }
    Rows > .rows--untraced { color: $warning; text-style: underline; }
    Rows > .rows--words { text-style: bold underline; }
    Rows > .rows--found { color: $foreground; background: $found; text-style: bold; }
    Rows > .rows--cursor { background: $cursor; }
    """

    class Highlighted(Message):
        """The cursor stands on another row, or on none."""

        def __init__(self, rows: Rows, key: Hashable) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> Rows:
            """The list."""
            return self.rows

    class Resized(Message):
        """The list has another width or height."""

        def __init__(self, rows: Rows) -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> Rows:
            """The list."""
            return self.rows

    class Clicked(Message):
        """A row was clicked that was highlighted already."""

        def __init__(self, rows: Rows, key: Hashable) -> None:
            super().__init__()
            self.rows = rows
            self.key = key

        @property
        def control(self) -> Rows:
            """The list."""
            return self.rows

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.rows: list[Row] = []
        self.cursor = -1
        """The index of the highlighted row; -1 for none."""
        self.follow: Callable[[], None] | None = None
        """Called when another row is highlighted, instead of the message: what it draws is painted together with it."""
        self._top = 0
        self._base: Style | None = None
        """What all lines begin with, while they are drawn."""
        self._lines: list[tuple[int, int]] = []
        self._starts = [0]

    # What is in it

    def set_rows(self, rows: Sequence[Row], key: Hashable = None, *, stays_at: int | None = None) -> None:
        """Show other rows; the cursor stays on its key, or goes to the one given, or to the nearest place.

        Only the lines that become others are drawn anew.

        Args:
            rows: What to show; a row without a key is passed over by the cursor.
            key: The row to highlight.
            stays_at: The line of the screen in which the highlighted row is to stand, where there are lines enough.
        """
        before = self._in_sight()
        wanted = key if key is not None else self.key
        place = self.cursor
        self.rows = list(rows)
        self._lines = [(r, n) for r, row in enumerate(self.rows) for n in range(len(row.lines))]
        self._starts = list(accumulate((len(row.lines) for row in self.rows), initial=0))
        found = next((i for i, row in enumerate(self.rows) if row.key is not None and row.key == wanted), None)
        self.cursor = found if found is not None else self._nearest(min(max(place, 0), len(self.rows) - 1))
        if stays_at is not None:
            self._top = self._line_of(self.cursor) - stays_at
        self._show_cursor()
        self._refresh_changed(before)
        if self.key != wanted or found is None:
            self._tell()

    def _tell(self) -> None:
        if self.follow is not None:
            self.follow()
        else:
            self.post_message(self.Highlighted(self, self.key))

    @property
    def key(self) -> Hashable:
        """What the highlighted row is known by; None for none."""
        return self.rows[self.cursor].key if 0 <= self.cursor < len(self.rows) else None

    def _nearest(self, index: int) -> int:
        order = sorted(range(len(self.rows)), key=lambda i: (abs(i - index), i < index))
        return next((i for i in order if self.rows[i].key is not None), -1)

    # Moving

    def action_move(self, by: int) -> None:
        """Move the cursor by so many rows."""
        self.go_to(self._step(self.cursor, by))

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        index = self.cursor
        start = self._line_of(index)
        while True:
            further = self._step(index, by)
            if further == index or abs(self._line_of(further) - start) >= max(self.size.height - 1, 1):
                break
            index = further
        self.go_to(index if index != self.cursor else self._step(self.cursor, by))

    def action_first(self) -> None:
        """Go to the first row."""
        self.go_to(self._step(-1, 1))

    def action_last(self) -> None:
        """Go to the last row."""
        self.go_to(self._step(len(self.rows), -1))

    def go_to(self, index: int) -> None:
        """Highlight a row by its index."""
        if not 0 <= index < len(self.rows) or index == self.cursor:
            self._show_cursor()
            return
        old, self.cursor = self.cursor, index
        top = self._top
        self._show_cursor()
        if self._top != top:
            self.refresh()
        else:
            self._refresh_row(old)
            self._refresh_row(index)
        self._tell()

    def _step(self, index: int, by: int) -> int:
        way = 1 if by > 0 else -1
        here = index
        for _ in range(abs(by)):
            probe = here + way
            while 0 <= probe < len(self.rows) and self.rows[probe].key is None:
                probe += way
            if not 0 <= probe < len(self.rows):
                break
            here = probe
        return here

    def _line_of(self, index: int) -> int:
        return self._starts[index] if 0 <= index < len(self.rows) else 0

    def _show_cursor(self) -> None:
        height = max(self.size.height, 1)
        if self.cursor >= 0:
            first = self._line_of(self.cursor)
            last = first + len(self.rows[self.cursor].lines) - 1
            if self._step(-1, 1) == self.cursor:
                first = 0
            if first < self._top:
                self._top = first
            elif last >= self._top + height:
                self._top = last - height + 1
        self._top = max(0, min(self._top, len(self._lines) - height))

    def _in_sight(self) -> list[tuple[Line, Hashable, bool] | None]:
        """Return each line of the screen, of which row it is, and whether the cursor is there."""
        seen = range(self._top, self._top + self.size.height)
        places = [self._lines[at] if at < len(self._lines) else None for at in seen]
        return [(self.rows[p[0]].lines[p[1]], self.rows[p[0]].key, p[0] == self.cursor) if p else None for p in places]

    def _refresh_changed(self, before: Sequence[tuple[Line, Hashable, bool] | None]) -> None:
        """Draw the lines anew that are not as they were."""
        if self.styles.is_auto_height:
            self.refresh(layout=True)
            return
        changed = [y for y, (old, new) in enumerate(zip(before, self._in_sight(), strict=True)) if old != new]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _refresh_row(self, index: int) -> None:
        if not 0 <= index < len(self.rows):
            return
        line = self._line_of(index) - self._top
        self.refresh(Region(0, line, self.size.width, len(self.rows[index].lines)))

    # Drawing

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Fill the width there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many lines as there are."""
        return max(len(self._lines), 1)

    def on_resize(self) -> None:
        """Keep the cursor in view, and let whoever breaks the lines do so anew."""
        self._show_cursor()
        self.refresh()  # what is shown may begin at another line now
        self.post_message(self.Resized(self))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines; the style that all of them begin with is worked out once, which costs as much as a line."""
        self._base = self.rich_style
        try:
            return super().render_lines(crop)
        finally:
            self._base = None

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.size.width
        base = self._base or self.rich_style
        at = y + self._top
        if not 0 <= at < len(self._lines):
            return Strip.blank(width, base)
        row, number = self._lines[at]
        if row == self.cursor and self.has_class("-shows-cursor"):
            base += self.get_component_rich_style("rows--cursor", partial=True)
        return self.draw(self.line_at(row, number), width, base)

    def line_at(self, row: int, number: int) -> Line:
        """Return a line of a row as it is to be drawn; asked for what is in sight only."""
        return self.rows[row].lines[number]

    def draw(self, line: Line, width: int, base: Style) -> Strip:
        """Return one line in the given cells: the left part is cut where the right one needs the room."""
        right = [self._segment(text, style, base) for text, style in line.right]
        taken = sum(segment.cell_length for segment in right)
        if taken > width // 2:
            right, taken = [], 0
        left = Strip([self._segment(text, style, base) for text, style in line.left])
        room = width - taken - (1 if taken else 0)
        if left.cell_length > room:
            left = Strip([*left.crop(0, max(room - 1, 0)), Segment("…", base)])
        left = left.adjust_cell_length(width - taken, base)
        return Strip([*left, *right]).adjust_cell_length(width, base)

    def _segment(self, text: str, style: str, base: Style) -> Segment:
        if not style:
            return Segment(text, base)
        return Segment(text, base + self.get_component_rich_style(f"rows--{style}", partial=True))

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Highlight what was clicked; a second click opens it."""
        at = event.y + self._top
        if 0 <= at < len(self._lines):
            row = self._lines[at][0]
            if self.rows[row].key is None:
                return
            if row == self.cursor:
                self.post_message(self.Clicked(self, self.key))
            else:
                self.go_to(row)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move three rows down."""
        event.stop()
        self.action_move(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move three rows up."""
        event.stop()
        self.action_move(-3)


class ScrolledRows(Rows):
    """Lines to read: they are scrolled, none is highlighted."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.can_focus = False

    @property
    def lines_below(self) -> int:
        """How many lines there are under what is in sight."""
        return max(0, len(self._lines) - self._top - self.size.height)

    def action_move(self, by: int) -> None:
        """Scroll by so many lines."""
        self._top = max(0, min(self._top + by, len(self._lines) - self.size.height))
        self.refresh()

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        self.action_move(by * max(self.size.height - 1, 1))

    def action_first(self) -> None:
        """Go to the beginning."""
        self.action_move(-len(self._lines))

    def action_last(self) -> None:
        """Go to the end."""
        self.action_move(len(self._lines))


def spans_length(spans: Spans) -> int:
    """Return how many cells some spans fill."""
    return sum(cell_len(text) for text, _ in spans)
