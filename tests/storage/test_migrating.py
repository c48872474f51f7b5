"""Schema steps: numbered, each applied once, a copy first, all or nothing, and nothing dropped on the way."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from conftest import START, FakeClock
from pivot_journal.domain.errors import JournalUnusable, NewerJournal
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Triage
from pivot_journal.domain.terms import id_of_term
from pivot_journal.journal import open_journal
from pivot_journal.storage import database, migrating
from pivot_journal.storage.database import Database
from pivot_journal.storage.marks import SCHEMA

ADD_A_COLUMN = """
def up(db):
    db.conn.execute("ALTER TABLE profile ADD COLUMN motto TEXT NOT NULL DEFAULT ''")
"""
REBUILD_TABLES = """
def up(db):
    for table in ("observation", "observation_tag", "tag", "decision"):
        db.table(table).transform(types={})
"""
FAIL_HALFWAY = """
def up(db):
    db.conn.execute("UPDATE observation SET text = 'lost'")
    db.conn.execute("CREATE TABLE half (id INTEGER)")
    raise RuntimeError("a mistake in a step")
"""
LEAVE_ORPHANS = """
def up(db):
    db.conn.execute("DELETE FROM decision")
"""


def schema_of(path: Path) -> set[tuple[str, str, str]]:
    """Return type, name and definition of everything in a file but the tables."""
    connection = sqlite3.connect(path)
    try:
        return set(
            connection.execute("SELECT type, name, sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL")
        )
    finally:
        connection.close()


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """Return what a query gives, read from outside the program."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the schema steps that a later version of the program would have, with one more step to come."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrating.migrations_folder(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(migrating, "migrations_folder", lambda: folder)
    for module in (database, migrating):
        monkeypatch.setattr(module, "SCHEMA", SCHEMA + 1)
    return folder / f"{SCHEMA + 1:04}_next.py"


@pytest.fixture
def older(journal_path: Path, clock: FakeClock) -> Path:
    """A journal with two observations and a decision, made by this version."""
    with open_journal(journal_path, now=clock) as journal:
        decision = journal.decisions.add("Same-day slots")
        journal.observations.capture("The dock was full. #late", decision_id=decision.id)
        journal.observations.capture("Slots overlap.", tags=["slot"])
    return journal_path


def test_every_numbered_file_is_one_step_and_the_program_knows_how_many_there_are() -> None:
    files = sorted(path.stem for path in migrating.migrations_folder().glob("[0-9]*.py"))
    assert len(files) == SCHEMA
    assert [name[:4] for name in files] == [f"{number + 1:04}" for number in range(SCHEMA)]


def test_a_journal_records_each_step_once(journal_path: Path) -> None:
    Database(journal_path, create=False).close()
    names = rows(journal_path, "SELECT migration_set, name FROM _sqlite_migrations ORDER BY id")
    files = sorted(path.stem for path in migrating.migrations_folder().glob("[0-9]*.py"))
    assert names == [("pivot_journal", name) for name in files]


def test_a_file_that_the_sqlite_utils_command_migrated_is_taken_as_it_is(journal_path: Path) -> None:
    connection = sqlite3.connect(journal_path)
    connection.execute("PRAGMA user_version = 0")
    connection.execute("PRAGMA application_id = 0")
    connection.close()
    Database(journal_path, create=False).close()
    assert rows(journal_path, "PRAGMA user_version") == [(SCHEMA,)]


def test_an_older_journal_is_copied_first_and_then_brought_up_to_date(older: Path, steps: Path) -> None:
    steps.write_text(ADD_A_COLUMN)
    with open_journal(older) as journal:
        assert [o.text for o in journal.observations.page(Filter(), limit=-1)] == [
            "Slots overlap.",
            "The dock was full. #late",
        ]
    copy = older.with_name(f"journal.db.before-{SCHEMA + 1}")
    assert rows(older, "PRAGMA user_version") == [(SCHEMA + 1,)]
    assert rows(copy, "PRAGMA user_version") == [(SCHEMA,)]
    assert rows(copy, "SELECT text FROM observation ORDER BY number") == [
        ("The dock was full. #late",),
        ("Slots overlap.",),
    ]
    assert copy.stat().st_mode & 0o777 == 0o600
    assert not list(older.parent.glob("*.partial"))


def test_the_copy_is_itself_a_journal_of_the_older_version(
    older: Path, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps.write_text(ADD_A_COLUMN)
    Database(older, create=False).close()
    monkeypatch.undo()
    with open_journal(older.with_name(f"journal.db.before-{SCHEMA + 1}")) as copy:
        assert copy.observations.count(Filter(words="dock")) == 1


def test_a_new_journal_needs_no_copy(missing_path: Path, steps: Path) -> None:
    steps.write_text(ADD_A_COLUMN)
    Database(missing_path, create=True).close()
    assert [entry.name for entry in missing_path.parent.iterdir()] == ["journal.db"]


def test_without_a_copy_nothing_is_migrated(older: Path, steps: Path) -> None:
    steps.write_text(ADD_A_COLUMN)
    older.with_name(f"journal.db.before-{SCHEMA + 1}.partial").mkdir()
    with pytest.raises(JournalUnusable, match="could not be copied"):
        Database(older, create=False)
    assert rows(older, "PRAGMA user_version") == [(SCHEMA,)]


def test_a_step_that_rebuilds_tables_loses_no_trigger_view_or_index(older: Path, steps: Path, clock: FakeClock) -> None:
    steps.write_text(REBUILD_TABLES)
    before = schema_of(older)
    with open_journal(older, now=clock) as journal:
        journal.observations.edit(1, text="The yard was full. #early")
        assert [o.number for o in journal.observations.page(Filter(words="yard early"), limit=-1)] == [1]
        assert journal.observations.count(Filter(words="dock")) == 0
        assert len(journal.observations.with_wordings(1).earlier) == 1
        journal.undo()
        assert journal.observations.get(1).text == "The dock was full. #late"
        assert (journal.observations.count(Filter()), journal.observations.count_unsorted()) == (2, 2)
        journal.observations.trash(1)
        assert (journal.observations.count(Filter()), journal.observations.count_unsorted()) == (1, 1)
    assert schema_of(older) == before
    assert rows(older, "INSERT INTO observation_fts (observation_fts, rank) VALUES ('integrity-check', 1)") == []


def test_a_step_that_fails_leaves_the_journal_as_it_was(older: Path, steps: Path) -> None:
    steps.write_text(FAIL_HALFWAY)
    with pytest.raises(RuntimeError, match="a mistake in a step"):
        Database(older, create=False)
    assert rows(older, "PRAGMA user_version") == [(SCHEMA,)]
    assert rows(older, "SELECT count(*) FROM observation WHERE text = 'lost'") == [(0,)]
    assert rows(older, "SELECT name FROM sqlite_master WHERE name = 'half'") == []
    steps.write_text(ADD_A_COLUMN)
    Database(older, create=False).close()
    assert rows(older, "PRAGMA user_version") == [(SCHEMA + 1,)]


def test_a_step_that_would_leave_links_to_nothing_is_taken_back(older: Path, steps: Path) -> None:
    steps.write_text(LEAVE_ORPHANS)
    with pytest.raises(JournalUnusable, match="1 links to rows that are gone"):
        Database(older, create=False)
    assert rows(older, "SELECT count(*) FROM decision") == [(1,)]


def test_a_journal_with_steps_that_this_version_does_not_know_is_refused(older: Path) -> None:
    connection = sqlite3.connect(older)
    connection.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('pivot_journal', '0999_later')")
    connection.execute(f"PRAGMA user_version = {SCHEMA - 1}")
    connection.commit()
    connection.close()
    with pytest.raises(NewerJournal, match="does not know"):
        Database(older, create=False)
    assert rows(older, "PRAGMA user_version") == [(SCHEMA - 1,)]


@pytest.fixture
def made_by(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Path]:
    """Make a journal with a note in it, as the version with so many steps did."""

    def make(schema: int) -> Path:
        folder, path = tmp_path / f"steps-{schema}", tmp_path / "old.db"
        later = shutil.ignore_patterns(f"000[{schema + 1}-9]*", "__pycache__")
        shutil.copytree(migrating.migrations_folder(), folder, ignore=later)
        with monkeypatch.context() as earlier:
            earlier.setattr(migrating, "migrations_folder", lambda: folder)
            for module in (database, migrating):
                earlier.setattr(module, "SCHEMA", schema)
            with open_journal(path, create=True, now=lambda: START) as journal:
                journal.observations.capture("The dock was full. #late")
        return path

    return make


@pytest.fixture
def first_schema(made_by: Callable[[int], Path]) -> Path:
    """A journal as version 0.1.0 wrote it: one step, a note, a decision with an amount, a story and a pitch."""
    path = made_by(1)
    at = "2026-11-23T17:00:00.000000Z"
    connection = sqlite3.connect(path)
    with connection:
        for statement in (
            f"INSERT INTO decision (id, title, created_at, updated_at) VALUES ('d', 'Slots', '{at}', '{at}')",
            "INSERT INTO impact (id, decision_id, amount_low, unit, basis, created_at, updated_at)"
            f" VALUES ('i', 'd', '118', 'drops', 'measured', '{at}', '{at}')",
            "INSERT INTO story (id, title, decision_id, saw, created_at, order_updated_at, updated_at)"
            f" VALUES ('s', 'Slots', 'd', 'Nine of thirty.', '{at}', '{at}', '{at}')",
            "INSERT INTO pitch (id, audience, opening, created_at, order_updated_at, updated_at)"
            f" VALUES ('p', 'a PM', 'Two launches.', '{at}', '{at}', '{at}')",
        ):
            connection.execute(statement)
    connection.close()
    return path


def test_a_journal_of_the_first_schema_comes_up_to_date_with_all_that_is_in_it(
    first_schema: Path, journal_path: Path
) -> None:
    assert rows(first_schema, "PRAGMA user_version") == [(1,)]
    with open_journal(first_schema, now=lambda: START) as journal:
        assert [seen.text for seen in journal.observations.page(Filter(words="dock"), limit=9)] == [
            "The dock was full. #late"
        ]
        assert journal.stories.get("s").saw == "Nine of thirty."
        assert journal.pitches.current().opening == "Two launches."
        assert journal.decisions.impacts(["d"])["d"][0].tally_id is None
        assert journal.undo() == "add “The dock was full. #late”"  # a step from before the schema moved
        journal.tallies.count("drops")
    assert schema_of(first_schema) == schema_of(journal_path)
    assert rows(first_schema.with_name("old.db.before-2"), "PRAGMA user_version") == [(1,)]


def test_a_private_term_of_the_second_schema_gets_the_id_of_its_words_and_is_there_once(
    made_by: Callable[[int], Path], journal_path: Path
) -> None:
    path = made_by(2)
    connection = sqlite3.connect(path)
    with connection:
        group = connection.execute("INSERT INTO change_group (verb, at) VALUES ('private term “Héron”', '')").lastrowid
        connection.execute("UPDATE control SET change_group_id = ?", (group,))
        written = (("b", "heron", "a bird"), ("a", "Héron", "a boat"), ("c", "K-2", ""))
        for minute, (id_, term, instead) in enumerate(written):
            at = f"2026-11-23T17:0{minute}:00.000000Z"
            connection.execute(
                "INSERT INTO private_term (id, term, say_instead, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
                (id_, term, instead, at, at),
            )
            connection.execute("INSERT INTO draft VALUES ('term', ?, '{}', ?)", (id_, at))
        connection.execute("UPDATE control SET change_group_id = NULL")
        connection.execute("DELETE FROM change WHERE row_id = 'b'")
    connection.close()
    with open_journal(path, now=lambda: START) as journal:
        terms = {term.id: (term.term, term.say_instead) for term in journal.terms.all()}
        assert terms == {id_of_term("HERON"): ("Héron", "a boat"), id_of_term("k-2"): ("K-2", "")}
        assert [(text.title, text.field, text.text) for text in journal.earlier.all()] == [
            ("Héron", "say_instead", "a bird")
        ]
        assert {target for (target,) in rows(path, "SELECT target FROM draft")} >= terms.keys()
        journal.undo()
        assert journal.terms.all() == []
        journal.redo()
        assert {term.id for term in journal.terms.all()} == terms.keys()
    assert schema_of(path) == schema_of(journal_path)
    assert rows(path.with_name("old.db.before-3"), "SELECT count(*) FROM private_term") == [(3,)]


COPY_THE_NOTE = """
    INSERT INTO observation (id, text, observed_on, precision, sort_day, recorded_at, recorded_offset, revised_at,
        revised_offset, updated_at, evidence, triage, deleted_at)
    SELECT ?, text, observed_on, precision, sort_day, recorded_at, recorded_offset, revised_at, revised_offset,
        updated_at, evidence, ?, ?
    FROM observation WHERE number = 1
"""


@pytest.mark.parametrize("schema", range(1, SCHEMA))
def test_the_notes_of_an_older_schema_are_counted_whatever_they_were_sorted_as(
    schema: int, made_by: Callable[[int], Path], journal_path: Path
) -> None:
    path = made_by(schema)
    connection = sqlite3.connect(path)
    with connection:
        for kind, (triage, deleted_at) in enumerate(product(Triage, (None, "2026-11-23T17:00:00.000000Z"))):
            for number in range(2 + kind):  # another number of each
                connection.execute(COPY_THE_NOTE, (f"{kind}-{number}", triage.value, deleted_at))
    connection.close()
    with open_journal(path, now=lambda: START) as journal:
        observations = journal.observations
        assert observations.count(Filter()) == len(observations.page(Filter(), limit=-1)) == 1 + 2 + 4 + 6 + 8 + 10
        assert observations.count_unsorted() == observations.count(Filter(triage=Triage.UNTRIAGED)) == 1 + 2
        journal.undo()  # a step from before the schema moved
        assert (observations.count(Filter()), observations.count_unsorted()) == (30, 2)
    assert schema_of(path) == schema_of(journal_path)
    columns = {
        name for _, name, *_ in rows(path.with_name(f"old.db.before-{schema + 1}"), "PRAGMA table_info(control)")
    }
    assert "current_pitch_id" in columns
    assert "untriaged_count" not in columns
