"""``pivot list`` and ``pivot show``: what is meant, how it looks, and what never reaches a terminal."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from builders import when
from cli.shell import ACTING, Result, Shell
from cli.test_capturing import KEYS
from conftest import FakeClock
from pivot_journal.cli.cells import cells, cut, wrapped
from pivot_journal.domain.observation import Evidence, Reference, Triage
from pivot_journal.journal import Journal, open_journal


@pytest.fixture(scope="module")
def six_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six observations of different days, kinds, tags and decisions, and one more in the trash; made once."""
    path = tmp_path_factory.mktemp("six") / "journal.db"
    with open_journal(path, create=True, now=FakeClock()) as journal:
        slots = journal.decisions.add("Same-day slots").id
        journal.decisions.add("Slots by weight")
        baskets = journal.decisions.add("Late basket changes").id
        add = journal.observations.capture
        add("Dock queue over an hour #dock", observed_on=when("2026-11-20"))
        add("Drivers kept a paper list", observed_on=when("2023-03"), triage=Triage.FAILURE, decision_id=slots)
        add("Order reopened at the dock", tags=["basket"], starred=True, triage=Triage.WORRY, decision_id=baskets)
        add("Größe on the label is wrong", observed_on=when("spring 2023"), triage=Triage.OPPORTUNITY)
        add("The hum is back", observed_on=when("2022"), triage=Triage.NOT_PRODUCT)
        add("Nobody knows when", observed_on=when(""), starred=True)
        journal.observations.trash(add("Thrown away at the dock #dock").number)
    return path


@pytest.fixture
def six(six_template: Path, journal_path: Path) -> None:
    """The shell's journal holds the six."""
    shutil.copyfile(six_template, journal_path)


def numbers(result: Result) -> list[int]:
    """Return the numbers in the first column, in order."""
    assert result.status == 0, result
    return [int(line.split()[0]) for line in result.out.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], [3, 1, 2, 4, 5, 6]),
        (["--oldest-first"], [6, 5, 4, 2, 1, 3]),
        (["dock"], [3, 1]),
        (["DOC", "que"], [1]),
        (["groesse"], []),
        (["grosse"], []),
        (["größe"], [4]),
        (["größ", "label"], [4]),
        (["basket"], [3]),
        (["--tag", "dock"], [1]),
        (["--tag", "#DOCK"], [1]),
        (["--triage", "failure"], [2]),
        (["--triage", "worry"], [3]),
        (["--triage", "opportunity"], [4]),
        (["--triage", "not_product"], [5]),
        (["--triage", "untriaged"], [1, 6]),
        (["--starred"], [3, 6]),
        (["-d", "basket"], [3]),
        (["-d", "same-day"], [2]),
        (["--from", "2023"], [3, 1, 2, 4]),
        (["--from", "april 2023"], [3, 1]),
        (["--to", "2022"], [5]),
        (["--from", "march 2023", "--to", "march 2023"], [2, 4]),
        (["--from", "last friday", "--to", "today"], [3, 1]),
        (["-n", "2"], [3, 1]),
        (["-n", "2", "--oldest-first"], [6, 5]),
        (["-n", "0"], [3, 1, 2, 4, 5, 6]),
        (["-n", "9" * 30], [3, 1, 2, 4, 5, 6]),
        (["dock", "--starred", "--triage", "worry", "-d", "late", "--tag", "basket", "--from", "today"], [3]),
        (["dock", "--starred", "--triage", "failure"], []),
        (["dock*"], [3, 1]),
        (["dock", "not:queue"], [3]),
        (["--", "dock", "-queue"], [3]),
        (["at", "dock"], [3]),
        (['"the dock"'], [3]),
        (['"dock the"'], []),
        (["tag:basket"], [3]),
        (["tag:do*"], [1]),
        (["not:tag:dock", "dock"], [3]),
        (["decision:same-day"], [2]),
        (["decision:basket changes"], [3]),
        (["decision:*"], [3, 2]),
        (["triage:failure|opportunity"], [2, 4]),
        (["triage:not product"], [5]),
        (["starred", "not:decision:*"], [6]),
        (["on:last friday"], [1]),
        (["on:2023"], [2, 4]),
        (["on:march-2023"], [2]),
        (["from:2023", "to:march", "2023"], [2, 4]),
        (["evidence:memory", "not:starred"], [2, 4, 5]),
        (["sort:relevance", "dock"], [1, 3]),
        (["dock OR drivers"], []),
    ],
    ids=lambda value: " ".join(map(str, value)),
)
def test_a_list_holds_what_is_meant_newest_first(
    shell: Shell, six: None, arguments: list[str], expected: list[int]
) -> None:
    assert numbers(shell.done("list", *arguments)) == expected
    value = shell.done("list", "--json", *arguments).json
    assert [each["number"] for each in value] == expected


