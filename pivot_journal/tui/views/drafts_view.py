"""What was left half-typed, offered back when the app starts."""

from __future__ import annotations

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from pivot_journal.domain.errors import JournalError, NotFound
from pivot_journal.domain.text import one_line
from pivot_journal.domain.words import as_the_clock_stood
from pivot_journal.journal.drafts import NEW, Draft
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
    "term": "Private term",
}
NEW_FORMS = frozenset({"observation", "decision", "memory", "pitch", "term"})
"""The forms in which something new is typed."""
SHOWN_LINES = 4
"""How much of one draft is shown."""
SHOWN_CHARACTERS = 1000
"""No more of a field is looked at for it: its end."""
ONLY_CHOSEN = "nothing typed; a choice or a link was changed"


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
        now = self.desk.journal.now()
        rows = []
        for draft in self.desk.journal.drafts.all():
            at = as_the_clock_stood(draft.saved_at, now)
            typed = one_line(" · ".join(text[-SHOWN_CHARACTERS:] for text in draft.typed)) or ONLY_CHOSEN
            head = f" {FORM_WORDS.get(draft.form, draft.form)}{' (new)' if _is_new(draft) else ''}"
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
        if draft is not None:
            self._resume(draft)

    def action_tell_on(self) -> None:
        """Go on with the story from memory that is unfinished, rather than begin another; begin one where none is."""
        drafts = self.desk.journal.drafts.all()
        unfinished = next((draft for draft in drafts if draft.form == "memory"), None)
        if unfinished is None:
            raise SkipAction
        self._resume(unfinished)

    def _resume(self, draft: Draft) -> None:
        try:
            form = self._form(draft)
        except JournalError as error:
            typed = one_line(" · ".join(draft.typed))
            self.post_message(Say(f"{error} What you had typed stays here: {typed[:80]}", is_error=True))
            return
        self.post_message(ClosePanel(self))
        self.post_message(OpenPanel(form) if form is not None else ShowView("journal", "add"))

    def _form(self, draft: Draft) -> Widget | None:
        journal = self.desk.journal
        is_new = _is_new(draft)
        if is_new:
            self._take_over(draft)
        if draft.form == "observation":
            if is_new:
                return None
            from pivot_journal.tui.forms.observation_form import ObservationForm

            found = next(iter(journal.observations.by_ids([draft.target])), None)
            if found is None:
                raise NotFound("That note is no longer there.")
            return ObservationForm(self.desk, found, journal.observations.added_tags(found))
        if draft.form == "decision":
            from pivot_journal.tui.forms.decision_form import DecisionForm

            return DecisionForm(self.desk, None if is_new else journal.decisions.get(draft.target))
        if draft.form == "story":
            from pivot_journal.tui.forms.story_editor import StoryEditor

            return StoryEditor(self.desk, journal.stories.get(draft.target))
        if draft.form == "pitch":
            from pivot_journal.tui.forms.pitch_form import PitchForm

            pitch = next((p for p in journal.pitches.all() if p.id == draft.target), None)
            if pitch is None and not is_new:
                self._take_over(draft)
                self.post_message(Say("That pitch is no longer there; what you had typed is here as a new one."))
            return PitchForm(self.desk, pitch, is_new=pitch is None)
        if draft.form == "profile":
            from pivot_journal.tui.forms.profile_form import ProfileForm

            return ProfileForm(self.desk)
        if draft.form == "term":
            from pivot_journal.tui.forms.terms_panel import TermForm

            term = next((term for term in journal.terms.all() if term.id == draft.target), None)
            if term is None and not is_new:
                raise NotFound("That private term is no longer there.")
            return TermForm(self.desk, term)
        from pivot_journal.tui.forms.memory_form import MemoryForm

        return MemoryForm(self.desk)

    def _take_over(self, draft: Draft) -> None:
        """Make a draft this window's own, of something new."""
        self.desk.drafts.flush()
        self.desk.journal.drafts.take_over(draft, self.desk.new_target)

    def action_add(self) -> None:
        """Leave them for later and write down what happened."""
        self.post_message(ClosePanel(self))
        self.post_message(ShowView("journal", "add"))

    def action_discard(self) -> None:
        """Throw the highlighted one away."""
        draft = self._draft()
        if draft is not None:
            self.desk.drafts.drop(draft.form, draft.target)
            self._list()

    def action_close(self) -> bool:
        """Leave them for later."""
        self.post_message(ClosePanel(self))
        return True


def _is_new(draft: Draft) -> bool:
    """Whether a draft is of something new, typed in whichever window."""
    return draft.form in NEW_FORMS and (not draft.target or draft.target.startswith(NEW))
