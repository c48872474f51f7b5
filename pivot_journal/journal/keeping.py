"""The user's own copies: the whole journal out and in again, backed up, put back, and joined with another.

What goes out here is for the user alone and whole: private terms stand in it as they are.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pivot_journal.domain.acceptance import AcceptedFinding
from pivot_journal.domain.errors import InputRefused, JournalError, JournalUnusable, OutputFailed, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.quote import CustomerQuote
from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.exchange.pivot_file import Heading, PivotFile, looks_like, written
from pivot_journal.storage import copying, dumping, loading, merging, paging, searches, sides, tallies
from pivot_journal.storage.database import Database, errors_explained
from pivot_journal.storage.earlier_texts import earlier_texts
from pivot_journal.storage.marks import SCHEMA
from pivot_journal.storage.merging import Joined
from pivot_journal.storage.observations import key_of, wordings
from pivot_journal.storage.placing import new_file, new_folder
from pivot_journal.storage.store import Store

__all__ = ["Keeping", "Merged", "Restored", "new_file", "new_folder", "restore"]

_HEAD = 4096
"""Bytes; enough to tell an export from a journal."""
_PAGE = 500
_MOST_NAMES_TRIED = 100


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of joining another journal into this one."""

    joined: Joined
    copy: Path | None
    """The journal as it was before; None where nothing was there to copy, or nothing changed."""
    was_empty: bool
    """Whether nothing was here before, so that everything came in as it was, with its numbers."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of putting a copy back."""

    observations: int
    """How many observations there are now, those in the trash left out."""
    kept: Path | None
    """The journal as it was before; None where there was none."""


