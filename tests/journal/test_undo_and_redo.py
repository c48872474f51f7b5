"""Every verb can be taken back and brought back, whole or not at all."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from builders import add_pitch, decision, impact, new_id, story, when
from conftest import FakeClock
from pivot_journal.domain.decision import WorryOutcome
from pivot_journal.domain.errors import ChangedElsewhere, NotFound
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Evidence, Reference, Triage
from pivot_journal.domain.pitch import Profile
from pivot_journal.domain.when import UNKNOWN_DAY, When
from pivot_journal.journal import Journal, open_journal
from pivot_journal.journal.stories import MemoryAnswers
from pivot_journal.storage import observations as storage
from random_use import RandomUse, visible_state


def prepare(journal: Journal, clock: FakeClock) -> None:
    """Write a small journal: three observations, a decision with an impact, two stories, and a pitch with both."""
    made = decision("Same-day slots", id="d", launched_on=when("2026-12-01"))
    journal.decisions.save(made, [impact(id="i", decision_id="d"), impact("3", id="j", decision_id="d")])
    for text in ("The dock was full. #late", "Slots overlap.", "A van came early."):
        clock.tick()
        journal.observations.capture(text, decision_id="d", tags=["slot"])
    for title, linked in (("One", (1, 2)), ("Two", (3,))):
        clock.tick()
        ids = tuple(journal.observations.get(number).id for number in linked)
        told = story(title, id=title, decision_id="d", headline_impact_id="i", observation_ids=ids)
        journal.stories.save(told)
        journal.pitches.toggle(title)
    journal.pitches.save_profile(Profile(years=4, day_ends_at=2))
    clock.tick()


@pytest.fixture(scope="module")
def prepared_file(migrated_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small journal, and the moment at which it was written."""
    path, clock = tmp_path_factory.mktemp("prepared") / "journal.db", FakeClock()
    shutil.copyfile(migrated_template, path)
    with open_journal(path, now=clock) as journal:
        prepare(journal, clock)
    return path


@pytest.fixture
def prepared(prepared_file: Path, journal_path: Path, clock: FakeClock) -> Iterator[Journal]:
    """A copy of the small journal."""
    shutil.copyfile(prepared_file, journal_path)
    clock.tick(60)
    with open_journal(journal_path, now=clock) as journal:
        yield journal


def _linked(journal: Journal, story_id: str, *observation_ids: str) -> None:
    """Make the links of a story these."""
    journal.stories.save(replace(journal.stories.get(story_id), observation_ids=observation_ids))


VERBS: dict[str, Callable[[Journal], Any]] = {
    "capture": lambda j: j.observations.capture("A new line. #new #late", tags=["slot", "other"]),
    "edit text": lambda j: j.observations.edit(1, text="The yard was full. #early"),
    "edit day": lambda j: j.observations.edit(1, observed_on=when("2026-11")),
    "edit tags": lambda j: j.observations.edit(1, added_tags=["late", "more"]),
    "edit evidence": lambda j: j.observations.edit(
        1, evidence=Evidence.DATED_ELSEWHERE, reference=Reference(source="mail", dated_on=dt.date(2026, 1, 2))
    ),
    "sort": lambda j: j.observations.sort(1, Triage.NOT_PRODUCT),
    "sort into a decision": lambda j: j.observations.sort(1, Triage.FAILURE, "d"),
    "star": lambda j: j.observations.star(1, True),
    "trash observation": lambda j: j.observations.trash(1),
    "add decision": lambda j: j.decisions.add("A new scanner"),
    "save decision": lambda j: j.decisions.save(
        replace(j.decisions.get("d"), assumption="x", launched_on=when("2027"))
    ),
    "save impacts": lambda j: j.decisions.save(
        j.decisions.get("d"),
        [impact("0.1", id="i", decision_id="d", amount_high=Decimal("0.30")), impact("9", decision_id="d")],
    ),
    "settle worry": lambda j: j.decisions.settle_worry("d", WorryOutcome.DID_NOT),
    "trash decision": lambda j: j.decisions.trash("d"),
    "save story": lambda j: j.stories.save(
        replace(j.stories.get("One"), saw="x", observation_ids=j.stories.get("One").observation_ids[::-1])
    ),
    "story from decision": lambda j: j.stories.from_decision("d"),
    "story from memory": lambda j: j.stories.from_memory(
        MemoryAnswers(happened="It fell. #new", observed_on=when("2022"), impact=impact("7"), did="raised it")
    ),
    "link": lambda j: _linked(j, "One", *j.stories.get("One").observation_ids, j.observations.get(3).id),
    "unlink": lambda j: _linked(j, "One", *j.stories.get("One").observation_ids[1:]),
    "trash story": lambda j: j.stories.trash("One"),
    "save pitch": lambda j: j.pitches.save(replace(j.pitches.current(), opening="Two clocks.", words_per_minute=120)),
    "add pitch": lambda j: add_pitch(j, "a founder"),
    "take out of pitch": lambda j: j.pitches.toggle("One"),
    "move in pitch": lambda j: j.pitches.move("Two", -1),
    "trash pitch": lambda j: j.pitches.trash(j.pitches.current().id),
    "profile": lambda j: j.pitches.save_profile(Profile(years=5, field="payments", day_ends_at=3)),
}


