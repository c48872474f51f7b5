"""Customers' words: which part of a note a customer said or wrote."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Sequence

from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.quote import CustomerQuote
from pivot_journal.journal.observations import quoted
from pivot_journal.storage.database import Database
from pivot_journal.storage.store import Store


class Quotes:
    """The customers' words of one journal."""

    def __init__(self, database: Database, store: Store, now: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._store = store
        self._now = now

    def of(self, observations: Sequence[Observation]) -> list[CustomerQuote]:
        """Return what customers said in some observations, as far as it still stands in them."""
        texts = {observation.id: observation.text for observation in observations}
        found = self._store.plain(CustomerQuote, observation_ids=list(texts))
        return [quote for quote in found if quote.is_in(texts[quote.observation_id])]

    def mark(self, observation: Observation, words: str, role: str = "", channel: str = "") -> CustomerQuote:
        """Mark words of an observation as a customer's; the same words again change role and channel.

        Raises:
            ValueRefused: The words do not stand in the observation.
        """
        new = CustomerQuote(
            id=str(uuid.uuid4()), observation_id=observation.id, words=words.strip(), role=role, channel=channel
        )
        if not new.is_in(observation.text):
            raise ValueRefused(f"{quoted(words)} does not stand in the note. Quote it word for word.")
        now = self._now()
        present = next((quote for quote in self.of([observation]) if quote.words == new.words), None)
        with self._database.writing(f"customer's words {quoted(new.words)}", now):
            if present is not None:
                self._store.set_deleted(present, deleted=True, at=now)
            return self._store.save_plain(new, now)

    def unmark(self, quote_id: str) -> None:
        """No longer take words of a note for a customer's."""
        present = next((quote for quote in self._store.plain(CustomerQuote) if quote.id == quote_id), None)
        if present is None:
            raise NotFound("Those words are no longer marked.")
        now = self._now()
        with self._database.writing(f"unmark customer's words {quoted(present.words)}", now):
            self._store.set_deleted(present, deleted=True, at=now)
