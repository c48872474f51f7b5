"""Keys typed faster than the program acts do what the same keys do when each is waited for."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from random import Random

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget

from pivot_journal.domain.filter import Filter
from pivot_journal.journal import Journal, open_journal
from pivot_journal.sample.loader import STANDS_STILL_ON
from pivot_journal.tui.forms.decision_form import DecisionForm
from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.rows import Rows
from tui.helpers import main_screen, message_text, press, running, screen_text

PASTE = "paste"
KEYS = (
    PASTE,
    *["escape"] * 6,
    *["enter"] * 2,
    *"eftwsx1234anmzjk?/pDMHTSXuih",
    "tab",
    "down",
    "up",
    "f4",
    "ctrl+s",
    "space",
    "n",
)


def typed(name: str) -> events.Key | events.Paste:
    """Return what a terminal sends for a key, or for a paste."""
    if name == PASTE:
        return events.Paste("from the queue")
    characters = {"escape": "\x1b", "enter": "\r", "tab": "\t", "space": " "}
    if len(name) == 1:
        return events.Key(name if name.isalnum() else _character_to_key(name), name)
    return events.Key(name, characters.get(name))


async def seen_after(path: Path, keys: list[str], *, is_slow: bool) -> list[object]:
    """Press keys, and return what a user would find: where they stand, what is open, what is typed, what is said.

    How far a list is scrolled is left out: what is never laid out, because the next key takes it away, scrolls nothing.
    """
    moment = dt.datetime.combine(STANDS_STILL_ON, dt.time(18), dt.UTC)
    with open_journal(path, now=lambda: moment) as journal:
        async with running(journal) as pilot:
            for key in keys:
                pilot.app.post_message(typed(key))
                if is_slow:
                    await pilot.pause()
            await pilot.pause()
            while main_screen(pilot).keys.is_waiting:
                await pilot.pause(0.01)
            await pilot.pause()
            focused = pilot.app.focused
            shown = [type(screen).__name__ for screen in pilot.app.screen_stack]
            for widget in main_screen(pilot).walk_children(Widget):
                if not all(node.display for node in (widget, *widget.ancestors) if isinstance(node, Widget)):
                    continue
                if isinstance(widget, Rows):
                    shown.append(f"{type(widget).__name__} at {widget.key}")
                elif isinstance(widget, Editor):
                    shown.append(f"{type(widget).__name__} with {widget.text!r}")
                else:
                    shown.append(type(widget).__name__)
            notes = [observation.text for observation in journal.observations.page(Filter(), limit=1000)]
            return [type(focused).__name__, shown, message_text(pilot), notes]


@pytest.mark.parametrize("seed", range(4))
async def test_keys_typed_in_a_burst_do_what_they_do_one_by_one(seed: int, sample_file: Path, tmp_path: Path) -> None:
    random = Random(seed)
    keys = [random.choice(KEYS) for _ in range(16)]
    slow, fast = tmp_path / "slow.db", tmp_path / "fast.db"
    for path in (slow, fast):
        shutil.copyfile(sample_file, path)
    one_by_one = await seen_after(slow, keys, is_slow=True)
    in_a_burst = await seen_after(fast, keys, is_slow=False)
    assert in_a_burst == one_by_one, keys


async def test_what_is_typed_right_after_a_question_is_gone_to_stands_at_its_words(sample: Journal) -> None:
    chosen = next(each for each in sample.decisions.all() if each.assumption)
    words = chosen.assumption
    fields = []
    for is_slow in (True, False):
        async with running(sample) as pilot:
            screen = main_screen(pilot)
            form = DecisionForm(screen.desk, chosen)
            screen.open_panel(form, ("assumption", len(words) - 4, len(words), words[-4:]))
            for key in "XY":
                if is_slow:
                    await pilot.pause()
                pilot.app.post_message(typed(key))
            await pilot.pause()
            fields.append(form.value("assumption"))
            await press(pilot, "f8")
    assert fields == [f"{words[:-4]}XY"] * 2


@pytest.mark.parametrize(("typed_in", "shows"), [("list", "to move the van"), ("a field", "who has the keyduled")])
async def test_an_escape_and_the_letter_right_behind_it_are_two_keys_but_for_a_field(
    journal: Journal, typed_in: str, shows: str
) -> None:
    journal.observations.capture("Dock full")
    async with running(journal) as pilot:
        if typed_in == "list":
            await press(pilot, "x")  # selected, which Escape takes back
            pilot.app.post_message(events.Key("alt+a", "a"))
            pilot.app.post_message(events.Paste("to move the van"))
        else:
            await press(pilot, "a")
            pilot.app.post_message(events.Paste("who has the key"))
            pilot.app.post_message(events.Key("alt+d", "d"))
            pilot.app.post_message(events.Paste("uled"))
        await pilot.pause()
        assert "1 selected" not in screen_text(pilot)
        assert shows in screen_text(pilot)


async def test_a_second_ctrl_q_leaves_whatever_is_waited_for(journal: Journal) -> None:
    async with running(journal) as pilot:
        main_screen(pilot).keys.begin()
        pilot.app.post_message(typed("ctrl+q"))
        await pilot.pause()
        assert not has_left(pilot)
        pilot.app.post_message(typed("ctrl+q"))
        for _ in range(100):
            if has_left(pilot):
                break
            await pilot.pause(0.01)
        assert has_left(pilot)


def has_left(pilot: Pilot[None]) -> bool:
    return not pilot.app.is_running
