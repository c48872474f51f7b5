"""The figures that are linked to a story, in observations, impacts and tallies, and what can be worked out of them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, islice, permutations

from pivot_journal.domain.impact import Impact, worked_out
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.tally import Tally
from pivot_journal.pitch.figures import Figure, Kind, figures

_CLAUSE_EDGE = re.compile(r"[.!?;:](?=\s|$)|,(?=\s)|\bbut\b|\bwhich\b")
_TIME_UNITS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629800, "year": 31557600,
}  # fmt: skip
_MOST_OF_ONE = 200
"""Figures of one note that are evidence: one with more is a table, in which any figure would be found."""
_MOST_PAIRED = 8
"""Figures of one note of which ratios are made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One figure that is linked to a story, or that was worked out from such."""

    figure: Figure
    observation_ids: tuple[str, ...] = ()
    impact_id: str | None = None
    tally_id: str | None = None
    is_derived: bool = False
    """Whether it was worked out from others: it can bear a figure out and contradicts none."""
    is_sum: bool = False
    """Whether it is one of the many sums of a tally, which only count for what the tally counts."""
    full_noun: str = ""
    """An impact's whole unit."""
    clause: str = ""
    """The words around it in a note; empty for what an impact or a tally states."""


def clause_of(figure: Figure, text: str) -> str:
    """Return the clause that a figure stands in."""
    before = text[max(0, figure.start - 160) : figure.start].replace("’", "'")
    after = text[figure.end : figure.end + 160].replace("’", "'")
    edges = list(_CLAUSE_EDGE.finditer(before))
    stop = _CLAUSE_EDGE.search(after)
    return before[edges[-1].end() if edges else 0 :] + figure.words + after[: stop.start() if stop else None]


@lru_cache(maxsize=1024)
def stems(noun: str) -> frozenset[str]:
    """Return the words of a noun or clause without their endings, so that 'parcels' and 'parcel' are the same."""
    return frozenset(re.sub(r"(?:ies|es|s|y)$", "", word) for word in re.findall(r"\w{3,}", noun.casefold()))


@lru_cache(maxsize=64)
def evidence_of(
    impacts: tuple[Impact, ...], observations: tuple[Observation, ...], tallies: tuple[Tally, ...]
) -> tuple[Evidence, ...]:
    """Return every figure that can bear out one that is told."""
    known: list[Evidence] = []
    for impact in impacts:
        tally = next((tally for tally in tallies if tally.id == impact.tally_id), None)
        known += _of_impact(impact, tally)
    for observation in observations:
        if not observation.is_trashed:
            for text in dict.fromkeys((observation.text, *(wording.text for wording in observation.earlier))):
                known += _of_text(text, observation_ids=(observation.id,))
    for tally in tallies:
        known += _of_tally(tally)
    return tuple(known)


def _plain(
    low: Decimal,
    *,
    high: Decimal | None = None,
    out_of: Decimal | None = None,
    noun: str = "",
    currency: str = "",
    kind: Kind | None = None,
) -> Figure:
    seconds = next((value for unit, value in _TIME_UNITS.items() if noun.casefold().startswith(unit)), 0)
    kind = kind or (Kind.MONEY if currency else Kind.DURATION if seconds else Kind.COUNT)
    return Figure(
        start=0, end=0, words="", kind=kind, low=low, high=high, out_of=out_of, noun=noun.casefold(), currency=currency,
        unit_seconds=0 if currency else seconds,
    )  # fmt: skip


def _of_impact(impact: Impact, tally: Tally | None) -> list[Evidence]:
    ids, unit, currency = impact.observation_ids, impact.unit, impact.currency
    main = Evidence(
        figure=_plain(impact.amount_low, high=impact.amount_high, noun=unit, currency=currency),
        observation_ids=ids,
        impact_id=impact.id,
        full_noun=unit.casefold(),
    )
    known = [main]

    def derived(figure: Figure) -> None:
        known.append(Evidence(figure=figure, observation_ids=ids, impact_id=impact.id, is_derived=True))

    if impact.out_of:
        derived(_plain(impact.out_of, noun=unit, currency=currency))
        for low in {impact.amount_low, impact.amount_high or impact.amount_low}:
            derived(_plain(low, out_of=impact.out_of, kind=Kind.SHARE))
    for amount in (impact.working_count, impact.working_rate):
        if amount is not None:
            derived(_plain(amount))
            derived(_plain(amount, currency=currency, noun=unit))
    if impact.working_count is not None and impact.working_rate is not None:
        derived(_plain(worked_out(impact.working_count, impact.working_rate), currency=currency, noun=unit))
    if tally is not None:
        derived(_plain(Decimal(tally.between(impact.over_from, impact.over_to)), noun=tally.name))
    for text in (impact.working, impact.public_form, impact.unit, impact.over_length):
        known += (replace(one, is_derived=True) for one in _of_text(text, observation_ids=ids, impact_id=impact.id))
    return known


def _of_text(text: str, *, observation_ids: tuple[str, ...], impact_id: str | None = None) -> list[Evidence]:
    counted = (figure for figure in figures(text) if figure.kind.is_measure or figure.kind is Kind.STRETCH)
    found = list(islice(counted, _MOST_OF_ONE))
    known = [
        Evidence(figure=figure, observation_ids=observation_ids, impact_id=impact_id, clause=clause_of(figure, text))
        for figure in found
        if figure.kind is not Kind.MAGNITUDE
    ]

    def derived(figure: Figure) -> None:
        known.append(
            Evidence(figure=figure, observation_ids=observation_ids, impact_id=impact_id, is_derived=True)
        )  # fmt: skip

    for figure in found:
        if figure.out_of is not None:
            derived(_plain(figure.low, noun=figure.noun))
            derived(_plain(figure.out_of, noun=figure.noun))
    amounts = [figure for figure in found if figure.kind in {Kind.COUNT, Kind.MONEY, Kind.DURATION} and figure.low]
    for one, other in permutations(amounts[:_MOST_PAIRED], 2):
        if one.kind is not other.kind or one.unit_seconds != other.unit_seconds:
            continue
        if one.low >= other.low:
            derived(_plain(one.low / other.low, kind=Kind.MULTIPLE))
        else:
            derived(_plain(one.low, out_of=other.low, kind=Kind.SHARE))
        derived(_plain(abs(one.low - other.low) / other.low * 100, kind=Kind.SHARE))
    return known


def _of_tally(tally: Tally) -> list[Evidence]:
    weeks: dict[tuple[int, int], int] = defaultdict(int)
    months: dict[tuple[int, int], int] = defaultdict(int)
    for day in tally.days:
        weeks[day.day.isocalendar()[:2]] += day.amount
        months[day.day.year, day.day.month] += day.amount
    sums = {day.amount for day in tally.days} | set(weeks.values()) | set(months.values())
    sums |= set(accumulate(day.amount for day in tally.days))
    name = tally.name.casefold()
    total = Evidence(figure=_plain(Decimal(tally.total), noun=name), tally_id=tally.id, full_noun=name)
    return [
        total,
        *(
            Evidence(figure=_plain(Decimal(amount), noun=name), tally_id=tally.id, is_derived=True, is_sum=True)
            for amount in sorted(sums - {tally.total})
        ),
    ]
