"""A text as the coach reads it: evened out for matching, quotations masked, cut into sentences and clauses.

What patterns see: lower case, straight quotes, one space between words, chat spellings and contractions written out
('im' and "I'm" are 'i am', "don't" and 'dont' are 'do not', "I've" is 'i have', "it's" is 'it is', 'wanna' is 'want
to'; "I'd" stays), 'PM' as 'product manager' where it is the role and not the time of day, the late shift or
preventive maintenance. Every place in it leads back to the user's own text in code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from pivot_journal.coach.spelling import evened, written_out

MASK = "\ufffc"
"""Stands for each character inside quotation marks."""

_DOUBLE = re.compile(r'(?<![^\s(\[{—–/-])"(?=\S)(?P<inner>[^"]{1,600}?)(?<=\S)"(?!\w)')
_SINGLE = re.compile(
    r"(?<![^\s(\[{—–/\"-])'(?!(?:em|til|till|cause|bout|twas|n|round)\b|\d0s)(?=\S)"
    r"(?P<inner>[^\n\"]{1,300}?)(?<=\S)'(?!\w)"
)

_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"')\]]*+(?= |$)")
_NEW_BLOCK = re.compile(r"\n[ \t]*+\n\s*+|\n\s*+(?=[-*•–] |\d+[.)] )")
_LONGEST_SENTENCE = 600
"""Characters: what runs on is read in pieces, as expressions that look ahead in a sentence take its square."""
_MOST_SENTENCES = 400
"""What stands behind so many is read in pieces too, for each has to be looked up in every rule."""
_FOLLOWING = re.compile(r"[ \n]*+(.?)", re.DOTALL)
_LIST_NUMBER = re.compile(r"(?:^|[.!?:])\s*$")
_WORD_BEFORE = re.compile(r"(?:[a-z]\.)*[\w-]+$")
# fmt: off
_NEVER_ENDS = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "sr", "st", "vs", "approx", "e.g", "i.e", "cf", "fig", "dept", "est", "ca",
    "nr", "nos", "tel", "ext", "incl", "excl", "resp",
})
# fmt: on
# fmt: off
_ENDS_BEFORE_CAPITAL = frozenset({
    "etc", "inc", "ltd", "co", "corp", "jr", "a.m", "p.m", "u.s", "u.k", "min", "mins", "sec", "hr", "hrs",
    "wk", "yr", "avg", "max", "qty", "pcs", "ea", "mgr", "asst", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
})
# fmt: on
_CLAUSE_EDGE = re.compile(
    r"[,:](?!\d)|[;()—–]|(?: - )|\b(?:because|but|which|although|though|whereas)\b"
    r"|\bso(?= (?:i|we|he|she|they|it|you|the|a|an|my|our|that|now|when|everyone|nobody)\b)"
)
_WORDS = re.compile(r"[^\W_]+")
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings|hiya|yo)\b(?: +(?!i\b|my\b|we\b)[\w'.-]+){0,4}"
    r"|(?:nice|great|good|lovely|pleased) to (?:meet|see|e-meet) you(?: all| too)?"
    r"|(?:i )?hope (?:you are|this finds you|all is)(?: \w+)* well"
    r"|thanks?(?: you)?(?: so much| a lot)? for (?:taking|making) (?:the )?time(?: \w+){0,3}"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a reading; its places count from the beginning of the reading's text."""

    start: int
    end: int
    text: str
    """As patterns see it, quotations masked."""
    edges: tuple[int, ...]
    """Where its clauses begin, counted from the beginning of the sentence; the first is 0."""
    stems: frozenset[str]
    """The first two, three and four letters of its words, quoted ones too: what an expression must find to be tried."""

    def clause_start(self, place: int) -> int:
        """Return where the clause begins that holds a place; both counted from the beginning of the sentence."""
        return self.edges[bisect_right(self.edges, place) - 1]

    def clause_end(self, place: int) -> int:
        """Return where that clause ends."""
        after = bisect_right(self.edges, place)
        return self.edges[after] if after < len(self.edges) else len(self.text)

    def clauses(self) -> Iterator[str]:
        """Give its clauses in order, each with what parts it from the one before."""
        for start in self.edges:
            yield self.text[start : self.clause_end(start)]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text evened out for matching, and the way back from each of its places to the user's own text."""

    raw: str
    """As the user wrote it."""
    text: str
    """As patterns see it, quotations masked."""
    open_text: str
    """The same, quotations readable; places are the same in both."""
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    """Where in the raw text each character of the text comes from."""
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the user's own text of a place in the text; whole words where a word was written out."""
        if start >= end:
            return 0, 0
        return self.starts[start], self.ends[end - 1]

    def place_of(self, raw_place: int) -> int:
        """Return the place in the text of a place in the user's own text."""
        return min(bisect_left(self.starts, raw_place), max(0, len(self.text) - 1))

    def raw_of(self, sentence: Sentence) -> str:
        """Return a sentence as the user wrote it."""
        start, end = self.span(sentence.start, sentence.end)
        return self.raw[start:end]

    def sentence_at(self, raw_place: int) -> Sentence | None:
        """Return the sentence that holds a place of the user's own text; None in an empty text."""
        place = bisect_right(self.starts, raw_place) - 1
        after = bisect_right(self.sentences, place, key=lambda sentence: sentence.start)
        return self.sentences[after - 1] if after else None

    def number_at(self, place: int) -> int:
        """Return the number of the first sentence that ends after a place of the text; behind all it is the last."""
        number = bisect_right(self.sentences, place, key=lambda sentence: sentence.end)
        return max(0, min(number, len(self.sentences) - 1))

    @property
    def opening(self) -> tuple[Sentence, ...]:
        """The first two sentences that are no bare greeting."""
        return tuple(islice((sentence for sentence in self.sentences if not is_greeting(sentence.text)), 2))


