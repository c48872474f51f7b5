"""Private terms in a text: found as whole words in any spelling, and replaced by what is said instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pivot_journal.domain.impact import SIGNS, Impact, amount_text
from pivot_journal.domain.pitch import Material
from pivot_journal.domain.terms import PrivateTerm, folded
from pivot_journal.domain.text import one_line

UNDECIDED = "▒▒▒"
"""Stands where it is not decided what is said instead; nothing with it may leave."""

_REMEMBERED = 2_000
"""Texts whose public form a mask remembers: most sentences are the same from one key press to the next."""
_LOOKED_BACK = 40
"""Characters before a term that say whether a sentence or an article stands there."""
_BETWEEN_WORDS = r"[\s\-‐‑‒–—_.·]*"
"""'Blue Heron' is also 'blue-heron', 'BlueHeron' and '#blue_heron'."""
_THOUSANDS = r"[,.'’ \u00a0\u202f_]?"
_WORD = re.compile(r"\d+(?:[,.'’\u00a0\u202f_ ]\d{3})+|\d+|[^\W\d_]+|[^\w\s]")
_ARTICLE_BEFORE = re.compile(r"(?<!\w)(a|an|the|our|my|their|this|that)\s+$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:a|an|the)\s+(?=\S)", re.IGNORECASE)
_AT_A_START = re.compile(r"(?:^|[.!?…:]['\"”’)]*\s+|\n\s*)['\"“‘(]*$")


@dataclass(frozen=True, slots=True)
class Change:
    """A place where something else is said than what was written."""

    start: int
    """Where it begins in the text as it leaves, in code points; half-open with ``end``."""
    end: int
    was: str
    """What was written."""
    now: str
    """What is said instead."""
    term: PrivateTerm

    @property
    def is_decided(self) -> bool:
        """Whether it is known what is said instead."""
        return bool(self.term.say_instead)


@dataclass(frozen=True, slots=True)
class Masked:
    """A text as it may leave, and what was changed in it."""

    text: str
    changes: tuple[Change, ...] = ()


class Mask:
    """What stands between the user's words and everybody else.

    Args:
        terms: The private terms; a longer one goes before a shorter one that it holds.
    """

    def __init__(self, terms: Sequence[PrivateTerm] = ()) -> None:
        self.terms = tuple(sorted(terms, key=lambda term: (-len(term.term), term.key)))
        alternatives = [f"(?P<t{i}>{_pattern(term.key)})" for i, term in enumerate(self.terms)]
        self._pattern = re.compile("|".join(alternatives)) if alternatives else None
        self._known: dict[str, Masked] = {}

    def __bool__(self) -> bool:
        """Whether there is any term at all."""
        return self._pattern is not None

    def apply(self, text: str) -> Masked:
        """Return a text with every private term replaced; the text itself where it holds none."""
        if self._pattern is None or not text:
            return Masked(text)
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[text] = self._applied(self._pattern, text)
        return known

    def _applied(self, pattern: re.Pattern[str], text: str) -> Masked:
        line, places = _folded_with_places(text)
        pieces: list[str] = []
        changes: list[Change] = []
        done, length = 0, 0
        for match in pattern.finditer(line):
            term = self.terms[int(next(name for name in match.groupdict() if _is_term(name, match))[1:])]
            start, end = places[match.start()], places[match.end()]
            if start < done:
                continue
            now, start = _replacement(term, text, done, start, text[start:end])
            pieces += [text[done:start], now]
            length += start - done + len(now)
            changes.append(Change(length - len(now), length, text[start:end], now, term))
            done = end
        if not changes:
            return Masked(text)
        return Masked("".join([*pieces, text[done:]]), tuple(changes))

    def terms_in(self, text: str) -> list[PrivateTerm]:
        """Return the private terms that a text holds, each once, in the order of their places."""
        return list({change.term.id: change.term for change in self.apply(text).changes}.values())


NOTHING_PRIVATE = Mask()
"""Changes nothing."""


def private_amounts(material: Material) -> list[PrivateTerm]:
    """Return the exact amounts that the user tells in another form, wherever they stand in the user's own words."""
    return [
        PrivateTerm(id=f"{impact.id}:{written}", term=written, say_instead=impact.public_form)
        for story in material.stories
        for impact in story.impacts
        if impact.public_form.strip()
        for written in _ways_to_write(impact)
    ]


