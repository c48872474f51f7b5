"""The list of the Journal with what is selected in it: kept by number, whatever is read, shown or looked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable, KeysView

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip

from pivot_journal.domain.filter import Filter
from pivot_journal.domain.words import SELECTED, selected_said
from pivot_journal.journal.observations import Observations, key_of
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import Say
from pivot_journal.tui.widgets.entry_list import EntryList

MOST_IN_A_RANGE = 5_000
"""Observations that one key may select."""
NO_START = "x selects one first; X then selects everything from there to the highlighted one."
TOO_MANY = f"That is a stretch of more than {MOST_IN_A_RANGE:,} notes. Select it in pieces, or narrow it with a search."
NEEDS_SELECTED = frozenset({"act", "clear_selection"})
"""What there is nothing to do for while nothing is selected."""


class SelectingList(EntryList):
    """Observations of which some are selected; each has a mark before its line.

    Args:
        observations: Where they are read.
        today: The present day.
        act: Does something with all that is selected: 'sort' (with what as), 'star', 'tag' or 'delete'.
    """

    BINDINGS = bindings_of("selected")

    class SelectionChanged(Message):
        """Other observations are selected, or others of them are shown."""

    def __init__(
        self,
        observations: Observations,
        today: dt.date,
        act: Callable[[str, str], Awaitable[None]],
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(observations, today, id=id)
        self._selected: dict[int, None] = {}
        """The numbers of what is selected, the last one at the end: a range begins there."""
        self.hidden = 0
        """How many of them the present search does not find."""
        self._act = act

    @property
    def selected(self) -> KeysView[int]:
        """The numbers of what is selected."""
        return self._selected.keys()

    @property
    def keys_act_on(self) -> str:
        """What the line of keys says first: on what they act."""
        return selected_said(len(self.selected)) if self.selected else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what acts on all that is selected only while something is."""
        return bool(self.selected) if action in NEEDS_SELECTED else super().check_action(action, parameters)

    # Selecting

    def select(self) -> None:
        """Select the highlighted one, or take it out, and move on."""
        observation = self.observation
        if observation is None:
            return
        if observation.number in self._selected:
            del self._selected[observation.number]
        else:
            self._selected[observation.number] = None
        self._changed()
        self.action_move(1)

    def select_range(self) -> None:
        """Select everything from the one that was selected last to the highlighted one, held or not."""
        observation = self.observation
        if observation is None:
            return
        if not self._selected:
            self.post_message(Say(NO_START))
            return
        start = key_of(self._observations.get(next(reversed(self._selected))))
        found = self._observations.numbers_between(self.chosen, start, key_of(observation), limit=MOST_IN_A_RANGE + 1)
        if len(found) > MOST_IN_A_RANGE:
            self.post_message(Say(TOO_MANY, is_error=True))
            return
        self._selected.update(dict.fromkeys(found))
        self._selected.pop(observation.number, None)
        self._selected[observation.number] = None
        self._changed()

    def clear_selection(self) -> None:
        """Select nothing."""
        self._selected.clear()
        self.hidden = 0
        self._changed()

    def action_clear_selection(self) -> None:
        """Select nothing."""
        self.clear_selection()

    async def action_act(self, verb: str, value: str = "") -> None:
        """Do something with all that is selected."""
        await self._act(verb, value)

    def _changed(self) -> None:
        self.refresh()
        self.refresh_bindings()
        self.post_message(self.SelectionChanged())

    # What is shown of it

    def show(self, chosen: Filter, number: int | None = None) -> None:
        """Show what a filter means; what is selected stays so."""
        super().show(chosen, number)
        self._look_after_selected()

    def reload(self, number: int | None = None) -> None:
        """Read what is shown again; of what is selected, what was deleted meanwhile is no longer so."""
        super().reload(number)
        self._look_after_selected()

    def _look_after_selected(self) -> None:
        if not self.selected:
            return
        before = (len(self.selected), self.hidden)
        present = self._observations.out_of_trash(self.selected)
        self._selected = {number: None for number in self._selected if number in present}
        self.hidden = 0
        if not self.chosen.is_empty:
            self.hidden = len(self.selected) - self._observations.count(self.chosen, among=self.selected)
        if (len(self._selected), self.hidden) != before:
            self._changed()

    def render_line(self, y: int) -> Strip:
        """Draw one line, with the mark in its first cell, which is blank otherwise, where it is selected."""
        strip = super().render_line(y)
        at = y + self._top
        if not self.selected or not 0 <= at < len(self._lines):
            return strip
        row, _ = self._lines[at]
        if self.rows[row].key not in self.selected or strip.cell_length < 1:
            return strip
        base = next(iter(strip)).style or self.rich_style
        mark = Segment(SELECTED, base + self.get_component_rich_style("rows--chosen", partial=True))
        return Strip([mark, *strip.crop(1)])
