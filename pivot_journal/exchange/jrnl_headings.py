"""The dates in the headings of a jrnl journal, in whichever time format its owner chose.

The format stands nowhere in the file, so it is found out from all its headings together: one of 30.12.2019 says that
in all of them the day comes first. Where each of them could be either, the file is refused with the question, for a
wrong day is worse than none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, field
from enum import IntEnum

from pivot_journal.dates import DAY_FIRST, FIRST_YEAR, LAST_YEAR, MONTH_FIRST
from pivot_journal.domain.errors import InputRefused
from pivot_journal.domain.when import MONTHS, When
from pivot_journal.exchange.incoming import shown

HEADING = re.compile(r"\[([^\]\n]{3,60})\] ")
"""What begins an entry, if what stands in the brackets is a date."""

BY_JSON = "jrnl's JSON export instead (jrnl --format json), in which a date means one day"


class Sureness(IntEnum):
    """How surely what stands in brackets is a date."""

    CLOCK = 1
    """A time alone; a heading only in a folder, whose names hold the day."""
    LIKELY = 2
    """A date, but a version or ticket number can look so: two digits for the year, or eight digits in a row."""
    CERTAIN = 3
    """A date with a year of four digits."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands in the brackets of one heading."""

    shape: str
    """What kind of date it is; headings of one shape are read in the same order."""
    sureness: Sureness
    days: dict[str, dt.date]
    """Which day it is in each order of day, month and year ('dmy') in which it is one."""
    time: dt.time | None = None
    """The time of day, with its offset if one is given."""


_USUAL_TIME = r"(?:[ T]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(?: ([AaPp])[Mm])?)?\Z"
_QUICK = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})" + _USUAL_TIME)
_QUICK_YEAR_LAST = re.compile(r"([0-9]{2})([./-])([0-9]{2})\2([0-9]{4})" + _USUAL_TIME)
_CLOCKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![0-9:.])([0-9]{1,2}) ?[:h時시] ?([0-9]{2})(?:[:m분分] ?([0-9]{2})(?:[.,][0-9]{1,9})?)?[s분分秒초]?"
        r"(?: ?([ap])\.?m\b\.?)? ?(z\b|utc\b|gmt\b|[+-][0-9]{2}:?[0-9]{2}\b)?",
        r"(?<![0-9:.])([0-9]{1,2})()() ?([ap])\.?m\b\.?()",
        r"(?<=[ ,t])([0-9]{1,2})\.([0-9]{2})(?:\.([0-9]{2}))?()()\Z",
        r"(?<=[0-9])[ t_-]([0-9]{2})([0-9]{2})([0-9]{2})?(?: ?([ap])m)?(z|[+-][0-9]{2}:?[0-9]{2})?\Z",
        r"(?<=\A[0-9]{8})([0-9]{2})([0-9]{2})([0-9]{2})?()()\Z",
    )
)
_WEEK = re.compile(r"([0-9]{4})-?w([0-9]{2})-?([1-7])\Z")
_ORDINAL = re.compile(r"([0-9]{4})-?([0-9]{3})\Z")
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|[^\w\s]|_")
_MONTH = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH |= {name[:3]: number for name, number in _MONTH.items()} | {"sept": 9}
_WEEKDAY = {
    name[:length]: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
    for length in (2, 3, 4, 5, 9)
}
_FILLERS = frozenset(
    ("t", "at", "on", "um", "uhr", "h", "o", "clock", "kl", "the", "of", "st", "nd", "rd", "th", "den")
) | set("年月日년월일")
_SIGNS = frozenset(",./-–|'’~_·;:()")
_ORDERS = {"dmy": (2, 1, 0), "mdy": (2, 0, 1), "ymd": (0, 1, 2)}
_YEAR_FIRST: tuple[str, ...] = ("ymd",)
_YEAR_LAST: tuple[str, ...] = ("dmy", "mdy")
_COMPACT = {"ymd": (0, 4, 6, 8), "dmy": (0, 2, 4, 8), "mdy": (0, 2, 4, 8)}
_ORDER_OF = {DAY_FIRST: "dmy", MONTH_FIRST: "mdy"}
_FIRST_SHORT_YEAR = 69  # as Python's %y: 69 is 1969, 68 is 2068


