"""Opening a file: what is a journal, what is not, and who may read it."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pivot_journal.domain.errors import JournalUnusable, NewerJournal
from pivot_journal.domain.filter import Filter
from pivot_journal.journal import open_journal
from pivot_journal.storage import database as database_module
from pivot_journal.storage.database import Database, connect
from pivot_journal.storage.marks import APPLICATION_ID, SCHEMA


def pragma(path: Path, name: str) -> object:
    """Return one value that SQLite keeps in a file."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]
    finally:
        connection.close()


def execute(path: Path, *statements: str) -> None:
    """Change a file from outside the program."""
    connection = sqlite3.connect(path)
    try:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    finally:
        connection.close()


def beside(path: Path) -> set[str]:
    """Return the names of the files that lie in the folder of a file, without the user's home."""
    return {entry.name for entry in path.parent.iterdir()} - {"home"}


def test_a_new_journal_is_made_with_its_folder_and_marked_as_ours(missing_path: Path) -> None:
    database = Database(missing_path, create=True)
    database.close()
    assert database.was_created
    assert pragma(missing_path, "application_id") == APPLICATION_ID
    assert pragma(missing_path, "user_version") == SCHEMA
    assert pragma(missing_path, "integrity_check") == "ok"


def test_opening_it_again_changes_no_byte_of_it(missing_path: Path) -> None:
    Database(missing_path, create=True).close()
    before = missing_path.read_bytes()
    again = Database(missing_path, create=True)
    again.close()
    assert not again.was_created
    assert missing_path.read_bytes() == before
    assert beside(missing_path) == {"journal.db"}


def test_closing_twice_does_no_harm(journal_path: Path) -> None:
    database = Database(journal_path, create=False)
    database.close()
    database.close()


def test_a_missing_journal_is_not_made_without_being_asked_and_says_how_to_begin(missing_path: Path) -> None:
    with pytest.raises(JournalUnusable, match=r"There is no journal at .* pivot add"):
        Database(missing_path, create=False)
    assert not missing_path.parent.exists()


def test_every_file_of_a_journal_is_the_users_alone_whatever_the_umask(missing_path: Path) -> None:
    before = os.umask(0)
    try:
        database = Database(missing_path, create=True)
        try:
            with database.writing() as connection:
                connection.execute("UPDATE control SET current_pitch_id = NULL")
            modes = {entry.name: entry.stat().st_mode & 0o777 for entry in missing_path.parent.iterdir()}
        finally:
            database.close()
    finally:
        os.umask(before)
    assert modes == {"journal.db": 0o600, "journal.db-wal": 0o600, "journal.db-shm": 0o600}
    assert missing_path.parent.stat().st_mode & 0o777 == 0o700


def test_every_connection_has_what_a_journal_needs(journal_path: Path) -> None:
    connection = connect(journal_path)
    try:
        values = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout")
        }
    finally:
        connection.close()
    full = 2
    assert values == {
        "journal_mode": "wal", "synchronous": full, "foreign_keys": 1, "recursive_triggers": 1, "busy_timeout": 5000,
    }  # fmt: skip


def a_text(path: Path) -> None:
    path.write_text("Dear diary, the dock was full.\n")


def a_long_binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def another_database(path: Path) -> None:
    execute(path, "CREATE TABLE diary (line TEXT)", "INSERT INTO diary VALUES ('mine')")


def another_database_with_a_version(path: Path) -> None:
    execute(path, "CREATE TABLE diary (line TEXT)", f"PRAGMA user_version = {SCHEMA}")


def a_database_of_other_migrations(path: Path) -> None:
    execute(
        path,
        "CREATE TABLE _sqlite_migrations (migration_set TEXT, name TEXT, applied_at TEXT)",
        "INSERT INTO _sqlite_migrations VALUES ('somebody', '0001_journal', '2024')",
    )


@pytest.mark.parametrize(
    "write",
    [a_text, a_long_binary, another_database, another_database_with_a_version, a_database_of_other_migrations],
)
@pytest.mark.parametrize("create", [True, False])
def test_what_is_not_a_journal_is_refused_and_left_as_it_was(
    write: Callable[[Path], None], create: bool, tmp_path: Path
) -> None:
    path = tmp_path / "journal.db"
    write(path)
    before = path.read_bytes()
    with pytest.raises(JournalUnusable, match=r"not a Pivot Journal.*--journal"):
        Database(path, create=create)
    assert path.read_bytes() == before
    assert beside(path) == {"journal.db"}


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_is_refused(create: bool, tmp_path: Path) -> None:
    with pytest.raises(JournalUnusable, match="is a folder"):
        Database(tmp_path, create=create)


