"""What is in a journal, in counts: facts only. On the quick path."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pivot_journal.domain.observation import Evidence, Triage
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When
from pivot_journal.storage import counting, tags
from pivot_journal.storage.database import Database, errors_explained

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """The counts of one journal; what is in the trash is only in ``totals['in_trash']``."""

    totals: Mapping[str, int]
    """How many notes, starred, with_decision, undated, decisions, impacts, stories, pitches, tallies, in_trash."""
    triage: Mapping[Triage, int]
    evidence: Mapping[Evidence, int]
    months: Mapping[str, int]
    """By '2024-03', or '2024' for what is known less exactly; in order."""
    tags: Mapping[str, int]
    """The most used first."""
    first_on: When
    """When the oldest dated note is of, as exact as it is known."""
    last_on: When
    days_written: int
    """Days on which something was written down here; what was imported does not count."""
    streak: int
    """Days in a row on which something was, up to today or yesterday."""
    longest_streak: int

    @property
    def years(self) -> dict[str, int]:
        """The months by their years."""
        years: dict[str, int] = {}
        for month, count in self.months.items():
            years[month[:4]] = years.get(month[:4], 0) + count
        return years


def statistics_of(database: Database, today: dt.date) -> Statistics:
    """Count what stands in a journal now."""
    connection = database.connection
    with errors_explained(database.path):
        triage = counting.by_column(connection, "triage")
        evidence = counting.by_column(connection, "evidence")
        days = counting.days_written(connection)
        ends = counting.first_and_last(connection)
        first, last = ends or ((None, Precision.UNKNOWN.value),) * 2
        return Statistics(
            totals=counting.totals(connection),
            triage={kind: triage.get(kind.value, 0) for kind in Triage},
            evidence={grade: evidence.get(grade.value, 0) for grade in Evidence},
            months=counting.by_month(connection),
            tags=dict(tags.counts(connection)),
            first_on=_when(*first),
            last_on=_when(*last),
            days_written=len(days),
            streak=streaks(days, today)[0],
            longest_streak=streaks(days, today)[1],
        )


def _when(day: str | None, precision: str) -> When:
    return When(dt.date.fromisoformat(day), Precision(precision)) if day else UNKNOWN_DAY


def streaks(days: Sequence[dt.date], today: dt.date) -> tuple[int, int]:
    """Return how many days in a row there are up to today or yesterday, and the most there ever were.

    Args:
        days: In order, each once.
        today: The local day; it may still be written on.
    """
    longest = run = 1 if days else 0
    for before, day in pairwise(days):
        run = run + 1 if (day - before).days == 1 else 1
        longest = max(longest, run)
    is_running = bool(days) and 0 <= (today - days[-1]).days <= 1
    return (run if is_running else 0), longest
