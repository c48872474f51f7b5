"""Join another journal into the open one: find where the two differ; ``registers`` says what holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pivot_journal.domain.text import one_line
from pivot_journal.storage.copying import take_over
from pivot_journal.storage.database import Connection
from pivot_journal.storage.dumping import ORDERS, is_empty
from pivot_journal.storage.earlier_texts import (
    State,
    fields_lost,
    holding,
    kept_fields,
    merged_texts,
    title_of,
    weighed,
)
from pivot_journal.storage.intake import bulk
from pivot_journal.storage.registers import (
    Linked,
    MergedTags,
    Row,
    Seen,
    later,
    merged_launches,
    merged_links,
    merged_observation,
    merged_row,
    merged_tag_list,
    merged_tags,
    union,
)
from pivot_journal.storage.rewriting import Rewrite
from pivot_journal.storage.sides import LISTS, TITLES, ListTable, Placed, Sides

WHOLE_ROWS = (
    "profile",
    "decision",
    "tally",
    "tally_count",
    "impact",
    "story",
    "pitch",
    "customer_quote",
    "private_term",
    "accepted_finding",
    "pitch_copy",
    "saved_search",
)
"""The tables whose rows are merged each as one value."""
ON_THEIR_OWN = ("tag", "observation", "revision", "observation_tag", "launch_change", "earlier_text")
"""The tables that have a way of their own."""

_NOT_CHOSEN = {
    "id",
    "key",
    "created_at",
    "updated_at",
    "order_updated_at",
    "deleted_at",
    "launched_on",
    "launched_precision",
}
"""What a person does not choose, or what is kept elsewhere."""
_ALONE = ("decision", "tally", "pitch")
"""The kinds of which two with one title are told, because a person would take them for the same."""


@dataclass(slots=True, kw_only=True)
class Joined:
    """What came of a merge."""

    new: Counter[str] = field(default_factory=Counter)
    """How many rows of each table came in."""
    changed: Counter[str] = field(default_factory=Counter)
    """How many rows of each table are no longer as they were."""
    two_texts: list[tuple[int, str]] = field(default_factory=list)
    """The observations that were reworded on both sides: number and the text that is current now."""
    two_wordings: list[tuple[str, str, int]] = field(default_factory=list)
    """What else was written on both sides: table, title, and how many texts of the other side are kept as earlier ones.
    Left out is what the side that holds is known to have begun with."""
    overruled: list[tuple[str, str, bool]] = field(default_factory=list)
    """What was dated, chosen or linked otherwise on both sides: table, title, and whether it is as it was here. What
    the other side had is nowhere in this journal."""
    same_titles: list[tuple[str, str]] = field(default_factory=list)
    """What is there twice now under one title: table and title."""
    two_clocks: list[int] = field(default_factory=list)
    """The observations of which the other side said another moment of recording."""

    @property
    def is_nothing(self) -> bool:
        """Whether the journal is as it was."""
        return not self.new and not self.changed


def join(connection: Connection) -> Joined:
    """Take everything of the attached journal into this one; inside a transaction.

    The steps that could be undone before cannot any more: they would take rows back to what stood before the merge.
    """
    visit = _Visit(connection)
    with bulk(connection):
        connection.execute("PRAGMA defer_foreign_keys = ON")
        visit.take()
    if not visit.joined.is_nothing:
        connection.execute("DELETE FROM change_group WHERE undone_at IS NULL")
        connection.execute("UPDATE change_group SET is_superseded = 1")
    return visit.joined


class _Worded(NamedTuple):
    text: str
    """The text that holds."""
    is_mine: bool | None
    """Whether it was here already; None where both sides had the same."""


class _Visit:
    """One merge."""

    def __init__(self, connection: Connection) -> None:
        self.joined = Joined()
        self._connection = connection
        self._was_empty = is_empty(connection)
        self._keeps_numbers = not connection.execute("SELECT EXISTS (SELECT 1 FROM observation)").fetchone()[0]
        self._sides = Sides(connection)
        self._rewrite = Rewrite(connection)
        self._states: dict[str, list[State]] = {}
        """What differs, by its id."""
        self._known: dict[str, tuple[dict[str, Row], dict[str, Row]]] = {}
        """The earlier texts of it, here and there."""

    def take(self) -> None:
        """Bring everything in that the other journal has."""
        if self._was_empty:
            take_over(self._connection, ORDERS)
            self._connection.execute(
                "UPDATE control SET current_pitch_id = (SELECT current_pitch_id FROM other.control)"
            )
            counts = (
                (table, self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in ORDERS
            )
            self.joined.new.update({table: count for table, count in counts if count})
            return
        before = {table: self._sides.titles(table) for table in _ALONE}
        tags = self._take_tags()
        self._take_tag_links(tags, self._take_observations())
        for table in WHOLE_ROWS:
            self._take_rows(table)
        self._take_launches()
        for kind in LISTS:
            self._take_list(kind)
        self._take_earlier_texts()
        self._rewrite.run()
        self.joined.new, self.joined.changed = self._rewrite.new, self._rewrite.changed
        for id_, states in self._states.items():
            for state in states:
                self._tell_lost(state, *self._known[id_])
        for table in _ALONE:
            self._tell_same_titles(table, before[table])

    # Decide

    def _take_tags(self) -> MergedTags:
        """Bring the tags in."""
        mine, theirs = self._sides.select("main", "tag"), self._sides.select("other", "tag")
        merged = merged_tag_list((row for _, row in mine.values()), (row for _, row in theirs.values()))
        for id_, row in merged.rows.items():
            self._rewrite.put("tag", mine.get(id_), row)
        for id_, placed in mine.items():
            now = merged.ids[id_]
            if now != id_:
                self._rewrite.take_out("tag", placed)
            if now != id_ or placed[1]["name"] != merged.rows[now]["name"]:
                self._rewrite.reindex_tagged(id_)
        return merged

    def _take_observations(self) -> dict[str, _Worded]:
        """Bring observations and their earlier wordings in; return whose wording holds where the sides differ."""
        mine, theirs = self._sides.differing("observation")
        revised_mine, revised_theirs = self._sides.differing("revision")
        ids = {*mine, *(row["observation_id"] for _, row in revised_theirs.values())}
        ids -= theirs.keys() - mine.keys()
        mine |= self._sides.select_ids("main", "observation", ids - mine.keys())
        theirs |= self._sides.select_ids("other", "observation", ids - theirs.keys())
        my_revisions = self._sides.of("main", "revision", "observation_id", ids)
        their_revisions = self._sides.of("other", "revision", "observation_id", ids)
        worded: dict[str, _Worded] = {}
        for id_, (number, row) in theirs.items():
            if id_ not in mine:
                self._rewrite.put("observation", None, row, number if self._keeps_numbers else None)
                continue
            merged = merged_observation(
                Seen(row=mine[id_][1], revisions=_bare(my_revisions[id_])),
                Seen(row=row, revisions=_bare(their_revisions[id_])),
            )
            is_erased = not merged.row["text"]
            if is_erased or any(mine[id_][1][field] != row[field] for field in kept_fields()["observation"]):
                state = weighed("observation", mine[id_][1], row)._replace(merged=merged.row)
                self._states.setdefault(id_, []).append(state)
            worded[id_] = _Worded(merged.row["text"], None if merged.worded is None else merged.worded is mine[id_][1])
            self._rewrite.put("observation", mine[id_], merged.row)
            self._rewrite.put_all("revision", my_revisions[id_], merged.revisions)
            self._rewrite.reindex(mine[id_][0])
            if merged.has_two_texts and merged.row["deleted_at"] is None:
                self.joined.two_texts.append((mine[id_][0], merged.row["text"]))
            if merged.has_two_clocks:
                self.joined.two_clocks.append(mine[id_][0])
        for id_, (_, row) in revised_theirs.items():
            if row["observation_id"] not in worded:
                self._rewrite.put("revision", revised_mine.get(id_), row)
        return worded

    def _take_tag_links(self, tags: MergedTags, worded: Mapping[str, _Worded]) -> None:
        table = "observation_tag"
        mine, theirs = self._sides.differing(table)
        ids = {row["observation_id"] for _, row in (*mine.values(), *theirs.values())}
        ids |= {id_ for id_, (_, is_mine) in worded.items() if is_mine is not None}
        for old, now in tags.ids.items():
            if old != now:
                moved = self._sides.select("main", table, "WHERE tag_id = ?", [old])
                ids |= {row["observation_id"] for _, row in moved.values()}
        my_links = self._sides.of("main", table, "observation_id", ids)
        their_links = self._sides.of("other", table, "observation_id", ids)
        known = self._sides.select_ids("main", "observation", ids)
        for id_ in ids:
            left, right = (_by(links[id_], "tag_id", tags.ids) for links in (my_links, their_links))
            text, is_mine = worded.get(id_, _Worded("", None))
            if id_ not in known:
                merged = right
            elif is_mine is None:
                merged = merged_tags(left, right, tags.rows)
            else:
                merged = merged_tags(left, right, tags.rows, text, left if is_mine else right)
            if id_ in known:
                self._rewrite.reindex(known[id_][0])
            by_id: dict[str, Row] = {}  # a tag that was two has links of one id to both, once one was renamed
            for link in merged.values():
                by_id[link["id"]] = later(by_id.get(link["id"], link), link)
            self._rewrite.put_all(table, my_links[id_], by_id)

    def _take_rows(self, table: str) -> None:
        mine, theirs = self._sides.differing(table)
        my_texts, their_texts = (
            self._sides.of(side, "earlier_text", "row_id", mine if table in kept_fields() else ())
            for side in ("main", "other")
        )
        for id_, (_, row) in theirs.items():
            if id_ not in mine:
                self._rewrite.put(table, None, row)
            elif table in kept_fields():
                texts = (_bare(side[id_]).values() for side in (my_texts, their_texts))
                state = weighed(table, mine[id_][1], row, *texts)
                self._states.setdefault(id_, []).append(state)
                self._rewrite.put(table, mine[id_], state.merged)
            else:
                self._rewrite.put(table, mine[id_], merged_row(mine[id_][1], row))

    def _take_launches(self) -> None:
        table = "launch_change"
        decisions, their_decisions = self._sides.differing("decision")
        changes, their_changes = self._sides.differing(table)
        ids = {*decisions, *(row["decision_id"] for _, row in their_changes.values())}
        ids -= their_decisions.keys() - decisions.keys()
        decisions |= self._sides.select_ids("main", "decision", ids - decisions.keys())
        their_decisions |= self._sides.select_ids("other", "decision", ids - their_decisions.keys())
        mine, theirs = (self._sides.of(side, table, "decision_id", ids) for side in ("main", "other"))
        for id_ in ids:
            left, right = decisions[id_][1], their_decisions[id_][1]
            both = union(_bare(mine[id_]), _bare(theirs[id_]), "changed_at")
            holds = holding("decision", left, right)
            self._rewrite.put_all(table, mine[id_], merged_launches(left, right, holds, both))
        for id_, (_, row) in their_changes.items():
            if row["decision_id"] not in ids:
                self._rewrite.put(table, changes.get(id_), row)

    def _take_list(self, kind: ListTable) -> None:
        mine, theirs = self._sides.differing(kind.table)
        owners = {row[kind.owner_key] for _, row in (*mine.values(), *theirs.values())}
        if kind.has_moment:
            owners |= {
                id_
                for (id_,) in self._connection.execute(
                    f"SELECT m.id FROM main.{kind.owner} m JOIN other.{kind.owner} o ON o.id = m.id"
                    " WHERE o.order_updated_at <> m.order_updated_at"
                )
            }
        else:  # a link that only one side has is no difference that the other's rows would show
            owners |= set(self._sides.one_sided(kind))
        links, their_links = (self._sides.of(side, kind.table, kind.owner_key, owners) for side in ("main", "other"))
        known, their_known = (self._sides.select_ids(side, kind.owner, owners) for side in ("main", "other"))
        for owner in owners:
            sides = [
                Linked(
                    order_updated_at=rows[owner][1]["order_updated_at"] if kind.has_moment and owner in rows else "",
                    links=_by(placed[owner], kind.target_key),
                )
                for rows, placed in ((known, links), (their_known, their_links))
            ]
            merged = (
                merged_links(*sides) if owner in known and owner in their_known else sides[owner in their_known].links
            )
            self._rewrite.put_all(kind.table, links[owner], {link["id"]: link for link in merged.values()})

    def _take_earlier_texts(self) -> None:
        table = "earlier_text"
        _, differing = self._sides.differing(table)
        ids = {row["row_id"] for _, row in differing.values()} | self._states.keys()
        mine, theirs = (self._sides.of(side, table, "row_id", ids) for side in ("main", "other"))
        for id_ in ids:
            here, there = self._known[id_] = _bare(mine[id_]), _bare(theirs[id_])
            merged = merged_texts(here.values(), there.values(), self._states.get(id_, ()))
            self._rewrite.put_all(table, mine[id_], merged)

    # Tell

    def _tell_lost(self, state: State, here: Mapping[str, Row], there: Mapping[str, Row]) -> None:
        """Note what was written or chosen on both sides."""
        table, mine, theirs, merged = state[:4]
        sides = ((mine, theirs, there, "other"), (theirs, mine, here, "main"))
        texts = 0
        for lost, other, known, name in sides:
            count = fields_lost(state, lost, known.values())
            texts += count if count and not self._sides.is_ancestor(name, table, lost, other) else 0
        if texts:
            self.joined.two_wordings.append((table, title_of(self._connection, table, merged["id"]), texts))
        holds = holding(table, mine, theirs)
        lost, side = (theirs, "main") if holds is mine else (mine, "other")
        chosen = {name for name in lost if type(lost[name]) is str and lost[name] not in ("", merged[name])}
        chosen -= {*_NOT_CHOSEN, *kept_fields()[table]}
        if chosen and table != "observation" and not self._sides.is_ancestor(side, table, lost, holds):
            self.joined.overruled.append((table, title_of(self._connection, table, merged["id"]), side == "main"))

    def _tell_same_titles(self, table: str, before: Mapping[str, set[str]]) -> None:
        for title, ids in self._sides.titles(table).items():
            if table == "pitch" and len(ids) > 1:
                ids = self._sides.one_of_each_pitch(ids)
            if len(ids) > 1 and ids - before.get(title, set()) and before.get(title):
                (shown,) = self._connection.execute(
                    f"SELECT {TITLES[table]} FROM main.{table} WHERE id = ?", (min(ids),)
                ).fetchone()
                self.joined.same_titles.append((table, one_line(shown)))


def _bare(placed: Mapping[str, Placed]) -> dict[str, Row]:
    return {id_: row for id_, (_, row) in placed.items()}


def _by(placed: Mapping[str, Placed], key: str, now: Mapping[str, str] | None = None) -> dict[str, Row]:
    """Return links by what they lead to, under the id it has now; of two that lead to the same the one changed last."""
    found: dict[str, Row] = {}
    for _, row in placed.values():
        target = now[row[key]] if now is not None else row[key]
        link = row | {key: target}
        found[target] = later(found[target], link) if target in found else link
    return found
