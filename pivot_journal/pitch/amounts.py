"""How an impact is said: never more exactly than it is known, and with how it is known."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from pivot_journal.domain.impact import Basis, Impact, amount_text
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import MONTHS, Precision, When
from pivot_journal.domain.words import BASIS
from pivot_journal.pitch.fragments import is_clause, is_noun_phrase
from pivot_journal.pitch.sentences import capitalised, finished, mended, own_deed, said, sentence, uncapitalised
from pivot_journal.pitch.spoken import number_in_words

SMALL_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_MOST_DIGITS, _MOST_DECIMALS = 18, 8
_STANDS_BY_ITSELF = re.compile(
    r"(?:in|over|within|during|for|since|between|from|per|each|every|by|until|on|at|across|throughout|last|this)\b",
    re.IGNORECASE,
)
_SAID_IN_WORDS_BELOW = 1_000_000
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_NOT_WORDS = re.compile(r"\W+")
_PREPOSITION = re.compile(r"(?:in|of|on|for|to|from|at|by|per|worth)\b", re.IGNORECASE)
_RATE = re.compile(
    r"\b(?:per|each|every|an?|daily|weekly|monthly)\s+(?:hour|shift|day|week|month|quarter|year)\b", re.I
)
_HAS_LENGTH = re.compile(r"\b(?:in|over|within|during)\b", re.IGNORECASE)

_MEASURED = ("It came to {}.", "That came to {}.", "In all, it came to {}.")
_COUNTED = ("I counted {}.", "My count was {}.", "In all, I counted {}.")
_ESTIMATED = ("By my estimate, it came to {}.", "I would put it at {}, as an estimate.", "My estimate is {}.")
_REPORTED = ("I was told it was {}.", "The figure I was given is {}.", "As it was reported to me, it was {}.")
_BASIS = {
    Basis.MEASURED: ("That is from {}", "How I know: {}"),
    Basis.ESTIMATED: ("That is from {}", "How I got there: {}"),
    Basis.REPORTED: ("I have that from {}", "My source: {}"),
}
"""How the working is said: where it is surely a thing, and where it may be anything."""
_MEASURE = re.compile(
    r"(?:%|per ?cent|(?:\w+ )?(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?|kilos?|kg|tonnes?|tons?"
    r"|pounds?|km|kilometres?|kilometers?|miles?|lit(?:re|er)s?|points?)\b)",
    re.IGNORECASE,
)
"""What is measured rather than counted."""
_RECORDS = re.compile(
    r"(?:[a-z-]+ ){0,2}(?:tall(?:y|ies)|sheets?|logs?|ledgers?|lists?|invoices?|slips?|reports?|registers?"
    r"|spreadsheets?|dashboards?|tickets?|records?|rotas?|exports?|forms?|statements?|receipts?|timesheets?|diary|audits?"
    r"|inventory|stocktakes?)(?=[ ,.:;(]|$)"
)
"""What an amount is taken from, written without its article: 'redelivery invoices', 'kitchen sheet'."""
_LISTED_FIGURES = re.compile(r"\s*:\s*(?:\d[\d.,]*%?(?:\s+of\s+\d[\d.,]*)?(?:\s*,\s*|\s+and\s+|\s*\+\s*)?)+\.?$")
_SOMEBODY_SAID = re.compile(r"\b(?:told|said|says|wrote|mentioned|reported)\b", re.IGNORECASE)
_WANTS_ARTICLE = re.compile(r"(?:first|second|third|whole|opening)\b", re.IGNORECASE)
_SAYS_BASIS = {
    Basis.ESTIMATED: re.compile(
        r"\b(?:about|around|roughly|approx\w*|nearly|almost|estimate\w*|guess\w*|or so|I think|between \S+ and)\b"
        r"|\d to \d|~|≈|\d[-–]\d",
        re.IGNORECASE,
    ),
    Basis.REPORTED: re.compile(r"\b(?:told|tells|report(?:ed|s)|heard|hear|according|says?|said)\b", re.IGNORECASE),
}
_ENDS_IN_A_NUMBER = re.compile(r"(?:\d|\b(?:hundreds?|thousands?|dozens?|scores?|tens))(?: of)?$", re.IGNORECASE)


def amount_said(impact: Impact, *, is_approximate: bool = False) -> str:
    """Say an impact without its basis: '118 failed drops in six weeks', 'between 80 and 120 hours'.

    Args:
        impact: The amount, its noun or currency, its base and its stretch of time.
        is_approximate: Whether a single amount gets an 'about'; a range is vague enough.
    """
    low, high = _figure(impact.amount_low, impact.currency), ""
    if impact.amount_high is not None and impact.amount_high != impact.amount_low:
        high = _figure(impact.amount_high, impact.currency)
    amount = f"between {low} and {high}" if high else f"about {low}" if is_approximate else low
    if impact.out_of is not None:
        amount += f" of {_figure(impact.out_of, impact.currency)}"
    unit = one_line(impact.unit).rstrip(" .,;:")
    if unit and impact.currency and not _PREPOSITION.match(unit):
        unit = f"in {unit}"
    return " ".join(part for part in (amount, unit, _stretch(impact, unit)) if part)


def impact_sentence(impact: Impact, position: int = 0) -> str:
    """Say an impact as a sentence that shows its basis; its public form where there is one.

    Args:
        impact: What is said.
        position: The place of its story, from 0: sentences of the same kind are worded differently.
    """
    amount, is_measured = told_amount(impact), impact.basis is Basis.MEASURED
    measured = _MEASURED if impact.currency or _MEASURE.match(one_line(impact.unit)) else _COUNTED
    forms = {Basis.MEASURED: measured, Basis.REPORTED: _REPORTED, Basis.ESTIMATED: _ESTIMATED}[impact.basis]
    text = forms[position % len(forms)].format(amount)
    return finished(text) if is_measured else text


def told_amount(impact: Impact) -> str:
    """Say an impact as it may leave, inside a sentence: its public form with its noun, else its amount."""
    public = said(impact.public_form).rstrip(" .,;:")
    if not public:
        return amount_said(impact, is_approximate=impact.basis is Basis.ESTIMATED)
    public = public if public[1:2].isupper() else f"{public[0].lower()}{public[1:]}"
    unit = one_line(impact.unit).rstrip(" .,;:")
    if not unit or any(noun in public.casefold() for noun in re.findall(r"\w{4,}", unit.casefold())):
        return public
    if _ENDS_IN_A_NUMBER.search(public):
        return f"{public} {unit}"
    return f"{public} of {unit}" if impact.out_of is not None else f"{public} ({unit})"


def amount_with_basis(impact: Impact) -> str:
    """Say an impact with how it is known, on one line: '118 failed drops in six weeks · I counted (driver log)'."""
    amount = amount_said(impact, is_approximate=impact.basis is Basis.ESTIMATED)
    working = one_line(impact.working) or _arithmetic(impact)
    return f"{amount} · {BASIS[impact.basis]}" + (f" ({working})" if working else "")


def shorter_amounts(impact: Impact) -> list[str]:
    """Say an impact as it may leave in less and less room: without its base, then without its stretch of time too.

    Returns:
        Only what is shorter than ``told_amount``; a public form is never cut.
    """
    if said(impact.public_form):
        return []
    bare = replace(impact, out_of=None)
    barest = replace(bare, over_from=None, over_to=None, over_length="")
    told = [told_amount(impact), *map(told_amount, (bare, barest))]
    return [amount for before, amount in pairwise(told) if len(amount) < len(before)]


def public_amount_with_basis(impact: Impact) -> str:
    """Say an impact with how it is known as it may leave; behind a public form no exact figure stands."""
    if not said(impact.public_form):
        return amount_with_basis(impact)
    working = _public_working(impact)
    return f"{told_amount(impact)} · {BASIS[impact.basis]}" + (f" ({working})" if working else "")


def basis_sentence(impact: Impact, of: str = "that") -> str:
    """Say where an amount comes from or how it was worked out; empty where that was not written down.

    The single figures of a count are for the evidence beside the pitch: nobody follows them by ear.

    Args:
        impact: The amount.
        of: What is said to come from there; not 'that' where another sentence stands between.
    """
    working = _LISTED_FIGURES.sub("", _public_working(impact))
    if not working:
        return ""
    deed = own_deed(working)
    if deed.startswith("I ") and not working.startswith(("I ", "i ")):
        return deed
    as_thing, as_anything = _BASIS[impact.basis]
    if working.lower().startswith("from "):
        return _from(as_thing, working[5:], of)
    bare = uncapitalised(working)
    if _RECORDS.match(bare) and not is_noun_phrase(bare) and not is_clause(bare):
        return _from(as_thing, f"the {bare}", of)
    if is_noun_phrase(working) or re.match(r"(?:my|our)\b", working, re.IGNORECASE):
        return _from(as_thing, f"{working[0].lower()}{working[1:]}", of)
    if impact.basis is Basis.REPORTED and _SOMEBODY_SAID.search(working):
        return sentence(working)
    return capitalised(finished(as_anything.format(working)))


def _from(form: str, thing: str, of: str) -> str:
    """Say what an amount is from, without two 'from' in one sentence."""
    text = form.format(thing)
    if re.search(r"\bfrom\b", thing) and text.startswith("That is from "):
        text = f"My source is {thing}"
    elif of != "that":
        text = text.replace("That is from", f"{capitalised(of)} is from").replace("I have that", f"I have {of}")
    return finished(text)


def basis_disclosed(impact: Impact, text: str) -> str:
    """Return the sentence that says how an amount is known, after the user's own that gives it as if it were counted.

    Args:
        impact: The amount.
        text: The user's sentence.

    Returns:
        Empty for what was counted, and where the sentence itself says so.
    """
    if impact.basis is Basis.MEASURED or _SAYS_BASIS[impact.basis].search(text):
        return ""
    return "That is my estimate." if impact.basis is Basis.ESTIMATED else "That is what I was told."


def _public_working(impact: Impact) -> str:
    """Return how an amount is known; behind a public form only what gives no figure away."""
    working = said(impact.working) or _arithmetic(impact)
    has_figure = any(character.isdecimal() for character in working)
    return "" if said(impact.public_form) and has_figure else working


def _arithmetic(impact: Impact) -> str:
    if impact.working_count is None or impact.working_rate is None:
        return ""
    return f"{_figure(impact.working_count, '')} × {_figure(impact.working_rate, impact.currency)}"


def public_amount(impact: Impact) -> str:
    """Return what may be said to others instead of the exact amount: the user's public form, else the amount."""
    return said(impact.public_form) or amount_said(impact, is_approximate=impact.basis is Basis.ESTIMATED)


