"""Bring in what a file of another program holds: each entry once, all of them or none, one step of undo."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path

from pivot_journal.domain.observation import Evidence, evidence_of
from pivot_journal.domain.text import inline_tags, one_line
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When
from pivot_journal.exchange.incoming import Incoming, Reject
from pivot_journal.storage import intake as storage
from pivot_journal.storage import observations
from pivot_journal.storage.database import Connection, Database, errors_explained
from pivot_journal.storage.intake_beside import load

NAMESPACE = uuid.UUID("0d7f4b0e-7c0a-5c55-9b53-6a6e2f0c8a11")
"""Under which the UUIDs of imported observations are derived; changing it would import every file a second time."""

_NAMESPACE_BYTES = NAMESPACE.bytes
_DATED_ELSEWHERE = Evidence.DATED_ELSEWHERE.value
_FROM_MEMORY = Evidence.FROM_MEMORY.value
_DAY = Precision.DAY
_VARIANTS = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}
_BATCH = 2_000
"""Entries; a multiple of the next."""
_COUNTED_AT_ONCE = 100
_MOST_CHARACTERS = 8_000_000
_SHOWN_FIRST = 3
_MOST_NAMED = 5


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
    changed: int
    """How many of the duplicates are known by an id of the source that now has a text or day they never had here."""
    revised: int
    """How many of those changed took the source's text and day over."""
    changed_numbers: tuple[int, ...]
    """The numbers of the first few of those changed."""
    changed_from: tuple[str, ...]
    """The other files that some of those changed had come from."""
    storable: int
    """How many entries could be read; where one was rejected and no others should be taken, none of them came in."""
    first: tuple[Incoming, ...]
    """The first few that are new."""


