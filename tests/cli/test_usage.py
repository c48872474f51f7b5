"""What holds for every command: the journal it works on, its help, its errors, its streams and its exit status."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.shell import Shell, command, environment, in_bash, process
from pivot_journal import __version__
from pivot_journal.cli import main
from pivot_journal.cli.parser import COMMANDS
from pivot_journal.journal import Journal, open_journal
from pivot_journal.storage.marks import SCHEMA

READING = [
    ["list"], ["list", "--json"], ["show", "1"], ["pitch"], ["pitch", "--as", "json"], ["tally"], ["tally", "drops"],
    ["check"], ["terms"], ["terms", "add", "Heron"], ["edit", "1", "--star"], ["delete", "1"], ["undo"], ["tags"],
    ["stats"], ["doctor"], ["earlier"],
]  # fmt: skip


# Help and version


@pytest.mark.parametrize("arguments", [["-h"], ["--help"], *([name, "-h"] for name in COMMANDS)], ids=" ".join)
def test_help_goes_to_stdout_and_is_status_0(shell: Shell, arguments: list[str]) -> None:
    result = shell.done(*arguments)
    assert result.out.startswith("usage: pivot")
    assert "\x1b" not in result.out


def test_the_help_names_every_command_and_every_exit_status(shell: Shell) -> None:
    out = " ".join(shell.done("-h").out.split())
    for name, words in COMMANDS.items():
        assert f"{name} {words}" in out
    for status in ("0 done", "1 not found", "2 wrong", "3 journal", "4 input", "5 output", "130 interrupted"):
        assert status in out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(shell: Shell, name: str) -> None:
    lines = shell.done(name, "-h").out.split("options:\n")[1].splitlines()
    explained = [line for line in lines if re.match(r"  -", line)]
    assert explained
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if re.match(r"  -", line):
            assert re.search(r"\S {2,}\S", line.strip()) or following.startswith(" " * 20), f"{line} says nothing"


def test_the_version_is_status_0(shell: Shell) -> None:
    assert shell.done("--version").out == f"pivot {__version__}\n"


def test_no_help_is_needed_for_the_journal_to_be_left_alone(shell: Shell, missing_path: Path) -> None:
    shell.done("add", "-h", PIVOT_JOURNAL=str(missing_path))
    assert not missing_path.parent.exists()


# Wrong usage


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lst"], "There is no command “lst”. Did you mean “list”? See: pivot -h"),
        (["ad", "x"], "There is no command “ad”. Did you mean “add”? See: pivot -h"),
        (["frobnicate"], f"There is no command “frobnicate”. There is: {', '.join(COMMANDS)}. See: pivot -h"),
        (["help"], "For help: pivot -h"),
        (["Dock full"], "There is no command “Dock full”. To write a line down: pivot add 'TEXT'. See: pivot -h"),
        ([""], f"There is no command “”. There is: {', '.join(COMMANDS)}. See: pivot -h"),
        (["add", "x", "--fail"], "There is no option --fail. Did you mean --failure? See: pivot add -h"),
        (["add", "x", "--falure"], "There is no option --falure. Did you mean --failure? See: pivot add -h"),
        (["add", "--zoo"], "There is no option --zoo. Text that begins with '-' goes after '--'. See: pivot add -h"),
        (["add", "-x"], "There is no option -x. Text that begins with '-' goes after '--'. See: pivot add -h"),
        (["list", "--js"], "There is no option --js. Did you mean --json? See: pivot list -h"),
        (["--jorunal", "x"], "There is no option --jorunal. Did you mean --journal? See: pivot -h"),
        (["add", "x", "--on"], "--on needs a value after it. See: pivot add -h"),
        (["add", "x", "--star=yes"], "--star takes no value. See: pivot add -h"),
        (["show"], "NUMBER is missing. See: pivot show -h"),
        (["show", "1", "2"], "“2” is one word too many. See: pivot show -h"),
        (["tally", "x", "--renam", "y"], "There is no option --renam. Did you mean --rename? See: pivot tally -h"),
        (["tall", "x"], "There is no command “tall”. Did you mean “tally”? See: pivot -h"),
        (["list", "--journal", ""], "--journal names no file: it is empty."),
        (["list", "--journal", "~nobody-of-this-name/j.db"],
         "--journal: the home folder of ~nobody-of-this-name/j.db is not known. Write the whole path."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)  # fmt: skip
def test_wrong_usage_is_one_line_that_says_what_to_do(shell: Shell, arguments: list[str], said: str) -> None:
    if arguments[0] == "--jorunal":  # its value is taken for the command
        assert shell.refused(2, *arguments).startswith("There is no ")
    else:
        assert shell.refused(2, *arguments) == said


def test_a_very_long_mistake_is_shown_short(shell: Shell) -> None:
    for arguments in (["x" * 9_000], ["add", "--" + "x" * 9_000], ["list", "--triage", "x" * 9_000],
                      ["show", "x" * 9_000], ["list", "--from", "x" * 9_000], ["list", "-d", "x" * 9_000]):  # fmt: skip
        said = shell(*arguments).err
        assert len(said) < 300, said[:400]


# Which journal


@pytest.mark.parametrize("place", ["before", "after", "between"])
def test_the_journal_may_be_named_before_and_after_the_command_and_wins_over_the_environment(
    shell: Shell, missing_path: Path, place: str
) -> None:
    named = ["--journal", str(missing_path)]
    arguments = {
        "before": [*named, "add", "Dock", "full"],
        "after": ["add", "Dock", "full", *named],
        "between": ["add", "Dock", *named, "full"],
    }[place]
    assert shell(*arguments).number == 1
    with open_journal(missing_path) as journal:
        assert journal.observations.get(1).text == "Dock full"
    assert shell.done("list").out == ""


def test_the_later_name_of_a_journal_wins(shell: Shell, missing_path: Path) -> None:
    shell("--journal", missing_path, "add", "x", "--journal", shell.path)
    assert not missing_path.exists()
    assert "x" in shell.done("list").out


def test_a_home_folder_may_be_written_as_a_tilde(shell: Shell, tmp_path: Path) -> None:
    result = shell("--journal", "~/my/journal.db", "add", "x")
    assert result.err == f"A new journal was made: {tmp_path / 'home' / 'my' / 'journal.db'}\n"


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_reading_makes_no_journal_and_says_how_to_begin(shell: Shell, missing_path: Path, arguments: list[str]) -> None:
    said = shell.refused(3, *arguments, PIVOT_JOURNAL=str(missing_path))
    assert said == f"There is no journal at {missing_path}. Write the first line with: pivot add"
    assert not missing_path.parent.exists()


def a_folder(path: Path, journal: Path) -> None:
    path.mkdir()


def a_text(path: Path, journal: Path) -> None:
    path.write_text("Dear diary, the dock was full.\n" * 200)


def another_database(path: Path, journal: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE diary (line TEXT)")
    connection.close()


def a_newer_journal(path: Path, journal: Path) -> None:
    shutil.copyfile(journal, path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()


def a_damaged_journal(path: Path, journal: Path) -> None:
    data = journal.read_bytes()
    path.write_bytes(data[:4096] + os.urandom(len(data) - 4096))


@pytest.mark.parametrize("arguments", [*READING, ["add", "Dock full"], ["add", "-d", "x", "Dock"]], ids=" ".join)
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (a_folder, "is a folder. Name a file with --journal."),
        (a_text, "is not a Pivot Journal, or is damaged. Nothing was changed; choose another with --journal."),
        (another_database, "is a database, but not a Pivot Journal. Nothing was changed; choose another with"),
        (a_newer_journal, "was written by a later version of Pivot Journal"),
        (a_damaged_journal, "is not a Pivot Journal, or is damaged. Nothing was changed; choose another"),
    ],
)
def test_what_is_no_journal_is_refused_and_left_as_it_was(
    shell: Shell, tmp_path: Path, make: Callable[[Path, Path], None], words: str, arguments: list[str]
) -> None:
    path = tmp_path / "thing"
    make(path, shell.path)
    before = path.read_bytes() if path.is_file() else b""
    said = shell.refused(3, *arguments, PIVOT_JOURNAL=str(path))
    assert words in said
    assert str(path) in said
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_place_where_no_file_can_be_is_said(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for path in (tmp_path / "file" / "journal.db", tmp_path / ("x" * 300)):
        said = shell.refused(3, "add", "x", PIVOT_JOURNAL=str(path))
        assert str(path)[:200] in said
        assert "--journal" in said
        assert shell.refused(3, "list", PIVOT_JOURNAL=str(path))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_journal_that_may_not_be_written_is_said(shell: Shell) -> None:
    shell.path.chmod(0o400)
    assert "cannot be written. Check who may write" in shell.refused(3, "add", "x")


# Streams, in processes of their own


def test_the_console_script_and_the_module_return_the_status(journal_path: Path) -> None:
    script = Path(sys.executable).with_name("pivot")
    for start in ([str(script)], [sys.executable, "-m", "pivot_journal"]):
        if start == [str(script)] and not script.exists():
            continue
        for arguments, status in ((["--version"], 0), (["show", "7"], 1), (["lst"], 2), (["list", "-h"], 0)):
            done = subprocess.run(
                [*start, "--journal", str(journal_path), *arguments] if status == 1 else [*start, *arguments],
                env=environment(), capture_output=True, timeout=60, check=False,
            )  # fmt: skip
            assert done.returncode == status
            assert b"Traceback" not in done.stderr


@pytest.fixture
def filled(journal: Journal) -> Path:
    """A journal whose list is longer than a pipe holds."""
    with journal.in_one_step("fill"):
        for number in range(400):
            journal.observations.capture(f"Line {number}: {'Größe ' * 100}")
    return journal.path


def test_a_reader_that_goes_away_is_no_error(filled: Path) -> None:
    environ = environment(PIVOT_JOURNAL=str(filled))
    assert in_bash("pivot list -n 0 | head -n 1 | cut -c 1-3", environ=environ) == (0, "400\n")
    assert in_bash("pivot list -n 0 --json | head -c 1", environ=environ) == (0, "[")
    assert in_bash("pivot add -h | true", environ=environ)[1] == ""


def test_output_that_cannot_be_written_is_status_5(filled: Path) -> None:
    environ = environment(PIVOT_JOURNAL=str(filled))
    if Path("/dev/full").exists():
        full = "pivot: The output could not be written: No space left on device.\n"
        assert in_bash("pivot list > /dev/full", environ=environ) == (5, full)
        assert in_bash("pivot -h > /dev/full", environ=environ) == (5, full)
        assert in_bash("pivot add x > /dev/full", environ=environ) == (
            5, full.replace("pivot: ", "pivot: Number 401 is stored. "),
        )  # fmt: skip
    closed = "pivot: There is nowhere to print to: standard output is closed.\n"
    assert in_bash("pivot list >&-", environ=environ) == (5, closed)
    assert in_bash("pivot show 1 --json >&-", environ=environ) == (5, closed)


def test_without_a_stderr_words_go_nowhere_and_not_among_the_data(filled: Path) -> None:
    environ = environment(PIVOT_JOURNAL=str(filled))
    assert in_bash("pivot add x 2>&-", environ=environ) == (0, "401\n")
    assert in_bash("pivot lst 2>&-", environ=environ) == (2, "")
    if Path("/dev/full").exists():
        assert in_bash("pivot lst 2>/dev/full", environ=environ)[0] == 2


def test_letters_that_stdout_does_not_have_are_no_reason_to_fail(journal_path: Path) -> None:
    environ = environment(PIVOT_JOURNAL=str(journal_path), PYTHONIOENCODING="ascii")
    assert process("add", "Größe 倉庫", environ=environ).returncode == 0
    listed = process("list", environ=environ)
    assert listed.stdout.endswith(b"Gr??e ??\n")
    assert listed.returncode == 0
    assert rb'"text": "Gr\u00f6\u00dfe \u5009\u5eab"' in process("list", "--json", environ=environ).stdout
    missing = process("list", "-d", "Größe", environ=environ)
    assert (missing.returncode, missing.stderr) == (1, b"pivot: No decision matches ?Gr??e?.\n")


def test_the_c_locale_stores_and_shows_every_letter(journal_path: Path) -> None:
    environ = environment(PIVOT_JOURNAL=str(journal_path), LC_ALL="C", LANG="C")
    assert process("add", "Größe", environ=environ).returncode == 0
    assert process("add", stdin="倉庫".encode(), environ=environ).returncode == 0
    out = process("list", environ=environ).stdout.decode("utf-8")
    assert "Größe" in out
    assert "倉庫" in out


def test_a_pipe_in_another_encoding_is_read_where_the_locale_says_so(journal_path: Path) -> None:
    environ = environment(PIVOT_JOURNAL=str(journal_path), PYTHONIOENCODING="latin-1")
    assert process("add", stdin="Größe".encode("latin-1"), environ=environ).returncode == 0
    with open_journal(journal_path) as journal:
        assert journal.observations.get(1).text == "Größe"


def test_ctrl_c_while_waiting_for_a_pipe_is_130_and_silent(journal_path: Path) -> None:
    started = subprocess.Popen(
        command("add"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=environment(PIVOT_JOURNAL=str(journal_path)),
    )  # fmt: skip
    assert started.stdin
    deadline = time.monotonic() + 30
    while not _waits_for_stdin(started.pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=30)
    assert (started.returncode, out, err) == (130, b"", b"")


def _waits_for_stdin(pid: int) -> bool:
    """Whether a process sits in a read of its standard input; True where that cannot be seen."""
    try:
        call = Path(f"/proc/{pid}/syscall").read_text().split()
    except OSError:
        time.sleep(1)
        return True
    return call[:2] == ["0", "0x0"]


def test_main_reads_the_arguments_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["pivot", "--version"])
    assert main() == 0
    assert capsys.readouterr().out == f"pivot {__version__}\n"
