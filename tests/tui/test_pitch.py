"""The Pitch: each format, what a sentence rests on, the pitch's own lines, copying, showing, and several pitches."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from pitch.builders import closed_clinics, material, two_stories
from pivot_journal.domain.pitch import PitchCopy
from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.journal import Journal
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.composition import Part
from pivot_journal.pitch.formats import STANDARD
from pivot_journal.pitch.private import Mask
from pivot_journal.tui.forms.leaving_forms import ChangesPanel, DecideForm, MissingForm
from pivot_journal.tui.marking import wrap_marked
from pivot_journal.tui.screens.showing import NOTHING_YET, ShowingScreen, shown_lines
from pivot_journal.tui.views.pitch_evidence import evidence_lines, grounds_of
from pivot_journal.tui.views.pitch_head import Entry, changed_said, length_said, strip_lines
from pivot_journal.tui.views.pitch_text import pitch_rows
from pivot_journal.tui.views.pitch_view import PitchView
from pivot_journal.tui.views.pitches_panel import PitchesPanel
from pivot_journal.tui.widgets.preview import Preview, preview_lines
from pivot_journal.tui.widgets.rows import Line, Row
from tui.helpers import (
    main_screen,
    message_text,
    press,
    preview_text,
    read_by_the_coach,
    rows_text,
    running,
    screen_text,
    type_text,
)


def words_of(lines: list[Line]) -> str:
    return " ".join(" ".join("".join(text for text, _ in [*line.left, *line.right]) for line in lines).split())


def lines_of(rows: list[Row]) -> list[Line]:
    return [line for row in rows for line in row.lines]


# What is drawn, without a screen


def test_a_marked_word_keeps_its_mark_wherever_the_line_breaks() -> None:
    lines = wrap_marked("In five  weeks 280 orders", [(9, 18, "untraced")], 9)
    assert lines == [[("In five", "")], [("weeks 280", "untraced")], [("orders", "")]]


def test_every_format_is_shown_where_there_is_room_and_the_neighbours_of_the_chosen_one_where_there_is_not() -> None:
    entries = [Entry(name, f"{name} 30 s") for name in ("one", "two", "three", "four", "five")]
    assert strip_lines(entries, "two", 120, 3) == [entries]
    assert [len(line) for line in strip_lines(entries, "two", 40, 3)] == [3, 2]
    low = strip_lines(entries, "three", 46, 1)
    assert [entry.text for entry in low[0]] == ["‹", "two 30 s", "three 30 s", "four 30 s", "›"]
    for width in range(12, 120):
        shown = strip_lines(entries, "five", width, 1)
        assert "five" in {entry.name for line in shown for entry in line}


def test_the_head_says_what_changed_since_the_copy_and_how_long_people_take() -> None:
    composition = compose(two_stories(), "chat")
    copied = PitchCopy(pitch_id="p", format="chat", text="…", copied_at=dt.datetime(2026, 11, 3, 9, tzinfo=dt.UTC))
    assert changed_said(copied, composition, 2) == "changed since you copied it on 3 Nov (Chat): 2 sentences"
    said = length_said(composition)
    fast, slow = (round(seconds) for seconds in composition.range)
    assert f"people take {fast}–{slow} s" in said
    assert "story 2: " in said
    assert length_said(compose(two_stories(), "linkedin")).endswith("characters")


def test_a_figure_without_evidence_is_marked_in_its_sentence_and_said() -> None:
    told = closed_clinics()
    told = replace(told, story=replace(told.story, did="I called 77 depots myself."))
    whole = material(told)
    composition = compose(whole, "hallway")
    did = next(part for part in composition.parts if part.text.startswith("I called 77"))
    row = next(row for row in pitch_rows(composition, whole, 78) if row.key == composition.lines.index(did))
    assert ("77 depots", "untraced") in row.lines[0].left or ("77", "untraced") in row.lines[0].left
    assert ("? ", "warn") in row.lines[0].right
    said = words_of(evidence_lines(did, composition, whole, 48, dt.date(2026, 11, 23)))
    assert "stands in no linked note, impact or tally" in said


def test_what_is_private_is_shown_in_its_public_form_with_a_mark_and_named_only_beside_it() -> None:
    told = closed_clinics()
    told = replace(told, story=replace(told.story, did="I rang Fennwick about it."))
    whole = material(told)
    mask = Mask([PrivateTerm(id="t", term="Fennwick", say_instead="a regional bank")])
    composition = compose(whole, "hallway", mask=mask)
    rows = pitch_rows(composition, whole, 78)
    assert "Fennwick" not in words_of(lines_of(rows))
    assert any(("a regional bank", "private") in line.left for line in lines_of(rows))
    did = next(part for part in composition.parts if part.changes)
    assert "“Fennwick” is private" in words_of(evidence_lines(did, composition, whole, 48, dt.date(2026, 11, 23)))
    assert "Fennwick" not in words_of(list(shown_lines(whole, composition, mask, 60)))


def test_what_is_missing_is_asked_in_whole_sentences() -> None:
    whole = material(closed_clinics())
    composition = compose(whole, "email")
    asked = [words_of(evidence_lines(gap, composition, whole, 90, dt.date(2026, 11, 23))) for gap in composition.gaps]
    assert any("Missing: a subject of three or four words. It is not" in said for said in asked)
    assert any("? It is not in what is copied." in said for said in asked)


def test_a_pitch_that_tells_nothing_yet_says_so_to_whoever_is_shown_it() -> None:
    whole = material()
    said = [list(shown_lines(whole, compose(whole, name), Mask([]), 60)) for name in STANDARD]
    assert [[(NOTHING_YET, "dim")]] in [[line.left for line in lines] for lines in said]
    assert all(lines for lines in said)


def test_the_evidence_has_both_clocks_the_grade_the_arithmetic_and_the_dates_of_the_decision() -> None:
    whole = two_stories()
    composition = compose(whole, "chat")
    foresight = next(part for part in composition.parts if part.role.value == "foresight")
    said = words_of(evidence_lines(foresight, composition, whole, 48, dt.date(2026, 11, 23)))
    assert "happened " in said
    assert "written here" in said
    assert "before launch ⟂" in said
    assert "launched" in said
    number = next(part for part in composition.parts if part.role.value == "number")
    assert grounds_of(number, whole).own is not None
    assert "I counted" in words_of(evidence_lines(number, composition, whole, 48, dt.date(2026, 11, 23)))


def test_labels_subject_items_and_what_to_shorten_stand_in_the_preview() -> None:
    whole = two_stories()
    star, email, bullets = (words_of(preview_lines(compose(whole, name), 60)) for name in ("star", "email", "bullets"))
    assert "Situation and task" in star
    assert "a subject of three or four words" in email or "Subject: " in email
    assert bullets.count("- ") >= 2
    long_opening = replace(whole, pitch=replace(whole.pitch, opening="So many words stand here again. " * 40))
    composition = compose(long_opening, "chat")
    assert composition.to_shorten
    assert "Shorten the opening line by " in words_of(preview_lines(composition, 60))
    assert "Shorten the opening line by " in words_of(lines_of(pitch_rows(composition, long_opening, 60)))


# On the screen


async def test_a_way_through_the_pitch_view(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "4")
        screen, view = main_screen(pilot), main_screen(pilot).query_one(PitchView)
        composition = screen.composition
        assert composition is not None
        assert f"▸ Chat {composition.size_said}" in screen_text(pilot)
        assert "Hallway" in screen_text(pilot)
        assert len([row for row in view.parts.rows if row.key is not None]) == len(composition.lines)
        # a sentence and the dated notes behind it
        number = next(i for i, line in enumerate(composition.lines) if line.role.value == "foresight")
        await press(pilot, *["down"] * number)
        shown = rows_text(view.evidence)
        assert "happened " in shown
        assert "before launch" in shown
        # the formats
        names = list(sample.telling.formats)
        await press(pilot, "right")
        assert sample.pitches.current().format == names[names.index("chat") + 1]
        assert "▸ LinkedIn" in screen_text(pilot)
        await press(pilot, "u")
        assert sample.pitches.current().format == "chat"
        # several pitches
        before = sample.pitches.current()
        await press(pilot, "right_square_bracket")
        assert sample.pitches.current().id != before.id
        assert f"For {sample.pitches.current().audience}" in screen_text(pilot)
        await press(pilot, "left_square_bracket", "d")
        await type_text(pilot, "Kim at a bank")
        await press(pilot, "enter")
        assert sample.pitches.current().audience == "Kim at a bank"
        assert sample.pitches.current().story_ids == before.story_ids
        await press(pilot, "R")
        await type_text(pilot, ", Thursday")
        await press(pilot, "enter")
        assert sample.pitches.current().audience == "Kim at a bank, Thursday"
        await press(pilot, "z")
        assert sample.pitches.current().audience != "Kim at a bank, Thursday"
        await press(pilot, "L", "end", "z")
        assert "Every pitch" in screen_text(pilot)
        panel = main_screen(pilot).query_one(PitchesPanel)
        assert panel.meant() is not None
        assert not any(pitch.is_retired for pitch in sample.pitches.all())
        await press(pilot, "enter")
        assert sample.pitches.current().audience == "Kim at a bank, Thursday"


async def test_the_opening_line_shows_in_the_preview_while_it_is_typed(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "4", "n", "ctrl+s")
        assert "audience" in message_text(pilot)
        assert len(sample.pitches.all()) == 2
        await type_text(pilot, "a friend")
        await press(pilot, "enter")
        await type_text(pilot, "Doors decide, not maps.")
        assert "Doors decide, not maps." in preview_text(pilot)
        assert "for a friend" in preview_text(pilot)
        await press(pilot, "ctrl+s")
        assert sample.pitches.current().audience == "a friend"
        assert len(sample.pitches.all()) == 3


async def test_enter_goes_to_where_the_words_are_written(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "4", "end", "enter")
        await press(pilot, "end")
        await type_text(pilot, " And who chose it")
        assert "And who chose it" in preview_text(pilot)


async def test_an_empty_journal_says_what_to_do(journal: Journal) -> None:
    async with running(journal) as pilot:
        await press(pilot, "4")
        assert "?" in screen_text(pilot)
        await press(pilot, "y")
        assert "nothing to copy" in message_text(pilot)
        await read_by_the_coach(pilot)
        assert not main_screen(pilot).query_one(Preview).findings, "there is nothing yet to ask about"


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (200, 60)])
async def test_text_and_evidence_fit_any_size(sample: Journal, size: tuple[int, int]) -> None:
    async with running(sample, size=size) as pilot:
        await press(pilot, "4", "down", "down")
        view = main_screen(pilot).query_one(PitchView)
        assert min(view.parts.size.height, view.evidence.size.height) >= 5
        assert "▸ Chat" in screen_text(pilot)
        assert view.parts.key is not None


async def test_what_is_missing_and_what_is_private_is_asked_before_the_copy(sample: Journal, tmp_path: Path) -> None:
    pitch = sample.pitches.save(replace(sample.pitches.current(), format="linkedin", listener="", question=""))
    async with running(sample) as pilot:
        await press(pilot, "4", "y")
        form = main_screen(pilot).query_one(MissingForm)
        assert list(form.fields) == ["listener", "question"]
        await type_text(pilot, "Robin Fennwick")
        await press(pilot, "escape")
        assert "Nothing was copied." in message_text(pilot)
        assert sample.pitches.last_copy(pitch.id) is None
        sample.terms.set("Fennwick")
        await press(pilot, "y", "enter")  # what was typed is here again
        await type_text(pilot, "Which word misleads?")
        await press(pilot, "enter")
        assert sample.pitches.current().listener == "Robin Fennwick"
        assert main_screen(pilot).query_one(DecideForm).display
        assert sample.pitches.last_copy(pitch.id) is None
        await type_text(pilot, "of the bank")
        await press(pilot, "enter")
        await pilot.app.workers.wait_for_complete([w for w in pilot.app.workers if w.group == "copy"])
        await pilot.pause()
        copied = sample.pitches.last_copy(pitch.id)
        assert copied is not None
        assert "Robin of the bank" in copied.text
        assert "1 private" in message_text(pilot)
        # once more: now the change is shown first, and Escape copies nothing
        await press(pilot, "y")
        assert "“Fennwick” leaves as “of the bank”" in screen_text(pilot)
        assert main_screen(pilot).query_one(ChangesPanel).display
        await press(pilot, "escape")
        assert "Nothing was copied." in message_text(pilot)
        sample.pitches.save(replace(sample.pitches.current(), question="Which one?"))
        main_screen(pilot)._look_again()
        assert "changed since you copied it" in screen_text(pilot)
        assert "(LinkedIn note): 1 sentence" in screen_text(pilot)


async def test_show_someone_shows_the_pitch_and_its_evidence_as_they_would_leave_and_nothing_else(
    sample: Journal,
) -> None:
    composition = sample.telling.compose(sample.pitches.material())
    text = next(part for part in composition.parts if isinstance(part, Part)).text
    sample.terms.set(text.split()[-1].strip(".,"), "something else")
    async with running(sample) as pilot:
        await press(pilot, "y")
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, ShowingScreen)
        shown = rows_text(pilot.app.screen.text)
        assert "something else" in shown
        assert text.split()[-1].strip(".,") not in screen_text(pilot)
        assert "What it rests on" in shown
        for word in ("unsorted", "missing", "leaves as", "A PM may ask", "finding"):
            assert word not in screen_text(pilot)
        await press(pilot, "left")
        assert sample.pitches.current().format == "chat"
        assert rows_text(pilot.app.screen.text) != shown
        await press(pilot, "f9")
        assert "unsorted" in screen_text(pilot)
