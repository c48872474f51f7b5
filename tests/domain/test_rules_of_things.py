"""What an observation, a decision, a story, a pitch and a profile refuse, and what they know of themselves."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from builders import decision, observation, pitch, story, when
from pivot_journal.domain import errors
from pivot_journal.domain.decision import DecisionStatus
from pivot_journal.domain.errors import JournalError, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import FRESH_DAYS, Evidence, Reference, Triage, evidence_of
from pivot_journal.domain.pitch import FASTEST, MOST_STORIES, SLOWEST, Profile

TODAY = dt.date(2024, 2, 20)


@pytest.mark.parametrize(
    ("date", "evidence"),
    [
        ("2024-02-20", Evidence.WRITTEN_HERE),
        ("2024-02-13", Evidence.WRITTEN_HERE),
        ("2024-02-12", Evidence.FROM_MEMORY),
        ("2020-02-20", Evidence.FROM_MEMORY),
        ("2024-02", Evidence.FROM_MEMORY),
        ("2024", Evidence.FROM_MEMORY),
        ("", Evidence.FROM_MEMORY),
    ],
)
def test_what_is_typed_some_days_later_is_written_here_and_later_is_memory(date: str, evidence: Evidence) -> None:
    assert FRESH_DAYS == 7
    assert evidence_of(when(date), TODAY) is evidence


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        (Reference(source="ticket system", reference="ticket 4471"), "ticket system, ticket 4471"),
        (Reference(source="mail"), "mail"),
        (Reference(reference="note 3"), "note 3"),
        (Reference(dated_on=TODAY), ""),
    ],
)
def test_a_reference_names_its_source_as_far_as_it_is_known(reference: Reference, said: str) -> None:
    assert str(reference) == said


def test_an_observation_starts_unsorted_and_written_here() -> None:
    fresh = observation()
    assert (fresh.triage, fresh.evidence, fresh.decision_id) == (Triage.UNTRIAGED, Evidence.WRITTEN_HERE, None)


@pytest.mark.parametrize("nothing", ["", "  ", "\n", "\x1b\u202e"])
def test_a_thing_without_its_one_required_field_is_refused(nothing: str) -> None:
    with pytest.raises(ValueRefused, match="decision needs a title"):
        decision(nothing)
    with pytest.raises(ValueRefused, match="story needs a title"):
        story(nothing)
    with pytest.raises(ValueRefused, match="pitch needs an audience"):
        pitch(nothing)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"words_per_minute": SLOWEST - 1}, "between 80 and 260"),
        ({"words_per_minute": FASTEST + 1}, "between 80 and 260"),
        ({"story_ids": ("a", "a")}, "only once"),
        ({"story_ids": ("a", "b", "c", "d")}, "3 stories at the most"),
    ],
)
def test_a_pitch_that_nobody_could_follow_is_refused_with_its_reason(facts: dict[str, Any], reason: str) -> None:
    with pytest.raises(ValueRefused, match=reason):
        pitch(**facts)


def test_a_pitch_takes_up_to_three_stories_at_any_believable_pace() -> None:
    assert len(pitch(story_ids=("a", "b", "c"), words_per_minute=SLOWEST).story_ids) == MOST_STORIES
    assert pitch(story_ids=(), words_per_minute=FASTEST).story_ids == ()


@pytest.mark.parametrize("facts", [{"day_ends_at": -1}, {"day_ends_at": 12}, {"years": -1}, {"years": 71}])
def test_a_profile_refuses_what_cannot_be(facts: dict[str, Any]) -> None:
    with pytest.raises(ValueRefused):
        Profile(**facts)


@pytest.mark.parametrize(
    ("launched", "is_due"),
    [("2024-02-19", True), ("2024-02-20", False), ("2024-02-21", False), ("2024-02", False), ("2024-01", True),
     ("", False)],
)  # fmt: skip
def test_a_decision_is_due_once_its_launch_surely_lies_in_the_past(launched: str, is_due: bool) -> None:
    assert decision(launched_on=when(launched)).is_due(TODAY) is is_due


@pytest.mark.parametrize(
    ("launched", "is_ahead"),
    [("2024-02-19", False), ("2024-02-20", False), ("2024-02-21", True), ("2024-02", True), ("2024-01", False),
     ("", False)],
)  # fmt: skip
def test_a_launch_is_ahead_as_long_as_it_may_still_be_to_come(launched: str, is_ahead: bool) -> None:
    assert decision(launched_on=when(launched)).is_ahead(TODAY) is is_ahead
    assert decision(launched_on=when(""), status=DecisionStatus.PLANNED).is_ahead(TODAY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("An address is open all day.", "an address is open all day"),
        ("that the buyer reads the mail", "The buyer  reads the mail!"),
        ("one order, one parcel", "One order - one parcel"),
    ],
)
def test_two_wordings_of_the_same_assumption_are_known_as_one(one: str, other: str) -> None:
    assert decision(assumption=one).assumption_key == decision(assumption=other).assumption_key != ""
    assert decision(assumption=" …").assumption_key == ""


@pytest.mark.parametrize(
    "facts",
    [
        {"words": "x"},
        {"has_decision": False},
        {"tag": "x"},
        {"starred": True},
        {"trashed": True},
        {"triage": Triage.WORRY},
    ],
)  # fmt: skip
def test_a_filter_is_empty_only_without_any_condition(facts: dict[str, Any]) -> None:
    assert Filter().is_empty
    assert not Filter(**facts).is_empty


def test_every_error_carries_the_exit_status_of_the_command_lines_contract() -> None:
    family: dict[str, Any] = {name: thing for name, thing in vars(errors).items() if isinstance(thing, type)}
    assert all(issubclass(kind, JournalError) for kind in family.values())
    assert {name: kind.status for name, kind in family.items()} == {
        "JournalError": 2,
        "ValueRefused": 2,
        "FieldRefused": 2,
        "DateNotUnderstood": 2,
        "StillToCome": 2,
        "NotFound": 1,
        "JournalUnusable": 3,
        "NewerJournal": 3,
        "InputRefused": 4,
        "OutputFailed": 5,
        "ChangedElsewhere": 2,
    }