def read_stamp(blob: str) -> Stamp | None:
    """Return what stands in the brackets of a heading; None where it is no date of a single day and no time."""
    # Most journals have one of these two; the rest is five times as slow.
    if found := _QUICK.match(blob):
        first, second, third, *clock = found.groups("")
        shape, orders = "y-n-n", _YEAR_FIRST
    elif found := _QUICK_YEAR_LAST.match(blob):
        first, sign, second, third, *clock = found.groups("")
        shape, orders = f"n{sign}n{sign}y", _YEAR_LAST
    if found:
        hour, minute, second_of_minute, half = clock
        time = _time(hour, minute, second_of_minute, half.lower(), "") if hour else None
        return Stamp(shape, Sureness.CERTAIN, _days((first, second, third), orders, None), time)
    words = " ".join(blob.casefold().split())
    for pattern in _CLOCKS:
        if found := pattern.search(words):
            rest = f"{words[: found.start()]} {words[found.end() :]}".strip()
            time = _time(*(part or "" for part in found.groups()))
            if not rest:
                return Stamp("clock", Sureness.CLOCK, {}, time) if time else None
            # A time that is none ('25:10') leaves the day as it is, where that is surely one.
            if (stamp := _read_date(rest, time)) and (time or stamp.sureness is Sureness.CERTAIN):
                return stamp
    return _read_date(words, None)


def _read_date(words: str, time: dt.time | None) -> Stamp | None:
    if found := _WEEK.match(words):
        return _one_way("week", f"{found[1]}-W{found[2]}-{found[3]}", time)
    if found := _ORDINAL.match(words):
        first = _date(int(found[1]), 1, 1)
        day = first + dt.timedelta(days=int(found[2]) - 1) if first and int(found[2]) else None
        return _one_way("ordinal", str(day), time) if day and day.year == int(found[1]) else None
    numbers: list[str] = []
    shape: list[str] = []
    month = weekday = None
    for token in _TOKEN.findall(words):
        if token.isdecimal():
            numbers.append(token)
            shape.append("y" if len(token) == 4 else "n" if len(token) < 3 else str(len(token)))
        elif token in _MONTH and month is None:
            month = _MONTH[token]
            shape.append("month")
        elif token in _WEEKDAY and weekday is None:
            weekday = _WEEKDAY[token]
        elif token in _SIGNS:
            shape.append(token)
        elif token not in _FILLERS:
            return None
    return _of_numbers(numbers, month, weekday, "".join(shape), time)


def _of_numbers(
    numbers: list[str], month: int | None, weekday: int | None, shape: str, time: dt.time | None
) -> Stamp | None:
    lengths = [min(len(number), 5) for number in numbers]
    sureness = Sureness.CERTAIN if 4 in lengths else Sureness.LIKELY
    if month is not None and len(numbers) == 2 and lengths.count(4) < 2 and max(lengths) < 5 and 3 not in lengths:
        first, second = numbers
        parts = (first, str(month), second)
        orders = _YEAR_FIRST if lengths[0] == 4 else ("dmy",) if lengths[1] == 4 else ("dmy", "ymd")
    elif month is None and len(numbers) == 3 and lengths.count(4) < 2 and max(lengths) < 5 and 3 not in lengths:
        parts = (numbers[0], numbers[1], numbers[2])
        if lengths[1] == 4 or (sureness is Sureness.LIKELY and lengths != [2, 2, 2] and time is None):
            return None
        orders = _YEAR_FIRST if lengths[0] == 4 else _YEAR_LAST if lengths[2] == 4 else ("dmy", "mdy", "ymd")
    elif month is None and len(numbers) == 1 and len(numbers[0]) in {6, 8}:
        return _compact(numbers[0], weekday, shape, time)
    else:
        return None
    days = _days(parts, orders, weekday)
    return Stamp(shape, sureness, days, time) if days or sureness is Sureness.CERTAIN else None


