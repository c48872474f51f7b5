"""One dated thing that was seen, its two clocks and how good a witness it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from pivot_journal.domain.text import clean_fields
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When

FRESH_DAYS = 7
"""Something written down at most so many days after it happened counts as written here, not as remembered."""


class Triage(StrEnum):
    """What an observation turned out to be; the value is what the database and JSON hold."""

    UNTRIAGED = "untriaged"
    FAILURE = "failure"
    WORRY = "worry"
    OPPORTUNITY = "opportunity"
    NOT_PRODUCT = "not_product"


class Evidence(StrEnum):
    """How good a witness an observation is."""

    WRITTEN_HERE = "written_here"
    DATED_ELSEWHERE = "dated_elsewhere"
    FROM_MEMORY = "from_memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Where an observation was dated before it came here: a ticket, a mail, a note."""

    source: str = ""
    dated_on: dt.date | None = None
    reference: str = ""

    def __post_init__(self) -> None:
        clean_fields(self)

    def __str__(self) -> str:
        """Name the source as far as it is known: 'ticket system, ticket 4471'."""
        return ", ".join(part for part in (self.source, self.reference) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A text that an observation had, and when it was written."""

    text: str
    written_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One dated thing that was seen; facts, no interpretation."""

    number: int
    """The short number to type; local to this journal."""
    id: str
    """The UUID by which two journals know that they mean the same observation."""
    text: str
    observed_on: When = UNKNOWN_DAY
    """The day it happened, as exactly as it is known; can be changed."""
    recorded_at: dt.datetime
    """The moment it was first written here, with the local offset of that moment; never changed."""
    revised_at: dt.datetime
    """The moment its present wording was written; the same as ``recorded_at`` until the text or day changes."""
    updated_at: dt.datetime
    evidence: Evidence = Evidence.WRITTEN_HERE
    reference: Reference = Reference()
    tags: tuple[str, ...] = ()
    starred: bool = False
    triage: Triage = Triage.UNTRIAGED
    decision_id: str | None = None
    decision: str | None = None
    """The title of its decision."""
    is_trashed: bool = False
    earlier: tuple[Wording, ...] = ()
    """Its earlier wordings, oldest first; filled only where they were asked for."""
    day_ends_at: int = 0
    """The hour at which its writer's day turns over: a note of the small hours belongs to the day before."""

    def day_of(self, moment: dt.datetime) -> dt.date:
        """Return the local day on which something was written: the one that its writer had, as for 'today'."""
        return (moment - dt.timedelta(hours=self.day_ends_at)).date()

    @property
    def written_on(self) -> dt.date:
        """The day on which it was first written here."""
        return self.day_of(self.recorded_at)

    @property
    def worded_on(self) -> dt.date:
        """The day on which its present wording was written."""
        return self.day_of(self.revised_at)

    @property
    def on_record_from(self) -> dt.date | None:
        """The day of its ticket, mail or note; None without one that is named.

        Never later than the day on which it was written here: what is still to come is no record.
        """
        dated = self.reference.dated_on
        return min(dated, self.written_on) if dated is not None and str(self.reference) else None


def evidence_of(observed_on: When, today: dt.date) -> Evidence:
    """Return the grade that something typed today starts with: remembered, unless it is only some days old."""
    is_fresh = (
        observed_on.precision is Precision.DAY
        and observed_on.day is not None
        and (today - observed_on.day).days <= FRESH_DAYS
    )
    return Evidence.WRITTEN_HERE if is_fresh else Evidence.FROM_MEMORY
