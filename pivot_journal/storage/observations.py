"""How an observation is written and read: the one module for it, used by shell and app alike.

Plain SQL on the connection handed in; transactions belong to the caller.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from pivot_journal.domain.observation import Evidence, Observation, Reference, Triage, Wording
from pivot_journal.domain.text import inline_tags, tag_key
from pivot_journal.domain.when import Precision, When
from pivot_journal.storage.database import Connection, instant_from, instant_text, offset_of
from pivot_journal.storage.quick import DAY_ENDS_AT

Key = int
"""The place of an observation in the journal's order: its day and number in one integer; also its search row."""

COLUMNS = f"""
    o.number, o.id, o.text, o.observed_on, o.precision, o.recorded_at, o.recorded_offset, o.revised_at,
    o.revised_offset, o.updated_at, o.evidence, o.evidence_source, o.evidence_on, o.evidence_reference, o.is_starred,
    o.triage, o.decision_id, o.deleted_at, {DAY_ENDS_AT},
    (SELECT d.title FROM decision d WHERE d.id = o.decision_id AND d.deleted_at IS NULL),
    (SELECT group_concat(name, char(31)) FROM (
        SELECT t.name AS name FROM observation_tag ot JOIN tag t ON t.id = ot.tag_id
        WHERE ot.observation_id = o.id AND ot.deleted_at IS NULL ORDER BY ot.position))
"""
"""What is read of an observation ``o``."""
_INSERT = """
    INSERT INTO observation (id, text, observed_on, precision, sort_day, recorded_at, recorded_offset, revised_at,
        revised_offset, updated_at, evidence, evidence_source, evidence_on, evidence_reference, is_starred, triage,
        decision_id, source, source_key, source_recorded_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def key_of(observation: Observation) -> Key:
    """Return where an observation stands in the journal's order; greater is newer."""
    return (observation.observed_on.sort_day << 32) | observation.number


def insert(
    connection: Connection,
    observation: Observation,
    added_tags: Sequence[str] = (),
    source: tuple[str, str, str | None] | None = None,
) -> int:
    """Write a new observation with the tags in its text and those added.

    Args:
        connection: Inside a transaction.
        observation: What to write; its number is not used.
        added_tags: Names of tags that are not in the text.
        source: Where an import took it from: file, the source's own key, and its own record of creation.

    Returns:
        The number it got.
    """
    when = observation.observed_on
    cursor = connection.execute(
        _INSERT,
        (
            observation.id,
            observation.text,
            when.day.isoformat() if when.day else None,
            when.precision.value,
            when.sort_day,
            instant_text(observation.recorded_at),
            offset_of(observation.recorded_at),
            instant_text(observation.revised_at),
            offset_of(observation.revised_at),
            instant_text(observation.updated_at),
            observation.evidence.value,
            observation.reference.source,
            observation.reference.dated_on.isoformat() if observation.reference.dated_on else None,
            observation.reference.reference,
            int(observation.starred),
            observation.triage.value,
            observation.decision_id,
            *(source or (None, None, None)),
        ),
    )
    number = cursor.lastrowid
    assert number is not None
    set_tags(connection, observation.id, inline_tags(observation.text), added_tags, observation.updated_at)
    return number


def update(connection: Connection, before: Observation, after: Observation) -> None:
    """Write what differs between two states of one observation; the database keeps the earlier wording.

    Args:
        connection: Inside a transaction.
        before: As it stands in the journal.
        after: As it shall be; ``revised_at`` and ``updated_at`` say when.
    """
    values: dict[str, object] = {}
    if after.text != before.text:
        values["text"] = after.text
    if after.observed_on != before.observed_on:
        day = after.observed_on.day
        values["observed_on"] = day.isoformat() if day else None
        values["precision"] = after.observed_on.precision.value
        values["sort_day"] = after.observed_on.sort_day
    if after.revised_at != before.revised_at:
        values["revised_at"] = instant_text(after.revised_at)
        values["revised_offset"] = offset_of(after.revised_at)
    if after.evidence != before.evidence:
        values["evidence"] = after.evidence.value
    if after.reference != before.reference:
        dated = after.reference.dated_on
        values["evidence_source"] = after.reference.source
        values["evidence_on"] = dated.isoformat() if dated else None
        values["evidence_reference"] = after.reference.reference
    if after.starred != before.starred:
        values["is_starred"] = int(after.starred)
    if after.triage != before.triage:
        values["triage"] = after.triage.value
    if after.decision_id != before.decision_id:
        values["decision_id"] = after.decision_id
    if after.is_trashed != before.is_trashed:
        values["deleted_at"] = instant_text(after.updated_at) if after.is_trashed else None
    if values:
        values["updated_at"] = instant_text(after.updated_at)
        names = ", ".join(f"{name} = ?" for name in values)
        connection.execute(f"UPDATE observation SET {names} WHERE id = ?", (*values.values(), after.id))


