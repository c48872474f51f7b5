"""``pivot add``: every way in, what each option does, and what is refused."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
import sys
from pathlib import Path

import pytest

from cli.shell import Shell, Terminal, environment, process
from pivot_journal.domain.errors import NotFound
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.domain.when import Precision, When
from pivot_journal.journal import Journal, open_journal
from pivot_journal.storage import database

KEYS = [
    "number", "id", "observed_on", "precision", "recorded_at", "text", "tags", "starred", "triage", "decision",
    "evidence",
]  # fmt: skip


def stored(shell: Shell) -> list[Observation]:
    """Return all observations of the shell's journal, newest first."""
    with open_journal(shell.path, now=shell.clock) as journal:
        return journal.observations.page(Filter(), limit=-1)


def only(shell: Shell) -> Observation:
    """Return the one observation of the shell's journal."""
    (observation,) = stored(shell)
    return observation


def editor(folder: Path, script: str) -> str:
    """Make an editor that runs a line of shell on the file, and return the command for $EDITOR."""
    path = folder / "fake-editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    return str(path)


# Ways in


def test_words_become_one_line_and_the_number_stands_alone_on_stdout(shell: Shell) -> None:
    assert shell.done("add", "Dock", "queue", "over an hour").out == "1\n"
    assert shell.done("add", "Another").number == 2
    assert [o.text for o in stored(shell)] == ["Another", "Dock queue over an hour"]


def test_words_and_options_stand_in_any_order(shell: Shell) -> None:
    shell.done("add", "Dock", "--tag", "late", "queue", "--star", "over an hour")
    observation = only(shell)
    assert (observation.text, observation.tags, observation.starred) == ("Dock queue over an hour", ("late",), True)


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (["-5 degrees in the freezer"], "-5 degrees in the freezer"),
        (["--", "-5", "degrees"], "-5 degrees"),
        (["--", "--star", "of", "-d", "--", "dock"], "--star of -d -- dock"),
        (["Dock", "--", "-e"], "Dock -e"),
        (["--star", "--", "-dock"], "-dock"),
    ],
)
def test_text_may_begin_with_a_dash(shell: Shell, arguments: list[str], text: str) -> None:
    shell.done("add", *arguments)
    assert only(shell).text == text


def test_piped_text_of_several_lines_is_one_observation(shell: Shell) -> None:
    shell.done("add", "--tag", "notes", stdin="First line\r\n\r\nzweite Größe 🚚\n\n".encode())
    assert only(shell).text == "First line\n\nzweite Größe 🚚"


def test_a_lone_dash_means_the_pipe(shell: Shell) -> None:
    shell.done("add", "-", stdin=b"From the pipe")
    assert only(shell).text == "From the pipe"


def test_given_text_wins_over_a_pipe(shell: Shell) -> None:
    shell.done("add", "Given", stdin=b"Piped")
    assert only(shell).text == "Given"


def test_a_mark_of_byte_order_is_no_part_of_piped_text(shell: Shell) -> None:
    shell.done("add", stdin=b"\xef\xbb\xbfDock full")
    assert only(shell).text == "Dock full"


def test_piped_bytes_that_are_no_text_are_refused_with_their_line(shell: Shell) -> None:
    said = shell.refused(2, "add", stdin=b"first\nGr\xf6\xdfe\n")
    assert said.startswith("The piped text is not UTF-8 in line 2. Nothing was stored")
    assert stored(shell) == []


def test_an_argument_that_is_no_text_is_refused_rather_than_shortened(shell: Shell) -> None:
    said = shell.refused(2, "add", "Gr\udcf6\udcdfe")
    assert "is not UTF-8. Nothing was stored" in said
    assert stored(shell) == []


def test_an_endless_pipe_is_refused(shell: Shell) -> None:
    assert "longer than 1,000,000 characters" in shell.refused(2, "add", stdin=b"y\n" * 2_100_000)
    assert "has 1,200,000 characters; 1,000,000 is the most" in shell.refused(2, "add", stdin=b"y" * 1_200_000)


