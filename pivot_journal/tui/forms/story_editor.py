"""Edit a story: its beats, and beside them the evidence that it stands on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from pivot_journal.domain.observation import Observation
from pivot_journal.domain.pitch import Material, StoryMaterial
from pivot_journal.domain.quote import CustomerQuote
from pivot_journal.domain.story import Story, StoryStatus
from pivot_journal.domain.text import one_line
from pivot_journal.journal.journal import Journal
from pivot_journal.pitch.amounts import impact_sentence
from pivot_journal.pitch.formats import Role
from pivot_journal.pitch.sentences import beginning, sentence
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.forms.beat_fields import BEATS, CLOSE, SHORT, beat_specs
from pivot_journal.tui.forms.form import Form, state_of
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import ClosePanel, PreviewMaterial, Say
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.evidence import EvidenceList, EvidencePane
from pivot_journal.tui.widgets.field import Field

BESIDE_FROM = 104
"""Columns of the editor itself from which the evidence stands beside the beats; else it stands under them."""
PAUSE_SECONDS = 1.2
"""How long nothing is typed before it is looked for what could support the story."""
MOST_SUPPORTING = 8
LOW_BELOW = 30
"""Lines of the editor below which the evidence takes as few as it can."""


class BeatsForm(Form):
    """The beats of a story as fields; holds the links too, which are saved and kept as a draft with them.

    Args:
        desk: The journal and the keeper of drafts.
        story: What is edited.
    """

    DEFAULT_CSS = """
    BeatsForm > .form--title { margin: 0; }
    BeatsForm > .beats--decision { color: $quiet; height: auto; margin: 0 0 1 0; }
    BeatsForm > Field.-near { margin: 0; }
    BeatsForm > Field > .field--beside > .field--label { width: 23; }
    BeatsForm > Field.-beside > .field--offer { padding: 0 1 0 24; }
    BeatsForm > .beats--decision.-missing { color: $warning; }
    """

    def __init__(self, desk: Desk, story: Story) -> None:
        self.story = story
        self.linked = story.observation_ids
        self.known: dict[str, Observation] = {}
        self.supporting: tuple[str, ...] = ()
        """The ids of what is like the story as it was last looked for, the likest first."""
        self._pause: Timer | None = None
        self._linked_before: list[tuple[str, ...]] = []
        draft = desk.journal.drafts.find("story", story.id)
        if draft is not None and "observations" in draft.content:
            self.linked = tuple(draft.content["observations"].split())
        self._read(desk.journal)
        decision, impacts = self.material.decision, self.material.impacts
        headline = story.headline_impact_id or ""
        super().__init__(
            desk,
            form="story",
            target=story.id,
            title=f"Story of the decision “{one_line(decision.title)}”" if decision else "Story without a decision yet",
            fields=beat_specs(
                self.material,
                desk.journal.telling.formats.get(self._base.pitch.format),
                saw=self._offer_of_saw(),
                customers_words=self._offer_of_words(),
            ),
            values={name: getattr(story, name) for name in ("title", *BEATS, *SHORT)}
            | {
                "headline_impact_id": headline if headline in {impact.id for impact in impacts} else "",
                "status": story.status.value,
            },
            state=state_of(story.updated_at),
            behind_more="what came of it, short forms, how far it is",
        )
        self._stored["observations"] = " ".join(story.observation_ids)
        for name in ("did", "raised_with", "mattered", "would_decide", *CLOSE):
            if name in self.fields:
                self.fields[name].add_class("-near")
        self._offer_long_words()

    def more_made(self, fields: Iterable[Field]) -> None:
        """Set the short forms close together, with the words of the long ones on offer."""
        for field in fields:
            field.set_class(field.spec.name in CLOSE, "-near")
        self._offer_long_words()

    def compose(self) -> ComposeResult:
        """Lay out the title, what the decision took for granted, and the fields."""
        parts = iter(super().compose())
        yield next(parts)
        decision = self.material.decision
        if decision is not None:
            line = Static(classes="beats--decision")
            line.set_class(not decision.assumption, "-missing")
            assumption = one_line(decision.assumption)
            missing = "? what it took for granted is not written yet: 2 Decisions, e"
            line.update(Content(f"took for granted: {assumption}" if assumption else missing))
            yield line
        yield from parts

    def on_mount(self) -> None:
        """Show the story in the pitch, or alone where it is not in it; then look for what could support it."""
        self.show_preview()
        self.call_after_refresh(self.find_supporting)

    def focus_first(self) -> None:
        """Stand in the first beat that is still to be written; in the title where all are."""
        beats = ("title", "saw", "did", "mattered", "would_decide", "trade_off")
        first = next((name for name in beats if not self.value(name)), "title")
        self.focus_field(first)

    # What it is linked to

    def _read(self, journal: Journal) -> None:
        """Read the pitch, what the story rests on, and what it may be linked to; once, not at every key."""
        self._base = journal.pitches.material()
        self.material = journal.stories.material([self.story])[0]
        self.known = {seen.id: seen for seen in journal.stories.evidence(self.story, self.linked)}
        self._at_hand = frozenset(self.known)
        """What is put up as evidence however the story is worded."""
        self._quotes = journal.quotes.of(list(self.known.values()))

    def read_again(self) -> None:
        """Read everything again but what is typed and linked here."""
        self._read(self.desk.journal)
        self._refresh_offers()
        self.show_preview()
        self.find_supporting()

    def find_supporting(self) -> None:
        """Look for what could support the story as it is worded now; not at a key: it costs some milliseconds."""
        self._pause = None
        journal = self.desk.journal
        found = journal.stories.supporting(self._typed().story, MOST_SUPPORTING)
        self.supporting = tuple(seen.id for seen in found)
        new = [seen for seen in found if seen.id not in self.known]
        self.known |= {seen.id: seen for seen in new}
        self._quotes += journal.quotes.of(new) if new else []
        self.post_message(self.Relinked())

    def _find_supporting_soon(self) -> None:
        """Look for what could support the story once nothing is typed for a while."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE_SECONDS, self.find_supporting)

    @property
    def offered(self) -> dict[str, Observation]:
        """What is or may be linked now, by id, without what supported only an earlier wording."""
        shown = self._at_hand.union(self.linked, self.supporting)
        return {id_: seen for id_, seen in self.known.items() if id_ in shown}

    @property
    def lost(self) -> int:
        """How many linked observations are in the trash, or gone."""
        return sum(1 for id_ in self.linked if id_ not in self.known or self.known[id_].is_trashed)

    def toggle(self, observation_id: str) -> None:
        """Link an observation as the last, or take it out."""
        observation = self.known[observation_id]
        if observation_id not in self.linked and observation.observed_on.day is None:
            self.post_message(
                Say("That one has no date yet, and a pitch needs one. Date it in the Journal (1, e).", is_error=True)
            )
            return
        others = tuple(id_ for id_ in self.linked if id_ != observation_id)
        self._linked_before.append(self.linked)
        self._link(others if len(others) != len(self.linked) else (*others, observation_id))

    def take_back(self) -> None:
        """Undo the last change of the links."""
        if not self._linked_before:
            self.post_message(Say("No link was changed here. What is saved is undone (u) outside of the form."))
            return
        self._link(self._linked_before.pop())

    def _link(self, linked: tuple[str, ...]) -> None:
        self.linked = linked
        self._refresh_offers()
        self.keep_draft()
        self.show_preview()
        self.post_message(self.Relinked())

    def on_field_changed(self, event: Field.Changed) -> None:
        """Offer the number that is chosen; the form's own handler, which runs too, does the rest."""
        if event.field.spec.name == "headline_impact_id":
            self._refresh_offers()
        self._offer_long_words()
        self._find_supporting_soon()

    def on_descendant_focus(self) -> None:
        """Offer the line for a résumé that is put together; it is composed only where somebody looks at it."""
        bullet = self.fields.get("bullet")
        if bullet is not None and bullet.input.has_focus and not bullet.value.strip():
            typed = self._typed()
            alone = replace(self._base.pitch, story_ids=(typed.story.id,))
            material = Material(pitch=alone, stories=(replace(typed, story=replace(typed.story, bullet="")),))
            composed = self.desk.journal.telling.compose(material, "bullets")
            bullet.set_offer(" ".join(part.text for part in composed.parts if part.role is Role.BULLET))

    def _refresh_offers(self) -> None:
        self.fields["saw"].set_offer(self._offer_of_saw())
        impacts = self._typed().impacts
        self.fields["mattered"].set_offer(impact_sentence(impacts[0]) if impacts else "")
        self.fields["mattered_to_customer"].set_offer(self._offer_of_words())

    def _offer_long_words(self) -> None:
        """Offer the words of each long sentence where its short form is written."""
        decision = self.material.decision
        for name in ("saw", "did", "mattered", "would_decide", "assumption"):
            short = self.fields.get(f"{name}_short")
            if short is None:
                continue
            if name == "assumption":
                words = decision.assumption if decision else ""
            else:
                words = self.value(name) or self.fields[name].spec.offer
            short.set_offer(one_line(words))

    def _linked_quotes(self) -> tuple[CustomerQuote, ...]:
        """Return what customers said in the linked notes, in their order."""
        return tuple(quote for id_ in self.linked for quote in self._quotes if quote.observation_id == id_)

    def _offer_of_words(self) -> str:
        quotes = self._linked_quotes()
        return quotes[0].said if quotes else ""

    def _offer_of_saw(self) -> str:
        present = (self.known[id_] for id_ in self.linked if id_ in self.known)
        first = next((seen for seen in present if not seen.is_trashed), None)
        return sentence(beginning(first.text)[0]) if first else ""

    # What stands in it

    def content(self) -> dict[str, str]:
        """Return what stands in the fields, and the links, for the draft."""
        return super().content() | {"observations": " ".join(self.linked)}

    @property
    def chosen(self) -> frozenset[str]:
        """The fields that are chosen, not typed; the links too."""
        return super().chosen | {"observations"}

    def _story(self, title: str) -> Story:
        status, headline = StoryStatus(self.value("status")), self.story.headline_impact_id
        if "headline_impact_id" in self._stored and self.value("headline_impact_id") != self._first_impact():
            headline = self.value("headline_impact_id")
        texts: dict[str, Any] = {name: self.value(name) for name in (*BEATS, *SHORT)}
        return replace(
            self.story,
            title=title,
            headline_impact_id=headline,
            status=status,
            observation_ids=self.linked,
            **texts,
        )

    def _first_impact(self) -> str:
        return self.material.impacts[0].id if self.material.impacts else ""

    def _typed(self) -> StoryMaterial:
        """Return the story as it is typed, with what it is linked to here."""
        story = self._story(self.value("title") or self.story.title)
        linked = (self.known[id_] for id_ in self.linked if id_ in self.known)
        headline = story.headline_impact_id
        return replace(
            self.material,
            story=story,
            impacts=tuple(sorted(self.material.impacts, key=lambda impact: impact.id != headline)),
            observations=tuple(seen for seen in linked if not seen.is_trashed),
            quotes=self._linked_quotes(),
            lost_observations=self.lost,
        )

    def show_preview(self) -> None:
        """Show the pitch with the story as it is typed; the story alone where it is not in the pitch."""
        typed = self._typed()
        pitch = self._base.pitch
        if typed.story.id in pitch.story_ids:
            stories = tuple(typed if each.story.id == typed.story.id else each for each in self._base.stories)
            self.post_message(PreviewMaterial(Material(pitch=pitch, stories=stories)))
        else:
            alone = replace(pitch, story_ids=(typed.story.id,))
            self.post_message(PreviewMaterial(Material(pitch=alone, stories=(typed,))))

    def store(self) -> str:
        """Store the beats and the links."""
        stored = self.desk.journal.stories.save(self._story(self.value("title")), draft_target=self.story.id)
        if stored.id in self._base.pitch.story_ids:
            return "Saved."
        return "Saved. It is on the bench: Space in the Stories puts it into the pitch."

    def action_discard(self) -> None:
        """Throw away what was typed and linked since the last save."""
        self._linked_before.clear()
        self.linked = self.story.observation_ids
        super().action_discard()
        self._refresh_offers()
        self.show_preview()
        self.post_message(self.Relinked())

    class Relinked(Message):
        """The links are others, or what is known of the linked, or what may be linked."""


