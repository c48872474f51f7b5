"""Where in a text a search was found: as the index reads it, told in places of the user's own text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pivot_journal.domain.query import Query, Tagged, Words
from pivot_journal.domain.text import clean, tag_key, tags_in

_DROPPED = frozenset(
    chr(0x300 + bit) for bit in range(50) if ((0x08029FDF | 0x000361F8 << 32) >> bit) & 1
)  # fmt: skip
"""The marks that the index passes over inside a word, as its 'unicode61' has them."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word as the index has it, and where it stands."""

    folded: str
    """Without case and accents."""
    places: Sequence[int]
    """Where each of its letters stands in the text, and where the last one ends."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.places[0]

    @property
    def end(self) -> int:
        """Where it ends, not counting it."""
        return self.places[-1]


def tokens(text: str) -> list[Token]:
    """Return the words of a text as the index has them.

    Letters, digits and signs of private use make words; an accent on a Latin letter does not count, whether it stands
    in the letter or after it. What came into Unicode after version 6.1 may be read otherwise by the index.
    """
    if text.isascii():  # a tenth of the time, and most texts are
        return [
            Token(word[0].lower(), range(word.start(), word.end() + 1)) for word in re.finditer("[0-9A-Za-z]+", text)
        ]
    found: list[Token] = []
    letters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        folded = _folded(character)
        if folded is None or (folded == "" and not letters):
            if letters:
                found.append(Token("".join(letters), (*places, at)))
                letters, places = [], []
        elif folded:
            letters.append(folded)
            places.append(at)
    if letters:
        found.append(Token("".join(letters), (*places, len(text))))
    return found


def matches(query: Query, text: str) -> list[tuple[int, int]]:
    """Return what of a text is why a query finds it: half-open stretches in order, none touching another.

    Of a word that is only begun, the beginning; of a tag, its sign and name where it is typed in the text.
    """
    spans: list[tuple[int, int]] = []
    wanted = [c.term for c in query.conditions if not c.is_negated and isinstance(c.term, Words | Tagged)]
    if not wanted:
        return []
    words = tokens(text)
    for term in wanted:
        if isinstance(term, Tagged):
            spans += _tag_spans(term, text)
        elif term.is_indexed:
            spans += _word_spans(term, words)
        else:
            spans += _sign_spans(term.text, text)
    return _joined(spans)


LOOKED_AHEAD = 80
"""Characters after what is drawn, so that a word that is cut there is known for what it is."""


def matches_in_line(query: Query, text: str, length: int) -> tuple[str, list[tuple[int, int]]]:
    """Return the beginning of a text as the one line that is drawn of it, and where in that line it was found.

    Args:
        query: What was looked for.
        text: The user's own text, of any length: no more of it is looked at than is drawn.
        length: How many characters of the text are drawn.

    Returns:
        ``one_line`` of the beginning, and half-open stretches of that line, none parting a letter from its accents.
    """
    ahead = text[: length + LOOKED_AHEAD]
    drawn = ahead[:length]
    line, ends = _in_one_line(drawn)
    spans = []
    for start, end in matches(query, ahead):
        if start >= length:
            break
        start, end = _whole(ahead, start, min(end, length))
        end = min(end, length)
        first = max(ends[start], ends[start + 1] - 1)
        if first < ends[end]:
            spans.append((first, ends[end]))
    return line, _joined(spans)


def _in_one_line(text: str) -> tuple[str, Sequence[int]]:
    """Return ``one_line`` of a text, and how much of that line each beginning of the text fills, the empty one first.

    A blank is counted with what follows it.
    """
    if text.isprintable() and "  " not in text and text == text.strip():
        return text, range(len(text) + 1)
    letters: list[str] = []
    ends = [0]
    is_apart = False
    for character in text:
        if character.isspace() and character not in _DROPPED_SPACES:
            is_apart = bool(letters)
        elif clean(character):
            letters += (" ", character) if is_apart else (character,)
            is_apart = False
        ends.append(len(letters))
    return "".join(letters), ends


_DROPPED_SPACES = frozenset("\x1c\x1d\x1e\x1f")
"""White space for Python, control characters for us."""
_JOINER = "\u200d"


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch that begins and ends between two signs of the screen: with its accents and what is joined."""
    while start > 0 and (text[start - 1] == _JOINER or _goes_with_the_one_before(text[start])):
        start -= 1
    while end < len(text) and (text[end - 1] == _JOINER or _goes_with_the_one_before(text[end])):
        end += 1
    return start, end


def _goes_with_the_one_before(character: str) -> bool:
    if character.isascii():
        return False
    return unicodedata.category(character) in {"Mn", "Me", "Mc", "Cf"} or "\U0001f3fb" <= character <= "\U0001f3ff"


def _word_spans(term: Words, words: list[Token]) -> list[tuple[int, int]]:
    parts = [token.folded for token in tokens(term.text)]
    if not parts:
        return []
    *whole, last = parts
    if not whole:  # as nearly always, and in half the time
        found = [word for word in words if word.folded.startswith(last)]
        return [(word.start, word.places[len(last)]) for word in found if term.is_prefix or word.folded == last]
    spans = []
    for at in range(len(words) - len(whole)):
        end = words[at + len(whole)]
        fits = end.folded.startswith(last) if term.is_prefix else end.folded == last
        if fits and all(words[at + number].folded == part for number, part in enumerate(whole)):
            spans.append((words[at].start, end.places[len(last)]))
    return spans


def _tag_spans(term: Tagged, text: str) -> list[tuple[int, int]]:
    key = tag_key(term.name)
    may_go_on = term.is_prefix or term.is_unfinished
    return [
        (start, end)
        for name, start, end in tags_in(text)
        if tag_key(name) == key or (may_go_on and tag_key(name).startswith(key))
    ]


def _sign_spans(sign: str, text: str) -> list[tuple[int, int]]:
    spans = []
    at = text.find(sign)
    while at >= 0:
        spans.append((at, at + len(sign)))
        at = text.find(sign, at + len(sign))
    return spans


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


@lru_cache(maxsize=4096)
def _folded(character: str) -> str | None:
    """Return a letter without case and accent, nothing for a mark that is passed over, None for what ends a word."""
    if character.isascii():
        return character.lower() if character.isalnum() else None
    if character in _DROPPED:
        return ""
    kind = unicodedata.category(character)
    if kind[0] not in "LN" and kind != "Co":
        return None
    base = unicodedata.normalize("NFD", character)[0]
    folded = (base if base.isascii() else character).casefold()
    return folded if len(folded) == 1 else character.lower()[:1]
