"""The shell, on an empty journal."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.shell import Shell
from conftest import FakeClock


@pytest.fixture
def shell(
    journal_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    """A shell whose $PIVOT_JOURNAL is an empty journal; the clock is ``clock``."""
    return Shell(journal_path, clock, monkeypatch, capsys)
