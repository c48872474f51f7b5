"""Decisions, impacts, stories, pitches and the profile: domain objects in, domain objects out.

SQLModel works here on the journal's own connection; transactions belong to ``Database.writing``.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import ColumnClause, create_engine, literal_column
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, SQLModel, col, select

from pivot_journal.domain.acceptance import AcceptedFinding
from pivot_journal.domain.decision import (
    AssumptionKind,
    Decision,
    DecisionStatus,
    LaunchChange,
    WorryOutcome,
)
from pivot_journal.domain.errors import ChangedElsewhere
from pivot_journal.domain.impact import Basis, Impact
from pivot_journal.domain.pitch import Pitch, PitchCopy, Profile
from pivot_journal.domain.quote import CustomerQuote
from pivot_journal.domain.story import Story, StoryStatus
from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.domain.when import Precision, When
from pivot_journal.storage.database import Database, errors_explained
from pivot_journal.storage.tables import (
    AcceptedFindingRow,
    CustomerQuoteRow,
    DecisionRow,
    ImpactObservationRow,
    ImpactRow,
    LaunchChangeRow,
    PitchCopyRow,
    PitchRow,
    PitchStoryRow,
    PrivateTermRow,
    ProfileRow,
    StoryObservationRow,
    StoryRow,
)

PROFILE_ID = "00000000-0000-4000-8000-000000000001"
"""Every journal has one profile, and the same one, so that two journals merge theirs."""

WRITTEN: ColumnClause[Any] = literal_column("rowid")
"""Orders what was written in one step, at one and the same moment."""

Row = TypeVar("Row", bound=SQLModel)
Plain = TypeVar("Plain", CustomerQuote, PrivateTerm, AcceptedFinding)
"""What is stored as it is, field by field."""

_ROWS: dict[type[Any], type[Any]] = {
    Decision: DecisionRow,
    Impact: ImpactRow,
    Story: StoryRow,
    Pitch: PitchRow,
    CustomerQuote: CustomerQuoteRow,
    PrivateTerm: PrivateTermRow,
    AcceptedFinding: AcceptedFindingRow,
}


class Store:
    """Reads and writes the richer things of one journal.

    Args:
        database: The open file; its connection is shared, its transactions are the caller's.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._engine = create_engine(
            "sqlite://",
            creator=lambda: database.connection,
            poolclass=StaticPool,
            pool_reset_on_return=None,
        )

    @contextmanager
    def _session(self) -> Iterator[Session]:
        with errors_explained(self._database.path):
            try:
                with Session(self._engine, expire_on_commit=False) as session:
                    yield session
                    session.flush()
            except DBAPIError as error:
                raise error.orig or error from error

    # Decisions

    def decisions(self, ids: Sequence[str] | None = None) -> list[Decision]:
        """Return the decisions that are not in the trash, the latest written first; those with the ids if given."""
        query = select(DecisionRow).where(col(DecisionRow.deleted_at).is_(None))
        if ids is not None:
            query = query.where(col(DecisionRow.id).in_(ids))
        with self._session() as session:
            rows = session.exec(query.order_by(col(DecisionRow.created_at).desc(), WRITTEN.desc())).all()
            changes = session.exec(
                select(LaunchChangeRow)
                .where(col(LaunchChangeRow.decision_id).in_([row.id for row in rows]))
                .order_by(col(LaunchChangeRow.changed_at))
            ).all()
            return [_decision(row, [c for c in changes if c.decision_id == row.id]) for row in rows]

    def save_decision(self, decision: Decision, at: dt.datetime) -> Decision:
        """Write a decision and return it as stored.

        Raises:
            ChangedElsewhere: It was changed since the caller read it.
        """
        values = _values(decision, drop={"launch_changes", "updated_at"})
        for name in ("decided", "launched"):
            when: When = values.pop(f"{name}_on")
            values |= {f"{name}_on": when.day, f"{name}_precision": when.precision.value}
        with self._session() as session:
            self._save(session, DecisionRow, decision, values, at)
        return self.decisions([decision.id])[0]

    # Impacts

    def impacts(self, decision_ids: Sequence[str]) -> list[Impact]:
        """Return the impacts of some decisions in the order in which they were written."""
        with self._session() as session:
            rows = session.exec(
                select(ImpactRow)
                .where(col(ImpactRow.decision_id).in_(decision_ids), col(ImpactRow.deleted_at).is_(None))
                .order_by(col(ImpactRow.created_at), WRITTEN)
            ).all()
            links = self._links(session, ImpactObservationRow, "impact_id", "observation_id", [r.id for r in rows])
            return [_impact(row, links.get(row.id, ())) for row in rows]

    def save_impact(self, impact: Impact, at: dt.datetime) -> None:
        """Write an impact and the observations that back it."""
        with self._session() as session:
            self._save(session, ImpactRow, impact, _values(impact, drop={"observation_ids"}), at)
            session.flush()
            self._set_links(
                session, ImpactObservationRow, ("impact_id", impact.id), "observation_id", impact.observation_ids, at
            )

    # Stories

    def stories(self, ids: Sequence[str] | None = None) -> list[Story]:
        """Return the stories that are not in the trash, the latest written first; those with the ids if given."""
        query = select(StoryRow).where(col(StoryRow.deleted_at).is_(None))
        if ids is not None:
            query = query.where(col(StoryRow.id).in_(ids))
        with self._session() as session:
            rows = session.exec(query.order_by(col(StoryRow.created_at).desc(), WRITTEN.desc())).all()
            links = self._links(session, StoryObservationRow, "story_id", "observation_id", [r.id for r in rows])
            return [_story(row, links.get(row.id, ())) for row in rows]

    def save_story(self, story: Story, at: dt.datetime) -> Story:
        """Write a story with its linked observations and return it as stored.

        Raises:
            ChangedElsewhere: It was changed since the caller read it.
        """
        with self._session() as session:
            row = self._save(session, StoryRow, story, _values(story, drop={"observation_ids", "updated_at"}), at)
            session.flush()
            target = ("story_id", story.id)
            if self._set_links(session, StoryObservationRow, target, "observation_id", story.observation_ids, at):
                row.order_updated_at = at
                row.updated_at = at
        return self.stories([story.id])[0]

    # Pitches

    def pitches(self) -> list[Pitch]:
        """Return the pitches that are not in the trash, the first written first; of those that say the same, one.

        Two say the same after a merge with a journal in which the same was begun.
        """
        present = self._all_pitches()
        needless = {id_ for ids in self._needless(present).values() for id_ in ids}
        return [pitch for pitch in present if pitch.id not in needless]

    def _needless(self, present: Sequence[Pitch]) -> dict[str, list[str]]:
        """Return by the id of each pitch that is shown the others that say the same and were never copied."""
        same: dict[Pitch, list[Pitch]] = {}
        for pitch in present:
            said = dataclasses.replace(pitch, id="", is_current=False, updated_at=None)
            same.setdefault(said, []).append(pitch)
        groups = [group for group in same.values() if len(group) > 1]
        if not groups:
            return {}
        rows = self._database.connection.execute("SELECT DISTINCT pitch_id FROM pitch_copy WHERE deleted_at IS NULL")
        copied = {id_ for (id_,) in rows}
        found = {}
        for group in groups:
            shown = min(group, key=lambda pitch: (not pitch.is_current, pitch.id not in copied, pitch.id))
            found[shown.id] = [pitch.id for pitch in group if pitch is not shown and pitch.id not in copied]
        return found

    def _all_pitches(self) -> list[Pitch]:
        with self._session() as session:
            rows = session.exec(
                select(PitchRow).where(col(PitchRow.deleted_at).is_(None)).order_by(col(PitchRow.created_at), WRITTEN)
            ).all()
            links = self._links(session, PitchStoryRow, "pitch_id", "story_id", [r.id for r in rows])
            gone = set(session.exec(select(StoryRow.id).where(col(StoryRow.deleted_at).is_not(None))).all())
            current = self._database.connection.execute("SELECT current_pitch_id FROM control").fetchone()[0]
        if current not in {row.id for row in rows}:
            current = rows[0].id if rows else None
        return [
            _pitch(row, tuple(id_ for id_ in links.get(row.id, ()) if id_ not in gone), row.id == current)
            for row in rows
        ]

    def save_pitch(self, pitch: Pitch, at: dt.datetime) -> Pitch:
        """Write a pitch with its stories and return it as stored; others that said the same until now go.

        Raises:
            ChangedElsewhere: It was changed since the caller read it.
        """
        needless = self._needless(self._all_pitches()).get(pitch.id, [])
        with self._session() as session:
            _trash(session, PitchRow, needless, at)
            values = _values(pitch, drop={"story_ids", "is_current", "updated_at"})
            row = self._save(session, PitchRow, pitch, values, at)
            session.flush()
            if self._set_links(session, PitchStoryRow, ("pitch_id", pitch.id), "story_id", pitch.story_ids, at):
                row.order_updated_at = at
                row.updated_at = at
        return next(stored for stored in self._all_pitches() if stored.id == pitch.id)

    def set_current_pitch(self, pitch_id: str) -> None:
        """Remember which pitch is shown; a matter of this journal's screen, no part of undo."""
        self._database.connection.execute("UPDATE control SET current_pitch_id = ?", (pitch_id,))

    # Profile

    def profile(self) -> Profile:
        """Return the profile; its defaults when nothing was said yet."""
        with self._session() as session:
            row = session.get(ProfileRow, PROFILE_ID)
            if row is None or row.deleted_at is not None:
                return Profile()
            return Profile(
                years=row.years,
                field=row.field,
                target_role=row.target_role,
                day_ends_at=row.day_ends_at,
                updated_at=row.updated_at,
            )

    def save_profile(self, profile: Profile, at: dt.datetime) -> None:
        """Write the profile."""
        with self._session() as session:
            row = session.get(ProfileRow, PROFILE_ID)
            if row is None:
                row = ProfileRow(id=PROFILE_ID, updated_at=at)
                session.add(row)
            _assign(row, _values(profile, drop={"updated_at"}) | {"deleted_at": None}, at)

    # Customers' words, private terms, accepted findings

    def plain(self, kind: type[Plain], *, observation_ids: Sequence[str] | None = None) -> list[Plain]:
        """Return everything of one kind that is not in the trash, the first written first.

        Args:
            kind: ``CustomerQuote``, ``PrivateTerm`` or ``AcceptedFinding``.
            observation_ids: Only the customers' words in these observations.
        """
        row_class = _ROWS[kind]
        query = select(row_class).where(col(row_class.deleted_at).is_(None))
        if observation_ids is not None:
            query = query.where(col(row_class.observation_id).in_(observation_ids))
        with self._session() as session:
            rows = session.exec(query.order_by(col(row_class.created_at), WRITTEN)).all()
        return [kind(**_shared(row, kind, set())) for row in rows]

    def save_plain(self, thing: Plain, at: dt.datetime) -> Plain:
        """Write one of them and return it as stored.

        Raises:
            ChangedElsewhere: It was changed since the caller read it.
        """
        with self._session() as session:
            row = self._save(session, _ROWS[type(thing)], thing, _values(thing, drop={"updated_at"}), at)
            session.flush()
            return type(thing)(**_shared(row, type(thing), set()))

    # What left

    def last_copy(self, pitch_id: str) -> PitchCopy | None:
        """Return what was last copied of a pitch; None where it never was."""
        with self._session() as session:
            row = session.exec(
                select(PitchCopyRow)
                .where(PitchCopyRow.pitch_id == pitch_id, col(PitchCopyRow.deleted_at).is_(None))
                .order_by(col(PitchCopyRow.copied_at).desc(), WRITTEN.desc())
                .limit(1)
            ).first()
        return PitchCopy(**_shared(row, PitchCopy, set())) if row else None

    def add_copy(self, copy: PitchCopy) -> None:
        """Remember what left; the pitch must be stored."""
        with self._session() as session:
            shared = _values(copy, drop=set())
            session.add(PitchCopyRow(id=str(uuid.uuid4()), updated_at=copy.copied_at, **shared))

    # All of them

    def set_deleted(
        self,
        thing: Decision | Impact | Story | Pitch | CustomerQuote | PrivateTerm | AcceptedFinding,
        *,
        deleted: bool,
        at: dt.datetime,
    ) -> None:
        """Put something into the trash or take it out again; with a pitch go those that say the same."""
        needless = self._needless(self._all_pitches()).get(thing.id, []) if isinstance(thing, Pitch) and deleted else []
        with self._session() as session:
            _trash(session, PitchRow, needless, at)
            row: Any = session.get(_ROWS[type(thing)], thing.id)
            row.deleted_at = at if deleted else None
            row.updated_at = at

    def _save(
        self, session: Session, row_class: type[Row], thing: object, values: dict[str, Any], at: dt.datetime
    ) -> Any:
        row: Any = session.get(row_class, values["id"])
        if row is None:
            moments: dict[str, Any] = {"created_at": at, "order_updated_at": at, "updated_at": at}
            fields = row_class.model_fields
            row = row_class(**values, **{name: moments[name] for name in moments if name in fields})
            session.add(row)
            return row
        if row.deleted_at is not None and getattr(thing, "updated_at", None) is None:
            row.deleted_at = None  # written anew after its first writing was undone
            row.updated_at = at
        elif hasattr(thing, "updated_at") and row.updated_at != thing.updated_at:
            raise ChangedElsewhere(
                "This was changed elsewhere while you were writing. Your text is kept as a draft: "
                "leave the form, look, and open it again to go on with your own."
            )
        _assign(row, values, at)
        return row

    def _links(
        self, session: Session, link_class: Any, owner: str, target: str, owner_ids: Sequence[str]
    ) -> dict[str, tuple[str, ...]]:
        """Return what each owner is linked to, in order."""
        rows = session.exec(
            select(link_class)
            .where(col(getattr(link_class, owner)).in_(owner_ids), col(link_class.deleted_at).is_(None))
            .order_by(col(link_class.position))
        ).all()
        found: dict[str, tuple[str, ...]] = {}
        for row in rows:
            found[getattr(row, owner)] = (*found.get(getattr(row, owner), ()), getattr(row, target))
        return found

    def _set_links(
        self,
        session: Session,
        link_class: Any,
        owner: tuple[str, str],
        target: str,
        target_ids: Sequence[str],
        at: dt.datetime,
    ) -> bool:
        """Make an owner's links these, in this order; what goes leaves a tombstone. Says whether anything changed."""
        owner_field, owner_id = owner
        rows = session.exec(select(link_class).where(col(getattr(link_class, owner_field)) == owner_id)).all()
        present = {getattr(row, target): row for row in rows}
        changed = False
        for target_id, row in present.items():
            if target_id not in target_ids and row.deleted_at is None:
                row.deleted_at = row.updated_at = at
                changed = True
        for position, target_id in enumerate(target_ids):
            row = present.get(target_id)
            if row is None:
                new = {owner_field: owner_id, target: target_id, "position": position, "updated_at": at}
                session.add(link_class(id=str(uuid.uuid4()), **new))
                changed = True
            elif row.position != position or row.deleted_at is not None:
                row.position, row.deleted_at, row.updated_at = position, None, at
                changed = True
        return changed


