"""Counting what happens in two keys, and what must not leave; each a short list with its own few keys."""

from __future__ import annotations

import datetime as dt

import pytest

from conftest import FakeClock
from pivot_journal.domain.impact import Basis
from pivot_journal.domain.tally import Tally, TallyDay
from pivot_journal.journal import Journal
from pivot_journal.tui.forms.decision_form import DecisionForm
from pivot_journal.tui.forms.tally_fields import taken_over, tally_said
from pivot_journal.tui.forms.tally_panel import TallyPanel, tally_rows
from pivot_journal.tui.forms.terms_panel import TermForm, TermsPanel
from pivot_journal.tui.widgets.rows import Rows
from tui.helpers import main_screen, message_text, press, rows_text, running, screen_text, type_text


def totals(journal: Journal) -> list[tuple[str, int]]:
    return [(tally.name, tally.total) for tally in journal.tallies.all()]


def test_a_tally_shows_its_total_and_what_was_counted_today_or_when_it_was_last(
    journal: Journal, clock: FakeClock
) -> None:
    journal.tallies.count("double labels", 1200)
    clock.advance(days=3)
    journal.tallies.count("failed drops", 2)
    rows = Rows()
    rows.rows = tally_rows(journal.tallies.all(), journal.today)
    assert rows_text(rows) == "failed drops 2 2 today double labels 1,200 Mon 23 Nov 2026"


async def test_two_keys_count_one_more_and_the_same_panel_begins_renames_deletes_and_undoes(
    journal: Journal, clock: FakeClock
) -> None:
    async with running(journal, (80, 24)) as pilot:
        await press(pilot, "number_sign")  # nothing is counted yet, so it asks what
        assert "What do you count?" in screen_text(pilot)
        await type_text(pilot, "failed drops")
        await press(pilot, "enter")
        assert totals(journal) == [("failed drops", 1)]
        assert not main_screen(pilot).query(TallyPanel)
        clock.tick()
        await press(pilot, "number_sign", "enter")
        assert totals(journal) == [("failed drops", 2)]
        assert message_text(pilot) == "failed drops: 2 today. u takes it back, # counts on."
        await press(pilot, "number_sign", "plus", "plus", "1", "2")
        assert "How many failed drops?" in screen_text(pilot)
        await press(pilot, "enter")
        assert totals(journal) == [("failed drops", 16)]
        clock.tick()
        await press(pilot, "number_sign", "n")
        await type_text(pilot, "late vans")
        await press(pilot, "enter", "number_sign")
        assert rows_text(main_screen(pilot).query_one(TallyPanel).list).startswith("late vans 1 1 today failed")
        await press(pilot, "down", "e", "ctrl+u")
        await type_text(pilot, "Late vans")
        await press(pilot, "enter")
        assert "already" in message_text(pilot)
        await press(pilot, "ctrl+u")
        await type_text(pilot, "missed drops")
        await press(pilot, "enter", "delete")
        assert totals(journal) == [("late vans", 1)]
        await press(pilot, "u", "5", "x", "enter")  # undone; and "5x" is no figure, so it stays
        assert totals(journal) == [("late vans", 1), ("missed drops", 16)]
        assert '"5x" is not how many' in message_text(pilot)
        await press(pilot, "escape", "escape")
        assert not main_screen(pilot).query(TallyPanel)


async def test_a_private_term_is_written_decided_taken_out_and_brought_back(journal: Journal) -> None:
    async with running(journal, (80, 24)) as pilot:
        await press(pilot, "f5", "n")
        form = main_screen(pilot).query_one(TermForm)
        await type_text(pilot, "Blue Heron")
        await press(pilot, "ctrl+s")
        assert "nothing with it is copied" in message_text(pilot)
        listed = main_screen(pilot).query_one(TermsPanel).list
        assert rows_text(listed) == "Blue Heron ? not decided: nothing with it can be copied"
        await press(pilot, "enter")
        form = main_screen(pilot).query_one(TermForm)
        assert form.fields["say_instead"].input.has_focus
        await type_text(pilot, "blue-heron two")
        assert form.fields["say_instead"].spec.note == "What is said instead still holds the private term “Blue Heron”."
        await press(pilot, "ctrl+s")
        assert "still holds the private term" in message_text(pilot)
        await press(pilot, "ctrl+u", "escape")
        assert "Blue Heron" in rows_text(listed)
        await press(pilot, "enter")
        await type_text(pilot, "a regional bank")
        await press(pilot, "escape")
        assert "kept as a draft" in message_text(pilot)
        await press(pilot, "enter", "ctrl+s")
        assert rows_text(listed) == "Blue Heron → a regional bank"
        assert journal.drafts.all() == []
        await press(pilot, "n")
        await type_text(pilot, "blue heron")
        note = main_screen(pilot).query_one(TermForm).fields["term"].spec.note
        assert note == "“blue heron” is a private term already."
        await press(pilot, "f8", "escape", "delete")
        assert journal.terms.all() == []
        await press(pilot, "u")
        assert rows_text(listed) == "Blue Heron → a regional bank"


