"""What several tests of the app begin with."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pivot_journal.journal import Journal, open_journal
from pivot_journal.sample.loader import STANDS_STILL_ON


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Journal]:
    """The sample journal of this test's own, on the evening on which it stands still."""
    shutil.copy(sample_file, tmp_path / "sample.db")
    moment = dt.datetime.combine(STANDS_STILL_ON, dt.time(18), dt.UTC)
    with open_journal(tmp_path / "sample.db", now=lambda: moment) as journal:
        yield journal