def _trash(session: Session, row_class: type[Row], ids: Sequence[str], at: dt.datetime) -> None:
    for id_ in ids:
        row: Any = session.get(row_class, id_)
        row.deleted_at = row.updated_at = at


def _values(thing: Any, drop: set[str]) -> dict[str, Any]:
    return {f.name: getattr(thing, f.name) for f in dataclasses.fields(thing) if f.name not in drop}


def _assign(row: SQLModel, values: dict[str, Any], at: dt.datetime) -> None:
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        row.updated_at = at


def _shared(row: SQLModel, thing: type[Any], without: set[str]) -> dict[str, Any]:
    return {f.name: getattr(row, f.name) for f in dataclasses.fields(thing) if f.name not in without}


def _decision(row: DecisionRow, changes: Sequence[LaunchChangeRow]) -> Decision:
    converted = {"assumption_kind", "status", "worry_outcome", "decided_on", "launched_on", "launch_changes"}
    return Decision(
        **_shared(row, Decision, converted),
        assumption_kind=AssumptionKind(row.assumption_kind) if row.assumption_kind else None,
        status=DecisionStatus(row.status) if row.status else None,
        worry_outcome=WorryOutcome(row.worry_outcome) if row.worry_outcome else None,
        decided_on=When(row.decided_on, Precision(row.decided_precision)),
        launched_on=When(row.launched_on, Precision(row.launched_precision)),
        launch_changes=tuple(
            LaunchChange(launched_on=When(c.launched_on, Precision(c.launched_precision)), changed_at=c.changed_at)
            for c in changes
        ),
    )


def _impact(row: ImpactRow, observation_ids: tuple[str, ...]) -> Impact:
    shared = _shared(row, Impact, {"basis", "observation_ids"})
    return Impact(**shared, basis=Basis(row.basis), observation_ids=observation_ids)


def _story(row: StoryRow, observation_ids: tuple[str, ...]) -> Story:
    shared = _shared(row, Story, {"status", "observation_ids"})
    return Story(**shared, status=StoryStatus(row.status), observation_ids=observation_ids)


def _pitch(row: PitchRow, story_ids: tuple[str, ...], is_current: bool) -> Pitch:
    shared = _shared(row, Pitch, {"story_ids", "is_current", "is_retired"})
    return Pitch(**shared, story_ids=story_ids, is_current=is_current, is_retired=bool(row.is_retired))
