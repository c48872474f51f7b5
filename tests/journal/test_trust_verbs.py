"""Tallies, private terms, customers' words, accepted findings and several pitches: each verb on a real file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from builders import impact
from conftest import FakeClock
from pivot_journal.coach.finding import Finding, Level, Scope
from pivot_journal.domain.errors import ChangedElsewhere, NotFound, ValueRefused
from pivot_journal.domain.pitch import Profile
from pivot_journal.domain.story import Story
from pivot_journal.journal import Journal

A_FINDING = Finding(
    rule="oversell",
    level=Level.WARNING,
    scope=Scope.SENTENCE,
    question="Are you?",
    message="",
    fix="",
    source="",
    match="basically a PM",
    sentence="I am basically a PM.",
)


# Tallies


def test_counting_begins_a_tally_and_goes_on_with_it_whatever_its_case(journal: Journal, clock: FakeClock) -> None:
    journal.tallies.count("failed drops")
    clock.advance(days=2)
    tally = journal.tallies.count("Failed  Drops", 3)
    assert (tally.name, tally.total, len(tally.days)) == ("failed drops", 4, 2)
    assert [day.amount for day in tally.days] == [1, 3]
    assert tally.working == "my tally: 4 in 2 counts, 23 November 2026 to 25 November 2026"


def test_a_count_belongs_to_the_day_that_the_user_has(journal: Journal, clock: FakeClock) -> None:
    journal.pitches.save_profile(Profile(day_ends_at=4))
    clock.set(dt.datetime(2026, 11, 24, 2, 30, tzinfo=clock().tzinfo))
    assert [day.day for day in journal.tallies.count("drops").days] == [dt.date(2026, 11, 23)]


def test_a_count_can_be_undone_and_redone(journal: Journal) -> None:
    journal.tallies.count("drops", 5)
    journal.tallies.count("drops", 7)
    assert journal.undo() == "count 7 “drops”"
    assert journal.tallies.find("drops").total == 5
    journal.redo()
    assert journal.tallies.find("drops").total == 12


def test_what_was_counted_between_two_days_can_be_told(journal: Journal, clock: FakeClock) -> None:
    for amount in (1, 2, 4):
        journal.tallies.count("drops", amount)
        clock.advance(days=1)
    tally = journal.tallies.find("dro")
    assert tally.between(dt.date(2026, 11, 24), None) == 6
    assert tally.between(None, dt.date(2026, 11, 24)) == 3


def test_what_other_tallies_have_counted_is_not_read_for_one_of_them(journal: Journal, clock: FakeClock) -> None:
    mine = journal.tallies.count("drops")
    named = _steps(journal, lambda: journal.tallies.rename(mine.id, "failed drops"))
    counted = _steps(journal, lambda: journal.tallies.count("failed drops"))
    with journal.in_one_step("many"):
        for number in range(300):
            journal.tallies.count(f"picks {number % 3}")
    assert _steps(journal, lambda: journal.tallies.count("Failed Drops")) < counted * 2
    assert _steps(journal, lambda: journal.tallies.rename(mine.id, "drops")) < named * 2
    decision = journal.decisions.add("Same-day slots")
    journal.decisions.save(decision, [replace(impact(decision_id=decision.id), tally_id=mine.id)])
    story = journal.stories.from_decision(decision.id)
    with_tally = _steps(journal, lambda: journal.stories.material([story]))
    with journal.in_one_step("many"):
        for number in range(300):
            journal.tallies.count(f"picks {number % 3}")
    assert _steps(journal, lambda: journal.stories.material([story])) == with_tally


def _steps(journal: Journal, verb: Callable[[], object]) -> int:
    """Return how many steps SQLite's machine takes for a verb."""
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    connection = journal._database.connection
    connection.set_progress_handler(step, 1)
    try:
        verb()
    finally:
        connection.set_progress_handler(None, 1)
    return steps


@pytest.mark.parametrize("amount", [0, -1, 1_000_001])
def test_a_count_is_between_one_and_a_million(journal: Journal, amount: int) -> None:
    with pytest.raises(ValueRefused, match="undo takes a count back"):
        journal.tallies.count("drops", amount)
    assert journal.tallies.all() == []


