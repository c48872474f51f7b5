"""The Journal: write down in place, find, sort, edit, and see what another window does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest
from textual import events
from textual.pilot import Pilot

import pivot_journal.editor
from builders import when
from conftest import FakeClock
from pivot_journal.domain.errors import JournalUnusable
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Evidence, Observation, Triage
from pivot_journal.domain.words import day_label
from pivot_journal.journal import Journal, open_journal
from pivot_journal.settings import Settings
from pivot_journal.tui.forms.observation_form import ObservationForm
from pivot_journal.tui.screens.help import HelpRows
from pivot_journal.tui.views.journal_view import JournalView, marked_said
from pivot_journal.tui.widgets.add_line import keys_said, still_to_come_said
from pivot_journal.tui.widgets.preview import Preview
from pivot_journal.tui.widgets.title_bar import TitleBar
from tui.helpers import main_screen, message_text, press, rows_text, running, screen_text

NARROW = (80, 24)
NOTES = ("Label printer down again #returns", "Dock queue over an hour #dock", "Rota swapped, quiet day")


@pytest.fixture
def filled(journal: Journal, clock: FakeClock) -> Journal:
    """Three notes of today, the last one written standing first."""
    for text in reversed(NOTES):
        journal.observations.capture(text)
        clock.tick(60)
    return journal


@contextmanager
def other_window(journal: Journal, clock: FakeClock) -> Iterator[Journal]:
    clock.tick()
    with open_journal(journal.path, now=clock) as other:
        yield other


def view(pilot: Pilot[None]) -> JournalView:
    return main_screen(pilot).query_one(JournalView)


def here(pilot: Pilot[None]) -> Observation:
    observation = view(pilot).list.observation
    assert observation is not None
    return observation


def shown(pilot: Pilot[None]) -> list[str]:
    return [observation.text for observation in view(pilot).list.held]


def form(pilot: Pilot[None]) -> ObservationForm:
    return main_screen(pilot).query_one(ObservationForm)


def stored(journal: Journal) -> list[Observation]:
    return journal.observations.page(Filter(), limit=-1)


async def put(pilot: Pilot[None], text: str) -> None:
    """Paste a text where the cursor stands."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def wait_for(pilot: Pilot[None], text: str) -> None:
    """Wait until the screen shows a text; the app itself looks twice a second."""
    for _ in range(200):
        if text in screen_text(pilot):
            return
        await pilot.pause(0.02)
    raise AssertionError(f"never saw {text!r} in\n{screen_text(pilot)}")


async def look(pilot: Pilot[None]) -> None:
    """Let the app look now for what another window has done."""
    main_screen(pilot)._look()
    await pilot.pause()


async def click(pilot: Pilot[None], text: str, *, times: int = 1) -> None:
    """Click on a text that the screen shows."""
    lines = screen_text(pilot).split("\n")
    y = next(number for number, line in enumerate(lines) if text in line)
    await pilot.click(offset=(lines[y].index(text) + 1, y), times=times)
    await pilot.pause()


# Writing down


@pytest.mark.parametrize("width", [58, 66, 78])
@pytest.mark.parametrize("day", ["2026-09-23", "2026-09", "winter 2023"])
def test_what_the_keys_of_the_add_line_do_is_never_cut(day: str, width: int) -> None:
    said = f"{day_label(when(day))}, today"
    assert len(said + keys_said(width - len(said))) <= width
    assert "Enter saves · Esc" in keys_said(width - len(said))
    assert len(still_to_come_said("next friday")) <= 58


@pytest.mark.parametrize("width", [68, 80, 120])
def test_what_was_marked_is_said_with_its_decision_in_one_line(width: int) -> None:
    hint = " t makes a story of it."
    assert marked_said(Triage.FAILURE, "", "", width) == "▲ product-decision failure."
    assert marked_said(Triage.FAILURE, "Slots", hint, width) == f"▲ product-decision failure: Slots.{hint}"
    assert len(long := marked_said(Triage.FAILURE, "漢[b]\n" + "slots " * 90, hint, width)) <= width
    assert long.endswith(f"….{hint}")
    assert "\n" not in long


@pytest.mark.parametrize("size", [(120, 40), NARROW])
async def test_the_first_line_is_written_in_place_in_an_empty_journal(journal: Journal, size: tuple[int, int]) -> None:
    async with running(journal, size) as pilot:
        assert "Nothing here yet. Two ways to begin:" in screen_text(pilot)
        await press(pilot, "a")
        await put(pilot, "Dock queue over an hour")
        await press(pilot, "enter")
        assert "Nothing here yet" not in screen_text(pilot)
        assert here(pilot).text == "Dock queue over an hour"
        assert here(pilot).triage is Triage.UNTRIAGED
        assert "Written down: “Dock queue over an hour”." in message_text(pilot)
        await press(pilot, "a")
        await put(pilot, "Second")
        await press(pilot, "enter")
        assert [each.text for each in stored(journal)] == ["Second", "Dock queue over an hour"]
        for key in ("s", "slash", "ctrl+g", "a", "x", "f", "e"):  # what begins is about another note
            main_screen(pilot).say("f tags it as a product-decision failure.")
            await press(pilot, key)
            assert message_text(pilot) == "", key
            await press(pilot, "escape")


