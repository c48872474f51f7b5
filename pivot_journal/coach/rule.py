"""What a rule of the coach is: data with its examples, and one function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pivot_journal.coach.finding import Level, Scope

if TYPE_CHECKING:
    from pivot_journal.coach.facts import StoryFacts
    from pivot_journal.coach.reading import Reading


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a rule objects to, in the text that it was given."""

    start: int
    end: int
    message: str = ""
    """Instead of the rule's own, where the place has more to say."""
    question: str = ""
    fix: str = ""
    level: Level | None = None
    """Instead of the rule's own."""


Check = Callable[["Reading", "Circumstances"], Iterable[Hit]]
"""Looks at one unit of text and gives places in the text as the user wrote it (``Reading.span``).

A rule for sentences goes through ``reading.sentences`` itself, one for openings through ``reading.opening``: what
stands around a sentence may matter. An empty hit (start == end == 0) is about the unit as a whole.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What is known beside the text, so that structured facts come before patterns; all empty for a bare text."""

    stories: tuple[StoryFacts, ...] = ()
    """For the scope 'story' the one story; for 'pitch' all of them in order."""
    private_terms: tuple[str, ...] = ()
    plain_words: frozenset[str] = frozenset()
    """Acronyms that this user's listeners know."""
    format_name: str = "chat"
    fewest_stories: int = 2
    most_stories: int = 3
    words_most: int = 225
    """The most spoken words of the format; 0 where it has no such limit."""
    is_composed: bool = False
    """Whether the text was composed from a journal: then stories are counted there, not guessed."""


NOTHING_KNOWN = Circumstances()
"""The circumstances of a bare text: the 60 to 90 second chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule, as the file of its name holds it."""

    name: str
    level: Level
    scope: Scope
    question: str
    message: str
    fix: str
    source: str
    must_flag: tuple[str, ...]
    """Texts of its scope that it must object to; other people's words, not those of the test data."""
    must_pass: tuple[str, ...]
    check: Check = field(repr=False)
    reads_quotations: bool = False
    """Whether it looks inside quotation marks too."""
    mended_at: str = ""
    """For stories and pitches: where it is mended if no words of a field are objected to: 'story.did'."""
