"""The journal as a list: only a window of it is held, read by key, so that any size costs the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from functools import lru_cache

from textual.message import Message

from pivot_journal.domain.errors import NotFound
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import MONTHS, WEEKDAYS, Precision, When
from pivot_journal.domain.words import MARKS
from pivot_journal.journal.observations import Key, Observations, key_of
from pivot_journal.tui.widgets.found import Found
from pivot_journal.tui.widgets.rows import Line, Row, Rows

PAGE = 100
"""Observations read at a time."""
KEPT = 3 * PAGE
"""The most that are held; what is further away is read again when it comes near."""
MARGIN = 70
"""How near the cursor may come to the end of what is held before more is read; more than a page of a tall screen."""
SHOWN_CHARACTERS = 400
"""No more of a text is looked at for its one line."""
SPARE = 50
"""Characters of a text that may take no room in its line; further than that nothing is marked in it."""


class EntryList(Rows):
    """Observations, newest first, under a heading for each month, the day written once."""

    class Showing(Message):
        """What the filter finds was read anew."""

        def __init__(self, is_empty: bool) -> None:
            super().__init__()
            self.is_empty = is_empty

    def __init__(self, observations: Observations, today: dt.date, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._observations = observations
        self.today = today
        self.chosen = Filter()
        self.held: list[Observation] = []
        self.found = Found()
        self._texts: dict[Hashable, str] = {}
        self._marked: dict[tuple[Hashable, int], tuple[Line, Line]] = {}
        self._has_newest = True
        self._has_oldest = True

    @property
    def count(self) -> int | None:
        """How many there are, where all of them are held; None where more may be, which are not counted."""
        return len(self.held) if self._has_newest and self._has_oldest else None

    @property
    def observation(self) -> Observation | None:
        """The highlighted observation."""
        number = self.key
        return next((o for o in self.held if o.number == number), None)

    # Reading

    def show(self, chosen: Filter, number: int | None = None) -> None:
        """Show what a filter means from its newest on, highlighting a number where it is among the first."""
        self.chosen = chosen
        self._newest()
        self._rebuild(number if number is not None else (self.held[0].number if self.held else None))
        self.post_message(self.Showing(not self.held))

    def reload(self, number: int | None = None) -> None:
        """Read what is shown again after a change; cursor and place stay, while the one that they stand on is there.

        Args:
            number: An observation to highlight instead of the present one, wherever it stands.
        """
        before = self.observation
        wanted = number if number is not None else before.number if before is not None else None
        try:
            here = self._observations.get(wanted) if wanted is not None else None  # anew: its day may be another now
        except NotFound:
            here = None  # another journal was put in the place of this one
        if here is None:
            self.show(self.chosen)
            return
        is_elsewhere = before is None or key_of(here) != key_of(before)
        self._around(key_of(here))
        at = next((o for o in self.held if key_of(o) <= key_of(here)), self.held[-1] if self.held else None)
        self._rebuild(at.number if at else None, keeps_place=not is_elsewhere)
        self.post_message(self.Showing(not self.held))

    def jump_to(self, when: When) -> None:
        """Highlight the newest observation of a day or stretch, or the nearest one before it."""
        if when.last_day is None:
            return
        key = ((when.last_day.toordinal() * 8 + 7) << 32) | 0xFFFFFFFF
        self._around(key)
        below = next((o for o in self.held if key_of(o) <= key), self.held[-1] if self.held else None)
        self._rebuild(below.number if below else None)

    def _newest(self) -> None:
        self.held = self._observations.page(self.chosen, limit=PAGE)
        self._has_newest = True
        self._has_oldest = len(self.held) < PAGE

    def _oldest(self) -> None:
        found = self._observations.page(self.chosen, limit=PAGE, oldest_first=True)
        self.held = found[::-1]
        self._has_oldest = True
        self._has_newest = len(self.held) < PAGE

    def _around(self, key: Key) -> None:
        if self._observations.query(self.chosen.words).by_relevance:
            self._newest()  # what fits best has no day to stand around
            return
        newer = self._observations.page(self.chosen, limit=PAGE, newer_than=key)
        older = self._observations.page(self.chosen, limit=PAGE, older_than=key + 1)
        self.held = newer + older
        self._has_newest = len(newer) < PAGE
        self._has_oldest = len(older) < PAGE

    # Moving

    def action_first(self) -> None:
        """Go to the newest."""
        if not self._has_newest:
            self._newest()
            self._rebuild(None)
        super().action_first()

    def action_last(self) -> None:
        """Go to the oldest."""
        if not self._has_oldest:
            self._oldest()
            self._rebuild(None)
        super().action_last()

    def go_to(self, index: int) -> None:
        """Highlight a row, reading more where the end of what is held comes near."""
        key = self.rows[index].key if 0 <= index < len(self.rows) else None
        super().go_to(index)
        if key is not None:
            self._read_on(key)

    def _read_on(self, key: Hashable) -> None:
        at = next((i for i, o in enumerate(self.held) if o.number == key), 0)
        if at > len(self.held) - MARGIN and not self._has_oldest:
            more = self._observations.page(self.chosen, limit=PAGE, older_than=key_of(self.held[-1]))
            self._has_oldest = len(more) < PAGE
            self.held += more
            if len(self.held) > KEPT:
                self.held = self.held[-KEPT:]
                self._has_newest = False
        elif at < MARGIN and not self._has_newest:
            more = self._observations.page(self.chosen, limit=PAGE, newer_than=key_of(self.held[0]))
            self._has_newest = len(more) < PAGE
            self.held = more + self.held
            if len(self.held) > KEPT:
                self.held = self.held[:KEPT]
                self._has_oldest = False
        else:
            return
        self._rebuild(key, keeps_place=True)

    # Drawing

    def _rebuild(self, key: Hashable, *, keeps_place: bool = False) -> None:
        """Lay the rows out anew around what is held.

        Args:
            key: The number to highlight; what is highlighted now when None.
            keeps_place: Whether the cursor stays in its line of the screen; at the very top the newest stays in sight.
        """
        was_at_top = self._top == 0
        offset = self._line_of(self.cursor) - self._top if self.cursor >= 0 else 0
        was_marked, self.found = self.found.is_marked, Found()
        if self.chosen.words or self.chosen.tag:
            self.found = Found.of(self._observations.query(self.chosen.words), self.chosen.tag)
        self._texts = {o.number: o.text for o in self.held} if self.found.is_marked else {}
        self._marked = {}
        rows: list[Row] = []
        group = day = ""
        for observation in self.held:
            heading = self.found.heading(observation.observed_on, _group(observation.observed_on))
            if heading != group:
                space = [Line(())] if rows else []
                rows.append(Row([*space, Line([(f" {heading}", "heading")])]))
                group, day = heading, ""
            label = self.found.day(observation.observed_on, _day(observation.observed_on, self.today))
            text = observation.text[:SHOWN_CHARACTERS]
            written = label if label != day else ""
            line = _line(text, observation.tags, observation.triage, observation.starred, written)
            rows.append(Row([line], observation.number))
            day = label
        self.set_rows(rows, key, stays_at=offset if keeps_place and not (was_at_top and self._has_newest) else None)
        if was_marked or self.found.is_marked:
            self.refresh()  # what is marked in a line is not in the line itself

    def line_at(self, row: int, number: int) -> Line:
        """Return a line with what was found in it marked, once for each width."""
        line, key, width = super().line_at(row, number), self.rows[row].key, self.size.width
        text = self._texts.get(key)
        if text is None:
            return line
        known = self._marked.get((key, width))
        if known is None or known[0] is not line:
            known = line, self.found.marked(line, text, min(SHOWN_CHARACTERS, width + SPARE))
            self._marked[key, width] = known
        return known[1]


def _group(when: When) -> str:
    if when.day is None:
        return "No date"
    if when.precision in {Precision.DAY, Precision.MONTH}:
        return f"{MONTHS[when.day.month - 1]} {when.day.year}"
    words = str(when)
    return words[0].upper() + words[1:]


def _day(when: When, today: dt.date) -> str:
    if when.day is None or when.precision is not Precision.DAY:
        return "month" if when.precision is Precision.MONTH else ""
    if when.day == today:
        return "Today"
    return f"{WEEKDAYS[when.day.weekday()]} {when.day.day:>2}"


@lru_cache(maxsize=2 * KEPT)
def _line(text: str, tags: tuple[str, ...], triage: Triage, is_starred: bool, day: str) -> Line:
    text = one_line(text)
    mark = MARKS[triage]
    beside = [tag for tag in tags if f"#{tag.casefold()}" not in text.casefold()]
    right = " ".join(f"#{tag}" for tag in beside[:2])
    style = "dim" if mark == "·" else ""
    left = [
        (f" {day:<7}", "dim"),
        (f"{mark} ", "warn" if mark in "▲◇" else "accent" if mark == "+" else "dim"),
        ("★ " if is_starred else "", "accent"),
        (text, style),
    ]
    return Line(left, [(f"{right} ", "dim")] if right else ())
