"""How a table is written: its encoding, what parts its columns, and whether its first row names them.

Found out from the file itself. The csv module's own sniffer takes letters for delimiters and looks at one sample line
at a time; here each way of reading is tried on the beginning, and the one that gives rows of one length is taken.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from pivot_journal.domain.errors import InputRefused
from pivot_journal.domain.text import LONGEST_TEXT

HEAD = 1 << 18
"""Bytes of the beginning by which the shape is found."""
_CHUNK = 1 << 20
_ROWS_TRIED = 300
_LONGEST_NAME = 60
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NO_TEXT = re.compile("[\udc80-\udcff]")
_NOT_IN_WINDOWS_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")

DATE_NAMES = (
    "date", "observed on", "observed", "day", "when", "happened on", "happened", "occurred on", "occurred", "datetime",
    "date time", "timestamp", "time stamp", "start", "started", "start time", "created", "created at", "created on",
    "creation date", "opened", "reported", "logged", "time",
)  # fmt: skip
TEXT_NAMES = (
    "text", "note", "notes", "entry", "observation", "what happened", "description", "body", "content", "details",
    "message", "comment", "comments", "summary", "event", "title", "subject",
)  # fmt: skip
TAGS_NAMES = ("tags", "tag", "labels", "label", "categories", "category", "keywords", "topic", "type")
STARRED_NAMES = ("starred", "star", "favorite", "favourite", "flagged", "pinned", "important")
KNOWN_NAMES = {"date": DATE_NAMES, "text": TEXT_NAMES, "tags": TAGS_NAMES, "starred": STARRED_NAMES}
"""What a column may be called, the surest first."""


class Way(NamedTuple):
    """One way of parting a line into cells."""

    delimiter: str
    is_quoted: bool = True


_WAYS = (Way(","), Way(";"), Way("\t"), Way("|"), Way("\t", is_quoted=False))


class Encoding(NamedTuple):
    """How the bytes of a file are letters."""

    name: str
    """As Python calls it."""
    shown: str
    """As a person calls it."""


UTF8 = Encoding("utf-8-sig", "UTF-8")


def encoding_of(file: BinaryIO) -> Encoding:
    """Return how a file is encoded, which is looked through for it and set back to its beginning.

    What is UTF-8 but for a few bytes stays UTF-8; its bad rows can be told one by one.
    """
    head = file.read(HEAD)
    file.seek(0)
    if head.startswith(_UTF16_MARKS):
        return Encoding("utf-16", "UTF-16")
    if head.startswith(codecs.BOM_UTF8):
        return UTF8
    if (count := head.count(0)) and count * 3 > len(head):
        return Encoding("utf-16-le" if head[1:2] == b"\0" else "utf-16-be", "UTF-16")
    try:
        decode = codecs.getincrementaldecoder("utf-8")().decode
        for chunk in iter(lambda: file.read(_CHUNK), b""):
            decode(chunk)
        return UTF8
    except UnicodeDecodeError:
        return _encoding_of_bytes(file)
    finally:
        file.seek(0)


def _encoding_of_bytes(file: BinaryIO) -> Encoding:
    """Return how a file is encoded that is not UTF-8 throughout."""
    file.seek(0)
    others, bad, is_windows = 0, 0, True
    decode = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode
    for chunk in iter(lambda: file.read(_CHUNK), b""):
        text = decode(chunk)
        is_windows = is_windows and not _NOT_IN_WINDOWS_1252.search(chunk)
        others += len(_NOT_ASCII.findall(text))
        bad += len(_NO_TEXT.findall(text))
    if bad <= (others - bad) // 10:
        return UTF8
    return Encoding("cp1252", "Windows-1252") if is_windows else Encoding("latin-1", "Latin-1")


def opened(file: BinaryIO, encoding: Encoding) -> io.TextIOWrapper:
    """Return a file as text with its line ends as they are; bytes that are none become lone surrogates."""
    errors = "surrogateescape" if encoding is UTF8 else "replace"
    return io.TextIOWrapper(file, encoding=encoding.name, errors=errors, newline="")


class Row(NamedTuple):
    """One row, or what keeps it from being read."""

    line: int
    """The line on which it begins, from 1."""
    cells: list[str]
    problem: str = ""


def rows_of(lines: Iterable[str], way: Way) -> Iterator[Row]:
    """Give each row that is not blank; one that cannot be read has its problem instead of cells."""
    csv.field_size_limit(2 * LONGEST_TEXT)
    if way.is_quoted:
        reader = csv.reader(lines, delimiter=way.delimiter, strict=True)
    else:
        reader = csv.reader(lines, delimiter=way.delimiter, quoting=csv.QUOTE_NONE, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(line, [], _problem(str(error)))
            continue
        if any(cell and not cell.isspace() for cell in cells):
            yield Row(line, cells)


def _problem(error: str) -> str:
    if "unexpected end" in error:
        return "a quotation mark opens here and is never closed"
    if "expected after" in error:
        return 'a quotation mark within a quoted text must be doubled ("")'
    if "larger than" in error:
        return f"a cell is longer than {LONGEST_TEXT:,} characters, or a quotation mark is never closed"
    return "the row cannot be read"


def way_of(head: str) -> Way:
    """Return how the beginning of a table is parted into cells.

    Raises:
        InputRefused: Nothing parts it evenly.
    """
    lines = head.splitlines(keepends=True)
    return max(_WAYS, key=lambda way: _evenness(lines, way))


def is_even(head: str, way: Way) -> bool:
    """Whether nearly all rows of the beginning of a file have the same number of columns, and more than one."""
    return _evenness(head.splitlines(keepends=True), way)[1] > 0.9


def _evenness(lines: list[str], way: Way) -> tuple[bool, float, int]:
    """Return how well a way fits: whether the first row holds known names, the rows of one length, their columns."""
    widths: Counter[int] = Counter()
    known = False
    problems = 0
    for row in rows_of(lines, way):
        known = known or (not widths and not row.problem and has_known_names(row.cells))
        # The last row of the beginning may be cut off within its quotes.
        problems += bool(row.problem) and "never closed" not in row.problem
        widths[len(row.cells)] += not row.problem
        if widths.total() >= _ROWS_TRIED:
            break
    (width, count), *_ = widths.most_common(1) or [(0, 0)]
    share = count / (widths.total() + problems) if width > 1 else 0.0
    return known, share, width


def plain(name: str) -> str:
    """Return the name of a column as it is compared."""
    return " ".join(re.split(r"[\s_\-.]+", name.casefold().strip(" \t\r\n:?*#")))


def has_known_names(cells: list[str]) -> bool:
    """Whether a row names a column that can be a date or a text."""
    names = {plain(cell) for cell in cells if len(cell) <= _LONGEST_NAME}
    return bool(names & {*DATE_NAMES, *TEXT_NAMES})


def refuse_shapeless() -> InputRefused:
    """Return the error for what is no table."""
    return InputRefused("It is no table: no comma, semicolon, tab or bar parts its lines into the same columns.")
