"""A folder of Markdown notes (Obsidian, Jekyll, Hexo, nb and the like), or one such note: each file is an entry.

A note's date is the first of: its front matter's ``date``, ``created``, ``start_time``, the day at the beginning of its
file name. When the file was changed is no date of what it tells. Its text is its body under its title; the title is
that of the front matter or, where the body has no heading of its own, the file name if that is words.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pivot_journal.domain.errors import InputRefused, ValueRefused
from pivot_journal.domain.text import LONGEST_TEXT, one_line, tag_key
from pivot_journal.domain.when import When
from pivot_journal.exchange.front_matter import LONGEST, FrontMatter, FrontMatterBroken, Value, split
from pivot_journal.exchange.incoming import Incoming, Reject, incoming_text, tags_from
from pivot_journal.exchange.markdown_book import IS_BOOK, as_exact, book_entries
from pivot_journal.exchange.note_dates import moment_of, stamp_of, when_of

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
LONGEST_NOTE = 4 * (LONGEST_TEXT + LONGEST)
"""Bytes; no text that can be stored is longer."""

_MEDIA = frozenset({
    ".apng", ".avif", ".bmp", ".gif", ".heic", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp",
    ".aac", ".flac", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav", ".3gp", ".avi", ".m4v", ".mkv", ".mov",
    ".mp4", ".ogv", ".webm", ".pdf", ".doc", ".docx", ".odt", ".ppt", ".pptx", ".xls", ".xlsx", ".zip",
})  # fmt: skip
_USED = frozenset({"title", "tags", "date", "created", "start_time", "starred", "precision", "recorded_at"})
_DATE_NAMES = ("date", "created", "start_time")
_MOST_NAMES = 200
_MOST_LOOKED_AT = 5_000
_KEPT_OF_NOTE = 1_000
_YES = frozenset({"true", "yes", "on"})
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)+")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class _Note:
    """One Markdown file that was found."""

    path: str
    """Where it can be opened."""
    place: str
    """Its path within the folder, as it may be shown and stored; of a single file, its name."""


class MarkdownNotes:
    """The entries of one folder or file; can be gone through once.

    Args:
        path: The folder, or one Markdown file; nothing of it is read before the first entry is asked for.
        day_order: How 02/03/2024 is read, as in the settings.
    """

    format = "markdown"

    def __init__(self, path: Path, *, day_order: str = "") -> None:
        self._path = path
        self._day_order = day_order
        self._is_folder = False
        self._found_any = False
        self._left_out: list[str] = []
        self._attachments: list[str] = []
        self.names: dict[str, None] = {}
        """The names that occur in front matter, in the order of the files, as far as they were read."""

    @property
    def left_out(self) -> list[str]:
        """Names in front matter that stand for nothing here, then files and folders that are no notes."""
        return [name for name in self.names if name.casefold() not in _USED] + self._left_out

    @property
    def attachments(self) -> list[str]:
        """The pictures, recordings and documents beside the notes."""
        return list(self._attachments)

    def __iter__(self) -> Iterator[Incoming | Reject]:
        """Give each note in the order of its path, as an entry or refused.

        Raises:
            InputRefused: There is no such folder or file, it cannot be read, or no Markdown is in it.
        """
        try:
            status = self._path.stat()
        except (OSError, ValueError) as error:
            raise InputRefused(f"It cannot be read: {getattr(error, 'strerror', None) or error}.") from None
        if stat.S_ISDIR(status.st_mode):
            self._is_folder = True
            yield from self._folder()
            if not self._found_any:
                raise InputRefused("No Markdown file (.md, .markdown) is in this folder.")
        elif stat.S_ISREG(status.st_mode):
            yield from self._read(_Note(os.fspath(self._path), _printable(self._path.name)))
        else:
            raise InputRefused("It is neither a file nor a folder.")

    def _folder(self) -> Iterator[Incoming | Reject]:
        """Go through the folder and those in it; links are not followed, so that none leads round in a circle."""
        pending = [(os.fspath(self._path), "")]
        while pending:
            folder, below = pending.pop()
            try:
                with os.scandir(folder) as found:
                    entries = sorted(found, key=lambda entry: entry.name)
            except OSError as error:
                if not below:
                    raise InputRefused(f"The folder cannot be read: {error.strerror or error}.") from None
                yield Reject(1, f"the folder cannot be read: {error.strerror or error}", "", below.rstrip("/"))
                continue
            folders = []
            for entry in entries:
                place = below + _printable(entry.name)
                suffix = Path(entry.name).suffix.casefold()
                is_hidden = entry.name.startswith(".")
                if entry.is_symlink():
                    self._left_out.append(f"{place} (a link)")
                elif entry.is_dir(follow_symlinks=False):
                    if is_hidden:
                        self._left_out.append(f"{place}/")
                    else:
                        folders.append((entry.path, f"{place}/"))
                elif is_hidden or not entry.is_file(follow_symlinks=False):
                    self._left_out.append(place)
                elif suffix in SUFFIXES:
                    self._found_any = True
                    yield from self._read(_Note(entry.path, place))
                else:
                    (self._attachments if suffix in _MEDIA else self._left_out).append(place)
            pending += reversed(folders)

    def _read(self, note: _Note) -> Iterator[Incoming | Reject]:
        place = note.place if self._is_folder else ""
        content = b""
        try:
            content = _content(note.path)
            front = split(_decoded(content))
            if front.text(IS_BOOK) is not None:
                yield from book_entries(note.path, place, front.body_line)
                return
            if len(content) > LONGEST_NOTE:
                raise ValueRefused(f"longer than {LONGEST_NOTE:,} bytes")
            if len(self.names) < _MOST_NAMES:
                self.names.update(dict.fromkeys(front.names))
            yield self._entry(note, front, place)
        except OSError as error:
            yield Reject(1, f"cannot be read: {error.strerror or error}", "", place)
        except ValueRefused as error:
            line = error.line if isinstance(error, FrontMatterBroken) else 1
            raw = content[:_KEPT_OF_NOTE].decode("utf-8", "surrogateescape")
            yield Reject(line, one_line(str(error)).removesuffix("."), raw, place)

    def _entry(self, note: _Note, front: FrontMatter, place: str) -> Incoming:
        named, written_at, rest = stamp_of(Path(note.place).stem)
        when = self._when(front)
        return Incoming(
            text=incoming_text(_text(front.text("title"), rest, front.body)),
            observed_on=named if when is None else when,
            tags=_tags(front.value("tags")),
            starred=(_simple(front, "starred") or "").casefold() in _YES,
            source_key=f"markdown:{note.place}",
            source_recorded_at=_recorded_at(front) or written_at,
            line=1,
            place=place,
        )

    def _when(self, front: FrontMatter) -> When | None:
        """Return the date of the front matter; None where it has none."""
        for name in _DATE_NAMES:
            if written := (front.text(name) or "").strip():
                try:
                    return as_exact(when_of(written, self._day_order), _simple(front, "precision"))
                except ValueRefused as error:
                    raise FrontMatterBroken(f"{name}: {error}", front.line(name)) from None
        return None


def looks_like(head: bytes, path: Path) -> bool:
    """Whether a path is a Markdown file, or a folder in which one lies."""
    try:
        if not path.is_dir():
            return path.suffix.casefold() in SUFFIXES and b"\0" not in head
        looked_at = 0
        for _, folders, files in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            if any(Path(name).suffix.casefold() in SUFFIXES for name in files if not name.startswith(".")):
                return True
            looked_at += len(files) + len(folders) + 1
            if looked_at > _MOST_LOOKED_AT:
                return False
    except (OSError, ValueError):
        pass
    return False


def _content(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123  a path of any bytes, as the folder gave it
        return file.read(LONGEST_NOTE + 1)


def _decoded(content: bytes) -> str:
    if content.startswith(_UTF16_MARKS):
        raise ValueRefused("the file is UTF-16; save it as UTF-8")
    if len(content) > LONGEST_NOTE:  # may end within a character; what is asked for stands at the beginning
        return content.decode("utf-8-sig", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FrontMatterBroken(f"not UTF-8 (byte {error.start + 1} of the file)", line) from None


def _printable(name: str) -> str:
    """Return a file's name as it may be shown and stored; the same on systems that compose letters otherwise."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return one_line(unicodedata.normalize("NFC", text)) or "?"


