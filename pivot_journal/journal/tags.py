"""Look at the tags of a journal, give one another name, make several one. On the quick path."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.tags import look_alike_of, look_alikes
from pivot_journal.domain.text import accept_tag, tag_key
from pivot_journal.storage import observations
from pivot_journal.storage import tags as storage
from pivot_journal.storage.database import Connection, Database, errors_explained


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag, and how many observations out of the trash carry it."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class TagChange:
    """What a rename or merge came to."""

    name: str
    """The tag that there is now."""
    notes: int
    """How many observations carry it."""
    still_typed: int
    """In how many of their texts an old name still stands; it is no tag there any more."""


class Tags:
    """The tags of one journal. Texts are never changed by any of its verbs."""

    def __init__(self, database: Database, now: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._now = now

    def all(self) -> list[TagUse]:
        """Return every tag in use, the most used first."""
        with errors_explained(self._database.path):
            return [TagUse(name, count) for name, count in storage.counts(self._database.connection)]

    def named(self, name: str) -> TagUse | None:
        """Return the tag that has a name, in whatever case; None where no observation carries it, in the trash or not.

        Raises:
            ValueRefused: The name cannot be a tag.
        """
        with errors_explained(self._database.path):
            found = storage.find(self._database.connection, accept_tag(name))
            return TagUse(found[1], storage.used(self._database.connection, found[0])) if found else None

    def alike(self, among: Sequence[TagUse] | None = None) -> list[tuple[TagUse, TagUse]]:
        """Return pairs of tags that may be one, written in two ways; the more used first in each.

        Args:
            among: The tags, the most used first, where they have been read already.
        """
        uses = {use.name: use for use in (self.all() if among is None else among)}
        return [(uses[one], uses[other]) for one, other in look_alikes(list(uses))]

    def new_and_alike(self, observation: Observation) -> list[tuple[str, str]]:
        """Return the tags that no other observation carries and that look like one that is used already, with that one.

        Costs nothing that grows with the notes, because it stands on the quick path.
        """
        with errors_explained(self._database.path):
            connection = self._database.connection
            found = [storage.find(connection, name) for name in observation.tags]
            new = [tag[1] for tag in found if tag is not None and storage.used_by_one(connection, tag[0])]
            if not new:
                return []
            names = storage.names(connection)
        pairs = ((name, look_alike_of(name, names)) for name in new)
        return [(name, other) for name, other in pairs if other is not None and other not in new]

    def rename(self, old: str, new: str) -> TagChange:
        """Give a tag another name.

        Raises:
            NotFound: Nothing carries the tag.
            ValueRefused: The new name cannot be a tag, or is one already: that would be a merge.
        """
        name = accept_tag(new)
        now = self._now()
        with self._database.writing(f"rename tag #{accept_tag(old)} to #{name}", now) as connection:
            id_, former = self._find(connection, old)
            if former == name:
                raise ValueRefused(f"The tag is called #{name} already.")
            is_same = tag_key(former) == tag_key(name)
            if not is_same and storage.find(connection, name):
                raise ValueRefused(
                    f"There is a tag #{name} already. To make them one: pivot tags merge {former} {name}"
                )
            if is_same or not storage.is_known(connection, name):
                storage.rename(connection, id_, name, now)
                return self._changed(connection, id_, name, [] if is_same else [former])
            into = observations.tag_id(connection, name, now)  # a row that nothing carries any more
            storage.rename(connection, into, name, now)
            storage.merge(connection, [id_], into, now)
            return self._changed(connection, into, name, [former])

    def merge(self, names: Sequence[str], into: str) -> TagChange:
        """Make several tags one; what carried any of them carries that one.

        Args:
            names: The tags that go; the one that stays may be among them.
            into: The tag that stays, or a new name.

        Raises:
            NotFound: Nothing carries one of the tags.
            ValueRefused: A name cannot be a tag, or none is left that could go.
        """
        name = accept_tag(into)
        now = self._now()
        shown = " and ".join(f"#{accept_tag(each)}" for each in names)
        with self._database.writing(f"merge tag {shown} into #{name}", now) as connection:
            found = dict(self._find(connection, each) for each in names)
            stays = observations.tag_id(connection, name, now)
            gone = {id_: former for id_, former in found.items() if id_ != stays}
            if not gone:
                raise ValueRefused(f"Nothing is left to merge into #{name}. Name a tag that shall go.")
            storage.merge(connection, list(gone), stays, now)
            return self._changed(connection, stays, name, list(gone.values()))

    def _find(self, connection: Connection, name: str) -> tuple[str, str]:
        found = storage.find(connection, name.strip().removeprefix("#"))
        if found is None:
            near = [use.name for use, _ in _nearest(name, self.all())]
            hint = f" There is {' and '.join('#' + each for each in near)}." if near else " 'pivot tags' lists them."
            raise NotFound(f"Nothing carries the tag #{accept_tag(name)}.{hint}")
        return found

    def _changed(self, connection: Connection, id_: str, name: str, former: Sequence[str]) -> TagChange:
        return TagChange(name, storage.used(connection, id_), storage.still_typed(connection, id_, former))


def _nearest(name: str, uses: Sequence[TagUse]) -> list[tuple[TagUse, str]]:
    from difflib import get_close_matches  # only a name that is not there needs it

    keys = {tag_key(use.name): use for use in uses}
    return [(keys[key], key) for key in get_close_matches(tag_key(name), list(keys), n=2, cutoff=0.7)]
