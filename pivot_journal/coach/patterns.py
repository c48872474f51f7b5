"""Regular expressions that cost nothing until a sentence holds a word without which they cannot match.

The rules hold some hundred kilobytes of them: compiling all takes more than half a second, and trying all on each
key that is pressed too long. So they are taken apart into alternatives, and ``cues.py`` says for each which
beginnings of words a match needs; it is written anew by ``python -m tests.coach.cues`` and checked by a test.
Without an entry an alternative is always tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from zlib import crc32

from pivot_journal.coach.cues import CUES

_MARKS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)


class Alternative:
    """One expression, compiled when it is first tried."""

    __slots__ = ("_compiled", "expression")

    def __init__(self, expression: str) -> None:
        """Keep the expression as ``re`` understands it."""
        self.expression = expression
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression, ready to use."""
        if self._compiled is None:
            self._compiled = re.compile(self.expression)
        return self._compiled

    @property
    def cues(self) -> tuple[frozenset[str], ...]:
        """Sets of beginnings of words: one of each stands in whatever matches; none where that is not known."""
        told = CUES.get(crc32(self.expression.encode()), "")
        return tuple(frozenset(each.split()) for each in told.split("|")) if told else ()


class AnyOf:
    """An expression of many alternatives, of which only those are tried that a sentence has the words for."""

    def __init__(self, expression: str) -> None:
        """Keep the expression.

        Args:
            expression: As ``re`` understands it; its outermost alternatives are tried by themselves.
        """
        self._expression = expression

    @cached_property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The outermost alternatives, in order."""
        return tuple(Alternative(each) for each in outermost(self._expression))

    @cached_property
    def _by_cue(self) -> tuple[dict[str, list[int]], list[tuple[frozenset[str], ...]], list[int]]:
        """The numbers of the alternatives by the cues of their first set, the other sets, and those without any."""
        by_cue: dict[str, list[int]] = {}
        others, always = [], []
        for number, each in enumerate(self.alternatives):
            first, *rest = each.cues or (frozenset(),)
            for cue in first:
                by_cue.setdefault(cue, []).append(number)
            others.append(tuple(rest))
            if not first:
                always.append(number)
        return by_cue, others, always

    def worth_trying(self, stems: frozenset[str]) -> list[Alternative]:
        """Return the alternatives that a sentence has the words for, in order.

        Args:
            stems: The beginnings of the sentence's words (``Sentence.stems``).
        """
        by_cue, others, always = self._by_cue
        numbers = set(always)
        for cue in by_cue.keys() & stems:
            numbers.update(by_cue[cue])
        return [
            self.alternatives[number]
            for number in sorted(numbers)
            if not any(cues.isdisjoint(stems) for cues in others[number])
        ]

    def matches(self, text: str, stems: frozenset[str]) -> Iterator[re.Match[str]]:
        """Give every match in a text, alternative by alternative."""
        for each in self.worth_trying(stems):
            yield from each.compiled.finditer(text)

    def search(self, text: str, stems: frozenset[str]) -> re.Match[str] | None:
        """Return the first match in a text; None where there is none."""
        found = (each.compiled.search(text) for each in self.worth_trying(stems))
        return min((match for match in found if match), key=lambda match: match.start(), default=None)


def outermost(expression: str) -> list[str]:
    """Return the alternatives of an expression that stand in no bracket."""
    pieces, depth, begin = [], 0, 0
    for mark in _MARKS.finditer(expression):
        match mark[0]:
            case "(":
                depth += 1
            case ")":
                depth -= 1
            case "|" if not depth:
                pieces.append(expression[begin : mark.start()])
                begin = mark.end()
    return [*pieces, expression[begin:]]
