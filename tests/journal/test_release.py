"""What leaves the journal: only what is said, named where something is missing, whole, and never over another file."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builders import decision, observation, pitch, story
from pivot_journal.domain.errors import OutputFailed
from pivot_journal.domain.pitch import Material, StoryMaterial
from pivot_journal.journal.release import Released, copy_released, release_pitch, with_sources, write_new_file
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.formats import FORMATS


def told(title: str, **facts: str) -> StoryMaterial:
    """Return a story of one decision and one observation."""
    seen = observation(f"Seen for {title}.")
    chosen = decision(title, assumption=facts.pop("assumption", ""))
    return StoryMaterial(
        story=story(title, decision_id=chosen.id, observation_ids=(seen.id,), **facts),
        decision=chosen,
        observations=(seen,),
    )


def material(*stories: StoryMaterial, **lines: str) -> Material:
    """Return a pitch of some stories."""
    return Material(pitch=pitch(story_ids=tuple(each.story.id for each in stories), **lines), stories=stories)


FULL = {
    "saw": "Forty parcels stood at the wrong dock", "did": "I showed the PM the list", "raised_with": "the PM",
    "raised_reply": "Next quarter", "mattered": "Each cost us an hour, 40 in all",
    "mattered_to_customer": "They waited a day", "would_decide": "I would have asked the drivers",
    "trade_off": "That takes a week", "assumption": "every dock is the same",
}  # fmt: skip


# What is said, and what is missing


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("rendering", ["text", "markdown"])
@pytest.mark.parametrize("facts", [{}, {"saw": "Forty parcels"}, FULL])
def test_a_prompt_for_what_is_missing_never_leaves(name: str, rendering: str, facts: dict[str, str]) -> None:
    composition = compose(material(told("Docks", **facts), told("Gates", **facts)), name)
    assert composition.gaps
    released = release_pitch(composition, rendering)
    for gap in composition.gaps:
        assert gap.prompt not in released.text
        assert gap.prompt not in released.without


def test_what_is_missing_is_named_once_with_the_stories_that_miss_it() -> None:
    complete = {name: words for name, words in FULL.items() if name != "would_decide"}
    released = release_pitch(compose(material(told("Docks", **complete), told("Gates", **complete)), "chat"))
    parts = released.without.split(", ")
    assert "opening line" in parts
    assert "question" in parts
    assert "alternative of stories 1 and 2" in parts
    assert len(set(parts)) == len(parts)


def test_what_was_left_out_to_fit_is_named_too() -> None:
    long = FULL | {"did": "I showed the PM the list and asked " + "again and " * 120 + "again"}
    composition = compose(material(told("Docks", **long), told("Gates", **long)), "chat")
    assert composition.left_out
    without = release_pitch(composition).without
    for left in composition.left_out:
        assert left.label in without


def test_a_story_that_the_format_has_no_room_for_is_named() -> None:
    composition = compose(material(told("Docks", **FULL), told("Gates", **FULL)), "hallway")
    assert "story 2" in release_pitch(composition).without


def test_a_pitch_that_misses_nothing_leaves_without_a_word() -> None:
    composition = replace(compose(material(told("Docks", **FULL)), "hallway"), left_out=())
    said = replace(composition, lines=composition.parts)
    assert release_pitch(said).without == ""


def test_nothing_to_say_is_an_error_and_no_empty_text() -> None:
    with pytest.raises(OutputFailed, match="There is nothing to say yet: a story in the pitch makes a start"):
        release_pitch(compose(material()))


def test_what_would_act_on_a_terminal_does_not_leave() -> None:
    composition = compose(material(told("Docks", **FULL), opening="Plain"))
    part = replace(composition.parts[0], text="\x1b]52;c;eA==\x07bad \u202eword\u2028")
    for rendering in ("text", "markdown"):
        text = release_pitch(replace(composition, lines=(part,)), rendering).text
        assert not {"\x1b", "\x07", "\u202e", "\u2028"} & set(text)
    assert "\x1b" not in with_sources(Released("Said.\n", ""), ["note \x1b[31m"]).text


def test_the_sources_stand_below_the_text_where_there_are_any() -> None:
    released = Released("Said.\n", "opening")
    assert with_sources(released, []) == released
    assert with_sources(released, ["note 1", "note 2"]).text == "Said.\n\nnote 1\nnote 2\n"
    assert with_sources(released, ["note *1*"], "markdown").text == "Said.\n\n- note \\*1\\*\n"


# Onto the clipboard


def test_the_route_and_what_is_missing_are_named(tmp_path: Path) -> None:
    tool = tmp_path / "xclip"
    tool.write_text(f"#!/bin/sh\n/bin/cat > '{tmp_path}/clipboard'\n")
    tool.chmod(0o700)
    said = copy_released(
        Released("\nSaid.\n\n", "opening line, question"), environ={"PATH": str(tmp_path), "DISPLAY": ":9"},
        terminal=None, fallback_folder=tmp_path,
    )  # fmt: skip
    assert said == "Copied with xclip; without: opening line, question."
    assert (tmp_path / "clipboard").read_text() == "Said."


def test_the_terminal_is_claimed_no_more_than_is_known(tmp_path: Path) -> None:
    sent: list[str] = []
    said = copy_released(
        Released("Said.", ""), environ={"PATH": "", "TERM": "xterm"}, terminal=sent.append, fallback_folder=tmp_path
    )
    assert said == "Sent to your terminal, which does not say whether it took it."
    assert sent == ["\x1b]52;c;U2FpZC4=\x07"]


def test_without_any_other_route_a_file_is_left(tmp_path: Path) -> None:
    said = copy_released(Released("Said.", ""), environ={"PATH": ""}, terminal=None, fallback_folder=tmp_path)
    assert said == f"Written to {tmp_path / 'clipboard.txt'}; the clipboard could not be reached."


# Into a file


def names(folder: Path) -> list[str]:
    """Return the files of a folder, hidden ones too."""
    return [entry.name for entry in folder.iterdir() if entry.is_file()]


@pytest.fixture(params=["links", "no links"])
def file_system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that has hard links, and one that has none."""
    if request.param == "no links":

        def refuse(*_: object) -> None:
            raise OSError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(os, "link", refuse)