def set_tags(
    connection: Connection, observation_id: str, inline: Iterable[str], added: Iterable[str], at: dt.datetime
) -> None:
    """Make the tags of an observation those typed inline and those added, in that order.

    A tag keeps the spelling it was first written with; one that is no longer there leaves a tombstone.
    """
    wanted: dict[str, tuple[str, int, int]] = {}
    for name in inline:
        wanted[tag_key(name)] = (name, 1, 0)
    for name in added:
        first, is_inline, _ = wanted.get(tag_key(name), (name, 0, 1))
        wanted[tag_key(name)] = (first, is_inline, 1)
    present = {
        key: (link, is_inline, is_added, position, deleted)
        for key, link, is_inline, is_added, position, deleted in connection.execute(
            "SELECT t.key, ot.id, ot.is_inline, ot.is_added, ot.position, ot.deleted_at"
            " FROM observation_tag ot JOIN tag t ON t.id = ot.tag_id WHERE ot.observation_id = ?",
            (observation_id,),
        )
    }
    now = instant_text(at)
    has_changed = False
    for key, (link, _, _, _, deleted) in present.items():
        if key not in wanted and deleted is None:
            has_changed = True
            connection.execute(
                "UPDATE observation_tag SET deleted_at = ?, updated_at = ?, is_inline = 0, is_added = 0 WHERE id = ?",
                (now, now, link),
            )
    for position, (key, (name, is_inline, is_added)) in enumerate(wanted.items()):
        link_row = present.get(key)
        if link_row is None:
            has_changed = True
            connection.execute(
                "INSERT INTO observation_tag (id, observation_id, tag_id, is_inline, is_added, position, updated_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (str(uuid.uuid4()), observation_id, tag_id(connection, name, at), is_inline, is_added, position, now),
            )
        elif link_row[1:] != (is_inline, is_added, position, None):
            has_changed = True
            connection.execute(
                "UPDATE observation_tag SET is_inline = ?, is_added = ?, position = ?, deleted_at = NULL,"
                " updated_at = ? WHERE id = ?",
                (is_inline, is_added, position, now, link_row[0]),
            )
    if has_changed:
        # An editor that started before this notices it by the observation's own moment.
        connection.execute(
            "UPDATE observation SET updated_at = ? WHERE id = ? AND updated_at <> ?", (now, observation_id, now)
        )


def tag_id(connection: Connection, name: str, at: dt.datetime) -> str:
    """Return the id of a tag, made when it is new and brought back when it was deleted."""
    row = connection.execute("SELECT id, deleted_at FROM tag WHERE key = ?", (tag_key(name),)).fetchone()
    if row is None:
        new = str(uuid.uuid4())
        connection.execute(
            "INSERT INTO tag (id, name, key, updated_at) VALUES (?, ?, ?, ?)",
            (new, name, tag_key(name), instant_text(at)),
        )
        return new
    if row[1] is not None:
        connection.execute("UPDATE tag SET deleted_at = NULL, updated_at = ? WHERE id = ?", (instant_text(at), row[0]))
    return str(row[0])


def added_tags(connection: Connection, observation_id: str) -> tuple[str, ...]:
    """Return the tags of an observation that were added beside its text, in order."""
    rows = connection.execute(
        "SELECT t.name FROM observation_tag ot JOIN tag t ON t.id = ot.tag_id"
        " WHERE ot.observation_id = ? AND ot.is_added AND ot.deleted_at IS NULL ORDER BY ot.position",
        (observation_id,),
    )
    return tuple(name for (name,) in rows)


def get(connection: Connection, number: int) -> Observation | None:
    """Return the observation with a number, in the trash or not; None when there is none."""
    row = connection.execute(f"SELECT {COLUMNS} FROM observation o WHERE o.number = ?", (number,)).fetchone()
    return from_row(row) if row else None


