"""Tables of comma- or otherwise separated values: a row is an entry, and the columns are known by their names.

The file is gone through twice: first for its encoding and the order of day and month, which all rows tell together,
then for the entries. No more than a row is held at a time.
"""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, BinaryIO

from pivot_journal.domain.errors import InputRefused, ValueRefused
from pivot_journal.domain.text import one_line
from pivot_journal.exchange.incoming import (
    Incoming,
    OwnIds,
    Reject,
    incoming_text,
    listed,
    refuse_unmet,
    shown,
    tags_from,
)
from pivot_journal.exchange.table_dates import ColumnDates, DayOrder
from pivot_journal.exchange.table_shape import (
    HEAD,
    KNOWN_NAMES,
    UTF8,
    Encoding,
    Row,
    Way,
    encoding_of,
    has_known_names,
    is_even,
    opened,
    plain,
    refuse_shapeless,
    rows_of,
    way_of,
)

OURS = ("date", "text", "tags", "starred", "id")
"""What a row can have; an id counts only where it was mapped."""

_KEPT_OF_ROW = 1_000
_HELD_OF_PIPE = 16 << 20
_PARTED = re.compile(r"[,;|\n]+")
_SIGNED = re.compile(r"\s*(?:#\S+\s*)+\Z")
_PLURAL = frozenset({"tags", "labels", "keywords"})
_YES = frozenset({"true", "yes", "y", "1", "x", "*", "★", "✓", "✔", "⭐", "starred", "t"})
_NO = frozenset({"", "false", "no", "n", "0", "-", "f"})
_SUFFIXES = frozenset({".csv", ".tsv", ".tab"})


def looks_like(head: bytes, path: Path) -> bool:
    """Whether a file is a table: by its name, or because its first row names a date and a text and all rows fit.

    Args:
        head: The first few thousand bytes; of a folder, none.
        path: Where it is.
    """
    if path.is_dir() or not head.strip():
        return False
    text = _decoded(head)
    if path.suffix.casefold() in _SUFFIXES:
        return "\0" not in text
    way = way_of(text)
    first = next(rows_of(text.splitlines(keepends=True), way), None)
    return first is not None and has_known_names(first.cells) and is_even(text, way)


