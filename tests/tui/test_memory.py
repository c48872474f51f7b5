"""A story from memory: five questions on one page, from nothing to a first pitch."""

from __future__ import annotations

import datetime as dt

import pytest
from textual.pilot import Pilot

from pivot_journal.domain.filter import Filter
from pivot_journal.domain.impact import Basis
from pivot_journal.domain.observation import Evidence, Triage
from pivot_journal.domain.when import Precision
from pivot_journal.journal import Journal
from pivot_journal.tui.forms.amount_fields import ABOUT_REFUSED
from pivot_journal.tui.forms.memory_form import MemoryForm
from pivot_journal.tui.views.stories_view import StoriesView
from tui.helpers import main_screen, message_text, press, preview_text, rows_text, running, screen_text, type_text

ANSWERS = {
    "happened": "Orders stood in the yard because the gate was shut",
    "on": "spring 2023",
    "assumption": "the gate is open all night",
    "decision_title": "Night slots",
    "amount": "about 40",
    "unit": "orders",
    "over": "six weeks",
    "did": "called the guard each night",
    "would_decide": "ask the guard for the hours first",
    "trade_off": "a week later",
}


def form_of(pilot: Pilot[None]) -> MemoryForm:
    return main_screen(pilot).query_one(MemoryForm)


async def fill(pilot: Pilot[None], **answers: str) -> None:
    """Write answers into their fields, as a paste would."""
    for name, text in answers.items():
        form_of(pilot).fields[name].value = text
    await pilot.pause()


async def test_five_answers_on_an_empty_journal_make_a_first_pitch_and_undo_takes_all_away(journal: Journal) -> None:
    async with running(journal) as pilot:
        await press(pilot, "m")
        await type_text(pilot, "Gate shut")
        assert "when was that?" in preview_text(pilot)
        await press(pilot, "enter")
        await type_text(pilot, "spring 2023")
        assert "Read as: spring 2023" in screen_text(pilot)
        assert "In spring 2023, as I remember it: Gate shut." in preview_text(pilot)
        await fill(pilot, **ANSWERS)
        shown = preview_text(pilot)
        assert "for the first PM I meet" in shown
        assert "Night slots took for granted that the gate is open all night." in shown
        assert "By my estimate, it came to about 40 orders in six weeks." in shown
        assert "I called the guard each night." in shown
        assert not journal.stories.all(), "shown, not stored"
        await press(pilot, "ctrl+s")
        assert preview_text(pilot) == shown, "what was shown is what was made"
        assert "In the pitch as story 1 (Space takes it out)." in message_text(pilot)
        [story] = journal.stories.all()
        assert journal.pitches.current().story_ids == (story.id,)
        [decision] = journal.decisions.all()
        assert (decision.title, decision.alternative) == ("Night slots", ANSWERS["would_decide"])
        [impact] = journal.decisions.impacts([decision.id])[decision.id]
        assert (str(impact.amount_low), impact.unit, impact.basis) == ("40", "orders", Basis.ESTIMATED)
        [seen] = journal.observations.page(Filter(), limit=5)
        assert (seen.evidence, seen.triage) == (Evidence.FROM_MEMORY, Triage.FAILURE)
        assert (seen.observed_on.precision, seen.decision_id) == (Precision.SEASON, decision.id)
        assert not journal.drafts.all()
        view = main_screen(pilot).query_one(StoriesView)
        assert view.list.key == story.id
        seconds = round(journal.telling.compose(journal.pitches.material()).seconds)
        assert f"from memory · {seconds} s" in rows_text(view.list)
        await press(pilot, "u")
        assert not journal.stories.all()
        assert not journal.decisions.all()
        assert not journal.observations.count(Filter())
        assert not journal.pitches.current().story_ids


async def test_only_what_happened_and_when_is_asked_for_and_the_cursor_goes_where_it_is_missing(
    journal: Journal,
) -> None:
    async with running(journal) as pilot:
        await press(pilot, "m", "ctrl+s")
        assert "What happened?" in message_text(pilot)
        await type_text(pilot, "Gate shut")
        await press(pilot, "ctrl+s")
        assert "Roughly when" in message_text(pilot)
        assert form_of(pilot).fields["on"].input.has_focus
        await type_text(pilot, "2022")
        await press(pilot, "ctrl+s")
        [story] = journal.stories.all()
        assert story.title == "Gate shut"


@pytest.mark.parametrize("phrase", ["02/03/2024", "next year", "some day", "2031"])
async def test_a_date_that_cannot_be_stays_in_the_form_with_the_reason(journal: Journal, phrase: str) -> None:
    async with running(journal) as pilot:
        await press(pilot, "m")
        await fill(pilot, happened="Gate shut", on=phrase)
        await press(pilot, "ctrl+s")
        form = form_of(pilot)
        assert form.value("on") == phrase
        assert form.fields["on"].input.has_focus
        assert phrase in message_text(pilot)
        assert not journal.stories.all()
        assert not journal.observations.count(Filter())


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"amount": "118"}, "unit"),
        ({"amount": "118 drops", "unit": "drops"}, "amount"),
        ({"amount": "about 100", "unit": "drops", "basis": "measured"}, "amount"),
        ({"amount": "5-2", "unit": "drops"}, "amount"),
    ],
)
async def test_an_amount_that_cannot_be_is_said_at_its_field_and_nothing_is_stored(
    journal: Journal, typed: dict[str, str], field: str
) -> None:
    async with running(journal) as pilot:
        await press(pilot, "m")
        await fill(pilot, happened="Gate shut", on="2022", **typed)
        is_about = "about" in typed["amount"]
        assert form_of(pilot).fields["basis"].spec.note == (ABOUT_REFUSED if is_about else ""), "before it is saved"
        await press(pilot, "ctrl+s")
        assert form_of(pilot).fields[field].input.has_focus
        assert message_text(pilot).startswith("! ")
        assert not journal.stories.all()


