"""Stories: made from a decision or from memory, linked to what was seen."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pivot_journal.domain.decision import Decision
from pivot_journal.domain.errors import FieldRefused, NotFound
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.impact import Impact
from pivot_journal.domain.observation import Evidence, Observation, Triage
from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.domain.story import Story
from pivot_journal.domain.tally import Tally
from pivot_journal.domain.text import beginning
from pivot_journal.domain.when import When
from pivot_journal.journal.decisions import Decisions
from pivot_journal.journal.observations import Observations, key_of, quoted
from pivot_journal.journal.quotes import Quotes
from pivot_journal.journal.tallies import Tallies
from pivot_journal.storage import drafts
from pivot_journal.storage.database import Database
from pivot_journal.storage.store import Store

MOST_FREE = 40
"""Failures and worries without a decision that are put up as evidence: the newest."""
MOST_OF_AN_END = 200
"""Observations of the story's decision that are put up as evidence: so many of the oldest, and of the newest."""
FIRST_LINKED = 4
"""Observations, the oldest that have a date, that a story of a decision begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryAnswers:
    """What the five questions of a story from memory were answered with; only the first is required."""

    happened: str
    observed_on: When
    assumption: str = ""
    decision_title: str = ""
    impact: Impact | None = None
    """Made by the form from what was typed; its decision is set here."""
    did: str = ""
    would_decide: str = ""
    trade_off: str = ""
    mattered: str = ""
    """The answer to 'how big?' where it has no amount that could be stored as one."""

    @property
    def title(self) -> str:
        """What decision and story are called: the name they were given, else how the answer begins."""
        return self.decision_title.strip() or beginning(self.happened) or "From memory"


class Stories:
    """The stories of one journal."""

    def __init__(
        self,
        database: Database,
        store: Store,
        now: Callable[[], dt.datetime],
        decisions: Decisions,
        observations: Observations,
        tallies: Tallies,
    ) -> None:
        self._database = database
        self._store = store
        self._now = now
        self._decisions = decisions
        self._observations = observations
        self._tallies = tallies
        self._quotes = Quotes(database, store, now)

    def all(self) -> list[Story]:
        """Return every story that is not in the trash, the latest written first."""
        return self._store.stories()

    def get(self, story_id: str) -> Story:
        """Return a story by its id.

        Raises:
            NotFound: It is not there, or in the trash.
        """
        found = self._store.stories([story_id])
        if not found:
            raise NotFound("That story is no longer there; it may be in the trash (u undoes).")
        return found[0]

    def save(self, story: Story, *, draft_target: str | None = None) -> Story:
        """Write a story with its linked observations in one step.

        Args:
            story: What to write; new when its id is.
            draft_target: The target of the editor's draft that is done with.

        Raises:
            ChangedElsewhere: The story was changed since it was read.
        """
        now = self._now()
        with self._database.writing(f"story {quoted(story.title)}", now) as connection:
            stored = self._store.save_story(story, now)
            if draft_target is not None:
                drafts.clear(connection, "story", draft_target)
        return stored

    def from_decision(self, decision_id: str) -> Story:
        """Make a story of a decision, linked to its observations, oldest first; the beats are still to be written."""
        decision = self._decisions.get(decision_id)
        dated = self._observations.page(
            Filter(decision_id=decision_id, first_day=dt.date.min), limit=FIRST_LINKED, oldest_first=True
        )
        return self.save(
            Story(
                id=str(uuid.uuid4()),
                title=decision.title,
                decision_id=decision.id,
                observation_ids=tuple(observation.id for observation in dated),
            )
        )

    def from_memory(self, answers: MemoryAnswers, *, draft_target: str = "") -> Story:
        """Make observation, decision, impact and story in one step; everything is graded as memory.

        A decision that already has the title is the one that is meant: what is not written there yet is added to it,
        and what is written there otherwise stands in the story as the user's own.

        Args:
            answers: What was answered.
            draft_target: The target of the form's draft that is done with.

        Raises:
            ValueRefused: Nothing was said of what happened, or its day lies in the future.
            FieldRefused: The decision is known, and took something else for granted.
        """
        now = self._now()
        title = answers.title
        with self._database.writing(f"story from memory {quoted(title)}", now) as connection:
            known = self._observations.find_decision(title)
            is_known = len(known) == 1 and known[0][1].casefold() == title.casefold()
            before = self._decisions.get(known[0][0]) if is_known else Decision(id=str(uuid.uuid4()), title=title)
            completed, would_decide, trade_off = _laid_over(before, answers)
            decision = self._decisions.save(completed)
            observation = self._observations.capture(
                answers.happened,
                observed_on=answers.observed_on,
                triage=Triage.FAILURE,
                decision_id=decision.id,
                evidence=Evidence.FROM_MEMORY,
            )
            if answers.impact is not None:
                impact = replace(answers.impact, decision_id=decision.id, observation_ids=(observation.id,))
                self._store.save_impact(impact, now)
            story = self._store.save_story(
                Story(
                    id=str(uuid.uuid4()),
                    title=title,
                    decision_id=decision.id,
                    did=answers.did.strip(),
                    mattered=answers.mattered.strip(),
                    would_decide=would_decide,
                    trade_off=trade_off,
                    observation_ids=(observation.id,),
                ),
                now,
            )
            drafts.clear(connection, "memory", draft_target)
        return story

    def trash(self, story_id: str) -> Story:
        """Put a story into the trash."""
        story = self.get(story_id)
        now = self._now()
        with self._database.writing(f"delete story {quoted(story.title)}", now):
            self._store.set_deleted(story, deleted=True, at=now)
        return story

    def evidence(self, story: Story, linked: Sequence[str]) -> list[Observation]:
        """Return what is or may be linked to a story, with earlier wordings.

        Args:
            story: Which story.
            linked: What is linked to it in an open editor, which may be other than what is stored.

        Returns:
            Those of its decision, oldest first (of very many only those at either end), the linked ones, and the
            newest failures and worries without a decision.
        """
        own = self._own(story.decision_id) if story.decision_id else []
        free = [
            seen
            for triage in (Triage.FAILURE, Triage.WORRY)
            for seen in self._observations.page(Filter(triage=triage, has_decision=False), limit=MOST_FREE)
        ]
        free.sort(key=lambda seen: (-seen.observed_on.sort_day, -seen.number))
        ids = dict.fromkeys([*linked, *story.observation_ids, *(seen.id for seen in free[:MOST_FREE])])
        found = {seen.id: seen for seen in own}
        others = [id_ for id_ in ids if id_ not in found]
        found |= {seen.id: seen for seen in self._observations.by_ids(others, with_wordings=True)}
        return list(found.values())

    def _own(self, decision_id: str) -> list[Observation]:
        """Return the observations of a decision from either end, oldest first, with earlier wordings."""
        chosen = Filter(decision_id=decision_id)
        oldest = self._observations.page(chosen, limit=MOST_OF_AN_END, oldest_first=True)
        if len(oldest) == MOST_OF_AN_END:
            newest = self._observations.page(chosen, limit=MOST_OF_AN_END)
            oldest += [seen for seen in reversed(newest) if key_of(seen) > key_of(oldest[-1])]
        return self._observations.worded(oldest)

    def supporting(self, story: Story, limit: int = 10) -> list[Observation]:
        """Return observations that may support a story, the likest first, with earlier wordings.

        They share the rarer words of its beats and its decision. None is linked to it already, or of its decision.

        Args:
            story: As it is stored, or as it is being written.
            limit: The most that come back.
        """
        said = [story.title, story.saw, story.did, story.mattered, story.would_decide, story.came_of_it]
        if story.decision_id:
            for decision in self._store.decisions([story.decision_id]):
                said += [decision.title, decision.assumption, decision.operational_reality]
        found = self._observations.like(
            " ".join(said), limit, exclude=story.observation_ids, exclude_decision=story.decision_id
        )
        return self._observations.worded(found)

    def material(self, stories: Sequence[Story]) -> tuple[StoryMaterial, ...]:
        """Return stories with their decisions, impacts and linked observations, in the order given."""
        decision_ids = [story.decision_id for story in stories if story.decision_id]
        decisions = {decision.id: decision for decision in self._store.decisions(decision_ids)}
        impacts = self._decisions.impacts(decision_ids)
        tallies = self._tallies_of(impact for of_one in impacts.values() for impact in of_one)
        return tuple(
            self._material_of(
                story, decisions.get(story.decision_id or ""), impacts.get(story.decision_id or "", ()), tallies
            )
            for story in stories
        )

    def _tallies_of(self, impacts: Iterable[Impact]) -> dict[str, Tally]:
        ids = {impact.tally_id for impact in impacts if impact.tally_id}
        return {tally.id: tally for tally in self._tallies.by_ids(sorted(ids))} if ids else {}

    def _material_of(
        self, story: Story, decision: Decision | None, impacts: tuple[Impact, ...], tallies: Mapping[str, Tally]
    ) -> StoryMaterial:
        linked = self._observations.by_ids(story.observation_ids, with_wordings=True)
        present = tuple(observation for observation in linked if not observation.is_trashed)
        return StoryMaterial(
            story=story,
            decision=decision,
            impacts=tuple(sorted(impacts, key=lambda impact: impact.id != story.headline_impact_id)),
            observations=present,
            tallies=tuple(
                tallies[impact.tally_id] for impact in impacts if impact.tally_id and impact.tally_id in tallies
            ),
            quotes=tuple(self._quotes.of(present)) if present else (),
            lost_observations=len(story.observation_ids) - len(present),
        )


def _laid_over(decision: Decision, answers: MemoryAnswers) -> tuple[Decision, str, str]:
    """Return a decision with what was not written there yet, and what the story says otherwise: a choice and its price.

    The two stay together: a price is that of the choice beside it.

    Raises:
        FieldRefused: The decision took something else for granted.
    """
    assumption, would_decide, trade_off = (
        text.strip() for text in (answers.assumption, answers.would_decide, answers.trade_off)
    )
    if not decision.assumption.strip():
        decision = replace(decision, assumption=assumption)
    elif assumption and replace(decision, assumption=assumption).assumption_key != decision.assumption_key:
        raise FieldRefused(
            "assumption",
            f"{quoted(decision.title)} is written down already and took for granted: {quoted(decision.assumption, 80)}."
            " Empty this answer to go by that, or call the decision something else.",
        )
    if _says_otherwise(would_decide, decision.alternative):
        return decision, would_decide, trade_off
    decision = replace(decision, alternative=decision.alternative.strip() or would_decide)
    if _says_otherwise(trade_off, decision.trade_off):
        return decision, "", trade_off
    return replace(decision, trade_off=decision.trade_off.strip() or trade_off), "", ""


def _says_otherwise(answer: str, written: str) -> bool:
    """Whether both are filled and differ by more than case, spaces and a full stop."""
    keys = [" ".join(text.casefold().split()).rstrip(".") for text in (answer, written)]
    return all(keys) and keys[0] != keys[1]
