"""Whole parts go, the cheapest first, and no more than needed."""

from __future__ import annotations

from dataclasses import replace

from pitch.builders import (
    closed_clinics,
    day,
    decision,
    impact,
    lines,
    material,
    observation,
    pitch,
    recall_mail,
    story,
    told,
)
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.formats import Role


def words(count: int) -> str:
    return " ".join(["Word", *["word"] * (count - 1)]) + "."


def test_nothing_is_left_out_of_what_fits() -> None:
    assert compose(material(closed_clinics(), of=lines())).left_out == ()


def test_the_cheapest_goes_first() -> None:
    long = pitch(who_i_am=words(20), not_known=words(20), why_earlier=words(210))
    assert [left.label for left in compose(material(of=long)).left_out] == ["who I am", "what I do not know yet"]


def test_what_was_dropped_comes_back_where_there_is_room_after_all() -> None:
    long = pitch(who_i_am=words(5), not_known=words(60), why_earlier=words(200))
    composed = compose(material(of=long))
    assert [left.label for left in composed.left_out] == ["what I do not know yet"]
    assert composed.words == 205


def test_a_price_does_not_come_back_without_its_alternative() -> None:
    first = told(story("A", saw=words(100)), on=decision())
    second = told(
        story("B", saw=words(60), did=words(10)), on=decision("Mailer", alternative=words(60), trade_off="two words")
    )
    composed = compose(material(first, second, of=pitch(why_earlier=words(40))))
    assert {left.role for left in composed.left_out} == {Role.WOULD_DECIDE, Role.COST}


def test_later_stories_give_way_before_the_first() -> None:
    third = replace(recall_mail(), story=replace(recall_mail().story, id="third"))
    composed = compose(material(closed_clinics(), recall_mail(), third, of=lines()))
    gone = [left.label for left in composed.left_out]
    assert gone.index("price of the alternative of story 3") < gone.index("price of the alternative of story 2")
    assert gone.index("alternative of story 2") < gone.index("whom I told in story 1")
    assert "alternative of story 1" not in gone


def test_a_dropped_lead_time_leaves_the_date() -> None:
    composed = compose(material(closed_clinics(), of=lines()), "hallway")
    assert "That was on 6 February 2024." in composed.text
    assert "lead time of story 1" in {left.label for left in composed.left_out}


def test_what_is_too_long_after_all_is_whole_and_says_what_to_shorten() -> None:
    long = material(told(story(saw=words(300)), impacts=[impact()]), of=pitch(opening=words(40), why_earlier=words(10)))
    composed = compose(long)
    assert composed.is_over
    assert words(300) in composed.text
    assert composed.advice == "53 s too long. Longest: what I saw in story 1 (120 s), opening line (16 s)."


def test_at_a_slower_pace_less_fits() -> None:
    long = pitch(not_known=words(60), why_earlier=words(120))
    slow = pitch(not_known=words(60), why_earlier=words(120), words_per_minute=100)
    assert not compose(material(of=long)).left_out
    assert compose(material(of=slow)).left_out


def test_the_rest_of_a_long_note_is_named_as_left_out() -> None:
    note = observation("The printer was down.\n" + words(60), day("2024-02-06"))
    left = compose(material(told(seen=[note]))).left_out
    assert [(one.label, one.text) for one in left] == [("rest of the note in story 1", words(60))]
