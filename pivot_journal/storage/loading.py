"""Make a new journal from the rows of an export, each looked at before it goes in."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from sqlite_utils import Database as UtilsDatabase

from pivot_journal.domain.errors import InputRefused, JournalUnusable, ValueRefused
from pivot_journal.domain.saved_search import id_of_search, search_key
from pivot_journal.domain.tally import tally_key
from pivot_journal.domain.terms import id_of_term
from pivot_journal.domain.text import one_line, tag_key
from pivot_journal.domain.when import Precision, When
from pivot_journal.storage.database import Connection
from pivot_journal.storage.dumping import ORDERS, Row, columns, index_all
from pivot_journal.storage.intake import bulk
from pivot_journal.storage.marks import APPLICATION_ID, SCHEMA
from pivot_journal.storage.migrating import load_migrations

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z\Z", re.ASCII)
_AMOUNT = re.compile(r"\d{1,40}(\.\d{1,100})?\Z", re.ASCII)
_DAYS = {"observed_on", "decided_on", "launched_on", "evidence_on", "over_from", "over_to"}
_AMOUNTS = {"amount_low", "amount_high", "out_of", "working_count", "working_rate"}
_PRECISIONS = frozenset(precision.value for precision in Precision)
_WORKED_OUT = {
    "observation": ("number", "observed_on", "precision", "sort_day"),
    "tag": ("name", "key"),
    "tally": ("name", "key"),
    "private_term": ("id", "term"),
    "saved_search": ("id", "name", "key"),
}
"""The columns of which some follow from others."""
_Check = Callable[[str, Any], None]
_MOST_MINUTES = 24 * 60
_LONGEST_ID = 200


def load(path: Path, schema: int, rows: Iterable[tuple[int, str, Row]], current_pitch: str | None) -> None:
    """Make a new journal of a given age that holds these rows.

    Args:
        path: Where; an empty file lies there, or none.
        schema: The number of steps that its tables have gone through.
        rows: Each after its line in the file it comes from and the name of its table.
        current_pitch: Which pitch is shown.

    Raises:
        InputRefused: A row cannot be one; the message names the line.
        JournalUnusable: There is no room for it.
    """
    steps = load_migrations()
    connection = sqlite3.connect(path, isolation_level=None, factory=Connection)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("BEGIN")
        names = [step.name for step in steps.pending(UtilsDatabase(connection))]
        if schema > len(names) or schema > SCHEMA:
            raise InputRefused(
                f"It was exported by a later version of Pivot Journal (schema {schema}; this one knows {SCHEMA}). "
                "Install the newer version to import it."
            )
        steps.apply(UtilsDatabase(connection), stop_before=names[schema] if schema < len(names) else None)
        with bulk(connection):
            _insert(connection, rows)
        connection.execute("UPDATE control SET current_pitch_id = ?", (current_pitch,))
        index_all(connection)
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise InputRefused(
                f"{len(broken):,} rows of it belong to something that is not in the file, "
                f"such as one of {broken[0][0]} to {broken[0][2]}."
            )
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {schema}")
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        raise JournalUnusable(
            f"The file cannot be taken in beside the journal: {error}. Nothing was changed."
        ) from error
    finally:
        connection.close()


def _insert(connection: sqlite3.Connection, rows: Iterable[tuple[int, str, Row]]) -> None:
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    statements: dict[tuple[str, ...], tuple[str, list[tuple[str, _Check]]]] = {}
    for line, table, row in rows:
        try:
            key = (table, *row)
            if key not in statements:
                if table not in ORDERS or table not in present:
                    raise ValueError(f"there is no table “{one_line(table)[:40]}”")
                statements[key] = _statement(table, row, columns(connection, table))
            statement, checks = statements[key]
            for name, check in checks:
                value = row[name]
                if value is not None:
                    check(name, value)
            _work_out(table, row, has_derived_ids="saved_search" in present)
            connection.execute(statement, tuple(row.values()))
        except (ValueError, ValueRefused) as error:
            raise InputRefused(f"Line {line}: {str(error).removesuffix('.')}.") from None
        except sqlite3.IntegrityError as error:
            raise InputRefused(f"Line {line}: {_refusal(str(error))}.") from None


def _statement(table: str, row: Row, known: Sequence[str]) -> tuple[str, list[tuple[str, _Check]]]:
    """Return what inserts such a row, and which of its values have to be looked at before.

    Raises:
        ValueError: It has something that the table has not, or not what others are worked out from.
    """
    for name in row:
        if name not in known:
            raise ValueError(f"{table} has no “{one_line(name)[:40]}”")
    for name in _WORKED_OUT.get(table, ()):
        if name not in row:
            raise ValueError(f"{name} is missing")
    insert = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    return insert, [(name, check) for name in row if (check := _check_of(name)) is not None]


def _check_of(name: str) -> _Check | None:
    if name == "day_ends_at":
        return _accept_hour
    if name == "number":
        return _accept_number
    if name in _DAYS:
        return _accept_day
    if name in _AMOUNTS:
        return _accept_amount
    if name == "id" or name.endswith("_id"):
        return _accept_id
    return next((check for ending, check in _BY_ENDING.items() if name.endswith(ending)), None)


def _accept_hour(name: str, value: Any) -> None:
    if type(value) is not int or not 0 <= value < 24:
        raise ValueError(f"{name} is not an hour")


def _accept_number(name: str, value: Any) -> None:
    if type(value) is not int or not 0 < value < 1 << 31:
        raise ValueError(f"{name} is not one from 1 up")


def _accept_moment(name: str, value: Any) -> None:
    if type(value) is not str or not _INSTANT.match(value):
        raise ValueError(f"{name} is not a moment such as 2024-02-06T18:04:11.000000Z")
    dt.datetime.fromisoformat(value)


def _accept_day(name: str, value: Any) -> None:
    if type(value) is not str or dt.date.fromisoformat(value).isoformat() != value:
        raise ValueError(f"{name} is not a day such as 2024-02-06")


def _accept_amount(name: str, value: Any) -> None:
    if type(value) is not str or not _AMOUNT.match(value):
        raise ValueError(f"{name} is not an amount such as 118 or 3.5")


def _accept_minutes(name: str, value: Any) -> None:
    if type(value) is not int or abs(value) > _MOST_MINUTES:
        raise ValueError(f"{name} is not a number of minutes")


def _accept_id(name: str, value: Any) -> None:
    if type(value) is not str or not value or len(value) > _LONGEST_ID or one_line(value) != value:
        raise ValueError(f"{name} is not an id")


_BY_ENDING: dict[str, _Check] = {"_at": _accept_moment, "_offset": _accept_minutes}


def _work_out(table: str, row: Row, *, has_derived_ids: bool) -> None:
    """Work out anew what follows from the rest of a row.

    Args:
        table: Its table.
        row: The row, which is changed.
        has_derived_ids: Whether the schema is one in which the id of a private term follows from its words.

    Raises:
        ValueError: It cannot be.
    """
    if table == "observation":
        day, precision = row["observed_on"], row["precision"]
        if precision not in _PRECISIONS:
            raise ValueError("precision is none of those there are")
        row["sort_day"] = When(dt.date.fromisoformat(day) if day else None, Precision(precision)).sort_day
    elif table in {"tag", "tally"} and type(row["name"]) is str:
        row["key"] = (tag_key if table == "tag" else tally_key)(row["name"])
    elif table == "private_term" and has_derived_ids and type(row["term"]) is str:
        row["id"] = id_of_term(row["term"])
    elif table == "saved_search" and type(row["name"]) is str:
        row["id"], row["key"] = id_of_search(row["name"]), search_key(row["name"])


def _refusal(said: str) -> str:
    kind, _, where = said.partition(" constraint failed: ")
    if kind == "UNIQUE":
        return f"the same {where.split('.')[-1]} stands there twice ({where})"
    if kind == "NOT NULL":
        return f"{where} is missing"
    if kind == "CHECK":
        return f"a value is none of those there are ({where.split(' IN ')[0]})"
    return said
