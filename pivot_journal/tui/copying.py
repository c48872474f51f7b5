"""Copy from within the app: run the routes off the screen's own thread and say truthfully what was done."""

from __future__ import annotations

from typing import Any

from textual.app import App

from pivot_journal.clipboard import copy
from pivot_journal.domain.errors import OutputFailed
from pivot_journal.places import data_folder
from pivot_journal.tui.desk import Desk


def copy_text(app: App[Any], desk: Desk, text: str, without: str) -> tuple[str, bool]:
    """Copy a text and return what to tell the user, and whether it is an error. Runs in a worker thread.

    Args:
        app: Its driver writes to the terminal.
        desk: Has the environment.
        text: What to copy, already released.
        without: What was left out, to be named; empty for nothing.
    """
    import sys

    def write(sequence: str) -> None:
        driver = app._driver  # Textual's own copy_to_clipboard goes the same way
        if driver is not None:
            app.call_from_thread(driver.write, sequence)

    is_headless = app.is_headless
    try:
        copied = copy(
            text,
            environ=desk.environ,
            platform=sys.platform,
            terminal=None if is_headless else write,
            fallback_folder=data_folder() if desk.is_demo else desk.journal.path.parent,
        )
    except OutputFailed as error:
        return str(error), True
    words = copied.message[0].upper() + copied.message[1:]
    return f"{words}{f'; without: {without}' if without else ''}.", False
