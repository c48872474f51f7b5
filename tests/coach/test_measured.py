"""How well the rules hit: on a small set of our own, and on the labelled texts where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.measure import Measured, labelled, measure, report

OWN = Path(__file__).with_name("own.jsonl")
SHARED = Path(__file__).parents[3] / "shared" / "data" / "coach-dev.jsonl"


def wrong(measured: Measured) -> str:
    return "\n".join(f"{kind} {rule}: {text}" for kind, rule, text in measured.wrong)


def test_our_own_texts_are_judged_as_they_are_labelled() -> None:
    measured = measure(labelled(OWN))
    assert not measured.wrong, wrong(measured)


@pytest.mark.skipif(not SHARED.exists(), reason="the labelled texts are not at hand")
def test_the_labelled_texts_are_judged_well_enough() -> None:
    measured = measure(labelled(SHARED))
    assert measured.errors.precision >= 0.95, wrong(measured)
    assert measured.overall.precision >= 0.90, wrong(measured)
    assert measured.overall.recall >= 0.80, wrong(measured)


def test_the_report_names_each_rule_and_what_went_wrong() -> None:
    measured = measure(labelled(OWN))
    measured.wrong.append(("miss", "blame", "A text."))
    lines = report(measured).splitlines()
    assert lines[0].split() == ["rule", "precision", "recall", "hits", "false", "missed"]
    assert any(line.split()[:3] == ["blame", "1.00", "1.00"] for line in lines)
    assert lines[-1] == "miss blame: A text."
