"""What stands in an entry of Day One: the day and moment, and the text without its backslashes."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pivot_journal.dates import FIRST_YEAR, LAST_YEAR
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.when import UNKNOWN_DAY, When
from pivot_journal.exchange.incoming import shown

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(
    r"(^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\2[`~]*[ \t]*$|\Z))|(?<![`\\])(`+)(?!`)[^\n]{1,2000}?(?<!`)\3(?!`)", re.M | re.S
)
_OFFSET = re.compile(r"(?:GMT|UTC)([+-])([0-9]{1,2})(?::?([0-9]{2}))?")


def plain(text: str) -> str:
    """Return a text of Day One without the backslashes that it puts before signs; in code they are meant."""
    if "\\" not in text:
        return text
    made, end = [], 0
    for code in _CODE.finditer(text) if "`" in text or "~" in text else ():
        made += [*_ESCAPED.split(text[end : code.start()]), code[0]]
        end = code.end()
    return "".join([*made, *_ESCAPED.split(text[end:])])


def when_written(record: dict[str, Any]) -> tuple[When, dt.datetime | None]:
    """Return the local day of an entry and its moment; where no time zone stands with it, the day as it is written.

    Raises:
        ValueRefused: The date is none, or the time zone is not known, so that the day is not sure.
    """
    written = record.get("creationDate")
    if written is None or written == "":
        return UNKNOWN_DAY, None
    if not isinstance(written, str):
        raise ValueRefused('"creationDate" is not a text')
    try:
        moment = dt.datetime.fromisoformat(written.strip())
    except ValueError:
        raise ValueRefused(f"{shown(written)} is not a date of Day One, such as 2024-02-06T23:30:00Z") from None
    zone = _zone(record)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone or dt.UTC)
    try:
        day = (moment.astimezone(zone) if zone else moment).date()
    except (OverflowError, ValueError):
        day = moment.date()
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueRefused(f"{shown(written)} is outside the years {FIRST_YEAR} to {LAST_YEAR}")
    return When(day), moment


def _zone(record: dict[str, Any]) -> dt.tzinfo | None:
    name = record.get("timeZone")
    if name is None or name == "":
        location = record.get("location")
        name = location.get("timeZoneName") if isinstance(location, dict) else None
    if name is None or name == "":
        return None
    if isinstance(name, str):
        if found := _OFFSET.fullmatch(name):
            offset = dt.timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
            if offset < dt.timedelta(days=1):
                return dt.timezone(-offset if found[1] == "-" else offset)
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):  # a name with '..' or of a folder is refused as a value
            pass
    raise ValueRefused(f"{shown(str(name))} is not a time zone that this machine knows, so the day is not sure")
