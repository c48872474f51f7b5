"""Everything that a journal holds, row by row, for the program's own export.

The rows go out as they are stored and in one order, whatever the journal has been through: the first written first.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pivot_journal.storage.database import Connection

Row = dict[str, Any]

ORDERS = {
    "profile": "id",
    "decision": "created_at, rowid",
    "launch_change": "changed_at, rowid",
    "tally": "created_at, rowid",
    "tally_count": "counted_at, rowid",
    "observation": "recorded_at, number",
    "revision": "written_at, rowid",
    "tag": "key",
    "observation_tag": "observation_id, id",
    "impact": "created_at, rowid",
    "impact_observation": "impact_id, id",
    "story": "created_at, rowid",
    "story_observation": "story_id, id",
    "pitch": "created_at, rowid",
    "pitch_story": "pitch_id, id",
    "customer_quote": "created_at, rowid",
    "private_term": "created_at, rowid",
    "accepted_finding": "created_at, rowid",
    "pitch_copy": "copied_at, rowid",
    "saved_search": "created_at, rowid",
    "earlier_text": "table_name, row_id, field, written_at, id",
}
"""Every table that goes out, and the order of its rows. Where several were written in one step, the order in which they
were is what a user sees, so they come back in it."""

LEFT_OUT = {
    "control": "a file's own id, state and counts; the current pitch goes out in the first line",
    "change_group": "undo is a matter of one file",
    "change": "undo is a matter of one file",
    "draft": "half-typed forms are a matter of one file",
}
"""Every table that stays behind, and why."""

_VOID: dict[str, Row] = {
    "observation_tag": {"is_inline": 0, "is_added": 0},
    "impact_observation": {"position": 0},
    "story_observation": {"position": 0},
    "pitch_story": {"position": 0},
}
"""What says nothing in a link that is gone, and depends on the way by which it went."""


@dataclass(frozen=True, slots=True)
class Dump:
    """What goes out: how many rows of each table there are, which pitch is shown, and the rows themselves."""

    counts: dict[str, int]
    current_pitch: str | None
    rows: Iterator[tuple[str, Row]]


@contextlib.contextmanager
def at_one_moment(connection: Connection) -> Iterator[None]:
    """Let everything that is read inside be as it stands now, whatever others write meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


def dump(connection: Connection) -> Dump:
    """Return everything, to be read row by row; inside ``at_one_moment``."""
    return Dump(
        {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ORDERS},
        connection.execute("SELECT current_pitch_id FROM control").fetchone()[0],
        _rows(connection),
    )


def _rows(connection: Connection) -> Iterator[tuple[str, Row]]:
    for table, order in ORDERS.items():
        cursor = connection.execute(f"SELECT * FROM {table} ORDER BY {order}")
        names = [column[0] for column in cursor.description]
        void = _VOID.get(table)
        for values in cursor:
            row = dict(zip(names, values, strict=True))
            if void and row["deleted_at"] is not None:
                row |= void | {"deleted_at": row["updated_at"]}
            yield table, row


def columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the names of the columns of a table."""
    return [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing was ever written into a journal."""
    return not any(connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0] for table in ORDERS)


def index_all(connection: sqlite3.Connection) -> None:
    """Fill the search index anew."""
    connection.execute("INSERT INTO observation_fts (observation_fts) VALUES ('delete-all')")
    connection.execute(
        "INSERT INTO observation_fts (rowid, text, tags) SELECT rowid, text, tags FROM observation_search"
        " ORDER BY rowid"
    )
