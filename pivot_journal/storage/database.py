"""Open a journal's file, bring it up to date, and hold the one way to write to it.

Nothing outside ``storage`` names ``sqlite3``. What another SQLite binding would do differently stands here, in
``marks`` and ``migrating``, and where other files are opened or errors told apart: ``copying``, ``loading`` and
``checking``. ``dumping`` and ``sides`` name it only for a type and an error.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from pivot_journal.domain.errors import JournalUnusable, NewerJournal
from pivot_journal.storage.marks import APPLICATION_ID, BUSY_SECONDS, SCHEMA

KEPT_GROUPS = 1000
"""How many undoable steps are kept; older ones can no longer be undone."""
_MOST_ANALYZED = 200
"""Rows of each index that closing looks at, so that SQLite knows how to read them."""


class Connection(sqlite3.Connection):
    """A connection whose transactions are opened and closed by ``Database.writing`` alone.

    Libraries that call ``commit`` or ``rollback`` on it (SQLAlchemy does when a session ends) change nothing.
    """

    def commit(self) -> None:
        """Do nothing: the verb commits, or nobody does."""

    def rollback(self) -> None:
        """Do nothing: the verb rolls back, or nobody does."""


def instant_text(moment: dt.datetime) -> str:
    """Return an aware moment as it is stored: RFC 3339 in UTC with six decimals, so that text sorts as time."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def instant_from(text: str, offset_minutes: int = 0) -> dt.datetime:
    """Return a stored instant as an aware moment, in the local offset it was written with."""
    zone = dt.timezone(dt.timedelta(minutes=offset_minutes)) if offset_minutes else dt.UTC
    return dt.datetime.fromisoformat(text).astimezone(zone)  # fifty times as fast as strptime, on every row read


def offset_of(moment: dt.datetime) -> int:
    """Return the offset from UTC that a moment carries, in minutes."""
    offset = moment.utcoffset()
    return round(offset.total_seconds() / 60) if offset else 0


@contextlib.contextmanager
def errors_explained(path: Path) -> Iterator[None]:
    """Turn the database's errors into ours, with what a person can do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(path, error) from error


def _explained(path: Path, error: sqlite3.Error) -> JournalUnusable:
    text = str(error)
    if "not a database" in text or "malformed" in text:
        return JournalUnusable(
            f"{path} is not a Pivot Journal, or is damaged. Nothing was changed; choose another with --journal."
        )
    if "locked" in text or "busy" in text:
        return JournalUnusable(f"{path} is being written by another program. Try again in a moment.")
    if "readonly" in text:
        return JournalUnusable(f"{path} cannot be written. Check who may write to the file and its folder.")
    if "unable to open" in text:
        return JournalUnusable(f"{path} cannot be opened. Check that the folder is there and may be written to.")
    if "full" in text:
        return JournalUnusable(f"There is no room left on the disk for {path}. Nothing was changed.")
    return JournalUnusable(f"{path} could not be used: {text}.")


def connect(path: Path) -> Connection:
    """Open a connection to an existing file with what every connection of ours has."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, factory=Connection)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA recursive_triggers = ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def scratch() -> Connection:
    """Open a database of its own that is gone when it is closed; it may be handed on to another thread.

    What does not fit into memory lies in a file without a name.
    """
    connection = sqlite3.connect("", isolation_level=None, factory=Connection, check_same_thread=False)
    for setting in ("journal_mode = OFF", "synchronous = OFF", "secure_delete = OFF", "cache_size = -65536"):
        connection.execute(f"PRAGMA {setting}")
    return connection


