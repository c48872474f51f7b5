"""How big it was: exact decimals, and what no amount can be."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import impact
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.impact import accept_amount, amount_text, read_amount, worked_out, written_amount

AMOUNTS = st.decimals(0, Decimal("1e12"), allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("118", "118"),
        (" 118 ", "118"),
        ("6,490", "6490"),
        ("1,206,490.50", "1206490.50"),
        ("6 490", "6490"),
        ("6\u00a0490\u00a0000", "6490000"),
        ("6\u202f490", "6490"),
        ("6'490", "6490"),
        ("1.5", "1.5"),
        ("0.1", "0.1"),
        (".5", "0.5"),
        ("0", "0"),
        ("0007", "7"),
    ],
)
def test_an_amount_is_read_exactly_as_typed(typed: str, amount: str) -> None:
    assert accept_amount(typed) == Decimal(amount)


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "many", "nan", "NaN", "inf", "-inf", "Infinity", "sNaN", "-1", "+1", "-0", "1e5", "1E5", "1e999999999",
        "1,5", "6,49", "1,2345", "6,490,0", "1.206.490", "1,206 490", "1 2", "12 5", "1..5", "½", "²", "٣", "１２",
        "118 drops", "€5", "5%", "0x10", "1_", "9" * 31, "\x1b[2J",
    ],
)  # fmt: skip
def test_what_is_no_amount_or_could_be_read_in_two_ways_is_refused(typed: str) -> None:
    with pytest.raises(ValueRefused, match="is not a number from zero up") as refusal:
        accept_amount(typed)
    assert "\x1b" not in str(refusal.value)


@given(st.text())
def test_no_text_makes_reading_an_amount_crash(typed: str) -> None:
    try:
        amount = accept_amount(typed)
    except ValueRefused:
        return
    assert amount.is_finite()
    assert amount >= 0


@pytest.mark.parametrize(
    ("amount", "text"),
    [("118", "118"), ("1.50", "1.5"), ("100", "100"), ("1E+3", "1000"), ("0.00", "0"), ("0.1", "0.1"), ("5.0", "5")],
)
def test_an_amount_has_one_way_to_be_written(amount: str, text: str) -> None:
    assert amount_text(Decimal(amount)) == text


@given(AMOUNTS)
def test_an_amount_written_and_read_again_is_the_same(amount: Decimal) -> None:
    text = amount_text(amount)
    assert Decimal(text) == amount
    assert amount_text(Decimal(text)) == text
    assert "E" not in text


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"amount": "-1"}, "from zero up"),
        ({"amount": "NaN"}, "from zero up"),
        ({"amount": "Infinity"}, "from zero up"),
        ({"amount": "1e31"}, "30 digits"),
        ({"amount_high": Decimal("NaN")}, "from zero up"),
        ({"working_rate": Decimal(-2)}, "from zero up"),
        ({"amount": "10", "amount_high": Decimal(9)}, "upper end"),
        ({"unit": ""}, "needs to say of what"),
        ({"currency": "eur"}, "not a currency code"),
        ({"currency": "EURO"}, "not a currency code"),
        ({"amount": "11", "out_of": Decimal(10)}, "more than what it is out of"),
        ({"amount": "1", "amount_high": Decimal(11), "out_of": Decimal(10)}, "more than what it is out of"),
        ({"over_from": dt.date(2024, 2, 2), "over_to": dt.date(2024, 2, 1)}, "ends before it begins"),
    ],
)
def test_an_impact_that_cannot_be_is_refused_with_its_reason(facts: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueRefused, match=reason):
        impact(**facts)


def test_an_impact_at_its_limits_is_fine() -> None:
    day = dt.date(2024, 2, 2)
    whole = impact("10", amount_high=Decimal(10), out_of=Decimal(10), over_from=day, over_to=day)
    assert whole.amount_high == whole.amount_low
    assert impact("0", unit="", currency="EUR").unit == ""


@pytest.mark.parametrize(
    ("typed", "low", "high", "currency"),
    [
        ("118", "118", None, ""),
        ("80-120", "80", "120", ""),
        ("80 – 120", "80", "120", ""),
        ("80 to 120", "80", "120", ""),
        ("between 80 and 120", "80", "120", ""),
        ("from 1,200 to 1,500", "1200", "1500", ""),
        ("118-118", "118", None, ""),
        ("€6,490", "6490", None, "EUR"),
        ("6490 eur", "6490", None, "EUR"),
        ("$5-10", "5", "10", "USD"),
        ("5-10 PLN", "5", "10", "PLN"),
    ],
)
def test_an_amount_a_range_and_a_currency_are_read(typed: str, low: str, high: str | None, currency: str) -> None:
    assert read_amount(typed) == (Decimal(low), Decimal(high) if high else None, currency)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "The amount is empty"),
        ("120-80", "write 80-120"),
        ("1-2-3", "neither an amount nor a range"),
        ("-5", "neither an amount nor a range"),
        ("5 EUR to 6 USD", "one currency"),
        ("2 million", "Write it out: 2,000,000"),
        ("118 failed drops", '"failed drops" as what it is of'),
        ("nan", "not a number"),
        ("1e5", "."),
    ],
)
def test_an_amount_that_cannot_be_read_is_refused_with_what_to_write(typed: str, reason: str) -> None:
    with pytest.raises(ValueRefused, match=reason):
        read_amount(typed)


@given(st.text())
def test_no_text_makes_reading_a_range_crash(typed: str) -> None:
    try:
        low, high, _ = read_amount(typed)
    except ValueRefused:
        return
    assert impact(low, amount_high=high).amount_low == low


@given(AMOUNTS, st.none() | AMOUNTS, st.sampled_from(["", "EUR", "ALL"]))
def test_an_amount_written_for_the_form_is_read_back_as_it_was(
    low: Decimal, more: Decimal | None, currency: str
) -> None:
    low = Decimal(f"{low:.4f}")
    high = None if more is None else low + Decimal(f"{more:.2f}") + 1
    assert read_amount(written_amount(low, high, currency)) == (low, high, currency)


def test_a_count_times_a_rate_is_worked_out_exactly() -> None:
    assert worked_out(Decimal("118"), Decimal("0.1")) == Decimal("11.8")
    exact = worked_out(Decimal("9" * 28 + ".1"), Decimal("3.3"))
    assert str(exact) == str(int("9" * 28 + "1") * 33)[:-2] + "." + str(int("9" * 28 + "1") * 33)[-2:]
