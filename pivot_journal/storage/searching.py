"""What a filter means in SQL: which rows, by which index, so that no size of journal has to be sorted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from pivot_journal.domain.filter import Filter
from pivot_journal.domain.highlight import tokens
from pivot_journal.domain.query import (
    Condition,
    Dated,
    Decided,
    Graded,
    OnThisDay,
    Sorted,
    Starred,
    Tagged,
    Term,
    Words,
)
from pivot_journal.domain.text import clean, tag_key
from pivot_journal.domain.when import RANK
from pivot_journal.storage.database import Connection
from pivot_journal.storage.quick import decision_titles

NO_END = (1 << 63) - 1
NUMBER_PART = 0xFFFFFFFF
KEY = "((o.sort_day << 32) | o.number)"
FEW = 2000
"""Rows that a condition with an index of its own may mean, to be looked for among the matches of the words."""
_LINKED = (
    "EXISTS (SELECT 1 FROM observation_tag ot JOIN tag t ON t.id = ot.tag_id"
    " WHERE ot.observation_id = o.id AND ot.deleted_at IS NULL AND {condition})"
)


@dataclass(slots=True)
class Meaning:
    """What a filter comes to for one journal as it is now."""

    conditions: list[str] = field(default_factory=list)
    arguments: list[object] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    """Expressions of the index that all have to match."""
    left_out: list[str] = field(default_factory=list)
    """Expressions of the index of which none may match."""
    lowest: int = 0
    """The lowest key that counts; what has no date stands below all that has one."""
    highest: int = NO_END
    """All keys that count are lower."""
    rare: list[tuple[str, Sequence[object]]] = field(default_factory=list)
    """Those of the conditions that have an index of their own."""
    is_nothing: bool = False
    """Whether it can mean nothing at all, as with a tag that there is not."""

    @property
    def expression(self) -> str:
        """The expression of the index that gives the rows; empty where the index is not what they are read from."""
        if not self.found:
            return ""
        found = " AND ".join(f"({each})" for each in self.found)
        return f"({found}) NOT ({self.excluded})" if self.left_out else found

    @property
    def excluded(self) -> str:
        """The expression of the index for what is left out."""
        return " OR ".join(f"({each})" for each in self.left_out)

    def add(self, condition: str, *arguments: object, is_rare: bool = False) -> None:
        """Add a condition."""
        self.conditions.append(condition)
        self.arguments += arguments
        if is_rare:
            self.rare.append((condition, arguments))

    def source(self, connection: Connection) -> tuple[str, str, list[object]]:
        """Return what the rows are read from, all conditions on them, and their arguments.

        Read from the index, the key is ``f.rowid``; else it is day and number of ``o``.
        """
        conditions, arguments = list(self.conditions), list(self.arguments)
        expression = self.expression
        if not expression:
            for bound, sign, is_bound in (
                (self.lowest, ">=", self.lowest > 0),
                (self.highest, "<", self.highest < NO_END),
            ):
                if is_bound:
                    conditions.append(f"(o.sort_day, o.number) {sign} (?, ?)")
                    arguments += [bound >> 32, bound & NUMBER_PART]
            return "observation o", " AND ".join(conditions), arguments
        conditions += ["observation_fts MATCH ?", "f.rowid >= ?", "f.rowid < ?"]
        arguments += [expression, self.lowest, self.highest]
        for condition, values in self.rare:
            # Many matches and few of them wanted: those few first, so that the rest need not be looked up. The order
            # costs nothing and makes SQLite take their index, which it passes over where all are of one kind.
            few = (
                f"FROM observation o WHERE o.deleted_at IS NULL AND {condition}"
                f" ORDER BY o.sort_day DESC, o.number DESC LIMIT {FEW + 1}"
            )
            counted = f"SELECT count(*) FROM (SELECT 1 {few})"
            if connection.execute(counted, tuple(values)).fetchone()[0] <= FEW:
                conditions.append(f"+f.rowid IN (SELECT {KEY} {few})")
                arguments += values
        source = f"observation_fts f CROSS JOIN observation o ON o.number = (f.rowid & {NUMBER_PART})"
        return source, " AND ".join(conditions), arguments


def phrase(words: Words) -> str:
    """Return words as the index takes them, quoted so that nothing typed is ever read as an operator.

    A quotation of several words is looked for in the text alone: among the tags, two that happen to stand beside each
    other are no phrase.
    """
    column = "text : " if words.is_phrase and len(tokens(words.text)) > 1 else ""
    return column + '"' + words.text.replace('"', '""') + '"' + ("*" if words.is_prefix else "")


def meaning_of(connection: Connection, chosen: Filter) -> Meaning:
    """Return what a filter means; its words have been read into its query before."""
    meaning = Meaning()
    meaning.add(f"o.deleted_at IS {'NOT ' if chosen.trashed else ''}NULL")
    if chosen.first_day is not None or chosen.last_day is not None:
        _dated(meaning, Dated(chosen.first_day, chosen.last_day), is_negated=False)
    if chosen.tag:
        _tagged(connection, meaning, Tagged(clean(chosen.tag)), is_negated=False, trashed=chosen.trashed)
    if chosen.triage is not None:
        meaning.add("o.triage = ?", chosen.triage.value, is_rare=True)
    if chosen.decision_id is not None:
        meaning.add("o.decision_id = ?", chosen.decision_id, is_rare=True)
    if chosen.has_decision is not None:
        meaning.add(f"o.decision_id IS {'NOT ' if chosen.has_decision else ''}NULL")
    if chosen.starred:
        meaning.add("o.is_starred", is_rare=True)
    for condition in chosen.query.conditions if chosen.query is not None else ():
        _add(connection, meaning, condition, trashed=chosen.trashed)
    return meaning


def _add(connection: Connection, meaning: Meaning, condition: Condition, *, trashed: bool) -> None:
    term, is_negated = condition.term, condition.is_negated
    if isinstance(term, Words):
        if term.is_indexed and not trashed:
            (meaning.left_out if is_negated else meaning.found).append(phrase(term))
        else:
            _anywhere(meaning, term.text, is_negated=is_negated)
    elif isinstance(term, Tagged):
        _tagged(connection, meaning, term, is_negated=is_negated, trashed=trashed)
    elif isinstance(term, Dated):
        _dated(meaning, term, is_negated=is_negated)
    else:
        sql, arguments = _plain(connection, term)
        is_rare = not (is_negated or trashed or isinstance(term, Graded))
        meaning.add(f"NOT ({sql})" if is_negated else sql, *arguments, is_rare=is_rare)


def _plain(connection: Connection, term: Term) -> tuple[str, Sequence[object]]:
    """Return the condition for what stands in columns of its own; never NULL."""
    if isinstance(term, Starred):
        return "o.is_starred", ()
    if isinstance(term, Sorted):
        return _one_of("o.triage", [kind.value for kind in term.kinds])
    if isinstance(term, Graded):
        return _one_of("o.evidence", [grade.value for grade in term.grades])
    if isinstance(term, OnThisDay):
        return _one_of("o.sort_day", [when.sort_day for when in term.dates(_oldest_day(connection))])
    assert isinstance(term, Decided)
    if not term.part:
        return "o.decision_id IS NOT NULL", ()
    part = term.part.casefold()
    ids = [id_ for id_, title in decision_titles(connection) if part in title.casefold()]
    sql, arguments = _one_of("o.decision_id", ids)
    return f"o.decision_id IS NOT NULL AND {sql}", arguments


def _oldest_day(connection: Connection) -> dt.date:
    """Return the first day of the oldest date there is; where nothing has one, a day after all."""
    least = "SELECT min(sort_day) FROM observation WHERE sort_day >= 8 AND deleted_at IS"
    found = connection.execute(f"{least} NULL UNION ALL {least} NOT NULL")  # apart, because each has an index
    return min((dt.date.fromordinal(oldest // 8) for (oldest,) in found if oldest is not None), default=dt.date.max)


def _one_of(column: str, values: Sequence[object]) -> tuple[str, Sequence[object]]:
    if len(values) == 1:
        return f"{column} = ?", values
    return f"{column} IN ({', '.join('?' * len(values))})", values


def _anywhere(meaning: Meaning, sign: str, *, is_negated: bool) -> None:
    # lower() costs as much again as the search, and knows only ASCII.
    text, name, wanted = "o.text", "t.name", "?"
    if any(character.isascii() and character.isalpha() for character in sign):
        text, name, wanted = "lower(o.text)", "lower(t.name)", "lower(?)"
    linked = _LINKED.format(condition=f"instr({name}, {wanted}) > 0")
    meaning.add(f"{'NOT ' if is_negated else ''}(instr({text}, {wanted}) > 0 OR {linked})", sign, sign)


def _dated(meaning: Meaning, term: Dated, *, is_negated: bool) -> None:
    lowest = term.first.toordinal() * 8 if term.first else 1
    highest = (term.last.toordinal() + 1) * 8 if term.last else 1 << 30
    rank = RANK[term.precision] if term.precision is not None else 0
    if is_negated:
        meaning.add("NOT (o.sort_day >= ? AND o.sort_day < ? AND (o.sort_day & 7) >= ?)", lowest, highest, rank)
        return
    if rank:
        meaning.add("(o.sort_day & 7) >= ?", rank)
    meaning.lowest = max(meaning.lowest, lowest << 32)
    meaning.highest = min(meaning.highest, highest << 32)


def _tagged(connection: Connection, meaning: Meaning, term: Tagged, *, is_negated: bool, trashed: bool) -> None:
    """Add a tag: found by its words in the index where it has any, then held against the tags themselves."""
    tags = _tags(connection, term, trashed=trashed)
    if not tags:
        meaning.is_nothing = meaning.is_nothing or not is_negated
        return
    marks = ", ".join("?" * len(tags))
    linked = _LINKED.format(condition=f"t.id IN ({marks})" if len(tags) > 1 else "t.id = ?")
    meaning.add(f"{'NOT ' if is_negated else ''}{linked}", *(id_ for id_, _ in tags))
    if not (is_negated or trashed) and all(any(c.isalnum() for c in name) for _, name in tags):
        names = " OR ".join(phrase(Words(name, is_prefix=False)) for _, name in tags[:_MOST_TAGS])
        if len(tags) <= _MOST_TAGS:
            meaning.found.append(f"tags : ({names})")


_MOST_TAGS = 60
"""Tags that the index is asked for at once; with more of them the journal is read along its days instead."""


def _tags(connection: Connection, term: Tagged, *, trashed: bool) -> list[tuple[str, str]]:
    """Return (id, name) of the tags that are meant, as far as anything has them."""
    key = tag_key(term.name)
    in_use = (
        "EXISTS (SELECT 1 FROM observation_tag ot JOIN observation o ON o.id = ot.observation_id"
        f" WHERE ot.tag_id = tag.id AND ot.deleted_at IS NULL AND o.deleted_at IS {'NOT ' if trashed else ''}NULL)"
    )
    exact = connection.execute(f"SELECT id, name FROM tag WHERE key = ? AND {in_use}", (key,)).fetchall()
    if not term.is_prefix and (exact or not term.is_unfinished):
        return exact
    return connection.execute(
        f"SELECT id, name FROM tag WHERE key >= ? AND key < ? AND {in_use}", (key, key + "\U0010ffff")
    ).fetchall()