class Database:
    """One open journal file.

    Args:
        path: Where the file lies.
        create: Whether a missing file may be made, with its folder.

    Raises:
        JournalUnusable: The file is missing (and may not be made), cannot be opened, or is not a journal.
        NewerJournal: A later version of the program has written it.
    """

    def __init__(self, path: Path, *, create: bool) -> None:
        self.path = path
        self.was_created = False
        self._depth = 0
        with errors_explained(path):
            self.was_created = _make_file(path) if create else False
            if not path.is_file():
                raise JournalUnusable(_no_journal(path))
            self.connection = connect(path)
            try:
                if not self._is_current():
                    self._migrate()
            except BaseException:
                self.connection.close()
                raise

    def close(self) -> None:
        """Close the file; calling it twice does no harm."""
        with contextlib.suppress(sqlite3.Error):
            # An index that nothing is in never counts as looked at: without a limit all would be read each time.
            self.connection.execute(f"PRAGMA analysis_limit = {_MOST_ANALYZED}")
            self.connection.execute("PRAGMA optimize")
        self.connection.close()

    @property
    def is_writing(self) -> bool:
        """Whether a transaction is open here that another verb would join."""
        return self._depth > 0

    def data_version(self) -> int:
        """Return a number that moves when another connection has committed to the file.

        Raises:
            NewerJournal: A later version of the program has meanwhile brought the file to a schema unknown here.
        """
        self._refuse_newer(int(self.connection.execute("PRAGMA user_version").fetchone()[0]))
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    @contextlib.contextmanager
    def writing(self, verb: str = "", at: dt.datetime | None = None) -> Iterator[Connection]:
        """Run one verb as one transaction, recorded as one step of undo when it has a name.

        Nested uses join the outer one. Whatever raises inside takes everything back.

        Args:
            verb: What the step is called when it is undone ('add "Dock queue…"'); empty for what undo leaves out.
            at: The moment of the step; required with a verb.
        """
        if self._depth:
            yield self.connection
            return
        with errors_explained(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                # Another program may have brought the file to a newer schema since it was opened here.
                self._refuse_newer(int(self.connection.execute("PRAGMA user_version").fetchone()[0]))
                if verb:
                    assert at is not None
                    self._open_group(verb, instant_text(at))
                yield self.connection
                if verb:
                    self._close_group()
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1

    def _open_group(self, verb: str, at: str) -> None:
        execute = self.connection.execute
        group = execute("INSERT INTO change_group (verb, at) VALUES (?, ?)", (verb, at)).lastrowid
        assert group is not None
        execute("UPDATE control SET change_group_id = ?", (group,))

    def _close_group(self) -> None:
        execute = self.connection.execute
        group = execute("SELECT change_group_id FROM control").fetchone()[0]
        execute("UPDATE control SET change_group_id = NULL")
        if not execute("SELECT EXISTS (SELECT 1 FROM change WHERE group_id = ?)", (group,)).fetchone()[0]:
            execute("DELETE FROM change_group WHERE id = ?", (group,))
            return
        execute("UPDATE change_group SET is_superseded = 1 WHERE undone_at IS NOT NULL AND NOT is_superseded")
        execute("DELETE FROM change_group WHERE id <= ?", (group - KEPT_GROUPS,))

    def _is_current(self) -> bool:
        execute = self.connection.execute
        version = int(execute("PRAGMA user_version").fetchone()[0])
        application = int(execute("PRAGMA application_id").fetchone()[0])
        if application == APPLICATION_ID:
            self._refuse_newer(version)
            return version == SCHEMA
        if execute("SELECT EXISTS (SELECT 1 FROM sqlite_master)").fetchone()[0] and not _was_migrated(self.connection):
            raise JournalUnusable(
                f"{self.path} is a database, but not a Pivot Journal. Nothing was changed; choose another with "
                "--journal."
            )
        return False

    def _refuse_newer(self, version: int) -> None:
        if version > SCHEMA:
            raise NewerJournal(
                f"{self.path} was written by a later version of Pivot Journal (schema {version}; this one knows "
                f"{SCHEMA}). Nothing was changed; install the newer version to open it."
            )

    def _migrate(self) -> None:
        from pivot_journal.storage.migrating import migrate

        migrate(self.path)
        self.connection.close()
        self.connection = connect(self.path)


def _was_migrated(connection: sqlite3.Connection) -> bool:
    try:
        row = connection.execute(
            "SELECT EXISTS (SELECT 1 FROM _sqlite_migrations WHERE migration_set = 'pivot_journal')"
        ).fetchone()
    except sqlite3.OperationalError:
        return False
    return bool(row[0])


def _make_file(path: Path) -> bool:
    if path.exists():
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            return False  # another start made it just now
    except OSError as error:
        raise JournalUnusable(
            f"{path} cannot be made: {error.strerror}. Choose another place with --journal."
        ) from error
    return True


def _no_journal(path: Path) -> str:
    if path.is_dir():
        return f"{path} is a folder. Name a file with --journal."
    if path.exists():
        return f"{path} is no file that could be a journal. Name another with --journal."
    return f"There is no journal at {path}. Write the first line with: pivot add"