def test_a_very_long_text_is_kept_whole_and_echoed_short(shell: Shell) -> None:
    text = "all day " * 100_000
    result = shell("add", "-", stdin=text.encode())
    assert result.status == 0
    assert only(shell).text == text.strip()
    echo = shell("add", text[:50_000], typed=b"").err
    assert len(echo) < 250
    assert "…" in echo


@pytest.mark.parametrize(
    "arguments", [["add", ""], ["add", "   "], ["add", "\x1b\x07"], ["add"], ["add", "yesterday:"]]
)
def test_an_empty_text_is_refused(shell: Shell, arguments: list[str]) -> None:
    assert "is empty. Write what happened" in shell.refused(2, *arguments)
    assert stored(shell) == []


def test_a_terminal_without_a_person_to_ask_is_told_how_to_give_the_text(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pivot_journal.cli.session.Session.is_interactive", False)
    assert "Give the text after 'pivot add', or pipe it in" in shell.refused(2, "add", typed=b"")


def test_a_closed_stdin_is_told_how_to_give_the_text(journal_path: Path) -> None:
    done = process("add", "--journal", journal_path, environ=environment())
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


# The prompt


def test_on_a_terminal_one_line_is_asked_for_where_no_shell_rule_applies(journal_path: Path) -> None:
    terminal = Terminal("add", environ=environment(PIVOT_JOURNAL=str(journal_path)))
    terminal.wait_for("What happened? ")
    terminal.type("Lost $6,490 on `returns` & “labels” #dock\r")
    assert terminal.end() == 0
    with open_journal(journal_path) as journal:
        (observation,) = journal.observations.page(Filter(), limit=-1)
    assert observation.text == "Lost $6,490 on `returns` & “labels” #dock"
    lines = terminal.shown.decode().replace("\r", "").splitlines()
    assert lines[-2] == "1"
    assert lines[-1].endswith(")")
    assert "looks as if the shell" not in terminal.shown.decode()


def test_at_the_prompt_a_line_may_be_longer_than_the_terminal_takes_and_a_paste_stays_together(
    journal_path: Path,
) -> None:
    text = " ".join(f"{number} parcels stood at the wrong dock and" for number in range(150))
    assert len(text) > 5_000
    terminal = Terminal("add", environ=environment(PIVOT_JOURNAL=str(journal_path)))
    terminal.wait_for("What happened? ")
    terminal.type(f"\x1b[200~{text}\nand a second line\x1b[201~\r")
    assert terminal.end() == 0
    with open_journal(journal_path) as journal:
        (observation,) = journal.observations.page(Filter(), limit=-1)
    assert observation.text == f"{text}\nand a second line"


def test_ctrl_c_at_the_prompt_stores_nothing_and_is_130(missing_path: Path) -> None:
    terminal = Terminal("add", environ=environment(PIVOT_JOURNAL=str(missing_path)))
    terminal.wait_for("What happened? ")
    terminal.type("half a sen")
    terminal.wait_for("half a sen")
    assert terminal.interrupt() == 130
    assert b"Traceback" not in terminal.shown
    assert not missing_path.exists()


def test_ctrl_d_at_the_prompt_stores_nothing(missing_path: Path) -> None:
    terminal = Terminal("add", environ=environment(PIVOT_JOURNAL=str(missing_path)))
    terminal.wait_for("What happened? ")
    terminal.type("\x04")
    assert terminal.end() == 2
    assert b"is empty" in terminal.shown
    assert not missing_path.exists()


def test_with_stdout_taken_elsewhere_the_prompt_stands_on_stderr(shell: Shell) -> None:
    result = shell("add", typed="Größe\nnot this line\n".encode())
    assert (result.status, result.out) == (0, "1\n")
    assert result.err.startswith("What happened? ")
    assert only(shell).text == "Größe"


def test_what_is_typed_in_another_encoding_is_refused(shell: Shell) -> None:
    result = shell("add", typed=b"Gr\xf6\xdfe\n")
    assert result.status == 2
    assert result.err == "What happened? pivot: The typed text is not UTF-8 in line 1. Nothing was stored.\n"


# The editor


def test_the_editor_gets_the_given_text_and_what_it_leaves_is_stored(shell: Shell, tmp_path: Path) -> None:
    fake = editor(tmp_path, 'printf "%s, written on\\nsecond line #dock\\n\\n" "$(cat "$1")" > "$1"')
    shell.done("add", "-e", "Begun", EDITOR=fake)
    assert only(shell).text == "Begun, written on\nsecond line #dock"
    assert only(shell).tags == ("dock",)


def test_an_editor_that_fails_stores_nothing_and_says_so(shell: Shell, tmp_path: Path) -> None:
    said = shell.refused(5, "add", "-e", EDITOR=editor(tmp_path, "exit 3"))
    assert re.fullmatch(r'The editor ".*fake-editor" ended with status 3; nothing was taken over\.', said)
    assert stored(shell) == []


def test_an_editor_that_is_not_there_is_named(shell: Shell) -> None:
    said = shell.refused(5, "add", "-e", EDITOR="no-such-editor --wait")
    assert said == 'The editor "no-such-editor --wait" cannot be started: No such file or directory. Set $EDITOR.'


def test_an_editor_that_left_no_text_is_told_to_wait(shell: Shell, tmp_path: Path) -> None:
    said = shell.refused(2, "add", "-e", EDITOR=editor(tmp_path, "true"))
    assert "left no text; nothing was stored" in said
    assert "EDITOR='code --wait'" in said


def test_what_was_written_in_the_editor_outlives_a_refusal(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    fake = editor(tmp_path, "echo '31 feb: an hour of careful words' > \"$1\"")
    said = shell.refused(2, "add", "-e", EDITOR=fake)
    found = re.fullmatch(r'"31 feb" is a day that does not exist\. What you wrote is kept in (.+)\.', said)
    assert found
    kept = Path(found[1])
    assert kept.read_text() == "31 feb: an hour of careful words"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert stored(shell) == []


def test_a_text_of_the_editor_that_is_too_long_to_store_is_kept(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    said = shell.refused(2, "add", "-e", EDITOR=editor(tmp_path, "head -c 1000001 /dev/zero | tr '\\0' x > \"$1\""))
    found = re.fullmatch(r".* 1,000,000 is the most\. What you wrote is kept in (.+)\.", said)
    assert found
    assert Path(found[1]).read_text() == "x" * 1_000_001
    assert stored(shell) == []


@pytest.mark.parametrize("options", [["--on", "31 feb"], ["-d", "nothing"], ["--tag", "a b"], ["--new-decision"]])
def test_what_is_wrong_already_is_refused_before_the_editor_opens(
    shell: Shell, tmp_path: Path, options: list[str]
) -> None:
    opened = tmp_path / "opened"
    shell.refused(2, "add", "-e", *options, EDITOR=editor(tmp_path, f"touch '{opened}'"))
    assert not opened.exists()


# Days


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("yesterday", When(dt.date(2026, 11, 22))),
        ("last friday", When(dt.date(2026, 11, 20))),
        ("3 mar", When(dt.date(2026, 3, 3))),
        ("march 2023", When(dt.date(2023, 3, 1), Precision.MONTH)),
        ("spring 2023", When(dt.date(2023, 3, 1), Precision.SEASON)),
        ("Q3 2024", When(dt.date(2024, 7, 1), Precision.QUARTER)),
        ("2024-02-06", When(dt.date(2024, 2, 6))),
        ("2 weeks ago", When(dt.date(2026, 11, 9))),
    ],
)
def test_a_day_may_be_words(shell: Shell, phrase: str, expected: When) -> None:
    shell.done("add", "--on", phrase, "Dock queue")
    assert only(shell).observed_on == expected


def test_a_day_may_stand_before_the_text(shell: Shell) -> None:
    shell.done("add", "yesterday: labels smudged")
    shell.done("add", stdin=b"last friday: two\nlines")
    assert [(str(o.observed_on), o.text) for o in stored(shell)] == [
        ("22 November 2026", "labels smudged"),
        ("20 November 2026", "two\nlines"),
    ]


def test_what_only_looks_like_a_day_before_the_text_is_text(shell: Shell) -> None:
    shell.done("add", "may: the month of late vans")
    observation = only(shell)
    assert observation.text == "may: the month of late vans"
    assert observation.observed_on == When(dt.date(2026, 11, 23))


def test_without_a_day_it_is_today_and_written_here_and_later_ones_are_from_memory(shell: Shell) -> None:
    assert shell.done("add", "Today", "--json").json["evidence"] == "written_here"
    assert shell.done("add", "--on", "2 weeks ago", "Then", "--json").json["evidence"] == "from_memory"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--on", "31 feb", "x"], '"31 feb" is a day that does not exist.'),
        (["31 feb: x"], '"31 feb" is a day that does not exist.'),
        (["--on", "tomorrow", "x"], "is in the future"),
        (["2030-01-01: x"], "is in the future"),
        (["--on", "the other day", "x"], "is not a date I know. Try: yesterday"),
        (["--on", "", "x"], "is not a date I know"),
        (["--on", "02/03/2024", "x"], "may have the day or the month first"),
    ],
)
@pytest.mark.parametrize("is_new", [False, True])
def test_a_day_that_cannot_be_is_refused_and_makes_no_journal(
    shell: Shell, missing_path: Path, arguments: list[str], words: str, is_new: bool
) -> None:
    path = missing_path if is_new else shell.path
    assert words in shell.refused(2, "--journal", path, "add", *arguments)
    assert not missing_path.exists()
    assert stored(shell) == []


