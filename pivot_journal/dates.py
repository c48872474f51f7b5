"""Dates in English words, leaning to the past, as a journal is told.

Everything is read by a small grammar of our own, because a wrong day is worse than a refused one. parsedatetime
reads only what it is reliable for: an amount of days, weeks, months or years before or after a day that is already
known. Left alone, version 2.6 takes `monday last week` for a Wednesday, `end of last month` for its first day and
`2 days after march 3 2024` for a day in 2025. It costs 50 ms to import, so only such a phrase imports it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from pivot_journal.domain.errors import DateNotUnderstood, StillToCome
from pivot_journal.domain.when import MONTHS, SEASON_OF_MONTH, Precision, When

Bias = Literal["past", "future"]
"""Which way a phrase leans that names neither its direction nor its year."""

DAY_FIRST = "day-first"
MONTH_FIRST = "month-first"
FIRST_YEAR, LAST_YEAR = 1900, 2200

_EXAMPLES = "yesterday, last friday, 3 mar, march 2023, spring 2023, 2024-02-06"
_OUTSIDE = f"is outside the years {FIRST_YEAR} to {LAST_YEAR}."
_NO_SUCH_DAY = "is a day that does not exist."
_LONGEST_ECHO = 40
_LONGEST_PREFIX = 30

_FIXED = {"today": 0, "yesterday": -1, "day before yesterday": -2, "tomorrow": 1, "day after tomorrow": 2}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = {"month": (Precision.MONTH, 1), "quarter": (Precision.QUARTER, 3), "year": (Precision.YEAR, 12)}
_NAMED = {"M": Precision.MONTH, "S": Precision.SEASON, "Q": Precision.QUARTER}

# Kind and value of each word: Weekday 0-6, first month of a Month, Season or Quarter.
_WORDS = (
    {name: ("W", number) for number, name in enumerate(_WEEKDAYS)}
    | {name[:3]: ("W", number) for number, name in enumerate(_WEEKDAYS)}
    | {"tues": ("W", 1), "weds": ("W", 2), "thurs": ("W", 3)}
    | {name.casefold(): ("M", number) for number, name in enumerate(MONTHS, 1)}
    | {name[:3].casefold(): ("M", number) for number, name in enumerate(MONTHS, 1)}
    | {"sept": ("M", 9), "fall": ("S", 9)}
    | {name: ("S", number) for number, name in SEASON_OF_MONTH.items()}
    | {f"q{number}": ("Q", number * 3 - 2) for number in (1, 2, 3, 4)}
)
_ORDINARY_WEEKDAYS = {"sat", "sun", "wed"}

# Plain strings: compiled at import they would cost every command 3 ms, dated or not.
_YEAR = r"[0-9]{4}"
_DAY_NUMBER = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_WINTER_YEARS = r"([0-9]{4})[-/]([0-9]{2}(?:[0-9]{2})?)"
_YEAR_FIRST = r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})"
_COMPACT = r"(?P<year>(?:19|2[0-2])[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])"
_YEAR_AND_MONTH = r"([0-9]{4})[-/](0?[1-9]|1[0-2])"
_YEAR_LAST = r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|(?<=/)[0-9]{2})"
_WEEK = r"(?:this|last|next) week(?:end)?"
_OFFSET = r"(?:([0-9]{1,4}|[a-z]+) )?((day|week|month|year)s?) (before|after|from) (.+)"
_DIGIT_NEXT_TO_LETTER = r"(?<=[0-9])-(?=[a-z])|(?<=[a-z])-(?=[0-9])"
_PREFIX_COLON = r":(?=\s|\Z)"


def parse_when(phrase: str, today: dt.date, *, day_order: str = "", bias: Bias = "past") -> When:
    """Read a phrase that is a date from its first word to its last.

    A weekday, a month, a season, or a day and month without a year is the latest one that has begun, today's
    included. `last` is the latest one that is over, `next` the first that has not begun, `this` the one of the
    current week (Monday to Sunday) or calendar year. Phrases that name their direction or year (`tomorrow`,
    `in 3 days`, `2030-01-01`) mean what they say. `winter 2023` begins in December 2023. Days and weeks count to
    a day, `2 months ago` to a month, `two years ago` to a year; `last week` is refused, being neither.

    Args:
        phrase: What was typed; case, commas, extra blanks, 'the', 'of' and a leading 'on' or 'in' do not matter.
        today: The local day that 'today' means.
        day_order: 'day-first' or 'month-first' to read `02/03/2024`; anything else refuses it.
        bias: 'future' reads what names no direction as the next one, today's included; for launches.

    Raises:
        DateNotUnderstood: It is no date, could be two, does not exist, or lies outside 1900 to 2200.
    """
    when = _read(phrase, _Reader(today, day_order, bias))
    if when is None:
        raise DateNotUnderstood(f"{_quoted(phrase)} is not a date I know. Try: {_EXAMPLES}.")
    return when


def parse_observed_on(phrase: str, today: dt.date, *, day_order: str = "") -> When:
    """Read when something was observed; it has begun by today, though its month or year may not be over.

    Raises:
        DateNotUnderstood: As for `parse_when`.
        StillToCome: It begins after today.
    """
    return _begun(phrase, parse_when(phrase, today, day_order=day_order), today)


def split_prefix(
    text: str, today: dt.date, *, day_order: str = "", may_be_ahead: bool = False
) -> tuple[When | None, str]:
    """Split `yesterday: label printer down` into its date and the rest.

    What stands before the first colon that a blank or the end follows counts if it has at most 30 characters
    and all of it is a date. A single word that is often something else does not: a month, a season, a year,
    `sat`, `sun` and `wed` (`may: …`, `2024: a year in review`); `in may`, `last fall` and `friday` do.

    Returns:
        The date and the text after the colon without leading blanks; or None and the text as it was.

    Raises:
        DateNotUnderstood: The prefix is plainly a date but cannot be placed (`02/03/2024`, `31 feb`, `last week`);
            as text it would be stored under a wrong day.
        StillToCome: The prefix is a date that begins after today, and may not be ahead.
    """
    colon = re.search(_PREFIX_COLON, text)
    prefix = text[: colon.start()].strip() if colon else ""
    if colon is None or len(prefix) > _LONGEST_PREFIX or _is_ordinary_word(prefix):
        return None, text
    when = _read(prefix, _Reader(today, day_order, "past"))
    if when is None:
        return None, text
    return when if may_be_ahead else _begun(prefix, when, today), text[colon.end() :].lstrip()


class _CannotBePlaced(Exception):
    """A date that is none of the calendar's, or not one alone; the text continues after the quoted phrase."""