def is_greeting(sentence: str) -> bool:
    """Return whether a sentence as patterns see it only greets."""
    return bool(_GREETING.fullmatch(sentence.strip(" .,!?:;—–-")))


@lru_cache(maxsize=512)
def read(raw: str) -> Reading:
    """Read a text; the same reading for the same text."""
    flat = evened(raw)
    open_text, starts, ends = written_out(raw, flat)
    blocks = [place.end() for place in _NEW_BLOCK.finditer(raw)] if "\n" in raw else []
    text = _masked(raw, flat, open_text, starts)
    sentences = tuple(_sentences(raw, text, open_text, starts, blocks))
    return Reading(raw, text, open_text, sentences, starts, ends)


def _masked(raw: str, flat: str, open_text: str, starts: tuple[int, ...]) -> str:
    """Mask what stands inside quotation marks; a stop before the closing mark stays where it ends the sentence."""
    if "'" not in flat and '"' not in flat:
        return open_text
    masked = list(open_text)
    for pattern in (_DOUBLE, _SINGLE):
        for found in pattern.finditer(flat):
            start, end = found.span("inner")
            after = _FOLLOWING.match(raw, found.end())
            following = after[1] if after else ""
            if flat[end - 1] in ".!?…" and (following.isupper() or not following):
                end -= 1
            for place in range(bisect_left(starts, start), bisect_left(starts, end)):
                masked[place] = MASK
    return "".join(masked)


def _sentences(raw: str, text: str, open_text: str, starts: tuple[int, ...], blocks: list[int]) -> Iterator[Sentence]:
    """Cut into sentences: at stops, and where a paragraph or the item of a list begins."""
    cuts = [place.end() for place in _STOP.finditer(text) if _is_end(raw, text, starts, place.start(), place.end())]
    cuts += [bisect_left(starts, block) for block in blocks]
    cuts = [*sorted(set(cuts))[:_MOST_SENTENCES], len(text)]
    start = 0
    for cut in _none_too_far(text, cuts):
        piece = text[start:cut]
        bare = piece.strip()
        if any(letter.isalnum() or letter == MASK for letter in bare):
            begin = start + len(piece) - len(piece.lstrip())
            edges = tuple(_edges(bare))
            end = begin + len(bare)
            words = set(_WORDS.findall(open_text, begin, end))
            stems = frozenset(chain.from_iterable((word[:2], word[:3], word[:4]) for word in words))
            yield Sentence(begin, end, bare, edges, stems)
        start = cut


def _none_too_far(text: str, cuts: list[int]) -> Iterator[int]:
    """Give where sentences end, and between them where one that runs on is cut: at a space if there is any."""
    start = 0
    for cut in cuts:
        while cut - start > _LONGEST_SENTENCE:
            most = start + _LONGEST_SENTENCE
            start = text.rfind(" ", start + 1, most) + 1 or most
            yield start
        yield cut
        start = cut


def _edges(sentence: str) -> Iterator[int]:
    """Give where the clauses of a sentence begin; a comma before 'because' begins none of its own."""
    yield 0
    last = 0
    for found in _CLAUSE_EDGE.finditer(sentence):
        edge = found.start() if found[0].isalpha() else found.end()
        if sentence[last:edge].strip():
            if last:
                yield last
            last = edge
        elif found[0].isalpha():
            last = edge
    if last and sentence[last:].strip():
        yield last


def _is_end(raw: str, text: str, starts: tuple[int, ...], stop: int, after: int) -> bool:
    """Return whether a stop ends its sentence rather than an abbreviation or the number of a list."""
    if after >= len(text):
        return True
    following = raw[starts[after + 1]] if after + 1 < len(text) else ""
    if text[stop] == "…" or text[stop : stop + 2] == "..":
        return not following.islower()
    if text[stop] != ".":
        return True
    found = _WORD_BEFORE.search(text, max(0, stop - 24), stop)
    word = found[0] if found else ""
    if word in _NEVER_ENDS:
        return False
    if word in _ENDS_BEFORE_CAPITAL:
        return following.isupper()
    if word == "no":
        return not following.isdigit()
    if len(word) == 1 and word.isalpha() and raw[starts[stop - 1]].isupper() and word != "i":
        return not following.isupper()
    # The number of a list stands at the beginning of the text or after a sentence.
    return not (word.isdigit() and _LIST_NUMBER.search(text, max(0, stop - len(word) - 8), stop - len(word)))
