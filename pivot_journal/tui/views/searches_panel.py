"""The saved searches: show what one finds, call it otherwise, delete it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content

from pivot_journal.domain.saved_search import SavedSearch
from pivot_journal.domain.text import one_line
from pivot_journal.journal.observations import quoted
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import ClosePanel, JournalChanged
from pivot_journal.tui.views.narrowed_panel import NarrowedPanel
from pivot_journal.tui.widgets.rows import Line, Row
from pivot_journal.tui.wrapping import cut

LONGEST_SHOWN = 32
"""Cells of a name beyond which it is cut in the list."""
NUMBERED = 9
"""How many can be picked by a number."""
NOTHING_KEPT = "No search is saved yet. In the Journal: / finds, then Ctrl+S saves the search under a name."
NO_MATCH = "No name has a word that begins so. Esc shows every search again."


HEAD = Content.assemble(("Saved searches", "bold"), ("  Enter or a number shows what one finds", "$quiet"))


class SearchesPanel(NarrowedPanel):
    """A list of the saved searches; Enter or a number shows what one finds.

    Args:
        desk: The journal and the keeper of drafts.
        show: Looks for something in the Journal.
    """

    BINDINGS = bindings_of("searches")

    def __init__(self, desk: Desk, show: Callable[[str], None]) -> None:
        super().__init__(desk)
        self._find = show
        self._part = ""
        """Beginnings of words that the names that are shown have."""
        self._searches: dict[str, SavedSearch] = {}

    def look_again(self) -> None:
        """Read them again; the cursor stays on its own."""
        self._head.update(HEAD)
        self._searches = {each.id: each for each in self.desk.journal.searches.all()}
        self._show()

    @property
    def shown(self) -> list[SavedSearch]:
        """Those that are listed, in their order."""
        return [each for each in self._searches.values() if _has_words(each.name, self._part)]

    @property
    def meant(self) -> SavedSearch | None:
        """The highlighted one."""
        return self._searches.get(str(self.list.key))

    def _show(self, id_: str | None = None) -> None:
        nothing = NO_MATCH if self._searches else NOTHING_KEPT
        self.list.set_rows(search_rows(self.shown) or [Row([Line([(f" {nothing}", "dim")])])], id_)
        self.refresh_bindings()

    def _narrow(self, part: str) -> None:
        """Show those whose names have words that begin so, standing on the first."""
        self._part = part
        found = self.shown
        self._show(found[0].id if found else None)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action == "search":
            return bool(self._searches)
        return action == "close" or self.meant is not None

    def action_search(self) -> None:
        """Narrow the list by what is typed."""
        self.search.open(is_date=False)
        self.search.editor.placeholder = "the beginning of a name"

    def action_show(self) -> None:
        """Show in the Journal what the highlighted one finds."""
        if self.meant is not None:
            self._go_to(self.meant)

    def on_key(self, event: events.Key) -> None:
        """Show what one finds, by its number in the list; its key shows a view elsewhere."""
        if self.list.has_focus and event.key in set("123456789"):
            event.stop()
            self.action_number(int(event.key))

    def action_number(self, number: int = 1) -> None:
        """Show what one finds, by its number in the list."""
        if number <= len(self.shown):
            self._go_to(self.shown[number - 1])

    def _go_to(self, chosen: SavedSearch) -> None:
        self._find(chosen.query)
        self.action_close()

    def action_rename(self) -> None:
        """Call the highlighted one something else."""
        chosen = self.meant
        if chosen is None:
            return

        def rename(name: str) -> None:
            renamed = self.desk.journal.searches.rename(chosen.id, name)
            self.look_again()
            self._show(renamed.id)
            self.post_message(JournalChanged(f"It is called {quoted(renamed.name)} now."))

        self.ask_line.ask(f"What is {quoted(chosen.name)} to be called?", rename, text=chosen.name)

    def action_delete(self) -> None:
        """Put the highlighted one into the trash."""
        if self.meant is not None:
            gone = self.desk.journal.searches.delete(self.meant.id)
            self.post_message(JournalChanged(f"{quoted(gone.name)} is in the trash; u brings it back."))

    def action_close(self) -> bool:
        """Leave."""
        self.post_message(ClosePanel(self))
        return True


def search_rows(searches: Sequence[SavedSearch]) -> list[Row]:
    """Return a row for each search: the number that shows it, its name, and what it looks for."""
    names = [cut(one_line(each.name), LONGEST_SHOWN) for each in searches]
    column = max(map(cell_len, names), default=0)
    return [
        Row(
            [
                Line(
                    [
                        (f" {number if number <= NUMBERED else ' '}  ", "dim"),
                        (f"{name}{' ' * (column - cell_len(name))}  ", ""),
                        (one_line(each.query), "dim"),
                    ]
                )
            ],
            each.id,
        )
        for number, (each, name) in enumerate(zip(searches, names, strict=True), 1)
    ]


def _has_words(name: str, part: str) -> bool:
    """Whether each word of a part is the beginning of a word of a name."""
    words = name.casefold().split()
    return all(any(word.startswith(begun) for word in words) for begun in part.casefold().split())