def test_the_settings_say_how_a_slashed_day_is_read(shell: Shell, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('day_order = "day-first"\n')
    shell.done("add", "--on", "02/03/2024", "x", PIVOT_SETTINGS=str(settings))
    shell.done("add", "03/03/2024: y", PIVOT_SETTINGS=str(settings))
    assert [str(o.observed_on) for o in stored(shell)] == ["3 March 2024", "2 March 2024"]


def test_settings_with_a_mistake_are_no_reason_to_lose_a_line_that_does_not_need_them(
    shell: Shell, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('# mine\ntheme = "blue"\n')
    shell.done("add", "Dock: full", PIVOT_SETTINGS=str(settings))
    shell.done("add", "yesterday: Dock full", PIVOT_SETTINGS=str(settings))
    said = shell.refused(2, "add", "--on", "02/03/2024", "x", PIVOT_SETTINGS=str(settings))
    assert said == f'{settings}, line 2: theme takes "dark" or "light".'


# Tags, stars, kinds


def test_tags_come_from_the_text_and_from_the_option(shell: Shell) -> None:
    shell.done("add", "Dock full #Late #123 #late", "--tag", "#slot", "--tag", "team/blue", "--tag", "LATE")
    assert only(shell).tags == ("Late", "slot", "team/blue")


@pytest.mark.parametrize("tag", ["", "  ", "#", "two words", "123", "a,b"])
def test_what_cannot_be_a_tag_is_refused_and_stores_nothing(shell: Shell, tag: str) -> None:
    assert "cannot be a tag. Use letters, digits, _ - / or an emoji" in shell.refused(2, "add", "x", "--tag", tag)
    assert stored(shell) == []


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("--failure", Triage.FAILURE),
        ("--worry", Triage.WORRY),
        ("--opportunity", Triage.OPPORTUNITY),
        ("--not-product", Triage.NOT_PRODUCT),
    ],
)
def test_each_kind_is_stored(shell: Shell, option: str, expected: Triage) -> None:
    shell.done("add", "x", option)
    assert only(shell).triage is expected


