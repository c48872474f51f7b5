"""Plain text, a note a line, as it is kept on a phone; read for ``pivot import`` and for the inbox.

A line may begin with its date: 'yesterday: …', '2024-02-06 …', '2024-02-06: …'. What was taken in is known again by its
date as written, its text and which of several such it is.
"""

from __future__ import annotations

import codecs
import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from pivot_journal.dates import parse_observed_on, parse_when, split_prefix
from pivot_journal.domain.errors import InputRefused, JournalError
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import MONTHS, UNKNOWN_DAY, When
from pivot_journal.exchange.incoming import Incoming, Reject, incoming_text, shown
from pivot_journal.exchange.jsonl import LONGEST_LINE, moves, numbered_lines

_LINES_LOOKED_AT = 300
_DATED_SHARE = 3
"""One line in so many begins with its date in what is taken for plain text unasked."""
_ANY_DAY = dt.date(2000, 6, 15)
_OTHERS = frozenset({".journal", ".jrnl"})
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_MARK = re.compile(r"[-*+•]\s+(?:\[[ xX]\]\s+)?")
_TIME = r"(?:[Tt ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?![0-9]))?[:,]?\s+"
_MONTH = rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' if name[3:] else name for name in MONTHS)}|Sept)\.?"
_DAY_FIRST_IN_LINE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})" + _TIME)
_OTHER_DAY_FIRST_IN_LINE = (
    r"([0-9]{4}([./])[0-9]{1,2}\2[0-9]{1,2}|[0-9]{1,2}([-./])[0-9]{1,2}\3[0-9]{4}"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th|\.)? {_MONTH},? [0-9]{{4}}|{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}})"
    + _TIME
)
"""Days that are as plain without a colon; not read in the inbox, where lines that it has taken in would be new ones.

Compiled where it is needed: the inbox is looked into before the first screen.
"""


class Lines:
    """How the lines of one file are read.

    Args:
        today: What 'today' means in a date.
        day_order: How 02/03/2024 is read, as in the settings.
        is_inbox: Whether a date after today is refused, and a day in another shape than 2024-02-06 needs its colon.
    """

    def __init__(self, today: dt.date, *, day_order: str = "", is_inbox: bool = False) -> None:
        self._today = today
        self._day_order = day_order
        self._is_inbox = is_inbox

    def notes(self, file: BinaryIO) -> Iterator[Incoming | Reject]:
        """Give each line that is not blank.

        Raises:
            InputRefused: It is UTF-16, or cannot be read any further.
        """
        for number, line in numbered_lines(file):
            if raw := line[:LONGEST_LINE].decode("utf-8", "surrogateescape").strip():
                yield self._item(number, raw)

    def dated(self, raw: str) -> tuple[When, str, dt.datetime | None, str]:
        """Return the date that a line begins with, its words if it has a colon, the moment of a time, and the rest.

        Raises:
            JournalError: It begins with what is plainly a date but cannot be placed.
        """
        text = raw
        if mark := _MARK.match(text):
            text = text[mark.end() :]
        if found := self._day_at_start(text):
            parse = parse_observed_on if self._is_inbox else parse_when
            when = parse(found[1], self._today, day_order=self._day_order)
            time = found[found.re.groups]
            moment = _moment(when, time)
            return when, "", moment, text[found.end(1) if time and not moment else found.end() :].lstrip()
        named, rest = split_prefix(text, self._today, day_order=self._day_order, may_be_ahead=not self._is_inbox)
        if named is None:
            return UNKNOWN_DAY, "", None, text
        return named, text[: len(text) - len(rest)].rstrip().removesuffix(":").rstrip(), None, rest

    def _item(self, number: int, raw: str) -> Incoming | Reject:
        try:
            if not raw.isascii() and _NOT_UTF8.search(raw):
                raise InputRefused("not UTF-8")
            when, words, moment, text = self.dated(raw)
            moving = one_line(words) if words and moves(words, when, self._today, self._day_order) else ""
            return Incoming(
                text=incoming_text(text), observed_on=when, moving_date=moving, source_recorded_at=moment, line=number
            )
        except JournalError as error:
            return Reject(number, one_line(str(error)).removesuffix("."), raw)

    def _day_at_start(self, text: str) -> re.Match[str] | None:
        found = _DAY_FIRST_IN_LINE.match(text)
        return found if found or self._is_inbox else re.match(_OTHER_DAY_FIRST_IN_LINE, text, re.IGNORECASE)


class TextNotes:
    """The notes of one text file; can be gone through once.

    Args:
        file: Open for reading bytes; nothing of it is read before the first note is asked for.
        today: What 'today' means in a date.
        day_order: How 02/03/2024 is read, as in the settings.
    """

    format = "text"

    def __init__(self, file: BinaryIO, today: dt.date, *, day_order: str = "") -> None:
        self._file = file
        self._lines = Lines(today, day_order=day_order)
        self._moving = 0
        self._first_moving: Incoming | None = None

    @property
    def left_out(self) -> list[str]:
        """Nothing."""
        return []

    @property
    def attachments(self) -> list[str]:
        """Nothing."""
        return []

    @property
    def notes(self) -> list[str]:
        """What the user should know of how it was read: the dates that mean another day on another day."""
        first = self._first_moving
        if first is None:
            return []
        which = f"{shown(first.moving_date)} on line {first.line}: {first.observed_on}"
        if self._moving == 1:
            return [f"1 date was counted from today, {which}."]
        return [f"{self._moving:,} dates were counted from today, such as {which}."]

    def __iter__(self) -> Iterator[Incoming | Reject]:
        """Give each line that is not blank.

        Raises:
            InputRefused: It is UTF-16, or cannot be read any further.
        """
        for item in self._lines.notes(self._file):
            if isinstance(item, Incoming) and item.moving_date:
                self._moving += 1
                self._first_moving = self._first_moving or item
            yield item


def is_text(head: bytes) -> bool:
    """Whether the beginning of a file is text in UTF-8."""
    try:
        codecs.getincrementaldecoder("utf-8-sig")().decode(head)
    except UnicodeDecodeError:
        return False
    return b"\0" not in head


def looks_like(head: bytes, path: Path) -> bool:
    """Whether a file is text of which a fair share of the lines begins with a date.

    Args:
        head: The first few thousand bytes; of a folder, none.
        path: Where it is.
    """
    if not is_text(head) or path.suffix.casefold() in _OTHERS:
        return False
    written = [line.strip() for line in head.decode("utf-8-sig", "ignore").split("\n")]
    lines = [line for line in written if line][:_LINES_LOOKED_AT]
    dated = sum(map(_is_dated, lines))
    return dated > 0 and dated * _DATED_SHARE >= len(lines)


def _is_dated(line: str) -> bool:
    try:
        when, _, _, text = Lines(_ANY_DAY).dated(line)
    except JournalError:  # it is a date, though not one that can be placed
        return True
    # jrnl's list of dates has but a number behind each.
    return when.day is not None and any(map(str.isalpha, text))


def _moment(when: When, time: str | None) -> dt.datetime | None:
    """Return the moment of a day's local time; None without one, or where it is none of the clock's."""
    if time and when.day:
        with suppress(ValueError, OverflowError, OSError):
            return dt.datetime.fromisoformat(f"{when.day}T{time}").astimezone()
    return None
