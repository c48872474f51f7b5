"""A customer's own words: offered from the note, marked with role and channel, shown, and offered to the story."""

from __future__ import annotations

import pytest

from pivot_journal.domain.story import Story
from pivot_journal.journal import Journal
from pivot_journal.tui.forms.observation_form import ObservationForm
from pivot_journal.tui.forms.quote_fields import quotations_in
from pivot_journal.tui.forms.story_editor import StoryEditor
from tui.helpers import main_screen, message_text, press, running, screen_text, type_text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('She said "where is my order?" and left.', ["where is my order?"]),
        ("“Never again,” and then “I mean it”.", ["Never again,", "I mean it"]),
        ("„Where is it now“ and «not before Monday»", ["Where is it now", "not before Monday"]),
        ('The button "Confirm" and a 5" pipe and a 6" one', []),
        ('"over two\nlines" and again "over two lines"', ["over two lines"]),
    ],
)
def test_what_stands_in_quotation_marks_is_found_but_not_a_single_word(text: str, found: list[str]) -> None:
    assert quotations_in(text) == found


async def test_words_are_marked_as_a_customers_shown_and_offered_to_the_story(journal: Journal) -> None:
    seen = journal.observations.capture('A pharmacist called: "where is my order?" and hung up.')
    journal.stories.save(Story(id="s", title="Late orders", observation_ids=(seen.id,)))
    async with running(journal, (90, 40)) as pilot:
        await press(pilot, "e")
        form = main_screen(pilot).query_one(ObservationForm)
        form.fields["quote0_words"].input.focus()
        await press(pilot, "tab")
        assert form.value("quote0_words") == "where is my order?"
        await press(pilot, "enter")
        await type_text(pilot, "a pharmacist")
        await press(pilot, "enter")
        await type_text(pilot, "by phone")
        await press(pilot, "ctrl+s")
        assert "· a pharmacist, by phone: “where is my order?”" in screen_text(pilot)
        await press(pilot, "u")
        assert "a pharmacist, by" not in screen_text(pilot)
        await press(pilot, "U", "e")
        form = main_screen(pilot).query_one(ObservationForm)
        assert form.value("quote0_role") == "a pharmacist"
        form.fields["quote0_role"].value = "a clinic"
        form.fields["quote1_words"].value = "no such words"
        await press(pilot, "ctrl+s")
        assert "does not stand in the note" in message_text(pilot)
        assert form.fields["quote1_words"].input.has_focus
        assert [quote.role for quote in journal.quotes.of([seen])] == ["a pharmacist"]  # all of it or nothing
        form.fields["quote1_words"].value = ""
        form.fields["text"].input.focus()
        await press(pilot, "home", "ctrl+shift+right", "ctrl+shift+right")
        assert form.fields["quote1_words"].spec.offer == "A pharmacist"  # what is selected comes first
        await press(pilot, "ctrl+s", "3", "enter")
        editor = main_screen(pilot).query_one(StoryEditor)
        editor.form.fields["mattered_to_customer"].input.focus()
        await press(pilot, "tab")
        assert editor.form.value("mattered_to_customer") == "“where is my order?” (a clinic, by phone)"
        composition = main_screen(pilot).composition
        assert composition is not None
        assert "where is my order?" in composition.text
