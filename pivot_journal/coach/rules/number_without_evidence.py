"""A figure of impact with no ground: not in what is linked, and no source or base beside it.

Source: the thread asks for numbers; the first thing that a PM says to one is "how do you know?". Money, shares and
multiples are asked for their ground; a plain count with its time is its own. A figure passes that is linked, that
names where it comes from (ledger, log, sample, stopwatch), or that shows its base ('160 of 412', '800 to 1,750'). One
that the journal contradicts is an error.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from pivot_journal.coach.beats import Sized, sizes
from pivot_journal.coach.beatwords import FROM_WHERE, SOURCE
from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule
from pivot_journal.pitch.figures import Figure, Kind

_ASKED = frozenset({Kind.MONEY, Kind.SHARE, Kind.FRACTION, Kind.MULTIPLE, Kind.MAGNITUDE})
_CHANGED = re.compile(
    r"\b(?:cut|cuts|cutting|reduc\w+|drop\w*|fell|fall\w*|rise\w*|rose|gr[eo]w\w*|increase\w*|increasing"
    r"|decrease\w*|decreasing|improv\w+"
    r"|slow\w*|fast\w*"
    r"|save\w*|saving\w*|lost|los[et]\w*|shrank|shr[iu]nk\w*|climb\w*|jump\w*|rais\w+|lower\w*|boost\w*|halv\w+"
    r"|more|less"
    r"|fewer|longer|shorter"
    r"|higher|trimm\w*|down|up|went|better|worse|waste\w*|wasting|declin\w+|plung\w+|sank|shav\w+|slash\w+|freed"
    r"|burn\w*|ate"
    r"|cost\w*)\b"
)
_GIVEN = re.compile(
    r"(?:discounts?|vat|tax\w*|tariffs?|commissions?|fees?|interest|rates?|off|deposits?|margins?|thresholds?"
    r"|limits?|caps?"
    r"|vouchers?|coupons?|credits?|tolerance|stake|tip|charge each|note|bills?|orders?|baskets?|transfers?|payments?"
    r"|invoices?|refunds?|battery|humidity|full|capacity|certain|sure)\b"
)
_NO_CLAIM = re.compile(
    r"\b(?:100 ?%|fee|limit|threshold|cap|discount|voucher|deductible|deposit) (?:of|was|is|at|to)\b"
)
_COMPARES = re.compile(r"\b(?:from|against|versus|vs|compared|instead of|to|before|earlier|used to|previously)\b|→|->")
_BARE_SUM = re.compile(r"(?:million|billion|thousand|\dk|\dm)$", re.IGNORECASE)
"""With nothing that it counts, a sum of money: 'saved half a million a year'."""
_FROM_TO = re.compile(r"\bfrom\b.{1,60}\bto\b|\bagainst\b|\bversus\b|\bcompared (?:to|with)\b")
_PLAIN = frozenset({Kind.COUNT, Kind.DURATION})
_EACH = re.compile(
    r"\b(?:each|apiece|per|a (?:piece|drop|parcel|call|order|visit|ride|ticket|box|unit|head))\b|[×=]| x "
)


def _check(reading: Reading, known: Circumstances) -> Iterator[Hit]:
    facts = known.stories[0] if known.stories else None
    if facts is None:
        for sized in sizes(reading.raw):
            if _is_claim(sized) and not _has_ground(reading, sized):
                yield Hit(sized.figure.start, sized.figure.end)
        return
    offset = reading.raw.find(facts.told) if facts.told else 0
    for traced in facts.contradicted:
        yield Hit(
            traced.start + offset,
            traced.end + offset,
            level=Level.ERROR,
            question="Which is it?",
            message=f"The listener may find two figures: here it is {traced.words}, in the journal {traced.against}.",
            fix=f"Say {traced.against}, or correct the note or impact.",
        )
    open_places = {(traced.start + offset, traced.end + offset) for traced in facts.untraced}
    for sized in sizes(reading.raw):
        place = (sized.figure.start, sized.figure.end)
        if place in open_places and _is_claim(sized) and not _has_ground(reading, sized):
            yield Hit(
                *place, fix="Link the note that has it, add it as an impact with how you know it, or leave it out."
            )


def _is_claim(sized: Sized) -> bool:
    figure, clause = sized.figure, sized.clause
    if figure.kind is Kind.COUNT and figure.noun.split()[:1] == ["points"]:
        return bool(_CHANGED.search(clause))
    if figure.kind is Kind.COUNT and _BARE_SUM.search(figure.words) and not figure.noun.removesuffix("year").strip():
        return bool(_CHANGED.search(clause))
    if figure.kind not in _ASKED or figure.out_of is not None:
        return False
    if figure.kind is not Kind.FRACTION and _GIVEN.match(figure.noun):
        return False
    if _NO_CLAIM.search(clause):
        return False
    return figure.kind is not Kind.FRACTION or bool(_CHANGED.search(clause))


def _has_ground(reading: Reading, sized: Sized) -> bool:
    """Whether a source or a base stands in the sentence of a figure or beside it."""
    first, last = max(0, sized.sentence - 1), sized.sentence + 2
    near = reading.sentences[first:last]
    if FROM_WHERE.match(reading.text, reading.place_of(sized.figure.end - 1) + 1):
        return True
    if any(SOURCE.search(sentence.text) for sentence in near):
        return True
    beside = [other for other in _sizes_between(reading.raw, first, last) if other is not sized]
    if any(_is_base(other.figure) for other in beside):
        return True
    counts = [other for other in beside if other.sentence == sized.sentence and other.figure.kind is Kind.COUNT]
    sentence = reading.sentences[sized.sentence].text if reading.sentences else ""
    if sized.figure.kind is Kind.MONEY:
        return bool(counts) and bool(_EACH.search(sentence))
    if len(_plain_in(beside, sized.sentence)) > 1 and _FROM_TO.search(sentence):
        return True
    if not any(_COMPARES.search(each.text) for each in near):
        return False
    alike = [other for other in beside if other.figure.kind in {Kind.COUNT, Kind.DURATION}]
    return len({other.figure.unit_seconds for other in alike}) < len(alike)


def _sizes_between(raw: str, first: int, last: int) -> tuple[Sized, ...]:
    """Return the sizes of the sentences from one number up to another."""
    found = sizes(raw)
    begin, end = (bisect_left(found, number, key=lambda sized: sized.sentence) for number in (first, last))
    return found[begin:end]


def _plain_in(beside: list[Sized], sentence: int) -> list[Sized]:
    return [each for each in beside if each.sentence == sentence and each.figure.kind in _PLAIN]


def _is_base(figure: Figure) -> bool:
    return figure.out_of is not None or (figure.kind is Kind.COUNT and figure.high is not None)


RULE = Rule(
    name="number-without-evidence",
    level=Level.WARNING,
    scope=Scope.STORY,
    question="How do you know?",
    message="The listener may ask how this figure is known: neither a source nor a base stands with it.",
    fix="Say where it is from ('$3,100, from the refund ledger'), or the parts ('160 of 412'); else leave it out.",
    source="the thread: 'quantify examples'; the reply that a number gets: 'how do you know?'",
    must_flag=(
        "In July the new tariff page cost the firm €400,000. It assumed one contract per household. I rewrote "
        "the letter.",
        "Since 3 March my checklist has cut onboarding time in half. The old one was made for one site.",
        "On 9 May complaints tripled. The chat was built for short questions. I answered what I could.",
        "In Q1 error rates went up 25 percent because the scanner expected flat labels.",
        "In August the outage wasted thousands of hours across the region. The alarm assumed a person at the desk.",
        "On 1 June dispatch became twice as slow. The map took every road as open. I told my lead.",
    ),
    must_pass=(
        "In July the tariff page cost €4,200, from the credit notes register.",
        "Since 3 March onboarding takes half as long: 22 minutes against 45 the month before.",
        "On 9 May complaints tripled, from 40 to 125 a day.",
        "In Q1 25 percent of the scans failed (52 of 208).",
        "In August 61 desks stood dark for 3 hours.",
        "On 1 June 12 vans came back late; at $80 each that is $960.",
        "The form offered a 10% discount to 44 people who had none coming. I counted them on 2 May.",
        "A second check would have saved us $900.",
    ),
    check=_check,
    mended_at="impact",
)
