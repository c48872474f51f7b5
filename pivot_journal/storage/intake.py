"""Write many new observations at once: an import is one step of undo, and its rows leave no images of their own.

The rows are those that ``observations`` writes one by one; only the way is another. The search index is filled a
batch at a time, sorted as the index is, instead of by the triggers; undo keeps the range of the numbers.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pivot_journal.domain.when import Precision, When
from pivot_journal.storage.database import Connection, instant_text, offset_of
from pivot_journal.storage.observations import tag_id

IMPORTED = "import"
"""Stands for the name of a table in a change that means a range of imported observations."""

_CACHE_KIB = 131_072
"""The pages of a large import touch the whole of some indexes; with the usual 2 MB each is written many times."""
_MOST_VALUES = 8_000
_OBSERVATION = """
    INSERT INTO observation (number, id, text, observed_on, precision, sort_day, recorded_at, recorded_offset,
        revised_at, revised_offset, updated_at, evidence, evidence_source, evidence_on, evidence_reference,
        is_starred, source, source_key, source_recorded_at) VALUES
"""
_TAG = """
    INSERT INTO observation_tag (id, observation_id, tag_id, is_inline, is_added, position, updated_at) VALUES
"""


class NewEntry(NamedTuple):
    """What an import says of one observation; the rest is the same for all of them."""

    id: str
    text: str
    observed_on: When
    evidence: str
    evidence_source: str
    evidence_on: str | None
    evidence_reference: str
    starred: bool
    inline_tags: Sequence[str]
    added_tags: Sequence[str]
    source_key: str | None
    source_recorded_at: dt.datetime | None


class Present(NamedTuple):
    """What the journal holds already of something that comes in."""

    text: str
    deleted_at: str | None


def present(connection: Connection, ids: Sequence[str]) -> dict[str, Present]:
    """Return which of some ids the journal has, in the trash or not."""
    found: dict[str, Present] = {}
    for start in range(0, len(ids), _MOST_VALUES):
        part = ids[start : start + _MOST_VALUES]
        marks = ", ".join("?" * len(part))
        rows = connection.execute(f"SELECT id, text, deleted_at FROM observation WHERE id IN ({marks})", part)
        found.update((id_, Present(text, deleted_at)) for id_, text, deleted_at in rows)
    return found


def undone_at(connection: Connection) -> frozenset[str]:
    """Return the moments at which imports were taken back; what was trashed at one of them was trashed by that."""
    rows = connection.execute(
        "SELECT g.undone_at FROM change_group g JOIN change c ON c.group_id = g.id"
        " WHERE c.table_name = ? AND g.undone_at IS NOT NULL",
        (IMPORTED,),
    )
    return frozenset(moment for (moment,) in rows)


@contextlib.contextmanager
def bulk(connection: Connection) -> Iterator[int | None]:
    """Let the triggers neither index nor leave images of rows while this holds; gives the step that is being made.

    Inside a transaction. Whoever changes observations here brings the search index up to date.
    """
    group: int | None = connection.execute("SELECT change_group_id FROM control").fetchone()[0]
    connection.execute("UPDATE control SET is_bulk = 1, change_group_id = NULL")
    try:
        yield group
    finally:
        # Some errors have taken the whole transaction back by now, and this step with it.
        if connection.in_transaction:
            connection.execute("UPDATE control SET is_bulk = 0, change_group_id = ?", (group,))


@contextlib.contextmanager
def loading(connection: Connection, source: str, at: dt.datetime) -> Iterator[Loader]:
    """Write new observations in batches, as one step of undo that is the range of their numbers.

    Args:
        connection: Inside a transaction.
        source: The name of the file they come from.
        at: The moment that they are recorded at.
    """
    (pages,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        with bulk(connection) as group:
            loader = Loader(connection, source, at)
            yield loader
        if group is not None and loader.count:
            extent = {"first": loader.first, "last": loader.last, "updated_at": instant_text(at)}
            connection.execute(
                "INSERT INTO change (group_id, table_name, row_id, row_after) VALUES (?, ?, '', ?)",
                (group, IMPORTED, json.dumps(extent)),
            )
    finally:
        connection.execute(f"PRAGMA cache_size = {pages}")


class Loader:
    """Writes batches of new observations; made by ``loading``."""

    def __init__(self, connection: Connection, source: str, at: dt.datetime) -> None:
        self._connection = connection
        self._source = source
        self._at = at
        self._tag_ids: dict[str, str] = {}
        row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'observation'").fetchone()
        self.first = (row[0] if row else 0) + 1
        """The number that the first one gets."""
        self.last = self.first - 1
        """The number that the last one got."""
        # Ids of links that sort as they are written (RFC 9562, version 7) go to the end of their index.
        digits = f"{int(at.timestamp() * 1000):012x}7{os.urandom(2).hex()[1:]}8{os.urandom(4).hex()[1:]}"
        self._link = f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
        self._links = 0
        self._days: dict[dt.date, tuple[str, str, int]] = {}

    @property
    def count(self) -> int:
        """How many were written."""
        return self.last - self.first + 1

    def add(self, entries: Sequence[NewEntry]) -> None:
        """Write a batch of observations that the journal does not have, with their tags, and index them."""
        now, offset = instant_text(self._at), offset_of(self._at)
        before = self.last
        observations: list[object] = []
        links: list[object] = []
        for number, entry in enumerate(entries, before + 1):
            moment = entry.source_recorded_at
            observations += (
                number, entry.id, entry.text, *self._date(entry.observed_on), now, offset, now, offset, now,
                entry.evidence, entry.evidence_source, entry.evidence_on, entry.evidence_reference, entry.starred,
                self._source, entry.source_key, _instant(moment) if moment else None,
            )  # fmt: skip
            for position, (tag, (is_inline, is_added)) in enumerate(self._tags(entry).items()):
                self._links += 1
                links += (f"{self._link}{self._links:09x}", entry.id, tag, is_inline, is_added, position, now)
        self.last += len(entries)
        self._insert(_OBSERVATION, observations, 19)
        self._insert(_TAG, links, 7)
        self._connection.execute(
            "INSERT INTO observation_fts (rowid, text, tags)"
            " SELECT rowid, text, tags FROM observation_search WHERE number > ? ORDER BY rowid",
            (before,),
        )

    def _tags(self, entry: NewEntry) -> dict[str, tuple[int, int]]:
        if not entry.inline_tags:
            return dict.fromkeys(map(self._tag_id, entry.added_tags), (0, 1))
        tags = {self._tag_id(name): (1, 0) for name in entry.inline_tags}
        for name in entry.added_tags:
            id_ = self._tag_id(name)
            tags[id_] = (tags.get(id_, (0, 0))[0], 1)
        return tags

    def _tag_id(self, name: str) -> str:
        found = self._tag_ids.get(name)
        if found is None:
            found = self._tag_ids[name] = tag_id(self._connection, name, self._at)
        return found

    def _date(self, when: When) -> tuple[str | None, str, int]:
        """Return the three columns of a date; a day comes up again and again."""
        if when.day is None or when.precision is not Precision.DAY:
            return when.day.isoformat() if when.day else None, when.precision.value, when.sort_day
        found = self._days.get(when.day)
        if found is None:
            found = self._days[when.day] = (when.day.isoformat(), when.precision.value, when.sort_day)
        return found

    def _insert(self, statement: str, values: list[Any], width: int) -> None:
        """Insert rows many to a statement, which takes half the time of one by one."""
        row = f"({', '.join('?' * width)})"
        size = _MOST_VALUES // width * width
        for start in range(0, len(values), size):
            part = values[start : start + size]
            self._connection.execute(statement + ", ".join([row] * (len(part) // width)), part)


def set_trashed(connection: Connection, first: int, last: int, *, trashed: bool, at: str) -> None:
    """Put all observations of a range of numbers into the trash or take them out of it, in the index too.

    Args:
        connection: Inside a transaction.
        first: The first number.
        last: The last number.
        trashed: Whether they go in.
        at: The moment, as it is stored.
    """
    select = "FROM observation_search WHERE number BETWEEN ? AND ? ORDER BY rowid"
    with bulk(connection):
        if trashed:
            connection.execute(
                "INSERT INTO observation_fts (observation_fts, rowid, text, tags)"
                f" SELECT 'delete', rowid, text, tags {select}",
                (first, last),
            )
        connection.execute(
            "UPDATE observation SET deleted_at = ?, updated_at = ? WHERE number BETWEEN ? AND ?",
            (at if trashed else None, at, first, last),
        )
        if not trashed:
            connection.execute(
                f"INSERT INTO observation_fts (rowid, text, tags) SELECT rowid, text, tags {select}", (first, last)
            )


def _instant(moment: dt.datetime) -> str:
    """Return what ``instant_text`` returns, in a third of its time."""
    return moment.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
