"""``pivot completion``: scripts that know every command and option, and the user's own decisions and tags."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from cli.shell import Shell, environment, in_bash
from pivot_journal.cli.completion import commands
from pivot_journal.cli.parser import COMMANDS
from pivot_journal.journal import Journal


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_a_script_names_every_command_and_option(shell: Shell, name: str) -> None:
    script = shell.done("completion", name).out
    known = list(commands())
    assert [command.name for command in known] == list(COMMANDS)
    for command in known:
        assert command.name in script
        for option in command.options:
            for each in option.names:
                written = each if name != "fish" else f"-l {each[2:]}" if each.startswith("--") else f"-s {each[1:]}"
                assert written in script


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_a_script_can_be_read_by_its_shell(shell: Shell, name: str, tmp_path: Path) -> None:
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not here")
    script = tmp_path / "script"
    script.write_text(shell.done("completion", name).out)
    done = subprocess.run([program, "-n", str(script)], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_bash_completes_commands_options_titles_and_tags(shell: Shell, journal: Journal) -> None:
    journal.decisions.add("Same-day slots")
    journal.observations.capture("Dock full #dock #late")
    script = shell.done("completion", "bash").out
    tries = (["und"], ["edit", "--un"], ["add", "-d", "same"], ["list", "--tag", "d"], ["list", "--triage", "f"])
    lines = [f"try {' '.join(words)}" for words in tries]
    status, out = in_bash(
        f"{script}\ntry() {{ COMP_WORDS=(pivot \"$@\"); COMP_CWORD=$#; _pivot; echo \"${{COMPREPLY[@]}}\"; }}\n"
        + "\n".join(lines),
        environ=environment(PIVOT_JOURNAL=str(shell.path)),
    )  # fmt: skip
    assert (status, out.splitlines()) == (0, ["undo", "--untag --unstar", "Same-day\\ slots", "dock", "failure"])


def test_decisions_and_tags_are_given_one_a_line(shell: Shell, journal: Journal) -> None:
    journal.decisions.add("Same-day slots")
    journal.observations.capture("Dock full #dock #late")
    assert shell.done("completion", "decisions").out == "Same-day slots\n"
    assert sorted(shell.done("completion", "tags").out.split()) == ["dock", "late"]


def test_where_there_is_no_journal_nothing_is_completed_and_nothing_said(shell: Shell, missing_path: Path) -> None:
    assert shell.done("completion", "tags", "--journal", missing_path).out == ""
    assert not missing_path.exists()


def test_another_shell_is_refused(shell: Shell) -> None:
    assert "there is no “tcsh”. There is: bash, zsh, fish" in shell.refused(2, "completion", "tcsh")
