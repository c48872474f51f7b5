"""Any fragment of the user's stands as a sentence, with nothing of it changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pivot_journal.pitch import sentences


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("nurses waited", "Nurses waited."),
        ("Nurses waited!", "Nurses waited!"),
        ("they said “no one told us.”", "They said “no one told us.”"),
        ("they said “no”", "They said “no”."),
        ("then it broke,", "Then it broke."),
        ("iPhones froze", "iPhones froze."),
        ("i asked why. nobody knew", "I asked why. Nobody knew."),
        ("i.e. it broke", "I.e. it broke."),
        ("approx. twenty came on monday", "Approx. twenty came on Monday."),
        ("it broke in may and may break again", "It broke in May and may break again."),
        ("1. one", "1. one."),
        ("see iPhone. iPads too", "See iPhone. iPads too."),
        ("two\nlines", "Two lines."),
        ("🚀", ""),
        ("...", ""),
        ("  ", ""),
    ],
)
def test_a_beat_stands_as_a_sentence(text: str, stands: str) -> None:
    assert sentences.sentence(text) == stands


def test_the_i_that_notes_leave_out_is_added() -> None:
    assert sentences.own_deed("counted the shelves") == "I counted the shelves."
    assert sentences.own_deed("Counted the shelves") == "I counted the shelves."
    assert sentences.own_deed("photographed it every night") == "I photographed it every night."
    assert sentences.own_deed("Failed drops piled up") == "Failed drops piled up."
    assert sentences.own_deed("Opened parcels came back") == "Opened parcels came back."
    assert sentences.own_deed("Left lane blocked") == "Left lane blocked."
    assert sentences.own_deed("Did nobody look?") == "Did nobody look?"


def test_a_question_gets_its_mark_and_an_ask_does_not() -> None:
    assert sentences.question("where would you have caught it") == "Where would you have caught it?"
    assert sentences.question("I would love to hear how you test that") == "I would love to hear how you test that."


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Same-day slots", "same-day slots"),
        ("Recall mailer", "the recall mailer"),
        ("Kestrel mailer", "the Kestrel mailer"),
        ("New refund form.", "the new refund form"),
        ("Zendesk", "Zendesk"),
        ("Project Kestrel", "Project Kestrel"),
        ("Batch picking", "batch picking"),
        ("Our new form", "our new form"),
        ("Move to batch picking", "the decision to move to batch picking"),
        ("We moved returns to one bench", ""),
        ("Launched same-day slots", ""),
        ("Express is the default", ""),
        ("Order lockers", "order lockers"),
        ("Return to store", "the return to store"),
        ("Call the buyer first", "the decision to call the buyer first"),
    ],
)
def test_a_title_becomes_something_that_can_be_spoken_of(title: str, name: str) -> None:
    assert sentences.naming(title) == name


def test_a_title_loses_its_capital_when_the_word_stands_elsewhere_without() -> None:
    assert sentences.naming("Voucher mailer", "the draft of the voucher mail") == "the voucher mailer"


@pytest.mark.parametrize(
    ("note", "spoken"),
    [
        ("Queue over an hour #dock #monday", "Queue over an hour"),
        ("Queue at #dock over an hour", "Queue at dock over an hour"),
        ("See #123 #dock", "See #123"),
        ("Same as #123", "Same as #123"),
        ("#dock #monday", "dock monday"),
    ],
)
def test_tags_lose_their_sign_and_tickets_keep_it(note: str, spoken: str) -> None:
    assert sentences.untagged(note) == spoken


def test_a_long_note_is_quoted_from_its_beginning_in_whole_sentences() -> None:
    quoted, rest = sentences.beginning("Printer No. 5 was down again. Forty parcels waited. " + "And more of it. " * 20)
    assert quoted.startswith("Printer No. 5 was down again. Forty parcels waited. And more of it.")
    assert len(quoted.split()) <= sentences.QUOTED_WORDS
    assert quoted.endswith("of it.")
    assert rest.endswith("And more of it.")


def test_a_note_of_several_lines_is_quoted_from_its_first() -> None:
    assert sentences.beginning("Printer down\nMore about it") == ("Printer down", "More about it")


@given(st.text(max_size=200))
def test_no_word_is_lost_on_the_way_to_a_sentence(text: str) -> None:
    for stands in (sentences.sentence(text), sentences.own_deed(text), sentences.question(text)):
        bare = sentences.said(text).rstrip(" ,;:-–—")
        assert bare[1:] in stands


@given(st.text(max_size=200))
def test_the_quoted_beginning_and_the_rest_are_the_note(text: str) -> None:
    quoted, rest = sentences.beginning(text)
    assert len(quoted) + len(rest) <= 2 * len(text) + 1
    sentences.naming(text)
    sentences.fragment(text)


@pytest.mark.parametrize("run", ["#a ", "A. ", "a. B ", "'", "No. ", ".'"])
def test_a_whole_book_of_one_sign_can_be_quoted(run: str) -> None:
    text = run * 20_000 + "x"
    assert sentences.beginning(text)[0]
    assert sentences.sentence(text)
