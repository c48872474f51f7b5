"""A text journal of jrnl's line by line: where its entries begin, and each as it stands in the file."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, BinaryIO

from pivot_journal.dates import FIRST_YEAR, LAST_YEAR
from pivot_journal.domain.errors import InputRefused, ValueRefused
from pivot_journal.domain.text import LONGEST_TEXT, one_line
from pivot_journal.domain.when import When
from pivot_journal.exchange.incoming import Incoming, Reject, incoming_text, shown
from pivot_journal.exchange.jrnl_entry import (
    PlusSign,
    entry_text,
    local_moment,
    tags_beside,
    title_and_body,
    written_tags,
)
from pivot_journal.exchange.jrnl_headings import HEADING, Headings

UTF8_MARK = b"\xef\xbb\xbf"
LONGEST_LINE = 4 * LONGEST_TEXT + 1_000
"""Bytes of a line that are held; the rest of it is passed over, and its entry refused."""
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_KEPT_OF_LONG_ENTRY = 1_000
_KEPT_IN_MEMORY = 8_000_000
_PASSED_OVER = 1 << 20
_MOST_NAMED = 5
_LIKE_A_DATE = re.compile(
    rb"(?:[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\2[0-9]{4})(?:[\sT,:]|\Z)"
    rb"|\[[0-9]{1,4}([-/.])[0-9]{1,2}\3[0-9]{1,4}(?:[ T,][^\]\n]{0,30})?\](?![(\[])"
)
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_BELONGS_TO_NONE = "stands before the first heading, so it belongs to no entry"

Line = tuple[int, bytes, bool]
"""Its number, its bytes with its end, and whether it was cut because it is too long."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file that entries stand in."""

    place: str = ""
    """Its place within the folder; empty where there is but one file."""
    day: dt.date | None = None
    """The day that its name tells; without one, each heading tells its own."""


class LikeHeadings:
    """The lines within entries that begin like a date but are no headings, while they are read."""

    def __init__(self) -> None:
        self._count = 0
        self._first: list[str] = []

    def note(self, number: int, line: bytes, source: Source) -> None:
        """Take a line that is no heading into account."""
        if _LIKE_A_DATE.match(line):
            self._count += 1
            if len(self._first) < _MOST_NAMED:
                place = f"{one_line(source.place)}, " if source.place else ""
                self._first.append(f"{place}line {number}")

    def told(self) -> list[str]:
        """Return the sentence that says where they are; none without them."""
        if not self._count:
            return []
        where = ", ".join(self._first) + (", …" if self._count > len(self._first) else "")
        if self._count == 1:
            return [
                "1 line begins like a date but is not in the shape of the others; it stands in the entry above: "
                f"{where}."
            ]
        return [
            f"{self._count:,} lines begin like a date but are not in the shape of the others; they stand in the entry "
            f"above: {where}."
        ]


@contextmanager
def rereadable(file: BinaryIO) -> Iterator[IO[bytes]]:
    """Give a file that can be gone through twice: this one, or a copy of what can be read but once.

    Raises:
        InputRefused: It cannot be read.
    """
    try:
        if file.seekable():
            yield file
            return
        with tempfile.SpooledTemporaryFile(_KEPT_IN_MEMORY) as copy:
            while part := file.read(_PASSED_OVER):
                copy.write(part)
            copy.seek(0)
            yield copy
    except OSError as error:
        raise InputRefused(f"The file cannot be read: {error.strerror or error}.") from error


def numbered_lines(file: IO[bytes]) -> Iterator[Line]:
    """Give each line; of one that is too long, its beginning.

    Raises:
        InputRefused: The file is UTF-16.
        OSError: It cannot be read.
    """
    number = 0
    while line := file.readline(LONGEST_LINE):
        number += 1
        if number == 1:
            if line.startswith(_UTF16_MARKS):
                raise InputRefused("The file is UTF-16. Save it as UTF-8 and import that.")
            line = line.removeprefix(UTF8_MARK)
        is_cut = len(line) >= LONGEST_LINE and not line.endswith(b"\n")
        rest = line if is_cut else b""
        while rest and not rest.endswith(b"\n"):
            rest = file.readline(_PASSED_OVER)
        yield number, line, is_cut


