"""The rules run over a text or a composed pitch: what is said of it, where it is put, and what is kept silent."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from time import process_time
from typing import Any

import pytest

from pitch.builders import closed_clinics, lines, material, observation, recall_mail, story, told, two_stories
from pivot_journal.coach.engine import check_pitch, check_text
from pivot_journal.coach.finding import Finding, Level, Scope
from pivot_journal.coach.rule import NOTHING_KNOWN
from pivot_journal.domain.acceptance import acceptance_key
from pivot_journal.domain.pitch import Material
from pivot_journal.pitch.compose import compose

TODAY = dt.date(2026, 11, 23)


def checked(of: Material, format_name: str = "chat", **known: Any) -> list[Finding]:
    composition = compose(of, format_name, today=TODAY)
    return check_pitch(of, composition, today=TODAY, **known)


def with_lines(**changed: Any) -> Material:
    return material(closed_clinics(), recall_mail(), of=replace(lines(), **changed))


def named(findings: list[Finding], rule: str) -> Finding:
    (found,) = [finding for finding in findings if finding.rule == rule]
    return found


def test_a_finding_of_a_text_stands_at_the_users_own_words() -> None:
    raw = "Hi there. Honestly, I’m bored with ops."
    finding = named(check_text(raw, Scope.SENTENCE), "dissatisfaction")
    assert raw[finding.start : finding.end] == finding.match
    assert finding.match.startswith("I’m bored")
    assert finding.sentence == "Honestly, I’m bored with ops."
    assert (finding.level, finding.story_id, finding.field) == (Level.ERROR, None, "")


def test_a_rule_speaks_once_a_sentence() -> None:
    findings = check_text("I'm bored, I'm fed up and I hate my job. I'm bored.", Scope.SENTENCE)
    assert [finding.rule for finding in findings] == ["dissatisfaction", "dissatisfaction"]


def test_findings_come_by_place() -> None:
    raw = "Our PM never listens. I'm just a clerk. I'm bored with my job."
    findings = check_text(raw, Scope.SENTENCE)
    assert [finding.start for finding in findings] == sorted(finding.start for finding in findings)
    assert [finding.rule for finding in findings] == ["blame", "undersell", "dissatisfaction"]


def test_a_text_is_held_against_the_rules_of_its_scope_only() -> None:
    wish = "I want to be a product manager."
    assert [finding.rule for finding in check_text(wish, Scope.SENTENCE)] == []
    assert [finding.rule for finding in check_text(wish, Scope.OPENING)] == ["desire-led-opening"]
    assert all(finding.scope in {Scope.SENTENCE, Scope.STORY} for finding in check_text(wish, Scope.STORY))
    assert all(finding.scope is not Scope.STORY for finding in check_text(wish, Scope.PITCH))


def test_a_wish_after_two_sentences_is_no_opening() -> None:
    late = "I run the night desk. Forty trays a night come back. It is one field. I want to be a product manager."
    assert not [finding for finding in check_text(late, Scope.OPENING) if finding.rule == "desire-led-opening"]


def test_nothing_is_said_of_an_empty_text() -> None:
    assert check_text("", Scope.SENTENCE) == check_text(" \n ", Scope.OPENING) == []


def test_a_sound_pitch_holds_nothing_of_the_sentence_rules() -> None:
    assert [finding for finding in checked(two_stories()) if finding.scope in {Scope.SENTENCE, Scope.OPENING}] == []


def test_what_is_said_of_a_field_counts_from_that_fields_beginning() -> None:
    raw = "I run the late desk.  Sorry, I'm just a clerk."
    finding = named(checked(with_lines(opening=raw)), "undersell")
    assert (finding.field, finding.story_id) == ("pitch.opening", None)
    assert raw[finding.start : finding.end] == finding.match


def test_what_is_said_of_a_story_names_it() -> None:
    first = closed_clinics()
    mended = replace(first, story=replace(first.story, mattered="Product never listens to us."))
    finding = named(checked(material(mended, recall_mail(), of=lines())), "blame")
    assert (finding.field, finding.story_id) == ("story.mattered", first.story.id)
    assert finding.match == "Product never listens"


def test_the_words_of_a_decision_are_read_too() -> None:
    first = closed_clinics()
    assert first.decision is not None
    blamed = replace(
        first, decision=replace(first.decision, assumption="our lazy designers assumed it is open all day")
    )
    finding = named(checked(material(blamed, recall_mail(), of=lines())), "blame")
    assert (finding.field, finding.story_id) == ("decision.assumption", first.story.id)


def test_quoted_observations_are_raw_notes() -> None:
    noted = told(story("Notes", saw=""), seen=[observation("I hate this job, and the PM never listens.")])
    findings = checked(material(noted, recall_mail(), of=lines()))
    assert not {"dissatisfaction", "blame"} & {finding.rule for finding in findings}


def test_a_wish_that_opens_the_pitch_is_put_at_the_opening_line() -> None:
    raw = "I want to be a product manager."
    finding = named(checked(with_lines(opening=raw)), "desire-led-opening")
    assert finding.field == "pitch.opening"
    assert raw[finding.start : finding.end] == finding.match


def test_what_is_missing_is_put_where_it_would_be_written() -> None:
    finding = named(checked(with_lines(why_earlier="Thank you for listening.")), "missing-upstream")
    assert (finding.field, finding.start, finding.end, finding.match) == ("pitch.why_earlier", 0, 0, "")
    assert finding.sentence


def test_what_was_accepted_stays_silent_until_its_sentence_changes() -> None:
    told_so = with_lines(opening="I'm just a clerk.")
    finding = named(checked(told_so), "undersell")
    accepted = {acceptance_key(finding.rule, finding.match.upper(), f" {finding.sentence} ")}
    assert "undersell" not in {each.rule for each in checked(told_so, accepted=accepted)}
    changed = with_lines(opening="I'm just a clerk in Leeds.")
    assert "undersell" in {each.rule for each in checked(changed, accepted=accepted)}


def test_private_terms_are_looked_for_in_what_is_told() -> None:
    findings = checked(with_lines(opening="The tray of corvus labs came back."), private_terms=["Corvus Labs"])
    finding = named(findings, "confidential-name")
    assert (finding.field, finding.match) == ("pitch.opening", "corvus labs")


def test_the_name_that_a_message_greets_is_no_secret() -> None:
    sent = with_lines(listener="Dr Ilse Varga", why_them="Your talk on slots matches what I count.", ask="20 minutes?")
    assert "confidential-name" not in {finding.rule for finding in checked(sent, "email")}


def test_a_format_may_silence_a_rule_or_turn_it_into_advice() -> None:
    silent = with_lines(why_earlier="Thank you.")
    assert "missing-upstream" in {finding.rule for finding in checked(silent, "chat")}
    assert "missing-upstream" not in {finding.rule for finding in checked(silent, "linkedin")}
    assert {finding.level for finding in checked(silent, "email") if finding.rule == "missing-upstream"} <= {
        Level.ADVICE
    }


def test_findings_of_a_pitch_come_in_speaking_order() -> None:
    findings = checked(with_lines(opening="Sorry, I'm just a clerk.", why_earlier="I'm bored with my job."))
    fields = [finding.field for finding in findings if finding.scope is Scope.SENTENCE]
    assert fields == ["pitch.opening", "pitch.why_earlier"]


def test_a_bullet_that_is_put_together_is_read_at_the_fields_behind_it() -> None:
    first = closed_clinics()
    mended = replace(first, story=replace(first.story, did="I single-handedly counted 118 failed drops."))
    finding = named(checked(material(mended, of=lines()), "bullets"), "oversell")
    assert finding.field == "story.did"


@pytest.mark.parametrize(
    "raw",
    [
        "I am " + "really " * 300,
        "I was a, " * 150,
        "the product team and the people who " * 60,
        "A" * 3000,
        "Our Biggest Client Is The Project " * 60,
        "maybe I think it could kind of " * 60,
        '"' * 900,
        "' a" * 500,
        "35% of the " * 150,
    ],
    ids=lambda raw: raw[:12],
)
def test_no_text_takes_for_ever(raw: str) -> None:
    """An expression that tries every way to split a row of words would not come back within the test's time."""
    assert isinstance(check_text(raw, Scope.OPENING), list)