def names_amount(text: str, impact: Impact) -> bool:
    """Whether a text already gives the impact's (lower) amount, in figures or words, and for a count its noun too."""
    if not text or not _is_plain(impact.amount_low):
        return False
    folded, nouns = text.casefold(), re.findall(r"\w{3,}", impact.unit.casefold())
    if nouns and not impact.currency and not any(noun in folded for noun in nouns):
        return False
    figure = re.escape(amount_text(impact.amount_low))
    if re.search(rf"(?<![\d.,]){figure}(?!\d|[.,]\d)", _THOUSANDS.sub("", text)):
        return True
    if impact.amount_low != int(impact.amount_low) or impact.amount_low >= _SAID_IN_WORDS_BELOW:
        return False
    words = number_in_words(int(impact.amount_low)).replace(",", "").replace("-", " ").replace(" and ", " ")
    return f" {words} " in f" {_NOT_WORDS.sub(' ', folded).replace(' and ', ' ')} "


def gives_amount(text: str, impact: Impact) -> bool:
    """Whether a text says how big it was so that it need not be said again: the figure, or both, with their noun.

    Stricter than ``names_amount``: '118 emails' is not '118 failed drops', nor is '118 drivers' of failed ones.
    """
    folded = one_line(_THOUSANDS.sub("", text)).casefold()
    public = said(impact.public_form).rstrip(" .,;:").casefold()
    if public:
        return public in folded
    unit = one_line(impact.unit).rstrip(" .,;:").casefold()
    figures = [_figure(impact.amount_low, impact.currency)]
    figures += [_figure(impact.amount_high, impact.currency)] if impact.amount_high is not None else []
    figures = [_THOUSANDS.sub("", figure).casefold() for figure in figures]
    figures[-1] += f" {unit}" if unit and not impact.currency else ""
    return all(re.search(rf"(?<![\w.,]){re.escape(figure)}(?![\w]|[.,]\d)", folded) for figure in figures)