def test_kinds_exclude_each_other(shell: Shell) -> None:
    said = shell.refused(2, "add", "x", "--failure", "--worry")
    assert said == "--worry does not go together with --failure. See: pivot add -h"
    assert stored(shell) == []


# Decisions


def test_a_part_of_a_title_finds_the_decision_in_any_case(shell: Shell, journal: Journal) -> None:
    decision = journal.decisions.add("Same-day slots for every store")
    shell.done("add", "x", "-d", "SLOTS for")
    assert only(shell).decision_id == decision.id


def test_a_whole_title_wins_over_longer_ones(shell: Shell, journal: Journal) -> None:
    journal.decisions.add("Same-day slots")
    exact = journal.decisions.add("Slots")
    shell.done("add", "x", "-d", "slots")
    assert only(shell).decision_id == exact.id


def test_several_matches_are_named_and_nothing_is_stored(shell: Shell, journal: Journal) -> None:
    for title in ("Same-day slots", "Slots by \x1b[31mweight", "Late basket"):
        journal.decisions.add(title)
    said = shell.refused(2, "add", "x", "-d", "slots")
    assert "Several decisions match “slots”: " in said
    assert "“Same-day slots”" in said
    assert "basket" not in said
    assert said.endswith("Write more of the one you mean.")
    assert stored(shell) == []