def _compact(digits: str, weekday: int | None, shape: str, time: dt.time | None) -> Stamp | None:
    if len(digits) == 6:
        if time is None:
            return None
        parts = (digits[:2], digits[2:4], digits[4:])
        days = _days(parts, ("dmy", "mdy", "ymd"), weekday)
    else:
        days = {}
        for order, (a, b, c, d) in _COMPACT.items():
            days |= _days((digits[a:b], digits[b:c], digits[c:d]), (order,), weekday)
        if "ymd" in days:
            days = {"ymd": days["ymd"]}
    return (
        Stamp(shape, Sureness.CERTAIN if len(digits) == 8 and time else Sureness.LIKELY, days, time) if days else None
    )


def _one_way(shape: str, iso: str, time: dt.time | None) -> Stamp | None:
    try:
        day = dt.date.fromisoformat(iso)
    except ValueError:
        return None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    sureness = Sureness.CERTAIN if time is not None or shape == "week" else Sureness.LIKELY
    return Stamp(shape, sureness, {"ymd": day}, time)


def _days(parts: tuple[str, str, str], orders: tuple[str, ...], weekday: int | None) -> dict[str, dt.date]:
    found: dict[str, dt.date] = {}
    for order in orders:
        year, month, day = (parts[place] for place in _ORDERS[order])
        full = int(year)
        if len(year) < 3:
            full += 1900 if full >= _FIRST_SHORT_YEAR else 2000
        date = _date(full, int(month), int(day))
        if date is not None:
            found[order] = date
    return {order: day for order, day in found.items() if weekday in {None, day.weekday()}} or found


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


def _time(hour: str, minute: str, second: str, half: str, offset: str) -> dt.time | None:
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:
            # jrnl writes what its owner asked for: '%H:%M %p' gives '19:11 PM'.
            half = "" if half == "p" and 12 < hours < 24 else "" if half == "a" and hours == 0 else "?"
        else:
            hours = hours % 12 + (12 if half == "p" else 0)
    zone = None
    if offset:
        digits = offset.strip("+-").replace(":", "")
        ahead = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) if digits.isdecimal() else dt.timedelta()
        if half == "?" or ahead >= dt.timedelta(days=1):
            return None
        zone = dt.timezone(-ahead if offset.startswith("-") else ahead)
    try:
        return dt.time(hours, int(minute or 0), min(int(second or 0), 59), tzinfo=zone) if half != "?" else None
    except ValueError:
        return None


@dataclass(slots=True)
class _Shape:
    """All headings of one shape: in which orders each of them is a day, and whether they rise in it as jrnl sorts."""

    sureness: Sureness
    orders: set[str]
    count: int = 0
    impossible: int = 0
    marks: dict[str, int] = field(default_factory=dict)
    latest: dict[str, dt.date] = field(default_factory=dict)
    unsorted: set[str] = field(default_factory=set)
    first: tuple[str, int] = ("", 0)
    """The first that could be several days, and its line."""
    clash: tuple[str, int] = ("", 0)
    """The first that left no order."""
    chosen: str = ""

    def note(self, stamp: Stamp, where: tuple[str, int]) -> None:
        self.count += 1
        days = stamp.days
        if not days:
            self.impossible += 1
            return
        had = bool(self.orders)
        self.orders &= days.keys()
        if had and not self.orders:
            self.clash = where
        if not self.first[0] and len(set(days.values())) > 1:
            self.first = where
        for order in self.orders:
            day = days[order]
            self.marks[order] = hash((self.marks.get(order, 0), day))
            if self.latest.get(order, day) > day:
                self.unsorted.add(order)
            self.latest[order] = day

    def possible(self) -> set[str]:
        """Return the orders in which every heading is a day, those that do not fit the sequence of years left out."""
        year_last = self.orders - {"ymd"}
        if "ymd" in self.orders and year_last:
            is_first_sorted, is_last_sorted = "ymd" not in self.unsorted, bool(year_last - self.unsorted)
            if is_first_sorted != is_last_sorted:
                return {"ymd"} if is_first_sorted else year_last
        return self.orders


