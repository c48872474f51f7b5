"""What may be claimed to have been known before a launch, and what never."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import CET, observation, when
from pivot_journal.domain.foresight import Foresight, foresight_of
from pivot_journal.domain.observation import Evidence, Reference
from pivot_journal.domain.when import UNKNOWN_DAY, When

LAUNCH = when("2024-04-09")
TICKET = Reference(source="ticket system", dated_on=dt.date(2024, 2, 6), reference="ticket 4471")


def test_what_was_written_before_the_launch_was_noted_before() -> None:
    claim = foresight_of(observation("The slots overlap.", recorded="2024-02-06"), LAUNCH)
    assert (claim.foresight, claim.lead, claim.source) == (Foresight.NOTED_BEFORE, "63 days", "")
    assert claim.noted_on == when("2024-02-06")
    assert claim.wording == "The slots overlap."
    assert claim.may_be_claimed


@pytest.mark.parametrize("recorded", ["2024-04-09", "2024-04-09 00:00", "2024-04-10"])
def test_the_same_day_is_not_before(recorded: str) -> None:
    claim = foresight_of(observation(recorded=recorded, observed_on=when("2024-01-01")), LAUNCH)
    assert claim.foresight is Foresight.AFTER
    assert not claim.may_be_claimed
    assert claim.lead == ""


def test_only_the_wording_that_stood_before_the_launch_counts_when_it_was_reworded_after() -> None:
    reworded = observation(
        "I knew that it would fail.",
        recorded="2024-02-06",
        earlier=[("A first thought.", "2024-02-06"), ("The slots overlap.", "2024-03-01")],
        revised="2024-05-01",
    )
    claim = foresight_of(reworded, LAUNCH)
    assert (claim.foresight, claim.wording) == (Foresight.REWORDED_AFTER, "The slots overlap.")
    assert claim.noted_on == when("2024-03-01")
    assert claim.lead == "39 days"
    assert claim.may_be_claimed


def test_rewording_before_the_launch_counts_from_that_day() -> None:
    reworded = observation(
        "The slots overlap.", recorded="2024-02-06", earlier=[("Slots.", "2024-02-06")], revised="2024-04-08"
    )
    claim = foresight_of(reworded, LAUNCH)
    assert (claim.foresight, claim.lead) == (Foresight.NOTED_BEFORE, "1 day")


def test_redating_after_the_launch_gains_nothing() -> None:
    late = observation("It fails.", recorded="2024-05-01", observed_on=when("2024-01-02"))
    assert foresight_of(late, LAUNCH).foresight is Foresight.AFTER
    redated = observation(
        "It fails.",
        recorded="2024-04-01",
        observed_on=when("2024-01-02"),
        earlier=[("It fails.", "2024-04-01")],
        revised="2024-06-01",
    )
    claim = foresight_of(redated, LAUNCH)
    assert (claim.noted_on, claim.lead) == (when("2024-04-01"), "8 days")


def test_memory_never_carries_foresight_whatever_day_is_remembered() -> None:
    remembered = observation(recorded="2024-02-06", evidence=Evidence.FROM_MEMORY)
    claim = foresight_of(remembered, LAUNCH)
    assert (claim.foresight, claim.lead, claim.wording) == (Foresight.FROM_MEMORY, "", "")
    assert not claim.may_be_claimed


def test_what_was_dated_elsewhere_counts_from_that_day_with_its_source_named() -> None:
    ticket = observation(recorded="2026-11-01", evidence=Evidence.DATED_ELSEWHERE, reference=TICKET)
    claim = foresight_of(ticket, LAUNCH)
    assert (claim.foresight, claim.lead) == (Foresight.NOTED_BEFORE, "63 days")
    assert claim.source == "ticket system, ticket 4471"


@pytest.mark.parametrize(
    "reference",
    [
        Reference(source="mail", reference="to the lead"),
        Reference(dated_on=dt.date(2024, 2, 6)),
        Reference(source="mail", dated_on=dt.date(2024, 4, 9)),
    ],
)
def test_a_day_elsewhere_without_a_source_or_not_before_claims_nothing(reference: Reference) -> None:
    dated = observation(recorded="2024-05-06", evidence=Evidence.DATED_ELSEWHERE, reference=reference)
    assert foresight_of(dated, LAUNCH).foresight is Foresight.AFTER


def test_a_day_elsewhere_that_was_still_to_come_counts_from_the_day_of_writing() -> None:
    ahead = Reference(source="mail", dated_on=dt.date(2024, 3, 1))
    dated = observation(recorded="2024-02-06", evidence=Evidence.DATED_ELSEWHERE, reference=ahead)
    assert foresight_of(dated, LAUNCH).noted_on == when("2024-02-06")


@pytest.mark.parametrize("revised", ["2024-04-09", "2026-11-02"])
def test_what_was_dated_elsewhere_and_reworded_after_the_launch_counts_as_it_first_came(revised: str) -> None:
    ticket = observation(
        "I knew that it would fail.",
        recorded="2024-03-01",
        earlier=[("The slots overlap.", "2024-03-01"), ("They overlap.", "2024-03-02")],
        revised=revised,
        evidence=Evidence.DATED_ELSEWHERE,
        reference=TICKET,
    )
    claim = foresight_of(ticket, LAUNCH)
    assert (claim.foresight, claim.wording) == (Foresight.REWORDED_AFTER, "The slots overlap.")
    assert (claim.noted_on, claim.source) == (when("2024-02-06"), "ticket system, ticket 4471")


def test_what_was_dated_elsewhere_and_only_redated_or_reworded_before_the_launch_counts_in_full() -> None:
    facts = {"evidence": Evidence.DATED_ELSEWHERE, "reference": TICKET, "recorded": "2024-02-06"}
    redated = observation("It fails.", earlier=[("It fails.", "2024-02-06")], revised="2026-11-01", **facts)
    reworded = observation("It fails.", earlier=[("It may.", "2024-02-06")], revised="2024-04-08", **facts)
    assert foresight_of(redated, LAUNCH).foresight is Foresight.NOTED_BEFORE
    assert foresight_of(reworded, LAUNCH).wording == "It fails."


def test_a_note_of_the_small_hours_belongs_to_the_day_that_its_writer_still_had() -> None:
    late = observation(recorded="2024-04-09 01:30", day_ends_at=4)
    claim = foresight_of(late, LAUNCH)
    assert (claim.noted_on, claim.lead) == (when("2024-04-08"), "1 day")
    assert foresight_of(observation(recorded="2024-04-09 04:00", day_ends_at=4), LAUNCH).lead == ""


@pytest.mark.parametrize("evidence", list(Evidence))
def test_without_a_launch_date_nothing_can_be_said(evidence: Evidence) -> None:
    claim = foresight_of(observation(evidence=evidence, reference=TICKET), UNKNOWN_DAY)
    assert claim.foresight is Foresight.UNKNOWN
    assert not claim.may_be_claimed


def test_a_launch_known_only_by_its_month_leaves_no_more_than_about_so_long() -> None:
    assert foresight_of(observation(recorded="2024-02-06"), when("2024-04")).lead == "about two months"
    assert foresight_of(observation(recorded="2024-04-01"), when("2024-04")).foresight is Foresight.AFTER


def test_the_local_day_of_writing_counts_not_the_utc_one() -> None:
    just_after_midnight = observation(recorded="2024-04-09 00:30")  # still 8 April in UTC
    assert foresight_of(just_after_midnight, LAUNCH).foresight is Foresight.AFTER


@given(
    st.lists(st.tuples(st.text(min_size=1, max_size=3), st.integers(0, 40)), min_size=1, max_size=6),
    st.integers(0, 45),
    st.sampled_from(list(Evidence)),
)
def test_a_claim_is_always_for_a_wording_that_stood_before_the_launch(
    wordings: list[tuple[str, int]], launch_day: int, evidence: Evidence
) -> None:
    start = dt.datetime(2024, 1, 1, 12, tzinfo=CET)
    history = sorted(wordings, key=lambda wording: wording[1])
    written: list[tuple[str, dt.datetime]] = [(text, start + dt.timedelta(days=days)) for text, days in history]
    noted = observation(
        written[-1][0],
        recorded_at=written[0][1],
        revised_at=written[-1][1],
        evidence=evidence,
        earlier=[(text, f"{at:%Y-%m-%d %H:%M}") for text, at in written[:-1]],
    )
    launch = When(start.date() + dt.timedelta(days=launch_day))
    claim = foresight_of(noted, launch)
    before = [text for text, at in written if launch.day and at.date() < launch.day]
    assert claim.may_be_claimed == (bool(before) and evidence is Evidence.WRITTEN_HERE)
    if claim.may_be_claimed:
        assert claim.wording == before[-1]
        assert claim.foresight is (Foresight.NOTED_BEFORE if before[-1] == written[-1][0] else Foresight.REWORDED_AFTER)
