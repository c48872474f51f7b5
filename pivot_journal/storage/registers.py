"""What two journals come to where they differ, row by row: pure functions of what both hold.

Each gives the same whichever of the two is 'mine', however often and in whatever grouping several journals are merged,
because each takes the greatest of a total order, or a union:

- A row as a whole: the later ``updated_at``; the living before the deleted, then the greater content. The texts of a
  decision, a story or a pitch go each by itself (``earlier_texts``).
- The wording of an observation (text, date, decision): that which became current last; the other is kept as a revision.
- An ordered list: as one value, that which was changed last.
- The tags of an observation: each by itself, but those in the text follow the text that holds.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pivot_journal.domain.text import inline_tags, tag_key

Row = dict[str, Any]

DERIVED = uuid.UUID("5b1e3c0a-8f57-5d0e-9a46-2f0c7d9be413")
"""Under which the ids of what a merge keeps of the losing side are derived; so both sides derive the same."""

WORDING = ("text", "observed_on", "precision", "decision_id")
_WORDED = (*WORDING, "revised_at", "revised_offset")
_WRITTEN = (*WORDING, "written_at", "written_offset")
_RECORDED = ("recorded_at", "recorded_offset", "source", "source_key", "source_recorded_at")
_REST = (
    "evidence",
    "evidence_source",
    "evidence_on",
    "evidence_reference",
    "is_starred",
    "triage",
    "deleted_at",
)
_LAUNCH = ("launched_on", "launched_precision")


def content(row: Row, names: Iterable[str] | None = None) -> str:
    """Return a row, or some of its columns, as one text that is the same for the same content."""
    return json.dumps({name: row[name] for name in names or row}, ensure_ascii=False, sort_keys=True)


def later(mine: Row, theirs: Row, names: Iterable[str] | None = None) -> Row:
    """Return the row that was changed last."""
    names = list(names or mine)
    found: Row = max(mine, theirs, key=lambda row: (row["updated_at"], row["deleted_at"] is None, content(row, names)))
    return found


def winner(mine: Row, theirs: Row) -> Row:
    """Return the one of two states of a row that holds; the moment of its list goes its own way."""
    return later(mine, theirs, [name for name in mine if name != "order_updated_at"])


def merged_row(mine: Row, theirs: Row) -> Row:
    """Return what two states of one row come to."""
    row = dict(winner(mine, theirs))
    if "order_updated_at" in row:
        row["order_updated_at"] = max(mine["order_updated_at"], theirs["order_updated_at"])
    return row


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An observation with all its earlier wordings."""

    row: Row
    """Without its number."""
    revisions: Mapping[str, Row]
    """By their ids."""

    @property
    def worded_at(self) -> str:
        """When its wording became the current one: when it was written, or brought back by an undo."""
        return str(max([self.row["revised_at"], *(each["replaced_at"] for each in self.revisions.values())]))


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedObservation:
    """What two states of one observation come to."""

    row: Row
    revisions: Mapping[str, Row]
    worded: Row | None
    """The side whose wording holds; None where both have the same."""
    has_two_texts: bool
    """Whether its text was changed on both sides; the one that is not current is among the revisions."""
    has_two_clocks: bool
    """Whether the sides disagree on when it was recorded, which only a change from outside can bring about."""