class StoryEditor(Panel):
    """The beats of a story and, beside or under them, its evidence.

    Args:
        desk: The journal and the keeper of drafts.
        story: What is edited.
    """

    BINDINGS = [
        *(bound for bound in bindings_of("form") if isinstance(bound, Binding) and bound.action != "next"),
        # before the text field, in which F6 would select the line
        *(replace(bound, priority=True) for bound in bindings_of("beats") if isinstance(bound, Binding)),
    ]
    DEFAULT_CSS = """
    StoryEditor > EvidencePane { height: auto; border-top: solid $faint; }
    StoryEditor.-low > EvidencePane > Rows { max-height: 3; }
    StoryEditor.-beside { layout: horizontal; }
    StoryEditor.-beside > BeatsForm { width: 1fr; }
    StoryEditor.-beside > EvidencePane {
        width: 48%; height: 1fr; padding: 1 0 0 0; border-top: none; border-left: solid $faint;
    }
    StoryEditor.-beside > EvidencePane > Rows { height: 1fr; max-height: 100%; }
    """

    def __init__(self, desk: Desk, story: Story) -> None:
        super().__init__(desk)
        self.form = BeatsForm(desk, story)
        self.evidence = EvidencePane()
        self._stood_in: Widget | None = None

    def compose(self) -> ComposeResult:
        """Lay out the beats and the evidence."""
        yield self.form
        yield self.evidence

    def on_mount(self) -> None:
        """Show the evidence."""
        self._show_evidence()

    def on_resize(self) -> None:
        """Put the evidence beside the beats, or under them, by the room there is."""
        self.set_class(self.size.width >= BESIDE_FROM, "-beside")
        self.set_class(self.size.height < LOW_BELOW, "-low")
        self._show_evidence()

    def _show_evidence(self) -> None:
        has_room = self.has_class("-beside") or not self.has_class("-low")
        form = self.form
        decision = form.material.decision
        self.evidence.show(
            decision,
            form.offered,
            form.linked,
            supporting=form.supporting,
            lost=form.lost,
            has_headings=has_room,
        )

    def look_again(self) -> None:
        """Read the evidence again; what is typed and linked stays."""
        self.form.call_later(self.form.read_again)

    # Where the cursor stands

    def take_focus(self) -> None:
        """Stand in the first beat."""
        self.form.focus_first()

    def focus_first(self) -> None:
        """Stand in the first beat."""
        self.form.focus_first()

    def focus_field(self, name: str) -> None:
        """Stand in a beat by its name."""
        self.form.focus_field(name)

    def begin_in(self, name: str) -> None:
        """Stand in a beat by its name when the editor appears."""
        self.form.begin_in(name)

    def action_evidence(self) -> None:
        """Go between the beats and the evidence."""
        if self.evidence.list.has_focus:
            back = self._stood_in
            (back.focus if back is not None and back.is_mounted and back.display else self.form.focus_first)()
        else:
            focused = self.screen.focused
            self._stood_in = focused if focused is not None and self.form in focused.ancestors else None
            self.evidence.list.focus()

    def on_descendant_focus(self) -> None:
        """Say which keys the evidence has now."""
        self._show_evidence()

    # What the parts ask for

    def on_evidence_list_toggled(self, event: EvidenceList.Toggled) -> None:
        """Link an observation, or take it out."""
        event.stop()
        # in the form's own turn: what a child is made to post in its parent's stops before it reaches the screen
        self.form.call_later(self.form.toggle, event.observation_id)

    def on_evidence_pane_taken_back(self, event: EvidencePane.TakenBack) -> None:
        """Undo the last change of the links."""
        event.stop()
        self.form.call_later(self.form.take_back)

    def on_beats_form_relinked(self, event: BeatsForm.Relinked) -> None:
        """Show the links as they are now."""
        event.stop()
        self._show_evidence()

    def on_close_panel(self, event: ClosePanel) -> None:
        """Leave as a whole when the form is left."""
        if event.panel is self.form:
            event.stop()
            self.post_message(ClosePanel(self))

    def action_save(self) -> None:
        """Save and leave."""
        self.form.action_save()

    def action_close(self) -> bool:
        """Leave; what is typed and linked is kept as a draft. Return whether it was left."""
        return self.form.action_close()

    def action_discard(self) -> None:
        """Throw away what was typed and linked since the last save."""
        self.form.action_discard()

    def action_more(self) -> None:
        """Show or hide the rest of the beats."""
        self.form.action_more()
