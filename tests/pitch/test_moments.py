"""A moment is dated as exactly as it is known, and foresight claimed only where a record shows it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitch.builders import day, decision, observation, spring
from pivot_journal.domain.decision import DecisionStatus
from pivot_journal.domain.foresight import Foresight, ForesightClaim
from pivot_journal.domain.observation import Evidence, Observation, Reference
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When
from pivot_journal.pitch import moments

TICKET = Reference(source="ticket system", dated_on=dt.date(2023, 5, 3), reference="ticket 4471")


def said(text: str = "Clinics were shut for lunch #slots", launched_on: When = UNKNOWN_DAY, **facts: Any) -> str:
    observed_on = facts.pop("observed_on", day("2024-02-06"))
    return moments.quote(observation(text, observed_on, **facts), launched_on).text


def test_a_note_written_on_its_day_is_quoted_with_that_day() -> None:
    assert said() == "On 6 February 2024 I noted: Clinics were shut for lunch."


def test_a_note_written_later_names_both_days() -> None:
    assert said(written="2024-02-08") == (
        "My note of 8 February 2024, about 6 February, says: Clinics were shut for lunch."
    )


def test_a_note_over_the_new_year_names_both_years() -> None:
    assert said(observed_on=day("2023-12-30"), written="2024-01-02") == (
        "My note of 2 January 2024, about 30 December 2023, says: Clinics were shut for lunch."
    )


def test_a_memory_is_said_to_be_one() -> None:
    assert said(observed_on=spring(2023), written="2024-01-05", evidence=Evidence.FROM_MEMORY) == (
        "In spring 2023, as I remember it: Clinics were shut for lunch."
    )


def test_what_was_dated_elsewhere_names_its_source() -> None:
    assert said(evidence=Evidence.DATED_ELSEWHERE, reference=TICKET) == (
        "This is on record from 3 May 2023, ticket system, ticket 4471: Clinics were shut for lunch."
    )


def test_a_source_without_a_day_is_not_said_to_be_a_record() -> None:
    assert said(evidence=Evidence.DATED_ELSEWHERE, reference=Reference(source="mail")) == (
        "This was on 6 February 2024: Clinics were shut for lunch."
    )


def test_a_record_from_elsewhere_is_quoted_as_it_was_before_the_launch() -> None:
    text = said(
        "I knew it would jam",
        day("2024-04-15"),
        reworded="2024-05-01",
        earlier=[("Two carts waited", "2024-02-06")],
        evidence=Evidence.DATED_ELSEWHERE,
        reference=TICKET,
    )
    assert text == "This is on record from 3 May 2023, ticket system, ticket 4471: two carts waited."


def test_a_record_is_never_from_a_day_that_was_still_to_come() -> None:
    ahead = Reference(source="mail", dated_on=dt.date(2030, 1, 1))
    assert said(evidence=Evidence.DATED_ELSEWHERE, reference=ahead).startswith(
        "This is on record from 6 February 2024, mail:"
    )


def test_a_note_of_the_small_hours_is_quoted_with_the_day_that_was_still_on() -> None:
    assert said(written="2024-02-07", hour="01:30", day_ends_at=4) == (
        "On 6 February 2024 I noted: Clinics were shut for lunch."
    )


OTHER = observation("Nine clinics shut at noon", day("2024-02-06"), number=2)
SLOTS = decision(launched_on=day("2024-04-15"))


def foresight(
    seen: Observation, *, rests_on: Observation | None, today: str = "2026-01-01", text: str = "Clinics were shut."
) -> str:
    found = moments.earliest_claim((seen,), SLOTS.launched_on)
    assert found is not None
    saw = moments.Saw(text, rests_on, is_quoted=False)
    return moments.foresight_sentence(found, SLOTS, "the launch", saw, dt.date.fromisoformat(today))


def test_that_is_said_only_of_the_note_that_the_moment_rests_on() -> None:
    first = observation("A van stood still", day("2024-03-11"))
    assert foresight(OTHER, rests_on=OTHER) == (
        "I wrote that down on 6 February 2024, about ten weeks before the launch."
    )
    quoted = "My note of 6 February 2024, about ten weeks before the launch, says: Nine clinics shut at noon."
    assert foresight(OTHER, rests_on=first) == quoted
    assert foresight(OTHER, rests_on=None) == quoted
    assert foresight(OTHER, rests_on=first, text="On 6 February they were shut.") == quoted


def test_another_note_is_quoted_before_a_launch_that_is_still_ahead() -> None:
    first = observation("A van stood still", day("2024-03-11"))
    assert foresight(OTHER, rests_on=first, today="2024-04-01") == (
        "My note of 6 February 2024 says: Nine clinics shut at noon. The launch is set for 15 April 2024."
    )
    assert foresight(OTHER, rests_on=OTHER, today="2024-04-01") == (
        "I wrote that down on 6 February 2024; the launch is set for 15 April 2024."
    )


def test_a_record_from_elsewhere_is_never_said_to_be_written_down_by_me() -> None:
    ticket = observation("Shut", day("2024-02-06"), evidence=Evidence.DATED_ELSEWHERE, reference=TICKET)
    record = "n record from 3 May 2023, ticket system, ticket 4471"
    assert foresight(ticket, rests_on=ticket) == f"It is o{record}, about eleven months before the launch."
    assert foresight(ticket, rests_on=OTHER) == f"O{record}, about eleven months before the launch: Shut."
    assert foresight(ticket, rests_on=ticket, today="2024-04-01") == (
        f"It is o{record}; the launch is set for 15 April 2024."
    )


def test_a_wording_from_after_the_launch_is_not_quoted_as_from_before() -> None:
    text = said(
        "I knew it would jam",
        day("2024-03-11"),
        reworded="2024-05-01",
        earlier=[("Two carts waited", "2024-02-06")],
    )
    assert text == "On 6 February 2024 I noted: two carts waited."


def test_a_reworded_note_without_a_launch_is_dated_by_its_wording() -> None:
    assert said(reworded="2024-05-01", earlier=[("Old", "2024-02-06")]) == (
        "My note of 1 May 2024, about 6 February, says: Clinics were shut for lunch."
    )


@pytest.mark.parametrize(
    ("noted", "launched", "lead"),
    [
        ("2024-04-14", "2024-04-15", "one day"),
        ("2024-04-05", "2024-04-15", "ten days"),
        ("2024-04-08", "2024-04-15", "one week"),
        ("2024-03-26", "2024-04-15", "20 days"),
        ("2024-02-12", "2024-04-15", "nine weeks"),
        ("2024-02-06", "2024-04-15", "about ten weeks"),
        ("2023-12-01", "2024-04-15", "about four months"),
        ("2023-04-10", "2024-04-15", "about a year"),
        ("2023-02-06", "2024-04-15", "about 14 months"),
        ("2022-04-15", "2024-04-15", "about two years"),
        ("2021-10-15", "2024-04-15", "over two years"),
    ],
)
def test_a_lead_is_said_for_the_ear(noted: str, launched: str, lead: str) -> None:
    claim = ForesightClaim(foresight=Foresight.NOTED_BEFORE, noted_on=day(noted), lead="x days")
    assert moments.spoken_lead(claim, day(launched)) == lead


def test_a_vague_launch_keeps_the_lead_vague() -> None:
    launched = When.of(dt.date(2024, 5, 1), Precision.MONTH)
    found = moments.earliest_claim((observation("x", day("2024-02-06")),), launched)
    assert found is not None
    assert moments.spoken_lead(found.claim, launched) == "about three months"


def test_the_earliest_record_carries_the_claim() -> None:
    notes = (
        observation("b", day("2024-03-01"), number=1),
        observation("a", day("2024-02-06"), number=2),
        observation("m", spring(2022), number=3, evidence=Evidence.FROM_MEMORY),
    )
    found = moments.earliest_claim(notes, day("2024-04-15"))
    assert found is not None
    assert found.observation.number == 2


def test_nothing_is_claimed_from_the_day_of_the_launch_or_from_memory_or_without_a_launch() -> None:
    same_day = (observation("x", day("2024-04-15")),)
    remembered = (observation("x", day("2024-02-06"), evidence=Evidence.FROM_MEMORY),)
    assert moments.earliest_claim(same_day, day("2024-04-15")) is None
    assert moments.earliest_claim(remembered, day("2024-04-15")) is None
    assert moments.earliest_claim(same_day, UNKNOWN_DAY) is None


@pytest.mark.parametrize(
    ("sentence", "is_dated"),
    [
        ("In March a depot was shut.", True),
        ("On 6 February nine were shut.", True),
        ("In spring we saw it.", True),
        ("Late May was the worst.", True),
        ("In Q3 it broke.", True),
        ("During 2024 it broke.", True),
        ("We march on and it may break.", False),
        ("March orders were late.", False),
        ("Nine of thirty were shut.", False),
        ("On Monday it broke.", False),
    ],
)
def test_a_date_in_a_sentence_is_seen(sentence: str, is_dated: bool) -> None:
    assert moments.carries_date(sentence) is is_dated


def test_a_launch_is_ahead_until_its_last_possible_day() -> None:
    launch = decision(launched_on=When.of(dt.date(2026, 12, 1), Precision.MONTH))
    assert launch.is_ahead(dt.date(2026, 12, 10))
    assert not launch.is_ahead(dt.date(2027, 1, 1))
    assert not launch.is_ahead(None)
    assert decision(status=DecisionStatus.PLANNED).is_ahead(None)


@given(st.integers(2000, 2030), st.text(min_size=1, max_size=60), st.sampled_from(list(Evidence)))
def test_spring_never_becomes_a_day(year: int, text: str, evidence: Evidence) -> None:
    seen = observation(text, spring(year), written="2031-01-05", evidence=evidence)
    quoted = moments.quote(seen, day("2031-03-01")).text
    if evidence is not Evidence.WRITTEN_HERE:  # there the day on which it was written is said as well
        assert quoted.startswith((f"In spring {year}, as I remember it:", f"This was in spring {year}:"))
    assert f"1 March {year}" not in quoted.removesuffix(text)
    assert moments.moment_sentence(seen).startswith(f"That was in spring {year}")