def test_fifty_are_listed_unless_asked_otherwise(shell: Shell, journal: Journal) -> None:
    with journal.in_one_step("fill"):
        for number in range(60):
            journal.observations.capture(f"Line {number}")
    assert len(numbers(shell.done("list"))) == 50
    assert len(shell.done("list", "--json").json) == 50
    assert len(numbers(shell.done("list", "-n", "0"))) == 60
    assert shell("list", typed=b"").err == "50 of 60; -n 0 shows all.\n"
    assert shell("list", "-n", "60", typed=b"").err == ""


def test_an_empty_list_is_no_error(shell: Shell, six: None) -> None:
    assert shell.done("list", "nothing of the kind") == Result(0, "", "")
    assert shell.done("list", "nothing of the kind", "--json").out == "[]\n"
    assert shell.done("list", "--tag", "unknown", "--json").out == "[]\n"


def test_a_person_is_told_why_a_list_is_empty(shell: Shell, six: None) -> None:
    assert shell("list", "xyz", typed=b"").err == "Nothing matches.\n"
    assert shell("list", "xyz", "--json", typed=b"") == Result(0, "[]\n", "")
    assert shell("list", "--tag", "dock", "--starred", typed=b"").err == "Nothing matches.\n"
    assert shell("list", "--tag", "jetty", typed=b"").err == "Nothing matches: there is no tag #jetty.\n"
    assert shell("list", "tag:jetty", typed=b"").err == "Nothing matches: there is no tag #jetty.\n"
    said = "Nothing matches: no decision has “carts” in its title.\n"
    assert shell("list", "decision:carts", typed=b"").err == said


def test_an_empty_journal_says_how_to_begin(shell: Shell, journal: Journal) -> None:
    assert shell("list", typed=b"").err == "The journal is empty. Write a line: pivot add\n"


