"""Day One's JSON export: one journal's file, or the zip in which it lies beside the pictures.

Read as a stream, an entry at a time; of a zip nothing is unpacked to the disk, and the names in it are only shown.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, BinaryIO

from pivot_journal.domain.errors import InputRefused, ValueRefused
from pivot_journal.domain.text import one_line
from pivot_journal.exchange.dayone_json import NotDayOne, entries_of
from pivot_journal.exchange.dayone_values import plain, when_written
from pivot_journal.exchange.incoming import Incoming, OwnIds, Reject, incoming_text, tags_from

MOST_UNPACKED = 64_000_000
"""Bytes of all journals in a zip that are read however small it is."""
_MOST_RATIO = 200
_MOST_NAMES = 200
_KEPT = 1_000
_ZIP_MARK = b"PK\x03\x04"
_EMPTY_ZIP_MARK = b"PK\x05\x06"
_MEDIA = {"photos": "photos", "videos": "videos", "audios": "audios", "pdfAttachments": "pdfs"}
"""What an entry calls what belongs to it, and the folder of the zip in which that lies."""
_FOLDERS = frozenset({*_MEDIA.values(), "audio", "video", "photo", "pdf"})
_USED = frozenset({"uuid", "creationDate", "timeZone", "text", "tags", "starred", *_MEDIA})
_MOMENT = re.compile(r"dayone-moment:/{1,2}(?:[A-Za-z]+/)?([0-9A-Za-z-]+)")


class DayOne:
    """The entries of one export; can be gone through once.

    Args:
        file: Open for reading bytes, at its beginning; a zip must be one that can be gone back and forth in.
    """

    format = "dayone"

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._ids = OwnIds()
        self._left_out: list[str] = []
        self._attachments: dict[str, None] = {}
        self._stems: set[str] = set()
        self._known_names: set[str] = set()
        self.names: dict[str, None] = {}
        """The names that occur in entries, in the order of the file, as far as it was read."""

    @property
    def left_out(self) -> list[str]:
        """The names of entries that stand for nothing here, then files of the zip that are no journal."""
        return [name for name in self.names if name not in _USED] + self._left_out

    @property
    def attachments(self) -> list[str]:
        """The pictures, films, sounds and documents that entries name, then those that lie in the zip besides."""
        return list(self._attachments)

    def __iter__(self) -> Iterator[Incoming | Reject]:
        """Give each entry in the order of the file, or the reason why it cannot be one.

        Raises:
            InputRefused: It is no export of Day One, is damaged, or cannot be read any further.
        """
        try:
            head = self._file.read(4)
            if head not in {_ZIP_MARK, _EMPTY_ZIP_MARK}:
                yield from self._journal(_Whole(head, self._file), "")
            else:
                yield from self._zip()
        except NotDayOne as error:
            raise InputRefused(str(error)) from None
        except OSError as error:
            raise InputRefused(f"The file cannot be read: {error.strerror or error}.") from None

    def _zip(self) -> Iterator[Incoming | Reject]:
        try:
            with zipfile.ZipFile(self._file) as archive:
                journals = []
                media = []
                for member in archive.infolist():
                    place = _place(member.filename)
                    parts = PurePosixPath(place).parts
                    if member.is_dir() or not parts:
                        continue
                    if _FOLDERS.intersection(parts[:-1]):
                        media.append(place)
                    elif parts[-1].casefold().endswith(".json") and not _is_hidden(parts):
                        journals.append((place, member))
                    else:
                        self._left_out.append(place)
                if not journals:
                    raise InputRefused("No journal (a .json file) is in this zip. Export it from Day One as JSON.")
                bounded = _Bounded(max(MOST_UNPACKED, _MOST_RATIO * self._size()))
                for place, member in journals:
                    with archive.open(member) as bounded.file:
                        try:
                            yield from self._journal(bounded, place)
                        except NotDayOne as error:
                            raise InputRefused(f"{place}: {error}") from None
                for place in media:
                    if PurePosixPath(place).stem.casefold() not in self._stems:
                        self._attachments[place] = None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise InputRefused(
                f"The zip is damaged, or packed or locked in a way that is not read here: {error}."
            ) from None
        except (ValueError, OverflowError, LookupError) as error:
            raise InputRefused(f"The zip cannot be read: {one_line(str(error))}.") from None

    def _size(self) -> int:
        return self._file.seek(0, io.SEEK_END)

    def _journal(self, file: _Source, place: str) -> Iterator[Incoming | Reject]:
        for line, record in entries_of(file.read):
            try:
                item: Incoming | Reject = self._entry(record, line, place)
            except ValueRefused as error:
                raw = repr(record) if not isinstance(record, dict) else _raw(record)
                item = Reject(line, one_line(str(error)).removesuffix("."), raw[:_KEPT], place)
            yield item

    def _entry(self, record: object, line: int, place: str) -> Incoming:
        if not isinstance(record, dict):
            raise ValueRefused("the entry is not a JSON object")
        if not self._known_names.issuperset(record) and len(self.names) < _MOST_NAMES:
            self._known_names.update(record)
            self.names.update(dict.fromkeys(map(one_line, record)))
        written = record.get("text")
        if written is not None and not isinstance(written, str):
            raise ValueRefused('"text" is not a text')
        self._note_attachments(record, written or "")
        if written is None or not written.strip():
            raise ValueRefused("the entry has no text")
        text = incoming_text(plain(written))
        when, recorded_at = when_written(record)
        starred = record.get("starred")
        if starred is not None and not isinstance(starred, bool):
            raise ValueRefused('"starred" is not true or false')
        source_key = _source_key(record.get("uuid"))
        if source_key is not None:
            self._ids.claim(source_key, (text, when), line)
        return Incoming(
            text=text,
            observed_on=when,
            tags=_tags(record.get("tags")),
            starred=bool(starred),
            source_key=source_key,
            source_recorded_at=recorded_at,
            line=line,
            place=place,
        )

    def _note_attachments(self, record: dict[str, Any], text: str) -> None:
        """Remember the files that belong to an entry, and what its text shows without saying which file that is."""
        known = set()
        for kind, folder in _MEDIA.items():
            things = record.get(kind)
            for thing in things if isinstance(things, list) else ():
                facts = thing if isinstance(thing, dict) else {}
                identifier, md5, name, form = (
                    one_line(value) if isinstance(value := facts.get(key), str) else ""
                    for key in ("identifier", "md5", "filename", "type")
                )
                known.add(identifier)
                stem = md5 or identifier
                self._stems.add(stem.casefold())
                form = form or (one_line(str(facts["format"])) if "format" in facts else "")
                label = f"{folder}/{stem or name or '?'}{f'.{form}' if form and stem else ''}"
                self._attachments[f"{label} ({name})" if name and stem else label] = None
        for found in _MOMENT.finditer(text):
            if found[1] not in known:
                self._attachments[found[0]] = None


def looks_like(head: bytes, path: Path) -> bool:
    """Whether a file begins as an export of Day One does; of a zip, whether a journal of it lies in it."""
    if head.startswith(_ZIP_MARK):
        try:
            with zipfile.ZipFile(path) as archive:
                for member in archive.infolist():
                    parts = PurePosixPath(_place(member.filename)).parts
                    if parts and parts[-1].casefold().endswith(".json") and not _is_hidden(parts):
                        with archive.open(member) as unpacked:
                            return _begins(unpacked.read(4096))
        except (
            OSError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            RuntimeError,
            ValueError,
            OverflowError,
            LookupError,
        ):
            return False
        return False
    return _begins(head)


class _Source:
    """What bytes are read from."""

    def read(self, size: int) -> bytes:
        raise NotImplementedError


class _Whole(_Source):
    """A file whose first bytes were read already."""

    def __init__(self, head: bytes, file: BinaryIO) -> None:
        self._head = head
        self._file = file

    def read(self, size: int) -> bytes:
        head, self._head = self._head, b""
        return head + self._file.read(size)


class _Bounded(_Source):
    """The files of a zip, which together may not unpack to more than so many bytes."""

    def __init__(self, most: int) -> None:
        self.file: IO[bytes] = io.BytesIO()
        self._left = most

    def read(self, size: int) -> bytes:
        data = self.file.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise NotDayOne("It unpacks to far more than a journal would, and was not read any further.")
        return data


def _begins(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start.startswith(b"{"):
        return False
    is_first = re.match(rb'\{\s*"metadata"\s*:', start) is not None
    return b'"entries"' in start and (is_first or b'"creationDate"' in start)


def _place(name: str) -> str:
    """Return a name in a zip as a path within it: shown, never opened."""
    parts = one_line(name.replace("\\", "/")).split("/")
    return "/".join(part.strip() for part in parts if part.strip() not in {"", ".", ".."})


def _is_hidden(parts: tuple[str, ...]) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in parts)


def _raw(record: dict[str, Any]) -> str:
    import json

    return json.dumps({name: value for name, value in record.items() if name != "richText"}, ensure_ascii=False)


def _source_key(uuid: object) -> str | None:
    if uuid is None or uuid == "":
        return None
    if not isinstance(uuid, str):
        raise ValueRefused('"uuid" is not a text')
    name = one_line(uuid)
    return f"dayone:{name}" if name else None


def _tags(names: object) -> tuple[str, ...]:
    if names is None:
        return ()
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueRefused('"tags" is not a list of texts')
    return tags_from(names)
