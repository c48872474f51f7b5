"""What a search means, as a value: conditions that all have to hold. ``query_parser`` reads it from text."""

from __future__ import annotations

import datetime as dt
from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass

from pivot_journal.domain.observation import Evidence, Triage
from pivot_journal.domain.when import Precision, When


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand one after the other; a single one more often than not."""

    text: str
    is_phrase: bool = False
    """Whether they were typed in quotation marks; several such words are looked for in the text, not among the tags."""
    is_prefix: bool = True
    """Whether the last may be the beginning of a word."""

    @property
    def is_indexed(self) -> bool:
        """Whether a letter or digit is in them, which is what the index is made of; else they may stand anywhere."""
        return any(character.isalnum() for character in self.text)


@dataclass(frozen=True, slots=True)
class Tagged:
    """With a tag."""

    name: str
    is_prefix: bool = False
    """Whether tags that begin so are meant too."""
    is_unfinished: bool = False
    """Whether it is just being typed: where there is no such tag, those are meant that begin so."""


@dataclass(frozen=True, slots=True)
class Decided:
    """With a decision whose title has a part; with any at all where the part is empty."""

    part: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """Sorted as one of these."""

    kinds: tuple[Triage, ...]


@dataclass(frozen=True, slots=True)
class Graded:
    """Of one of these grades of evidence."""

    grades: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Starred:
    """Standing out."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Observed within these days; what has no date is never within any."""

    first: dt.date | None
    last: dt.date | None
    precision: Precision | None = None
    """The least exact date that counts; None for any. 'on:2024-03-01' does not mean what is known as 'March 2024'."""


NEAR_DAYS = 3
"""How far from the same day of an earlier year something may lie."""
MOST_YEARS = 150
"""Longer than anybody looks back: a date that was mistyped costs no search two thousand years."""


@dataclass(frozen=True, slots=True)
class OnThisDay:
    """Observed around one day of the year in the years before it; in its month, where only the month is known."""

    day: dt.date
    """The day whose earlier years are meant; what lies around it in its own year is not."""

    def around(self, when: When) -> dt.date | None:
        """Return the same day of the earlier year that a date lies around; None where it lies around none."""
        if when.day is None or when.precision not in {Precision.DAY, Precision.MONTH}:
            return None
        for year in self._years(when.day.year - 1, when.day.year + 2):
            same = self._in(year)
            is_near = abs(when.day.toordinal() - same.toordinal()) <= NEAR_DAYS
            if is_near if when.precision is Precision.DAY else when.day == same.replace(day=1):
                return same
        return None

    def dates(self, first: dt.date) -> list[When]:
        """Return every date that is meant, from the year of a day on."""
        years = self._years(first.year - 1, self.day.year)
        return [when for year in years for when in self._dates(self._in(year))]

    def _years(self, first: int, end: int) -> range:
        return range(max(first, self.day.year - MOST_YEARS, dt.MINYEAR), min(end, self.day.year))

    def _in(self, year: int) -> dt.date:
        is_leap_day = (self.day.month, self.day.day) == (2, 29) and not isleap(year)
        return dt.date(year, 2, 28) if is_leap_day else self.day.replace(year=year)

    @staticmethod
    def _dates(same: dt.date) -> list[When]:
        ordinal = same.toordinal()
        days = range(max(ordinal - NEAR_DAYS, 1), ordinal + NEAR_DAYS + 1)
        return [*(When(dt.date.fromordinal(day)) for day in days), When.of(same, Precision.MONTH)]


Term = Words | Tagged | Decided | Sorted | Graded | Starred | Dated | OnThisDay


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that has to hold, or must not."""

    term: Term
    is_negated: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of a query that cannot be read."""

    start: int
    end: int
    message: str
    """What to write instead; continues after the quoted part."""


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that all have to hold, in the order typed."""

    conditions: tuple[Condition, ...] = ()
    by_relevance: bool = False
    problems: tuple[Problem, ...] = ()
    """What is not right as it stands, most of it passed over; only where the reading was lenient."""

    def words(self) -> list[Words]:
        """Return the words that are looked for, without those that must not occur."""
        return [c.term for c in self.conditions if isinstance(c.term, Words) and not c.is_negated]


def all_of(queries: Iterable[Query]) -> Query:
    """Return the conditions of several queries together."""
    given = list(queries)
    return Query(
        tuple(condition for query in given for condition in query.conditions),
        any(query.by_relevance for query in given),
        tuple(problem for query in given for problem in query.problems),
    )
