"""Edit an observation: its text, its day, its tags, how it is known, and which words are a customer's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import replace

from textual.widgets import TextArea

from pivot_journal.dates import parse_observed_on, parse_when
from pivot_journal.domain.errors import FieldRefused, NotFound
from pivot_journal.domain.observation import Evidence, Observation, Reference
from pivot_journal.domain.quote import CustomerQuote
from pivot_journal.domain.text import accept_tag, accept_text, one_line
from pivot_journal.domain.when import Precision, When
from pivot_journal.domain.words import EVIDENCE, how_it_is_known
from pivot_journal.journal.drafts import Draft
from pivot_journal.journal.observations import Saved, quoted
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.forms.form import DAY_NOTE, Form, about_field, state_of
from pivot_journal.tui.forms.quote_fields import (
    PARTS,
    gone_words,
    kept_as,
    quotations_in,
    quote_specs,
    quote_values,
)
from pivot_journal.tui.widgets.field import Field, FieldSpec

REFERENCE = ("source", "dated_on", "reference")
"""The fields that say where it was dated."""


class ObservationForm(Form):
    """The edit form of one observation.

    Args:
        desk: The journal and the keeper of drafts.
        observation: What is edited.
        added_tags: The tags beside its text.
    """

    DEFAULT_CSS = """
    ObservationForm > Field.-close { margin: 0; }
    """

    def __init__(self, desk: Desk, observation: Observation, added_tags: tuple[str, ...]) -> None:
        self.observation = observation
        self._quotes = list({quote.words: quote for quote in desk.journal.quotes.of([observation])}.values())
        marked = [quote.words for quote in self._quotes]
        draft = desk.journal.drafts.find("observation", observation.id)
        gone = gone_words(draft.content, marked) if draft else []
        self._kept_as = [*map(kept_as, [*marked, *gone]), kept_as("")]
        """How a draft names each place: those that are marked, those that no longer are, and a new one."""
        self._gone = dict(enumerate(gone, len(marked)))
        is_quoting = bool(self._quotes or gone or quotations_in(observation.text))
        dated_on = observation.reference.dated_on
        super().__init__(
            desk,
            form="observation",
            target=observation.id,
            title=f"Observation {observation.number} · {how_it_is_known(observation)}",
            fields=(
                FieldSpec(name="text", label="What happened", note="Ctrl+J breaks the line."),
                FieldSpec(
                    name="on",
                    label="When",
                    prompt="yesterday, last friday, 3 mar, march 2023, spring 2023, 2024-02-06",
                    note=DAY_NOTE,
                ),
                FieldSpec(name="tags", label="Tags beside the text", prompt="e.g. returns dock"),
                FieldSpec(
                    name="evidence",
                    label="How is it known?",
                    choices=tuple((grade.value, words) for grade, words in EVIDENCE.items()),
                    note="Only what was written here, or dated elsewhere, can show that you knew before a launch.",
                ),
                FieldSpec(
                    name="source",
                    label="Dated elsewhere: where",
                    prompt="e.g. ticket system, or mail to the planner",
                    is_more=True,
                ),
                FieldSpec(name="dated_on", label="its date there", prompt="e.g. 2024-02-06", is_more=True),
                FieldSpec(name="reference", label="its number or subject", prompt="e.g. ticket 4471", is_more=True),
                *quote_specs(len(self._kept_as), is_more=not is_quoting),
            ),
            values={
                "text": observation.text,
                "on": "" if observation.observed_on.day is None else str(observation.observed_on),
                "tags": " ".join(added_tags),
                "evidence": observation.evidence.value,
                "source": observation.reference.source,
                "dated_on": str(When(dated_on, Precision.DAY)) if dated_on else "",
                "reference": observation.reference.reference,
            }
            | quote_values(self._quotes),
            state=state_of(observation.updated_at),
        )
        self._was_changed_elsewhere |= bool(gone)
        for name, field in self.fields.items():
            if name.endswith(("_words", "_role")):
                field.add_class("-close")
        self._offer_words()

    # The draft

    def draft_name(self, name: str) -> str:
        """Name the fields of a customer's words by the words, whose place may be another one's when they come back."""
        prefix, _, part = name.partition("_")
        place = prefix.removeprefix("quote")
        return f"{self._kept_as[int(place)]}_{part}" if place.isdigit() else name

    def restored(self, draft: Draft, names: Mapping[str, str]) -> dict[str, str]:
        """Return what a draft holds of some fields; words that are no longer marked come back with what was typed."""
        found = super().restored(draft, names)
        for place, words in self._gone.items():
            found.setdefault(f"quote{place}_words", words)
        new = f"quote{len(self._kept_as) - 1}"
        typed = found.get(f"{new}_words", "").strip()
        there = next((place for place, quote in enumerate(self._quotes) if typed and quote.words == typed), None)
        if there is not None:  # marked elsewhere meanwhile: the same words, with what was typed of them here
            for part in PARTS:
                text = found.pop(f"{new}_{part}", "")
                if text.strip():
                    found[f"quote{there}_{part}"] = text
        return found

    # A customer's own words

    def _offer_words(self) -> None:
        """Offer the selected words of the text, else the first in quotation marks that are not marked yet."""
        text = self.fields["text"].input
        selected = one_line(text.selected_text) if isinstance(text, TextArea) else ""
        found = quotations_in(self.value("text"))
        marked = {self.value(f"quote{place}_words") for place in range(len(self._kept_as) - 1)}
        left = [words for words in found if words not in marked]
        new = self._new_quote
        self.fields[new].set_offer(selected or next(iter(left), ""))
        if left and self.fields[new].has_class("-more"):
            for part in PARTS:
                self.fields[new.replace("words", part)].remove_class("-more")

    @property
    def _new_quote(self) -> str:
        return f"quote{len(self._kept_as) - 1}_words"

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Offer what is selected in the text as a customer's words."""
        event.stop()
        if event.text_area is self.fields["text"].input:
            self._offer_words()

    def _changed_quotes(self) -> list[tuple[str, CustomerQuote | None, dict[str, str]]]:
        """Return the words whose fields were touched: the field, what was marked before, and what is typed."""
        changed = []
        for place in range(len(self._kept_as)):
            before = self._quotes[place] if place < len(self._quotes) else None
            names = {part: f"quote{place}_{part}" for part in PARTS}
            if self.is_touched(*names.values()):
                changed.append((names["words"], before, {part: self.value(name) for part, name in names.items()}))
        return changed

    def _mark(self, observation: Observation) -> None:
        """Mark the words that were touched, as they stand in the note now."""
        for name, before, typed in self._changed_quotes():
            if before is not None and typed["words"] != before.words:
                with suppress(NotFound):  # unmarked elsewhere meanwhile, as it is wanted here
                    self.desk.journal.quotes.unmark(before.id)
            if typed["words"]:
                with about_field(name):
                    self.desk.journal.quotes.mark(observation, **typed)
            elif before is None:
                raise FieldRefused(
                    name, "Which words did they say? Write them in this field, as they stand in the note."
                )

    # Storing

    def store(self) -> str:
        """Store what was touched, and that alone; the earlier wording is kept."""
        journal = self.desk.journal
        order = self.desk.settings.day_order
        text = when = tags = None
        if self.is_touched("text"):
            with about_field("text"):
                text = accept_text(self.value("text"), "observation")
        if self.value("on") and self.is_touched("on"):
            with about_field("on"):
                when = parse_observed_on(self.value("on"), journal.today, day_order=order)
        evidence = Evidence(self.value("evidence")) if self.is_touched("evidence") else None
        is_dated_elsewhere = (evidence or self.observation.evidence) is Evidence.DATED_ELSEWHERE
        reference = None
        if self.is_touched(*REFERENCE) or (is_dated_elsewhere and evidence is not None):
            reference = self._reference(order, is_asked=is_dated_elsewhere)
        if self.is_touched("tags"):
            with about_field("tags"):
                tags = [accept_tag(word) for word in self.value("tags").replace(",", " ").split()]
        with self._in_one_step():
            saved = self._store_note(text, when, tags, evidence, reference)
            self._mark(saved.observation)
        return saved_said(saved, is_reworded=text is not None)

    def _in_one_step(self) -> AbstractContextManager[object]:
        if not self._changed_quotes():
            return nullcontext()
        return self.desk.journal.in_one_step(f"edit {quoted(self.observation.text)}")

    def _store_note(
        self,
        text: str | None,
        when: When | None,
        tags: list[str] | None,
        evidence: Evidence | None,
        reference: Reference | None,
    ) -> Saved:
        return self.desk.journal.observations.edit(
            self.observation.number,
            text=text,
            observed_on=when,
            added_tags=tags,
            evidence=evidence,
            reference=reference,
            seen=self._seen,
            clears_draft=True,
        )

    @property
    def _seen(self) -> dt.datetime:
        """The state that what is typed was written on: an earlier one where it was brought back from a draft."""
        if self._draft_state != self._state:
            return dt.datetime.fromisoformat(self._draft_state)
        if self._was_changed_elsewhere and self._restored_at is not None:
            return min(self._restored_at, self.observation.updated_at)
        return self.observation.updated_at

    def _reference(self, order: str, *, is_asked: bool) -> Reference:
        reference = Reference(source=self.value("source"), reference=self.value("reference"))
        if not is_asked and not self.value("dated_on"):
            return reference
        if is_asked and not str(reference):
            raise FieldRefused(
                "source", "Where was it dated? Name the ticket, mail or note in this field or the last one."
            )
        if not self.value("dated_on"):
            raise FieldRefused("dated_on", "When was it dated there? Write the date that the ticket, mail or note has.")
        with about_field("dated_on"):
            when = parse_when(self.value("dated_on"), self.desk.journal.today, day_order=order)
        if when.precision is not Precision.DAY:
            raise FieldRefused("dated_on", f"{when} is not a day; a ticket, mail or note has one.")
        if when.day is not None and when.day > self.desk.journal.today:
            raise FieldRefused("dated_on", f"{when} is in the future; it was dated before now.")
        return replace(reference, dated_on=when.day)

    def on_field_changed(self, event: Field.Changed) -> None:
        """Ask where and when as soon as it was dated elsewhere."""
        if event.field.spec.name == "evidence" and event.field.value == Evidence.DATED_ELSEWHERE.value:
            self.add_class("-shows-more")
        if event.field.spec.name == "text" or event.field.spec.name.startswith("quote"):
            self._offer_words()


def saved_said(saved: Saved, *, is_reworded: bool = True) -> str:
    """Say that an edit is stored, and that somebody else had changed the same meanwhile where it was so.

    Args:
        saved: What is stored.
        is_reworded: Whether another text was given; else the one that was written elsewhere stands.
    """
    if not saved.was_changed_elsewhere:
        return "Saved."
    rest = "that wording is kept as an earlier one" if is_reworded else "what you did not touch stands as it is there"
    return f"Saved. It had been changed elsewhere meanwhile; {rest}."
