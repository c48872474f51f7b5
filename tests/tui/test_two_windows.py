"""Two windows on one journal, and drafts of what was changed meanwhile: nobody's words are lost or written over."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from builders import decision, impact, observation, pitch, story, when
from conftest import FakeClock
from pivot_journal.domain.errors import JournalUnusable, NotFound, ValueRefused
from pivot_journal.domain.observation import Evidence, Reference
from pivot_journal.domain.pitch import Profile
from pivot_journal.journal import Journal, open_journal
from pivot_journal.journal.drafts import Draft
from pivot_journal.journal.keeping import restore
from pivot_journal.tui.desk import Desk, DraftKeeper
from pivot_journal.tui.forms.decision_form import DecisionForm
from pivot_journal.tui.forms.form import Form
from pivot_journal.tui.forms.memory_form import MemoryForm
from pivot_journal.tui.forms.numbers import whole_number, without_about
from pivot_journal.tui.forms.observation_form import ObservationForm
from pivot_journal.tui.forms.pitch_form import PitchForm
from pivot_journal.tui.forms.profile_form import ProfileForm
from pivot_journal.tui.forms.story_editor import StoryEditor
from pivot_journal.tui.views.drafts_view import DraftsView
from pivot_journal.tui.views.journal_view import JournalView
from pivot_journal.tui.views.like_panel import LikePanel
from pivot_journal.tui.widgets.add_line import AddLine
from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.entry_list import EntryList
from pivot_journal.tui.widgets.rows import Rows
from pivot_journal.tui.widgets.sorter import Sorter
from tui.helpers import main_screen, message_text, press, rows_text, running, screen_text

Open = Callable[[Desk], "Form | StoryEditor"]


async def opened(pilot: Pilot[None], make: Open) -> Form:
    """Open a form over what is shown."""
    panel = make(main_screen(pilot).desk)
    main_screen(pilot).open_panel(panel)
    await pilot.pause()
    return panel if isinstance(panel, Form) else panel.form


async def write(pilot: Pilot[None], form: Form, **texts: str) -> None:
    for name, text in texts.items():
        form.fields[name].value = text
        await pilot.pause()


async def leave(pilot: Pilot[None]) -> None:
    await press(pilot, "escape")
    assert "kept as a draft" in message_text(pilot)


def restored_line(pilot: Pilot[None]) -> str:
    return str(main_screen(pilot).query_one(".form--restored", Static).visual)


def listed(pilot: Pilot[None]) -> str:
    return rows_text(main_screen(pilot).query_one(DraftsView).query_one(Rows))


def edit(journal: Journal, number: int = 1) -> Open:
    found = journal.observations.get(number)
    return lambda desk: ObservationForm(desk, found, journal.observations.added_tags(found))


def edit_decision(journal: Journal, decision_id: str) -> Open:
    return lambda desk: DecisionForm(desk, journal.decisions.get(decision_id))


def drafts_of(journal: Journal, form: str) -> list[Draft]:
    return [draft for draft in journal.drafts.all() if draft.form == form]


# A restored draft


async def test_a_restored_draft_holds_only_what_was_touched_and_says_what_was_changed_elsewhere(
    journal: Journal, clock: FakeClock
) -> None:
    thing = journal.decisions.save(decision("Slots", assumption="a depot is open", trade_off="a field"))
    clock.tick()
    async with running(journal) as pilot:
        form = await opened(pilot, edit_decision(journal, thing.id))
        await write(pilot, form, assumption="mine", trade_off="")
        await leave(pilot)
        assert drafts_of(journal, "decision")[0].content == {"assumption": "mine", "trade_off": ""}
        form = await opened(pilot, edit_decision(journal, thing.id))
        assert "It was changed elsewhere" not in restored_line(pilot)
        await press(pilot, "escape")
        clock.tick()
        with open_journal(journal.path, now=clock) as other:
            other.decisions.save(replace(other.decisions.get(thing.id), title="Theirs", alternative="theirs"))
        form = await opened(pilot, edit_decision(journal, thing.id))
        assert "here again. It was changed elsewhere meanwhile." in restored_line(pilot)
        assert form.value("trade_off") == ""
        await press(pilot, "ctrl+s")
    stored = journal.decisions.get(thing.id)
    assert (stored.title, stored.assumption, stored.alternative) == ("Theirs", "mine", "theirs")
    assert stored.trade_off == ""
    assert journal.drafts.all() == []


async def test_a_restored_story_does_not_bring_untouched_links_back(journal: Journal, clock: FakeClock) -> None:
    seen = journal.observations.capture("We had 118 failed drops")
    told = journal.stories.save(story("Slots", observation_ids=(seen.id,)))
    clock.tick()

    def make(desk: Desk) -> StoryEditor:
        return StoryEditor(desk, journal.stories.get(told.id))

    async with running(journal) as pilot:
        form = await opened(pilot, make)
        await write(pilot, form, did="mine")
        await leave(pilot)
        assert drafts_of(journal, "story")[0].content == {"did": "mine"}
        clock.tick()
        with open_journal(journal.path, now=clock) as other:
            other.stories.save(replace(told, observation_ids=()))
        await opened(pilot, make)
        assert "here again. It was changed elsewhere meanwhile." in restored_line(pilot)
        await press(pilot, "ctrl+s")
    assert journal.stories.get(told.id).did == "mine"
    assert journal.stories.get(told.id).observation_ids == ()


async def test_what_was_only_chosen_or_linked_is_not_listed_as_typed(journal: Journal) -> None:
    first = journal.observations.capture("first")
    told = journal.stories.save(story("Slots"))
    journal.drafts.save("story", told.id, {"observations": first.id}, base="0", chosen=frozenset({"observations"}))
    async with running(journal) as pilot:
        assert first.id not in listed(pilot)
        assert "a choice or a link was changed" in listed(pilot)


async def test_the_draft_of_an_amount_finds_its_amount_again(journal: Journal, clock: FakeClock) -> None:
    first = impact("118", decision_id="d")
    journal.decisions.save(decision("Slots", id="d"), [first])
    clock.tick()
    async with running(journal) as pilot:
        form = await opened(pilot, edit_decision(journal, "d"))
        form.focus_field("launched_on")
        await pilot.pause()
        await write(pilot, form, impact1_amount="7", impact1_unit="hours")
        await leave(pilot)
        clock.tick()
        with open_journal(journal.path, now=clock) as other:
            other.decisions.save(other.decisions.get("d"), [first, impact("55", "calls", decision_id="d")])
        await opened(pilot, edit_decision(journal, "d"))
        await press(pilot, "ctrl+s")
    amounts = sorted((int(each.amount_low), each.unit) for each in journal.decisions.impacts(["d"])["d"])
    assert amounts == [(7, "hours"), (55, "calls"), (118, "failed drops")]


async def test_an_amount_deleted_elsewhere_is_not_brought_back_and_what_was_typed_for_it_is_shown(
    journal: Journal, clock: FakeClock
) -> None:
    journal.decisions.save(decision("Slots", id="d"), [impact("118", decision_id="d")])
    async with running(journal) as pilot:
        form = await opened(pilot, edit_decision(journal, "d"))
        clock.tick()
        with open_journal(journal.path, now=clock) as other:
            other.decisions.save(other.decisions.get("d"), [])
        assert isinstance(form, DecisionForm)
        form.decision = journal.decisions.get("d")  # the decision itself may not have been touched there
        await write(pilot, form, impact0_amount="97")
        await press(pilot, "ctrl+s")
        assert "changed elsewhere" in message_text(pilot)
        await press(pilot, "escape")
        form = await opened(pilot, edit_decision(journal, "d"))
        assert form.value("impact0_amount") == "97"
    assert journal.decisions.impacts(["d"]) == {}


# Something new in two windows


async def test_a_line_stored_in_one_window_leaves_the_half_typed_line_of_another(journal: Journal) -> None:
    async with running(journal) as pilot:
        await press(pilot, "a")
        main_screen(pilot).query_one(AddLine).editor.text = "half in A"
        await press(pilot, "escape")
        with open_journal(journal.path, now=journal.now) as other:
            async with running(other) as second:
                await press(second, "escape", "a")
                assert main_screen(second).query_one(AddLine).editor.text == ""
                main_screen(second).query_one(AddLine).editor.text = "whole in B"
                await press(second, "enter")
        assert [draft.content for draft in journal.drafts.all()] == [{"text": "half in A"}]
        await press(pilot, "a")
        assert main_screen(pilot).query_one(AddLine).editor.text == "half in A"


@pytest.mark.parametrize(
    ("make", "field", "key"),
    [
        (MemoryForm, "happened", "m"),
        (lambda desk: DecisionForm(desk, None), "title", "enter"),
        (lambda desk: PitchForm(desk, None, is_new=True), "audience", "enter"),
    ],
)
async def test_a_new_thing_of_another_window_is_offered_taken_over_and_cleared_when_stored(
    journal: Journal, make: Open, field: str, key: str
) -> None:
    async with running(journal) as pilot:
        form = await opened(pilot, make)
        await write(pilot, form, **{field: "half in A"})
        await leave(pilot)
        form_name = form.form
    async with running(journal) as pilot:
        assert "half in A" in listed(pilot)
        assert "(new)" in listed(pilot)
        await press(pilot, key)
        form = next(iter(main_screen(pilot).query(Form)))
        assert form.value(field) == "half in A"
        assert [draft.target for draft in drafts_of(journal, form_name)] == [main_screen(pilot).desk.new_target]
        if field == "happened":
            await write(pilot, form, on="2022")
        await press(pilot, "ctrl+s")
        assert not main_screen(pilot).query(Form), message_text(pilot)
    assert journal.drafts.all() == []


def test_a_draft_taken_over_puts_the_one_in_its_place_aside(journal: Journal) -> None:
    journal.drafts.save("memory", "new:b", {"happened": "mine"})
    journal.drafts.save("memory", "new:a", {"happened": "theirs"})
    theirs = journal.drafts.find("memory", "new:a")
    assert theirs is not None
    journal.drafts.take_over(theirs, "new:b")
    assert sorted(draft.content["happened"] for draft in journal.drafts.all()) == ["mine", "theirs"]
    found = journal.drafts.find("memory", "new:b")
    assert found is not None
    assert found.content == {"happened": "theirs"}


# The form of a note


async def test_only_what_was_touched_is_stored(journal: Journal, clock: FakeClock) -> None:
    journal.observations.capture("a note", tags=["dock"])
    async with running(journal) as pilot:
        form = await opened(pilot, edit(journal))
        clock.tick()
        with open_journal(journal.path, now=clock) as other:
            other.observations.edit(1, added_tags=["theirs"], evidence=Evidence.FROM_MEMORY)
        await write(pilot, form, text="a better note")
        await press(pilot, "ctrl+s")
    stored = journal.observations.get(1)
    assert (stored.text, stored.evidence) == ("a better note", Evidence.FROM_MEMORY)
    assert journal.observations.added_tags(stored) == ("theirs",)


async def test_a_note_dated_elsewhere_without_a_day_can_be_edited_and_keeps_its_reference(journal: Journal) -> None:
    reference = Reference(source="ticket system", reference="4471")
    journal.observations.capture(
        "imported", observed_on=when("2024-03"), evidence=Evidence.DATED_ELSEWHERE, reference=reference
    )
    async with running(journal) as pilot:
        form = await opened(pilot, edit(journal))
        await write(pilot, form, text="imported, and mended")
        await press(pilot, "ctrl+s")
        assert message_text(pilot) == "Saved."
        form = await opened(pilot, edit(journal))
        await write(pilot, form, evidence="from_memory")
        await press(pilot, "ctrl+s")
        assert message_text(pilot) == "Saved."
        stored = journal.observations.get(1)
        assert (stored.text, stored.evidence) == ("imported, and mended", Evidence.FROM_MEMORY)
        assert stored.reference == reference
        form = await opened(pilot, edit(journal))
        await write(pilot, form, evidence="dated_elsewhere")
        await press(pilot, "ctrl+s")
        assert "When was it dated there?" in message_text(pilot)


# Drafts of what is gone


async def test_the_draft_of_a_pitch_in_the_trash_is_shown_as_a_new_one(journal: Journal, clock: FakeClock) -> None:
    kept = journal.pitches.save(pitch("a PM"))
    gone = journal.pitches.save(pitch("another"))
    async with running(journal) as pilot:
        form = await opened(pilot, lambda desk: PitchForm(desk, gone))
        await write(pilot, form, opening="Twice a form decided")
        await leave(pilot)
    journal.pitches.trash(gone.id)
    async with running(journal) as pilot:
        await press(pilot, "enter")
        form = main_screen(pilot).query_one(PitchForm)
        assert form.value("opening") == "Twice a form decided"
        assert "no longer there" in message_text(pilot)
        await write(pilot, form, audience="a third")
        await press(pilot, "ctrl+s")
    assert [each.audience for each in journal.pitches.all()] == [kept.audience, "a third"]
    assert journal.pitches.current().audience == "a third"
    assert journal.drafts.all() == []


async def test_a_draft_of_a_note_that_is_gone_says_so_with_what_was_typed(journal: Journal) -> None:
    journal.drafts.save("observation", observation().id, {"text": "what I typed"}, base="0")
    async with running(journal) as pilot:
        await press(pilot, "enter")
        assert "no longer there" in message_text(pilot)
        assert "what I typed" in message_text(pilot)
        assert main_screen(pilot).query(DraftsView)


# Numbers


@pytest.mark.parametrize("typed", ["²", "9" * 5000, "", "1.5", "-1", "٣", "4 "])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueRefused, match="Years"):
        whole_number(typed, "Years")
    assert whole_number("0150", "Years") == 150


@pytest.mark.parametrize("typed", ["²"])
async def test_odd_digits_are_refused_and_the_app_lives(journal: Journal, typed: str) -> None:
    async with running(journal) as pilot:
        for make, field in ((ProfileForm, "years"), (ProfileForm, "day_ends_at"), (pitch_form, "pace")):
            form = await opened(pilot, make)
            await write(pilot, form, **{field: typed})
            await press(pilot, "ctrl+s")
            assert "is not a whole number" in message_text(pilot)
            assert pilot.app.focused is form.fields[field].input
            await press(pilot, "f8", "escape")
    assert journal.pitches.profile() == Profile()


def pitch_form(desk: Desk) -> PitchForm:
    return PitchForm(desk, desk.journal.pitches.current())


def test_an_about_is_taken_from_before_a_figure_alone() -> None:
    assert [without_about(text) for text in ("about 100", "ca. 80-120", "~€5", "roughly 7", "a lot", "some")] == [
        "100", "80-120", "€5", "7", "a lot", "some",
    ]  # fmt: skip


async def test_an_about_in_an_amount_goes_with_an_estimate(journal: Journal) -> None:
    thing = journal.decisions.add("Slots")
    async with running(journal) as pilot:
        form = await opened(pilot, edit_decision(journal, thing.id))
        await write(pilot, form, impact0_amount="about 100", impact0_basis="measured")
        assert form.fields["impact0_basis"].spec.note.startswith('An "about" goes with'), "before it is saved"
        await write(pilot, form, impact0_unit="drops")
        await press(pilot, "ctrl+s")
        assert 'An "about" goes with' in message_text(pilot)
        await write(pilot, form, impact0_basis="estimated")
        assert form.fields["impact0_basis"].spec.note == ""
        await press(pilot, "ctrl+s")
    [amount] = journal.decisions.impacts([thing.id])[thing.id]
    assert (int(amount.amount_low), amount.unit) == (100, "drops")


# Another journal in the place of this one


async def test_a_journal_that_is_restored_under_the_open_app_is_shown_as_it_is_then(
    journal: Journal, clock: FakeClock
) -> None:
    journal.observations.capture("A label was kept")
    copy = journal.keeping.backup()
    for text in ("A label went missing", "Two labels went missing"):
        clock.tick()
        journal.observations.capture(text)
    later = journal.keeping.backup()
    async with running(journal) as pilot:

        async def put_in_its_place(path: Path) -> None:
            restore(path, journal.path, clock)
            main_screen(pilot)._look()
            await pilot.pause()

        shown = main_screen(pilot).query_one(EntryList)
        await press(pilot, "s")
        assert main_screen(pilot).query_one(Sorter).observation == journal.observations.get(3)
        await put_in_its_place(copy)
        assert rows_text(shown).endswith("A label was kept")
        assert shown.count == 1
        assert "1 note · 1 unsorted" in screen_text(pilot)
        assert main_screen(pilot).query_one(Sorter).observation == journal.observations.get(1)
        await press(pilot, "escape")
        await put_in_its_place(later)
        await press(pilot, "home", "M")
        assert main_screen(pilot).query(LikePanel)
        await put_in_its_place(copy)
        assert not main_screen(pilot).query(LikePanel)
        assert message_text(pilot) == "That note is no longer there."
        assert shown.has_focus
        assert shown.observation == journal.observations.get(1)


async def test_a_view_that_cannot_be_read_keeps_nothing_else_from_being_shown_anew(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look_again(self: JournalView) -> None:
        raise NotFound("That is gone.")

    async with running(journal) as pilot:
        monkeypatch.setattr(JournalView, "look_again", look_again)
        journal.observations.capture("A label went missing")
        main_screen(pilot)._version = -1
        main_screen(pilot)._look()
        await pilot.pause()
        assert "1 note · 1 unsorted" in screen_text(pilot)
        assert message_text(pilot) == "! That is gone."


# A field, and another program that writes


async def test_the_cursor_stands_at_the_end_of_the_field_that_is_asked_for(journal: Journal) -> None:
    journal.observations.capture("a note", tags=["dock"])
    async with running(journal) as pilot:
        form = await opened(pilot, edit(journal))
        form.focus_field("tags")
        await pilot.pause()
        editor = form.fields["tags"].input
        assert isinstance(editor, Editor)
        assert editor.cursor_location == editor.document.end == (0, 4)


async def test_a_new_pitch_is_one_step_of_undo(journal: Journal) -> None:
    journal.pitches.save(pitch("a PM"))
    async with running(journal) as pilot:
        form = await opened(pilot, lambda desk: PitchForm(desk, None, is_new=True))
        await write(pilot, form, audience="another")
        await press(pilot, "ctrl+s")
        assert journal.pitches.current().audience == "another"
        await press(pilot, "u")
    assert [each.audience for each in journal.pitches.all()] == ["a PM"]


def test_a_draft_does_not_wait_for_a_program_that_is_writing_and_comes_later(journal: Journal) -> None:
    waiting: list[Callable[[], None]] = []
    keeper = DraftKeeper(journal, lambda _, run: waiting.append(run))
    other = sqlite3.connect(journal.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        begun = time.monotonic()
        for form in ("story", "memory", "decision"):
            keeper.touch(form, "", lambda: {"saw": "s"})
        waiting.pop()()  # does not raise
        with pytest.raises(JournalUnusable):
            keeper.flush()
        keeper.drop("memory", "")
        assert time.monotonic() - begun < 1.5
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert len(waiting) == 1
    waiting.pop()()
    assert sorted(draft.form for draft in journal.drafts.all()) == ["decision", "story"]
    assert journal._database.connection.execute("PRAGMA busy_timeout").fetchone()[0] == 5000


async def test_a_form_says_whether_it_was_left(journal: Journal) -> None:
    journal.observations.capture("a note")
    async with running(journal) as pilot:
        form = await opened(pilot, edit(journal))
        await write(pilot, form, text="half")
        other = sqlite3.connect(journal.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert form.action_close() is False
        other.execute("ROLLBACK")
        other.close()
        assert form.action_close() is True
    assert journal.drafts.all()[0].content == {"text": "half"}
