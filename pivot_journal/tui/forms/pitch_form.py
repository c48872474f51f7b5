"""The pitch's own lines: whom it is for, the opening, why earlier, the question, the format and the pace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pivot_journal.domain.errors import FieldRefused, JournalError
from pivot_journal.domain.pitch import Pitch
from pivot_journal.domain.text import one_line
from pivot_journal.journal.facts import counted_facts
from pivot_journal.pitch.formats import Formats
from pivot_journal.pitch.roles import home
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.forms.form import Form, about_field, state_of
from pivot_journal.tui.forms.numbers import whole_number
from pivot_journal.tui.messages import PreviewMaterial
from pivot_journal.tui.widgets.field import Field, FieldSpec
from pivot_journal.tui.wrapping import wrap

EXAMPLES_HEAD = "An example from an invented job, a harbour office; only to look at:"
EXAMPLES = (
    ("a pattern", "Twice a form decided what a crew may bring aboard, and twice the crane decided otherwise."),
    ("one moment", "At four in the morning a pilot read me a screen that said his ship had left."),
    ("a number", "Nineteen of thirty berth changes reached the quay after the ship did."),
)
EXAMPLES_INDENT = 14
ROOMY_FROM = 30
"""Lines of the form from which a blank line may set them apart."""
TEXTS = (
    "opening", "who_i_am", "why_earlier", "why_earlier_short", "not_known", "question", "listener", "why_them",
    "subject", "ask", "they_said", "answer", "next_step",
)  # fmt: skip
"""The lines that are stored as they are typed."""
SAID = (
    FieldSpec(
        name="opening",
        label="Opening line: what do these moments have in common?",
        section="Said to anyone",
        prompt="one sentence: something you saw, before anything you want",
    ),
    FieldSpec(
        name="why_earlier",
        label="Why I want in earlier (said once, for all stories)",
        prompt="I want to be there when that default is chosen.",
    ),
    FieldSpec(name="question", label="One question to ask them", prompt="Where would you have caught it?"),
    FieldSpec(name="who_i_am", label="Who I am (one sentence, optional)", prompt="I run the night desk."),
    FieldSpec(
        name="not_known",
        label="What I do not know yet (optional)",
        prompt="I have never set a price, so that I would have to learn.",
    ),
    FieldSpec(
        name="why_earlier_short",
        label="why earlier, briefly",
        is_beside=True,
        prompt="I want in where that is decided.",
    ),
)
WRITTEN = (
    FieldSpec(
        name="listener",
        label="their name",
        is_beside=True,
        section="For a note, an email or a follow-up",
        prompt="as you greet them: Robin",
    ),
    FieldSpec(
        name="why_them",
        label="why them",
        is_beside=True,
        prompt="one sentence: what they wrote, said or built",
    ),
    FieldSpec(name="subject", label="subject", is_beside=True, prompt="three or four words, for an email"),
    FieldSpec(
        name="ask",
        label="the ask",
        is_beside=True,
        prompt="with its length: three questions, 20 minutes by phone?",
    ),
    FieldSpec(
        name="they_said",
        label="they said",
        is_beside=True,
        prompt="after the talk: what they said that stayed with you",
    ),
    FieldSpec(
        name="answer",
        label="the answer I owe",
        is_beside=True,
        prompt="one answer, with its number",
    ),
    FieldSpec(name="next_step", label="next step", is_beside=True, prompt="what follows, with a day"),
)


class PitchForm(Form):
    """The form of one pitch.

    Args:
        desk: The journal and the keeper of drafts.
        pitch: What is edited; None for a new one with the present one's lines that hold for any audience.
        is_new: Whether to start another pitch.
    """

    DEFAULT_CSS = """
    PitchForm > Field.-near { margin: 0; }
    """

    def __init__(self, desk: Desk, pitch: Pitch | None, *, is_new: bool = False) -> None:
        self.is_new = is_new
        self.pitch = pitch if pitch is not None and not is_new else desk.journal.pitches.blank()
        self._material = desk.journal.pitches.material(self.pitch)
        self._facts = ""
        is_written = _asks_for_written(self.pitch.format, desk.journal.telling.formats)
        super().__init__(
            desk,
            form="pitch",
            target=desk.new_target if is_new else self.pitch.id,
            title="A pitch for another audience" if is_new else f"The pitch for {self.pitch.audience}",
            fields=(
                FieldSpec(name="audience", label="Whom is it for?", prompt="a PM at a carrier, Thursday"),
                *SAID,
                *(WRITTEN if is_written else ()),
                FieldSpec(
                    name="format",
                    label="Format",
                    section="How it is told",
                    choices=_format_choices(desk.journal.telling.formats, self.pitch.format),
                    note="How long each takes stands in the Pitch view.",
                ),
                FieldSpec(
                    name="pace", label="Words a minute", prompt="150", note="150 is usual; most speak at 130 to 170."
                ),
                *(() if is_written else (replace(spec, is_more=True) for spec in WRITTEN)),
            ),
            values={name: getattr(self.pitch, name) for name in TEXTS}
            | {
                "audience": "" if is_new else self.pitch.audience,
                "format": self.pitch.format,
                "pace": str(self.pitch.words_per_minute),
            },
            state="" if is_new else state_of(self.pitch.updated_at),
            behind_more="" if is_written else "lines for a note, an email or a follow-up",
        )
        self.more_made(self.fields.values())

    def more_made(self, fields: Iterable[Field]) -> None:
        """Set the lines for a note or an email close together."""
        names = [spec.name for spec in WRITTEN]
        for field in fields:
            field.set_class(field.spec.name in {"why_earlier", *names[:-1]}, "-near")

    def _typed(self, *, is_strict: bool) -> Pitch:
        try:
            with about_field("pace"):
                words_per_minute = whole_number(self.value("pace"), "The pace in words a minute")
        except FieldRefused:
            if is_strict:
                raise
            words_per_minute = self.pitch.words_per_minute
        texts: dict[str, Any] = {name: self.value(name) for name in TEXTS}
        return replace(
            self.pitch,
            audience=self.value("audience") or ("" if is_strict else "?"),
            format=self.value("format"),
            words_per_minute=words_per_minute,
            **texts,
        )

    def on_descendant_focus(self) -> None:
        """Show beside the opening line what it can be written from, while somebody stands in it."""
        opening = self.fields["opening"]
        if not opening.input.has_focus:
            opening.set_note("")
            return
        self._facts = self._facts or f"To write from: {counted_facts(self.desk.journal).said}."
        gap = [""] if self.size.height >= ROOMY_FROM else []
        opening.set_note("\n".join([self._facts, *gap, EXAMPLES_HEAD, *_examples(opening.size.width - 3)]))

    def on_resize(self) -> None:
        """Break the lines of the examples anew."""
        self.on_descendant_focus()

    def on_field_changed(self, event: Field.Changed) -> None:
        """Show the lines for a note or an email where the chosen format asks for them, and what the short one may say.

        The form's own handler, which runs too, keeps the draft and shows the pitch.
        """
        if (
            event.field.spec.name == "format"
            and self._unshown
            and _asks_for_written(event.field.value, self.desk.journal.telling.formats)
        ):
            self._mount_more()
            self._echo_hint()
        self._offer_short()

    def on_mount(self) -> None:
        """Offer the long words where the short ones are written."""
        self._offer_short()

    def _offer_short(self) -> None:
        self.fields["why_earlier_short"].set_offer(one_line(self.value("why_earlier")))

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
        """Return the field that an error is about; the pace is asked for under a shorter name."""
        name = super().field_of(error)
        return "pace" if name == "words_per_minute" else name


def _examples(width: int) -> list[str]:
    """Return the lines of the examples, each beside what it is one of."""
    lines = []
    for label, words in EXAMPLES:
        first, *others = wrap(words, width - EXAMPLES_INDENT)
        lines += [f"  {label}".ljust(EXAMPLES_INDENT) + first, *(" " * EXAMPLES_INDENT + line for line in others)]
    return lines


def _format_choices(formats: Formats, stored: str) -> tuple[tuple[str, str], ...]:
    """Return the formats to choose from, with the stored one even where it is gone."""
    choices = tuple((name, chosen.label) for name, chosen in formats.items())
    return choices if stored in formats else (*choices, (stored, f"{one_line(stored)} (not in formats.toml)"))


def _asks_for_written(format_name: str, formats: Formats) -> bool:
    """Whether a format asks for one of the lines of a note, an email or a follow-up."""
    chosen = formats.get(format_name)
    asked = {home(role) for role in chosen.asks} if chosen is not None else set()
    return any(f"pitch.{spec.name}" in asked for spec in WRITTEN)
