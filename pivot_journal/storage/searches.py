"""The saved searches on the plain DB-API; their ids follow from their names."""

from __future__ import annotations

import datetime as dt

from pivot_journal.domain.saved_search import SavedSearch, id_of_search, search_key
from pivot_journal.storage.database import Connection, instant_text


def searches(connection: Connection) -> list[SavedSearch]:
    """Return every saved search that is not in the trash, by name."""
    rows = connection.execute("SELECT id, name, query FROM saved_search WHERE deleted_at IS NULL ORDER BY key")
    return [SavedSearch(id=id_, name=name, query=query) for id_, name, query in rows.fetchall()]


def put(connection: Connection, name: str, query: str, at: dt.datetime) -> str:
    """Write a search under its name, whatever stood there, and return its id."""
    id_, now = id_of_search(name), instant_text(at)
    connection.execute(
        "INSERT INTO saved_search (id, name, key, query, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query,"
        " updated_at = excluded.updated_at, deleted_at = NULL",
        (id_, name, search_key(name), query, now, now),
    )
    return id_


def trash(connection: Connection, id_: str, at: dt.datetime) -> None:
    """Put a search into the trash."""
    now = instant_text(at)
    connection.execute("UPDATE saved_search SET deleted_at = ?, updated_at = ? WHERE id = ?", (now, now, id_))
