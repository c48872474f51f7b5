"""What holds of any pitch, whatever was typed."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pitch.builders import decision, impact, material, observation, pitch, story, told
from pivot_journal.domain.foresight import foresight_of
from pivot_journal.domain.impact import Basis
from pivot_journal.domain.observation import Evidence, Reference
from pivot_journal.domain.pitch import Material, StoryMaterial
from pivot_journal.domain.when import MONTHS, UNKNOWN_DAY, Precision, When
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.formats import STANDARD
from pivot_journal.pitch.page import as_page
from pivot_journal.pitch.render import as_json_object, as_markdown, as_text, sources
from pivot_journal.pitch.roles import PROMPTS, UNDATED_PROMPT
from pivot_journal.pitch.sentences import said

USER_FIELDS = (
    "opening", "who_i_am", "why_earlier", "why_earlier_short", "not_known", "question", "ask", "subject", "listener",
    "why_them", "they_said", "answer", "next_step",
)  # fmt: skip
BEATS = (
    "saw", "did", "raised_with", "raised_reply", "mattered", "mattered_to_customer", "would_decide", "trade_off",
    "came_of_it", "learned", "saw_short", "did_short", "mattered_short", "would_decide_short", "assumption_short",
    "bullet",
)  # fmt: skip
FACTS = ("assumption", "alternative", "trade_off")

typed = st.one_of(
    st.just(""),
    st.text(max_size=60),
    st.sampled_from(
        [
            "ask opening hours once",
            "An address is open all day.",
            "Nine of thirty failed at lunch.",
            "one more field",
            "counted 118 failed drops #slots",
            "#dock #dock",
            "Assumed that it rains",
            "That was in spring 2023",
            "word " * 80,
            "a page that assumed clinics never close",
            "counted the shelves. called every ward",
            "i asked why. nobody knew",
        ]
    ),
)
days = st.dates(dt.date(2020, 1, 1), dt.date(2026, 12, 31))
whens = st.one_of(st.just(UNKNOWN_DAY), st.builds(When.of, days, st.sampled_from(list(Precision)[:-1])))


@st.composite
def observations(draw: st.DrawFn, number: int) -> Any:
    first, second = sorted((draw(days).isoformat(), draw(days).isoformat()))
    text = draw(typed.filter(bool))
    reference = Reference(source=draw(typed), dated_on=draw(st.none() | days), reference=draw(typed))
    return observation(
        text,
        draw(whens),
        number=number,
        written=first,
        reworded=draw(st.sampled_from([first, second])),
        earlier=draw(st.sampled_from([[], [("An earlier wording", first)]])),
        evidence=draw(st.sampled_from(list(Evidence))),
        reference=reference,
    )


@st.composite
def stories(draw: st.DrawFn, number: int) -> StoryMaterial:
    facts = draw(st.fixed_dictionaries(dict.fromkeys(FACTS, typed)))
    title = draw(st.sampled_from(["Same-day slots", "move it", "We moved it", "X"]))
    amount = draw(st.decimals(0, 10**9, places=2))
    has_impact = draw(st.booleans())
    return told(
        story(f"Story {number}", **draw(st.fixed_dictionaries(dict.fromkeys(BEATS, typed)))),
        on=draw(st.sampled_from([None, decision(title, launched_on=draw(whens), **facts)])),
        impacts=[
            impact(
                str(amount),
                currency=draw(st.sampled_from(["", "EUR"])),
                amount_high=draw(st.sampled_from([None, amount + Decimal(5)])),
                basis=draw(st.sampled_from(list(Basis))),
                over_length=draw(typed),
                working=draw(typed),
            )
        ]
        if has_impact
        else [],
        seen=[draw(observations(10 * number + index)) for index in range(draw(st.integers(0, 2)))],
    )


@st.composite
def materials(draw: st.DrawFn) -> Material:
    of = pitch(
        **draw(st.fixed_dictionaries(dict.fromkeys(USER_FIELDS, typed))),
        words_per_minute=draw(st.integers(80, 260)),
    )
    return material(*(draw(stories(number)) for number in range(draw(st.integers(0, 3)))), of=of)


thorough = settings(max_examples=18, deadline=None, suppress_health_check=list(HealthCheck))
formats = st.sampled_from(list(STANDARD))


@given(materials(), formats)
@thorough
def test_a_prompt_is_never_said(any_material: Material, name: str) -> None:
    composed = compose(any_material, name)
    assert not any(prompt in composed.text for prompt in (*PROMPTS.values(), UNDATED_PROMPT))
    assert all(gap.prompt not in composed.text for gap in composed.gaps)


@given(materials(), formats)
@thorough
def test_it_fits_or_says_that_it_does_not(any_material: Material, name: str) -> None:
    composed = compose(any_material, name)
    assert composed.is_over == (composed.size > STANDARD[name].budget.most + 1e-6)
    assert bool(composed.advice) == bool(composed.to_shorten) == composed.is_over


@given(materials(), formats)
@thorough
def test_no_sentence_of_the_users_is_cut_and_none_is_lost_unsaid(any_material: Material, name: str) -> None:
    composed = compose(any_material, name)
    out = {(left.role, left.story_id) for left in composed.left_out}
    for part in composed.parts:
        home, _, field = part.source.partition(".")
        if home not in {"pitch", "story"} or part.role in {"raised", "greeting", "subject", "bullet", "formula"}:
            continue
        told_story = next((each.story for each in any_material.stories if each.story.id == part.story_id), None)
        words = bare(said(getattr(any_material.pitch if home == "pitch" else told_story, field)))
        assert without_added(words) in without_added(bare(part.text))
        assert (part.role, part.story_id) not in out


def bare(text: str) -> str:
    """A text without what the grammar may change: case, stops between sentences and the mark at the end."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def without_added(text: str) -> str:
    """A text without the words that are put before the user's own, or that give way to them."""
    return re.sub(r"\b(?:i|to|not|don|t|that|because|since)\b ?", "", text)