def merged_observation(mine: Seen, theirs: Seen) -> MergedObservation:
    """Return what two states of one observation come to.

    One that was erased for good on either side, so that no text is left of it, stays so.
    """
    erased = [seen.row for seen in (mine, theirs) if not seen.row["text"]]
    if erased:
        row = winner(erased[0], erased[-1])
        return MergedObservation(row=row, revisions={}, worded=None, has_two_texts=False, has_two_clocks=False)
    worded, other = sorted((mine, theirs), key=lambda seen: (seen.worded_at, content(seen.row, _WORDED)), reverse=True)
    rest = later(mine.row, theirs.row, _REST)
    recorded, has_two_clocks = _recorded(mine.row, theirs.row)
    row = {name: recorded[name] if name in _RECORDED else rest[name] for name in mine.row}
    row |= {name: worded.row[name] for name in (*_WORDED, "sort_day")}
    row["updated_at"] = max(mine.row["updated_at"], theirs.row["updated_at"])
    revisions = union(mine.revisions, theirs.revisions, "replaced_at")
    lost = _as_revision(other)
    was_known = content(lost, _WRITTEN) in {content(each, _WRITTEN) for each in worded.revisions.values()}
    revisions = union(revisions, {lost["id"]: lost}, "replaced_at")
    current = content(dict(zip(_WRITTEN, (row[name] for name in _WORDED), strict=True)))
    return MergedObservation(
        row=row,
        revisions=_without_needless(revisions, current, _WRITTEN),
        worded=worded.row if content(worded.row, _WORDED) != content(other.row, _WORDED) else None,
        has_two_texts=not was_known and other.row["text"] != row["text"],
        has_two_clocks=has_two_clocks,
    )


def _recorded(mine: Row, theirs: Row) -> tuple[Row, bool]:
    """Return the row whose record of its own writing holds.

    What both sides imported from the same file was recorded when the first of them did. Anything else is recorded
    once; where the sides disagree, one was tampered with, and no file from outside changes what stands here.
    """
    if content(mine, _RECORDED) == content(theirs, _RECORDED):
        return mine, False
    if uuid_version(mine["id"]) == 5:
        return min(mine, theirs, key=lambda row: (row["recorded_at"], content(row, _RECORDED))), False
    return mine, (mine["recorded_at"], mine["recorded_offset"]) != (theirs["recorded_at"], theirs["recorded_offset"])


def uuid_version(id_: str) -> int | None:
    """Return the version of a UUID; 5 is derived from what it stands for. None for any other id."""
    try:
        return uuid.UUID(id_).version
    except ValueError:
        return None


def union(mine: Mapping[str, Row], theirs: Mapping[str, Row], moment: str) -> dict[str, Row]:
    """Return the rows of both by their ids; of two with one id that of the later moment."""
    both = dict(mine)
    for id_, row in theirs.items():
        known = both.get(id_)
        both[id_] = row if known is None else max(known, row, key=lambda each: (each[moment], content(each)))
    return both


def _as_revision(seen: Seen) -> Row:
    row = {"observation_id": seen.row["id"], **{name: seen.row[name] for name in WORDING}}
    row |= {"written_at": seen.row["revised_at"], "written_offset": seen.row["revised_offset"]}
    return {"id": _derived_id(row, _WRITTEN, "observation_id"), **row, "replaced_at": seen.worded_at}


def _derived_id(row: Row, names: Sequence[str], owner: str) -> str:
    return str(uuid.uuid5(DERIVED, content(row, (owner, *names))))


def _is_derived(row: Row, names: Sequence[str]) -> bool:
    owner = "observation_id" if "observation_id" in row else "decision_id"
    return bool(row["id"] == _derived_id(row, names, owner))


def _without_needless(rows: Mapping[str, Row], current: str, names: Sequence[str]) -> dict[str, Row]:
    """Leave out what a merge kept but is known without it: it is current, or was kept when it was replaced."""
    kept_here = {content(row, names) for row in rows.values() if not _is_derived(row, names)}
    return {
        id_: row
        for id_, row in rows.items()
        if not _is_derived(row, names) or (content(row, names) != current and content(row, names) not in kept_here)
    }


