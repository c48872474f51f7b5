"""A finding of the coach that the user has looked at and keeps as it is, with the reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import clean_fields, one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedFinding:
    """It holds for one rule and one sentence, wherever that stands, and lapses when the sentence changes."""

    id: str
    rule: str
    match: str
    """The words that the rule objected to; empty where it missed something."""
    sentence: str
    """The sentence they stand in."""
    reason: str
    updated_at: dt.datetime | None = None

    def __post_init__(self) -> None:
        clean_fields(self)
        if not self.reason.strip():
            raise ValueRefused("Say why you keep it: a few words are enough.")

    @property
    def key(self) -> tuple[str, str, str]:
        """What a finding is compared by, whatever its case and spaces."""
        return acceptance_key(self.rule, self.match, self.sentence)


def acceptance_key(rule: str, match: str, sentence: str) -> tuple[str, str, str]:
    """Return what makes a finding the same as an accepted one."""
    return rule, one_line(match).casefold(), one_line(sentence).casefold()
