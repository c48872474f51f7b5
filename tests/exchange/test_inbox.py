"""The inbox: each line once, dated as it says, and the file left as it is."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import when
from conftest import FakeClock
from pivot_journal.domain.errors import InputRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Evidence
from pivot_journal.domain.when import UNKNOWN_DAY
from pivot_journal.exchange.inbox import Inbox
from pivot_journal.exchange.incoming import Incoming, Reject
from pivot_journal.journal import Journal

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Where the inbox could be, but is not."""
    return tmp_path / "inbox.txt"


def read(inbox: Path, content: str | bytes, day_order: str = "") -> list[Incoming | Reject]:
    inbox.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(Inbox(inbox, TODAY, day_order=day_order))


@pytest.mark.parametrize(
    ("line", "text", "date"),
    [
        ("Dock 3 jammed", "Dock 3 jammed", ""),
        ("2024-02-06 Dock 3 jammed", "Dock 3 jammed", "2024-02-06"),
        ("2024-02-06: Dock 3 jammed", "Dock 3 jammed", "2024-02-06"),
        ("2024-02-06T09:30 Dock 3 jammed", "Dock 3 jammed", "2024-02-06"),
        ("yesterday: Dock 3 jammed", "Dock 3 jammed", "2026-11-22"),
        ("march 2023: Dock 3 jammed", "Dock 3 jammed", "2023-03"),
        ("- [ ] yesterday: Dock 3 jammed", "Dock 3 jammed", "2026-11-22"),
        ("* Dock 3: jammed", "Dock 3: jammed", ""),
        ("2024-02-06", "2024-02-06", ""),
        ("2024-02-06 25:10 Dock 3 jammed", "25:10 Dock 3 jammed", "2024-02-06"),
        ("6.2.2024 Dock 3 jammed", "6.2.2024 Dock 3 jammed", ""),
        ("30 labels were wrong", "30 labels were wrong", ""),
    ],
)
def test_a_line_is_a_note_with_the_date_that_it_begins_with(inbox: Path, line: str, text: str, date: str) -> None:
    (found,) = read(inbox, f"\n{line}\r\n")
    assert isinstance(found, Incoming)
    assert (found.text, found.observed_on, found.line) == (text, when(date), 2)


@pytest.mark.parametrize(
    "line",
    ["02/03/2024: Dock", "2024-02-31 Dock", "tomorrow: Dock", "2031-01-01 Dock", "yesterday:", "dock\udce9"],
)
def test_a_line_whose_date_cannot_be_placed_waits_and_is_told(inbox: Path, line: str) -> None:
    items = read(inbox, f"{line}\nfine\n".encode("utf-8", "surrogateescape"))
    assert [type(item) for item in items] == [Reject, Incoming]


def test_slashed_dates_follow_the_day_order(inbox: Path) -> None:
    (found,) = read(inbox, "02/03/2024: Dock", "day-first")
    assert isinstance(found, Incoming)
    assert found.observed_on == when("2024-03-02")


def test_one_that_is_not_there_is_empty_and_what_is_no_file_is_refused(inbox: Path, tmp_path: Path) -> None:
    assert list(Inbox(inbox, TODAY)) == []
    with pytest.raises(InputRefused, match="inbox"):
        list(Inbox(tmp_path, TODAY))
    with pytest.raises(InputRefused, match="UTF-16"):
        read(inbox, "Dock".encode("utf-16"))
    inbox.unlink()
    os.mkfifo(inbox)
    with pytest.raises(InputRefused, match="is not a file"):
        list(Inbox(inbox, TODAY))


def test_each_line_is_taken_once_and_the_file_is_left_as_it_is(inbox: Path, journal: Journal, clock: FakeClock) -> None:
    inbox.write_text("Dock 3 jammed\nyesterday: late\n")
    before = inbox.stat()
    assert journal.intake.take_inbox(inbox).imported == 2
    clock.advance(days=3)
    assert journal.intake.take_inbox(inbox).imported == 0
    assert (inbox.read_text(), inbox.stat().st_mtime_ns) == ("Dock 3 jammed\nyesterday: late\n", before.st_mtime_ns)
    with inbox.open("a") as file:
        file.write("Dock 3 jammed\nnew\n")
    assert journal.intake.take_inbox(inbox).imported == 2
    found = journal.observations.page(Filter(), limit=-1)
    assert sorted(o.text for o in found) == ["Dock 3 jammed", "Dock 3 jammed", "late", "new"]
    assert journal.undo() == "import inbox.txt"


def test_an_inbox_with_nothing_new_writes_nothing(inbox: Path, journal: Journal) -> None:
    inbox.write_text("Dock 3 jammed\n")
    journal.intake.take_inbox(inbox)
    before = journal._database.connection.total_changes
    assert journal.intake.take_inbox(inbox).duplicates == 1
    assert journal._database.connection.total_changes == before


def test_a_bad_line_does_not_keep_the_others_out_and_comes_in_once_it_is_mended(inbox: Path, journal: Journal) -> None:
    inbox.write_text("02/03/2024: late\nDock 3 jammed\n")
    outcome = journal.intake.take_inbox(inbox)
    assert (outcome.imported, outcome.rejected) == (1, 1)
    assert journal.intake.take_inbox(inbox, day_order="day-first").imported == 1


def test_a_date_typed_into_the_inbox_is_no_better_a_witness_than_one_typed_here(inbox: Path, journal: Journal) -> None:
    inbox.write_text("2023-02-06 I saw it coming\nyesterday: late\nundated\n")
    journal.intake.take_inbox(inbox)
    found = {o.text: o for o in journal.observations.page(Filter(), limit=-1)}
    assert {text: o.evidence for text, o in found.items()} == {
        "I saw it coming": Evidence.FROM_MEMORY, "late": Evidence.WRITTEN_HERE, "undated": Evidence.FROM_MEMORY,
    }  # fmt: skip
    assert all(o.on_record_from is None for o in found.values())
    assert found["undated"].observed_on == UNKNOWN_DAY


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.binary(max_size=60))
def test_no_bytes_break_it(inbox: Path, content: bytes) -> None:
    for item in [] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else read(inbox, content):
        assert isinstance(item, Incoming) or "\n" not in item.reason
