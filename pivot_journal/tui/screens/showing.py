"""Show someone: only the pitch and what it rests on, everything as it would leave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from pivot_journal.domain.pitch import Material
from pivot_journal.journal.journal import Journal
from pivot_journal.pitch.composition import Composition
from pivot_journal.pitch.private import Mask
from pivot_journal.pitch.render import sources
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.widgets.rows import Line, Row, Rows, ScrolledRows
from pivot_journal.tui.wrapping import wrap

WIDEST = 72
"""Cells beyond which a line of prose is hard to read."""
EVIDENCE = "What it rests on"
NOTHING_YET = "Nothing is in the pitch yet."
FOOT = "← → another format · Esc back"


class ShowingScreen(Screen[None]):
    """A screen of its own, so that nothing of the user's own work stands under it.

    Args:
        journal: Whose pitch it is.
    """

    BINDINGS = bindings_of("showing")
    DEFAULT_CSS = """
    ShowingScreen { align: center top; background: $background; }
    ShowingScreen > .showing--foot { width: 76; max-width: 100%; height: 1; padding: 0 2; color: $faint; }
    ShowingScreen > ScrolledRows { width: 76; max-width: 100%; height: 1fr; padding: 2 2 1 2; }
    """

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._material: Material = journal.pitches.material()
        self._mask = journal.telling.mask(self._material)
        telling = journal.telling
        self._composed = {name: telling.compose(self._material, name) for name in telling.formats}
        self._format = telling.compose(self._material).format
        self.text = ScrolledRows()
        self.text.can_focus = True

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        yield self.text
        yield Static(Content(FOOT), classes="showing--foot")

    def on_mount(self) -> None:
        """Show the pitch in its own format."""
        self.text.focus()
        self._lay_out()

    def on_rows_resized(self, event: Rows.Resized) -> None:
        """Break the lines anew."""
        event.stop()
        self._lay_out()

    def action_format(self, by: int) -> None:
        """Show it in the next format, or the one before; the pitch itself keeps its own."""
        names = list(self._composed)
        self._format = names[(names.index(self._format) + by) % len(names)]
        self._lay_out()
        self.text.action_first()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss()

    def _lay_out(self) -> None:
        width = min(self.text.size.width or WIDEST, WIDEST)
        lines = list(shown_lines(self._material, self._composed[self._format], self._mask, width))
        self.text.set_rows([Row([line]) for line in lines])


def shown_lines(material: Material, composition: Composition, mask: Mask, width: int) -> Iterator[Line]:
    """Yield what somebody else may see: the text with its labels, and the dated list behind it, all as it would leave.

    Args:
        material: What the pitch was composed from.
        composition: The pitch, composed with the same mask.
        mask: Replaces what is private.
        width: Cells.
    """
    is_after_item = False
    for place, block in enumerate(composition.blocks):
        if place and not (is_after_item and block.is_item):
            yield Line(())
        if block.label:
            yield Line([(block.label, "dim")])
        yield from (Line([(part, "")]) for part in wrap(block.plain, width))
        is_after_item = block.is_item
    # what is in the trash is between the user and the journal
    present = replace(material, stories=tuple(replace(each, lost_observations=0) for each in material.stories))
    listed = [mask.apply(line).text for line in sources(present, composition)]
    if listed:
        yield from (Line(()), Line(()), Line([(EVIDENCE, "dim")]))
    for line in listed:
        yield Line(())
        yield from (Line([(part, "dim")]) for part in wrap(line, width))
    if not composition.blocks and not listed:
        yield Line([(NOTHING_YET, "dim")])
