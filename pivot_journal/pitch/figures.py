"""The figures in a text: what each comes to, how exactly it is said, and which numbers are no figures at all.

Dates, clock times, labels ('aisle 9'), ordinals and the user's own years are found too, so that nothing else takes
them for an amount; ``Kind.is_measure`` tells them apart.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from pivot_journal.pitch.figure import Exactness, Figure, Kind
from pivot_journal.pitch.figurewords import (
    AFTER_ABOUT,
    BEFORE,
    BEFORE_HARM,
    BEGINS,
    BETWEEN,
    CHANCE,
    CLOCK_BEFORE,
    DAY_IS_COUNT,
    DECIMAL,
    FIGURE,
    FRACTION_AFTER,
    FROM,
    HALF_A_TIME,
    LABELLED,
    LATE_AFTER,
    MAY_BE_A_VERB,
    MOST_IN_A_CHANCE,
    MULTIPLES,
    NO_NOUN,
    NOT_A_NOUN_AFTER,
    NOUN,
    NOUN_WORD,
    ONE_ALONE,
    ONE_OF_THEM,
    OTHER_HALF,
    PARTS,
    PERCENT,
    QUARTER_OF_A_YEAR,
    RELEASE_AFTER,
    SCALE_OF,
    SECONDS,
    SHORT_TIME,
    SOME,
    STRETCH_AFTER,
    STRETCH_BEFORE,
    TIME,
    TIMES,
    WHEN_IS_SHORT,
    WITHIN,
    WORDED_LABEL,
    YEAR,
    YEAR_FOLLOWS,
)
from pivot_journal.pitch.numberwords import number_read

__all__ = ["Exactness", "Figure", "Kind", "figures", "measures"]


_MOST_READ = 500
"""Numbers of one text that are read: a text with more is a table, of which nobody tells, and each costs its time."""


@lru_cache(maxsize=512)
def figures(text: str) -> tuple[Figure, ...]:
    """Return the numbers of a text in order, the first five hundred, with what each is; none overlaps another."""
    plain = text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ").replace("\n", " ").replace("\t", " ")
    low = plain.lower()
    low = low if len(low) == len(plain) else plain
    read: list[Figure] = []
    end = count = 0
    for candidate in BEGINS.finditer(low):
        if candidate.start() < end:
            continue
        found = FIGURE.match(plain, _word_start(plain, candidate.start(), end))
        if found is None:
            continue
        count += 1
        if count > _MOST_READ:
            break
        told = _read(text, plain, found)
        read += told
        end = max((figure.end for figure in told), default=found.end("low") if found["low"] else found.end())
    return tuple(read)


def measures(text: str) -> tuple[Figure, ...]:
    """Return only the figures that say how big something was."""
    return tuple(figure for figure in figures(text) if figure.kind.is_measure)


def _word_start(plain: str, place: int, floor: int) -> int:
    """Return where the word begins that a digit belongs to: 'B2B', 'covid-19'."""
    if not plain[place].isdecimal():
        return place
    start = place
    while start > floor and (
        plain[start - 1].isalpha() or (plain[start - 1] == "-" and start - 1 > floor and plain[start - 2].isalpha())
    ):
        start -= 1
    return start if start == 0 or not plain[start - 1].isalnum() else place


def _read(text: str, plain: str, found: re.Match[str]) -> tuple[Figure, ...]:
    kind = found.lastgroup
    start, end = found.span()
    if found["date"]:
        day = found["monthday"]
        is_after = bool(day) and DAY_IS_COUNT.search(plain[max(0, start - 12) : start])
        if is_after and plain.startswith(" ", end) and not NOT_A_NOUN_AFTER.match(plain, end):
            # 'In June 8 drivers' tells how many.
            return (_count(text, plain, found.start("monthday"), end, Decimal(day)),)
        return (_of_kind(text, start, end, Kind.DATE),)
    if found["label"]:
        return (_of_kind(text, start, end, Kind.LABEL),)
    if found["ordinal"]:
        return (_of_kind(text, start, end, Kind.ORDINAL),)
    if found["fraction"]:
        return _fraction(text, plain, start, end)
    if found["multiple"]:
        return (_multiple(text, plain, start, start + len(found["multiple"].rstrip())),)
    if found["magnitude"]:
        return (_magnitude(text, plain, start, end),)
    assert kind is not None
    return _number(text, plain, found)


def _of_kind(text: str, start: int, end: int, kind: Kind) -> Figure:
    return Figure(start=start, end=end, words=text[start:end], kind=kind, low=Decimal(0))


def _fraction(text: str, plain: str, start: int, end: int) -> tuple[Figure, ...]:
    words = plain[start:end].lower().replace("-", " ")
    parts = next(value for key, value in PARTS.items() if key in words)
    is_half = "hal" in words
    if SCALE_OF.match(plain, end) or not FRACTION_AFTER.match(plain, end):
        return ()
    before = plain[max(0, start - 8) : start]
    if is_half and (OTHER_HALF.search(before) or HALF_A_TIME.match(plain, end)):
        return ()
    if parts == 4 and QUARTER_OF_A_YEAR.search(before):
        return ()
    count = Decimal(1) if is_half else number_read(words.split()[0])
    return (
        Figure(
            start=start, end=end, words=text[start:end], kind=Kind.FRACTION, low=count / parts,
            exactness=_exactness(plain, start, end), noun=_noun(plain, end),
        ),
    )  # fmt: skip


def _multiple(text: str, plain: str, start: int, end: int) -> Figure:
    words = plain[start:end].lower()
    times = next((Decimal(value) for key, value in MULTIPLES.items() if words.startswith(key)), None)
    if times is None:
        times = number_read(TIMES.split(words)[0])
    exactness = _exactness(plain, start, end)
    return Figure(start=start, end=end, words=text[start:end], kind=Kind.MULTIPLE, low=times, exactness=exactness)


def _magnitude(text: str, plain: str, start: int, end: int) -> Figure:
    words = plain[start:end].lower()
    low = Decimal(1)
    for word, value in (("tens", 10), ("hundreds", 100), ("thousands", 1000), ("millions", 10**6), ("billions", 10**9)):
        if word in words:
            low *= value
    if words == "dozens":
        low = Decimal(12)
    noun = _noun(plain, end)
    return Figure(
        start=start, end=end, words=text[start:end], kind=Kind.MAGNITUDE, low=low, high=low * 999, noun=noun,
        exactness=Exactness.ABOUT,
    )  # fmt: skip


def _number(text: str, plain: str, found: re.Match[str]) -> tuple[Figure, ...]:
    start, end = found.span()
    low, after_low = number_read(found["low"]), found.end("low")
    sign = (found["sign"] or found["sign2"] or found["highsign"] or found["suffix"] or "").strip()
    is_share = sign.lower() in PERCENT
    currency = "" if is_share else sign
    before = plain[max(0, start - 32) : start]
    if found["high"] and not _is_range(found, before):
        # 'from 800 to 1,750' and 'ten and twelve' are two figures, of which the second is read next.
        first_end = found.end("sign2") if found["sign2"] else after_low
        return (_amount(text, plain, start, first_end, low, None, None, currency, is_share),)
    high = number_read(found["high"]) if found["high"] else None
    base = number_read(found["base"]) if found["base"] else None
    if high is not None and high < low:
        scaled = high / low if low else high
        low, high = (low, None) if scaled < 0.5 else (high, low)
    if base is not None and (base < low or base == 0):
        base, end = None, found.end("high") if found["high"] else found.end("sign2") if found["sign2"] else after_low
    if found["low"][-1] in "mM" and found["low"][0].isdigit() and not currency and "." not in found["low"]:
        low = number_read(found["low"][:-1])  # '4m' is a length as often as it is four million
    if not currency and not is_share and base is None:
        bare = _bare(text, plain, found, before, low)
        if bare is not None:
            return bare
    if high is None and SOME.match(found["low"]):
        return (
            Figure(
                start=start, end=end, words=text[start:end], kind=Kind.MAGNITUDE, low=low / 3, high=low * 3,
                exactness=Exactness.ABOUT, noun=_noun(plain, end), currency=currency,
            ),
        )  # fmt: skip
    return (_amount(text, plain, start, end, low, high, base, currency, is_share),)


def _is_range(found: re.Match[str], before: str) -> bool:
    join = found["join"].strip()
    if join == "and":
        return bool(BETWEEN.search(before))
    return not (join == "to" and FROM.search(before))


def _bare(text: str, plain: str, found: re.Match[str], before: str, low: Decimal) -> tuple[Figure, ...] | None:
    """Return what a number without sign or base is, where it is no amount; None where it may be one."""
    start, end = found.span()
    words = found["low"]
    if _is_labelled(words, before):
        return (_of_kind(text, start, end, Kind.LABEL),)
    if DECIMAL.match(words) and RELEASE_AFTER.match(plain, end):
        return (_of_kind(text, start, end, Kind.LABEL),)
    if YEAR.fullmatch(found[0]) and not YEAR_FOLLOWS.match(plain, end):
        return (_of_kind(text, start, end, Kind.DATE),)
    is_hour = low <= 12 and not found["high"] and CLOCK_BEFORE.search(before)
    if is_hour and NOT_A_NOUN_AFTER.match(plain, end):
        return (_of_kind(text, start, end, Kind.DATE),)
    if words.lower() == "one" and (
        ONE_ALONE.search(before) or not (_noun(plain, end) or plain.startswith(" in ", end))
    ):
        return ()
    return _chance(text, plain, found, low) or _time(text, plain, found, before, low)


def _chance(text: str, plain: str, found: re.Match[str], low: Decimal) -> tuple[Figure, ...]:
    """Return 'one in five' as the share that it is."""
    start, end = found.span()
    of = CHANCE.match(plain, end) if low <= MOST_IN_A_CHANCE and not found["high"] else None
    if not of or TIME.match(plain, of.end()) or YEAR.fullmatch(of["base"]):
        return ()
    base, stop = number_read(of["base"]), of.end()
    if base <= low:
        return ()
    return (
        Figure(
            start=start, end=stop, words=text[start:stop], kind=Kind.SHARE, low=low, out_of=base,
            exactness=_exactness(plain, start, end), noun=_noun(plain, stop),
        ),
    )  # fmt: skip


def _is_labelled(words: str, before: str) -> bool:
    """Whether the word before a number makes it a name: 'ward 6', but not 'each ward 6 beds' or 'I order 12'."""
    labelled = LABELLED.search(before)
    if not labelled or (not words[0].isdigit() and not WORDED_LABEL.search(before)):
        return False
    return not (ONE_OF_THEM if labelled["sure"] else MAY_BE_A_VERB).search(before)


def _time(text: str, plain: str, found: re.Match[str], before: str, low: Decimal) -> tuple[Figure, ...] | None:
    start, end = found.span()
    unit = TIME.match(plain, end) or SHORT_TIME.match(plain, end)
    if unit is None or (unit["unit"] == "d" and plain[end] == " "):
        return None
    name = unit["unit"].lower()
    seconds = next(value for key, value in SECONDS if name.startswith(key))
    stop = unit.end("unit")
    high = number_read(found["high"]) if found["high"] else None
    kind = Kind.DURATION
    if name.startswith(("year", "month", "quarter", "fortnight")):
        kind = Kind.TENURE if name.startswith("year") else Kind.STRETCH
        if STRETCH_AFTER.match(plain, stop):
            kind = Kind.STRETCH
        elif LATE_AFTER.match(plain, stop):
            kind = Kind.DURATION
    elif STRETCH_AFTER.match(plain, stop) or STRETCH_BEFORE.search(before):
        # 'the line stood for 35 minutes' is a harm, 'for two weeks I' and 'in six weeks' are when it was.
        is_harm = seconds < 86400 and WHEN_IS_SHORT.search(before) and BEFORE_HARM.search(before)
        kind = Kind.DURATION if is_harm else Kind.STRETCH
        if seconds <= 3600 and not WITHIN.search(before):
            kind = Kind.DURATION if not STRETCH_AFTER.match(plain, stop) else Kind.STRETCH
    return (
        Figure(
            start=start, end=stop, words=text[start:stop], kind=kind, low=low, high=high,
            exactness=_exactness(plain, start, stop), noun=name, unit_seconds=seconds,
        ),
    )  # fmt: skip


def _amount(
    text: str, plain: str, start: int, end: int, low: Decimal, high: Decimal | None, base: Decimal | None,
    currency: str, is_share: bool,
) -> Figure:  # fmt: skip
    kind = Kind.SHARE if is_share or base is not None else Kind.MONEY if currency else Kind.COUNT
    return Figure(
        start=start, end=end, words=text[start:end], kind=kind, low=low, high=high, out_of=base,
        exactness=_exactness(plain, start, end), currency=currency.upper(), noun=_noun(plain, end),
    )  # fmt: skip


def _count(text: str, plain: str, start: int, end: int, low: Decimal) -> Figure:
    return _amount(text, plain, start, end, low, None, None, "", False)


def _exactness(plain: str, start: int, end: int) -> Exactness:
    before = plain[max(0, start - 20) : start]
    for exactness, pattern in BEFORE:
        if pattern.search(before):
            return exactness
    return Exactness.ABOUT if AFTER_ABOUT.match(plain, end) else Exactness.EXACT


def _noun(plain: str, end: int) -> str:
    """Return up to three words of what a figure counts."""
    led = NOUN.match(plain, end)
    if not led:
        return ""
    words: list[str] = []
    at = led.end()
    while len(words) < 3:
        word = NOUN_WORD.match(plain, at)
        if not word or word[0].lower() in NO_NOUN:
            break
        words.append(word[0].lower())
        at = word.end()
        if plain[at : at + 1] not in {" ", "-"}:
            break
        at += 1
    return " ".join(words)
