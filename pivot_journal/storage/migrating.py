"""Bring an older file up to date: one lock, a copy first, all steps or none."""

from __future__ import annotations

import os
import runpy
import sqlite3
from pathlib import Path
from typing import cast

from sqlite_utils import Database as UtilsDatabase
from sqlite_utils import Migrations

from pivot_journal.domain.errors import JournalUnusable, NewerJournal
from pivot_journal.storage.marks import APPLICATION_ID, BUSY_SECONDS, SCHEMA, set_wal


def migrations_folder() -> Path:
    """Return where the schema steps lie: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "migrations"
    return inside if inside.is_dir() else package.parent / "migrations"


def load_migrations() -> Migrations:
    """Return the set of schema steps."""
    return cast("Migrations", runpy.run_path(str(migrations_folder() / "migrations.py"))["migrations"])


def migrate(path: Path) -> None:
    """Apply what is pending to a file, under one lock that also covers the look at what is pending and the copy.

    Raises:
        NewerJournal: The file holds steps that this version does not know.
        JournalUnusable: A step would leave links to nothing; the file is as it was.
    """
    migrations = load_migrations()
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        set_wal(connection)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        try:
            _apply(connection, migrations, path)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    finally:
        connection.close()


def _apply(connection: sqlite3.Connection, migrations: Migrations, path: Path) -> None:
    db = UtilsDatabase(connection)
    done = {step.name for step in migrations.applied(db)}
    pending = [step.name for step in migrations.pending(db)]
    if len(done) + len(pending) > SCHEMA:
        raise NewerJournal(
            f"{path} holds schema steps that this version of Pivot Journal does not know. Nothing was changed; "
            "install the newer version to open it."
        )
    if done and pending:
        copy_before(path, len(done))
    migrations.apply(db)
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise JournalUnusable(f"{path} has {len(broken)} links to rows that are gone; it was left as it was.")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")


def copy_before(path: Path, version: int) -> Path:
    """Copy a journal beside itself before its schema changes, readable by the user alone.

    Returns:
        The copy: 'journal.db.before-2' holds what stood before step 2; an older copy of that name is replaced.

    Raises:
        JournalUnusable: There is no room or no right to write the copy, so the schema must not change.
    """
    copy = path.with_name(f"{path.name}.before-{version + 1}")
    partial = copy.with_name(copy.name + ".partial")
    try:
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        second = sqlite3.connect(path, timeout=BUSY_SECONDS)
        try:
            second.execute("VACUUM INTO ?", (str(partial),))
        finally:
            second.close()
        partial.replace(copy)
    except OSError as error:
        raise JournalUnusable(
            f"{path} has to be brought up to date, but could not be copied to {copy} first: {error.strerror}. "
            "Nothing was changed."
        ) from error
    return copy