def test_an_empty_file_becomes_a_journal(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.touch(mode=0o600)
    Database(path, create=False).close()
    assert pragma(path, "user_version") == SCHEMA


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(JournalUnusable, match=r"cannot be made: .*--journal"):
        Database(tmp_path / "file" / "journal.db", create=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(JournalUnusable, match="cannot be made"):
        Database(folder / "journal.db", create=True)


@pytest.mark.parametrize("version", [SCHEMA + 1, 9999])
def test_a_newer_journal_is_refused_and_left_as_it_was(version: int, journal_path: Path) -> None:
    execute(journal_path, f"PRAGMA user_version = {version}")
    before = journal_path.read_bytes()
    with pytest.raises(NewerJournal, match=f"schema {version}; this one knows {SCHEMA}"):
        Database(journal_path, create=False)
    assert journal_path.read_bytes() == before


def test_a_program_that_is_open_while_a_newer_one_migrates_writes_no_more(journal_path: Path) -> None:
    database = Database(journal_path, create=False)
    try:
        execute(journal_path, f"PRAGMA user_version = {SCHEMA + 1}")
        with pytest.raises(NewerJournal), database.writing("x", None) as connection:
            connection.execute("UPDATE control SET current_pitch_id = 'x'")
        assert not database.connection.in_transaction
    finally:
        database.close()


def test_a_damaged_journal_is_reported_in_words(journal_path: Path) -> None:
    content = bytearray(journal_path.read_bytes())
    content[4096:] = b"\xee" * (len(content) - 4096)
    journal_path.write_bytes(content)
    with pytest.raises(JournalUnusable, match="or is damaged"), open_journal(journal_path) as journal:
        journal.observations.page(Filter(), limit=-1)
    assert journal_path.read_bytes() == content


def test_a_journal_that_another_program_is_writing_is_refused_after_a_wait(
    journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.01)
    database, other = Database(journal_path, create=False), sqlite3.connect(journal_path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalUnusable, match="written by another program"), database.writing():
            pass
        other.execute("ROLLBACK")
        with database.writing() as connection:
            assert connection.in_transaction
    finally:
        other.close()
        database.close()


START_AND_WRITE = """
import sys, time
from pathlib import Path
from pivot_journal.journal import open_journal
path, gate = Path(sys.argv[1]), Path(sys.argv[2])
print("ready", flush=True)
while not gate.exists():
    time.sleep(0.001)
with open_journal(path, create=True) as journal:
    journal.observations.capture(f"line of {sys.argv[3]}")
    print(journal.was_created, flush=True)
"""


def test_four_first_starts_at_once_all_succeed(missing_path: Path, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", START_AND_WRITE, str(missing_path), str(gate), str(number)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    for start in starts:
        assert start.stdout is not None
        assert start.stdout.readline() == "ready\n"
    gate.touch()
    outputs = [start.communicate(timeout=30) for start in starts]
    assert [error for _, error in outputs] == [""] * 4
    assert sorted(output.strip() for output, _ in outputs) == ["False"] * 3 + ["True"]
    connection = sqlite3.connect(missing_path)
    try:
        texts = [text for (text,) in connection.execute("SELECT text FROM observation")]
    finally:
        connection.close()
    assert sorted(texts) == [f"line of {number}" for number in range(4)]
    assert beside(missing_path) == {"journal.db"}


def test_every_message_names_the_file_and_fits_a_line(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_text("text")
    with pytest.raises(JournalUnusable) as refusal:
        Database(path, create=False)
    assert str(refusal.value).startswith(str(path))
    assert not re.search(r"\n|Traceback|sqlite3\.", str(refusal.value))


def test_an_open_journal_notices_that_a_later_version_has_taken_it_over(journal_path: Path) -> None:
    database = Database(journal_path, create=False)
    database.data_version()
    other = sqlite3.connect(journal_path)
    other.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    other.close()
    with pytest.raises(NewerJournal, match=f"schema {SCHEMA + 1}"):
        database.data_version()
    database.close()
