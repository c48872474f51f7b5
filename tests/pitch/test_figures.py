"""The figures of a text: what counts as one, what it comes to, and what is left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pivot_journal.pitch.figures import Exactness, Figure, Kind, figures, measures


def only(text: str) -> Figure:
    found = figures(text)
    assert len(found) == 1, [figure.words for figure in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("118 failed drops", "118", Kind.COUNT, "118"),
        ("6,490 lines", "6,490", Kind.COUNT, "6490"),
        ("$6,490 in invoices", "$6,490", Kind.MONEY, "6490"),
        ("6.5k orders", "6.5k", Kind.COUNT, "6500"),
        ("€1.2m of stock", "€1.2m", Kind.MONEY, "1200000"),
        ("12,000 EUR a year", "12,000 EUR", Kind.MONEY, "12000"),
        ("two million dollars", "two million dollars", Kind.MONEY, "2000000"),
        ("39% of them", "39%", Kind.SHARE, "39"),
        ("forty percent more", "forty percent", Kind.SHARE, "40"),
        ("twenty-one trucks", "twenty-one", Kind.COUNT, "21"),
        ("two hundred and ten calls", "two hundred and ten", Kind.COUNT, "210"),
        ("half a million letters", "half a million", Kind.COUNT, "500000"),
        ("a dozen mails", "a dozen", Kind.COUNT, "12"),
        ("half a dozen mails", "half a dozen", Kind.COUNT, "6"),
        ("it took 51 minutes per truck", "51 minutes", Kind.DURATION, "51"),
        ("3x slower", "3x", Kind.MULTIPLE, "3"),
        ("the pile doubled", "doubled", Kind.MULTIPLE, "2"),
        ("twice as many calls", "twice", Kind.MULTIPLE, "2"),
        ("thousands of hours", "thousands", Kind.MAGNITUDE, "1000"),
    ],
)
def test_a_figure_is_read_in_digits_and_words(text: str, words: str, kind: Kind, value: str) -> None:
    figure = only(text)
    assert (figure.words, figure.kind, figure.low) == (words, kind, Decimal(value))


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("29 of 90 people", Decimal(29) / 90),
        ("nine of thirty", Decimal("0.3")),
        ("70 of the 73 pages", Decimal(70) / 73),
        ("one in five parcels", Decimal("0.2")),
        ("39%", Decimal("0.39")),
        ("two thirds of them", Decimal(2) / 3),
        ("half of them", Decimal("0.5")),
    ],
)
def test_a_share_is_a_part_of_one(text: str, share: Decimal) -> None:
    told = only(text).share
    assert told is not None
    assert abs(told - share) < Decimal("1e-9")


@pytest.mark.parametrize("text", ["80–120 hours", "80 to 120 hours", "between 80 and 120 hours", "80-120 hours"])
def test_a_range_has_two_ends(text: str) -> None:
    figure = only(text)
    assert (figure.low, figure.high) == (Decimal(80), Decimal(120))


def test_a_change_is_two_figures() -> None:
    assert [figure.low for figure in figures("it went from 800 to 1,750 items")] == [Decimal(800), Decimal(1750)]


@pytest.mark.parametrize(
    ("text", "exactness"),
    [
        ("about 120 drops", Exactness.ABOUT),
        ("120 drops or so", Exactness.ABOUT),
        ("nearly 120 drops", Exactness.UNDER),
        ("over 100 drops", Exactness.OVER),
        ("at least 100 drops", Exactness.OVER),
        ("118 drops", Exactness.EXACT),
    ],
)
def test_how_exactly_it_is_said(text: str, exactness: Exactness) -> None:
    assert only(text).exactness is exactness


@pytest.mark.parametrize(
    "text",
    [
        "aisle 9",
        "ward 6",
        "ticket 311",
        "version 3.2",
        "the 3.2 release",
        "Q1",
        "#4471",
        "page 6",
        "week 12",
        "17 May 2024",
        "on 4 June",
        "May 4",
        "between 3 and 28 February",
        "2024-05-04",
        "in 2023",
        "at 02:10",
        "at 2 am",
        "by six.",
        "at ten past two",
        "the 2nd time",
        "the third party",
        "a third tool",
        "four years in support",
        "for two weeks I counted",
        "in six weeks",
        "four days later",
        "the second half",
        "posted twice",
        "B2B",
        "covid-19",
        "ISO 9001",
        "no one",
        "the first one",
    ],
)
def test_what_only_dates_or_names_is_no_measure(text: str) -> None:
    assert measures(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On 4 June 1,900 payouts were held", [1900]),
        ("In June 38 drivers waited", [38]),
        ("In October 28 drivers lost 5 hours", [28, 5]),
        ("On 5 September 44 guests came", [44]),
        ("That week 23 tickets came", [23]),
        ("2024 parcels", [2024]),
    ],
)
def test_a_count_beside_a_date_is_still_a_count(text: str, values: list[int]) -> None:
    assert [figure.low for figure in measures(text)] == values


def test_the_noun_is_what_is_counted() -> None:
    assert only("118 failed drops in the north").noun == "failed drops"


def test_a_row_of_numbers_is_read_one_by_one() -> None:
    assert len(figures("1 and " * 80 + "2")) == 81


def test_of_a_table_only_the_first_numbers_are_read() -> None:
    """A text that holds more is no telling: every number costs its time, in each rule that asks for figures."""
    assert len(figures("4,500 " * 2_000)) == 500


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    places = [(figure.start, figure.end) for figure in figures(text)]
    assert places == sorted(places)
    assert all(text[figure.start : figure.end] == figure.words for figure in figures(text))


_PIECES = st.sampled_from([
    "118", "6,490", "$", "€", "%", " of ", " to ", "–", "half ", "a ", "third", "two ", "hundred", " and ", "dozen",
    "k", "m", "x", "May ", "4", "2024", ":", ".", ",", "between ", "from ", "about ", "minutes", " in ", "one", "#",
    "ward ", "-", " ",
])  # fmt: skip


@settings(max_examples=120)
@given(st.lists(_PIECES, max_size=12).map("".join))
def test_pieces_of_numbers_never_overlap(text: str) -> None:
    end = 0
    for figure in figures(text):
        assert text[figure.start : figure.end] == figure.words
        assert figure.start >= end
        end = figure.end
