"""Private terms: what must not leave the machine, and what is said instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from pivot_journal.domain.errors import FieldRefused, NotFound
from pivot_journal.domain.terms import PrivateTerm, folded, id_of_term
from pivot_journal.journal.observations import quoted
from pivot_journal.storage import quick
from pivot_journal.storage.database import Database, errors_explained
from pivot_journal.storage.store import Store


class Terms:
    """The private terms of one journal."""

    def __init__(self, database: Database, store: Store, now: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._store = store
        self._now = now

    def all(self) -> list[PrivateTerm]:
        """Return every private term, the first written first."""
        with errors_explained(self._database.path):
            return quick.private_terms(self._database.connection)

    def find(self, term: str) -> PrivateTerm:
        """Return a term by its words, whatever their case and accents.

        Raises:
            NotFound: There is no such term.
        """
        found = next((each for each in self.all() if each.key == folded(" ".join(term.split()))), None)
        if found is None:
            raise NotFound(f"{quoted(term)} is not a private term.")
        return found

    def set(self, term: str, say_instead: str = "") -> PrivateTerm:
        """Add a term, or decide anew what is said instead of it.

        Raises:
            FieldRefused: It holds no letter or digit, is too long, or what is said instead holds a private term.
        """
        new = PrivateTerm(id=id_of_term(term), term=term, say_instead=say_instead)
        present = next((each for each in self.all() if each.key == new.key), None)
        return self.save(replace(present, term=new.term, say_instead=new.say_instead) if present else new)

    def accept(self, term: PrivateTerm) -> None:
        """Check that a term could be written beside the others.

        Raises:
            FieldRefused: Another entry has the same term, or what is said instead holds a private term.
        """
        from pivot_journal.pitch.private import Mask

        others = [each for each in self.all() if each.id != term.id]
        if any(each.key == term.key for each in others):
            raise FieldRefused("term", f"{quoted(term.term)} is a private term already.")
        held = Mask([*others, term]).terms_in(term.say_instead)
        if held:
            raise FieldRefused(
                "say_instead", f"What is said instead still holds the private term {quoted(held[0].term)}."
            )

    def save(self, term: PrivateTerm) -> PrivateTerm:
        """Write a term and return it as stored; under other words it has another id.

        Raises:
            FieldRefused: Another entry has the same term, or what is said instead holds a private term.
            ChangedElsewhere: It was changed since it was read.
        """
        self.accept(term)
        now, id_ = self._now(), id_of_term(term.term)
        with self._database.writing(f"private term {quoted(term.term)}", now):
            if term.updated_at is not None and term.id != id_:
                stored = next((each for each in self.all() if each.id == term.id), term)
                read = replace(stored, updated_at=term.updated_at)  # refused where it was changed since
                self._store.set_deleted(self._store.save_plain(read, now), deleted=True, at=now)
                term = replace(term, updated_at=None)
            return self._store.save_plain(replace(term, id=id_), now)

    def trash(self, term_id: str) -> PrivateTerm:
        """Take a term out: from now on it leaves as it is written."""
        term = next((each for each in self.all() if each.id == term_id), None)
        if term is None:
            raise NotFound("That private term is no longer there.")
        now = self._now()
        with self._database.writing(f"delete private term {quoted(term.term)}", now):
            self._store.set_deleted(term, deleted=True, at=now)
        return term
