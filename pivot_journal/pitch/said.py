"""What is said for one role, before it is timed."""

from __future__ import annotations

from dataclasses import dataclass

from pivot_journal.pitch.roles import Role


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence or more, and where the words come from."""

    text: str
    source: str
    observation_ids: tuple[str, ...] = ()
    role: Role | None = None
    """Where it does more than it was asked for: a sentence with the figure is the number."""
    instead: Said | None = None
    """What is said in its place where it is dropped."""
    is_kept: bool = False
    """Whether it may never be dropped, whatever its role."""
    rest: str = ""
    """What of a long note is not quoted."""
    shorter: tuple[Said, ...] = ()
    """The same in less room."""
    loses: Role | None = None
    """What a shorter form leaves out."""
    lost: str = ""
    """Its words."""
    after_launch: Said | None = None
    """The same right after a sentence that has named what was launched."""