def _ways_to_write(impact: Impact) -> list[str]:
    """Return how an amount may stand in a sentence; a bare count only with its noun or base, for it may be any."""
    low, high = amount_text(impact.amount_low), amount_text(impact.amount_high) if impact.amount_high else ""
    if impact.currency:
        signs = [sign for sign, code in SIGNS.items() if code == impact.currency]
        marks = [*signs, impact.currency]
        nouns = [impact.currency, *signs, *_MONEY_NOUNS.get(impact.currency, ())]
        ends = [f"{low}–{high}", low, high] if high else [low]
        return [form for end in ends if end for form in (*(m + end for m in marks), *(f"{end} {n}" for n in nouns))]
    amounts = [f"{low}–{high}", f"{low} to {high}"] if high else [low]
    bases = [f" of {amount_text(impact.out_of)}", f" out of {amount_text(impact.out_of)}"] if impact.out_of else []
    unit = one_line(impact.unit)
    return [
        form
        for amount in amounts
        for form in (*(f"{amount}{base} {unit}" for base in bases), f"{amount} {unit}", *(amount + b for b in bases))
    ]


_MONEY_NOUNS = {"EUR": ("euros", "euro"), "USD": ("dollars", "dollar", "bucks"), "GBP": ("pounds", "pound", "quid")}


def _is_term(name: str, match: re.Match[str]) -> bool:
    return name[0] == "t" and match[name] is not None


def _pattern(key: str) -> str:
    """Return the pattern that finds a folded term in a folded text, with its plural and possessive."""
    words = _WORD.findall(key)
    parts = [_number(word) if word[0].isdecimal() else re.escape(word) for word in words]
    body = _BETWEEN_WORDS.join(parts)
    before = r"(?<![^\W_])" if words[0][0].isalnum() else ""
    if words[0][0].isdecimal():
        before = r"(?<![^\W_])(?<!\d[.,])"
    last = words[-1]
    if last[-1].isdecimal():
        return rf"{before}{body}(?![^\W_]|[.,]\d)"
    if not last[-1].isalnum():
        return f"{before}{body}"
    if len(last) > 2 and last.endswith("y") and last[-2] not in "aeiou":
        body = f"{body[:-1]}(?:y|ie(?=s))"
    return rf"{before}{body}(?:['’]s|s['’]|e?s|['’])?(?![^\W_])"


def _number(digits: str) -> str:
    bare = re.sub(r"\D", "", digits)
    groups = [bare[max(0, end - 3) : end] for end in range(len(bare), 0, -3)][::-1]
    return _THOUSANDS.join(groups)


def _replacement(term: PrivateTerm, text: str, done: int, start: int, was: str) -> tuple[str, int]:
    """Return what is said instead, fitted to its place, and where the change begins: an article may give way."""
    now = term.say_instead or UNDECIDED
    if re.search(r"['’]s?$", was) and not re.search(r"['’]s?$", term.term) and term.say_instead:
        now += "'" if now.endswith("s") else "’s" if "’" in was else "'s"
    before = _ARTICLE_BEFORE.search(text, max(done, start - _LOOKED_BACK), start)
    article = _ARTICLE.match(now)
    if before and article:
        if before[1].lower() in {"a", "an"}:
            start = before.start()
            return (now[0].upper() + now[1:] if before[1][0].isupper() else now), start
        now = now[article.end() :]
    if now[:1].islower() and _AT_A_START.search(text[max(0, start - _LOOKED_BACK) : start]):
        now = now[0].upper() + now[1:]
    return now, start


@lru_cache(maxsize=512)
def _folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Return a text without case, accents and invisible characters, and where each character of it came from."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if unicodedata.category(character) in {"Cf", "Mn"}:
            continue
        for part in folded(character):
            characters.append(part)
            places.append(place)
    return "".join(characters), [*places, len(text)]
