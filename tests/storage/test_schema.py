"""The schema and what stands beside it: rows as SQLModel sees them, triggers, views, indexes and what they hold."""

from __future__ import annotations

import json
import re
import runpy
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Table
from sqlite_utils import Database as UtilsDatabase
from sqlmodel import SQLModel

from pivot_journal.journal import Journal
from pivot_journal.storage import observations, tables
from pivot_journal.storage.database import Connection, Database
from pivot_journal.storage.migrating import migrations_folder

OBJECTS: dict[str, Any] = runpy.run_path(str(migrations_folder() / "objects.py"))
MODELS: dict[str, Table] = dict(SQLModel.metadata.tables)
PLAIN_SQL = {
    "control",
    "observation",
    "revision",
    "tag",
    "observation_tag",
    "change_group",
    "change",
    "draft",
    "tally",
    "tally_count",
    "saved_search",
    "earlier_text",
}
"""The tables that are written without SQLModel."""


@pytest.fixture
def connection(journal: Journal) -> Connection:
    """The connection of an open, empty journal."""
    return journal._database.connection


def objects(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Return the definition of every trigger, view and index of ours by its kind and name."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL"
        " AND tbl_name NOT LIKE '\\_%' ESCAPE '\\'"
    )
    return {(kind, name): sql for kind, name, sql in rows}


def affinity(declared: str) -> str:
    """Return the affinity that SQLite gives a declared type."""
    declared = declared.upper()
    if "INT" in declared:
        return "INTEGER"
    return "TEXT" if re.search("CHAR|CLOB|TEXT", declared) else declared


def test_every_table_is_written_either_by_plain_sql_or_through_a_row_class(connection: Connection) -> None:
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'observation_fts%'"
    )
    assert {name for (name,) in rows} == PLAIN_SQL | MODELS.keys()
    assert not PLAIN_SQL & MODELS.keys()


@pytest.mark.parametrize("name", MODELS)
def test_a_row_class_and_its_migrated_table_are_equal_column_by_column(name: str, connection: Connection) -> None:
    migrated = {
        column: (affinity(declared), not required, bool(key))
        for _, column, declared, required, _, key in connection.execute(f"PRAGMA table_info({name})")
    }
    modelled = {
        column.name: (affinity(str(column.type)), bool(column.nullable), column.primary_key)
        for column in MODELS[name].columns
    }
    assert modelled == migrated
    assert list(modelled) == list(migrated)


@pytest.mark.parametrize("name", MODELS)
def test_every_link_of_a_row_class_is_enforced_by_its_table(name: str, connection: Connection) -> None:
    enforced = {(row[3], row[2]) for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
    modelled = {(key.parent.name, key.column.table.name) for key in MODELS[name].foreign_keys}
    assert modelled == {link for link in enforced if link[1] not in PLAIN_SQL}


def test_a_default_of_a_row_class_is_the_default_of_its_table(connection: Connection) -> None:
    wrong = []
    for name, table in MODELS.items():
        for _, column, _, _, default, _ in connection.execute(f"PRAGMA table_info({name})"):
            model_default = table.columns[column].default
            value = getattr(model_default, "arg", None)
            if default is not None and repr(value) != default:
                wrong.append((name, column, default, value))
    assert wrong == []


def test_the_literal_insert_of_an_observation_names_every_column_that_can_be_given(connection: Connection) -> None:
    named = re.search(r"\((.*?)\)", observations._INSERT, re.DOTALL)
    assert named is not None
    columns = [row[1] for row in connection.execute("PRAGMA table_info(observation)")]
    assert [name.strip() for name in named[1].split(",")] == [c for c in columns if c not in {"number", "deleted_at"}]


def test_the_triggers_views_and_indexes_are_exactly_those_defined_in_one_place(connection: Connection) -> None:
    db = UtilsDatabase(connection)
    triggers = {*OBJECTS["_search_triggers"](), *OBJECTS["_count_triggers"](), *OBJECTS["_history_triggers"]()}
    for table in OBJECTS["UNDOABLE"]:
        triggers |= OBJECTS["_change_triggers"](db, table).keys()
    for table in OBJECTS["TEXTS"]:
        triggers |= OBJECTS["_text_triggers"](db, table).keys()
    wanted = {("trigger", name) for name in triggers}
    wanted |= {("view", name) for name in OBJECTS["VIEWS"]}
    wanted |= {("index", name) for name in OBJECTS["INDEXES"]}
    assert objects(connection).keys() == wanted
    assert len(wanted) == len(triggers) + len(OBJECTS["VIEWS"]) + len(OBJECTS["INDEXES"])


def test_making_them_anew_twice_changes_nothing(connection: Connection) -> None:
    before = objects(connection)
    for _ in range(2):
        OBJECTS["recreate_objects"](UtilsDatabase(connection))
    assert objects(connection) == before


def test_whatever_else_was_there_is_gone_after_making_them_anew(connection: Connection) -> None:
    before = objects(connection)
    connection.execute("DROP TRIGGER observation_clock_fixed")
    connection.execute("DROP INDEX observation_by_day")
    connection.execute("CREATE INDEX left_over ON observation (text)")
    connection.execute("CREATE VIEW left_over_view AS SELECT 1")
    OBJECTS["recreate_objects"](UtilsDatabase(connection))
    assert objects(connection) == before


@pytest.mark.parametrize("table", OBJECTS["UNDOABLE"])
def test_whatever_a_user_can_change_can_be_merged_and_undone(table: str, connection: Connection) -> None:
    columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
    assert {"id", "updated_at", "deleted_at"} <= columns
    for moment in ("insert", "update"):
        (sql,) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = ?", (f"{table}_change_{moment}",)
        ).fetchone()
        assert set(re.findall(r"NEW\.(\w+)", sql)) == columns


