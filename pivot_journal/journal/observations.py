"""Write down, find, change and sort observations."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Evidence, Observation, Reference, Triage, evidence_of
from pivot_journal.domain.text import accept_tag, accept_text, inline_tags, one_line, tag_key
from pivot_journal.domain.when import Precision, When
from pivot_journal.storage import drafts, quick
from pivot_journal.storage import observations as storage
from pivot_journal.storage.database import Connection, Database, errors_explained
from pivot_journal.storage.observations import Key, key_of

if TYPE_CHECKING:
    from pivot_journal.domain.query import Query

__all__ = ["Key", "Observations", "Retagged", "Saved", "key_of", "quoted"]


@dataclass(frozen=True, slots=True)
class Saved:
    """What an edit stored, and whether somebody else had changed the observation meanwhile."""

    observation: Observation
    was_changed_elsewhere: bool
    """The other wording is kept as an earlier one."""


@dataclass(frozen=True, slots=True)
class Retagged:
    """What it came to that many observations got or lost tags."""

    got: int
    """How many carry a tag now that they did not carry before."""
    lost: int
    """How many carry one no longer."""
    still_typed: int
    """In how many of those texts a tag that was taken out is still typed; it is no tag there any more."""


def quoted(text: str, length: int = 40) -> str:
    """Return the beginning of a text in quotation marks, for messages and the names of undo steps."""
    line = one_line(text)
    return f"“{line if len(line) <= length else line[: length - 1].rstrip() + '…'}”"


class Observations:
    """The observations of one journal."""

    def __init__(self, database: Database, now: Callable[[], dt.datetime], today: Callable[[], dt.date]) -> None:
        self._database = database
        self._now = now
        self._today = today
        self._last_query: tuple[str, dt.date, Query] | None = None
        self.find_day_order: Callable[[], str] = lambda: ""
        """Says how the user reads 02/03/2024; set by whoever opens the journal, asked for a date in a search."""

    def _reading(self) -> AbstractContextManager[None]:
        return errors_explained(self._database.path)

    @property
    def _connection(self) -> Connection:
        return self._database.connection

    # Write down

    def capture(
        self,
        text: str,
        *,
        observed_on: When | None = None,
        tags: Sequence[str] = (),
        starred: bool = False,
        triage: Triage = Triage.UNTRIAGED,
        decision_id: str | None = None,
        evidence: Evidence | None = None,
        reference: Reference | None = None,
        clears_draft: bool | str = False,
    ) -> Observation:
        """Write a new observation down.

        Args:
            text: What happened; tags typed in it count.
            observed_on: The day it happened; today when None.
            tags: Tags beside the text.
            starred: Whether it stands out.
            triage: What it is, where that is known already.
            decision_id: The decision it belongs to.
            evidence: Its grade; by its age when None.
            reference: Where it was dated, for one dated elsewhere.
            clears_draft: Whether it came from the app's add line, whose draft is then done with; or its target.

        Raises:
            ValueRefused: The text is empty, the day lies in the future, or a tag cannot be one.
        """
        text = accept_text(text, "observation")
        added = [accept_tag(tag) for tag in tags]
        today = self._today()
        when = observed_on or When(today, Precision.DAY)
        self._refuse_future(when, today)
        now = self._now()
        observation = Observation(
            number=0,
            id=str(uuid.uuid4()),
            text=text,
            observed_on=when,
            recorded_at=now,
            revised_at=now,
            updated_at=now,
            evidence=evidence or evidence_of(when, today),
            reference=reference or Reference(),
            starred=starred,
            triage=triage,
            decision_id=decision_id,
        )
        with self._database.writing(f"add {quoted(text)}", now) as connection:
            number = storage.insert(connection, observation, added)
            if clears_draft:
                drafts.clear(connection, "observation", "" if clears_draft is True else clears_draft)
        return self.get(number)

    # Find

    def get(self, number: int) -> Observation:
        """Return an observation by its number.

        Raises:
            NotFound: No observation has the number.
        """
        with self._reading():
            observation = storage.get(self._connection, number) if 0 < number < 1 << 31 else None
        if observation is None:
            raise _not_found(number)
        return observation

    def with_wordings(self, number: int) -> Observation:
        """Return an observation together with its earlier wordings."""
        observation = self.get(number)
        with self._reading():
            earlier = storage.wordings(self._connection, [observation.id])
        return replace(observation, earlier=earlier.get(observation.id, ()))

    def by_ids(self, ids: Sequence[str], *, with_wordings: bool = False) -> list[Observation]:
        """Return observations in the order of their ids, those in the trash too."""
        with self._reading():
            return storage.get_by_ids(self._connection, ids, with_wordings=with_wordings)

    def worded(self, found: Sequence[Observation]) -> list[Observation]:
        """Return observations with their earlier wordings."""
        with self._reading():
            return storage.worded(self._connection, found)

    def page(
        self,
        chosen: Filter,
        *,
        limit: int,
        older_than: Key | None = None,
        newer_than: Key | None = None,
        oldest_first: bool = False,
    ) -> list[Observation]:
        """Return a stretch of what a filter means, newest first unless asked otherwise; see the storage for details."""
        from pivot_journal.storage import paging  # who adds a line needs none of it

        with self._reading():
            return paging.page(
                self._connection,
                self._read(chosen),
                limit=limit,
                older_than=older_than,
                newer_than=newer_than,
                oldest_first=oldest_first,
            )

    def count(self, chosen: Filter, among: Collection[int] | None = None) -> int:
        """Return how many observations a filter means; of an empty one the database keeps it.

        Args:
            chosen: What is meant.
            among: Only those with some of these numbers.
        """
        from pivot_journal.storage import paging

        with self._reading():
            numbers = None if among is None else list(among)
            return paging.count(self._connection, self._read(chosen), numbers)

    def count_unsorted(self) -> int:
        """Return how many still have to be sorted, which the database keeps."""
        with self._reading():
            return quick.note_counts(self._connection)[1]

    def numbers_between(self, chosen: Filter, one: Key, other: Key, *, limit: int) -> list[int]:
        """Return the numbers of what a filter means from one place of its order to another; see the storage."""
        from pivot_journal.storage import paging

        with self._reading():
            return paging.numbers_between(self._connection, self._read(chosen), one, other, limit=limit)

    def out_of_trash(self, numbers: Collection[int]) -> set[int]:
        """Return which of some numbers are of observations that are not in the trash."""
        from pivot_journal.storage import many

        with self._reading():
            return many.out_of_trash(self._connection, list(numbers))

    def query(self, words: str) -> Query:
        """Return a search as it is understood while it is being typed; what was passed over is among its problems."""
        from pivot_journal.domain.query_parser import parse_query  # only who looks for something needs it

        today = self._today()
        if self._last_query is None or self._last_query[:2] != (words, today):
            self._last_query = (words, today, parse_query(words, self.read_date, lenient=True))
        return self._last_query[2]

    def read_date(self, phrase: str) -> When:
        """Read a date in words as of today."""
        from pivot_journal.dates import parse_when  # only a search with a date needs it

        return parse_when(phrase, self._today(), day_order=self.find_day_order())

    def _read(self, chosen: Filter) -> Filter:
        if not chosen.words:
            return chosen
        from pivot_journal.domain.query import all_of

        read = self.query(chosen.words)
        return replace(chosen, words="", query=all_of((chosen.query, read)) if chosen.query is not None else read)

    def like(
        self,
        observation_or_text: Observation | str,
        limit: int = 10,
        *,
        exclude: Collection[str] = (),
        exclude_decision: str | None = None,
    ) -> list[Observation]:
        """Return observations that share most of the rarer words of one, or of a text, the likest first.

        Args:
            observation_or_text: What they should be like; an observation is never like itself.
            limit: The most that come back.
            exclude: The ids of those that are known already.
            exclude_decision: The id of a decision all of whose observations are known already.
        """
        from pivot_journal.storage.likeness import numbers_like

        text = observation_or_text if isinstance(observation_or_text, str) else _all_words(observation_or_text)
        known = [*exclude] if isinstance(observation_or_text, str) else [observation_or_text.id, *exclude]
        with self._reading():
            excluded = storage.numbers_known(self._connection, known, exclude_decision)
            return storage.by_numbers(self._connection, numbers_like(self._connection, text, limit, excluded))

    def newest_number(self) -> int:
        """Return the highest number given so far; 0 in an empty journal."""
        with self._reading():
            return storage.newest_number(self._connection)

    def next_unsorted(self, skipping: Sequence[int] = ()) -> Observation | None:
        """Return the newest observation that still has to be sorted, leaving out those put off; None when done."""
        unsorted = Filter(triage=Triage.UNTRIAGED)
        for observation in self.page(unsorted, limit=len(skipping) + 1):
            if observation.number not in skipping:
                return observation
        return None

    def added_tags(self, observation: Observation) -> tuple[str, ...]:
        """Return the tags that stand beside the text of an observation."""
        with self._reading():
            return storage.added_tags(self._connection, observation.id)

    def is_tag(self, name: str) -> bool:
        """Whether any observation has ever carried a tag of that name."""
        with self._reading():
            return storage.known_tag(self._connection, name)

    def find_decision(self, part: str) -> list[tuple[str, str]]:
        """Return (id, title) of the decisions whose title has the part, a whole title alone when it is one.

        On the quick path: it does not load what the decisions themselves need.
        """
        with self._reading():
            rows = quick.decision_titles(self._connection)
        wanted = part.strip().casefold()
        matches = [(id_, title) for id_, title in rows if wanted in title.casefold()]
        return [match for match in matches if match[1].casefold() == wanted] or matches

    # Change

    def edit(
        self,
        number: int,
        *,
        text: str | None = None,
        observed_on: When | None = None,
        added_tags: Sequence[str] | None = None,
        evidence: Evidence | None = None,
        reference: Reference | None = None,
        seen: dt.datetime | None = None,
        clears_draft: bool = False,
    ) -> Saved:
        """Change what is given; the earlier wording is kept.

        Args:
            number: Which observation.
            text: Its new text.
            observed_on: Its new day.
            added_tags: All tags beside the text.
            evidence: Its grade.
            reference: Where it was dated.
            seen: The ``updated_at`` that the editor started from, to notice a change made elsewhere.
            clears_draft: Whether the app's edit form is done with.

        Raises:
            NotFound: No observation has the number.
            ValueRefused: The text is empty, the day lies in the future, or a tag cannot be one.
        """
        now = self._now()
        new_text = None if text is None else accept_text(text, "observation")
        added = [accept_tag(tag) for tag in added_tags] if added_tags is not None else None
        with self._database.writing(f"edit {quoted(self.get(number).text)}", now) as connection:
            before = self.get(number)  # again, now that nobody else can change it
            new_text = before.text if new_text is None else new_text
            when = observed_on or before.observed_on
            if when != before.observed_on:
                self._refuse_future(when, self._today())
            is_reworded = new_text != before.text or when != before.observed_on
            after = replace(
                before,
                text=new_text,
                observed_on=when,
                evidence=evidence or before.evidence,
                reference=reference if reference is not None else before.reference,
                revised_at=now if is_reworded else before.revised_at,
                updated_at=now,
            )
            storage.update(connection, before, after)
            kept = storage.added_tags(connection, before.id) if added is None else added
            storage.set_tags(connection, before.id, _typed_tags(new_text, before), kept, now)
            if clears_draft:
                drafts.clear(connection, "observation", before.id)
        return Saved(self.get(number), seen is not None and before.updated_at != seen)

    def sort(self, number: int, triage: Triage, decision_id: str | None = None) -> Observation:
        """Say what an observation is; anything but a failure, worry or opportunity leaves its decision."""
        before = self.get(number)
        keeps = triage in _HAVE_A_DECISION
        wanted = (decision_id or before.decision_id) if keeps else None
        return self._set(before, f"sort {quoted(before.text)}", triage=triage, decision_id=wanted)

    def star(self, number: int, starred: bool) -> Observation:
        """Let an observation stand out, or no longer."""
        before = self.get(number)
        return self._set(before, f"{'star' if starred else 'unstar'} {quoted(before.text)}", starred=starred)

    def trash(self, number: int, trashed: bool = True) -> Observation:
        """Put an observation into the trash or take it out again; nothing is ever deleted here."""
        before = self.get(number)
        return self._set(before, f"{'delete' if trashed else 'restore'} {quoted(before.text)}", is_trashed=trashed)

    # Change many at once: all of them or none, one step of undo

    def sort_many(self, numbers: Collection[int], triage: Triage, decision_id: str | None = None) -> None:
        """Say what observations are; each keeps the decision that it has where none is given.

        Raises:
            NotFound: No observation has one of the numbers; nothing was changed, as with the verbs below.
        """
        from pivot_journal.storage import many

        keeps = triage in _HAVE_A_DECISION
        now = self._now()
        with self._database.writing(f"sort {self._named(numbers)}", now) as connection:
            self._ids(connection, numbers)
            wanted = decision_id if keeps else None
            many.sort(connection, list(numbers), triage, wanted, now, keeps_decision=keeps)

    def star_many(self, numbers: Collection[int]) -> bool:
        """Let observations stand out, or no longer where all of them do already; returns whether they do now."""
        from pivot_journal.storage import many

        now = self._now()
        with self._reading():
            starred = not many.are_starred(self._connection, list(numbers))
        with self._database.writing(f"{'star' if starred else 'unstar'} {self._named(numbers)}", now) as connection:
            self._ids(connection, numbers)
            many.star(connection, list(numbers), starred, now)
        return starred

    def trash_many(self, numbers: Collection[int], trashed: bool = True) -> None:
        """Put observations into the trash, or take them out again."""
        from pivot_journal.storage import many

        now = self._now()
        with self._database.writing(f"{'delete' if trashed else 'restore'} {self._named(numbers)}", now) as connection:
            many.trash(connection, list(self._ids(connection, numbers)), trashed, now)

    def retag_many(self, numbers: Collection[int], add: Sequence[str], remove: Sequence[str] = ()) -> Retagged:
        """Let observations carry some tags, and some no longer; a text in which one is typed stays as it is.

        Args:
            numbers: Which ones.
            add: Names of tags, with or without their sign.
            remove: Names of tags.

        Raises:
            ValueRefused: A name cannot be a tag, or is to be added and taken out.
        """
        from pivot_journal.storage import many

        added = {tag_key(name): name for name in map(accept_tag, add)}
        removed = {tag_key(name): name for name in map(accept_tag, remove)}
        for key in added.keys() & removed.keys():
            raise ValueRefused(f"#{added[key]} cannot be added and taken out at once.")
        now = self._now()
        with self._database.writing(f"tag {self._named(numbers)}", now) as connection:
            ids = self._ids(connection, numbers)
            got, lost = many.retag(connection, list(ids.values()), [*added.values()], [*removed.values()], now)
            return Retagged(len(got), len(lost), many.still_typed(connection, list(lost), [*removed.values()]))

    def _named(self, numbers: Collection[int]) -> str:
        """Return what some observations are called in the name of a step."""
        return quoted(self.get(next(iter(numbers))).text) if len(numbers) == 1 else f"{len(numbers):,} notes"

    def _ids(self, connection: Connection, numbers: Collection[int]) -> dict[int, str]:
        """Return the ids of observations by their numbers; raises NotFound where one is unknown."""
        from pivot_journal.storage import many

        ids = many.ids_of(connection, list(numbers))
        for number in numbers:
            if number not in ids:
                raise _not_found(number)
        return ids

    def _set(self, before: Observation, verb: str, **values: Any) -> Observation:
        now = self._now()
        with self._database.writing(verb, now) as connection:
            storage.update(connection, before, replace(before, updated_at=now, **values))
        return self.get(before.number)

    def _refuse_future(self, when: When, today: dt.date) -> None:
        if when.day is not None and when.day > today:
            raise ValueRefused(f"{when} is in the future. An observation is of something that has happened.")


_HAVE_A_DECISION = frozenset({Triage.FAILURE, Triage.WORRY, Triage.OPPORTUNITY})


def _not_found(number: int) -> NotFound:
    return NotFound(f"There is no observation {number}. 'pivot list' shows the numbers.")


def _all_words(observation: Observation) -> str:
    return " ".join((observation.text, *observation.tags))


def _typed_tags(text: str, before: Observation) -> list[str]:
    """Return the tags typed in a new text, without those that a rename or merge has taken the place of.

    Their old name stays in the text as it was written, and must not come back as a tag by an edit of something else.
    """
    carried = {tag_key(name) for name in before.tags}
    replaced = {tag_key(name) for name in inline_tags(before.text)} - carried
    return [name for name in inline_tags(text) if tag_key(name) not in replaced]
