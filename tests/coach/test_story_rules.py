"""The story and pitch rules where the journal knows the facts: those come before any words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module

import pytest

from pitch.builders import closed_clinics, day, decision, impact, material, observation, story, told
from pivot_journal.coach.facts import Measure, StoryFacts, facts_of
from pivot_journal.coach.finding import Level
from pivot_journal.coach.reading import read
from pivot_journal.coach.rule import Circumstances, Hit, Rule
from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.pitch.compose import compose

TODAY = dt.date(2024, 6, 1)


def rule(name: str) -> Rule:
    found = import_module(f"pivot_journal.coach.rules.{name.replace('-', '_')}").RULE
    assert isinstance(found, Rule)
    return found


def facts(of: StoryMaterial) -> StoryFacts:
    composition = compose(material(of), today=TODAY)
    return facts_of(of, [part for part in composition.parts if part.story_id == of.story.id], TODAY)


def bare(**known: object) -> StoryFacts:
    """Return the facts of a story of which nothing but these is known."""
    start = StoryFacts(story_id="s", title="t", measure=Measure.FAILURE, has_dated_observation=False)
    return replace(start, **known)  # type: ignore[arg-type]


def hits(name: str, text: str, *stories: StoryFacts, **known: object) -> Sequence[Hit]:
    circumstances = Circumstances(stories=stories, is_composed=bool(stories), **known)  # type: ignore[arg-type]
    return list(rule(name).check(read(text), circumstances))


STORY_RULES = [
    "vague-moment", "unquantified-story", "number-without-evidence", "missing-assumption", "missing-alternative",
    "hindsight-claim", "hidden-role", "untold-foresight",
]  # fmt: skip


@pytest.mark.parametrize("name", STORY_RULES)
def test_a_full_story_is_left_in_peace(name: str) -> None:
    known = facts(closed_clinics())
    assert hits(name, known.told, known) == []


@pytest.mark.parametrize(
    ("name", "text", "known"),
    [
        ("vague-moment", "Drops usually failed.", {"has_dated_observation": True}),
        ("unquantified-story", "Drops failed.", {"has_impact": True}),
        ("missing-assumption", "Drops failed.", {"has_assumption": True}),
        ("missing-alternative", "Drops failed.", {"has_alternative": True}),
        ("missing-alternative", "Drops failed.", {"has_trade_off": True}),
        ("hindsight-claim", "I saw it coming.", {"lead": "63 days"}),
    ],
)
def test_a_known_fact_comes_before_the_words(name: str, text: str, known: dict[str, object]) -> None:
    assert hits(name, text, bare()), "without the fact it objects"
    assert hits(name, text, bare(**known)) == []


def test_a_figure_that_the_journal_contradicts_is_an_error_at_its_place() -> None:
    known = facts(
        told(
            story(saw="The slots failed.", mattered="150 failed drops in six weeks."),
            on=decision(),
            impacts=[impact("118", "failed drops")],
            seen=[observation("118 failed drops by now", day("2024-05-26"))],
        )
    )
    (hit,) = hits("number-without-evidence", known.told, known)
    assert hit.level is Level.ERROR
    assert known.told[hit.start : hit.end] == "150"
    assert "118 failed drops" in hit.message


def test_money_that_is_linked_nowhere_is_asked_for_its_ground() -> None:
    known = facts(told(story(saw="The slots failed in May.", mattered="They cost us $9,000.")))
    (hit,) = hits("number-without-evidence", known.told, known)
    assert known.told[hit.start : hit.end] == "$9,000"
    assert hit.level is None


def test_money_that_names_its_source_is_not() -> None:
    known = facts(told(story(saw="The slots failed in May.", mattered="They cost us $9,000, from the ledger.")))
    assert hits("number-without-evidence", known.told, known) == []


def test_money_that_is_linked_is_not() -> None:
    note = observation("$9,000 of refunds", day("2024-05-26"))
    known = facts(told(story(saw="The slots failed.", mattered="They cost us $9,000."), seen=[note]))
    assert hits("number-without-evidence", known.told, known) == []


@pytest.mark.parametrize("measure", [Measure.OPPORTUNITY, Measure.WENT_RIGHT])
def test_no_harm_is_asked_of_an_opportunity_or_of_what_went_right(measure: Measure) -> None:
    text = "Nurses swapped the labels by hand, and it worked."
    assert hits("unquantified-story", text, bare(measure=measure, has_gain=True)) == []
    (hit,) = hits("unquantified-story", text, bare(measure=measure))
    assert hit.question == "What was gained?"


def test_an_opportunity_owes_no_failed_assumption() -> None:
    assert hits("missing-assumption", "Nurses swapped the labels.", bare(measure=Measure.OPPORTUNITY)) == []


def test_what_went_right_is_asked_on_what_it_was_built() -> None:
    text = "I feared the gate, and it held."
    (hit,) = hits("missing-assumption", text, bare(measure=Measure.WENT_RIGHT))
    assert hit.question == "What was it built on?"
    assert hits("missing-assumption", text, bare(measure=Measure.WENT_RIGHT, has_reality=True)) == []
    assert hits("missing-alternative", text, bare(measure=Measure.WENT_RIGHT)) == []


def test_foresight_that_nobody_was_told_is_asked_after() -> None:
    assert hits("untold-foresight", "I noted it on 6 February.", bare(tells_foresight=True))
    assert hits("untold-foresight", "I noted it on 6 February.", bare(tells_foresight=True, is_raised=True)) == []
    assert hits("untold-foresight", "I noted it on 6 February.", bare()) == []


def test_nobody_because_is_an_answer() -> None:
    text = "I noted it on 6 February. I told nobody, because one case is no size."
    assert hits("untold-foresight", text, bare(tells_foresight=True)) == []


@pytest.mark.parametrize(("told_stories", "flags"), [(0, True), (1, True), (2, False), (3, False), (4, True)])
def test_composed_stories_are_counted(told_stories: int, flags: bool) -> None:
    circumstances = Circumstances(stories=(bare(),) * told_stories, is_composed=True)
    assert bool(list(rule("story-count").check(read("Whatever is said."), circumstances))) is flags


def test_a_format_has_its_own_count_and_length() -> None:
    one = Circumstances(stories=(bare(),), is_composed=True, fewest_stories=1, most_stories=1)
    assert list(rule("story-count").check(read("One story."), one)) == []
    text = " ".join(["word"] * 100)
    assert list(rule("spoken-length").check(read(text), Circumstances(words_most=90)))
    assert list(rule("spoken-length").check(read(text), Circumstances(words_most=0))) == []


def test_the_length_is_said_in_seconds() -> None:
    (hit,) = hits("spoken-length", " ".join(["word"] * 300))
    assert "120 seconds" in hit.message
    assert "90 is the most" in hit.message


def test_only_known_stories_are_asked_for_a_customer() -> None:
    text = "In May it cost us 40 hours, in June 30."
    assert hits("customer-effect", text) == []
    assert hits("customer-effect", text, bare(), bare())
    assert hits("customer-effect", text, bare(), bare(shows_customer=True)) == []


def test_each_word_of_a_hit_stands_in_the_text() -> None:
    text = "It cost us a fortune. Our team re-sent everything."
    for name in STORY_RULES:
        for hit in hits(name, text):
            assert 0 <= hit.start <= hit.end <= len(text)
