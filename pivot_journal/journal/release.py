"""The one exit: whatever is meant for others passes here before it reaches a clipboard or a file."""

from __future__ import annotations

from dataclasses import dataclass

from pivot_journal.domain.errors import OutputFailed
from pivot_journal.pitch.composition import Composition
from pivot_journal.pitch.render import as_markdown, as_text


@dataclass(frozen=True, slots=True)
class Released:
    """A text that may leave, and what was left out of it."""

    text: str
    without: str
    """What is missing or was left out to fit, in words: 'alternative of story 2'; empty for nothing."""


def release_pitch(composition: Composition, rendering: str = "text") -> Released:
    """Return a pitch as it may leave: only what is said, never a prompt for what is missing.

    Args:
        composition: The pitch.
        rendering: 'text' or 'markdown'.

    Raises:
        OutputFailed: Nothing is said yet.
    """
    if not composition.parts:
        raise OutputFailed("There is nothing to say yet: a story in the pitch makes a start.")
    text = as_markdown(composition) if rendering == "markdown" else as_text(composition)
    left_out = [left.label for left in composition.left_out]
    missing = [composition.label(gap.role, gap.story_id) for gap in composition.gaps]
    return Released(text, ", ".join(dict.fromkeys([*missing, *left_out])))
