"""What the tests of the screen share: start the app, wait for it, press keys, read what is drawn."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from time import monotonic
from typing import Any
from unittest.mock import patch
from weakref import WeakSet

from rich.console import RenderableType
from textual import events
from textual._compositor import Compositor
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.screen import Screen

from pivot_journal.journal import Journal
from pivot_journal.settings import Settings
from pivot_journal.tui.app import PivotApp
from pivot_journal.tui.screens.main import MainScreen
from pivot_journal.tui.screens.read_by_coach import ReadByCoach
from pivot_journal.tui.widgets.preview import Preview
from pivot_journal.tui.widgets.rows import Rows

NAMES = {" ": "space", ".": "full_stop", ":": "colon", ",": "comma", "'": "apostrophe", "#": "number_sign"}
"""Keys whose names are not the character itself."""


TYPED_LETTERS = 2
CALM_SECONDS = 30.0


_render_update = Compositor.render_update


def _undrawn(
    self: Compositor, full: bool = False, screen_stack: list[Screen[object]] | None = None, simplify: bool = False
) -> RenderableType | None:
    if full:
        return _render_update(self, full, screen_stack, simplify)
    self._dirty_regions.clear()
    return None


_LOOKED_AT: WeakSet[App[None]] = WeakSet()
"""The apps whose screen a test has looked at, so that all of it was drawn at least once."""

_load_coach = ReadByCoach._load_coach
_parse_rules = Stylesheet._parse_rules
_PARSED: dict[object, list[RuleSet]] = {}


def _parsed_once(self: Stylesheet, css: str, *args: object, **options: object) -> list[RuleSet]:
    """Parse what a widget looks like once for all apps of this process rather than once for each."""
    key = (css, args, frozenset(options.items()), frozenset(self._variables.items()))
    if key not in _PARSED:
        _PARSED[key] = _parse_rules(self, css, *args, **options)  # type: ignore[arg-type]
    return _PARSED[key]


async def _calm(app: App[None]) -> None:
    """Wait until an app has done all that it has to do: nothing runs, no worker works and nothing is to be laid out.

    Textual's own way is to ask each of a hundred widgets to call back, at every key and at every pause, and to sleep
    until the process uses little time; the event loop knows at once.
    """
    loop: Any = asyncio.get_running_loop()
    end = monotonic() + CALM_SECONDS
    while app.is_running and app._exception is None and app.screen_stack:
        if monotonic() > end:
            raise TimeoutError("the app does not come to rest")
        await asyncio.sleep(0)
        screen = app.screen
        if loop._ready:
            continue
        if any(not worker.is_finished for worker in app.workers):
            await asyncio.sleep(0.002)
        elif (
            screen.is_current
            and not app._batch_count
            and (
                screen._layout_required
                or screen._scroll_required
                or screen._repaint_required
                or screen._recompose_required
                or screen._dirty_widgets
                or screen._callbacks
            )
        ):
            screen._on_timer_update()
        else:
            return


@asynccontextmanager
async def running(
    journal: Journal, size: tuple[int, int] = (120, 40), settings: Settings | None = None, **options: object
) -> AsyncIterator[Pilot[None]]:
    """Run the app without a terminal, until everything that loads after the first paint is there.

    Without a terminal nobody sees the updates between two looks, so they are not drawn, which is a quarter of the
    time; the whole screen is drawn at every look (``screen_text``), at the end, in the pictures and in real terminals.
    The coach reads only where a test asks for it (``read_by_the_coach``).
    """
    app = PivotApp(journal, settings=settings, **options)  # type: ignore[arg-type]
    app.animation_level = "none"

    async def is_calm(*_: object) -> bool:
        await _calm(app)
        return True

    with (
        patch.object(Compositor, "render_update", _undrawn),
        patch.object(Stylesheet, "_parse_rules", _parsed_once),
        patch.object(ReadByCoach, "_load_coach", lambda self: None),
        patch.object(Pilot, "_wait_for_screen", is_calm),
        patch("textual.app.wait_for_idle", is_calm),
        patch("textual.pilot.wait_for_idle", is_calm),
    ):
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            yield pilot
            await pilot.pause()
            if app.is_running and app not in _LOOKED_AT:
                assert screen_text(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the app is ready and has done what was asked of it."""
    while not main_screen(pilot)._is_ready:
        await pilot.pause(0.01)
    await pilot.pause()


async def read_by_the_coach(pilot: Pilot[None]) -> None:
    """Let the coach load, and wait until it has read what is shown."""
    if not main_screen(pilot).desk.coaching.is_loaded:
        _load_coach(main_screen(pilot))
    while not (main_screen(pilot).desk.coaching.is_loaded and main_screen(pilot).is_read):
        await pilot.pause(0.01)
    await pilot.pause()


def main_screen(pilot: Pilot[None]) -> MainScreen:
    """Return the main screen, which stands under everything else."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, MainScreen))


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys by their names and let the app act on each."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type a text: its first letters key by key, the rest as a paste, because each key waits for an idle app."""
    typed, pasted = text[:TYPED_LETTERS], text[TYPED_LETTERS:]
    await pilot.press(*(NAMES.get(character, character) for character in typed))
    if pasted:
        pilot.app.post_message(events.Paste(pasted))
    await pilot.pause()


def screen_text(pilot: Pilot[None]) -> str:
    """Return what the screen shows, line by line."""
    _LOOKED_AT.add(pilot.app)
    return "\n".join(
        "".join(segment.text for segment in strip) for strip in pilot.app.screen._compositor.render_strips()
    )


def rows_text(rows: Rows) -> str:
    """Return what a list holds, as one line of words."""
    return _joined("".join(text for text, _ in [*line.left, *line.right]) for row in rows.rows for line in row.lines)


def preview_text(pilot: Pilot[None]) -> str:
    """Return what the preview holds, as one line of words, without what the coach adds a moment later."""
    shown = asked_text(pilot)
    return re.sub(r"\d+ findings?(?: · )?|ready to say|A PM may ask: .*", "", shown).strip()


def asked_text(pilot: Pilot[None]) -> str:
    """Return what the preview holds, as one line of words, with what the coach says."""
    return rows_text(main_screen(pilot).query_one(Preview))


def message_text(pilot: Pilot[None]) -> str:
    """Return what the message line says."""
    from textual.widgets import Static

    return str(main_screen(pilot).query_one("#message", Static).visual)


def _joined(lines: Iterable[str]) -> str:
    return " ".join(" ".join(lines).split())
