"""Tags that may be one and the same, written in two ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from pivot_journal.domain.text import is_one_letter_apart, tag_key

_SHORTEST = 5
"""Letters; of two shorter words that differ in one, both are mostly meant."""


def look_alikes(names: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of tags that differ only in accents, signs, a plural or one letter; in the order of the names.

    Numbers always count: 'dock-4' and 'dock-5' are two docks.
    """
    buckets: dict[str, list[int]] = {}
    bare = [_bare(name) for name in names]
    for at, word in enumerate(bare):
        ends = {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))} if len(word) < 40 else {word}
        for each in ends:
            buckets.setdefault(each, []).append(at)
    pairs = {
        (one, other)
        for members in buckets.values()
        for place, one in enumerate(members)
        for other in members[place + 1 :]
        if one != other and _are_alike(bare[one], bare[other])
    }
    return [(names[one], names[other]) for one, other in sorted((min(pair), max(pair)) for pair in pairs)]


def look_alike_of(name: str, others: Iterable[str]) -> str | None:
    """Return the first of some other tags that may be meant by a tag; None where it stands by itself."""
    bare = _bare(name)
    return next((other for other in others if tag_key(other) != tag_key(name) and _are_alike(bare, _bare(other))), None)


def _bare(name: str) -> str:
    """Return a tag without accents, signs between its words, and plural."""
    letters = "".join(c for c in unicodedata.normalize("NFD", tag_key(name)) if not unicodedata.combining(c))
    letters = re.sub(r"[-_/]", "", letters) or letters
    if len(letters) > 4 and letters.endswith("ies"):
        return letters[:-3] + "y"
    if len(letters) > 4 and re.search("(s|x|z|ch|sh)es$", letters):
        return letters[:-2]
    return letters[:-1] if len(letters) > 3 and re.search("[^s]s$", letters) else letters


def _are_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    is_long = min(len(one), len(other)) >= _SHORTEST
    return is_long and re.findall(r"\d+", one) == re.findall(r"\d+", other) and is_one_letter_apart(one, other)
