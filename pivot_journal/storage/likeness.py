"""More like this: what shares the rarer words of a text, read from the search index."""

from __future__ import annotations

from collections.abc import Collection

from pivot_journal.domain.highlight import tokens
from pivot_journal.domain.query import Words
from pivot_journal.storage.database import Connection
from pivot_journal.storage.searching import NUMBER_PART, phrase

_LONGEST_READ = 4000
"""Characters of a text whose words are looked at."""
_MOST_WORDS = 20
"""The longest; to count one costs a third of a millisecond."""
_RARE_WORDS = 8
"""How many of the words are looked for: the rarest."""
_SHORTEST = 3
_COMMON = 400
"""A word that so many observations have is not counted any further, but placed by how densely they stand."""
_CANDIDATES = 1000
"""Observations, the newest that have any of the words, among which the likest are found."""
_STEMS = ("ies", "es", "s")


def numbers_like(connection: Connection, text: str, limit: int, exclude: Collection[int] = ()) -> list[int]:
    """Return the numbers of the observations that share most with a text, the likest first.

    Args:
        connection: Any connection.
        text: What they should be like.
        limit: The most that come back.
        exclude: The numbers of those that are known already; fewer than some hundred.
    """
    words = _rare_words(connection, text, exclude)
    if not words or limit <= 0:
        return []
    left_out = f" AND (rowid & {NUMBER_PART}) NOT IN ({', '.join('?' * len(exclude))})" if exclude else ""
    rows = connection.execute(
        "SELECT number FROM (SELECT rowid AS key, rank AS score, rowid & ? AS number FROM observation_fts"
        f" WHERE observation_fts MATCH ?{left_out} ORDER BY rowid DESC LIMIT ?) ORDER BY score, key DESC LIMIT ?",
        (NUMBER_PART, " OR ".join(words), *exclude, _CANDIDATES, limit),
    )
    return [number for (number,) in rows]


def _rare_words(connection: Connection, text: str, exclude: Collection[int]) -> list[str]:
    """Return the rarest words of a text, as the index takes them; none that only the excluded ones have."""
    found = dict.fromkeys(
        word for token in tokens(text[:_LONGEST_READ]) if _says_something(word := token.folded)
    )  # fmt: skip
    longest = sorted(found, key=len, reverse=True)[:_MOST_WORDS]
    counted: list[tuple[int, int, str]] = []
    for word in longest:
        expression = phrase(_stem(word))
        rows = connection.execute(
            "SELECT rowid FROM observation_fts WHERE observation_fts MATCH ? ORDER BY rowid DESC LIMIT ?",
            (expression, _COMMON),
        ).fetchall()
        if any((key & NUMBER_PART) not in exclude for (key,) in rows[: len(exclude) + 1]):
            counted.append((len(rows), rows[-1][0] - rows[0][0], expression))
    # A small journal has no hundreds of anything: there, what most of its observations have is common.
    total = connection.execute("SELECT count(*) FROM (SELECT 1 FROM observation LIMIT ?)", (3 * _COMMON,)).fetchone()[0]
    rare = [each for each in counted if each[0] <= max(total // 3, 3)]
    return [expression for *_, expression in sorted(rare or counted)[:_RARE_WORDS]]


def _says_something(word: str) -> bool:
    return len(word) >= _SHORTEST or word.isdigit()


def _stem(word: str) -> Words:
    """Return a word with its plural: 'slots' finds 'slot', 'slot' finds 'slots'."""
    for ending in _STEMS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST + 1:
            return Words(word[: -len(ending)] + ("y" if ending == "ies" else ""), is_prefix=ending != "ies")
    return Words(word, is_prefix=len(word) > _SHORTEST)
