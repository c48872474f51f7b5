"""Private terms: what must not leave, and what to say instead."""

from __future__ import annotations

import datetime as dt
import unicodedata
import uuid
from dataclasses import dataclass

from pivot_journal.domain.errors import FieldRefused
from pivot_journal.domain.text import one_line

LONGEST_TERM = 120
"""Characters."""
_TERMS = uuid.UUID("0b7a5f0e-3c1d-5a52-8f6b-9d2e41c7a630")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateTerm:
    """A name or figure that stays with the user; until it is decided what to say instead, nothing with it is copied."""

    id: str
    term: str
    say_instead: str = ""
    """Empty while that is not decided."""
    updated_at: dt.datetime | None = None

    def __post_init__(self) -> None:
        for name in ("term", "say_instead"):
            object.__setattr__(self, name, one_line(getattr(self, name)))
        if not any(character.isalnum() for character in self.term):
            raise FieldRefused("term", "A private term needs a letter or digit: a name, a codename, an amount.")
        for name, called in (("term", "private term"), ("say_instead", "replacement")):
            if len(getattr(self, name)) > LONGEST_TERM:
                raise FieldRefused(name, f"A {called} has {LONGEST_TERM} characters at the most.")

    @property
    def key(self) -> str:
        """What makes two terms the same: without case and accents."""
        return folded(self.term)


def id_of_term(term: str) -> str:
    """Return the id of a term, which is derived from its words: so two journals have one row of a term."""
    return str(uuid.uuid5(_TERMS, folded(one_line(term))))


def folded(text: str) -> str:
    """Return a text without case and accents."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))