@pytest.mark.parametrize("verb", VERBS)
def test_what_a_verb_did_is_taken_back_and_brought_back_in_one_step(
    verb: str, prepared: Journal, clock: FakeClock
) -> None:
    journal = prepared
    before = visible_state(journal)
    VERBS[verb](journal)
    after = visible_state(journal)
    assert after != before
    clock.tick()
    undone = journal.undo()
    assert visible_state(journal) == before
    clock.tick()
    assert journal.redo() == undone
    assert visible_state(journal) == after
    clock.tick()
    journal.undo()
    assert visible_state(journal) == before


@pytest.mark.parametrize("seed", range(2))
def test_after_any_use_undo_walks_all_the_way_back_and_redo_all_the_way_forward(
    seed: int, journal: Journal, clock: FakeClock
) -> None:
    use = RandomUse(journal, clock.tick, seed)
    states = [visible_state(journal)]

    def steps() -> int:
        return int(journal._database.connection.execute("SELECT count(*) FROM change_group").fetchone()[0])

    for _ in range(25):
        known = steps()
        use.step()
        assert steps() in {known, known + 1}
        if steps() > known:
            states.append(visible_state(journal))
    assert len(states) > 12
    for wanted in states[-2::-1]:
        clock.tick()
        journal.undo()
        assert visible_state(journal) == wanted
    with pytest.raises(NotFound, match="nothing to undo"):
        journal.undo()
    for wanted in states[1:]:
        clock.tick()
        journal.redo()
        assert visible_state(journal) == wanted
    with pytest.raises(NotFound, match="nothing to redo"):
        journal.redo()


def test_undo_says_what_it_took_back(journal: Journal, clock: FakeClock) -> None:
    journal.observations.capture("The dock was full, and then some more of it was full too.")
    clock.tick()
    journal.observations.star(1, True)
    assert journal.undo() == "star “The dock was full, and then some more o…”"
    assert journal.undo() == "add “The dock was full, and then some more o…”"
    assert journal.redo().startswith("add")


def test_undoing_an_add_puts_it_into_the_trash(journal: Journal) -> None:
    journal.observations.capture("The dock was full.")
    journal.undo()
    assert journal.observations.count(Filter()) == 0
    assert [o.text for o in journal.observations.page(Filter(trashed=True), limit=-1)] == ["The dock was full."]


def test_undoing_an_edit_loses_neither_wording(journal: Journal, clock: FakeClock) -> None:
    journal.observations.capture("first")
    clock.tick()
    journal.observations.edit(1, text="second")
    clock.tick()
    journal.undo()
    undone = journal.observations.with_wordings(1)
    assert undone.text == "first"
    assert "second" in [wording.text for wording in undone.earlier]
    assert undone.revised_at == undone.recorded_at