def _decoded(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    return head.decode("utf-8-sig", "replace")


class Table:
    """The entries of one table; can be gone through once.

    Args:
        file: Open for reading bytes; copied aside where it can be read but once, as from a pipe.
        today: What 'today' means in a date.
        mapping: What the file calls those of ``OURS`` that it calls otherwise: names, or numbers of columns from 1.
        day_order: How 02/03/2024 is read where no date of the file tells.
    """

    format = "csv"

    def __init__(
        self, file: BinaryIO, today: dt.date, *, mapping: Mapping[str, str] | None = None, day_order: str = ""
    ) -> None:
        self._file = file
        self._today = today
        self._mapping = dict(mapping or {})
        self._day_order = day_order
        self._ids = OwnIds()
        self.encoding: Encoding = UTF8
        """How the file is encoded; known once the first entry was asked for."""
        self.names: dict[str, None] = {}
        """The names of the columns; of a table without a header, none."""
        self._columns: dict[str, int] = {}
        self._width = 0
        self._has_header = False
        self._splits_blanks = False

    @property
    def left_out(self) -> list[str]:
        """The names of the columns that stand for nothing here."""
        used = set(self._columns.values())
        return [name for number, name in enumerate(self.names) if number not in used]

    @property
    def attachments(self) -> list[str]:
        """Nothing: a row holds no pictures."""
        return []

    def __iter__(self) -> Iterator[Incoming | Reject]:
        """Give each row that is not blank, as an entry or refused.

        Raises:
            ValueRefused: A mapped name is not in the header.
            InputRefused: It is no table, cannot be read, or does not tell what its columns or dates mean.
        """
        with tempfile.SpooledTemporaryFile(_HELD_OF_PIPE) as copy:
            file = self._file if self._file.seekable() else _copied(self._file, copy)
            try:
                yield from self._entries(file)
            except OSError as error:
                raise InputRefused(f"The file cannot be read: {error.strerror or error}.") from error

    def _entries(self, file: IO[bytes]) -> Iterator[Incoming | Reject]:
        self.encoding = encoding_of(file)  # type: ignore[arg-type]
        way = self._way(file)
        dates = self._looked_through(file, way)
        if dates is None:
            return
        for row in self._rows(file, way):
            item: Incoming | Reject
            try:
                item = self._entry(row, dates)
            except ValueRefused as error:
                raw = way.delimiter.join(row.cells)[:_KEPT_OF_ROW]
                item = Reject(row.line, one_line(str(error)).removesuffix("."), raw)
            yield item

    def _way(self, file: IO[bytes]) -> Way:
        text = opened(file, self.encoding)  # type: ignore[arg-type]
        head = text.read(HEAD)
        text.detach()
        file.seek(0)
        if "\0" in head:
            raise refuse_shapeless()
        return way_of(head)

    def _rows(self, file: IO[bytes], way: Way) -> Iterator[Row]:
        """Give the rows below the header."""
        text = opened(file, self.encoding)  # type: ignore[arg-type]
        try:
            rows = rows_of(text, way)
            if self._has_header:
                next(rows, None)
            yield from rows
        finally:
            text.detach()
            file.seek(0)

    def _looked_through(self, file: IO[bytes], way: Way) -> ColumnDates | None:
        """Find out what the columns are and which way round the dates stand; None where there are no rows."""
        first = next(self._rows(file, way), None)
        if first is None:
            return None
        if first.problem:
            raise InputRefused(f"Line {first.line}: {first.problem}.")
        self._width = len(first.cells)
        if self._width == 1 and not self._mapping and not has_known_names(first.cells):
            raise refuse_shapeless()
        self._find_columns(first.cells)
        order, tags_are_parted = DayOrder(), False
        date, tags = self._columns.get("date"), self._columns.get("tags")
        for row in self._rows(file, way):
            if len(row.cells) == self._width:
                if date is not None:
                    order.look_at(row.line, row.cells[date])
                if tags is not None and not tags_are_parted:
                    tags_are_parted = _PARTED.search(row.cells[tags]) is not None
        name = plain(list(self.names)[tags]) if tags is not None and self.names else ""
        self._splits_blanks = name in _PLURAL and not tags_are_parted
        return ColumnDates(self._today, order.settled(self._day_order))

    def _find_columns(self, first: list[str]) -> None:
        names = [one_line(cell) for cell in first]
        folded = [plain(name) for name in names]
        mapped = {ours: self._number_of(theirs, folded) for ours, theirs in self._mapping.items()}
        by_number = [theirs for ours, theirs in self._mapping.items() if plain(theirs) not in folded]
        self._has_header = has_known_names(first) or len(by_number) < len(self._mapping)
        if self._has_header:
            # A name that stands twice gets its number, so that each column can be told of.
            for number, name in enumerate(names, 1):
                self.names[name if name and name not in self.names else f"{name or 'column'} {number}".strip()] = None
        unmet = {self._mapping[ours] for ours, number in mapped.items() if number is None}
        refuse_unmet(self._mapping, unmet, names if self._has_header else self._numbered(names))
        self._columns = {ours: number for ours, number in mapped.items() if number is not None}
        taken = set(self._columns.values())
        for ours, known in KNOWN_NAMES.items():
            if ours not in self._columns and self._has_header:
                found = next((folded.index(name) for name in known if name in folded), None)
                if found is not None and found not in taken:
                    self._columns[ours] = found
                    taken.add(found)
        if "text" not in self._columns:
            columns = list(self.names) if self._has_header else self._numbered(names)
            example = "text=NAME" if self._has_header else "date=1 text=2"
            raise InputRefused(f"Which column is the text? There is: {listed(columns)}. Say it with: --map {example}.")

    def _number_of(self, theirs: str, folded: list[str]) -> int | None:
        if plain(theirs) in folded:
            return folded.index(plain(theirs))
        if theirs.isascii() and theirs.isdigit() and 1 <= int(theirs[:6]) <= len(folded):
            return int(theirs[:6]) - 1
        return None

    def _numbered(self, cells: list[str]) -> list[str]:
        return [f"{number} ({cell[:20]}…)" if len(cell) > 20 else f"{number} ({cell})" for number, cell in
                enumerate(cells, 1)]  # fmt: skip

    def _entry(self, row: Row, dates: ColumnDates) -> Incoming:
        if row.problem:
            raise ValueRefused(row.problem)
        cells = row.cells
        if len(cells) != self._width:
            columns = "1 column" if len(cells) == 1 else f"{len(cells)} columns"
            raise ValueRefused(f"the row has {columns} instead of {self._width}")
        if not all(cell.isascii() for cell in cells) and re.search("[\udc80-\udcff]", "".join(cells)):
            raise ValueRefused("not UTF-8")
        text = incoming_text(cells[self._columns["text"]])
        when, moving, moment = dates.read(self._cell(cells, "date"))
        id_ = one_line(self._cell(cells, "id")) or None
        if id_ is not None:
            self._ids.claim(id_, (text, when), row.line)
        return Incoming(
            text=text,
            observed_on=when,
            tags=self._tags(self._cell(cells, "tags")),
            starred=self._is_starred(self._cell(cells, "starred")),
            source_key=id_,
            source_recorded_at=moment,
            moving_date=moving,
            line=row.line,
        )

    def _cell(self, cells: list[str], ours: str) -> str:
        number = self._columns.get(ours)
        return "" if number is None else cells[number]

    def _tags(self, cell: str) -> tuple[str, ...]:
        if not cell or cell.isspace():
            return ()
        if self._splits_blanks or _SIGNED.match(cell):
            return tags_from(cell.split())
        return tags_from([name.strip() for name in _PARTED.split(cell)])

    def _is_starred(self, cell: str) -> bool:
        word = cell.strip().casefold()
        if word in _YES:
            return True
        if word in _NO:
            return False
        raise ValueRefused(f"{shown(cell)} is not yes or no")


def _copied(file: BinaryIO, copy: IO[bytes]) -> IO[bytes]:
    try:
        while chunk := file.read(1 << 20):
            copy.write(chunk)
    except OSError as error:
        raise InputRefused(f"The file cannot be read: {error.strerror or error}.") from error
    copy.seek(0)
    return copy
