"""``pivot import``: bring a file or folder of another program in. Loads neither Textual nor SQLModel."""

from __future__ import annotations

import argparse
import contextlib
import os
import shlex
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from pivot_journal.cli.problems import Problems
from pivot_journal.cli.session import Session
from pivot_journal.domain.errors import InputRefused, ValueRefused
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import UNKNOWN_DAY, When
from pivot_journal.domain.words import day_label
from pivot_journal.exchange.incoming import Incoming, Reader, listed
from pivot_journal.exchange.recognising import Source, Wanted, kind_of, opened, reader_for
from pivot_journal.journal.intake import Intake
from pivot_journal.journal.journal import Journal, open_journal

_PROGRESS_AFTER_SECONDS = 1.0
_PROGRESS_EVERY_SECONDS = 0.2


def run_import(options: argparse.Namespace, session: Session) -> int:
    """Bring the entries of a file or folder in, and say what came of it."""
    settings = session.settings()
    if options.path is None and options.map and "=" not in options.map[-1]:
        options.path = options.map.pop()  # 'pivot import --map text=note notes.csv'
    if options.inbox:
        return _take_inbox(options, session, settings.inbox_path, settings.day_order)
    if options.path is None:
        raise ValueRefused("Name the file or folder: pivot import PATH.")
    wanted = Wanted(kind=options.from_, mapping=tuple(options.map), day_order=options.day_order or settings.day_order)
    path = Path(options.path)
    name = _name_of(path)
    keeps_rejects = options.keep_going and not options.dry_run
    with opened(path) as source:
        with _named(source):
            wanted = replace(wanted, kind=wanted.kind or kind_of(source))
        if wanted.kind == "pivot":
            return _take_whole(options, session, source)
        with _named(source), _journal(options, session) as journal:
            undated_on = _undated_on(options, journal, settings.day_order)
            reader = reader_for(source, wanted, journal.today)
            with Problems(name if keeps_rejects else "") as problems, _Progress(session, source.file) as progress:
                intake = journal.intake.bring_in(
                    problems.watched(reader),
                    name,
                    keep_going=options.keep_going,
                    dry_run=options.dry_run,
                    revise=options.revise,
                    undated_on=undated_on,
                    progress=progress.show,
                )
    problems.tell(session, name)
    if options.json:
        session.put_json(_counts(reader, intake, problems.file))
    _report(options, session, intake, reader, problems, name)
    return InputRefused.status if intake.rejected else 0


def _take_inbox(options: argparse.Namespace, session: Session, path: Path | None, day_order: str) -> int:
    """Take what is new in the inbox; a line that cannot be stored does not keep the others out."""
    from pivot_journal.exchange.inbox import Inbox

    if options.path is not None or options.from_ or options.map or options.revise:
        other = shlex.quote(one_line(options.path)) if options.path else "PATH"
        raise ValueRefused(
            "--inbox takes the file that the settings name, without PATH, --from, --map and --revise. "
            f"For another file: pivot import {other}."
        )
    if path is None:
        raise ValueRefused('There is no inbox. Name one in the settings: inbox = "notes/inbox.txt".')
    name = _name_of(path)
    options.keep_going = True
    with _journal(options, session) as journal, Problems("") as problems, _Progress(session, None) as progress:
        undated_on = _undated_on(options, journal, day_order)
        reader = Inbox(path, journal.today, day_order=options.day_order or day_order)
        intake = journal.intake.bring_in(
            problems.watched(reader),
            name,
            keep_going=True,
            dry_run=options.dry_run,
            is_typed=True,
            undated_on=undated_on,
            progress=progress.show,
        )
    problems.tell(session, name)
    if options.json:
        session.put_json(_counts(reader, intake, None))
    _report(options, session, intake, reader, problems, name)
    return InputRefused.status if intake.rejected else 0


def _take_whole(options: argparse.Namespace, session: Session, source: Source) -> int:
    """Bring a whole export of a journal in; all of its rows, not only the entries."""
    if options.map or options.on or options.dry_run or options.keep_going or options.revise:
        raise ValueRefused(
            f"{source.shown} is a whole export of a journal, which comes in as it is: without --map, --on, --dry-run, "
            "--keep-going and --revise."
        )
    from pivot_journal.cli.keeping import merged_said, tell_merged
    from pivot_journal.exchange.pivot_file import PivotFile

    with _named(source):
        if source.file is None:
            raise InputRefused("It is a folder. Name a file in it.")
        in_file = PivotFile(source.file).heading.rows.get("observation", 0)
        with session.journal(options, create=True) as journal:
            merged = journal.keeping.take_in(source.path)
    imported = merged.joined.new["observation"]
    revised = merged.joined.changed["observation"]
    duplicates = max(0, in_file - imported)
    if options.json:
        session.put_json(
            {
                "format": "pivot", "imported": imported, "duplicates": duplicates, "rejected": 0, "undated": 0,
                "future": 0, "rejects_file": None, "attachments": 0, "changed": revised, "revised": revised,
            }
        )  # fmt: skip
    else:
        session.put(f"{imported:,} imported; {_many(duplicates, 'duplicate')}")
    session.tell(merged_said(merged, _name_of(source.path)))
    tell_merged(merged, session)
    return 0


@contextlib.contextmanager
def _named(source: Source) -> Iterator[None]:
    """Say with every refusal of the file which one it is."""
    try:
        yield
    except InputRefused as error:
        said = str(error)
        raise InputRefused(said if source.shown in said else f"{source.shown}: {said}") from error


def _name_of(path: Path) -> str:
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        return one_line(path.name or path.resolve().name) or "import"
    return one_line(path.name) or "import"


