"""What can be done with a pitch as a whole, wherever one is shown: another one, a copy of it, its name, its end."""

from __future__ import annotations

from pivot_journal.domain.errors import NotFound
from pivot_journal.domain.pitch import Pitch
from pivot_journal.domain.text import one_line
from pivot_journal.journal.observations import quoted
from pivot_journal.tui.messages import JournalChanged, OpenPanel
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.ask_line import AskLine


class PitchVerbs(Panel):
    """A panel that shows pitches; ``meant`` says which one the keys act on."""

    ask_line: AskLine

    def meant(self) -> Pitch | None:
        """Return the pitch that the keys act on."""
        raise NotImplementedError  # the view has the current one, the list the highlighted one

    def action_add(self) -> None:
        """Start a pitch for another audience."""
        from pivot_journal.tui.forms.pitch_form import PitchForm

        form = PitchForm(self.desk, None, is_new=True)
        form.begin_in("audience")
        self.post_message(OpenPanel(form))

    def action_duplicate(self) -> None:
        """Start a pitch for another audience with everything of this one."""
        pitch = self.meant()
        if pitch is None:
            return

        def duplicate(audience: str) -> None:
            new = self.desk.journal.pitches.duplicate(pitch.id, audience)
            self.highlight(new.id)
            self.post_message(JournalChanged(f"A pitch for {one_line(new.audience)}, with the same lines and stories."))

        question = f"The same pitch for whom? The one for {one_line(pitch.audience)} stays."
        self.ask_line.ask(question, duplicate, prompt="a PM at a carrier, Thursday")

    def action_rename(self) -> None:
        """Say that this pitch is for another audience."""
        pitch = self.meant()
        if pitch is None:
            return

        def rename(audience: str) -> None:
            renamed = self.desk.journal.pitches.rename(pitch.id, audience)
            self.post_message(JournalChanged(f"It is the pitch for {one_line(renamed.audience)} now."))

        self.ask_line.ask("Whom is it for?", rename, text=one_line(pitch.audience))

    def action_retire(self) -> None:
        """Keep this pitch without offering it any longer, or offer it again."""
        pitch = self.meant()
        if pitch is None:
            return
        self.desk.journal.pitches.set_retired(pitch.id, not pitch.is_retired)
        name = quoted(pitch.audience)
        self.post_message(
            JournalChanged(
                f"The pitch for {name} is offered again."
                if pitch.is_retired
                else f"The pitch for {name} is retired: L lists it, and z there brings it back."
            )
        )

    def action_delete(self) -> None:
        """Put this pitch into the trash."""
        pitch = self.meant()
        if pitch is None:
            raise NotFound("There is no pitch to delete.")
        self.desk.journal.pitches.trash(pitch.id)
        self.post_message(JournalChanged(f"The pitch for {quoted(pitch.audience)} is in the trash; u brings it back."))
