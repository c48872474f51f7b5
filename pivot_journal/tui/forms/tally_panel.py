"""Count what happens here: the tallies in a short list, one key to count one more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pivot_journal.domain.errors import JournalError, ValueRefused
from pivot_journal.domain.tally import MOST_AT_ONCE, Tally, accept_tally_name
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import When
from pivot_journal.domain.words import day_label
from pivot_journal.journal.observations import quoted
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import ClosePanel, JournalChanged, Say
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.rows import Line, Row, Rows
from pivot_journal.tui.wrapping import cut

HINT = "Enter counts one and goes back · + counts one and stays"
LONGEST_SHOWN = 40
"""Cells of a name beyond which it is cut in the list."""


class TallyLine(Vertical):
    """The one line in which a figure or a name is typed, with what is asked.

    Args:
        store: Takes what is typed.
        close: Goes back to the list.
    """

    BINDINGS = bindings_of("tally_line")
    DEFAULT_CSS = """
    TallyLine { height: auto; display: none; margin: 1 0 0 0; }
    TallyLine > Static { height: auto; }
    """

    def __init__(self, store: Callable[[str], None], close: Callable[[], None]) -> None:
        super().__init__()
        self._store, self._close = store, close
        self._question = Static()
        self.editor = Editor()

    def compose(self) -> ComposeResult:
        """Lay out the question and the line."""
        yield self._question
        yield self.editor

    def ask(self, question: str, text: str, prompt: str = "") -> None:
        """Ask something, with a text to begin with."""
        self._question.update(Content(question))
        self.editor.placeholder = prompt
        self.editor.take(text)
        self.editor.focus()

    def on_editor_submitted(self, event: Editor.Submitted) -> None:
        """Hand over what is typed."""
        event.stop()
        self.action_store()

    def on_editor_tab_pressed(self, event: Editor.TabPressed) -> None:
        """Stay: there is nowhere else to go."""
        event.stop()

    def action_store(self) -> None:
        """Hand over what is typed."""
        self._store(one_line(self.editor.text))

    def action_close(self) -> None:
        """Go back to the list."""
        self._close()


class TallyPanel(Panel):
    """The tallies, the one counted last on top; what is highlighted is counted.

    Args:
        desk: The journal and the keeper of drafts.
    """

    BINDINGS = bindings_of("tallies")
    DEFAULT_CSS = """
    TallyPanel { padding: 1 2; }
    TallyPanel > Static { height: auto; }
    TallyPanel > .tally--title { text-style: bold; margin: 0 0 1 0; }
    TallyPanel > Rows { height: auto; max-height: 60%; }
    TallyPanel > .tally--working { color: $quiet; margin: 1 0 0 0; }
    TallyPanel > .tally--hint { color: $quiet; margin: 1 0 0 0; }
    TallyPanel.-asks > TallyLine { display: block; }
    TallyPanel.-asks > .tally--working, TallyPanel.-none > Rows, TallyPanel.-none > .tally--working { display: none; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = Rows(classes="-shows-cursor")
        self.line = TallyLine(self._store, self._leave_line)
        self._working = Static(classes="tally--working")
        self._hint = Static(Content(HINT), classes="tally--hint")
        self._tallies: dict[str, Tally] = {}
        self._asks = ""
        """What is typed in the line: an 'amount', a 'new' name, another 'name', or nothing."""

    def compose(self) -> ComposeResult:
        """Lay the parts out from top to bottom."""
        yield Static(Content("Tallies: what you count, one key a time"), classes="tally--title")
        yield self.list
        yield self._working
        yield self.line
        yield self._hint

    def on_mount(self) -> None:
        """List them, or ask for the first."""
        self.look_again()
        self.take_focus()

    def take_focus(self) -> None:
        """Stand in the list, or in the line where something is asked."""
        if self._asks:
            self.line.editor.focus()
        elif self._tallies:
            self.list.focus()
        else:
            self.action_add()

    def focus_first(self) -> None:
        """Stand where keys are expected."""
        self.take_focus()

    def look_again(self) -> None:
        """Read the tallies again; the cursor stays on its own."""
        self._tallies = {tally.id: tally for tally in self.desk.journal.tallies.all()}
        self.set_class(not self._tallies, "-none")
        self.list.set_rows(tally_rows(list(self._tallies.values()), self.desk.journal.today))
        self._show_working()

    # What is shown

    @property
    def tally(self) -> Tally | None:
        """The highlighted tally."""
        return self._tallies.get(str(self.list.key))

    def _show_working(self) -> None:
        self._working.update(Content(self.tally.working if self.tally else ""))

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Say how the highlighted one came about."""
        event.stop()
        self._show_working()

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Count one of what was clicked twice."""
        event.stop()
        self.action_count()

    # The line

    def _ask(self, what: str, question: str, text: str, prompt: str = "") -> None:
        self._asks = what
        self.add_class("-asks")
        self.line.ask(question, text, prompt)
        self._hint.update(Content("Enter stores it · Esc goes back"))
        self.refresh_bindings()

    def _done_asking(self) -> None:
        self._asks = ""
        self.remove_class("-asks")
        self._hint.update(Content(HINT))
        self.refresh_bindings()
        self.list.focus()

    def on_key(self, event: events.Key) -> None:
        """Take a figure as how many to count; its key shows a view elsewhere."""
        if not self._asks and event.key in set("123456789") and self.tally is not None:
            self.action_amount(event.key)
            event.stop()
            event.prevent_default()

    def _store(self, typed: str) -> None:
        """Count as many as are typed, or begin or rename a tally; where that cannot be, say why and stay."""
        tally, tallies = self.tally, self.desk.journal.tallies
        try:
            if self._asks == "amount" and tally is not None:
                self._counted(tallies.count(tally.name, _amount(typed)))
            elif self._asks == "new":
                self._counted(tallies.count(accept_tally_name(typed)))
            elif self._asks == "name" and tally is not None:
                renamed = tallies.rename(tally.id, typed)
                self._done_asking()
                self.post_message(JournalChanged(f"It is called {quoted(renamed.name)} now."))
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))

    # Keys

    def action_count(self) -> None:
        """Count one more of the highlighted one, and go back to where the work is."""
        if self.tally is not None:
            self._counted(self.desk.journal.tallies.count(self.tally.name))

    def action_count_on(self) -> None:
        """Count one more of the highlighted one, and stay."""
        if self.tally is not None:
            counted = self.desk.journal.tallies.count(self.tally.name)
            self.post_message(JournalChanged(f"{self._said(counted)}. u takes it back."))

    def _counted(self, tally: Tally) -> None:
        self.post_message(JournalChanged(f"{self._said(tally)}. u takes it back, # counts on."))
        self.post_message(ClosePanel(self))

    def _said(self, tally: Tally) -> str:
        counted = tally.between(self.desk.journal.today, None)
        of_today = " today" if counted == tally.total else f", {counted:,} of them today"
        return f"{one_line(tally.name)}: {tally.total:,}{of_today}"

    def action_amount(self, first: str = "") -> None:
        """Ask how many to count, with the first figure typed already."""
        if self.tally is not None:
            self._ask("amount", f"How many {one_line(self.tally.name)}?", first)

    def action_add(self) -> None:
        """Ask for something new to count."""
        self._ask("new", "What do you count? The first one is counted at once.", "", "e.g. failed drops")

    def action_rename(self) -> None:
        """Ask for another name of the highlighted one."""
        if self.tally is not None:
            self._ask("name", "What is it called?", self.tally.name)

    def action_delete(self) -> None:
        """Put the highlighted one into the trash."""
        if self.tally is not None:
            gone = self.desk.journal.tallies.trash(self.tally.id)
            words = f"{quoted(gone.name)} is in the trash; amounts that it was counted for stay. u brings it back."
            self.post_message(JournalChanged(words))

    def _leave_line(self) -> None:
        """Go back to the list; out of the panel where there is none."""
        if self._tallies:
            self._done_asking()
        else:
            self.action_close()

    def action_close(self) -> bool:
        """Leave; what is counted is stored."""
        self.post_message(ClosePanel(self))
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action == "close":
            return True
        return not self._asks and (action == "add" or bool(self._tallies))


