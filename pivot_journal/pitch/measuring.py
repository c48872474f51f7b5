"""How long parts are together, in the unit of their format: spoken as it is heard, written as it is counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from pivot_journal.pitch.format import Format, Unit
from pivot_journal.pitch.parts import Part
from pivot_journal.pitch.roles import Role
from pivot_journal.pitch.spoken import seconds_for

_BETWEEN_SENTENCES, _BETWEEN_PARAGRAPHS = len(" "), len("\n\n")


def written_words(text: str) -> int:
    """Count the words of a text as a letter counts them: what stands between blanks and holds a letter or figure."""
    return sum(1 for word in text.split() if any(map(str.isalnum, word)))


def part_size(part: Part, unit: Unit) -> int:
    """Return how long one part is: in characters, else in the words of its format."""
    return len(part.text) if unit is Unit.CHARACTERS else part.words


def size_of(parts: Iterable[Part], chosen: Format, words_per_minute: int) -> float:
    """Return how long parts are together, without a subject line; where each story counts by itself, the longest.

    Args:
        parts: In the order in which they are told.
        chosen: Their format; its unit is that of the result.
        words_per_minute: The pace of what is spoken.
    """
    counted = [part for part in parts if part.role is not Role.SUBJECT]
    if not chosen.counts_each_story:
        return _together(counted, chosen.budget.unit, words_per_minute)
    by_story = groupby(counted, key=lambda part: part.story_id)
    return max((_together(list(group), chosen.budget.unit, words_per_minute) for _, group in by_story), default=0)


def _together(parts: Sequence[Part], unit: Unit, words_per_minute: int) -> float:
    if unit is Unit.SECONDS:
        return seconds_for(sum(part.words for part in parts), words_per_minute)
    if unit is Unit.WORDS:
        return sum(part.words for part in parts)
    between = sum(
        _BETWEEN_SENTENCES if one.paragraph == other.paragraph else _BETWEEN_PARAGRAPHS
        for one, other in pairwise(parts)
    )
    return sum(len(part.text) for part in parts) + between