@pytest.mark.parametrize(
    ("status", "arguments", "words"),
    [
        (1, ["-d", "nothing"], "No decision matches “nothing”."),
        (2, ["-d", "slots"], "Several decisions match “slots”: “Slots by weight”, “Same-day slots”."),
        (2, ["-d", ""], "-d needs a part of the title"),
        (2, ["--tag", ""], "cannot be a tag"),
        (2, ["--tag", "two words"], "cannot be a tag"),
        (2, ["--triage", "fail"], "--triage: there is no “fail”. There is: untriaged, failure,"),
        (2, ["--from", "2024", "--to", "2023"], "--from is 2024, which lies after --to, 2023."),
        (2, ["--from", "someday"], "is not a date I know"),
        (2, ["--to", ""], "is not a date I know"),
        (2, ["--from", "02/03/2024"], "may have the day or the month first"),
        (2, ['"', "dock"], 'at character 1, “" dock”: the quotation does not end'),
        (2, ["dock", "tag:"], "at character 6, “tag:”: name a tag after the colon, such as tag:dock."),
        (2, ["on:02/03/2024"], "may have the day or the month first"),
        (2, ["sort:relevance", "dock", "--oldest-first"], "sort:relevance does not go together"),
        (2, ["-n", "-3"], "-n: “-3” is not a count; 0 means all."),
        (2, ["-n", "few"], "-n: “few” is not a count; 0 means all."),
        (2, ["-n", "1.5"], "-n: “1.5” is not a count; 0 means all."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_cannot_be_listed_is_refused(
    shell: Shell, six: None, status: int, arguments: list[str], words: str
) -> None:
    assert words in shell.refused(status, "list", *arguments)


def test_a_list_in_json_has_exactly_the_keys_of_the_contract(shell: Shell, six: None) -> None:
    value = shell.done("list", "--json").json
    assert [list(each) for each in value] == [KEYS] * 6
    assert [each["observed_on"] for each in value] == [
        "2026-11-23", "2026-11-20", "2023-03-01", "2023-03-01", "2022-01-01", None,
    ]  # fmt: skip
    assert [each["precision"] for each in value] == ["day", "day", "month", "season", "year", "unknown"]


def test_the_columns_of_a_list_stand_under_each_other(shell: Shell, six: None) -> None:
    lines = shell.done("list", columns=60).out.splitlines()
    assert lines == [
        "3  Mon 23 Nov 2026  ◇★ Order reopened at the dock  #basket",
        "1  Fri 20 Nov 2026     Dock queue over an hour #dock",
        "2  March 2023       ▲  Drivers kept a paper list",
        "4  spring 2023      +  Größe on the label is wrong",
        "5  2022             ·  The hum is back",
        "6  no date           ★ Nobody knows when",
    ]


def test_numbers_of_different_length_stand_under_each_other(shell: Shell, journal: Journal) -> None:
    with journal.in_one_step("fill"):
        for number in range(11):
            journal.observations.capture(f"Line {number}")
    lines = shell.done("list").out.splitlines()
    assert (lines[0][:4], lines[-1][:4]) == ("11  ", " 1  ")


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_on_a_terminal_no_line_runs_over(shell: Shell, journal: Journal, columns: int) -> None:
    for text in (
        "x" * 300,
        "倉庫でラベルプリンターが止まった" * 20,
        "🚚👩‍🏭" * 60,
        "naïve é́ words " * 30,
        "Dock\nand\tqueue",
    ):
        journal.observations.capture(text)
    lines = shell.done("list", columns=columns).out.splitlines()
    assert len(lines) == 5
    assert all(cells(line) <= columns for line in lines)
    assert [line.endswith("…") for line in lines[1:]] == [True] * 4


def test_in_a_pipe_no_line_is_cut(shell: Shell, journal: Journal) -> None:
    journal.observations.capture("word " * 2_000 + "\nend", tags=["last"])
    assert shell.done("list").out.endswith("word end  #last\n")


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("dock", 4),
        ("Größe", 5),
        ("é", 1),
        ("倉庫", 4),
        ("🚚", 2),
        ("❤️", 2),
        ("👩‍🏭", 4),
        ("★▲…", 3),
        ("한국", 4),
    ],
)
def test_a_text_fills_so_many_cells(text: str, width: int) -> None:
    assert cells(text) == width
    assert cut(text, width) == text


def test_a_cut_falls_between_letters() -> None:
    assert cut("倉庫の棚", 4) == "倉…"
    assert cut("倉庫の棚", 5) == "倉庫…"
    assert cut("at the dock", 8) == "at the…"
    assert cut("👩‍🏭 at work", 4) == "👩…"
    assert cut("abc", 1) == "…"


def test_lines_break_between_words_where_they_can() -> None:
    assert wrapped("at the dock door", 8) == ["at the", "dock", "door"]
    assert wrapped("at unbreakable", 6) == ["at", "unbrea", "kable"]
    assert wrapped("倉庫の棚", 5) == ["倉庫", "の棚"]
    assert wrapped("", 5) == [""]


# Show


def test_everything_that_is_known_is_shown(shell: Shell, journal: Journal, clock: FakeClock) -> None:
    decision = journal.decisions.add("Same-day slots").id
    journal.observations.capture("Dock full #late", tags=["slot"], starred=True)
    clock.advance(days=1, hours=3)
    journal.observations.edit(1, text="The dock was full.\n\nTwice. #late")
    journal.observations.sort(1, Triage.FAILURE, decision)
    assert shell.done("show", "1").out.splitlines() == [
        "1  Mon 23 Nov 2026  ★",
        "",
        "  The dock was full.",
        "",
        "  Twice. #late",
        "",
        "  #slot",
        "  ▲ product-decision failure · Same-day slots",
        "  written here 23 Nov 2026 18:00",
        "  before, written 23 Nov 2026 18:00: Dock full #late",
    ]


def test_where_it_was_dated_is_shown(shell: Shell, journal: Journal) -> None:
    reference = Reference(source="ticket system", reference="4471", dated_on=dt.date(2023, 2, 8))
    journal.observations.capture(
        "x", observed_on=when("2023-02-08"), evidence=Evidence.DATED_ELSEWHERE, reference=reference
    )
    assert "dated elsewhere: ticket system, 4471 of 2023-02-08" in shell.done("show", "1").out


def test_earlier_wordings_are_shown_the_latest_first_and_each_once(
    shell: Shell, journal: Journal, clock: FakeClock
) -> None:
    journal.observations.capture("one")
    for text in ("two", "three"):
        clock.advance(days=1)
        journal.observations.edit(1, text=text)
    clock.advance(days=1)
    journal.observations.edit(1, observed_on=when("2026-11-22"))
    lines = shell.done("show", "1").out.splitlines()
    assert [line.strip() for line in lines if "before" in line] == [
        "before, written 24 Nov 2026 18:00: two",
        "before, written 23 Nov 2026 18:00: one",
    ]


def test_on_a_terminal_a_long_text_breaks_between_words(shell: Shell, journal: Journal) -> None:
    journal.observations.capture("parcels stood at the wrong dock " * 12)
    lines = shell.done("show", "1", columns=60).out.splitlines()
    assert all(len(line) <= 60 for line in lines)
    assert all(not line or line.startswith(("1  Mon", "  ")) for line in lines)
    assert " ".join(line.strip() for line in lines[2:-3]) == ("parcels stood at the wrong dock " * 12).strip()


def test_what_is_in_the_trash_is_shown_as_such(shell: Shell, six: None) -> None:
    assert shell.done("show", "7").out.startswith("7  Mon 23 Nov 2026  in the trash\n")
    assert shell.done("show", "7", "--json").json["trashed"] is True


def test_show_in_json_adds_to_the_keys_of_the_contract(shell: Shell, journal: Journal, clock: FakeClock) -> None:
    journal.observations.capture("one")
    clock.advance(hours=2)
    journal.observations.edit(1, text="two\nlines")
    value = shell.done("show", "1", "--json").json
    assert list(value)[: len(KEYS)] == KEYS
    assert value["text"] == "two\nlines"
    assert value["recorded_at"] == "2026-11-23T17:00:00.000000Z"
    assert value["earlier"] == [{"text": "one", "written_at": "2026-11-23T17:00:00.000000Z"}]
    assert value["trashed"] is False


def test_a_number_may_have_its_sign(shell: Shell, six: None) -> None:
    assert shell.done("show", "#3").out == shell.done("show", "3").out


@pytest.mark.parametrize("number", ["99", "0", "9" * 40])
def test_a_number_that_is_not_there_is_not_found(shell: Shell, six: None, number: str) -> None:
    assert shell.refused(1, "show", number) == f"There is no observation {number}. 'pivot list' shows the numbers."


@pytest.mark.parametrize("number", ["first", "1.5", "1_0", "٣", "", "9" * 5_000])
def test_what_is_no_number_is_refused(shell: Shell, six: None, number: str) -> None:
    said = shell.refused(2, "show", number)
    assert "is not a number; 'pivot list' shows them. See: pivot show -h" in said
    assert len(said) < 120


# What never reaches a terminal

EVIL = (
    "a\x1b[31mred\x1b]52;c;ZWNobyBoaQ==\x07 \x00\x08\x7f\x9b2J "
    "\u202edlrow\u2066 \u2028line\u2029 [bold]x[/bold] \r\x0b|"
)
MUTED = "a[31mred]52;c;ZWNobyBoaQ== 2J dlrow line [bold]x[/bold] |"


@pytest.fixture
def evil(journal: Journal, clock: FakeClock) -> Journal:
    """A journal into which another program has written what would act on a terminal."""
    decision = journal.decisions.add("Slots").id
    journal.observations.capture(
        "Dock", tags=["tag"], triage=Triage.FAILURE, decision_id=decision, evidence=Evidence.DATED_ELSEWHERE,
        reference=Reference(source="ticket"),
    )  # fmt: skip
    clock.tick()
    journal.observations.edit(1, text="Dock full")
    overwrite(
        journal,
        ["UPDATE observation SET text = ?, evidence_source = ?", "UPDATE revision SET text = ?",
         "UPDATE decision SET title = ?", "UPDATE tag SET name = ?"],
    )  # fmt: skip
    return journal


def overwrite(journal: Journal, statements: Iterable[str]) -> None:
    """Change a journal past every check."""
    connection = sqlite3.connect(journal.path)
    try:
        for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement, (EVIL,) * statement.count("?"))
        connection.commit()
    finally:
        connection.close()