def _undated_on(options: argparse.Namespace, journal: Journal, day_order: str) -> When:
    if not options.on:
        return UNKNOWN_DAY
    from pivot_journal.dates import parse_observed_on

    return parse_observed_on(options.on, journal.today, day_order=options.day_order or day_order)


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


class _Progress:
    """A line that says how far an import is, on a terminal and only where it takes longer than a moment."""

    def __init__(self, session: Session, file: BinaryIO | None) -> None:
        self._is_shown = session.shows_words
        self._file = file
        self._next = time.monotonic() + _PROGRESS_AFTER_SECONDS
        self._width = 0
        self._done = 0
        status = os.fstat(file.fileno()) if file is not None else None
        self._size = status.st_size if status is not None and stat.S_ISREG(status.st_mode) else 0

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self._width:
            sys.stderr.write(f"\r{' ' * self._width}\r")
            sys.stderr.flush()

    def show(self, done: int) -> None:
        """Say how many entries were read, or that they are being written; not more often than a person reads."""
        is_read, self._done = done == self._done, done
        if not self._is_shown or time.monotonic() < self._next:
            return
        part = ""
        if self._file is not None and self._size:
            with contextlib.suppress(OSError, ValueError):
                part = f", {min(100, 100 * self._file.tell() // self._size)} %"
        words = f"{done:,} read, writing them" if is_read else f"{done:,} read{part}"
        sys.stderr.write(f"\r{words:<{self._width}}")
        sys.stderr.flush()
        self._width = max(self._width, len(words))
        self._next = time.monotonic() + _PROGRESS_EVERY_SECONDS


def _counts(reader: Reader, intake: Intake, rejects: Path | None) -> dict[str, object]:
    return {
        "format": reader.format,
        "imported": intake.imported,
        "duplicates": intake.duplicates,
        "rejected": intake.rejected,
        "undated": intake.undated,
        "future": intake.future,
        "rejects_file": str(rejects) if rejects else None,
        "attachments": len(reader.attachments),
        "changed": intake.changed,
        "revised": intake.revised,
    }


def _report(
    options: argparse.Namespace, session: Session, intake: Intake, reader: Reader, problems: Problems, name: str
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
        session.tell(f"pivot: nothing {what} imported: {_refused(intake.rejected, problems.has_places)}.{rest}")
    if problems.file:
        session.tell(f"The rejects are in {problems.file.name}.")
    _report_entries(options, session, intake)
    encoding = getattr(reader, "encoding", None)
    if encoding is not None and encoding.shown != "UTF-8":
        session.tell(f"The file was read as {encoding.shown}.")
    if intake.imported or options.dry_run:
        for said in getattr(reader, "notes", ()):
            session.tell(said)
    if (attachments := reader.attachments) and (intake.imported or intake.duplicates or options.dry_run):
        session.tell(f"{_many(len(attachments), 'attachment')} did not come in: {listed(attachments)}.")
    names = getattr(reader, "names", None)
    if not intake.storable and intake.rejected and reader.left_out and names and not options.map:
        session.tell(f"The entries have: {listed(names)}. --map text=NAME says which of them is the text.")
    elif reader.left_out and (intake.imported or options.dry_run):
        session.tell(f"Not taken over: {listed(reader.left_out)}.")


def _report_entries(options: argparse.Namespace, session: Session, intake: Intake) -> None:
    """Say what is to be known of those that came in, or were there."""
    if intake.undated:
        session.tell(
            f"{intake.undated:,} without a date{' would come in' if options.dry_run else ''}: "
            "they stand under 'No date' in the Journal; e dates one."
        )
    if intake.duplicates_in_trash:
        session.tell(f"{intake.duplicates_in_trash:,} of the duplicates lie in the trash and stayed there.")
    if not intake.changed:
        return
    more = ", …" if intake.changed > len(intake.changed_numbers) else ""
    which = f"{intake.changed:,} of the duplicates ({', '.join(map(str, intake.changed_numbers))}{more})"
    verb = "has" if intake.changed == 1 else "have"
    if options.revise:
        what = "would be" if options.dry_run else ("was" if intake.changed == 1 else "were")
        session.tell(f"{which} {what} revised; the old wording is kept as an earlier one.")
    else:
        session.tell(
            f"{which} {verb} another text or day there now; the journal's was left as it is. "
            "--revise takes it over and keeps the old one."
        )
    if intake.changed_from:
        session.tell(
            f"Note: of these some came from {listed(intake.changed_from)}; an id that was mapped means one entry, "
            "whichever file it stands in."
        )


def _summary(options: argparse.Namespace, intake: Intake, name: str) -> str:
    if not intake.storable and not intake.rejected:
        return f"0 imported: {name} holds no entries"
    imported = f"{intake.imported:,} {'would be ' if options.dry_run else ''}imported"
    parts = []
    if intake.undated:
        parts.append(f"{intake.undated:,} of them undated")
    if intake.future:
        parts.append(f"{intake.future:,} {'' if parts else 'of them '}in the future")
    rejected = f"; {intake.rejected:,} rejected" if intake.rejected else ""
    return f"{', '.join([imported, *parts])}; {_many(intake.duplicates, 'duplicate')}{rejected}"


def _preview(entry: Incoming) -> str:
    text = one_line(entry.text)
    beside = "".join(f" #{tag}" for tag in entry.tags)
    return f"  {day_label(entry.observed_on):<15} {'★ ' if entry.starred else ''}{text[:100]}{beside}"


def _refused(count: int, has_places: bool) -> str:
    noun = "entry" if has_places else "line"
    return f"1 {noun} was refused" if count == 1 else f"{count:,} {'entries' if has_places else 'lines'} were refused"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
