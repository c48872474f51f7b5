"""Private terms: found in every spelling as whole words, and replaced so that the sentence still reads."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.pitch.private import UNDECIDED, Mask


def mask(**terms: str) -> Mask:
    """Return a mask of terms; an underscore stands for a blank."""
    return Mask(
        [PrivateTerm(id=name, term=name.replace("_", " "), say_instead=instead) for name, instead in terms.items()]
    )


def one(term: str, instead: str) -> Mask:
    """Return a mask of one term."""
    return Mask([PrivateTerm(id="1", term=term, say_instead=instead)])


@pytest.mark.parametrize(
    ("written", "leaves"),
    [
        ("Then Fennwick lost it.", "Then a regional bank lost it."),
        ("then FENNWICK lost it", "then a regional bank lost it"),
        ("Fennwick lost it.", "A regional bank lost it."),
        ("It broke. Fennwick lost it.", "It broke. A regional bank lost it."),
        ("I saw Fennwick's ledger", "I saw a regional bank's ledger"),
        ("I saw Fennwick’s ledger", "I saw a regional bank’s ledger"),
        ("the Fennwick ledger", "the regional bank ledger"),
        ("a Fennwick ledger", "a regional bank ledger"),
        ("A Fennwick ledger", "A regional bank ledger"),
        ("both Fennwicks closed", "both a regional bank closed"),
        ("Fénnwïck called", "A regional bank called"),
        ("Fenn\u00adwick called", "A regional bank called"),
        ("#fennwick and (Fennwick)", "#a regional bank and (a regional bank)"),
        ("Fennwickian things", "Fennwickian things"),
        ("prefennwick", "prefennwick"),
    ],
)
def test_a_term_is_replaced_as_a_whole_word_in_any_spelling(written: str, leaves: str) -> None:
    assert one("Fennwick", "a regional bank").apply(written).text == leaves


@pytest.mark.parametrize(
    "written", ["Blue Heron", "blue-heron", "BlueHeron", "blue_heron", "Blue\nHeron", "BLUE  HERONS"]
)
def test_a_name_of_two_words_is_found_however_they_are_joined(written: str) -> None:
    assert one("Blue Heron", "a new project").apply(f"On {written} we worked").text == "On a new project we worked"


@pytest.mark.parametrize("written", ["$6,490", "$6490", "$ 6.490", "$6 490"])
def test_an_amount_is_found_however_its_thousands_are_set_apart(written: str) -> None:
    assert one("$6,490", "several thousand dollars").apply(f"It cost {written}, all told.").text == (
        "It cost several thousand dollars, all told."
    )


@pytest.mark.parametrize("written", ["$16,490", "$6,490.50", "$64,900", "$6,4901"])
def test_another_amount_stays(written: str) -> None:
    assert one("$6,490", "a lot").apply(written).text == written


def test_a_currency_before_the_sign_does_not_hide_an_amount() -> None:
    assert one("$6,490", "thousands").apply("US$6,490").text == "USthousands"


def test_a_plural_in_ies_is_found() -> None:
    assert one("Bluebay Ferry", "a ferry line").apply("Two Bluebay Ferries sank").text == "Two a ferry line sank"


def test_the_longer_term_goes_first() -> None:
    both = mask(Fennwick="a bank", Fennwick_North="a branch")
    assert both.apply("At Fennwick North and Fennwick").text == "At a branch and a bank"


def test_a_change_says_where_it_stands_in_what_leaves_and_what_was_there() -> None:
    left = one("Fennwick", "a bank").apply("Then Fennwick's clerk and fennwick called.")
    assert [left.text[change.start : change.end] for change in left.changes] == ["a bank's", "a bank"]
    assert [change.was for change in left.changes] == ["Fennwick's", "fennwick"]


def test_what_is_not_decided_is_blotted_out_and_says_so() -> None:
    left = one("Fennwick", "").apply("Then Fennwick called.")
    assert left.text == f"Then {UNDECIDED} called."
    assert not left.changes[0].is_decided


def test_a_text_without_a_term_is_the_very_same() -> None:
    text = "Nothing to see."
    assert one("Fennwick", "a bank").apply(text).text is text
    assert Mask().apply(text).text is text


@pytest.mark.parametrize("term", ["", "  ", "…", "x" * 121])
def test_what_cannot_be_a_term_is_refused(term: str) -> None:
    with pytest.raises(ValueRefused):
        PrivateTerm(id="1", term=term)


NAMES = st.text(st.sampled_from("abcdeéßİ'&-. 19$"), min_size=1, max_size=9).filter(
    lambda name: any(character.isalnum() for character in name)
)


@settings(max_examples=150)
@given(NAMES, st.text(st.sampled_from("xyz é.,'s\n"), max_size=12), st.text(st.sampled_from(" .,;!?\n\"'"), max_size=3))
def test_a_term_that_stands_by_itself_never_leaves(term: str, before: str, after: str) -> None:
    private = one(term, "")
    written = f"{before} {term}{after} end"
    assert private.terms_in(written), written
    assert not private.terms_in(private.apply(written).text), written


@settings(max_examples=100)
@given(st.text(max_size=40), NAMES, st.text(st.sampled_from("no pq"), max_size=6))
def test_any_text_keeps_all_that_is_not_replaced(text: str, term: str, instead: str) -> None:
    left = one(term, instead).apply(text)
    end, written = 0, []
    for change in left.changes:
        written += [left.text[end : change.start], change.was]
        end = change.end
    assert "".join([*written, left.text[end:]]) == text
