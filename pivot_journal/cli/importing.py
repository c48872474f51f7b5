"""``pivot import``: bring a file of another program in. Loads neither Textual nor SQLModel."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from pivot_journal.cli.session import Session
from pivot_journal.domain.errors import InputRefused, OutputFailed
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import UNKNOWN_DAY
from pivot_journal.domain.words import day_label
from pivot_journal.exchange.incoming import Incoming, Reject, listed, read_mapping
from pivot_journal.exchange.jsonl import OURS, JsonLines
from pivot_journal.journal.intake import Intake
from pivot_journal.journal.journal import Journal, open_journal

PROBLEMS_SHOWN = 20
_MOST_NAMES_TRIED = 10_000
_PROGRESS_AFTER_SECONDS = 1.0
_PROGRESS_EVERY_SECONDS = 0.2


def run_import(options: argparse.Namespace, session: Session) -> int:
    """Bring the entries of a file in, and say what came of it."""
    mapping = read_mapping(options.map, OURS)
    settings = session.settings()
    path = Path(options.path)
    name = one_line(path.name) or "import"
    keeps_rejects = options.keep_going and not options.dry_run
    with _opened(path) as file, _journal(options, session) as journal:
        undated_on = UNKNOWN_DAY
        if options.on:
            from pivot_journal.dates import parse_observed_on

            undated_on = parse_observed_on(options.on, journal.today, day_order=settings.day_order)
        reader = JsonLines(file, journal.today, mapping=mapping, day_order=settings.day_order)
        problems = _Problems(path.name if keeps_rejects else "")
        try:
            with problems, _Progress(session, file) as progress:
                intake = journal.intake.bring_in(
                    problems.watched(reader),
                    name,
                    keep_going=options.keep_going,
                    dry_run=options.dry_run,
                    undated_on=undated_on,
                    progress=progress.show,
                )
        except InputRefused as error:
            raise InputRefused(f"{one_line(str(path))}: {error}") from error
    problems.tell(session, name)
    if options.json:
        session.put_json(_counts(reader.format, intake, problems.file))
    _report(options, session, intake, reader, problems, name)
    return InputRefused.status if intake.rejected else 0


def _opened(path: Path) -> BinaryIO:
    shown = one_line(str(path))
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise InputRefused(f"There is no file {shown}.") from None
    except IsADirectoryError:
        raise InputRefused(f"{shown} is a folder. Name a file in it.") from None
    except (OSError, ValueError) as error:
        raise InputRefused(f"{shown} cannot be read: {getattr(error, 'strerror', None) or error}.") from None
    return file


@contextlib.contextmanager
def _journal(options: argparse.Namespace, session: Session) -> Iterator[Journal]:
    """Open the journal; a trial run without one gets an empty one that is gone afterwards."""
    if options.dry_run and not session.has_journal(options):
        with (
            tempfile.TemporaryDirectory() as folder,
            open_journal(Path(folder) / "journal.db", create=True, now=session.now) as journal,
        ):
            yield journal
        return
    with session.journal(options, create=not options.dry_run) as journal:
        yield journal


class _Problems:
    """What was rejected: the first few to be told, and all of them in a file where the others come in.

    The file is complete before the journal is committed, and is taken away again if nothing came of it.

    Args:
        name: The name of the file that is imported; empty where no file of rejects is wanted.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._first: list[Reject] = []
        self._count = 0
        self._out: BinaryIO | None = None
        self.file: Path | None = None

    def __enter__(self) -> _Problems:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self._out is not None:
            with contextlib.suppress(OSError):
                self._out.close()
        if kind is not None and self.file is not None:
            with contextlib.suppress(OSError):
                self.file.unlink()

    def watched(self, items: Iterable[Incoming | Reject]) -> Iterator[Incoming | Reject]:
        """Give the items on, noting those that are rejected."""
        for item in items:
            if type(item) is Reject:
                self._note(item)
            yield item
        if self._out is not None:
            with self._writing():
                self._out.flush()
                os.fsync(self._out.fileno())

    def tell(self, session: Session, name: str) -> None:
        """Write one line for each problem, the first of many."""
        for problem in self._first:
            session.tell(f"pivot: {name}, line {problem.line}: {problem.reason}.")
        if self._count > len(self._first):
            session.tell(f"pivot: and {self._count - len(self._first):,} more.")

    def _note(self, problem: Reject) -> None:
        self._count += 1
        if len(self._first) < PROBLEMS_SHOWN:
            self._first.append(problem)
        if not self._name:
            return
        with self._writing():
            if self._out is None:
                self._out = self._new_file()
            self._out.write(_reject_line(problem))

    def _new_file(self) -> BinaryIO:
        for number in range(1, _MOST_NAMES_TRIED):
            path = Path.cwd() / f"{self._name}.rejects{f'-{number}' if number > 1 else ''}.jsonl"
            with contextlib.suppress(FileExistsError):
                out = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
                self.file = path
                return os.fdopen(out, "wb")
        raise FileExistsError(0, "too many files of rejects are there already")

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OutputFailed(
                f"The rejects cannot be written into this folder: {error.strerror or error}. Nothing was imported."
            ) from error


