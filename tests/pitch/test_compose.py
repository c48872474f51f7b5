"""What a pitch says, word for word."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

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
    spring,
    story,
    told,
    two_stories,
)
from pivot_journal.domain.decision import WorryOutcome
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.impact import Basis
from pivot_journal.domain.observation import Evidence, Reference
from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.composition import Gap, Part
from pivot_journal.pitch.formats import STANDARD, Role

CHAT = """\
Two launches went wrong in the same place.

9 of 30 failed drops were clinics shut for lunch. I wrote that down on 6 February 2024, about ten weeks before the \
launch of same-day slots. They took for granted that an address is open all day. I counted 118 failed drops in six \
weeks. That is from my own tally, against the redelivery invoices. I tallied every failed drop, read the redelivery \
invoices and wrote a note to the PM. The answer was: no size, no priority. The other option was to ask opening hours \
once, at sign-up. That would have cost one more field.

My note of 9 May 2024 says: the draft of the recall mail goes to the buyer, not to the ward. The recall mailer rested \
on the belief that the buyer is the user. My count was 64 of 220 recalled units in four days. I counted the shelves \
and called every ward. I would have chosen to mail the delivery contact too. That would have meant more mail, some of \
it wrong.

I want to bring that list upstream, to the week the default is chosen. Where would you have caught the first one?"""

HALLWAY = """\
Same-day slots assumed that an address is open all day. 9 of 30 failed drops were clinics shut for lunch. \
That was on 6 February 2024. I counted 118 failed drops in six weeks. I tallied every failed drop, read the \
redelivery invoices and wrote a note to the PM. The other option was to ask opening hours once, at sign-up.

