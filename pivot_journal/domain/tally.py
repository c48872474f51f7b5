"""A tally: what happens here, counted one line or key at a time, until it can stand as an impact."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import Precision, When

LONGEST_NAME = 60
"""Characters."""
MOST_AT_ONCE = 1_000_000
"""What one count can add."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyDay:
    """What was counted on one local day."""

    day: dt.date
    amount: int
    counts: int
    """How many times something was added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Something that is counted; its name is the noun of what it counts."""

    id: str
    name: str
    """'failed drops'."""
    days: tuple[TallyDay, ...] = ()
    """The days on which something was counted, the first first."""

    @property
    def total(self) -> int:
        """All that was counted."""
        return sum(day.amount for day in self.days)

    @property
    def first_on(self) -> dt.date | None:
        """The first day on which something was counted."""
        return self.days[0].day if self.days else None

    @property
    def last_on(self) -> dt.date | None:
        """The last day on which something was counted."""
        return self.days[-1].day if self.days else None

    def between(self, first: dt.date | None, last: dt.date | None) -> int:
        """Return what was counted from one day to another, both included; None is open."""
        return sum(
            day.amount for day in self.days if (first is None or day.day >= first) and (last is None or day.day <= last)
        )

    @property
    def working(self) -> str:
        """How the total came about, in words: 'my tally: 118 in 43 counts, 15 April 2024 to 26 May 2024'."""
        if not self.days:
            return ""
        counts = sum(day.counts for day in self.days)
        first, last = (When(day, Precision.DAY) for day in (self.days[0].day, self.days[-1].day))
        over = str(first) if first == last else f"{first} to {last}"
        return f"my tally: {self.total:,} in {counts} {'count' if counts == 1 else 'counts'}, {over}"


def accept_tally_name(name: str) -> str:
    """Return the name of a tally on one line.

    Raises:
        ValueRefused: It is empty or too long.
    """
    line = one_line(name)
    if not line:
        raise ValueRefused("A tally needs a name: what you count, such as 'failed drops'.")
    if len(line) > LONGEST_NAME:
        raise ValueRefused(f"The name of a tally has {LONGEST_NAME} characters at the most.")
    return line


def tally_key(name: str) -> str:
    """Return what makes two names the same tally."""
    return unicodedata.normalize("NFC", one_line(name)).casefold()


def accept_tally_amount(amount: int) -> int:
    """Return how much is added.

    Raises:
        ValueRefused: It is not between 1 and a million.
    """
    if not 1 <= amount <= MOST_AT_ONCE:
        raise ValueRefused(f"A tally goes up by 1 to {MOST_AT_ONCE:,}; undo takes a count back.")
    return amount
