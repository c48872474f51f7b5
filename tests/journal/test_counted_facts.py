"""The facts to write an opening line from are counted, never guessed."""

from __future__ import annotations

import datetime as dt

from builders import decision, when
from conftest import FakeClock
from pivot_journal.domain.chain import Backing
from pivot_journal.domain.decision import AssumptionKind, Decision
from pivot_journal.domain.observation import Triage
from pivot_journal.journal import Journal
from pivot_journal.journal.facts import CountedFacts, counted_facts, facts_of

TODAY = dt.date(2026, 11, 23)
FAILED_BEFORE = Backing(notes=2, failures=1, first_written_on=dt.date(2026, 2, 6))


def facts(*decisions: Decision, backing: Backing = FAILED_BEFORE) -> CountedFacts:
    behind = {each.id: backing for each in decisions}
    return facts_of(decisions, behind, today=TODAY, notes=312, failures=41, first_on=dt.date(2023, 3, 9))


def test_the_same_assumption_counts_as_often_as_it_broke_whatever_its_case_and_punctuation() -> None:
    told = facts(
        decision(assumption="An address is open all day.", launched_on=when("2026-04-15")),
        decision(assumption="an address is open all day", launched_on=when("2026-01-01")),
        decision(assumption="A tap is an intent", launched_on=when("2027-01-01")),
    )
    assert told.said == (
        "312 notes since March 2023 · 41 product-decision failures · 1 decision launched after you noted it"
        " · the same assumption broke 2 times: “An address is open all day”"
    )


def test_what_has_not_failed_did_not_break_and_what_has_not_launched_was_not_foreseen() -> None:
    told = facts(
        decision(assumption="x y", launched_on=when("2026-12-24"), assumption_kind=AssumptionKind.VALUE),
        decision(assumption="x y", assumption_kind=AssumptionKind.VALUE),
        backing=Backing(notes=1, worries=1, first_written_on=dt.date(2026, 2, 6)),
    )
    assert (told.noted_before, told.broke, told.kind) == (0, 0, None)


def test_where_no_assumption_broke_twice_its_kind_may_have() -> None:
    told = facts(
        decision(assumption="a", assumption_kind=AssumptionKind.OPERABILITY),
        decision(assumption="b", assumption_kind=AssumptionKind.OPERABILITY),
        decision(assumption="c", assumption_kind=AssumptionKind.VALUE),
    )
    assert told.said.endswith("2 decisions broke on the belief that it can be run every day")


def test_a_journal_is_counted_without_its_trash_and_from_its_oldest_dated_note(
    journal: Journal, clock: FakeClock
) -> None:
    assert counted_facts(journal).said == "Nothing is written down yet to count."
    slots = journal.decisions.add("Slots")
    journal.observations.capture("one", observed_on=when("2023-03"), triage=Triage.FAILURE, decision_id=slots.id)
    journal.observations.capture("none", observed_on=when(""))
    gone = journal.observations.capture("two", observed_on=when("2019"))
    journal.observations.trash(gone.number)
    assert counted_facts(journal).said == "2 notes since March 2023 · 1 product-decision failure"
