"""A line of dates to scale: noted, launched, and what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from pivot_journal.domain.when import MONTHS, Precision, When
from pivot_journal.tui.widgets.rows import Line
from pivot_journal.tui.wrapping import cut

NEAREST = 4
"""The least cells between one date and the next."""
LONGEST_LABEL = 22


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with a word or two under it."""

    when: When
    label: str
    weight: int = 0
    """The heavier stays where there is no room for all."""


def timeline(moments: Sequence[Moment], width: int) -> list[Line]:
    """Return two lines: the dates at their places to scale, and under each what it was.

    A stretch of the line is broken where one of its ends is not known to the day.

    Args:
        moments: In any order; those without a date are left out.
        width: Cells.

    Returns:
        Nothing where fewer than two dates are known or fit.
    """
    dated = sorted((m for m in moments if m.when.day is not None), key=lambda m: (_middle(m.when), m.weight))
    while len(dated) >= 2:
        labels = _labels(dated)
        places = _places(dated, labels, width)
        if places is not None:
            return _draw(dated, labels, places)
        dated.remove(min(dated, key=lambda m: m.weight))
    return []


def _labels(dated: Sequence[Moment]) -> list[tuple[str, str]]:
    """Return date and word of each; a year stands where it is not that of the date before."""
    labels = []
    year = 0
    for moment in dated:
        day = moment.when.day
        assert day is not None
        labels.append((_short(moment.when, says_year=day.year != year), _brief(moment.label)))
        year = day.year
    return labels


def _brief(label: str) -> str:
    """Return a label in a few cells, cut after a whole word where there is one."""
    if cell_len(label) <= LONGEST_LABEL:
        return label
    shorter = cut(label, LONGEST_LABEL).removesuffix("…")
    return f"{shorter.rpartition(' ')[0] or shorter}…"


def _short(when: When, *, says_year: bool) -> str:
    if when.day is None or when.precision in {Precision.QUARTER, Precision.SEASON, Precision.YEAR}:
        return str(when)
    month = MONTHS[when.day.month - 1][:3]
    text = f"{when.day.day} {month}" if when.precision is Precision.DAY else month
    return f"{text} {when.day.year}" if says_year or when.precision is Precision.MONTH else text


def _places(dated: Sequence[Moment], labels: Sequence[tuple[str, str]], width: int) -> list[int] | None:
    """Return the column of each date: to scale as far as the words leave room; None where they do not fit."""
    widths = [max(cell_len(date), cell_len(word)) for date, word in labels]
    days = [_middle(moment.when).toordinal() for moment in dated]
    span = max(days[-1] - days[0], 1)
    room = width - widths[-1]
    if room < 0:
        return None
    places: list[int] = []
    for place, (day, _) in enumerate(zip(days, widths, strict=True)):
        ideal = round((day - days[0]) / span * room)
        least = places[-1] + widths[place - 1] + NEAREST if places else 0
        places.append(max(ideal, least))
    limit = room
    for place in range(len(places) - 1, -1, -1):
        places[place] = min(places[place], limit)
        if place:
            limit = places[place] - widths[place - 1] - NEAREST
    return places if places[0] >= 0 else None


def _draw(dated: Sequence[Moment], labels: Sequence[tuple[str, str]], places: Sequence[int]) -> list[Line]:
    top: list[tuple[str, str]] = []
    bottom: list[tuple[str, str]] = []
    at_top = at_bottom = 0
    for place, (date, word) in enumerate(labels):
        if place:
            sure = all(dated[i].when.precision is Precision.DAY for i in (place - 1, place))
            dashes = places[place] - at_top - 2
            top.append((f" {('─' if sure else '╌') * dashes} ", "faint"))
        top.append((date, ""))
        at_top = places[place] + cell_len(date)
        bottom.append((" " * (places[place] - at_bottom), ""))
        bottom.append((word, "dim"))
        at_bottom = places[place] + cell_len(word)
    return [Line(top), Line(bottom)]


def _middle(when: When) -> dt.date:
    assert when.day is not None
    assert when.last_day is not None
    return when.day + (when.last_day - when.day) / 2
