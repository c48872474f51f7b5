"""Which reader a file or folder needs: recognised by what stands in it, or named by the user."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from pivot_journal.domain.errors import InputRefused, ValueRefused
from pivot_journal.domain.text import one_line
from pivot_journal.exchange.incoming import Reader, read_mapping

KINDS = ("jrnl", "jrnl-json", "dayone", "markdown", "csv", "jsonl", "text", "pivot")
"""The kinds that can be read, as ``--from`` calls them."""

_HEAD = 1 << 16
_MAPPED = frozenset({"csv", "jsonl"})
_FOLDERS = frozenset({"jrnl", "markdown"})
_JSON_LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_LOOKED_FOR = (
    "jrnl, jrnl's JSON, Day One, Markdown, a table with a header (CSV), JSON Lines, an export of this program, "
    "plain text whose lines begin with dates"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the user says about reading a file."""

    kind: str | None = None
    """One of ``KINDS``; None to recognise it."""
    mapping: tuple[str, ...] = ()
    """What was typed after --map, each OURS=THEIRS."""
    day_order: str = ""
    """How 02/03/2024 is read: 'day-first', 'month-first', or ''."""


@dataclass(slots=True)
class Source:
    """A file that is open, or a folder."""

    path: Path
    file: BinaryIO | None
    """Open for reading bytes at its beginning; None for a folder."""
    head: bytes = field(default=b"", repr=False)
    """Its first bytes."""

    @property
    def shown(self) -> str:
        """The path as a message may show it."""
        return one_line(str(self.path))


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Open a file, or take a folder as it is.

    Raises:
        InputRefused: It is not there, or cannot be read.
    """
    shown = one_line(str(path))
    try:
        if path.is_dir():
            yield Source(path, None)
            return
        file = path.open("rb")
    except FileNotFoundError:
        raise InputRefused(f"There is no file {shown}.") from None
    except (OSError, ValueError) as error:
        raise InputRefused(f"{shown} cannot be read: {getattr(error, 'strerror', None) or error}.") from None
    with file:
        try:
            head = file.read(_HEAD) if file.seekable() else file.peek(_HEAD)[:_HEAD]
            if file.seekable():
                file.seek(0)
        except OSError as error:
            raise InputRefused(f"{shown} cannot be read: {error.strerror or error}.") from error
        yield Source(path, file, head)


def kind_of(source: Source) -> str:
    """Return which of ``KINDS`` a file or folder is, by what stands in it.

    Raises:
        InputRefused: It is none of them, or an export of jrnl that does not hold the entries as they were written.
    """
    # Each is as sure as its marks are: what only this program or one other writes comes first.
    from pivot_journal.exchange import dayone, jrnl, jrnl_json, markdown, pivot_file, table, text_notes

    head, path = source.head, source.path
    if source.file is not None and not head.strip():
        return _kind_by_name(path)
    if pivot_file.looks_like(head):
        return "pivot"
    if jrnl_json.looks_like(head, path):
        return "jrnl-json"
    if source.file is not None and dayone.looks_like(head, path):
        return "dayone"
    if looks_like_json_lines(head):
        return "jsonl"
    if why := jrnl.refused_export(head, path):
        raise InputRefused(why)
    if jrnl.looks_like(head, path):
        return "jrnl"
    if markdown.looks_like(head, path):
        return "markdown"
    if source.file is not None and table.looks_like(head, path):
        return "csv"
    if source.file is not None and path.suffix.casefold() in _JSON_LINES_SUFFIXES:
        return "jsonl"
    if source.file is not None and text_notes.looks_like(head, path):
        return "text"
    what = "The folder holds" if source.file is None else "It is"
    way = "If it is, say which with --from."
    if source.file is not None and text_notes.is_text(head):
        way = "If it is, say which with --from; --from text takes each line as a note."
    raise InputRefused(f"{what} none of what I know: {_LOOKED_FOR}. {way}")


def looks_like_json_lines(head: bytes) -> bool:
    """Whether the first line that is not blank is a whole JSON object, or the beginning of a very long one."""
    import json

    lines = head.removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n", 1)
    if not lines[0].startswith(b"{"):
        return False
    try:
        return type(json.loads(lines[0])) is dict
    except (ValueError, RecursionError):
        return len(lines) == 1 and len(head) >= _HEAD and b'":' in lines[0].replace(b" ", b"")


def reader_for(source: Source, wanted: Wanted, today: dt.date) -> Reader:
    """Return what reads a file or folder, of the kind that the user names or else of that which it is.

    Raises:
        InputRefused: It is of no kind that is known, or a folder where that kind is a file.
        ValueRefused: The mapping makes no sense for this kind.
    """
    kind = wanted.kind or kind_of(source)
    mapping = _mapping(kind, wanted.mapping)
    if source.file is None and kind not in _FOLDERS:
        raise InputRefused(f"{source.shown} is a folder. Name a file in it.")
    if kind == "jrnl":
        from pivot_journal.exchange.jrnl import JrnlFolder, JrnlText

        if source.file is None:
            return JrnlFolder(source.path, day_order=wanted.day_order)
        return JrnlText(source.file, day_order=wanted.day_order)
    if kind == "markdown":
        from pivot_journal.exchange.markdown import MarkdownNotes

        return MarkdownNotes(source.path, day_order=wanted.day_order)
    assert source.file is not None
    return _file_reader(kind, source.file, mapping, wanted, today)


def _file_reader(kind: str, file: BinaryIO, mapping: Mapping[str, str], wanted: Wanted, today: dt.date) -> Reader:
    if kind == "jrnl-json":
        from pivot_journal.exchange.jrnl_json import JrnlJson

        return JrnlJson(file)
    if kind == "dayone":
        from pivot_journal.exchange.dayone import DayOne

        return DayOne(file if file.seekable() else io.BytesIO(file.read()))
    if kind == "csv":
        from pivot_journal.exchange.table import Table

        return Table(file, today, mapping=mapping, day_order=wanted.day_order)
    if kind == "jsonl":
        from pivot_journal.exchange.jsonl import JsonLines

        return JsonLines(file, today, mapping=mapping, day_order=wanted.day_order)
    if kind == "text":
        from pivot_journal.exchange.text_notes import TextNotes

        return TextNotes(file, today, day_order=wanted.day_order)
    # A whole journal is rows of every table, not entries: whoever asks for a reader has to ask for another verb.
    raise InputRefused("It is a whole export of a journal, which holds more than entries; it cannot be read as such.")


def _mapping(kind: str, pairs: tuple[str, ...]) -> dict[str, str]:
    from pivot_journal.exchange.jsonl import OURS

    if pairs and kind not in _MAPPED:
        raise ValueRefused(f"--map is for CSV and JSON Lines; this is {kind}, whose parts are known.")
    return read_mapping(pairs, OURS)


def _kind_by_name(path: Path) -> str:
    """Return what an empty file would be."""
    by_suffix = {".csv": "csv", ".tsv": "csv", ".md": "markdown", ".markdown": "markdown", ".txt": "jrnl"}
    return by_suffix.get(path.suffix.casefold(), "jsonl")
