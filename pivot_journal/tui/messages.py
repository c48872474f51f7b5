"""Requests that travel from a widget to the main screen. Past tense reports, imperative asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from pivot_journal.domain.pitch import Material


class Say(Message):
    """Ask to tell the user something in the message line; nothing clears it, where something else begins."""

    def __init__(self, text: str, *, is_error: bool = False) -> None:
        super().__init__()
        self.text = text
        self.is_error = is_error


class JournalChanged(Message):
    """The journal was changed here; whatever shows it should look again."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.text = text
        """What to tell the user; empty for nothing."""


class OpenPanel(Message):
    """Ask to put a panel (a form) over the present view."""

    def __init__(self, panel: Widget, words: tuple[str, int, int, str] | None = None) -> None:
        super().__init__()
        self.panel = panel
        self.words = words
        """What is to be marked in it: the field, from and to which character, and the text that stands there."""


class ClosePanel(Message):
    """Ask to take the sender's panel away and show what was under it."""

    def __init__(self, panel: Widget) -> None:
        super().__init__()
        self.panel = panel


class ShowView(Message):
    """Ask for another view, with something in it highlighted."""

    def __init__(self, view: str, key: object = None) -> None:
        super().__init__()
        self.view = view
        self.key = key


class PreviewMaterial(Message):
    """Ask to show the pitch as it would be with what is being typed; None for as it is stored."""

    def __init__(self, material: Material | None, *, is_planned: bool = False) -> None:
        super().__init__()
        self.material = material
        self.is_planned = is_planned
        """Whether the pitch will be so once the form is saved, though its story is not in it yet."""


class CopyPitch(Message):
    """Ask to copy the pitch."""

    def __init__(self, *, is_confirmed: bool = False) -> None:
        super().__init__()
        self.is_confirmed = is_confirmed
        """Whether the user has seen what is said instead of what is private."""
