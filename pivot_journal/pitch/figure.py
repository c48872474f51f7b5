"""One number in a text: what it comes to, how exactly it is said and what it is a number of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What a number in a text is."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    """'39%', '29 of 90', 'one in five'."""
    FRACTION = "fraction"
    """'a third', 'half'."""
    DURATION = "duration"
    """A time that was measured or lost: '51 minutes'."""
    MULTIPLE = "multiple"
    """'3x', 'doubled'."""
    MAGNITUDE = "magnitude"
    """A vague one: 'thousands of hours'."""
    DATE = "date"
    LABEL = "label"
    """What only names a thing: 'ward 6', 'version 3.2'."""
    ORDINAL = "ordinal"
    STRETCH = "stretch"
    """The time in which something was: 'in six weeks', 'four days later'."""
    TENURE = "tenure"
    """The user's own years: 'four years in support'."""

    @property
    def is_measure(self) -> bool:
        """Whether it says how big something was."""
        return self in _MEASURES


_MEASURES = frozenset({Kind.COUNT, Kind.MONEY, Kind.SHARE, Kind.FRACTION, Kind.DURATION, Kind.MULTIPLE, Kind.MAGNITUDE})


class Exactness(StrEnum):
    """How exactly a figure is said."""

    EXACT = "exact"
    ABOUT = "about"
    UNDER = "under"
    """'nearly', 'almost', 'up to'."""
    OVER = "over"
    """'over', 'at least'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number in a text, with the place where it stands."""

    start: int
    end: int
    words: str
    """As they stand in the text from ``start`` to ``end``."""
    kind: Kind
    low: Decimal
    """The value, or the lower end; of a share its percent or its count, of a fraction the value between 0 and 1."""
    high: Decimal | None = None
    """The upper end of a range."""
    out_of: Decimal | None = None
    """The base of a share that is said as 'X of Y'."""
    exactness: Exactness = Exactness.EXACT
    currency: str = ""
    """The sign or code, of money."""
    noun: str = ""
    """The words that follow, up to what can be no part of the noun: 'failed drops'; folded."""
    unit_seconds: int = 0
    """How many seconds the unit of a duration has."""

    @property
    def share(self) -> Decimal | None:
        """What part of the whole it is, between 0 and 1; None for what is no share."""
        if self.kind is Kind.FRACTION:
            return self.low
        if self.kind is not Kind.SHARE:
            return None
        return self.low / (self.out_of or Decimal(100))