def test_decisions_of_one_name_cannot_be_told_apart_and_that_is_said(shell: Shell, journal: Journal) -> None:
    journal.decisions.add("Slots")
    journal.decisions.add("slots")
    assert "2 decisions are called “slots”. Give one another title" in shell.refused(2, "add", "x", "-d", "Slots")


def test_many_matches_are_not_all_named(shell: Shell, journal: Journal) -> None:
    for number in range(12):
        journal.decisions.add(f"Slots {number} {'long ' * 40}")
    said = shell.refused(2, "add", "x", "-d", "slots")
    assert " and 4 more. " in said
    assert len(said) < 800


def test_no_match_needs_to_be_told_to_make_it(shell: Shell) -> None:
    said = shell.refused(2, "add", "x", "-d", "Slots")
    assert said == "No decision matches “Slots”. Nothing was stored; add --new-decision to make it."
    assert stored(shell) == []


def test_a_new_decision_and_its_observation_are_one_step_of_undo(shell: Shell, journal: Journal) -> None:
    shell.done("add", "x", "-d", "  Same-day   slots ", "--new-decision", "--failure")
    (decision,) = journal.decisions.all()
    assert decision.title == "Same-day slots"
    assert only(shell).decision_id == decision.id
    assert journal.undo() == "add “x”"
    assert (journal.decisions.all(), stored(shell)) == ([], [])
    with pytest.raises(NotFound):
        journal.undo()


def test_a_new_decision_is_not_left_behind_by_an_observation_that_is_refused(shell: Shell, journal: Journal) -> None:
    shell.refused(2, "add", "tomorrow: x", "-d", "Slots", "--new-decision")
    shell.refused(2, "add", "x" * 1_000_001, "-d", "Slots", "--new-decision")
    assert journal.decisions.all() == []


def test_new_decision_takes_the_one_that_is_there(shell: Shell, journal: Journal) -> None:
    decision = journal.decisions.add("Same-day slots")
    shell.done("add", "x", "-d", "slots", "--new-decision")
    assert only(shell).decision_id == decision.id
    assert len(journal.decisions.all()) == 1


@pytest.mark.parametrize("answer", ["y", "YES"])
def test_on_a_terminal_a_missing_decision_is_made_when_a_person_agrees(
    shell: Shell, journal: Journal, answer: str
) -> None:
    result = shell("add", "x", "-d", "Slots", typed=f"{answer}\n".encode())
    assert result.status == 0
    assert "No decision matches “Slots”. Make it? [y/N] " in result.err
    assert [decision.title for decision in journal.decisions.all()] == ["Slots"]


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_on_a_terminal_nothing_is_stored_when_nobody_agrees(shell: Shell, journal: Journal, answer: str) -> None:
    result = shell("add", "x", "-d", "Slots", typed=answer.encode())
    assert (result.status, result.out) == (2, "")
    assert journal.decisions.all() == []
    assert stored(shell) == []


def test_an_empty_decision_is_refused(shell: Shell) -> None:
    assert "-d needs a part of the title" in shell.refused(2, "add", "x", "-d", "")
    assert "--new-decision goes with -d TITLE" in shell.refused(2, "add", "x", "--new-decision")