def test_something_new_ends_what_could_be_redone(journal: Journal) -> None:
    journal.observations.capture("one")
    journal.undo()
    journal.observations.capture("two")
    with pytest.raises(NotFound):
        journal.redo()
    journal.undo()
    assert journal.redo() == "add “two”"


def test_a_verb_that_changed_nothing_does_not_end_what_could_be_redone(journal: Journal) -> None:
    journal.observations.capture("one")
    journal.observations.star(1, True)
    journal.undo()
    journal.observations.star(1, False)
    journal.drafts.save("story", "", {"saw": "x"})
    journal.pitches.show(journal.pitches.current().id)
    assert journal.redo() == "star “one”"


def test_undo_reaches_the_last_step_of_whichever_window(journal: Journal, other: Journal) -> None:
    journal.observations.capture("mine")
    other.observations.capture("theirs")
    assert journal.undo() == "add “theirs”"
    assert other.undo() == "add “mine”"
    assert journal.redo() == "add “mine”"


@pytest.fixture
def other(journal: Journal, clock: FakeClock) -> Iterator[Journal]:
    """A second window on the same journal."""
    with open_journal(journal.path, now=clock) as opened:
        yield opened


def content(journal: Journal) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, as another program sees them."""
    connection = sqlite3.connect(journal.path)
    try:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    finally:
        connection.close()


def change_unseen(journal: Journal, number: int, **values: Any) -> None:
    """Change an observation as a merge does: in the journal's own rows, but not as a step of undo."""
    before = journal.observations.get(number)
    with journal._database.writing() as connection:
        storage.update(connection, before, replace(before, **values))


def test_undo_is_refused_when_the_row_was_changed_since(journal: Journal, other: Journal, clock: FakeClock) -> None:
    journal.observations.capture("first")
    clock.tick()
    journal.observations.edit(1, text="second")
    change_unseen(other, 1, text="third", updated_at=clock.tick())
    before = content(journal)
    with pytest.raises(ChangedElsewhere, match="changed again since"):
        journal.undo()
    assert content(journal) == before
    assert journal.observations.get(1).text == "third"


def test_redo_is_refused_when_the_row_was_changed_since(journal: Journal, other: Journal, clock: FakeClock) -> None:
    journal.observations.capture("first")
    journal.observations.star(1, True)
    journal.undo()
    change_unseen(other, 1, triage=Triage.WORRY, updated_at=clock.tick())
    before = content(journal)
    with pytest.raises(ChangedElsewhere):
        journal.redo()
    assert content(journal) == before


def test_redo_of_an_add_is_refused_when_it_was_taken_out_of_the_trash_since(journal: Journal, other: Journal) -> None:
    journal.observations.capture("first")
    journal.undo()
    change_unseen(other, 1, is_trashed=False)
    with pytest.raises(ChangedElsewhere):
        journal.redo()
    assert journal.observations.count(Filter()) == 1


def test_a_refused_undo_of_many_rows_leaves_every_one_of_them(
    journal: Journal, other: Journal, clock: FakeClock
) -> None:
    answers = MemoryAnswers(happened="It fell. #new", observed_on=when("2022"), impact=impact("7"))
    journal.stories.from_memory(answers)
    made = other.decisions.all()[0]
    with other._database.writing() as connection:
        connection.execute("UPDATE decision SET assumption = 'theirs', updated_at = ?", (clock.tick().isoformat(),))
    before = content(journal)
    with pytest.raises(ChangedElsewhere):
        journal.undo()
    assert content(journal) == before
    assert len(journal.stories.all()) == 1
    assert made.assumption == ""


def test_a_touch_that_changed_nothing_visible_does_not_block_undo(journal: Journal, clock: FakeClock) -> None:
    journal.observations.capture("first")
    journal._database.connection.execute("UPDATE observation SET updated_at = '2026-11-23T20:00:00.000000Z'")
    clock.tick()
    assert journal.undo() == "add “first”"


