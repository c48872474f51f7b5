"""In the story editor: what could support the story stands among its evidence, and follows what is typed."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from pivot_journal.domain.observation import Triage
from pivot_journal.journal import Journal
from pivot_journal.tui.forms import story_editor
from pivot_journal.tui.forms.story_editor import StoryEditor
from tui.helpers import main_screen, press, rows_text, running, type_text

NOTES = (
    "The label printer at dock four jammed again.",
    "A printer jammed; labels were written by hand.",
    "Vans waited at the gate for a free slot.",
    "Lunch was late.",
)


async def shown_once_it_says(pilot: Pilot[None], words: str) -> str:
    """Return what the evidence shows as soon as some words are in it."""
    evidence = main_screen(pilot).query_one(StoryEditor).evidence.list
    for _ in range(500):
        if words in rows_text(evidence):
            break
        await pilot.pause(0.01)
    return rows_text(evidence)


async def test_what_could_support_a_story_follows_its_words_and_is_one_key_from_being_linked(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_editor, "PAUSE_SECONDS", 0.01)
    decision = journal.decisions.add("Labels printed at the dock")
    notes = [journal.observations.capture(text) for text in NOTES]
    journal.observations.sort(1, Triage.FAILURE, decision.id)
    worry = journal.observations.capture("Printer jammed before the labels.", triage=Triage.WORRY)
    story = journal.stories.from_decision(decision.id)
    async with running(journal) as pilot:
        await press(pilot, "3", "e")
        form = main_screen(pilot).query_one(StoryEditor).form
        shown = await shown_once_it_says(pilot, "Could support it")
        assert "No decision yet" not in shown, "what could support it is not repeated under another heading"
        assert shown.count("Printer jammed before the labels") == 1
        assert shown.count("dock four") == 1, "nor is what is linked"
        assert NOTES[2] not in shown
        form.focus_field("saw")
        await type_text(pilot, "Vans waited for a slot.")
        shown = await shown_once_it_says(pilot, NOTES[2])
        assert NOTES[3] not in shown
        evidence = main_screen(pilot).query_one(StoryEditor).evidence.list
        await press(pilot, "f6", "end", "l")
        linked = form.linked[-1]
        assert linked in {notes[1].id, notes[2].id, worry.id}
        assert evidence.key == linked, "the cursor stays on the note"
        assert [row.key for row in evidence.rows].count(linked) == 1
        await press(pilot, "ctrl+s")
        assert journal.stories.get(story.id).observation_ids == (notes[0].id, linked)
