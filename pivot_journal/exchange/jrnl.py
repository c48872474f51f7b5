"""jrnl's own files: the text journal (or its text export), and the folder journal with a file a day.

Gone through twice, line by line: first to find out the time format and the signs of tags, then for the entries. Where
an entry begins and what it holds follows jrnl 4, but a date is never guessed where jrnl would.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from pivot_journal.dates import FIRST_YEAR, LAST_YEAR
from pivot_journal.domain.errors import InputRefused
from pivot_journal.domain.text import one_line
from pivot_journal.exchange.incoming import Incoming, Reject
from pivot_journal.exchange.jrnl_entry import STANDARD_SIGNS, PlusSign
from pivot_journal.exchange.jrnl_headings import HEADING, Headings, Sureness, read_stamp
from pivot_journal.exchange.jrnl_lines import UTF8_MARK, LikeHeadings, Source, entries, note, numbered_lines, rereadable

_MOST_NAMES = 200
_HEAD = 4_096
_ENCRYPTED = (b"gAAAAA", b"JRNLv")
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_OTHER_EXPORTS = (
    ("XML", re.compile(r"(?:<\?xml[^>]*>)?\s*<journal>\s*<(?:entries|tags)\b")),
    ("YAML", re.compile(r"---\r?\ntitle: .*\r?\ndate: .*\r?\nstarred: (?:True|False)\r?\n")),
    ("Markdown", re.compile(rf"#+ [0-9]{{4}}\s+#+ {_MONTHS}\s+#+ ")),
    ("fancy", re.compile("┎─")),
)
_YAML_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}_.*\.md\Z")


def looks_like(head: bytes, path: Path) -> bool:
    """Whether a file begins with jrnl's heading, or a folder holds YYYY/MM/DD.txt.

    Args:
        head: The first few thousand bytes; of a folder, none.
        path: Where it is.
    """
    if path.is_dir():
        return next(_day_files(path, {}), None) is not None
    lines = _text_of(head).split("\n")
    stamps = [read_stamp(found[1]) if (found := HEADING.match(line)) else None for line in lines if line.strip()]
    if path.suffix.casefold() not in {".journal", ".jrnl"}:
        stamps = stamps[:1]
    return any(stamp and stamp.sureness > (Sureness.CLOCK if stamp.time else Sureness.LIKELY) for stamp in stamps)


def refused_export(head: bytes, path: Path | None = None) -> str:
    """Return why an export of jrnl cannot be read and which one can; empty for what is none of jrnl's others.

    Args:
        head: The first few thousand bytes; of a folder, none.
        path: Where it is; needed only to look into a folder of jrnl's YAML files.
    """
    if path is not None and path.is_dir():
        try:
            with os.scandir(path) as inside:
                names = [entry.name for entry in inside if _YAML_NAME.match(entry.name) and entry.is_file()]
            if not names:
                return ""
            with (path / min(names)).open("rb") as file:
                head = file.read(_HEAD)
        except OSError:
            return ""
    text = _text_of(head).lstrip()
    for kind, beginning in _OTHER_EXPORTS:
        if beginning.match(text):
            return (
                f"This is jrnl's {kind} export, which does not hold the entries as they were written. "
                "Export once more with: jrnl --format json --file journal.json, and import that."
            )
    return ""


class _Jrnl:
    """What the text journal and the folder journal share."""

    format = "jrnl"

    def __init__(self, day_order: str, tag_signs: str) -> None:
        self._day_order = day_order
        self._tag_signs = tag_signs
        self._left_out: dict[str, None] = {}
        self._like_headings = LikeHeadings()

    @property
    def notes(self) -> list[str]:
        """What the user should know of how it was read: the lines that begin like a date but are no headings."""
        return self._like_headings.told()

    @property
    def left_out(self) -> list[str]:
        """The tags that consist of signs alone, and what else lies in a folder."""
        return list(self._left_out)

    @property
    def attachments(self) -> list[str]:
        """Nothing: jrnl holds no pictures."""
        return []


class JrnlText(_Jrnl):
    """The entries of one text journal or text export; can be gone through once.

    Args:
        file: Open for reading bytes; copied aside where it can be read but once, as from a pipe.
        day_order: How 02/03/2024 is read where no heading of the file tells, as in the settings.
        tag_signs: What begins a tag, as jrnl's ``tagsymbols``; empty to find out.
    """

    def __init__(self, file: BinaryIO, *, day_order: str = "", tag_signs: str = "") -> None:
        super().__init__(day_order, tag_signs)
        self._file = file

    def __iter__(self) -> Iterator[Incoming | Reject]:
        """Give each entry in the order of the file.

        Raises:
            InputRefused: It is no journal of jrnl's, is encrypted, or its headings could mean several days.
        """
        with rereadable(self._file) as file:
            start = file.tell()
            head = file.read(_HEAD)
            if head.startswith(_ENCRYPTED):
                raise InputRefused("It is encrypted. Take the encryption off with: jrnl --decrypt, and import that.")
            if refusal := refused_export(head):
                raise InputRefused(refusal)
            file.seek(start)
            headings, plus = Headings(), PlusSign()
            if not note(numbered_lines(file), headings, plus):
                return
            if not headings.decide(self._day_order):
                raise InputRefused(
                    "It is no journal of jrnl's: no line begins with a date in brackets and a blank, such as "
                    "[2024-02-06 09:00]. A journal of jrnl 1 gets them when it is opened in a newer jrnl."
                )
            file.seek(start)
            signs = self._tag_signs or STANDARD_SIGNS + "+" * plus.is_found
            for entry in entries(numbered_lines(file), headings, Source(), self._like_headings):
                yield entry.stored(signs, self._left_out)


class JrnlFolder(_Jrnl):
    """The entries of one folder journal, day by day; the day is that of the file's name, as jrnl takes it.

    Args:
        path: The folder that holds those of the years.
        day_order: Taken as for the text journal; not needed here.
        tag_signs: What begins a tag, as jrnl's ``tagsymbols``; empty to find out.
    """

    def __init__(self, path: Path, *, day_order: str = "", tag_signs: str = "") -> None:
        super().__init__(day_order, tag_signs)
        self._path = path

    def __iter__(self) -> Iterator[Incoming | Reject]:
        """Give each entry, the oldest day first.

        Raises:
            InputRefused: No file is named as a day; or it is another export of jrnl's.
        """
        headings, plus = Headings(has_days_elsewhere=True), PlusSign()
        has_days = False
        for place, _ in _day_files(self._path, {}):
            has_days = True
            try:
                with (self._path / place).open("rb") as file:
                    note(numbered_lines(file), headings, plus)
            except (OSError, InputRefused):
                continue  # told where the entries are read
        if not has_days:
            raise InputRefused(
                refused_export(b"", self._path)
                or "It is no folder journal of jrnl's: no file in it is named as a day, such as 2024/02/06.txt."
            )
        headings.decide(self._day_order)
        signs = self._tag_signs or STANDARD_SIGNS + "+" * plus.is_found
        for place, day in _day_files(self._path, self._left_out):
            try:
                with (self._path / place).open("rb") as file:
                    for entry in entries(numbered_lines(file), headings, Source(place, day), self._like_headings):
                        yield entry.stored(signs, self._left_out)
            except OSError as error:
                yield Reject(1, f"the file cannot be read: {error.strerror or error}", "", place)
            except InputRefused as error:
                yield Reject(1, one_line(str(error)).removesuffix("."), "", place)


def _day_files(root: Path, left_out: dict[str, None]) -> Iterator[tuple[str, dt.date]]:
    """Give each file YYYY/MM/DD.txt with its day, in order; links are not followed, so that no walk is endless.

    Args:
        root: The folder that holds those of the years.
        left_out: Takes the relative names of what else there is, the first of many.
    """
    for year in _inside(root, "", r"[0-9]{4}", left_out, is_folder=True):
        for month in _inside(root, f"{year}/", r"(?:0[1-9]|1[0-2])", left_out, is_folder=True):
            for name in _inside(root, f"{year}/{month}/", r"[0-9]{2}\.txt", left_out, is_folder=False):
                place = f"{year}/{month}/{name}"
                try:
                    day = dt.date(int(year), int(month), int(name[:2]))
                except ValueError:
                    _leave_out(place, left_out)
                    continue
                if FIRST_YEAR <= day.year <= LAST_YEAR:
                    yield place, day
                else:
                    _leave_out(place, left_out)


def _inside(root: Path, place: str, pattern: str, left_out: dict[str, None], *, is_folder: bool) -> list[str]:
    found = []
    try:
        with os.scandir(root / place) as inside:
            for entry in inside:
                is_kind = (entry.is_dir if is_folder else entry.is_file)(follow_symlinks=False)
                if is_kind and entry.name.isascii() and re.fullmatch(pattern, entry.name):
                    found.append(entry.name)
                elif not entry.name.startswith("."):
                    _leave_out(place + entry.name, left_out)
    except OSError as error:
        if not place:
            raise InputRefused(f"The folder cannot be read: {error.strerror or error}.") from error
        _leave_out(f"{place} (cannot be read)", left_out)
    return sorted(found)


def _leave_out(name: str, left_out: dict[str, None]) -> None:
    if len(left_out) < _MOST_NAMES:
        left_out.setdefault(one_line(name))


def _text_of(head: bytes) -> str:
    return head.removeprefix(UTF8_MARK).decode("utf-8", "replace").replace("\r\n", "\n")
