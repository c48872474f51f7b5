"""Finding in the app: what is said and marked while a search is typed, saved searches, this day in earlier years."""

from __future__ import annotations

from textual.pilot import Pilot

from builders import when
from conftest import FakeClock
from pivot_journal.journal import Journal
from pivot_journal.tui.views.journal_view import JournalView
from pivot_journal.tui.views.searches_panel import SearchesPanel
from tui.helpers import main_screen, message_text, press, running, screen_text, type_text

NARROW = (80, 24)


def view(pilot: Pilot[None]) -> JournalView:
    """Return the Journal."""
    return main_screen(pilot).query_one(JournalView)


def marked(pilot: Pilot[None]) -> set[str]:
    """Return what is drawn as found, in the list and under it: bold, on the ground of what was found."""
    colour = pilot.app.get_css_variables()["found"].lstrip("#").lower()
    return {
        segment.text
        for strip in pilot.app.screen._compositor.render_strips()
        for segment in strip
        if segment.style is not None
        and segment.style.bold
        and segment.style.bgcolor is not None
        and segment.style.bgcolor.get_truecolor().hex.lstrip("#") == colour
    }


async def test_a_search_is_marked_and_what_is_not_right_is_said_while_it_is_typed(
    journal: Journal, clock: FakeClock
) -> None:
    for text in ("The dock\x07 was\nlate, cafe\u0301 漢字 shut #slots", "quiet", "dockside " + "x " * 9_000):
        journal.observations.capture(text)
        clock.tick(60)
    async with running(journal, NARROW) as pilot:
        assert marked(pilot) == set()
        await press(pilot, "slash")
        assert 'words  "a phrase"  tag:dock' in screen_text(pilot)
        await type_text(pilot, "dock")
        assert "2 found" in screen_text(pilot)
        assert marked(pilot) == {"dock"}
        await type_text(pilot, " cafe 漢 tag:slots")
        assert marked(pilot) == {"dock", "cafe\u0301", "漢", "#slots"}
        await type_text(pilot, " on:")
        assert '1 found · Write a date after the colon, such as on:"last friday".' in screen_text(pilot)
        await type_text(pilot, "friday tag:zebra")
        assert "There is no tag #zebra." in screen_text(pilot)
        await press(pilot, "f1")
        assert "What can be searched for" in screen_text(pilot)
        await press(pilot, "escape", "escape")
        assert view(pilot).list.count == 3
        assert marked(pilot) == set()
        await press(pilot, "f3", "slash")
        await type_text(pilot, "dock")
        await press(pilot, "enter")
        assert marked(pilot) == {"dock"}  # in the light theme too


async def test_a_search_is_saved_shown_renamed_and_deleted_and_this_day_in_earlier_years_is_one(
    journal: Journal,
) -> None:
    for text, day in (("a dock", "2024-11-25"), ("a slot", "2024-11"), ("today", "2026-11-23"), ("far", "2025-06-01")):
        journal.observations.capture(text, observed_on=when(day))
    async with running(journal, NARROW) as pilot:
        await press(pilot, "D")
        assert [note.text for note in view(pilot).list.held] == ["a dock", "a slot"]
        shown = screen_text(pilot)
        assert "2 years ago, around 23 November 2024" in shown
        assert "2 found · around 23 November, in earlier years" in shown
        await press(pilot, "ctrl+s")
        await type_text(pilot, "earlier years")
        await press(pilot, "enter")
        assert [(each.name, each.query) for each in journal.searches.all()] == [("earlier years", "onthisday")]
        assert view(pilot).list.has_focus
        await press(pilot, "escape", "ctrl+s")
        assert view(pilot).list.count == 4
        naming = view(pilot).naming
        assert naming is not None
        assert not naming.is_open  # there is nothing to save
        await press(pilot, "slash")
        await type_text(pilot, 'far "')
        await press(pilot, "ctrl+s")
        assert "Not saved yet. The quotation does not end" in message_text(pilot)
        await type_text(pilot, 'x"')
        await press(pilot, "ctrl+s")
        await type_text(pilot, "far away")
        await press(pilot, "enter", "escape", "S")
        panel = main_screen(pilot).query_one(SearchesPanel)
        assert [row.key for row in panel.list.rows] == [each.id for each in journal.searches.all()]
        await press(pilot, "R")
        await type_text(pilot, " gone by")
        await press(pilot, "enter")
        assert [each.name for each in journal.searches.all()] == ["earlier years gone by", "far away"]
        await press(pilot, "down", "delete")
        assert [each.name for each in journal.searches.all()] == ["earlier years gone by"]
        await press(pilot, "u")
        assert "far away" in screen_text(pilot)
        await press(pilot, "slash")
        await type_text(pilot, "go")
        await press(pilot, "enter", "1")
        assert view(pilot).search.words == "onthisday"
        assert [note.text for note in view(pilot).list.held] == ["a dock", "a slot"]
        assert view(pilot).list.has_focus
        await press(pilot, "escape")
        assert view(pilot).list.count == 4
