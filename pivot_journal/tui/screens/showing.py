"""Show someone: only the pitch, as it would leave; no notes, no prompts, no counts."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from pivot_journal.pitch.composition import Composition


class ShowingScreen(ModalScreen[None]):
    """The text of the pitch in the middle of an empty screen."""

    BINDINGS = [Binding("escape,q,f9,enter,space", "dismiss", "Close", show=False)]
    DEFAULT_CSS = """
    ShowingScreen { align: center middle; background: $background; }
    ShowingScreen > VerticalScroll { width: 72; max-width: 96%; height: auto; max-height: 90%; padding: 1 2; }
    ShowingScreen Static { margin: 0 0 1 0; }
    """

    def __init__(self, composition: Composition) -> None:
        super().__init__()
        self._composition = composition

    def compose(self) -> ComposeResult:
        """Lay out the paragraphs."""
        with VerticalScroll():
            for paragraph in self._composition.paragraphs:
                yield Static(Content(paragraph))

    async def action_dismiss(self, result: None = None) -> None:
        """Close it."""
        self.dismiss()
