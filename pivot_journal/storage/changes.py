"""Undo and redo, from the row images that the database's triggers leave of every step."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Set
from typing import Any

from pivot_journal.domain.errors import ChangedElsewhere
from pivot_journal.storage.database import Connection, instant_text

_NOT_COMPARED = frozenset({"updated_at", "order_updated_at"})
_FIXED = frozenset({"id", "number", "recorded_at", "recorded_offset"})

Image = dict[str, Any]


def last_done(connection: Connection) -> tuple[int, str] | None:
    """Return the step that undo would take back: its number and what it was called."""
    row = connection.execute(
        "SELECT id, verb FROM change_group WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return (row[0], row[1]) if row else None


def last_undone(connection: Connection) -> tuple[int, str] | None:
    """Return the step that redo would bring back: its number and what it was called."""
    row = connection.execute(
        "SELECT id, verb FROM change_group WHERE undone_at IS NOT NULL AND NOT is_superseded"
        " AND id > coalesce((SELECT max(id) FROM change_group WHERE undone_at IS NULL), 0) ORDER BY id LIMIT 1"
    ).fetchone()
    return (row[0], row[1]) if row else None


def undo(connection: Connection, group: int, at: dt.datetime) -> None:
    """Take a step back, row by row in reverse; something new goes to the trash rather than away.

    Raises:
        ChangedElsewhere: A row is no longer as the step left it; nothing was changed.
    """
    for table, row_id, before, after in _changes(connection, group, "DESC"):
        _replace(connection, table, row_id, expected=after, wanted=before, at=at)
    connection.execute("UPDATE change_group SET undone_at = ? WHERE id = ?", (instant_text(at), group))


def redo(connection: Connection, group: int, at: dt.datetime) -> None:
    """Bring a step that was undone back.

    Raises:
        ChangedElsewhere: A row is no longer as the undo left it; nothing was changed.
    """
    for table, row_id, before, after in _changes(connection, group, "ASC"):
        expected = before if before is not None else _trashed(after)
        _replace(connection, table, row_id, expected=expected, wanted=after, at=at)
    connection.execute("UPDATE change_group SET undone_at = NULL WHERE id = ?", (group,))


def _changes(connection: Connection, group: int, way: str) -> list[tuple[str, str, Image | None, Image]]:
    rows = connection.execute(
        f"SELECT table_name, row_id, row_before, row_after FROM change WHERE group_id = ? ORDER BY id {way}", (group,)
    )
    return [
        (table, row_id, json.loads(before) if before else None, json.loads(after))
        for table, row_id, before, after in rows.fetchall()
    ]


def _trashed(image: Image) -> Image:
    return image | {"deleted_at": "trashed"}


def _comparable(image: Image, shared: Set[str]) -> Image:
    kept = {name: image[name] for name in shared - _NOT_COMPARED}
    kept["deleted_at"] = kept.get("deleted_at") is not None
    return kept


def _replace(
    connection: Connection, table: str, row_id: str, *, expected: Image, wanted: Image | None, at: dt.datetime
) -> None:
    cursor = connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', (row_id,))
    names = [column[0] for column in cursor.description]
    row = cursor.fetchone()
    current = dict(zip(names, row, strict=True)) if row else None
    shared = expected.keys() & set(names)
    if current is None or _comparable(current, shared) != _comparable(expected, shared):
        raise ChangedElsewhere(
            "That step can no longer be taken back: what it changed was changed again since, perhaps in another window."
        )
    now = instant_text(at)
    if wanted is None:
        connection.execute(f'UPDATE "{table}" SET deleted_at = ?, updated_at = ? WHERE id = ?', (now, now, row_id))
        return
    values = {name: value for name, value in wanted.items() if name in names and name not in _FIXED}
    values["updated_at"] = now
    assignments = ", ".join(f'"{name}" = ?' for name in values)
    connection.execute(f'UPDATE "{table}" SET {assignments} WHERE id = ?', (*values.values(), row_id))
