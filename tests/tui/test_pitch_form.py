"""The pitch's own lines: grouped, each in the preview at every key, with what the opening can be written from."""

from __future__ import annotations

from conftest import FakeClock
from pivot_journal.journal import Journal
from pivot_journal.tui.forms.pitch_form import EXAMPLES, PitchForm
from tui.helpers import main_screen, press, preview_text, running, screen_text, type_text


async def test_the_opening_shows_what_to_write_from_and_a_written_format_its_own_lines(
    journal: Journal, clock: FakeClock
) -> None:
    journal.observations.capture("a note")
    async with running(journal) as pilot:
        await press(pilot, "4", "e")
        form = main_screen(pilot).query_one(PitchForm)
        opening = form.fields["opening"]
        assert opening.input.has_focus
        assert "To write from: 1 note since November 2026." in screen_text(pilot)
        assert "An example from an invented job" in screen_text(pilot)
        assert not opening.spec.offer  # not to be taken over
        await press(pilot, "tab")
        assert "invented job" not in screen_text(pilot)
        assert not any(words in text for _, words in EXAMPLES for text in form.content().values())
        assert "listener" not in form.fields
        await type_text(pilot, "I want to be there.")
        await press(pilot, "enter")
        assert form.fields["question"].input.has_focus  # the three lines that every pitch needs come first
        form.fields["why_earlier_short"].input.focus()
        await press(pilot, "tab")
        assert form.value("why_earlier_short") == "I want to be there."
        form.fields["format"].value = "followup"
        await pilot.pause()
        form.fields["listener"].input.focus()
        await type_text(pilot, "Robin")
        await press(pilot, "enter")
        assert form.fields["why_them"].input.has_focus
        form.fields["next_step"].value = "On Monday I will send the list."
        await pilot.pause()
        assert "Robin" in preview_text(pilot)
        assert "On Monday I will send the list." in preview_text(pilot)
        await press(pilot, "escape")
        assert journal.pitches.current().listener == ""
        await press(pilot, "e", "ctrl+s")
        stored = journal.pitches.current()
        assert (stored.listener, stored.format) == ("Robin", "followup")
        assert stored.why_earlier_short == "I want to be there."
        await press(pilot, "u")
        assert journal.pitches.current().listener == ""
