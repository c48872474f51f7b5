"""The page for others stands by itself, says what the pitch says, and draws no date more exactly than it is known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from pitch.builders import (
    closed_clinics,
    day,
    decision,
    evening,
    impact,
    lines,
    material,
    observation,
    pitch,
    recall_mail,
    spring,
    story,
    told,
    two_stories,
)  # fmt: skip
from pitch.test_page import Reading
from pitch.test_properties import materials
from pivot_journal.domain.decision import DecisionStatus, LaunchChange, WorryOutcome
from pivot_journal.domain.impact import Basis
from pivot_journal.domain.observation import Evidence, Reference
from pivot_journal.domain.pitch import Material, Pitch
from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When
from pivot_journal.journal.release import release_one_page
from pivot_journal.pitch.one_page import as_one_page, compose_page
from pivot_journal.pitch.private import Mask, private_amounts
from pivot_journal.pitch.roles import PROMPTS, UNDATED_PROMPT

TODAY = dt.date(2026, 11, 23)
thorough = settings(max_examples=18, deadline=None, suppress_health_check=list(HealthCheck))


def page_of(chosen: Material, change: Callable[[str], str] | None = None) -> str:
    return as_one_page(chosen, compose_page(chosen, today=TODAY), today=TODAY, change=change)


def body_of(page: str) -> str:
    """Return the text of a page without its style."""
    return Reading(re.sub("<style>.*?</style>", "", page, flags=re.DOTALL)).text


def drawn(page: str) -> str:
    """Return the timelines of a page."""
    return "\n".join(re.findall(r"<figure.*?</figure>", page, re.DOTALL))


# By itself


def test_it_holds_no_script_and_fetches_nothing_and_is_light_and_dark() -> None:
    page = page_of(two_stories())
    read = Reading(page)
    assert not read.open
    assert not {"script", "link", "img", "iframe", "base", "object", "svg"} & {tag for tag, _ in read.tags}
    assert not re.search(r"https?:|url\(|@import|\bon\w+=", page)
    assert "prefers-color-scheme: dark" in page
    assert "size: A4" in page
    assert page.startswith("<!DOCTYPE html>\n")


def test_the_same_material_gives_the_same_bytes() -> None:
    assert page_of(two_stories()) == page_of(two_stories())


def test_every_reference_leads_to_a_note_that_is_listed() -> None:
    read = Reading(page_of(two_stories()))
    ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
    targets = {str(attributes["href"]).removeprefix("#") for _, attributes in read.tags if "href" in attributes}
    assert ids == ["note-1", "note-2", "note-3"]
    assert targets
    assert targets <= set(ids)


def test_nothing_that_was_typed_acts_as_markup() -> None:
    evil = "<script>alert(1)</script> & \"x\" 'y' </title> <img src=x onerror=y> [bold]"
    seen = observation(evil, day("2024-02-06"), evidence=Evidence.DATED_ELSEWHERE, reference=Reference(source=evil))
    chosen = material(
        told(
            story(evil, saw=evil, did=evil, learned=evil),
            on=decision(evil, assumption=evil, operational_reality=evil, launched_on=day("2024-04-15")),
            impacts=[impact(unit=evil, working=evil, over_from=dt.date(2024, 4, 15))],
            seen=[seen],
        ),
        of=pitch(opening=evil, who_i_am=evil),
    )
    page = page_of(chosen)
    read = Reading(page)
    assert not read.open
    assert not {"script", "img"} & {tag for tag, _ in read.tags}
    assert page.count("<title>") == page.count("</title>") == 1
    assert read.text.count("<script>alert(1)</script> & \"x\" 'y'") >= 8


# What is told


def test_it_begins_with_the_users_own_lines_and_tells_each_story_in_order() -> None:
    text = body_of(page_of(two_stories()))
    told_in_order = [
        "Two launches went wrong in the same place.",
        "I have run operations at a medical supply company for four years.",
        "I want to bring that list upstream, to the week the default is chosen.",
        "Closed clinics",
        "an address is open all day",
        "9 of 30 failed drops were clinics shut for lunch.",
        "I wrote that down on 6 February 2024, about ten weeks before the launch.",
        "I tallied every failed drop, read the redelivery invoices and wrote a note to the PM.",
        "no size, no priority",
        "ask opening hours once, at sign-up",
        "one more field",
        "118 failed drops in six weeks",
        "I counted (my own tally, against the redelivery invoices)",
        "noted 69 days before launch",
        "launched 15 April 2024",
        "written here 6 February 2024, 69 days before launch",
        "Recall mail",
        "64 of 220 recalled units in four days",
        "noted 25 days before launch",
    ]
    places = [text.index(words) for words in told_in_order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("of", "heading"),
    [
        (lines(), "Two launches went wrong in the same place."),
        (pitch(who_i_am="I run a dock."), "I run a dock."),
        (pitch(why_earlier="to be there earlier"), "I want to be there earlier."),
        (pitch(), "Closed clinics · Recall mail"),
    ],
)
def test_the_heading_is_what_the_user_wrote(of: Pitch, heading: str) -> None:
    page = page_of(material(closed_clinics(), recall_mail(), of=of))
    assert f"<h1>{heading}</h1>" in page
    assert f"<title>{heading}</title>" in page


def test_what_was_true_stands_under_what_was_taken_for_granted() -> None:
    clinics = closed_clinics()
    assert clinics.decision
    known = replace(clinics, decision=replace(clinics.decision, operational_reality="clinics shut for lunch"))
    text = body_of(page_of(material(known)))
    assert text.index("an address is open all day") < text.index("Clinics shut for lunch.")
    assert "What was true" not in body_of(page_of(material(clinics)))


def test_what_is_not_filled_leaves_no_label_and_no_prompt() -> None:
    page = page_of(material(told(story("Gates", saw="Gates were shut."))))
    assert re.findall(r"<dt>(.*?)</dt>", page) == ["What I saw"]
    assert "<figure" not in page
    assert 'class="evidence"' not in page
    assert not any(prompt in page for prompt in (*PROMPTS.values(), UNDATED_PROMPT))


def test_the_arithmetic_stands_with_the_amount_unless_a_public_form_stands_in_for_it() -> None:
    facts = {"currency": "EUR", "working": "invoices", "working_count": Decimal(59), "working_rate": Decimal(110)}
    amount = impact("6490", "", basis=Basis.ESTIMATED, **facts)
    page = page_of(material(told(story(did="counted them"), impacts=[amount])))
    assert "<strong>About €6,490</strong>" in page
    assert "I worked it out (invoices) · 59 × 110 EUR = 6,490 EUR" in page
    hidden = page_of(material(told(story(did="counted them"), impacts=[replace(amount, public_form="several vans")])))
    assert "<strong>Several vans</strong>" in hidden
    assert not re.search("6,?490|59|110", body_of(hidden))


def test_only_linked_dated_notes_that_are_not_in_the_trash_are_listed_and_a_long_one_from_its_beginning() -> None:
    seen = [
        observation("Seen at the gate. " + "More of it. " * 60 + "The end #gate", day("2024-02-06")),
        observation("Thrown away", day("2024-02-07"), number=2, is_trashed=True),
        observation("Some day", UNKNOWN_DAY, number=3),
    ]
    text = body_of(page_of(material(told(story(saw="Gates were shut."), seen=seen))))
    assert "“" not in text
    assert "Seen at the gate. More of it." in text
    for absent in ("Thrown away", "Some day", "The end", "#gate"):
        assert absent not in text


def test_each_note_says_how_good_a_witness_it_is() -> None:
    ticket = Reference(source="ticket system", reference="ticket 4471", dated_on=dt.date(2024, 2, 1))
    seen = [
        observation("In the ticket", day("2024-02-01"), evidence=Evidence.DATED_ELSEWHERE, reference=ticket),
        observation("Written at once", day("2024-02-06"), number=2),
        observation("Remembered", spring(2023), number=3, evidence=Evidence.FROM_MEMORY),
    ]
    page = page_of(material(told(on=decision(launched_on=day("2024-04-15")), seen=seen)))
    items = [Reading(item).text for item in re.findall(r"<li.*?</li>", page, re.DOTALL)]
    assert items == [
        "1spring 2023: Remembered from memory",
        "21 February 2024: In the ticket dated 1 February 2024 in ticket system, ticket 4471, 74 days before launch",
        "36 February 2024: Written at once written here 6 February 2024, 69 days before launch",
    ]
    assert re.findall(r'<i class="note (\w+)', page) == ["memory", "elsewhere", "here"]


# What is drawn


def test_a_date_that_is_a_season_is_drawn_as_long_as_the_season() -> None:
    seen = [observation("Remembered", spring(2023), evidence=Evidence.FROM_MEMORY)]
    figure = drawn(page_of(material(told(on=decision(launched_on=When.of(TODAY, Precision.YEAR)), seen=seen))))
    (place,) = re.findall(r'<i class="note memory" style="left: ([\d.]+)%; width: ([\d.]+)%', figure)
    months = 12 * 3 + 10  # from March 2023 to December 2026
    assert float(place[0]) == 0
    assert float(place[1]) == pytest.approx(3 * 100 / months, abs=0.2)
    assert '<i class="vague" style="left: ' in figure
    assert 'class="launch"' not in figure
    assert "set for 2026" in figure


def test_memory_claims_no_lead_time_whatever_day_is_remembered() -> None:
    seen = [observation("Remembered", day("2024-02-06"), written="2026-01-05", evidence=Evidence.FROM_MEMORY)]
    page = page_of(material(told(story(saw="It was so."), on=decision(launched_on=day("2024-04-15")), seen=seen)))
    assert 'class="lead"' not in page
    assert "before launch" not in page
    assert "launched 15 April 2024" in drawn(page)


def test_the_lead_runs_from_the_moment_of_writing_to_the_launch() -> None:
    seen = [observation("Seen in January", day("2024-01-01"), written="2024-03-31")]
    figure = drawn(page_of(material(told(on=decision(launched_on=day("2024-04-30")), seen=seen))))
    (place,) = re.findall(r'<i class="lead" style="left: ([\d.]+)%; width: ([\d.]+)%', figure)
    days = 31 + 29 + 31 + 30
    assert float(place[0]) == pytest.approx((90 + 0.5) * 100 / days, abs=0.01)
    assert float(place[1]) == pytest.approx(30 * 100 / days, abs=0.01)
    assert "noted 30 days before launch" in figure


def test_a_worry_that_proved_wrong_and_a_wording_that_changed_are_said_with_the_lead() -> None:
    seen = [observation("New words", day("2024-02-06"), reworded="2024-05-01", earlier=[("Old words", "2024-02-06")])]
    chosen = decision(launched_on=day("2024-04-15"), worry_outcome=WorryOutcome.DID_NOT)
    assert "noted 69 days before launch, reworded after; it did not come true" in drawn(
        page_of(material(told(on=chosen, seen=seen)))
    )


def test_of_a_launch_that_is_still_to_come_only_its_date_is_drawn() -> None:
    chosen = decision(launched_on=day("2027-04-15"), status=DecisionStatus.PLANNED)
    figure = drawn(page_of(material(told(on=chosen, seen=[observation("Soon", day("2026-11-02"))]))))
    assert "set for 15 April 2027" in figure
    assert 'class="lead"' not in figure


def test_the_dates_that_a_launch_was_set_for_before_are_drawn_once_each() -> None:
    moves = [("2024-03-01", "2024-02-10"), ("2024-05-01", "2024-02-20"), ("2024-03-01", "2024-03-01")]
    changes = tuple(LaunchChange(launched_on=day(on), changed_at=evening(at)) for on, at in moves)
    chosen = decision(launched_on=day("2024-04-15"), launch_changes=changes)
    figure = drawn(page_of(material(told(on=chosen, seen=[observation("Seen", day("2024-02-06"))]))))
    assert figure.count("launch first set for 1 March 2024") == 1
    assert figure.count("then set for 1 May 2024") == 1


def test_behind_a_public_form_no_days_are_drawn_either() -> None:
    clinics = closed_clinics()
    assert 'class="bar"' in drawn(page_of(material(clinics)))
    (big,) = clinics.impacts
    hidden = replace(clinics, impacts=(replace(big, public_form="over a hundred"),))
    assert 'class="bar"' not in drawn(page_of(material(hidden)))


# What holds of any page


@given(materials())
@thorough
def test_any_page_is_whole_prompts_nothing_and_claims_what_the_pitch_claims(any_material: Material) -> None:
    composed = compose_page(any_material, today=TODAY)
    page = as_one_page(any_material, composed, today=TODAY)
    read = Reading(page)
    assert not read.open
    assert not any(prompt in read.text for prompt in (*PROMPTS.values(), UNDATED_PROMPT))
    assert not composed.left_out or all(
        left.reason == "only the beginning of a long note is quoted" for left in composed.left_out
    )
    assert page.count('<i class="lead"') <= sum(part.role == "foresight" for part in composed.parts)
    for left, width in re.findall(r"left: ([\d.]+)%; width: ([\d.]+)%", page):
        assert 0 <= float(left) <= 100
        assert 0 <= float(width) <= 100.01 - float(left)


@given(materials())
@thorough
def test_no_date_of_any_page_is_drawn_more_exactly_than_it_is_known(any_material: Material) -> None:
    page = page_of(any_material)
    seen = [each for of in any_material.stories for each in of.observations if each.observed_on.day]
    exact = [each for each in seen if each.observed_on.precision is Precision.DAY]
    assert len(re.findall(r'<i class="note \w+ day"', page)) <= len(exact)
    assert len(re.findall(r'<i class="note \w+"', page)) <= len(seen) - len(exact)
    launches = [of.decision.launched_on.precision for of in any_material.stories if of.decision]
    assert ('<i class="launch"' in page) <= (Precision.DAY in launches)


@given(materials())
@thorough
def test_no_private_term_is_on_any_page(any_material: Material) -> None:
    words = re.findall(r"[^\W\d_]{4,}", " ".join(seen.text for s in any_material.stories for seen in s.observations))
    terms = [PrivateTerm(id=word, term=word, say_instead="qqqq") for word in dict.fromkeys(words[:3])]
    mask = Mask([*terms, *private_amounts(any_material)])
    composed = compose_page(any_material, today=TODAY, mask=mask)
    if not any(part.story_id for part in composed.parts):
        return
    released = release_one_page(any_material, today=TODAY, mask=mask)
    shown = re.sub(
        r"<style>.*?</style>|<dt>.*?</dt>|aria-label=\"Timeline of the notes below", "", released.text, flags=re.S
    )
    for line in Reading(shown).text.splitlines():
        assert not Mask(terms).terms_in(line)
