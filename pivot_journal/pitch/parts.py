"""What a composed pitch consists of: parts that are said, gaps that are missing, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from pivot_journal.pitch.format import Unit
from pivot_journal.pitch.private import Change
from pivot_journal.pitch.roles import ROLE_WORDS, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is said in one go."""

    role: Role
    text: str
    source: str
    """The field that its words come from: 'story.saw', 'decision.assumption', 'impact', 'observation'."""
    story_id: str | None = None
    observation_ids: tuple[str, ...] = ()
    """The observations behind it, in order."""
    words: int
    """Words as its format counts them: spoken ones for the ear, written ones else."""
    seconds: float
    """How long it takes to say, or to read aloud."""
    paragraph: int
    """Counted from 0: the opening, the stories, then the closing, each of one paragraph or more."""
    changes: tuple[Change, ...] = ()
    """Where something else is said than what was written, because it is private."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that is missing, where it would be said; shown on screen and never in what is copied."""

    role: Role
    prompt: str
    source: str
    """The field in which it would be written."""
    story_id: str | None = None
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something of the user's that is not said, and why."""

    role: Role
    label: str
    """What it is called in a message: 'alternative of story 2'."""
    text: str
    reason: str
    story_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToShorten:
    """A part that has to be shorter before the whole fits, and by how much."""

    role: Role
    label: str
    """What it is called in a message: 'assumption of story 1'."""
    source: str
    """The field that its words come from."""
    field: str
    """The field to write in: where there is a shorter form for such formats, that one."""
    by: int
    """How much shorter, in the unit."""
    size: int
    """How long it is, in the unit."""
    unit: Unit
    """Words or characters; what is spoken is counted in spoken words."""
    story_id: str | None = None


def labelled(role: Role, story_number: int) -> str:
    """Return a role in words, with the number of its story counted from 1; 0 for none."""
    words = ROLE_WORDS[role]
    if not story_number:
        return words
    return f"{words} {'in' if words.startswith(('what', 'why', 'how', 'whom')) else 'of'} story {story_number}"
