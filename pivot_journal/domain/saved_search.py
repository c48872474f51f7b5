"""A search that is kept under a name."""

from __future__ import annotations

import unicodedata
import uuid
from dataclasses import dataclass

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import one_line

LONGEST_NAME = 60
"""Characters."""
LONGEST_QUERY = 2_000
"""Characters."""
_SEARCHES = uuid.UUID("7d5f0c52-4a0b-5d7e-9a53-1e6b8f20c9d4")


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """What is looked for again and again; dates in it are read anew each time, so that 'yesterday' moves."""

    id: str
    name: str
    query: str
    """As it was typed, in the language of ``domain.query_parser``."""


def accept_search_name(name: str) -> str:
    """Return the name of a search on one line.

    Raises:
        ValueRefused: It is empty or too long.
    """
    line = one_line(name)
    if not line:
        raise ValueRefused("A saved search needs a name, such as 'late this month'.")
    if len(line) > LONGEST_NAME:
        raise ValueRefused(f"The name of a saved search has {LONGEST_NAME} characters at the most.")
    return line


def search_key(name: str) -> str:
    """Return what makes two names the same search."""
    return unicodedata.normalize("NFC", one_line(name)).casefold()


def id_of_search(name: str) -> str:
    """Return the id of a search, which is derived from its name: so two journals have one search of a name."""
    return str(uuid.uuid5(_SEARCHES, search_key(name)))
