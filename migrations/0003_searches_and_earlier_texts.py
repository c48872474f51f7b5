"""Saved searches, and every text that something other than an observation had before.

A private term and a saved search are known by what they are called: their ids are derived from it, so that two
journals in which the same was written have one row of it, not two.
"""

import json
import unicodedata
import uuid
from typing import Any

from sqlite_utils import Database

TABLES = """
CREATE TABLE saved_search (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    query TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE earlier_text (
    id TEXT PRIMARY KEY NOT NULL,
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    written_at TEXT NOT NULL,
    replaced_at TEXT
) STRICT;
"""

TERMS = uuid.UUID("0b7a5f0e-3c1d-5a52-8f6b-9d2e41c7a630")
"""Under which the ids of private terms are derived; ``domain/terms.py`` has the same."""


def up(db: Database) -> None:
    """Add the tables, and give each private term the id that its words have."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)
    by_key: dict[str, list[dict[str, Any]]] = {}
    for row in list(db.query("SELECT * FROM private_term ORDER BY created_at, rowid")):
        by_key.setdefault(_folded(row["term"]), []).append(row)
    for key, rows in by_key.items():
        _make_one(db, str(uuid.uuid5(TERMS, key)), rows)


def _make_one(db: Database, id_: str, rows: list[dict[str, Any]]) -> None:
    """Let one row be all that is there of a term; what is said instead in the others is kept as an earlier text."""
    execute = db.conn.execute
    best = max(rows, key=lambda row: (row["deleted_at"] is None, row["updated_at"], json.dumps(row, sort_keys=True)))
    for row in rows:
        if row is not best:
            execute("DELETE FROM private_term WHERE id = ?", (row["id"],))
        if row["say_instead"] not in ("", best["say_instead"]):
            values = ("private_term", id_, "say_instead", row["say_instead"])
            execute(
                "INSERT OR IGNORE INTO earlier_text (id, table_name, row_id, field, text, written_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (str(uuid.uuid5(TERMS, json.dumps(values))), *values, row["updated_at"]),
            )
        for image in ("row_before", "row_after"):
            execute(
                f"UPDATE change SET {image} = json_set({image}, '$.id', ?)"
                f" WHERE table_name = 'private_term' AND row_id = ? AND {image} IS NOT NULL",
                (id_, row["id"]),
            )
        execute("UPDATE change SET row_id = ? WHERE table_name = 'private_term' AND row_id = ?", (id_, row["id"]))
        execute("UPDATE OR IGNORE draft SET target = ? WHERE target = ?", (id_, row["id"]))
    execute("UPDATE private_term SET id = ? WHERE id = ?", (id_, best["id"]))


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFD", " ".join(text.split()).casefold())
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))
