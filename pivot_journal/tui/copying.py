"""Copy from within the app: what is missing is asked for first, what is private is shown as it leaves, then it goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual.app import App
from textual.widget import Widget

from pivot_journal.domain.errors import JournalError, OutputFailed
from pivot_journal.domain.pitch import Material
from pivot_journal.journal.release import Released, copy_released, release_pitch
from pivot_journal.pitch.composition import Composition
from pivot_journal.places import data_folder
from pivot_journal.tui.desk import Desk


@dataclass(frozen=True, slots=True)
class Leaving:
    """A pitch that may leave."""

    material: Material
    composition: Composition
    released: Released


def prepare(desk: Desk, *, is_confirmed: bool = False) -> Leaving | Widget:
    """Return the stored pitch as it would leave, or the panel in which something has to be answered first.

    Args:
        desk: The journal and the keeper of drafts.
        is_confirmed: Whether the user has seen what is said instead of what.

    Raises:
        OutputFailed: There is nothing to say yet, or something is missing that no short form can ask for.
    """
    journal = desk.journal
    material = journal.pitches.material()
    composition = journal.telling.compose(material)
    if not composition.parts and (composition.chosen.fewest_stories or not composition.blocking):
        raise OutputFailed("There is nothing to copy yet: a story in the pitch makes a start.")
    from pivot_journal.tui.forms.leaving_forms import ChangesPanel, DecideForm, MissingForm, askable

    if askable(composition):
        return MissingForm(desk, material.pitch, composition)
    released = release_pitch(material, composition, mask=journal.telling.mask(material))
    if released.undecided:
        return DecideForm(desk, released)
    if released.replaced and not is_confirmed:
        return ChangesPanel(desk, released)
    return Leaving(material, composition, released)


def copy_in_app(app: App[Any], desk: Desk, leaving: Leaving) -> tuple[str, bool]:
    """Copy a released text and return what to tell the user, and whether it is an error; runs in a worker thread."""

    def write(sequence: str) -> None:
        driver = app._driver  # Textual's own copy_to_clipboard goes the same way
        if driver is not None:
            app.call_from_thread(driver.write, sequence)

    try:
        said = copy_released(
            leaving.released,
            environ=desk.environ,
            terminal=None if app.is_headless else write,
            fallback_folder=data_folder() if desk.is_demo else desk.journal.path.parent,
        )
    except OutputFailed as error:
        return str(error), True
    return said, False


def remember(desk: Desk, leaving: Leaving) -> str:
    """Remember what left; where that cannot be written, return what to say."""
    journal = desk.journal
    try:
        stored = next((p for p in journal.pitches.all() if p.id == leaving.material.pitch.id), leaving.material.pitch)
        journal.pitches.remember_copy(stored, leaving.composition.format, leaving.composition.text)
    except JournalError as error:
        return f" What was copied is not remembered: {error}"
    return ""