class Keeping:
    """The verbs for whole copies of one journal."""

    def __init__(self, database: Database, now: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._now = now

    # Out

    @contextlib.contextmanager
    def export(self) -> Iterator[Iterator[str]]:
        """Give the lines of an export of everything, as it stands at one moment whoever writes meanwhile."""
        connection = self._database.connection
        with errors_explained(self._database.path), dumping.at_one_moment(connection):
            dump = dumping.dump(connection)
            yield written(Heading(schema=SCHEMA, rows=dump.counts, current_pitch=dump.current_pitch), dump.rows)

    @contextlib.contextmanager
    def observations(self) -> Iterator[Iterator[Observation]]:
        """Give all observations out of the trash with their earlier wordings, the oldest first, as at one moment."""
        with errors_explained(self._database.path), dumping.at_one_moment(self._database.connection):
            yield self._observations()

    def _observations(self) -> Iterator[Observation]:
        connection, last = self._database.connection, None
        while page := paging.page(connection, Filter(), limit=_PAGE, newer_than=last, oldest_first=True):
            earlier = wordings(connection, [observation.id for observation in page])
            for observation in page:
                yield replace(observation, earlier=earlier.get(observation.id, ()))
            last = key_of(page[-1])

    def backup(self, path: Path | None = None) -> Path:
        """Write a consistent copy of the journal's file, proven sound before it gets its name.

        Args:
            path: A new file, or a folder for one; the folder 'backups' beside the journal when None.

        Returns:
            Where it lies.

        Raises:
            OutputFailed: The file is there already, or cannot be written.
            JournalUnusable: The journal is damaged.
        """
        here = self._database.path
        if path is None:
            path = here.parent / "backups"
            with _writing_explained(path):
                path.mkdir(mode=0o700, exist_ok=True)
        if path.is_dir():
            path = _free(path / f"{here.stem}-{stamp(self._now())}", here.suffix or ".db")
        with _writing_explained(path):
            copying.copy_to(here, path)
        return path

    # In

    def merge(self, path: Path) -> Merged:
        """Join what another journal holds into this one: a journal's file, or an export of one.

        Nothing is doubled and nothing lost: of two states of one thing the one that was changed later holds, the
        losing texts are kept as earlier ones, and whatever is only there comes in.

        Raises:
            InputRefused: It is no sound journal or export of one, or this journal itself; nothing was changed.
            OutputFailed: The present journal cannot be copied first; nothing was changed.
        """
        copying.refuse_no_file(path)
        with contextlib.suppress(OSError):
            if path.samefile(self._database.path):
                raise InputRefused(f"{path} is this journal itself. Name another file.")
        if is_export(path):
            with _named(path):
                return self.take_in(path)
        with copying.brought_here(path, self._database.path) as other:
            return self._join(other)

    def take_in(self, path: Path) -> Merged:
        """Bring an export in: everything as it was into an empty journal; into another it is merged.

        Raises:
            InputRefused: It is no whole export of a version known here; the message names the line, not the file.
            OutputFailed: The present journal cannot be copied first; nothing was changed.
        """
        with copying.beside(self._database.path) as folder:
            other = folder / "journal.db"
            _load(path, other)
            return self._join(other)

    def _join(self, other: Path) -> Merged:
        database = self._database
        with errors_explained(database.path), sides.attached(database.connection, other), database.writing():
            was_empty = dumping.is_empty(database.connection)
            copy = None if was_empty else _free(Path(f"{database.path}.before-merge-{stamp(self._now())}"))
            if copy is not None:
                copying.copy_to(database.path, copy)
            try:
                joined = merging.join(database.connection)
            except BaseException:
                _forget(copy)
                raise
        if joined.is_nothing:
            _forget(copy)
            copy = None
        return Merged(joined, copy, was_empty)


def _load(path: Path, to: Path) -> None:
    """Make a new journal from an export, brought up to date, and prove that all of it can be read.

    Raises:
        InputRefused: It cannot; the message names the line.
    """
    try:
        with path.open("rb") as file:
            export = PivotFile(file)
            loading.load(to, export.heading.schema, export, export.heading.current_pitch)
        _prove_readable(to)
    except OSError as error:
        raise InputRefused(f"It cannot be read: {error.strerror or error}.") from error


@contextlib.contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except InputRefused as error:
        raise InputRefused(f"{path}: {error}") from error


def _prove_readable(path: Path) -> None:
    """Read everything as the program will."""
    database = Database(path, create=False)
    try:
        store = Store(database)
        store.impacts([decision.id for decision in store.decisions()])
        store.stories()
        store.pitches()
        store.profile()
        store.plain(CustomerQuote)
        store.plain(PrivateTerm)
        store.plain(AcceptedFinding)
        tallies.tallies(database.connection)
        searches.searches(database.connection)
        earlier_texts(database.connection)
        for trashed in (False, True):
            paging.page(database.connection, Filter(trashed=trashed), limit=-1)
    except (ValueRefused, ValueError, ArithmeticError) as error:
        raise InputRefused(f"A row of it can be no row of a journal: {error}") from error
    finally:
        database.close()


def restore(path: Path, journal: Path, now: Callable[[], dt.datetime]) -> Restored:
    """Put a copy of a journal in the place of the present one, which is kept beside it.

    Args:
        path: The copy; it is only read.
        journal: Where the journal lies, or should; it may be damaged or missing.
        now: The clock.

    Raises:
        InputRefused: The copy is not a sound journal of a version known here; nothing was changed.
        JournalUnusable: Another program is writing to the present journal, or it cannot be replaced.
        OutputFailed: The present journal cannot be kept; nothing was changed.
    """
    copying.refuse_no_file(path)
    if journal.is_symlink():
        journal = journal.resolve()  # the link stays
    with contextlib.suppress(OSError):
        if path.samefile(journal):
            raise InputRefused(f"{path} is the journal itself. Name a copy of it.")
    try:
        journal.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise JournalUnusable(f"{journal} cannot be made: {error.strerror}. Name another with --journal.") from error
    kept = _free(Path(f"{journal}.before-restore-{stamp(now())}"))
    if is_export(path):
        with copying.beside(journal) as folder, _named(path):
            _load(path, folder / "journal.db")
            had_one = copying.put_back(folder / "journal.db", journal, kept)
    else:
        with copying.brought_here(path, journal) as copy:
            had_one = copying.put_back(copy, journal, kept)
    database = Database(journal, create=False)
    try:
        count = paging.count(database.connection, Filter())
    finally:
        database.close()
    return Restored(count, kept if had_one else None)


def is_export(path: Path) -> bool:
    """Whether a file begins as an export of the program's own does."""
    try:
        with path.open("rb") as file:
            return looks_like(file.read(_HEAD))
    except OSError:
        return False


def stamp(moment: dt.datetime) -> str:
    """Return a moment as it stands in the name of a file: 2026-11-23-180000."""
    return moment.strftime("%Y-%m-%d-%H%M%S")


def _free(path: Path, ending: str = "") -> Path:
    """Return a name that nothing has: path and ending, with a number between them where it must be."""
    found = Path(f"{path}{ending}")
    for number in range(2, _MOST_NAMES_TRIED):
        if not os.path.lexists(found):
            break
        found = Path(f"{path}-{number}{ending}")
    return found


@contextlib.contextmanager
def _writing_explained(path: Path) -> Iterator[None]:
    try:
        yield
    except JournalError:
        raise
    except OSError as error:
        raise OutputFailed(f"{path} cannot be written: {error.strerror}. Choose another place.") from error


def _forget(copy: Path | None) -> None:
    if copy is not None:
        with contextlib.suppress(OSError):
            copy.unlink()
