"""Works out which beginnings of words the coach's expressions need.

``python -m tests.coach.cues`` writes ``pivot_journal/coach/cues.py`` anew. It looks, branch by branch, for words that
every match must hold. It reads the parsed expression, so it is kept out of the program itself.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any
from zlib import crc32

from pivot_journal.coach import cues as written
from pivot_journal.coach import rules
from pivot_journal.coach.patterns import Alternative, AnyOf

LONGEST = 4
"""Letters of a beginning; what a sentence keeps of its words."""
MOST_SETS = 3
"""How many sets are told of an expression."""
# fmt: off
_COMMON = frozenset({
    "a", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have",
    "he", "her", "his", "how", "i", "if", "in", "is", "it", "its", "me", "my", "no", "not", "of", "on", "one", "or",
    "our", "so", "some", "than", "that", "the", "thei", "them", "then", "ther", "they", "this", "to", "too", "up",
    "us", "was", "we", "were", "what", "when", "wher", "whic", "who", "will", "with", "woul", "you", "your", "just",
    "only", "even", "do", "does", "did", "out", "all", "can", "coul", "now", "very", "real", "also", "more", "most",
    "shou", "make", "get", "got", "go", "goes",
})
# fmt: on
_HEADER = '''"""What each expression of the coach needs in a sentence: beginnings of words, by its checksum.

Of each set, which bars part, a sentence must have one.

Written by ``python -m tests.coach.cues``; a test holds it against the rules.
"""

# fmt: off
'''
_FOOTER = '''}}

FINGERPRINT = {}
"""Of the table, the expressions that it was worked out from, and of what worked it out."""
'''


def alternatives() -> list[Alternative]:
    """Return every alternative that the rules hold, each once."""
    found: dict[str, Alternative] = {}
    for module in iter_modules(rules.__path__, f"{rules.__name__}."):
        for value in vars(import_module(module.name)).values():
            for each in _within(value):
                found.setdefault(each.expression, each)
    return list(found.values())


def _within(value: object) -> Iterable[Alternative]:
    if isinstance(value, AnyOf):
        yield from value.alternatives
    elif isinstance(value, dict):
        for each in value.values():
            yield from _within(each)
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _within(each)
    elif isinstance(value, rules.RULES[0].__class__):
        yield from _within(getattr(value.check, "patterns", ()))


def derived(expression: str) -> list[frozenset[str]]:
    """Return sets of beginnings of words, one of each of which must stand in a match; the most telling set first."""
    needed, _ = _needed(list(parser.parse(expression)), True)
    told: list[frozenset[str]] = []
    for cues in sorted(needed, key=lambda cues: (_cost(cues), sorted(cues))):
        if not any(cues >= other for other in told):
            told.append(cues)
    return told[:MOST_SETS]


def _cost(cues: frozenset[str]) -> int:
    return sum(300 if cue in _COMMON else 20 if len(cue) < 3 else 1 for cue in cues)


def _needed(items: Sequence[tuple[Any, Any]], at_word: bool) -> tuple[list[frozenset[str]], bool]:
    """Return what a sequence needs, and whether what follows it surely begins a word.

    Args:
        items: A parsed sequence.
        at_word: Whether the sequence surely begins at the beginning of a word.
    """
    needed: list[frozenset[str]] = []
    run: str | None = "" if at_word else None
    for kind, value in items:
        letter = _letter(kind, value)
        if letter:
            run = None if run is None else run + letter
            continue
        if kind in {op.ASSERT, op.ASSERT_NOT}:
            continue
        is_edge = kind is op.LITERAL or (kind is op.AT and value in _EDGES) or (kind is op.IN and _is_blank(value))
        needed += _word(run, is_edge)
        begins = run == ""
        run = "" if is_edge else None
        if kind is op.SUBPATTERN:
            inner, ends = _needed(list(value[3]), begins)
            needed += inner
            run = "" if ends else None
        elif kind is op.BRANCH:
            branches = [_needed(list(branch), begins) for branch in value[1]]
            if all(sets for sets, _ in branches):
                needed.append(frozenset().union(*(min(sets, key=_cost) for sets, _ in branches)))
            run = "" if all(ends for _, ends in branches) else None
        elif kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
            low, _, repeated = value
            inner, ends = _needed(list(repeated), begins)
            needed += inner if low else []
            run = "" if ends and (low or begins) else None
    return needed + _word(run, False), run == "" or (not items and at_word)


_EDGES = frozenset({op.AT_BOUNDARY, op.AT_BEGINNING, op.AT_BEGINNING_STRING, op.AT_END})


def _letter(kind: Any, value: Any) -> str:
    """Return the letter that a member stands for, whatever its case; empty where it is none or one of several."""
    members = value if kind is op.IN else [(kind, value)]
    letters = {chr(code).lower() for name, code in members if name is op.LITERAL}
    is_one = len(letters) == 1 and all(name is op.LITERAL for name, _ in members)
    return letter if is_one and ((letter := letters.pop()).isalnum() or letter == "'") else ""


def _is_blank(members: Sequence[tuple[Any, Any]]) -> bool:
    return all(kind is op.LITERAL and not chr(value).isalnum() and chr(value) != "_" for kind, value in members)


def _word(run: str | None, is_whole: bool) -> list[frozenset[str]]:
    """Return a run of letters as a set of one cue; nothing where it begins no word or tells too little."""
    bare = (run or "").partition("'")[0]
    is_cut = is_whole or "'" in (run or "")
    return [frozenset({bare[:LONGEST]})] if len(bare) >= 2 or (bare and is_cut) else []


def table() -> dict[int, str]:
    """Return the cues of every expression, by its checksum."""
    return {
        crc32(each.expression.encode()): "|".join(" ".join(sorted(cues)) for cues in sets)
        for each in sorted(alternatives(), key=lambda each: crc32(each.expression.encode()))
        if (sets := derived(each.expression))
    }


def fingerprint(cues: dict[int, str]) -> int:
    """Return a checksum of a table with the expressions as they are now and this file.

    It tells in a few milliseconds whether the table is the one that ``table`` would give, which takes a second.
    """
    expressions = sorted(each.expression for each in alternatives())
    return crc32("\n".join([*expressions, *map(str, sorted(cues.items())), Path(__file__).read_text("utf-8")]).encode())


def source() -> str:
    """Return ``cues.py`` as it should be."""
    found = table()
    lines = [_HEADER + "CUES: dict[int, str] = {"]
    for checksum, cues in found.items():
        pieces = textwrap.wrap(cues, 104)
        lines += [f"    {checksum}: ("]
        lines += [f'        "{piece}{" " if number < len(pieces) - 1 else ""}"' for number, piece in enumerate(pieces)]
        lines += ["    ),"]
    return "\n".join([*lines, _FOOTER.format(fingerprint(found))])


if __name__ == "__main__":
    Path(written.__file__).write_text(source(), encoding="utf-8")
    sys.stdout.write(f"{len(table())} of {len(alternatives())} alternatives have cues.\n")
