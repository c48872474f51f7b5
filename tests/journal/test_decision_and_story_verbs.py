"""Decisions with how big it was, and the stories made of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from builders import decision, impact, moment, new_id, story, when
from conftest import FakeClock
from pivot_journal.domain.chain import Backing
from pivot_journal.domain.decision import AssumptionKind, Decision, DecisionStatus, WorryOutcome
from pivot_journal.domain.errors import ChangedElsewhere, FieldRefused, NotFound, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.impact import Basis
from pivot_journal.domain.observation import Evidence, Reference, Triage
from pivot_journal.domain.story import Story, StoryStatus
from pivot_journal.journal import Journal, open_journal
from pivot_journal.journal.stories import MemoryAnswers


@pytest.fixture
def other(journal: Journal, clock: FakeClock) -> Iterator[Journal]:
    """A second window on the same journal."""
    with open_journal(journal.path, now=clock) as opened:
        yield opened


# Decisions


def test_a_title_alone_is_a_decision(journal: Journal, clock: FakeClock) -> None:
    made = journal.decisions.add("  Same-day slots ")
    assert (made.title, made.updated_at) == ("Same-day slots", clock())
    assert journal.decisions.all() == [made]
    assert journal.decisions.get(made.id) == made


def test_every_field_of_a_decision_is_kept(journal: Journal, clock: FakeClock) -> None:
    full = Decision(
        id=new_id(),
        title="Same-day slots",
        assumption="Every store picks at the same pace.",
        assumption_kind=AssumptionKind.OPERABILITY,
        operational_reality="Two stores share one van.",
        alternative="Slots by store",
        trade_off="Fewer slots on Mondays",
        decided_on=when("Q1 2026"),
        launched_on=when("2026-12-01"),
        decision_maker="the head of delivery",
        expected_outcome="more orders",
        actual_outcome="more calls",
        fair_view="The pilot store had its own van.",
        status=DecisionStatus.PLANNED,
        worry_outcome=WorryOutcome.PARTLY,
    )
    assert journal.decisions.save(full) == replace(full, updated_at=clock())


def test_every_launch_date_that_it_had_is_kept_oldest_first(journal: Journal, clock: FakeClock) -> None:
    made = journal.decisions.add("Same-day slots")
    for date in ("2026-12-01", "2026-12-15", "2027-01", ""):
        clock.tick()
        made = journal.decisions.save(replace(made, launched_on=when(date)))
    assert [str(change.launched_on) for change in made.launch_changes] == [
        "1 December 2026", "15 December 2026", "January 2027",
    ]  # fmt: skip
    assert made.launch_changes[-1].changed_at == clock()


def test_the_latest_written_decision_stands_first(journal: Journal, clock: FakeClock) -> None:
    for title in ("one", "two"):
        journal.decisions.add(title)
        clock.tick()
    assert [d.title for d in journal.decisions.all()] == ["two", "one"]


def test_a_decision_that_was_changed_elsewhere_is_not_overwritten(
    journal: Journal, other: Journal, clock: FakeClock
) -> None:
    seen = journal.decisions.add("Same-day slots")
    clock.tick()
    other.decisions.save(replace(seen, assumption="theirs"))
    with pytest.raises(ChangedElsewhere, match="kept as a draft"):
        journal.decisions.save(replace(seen, assumption="mine"), [impact(decision_id=seen.id)], draft_target=seen.id)
    assert journal.decisions.get(seen.id).assumption == "theirs"
    assert journal.decisions.impacts([seen.id]) == {}


def test_impacts_are_exact_in_order_and_backed(journal: Journal, clock: FakeClock) -> None:
    made = journal.decisions.add("Same-day slots")
    backing = tuple(journal.observations.capture(text).id for text in ("one", "two"))
    first = impact(
        "6490.10",
        unit="",
        currency="EUR",
        decision_id=made.id,
        amount_high=Decimal("7000"),
        basis=Basis.MEASURED,
        working_count=Decimal(118),
        working_rate=Decimal("55.0008474576271186440677966"),
        observation_ids=backing[::-1],
    )
    journal.decisions.save(made, [first])
    clock.tick()
    second = impact("0.1", decision_id=made.id, out_of=Decimal("0.3"))
    journal.decisions.save(journal.decisions.get(made.id), [first, second])
    assert journal.decisions.impacts([made.id]) == {made.id: (first, second)}
    journal.decisions.save(journal.decisions.get(made.id), [second])
    assert journal.decisions.impacts([made.id]) == {made.id: (second,)}
    journal.decisions.save(replace(journal.decisions.get(made.id), assumption="x"))
    assert journal.decisions.impacts([made.id]) == {made.id: (second,)}


def test_what_is_written_in_one_step_keeps_its_order(journal: Journal) -> None:
    made = journal.decisions.add("Same-day slots")
    figures = tuple(impact(str(number), decision_id=made.id) for number in range(6))
    journal.decisions.save(made, figures)
    assert journal.decisions.impacts([made.id]) == {made.id: figures}
    for title in "abcde":
        journal.decisions.add(title)
    assert [d.title for d in journal.decisions.all()] == [*"edcba", made.title]
    assert [title for _, title in journal.observations.find_decision("")] == [*"edcba", made.title]


def test_an_amount_that_was_added_elsewhere_stays(journal: Journal, other: Journal, clock: FakeClock) -> None:
    made = journal.decisions.add("Same-day slots")
    first, theirs, mine = (impact(str(number), decision_id=made.id) for number in (1, 2, 3))
    journal.decisions.save(made, [first])
    seen = journal.decisions.impacts([made.id])[made.id]
    clock.tick()
    other.decisions.save(other.decisions.get(made.id), [first, theirs])
    clock.tick()
    journal.decisions.save(journal.decisions.get(made.id), [mine], seen_impacts=seen)
    assert [figure.id for figure in journal.decisions.impacts([made.id])[made.id]] == [theirs.id, mine.id]


@pytest.mark.parametrize("keeps", [True, False])
@pytest.mark.parametrize("theirs", ["changed", "deleted"])
def test_an_amount_that_was_changed_or_deleted_elsewhere_is_not_overwritten(
    theirs: str, keeps: bool, journal: Journal, other: Journal, clock: FakeClock
) -> None:
    made = journal.decisions.add("Same-day slots")
    journal.decisions.save(made, [impact("1", id="i", decision_id=made.id)])
    seen = journal.decisions.impacts([made.id])[made.id]
    clock.tick()
    changed = [impact("2", id="i", decision_id=made.id)] if theirs == "changed" else []
    other.decisions.save(other.decisions.get(made.id), changed)
    clock.tick()
    with pytest.raises(ChangedElsewhere, match="amount was changed elsewhere"):
        journal.decisions.save(
            replace(journal.decisions.get(made.id), assumption="mine"), seen if keeps else [], seen_impacts=seen
        )
    assert list(journal.decisions.impacts([made.id]).get(made.id, ())) == changed
    assert journal.decisions.get(made.id).assumption == ""


def test_a_new_decision_has_no_amounts_to_compare(journal: Journal) -> None:
    new = Decision(id=new_id(), title="Same-day slots")
    journal.decisions.save(new, [impact("1", decision_id=new.id)], seen_impacts=())
    assert len(journal.decisions.impacts([new.id])[new.id]) == 1


def test_settling_a_worry_keeps_everything_else(journal: Journal) -> None:
    made = journal.decisions.save(Decision(id=new_id(), title="x", assumption="y", launched_on=when("2026-01-01")))
    assert made.is_due(journal.today)
    settled = journal.decisions.settle_worry(made.id, WorryOutcome.CAME_TRUE)
    assert settled == replace(made, worry_outcome=WorryOutcome.CAME_TRUE)


def test_a_decision_in_the_trash_leaves_its_observations_without_it(journal: Journal) -> None:
    made = journal.decisions.add("Same-day slots")
    journal.observations.capture("x", decision_id=made.id)
    journal.decisions.trash(made.id)
    assert journal.decisions.all() == []
    assert journal.observations.get(1).decision is None
    with pytest.raises(NotFound, match="no longer there"):
        journal.decisions.get(made.id)
    journal.undo()
    assert journal.observations.get(1).decision == "Same-day slots"


def test_the_observations_of_a_decision_are_read_oldest_first_and_counted(journal: Journal, clock: FakeClock) -> None:
    made = journal.decisions.add("Same-day slots")
    for date in ("2026-11-22", "2026-11", "2026-11-20"):
        journal.observations.capture(date, observed_on=when(date), decision_id=made.id)
    journal.observations.capture("of nothing")
    clock.tick()
    journal.observations.edit(3, text="reworded")
    journal.observations.trash(1)
    found = journal.decisions.observations(made.id)
    assert [o.text for o in found] == ["2026-11", "reworded"]
    assert [w.text for w in found[1].earlier] == ["2026-11-20"]
    assert journal.decisions.observations(made.id, with_wordings=False)[1].earlier == ()
    assert journal.decisions.counts() == {made.id: 2}


def test_what_backs_a_decision_is_counted_by_local_days_and_grades(journal: Journal, clock: FakeClock) -> None:
    made = journal.decisions.add("Same-day slots")
    assert journal.decisions.backing() == {}
    clock.set(moment("2026-11-24 00:30"))  # still the 23rd in UTC
    capture = journal.observations.capture
    capture("worry", triage=Triage.WORRY, decision_id=made.id)
    capture("failure", triage=Triage.FAILURE, decision_id=made.id, observed_on=when("2020"))
    mail = Reference(source="mail", dated_on=dt.date(2026, 3, 1))
    capture("mail", decision_id=made.id, evidence=Evidence.DATED_ELSEWHERE, reference=mail)
    unnamed = Reference(dated_on=dt.date(2025, 3, 1))
    capture("unnamed", decision_id=made.id, evidence=Evidence.DATED_ELSEWHERE, reference=unnamed)
    capture("trashed", triage=Triage.OPPORTUNITY, decision_id=made.id)
    journal.observations.trash(5)
    capture("of nothing", triage=Triage.WORRY)
    assert journal.decisions.backing() == {
        made.id: Backing(
            notes=4,
            failures=1,
            worries=1,
            first_written_on=dt.date(2026, 11, 24),
            first_dated_on=dt.date(2026, 3, 1),
        )
    }


# Stories


def test_every_field_of_a_story_is_kept(journal: Journal, clock: FakeClock) -> None:
    made = journal.decisions.add("Same-day slots")
    figure = impact(decision_id=made.id)
    journal.decisions.save(made, [figure])
    linked = tuple(journal.observations.capture(text).id for text in ("one", "two"))
    full = Story(
        id=new_id(), title="The slots", decision_id=made.id, status=StoryStatus.READY, saw="a", did="b",
        raised_with="c", raised_reply="d", mattered="e", mattered_to_customer="f", would_decide="g", trade_off="h",
        came_of_it="i", learned="j", headline_impact_id=figure.id, observation_ids=linked[::-1],
    )  # fmt: skip
    assert journal.stories.save(full) == replace(full, updated_at=clock())
    assert journal.stories.all() == [replace(full, updated_at=clock())]


def test_a_story_of_a_decision_is_linked_to_its_first_dated_observations(journal: Journal) -> None:
    made = journal.decisions.add("Same-day slots")
    for date in ("2026-11-22", "", "2026-11-20", "2026-11-21", "2026-11-19", "2026-11-18"):
        journal.observations.capture(date or "undated", observed_on=when(date), decision_id=made.id)
    told = journal.stories.from_decision(made.id)
    assert (told.title, told.decision_id, told.saw) == ("Same-day slots", made.id, "")
    texts = [o.text for o in journal.observations.by_ids(told.observation_ids)]
    assert texts == ["2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21"]


def test_a_story_from_memory_makes_all_four_in_one_step_graded_as_memory(journal: Journal, clock: FakeClock) -> None:
    journal.drafts.save("memory", "", {"happened": "half"})
    answers = MemoryAnswers(
        happened="Forty parcels stood at the wrong dock. #late",
        observed_on=when("spring 2023"),
        assumption="Every store has two docks.",
        impact=impact("40", unit="parcels"),
        did="I raised it with the planner.",
        would_decide="One dock per van",
        trade_off="ten minutes more",
        mattered="Customers called.",
    )
    told = journal.stories.from_memory(answers)
    (seen,) = journal.observations.page(Filter(), limit=-1)
    (made,) = journal.decisions.all()
    (figure,) = journal.decisions.impacts([made.id])[made.id]
    assert (seen.evidence, seen.triage, seen.decision_id) == (Evidence.FROM_MEMORY, Triage.FAILURE, made.id)
    assert seen.tags == ("late",)
    assert (made.assumption, made.alternative, made.trade_off) == (
        "Every store has two docks.", "One dock per van", "ten minutes more",
    )  # fmt: skip
    assert (figure.amount_low, figure.observation_ids) == (Decimal(40), (seen.id,))
    assert (told.did, told.mattered, told.observation_ids) == (
        "I raised it with the planner.", "Customers called.", (seen.id,),
    )  # fmt: skip
    assert told.title == made.title == "Forty parcels stood at the"
    assert journal.drafts.all() == []
    journal.undo()
    assert journal.observations.count(Filter()) == 0
    assert (journal.decisions.all(), journal.stories.all(), journal.decisions.impacts([made.id])) == ([], [], {})
    with pytest.raises(NotFound):
        journal.undo()


def test_what_is_remembered_of_last_week_is_still_graded_as_memory(journal: Journal) -> None:
    journal.stories.from_memory(MemoryAnswers(happened="It fell.", observed_on=when("2026-11-22")))
    assert journal.observations.get(1).evidence is Evidence.FROM_MEMORY


@pytest.mark.parametrize(
    "answers", [{"happened": " ", "observed_on": when("2022")}, {"happened": "x", "observed_on": when("2027")}]
)
def test_a_story_from_memory_that_is_refused_makes_nothing_and_keeps_its_draft(
    answers: dict[str, Any], journal: Journal
) -> None:
    journal.drafts.save("memory", "", {"did": "typed"})
    with pytest.raises(ValueRefused):
        journal.stories.from_memory(MemoryAnswers(assumption="y", **answers))
    assert (journal.decisions.all(), journal.stories.all()) == ([], [])
    assert journal.drafts.find("memory") is not None


def test_the_links_of_a_story_keep_their_order_and_one_that_was_taken_out_comes_back_last(
    journal: Journal, clock: FakeClock
) -> None:
    one, two, three = (journal.observations.capture(text).id for text in ("one", "two", "three"))
    journal.stories.save(story(id="s"))
    for linked in ((two,), (two, one), (two, one, three), (two, three), (three, two)):
        clock.tick()
        journal.stories.save(replace(journal.stories.get("s"), observation_ids=linked))
        assert journal.stories.get("s").observation_ids == linked


def test_a_free_failure_is_found_however_many_newer_ones_have_a_decision(journal: Journal) -> None:
    made = journal.decisions.add("Same-day slots")
    free = [journal.observations.capture("free", triage=triage) for triage in (Triage.FAILURE, Triage.WORRY)]
    with journal.in_one_step("many"):
        for number in range(201):
            journal.observations.capture(f"taken {number}", triage=Triage.FAILURE, decision_id=made.id)
    told = journal.stories.save(story())
    assert {seen.id for seen in journal.stories.evidence(told, [])} == {seen.id for seen in free}
    assert journal.observations.count(Filter(has_decision=True)) == 201


def test_a_story_that_loses_an_observation_says_so(journal: Journal) -> None:
    seen = [journal.observations.capture(text) for text in ("one", "two")]
    told = journal.stories.save(story(observation_ids=tuple(o.id for o in seen)))
    (before,) = journal.stories.material([told])
    assert (len(before.observations), before.lost_observations) == (2, 0)
    journal.observations.trash(1)
    (after,) = journal.stories.material([journal.stories.get(told.id)])
    assert ([o.text for o in after.observations], after.lost_observations) == (["two"], 1)


def test_the_material_of_a_story_has_its_headline_impact_first_and_all_wordings(
    journal: Journal, clock: FakeClock
) -> None:
    made = journal.decisions.add("Same-day slots")
    figures = [impact(str(number), decision_id=made.id) for number in range(3)]
    for count in (1, 2, 3):
        clock.tick()
        journal.decisions.save(journal.decisions.get(made.id), figures[:count])
    seen = journal.observations.capture("one")
    clock.tick()
    journal.observations.edit(1, text="two")
    told = story(decision_id=made.id, headline_impact_id=figures[1].id, observation_ids=(seen.id,))
    bare = story("bare")
    material, empty = journal.stories.material([journal.stories.save(told), journal.stories.save(bare)])
    assert [figure.id for figure in material.impacts] == [figures[1].id, figures[0].id, figures[2].id]
    assert material.decision == journal.decisions.get(made.id)
    assert [w.text for w in material.observations[0].earlier] == ["one"]
    assert (empty.decision, empty.impacts, empty.observations) == (None, (), ())


def test_a_story_in_the_trash_is_not_found(journal: Journal) -> None:
    journal.stories.save(story(id="s"))
    journal.stories.trash("s")
    assert journal.stories.all() == []
    with pytest.raises(NotFound, match="no longer there"):
        journal.stories.get("s")


def test_a_story_that_was_changed_elsewhere_is_not_overwritten(
    journal: Journal, other: Journal, clock: FakeClock
) -> None:
    observation = journal.observations.capture("one")
    seen = journal.stories.save(story())
    clock.tick()
    other.stories.save(replace(seen, observation_ids=(observation.id,)))
    with pytest.raises(ChangedElsewhere):
        journal.stories.save(replace(seen, saw="mine"))
    assert journal.stories.get(seen.id).observation_ids == (observation.id,)


def test_a_memory_of_a_decision_that_is_there_already_joins_it(journal: Journal) -> None:
    known = journal.decisions.save(decision("Bed map", assumption="a bed is where the map has it"))
    answers = MemoryAnswers(
        happened="The map had a bed in the lift.",
        observed_on=when("2023"),
        decision_title="bed map",
        assumption="That a bed is where the map has it.",
        trade_off="a walk a day",
    )
    told = journal.stories.from_memory(answers)
    assert told.decision_id == known.id
    (only,) = journal.decisions.all()
    assert (only.title, only.assumption, only.trade_off) == ("Bed map", known.assumption, "a walk a day")


@pytest.mark.parametrize(
    ("written", "answered", "on_decision", "in_story"),
    [
        (("ask the ward", "a call"), ("Walk", "ten minutes"), ("ask the ward", "a call"), ("Walk", "ten minutes")),
        (("ask the ward", ""), ("Walk", "ten minutes"), ("ask the ward", ""), ("Walk", "ten minutes")),
        (("ask the ward", ""), ("Walk", ""), ("ask the ward", ""), ("Walk", "")),
        (("ask the ward", "a call"), ("Ask the ward.", "an hour"), ("ask the ward", "a call"), ("", "an hour")),
        (("ask the ward", "a call"), ("", "an hour"), ("ask the ward", "a call"), ("", "an hour")),
        (("ask the ward", ""), ("ask the ward", "a call"), ("ask the ward", "a call"), ("", "")),
        (("", "a call"), ("Walk", "a call"), ("Walk", "a call"), ("", "")),
        (("", "a call"), ("Walk", "an hour"), ("Walk", "a call"), ("", "an hour")),
    ],
)
def test_what_a_known_decision_says_otherwise_stands_in_the_story(
    journal: Journal,
    written: tuple[str, str],
    answered: tuple[str, str],
    on_decision: tuple[str, str],
    in_story: tuple[str, str],
) -> None:
    journal.decisions.save(decision("Bed map", alternative=written[0], trade_off=written[1]))
    answers = MemoryAnswers(
        happened="A bed in the lift.",
        observed_on=when("2023"),
        decision_title="Bed map",
        would_decide=answered[0],
        trade_off=answered[1],
    )
    told = journal.stories.from_memory(answers)
    (only,) = journal.decisions.all()
    assert (only.alternative, only.trade_off) == on_decision
    assert (told.would_decide, told.trade_off) == in_story


def test_a_memory_that_a_known_decision_took_something_else_for_granted_is_refused_with_both_said(
    journal: Journal,
) -> None:
    known = journal.decisions.save(decision("Bed map", assumption="a bed is where the map has it"))
    journal.drafts.save("memory", "", {"assumption": "typed"})
    answers = MemoryAnswers(
        happened="A bed in the lift.", observed_on=when("2023"), decision_title="Bed map", assumption="nobody moves"
    )
    with pytest.raises(FieldRefused, match=r"“Bed map”.*“a bed is where the map has it”") as refused:
        journal.stories.from_memory(answers)
    assert refused.value.field == "assumption"
    assert (journal.decisions.all(), journal.stories.all()) == ([known], [])
    assert journal.drafts.find("memory") is not None


def test_undo_says_which_story_went_into_the_pitch(journal: Journal) -> None:
    told = journal.stories.from_memory(MemoryAnswers(happened="Cold bags", observed_on=when("2023")))
    journal.pitches.toggle(told.id)
    assert journal.undo() == "story “Cold bags” into the pitch"