# What is said


def test_json_has_exactly_the_keys_of_the_contract(shell: Shell, journal: Journal) -> None:
    journal.decisions.add("Same-day slots")
    value = shell.done(
        "add", "Dock full #late", "--tag", "slot", "--on", "spring 2023", "--star", "--failure", "-d", "slots", "--json"
    ).json
    assert list(value) == KEYS
    assert re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", value.pop("id"))
    assert value == {
        "number": 1, "observed_on": "2023-03-01", "precision": "season", "recorded_at": "2026-11-23T17:00:00.000000Z",
        "text": "Dock full #late", "tags": ["late", "slot"], "starred": True, "triage": "failure",
        "decision": "Same-day slots", "evidence": "from_memory",
    }  # fmt: skip


def test_what_was_understood_is_echoed_only_where_a_person_reads(shell: Shell, journal: Journal) -> None:
    journal.decisions.add("Same-day slots")
    arguments = ["add", "yesterday: Dock\nfull #late", "--tag", "slot", "--worry", "-d", "slots"]
    result = shell(*arguments, typed=b"")
    assert result.out == "1\n"
    assert result.err == (
        "Sun 22 Nov 2026  ◇ Dock full #late  #slot · Same-day slots  (written here 23 Nov 2026 18:00)\n"
    )
    shell.done(*arguments)


@pytest.mark.parametrize("text", ["It cost ,490 a week", ",490 lost", "at .50 each"])
def test_what_the_shell_seems_to_have_taken_is_said_after_it_is_stored(shell: Shell, text: str) -> None:
    result = shell("add", text)
    assert (result.status, result.out) == (0, "1\n")
    assert re.fullmatch(r"pivot: “[,.]\d+” looks as if the shell took a part of it, [^\n]+\n", result.err)
    assert "number 1" in result.err
    assert only(shell).text == text


def test_text_that_no_shell_has_read_is_not_suspected(shell: Shell, tmp_path: Path) -> None:
    shell.done("add", stdin=b"It cost ,490 a week")
    shell.done("add", "-e", EDITOR=editor(tmp_path, "echo 'It cost ,490 a week' > \"$1\""))
    shell.done("add", "It cost $6,490, or 3.50 each, on 1,5 days")


def test_a_new_journal_is_made_and_announced(shell: Shell, missing_path: Path) -> None:
    result = shell("add", "First", PIVOT_JOURNAL=str(missing_path))
    assert (result.status, result.out) == (0, "1\n")
    assert result.err == f"A new journal was made: {missing_path}\n"
    assert missing_path.stat().st_mode & 0o777 == 0o600
    assert missing_path.parent.stat().st_mode & 0o777 == 0o700


def test_without_any_name_the_journal_lies_in_the_users_data_folder(shell: Shell, tmp_path: Path) -> None:
    del shell.environ["PIVOT_JOURNAL"]
    result = shell("add", "First")
    if sys.platform == "linux":
        assert result.err == f"A new journal was made: {tmp_path}/home/.local/share/pivot-journal/journal.db\n"
    assert result.number == 1


# What can go wrong with the file


def test_a_disk_without_room_loses_nothing_and_is_said(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.done("add", "Before")
    connect = database.connect

    def full(path: Path) -> database.Connection:
        connection = connect(path)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(database, "connect", full)
    said = shell.refused(3, "add", "x" * 900_000)
    assert said == f"There is no room left on the disk for {shell.path}. Nothing was changed."
    monkeypatch.undo()
    assert only(shell).text == "Before"


def test_a_journal_that_another_program_holds_is_said(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    other = sqlite3.connect(shell.path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        assert "is being written by another program. Try again" in shell.refused(3, "add", "x")
    finally:
        other.close()
    assert stored(shell) == []


def test_a_new_tag_that_looks_like_a_used_one_is_told(shell: Shell) -> None:
    shell.done("add", "Dock full #returns")
    result = shell("add", "Dock full again #return")
    assert result.err == "pivot: #return is new; there is #returns. To make them one: pivot tags merge return returns\n"
    assert result.number == 2
