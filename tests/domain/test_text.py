"""Text as it comes in: harmless to a terminal, nothing lost, and the tags found in it."""

from __future__ import annotations

import dataclasses
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import decision, pitch, story
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.observation import Reference
from pivot_journal.domain.text import LONGEST_TEXT, accept_tag, accept_text, clean, inline_tags, one_line, tag_key

ANY = st.text(st.characters(exclude_categories=()))  # with control characters and lone surrogates
TAGGED = st.text(st.sampled_from(list("ab1#_-/ éßİ🚚\u0301\u200d\ufe0f.,&\n")), max_size=30) | st.text()


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\x1b]52;c;aGk=\x07b", "a]52;c;aGk=b"),
        ("a\x9b31mb", "a31mb"),
        ("a\u202eb\u2066c", "abc"),
        ("a\x00b\x7fc\ud800d", "abcd"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\tb", "a\tb"),
        ("[laughs] [/b] $x", "[laughs] [/b] $x"),
        ("👩\u200d🔧 ☑\ufe0f שלום", "👩\u200d🔧 ☑\ufe0f שלום"),
    ],
)
def test_what_could_act_on_a_terminal_goes_and_the_rest_stays(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(ANY)
def test_the_short_way_for_printable_texts_changes_nothing(text: str) -> None:
    assert clean(text + "\x00") == clean(text)


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_break_keeps_two_words_apart(mark: str) -> None:
    assert one_line(f"dock queue{mark}at four") == "dock queue at four"


@given(ANY)
def test_a_cleaned_text_can_be_stored_and_has_nothing_more_to_clean(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    cleaned.encode()
    assert not [c for c in cleaned if unicodedata.category(c) == "Cc" and c not in "\n\t"]
    assert "".join(text.split()) == "".join(cleaned.split()) or cleaned != text


@given(ANY)
def test_one_line_is_one_line_without_blank_ends(text: str) -> None:
    line = one_line(text)
    assert line.splitlines() in ([], [line])
    assert line == line.strip()
    assert "  " not in line


@pytest.mark.parametrize("text", ["", "   \n\t", "\x1b\x00", "\u202e"])
def test_a_text_of_which_nothing_is_left_is_refused_by_the_name_of_its_field(text: str) -> None:
    with pytest.raises(ValueRefused, match="The title is empty"):
        accept_text(text, "title")


def test_a_text_that_is_too_long_is_refused_and_never_cut() -> None:
    assert len(accept_text("x" * LONGEST_TEXT, "text")) == LONGEST_TEXT
    with pytest.raises(ValueRefused, match="1,000,001 characters"):
        accept_text("x" * (LONGEST_TEXT + 1), "text")


def test_control_characters_never_get_into_anything_that_is_stored() -> None:
    evil = "a\x1b[2Jb\ud800"
    things: list[Any] = [
        decision(evil, assumption=evil, decision_maker=evil),
        story(evil, saw=evil, raised_reply=evil),
        pitch(evil, opening=evil, question=evil),
        Reference(source=evil, reference=evil),
    ]
    for thing in things:
        texts = [getattr(thing, field.name) for field in dataclasses.fields(thing)]
        assert evil not in texts
        assert texts.count("a[2Jb") >= 2


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("queue at #dock-4 again #dock-4", ("dock-4",)),
        ("#Dock and #dock and #DOCK", ("Dock",)),
        ("ticket #123, #4471.", ()),
        ("#123abc and #2024-rollout", ("123abc", "2024-rollout")),
        ("#a/b, #c_d. (#e) #f!", ("a/b", "c_d", "e", "f")),
        ("ends with a sign #late- #late/ #later_", ("late", "later")),
        ("#🚚 and #🔥hot", ("🚚", "🔥hot")),
        ("#👩\u200d🔧 fixed it", ("👩\u200d🔧",)),
        ("C# a#b ##c &#39; https://x.org/#top", ()),
        ("# heading, #", ()),
        ("#łódź #東京 #été", ("łódź", "東京", "été")),
        ("#e\u0301te\u0301 is #\u00e9t\u00e9", ("\u00e9t\u00e9",)),
        ("#STRASSE #straße", ("STRASSE",)),
        ("#\u0301 #--- #1\ufe0f\u20e3", ()),
        ("one\n#two\tthree", ("two",)),
    ],
)
def test_tags_typed_in_a_text_are_found(text: str, tags: tuple[str, ...]) -> None:
    assert inline_tags(text) == tags


@given(TAGGED)
def test_every_tag_found_in_a_text_could_be_given_by_itself_and_is_unique(text: str) -> None:
    tags = inline_tags(clean(text))
    for tag in tags:
        assert accept_tag(tag) == tag
        assert accept_tag(f"#{tag}") == tag
        assert not tag.isdigit()
        assert tag in unicodedata.normalize("NFC", clean(text))
    assert len({tag_key(tag) for tag in tags}) == len(tags)


@given(TAGGED)
def test_a_tag_that_is_accepted_is_found_when_it_is_typed_inline(name: str) -> None:
    try:
        tag = accept_tag(name)
    except ValueRefused:
        return
    assert [tag_key(found) for found in inline_tags(f"seen #{tag}, today")] == [tag_key(tag.rstrip("_-/"))]


@pytest.mark.parametrize("name", ["", "#", "123", "#123", "two words", "a.b", "a#b", "a,b", "\x1b", "\u0301", "--"])
def test_what_cannot_be_a_tag_is_refused(name: str) -> None:
    with pytest.raises(ValueRefused, match="cannot be a tag"):
        accept_tag(name)


@given(st.text())
def test_two_spellings_of_a_tag_that_differ_in_form_or_case_are_the_same(name: str) -> None:
    forms = [unicodedata.normalize(form, name) for form in ("NFC", "NFD")]
    assert len({tag_key(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("Dock", "dOCK"), ("straße", "STRASSE"), ("É", "e\u0301"), ("Σ", "ς")])
def test_case_and_composition_make_no_other_tag(one: str, other: str) -> None:
    assert tag_key(one) == tag_key(other)