async def test_the_echo_says_what_day_it_will_be_while_it_is_typed(journal: Journal) -> None:
    async with running(journal, NARROW) as pilot:
        await press(pilot, "a")
        assert "Mon 23 Nov 2026, today · Enter saves · Esc keeps it for later" in screen_text(pilot)
        await put(pilot, "last friday: forty parcels at the wrong dock #dock #late")
        assert "Fri 20 Nov 2026 · Enter saves" in screen_text(pilot)
        await press(pilot, "enter")
        assert (here(pilot).text, here(pilot).observed_on) == (
            "forty parcels at the wrong dock #dock #late",
            when("2026-11-20"),
        )
        assert here(pilot).tags == ("dock", "late")


async def test_a_colon_that_follows_no_date_is_a_part_of_the_text(journal: Journal) -> None:
    async with running(journal, NARROW) as pilot:
        await press(pilot, "a")
        await put(pilot, "slot tool: shows closed depots")
        await press(pilot, "enter")
        assert here(pilot).text == "slot tool: shows closed depots"
        assert here(pilot).observed_on == when("2026-11-23")


async def test_a_future_day_is_refused_and_what_was_typed_stays(journal: Journal) -> None:
    async with running(journal, NARROW) as pilot:
        await press(pilot, "a")
        await put(pilot, "2026-12-01: one-tap reorder went live")
        await press(pilot, "enter")
        assert "“2026-12-01” is still to come: put it behind the text, or leave it out" in message_text(pilot)
        assert stored(journal) == []
        assert view(pilot).add_line.editor.text == "2026-12-01: one-tap reorder went live"
        assert pilot.app.focused is view(pilot).add_line.editor


async def test_an_empty_line_is_not_stored(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "a", "space", "enter")
        assert len(stored(filled)) == 3
        assert pilot.app.focused is view(pilot).list


async def test_a_line_that_is_left_is_kept_and_comes_back(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "a")
        await put(pilot, "half a thou")
        await press(pilot, "escape")
        assert "kept as a draft" in message_text(pilot)
        await press(pilot, "down", "a")
        assert view(pilot).add_line.editor.text == "half a thou"
        await put(pilot, "ght")
        await click(pilot, NOTES[2])
        await press(pilot, "a")  # what was typed since the last save is not read away
        assert view(pilot).add_line.editor.text == "half a thought"
        await press(pilot, "enter")
        assert here(pilot).text == "half a thought"
        assert filled.drafts.all() == []


async def test_a_paste_over_a_million_characters_is_refused_in_words(journal: Journal) -> None:
    async with running(journal, NARROW) as pilot:
        await press(pilot, "a")
        await put(pilot, "x" * 1_000_001)
        assert view(pilot).add_line.editor.text == ""
        assert "over a million characters" in message_text(pilot)


async def test_a_new_line_is_seen_even_while_something_is_searched(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "slash")
        await put(pilot, "dock")
        await press(pilot, "enter", "a")
        await put(pilot, "nothing of the kind")
        await press(pilot, "enter")
        assert here(pilot).text == "nothing of the kind"
        assert len(shown(pilot)) == 4


async def test_what_is_restored_from_a_killed_program_is_offered_and_enter_goes_on(filled: Journal) -> None:
    filled.drafts.save("observation", "", {"text": "typed before the lights went out"})
    async with running(filled, NARROW) as pilot:
        await wait_for(pilot, "typed before the lights went out")
        await press(pilot, "enter")
        assert view(pilot).add_line.editor.text == "typed before the lights went out"
        assert pilot.app.focused is view(pilot).add_line.editor
        await put(pilot, "!")
        await press(pilot, "enter")
        assert here(pilot).text == "typed before the lights went out!"


async def test_an_edit_that_was_cut_off_is_offered_and_enter_brings_its_form_back(filled: Journal) -> None:
    target = stored(filled)[0]
    filled.drafts.save("observation", target.id, {"text": "Label printer down, and", "on": "2026-11-22"})
    async with running(filled, NARROW) as pilot:
        await press(pilot, "enter")
        assert pilot.app.focused is form(pilot).fields["text"].input
        assert form(pilot).value("text") == "Label printer down, and"
        assert form(pilot).value("on") == "2026-11-22"
        await put(pilot, " out")
        await press(pilot, "ctrl+s")
        assert filled.observations.get(target.number).text == "Label printer down, and out"
        assert filled.observations.get(target.number).observed_on == when("2026-11-22")


async def test_a_restored_edit_of_what_was_changed_meanwhile_says_so(filled: Journal, clock: FakeClock) -> None:
    target = stored(filled)[0]
    filled.drafts.save("observation", target.id, {"text": "mine"})
    clock.tick()
    filled.observations.edit(target.number, text="theirs")
    clock.tick()
    async with running(filled, NARROW) as pilot:
        await press(pilot, "enter", "ctrl+s")
        assert "changed elsewhere meanwhile" in message_text(pilot)
    earlier = [wording.text for wording in filled.observations.with_wordings(target.number).earlier]
    assert earlier == [NOTES[0], "theirs"]


