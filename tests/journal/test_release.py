"""What leaves the journal leaves whole, for the user alone, and never over a file that is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pivot_journal.domain.errors import OutputFailed
from pivot_journal.journal.release import Released, with_sources, write_new_file


def test_a_file_is_written_whole_and_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "pitch.txt"
    before = os.umask(0)
    try:
        write_new_file("Größe 🚚\n", path)
    finally:
        os.umask(before)
    assert path.read_text("utf-8") == "Größe 🚚\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["pitch.txt"]


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "pitch.txt"
    path.write_text("mine")
    with pytest.raises(OutputFailed, match="is there already; nothing was written"):
        write_new_file("new", path)
    assert path.read_text() == "mine"
    assert [entry.name for entry in tmp_path.iterdir() if entry.is_file()] == ["pitch.txt"]


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed, match="cannot be written"):
        write_new_file("new", tmp_path / "missing" / "pitch.txt")


def test_the_sources_stand_below_the_text_where_there_are_any() -> None:
    released = Released("Said.\n", "opening")
    assert with_sources(released, []) == released
    assert with_sources(released, ["note 1", "note 2"]).text == "Said.\n\nnote 1\nnote 2\n"
    assert with_sources(released, ["note 1"], "markdown").text == "Said.\n\n- note 1\n"
