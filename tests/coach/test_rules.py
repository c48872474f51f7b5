"""Every rule flags what it must and passes what it must, says where it comes from, and undoes no other rule's fix."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from pivot_journal.coach.engine import check_text
from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.reading import read
from pivot_journal.coach.rule import NOTHING_KNOWN, Circumstances, Rule
from pivot_journal.coach.rules import RULES

_BY_NAME = {rule.name: rule for rule in RULES}


def fires(rule: Rule, text: str, known: Circumstances = NOTHING_KNOWN) -> bool:
    return any(True for _ in rule.check(read(text), known))


def named(rule: Rule) -> str:
    return rule.name


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_says_what_it_wants_and_where_it_comes_from(rule: Rule) -> None:
    assert rule.must_flag
    assert rule.must_pass
    assert rule.source
    assert rule.fix
    assert rule.question.endswith("?")
    assert rule.message.endswith(".")
    assert not rule.message.lower().startswith("you are")


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_stands_in_the_file_of_its_name(rule: Rule) -> None:
    module = sys.modules[f"pivot_journal.coach.rules.{rule.name.replace('-', '_')}"]
    assert vars(module)["RULE"] is rule
    assert module.__doc__ is not None
    assert "Source" in module.__doc__


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_flags_what_it_must(rule: Rule) -> None:
    silent = [text for text in rule.must_flag if not fires(rule, text)]
    assert not silent


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_a_rule_passes_what_it_must(rule: Rule) -> None:
    flagged = [text for text in rule.must_pass if fires(rule, text)]
    assert not flagged


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.scope in {Scope.SENTENCE, Scope.OPENING}], ids=named)
def test_a_rule_for_sentences_sees_the_same_without_apostrophes_in_lower_case(rule: Rule) -> None:
    if rule.name in {"jargon-overload", "confidential-name", "unsourced-statistic"}:
        return  # these read the raw text
    missed = [text for text in rule.must_flag if not fires(rule, text.replace("'m", "m").replace("n't", "nt").lower())]
    assert not missed


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.scope is Scope.SENTENCE], ids=named)
def test_a_rule_reads_quotations_only_where_it_says_so(rule: Rule) -> None:
    quoted = [text for text in rule.must_flag if '"' not in text and len(read(text).sentences) == 1]
    flagged = [text for text in quoted if fires(rule, f'The note read "{text}" in red')]
    assert bool(flagged) is rule.reads_quotations


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.scope is Scope.SENTENCE], ids=named)
def test_a_hit_lies_in_the_text_and_begins_and_ends_with_words(rule: Rule) -> None:
    for text in rule.must_flag:
        for hit in rule.check(read(f"So. {text}"), NOTHING_KNOWN):
            words = f"So. {text}"[hit.start : hit.end]
            assert words == words.strip(" ,;")
            assert words


PAIRS = [
    ("oversell", "undersell", "I have never owned a roadmap."),
    ("oversell", "undersell", "I see one thing that the roadmap does not, and pricing I would have to learn."),
    ("undersell", "oversell", "I have seen 400 of these cases."),
    ("undersell", "oversell", "I run the night desk of a hospital."),
    ("hidden-role", "oversell", "I counted the trays."),
    ("blame", "dissatisfaction", "The form assumed one box, because the second was not visible from there."),
    ("blame", "undersell", "The form assumed one box, because the second was not visible from there."),
    ("dissatisfaction", "desire-led-opening", "On the day of the 73 pages I began a tally."),
    (
        "desire-led-opening",
        "random-pivot",
        "After 88 failed payouts from one limit, I want to work where limits are chosen.",
    ),
    ("random-pivot", "undersell", "I followed the same lost form from ward to billing."),
    ("empty-praise", "oversell", "I re-tagged 412 chats to find the field behind them."),
    ("hedge-pileup", "unsourced-statistic", "Roughly 40 hours, from the shift log."),
    ("jargon-overload", "hedge-pileup", "The ship notice came after the truck."),
    ("unsourced-statistic", "hedge-pileup", "35% of the parcels I opened had two labels."),
    ("confidential-name", "undersell", "A regional bank we serve lost 4,000 transfers."),
]
"""A rule, the rule that its fix might raise, and a text that follows the fix."""


@pytest.mark.parametrize(("mended", "raised", "text"), PAIRS)
def test_mending_one_finding_raises_no_other(mended: str, raised: str, text: str) -> None:
    assert not fires(_BY_NAME[mended], text)
    assert not fires(_BY_NAME[raised], text)


STORY_PAIRS = [
    (
        "unquantified-story",
        "number-without-evidence",
        "In the second week of March 140 trays came back unlabelled. The form assumed one patient per bed.",
    ),
    ("blame", "missing-assumption", "In March the form assumed one patient per bed, and I counted 64 wrong trays."),
]


@pytest.mark.parametrize(("mended", "raised", "text"), STORY_PAIRS)
def test_mending_a_finding_of_a_story_raises_no_other(mended: str, raised: str, text: str) -> None:
    names = {finding.rule for finding in check_text(text, Scope.STORY)}
    assert not names & {mended, raised}


def test_advice_stays_advice_and_what_sinks_a_pitch_is_an_error() -> None:
    errors = {rule.name for rule in RULES if rule.level is Level.ERROR}
    assert errors == {"dissatisfaction", "blame", "confidential-name"}


def test_the_lines_of_the_thread_pass_and_fail_as_it_says() -> None:
    passes = (
        "I could see where product decisions were creating friction or opportunity, and I want to decide those things",
        "It wasn't a random jump",
        "I've learned what breaks products from the operations side and now I want to prevent that",
    )
    for text in passes:
        assert not check_text(text, Scope.OPENING)
    names = {finding.rule for finding in check_text("I'm bored with ops and want to try something new", Scope.OPENING)}
    assert names == {"dissatisfaction", "desire-led-opening", "random-pivot"}
    (oversold,) = check_text("I have insights that most PMs miss", Scope.SENTENCE)
    assert (oversold.rule, oversold.fix) == ("oversell", "Say what you see, not what they miss.")
    (seat,) = check_text("I realized I want to be in the driver's seat", Scope.SENTENCE)
    assert (seat.rule, seat.level) == ("oversell", Level.ADVICE)


def test_a_private_term_is_found_whatever_its_case_and_accents_as_a_whole_word() -> None:
    rule = _BY_NAME["confidential-name"]
    known = replace(NOTHING_KNOWN, private_terms=("Café Nord", "42 million"))
    text = "we lost cafe nord, and CAFÉ  NORD lost 42 million; Café Nordic did not"
    assert [text[hit.start : hit.end] for hit in rule.check(read(text), known)] == [
        "cafe nord",
        "CAFÉ  NORD",
        "42 million",
    ]


def test_acronyms_that_the_listeners_know_are_plain_words() -> None:
    rule = _BY_NAME["jargon-overload"]
    text = "The EDI feed dropped the BOL so the TMS never got it."
    assert fires(rule, text)
    assert not fires(rule, text, replace(NOTHING_KNOWN, plain_words=frozenset({"edi"})))
