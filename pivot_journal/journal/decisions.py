"""Decisions and how big it was."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace

from pivot_journal.domain.chain import Backing
from pivot_journal.domain.decision import Decision, WorryOutcome
from pivot_journal.domain.errors import ChangedElsewhere, NotFound
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.impact import Impact
from pivot_journal.domain.observation import Observation
from pivot_journal.journal.observations import Observations, key_of, quoted
from pivot_journal.storage import drafts, noted, quick
from pivot_journal.storage.database import Database, errors_explained
from pivot_journal.storage.store import Store


class Decisions:
    """The decisions of one journal, with their impacts."""

    def __init__(
        self, database: Database, store: Store, now: Callable[[], dt.datetime], observations: Observations
    ) -> None:
        self._database = database
        self._store = store
        self._now = now
        self._observations = observations

    def all(self) -> list[Decision]:
        """Return every decision that is not in the trash, the latest written first."""
        return self._store.decisions()

    def get(self, decision_id: str) -> Decision:
        """Return a decision by its id.

        Raises:
            NotFound: It is not there, or in the trash.
        """
        found = self._store.decisions([decision_id])
        if not found:
            raise NotFound("That decision is no longer there; it may be in the trash (u undoes).")
        return found[0]

    def add(self, title: str) -> Decision:
        """Write a new decision down by its title alone.

        Raises:
            ValueRefused: The title is empty.
        """
        return self.save(Decision(id=str(uuid.uuid4()), title=title.strip()))

    def save(
        self,
        decision: Decision,
        impacts: Sequence[Impact] | None = None,
        *,
        seen_impacts: Sequence[Impact] | None = None,
        draft_target: str | None = None,
    ) -> Decision:
        """Write a decision and, when given, all its impacts in one step.

        Args:
            decision: What to write; new when its id is.
            impacts: All its impacts; one that is no longer among them goes to the trash. None leaves them alone.
            seen_impacts: The impacts as the form found them, to notice what was done elsewhere meanwhile: one that was
                added there stays, after these. None takes what is stored as seen.
            draft_target: The target of the form's draft that is done with.

        Raises:
            ChangedElsewhere: The decision, or an impact that the form found, was changed or deleted since it was read.
        """
        now = self._now()
        with self._database.writing(f"decision {quoted(decision.title)}", now) as connection:
            stored = self._store.save_decision(decision, now)
            if impacts is not None:
                present = self._store.impacts([decision.id])
                kept = {impact.id for impact in impacts}
                if seen_impacts is not None:
                    kept |= _added_elsewhere(present, seen_impacts)
                for gone in present:
                    if gone.id not in kept:
                        self._store.set_deleted(gone, deleted=True, at=now)
                for impact in impacts:
                    self._store.save_impact(impact, now)
            if draft_target is not None:
                drafts.clear(connection, "decision", draft_target)
        return stored

    def settle_worry(self, decision_id: str, outcome: WorryOutcome) -> Decision:
        """Say what became of a worry once its launch had passed; the misses are kept too."""
        return self.save(replace(self.get(decision_id), worry_outcome=outcome))

    def trash(self, decision_id: str) -> Decision:
        """Put a decision into the trash; its observations stay, without it."""
        decision = self.get(decision_id)
        now = self._now()
        with self._database.writing(f"delete decision {quoted(decision.title)}", now):
            self._store.set_deleted(decision, deleted=True, at=now)
        return decision

    def impacts(self, decision_ids: Sequence[str]) -> dict[str, tuple[Impact, ...]]:
        """Return the impacts of some decisions by decision, in the order in which they were written."""
        found: dict[str, tuple[Impact, ...]] = {}
        for impact in self._store.impacts(decision_ids):
            found[impact.decision_id] = (*found.get(impact.decision_id, ()), impact)
        return found

    def observations(self, decision_id: str, *, with_wordings: bool = True) -> list[Observation]:
        """Return the observations of a decision, oldest first."""
        found = self._observations.page(Filter(decision_id=decision_id), limit=-1, oldest_first=True)
        if not with_wordings:
            return found
        return self._observations.worded(found)

    def first_observations(self, decision: Decision) -> list[Observation]:
        """Return the few observations of a decision that say since when it was known, oldest first, with wordings.

        Whether foresight may be claimed, and from which day, is the same for them as for all of its observations.
        """
        with errors_explained(self._database.path):
            ids = noted.first_ids(self._database.connection, decision.id, decision.launched_on.day)
        return sorted(self._observations.by_ids(ids, with_wordings=True), key=key_of)

    def counts(self) -> dict[str, int]:
        """Return how many observations each decision has."""
        with errors_explained(self._database.path):
            return quick.observations_by_decision(self._database.connection)

    def backing(self) -> dict[str, Backing]:
        """Return what the observations of each decision come to; a decision without any is left out."""
        with errors_explained(self._database.path):
            rows = quick.backing_by_decision(self._database.connection)
        return {
            id_: Backing(
                notes=notes,
                failures=failures,
                worries=worries,
                opportunities=opportunities,
                first_written_on=dt.date.fromisoformat(written) if written else None,
                first_dated_on=dt.date.fromisoformat(dated) if dated else None,
            )
            for id_, notes, failures, worries, opportunities, written, dated in rows
        }


def _added_elsewhere(present: Sequence[Impact], seen: Sequence[Impact]) -> set[str]:
    """Return the ids of impacts that a form has not seen.

    Raises:
        ChangedElsewhere: One that it has seen is other than it was, or gone.
    """
    stored = {impact.id: impact for impact in present}
    if any(stored.get(impact.id) != impact for impact in seen):
        raise ChangedElsewhere(
            "An amount was changed elsewhere while you were writing. Your text is kept as a draft: "
            "leave the form, look, and open it again to go on with your own."
        )
    return stored.keys() - {impact.id for impact in seen}
