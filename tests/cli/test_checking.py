"""``pivot check``: what it reads, how it says it to people and to scripts, and its exit status."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builders import decision, impact, story
from cli.shell import ACTING, Result, Shell
from pivot_journal.cli.checking import LONGEST_READ
from pivot_journal.coach.finding import Finding, Level, Scope
from pivot_journal.coach.rule import Circumstances
from pivot_journal.coach.rules import RULES
from pivot_journal.domain.pitch import Pitch
from pivot_journal.journal import Journal
from pivot_journal.pitch.formats import STANDARD

KEYS = {
    "rule", "level", "scope", "story", "field", "start", "end", "match", "message", "fix", "source",
}  # fmt: skip
BORED = "I'm bored with my night shifts."
"""An error of one rule, and of no other."""
FINE = "Nine of thirty failed drops were clinics shut for lunch."
ADVICE = Finding(
    rule="plain",
    level=Level.ADVICE,
    scope=Scope.SENTENCE,
    question="Meaning?",
    message="They may not know the word.",
    fix="Say what it does.",
    source="A colleague",
    match="WMS",
    start=4,
    end=7,
    sentence="The WMS was down.",
)


@pytest.fixture
def pitched(journal: Journal) -> Pitch:
    """A pitch with one story; its opening line says the speaker is bored, its story tells of a mistake of somebody."""
    chosen = decision("Same-day slots", assumption="every clinic is open all day")
    big = impact(amount="118", unit="failed drops", decision_id=chosen.id)
    journal.decisions.save(chosen, [big])
    told = journal.stories.save(
        story("Closed clinics", decision_id=chosen.id, saw=f"{FINE} {BORED}", headline_impact_id=big.id)
    )
    lines = replace(journal.pitches.current(), audience="carrier PMs", opening=f"Hi Ana. {BORED}")
    return journal.pitches.save(replace(lines, story_ids=(told.id,)))


def bored(value: Any) -> list[dict[str, Any]]:
    """Return the findings about the speaker's own bad feeling."""
    return [finding for finding in value["findings"] if finding["rule"] == "dissatisfaction"]


def objects(result: Result) -> list[Any]:
    """Return what was printed, one JSON object a line."""
    return [json.loads(line) for line in result.out.splitlines()]


def remarking(monkeypatch: pytest.MonkeyPatch, *findings: Finding) -> list[tuple[str, Scope, Circumstances]]:
    """Let the coach find these in any text; return what it was given."""
    given: list[tuple[str, Scope, Circumstances]] = []

    def check_text(text: str, scope: Scope, known: Circumstances) -> list[Finding]:
        given.append((text, scope, known))
        return list(findings)

    monkeypatch.setattr("pivot_journal.cli.checking.check_text", check_text)
    return given


# A text from stdin


def test_a_finding_as_json_has_the_keys_of_the_contract_and_points_into_the_text(shell: Shell) -> None:
    text = f"🚚 {FINE} {BORED}"
    result = shell("check", "-", "--scope", "sentence", "--json", stdin=text.encode())
    (finding,) = bored(result.json)
    assert finding.keys() >= KEYS
    assert text[finding["start"] : finding["end"]] == finding["match"]
    assert finding["match"] in BORED
    assert (finding["level"], finding["scope"]) == ("error", "sentence")
    assert (finding["story"], finding["field"]) == (None, "")
    assert (result.status, result.err) == (1, "")


