"""What is said to one audience, and everything of the journal that it rests on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pivot_journal.domain.decision import Decision
from pivot_journal.domain.errors import FieldRefused, ValueRefused
from pivot_journal.domain.impact import Impact
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.quote import CustomerQuote
from pivot_journal.domain.story import Story
from pivot_journal.domain.tally import Tally
from pivot_journal.domain.text import clean_fields

MOST_STORIES = 3
"""A pitch holds one to three stories; the advice is two or three."""
SLOWEST, FASTEST = 80, 260
"""Words a minute between which a pace is believable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitch:
    """The user's own lines around the stories, for one audience; the audience is all that is required."""

    id: str
    audience: str
    opening: str = ""
    who_i_am: str = ""
    why_earlier: str = ""
    """Why I want in earlier: said once, for all stories."""
    why_earlier_short: str = ""
    """The same in a few words, for tight formats."""
    not_known: str = ""
    question: str = ""
    ask: str = ""
    """What is asked for in writing, with its length: 'Could I ask you three questions, 20 minutes by phone?'"""
    subject: str = ""
    """The subject of an email, in three or four words."""
    listener: str = ""
    """The name by which the listener is greeted in a note or an email."""
    why_them: str = ""
    """Why this listener, in one sentence: what they wrote, said or work on."""
    they_said: str = ""
    """What they said, for the follow-up after a talk."""
    answer: str = ""
    """The one answer that is owed after a talk, with its number."""
    next_step: str = ""
    format: str = "chat"
    words_per_minute: int = 150
    story_ids: tuple[str, ...] = ()
    """The stories in the order in which they are told."""
    is_current: bool = False
    is_retired: bool = False
    """Kept to look at, but no longer offered when the pitch is switched."""
    updated_at: dt.datetime | None = None

    def __post_init__(self) -> None:
        clean_fields(self)
        if not self.audience.strip():
            raise FieldRefused("audience", "A pitch needs an audience: whom is it for?")
        if not SLOWEST <= self.words_per_minute <= FASTEST:
            raise FieldRefused(
                "words_per_minute", f"A pace is between {SLOWEST} and {FASTEST} words a minute; 150 is usual."
            )
        if len(set(self.story_ids)) != len(self.story_ids):
            raise ValueRefused("A story stands in a pitch only once.")
        if len(self.story_ids) > MOST_STORIES:
            raise ValueRefused(
                f"A pitch holds {MOST_STORIES} stories at the most: a listener keeps two or three. "
                "Take one out first (space on it)."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class PitchCopy:
    """What left for others: which pitch, in which format, in which words."""

    pitch_id: str
    format: str
    text: str
    """As it was composed, before anything private was replaced: what a later composition is compared with."""
    copied_at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMaterial:
    """A story with all that it rests on."""

    story: Story
    decision: Decision | None = None
    impacts: tuple[Impact, ...] = ()
    """The impacts of its decision; the story's headline impact first."""
    observations: tuple[Observation, ...] = ()
    """The linked observations in order, with their earlier wordings; trashed ones are left out."""
    tallies: tuple[Tally, ...] = ()
    """The tallies that its impacts were counted by."""
    quotes: tuple[CustomerQuote, ...] = ()
    """What customers said, as marked in the linked observations."""
    lost_observations: int = 0
    """How many linked observations are in the trash: a story that loses an observation says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that a pitch is composed from; a value, so that a half-typed form can be laid over it."""

    pitch: Pitch
    stories: tuple[StoryMaterial, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The few facts about the user that the program needs; each is optional."""

    years: int | None = None
    field: str = ""
    target_role: str = ""
    day_ends_at: int = 0
    """The hour, 0 to 11, at which 'today' turns over for the user."""
    updated_at: dt.datetime | None = None

    def __post_init__(self) -> None:
        clean_fields(self)
        if not 0 <= self.day_ends_at <= 11:
            raise FieldRefused("day_ends_at", "A day ends at an hour from 0 (midnight) to 11.")
        if self.years is not None and not 0 <= self.years <= 70:
            raise FieldRefused("years", "Years in the field are a number from 0 to 70.")
