"""The chain from a note to a sayable pitch: what a decision rests on, and the one thing worth adding next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pivot_journal.domain.decision import Decision, WorryOutcome
from pivot_journal.domain.impact import Basis, Impact
from pivot_journal.domain.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """The observations of one decision in figures; the trash does not count."""

    notes: int = 0
    failures: int = 0
    worries: int = 0
    opportunities: int = 0
    first_written_on: dt.date | None = None
    """The earliest local day on which one was written here."""
    first_dated_on: dt.date | None = None
    """The earliest day on a ticket, mail or note, where that is named."""

    def is_before(self, launched_on: When) -> bool:
        """Whether something was on record before a launch; the same day is not before, and memory does not count."""
        days = [day for day in (self.first_written_on, self.first_dated_on) if day is not None]
        return launched_on.day is not None and any(day < launched_on.day for day in days)


NO_BACKING = Backing()
"""A decision without observations."""


class Step(StrEnum):
    """What can be worth adding to a decision, in the order in which it is asked for."""

    OUTCOME = "outcome"
    ASSUMPTION = "assumption"
    OBSERVATION = "observation"
    IMPACT = "impact"
    ALTERNATIVE = "alternative"
    TRADE_OFF = "trade_off"
    LAUNCHED_ON = "launched_on"
    WORKING = "working"
    BACKED_BY = "backed_by"
    OPERATIONAL_REALITY = "operational_reality"
    FAIR_VIEW = "fair_view"
    STORY = "story"


def outcome_is_due(decision: Decision, backing: Backing, today: dt.date) -> bool:
    """Whether a worry was noted, its launch has passed, and nobody has said yet what became of it."""
    return backing.worries > 0 and decision.worry_outcome is None and decision.is_due(today)


def next_step(
    decision: Decision, impacts: Sequence[Impact], backing: Backing, today: dt.date, *, has_story: bool
) -> Step | None:
    """Return the one thing worth adding next: four fields and one observation first, then what makes them believed.

    Args:
        decision: As it is stored.
        impacts: Its amounts.
        backing: Its observations.
        today: The local day.
        has_story: Whether a story tells it.

    Returns:
        None where nothing is missing that a listener would ask for.
    """
    is_wrong_worry = decision.worry_outcome is WorryOutcome.DID_NOT
    wanted = (
        (Step.OUTCOME, outcome_is_due(decision, backing, today)),
        (Step.ASSUMPTION, not decision.assumption.strip()),
        (Step.OBSERVATION, not backing.notes),
        # Nothing has happened yet, or the worry did not come true: there is no size to ask for.
        (Step.IMPACT, not impacts and not is_wrong_worry and not decision.is_ahead(today)),
        (Step.ALTERNATIVE, not decision.alternative.strip() and not is_wrong_worry),
        (Step.TRADE_OFF, bool(decision.alternative.strip()) and not decision.trade_off.strip()),
        (Step.LAUNCHED_ON, decision.launched_on.day is None),
        (Step.WORKING, any(_wants_working(impact) for impact in impacts)),
        (Step.BACKED_BY, any(impact.basis is Basis.MEASURED and not impact.observation_ids for impact in impacts)),
        (Step.OPERATIONAL_REALITY, not decision.operational_reality.strip() and not decision.is_ahead(today)),
        (Step.FAIR_VIEW, not decision.fair_view.strip()),
        (Step.STORY, not has_story),
    )
    return next((step for step, is_wanted in wanted if is_wanted), None)


def _wants_working(impact: Impact) -> bool:
    return impact.basis is not Basis.REPORTED and not impact.working.strip() and impact.working_count is None
