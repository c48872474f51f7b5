"""A format as data: which parts, in which order and paragraphs, how long, and what goes first when it is too long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from pivot_journal.pitch.roles import Role
from pivot_journal.pitch.spoken import PLANNED_PACE, seconds_for


class Unit(StrEnum):
    """What the length of a format is counted in."""

    SECONDS = "seconds"
    """Spoken: at the user's own pace."""
    WORDS = "words"
    """Written words."""
    CHARACTERS = "characters"
    """Written, blanks included."""


class Short(StrEnum):
    """When the short forms of a story are said in place of the full ones."""

    NEVER = "never"
    TO_FIT = "to fit"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How much may be said."""

    unit: Unit
    low: int
    high: int
    most: int
    """The hard limit; up to here parts are dropped."""

    @property
    def is_spoken(self) -> bool:
        """Whether it is planned for the ear."""
        return self.unit is Unit.SECONDS

    @property
    def seconds_most(self) -> float:
        """The hard limit, at whatever pace the user speaks; 0.0 for what is written."""
        return float(self.most) if self.is_spoken else 0.0

    @property
    def words_most(self) -> int:
        """The most spoken words at the planned pace; 0 for what is written."""
        return round(self.seconds_most / seconds_for(1, PLANNED_PACE))

    @property
    def aim(self) -> str:
        """The aim in its unit as the screen shows it: '30', '60–90', '200'."""
        return str(self.high) if self.low in {0, self.high} else f"{self.low}–{self.high}"


@dataclass(frozen=True, slots=True)
class Drop:
    """One step of the cutting order: a role, in every story (the last first) or only in the second and third.

    The role 'stories' stands for a whole story, which is only ever a later one.
    """

    role: Role
    later_stories_only: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Roles that are told in one go."""

    roles: tuple[Role, ...]
    label: str = ""
    """What stands over it on screen, in Markdown and in HTML; never said."""


@dataclass(frozen=True, slots=True)
class Section:
    """The opening, one story, or the closing."""

    paragraphs: tuple[Paragraph, ...] = ()
    goes_on: bool = False
    """Whether its first paragraph goes on where the section before it ended."""

    @property
    def roles(self) -> tuple[Role, ...]:
        """Its roles in the order in which they are told."""
        return tuple(role for paragraph in self.paragraphs for role in paragraph.roles)

    def __iter__(self) -> Iterator[Paragraph]:
        return iter(self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to tell a pitch, as data."""

    name: str
    label: str
    description: str = ""
    opening: Section = Section()
    story: Section = Section()
    closing: Section = Section()
    asks: frozenset[Role] = frozenset()
    """The roles whose absence shows as a gap; any other empty part is passed over."""
    required: frozenset[Role] = frozenset()
    """The roles without which it may not be copied."""
    budget: Budget
    counts_each_story: bool = False
    """Whether the limit holds for each story by itself rather than for the whole."""
    fewest_stories: int = 1
    """The advice; fewer are told all the same."""
    most_stories: int = 1
    drops: tuple[Drop, ...] = ()
    """What is left out to fit the hard limit, the cheapest first, whole parts only."""
    never_dropped: frozenset[Role] = frozenset()
    begins_with_assumption: bool = False
    """Whether the opening line makes room for a story that has an assumption."""
    short_forms: Short = Short.NEVER
    is_bullets: bool = False
    """Whether each paragraph is an item of a list."""
    coach_off: frozenset[str] = frozenset()
    """The rules of the coach that are silent in it."""
    coach_advice: frozenset[str] = frozenset()
    """The rules of the coach that only advise in it, whatever their own level."""

    @property
    def story_roles(self) -> tuple[Role, ...]:
        """What is told of each story."""
        return self.story.roles

    @property
    def is_spoken(self) -> bool:
        """Whether it is meant for the ear."""
        return self.budget.is_spoken

    def with_most(self, most: int) -> Format:
        """Return the format with another hard limit; an aim above it, or that was the limit itself, moves along."""
        high = most if self.budget.high == self.budget.most else min(self.budget.high, most)
        return replace(self, budget=replace(self.budget, low=min(self.budget.low, high), high=high, most=most))