@pytest.mark.parametrize("columns", [0, 120])
@pytest.mark.parametrize("arguments", [["list"], ["show", "1"]])
def test_nothing_that_is_stored_acts_on_a_terminal(
    shell: Shell, evil: Journal, arguments: list[str], columns: int
) -> None:
    result = shell.done(*arguments, columns=columns)
    assert not ACTING.search(result.out)
    assert "[bold]" in result.out.replace("\n", " ")
    if arguments == ["list"]:
        assert result.out.count("\n") == 1


@pytest.mark.parametrize("arguments", [["list", "--json"], ["show", "1", "--json"]])
def test_json_holds_it_escaped_and_exactly(shell: Shell, evil: Journal, arguments: list[str]) -> None:
    result = shell.done(*arguments)
    assert not ACTING.search(result.out)
    value = result.json[0] if arguments[0] == "list" else result.json
    assert value["text"] == value["decision"] == EVIL
    assert value["tags"] == [EVIL]


def test_messages_hold_nothing_that_acts_either(shell: Shell, evil: Journal) -> None:
    shell("add", "x", "-d", "Slots 2", "--new-decision")
    for arguments in (
        ["list", "-d", EVIL], ["add", "x", "-d", EVIL], ["list", "--from", EVIL], ["list", "--tag", EVIL], [EVIL],
        ["list", f"--{EVIL.replace(' ', '')}"], ["show", EVIL], ["list", "--triage", EVIL],
    ):  # fmt: skip
        result = shell(*arguments)
        assert result.status in {1, 2}
        assert re.fullmatch(r"pivot: [^\n]+\n", result.err), result.err
        assert not ACTING.search(result.err.replace("\n", "")), result.err


def test_a_muted_text_can_still_be_read(shell: Shell, evil: Journal) -> None:
    assert MUTED in shell.done("list").out


def test_json_is_readable_in_any_language(shell: Shell, journal: Journal) -> None:
    journal.observations.capture("Größe 倉庫 🚚")
    out = shell.done("list", "--json").out
    assert "Größe 倉庫 🚚" in out
    assert json.loads(out)[0]["text"] == "Größe 倉庫 🚚"
