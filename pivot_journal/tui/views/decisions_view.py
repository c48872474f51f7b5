"""The Decisions: what each took for granted, what was true, how far ahead it was noted, and what to add next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pivot_journal.domain.chain import NO_BACKING, Backing, next_step, outcome_is_due
from pivot_journal.domain.decision import Decision, WorryOutcome
from pivot_journal.domain.errors import JournalError
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Triage
from pivot_journal.domain.text import one_line
from pivot_journal.domain.words import MARKS, WORRY_OUTCOME, day_label, notes_said
from pivot_journal.journal.observations import quoted
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.forms.decision_form import DecisionForm
from pivot_journal.tui.kept_keys import keep_keys_until
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import JournalChanged, OpenPanel, Say, ShowView
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.views.decision_detail import BEFORE_LAUNCH, FIELD_OF_STEP, Facts, detail_lines
from pivot_journal.tui.widgets.rows import Line, Row, Rows

CAME_TO_NOTHING = "✓"
"""The mark of a worry that did not come true."""
LEAST_LIST = 5
"""Lines that the list keeps, however much there is to say of one decision."""
FEW_WORRIES = 3
LONGEST_WORRY = 120
DUE_HEADING = "What became of these?"
NOTHING_YET = """No decision is written down yet.

A decision is what somebody chose (a release, a default, a rule,
a target) and what it took for granted. Its title is enough.

n   write one down

