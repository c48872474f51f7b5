"""The Journal: newest first, find as you type, add in place, sort one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.app import ComposeResult, SuspendNotSupported
from textual.content import Content
from textual.widgets import Static

from pivot_journal.dates import parse_when
from pivot_journal.domain.errors import JournalError
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.domain.quote import CustomerQuote
from pivot_journal.domain.text import one_line
from pivot_journal.domain.words import MARKS, TRIAGE, day_label, how_it_is_known, notes_said, what_it_is
from pivot_journal.journal.observations import quoted
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.forms.observation_form import ObservationForm, saved_said
from pivot_journal.tui.forms.quote_fields import quotations_in
from pivot_journal.tui.kept_keys import keep_keys_until
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import JournalChanged, OpenPanel, Say, ShowView
from pivot_journal.tui.views.journal_finding import JournalFinding
from pivot_journal.tui.views.journal_selection import JournalSelection, StoreDecision
from pivot_journal.tui.widgets.add_line import AddLine
from pivot_journal.tui.widgets.entry_list import EntryList
from pivot_journal.tui.widgets.picker import DecisionPicker
from pivot_journal.tui.widgets.rows import Rows
from pivot_journal.tui.widgets.search_line import SearchLine
from pivot_journal.tui.widgets.selecting_list import SelectingList
from pivot_journal.tui.widgets.sorter import Sorter
from pivot_journal.tui.widgets.steady import Steady
from pivot_journal.tui.wrapping import cut

ASKS_DECISION = {
    Triage.FAILURE: "Which decision was it?",
    Triage.WORRY: "Which decision is it about?",
    Triage.OPPORTUNITY: "Does it belong to a decision?",
}
MANY_KEEP = "those that have one keep it"
"""What is said of sorting several notes without naming a decision."""
DETAIL_LINES = 2
"""How much of a text the strip under the list shows."""
SHORTEST_TITLE = 12
"""Cells of a decision's title that are said at least."""
READ_FOR_QUOTES = 10_000
"""Characters of a text in which a quotation is looked for."""
DAY_SECONDS = 30.0
"""How often it is checked whether 'today' has turned over."""
NEEDS_ONE = frozenset(
    [
        *("sort", "mark", "edit", "external", "search", "jump", "star", "tell", "delete", "like"),
        *("select", "select_range", "tag"),
    ]
)
"""What there is nothing to do for while nothing is shown."""