async def test_unfinished_forms_can_be_thrown_away_or_left_for_later(filled: Journal) -> None:
    filled.drafts.save("observation", "", {"text": "one"})
    filled.drafts.save("profile", "", {"field": "parcels"})
    async with running(filled, NARROW) as pilot:
        await press(pilot, "delete")
        assert len(filled.drafts.all()) == 1
        await press(pilot, "escape")
        assert pilot.app.focused is view(pilot).list
        assert len(filled.drafts.all()) == 1


# Editing


async def edit(pilot: Pilot[None], **values: str) -> None:
    """Open the form of the highlighted one and write values into its fields."""
    await press(pilot, "e")
    for name, value in values.items():
        form(pilot).fields[name].value = value
    await pilot.pause()


@pytest.mark.parametrize("size", [(120, 40), NARROW])
async def test_text_day_and_tags_are_edited_by_keys_alone(filled: Journal, size: tuple[int, int]) -> None:
    async with running(filled, size) as pilot:
        number = here(pilot).number
        await press(pilot, "enter")
        await put(pilot, ", 40 relabelled")
        await press(pilot, "enter", "ctrl+u")
        await put(pilot, "yesterday")
        await press(pilot, "enter")
        await put(pilot, "printer, labels")
        await press(pilot, "ctrl+s")
        assert message_text(pilot) == "Saved."
        assert here(pilot).number == number
        assert here(pilot).text == f"{NOTES[0]}, 40 relabelled"
        assert here(pilot).observed_on == when("2026-11-22")
        assert set(here(pilot).tags) == {"returns", "printer", "labels"}
        assert [w.text for w in filled.observations.with_wordings(number).earlier] == [NOTES[0]]


async def test_what_cannot_be_stored_is_said_beside_the_field_and_nothing_is_lost(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "e")
        for field, value, message in (
            ("text", " ", "empty"),
            ("on", "2026-11-24", "in the future"),
            ("on", "when the cows came", "when the cows came"),
            ("tags", "re;turns", "cannot be a tag"),
        ):
            before = form(pilot).value(field)
            form(pilot).fields[field].value = value
            await press(pilot, "ctrl+s")
            assert message in message_text(pilot)
            assert pilot.app.focused is form(pilot).fields[field].input
            assert stored(filled)[0].text == NOTES[0]
            form(pilot).fields[field].value = before


