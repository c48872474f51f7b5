"""A thread that works through what it is given, in order; so that reading, writing and indexing go on at once."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from queue import Empty, Full, Queue
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_MOST_WAITING = 3
_LOOKS_EVERY_SECONDS = 0.1


class BrokenOff(Exception):
    """What was being given will not be completed."""


class Lane(Generic[T, R]):
    """One thread; ends with ``end`` or ``break_off``, one of which must be called.

    Args:
        work: Called in the thread with what is given, as it comes; ``BrokenOff`` comes out of it when there will be no
            more and what was given is to be forgotten.
    """

    def __init__(self, work: Callable[[Iterator[T]], R]) -> None:
        self._work = work
        self._waiting: Queue[T | None] = Queue(_MOST_WAITING)
        self._is_broken_off = False
        self._result: R | None = None
        self._error: BaseException | None = None
        # Where even breaking off is interrupted, a thread must not keep the program from ending.
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def give(self, item: T) -> None:
        """Give one thing on; waits while some are waiting already.

        Raises:
            BaseException: What the thread ended with.
        """
        self._put(item)

    def end(self, waited: Callable[[], None] | None = None) -> R:
        """Wait until everything is worked through, and return what came of it.

        Args:
            waited: Called now and then in the meantime.

        Raises:
            BaseException: What the thread ended with.
        """
        self._put(None)
        while self._thread.is_alive():
            self._thread.join(_LOOKS_EVERY_SECONDS)
            if waited is not None:
                waited()
        return self._outcome()

    def go_on(self) -> None:
        """Called in the thread before what cannot be taken back.

        Raises:
            BrokenOff: What was given is to be forgotten.
        """
        if self._is_broken_off:
            raise BrokenOff

    def break_off(self) -> BaseException | None:
        """Let the thread forget what it was given, wait for its end, and return what it ended with, if not well."""
        self._is_broken_off = True
        while self._thread.is_alive():
            with contextlib.suppress(Empty):  # where the queue is full of what nobody takes any longer
                self._waiting.get_nowait()
            with contextlib.suppress(Full):
                self._waiting.put_nowait(None)
            self._thread.join(_LOOKS_EVERY_SECONDS / 10)
        return self._error

    def _put(self, item: T | None) -> None:
        while self._thread.is_alive():
            try:
                self._waiting.put(item, timeout=_LOOKS_EVERY_SECONDS)
                return
            except Full:
                continue
        if item is not None:
            self._outcome()
            raise BrokenOff

    def _outcome(self) -> R:
        if self._error is not None:
            raise self._error
        return self._result  # type: ignore[return-value]  # the thread has ended, so it is one

    def _run(self) -> None:
        try:
            self._result = self._work(self._given())
        except BaseException as error:  # raised where the thread is waited for
            self._error = error

    def _given(self) -> Iterator[T]:
        while True:
            item = self._waiting.get()
            self.go_on()
            if item is None:
                return
            yield item
