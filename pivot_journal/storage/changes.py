"""Undo and redo, from the row images that the database's triggers leave of every step."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Sequence, Set
from contextlib import AbstractContextManager
from typing import Any

from pivot_journal.domain.errors import ChangedElsewhere
from pivot_journal.storage.database import Connection, instant_text
from pivot_journal.storage.intake import IMPORTED, set_trashed
from pivot_journal.storage.tags import reindexed

_MANY = 100
"""Rows of a step from which the search index is brought up to date once rather than at every row."""
_INDEXED_BY = {
    "observation": ("text", "sort_day", "deleted_at"),
    "observation_tag": ("deleted_at",),
    "tag": ("name",),
}
"""The columns by which a row shows in the search index."""
_NOT_COMPARED = frozenset({"updated_at", "order_updated_at"})
_FIXED = frozenset({"id", "number", "recorded_at", "recorded_offset"})

_CHANGED_SINCE = (
    "That step can no longer be taken back: what it changed was changed again since, perhaps in another window."
)

Image = dict[str, Any]
Change = tuple[str, str, Image | None, Image]
"""A table, the id of a row, and its images before and after the step; what was new had none before."""


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
    changes = _changes(connection, group, "DESC")
    with _indexed_once(connection, changes):
        for table, row_id, before, after in changes:
            if table == IMPORTED:
                _trash_import(connection, group, after, at)
                continue
            left = _replace(connection, table, row_id, expected=after, wanted=before, at=at)
            if table == "decision":
                # The step's own moment, that at which the row was last brought back, and this one.
                _forget_launch_change(connection, row_id, (after["updated_at"], left["updated_at"], instant_text(at)))
    connection.execute("UPDATE change_group SET undone_at = ? WHERE id = ?", (instant_text(at), group))


def redo(connection: Connection, group: int, at: dt.datetime) -> None:
    """Bring a step that was undone back.

    Raises:
        ChangedElsewhere: A row is no longer as the undo left it; nothing was changed.
    """
    changes = _changes(connection, group, "ASC")
    with _indexed_once(connection, changes):
        for table, row_id, before, after in changes:
            if table == IMPORTED:
                _restore_import(connection, group, after, at)
                continue
            expected = before if before is not None else _trashed(after)
            _replace(connection, table, row_id, expected=expected, wanted=after, at=at)
            if table == "decision":
                # The launch moved when the step was taken; and by that moment an undo finds it again.
                connection.execute(
                    "UPDATE launch_change SET changed_at = ? WHERE decision_id = ? AND changed_at = ?",
                    (after["updated_at"], row_id, instant_text(at)),
                )
    connection.execute("UPDATE change_group SET undone_at = NULL WHERE id = ?", (group,))


def _forget_launch_change(connection: Connection, decision_id: str, moments: tuple[str, str, str]) -> None:
    """Take back what the trigger noted: a launch date that was undone was never set, and undoing moved nothing."""
    connection.execute(
        "DELETE FROM launch_change WHERE decision_id = ? AND changed_at IN (?, ?, ?)", (decision_id, *moments)
    )


def _indexed_once(connection: Connection, changes: Sequence[Change]) -> AbstractContextManager[None]:
    """Index the observations of a big step once; where a tag gets another name, the triggers do it."""
    if len(changes) < _MANY or any(table == IMPORTED for table, *_ in changes):
        return contextlib.nullcontext()
    ids: set[str] = set()
    for table, row_id, before, after in changes:
        if not any(before is None or before[name] != after[name] for name in _INDEXED_BY.get(table, ())):
            continue
        if table == "tag" and before is not None:
            return contextlib.nullcontext()
        if table != "tag":
            ids.add(row_id if table == "observation" else after["observation_id"])
    return reindexed(connection, sorted(ids)) if ids else contextlib.nullcontext()


def _changes(connection: Connection, group: int, way: str) -> list[Change]:
    rows = connection.execute(
        f"SELECT table_name, row_id, row_before, row_after FROM change WHERE group_id = ? ORDER BY id {way}", (group,)
    )
    return [
        (table, row_id, json.loads(before) if before else None, json.loads(after))
        for table, row_id, before, after in rows.fetchall()
    ]


def _trash_import(connection: Connection, group: int, extent: Image, at: dt.datetime) -> None:
    if any(not _is_as_imported(connection, group, id_) for id_ in _touched(connection, extent)):
        raise ChangedElsewhere(_CHANGED_SINCE)
    _move_import(connection, group, extent, trashed=True, at=at)


def _restore_import(connection: Connection, group: int, extent: Image, at: dt.datetime) -> None:
    if _touched(connection, extent):
        raise ChangedElsewhere(_CHANGED_SINCE)
    _move_import(connection, group, extent, trashed=False, at=at)


def _move_import(connection: Connection, group: int, extent: Image, *, trashed: bool, at: dt.datetime) -> None:
    """Move all that an import brought, and note the moment by which a later change is told."""
    now = instant_text(at)
    set_trashed(connection, extent["first"], extent["last"], trashed=trashed, at=now)
    connection.execute(
        "UPDATE change SET row_after = ? WHERE group_id = ? AND table_name = ?",
        (json.dumps(extent | {"updated_at": now}), group, IMPORTED),
    )


def _touched(connection: Connection, extent: Image) -> list[str]:
    """Return the ids of the imported observations that were written to since the step, or since its undo or redo."""
    rows = connection.execute(
        "SELECT id FROM observation WHERE number BETWEEN ? AND ? AND updated_at <> ?",
        (extent["first"], extent["last"], extent["updated_at"]),
    )
    return [id_ for (id_,) in rows]


def _is_as_imported(connection: Connection, group: int, id_: str) -> bool:
    """Whether an observation that was written to since it was imported, and its tags, are again as they were then."""
    links = connection.execute(
        "SELECT ot.id FROM observation_tag ot JOIN observation o ON o.id = ot.observation_id"
        " WHERE o.id = ? AND ot.updated_at <> o.recorded_at",
        (id_,),
    )
    rows = [("observation", id_), *(("observation_tag", link) for (link,) in links.fetchall())]
    return all(_is_as_before(connection, group, table, row_id) for table, row_id in rows)


def _is_as_before(connection: Connection, group: int, table: str, row_id: str) -> bool:
    """Whether a row is as the first step after a group found it; one that was not there then may be trashed."""
    found = connection.execute(
        "SELECT row_before, row_after FROM change WHERE table_name = ? AND row_id = ? AND group_id > ?"
        " ORDER BY id LIMIT 1",
        (table, row_id, group),
    ).fetchone()
    if found is None:
        return False
    image = json.loads(found[0]) if found[0] else _trashed(json.loads(found[1]))
    return _is_like(_current(connection, table, row_id), image)


def _trashed(image: Image) -> Image:
    return image | {"deleted_at": "trashed"}


def _comparable(image: Image, shared: Set[str]) -> Image:
    kept = {name: image[name] for name in shared - _NOT_COMPARED}
    kept["deleted_at"] = kept.get("deleted_at") is not None
    return kept


def _current(connection: Connection, table: str, row_id: str) -> Image | None:
    cursor = connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', (row_id,))
    row = cursor.fetchone()
    return dict(zip((column[0] for column in cursor.description), row, strict=True)) if row else None


def _is_like(current: Image | None, expected: Image) -> bool:
    if current is None:
        return False
    shared = expected.keys() & current.keys()
    return _comparable(current, shared) == _comparable(expected, shared)


def _replace(
    connection: Connection, table: str, row_id: str, *, expected: Image, wanted: Image | None, at: dt.datetime
) -> Image:
    """Write a row as it is wanted, and return it as it was left until now."""
    current = _current(connection, table, row_id)
    if current is None or not _is_like(current, expected):
        raise ChangedElsewhere(_CHANGED_SINCE)
    now = instant_text(at)
    if wanted is None:
        connection.execute(f'UPDATE "{table}" SET deleted_at = ?, updated_at = ? WHERE id = ?', (now, now, row_id))
        return current
    # Only what differs: a column that is named is one that triggers follow, and to index a text again takes long.
    values = {
        name: value
        for name, value in wanted.items()
        if name in current and name not in _FIXED and value != current[name]
    }
    values["updated_at"] = now
    assignments = ", ".join(f'"{name}" = ?' for name in values)
    connection.execute(f'UPDATE "{table}" SET {assignments} WHERE id = ?', (*values.values(), row_id))
    return current