def note(lines: Iterable[Line], headings: Headings, plus: PlusSign) -> bool:
    """Note what looks like a heading, and what tells whether '+' begins tags; return whether there is any text."""
    entry = 0
    is_blank = True
    for number, line, _ in lines:
        is_blank = is_blank and line.isspace()
        if line.startswith(b"[") and (found := HEADING.match(_decoded(line))):
            headings.note(found[1], number)
            entry = number
        if b"+" in line:
            plus.note(_decoded(line), entry)
    return not is_blank


def entries(
    lines: Iterable[Line], headings: Headings, source: Source, like_headings: LikeHeadings
) -> Iterator[WrittenEntry]:
    """Give each entry, and before the first what stands there if it is not blank.

    A file whose name is its day holds one entry where it has no heading, as jrnl takes it.

    Args:
        lines: The lines of one file.
        headings: How its headings are meant.
        source: The file.
        like_headings: Takes the lines within entries that begin like a date.
    """
    current = WrittenEntry(1, source)
    has_heading = False
    for number, line, is_cut in lines:
        is_heading = False
        if line.startswith(b"[") and (found := HEADING.match(_decoded(line))):
            meaning = headings.read(found[1])
            if meaning is not None:
                is_heading = True
                if has_heading or not current.is_blank:
                    current.refusal = current.refusal or ("" if has_heading else _BELONGS_TO_NONE)
                    yield current
                has_heading = True
                day, time = meaning
                current = WrittenEntry(number, source, found[0], source.day or day, time)
                if current.day is None:
                    current.refusal = f"{shown(found[1])} is no day between {FIRST_YEAR} and {LAST_YEAR}"
                line = line[len(found[0].encode("utf-8", "surrogateescape")) :]
        if has_heading and not is_heading:
            like_headings.note(number, line, source)
        current.add(line, is_cut=is_cut)
    if not has_heading and not current.is_blank:
        current.day = source.day
        current.refusal = "" if source.day else _BELONGS_TO_NONE
    if has_heading or not current.is_blank:
        yield current


class WrittenEntry:
    """One entry as it stands in the file, while its lines come in."""

    def __init__(
        self,
        line: int,
        source: Source,
        heading: str = "",
        day: dt.date | None = None,
        time: dt.time | None = None,
    ) -> None:
        self._line = line
        self._source = source
        self._heading = heading
        self._parts: list[bytes] = []
        self._size = 0
        self._is_cut = False
        self._time = time
        self.is_blank = True
        """Whether nothing but blanks has come in."""
        self.day = day
        self.refusal = ""
        """Why it cannot be stored, whatever its text."""

    def add(self, line: bytes, *, is_cut: bool) -> None:
        """Take one more line in, unless the entry is too long already."""
        if self.is_blank:
            self.is_blank = not line.strip()
            # Without a heading, an entry stands where its text begins.
            self._line += self.is_blank and not self._heading
        if not self._is_cut:
            self._parts.append(line)
            self._size += len(line)
            self._is_cut = is_cut or self._size > LONGEST_LINE

    def stored(self, signs: str, left_out: dict[str, None]) -> Incoming | Reject:
        """Return it as it can be stored, or why it cannot.

        Args:
            signs: What begins a tag.
            left_out: Takes the tags that cannot be one here.
        """
        written = _decoded(b"".join(self._parts))
        try:
            return self._incoming(written, signs, left_out)
        except ValueRefused as error:
            raw = self._heading + (written[:_KEPT_OF_LONG_ENTRY] if self._is_cut else written)
            return Reject(self._line, one_line(str(error)).removesuffix("."), raw, self._source.place)

    def _incoming(self, written: str, signs: str, left_out: dict[str, None]) -> Incoming:
        if self.refusal or self.day is None:
            raise ValueRefused(self.refusal)
        if self._is_cut:
            raise ValueRefused(f"longer than {LONGEST_TEXT:,} characters")
        if not written.isascii() and _NOT_UTF8.search(written):
            raise ValueRefused("not UTF-8")
        title, body, starred = title_and_body(written)
        text, marked = entry_text(title, body)
        text = incoming_text(text)
        names = [*written_tags(text, signs), *(f"#{tag}" for tag in marked)]
        return Incoming(
            text=text,
            observed_on=When(self.day),
            tags=tags_beside(text, names, left_out),
            starred=starred,
            source_recorded_at=local_moment(self.day, self._time) if self._time else None,
            line=self._line,
            place=self._source.place,
        )


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