f   on a note in the Journal (1) asks which decision caused it"""


class OutcomePanel(Vertical, can_focus=True):
    """Asks what became of a worry whose launch has passed; one key each.

    Args:
        decision: Whose worry.
        worries: What was noted, each as a line.
        settle: Stores the answer.
        close: Takes the panel away.
    """

    BINDINGS = bindings_of("outcome")
    DEFAULT_CSS = """
    OutcomePanel { height: auto; padding: 1 2; background: $surface; }
    OutcomePanel > Static { height: auto; }
    OutcomePanel > .outcome--worries { margin: 1 0; max-height: 6; }
    """

    def __init__(
        self,
        decision: Decision,
        worries: Sequence[str],
        settle: Callable[[WorryOutcome], None],
        close: Callable[[], None],
    ) -> None:
        super().__init__()
        self._worries = worries
        self._decision = decision
        self._settle = settle
        self._close = close

    def compose(self) -> ComposeResult:
        """Lay out the question and what the keys mean."""
        title = one_line(self._decision.title)
        yield Static(Content(f"{title} launched {self._decision.launched_on.spoken}. Your worry was:"))
        yield Static(Content("\n".join(self._worries)), classes="outcome--worries")
        yield Static(Content("Did it come true?\nc  it did    i  in part    d  it did not    Esc  not now"))

    def on_mount(self) -> None:
        """Ask."""
        self.focus()

    def action_settle(self, outcome: str) -> None:
        """Store the answer."""
        self._settle(WorryOutcome(outcome))

    def action_close(self) -> None:
        """Leave it open."""
        self._close()


class DecisionsView(Panel):
    """The list of decisions, and under it the highlighted one."""

    BINDINGS = bindings_of("decisions")
    DEFAULT_CSS = """
    DecisionsView > #decisions-list { height: 1fr; margin: 1 0 0 0; }
    DecisionsView > .decisions--rule { height: 1; border-top: solid $faint; }
    DecisionsView > #decision-detail { height: 1fr; padding: 0 2; }
    DecisionsView > .decisions--empty { display: none; padding: 2 3; height: 1fr; }
    DecisionsView.-empty > .decisions--empty { display: block; }
    DecisionsView.-empty > Rows { display: none; }
    DecisionsView.-empty > .decisions--rule { display: none; }
    """

    def __init__(self, desk: Desk, *, id: str | None = None) -> None:
        super().__init__(desk, id=id)
        self.list = Rows(id="decisions-list", classes="-shows-cursor")
        self.detail = Rows(id="decision-detail")
        self.detail.can_focus = False
        self._rule = Static(classes="decisions--rule")
        self._decisions: dict[str, Decision] = {}
        self._backing: dict[str, Backing] = {}
        self._told: set[str] = set()
        self._facts: dict[str, Facts] = {}
        self._awaited = ""

    def compose(self) -> ComposeResult:
        """Lay the parts out from top to bottom."""
        yield self.list
        yield Static(Content(NOTHING_YET), classes="decisions--empty")
        yield self._rule
        yield self.detail

    def on_mount(self) -> None:
        """List the decisions."""
        self.look_again()

    def take_focus(self) -> None:
        """Stand in the list, or where something is asked."""
        panels = self.query(OutcomePanel)
        (panels.first() if panels else self.list).focus()

    def look_again(self) -> None:
        """Read everything again; the cursor stays on its decision, or goes to the one that was just written."""
        journal = self.desk.journal
        self._decisions = {decision.id: decision for decision in journal.decisions.all()}
        self._backing = journal.decisions.backing()
        self._told = {story.decision_id for story in journal.stories.all() if story.decision_id}
        self._facts = {}
        self.set_class(not self._decisions, "-empty")
        awaited, self._awaited = (self._awaited, "") if self._awaited in self._decisions else ("", self._awaited)
        self.list.set_rows(self._rows(), awaited or None)
        self._show_detail()

    def highlight(self, key: object) -> None:
        """Stand on a decision by its id."""
        if key in self._decisions:
            self.list.set_rows(self.list.rows, str(key))
            self._show_detail()

    # What is shown

    @property
    def decision(self) -> Decision | None:
        """The highlighted decision."""
        return self._decisions.get(str(self.list.key))

    def _backing_of(self, decision: Decision) -> Backing:
        return self._backing.get(decision.id, NO_BACKING)

    def _rows(self) -> list[Row]:
        today = self.desk.journal.today
        due = [each for each in self._decisions.values() if outcome_is_due(each, self._backing_of(each), today)]
        others = [each for each in self._decisions.values() if each not in due]
        if not due:
            return [self._row(each) for each in others]
        headed = [Row([Line([(f" {DUE_HEADING}", "heading")])]), *(self._row(each) for each in due)]
        if others:
            headed.append(Row([Line(()), Line([(" The others", "heading")])]))
        return [*headed, *(self._row(each) for each in others)]

    def _row(self, decision: Decision) -> Row:
        backing = self._backing_of(decision)
        mark = mark_of(decision, backing)
        before = BEFORE_LAUNCH if backing.is_before(decision.launched_on) else " "
        notes = notes_said(backing.notes) if backing.notes else "no notes"
        style = "warn" if mark in "▲◇" else "accent" if mark in "+✓" else "dim"
        line = Line(
            [(f" {mark} ", style), (one_line(decision.title), "")],
            [(f"{notes} ", "dim"), (f"{before} ", "accent")],
        )
        return Row([line], decision.id)

    def _facts_of(self, decision: Decision) -> Facts:
        """Read what is shown of a decision; kept until the journal changes."""
        if decision.id not in self._facts:
            verbs = self.desk.journal.decisions
            impacts = verbs.impacts([decision.id]).get(decision.id, ())
            backing = self._backing_of(decision)
            today = self.desk.journal.today
            broke = [
                other
                for other in self._decisions.values()
                if other.id != decision.id and self._backing_of(other).failures
            ]
            assumption = decision.assumption_key
            self._facts[decision.id] = Facts(
                decision=decision,
                impacts=impacts,
                observations=tuple(verbs.first_observations(decision)),
                backing=backing,
                same_kind=sum(other.assumption_kind is decision.assumption_kind for other in broke)
                if decision.assumption_kind
                else 0,
                same_assumption=tuple(
                    other.title for other in broke if assumption and other.assumption_key == assumption
                ),
                step=next_step(decision, impacts, backing, today, has_story=decision.id in self._told),
                today=today,
            )
        return self._facts[decision.id]

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Show the highlighted one."""
        event.stop()
        if event.rows is self.list:
            self._show_detail()

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Edit what was clicked twice."""
        event.stop()
        if event.rows is self.list:
            self.action_edit()

    def on_resize(self) -> None:
        """Share the lines out anew."""
        self._show_detail()

    def _show_detail(self) -> None:
        """Show the highlighted one in the lines that the list can spare, and let the list have the rest."""
        decision = self.decision
        height, width = self.size.height, self.size.width - 4
        if decision is None or width < 4 or height < 4:
            self.detail.set_rows([])
            return
        listed = sum(len(row.lines) for row in self.list.rows)
        for_list = min(listed, max(LEAST_LIST, height // 3))
        room = max(height - for_list - 3, 1)  # a line above the list, the rule, a line below
        lines = detail_lines(self._facts_of(decision), width, room)
        self.detail.styles.height = room if listed > for_list else max(len(lines), height - listed - 3)
        self.detail.set_rows([Row(lines)])

    # Keys

    def action_add(self) -> None:
        """Write a new decision down; its title is asked first."""
        form = DecisionForm(self.desk, None)
        self._awaited = form.decision_id
        self.post_message(OpenPanel(form))

    def action_edit(self) -> None:
        """Edit the highlighted one, standing in the field that is worth adding next."""
        decision = self.decision
        if decision is None:
            return
        step = self._facts_of(decision).step
        begin_at = FIELD_OF_STEP.get(step, "") if step else ""
        try:
            form = DecisionForm(self.desk, self.desk.journal.decisions.get(decision.id), begin_at=begin_at)
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return
        self.post_message(OpenPanel(form))

    def action_tell(self) -> None:
        """Make a story of the highlighted one."""
        if self.decision is not None:
            self.post_message(ShowView("story_of", self.decision.id))

    def action_earlier(self) -> None:
        """Show what the highlighted one and its amounts said before."""
        from pivot_journal.tui.views.earlier_panel import EarlierPanel, of_decision

        decision = self.decision
        if decision is not None:
            things = of_decision(decision, self._facts_of(decision).impacts)
            self.post_message(OpenPanel(EarlierPanel(self.desk, things)))

    def action_delete(self) -> None:
        """Put the highlighted one into the trash."""
        decision = self.decision
        if decision is not None:
            words = f"{quoted(decision.title)} is in the trash, its notes stay; u brings it back."
            self._do(lambda: self.desk.journal.decisions.trash(decision.id), words)

    def action_settle(self) -> None:
        """Ask what became of the worry about the highlighted one."""
        decision = self.decision
        if decision is None:
            return
        if not self._backing_of(decision).worries:
            self.post_message(Say("No worry was noted about this one: w on a note in the Journal tags one."))
            return
        if not decision.is_due(self.desk.journal.today):
            when = f"set for {decision.launched_on}" if decision.launched_on.day else "not dated yet (e dates it)"
            self.post_message(Say(f"Its launch is {when}: what became of the worry is asked once it has passed."))
            return
        if self.query(OutcomePanel):
            return
        noted = self.desk.journal.observations.page(
            Filter(decision_id=decision.id, triage=Triage.WORRY), limit=FEW_WORRIES, oldest_first=True
        )
        worries = [f"{day_label(seen.observed_on)}  {quoted(seen.text, LONGEST_WORRY)}" for seen in noted]
        self.detail.display = False
        panel = OutcomePanel(decision, worries, lambda outcome: self._settled(decision, outcome), self._close_outcome)
        keep_keys_until(self, self.mount(panel))

    def _settled(self, decision: Decision, outcome: WorryOutcome) -> None:
        self._close_outcome()
        words = f"{quoted(decision.title)}: {WORRY_OUTCOME[outcome]}. u takes it back."
        self._do(lambda: self.desk.journal.decisions.settle_worry(decision.id, outcome), words)

    def _close_outcome(self) -> None:
        for panel in self.query(OutcomePanel):
            panel.remove()
        self.detail.display = True
        self.list.focus()

    def _do(self, verb: Callable[[], object], words: str) -> None:
        try:
            verb()
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
        else:
            self.post_message(JournalChanged(words))


def mark_of(decision: Decision, backing: Backing) -> str:
    """Return the one sign of a decision: it failed, a worry is open or came to nothing, or it is an opportunity."""
    outcome = decision.worry_outcome
    if backing.failures or outcome in {WorryOutcome.CAME_TRUE, WorryOutcome.PARTLY}:
        return MARKS[Triage.FAILURE]
    if outcome is WorryOutcome.DID_NOT:
        return CAME_TO_NOTHING
    if backing.worries:
        return MARKS[Triage.WORRY]
    return MARKS[Triage.OPPORTUNITY] if backing.opportunities else " "