# A tally that feeds an amount


def counted(amounts: dict[str, int], name: str = "failed drops") -> Tally:
    days = (TallyDay(day=dt.date.fromisoformat(day), amount=amount, counts=1) for day, amount in amounts.items())
    return Tally(id="t", name=name, days=tuple(days))


DROPS = counted({"2026-04-15": 18, "2026-05-26": 100, "2026-06-02": 13})
READING = {"today": dt.date(2026, 11, 23), "day_order": ""}


@pytest.mark.parametrize(
    ("parts", "is_again", "amount", "over"),
    [
        ({}, False, "131", "15 April 2026 to 2 June 2026"),
        ({"over": "15 apr to 26 may 2026"}, False, "118", "15 apr to 26 may 2026"),
        ({"over": "six weeks"}, False, "131", "six weeks"),
        ({"over": "since 1 may 2026"}, True, "113", "since 1 may 2026"),
        ({"over": "15 apr to 26 may 2026"}, True, "131", "15 April 2026 to 2 June 2026"),
        ({"over": "26 may 2026"}, True, "113", "26 May 2026 to 2 June 2026"),
    ],
)
def test_what_is_taken_over_is_what_was_counted_in_the_days_that_are_typed_and_again_up_to_the_last(
    parts: dict[str, str], is_again: bool, amount: str, over: str
) -> None:
    taken = taken_over(DROPS, parts, is_again=is_again, **READING)  # type: ignore[arg-type]
    assert (taken["amount"], taken["over"], taken["basis"]) == (amount, over, "measured")
    assert f"my tally: {amount} in" in taken["working"]


def test_words_of_ones_own_stay_when_a_tally_is_taken_over() -> None:
    parts = {"unit": "missed drops", "working": "tally × driver log"}
    taken = taken_over(DROPS, parts, is_again=True, **READING)  # type: ignore[arg-type]
    assert "unit" not in taken
    assert "working" not in taken


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({}, "you tally: failed drops 131"),
        ({"tally": "dro"}, "Tab takes over: failed drops 131"),
        ({"tally": "vans"}, "no tally has these words"),
        ({"tally": "failed drops", "amount": "131", "over": "15 April 2026 to 2 June 2026"}, "as your tally stands"),
        (
            {"tally": "failed drops", "amount": "118", "over": "15 April 2026 to 26 May 2026"},
            "your tally now stands at 131, 15 April 2026 to 2 June 2026: Tab takes it over",
        ),
    ],
)
def test_an_amount_says_which_tally_is_meant_and_where_it_stands_now(parts: dict[str, str], said: str) -> None:
    assert tally_said([DROPS], parts, **READING) == said  # type: ignore[arg-type]


async def test_an_amount_is_filled_in_from_a_tally_and_brought_up_to_it_by_one_key(
    journal: Journal, clock: FakeClock
) -> None:
    tally = journal.tallies.count("failed drops", 118)
    journal.tallies.count("late vans", 7)
    decision = journal.decisions.add("Same-day slots")
    async with running(journal, (100, 40)) as pilot:
        await press(pilot, "2", "enter")
        form = main_screen(pilot).query_one(DecisionForm)
        form.fields["impact0_tally"].input.focus()
        await type_text(pilot, "drop")
        await press(pilot, "enter")  # takes it over and goes on
        assert form.fields["impact0_amount"].input.has_focus
        values = [form.value(f"impact0_{part}") for part in ("tally", "amount", "unit", "over", "basis")]
        assert values == ["failed drops", "118", "failed drops", "23 November 2026", "measured"]
        await press(pilot, "ctrl+s")
        (stored,) = journal.decisions.impacts([decision.id])[decision.id]
        assert (stored.tally_id, str(stored.amount_low), stored.basis) == (tally.id, "118", Basis.MEASURED)
        assert stored.working == "my tally: 118 in 1 count, 23 November 2026"
        clock.advance(days=1)
        journal.tallies.count("failed drops", 13)
        await press(pilot, "enter")
        form = main_screen(pilot).query_one(DecisionForm)
        field = form.fields["impact0_tally"]
        assert field.spec.note.startswith("your tally now stands at 131")
        field.input.focus()
        await press(pilot, "tab")
        assert form.value("impact0_amount") == "131"
        assert field.spec.note == "as your tally stands"
        field.value = "dropped"
        await press(pilot, "ctrl+s")
        assert "No tally has that name" in message_text(pilot)
        assert field.input.has_focus
        field.value = ""
        await press(pilot, "ctrl+s")
    (stored,) = journal.decisions.impacts([decision.id])[decision.id]
    assert (stored.tally_id, str(stored.amount_low)) == (None, "131")
