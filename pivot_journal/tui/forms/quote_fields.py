"""The fields for a customer's own words in a note: which words, who said them by role, and how they came."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pivot_journal.domain.quote import CustomerQuote
from pivot_journal.domain.text import one_line
from pivot_journal.tui.widgets.field import FieldSpec

PARTS = ("words", "role", "channel")
_ABOUT = "quote:"
_QUOTATION = re.compile(r"“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|(?<!\w)\"([^\"]+)\"(?!\w)")
FEWEST_WORDS = 2
"""One word in quotation marks is more often a button's name than something that was said."""


def quotations_in(text: str) -> list[str]:
    """Return what stands in quotation marks in a text, without the marks, each once, in order."""
    found = (next(part for part in match.groups() if part) for match in _QUOTATION.finditer(text))
    lines = (one_line(words) for words in found)
    return list(dict.fromkeys(words for words in lines if len(words.split()) >= FEWEST_WORDS))


def quote_specs(places: int, *, is_more: bool) -> list[FieldSpec]:
    """Return the fields for so many customer's words; the last ones are for new words."""
    specs = []
    for place in range(places):
        specs += [
            FieldSpec(
                name=f"quote{place}_words",
                label="their words",
                prompt="word for word, as they stand in the note",
                section="A customer's own words" if place == 0 else "",
                is_beside=True,
                is_more=is_more,
            ),
            FieldSpec(
                name=f"quote{place}_role",
                label="who, by role",
                prompt="e.g. a pharmacist; never a name",
                is_beside=True,
                is_more=is_more,
            ),
            FieldSpec(
                name=f"quote{place}_channel",
                label="how it came",
                prompt="e.g. by phone, in a complaint",
                is_beside=True,
                is_more=is_more,
            ),
        ]
    return specs


def quote_values(quotes: Sequence[CustomerQuote]) -> dict[str, str]:
    """Return what stands in the fields of customers' words that are marked already."""
    return {f"quote{i}_{part}": getattr(quote, part) for i, quote in enumerate(quotes) for part in PARTS}


def kept_as(words: str) -> str:
    """Return how a draft names what is typed about a customer's words: by the words; about new ones without any.

    Marking the same words again gives them another id, so the words are what stays.
    """
    return f"{_ABOUT}{words}" if words else "new-quote"


def gone_words(content: Mapping[str, str], marked: Sequence[str]) -> list[str]:
    """Return the words that a draft is about and that are no longer marked, without those it wanted unmarked too.

    Args:
        content: The draft's.
        marked: The words that are marked now.
    """
    about = dict.fromkeys(key.rpartition("_")[0] for key in content if key.startswith(_ABOUT))
    gone = {key.removeprefix(_ABOUT): content.get(f"{key}_words") for key in about}
    return [words for words, typed in gone.items() if words not in marked and (typed is None or typed.strip())]
