"""What of a story stands on a timeline: its notes, its launch, the time between them, and the stretch of its amount."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from pivot_journal.domain.foresight import Foresight, foresight_of
from pivot_journal.domain.observation import Evidence, Observation
from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.domain.when import MONTHS, Precision, When
from pivot_journal.pitch.amounts import told_amount
from pivot_journal.pitch.moments import outcome_of
from pivot_journal.pitch.sentences import said

_MOST_TICKS = 7
_MOST_LANES = 6
_NARROWEST = 6.0
"""Hundredths of the axis that a mark with its number takes on a small screen."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where something lies on the axis, in hundredths of it; a day is a point, anything vaguer has a width."""

    left: float
    width: float
    is_day: bool

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Axis:
    """The whole months that hold every date of a story."""

    first: int
    """The ordinal of its first day."""
    end: int
    """The ordinal of the day after its last."""

    @classmethod
    def over(cls, days: Sequence[dt.date]) -> Axis:
        """Return the axis that holds the days; there is at least one."""
        last = When.of(max(days), Precision.MONTH).last_day
        assert last is not None
        return cls(min(days).replace(day=1).toordinal(), last.toordinal() + 1)

    def day(self, day: dt.date) -> Stretch:
        """Return the place of a day: its middle."""
        return Stretch(self._place(day.toordinal() + 0.5), 0.0, is_day=True)

    def between(self, first: dt.date | None, last: dt.date | None) -> Stretch:
        """Return the place of a stretch of days, both included; None is open, to the end of the axis."""
        left = self._place(first.toordinal()) if first else 0.0
        right = self._place(last.toordinal() + 1) if last else 100.0
        return Stretch(left, right - left, is_day=False)

    def when(self, when: When) -> Stretch:
        """Return the place of a date as exactly as it is known."""
        assert when.day is not None
        return self.day(when.day) if when.precision is Precision.DAY else self.between(when.day, when.last_day)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Give the months or years at which the axis is marked, with what is written there."""
        begin, end = dt.date.fromordinal(self.first), dt.date.fromordinal(self.end - 1)
        first, last = begin.year * 12 + begin.month - 1, end.year * 12 + end.month - 1
        step = next(step for step in _steps() if (last - first) / step < _MOST_TICKS)
        is_named = False
        for index in range(-(-first // step) * step, last + 1, step):
            year, month = divmod(index, 12)
            if not year:
                continue
            name = MONTHS[month][:3]
            words = str(year) if step >= 12 else f"{name} {year}" if not month or not is_named else name
            is_named = True
            yield self._place(dt.date(year, month + 1, 1).toordinal()), words

    def _place(self, ordinal: float) -> float:
        return min(100.0, max(0.0, (ordinal - self.first) * 100 / (self.end - self.first)))


@dataclass(frozen=True, slots=True)
class Mark:
    """A note on the axis, with the number under which it is quoted."""

    number: int
    at: Stretch
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Row:
    """Something with words of its own on the axis."""

    words: str
    at: Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The dates of one story, ready to be drawn."""

    axis: Axis
    lanes: tuple[tuple[Mark, ...], ...] = ()
    """The notes, those that would lie on each other one under the other."""
    lead: Row | None = None
    """From the record to the launch, where the pitch claims that it was noted before."""
    launch: Row | None = None
    earlier: tuple[Row, ...] = ()
    """The dates that the launch was set for before, the oldest first."""
    counted: Row | None = None
    """The stretch of time of the amount."""


def timeline_of(
    material: StoryMaterial,
    notes: Sequence[tuple[int, Observation]],
    *,
    claimed: Observation | None = None,
    today: dt.date | None = None,
) -> Timeline | None:
    """Return the timeline of a story; None where fewer than two things of it are dated.

    Args:
        material: The story with all that it rests on.
        notes: Its dated notes, each with its number.
        claimed: The note of which the pitch says that it stood before the launch.
        today: The day on which it is read, where that is known.
    """
    decision = material.decision
    launched = decision.launched_on if decision and decision.launched_on.day else None
    moved = [change.launched_on for change in decision.launch_changes] if decision and launched else []
    before = [each for each in dict.fromkeys(moved) if each.day is not None and each != launched]
    words, first, last = _counted(material)
    whens = [seen.observed_on for _, seen in notes] + ([launched] if launched else []) + before
    days = [day for when in whens for day in (when.day, when.last_day) if day]
    days += [day for day in (first, last) if day]
    if len(notes) + bool(launched) + bool(words) < 2 or not days:
        return None
    claim = foresight_of(claimed, launched) if claimed and launched else None
    may_be_drawn = claim is not None and claim.may_be_claimed and not (decision and decision.is_ahead(today))
    if may_be_drawn and claim and claim.noted_on.day:
        days.append(claim.noted_on.day)
    axis = Axis.over(days)
    marks = [Mark(number, axis.when(seen.observed_on), seen.evidence) for number, seen in notes]
    lead = launch = None
    if decision and launched and launched.day:
        ahead = decision.is_ahead(today)
        launch = Row(f"{'set for' if ahead else 'launched'} {launched}", axis.when(launched))
        if may_be_drawn and claim and claim.noted_on.day:
            outcome = outcome_of(decision)
            reworded = ", reworded after" if claim.foresight is Foresight.REWORDED_AFTER else ""
            noted = f"{'on record' if claim.source else 'noted'} {claim.lead} before launch{reworded}"
            start = axis.day(claim.noted_on.day).left
            lead = Row(
                f"{noted}; {outcome}" if outcome else noted,
                Stretch(start, launch.at.left - start, is_day=False),
            )
    counted = Row(words, axis.between(first, last)) if words else None
    earlier = tuple(
        Row(f"{'then' if number else 'launch first'} set for {each}", axis.when(each))
        for number, each in enumerate(before)
    )
    return Timeline(axis=axis, lanes=_packed(marks), lead=lead, launch=launch, earlier=earlier, counted=counted)


def _counted(material: StoryMaterial) -> tuple[str, dt.date | None, dt.date | None]:
    """Return what the headline amount is and from when to when; behind a public form no exact days stand either."""
    impact = material.impacts[0] if material.impacts else None
    if impact is None or said(impact.public_form):
        return "", None, None
    if impact.over_from or impact.over_to:
        return told_amount(impact), impact.over_from, impact.over_to
    tally = next((tally for tally in material.tallies if tally.id == impact.tally_id and tally.days), None)
    return (f"{tally.name}, as I counted them", tally.first_on, tally.last_on) if tally else ("", None, None)


def _packed(marks: Sequence[Mark]) -> tuple[tuple[Mark, ...], ...]:
    lanes: list[list[Mark]] = []
    ends: list[float] = []
    for mark in sorted(marks, key=lambda mark: (mark.at.left, mark.number)):
        left = mark.at.left - (_NARROWEST / 2 if mark.at.is_day else 0)
        free = next((lane for lane, end in enumerate(ends) if end <= left), None)
        if free is None and len(lanes) < _MOST_LANES:
            free = len(lanes)
            lanes.append([])
            ends.append(0.0)
        elif free is None:
            free = ends.index(min(ends))
        lanes[free].append(mark)
        ends[free] = left + max(mark.at.width, _NARROWEST)
    return tuple(tuple(lane) for lane in lanes)


def _steps() -> Iterator[int]:
    """Give the months between two marks of an axis, from every month to every so many years."""
    yield from (1, 2, 3, 6)
    for power in count():
        yield from (12 * years * 10**power for years in (1, 2, 5))
