"""Counts of what is in a journal. On the quick path; the trash never counts."""

from __future__ import annotations

import datetime as dt

from pivot_journal.storage.database import Connection
from pivot_journal.storage.quick import WRITTEN_ON

COUNTED = "SELECT count(*), count(*) FILTER (WHERE triage = 'untriaged') FROM main.observation WHERE deleted_at IS NULL"
"""Counts anew what ``quick.note_counts`` reads; unlike that, it takes the longer the more there are."""


def keep_counts(connection: Connection) -> None:
    """Let the database keep what is counted now; inside a transaction."""
    connection.execute(f"UPDATE control SET (observation_count, untriaged_count) = ({COUNTED})")


def by_column(connection: Connection, column: str) -> dict[str, int]:
    """Return how many observations have each value of 'triage' or 'evidence'."""
    return dict(
        connection.execute(f"SELECT {column}, count(*) FROM observation WHERE deleted_at IS NULL GROUP BY 1").fetchall()
    )


def by_month(connection: Connection) -> dict[str, int]:
    """Return how many observations happened in each month, '2024-03', in order.

    What is known only to a quarter, season or year stands under its year, '2024'; what has no date is left out.
    """
    return dict(
        connection.execute(
            "SELECT substr(observed_on, 1, CASE WHEN precision IN ('day', 'month') THEN 7 ELSE 4 END), count(*)"
            " FROM observation WHERE deleted_at IS NULL AND observed_on IS NOT NULL GROUP BY 1 ORDER BY 1"
        ).fetchall()
    )


def days_written(connection: Connection) -> list[dt.date]:
    """Return every local day on which an observation was written down here, oldest first."""
    rows = connection.execute(
        f"SELECT DISTINCT {WRITTEN_ON} FROM observation WHERE deleted_at IS NULL AND source IS NULL ORDER BY 1"
    )
    return [dt.date.fromisoformat(day) for (day,) in rows]


def totals(connection: Connection) -> dict[str, int]:
    """Return how many there are of each other thing, by its name."""
    execute = connection.execute
    counts = {
        name: int(execute(f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL{also}").fetchone()[0])
        for name, table, also in (
            ("notes", "observation", ""),
            ("starred", "observation", " AND is_starred"),
            ("with_decision", "observation", " AND decision_id IS NOT NULL"),
            ("undated", "observation", " AND observed_on IS NULL"),
            ("decisions", "decision", ""),
            ("impacts", "impact", ""),
            ("stories", "story", ""),
            ("pitches", "pitch", ""),
            ("tallies", "tally", ""),
        )
    }
    counts["in_trash"] = int(execute("SELECT count(*) FROM observation WHERE deleted_at IS NOT NULL").fetchone()[0])
    return counts


def first_and_last(connection: Connection) -> list[tuple[str, str]]:
    """Return (first day of what is meant, precision) of the oldest and of the newest dated observation; [] for none."""
    of_one = (
        "SELECT observed_on, precision FROM observation WHERE deleted_at IS NULL AND observed_on IS NOT NULL"
        " ORDER BY sort_day {0}, number {0} LIMIT 1"
    )
    found = [connection.execute(of_one.format(order)).fetchone() for order in ("ASC", "DESC")]
    return [row for row in found if row is not None]