class Headings:
    """The headings of one journal: first each is noted, then it is decided how they are meant, then each is read."""

    def __init__(self, *, has_days_elsewhere: bool = False) -> None:
        """Begin with none.

        Args:
            has_days_elsewhere: Whether the days are known without the headings, from the names of files.
        """
        self._has_days_elsewhere = has_days_elsewhere
        self._shapes: dict[str, _Shape] = {}
        self._accepted = Sureness.CERTAIN

    def note(self, blob: str, line: int) -> None:
        """Take what stands in brackets into account, if it is a date."""
        stamp = read_stamp(blob)
        if stamp is None:
            return
        shape = self._shapes.get(stamp.shape)
        if shape is None:
            shape = self._shapes[stamp.shape] = _Shape(stamp.sureness, set(stamp.days) or set(_ORDERS))
        shape.note(stamp, (blob, line))

    def decide(self, day_order: str) -> bool:
        """Find out how the headings are meant; return whether there are any.

        Args:
            day_order: 'day-first' or 'month-first' for what the file does not tell.

        Raises:
            InputRefused: They contradict each other, or could be several days and nothing tells which.
        """
        counts = Counter[Sureness]()
        for shape in self._shapes.values():
            counts[shape.sureness] += shape.count
        dated = counts[Sureness.CERTAIN] + counts[Sureness.LIKELY]
        if not dated:
            self._accepted = Sureness.CLOCK
            return self._has_days_elsewhere and bool(counts)
        # A number that only looks like a date counts where it is what the headings look like.
        self._accepted = Sureness.LIKELY if counts[Sureness.LIKELY] > counts[Sureness.CERTAIN] else Sureness.CERTAIN
        if not self._has_days_elsewhere:
            for shape in self._shapes.values():
                if shape.sureness >= self._accepted:
                    shape.chosen = _chosen(shape, day_order)
        return True

    def read(self, blob: str) -> tuple[dt.date | None, dt.time | None] | None:
        """Return day and time of a heading; the day None where it does not exist; None where it is no heading."""
        stamp = read_stamp(blob)
        if stamp is None or stamp.sureness < self._accepted:
            return None
        return stamp.days.get(self._shapes[stamp.shape].chosen), stamp.time


def _chosen(shape: _Shape, day_order: str) -> str:
    if not shape.orders:
        blob, line = shape.clash
        raise InputRefused(
            f"The heading {shown(blob)} on line {line} has day, month and year in another order than those before it. "
            f"Import {BY_JSON}."
        )
    if shape.impossible > 1 and 2 * shape.impossible > shape.count:
        raise InputRefused(f"Most of its headings name a day that does not exist. Import {BY_JSON}.")
    possible = shape.possible()
    if len({shape.marks.get(order, 0) for order in possible}) == 1:
        return sorted(possible)[0]
    order = _ORDER_OF.get(day_order, "")
    if order in possible:
        return order
    blob, line = shape.first
    stamp = read_stamp(blob)
    days = [str(When(day)) for order, day in stamp.days.items() if order in possible] if stamp else []
    meanings = " or ".join(dict.fromkeys(days))
    raise InputRefused(
        f"Is {shown(blob)} on line {line} {meanings}? No heading of the file tells. Set day_order to"
        f' "{DAY_FIRST}" or "{MONTH_FIRST}", or import {BY_JSON}.'
    )