def get_by_ids(connection: Connection, ids: Sequence[str], *, with_wordings: bool = False) -> list[Observation]:
    """Return the observations with the given ids in the order of the ids; unknown ids are passed over."""
    marks = ", ".join("?" * len(ids))
    rows = connection.execute(f"SELECT {COLUMNS} FROM observation o WHERE o.id IN ({marks})", tuple(ids))
    found = {row[1]: from_row(row) for row in rows}
    observations = [found[id_] for id_ in ids if id_ in found]
    return worded(connection, observations) if with_wordings else observations


def worded(connection: Connection, observations: Sequence[Observation]) -> list[Observation]:
    """Return observations with their earlier wordings."""
    earlier = wordings(connection, [seen.id for seen in observations])
    return [replace(seen, earlier=earlier[seen.id]) if seen.id in earlier else seen for seen in observations]


def numbers_known(connection: Connection, ids: Sequence[str], decision_id: str | None = None) -> set[int]:
    """Return the numbers of the observations with the given ids, and of all of a decision."""
    rows = connection.execute(
        "SELECT number FROM observation WHERE id IN (SELECT value FROM json_each(?))"
        " UNION ALL SELECT number FROM observation WHERE decision_id = ?",
        (json.dumps(ids), decision_id),
    )
    return {number for (number,) in rows}


def wordings(connection: Connection, observation_ids: Sequence[str]) -> dict[str, tuple[Wording, ...]]:
    """Return the earlier wordings of some observations by id, oldest first; one without any is left out."""
    marks = ", ".join("?" * len(observation_ids))
    rows = connection.execute(
        "SELECT observation_id, text, written_at, written_offset FROM revision"
        f" WHERE observation_id IN ({marks}) ORDER BY written_at, rowid",
        tuple(observation_ids),
    )
    found: dict[str, list[Wording]] = {}
    for id_, text, at, offset in rows:
        found.setdefault(id_, []).append(Wording(text=text, written_at=instant_from(at, offset)))
    return {id_: tuple(earlier) for id_, earlier in found.items()}


def by_numbers(connection: Connection, numbers: Sequence[int]) -> list[Observation]:
    """Return observations in the order of their numbers; unknown ones are passed over."""
    marks = ", ".join("?" * len(numbers))
    rows = connection.execute(f"SELECT {COLUMNS} FROM observation o WHERE o.number IN ({marks})", tuple(numbers))
    found = {row[0]: from_row(row) for row in rows}
    return [found[number] for number in numbers if number in found]


def newest_number(connection: Connection) -> int:
    """Return the highest number given so far; 0 in an empty journal."""
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM observation").fetchone()[0])


def known_tag(connection: Connection, name: str) -> bool:
    """Whether any observation has ever carried the tag."""
    return connection.execute("SELECT 1 FROM tag WHERE key = ?", (tag_key(name),)).fetchone() is not None


def from_row(row: tuple[Any, ...]) -> Observation:
    """Return the observation that a row of ``COLUMNS`` holds."""
    (
        number, id_, text, observed_on, precision, recorded_at, recorded_offset, revised_at, revised_offset,
        updated_at, evidence, source, dated_on, reference, is_starred, triage, decision_id, deleted_at,
        day_ends_at, decision, tags,
    ) = row  # fmt: skip
    recorded = instant_from(recorded_at, recorded_offset)
    is_first = revised_at == recorded_at and revised_offset == recorded_offset
    return Observation(
        number=number,
        id=id_,
        text=text,
        observed_on=_when(observed_on, precision),
        recorded_at=recorded,
        revised_at=recorded if is_first else instant_from(revised_at, revised_offset),
        updated_at=instant_from(updated_at),
        evidence=Evidence(evidence),
        reference=_reference(source, dated_on, reference) if source or dated_on or reference else _NO_REFERENCE,
        tags=tuple(tags.split("\x1f")) if tags else (),
        starred=bool(is_starred),
        triage=Triage(triage),
        decision_id=decision_id,
        decision=decision,
        is_trashed=deleted_at is not None,
        day_ends_at=day_ends_at,
    )


_NO_REFERENCE = Reference()


@lru_cache(maxsize=1024)  # neighbours share their day, and a page is read at every key
def _when(observed_on: str | None, precision: str) -> When:
    return When(dt.date.fromisoformat(observed_on) if observed_on else None, Precision(precision))


def _reference(source: str, dated_on: str | None, reference: str) -> Reference:
    return Reference(source=source, dated_on=dt.date.fromisoformat(dated_on) if dated_on else None, reference=reference)
