"""Two journals side by side: the open one, called main, and another of the same schema that is attached as 'other'."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pivot_journal.domain.text import one_line
from pivot_journal.storage.database import Connection
from pivot_journal.storage.dumping import ORDERS, columns
from pivot_journal.storage.registers import Row, content

Placed = tuple[int, Row]
"""A row after its place."""


class ListTable(NamedTuple):
    """A table of links that make ordered lists."""

    table: str
    owner: str
    owner_key: str
    target_key: str
    has_moment: bool


LISTS = (
    ListTable("impact_observation", "impact", "impact_id", "observation_id", False),
    ListTable("story_observation", "story", "story_id", "observation_id", True),
    ListTable("pitch_story", "pitch", "pitch_id", "story_id", True),
)
TITLES = {
    "decision": "title",
    "story": "title",
    "pitch": "audience",
    "tally": "name",
    "private_term": "term",
}
"""What a person knows a thing of each kind by."""


@contextlib.contextmanager
def attached(connection: Connection, path: Path) -> Iterator[None]:
    """Let the connection read another journal as 'other', of the same schema; outside of a transaction."""
    connection.execute("ATTACH ? AS other", (str(path),))
    try:
        yield
    finally:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("DETACH other")


class Sides:
    """Reads rows of both."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._columns = {
            table: [name for name in columns(connection, table) if (table, name) != ("observation", "number")]
            for table in ORDERS
        }
        self._past: dict[str, set[tuple[str, str, str]]] = {}
        """Of each side the states of rows that its steps of undo know: table, id and moment."""

    def select(self, side: str, table: str, where: str = "", values: Iterable[object] = ()) -> dict[str, Placed]:
        """Return rows of one side by their ids, each after its place, the first written first."""
        names = self._columns[table]
        cursor = self._connection.execute(
            f"SELECT rowid, {', '.join(names)} FROM {side}.{table} {where} ORDER BY {ORDERS[table]}", tuple(values)
        )
        found = ((place, dict(zip(names, row, strict=True))) for place, *row in cursor)
        return {row["id"]: (place, row) for place, row in found}

    def differing(self, table: str) -> tuple[dict[str, Placed], dict[str, Placed]]:
        """Return mine and theirs of the rows which the other journal has and this one has otherwise or not at all."""
        compared = [name for name in self._columns[table] if name != "id"]
        mine = ", ".join(f"m.{name}" for name in compared)
        theirs = ", ".join(f"o.{name}" for name in compared)
        ids = (
            f"SELECT o.id FROM other.{table} o LEFT JOIN main.{table} m ON m.id = o.id"
            f" WHERE m.id IS NULL OR ({mine}) IS NOT ({theirs})"
        )
        where = f"WHERE id IN ({ids})"
        return self.select("main", table, where), self.select("other", table, where)

    def of(self, side: str, table: str, key: str, ids: Iterable[str]) -> dict[str, dict[str, Placed]]:
        """Return rows of one side by what they belong to and their ids."""
        found: dict[str, dict[str, Placed]] = {id_: {} for id_ in ids}
        wanted = list(found)
        for start in range(0, len(wanted), 500):
            part = wanted[start : start + 500]
            rows = self.select(side, table, f"WHERE {key} IN ({', '.join('?' * len(part))})", part)
            for id_, placed in rows.items():
                found[placed[1][key]][id_] = placed
        return found

    def titles(self, table: str) -> dict[str, set[str]]:
        """Return the ids of what is here under each title, whatever its case; the trash does not count."""
        rows = self._connection.execute(f"SELECT id, {TITLES[table]} FROM main.{table} WHERE deleted_at IS NULL")
        found: dict[str, set[str]] = {}
        for id_, title in rows:
            found.setdefault(one_line(title).casefold(), set()).add(id_)
        return found

    def one_of_each_pitch(self, ids: Iterable[str]) -> set[str]:
        """Return the ids of pitches, of those that say the same only one."""
        links = self.of("main", "pitch_story", "pitch_id", ids)
        found: dict[str, str] = {}
        for id_, (_, row) in sorted(self.select_ids("main", "pitch", ids).items()):
            told = [link for _, link in links[id_].values() if link["deleted_at"] is None]
            stories = [link["story_id"] for link in sorted(told, key=lambda link: link["position"])]
            lines = {name: row[name] for name in row if name != "id" and not name.endswith("_at")}
            found.setdefault(content({"lines": lines, "stories": stories}), id_)
        return set(found.values())

    def select_ids(self, side: str, table: str, ids: Iterable[str]) -> dict[str, Placed]:
        """Return rows of one side by their ids; those that are not there are passed over."""
        grouped = self.of(side, table, "id", ids)
        return {id_: rows[id_] for id_, rows in grouped.items() if rows}

    def one_sided(self, kind: ListTable) -> list[str]:
        """Return the owners on both sides whose list has a link here that the other journal does not know."""
        rows = self._connection.execute(
            f"SELECT DISTINCT m.{kind.owner_key} FROM main.{kind.table} m JOIN other.{kind.owner} o"
            f" ON o.id = m.{kind.owner_key} LEFT JOIN other.{kind.table} l ON l.id = m.id WHERE l.id IS NULL"
        )
        return [id_ for (id_,) in rows]

    def is_ancestor(self, side: str, table: str, lost: Row, holds: Row) -> bool:
        """Whether one side began with what the other still has, as far as its steps of undo tell."""
        if lost.get("created_at") == lost["updated_at"] == holds["created_at"]:
            return True
        if side not in self._past:
            moments = ("json_extract(row_before, '$.updated_at')", "json_extract(row_after, '$.updated_at')")
            self._past[side] = {
                row
                for moment in moments
                for row in self._connection.execute(f"SELECT table_name, row_id, {moment} FROM {side}.change")
            }
        return (table, lost["id"], lost["updated_at"]) in self._past[side]