@given(materials(), formats)
@thorough
def test_a_paragraph_holds_no_line_break_and_every_part_has_words(any_material: Material, name: str) -> None:
    composed = compose(any_material, name)
    assert all("\n" not in paragraph and "  " not in paragraph for paragraph in composed.paragraphs)
    assert "Hi ," not in composed.text
    assert all(part.text == part.text.strip() != "" for part in composed.parts)


@given(materials(), formats)
@thorough
def test_the_same_material_gives_the_same_pitch(any_material: Material, name: str) -> None:
    assert compose(any_material, name) == compose(any_material, name)


@given(materials(), formats)
@thorough
def test_undated_notes_never_get_into_a_pitch(any_material: Material, name: str) -> None:
    undated = {
        seen.id for each in any_material.stories for seen in each.observations if seen.observed_on == UNKNOWN_DAY
    }
    backing = {id for part in compose(any_material, name).parts for id in part.observation_ids}
    assert not undated & backing


@given(materials(), formats)
@thorough
def test_any_pitch_can_be_rendered(any_material: Material, name: str) -> None:
    composed = compose(any_material, name)
    assert as_text(composed).strip() == composed.text.strip()
    assert as_json_object(composed, {})["text"] == composed.text
    as_markdown(composed)
    as_page(any_material, composed)
    sources(any_material, composed)


@given(materials(), formats)
@thorough
def test_no_date_is_more_exact_than_what_is_known(any_material: Material, name: str) -> None:
    known: set[When] = set()
    for each in any_material.stories:
        for seen in each.observations:
            known |= {seen.observed_on, When(seen.written_on), When(seen.worded_on)}
            known |= {When(earlier.written_at.date()) for earlier in seen.earlier}
            known |= {When(seen.reference.dated_on)} if seen.reference.dated_on else set()
        known |= {each.decision.launched_on} if each.decision else set()
    days = {str(when) for when in known if when.precision is Precision.DAY}
    assert set(re.findall(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b", compose(any_material, name).text)) <= days


@given(materials(), formats)
@thorough
def test_no_foresight_is_claimed_without_a_record(any_material: Material, name: str) -> None:
    composed = compose(any_material, name)
    for each in any_material.stories:
        launched = each.decision.launched_on if each.decision else UNKNOWN_DAY
        may = {seen.id for seen in each.observations if foresight_of(seen, launched).may_be_claimed}
        own = [part for part in composed.parts if part.story_id == each.story.id]
        assert all(set(part.observation_ids) & may for part in own if part.role == "foresight")
        claims = re.compile(r"before the launch|I wrote that down|on record from|My note of", re.IGNORECASE)
        assert all(part.observation_ids for part in own if claims.search(part.text))


@given(materials(), st.integers(60, 400))
@thorough
def test_another_limit_of_a_note_is_held_to_the_character(any_material: Material, most: int) -> None:
    composed = compose(any_material, "linkedin", limits={"linkedin": most})
    assert composed.size == len(composed.text)
    assert composed.is_over == (len(composed.text) > most)
