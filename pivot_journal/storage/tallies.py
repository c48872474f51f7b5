"""How a tally is written and read: plain SQL, so that counting from the shell is quick."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence

from pivot_journal.domain.tally import Tally, TallyDay, tally_key
from pivot_journal.storage.database import Connection, instant_text, offset_of
from pivot_journal.storage.quick import DAY_ENDS_AT

_DAY = f"date(c.counted_at, (c.counted_offset - 60 * {DAY_ENDS_AT}) || ' minutes')"
"""The day on which something was counted, turning over when the user's day does."""


def tallies(connection: Connection, ids: Sequence[str] | None = None) -> list[Tally]:
    """Return the tallies that are not in the trash with their days, the one counted last first.

    With ids, those alone; what others have counted is not read.
    """
    wanted = () if ids is None else tuple(ids)
    among = "TRUE" if ids is None else f"{{}} IN ({', '.join('?' * len(wanted))})"
    days: dict[str, list[TallyDay]] = {}
    latest: dict[str, str] = {}
    for tally_id, day, amount, counts, last in connection.execute(
        f"SELECT c.tally_id, {_DAY} AS day, sum(c.amount), count(*), max(c.counted_at) FROM tally_count c"
        f" WHERE c.deleted_at IS NULL AND {among.format('c.tally_id')}"
        " GROUP BY c.tally_id, day ORDER BY c.tally_id, day",
        wanted,
    ):
        days.setdefault(tally_id, []).append(TallyDay(day=dt.date.fromisoformat(day), amount=amount, counts=counts))
        latest[tally_id] = max(latest.get(tally_id, ""), last)
    rows = connection.execute(
        f"SELECT id, name FROM tally WHERE deleted_at IS NULL AND {among.format('id')} ORDER BY created_at, rowid",
        wanted,
    )
    found = [Tally(id=id_, name=name, days=tuple(days.get(id_, ()))) for id_, name in rows]
    return sorted(found, key=lambda tally: latest.get(tally.id, ""), reverse=True)


def id_named(connection: Connection, name: str) -> str | None:
    """Return the id of the tally of exactly this name, whatever its case; None where there is none.

    Of several, which only a merge can leave, the one that was counted last.
    """
    row = connection.execute(
        "SELECT id FROM tally t WHERE key = ? AND deleted_at IS NULL ORDER BY"
        " (SELECT max(counted_at) FROM tally_count c WHERE c.tally_id = t.id AND c.deleted_at IS NULL) DESC,"
        " created_at, rowid LIMIT 1",
        (tally_key(name),),
    ).fetchone()
    return row[0] if row else None


def insert(connection: Connection, name: str, at: dt.datetime) -> str:
    """Write a new tally and return its id."""
    id_, now = str(uuid.uuid4()), instant_text(at)
    connection.execute(
        "INSERT INTO tally (id, name, key, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
        (id_, name, tally_key(name), now, now),
    )
    return id_


def count(connection: Connection, tally_id: str, amount: int, at: dt.datetime) -> None:
    """Add to a tally."""
    now = instant_text(at)
    connection.execute(
        "INSERT INTO tally_count (id, tally_id, amount, counted_at, counted_offset, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (str(uuid.uuid4()), tally_id, amount, now, offset_of(at), now),
    )


def set_name(connection: Connection, tally_id: str, name: str, at: dt.datetime) -> None:
    """Call a tally something else."""
    connection.execute(
        "UPDATE tally SET name = ?, key = ?, updated_at = ? WHERE id = ?",
        (name, tally_key(name), instant_text(at), tally_id),
    )


def trash(connection: Connection, tally_id: str, at: dt.datetime) -> None:
    """Put a tally into the trash; its counts stay with it."""
    now = instant_text(at)
    connection.execute("UPDATE tally SET deleted_at = ?, updated_at = ? WHERE id = ?", (now, now, tally_id))