def _reject_line(problem: Reject) -> bytes:
    value = {"line": problem.line, "reason": problem.reason, "raw": problem.raw}
    try:
        return (json.dumps(value, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:  # bytes that are no text; as escapes they can be told apart
        return (json.dumps(value) + "\n").encode()


class _Progress:
    """A line that says how far an import is, on a terminal and only where it takes longer than a moment."""

    def __init__(self, session: Session, file: BinaryIO) -> None:
        self._is_shown = session.shows_words
        self._file = file
        self._next = time.monotonic() + _PROGRESS_AFTER_SECONDS
        self._width = 0
        status = os.fstat(file.fileno())
        self._size = status.st_size if stat.S_ISREG(status.st_mode) else 0

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self._width:
            sys.stderr.write(f"\r{' ' * self._width}\r")
            sys.stderr.flush()

    def show(self, done: int) -> None:
        """Say that so many entries were dealt with, not more often than a person reads."""
        if not self._is_shown or time.monotonic() < self._next:
            return
        part = f", {100 * self._file.tell() // self._size} %" if self._size else ""
        words = f"{done:,} read{part}"
        sys.stderr.write(f"\r{words:<{self._width}}")
        sys.stderr.flush()
        self._width = max(self._width, len(words))
        self._next = time.monotonic() + _PROGRESS_EVERY_SECONDS


def _counts(format_: str, intake: Intake, rejects: Path | None) -> dict[str, object]:
    return {
        "format": format_,
        "imported": intake.imported,
        "duplicates": intake.duplicates,
        "rejected": intake.rejected,
        "undated": intake.undated,
        "future": intake.future,
        "rejects_file": str(rejects) if rejects else None,
    }


def _report(
    options: argparse.Namespace, session: Session, intake: Intake, reader: JsonLines, problems: _Problems, name: str
) -> None:
    is_refused = intake.rejected > 0 and not options.keep_going
    if not options.json and not is_refused:
        session.put(_summary(options, intake, name))
        if options.dry_run:
            for entry in intake.first:
                session.put(_preview(entry))
    if is_refused:
        what = "would be" if options.dry_run else "was"
        rest = f" --keep-going takes the other {intake.storable:,}." if intake.storable else ""
        session.tell(f"pivot: nothing {what} imported: {_lines(intake.rejected)} refused.{rest}")
    if problems.file:
        session.tell(f"The rejects are in {problems.file.name}.")
    if intake.undated:
        session.tell(
            f"{intake.undated:,} without a date{' would come in' if options.dry_run else ''}: "
            "they stand under 'No date' in the Journal; e dates one."
        )
    if intake.duplicates_in_trash:
        session.tell(f"{intake.duplicates_in_trash:,} of the duplicates lie in the trash and stayed there.")
    if intake.duplicates_reworded:
        session.tell(
            f"{intake.duplicates_reworded:,} of the duplicates have another text than the journal's entry with the "
            "same id; the journal's was left as it is."
        )
    if not intake.storable and intake.rejected and reader.left_out and "text" not in options.map:
        session.tell(f"The entries have: {listed(reader.names)}. --map text=NAME says which of them is the text.")
    elif reader.left_out and (intake.imported or options.dry_run):
        session.tell(f"Not taken over: {listed(reader.left_out)}.")


def _summary(options: argparse.Namespace, intake: Intake, name: str) -> str:
    if not intake.storable and not intake.rejected:
        return f"0 imported: {name} holds no entries"
    imported = f"{intake.imported:,} {'would be ' if options.dry_run else ''}imported"
    parts = []
    if intake.undated:
        parts.append(f"{intake.undated:,} of them undated")
    if intake.future:
        parts.append(f"{intake.future:,} {'' if parts else 'of them '}in the future")
    duplicates = f"{intake.duplicates:,} {'duplicate' if intake.duplicates == 1 else 'duplicates'}"
    rejected = f"; {intake.rejected:,} rejected" if intake.rejected else ""
    return f"{', '.join([imported, *parts])}; {duplicates}{rejected}"


def _preview(entry: Incoming) -> str:
    text = one_line(entry.text)
    beside = "".join(f" #{tag}" for tag in entry.tags)
    return f"  {day_label(entry.observed_on):<15} {'★ ' if entry.starred else ''}{text[:100]}{beside}"


def _lines(count: int) -> str:
    return "1 line was" if count == 1 else f"{count:,} lines were"
