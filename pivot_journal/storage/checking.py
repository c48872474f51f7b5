"""Look a journal's file over, and make anew what can be made from the rest. What a user wrote is only ever read."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import runpy
import sqlite3
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from sqlite_utils import Database as UtilsDatabase

from pivot_journal.domain.words import notes_said, unsorted_said
from pivot_journal.storage.counting import COUNTED, keep_counts
from pivot_journal.storage.database import Connection, Database, errors_explained, instant_text
from pivot_journal.storage.marks import SCHEMA
from pivot_journal.storage.migrating import load_migrations, migrations_folder

OLD_DRAFT_DAYS = 30
BIG_LOG_BYTES = 64 * 1024 * 1024
"""A write-ahead log that has grown to this is not being taken over into the file."""
_MOST_NAMED = 5
_BEYOND_USER = 0o077
_FIXED_IN = (3, 51, 3)
"""The SQLite that no longer can damage a file while two connections take over its log: sqlite.org/wal.html."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong."""

    check: str
    """Which check found it: integrity, links, index, objects, counts, permissions, marks or days."""
    message: str
    can_repair: bool


@dataclass(slots=True)
class Report:
    """What a look at a journal's file came to."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What is worth knowing, but not wrong."""
    numbers: dict[str, int | str] = field(default_factory=dict)

    def found(self, check: str, message: str, *, can_repair: bool = False) -> None:
        """Add a problem."""
        self.problems.append(Problem(check, message, can_repair))


def check(database: Database, now: dt.datetime, own_folder: Path | None) -> Report:
    """Look at everything; nothing is changed.

    Args:
        database: The open journal.
        now: The moment, to tell the age of drafts.
        own_folder: The folder that the program has made for its user, which is nobody else's business; another may be.
    """
    report = Report()
    connection = database.connection
    with errors_explained(database.path):
        if _check_file(connection, report):
            _check_links(connection, report)
            _check_index(connection, report)
            _check_objects(connection, report)
            _check_counts(connection, report)
            _check_marks(connection, report)
            _check_days(connection, report)
            _count(connection, report, now)
            _check_log(connection, database.path, report)
        _check_permissions(database.path, report, own_folder)
    return report


def repair(database: Database, report: Report, own_folder: Path | None) -> list[str]:
    """Make anew what a report says can be; in one transaction, but for the permissions.

    Returns:
        What was done, each as a line.
    """
    done: list[str] = []
    wanted = {problem.check for problem in report.problems if problem.can_repair}
    if wanted & {"marks", "objects", "index", "counts"}:
        with database.writing() as connection:
            if "marks" in wanted:
                connection.execute("UPDATE control SET is_bulk = 0, change_group_id = NULL")
                done.append("The marks of a step that was never finished were taken away.")
            if "objects" in wanted:
                recreate = runpy.run_path(str(migrations_folder() / "objects.py"))["recreate_objects"]
                recreate(UtilsDatabase(connection))
                done.append("Triggers, views and indexes were made anew.")
            if wanted & {"objects", "counts"}:
                keep_counts(connection)
                done.append("The notes were counted anew.")
            if wanted & {"marks", "objects", "index"}:
                # Whatever did not follow the texts has left the index behind.
                connection.execute("INSERT INTO observation_fts (observation_fts) VALUES ('rebuild')")
                done.append("The search index was made anew.")
    if "permissions" in wanted:
        for path, mode in _too_open(database.path, own_folder):
            with contextlib.suppress(OSError):
                path.chmod(mode)
                done.append(f"{path} can be read by you alone now.")
    return done


def _check_file(connection: Connection, report: Report) -> bool:
    """Check the pages of the file; return whether what is in them can be read at all."""
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    except sqlite3.DatabaseError as error:
        found = [str(error)]
    if found == ["ok"]:
        return True
    # A damaged index of the search has its own check and its own cure.
    serious = [line for line in found if "fts5" not in line and "observation_fts" not in line]
    for line in serious[:_MOST_NAMED]:
        report.found("integrity", f"The file is damaged: {line}. Copy it before anything else, then restore a backup.")
    return not serious


def _check_links(connection: Connection, report: Report) -> None:
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    for table, row, other, _ in rows[:_MOST_NAMED]:
        report.found("links", f"Row {row} of {table} is linked to a {other} that is not there.")
    if len(rows) > _MOST_NAMED:
        report.found("links", f"{len(rows) - _MOST_NAMED:,} more links lead to nothing.")


def _check_index(connection: Connection, report: Report) -> None:
    """Compare the search index with texts and tags; the check is written as an insert, but inserts nothing."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute("INSERT INTO observation_fts (observation_fts, rank) VALUES ('integrity-check', 1)")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "readonly" in str(error):
            raise
        report.found("index", "The search index cannot be read.", can_repair=True)
    except sqlite3.DatabaseError:
        report.found("index", "The search index is not what the texts and tags say.", can_repair=True)


def _check_objects(connection: Connection, report: Report) -> None:
    """Compare the schema with one that was just made: columns, triggers, views and indexes."""
    wanted, columns = _as_made()
    present, own = _objects(connection), _columns(connection)
    for kind, name in sorted(wanted.keys() - present.keys()):
        report.found("objects", f"The {kind} {name} is missing.", can_repair=True)
    for kind, name in sorted(present.keys() - wanted.keys()):
        report.found("objects", f"The {kind} {name} is none of ours.", can_repair=True)
    for kind, name in sorted(each for each in wanted.keys() & present.keys() if wanted[each] != present[each]):
        report.found("objects", f"The {kind} {name} is not as it should be.", can_repair=True)
    for table in sorted(table for table, names in columns.items() if not names <= own.get(table, set())):
        missing = ", ".join(sorted(columns[table] - own.get(table, set())))
        report.found("objects", f"The table {table} lacks {missing}. Restore a backup.")


@lru_cache(maxsize=1)
def _as_made() -> tuple[dict[tuple[str, str], str], dict[str, set[str]]]:
    """Return the objects and columns of a journal that was made just now, by all steps from the first."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        load_migrations().apply(UtilsDatabase(connection))
        return _objects(connection), _columns(connection)
    finally:
        connection.close()


