"""``pivot edit``, ``delete``, ``undo`` and ``redo``: what changes, what is said, and what is refused."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cli.shell import Result, Shell
from cli.test_capturing import KEYS
from conftest import FakeClock
from pivot_journal.journal import Journal


@pytest.fixture
def note(shell: Shell, clock: FakeClock) -> None:
    """One note with a tag in its text and one beside it."""
    shell("add", "Dock queue #dock", "--tag", "late")
    clock.tick()


def test_everything_of_a_note_can_be_changed_in_one_step(shell: Shell, note: None, journal: Journal) -> None:
    shell.done(
        "edit", 1, "--text", "Yard full #yard", "--on", "yesterday", "--tag", "Slot", "--untag", "late", "--star"
    )
    after = journal.observations.with_wordings(1)
    assert (after.text, str(after.observed_on), after.tags, after.starred) == (
        "Yard full #yard", "22 November 2026", ("yard", "Slot"), True,
    )  # fmt: skip
    assert [wording.text for wording in after.earlier] == ["Dock queue #dock"]
    assert shell.done("undo").out == "Undone: edit “Dock queue #dock”\n"
    before = journal.observations.get(1)
    assert (before.text, before.tags, before.starred) == ("Dock queue #dock", ("dock", "late"), False)
    assert shell.done("redo").out == "Done again: edit “Dock queue #dock”\n"
    assert journal.observations.get(1).text == "Yard full #yard"


def test_what_is_not_named_stays(shell: Shell, note: None, journal: Journal) -> None:
    before = journal.observations.get(1)
    value = shell.done("edit", "#1", "--star", "--json").json
    assert list(value) == KEYS
    after = journal.observations.get(1)
    assert (after.text, after.tags, after.observed_on, after.revised_at) == (
        before.text, before.tags, before.observed_on, before.revised_at,
    )  # fmt: skip
    assert shell("edit", 1, "--unstar", typed=b"").err == "1  Mon 23 Nov 2026     Dock queue #dock  #late\n"
    assert shell("edit", 1, "--unstar", typed=b"").err == "Nothing was changed: it is so already.\n"


def test_a_tag_in_the_text_goes_with_the_text(shell: Shell, note: None, journal: Journal) -> None:
    assert "#dock stands in the text of 1. Change the text: pivot edit 1 -e" in shell.refused(
        2, "edit", 1, "--untag", "dock"
    )
    shell.done("edit", 1, "--untag", "#dock", "--text", "Dock queue")
    assert journal.observations.get(1).tags == ("late",)


def test_the_text_can_be_changed_in_the_editor(shell: Shell, note: None, journal: Journal, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/queue/queue over an hour/' \"$1\"\n")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    shell.done("edit", 1, "-e", "--star", EDITOR=str(editor))
    assert journal.observations.get(1).text == "Dock queue over an hour #dock"
    editor.write_text('#!/bin/sh\n: > "$1"\n')
    assert "nothing was changed" in shell.refused(2, "edit", 1, "-e", EDITOR=str(editor))
    editor.write_text('#!/bin/sh\necho kept words > "$1"\n')
    said = shell.refused(2, "edit", 1, "-e", "--on", "tomorrow", EDITOR=str(editor))
    kept = Path(said.rsplit("What you wrote is kept in ", 1)[1].rstrip("."))
    assert kept.read_text() == "kept words"
    kept.unlink()


@pytest.fixture
def meanwhile(shell: Shell, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs 'pivot edit 1 -e' with an editor during which something happens in another window."""

    def run(happens: Callable[[], object], written: str | None = None, *options: str) -> Result:
        def edit(text: str, environ: Mapping[str, str]) -> str:
            happens()
            return text if written is None else written

        monkeypatch.setattr("pivot_journal.editor.edit_text", edit)
        return shell("edit", 1, "-e", *options)

    return run


def test_an_editor_that_changed_nothing_leaves_what_another_window_wrote(
    note: None, journal: Journal, meanwhile: Callable[..., Result]
) -> None:
    result = meanwhile(lambda: journal.observations.edit(1, text="Newer text"))
    assert (result.status, result.out) == (0, "")
    assert result.err == "It had been changed elsewhere meanwhile; what you did not change stands as it is there.\n"
    after = journal.observations.with_wordings(1)
    assert (after.text, [each.text for each in after.earlier]) == ("Newer text", ["Dock queue #dock"])
    assert meanwhile(lambda: journal.observations.edit(1, text="Newest #dock"), None, "--tag", "yard").status == 0
    assert (journal.observations.get(1).text, journal.observations.get(1).tags) == (
        "Newest #dock", ("dock", "late", "yard"),
    )  # fmt: skip
    assert journal.undo() == "edit “Newer text”"
    assert journal.undo() == "edit “Newer text”"


