"""Tallies: what happens here, counted one line or key at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.tally import Tally, accept_tally_amount, accept_tally_name, tally_key
from pivot_journal.journal.observations import quoted
from pivot_journal.storage import tallies as storage
from pivot_journal.storage.database import Database, errors_explained


class Tallies:
    """The tallies of one journal."""

    def __init__(self, database: Database, now: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._now = now

    def all(self) -> list[Tally]:
        """Return every tally with its days, the one counted last first."""
        with errors_explained(self._database.path):
            return storage.tallies(self._database.connection)

    def by_ids(self, ids: Sequence[str]) -> list[Tally]:
        """Return the tallies with the given ids; one that is in the trash is passed over."""
        with errors_explained(self._database.path):
            return storage.tallies(self._database.connection, ids)

    def find(self, name: str) -> Tally:
        """Return the tally of a name, or the only one whose name has it as a part.

        Raises:
            NotFound: There is none; those that there are, are named.
            ValueRefused: Several have it.
        """
        present, key = self.all(), tally_key(name)
        exact = [tally for tally in present if tally_key(tally.name) == key]
        matches = exact or [tally for tally in present if key and key in tally_key(tally.name)]
        if len(matches) == 1:
            return matches[0]
        names = ", ".join(quoted(tally.name) for tally in (matches or present))
        if matches:
            raise ValueRefused(f"Several tallies match {quoted(name)}: {names}. Write more of it.")
        raise NotFound(f"There is no tally {quoted(name)}." + (f" There is: {names}." if names else ""))

    def get(self, tally_id: str) -> Tally:
        """Return a tally by its id.

        Raises:
            NotFound: It is not there, or in the trash.
        """
        found = self.by_ids([tally_id])
        if not found:
            raise NotFound("That tally is no longer there; it may be in the trash (u undoes).")
        return found[0]

    def count(self, name: str, amount: int = 1) -> Tally:
        """Add to the tally of exactly this name, whatever its case; it is begun where there is none.

        Returns:
            The tally as it stands now.

        Raises:
            ValueRefused: The name or the amount cannot be.
        """
        name, amount = accept_tally_name(name), accept_tally_amount(amount)
        now = self._now()
        with self._database.writing(f"count {amount:,} {quoted(name)}", now) as connection:
            tally_id = storage.id_named(connection, name) or storage.insert(connection, name, now)
            storage.count(connection, tally_id, amount, now)
        return self.get(tally_id)

    def rename(self, tally_id: str, name: str) -> Tally:
        """Call a tally something else.

        Raises:
            ValueRefused: Another tally has the name.
        """
        name = accept_tally_name(name)
        with errors_explained(self._database.path):
            present = storage.id_named(self._database.connection, name)
        if present not in {None, tally_id}:
            raise ValueRefused(f"There is a tally {quoted(name)} already.")
        before, now = self.get(tally_id), self._now()
        with self._database.writing(f"rename tally {quoted(before.name)}", now) as connection:
            storage.set_name(connection, tally_id, name, now)
        return self.get(tally_id)

    def trash(self, tally_id: str) -> Tally:
        """Put a tally into the trash; impacts that were counted by it stay as they are."""
        tally, now = self.get(tally_id), self._now()
        with self._database.writing(f"delete tally {quoted(tally.name)}", now) as connection:
            storage.trash(connection, tally_id, now)
        return tally
