"""The Pitch: each format, what a sentence rests on, the pitch's own lines, and several pitches."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pivot_journal.journal import Journal, open_journal
from pivot_journal.sample.loader import STANDS_STILL_ON, fill_sample
from pivot_journal.tui.views.pitch_view import PitchView
from tui.helpers import main_screen, message_text, press, preview_text, rows_text, running, screen_text, type_text


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pitch") / "sample.db"
    fill_sample(path, STANDS_STILL_ON, zone=dt.UTC)
    return path


@pytest.fixture
def sample(template: Path, tmp_path: Path) -> Iterator[Journal]:
    shutil.copy(template, tmp_path / "journal.db")
    moment = dt.datetime.combine(STANDS_STILL_ON, dt.time(18), dt.UTC)
    with open_journal(tmp_path / "journal.db", now=lambda: moment) as journal:
        yield journal


async def test_the_pitch_view_shows_every_part_with_its_seconds_and_each_format(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "4")
        shown = screen_text(pilot)
        assert "▸ Chat" in shown
        assert "Hallway" in shown
        view = main_screen(pilot).query_one(PitchView)
        composition = main_screen(pilot).composition
        assert composition is not None
        assert len([row for row in view.parts.rows if row.key is not None]) == len(composition.lines)


async def test_the_sentence_under_the_cursor_shows_the_dated_notes_behind_it(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "4", "down", "down")
        shown = rows_text(main_screen(pilot).query_one(PitchView).evidence)
        assert "16 February 2023" in shown
        assert "days before launch" in shown
        assert "launch 17 April 2023" in shown


async def test_the_arrow_keys_tell_the_pitch_in_the_next_format_and_undo_takes_it_back(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "4", "right")
        assert sample.pitches.current().format == "hallway"
        assert "▸ Hallway" in screen_text(pilot)
        await press(pilot, "u")
        assert sample.pitches.current().format == "chat"


async def test_the_opening_line_shows_in_the_preview_while_it_is_typed(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "4", "n")
        await type_text(pilot, "a friend")
        await press(pilot, "enter")
        await type_text(pilot, "Doors decide, not maps.")
        assert "Doors decide, not maps." in preview_text(pilot)
        assert "for a friend" in preview_text(pilot)
        assert len(sample.pitches.all()) == 2
        await press(pilot, "ctrl+s")
        assert sample.pitches.current().audience == "a friend"
        assert len(sample.pitches.all()) == 3


async def test_brackets_switch_between_pitches(sample: Journal) -> None:
    async with running(sample) as pilot:
        before = sample.pitches.current().id
        await press(pilot, "right_square_bracket")
        assert sample.pitches.current().id != before
        assert sample.pitches.current().audience in preview_text(pilot)
        await press(pilot, "left_square_bracket")
        assert sample.pitches.current().id == before


async def test_an_audience_that_is_missing_is_asked_for_and_the_form_stays(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "4", "n", "ctrl+s")
        assert "audience" in message_text(pilot)
        assert len(sample.pitches.all()) == 2


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


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_text_and_evidence_fit_any_size(sample: Journal, size: tuple[int, int]) -> None:
    async with running(sample, size=size) as pilot:
        await press(pilot, "4", "down", "down")
        view = main_screen(pilot).query_one(PitchView)
        assert "wrote that down on 16 February 2023" in rows_text(view.parts)
        assert min(view.parts.size.height, view.evidence.size.height) >= 5
        assert "16 February 2023" in screen_text(pilot)


async def test_show_someone_shows_the_pitch_and_nothing_else(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "f9")
        shown = " ".join(screen_text(pilot).split())
        assert "late basket changes" in shown
        assert "unsorted" not in shown
        assert "missing" not in shown
        await press(pilot, "escape")
        assert "unsorted" in screen_text(pilot)