def test_a_text_that_was_reworded_elsewhere_meanwhile_is_kept_as_an_earlier_wording_and_that_is_said(
    note: None, journal: Journal, meanwhile: Callable[..., Result]
) -> None:
    result = meanwhile(lambda: journal.observations.edit(1, text="Newer text"), "My text")
    assert result.status == 0
    assert result.err == "It had been reworded elsewhere meanwhile; that wording is kept as an earlier one.\n"
    after = journal.observations.with_wordings(1)
    assert (after.text, [each.text for each in after.earlier]) == ("My text", ["Dock queue #dock", "Newer text"])
    assert meanwhile(lambda: None, "My other text").err == ""


def test_what_went_into_the_trash_during_the_editor_is_refused_and_what_was_written_is_kept(
    note: None, journal: Journal, meanwhile: Callable[..., Result]
) -> None:
    result = meanwhile(lambda: journal.observations.trash(1), "My text")
    assert result.status == 2
    found = re.fullmatch(r"pivot: 1 is in the trash\..* What you wrote is kept in (.+)\.\n", result.err)
    assert found
    assert Path(found[1]).read_text() == "My text"
    Path(found[1]).unlink()
    journal.observations.trash(1, trashed=False)
    result = meanwhile(lambda: journal.observations.trash(1))
    assert result.err == "pivot: 1 is in the trash. To bring it back: pivot delete 1 --restore\n"


@pytest.mark.parametrize(
    ("status", "arguments", "words"),
    [
        (1, ["edit", 9, "--star"], "There is no observation 9."),
        (2, ["edit", 1], "There is nothing to change. Say what: --text,"),
        (2, ["edit", 1, "--text", " "], "The observation is empty."),
        (2, ["edit", 1, "--text", "x", "-e"], "--text does not go together with -e."),
        (2, ["edit", 1, "--star", "--unstar"], "--unstar does not go together with --star."),
        (2, ["edit", 1, "--on", "tomorrow"], "is in the future"),
        (2, ["edit", 1, "--on", "someday"], "is not a date I know"),
        (2, ["edit", 1, "--tag", "two words"], "cannot be a tag"),
        (2, ["edit", 1, "--tag", "a", "--untag", "A"], "--tag a does not go together with --untag A."),
        (1, ["edit", 1, "--untag", "jetty"], "1 has no tag #jetty."),
        (2, ["edit", "one", "--star"], "NUMBER: “one” is not a number"),
        (1, ["delete", 9], "There is no observation 9."),
        (1, ["delete", 1, "--restore"], "1 is not in the trash."),
        (1, ["redo"], "There is nothing to redo."),
    ],
    ids=lambda value: " ".join(map(str, value)) if isinstance(value, list) else None,
)
def test_what_cannot_be_changed_is_refused_and_changes_nothing(
    shell: Shell, note: None, journal: Journal, status: int, arguments: list[object], words: str
) -> None:
    before = journal.observations.get(1)
    assert words in shell.refused(status, *arguments)
    assert journal.observations.get(1) == before


def test_what_is_deleted_is_in_the_trash_and_comes_back(shell: Shell, note: None) -> None:
    said = "1 “Dock queue #dock” is in the trash. pivot undo brings it back.\n"
    assert shell("delete", 1, typed=b"") == type(shell("list"))(0, "", said)
    assert shell.done("list").out == ""
    assert shell.refused(1, "delete", 1) == "1 is in the trash already."
    assert "To bring it back: pivot delete 1 --restore" in shell.refused(2, "edit", 1, "--star")
    shell.done("delete", 1, "--restore")
    assert shell.done("list").out
    shell.done("delete", 1)
    assert shell.done("undo").out == "Undone: delete “Dock queue #dock”\n"
    assert shell.done("list").out


def test_undo_goes_back_step_by_step_to_the_beginning(shell: Shell, note: None) -> None:
    assert shell.done("undo").out == "Undone: add “Dock queue #dock”\n"
    assert shell.refused(1, "undo") == "There is nothing to undo."