I want to bring that list upstream, to the week the default is chosen. Where would you have caught the first one?"""

FOUR_FIELDS = """\
On 6 February 2024 I noted: 9 of 30 failed drops were clinics shut for lunch. That was about ten weeks before the \
launch of same-day slots. They took for granted that an address is open all day. I counted 118 failed drops in six \
weeks. The other option was to ask opening hours once at sign-up. That would have cost one more field."""

FROM_MEMORY = """\
Drivers kept a paper list of shut depots. That was in spring 2023, as I remember it. The decision to move to batch \
picking took for granted that every depot has a printer. By my estimate, it came to between 80 and 120 hours a week \
over two months. The other option was a ten-minute hold. The price: urgent orders wait."""

DATED_ELSEWHERE = """\
Agents retyped the bank details on every third refund. It is on record from 3 May 2023, ticket system, ticket 4471, \
about ten weeks before the launch of the new refund form. The refund form assumed that a customer pays with their own \
card. I was told it was €5,200.50 in eight weeks. I have that from the finance lead."""

REWORDED = """\
Carts waited at the bench. My note of 20 February 2024, 20 days before the launch, says: two returns carts waited an \
hour for the bench. We moved returns to one bench. That took for granted that one bench is enough."""


def four_fields() -> StoryMaterial:
    return told(
        on=decision(
            assumption="an address is open all day",
            alternative="ask opening hours once at sign-up",
            trade_off="one more field",
            launched_on=day("2024-04-15"),
        ),
        impacts=[impact(over_length="six weeks")],
        seen=[observation("9 of 30 failed drops were clinics shut for lunch", day("2024-02-06"))],
    )


def text_of(*stories: StoryMaterial, format_name: str = "chat", today: dt.date | None = None) -> str:
    return compose(material(*stories), format_name, today=today).text


def sentence_of(role: Role, beats: dict[str, Any] | None = None, **facts: Any) -> str:
    """The text for one role of a story with the given beats and decision facts; empty where none is said."""
    title = facts.pop("title", "Same-day slots")
    composed = compose(material(told(story(**(beats or {})), on=decision(title, **facts))))
    return next((part.text for part in composed.parts if part.role is role), "")


def test_two_whole_stories_make_a_chat() -> None:
    composed = compose(two_stories())
    assert composed.text == CHAT
    assert [left.label for left in composed.left_out] == ["who I am", "what I do not know yet", "lead time of story 2"]
    assert not composed.gaps
    assert 60 <= composed.seconds <= 90


def test_the_same_journal_makes_a_hallway_pitch_of_its_first_story() -> None:
    composed = compose(two_stories(), "hallway")
    assert composed.text == HALLWAY
    assert [left.label for left in composed.left_out] == [
        "story 2",
        "opening line",
        "price of the alternative of story 1",
        "lead time of story 1",
    ]
    assert composed.words <= 90


def test_four_fields_and_one_observation_are_a_sayable_pitch() -> None:
    composed = compose(material(four_fields()))
    assert composed.text == FOUR_FIELDS
    assert [gap.role for gap in composed.gaps] == [Role.OPENING, Role.DID, Role.WHY_EARLIER, Role.QUESTION]


def test_an_empty_pitch_says_nothing_and_asks_for_a_story() -> None:
    composed = compose(material())
    assert composed.text == ""
    assert composed.seconds == 0
    assert [(gap.role, gap.prompt) for gap in composed.gaps] == [
        (Role.OPENING, "the pattern in one line: what do these moments have in common?"),
        (Role.STORIES, "space on a story puts it here"),
        (Role.WHY_EARLIER, "why you want in earlier, in one sentence"),
        (Role.QUESTION, "one question to ask them"),
    ]


def test_a_story_of_only_a_title_is_all_gaps() -> None:
    composed = compose(material(told()))
    assert composed.text == ""
    assert [gap.role for gap in composed.gaps if gap.story_id] == [
        Role.SAW,
        Role.ASSUMPTION,
        Role.NUMBER,
        Role.DID,
        Role.WOULD_DECIDE,
    ]


def test_a_story_from_memory_claims_no_foresight() -> None:
    remembered = told(
        story(saw="Drivers kept a paper list of shut depots"),
        on=decision(
            "Move to batch picking",
            assumption="Every depot has a printer",
            launched_on=day("2023-06-01"),
            alternative="a ten-minute hold",
            trade_off="urgent orders wait",
        ),
        impacts=[
            impact(
                "80",
                "hours a week",
                amount_high=Decimal(120),
                over_length="two months",
                basis=Basis.ESTIMATED,
            )
        ],
        seen=[
            observation("drivers kept a paper list", spring(2023), written="2024-01-05", evidence=Evidence.FROM_MEMORY)
        ],
    )
    assert text_of(remembered) == FROM_MEMORY


def test_a_story_dated_elsewhere_names_its_source_and_hearsay_its_teller() -> None:
    ticket = Reference(source="ticket system", dated_on=dt.date(2023, 5, 3), reference="ticket 4471")
    refunds = told(
        story(saw="Agents retyped the bank details on every third refund"),
        on=decision(
            "New refund form",
            assumption="The refund form assumed that a customer pays with their own card",
            launched_on=day("2023-07-10"),
        ),
        impacts=[
            impact(
                "5200.50",
                "",
                currency="EUR",
                over_from=dt.date(2023, 7, 10),
                over_to=dt.date(2023, 9, 3),
                basis=Basis.REPORTED,
                working="the finance lead",
            )
        ],
        seen=[
            observation(
                "Retyped", day("2023-05-03"), written="2024-01-05", evidence=Evidence.DATED_ELSEWHERE, reference=ticket
            )
        ],
    )
    assert text_of(refunds) == DATED_ELSEWHERE


def test_of_a_note_reworded_after_the_launch_only_what_stood_before_is_quoted() -> None:
    seen = observation(
        "The bench was bound to jam",
        day("2024-02-20"),
        reworded="2024-05-01",
        earlier=[("Two returns carts waited an hour for the bench", "2024-02-20")],
    )
    bench = decision("We moved returns to one bench", assumption="one bench is enough", launched_on=day("2024-03-11"))
    assert text_of(told(story(saw="Carts waited at the bench"), on=bench, seen=[seen])) == REWORDED
    assert "bound to jam" not in text_of(told(on=bench, seen=[seen]))


def test_a_launch_that_is_still_ahead_is_not_told_as_past() -> None:
    worry = told(
        on=decision("One-tap reorder", launched_on=day("2026-12-01")),
        seen=[observation("Nobody asked what a double tap does", day("2026-11-20"))],
    )
    assert text_of(worry, today=dt.date(2026, 11, 23)) == (
        "On 20 November 2026 I noted: nobody asked what a double tap does. "
        "The launch of the one-tap reorder is set for 1 December 2026."
    )
    assert "eleven days before" in text_of(worry, today=dt.date(2026, 12, 2))


def test_a_worry_that_proved_wrong_is_not_called_a_failure() -> None:
    wrong = told(
        story(saw="Nobody asked what a double tap does."),
        on=decision("One-tap reorder", assumption="a tap is an intent", worry_outcome=WorryOutcome.DID_NOT),
    )
    assert text_of(wrong) == (
        "Nobody asked what a double tap does. The one-tap reorder took for granted that a tap is an intent."
    )


def test_the_record_of_another_note_is_quoted_and_the_moment_keeps_its_own_date() -> None:
    van = told(
        story(saw="A van stood still for an hour."),
        on=decision("Night drop", launched_on=day("2024-04-15")),
        seen=[
            observation("A van stood still", day("2024-03-11")),
            observation("Nine clinics shut at noon", day("2024-02-06"), number=2),
        ],
    )
    assert text_of(van) == (
        "A van stood still for an hour. That was on 11 March 2024. "
        "My note of 6 February 2024, about ten weeks before the launch of the night drop, says: "
        "Nine clinics shut at noon."
    )


def test_the_date_is_said_once() -> None:
    dated = told(
        story(saw="On 6 February I noted that nine of thirty drops failed at lunch."),
        on=decision("Night drop", launched_on=day("2024-04-15")),
        seen=[observation("9 of 30", day("2024-02-06"))],
    )
    assert text_of(dated) == (
        "On 6 February I noted that nine of thirty drops failed at lunch. "
        "That was about ten weeks before the launch of the night drop."
    )


def test_an_undated_note_stays_out_and_its_date_is_asked_for() -> None:
    composed = compose(material(told(seen=[observation("Found in an old file")])))
    assert composed.text == ""
    assert next(gap.source for gap in composed.gaps if gap.role is Role.SAW) == "observation.observed_on"


def test_a_note_in_the_trash_stays_out() -> None:
    assert text_of(told(seen=[observation("Gone", day("2024-02-06"), is_trashed=True)])) == ""


@pytest.mark.parametrize(
    ("assumption", "said"),
    [
        ("an address is open all day", "Same-day slots took for granted that an address is open all day."),
        ("that an address is open all day.", "Same-day slots took for granted that an address is open all day."),
        ("An address is open all day.", "Same-day slots took for granted that an address is open all day."),
        ("one order, one parcel", "Same-day slots took one thing for granted: one order, one parcel."),
        ("the buyer reads the mail", "Same-day slots took for granted that the buyer reads the mail."),
        ("clinics never close", "Same-day slots took for granted that clinics never close."),
        ("people listen to the end", "Same-day slots took for granted that people listen to the end."),
        ("the same orders every day", "Same-day slots took one thing for granted: the same orders every day."),
        ("a page that assumed clinics never close", "It began with a page that assumed clinics never close."),
        ("assumed that drivers can wait", "Same-day slots assumed that drivers can wait."),
        ("The page assumed a clinic never closes", "The page assumed a clinic never closes."),
        ("We treated the buyer as the user.", "We treated the buyer as the user."),
    ],
)
def test_an_assumption_is_said_as_one(assumption: str, said: str) -> None:
    assert sentence_of(Role.ASSUMPTION, assumption=assumption) == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Same-day slots", "Same-day slots took for granted that it can rain."),
        ("Recall mailer", "The recall mailer took for granted that it can rain."),
        ("Move to batch picking", "The decision to move to batch picking took for granted that it can rain."),
        ("Removed the reason", "What was decided: removed the reason. That took for granted that it can rain."),
        ("We moved to one bench!", "We moved to one bench! That took for granted that it can rain."),
        ("Bed board rollout", "The bed board rollout took for granted that it can rain."),
        ("🚀", "The decision took for granted that it can rain."),
    ],
)
def test_whatever_a_decision_is_called_it_can_take_something_for_granted(title: str, said: str) -> None:
    assert sentence_of(Role.ASSUMPTION, title=title, assumption="it can rain") == said


@pytest.mark.parametrize(
    ("alternative", "said"),
    [
        ("ask opening hours once", "The other option was to ask opening hours once."),
        ("Ask opening hours once.", "The other option was to ask opening hours once."),
        ("a ten-minute hold", "The other option was a ten-minute hold."),
        ("asking opening hours once", "The other option was asking opening hours once."),
        ("opening hours at sign-up", "The other option was opening hours at sign-up."),
        ("field at sign-up", "The other option: field at sign-up."),
        ("We could have asked once", "We could have asked once."),
    ],
)
def test_an_alternative_stands_whatever_kind_of_fragment_it_is(alternative: str, said: str) -> None:
    assert sentence_of(Role.WOULD_DECIDE, alternative=alternative) == said


@pytest.mark.parametrize(
    ("would_decide", "said"),
    [
        ("ask opening hours once", "I would have chosen to ask opening hours once."),
        ("would ask opening hours once", "I would ask opening hours once."),
        ("I would have asked once", "I would have asked once."),
        ("One field at sign-up was the cheap option.", "One field at sign-up was the cheap option."),
    ],
)
def test_the_users_own_choice_comes_before_the_decisions_alternative(would_decide: str, said: str) -> None:
    assert sentence_of(Role.WOULD_DECIDE, {"would_decide": would_decide}, alternative="nothing") == said


@pytest.mark.parametrize(
    ("trade_off", "said"),
    [
        ("one more field", "That would have cost one more field."),
        ("€2 an order", "That would have cost €2 an order."),
        ("urgent orders wait", "The price: urgent orders wait."),
        ("a customer waits longer", "The price would have been that a customer waits longer."),
        ("would have annoyed the buyers", "That would have annoyed the buyers."),
        ("It costs a field.", "It costs a field."),
    ],
)
def test_a_price_stands_whatever_kind_of_fragment_it_is(trade_off: str, said: str) -> None:
    assert sentence_of(Role.COST, alternative="ask once", trade_off=trade_off) == said


def test_a_price_is_asked_for_only_where_there_is_something_to_pay_for() -> None:
    with_option = compose(material(told(on=decision(alternative="ask once"))))
    without = compose(material(told(on=decision(trade_off="one more field"))))
    assert Role.COST in {gap.role for gap in with_option.gaps}
    assert Role.COST not in {gap.role for gap in without.gaps}
    assert Role.COST not in {part.role for part in without.parts}


@pytest.mark.parametrize(
    ("beats", "said"),
    [
        ({"raised_with": "night lead"}, "I raised it with the night lead."),
        ({"raised_with": "The night lead"}, "I raised it with the night lead."),
        ({"raised_with": "my manager"}, "I raised it with my manager."),
        ({"raised_with": "Sabine Krause"}, "I raised it with Sabine Krause."),
        ({"raised_with": "nobody"}, "I raised it with nobody."),
        ({"raised_reply": "She said no."}, "She said no."),
        ({"raised_reply": "no capacity"}, "The answer was: no capacity."),
        ({"did": "I told the night lead.", "raised_with": "night lead"}, ""),
    ],
)
def test_whom_it_was_raised_with_is_said_once(beats: dict[str, str], said: str) -> None:
    assert sentence_of(Role.RAISED, beats) == said


def test_the_same_assumption_is_said_in_short_the_second_time() -> None:
    again = told(story("Again"), on=decision("Night drop", assumption="An address is open all day."))
    assert text_of(four_fields(), again).endswith("The night drop rested on the same assumption.")


def test_why_it_mattered_keeps_the_number_beside_it() -> None:
    composed = compose(material(told(story(mattered="Wards stood without gloves"), impacts=[impact()])))
    assert [(part.role, part.text) for part in composed.parts] == [
        (Role.MATTERED, "Wards stood without gloves."),
        (Role.NUMBER, "I counted 118 failed drops."),
    ]


@pytest.mark.parametrize("beat", ["saw", "mattered", "did"])
def test_a_number_that_the_user_says_is_not_said_twice_and_never_dropped(beat: str) -> None:
    own = told(story(**{beat: "I counted 118 failed drops."}), impacts=[impact()])
    composed = compose(material(own, of=pitch(not_known="word " * 300)))
    assert composed.text.count("118") == 1


def test_the_only_figure_there_is_is_the_number() -> None:
    composed = compose(material(told(story(mattered="Three wards stood without gloves."))))
    assert [part.role for part in composed.parts] == [Role.NUMBER]


def test_every_part_of_evidence_names_the_observations_behind_it() -> None:
    composed = compose(two_stories())
    behind = {(part.role, part.paragraph): part.observation_ids for part in composed.parts if part.observation_ids}
    assert behind[Role.SAW, 1] == ("observation-1", "observation-2")
    assert behind[Role.FORESIGHT, 1] == ("observation-1",)
    assert behind[Role.NUMBER, 1] == ("observation-2",)
    assert behind[Role.SAW, 2] == ("observation-3",)


def test_every_line_names_the_field_that_its_words_live_in() -> None:
    homes = {line.source for line in compose(two_stories()).lines}
    assert {"pitch.opening", "story.saw", "observation", "impact", "decision.assumption", "story.trade_off"} <= homes


def test_gaps_stand_where_the_words_would() -> None:
    composed = compose(material(four_fields(), of=lines()))
    roles = [line.role for line in composed.lines]
    gap = next(index for index, line in enumerate(composed.lines) if isinstance(line, Gap))
    assert roles[gap - 1 : gap + 2] == [Role.NUMBER, Role.DID, Role.WOULD_DECIDE]


def test_a_hallway_pitch_begins_with_the_assumption_and_else_with_the_opening() -> None:
    assert not compose(material(four_fields(), of=lines()), "hallway").text.startswith("Two launches")
    assert compose(material(told(), of=lines()), "hallway").text.startswith("Two launches")


def test_words_and_seconds_are_those_of_the_parts_at_the_users_pace() -> None:
    slow = compose(replace(two_stories(), pitch=replace(lines(), words_per_minute=100)))
    assert slow.words == sum(part.words for part in slow.parts)
    assert slow.seconds == pytest.approx(sum(part.seconds for part in slow.parts))
    assert slow.seconds == pytest.approx(slow.words * 0.6)


def test_the_format_is_the_pitchs_own_unless_another_is_asked_for() -> None:
    chosen = material(recall_mail(), of=pitch(format="hallway"))
    assert compose(chosen).format == "hallway"
    assert compose(chosen, "chat").format == "chat"
    with pytest.raises(ValueRefused, match="hallway, chat"):
        compose(chosen, "opera")


def test_no_three_sentences_in_a_row_begin_alike() -> None:
    third = replace(four_fields(), story=story("Third"))
    composed = compose(material(closed_clinics(), recall_mail(), third, of=lines()))
    begins = [part.text.split()[0] for part in composed.parts]
    assert all(len(set(begins[index : index + 3])) > 1 for index in range(len(begins) - 2))


def test_no_format_can_drop_what_it_must_keep() -> None:
    for chosen in STANDARD.values():
        dropped = {drop.role for drop in chosen.drops}
        assert not dropped & (chosen.never_dropped | chosen.required | {Role.NUMBER, Role.ASSUMPTION, Role.BULLET})
        always = {drop.role for drop in chosen.drops if not drop.later_stories_only}
        assert not chosen.is_spoken or not always & {Role.SAW, Role.WHY_EARLIER, Role.DID}


def test_the_aim_is_shown_in_the_unit_of_the_format() -> None:
    aims = {name: STANDARD[name].budget.aim for name in STANDARD}
    assert aims == {
        "hallway": "30", "chat": "60–90", "linkedin": "200", "email": "75–125", "bullets": "200", "star": "60–120",
        "car": "60–120", "cover": "90–130", "followup": "60–90",
    }  # fmt: skip


def test_parts_are_parts_and_gaps_are_gaps() -> None:
    composed = compose(material(four_fields()))
    assert all(isinstance(part, Part) for part in composed.parts)
    assert len(composed.parts) + len(composed.gaps) == len(composed.lines)


def test_a_note_about_another_decision_foresees_nothing() -> None:
    other = observation("the rota changed again", day("2022-12-07"), number=9, decision_id="decision-of another")
    without = replace(closed_clinics(), observations=(other,))
    text = compose(material(without)).text
    assert "wrote that down" not in text
    assert "before the launch" not in text


def test_what_is_called_only_as_its_note_begins_is_no_name_that_takes_things_for_granted() -> None:
    happened = "The slot tool let everybody book 7:00 so 11 trucks stood at the gate"
    unnamed = decision(title="The slot tool let everybody", assumption="every driver arrives on time")
    seen = observation(happened, day("2024-03-05"))
    text = compose(material(told(on=unnamed, seen=[seen])), "chat").text
    assert "let everybody took" not in text
    assert "The decision took for granted that every driver arrives on time." in text
