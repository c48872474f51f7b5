"""What it said before: the replaced words of a decision, a story and a pitch, to read in their views."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from rich.cells import cell_len

from builders import impact
from conftest import FakeClock
from pivot_journal.domain.earlier_text import EarlierText
from pivot_journal.domain.story import Story
from pivot_journal.journal import Journal
from pivot_journal.tui.views.decisions_view import DecisionsView
from pivot_journal.tui.views.earlier_panel import NOTHING_YET, EarlierPanel, earlier_rows
from pivot_journal.tui.views.pitch_view import PitchView
from pivot_journal.tui.widgets.rows import Row
from tui.helpers import main_screen, press, running, screen_text

MOMENT = dt.datetime(2026, 11, 23, 18, 0, tzinfo=dt.UTC)


def text(field: str = "trade_off", words: str = "one more field", **more: object) -> EarlierText:
    facts = {"table": "decision", "thing_id": "d", "title": "Slots", "written_at": MOMENT, "replaced_at": MOMENT}
    return EarlierText(field=field, text=words, **(facts | more))  # type: ignore[arg-type]


def lines_of(rows: list[Row]) -> list[str]:
    return ["".join(words for words, _ in line.left) for row in rows for line in row.lines]


def test_each_text_stands_under_its_field_and_when_it_was_replaced_and_what_has_none_is_left_out() -> None:
    merged = text("raised_with", "the planner", replaced_at=None)
    rows = earlier_rows([("Decision · Slots", [text(), text("saw", "a\nb")]), ("A", []), ("B", [merged])], 60, MOMENT)
    assert lines_of(rows) == [
        " Decision · Slots", "",
        " at what price · replaced 23 Nov 2026 18:00", "   one more field", "",
        " saw · replaced 23 Nov 2026 18:00", "   a", "   b", "",
        " B", "",
        " whom I told · put aside by a merge, written 23 Nov 2026 18:00", "   the planner",
    ]  # fmt: skip


def test_where_nothing_was_reworded_that_is_said_of_the_first() -> None:
    said = lines_of(earlier_rows([("Story · A", []), ("Decision · B", [])], 40, MOMENT))
    assert " ".join(" ".join(said).split()) == f"Story · A {NOTHING_YET}"


def test_no_text_acts_or_runs_over() -> None:
    wild = "[b] \x1b]52;c;aGk=\x07 👩‍🚀 " + "x" * 20_000
    lines = lines_of(earlier_rows([("A", [text(words=wild)])], 40, MOMENT))
    assert max(map(cell_len, lines[3:])) <= 40
    assert len(lines) > 500
    assert "[b]" in lines[3]
    assert not {"\x1b", "\x07"} & set("".join(lines))


async def test_h_shows_what_is_under_the_cursor_said_before_in_all_three_views(
    journal: Journal, clock: FakeClock
) -> None:
    first = journal.decisions.add("Slots")
    quiet = journal.decisions.add("Quiet")
    size = impact(decision_id=first.id)
    told = Story(id="s", title="Shut depots", decision_id=first.id, did="asked twice")
    journal.decisions.save(replace(first, assumption="depots never close"), [size])
    journal.stories.save(told)
    journal.pitches.add_if_room(told.id)
    pitch = journal.pitches.save(replace(journal.pitches.current(), opening="Two launches went wrong."))
    clock.tick()
    changed = replace(journal.decisions.get(first.id), assumption="an address is open all day")
    journal.decisions.save(changed, [replace(size, unit="failed calls")])
    journal.stories.save(replace(journal.stories.get(told.id), did="kept a tally"))
    journal.pitches.save(replace(pitch, opening="Three launches went wrong."))
    async with running(journal) as pilot:
        await press(pilot, "2")
        view = main_screen(pilot).query_one(DecisionsView)
        view.highlight(quiet.id)
        await press(pilot, "H")
        assert "Nothing here was reworded yet." in screen_text(pilot)
        assert "Esc leave" in screen_text(pilot)
        await press(pilot, "escape")
        assert pilot.app.focused is view.list
        view.highlight(first.id)
        await press(pilot, "H")
        shown = screen_text(pilot)
        assert "Decision · Slots" in shown
        assert "took for granted · replaced" in shown
        assert "depots never close" in shown
        assert "Amount · " in shown
        assert "of what · replaced" in shown
        assert "an address is open all day" not in shown

        await press(pilot, "escape", "3", "H")
        shown = screen_text(pilot)
        assert shown.index("Story · Shut depots") < shown.index("asked twice") < shown.index("depots never close")
        await press(pilot, "escape", "4", "H")
        shown = screen_text(pilot)
        assert "Pitch · " in shown
        assert "Two launches went wrong." in shown
        await press(pilot, "escape")
        parts, composition = main_screen(pilot).query_one(PitchView).parts, main_screen(pilot).composition
        assert composition is not None
        of_story = next(i for i, line in enumerate(composition.lines) if line.story_id == told.id)
        parts.set_rows(parts.rows, of_story)
        await press(pilot, "H")
        assert "Story · Shut depots" in screen_text(pilot)
        await press(pilot, "escape")
        assert not main_screen(pilot).query(EarlierPanel)
