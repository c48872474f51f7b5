"""Amounts as a person types them: single or a range, with a currency, counted times a rate."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.impact import read_amount, worked_out, written_amount


@pytest.mark.parametrize(
    ("typed", "low", "high", "currency"),
    [
        ("118", "118", None, ""),
        ("6,490", "6490", None, ""),
        ("3.5", "3.5", None, ""),
        ("80-120", "80", "120", ""),
        ("80 – 120", "80", "120", ""),
        ("80 to 120", "80", "120", ""),
        ("80 TO 120", "80", "120", ""),
        ("between 80 and 120", "80", "120", ""),
        ("from 80 to 120", "80", "120", ""),
        ("120-120", "120", None, ""),
        ("€6,490", "6490", None, "EUR"),
        ("6490 EUR", "6490", None, "EUR"),
        ("6490 eur", "6490", None, "EUR"),
        ("6 490 €", "6490", None, "EUR"),
        ("$1.2", "1.2", None, "USD"),
        ("US$5", "5", None, "USD"),
        ("€80-120", "80", "120", "EUR"),
        ("£80 to £120", "80", "120", "GBP"),
        ("  118\n", "118", None, ""),
    ],
)
def test_what_a_person_types_is_read(typed: str, low: str, high: str | None, currency: str) -> None:
    assert read_amount(typed) == (Decimal(low), None if high is None else Decimal(high), currency)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "is empty"),
        ("   ", "is empty"),
        ("a lot", "not a number"),
        ("-5", "neither an amount nor a range"),
        ("80-", "neither an amount nor a range"),
        ("2024-02-06", "neither an amount nor a range"),
        ("120-80", "write 80-120"),
        ("118 failed drops", '"failed drops" as what it is of'),
        ("10 to 20 hours", '"hours" as what it is of'),
        ("35%", '"%" as what it is of'),
        ("12 FTE", '"FTE" as what it is of'),
        ("118 all", '"all" as what it is of'),
        ("6.5k", "6,500"),
        ("1.2 million", "1,200,000"),
        ("€5 - $6", "not EUR and USD"),
        ("€5 USD", "not EUR and USD"),
        ("1,5", "not a number"),
        ("٣", "not a number"),
        ("\x1b[2J", "as what it is of"),
    ],
)
def test_what_cannot_be_stored_is_refused_with_what_to_write(typed: str, reason: str) -> None:
    with pytest.raises(ValueRefused) as refusal:
        read_amount(typed)
    assert reason in str(refusal.value)
    assert "\x1b" not in str(refusal.value)


@given(st.text())
def test_no_text_makes_reading_crash(typed: str) -> None:
    try:
        low, high, currency = read_amount(typed)
    except ValueRefused:
        return
    assert low >= 0
    assert high is None or high > low
    assert currency == "" or (len(currency) == 3 and currency.isupper())


AMOUNTS = st.decimals(min_value=0, max_value=10**12, places=3, allow_nan=False, allow_infinity=False)


@given(AMOUNTS, AMOUNTS, st.sampled_from(["", "EUR", "ALL", "USD"]), st.booleans())
def test_what_is_written_for_the_form_reads_back_as_the_same(
    one: Decimal, other: Decimal, currency: str, is_range: bool
) -> None:
    low, high = min(one, other), max(one, other)
    upper = high if is_range and high != low else None
    assert read_amount(written_amount(low, upper, currency)) == (low, upper, currency)


def test_a_count_times_a_rate_is_exact() -> None:
    assert worked_out(Decimal(280), Decimal("0.075")) == Decimal(21)
    assert str(worked_out(Decimal(280), Decimal("0.075"))) == "21"
    assert str(worked_out(Decimal("9" * 30), Decimal("0.5"))) == "4" + "9" * 29 + ".5"
