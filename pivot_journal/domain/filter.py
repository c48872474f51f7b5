"""Which observations are meant: what a list shows and a search finds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pivot_journal.domain.observation import Triage

if TYPE_CHECKING:
    from pivot_journal.domain.query import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Conditions that all have to hold; an empty filter means everything that is not in the trash."""

    words: str = ""
    """A search as it stands while it is being typed, in the language of ``domain.query``; read leniently.

    Words occur in the text or the tags, in any case. What has no letter or digit (an emoji, a sign), and whatever is
    looked for in the trash, may stand anywhere in it.
    """
    query: Query | None = None
    """A search that has been read already; holds beside the words."""
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    tag: str = ""
    triage: Triage | None = None
    decision_id: str | None = None
    has_decision: bool | None = None
    """Whether it belongs to any decision at all; None where that does not matter."""
    starred: bool = False
    trashed: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left out."""
        return self == Filter()
