"""The same parts as text, Markdown, JSON and the list behind them."""

from __future__ import annotations

import json

import pytest

from pitch.builders import (
    closed_clinics,
    day,
    decision,
    impact,
    material,
    observation,
    pitch,
    spring,
    story,
    told,
    two_stories,
)
from pivot_journal.domain.observation import Evidence, Reference
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.render import as_json_object, as_markdown, as_text, sources


def test_text_ends_in_one_line_break_and_an_empty_pitch_is_empty() -> None:
    composed = compose(two_stories())
    assert as_text(composed) == composed.text + "\n"
    assert as_text(compose(material())) == as_markdown(compose(material())) == ""


@pytest.mark.parametrize(
    ("typed", "escaped"),
    [
        ("We *never* asked.", "We \\*never\\* asked."),
        ("# One field", "\\# One field."),
        ("- one", "\\- one."),
        ("1. one", "1\\. one."),
        ("12) one", "12\\) one."),
        ("> one", "\\> one."),
        ("A [link](x) and <b>.", "A \\[link\\](x) and \\<b\\>."),
        ("AT&T paid.", "AT\\&T paid."),
        ("A `tick` and a_b ~ c | d \\ e.", "A \\`tick\\` and a\\_b \\~ c \\| d \\\\ e."),
        ("118 drops - in all.", "118 drops - in all."),
    ],
)
def test_nothing_that_was_typed_acts_as_markdown(typed: str, escaped: str) -> None:
    assert as_markdown(compose(material(of=pitch(opening=typed)))) == escaped + "\n"


def test_markdown_keeps_the_paragraphs() -> None:
    composed = compose(two_stories())
    assert as_markdown(composed).count("\n\n") == len(composed.paragraphs) - 1 == 3


def test_json_has_the_keys_of_the_contract() -> None:
    composed = compose(two_stories())
    made = as_json_object(composed, {"observation-1": 41, "observation-2": 42})
    assert list(made)[:7] == ["audience", "format", "text", "words", "seconds", "parts", "gaps"]
    assert list(made)[7:] == ["characters", "range", "left_out", "to_shorten"]
    assert made["characters"] == len(composed.text)
    assert made["range"] == [pytest.approx(composed.seconds * 150 / pace, abs=0.06) for pace in (170, 130)]
    parts = made["parts"]
    assert isinstance(parts, list)
    assert parts[1] == {
        "role": "saw",
        "text": "9 of 30 failed drops were clinics shut for lunch.",
        "story": "Closed clinics",
        "observations": [41, 42],
        "seconds": 4.0,
    }
    assert parts[0]["story"] is None
    assert json.loads(json.dumps(made)) == made


def test_json_names_what_is_missing() -> None:
    made = as_json_object(compose(material(told(), of=pitch(opening="x", why_earlier="y")), "hallway"), {})
    gaps = made["gaps"]
    assert isinstance(gaps, list)
    assert [(gap["role"], gap["story"], gap["prompt"]) for gap in gaps] == [
        ("assumption", "Closed clinics", "what did the decision take for granted?"),
        ("saw", "Closed clinics", "what did you see, and roughly when?"),
        ("number", "Closed clinics", "how big was it, and how do you know?"),
        ("did", "Closed clinics", "what did you do yourself?"),
    ]
    assert not any(gap["required"] for gap in gaps)


def test_the_sources_are_dated_and_say_how_good_a_witness_each_is() -> None:
    chosen = material(closed_clinics())
    assert sources(chosen, compose(chosen)) == [
        '6 February 2024: "9 of 30 failed drops today were clinics shut for lunch #slots", '
        "written here 6 February 2024, 69 days before launch",
        '26 May 2024: "118 failed drops by now", written here 26 May 2024',
        "118 failed drops in six weeks · I counted (my own tally, against the redelivery invoices)",
    ]


def test_the_sources_name_memory_records_rewordings_and_losses() -> None:
    ticket = Reference(source="ticket system", dated_on=day("2024-01-03").day, reference="ticket 4471")
    bench = told(
        story(),
        on=decision(launched_on=day("2024-03-11")),
        impacts=[impact()],
        seen=[
            observation("Paper list", spring(2023), evidence=Evidence.FROM_MEMORY),
            observation("Retyped", day("2024-01-03"), evidence=Evidence.DATED_ELSEWHERE, reference=ticket),
            observation("It jams", day("2024-02-20"), reworded="2024-05-01", earlier=[("It waits", "2024-02-20")]),
            observation("Gone", day("2024-02-21"), is_trashed=True),
        ],
        lost=1,
    )
    chosen = material(bench)
    assert sources(chosen, compose(chosen)) == [
        'spring 2023: "Paper list", from memory',
        '3 January 2024: "Retyped", dated 3 January 2024 in ticket system, ticket 4471, 68 days before launch',
        '20 February 2024: "It jams", written here 20 February 2024, 20 days before launch, reworded after; '
        'it said "It waits"',
        "118 failed drops · I counted",
        "Closed clinics: 1 linked note is in the trash",
    ]


def test_the_sources_are_only_those_of_the_stories_told() -> None:
    chosen = two_stories()
    assert not any("recall" in line for line in sources(chosen, compose(chosen, "hallway")))
