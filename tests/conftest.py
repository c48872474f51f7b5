"""What every test stands on: a clock that is handed in, a journal of its own, and none of the user's own settings."""

from __future__ import annotations

import datetime as dt
import gc
import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings

from pivot_journal.journal import Journal, open_journal
from pivot_journal.sample.loader import STANDS_STILL_ON, fill_sample

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
"""Where compiled code is not kept, each of the hundreds of processes that the tests start compiles all of it again."""

gc.set_threshold(600_000, 20, 100)
"""Collecting as often as usual costs a sixth of the time: an app that starts makes a hundred thousand objects."""


settings.register_profile(
    "steady",
    derandomize=True,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],  # says something of the machine, not of the code
)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the pictures be drawn again."""
    parser.addoption("--update-pictures", action="store_true", help="draw screenshots/ again instead of comparing")


START = dt.datetime(2026, 11, 23, 18, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
"""Monday, 23 November 2026, six in the evening, one hour ahead of UTC."""


class FakeClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, moment: dt.datetime = START) -> None:
        self.moment = moment

    def __call__(self) -> dt.datetime:
        return self.moment

    def tick(self, seconds: float = 1) -> dt.datetime:
        """Move on by some seconds."""
        return self.advance(seconds=seconds)

    def advance(self, *, days: float = 0, hours: float = 0, seconds: float = 0) -> dt.datetime:
        """Move on by a stretch of time; backwards where it is negative."""
        self.moment += dt.timedelta(days=days, hours=hours, seconds=seconds)
        return self.moment

    def set(self, moment: dt.datetime) -> None:
        """Set it to an aware local moment."""
        assert moment.tzinfo is not None
        self.moment = moment


@pytest.fixture(autouse=True)
def _own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shut out the user's own files, settings, editor and colours."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
    ):
        monkeypatch.setenv(name, str(home / folder))
    for name in list(os.environ):
        if name.startswith(("TEXTUAL", "PIVOT_")) or name in {"NO_COLOR", "FORCE_COLOR", "EDITOR", "VISUAL"}:
            monkeypatch.delenv(name)


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Let SQLAlchemy compile each statement once a process, not once for every journal that a test opens."""
    from sqlalchemy import Engine, create_engine

    from pivot_journal.storage import store

    first: list[Engine] = []

    def alike(*arguments: Any, **options: Any) -> Engine:
        engine = create_engine(*arguments, **options)
        first[:] = first or [engine]
        engine.dialect, engine._compiled_cache = first[0].dialect, first[0]._compiled_cache
        return engine

    with patch.object(store, "create_engine", alike):
        yield


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands at 23 November 2026, 18:00 +01:00 until it is moved."""
    return FakeClock()


@pytest.fixture(scope="session")
def migrated_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty journal, migrated once for all tests of this process."""
    path = tmp_path_factory.mktemp("template") / "journal.db"
    open_journal(path, create=True).close()
    return path


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal as it is on the day on which it stands still; written once for all processes of a run."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder.parent if os.environ.get("PYTEST_XDIST_WORKER") else folder
    path, own = folder / "sample.db", folder / f"sample-{os.getpid()}.db"
    if not path.exists():
        fill_sample(own, STANDS_STILL_ON, zone=dt.UTC)
        own.replace(path)
    return path


@pytest.fixture
def missing_path(tmp_path: Path) -> Path:
    """Where a journal could be, but is not."""
    return tmp_path / "data" / "journal.db"


@pytest.fixture
def journal_path(tmp_path: Path, migrated_template: Path) -> Path:
    """An empty journal, as the program would have made it."""
    path = tmp_path / "journal.db"
    shutil.copyfile(migrated_template, path)
    path.chmod(0o600)
    return path


@pytest.fixture
def journal(journal_path: Path, clock: FakeClock) -> Iterator[Journal]:
    """An empty journal, open, on the fake clock."""
    with open_journal(journal_path, now=clock) as opened:
        yield opened


@pytest.fixture
def new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The clock of this machine in New York, with its summer time."""
    with monkeypatch.context() as surroundings:
        surroundings.setenv("TZ", "EST5EDT,M3.2.0,M11.1.0")
        time.tzset()
        yield
    time.tzset()
