"""Write many new observations at once: an import is one step of undo, and its rows leave no images of their own.

The rows are those that ``observations`` writes one by one; only the way is another. A large import goes around what
costs most a row: the triggers of the two tables are away while it writes (with ``is_bulk`` most would do nothing, but
looking takes a third of the time, and the notes can be counted at its end), indexes that it would mostly fill itself
are made anew at its end, and the search index is filled last, sorted as it is. All of this is inside the one
transaction: whatever breaks off, takes it back. Undo keeps the range of the numbers.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import uuid
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from pivot_journal.domain.text import tag_key
from pivot_journal.domain.when import Precision, When
from pivot_journal.storage.database import Connection, instant_text, offset_of

IMPORTED = "import"
"""Stands for the name of a table in a change that means a range of imported observations."""

_CACHE_KIB = 131_072
"""The pages of a large import touch the whole of some indexes; with the usual 2 MB each is written many times."""
_DAY = Precision.DAY
_LARGE = 1_000
"""Entries in a batch from which on it pays to put triggers away."""
_MOST_VALUES = 8_000
INDEXED_AT_ONCE = 20_000
"""Rows; in between, an interruption is noticed."""
SEARCH_MEMORY = 16 << 20
"""Bytes of words that the search index gathers before it writes them; with its usual 1 MB it merges again and again."""
_ROWS_A_STATEMENT = 200
"""One row a statement takes twice the time, and of many each waits for the thread that reads."""
_TWO_DIGITS = tuple(f"{number:02}" for number in range(60))
_FILLED_BY_IMPORTS = ("observation_by_day", "observation_by_triage", "observation_tag_by_tag")
_OBSERVATION = (
    "INSERT INTO observation (recorded_at, recorded_offset, revised_at, revised_offset, updated_at, evidence_source,"
    " source, number, id, text, observed_on, precision, sort_day, evidence, evidence_on, evidence_reference,"
    " is_starred, source_key, source_recorded_at) VALUES ",
    "?1, ?2, ?1, ?2, ?1, ?3, ?3, ",
    12,
)
_LINK = (
    "INSERT INTO observation_tag (updated_at, id, observation_id, tag_id, is_inline, is_added, position) VALUES ",
    "?1, ",
    6,
)
_COUNT = "UPDATE control SET observation_count = observation_count + ?1, untriaged_count = untriaged_count + ?1"
"""What comes in is unsorted and out of the trash."""
_NEW_TAG = (
    "INSERT INTO tag (id, name, key, updated_at) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (key) DO UPDATE SET deleted_at = NULL, updated_at = excluded.updated_at"
)


class NewEntry(NamedTuple):
    """What an import says of one observation; the rest is the same for all of them."""

    id: str
    text: str
    observed_on: When
    evidence: str
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
    observed_on: str | None
    precision: str
    deleted_at: str | None
    number: int
    source: str | None


def has_observations(connection: Connection) -> bool:
    """Whether the journal has ever had an observation, trashed or not."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM observation)").fetchone()[0])


def present(connection: Connection, ids: Sequence[str]) -> dict[str, Present]:
    """Return which of some ids the journal has, in the trash or not."""
    found: dict[str, Present] = {}
    for start in range(0, len(ids), _MOST_VALUES):
        part = ids[start : start + _MOST_VALUES]
        marks = ", ".join("?" * len(part))
        rows = connection.execute(
            "SELECT id, text, observed_on, precision, deleted_at, number, source FROM observation"
            f" WHERE id IN ({marks})",
            part,
        )
        found.update((row[0], Present(*row[1:])) for row in rows)
    return found


def earlier_wordings(connection: Connection, observation_id: str) -> set[tuple[str, str | None, str]]:
    """Return each text that an observation had before, with the day that stood beside it and its precision."""
    return set(
        connection.execute(
            "SELECT text, observed_on, precision FROM revision WHERE observation_id = ?", (observation_id,)
        )
    )


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


class Batch(NamedTuple):
    """The rows of some new observations, value after value as they are bound."""

    first: int
    """The number of the first one."""
    size: int
    """How many there are."""
    observations: list[object]
    tags: list[tuple[str, str, str]]
    """Tags that are new or were deleted: id, name and key."""
    links: list[object]
    search: list[object]
    """Of each the row id in the search index, the text, and the names of its tags."""


