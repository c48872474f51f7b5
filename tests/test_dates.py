"""Dates in words: what is read, what is refused, and that nothing slips through as a wrong day."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pivot_journal.dates import Bias, parse_observed_on, parse_when, split_prefix
from pivot_journal.domain.errors import DateNotUnderstood, ValueRefused
from pivot_journal.domain.when import MONTHS, Precision, When

TODAY = dt.date(2024, 5, 15)  # a Wednesday in spring and in the second quarter

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))
TODAYS = st.dates(dt.date(1950, 1, 1), dt.date(2150, 12, 31))
BIASES = st.sampled_from(["past", "future"])
PRECISIONS = st.sampled_from([precision for precision in Precision if precision is not Precision.UNKNOWN])
WORDS = st.sampled_from(
    [
        "a", "the", "on", "in", "of", "at", "last", "this", "next", "ago", "before", "after", "from", "now", "today",
        "yesterday", "tomorrow", "week", "days", "month", "years", "hour", "noon", "eod", "monday", "sat", "may",
        "march", "3", "31", "3rd", "0", "29", "feb", "2024", "2023-24", "9999", "0000", "q3", "spring", "winter",
        "2024-02-30", "02/03/2024", "3.4.2024", "20240303", "two", "zero", "10:30", ",", ":", "–", "½", "٣",
    ]
)  # fmt: skip
PHRASES = st.text(max_size=60) | st.lists(WORDS, max_size=6).map(" ".join)


def iso(when: When) -> str:
    """Say a date as '2024-05 month', or as '2024-05-15' where it is a day."""
    return str(when.day) if when.precision is Precision.DAY else f"{str(when.day)[:7]} {when.precision}"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("today", "2024-05-15"),
        ("yesterday", "2024-05-14"),
        ("the day before yesterday", "2024-05-13"),
        ("tomorrow", "2024-05-16"),
        ("the day after tomorrow", "2024-05-17"),
    ],
)
def test_words_for_the_days_around_today_are_read(phrase: str, expected: str) -> None:
    assert iso(parse_when(phrase, TODAY)) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("monday", "2024-05-13"),
        ("on tuesday", "2024-05-14"),
        ("fri", "2024-05-10"),
        ("thurs", "2024-05-09"),
        ("wednesday", "2024-05-15"),
        ("last wednesday", "2024-05-08"),
        ("next wednesday", "2024-05-22"),
        ("last friday", "2024-05-10"),
        ("next friday", "2024-05-17"),
        ("this monday", "2024-05-13"),
        ("this friday", "2024-05-17"),
    ],
)
def test_a_weekday_is_the_latest_one_unless_a_word_says_otherwise(phrase: str, expected: str) -> None:
    assert iso(parse_when(phrase, TODAY)) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("3 days ago", "2024-05-12"),
        ("0 days ago", "2024-05-15"),
        ("two weeks ago", "2024-05-01"),
        ("a month ago", "2024-04 month"),
        ("2 months ago", "2024-03 month"),
        ("two years ago", "2022-01 year"),
        ("in 3 days", "2024-05-18"),
        ("3 weeks from now", "2024-06-05"),
        ("a week before friday", "2024-05-03"),
        ("a week from friday", "2024-05-24"),
        ("the day before last friday", "2024-05-09"),
        ("2 days after March 3, 2024", "2024-03-05"),
        ("10 days before 2024-02-06", "2024-01-27"),
    ],
)
def test_amounts_are_counted_no_more_exactly_than_they_are_meant(phrase: str, expected: str) -> None:
    assert iso(parse_when(phrase, TODAY)) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("last month", "2024-04 month"),
        ("this month", "2024-05 month"),
        ("next month", "2024-06 month"),
        ("last quarter", "2024-01 quarter"),
        ("this quarter", "2024-04 quarter"),
        ("last year", "2023-01 year"),
        ("this year", "2024-01 year"),
        ("march", "2024-03 month"),
        ("may", "2024-05 month"),
        ("june", "2023-06 month"),
        ("last may", "2023-05 month"),
        ("this august", "2024-08 month"),
        ("spring", "2024-03 season"),
        ("last spring", "2023-03 season"),
        ("last winter", "2023-12 season"),
        ("this winter", "2023-12 season"),
        ("the fall", "2023-09 season"),
        ("next summer", "2024-06 season"),
    ],
)
def test_a_stretch_without_a_year_is_the_latest_that_has_begun(phrase: str, expected: str) -> None:
    assert iso(parse_when(phrase, TODAY)) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("march 2023", "2023-03 month"),
        ("mar 2023", "2023-03 month"),
        ("Sept. 2023", "2023-09 month"),
        ("in may 2024", "2024-05 month"),
        ("2023-03", "2023-03 month"),
        ("spring 2023", "2023-03 season"),
        ("autumn 2022", "2022-09 season"),
        ("the fall of 2022", "2022-09 season"),
        ("winter 2023", "2023-12 season"),
        ("winter 2023–24", "2023-12 season"),
        ("winter 2023/2024", "2023-12 season"),
        ("winter 2199–00", "2199-12 season"),
        ("q3 2023", "2023-07 quarter"),
        ("2023 q3", "2023-07 quarter"),
        ("2023-Q3", "2023-07 quarter"),
        ("2023", "2023-01 year"),
    ],
)
def test_months_seasons_quarters_and_years_are_read(phrase: str, expected: str) -> None:
    assert iso(parse_when(phrase, TODAY)) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("3 mar", "2024-03-03"),
        ("3 march", "2024-03-03"),
        ("march 3", "2024-03-03"),
        ("  MARCH   3RD ", "2024-03-03"),
        ("15 may", "2024-05-15"),
        ("16 may", "2023-05-16"),
        ("29 feb", "2024-02-29"),
        ("3rd of march 2024", "2024-03-03"),
        ("mar 3, 2024", "2024-03-03"),
        ("3-Mar-2024", "2024-03-03"),
        ("Tue, 6 Feb 2024", "2024-02-06"),
        ("2024-03-03", "2024-03-03"),
        ("2024/3/3", "2024-03-03"),
        ("20240303", "2024-03-03"),
        ("6 february 2030", "2030-02-06"),
    ],
)
def test_days_are_read_however_they_are_typed(phrase: str, expected: str) -> None:
    assert iso(parse_when(phrase, TODAY)) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("friday", "2024-05-17"),
        ("wednesday", "2024-05-15"),
        ("3 mar", "2025-03-03"),
        ("15 may", "2024-05-15"),
        ("29 feb", "2028-02-29"),
        ("march", "2025-03 month"),
        ("may", "2024-05 month"),
        ("winter", "2024-12 season"),
        ("last friday", "2024-05-10"),
        ("3 days ago", "2024-05-12"),
        ("3 mar 2024", "2024-03-03"),
    ],
)
def test_a_launch_leans_to_the_future_where_nothing_is_said(phrase: str, expected: str) -> None:
    assert iso(parse_when(phrase, TODAY, bias="future")) == expected


def test_this_winter_is_the_one_that_goes_on() -> None:
    assert iso(parse_when("this winter", dt.date(2024, 12, 24))) == "2024-12 season"
    assert iso(parse_when("this winter", dt.date(2025, 1, 24))) == "2024-12 season"


@pytest.mark.parametrize(("day_order", "expected"), [("day-first", "2024-03-02"), ("month-first", "2024-02-03")])
@pytest.mark.parametrize("phrase", ["02/03/2024", "2.3.2024", "02-03-2024"])
def test_a_numeric_date_is_read_in_the_order_that_is_set(phrase: str, day_order: str, expected: str) -> None:
    assert iso(parse_when(phrase, TODAY, day_order=day_order)) == expected


@pytest.mark.parametrize("phrase", ["02/03/2024", "3.4.2024", "25/03/2024"])
def test_a_numeric_date_is_refused_where_no_order_is_set(phrase: str) -> None:
    with pytest.raises(DateNotUnderstood, match="may have the day or the month first") as refusal:
        parse_when(phrase, TODAY)
    assert f'"{phrase}"' in str(refusal.value)
    assert "Write 2024-02-06 or 6 feb 2024" in str(refusal.value)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("31 feb", "a day that does not exist"),
        ("30 feb 2024", "a day that does not exist"),
        ("29 feb 2023", "a day that does not exist"),
        ("2024-13-01", "a day that does not exist"),
        ("0 march", "a day that does not exist"),
        ("1899", "outside the years 1900 to 2200"),
        ("3 march 2201", "outside the years 1900 to 2200"),
        ("9999 weeks ago", "outside the years 1900 to 2200"),
        ("0000-01-01", "outside the years 1900 to 2200"),
        ("Mon, 6 Feb 2024", "6 February 2024 is a Tuesday"),
        ("02/03/24", "year in four digits"),
        ("last week", "is several days"),
        ("last weekend", "is several days"),
    ],
)
def test_a_date_that_cannot_be_placed_is_refused_with_the_reason(phrase: str, reason: str) -> None:
    with pytest.raises(DateNotUnderstood, match=reason):
        parse_when(phrase, TODAY)


@pytest.mark.parametrize(
    "phrase",
    [
        "", " ", "blorf", "q3", "month", "3", "3rd", "1 2 3", "monday friday", "last 3", "eod", "eom", "noon", "10:30",
        "1030am", "tonight", "an hour ago", "yesterday at noon", "3 days", "3 days ago at 10", "blorf 3 days ago",
        "3 days before the launch", "a week before march", "1.5 days ago", "1 week 2 days ago", "next days ago",
        "noon weeks ago", "9999 years ago", "monday last week", "end of last month", "2023/24", "spring 2023-24",
        "winter 2023-25", "12345678", "3 mar 24", "٣ march", "a few days ago", "the week before last",
        "the week before friday",
    ],
)  # fmt: skip
def test_what_is_not_wholly_a_date_is_no_date(phrase: str) -> None:
    with pytest.raises(DateNotUnderstood, match="is not a date I know"):
        parse_when(phrase, TODAY)


def test_the_refusal_quotes_the_phrase_and_gives_examples_that_work() -> None:
    with pytest.raises(DateNotUnderstood) as refusal:
        parse_when("blorf", TODAY)
    message = str(refusal.value)
    assert message == (
        '"blorf" is not a date I know. Try: yesterday, last friday, 3 mar, march 2023, spring 2023, 2024-02-06.'
    )
    for example in message.partition("Try: ")[2].rstrip(".").split(", "):
        parse_when(example, TODAY)


def test_a_long_phrase_is_shortened_and_cannot_steer_the_terminal() -> None:
    with pytest.raises(DateNotUnderstood) as refusal:
        parse_when("\x1b[31mred\n\u202e" + "long " * 1000, TODAY)
    quoted = re.match(r'"(.*?)"', str(refusal.value))
    assert quoted is not None
    assert quoted[1] == "[31mred long long long long long long l…"
    assert len(quoted[1]) == 40


@pytest.mark.parametrize("phrase", ["today", "last friday", "may 2024", "q2 2024", "spring 2024", "this year"])
def test_an_observation_may_be_of_anything_that_has_begun(phrase: str) -> None:
    assert parse_observed_on(phrase, TODAY) == parse_when(phrase, TODAY)


@pytest.mark.parametrize("phrase", ["tomorrow", "next friday", "june 2024", "2025", "in 3 days"])
def test_an_observation_in_the_future_is_refused(phrase: str) -> None:
    with pytest.raises(ValueRefused, match="is in the future; an observation is of something that happened"):
        parse_observed_on(phrase, TODAY)


@pytest.mark.parametrize(
    ("text", "expected", "rest"),
    [
        ("yesterday: label printer down", "2024-05-14", "label printer down"),
        ("Monday:  twelve pallets", "2024-05-13", "twelve pallets"),
        ("fri: dock 3 shut", "2024-05-10", "dock 3 shut"),
        ("last friday: note: two", "2024-05-10", "note: two"),
        ("3 mar: x", "2024-03-03", "x"),
        ("2024-02-06: x", "2024-02-06", "x"),
        ("march 2023: x", "2023-03 month", "x"),
        ("in may: x", "2024-05 month", "x"),
        ("last fall: x", "2023-09 season", "x"),
        ("3 days ago:\nx\ny", "2024-05-12", "x\ny"),
        ("today:", "2024-05-15", ""),
    ],
)
def test_a_date_before_a_colon_is_taken_off_the_text(text: str, expected: str, rest: str) -> None:
    when, left = split_prefix(text, TODAY)
    assert when is not None
    assert (iso(when), left) == (expected, rest)


@pytest.mark.parametrize(
    "text",
    [
        "", "no colon", ": x", "note: x", "10:30: x", "http://example.org", "monday:x", "blorf yesterday: x",
        "may: x", "March: x", "sat: x", "sun: x", "wed: x", "the fall: x", "spring: x", "second: x", "Q3: results",
        "2024: a year in review", "1.2.10: release", "2023/24: plan", "the    day    before    yesterday: x",
    ],
)  # fmt: skip
def test_any_other_beginning_stays_text(text: str) -> None:
    assert split_prefix(text, TODAY) == (None, text)


@pytest.mark.parametrize("text", ["02/03/2024: x", "02/03/24: x", "31 feb: x", "last week: x", "3 march 1850: x"])
def test_a_prefix_that_is_a_date_but_cannot_be_placed_is_refused(text: str) -> None:
    with pytest.raises(DateNotUnderstood):
        split_prefix(text, TODAY)


def test_a_prefix_in_the_future_is_refused() -> None:
    with pytest.raises(ValueRefused, match="in the future"):
        split_prefix("tomorrow: ship it", TODAY)


def test_a_numeric_prefix_follows_the_order_that_is_set() -> None:
    assert split_prefix("02/03/2024: x", TODAY, day_order="day-first") == (When(dt.date(2024, 3, 2)), "x")


@given(day=DAYS, precision=PRECISIONS, today=TODAYS, bias=BIASES)
@settings(max_examples=40, deadline=None)
def test_every_date_reads_back_as_it_is_said(day: dt.date, precision: Precision, today: dt.date, bias: Bias) -> None:
    when = When.of(max(day, dt.date(1900, 3, 1)), precision)
    assert parse_when(str(when), today, bias=bias) == when


@given(phrase=PHRASES, today=TODAYS, day_order=st.sampled_from(["", "day-first", "?"]), bias=BIASES)
@settings(max_examples=40, deadline=None)
def test_no_phrase_does_anything_but_be_read_or_refused_on_one_line(
    phrase: str, today: dt.date, day_order: str, bias: Bias
) -> None:
    when, refusal = None, ""
    try:
        when = parse_when(phrase, today, day_order=day_order, bias=bias)
    except DateNotUnderstood as error:
        refusal = str(error)
    assert refusal.isprintable()
    assert len(refusal) < 200
    assert when is None or (when.day is not None and 1900 <= when.day.year <= 2200)


@given(phrase=PHRASES, today=TODAYS)
@settings(max_examples=40, deadline=None)
def test_what_was_observed_never_begins_after_today(phrase: str, today: dt.date) -> None:
    try:
        when = parse_observed_on(phrase, today)
    except ValueRefused:
        return
    assert when.day is not None
    assert when.day <= today


@given(text=st.builds("{}: {}".format, PHRASES, st.text(max_size=10)), today=TODAYS)
@settings(max_examples=40, deadline=None)
def test_a_text_keeps_all_that_is_not_its_date(text: str, today: dt.date) -> None:
    try:
        when, rest = split_prefix(text, today)
    except ValueRefused:
        return
    assert text.endswith(rest)
    assert (when is None) == (rest == text)


@given(today=TODAYS, amount=st.integers(0, 400))
@settings(max_examples=40, deadline=None)
def test_amounts_are_counted_right_whatever_today_is(today: dt.date, amount: int) -> None:
    assert parse_when(f"{amount} days ago", today) == When(today - dt.timedelta(days=amount))
    months = today.year * 12 + today.month - 1 - amount
    said = f"{MONTHS[months % 12]} {months // 12}"
    assert str(parse_when(f"{amount} months ago", today)) == said


@given(today=TODAYS, name=st.sampled_from(["monday", "sunday", "june", "winter", "31 dec", "29 feb"]))
@settings(max_examples=40, deadline=None)
def test_the_lean_to_the_past_and_to_the_future_meet_at_today(today: dt.date, name: str) -> None:
    past, future = parse_when(name, today), parse_when(name, today, bias="future")
    assert past.day is not None
    assert future.last_day is not None
    assert past.day <= today <= future.last_day
    assert (past == future) == (past.day <= today <= (past.last_day or today))


def test_the_quick_path_does_not_import_parsedatetime() -> None:
    code = """
import datetime, sys
from pivot_journal.dates import parse_when, split_prefix
for phrase in ("yesterday", "2024-02-06", "last friday", "march 2023", "spring 2023"):
    parse_when(phrase, datetime.date(2024, 5, 15))
split_prefix("note: the label printer is down", datetime.date(2024, 5, 15))
raise SystemExit("parsedatetime" in sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
