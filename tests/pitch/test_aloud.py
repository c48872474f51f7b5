"""How a pitch sounds when it is read aloud: nothing named twice in a row, no tense that jumps, no stiff join."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pitch.builders import closed_clinics, day, decision, impact, lines, material, observation, pitch, story, told
from pivot_journal.domain.decision import DecisionStatus, WorryOutcome
from pivot_journal.domain.impact import Basis
from pivot_journal.domain.observation import Evidence, Reference
from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.pitch.amounts import basis_sentence, impact_sentence
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.lines import line_said
from pivot_journal.pitch.moments import moment_sentence, quote
from pivot_journal.pitch.outcomes import cost_sentence, option_sentence, raised_sentence
from pivot_journal.pitch.private import Mask
from pivot_journal.pitch.roles import Role
from pivot_journal.pitch.shares import shares_joined


def text_of(*stories: StoryMaterial, format_name: str = "chat", today: dt.date | None = None) -> str:
    return compose(material(*stories, of=lines()), format_name, today=today).text


def door_faults(**facts: Any) -> StoryMaterial:
    return told(
        story("Doors", saw="7 of 20 stuck calls were doors"),
        on=decision("Remote reset", assumption="a stuck car is a software fault", **facts),
        seen=[observation("7 of 20 stuck calls were doors", day("2026-10-01"))],
    )


def test_what_was_launched_is_named_once_in_a_row() -> None:
    text = text_of(closed_clinics())
    assert "before the launch of same-day slots. They took for granted that" in text
    assert "before the launch of remote reset" not in text_of(door_faults(launched_on=day("2026-11-02")))
    assert "the launch of the remote reset. It took for granted that" in text_of(
        door_faults(launched_on=day("2026-11-02"))
    )


def test_an_assumption_names_its_decision_where_the_lead_time_is_left_out() -> None:
    without = replace(closed_clinics(), observations=())
    assert "Same-day slots took for granted that" in text_of(without)


def test_a_lead_time_after_the_assumption_does_not_name_the_launch_again() -> None:
    text = text_of(closed_clinics(), format_name="cover")
    assert text.count("ame-day slots") == 1
    assert "about ten weeks before the launch." in text


def test_the_assumption_stands_before_the_number_that_it_explains() -> None:
    text = text_of(closed_clinics())
    assert text.index("took for granted") < text.index("118 failed drops")


def test_a_story_that_begins_with_its_thing_says_whose_it_was() -> None:
    page = decision(assumption="a page that assumed clinics never close")
    told_first = compose(material(replace(closed_clinics(), decision=page)), "hallway").text
    assert told_first.startswith("We had a page that assumed clinics never close.")
    assert "It began with a page" in compose(material(replace(closed_clinics(), decision=page)), "chat").text


def test_a_launch_still_to_come_is_told_in_the_present() -> None:
    ahead = door_faults(
        launched_on=day("2026-12-14"), status=DecisionStatus.PLANNED, alternative="ask if the door is open"
    )
    text = text_of(ahead, today=dt.date(2026, 11, 24))
    assert "takes for granted that" in text or "take for granted that" in text
    assert "The other option is to ask if the door is open." in text
    assert option_sentence("hold it", "my choice", "", is_own=True, is_ahead=True) == "I would choose to hold it."
    assert cost_sentence("one more field", "", is_ahead=True) == "That would cost one more field."


def test_what_was_not_there_took_nothing_for_granted_itself() -> None:
    nothing = decision("No field for shared devices", assumption="one device is one person")
    assert "There was no field for shared devices. That took for granted that one device is one person." in text_of(
        told(on=nothing)
    )


@pytest.mark.parametrize(
    ("outcome", "said"),
    [(WorryOutcome.DID_NOT, "it did not come true"), (WorryOutcome.PARTLY, "it came true in part")],
)
def test_a_worry_that_did_not_come_true_claims_no_foresight(outcome: WorryOutcome, said: str) -> None:
    facts: dict[str, Any] = {"launched_on": day("2025-06-16"), "worry_outcome": outcome}
    strikes = decision("Strike system", assumption="people learn from a strike", **facts)
    seen = [observation("worry: strikes will hit new sellers hardest", day("2025-05-02"))]
    quoted = text_of(told(on=strikes, seen=seen))
    assert f"before the launch of the strike system, and {said}. The strike system took" in quoted
    assert "I noted: strikes will hit new sellers hardest." in quoted
    own = text_of(told(story(saw="I expected half of the appeals from new sellers"), on=strikes, seen=seen))
    assert (
        f"My worry is on record from 2 May 2025, about six weeks before the launch of the strike system; {said}." in own
    )


def test_a_quoted_worry_keeps_its_outcome_where_the_lead_time_is_left_out() -> None:
    strikes = decision("Strike system", launched_on=day("2025-06-16"), worry_outcome=WorryOutcome.DID_NOT)
    worry = told(
        story(did="I counted appeals " + "for weeks and weeks " * 50),
        on=strikes,
        seen=[observation("strikes will hit new sellers hardest", day("2025-05-02"))],
    )
    assert "It did not come true." in text_of(worry, format_name="hallway")


def test_moments_and_notes_are_introduced_differently_from_story_to_story() -> None:
    seen = observation("totes in the aisle", day("2024-02-06"))
    assert len({moment_sentence(seen, position) for position in range(3)}) == 3
    assert moment_sentence(seen, 1) == "I saw that on 6 February 2024."
    assert moment_sentence(seen, 1, is_deed=True) == "This was on 6 February 2024."
    assert quote(seen, day("2024-03-01"), 1).text == "My note of 6 February 2024 says: totes in the aisle."


def test_a_record_of_somebody_else_is_not_said_to_have_been_seen_that_day() -> None:
    ticket = observation(
        "retried four times",
        day("2024-02-06"),
        evidence=Evidence.DATED_ELSEWHERE,
        reference=Reference(source="ticket", dated_on=dt.date(2024, 2, 6), reference="PAY-2231"),
    )
    assert moment_sentence(ticket, 1) == "That was on 6 February 2024."
    assert "on record from 6 February 2024, ticket PAY-2231: retried" in quote(ticket, day("2024-03-01")).text


def test_only_what_is_a_number_of_things_is_said_to_be_counted() -> None:
    assert impact_sentence(impact("64", "recalled units")) == "I counted 64 recalled units."
    assert impact_sentence(impact("9", "driver hours")) == "It came to 9 driver hours."
    assert impact_sentence(impact("812", "", currency="USD")) == "It came to $812."


@pytest.mark.parametrize(
    ("working", "said"),
    [
        ("kitchen sheet", "That is from the kitchen sheet."),
        ("override report from the cabinet system", "My source is the override report from the cabinet system."),
        ("my desk tally, two weeks: 41 of 58 and 55 of 82", "That is from my desk tally, two weeks."),
        ("tally sheet: 49, 61, 58", "That is from the tally sheet."),
        ("refund log: 31 before, 9 after", "That is from the refund log: 31 before, 9 after."),
    ],
)
def test_how_a_number_is_known_can_be_followed_by_ear(working: str, said: str) -> None:
    assert basis_sentence(impact(working=working)) == said


def test_hearsay_names_its_teller_without_a_label() -> None:
    told_me = impact(working="finance told me at month end", basis=Basis.REPORTED)
    assert basis_sentence(told_me) == "Finance told me at month end."


def test_how_a_number_is_known_does_not_stand_before_the_number() -> None:
    forms = impact("9", "forms", basis=Basis.REPORTED, working="the school nurse")
    text = text_of(told(story(did="rang the nurse, who had 9 forms like that", mattered="It must not be wrong"),
                        on=decision(), impacts=[forms]))  # fmt: skip
    assert "I have that from" not in text
    assert "9 forms like that. That is what I was told." in text
    short = impact("64", "meals short", working="kitchen sheet")
    assert "The number is from the kitchen sheet." in text_of(
        told(story(saw="We were 64 meals short", mattered="Kids got pasta"), on=decision(), impacts=[short])
    )


def test_a_share_in_place_of_a_count_is_joined_to_its_noun() -> None:
    mask = Mask([PrivateTerm(id="1", term="96 of 140", say_instead="about two thirds")])
    joined = shares_joined(mask.apply("First, 96 of 140 customers came early, then 96 of 140 were there."))
    assert joined.text == "First, about two thirds of customers came early, then about two thirds were there."
    assert [joined.text[change.start : change.end] for change in joined.changes] == [
        "about two thirds of",
        "about two thirds",
    ]


@pytest.mark.parametrize(
    ("bare", "said"),
    [
        ("let a second print pass", "I would have chosen to let a second print pass."),
        ("two tries, one day apart", "I would have chosen two tries, one day apart."),
    ],
)
def test_a_choice_is_said_as_a_person_says_it(bare: str, said: str) -> None:
    assert option_sentence(bare, "my choice", "", is_own=True) == said


def test_a_price_that_compares_is_a_sentence() -> None:
    assert cost_sentence("slower when one gets wet", "") == "That would have been slower when one gets wet."


def test_whom_it_was_raised_with_is_not_said_again_in_other_words() -> None:
    did = "I wrote it up for the PM."
    assert raised_sentence("clinical systems PM", "fair point", did, "") == "The answer was: fair point."
    assert raised_sentence("product manager", "fair point", did, "") == "The answer was: fair point."
    assert raised_sentence("risk lead", "no reply for weeks", did, "").endswith("risk lead. No reply for weeks.")


@pytest.mark.parametrize(
    ("role", "field", "typed", "said"),
    [
        (Role.WHO_I_AM, "who_i_am", "payment ops lead", "I am a payment ops lead."),
        (Role.WHO_I_AM, "who_i_am", "hospital pharmacy ops, 4 years", "I have spent 4 years in hospital pharmacy ops."),
        (Role.WHO_I_AM, "who_i_am", "night dispatcher, 3 years", "I have been a night dispatcher for 3 years."),
        (Role.WHY_THEM, "why_them", "your talk about alerts", "I am writing because of your talk about alerts."),
        (Role.WHY_THEM, "why_them", "your talk names mine", "Your talk names mine."),
    ],
)
def test_a_line_of_few_words_becomes_what_a_person_would_write(role: Role, field: str, typed: str, said: str) -> None:
    line = line_said(pitch(**{field: typed}), role)
    assert line is not None
    assert line.text == said


def test_after_a_greeting_you_is_written_small() -> None:
    lines_of = pitch(listener="Sam", why_them="You wrote that declines are a product.", question="Who decides?")
    assert compose(material(of=lines_of), "linkedin").text.startswith("Hi Sam, you wrote")


def test_lines_under_one_another_begin_with_the_users_own_words() -> None:
    stories = [
        replace(
            closed_clinics(),
            story=story(f"Story {verb}", did=f"{verb} a list"),
            impacts=(impact("7", out_of=Decimal(30)),),
        )
        for verb in ("kept", "drew", "read")
    ]
    text = compose(material(*stories), "bullets").text
    assert [line.split()[1] for line in text.splitlines()] == ["Kept", "Drew", "Read"]


def test_a_line_with_a_whole_sentence_of_belief_has_no_capital_inside() -> None:
    app = decision("parts app", assumption="Assumed every lift has a model number")
    known = told(on=app, impacts=[impact("2", "hours", basis=Basis.ESTIMATED)])
    assert compose(material(known), "bullets").text == (
        "- Estimated 2 hours where the parts app assumed every lift has a model number."
    )
