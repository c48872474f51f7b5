"""The language of a search, in the app and in the shell alike: read from text into a value that storage can run.

    dock late          both words, each as the beginning of a word       "dock full"     these words in this order
    -late  not:late    without it; before anything else too              slot*           as slot: words that begin so
    tag:dock  tag:do*  with the tag; with one that begins so             starred         only what stands out
    decision:slots     its decision's title has the part; * for any      triage:failure  also triage:worry|opportunity
    from: to: on:      with a date in words: on:"last friday"            evidence:memory here, elsewhere or memory
    onthisday          around today's date in earlier years, up to three days from it
    sort:relevance     the best first instead of the newest

A word with a colon that is none of these is looked for as it stands, and so is whatever stands in quotation marks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.observation import Evidence, Triage
from pivot_journal.domain.query import (
    Condition,
    Dated,
    Decided,
    Graded,
    OnThisDay,
    Problem,
    Query,
    Sorted,
    Starred,
    Tagged,
    Term,
    Words,
)
from pivot_journal.domain.text import accept_tag, clean, is_one_letter_apart, one_line
from pivot_journal.domain.when import Precision, When
from pivot_journal.domain.words import EVIDENCE, TRIAGE

MOST_CONDITIONS = 64
"""More than anybody types; a pasted page would be more than the index can take."""

DateReader = Callable[[str], When]


def parse_query(text: str, read_date: DateReader | None = None, *, lenient: bool = False) -> Query:
    """Read what a person typed.

    Args:
        text: The query.
        read_date: Reads a date in words, and raises ValueRefused with words for what is none; without one, only
            2024, 2024-03 and 2024-03-01 are known.
        lenient: Whether it is still being typed: a quotation that is open ends at the end, a tag may go on, and what
            cannot be read is passed over. What is not right as it stands is told as a problem.

    Raises:
        ValueRefused: A part cannot be read, and the reading is not lenient; the message says where, and what to write.
    """
    text = clean(text)
    reader = _Reader(text, read_date or _plain_date, lenient)
    reader.read()
    if reader.problems and not lenient:
        first = min(reader.problems, key=lambda problem: problem.start)
        part = one_line(text[first.start : first.end])
        shown = part if len(part) <= 30 else part[:29] + "…"
        raise ValueRefused(f"In the search, at character {first.start + 1}, “{shown}”: {first.message}")
    return Query(tuple(reader.conditions), reader.by_relevance, tuple(reader.problems))


_QUOTES = {'"': '"', "“": "”", "„": "“"}
# Plain strings: to compile them at import would cost every list, searched or not.
_NEGATION = r"(?i:-(?=[^\s-])|not:)"
_FIELD = r"([a-zA-Z]+):"
_RUN = r"\S*"
_MORE_WORDS = 4
"""How many words a date without quotation marks may have: 'from:the spring of 2023'."""
_EXAMPLES = {
    "tag": "name a tag after the colon, such as tag:dock.",
    "decision": "write a part of a title after the colon, such as decision:slots.",
    "triage": "say as what it was sorted: failure, worry, opportunity, not-product or unsorted.",
    "evidence": "say how it is known: here, elsewhere or memory.",
    "from": "write a date after the colon, such as from:march-2023.",
    "to": "write a date after the colon, such as to:yesterday.",
    "on": 'write a date after the colon, such as on:"last friday".',
    "sort": "say in which order: relevance or time.",
    "not": "write what must not occur after the colon, such as not:late.",
}
_OPEN = 'the quotation does not end; close it with ".'
_LONE_SIGN = "write what must not occur right after the sign, such as -late."
_SORTINGS = {"relevance": True, "time": False}
_T = TypeVar("_T")


class _Reader:
    def __init__(self, text: str, read_date: DateReader, lenient: bool) -> None:
        self.text = text
        self.read_date = read_date
        self.lenient = lenient
        self.at = 0
        self.conditions: list[Condition] = []
        self.problems: list[Problem] = []
        self.by_relevance = False

    def read(self) -> None:
        """Read item after item."""
        while True:
            while self.at < len(self.text) and self.text[self.at].isspace():
                self.at += 1
            if self.at >= len(self.text):
                return
            if len(self.conditions) >= MOST_CONDITIONS:
                self._problem(
                    self.at, f"that is more than {MOST_CONDITIONS} conditions; leave some out.", len(self.text)
                )
                return
            self._item()

    def _problem(self, start: int, message: str, end: int | None = None) -> None:
        self.problems.append(Problem(start, self.at if end is None else end, message))

    def _item(self) -> None:
        start = self.at
        is_negated = False
        if found := re.compile(_NEGATION).match(self.text, self.at):
            is_negated = True
            self.at = found.end()
            if self.at >= len(self.text) or self.text[self.at].isspace():
                self._problem(start, _EXAMPLES["not"])
                return
        found = re.compile(_FIELD).match(self.text, self.at)
        name = found[1].casefold() if found else ""
        name = "tag" if name == "tags" else name
        if found and name in _EXAMPLES and name != "not":
            self.at = found.end()
            self._field(start, name, is_negated)
            return
        if found and (near := _meant(name)):
            run_end = re.compile(_RUN).match(self.text, self.at)
            self.at = run_end.end() if run_end else self.at
            run = self.text[start : self.at]
            self._problem(start, f'did you mean “{near}:”? To look for the word, write "{run}".')
            if self.lenient:
                self._add(Words(run), is_negated)
            return
        value, is_quoted, is_open = self._value()
        if is_quoted:
            self._phrase(start, value, is_open, is_negated)
        elif value.casefold() == "starred":
            self._add(Starred(), is_negated)
        elif value.casefold() == "onthisday":
            self._on_this_day(start, is_negated)
        elif self.lenient and value == "-" and not is_negated and not self.text[self.at :].strip():
            self._problem(start, _LONE_SIGN)
        else:
            self._add(Words(value.rstrip("*") or value), is_negated)

    def _add(self, term: Term, is_negated: bool) -> None:
        self.conditions.append(Condition(term, is_negated))

    def _value(self) -> tuple[str, bool, bool]:
        """Take a quotation or a run of signs; return it, whether it was quoted, and whether its end is missing."""
        closing = _QUOTES.get(self.text[self.at : self.at + 1])
        if closing is None:
            found = re.compile(_RUN).match(self.text, self.at)
            value = found[0] if found else ""
            self.at += len(value)
            return value, False, False
        first = self.at + 1
        ends = [place for sign in {closing, '"'} if (place := self.text.find(sign, first)) >= 0]
        if not ends:
            self.at = len(self.text)
            return self.text[first:], True, True
        self.at = min(ends) + 1
        return self.text[first : self.at - 1], True, False

    def _phrase(self, start: int, value: str, is_open: bool, is_negated: bool) -> None:
        is_prefix = is_open
        if not is_open and self.text[self.at : self.at + 1] == "*":
            is_prefix = True
            self.at += 1
        if is_open:
            self._problem(start, _OPEN)
        if value.strip() and (self.lenient or not is_open):
            self._add(Words(one_line(value), is_phrase=True, is_prefix=is_prefix), is_negated)

    def _field(self, start: int, name: str, is_negated: bool) -> None:
        after_colon = self.at
        value, is_quoted, is_open = self._value()
        if is_open:
            self._problem(start, _OPEN)
            if not self.lenient:
                return
        value = value.strip()
        if not value:
            self._problem(start, _EXAMPLES[name])
            return
        is_last = self.at >= len(self.text)
        if name in {"from", "to", "on"}:
            self._date(start, name, is_negated, value, None if is_quoted else after_colon)
        elif name == "tag":
            self._tag(start, value, is_negated, is_unfinished=self.lenient and is_last and not is_quoted)
        elif name == "decision":
            self._add(Decided("" if value == "*" else one_line(value.rstrip("*"))), is_negated)
        elif name == "sort":
            chosen = _choose(value, _SORTINGS)
            if chosen is None or is_negated:
                self._problem(start, _EXAMPLES["sort"])
            else:
                self.by_relevance = chosen
        else:
            names: Mapping[str, Triage | Evidence] = _TRIAGES if name == "triage" else _GRADES
            kinds = self._kinds(value, names, None if is_quoted else after_colon)
            if kinds is None:
                self._problem(start, _EXAMPLES[name])
            elif name == "triage":
                self._add(Sorted(tuple(kind for kind in kinds if isinstance(kind, Triage))), is_negated)
            else:
                self._add(Graded(tuple(kind for kind in kinds if isinstance(kind, Evidence))), is_negated)

    def _kinds(self, value: str, names: Mapping[str, _T], begins: int | None) -> list[_T] | None:
        """Return what is named, one or several with '|' or ',' between them; None where one is none."""
        if begins is not None:  # the screen's own words, without quotation marks: triage:not product
            for end in reversed(self._ends(begins)):
                whole = _plain(self.text[begins:end])
                if whole in names:
                    self.at = end
                    return [names[whole]]
        found = [_choose(each, names) for each in re.split(r"[|,]", value)]
        return None if None in found else list(dict.fromkeys(each for each in found if each is not None))

    def _ends(self, begins: int) -> list[int]:
        """Return where the words end that may belong together from a place on: the first, the first two and so on."""
        ends: list[int] = []
        for found in re.finditer(r"\S+", self.text[begins:]):
            is_own = re.match(_FIELD, found[0]) or found[0][0] in "-" or found[0][0] in _QUOTES
            if ends and (is_own or len(ends) > _MORE_WORDS):
                break
            ends.append(begins + found.end())
        return ends

    def _tag(self, start: int, value: str, is_negated: bool, *, is_unfinished: bool) -> None:
        bare = value.rstrip("*")
        try:
            name = accept_tag(bare)
        except ValueRefused as error:
            if not is_unfinished:
                self._problem(start, str(error))
                return
            name = bare.removeprefix("#")  # 'dock-' on the way to 'dock-4'
            if not name:
                self._problem(start, _EXAMPLES["tag"])
                return
        self._add(Tagged(name, is_prefix=bare != value, is_unfinished=is_unfinished), is_negated)

    def _on_this_day(self, start: int, is_negated: bool) -> None:
        try:
            today = self.read_date("today").day
        except ValueRefused as error:  # nobody has said what day it is
            self._problem(start, str(error))
            return
        if today is not None:
            self._add(OnThisDay(today), is_negated)

    def _date(self, start: int, name: str, is_negated: bool, value: str, begins: int | None) -> None:
        candidates = [(value, self.at)]
        if begins is not None:
            candidates = [(self.text[begins:end], end) for end in reversed(self._ends(begins))]
        message = ""
        for phrase, end in candidates:
            try:
                when = self.read_date(_spaced(phrase))
            except ValueRefused as error:
                message = str(error)
                continue
            if when.day is None:
                continue
            self.at = end
            first = when.day if name != "to" else None
            last = when.last_day if name != "from" else None
            self._add(Dated(first, last, when.precision if name == "on" else None), is_negated)
            return
        self._problem(start, message or _EXAMPLES[name])


def _spaced(phrase: str) -> str:
    """Return a date with blanks for the hyphens and underscores between its words: 'last-friday', '3-days-ago'."""
    return re.sub(r"(?<![0-9])-|-(?![0-9])|_", " ", phrase).strip()


def _plain_date(phrase: str) -> When:
    for pattern, precision in (("%Y-%m-%d", Precision.DAY), ("%Y-%m", Precision.MONTH), ("%Y", Precision.YEAR)):
        try:
            return When(dt.datetime.strptime(phrase, pattern).date(), precision)  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise ValueRefused("write a date as 2024-03-01, 2024-03 or 2024.")


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[-_\s]+", " ", words).casefold().split())


def _named(shown: Mapping[_T, str], more: Mapping[str, _T]) -> dict[str, _T]:
    return {_plain(words): kind for kind, words in shown.items()} | {
        _plain(str(kind)): kind for kind in shown
    } | dict(more)  # fmt: skip


_TRIAGES: dict[str, Triage] = _named(TRIAGE, {"worry about a coming launch": Triage.WORRY})
_GRADES: dict[str, Evidence] = _named(
    EVIDENCE,
    {"here": Evidence.WRITTEN_HERE, "elsewhere": Evidence.DATED_ELSEWHERE, "memory": Evidence.FROM_MEMORY},
)


def _choose(value: str, names: Mapping[str, _T]) -> _T | None:
    """Return what a name means: its own, or the only one that begins so; None otherwise."""
    plain = _plain(value)
    if plain in names:
        return names[plain]
    found = {kind for name, kind in names.items() if plain and name.startswith(plain)}
    return found.pop() if len(found) == 1 else None


def _meant(name: str) -> str:
    """Return the field that was probably meant by a word before a colon with one slip in it; empty for none."""
    if len(name) < 4 or name in _EXAMPLES:
        return ""
    return next((field for field in _EXAMPLES if len(field) >= 4 and is_one_letter_apart(name, field)), "")
