"""The inbox: a plain-text file into which a phone or another program writes, one line a note.

Its lines are read as those of any plain text (``text_notes``), and the file is only read.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from pivot_journal.domain.errors import InputRefused
from pivot_journal.domain.text import one_line
from pivot_journal.exchange.incoming import Incoming, Reject
from pivot_journal.exchange.text_notes import Lines

MOST_BYTES = 16_000_000
"""A larger file is no inbox, and is refused rather than read at each start."""


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
        self._lines = Lines(today, day_order=day_order, is_inbox=True)

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
            InputRefused: The file is there, but is none that can be read, is UTF-16, or is too large.
        """
        yield from self._lines.notes(io.BytesIO(self._read()))

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
        return content