@pytest.mark.usefixtures("file_system")
def test_a_file_is_written_whole_and_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "pitch.txt"
    before = os.umask(0)
    try:
        write_new_file("Größe 🚚\n", path)
    finally:
        os.umask(before)
    assert path.read_text("utf-8") == "Größe 🚚\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["pitch.txt"]


@pytest.mark.usefixtures("file_system")
def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "pitch.txt"
    path.write_text("mine")
    with pytest.raises(OutputFailed, match="is there already; nothing was written"):
        write_new_file("new", path)
    assert path.read_text() == "mine"
    assert names(tmp_path) == ["pitch.txt"]


@pytest.mark.usefixtures("file_system")
def test_a_link_to_nowhere_is_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "pitch.txt"
    path.symlink_to(tmp_path / "elsewhere.txt")
    with pytest.raises(OutputFailed, match="is there already"):
        write_new_file("new", path)
    assert not (tmp_path / "elsewhere.txt").exists()


@pytest.mark.usefixtures("file_system")
def test_a_file_that_cannot_be_finished_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fdopen: Callable[..., object] = os.fdopen

    class Full:
        """A file on a disk that has no room left."""

        def __init__(self, file: object) -> None:
            self._file = file

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_: object) -> None:
            self._file.close()  # type: ignore[attr-defined]

        def write(self, _: str) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fdopen", lambda *given, **more: Full(fdopen(*given, **more)))
    with pytest.raises(OutputFailed, match=r"pitch\.txt cannot be written: No space left on device"):
        write_new_file("new", tmp_path / "pitch.txt")
    assert names(tmp_path) == []


def test_what_an_earlier_crash_left_behind_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".pitch.txt.partial").write_text("half")
    write_new_file("whole", tmp_path / "pitch.txt")
    assert (tmp_path / "pitch.txt").read_text() == "whole"


def test_the_longest_name_that_the_file_system_takes_is_taken(tmp_path: Path) -> None:
    write_new_file("whole", tmp_path / ("p" * 255))
    assert names(tmp_path) == ["p" * 255]
    with pytest.raises(OutputFailed, match="cannot be written: File name too long"):
        write_new_file("whole", tmp_path / ("p" * 256))
    assert names(tmp_path) == ["p" * 255]


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed, match=r"cannot be written: No such file or directory\. Choose another place"):
        write_new_file("new", tmp_path / "missing" / "pitch.txt")
