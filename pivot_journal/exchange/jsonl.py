"""JSON Lines: each line of a file is one JSON object with a date, a text, and perhaps tags and a star.

Read as bytes and line by line, so that a file of any size and any content can be read; a line that cannot be an
entry is refused by itself.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO, NoReturn

from pivot_journal.dates import FIRST_YEAR, LAST_YEAR, parse_when
from pivot_journal.domain.errors import DateNotUnderstood, InputRefused, ValueRefused
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import UNKNOWN_DAY, When
from pivot_journal.exchange.incoming import (
    Incoming,
    OwnIds,
    Reject,
    incoming_text,
    refuse_unmet,
    shown,
    tags_from,
)

OURS = ("date", "text", "tags", "starred", "id")
"""What an entry can have; a file may call it otherwise. An id counts only where it was mapped."""

LONGEST_LINE = 16_000_000
"""Bytes; a longer line is refused without being held in memory."""
_KEPT_OF_LONG_LINE = 1_000
_BLOCK = 1 << 20
_MOST_NAMES = 200
_MOST_DAYS = _MOST_TAGS = 20_000
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_NAIVE_LENGTHS = (16, 19)
"""Of a day and time without an offset; with that of its day behind it, it is read at a fifth of the cost."""
_TEXTS = frozenset({str})
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_DAY_AND_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]")


class JsonLines:
    """The entries of one file; can be gone through once.

    Args:
        file: Open for reading bytes; nothing of it is read before the first entry is asked for.
        today: What 'today' means in a date.
        mapping: What the file calls those of ``OURS`` that it calls otherwise.
        day_order: How 02/03/2024 is read, as in the settings.
    """

    format = "jsonl"

    def __init__(
        self, file: BinaryIO, today: dt.date, *, mapping: Mapping[str, str] | None = None, day_order: str = ""
    ) -> None:
        self._file = file
        self._today = today
        self._day_order = day_order
        self._mapping = dict(mapping or {})
        names = {ours: ours for ours in OURS if ours != "id"} | self._mapping
        self._date, self._text, self._tags, self._starred = (
            names[ours] for ours in ("date", "text", "tags", "starred")
        )
        self._id = names.get("id")
        self._used = set(names.values())
        self._ids = OwnIds()
        self._whens: dict[str, tuple[When, str]] = {}
        self._zones: dict[str, str] = {}
        self._offsets: dict[dt.date, dt.tzinfo | None] = {}
        decoder = json.JSONDecoder(parse_constant=_refuse_constant)
        self._decode = decoder.decode
        self._scan: Callable[[str, int], tuple[Any, int]] = decoder.scan_once  # type: ignore[attr-defined]  # raw_decode without its call
        self._tag_of: dict[str, str] = {}
        self.names: dict[str, None] = {}
        """The names that occur in the file, in the order of the file, as far as it was read."""

    @property
    def left_out(self) -> list[str]:
        """The names that occur in the file but stand for nothing here."""
        return [name for name in self.names if name not in self._used]

    @property
    def attachments(self) -> list[str]:
        """Nothing: a line holds no pictures."""
        return []

    def __iter__(self) -> Iterator[Incoming | Reject]:
        """Give each line that is not blank, as an entry or refused.

        Raises:
            ValueRefused: A mapped name occurs nowhere; raised at the end, when that is known.
            InputRefused: The file cannot be read any further, or is not UTF-8 from its first bytes on.
        """
        unmet = set(self._mapping.values())
        names = self.names
        known_names: set[str] = set()
        has_objects = False
        for number, line in numbered_lines(self._file):
            item: Incoming | Reject
            try:
                record = self._record(line)
                has_objects = True
                if not known_names.issuperset(record):
                    unmet.difference_update(record)
                    if len(names) < _MOST_NAMES:
                        names.update(dict.fromkeys(record))
                        known_names.update(record)
                item = self._entry(number, record)
            except ValueRefused as error:
                raw = line if len(line) <= LONGEST_LINE else line[:_KEPT_OF_LONG_LINE]
                item = Reject(number, one_line(str(error)).removesuffix("."), raw.decode("utf-8", "surrogateescape"))
            yield item
        if has_objects:
            refuse_unmet(self._mapping, unmet, names)

    def _record(self, line: bytes) -> dict[str, Any]:
        if len(line) > LONGEST_LINE:
            raise ValueRefused(f"longer than {LONGEST_LINE:,} bytes")
        try:
            text = line.decode("utf-8")
            try:
                record, end = self._scan(text, 0)
            except StopIteration:
                end = -1
            if end != len(text):  # the slower way has the words for what is wrong
                record = self._decode(text)
        except UnicodeDecodeError as error:
            raise ValueRefused(f"not UTF-8 (byte {error.start + 1} of the line)") from None
        except json.JSONDecodeError as error:
            raise ValueRefused(f"not JSON: {error.msg} (column {error.colno})") from None
        except RecursionError:
            raise ValueRefused("nested too deeply") from None
        except ValueError as error:  # a number of thousands of digits, or one of those that JSON does not have
            raise ValueRefused(f"not JSON: {str(error).split(';')[0]}") from None
        if type(record) is not dict:
            raise ValueRefused('not a JSON object such as {"date": "2024-02-06", "text": "…"}')
        return record

    def _entry(self, line: int, record: dict[str, Any]) -> Incoming:
        get = record.get
        text = get(self._text)
        if type(text) is not str:
            raise ValueRefused(f"{shown(self._text)} is {'missing' if text is None else 'not a text'}")
        text = incoming_text(text)
        when, moving, moment = self._when(get(self._date))
        starred = get(self._starred)
        if starred is not None and type(starred) is not bool:
            raise ValueRefused(f"{shown(self._starred)} is not true or false")
        source_key = self._own_id(get(self._id)) if self._id is not None else None
        if source_key is not None:
            self._ids.claim(source_key, (text, when), line)
        # In the order of its fields; by their names it takes twice the time.
        return Incoming(text, when, self._tag_names(get(self._tags)), bool(starred), source_key, moment, moving, line)

    def _when(self, value: object) -> tuple[When, str, dt.datetime | None]:
        """Return the date, how it was written where its meaning moves, and the moment where a time stands with it."""
        if value is None:
            return UNKNOWN_DAY, "", None
        if type(value) is int:
            value = str(value)
        if type(value) is not str:
            raise ValueRefused(f"{shown(self._date)} is not a text")
        moment = None
        if len(value) in _NAIVE_LENGTHS and (zone := self._zones.get(value[:10])):
            try:
                return *self._whens[value[:10]], dt.datetime.fromisoformat(value + zone)
            except ValueError:
                moment = None
        if _DAY_AND_TIME.match(value):
            try:
                moment = dt.datetime.fromisoformat(value.strip())
            except ValueError:
                raise ValueRefused(f"{shown(value)} is not a day and time") from None
            value = value[:10]
        found = self._whens.get(value)
        if found is None:
            if len(self._whens) > _MOST_DAYS:
                self._whens.clear()
                self._zones.clear()
            found = self._whens[value] = self._read_date(value)
        return *found, self._aware(moment) if moment else None

    def _aware(self, moment: dt.datetime) -> dt.datetime | None:
        """Return a moment with an offset: its own, or that of this machine at that time."""
        if moment.tzinfo:
            return moment
        day = moment.date()
        try:
            if day not in self._offsets:
                start = dt.datetime.combine(day, dt.time())
                first, last = start.astimezone(), (start + dt.timedelta(hours=23, minutes=59)).astimezone()
                # Asking costs as much as reading the rest of the line; it is the same but on two days of the year.
                self._offsets[day] = first.tzinfo if first.utcoffset() == last.utcoffset() else None
            offset = self._offsets[day]
            aware = moment.replace(tzinfo=offset) if offset else moment.astimezone()
        except (OverflowError, OSError, ValueError):
            return None
        if offset:
            self._zones[day.isoformat()] = aware.isoformat()[-6:]
        return aware

    def _read_date(self, value: str) -> tuple[When, str]:
        phrase = value.strip()
        if not phrase:
            return UNKNOWN_DAY, ""
        if _DAY.match(phrase) and FIRST_YEAR <= int(phrase[:4]) <= LAST_YEAR:
            try:
                return When(dt.date.fromisoformat(phrase)), ""
            except ValueError:
                raise ValueRefused(f"{shown(phrase)} is a day that does not exist") from None
        when = parse_when(phrase, self._today, day_order=self._day_order)
        return when, one_line(phrase) if moves(phrase, when, self._today, self._day_order) else ""

    def _tag_names(self, value: object) -> tuple[str, ...]:
        if value is None:
            return ()
        if type(value) is str:
            return tags_from((value,))
        if type(value) is list:
            try:
                return tuple([self._tag_of[name] for name in value])
            except (KeyError, TypeError):  # one that is new, or that is no text
                pass
        if type(value) is not list or not _TEXTS.issuperset(map(type, value)):
            raise ValueRefused(f"{shown(self._tags)} is not a list of texts")
        tags = tags_from(value)
        if len(tags) == len(value) and len(self._tag_of) < _MOST_TAGS:
            self._tag_of.update(zip(value, tags, strict=True))
        return tags

    def _own_id(self, value: object) -> str | None:
        if value is None or value == "":
            return None
        if type(value) is int or type(value) is str:
            return one_line(str(value)) or None
        raise ValueRefused(f"{shown(self._id or '')} is not a text or a whole number")


def moves(phrase: str, when: When, today: dt.date, day_order: str) -> bool:
    """Whether a date that was read today would be another one if it were read on another day."""
    try:
        return parse_when(phrase, dt.date(today.year - 3, 6, 15), day_order=day_order) != when
    except DateNotUnderstood:
        return True


def numbered_lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Give each line that is not blank with its number, without its end; of one that is too long, a little too much.

    Raises:
        InputRefused: The file is UTF-16, or cannot be read any further.
    """
    number = 0
    rest = b""
    is_passed_over = False  # in the middle of a line that is too long, of which the beginning was given
    try:
        while block := file.read(_BLOCK):
            if not number and not rest:
                if block.startswith(_UTF16_MARKS):
                    raise InputRefused("The file is UTF-16. Save it as UTF-8 and import that.")
                block = block.removeprefix(_UTF8_MARK)
            lines = block.split(b"\n")
            lines[0] = rest + lines[0]
            rest = lines.pop()
            for line in lines:
                number += 1
                line = line.strip(b" \t\r")
                if line and not is_passed_over:
                    yield number, line
                is_passed_over = False
            if len(rest) > LONGEST_LINE:
                if not is_passed_over:
                    yield number + 1, rest
                is_passed_over, rest = True, b""
    except OSError as error:
        raise InputRefused(f"The file cannot be read: {error.strerror or error}.") from error
    rest = rest.strip(b" \t\r")
    if rest and not is_passed_over:
        yield number + 1, rest


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")
