"""Number and assumption in one written line, with how the number is known in its verb."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from pitch.builders import decision, impact, lines, material, story, told
from pivot_journal.domain.impact import Basis
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.composition import Composition
from pivot_journal.pitch.roles import Role
from pivot_journal.pitch.told import formula_lacks

NINE = "Nine vans stood still"


def composed(
    name: str, beats: dict[str, Any] | None = None, assumption: str = "an address is open all day", **facts: Any
) -> Composition:
    has_impact = facts.pop("has_impact", True)
    size = [impact(**facts | {"over_length": "six weeks"})] if has_impact else []
    one = told(story(**({"saw": NINE} | (beats or {}))), on=decision(assumption=assumption), impacts=size)
    return compose(material(one, of=lines()), name)


def sentence_of(role: Role, of: Composition) -> str:
    return next((part.text for part in of.parts if part.role is role), "")


@pytest.mark.parametrize(
    ("basis", "assumption", "line"),
    [
        (
            Basis.MEASURED,
            "an address is open all day",
            "Kept a tally; 118 failed drops in six weeks, traced to the assumption that an address is open all day.",
        ),
        (
            Basis.ESTIMATED,
            "an address is open all day",
            "Kept a tally; about 118 failed drops in six weeks (my estimate), traced to the assumption that an address "
            "is open all day.",
        ),
        (
            Basis.REPORTED,
            "an address is open all day",
            "Kept a tally; 118 failed drops in six weeks (as I was told), traced to the assumption that an address is "
            "open all day.",
        ),
        (
            Basis.MEASURED,
            "a page that assumed clinics never close",
            "Kept a tally; 118 failed drops in six weeks, traced to a page that assumed clinics never close.",
        ),
        (
            Basis.MEASURED,
            "the page assumed clinics never close.",
            "Kept a tally; 118 failed drops in six weeks where the page assumed clinics never close.",
        ),
        (
            Basis.MEASURED,
            "one order, one parcel",
            "Kept a tally; 118 failed drops in six weeks, traced to one assumption: one order, one parcel.",
        ),
    ],
)
def test_a_bullet_begins_with_what_the_user_did_in_the_users_words(basis: Basis, assumption: str, line: str) -> None:
    made = composed("bullets", {"did": "I kept a tally."}, assumption, basis=basis)
    assert made.text == f"- {line}"
    assert not made.gaps


@pytest.mark.parametrize(
    ("basis", "facts", "amount"),
    [
        (Basis.MEASURED, {}, "Counted 118 failed drops in six weeks"),
        (Basis.MEASURED, {"unit": "refunds", "currency": "USD"}, "Counted $118 in refunds over six weeks"),
        (Basis.ESTIMATED, {}, "Estimated 118 failed drops in six weeks"),
        (Basis.REPORTED, {}, "Was told of 118 failed drops in six weeks"),
    ],
)
@pytest.mark.parametrize("did", ["", "We moved the cut-off"])
def test_a_bullet_without_an_own_deed_begins_with_how_the_number_is_known(
    did: str, basis: Basis, facts: dict[str, Any], amount: str
) -> None:
    made = composed("bullets", {"did": did}, "it can rain", basis=basis, **facts)
    assert made.text == f"- {amount}, traced to the assumption that it can rain."


@pytest.mark.parametrize(
    ("basis", "known"),
    [(Basis.MEASURED, ""), (Basis.ESTIMATED, " (my estimate)"), (Basis.REPORTED, " (as I was told)")],
)
def test_a_bullet_whose_deed_gives_the_number_says_it_once(basis: Basis, known: str) -> None:
    made = composed("bullets", {"did": "I put 118 failed drops on one page"}, "it can rain", basis=basis)
    assert made.text == f"- Put 118 failed drops on one page{known}; the assumption behind it: it can rain."


@pytest.mark.parametrize(
    ("did", "facts", "line"),
    [
        (
            "I sent 118 emails",
            {"unit": "refunds", "currency": "USD"},
            "Sent 118 emails; $118 in refunds over six weeks",
        ),
        ("I asked 118 drivers about the failed scans", {}, None),
        ("I kept 118 hours free", {"amount_high": Decimal(150)}, None),
        (
            "I heard of 118 failed drops from dispatch",
            {"basis": Basis.REPORTED},
            "Heard of 118 failed drops from dispatch",
        ),
        ("I counted about 118 failed drops", {"basis": Basis.ESTIMATED}, "Counted about 118 failed drops"),
        (
            "I counted over a hundred failed drops by hand",
            {"public_form": "over a hundred failed drops"},
            "Counted over a hundred failed drops by hand",
        ),
    ],
)
def test_a_bullet_says_the_amount_unless_the_deed_is_about_it_and_its_basis_once(
    did: str, facts: dict[str, Any], line: str | None
) -> None:
    text = composed("bullets", {"did": did}, "it can rain", **{"basis": Basis.MEASURED, **facts}).text
    deed = did.removeprefix("I ")
    expected = line or f"{deed[0].upper()}{deed[1:]}; "
    assert text.startswith(f"- {expected}")
    assert ("failed drops in six weeks" in text) is (line is None)
    assert text.count("(") == 0


@pytest.mark.parametrize(
    "did", ["I am the one who kept a tally", "I did not keep a tally", "I had no access", "I could not reach anyone"]
)
def test_a_bullet_does_not_begin_with_what_was_not_done(did: str) -> None:
    assert composed("bullets", {"did": did}, "it can rain").text.startswith("- Counted 118 failed drops")


def test_the_users_own_bullet_stands_in_place_of_it_and_lacks_nothing() -> None:
    made = composed("bullets", {"bullet": "- built the tally that moved the cut-off"}, "", has_impact=False)
    assert made.text == "- Built the tally that moved the cut-off."
    assert not made.gaps
    assert made.parts[0].source == "story.bullet"


def test_a_bullet_asks_for_each_of_the_three_that_is_missing() -> None:
    made = composed("bullets", {"did": ""}, "", has_impact=False)
    assert [(gap.role, gap.source) for gap in made.gaps] == [
        (Role.NUMBER, "impact"), (Role.ASSUMPTION, "decision.assumption"), (Role.DID, "story.did"),
    ]  # fmt: skip
    assert made.text == ""


def test_a_bullet_without_a_number_begins_with_what_was_done() -> None:
    made = composed("bullets", {"did": "read forty notes"}, has_impact=False)
    assert made.text == "- Read forty notes; the assumption behind it: an address is open all day."
    assert [gap.role for gap in made.gaps] == [Role.NUMBER]


def test_a_bullet_that_is_too_long_leaves_the_own_part_out_and_names_it() -> None:
    made = composed("bullets", {"did": "kept a tally " + "every day and every night " * 5})
    assert made.text == (
        "- Counted 118 failed drops in six weeks, traced to the assumption that an address is open all day."
    )
    assert [left.label for left in made.left_out] == ["what I did in story 1"]
    assert not made.is_over


def test_a_bullet_that_is_still_too_long_is_whole_and_says_by_how_much() -> None:
    made = composed("bullets", {"bullet": "word " * 50})
    assert made.is_over
    assert made.text.count("ord") == 50
    assert [(part.field, part.by, part.unit) for part in made.to_shorten] == [("story.bullet", 50, "characters")]


def test_each_story_is_one_bullet_and_each_is_measured_by_itself() -> None:
    one = told(story("One", bullet="w" * 150), on=decision())
    two = told(story("Two", bullet="w" * 180), on=decision())
    made = compose(material(one, two), "bullets")
    assert [line[:2] for line in made.text.split("\n")] == ["- ", "- "]
    assert made.size_said == "181/200"
    assert not made.is_over


@pytest.mark.parametrize(
    ("basis", "assumption", "sentence"),
    [
        (
            Basis.MEASURED,
            "an address is open all day",
            "I traced 118 failed drops in six weeks to the assumption that an address is open all day.",
        ),
        (
            Basis.ESTIMATED,
            "an address is open all day",
            "By my estimate, about 118 failed drops in six weeks came from the assumption that an address is open "
            "all day.",
        ),
        (
            Basis.REPORTED,
            "one order, one parcel",
            "I was told of 118 failed drops in six weeks and traced that to one assumption: one order, one parcel.",
        ),
        (
            Basis.REPORTED,
            "Our page assumed clinics never close",
            "Our page assumed clinics never close: 118 failed drops in six weeks, as I was told.",
        ),
    ],
)
def test_an_email_says_number_and_assumption_in_one_sentence(basis: Basis, assumption: str, sentence: str) -> None:
    made = composed("email", None, assumption, basis=basis)
    assert sentence_of(Role.FORMULA, made) == sentence
    assert not {Role.NUMBER, Role.ASSUMPTION} & {part.role for part in made.parts}
    assert not {Role.NUMBER, Role.ASSUMPTION} & {gap.role for gap in made.gaps}


def test_where_the_users_own_sentence_has_the_number_the_formula_does_not_repeat_it() -> None:
    made = composed("email", {"mattered": "It cost us 118 failed drops."})
    assert made.text.count("118") == 1
    assert sentence_of(Role.ASSUMPTION, made).startswith("Same-day slots took for granted")


def test_a_note_says_it_in_the_short_form_and_gives_less_of_the_number_where_room_is_short() -> None:
    facts: dict[str, Any] = {"amount": "9", "out_of": Decimal(30)}
    short = {"assumption_short": "our page assumed clinics never close"}
    whole = composed("linkedin", short, **facts)
    assert sentence_of(Role.FORMULA, whole) == (
        "Our page assumed clinics never close: 9 of 30 failed drops in six weeks."
    )
    assert whole.parts[0].source == "story.assumption_short"
    tight = compose(material(told(
        story(**short), on=decision(assumption="x"), impacts=[impact(over_length="six weeks", **facts)]
    )), "linkedin", limits={"linkedin": 60})  # fmt: skip
    assert tight.text == "Our page assumed clinics never close: 9 failed drops."


def test_a_public_form_stands_for_the_exact_amount_in_whatever_leaves() -> None:
    facts: dict[str, Any] = {"amount": "96", "out_of": Decimal(140), "public_form": "About two thirds"}
    facts |= {"working": "41 of 58 and 55 of 82", "unit": "customers too early"}
    for name in ("hallway", "chat", "email", "bullets", "star", "cover", "linkedin"):
        text = composed(name, **facts).text
        assert "about two thirds of customers too early" in text
        assert not {"96", "140", "58", "82"} & set(text.split())


def test_an_estimate_or_hearsay_in_the_users_own_words_is_said_to_be_one() -> None:
    own = {"mattered": "It cost us 118 failed drops."}
    assert "drops. That is my estimate." in composed("hallway", own, basis=Basis.ESTIMATED).text
    assert "drops. That is what I was told." in composed("hallway", own, basis=Basis.REPORTED).text
    assert "estimate" not in composed("hallway", own).text
    hedged = {"mattered": "It cost us about 118 failed drops."}
    assert "That is" not in composed("hallway", hedged, basis=Basis.ESTIMATED).text


def test_where_the_basis_is_dropped_that_it_is_an_estimate_still_stands() -> None:
    own = {"mattered": "It cost us 118 failed drops.", "did": "word " * 160}
    told_whole = composed("chat", own | {"did": "I asked."}, basis=Basis.ESTIMATED, working="40 a day, x days")
    assert "How I got there: 40 a day, x days." in told_whole.text
    tight = composed("chat", own, basis=Basis.ESTIMATED, working="as many words as there is no room for " * 2)
    assert "how I know the number in story 1" in {left.label for left in tight.left_out}
    assert "That is my estimate." in tight.text


def test_a_stretch_of_days_is_said_as_exactly_as_it_is_known_in_a_bullet_too() -> None:
    facts: dict[str, Any] = {"over_from": dt.date(2024, 4, 15), "over_to": dt.date(2024, 5, 26)}
    assert "118 failed drops in six weeks" in composed("bullets", {"did": "asked them"}, **facts).text


def test_what_a_story_lacks_of_the_formula_is_told_role_by_role() -> None:
    whole = told(story(saw=NINE), on=decision(assumption="it can rain"), impacts=[impact()])
    assert formula_lacks(whole) == ()
    assert formula_lacks(told()) == (Role.SAW, Role.NUMBER, Role.ASSUMPTION)
    assert formula_lacks(told(story(saw=NINE, mattered="It cost an hour each, 40 in all."))) == (Role.ASSUMPTION,)