class JournalView(JournalFinding):
    """The list with its search, the strip of the highlighted one, and what is laid over the strip."""

    BINDINGS = bindings_of("journal")
    DEFAULT_CSS = """
    JournalView > EntryList { margin: 1 0 0 0; }
    JournalView > .journal--empty { display: none; padding: 1 3; height: 1fr; }
    JournalView.-empty > .journal--empty { display: block; }
    JournalView.-empty > EntryList { height: 1; margin: 0; }
    JournalView > .journal--strip { height: 5; border-top: solid $faint; padding: 0 2; }
    JournalView.-empty > .journal--strip, JournalView.-overlaid > .journal--strip { display: none; }
    """

    def __init__(self, desk: Desk, *, id: str | None = None) -> None:
        super().__init__(desk, id=id)
        self.search = SearchLine(self.find, self.jump, self.take_focus, says=True)
        self.add_line = AddLine(desk, self.captured, self.take_focus)
        self.selection = JournalSelection(self, self.ask_decision)
        self.list: SelectingList = self.selection.list
        self.list.add_class("-shows-cursor")
        self.list.follow = self._show_strip
        self._empty = Static(classes="journal--empty")
        self._strip = Steady(classes="journal--strip")
        self._sorter: Sorter | None = None
        self._picker: DecisionPicker | None = None
        self._pending: StoreDecision | None = None

    def compose(self) -> ComposeResult:
        """Lay the parts out from top to bottom."""
        yield self.search
        yield self.add_line
        yield self.list
        yield self._empty
        yield self._strip

    def on_mount(self) -> None:
        """Read the newest."""
        self.list.show(Filter())
        self.set_interval(DAY_SECONDS, self._turn_over)

    def _turn_over(self) -> None:
        if self.list.today != self.desk.journal.today:
            self.look_again()

    @property
    def is_busy(self) -> bool:
        """Whether something is being written, looked for, sorted or chosen."""
        is_typing = self.add_line.has_class("-open") or self.search.has_class("-open")
        return is_typing or self._picker is not None or self._sorter is not None

    def take_focus(self) -> None:
        """Stand in the list, or where something is being sorted or chosen."""
        if self._picker is not None:
            self._picker.take_focus()
        elif self._sorter is not None:
            self._sorter.focus()
        elif self.add_line.has_class("-open"):
            self.add_line.editor.focus()
        elif self.naming is not None and self.naming.is_open:
            self.naming.editor.focus()
        else:
            self.list.focus()

    def look_again(self) -> None:
        """Read the list again where it stands."""
        self.list.today = self.desk.journal.today
        self.list.reload()
        if self._sorter is not None and self._picker is None:
            self._sorter.look_again()
        self._show_strip()

    def highlight(self, key: object) -> None:
        """Stand on an observation by its number, or in the line for a new one ('add'); or find a tag ('#dock')."""
        if key == "add":
            self.action_add()
        elif isinstance(key, str):
            self.search.look_for(key)
        elif isinstance(key, int):
            self.list.reload(key)
            if self.list.key != key and not self.list.chosen.is_empty:  # it is not among what is looked for
                self.search.remove_class("-open")
                self.list.chosen = Filter()
                self.list.reload(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action == "sort" and self._sorter is not None:
            return False
        if action == "save_search":
            return bool(self.search.words)
        if action == "show_all":
            return self.search.has_class("-open") or not self.list.chosen.is_empty
        return action not in NEEDS_ONE or bool(self.list.held) or (action == "search" and not self.list.chosen.is_empty)

    # What is shown

    def on_entry_list_showing(self, event: EntryList.Showing) -> None:
        """Say what to do where nothing is shown."""
        event.stop()
        if event.is_empty != self.has_class("-empty"):
            self.set_class(event.is_empty, "-empty")
            self.refresh_bindings()
        self._say_empty()
        self.say_found()
        self._show_strip()

    def on_selecting_list_selection_changed(self, event: SelectingList.SelectionChanged) -> None:
        """Say how many are selected."""
        event.stop()
        self._say_empty()
        self._show_strip()

    def _say_empty(self) -> None:
        if self.has_class("-empty"):
            words = NOTHING_FOUND if not self.list.chosen.is_empty else NOTHING_YET
            selected = self.selection.line(max(self.size.width - 6, 10))
            self._empty.update(Content.assemble(words, *(("\n\n", selected) if selected is not None else ())))

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Edit what was clicked twice."""
        if event.rows is self.list:
            event.stop()
            self.action_edit()

    def on_resize(self) -> None:
        """Break the strip's lines anew."""
        self._show_strip()

    def _show_strip(self) -> None:
        """Show the highlighted one whole."""
        observation = self.list.observation
        width = max(self.size.width - 4, 10)
        selected = self.selection.line(width)
        if observation is None:
            self._strip.update(selected or Content(""))
            return
        room = DETAIL_LINES - (selected is not None)
        facts = f"{what_it_is(observation)} · {how_it_is_known(observation)}"
        tags = " ".join(f"#{tag}" for tag in observation.tags)
        head = f"{observation.number}  {day_label(observation.observed_on)}{'  ' + tags if tags else ''}"
        said = self._said_in(observation)
        self._strip.update(
            Content.assemble(
                *((selected, "\n") if selected is not None else ()),
                self.list.found.lines(observation.text, width, room),
                "\n",
                (cut(head, width), "$quiet"),
                (cut(said, max(width - cell_len(head), 0)), "$secondary"),
                "\n",
                (cut(facts, width), "$quiet"),
            )
        )

    def _said_in(self, observation: Observation) -> str:
        """Return what customers said in a note, as far as that is loaded.

        Read only where something is quoted, so that a key costs no reading in nearly every note.
        """
        if not self.desk.is_loaded or not quotations_in(observation.text[:READ_FOR_QUOTES]):
            return ""
        return "".join(f" · {_quote_said(quote)}" for quote in self.desk.journal.quotes.of([observation]))

    # Finding

    def find(self, words: str) -> None:
        """Show what has the words, or the tag when it is one."""
        words = words.strip()
        chosen = Filter(words=words)
        try:
            if words.startswith("#") and len(words.split()) == 1 and len(words) > 1:
                is_tag = self.desk.journal.observations.is_tag(words[1:])
                chosen = Filter(tag=words[1:]) if is_tag else chosen
            if chosen != self.list.chosen:
                if chosen.is_empty and self.list.observation is not None:  # see what was found among its neighbours
                    self.list.chosen = chosen
                    self.list.reload()
                else:
                    self.list.show(chosen)
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))

    def jump(self, phrase: str) -> None:
        """Go to a date in words."""
        try:
            when = parse_when(phrase, self.desk.journal.today, day_order=self.desk.settings.day_order)
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return
        self.search.remove_class("-open")
        self.list.jump_to(when)
        self.take_focus()

    def action_show_all(self) -> None:
        """Leave the search, with what is highlighted in sight."""
        if self.search.has_class("-open") or not self.list.chosen.is_empty:
            self.search.action_clear()

    def action_search(self) -> None:
        """Find as you type."""
        self._begin()
        self.search.open(is_date=False)

    def action_jump(self) -> None:
        """Jump to a date."""
        self._begin()
        self.search.open(is_date=True)

    # Writing

    def action_add(self) -> None:
        """Write down what happened."""
        self._begin()
        self.close_overlays()
        self.add_line.open()

    def captured(self, observation: Observation) -> None:
        """Show what was just stored."""
        self.search.remove_class("-open")
        self.list.chosen = Filter()
        self.list.reload(observation.number)
        alike = self.desk.journal.tags.new_and_alike(observation)
        hint = tags_said(alike) or "f tags it as a product-decision failure."
        self.post_message(JournalChanged(f"Written down: {quoted(observation.text)}. {hint}"))

    def action_edit(self) -> None:
        """Edit the highlighted one."""
        observation = self.list.observation
        if observation is not None:
            self._begin()
            added = self.desk.journal.observations.added_tags(observation)
            self.post_message(OpenPanel(ObservationForm(self.desk, observation, added)))

    def action_external(self) -> None:
        """Edit the text of the highlighted one in $EDITOR."""
        observation = self.list.observation
        if observation is None:
            return
        from pivot_journal.editor import edit_text

        try:
            self.desk.drafts.flush()
            with self.app.suspend():
                text = edit_text(observation.text, self.desk.environ)
        except SuspendNotSupported:
            self.post_message(Say("This terminal cannot be handed to an editor; e edits here.", is_error=True))
            return
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return
        if text == observation.text:
            self.post_message(Say("Nothing was changed."))
            return
        try:
            saved = self.desk.journal.observations.edit(observation.number, text=text, seen=observation.updated_at)
        except JournalError as error:
            self._keep_in_form(observation, text)
            self.post_message(Say(f"{error} What you wrote is here.", is_error=True))
            return
        self.post_message(JournalChanged(saved_said(saved)))

    def _keep_in_form(self, observation: Observation, text: str) -> None:
        """Open the edit form with a text that could not be stored, so that it is not lost."""
        added = self.desk.journal.observations.added_tags(observation)
        form = ObservationForm(self.desk, observation, added)
        form.fields["text"].value = text
        self.post_message(OpenPanel(form))

    def action_star(self) -> None:
        """Let the highlighted one stand out, or no longer."""
        observation = self.list.observation
        if observation is not None:
            words = f"{'No star any more' if observation.starred else '★'}: {quoted(observation.text)}"
            self._do(lambda: self.desk.journal.observations.star(observation.number, not observation.starred), words)

    def action_delete(self) -> None:
        """Put the highlighted one into the trash."""
        observation = self.list.observation
        if observation is not None:
            words = f"{quoted(observation.text)} is in the trash; u brings it back."
            self._do(lambda: self.desk.journal.observations.trash(observation.number), words)

    def _begin(self) -> None:
        """Take away what was said before: it was about another note."""
        self.post_message(Say(""))

    def _do(self, verb: Callable[[], object], words: str) -> bool:
        try:
            verb()
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return False
        self.post_message(JournalChanged(words))
        return True

    def action_select(self) -> None:
        """Select the highlighted one, or take it out."""
        self._begin()
        self.list.select()

    def action_select_range(self) -> None:
        """Select everything from the one that was selected last."""
        self._begin()
        self.list.select_range()

    async def action_tag(self) -> None:
        """Ask for the tags of the highlighted one."""
        self._begin()
        await self.selection.ask_for_tags()

    # Sorting

    def action_sort(self) -> None:
        """Sort the unsorted, one at a time."""
        if self.desk.journal.observations.next_unsorted() is None:
            self.post_message(Say("Everything is sorted."))
            return
        self._begin()
        self.close_overlays()
        self.add_class("-overlaid")
        self._sorter = Sorter(self.desk.journal, self.mark, self.list.reload, self.close_sorter)
        keep_keys_until(self, self.mount(self._sorter))

    def close_sorter(self, words: str) -> None:
        """Go back to the list."""
        self.close_overlays()
        if words:
            self.post_message(Say(words))
        self.take_focus()

    def close_overlays(self) -> None:
        """Take away what lies over the strip."""
        for overlay in (self._picker, self._sorter):
            if overlay is not None:
                overlay.remove()
        self._picker = self._sorter = self._pending = None
        self.remove_class("-overlaid")

    def action_mark(self, triage: str) -> None:
        """Say what the highlighted one is."""
        observation = self.list.observation
        if observation is not None:
            self.mark(observation, Triage(triage), lambda: None)

    def mark(self, observation: Observation, triage: Triage, then: Callable[[], None]) -> None:
        """Say what an observation is, and ask for its decision where it has one.

        Args:
            observation: Which one.
            triage: What it is.
            then: What to do when everything about it is said.
        """
        if triage not in ASKS_DECISION:
            self._close_picker()
            said = f"{MARKS[triage]} {TRIAGE[triage]}."
            if self._do(lambda: self.desk.journal.observations.sort(observation.number, triage), said):
                then()
            return

        def store(decision_id: str | None, new_title: str | None) -> None:
            journal = self.desk.journal
            title = new_title or ""
            try:
                if decision_id is not None:
                    title = journal.decisions.get(decision_id).title
            except JournalError as error:
                self.post_message(Say(str(error), is_error=True))
                return

            def verb() -> None:
                with journal.in_one_step(f"sort {quoted(observation.text)}"):
                    chosen = journal.decisions.add(new_title).id if new_title else decision_id
                    journal.observations.sort(observation.number, triage, chosen)

            hint = " t makes a story of it." if title and self._sorter is None else ""
            if self._do(verb, marked_said(triage, title, hint, self.app.size.width - 2)):
                then()

        self.ask_decision(triage, store, first=observation.decision_id)

    def ask_decision(self, triage: Triage, store: StoreDecision, of: str = "", *, first: str | None = None) -> None:
        """Ask which decision something belongs to.

        Args:
            triage: What it is.
            store: What is done with the answer.
            of: What it is asked for, where that is not the highlighted one.
            first: The id of the decision that is offered first.
        """
        self._begin()
        self._close_picker()
        counts = self.desk.journal.decisions.counts()
        choices = [
            (decision.id, decision.title, notes_said(counts.get(decision.id, 0)))
            for decision in self.desk.journal.decisions.all()
        ]
        choices.sort(key=lambda choice: choice[0] != first)
        question = f"{MARKS[triage]} {TRIAGE[triage]}{', ' + of if of else ''}: {ASKS_DECISION[triage].lower()}"
        self.add_class("-overlaid")
        if self._sorter is not None:
            self._sorter.display = False
        self._pending = store
        self._picker = DecisionPicker(
            question[0].upper() + question[1:],
            choices,
            allows_none=first is None,  # one that has a decision keeps it
            about_none=MANY_KEEP if of else "",
        )
        keep_keys_until(self, self.mount(self._picker))

    def _close_picker(self) -> None:
        if self._picker is not None:
            self._picker.remove()
            self._picker = None

    async def on_decision_picker_picked(self, event: DecisionPicker.Picked) -> None:
        """Store what the observation is, with the decision that was chosen."""
        event.stop()
        if self._pending is None or event.picker is not self._picker:
            return  # it was closed meanwhile
        store = self._pending
        await self._leave_picker()
        try:
            store(event.decision_id, event.new_title)
        finally:
            self.take_focus()

    async def on_decision_picker_left(self, event: DecisionPicker.Left) -> None:
        """Leave everything as it was before the question."""
        event.stop()
        if event.picker is not self._picker:
            return  # it was closed meanwhile
        await self._leave_picker()
        self.take_focus()
        self.post_message(Say("Nothing was changed."))

    async def _leave_picker(self) -> None:
        """Take the question away; what is being sorted is shown again."""
        if self._picker is not None:
            await self._picker.remove()
        self._picker = self._pending = None
        if self._sorter is not None:
            self._sorter.display = True
        self.set_class(self._sorter is not None, "-overlaid")

    def action_like(self) -> None:
        """Show what is most like the highlighted one."""
        from pivot_journal.tui.views.like_panel import LikePanel

        observation = self.list.observation
        if observation is not None:
            self._begin()
            self.post_message(OpenPanel(LikePanel(self.desk, observation)))

    def action_tell(self) -> None:
        """Make a story of the highlighted one's decision."""
        observation = self.list.observation
        if observation is None:
            return
        if observation.decision_id is None:
            self.post_message(Say("It has no decision yet: f tags it as a failure and asks which one.", is_error=True))
            return
        self.post_message(ShowView("story_of", observation.decision_id))


def _quote_said(quote: CustomerQuote) -> str:
    """Say who said it first: the words stand in the note above, and may be cut."""
    by = ", ".join(part.strip() for part in (quote.role, quote.channel) if part.strip())
    return f"{by or 'a customer'}: “{one_line(quote.words)}”"


def marked_said(triage: Triage, title: str, hint: str, width: int) -> str:
    """Say what a note was marked as and of which decision, its title cut so that all of it stands in one line."""
    said = f"{MARKS[triage]} {TRIAGE[triage]}"
    if not title:
        return f"{said}.{hint}"
    room = width - cell_len(f"{said}: .{hint}")
    return f"{said}: {cut(one_line(title), max(room, SHORTEST_TITLE))}.{hint}"


def tags_said(alike: Sequence[tuple[str, str]]) -> str:
    """Say which tags of a note are new and look like one that is used already; empty where none does."""
    return "".join(f"#{new} is new; there is #{other} (T shows both)." for new, other in alike[:1])


NOTHING_YET = """Nothing here yet. Two ways to begin:

a   write what happened today, one line is enough

m   tell a story from memory: five questions, ten minutes,
    and you have a first pitch

From the shell, at any time:   pivot add"""
NOTHING_FOUND = "Esc shows everything again."
