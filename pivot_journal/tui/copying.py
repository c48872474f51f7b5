"""Copy from within the app: run the routes off the screen's own thread and say truthfully what was done."""

from __future__ import annotations

from typing import Any

from textual.app import App

from pivot_journal.domain.errors import OutputFailed
from pivot_journal.journal.release import Released, copy_released
from pivot_journal.places import data_folder
from pivot_journal.tui.desk import Desk


def copy_in_app(app: App[Any], desk: Desk, released: Released) -> tuple[str, bool]:
    """Copy a released text and return what to tell the user, and whether it is an error; runs in a worker thread."""

    def write(sequence: str) -> None:
        driver = app._driver  # Textual's own copy_to_clipboard goes the same way
        if driver is not None:
            app.call_from_thread(driver.write, sequence)

    try:
        said = copy_released(
            released,
            environ=desk.environ,
            terminal=None if app.is_headless else write,
            fallback_folder=data_folder() if desk.is_demo else desk.journal.path.parent,
        )
    except OutputFailed as error:
        return str(error), True
    return said, False
