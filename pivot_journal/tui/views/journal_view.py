"""The Journal: newest first, find as you type, add in place, sort one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pivot_journal.dates import parse_when, split_prefix
from pivot_journal.domain.errors import JournalError
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import When
from pivot_journal.domain.words import MARKS, TRIAGE, day_label, how_it_is_known, what_it_is
from pivot_journal.journal.observations import Saved, quoted
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.forms.observation_form import ObservationForm
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import JournalChanged, OpenPanel, Say, ShowView
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.entry_list import EntryList
from pivot_journal.tui.widgets.picker import DecisionPicker
from pivot_journal.tui.widgets.rows import Rows
from pivot_journal.tui.wrapping import cut, wrap

ASKS_DECISION = {
    Triage.FAILURE: "Which decision was it?",
    Triage.WORRY: "Which decision is it about?",
    Triage.OPPORTUNITY: "Does it belong to a decision?",
}
DETAIL_LINES = 2
"""How much of a text the strip under the list shows."""
SORTED_LINES = 4
"""How much of a text is shown while it is sorted."""
DAY_SECONDS = 30.0
"""How often it is checked whether 'today' has turned over."""
SORTING_KEYS = (
    ("f", "a product decision caused it"),
    ("w", "a launch still to come worries me"),
    ("o", "an opportunity"),
    ("n", "not about the product"),
    ("l", "later"),
    ("u", "undo the last"),
)
NEEDS_ONE = frozenset({"sort", "mark", "edit", "external", "search", "jump", "star", "tell", "delete"})
"""What there is nothing to do for while nothing is shown."""
TOO_LONG = "That paste is over a million characters; import it as a file."


class SearchLine(Vertical):
    """The line above the list: find as you type, or a date to jump to."""

    BINDINGS = bindings_of("search")
    DEFAULT_CSS = """
    SearchLine { height: 1; display: none; layout: horizontal; margin: 1 0 0 0; }
    SearchLine.-open { display: block; }
    SearchLine > .search--label { width: auto; color: $quiet; padding: 0 0 0 1; }
    SearchLine > Editor { width: 1fr; max-height: 1; }
    """

    def __init__(self, view: JournalView) -> None:
        super().__init__()
        self._view = view
        self.is_date = False
        self.label = Static(Content("/"), classes="search--label")
        self.editor = Editor(placeholder="words, or #tag")

    def compose(self) -> ComposeResult:
        """Lay out the sign and the line."""
        yield self.label
        yield self.editor

    def open(self, *, is_date: bool) -> None:
        """Show the line and stand in it."""
        self.is_date = is_date
        self.label.update(Content("jump to" if is_date else "/"))
        self.editor.placeholder = "march 2023, last friday, 2024-02-06" if is_date else "words, or #tag"
        self.editor.text = ""
        self.add_class("-open")
        self.editor.focus()

    def on_text_area_changed(self, event: Editor.Changed) -> None:
        """Find what is typed."""
        event.stop()
        if not self.is_date and self.has_class("-open"):
            self._view.find(self.editor.text)

    def on_editor_submitted(self, event: Editor.Submitted) -> None:
        """Go to what was found, or to the date."""
        event.stop()
        self.action_done()

    def on_editor_tab_pressed(self, event: Editor.TabPressed) -> None:
        """Go to what was found."""
        event.stop()
        self.action_done()

    def on_editor_paste_refused(self, event: Editor.PasteRefused) -> None:
        """Say that a paste was too long."""
        event.stop()
        self.post_message(Say(TOO_LONG, is_error=True))

    def action_done(self) -> None:
        """Go to the list; the search stays until Escape."""
        if self.is_date:
            self._view.jump(self.editor.text)
        elif not self.editor.text.strip():
            self.action_clear()
        else:
            self._view.take_focus()

    def action_clear(self) -> None:
        """Close the line and show everything."""
        self.remove_class("-open")
        if not self.is_date:
            self._view.find("")
        self._view.take_focus()


class AddLine(Vertical):
    """Where a new observation is typed, with its date and tags as they would be stored."""

    BINDINGS = bindings_of("adding")
    DEFAULT_CSS = """
    AddLine { height: auto; display: none; margin: 1 0 0 0; }
    AddLine.-open { display: block; }
    AddLine > .add--label { text-style: bold; height: 1; padding: 0 1; }
    AddLine > .add--echo { color: $quiet; height: 1; padding: 0 1; }
    """
    FORM = "observation"

    def __init__(self, desk: Desk, view: JournalView) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        self.editor = Editor(placeholder="one line is enough · #tag · yesterday: … · last friday: …")
        self._echo = Static(classes="add--echo")

    def compose(self) -> ComposeResult:
        """Lay out the question, the line and what would be stored."""
        yield Static(Content("What happened?"), classes="add--label")
        yield self.editor
        yield self._echo

    def open(self) -> None:
        """Show the line, with what was left in it the last time; one that is open is only stood in."""
        if self.has_class("-open"):
            self.editor.focus()
            return
        draft = self._desk.journal.drafts.find(self.FORM, self._desk.new_target)
        self.editor.text = draft.content.get("text", "") if draft else ""
        self.editor.move_cursor(self.editor.document.end)
        self.add_class("-open")
        self.editor.focus()
        self._show_echo()

    def on_text_area_changed(self, event: Editor.Changed) -> None:
        """Keep a draft and show what would be stored."""
        event.stop()
        if self.has_class("-open"):
            self._desk.drafts.touch(self.FORM, self._desk.new_target, lambda: {"text": self.editor.text})
            self._show_echo()

    def _show_echo(self) -> None:
        today = self._desk.journal.today
        try:
            when, _ = split_prefix(self.editor.text, today, day_order=self._desk.settings.day_order)
        except JournalError as error:
            self._echo.update(Content(str(error)))
            return
        said = day_label(when) if when else f"{day_label(When(today))}, today"
        self._echo.update(Content(f"{said} · Enter saves · Esc leaves, the text is kept"))

    def on_editor_submitted(self, event: Editor.Submitted) -> None:
        """Store it."""
        event.stop()
        self.action_save()

    def on_editor_tab_pressed(self, event: Editor.TabPressed) -> None:
        """Stay: there is nowhere else to go."""
        event.stop()

    def on_editor_paste_refused(self, event: Editor.PasteRefused) -> None:
        """Say that a paste was too long."""
        event.stop()
        self.post_message(Say(TOO_LONG, is_error=True))

    def action_save(self) -> None:
        """Store what is typed and stand ready for the next line's keys."""
        journal = self._desk.journal
        text = self.editor.text
        if not text.strip():
            self.action_close()
            return
        try:
            when, rest = split_prefix(text, journal.today, day_order=self._desk.settings.day_order)
            stored = journal.observations.capture(rest, observed_on=when, clears_draft=self._desk.new_target)
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return
        self._desk.drafts.done(self.FORM, self._desk.new_target)
        self._close()
        self._view.captured(stored)

    def action_close(self) -> None:
        """Leave; what is typed is kept. Where it cannot be kept just now, stay."""
        try:
            self._desk.drafts.flush()
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return
        if self.editor.text.strip():
            self.post_message(Say("Not saved yet: kept as a draft; a brings it back."))
        self._close()

    def _close(self) -> None:
        self.remove_class("-open")
        self._view.take_focus()


