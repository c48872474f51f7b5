"""More like this: what shares the rarer words of a text, read from the search index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from math import log2

from pivot_journal.domain.highlight import tokens
from pivot_journal.domain.query import Words
from pivot_journal.storage.database import Connection
from pivot_journal.storage.searching import NUMBER_PART, phrase

_LONGEST_READ = 4000
"""Characters of a text whose words are looked at."""
_MOST_WORDS = 30
"""The longest; to look one up costs a third of a millisecond."""
_SHORTEST = 3
_COMMON = 400
"""Of a word that more observations have, only the newest that have it are looked at."""
_ENOUGH = 2
"""Words that are shared at least, where a text has more and any note shares so many: one alone is mostly chance."""
_STEMS = ("ies", "es", "s")
_LITTLE_WORDS = """
about above after again against ago all almost along already also always and another any anybody anything are around
asked away back because been before behind being below between both but came can cannot come could day days did does
doing done down during each either else enough even ever every everybody everything few first for found from gave get
gets getting give given goes going gone good got had half has have having her here hers him his how however into its
itself just kept kind knew know last later least left less let like little long lot made make makes making many may
maybe mean might mine minute minutes month months more most much must myself near need needed never new next nobody
none nor not nothing now off often once one only onto other others our ours out over own per put quite rather really
right said same saw say says second see seen sent shall she should since some somebody something sometimes soon still
such take taken than that the their theirs them then there these they thing things think this those though thought
three through till time times today together told too took toward towards tried try turned twice two under until upon
use used very via want wanted was way week weeks well went were what when where whether which while who whole whose
why will with within without would year years yesterday yet you your yours four five six seven eight nine ten eleven
twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand third quarter monday tuesday
wednesday thursday friday saturday sunday january february march april june july august september october november
december
"""
_SAY_NOTHING = frozenset(_LITTLE_WORDS.split())
"""Words that say nothing of what a note is about, however rarely they are used in it."""


def numbers_like(connection: Connection, text: str, limit: int, exclude: Collection[int] = ()) -> list[int]:
    """Return the numbers of the observations that share most with a text, the likest first.

    A word weighs the more the fewer observations have it; of two that share as much the newer is the liker.

    Args:
        connection: Any connection.
        text: What they should be like.
        limit: The most that come back.
        exclude: The numbers of those that are known already; a set where they are many.
    """
    weights: dict[int, float] = {}
    shared: Counter[int] = Counter()
    shared_words = 0
    for expression in _expressions(text) if limit > 0 else ():
        rows = connection.execute(
            "SELECT rowid FROM observation_fts WHERE observation_fts MATCH ? ORDER BY rowid DESC LIMIT ?",
            (expression, _COMMON),
        ).fetchall()
        keys = [key for (key,) in rows if (key & NUMBER_PART) not in exclude]
        shared_words += bool(keys)
        shared.update(keys)
        weight = 1 / log2(1 + len(rows)) if rows else 0.0
        for key in keys:
            weights[key] = weights.get(key, 0.0) + weight
    needed = min(_ENOUGH if shared_words > _ENOUGH else 1, max(shared.values(), default=1))
    likest = sorted((key for key in weights if shared[key] >= needed), key=lambda key: (-weights[key], -key))
    return [key & NUMBER_PART for key in likest[:limit]]


def _expressions(text: str) -> Sequence[str]:
    """Return the words of a text that say something, the longest of them, as the index takes them; each once."""
    found = dict.fromkeys(token.folded for token in tokens(text[:_LONGEST_READ]))
    telling = [word for word in found if len(word) >= _SHORTEST and word not in _SAY_NOTHING]
    longest = sorted(telling, key=len, reverse=True)[:_MOST_WORDS]
    return list(dict.fromkeys(phrase(_stem(word)) for word in longest))


def _stem(word: str) -> Words:
    """Return a word with its plural: 'slots' finds 'slot', 'slot' finds 'slots'."""
    for ending in _STEMS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST + 1:
            return Words(word[: -len(ending)] + ("y" if ending == "ies" else ""), is_prefix=ending != "ies")
    return Words(word, is_prefix=len(word) > _SHORTEST)