def test_a_tally_is_renamed_and_trashed(journal: Journal) -> None:
    tally = journal.tallies.count("drops")
    journal.tallies.count("picks")
    with pytest.raises(ValueRefused, match="already"):
        journal.tallies.rename(tally.id, "Picks")
    journal.tallies.rename(tally.id, "failed drops")
    journal.tallies.trash(tally.id)
    assert [each.name for each in journal.tallies.all()] == ["picks"]
    with pytest.raises(NotFound, match="picks"):
        journal.tallies.find("drops")
    journal.undo()
    assert journal.tallies.find("failed").total == 1


def test_a_story_brings_the_tally_along_that_its_impact_was_counted_by(journal: Journal) -> None:
    tally = journal.tallies.count("drops", 118)
    decision = journal.decisions.add("Same-day slots")
    journal.decisions.save(decision, [replace(impact(decision_id=decision.id), tally_id=tally.id)])
    story = journal.stories.from_decision(decision.id)
    (material,) = journal.stories.material([story])
    assert [each.total for each in material.tallies] == [118]


# Private terms


def test_a_term_is_set_found_in_any_case_and_decided_later(journal: Journal) -> None:
    journal.terms.set("Fénnwick Bank")
    journal.terms.set("fennwick bank", "a regional bank")
    (term,) = journal.terms.all()
    assert (term.term, term.say_instead) == ("fennwick bank", "a regional bank")
    assert journal.terms.find("FENNWICK  BANK") == term


def test_what_is_said_instead_may_not_hold_a_private_term(journal: Journal) -> None:
    journal.terms.set("Fennwick", "a bank")
    with pytest.raises(ValueRefused, match="Fennwick"):
        journal.terms.set("Blue Heron", "the fennwick project")
    with pytest.raises(ValueRefused, match="Osprey"):
        journal.terms.set("Osprey", "osprey two")


def test_a_term_that_is_taken_out_can_be_brought_back(journal: Journal) -> None:
    term = journal.terms.set("Fennwick", "a bank")
    journal.terms.trash(term.id)
    assert journal.terms.all() == []
    journal.undo()
    assert journal.terms.all()[0].term == "Fennwick"
    with pytest.raises(NotFound, match="Osprey"):
        journal.terms.find("Osprey")


def test_a_term_under_other_words_is_another_row_in_one_step(journal: Journal, clock: FakeClock) -> None:
    term = journal.terms.set("Fennwick", "a bank")
    clock.tick()
    renamed = journal.terms.save(replace(term, term="Heron"))
    assert [(each.term, each.say_instead) for each in journal.terms.all()] == [("Heron", "a bank")]
    clock.tick()
    assert journal.terms.save(replace(renamed, term="HERON")).id == renamed.id
    journal.undo()
    journal.undo()
    assert [(each.term, each.say_instead) for each in journal.terms.all()] == [("Fennwick", "a bank")]
    with pytest.raises(ChangedElsewhere):
        journal.terms.save(replace(term, term="Crane"))
    assert [each.term for each in journal.terms.all()] == ["Fennwick"]


# Customers' words


def test_customers_words_stand_in_the_note_word_for_word(journal: Journal) -> None:
    seen = journal.observations.capture('A pharmacist called: "where is my\norder?" and hung up.')
    quote = journal.quotes.mark(seen, "where is my order?", "a pharmacist", "by phone")
    assert quote.said == "“where is my order?” (a pharmacist, by phone)"
    with pytest.raises(ValueRefused, match="word for word"):
        journal.quotes.mark(seen, "where is my parcel?")


def test_words_that_no_longer_stand_in_the_note_are_no_longer_a_customers(journal: Journal) -> None:
    seen = journal.observations.capture('She said "never again".')
    quote = journal.quotes.mark(seen, "never again", "a buyer")
    changed = journal.observations.edit(seen.number, text="She was upset.").observation
    assert journal.quotes.of([changed]) == []
    back = journal.observations.edit(seen.number, text='She said "never again" twice.').observation
    assert journal.quotes.of([back]) == [quote]
    journal.quotes.unmark(quote.id)
    assert journal.quotes.of([back]) == []


