"""Valid things of the domain, made from the few facts that a test cares about."""

from __future__ import annotations

import datetime as dt
import itertools
import uuid
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pivot_journal.domain.decision import Decision
from pivot_journal.domain.impact import Impact
from pivot_journal.domain.observation import Observation, Wording
from pivot_journal.domain.pitch import Pitch
from pivot_journal.domain.story import Story
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When

if TYPE_CHECKING:
    from pivot_journal.journal import Journal

CET = dt.timezone(dt.timedelta(hours=1))
_numbers = itertools.count(1)


def new_id() -> str:
    """Return an id that nothing else has."""
    return str(uuid.uuid4())


def when(text: str) -> When:
    """Return a date from '2024-02-06', '2024-02', 'Q1 2024', 'spring 2024', '2024' or '' (unknown)."""
    if not text:
        return UNKNOWN_DAY
    first, _, year = text.partition(" ")
    if year and first.startswith("Q"):
        return When(dt.date(int(year), int(first[1]) * 3 - 2, 1), Precision.QUARTER)
    if year:
        month = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[first]
        return When(dt.date(int(year), month, 1), Precision.SEASON)
    precision = {1: Precision.YEAR, 2: Precision.MONTH, 3: Precision.DAY}[text.count("-") + 1]
    return When(dt.date.fromisoformat((text + "-01-01")[:10]), precision)


def moment(text: str) -> dt.datetime:
    """Return an instant one hour ahead of UTC from '2024-02-06' (at noon) or '2024-02-06 18:30'."""
    return dt.datetime.fromisoformat(text if " " in text else f"{text} 12:00").replace(tzinfo=CET)


def observation(text: str = "Forty parcels stood at the wrong dock.", **facts: Any) -> Observation:
    """Return an observation; written on ``recorded`` ('2024-02-06'), reworded on each later of ``earlier``."""
    recorded = moment(facts.pop("recorded", "2024-02-06"))
    earlier = tuple(Wording(text=old, written_at=moment(at)) for old, at in facts.pop("earlier", ()))
    revised = moment(facts.pop("revised")) if "revised" in facts else recorded
    defaults: dict[str, Any] = {
        "number": next(_numbers),
        "id": new_id(),
        "observed_on": When(recorded.date()),
        "recorded_at": recorded,
        "revised_at": revised,
        "updated_at": revised,
        "earlier": earlier,
    }
    return Observation(text=text, **(defaults | facts))


def decision(title: str = "Same-day slots for every store", **facts: Any) -> Decision:
    """Return a decision; its title is all that it needs."""
    return Decision(**({"id": new_id(), "title": title} | facts))


def impact(amount: str | Decimal = "118", unit: str = "failed drops", **facts: Any) -> Impact:
    """Return an impact of a decision that need not exist."""
    defaults: dict[str, Any] = {
        "id": new_id(),
        "decision_id": new_id(),
        "amount_low": Decimal(amount),
        "unit": unit,
    }
    return Impact(**(defaults | facts))


def story(title: str = "The slots that nobody could pick", **facts: Any) -> Story:
    """Return a story; its title is all that it needs."""
    return Story(**({"id": new_id(), "title": title} | facts))


def add_pitch(journal: Journal, audience: str) -> Pitch:
    """Start another pitch as its form does, and show it."""
    return journal.pitches.save(replace(journal.pitches.blank(), audience=audience), shows=True)


def pitch(audience: str = "a PM in payments", **facts: Any) -> Pitch:
    """Return a pitch; its audience is all that it needs."""
    return Pitch(**({"id": new_id(), "audience": audience} | facts))
