"""Which figures of a text rest on what is linked to its story, and which contradict it.

Evidence is what the linked observations say (earlier wordings too), the impacts with how they were worked out and what
may be said instead, and the tallies. The texts of the decision and of the story are claims, not evidence: a figure that
stands only there is untraced. Nothing is refused because of it; an untraced figure is shown as one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from pivot_journal.domain.impact import Impact, written_amount
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.domain.tally import Tally
from pivot_journal.pitch.composition import Part
from pivot_journal.pitch.evidence import Evidence, clause_of, evidence_of, stems
from pivot_journal.pitch.figures import Exactness, Figure, Kind, measures


class Status(StrEnum):
    """What is known of one figure."""

    TRACED = "traced"
    UNTRACED = "untraced"
    CONTRADICTED = "contradicted"
    """The same thing is linked with a plainly different value, and nothing that is linked fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedFigure:
    """A figure of a text with what it rests on."""

    start: int
    end: int
    words: str
    status: Status
    figure: Figure
    observation_ids: tuple[str, ...] = ()
    """The observations that it was found in, or that back its impact."""
    impact_id: str | None = None
    tally_id: str | None = None
    against: str = ""
    """What is linked instead, where it is contradicted: '140 parcels'."""

    def moved(self, by: int) -> TracedFigure:
        """Return it as a part of a longer text that begins so many characters earlier."""
        return replace(self, start=self.start + by, end=self.end + by)


