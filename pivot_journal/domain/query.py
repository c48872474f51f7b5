"""What a search means, as a value: conditions that all have to hold. ``query_parser`` reads it from text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from pivot_journal.domain.observation import Evidence, Triage
from pivot_journal.domain.when import Precision


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


Term = Words | Tagged | Decided | Sorted | Graded | Starred | Dated


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
    """What was passed over; only where the reading was lenient."""

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
