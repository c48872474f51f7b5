"""Text as it comes in: without anything that could act on a terminal, and with the tags found in it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from pivot_journal.domain.errors import ValueRefused

LONGEST_TEXT = 1_000_000
"""Characters; a longer text is refused rather than cut."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_PLAIN = bytes((*b"\t\n", *range(0x20, 0x7F)))
_TAG = re.compile(r"(?<![\w#&/])#([^\s#]+)")
_TAG_SIGNS = "_-/"
_JOINERS = "\u200d\ufe0f"


def clean(text: str) -> str:
    """Return a text without control and direction-override characters; line breaks become newlines, tabs stay."""
    # What is plain or printable holds nothing that is taken away, and asking costs a tenth of it.
    if text.isascii():
        if not text.encode().translate(None, _PLAIN):
            return text
    elif text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return _UNSAFE.sub("", _BREAKS.sub("\n", text))


def clean_fields(thing: Any) -> None:
    """Clean every text of a frozen dataclass in place; called where it checks itself, before anything is stored."""
    for name in thing.__dataclass_fields__:
        value = getattr(thing, name)
        if type(value) is str:
            object.__setattr__(thing, name, clean(value))


def one_line(text: str) -> str:
    """Return a text cleaned and with every run of white space as one blank: what a list or an echo shows."""
    return " ".join(clean(text).split())


def accept_text(text: str, what: str) -> str:
    """Return a text as it may be stored: cleaned, without blank ends.

    Args:
        text: What a person typed or a file held.
        what: The name of the field, for the error.

    Raises:
        ValueRefused: Nothing is left of it, or it is longer than ``LONGEST_TEXT``.
    """
    text = clean(text).strip()
    if not text:
        raise ValueRefused(f"The {what} is empty. Write what happened, one line is enough.")
    if len(text) > LONGEST_TEXT:
        raise ValueRefused(f"The {what} has {len(text):,} characters; {LONGEST_TEXT:,} is the most.")
    return text


def inline_tags(text: str) -> tuple[str, ...]:
    """Return the tags typed in a text, without their sign, each once, as first written.

    Letters, digits, ``_``, ``-``, ``/`` and symbols such as emoji make a tag; ``#123`` is a ticket number, not one.
    """
    found: dict[str, str] = {}
    for match in _TAG.finditer(text):
        name = _leading_tag(match[1])
        if name:
            found.setdefault(tag_key(name), name)
    return tuple(found.values())


def tags_in(text: str) -> list[tuple[str, int, int]]:
    """Return every tag typed in a text, in order, with where its sign stands and where it ends."""
    found = []
    for match in _TAG.finditer(text):
        name = _leading_tag(match[1])
        if name:
            found.append((name, match.start(), match.end(1) - len(match[1]) + _length(match[1])))
    return found


def accept_tag(name: str) -> str:
    """Return the name of a tag given by itself, with or without its sign.

    Raises:
        ValueRefused: It holds something that no tag may hold, or is only digits.
    """
    bare = unicodedata.normalize("NFC", clean(name).strip().removeprefix("#"))
    if not bare or _leading_tag(bare) != bare:
        raise ValueRefused(
            f'"{one_line(name)[:40]}" cannot be a tag. Use letters, digits, _ - / or an emoji, and not only digits.'
        )
    return bare


def tag_key(name: str) -> str:
    """Return what makes two spellings the same tag: composed form, without case."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def is_one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter more, less, other, or two neighbours swapped make one word the other; not the same word."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
    left, right = one[start:], other[start:]
    return (
        left[1:] == right or left == right[1:] or left[1:] == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:] and len(left) > 1)
    )  # fmt: skip


def _leading_tag(run: str) -> str:
    name = unicodedata.normalize("NFC", run[: _length(run)])
    return name if any(unicodedata.category(c)[0] in "LS" for c in name) else ""


def _length(run: str) -> int:
    """Return how many signs at the beginning of a run can be a tag."""
    length = 0
    for character in run:
        kind = unicodedata.category(character)
        if not (kind[0] in "LNM" or kind in {"So", "Sk"} or character in _TAG_SIGNS or character in _JOINERS):
            break
        length += 1
    return len(run[:length].rstrip(_TAG_SIGNS))


BEGINNING_WORDS = 5


def beginning(text: str) -> str:
    """Return how a text begins, to call by it what has no name yet; empty where there is no word."""
    return " ".join(text.split()[:BEGINNING_WORDS]).rstrip(".,;:")


def is_beginning(name: str, text: str) -> bool:
    """Whether a name is only how a longer text begins."""
    return len(text.split()) > BEGINNING_WORDS == len(name.split()) and beginning(text) == name
