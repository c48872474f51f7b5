"""What was left half-typed, offered back when the app starts."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from pivot_journal.domain.errors import JournalError
from pivot_journal.domain.text import one_line
from pivot_journal.journal.drafts import Draft
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import ClosePanel, OpenPanel, Say, ShowView
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.rows import Line, Row, Rows
from pivot_journal.tui.wrapping import wrap

FORM_WORDS = {
    "observation": "What happened",
    "decision": "Decision",
    "story": "Story",
    "memory": "Story from memory",
    "pitch": "Lines of the pitch",
    "profile": "About you",
}
SHOWN_LINES = 4
"""How much of one draft is shown."""
SHOWN_CHARACTERS = 1000
"""No more of a field is looked at for it: its end."""
NOT_TYPED = frozenset({
    "observations", "headline_impact_id", "impact0_backed", "evidence", "basis", "impact0_basis", "status",
    "assumption_kind", "day_ends_at",
})  # fmt: skip
"""What a draft holds that was chosen, not typed."""


class DraftsView(Panel):
    """A list of unfinished forms; Enter goes on with one."""

    BINDINGS = bindings_of("drafts")
    DEFAULT_CSS = """
    DraftsView { padding: 1 2; }
    DraftsView > Static { height: auto; margin: 0 0 1 0; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows = Rows(classes="-shows-cursor")

    def compose(self) -> ComposeResult:
        """Lay out a word and the list."""
        yield Static(Content("You had not finished these. Nothing of them is lost: Enter goes on with one."))
        yield self._rows

    def on_mount(self) -> None:
        """List the drafts."""
        self._list()
        self._rows.focus()

    def on_rows_resized(self, event: Rows.Resized) -> None:
        """Break the lines anew."""
        event.stop()
        self._list()

    def take_focus(self) -> None:
        """Stand in the list."""
        self._rows.focus()

    def focus_first(self) -> None:
        """Stand in the list."""
        self._rows.focus()

    def _list(self) -> None:
        zone = self.desk.journal.now().tzinfo
        rows = []
        for draft in self.desk.journal.drafts.all():
            at = draft.saved_at.astimezone(zone)
            texts = [text for name, text in draft.content.items() if text.strip() and name not in NOT_TYPED]
            typed = one_line(" · ".join(text[-SHOWN_CHARACTERS:] for text in texts))
            head = f" {FORM_WORDS.get(draft.form, draft.form)}{'' if draft.target else ' (new)'}"
            shown = wrap(typed, max(self._rows.size.width - 4, 20))
            if len(shown) > SHOWN_LINES:  # what was typed last says best what it was
                shown = ["… " + shown[-SHOWN_LINES], *shown[1 - SHOWN_LINES :]]
            lines = [
                Line([(head, "strong")], [(f"{at.day} {at:%b %H:%M} ", "dim")]),
                *(Line([(f"   {line}", "")]) for line in shown),
                Line(()),
            ]
            rows.append(Row(lines, (draft.form, draft.target)))
        self._rows.set_rows(rows)
        if not rows:
            self.action_close()

    def _draft(self) -> Draft | None:
        return next((d for d in self.desk.journal.drafts.all() if (d.form, d.target) == self._rows.key), None)

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Go on with what was clicked."""
        event.stop()
        self.action_resume()

    def action_resume(self) -> None:
        """Open the form again, with everything that was typed."""
        draft = self._draft()
        if draft is None:
            return
        try:
            form = self._form(draft)
        except JournalError as error:
            typed = one_line(" · ".join(draft.content.values()))
            self.post_message(Say(f"{error} What you had typed stays here: {typed[:80]}", is_error=True))
            return
        self.post_message(ClosePanel(self))
        self.post_message(OpenPanel(form) if form is not None else ShowView("journal", "add"))

    def _form(self, draft: Draft) -> Widget | None:
        journal = self.desk.journal
        if draft.form == "observation":
            if not draft.target:
                return None
            from pivot_journal.tui.forms.observation_form import ObservationForm

            found = journal.observations.by_ids([draft.target])[0]
            return ObservationForm(self.desk, found, journal.observations.added_tags(found))
        if draft.form == "decision":
            from pivot_journal.tui.forms.decision_form import DecisionForm

            return DecisionForm(self.desk, journal.decisions.get(draft.target) if draft.target else None)
        if draft.form == "story":
            from pivot_journal.tui.forms.story_editor import StoryEditor

            return StoryEditor(self.desk, journal.stories.get(draft.target))
        if draft.form == "pitch":
            from pivot_journal.tui.forms.pitch_form import PitchForm

            pitch = next((p for p in journal.pitches.all() if p.id == draft.target), None)
            return PitchForm(self.desk, pitch, is_new=pitch is None)
        if draft.form == "profile":
            from pivot_journal.tui.forms.profile_form import ProfileForm

            return ProfileForm(self.desk)
        from pivot_journal.tui.forms.memory_form import MemoryForm

        return MemoryForm(self.desk)

    def action_discard(self) -> None:
        """Throw the highlighted one away."""
        draft = self._draft()
        if draft is not None:
            self.desk.drafts.drop(draft.form, draft.target)
            self._list()

    def action_close(self) -> None:
        """Leave them for later."""
        self.post_message(ClosePanel(self))
