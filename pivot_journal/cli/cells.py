"""How many cells of a terminal a text fills; small and quick, because the quick path may not load rich."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_AS_EMOJI = "\ufe0f"


def cells(text: str) -> int:
    """Return how many cells a text of one line fills; a sequence of joined emoji counts each, as old terminals do."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(character) for character in text)


def cut(text: str, width: int) -> str:
    """Return a text of one line that fills at most so many cells, with '…' where something was cut off."""
    if cells(text) <= width:
        return text
    filled, end = 0, 0
    for end, character in enumerate(text):  # noqa: B007 - the place of the cut is what is looked for
        filled += _cells_of(character)
        if filled > width - 1:
            break
    return text[:end].rstrip().rstrip(_JOINER) + "…"


def wrapped(text: str, width: int) -> list[str]:
    """Return a text of one line as lines of at most so many cells, broken between words where that is possible."""
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if cells(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        while cells(word) > width:
            piece = _beginning(word, width)
            lines.append(piece)
            word = word[len(piece) :]
        line = word
    return [*lines, line]


def _beginning(word: str, width: int) -> str:
    filled = 0
    for end, character in enumerate(word):
        filled += _cells_of(character)
        if filled > width:
            return word[: max(end, 1)]
    return word


def _cells_of(character: str) -> int:
    if character.isascii():
        return 1
    if character == _AS_EMOJI:
        return 1  # turns the sign before it, of one cell, into a picture of two
    if unicodedata.category(character) in {"Mn", "Me", "Cf"} or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
