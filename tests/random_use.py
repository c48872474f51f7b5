"""A journal used at random, always in the same way for the same seed, and what a user can see of it."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

from builders import add_pitch, impact, new_id
from pivot_journal.domain.decision import Decision, WorryOutcome
from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.domain.pitch import Profile
from pivot_journal.domain.query import Dated, Decided, Graded, OnThisDay, Sorted, Starred, Tagged, Term, Words
from pivot_journal.domain.query_parser import parse_query
from pivot_journal.domain.text import tag_key
from pivot_journal.domain.when import RANK, UNKNOWN_DAY, Precision, When
from pivot_journal.journal import Journal
from pivot_journal.journal.stories import MemoryAnswers

WORDS = (
    "dock", "Dockside", "slot", "slots", "late", "don't", "C++", "été", "ETE", "naïve", "#late", "#dock-4", "#🚚", "🚚",
    "4471", "queue-jump", '"quoted"', "AND", "NOT", "%", "#été",
)  # fmt: skip
TAGS = ("dock", "Late", "dock-4", "🚚", "Été", "slot/early")
SEARCHES = (
    "dock", "DOCK", "dock sl", "late", "ete", "été", "dock-4", "C++", "don't", '"', '"quoted', "🚚", "🚚 dock", "%",
    "AND", "NOT late", "-late", "nai", "4471", "late*", "(dock", "queue-jump", "zebra", "early", "ock",
    '"late dock"', '"late do"*', '"late do', "dock -late", "not:late not:dock", "-🚚", "-🚚 dock", '-"dock late"',
    "tag:dock", "tag:do*", "tag:do", "tag:été", "tag:ete", "tag:🚚", "-tag:dock", "tag:", "tag:%",
    "tag:zebra", "-tag:zebra", "tag:late dock", "starred", "-starred late", "triage:failure",
    "triage:unsorted|worry", "-triage:not-product",
    "evidence:memory", "evidence:here -dock", "decision:dock", "decision:*", "-decision:*", "-decision:dock late",
    "from:2026-06", "to:2026-06 dock", "on:2026", "on:2026-09", "-on:2026-09", "-from:2026-09 late", "on:never",
    "AND OR", "sort:time dock", "-", "--", "-- late", "not:", "foo:bar", "decision:", '""', "late starred tag:dock",
)  # fmt: skip


def a_text(random: Random) -> str:
    """Return some words of the small vocabulary."""
    return " ".join(random.choices(WORDS, k=random.randint(1, 6)))


def a_date(random: Random, today: dt.date) -> When:
    """Return a date that is not in the future, as exact as chance will have it; sometimes none."""
    precision = random.choice([Precision.DAY, Precision.DAY, *Precision])
    if precision is Precision.UNKNOWN:
        return UNKNOWN_DAY
    return When.of(today - dt.timedelta(days=random.randint(0, 400)), precision)


class RandomUse:
    """Applies verbs to a journal, one at a time, each at its own moment."""

    def __init__(self, journal: Journal, tick: Callable[[], Any], seed: int) -> None:
        self.journal = journal
        self.tick = tick
        self.random = Random(seed)

    def some_observation(self) -> Observation | None:
        """Return an observation, in the trash or not; None in an empty journal."""
        page = self.journal.observations.page
        found = [*page(Filter(), limit=-1), *page(Filter(trashed=True), limit=-1)]
        return self.random.choice(found) if found else None

    def capture(self) -> None:
        """Write an observation down."""
        random = self.random
        decisions = self.journal.observations.find_decision("")
        self.journal.observations.capture(
            a_text(random),
            observed_on=random.choice([None, a_date(random, self.journal.today)]),
            tags=random.sample(TAGS, random.randint(0, 2)),
            starred=random.random() < 0.3,
            triage=random.choice(list(Triage)),
            decision_id=random.choice(decisions)[0] if decisions and random.random() < 0.5 else None,
        )

    def change(self) -> None:
        """Do something to an observation: edit, tag, star, sort, delete or restore it."""
        random, verbs = self.random, self.journal.observations
        chosen = self.some_observation()
        if chosen is None:
            return
        match random.randint(0, 6):
            case 0:
                verbs.edit(chosen.number, text=a_text(random))
            case 1:
                verbs.edit(chosen.number, observed_on=a_date(random, self.journal.today))
            case 2:
                verbs.edit(chosen.number, added_tags=random.sample(TAGS, random.randint(0, 3)))
            case 3:
                verbs.star(chosen.number, not chosen.starred)
            case 4:
                verbs.sort(chosen.number, random.choice(list(Triage)))
            case _:
                verbs.trash(chosen.number, trashed=not chosen.is_trashed)

    def decide(self) -> None:
        """Write, change or delete a decision with its impacts, or link an observation to it."""
        random, verbs = self.random, self.journal.decisions
        decisions = verbs.all()
        match random.randint(0, 5) if decisions else 0:
            case 0:
                verbs.save(Decision(id=new_id(), title=a_text(random), launched_on=a_date(random, self.journal.today)))
            case 1:
                launched = a_date(random, self.journal.today)
                verbs.save(replace(random.choice(decisions), assumption=a_text(random), launched_on=launched))
            case 2:
                chosen = random.choice(decisions)
                observations = verbs.observations(chosen.id, with_wordings=False)
                before = verbs.impacts([chosen.id]).get(chosen.id, ())
                new = impact(
                    Decimal(random.randint(0, 999)) / 8,
                    decision_id=chosen.id,
                    observation_ids=tuple(o.id for o in random.sample(observations, min(2, len(observations)))),
                )
                verbs.save(chosen, [*random.sample(before, random.randint(0, len(before))), new])
            case 3:
                verbs.settle_worry(random.choice(decisions).id, random.choice(list(WorryOutcome)))
            case 4:
                observation = self.some_observation()
                if observation is not None:
                    self.journal.observations.sort(observation.number, Triage.FAILURE, random.choice(decisions).id)
            case _:
                verbs.trash(random.choice(decisions).id)

    def tell(self) -> None:
        """Write, change, link or delete a story."""
        random, verbs = self.random, self.journal.stories
        stories, decisions = verbs.all(), self.journal.decisions.all()
        match random.randint(0, 4) if stories else 0:
            case 0 if decisions:
                verbs.from_decision(random.choice(decisions).id)
            case 0 | 1:
                remembered = MemoryAnswers(
                    happened=a_text(random), observed_on=When(dt.date(2022, 3, 1), Precision.MONTH), impact=impact("7")
                )
                verbs.from_memory(remembered)
            case 2:
                verbs.save(replace(random.choice(stories), saw=a_text(random), learned=a_text(random)))
            case 3:
                chosen, observation = random.choice(stories), self.some_observation()
                if observation is not None and observation.observed_on.day is not None:
                    others = tuple(id_ for id_ in chosen.observation_ids if id_ != observation.id)
                    is_in = len(others) < len(chosen.observation_ids)
                    verbs.save(replace(chosen, observation_ids=others if is_in else (*others, observation.id)))
            case _:
                verbs.trash(random.choice(stories).id)

    def prepare(self) -> None:
        """Do something to the pitches or the profile."""
        random, verbs = self.random, self.journal.pitches
        stories = self.journal.stories.all()
        match random.randint(0, 5):
            case 0:
                add_pitch(self.journal, a_text(random))
            case 1 | 2 if stories:
                verbs.toggle(random.choice(stories).id)
            case 3 if verbs.current().story_ids:
                verbs.move(random.choice(verbs.current().story_ids), random.choice([-1, 1]))
            case 4:
                verbs.save_profile(Profile(years=random.randint(0, 70), day_ends_at=random.randint(0, 6)))
            case _:
                verbs.save(replace(verbs.current(), opening=a_text(random)))

    def step(self) -> None:
        """Apply one verb of any kind; one that is refused has changed nothing."""
        self.tick()
        verb = self.random.choice([self.capture, self.change, self.change, self.decide, self.tell, self.prepare])
        try:
            verb()
        except (ValueRefused, NotFound):
            return


def visible_state(journal: Journal) -> dict[str, Any]:
    """Return all that a user can see of a journal, without the moments of the last changes and which pitch is shown."""
    observations = journal.observations.page(Filter(), limit=-1)
    decisions = journal.decisions.all()
    impacts = journal.decisions.impacts([decision.id for decision in decisions])
    return {
        "observations": [replace(o, updated_at=o.recorded_at) for o in observations],
        "decisions": [replace(d, updated_at=None, launch_changes=()) for d in decisions],
        "impacts": impacts,
        "stories": [replace(s, updated_at=None) for s in journal.stories.all()],
        "pitches": [replace(p, updated_at=None, is_current=False) for p in journal.pitches.all()],
        "profile": replace(journal.pitches.profile(), updated_at=None),
        "found": {words: [o.number for o in journal.observations.page(Filter(words=words), limit=-1)]
                  for words in ("dock", "late", "🚚")},
    }  # fmt: skip


def is_found(observation: Observation, words: str, tags: Collection[str] = ()) -> bool:
    """Say by brute force whether a search means an observation.

    Args:
        observation: Which one.
        words: What was typed.
        tags: All tags that anything has, for one that is still being typed.
    """
    query = parse_query(words, lenient=True)
    return all(_holds(observation, c.term, tags) != c.is_negated for c in query.conditions)


def _holds(observation: Observation, term: Term, tags: Collection[str]) -> bool:
    own = {tag_key(tag) for tag in observation.tags}
    when = observation.observed_on
    match term:
        case Words():
            return _has(observation, term)
        case Tagged():
            key = tag_key(term.name)
            is_there = key in {tag_key(tag) for tag in tags}
            goes_on = term.is_prefix or (term.is_unfinished and not is_there)
            return any(tag.startswith(key) for tag in own) if goes_on else key in own
        case Decided():
            return (
                observation.decision_id is not None and term.part.casefold() in (observation.decision or "").casefold()
            )
        case Sorted():
            return observation.triage in term.kinds
        case Graded():
            return observation.evidence in term.grades
        case Starred():
            return observation.starred
        case OnThisDay():
            return term.around(when) is not None
        case Dated():
            is_exact = term.precision is None or RANK[when.precision] >= RANK[term.precision]
            return when.day is not None and is_exact and (
                (term.first is None or when.day >= term.first) and (term.last is None or when.day <= term.last)
            )  # fmt: skip


def _has(observation: Observation, words: Words) -> bool:
    places = (observation.text, *observation.tags)
    if observation.is_trashed or not any(character.isalnum() for character in words.text):
        return any(_lower(words.text) in _lower(place) for place in places)
    *whole, last = _tokens(words.text)
    for place in places[:1] if words.is_phrase and whole else places:
        tokens = _tokens(place)
        for here in range(len(tokens) - len(whole)):
            end = tokens[here + len(whole)]
            fits = end.startswith(last) if words.is_prefix else end == last
            if fits and tokens[here : here + len(whole)] == whole:
                return True
    return False


def _lower(text: str) -> str:
    return "".join(character.lower() if character.isascii() else character for character in text)


def _tokens(text: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    return "".join(c if c.isalnum() else " " for c in bare).split()
