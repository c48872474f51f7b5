"""Days that are known only so exactly, and how they are said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from pivot_journal.domain.errors import ValueRefused

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SEASON_OF_MONTH = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
"""Meteorological seasons of the northern half, by their first month; a winter is named by both its years."""


class Precision(StrEnum):
    """How exactly a day is known; the value is what the database and JSON hold."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    UNKNOWN = "unknown"


RANK = {
    Precision.DAY: 7,
    Precision.MONTH: 5,
    Precision.QUARTER: 4,
    Precision.SEASON: 3,
    Precision.YEAR: 2,
    Precision.UNKNOWN: 0,
}
"""How exact each is, from 0 to 7; the lowest part of ``When.sort_day``."""
_MONTHS_LONG = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.SEASON: 3, Precision.YEAR: 12}


@dataclass(frozen=True, slots=True)
class When:
    """A day, a month, a season, a quarter, a year, or no day at all."""

    day: dt.date | None
    """The first day of what is meant; None exactly when the precision is unknown."""
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        if (self.day is None) != (self.precision is Precision.UNKNOWN):
            raise ValueRefused("A date without a day must have the precision 'unknown', and only that one.")
        if self.day is not None and self.day != _first_day(self.day, self.precision):
            raise ValueRefused(f"{self.day} is not the first day of a {self.precision}.")

    @classmethod
    def of(cls, day: dt.date, precision: Precision = Precision.DAY) -> When:
        """Return the stretch of the given precision that contains a day."""
        return cls(_first_day(day, precision), precision)

    @property
    def last_day(self) -> dt.date | None:
        """The last day of what is meant; None when nothing is known."""
        if self.day is None or self.precision is Precision.DAY:
            return self.day
        months = self.day.year * 12 + self.day.month - 1 + _MONTHS_LONG[self.precision]
        if months // 12 > dt.MAXYEAR:
            return dt.date.max
        return dt.date(months // 12, months % 12 + 1, 1) - dt.timedelta(days=1)

    @property
    def sort_day(self) -> int:
        """An integer that orders dates as the journal does; the vaguer one of two with the same first day first."""
        return (self.day.toordinal() * 8 if self.day else 0) + RANK[self.precision]

    def __str__(self) -> str:
        """Say the date as exactly as it is known: '6 February 2024', 'spring 2023', 'no date'."""
        if self.day is None:
            return "no date"
        if self.precision is Precision.DAY:
            return f"{self.day.day} {MONTHS[self.day.month - 1]} {self.day.year}"
        if self.precision is Precision.MONTH:
            return f"{MONTHS[self.day.month - 1]} {self.day.year}"
        if self.precision is Precision.QUARTER:
            return f"Q{(self.day.month + 2) // 3} {self.day.year}"
        if self.precision is Precision.SEASON:
            name = SEASON_OF_MONTH[self.day.month]
            years = f"{self.day.year}–{(self.day.year + 1) % 100:02}" if name == "winter" else f"{self.day.year}"
            return f"{name} {years}"
        return str(self.day.year)

    @property
    def spoken(self) -> str:
        """The date with its preposition: 'on 6 February 2024', 'in spring 2023'; empty when unknown."""
        if self.day is None:
            return ""
        return f"{'on' if self.precision is Precision.DAY else 'in'} {self}"


UNKNOWN_DAY = When(None, Precision.UNKNOWN)
"""No date at all; what an import without one brings in."""


def _first_day(day: dt.date, precision: Precision) -> dt.date:
    if precision is Precision.MONTH:
        return day.replace(day=1)
    if precision is Precision.QUARTER:
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    if precision is Precision.SEASON:
        months = day.year * 12 + day.month - 1
        start = months - day.month % 3  # December, March, June and September begin a season
        if start < 12:
            raise ValueRefused("That winter began before the year 1.")
        return dt.date(start // 12, start % 12 + 1, 1)
    if precision is Precision.YEAR:
        return day.replace(month=1, day=1)
    return day


def lead_time(noted: When, launched: When) -> str:
    """Say how long before a launch something was noted, no more exactly than both dates are known.

    Args:
        noted: When it was written down.
        launched: When the decision went live.

    Returns:
        '63 days' where both are days, else what lies surely between them, from the end of the first to the beginning
        of the second: 'about two months', 'about a year', and under a month 'at least two weeks'. An 'about' rounds
        up by a week at the most. Empty where the first is not surely before the second (the same day is not before).
    """
    if noted.last_day is None or launched.day is None or noted.last_day >= launched.day or noted.day is None:
        return ""
    days = (launched.day - noted.last_day).days
    if noted.precision is Precision.DAY and launched.precision is Precision.DAY:
        return "1 day" if days == 1 else f"{days} days"
    months = int((days + _ROUNDED_UP) / _DAYS_A_MONTH)
    if not months:
        weeks = days // 7
        return f"at least {_counted(weeks, 'week') if weeks else _counted(days, 'day')}"
    if months < 24:
        return "about a year" if months == 12 else f"about {_counted(months, 'month')}"
    years, more = divmod(months, 12)
    return f"{'over' if more else 'about'} {_counted(years, 'year')}"


_SMALL = dict(
    enumerate(("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"))
)
_ROUNDED_UP = 7
"""Days that may be missing to a whole month where 'about' is said."""
_DAYS_A_MONTH = 30.4375


def _counted(number: int, unit: str) -> str:
    return f"a {unit}" if number == 1 else f"{_SMALL.get(number, str(number))} {unit}s"