@dataclass(frozen=True, slots=True)
class _Reader:
    """The grammar, for one day and one way of leaning; None from a method means: not a date of this kind."""

    today: dt.date
    day_order: str
    bias: Bias

    def known(self, words: list[str]) -> When | None:
        """Read what needs no library."""
        if words[:1] in (["on"], ["in"]):
            words = words[1:]
        text = " ".join(words)
        if text in _FIXED:
            return When(self.today + dt.timedelta(days=_FIXED[text]))
        if re.fullmatch(_WEEK, text):
            raise _CannotBePlaced("is several days: name one of them (last friday, 2024-02-06), or the month.")
        if len(words) == 2 and words[0] in {"last", "this", "next"}:
            return self._relative(words[0], words[1])
        return (len(words) == 1 and self._numeric(text)) or self._named(words)

    def _numeric(self, text: str) -> When | None:
        if found := re.fullmatch(_YEAR_FIRST, text) or re.fullmatch(_COMPACT, text):
            return When(_day(*found.group("year", "month", "day")))
        if found := re.fullmatch(_YEAR_AND_MONTH, text):
            return When(_day(found[1], found[2], 1), Precision.MONTH)
        if found := re.fullmatch(_YEAR_LAST, text):
            if len(found[4]) == 2:
                raise _CannotBePlaced("needs its year in four digits; 2024-02-06 and 6 feb 2024 always work.")
            if self.day_order == DAY_FIRST:
                return When(_day(found[4], found[3], found[1]))
            if self.day_order == MONTH_FIRST:
                return When(_day(found[4], found[1], found[3]))
            raise _CannotBePlaced(
                "may have the day or the month first. Write 2024-02-06 or 6 feb 2024, "
                f'or set the day order to "{DAY_FIRST}" or "{MONTH_FIRST}".'
            )
        return None

    def _named(self, words: list[str]) -> When | None:
        """Read words and numbers in any order; the kinds that occur decide what they are together."""
        tokens = [_token(word) for word in words]
        kinds = "".join(sorted(kind for kind, _ in tokens))
        value = dict(tokens)
        if kinds == "W":
            return self._weekday(self.bias, value["W"])
        if kinds in {"M", "S"}:
            return self._stretch(self.bias, kinds, value[kinds])
        if kinds == "Y":
            return When(_day(value["Y"], 1, 1), Precision.YEAR)
        if kinds in {"MY", "SY", "QY"}:
            return When(_day(value["Y"], value[kinds[0]], 1), _NAMED[kinds[0]])
        if kinds == "SV" and value["S"] == 12:
            return When(_day(value["V"], 12, 1), Precision.SEASON)
        if kinds in {"DMY", "DMWY"}:
            day = _day(value["Y"], value["M"], value["D"])
        elif kinds in {"DM", "DMW"}:
            day = self._yearless(value["M"], value["D"])
        else:
            return None
        if day.weekday() != value.get("W", day.weekday()):
            raise _CannotBePlaced(f"does not fit: {When(day)} is a {_WEEKDAYS[day.weekday()].capitalize()}.")
        return When(day)

    def _relative(self, which: str, word: str) -> When | None:
        """Read the second word of 'last …', 'this …' or 'next …'."""
        if word in _UNITS:
            precision, months = _UNITS[word]
            starts = [dt.date(year, month, 1) for year in self._years(2) for month in range(1, 13, months)]
            return When(self._pick(which, starts, precision), precision)
        kind, value = _token(word)
        if kind == "W":
            return self._weekday(which, value)
        return self._stretch(which, kind, value) if kind in {"M", "S"} else None

    def _weekday(self, which: str, number: int) -> When:
        this = self.today + dt.timedelta(days=number - self.today.weekday())
        if which == "this":
            return When(this)
        return When(self._pick(which, [this + dt.timedelta(weeks=n) for n in (-1, 0, 1)], Precision.DAY))

    def _stretch(self, which: str, kind: str, month: int) -> When:
        starts = [dt.date(year, month, 1) for year in self._years(2)]
        return When(self._pick(which, starts, _NAMED[kind]), _NAMED[kind])

    def _yearless(self, month: int, day: int) -> dt.date:
        # Eight years either way hold a 29 February, even around 1900 and 2100.
        days = [found for year in self._years(8) if (found := _date_or_none(year, month, day))]
        if not days:
            raise _CannotBePlaced(_NO_SUCH_DAY)
        return self._pick(self.bias, days, Precision.DAY)

    def _years(self, around: int) -> range:
        return range(self.today.year - around, self.today.year + around + 1)

    def _pick(self, which: str, starts: Iterable[dt.date], precision: Precision) -> dt.date:
        """Choose among first days that lie on both sides of today."""
        spans = [(first, When(first, precision).last_day or first) for first in sorted(starts)]
        if which == "last":
            return [first for first, last in spans if last < self.today][-1]
        if which == "next":
            return next(first for first, _ in spans if first > self.today)
        if which == "this":
            current = [first for first, last in spans if first <= self.today <= last]
            return (current or [first for first, last in spans if last.year == self.today.year])[-1]
        if which == "future":
            return next(first for first, last in spans if last >= self.today)
        return [first for first, _ in spans if first <= self.today][-1]

    def offset(self, words: list[str]) -> When | None:
        """Read '3 days ago', 'in two weeks', 'a week before last friday'."""
        text = " ".join(words)
        if text.startswith("in "):
            text = f"{text[3:]} from today"
        elif text.endswith(" from now"):
            text = f"{text[:-4]} today"
        elif text.endswith(" ago"):
            text = f"{text[:-4]} before today"
        if (found := re.fullmatch(_OFFSET, text)) is None:
            return None
        amount, units, unit, relation, anchor_text = found.groups("")
        if not amount and units != "day":  # 'the day before friday' is a day, 'the week before friday' is not
            return None
        # 'a week from friday' means the coming one, whichever way the rest leans.
        reader = replace(self, bias="future") if relation == "from" else self
        anchor = reader.known(anchor_text.split())
        if anchor is None or anchor.day is None or anchor.precision is not Precision.DAY:
            return None
        day = _moved(anchor.day, amount or "a", units, back=relation == "before")
        precision, _ = _UNITS.get(unit, (Precision.DAY, 0))
        return When.of(day, precision) if day else None


