"""Whole copies of a journal: made while the app runs, proven before they count, and put back in its place."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from pivot_journal.domain.errors import InputRefused, JournalUnusable, NewerJournal, OutputFailed
from pivot_journal.storage.counting import keep_counts
from pivot_journal.storage.database import Connection, Database, _was_migrated, errors_explained
from pivot_journal.storage.dumping import columns, index_all
from pivot_journal.storage.intake import bulk
from pivot_journal.storage.marks import APPLICATION_ID, BUSY_SECONDS, SCHEMA
from pivot_journal.storage.placing import own_folder, placed

BESIDE = ("-wal", "-shm")
"""The endings of the files that the database keeps beside a journal while it is open, or after a crash."""


def copy_to(path: Path, to: Path) -> None:
    """Write a consistent copy of a journal into a new file, whoever writes meanwhile; it has its name when it is sound.

    Raises:
        OutputFailed: A file is there already, it cannot be written, or there is no room.
        JournalUnusable: The journal is damaged.
    """
    with placed(to) as partial:
        try:
            source = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                source.execute("VACUUM INTO ?", (str(partial),))
            finally:
                source.close()
        except sqlite3.OperationalError as error:
            raise OutputFailed(f"{to} cannot be written: {error}. Choose another place.") from error
        except sqlite3.DatabaseError as error:
            raise JournalUnusable(_damaged(path, str(error))) from error
        copy = sqlite3.connect(partial)
        try:
            found = _faults(copy)
        finally:
            copy.close()
        if found:
            raise JournalUnusable(_damaged(path, found))


def _damaged(path: Path, found: str) -> str:
    return (
        f"{path} is damaged ({found}), so no sound copy can be made of it. A sound one can be put back with: "
        "pivot restore PATH"
    )


@contextlib.contextmanager
def beside(journal: Path) -> Iterator[Path]:
    """Give a folder beside a journal for what is only needed for a moment.

    Raises:
        JournalUnusable: None can be made there.
    """
    try:
        with own_folder(journal.parent) as own:
            yield own
    except OSError as error:
        raise JournalUnusable(f"{journal.parent} cannot be written to: {error.strerror or error}.") from error


@contextlib.contextmanager
def brought_here(path: Path, journal: Path) -> Iterator[Path]:
    """Give a sound copy of another journal, brought up to date, beside this one; it goes afterwards.

    Args:
        path: The other journal; it is only read.
        journal: This one.

    Raises:
        InputRefused: It is not a sound journal of a version known here.
    """
    with beside(journal) as own:
        copy = own / "journal.db"
        _copy_proven(path, copy)
        with _explained_as_input(path):
            Database(copy, create=False).close()
        yield copy


def _copy_proven(path: Path, to: Path) -> None:
    refuse_no_file(path)
    try:
        source = _opened_to_read(path)
        try:
            application, version = (
                int(source.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("application_id", "user_version")
            )
            if application != APPLICATION_ID and not _was_migrated(source):
                raise InputRefused(f"{path} is no Pivot Journal. Nothing was changed.")
            if version > SCHEMA:
                raise InputRefused(
                    f"{path} was written by a later version of Pivot Journal (schema {version}; this one knows "
                    f"{SCHEMA}). Nothing was changed; install the newer version first."
                )
            found = _faults(source)
            if found:
                raise InputRefused(f"{path} is damaged ({found}). Nothing was changed; choose another copy.")
            _vacuum_beside(source, path, to)
        finally:
            source.close()
    except sqlite3.Error as error:
        raise _refusal(path, error) from error
    except OSError as error:
        raise JournalUnusable(f"{to.parent} cannot be written to: {error.strerror}.") from error


def _vacuum_beside(source: sqlite3.Connection, path: Path, to: Path) -> None:
    os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        source.execute("VACUUM INTO ?", (str(to),))
    except sqlite3.OperationalError as error:
        raise JournalUnusable(f"{path} cannot be copied beside the journal: {error}. Nothing was changed.") from error


def refuse_no_file(path: Path) -> None:
    """Refuse what is not a file that can be read.

    Raises:
        InputRefused: It is missing, a folder, or may not be read.
    """
    try:
        if path.is_dir():
            raise InputRefused(f"{path} is a folder. Name a file in it.")
        if not path.exists():
            raise InputRefused(f"There is no file {path}.")
        if not path.is_file():
            raise InputRefused(f"{path} is no file that could be a journal.")
        with path.open("rb"):
            pass
    except (OSError, ValueError) as error:
        raise InputRefused(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.") from None


def _opened_to_read(path: Path) -> sqlite3.Connection:
    """Open a file without leaving anything beside it; one that is in use, or was left by a crash, as it must be."""
    is_in_use = any(Path(f"{path}{ending}").exists() for ending in ("-wal", "-journal"))
    uri = f"{path.absolute().as_uri()}?mode=ro{'' if is_in_use else '&immutable=1'}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _refusal(path: Path, error: sqlite3.Error) -> InputRefused:
    text = str(error)
    if "not a database" in text:
        return InputRefused(f"{path} is no Pivot Journal. Nothing was changed.")
    if "malformed" in text:
        return InputRefused(f"{path} is damaged ({text}). Nothing was changed; choose another copy.")
    if "locked" in text or "busy" in text:
        return InputRefused(f"{path} is being written by another program. Try again in a moment.")
    return InputRefused(f"{path} cannot be read as a journal: {text}. Nothing was changed.")


@contextlib.contextmanager
def _explained_as_input(path: Path) -> Iterator[None]:
    try:
        yield
    except JournalUnusable as error:
        raise InputRefused(f"{path} cannot be brought up to date. Nothing was changed: {error}") from error


def _faults(connection: sqlite3.Connection) -> str:
    """Return what is wrong with a file, in a few words; empty where nothing is."""
    (first,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if first != "ok":
        return " ".join(str(first).replace("*** in database main ***", "").split())
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    return f"{len(broken):,} rows belong to something that is gone" if broken else ""


def take_over(connection: Connection, tables: Iterable[str]) -> None:
    """Put all rows of the attached journal in the place of this one's, with their places; inside ``bulk``.

    The counts of the notes are made anew, as the search index is: a restored journal owes nothing to the one before.
    """
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for table in tables:
        names = ", ".join(columns(connection, table))
        place = "" if table in {"observation", "change", "change_group", "draft", "sqlite_sequence"} else "rowid, "
        connection.execute(f"DELETE FROM main.{table}")
        connection.execute(
            f"INSERT INTO main.{table} ({place}{names}) SELECT {place}{names} FROM other.{table} ORDER BY rowid"
        )
    index_all(connection)
    keep_counts(connection)


def put_back(copy: Path, path: Path, kept: Path) -> bool:
    """Put a sound copy of the present schema in the place of the journal; what is there now is kept beside it.

    A journal that can be used is overwritten in one transaction, so that an app that has it open sees it change. A
    damaged one is set aside as it is, with the files beside it.

    Args:
        copy: The copy; it may be used up.
        path: Where the journal lies, or should.
        kept: What the present one is kept as.

    Returns:
        Whether there was one to keep.

    Raises:
        JournalUnusable: Another program writes to the present journal, it is no journal, or of a later version.
        OutputFailed: The present journal cannot be kept.
    """
    if not os.path.lexists(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for ending in BESIDE:  # of a journal that is gone: the database would take them for this one's
            if os.path.lexists(f"{path}{ending}"):
                Path(f"{path}{ending}").replace(f"{kept}{ending}")
        _place(copy, path)
        return False
    try:
        database = Database(path, create=False)
    except NewerJournal:
        raise
    except JournalUnusable as error:
        if not _is_damaged(error, path):
            raise
        _set_aside(copy, path, kept)
        return True
    try:
        is_sound = _overwrite(database, copy, kept)
    finally:
        database.close()
    if not is_sound:
        _set_aside(copy, path, kept)
    return True


def _is_damaged(error: JournalUnusable, path: Path) -> bool:
    """Whether the file itself is at fault, not what is around it."""
    cause = error.__cause__
    if cause is None:
        return _is_marked(path)  # a journal of ours, but not one that holds together
    return isinstance(cause, sqlite3.DatabaseError) and not isinstance(cause, sqlite3.OperationalError)


def _is_marked(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(72)[68:] == APPLICATION_ID.to_bytes(4, "big")  # where SQLite keeps it
    except OSError:
        return False


def _overwrite(database: Database, copy: Path, kept: Path) -> bool:
    """Keep what is there and take everything of the copy over, under one lock; False where what is there is damaged."""
    connection = database.connection
    with errors_explained(copy):
        connection.execute("ATTACH ? AS other", (str(copy),))
    tables = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'observation_fts%'"
            " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name <> 'control'"
        )
    ]
    with database.writing():
        try:
            copy_to(database.path, kept)
        except JournalUnusable:
            return False
        with bulk(connection):
            take_over(connection, [*tables, "sqlite_sequence"])
            connection.execute(
                "UPDATE control SET (journal_id, created_at, current_pitch_id) ="
                " (SELECT journal_id, created_at, current_pitch_id FROM other.control)"
            )
    return True


def _set_aside(copy: Path, path: Path, kept: Path) -> None:
    """Keep a damaged file and what lies beside it under another name, and put the copy in its place."""
    try:
        if os.path.lexists(kept):
            raise OutputFailed(f"{kept} is there already; nothing was changed.")
        try:
            os.link(path, kept)
        except OSError:
            shutil.copy2(path, kept)
        kept.chmod(0o600)
        for ending in BESIDE:
            if os.path.lexists(f"{path}{ending}"):
                Path(f"{path}{ending}").replace(f"{kept}{ending}")
        copy.replace(path)
    except OSError as error:
        raise JournalUnusable(f"{path} cannot be replaced: {error.strerror}. It is as it was.") from error


def _place(copy: Path, path: Path) -> None:
    try:
        with placed(path) as partial:
            copy.replace(partial)
    except OutputFailed as error:
        raise JournalUnusable(str(error)) from error
