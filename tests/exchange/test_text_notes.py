"""Plain text, a note a line: the date that a line begins with, what is left of it, and what cannot be placed."""

from __future__ import annotations

import datetime as dt
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import when
from pivot_journal.domain.errors import InputRefused
from pivot_journal.domain.text import LONGEST_TEXT
from pivot_journal.exchange.incoming import Incoming, Reject
from pivot_journal.exchange.text_notes import TextNotes, looks_like

TODAY = dt.date(2026, 11, 23)


def read(content: str | bytes, day_order: str = "") -> list[Incoming | Reject]:
    data = content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content
    return list(TextNotes(io.BytesIO(data), TODAY, day_order=day_order))


@pytest.mark.parametrize(
    ("line", "text", "date"),
    [
        ("2024-03-05 Dock full again", "Dock full again", "2024-03-05"),
        ("- [x] 2024-03-05 09:15: Dock full", "Dock full", "2024-03-05"),
        ("2024/3/5 Dock full", "Dock full", "2024-03-05"),
        ("05.03.2024 09:15 Dock full", "Dock full", "2024-03-05"),
        ("5 Mar 2024 Dock full", "Dock full", "2024-03-05"),
        ("• march 5th, 2024, Dock full", "Dock full", "2024-03-05"),
        ("- 5 Mar: Dock full", "Dock full", "2026-03-05"),
        ("yesterday: driver shouted", "driver shouted", "2026-11-22"),
        ("tomorrow: the inspector", "the inspector", "2026-11-24"),
        ("2031-01-01 The lease ends", "The lease ends", "2031-01-01"),
        ("5 Mar 20245 Dock full", "5 Mar 20245 Dock full", ""),
        ("10.0.0.2024 does not answer", "10.0.0.2024 does not answer", ""),
        ("May 5 drivers waited", "May 5 drivers waited", ""),
        ("[bold]Dock[/bold] 3: jammed\x1b[2J", "[bold]Dock[/bold] 3: jammed[2J", ""),
    ],
)
def test_a_line_is_a_note_with_the_date_that_it_begins_with(line: str, text: str, date: str) -> None:
    (found,) = read(f"\ufeff\n \n{line}\r\n", "day-first")
    assert isinstance(found, Incoming)
    assert (found.text, found.observed_on, found.line) == (text, when(date), 3)


def test_a_time_behind_the_date_is_the_moment_of_writing() -> None:
    (found,) = read("2024-03-05 09:15 Dock full")
    assert isinstance(found, Incoming)
    assert found.source_recorded_at == dt.datetime(2024, 3, 5, 9, 15).astimezone()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("05.03.2024 Dock full", "day order"),
        ("2024-02-31 Dock full", "does not exist"),
        ("yesterday:", "empty"),
        ("Dock\udce9", "not UTF-8"),
        ("x" * (LONGEST_TEXT + 1), "characters"),
    ],
)
def test_a_line_that_cannot_be_stored_is_named_with_its_reason_and_stands_alone(line: str, reason: str) -> None:
    problem, fine = read(f"{line}\nfine\n")
    assert isinstance(problem, Reject)
    assert isinstance(fine, Incoming)
    assert (problem.line, fine.line) == (1, 2)
    assert re.search(reason, problem.reason)


def test_dates_that_depend_on_today_are_told() -> None:
    def notes(content: str) -> list[str]:
        reader = TextNotes(io.BytesIO(content.encode()), TODAY)
        assert len(list(reader)) == content.count("\n")
        return reader.notes

    assert notes("2024-03-05: a\n5 mar 2024: b\nno date\n") == []
    assert notes("a\nyesterday: b\n") == ['1 date was counted from today, "yesterday" on line 2: 22 November 2026.']
    assert notes("5 mar: a\nyesterday: b\n") == [
        '2 dates were counted from today, such as "5 mar" on line 1: 5 March 2026.'
    ]


def test_a_file_in_utf_16_is_refused_with_what_to_do() -> None:
    with pytest.raises(InputRefused, match="Save it as UTF-8"):
        read("2024-03-05 Dock".encode("utf-16"))


@given(st.binary(max_size=60) | st.text(alphabet="0123456789-./:, MarTt\n", max_size=60).map(str.encode))
def test_no_bytes_break_it(content: bytes) -> None:
    looks_like(content, Path("a.txt"))
    for item in [] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else read(content, "day-first"):
        assert isinstance(item, Incoming) or "\n" not in item.reason