def test_without_an_error_the_status_is_0(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    remarking(monkeypatch, ADVICE, replace(ADVICE, level=Level.WARNING))
    assert shell("check", "-", stdin=b"The WMS was down.").status == 0
    remarking(monkeypatch, replace(ADVICE, level=Level.ERROR))
    assert shell("check", "-", stdin=b"The WMS was down.").status == 1


def test_a_text_is_a_pitch_unless_its_scope_is_given(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    given = remarking(monkeypatch)
    shell("check", "-", stdin=b"One.\nTwo.\n")
    assert [(text, scope) for text, scope, _ in given] == [("One.\nTwo.\n", Scope.PITCH)]
    for scope in Scope:
        shell("check", "-", "--scope", scope.value, stdin=b"One.")
    assert [scope for _, scope, _ in given[1:]] == list(Scope)


def test_for_people_a_block_has_question_place_words_and_what_to_do(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    remarking(monkeypatch, ADVICE, replace(ADVICE, level=Level.ERROR, match="", sentence="", fix=""))
    result = shell("check", "-", stdin=b"The WMS was down.")
    assert result.out == (
        "error: Meaning?  (plain)\n"
        "  They may not know the word.\n"
        "\n"
        "advice: Meaning?  (plain)\n"
        "  The [WMS] was down.\n"
        "  They may not know the word.\n"
        "  → Say what it does.\n"
    )
    assert result.err == "1 error, 1 piece of advice.\n"


def test_a_block_fits_the_terminal_and_a_long_sentence_is_cut_around_the_words(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = f"{'before ' * 90}WMS{' after' * 90}"
    remarking(monkeypatch, replace(ADVICE, sentence=sentence))
    lines = shell("check", "-", stdin=b"x", columns=50).out.splitlines()
    assert max(len(line) for line in lines) <= 50
    assert "[WMS]" in " ".join(lines)
    assert len(lines) < 10
    remarking(monkeypatch, replace(ADVICE, match="w" * 9_000, sentence="w" * 9_000))
    assert len(shell("check", "-", stdin=b"x").out) < 400


def test_where_there_is_nothing_to_say_that_is_said(shell: Shell) -> None:
    result = shell("check", "-", "--scope", "sentence", stdin=FINE.encode())
    assert (result.status, result.out, result.err) == (0, "", "Nothing to remark.\n")


@pytest.mark.parametrize("stdin", [b"", b" \n\t\n"])
def test_of_an_empty_text_nothing_is_said(shell: Shell, stdin: bytes) -> None:
    result = shell("check", "-", "--json", stdin=stdin)
    assert (result.status, result.json) == (0, {"findings": []})
    assert result.err == "The text is empty: there was nothing to check.\n"


def test_on_a_terminal_the_text_is_typed_or_pasted(shell: Shell) -> None:
    result = shell("check", "-", "--scope", "sentence", typed=BORED.encode() + b"\n")
    assert result.status == 1
    assert result.err == "Type or paste the text; Enter and Ctrl+D end it.\n1 error.\n"


def test_bytes_that_are_no_text_are_refused_with_their_line(shell: Shell) -> None:
    for more in ([], ["--lines"], ["--lines", "--json"]):
        said = shell.refused(2, "check", "-", *more, stdin=b"first\nGr\xf6\xdfe\n")
        assert said.startswith("The piped text is not UTF-8 in line 2. Nothing was checked;")


def test_what_is_longer_than_any_pitch_is_refused_at_once(shell: Shell) -> None:
    long = b"y" * (LONGEST_READ + 1)
    said = shell.refused(2, "check", "-", stdin=long)
    assert said == "The text has 20,001 characters; the coach reads 20,000 at the most."
    assert shell.refused(2, "check", "-", "--lines", "--json", stdin=b"One.\n" + long).startswith("Line 2 has 20,001")
    assert "is longer than" in shell.refused(2, "check", "-", "--lines", stdin=b"y\n" * 2_100_000)


def test_nothing_of_the_text_acts_on_a_terminal(shell: Shell) -> None:
    text = "I'm bored\x1b[31m with ops\x07\x9b\u202e\u2028 and\x0b want to try something new."
    for more in ([], ["--json"], ["--lines"], ["--lines", "--json"]):
        result = shell("check", "-", *more, stdin=text.encode())
        assert "bored" in result.out
        assert not ACTING.search(result.out.replace("\n", ""))


# Lines


def test_each_line_is_a_text_of_its_own_with_its_number(shell: Shell) -> None:
    lines = [BORED, "", f"🚚 {BORED}", FINE, "  ", f"{FINE} {BORED}"]
    result = shell("check", "-", "--lines", "--scope", "sentence", "--json", stdin="\n".join(lines).encode())
    printed = objects(result)
    assert [each["line"] for each in printed] == [1, 2, 3, 4, 5, 6]
    assert [len(bored(each)) for each in printed] == [1, 0, 1, 0, 0, 1]
    for each in printed:
        for finding in bored(each):
            assert lines[each["line"] - 1][finding["start"] : finding["end"]] == finding["match"] != ""
    assert (result.status, result.err) == (1, "")


def test_only_line_feeds_part_lines_and_the_last_one_needs_none(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    given = remarking(monkeypatch)
    for stdin in (b"One.\r\nTwo\x0b\xe2\x80\xa8\r.\n\nThree.", b"One.\r\nTwo\x0b\xe2\x80\xa8\r.\n\nThree.\n"):
        printed = objects(shell.done("check", "-", "--lines", "--json", stdin=stdin))
        assert printed == [{"line": number, "findings": []} for number in (1, 2, 3, 4)]
    assert [text for text, _, _ in given[:3]] == ["One.", "Two\x0b\u2028\r.", "Three."]
    assert shell.done("check", "-", "--lines", "--json").out == ""


def test_for_people_the_lines_are_named_and_errors_come_first(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    remarking(monkeypatch, ADVICE, replace(ADVICE, level=Level.ERROR, question="Who says?"))
    result = shell("check", "-", "--lines", stdin=b"One.\nTwo.\n")
    heads = [block.splitlines()[:2] for block in result.out.split("\n\n")]
    assert heads == [
        ["error: Who says?  (plain)", "  line 1"],
        ["error: Who says?  (plain)", "  line 2"],
        ["advice: Meaning?  (plain)", "  line 1"],
        ["advice: Meaning?  (plain)", "  line 2"],
    ]
    assert (result.status, result.err) == (1, "2 errors, 2 pieces of advice.\n")


def test_more_lines_than_are_written_at_once_all_come_out(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    remarking(monkeypatch)
    printed = objects(shell.done("check", "-", "--lines", "--json", stdin=b"x\n" * 1_001))
    assert [each["line"] for each in printed] == list(range(1, 1_002))


# What is known beside the text


def test_a_text_needs_no_journal_and_makes_none(shell: Shell, missing_path: Path) -> None:
    for more in ([], ["--lines"]):
        result = shell("check", "-", "--scope", "sentence", *more, "--journal", missing_path, stdin=BORED.encode())
        assert (result.status, result.err) == (1, "1 error.\n")
    assert not missing_path.parent.exists()


def test_private_terms_and_known_acronyms_are_used_where_there_are_any(
    shell: Shell, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.terms.set("Blue Heron", "the pilot")
    settings = tmp_path / "settings.toml"
    settings.write_text('known_acronyms = ["WMS"]\n')
    given = remarking(monkeypatch)
    shell("check", "-", stdin=b"One.", PIVOT_SETTINGS=str(settings))
    known = given[0][2]
    assert (known.private_terms, known.plain_words) == (("Blue Heron",), frozenset({"WMS"}))


def test_a_text_can_be_meant_for_a_format(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    given = remarking(monkeypatch)
    shell("check", "-", "--format", "hallway", stdin=b"One.")
    known = given[0][2]
    assert (known.format_name, known.most_stories) == ("hallway", 1)
    off = sorted(STANDARD["bullets"].coach_off)[0]
    remarking(monkeypatch, ADVICE, replace(ADVICE, rule=off))
    found = shell("check", "-", "--format", "bullets", "--json", stdin=b"One.").json["findings"]
    assert [each["rule"] for each in found] == ["plain"]
    assert '"sonnet" is not a format' in shell.refused(2, "check", "-", "--format", "sonnet", stdin=b"One.")


# The pitch


def test_a_finding_in_the_pitch_points_into_the_field_that_it_is_about(shell: Shell, pitched: Pitch) -> None:
    result = shell("check", "--json")
    found = bored(result.json)
    assert [(each["story"], each["field"]) for each in found] == [
        (None, "pitch.opening"),
        ("Closed clinics", "story.saw"),
    ]
    for finding, field in zip(found, (pitched.opening, f"{FINE} {BORED}"), strict=True):
        assert finding.keys() >= KEYS
        assert field[finding["start"] : finding["end"]] == finding["match"]
    assert (result.status, result.err) == (1, "")


def test_for_people_the_place_is_named_as_on_screen(shell: Shell, pitched: Pitch) -> None:
    result = shell("check", "--scope", "sentence")
    assert result.status == 1
    assert "\n  opening line\n" in result.out
    assert "\n  story “Closed clinics”, what I saw\n" in result.out
    assert result.err.startswith("2 errors")
    assert result.err.count("\n") == 1


def test_the_audience_is_chosen_as_for_a_pitch(shell: Shell, journal: Journal, pitched: Pitch) -> None:
    journal.pitches.duplicate(pitched.id, "bank PMs")
    for words in (["carrier"], ["CARRIER", "PMs"], []):
        assert len(bored(shell("check", *words, "--json").json)) == 2
    assert "There is no pitch for “nobody”" in shell.refused(1, "check", "nobody")
    assert "Several pitches match “PMs”" in shell.refused(2, "check", "PMs")


def test_the_scope_lets_only_its_findings_through(shell: Shell, pitched: Pitch) -> None:
    everything = shell("check", "--json").json["findings"]
    for scope in ("sentence", "opening", "story", "pitch"):
        findings = shell("check", "--json", "--scope", scope).json["findings"]
        assert findings == [each for each in everything if each["scope"] == scope]


def test_what_was_accepted_is_not_said_again_but_counted(shell: Shell, journal: Journal, pitched: Pitch) -> None:
    (first, _) = bored(shell("check", "--json").json)
    kept = Finding(
        rule="dissatisfaction", level=Level.ERROR, scope=Scope.SENTENCE, question="", message="", fix="", source="",
        match=first["match"], sentence=BORED,
    )  # fmt: skip
    journal.findings.accept(kept, "it is a joke between us")
    result = shell("check", "--scope", "sentence")
    assert (result.status, result.out) == (0, "")
    assert result.err == "Nothing to remark. 2 more kept as accepted: pivot check --accepted\n"
    assert bored(shell("check", "--json").json) == []


def test_an_empty_pitch_says_how_to_begin(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pivot_journal.journal.telling.Telling.check", lambda *_, **__: [])
    result = shell("check")
    assert (result.status, result.out) == (0, "")
    assert result.err == "There is nothing to check yet: a story in the pitch makes a start.\n"


def test_a_pitch_needs_a_journal(shell: Shell, missing_path: Path) -> None:
    for more in ([], ["--accepted"], ["--json"]):
        assert "There is no journal at" in shell.refused(3, "check", *more, "--journal", missing_path)
    assert not missing_path.parent.exists()


def test_nothing_that_is_stored_acts_on_a_terminal(shell: Shell, pitched: Pitch) -> None:
    connection = sqlite3.connect(shell.path)
    evil = "I'm bored\x1b[31m with ops\x1b]52;c;eA==\x07\x9b\u202e\u2028 now."
    for statement in ("UPDATE pitch SET opening = ?", "UPDATE story SET saw = ?, title = 'a\x1b[31mb'"):
        connection.execute(statement, (evil,))
    connection.commit()
    connection.close()
    for more in ([], ["--json"]):
        result = shell("check", *more)
        assert "bored" in result.out
        assert not ACTING.search(result.out.replace("\n", ""))
        assert not ACTING.search(result.err.replace("\n", ""))


# Rules and what was accepted


def test_the_rules_are_listed_with_level_and_source_errors_first(shell: Shell, missing_path: Path) -> None:
    lines = shell.done("check", "--rules", "--journal", missing_path).out.splitlines()
    assert len(lines) == 2 * len(RULES)
    levels = [line.split()[0] for line in lines[::2]]
    assert levels == sorted(levels, key=[level.value for level in Level].index)
    assert all(line.strip() for line in lines[1::2])
    listed = shell.done("check", "--rules", "--json").json
    assert {each["rule"] for each in listed} == {rule.name for rule in RULES}
    assert all(each["source"] and each["level"] for each in listed)


def test_what_was_accepted_is_listed_with_its_reason_and_whether_its_sentence_still_stands(
    shell: Shell, journal: Journal, pitched: Pitch
) -> None:
    assert shell.done("check", "--accepted").out == ""
    assert shell.done("check", "--accepted", "--json").json == []
    assert shell("check", "--accepted", typed=b"").err == "Nothing was accepted yet.\n"
    journal.findings.accept(replace(ADVICE, rule="dissatisfaction", match="I'm bored", sentence=BORED), "a joke")
    journal.findings.accept(ADVICE, "they know it")
    assert shell.done("check", "--accepted").out == (
        "dissatisfaction: “I'm bored”\n    a joke\nplain: “WMS”  (lapsed: the sentence has changed)\n    they know it\n"
    )
    listed = shell.done("check", "--accepted", "--json").json
    assert [(each["rule"], each["reason"], each["lapsed"]) for each in listed] == [
        ("dissatisfaction", "a joke", False),
        ("plain", "they know it", True),
    ]


# Wrong usage


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-", "bank"], "- checks a text from stdin, and takes no audience beside it."),
        (["--lines"], "--lines goes with a text from stdin: pivot check - --lines"),
        (["--rules", "bank"], "--rules lists, and checks nothing"),
        (["--accepted", "--scope", "story"], "--accepted lists, and checks nothing"),
        (["--accepted", "--rules"], "does not go together"),
        (["--scope", "word"], "There is: opening, sentence, story, pitch."),
        (["Gr\udcf6\udcdfe"], "is not UTF-8"),
        (["--format", "sonnet"], '"sonnet" is not a format'),
    ],
    ids=lambda value: " ".join(value)[:20] if isinstance(value, list) else None,
)
def test_wrong_usage_is_refused(shell: Shell, arguments: list[str], words: str) -> None:
    assert words in shell.refused(2, "check", *arguments)