class Sorter(Vertical, can_focus=True):
    """One unsorted observation at a time, one key each."""

    BINDINGS = bindings_of("sorting")
    DEFAULT_CSS = """
    Sorter { height: auto; max-height: 80%; padding: 0 2; background: $surface; }
    Sorter > Static { height: auto; }
    Sorter > .sorter--text { margin: 1 0; max-height: 6; }
    Sorter > .sorter--head { color: $quiet; margin: 1 0 0 0; }
    Sorter > .sorter--keys { color: $quiet; margin: 0 0 1 0; }
    """

    def __init__(self, view: JournalView) -> None:
        super().__init__()
        self._view = view
        self.observation: Observation | None = None
        self._steps: list[tuple[int, bool]] = []
        """What was dealt with here, the last at the end: its number, and whether it was put off."""
        self._head = Static(classes="sorter--head")
        self._text = Static(classes="sorter--text")
        self._keys = Static(classes="sorter--keys")

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
        self.observation = self._view.desk.journal.observations.next_unsorted(self._later)
        if self.observation is None:
            later = len(self._later)
            self._view.close_sorter(f"{later} put off; the rest is sorted." if later else "Everything is sorted.")
            return
        self._show()
        self._view.list.reload(self.observation.number)

    def look_again(self) -> None:
        """Stay with the one that is shown after a change made elsewhere, unless it was sorted or deleted there."""
        if self.observation is None:
            return
        present = self._view.desk.journal.observations.get(self.observation.number)
        if present.triage is not Triage.UNTRIAGED or present.is_trashed:
            self.next()
            return
        self.observation = present
        self._show()

    def _show(self) -> None:
        if self.observation is None:
            return
        left = self._view.desk.journal.observations.count(Filter(triage=Triage.UNTRIAGED))
        self._head.update(Content(f"{left} unsorted · {day_label(self.observation.observed_on)} · Esc stops"))
        lines = wrap(one_line(self.observation.text[: SORTED_LINES * 200]), max(self.size.width, 20))
        if len(lines) > SORTED_LINES or len(self.observation.text) > SORTED_LINES * 200:
            lines = [*lines[: SORTED_LINES - 1], cut(lines[SORTED_LINES - 1] + " …", max(self.size.width, 20))]
        self._text.update(Content("\n".join(lines)))

    def action_mark(self, triage: str) -> None:
        """Say what it is."""
        if self.observation is not None:
            number = self.observation.number
            self._view.mark(self.observation, Triage(triage), lambda: self._dealt_with(number))

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
                taken_back = self._view.desk.journal.undo()
            except JournalError as error:
                self.post_message(Say(str(error), is_error=True))
                return
            self.post_message(JournalChanged(f"Undone: {taken_back}."))
        present = self._view.desk.journal.observations.get(number)
        if present.triage is not Triage.UNTRIAGED or present.is_trashed:
            return  # the last step was another window's
        self._steps.pop()
        self.observation = present
        self._show()
        self._view.list.reload(number)

    def action_close(self) -> None:
        """Stop sorting."""
        self._view.close_sorter("")


