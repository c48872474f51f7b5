"""The inbox: a plain-text file into which a phone or another program writes, one line a note.

A line may begin with its date: 'yesterday: …', '2024-02-06 …', '2024-02-06: …'. The file is only read; what was taken
in is known again by its date as written, its text and which of several such it is.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from pivot_journal.dates import parse_observed_on, split_prefix
from pivot_journal.domain.errors import InputRefused, JournalError
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import UNKNOWN_DAY, When
from pivot_journal.exchange.incoming import Incoming, Reject, incoming_text
from pivot_journal.exchange.jsonl import moves

MOST_BYTES = 16_000_000
"""A larger file is no inbox, and is refused rather than read at each start."""
_DAY_FIRST_IN_LINE = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?![0-9]))?[:,]?\s+"
)
_MARK = re.compile(r"[-*+•]\s+(?:\[[ xX]\]\s+)?")


class Inbox:
    """The notes of an inbox; can be gone through once.

    Args:
        path: The file; one that is not there holds nothing.
        today: What 'today' means in a date.
        day_order: How 02/03/2024 is read, as in the settings.
    """

    format = "inbox"

    def __init__(self, path: Path, today: dt.date, *, day_order: str = "") -> None:
        self._path = path
        self._today = today
        self._day_order = day_order

    @property
    def left_out(self) -> list[str]:
        """Nothing."""
        return []

    @property
    def attachments(self) -> list[str]:
        """Nothing."""
        return []

    def __iter__(self) -> Iterator[Incoming | Reject]:
        """Give each line that is not blank.

        Raises:
            InputRefused: The file is there, but is none that can be read, or is too large.
        """
        for number, line in enumerate(self._read().split(b"\n"), 1):
            raw = line.decode("utf-8", "surrogateescape").strip()
            if not raw:
                continue
            item: Incoming | Reject
            try:
                if not raw.isascii() and re.search("[\udc80-\udcff]", raw):
                    raise InputRefused("not UTF-8")
                item = self._note(number, raw)
            except JournalError as error:
                item = Reject(number, one_line(str(error)).removesuffix("."), raw)
            yield item

    def _read(self) -> bytes:
        try:
            # A pipe would be waited for without end.
            handle = os.open(self._path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
            with os.fdopen(handle, "rb") as file:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    raise InputRefused(f"The inbox {one_line(str(self._path))} is not a file.")
                content = file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            return b""
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise InputRefused(f"The inbox {one_line(str(self._path))} cannot be read: {reason}.") from error
        if len(content) > MOST_BYTES:
            raise InputRefused(f"The inbox {one_line(str(self._path))} is larger than {MOST_BYTES:,} bytes.")
        return content.removeprefix(b"\xef\xbb\xbf")

    def _note(self, number: int, raw: str) -> Incoming:
        text = raw
        if mark := _MARK.match(text):
            text = text[mark.end() :]
        when, moving, moment = UNKNOWN_DAY, "", None
        if found := _DAY_FIRST_IN_LINE.match(text):
            when = parse_observed_on(found[1], self._today)
            if found[2]:
                moment = dt.datetime.fromisoformat(f"{found[1]}T{found[2]}").astimezone()
            text = text[found.end() :]
        else:
            named, rest = split_prefix(text, self._today, day_order=self._day_order)
            if named is not None:
                prefix = text[: len(text) - len(rest)].rstrip().removesuffix(":").rstrip()
                when, text = named, rest
                moving = self._as_written(prefix, when)
        return Incoming(
            text=incoming_text(text), observed_on=when, moving_date=moving, source_recorded_at=moment, line=number
        )

    def _as_written(self, prefix: str, when: When) -> str:
        return one_line(prefix) if moves(prefix, when, self._today, self._day_order) else ""
