"""A text that a decision, an impact, a story, a pitch or another thing had before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierText:
    """What a field said before; an observation's earlier wordings are kept with it, as ``Wording``."""

    table: str
    """What kind of thing it is: 'decision', 'story'."""
    thing_id: str
    title: str
    """What a person knows the thing by, as it is now; empty for the profile."""
    field: str
    text: str
    written_at: dt.datetime
    """When the thing was written to last while this stood in it."""
    replaced_at: dt.datetime | None
    """When an edit replaced it; None where it is the text of another journal that did not hold in a merge."""

    @property
    def is_of_merge(self) -> bool:
        """Whether a merge kept it."""
        return self.replaced_at is None
