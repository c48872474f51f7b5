"""The tags: counted, narrowed, renamed, made one; their notes in the Journal."""

from __future__ import annotations

from pivot_journal.domain.filter import Filter
from pivot_journal.journal import Journal
from pivot_journal.journal.tags import TagChange, TagUse
from pivot_journal.tui.views.journal_view import JournalView
from pivot_journal.tui.views.tags_panel import NO_MATCH, TagsPanel, changed_said, likes_of, tag_rows
from tui.helpers import main_screen, message_text, press, rows_text, running, screen_text, type_text

DOCK, YARD, DOCKS, DOKS = TagUse("dock", 1200), TagUse("yard", 7), TagUse("docks", 2), TagUse("doks", 1)


def test_a_tag_that_looks_like_another_stands_under_it_where_both_are_shown() -> None:
    likes = likes_of([(DOCK, DOCKS), (DOCK, DOKS), (DOCKS, DOKS)])
    assert likes == {"docks": "dock", "doks": "dock"}
    assert [row.key for row in tag_rows([DOCK, YARD, DOCKS, DOKS], likes)] == ["dock", "docks", "doks", "yard"]
    assert [row.key for row in tag_rows([YARD, DOCKS, DOKS], likes)] == ["yard", "docks", "doks"]


def test_a_chain_of_tags_that_look_alike_loses_none() -> None:
    likes = {"docks": "dock", "doks": "docks"}
    assert sorted(str(row.key) for row in tag_rows([DOCK, YARD, DOCKS, DOKS], likes)) == [
        "dock",
        "docks",
        "doks",
        "yard",
    ]


def test_a_long_tag_is_cut_and_its_figure_stays_in_its_column() -> None:
    lines = [row.lines[0] for row in tag_rows([DOCK, TagUse("🚚" * 200, 1)], {})]
    assert ["".join(text for text, _ in line.left[1:]) for line in lines] == ["1,200 notes", "    1 note"]


def test_a_change_says_where_an_old_name_still_stands() -> None:
    said = changed_said("docks", TagChange("dock", 2, 0))
    assert said == "#docks is #dock now, on 2 notes. u takes it back."
    assert "still stands in 1 text, as it was written" in changed_said("docks", TagChange("dock", 2, 1))


async def test_tags_are_found_renamed_made_one_after_asking_and_taken_back(journal: Journal) -> None:
    for text in ("Full #dock", "Shut #dock", "Queue #dock", "Late #docks", "Gate #yard", "Rain #yard", "Bay [/b] #bay"):
        journal.observations.capture(text)

    def counts() -> dict[str, int]:
        return {use.name: use.count for use in journal.tags.all()}

    before = counts()
    async with running(journal, size=(90, 30)) as pilot:
        await press(pilot, "T")
        panel = main_screen(pilot).query_one(TagsPanel)
        assert [row.key for row in panel.list.rows] == ["dock", "docks", "yard", "bay"]
        assert "#docks and #dock look alike; R on #docks makes them one" in screen_text(pilot)
        await press(pilot, "down", "R")
        assert "#docks (1 note) goes, #dock (3 notes) stays" in " ".join(screen_text(pilot).split())
        assert counts() == before, "nothing is changed before it is answered"
        await press(pilot, "enter")
        assert counts() == {"dock": 4, "yard": 2, "bay": 1}
        assert panel.list.key == "dock"
        assert "#docks is #dock now, on 4 notes" in message_text(pilot)
        await press(pilot, "u")
        assert counts() == before
        assert "docks" in rows_text(panel.list)

        await press(pilot, "slash")
        await type_text(pilot, "zz")
        assert rows_text(panel.list) == NO_MATCH
        panel.search.editor.take("AY")
        await press(pilot, "enter")
        assert [row.key for row in panel.list.rows] == ["bay"]
        await press(pilot, "R")
        panel.ask_line.editor.take("no good")
        await press(pilot, "enter")
        assert "cannot be a tag" in message_text(pilot)
        panel.ask_line.editor.take("#Yard")
        await press(pilot, "enter")
        assert "There is #yard already. Enter makes them one" in " ".join(screen_text(pilot).split())
        await press(pilot, "escape")
        assert counts() == before
        await press(pilot, "R")
        panel.ask_line.editor.take("jetty")
        await press(pilot, "enter")
        assert counts() == {"dock": 3, "yard": 2, "docks": 1, "jetty": 1}
        assert str(panel.list.key) == "jetty", "though it has not the letters that the list was narrowed to"

        await press(pilot, "enter")
        view = main_screen(pilot).query_one(JournalView)
        assert not main_screen(pilot).query(TagsPanel)
        assert view.list.chosen == Filter(tag="jetty")
        assert view.list.key == 7
        assert view.list.has_focus
        await press(pilot, "escape")
        assert view.list.chosen.is_empty