def test_a_column_that_a_later_version_added_does_not_block_undo(journal: Journal) -> None:
    journal.observations.capture("first")
    journal.observations.star(1, True)
    journal._database.connection.execute("ALTER TABLE observation ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")
    journal.undo()
    assert not journal.observations.get(1).starred


def test_the_profile_that_was_undone_counts_no_more(journal: Journal, clock: FakeClock) -> None:
    journal.pitches.save_profile(Profile(years=4, day_ends_at=11))
    clock.set(clock().replace(hour=10))
    yesterday = clock().date() - dt.timedelta(days=1)
    assert journal.today == yesterday
    journal.undo()
    assert journal.today == clock().date()
    assert journal.pitches.profile() == Profile()
    journal.pitches.save_profile(Profile(years=5))
    assert journal.pitches.profile().years == 5
    assert journal.today == clock().date()


def test_what_was_undone_can_be_written_again_from_the_same_form(journal: Journal, clock: FakeClock) -> None:
    first = journal.pitches.current()
    form = replace(first, opening="Two clocks.")
    journal.pitches.save(form)
    journal.undo()
    assert journal.pitches.current().opening == ""
    clock.tick()
    assert journal.pitches.save(form).opening == "Two clocks."
    assert journal.pitches.current().opening == "Two clocks."
    new = decision("Same-day slots", id=new_id())
    figures = [impact("7", decision_id=new.id)]
    journal.decisions.save(new, figures)
    journal.undo()
    clock.tick()
    journal.decisions.save(new, figures)
    assert [d.id for d in journal.decisions.all()] == [new.id]
    assert len(journal.decisions.impacts([new.id])[new.id]) == 1
    clock.tick()
    journal.undo()
    assert journal.decisions.all() == []


def test_a_launch_date_that_was_undone_leaves_no_trace_and_a_redone_one_does(
    journal: Journal, clock: FakeClock
) -> None:
    decision = journal.decisions.add("Lockers")
    for month in (3, 6):
        clock.tick()
        launched = When(dt.date(2024, month, 1))
        decision = journal.decisions.save(replace(decision, launched_on=launched))
    assert [change.launched_on.day for change in decision.launch_changes] == [dt.date(2024, 3, 1)]
    clock.tick()
    journal.undo()
    assert journal.decisions.get(decision.id).launched_on == When(dt.date(2024, 3, 1))
    assert journal.decisions.get(decision.id).launch_changes == ()
    clock.tick()
    journal.redo()
    changes = journal.decisions.get(decision.id).launch_changes
    assert [change.launched_on.day for change in changes] == [dt.date(2024, 3, 1)]
    clock.tick()
    journal.undo()
    assert journal.decisions.get(decision.id).launch_changes == ()


@pytest.mark.parametrize("later", ["nothing", "another step undone", "another step undone and redone"])
def test_a_first_launch_date_leaves_no_trace_however_often_it_is_undone_and_redone(
    later: str, journal: Journal, clock: FakeClock
) -> None:
    decision = journal.decisions.save(replace(journal.decisions.add("Lockers"), launched_on=When(dt.date(2024, 3, 1))))
    clock.tick()
    decision = journal.decisions.save(replace(decision, launched_on=UNKNOWN_DAY))
    moved_at = clock()
    steps = 1
    if later != "nothing":
        clock.tick()
        journal.decisions.save(replace(decision, title="Lockers everywhere"))
        steps = 2
    for _ in range(3):
        for _ in range(steps):
            clock.tick()
            journal.undo()
        assert journal.decisions.get(decision.id).launched_on == When(dt.date(2024, 3, 1))
        assert journal.decisions.get(decision.id).launch_changes == ()
        for _ in range(steps if later.endswith("redone") else 1):
            clock.tick()
            journal.redo()
        steps = steps if later.endswith("redone") else 1
        changes = journal.decisions.get(decision.id).launch_changes
        assert [(change.launched_on.day, change.changed_at) for change in changes] == [(dt.date(2024, 3, 1), moved_at)]
