"""Whether something was known before the launch, and on whose word."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from pivot_journal.domain.decision import Decision
from pivot_journal.domain.observation import Evidence, Observation
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When, lead_time


class Foresight(StrEnum):
    """What may be claimed of one observation and one launch."""

    NOTED_BEFORE = "noted_before"
    """Its present wording stood before the launch."""
    REWORDED_AFTER = "reworded_after"
    """It was written before the launch and reworded after; only the earlier wording counts."""
    FROM_MEMORY = "from_memory"
    """Remembered: no foresight may be claimed, whatever day is remembered."""
    AFTER = "after"
    """Written on the day of the launch or later."""
    UNKNOWN = "unknown"
    """No launch date, so nothing to compare with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForesightClaim:
    """What may be claimed, and the record that allows it."""

    foresight: Foresight
    noted_on: When = UNKNOWN_DAY
    lead: str = ""
    """'63 days', 'about two months'; empty where no foresight may be claimed."""
    wording: str = ""
    """The text that stood before the launch; of what was dated elsewhere, as it first came here."""
    source: str = ""
    """Where it was dated, when that was not here."""

    @property
    def may_be_claimed(self) -> bool:
        """Whether a pitch may say that it was noted before the launch."""
        return self.foresight in {Foresight.NOTED_BEFORE, Foresight.REWORDED_AFTER}


def foresight_of(observation: Observation, launched_on: When) -> ForesightClaim:
    """Return what may be claimed of an observation (with its earlier wordings) about a launch.

    Days are local days at the time of writing; the same day is not before. A day merely *remembered* or typed in
    later proves nothing: for what was written here the moment of writing counts, for what was dated elsewhere the
    day of that ticket, mail or note, with its source named. What was reworded after the launch counts as it was.
    """
    if launched_on.day is None:
        return ForesightClaim(foresight=Foresight.UNKNOWN)
    if observation.evidence is Evidence.FROM_MEMORY:
        return ForesightClaim(foresight=Foresight.FROM_MEMORY)
    if observation.evidence is Evidence.DATED_ELSEWHERE:
        on_record_from = observation.on_record_from
        if on_record_from is None:
            return ForesightClaim(foresight=Foresight.AFTER)
        text = observation.text
        if observation.earlier and observation.worded_on >= launched_on.day:
            text = observation.earlier[0].text
        return _claim(observation, launched_on, on_record_from, text, str(observation.reference))
    wordings = [(observation.day_of(earlier.written_at), earlier.text) for earlier in observation.earlier]
    wordings.append((observation.worded_on, observation.text))
    before = [(day, text) for day, text in wordings if day < launched_on.day]
    if not before:
        return ForesightClaim(foresight=Foresight.AFTER)
    return _claim(observation, launched_on, *before[-1])


def launch_noted_by(observation: Observation, decision: Decision | None) -> When:
    """Return the launch that an observation can have foreseen: its own decision's, and no other.

    A note linked to a story for its colour says nothing of a launch that it was not about.
    """
    is_about_it = decision is not None and observation.decision_id == decision.id
    return decision.launched_on if decision is not None and is_about_it else UNKNOWN_DAY


def _claim(observation: Observation, launched: When, day: dt.date, wording: str, source: str = "") -> ForesightClaim:
    noted = When(day, Precision.DAY)
    lead = lead_time(noted, launched)
    if not lead:
        return ForesightClaim(foresight=Foresight.AFTER)
    foresight = Foresight.NOTED_BEFORE if wording == observation.text else Foresight.REWORDED_AFTER
    return ForesightClaim(foresight=foresight, noted_on=noted, lead=lead, wording=wording, source=source)
