"""More like this: what shares most with a note, one key from its decision and one from its place in the Journal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.journal import Journal
from pivot_journal.tui.views.journal_view import JournalView
from pivot_journal.tui.views.like_panel import NO_LIKE, LikePanel, like_rows, linked_said
from pivot_journal.tui.widgets.rows import Row
from tui.helpers import main_screen, message_text, press, rows_text, running, screen_text, type_text

WILD = "[/b] [TODO] 🧊 \x1b]52;c;aGk=\x07 printer"


@pytest.fixture
def seen(journal: Journal) -> Observation:
    return journal.observations.capture("The printer jammed")


def words_of(rows: list[Row]) -> list[str]:
    return [
        " ".join("".join(text for text, _ in (*line.left, *line.right)).split()) for (line,) in (r.lines for r in rows)
    ]


def test_each_row_says_when_it_was_and_whose_decision_it_has(seen: Observation) -> None:
    its = replace(seen, decision_id="d", decision="Labels")
    same = replace(seen, number=2, triage=Triage.FAILURE, decision_id="d", decision="Labels")
    other = replace(seen, number=3, decision_id="e", decision="Slots " * 20, text="x" * 20_000)
    rows = like_rows(its, [same, other])
    assert [row.key for row in rows] == [2, 3]
    date = f"{seen.observed_on.day:%-d %b %Y}"
    assert words_of(rows)[0] == f"▲ {date} The printer jammed✓ same decision"
    assert words_of(rows)[1].endswith("xSlots Slots Slots…")
    assert words_of(like_rows(its, [])) == [NO_LIKE]


def test_what_is_lost_by_another_decision_is_said(seen: Observation) -> None:
    said = linked_said(seen, Triage.FAILURE, "Labels")
    assert said == "“The printer jammed” belongs to “Labels” now, as ▲ product-decision failure. u takes it back."
    worry = replace(seen, triage=Triage.WORRY, decision_id="e", decision="Slots")
    said = linked_said(worry, Triage.WORRY, "Labels")
    assert said == "“The printer jammed” belongs to “Labels” now, no longer to “Slots”. u takes it back."


async def test_what_is_like_a_note_is_given_its_decision_and_found_in_the_journal(journal: Journal) -> None:
    decision = journal.decisions.add("Labels printed at the dock")
    for text in (
        "The label printer at the dock jammed",
        "Lunch was late",
        f"Labels jammed: {WILD}",
        "A printer jammed",
    ):
        journal.observations.capture(text)
    async with running(journal) as pilot:
        await press(pilot, "M")
        panel = main_screen(pilot).query_one(LikePanel)
        assert panel.list.key in {1, 3}
        assert "Lunch" not in rows_text(panel.list)
        assert "[/b] [TODO] 🧊" in screen_text(pilot)
        await press(pilot, "l")
        assert "Neither has a decision yet" in message_text(pilot)
        await press(pilot, "escape")
        assert not main_screen(pilot).query(LikePanel)
        journal.observations.sort(4, Triage.WORRY, decision.id)
        await press(pilot, "slash")
        await type_text(pilot, "A printer jammed")
        await press(pilot, "enter", "M")
        panel = main_screen(pilot).query_one(LikePanel)
        panel.list.set_rows(panel.list.rows, 3)
        await press(pilot, "l")
        linked = journal.observations.get(3)
        assert (linked.decision_id, linked.triage) == (decision.id, Triage.WORRY)
        assert "✓ same decision" in rows_text(panel.list)
        assert "as ◇ worry about a launch" in message_text(pilot)
        await press(pilot, "l")
        assert "Both belong to “Labels printed at the dock” already" in message_text(pilot)
        await press(pilot, "u")
        assert journal.observations.get(3).decision_id is None
        assert "✓ same decision" not in rows_text(panel.list)
        await press(pilot, "enter")
        view = main_screen(pilot).query_one(JournalView)
        assert not main_screen(pilot).query(LikePanel)
        assert view.list.key == 3, "though it is not among what was looked for"
        assert view.list.has_focus
