"""Many observations changed at once, in a few statements: what a selection in the list stands for.

Loaded only where it is asked for; transactions belong to the caller.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Sequence

from pivot_journal.domain.observation import Triage
from pivot_journal.domain.text import inline_tags, tag_key
from pivot_journal.storage import tags
from pivot_journal.storage.database import Connection, instant_text
from pivot_journal.storage.observations import tag_id

_MEANT = "number IN (SELECT value FROM json_each(?))"
_OF_THEM = "observation_id IN (SELECT value FROM json_each(?))"


def ids_of(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Return the ids of observations by their numbers, in the trash or not; unknown ones are left out."""
    rows = connection.execute(f"SELECT number, id FROM observation WHERE {_MEANT}", (json.dumps(numbers),))
    return dict(rows.fetchall())


def out_of_trash(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Return which of some numbers are of observations that are not in the trash."""
    rows = connection.execute(
        f"SELECT number FROM observation WHERE {_MEANT} AND deleted_at IS NULL", (json.dumps(numbers),)
    )
    return {number for (number,) in rows}


def sort(
    connection: Connection,
    numbers: Sequence[int],
    triage: Triage,
    decision_id: str | None,
    at: dt.datetime,
    *,
    keeps_decision: bool,
) -> None:
    """Sort observations as one thing.

    Args:
        connection: Inside a transaction.
        numbers: Which ones.
        triage: What they are.
        decision_id: Their decision; each keeps its own, or has none, where this is None.
        at: The moment.
        keeps_decision: Whether what they are sorted as can have a decision.
    """
    decision = "coalesce(?, decision_id)" if keeps_decision else "?"
    connection.execute(
        f"UPDATE observation SET triage = ?, decision_id = {decision}, updated_at = ?"
        f" WHERE {_MEANT} AND (triage <> ? OR decision_id IS NOT {decision})",
        (triage.value, decision_id, instant_text(at), json.dumps(numbers), triage.value, decision_id),
    )


def are_starred(connection: Connection, numbers: Sequence[int]) -> bool:
    """Whether all of some observations stand out."""
    row = connection.execute(
        f"SELECT EXISTS (SELECT 1 FROM observation WHERE {_MEANT} AND NOT is_starred)", (json.dumps(numbers),)
    ).fetchone()
    return not row[0]


def star(connection: Connection, numbers: Sequence[int], starred: bool, at: dt.datetime) -> None:
    """Let observations stand out, or no longer."""
    connection.execute(
        f"UPDATE observation SET is_starred = ?, updated_at = ? WHERE {_MEANT} AND is_starred <> ?",
        (int(starred), instant_text(at), json.dumps(numbers), int(starred)),
    )


def trash(connection: Connection, numbers: Sequence[int], trashed: bool, at: dt.datetime) -> None:
    """Put observations into the trash, or take them out again."""
    now = instant_text(at)
    connection.execute(
        f"UPDATE observation SET deleted_at = ?, updated_at = ? WHERE {_MEANT} AND (deleted_at IS NOT NULL) <> ?",
        (now if trashed else None, now, json.dumps(numbers), int(trashed)),
    )


def retag(
    connection: Connection, ids: Sequence[str], add: Sequence[str], remove: Sequence[str], at: dt.datetime
) -> tuple[set[str], set[str]]:
    """Let observations carry some tags beside their text, and some no longer; texts stay as they are.

    Args:
        connection: Inside a transaction.
        ids: The ids of the observations.
        add: Names of tags; what carries one already is left as it is.
        remove: Names of other tags, typed in the text or not.
        at: The moment.

    Returns:
        The ids of those that got a tag, and of those that lost one.
    """
    lacking = {name: _lacking(connection, ids, name) for name in add}
    links = [link for name in remove for link in _links(connection, ids, name)]
    got = {id_ for found in lacking.values() for id_ in found}
    lost = {id_ for _, id_ in links}
    changed = sorted(got | lost)
    if not changed:
        return got, lost
    now = instant_text(at)
    with tags.reindexed(connection, changed):
        connection.executemany(
            "UPDATE observation_tag SET deleted_at = ?, updated_at = ?, is_inline = 0, is_added = 0 WHERE id = ?",
            [(now, now, link) for link, _ in links],
        )
        for name, found in lacking.items():
            if found:
                _add(connection, found, tag_id(connection, name, at), now)
        tags.touch(connection, changed, now)
    return got, lost


def still_typed(connection: Connection, ids: Sequence[str], names: Sequence[str]) -> int:
    """Return in how many texts of some observations one of some tags is typed."""
    keys = {tag_key(name) for name in names}
    rows = connection.execute(
        "SELECT text FROM observation WHERE id IN (SELECT value FROM json_each(?)) AND instr(text, '#')",
        (json.dumps(ids),),
    )
    return sum(any(tag_key(name) in keys for name in inline_tags(text)) for (text,) in rows)


def _links(connection: Connection, ids: Sequence[str], name: str) -> list[tuple[str, str]]:
    """Return (id of the link, id of the observation) where one of some observations carries a tag."""
    return connection.execute(
        f"SELECT ot.id, ot.observation_id FROM observation_tag ot JOIN tag t ON t.id = ot.tag_id"
        f" WHERE t.key = ? AND ot.deleted_at IS NULL AND ot.{_OF_THEM}",
        (tag_key(name), json.dumps(ids)),
    ).fetchall()


def _lacking(connection: Connection, ids: Sequence[str], name: str) -> list[str]:
    """Return the observations that do not carry a tag."""
    carrying = {id_ for _, id_ in _links(connection, ids, name)}
    return [id_ for id_ in ids if id_ not in carrying]


def _add(connection: Connection, ids: Sequence[str], tag: str, now: str) -> None:
    """Link a tag, after the others, to observations that do not carry it; a link that was taken out comes back."""
    given = json.dumps(ids)
    ends = connection.execute(
        f"SELECT observation_id, max(position) FROM observation_tag WHERE deleted_at IS NULL AND {_OF_THEM}"
        " GROUP BY observation_id",
        (given,),
    )
    positions = {id_: end + 1 for id_, end in ends}
    known = dict(
        connection.execute(
            f"SELECT observation_id, id FROM observation_tag WHERE tag_id = ? AND {_OF_THEM}", (tag, given)
        ).fetchall()
    )
    connection.executemany(
        "UPDATE observation_tag SET is_inline = 0, is_added = 1, position = ?, deleted_at = NULL, updated_at = ?"
        " WHERE id = ?",
        [(positions.get(id_, 0), now, link) for id_, link in known.items()],
    )
    connection.executemany(
        "INSERT INTO observation_tag (id, observation_id, tag_id, is_added, position, updated_at)"
        " VALUES (?, ?, ?, 1, ?, ?)",
        [(str(uuid.uuid4()), id_, tag, positions.get(id_, 0), now) for id_ in ids if id_ not in known],
    )
