"""Pitches: whom they are for, which stories they tell, and the user's own lines around them."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import replace

from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.pitch import MOST_STORIES, Material, Pitch, PitchCopy, Profile
from pivot_journal.journal.observations import quoted
from pivot_journal.journal.stories import Stories
from pivot_journal.storage import drafts, quick
from pivot_journal.storage.database import Database, errors_explained
from pivot_journal.storage.store import Store

FIRST_AUDIENCE = "the first PM I meet"
"""The audience of the pitch that every journal starts with."""


class Pitches:
    """The pitches of one journal, one of them current, and the profile."""

    def __init__(self, database: Database, store: Store, now: Callable[[], dt.datetime], stories: Stories) -> None:
        self._database = database
        self._store = store
        self._now = now
        self._stories = stories

    def all(self) -> list[Pitch]:
        """Return every pitch that is not in the trash, the first written first; at least one, stored or not."""
        return self._store.pitches() or [self._first()]

    def current(self) -> Pitch:
        """Return the pitch that is shown."""
        pitches = self.all()
        return next((pitch for pitch in pitches if pitch.is_current), pitches[0])

    def find(self, audience: str) -> Pitch:
        """Return the pitch whose audience has the given part.

        Raises:
            NotFound: None has.
            ValueRefused: Several have; they are named.
        """
        wanted = audience.strip().casefold()
        matches = [pitch for pitch in self.all() if wanted in pitch.audience.casefold()]
        exact = [pitch for pitch in matches if pitch.audience.casefold() == wanted]
        if len(exact or matches) == 1:
            return (exact or matches)[0]
        names = ", ".join(quoted(pitch.audience) for pitch in (matches or self.all()))
        if not matches:
            raise NotFound(f"There is no pitch for {quoted(audience)}. There is: {names}.")
        raise ValueRefused(f"Several pitches match {quoted(audience)}: {names}. Write more of it.")

    def save(
        self, pitch: Pitch, *, draft_target: str | None = None, shows: bool = False, verb: str | None = None
    ) -> Pitch:
        """Write a pitch in one step.

        Args:
            pitch: What to write; new when its id is.
            draft_target: The target of the form's draft that is done with.
            shows: Whether it becomes the current one, in the same step; the one before stays, written or not.
            verb: What the step is called when it is undone; its audience when not given.

        Raises:
            ChangedElsewhere: The pitch was changed since it was read.
        """
        now = self._now()
        called = f"{'lines of the ' if pitch.updated_at else ''}pitch for {quoted(pitch.audience)}"
        with self._database.writing(verb or called, now) as connection:
            if shows:
                present = self.current()
                if present.updated_at is None and present.id != pitch.id:
                    self._store.save_pitch(present, now)
                self._store.set_current_pitch(pitch.id)
            stored = self._store.save_pitch(pitch, now)
            if draft_target is not None:
                drafts.clear(connection, "pitch", draft_target)
        return stored

    def blank(self) -> Pitch:
        """Return a new pitch, not stored yet, with the present one's lines that hold for any audience."""
        present = self.current()
        return Pitch(
            id=str(uuid.uuid4()),
            audience="?",
            who_i_am=present.who_i_am,
            why_earlier=present.why_earlier,
            why_earlier_short=present.why_earlier_short,
            words_per_minute=present.words_per_minute,
        )

    def duplicate(self, pitch_id: str, audience: str) -> Pitch:
        """Start a pitch for another audience with everything of one that is there, and show it.

        What is meant for one listener alone (name, why them, what they said, the answer owed) is not taken along.

        Raises:
            NotFound: The pitch is no longer there.
            ValueRefused: The audience is empty, or has a pitch already.
        """
        present = self.get(pitch_id)
        self._refuse_taken(audience)
        personal = dict.fromkeys(("listener", "why_them", "they_said", "answer", "next_step", "subject"), "")
        new = replace(
            present,
            **personal,  # type: ignore[arg-type]  # all of them are texts
            id=str(uuid.uuid4()),
            audience=audience.strip(),
            is_current=False,
            is_retired=False,
            updated_at=None,
        )
        return self.save(new, shows=True)

    def rename(self, pitch_id: str, audience: str) -> Pitch:
        """Say that a pitch is for another audience.

        Raises:
            NotFound: The pitch is no longer there.
            ValueRefused: The audience is empty, or has a pitch already.
        """
        present = self.get(pitch_id)
        self._refuse_taken(audience, but=pitch_id)
        return self.save(replace(present, audience=audience.strip()), verb=f"rename pitch {quoted(present.audience)}")

    def set_retired(self, pitch_id: str, retired: bool) -> Pitch:
        """Keep a pitch without offering it any longer, or offer it again.

        Raises:
            NotFound: The pitch is no longer there.
            ValueRefused: It is the last one that is offered.
        """
        present = self.get(pitch_id)
        others = [pitch for pitch in self.all() if not pitch.is_retired and pitch.id != pitch_id]
        if retired and not others:
            raise ValueRefused("The last pitch cannot be retired. Start another first.")
        verb = f"{'retire' if retired else 'bring back'} pitch {quoted(present.audience)}"
        with self._database.writing(verb, self._now()):
            if retired and self.current().id == pitch_id:
                self._store.set_current_pitch(others[0].id)
            return self.save(replace(present, is_retired=retired, is_current=False))

    def get(self, pitch_id: str) -> Pitch:
        """Return a pitch by its id.

        Raises:
            NotFound: It is not there, or in the trash.
        """
        found = next((pitch for pitch in self.all() if pitch.id == pitch_id), None)
        if found is None:
            raise NotFound("That pitch is no longer there; it may be in the trash (u undoes).")
        return found

    def remember_copy(self, pitch: Pitch, format_name: str, text: str) -> None:
        """Remember what left, so that a change of it can be told later; no step of undo, for it has left.

        Args:
            pitch: Which pitch.
            format_name: In which format.
            text: As it was composed, private terms and all: it stays in the journal.
        """
        now = self._now()
        with self._database.writing():
            if pitch.updated_at is None:
                self._store.save_pitch(pitch, now)
            self._store.add_copy(PitchCopy(pitch_id=pitch.id, format=format_name, text=text, copied_at=now))

    def last_copy(self, pitch_id: str) -> PitchCopy | None:
        """Return what was last copied of a pitch; None where it never was."""
        return self._store.last_copy(pitch_id)

    def _refuse_taken(self, audience: str, but: str = "") -> None:
        key = audience.strip().casefold()
        if any(pitch.audience.casefold() == key and pitch.id != but for pitch in self.all()):
            raise ValueRefused(f"There is a pitch for {quoted(audience)} already.")

    def show(self, pitch_id: str) -> Pitch:
        """Make a pitch the current one."""
        with self._database.writing():
            self._store.set_current_pitch(pitch_id)
        return self.current()

    def step(self, by: int) -> Pitch:
        """Make the next (1) or the one before (-1) the current pitch, round and round; retired ones are passed over."""
        current = self.current()
        pitches = [pitch for pitch in self.all() if not pitch.is_retired or pitch.id == current.id]
        here = next(i for i, pitch in enumerate(pitches) if pitch.id == current.id)
        return self.show(pitches[(here + by) % len(pitches)].id) if len(pitches) > 1 else pitches[0]

    def trash(self, pitch_id: str) -> None:
        """Put a pitch into the trash; its stories stay on the bench."""
        pitch = next((pitch for pitch in self.all() if pitch.id == pitch_id), None)
        if pitch is None or pitch.updated_at is None:
            raise NotFound("That pitch is no longer there.")
        now = self._now()
        with self._database.writing(f"delete pitch {quoted(pitch.audience)}", now):
            self._store.set_deleted(pitch, deleted=True, at=now)

    def toggle(self, story_id: str) -> Pitch:
        """Put a story into the current pitch as its last, or take it out.

        Raises:
            ValueRefused: The pitch is full; the message says so.
        """
        pitch = self.current()
        others = tuple(id_ for id_ in pitch.story_ids if id_ != story_id)
        is_in = len(others) != len(pitch.story_ids)
        changed = replace(pitch, story_ids=others if is_in else (*others, story_id))
        return self.save(changed, verb=f"{self._title(story_id)} {'out of' if is_in else 'into'} the pitch")

    def add_if_room(self, story_id: str) -> Pitch:
        """Put a story into the current pitch where one more is told, and return the pitch."""
        pitch = self.current()
        return self.toggle(story_id) if len(pitch.story_ids) < MOST_STORIES else pitch

    def move(self, story_id: str, by: int) -> Pitch:
        """Move a story of the current pitch one slot up (-1) or down (1); at the end it stays."""
        pitch = self.current()
        ids = list(pitch.story_ids)
        if story_id not in ids:
            raise ValueRefused("That story is not in the pitch. Space puts it there.")
        here = ids.index(story_id)
        there = max(0, min(len(ids) - 1, here + by))
        ids.insert(there, ids.pop(here))
        if there == here:
            return pitch
        moved = replace(pitch, story_ids=tuple(ids))
        return self.save(moved, verb=f"{self._title(story_id)} {'up' if by < 0 else 'down'} in the pitch")

    def _title(self, story_id: str) -> str:
        found = self._store.stories([story_id])
        return f"story {quoted(found[0].title)}" if found else "a story"

    def material(self, pitch: Pitch | None = None) -> Material:
        """Return a pitch, the current one by default, with everything that it rests on."""
        pitch = pitch or self.current()
        stories = {story.id: story for story in self._store.stories(pitch.story_ids)}
        ordered = [stories[id_] for id_ in pitch.story_ids if id_ in stories]
        return Material(pitch=pitch, stories=self._stories.material(ordered))

    def profile(self) -> Profile:
        """Return the profile; its defaults when nothing was said yet."""
        return self._store.profile()

    def save_profile(self, profile: Profile, *, clears_draft: bool = False) -> None:
        """Write the profile; the app's form says that its draft is done with."""
        now = self._now()
        with self._database.writing("profile", now) as connection:
            self._store.save_profile(profile, now)
            if clears_draft:
                drafts.clear(connection, "profile", "")

    def _first(self) -> Pitch:
        with errors_explained(self._database.path):
            journal_id = quick.journal_id(self._database.connection)
        return Pitch(id=str(uuid.uuid5(uuid.UUID(journal_id), "first pitch")), audience=FIRST_AUDIENCE, is_current=True)
