"""The decision that somebody made, what it took for granted, and the operational reality that it met."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import clean_fields
from pivot_journal.domain.when import UNKNOWN_DAY, When


class AssumptionKind(StrEnum):
    """What an assumption was about; the fifth asks whether it can be run every day."""

    VALUE = "value"
    USABILITY = "usability"
    FEASIBILITY = "feasibility"
    VIABILITY = "viability"
    OPERABILITY = "operability"


class DecisionStatus(StrEnum):
    """Where a decision stands."""

    PLANNED = "planned"
    LAUNCHED = "launched"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class WorryOutcome(StrEnum):
    """What became of a worry once the launch had passed; the misses are kept too."""

    CAME_TRUE = "came_true"
    PARTLY = "partly"
    DID_NOT = "did_not"


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchChange:
    """A launch date that a decision had until it was changed."""

    launched_on: When
    changed_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody chose, with their reasons; the title is all that is required.

    Nothing here names a person: ``decision_maker`` is a role.
    """

    id: str
    title: str
    assumption: str = ""
    assumption_kind: AssumptionKind | None = None
    operational_reality: str = ""
    alternative: str = ""
    trade_off: str = ""
    """What the alternative would have cost, and whom."""
    decided_on: When = UNKNOWN_DAY
    launched_on: When = UNKNOWN_DAY
    """May be in the future."""
    decision_maker: str = ""
    expected_outcome: str = ""
    actual_outcome: str = ""
    fair_view: str = ""
    """Why it was reasonable with what was known then."""
    status: DecisionStatus | None = None
    worry_outcome: WorryOutcome | None = None
    launch_changes: tuple[LaunchChange, ...] = ()
    """The launch dates it had before, oldest first."""
    updated_at: dt.datetime | None = None
    """When it was last stored; None while it has not been."""

    def __post_init__(self) -> None:
        clean_fields(self)
        if not self.title.strip():
            raise ValueRefused("A decision needs a title: what was decided, in a few words.")

    def is_due(self, today: dt.date) -> bool:
        """Whether its launch lies in the past, as far as that is sure."""
        return self.launched_on.last_day is not None and self.launched_on.last_day < today

    def is_ahead(self, today: dt.date | None) -> bool:
        """Whether its launch may still be to come: on or before its last possible day it is not known to have been.

        Without two days to compare, only its status can say so.
        """
        if today is not None and self.launched_on.last_day is not None:
            return self.launched_on.last_day > today
        return self.status is DecisionStatus.PLANNED

    @property
    def assumption_key(self) -> str:
        """What makes two wordings the same assumption: without case, punctuation and an opening 'that'."""
        return re.sub(r"\W+", " ", self.assumption.casefold()).strip().removeprefix("that ")
