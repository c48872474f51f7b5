"""What a figure of the pitch rests on: linked notes, impacts and tallies; never the story's own claims."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pitch.builders import day, decision, impact, observation, story, told
from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.domain.tally import Tally, TallyDay
from pivot_journal.pitch.composition import Part
from pivot_journal.pitch.formats import Role
from pivot_journal.pitch.tracing import Status, TracedFigure, trace, untraced


def linked() -> StoryMaterial:
    return told(
        seen=[
            observation("140 parcels came with no order number.", day("2024-03-04")),
            observation("29 of 90 patients came back to the desk.", day("2024-03-05"), number=2),
            observation("The queue went from 800 to 1,750 items a day.", day("2024-03-06"), number=3),
        ],
        impacts=[impact("118", "failed drops", working_count=Decimal(118), working_rate=Decimal(55))],
    )


def only(text: str, material: StoryMaterial | None = None) -> TracedFigure:
    found = trace(text, material or linked())
    assert len(found) == 1, [figure.words for figure in found]
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "140 parcels",
        "about 150 parcels",
        "over 100 parcels",
        "about 120 failed drops",
        "120 failed drops",
        "nearly a third of the patients",
        "a third came back",
        "32% came back",
        "29 of 90 came back",
        "twenty-nine of ninety came back",
        "29 people came back",
        "the pile doubled",
        "119% more items",
        "6,490 in all",
        "hundreds of parcels",
    ],
)
def test_a_linked_figure_its_rounding_and_its_shares_are_traced(text: str) -> None:
    assert {found.status for found in trace(text, linked())} == {Status.TRACED}


@pytest.mark.parametrize(
    "text", ["950 items", "half came back", "it tripled", "thousands of hours", "I called 61 shops"]
)
def test_what_is_linked_nowhere_is_untraced(text: str) -> None:
    assert only(text).status is Status.UNTRACED


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("150 parcels came with no order number", "140 parcels"),
        ("130 failed drops in six weeks", "118 failed drops"),
        ("30 of 90 patients came back to the desk", "29 of 90 patients"),
    ],
)
def test_the_same_thing_with_another_value_is_contradicted(text: str, against: str) -> None:
    found = only(text)
    assert (found.status, found.against) == (Status.CONTRADICTED, against)


@pytest.mark.parametrize(
    "text",
    [
        "I matched 60 parcels by hand",
        "I called 12 of the 90 patients myself",
        "150 parcels could have been lost",
        "12 failed drops on the first day",
        "I opened 150 parcels",
    ],
)
def test_a_part_of_it_or_a_deed_is_no_contradiction(text: str) -> None:
    assert Status.CONTRADICTED not in {found.status for found in trace(text, linked())}


@pytest.mark.parametrize(
    "text",
    ["on 17 May, in ward 6", "after four years in support", "for two weeks I counted", "two launches", "one more field",
     "It would have cost 12 minutes a day", "typed three times"],
)  # fmt: skip
def test_dates_labels_own_years_and_suppositions_are_left_alone(text: str) -> None:
    assert trace(text, linked()) == []


def test_it_says_on_what_it_rests() -> None:
    material = linked()
    assert only("140 parcels", material).observation_ids == ("observation-1",)
    assert only("118 failed drops", material).impact_id == material.impacts[0].id


def test_money_of_another_currency_is_another_figure() -> None:
    material = told(impacts=[impact("3100", "", currency="EUR")])
    assert only("€3,100", material).status is Status.TRACED
    assert only("$3,100", material).status is Status.UNTRACED


def test_a_count_times_its_rate_is_traced() -> None:
    material = told(
        impacts=[impact("118", "", currency="USD", working_count=Decimal(118), working_rate=Decimal(55))]
    )  # fmt: skip
    assert [found.status for found in trace("$6,490, at $55 each", material)] == [Status.TRACED] * 2


def test_any_value_of_a_range_is_traced() -> None:
    material = told(impacts=[impact("80", "hours", amount_high=Decimal(120))])
    assert only("100 hours", material).status is Status.TRACED
    assert only("150 hours", material).status is Status.UNTRACED


def test_minutes_are_traced_to_hours() -> None:
    material = told(impacts=[impact("2", "hours")])
    assert only("It took 120 minutes", material).status is Status.TRACED


def test_sums_of_a_tally_are_traced_for_what_it_counts() -> None:
    days = tuple(TallyDay(day=dt.date(2024, 4, 15 + number), amount=10 + number, counts=2) for number in range(3))
    tally = Tally(id="tally-1", name="cold meals", days=days)
    material = StoryMaterial(story=story(), tallies=(tally,))
    assert only("33 cold meals", material).tally_id == "tally-1"
    assert only("21 cold meals by the second day", material).status is Status.TRACED
    assert only("21 wet boxes", material).status is Status.UNTRACED


def test_a_unit_that_the_note_has_said_before_need_not_be_said_again() -> None:
    material = told(seen=[observation("Quickest 9 minutes, slowest 48, half of them over 25.", day("2024-03-04"))])
    assert {found.status for found in trace("half took over 25 minutes", material)} == {Status.TRACED}


def test_one_day_says_when_and_is_no_figure() -> None:
    assert [found.words for found in trace("One day I counted 29 of 90 patients", linked())] == ["29 of 90"]


def test_earlier_wordings_count() -> None:
    note = observation("Many drops failed.", day("2024-02-06"), earlier=[("47 drops failed.", "2024-02-06")])
    assert only("47 drops", told(seen=[note])).status is Status.TRACED


def test_what_only_the_story_or_its_decision_says_is_no_evidence() -> None:
    material = told(story(mattered="77 wards waited."), on=decision(actual_outcome="77 wards waited."))
    assert only("77 wards waited", material).status is Status.UNTRACED


def test_a_trashed_note_is_no_evidence() -> None:
    note = observation("47 drops failed.", day("2024-02-06"), is_trashed=True)
    assert only("47 drops", told(seen=[note])).status is Status.UNTRACED


def part(text: str, source: str) -> Part:
    return Part(role=Role.MATTERED, text=text, source=source, words=3, seconds=1.2, paragraph=1)


def test_only_what_rests_on_nothing_is_marked() -> None:
    marked = untraced(part("140 parcels and 950 items", "story.mattered"), linked())
    assert [found.words for found in marked] == ["950"]


def test_a_price_that_would_have_been_is_not_marked() -> None:
    assert untraced(part("About 950 minutes a day.", "story.trade_off"), linked()) == ()


def test_a_line_around_the_stories_may_rest_on_any_of_them() -> None:
    other = told(seen=[observation("950 items waited.", day("2024-03-07"))])
    assert untraced(part("140 parcels and 950 items", "pitch.opening"), linked(), other) == ()


def test_of_a_table_only_the_first_figures_are_evidence_and_are_traced() -> None:
    """Each figure is held against each that is linked: with both unbounded the time grew with their square."""
    rows = " ".join(f"{number} items," for number in range(1_000, 1_400))
    found = trace(rows, told(seen=[observation(rows, day("2024-03-04"))]))
    assert len(found) == 100
    assert {each.status for each in found} == {Status.TRACED}
    (late,) = trace("1399 boxes", told(seen=[observation(rows, day("2024-03-04"))]))
    assert late.status is Status.UNTRACED


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("1290,.%$€ ofandkminutesparcelsx–-:"), max_size=60))
def test_any_text_can_be_traced(text: str) -> None:
    note = observation(text, day("2024-03-04"))
    for found in trace(text, told(seen=[note])):
        assert text[found.start : found.end] == found.words
