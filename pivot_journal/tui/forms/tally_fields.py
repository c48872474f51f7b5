"""An amount filled in from a tally: what is taken over, and whether the tally has gone on since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pivot_journal.domain.errors import JournalError
from pivot_journal.domain.impact import Basis, read_amount
from pivot_journal.domain.tally import Tally, tally_key
from pivot_journal.domain.text import one_line
from pivot_journal.tui.forms.amount_fields import read_over, written_span

OWN_WORKING = "my tally:"
"""How what a tally says of itself begins; other words about the working are the user's."""
MOST_NAMED = 3


def named_so(tallies: Sequence[Tally], typed: str) -> Tally | None:
    """Return the tally of exactly this name."""
    return next((tally for tally in tallies if typed.strip() and tally_key(tally.name) == tally_key(typed)), None)


def matching(tallies: Sequence[Tally], typed: str) -> list[Tally]:
    """Return the tallies with something counted whose name has every word of what is typed, the likeliest first."""
    words = tally_key(typed).split()
    return [tally for tally in tallies if tally.days and words and all(word in tally_key(tally.name) for word in words)]


def taken_over(
    tally: Tally, parts: Mapping[str, str], *, today: dt.date, day_order: str, is_again: bool
) -> dict[str, str]:
    """Return what an amount's fields say once it is taken over from a tally, by part; the rest stays as it is.

    Days that were typed before decide what is counted of it. Taken over again, it reaches to the day counted last.
    Words of the user's own, for what it is of and how it was worked out, stay.

    Args:
        tally: Something was counted by it.
        parts: What stands in the amount's fields now, by part.
        today: The local day.
        day_order: How 02/03/2024 is read.
        is_again: Whether the amount came from this tally before.
    """
    first, last, over = _stretch(tally, parts.get("over", ""), today, day_order, is_again)
    counted = replace(tally, days=tuple(day for day in tally.days if _is_within(day.day, first, last)))
    found = {
        "tally": tally.name,
        "amount": f"{counted.total:,}",
        "over": over,
        "basis": Basis.MEASURED.value,
    }
    if not parts.get("unit", "").strip():
        found["unit"] = tally.name
    working = parts.get("working", "").strip()
    if not working or working.startswith(OWN_WORKING):
        found["working"] = counted.working
    return found


def tally_said(tallies: Sequence[Tally], parts: Mapping[str, str], *, today: dt.date, day_order: str) -> str:
    """Say what the tallies offer an amount: which match what is typed, or where its own stands now.

    Args:
        tallies: All of them.
        parts: What stands in the amount's fields now, by part.
        today: The local day.
        day_order: How 02/03/2024 is read.
    """
    typed = parts.get("tally", "")
    own = named_so(tallies, typed)
    if own is not None and own.days:
        newer = taken_over(own, parts, today=today, day_order=day_order, is_again=True)
        if _amount(newer["amount"]) == _amount(parts.get("amount", "")) and newer["over"] == parts.get("over", ""):
            return "as your tally stands"
        if not parts.get("amount", "").strip():
            return f"Tab takes over: {newer['amount']}, {newer['over']}"
        return f"your tally now stands at {newer['amount']}, {newer['over']}: Tab takes it over"
    if not typed.strip():
        counted = [tally for tally in tallies if tally.days]
        return "you tally: " + _listed(counted) if counted else "nothing is counted yet"
    found = matching(tallies, typed)
    if not found:
        return "no tally has these words"
    others = f" · also: {_listed(found[1:])}" if found[1:] else ""
    return f"Tab takes over: {_listed(found[:1])}{others}"


def _listed(tallies: Sequence[Tally]) -> str:
    names = [f"{one_line(tally.name)} {tally.total:,}" for tally in tallies[:MOST_NAMED]]
    return " · ".join(names) + (" …" if len(tallies) > MOST_NAMED else "")


def _stretch(
    tally: Tally, typed: str, today: dt.date, day_order: str, is_again: bool
) -> tuple[dt.date | None, dt.date | None, str]:
    """Return the first and last day that count, and how the stretch of time is written."""
    try:
        first, last, words = read_over(typed, today, day_order=day_order)
    except JournalError:
        first, last, words = None, None, ""
    has_days = first is not None or last is not None
    if is_again and last is not None and tally.last_on is not None:
        last = max(last, tally.last_on)
        return first, last, written_span(first, last)
    if has_days or (words and not is_again):
        return first, last, typed.strip()
    return tally.first_on, tally.last_on, written_span(tally.first_on, tally.last_on)


def _is_within(day: dt.date, first: dt.date | None, last: dt.date | None) -> bool:
    return (first is None or day >= first) and (last is None or day <= last)


def _amount(typed: str) -> object:
    try:
        return read_amount(typed)
    except JournalError:
        return None
