"""What the documents promise is there, and what is there is documented."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pivot_journal import __version__
from pivot_journal.cli.parser import COMMANDS
from pivot_journal.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def commands_of(text: str) -> list[str]:
    return re.findall(r"```sh\n(.*?)```", text, re.S)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"pivot {name}" in README


def test_the_readme_begins_with_a_command_that_runs_the_demo_and_one_that_runs_the_tests() -> None:
    first, second = commands_of(README)[:2]
    assert "pivot demo" in first
    assert "pytest" in second


def test_continuous_integration_runs_the_readmes_own_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert commands_of(README)[1].strip() in script


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs" / "settings.md").read_text("utf-8")
    for name in Settings.__dataclass_fields__:
        assert f"`{name}`" in text


def test_every_picture_of_the_readme_is_there() -> None:
    for path in re.findall(r"\((screenshots/[^)]+)\)", README):
        assert (ROOT / path).is_file()


def test_the_changelog_begins_with_what_is_not_released_yet() -> None:
    assert re.search(r"^## Unreleased", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)


def test_the_version_is_what_the_program_says() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pivot_journal", "--version"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == f"pivot {__version__}"


def test_nothing_names_a_path_of_one_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    suspicious = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w")
    found = []
    for name in listed.stdout.split("\0"):
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".txt", ""} and path.is_file():
            found += [name] if suspicious.search(path.read_text("utf-8", errors="replace")) else []
    assert found == []