def _objects(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'view', 'index') AND sql IS NOT NULL"
        " AND tbl_name NOT LIKE '\\_%' ESCAPE '\\'"
    )
    return {(kind, name): sql for kind, name, sql in rows}


def _columns(connection: sqlite3.Connection) -> dict[str, set[str]]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'observation\\_fts%' ESCAPE '\\'"
    ).fetchall()
    return {name: {row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')} for (name,) in tables}


def _check_counts(connection: Connection, report: Report) -> None:
    """Compare the counts that triggers keep with what is there, both as they stand at one moment."""
    numbers = connection.execute(
        f"SELECT observation_count, untriaged_count, counted.* FROM control, ({COUNTED}) AS counted"
    ).fetchone()
    if numbers[:2] != numbers[2:]:
        kept, there = (f"{notes_said(pair[0])}, {unsorted_said(pair[1])}" for pair in (numbers[:2], numbers[2:]))
        report.found("counts", f"The title line says “{kept}”, but there are “{there}”.", can_repair=True)


def _check_marks(connection: Connection, report: Report) -> None:
    is_bulk, group = connection.execute("SELECT is_bulk, change_group_id FROM control").fetchone()
    if is_bulk:
        report.found("marks", "An import was never finished, so that new notes cannot be found.", can_repair=True)
    if group is not None:
        report.found("marks", "A step was never finished, so that undo mixes it with what follows.", can_repair=True)


def _check_days(connection: Connection, report: Report) -> None:
    """Check that the order of the list is that of the days."""
    wrong = connection.execute(
        "SELECT number FROM observation WHERE (sort_day >> 3) <> "
        "coalesce(cast(julianday(observed_on) - julianday('0001-01-01') AS INTEGER) + 1, 0) LIMIT ?",
        (_MOST_NAMED,),
    ).fetchall()
    if wrong:
        numbers = ", ".join(str(number) for (number,) in wrong)
        report.found(
            "days", f"These stand in the wrong place of the list: {numbers}. Write their day again: pivot edit"
        )


def _too_open(path: Path, own_folder: Path | None) -> list[tuple[Path, int]]:
    """Return (path, mode it should have) of what others than the user may open."""
    if os.name != "posix":
        return []
    files = [path, *path.parent.glob(f"{path.name}-*"), *path.parent.glob(f"{path.name}.before-*")]
    found = [(each, 0o600) for each in files if each.is_file() and each.stat().st_mode & _BEYOND_USER]
    if own_folder is not None and path.parent == own_folder and own_folder.stat().st_mode & _BEYOND_USER:
        found.append((own_folder, 0o700))
    return found


def _check_permissions(path: Path, report: Report, own_folder: Path | None) -> None:
    for each, mode in _too_open(path, own_folder):
        now = f"{each.stat().st_mode & 0o777:04o}"
        report.found("permissions", f"Others may open {each}: {now} instead of {mode:04o}.", can_repair=True)


def _check_log(connection: Connection, path: Path, report: Report) -> None:
    mode = str(connection.execute("PRAGMA journal_mode").fetchone()[0])
    log = path.with_name(f"{path.name}-wal")
    size = log.stat().st_size if log.is_file() else 0
    report.numbers |= {"journal_mode": mode, "log_bytes": size, "file_bytes": path.stat().st_size}
    report.numbers |= {"sqlite": sqlite3.sqlite_version, "schema": SCHEMA}
    if mode != "wal":
        report.notes.append(
            f"The file writes in the mode '{mode}' instead of 'wal', so that reading waits for writing."
        )
    if size > BIG_LOG_BYTES:
        report.notes.append(f"Its write-ahead log holds {size / 1e6:,.0f} MB. Close every window of the journal once.")
    if sqlite3.sqlite_version_info < _FIXED_IN:
        report.notes.append(
            f"SQLite {sqlite3.sqlite_version} has a rare fault that is mended in 3.51.3. Keep a backup: pivot backup"
        )


def _count(connection: Connection, report: Report, now: dt.datetime) -> None:
    for name, table in (
        ("notes", "observation WHERE deleted_at IS NULL"),
        ("in_trash", "observation WHERE deleted_at IS NOT NULL"),
        ("earlier_wordings", "revision"),
        ("earlier_texts", "earlier_text WHERE text <> ''"),
        ("decisions", "decision WHERE deleted_at IS NULL"),
        ("stories", "story WHERE deleted_at IS NULL"),
        ("pitches", "pitch WHERE deleted_at IS NULL"),
        ("saved_searches", "saved_search WHERE deleted_at IS NULL"),
        ("undo_steps", "change_group WHERE undone_at IS NULL"),
        ("drafts", "draft"),
    ):
        report.numbers[name] = int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    before = instant_text(now - dt.timedelta(days=OLD_DRAFT_DAYS))
    (old,) = cast(
        "tuple[Any]", connection.execute("SELECT count(*) FROM draft WHERE saved_at < ?", (before,)).fetchone()
    )
    if old:
        drafts = "1 draft is" if old == 1 else f"{old} drafts are"
        report.notes.append(f"{drafts} older than {OLD_DRAFT_DAYS} days. The app still offers what is in them.")
