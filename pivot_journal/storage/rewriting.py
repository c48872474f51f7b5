"""Write many rows as they shall be, past the triggers that note what a user changes, and with the search index.

Rows are taken out and put in again rather than updated: nothing is recorded, reworded or undone by it. Each keeps its
``rowid``, which is the order in which things were written and, of an observation, its number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from pivot_journal.storage.database import Connection
from pivot_journal.storage.registers import Row
from pivot_journal.storage.sides import Placed


class _Write(NamedTuple):
    table: str
    rowid: int | None
    """Where the row stands or shall stand; None for the next place."""
    row: Row | None
    """None where it goes."""


class Rewrite:
    """Collects what shall be written, and writes it in one go; inside ``bulk``.

    Args:
        connection: Inside a transaction that checks links only at its end.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._writes: list[_Write] = []
        self._indexed: set[int] = set()
        """The numbers of the observations that the search index holds otherwise from now on."""
        self.new: Counter[str] = Counter()
        """How many rows of each table come in."""
        self.changed: Counter[str] = Counter()
        """How many rows of each table are no longer as they were."""

    def put(self, table: str, placed: Placed | None, row: Row, number: int | None = None) -> None:
        """Note that a row shall be this from now on.

        Args:
            table: Its table.
            placed: As it stands here; None where it does not.
            row: As it shall be.
            number: The number of a new observation; None for the next one.
        """
        if placed is None:
            self._writes.append(_Write(table, number, row))
            self.new[table] += 1
        elif placed[1] != row:
            self._writes.append(_Write(table, placed[0], row))
            self.changed[table] += 1

    def take_out(self, table: str, placed: Placed) -> None:
        """Note that a row goes."""
        self._writes.append(_Write(table, placed[0], None))
        self.changed[table] += 1

    def put_all(self, table: str, mine: Mapping[str, Placed], merged: Mapping[str, Row]) -> None:
        """Note that rows shall be these, by their ids; those that are not among them go."""
        for id_, row in merged.items():
            self.put(table, mine.get(id_), row)
        for id_, placed in mine.items():
            if id_ not in merged:
                self.take_out(table, placed)

    def reindex(self, number: int) -> None:
        """Note that the text, the tags or the day of an observation may be others from now on."""
        self._indexed.add(number)

    def reindex_tagged(self, tag_id: str) -> None:
        """Note that a tag may have another name from now on."""
        rows = self._connection.execute(
            "SELECT o.number FROM observation o JOIN observation_tag t ON t.observation_id = o.id WHERE t.tag_id = ?",
            (tag_id,),
        )
        self._indexed |= {number for (number,) in rows}

    def run(self) -> None:
        """Write what was noted: first all that goes or changes is taken out, then everything is put in."""
        execute = self._connection.execute
        newest = execute("SELECT coalesce(max(number), 0) FROM observation").fetchone()[0]
        execute("CREATE TEMP TABLE reindexed (number INTEGER PRIMARY KEY)")
        self._connection.executemany("INSERT INTO reindexed VALUES (?)", ((number,) for number in self._indexed))
        chosen = "FROM observation_search WHERE number IN reindexed"
        execute(
            "INSERT INTO observation_fts (observation_fts, rowid, text, tags)"
            f" SELECT 'delete', rowid, text, tags {chosen}"
        )
        for table, rowid, _ in self._writes:
            if rowid is not None:
                execute(f"DELETE FROM main.{table} WHERE rowid = ?", (rowid,))
        for table, rowid, row in sorted(self._writes, key=lambda each: each.rowid is None):
            if row is not None:  # those with a place first, or a new one would take it
                place = "number" if table == "observation" else "rowid"
                names = ", ".join(row)
                marks = ", ".join("?" * len(row))
                execute(f"INSERT INTO main.{table} ({place}, {names}) VALUES (?, {marks})", (rowid, *row.values()))
        execute(
            "INSERT INTO observation_fts (rowid, text, tags) SELECT rowid, text, tags FROM observation_search"
            " WHERE number > ? OR number IN reindexed ORDER BY rowid",
            (newest,),
        )
        execute("DROP TABLE reindexed")
