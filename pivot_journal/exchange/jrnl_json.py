"""jrnl's JSON export: one object with ``entries``, each with title, body, date, time, tags and star.

The file is held as a text, but its entries are taken out of it one by one, so that each knows its line and one that is
wrong is refused by itself.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from pivot_journal.dates import FIRST_YEAR, LAST_YEAR
from pivot_journal.domain.errors import InputRefused, ValueRefused
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import UNKNOWN_DAY, When
from pivot_journal.exchange.incoming import Incoming, Reject, incoming_text, shown
from pivot_journal.exchange.jrnl_entry import entry_text, local_moment, tags_beside

LONGEST_FILE = 500_000_000
"""Bytes; jrnl's text journal is read line by line and has no such end."""
_MOST_NAMES = 200
_KNOWN = frozenset(("title", "body", "date", "time", "tags", "starred"))
_BLANKS = re.compile(r"[ \t\r\n]*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}(?::[0-9]{2})?\Z")
_BEGINNING = re.compile(
    r"""
    \s*\{\s*(?:
        "tags"\s*:\s*\{(?:\s*"[^"\s]+"\s*:\s*[0-9]+\s*,?)*   # how often each tag is used, perhaps cut off by the end
            (?:\s*\}\s*,\s*"entries"\s*:\s*\[|\s*"?\Z|\s*"[^"\s]*"?\s*:?\s*\Z)
        |"entries"\s*:\s*\[\s*\{\s*"title"\s*:
        |"title"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*"body"\s*:
    )""",
    re.DOTALL | re.VERBOSE,
)


def looks_like(head: bytes, path: Path) -> bool:
    """Whether a file begins as jrnl's JSON export does: with the counts of its tags, or with the title of one entry.

    Args:
        head: The first few thousand bytes; of a folder, none.
        path: Where it is.
    """
    return not path.is_dir() and _BEGINNING.match(head.decode("utf-8-sig", "replace")) is not None


class JrnlJson:
    """The entries of one JSON export; can be gone through once.

    Args:
        file: Open for reading bytes; nothing of it is read before the first entry is asked for.
    """

    format = "jrnl-json"

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._left_out: dict[str, None] = {}
        self._decoder = json.JSONDecoder(parse_constant=_refuse_constant)

    @property
    def left_out(self) -> list[str]:
        """The names in the entries that stand for nothing here, and the tags that consist of signs alone."""
        return list(self._left_out)

    @property
    def attachments(self) -> list[str]:
        """Nothing: jrnl holds no pictures."""
        return []

    def __iter__(self) -> Iterator[Incoming | Reject]:
        """Give each entry in the order of the file.

        Raises:
            InputRefused: It is not JSON to its end, is no export of jrnl's, or is too large.
        """
        text = self._text()
        if text and not text.isspace():
            yield from self._entries(text)

    def _text(self) -> str:
        try:
            data = self._file.read(LONGEST_FILE + 1)
        except OSError as error:
            raise InputRefused(f"The file cannot be read: {error.strerror or error}.") from error
        if len(data) > LONGEST_FILE:
            raise InputRefused(f"The file has more than {LONGEST_FILE:,} bytes. Import jrnl's text journal instead.")
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise InputRefused("The file is UTF-16. Save it as UTF-8 and import that.")
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise InputRefused(f"The file is not UTF-8 (line {line}).") from None

    def _entries(self, text: str) -> Iterator[Incoming | Reject]:
        cursor = _Cursor(text, self._decoder)
        if not cursor.takes("{"):
            raise InputRefused(_not_an_export())
        beside: dict[str, Any] = {}
        has_entries = False
        is_first = True
        while not cursor.takes("}"):
            if not is_first:
                cursor.must_take(",")
            is_first = False
            name = cursor.value()
            cursor.must_take(":")
            if name == "entries" and cursor.takes("["):
                has_entries = True
                while not cursor.takes("]"):
                    line = cursor.line
                    value = cursor.value()
                    yield self._item(value, line, cursor)
                    if not cursor.is_at("]"):
                        cursor.must_take(",")
            elif type(name) is str and name in _KNOWN:
                beside[name] = cursor.value()
            else:
                cursor.value()
        cursor.must_end()
        if not has_entries:
            if not beside.keys() >= {"title", "body"}:
                raise InputRefused(_not_an_export())
            yield self._item(beside, 1, cursor, raw=text)

    def _item(self, value: object, line: int, cursor: _Cursor, raw: str = "") -> Incoming | Reject:
        try:
            return self._entry(value, line)
        except ValueRefused as error:
            return Reject(line, one_line(str(error)).removesuffix("."), raw or cursor.latest)

    def _entry(self, value: object, line: int) -> Incoming:
        if type(value) is not dict:
            raise ValueRefused('not an entry such as {"title": "…", "body": "…", "date": "2024-02-06"}')
        for name in value.keys() - _KNOWN:
            if len(self._left_out) < _MOST_NAMES:
                self._left_out.setdefault(name)
        title, body = (_text_of(value, name) for name in ("title", "body"))
        if title is None and body is None:
            raise ValueRefused('there is neither "title" nor "body"')
        text, marked = entry_text(title or "", body or "")
        text = incoming_text(text)
        day, moment = _when(_text_of(value, "date"), _text_of(value, "time"))
        tags = value.get("tags")
        if tags is not None and (type(tags) is not list or any(type(tag) is not str for tag in tags)):
            raise ValueRefused('"tags" is not a list of texts')
        starred = value.get("starred")
        if starred is not None and type(starred) is not bool:
            raise ValueRefused('"starred" is not true or false')
        names = [*(tag.lower() for tag in tags or () if tag.strip()), *(f"#{tag}" for tag in marked)]
        return Incoming(
            text=text,
            observed_on=day,
            tags=tags_beside(text, names, self._left_out),
            starred=bool(starred),
            source_recorded_at=moment,
            line=line,
        )


