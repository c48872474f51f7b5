"""The head of the Pitch view: for whom, which of several, what changed since it was copied, and every format's size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.message import Message

from pivot_journal.domain.pitch import Pitch, PitchCopy
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import MONTHS
from pivot_journal.pitch.composition import Composition
from pivot_journal.pitch.format import Unit
from pivot_journal.tui.widgets.rows import Line, Row, Rows, Spans
from pivot_journal.tui.wrapping import cut, wrap

GAP = "   "
"""Between two formats of the strip."""
MOST_STRIP_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands in the head."""

    pitch: Pitch
    place: int
    """Which of the pitches that are offered, from 0."""
    count: int
    sized: Mapping[str, Composition]
    """The pitch in every format, by name."""
    composition: Composition
    """In the one that is chosen."""
    changed: PitchCopy | None = None
    """What was copied last, where it would leave otherwise now."""
    sentences: int = 0
    """How many sentences are other ones since."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A format in the strip."""

    name: str
    text: str
    is_over: bool = False


def head_lines(head: Head, width: int, *, is_low: bool) -> list[Line]:
    """Return the lines of the head, as few as can be on a low screen.

    Args:
        head: What stands in it.
        width: Cells.
        is_low: Whether there are too few lines to show every format.
    """
    lines = [_audience(head, width)]
    if head.changed is not None:
        said = changed_said(head.changed, head.sized.get(head.changed.format), head.sentences)
        lines += [Line([(part, "warn")]) for part in wrap(said, width)]
    entries = [Entry(name, f"{each.chosen.label} {each.size_said}", each.is_over) for name, each in head.sized.items()]
    strip = strip_lines(entries, head.composition.format, width, 1 if is_low else MOST_STRIP_LINES)
    lines += [Line(_strip_spans(entries_there, head.composition.format)) for entries_there in strip]
    length = wrap(length_said(head.composition), width)
    style = "warn" if head.composition.is_over else "dim"
    return [*lines, *(Line([(part, style)]) for part in (length[:1] if is_low else length))]


def _audience(head: Head, width: int) -> Line:
    left: list[tuple[str, str]] = [("For " + one_line(head.pitch.audience), "strong")]
    right = f"{head.place + 1} of {head.count}, [ and ] switch" if head.count > 1 else ""
    if head.pitch.is_retired:
        right = "retired: z offers it again"
    if cell_len(left[0][0]) + cell_len(right) + 2 > width:
        right = right.partition(",")[0].partition(":")[0]
    left = [(cut(left[0][0], max(width - cell_len(right) - 2, 8)), "strong")]
    return Line([*left, (f"  {right}", "warn" if head.pitch.is_retired else "dim")] if right else left)


def changed_said(last: PitchCopy, then: Composition | None, sentences: int) -> str:
    """Say what changed since a pitch was copied: 'changed since you copied it on 3 Nov (Hallway): 2 sentences'."""
    day = last.copied_at
    label = then.chosen.label if then is not None else last.format
    said = f"changed since you copied it on {day.day} {MONTHS[day.month - 1][:3]} ({label})"
    return f"{said}: {sentences} sentence{'' if sentences == 1 else 's'}" if sentences else said


def length_said(composition: Composition) -> str:
    """Say how long it is against its aim, for the ear at which pace, and how long each story takes."""
    unit = composition.chosen.budget.unit
    said = [composition.size_of_aim + (" each" if composition.chosen.counts_each_story else "")]
    if composition.is_over:
        said = [f"{said[0]}, too long"]
    if unit is Unit.SECONDS and composition.parts:
        fast, slow = (round(seconds) for seconds in composition.range)
        said.append(f"people take {fast}–{slow} s" if fast != slow else f"people take {fast} s")
    stories = composition.story_seconds
    if unit is Unit.SECONDS and len(stories) > 1:
        said += [f"story {number}: {round(seconds)} s" for number, seconds in enumerate(stories.values(), 1)]
    return " · ".join(said)


def strip_lines(entries: Sequence[Entry], chosen: str, width: int, most_lines: int) -> list[list[Entry]]:
    """Return the formats by line: all of them where they fit, else the chosen one with its neighbours.

    Args:
        entries: Every format in order.
        chosen: The name of the one that is told.
        width: Cells.
        most_lines: How many lines there may be.
    """
    lines: list[list[Entry]] = [[]]
    for entry in entries:
        if lines[-1] and _width([*lines[-1], entry]) > width:
            lines.append([])
        lines[-1].append(entry)
    if len(lines) <= most_lines:
        return lines
    here = next((i for i, entry in enumerate(entries) if entry.name == chosen), 0)
    first, last = here, here + 1
    while True:
        after = [*entries[first : last + 1]] if last < len(entries) else None
        before = [*entries[first - 1 : last]] if first else None
        room = width - 4  # for the signs that there are more
        if after and (last - here <= here - first + 1 or not before) and _width(after) <= room:
            last += 1
        elif before and _width(before) <= room:
            first -= 1
        elif after and _width(after) <= room:
            last += 1
        else:
            break
    shown = list(entries[first:last])
    return [[*([Entry("", "‹")] if first else []), *shown, *([Entry("", "›")] if last < len(entries) else [])]]


def _width(entries: Sequence[Entry]) -> int:
    return sum(2 + cell_len(entry.text) for entry in entries) + len(GAP) * (len(entries) - 1)


def _strip_spans(entries: Sequence[Entry], chosen: str) -> Spans:
    spans: list[tuple[str, str]] = []
    for entry in entries:
        if not entry.name:
            spans.append((entry.text if not spans else f" {entry.text}", "dim"))
            continue
        is_here = entry.name == chosen
        lead = GAP if spans and spans[-1][0] != "‹" else " " if spans and is_here else ""
        spans.append((lead, ""))
        spans.append((f"{'▸ ' if is_here else '  '}{entry.text}", _style(entry, is_here=is_here)))
    return spans


def _style(entry: Entry, *, is_here: bool) -> str:
    if is_here:
        return "chosen"
    return "warn" if entry.is_over else "dim"


class PitchHead(Rows):
    """The head, drawn line by line; a click on a format tells the pitch in it."""

    DEFAULT_CSS = """
    PitchHead { height: auto; max-height: 9; padding: 1 2 0 2; }
    """

    class FormatClicked(Message):
        """A format in the strip was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self) -> None:
        super().__init__(classes="pitch--head")
        self.can_focus = False
        self._entries: Mapping[str, str] = {}

    def show(self, head: Head, *, is_low: bool) -> None:
        """Show a head in the width there is."""
        self._entries = {f"{each.chosen.label} {each.size_said}": name for name, each in head.sized.items()}
        width = max(self.content_size.width, 20)
        self.set_rows([Row([line]) for line in head_lines(head, width, is_low=is_low)])

    def on_click(self, event: events.Click) -> None:
        """Tell which format was clicked."""
        at = event.get_content_offset(self)
        if at is None or not 0 <= at.y < len(self.rows):
            return
        x = 0
        for text, _ in self.rows[at.y].lines[0].left:
            x += cell_len(text)
            if at.x < x:
                name = self._entries.get(text[2:])
                if name is not None:
                    self.post_message(self.FormatClicked(name))
                return
