"""The app: its looks, its safety, and the way in and out."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from textual import events
from textual.actions import ActionParseResult
from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.dom import DOMNode
from textual.filter import LineFilter

from pivot_journal.domain.errors import JournalError
from pivot_journal.journal.journal import Journal
from pivot_journal.settings import Settings
from pivot_journal.tui.desk import Desk, DraftKeeper
from pivot_journal.tui.guard import ControlGuard
from pivot_journal.tui.keys import PLACE_TITLES, key_of
from pivot_journal.tui.screens.main import MainScreen
from pivot_journal.tui.shell_commands import ShellCommands
from pivot_journal.tui.themes import THEMES

ENDING_SECONDS = 3.0
"""How long the screen may take to close when the program is told to end: Textual was seen to wait for ever for the
writer of a terminal that had gone (8.2.8)."""


class KeyCommands(Provider):
    """Every key that works now, found by name: the palette is made from the one list of keys."""

    def _entries(self) -> list[tuple[str, str, Callable[[], None]]]:
        entries: dict[str, tuple[str, str, Callable[[], None]]] = {}
        for name, active in self.screen.active_bindings.items():
            key = key_of(active.binding.id)
            if key is not None and active.enabled and key.id not in entries and key.place != "list":
                entries[key.id] = (key.help, f"{key.display} · {PLACE_TITLES[key.place]}", self._press(name))
        return list(entries.values())

    def _press(self, name: str) -> Callable[[], None]:
        return lambda: self.app.simulate_key(name)

    async def discover(self) -> Hits:
        """List them all."""
        for words, about, press in self._entries():
            yield DiscoveryHit(words, press, help=about)

    async def search(self, query: str) -> Hits:
        """List those that match."""
        matcher = self.matcher(query)
        for words, about, press in self._entries():
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, matcher.highlight(words), press, help=about)


class PivotApp(App[None]):
    """The full-screen app on one journal.

    Args:
        journal: Open; it stays open when the app ends.
        settings: The user's.
        environ: Where the clipboard and the editor look.
        settings_path: Where a changed theme is remembered; None to forget it.
        is_demo: Whether the journal is the invented one.
        loaded: Called when something large was loaded that stays until the end.
    """

    TITLE = "Pivot Journal"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = {KeyCommands, ShellCommands}
    _guard = ControlGuard()

    def __init__(
        self,
        journal: Journal,
        *,
        settings: Settings | None = None,
        environ: Mapping[str, str] | None = None,
        settings_path: Path | None = None,
        is_demo: bool = False,
        loaded: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self.animation_level = "none"
        for theme in THEMES.values():
            self.register_theme(theme)
        settings = settings or Settings()
        self.theme = THEMES[settings.theme].name
        self.journal = journal
        self.desk = Desk(
            journal=journal,
            drafts=DraftKeeper(journal, lambda seconds, run: self.set_timer(seconds, run)),
            settings=settings,
            environ=environ or {},
            settings_path=settings_path,
            is_demo=is_demo,
            loaded=loaded,
        )
        self.crash: BaseException | None = None
        """What ended the app unexpectedly; None when it was left."""

    def get_line_filters(self) -> list[LineFilter]:
        """Add the guard that keeps the user's text from acting on the terminal."""
        return [*super().get_line_filters(), self._guard]

    def get_default_screen(self) -> MainScreen:
        """Return the main screen."""
        return MainScreen(self.desk)

    async def on_event(self, event: events.Event) -> None:
        """Keep keys for what was asked for and is not there yet, rather than let them act on what still is."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            screen = self.screen_stack[0] if self.screen_stack else None
            if isinstance(screen, MainScreen):
                if screen.keys.keep(event):
                    return
                event = screen.keys.parted(event)
        await super().on_event(event)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run what a key asks for; where the journal cannot do it, say so and go on."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except JournalError as error:
            for screen in self.screen_stack:
                if isinstance(screen, MainScreen):
                    screen.say(str(error), is_error=True)
            return True

    def on_mount(self) -> None:
        """Leave in good order when the terminal is closed or the program is told to end."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            try:
                loop.add_signal_handler(number, self._told_to_end, number)
            except (NotImplementedError, RuntimeError, ValueError):
                return  # not the main thread, as in tests, or a platform without them

    def _told_to_end(self, number: int) -> None:
        """Save what is half-typed and leave; by force where a terminal that is gone keeps the screen from closing."""
        self._save_drafts()
        if not self.is_headless:
            forced = threading.Timer(ENDING_SECONDS, os._exit, (128 + number,))
            forced.daemon = True
            forced.start()
        self.exit(return_code=128 + number)

    def _save_drafts(self, *, is_last: bool = True) -> None:
        try:
            self.desk.drafts.flush(is_last=is_last)
        except JournalError as error:
            self.log.error(str(error))

    def on_app_blur(self) -> None:
        """Save what is half-typed when the terminal loses the focus."""
        self._save_drafts(is_last=False)

    async def action_quit(self) -> None:
        """Leave; what is half-typed is kept."""
        self._save_drafts()
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """End without printing what the user wrote: a traceback with locals would show it in the scrollback."""
        with suppress(Exception):  # a second error must not hide the first, nor keep the terminal from being restored
            self._save_drafts()
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.crash = self.crash or error
        self._return_code = 1
        self._close_messages_no_wait()
