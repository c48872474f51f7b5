"""How big it was: an amount with its noun, its base, its stretch of time and how it is known."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import clean_fields, one_line

_PLAIN = re.compile(r"[0-9]+\.?[0-9]*|\.[0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?P<mark>[ ,_'\u00a0\u202f])[0-9]{3}((?P=mark)[0-9]{3})*(\.[0-9]+)?")
"""Thousands set apart, by the same mark throughout."""
_END = re.compile(r"(?P<before>\D*?)\s*(?P<figure>\.?\d(?:.*\d)?\.?)\s*(?P<after>\D*)", re.DOTALL)
"""One end of an amount: a currency may stand before or after the figure."""
_RANGE = re.compile(r"\s*[-–—]\s*|\s+to\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"between\s+(.+?)\s+and\s+(.+)|from\s+(.+?)\s+to\s+(.+)", re.IGNORECASE | re.DOTALL)
SIGNS = {
    "€": "EUR", "$": "USD", "US$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₪": "ILS", "₺": "TRY",
    "₴": "UAH", "₱": "PHP", "₫": "VND", "₦": "NGN", "zł": "PLN", "A$": "AUD", "C$": "CAD", "R$": "BRL", "NZ$": "NZD",
}  # fmt: skip
"""How currencies are written for short."""
_CODES = frozenset({
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
    "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC",
    "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS",
    "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD",
    "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL",
    "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD",
    "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD",
    "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP",
    "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED",
    "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW", "ZWG",
})  # fmt: skip
"""The currencies of ISO 4217 that are in use."""
_SMALL_CODES = frozenset({"eur", "usd", "gbp", "chf", "inr", "jpy", "cad", "aud", "sek", "nok", "dkk", "pln", "czk"})
"""Those also known in small letters; others are words too ('all', 'top', 'try')."""
_MAGNITUDES = {"k": 3, "thousand": 3, "m": 6, "mio": 6, "million": 6, "bn": 9, "billion": 9}


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
    tally_id: str | None = None
    """The tally that it was counted by; it may have gone on since."""

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


def read_amount(text: str) -> tuple[Decimal, Decimal | None, str]:
    """Read an amount or a range with its currency, if it has one: '118', '80 to 120', '€6,490', '6490 EUR'.

    Args:
        text: What a person typed, without the noun. '$' alone means the US dollar.

    Returns:
        The amount or lower end, the upper end or None, and the currency's code or ''.

    Raises:
        ValueRefused: It is empty, no amount, a range that falls, or has words beside the number; the message says
            where those belong.
    """
    bare = " ".join(text.split())
    if not bare:
        raise ValueRefused("The amount is empty. Write 118, 80-120 or €6,490.")
    between = _BETWEEN.fullmatch(bare)
    ends = [end for end in between.groups() if end] if between else _RANGE.split(bare)
    if len(ends) > 2 or not all(ends):
        raise ValueRefused(f'"{one_line(bare)[:30]}" is neither an amount nor a range. Write 118, 80-120 or €6,490.')
    read = [_read_end(end) for end in ends]
    currencies = {currency for _, currency in read if currency}
    if len(currencies) > 1:
        raise ValueRefused(f"One amount has one currency, not {' and '.join(sorted(currencies))}.")
    (low, _), (high, _) = read[0], read[-1]
    if high < low:
        raise ValueRefused(f"A range goes up: write {amount_text(high)}-{amount_text(low)}.")
    return low, high if high != low else None, next(iter(currencies), "")


def written_amount(low: Decimal, high: Decimal | None, currency: str) -> str:
    """Return an amount as a person would type it, so that ``read_amount`` reads it back: '6,490 EUR', '80–120'."""
    ends = [_with_thousands(end) for end in (low, high) if end is not None]
    return f"{'–'.join(ends)} {currency}".rstrip()


def worked_out(count: Decimal, rate: Decimal) -> Decimal:
    """Return what a count times a rate comes to, exactly."""
    with localcontext() as context:
        context.prec = 80
        return Decimal(amount_text(count * rate))


def _with_thousands(amount: Decimal) -> str:
    whole, point, fraction = amount_text(amount).partition(".")
    return f"{int(whole):,}{point}{fraction}"


def _read_end(text: str) -> tuple[Decimal, str]:
    found = _END.fullmatch(text.strip())
    if found is None:
        return accept_amount(text), ""
    beside = [word.strip() for word in (found["before"], found["after"]) if word.strip()]
    figure = found["figure"]
    codes = {_currency(word) for word in beside}
    if "" not in codes:
        if len(codes) > 1:
            raise ValueRefused(f"One amount has one currency, not {' and '.join(sorted(codes))}.")
        return accept_amount(figure), next(iter(codes), "")
    number = accept_amount(figure)
    noun = one_line(next(word for word in beside if not _currency(word)))[:30]
    zeros = _MAGNITUDES.get(noun.casefold().rstrip("."))
    if zeros:
        raise ValueRefused(f"Write it out: {_with_thousands(number.scaleb(zeros))}.")
    raise ValueRefused(f'Write only the figure, and "{noun}" as what it is of.')


def _currency(word: str) -> str:
    if word in SIGNS:
        return SIGNS[word]
    return word.upper() if word in _CODES or word in _SMALL_CODES else ""


def amount_text(amount: Decimal) -> str:
    """Return the one canonical way to write an amount: no exponent, no trailing zeros after the point."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
