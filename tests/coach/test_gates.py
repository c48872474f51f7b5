"""What a phrase must get past: negations, somebody else's feelings, antipatterns; and what is skipped for speed."""

from __future__ import annotations

import re

import pytest

from coach import cues
from pivot_journal.coach import gates
from pivot_journal.coach.cues import CUES, FINGERPRINT
from pivot_journal.coach.gates import SAID_BY_OTHERS, Phrase, finds, is_negated
from pivot_journal.coach.patterns import outermost
from pivot_journal.coach.reading import read
from pivot_journal.coach.rule import NOTHING_KNOWN, Check


def found(check: Check, raw: str) -> list[str]:
    return [raw[hit.start : hit.end] for hit in check(read(raw), NOTHING_KNOWN)]


@pytest.mark.parametrize(
    ("raw", "is_denied"),
    [
        ("I am bored", False),
        ("I would never say I am bored", True),
        ("I'm not leaving because I'm bored", True),
        ("It is not the pay, I am bored", False),
        ("not that it matters to anyone here that much I am bored", False),
        ("I'm not only tired, I am bored", False),
        ("idk I am bored", False),
        ("I no longer think I am bored", True),
    ],
)
def test_a_negation_cancels_up_to_four_words_ahead_in_its_clause(raw: str, is_denied: bool) -> None:
    (sentence,) = read(raw).sentences
    assert is_negated(sentence, sentence.text.index("am bored") - 2) is is_denied


def test_the_first_place_of_each_sentence_counts() -> None:
    check = finds(r"\bgrey\b")
    assert found(check, "A Grey box, a grey van. No box. Grey again.") == ["Grey", "Grey"]


def test_a_phrase_with_its_own_negation_is_not_cancelled() -> None:
    assert found(finds(Phrase(r"\bnever again\b", is_negatable=False)), "I do not lie: never again") == ["never again"]
    assert found(finds(r"\bagain\b"), "never again") == []


def test_an_antipattern_bars_what_it_overlaps_and_nothing_else() -> None:
    check = finds(r"\bdead end\b", never=(r"\bdead end lane\b",))
    assert found(check, "The dead end lane. A dead end.") == ["dead end"]


@pytest.mark.parametrize(
    ("raw", "is_counted"),
    [
        ("It is a rat race, the carrier said.", False),
        ("It is a rat race, one of the drivers told us.", False),
        ("Support called it a rat race.", False),
        ("The night desk calls the new rota a rat race.", False),
        ("I call it a rat race.", True),
        ("I have called it a rat race.", True),
        ("It is a rat race, my sister says.", True),
        ("It is a rat race.", True),
    ],
)
def test_what_others_said_does_not_count_without_quotation_marks_either(raw: str, is_counted: bool) -> None:
    assert bool(found(finds(r"\brat race\b", never=SAID_BY_OTHERS), raw)) is is_counted


def test_no_expression_looks_ahead_for_what_always_stands_there() -> None:
    """A gate such as ``(?=[^.;]*)`` bars nothing: what it should have looked for was forgotten."""
    idle = re.compile(r"\(\?=(?:\.|\[\^[^\]]*\])\*\??\)")
    assert idle.search(r"\bfall-?back\b(?=[^.;]*)")
    assert not [each.expression for each in cues.alternatives() if idle.search(each.expression)]


def test_quoted_words_do_not_count() -> None:
    assert found(finds(r"\bbored\b"), 'He wrote "bored" on it.') == []


def test_an_expression_is_taken_apart_at_its_outermost_bars_only() -> None:
    assert outermost(r"a(?:b|c)|[|)]d|\|e|f\(") == [r"a(?:b|c)", r"[|)]d", r"\|e", r"f\("]


def test_the_cues_are_those_of_the_rules_as_they_are() -> None:
    """``python -m tests.coach.cues`` writes them anew; with stale ones a phrase would never be tried."""
    assert cues.fingerprint(CUES) == FINGERPRINT
    stale = dict(CUES)
    stale.popitem()
    assert cues.fingerprint(stale) != FINGERPRINT


@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        (r"\bboring job\b", [{"bori"}, {"job"}]),
        (r"\b(?:tired|sick) of\b", [{"tire", "sick"}, {"of"}]),
        (r"\bmicromanag\w+", [{"micr"}]),
        (r"\d+ parcels?", [{"parc"}]),
        (r"\b[Oo]ur client (?!we)", [{"clie"}, {"our"}]),
        (r"\b(?:dull|\d+) day\b", [{"day"}]),
        (r"(?:very )?\w+", []),
        (r"\w+ning\b", []),
        (r"\bx|y", []),
    ],
)
def test_cues_are_words_that_every_match_holds(expression: str, needed: list[set[str]]) -> None:
    assert cues.derived(expression) == needed


@pytest.mark.parametrize(
    "raw",
    [
        "a boring job",
        "A 'boring' job",
        "boring\u00a0 job",
        "thats a boring job!",  # codespell:ignore thats
    ],
)
def test_a_sentence_has_the_cues_of_what_stands_in_it(raw: str) -> None:
    (sentence,) = read(raw).sentences
    assert {"bori", "job"} <= sentence.stems


def test_the_shared_fragments_are_expressions_of_their_own() -> None:
    for name in ("ADVERBS", "I_AM", "START", "FIELD", "JOB", "OBSERVED", "PEOPLE_OF_PRODUCT"):
        assert re.compile(getattr(gates, name))