def _text_of(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is not None and type(value) is not str:
        raise ValueRefused(f"{shown(name)} is not a text")
    return value


def _when(date: str | None, time: str | None) -> tuple[When, dt.datetime | None]:
    if date is None or not date.strip():
        return UNKNOWN_DAY, None
    try:
        if not _DAY.match(date) or not FIRST_YEAR <= int(date[:4]) <= LAST_YEAR:
            raise ValueError
        day = dt.date.fromisoformat(date)
    except ValueError:
        raise ValueRefused(f"{shown(date)} is no day between {FIRST_YEAR} and {LAST_YEAR}, as in 2024-02-06") from None
    if time is None or not time.strip():
        return When(day), None
    try:
        if not _TIME.match(time):
            raise ValueError
        return When(day), local_moment(day, dt.time.fromisoformat(time))
    except ValueError:
        raise ValueRefused(f"{shown(time)} is no time of day, as in 09:30") from None


class _Cursor:
    """A place in a JSON text that moves on value by value."""

    def __init__(self, text: str, decoder: json.JSONDecoder) -> None:
        self._text = text
        self._decoder = decoder
        self._start = 0
        self._at = 0
        self._line = 1
        self._counted_to = 0

    @property
    def line(self) -> int:
        """The line of the next value, from 1."""
        self._skip_blanks()
        self._line += self._text.count("\n", self._counted_to, self._at)
        self._counted_to = self._at
        return self._line

    @property
    def latest(self) -> str:
        """The value that was taken last, as it is written."""
        return self._text[self._start : self._at]

    def is_at(self, sign: str) -> bool:
        self._skip_blanks()
        return self._text.startswith(sign, self._at)

    def takes(self, sign: str) -> bool:
        """Go past a sign if it comes next, and say whether it did."""
        if not self.is_at(sign):
            return False
        self._at += 1
        return True

    def must_take(self, sign: str) -> None:
        if not self.takes(sign):
            raise self._refused(f"'{sign}' is missing")

    def must_end(self) -> None:
        self._skip_blanks()
        if self._at < len(self._text):
            raise self._refused("something follows its end")

    def value(self) -> object:
        self._skip_blanks()
        try:
            value, end = self._decoder.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            self._at = error.pos
            raise self._refused(error.msg) from None
        except RecursionError:
            raise self._refused("nested too deeply") from None
        except ValueError as error:  # a number of thousands of digits, or one of those that JSON does not have
            raise self._refused(str(error).split(";")[0]) from None
        self._start, self._at = self._at, end
        return value

    def _skip_blanks(self) -> None:
        found = _BLANKS.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _refused(self, what: str) -> InputRefused:
        at = min(self._at, len(self._text))
        line = self._text.count("\n", 0, at) + 1
        return InputRefused(f"It is not JSON: {what} (line {line}, column {at - self._text.rfind(chr(10), 0, at)}).")


def _not_an_export() -> str:
    return 'It is no JSON export of jrnl\'s: that is one object with a list of "entries" (jrnl --format json).'


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")
