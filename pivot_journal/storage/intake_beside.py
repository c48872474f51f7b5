"""Write an import, a large one beside the reading of it: in one thread the rows, in one a search index that is new.

All of it is one transaction on one connection, in the first of the two threads. Where nothing is in the search index
yet, it is made in a database of its own meanwhile, and its pages are copied in at the end, as a backup would copy them.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from pivot_journal.storage.database import KEPT_GROUPS, Connection, Database, errors_explained, scratch
from pivot_journal.storage.intake import (
    INDEXED_AT_ONCE,
    SEARCH_MEMORY,
    Batch,
    Filling,
    NewEntry,
    Rows,
    insert_many,
    loading,
    set_search_memory,
)
from pivot_journal.storage.lanes import Lane

_SWITCH_SECONDS = 0.0002
"""After how long a thread that waits for its turn gets it; with Python's 5 ms, each statement would wait that long."""
_MADE_UNTIL_COLLECTED = 200_000
"""Objects; no row is in a circle, and looking at all of them every 700 takes a sixth of the time of reading."""
_COPIED_AT_ONCE = 1_000
"""Rows of at most four kilobytes."""
_COPIED = {"data": 2, "idx": 3, "docsize": 2}
"""The tables behind the search index, with their numbers of columns; what they hold is the index."""


def load(
    database: Database,
    source: str,
    at: dt.datetime,
    batches: Iterable[Sequence[NewEntry]],
    *,
    finish: Callable[[Connection], None],
    is_large: bool,
    waited: Callable[[], None],
) -> None:
    """Write new observations as one step of undo that is the range of their numbers.

    Of a large import the rows are written in a thread of its own, on a connection of its own, while the next ones are
    being read here; ``database.connection`` then sees the journal as it was before.

    Args:
        database: The journal.
        source: The name of the file they come from.
        at: The moment that they are recorded at.
        batches: What the journal does not have yet; gone through in this thread, while the journal is locked for
            others. Whatever it raises takes everything back.
        finish: Called with the connection that writes, when all of them are written.
        is_large: Whether it is worth a thread.
        waited: Called now and then when all was read and is still being written.
    """
    verb = f"import {source}"
    if is_large and not database.is_writing:
        _load_beside(database, verb, source, at, batches, finish=finish, waited=waited)
        return
    with database.writing(verb, at) as connection:
        rows = Rows(connection, source, at)
        with loading(connection, source, at) as loader:
            for entries in batches:
                if entries:
                    loader.add(rows.of(entries))
        finish(connection)


def _load_beside(
    database: Database,
    verb: str,
    source: str,
    at: dt.datetime,
    batches: Iterable[Sequence[NewEntry]],
    *,
    finish: Callable[[Connection], None],
    waited: Callable[[], None],
) -> None:
    """Do what ``load`` does, in threads."""
    is_locked = threading.Event()

    def write(given: Iterator[Batch]) -> None:
        try:
            _write(database, verb, source, at, given, complete, is_locked)
        finally:
            is_locked.set()

    def complete(connection: Connection) -> None:
        finish(connection)
        writer.go_on()

    with _undisturbed(), errors_explained(database.path):
        writer = Lane(write)
        try:
            is_locked.wait()
            rows = None
            for entries in batches:
                if entries:
                    rows = rows or Rows(database.connection, source, at)
                    writer.give(rows.of(entries))
            writer.end(waited)
        except KeyboardInterrupt:
            if writer.break_off() is not None:
                raise
            # It was being committed by then, and is complete; saying that it was broken off would be wrong.
        except BaseException:
            writer.break_off()
            raise


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Let the threads take turns often, and memory be looked through seldom."""
    turn, seldom = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(_SWITCH_SECONDS)
    gc.set_threshold(_MADE_UNTIL_COLLECTED, *seldom[1:])
    try:
        yield
    finally:
        sys.setswitchinterval(turn)
        gc.set_threshold(*seldom)


def _write(
    database: Database,
    verb: str,
    source: str,
    at: dt.datetime,
    given: Iterator[Batch],
    finish: Callable[[Connection], None],
    is_locked: threading.Event,
) -> None:
    beside = Database(database.path, create=False)
    try:
        # The rows name only what is written with them or was there; looking that up again takes a tenth of the time.
        beside.connection.execute("PRAGMA foreign_keys = OFF")
        with beside.writing(verb, at) as connection:
            is_locked.set()
            _forget_steps(connection)
            filling = Beside(connection) if _has_empty_index(connection) else None
            try:
                with loading(connection, source, at, filling) as loader:
                    for batch in given:
                        loader.add(batch)
            finally:
                if filling is not None:
                    filling.close()
            finish(connection)
        beside.close()
    finally:
        beside.connection.close()


def _forget_steps(connection: Connection) -> None:
    """Take the images of the oldest step away, which goes when this one is complete; no foreign key does it now."""
    connection.execute("DELETE FROM change WHERE group_id <= (SELECT change_group_id FROM control) - ?", (KEPT_GROUPS,))


def _has_empty_index(connection: Connection) -> bool:
    return not connection.execute("SELECT EXISTS (SELECT 1 FROM observation_fts_docsize)").fetchone()[0]


class Beside(Filling):
    """Makes a search index in a database and a thread of its own.

    Args:
        connection: The journal, in whose index nothing is.
    """

    def __init__(self, connection: Connection) -> None:
        (self._definition,) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'observation_fts'"
        ).fetchone()
        self._lane: Lane[list[object], Connection] = Lane(self._index)

    def take(self, batch: Batch) -> None:
        """Give the search rows on."""
        self._lane.give(batch.search)

    def fill(self, connection: Connection) -> None:
        """Copy the index in."""
        made = self._lane.end()
        try:
            connection.execute("INSERT INTO observation_fts (observation_fts) VALUES ('delete-all')")
            for name, width in _COPIED.items():
                connection.execute(f"DELETE FROM observation_fts_{name}")
                rows = made.execute(f"SELECT * FROM observation_fts_{name}")
                while some := rows.fetchmany(_COPIED_AT_ONCE):
                    values = list(chain.from_iterable(some))
                    insert_many(connection, f"INSERT INTO observation_fts_{name} VALUES ", "", width, [], values)
        finally:
            made.close()

    def close(self) -> None:
        """End the thread; to be called whatever happened."""
        self._lane.break_off()

    def _index(self, given: Iterator[list[object]]) -> Connection:
        connection = scratch()
        try:
            connection.execute(self._definition)
            connection.execute("CREATE TABLE staged (rowid INTEGER PRIMARY KEY, text TEXT, tags TEXT)")
            set_search_memory(connection, SEARCH_MEMORY)
            # What is written at once is large enough; merging it with the next takes a quarter of the time.
            connection.execute("INSERT INTO observation_fts (observation_fts, rank) VALUES ('automerge', 0)")
            connection.execute("BEGIN")
            count = 0
            for search in given:
                insert_many(connection, "INSERT INTO staged (rowid, text, tags) VALUES ", "", 3, [], search)
                count += len(search) // 3
                if count >= INDEXED_AT_ONCE:
                    _index_staged(connection)
                    count = 0
            _index_staged(connection)
            connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
        return connection


def _index_staged(connection: Connection) -> None:
    """Index what is staged, in the order of the index."""
    connection.execute(
        "INSERT INTO observation_fts (rowid, text, tags) SELECT rowid, text, tags FROM staged ORDER BY rowid"
    )
    connection.execute("DELETE FROM staged")