async def test_how_big_in_words_is_kept_as_the_users_own_words(journal: Journal) -> None:
    async with running(journal) as pilot:
        await press(pilot, "m")
        await fill(pilot, happened="Gate shut", on="2022", amount="most of", unit="the late orders")
        await press(pilot, "ctrl+s")
        assert journal.stories.all()[0].mattered == "most of the late orders"


async def test_money_needs_no_noun(journal: Journal) -> None:
    async with running(journal) as pilot:
        await press(pilot, "m")
        await fill(pilot, happened="Gate shut", on="2022", amount="€6,490", over="a month")
        assert "€6,490 in a month" in preview_text(pilot)
        await press(pilot, "ctrl+s")
        assert journal.stories.all()


async def test_half_answered_questions_are_here_again_after_leaving(journal: Journal) -> None:
    async with running(journal) as pilot:
        await press(pilot, "m")
        await type_text(pilot, "Gate shut")
        await press(pilot, "escape")
        assert "kept as a draft" in message_text(pilot)
    async with running(journal) as pilot:
        assert "had not finished" in screen_text(pilot)
        await press(pilot, "enter")
        assert form_of(pilot).value("happened") == "Gate shut"
        await fill(pilot, happened="")
        await press(pilot, "escape")
        assert not journal.drafts.all(), "what was emptied leaves no draft"


async def test_a_fourth_story_goes_to_the_bench_and_is_shown_alone(journal: Journal) -> None:
    for number in range(3):
        decision = journal.decisions.add(f"Decision {number}")
        journal.pitches.toggle(journal.stories.from_decision(decision.id).id)
    async with running(journal) as pilot:
        await press(pilot, "m")
        await fill(pilot, happened="Gate shut", on="2022")
        assert "This story by itself" in preview_text(pilot)
        await press(pilot, "ctrl+s")
        assert "On the bench" in message_text(pilot)
        assert len(journal.pitches.current().story_ids) == 3
        assert len(journal.stories.all()) == 4


async def test_a_second_story_shows_in_the_pitch_as_it_will_be(journal: Journal) -> None:
    decision = journal.decisions.add("Lockers")
    journal.observations.capture("Doors froze", triage=Triage.FAILURE, decision_id=decision.id)
    journal.pitches.toggle(journal.stories.from_decision(decision.id).id)
    async with running(journal) as pilot:
        await press(pilot, "m")
        before = preview_text(pilot)
        assert "Doors froze" in before
        await fill(pilot, happened="Gate shut", on="2022")
        assert "Doors froze" in preview_text(pilot)
        assert "Gate shut" in preview_text(pilot)
        await fill(pilot, happened="", on="")
        assert preview_text(pilot) == before, "nothing typed shows the pitch as it is"


async def test_wild_characters_are_text_and_80_by_24_is_enough(journal: Journal) -> None:
    async with running(journal, size=(80, 24)) as pilot:
        await press(pilot, "m")
        shown = screen_text(pilot)
        assert "1  What happened, and roughly when?" in shown
        await fill(pilot, happened="[/b] 🧊 \x1b]52;c;aGk=\x07 [TODO]", on="2022", decision_title="[x=] doors")
        await press(pilot, "p")
        assert "\x1b" not in screen_text(pilot)
        await press(pilot, "p", "ctrl+s")
        [seen] = journal.observations.page(Filter(), limit=2)
        assert "[/b] 🧊" in seen.text
        assert "\x1b" not in seen.text
        assert "[x=] doors" in screen_text(pilot)


async def test_the_day_is_kept_as_exactly_as_it_was_said(journal: Journal) -> None:
    async with running(journal) as pilot:
        await press(pilot, "m")
        await fill(pilot, happened="Gate shut", on="march 2023")
        await press(pilot, "ctrl+s")
        [seen] = journal.observations.page(Filter(), limit=2)
        assert seen.observed_on.day == dt.date(2023, 3, 1)
        assert seen.observed_on.precision is Precision.MONTH


async def test_told_over_an_open_story_it_goes_back_to_that_story(journal: Journal) -> None:
    decision = journal.decisions.add("Lockers")
    journal.observations.capture("Doors froze", triage=Triage.FAILURE, decision_id=decision.id)
    journal.pitches.toggle(journal.stories.from_decision(decision.id).id)
    async with running(journal) as pilot:
        await press(pilot, "3", "e", "f6", "m")
        await fill(pilot, happened="Gate shut", on="2022")
        await press(pilot, "ctrl+s")
        assert len(journal.stories.all()) == 2
        assert "Story of the decision “Lockers”" in screen_text(pilot)
        assert not main_screen(pilot).query_one(StoriesView).display
