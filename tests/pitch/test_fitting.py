"""Whole parts go, the cheapest first, and no more than needed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

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
from pivot_journal.pitch.composition import Composition
from pivot_journal.pitch.formats import Role, load_formats


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


# Shorter forms


def hallway(**beats: str) -> Composition:
    """A hallway pitch of one story with its assumption and a line that is said at the end."""
    one = told(story("A", **beats), on=decision(assumption="it can rain"))
    return compose(material(one, of=pitch(why_earlier=words(10))), "hallway")


def test_a_shorter_form_is_said_only_where_the_full_one_does_not_fit() -> None:
    roomy = hallway(saw=words(20), saw_short=words(3))
    tight = hallway(saw=words(80), saw_short=words(3))
    assert words(20) in roomy.text
    assert words(3) in tight.paragraphs[0]
    assert [part.source for part in tight.parts if part.role is Role.SAW] == ["story.saw_short"]
    assert not tight.left_out


def test_a_shorter_form_comes_before_leaving_anything_out_and_no_more_than_is_needed() -> None:
    tight = hallway(saw=words(60), saw_short=words(20), did=words(12), did_short=words(9), would_decide="I would ask.")
    assert not tight.left_out
    assert {part.source for part in tight.parts} >= {"story.saw_short", "story.did", "story.would_decide"}


def test_a_shorter_form_without_the_number_does_not_stand_for_the_sentence_that_gives_it() -> None:
    beats = {"mattered": f"It cost 118 failed drops, {words(40)}", "mattered_short": "It cost a lot."}
    one = told(story("A", saw=words(30), **beats), on=decision(assumption="it can rain"), impacts=[impact()])
    composed = compose(material(one, of=pitch(why_earlier=words(10))), "hallway")
    assert composed.text.count("118") == 1


def test_a_note_says_the_short_forms_wherever_there_are_some() -> None:
    one = told(story("A", assumption_short="our page assumed it never rains"), on=decision(assumption="it can rain"))
    assert compose(material(one), "linkedin").text == "Our page assumed it never rains."


def test_what_to_shorten_names_the_field_and_shares_the_burden() -> None:
    one = told(story("A", saw=words(80), did=words(60)), on=decision(assumption="it can rain"))
    composed = compose(material(one, of=pitch(why_earlier=words(20))), "hallway")
    over = composed.words - 90
    assert [(part.field, part.unit) for part in composed.to_shorten] == [
        ("story.saw_short", "words"), ("story.did_short", "words"), ("pitch.why_earlier_short", "words"),
    ]  # fmt: skip
    assert sum(part.by for part in composed.to_shorten) == over
    assert all(part.by <= part.size / 2 + 1 for part in composed.to_shorten)


def test_a_note_that_is_too_long_says_by_how_many_characters() -> None:
    long = pitch(listener="Dana", why_them="w" * 150, question="q" * 60)
    composed = compose(material(of=long), "linkedin")
    assert len(composed.text) == 222
    assert composed.size_said == "222/200"
    assert composed.advice == "22 characters too long. Longest: why them (151 characters), question (61 characters)."
    assert [(part.source, part.by) for part in composed.to_shorten] == [("pitch.why_them", 22)]
    assert not compose(material(of=long), "linkedin", limits={"linkedin": 222}).is_over


# Whole stories


def test_a_letter_leaves_out_its_second_story_whole_where_both_do_not_fit() -> None:
    beats = {"saw": words(50), "did": words(20)}
    both = material(told(story("A", **beats)), told(story("B", **beats)), of=pitch(why_earlier=words(20)))
    composed = compose(both, "cover")
    assert [left.label for left in composed.left_out] == ["story 2"]
    assert {part.story_id for part in composed.parts} == {"story-A", None}
    assert {gap.story_id for gap in composed.gaps} == {"story-A", None}
    assert composed.words == 90


def test_what_hangs_on_a_part_goes_and_comes_back_with_it(tmp_path: Path) -> None:
    path = tmp_path / "formats.toml"
    path.write_text('[hallway]\ndrops = ["would_decide"]\n')
    formats = load_formats(path)
    one = told(story("A", saw=words(70), would_decide=words(30), trade_off="two words"), on=decision())
    composed = compose(material(one), "hallway", formats=formats)
    assert {left.role for left in composed.left_out} == {Role.WOULD_DECIDE, Role.COST}