def test_only_history_and_what_is_no_content_is_left_out_of_undo() -> None:
    everything = PLAIN_SQL | MODELS.keys()
    left_out = everything - set(OBJECTS["UNDOABLE"])
    assert left_out == {
        "control",
        "revision",
        "launch_change",
        "change_group",
        "change",
        "draft",
        "pitch_copy",
        "earlier_text",
    }


def test_every_column_of_text_is_kept_as_an_earlier_one_or_is_no_text_of_a_user(connection: Connection) -> None:
    chosen = {
        "accepted_finding": {"rule", "match", "sentence"},
        "decision": {
            "assumption_kind", "decided_on", "decided_precision", "launched_on", "launched_precision", "status",
            "worry_outcome",
        },
        "impact": {"currency", "over_from", "over_to", "basis"},
        "observation": {
            "text", "observed_on", "precision", "recorded_at", "revised_at", "evidence", "evidence_on", "triage",
            "source", "source_key", "source_recorded_at",
        },
        "pitch": {"format", "order_updated_at"},
        "story": {"status", "order_updated_at"},
        "tag": {"name"},
        "tally_count": {"counted_at"},
    }  # fmt: skip
    for table in OBJECTS["UNDOABLE"]:
        texts = {row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[2] == "TEXT"}
        texts -= {"id", "key", "created_at", "updated_at", "deleted_at"}
        texts -= {name for name in texts if name.endswith("_id")}
        assert texts - set(OBJECTS["TEXTS"].get(table, ())) == chosen.get(table, set()), table


def kept(connection: Connection) -> list[tuple[str, str]]:
    """Return field and text of every earlier text, in order."""
    return connection.execute("SELECT field, text FROM earlier_text ORDER BY field, text").fetchall()


@pytest.mark.parametrize("table", OBJECTS["TEXTS"])
def test_a_text_that_is_replaced_is_kept_until_it_is_current_again(table: str, connection: Connection) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    needed = {name: 1 if kind == "INTEGER" else "x" for _, name, kind, must, default, _ in columns
              if must and default is None and name != "number"}  # fmt: skip
    values = needed | {"id": "r", "updated_at": "at 1", "precision": "unknown", "evidence": "from_memory"}
    values |= {"basis": "measured"} | dict.fromkeys(OBJECTS["TEXTS"][table], "one")
    values = {name: value for name, value in values.items() if name in {column[1] for column in columns}}
    connection.execute(
        f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", list(values.values())
    )
    for field in OBJECTS["TEXTS"][table]:
        connection.execute("DELETE FROM earlier_text")
        for moment, text in enumerate(("two", "two", "one", "three", "", "four"), 2):
            connection.execute(f"UPDATE {table} SET {field} = ?, updated_at = ?", (text, f"at {moment}"))
        assert kept(connection) == [(field, ""), (field, "one"), (field, "three"), (field, "two")]
        assert connection.execute(
            "SELECT table_name, row_id, written_at, replaced_at FROM earlier_text WHERE text = 'three'"
        ).fetchone() == (table, "r", "at 5", "at 6")
        connection.execute(f"UPDATE {table} SET {field} = 'two'")
        assert kept(connection) == [(field, ""), (field, "four"), (field, "one"), (field, "three")]


