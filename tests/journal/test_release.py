"""What leaves the journal: only what is said, named where something is missing, whole, and never over another file."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from builders import decision, impact, observation, pitch, story
from pivot_journal.domain.errors import OutputFailed
from pivot_journal.domain.pitch import Material, StoryMaterial
from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.journal.release import (
    IF_NOTHING_COMES,
    Released,
    copy_released,
    release_json,
    release_pitch,
    write_new_file,
)
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.formats import STANDARD
from pivot_journal.pitch.private import Mask


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

LISTENER = {
    "listener": "Dana", "why_them": "Your talk on slots", "question": "Do you see that", "ask": "May I call",
    "they_said": "You spoke of slots", "answer": "It was 40 parcels", "next_step": "I send the list on Friday",
}  # fmt: skip


@pytest.mark.parametrize("name", STANDARD)
@pytest.mark.parametrize("rendering", ["text", "markdown", "html"])
@pytest.mark.parametrize("facts", [{}, {"saw": "Forty parcels"}, FULL])
def test_a_prompt_for_what_is_missing_never_leaves(name: str, rendering: str, facts: dict[str, str]) -> None:
    chosen = material(told("Docks", **facts), told("Gates", **facts), **LISTENER)
    composition = compose(chosen, name)
    if not composition.parts:
        return
    released = release_pitch(chosen, composition, rendering)
    for gap in composition.gaps:
        assert gap.prompt not in released.text
        assert gap.prompt not in released.without


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("linkedin", "listener's name, why them, question"),
        ("email", "listener's name, why them, what I ask for"),
        ("followup", "listener's name, what they said, next step"),
    ],
)
def test_what_would_have_a_hole_in_it_does_not_leave(name: str, missing: str) -> None:
    chosen = material(told("Docks", **FULL))
    with pytest.raises(OutputFailed, match="would leave with a hole in it") as refused:
        release_pitch(chosen, compose(chosen, name))
    assert missing in str(refused.value)


def test_what_is_missing_is_named_once_with_the_stories_that_miss_it() -> None:
    complete = {name: words for name, words in FULL.items() if name != "would_decide"}
    chosen = material(told("Docks", **complete), told("Gates", **complete))
    released = release_pitch(chosen, compose(chosen, "chat"))
    parts = released.without.split(", ")
    assert "opening line" in parts
    assert "question" in parts
    assert "alternative of stories 1 and 2" in parts
    assert len(set(parts)) == len(parts)


def test_what_was_left_out_to_fit_is_named_too() -> None:
    long = FULL | {"did": "I showed the PM the list and asked " + "again and " * 120 + "again"}
    chosen = material(told("Docks", **long), told("Gates", **long))
    composition = compose(chosen, "chat")
    assert composition.left_out
    without = release_pitch(chosen, composition).without
    for left in composition.left_out:
        assert left.label in without


def test_a_story_that_the_format_has_no_room_for_is_named() -> None:
    chosen = material(told("Docks", **FULL), told("Gates", **FULL))
    assert "story 2" in release_pitch(chosen, compose(chosen, "hallway")).without


def test_a_pitch_that_misses_nothing_leaves_without_a_word() -> None:
    chosen = material(told("Docks", **FULL))
    composition = replace(compose(chosen, "hallway"), left_out=())
    said = replace(composition, lines=composition.parts)
    assert release_pitch(chosen, said).without == ""


def test_nothing_to_say_is_an_error_and_no_empty_text() -> None:
    with pytest.raises(OutputFailed, match="There is nothing to say yet: a story in the pitch makes a start"):
        release_pitch(material(), compose(material()))


def test_what_would_act_on_a_terminal_does_not_leave() -> None:
    chosen = material(told("Docks", **FULL), opening="Plain")
    composition = compose(chosen)
    part = replace(composition.parts[0], text="\x1b]52;c;eA==\x07bad \u202eword\u2028")
    for rendering in ("text", "markdown", "html"):
        text = release_pitch(chosen, replace(composition, lines=(part,)), rendering).text
        assert not {"\x1b", "\x07", "\u202e", "\u2028"} & set(text)


def test_the_sources_stand_below_the_text_where_they_are_asked_for() -> None:
    chosen = material(told("*Docks*", **FULL))
    composition = compose(chosen)
    bare = release_pitch(chosen, composition).text
    assert release_pitch(chosen, composition, with_sources=True).text.startswith(f"{bare}\n6 February 2024: ")
    assert '\n- 6 February 2024: "Seen for \\*Docks\\*."' in (
        release_pitch(chosen, composition, "markdown", with_sources=True).text
    )


# What is private

HERONS = Mask([PrivateTerm(id="1", term="Heron", say_instead="a pilot"), PrivateTerm(id="2", term="Fennwick")])


def private(rendering: str = "text", **facts: str) -> Released:
    """Return a released pitch whose note and title name what is private."""
    chosen = material(told("Heron", **(FULL | facts)), opening="At Herons we saw it")
    composition = compose(chosen, mask=HERONS)
    return release_pitch(chosen, composition, rendering, mask=HERONS, with_sources=True)


@pytest.mark.parametrize("rendering", ["text", "markdown", "html"])
def test_nothing_private_leaves_in_any_form_not_in_the_sources_either(rendering: str) -> None:
    released = private(rendering, saw="heron's line stood")
    assert "heron" not in released.text.casefold()
    assert "a pilot" in released.text
    assert released.replaced[0] == "“Herons” leaves as “a pilot”"
    assert not released.undecided


def test_what_is_undecided_stops_a_copy_and_names_what_to_do(tmp_path: Path) -> None:
    released = private(saw="Fennwick stood still")
    assert [term.term for term in released.undecided] == ["Fennwick"]
    assert "Fennwick" not in released.text
    with pytest.raises(OutputFailed, match='pivot terms add "Fennwick" --say'):
        copy_released(released, environ={"PATH": ""}, terminal=None, fallback_folder=tmp_path)
    assert not list(tmp_path.glob("clip*"))


def test_a_pitch_composed_without_the_mask_does_not_leave() -> None:
    chosen = material(told("Docks", **FULL), opening="At Heron we saw it")
    with pytest.raises(OutputFailed, match="“Heron” is private and would still leave"):
        release_pitch(chosen, compose(chosen), mask=HERONS)


def text_in(form: str, chosen: Material, mask: Mask) -> str:
    """Return everything that leaves in a form, with the sources."""
    composition = compose(chosen, mask=mask)
    if form == "json":
        return str(release_json(chosen, composition, mask=mask, with_sources=True)[0])
    return release_pitch(chosen, composition, form, mask=mask, with_sources=True).text


@pytest.mark.parametrize(
    ("place", "forms"), [("audience", ["html", "json"]), ("note", ["text", "markdown", "html", "json"])]
)
def test_what_becomes_private_by_what_is_said_instead_leaves_in_no_form(place: str, forms: list[str]) -> None:
    mask = Mask(
        [
            PrivateTerm(id="1", term="Heron", say_instead="Blue"),
            PrivateTerm(id="2", term="Blue Line", say_instead="a pilot"),
        ]
    )
    seen = observation("The Heron line stood." if place == "note" else "Seen.")
    docks = replace(told("Docks", **FULL), observations=(seen,))
    docks = replace(docks, story=replace(docks.story, observation_ids=(seen.id,)))
    chosen = material(docks, audience="the Heron line" if place == "audience" else "a PM")
    for form in ("text", "markdown", "html", "json"):
        if form in forms:
            with pytest.raises(OutputFailed, match="“Blue Line” is private and would still leave"):
                text_in(form, chosen, mask)
        else:
            assert not mask.terms_in(text_in(form, chosen, mask))


def test_as_json_everything_that_was_replaced_is_told_each_once() -> None:
    chosen = material(told("Heron", **(FULL | {"saw": "Fennwick stood"})), audience="a PM at Herons")
    value, released = release_json(chosen, compose(chosen, mask=HERONS), mask=HERONS, with_sources=True)
    assert value["audience"] == "a PM at a pilot"
    assert value["sources"] == ['6 February 2024: "Seen for a pilot.", written here 6 February 2024']
    assert set(released.replaced) == {"“Heron” leaves as “a pilot”", "“Herons” leaves as “a pilot”"}
    assert [term.term for term in released.undecided] == ["Fennwick"]


def test_a_page_is_not_held_back_by_a_source_that_is_not_on_it() -> None:
    docks = told("Docks", **FULL)
    chosen = material(replace(docks, impacts=(impact("118"), impact("3", "vans of Fennwick"))))
    composition = compose(chosen, mask=HERONS)
    assert release_pitch(chosen, composition, mask=HERONS, with_sources=True).undecided
    page = release_pitch(chosen, composition, "html", mask=HERONS, with_sources=True)
    assert "▒▒▒" not in page.text
    assert not page.undecided


# Onto the clipboard


def test_the_route_and_what_is_missing_are_named(tmp_path: Path) -> None:
    tool = tmp_path / "xclip"
    tool.write_text(f"#!/bin/sh\n/bin/cat > '{tmp_path}/clipboard'\n")
    tool.chmod(0o700)
    said = copy_released(
        Released(text="\nSaid.\n\n", without="opening line, question"),
        environ={"PATH": str(tmp_path), "DISPLAY": ":9"},
        terminal=None, fallback_folder=tmp_path,
    )  # fmt: skip
    assert said == "Copied with xclip; without: opening line, question."
    assert (tmp_path / "clipboard").read_text() == "Said."


def test_the_terminal_is_claimed_no_more_than_is_known(tmp_path: Path) -> None:
    sent: list[str] = []
    said = copy_released(
        Released(text="Said."), environ={"PATH": "", "TERM": "xterm"}, terminal=sent.append, fallback_folder=tmp_path
    )
    assert said == f"Sent to your terminal, which does not say whether it took it{IF_NOTHING_COMES}."
    assert sent == ["\x1b]52;c;U2FpZC4=\x07"]


def test_without_any_other_route_a_file_is_left(tmp_path: Path) -> None:
    said = copy_released(Released(text="Said."), environ={"PATH": ""}, terminal=None, fallback_folder=tmp_path)
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
    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)  # where a disk that fills up says so
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
