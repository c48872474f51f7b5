"""The pitch's own lines: whom it is for, the opening, why earlier, the question, the format and the pace."""

from __future__ import annotations

import uuid
from dataclasses import replace

from pivot_journal.domain.errors import JournalError, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Triage
from pivot_journal.domain.pitch import Pitch
from pivot_journal.domain.words import notes_said
from pivot_journal.pitch.formats import FORMATS
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.forms.form import Form, state_of
from pivot_journal.tui.forms.numbers import whole_number
from pivot_journal.tui.messages import PreviewMaterial
from pivot_journal.tui.widgets.field import FieldSpec

EXAMPLES = (
    "Three openings of an invented job (a harbour office), only to look at:\n"
    "  a pattern: Twice a form decided what a crew may bring aboard, and twice the crane decided otherwise.\n"
    "  a single moment: At four in the morning a pilot read me a screen that said his ship had left.\n"
    "  a number: Nineteen of thirty berth changes reached the quay after the ship did."
)
ROOM_FOR_EXAMPLES = 30
"""Lines of the form from which the examples are shown."""


class PitchForm(Form):
    """The form of one pitch.

    Args:
        desk: The journal and the keeper of drafts.
        pitch: What is edited; None for a new one with the present one's lines that hold for any audience.
        is_new: Whether to start another pitch.
    """

    def __init__(self, desk: Desk, pitch: Pitch | None, *, is_new: bool = False) -> None:
        self.is_new = is_new
        present = desk.journal.pitches.current()
        self.pitch = (
            pitch
            if pitch is not None and not is_new
            else Pitch(
                id=str(uuid.uuid4()),
                audience="?",
                who_i_am=present.who_i_am,
                why_earlier=present.why_earlier,
                words_per_minute=present.words_per_minute,
            )
        )
        self._material = desk.journal.pitches.material(self.pitch)
        super().__init__(
            desk,
            form="pitch",
            target=desk.new_target if is_new else self.pitch.id,
            title="A pitch for another audience" if is_new else f"The pitch for {self.pitch.audience}",
            fields=(
                FieldSpec(name="audience", label="Whom is it for?", prompt="a PM at a carrier, Thursday"),
                FieldSpec(
                    name="opening",
                    label="Opening line: what do these moments have in common?",
                    prompt="one sentence: something you saw, before anything you want",
                    note=f"{_facts(desk)}\n{EXAMPLES}",
                ),
                FieldSpec(name="who_i_am", label="Who I am (one sentence, optional)", prompt="I run the night desk."),
                FieldSpec(
                    name="why_earlier",
                    label="Why I want in earlier (said once, for all stories)",
                    prompt="I want to be there when that default is chosen.",
                ),
                FieldSpec(
                    name="not_known",
                    label="What I do not know yet (optional)",
                    prompt="I have never set a price, so that I would have to learn.",
                ),
                FieldSpec(name="question", label="One question to ask them", prompt="Where would you have caught it?"),
                FieldSpec(
                    name="format",
                    label="Format",
                    choices=tuple((name, chosen.label) for name, chosen in FORMATS.items()),
                    note="How long each takes stands in the Pitch view.",
                ),
                FieldSpec(
                    name="pace", label="Words a minute", prompt="150", note="150 is usual; most speak at 130 to 170."
                ),
            ),
            values={
                "audience": "" if is_new else self.pitch.audience,
                "opening": self.pitch.opening,
                "who_i_am": self.pitch.who_i_am,
                "why_earlier": self.pitch.why_earlier,
                "not_known": self.pitch.not_known,
                "question": self.pitch.question,
                "format": self.pitch.format,
                "pace": str(self.pitch.words_per_minute),
            },
            state="" if is_new else state_of(self.pitch.updated_at),
        )

    def _typed(self, *, is_strict: bool) -> Pitch:
        try:
            words_per_minute = whole_number(self.value("pace"), "The pace in words a minute")
        except ValueRefused:
            if is_strict:
                raise
            words_per_minute = self.pitch.words_per_minute
        return replace(
            self.pitch,
            audience=self.value("audience") or ("" if is_strict else "?"),
            opening=self.value("opening"),
            who_i_am=self.value("who_i_am"),
            why_earlier=self.value("why_earlier"),
            not_known=self.value("not_known"),
            question=self.value("question"),
            format=self.value("format"),
            words_per_minute=words_per_minute,
        )

    def on_resize(self) -> None:
        """Show the examples only where they leave room for the fields."""
        facts = _facts(self.desk)
        self.fields["opening"].set_note(f"{facts}\n{EXAMPLES}" if self.size.height >= ROOM_FOR_EXAMPLES else facts)

    def show_preview(self) -> None:
        """Show the pitch with the lines as they are typed."""
        try:
            pitch = self._typed(is_strict=False)
        except JournalError:
            return  # a pace that nobody speaks at; the rest shows again once it is right
        self.post_message(PreviewMaterial(replace(self._material, pitch=pitch)))

    def store(self) -> str:
        """Store the lines; a new pitch becomes the one that is shown."""
        journal = self.desk.journal
        stored = journal.pitches.save(self._typed(is_strict=True), draft_target=self.target, shows=self.is_new)
        if self.is_new:
            return f"A new pitch for {stored.audience}. Put its stories in: 3, then Space."
        return "Saved."

    def field_of(self, error: JournalError) -> str:
        """Return the field that an error is about."""
        return "pace" if "pace" in str(error) else "audience"


def _facts(desk: Desk) -> str:
    """Return the counted facts of the user's own journal to write from."""
    journal = desk.journal
    notes = journal.observations.count(Filter())
    failures = journal.observations.count(Filter(triage=Triage.FAILURE))
    oldest = journal.observations.page(Filter(), limit=1, oldest_first=True)
    since = f" since {oldest[0].observed_on}" if oldest and oldest[0].observed_on.day else ""
    decisions = len(journal.decisions.all())
    told = "1 decision" if decisions == 1 else f"{decisions} decisions"
    return f"To write from: {notes_said(notes)}{since}, {failures} of them product-decision failures, {told}."
