"""What a decision took for granted, whatever kind of fragment it was written as, ready to stand in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from pivot_journal.pitch import fragments, sentences


class Shape(Enum):
    """What kind of fragment an assumption was given as."""

    SENTENCE = auto()
    """It says itself who assumed what: 'the page assumed a clinic never closes'."""
    THING = auto()
    """It names a thing with its belief: 'a page that assumed clinics never close'."""
    CLAUSE = auto()
    """It is what was believed: 'an address is open all day'."""
    FRAGMENT = auto()
    """It may be anything: 'one order, one parcel'."""


@dataclass(frozen=True, slots=True)
class Belief:
    """An assumption, and whose it was."""

    text: str
    """For the middle of a sentence, without a stop."""
    shape: Shape
    subject: str
    """What took it for granted, at the beginning of a sentence: 'Same-day slots'."""
    is_ahead: bool = False
    """Whether its launch is still to come."""
    is_several: bool = False
    """Whether the subject is several things."""

    def told(self, position: int, *, is_short: bool, is_first: bool = False) -> str:
        """Return it as a sentence.

        Args:
            position: The place of its story, from 0: sentences of the same kind are worded differently.
            is_short: Whether room counts more than sound.
            is_first: Whether the story begins with it.
        """
        if self.shape is Shape.SENTENCE:
            return sentences.sentence(self.text)
        if self.shape is Shape.THING:
            return sentences.finished(f"{'We had' if is_first else 'It began with'} {self.text}")
        if is_short:
            object_ = f"that {self.text}" if self.shape is Shape.CLAUSE else f"one thing: {self.text}"
            return sentences.finished(f"{self.subject} {self.assumed} {object_}")
        past, present, that, colon = _TOOK_FOR_GRANTED[position % len(_TOOK_FOR_GRANTED)]
        words = f"{that} {self.text}" if self.shape is Shape.CLAUSE else f"{colon}: {self.text}"
        return sentences.finished(f"{self.subject} {self._now(present) if self.is_ahead else past} {words}")

    @property
    def assumed(self) -> str:
        """The verb after the subject: 'assumed', and 'assumes' where the launch is still to come."""
        return self._now("assume") if self.is_ahead else "assumed"

    @property
    def same_verb(self) -> str:
        """The verb before 'on the same assumption'."""
        return self._now("rest") if self.is_ahead else "rested"

    def _now(self, verb: str) -> str:
        return verb if self.is_several else f"{verb}s"

    @property
    def as_origin(self) -> str:
        """What something can be traced to: 'the assumption that an address is open all day'; empty for a sentence."""
        if self.shape is Shape.CLAUSE:
            return f"the assumption that {self.text}"
        return {Shape.THING: self.text, Shape.FRAGMENT: f"one assumption: {self.text}"}.get(self.shape, "")


_TOOK_FOR_GRANTED = (
    ("took", "take", "for granted that", "one thing for granted"),
    ("rested", "rest", "on the belief that", "on one belief"),
    ("took", "take", "it as given that", "one thing as given"),
)
"""The verb in the past and for what is still to come, then what follows it before a clause and before a fragment."""


def belief_of(
    line: str, subject: str, elsewhere: str = "", *, is_ahead: bool = False, is_several: bool = False
) -> Belief:
    """Read an assumption.

    Args:
        line: The user's words, on one line and not empty.
        subject: What took it for granted.
        elsewhere: What else the user wrote, to tell names from words.
        is_ahead: Whether its launch is still to come.
        is_several: Whether the subject is several things.
    """
    bare = sentences.fragment(line, elsewhere)
    if fragments.names_a_thing_with_its_belief(bare):
        return Belief(bare, Shape.THING, subject)
    if fragments.names_a_belief(line):
        return Belief(bare, Shape.SENTENCE, subject)
    if fragments.begins_with_belief_verb(bare):
        return Belief(f"{subject} {bare[0].lower()}{bare[1:]}", Shape.SENTENCE, subject)
    bare = re.sub(r"^that\s+", "", bare, flags=re.IGNORECASE)
    shape = Shape.CLAUSE if fragments.is_clause(bare) else Shape.FRAGMENT
    return Belief(bare, shape, subject, is_ahead, is_several)