class JournalView(Panel):
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
        self.search = SearchLine(self)
        self.add_line = AddLine(desk, self)
        self.list = EntryList(desk.journal.observations, desk.journal.today)
        self.list.add_class("-shows-cursor")
        self._empty = Static(classes="journal--empty")
        self._strip = Static(classes="journal--strip")
        self._sorter: Sorter | None = None
        self._picker: DecisionPicker | None = None
        self._pending: tuple[Observation, Triage, Callable[[], None]] | None = None

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
        """Stand on an observation by its number, or in the line for a new one ('add')."""
        if key == "add":
            self.action_add()
        elif isinstance(key, int):
            self.list.reload(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action == "sort" and self._sorter is not None:
            return False
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
        if event.is_empty:
            self._empty.update(Content(NOTHING_FOUND if not self.list.chosen.is_empty else NOTHING_YET))
        self._show_strip()

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Show the highlighted one whole."""
        if event.rows is self.list:
            event.stop()
            self._show_strip()

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Edit what was clicked twice."""
        if event.rows is self.list:
            event.stop()
            self.action_edit()

    def on_resize(self) -> None:
        """Break the strip's lines anew."""
        self._show_strip()

    def _show_strip(self) -> None:
        observation = self.list.observation
        if observation is None:
            self._strip.update(Content(""))
            return
        width = max(self.size.width - 4, 10)
        lines = wrap(one_line(observation.text[:2000]), width)
        if len(lines) > DETAIL_LINES:
            lines = [*lines[: DETAIL_LINES - 1], cut(" ".join(lines[DETAIL_LINES - 1 :]), width)]
        lines += [""] * (DETAIL_LINES - len(lines))  # so that what stands under it keeps its place
        facts = f"{what_it_is(observation)} · {how_it_is_known(observation)}"
        tags = " ".join(f"#{tag}" for tag in observation.tags)
        head = f"{observation.number}  {day_label(observation.observed_on)}{'  ' + tags if tags else ''}"
        self._strip.update(
            Content.assemble(
                Content("\n".join(lines)),
                "\n",
                (cut(head, width), "$quiet"),
                "\n",
                (cut(facts, width), "$quiet"),
            )
        )

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
        self.search.open(is_date=False)

    def action_jump(self) -> None:
        """Jump to a date."""
        self.search.open(is_date=True)

    # Writing

    def action_add(self) -> None:
        """Write down what happened."""
        self.close_overlays()
        self.add_line.open()

    def captured(self, observation: Observation) -> None:
        """Show what was just stored."""
        self.search.remove_class("-open")
        self.list.chosen = Filter()
        self.list.reload(observation.number)
        self.post_message(
            JournalChanged(f"Written down: {quoted(observation.text)}. f tags it as a product-decision failure.")
        )

    def action_edit(self) -> None:
        """Edit the highlighted one."""
        observation = self.list.observation
        if observation is not None:
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
            self._do(lambda: self.desk.journal.observations.star(observation.number, not observation.starred), "")

    def action_delete(self) -> None:
        """Put the highlighted one into the trash."""
        observation = self.list.observation
        if observation is not None:
            words = f"{quoted(observation.text)} is in the trash; u brings it back."
            self._do(lambda: self.desk.journal.observations.trash(observation.number), words)

    def _do(self, verb: Callable[[], object], words: str) -> bool:
        try:
            verb()
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return False
        self.post_message(JournalChanged(words))
        return True

    # Sorting

    def action_sort(self) -> None:
        """Sort the unsorted, one at a time."""
        if not self.desk.journal.observations.count(Filter(triage=Triage.UNTRIAGED)):
            self.post_message(Say("Everything is sorted."))
            return
        self.close_overlays()
        self.add_class("-overlaid")
        self._sorter = Sorter(self)
        self.mount(self._sorter)

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
        if self._picker is not None:
            self._picker.remove()
            self._picker = None
        if triage not in ASKS_DECISION:
            said = f"{MARKS[triage]} {TRIAGE[triage]}."
            if self._do(lambda: self.desk.journal.observations.sort(observation.number, triage), said):
                then()
            return
        counts = self.desk.journal.decisions.counts()
        choices = [
            (decision.id, decision.title, notes_said(counts.get(decision.id, 0)))
            for decision in self.desk.journal.decisions.all()
        ]
        choices.sort(key=lambda choice: choice[0] != observation.decision_id)
        question = f"{MARKS[triage]} {TRIAGE[triage]}: {ASKS_DECISION[triage].lower()}"
        self.add_class("-overlaid")
        if self._sorter is not None:
            self._sorter.display = False
        self._pending = (observation, triage, then)
        self._picker = DecisionPicker(question[0].upper() + question[1:], choices)
        self.mount(self._picker)

    async def on_decision_picker_picked(self, event: DecisionPicker.Picked) -> None:
        """Store what the observation is, with the decision that was chosen."""
        event.stop()
        if self._pending is None or self._picker is None:
            return  # it was closed meanwhile
        observation, triage, then = self._pending
        await self._picker.remove()
        self._picker = self._pending = None
        if self._sorter is not None:
            self._sorter.display = True
        self.set_class(self._sorter is not None, "-overlaid")
        journal = self.desk.journal
        title = event.new_title

        def verb() -> None:
            with journal.in_one_step(f"sort {quoted(observation.text)}"):
                decision_id = journal.decisions.add(title).id if title else event.decision_id
                journal.observations.sort(observation.number, triage, decision_id)

        said = f"{MARKS[triage]} {TRIAGE[triage]}"
        hint = ". t makes a story of it." if (title or event.decision_id) and self._sorter is None else "."
        if self._do(verb, said[0].upper() + said[1:] + hint):
            then()
        self.take_focus()

    def action_tell(self) -> None:
        """Make a story of the highlighted one's decision."""
        observation = self.list.observation
        if observation is None:
            return
        if observation.decision_id is None:
            self.post_message(Say("It has no decision yet: f tags it as a failure and asks which one.", is_error=True))
            return
        self.post_message(ShowView("story_of", observation.decision_id))


def saved_said(saved: Saved) -> str:
    """Say that an edit is stored, and that somebody else had changed the same meanwhile where it was so."""
    if saved.was_changed_elsewhere:
        return "Saved. It had been changed elsewhere meanwhile; that wording is kept as an earlier one."
    return "Saved."


def _in_columns(meanings: Sequence[tuple[str, str]], width: int) -> str:
    """Return what keys mean in two columns, the first half in the first, or in one where they do not fit."""
    cells = [f"{key}  {words}" for key, words in meanings]
    half = (len(cells) + 1) // 2
    first = max(len(cell) for cell in cells[:half]) + 4
    if first + max(len(cell) for cell in cells[half:]) > width:
        return "\n".join(cells)
    return "\n".join(f"{left:<{first}}{right}" for left, right in zip(cells[:half], cells[half:], strict=True))


def notes_said(number: int) -> str:
    """Say how many observations a decision has."""
    return "1 note" if number == 1 else f"{number} notes"


NOTHING_YET = """Nothing here yet. Two ways to begin:

a   write what happened today, one line is enough

m   tell a story from memory: five questions, ten minutes,
    and you have a first pitch

From the shell, at any time:   pivot add"""
NOTHING_FOUND = "Nothing has these words.\n\nEsc shows everything again."