def tally_rows(tallies: list[Tally], today: dt.date) -> list[Row]:
    """Return a row for each tally: its name, its total, and what was counted today or when it was counted last.

    Args:
        tallies: In the order in which they are shown.
        today: The local day.
    """
    names = {tally.id: one_line(tally.name) for tally in tallies}
    column = min(max(map(cell_len, names.values()), default=0), LONGEST_SHOWN)
    figures = max((len(f"{tally.total:,}") for tally in tallies), default=0)
    rows = []
    for tally in tallies:
        name = cut(names[tally.id], column)
        today_counted = tally.between(today, today)
        last = day_label(When(tally.last_on)) if tally.last_on else "not counted yet"
        line = Line(
            [
                (f" {name}{' ' * (column - cell_len(name))}  ", ""),
                (f"{tally.total:>{figures},}", "strong"),
                (f"   {f'{today_counted:,} today' if today_counted else last}", "accent" if today_counted else "dim"),
            ]
        )
        rows.append(Row([line], tally.id))
    return rows


def _amount(typed: str) -> int:
    bare = typed.removeprefix("+").replace(",", "").strip()
    if not (bare.isascii() and bare.isdecimal()):
        raise ValueRefused(f'"{typed[:20]}" is not how many: a whole number from 1 to {MOST_AT_ONCE:,}.')
    return int(bare)