def length_said(first: dt.date, last: dt.date) -> str:
    """Say a stretch of days, both included: in whole days, weeks or months where that is exact within a day."""
    days = (last - first).days + 1
    whole_months = _calendar_months(first, last)
    if days == 1:
        return When(first).spoken
    if whole_months == 1:
        return When.of(first, Precision.MONTH).spoken
    if whole_months == 12 and first.month == 1:
        return When.of(first, Precision.YEAR).spoken
    if whole_months:
        return "in a year" if whole_months == 12 else f"in {small(whole_months)} months"
    weeks = round(days / 7)
    if days <= 10 and days != 7:
        return f"in {small(days)} days"
    if weeks <= 13 and abs(days - weeks * 7) <= 1:
        return "in a week" if weeks == 1 else f"in {small(weeks)} weeks"
    months = round(days / 30.44)
    if months and abs((_months_on(first, months) - last).days - 1) <= 1:
        return "in a year" if months == 12 else f"in {small(months)} months"
    begin = f"{first.day} {MONTHS[first.month - 1]}"
    return f"between {begin if first.year == last.year else When(first)} and {When(last)}"


def small(number: int) -> str:
    """Return a number up to twelve as a word, any other in figures."""
    return SMALL_NUMBERS[number] if 0 <= number < len(SMALL_NUMBERS) else f"{number:,}"


