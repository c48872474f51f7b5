"""Where the dates of a story lie on its axis."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitch.builders import closed_clinics, day, decision, impact, observation, spring, story, told
from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.domain.tally import Tally, TallyDay
from pivot_journal.domain.when import Precision, When
from pivot_journal.pitch.timeline import Axis, Timeline, timeline_of


def timeline(of: StoryMaterial) -> Timeline | None:
    return timeline_of(of, list(enumerate(of.observations, 1)))


def test_the_axis_begins_and_ends_with_whole_months() -> None:
    axis = Axis.over([dt.date(2024, 2, 6), dt.date(2024, 5, 26)])
    assert dt.date.fromordinal(axis.first) == dt.date(2024, 2, 1)
    assert dt.date.fromordinal(axis.end) == dt.date(2024, 6, 1)
    assert [words for _, words in axis.ticks()] == ["Feb 2024", "Mar", "Apr", "May"]
    assert next(axis.ticks())[0] == 0


@given(st.lists(st.dates(), min_size=1, max_size=3))
def test_any_axis_has_a_few_marks_in_order(days: list[dt.date]) -> None:
    ticks = list(Axis.over(days).ticks())
    places = [place for place, _ in ticks]
    assert 1 <= len(ticks) <= 7
    assert places == sorted(set(places))
    assert all(0 <= place <= 100 for place in places)


def test_a_year_carries_its_number_where_it_begins() -> None:
    axis = Axis.over([dt.date(2023, 9, 21), dt.date(2024, 5, 25)])
    assert [words for _, words in axis.ticks()] == ["Sep 2023", "Nov", "Jan 2024", "Mar", "May"]
    axis = Axis.over([dt.date(2009, 9, 21), dt.date(2024, 5, 25)])
    assert [words for _, words in axis.ticks()] == ["2010", "2015", "2020"]


@pytest.mark.parametrize("precision", [each for each in Precision if each not in {Precision.DAY, Precision.UNKNOWN}])
def test_what_is_vaguer_than_a_day_has_a_width(precision: Precision) -> None:
    axis = Axis.over([dt.date(2023, 1, 1), dt.date(2024, 12, 31)])
    when = When.of(dt.date(2023, 7, 14), precision)
    assert when.day
    assert when.last_day
    at = axis.when(when)
    assert not at.is_day
    assert at.width == pytest.approx(((when.last_day - when.day).days + 1) * 100 / 731)
    assert axis.when(day("2023-07-14")).width == 0


def test_notes_that_would_lie_on_each_other_are_drawn_one_under_the_other_up_to_six_lanes() -> None:
    seen = [observation("Seen", day("2024-02-06"), number=number) for number in range(1, 4)]
    far = observation("Seen", day("2024-05-06"), number=4)
    drawn = timeline(told(seen=[*seen, far]))
    assert drawn
    assert [[mark.number for mark in lane] for lane in drawn.lanes] == [[1, 4], [2], [3]]
    many = timeline(told(seen=[observation("Seen", day("2024-02-06"), number=number) for number in range(1, 40)]))
    assert many
    assert len(many.lanes) == 6
    assert sum(len(lane) for lane in many.lanes) == 39


def test_one_date_alone_is_no_timeline() -> None:
    assert timeline(told(seen=[observation("Seen", spring(2023))])) is None
    assert timeline(told(story(), on=decision(launched_on=day("2024-04-15")))) is None
    assert timeline(told(on=decision(launched_on=day("2024-04-15")), seen=[observation("Seen", spring(2023))]))


def test_the_amount_is_drawn_over_its_own_days_an_open_end_to_the_end() -> None:
    drawn = timeline(closed_clinics())
    assert drawn
    assert drawn.counted
    assert drawn.counted.words == "118 failed drops in six weeks"
    assert drawn.counted.at.left == pytest.approx((15 - 1 + 29 + 31) * 100 / 121)
    since = timeline(told(impacts=[impact(over_from=dt.date(2024, 4, 15))], seen=[observation("x", day("2024-02-06"))]))
    assert since
    assert since.counted
    assert since.counted.at.right == 100


def test_an_amount_without_days_has_those_of_its_tally() -> None:
    days = tuple(TallyDay(day=dt.date(2024, 4, number), amount=2, counts=1) for number in (3, 9))
    counted = Tally(id="tally-1", name="failed drops", days=days)
    of = told(impacts=[impact(tally_id="tally-1")], seen=[observation("x", day("2024-04-01"))])
    drawn = timeline(replace(of, tallies=(counted,)))
    assert drawn
    assert drawn.counted
    assert drawn.counted.words == "failed drops, as I counted them"
    assert drawn.counted.at.left == pytest.approx(2 * 100 / 30)
    assert drawn.counted.at.width == pytest.approx(7 * 100 / 30)
