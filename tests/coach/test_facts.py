"""What the journal knows of a story: the facts that come before any reading of words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from pitch.builders import closed_clinics, day, decision, impact, material, observation, story, told
from pivot_journal.coach.facts import Measure, StoryFacts, facts_of
from pivot_journal.domain.decision import WorryOutcome
from pivot_journal.domain.observation import Evidence, Triage
from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.domain.quote import CustomerQuote
from pivot_journal.pitch.compose import compose

TODAY = dt.date(2024, 6, 1)


def facts(of: StoryMaterial) -> StoryFacts:
    composition = compose(material(of), today=TODAY)
    return facts_of(of, [part for part in composition.parts if part.story_id == of.story.id], TODAY)


def sorted_as(*triages: Triage, outcome: WorryOutcome | None = None) -> StoryMaterial:
    seen = [
        replace(observation("Ten vans stood.", day("2024-02-06"), number=n), triage=t) for n, t in enumerate(triages)
    ]
    return told(on=decision(worry_outcome=outcome), seen=seen)


def test_a_full_story_has_its_facts() -> None:
    known = facts(closed_clinics())
    assert known.has_dated_observation
    assert known.may_claim_foresight
    assert known.tells_foresight
    assert known.has_impact
    assert known.has_assumption
    assert known.has_alternative
    assert known.has_trade_off
    assert known.is_raised


def test_an_empty_story_has_none() -> None:
    known = facts(told(story("Only a title")))
    assert known == StoryFacts(
        story_id="story-Only a title", title="Only a title", measure=Measure.FAILURE, has_dated_observation=False
    )  # fmt: skip


def test_figures_stand_where_they_are_told() -> None:
    known = facts(closed_clinics())
    assert [known.told[figure.start : figure.end] for figure in known.figures] == [f.words for f in known.figures]
    assert {"9 of 30", "118"} <= {figure.words for figure in known.figures}
    assert known.untraced == ()


def test_what_is_linked_nowhere_is_untraced_and_another_value_contradicts() -> None:
    known = facts(
        told(
            story(saw="The slots failed.", mattered="130 failed drops cost us $9,000."),
            on=decision(),
            impacts=[impact("118", "failed drops")],
            seen=[observation("118 failed drops by now", day("2024-05-26"))],
        )
    )
    assert [figure.words for figure in known.untraced] == ["$9,000"]
    assert [figure.words for figure in known.contradicted] == ["130"]


@pytest.mark.parametrize(
    ("triages", "outcome", "measure"),
    [
        ((Triage.FAILURE,), None, Measure.FAILURE),
        ((Triage.UNTRIAGED,), None, Measure.FAILURE),
        ((Triage.OPPORTUNITY,), None, Measure.OPPORTUNITY),
        ((Triage.OPPORTUNITY, Triage.FAILURE), None, Measure.FAILURE),
        ((Triage.OPPORTUNITY, Triage.WORRY), None, Measure.FAILURE),
        ((Triage.WORRY,), WorryOutcome.DID_NOT, Measure.WENT_RIGHT),
        ((Triage.WORRY,), WorryOutcome.CAME_TRUE, Measure.FAILURE),
    ],
)
def test_the_measure_follows_what_the_notes_were_sorted_as(
    triages: tuple[Triage, ...], outcome: WorryOutcome | None, measure: Measure
) -> None:
    assert facts(sorted_as(*triages, outcome=outcome)).measure is measure


def test_what_is_remembered_allows_no_foresight() -> None:
    note = observation("It will fail.", day("2024-02-06"), evidence=Evidence.FROM_MEMORY)
    assert not facts(told(on=decision(launched_on=day("2024-04-15")), seen=[note])).may_claim_foresight


@pytest.mark.parametrize(
    ("beats", "is_raised"),
    [
        ({"raised_with": "product manager"}, True),
        ({"raised_with": "nobody, because one case is no size"}, True),
        ({"raised_reply": "no size, no priority"}, True),
        ({"did": "I told the vendor."}, True),
        ({"did": "I counted every drop."}, False),
        ({}, False),
    ],
)
def test_it_is_raised_where_it_says_with_whom(beats: dict[str, str], is_raised: bool) -> None:
    assert facts(told(story(saw="Nine drops failed.", **beats))).is_raised is is_raised


def test_a_customer_shows_in_a_field_a_quote_or_words() -> None:
    assert facts(told(story(saw="The rota broke.", mattered_to_customer="They waited."))).shows_customer
    assert facts(told(story(saw="Nine patients waited."))).shows_customer
    assert not facts(told(story(saw="The rota broke.", mattered="It cost us 40 hours."))).shows_customer
    quoted = replace(
        told(story(saw="The rota broke.")), quotes=(CustomerQuote(id="q", observation_id="o", words="where is it?"),)
    )
    assert facts(quoted).shows_customer


def test_a_launch_to_come_is_ahead() -> None:
    assert facts(told(story(saw="The draft is wrong."), on=decision(launched_on=day("2024-07-01")))).is_ahead