_MOST_TOLD = 100
"""Figures of one text that are traced: nobody tells more, and each is held against all that is linked."""
_ONCE = re.compile(r"one (?:day|night|week|month|year|evening|morning|afternoon)", re.IGNORECASE)
"""Says when, not how long."""
_SMALL_IN_WORDS = re.compile(r"(?:one|two|three|an?)\b", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:(?:would|could|might)(?! not (?!have)|n't (?!have))(?! (?:see|hear|tell|count|only)\b)|i'd|we'd|may cost"
    r"|at the (?:price|cost|expense) of|in exchange"
    r"|instead of|proposed|suggested|asked for|what if|if (?:we|they|i|it|you))\b",
    re.IGNORECASE,
)
_DOLLARS = frozenset({"$", "US$", "USD", "DOLLAR", "DOLLARS", "AUD", "CAD", "NZD", "SGD", "HKD", "A$", "C$", "NZ$"})
_SAME_MONEY = {
    "€": "EUR", "EURO": "EUR", "EUROS": "EUR", "£": "GBP", "POUND": "GBP", "POUNDS": "GBP", "QUID": "GBP", "¥": "JPY",
    "YEN": "JPY", "₹": "INR", "RUPEE": "INR", "RUPEES": "INR", "FRANC": "CHF", "FRANCS": "CHF", "R$": "BRL", "₩": "KRW",
}  # fmt: skip
_EACH = re.compile(
    r"\b(?:each|per|apiece|every|an? (?:piece|day|week|month|year|hour|shift|minute)|daily|weekly|monthly|hourly)\b",
    re.I,
)
_OWN_DEED = re.compile(r"\W*(?:(?:and|so|then|that \w+|on [\w ]{3,20}) )?I(?:'ve|'d)? \w+", re.IGNORECASE)
"""What the user did to so many of them is seldom all of them."""
_OTHER_MONEY = re.compile(
    r"\b(?:budget|salary|fee|price|limit|threshold|cap|refund of|order of|worth of)\b", re.IGNORECASE
)
_HYPOTHETICAL_SOURCES = frozenset({
    "story.would_decide", "story.would_decide_short", "story.trade_off", "story.assumption_short",
    "decision.alternative", "decision.trade_off", "decision.assumption", "pitch.question", "pitch.ask", "pitch.subject",
    "pitch.why_earlier", "pitch.why_earlier_short", "pitch.next_step", "pitch.they_said", "pitch.why_them",
    "pitch.who_i_am", "pitch.not_known",
})  # fmt: skip
"""Fields whose figures say nothing of what happened: a price that would have been, an ask, the user's own years."""


def trace(text: str, material: StoryMaterial) -> list[TracedFigure]:
    """Return the figures of a text that say how big something was, each with what it rests on, in order.

    Rounding ('about 120' for 118, 'over 100'), simple fractions ('nearly a third' for 29 of 90), shares, a count times
    its rate, sums of a tally and any value of a range count as traced. Dates, labels, stretches of time, the user's own
    years, one to three in words, and what only would or could have been are left alone; so is whatever comes after
    the first hundred.
    """
    return list(_traces(text, _grounds(material.impacts, material.observations, material.tallies)))


@dataclass(frozen=True, slots=True, eq=False)
class _Grounds:
    """What a story rests on; as cheap a key as there is, for it is made once for the same things."""

    evidence: tuple[Evidence, ...]


@lru_cache(maxsize=64)
def _grounds(
    impacts: tuple[Impact, ...], observations: tuple[Observation, ...], tallies: tuple[Tally, ...]
) -> _Grounds:
    return _Grounds(evidence_of(impacts, observations, tallies))


@lru_cache(maxsize=512)
def _traces(text: str, grounds: _Grounds) -> tuple[TracedFigure, ...]:
    """Trace the figures of a text; remembered, because at a key press at most one of many sentences changes."""
    clauses = ((figure, clause_of(figure, text)) for figure in measures(text))
    told = islice((each for each in clauses if not _is_left_alone(*each)), _MOST_TOLD)
    return tuple(_traced(figure, clause, grounds.evidence) for figure, clause in told)


def is_fact(part: Part) -> bool:
    """Whether a part says what happened, so that its figures owe a ground; not what would have been, nor an ask."""
    return part.source not in _HYPOTHETICAL_SOURCES


def untraced(part: Part, *materials: StoryMaterial) -> tuple[TracedFigure, ...]:
    """Return the figures of a composed part that rest on nothing that is linked, for the screen to mark.

    Args:
        part: What is said; a part whose field holds no fact ('what would that have cost') has none.
        materials: The story that it belongs to, or all stories for a line around them: one that fits is enough.
    """
    if not is_fact(part) or not materials:
        return ()
    traces = [trace(part.text, material) for material in materials]
    return tuple(
        min(alike, key=lambda found: found.status is Status.CONTRADICTED)
        for alike in zip(*traces, strict=True)
        if all(found.status is not Status.TRACED for found in alike)
    )


def _is_left_alone(figure: Figure, clause: str) -> bool:
    if figure.kind is Kind.COUNT and figure.low <= 3 and _SMALL_IN_WORDS.match(figure.words):
        return True
    if figure.low == 1 and _ONCE.fullmatch(figure.words):
        return True
    if figure.kind is Kind.COUNT and figure.low <= 12 and figure.noun.startswith("time"):
        return True
    return bool(_SUPPOSED.search(clause))


def _traced(figure: Figure, clause: str, evidence: tuple[Evidence, ...]) -> TracedFigure:
    found = TracedFigure(
        start=figure.start, end=figure.end, words=figure.words, status=Status.UNTRACED, figure=figure
    )  # fmt: skip
    fitting = [one for one in evidence if _fits(figure, one.figure) and not (one.is_sum and _is_other(figure, one))]
    if fitting:
        best = min(fitting, key=lambda one: (one.is_derived, not _is_same_thing(figure, one)))
        return replace(
            found, status=Status.TRACED, observation_ids=best.observation_ids, impact_id=best.impact_id,
            tally_id=best.tally_id,
        )  # fmt: skip
    against = next(
        (one for one in evidence if not one.is_derived and _contradicts(figure, clause, one, evidence)), None
    )
    if against is None:
        return found
    return replace(
        found, status=Status.CONTRADICTED, observation_ids=against.observation_ids, impact_id=against.impact_id,
        tally_id=against.tally_id, against=_said(against),
    )  # fmt: skip


def _said(evidence: Evidence) -> str:
    figure = evidence.figure
    words = figure.words or written_amount(figure.low, None, figure.currency)
    noun = "" if figure.unit_seconds and figure.words else evidence.full_noun or figure.noun
    return " ".join(part for part in (words, noun) if part)


# What fits.


def _fits(figure: Figure, known: Figure) -> bool:
    if figure.kind is Kind.MULTIPLE:
        return known.kind is Kind.MULTIPLE and _is_near(figure.low, known.low, Decimal("0.15"))
    if figure.kind is Kind.FRACTION or (figure.kind is Kind.SHARE and figure.out_of is None):
        return _share_fits(figure, known)
    if known.kind in {Kind.MULTIPLE, Kind.FRACTION} or (known.kind is Kind.SHARE and known.out_of is None):
        return False
    if figure.out_of is not None:
        is_exact = figure.exactness is Exactness.EXACT
        return known.out_of == figure.out_of and (
            known.low == figure.low if is_exact else _value_fits(figure.low, figure.exactness, known.low, known.low)
        )
    if figure.kind is Kind.MAGNITUDE:
        if known.kind is Kind.MONEY or _is_unlike(figure.noun, known.noun):
            return False
        return figure.high is not None and figure.low <= known.low <= figure.high
    if not _same_measure(figure, known):
        return False
    scale = _scale(figure, known)
    low, high = known.low * scale, (known.high or known.low) * scale
    if figure.high is not None:
        ends = (figure.low, figure.high)
        return all(_value_fits(end, figure.exactness, low, high) for end in ends) or (
            low == high and figure.low <= low <= figure.high
        )
    return _value_fits(figure.low, figure.exactness, low, high)


def _is_unlike(noun: str, other: str) -> bool:
    one, another = stems(noun), stems(other)
    return bool(one) and bool(another) and one.isdisjoint(another)


def _is_other(figure: Figure, one: Evidence) -> bool:
    return _is_unlike(figure.noun, one.figure.noun)


def _same_measure(figure: Figure, known: Figure) -> bool:
    if figure.kind is Kind.MONEY and known.kind is Kind.MONEY:
        return _is_same_money(figure.currency, known.currency)
    if Kind.MONEY in {figure.kind, known.kind}:
        return not (figure.unit_seconds or known.unit_seconds)
    if known.kind is Kind.COUNT and not known.noun:
        return True  # 'quickest 9 minutes, slowest 48': the note has said the unit before
    return bool(figure.unit_seconds) == bool(known.unit_seconds)


def _scale(figure: Figure, known: Figure) -> Decimal:
    if figure.unit_seconds and known.unit_seconds:
        return Decimal(known.unit_seconds) / figure.unit_seconds
    return Decimal(1)


def _is_same_money(one: str, other: str) -> bool:
    if one in _DOLLARS and other in _DOLLARS:
        return True
    return _SAME_MONEY.get(one, one) == _SAME_MONEY.get(other, other)


def _share_fits(figure: Figure, known: Figure) -> bool:
    told, real = figure.share, known.share
    if told is None or real is None:
        return False
    told_high = figure.high / 100 if figure.high is not None else told
    if told_high != told:
        return told - Decimal("0.006") <= real <= told_high + Decimal("0.006")
    if known.high is not None and real <= told <= known.high / 100:
        return True
    off = told - real
    loose = Decimal("0.02") if figure.kind is Kind.FRACTION else Decimal("0.006")
    if figure.exactness is Exactness.EXACT:
        return abs(off) <= loose
    if figure.exactness is Exactness.ABOUT:
        return abs(off) <= Decimal("0.055")
    return -loose <= off <= Decimal("0.06") if figure.exactness is Exactness.UNDER else -Decimal("0.09") <= off <= 0


def _value_fits(told: Decimal, exactness: Exactness, low: Decimal, high: Decimal) -> bool:
    if low <= told <= high:
        return True
    real = low if told < low else high
    if exactness is Exactness.ABOUT:
        return _is_near(told, real, Decimal("0.1"))
    if exactness is Exactness.UNDER:
        return real <= told <= real * Decimal("1.25")
    if exactness is Exactness.OVER:
        return told <= real <= told * 2
    return _is_rounded(told, real)


def _is_near(told: Decimal, real: Decimal, part: Decimal) -> bool:
    return abs(told - real) <= abs(real) * part


def _is_rounded(told: Decimal, real: Decimal) -> bool:
    """Whether a value is another one with fewer digits, not more than a twentieth away."""
    if not told or not real or not _is_near(told, real, Decimal("0.05")):
        return False
    exponent = told.normalize().as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return abs(told - real) * 2 <= step


# What contradicts.


def _contradicts(figure: Figure, clause: str, one: Evidence, evidence: tuple[Evidence, ...]) -> bool:
    """Whether a figure is plainly another value of the very same thing; only where there is little doubt.

    A smaller number of the same noun may well be a part of it ('60 of them'), so it must be near enough to be the same
    figure misremembered, or be more than all there is of what a whole unit names.
    """
    known = one.figure
    if figure.kind not in {Kind.COUNT, Kind.MONEY, Kind.SHARE, Kind.DURATION}:
        return False
    if figure.high is not None or known.high is not None or figure.exactness is not Exactness.EXACT or not known.low:
        return False
    if figure.out_of is not None:
        # '12 of 30' may be told beside '9 of 30': it must be said of the same.
        near = known.low * Decimal("0.67") <= figure.low <= known.low * Decimal("1.5")
        return known.out_of == figure.out_of and near and _is_about(figure, clause, one)
    if figure.kind is not known.kind and not (figure.kind is Kind.COUNT and known.out_of is not None):
        return False
    if figure.kind is Kind.MONEY and not _is_same_money(figure.currency, known.currency):
        return False
    if figure.unit_seconds != known.unit_seconds or not _is_same_thing(figure, one):
        return False
    is_rate, was_rate = _EACH.search(clause), _EACH.search(one.clause or one.full_noun)
    if bool(is_rate) != bool(was_rate) or not _is_about(figure, clause, one):
        return False
    ratio = figure.low / known.low
    if Decimal("0.95") <= ratio <= Decimal("1.05"):
        return False
    if Decimal("0.67") <= ratio <= Decimal("1.5"):
        return figure.low > 12
    named = len(one.full_noun.split()) > 1 and stems(one.full_noun) <= stems(figure.noun)
    return named and 1 < ratio <= 10 and _is_most(known, one, evidence)


def _is_about(figure: Figure, clause: str, one: Evidence) -> bool:
    """Whether the words around two figures say the same of them, not only the noun."""
    if not one.clause:
        return not _OWN_DEED.match(clause) and not (figure.currency and _OTHER_MONEY.search(clause))
    return bool((stems(clause) & stems(one.clause)) - stems(figure.noun) - _COMMON)


def _is_most(known: Figure, one: Evidence, evidence: tuple[Evidence, ...]) -> bool:
    return all(other.figure.low <= known.low for other in evidence if _is_same_thing(other.figure, one))


def _is_same_thing(figure: Figure, one: Evidence) -> bool:
    if figure.kind is Kind.MONEY and one.figure.kind is Kind.MONEY:
        return True
    if figure.unit_seconds:
        return one.figure.unit_seconds == figure.unit_seconds
    told, known = stems(figure.noun), stems(one.full_noun or one.figure.noun)
    if not told or not known:
        return False
    # The head of a noun decides: 'failed drops' and 'drops', not 'parcel labels' and 'parcels'.
    return told <= known or known <= told


_COMMON = stems("the and was were had has have that this with from for our not but are all out who came went got been")