def _moved(anchor: dt.date, amount: str, unit: str, *, back: bool) -> dt.date | None:
    """Let parsedatetime count; None unless it took the whole phrase for an amount of days or more."""
    import parsedatetime  # 50 ms, and the quick path seldom needs it

    calendar = parsedatetime.Calendar(
        parsedatetime.Constants("en_US", usePyICU=False), version=parsedatetime.VERSION_CONTEXT_STYLE
    )
    if not amount.isdigit() and amount not in calendar.ptc.numbers:
        return None
    phrase = f"{amount} {unit} ago" if back else f"in {amount} {unit}"
    for moment, context, start, end, _ in calendar.nlp(phrase, dt.datetime.combine(anchor, dt.time(12))) or ():
        if (start, end) == (0, len(phrase)) and context.hasDate and not context.hasTime:
            day: dt.date = moment.date()
            return day
    return None


def _read(phrase: str, reader: _Reader) -> When | None:
    """Read a phrase, or return None if it is no date at all.

    Raises:
        DateNotUnderstood: It is plainly a date, but not one that can be used.
    """
    try:
        words = _words(phrase)
        when = reader.known(words) or reader.offset(words)
        if when and when.day and not FIRST_YEAR <= when.day.year <= LAST_YEAR:
            raise _CannotBePlaced(_OUTSIDE)
    except _CannotBePlaced as reason:
        raise DateNotUnderstood(f"{_quoted(phrase)} {reason}") from None
    return when