def test_marking_the_same_words_again_changes_who_said_them(journal: Journal) -> None:
    seen = journal.observations.capture('She said "never again".')
    journal.quotes.mark(seen, "never again", "a buyer")
    journal.quotes.mark(seen, "never again", "a clinic", "by mail")
    assert [quote.role for quote in journal.quotes.of([seen])] == ["a clinic"]


def test_a_story_brings_the_customers_words_of_its_notes_along(journal: Journal) -> None:
    seen = journal.observations.capture('She said "never again".')
    journal.quotes.mark(seen, "never again", "a buyer")
    story = journal.stories.save(Story(id="s", title="Recall", observation_ids=(seen.id,)))
    assert [quote.words for quote in journal.stories.material([story])[0].quotes] == ["never again"]


# Accepted findings


def test_a_finding_is_accepted_with_a_reason_and_reopened(journal: Journal) -> None:
    with pytest.raises(ValueRefused, match="why"):
        journal.findings.accept(A_FINDING, " ")
    accepted = journal.findings.accept(A_FINDING, "I am one on paper")
    assert journal.findings.accepted_keys() == {("oversell", "basically a pm", "i am basically a pm.")}
    journal.findings.accept(A_FINDING, "said by my lead")
    (only,) = journal.findings.accepted()
    assert only.reason == "said by my lead"
    assert only.id != accepted.id
    journal.findings.reopen(only.id)
    assert journal.findings.accepted() == []


# Several pitches


def test_a_duplicate_has_everything_but_what_is_meant_for_one_listener(journal: Journal) -> None:
    present = journal.pitches.current()
    story = journal.stories.save(Story(id="s", title="Recall"))
    first = journal.pitches.save(
        replace(present, opening="Two launches.", listener="Dana", why_them="Your talk.", story_ids=(story.id,))
    )
    second = journal.pitches.duplicate(first.id, "carrier PMs")
    assert (second.audience, second.opening, second.story_ids) == ("carrier PMs", "Two launches.", ("s",))
    assert (second.listener, second.why_them, second.is_current) == ("", "", True)
    assert len(journal.pitches.all()) == 2
    journal.undo()
    assert [pitch.id for pitch in journal.pitches.all()] == [first.id]


def test_two_pitches_are_not_for_the_same_audience(journal: Journal) -> None:
    first = journal.pitches.save(journal.pitches.current())
    second = journal.pitches.duplicate(first.id, "carrier PMs")
    with pytest.raises(ValueRefused, match="already"):
        journal.pitches.duplicate(first.id, "Carrier PMs ")
    with pytest.raises(ValueRefused, match="already"):
        journal.pitches.rename(second.id, first.audience)
    assert journal.pitches.rename(second.id, "Carrier PMs").audience == "Carrier PMs"


def test_a_retired_pitch_is_kept_but_passed_over(journal: Journal) -> None:
    first = journal.pitches.save(journal.pitches.current())
    with pytest.raises(ValueRefused, match="last"):
        journal.pitches.set_retired(first.id, True)
    second = journal.pitches.duplicate(first.id, "carrier PMs")
    third = journal.pitches.duplicate(first.id, "bank PMs")
    journal.pitches.set_retired(third.id, True)
    assert journal.pitches.current().id == first.id
    assert [journal.pitches.step(1).id for _ in range(3)] == [second.id, first.id, second.id]
    journal.pitches.set_retired(third.id, False)
    assert not journal.pitches.get(third.id).is_retired


def test_what_was_copied_last_is_remembered_and_is_no_step_of_undo(journal: Journal, clock: FakeClock) -> None:
    pitch = journal.pitches.current()
    assert journal.pitches.last_copy(pitch.id) is None
    journal.pitches.remember_copy(pitch, "hallway", "One.")
    clock.tick()
    journal.pitches.remember_copy(journal.pitches.current(), "chat", "Two.")
    last = journal.pitches.last_copy(pitch.id)
    assert last is not None
    assert (last.format, last.text, last.copied_at) == ("chat", "Two.", clock())
    assert journal.last_step() is None
