"""What the coach says of the pitches of a journal, and what the user has answered to it."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

from pivot_journal.domain.acceptance import AcceptedFinding, acceptance_key
from pivot_journal.domain.errors import NotFound
from pivot_journal.storage.database import Database
from pivot_journal.storage.store import Store

if TYPE_CHECKING:
    from pivot_journal.coach.finding import Finding


class Findings:
    """The accepted findings of one journal; the rest is worked out whenever it is asked for."""

    def __init__(self, database: Database, store: Store, now: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._store = store
        self._now = now

    def accepted(self) -> list[AcceptedFinding]:
        """Return every accepted finding, the first accepted first; one whose sentence changed no longer matters."""
        return self._store.plain(AcceptedFinding)

    def accepted_keys(self) -> frozenset[tuple[str, str, str]]:
        """Return what a finding is compared with."""
        return frozenset(each.key for each in self.accepted())

    def accept(self, finding: Finding, reason: str) -> AcceptedFinding:
        """Keep the words of a finding as they are.

        Raises:
            ValueRefused: No reason is given.
        """
        new = AcceptedFinding(
            id=str(uuid.uuid4()), rule=finding.rule, match=finding.match, sentence=finding.sentence, reason=reason
        )
        key = acceptance_key(finding.rule, finding.match, finding.sentence)
        present = next((each for each in self.accepted() if each.key == key), None)
        now = self._now()
        with self._database.writing(f"accept “{finding.question}”", now):
            if present is not None:
                self._store.set_deleted(present, deleted=True, at=now)
            return self._store.save_plain(new, now)

    def reopen(self, accepted_id: str) -> None:
        """Let the coach speak again of something that was accepted."""
        present = next((each for each in self.accepted() if each.id == accepted_id), None)
        if present is None:
            raise NotFound("That acceptance is no longer there.")
        now = self._now()
        with self._database.writing("no longer accept a finding", now):
            self._store.set_deleted(present, deleted=True, at=now)
