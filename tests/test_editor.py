"""Writing in one's own editor: what it is given, what is taken over, and what stays when it fails."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pivot_journal.domain.errors import OutputFailed
from pivot_journal.editor import edit_text, keep_text


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def left_in(folder: Path) -> list[Path]:
    """Return the temporary files that are still there."""
    return list(folder.iterdir())


def editor(folder: Path, script: str) -> str:
    """Make an editor that runs a line of shell, its file being the last argument, and return its command."""
    path = folder.parent / "my editor"
    path.write_text(f"#!/bin/sh\nfor file; do :; done\n{script}\n")
    path.chmod(0o700)
    return f"'{path}'"


def test_the_text_is_given_and_what_was_saved_comes_back_without_blank_ends(folder: Path) -> None:
    fake = editor(folder, 'grep -qx "Größe" "$file" && printf "Größe\\r\\nzwei\\n\\n\\n" > "$file"')
    assert edit_text("Größe", {"EDITOR": fake}) == "Größe\r\nzwei"
    assert left_in(folder) == []


def test_the_file_is_the_users_alone_and_ends_in_md(folder: Path) -> None:
    fake = editor(folder, 'stat -c %a "$file" > "$file.mode"; echo "$file" > "$file.name"')
    assert edit_text("unchanged", {"EDITOR": fake}) == "unchanged"
    mode, name = sorted(left_in(folder), key=lambda path: path.suffix)
    assert mode.read_text() == "600\n"
    assert re.fullmatch(r".*/pivot-\w+\.md\n", name.read_text())


def test_visual_wins_over_editor_and_blank_ones_do_not_count(folder: Path) -> None:
    fake = editor(folder, 'echo new > "$file"')
    assert edit_text("old", {"VISUAL": fake, "EDITOR": "false"}) == "new"
    assert edit_text("old", {"VISUAL": "  ", "EDITOR": fake}) == "new"


def test_without_either_it_is_vi(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder.parent / "vi").write_text('#!/bin/sh\necho "from vi" > "$1"\n')
    (folder.parent / "vi").chmod(0o700)
    monkeypatch.setenv("PATH", str(folder.parent), prepend=":")
    assert edit_text("", {}) == "from vi"


def test_an_editor_may_have_arguments(folder: Path) -> None:
    fake = editor(folder, 'echo "$1 $2" > "$file"')
    assert edit_text("", {"EDITOR": f"{fake} --wait '+set ft=markdown'"}) == "--wait +set ft=markdown"


def test_an_editor_that_saves_by_renaming_is_followed(folder: Path) -> None:
    fake = editor(folder, 'echo new > "$file~" && mv "$file~" "$file"')
    assert edit_text("old", {"EDITOR": fake}) == "new"
    assert left_in(folder) == []


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (
            "no-such-editor",
            r'The editor "no-such-editor" cannot be started: No such file or directory\. Set \$EDITOR\.',
        ),
        ("'unclosed", r'The editor "\'unclosed" cannot be started: No closing quotation\. Set \$EDITOR\.'),
        ("/", r'The editor "/" cannot be started: Permission denied\. Set \$EDITOR\.'),
        ("false", r'The editor "false" ended with status 1; nothing was taken over\.'),
        ("rm", r'The editor "rm" left no file behind; nothing was taken over\.'),
    ],
)
def test_an_editor_that_fails_is_named_and_leaves_no_file(folder: Path, command: str, words: str) -> None:
    with pytest.raises(OutputFailed, match=f"^{words}$"):
        edit_text("old", {"EDITOR": command})
    assert left_in(folder) == []


def test_what_was_written_before_an_editor_failed_is_kept(folder: Path) -> None:
    fake = editor(folder, 'echo "an hour of careful words" > "$file"; kill -9 $$')
    with pytest.raises(
        OutputFailed, match=r"ended with status -9; nothing was taken over\. What you wrote is"
    ) as error:
        edit_text("old", {"EDITOR": fake})
    (kept,) = left_in(folder)
    assert str(error.value).endswith(f"kept in {kept}.")
    assert kept.read_text() == "an hour of careful words\n"
    assert kept.stat().st_mode & 0o777 == 0o600


def test_letters_that_are_not_utf8_are_not_lost_but_kept_in_their_file(folder: Path) -> None:
    with pytest.raises(
        OutputFailed, match=r"is not UTF-8 in line 2; nothing was taken over\. What you wrote is kept in"
    ) as error:
        edit_text("", {"EDITOR": editor(folder, 'printf "Size\\nGr\\366\\337e" > "$file"')})
    (kept,) = left_in(folder)
    assert str(error.value).endswith(f"kept in {kept}.")
    assert kept.read_bytes() == b"Size\nGr\xf6\xdfe"


def test_a_mark_of_byte_order_is_no_part_of_the_text(folder: Path) -> None:
    assert edit_text("", {"EDITOR": editor(folder, 'printf "\\357\\273\\277Größe" > "$file"')}) == "Größe"
    assert left_in(folder) == []


def test_a_temporary_folder_that_is_gone_is_said(folder: Path) -> None:
    folder.rmdir()
    with pytest.raises(
        OutputFailed, match=r"No temporary file can be written: No such file or directory\. Set \$TMPDIR"
    ):
        keep_text("x")
