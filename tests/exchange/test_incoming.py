"""What all readers share: tags out of what files call so, and names that are mapped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import accept_tag
from pivot_journal.exchange.incoming import read_mapping, tag_from, tags_from

OURS = ("date", "text", "tags")


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("dock", "dock"),
        ("#dock", "dock"),
        ("Config Errors", "Config-Errors"),
        ("  Hardware / power   failures ", "Hardware-/-power-failures"),
        ("R&D", "R-D"),
        ("C++", "C"),
        ("@home", "home"),
        ("2024", "tag-2024"),
        ("été", "été"),
        ("🌲", "🌲"),
        ("日本 語", "日本-語"),
        ("a\x00b\x1b", "ab"),
    ],
)
def test_what_cannot_be_a_tag_becomes_one_rather_than_being_lost(name: str, tag: str) -> None:
    assert tag_from(name) == tag


@pytest.mark.parametrize("name", ["?", "##", "- -", "…"])
def test_what_has_no_letter_digit_or_symbol_is_refused(name: str) -> None:
    with pytest.raises(ValueRefused, match="cannot be a tag"):
        tag_from(name)


@given(st.text(max_size=20))
def test_whatever_becomes_a_tag_is_one(name: str) -> None:
    try:
        made = tag_from(name)
    except ValueRefused:
        return
    assert accept_tag(made) == made


def test_empty_names_are_no_tags() -> None:
    assert tags_from(["", " ", "dock"]) == ("dock",)


def test_a_mapping_may_hold_an_equals_sign_in_the_files_name() -> None:
    assert read_mapping(["text=a=b", "date = at "], OURS) == {"text": "a=b", "date": "at"}


@pytest.mark.parametrize("pair", ["text", "=x", "text=", "", "title=x", "Text=x"])
def test_a_mapping_that_is_none_is_refused_and_shown(pair: str) -> None:
    with pytest.raises(ValueRefused, match="--map"):
        read_mapping([pair], OURS)


def test_a_name_of_ours_is_mapped_once() -> None:
    with pytest.raises(ValueRefused, match="twice"):
        read_mapping(["text=a", "text=b"], OURS)
