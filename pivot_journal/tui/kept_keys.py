"""Type-ahead: a key acts when what the keys before it asked for is there, however fast they were typed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

from textual import events
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from pivot_journal.domain.errors import JournalError
from pivot_journal.tui.keys import KEYS
from pivot_journal.tui.messages import Say
from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.rows import Rows

MOST_ROUNDS = 20
"""How often it is looked again whether a key is done; more would be a message that never ends."""
LEAVES = "ctrl+q"
MOVES = frozenset(name for key in KEYS if key.place == "list" for name in key.keys.split(","))
LONGEST_REFRESH = 2.0
"""Seconds."""

Typed = events.Key | events.Paste


class KeptKeys:
    """Holds what is typed back while something before it is still under way, and passes it on when that is done.

    A terminal hands over what was typed while the program was busy in one piece. Without this, the Escape after the
    key that opens a form would act on the view that is still there, and the next words would go into the form.
    What the mouse does is not kept, and Textual's command palette is not waited for.

    Args:
        screen: The main screen; its app says where the focus is.
    """

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._kept: list[Typed] = []
        self._again: Typed | None = None
        self._is_under_way = False
        """Whether a key was passed on and what it asks for may still be on its way."""
        self._turn = 0
        """Which wait counts; one that began earlier ends without passing anything on."""
        self._opening = 0
        self._wants: Callable[[], None] | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether what is typed now would be kept."""
        return bool(self._is_under_way or self._opening or self._kept or self._wants is not None)

    def wait_for(self, wants: Callable[[], None]) -> None:
        """Keep keys until ``loaded``, and run this then; a later wish replaces an earlier one."""
        self._wants = wants

    def loaded(self) -> None:
        """Run what was waited for."""
        wants, self._wants = self._wants, None
        if wants is not None:
            try:
                wants()
            finally:
                self._follow()

    def begin(self) -> None:
        """Keep keys: something is being opened."""
        self._opening += 1

    def end(self) -> None:
        """Stop keeping keys for one thing that was opened."""
        self._opening -= 1
        self._follow()

    def keep(self, event: Typed) -> bool:
        """Keep what was typed if it is meant for what is not there yet; says whether it did."""
        if event is self._again:
            self._again = None
            self._follow(event)
            return False
        if not self.is_waiting:
            self._follow(event)
            return False
        if _leaves(event) and any(_leaves(kept) for kept in self._kept):
            return False  # the way out stays open, whatever is waited for
        self._kept.append(event)
        return True

    def parted(self, event: Typed) -> Typed:
        """Return what is to be passed on of what was not kept: of an Escape with a letter right behind it, the Escape.

        Most terminals send the two as they send a letter with Alt, which means nothing here; one that tells them apart
        gives a letter with Alt no character. In a text field it stays the letter: what comes after it is text there,
        and would be commands outside.
        """
        if not (isinstance(event, events.Key) and event.key.startswith("alt+") and event.is_printable):
            return event
        if isinstance(self._screen.app.focused, (Editor, Input)):
            return event
        assert event.character is not None  # it is printable
        self._kept.insert(0, events.Key(event.character, event.character))
        return events.Key("escape", "\x1b")

    def _follow(self, event: Typed | None = None) -> None:
        """Wait until what was passed on has been done, then pass the next on."""
        if event is not None and self._asks_for_nothing(event):
            self._is_under_way = False
            self._pass_on()
            return
        self._is_under_way = True
        self._turn += 1
        self._after(self._turn, [self._screen.app, *self._way(), *self._way()])

    def _asks_for_nothing(self, event: Typed) -> bool:
        """Whether the next key cannot come too early: text in a field, a move in a list; to wait would only be slow."""
        focused = self._screen.app.focused
        if isinstance(event, events.Paste) or not isinstance(focused, Rows):
            return isinstance(focused, Editor) and (isinstance(event, events.Paste) or event.is_printable)
        return event.key in MOVES

    def _way(self) -> list[MessagePump]:
        """Return what a key passes: from the focus up to the app, as does every message that follows from it."""
        here = self._screen.app.focused or self._screen.app.screen
        return [here, *here.ancestors]

    def _after(self, turn: int, nodes: Sequence[MessagePump], rounds: int = 0) -> None:
        """Go on when every node has done, in turn, what it was sent before.

        Twice up the way covers a key and the message that it causes, also where a handler still awaits something; the
        rounds cover messages that follow from messages.
        """
        if turn != self._turn:
            return
        for at, node in enumerate(nodes):
            if node.call_later(self._after, turn, nodes[at + 1 :], rounds):
                return
            # that one is closing: what came first is as done as it will ever be
        way = self._way()
        if rounds < MOST_ROUNDS and any(node.message_queue_size for node in way):
            self._after(turn, [*way, self._screen.app], rounds + 1)
            return
        self._is_under_way = False
        self._pass_on()

    def _pass_on(self) -> None:
        if not self._kept or self._is_under_way or self._opening or self._wants is not None:
            return
        kept = self._kept.pop(0)
        again = events.Paste(kept.text) if isinstance(kept, events.Paste) else events.Key(kept.key, kept.character)
        self._again = again
        self._turn += 1
        self._is_under_way = True  # what is typed meanwhile comes after it
        self._screen.app.post_message(again)


def keep_keys_until(widget: Widget, ready: Awaitable[Any], then: Callable[[], object] | None = None) -> None:
    """Keep what is typed until something that a widget asked for is there.

    Args:
        widget: What asked for it; its screen keeps the keys, where it does so at all.
        ready: What is waited for: a mount, or ``refreshed``.
        then: Run once it is there, before the next key. What the journal cannot do in it is said.
    """
    keys: KeptKeys | None = getattr(widget.screen, "keys", None)

    async def finish() -> None:
        try:
            await ready
            if then is not None:
                then()
        except JournalError as error:
            widget.post_message(Say(str(error), is_error=True))
        finally:
            if keys is not None:
                keys.end()

    if keys is not None:
        keys.begin()
    widget.screen.run_worker(finish(), group="open")  # the screen's: a widget that goes would take it along


async def refreshed(widget: Widget) -> None:
    """Wait until what was changed is laid out; a refresh that a screen took along with it is waited for in vain."""
    if not widget.is_running:
        return
    with suppress(TimeoutError):
        await asyncio.wait_for(widget.wait_for_refresh(), LONGEST_REFRESH)


def _leaves(event: Typed) -> bool:
    return isinstance(event, events.Key) and event.key == LEAVES