@contextlib.contextmanager
def loading(connection: Connection, source: str, at: dt.datetime, filling: Filling | None = None) -> Iterator[Loader]:
    """Take batches of new rows, as one step of undo that is the range of their numbers.

    Args:
        connection: Inside a transaction.
        source: The name of the file they come from.
        at: The moment that they are recorded at.
        filling: What fills the search index; None where it is filled here from what was written.
    """
    (pages,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        with bulk(connection) as group, Loader(connection, source, at, filling or Gathered(connection)) as loader:
            yield loader
            loader.complete()
        if group is not None and loader.count:
            extent = {"first": loader.first, "last": loader.last, "updated_at": instant_text(at)}
            connection.execute(
                "INSERT INTO change (group_id, table_name, row_id, row_after) VALUES (?, ?, '', ?)",
                (group, IMPORTED, json.dumps(extent)),
            )
    finally:
        connection.execute(f"PRAGMA cache_size = {pages}")


class Rows:
    """Makes the rows of new observations, with their numbers and tags.

    Args:
        connection: Sees the journal as it was before the import; nobody else may write to it meanwhile.
        source: The name of the file they come from.
        at: The moment that they are recorded at.
    """

    def __init__(self, connection: Connection, source: str, at: dt.datetime) -> None:
        self._connection = connection
        row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'observation'").fetchone()
        self._last = row[0] if row else 0
        # Ids of links that sort as they are written (RFC 9562, version 7) go to the end of their index.
        digits = f"{int(at.timestamp() * 1000):012x}7{os.urandom(2).hex()[1:]}8{os.urandom(4).hex()[1:]}"
        self._link = f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
        self._links = 0
        self._days: dict[dt.date | None, tuple[str | None, str, int]] = {}
        self._tags: dict[str, tuple[str, str]] = {}
        self._tags_by_key: dict[str, tuple[str, str]] = {}
        self._new_tags: list[tuple[str, str, str]] = []

    def of(self, entries: Sequence[NewEntry]) -> Batch:
        """Return the rows of some observations that the journal does not have."""
        rows: list[object] = []
        search: list[object] = []
        tagged: list[tuple[str, Sequence[str], Sequence[str], int]] = []
        before = number = self._last
        days = self._days
        for entry in entries:
            number += 1
            id_, text, when, evidence, evidence_on, reference, starred, inline, added, key, moment = entry
            day, precision, sort_day = (when.precision is _DAY and days.get(when.day)) or self._date(when)
            rows += (
                number, id_, text, day, precision, sort_day, evidence, evidence_on, reference, starred, key,
                moment and self._instant(moment),
            )  # fmt: skip
            if inline or added:
                tagged.append((id_, inline, added, len(search) + 2))
            search += (sort_day << 32 | number, text, None)
        # The index of the links begins with the observation; in its order they are written in two thirds of the time.
        tagged.sort()
        links: list[object] = []
        for id_, inline, added, place in tagged:
            search[place] = self._add_links(links, id_, inline, added)
        self._last = number
        tags, self._new_tags = self._new_tags, []
        return Batch(before + 1, number - before, rows, tags, links, search)

    def _add_links(self, links: list[object], observation_id: str, inline: Sequence[str], added: Sequence[str]) -> str:
        """Add the rows that tie an observation to its tags; returns the names as the search index has them."""
        known, count, start = self._tags, self._links, self._link
        names = []
        if inline:
            marks = dict.fromkeys(map(self._tag, inline), (1, 0))
            for name in added:
                tag = self._tag(name)
                marks[tag] = (marks[tag][0], 1) if tag in marks else (0, 1)
            for position, ((id_, name), (is_inline, is_added)) in enumerate(marks.items()):
                count += 1
                links += (f"{start}{count:09x}", observation_id, id_, is_inline, is_added, position)
                names.append(name)
        else:
            tags = dict.fromkeys([known.get(name) or self._tag(name) for name in added])
            for position, (id_, name) in enumerate(tags):
                count += 1
                links += (f"{start}{count:09x}", observation_id, id_, 0, 1, position)
                names.append(name)
        self._links = count
        return " ".join(names)

    def _tag(self, name: str) -> tuple[str, str]:
        """Return the id of a tag and its name as it was first written."""
        found = self._tags.get(name)
        if found is None:
            key = tag_key(name)
            found = self._tags[name] = self._tags_by_key.get(key) or self._stored_tag(name, key)
        return found

    def _stored_tag(self, name: str, key: str) -> tuple[str, str]:
        row = self._connection.execute("SELECT id, name, deleted_at FROM tag WHERE key = ?", (key,)).fetchone()
        id_, name = row[:2] if row else (str(uuid.uuid4()), name)
        if row is None or row[2] is not None:
            self._new_tags.append((id_, name, key))
        self._tags_by_key[key] = (id_, name)
        return id_, name

    def _date(self, when: When) -> tuple[str | None, str, int]:
        """Return the three columns of a date; a day comes up again and again, and is kept."""
        if when.day is None or when.precision is not Precision.DAY:
            return when.day.isoformat() if when.day else None, when.precision.value, when.sort_day
        found = self._days[when.day] = (when.day.isoformat(), when.precision.value, when.sort_day)
        return found

    def _instant(self, moment: dt.datetime) -> str:
        """Return what ``instant_text`` returns, in a fifth of its time."""
        if moment.tzinfo is not dt.UTC:
            moment = moment.astimezone(dt.UTC)
        day = moment.date()
        known = self._days.get(day)
        two = _TWO_DIGITS
        return (
            f"{known[0] if known else day.isoformat()}"
            f"T{two[moment.hour]}:{two[moment.minute]}:{two[moment.second]}.{moment.microsecond:06}Z"
        )


class Filling(Protocol):
    """What brings the rows of an import into the search index."""

    def take(self, batch: Batch) -> None:
        """Take the search rows of a batch whose observations are written."""

    def fill(self, connection: Connection) -> None:
        """Bring all of them into the index.

        Args:
            connection: Where they were written; inside the transaction.
        """


class Gathered:
    """Keeps which rows are to be indexed beside them, and reads them again when all are there, sorted as it is."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._count = 0
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS incoming_search (rowid INTEGER PRIMARY KEY, tags TEXT)")
        connection.execute("DELETE FROM temp.incoming_search")

    def take(self, batch: Batch) -> None:
        """Note the row ids and the names of the tags."""
        self._count += batch.size
        rows = zip(batch.search[::3], batch.search[2::3], strict=True)
        self._connection.executemany("INSERT INTO temp.incoming_search (rowid, tags) VALUES (?, ?)", rows)

    def fill(self, connection: Connection) -> None:
        """Index all that was noted, in parts after which an interruption is noticed."""
        execute = connection.execute
        is_large = self._count > _LARGE
        if is_large:
            found = execute("SELECT v FROM observation_fts_config WHERE k = 'hashsize'").fetchone()
            set_search_memory(connection, SEARCH_MEMORY)
        for _ in range(0, self._count, INDEXED_AT_ONCE):
            (last,) = execute(
                "SELECT max(rowid) FROM (SELECT rowid FROM temp.incoming_search ORDER BY rowid LIMIT ?)",
                (INDEXED_AT_ONCE,),
            ).fetchone()
            execute(
                "INSERT INTO observation_fts (rowid, text, tags) SELECT s.rowid, o.text, s.tags"
                " FROM temp.incoming_search s CROSS JOIN observation o ON o.number = (s.rowid & 4294967295)"
                " WHERE s.rowid <= ? ORDER BY s.rowid",
                (last,),
            )
            execute("DELETE FROM temp.incoming_search WHERE rowid <= ?", (last,))
        if is_large:
            set_search_memory(connection, int(found[0]) if found else 1 << 20)
        execute("DROP TABLE temp.incoming_search")


def set_search_memory(connection: Connection, size: int) -> None:
    """Say how many bytes of words the search index of a journal gathers before it writes them."""
    connection.execute("INSERT INTO observation_fts (observation_fts, rank) VALUES ('hashsize', ?)", (size,))


class Loader:
    """Writes batches of new rows; made by ``loading``."""

    def __init__(self, connection: Connection, source: str, at: dt.datetime, filling: Filling) -> None:
        self._connection = connection
        self._filling = filling
        self._now = instant_text(at)
        self._shared = [self._now, offset_of(at), source]
        self.first = 0
        """The number of the first one."""
        self.count = 0
        """How many were written."""
        self._put_away: list[str] = []
        self._uncounted = 0
        """How many were written while no trigger counted them."""
        self._has_triggers = self._has_indexes = True

    def __enter__(self) -> Loader:
        return self

    def __exit__(self, *error: object) -> None:
        """Bring back what was put away, whatever happened; where the transaction is gone, it is all there again."""
        self._connection.execute("PRAGMA ignore_check_constraints = OFF")
        if self._connection.in_transaction:
            self._bring_back()

    @property
    def last(self) -> int:
        """The number of the last one."""
        return self.first + self.count - 1

    def add(self, batch: Batch) -> None:
        """Write a batch, with its tags."""
        self._make_way(batch)
        self.first = self.first or batch.first
        self.count += batch.size
        self._insert(_OBSERVATION, self._shared, batch.observations)
        self._uncounted += 0 if self._has_triggers else batch.size
        self._connection.executemany(_NEW_TAG, [(*tag, self._now) for tag in batch.tags])
        self._insert(_LINK, [self._now], batch.links)
        self._filling.take(batch)

    def complete(self) -> None:
        """Bring back what was put away, and all that was written into the search index."""
        self._bring_back()
        self._filling.fill(self._connection)

    def _bring_back(self) -> None:
        while self._put_away:
            self._connection.execute(self._put_away.pop())
        if self._uncounted:
            self._connection.execute(_COUNT, (self._uncounted,))
            self._uncounted = 0
        self._has_triggers = self._has_indexes = True

    def _make_way(self, batch: Batch) -> None:
        """Put triggers away before a large batch, and indexes once more comes in than there was."""
        if batch.size < _LARGE:
            return
        if self._has_triggers:
            self._has_triggers = False
            # Days, precisions and grades are the values of our own enumerations; comparing them takes a third of a row.
            self._connection.execute("PRAGMA ignore_check_constraints = ON")
            self._put_away += self._dropped(
                "type = 'trigger' AND tbl_name IN ('observation', 'observation_tag')", "TRIGGER"
            )
        if self._has_indexes and self.count + batch.size >= (self.first or batch.first):
            self._has_indexes = False
            names = ", ".join(f"'{name}'" for name in _FILLED_BY_IMPORTS)
            self._put_away += self._dropped(f"type = 'index' AND name IN ({names})", "INDEX")

    def _dropped(self, which: str, kind: str) -> list[str]:
        """Drop some objects of the schema, and return the statements that make them again."""
        found = self._connection.execute(f"SELECT name, sql FROM sqlite_master WHERE {which}").fetchall()
        for name, _ in found:
            self._connection.execute(f'DROP {kind} "{name}"')
        return [sql for _, sql in found]

    def _insert(self, statement: tuple[str, str, int], shared: list[Any], values: list[Any]) -> None:
        insert_many(self._connection, *statement, shared, values)


def insert_many(
    connection: Connection, head: str, marks: str, width: int, shared: list[Any], values: list[Any]
) -> None:
    """Insert rows, some dozens to a statement.

    Args:
        connection: Where to.
        head: The beginning of the statement.
        marks: The marks of the values that all rows share, with a comma behind; empty where they share none.
        width: How many values each row has of its own.
        shared: Those that all share.
        values: Those of their own, row after row.
    """
    size = width * _ROWS_A_STATEMENT
    for start in range(0, len(values), size):
        part = values[start : start + size]
        connection.execute(_many(head, marks, width, len(shared), len(part) // width), shared + part)


def _many(head: str, shared: str, width: int, first: int, rows: int) -> str:
    """Return a statement that inserts some rows; always the same object, by which the connection knows it again."""
    key = (head, rows)
    if key not in _STATEMENTS:
        marks = (range(first + row * width + 1, first + (row + 1) * width + 1) for row in range(rows))
        _STATEMENTS[key] = head + ", ".join(f"({shared}{', '.join(f'?{n}' for n in row)})" for row in marks)
    return _STATEMENTS[key]


_STATEMENTS: dict[tuple[str, int], str] = {}


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
