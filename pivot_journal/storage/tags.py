"""Tags as such: how often each is used, and how one takes the place of another. On the quick path."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import uuid
from collections.abc import Iterator, Sequence

from pivot_journal.domain.text import inline_tags, tag_key
from pivot_journal.storage.database import Connection, instant_text

_USED = (
    "FROM tag t JOIN observation_tag ot ON ot.tag_id = t.id JOIN observation o ON o.id = ot.observation_id"
    " WHERE ot.deleted_at IS NULL AND o.deleted_at IS NULL"
)


def counts(connection: Connection) -> list[tuple[str, int]]:
    """Return (name, number of observations) of every tag in use, the most used first; the trash does not count."""
    return connection.execute(f"SELECT t.name, count(*) AS n {_USED} GROUP BY t.id ORDER BY n DESC, t.key").fetchall()


def names(connection: Connection) -> list[str]:
    """Return every tag that an observation carries, in the trash or not, in order; grows with the tags alone."""
    return [
        name
        for (name,) in connection.execute(
            "SELECT t.name FROM tag t WHERE EXISTS"
            " (SELECT 1 FROM observation_tag ot WHERE ot.tag_id = t.id AND ot.deleted_at IS NULL) ORDER BY t.key"
        )
    ]


def find(connection: Connection, name: str) -> tuple[str, str] | None:
    """Return (id, name) of a tag that an observation carries, in the trash or not; None where none does."""
    found: tuple[str, str] | None = connection.execute(
        "SELECT t.id, t.name FROM tag t WHERE t.key = ? AND EXISTS"
        " (SELECT 1 FROM observation_tag ot WHERE ot.tag_id = t.id AND ot.deleted_at IS NULL)",
        (tag_key(name),),
    ).fetchone()
    return found


def is_known(connection: Connection, name: str) -> bool:
    """Whether there is a row of that tag, though nothing may carry it any more."""
    return connection.execute("SELECT 1 FROM tag WHERE key = ?", (tag_key(name),)).fetchone() is not None


def used(connection: Connection, tag_id: str) -> int:
    """Return how many observations out of the trash carry a tag."""
    return int(connection.execute(f"SELECT count(*) {_USED} AND t.id = ?", (tag_id,)).fetchone()[0])


def used_by_one(connection: Connection, tag_id: str) -> bool:
    """Whether at most one observation out of the trash carries a tag."""
    return len(connection.execute(f"SELECT 1 {_USED} AND t.id = ? LIMIT 2", (tag_id,)).fetchall()) < 2


def rename(connection: Connection, tag_id: str, name: str, at: dt.datetime) -> None:
    """Give a tag a name that no other has; every observation that carries it carries it under that name.

    Where the old name is typed in a text, the tag stands beside the text from now on: so it outlives an edit.
    """
    now = instant_text(at)
    is_other = connection.execute("SELECT key FROM tag WHERE id = ?", (tag_id,)).fetchone()[0] != tag_key(name)
    if is_other:
        connection.execute(
            "UPDATE observation_tag SET is_inline = 0, is_added = 1, updated_at = ?"
            " WHERE tag_id = ? AND is_inline AND deleted_at IS NULL",
            (now, tag_id),
        )
    connection.execute(
        "UPDATE tag SET name = ?, key = ?, updated_at = ? WHERE id = ?", (name, tag_key(name), now, tag_id)
    )
    ids = [row[0] for row in _carriers(connection, [tag_id])]
    touch(connection, ids, now)


def merge(connection: Connection, sources: Sequence[str], into: str, at: dt.datetime) -> None:
    """Let one tag take the place of others, which nothing carries afterwards.

    Args:
        connection: Inside a transaction.
        sources: The ids of the tags that go.
        into: The id of the tag that stays.
        at: The moment.
    """
    now = instant_text(at)
    ids = [row[0] for row in _carriers(connection, sources)]
    with reindexed(connection, ids):
        for source in sources:
            links = connection.execute(
                "SELECT id, observation_id, position FROM observation_tag WHERE tag_id = ? AND deleted_at IS NULL",
                (source,),
            ).fetchall()
            for link, observation_id, position in links:
                connection.execute(
                    "INSERT INTO observation_tag (id, observation_id, tag_id, is_added, position, updated_at)"
                    " VALUES (?, ?, ?, 1, ?, ?) ON CONFLICT (observation_id, tag_id)"
                    " DO UPDATE SET is_added = 1, deleted_at = NULL, updated_at = excluded.updated_at",
                    (str(uuid.uuid4()), observation_id, into, position, now),
                )
                connection.execute(
                    "UPDATE observation_tag SET deleted_at = ?, updated_at = ?, is_inline = 0, is_added = 0"
                    " WHERE id = ?",
                    (now, now, link),
                )
            connection.execute("UPDATE tag SET deleted_at = ?, updated_at = ? WHERE id = ?", (now, now, source))
        touch(connection, ids, now)


@contextlib.contextmanager
def reindexed(connection: Connection, ids: Sequence[str]) -> Iterator[None]:
    """Take observations out of the search index while this holds, and put them in again afterwards.

    Once for all of them: the triggers would index each one twice for every tag that is linked or taken out.
    """
    affected = "FROM observation_search WHERE observation_id IN (SELECT value FROM json_each(?)) ORDER BY rowid"
    given = json.dumps(ids)
    with _unindexed(connection):
        connection.execute(
            "INSERT INTO observation_fts (observation_fts, rowid, text, tags)"
            f" SELECT 'delete', rowid, text, tags {affected}",
            (given,),
        )
        yield
        connection.execute(
            f"INSERT INTO observation_fts (rowid, text, tags) SELECT rowid, text, tags {affected}", (given,)
        )


@contextlib.contextmanager
def _unindexed(connection: Connection) -> Iterator[None]:
    """Let the triggers not index while this holds; what undo needs they keep."""
    connection.execute("UPDATE control SET is_bulk = 1")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("UPDATE control SET is_bulk = 0")


def still_typed(connection: Connection, tag_id: str, names: Sequence[str]) -> int:
    """Return in how many texts of those that carry a tag one of other names is still typed as a tag."""
    keys = {tag_key(name) for name in names}
    return sum(
        any(tag_key(name) in keys for name in inline_tags(text))
        for _, text, is_trashed in _carriers(connection, [tag_id])
        if not is_trashed and "#" in text
    )


def _carriers(connection: Connection, tag_ids: Sequence[str]) -> list[tuple[str, str, bool]]:
    """Return (id, text, whether in the trash) of the observations that carry one of some tags."""
    marks = ", ".join("?" * len(tag_ids))
    return connection.execute(
        "SELECT id, text, deleted_at IS NOT NULL FROM observation WHERE id IN"
        f" (SELECT observation_id FROM observation_tag WHERE deleted_at IS NULL AND tag_id IN ({marks}))",
        tuple(tag_ids),
    ).fetchall()


def touch(connection: Connection, ids: Sequence[str], now: str) -> None:
    """Let an editor that started before this notice it by the observation's own moment."""
    connection.execute(
        "UPDATE observation SET updated_at = ? WHERE id IN (SELECT value FROM json_each(?))", (now, json.dumps(ids))
    )