def _begun(phrase: str, when: When, today: dt.date) -> When:
    if when.day and when.day > today:
        raise StillToCome(
            phrase, f"{_quoted(phrase)} ({when}) is in the future; an observation is of something that happened."
        )
    return when


def _words(phrase: str) -> list[str]:
    text = phrase.casefold().replace("–", "-").replace(",", " ")
    text = re.sub(_DIGIT_NEXT_TO_LETTER, " ", text)  # 3-mar-2024, 2023-q3
    return [word for raw in text.split() if (word := raw.rstrip(".")) not in {"", "the", "of"}]


def _token(word: str) -> tuple[str, int]:
    """Return a word's kind (Weekday, Month, Season, Quarter, Year, winter's V, Day, or ?) and value."""
    if word in _WORDS:
        return _WORDS[word]
    if re.fullmatch(_YEAR, word):
        return "Y", int(word)
    if found := re.fullmatch(_DAY_NUMBER, word):
        return "D", int(found[1])
    if (found := re.fullmatch(_WINTER_YEARS, word)) and str(int(found[1]) + 1).endswith(found[2]):
        return "V", int(found[1])
    return "?", 0


def _is_ordinary_word(prefix: str) -> bool:
    words = _words(prefix)
    return len(words) == 1 and (words[0] in _ORDINARY_WEEKDAYS or _token(words[0])[0] in {"M", "S", "Y"})


def _day(year: str | int, month: str | int, day: str | int) -> dt.date:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise _CannotBePlaced(_OUTSIDE)
    if (found := _date_or_none(int(year), int(month), int(day))) is None:
        raise _CannotBePlaced(_NO_SUCH_DAY)
    return found


def _date_or_none(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _quoted(phrase: str) -> str:
    """Return the phrase as a message may show it: on one line, short, nothing that steers a terminal."""
    shown = " ".join("".join(c if c.isprintable() else " " for c in phrase).split())
    return f'"{shown}"' if len(shown) <= _LONGEST_ECHO else f'"{shown[: _LONGEST_ECHO - 1]}…"'
