"""Words for people: moments as the clock on the wall stood then."""

from __future__ import annotations

import datetime as dt

import pytest

from pivot_journal.domain.words import as_the_clock_stood, moment_label

IN_SUMMER = dt.datetime(2026, 7, 1, 16, tzinfo=dt.UTC)


@pytest.mark.usefixtures("new_york")
@pytest.mark.parametrize("now", [dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC), dt.datetime(2026, 7, 2, 9, tzinfo=dt.UTC)])
def test_a_summers_moment_is_told_in_summer_time_all_year(now: dt.datetime) -> None:
    assert moment_label(as_the_clock_stood(IN_SUMMER, now.astimezone())) == "1 Jul 2026 12:00"


@pytest.mark.usefixtures("new_york")
def test_a_clock_of_another_place_keeps_its_offset() -> None:
    now = dt.datetime(2026, 12, 1, 9, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert moment_label(as_the_clock_stood(IN_SUMMER, now)) == "1 Jul 2026 18:00"
