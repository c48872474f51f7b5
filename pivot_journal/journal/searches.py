"""Saved searches: what is looked for again and again, under a name. On the quick path."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.saved_search import LONGEST_QUERY, SavedSearch, accept_search_name, id_of_search
from pivot_journal.domain.text import one_line
from pivot_journal.journal.observations import Observations, quoted
from pivot_journal.storage import searches as storage
from pivot_journal.storage.database import Database, errors_explained


class Searches:
    """The saved searches of one journal."""

    def __init__(self, database: Database, now: Callable[[], dt.datetime], observations: Observations) -> None:
        self._database = database
        self._now = now
        self._observations = observations

    def all(self) -> list[SavedSearch]:
        """Return every saved search by name."""
        with errors_explained(self._database.path):
            return storage.searches(self._database.connection)

    def get(self, id_: str) -> SavedSearch:
        """Return a saved search by its id.

        Raises:
            NotFound: It is not there any more.
        """
        found = next((each for each in self.all() if each.id == id_), None)
        if found is None:
            raise NotFound("That saved search is no longer there (u undoes).")
        return found

    def save(self, name: str, query: str) -> SavedSearch:
        """Keep a search under a name; one that has the name, in whatever case, is given the new query.

        Raises:
            ValueRefused: The name is empty or too long, or the query is empty or cannot be read.
        """
        name, query = accept_search_name(name), self._accepted(query)
        new = SavedSearch(id=id_of_search(name), name=name, query=query)
        if new in self.all():
            return new
        now = self._now()
        with self._database.writing(f"save search {quoted(name)}", now) as connection:
            storage.put(connection, name, query, now)
        return new

    def rename(self, id_: str, name: str) -> SavedSearch:
        """Call a saved search something else, and return it: its id is another one then.

        Raises:
            NotFound: It is not there any more.
            ValueRefused: The name is empty, too long, or that of another search.
        """
        name, present = accept_search_name(name), self.get(id_)
        new = SavedSearch(id=id_of_search(name), name=name, query=present.query)
        if new.id != id_ and any(each.id == new.id for each in self.all()):
            raise ValueRefused(f"There is a saved search {quoted(name)} already.")
        if new == present:
            return present
        now = self._now()
        with self._database.writing(f"rename search {quoted(present.name)}", now) as connection:
            if new.id != id_:
                storage.trash(connection, id_, now)
            storage.put(connection, name, present.query, now)
        return new

    def delete(self, id_: str) -> SavedSearch:
        """Put a saved search into the trash.

        Raises:
            NotFound: It is not there any more.
        """
        gone, now = self.get(id_), self._now()
        with self._database.writing(f"delete search {quoted(gone.name)}", now) as connection:
            storage.trash(connection, id_, now)
        return gone

    def _accepted(self, query: str) -> str:
        from pivot_journal.domain.query_parser import parse_query  # only who saves a search needs it

        line = one_line(query)
        if len(line) > LONGEST_QUERY:
            raise ValueRefused(f"A saved search has {LONGEST_QUERY:,} characters at the most.")
        read = parse_query(line, self._observations.read_date)
        if not read.conditions and not read.by_relevance:
            raise ValueRefused("The search is empty. Type what you look for, then keep it.")
        return line
