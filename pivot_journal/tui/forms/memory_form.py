"""A story from memory: five questions on one page make observation, decision, impact and story in one go."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

from pivot_journal.dates import parse_observed_on
from pivot_journal.domain.decision import Decision
from pivot_journal.domain.errors import FieldRefused, JournalError, ValueRefused
from pivot_journal.domain.impact import Basis, Impact, read_amount
from pivot_journal.domain.observation import Evidence, Observation, Triage
from pivot_journal.domain.pitch import MOST_STORIES, Material, StoryMaterial
from pivot_journal.domain.story import Story
from pivot_journal.domain.text import accept_text, one_line
from pivot_journal.domain.when import UNKNOWN_DAY, When
from pivot_journal.journal.stories import MemoryAnswers
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.forms.amount_fields import BASES, about_refused, read_over
from pivot_journal.tui.forms.form import DAY_NOTE, Form, about_field
from pivot_journal.tui.forms.numbers import without_about
from pivot_journal.tui.messages import PreviewMaterial, ShowView
from pivot_journal.tui.widgets.field import Field, FieldSpec

FIELDS = (
    FieldSpec(
        name="happened",
        label="",
        section="1  What happened, and roughly when?",
        prompt="one moment you still see: the queue, the desk, the voice",
    ),
    FieldSpec(name="on", label="roughly when", is_beside=True, prompt="spring 2023, march 2023, 2022", note=DAY_NOTE),
    FieldSpec(
        name="assumption",
        label="",
        section="2  What was it built to expect?",
        prompt="a depot is open whenever its address is",
    ),
    FieldSpec(
        name="decision_title", label="What would you call that decision?", prompt="two or three words: same-day slots"
    ),
    FieldSpec(
        name="amount",
        label="how much",
        is_beside=True,
        section="3  How big was it?",
        prompt="118, about 100, 80-120, €6,490",
    ),
    FieldSpec(name="unit", label="of what", is_beside=True, prompt="failed drops, hours, calls, refunds"),
    FieldSpec(name="over", label="over", is_beside=True, prompt="six weeks, a shift, the first month"),
    FieldSpec(name="basis", label="how do you know?", is_beside=True, choices=BASES),
    FieldSpec(
        name="did",
        label="",
        section="4  What did you do?",
        prompt="you yourself: kept a list, called ahead, asked for a change",
    ),
    FieldSpec(
        name="would_decide",
        label="",
        section="5  What would you have chosen, and at what price?",
        prompt="ask opening hours once at sign-up",
    ),
    FieldSpec(name="trade_off", label="at what price", is_beside=True, prompt="one more field to fill in"),
)


@dataclass(frozen=True, slots=True)
class _Ids:
    """The ids of what is shown in the preview before any of it is stored."""

    observation: str
    decision: str
    impact: str
    story: str


class MemoryForm(Form):
    """One page, five questions; only the first is required.

    Args:
        desk: The journal and the keeper of drafts.
    """

    DEFAULT_CSS = """
    MemoryForm > Field.-near { margin: 0; }
    MemoryForm > Field > .field--section { margin: 0; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            form="memory",
            target=desk.new_target,
            title="A story from memory: only the first answer is needed",
            fields=FIELDS,
        )
        for name in ("happened", "assumption", "amount", "unit", "over", "would_decide"):
            self.fields[name].add_class("-near")
        self._ids = _Ids(*(str(uuid.uuid4()) for _ in range(4)))
        self._began_at = desk.journal.now()
        self._base = desk.journal.pitches.material()
        self._stored_story = ""

    def on_mount(self) -> None:
        """Say how what was kept is read."""
        self._echo_when()
        self._echo_about()

    # What is typed

    def _when(self) -> When:
        journal = self.desk.journal
        if not self.value("on"):
            raise FieldRefused("on", "Roughly when was that? A season or a year is enough: spring 2023, 2022.")
        with about_field("on"):
            return parse_observed_on(self.value("on"), journal.today, day_order=self.desk.settings.day_order)

    def _impact(self) -> Impact | None:
        """Return how big it was as an amount; None where it was not said in figures.

        Raises:
            FieldRefused: There are figures, but they make no amount.
        """
        amount, unit = self.value("amount"), self.value("unit")
        basis = Basis(self.value("basis"))
        if not any(character.isdigit() for character in amount):
            return None
        figure = without_about(amount)
        if refused := about_refused(amount, basis):
            raise FieldRefused("amount", refused)
        try:
            low, high, currency = read_amount(figure)
        except ValueRefused as error:
            raise FieldRefused("amount", f"How much: {error}") from None
        if not unit and not currency:
            raise FieldRefused("unit", f"{one_line(figure)[:30]} of what? A noun such as failed drops, hours, calls.")
        try:
            over_from, over_to, over_length = read_over(
                self.value("over"), self.desk.journal.today, day_order=self.desk.settings.day_order
            )
        except JournalError as error:
            raise FieldRefused("over", f"Over: {error}") from None
        return Impact(
            id=self._ids.impact,
            decision_id=self._ids.decision,
            amount_low=low,
            amount_high=high,
            unit=unit,
            currency=currency,
            over_from=over_from,
            over_to=over_to,
            over_length=over_length,
            basis=basis,
        )

    def _in_words(self) -> str:
        """Return how big it was where that was not said in figures: the user's words as they stand."""
        words = " ".join(part for part in (self.value("amount"), self.value("unit")) if part)
        return ", ".join(part for part in (words, self.value("over")) if part)

    def _answers(self, when: When, impact: Impact | None) -> MemoryAnswers:
        has_figure = any(character.isdigit() for character in self.value("amount"))
        return MemoryAnswers(
            happened=self.value("happened"),
            observed_on=when,
            assumption=self.value("assumption"),
            decision_title=one_line(self.value("decision_title")),
            impact=impact,
            did=self.value("did"),
            would_decide=self.value("would_decide"),
            trade_off=self.value("trade_off"),
            mattered="" if impact or has_figure else self._in_words(),
        )

    # What it would be

    def on_field_changed(self, event: Field.Changed) -> None:
        """Say how a date or an amount is read; the form's own handler, which runs too, does the rest."""
        if event.field.spec.name == "on":
            self._echo_when()
        elif event.field.spec.name in {"amount", "basis"}:
            self._echo_about()

    def _echo_about(self) -> None:
        self.fields["basis"].set_note(about_refused(self.value("amount"), self.value("basis")))

    def _echo_when(self) -> None:
        words = DAY_NOTE
        if self.value("on"):
            try:
                words = f"Read as: {self._when()}"
            except JournalError as error:
                words = str(error)
        self.fields["on"].set_note(words)

    def show_preview(self) -> None:
        """Show the pitch with the story in it, or the story alone where the pitch is full."""
        if not self.is_changed:
            self.post_message(PreviewMaterial(None))
            return
        try:
            when = self._when()
        except JournalError:
            when = UNKNOWN_DAY
        try:
            impact = self._impact()
        except JournalError:
            impact = None  # half-typed
        story = self._material(self._answers(when, impact))
        pitch, told = self._base.pitch, self._base.stories
        if self._has_room:
            pitch = replace(pitch, story_ids=(*pitch.story_ids, story.story.id))
            self.post_message(PreviewMaterial(Material(pitch=pitch, stories=(*told, story)), is_planned=True))
        else:
            pitch = replace(pitch, story_ids=(story.story.id,))
            self.post_message(PreviewMaterial(Material(pitch=pitch, stories=(story,))))

    @property
    def _has_room(self) -> bool:
        return len(self._base.pitch.story_ids) < MOST_STORIES

    def _material(self, answers: MemoryAnswers) -> StoryMaterial:
        """Return what would be made of the answers; nothing of it is stored."""
        ids = self._ids
        decision = Decision(
            id=ids.decision,
            title=answers.title,
            assumption=answers.assumption,
            alternative=answers.would_decide,
            trade_off=answers.trade_off,
        )
        seen = Observation(
            number=0,
            id=ids.observation,
            text=answers.happened,
            observed_on=answers.observed_on,
            recorded_at=self._began_at,
            revised_at=self._began_at,
            updated_at=self._began_at,
            evidence=Evidence.FROM_MEMORY,
            triage=Triage.FAILURE,
            decision_id=ids.decision,
            decision=decision.title,
        )
        story = Story(
            id=ids.story,
            title=answers.title,
            decision_id=ids.decision,
            did=answers.did,
            mattered=answers.mattered,
            observation_ids=(ids.observation,),
        )
        return StoryMaterial(
            story=story,
            decision=decision,
            impacts=(answers.impact,) if answers.impact else (),
            observations=(seen,) if answers.happened else (),
        )

    # Store

    def store(self) -> str:
        """Make all four in one step, and put the story into the pitch where there is room."""
        journal = self.desk.journal
        if not self.value("happened"):
            raise FieldRefused("happened", "What happened? One line is enough; the other questions can wait.")
        with about_field("happened"):
            accept_text(self.value("happened"), "observation")
        answers = self._answers(self._when(), self._impact())
        with journal.in_one_step(f"story from memory “{one_line(answers.title)[:40]}”"):
            story = journal.stories.from_memory(answers, draft_target=self.target)
            pitch = journal.pitches.add_if_room(story.id)
        self._stored_story = story.id
        if story.id in pitch.story_ids:
            return f"In the pitch as story {pitch.story_ids.index(story.id) + 1} (Space takes it out)."
        return f"On the bench: the pitch has its {MOST_STORIES} stories (Space takes one out)."

    def action_save(self) -> None:
        """Store the answers and show the story where it now stands; say why where they cannot be stored."""
        super().action_save()
        if self._stored_story and all((other.id or "").startswith("view-") for other in self.siblings):
            self.post_message(ShowView("stories", self._stored_story))
