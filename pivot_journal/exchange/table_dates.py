"""The dates of one column of a table: which way round they stand is found from all of them, or asked; never guessed."""

from __future__ import annotations

import contextlib
import datetime as dt
import re

from pivot_journal.dates import DAY_FIRST, FIRST_YEAR, LAST_YEAR, MONTH_FIRST, parse_when
from pivot_journal.domain.errors import DateNotUnderstood, InputRefused, ValueRefused
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import UNKNOWN_DAY, When
from pivot_journal.exchange.incoming import shown
from pivot_journal.exchange.jsonl import moves
from pivot_journal.exchange.note_dates import moment_of

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_DAY_AND_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?\Z")
_NUMBERS = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2[0-9]{4}(?![0-9])")
_WITH_TIME = re.compile(
    r"(?P<date>.*[0-9a-z])(?:[Tt]|,?[ \t]+|,)"
    r"(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?[ \t]*(?:[ap]\.?m\.?)?)"
    r"[ \t]*(?P<zone>Z|UTC|GMT|[+-][0-9]{1,2}(?::?[0-9]{2})?)?",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"[2-6][0-9]{4}(?:[.,][0-9]+)?\Z")
_MOST_KEPT = 20_000

Dated = tuple[When, str, dt.datetime | None]
"""A date, how it was written where its meaning moves, and the moment where a time stands with it."""


class DayOrder:
    """Which way round 02/03/2024 stands in a column, from all that is in it."""

    def __init__(self) -> None:
        self._either: tuple[int, str] | None = None
        self._rules_out: dict[str, tuple[int, str]] = {}

    def look_at(self, line: int, cell: str) -> None:
        """Take one cell of the column into account."""
        found = _NUMBERS.match(cell.strip())
        if found is None:
            return
        first, second = int(found[1]), int(found[3])
        if first > 12 >= second:
            self._rules_out.setdefault(MONTH_FIRST, (line, cell.strip()))
        elif second > 12 >= first:
            self._rules_out.setdefault(DAY_FIRST, (line, cell.strip()))
        elif first != second and self._either is None:
            self._either = (line, cell.strip())

    def settled(self, wanted: str) -> str:
        """Return the order that the column has.

        Args:
            wanted: What the user says: 'day-first', 'month-first', or '' for nothing.

        Raises:
            InputRefused: It could be either, it is both, or it is not the one that the user says.
        """
        if len(self._rules_out) == 1:
            ((wrong, (line, cell)),) = self._rules_out.items()
            right = DAY_FIRST if wrong == MONTH_FIRST else MONTH_FIRST
            if wanted == wrong:
                raise InputRefused(
                    f"The dates should be {wanted}, but line {line} has {shown(cell)}. Say: --day-order {right}."
                )
            return right
        if wanted or not (self._rules_out or self._either):
            return wanted or DAY_FIRST
        if self._rules_out:
            (one, first), (two, second) = self._rules_out[DAY_FIRST], self._rules_out[MONTH_FIRST]
            raise InputRefused(
                f"The dates stand both ways round: {shown(first)} on line {one} and {shown(second)} on line {two}. "
                f"Which holds for the others? Say --day-order {DAY_FIRST} or --day-order {MONTH_FIRST}."
            )
        assert self._either is not None
        line, cell = self._either
        raise InputRefused(
            f"Does the day or the month stand first in {shown(cell)} on line {line}? No date of the file tells. "
            f"Say --day-order {DAY_FIRST} or --day-order {MONTH_FIRST} (or set day_order in the settings)."
        )


class ColumnDates:
    """The dates of one column, read in one order.

    Args:
        today: What 'today' means.
        day_order: Which stands first, the day or the month.
    """

    def __init__(self, today: dt.date, day_order: str) -> None:
        self._today = today
        self._day_order = day_order
        self._known: dict[str, tuple[When, str]] = {}

    def read(self, cell: str) -> Dated:
        """Return what a cell says.

        Raises:
            ValueRefused: It is no date, or one that a spreadsheet made into a number.
        """
        phrase = cell.strip()
        if _DAY_AND_TIME.match(phrase):  # by far the commonest, at a third of the cost
            with contextlib.suppress(ValueError, OverflowError, OSError):
                return *self._day(phrase[:10]), dt.datetime.fromisoformat(phrase).astimezone()
        parts = _WITH_TIME.fullmatch(phrase) if ":" in phrase else None
        if parts is None:
            return *self._day(phrase), None
        when, moving = self._day(parts["date"].rstrip(" ,"))
        if when.day is None:
            return when, moving, None
        clock = parts["time"].lower().replace("a.m", "am").replace("p.m", "pm").rstrip(".")
        moment = moment_of(f"{when.day} {clock} {parts['zone'] or ''}")
        if moment is None:
            raise ValueRefused(f"{shown(phrase)} is not a day and time")
        return when, moving and one_line(phrase), moment

    def _day(self, phrase: str) -> tuple[When, str]:
        found = self._known.get(phrase)
        if found is None:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            found = self._known[phrase] = self._read_day(phrase)
        return found

    def _read_day(self, phrase: str) -> tuple[When, str]:
        """Return the date that a phrase says, and how it is written where its meaning moves."""
        if not phrase:
            return UNKNOWN_DAY, ""
        if _DAY.match(phrase) and FIRST_YEAR <= int(phrase[:4]) <= LAST_YEAR:
            try:
                return When(dt.date.fromisoformat(phrase)), ""
            except ValueError:
                raise ValueRefused(f"{shown(phrase)} is a day that does not exist") from None
        if _SERIAL.match(phrase):
            raise ValueRefused(
                f"{shown(phrase)} looks like a spreadsheet's number of a day; format the column as dates there "
                "and save it once more"
            )
        try:
            when = parse_when(phrase, self._today, day_order=self._day_order)
        except DateNotUnderstood as error:
            raise ValueRefused(str(error).removesuffix(".")) from None
        return when, one_line(phrase) if moves(phrase, when, self._today, self._day_order) else ""
