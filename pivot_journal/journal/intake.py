"""Bring in what a file of another program holds: each entry once, all of them or none, one step of undo."""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pivot_journal.domain.observation import Evidence
from pivot_journal.domain.text import inline_tags, one_line
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When
from pivot_journal.exchange.incoming import Incoming, Reject
from pivot_journal.storage import intake as storage
from pivot_journal.storage.database import Connection, Database, errors_explained
from pivot_journal.storage.observations import wordings

NAMESPACE = uuid.UUID("0d7f4b0e-7c0a-5c55-9b53-6a6e2f0c8a11")
"""Under which the UUIDs of imported observations are derived; changing it would import every file a second time."""

_DATED_ELSEWHERE = Evidence.DATED_ELSEWHERE.value
_FROM_MEMORY = Evidence.FROM_MEMORY.value
_BATCH = 2_000
_SHOWN_FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What came of bringing a file in; of a trial run, what would have come of it."""

    imported: int
    """How many are new in the journal."""
    duplicates: int
    """How many it had already, in the trash or not."""
    rejected: int
    """How many could not be stored."""
    undated: int
    """How many of those imported have no date."""
    future: int
    """How many of those imported begin after today."""
    duplicates_in_trash: int
    """How many of the duplicates lie in the trash."""
    duplicates_reworded: int
    """How many of the duplicates have the id of an observation that never had their text."""
    storable: int
    """How many entries could be read; where one was rejected and no others should be taken, none of them came in."""
    first: tuple[Incoming, ...]
    """The first few that are new."""


class Imports:
    """The verb by which a file comes into one journal."""

    def __init__(self, database: Database, now: Callable[[], dt.datetime], today: Callable[[], dt.date]) -> None:
        self._database = database
        self._now = now
        self._today = today

    def bring_in(
        self,
        incoming: Iterable[Incoming | Reject],
        source: str,
        *,
        keep_going: bool = False,
        dry_run: bool = False,
        undated_on: When = UNKNOWN_DAY,
        progress: Callable[[int], None] | None = None,
    ) -> Intake:
        """Store every entry that the journal does not have yet, in one transaction.

        An entry is known again by the source's own id, else by its date, its text and which of several such it is in
        the file. One that was deleted stays so; one that went when its import was undone comes in anew.

        Args:
            incoming: The entries in the file's order; read while the journal is locked for others.
            source: The name of the file.
            keep_going: Whether the entries come in although others are rejected; else nothing does.
            dry_run: Whether nothing is stored whatever comes.
            undated_on: The date of entries that have none, as the user remembers it.
            progress: Called with the number of places in the file that were dealt with so far.

        Raises:
            Whatever ``incoming`` raises; nothing is stored then.
        """
        source = one_line(source)
        now = self._now()
        visit = _Visit(source=source, today=self._today(), keep_going=keep_going, undated_on=undated_on)
        if dry_run:
            with errors_explained(self._database.path):
                visit.take(incoming, self._database.connection, None, progress)
            return visit.outcome()
        try:
            with self._database.writing(f"import {source}", now) as connection:
                with storage.loading(connection, source, now) as loader:
                    visit.take(incoming, connection, loader, progress)
                if visit.is_refused:
                    raise _Refused
        except _Refused:
            pass
        return visit.outcome()


class _Refused(Exception):
    """An entry was rejected and no others should be taken; undoes the transaction."""


@dataclass(slots=True)
class _Known:
    """One entry with the words that its identity is derived from."""

    entry: Incoming
    words: str
    id: str = ""


class _Visit:
    """One file being brought in."""

    def __init__(self, *, source: str, today: dt.date, keep_going: bool, undated_on: When) -> None:
        self._source = source
        self._today = today
        self._keep_going = keep_going
        self._undated_on = undated_on
        self._occurrences: Counter[bytes] = Counter()
        self._own: set[str] = set()
        self._counts: Counter[str] = Counter()
        self._first: list[Incoming] = []

    @property
    def is_refused(self) -> bool:
        """Whether nothing may come in because something was rejected."""
        return bool(self._counts["rejected"]) and not self._keep_going

    def outcome(self) -> Intake:
        counts = self._counts
        taken = Counter[str]() if self.is_refused else counts
        return Intake(
            imported=taken["imported"],
            duplicates=taken["duplicates"],
            rejected=counts["rejected"],
            undated=taken["undated"],
            future=taken["future"],
            duplicates_in_trash=taken["in_trash"],
            duplicates_reworded=taken["reworded"],
            storable=counts["storable"],
            first=tuple(self._first),
        )

    def take(
        self,
        incoming: Iterable[Incoming | Reject],
        connection: Connection,
        loader: storage.Loader | None,
        progress: Callable[[int], None] | None,
    ) -> None:
        """Go through the file; once it is refused only to count what else is wrong with it."""
        undone = storage.undone_at(connection)
        done = 0
        for batch in _batches(incoming):
            entries = [item for item in batch if type(item) is Incoming]
            self._counts["rejected"] += len(batch) - len(entries)
            self._counts["storable"] += len(entries)
            if not self.is_refused:
                new = [self._new_entry(known) for known in self._unknown(entries, connection, undone)]
                if loader is not None and new:
                    loader.add(new)
            done += len(batch)
            if progress is not None:
                progress(done)

    def _unknown(self, entries: list[Incoming], connection: Connection, undone: frozenset[str]) -> list[_Known]:
        """Return those that the journal does not have, with their ids, and count the others."""
        unknown: dict[int, _Known] = {}
        pending = {place: _Known(entry, self._words(entry)) for place, entry in enumerate(entries)}
        generation = 0
        while pending:
            for known in pending.values():
                known.id = derived_id(known.words, generation)
            there = storage.present(connection, [known.id for known in pending.values()])
            again: dict[int, _Known] = {}
            for place, known in pending.items():
                found = there.get(known.id)
                if known.entry.source_key is not None and known.id in self._own:
                    self._counts["duplicates"] += 1
                elif found is None:
                    unknown[place] = known
                    if known.entry.source_key is not None:
                        self._own.add(known.id)
                elif found.deleted_at in undone:
                    again[place] = known
                else:
                    self._count_duplicate(known, found, connection)
            pending = again
            generation += 1
        return [unknown[place] for place in sorted(unknown)]

    def _words(self, entry: Incoming) -> str:
        if entry.source_key is not None:
            return f"id\x1f{entry.source_key}"
        when = entry.observed_on
        date = entry.moving_date or (f"{when.day}" if when.day else "")
        words = f"{date}\x1f{when.precision.value if not entry.moving_date else ''}\x1f{entry.text}"
        mark = hashlib.sha1(words.encode(), usedforsecurity=False).digest()
        occurrence = self._occurrences[mark]
        self._occurrences[mark] = occurrence + 1
        return f"text\x1f{occurrence}\x1f{words}"

    def _count_duplicate(self, known: _Known, found: storage.Present, connection: Connection) -> None:
        self._counts["duplicates"] += 1
        self._counts["in_trash"] += found.deleted_at is not None
        if known.entry.source_key is not None and known.entry.text != found.text:
            earlier = wordings(connection, [known.id]).get(known.id, ())
            self._counts["reworded"] += all(wording.text != known.entry.text for wording in earlier)

    def _new_entry(self, known: _Known) -> storage.NewEntry:
        entry = known.entry
        when = entry.observed_on if entry.observed_on.day else self._undated_on
        self._counts["imported"] += 1
        if len(self._first) < _SHOWN_FIRST:
            self._first.append(entry)
        if when.day is None:
            self._counts["undated"] += 1
        elif when.day > self._today:
            self._counts["future"] += 1
        is_dated = entry.observed_on.day is not None
        return storage.NewEntry(
            id=known.id,
            text=entry.text,
            observed_on=when,
            evidence=_DATED_ELSEWHERE if is_dated else _FROM_MEMORY,
            evidence_source=self._source,
            evidence_on=str(when.day) if is_dated and when.precision is Precision.DAY else None,
            evidence_reference=f"line {entry.line}" if entry.source_key is None else entry.source_key,
            starred=entry.starred,
            inline_tags=inline_tags(entry.text) if "#" in entry.text else (),
            added_tags=entry.tags,
            source_key=entry.source_key,
            source_recorded_at=entry.source_recorded_at,
        )


def derived_id(words: str, generation: int = 0) -> str:
    """Return the UUID (version 5) of what an entry is known by.

    Args:
        words: What it is known by.
        generation: How many imports of it have been taken back before.
    """
    name = f"{words}\x1f{generation}" if generation else words
    digits = hashlib.sha1(NAMESPACE.bytes + name.encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(digits[16], 16) & 3]  # what uuid.uuid5 does, in a third of its time
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


def _batches(incoming: Iterable[Incoming | Reject]) -> Iterator[list[Incoming | Reject]]:
    source = iter(incoming)
    while batch := list(islice(source, _BATCH)):
        yield batch
