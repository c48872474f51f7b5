"""Dates as notes have them: in front matter, with or without a time and an offset, and at the start of a file name."""

from __future__ import annotations

import datetime as dt
import re

from pivot_journal.dates import FIRST_YEAR, LAST_YEAR, parse_when
from pivot_journal.domain.errors import DateNotUnderstood, ValueRefused
from pivot_journal.domain.when import UNKNOWN_DAY, When
from pivot_journal.exchange.incoming import shown

_DAY = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
_DAY_AND_TIME = re.compile(
    _DAY + r"(?:[Tt]|[ \t]+)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:[.,](?P<fraction>[0-9]+))?)?"
    r"[ \t]*(?P<half>[AaPp][Mm])?[ \t]*(?P<zone>[Zz]|UTC|GMT|[+-][0-9]{1,2}(?::?[0-9]{2})?)?"
)
_STAMP = re.compile(
    r"(?:(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
    r"|(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?:(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?P<second>[0-9]{2})?)?)"
    r"(?![0-9])"
)
_WIKI_LINK = re.compile(r"\[\[([^\]|#]*)(?:[|#][^\]]*)?\]\]")
_TWO_DAYS = (dt.date(2001, 3, 14), dt.date(2018, 8, 27))


def when_of(written: str, day_order: str = "") -> When:
    """Return the day that a front matter names: the local one that is written, whatever the offset beside it.

    Raises:
        DateNotUnderstood: It is no date, could be two, does not exist, or means another day on each day it is read.
    """
    phrase = written.strip()
    if link := _WIKI_LINK.fullmatch(phrase):
        phrase = link[1].strip()
    if found := _DAY_AND_TIME.fullmatch(phrase):
        if _time_of(found) is None:
            raise DateNotUnderstood(f"{shown(written)} is not a day and time.")
        phrase = "-".join(found.group("year", "month", "day"))
    elif (found := _STAMP.fullmatch(phrase)) and found["hour"]:
        phrase = phrase[:8]
    first, second = (_parsed(phrase, today, day_order) for today in _TWO_DAYS)
    if first is None or first != second:
        raise DateNotUnderstood(f"{shown(written)} is not a date that a note can have, such as 2024-02-06.")
    return first


def moment_of(written: str) -> dt.datetime | None:
    """Return the moment that a date with a time names, by this machine's clock where no offset stands with it."""
    found = _DAY_AND_TIME.fullmatch(written.strip())
    time = _time_of(found) if found else None
    if found is None or time is None:
        return None
    try:
        day = dt.date(*map(int, found.group("year", "month", "day")))
        zone = _zone_of(found["zone"])
        moment = dt.datetime.combine(day, time, zone)
        return moment if zone else moment.astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def stamp_of(name: str) -> tuple[When, dt.datetime | None, str]:
    """Return the day at the start of a file's name, the moment where a time stands with it, and the rest of the name.

    A run of digits that is no day of the calendar is no date.
    """
    found = _STAMP.match(name)
    if found is None:
        return UNKNOWN_DAY, None, name
    year, month, day = (
        int(found[long] or found[short]) for long, short in (("year", "y"), ("month", "m"), ("day", "d"))
    )
    try:
        when = When(dt.date(year, month, day))
    except ValueError:
        return UNKNOWN_DAY, None, name
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return UNKNOWN_DAY, None, name
    moment = None
    if found["hour"]:
        clock = f"{found['hour']}:{found['minute']}:{found['second'] or '00'}"
        moment = moment_of(f"{when.day} {clock}")
        if moment is None:
            return UNKNOWN_DAY, None, name
    return when, moment, name[found.end() :]


def _parsed(phrase: str, today: dt.date, day_order: str) -> When | None:
    try:
        return parse_when(phrase, today, day_order=day_order)
    except DateNotUnderstood as error:
        if "not a date I know" in str(error):  # its examples are of what a person may type
            return None
        raise
    except ValueRefused:
        return None


def _time_of(found: re.Match[str]) -> dt.time | None:
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].casefold() == "pm" else 0)
    try:
        microsecond = int((found["fraction"] or "").ljust(6, "0")[:6])
        return dt.time(hour, minute, 59 if second == 60 else second, microsecond)
    except ValueError:
        return None


def _zone_of(written: str | None) -> dt.tzinfo | None:
    """Return the zone of an offset; None where there is none.

    Raises:
        ValueError: It is a day or more.
    """
    if not written:
        return None
    if written[0] not in "+-":
        return dt.UTC
    digits = written[1:].replace(":", "")
    hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
    offset = dt.timedelta(hours=hours, minutes=minutes)
    return dt.timezone(-offset if written[0] == "-" else offset)
