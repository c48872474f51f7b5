"""The headline example: the user's own sentences, beat by beat, drawn from linked observations."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from pivot_journal.domain.errors import FieldRefused
from pivot_journal.domain.text import clean_fields


class StoryStatus(StrEnum):
    """How far a story is."""

    DRAFT = "draft"
    READY = "ready"
    RETIRED = "retired"


class Beat(StrEnum):
    """The steps of a story in the order in which they are told."""

    SAW = "saw"
    DID = "did"
    MATTERED = "mattered"
    WOULD_DECIDE = "would_decide"
    CAME_OF_IT = "came_of_it"
    LEARNED = "learned"


HEADLINE_BEATS = (Beat.SAW, Beat.DID, Beat.MATTERED, Beat.WOULD_DECIDE)
"""The beats that a story needs before it can stand in a pitch without a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A headline example; the title is all that is required."""

    id: str
    title: str
    decision_id: str | None = None
    status: StoryStatus = StoryStatus.DRAFT
    saw: str = ""
    did: str = ""
    raised_with: str = ""
    """The role it was raised with."""
    raised_reply: str = ""
    """What came back."""
    mattered: str = ""
    mattered_to_customer: str = ""
    would_decide: str = ""
    trade_off: str = ""
    """What that would have cost, as a sentence of its own."""
    came_of_it: str = ""
    learned: str = ""
    saw_short: str = ""
    """A shorter way to say the same, for formats with little room; so are the four below."""
    did_short: str = ""
    mattered_short: str = ""
    would_decide_short: str = ""
    assumption_short: str = ""
    """What the decision took for granted, in a few words: 'a page that assumed clinics never close'."""
    bullet: str = ""
    """The user's own line for a résumé, instead of the one that is put together."""
    headline_impact_id: str | None = None
    observation_ids: tuple[str, ...] = ()
    """The linked observations, in order; the first is the moment that was seen."""
    updated_at: dt.datetime | None = None

    def __post_init__(self) -> None:
        clean_fields(self)
        if not self.title.strip():
            raise FieldRefused("title", "A story needs a title: two or three words by which you will know it.")
