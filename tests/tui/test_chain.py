"""The whole chain, from a file of real incidents to the text on the clipboard, through the real screen."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pivot_journal.cli.main import main
from pivot_journal.cli.session import Session
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Evidence, Triage
from pivot_journal.journal import Journal, open_journal
from pivot_journal.tui.app import PivotApp
from pivot_journal.tui.forms.observation_form import ObservationForm
from pivot_journal.tui.messages import OpenPanel
from pivot_journal.tui.screens.main import MainScreen
from tui.helpers import main_screen, message_text, press, preview_text, running, screen_text, type_text

INCIDENTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "postmortems" / "postmortems-dev.jsonl"
INVENTED = [
    {"date": "2024-03-05", "summary": "Pallet labels printed twice after the night update.", "category": "Labels"},
    {
        "date": "2024-02-27",
        "summary": "Dock 3 took [no] bookings for 40 minutes; 12 trucks waited.",
        "category": "Docks",
    },
    {"date": "", "summary": "Somebody once said the gate opens itself.", "category": "Docks"},
    {"date": "2023-11-02", "summary": "Returns desk ran out of forms by noon.", "category": "Returns"},
    {"summary": "A scanner was found in the fridge.", "category": "Returns"},
]


@pytest.fixture(params=["invented", "real"])
def incidents(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "real":
        if not INCIDENTS.is_file():
            pytest.skip("the real incidents are not at hand; the invented ones are tested beside them")
        return INCIDENTS
    path = tmp_path / "incidents.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in INVENTED), "utf-8")
    return path


@pytest.fixture
def imported(
    incidents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[tuple[Journal, dict[str, object]]]:
    def now() -> dt.datetime:
        return dt.datetime(2026, 11, 23, 18, tzinfo=dt.UTC)

    path = tmp_path / "journal.db"
    arguments = ["import", str(incidents), "--map", "text=summary", "tags=category", "--json", "--journal", str(path)]
    assert main(arguments, Session(now=now, environ={})) == 0
    counts = json.loads(capsys.readouterr().out)
    with open_journal(path, now=now) as journal:
        yield journal, counts


@pytest.fixture
def clipboard(tmp_path: Path) -> tuple[dict[str, str], Path]:
    """A stand-in for xclip that keeps what it is given, and the environment in which it is found."""
    copied = tmp_path / "copied.txt"
    tool = tmp_path / "bin" / "xclip"
    tool.parent.mkdir()
    tool.write_text(f"#!/bin/sh\nexec /bin/cat > '{copied}'\n", "utf-8")
    tool.chmod(0o755)
    return {"PATH": str(tool.parent), "DISPLAY": ":99"}, copied


async def test_incidents_become_a_pitch_on_the_clipboard(
    imported: tuple[Journal, dict[str, object]], incidents: Path, clipboard: tuple[dict[str, str], Path]
) -> None:
    journal, counts = imported
    lines = [json.loads(line) for line in incidents.read_text("utf-8").splitlines()]
    undated = [line for line in lines if not line.get("date")]
    assert (counts["imported"], counts["undated"]) == (len(lines), len(undated))
    stored = journal.observations.page(Filter(), limit=-1)
    assert {o.text for o in stored if o.observed_on.day is None} == {line["summary"].strip() for line in undated}
    assert all(o.observed_on.day != journal.today for o in stored)

    environ, copied = clipboard
    async with running(journal, environ=environ) as pilot:
        for place, decision in enumerate(("Night update", "Dock slots", "Paper forms")):
            await press(pilot, *(["home"] + ["down"] * place), "f")
            await type_text(pilot, decision)
            await press(pilot, "enter")
        tagged = journal.observations.page(Filter(triage=Triage.FAILURE), limit=-1)
        assert [o.decision for o in tagged] == ["Night update", "Dock slots", "Paper forms"]
        assert all(o.evidence is Evidence.DATED_ELSEWHERE for o in tagged)

        for place in (0, 1):
            await press(pilot, "1", *(["home"] + ["down"] * place), "t")
            await press(pilot, "ctrl+s")
        stories = journal.stories.all()
        assert {story.title for story in stories} == {"Night update", "Dock slots"}
        assert all(len(story.observation_ids) == 1 for story in stories)
        assert set(journal.pitches.current().story_ids) == {story.id for story in stories}
        assert "missing" in preview_text(pilot)

        await press(pilot, "y")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        composition = main_screen(pilot).composition
        assert composition is not None
        assert copied.read_text("utf-8") == composition.text
        assert str(tagged[0].observed_on) in composition.text
        for gap in composition.gaps:
            assert gap.prompt not in composition.text
        assert "xclip" in message_text(pilot)
        assert "without" in message_text(pilot)


async def test_from_the_empty_first_screen_two_stories_reach_the_clipboard(
    journal: Journal, clipboard: tuple[dict[str, str], Path]
) -> None:
    environ, copied = clipboard
    async with running(journal, environ=environ) as pilot:
        assert "Two ways to begin" in screen_text(pilot)
        await press(pilot, "a")
        await type_text(pilot, "yesterday: nine of thirty vans left with a cold bag on the dock #vans")
        await press(pilot, "enter", "f")
        await type_text(pilot, "Scan to release")
        await press(pilot, "enter", "t")
        assert "nine of thirty vans" in preview_text(pilot)
        await press(pilot, "ctrl+s", "m")
        await type_text(pilot, "The kiosk asked for a last name and half our customers ring up as Anna.")
        await press(pilot, "enter")
        await type_text(pilot, "spring 2023")
        await press(pilot, "ctrl+s")
        assert "spring 2023" in preview_text(pilot)
        assert "nine of thirty vans" in preview_text(pilot)
        await press(pilot, "y")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "xclip" in message_text(pilot), message_text(pilot) + screen_text(pilot)
    text = copied.read_text("utf-8")
    assert "nine of thirty vans" in text
    assert "half our customers" in text
    assert "1 March" not in text


async def test_keys_pressed_while_a_view_still_loads_are_meant_for_it(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.observations.capture("Dock queue")
    journal.decisions.add("Slots")
    begun: list[MainScreen] = []
    monkeypatch.setattr(MainScreen, "_load_the_rest", lambda screen: begun.append(screen))
    app = PivotApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        while not begun:
            await pilot.pause(0.01)
        await press(pilot, "2", "n")
        await pilot.press(*"LockersMyOwnWay")
        begun[0]._ready()
        for _ in range(300):
            await pilot.pause(0.01)
            if "MyOwnWay" in screen_text(pilot):
                break
        assert "LockersMyOwnWay" in screen_text(pilot)
        assert journal.observations.get(1).triage is Triage.UNTRIAGED


async def test_what_is_still_to_open_when_the_app_is_left_does_no_harm(journal: Journal) -> None:
    observation = journal.observations.capture("Dock full")
    async with running(journal) as pilot:
        screen = main_screen(pilot)
        pilot.app.exit()
        screen.post_message(OpenPanel(ObservationForm(screen.desk, observation, ())))
        await pilot.pause()
