"""A stretch of the journal that a filter means, read by key: what lies elsewhere costs nothing.

Loaded only where a list is read: to add a line needs none of it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation
from pivot_journal.storage.database import Connection
from pivot_journal.storage.observations import COLUMNS, Key, by_numbers, from_row
from pivot_journal.storage.quick import note_counts
from pivot_journal.storage.searching import KEY, NUMBER_PART, Meaning, meaning_of

RANKED = 4000
"""Matches, the newest, among which the most relevant are found: to rank one costs as much as to read fifty."""
MOST_RELEVANT = 500
_WINDOW = 1000
_NOT_FOUND = (
    f" AND {KEY} NOT IN (SELECT rowid FROM observation_fts WHERE observation_fts MATCH ? AND rowid >= ? AND rowid < ?)"
)


def page(
    connection: Connection,
    chosen: Filter,
    *,
    limit: int,
    older_than: Key | None = None,
    newer_than: Key | None = None,
    oldest_first: bool = False,
) -> list[Observation]:
    """Return a stretch of the journal, read by key so that its cost does not depend on where it lies.

    Args:
        connection: Any connection.
        chosen: What is meant.
        limit: The most that come back; -1 for all.
        older_than: Only what stands before this key.
        newer_than: Only what stands after this key.
        oldest_first: The order; newest first otherwise. With ``newer_than`` and newest first, the stretch that
            *follows* the key comes back, still in the order asked for. Where the search is by relevance, the keys name
            places in that order.

    Returns:
        Observations in the order asked for; empty when nothing is there.
    """
    meaning = meaning_of(connection, chosen)
    if meaning.is_nothing:
        return []
    if chosen.query is not None and chosen.query.by_relevance and meaning.found:
        keys = _between(_most_relevant(connection, meaning), limit, older_than, newer_than)
        return by_numbers(connection, [key & NUMBER_PART for key in (keys[::-1] if oldest_first else keys)])
    rows = _stretch(
        connection,
        meaning,
        limit,
        older_than=older_than,
        newer_than=newer_than,
        towards_new=oldest_first or newer_than is not None,
    )
    if newer_than is not None and not oldest_first:
        rows.reverse()
    return [from_row(row) for row in rows]


def numbers_between(connection: Connection, chosen: Filter, one: Key, other: Key, *, limit: int) -> list[int]:
    """Return the numbers of what is meant from one place to another, both included, in the order of ``page``.

    Args:
        connection: Any connection.
        chosen: What is meant.
        one: The key of either end.
        other: The key of the other end.
        limit: The most that come back.

    Returns:
        Numbers; none where the search is by relevance and does not find both ends.
    """
    meaning = meaning_of(connection, chosen)
    if meaning.is_nothing:
        return []
    if chosen.query is not None and chosen.query.by_relevance and meaning.found:
        keys = _most_relevant(connection, meaning)
        if one not in keys or other not in keys:
            return []
        first, last = sorted((keys.index(one), keys.index(other)))
        return [key & NUMBER_PART for key in keys[first : last + 1][:limit]]
    lowest, highest = sorted((one, other))
    rows = _stretch(
        connection,
        meaning,
        limit,
        older_than=highest + 1,
        newer_than=lowest - 1,
        towards_new=False,
        columns="o.number",
    )
    return [number for (number,) in rows]


def _stretch(
    connection: Connection,
    meaning: Meaning,
    limit: int,
    *,
    older_than: Key | None,
    newer_than: Key | None,
    towards_new: bool,
    columns: str = COLUMNS,
) -> list[tuple[Any, ...]]:
    if older_than is not None:
        meaning.highest = min(meaning.highest, older_than)
    if newer_than is not None:
        meaning.lowest = max(meaning.lowest, newer_than + 1)
    if meaning.left_out and not meaning.found:
        return _rows_without(connection, meaning, limit, towards_new=towards_new, columns=columns)
    return _rows(connection, meaning, limit, towards_new=towards_new, columns=columns)


def _rows(
    connection: Connection,
    meaning: Meaning,
    limit: int,
    *,
    towards_new: bool,
    columns: str,
    also: str = "",
    values: Sequence[object] = (),
) -> list[tuple[Any, ...]]:
    source, conditions, arguments = meaning.source(connection)
    way = "ASC" if towards_new else "DESC"
    order = f"f.rowid {way}" if meaning.expression else f"o.sort_day {way}, o.number {way}"
    return connection.execute(
        f"SELECT {columns} FROM {source} WHERE {conditions}{also} ORDER BY {order} LIMIT ?",
        (*arguments, *values, limit),
    ).fetchall()


def _rows_without(
    connection: Connection, meaning: Meaning, limit: int, *, towards_new: bool, columns: str
) -> list[tuple[Any, ...]]:
    """Read along the days what the index does *not* find, window by window: it can only be asked for what it has."""
    rows: list[tuple[Any, ...]] = []
    wanted = limit if limit >= 0 else 1 << 62
    lowest, highest, size = meaning.lowest, meaning.highest, _WINDOW
    way = "ASC" if towards_new else "DESC"
    while len(rows) < wanted:
        edge = connection.execute(
            f"SELECT {KEY} FROM observation o WHERE o.deleted_at IS NULL AND (o.sort_day, o.number) >= (?, ?)"
            f" AND (o.sort_day, o.number) < (?, ?) ORDER BY o.sort_day {way}, o.number {way} LIMIT 1 OFFSET ?",
            (lowest >> 32, lowest & NUMBER_PART, highest >> 32, highest & NUMBER_PART, size),
        ).fetchone()
        meaning.lowest, meaning.highest = lowest, highest
        if edge and towards_new:
            meaning.highest = edge[0]
        elif edge:
            meaning.lowest = edge[0] + 1
        values = (meaning.excluded, meaning.lowest, meaning.highest)
        rows += _rows(
            connection,
            meaning,
            wanted - len(rows),
            towards_new=towards_new,
            columns=columns,
            also=_NOT_FOUND,
            values=values,
        )
        if edge is None:
            break
        lowest, highest = (meaning.highest, highest) if towards_new else (lowest, meaning.lowest)
        size *= 8
    return rows


def _most_relevant(connection: Connection, meaning: Meaning) -> list[Key]:
    """Return the keys of what fits the words best, the best first; among the newest matches where there are many."""
    source, conditions, arguments = meaning.source(connection)
    rows = connection.execute(
        f"SELECT key FROM (SELECT f.rowid AS key, f.rank AS score FROM {source} WHERE {conditions}"
        " ORDER BY f.rowid DESC LIMIT ?) ORDER BY score, key DESC LIMIT ?",
        (*arguments, RANKED, MOST_RELEVANT),
    )
    return [key for (key,) in rows]


def _between(keys: list[Key], limit: int, older_than: Key | None, newer_than: Key | None) -> list[Key]:
    """Return the stretch of a list that follows one entry, or that leads up to one."""
    if older_than in keys:
        keys = keys[keys.index(older_than) + 1 :]
    elif older_than is not None:  # the key after an entry's own asks for that one too
        keys = keys[keys.index(older_than - 1) :] if older_than - 1 in keys else []
    if newer_than is not None:
        at = next((at for at, key in enumerate(keys) if key == newer_than), 0)
        keys = keys[:at]
        return keys[-limit:] if limit > 0 else keys
    return keys[:limit] if limit >= 0 else keys


def count(connection: Connection, chosen: Filter, among: Sequence[int] | None = None) -> int:
    """Return how many observations are meant; where no condition is made, as the database keeps it.

    Args:
        connection: Any connection.
        chosen: What is meant.
        among: Only those with some of these numbers.
    """
    if chosen.is_empty and among is None:
        return note_counts(connection)[0]
    meaning = meaning_of(connection, chosen)
    if meaning.is_nothing:
        return 0
    if among is not None:
        meaning.add("o.number IN (SELECT value FROM json_each(?))", json.dumps(among))
    if not meaning.left_out or meaning.found:
        return _count(connection, meaning)
    without = _count(connection, replace(meaning, left_out=[]))
    return without - _count(connection, replace(meaning, found=[meaning.excluded], left_out=[]))


def _count(connection: Connection, meaning: Meaning) -> int:
    source, conditions, arguments = meaning.source(connection)
    return int(connection.execute(f"SELECT count(*) FROM {source} WHERE {conditions}", arguments).fetchone()[0])