def test_an_undone_text_is_kept_and_the_one_that_holds_is_not(journal: Journal, connection: Connection) -> None:
    decision = journal.decisions.add("Same-day slots")
    journal.decisions.save(replace(decision, assumption="Stores are open."))
    journal.undo()
    assert kept(connection) == [("assumption", "Stores are open.")]
    journal.redo()
    assert kept(connection) == [("assumption", "")]
    assert journal.earlier.all() == []


def test_the_image_of_a_change_is_the_whole_row(journal: Journal, connection: Connection) -> None:
    journal.observations.capture('Say "so": \\ [x] ½ 🚚', starred=True)
    cursor = connection.execute("SELECT * FROM observation")
    row = dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
    (image,) = connection.execute("SELECT row_after FROM change WHERE table_name = 'observation'").fetchone()
    assert json.loads(image) == row


@pytest.mark.parametrize(
    "change",
    ["recorded_at = '2020-01-01T00:00:00.000000Z'", "recorded_offset = 0", "id = 'another'", "recorded_at = ''"],
)
def test_the_moment_of_recording_cannot_be_changed_even_by_sql(
    change: str, journal: Journal, connection: Connection
) -> None:
    before = journal.observations.capture("The dock was full.")
    with pytest.raises(sqlite3.IntegrityError, match="never change"):
        connection.execute(f"UPDATE observation SET {change}")
    assert journal.observations.get(before.number) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE observation SET decision_id = 'nothing'",
        "INSERT INTO revision VALUES ('r', 'nothing', 'x', NULL, 'unknown', NULL, '', 0, '')",
        "INSERT INTO observation_tag (id, observation_id, tag_id, updated_at) VALUES ('l', 'nothing', 'nothing', '')",
        "INSERT INTO pitch_story VALUES ('l', 'nothing', 'nothing', 0, '', NULL)",
        "INSERT INTO story_observation VALUES ('l', 'nothing', 'nothing', 0, '', NULL)",
    ],
)
def test_a_link_to_nothing_is_refused(statement: str, journal: Journal, connection: Connection) -> None:
    journal.observations.capture("The dock was full.")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        connection.execute(statement)


@pytest.mark.parametrize(
    "change",
    [
        "triage = 'urgent'", "evidence = 'hearsay'", "precision = 'hour'", "observed_on = NULL",
        "precision = 'unknown'", "text = NULL", "sort_day = 'x'",
    ],
)  # fmt: skip
def test_a_value_outside_the_glossary_is_refused(change: str, journal: Journal, connection: Connection) -> None:
    journal.observations.capture("The dock was full.")
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"UPDATE observation SET {change}")


def test_a_launch_date_that_is_changed_is_kept(journal: Journal, connection: Connection) -> None:
    decision = journal.decisions.add("Same-day slots")
    for day in ("2026-12-01", "2026-12-01", "2027-01-15", None):
        precision = "day" if day else "unknown"
        connection.execute("UPDATE decision SET launched_on = ?, launched_precision = ?", (day, precision))
    kept = [str(change.launched_on) for change in journal.decisions.get(decision.id).launch_changes]
    assert sorted(kept) == ["1 December 2026", "15 January 2027"]


@pytest.fixture
def two_journals(journal_path: Any, missing_path: Any) -> Iterator[tuple[Database, Database]]:
    """A journal copied from the template, and one made anew."""
    pair = Database(journal_path, create=False), Database(missing_path, create=True)
    yield pair
    for database in pair:
        database.close()


def test_each_new_journal_has_a_uuid_of_its_own(two_journals: tuple[Database, Database]) -> None:
    ids = [database.connection.execute("SELECT journal_id FROM control").fetchone()[0] for database in two_journals]
    assert ids[0] != ids[1]
    for id_ in ids:
        assert re.fullmatch("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}", id_)


def test_row_classes_are_only_made_for_tables() -> None:
    rows = {name for name, thing in vars(tables).items() if isinstance(thing, type) and name.endswith("Row")}
    assert len(rows) == len(MODELS)
