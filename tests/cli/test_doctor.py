"""``pivot doctor``: every damage is seen, what can be made anew is, and nothing that was written is touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.shell import Shell
from conftest import FakeClock
from pivot_journal.domain.filter import Filter
from pivot_journal.journal import Journal, open_journal


@pytest.fixture
def noted(journal_path: Path, clock: FakeClock) -> Path:
    """A closed journal with two notes."""
    with open_journal(journal_path, now=clock) as journal:
        journal.decisions.add("Same-day slots")
        journal.observations.capture("Dock full #dock")
        journal.observations.capture("Yard full")
    return journal_path


def by_hand(*statements: str) -> Callable[[Path], None]:
    """Return what runs statements on a journal as no program of ours would."""

    def damage(path: Path) -> None:
        connection = sqlite3.connect(path)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()

    return damage


def open_to_all(path: Path) -> None:
    """Let everybody read a journal."""
    path.chmod(0o644)


def written(path: Path) -> list[tuple[str, ...]]:
    """Return all that was written."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT text FROM observation UNION ALL SELECT title FROM decision").fetchall()
    connection.close()
    return rows


def test_a_sound_journal_is_said_to_be_so_with_its_numbers(shell: Shell, noted: Path) -> None:
    lines = shell.done("doctor").out.splitlines()
    assert lines[0] == str(noted)
    assert [line.split() for line in lines if line.startswith("  notes ")] == [["notes", "2"]]
    assert lines[-1] == "Everything is as it should be."
    value = shell.done("doctor", "--json").json
    assert (value["ok"], value["problems"], value["repaired"]) == (True, [], [])
    assert (value["numbers"]["notes"], value["numbers"]["journal_mode"]) == (2, "wal")


@pytest.mark.parametrize(
    ("damage", "check", "words"),
    [
        (by_hand("DROP TRIGGER observation_clock_fixed"), "objects", "The trigger observation_clock_fixed is missing."),
        (by_hand("DROP INDEX observation_by_day"), "objects", "The index observation_by_day is missing."),
        (by_hand("CREATE INDEX mine ON observation (text)"), "objects", "The index mine is none of ours."),
        (
            by_hand(
                "DROP TRIGGER tally_change_insert",
                "CREATE TRIGGER tally_change_insert AFTER INSERT ON tally BEGIN SELECT 1; END",
            ),
            "objects",
            "The trigger tally_change_insert is not as it should be.",
        ),
        (by_hand("INSERT INTO observation_fts (observation_fts) VALUES ('delete-all')"), "index", "The search index"),
        (
            by_hand("UPDATE control SET untriaged_count = 7000"),
            "counts",
            "The title line says “2 notes, 7,000 unsorted”, but there are “2 notes, 2 unsorted”.",
        ),
        (by_hand("UPDATE control SET is_bulk = 1"), "marks", "An import was never finished"),
        (by_hand("UPDATE control SET change_group_id = 1"), "marks", "A step was never finished"),
        (open_to_all, "permissions", "0644 instead of 0600."),
    ],
    ids=["trigger", "index", "more", "other", "search", "counts", "bulk", "step", "open"],
)  # fmt: skip
def test_what_can_be_made_anew_is_seen_and_mended(
    shell: Shell, noted: Path, damage: Callable[[Path], None], check: str, words: str
) -> None:
    before = written(noted)
    damage(noted)
    result = shell("doctor")
    assert (result.status, words in result.out) == (3, True), result
    assert result.err == "To mend what can be made anew: pivot doctor --repair\n"
    problems = shell("doctor", "--json").json["problems"]
    assert {problem["check"] for problem in problems} == {check}
    mended = shell.done("doctor", "--repair").out
    assert mended.endswith("Everything is as it should be.\n")
    assert written(noted) == before
    assert shell.done("doctor", "--json").json["ok"]
    assert shell.done("list", "dock", "--json").json[0]["number"] == 1


def test_what_was_written_while_no_trigger_counted_is_counted_after_mending(shell: Shell, noted: Path) -> None:
    by_hand("DROP TRIGGER observation_count_insert")(noted)
    shell.done("add", "Gate open")
    problems = shell("doctor", "--json").json["problems"]
    assert [problem["check"] for problem in problems] == ["objects", "counts"]
    lines = shell.done("doctor", "--repair").out.splitlines()
    assert {"Triggers, views and indexes were made anew.", "The notes were counted anew."} <= set(lines)
    with open_journal(noted) as journal:
        assert (journal.observations.count(Filter()), journal.observations.count_unsorted()) == (3, 3)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE observation SET decision_id = 'gone' WHERE number = 1", "Row 1 of observation is linked to"),
        ("UPDATE observation SET sort_day = 7 WHERE number = 2", "These stand in the wrong place of the list: 2."),
    ],
)  # fmt: skip
def test_what_only_a_person_can_mend_is_told_and_left(shell: Shell, noted: Path, statement: str, words: str) -> None:
    by_hand(statement)(noted)
    result = shell("doctor", "--repair")
    assert (result.status, words in result.out) == (3, True), result


def test_a_damaged_file_is_told_from_a_sound_one(shell: Shell, noted: Path) -> None:
    connection = sqlite3.connect(noted)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'revision'").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    data = bytearray(noted.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    noted.write_bytes(data)
    result = shell("doctor")
    assert result.status == 3
    assert "damaged" in result.out + result.err
    assert "Traceback" not in result.err


def test_old_drafts_are_no_fault_but_told(shell: Shell, journal: Journal, clock: FakeClock) -> None:
    journal.drafts.save("observation", "", {"text": "half"})
    clock.advance(days=31)
    assert "1 draft is older than 30 days." in shell.done("doctor").out
    assert journal.observations.count(Filter()) == 0


def test_the_folder_that_the_program_made_is_the_users_alone(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.environ.clear()
    assert shell("add", "Dock full").status == 0
    value = shell.done("doctor", "--json").json
    folder = Path(value["journal"]).parent
    folder.chmod(0o755)
    assert f"Others may open {folder}: 0755 instead of 0700." in shell("doctor").out
    shell.done("doctor", "--repair")
    assert folder.stat().st_mode & 0o777 == 0o700
