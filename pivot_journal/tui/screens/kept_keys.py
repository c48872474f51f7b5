"""Keys that are meant for what is not there yet: kept, and pressed again when it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.message_pump import MessagePump
from textual.screen import Screen


class KeptKeys:
    """Holds keys back while something that was asked for is still loading or being mounted.

    Without this, words typed quickly after the key that opens a form would act on the view that is still there.

    Args:
        screen: Runs the timers; its focus tells whether a key is text.
    """

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._kept: list[events.Key] = []
        self._pressed_again: list[events.Key] = []
        self._opening = 0
        self._wants: Callable[[], None] | None = None

    def wait_for(self, wants: Callable[[], None]) -> None:
        """Keep keys until ``loaded``, and run this then; a later wish replaces an earlier one."""
        self._wants = wants

    def loaded(self) -> None:
        """Run what was waited for."""
        wants, self._wants = self._wants, None
        if wants is not None:
            wants()
            self._screen.call_after_refresh(self.press)

    def begin(self) -> None:
        """Keep keys: something is being opened."""
        self._opening += 1

    def end(self) -> None:
        """Stop keeping keys for one thing that was opened, and press what was kept when it was the last."""
        self._opening -= 1
        self._screen.call_after_refresh(self.press)

    def keep(self, event: events.Key) -> bool:
        """Keep a key if it is meant for what is not there yet; says whether it did."""
        if event in self._pressed_again:
            self._pressed_again.remove(event)
            return False
        if self._wants is None and not self._opening and not self._kept:
            return False
        self._kept.append(event)
        return True

    def press(self) -> None:
        """Press the keys that were kept, one after the other, each when what the one before asked for is there."""
        if not self._kept or self._opening or self._wants is not None:
            return
        kept = self._kept.pop(0)
        again = events.Key(kept.key, kept.character)
        self._pressed_again.append(again)
        self._screen.app.post_message(again)
        # The key goes from the app to the focus and, where that does not take it, up to the app again, which acts on
        # it; what the action asks for then climbs to the screen. A call that goes the same way comes after it.
        here = self._screen.focused or self._screen
        way = [here, *here.ancestors]
        self._after([self._screen.app, *way, *way])

    def _after(self, nodes: Sequence[MessagePump]) -> None:
        """Press the next kept key when every node has done, in turn, what it was sent before."""
        if not nodes:
            self.press()
        elif not nodes[0].call_later(self._after, nodes[1:]):
            self.press()  # that one is closing: what came first is as done as it will ever be
