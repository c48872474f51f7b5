"""A customer's own words inside an observation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import clean_fields, one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerQuote:
    """Words in a note that a customer said or wrote; a role and a channel, never a name."""

    id: str
    observation_id: str
    words: str
    """As they stand in the note."""
    role: str = ""
    """Who said it: 'a pharmacist'."""
    channel: str = ""
    """How it came: 'by phone'."""
    updated_at: dt.datetime | None = None

    def __post_init__(self) -> None:
        clean_fields(self)
        if not self.words.strip():
            raise ValueRefused("The customer's words are empty. Mark a part of the note.")

    def is_in(self, text: str) -> bool:
        """Whether the words still stand in the note, whatever its line breaks."""
        return one_line(self.words) in one_line(text)

    @property
    def said(self) -> str:
        """The words as they can be quoted: '“where is my order?” (a pharmacist, by phone)'."""
        by = ", ".join(part.strip() for part in (self.role, self.channel) if part.strip())
        words = one_line(self.words).strip("\"“”' ")
        return f"“{words}”" + (f" ({by})" if by else "")
