"""Write many new observations at once: an import is one step of undo, and its rows leave no images of their own.

The rows are those that ``observations`` writes one by one; only the way is another. A large import goes around what
costs most a row: the triggers of the two tables are away while it writes (with ``is_bulk`` they would do nothing, but
looking takes a third of the time), indexes that it would mostly fill itself are made anew at its end, and the search
index is filled last, sorted as it is. All of this is inside the one transaction: whatever breaks off, takes it back.
Undo keeps the range of the numbers.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from pivot_journal.domain.when import Precision, When
from pivot_journal.storage.database import Connection, instant_text, offset_of
from pivot_journal.storage.observations import tag_id

IMPORTED = "import"
"""Stands for the name of a table in a change that means a range of imported observations."""

_CACHE_KIB = 131_072
"""The pages of a large import touch the whole of some indexes; with the usual 2 MB each is written many times."""
_DAY = Precision.DAY
_LARGE = 1_000
"""Entries in a batch from which on it pays to put triggers away."""
_MOST_VALUES = 8_000
_INDEXED_AT_ONCE = 20_000
"""Rows; in between, progress is told and an interruption is noticed."""
_SEARCH_MEMORY = 16 << 20
"""Bytes of words that the search index gathers before it writes them; with its usual 1 MB it merges again and again."""
_ROWS_A_STATEMENT = 50
"""One row a statement takes twice the time, and hundreds take longer to bind again."""
_FILLED_BY_IMPORTS = ("observation_by_day", "observation_by_triage", "observation_tag_by_tag")
_OBSERVATION = (
    "INSERT INTO observation (recorded_at, recorded_offset, revised_at, revised_offset, updated_at, evidence_source,"
    " source, number, id, text, observed_on, precision, sort_day, evidence, evidence_on, evidence_reference,"
    " is_starred, source_key, source_recorded_at) VALUES ",
    "?1, ?2, ?1, ?2, ?1, ?3, ?3",
    12,
)
_TAG = (
    "INSERT INTO observation_tag (updated_at, id, observation_id, tag_id, is_inline, is_added, position) VALUES ",
    "?1",
    6,
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


@contextlib.contextmanager
def loading(
    connection: Connection, source: str, at: dt.datetime, waited: Callable[[], None] | None = None
) -> Iterator[Loader]:
    """Write new observations in batches, as one step of undo that is the range of their numbers.

    Args:
        connection: Inside a transaction.
        source: The name of the file they come from.
        at: The moment that they are recorded at.
        waited: Called now and then while what was written is being indexed.
    """
    (pages,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    try:
        with bulk(connection) as group, Loader(connection, source, at) as loader:
            yield loader
            loader.index(waited)
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
        self._now = instant_text(at)
        self._tags: dict[str, tuple[str, str]] = {}
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
        self._put_away: list[str] = []
        self._has_triggers = self._has_indexes = True

    def __enter__(self) -> Loader:
        """Make the place where the search rows are gathered."""
        self._connection.execute("CREATE TEMP TABLE incoming_search (rowid INTEGER PRIMARY KEY, tags TEXT)")
        return self

    def __exit__(self, *error: object) -> None:
        """Bring back what was put away, whatever happened; where the transaction is gone, it is all there again."""
        self._connection.execute("PRAGMA ignore_check_constraints = OFF")
        if self._connection.in_transaction:
            for statement in self._put_away:
                self._connection.execute(statement)
            self._connection.execute("DROP TABLE temp.incoming_search")

    @property
    def count(self) -> int:
        """How many were written."""
        return self.last - self.first + 1

    def add(self, entries: Sequence[NewEntry]) -> None:
        """Write a batch of observations that the journal does not have, with their tags."""
        self._make_way(len(entries))
        rows: list[object] = []
        links: list[object] = []
        search: list[tuple[int, str | None]] = []
        number = self.last
        for entry in entries:
            number += 1
            id_, text, when, evidence, evidence_on, reference, starred, inline, added, key, moment = entry
            day, precision, sort_day = (
                self._days.get(when.day) if when.precision is _DAY and when.day else None
            ) or self._date(when)
            rows += (
                number, id_, text, day, precision, sort_day, evidence, evidence_on, reference, starred, key,
                moment and _instant(moment),
            )  # fmt: skip
            search.append((sort_day << 32 | number, self._add_links(links, id_, inline, added)))
        self.last = number
        self._insert(_OBSERVATION, [self._now, offset_of(self._at), self._source], rows)
        self._insert(_TAG, [self._now], links)
        self._connection.executemany("INSERT INTO temp.incoming_search (rowid, tags) VALUES (?, ?)", search)

    def index(self, waited: Callable[[], None] | None = None) -> None:
        """Bring all that was written into the search index.

        Args:
            waited: Called between two parts of a large one.
        """
        execute = self._connection.execute
        is_large = self.count > _LARGE
        if is_large:
            found = execute("SELECT v FROM observation_fts_config WHERE k = 'hashsize'").fetchone()
            self._set_search_memory(_SEARCH_MEMORY)
        for start in range(0, self.count, _INDEXED_AT_ONCE):
            if start and waited is not None:
                waited()
            (last,) = execute(
                "SELECT max(rowid) FROM (SELECT rowid FROM temp.incoming_search ORDER BY rowid LIMIT ?)",
                (_INDEXED_AT_ONCE,),
            ).fetchone()
            execute(
                "INSERT INTO observation_fts (rowid, text, tags) SELECT s.rowid, o.text, s.tags"
                " FROM temp.incoming_search s CROSS JOIN observation o ON o.number = (s.rowid & 4294967295)"
                " WHERE s.rowid <= ? ORDER BY s.rowid",
                (last,),
            )
            execute("DELETE FROM temp.incoming_search WHERE rowid <= ?", (last,))
        if is_large:
            self._set_search_memory(int(found[0]) if found else 1 << 20)

    def _set_search_memory(self, size: int) -> None:
        self._connection.execute("INSERT INTO observation_fts (observation_fts, rank) VALUES ('hashsize', ?)", (size,))

    def _make_way(self, size: int) -> None:
        """Put triggers away before a large batch, and indexes once more comes in than there was."""
        if size < _LARGE:
            return
        if self._has_triggers:
            self._has_triggers = False
            # Days, precisions and grades are the values of our own enumerations; comparing them takes a third of a row.
            self._connection.execute("PRAGMA ignore_check_constraints = ON")
            self._put_away += self._dropped(
                "type = 'trigger' AND tbl_name IN ('observation', 'observation_tag')", "TRIGGER"
            )
        if self._has_indexes and self.count + size >= self.first:
            self._has_indexes = False
            names = ", ".join(f"'{name}'" for name in _FILLED_BY_IMPORTS)
            self._put_away += self._dropped(f"type = 'index' AND name IN ({names})", "INDEX")

    def _dropped(self, which: str, kind: str) -> list[str]:
        """Drop some objects of the schema, and return the statements that make them again."""
        found = self._connection.execute(f"SELECT name, sql FROM sqlite_master WHERE {which}").fetchall()
        for name, _ in found:
            self._connection.execute(f'DROP {kind} "{name}"')
        return [sql for _, sql in found]

    def _add_links(
        self, links: list[object], observation_id: str, inline: Sequence[str], added: Sequence[str]
    ) -> str | None:
        """Add the rows that tie an observation to its tags; returns the names as the search index has them."""
        if not inline and not added:
            return None
        known, count, start = self._tags, self._links, self._link
        if inline:
            marks = dict.fromkeys(map(self._tag, inline), (1, 0))
            for name in added:
                tag = self._tag(name)
                marks[tag] = (marks[tag][0], 1) if tag in marks else (0, 1)
        else:
            marks = dict.fromkeys([known.get(name) or self._tag(name) for name in added], (0, 1))
        names = []
        for position, ((id_, name), (is_inline, is_added)) in enumerate(marks.items()):
            count += 1
            links += (f"{start}{count:09x}", observation_id, id_, is_inline, is_added, position)
            names.append(name)
        self._links = count
        return " ".join(names)

    def _tag(self, name: str) -> tuple[str, str]:
        """Return the id of a tag and its name as it was first written."""
        found = self._tags.get(name)
        if found is None:
            id_ = tag_id(self._connection, name, self._at)
            (stored,) = self._connection.execute("SELECT name FROM tag WHERE id = ?", (id_,)).fetchone()
            found = self._tags[name] = (id_, stored)
        return found

    def _date(self, when: When) -> tuple[str | None, str, int]:
        """Return the three columns of a date; a day comes up again and again, and is kept."""
        if when.day is None or when.precision is not Precision.DAY:
            return when.day.isoformat() if when.day else None, when.precision.value, when.sort_day
        found = self._days[when.day] = (when.day.isoformat(), when.precision.value, when.sort_day)
        return found

    def _insert(self, statement: tuple[str, str, int], shared: list[Any], values: list[Any]) -> None:
        """Insert rows, some dozens to a statement.

        Args:
            statement: Its beginning, the values that all rows share, and how many each has of its own.
            shared: Those that all share.
            values: Those of their own, row after row.
        """
        width = statement[2]
        size = width * _ROWS_A_STATEMENT
        for start in range(0, len(values), size):
            part = values[start : start + size]
            self._connection.execute(_many(*statement, len(shared), len(part) // width), shared + part)


def _many(head: str, shared: str, width: int, first: int, rows: int) -> str:
    """Return a statement that inserts some rows; always the same object, by which the connection knows it again."""
    key = (head, rows)
    if key not in _STATEMENTS:
        marks = (range(first + row * width + 1, first + (row + 1) * width + 1) for row in range(rows))
        _STATEMENTS[key] = head + ", ".join(f"({shared}, {', '.join(f'?{n}' for n in row)})" for row in marks)
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


def _instant(moment: dt.datetime) -> str:
    """Return what ``instant_text`` returns, in a third of its time."""
    if moment.tzinfo is not dt.UTC:
        moment = moment.astimezone(dt.UTC)
    return moment.isoformat(timespec="microseconds")[:-6] + "Z"
