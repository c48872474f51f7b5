"""Finding this day in earlier years: what the journal finds is what lies around it, however it is asked for."""

from __future__ import annotations

import datetime as dt

import pytest

from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.query import OnThisDay
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When
from pivot_journal.journal import Journal

TODAY = dt.date(2026, 11, 23)
FIRST = dt.date(2019, 11, 10)


@pytest.fixture
def years(journal: Journal) -> list[Observation]:
    """Notes of seven years around November, of every precision, every sixth in the trash, newest first."""
    notes = []
    with journal.in_one_step("fill"):
        for number in range(180):
            day = FIRST.replace(year=2019 + number % 8) + dt.timedelta(days=number % 25)
            precision = (Precision.DAY, Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.YEAR)[number % 5]
            when = UNKNOWN_DAY if number % 31 == 30 else When.of(min(day, TODAY), precision)
            words = f"{'dock' if number % 2 else 'slot'} {number}"
            note = journal.observations.capture(words, observed_on=when)
            notes.append(journal.observations.trash(note.number) if number % 6 == 5 else note)
    return sorted(notes, key=lambda note: (note.observed_on.sort_day, note.number), reverse=True)


@pytest.mark.parametrize(
    ("words", "is_trashed"),
    [
        ("onthisday", False), ("onthisday", True), ("-onthisday", False), ("-onthisday", True),
        ("dock onthisday", False), ("dock -onthisday", False), ("onthisday to:2022", False),
        ("onthisday -dock", False), ("onthisday starred", False),
    ],
)  # fmt: skip
def test_what_is_found_is_what_lies_around_this_day_in_earlier_years(
    journal: Journal, years: list[Observation], words: str, is_trashed: bool
) -> None:
    term = OnThisDay(TODAY)
    wanted = [
        note.number
        for note in years
        if note.is_trashed == is_trashed
        and (term.around(note.observed_on) is not None) != ("-onthisday" in words)
        and ("dock" not in words or ("dock" in note.text) != ("-dock" in words))
        and ("to:2022" not in words or (note.observed_on.day is not None and note.observed_on.day.year <= 2022))
        and "starred" not in words
    ]
    chosen = Filter(words=words, trashed=is_trashed)
    assert [note.number for note in journal.observations.page(chosen, limit=-1)] == wanted
    assert journal.observations.count(chosen) == len(wanted)
    assert bool(wanted) == ("starred" not in words)


def test_in_an_empty_journal_nothing_lies_around_it(journal: Journal) -> None:
    assert journal.observations.page(Filter(words="onthisday"), limit=-1) == []
    journal.observations.capture("without a date", observed_on=UNKNOWN_DAY)
    assert journal.observations.page(Filter(words="onthisday"), limit=-1) == []


def test_this_day_moves_with_the_calendar(journal: Journal) -> None:
    for day in (dt.date(2024, 11, 23), dt.date(2025, 11, 23), dt.date(2026, 11, 23)):
        journal.observations.capture(f"note of {day.year}", observed_on=When(day))
    found = journal.observations.page(Filter(words="onthisday"), limit=-1)
    assert [note.text for note in found] == ["note of 2025", "note of 2024"]
