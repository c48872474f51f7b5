"""``pivot tally``: counting in one line, what it prints, what is refused, and how a slip is caught."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from cli.shell import ACTING, Shell, environment, in_bash
from conftest import FakeClock
from pivot_journal.journal import Journal

BY_SIGN = "Write + and a whole number from 1 to 1,000,000: +3."


def names(journal: Journal) -> list[str]:
    return [tally.name for tally in journal.tallies.all()]


# Counting


def test_the_words_are_the_name_and_the_new_total_stands_alone_on_stdout(shell: Shell, journal: Journal) -> None:
    journal.tallies.count("failed drops", 117)
    assert shell.done("tally", "failed", "drops").number == 118
    assert shell.done("tally", "Failed  drops").number == 119
    assert names(journal) == ["failed drops"]


@pytest.mark.parametrize(
    "arguments", [["failed", "drops", "+3"], ["+3", "failed drops"], ["failed", "+3", "drops"], ["failed drops", "+03"]]
)
def test_the_count_stands_anywhere_as_a_word_of_its_own(shell: Shell, journal: Journal, arguments: list[str]) -> None:
    journal.tallies.count("failed drops")
    assert shell.done("tally", *arguments).number == 4


def test_on_a_terminal_it_says_what_was_counted(shell: Shell, journal: Journal, clock: FakeClock) -> None:
    journal.tallies.count("failed drops", 1_200)
    clock.advance(days=1)
    result = shell("tally", "failed drops", "+3", typed=b"")
    assert (result.out, result.err) == ("1203\n", "+3 failed drops: 1,203, of which 3 today\n")


def test_json_has_name_total_and_days(shell: Shell, journal: Journal, clock: FakeClock) -> None:
    journal.tallies.count("failed drops", 2)
    journal.tallies.count("failed drops", 5)
    clock.advance(days=1)
    value = shell.done("tally", "failed drops", "--json").json
    assert value == {
        "name": "failed drops",
        "total": 8,
        "days": [
            {"day": "2026-11-23", "amount": 7, "counts": 2},
            {"day": "2026-11-24", "amount": 1, "counts": 1},
        ],
    }


@pytest.mark.parametrize(
    "count", ["+-1", "-1", "+1.5", "+1,000", "+x", "++1", "+１", "+1" + "0" * 5_000, "+\x1b[31m"], ids=lambda c: c[:8]
)
def test_what_is_no_count_is_refused_and_nothing_counted(shell: Shell, journal: Journal, count: str) -> None:
    said = shell.refused(2, "tally", "drops", count)
    assert BY_SIGN in said
    assert said.endswith("What was counted too much, pivot undo takes back.")
    assert len(said) < 200
    assert journal.tallies.all() == []


@pytest.mark.parametrize("count", ["+0", "+1000001", "+999999999999"])
def test_a_count_beyond_its_limits_is_refused(shell: Shell, journal: Journal, count: str) -> None:
    assert "goes up by 1 to 1,000,000" in shell.refused(2, "tally", "drops", count)
    assert journal.tallies.all() == []


def test_two_counts_are_refused(shell: Shell) -> None:
    assert shell.refused(2, "tally", "drops", "+1", "+2") == "There are two counts, +1 and +2. Write one."


@pytest.mark.parametrize("words", [["+1"], [""], ["  ", "+1"], ["--delete"], ["--rename", "x"], ["\x1b"]])
def test_without_a_name_nothing_is_counted_or_changed(shell: Shell, journal: Journal, words: list[str]) -> None:
    assert "A tally needs a name" in shell.refused(2, "tally", *words)
    assert journal.tallies.all() == []


def test_a_name_that_is_too_long_or_no_text_is_refused(shell: Shell, journal: Journal) -> None:
    assert "60 characters at the most" in shell.refused(2, "tally", "x" * 61)
    assert "is not UTF-8. Nothing was counted." in shell.refused(2, "tally", "Gr\udcf6\udcdfe")
    assert journal.tallies.all() == []


def test_no_journal_is_made_for_a_count(shell: Shell, missing_path: Path) -> None:
    for arguments in (["drops"], [], ["drops", "--show"], ["drops", "--delete"]):
        said = shell.refused(3, "tally", *arguments, "--journal", missing_path)
        assert said == f"There is no journal at {missing_path}. Write the first line with: pivot add"
    assert not missing_path.parent.exists()


def test_a_total_that_cannot_be_printed_is_counted_all_the_same_and_says_so(journal: Journal) -> None:
    journal.tallies.count("drops", 6)
    status, said = in_bash("pivot tally drops >&-", environ=environment(PIVOT_JOURNAL=str(journal.path)))
    assert status == 5
    assert said.startswith("pivot: It is counted: “drops” stands at 7. There is nowhere to print to")


# Slips


def test_a_tally_that_is_begun_is_said_even_without_a_terminal(shell: Shell) -> None:
    result = shell("tally", "failed drops", "+2")
    assert (result.status, result.out, result.err) == (0, "2\n", "A new tally was begun: “failed drops”.\n")


def test_a_mistyped_name_is_told_which_one_may_have_been_meant(shell: Shell, journal: Journal) -> None:
    for name in ("failed drops", "late vans", "gate"):
        journal.tallies.count(name)
    assert shell("tally", "faild drops").err == (  # codespell:ignore faild
        "A new tally was begun: “faild drops”. There is “failed drops”; "  # codespell:ignore faild
        "if that was meant, take the new one back: pivot tally 'faild drops' --delete\n"
    )
    assert "There is “late vans”;" in shell("tally", "vans").err
    assert shell("tally", "refunds").err == "A new tally was begun: “refunds”.\n"


def test_a_number_without_its_sign_does_not_begin_another_tally(shell: Shell, journal: Journal) -> None:
    journal.tallies.count("failed drops")
    said = shell.refused(2, "tally", "failed", "drops", "3")
    assert said == "To count 3 of “failed drops”, put a + before the number: +3."
    assert [tally.total for tally in journal.tallies.all()] == [1]
    assert shell("tally", "gate", "3").status == 0
    assert shell.done("tally", "gate", "3").number == 2


# Looking, renaming, deleting


def test_the_list_has_total_and_last_day_the_one_counted_last_first(
    shell: Shell, journal: Journal, clock: FakeClock
) -> None:
    journal.tallies.count("failed drops", 1_180)
    clock.advance(days=1)
    journal.tallies.count("late vans", 2)
    assert shell.done("tally").out == (
        "    2  Tue 24 Nov 2026  late vans\n"
        "1,180  Mon 23 Nov 2026  failed drops\n"
    )  # fmt: skip
    assert [each["total"] for each in shell.done("tally", "--json").json] == [2, 1_180]


def test_an_empty_list_is_status_0_and_says_how_to_begin_on_a_terminal(shell: Shell) -> None:
    assert shell.done("tally").out == ""
    assert shell.done("tally", "--json").json == []
    assert shell("tally", typed=b"").err == "Nothing is counted yet. Count one: pivot tally NAME\n"


def test_a_line_of_the_list_fits_the_terminal(shell: Shell, journal: Journal) -> None:
    journal.tallies.count("drops at " + "gate " * 10)
    (line,) = shell.done("tally", columns=40).out.splitlines()
    assert len(line) <= 40
    assert line.endswith("…")


def test_show_prints_day_by_day_and_counts_nothing(shell: Shell, journal: Journal, clock: FakeClock) -> None:
    journal.tallies.count("failed drops", 10)
    journal.tallies.count("failed drops", 2)
    clock.advance(days=1)
    journal.tallies.count("failed drops", 106)
    assert shell.done("tally", "drops", "--show").out == (
        "118  failed drops\n"
        " 12  Mon 23 Nov 2026  in 2 counts\n"
        "106  Tue 24 Nov 2026\n"
    )  # fmt: skip
    assert shell.done("tally", "drops", "--show", "--json").json["total"] == 118
    assert journal.tallies.find("drops").total == 118


def test_a_tally_that_is_not_there_is_status_1_and_a_part_of_several_is_2(shell: Shell, journal: Journal) -> None:
    journal.tallies.count("failed drops")
    unknown = shell.refused(1, "tally", "vans", "--show")
    assert unknown == "There is no tally “vans”. There is: “failed drops”."
    journal.tallies.count("late drops")
    assert "Several tallies match “drops”" in shell.refused(2, "tally", "drops", "--delete")


def test_it_is_renamed_but_not_to_a_name_that_is_taken(shell: Shell, journal: Journal) -> None:
    journal.tallies.count("drops")
    journal.tallies.count("late vans")
    result = shell("tally", "drops", "--rename", "failed drops")
    assert (result.status, result.out, result.err) == (0, "", "“drops” is now “failed drops”.\n")
    assert "already" in shell.refused(2, "tally", "failed", "drops", "--rename", "Late vans")
    assert "needs a name" in shell.refused(2, "tally", "failed", "drops", "--rename", " ")


def test_it_is_deleted_and_can_be_brought_back(shell: Shell, journal: Journal) -> None:
    journal.tallies.count("drops", 7)
    result = shell("tally", "drops", "--delete")
    assert (result.status, result.out) == (0, "")
    assert result.err == "Deleted: “drops”, which stood at 7. pivot undo brings it back.\n"
    assert journal.tallies.all() == []
    journal.undo()
    assert journal.tallies.find("drops").total == 7


def test_a_count_does_not_go_together_with_looking_or_changing(shell: Shell, journal: Journal) -> None:
    journal.tallies.count("drops")
    for other in (["--show"], ["--delete"], ["--rename", "x"]):
        assert "+3 counts, and does not go together" in shell.refused(2, "tally", "drops", "+3", *other)
    assert "does not go together" in shell.refused(2, "tally", "drops", "--show", "--delete")
    assert journal.tallies.find("drops").total == 1


def test_nothing_in_a_name_acts_on_a_terminal(shell: Shell, journal: Journal) -> None:
    journal.tallies.count("drops")
    connection = sqlite3.connect(shell.path)
    connection.execute("UPDATE tally SET name = ?", ("a\x1b[31mred\x07\x9b\u202e\u2028b",))
    connection.commit()
    connection.close()
    for arguments in ([], ["--json"], ["red", "--show"], ["red", "--show", "--json"]):
        result = shell.done("tally", *arguments)
        assert not ACTING.search(result.out.replace("\n", ""))
