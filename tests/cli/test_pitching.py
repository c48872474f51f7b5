"""``pivot pitch``: each form of it, each way out, and what it says beside."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from builders import add_pitch, decision, impact, story, when
from cli.shell import ACTING, Shell
from conftest import FakeClock
from pivot_journal.domain.pitch import Pitch
from pivot_journal.journal import Journal
from pivot_journal.pitch.formats import STANDARD

OPENING = "Twice I saw *plan* and floor disagree."
SAW = "Drivers kept a paper list of shut gates"


@pytest.fixture
def pitched(journal: Journal, clock: FakeClock) -> Pitch:
    """A pitch with one story, told from one observation of 2023; what is known and what would be asked are missing."""
    clock.set(dt.datetime(2023, 2, 8, 18, 0, tzinfo=clock().tzinfo))
    noted = journal.observations.capture(f"{SAW} #gates")
    clock.set(dt.datetime(2026, 11, 23, 18, 0, tzinfo=clock().tzinfo))
    chosen = decision("Same-day slots", assumption="every gate is open all day", launched_on=when("2023-03-12"))
    big = impact(amount="118", unit="failed drops", decision_id=chosen.id)
    journal.decisions.save(chosen, [big])
    told = journal.stories.save(
        story(
            "Gates", decision_id=chosen.id, saw=SAW, did="I showed the PM the list", mattered="Vans came back full",
            would_decide="I would have asked for the hours of each gate", headline_impact_id=big.id,
            observation_ids=(noted.id,),
        )
    )  # fmt: skip
    lines = replace(journal.pitches.current(), opening=OPENING, why_earlier="I want in earlier")
    return journal.pitches.save(replace(lines, audience="a PM in delivery", story_ids=(told.id,)))


# Forms


def test_text_is_what_is_said_without_line_breaks_inside_a_paragraph(shell: Shell, pitched: Pitch) -> None:
    result = shell("pitch")
    assert result.status == 0
    paragraphs = result.out.removesuffix("\n").split("\n\n")
    assert paragraphs[0] == OPENING
    assert SAW in paragraphs[1]
    assert "118 failed drops" in paragraphs[1]
    assert all("\n" not in paragraph for paragraph in paragraphs)


def test_what_is_missing_is_named_on_stderr_and_never_prompted_in_the_text(shell: Shell, pitched: Pitch) -> None:
    result = shell("pitch")
    assert result.err.startswith("Without: ")
    assert result.err.count("\n") == 1
    assert "question" in result.err
    gaps = shell("pitch", "--as", "json").json["gaps"]
    assert gaps
    for gap in gaps:
        assert gap["prompt"]
        for form in ("text", "markdown"):
            assert gap["prompt"] not in shell("pitch", "--as", form).out


def test_in_markdown_nothing_of_the_users_acts_as_markup(shell: Shell, pitched: Pitch) -> None:
    result = shell("pitch", "--as", "markdown")
    assert result.out.startswith("Twice I saw \\*plan\\* and floor disagree.\n\n")


def test_json_has_the_keys_of_the_contract(shell: Shell, pitched: Pitch) -> None:
    value = shell.done("pitch", "--as", "json").json
    contract = ["audience", "format", "text", "words", "seconds", "parts", "gaps"]
    assert list(value) == [*contract, "characters", "range", "left_out", "to_shorten"]
    assert (value["audience"], value["format"]) == ("a PM in delivery", "chat")
    assert value["text"] + "\n" == shell("pitch").out
    assert all(list(part) == ["role", "text", "story", "observations", "seconds"] for part in value["parts"])
    assert value["words"] > 20
    assert value["seconds"] == pytest.approx(value["words"] / 150 * 60, abs=1)
    (saw,) = [part for part in value["parts"] if part["role"] == "saw"]
    assert (saw["story"], saw["observations"]) == ("Gates", [1])


@pytest.mark.parametrize("name", STANDARD)
def test_each_format_can_be_asked_for_and_stands_in_the_help(shell: Shell, pitched: Pitch, name: str) -> None:
    assert shell.done("pitch", "--format", name, "--as", "json").json["format"] == name
    assert name in shell("pitch", "-h").out


def test_sources_name_day_evidence_and_number(shell: Shell, pitched: Pitch) -> None:
    text = shell("pitch", "--sources").out
    said, sources = text.split("\n\n8 February 2023: ")
    assert said + "\n" == shell("pitch").out
    assert sources.startswith(f'"{SAW} #gates", written here 8 February 2023')
    markdown = shell("pitch", "--sources", "--as", "markdown").out
    assert f'\n- 8 February 2023: "{SAW} #gates"' in markdown
    value = shell.done("pitch", "--sources", "--as", "json").json
    assert value["sources"][0].startswith("8 February 2023: ")


def test_sources_do_not_act_as_markup_either(shell: Shell, journal: Journal, pitched: Pitch) -> None:
    journal.observations.edit(1, text="<b>Drivers</b> kept *a* list")
    out = shell("pitch", "--sources", "--as", "markdown").out
    assert "\\<b\\>Drivers\\</b\\> kept \\*a\\* list" in out


def test_what_is_too_long_is_said_with_what_to_shorten(shell: Shell, journal: Journal, pitched: Pitch) -> None:
    journal.pitches.save(replace(pitched, opening="word " * 300))
    result = shell("pitch")
    assert result.status == 0
    assert "s too long. Longest: opening line" in result.err.splitlines()[-1]


# Whom it is for


def test_an_audience_is_found_by_a_part_of_its_name(shell: Shell, journal: Journal, pitched: Pitch) -> None:
    add_pitch(journal, "a founder at Fleet")
    assert shell.done("pitch", "DELIVERY", "--as", "json").json["audience"] == "a PM in delivery"
    assert shell.done("pitch", "a", "PM", "--as", "json").json["audience"] == "a PM in delivery"
    assert shell.done("pitch", "--as", "json").json["audience"] == "a founder at Fleet"


def test_an_unknown_or_ambiguous_audience_is_told_which_there_are(
    shell: Shell, journal: Journal, pitched: Pitch
) -> None:
    add_pitch(journal, "a PM in payments")
    unknown = shell.refused(1, "pitch", "nobody")
    assert unknown == "There is no pitch for “nobody”. There is: “a PM in delivery”, “a PM in payments”."
    assert "Several pitches match “pm”: “a PM in delivery”, “a PM in payments”" in shell.refused(2, "pitch", "pm")


def test_with_nothing_to_say_there_is_no_output(shell: Shell, journal: Journal, tmp_path: Path) -> None:
    for arguments in ([], ["--as", "markdown"], ["--copy"], ["-o", str(tmp_path / "pitch.txt")], ["--sources"]):
        said = shell.refused(5, "pitch", *arguments)
        assert said == "There is nothing to say yet: a story in the pitch makes a start."
    assert not (tmp_path / "pitch.txt").exists()
    value = shell.done("pitch", "--as", "json").json
    assert (value["parts"], value["text"]) == ([], "")
    assert value["gaps"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "sonnet"], '"sonnet" is not a format. Choose one of: '),
        (["--as", "pdf"], "--as: there is no “pdf”. There is: text, markdown, html, json."),
        (["--as", "json", "--copy"], "--copy takes the pitch as text or markdown"),
        (["-o", ""], "-o names no file: it is empty."),
        (["-o", "~nobody-of-this-name/pitch.txt"], "the home folder of ~nobody-of-this-name/pitch.txt is not known"),
    ],
)
def test_wrong_usage_is_refused(shell: Shell, pitched: Pitch, arguments: list[str], words: str) -> None:
    assert words in shell.refused(2, "pitch", *arguments)


def test_no_journal_is_made_for_a_pitch(shell: Shell, missing_path: Path) -> None:
    said = shell.refused(3, "pitch", "--journal", missing_path)
    assert said == f"There is no journal at {missing_path}. Write the first line with: pivot add"
    assert not missing_path.parent.exists()


# Into a file


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_file_holds_what_would_be_printed_for_the_user_alone(
    shell: Shell, pitched: Pitch, tmp_path: Path, form: str
) -> None:
    path = tmp_path / "pitch.out"
    result = shell("pitch", "--as", form, "-o", path)
    assert (result.status, result.out) == (0, "")
    assert result.err.startswith(f"Written to {path}.\n")
    assert path.read_text("utf-8") == shell("pitch", "--as", form).out
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_not_replaced(shell: Shell, pitched: Pitch, tmp_path: Path) -> None:
    path = tmp_path / "pitch.txt"
    path.write_text("mine")
    said = shell.refused(5, "pitch", "-o", path)
    assert said == f"{path} is there already; nothing was written. Choose another name."
    assert path.read_text() == "mine"
    assert "is a folder" in shell.refused(5, "pitch", "-o", tmp_path)


def test_a_folder_that_is_not_there_is_said(shell: Shell, pitched: Pitch, tmp_path: Path) -> None:
    path = tmp_path / "missing" / "pitch.txt"
    said = shell.refused(5, "pitch", "-o", path)
    assert said == f"{path} cannot be written: No such file or directory. Choose another place."


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_said(shell: Shell, pitched: Pitch, tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    assert "cannot be written: Permission denied" in shell.refused(5, "pitch", "-o", folder / "pitch.txt")


# Onto the clipboard


@pytest.fixture
def xclip(tmp_path: Path) -> Path:
    """A clipboard tool of the desktop; what it is given lies in ``tmp_path / 'clipboard'`` afterwards."""
    folder = tmp_path / "bin"
    folder.mkdir()
    tool = folder / "xclip"
    tool.write_text(f"#!/bin/sh\n/bin/cat > '{tmp_path / 'clipboard'}'\n")
    tool.chmod(0o700)
    return folder


def test_a_copy_goes_to_the_desktops_tool_and_says_so(
    shell: Shell, pitched: Pitch, xclip: Path, tmp_path: Path
) -> None:
    result = shell("pitch", "--copy", PATH=str(xclip), DISPLAY=":9")
    assert (result.status, result.out) == (0, "")
    assert result.err.startswith("Copied with xclip; without: ")
    assert result.err.count("\n") == 1
    assert (tmp_path / "clipboard").read_text() + "\n" == shell("pitch").out


def test_a_copy_may_be_markdown_with_its_sources_and_go_into_a_file_too(
    shell: Shell, pitched: Pitch, xclip: Path, tmp_path: Path
) -> None:
    path = tmp_path / "pitch.md"
    arguments = ["pitch", "--as", "markdown", "--sources"]
    result = shell(*arguments, "--copy", "-o", path, PATH=str(xclip), DISPLAY=":9")
    assert result.status == 0
    assert path.read_text() == (tmp_path / "clipboard").read_text() + "\n" == shell(*arguments).out


def test_where_no_clipboard_can_be_reached_a_file_is_left_and_named(
    shell: Shell, pitched: Pitch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pivot_journal.cli.pitching.terminal_of_this_process", lambda: None)
    result = shell("pitch", "--copy", PATH="")
    path = shell.path.parent / "clipboard.txt"
    assert result.status == 0
    assert result.err.startswith(f"Written to {path}; the clipboard could not be reached; without: ")
    assert path.read_text() + "\n" == shell("pitch").out
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_copy_that_no_route_takes_is_a_failure(shell: Shell, pitched: Pitch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pivot_journal.cli.pitching.terminal_of_this_process", lambda: None)
    (shell.path.parent / "clipboard.txt").mkdir()
    assert "nothing was copied" in shell.refused(5, "pitch", "--copy", PATH="")


# What never leaves


@pytest.mark.parametrize("form", [["text"], ["markdown"], ["json"], ["text", "--sources"], ["json", "--sources"]])
def test_nothing_that_is_stored_acts_on_a_terminal_or_a_clipboard(
    shell: Shell, pitched: Pitch, xclip: Path, tmp_path: Path, form: list[str]
) -> None:
    connection = sqlite3.connect(shell.path)
    evil = "a\x1b[31mred\x1b]52;c;eA==\x07\x9b\u202e\u2028b"
    for statement in ("UPDATE pitch SET opening = ?", "UPDATE story SET saw = ?", "UPDATE observation SET text = ?"):
        connection.execute(statement, (evil,))
    connection.commit()
    connection.close()
    result = shell("pitch", "--as", *form)
    assert result.status == 0
    assert not ACTING.search(result.out.replace("\n", ""))
    assert "[31m" in result.out.replace("\\", "")
    if "json" not in form:
        shell("pitch", "--as", *form, "--copy", PATH=str(xclip), DISPLAY=":9")
        assert not ACTING.search((tmp_path / "clipboard").read_text().replace("\n", ""))
    path = tmp_path / "pitch.out"
    shell("pitch", "--as", *form, "-o", path)
    assert not ACTING.search(path.read_text("utf-8").replace("\n", ""))


# For one listener, and what is private


def test_a_note_asks_for_the_listener_or_takes_them_from_the_options(shell: Shell, pitched: Pitch) -> None:
    why = "LinkedIn note would leave with a hole in it. Missing: listener's name, why them, question."
    assert why in shell.refused(5, "pitch", "--format", "linkedin")
    lines = ("--to", "Dana", "--why-them", "Your post on slots", "--ask", "How do you test that?")
    done = shell("pitch", "--format", "email", *lines)
    assert "Hi Dana," in done.out
    assert "How do you test that?" in done.out


def test_what_a_person_answers_is_kept_with_the_pitch(shell: Shell, journal: Journal, pitched: Pitch) -> None:
    typed = b"Dana\nYour post on slots\nHow do you test that\n"
    result = shell("pitch", "--format", "linkedin", typed=typed, columns=100)
    assert result.status == 0
    assert "Hi Dana, I am writing because of your post on slots" in result.out
    assert journal.pitches.current().listener == "Dana"


def test_a_page_is_one_file_and_is_not_copied(shell: Shell, pitched: Pitch, tmp_path: Path) -> None:
    shell("pitch", "--as", "html", "-o", tmp_path / "pitch.html")
    page = (tmp_path / "pitch.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert SAW in page
    assert "A page goes to stdout or -o FILE" in shell.refused(2, "pitch", "--as", "html", "--copy")


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_nothing_private_leaves_in_any_form(shell: Shell, journal: Journal, pitched: Pitch, form: str) -> None:
    journal.terms.set("gates", "barriers")
    journal.terms.set("delivery", "our field")
    done = shell("pitch", "--as", form, "--sources")
    assert "gates" not in done.out.casefold()
    assert "delivery" not in done.out.casefold()
    assert "barriers" in done.out
    if form != "json":
        assert "“gates” leaves as “barriers”" in done.err


def test_an_undecided_term_stops_what_leaves_and_a_person_is_asked(
    shell: Shell, journal: Journal, pitched: Pitch, tmp_path: Path
) -> None:
    journal.terms.set("gates")
    for way in ([], ["-o", tmp_path / "pitch.txt"], ["--as", "json"], ["--copy"]):
        assert 'pivot terms add "gates" --say WORDS' in shell.refused(5, "pitch", *way)
    assert not (tmp_path / "pitch.txt").exists()
    result = shell("pitch", "-o", tmp_path / "pitch.txt", typed=b"barriers\n", columns=100)
    assert result.status == 0
    assert "shut barriers" in (tmp_path / "pitch.txt").read_text("utf-8")
    assert journal.terms.find("gates").say_instead == "barriers"


@pytest.mark.parametrize("place", ["audience", "title", "source", "left out"])
def test_a_term_that_is_undecided_stops_json_wherever_it_stands(
    shell: Shell, journal: Journal, pitched: Pitch, tmp_path: Path, place: str
) -> None:
    journal.terms.set("Fennwick")
    (told,) = journal.stories.all()
    if place == "audience":
        journal.pitches.save(replace(pitched, audience="a PM at Fennwick"))
    elif place == "title":
        journal.stories.save(replace(told, title="Gates of Fennwick"))
    elif place == "source":
        journal.observations.edit(1, text=f"{SAW} at Fennwick")
    else:
        journal.stories.save(replace(told, did="I showed the PM the list " + "again and " * 99 + "at Fennwick"))
    sources = ["--sources"] if place == "source" else []
    hint = 'pivot terms add "Fennwick" --say WORDS'
    for way in ([], ["-o", tmp_path / "pitch.json"]):
        assert hint in shell.refused(5, "pitch", "--as", "json", *sources, *way)
    assert not (tmp_path / "pitch.json").exists()
    shown = shell("pitch", "--as", "json", *sources, columns=100)
    assert (shown.status, "Fennwick" in shown.out, "▒▒▒" in shown.out) == (0, False, True)
    assert "“Fennwick” is private: it leaves only when it is decided what is said instead." in shown.err
    if place == "source":  # and it is not in what leaves without them
        assert "Fennwick" not in shell.done("pitch", "--as", "json").out


def test_an_exact_amount_that_is_told_in_another_form_does_not_leave(shell: Shell, journal: Journal) -> None:
    chosen = decision("Slots", assumption="every gate is open")
    journal.decisions.save(chosen, [impact("118", public_form="over a hundred failed drops", decision_id=chosen.id)])
    told = journal.stories.save(
        story("Gates", decision_id=chosen.id, saw="118 failed drops lay there", did="I counted 118 of them")
    )
    journal.pitches.save(replace(journal.pitches.current(), opening="One launch", story_ids=(told.id,)))
    assert "Over a hundred failed drops lay there." in shell("pitch").out


def test_a_copy_is_remembered_and_a_later_change_is_told(
    shell: Shell, journal: Journal, pitched: Pitch, tmp_path: Path
) -> None:
    shell("pitch", "--format", "hallway", "-o", tmp_path / "pitch.txt")
    assert journal.telling.since_copied(journal.pitches.material()) is None
    journal.pitches.save(replace(journal.pitches.current(), why_earlier="I want to be there before"))
    since = journal.telling.since_copied(journal.pitches.material())
    assert since is not None
    assert since[0].format == "hallway"
    assert since[1] == ["I want to be there before."]
