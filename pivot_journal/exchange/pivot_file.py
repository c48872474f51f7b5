"""The program's own format: everything in a journal, one row a line, under a first line that says what it is.

The first line is an object with ``pivot_journal`` (the version of the format), ``schema`` (the tables as that version
of the program had them), ``rows`` (how many of each table follow, so that half a file is noticed) and
``current_pitch``. Every other line is an object of one name, that of a table, with the row as it is stored.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, BinaryIO, NamedTuple, NoReturn

from pivot_journal.domain.errors import InputRefused
from pivot_journal.domain.text import clean, one_line
from pivot_journal.exchange.incoming import shown

FORMAT = "pivot"
VERSION = 1
"""The version of the format that is written, and the latest that can be read."""
LONGEST_LINE = 40_000_000
"""Bytes; the longest row, all of whose letters are escaped, stays below."""
_MOST_COLUMNS = 200
_UTF8_MARK = b"\xef\xbb\xbf"
_BEGINNING = re.compile(rb'\s*\{\s*"pivot_journal"\s*:')

Row = dict[str, str | int | None]
"""A row by its columns, each as it is stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the first line says."""

    schema: int
    rows: Mapping[str, int] = field(default_factory=dict)
    current_pitch: str | None = None


class Line(NamedTuple):
    """One row of the file and where it stands."""

    number: int
    table: str
    row: Row


def looks_like(head: bytes) -> bool:
    """Whether a file that begins with these bytes is one of ours."""
    return _BEGINNING.match(head.removeprefix(_UTF8_MARK)) is not None


def written(heading: Heading, rows: Iterable[tuple[str, Row]]) -> Iterator[str]:
    """Give the lines of a file, each with its end.

    Args:
        heading: What the first line says; its counts are those of ``rows``.
        rows: Each row after the name of its table.
    """
    first = {
        "pivot_journal": VERSION,
        "schema": heading.schema,
        "rows": dict(heading.rows),
        "current_pitch": heading.current_pitch,
    }
    encode = json.JSONEncoder(ensure_ascii=False).encode
    yield encode(first) + "\n"
    for table, row in rows:
        yield encode({table: row}) + "\n"


class PivotFile:
    """A file of ours; can be gone through once.

    Args:
        file: Open for reading bytes; its first line is read at once.

    Raises:
        InputRefused: It is not such a file, or one of a later version.
    """

    format = FORMAT

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decode = json.JSONDecoder(parse_constant=_refuse, parse_float=_refuse).decode
        first = self._read_line(1)
        if first is None:
            raise InputRefused("The file is empty.")
        self.heading = _heading(self._object(first.removeprefix(_UTF8_MARK), 1))

    def __iter__(self) -> Iterator[Line]:
        """Give each row in the order of the file.

        Raises:
            InputRefused: A line is not a row, or there are more or fewer rows than the first line says.
        """
        found: Counter[str] = Counter()
        number = 1
        while (line := self._read_line(number := number + 1)) is not None:
            if not line.strip():
                continue
            table, row = _row(self._object(line, number), number)
            found[table] += 1
            yield Line(number, table, row)
        wanted = {table: count for table, count in self.heading.rows.items() if count}
        if found != wanted:
            raise InputRefused(
                f"The file is not whole: its first line tells of {sum(wanted.values()):,} rows, "
                f"and it has {sum(found.values()):,}{_where_they_differ(found, wanted)}."
            )

    def _read_line(self, number: int) -> bytes | None:
        try:
            line = self._file.readline(LONGEST_LINE + 1)
        except OSError as error:
            raise InputRefused(f"The file cannot be read: {error.strerror or error}.") from error
        if len(line) > LONGEST_LINE:
            raise InputRefused(f"Line {number} is longer than {LONGEST_LINE:,} bytes.")
        return line or None

    def _object(self, line: bytes, number: int) -> dict[str, Any]:
        try:
            value = self._decode(line.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise InputRefused(f"Line {number} is not UTF-8 (byte {error.start + 1} of the line).") from None
        except json.JSONDecodeError as error:
            raise InputRefused(f"Line {number} is not JSON: {error.msg} (column {error.colno}).") from None
        except (ValueError, RecursionError) as error:
            said = "nested too deeply" if isinstance(error, RecursionError) else str(error).split(";")[0]
            raise InputRefused(f"Line {number} cannot be read: {said}.") from None
        if type(value) is not dict:
            raise InputRefused(f"Line {number} is not a JSON object.")
        return value


def _heading(value: dict[str, Any]) -> Heading:
    version, schema = value.get("pivot_journal"), value.get("schema")
    if type(version) is not int or type(schema) is not int or version < 1 or schema < 1:
        raise InputRefused('It is not an export of a journal: its first line is not {"pivot_journal": 1, …}.')
    if version > VERSION:
        raise InputRefused(
            f"It was exported by a later version of Pivot Journal (format {version}; this one knows {VERSION}). "
            "Install the newer version to import it."
        )
    rows, current = value.get("rows"), value.get("current_pitch")
    if type(rows) is not dict or not all(type(count) is int and count >= 0 for count in rows.values()):
        raise InputRefused('Its first line does not say how many rows follow ("rows").')
    if current is not None and type(current) is not str:
        raise InputRefused('"current_pitch" in its first line is not a text.')
    return Heading(schema=schema, rows=rows, current_pitch=current)


def _row(value: dict[str, Any], number: int) -> tuple[str, Row]:
    if len(value) != 1:
        raise InputRefused(f'Line {number} is not a row such as {{"observation": {{…}}}}.')
    ((table, row),) = value.items()
    if type(row) is not dict or not row or len(row) > _MOST_COLUMNS:
        raise InputRefused(f"Line {number}: {shown(table)} is not a row.")
    for name, cell in row.items():
        if type(cell) is str:
            row[name] = clean(cell)
        elif type(cell) is int:
            if not -(1 << 63) <= cell < 1 << 63:
                raise InputRefused(f"Line {number}: the number in {shown(name)} is too large.")
        elif cell is not None:
            raise InputRefused(f"Line {number}: {shown(name)} is neither a text nor a whole number.")
    return table, row


def _where_they_differ(found: Mapping[str, int], wanted: Mapping[str, int]) -> str:
    for table in sorted(found.keys() | wanted.keys()):
        if found.get(table, 0) != wanted.get(table, 0):
            return f" ({one_line(table)[:40]}: {found.get(table, 0):,} of {wanted.get(table, 0):,})"
    return ""


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name[:20]} is no whole number")