@pytest.mark.parametrize(
    "raw",
    [
        "I am what you would call " + "really " * 40 + "passionately",
        "My job was always routinely " + "happily routinely " * 20 + "mile",
        "Passionate" + ", passionate and driven" * 20 + "~",
        "My work " + "surely " * 40 + "counting",
        "gate " + "1" * 60 + " or EDI then X1 and Y2.",
        "It leaves " + "room for only " * 30 + "~",
        "all the " * 40 + "data, all the figures",
        "I know " + "more or better ' - " * 20 + "deeply",
        "I " + "could have " * 40 + "?",
    ],
    ids=lambda raw: raw[:12],
)
def test_no_expression_tries_every_way_to_split_a_row_of_words(raw: str) -> None:
    """Two words that match the same twice over, and the time doubles with each: none of these would come back."""
    begin = process_time()
    check_text(raw, Scope.STORY)
    assert process_time() - begin < 1


def test_time_grows_with_a_text_and_not_with_its_square() -> None:
    """Each of these took seconds, or did not come back, before sentences, figures and findings were bounded."""
    begin = process_time()
    for unit in ("$1 ", "7", "I'm bored. ", "The EDI sent BOL to TMS. "):
        check_text(unit * (5_000 // len(unit)), Scope.STORY)
    assert process_time() - begin < 1.5


def test_the_same_text_gets_the_same_findings() -> None:
    raw = "I'm bored with ops and want to try something new"
    assert check_text(raw) == check_text(raw)
    assert check_text(raw, Scope.PITCH, NOTHING_KNOWN) == check_text(raw)