def merged_launches(mine: Row, theirs: Row, merged: Row, changes: Mapping[str, Row]) -> dict[str, Row]:
    """Return the earlier launch dates of a decision: those of both, and that of the side which lost.

    Args:
        mine: The decision.
        theirs: The same of the other journal.
        merged: What it comes to.
        changes: The launch changes of both by their ids.
    """
    rows = dict(changes)
    for side in (mine, theirs):
        if side["launched_on"] is not None:
            row = {"decision_id": side["id"], **{name: side[name] for name in _LAUNCH}}
            lost = {"id": _derived_id(row, _LAUNCH, "decision_id"), **row, "changed_at": side["updated_at"]}
            rows = union(rows, {lost["id"]: lost}, "changed_at")
    return _without_needless(rows, content(merged, _LAUNCH), _LAUNCH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """An ordered list: the links of one owner."""

    order_updated_at: str
    """As the owner has it; empty where it keeps no such moment."""
    links: Mapping[str, Row] = field(default_factory=dict)
    """By what they lead to, the deleted too."""

    @property
    def changed_at(self) -> str:
        """When the list was changed last, be it by an undo."""
        return str(max([self.order_updated_at, *(link["updated_at"] for link in self.links.values())]))

    @property
    def targets(self) -> list[str]:
        """What is linked, in order."""
        living = [(link["position"], target) for target, link in self.links.items() if link["deleted_at"] is None]
        return [target for _, target in sorted(living)]


def merged_links(mine: Linked, theirs: Linked) -> dict[str, Row]:
    """Return what two states of one list come to, by what the links lead to."""
    order = max(mine, theirs, key=lambda side: (side.changed_at, len(side.targets), side.targets)).targets
    links: dict[str, Row] = {}
    for target in mine.links.keys() | theirs.links.keys():
        sides = [side.links[target] for side in (mine, theirs) if target in side.links]
        link = dict(max(sides, key=lambda row: (row["updated_at"], row["id"])))
        if target in order:
            link |= {"position": order.index(target), "deleted_at": None}
        elif link["deleted_at"] is None:
            link["deleted_at"] = link["updated_at"]
        links[target] = link
    return links


def merged_tags(
    mine: Mapping[str, Row],
    theirs: Mapping[str, Row],
    tags: Mapping[str, Row],
    text: str | None = None,
    worded: Mapping[str, Row] | None = None,
) -> dict[str, Row]:
    """Return the tags of one observation: each as it was changed last, those in the text as the text has them.

    A tag may stand in a text without being one any more, after it was renamed or made one with another.

    Args:
        mine: The links by their tags, the deleted too.
        theirs: The same of the other journal.
        tags: The tags that there are now.
        text: The text that holds, where the sides have different ones.
        worded: The links of the side that has this text.
    """
    typed = {tag_key(name) for name in inline_tags(text or "")}
    links: dict[str, Row] = {}
    for tag in mine.keys() | theirs.keys():
        sides = [side[tag] for side in (mine, theirs) if tag in side]
        link = max(sides, key=lambda row: (row["updated_at"], _is_added(row), row["position"], row["id"]))
        if worded is not None:
            there = [link, worded[tag]] if tag in worded and tags[tag]["deleted_at"] is None else [link]
            is_inline = tags[tag]["key"] in typed and any(
                each["is_inline"] and not each["deleted_at"] for each in there
            )
            if is_inline or _is_added(link):
                link = link | {"is_inline": int(is_inline), "is_added": _is_added(link), "deleted_at": None}
            elif link["deleted_at"] is None:
                link = link | {"is_inline": 0, "is_added": 0, "deleted_at": link["updated_at"]}
        links[tag] = link
    return links


def _is_added(link: Row) -> int:
    return int(bool(link["is_added"]) and link["deleted_at"] is None)


@dataclass(frozen=True, slots=True)
class MergedTags:
    """The tags of both journals: each once, and by which id each other one is known now."""

    rows: dict[str, Row]
    ids: dict[str, str]


def merged_tag_list(mine: Iterable[Row], theirs: Iterable[Row]) -> MergedTags:
    """Return the tags of both journals, one of each key: with the lesser id, and the name that was written last."""
    latest: dict[str, Row] = {}
    for row in (*mine, *theirs):
        known = latest.get(row["id"])
        latest[row["id"]] = row if known is None else later(known, row)
    by_key: dict[str, list[Row]] = {}
    for row in latest.values():
        by_key.setdefault(row["key"], []).append(row)
    rows: dict[str, Row] = {}
    ids: dict[str, str] = {}
    for same in by_key.values():
        id_ = min(row["id"] for row in same)
        names = ("name", "deleted_at")
        best = max(same, key=lambda row: (row["updated_at"], row["deleted_at"] is None, content(row, names)))
        rows[id_] = best | {"id": id_}
        ids |= {row["id"]: id_ for row in same}
    return MergedTags(rows, ids)
