"""``pivot terms``: the user's list of what stays private, and a text as it would leave."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.shell import ACTING, Shell
from pivot_journal.journal import Journal


def said_instead(journal: Journal) -> dict[str, str]:
    return {term.term: term.say_instead for term in journal.terms.all()}


def test_a_term_of_several_words_is_added_with_what_is_said_instead(shell: Shell, journal: Journal) -> None:
    assert shell.done("terms", "add", "Blue", "Heron", "--say", "the pilot").out == "Blue Heron → the pilot\n"
    assert said_instead(journal) == {"Blue Heron": "the pilot"}


def test_until_it_is_decided_what_is_said_that_is_told(shell: Shell, journal: Journal) -> None:
    result = shell("terms", "add", "Fennwick")
    assert (result.status, result.out) == (0, "Fennwick → (not decided: nothing with it is copied)\n")
    assert result.err == "Until it is decided what is said instead, nothing with “Fennwick” is copied.\n"
    assert said_instead(journal) == {"Fennwick": ""}


def test_adding_it_again_changes_what_is_said_only_where_that_is_given(shell: Shell, journal: Journal) -> None:
    shell.done("terms", "add", "Fennwick", "--say", "a bank")
    again = shell("terms", "add", "FENNWICK")
    assert again.err == "“Fennwick” is a private term already; --say WORDS changes what is said instead.\n"
    assert said_instead(journal) == {"Fennwick": "a bank"}
    shell.done("terms", "add", "Fennwick", "--say", "a regional bank")
    assert said_instead(journal) == {"Fennwick": "a regional bank"}
    shell("terms", "add", "Fennwick", "--say", "")
    assert said_instead(journal) == {"Fennwick": ""}


def test_the_list_marks_what_is_not_decided(shell: Shell, journal: Journal) -> None:
    journal.terms.set("Blue Heron", "the pilot")
    journal.terms.set("Fennwick")
    assert shell.done("terms").out.splitlines() == [
        "Blue Heron → the pilot",
        "Fennwick → (not decided: nothing with it is copied)",
    ]
    assert shell.done("terms", "--json").json == [
        {"term": "Blue Heron", "say_instead": "the pilot"},
        {"term": "Fennwick", "say_instead": None},
    ]


def test_an_empty_list_is_status_0(shell: Shell) -> None:
    assert shell.done("terms").out == ""
    assert shell.done("terms", "--json").json == []
    assert "pivot terms add TERM --say WORDS" in shell("terms", typed=b"").err


def test_one_term_is_shown_or_removed_whatever_its_case(shell: Shell, journal: Journal) -> None:
    journal.terms.set("Blue Heron", "the pilot")
    assert shell.done("terms", "show", "blue", "heron").out == "Blue Heron → the pilot\n"
    assert shell.done("terms", "show", "blue heron", "--json").json["say_instead"] == "the pilot"
    removed = shell("terms", "remove", "BLUE HERON")
    assert (removed.status, removed.out) == (0, "")
    said = "“Blue Heron” is no longer private: it leaves as it is written. pivot undo takes that back.\n"
    assert removed.err == said
    assert journal.terms.all() == []
    journal.undo()
    assert said_instead(journal) == {"Blue Heron": "the pilot"}


@pytest.mark.parametrize("verb", ["show", "remove"])
def test_a_term_that_is_not_there_is_status_1(shell: Shell, verb: str) -> None:
    assert shell.refused(1, "terms", verb, "nope") == "“nope” is not a private term."


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["Blue Heron"], "comes one of: add, show, remove, try. To keep it private: pivot terms add Blue Heron"),
        (["add"], "'pivot terms add' needs a term."),
        (["remove", " "], "'pivot terms remove' needs a term."),
        (["try"], "'pivot terms try' needs a text, or - for a pipe."),
        (["show", "x", "--say", "y"], "--say goes with: pivot terms add TERM"),
        (["add", "!!"], "needs a letter or digit"),
        (["add", "x" * 200], "120 characters at the most"),
        (["add", "Gr\udcf6\udcdfe"], "is not UTF-8"),
        (["add", "Osprey", "--say", "osprey two"], "still holds the private term “Osprey”"),
    ],
    ids=lambda value: " ".join(value)[:20] if isinstance(value, list) else None,
)
def test_wrong_usage_is_refused(shell: Shell, journal: Journal, arguments: list[str], words: str) -> None:
    assert words in shell.refused(2, "terms", *arguments)
    assert journal.terms.all() == []


def test_a_text_is_tried_as_it_would_leave(shell: Shell, journal: Journal) -> None:
    journal.terms.set("Blue Heron", "the pilot")
    assert shell.done("terms", "try", "We", "ran blue-heron", "twice").out == "We ran the pilot twice\n"
    assert shell.done("terms", "try", "-", stdin=b"Blue Heron\n\nlate\n").out == "The pilot\n\nlate\n"
    on_terminal = shell("terms", "try", "my Blue Heron", typed=b"")
    assert (on_terminal.out, on_terminal.err) == ("my pilot\n", "“Blue Heron” becomes “pilot”\n")
    assert shell("terms", "try", "nothing here", typed=b"").err == "It holds no private term.\n"


def test_as_json_a_tried_text_comes_with_the_places_that_changed(shell: Shell, journal: Journal) -> None:
    journal.terms.set("Blue Heron", "the pilot")
    assert shell.done("terms", "try", "🚚 my Blue Heron", "--json").json == {
        "text": "🚚 my pilot",
        "changes": [{"start": 5, "end": 10, "was": "Blue Heron", "now": "pilot", "decided": True}],
    }


def test_what_is_not_decided_is_blotted_out_and_named(shell: Shell, journal: Journal) -> None:
    journal.terms.set("Fennwick")
    result = shell("terms", "try", "The Fennwick file")
    assert (result.status, result.out) == (0, "The ▒▒▒ file\n")
    assert result.err == "Not decided: “Fennwick”. A text with it is not copied.\n"


def test_a_tried_text_that_is_no_text_or_too_long_is_refused(shell: Shell) -> None:
    assert "is not UTF-8 in line 2. Nothing was masked" in shell.refused(2, "terms", "try", "-", stdin=b"x\n\xff")
    assert "1,000,000 is the most" in shell.refused(2, "terms", "try", "-", stdin=b"y" * 1_000_001)


def test_no_journal_is_made_for_a_term(shell: Shell, missing_path: Path) -> None:
    for arguments in ([], ["add", "x"], ["try", "x"]):
        assert "There is no journal at" in shell.refused(3, "terms", *arguments, "--journal", missing_path)
    assert not missing_path.parent.exists()


def test_nothing_in_a_term_or_a_tried_text_acts_on_a_terminal(shell: Shell) -> None:
    shell("terms", "add", "Heron\x1b[31m\x9b", "--say", "pilot\x07\u202e")
    for arguments in (["terms"], ["terms", "--json"], ["terms", "try", "a\x1b]52;c;eA==\x07 heron\u2028"]):
        result = shell(*arguments)
        assert result.status == 0
        assert not ACTING.search(result.out.replace("\n", ""))
