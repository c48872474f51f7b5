"""What every reader of a file gives: an entry that can be stored, or a place in the file that cannot, and why."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import LONGEST_TEXT, accept_tag, accept_text, clean
from pivot_journal.domain.when import UNKNOWN_DAY, When

_LONGEST_SHOWN = 60


class Incoming(NamedTuple):
    """One entry of a file, as it can be stored."""

    text: str
    """What happened, cleaned."""
    observed_on: When = UNKNOWN_DAY
    """The day as the file names it; never guessed."""
    tags: tuple[str, ...] = ()
    """The tags beside the text, each one that can be a tag here."""
    starred: bool = False
    source_key: str | None = None
    """The source's own id; None where it has none."""
    source_recorded_at: dt.datetime | None = None
    """The source's own moment of the entry; aware."""
    moving_date: str = ""
    """The date as it was written, where what it means depends on the day of reading ('last friday'); else empty."""
    line: int = 0
    """Where it stands in the file, from 1."""
    place: str = ""
    """The file within the folder or archive, as a relative path with '/'; empty where there is but one file."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A place in a file that cannot be stored."""

    line: int
    """Where it stands in the file, from 1."""
    reason: str
    """Why, and what to do; one line."""
    raw: str
    """What stands there; bytes that are no text as lone surrogates, as ``surrogateescape`` reads them."""
    place: str = ""
    """The file within the folder or archive; empty where there is but one file."""


class Reader(Protocol):
    """What reads one kind of file or folder; can be gone through once, and holds no more than an entry at a time."""

    format: str
    """The kind, as ``--from`` calls it."""

    def __iter__(self) -> Iterator[Incoming | Reject]:
        """Give each entry in the order of the file, or the place that cannot be one.

        Raises:
            InputRefused: It is not of this kind at all, or cannot be read any further.
            ValueRefused: Something that was asked for (a mapped name) is not in it.
        """

    @property
    def left_out(self) -> list[str]:
        """What is in the file but stands for nothing here (names of fields, of files), as far as it was read."""

    @property
    def attachments(self) -> list[str]:
        """The pictures and other files that belong to entries and do not come in, as far as it was read."""


class OwnIds:
    """The source's own ids in one file, to notice one that two different entries claim."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[int, int]] = {}

    def claim(self, id_: str, content: object, line: int) -> None:
        """Note that a line claims an id for some content.

        Raises:
            ValueRefused: An earlier line claims it for something else; taking either would lose the other.
        """
        first, mark = self._seen.setdefault(id_, (line, hash(content)))
        if mark != hash(content):
            raise ValueRefused(
                f"the id {shown(id_)} stands on line {first} already, with another entry; is it really an id?"
            )


def incoming_text(text: str) -> str:
    """Return a text as it may be stored: cleaned, but with the blanks at its ends, for the source has them too.

    Raises:
        ValueRefused: Nothing but blanks is left of it, or it is too long.
    """
    text = clean(text)
    if not text or text.isspace() or len(text) > LONGEST_TEXT:
        accept_text(text, "text")
    return text


@lru_cache(maxsize=4096)
def tag_from(name: str) -> str:
    """Return a tag for what a file calls one: runs of what no tag may hold become '-', and digits get a word.

    'Config Errors' becomes 'Config-Errors', '2024' becomes 'tag-2024'.

    Raises:
        ValueRefused: No letter, digit or symbol is in it.
    """
    try:
        return accept_tag(name)
    except ValueRefused:
        kept = "".join(character if _may_stand_in_tag(character) else " " for character in clean(name))
        made = re.sub(r"-{2,}", "-", "-".join(kept.split())).strip("-_/")
    for candidate in (made, f"tag-{made}"):
        try:
            if made:
                return accept_tag(candidate)
        except ValueRefused:
            continue
    raise ValueRefused(f"{shown(name)} cannot be a tag")


def _may_stand_in_tag(character: str) -> bool:
    try:
        accept_tag(f"a{character}a")
    except ValueRefused:
        return False
    return True


def tags_from(names: Iterable[str]) -> tuple[str, ...]:
    """Return the tags for what a file calls so, empty names left out.

    Raises:
        ValueRefused: One of them cannot be made a tag.
    """
    return tuple([tag_from(name) for name in names if name and not name.isspace()])


def read_mapping(pairs: Iterable[str], ours: Iterable[str]) -> dict[str, str]:
    """Return which of a file's names stands for which of ours.

    Args:
        pairs: What was typed, each OURS=THEIRS.
        ours: The names of ours that the format knows.

    Raises:
        ValueRefused: One has no '=' or an empty side, is not a name of ours, or is there twice.
    """
    known = list(ours)
    mapping: dict[str, str] = {}
    for pair in pairs:
        name, equals, theirs = pair.partition("=")
        name, theirs = name.strip(), theirs.strip()
        if not equals or not name or not theirs:
            raise ValueRefused(f"--map takes OURS=THEIRS, such as text=summary; {shown(pair)} is not that.")
        if name not in known:
            raise ValueRefused(f"--map {shown(pair)}: there is no {shown(name)} here. There is: {', '.join(known)}.")
        if name in mapping:
            raise ValueRefused(f"--map names {name} twice: {shown(mapping[name])} and {shown(theirs)}.")
        mapping[name] = theirs
    return mapping


def refuse_unmet(mapping: Mapping[str, str], unmet: Iterable[str], names: Iterable[str]) -> None:
    """Refuse a mapping that names something which the file does not have.

    Raises:
        ValueRefused: There is one; tells what the file has.
    """
    missing = set(unmet)
    for ours, theirs in mapping.items():
        if theirs in missing:
            raise ValueRefused(
                f"--map {shown(f'{ours}={theirs}')}: no entry has {shown(theirs)}. They have: {listed(names)}."
            )


def listed(names: Iterable[str], most: int = 12) -> str:
    """Return names as a message may show them, the first of many."""
    all_of_them = list(names)
    more = f" and {len(all_of_them) - most} more" if len(all_of_them) > most else ""
    return (", ".join(_printable(name) for name in all_of_them[:most]) or "nothing") + more


def shown(text: str) -> str:
    """Return a text of a file as a message may show it: on one line, short, in quotation marks."""
    line = _printable(text)
    return f'"{line}"' if len(line) <= _LONGEST_SHOWN else f'"{line[: _LONGEST_SHOWN - 1]}…"'


def _printable(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text[: _LONGEST_SHOWN * 4]).split())
