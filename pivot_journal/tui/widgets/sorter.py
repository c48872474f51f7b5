"""Sort the unsorted, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from pivot_journal.domain.errors import JournalError, NotFound
from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.domain.text import one_line
from pivot_journal.domain.words import day_label, unsorted_said
from pivot_journal.journal.journal import Journal
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import JournalChanged, Say
from pivot_journal.tui.widgets.steady import Steady
from pivot_journal.tui.wrapping import cut, wrap

SORTED_LINES = 4
"""How much of a text is shown while it is sorted."""
SORTING_KEYS = (
    ("f", "a product decision caused it"),
    ("w", "a launch still to come worries me"),
    ("o", "an opportunity"),
    ("n", "not about the product"),
    ("l", "later"),
    ("u", "undo the last"),
)


class Sorter(Vertical, can_focus=True):
    """One unsorted observation at a time, one key each.

    Args:
        journal: Where they are.
        mark: Says what an observation is, asks for its decision, and runs what comes then.
        highlight: Shows an observation in the list by its number.
        close: Goes back to the list, with a word to say.
    """

    BINDINGS = bindings_of("sorting")
    DEFAULT_CSS = """
    Sorter { height: auto; max-height: 80%; padding: 0 2; background: $surface; }
    Sorter > Static { height: auto; }
    Sorter > .sorter--text { margin: 1 0; max-height: 6; }
    Sorter > .sorter--head { color: $quiet; margin: 1 0 0 0; }
    Sorter > .sorter--keys { color: $quiet; margin: 0 0 1 0; }
    """

    def __init__(
        self,
        journal: Journal,
        mark: Callable[[Observation, Triage, Callable[[], None]], None],
        highlight: Callable[[int], None],
        close: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._journal = journal
        self._mark, self._highlight, self._close = mark, highlight, close
        self.observation: Observation | None = None
        self._steps: list[tuple[int, bool]] = []
        """What was dealt with here, the last at the end: its number, and whether it was put off."""
        self._head = Steady(classes="sorter--head")
        self._text = Steady(classes="sorter--text")
        self._keys = Steady(classes="sorter--keys")

    def compose(self) -> ComposeResult:
        """Lay out the head, the text and what the keys mean."""
        yield self._head
        yield self._text
        yield self._keys

    def on_mount(self) -> None:
        """Show the first one."""
        self.next()
        self.focus()

    def on_resize(self) -> None:
        """Write what the keys mean in two columns where they fit."""
        self._keys.update(Content(_in_columns(SORTING_KEYS, self.size.width)))
        self._show()

    @property
    def _later(self) -> list[int]:
        return [number for number, is_put_off in self._steps if is_put_off]

    def next(self) -> None:
        """Show the next unsorted one; close when there is none."""
        self.observation = self._journal.observations.next_unsorted(self._later)
        if self.observation is None:
            later = len(self._later)
            self._close(f"{later} put off; the rest is sorted." if later else "Everything is sorted.")
            return
        self._show()
        self._highlight(self.observation.number)

    def look_again(self) -> None:
        """Stay with the one that is shown after a change made elsewhere, unless it was sorted or deleted there."""
        if self.observation is None:
            return
        present = self._unsorted(self.observation.number)
        if present is None:
            self.next()
            return
        self.observation = present
        self._show()

    def _unsorted(self, number: int) -> Observation | None:
        """Return an observation as it is now; None where it is sorted, deleted or gone."""
        try:
            present = self._journal.observations.get(number)
        except NotFound:
            return None  # another journal was put in the place of this one
        return present if present.triage is Triage.UNTRIAGED and not present.is_trashed else None

    def _show(self) -> None:
        if self.observation is None:
            return
        left = unsorted_said(self._journal.observations.count_unsorted())
        self._head.update(Content(f"{left} · {day_label(self.observation.observed_on)} · Esc stops"))
        lines = wrap(one_line(self.observation.text[: SORTED_LINES * 200]), max(self.size.width, 20))
        if len(lines) > SORTED_LINES or len(self.observation.text) > SORTED_LINES * 200:
            lines = [*lines[: SORTED_LINES - 1], cut(lines[SORTED_LINES - 1] + " …", max(self.size.width, 20))]
        self._text.update(Content("\n".join(lines)))

    def action_mark(self, triage: str) -> None:
        """Say what it is."""
        if self.observation is not None:
            number = self.observation.number
            self._mark(self.observation, Triage(triage), lambda: self._dealt_with(number))

    def _dealt_with(self, number: int) -> None:
        self._steps.append((number, False))
        self.next()

    def action_later(self) -> None:
        """Put it off until the next time."""
        if self.observation is not None:
            self._steps.append((self.observation.number, True))
            self.next()

    def action_take_back(self) -> None:
        """Take the last one back, whether it was sorted or put off; nothing that was done before sorting."""
        if not self._steps:
            self.post_message(Say("Nothing has been sorted here yet."))
            return
        number, is_put_off = self._steps[-1]
        if not is_put_off:
            try:
                taken_back = self._journal.undo()
            except JournalError as error:
                self.post_message(Say(str(error), is_error=True))
                return
            self.post_message(JournalChanged(f"Undone: {taken_back}."))
        present = self._unsorted(number)
        if present is None:
            return  # the last step was another window's
        self._steps.pop()
        self.observation = present
        self._show()
        self._highlight(number)

    def action_close(self) -> None:
        """Stop sorting."""
        self._close("")


def _in_columns(meanings: Sequence[tuple[str, str]], width: int) -> str:
    """Return what keys mean in two columns, the first half in the first, or in one where they do not fit."""
    cells = [f"{key}  {words}" for key, words in meanings]
    half = (len(cells) + 1) // 2
    first = max(len(cell) for cell in cells[:half]) + 4
    if first + max(len(cell) for cell in cells[half:]) > width:
        return "\n".join(cells)
    return "\n".join(f"{left:<{first}}{right}" for left, right in zip(cells[:half], cells[half:], strict=True))
