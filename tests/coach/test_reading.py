"""A text as the coach reads it: evened out, quotations masked, cut up, each place found again in the user's words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pivot_journal.coach.reading import MASK, is_greeting, read

_READ_AS = {
    "I’m": "i am",
    "im": "i am",
    "Im": "i am",
    "ive": "i have",
    "don't": "do not",
    "dont": "do not",
    "Can’t": "can not",
    "won't": "will not",
    "it’s": "it is",
    "u": "you",
    "ur": "your",
    "wanna": "want to",
    "bc": "because",
    "thru": "through",
    "PMs": "product managers",
    "idk": "i do not know",
    "we've": "we have",
    "Ärger": "ärger",
    "İstanbul": "İstanbul",
    "drivers'": "drivers'",
    "naïve": "naïve",
    "😀": "😀",
    "1,750": "1,750",
    "parcel": "parcel",
    "IM": "im",
    "ID": "id",
    "it's": "it is",
}


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(sorted(_READ_AS)), min_size=1, max_size=12), st.sampled_from([" ", "  ", "\n", "\u00a0"])
)
def test_every_word_that_is_found_leads_back_to_the_users_own(words: list[str], blank: str) -> None:
    raw = blank.join([*words, "box"])
    reading = read(raw)
    place = own = 0
    for word in words:
        plain = _READ_AS[word]
        assert reading.open_text[place : place + len(plain)] == plain
        assert reading.span(place, place + len(plain)) == (own, own + len(word))
        place, own = place + len(plain) + 1, own + len(word) + len(blank)


@settings(max_examples=60)
@given(st.text(max_size=300))
def test_any_text_can_be_read_and_its_sentences_lie_in_it_in_order(raw: str) -> None:
    reading = read(raw)
    assert len(reading.text) == len(reading.open_text) == len(reading.starts) == len(reading.ends)
    assert all(start < end for start, end in zip(reading.starts, reading.ends, strict=True))
    assert list(reading.starts) == sorted(reading.starts)
    last = 0
    for sentence in reading.sentences:
        assert last <= sentence.start < sentence.end <= len(reading.text)
        assert reading.text[sentence.start : sentence.end] == sentence.text
        assert reading.raw_of(sentence).strip()
        assert "".join(sentence.clauses()) == sentence.text
        last = sentence.end


@pytest.mark.parametrize(
    ("raw", "sentences"),
    [
        ("It cost 3.5 hours a night. Nobody knew.", ["It cost 3.5 hours a night.", "Nobody knew."]),
        ("Dr. Aso came at 3 p.m. on Friday, e.g. by bus.", ["Dr. Aso came at 3 p.m. on Friday, e.g. by bus."]),
        ("We ship approx. 40 a day, no. 7 excepted.", ["We ship approx. 40 a day, no. 7 excepted."]),
        ("im bored. get me out", ["im bored.", "get me out"]),
        ('She said "Stop." Then it stopped.', ['She said "Stop."', "Then it stopped."]),
        ("'NO ENTRY!' said the sign.", ["'NO ENTRY!' said the sign."]),
        ("Three things:\n\n- the gate\n- the map", ["Three things:", "- the gate", "- the map"]),
        ("1. Count them. 2. Write it down.", ["1. Count them.", "2. Write it down."]),
        ("Well... maybe. Who knows?!", ["Well... maybe.", "Who knows?!"]),
        ("", []),
        ("...", []),
    ],
)
def test_sentences_end_where_they_end(raw: str, sentences: list[str]) -> None:
    reading = read(raw)
    assert [reading.raw_of(sentence) for sentence in reading.sentences] == sentences


def test_clauses_are_cut_at_marks_and_at_words_that_begin_a_reason() -> None:
    (sentence,) = read(
        "I stayed, because it paid; at 02:10 1,750 orders came so I counted which failed but not why"
    ).sentences
    assert [clause.strip() for clause in sentence.clauses()] == [
        "i stayed,",
        "because it paid;",
        "at 02:10 1,750 orders came",
        "so i counted",
        "which failed",
        "but not why",
    ]


@pytest.mark.parametrize(
    ("raw", "hidden"),
    [
        ("He said “I hate this job” and left.", "i hate this job"),
        ("The note ‘I don’t care’ hung there.", "i don't care"),
        ("A 'dead end' in the drivers' lane.", "dead end"),
        ('"I am bored", it read.', "i am bored"),
    ],
)
def test_quotations_are_masked_and_stay_readable(raw: str, hidden: str) -> None:
    reading = read(raw)
    plain = hidden.replace("don't", "do not")
    assert plain not in reading.text
    assert plain in reading.open_text
    assert MASK in reading.text


@pytest.mark.parametrize(
    "raw",
    ["the drivers' lane and the nurses' desk", "get 'em out in the '90s, the pickers' way", 'a 6" pipe', "it's ours"],
)
def test_an_apostrophe_is_no_quotation(raw: str) -> None:
    assert MASK not in read(raw).text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("The PM shift ends at 6 PM.", "the pm shift ends at 6 pm."),
        ("We do PM on the conveyors.", "we do pm on the conveyors."),
        ("I asked the PM.", "i asked the product manager."),
        ("pms miss it", "product managers miss it"),
        ("the associate PM role", "the associate product manager role"),
    ],
)
def test_pm_is_the_role_only_where_it_is_one(raw: str, text: str) -> None:
    assert read(raw).text == text


def test_the_opening_is_two_sentences_without_the_greeting() -> None:
    reading = read("Hi Sam! Nice to meet you. I count trays. They vanish. Often.")
    assert [sentence.text for sentence in reading.opening] == ["i count trays.", "they vanish."]
    assert not is_greeting("hi sam, i count trays.")


def test_a_place_of_the_raw_text_finds_its_sentence() -> None:
    reading = read("One.  Two im here.")
    sentence = reading.sentence_at(10)
    assert sentence is not None
    assert sentence.text == "two i am here."
    assert reading.text[reading.place_of(10)] == "i"
    assert read("").sentence_at(0) is None


def test_what_runs_on_is_read_in_pieces_that_hold_all_of_it() -> None:
    """Expressions that look ahead in a sentence take the square of its length."""
    for raw in ("and so on " * 300, "x" * 3_000):
        pieces = read(raw).sentences
        assert max(len(piece.text) for piece in pieces) <= 600
        assert "".join(piece.text for piece in pieces).replace(" ", "") == raw.replace(" ", "")
    assert {piece.text.split()[0] for piece in read("and so on " * 300).sentences} <= {"and", "so", "on"}


def test_behind_four_hundred_sentences_the_rest_is_read_in_pieces() -> None:
    """Each sentence is looked up in every rule; nothing is left unread for that."""
    reading = read("No! " * 2_000)
    assert len(reading.sentences) <= 400 + 2_000 * 4 // 600 + 1
    assert reading.sentences[-1].end == len("No! " * 2_000) - 1


@pytest.mark.parametrize("raw", ["One. Two im here. Three, u see.", "A\n\n- b c\n- d", "x" * 700 + " y. Z."])
def test_every_place_finds_the_sentence_that_a_search_from_the_beginning_finds(raw: str) -> None:
    reading = read(raw)
    for place in range(len(raw)):
        before = [each for each in reading.sentences if reading.starts[each.start] <= place]
        assert reading.sentence_at(place) is (before[-1] if before else None)
    for place in range(len(reading.text)):
        behind = [number for number, each in enumerate(reading.sentences) if place < each.end]
        assert reading.number_at(place) == (behind[0] if behind else len(reading.sentences) - 1)
