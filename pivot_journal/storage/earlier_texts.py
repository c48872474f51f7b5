"""What a field of something other than an observation said before: each text once, but for the one that is current.

An edit leaves the text that it replaces by a trigger (``migrations/objects.py``); a merge leaves those of the side that
does not hold. So what is kept of two journals is the union of what both know, whichever is merged into which.
"""

from __future__ import annotations

import runpy
import uuid
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple, cast

from pivot_journal.domain.earlier_text import EarlierText
from pivot_journal.domain.text import one_line
from pivot_journal.storage.database import Connection, instant_from
from pivot_journal.storage.migrating import migrations_folder
from pivot_journal.storage.registers import DERIVED, Row, content, later, merged_row, winner

TITLES = {
    "decision": "title",
    "impact": "amount_low || coalesce('–' || amount_high, '') || ' ' || unit",
    "story": "title",
    "pitch": "audience",
    "tally": "name",
    "customer_quote": "words",
    "private_term": "term",
    "accepted_finding": "sentence",
    "saved_search": "name",
    "observation": "text",
    "profile": "''",
}
"""What a person knows a thing of each kind by."""

FIELD_BY_FIELD = ("decision", "story", "pitch")
"""The tables whose texts are merged each by itself: so what was written into one field here and into another there are
both there afterwards. In the others the fields belong together, such as the two ends of an amount."""

_KEY = ("table_name", "row_id", "field", "text")
_NOT_COMPARED = ("created_at", "order_updated_at")


class State(NamedTuple):
    """A row that differs between two journals, and when each of its texts was written: by field, here and there."""

    table: str
    mine: Row
    theirs: Row
    merged: Row
    my_moments: Mapping[str, str]
    their_moments: Mapping[str, str]


@lru_cache(maxsize=1)
def kept_fields() -> Mapping[str, tuple[str, ...]]:
    """Return the fields whose texts are kept, by their tables."""
    objects = runpy.run_path(str(migrations_folder() / "objects.py"))
    return cast("Mapping[str, tuple[str, ...]]", objects["TEXTS"])


def holding(table: str, mine: Row, theirs: Row) -> Row:
    """Return the one of two states of a row that holds, but for what goes its own way."""
    if table not in FIELD_BY_FIELD:
        return winner(mine, theirs)
    apart = {*kept_fields()[table], *_NOT_COMPARED}
    return later(mine, theirs, [name for name in mine if name not in apart])


def weighed(table: str, mine: Row, theirs: Row, my_texts: Iterable[Row] = (), their_texts: Iterable[Row] = ()) -> State:
    """Return what two states of a row come to.

    Args:
        table: One of ``kept_fields``.
        mine: The row here.
        theirs: The same of the other journal.
        my_texts: The earlier texts of the row here.
        their_texts: Those in the other journal.
    """
    moments = _moments(table, mine, my_texts), _moments(table, theirs, their_texts)
    if table not in FIELD_BY_FIELD:
        return State(table, mine, theirs, merged_row(mine, theirs), *moments)
    merged = dict(holding(table, mine, theirs))
    merged |= {name: max(mine[name], theirs[name]) for name in _NOT_COMPARED if name in merged}
    for field in kept_fields()[table]:
        sides = ((row, times[field]) for row, times in zip((mine, theirs), moments, strict=True))
        # what neither side has changed since such changes are kept goes by the row
        written = ((at, row["updated_at"] if at == row["created_at"] else "", row[field]) for row, at in sides)
        merged[field] = max(written)[2]
    return State(table, mine, theirs, merged, *moments)


def _moments(table: str, row: Row, texts: Iterable[Row]) -> dict[str, str]:
    """Return by field when its text was written: when the one before was replaced, if that is known."""
    if table not in FIELD_BY_FIELD:
        return dict.fromkeys(kept_fields()[table], str(row["updated_at"]))
    found = dict.fromkeys(kept_fields()[table], str(row["created_at"]))
    for text in texts:
        if (text["table_name"], text["row_id"]) == (table, row["id"]) and text["replaced_at"]:
            found[text["field"]] = max(found.get(text["field"], ""), text["replaced_at"])
    return found


def merged_texts(mine: Iterable[Row], theirs: Iterable[Row], states: Iterable[State]) -> dict[str, Row]:
    """Return the earlier texts of what has one id, by their own ids: those of both journals and of both states.

    Args:
        mine: The earlier texts here.
        theirs: Those of the other journal.
        states: What the two journals have of it, where they differ.
    """
    states = list(states)
    found: dict[tuple[str, ...], Row] = {}
    for row in (*mine, *theirs, *(text for state in states for text in _texts_of(state))):
        key = _key(row)
        found[key] = max(found.get(key, row), row, key=_latest)
    for state in states:
        table, merged = state.table, state.merged
        for field in kept_fields()[table]:
            found.pop((table, merged["id"], field, merged[field]), None)
        if table == "observation" and not merged["text"]:  # it was erased for good
            found = {key: row for key, row in found.items() if key[:2] != (table, merged["id"])}
    return {row["id"]: row for row in found.values()}


def fields_lost(state: State, lost: Row, known: Iterable[Row]) -> int:
    """Return how many texts of one side do not hold and were never those of the other side.

    Args:
        state: Both sides.
        lost: The one side.
        known: The earlier texts of the other.
    """
    keys = {_key(row) for row in known}
    values = ((field, lost[field]) for field in kept_fields()[state.table])
    return sum(
        bool(text) and text != state.merged[field] and (state.table, lost["id"], field, text) not in keys
        for field, text in values
    )


def _key(row: Row) -> tuple[str, ...]:
    return tuple(row[name] for name in _KEY)


def _latest(row: Row) -> tuple[str, str, str]:
    replaced = row["replaced_at"] or ""
    return max(row["written_at"], replaced), replaced, row["id"]


def _texts_of(state: State) -> Iterable[Row]:
    for row, moments in ((state.mine, state.my_moments), (state.theirs, state.their_moments)):
        for field in kept_fields()[state.table]:
            if row[field] not in (None, state.merged[field]):
                text = {"table_name": state.table, "row_id": row["id"], "field": field, "text": row[field]}
                id_ = str(uuid.uuid5(DERIVED, content(text)))
                yield {"id": id_, **text, "written_at": moments[field], "replaced_at": None}


def title_of(connection: Connection, table: str, id_: str) -> str:
    """Return what a person knows a thing by, on one line; empty for what is not there or has no name."""
    if table not in TITLES:
        return ""
    row = connection.execute(f"SELECT {TITLES[table]} FROM main.{table} WHERE id = ?", (id_,)).fetchone()
    return one_line(str(row[0])) if row else ""


def earlier_texts(connection: Connection, thing_id: str | None = None) -> list[EarlierText]:
    """Return every earlier text, or those of one thing, the one that was current last first."""
    where, values = ("", ()) if thing_id is None else ("AND row_id = ?", (thing_id,))
    rows = connection.execute(
        f"SELECT table_name, row_id, field, text, written_at, replaced_at FROM earlier_text WHERE text <> '' {where}"
        " ORDER BY coalesce(replaced_at, written_at) DESC, table_name, row_id, rowid",
        values,
    ).fetchall()
    titles = {key: title_of(connection, *key) for key in dict.fromkeys((row[0], row[1]) for row in rows)}
    return [
        EarlierText(
            table=table,
            thing_id=id_,
            title=titles[table, id_],
            field=field,
            text=text,
            written_at=instant_from(written),
            replaced_at=instant_from(replaced) if replaced else None,
        )
        for table, id_, field, text, written, replaced in rows
    ]
