"""Days known only so exactly: their order, how they are said, and how long before a launch they were."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import when
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When, lead_time

KNOWN = [precision for precision in Precision if precision is not Precision.UNKNOWN]
NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
DAYS = st.dates(dt.date(2, 1, 1), dt.date.max)
WHENS = st.builds(When.of, DAYS, st.sampled_from(KNOWN))


@pytest.mark.parametrize(
    ("date", "said", "spoken"),
    [
        ("2024-02-06", "6 February 2024", "on 6 February 2024"),
        ("2024-02", "February 2024", "in February 2024"),
        ("Q1 2024", "Q1 2024", "in Q1 2024"),
        ("Q4 2024", "Q4 2024", "in Q4 2024"),
        ("spring 2023", "spring 2023", "in spring 2023"),
        ("autumn 2023", "autumn 2023", "in autumn 2023"),
        ("winter 2023", "winter 2023–24", "in winter 2023–24"),
        ("winter 1999", "winter 1999–00", "in winter 1999–00"),
        ("2023", "2023", "in 2023"),
        ("", "no date", ""),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(date: str, said: str, spoken: str) -> None:
    assert (str(when(date)), when(date).spoken) == (said, spoken)


@pytest.mark.parametrize(
    ("day", "precision", "first", "last"),
    [
        ("2024-02-06", Precision.DAY, "2024-02-06", "2024-02-06"),
        ("2024-02-06", Precision.MONTH, "2024-02-01", "2024-02-29"),
        ("2023-12-31", Precision.MONTH, "2023-12-01", "2023-12-31"),
        ("2024-02-06", Precision.QUARTER, "2024-01-01", "2024-03-31"),
        ("2024-11-30", Precision.QUARTER, "2024-10-01", "2024-12-31"),
        ("2024-02-06", Precision.SEASON, "2023-12-01", "2024-02-29"),
        ("2024-12-01", Precision.SEASON, "2024-12-01", "2025-02-28"),
        ("2024-05-31", Precision.SEASON, "2024-03-01", "2024-05-31"),
        ("2024-02-06", Precision.YEAR, "2024-01-01", "2024-12-31"),
        ("9999-12-06", Precision.MONTH, "9999-12-01", "9999-12-31"),
    ],
)
def test_a_stretch_knows_its_first_and_last_day(day: str, precision: Precision, first: str, last: str) -> None:
    stretch = When.of(dt.date.fromisoformat(day), precision)
    assert (str(stretch.day), str(stretch.last_day)) == (first, last)


@given(DAYS, st.sampled_from(KNOWN))
def test_the_stretch_of_a_day_contains_it_and_is_its_own_stretch(day: dt.date, precision: Precision) -> None:
    stretch = When.of(day, precision)
    assert stretch.day is not None
    assert stretch.last_day is not None
    assert stretch.day <= day <= stretch.last_day
    assert When.of(stretch.last_day, precision) == stretch


@pytest.mark.parametrize("precision", [p for p in KNOWN if p is not Precision.DAY])
def test_a_stretch_that_does_not_begin_on_its_first_day_is_refused(precision: Precision) -> None:
    with pytest.raises(ValueRefused, match=f"not the first day of a {precision}"):
        When(dt.date(2024, 2, 2), precision)


def test_a_date_is_unknown_exactly_when_it_has_no_day() -> None:
    with pytest.raises(ValueRefused):
        When(None, Precision.DAY)
    with pytest.raises(ValueRefused):
        When(dt.date(2024, 2, 6), Precision.UNKNOWN)
    assert UNKNOWN_DAY.last_day is None


def test_a_winter_before_the_first_year_is_refused_rather_than_a_crash() -> None:
    with pytest.raises(ValueRefused):
        When.of(dt.date(1, 1, 5), Precision.SEASON)


def test_of_two_dates_with_the_same_first_day_the_vaguer_one_sorts_first() -> None:
    spring = [When.of(dt.date(2024, 3, 1), p) for p in (Precision.SEASON, Precision.MONTH, Precision.DAY)]
    january = [When.of(dt.date(2024, 1, 1), p) for p in (Precision.YEAR, Precision.QUARTER, Precision.DAY)]
    wanted = [UNKNOWN_DAY, *january, *spring]
    assert sorted(wanted, key=lambda date: date.sort_day) == wanted
    assert len({date.sort_day for date in wanted}) == len(wanted)


@given(WHENS, WHENS)
def test_an_earlier_first_day_always_sorts_first(one: When, other: When) -> None:
    assert one.day is not None
    assert other.day is not None
    if one.day < other.day:
        assert one.sort_day < other.sort_day
    assert UNKNOWN_DAY.sort_day < one.sort_day < 1 << 31


@pytest.mark.parametrize(
    ("noted", "launched", "lead"),
    [
        ("2024-02-06", "2024-04-09", "63 days"),
        ("2024-02-06", "2024-02-07", "1 day"),
        ("2024-02-06", "2024-02-06", ""),
        ("2024-02-06", "2024-02-05", ""),
        ("2023-01-01", "2024-01-01", "365 days"),
        ("2024-02", "2024-04-09", "about a month"),
        ("2024-02-06", "2024-03", "about a month"),
        ("2024-02-06", "2024-04", "about two months"),
        ("2024-02-10", "2024-03", "at least two weeks"),
        ("2024-02-23", "2024-03", "at least a week"),
        ("2024-02-24", "2024-03", "at least six days"),
        ("2024-02", "2024-03-01", "at least a day"),
        ("2024-03-31", "2024-04", "at least a day"),
        ("2023-12-31", "2024", "at least a day"),
        ("2024-02", "2024-02-29", ""),
        ("2024-02-06", "2024-02", ""),
        ("2024-02-06", "Q1 2024", ""),
        ("2024-02-06", "Q2 2024", "about two months"),
        ("spring 2023", "2024-04-15", "about ten months"),
        ("spring 2023", "2024-06-03", "about a year"),
        ("2022-12", "2024-03-01", "about 14 months"),
        ("2021", "2024", "about two years"),
        ("2021-06", "2024", "over two years"),
        ("2000", "2024", "about 23 years"),
        ("2024", "2024-12-31", ""),
        ("", "2024-04-09", ""),
        ("2024-02-06", "", ""),
    ],
)
def test_the_lead_is_said_no_more_exactly_than_both_dates_are_known(noted: str, launched: str, lead: str) -> None:
    assert lead_time(when(noted), when(launched)) == lead


@given(WHENS, WHENS)
def test_there_is_a_lead_exactly_when_the_one_surely_lies_before_the_other(noted: When, launched: When) -> None:
    assert noted.last_day is not None
    assert launched.day is not None
    lead = lead_time(noted, launched)
    assert bool(lead) == (noted.last_day < launched.day)
    both_are_days = noted.precision is launched.precision is Precision.DAY
    assert not lead or lead.startswith(("about", "over", "at least")) != both_are_days


@given(WHENS, WHENS)
def test_a_vague_lead_is_never_a_week_longer_than_what_is_sure(noted: When, launched: When) -> None:
    lead = lead_time(noted, launched)
    if lead.startswith(("about", "over", "at least")):
        assert noted.last_day is not None
        assert launched.day is not None
        number, unit = lead.removeprefix("about ").removeprefix("over ").removeprefix("at least ").split()
        count = 1 if number == "a" else NUMBERS.index(number) if number in NUMBERS else int(number)
        days = count * {"day": 1, "week": 7, "month": 30.43, "year": 365.2}[unit.removesuffix("s")]
        assert days <= (launched.day - noted.last_day).days + 7
