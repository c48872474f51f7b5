"""What of a note was looked for is set apart by 'pivot list' on a terminal, and nothing else ever acts on it."""

from __future__ import annotations

import re

import pytest

from builders import when
from cli.shell import ACTING, Shell
from pivot_journal.cli.cells import cells
from pivot_journal.journal import Journal

STYLES = re.compile("\x1b\\[(?:1;4|0)m")


def set_apart(printed: str) -> list[str]:
    """Return what stands between the beginning of a style and its end."""
    return re.findall("\x1b\\[1;4m(.*?)\x1b\\[0m", printed)


def test_on_a_terminal_what_was_looked_for_is_set_apart(shell: Shell, journal: Journal) -> None:
    journal.observations.capture("The\tdock\n was late, cafe\u0301 漢字 #slots", tags=["docks"])
    printed = shell.done("list", "dock", "cafe", "tag:slots", columns=80).out
    assert set_apart(printed) == ["dock", "cafe\u0301", "#slots", "dock"]
    assert STYLES.sub("", printed) == shell.done("list", columns=80).out


@pytest.mark.parametrize("columns", [30, 36, 42])
@pytest.mark.parametrize("text", ["a dock dock docks dock", "漢字 dock dock漢字 dock dock", "dock " * 4_000])
def test_where_a_line_is_cut_only_what_is_left_of_a_word_is_set_apart(
    shell: Shell, journal: Journal, text: str, columns: int
) -> None:
    journal.observations.capture(text)
    printed = shell.done("list", "dock", columns=columns).out.rstrip("\n")
    plain = STYLES.sub("", printed)
    assert plain == shell.done("list", columns=columns).out.rstrip("\n")
    assert cells(plain) <= columns
    assert not ACTING.search(plain)
    assert printed.count("\x1b[1;4m") == printed.count("\x1b[0m") > 0
    assert all("dock".startswith(piece) for piece in set_apart(printed))


def test_in_a_pipe_with_no_color_on_a_dumb_terminal_and_as_json_nothing_is_set_apart(
    shell: Shell, journal: Journal
) -> None:
    journal.observations.capture("a dock")
    for printed in (
        shell.done("list", "dock").out,
        shell.done("list", "dock", columns=80, NO_COLOR="1").out,
        shell.done("list", "dock", columns=80, TERM="dumb").out,
        shell.done("list", "dock", "--json", columns=80).out,
        shell.done("list", columns=80).out,
    ):
        assert "a dock" in printed
        assert not ACTING.search(printed.replace("\n", ""))
    assert set_apart(shell.done("list", "dock", columns=80, NO_COLOR="").out) == ["dock"]


def test_this_day_in_earlier_years_is_a_search_of_the_shell_too(shell: Shell, journal: Journal) -> None:
    for text, day in (("a dock", "2024-11-25"), ("a slot", "2024-11"), ("today", "2026-11-23"), ("far", "2025-06-01")):
        journal.observations.capture(text, observed_on=when(day))
    assert [line.split("  ")[-1].strip() for line in shell.done("list", "onthisday").out.splitlines()] == [
        "a dock",
        "a slot",
    ]
    assert shell.done("list", "not:onthisday", "a*").out == ""
