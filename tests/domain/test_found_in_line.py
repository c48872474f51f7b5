"""Where a search is found in the one line that is drawn of a text, and which days are this day in earlier years."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pivot_journal.dates import parse_when
from pivot_journal.domain import highlight
from pivot_journal.domain.highlight import LOOKED_AHEAD, matches, matches_in_line
from pivot_journal.domain.query import Condition, OnThisDay
from pivot_journal.domain.query_parser import parse_query
from pivot_journal.domain.text import clean, one_line
from pivot_journal.domain.when import Precision, When

TODAY = dt.date(2026, 11, 24)
WIDE = 400


def found(text: str, words: str, length: int = WIDE) -> list[str]:
    """Return what is marked in the line that is drawn of a text."""
    line, places = matches_in_line(parse_query(words, lenient=True), text, length)
    assert line == one_line(text[:length])
    return [line[start:end] for start, end in places]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The dock was late.", "dock late", ["dock", "late"]),
        ("\n\n  The\tdock\r\nwas   late", "was", ["was"]),
        ("late\x1b[1m dock\x07 full", "dock", ["dock"]),
        ("do\x00ck dock", "dock", ["dock"]),
        ("dock\u202e full\u2028dock", '"full dock"', ["full dock"]),
        ("漢字 dock 漢字dock", "dock 漢", ["漢", "dock", "漢"]),
        ("a cafe\u0301s, a café", "cafe", ["cafe\u0301", "café"]),
        ("e\u0301tude", "et", ["e\u0301t"]),
        ("full\n#dock  today", "tag:dock", ["#dock"]),
        ("👩\u200d🔧 and 👩", "👩", ["👩\u200d🔧", "👩"]),
        ("a 🔧 and 👩\u200d🔧", "🔧", ["🔧", "👩\u200d🔧"]),
        ("👍🏽 good", "👍", ["👍🏽"]),
        ("⚠\ufe0f care", "⚠", ["⚠\ufe0f"]),
        ("50 %\n\n% of it", "%", ["%", "%"]),
        ("dock", "-dock late", []),
        ("", "dock", []),
        ("   ", "dock", []),
    ],
)
def test_what_was_found_is_marked_in_the_line_that_is_drawn(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


def test_a_word_that_is_cut_where_the_line_ends_is_known_for_what_it_is() -> None:
    text = "at the dockyard"
    assert found(text, "dockyard", 11) == ["dock"]
    assert found(text, '"dock"', 11) == []
    assert found(text, '"the dockyard"', 11) == ["the dock"]


@given(
    st.text(st.sampled_from("ab 12#%\n\t\r\x00\x1b\x1c\x85\u2028\u202e\ud800é漢\u3000"), max_size=40),
    st.text(st.sampled_from('ab12#%é漢 "'), max_size=6),
    st.integers(0, 40),
)
@example("a\x00b", "b", 40)
@example(" a", "a", 40)
def test_a_place_in_the_line_is_the_same_words_as_the_place_in_the_users_own_text(
    text: str, words: str, length: int
) -> None:
    query = parse_query(words, lenient=True)
    line, places = matches_in_line(query, text, length)
    assert line == one_line(text[:length])
    own = [text[start : min(end, length)] for start, end in matches(query, text) if start < length]
    assert "".join("".join(line[start:end].split()) for start, end in places) == "".join(
        "".join(clean(piece).split()) for piece in own
    )
    ends = [0, *(place for pair in places for place in pair)]
    assert ends == sorted(ends)
    assert all(end <= len(line) for end in ends)


def test_no_more_of_a_long_text_is_looked_at_than_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []

    def counted(query: object, text: str) -> list[tuple[int, int]]:
        looked_at.append(len(text))
        return []

    monkeypatch.setattr(highlight, "matches", counted)
    found("dock\x1b late " * 2_000, "dock", 150)
    assert looked_at == [150 + LOOKED_AHEAD]


def test_accents_are_never_parted_from_their_letter() -> None:
    text = "e\u0301\u0323 %\u0301 a\u0308b"
    for words in ("e", "%", "a", "ab"):
        for piece in found(text, words):
            rest = text[text.index(piece) + len(piece) :]
            assert not rest or not unicodedata.combining(rest[0])


# This day in earlier years


def test_on_this_day_is_read_as_of_the_day_it_is_and_can_be_left_out() -> None:
    def read_date(phrase: str) -> When:
        return parse_when(phrase, TODAY)

    assert parse_query("onthisday", read_date).conditions == (Condition(OnThisDay(TODAY)),)
    assert parse_query("-OnThisDay", read_date).conditions == (Condition(OnThisDay(TODAY), is_negated=True),)
    assert not parse_query("onthisday", lenient=True).conditions  # nobody says what day it is
    assert parse_query("onthisday", lenient=True).problems


@pytest.mark.parametrize(
    ("today", "when", "around"),
    [
        ("2026-11-24", "2025-11-24", "2025-11-24"),
        ("2026-11-24", "2025-11-21", "2025-11-24"),
        ("2026-11-24", "2025-11-27", "2025-11-24"),
        ("2026-11-24", "2025-11-20", None),
        ("2026-11-24", "2025-11-28", None),
        ("2026-11-24", "2026-11-24", None),
        ("2026-11-24", "2026-11-22", None),
        ("2026-11-24", "2027-11-24", None),
        ("2026-11-24", "2011-11-23", "2011-11-24"),
        ("2026-11-24", "2025-11", "2025-11-24"),
        ("2026-11-24", "2025-12", None),
        ("2026-11-24", "2026-11", None),
        ("2026-01-02", "2024-12-30", "2025-01-02"),
        ("2026-01-02", "2025-12-30", None),
        ("2026-01-02", "2024-12", None),
        ("2026-12-30", "2026-01-02", "2025-12-30"),
        ("2028-02-29", "2027-02-28", "2027-02-28"),
        ("2028-02-29", "2024-02-29", "2024-02-29"),
        ("2028-02-29", "2024-02-26", "2024-02-29"),
    ],
)
def test_on_this_day_is_three_days_around_it_or_its_month_in_earlier_years(
    today: str, when: str, around: str | None
) -> None:
    term = OnThisDay(dt.date.fromisoformat(today))
    date = When.of(dt.date.fromisoformat(f"{when}-01"[:10]), Precision.DAY if when.count("-") == 2 else Precision.MONTH)
    assert term.around(date) == (dt.date.fromisoformat(around) if around else None)


@given(
    st.dates(),
    st.sampled_from([each for each in Precision if each is not Precision.UNKNOWN]),
    st.integers(-1500, 1500),
)
@example(dt.date(1, 1, 1), Precision.DAY, 0)
@example(dt.date(2, 1, 1), Precision.MONTH, -365)
@example(dt.date(9999, 12, 31), Precision.MONTH, -365)
@example(dt.date(2026, 11, 24), Precision.DAY, -60_000)
def test_the_dates_that_are_asked_for_are_those_that_lie_around_it(
    today: dt.date, precision: Precision, away: int
) -> None:
    day = dt.date.fromordinal(min(max(today.toordinal() + away, 1), dt.date.max.toordinal()))
    if precision is Precision.SEASON and day.year < 2:
        return
    when = When.of(day, precision)
    assert when.day is not None
    term = OnThisDay(today)
    assert (term.around(when) is not None) == (when in term.dates(when.day))