def _text(title: str | None, name: str, body: str) -> str:
    """Return a note's body under its title, the title left out where the body begins with it."""
    body = body.replace("\r\n", "\n").rstrip()
    if blank := _BLANK_LINES.match(body):
        body = body[blank.end() :]
    heading = body.partition("\n")[0]
    title = one_line(title or "")
    if not title:
        title = one_line(name).strip(" .-_")
        is_words = any(map(str.isalpha, title)) and (" " in title or (title[:1].isupper() and "_" not in title))
        if body and (not is_words or heading.startswith("# ")):
            return body
    if not body or one_line(heading.lstrip("#")).casefold() == title.casefold():
        return body or title
    return f"{title}\n\n{body}" if title else body


def _tags(value: Value) -> tuple[str, ...]:
    names = re.split(r"[\s,]+", value) if isinstance(value, str) else value or []
    found: dict[str, str] = {}
    for tag in tags_from(names):
        found.setdefault(tag_key(tag), tag)
    return tuple(found.values())


def _simple(front: FrontMatter, name: str) -> str | None:
    """Return the text that a name stands for; None where it is anything else, which another program may mean by it."""
    try:
        return front.text(name)
    except FrontMatterBroken:
        return None


def _recorded_at(front: FrontMatter) -> dt.datetime | None:
    """Return the moment at which a note was begun, as it says itself; ``start_time`` is that of what it tells."""
    moments = (moment_of(_simple(front, name) or "") for name in ("recorded_at", "created", "date"))
    return next((moment for moment in moments if moment), None)
