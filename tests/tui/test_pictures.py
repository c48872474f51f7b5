"""The pictures of the README are what the screen shows; ``--update-pictures`` draws them again."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from pivot_journal.journal import open_journal
from pivot_journal.sample.loader import STANDS_STILL_ON
from pivot_journal.settings import Settings
from pivot_journal.tui.app import PivotApp
from pivot_journal.tui.screens import read_by_coach
from pivot_journal.tui.screens.main import MainScreen
from pivot_journal.tui.widgets.editor import Editor

FOLDER = Path(__file__).resolve().parents[2] / "screenshots"
SIZE = (120, 40)
PICTURES: dict[str, tuple[Sequence[str], str]] = {
    "journal": (["down", "down"], "dark"),
    "sorting": (["s"], "dark"),
    "decisions": (["2", "down"], "dark"),
    "decision-form": (["2", "down", "enter"], "dark"),
    "stories": (["3", "down"], "dark"),
    "story-editor": (["3", "down", "enter"], "dark"),
    "story-from-memory": (["m"], "dark"),
    "pitch": (["4", "down", "down"], "dark"),
    "journal-light": (["down", "down"], "light"),
}


def moment() -> dt.datetime:
    return dt.datetime.combine(STANDS_STILL_ON, dt.time(18), dt.UTC)


def portable(svg: str) -> str:
    """Return a picture that asks nobody for a font."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S)
    return svg.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


async def settle(pilot: Pilot[None]) -> None:
    while not (isinstance(pilot.app.screen, MainScreen) and pilot.app.screen.is_read):
        await pilot.pause(0.01)
    await pilot.pause()


async def read(pilot: Pilot[None]) -> None:
    """Wait until the coach has read what a key has shown."""
    await pilot.app.workers.wait_for_complete([each for each in pilot.app.workers if each.group == "coach"])
    await pilot.pause()


@pytest.mark.parametrize("name", PICTURES)
async def test_a_picture_shows_what_the_screen_shows(
    name: str, sample_file: Path, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, theme = PICTURES[name]
    path = tmp_path / "journal.db"
    shutil.copy(sample_file, path)
    monkeypatch.setattr(Editor, "cursor_blink", False)
    monkeypatch.setattr(read_by_coach, "PAUSE_SECONDS", 60)  # what is said after a pause is not in a picture
    with open_journal(path, now=moment) as journal:
        app = PivotApp(journal, settings=Settings(theme=theme))
        app.animation_level = "none"
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot)
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            await read(pilot)
            drawn = portable(app.export_screenshot(title="Pivot Journal"))
    stored = FOLDER / f"{name}.svg"
    if request.config.getoption("--update-pictures"):
        stored.write_text(drawn, "utf-8")
    assert stored.is_file(), "draw it: pytest tests/tui/test_pictures.py -n0 --update-pictures"
    assert stored.read_text("utf-8") == drawn, f"{stored.name} no longer matches: --update-pictures, then look at it"
