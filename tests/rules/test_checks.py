"""Format, lint and spelling, in the same run as everything else; the types are checked by `.ci/run` after it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "format", "--check", "--no-cache", "."],
        ["ruff", "check", "--no-cache", "."],
        ["codespell_lib", "README.md", "CHANGELOG.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs", "pivot_journal",
         "migrations", "tests"],
    ],
    ids=["formatted", "linted", "spelled"],
)  # fmt: skip
def test_the_code_is(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, timeout=90, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
