"""``pivot tags`` and ``pivot stats``: counts, and tags under another name."""

from __future__ import annotations

import datetime as dt

import pytest

from builders import when
from cli.shell import Shell
from conftest import FakeClock
from pivot_journal.domain.observation import Triage
from pivot_journal.journal import Journal
from pivot_journal.journal.statistics import streaks


@pytest.fixture
def tagged(journal: Journal) -> None:
    """Three notes, three tags, two of them alike."""
    for text in ("Dock full #dock", "Dock late #dock #late", "Again #docks"):
        journal.observations.capture(text)


def test_tags_are_listed_with_their_notes_the_most_used_first(shell: Shell, tagged: None) -> None:
    assert shell.done("tags").out == "2  #dock\n1  #docks\n1  #late\n"
    assert shell.done("tags", "--json").json[0] == {"tag": "dock", "notes": 2}


def test_a_person_is_told_which_tags_look_like_one(shell: Shell, tagged: None) -> None:
    assert shell("tags", typed=b"").err == (
        "#dock and #docks look like one tag. To make them one: pivot tags merge docks dock\n"
    )


def test_a_tag_is_renamed_and_the_texts_are_spoken_of(shell: Shell, tagged: None) -> None:
    said = shell("tags", "rename", "dock", "jetty", typed=b"").err
    assert said.startswith("#jetty is on 2 notes. pivot undo takes it back. An old name still stands in 2 texts")
    assert shell.done("tags").out == "2  #jetty\n1  #docks\n1  #late\n"
    assert shell.done("undo").out == "Undone: rename tag #dock to #jetty\n"


def test_tags_are_merged(shell: Shell, tagged: None) -> None:
    value = shell.done("tags", "merge", "#docks", "late", "dock", "--json").json
    assert value == {"tag": "dock", "notes": 3, "still_typed": 2}
    assert shell.done("tags").out == "3  #dock\n"


@pytest.mark.parametrize(
    ("status", "arguments", "words"),
    [
        (2, ["drop", "dock"], "“drop” is nothing that can be done with tags."),
        (2, ["rename", "dock"], "To rename takes the tag and its new name."),
        (2, ["rename", "dock", "two words"], "cannot be a tag"),
        (2, ["rename", "dock", "late"], "To make them one: pivot tags merge dock late"),
        (2, ["merge", "dock"], "To merge takes the tags, and last the one that stays."),
        (1, ["rename", "jetty", "dock"], "Nothing carries the tag #jetty."),
        (1, ["rename", "dosk", "x"], "There is #dock"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_cannot_be_done_with_tags_is_refused(
    shell: Shell, tagged: None, status: int, arguments: list[str], words: str
) -> None:
    assert words in shell.refused(status, "tags", *arguments)


def test_a_journal_without_tags_says_how_to_begin(shell: Shell, journal: Journal) -> None:
    assert shell.done("tags").out == ""
    assert "No note has a tag." in shell("tags", typed=b"").err


def test_the_statistics_are_counts_of_what_is_there(shell: Shell, journal: Journal, clock: FakeClock) -> None:
    decision = journal.decisions.add("Same-day slots").id
    add = journal.observations.capture
    add("one #dock", observed_on=when("2026-11-20"), triage=Triage.FAILURE, decision_id=decision, starred=True)
    add("two #dock", observed_on=when("spring 2023"))
    add("three", observed_on=when(""))
    clock.advance(days=1)
    journal.observations.trash(add("four #late").number)
    add("five", observed_on=when("2026-11"))
    value = shell.done("stats", "--json").json
    assert value == {
        "notes": 4, "starred": 1, "with_decision": 1, "undated": 1, "decisions": 1, "impacts": 0, "stories": 0,
        "pitches": value["pitches"], "tallies": 0, "in_trash": 1, "first_on": "2023-03-01", "last_on": "2026-11-20",
        "triage": {"untriaged": 3, "failure": 1, "worry": 0, "opportunity": 0, "not_product": 0},
        "evidence": {"written_here": 1, "dated_elsewhere": 0, "from_memory": 3},
        "years": {"2023": 1, "2026": 2}, "months": {"2023": 1, "2026-11": 2}, "tags": {"dock": 2},
        "days_written": 2, "streak": 2, "longest_streak": 2,
    }  # fmt: skip
    lines = shell.done("stats").out.splitlines()
    assert lines[0] == "4 notes, spring 2023 to Fri 20 Nov 2026"
    assert "       1  ▲ product-decision failure" in lines
    assert "Written on 2 days; 2 days in a row now, 2 at the most" in lines


def test_the_statistics_of_an_empty_journal_are_noughts(shell: Shell, journal: Journal) -> None:
    assert shell.done("stats").out.startswith("0 notes\n")
    assert shell.done("stats", "--json").json["first_on"] is None


@pytest.mark.parametrize(
    ("days", "expected"),
    [([], (0, 0)), ([23], (1, 1)), ([22], (1, 1)), ([21], (0, 1)), ([1, 2, 3, 22, 23], (2, 3)), ([24], (0, 1))],
)
def test_days_in_a_row_end_today_or_yesterday(days: list[int], expected: tuple[int, int]) -> None:
    assert streaks([dt.date(2026, 11, day) for day in days], dt.date(2026, 11, 23)) == expected
