"""What the coach has to say of one place in the user's own text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding weighs; only an error changes the exit status of ``pivot check``."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Scope(StrEnum):
    """What a rule looks at."""

    SENTENCE = "sentence"
    OPENING = "opening"
    STORY = "story"
    PITCH = "pitch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One remark, with the place that it is about."""

    rule: str
    level: Level
    scope: Scope
    question: str
    """What a PM would ask on hearing it, as the screen shows it: 'Says who?'."""
    message: str
    """What the reader may hear, in one sentence; never what the user is."""
    fix: str
    """What to do about it; empty where there is nothing but to cut the words."""
    source: str
    """Where the rule comes from."""
    match: str = ""
    """The words that it is about; empty for a finding about what is not there."""
    start: int = 0
    """Where they begin in the user's own text, in code points; half-open with ``end``."""
    end: int = 0
    sentence: str = ""
    """The whole sentence around the words: a finding that was accepted lapses when it changes."""
    story_id: str | None = None
    field: str = ""
    """The field that the text stands in, as a part's source has it: 'story.saw', 'pitch.opening'; empty for a text."""

    @property
    def weight(self) -> int:
        """For sorting: errors first, then warnings, then advice."""
        return list(Level).index(self.level)
