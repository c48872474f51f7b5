"""What is written to somebody, and what is answered in an interview, word for word."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pitch.builders import closed_clinics, lines, material, two_stories
from pivot_journal.domain.pitch import Material
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.formats import STANDARD, Role
from pivot_journal.pitch.render import as_markdown, as_text

TO_DANA: dict[str, Any] = {
    "listener": "Dana",
    "why_them": "Your talk on slot booking described my last spring.",
    "subject": "Defaults and closed clinics",
    "ask": "Could I ask you three questions about it, 20 minutes by phone?",
    "they_said": "You said that you hold each default against one odd week.",
    "answer": "You asked how many drops it was: 118 in six weeks.",
    "next_step": "I will send you the tally on Friday.",
}

LINKEDIN = (
    "Hi Dana, your talk on slot booking described my last spring. Our page assumed clinics never close: 118 failed "
    "drops in six weeks. Where would you have caught the first one?"
)
EMAIL = """\
Subject: Defaults and closed clinics

Hi Dana,

Your talk on slot booking described my last spring.

9 of 30 failed drops were clinics shut for lunch. I wrote that down on 6 February 2024, about ten weeks before the \
launch of same-day slots. I traced 118 failed drops in six weeks to the assumption that an address is open all day. I \
tallied every failed drop, read the redelivery invoices and wrote a note to the PM. The other option was to ask \
opening hours once, at sign-up.

I have run operations at a medical supply company for four years. I want to bring that list upstream, to the week the \
default is chosen. Could I ask you three questions about it, 20 minutes by phone?"""
FOLLOW_UP = """\
Hi Dana,

You said that you hold each default against one odd week.

You asked how many drops it was: 118 in six weeks.

I will send you the tally on Friday."""
COVER = (
    "Same-day slots took for granted that an address is open all day. 9 of 30 failed drops were clinics shut for "
    "lunch. I wrote that down on 6 February 2024, about ten weeks before the launch. I counted 118 "
    "failed drops in six weeks. I tallied every failed drop, read the redelivery invoices and wrote a note to the PM. "
    "Your talk on slot booking described my last spring. I want to bring that list upstream, to the week the default "
    "is chosen."
)
STAR = [
    (
        "Situation and task",
        "I have run operations at a medical supply company for four years. 9 of 30 failed drops were clinics shut for "
        "lunch. I wrote that down on 6 February 2024, about ten weeks before the launch of same-day slots. They took "
        "for granted that an address is open all day.",
    ),
    (
        "Action",
        "I tallied every failed drop, read the redelivery invoices and wrote a note to the PM. The answer was: "
        "no size, no priority.",
    ),
    (
        "Result",
        "I counted 118 failed drops in six weeks. That is from my own tally, against the redelivery invoices. The "
        "field went in.",
    ),
    (
        "Learned",
        "The other option was to ask opening hours once, at sign-up. That would have cost one more field. I learned to "
        "bring the size first.",
    ),
]


@pytest.fixture
def clinics() -> Material:
    whole = closed_clinics()
    beats: dict[str, Any] = {"came_of_it": "the field went in", "learned": "to bring the size first"}
    beats["assumption_short"] = "our page assumed clinics never close"
    return material(replace(whole, story=replace(whole.story, **beats)), of=replace(lines(), **TO_DANA))


@pytest.mark.parametrize(
    ("name", "text"), [("linkedin", LINKEDIN), ("email", EMAIL), ("followup", FOLLOW_UP), ("cover", COVER)]
)
def test_it_reads_word_for_word(clinics: Material, name: str, text: str) -> None:
    composed = compose(clinics, name)
    assert composed.text == text
    assert as_text(composed) == f"{text}\n"
    assert not composed.gaps
    assert not composed.is_over


def test_an_interview_answer_has_labels_that_are_shown_and_not_said(clinics: Material) -> None:
    composed = compose(clinics, "star")
    assert [(block.label, block.text) for block in composed.blocks] == STAR
    assert composed.text == "\n\n".join(text for _, text in STAR)
    assert as_markdown(composed).startswith("**Situation and task:** I have run operations")
    without = compose(clinics, "car")
    assert [block.label for block in without.blocks] == ["Context", "Action", "Result", "Learned"]
    assert "I have run" not in without.text


def test_what_came_of_it_and_what_was_learned_are_asked_for_in_an_interview() -> None:
    asked = {gap.role for gap in compose(two_stories(), "star").gaps}
    assert asked == {Role.CAME_OF_IT, Role.LEARNED}


def test_what_is_written_is_counted_as_written(clinics: Material) -> None:
    note, mail = compose(clinics, "linkedin"), compose(clinics, "email")
    assert note.size_said == f"{len(LINKEDIN)}/200"
    assert note.size_of_aim == f"{len(LINKEDIN)}/200 characters"
    body = EMAIL.partition("\n\n")[2]
    assert mail.size_said == f"{len(body.split())} words"
    assert mail.size_of_aim == f"{len(body.split())} of 75–125 words"


def test_what_is_spoken_is_timed_with_the_range_between_which_people_speak(clinics: Material) -> None:
    said = compose(clinics, "chat")
    assert said.size_said == f"{round(said.seconds)} s"
    assert said.size_of_aim == f"{round(said.seconds)} s of 60–90"
    fast, slow = said.range
    assert fast == pytest.approx(said.words * 60 / 170)
    assert slow == pytest.approx(said.words * 60 / 130)
    (seconds,) = said.story_seconds.values()
    assert seconds == pytest.approx(sum(part.seconds for part in said.parts if part.paragraph == 1))


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("linkedin", ["pitch.listener", "pitch.why_them", "pitch.question"]),
        ("email", ["pitch.listener", "pitch.why_them", "pitch.ask"]),
        ("followup", ["pitch.listener", "pitch.they_said", "pitch.next_step"]),
        ("chat", []),
    ],
)
def test_what_a_listener_needs_is_required_before_it_is_copied(name: str, missing: list[str]) -> None:
    composed = compose(material(closed_clinics()), name)
    assert [gap.source for gap in composed.blocking] == missing
    assert "Hi" not in composed.text.split()


def test_a_question_serves_as_the_ask_of_an_email(clinics: Material) -> None:
    composed = compose(replace(clinics, pitch=replace(clinics.pitch, ask="")), "email")
    assert composed.text.endswith("Where would you have caught the first one?")
    assert not composed.blocking


def test_a_follow_up_tells_no_story_and_leaves_none_out(clinics: Material) -> None:
    composed = compose(clinics, "followup")
    assert not composed.left_out
    assert not composed.story_titles


def test_a_name_after_a_greeting_keeps_its_capital(clinics: Material) -> None:
    theirs = replace(clinics, pitch=replace(clinics.pitch, why_them="Kestrel solved what I count."))
    assert compose(theirs, "linkedin").text.startswith("Hi Dana, Kestrel solved what I count.")


def test_in_markdown_subject_and_bullets_are_marked(clinics: Material) -> None:
    assert as_markdown(compose(clinics, "email")).startswith("**Subject:** Defaults and closed clinics\n\nHi Dana,")
    assert as_markdown(compose(clinics, "bullets")).startswith("- Tallied every failed drop")


@pytest.mark.parametrize("name", STANDARD)
def test_the_formula_is_never_said_aloud(clinics: Material, name: str) -> None:
    is_said = "traced" in compose(clinics, name).text.casefold()
    assert not (STANDARD[name].is_spoken and is_said)
