"""The one thing worth adding next to a decision, and whether something was on record before its launch."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from builders import decision, impact, new_id, when
from pivot_journal.domain.chain import NO_BACKING, Backing, Step, next_step, outcome_is_due
from pivot_journal.domain.decision import Decision, WorryOutcome
from pivot_journal.domain.impact import Basis

TODAY = dt.date(2026, 11, 23)
NOTED = Backing(notes=1, failures=1, first_written_on=dt.date(2026, 2, 6))
WHOLE = decision(
    assumption="a",
    alternative="b",
    trade_off="c",
    launched_on=when("2026-04-09"),
    operational_reality="d",
    fair_view="e",
)
BACKED = impact(basis=Basis.MEASURED, working="counted", observation_ids=(new_id(),))


def step(thing: Decision, backing: Backing = NOTED, *, has_story: bool = True) -> Step | None:
    """Return what is worth adding next to a decision with one well-backed impact."""
    return next_step(thing, [BACKED], backing, TODAY, has_story=has_story)


def test_a_decision_in_which_nothing_is_missing_asks_for_nothing() -> None:
    assert step(WHOLE) is None


@pytest.mark.parametrize(
    ("field", "wanted"),
    [
        ("assumption", Step.ASSUMPTION),
        ("alternative", Step.ALTERNATIVE),
        ("trade_off", Step.TRADE_OFF),
        ("operational_reality", Step.OPERATIONAL_REALITY),
        ("fair_view", Step.FAIR_VIEW),
    ],
)
def test_the_one_field_that_is_missing_is_asked_for(field: str, wanted: Step) -> None:
    blank: dict[str, Any] = {field: "  "}
    assert step(replace(WHOLE, **blank)) is wanted


def test_what_makes_it_sayable_comes_before_what_makes_it_believed() -> None:
    assert next_step(decision(), [], NO_BACKING, TODAY, has_story=False) is Step.ASSUMPTION
    assert next_step(decision(assumption="a"), [], NO_BACKING, TODAY, has_story=False) is Step.OBSERVATION
    assert next_step(decision(assumption="a"), [], NOTED, TODAY, has_story=False) is Step.IMPACT
    assert step(replace(WHOLE, launched_on=when(""))) is Step.LAUNCHED_ON
    assert step(WHOLE, has_story=False) is Step.STORY


def test_an_impact_is_asked_how_it_is_known_unless_it_was_told() -> None:
    bare = impact(basis=Basis.MEASURED, observation_ids=(new_id(),))
    assert next_step(WHOLE, [bare], NOTED, TODAY, has_story=True) is Step.WORKING
    counted = replace(bare, working_count=Decimal(118))
    assert next_step(WHOLE, [counted], NOTED, TODAY, has_story=True) is None
    assert next_step(WHOLE, [replace(counted, observation_ids=())], NOTED, TODAY, has_story=True) is Step.BACKED_BY
    told = impact(basis=Basis.REPORTED)
    assert next_step(WHOLE, [told], NOTED, TODAY, has_story=True) is None


def test_a_launch_ahead_has_no_size_and_no_reality_yet() -> None:
    ahead = replace(WHOLE, launched_on=when("2026-12-01"), operational_reality="")
    assert next_step(ahead, [], NOTED, TODAY, has_story=True) is None


def test_a_worry_whose_launch_has_passed_asks_first_what_became_of_it() -> None:
    worried = Backing(notes=1, worries=1)
    assert step(replace(WHOLE, assumption=""), worried) is Step.OUTCOME
    assert step(replace(WHOLE, worry_outcome=WorryOutcome.PARTLY), worried) is None
    assert not outcome_is_due(replace(WHOLE, launched_on=when("2026-11-23")), worried, TODAY)
    assert not outcome_is_due(WHOLE, NOTED, TODAY)


@pytest.mark.parametrize(
    ("backing", "is_before"),
    [
        (Backing(first_written_on=dt.date(2026, 4, 8)), True),
        (Backing(first_written_on=dt.date(2026, 4, 9)), False),
        (Backing(first_written_on=dt.date(2026, 5, 1), first_dated_on=dt.date(2026, 4, 8)), True),
        (NO_BACKING, False),
    ],
)
def test_the_same_day_is_not_before_and_memory_does_not_count(backing: Backing, is_before: bool) -> None:
    assert backing.is_before(when("2026-04-09")) is is_before
    assert not backing.is_before(when(""))
