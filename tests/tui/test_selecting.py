"""Selecting several notes in the Journal, and what is done with all of them at once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from conftest import FakeClock
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Triage
from pivot_journal.domain.words import SELECTED, selected_said
from pivot_journal.journal import Journal, open_journal
from pivot_journal.journal.observations import Retagged
from pivot_journal.tui.views.journal_selection import retagged_said, tags_typed
from pivot_journal.tui.views.journal_view import JournalView
from pivot_journal.tui.widgets import selecting_list
from pivot_journal.tui.widgets.selecting_list import NO_START, SelectingList
from tui.helpers import main_screen, message_text, press, running, screen_text, type_text

MANY = 400


@pytest.fixture
def filled(journal: Journal, clock: FakeClock) -> Journal:
    """Four hundred notes, the last written standing first; every tenth is about the dock."""
    with journal.in_one_step("fill"):
        for number in range(1, MANY + 1):
            journal.observations.capture(f"Note {number}" + (" at the dock" if number % 10 == 0 else ""))
    clock.tick()
    return journal


def selecting(pilot: Pilot[None]) -> SelectingList:
    return main_screen(pilot).query_one(JournalView).list


def marked(pilot: Pilot[None]) -> list[str]:
    """Return the lines of the screen that carry the mark."""
    return [line for line in screen_text(pilot).split("\n") if line.startswith(SELECTED)]


def with_(journal: Journal, **conditions: object) -> list[int]:
    """Return the numbers of all that meet some conditions, the newest first."""
    return [o.number for o in journal.observations.page(Filter(**conditions), limit=-1)]  # type: ignore[arg-type]


async def test_many_notes_are_selected_across_pages_and_searches_and_tagged_in_one_step(
    filled: Journal, clock: FakeClock
) -> None:
    async with running(filled, (90, 30)) as pilot:
        shown = selecting(pilot)
        await press(pilot, "X")
        assert message_text(pilot) == NO_START
        unmarked = screen_text(pilot).split("\n")
        await press(pilot, "x", "x")
        assert shown.selected == {400, 399}
        assert shown.key == 398
        assert len(marked(pilot)) == 2
        assert all(line[1:] in "\n".join(unmarked) for line in marked(pilot)), "the columns have moved"
        assert screen_text(pilot).count("2 selected") == 2  # under the list, and in the line of keys
        assert "h tag" in screen_text(pilot).split("\n")[-1]
        await press(pilot, "up", "x")  # once more takes it out
        assert shown.selected == {400}
        await press(pilot, "home", "x", "x", "end", "X")  # from the one before to the oldest, most of it never held
        assert shown.selected == set(range(1, 400))
        assert len(shown.held) < MANY
        await press(pilot, "slash")
        await type_text(pilot, "dock")
        await press(pilot, "enter")
        assert "399 selected, 360 of them not shown" in screen_text(pilot)
        await press(pilot, "home", "x")
        assert len(shown.selected) == 400
        shown.show(Filter(words="zebra"))
        await pilot.pause()
        assert "400 selected, none of them shown" in screen_text(pilot)
        shown.show(Filter(words="dock"))
        await press(pilot, "escape")  # first the selection, then the search
        assert (len(shown.selected), shown.chosen.words) == (0, "dock")
        await press(pilot, "home", "x", "end", "X")
        assert shown.selected == set(range(10, 401, 10))
        assert "40 selected" in screen_text(pilot)
        await press(pilot, "escape", "escape")
        assert shown.chosen.is_empty
        await press(pilot, "home", "x", "down", "X", "h")
        await type_text(pilot, "site, #late -dock -")
        await press(pilot, "enter")
        assert "A - belongs to the tag" in message_text(pilot)
        await press(pilot, "backspace", "enter")
        assert message_text(pilot) == "3 notes tagged #site #late; u takes it back."
        assert (len(shown.selected), marked(pilot)) == (0, [])
        assert pilot.app.focused is shown
        assert filled.observations.get(398).tags == ("site", "late")
        clock.tick()
        await press(pilot, "u")
        assert message_text(pilot) == "Undone: tag 3 notes."
        assert with_(filled, tag="site") == []
        await press(pilot, "home", "h")  # without a selection it is the highlighted one
        assert "Tags for “Note 400 at the dock”" in screen_text(pilot)
        await type_text(pilot, "jetty")
        await press(pilot, "enter")
        assert message_text(pilot) == "1 note tagged #jetty; u takes it back."
        assert with_(filled, tag="jetty") == [400]


async def test_sorting_starring_and_deleting_act_on_all_that_is_selected_and_still_there(
    filled: Journal, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(filled, (90, 30)) as pilot:
        shown = selecting(pilot)
        await press(pilot, "x", "x", "x", "f")
        assert "failure, 3 notes: which decision was it?" in screen_text(pilot)
        assert "those that have one keep it" in screen_text(pilot)
        await press(pilot, "escape")
        assert with_(filled, triage=Triage.FAILURE) == []
        assert shown.selected == {400, 399, 398}, "they are still selected"
        await press(pilot, "f")
        await type_text(pilot, "Slots")
        await press(pilot, "enter")
        assert message_text(pilot) == "3 notes: ▲ product-decision failure; u takes it back."
        assert with_(filled, triage=Triage.FAILURE) == [400, 399, 398]
        assert {filled.observations.get(number).decision for number in (398, 399, 400)} == {"Slots"}
        clock.tick()
        await press(pilot, "u")
        assert with_(filled, triage=Triage.FAILURE) == []
        assert filled.decisions.all() == []

        await press(pilot, "home", "x", "asterisk", "home", "x", "x", "asterisk")
        assert message_text(pilot) == "2 notes stand out; u takes it back."
        assert with_(filled, starred=True) == [400, 399]
        await press(pilot, "home", "x", "x", "asterisk", "home", "x", "n")
        assert with_(filled, starred=True) == []
        assert with_(filled, triage=Triage.NOT_PRODUCT) == [400]

        await press(pilot, "x", "x", "x")
        clock.tick()
        with open_journal(filled.path, now=clock) as other:
            other.observations.trash(398)
        main_screen(pilot)._look()
        await pilot.pause()
        assert shown.selected == {399, 397}
        await press(pilot, "delete")
        assert message_text(pilot) == "2 notes are in the trash; u brings them back."
        assert with_(filled, trashed=True) == [399, 398, 397]
        clock.tick()
        await press(pilot, "u")
        assert with_(filled, trashed=True) == [398]

        monkeypatch.setattr(selecting_list, "MOST_IN_A_RANGE", 100)
        await press(pilot, "home", "x", "end", "X")
        assert selecting_list.TOO_MANY in message_text(pilot)
        assert shown.selected == {400}


@pytest.mark.parametrize(
    ("number", "hidden", "said"),
    [
        (3, 0, "3 selected"),
        (3, 1, "3 selected, 1 of them not shown"),
        (1200, 1200, "1,200 selected, none of them shown"),
        (1, 1, "1 selected, which is not shown"),
    ],
)
def test_how_many_are_selected_is_said_with_what_is_not_shown(number: int, hidden: int, said: str) -> None:
    assert selected_said(number, hidden) == said


def test_tags_are_typed_with_or_without_their_sign_and_a_minus_takes_one_out() -> None:
    assert tags_typed(" dock, #late  -todo -#old ") == (["dock", "late"], ["todo", "old"])
    assert tags_typed("") == ([], [])
    with pytest.raises(ValueRefused, match="cannot be a tag"):
        tags_typed("dock -!")


@pytest.mark.parametrize(
    ("number", "add", "remove", "changed", "said"),
    [
        (12, ["dock"], [], Retagged(9, 0, 0), "12 notes tagged #dock; u takes it back."),
        (12, [], ["todo"], Retagged(0, 5, 0), "#todo taken out of 5 notes; u takes it back."),
        (1, ["a", "b"], ["c"], Retagged(0, 1, 0), "1 note tagged #a #b; #c taken out of 1 note; u takes it back."),
        (
            2,
            [],
            ["todo"],
            Retagged(0, 2, 1),
            "#todo taken out of 2 notes; still typed in 1 of the texts, which stay as they are; u takes it back.",
        ),
        (12, ["dock"], ["todo"], Retagged(0, 0, 0), "Nothing was changed: they were tagged so already."),
    ],
)
def test_what_became_of_the_tags_is_said(
    number: int, add: Sequence[str], remove: Sequence[str], changed: Retagged, said: str
) -> None:
    assert retagged_said(number, add, remove, changed) == said


async def test_the_mark_stays_with_its_note_among_others_that_read_the_same(journal: Journal, clock: FakeClock) -> None:
    for _ in range(4):
        journal.observations.capture("Truck late at dock 4")
    async with running(journal, (90, 30)) as pilot:
        shown = selecting(pilot)
        await press(pilot, "down", "x")
        assert shown.selected == {3}
        everything = Region(0, 0, shown.size.width, shown.size.height)
        shown.render_lines(everything)
        journal.observations.capture("Truck late at dock 4")  # as another window would
        shown.reload()
        seen = shown.render_lines(everything)
        shown._styles_cache.clear()
        assert seen == shown.render_lines(everything)
        assert [SELECTED in strip.text for strip in seen].count(True) == 1
