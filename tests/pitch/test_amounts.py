"""An impact is said as exactly as it is known."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitch.builders import impact
from pivot_journal.domain.impact import Basis
from pivot_journal.domain.text import clean
from pivot_journal.pitch.amounts import (
    amount_said,
    amount_with_basis,
    basis_sentence,
    impact_sentence,
    length_said,
    names_amount,
    public_amount,
)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "118 failed drops · I counted"),
        ({"working": "driver log"}, "118 failed drops · I counted (driver log)"),
        (
            {"basis": Basis.ESTIMATED, "working_count": Decimal(59), "working_rate": Decimal(2)},
            "about 118 failed drops · I worked it out (59 × 2)",
        ),
        ({"basis": Basis.REPORTED}, "118 failed drops · I was told"),
    ],
)
def test_an_amount_is_shown_with_how_it_is_known(facts: dict[str, Any], words: str) -> None:
    assert amount_with_basis(impact(**facts)) == words


def test_no_amount_is_written_with_an_exponent() -> None:
    assert amount_said(impact("1E-12", "hours")) == "0.000000000001 hours"
    assert amount_said(impact("1E+20", "", currency="EUR")) == f"1{'0' * 20} EUR"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"over_length": "six weeks"}, "118 failed drops in six weeks"),
        ({"over_length": "in six weeks"}, "118 failed drops in six weeks"),
        ({"over_length": "Over six weeks."}, "118 failed drops over six weeks"),
        ({"over_length": "per week"}, "118 failed drops per week"),
        ({"over_length": "every Monday"}, "118 failed drops every Monday"),
        ({"amount": "9", "out_of": Decimal(30)}, "9 of 30 failed drops"),
        ({"amount": "1200"}, "1,200 failed drops"),
        ({"amount": "3.50", "unit": "hours"}, "3.5 hours"),
        ({"amount": "80", "amount_high": Decimal(120), "unit": "hours"}, "between 80 and 120 hours"),
        ({"amount": "80", "amount_high": Decimal(80), "unit": "hours"}, "80 hours"),
        ({"amount": "12", "unit": "hours a week", "over_length": "six weeks"}, "12 hours a week over six weeks"),
        ({"amount": "12", "unit": "hours a week", "over_length": "a week"}, "12 hours a week"),
        ({"amount": "6490", "unit": "", "currency": "USD"}, "$6,490"),
        ({"amount": "6490.5", "unit": "", "currency": "EUR"}, "€6,490.50"),
        ({"amount": "6490.00", "unit": "", "currency": "CHF"}, "CHF 6,490"),
        ({"amount": "0.125", "unit": "a parcel", "currency": "USD"}, "$0.125 in a parcel"),
        (
            {"amount": "6490", "unit": "redelivery invoices", "currency": "USD", "over_length": "six weeks"},
            "$6,490 in redelivery invoices over six weeks",
        ),
        ({"over_from": dt.date(2024, 4, 15)}, "118 failed drops since 15 April 2024"),
        ({"over_to": dt.date(2024, 5, 26)}, "118 failed drops up to 26 May 2024"),
    ],
)
def test_an_amount_reads_as_one_would_say_it(facts: dict[str, Any], words: str) -> None:
    assert amount_said(impact(**facts)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-04-15", "2024-05-26", "in six weeks"),
        ("2024-04-15", "2024-05-27", "in six weeks"),
        ("2024-04-15", "2024-05-29", "between 15 April and 29 May 2024"),
        ("2024-02-06", "2024-02-06", "on 6 February 2024"),
        ("2024-02-06", "2024-02-08", "in three days"),
        ("2024-02-05", "2024-02-11", "in a week"),
        ("2024-05-01", "2024-05-31", "in May 2024"),
        ("2024-03-01", "2024-05-31", "in three months"),
        ("2023-01-01", "2023-12-31", "in 2023"),
        ("2023-07-01", "2024-06-30", "in a year"),
        ("2024-01-10", "2024-06-09", "in five months"),
        ("2023-11-20", "2024-03-03", "between 20 November 2023 and 3 March 2024"),
    ],
)
def test_a_stretch_is_rounded_only_where_that_is_exact_within_a_day(first: str, last: str, words: str) -> None:
    assert length_said(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == words


def test_what_was_counted_stands_plain() -> None:
    assert impact_sentence(impact(over_length="six weeks")) == "I counted 118 failed drops in six weeks."


def test_an_estimate_says_so() -> None:
    assert impact_sentence(impact(basis=Basis.ESTIMATED)) == "By my estimate, it came to about 118 failed drops."


def test_an_estimated_range_is_vague_enough() -> None:
    estimated = impact("80", "hours", amount_high=Decimal(120), basis=Basis.ESTIMATED)
    assert impact_sentence(estimated) == "By my estimate, it came to between 80 and 120 hours."


def test_hearsay_says_so() -> None:
    assert impact_sentence(impact(basis=Basis.REPORTED)) == "I was told it was 118 failed drops."


@pytest.mark.parametrize("basis", list(Basis))
def test_the_same_kind_of_number_is_worded_differently_from_story_to_story(basis: Basis) -> None:
    known = impact(basis=basis)
    assert len({impact_sentence(known, position) for position in range(3)}) == 3


def test_how_a_number_is_known_is_said_where_it_was_written_down() -> None:
    assert basis_sentence(impact(working="redelivery invoices")) == "That is from the redelivery invoices."
    assert basis_sentence(impact(working="my own tally")) == "That is from my own tally."
    assert basis_sentence(impact(working="counted at the bench")) == "I counted at the bench."
    assert basis_sentence(impact(working="the finance lead", basis=Basis.REPORTED)) == (
        "I have that from the finance lead."
    )
    assert basis_sentence(impact()) == ""
    worked_out = impact("6490", "", currency="USD", working_count=Decimal(118), working_rate=Decimal(55))
    assert basis_sentence(worked_out) == "How I know: 118 × $55."


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("I counted 118 failed drops.", True),
        ("A hundred drops failed.", False),
        ("I counted one hundred eighteen failed drops.", True),
        ("I counted one hundred and eighteen failed drops.", True),
        ("It was aisle 118.", False),
        ("1118 failed drops", False),
        ("118.5 failed drops", False),
        ("", False),
    ],
)
def test_a_sentence_gives_the_number_when_it_has_figure_and_noun(text: str, is_named: bool) -> None:
    assert names_amount(text, impact()) is is_named


def test_money_is_recognised_with_and_without_its_comma() -> None:
    money = impact("6490", "", currency="USD")
    assert names_amount("That was $6,490.", money)
    assert names_amount("That was 6490 dollars.", money)


def test_the_public_form_can_stand_for_the_amount() -> None:
    assert public_amount(impact(public_form="over a hundred failed drops")) == "over a hundred failed drops"
    assert public_amount(impact(basis=Basis.ESTIMATED)) == "about 118 failed drops"


@given(
    st.decimals(min_value=0, max_value=10**30, allow_nan=False, allow_infinity=False),
    st.sampled_from(["", "USD", "JPY", "XQZ"]),
    st.text(min_size=1, max_size=20).filter(lambda unit: clean(unit) != ""),
    st.text(max_size=20),
)
def test_any_amount_can_be_said(amount: Decimal, currency: str, unit: str, length: str) -> None:
    known = impact(str(amount), unit, currency=currency, over_length=length)
    assert amount_said(known)
    assert impact_sentence(known)
    names_amount(unit, known)


@given(st.dates(), st.dates())
def test_any_stretch_can_be_said(one: dt.date, other: dt.date) -> None:
    assert length_said(*sorted((one, other)))
