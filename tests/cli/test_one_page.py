"""``pivot export PATH --to html``: the stories of a pitch as a page that leaves for others."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from builders import add_pitch, decision, impact, story, when
from cli.shell import Shell
from conftest import FakeClock
from pivot_journal.domain.observation import Triage
from pivot_journal.domain.pitch import Pitch
from pivot_journal.journal import Journal
from pivot_journal.storage import placing

SAW = "Drivers of Fennwick kept a paper list of shut gates"


@pytest.fixture(autouse=True)
def _without_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "_keep", lambda _: None)  # a test need not outlive a power cut


@pytest.fixture
def pitched(journal: Journal, clock: FakeClock) -> Pitch:
    """A pitch with one story that rests on one of two observations, and a launch 32 days after it."""
    clock.set(dt.datetime(2023, 2, 8, 18, 0, tzinfo=clock().tzinfo))
    noted = journal.observations.capture(f"{SAW} #gates")
    journal.observations.capture("Nobody is told of the canteen")
    clock.set(dt.datetime(2026, 11, 23, 18, 0, tzinfo=clock().tzinfo))
    chosen = decision("Same-day slots", assumption="every gate is open all day", launched_on=when("2023-03-12"))
    big = impact(amount="118", unit="failed drops", decision_id=chosen.id, public_form="over a hundred")
    journal.decisions.save(chosen, [big])
    journal.observations.sort(noted.number, Triage.WORRY, decision_id=chosen.id)
    told = journal.stories.save(
        story(
            "Gates", decision_id=chosen.id, saw=SAW, did="I counted 118 failed drops", mattered="Vans came back full",
            headline_impact_id=big.id, observation_ids=(noted.id,),
        )
    )  # fmt: skip
    lines = replace(journal.pitches.current(), opening="Plan and floor disagreed.")
    return journal.pitches.save(replace(lines, audience="a PM in delivery", story_ids=(told.id,)))


def test_a_page_is_written_by_its_ending_or_its_name_and_says_what_was_changed_and_is_missing(
    shell: Shell, pitched: Pitch, tmp_path: Path
) -> None:
    page = tmp_path / "gates.html"
    done = shell("export", page)
    assert (done.status, done.out) == (0, "")
    assert "“118 failed drops” leaves as “over a hundred”" in done.err
    assert f"The stories for “a PM in delivery” are in {page}, as a page." in done.err
    assert "Without: " in done.err
    text = page.read_text("utf-8")
    assert page.stat().st_mode & 0o777 == 0o600
    assert SAW in text
    assert "noted 32 days before launch" in text
    assert "118" not in text
    assert "canteen" not in text
    assert shell("export", "-", "--to", "html").out == text
    assert shell("export", tmp_path / "gates", "--to", "html").status == 0
    assert (tmp_path / "gates").read_bytes() == page.read_bytes()


def test_no_file_is_replaced_without_being_asked_to(shell: Shell, pitched: Pitch, tmp_path: Path) -> None:
    page = tmp_path / "mine.htm"
    page.write_text("mine")
    assert "there already" in shell.refused(5, "export", page)
    assert page.read_text() == "mine"
    assert shell("export", page, "--force").status == 0
    assert "Gates" in page.read_text("utf-8")
    assert [each.name for each in tmp_path.glob("*.htm*")] == ["mine.htm"]


def test_another_audience_is_found_as_for_a_pitch(
    shell: Shell, journal: Journal, pitched: Pitch, tmp_path: Path
) -> None:
    add_pitch(journal, "a founder at Fleet")
    assert "nothing to say yet" in shell.refused(5, "export", tmp_path / "a.html")
    assert not (tmp_path / "a.html").exists()
    assert "Gates" in shell("export", "-", "--to", "html", "--audience", "DELIVERY").out
    unknown = shell.refused(1, "export", "-", "--to", "html", "--audience", "nobody")
    assert unknown == shell.refused(1, "pitch", "nobody")
    assert "goes with a page" in shell.refused(2, "export", tmp_path / "a.csv", "--audience", "delivery")


def test_a_private_term_is_replaced_and_one_that_is_undecided_stops_the_page_as_it_stops_a_copy(
    shell: Shell, journal: Journal, pitched: Pitch, tmp_path: Path
) -> None:
    journal.terms.set("Fennwick", "")
    page = tmp_path / "a.html"
    refused = shell.refused(5, "export", page)
    assert refused == shell.refused(5, "pitch", "--copy")
    assert refused == shell.refused(5, "export", "-", "--to", "html")
    assert not page.exists()
    journal.terms.set("Fennwick", "a regional carrier")
    done = shell("export", page)
    assert "“Fennwick” leaves as “a regional carrier”" in done.err
    assert "Fennwick" not in page.read_text("utf-8")
    assert "Drivers of a regional carrier kept a paper list" in page.read_text("utf-8")


def test_a_person_is_asked_what_is_said_instead(shell: Shell, journal: Journal, pitched: Pitch, tmp_path: Path) -> None:
    journal.terms.set("Fennwick", "")
    done = shell("export", tmp_path / "a.html", typed=b"a regional carrier\n")
    assert done.status == 0
    assert "a regional carrier" in (tmp_path / "a.html").read_text("utf-8")
    assert [term.say_instead for term in journal.terms.all()] == ["a regional carrier"]
