"""What a bare story holds: a moment, a size with its ground, a belief, another option, the speaker's own part.

Everything here reads text and is kept per text, as the same story is read by several rules at every key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from pivot_journal.coach.beatwords import (
    CLAUSE_END,
    CLOCK,
    COMPANY,
    FIRST_PERSON,
    GROUP,
    HABITUAL,
    MOMENT,
    NO_DEED,
    OPTION,
    OTHERS_BEFORE,
    PARAMETER,
    QUARTER,
    SEASON,
    SEASONED,
    SET_TIME,
    SPANS,
    SUPPOSED,
    WOULD,
)
from pivot_journal.coach.beliefwords import (
    BELIEF,
    CLAUSAL,
    EXPECTS,
    PERSON_BEFORE,
    PRODUCT_BEFORE,
    WORDS_BELIEVED,
    WORKS_BY,
)
from pivot_journal.coach.reading import MASK, Reading, read
from pivot_journal.pitch.figures import Figure, Kind, figures, measures

_MOST_SIZES = 200
"""Figures of one text that are asked what they measure; nobody tells more, and each is held against its sentence."""


@dataclass(frozen=True, slots=True)
class Sized:
    """A figure that says how big something was, with its sentence."""

    figure: Figure
    sentence: int
    """The number of its sentence."""
    clause: str
    """As patterns see it."""


@lru_cache(maxsize=512)
def moment_in(raw: str) -> str:
    """Return the words that place a text in time, a date, a named day, one event; empty for 'over the years'."""
    places = moments(read(raw))
    return raw[places[0][0] : places[0][1]] if places else ""


@lru_cache(maxsize=512)
def _moments(raw: str) -> tuple[tuple[int, int], ...]:
    reading = read(raw)
    found = [
        (figure.start, figure.end)
        for figure in figures(raw)
        if figure.kind is Kind.DATE and not CLOCK.fullmatch(figure.words)
    ]
    found += [(figure.start, figure.end) for figure in figures(raw) if re.fullmatch(r"(?:19|20)\d\d", figure.words)]
    found += [place.span() for place in QUARTER.finditer(raw)]
    for place in MOMENT.finditer(reading.text):
        if MASK in place[0]:
            continue
        if SEASON.search(place[0]):
            raw_start = reading.span(place.start(), place.end())[0]
            sentence = reading.sentence_at(raw_start)
            if sentence and SEASONED.search(sentence.text):
                continue
        found.append(reading.span(place.start(), place.end()))
    return tuple(sorted(set(found)))


def moments(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Return the places in the user's own text that place it in time, in order."""
    return _moments(reading.raw)


def clause_around(text: str, start: int, end: int) -> str:
    """Return the clause around a place of a text, as far as it reaches 200 characters before and behind."""
    begin, most = max(0, start - 200), min(len(text), end + 200)
    edges = [edge.end() for edge in CLAUSE_END.finditer(text, begin, start)]
    stop = CLAUSE_END.search(text, end, most)
    return text[edges[-1] if edges else begin : stop.start() if stop else most]


@lru_cache(maxsize=512)
def sizes(raw: str) -> tuple[Sized, ...]:
    """Return the figures of a text that say how big what happened was.

    Left out are one of a thing, what could have been, what the product took for granted, and with how many the user
    spoke.
    """
    reading = read(raw)
    found = []
    for figure in islice(measures(raw), _MOST_SIZES):
        place = reading.place_of(figure.start)
        after = max(place + 1, reading.place_of(max(figure.end - 1, figure.start)) + 1)
        clause = clause_around(reading.text, place, after)
        number = reading.number_at(place)
        before = reading.text[reading.sentences[number].start : place] if reading.sentences else ""
        if _is_no_size(figure, clause, before, reading.text[after : after + 24]):
            continue
        found.append(Sized(figure, number, clause))
    return tuple(found)


def _is_no_size(figure: Figure, clause: str, before: str, after: str) -> bool:
    if figure.kind is Kind.COUNT and figure.low <= 1 and figure.high is None:
        return True
    if figure.out_of is not None and figure.low == 1 and " of " in figure.words:
        return True  # 'one of nine gates' is a place
    if PARAMETER.search(before) or (figure.kind is Kind.DURATION and "-" in figure.words and SET_TIME.match(after)):
        return True
    is_small = figure.low <= 5 and figure.kind is Kind.COUNT
    if is_small and (COMPANY.search(clause) or SPANS.match(figure.noun)):
        return True
    if figure.kind is Kind.COUNT and figure.low <= 12 and SPANS.match(figure.noun):
        return True
    return bool(WOULD.search(before)) or bool(SUPPOSED.search(clause)) or _is_believed(clause, figure.words.lower())


def _is_believed(clause: str, words: str) -> bool:
    """Whether a figure stands in what was taken for granted: 'assumed that a stop takes four minutes'."""
    place = clause.find(words)
    for _, end in _belief_places(clause):
        between = len(clause[end:place].split()) if end <= place else WORDS_BELIEVED + 1
        if between <= (WORDS_BELIEVED if CLAUSAL.search(clause[:end]) else 1):
            return True
    return False


def _belief_places(text: str) -> list[tuple[int, int]]:
    places = []
    for found in BELIEF.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()]
        if not PERSON_BEFORE.search(before):
            places.append(found.span())
    for found in () if WOULD.search(text) or OPTION.search(text) else WORKS_BY.finditer(text):
        if not PERSON_BEFORE.search(text[max(0, found.start() - 40) : found.start()]):
            places.append(found.span())
    for found in EXPECTS.finditer(text):
        before = text[max(0, found.start() - 60) : found.start()]
        if not PERSON_BEFORE.search(before) and PRODUCT_BEFORE.search(before):
            places.append(found.span())
    return places


@lru_cache(maxsize=512)
def beliefs(raw: str) -> tuple[int, ...]:
    """Return the numbers of the sentences that say what a product or rule took for granted."""
    reading = read(raw)
    return tuple(number for number, sentence in enumerate(reading.sentences) if _belief_places(sentence.text))


@lru_cache(maxsize=512)
def has_option(raw: str) -> bool:
    """Whether a text names another option or its price."""
    text = read(raw).text
    return any(not _is_habit(text, found) for found in OPTION.finditer(text))


def _is_habit(text: str, found: re.Match[str]) -> bool:
    """Whether 'would' and 'could' tell what people did: 'nurses would type it again', 'they could not log in'."""
    if not HABITUAL.match(found[0]):
        return False
    before = text[max(0, found.start() - 40) : found.start()]
    return bool(OTHERS_BEFORE.search(before))


@lru_cache(maxsize=512)
def has_own_deed(raw: str) -> bool:
    """Whether the speaker does something in a text: 'I counted', not 'I was part of'."""
    text = read(raw).text
    return any(found["verb"] not in NO_DEED for found in FIRST_PERSON.finditer(text))


@lru_cache(maxsize=512)
def group_deed(raw: str) -> tuple[int, int] | None:
    """Return the place in the user's own text of the first thing that 'we' or 'our team' does."""
    reading = read(raw)
    found = GROUP.search(reading.text)
    return reading.span(*found.span()) if found else None
