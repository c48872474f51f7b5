"""A pitch in parts: each with its role, its words' home, the observations behind it and the time it takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from pivot_journal.pitch.formats import FORMATS, ROLE_WORDS, Role
from pivot_journal.pitch.spoken import seconds_for

_LONGEST_NAMED = 2


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
    """Spoken words."""
    seconds: float
    paragraph: int
    """0 for the opening, 1 to 3 for the stories, then the closing."""


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
class Composition:
    """A composed pitch; a value that the preview, the clipboard and JSON are drawn from."""

    pitch_id: str
    audience: str
    format: str
    words_per_minute: int
    lines: tuple[Part | Gap, ...]
    """Parts and gaps in speaking order."""
    left_out: tuple[LeftOut, ...] = ()
    """What was dropped to fit, in the order of dropping, after the stories that the format has no room for."""
    story_titles: tuple[tuple[str, str], ...] = ()
    """Id and title of the told stories, in order."""
    parts: tuple[Part, ...] = field(init=False)
    """Only what is said."""
    gaps: tuple[Gap, ...] = field(init=False)
    """Only what is missing."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", tuple(line for line in self.lines if isinstance(line, Part)))
        object.__setattr__(self, "gaps", tuple(line for line in self.lines if isinstance(line, Gap)))

    @property
    def words(self) -> int:
        """Spoken words of all parts."""
        return sum(part.words for part in self.parts)

    @property
    def seconds(self) -> float:
        """How long all parts take at the user's pace."""
        return seconds_for(self.words, self.words_per_minute)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What is said, as paragraphs without line breaks: opening, each story, closing."""
        groups = groupby(self.parts, key=lambda part: part.paragraph)
        return tuple(" ".join(part.text for part in group) for _, group in groups)

    @property
    def text(self) -> str:
        """What is said, its paragraphs parted by an empty line; never a gap's prompt."""
        return "\n\n".join(self.paragraphs)

    @property
    def over_by(self) -> float:
        """Seconds beyond the format's hard limit, after everything that may be dropped was; 0.0 when it fits."""
        return max(0.0, round(self.seconds - FORMATS[self.format].budget.seconds_most, 6))

    @property
    def is_over(self) -> bool:
        """Whether it is too long although nothing more may be dropped."""
        return self.over_by > 0

    @property
    def advice(self) -> str:
        """Which parts to shorten when it is too long, the longest first; empty when it fits."""
        if not self.is_over:
            return ""
        longest = sorted(self.parts, key=lambda part: -part.words)[:_LONGEST_NAMED]
        named = ", ".join(f"{self.label(part.role, part.story_id)} ({part.seconds:.0f} s)" for part in longest)
        return f"{self.over_by:.0f} s too long. Longest: {named}."

    def label(self, role: Role, story_id: str | None) -> str:
        """Return what a part is called: 'opening line', 'alternative of story 2'."""
        ids = [id for id, _ in self.story_titles]
        return labelled(role, ids.index(story_id) + 1 if story_id in ids else 0)


def labelled(role: Role, story_number: int) -> str:
    """Return a role in words, with the number of its story counted from 1; 0 for none."""
    words = ROLE_WORDS[role]
    if not story_number:
        return words
    return f"{words} {'in' if words.startswith(('what', 'why', 'how', 'whom')) else 'of'} story {story_number}"
