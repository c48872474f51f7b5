"""Put a journal together: its file, its clock, and the verbs for each link of the chain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from pivot_journal.domain.errors import NotFound
from pivot_journal.journal.drafts import Drafts
from pivot_journal.journal.observations import Observations
from pivot_journal.journal.tallies import Tallies
from pivot_journal.storage import changes, quick
from pivot_journal.storage.database import Database, errors_explained

if TYPE_CHECKING:
    from pivot_journal.journal.decisions import Decisions
    from pivot_journal.journal.earlier import Earlier
    from pivot_journal.journal.findings import Findings
    from pivot_journal.journal.health import Report
    from pivot_journal.journal.intake import Imports
    from pivot_journal.journal.keeping import Keeping
    from pivot_journal.journal.pitches import Pitches
    from pivot_journal.journal.quotes import Quotes
    from pivot_journal.journal.searches import Searches
    from pivot_journal.journal.statistics import Statistics
    from pivot_journal.journal.stories import Stories
    from pivot_journal.journal.tags import Tags
    from pivot_journal.journal.telling import Manner, Telling
    from pivot_journal.journal.terms import Terms
    from pivot_journal.storage.store import Store

Clock = Callable[[], dt.datetime]


def local_now() -> dt.datetime:
    """Return the present moment with the local offset."""
    return dt.datetime.now().astimezone()


def open_journal(path: Path, *, create: bool = False, now: Clock = local_now) -> Journal:
    """Open the journal in a file, brought up to date first where it is older.

    Args:
        path: The file.
        create: Whether a missing file may be made.
        now: The clock; gives aware local moments.

    Raises:
        JournalUnusable: The file cannot be used; the message says what to do.
    """
    return Journal(Database(path, create=create), now)


class Journal:
    """One open journal. Observations, drafts and undo are at hand at once; the richer verbs load when first used."""

    def __init__(self, database: Database, now: Clock) -> None:
        self._database = database
        self.now = now
        self.path = database.path
        self.was_created = database.was_created
        self.observations = Observations(database, now, lambda: self.today)
        self.drafts = Drafts(database, now)
        self.tallies = Tallies(database, now)
        self.find_manner: Callable[[], Manner] | None = None
        """Reads what the user's settings say about telling; set by whoever opens the journal, asked once."""

    def __enter__(self) -> Journal:
        """Return the journal itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @property
    def today(self) -> dt.date:
        """The local day; it turns over at the hour at which the user says their day ends."""
        with errors_explained(self.path):
            hours = quick.day_ends_at(self._database.connection)
        return (self.now() - dt.timedelta(hours=hours)).date()

    def data_version(self) -> int:
        """Return a number that moves when another program has changed the journal."""
        with errors_explained(self.path):
            return self._database.data_version()

    @cached_property
    def _store(self) -> Store:
        from pivot_journal.storage.store import Store

        return Store(self._database)

    @cached_property
    def intake(self) -> Imports:
        """The verb by which files of other programs come in."""
        from pivot_journal.journal.intake import Imports

        return Imports(self._database, self.now, lambda: self.today)

    @cached_property
    def tags(self) -> Tags:
        """The verbs for tags as such."""
        from pivot_journal.journal.tags import Tags

        return Tags(self._database, self.now)

    @cached_property
    def searches(self) -> Searches:
        """The saved searches."""
        from pivot_journal.journal.searches import Searches

        return Searches(self._database, self.now, self.observations)

    @cached_property
    def keeping(self) -> Keeping:
        """The verbs for whole copies: export, backup, merge."""
        from pivot_journal.journal.keeping import Keeping

        return Keeping(self._database, self.now)

    @cached_property
    def decisions(self) -> Decisions:
        """The verbs for decisions and their impacts."""
        from pivot_journal.journal.decisions import Decisions

        return Decisions(self._database, self._store, self.now, self.observations)

    @cached_property
    def stories(self) -> Stories:
        """The verbs for stories."""
        from pivot_journal.journal.stories import Stories

        return Stories(self._database, self._store, self.now, self.decisions, self.observations, self.tallies)

    @cached_property
    def pitches(self) -> Pitches:
        """The verbs for pitches and the profile."""
        from pivot_journal.journal.pitches import Pitches

        return Pitches(self._database, self._store, self.now, self.stories)

    @cached_property
    def terms(self) -> Terms:
        """The private terms."""
        from pivot_journal.journal.terms import Terms

        return Terms(self._database, self._store, self.now)

    @cached_property
    def quotes(self) -> Quotes:
        """The customers' words in observations."""
        from pivot_journal.journal.quotes import Quotes

        return Quotes(self._database, self._store, self.now)

    @cached_property
    def findings(self) -> Findings:
        """What was accepted of what the coach said."""
        from pivot_journal.journal.findings import Findings

        return Findings(self._database, self._store, self.now)

    @cached_property
    def earlier(self) -> Earlier:
        """The earlier texts of everything but observations."""
        from pivot_journal.journal.earlier import Earlier

        return Earlier(self._database)

    @cached_property
    def manner(self) -> Manner:
        """What the user's settings say about telling."""
        from pivot_journal.journal.telling import Manner

        return self.find_manner() if self.find_manner else Manner()

    @cached_property
    def telling(self) -> Telling:
        """Composing and checking pitches."""
        from pivot_journal.journal.telling import Telling

        return Telling(self._database, lambda: self.today, self.pitches, lambda: self.manner)

    def statistics(self) -> Statistics:
        """Return what is in the journal now, in counts."""
        from pivot_journal.journal.statistics import statistics_of

        return statistics_of(self._database, self.today)

    def examine(self, own_folder: Path | None, *, mends: bool = False) -> tuple[Report, list[str]]:
        """Look the file over, and mend what can be made anew where that is wanted; see ``journal.health``."""
        from pivot_journal.journal.health import examine

        return examine(self._database, self.now(), own_folder, mends=mends)

    def in_one_step(self, verb: str = "") -> AbstractContextManager[object]:
        """Run the verbs inside as one transaction: all of them or none, one step of undo, or none without a name."""
        return self._database.writing(verb, self.now())

    def last_step(self) -> str | None:
        """Return what undo would take back; None when there is nothing."""
        with errors_explained(self.path):
            last = changes.last_done(self._database.connection)
        return last[1] if last else None

    def undo(self) -> str:
        """Take the last step back, whichever window it was made in.

        Returns:
            What was taken back.

        Raises:
            NotFound: There is no step to take back.
            ChangedElsewhere: What the step changed was changed again since.
        """
        with self._database.writing() as connection:
            last = changes.last_done(connection)
            if last is None:
                raise NotFound("There is nothing to undo.")
            changes.undo(connection, last[0], self.now())
        return last[1]

    def redo(self) -> str:
        """Bring the step back that was undone last, and return what it was.

        Raises:
            NotFound: Nothing was undone, or something new was done since.
            ChangedElsewhere: What the step changed was changed again since.
        """
        with self._database.writing() as connection:
            last = changes.last_undone(connection)
            if last is None:
                raise NotFound("There is nothing to redo.")
            changes.redo(connection, last[0], self.now())
        return last[1]
