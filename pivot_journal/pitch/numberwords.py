"""Numbers as they are written, in figures and in English words, and what they come to."""

from __future__ import annotations

import re
from decimal import Decimal


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_UNITS = _words("one two three four five six seven eight nine")
_TEENS = _words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_VALUES = (
    {word: value for value, word in enumerate(_UNITS, 1)}
    | {word: value for value, word in enumerate(_TEENS, 10)}
    | {word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)}
    | {"a": 1, "an": 1, "few": 3, "several": 3, "couple": 2}
)
_SCALES = {
    "hundred": 2,
    "k": 3,
    "grand": 3,
    "thousand": 3,
    "m": 6,
    "mn": 6,
    "mio": 6,
    "million": 6,
    "bn": 9,
    "billion": 9,
}

_U = f"(?:{'|'.join(_UNITS)})"
_BELOW_HUNDRED = f"(?:(?:{'|'.join(_TENS)})(?:[- ]{_U})?|(?:{'|'.join(_TEENS)})|{_U})"
_LED = r"(?:half an?|an?|an? few|several|an? couple(?: of)?)"
_BELOW_THOUSAND = (
    rf"(?:(?:{_LED}|{_BELOW_HUNDRED})[- ]hundred(?:(?:[- ]and)?[- ]{_BELOW_HUNDRED})?\b|{_BELOW_HUNDRED}\b)"
)
WORDED = (
    rf"(?:(?:{_LED}|{_BELOW_THOUSAND})[- ](?:thousand|million|billion)(?:(?:,| and)? {_BELOW_THOUSAND})?\b"
    rf"|{_BELOW_THOUSAND}|(?:half an? |(?:an?|{_BELOW_HUNDRED}) )dozen\b)"
)
"""A pattern for a number in words, for a search without regard to case."""
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,15}(?:\.\d{1,8})?(?!\d))"
SCALED = rf"(?:{DIGITS}(?: ?(?:k|m|mn|bn)\b| (?:thousand|million|billion|mio|grand)\b)?)"
"""A pattern for a number in figures, with the word or letter that scales it."""

_READ_FIGURES = re.compile(r"([\d,]+(?:\.\d+)?)(?: ?([a-z]+))?", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")


def number_read(words: str) -> Decimal:
    """Return what a number in figures or words comes to: '6.5k', 'two hundred and ten', 'half a million'."""
    figures = _READ_FIGURES.match(words)
    if figures:
        number = Decimal(figures[1].replace(",", ""))
        return number.scaleb(_SCALES.get((figures[2] or "").lower(), 0))
    total, part = Decimal(0), Decimal(0)
    read = _WORD.findall(words.lower())
    is_half = read[:1] == ["half"]
    for word in read[1:] if is_half else read:
        if word == "hundred":
            part = (part or Decimal(1)) * 100
        elif word == "dozen":
            part = (part or Decimal(1)) * 12
        elif word in _SCALES:
            total += (part or Decimal(1)).scaleb(_SCALES[word])
            part = Decimal(0)
        elif word in {"few", "several", "couple"}:
            part = Decimal(_VALUES[word])
        else:
            part += _VALUES.get(word, 0)
    return (total + part) / 2 if is_half else total + part
