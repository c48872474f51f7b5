"""How big it was: an amount with its noun, its base, its stretch of time and how it is known."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import clean_fields, one_line

_PLAIN = re.compile(r"[0-9]+\.?[0-9]*|\.[0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?P<mark>[ ,_'\u00a0\u202f])[0-9]{3}((?P=mark)[0-9]{3})*(\.[0-9]+)?")
"""Thousands set apart, by the same mark throughout."""


class Basis(StrEnum):
    """How an amount is known."""

    MEASURED = "measured"
    ESTIMATED = "estimated"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """An amount or range; belongs to a decision. Amounts are exact decimals, never floats."""

    id: str
    decision_id: str
    amount_low: Decimal
    amount_high: Decimal | None = None
    """The upper end of a range; None for a single amount."""
    unit: str = ""
    """A free noun: 'failed drops', 'hours'; empty for money."""
    currency: str = ""
    """The ISO 4217 code where it is money."""
    out_of: Decimal | None = None
    over_from: dt.date | None = None
    over_to: dt.date | None = None
    over_length: str = ""
    """A stretch of time in words, where no days are known: 'six weeks'."""
    basis: Basis = Basis.ESTIMATED
    working: str = ""
    """Where it comes from or how it was worked out, in words."""
    working_count: Decimal | None = None
    working_rate: Decimal | None = None
    public_form: str = ""
    """What may be said instead of the exact amount."""
    observation_ids: tuple[str, ...] = ()
    """The observations that back it, in order."""

    def __post_init__(self) -> None:
        clean_fields(self)
        for amount in (self.amount_low, self.amount_high, self.out_of, self.working_count, self.working_rate):
            if amount is not None and (not amount.is_finite() or amount < 0 or amount.adjusted() > 30):
                raise ValueRefused("An amount is a number from zero up, of at most 30 digits.")
        if self.amount_high is not None and self.amount_high < self.amount_low:
            raise ValueRefused("The upper end of a range cannot be below its lower end.")
        if not self.unit and not self.currency:
            raise ValueRefused("An amount needs to say of what: a noun such as 'failed drops', or a currency code.")
        if self.currency and not re.fullmatch("[A-Z]{3}", self.currency):
            raise ValueRefused(f'"{self.currency}" is not a currency code. Write three letters, such as EUR or USD.')
        if self.out_of is not None and (self.amount_high or self.amount_low) > self.out_of:
            raise ValueRefused("The amount cannot be more than what it is out of.")
        if self.over_from and self.over_to and self.over_to < self.over_from:
            raise ValueRefused("The stretch of time ends before it begins.")


def accept_amount(text: str) -> Decimal:
    """Return an amount that a person typed: '118', '6,490', '3.5'.

    Raises:
        ValueRefused: It is not a number from zero up, or its separators could be read in two ways.
    """
    bare = text.strip()
    if _GROUPED.fullmatch(bare):
        bare = re.sub(r"[^0-9.]", "", bare)
    if len(bare) > 30 or not _PLAIN.fullmatch(bare):
        raise ValueRefused(f'"{one_line(text)[:30]}" is not a number from zero up. Write 118, 6490 or 3.5.')
    return Decimal(bare)


def amount_text(amount: Decimal) -> str:
    """Return the one canonical way to write an amount: no exponent, no trailing zeros after the point."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
