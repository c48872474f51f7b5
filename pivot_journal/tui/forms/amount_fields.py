"""The fields of an amount in a form: how big, of what, out of, over how long, and how it is known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal

from pivot_journal.dates import parse_when
from pivot_journal.domain.errors import FieldRefused, JournalError, ValueRefused
from pivot_journal.domain.impact import (
    Basis,
    Impact,
    accept_amount,
    amount_text,
    read_amount,
    worked_out,
    written_amount,
)
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import Precision, When
from pivot_journal.domain.words import BASIS
from pivot_journal.tui.forms.numbers import without_about
from pivot_journal.tui.widgets.field import FieldSpec

FRONT = ("tally", "amount", "unit", "out_of", "over", "basis", "working")
"""The parts of an amount that are asked for first; its tally only where something is tallied."""
MORE = ("public", "count", "rate", "backed")
BASES = tuple((basis.value, BASIS[basis]) for basis in (Basis.ESTIMATED, Basis.MEASURED, Basis.REPORTED))
"""The most careful one first: what nobody chose must not claim to be counted."""

_LABELS = {
    "tally": ("from a tally", "type a part of its name"),
    "amount": ("how much", "e.g. 118, 80-120, €6,490"),
    "unit": ("of what", "e.g. failed drops; nothing for money"),
    "out_of": ("out of", "e.g. 2,100"),
    "over": ("over", "e.g. six weeks, or 15 apr to 26 may"),
    "basis": ("how do you know?", ""),
    "working": ("worked out how", "e.g. driver log × redelivery invoices"),
    "public": ("say instead", "e.g. about a third"),
    "count": ("count", "e.g. 280"),
    "rate": ("× each", "e.g. 0.075, €4.50"),
    "backed": ("backed by notes", "e.g. 12, 15"),
}
ABOUT_REFUSED = 'An "about" goes with "I worked it out". Else write the figure, or a range such as 80-120.'
_JOINED = re.compile(r"\s+(?:to|until|till)\s+|\s*[–—]\s*|\s+-\s+", re.IGNORECASE)
_LEAD = re.compile(r"(?:from|between)\s+", re.IGNORECASE)
_OPEN = re.compile(r"(since|up to|until|till)\s+(.+)", re.IGNORECASE | re.DOTALL)


def amount_specs(prefix: str, parts: tuple[str, ...], *, section: str, is_more: bool) -> list[FieldSpec]:
    """Return the fields for some parts of an amount; their names begin with the prefix."""
    return [
        FieldSpec(
            name=f"{prefix}_{part}",
            label=_LABELS[part][0],
            prompt=_LABELS[part][1],
            choices=BASES if part == "basis" else (),
            is_more=is_more,
            is_beside=True,
            section=section if part == parts[0] else "",
        )
        for part in parts
    ]


def amount_values(prefix: str, impact: Impact, numbers: str, tally: str = "") -> dict[str, str]:
    """Return what stands in the fields of an amount.

    Args:
        prefix: What the names of its fields begin with.
        impact: The amount.
        numbers: The numbers of the observations that back it, as they are typed.
        tally: The name of the tally that it was counted by.
    """
    texts = {
        "tally": tally,
        "amount": written_amount(impact.amount_low, impact.amount_high, impact.currency),
        "unit": impact.unit,
        "out_of": written_amount(impact.out_of, None, "") if impact.out_of is not None else "",
        "over": written_over(impact),
        "basis": impact.basis.value,
        "working": impact.working,
        "public": impact.public_form,
        "count": amount_text(impact.working_count) if impact.working_count is not None else "",
        "rate": amount_text(impact.working_rate) if impact.working_rate is not None else "",
        "backed": numbers,
    }
    return {f"{prefix}_{part}": text for part, text in texts.items()}


def is_blank(prefix: str, values: Mapping[str, str]) -> bool:
    """Whether nothing is typed in the fields of an amount."""
    return not any(values.get(f"{prefix}_{part}", "").strip() for part in (*FRONT, *MORE) if part != "basis")


def read_impact(
    prefix: str,
    values: Mapping[str, str],
    *,
    id: str,
    decision_id: str,
    observation_ids: tuple[str, ...],
    tally_id: str | None = None,
    today: dt.date,
    day_order: str,
) -> Impact:
    """Return the amount that is typed in its fields.

    Args:
        prefix: What the names of its fields begin with.
        values: What stands in the form, by name.
        id: The amount's.
        decision_id: Whose it is.
        observation_ids: The observations that back it.
        tally_id: The tally that it was counted by.
        today: The local day.
        day_order: How 02/03/2024 is read.

    Raises:
        FieldRefused: Something in a field is no amount, no date, or does not fit the rest.
    """

    def typed(part: str) -> str:
        return values[f"{prefix}_{part}"].strip()

    def figure(part: str) -> Decimal | None:
        try:
            return accept_amount(typed(part)) if typed(part) else None
        except JournalError as error:
            raise _named(prefix, part, error) from None

    low, high, currency = _amount(prefix, values, figure("count"))
    rate, _ = _rate(prefix, values)
    out_of = figure("out_of")
    if not typed("unit") and not currency:
        raise FieldRefused(f"{prefix}_unit", "Of what? An amount needs a noun, such as failed drops, or a currency.")
    if out_of is not None and (high or low) > out_of:
        raise FieldRefused(f"{prefix}_out_of", f"It cannot be more than the {amount_text(out_of)} it is out of.")
    over_from, over_to, over_length = _over(prefix, values, today, day_order)
    try:
        return Impact(
            id=id,
            decision_id=decision_id,
            amount_low=low,
            amount_high=high,
            unit=typed("unit"),
            currency=currency,
            out_of=out_of,
            over_from=over_from,
            over_to=over_to,
            over_length=over_length,
            basis=Basis(values[f"{prefix}_basis"] or BASES[0][0]),
            working=typed("working"),
            working_count=figure("count"),
            working_rate=rate,
            public_form=typed("public"),
            observation_ids=observation_ids,
            tally_id=tally_id,
        )
    except ValueRefused as error:
        raise FieldRefused(f"{prefix}_amount", str(error)) from None


def _amount(prefix: str, values: Mapping[str, str], count: Decimal | None) -> tuple[Decimal, Decimal | None, str]:
    """Return the amount as typed, or worked out; where both are there, they have to agree."""
    rate, rate_currency = _rate(prefix, values)
    typed = values[f"{prefix}_amount"].strip()
    if count is not None and rate is not None:
        product = worked_out(count, rate)
        if not typed:
            return product, None, rate_currency
        low, high, currency = _read(prefix, values)
        if not low <= product <= (low if high is None else high):
            sum_shown = f"{amount_text(count)} × {amount_text(rate)} is {amount_text(product)}"
            raise FieldRefused(
                f"{prefix}_amount", f"{sum_shown}, not {one_line(typed)}. Mend one of the three, or empty the amount."
            )
        return low, high, currency or rate_currency
    if not typed:
        raise FieldRefused(f"{prefix}_amount", "How much? Write the amount, or empty the fields beside it.")
    return _read(prefix, values)


def about_refused(amount: str, basis: str) -> str:
    """Return what is to be said of an 'about' before a figure that is no estimate; empty where the two go together."""
    typed = amount.strip()
    return ABOUT_REFUSED if basis not in {"", Basis.ESTIMATED} and without_about(typed) != typed else ""


def _read(prefix: str, values: Mapping[str, str]) -> tuple[Decimal, Decimal | None, str]:
    typed = values[f"{prefix}_amount"].strip()
    if about_refused(typed, values[f"{prefix}_basis"]):
        raise FieldRefused(f"{prefix}_amount", ABOUT_REFUSED)
    try:
        return read_amount(without_about(typed))
    except JournalError as error:
        raise _named(prefix, "amount", error) from None


def _rate(prefix: str, values: Mapping[str, str]) -> tuple[Decimal | None, str]:
    typed = values[f"{prefix}_rate"].strip()
    if not typed:
        return None, ""
    try:
        rate, high, currency = read_amount(typed)
    except JournalError as error:
        raise _named(prefix, "rate", error) from None
    if high is not None:
        raise FieldRefused(f"{prefix}_rate", "× each: one figure, not a range; a range belongs into how much.")
    return rate, currency


def _named(prefix: str, part: str, error: JournalError) -> FieldRefused:
    return FieldRefused(f"{prefix}_{part}", f"{_LABELS[part][0].capitalize()}: {error}")


def _over(
    prefix: str, values: Mapping[str, str], today: dt.date, day_order: str
) -> tuple[dt.date | None, dt.date | None, str]:
    try:
        return read_over(values[f"{prefix}_over"], today, day_order=day_order)
    except JournalError as error:
        raise _named(prefix, "over", error) from None


def read_over(text: str, today: dt.date, *, day_order: str = "") -> tuple[dt.date | None, dt.date | None, str]:
    """Read a stretch of time: two dates, 'since' or 'up to' one, a single day, or a length in words.

    Args:
        text: 'six weeks', '15 apr to 26 may', 'since 3 march 2024'.
        today: The local day; dates lean to the past.
        day_order: How 02/03/2024 is read.

    Returns:
        The first day, the last day and the words; the words are empty where there are days.

    Raises:
        JournalError: One half is a date and the other is not, or the stretch ends before it begins.
    """
    bare = " ".join(text.split())
    opened = _OPEN.fullmatch(bare)
    if opened and (only := _date(opened[2], today, day_order)) is not None:
        return (only.day, None, "") if opened[1].casefold() == "since" else (None, only.last_day, "")
    ends = _JOINED.split(_LEAD.sub("", bare, count=1) if _LEAD.match(bare) else bare)
    if bare.casefold().startswith("between ") and len(ends) == 1:
        ends = re.split(r"\s+and\s+", ends[0], flags=re.IGNORECASE)
    if len(ends) == 1:
        only = _date(bare, today, day_order)
        if only is not None and only.precision is Precision.DAY:
            return only.day, only.day, ""
        return None, None, bare
    dates = [_date(end, today, day_order) for end in ends]
    if not any(dates):
        return None, None, bare
    if len(ends) > 2 or not all(dates):
        for end in ends:
            parse_when(end, today, day_order=day_order)  # says what is wrong with the half that is no date
        raise ValueRefused("A stretch of time has two dates: 15 apr to 26 may.")
    first, last = (parse_when(end, today, day_order=day_order) for end in ends)
    if _is_after(first, last) and not re.search(r"\d{4}", ends[0]) and last.day is not None:
        # "15 apr to 26 may 2024": the year at the end holds for both
        for year in (last.day.year, last.day.year - 1):
            first = _date(f"{ends[0]} {year}", today, day_order) or first
            if not _is_after(first, last):
                break
    if _is_after(first, last):
        raise ValueRefused(f"it ends ({last}) before it begins ({first}).")
    return first.day, last.last_day, ""


def written_over(impact: Impact) -> str:
    """Return the stretch of time of an amount as a person would type it, so that ``read_over`` reads it back."""
    return written_span(impact.over_from, impact.over_to) or impact.over_length


def written_span(first: dt.date | None, last: dt.date | None) -> str:
    """Return the days from one to another as a person would type them; empty without any."""
    from_, to = (str(When(day)) if day else "" for day in (first, last))
    if from_ and to:
        return from_ if from_ == to else f"{from_} to {to}"
    if from_:
        return f"since {from_}"
    return f"up to {to}" if to else ""


def _date(text: str, today: dt.date, day_order: str) -> When | None:
    try:
        return parse_when(text, today, day_order=day_order)
    except JournalError:
        return None


def _is_after(first: When, last: When) -> bool:
    return first.day is not None and last.last_day is not None and first.day > last.last_day