async def test_dated_elsewhere_needs_where_and_when(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await edit(pilot, evidence=Evidence.DATED_ELSEWHERE.value)
        await press(pilot, "ctrl+s")
        assert "Where was it dated?" in message_text(pilot)
        assert pilot.app.focused is form(pilot).fields["source"].input
        await put(pilot, "ticket system")
        await press(pilot, "ctrl+s")
        assert "When was it dated there?" in message_text(pilot)
        assert pilot.app.focused is form(pilot).fields["dated_on"].input
        await put(pilot, "2026-12-24")
        await press(pilot, "ctrl+s")
        assert "in the future" in message_text(pilot)
        await press(pilot, "ctrl+u")
        await put(pilot, "march 2026")
        await press(pilot, "ctrl+s")
        assert "is not a day" in message_text(pilot)
        assert pilot.app.focused is form(pilot).fields["dated_on"].input
        await press(pilot, "ctrl+u")
        await put(pilot, "2026-11-20")
        await press(pilot, "ctrl+s")
        assert message_text(pilot) == "Saved."
        assert here(pilot).evidence is Evidence.DATED_ELSEWHERE
        assert str(here(pilot).reference) == "ticket system"
        assert "dated elsewhere: ticket system of " in screen_text(pilot)


async def test_the_rest_of_the_form_opens_as_soon_as_it_is_needed(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "e")
        assert not form(pilot).fields["source"].display
        await press(pilot, "f4")
        assert form(pilot).fields["source"].display
        await press(pilot, "f4")
        form(pilot).fields["evidence"].value = Evidence.DATED_ELSEWHERE.value
        await pilot.pause()
        assert form(pilot).fields["source"].display


async def test_escape_keeps_an_edit_and_f8_throws_it_away(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "e")
        await put(pilot, "!")
        await press(pilot, "escape")
        assert "kept as a draft" in message_text(pilot)
        assert pilot.app.focused is view(pilot).list
        assert stored(filled)[0].text == NOTES[0]
        await press(pilot, "e")
        assert "What you had typed on 23 Nov at 18:0" in screen_text(pilot)
        assert form(pilot).value("text") == f"{NOTES[0]}!"
        await press(pilot, "f8")
        assert form(pilot).value("text") == NOTES[0]
        assert filled.drafts.all() == []
        await press(pilot, "escape", "e")
        assert "What you had typed" not in screen_text(pilot)


async def test_an_edit_of_what_another_window_changed_keeps_both_wordings(filled: Journal, clock: FakeClock) -> None:
    async with running(filled, NARROW) as pilot:
        number = here(pilot).number
        await press(pilot, "e")
        await put(pilot, " MINE")
        with other_window(filled, clock) as other:
            other.observations.edit(number, text="THEIRS")
        clock.tick()
        await look(pilot)
        assert form(pilot).value("text") == f"{NOTES[0]} MINE"  # the open form is left alone
        await press(pilot, "ctrl+s")
        assert "changed elsewhere meanwhile" in message_text(pilot)
        whole = filled.observations.with_wordings(number)
        assert whole.text == f"{NOTES[0]} MINE"
        assert "THEIRS" in [wording.text for wording in whole.earlier]


async def test_an_editor_that_cannot_be_opened_here_is_said(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "E")
        assert message_text(pilot) == "! This terminal cannot be handed to an editor; e edits here."


@pytest.fixture
def hands_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the app hand its terminal over, as it can in a real one."""

    @contextmanager
    def suspend(self: object) -> Iterator[None]:
        yield

    monkeypatch.setattr("pivot_journal.tui.app.PivotApp.suspend", suspend)


@pytest.mark.usefixtures("hands_over")
async def test_the_users_own_editor_writes_the_text(filled: Journal, tmp_path: Path) -> None:
    editor = tmp_path / "my editor"
    editor.write_text("#!/bin/sh\nprintf ' from outside' >> \"$1\"\n")
    editor.chmod(0o700)
    async with running(filled, NARROW, environ={"EDITOR": f"'{editor}'"}) as pilot:
        await press(pilot, "E")
        assert message_text(pilot) == "Saved."
        assert here(pilot).text == f"{NOTES[0]} from outside"


@pytest.mark.usefixtures("hands_over")
@pytest.mark.parametrize(("editor", "said"), [("false", "ended with status 1"), ("/no/such", "cannot be started")])
async def test_an_editor_that_fails_changes_nothing(filled: Journal, editor: str, said: str) -> None:
    async with running(filled, NARROW, environ={"EDITOR": editor}) as pilot:
        await press(pilot, "E")
        assert said in message_text(pilot)
        assert here(pilot).text == NOTES[0]


@pytest.mark.usefixtures("hands_over")
async def test_an_edit_outside_that_changes_nothing_writes_nothing(filled: Journal) -> None:
    async with running(filled, NARROW, environ={"EDITOR": "true"}) as pilot:
        await press(pilot, "E")
        assert message_text(pilot) == "Nothing was changed."


@pytest.mark.usefixtures("hands_over")
async def test_what_the_editor_wrote_and_cannot_be_stored_is_put_into_the_form(
    filled: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise JournalUnusable("The journal is being written by another program.")

    monkeypatch.setattr(pivot_journal.editor, "edit_text", lambda text, environ: "written outside")
    monkeypatch.setattr(type(filled.observations), "edit", refuse)
    async with running(filled, NARROW) as pilot:
        await press(pilot, "E")
        assert "What you wrote is here" in message_text(pilot)
        assert form(pilot).value("text") == "written outside"
        await press(pilot, "escape")
    assert [draft.content["text"] for draft in filled.drafts.all()] == ["written outside"]


# Finding


@pytest.mark.parametrize("size", [(120, 40), NARROW])
async def test_find_as_you_type_and_escape_shows_everything_again(filled: Journal, size: tuple[int, int]) -> None:
    async with running(filled, size) as pilot:
        await press(pilot, "slash")
        await put(pilot, "que")
        assert shown(pilot) == [NOTES[1]]
        await press(pilot, "escape")
        assert shown(pilot) == list(NOTES)
        assert here(pilot).text == NOTES[1]  # what was found is seen among its neighbours
        assert pilot.app.focused is view(pilot).list


async def test_enter_goes_to_what_was_found_and_escape_there_shows_everything(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "slash")
        await put(pilot, "quiet")
        await press(pilot, "enter")
        assert pilot.app.focused is view(pilot).list
        assert shown(pilot) == [NOTES[2]]
        await press(pilot, "asterisk")
        assert shown(pilot) == [NOTES[2]]  # a change made there leaves the search as it is
        assert here(pilot).starred
        assert message_text(pilot).startswith("★: ")
        await press(pilot, "asterisk")
        assert message_text(pilot).startswith("No star any more: ")
        await press(pilot, "escape")
        assert shown(pilot) == list(NOTES)
        assert not view(pilot).search.has_class("-open")


async def test_a_tag_is_found_by_its_sign_while_it_is_typed(filled: Journal, clock: FakeClock) -> None:
    clock.tick()
    filled.observations.capture("the dock itself, without a tag", observed_on=when("2026-11-20"))
    filled.observations.capture("#docking is another tag", observed_on=when("2026-11-19"))
    async with running(filled, NARROW) as pilot:
        await press(pilot, "slash")
        await put(pilot, "#doc")
        assert NOTES[1] in shown(pilot)
        await put(pilot, "k")
        assert shown(pilot) == [NOTES[1]]


async def test_nothing_found_says_so_and_how_to_go_back(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "slash")
        await put(pilot, "zebra")
        assert "Nothing found" in screen_text(pilot)
        await press(pilot, "enter", "escape")
        assert shown(pilot) == list(NOTES)
        await press(pilot, "down")
        assert here(pilot).text == NOTES[1]


async def test_no_sign_that_is_searched_for_does_harm(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        for typed in ("don't", '"', "AND", "-x", "(", "*", "#", "# dock", "%", "C++", "NEAR(", "é"):
            await press(pilot, "slash")
            await put(pilot, typed)
            await press(pilot, "escape")
            assert shown(pilot) == list(NOTES), typed


async def test_ctrl_g_jumps_to_a_date_in_words(journal: Journal) -> None:
    for month in range(1, 13):
        journal.observations.capture(f"note of month {month}", observed_on=when(f"2025-{month:02}-15"))
    async with running(journal, NARROW) as pilot:
        await press(pilot, "ctrl+g")
        await put(pilot, "march 2025")
        await press(pilot, "enter")
        assert here(pilot).text == "note of month 3"
        assert view(pilot).list.has_focus
        await press(pilot, "ctrl+g")
        await put(pilot, "last frost")
        await press(pilot, "enter")
        assert "last frost" in message_text(pilot)
        assert view(pilot).search.editor.has_focus
        await press(pilot, "escape")
        assert here(pilot).text == "note of month 3"
        await press(pilot, "ctrl+g")
        await put(pilot, "1999")
        await press(pilot, "enter")
        assert here(pilot).text == "note of month 1"


# Sorting the highlighted one


@pytest.mark.parametrize("size", [(120, 40), NARROW])
async def test_f_tags_it_as_a_failure_of_a_new_decision(filled: Journal, size: tuple[int, int]) -> None:
    async with running(filled, size) as pilot:
        await press(pilot, "f")
        assert "Nothing yet: type a title for it." in screen_text(pilot)
        await put(pilot, "One printer per dock")
        assert "new: One printer per dock" in screen_text(pilot)
        await press(pilot, "enter")
        assert (here(pilot).triage, here(pilot).decision) == (Triage.FAILURE, "One printer per dock")
        assert message_text(pilot) == "▲ product-decision failure: One printer per dock. t makes a story of it."
        assert pilot.app.focused is view(pilot).list
        assert "▲ product-decision failure · One printer per dock" in screen_text(pilot)
        assert [decision.title for decision in filled.decisions.all()] == ["One printer per dock"]


async def test_w_and_o_take_a_decision_that_is_there(filled: Journal) -> None:
    slots = filled.decisions.add("Same-day slots for every store")
    filled.decisions.add("One-tap reorder")
    async with running(filled, NARROW) as pilot:
        for key, triage in (("w", Triage.WORRY), ("o", Triage.OPPORTUNITY)):
            await press(pilot, key)
            await put(pilot, "slot")
            assert "One-tap reorder" not in rows_text(view(pilot)._picker._rows)  # type: ignore[union-attr]
            await press(pilot, "enter")
            assert (here(pilot).triage, here(pilot).decision_id) == (triage, slots.id)
            await press(pilot, "down")


async def test_leaving_the_question_sorts_nothing_and_no_decision_yet_is_a_choice(filled: Journal) -> None:
    slots = filled.decisions.add("Same-day slots")
    async with running(filled, NARROW) as pilot:
        await press(pilot, "f", "escape")
        assert message_text(pilot) == "Nothing was changed."
        assert pilot.app.focused is view(pilot).list
        await press(pilot, "s", "f", "escape")
        assert view(pilot)._sorter.observation.text == NOTES[0]  # type: ignore[union-attr]
        assert "3 unsorted" in screen_text(pilot), "the same one is asked for again"
        assert all(each.triage is Triage.UNTRIAGED for each in stored(filled))

        await press(pilot, "f")
        assert "No decision yet" in screen_text(pilot)
        await press(pilot, "up", "enter")  # it stands last: up from the first goes there
        assert (stored(filled)[0].triage, stored(filled)[0].decision) == (Triage.FAILURE, None)
        assert "2 unsorted" in screen_text(pilot)
        await press(pilot, "escape", "home", "f", "enter")
        assert here(pilot).decision_id == slots.id
        await press(pilot, "w")
        assert "No decision yet" not in screen_text(pilot), "it has one, and keeps it"
        await press(pilot, "escape")
        assert here(pilot).triage is Triage.FAILURE


async def test_n_asks_nothing_and_leaves_its_decision(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "n")
        assert here(pilot).triage is Triage.NOT_PRODUCT
        assert "not product" in message_text(pilot)
        assert "· not product" in screen_text(pilot)


async def test_the_likeliest_decision_stands_first_and_arrows_choose(filled: Journal, clock: FakeClock) -> None:
    first = filled.decisions.add("First")
    clock.tick()
    second = filled.decisions.add("Second")
    filled.observations.sort(stored(filled)[0].number, Triage.FAILURE, first.id)
    async with running(filled, NARROW) as pilot:
        await press(pilot, "w", "enter")  # its own decision stands first
        assert here(pilot).decision_id == first.id
        await press(pilot, "w", "down", "enter")
        assert here(pilot).decision_id == second.id


async def test_a_decision_can_be_clicked(filled: Journal) -> None:
    slots = filled.decisions.add("Same-day slots")
    filled.decisions.add("Other")
    async with running(filled, NARROW) as pilot:
        await press(pilot, "f")
        await click(pilot, "Same-day slots")
        if view(pilot)._picker is not None:
            await click(pilot, "Same-day slots")
        assert here(pilot).decision_id == slots.id


async def test_one_question_stands_at_a_time(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "f")
        await click(pilot, NOTES[2])
        await press(pilot, "w")
        assert screen_text(pilot).count("decision is it about?") == 1
        assert "Which decision was it" not in screen_text(pilot)
        await press(pilot, "enter")  # no decision yet
        assert here(pilot).text == NOTES[2]
        assert here(pilot).triage is Triage.WORRY
        assert [each.triage for each in stored(filled)][:2] == [Triage.UNTRIAGED, Triage.UNTRIAGED]


@pytest.mark.parametrize("keys", ["n", "fX", "w", "*", "delete"])
async def test_each_change_of_the_highlighted_one_is_undone_and_done_again(filled: Journal, keys: str) -> None:
    def state() -> list[object]:
        return [(o.text, o.triage, o.decision, o.starred) for o in stored(filled)]

    async with running(filled, NARROW) as pilot:
        before = state()
        if keys == "fX":
            await press(pilot, "f")
            await put(pilot, "X")
            await press(pilot, "enter")
        elif keys == "w":
            await press(pilot, "w", "enter")  # no decision yet
        else:
            await press(pilot, "asterisk" if keys == "*" else keys)
        after = state()
        assert after != before
        await press(pilot, "u")
        assert state() == before
        assert message_text(pilot).startswith("Undone: ")
        assert shown(pilot) == list(NOTES)
        await press(pilot, "U")
        assert state() == after
        assert message_text(pilot).startswith("Done again: ")


async def test_the_last_one_in_the_trash_leaves_an_empty_journal_whose_keys_work(journal: Journal) -> None:
    journal.observations.capture("the only one")
    async with running(journal, NARROW) as pilot:
        await press(pilot, "delete")
        assert "in the trash; u brings it back" in message_text(pilot)
        assert "Nothing here yet" in screen_text(pilot)
        await press(pilot, "u")
        assert here(pilot).text == "the only one"
        await press(pilot, "delete", "a")
        await put(pilot, "x")
        await press(pilot, "enter")
        assert shown(pilot) == ["x"]


async def test_nothing_to_undo_is_said(journal: Journal) -> None:
    async with running(journal, NARROW) as pilot:
        await press(pilot, "u")
        assert message_text(pilot) == "! There is nothing to undo."
        await press(pilot, "U")
        assert message_text(pilot) == "! There is nothing to redo."


async def test_keys_for_the_highlighted_one_do_no_harm_where_there_is_none(journal: Journal) -> None:
    async with running(journal, NARROW) as pilot:
        await press(
            pilot, "f", "w", "o", "n", "e", "E", "asterisk", "t", "delete", "escape", "up", "G", "pagedown", "s"
        )
        assert message_text(pilot) == ""
        line = screen_text(pilot).split("\n")[-1]
        assert "a add" in line
        assert "failure" not in line


async def test_t_opens_the_story_of_its_decision(filled: Journal) -> None:
    pytest.importorskip("pivot_journal.tui.forms.story_editor")
    from pivot_journal.tui.forms.story_editor import StoryEditor

    async with running(filled, NARROW) as pilot:
        await press(pilot, "t")
        assert "It has no decision yet" in message_text(pilot)
        await press(pilot, "f")
        await put(pilot, "One printer per dock")
        await press(pilot, "enter", "t")
        await pilot.pause()
        assert main_screen(pilot).query(StoryEditor)
        assert [story.title for story in filled.stories.all()] == ["One printer per dock"]
        assert pilot.app.focused is not None
        assert StoryEditor in {type(node) for node in pilot.app.focused.ancestors}


# Sorting one by one


@pytest.mark.parametrize("size", [(120, 40), NARROW, (60, 20)])
async def test_sorting_shows_one_at_a_time_until_all_are_sorted(filled: Journal, size: tuple[int, int]) -> None:
    async with running(filled, size) as pilot:
        await press(pilot, "s")
        assert "3 unsorted · Mon 23 Nov 2026" in screen_text(pilot)
        assert "a launch still to come worries me" in screen_text(pilot)
        assert "undo the last" in screen_text(pilot)
        assert here(pilot).text == NOTES[0]
        await press(pilot, "n")
        assert "2 unsorted" in screen_text(pilot)
        assert here(pilot).text == NOTES[1]
        await press(pilot, "f")
        await put(pilot, "Dock plan")
        await press(pilot, "enter")
        assert "1 unsorted" in screen_text(pilot)
        await press(pilot, "n")
        assert message_text(pilot) == "Everything is sorted."
        assert pilot.app.focused is view(pilot).list
        assert [o.triage for o in stored(filled)] == [Triage.NOT_PRODUCT, Triage.FAILURE, Triage.NOT_PRODUCT]
        await press(pilot, "s")
        assert view(pilot)._sorter is None


async def test_later_puts_one_off_and_says_how_many_at_the_end(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "s", "l", "n", "n")
        assert message_text(pilot) == "1 put off; the rest is sorted."
        assert stored(filled)[0].triage is Triage.UNTRIAGED


async def test_undo_while_sorting_goes_back_to_the_one_before_whether_sorted_or_put_off(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "s", "u")
        assert message_text(pilot) == "Nothing has been sorted here yet."
        assert len(stored(filled)) == 3  # what was done before sorting is not taken back by it
        await press(pilot, "n", "l")
        assert view(pilot)._sorter.observation.text == NOTES[2]  # type: ignore[union-attr]
        await press(pilot, "u")
        assert view(pilot)._sorter.observation.text == NOTES[1]  # type: ignore[union-attr]
        await press(pilot, "u")
        assert view(pilot)._sorter.observation.text == NOTES[0]  # type: ignore[union-attr]
        assert "3 unsorted" in screen_text(pilot)
        await press(pilot, "n", "n", "n")
        assert message_text(pilot) == "Everything is sorted."


async def test_escape_stops_sorting_where_it_stands(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "s", "n", "escape")
        assert "a product decision caused it" not in screen_text(pilot)
        assert pilot.app.focused is view(pilot).list
        await press(pilot, "up")
        assert here(pilot).text == NOTES[0]


async def test_what_is_being_sorted_stays_under_the_keys_when_another_window_adds(
    filled: Journal, clock: FakeClock
) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "s")
        with other_window(filled, clock) as other:
            other.observations.capture("from the shell")
        await look(pilot)
        assert "4 unsorted" in screen_text(pilot)
        await press(pilot, "n")
        assert next(o for o in stored(filled) if o.text == NOTES[0]).triage is Triage.NOT_PRODUCT
        assert stored(filled)[0].triage is Triage.UNTRIAGED


async def test_what_another_window_sorted_is_passed_over(filled: Journal, clock: FakeClock) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "s")
        with other_window(filled, clock) as other:
            other.observations.sort(here(pilot).number, Triage.NOT_PRODUCT)
        await look(pilot)
        assert here(pilot).text == NOTES[1]
        assert "2 unsorted" in screen_text(pilot)


# Keys, help, palette, preview


async def test_p_hides_and_shows_the_preview(filled: Journal) -> None:
    async with running(filled) as pilot:
        preview = main_screen(pilot).query_one(Preview)
        assert preview.region.width > 30
        await press(pilot, "p")
        assert not preview.region
        await press(pilot, "p")
        assert preview.region.width > 30


async def test_p_turns_a_narrow_screen_into_the_preview_and_back(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        preview = main_screen(pilot).query_one(Preview)
        assert not preview.region
        await press(pilot, "p")
        assert preview.region.width == NARROW[0]
        await press(pilot, "p")
        assert not preview.region
        assert pilot.app.focused is view(pilot).list


async def test_the_help_lists_every_key_that_works_here(filled: Journal) -> None:
    async with running(filled, (120, 60)) as pilot:
        await press(pilot, "question_mark")
        text = rows_text(pilot.app.screen.query_one(HelpRows))
        for words in ("Journal", "Write down what happened", "Move down", "Jump to a date in words", "Take the last"):
            assert words in text
        await press(pilot, "escape", "s", "question_mark")
        assert "A launch still to come worries me" in screen_text(pilot)
        assert "↓ more" in screen_text(pilot)
        first = screen_text(pilot)
        await press(pilot, "down")
        assert screen_text(pilot) != first
        await press(pilot, "end")
        assert "↓ more" not in screen_text(pilot)


async def test_the_palette_finds_a_key_by_its_words_and_presses_it(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "ctrl+p")
        await put(pilot, "stand out")
        for _ in range(100):
            if "Let it stand out" in screen_text(pilot):
                break
            await pilot.pause(0.02)
        await press(pilot, "down", "enter")
        for _ in range(100):
            if stored(filled)[0].starred:
                break
            await pilot.pause(0.02)
        assert stored(filled)[0].starred
        await press(pilot, "ctrl+p")
        await put(pilot, "backup")
        await wait_for(pilot, "In the shell: pivot backup")
        await press(pilot, "enter")
        await wait_for(pilot, "In the shell: pivot backup (pivot backup -h says more)")


@pytest.mark.parametrize("width", [120, 80, 60])
async def test_the_line_of_keys_always_ends_with_help_and_quit(filled: Journal, width: int) -> None:
    async with running(filled, (width, 24)) as pilot:
        line = screen_text(pilot).split("\n")[-1]
        assert len(line.rstrip()) <= width
        assert line.rstrip().endswith("? all keys  q quit")
        assert "a add" in line


async def test_today_turns_over_while_the_app_stands_open(filled: Journal, clock: FakeClock) -> None:
    async with running(filled, NARROW) as pilot:
        assert "Today" in rows_text(view(pilot).list)
        clock.advance(days=1)
        view(pilot)._turn_over()
        await pilot.pause()
        assert "Today" not in rows_text(view(pilot).list)
        assert "Mon 23" in rows_text(view(pilot).list)


async def test_the_profile_is_stored_and_refuses_what_is_no_number(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "f2")
        await put(pilot, "four")
        await press(pilot, "ctrl+s")
        assert '"four" is not a whole number' in message_text(pilot)
        await press(pilot, "ctrl+u")
        await put(pilot, "4")
        await press(pilot, "enter")
        await put(pilot, "parcels")
        await press(pilot, "enter", "enter", "ctrl+u")
        await put(pilot, "40")
        await press(pilot, "ctrl+s")
        assert message_text(pilot).startswith("!")
        await press(pilot, "ctrl+u")
        await put(pilot, "3")
        await press(pilot, "enter")
        assert message_text(pilot).startswith("That was the last field. Ctrl+S saves")
        await press(pilot, "ctrl+s")
        assert message_text(pilot) == "Saved."
        profile = filled.pitches.profile()
        assert (profile.years, profile.field, profile.day_ends_at) == (4, "parcels", 3)
        assert filled.drafts.all() == []


# Another window


async def test_what_the_shell_adds_appears_within_a_second(filled: Journal, clock: FakeClock) -> None:
    async with running(filled, NARROW) as pilot:
        with other_window(filled, clock) as other:
            other.observations.capture("from the shell")
            await wait_for(pilot, "from the shell")
        assert here(pilot).text == NOTES[0]  # the cursor stays where it stood


async def test_cursor_search_and_half_a_line_stay_while_another_window_writes(
    filled: Journal, clock: FakeClock
) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "slash")
        await put(pilot, "quiet")
        await press(pilot, "enter", "a")
        await put(pilot, "half")
        with other_window(filled, clock) as other:
            other.observations.capture("another quiet one")
        await look(pilot)
        assert view(pilot).add_line.editor.text == "half"
        assert pilot.app.focused is view(pilot).add_line.editor
        assert shown(pilot) == ["another quiet one", NOTES[2]]
        assert here(pilot).text == NOTES[2]


async def test_what_another_window_puts_into_the_trash_hands_the_cursor_to_its_neighbour(
    filled: Journal, clock: FakeClock
) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "down")
        with other_window(filled, clock) as other:
            other.observations.trash(here(pilot).number)
        await look(pilot)
        assert shown(pilot) == [NOTES[0], NOTES[2]]
        assert here(pilot).text == NOTES[2]


async def test_a_journal_that_cannot_be_read_is_said_and_not_fatal(
    filled: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise JournalUnusable("The journal is being written by another program. Try again in a moment.")

    async with running(filled, NARROW) as pilot:
        monkeypatch.setattr(type(filled.observations), "page", refuse)
        await press(pilot, "slash")
        await put(pilot, "dock")
        assert "being written by another program" in message_text(pilot)


# Mouse


async def test_a_row_is_clicked_to_stand_on_it_and_clicked_again_to_edit_it(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await click(pilot, NOTES[2])
        assert here(pilot).text == NOTES[2]
        await click(pilot, NOTES[2])
        assert form(pilot).value("text") == NOTES[2]


async def test_a_key_in_the_line_of_keys_can_be_clicked(filled: Journal) -> None:
    async with running(filled) as pilot:
        await click(pilot, "s sort")
        assert "3 unsorted" in screen_text(pilot)
        await click(pilot, "n not product")
        assert "2 unsorted" in screen_text(pilot)
        await click(pilot, "Esc done")
        await click(pilot, "a add")
        assert pilot.app.focused is view(pilot).add_line.editor


async def test_a_view_in_the_title_line_can_be_clicked(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await click(pilot, "4 Pitch")
        assert main_screen(pilot).query_one(TitleBar).here == "pitch"
        await click(pilot, "1 Journal")
        assert main_screen(pilot).query_one(TitleBar).here == "journal"
        assert pilot.app.focused is view(pilot).list


async def test_the_wheel_moves_through_the_list(journal: Journal) -> None:
    for number in range(30):
        journal.observations.capture(f"note {number}")
    async with running(journal, NARROW) as pilot:
        entries = view(pilot).list
        first = here(pilot).number
        entries.post_message(
            events.MouseScrollDown(entries, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False)  # as a driver sends it
        )
        await pilot.pause()
        assert here(pilot).number == first - 3
        entries.post_message(events.MouseScrollUp(entries, 5, 5, 0, -1, 0, shift=False, meta=False, ctrl=False))
        await pilot.pause()
        assert here(pilot).number == first


async def test_a_choice_of_a_form_can_be_clicked(filled: Journal) -> None:
    async with running(filled, NARROW) as pilot:
        await press(pilot, "e")
        await click(pilot, "dated elsewhere")
        assert form(pilot).value("evidence") == Evidence.DATED_ELSEWHERE.value
        await click(pilot, "from memory")
        assert form(pilot).value("evidence") == Evidence.FROM_MEMORY.value


# What may stand in a text


async def test_signs_of_markup_and_of_the_terminal_are_text(filled: Journal, clock: FakeClock) -> None:
    text = "[laughs] [/b] [x=] [@click=app.quit]go[/]"
    clock.tick()
    filled.observations.capture(text, tags=["🚚"])
    async with running(filled, NARROW) as pilot:
        assert text in screen_text(pilot)
        await press(pilot, "f")
        await put(pilot, "[b]old[/x] slots")
        assert "new: [b]old[/x] slots" in screen_text(pilot)
        await press(pilot, "enter")
        assert "· [b]old[/x] slots" in screen_text(pilot)
        await press(pilot, "delete")
        assert "[laughs]" in message_text(pilot)


async def test_settings_decide_how_slashed_dates_are_read(journal: Journal) -> None:
    async with running(journal, NARROW, settings=Settings(day_order="day-first")) as pilot:
        await press(pilot, "a")
        await put(pilot, "02/03/2026: queue")
        await press(pilot, "enter")
        assert here(pilot).observed_on == when("2026-03-02")