class Imports:
    """The verbs by which files come into one journal."""

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
        revise: bool = False,
        is_typed: bool = False,
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
            revise: Whether what changed at its source changes here: its text, day and further tags. The old wording
                is kept, and neither the moment of recording nor the evidence becomes better by it.
            is_typed: Whether the user typed the entries for this journal; a date that stands with one is then no
                better a witness than one typed here.
            undated_on: The date of entries that have none, as the user remembers it.
            progress: Called with the number of places in the file that were read so far; again with the same one while
                they are still being written.

        Raises:
            Whatever ``incoming`` raises; nothing is stored then.
        """
        source = one_line(source)
        now = self._now()
        visit = _Visit(
            source=source, today=self._today(), keep_going=keep_going, revise=revise, is_typed=is_typed,
            undated_on=undated_on, progress=progress,
        )  # fmt: skip
        connection = self._database.connection
        batches = _batches(incoming)
        if dry_run:
            with errors_explained(self._database.path):
                for _ in visit.take(batches, connection):
                    pass
            return visit.outcome()
        first = next(batches, [])
        with contextlib.suppress(_Refused):
            load(
                self._database,
                source,
                now,
                visit.take(chain([first] if first else (), batches), connection, is_refusing=True),
                finish=partial(visit.revise_changed, now=now),
                is_large=len(first) == _BATCH,
                waited=visit.tell,
            )
        return visit.outcome()

    def take_inbox(self, path: Path, *, day_order: str = "", dry_run: bool = False) -> Intake:
        """Store every line of the inbox that the journal does not have yet; the file is left as it is.

        A line that cannot be stored (its date cannot be placed) is counted as rejected and stays for another time.

        Args:
            path: The file; one that is not there is an empty one.
            day_order: How 02/03/2024 is read, as in the settings.
            dry_run: Whether nothing is stored.

        Raises:
            InputRefused: It is there but cannot be read.
        """
        from pivot_journal.exchange.inbox import Inbox

        def bring_in(*, dry_run: bool) -> Intake:
            inbox = Inbox(path, self._today(), day_order=day_order)
            return self.bring_in(inbox, path.name, keep_going=True, is_typed=True, dry_run=dry_run)

        # Most starts find nothing new, and need not keep another window from writing.
        trial = bring_in(dry_run=True)
        return trial if dry_run or not trial.imported else bring_in(dry_run=False)


class _Refused(Exception):
    """An entry was rejected and no others should be taken; undoes the transaction."""


class _Visit:
    """One file being brought in."""

    def __init__(
        self,
        *,
        source: str,
        today: dt.date,
        keep_going: bool,
        revise: bool,
        is_typed: bool,
        undated_on: When,
        progress: Callable[[int], None] | None,
    ) -> None:
        self._source = source
        self._today = today
        self._keep_going = keep_going
        self._revise = revise
        self._is_typed = is_typed
        self._undated_on = undated_on
        self._progress = progress
        self._done = 0
        self._has_known = True
        self._seen: dict[str, int] = {}
        self._days: dict[dt.date, tuple[str, str | None, bool]] = {}
        self._own: set[str] = set()
        self._counts: Counter[str] = Counter()
        self._first: list[Incoming] = []
        self._changed: list[tuple[int, Incoming]] = []
        self._changed_from: dict[str, None] = {}

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
            changed=taken["changed"],
            revised=taken["changed"] if self._revise else 0,
            changed_numbers=tuple(number for number, _ in self._changed[:_MOST_NAMED]),
            changed_from=tuple(self._changed_from),
            storable=counts["storable"],
            first=tuple(self._first),
        )

    def tell(self) -> None:
        """Tell the progress."""
        if self._progress is not None:
            self._progress(self._done)

    def take(
        self, batches: Iterable[list[Incoming | Reject]], connection: Connection, *, is_refusing: bool = False
    ) -> Iterator[list[storage.NewEntry]]:
        """Go through the file and give what is new; once it is refused only count what else is wrong with it.

        Args:
            batches: What the file holds.
            connection: Sees the journal as it was before.
            is_refusing: Whether a file that is refused ends with an error.

        Raises:
            _Refused: Something was rejected, and nothing else should be taken.
        """
        undone = storage.undone_at(connection)
        self._has_known = storage.has_observations(connection)
        for batch in batches:
            entries = [item for item in batch if type(item) is Incoming]
            self._counts["rejected"] += len(batch) - len(entries)
            self._counts["storable"] += len(entries)
            if not self.is_refused:
                yield self._new_entries(entries, connection, undone)
            self._done += len(batch)
            self.tell()
        if is_refusing and self.is_refused:
            raise _Refused

    def revise_changed(self, connection: Connection, *, now: dt.datetime) -> None:
        """Take over what changed at its source, each with an image for undo."""
        for number, entry in self._changed if self._revise else ():
            before = observations.get(connection, number)
            assert before is not None
            when = entry.observed_on if entry.observed_on.day else before.observed_on
            after = replace(before, text=entry.text, observed_on=when, revised_at=now, updated_at=now)
            added = [*observations.added_tags(connection, before.id), *entry.tags]
            observations.update(connection, before, after)
            observations.set_tags(connection, before.id, inline_tags(entry.text), dict.fromkeys(added), now)

    def _new_entries(
        self, entries: list[Incoming], connection: Connection, undone: frozenset[str]
    ) -> list[storage.NewEntry]:
        """Return those that the journal does not have, and count the others."""
        known_by = [self._known_by(entry) for entry in entries]
        there = storage.present(connection, [id_ for id_, _ in known_by]) if self._has_known else {}
        new: list[storage.NewEntry] = []
        for entry, (id_, words) in zip(entries, known_by, strict=True):
            generation = 0
            found = there.get(id_)
            while found is not None and found.deleted_at in undone:
                # That one went with its import; the file may be brought in again, as another observation.
                generation += 1
                id_ = derived_id(words, generation)
                found = storage.present(connection, [id_]).get(id_)
            if entry.source_key is not None:
                if id_ in self._own:
                    self._counts["duplicates"] += 1
                    continue
                self._own.add(id_)
            if found is None:
                new.append(self._new_entry(entry, id_))
            else:
                self._count_duplicate(entry, id_, found, connection)
        self._counts["imported"] += len(new)
        return new

    def _known_by(self, entry: Incoming) -> tuple[str, str]:
        """Return the id that an entry is known by, and the words that it is derived from."""
        when = entry.observed_on
        if entry.source_key is not None:
            words = f"id\x1f{entry.source_key}"
            return derived_id(words), words
        middle = f"{entry.moving_date}\x1f\x1f" if entry.moving_date else self._day(when)[0]
        words = f"text\x1f0\x1f{middle}{entry.text}"
        id_ = derived_id(words)
        occurrence = self._seen.get(id_, 0)
        self._seen[id_] = occurrence + 1
        if occurrence:
            words = f"text\x1f{occurrence}\x1f{middle}{entry.text}"
            id_ = derived_id(words)
        return id_, words

    def _day(self, when: When) -> tuple[str, str | None, bool]:
        """Return how a date stands in the words of an id, the day that it names if it is one, and whether it is ahead.

        A day comes up again and again, and is kept.
        """
        day = when.day
        if day is None or when.precision is not _DAY:
            return f"{day or ''}\x1f{when.precision}\x1f", None, day is not None and day > self._today
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = (f"{day}\x1f{when.precision}\x1f", str(day), day > self._today)
        return found

    def _count_duplicate(self, entry: Incoming, id_: str, found: storage.Present, connection: Connection) -> None:
        self._counts["duplicates"] += 1
        if found.deleted_at is not None:
            self._counts["in_trash"] += 1
            return
        when = entry.observed_on
        day, precision = (
            (when.day.isoformat(), when.precision.value) if when.day else (found.observed_on, found.precision)
        )
        if entry.source_key is None or (entry.text, day, precision) == (found.text, found.observed_on, found.precision):
            return
        # What stood here before and was changed here is no news of the source.
        if entry.moving_date or (entry.text, day, precision) in storage.earlier_wordings(connection, id_):
            return
        self._counts["changed"] += 1
        if found.source and found.source != self._source and len(self._changed_from) < _MOST_NAMED:
            self._changed_from[found.source] = None
        if self._revise or len(self._changed) < _MOST_NAMED:
            self._changed.append((found.number, entry))

    def _new_entry(self, entry: Incoming, id_: str) -> storage.NewEntry:
        text, when, tags, starred, source_key, moment, _, line, place = entry
        is_dated = when.day is not None and not self._is_typed
        if len(self._first) < _SHOWN_FIRST:
            self._first.append(entry)
        if when.day is None:
            when = self._undated_on
        _, named, is_ahead = self._day(when)
        if when.day is None:
            self._counts["undated"] += 1
        elif is_ahead:
            self._counts["future"] += 1
        evidence = _DATED_ELSEWHERE if is_dated else _FROM_MEMORY
        if self._is_typed:
            evidence = evidence_of(when, self._today).value
        return storage.NewEntry(
            id_,
            text,
            when,
            evidence,
            named if is_dated else None,
            f"line {line}" if source_key is None and not place else _reference(entry),
            starred,
            inline_tags(text) if "#" in text else (),
            tags,
            source_key,
            moment,
        )


def _reference(entry: Incoming) -> str:
    """Return where the entry stands: the source's own id, else the file within the folder and the line in it."""
    key, place = entry.source_key, entry.place
    if key is not None and not (place and key.endswith(place)):
        return key
    if key is not None:
        return place
    return f"{place}, line {entry.line}" if place else f"line {entry.line}"


def derived_id(words: str, generation: int = 0) -> str:
    """Return the UUID (version 5) of what an entry is known by.

    Args:
        words: What it is known by.
        generation: How many imports of it have been taken back before.
    """
    name = f"{words}\x1f{generation}" if generation else words
    digits = hashlib.sha1(_NAMESPACE_BYTES + name.encode(), usedforsecurity=False).hexdigest()
    # What uuid.uuid5 does, in a third of its time.
    return f"{digits[:8]}-{digits[8:12]}-5{digits[13:16]}-{_VARIANTS[digits[16]]}{digits[17:20]}-{digits[20:32]}"


def _batches(incoming: Iterable[Incoming | Reject]) -> Iterator[list[Incoming | Reject]]:
    """Give what comes in parts; few at once where their texts are very long."""
    source = iter(incoming)
    batch: list[Incoming | Reject] = []
    characters = 0
    while some := list(islice(source, _COUNTED_AT_ONCE)):
        batch += some
        characters += sum(len(item.text if isinstance(item, Incoming) else item.raw) for item in some)
        if len(batch) >= _BATCH or characters > _MOST_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