def _stretch(impact: Impact, unit: str) -> str:
    length = mended(one_line(impact.over_length).rstrip(" .,;:"))
    is_rate = bool(_RATE.search(unit))
    if impact.over_from and impact.over_to:
        stretch = length_said(impact.over_from, impact.over_to)
    elif impact.over_from:
        return f"since {When(impact.over_from)}"
    elif impact.over_to:
        return f"up to {When(impact.over_to)}"
    elif not length or length.casefold() in unit.casefold():
        return ""
    elif _STANDS_BY_ITSELF.match(length):
        return f"{length[0].lower()}{length[1:]}"
    else:
        stretch = f"in {'the ' if _WANTS_ARTICLE.match(length) else ''}{length}"
    if stretch.startswith("in ") and (is_rate or _HAS_LENGTH.search(unit)):
        return f"over {stretch.removeprefix('in ')}"
    return stretch


def _calendar_months(first: dt.date, last: dt.date) -> int:
    is_whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    return (last.year - first.year) * 12 + last.month - first.month + 1 if is_whole else 0


def _months_on(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _is_plain(amount: Decimal) -> bool:
    exponent = amount.as_tuple().exponent
    return isinstance(exponent, int) and amount.adjusted() < _MOST_DIGITS and exponent >= -_MOST_DECIMALS


@lru_cache(maxsize=512)
def _figure(amount: Decimal, currency: str) -> str:
    if not _is_plain(amount):
        return f"{amount_text(amount)} {currency}".strip()
    if not currency:
        whole, _, fraction = amount_text(amount).partition(".")
        return f"{int(whole):,}" + (f".{fraction}" if fraction else "")
    from babel.numbers import format_currency

    decimals = len(amount_text(amount).partition(".")[2])
    pattern = "¤#,##0" if decimals == 0 else "¤#,##0." + "0" * max(2, decimals)
    money = format_currency(
        Decimal(amount_text(amount)), currency, pattern, locale="en", currency_digits=False
    ).replace("\u00a0", " ")
    symbol = re.match(r"[^\d]*", money)
    is_code = symbol is not None and symbol[0][-1:].isalpha()
    return f"{symbol[0]} {money[symbol.end() :]}" if symbol is not None and is_code else money
