"""The stories: the pitch's slots above, the bench below; Space moves a story between them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from pivot_journal.domain.errors import JournalError
from pivot_journal.domain.foresight import foresight_of, launch_noted_by
from pivot_journal.domain.observation import Evidence
from pivot_journal.domain.pitch import MOST_STORIES, Material, StoryMaterial
from pivot_journal.domain.story import HEADLINE_BEATS, Beat, StoryStatus
from pivot_journal.domain.text import one_line
from pivot_journal.domain.words import STORY_STATUS, notes_said
from pivot_journal.journal.observations import quoted
from pivot_journal.pitch.composition import Composition
from pivot_journal.pitch.format import Unit
from pivot_journal.pitch.roles import ROLE_WORDS
from pivot_journal.pitch.told import formula_lacks
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.kept_keys import keep_keys_until
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import JournalChanged, OpenPanel, Say, ShowView
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.picker import DecisionPicker
from pivot_journal.tui.widgets.rows import Line, Row, Rows, Spans, spans_length
from pivot_journal.tui.widgets.steady import Steady
from pivot_journal.tui.wrapping import cut

BEAT_WORDS = {Beat.SAW: "saw", Beat.DID: "did", Beat.MATTERED: "mattered", Beat.WOULD_DECIDE: "would decide"}
"""What the beats of a story are called in one word."""
LEAD = 5
"""Cells before a title: the slot's number and whether it is filled."""
NOTHING_YET = """A story is one moment told in a few sentences:
what you saw, what you did, why it mattered, and what
you would have chosen instead, at what price.
One is fine for a start; two or three make a pitch.

m   tell one from memory: five questions, ten minutes

f   on a note in the Journal (1) names the decision
    that caused it; t then makes a story of it"""
FOOT = "m  a story from memory  ·  n  a story of a decision"
WRITTEN, ON_OFFER, MISSING = "✓", "⇥", "?"
"""The signs of a beat: in the user's own words, told in those of a note, an amount or the decision, or not there."""
SIGNS = f"{WRITTEN} written  ·  {ON_OFFER} on offer (Tab in the editor)  ·  {MISSING} missing"


def beat_signs(material: StoryMaterial) -> dict[Beat, str]:
    """Return the sign of each headline beat: written, supplied by its home, or missing."""
    story, decision = material.story, material.decision
    written = {
        Beat.SAW: story.saw,
        Beat.DID: story.did,
        Beat.MATTERED: story.mattered,
        Beat.WOULD_DECIDE: story.would_decide,
    }
    supplied = {
        Beat.SAW: any(seen.observed_on.day is not None for seen in material.observations),
        Beat.MATTERED: bool(material.impacts),
        Beat.WOULD_DECIDE: decision is not None and bool(decision.alternative),
    }
    return {
        beat: WRITTEN if words.strip() else ON_OFFER if supplied.get(beat) else MISSING
        for beat, words in written.items()
    }


def evidence_said(material: StoryMaterial) -> str:
    """Say how much evidence a story stands on: 'from memory', '4 notes', 'no notes yet'."""
    seen = material.observations
    if not seen:
        return "no notes yet"
    if all(observation.evidence is Evidence.FROM_MEMORY for observation in seen):
        return "from memory"
    return notes_said(len(seen))


def lost_said(material: StoryMaterial) -> str:
    """Say that linked observations are in the trash; empty where none is."""
    lost = material.lost_observations
    return f"{notes_said(lost)} in the trash" if lost else ""


def told_said(composition: Composition, story_id: str) -> str:
    """Say how long a story is in the format's own unit: '31 s', '57 words'; that it is not told where it is not."""
    parts = [part for part in composition.parts if part.story_id == story_id]
    if not parts:
        return f"not in the {composition.chosen.label}"
    unit = composition.chosen.budget.unit
    if unit is Unit.SECONDS:
        return f"{round(sum(part.seconds for part in parts))} s"
    if unit is Unit.CHARACTERS:
        return f"{sum(len(part.text) for part in parts)} characters"
    return f"{sum(part.words for part in parts)} words"


class StoriesView(Panel):
    """One list of slots and bench, a strip about the highlighted story, and a word on where stories come from."""

    BINDINGS = bindings_of("stories")
    DEFAULT_CSS = """
    StoriesView > Rows { margin: 1 0 0 0; }
    StoriesView > .stories--empty { display: none; padding: 2 3; height: 1fr; }
    StoriesView > .stories--strip { height: 3; border-top: solid $faint; padding: 0 2; }
    StoriesView > .stories--foot { height: auto; padding: 0 2; color: $quiet; }
    StoriesView.-empty > .stories--empty { display: block; }
    StoriesView.-empty > Rows, StoriesView.-empty > .stories--strip { display: none; }
    StoriesView.-empty > .stories--foot { display: none; }
    StoriesView.-picking > .stories--strip, StoriesView.-picking > .stories--foot { display: none; }
    """

    def __init__(self, desk: Desk, *, id: str | None = None) -> None:
        super().__init__(desk, id=id)
        self.list = Rows(classes="-shows-cursor")
        self._empty = Static(Content(NOTHING_YET), classes="stories--empty")
        self._strip = Steady(classes="stories--strip")
        self._foot = Steady(classes="stories--foot")
        self._audience = ""
        self._column = 0
        self._composition: Composition | None = None
        self._slots: tuple[StoryMaterial, ...] = ()
        self._bench: tuple[StoryMaterial, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay the parts out from top to bottom."""
        yield self.list
        yield self._empty
        yield self._strip
        yield self._foot

    def on_mount(self) -> None:
        """Read the stories."""
        self.look_again()

    def take_focus(self) -> None:
        """Stand in the list, or where a decision is being chosen."""
        picker = self.query(DecisionPicker)
        (picker.first().query_one(Editor) if picker else self.list).focus()

    # What is shown

    def look_again(self) -> None:
        """Read slots and bench again; the cursor stays on its story."""
        journal = self.desk.journal
        pitch = journal.pitches.current()
        everything = {each.story.id: each for each in journal.stories.material(journal.stories.all())}
        self._slots = tuple(everything.pop(id_) for id_ in pitch.story_ids if id_ in everything)
        self._bench = tuple(sorted(everything.values(), key=lambda each: each.story.status is StoryStatus.RETIRED))
        self._composition = journal.telling.compose(Material(pitch=pitch, stories=self._slots))
        self._audience = pitch.audience
        self.set_class(not self._slots and not self._bench, "-empty")
        self._lay_out()
        self.refresh_bindings()

    def highlight(self, key: object) -> None:
        """Stand on a story by its id."""
        if isinstance(key, Hashable) and key is not None:
            self._lay_out(key)

    def _lay_out(self, key: Hashable = None) -> None:
        width = self.list.size.width
        in_one_line = self._fits_one_line(width)
        rows = [self._pitch_heading()]
        told = {material.story.id for material in self._slots}
        for number in range(1, MOST_STORIES + 1):
            if number > len(self._slots):
                hint = "empty: Space puts the highlighted story here" if self._bench else "empty"
                rows.append(Row([Line([(f" {number}   ", "dim"), (hint, "dim")])]))
                continue
            material = self._slots[number - 1]
            lead = [(f" {number} ", "dim"), ("● ", "accent")]
            rows.append(self._story_row(material, lead, self._slot_facts(material), in_one_line))
        bench = "Bench" if self._bench else "Bench: every story is in the pitch" if told else "Bench"
        rows.append(Row([Line(()), Line([(f" {bench}", "heading")])]))
        for material in self._bench:
            rows.append(self._story_row(material, [(" " * LEAD, "")], self._bench_facts(material), in_one_line))
        self.list.set_rows(rows, key)
        is_offered = any(ON_OFFER in beat_signs(each).values() for each in (*self._slots, *self._bench))
        self._foot.update(Content(f"{cut(SIGNS, max(width - 4, 10))}\n{FOOT}" if is_offered else FOOT))
        self._show_strip()

    def _fits_one_line(self, width: int) -> bool:
        titles = [cell_len(one_line(material.story.title)) for material in (*self._slots, *self._bench)]
        beats = spans_length(_beats(dict.fromkeys(HEADLINE_BEATS, WRITTEN)))
        facts = [spans_length(self._slot_facts(material)) for material in self._slots]
        facts += [spans_length(self._bench_facts(material)) for material in self._bench]
        self._column = max(titles, default=0)
        return LEAD + self._column + 2 + beats + 2 + max(facts, default=0) <= width

    def _pitch_heading(self) -> Row:
        right: Spans = ()
        if self._composition is not None and self._composition.parts:
            right = [(f"{self._composition.size_of_aim} ", "warn" if self._composition.is_over else "dim")]
        return Row([Line([(" In the pitch", "heading"), (f" for {one_line(self._audience)}", "dim")], right)])

    def _story_row(self, material: StoryMaterial, lead: Spans, facts: Spans, in_one_line: bool) -> Row:
        title, beats = one_line(material.story.title), _beats(beat_signs(material))
        if in_one_line:
            room = " " * (self._column - cell_len(title) + 2)
            return Row([Line([*lead, (title, ""), (room, ""), *beats], facts)], material.story.id)
        lines = [Line([*lead, (title, "")], facts), Line([(" " * LEAD, ""), *beats])]
        return Row(lines, material.story.id)

    def _slot_facts(self, material: StoryMaterial) -> Spans:
        told = told_said(self._composition, material.story.id) if self._composition is not None else ""
        lost = lost_said(material)
        facts: list[tuple[str, str]] = [(f"{lost} · ", "warn")] if lost else []
        facts.append((f"{evidence_said(material)} · ", "dim"))
        return [*facts, (f"{told:>4} ", "dim" if told.startswith("not") else "")]

    def _bench_facts(self, material: StoryMaterial) -> Spans:
        lost, status = lost_said(material), material.story.status
        facts: list[tuple[str, str]] = [(f"{lost} · ", "warn")] if lost else []
        if status is StoryStatus.RETIRED:
            facts.append((f"{STORY_STATUS[status]} · ", "dim"))
        return [*facts, (f"{evidence_said(material)} ", "dim")]

    def _show_strip(self) -> None:
        material = self._material()
        if material is None:
            self._strip.update(Content(""))
            return
        width = max(self.size.width - 4, 10)
        decision = material.decision
        claims = (foresight_of(seen, launch_noted_by(seen, decision)) for seen in material.observations)
        claimed = [claim for claim in claims if claim.may_be_claimed]
        first = min(claimed, key=lambda claim: claim.noted_on.sort_day, default=None)
        lacks = [ROLE_WORDS[role] for role in formula_lacks(material)]
        formula = f"the formula lacks: {', '.join(lacks)}" if lacks else "formula ✓"
        facts = [one_line(decision.title) if decision else "no decision yet", formula, evidence_said(material)]
        facts += [f"noted {first.lead} before launch ⟂"] if first else []
        facts += [lost_said(material)] if material.lost_observations else []
        assumption = one_line(decision.assumption) if decision else ""
        self._strip.update(
            Content.assemble(
                cut(f"took for granted: {assumption}", width)
                if assumption
                else (cut("? what was taken for granted is not written yet (2 Decisions, e)", width), "$warning"),
                "\n",
                (cut(" · ".join(facts), width), "$quiet"),
            )
        )

    def _material(self) -> StoryMaterial | None:
        return next((each for each in (*self._slots, *self._bench) if each.story.id == self.list.key), None)

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Say on what the highlighted story rests."""
        if event.rows is self.list:
            event.stop()
            self._show_strip()

    def on_rows_resized(self, event: Rows.Resized) -> None:
        """Use one line a story where it fits, else two."""
        if event.rows is self.list:
            event.stop()
            self._lay_out()

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Edit what was clicked twice."""
        if event.rows is self.list:
            event.stop()
            self.action_edit()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something here."""
        return action not in {"pick", "shift", "edit", "delete", "earlier"} or not self.has_class("-empty")

    def action_pick(self) -> None:
        """Put the highlighted story into the pitch, or take it out."""
        material = self._material()
        if material is None:
            return
        story_id = material.story.id

        def verb() -> str:
            pitch = self.desk.journal.pitches.toggle(story_id)
            if story_id in pitch.story_ids:
                return f"{quoted(material.story.title)} is in the pitch as story {pitch.story_ids.index(story_id) + 1}."
            return f"{quoted(material.story.title)} is out of the pitch; it stays on the bench."

        self._do(verb)

    def action_shift(self, by: int) -> None:
        """Move the highlighted story within the pitch."""
        material = self._material()
        if material is None:
            return

        def verb() -> str:
            self.desk.journal.pitches.move(material.story.id, by)
            return ""

        self._do(verb)

    def action_edit(self) -> None:
        """Edit the highlighted story's beats beside the evidence."""
        material = self._material()
        if material is not None:
            from pivot_journal.tui.forms.story_editor import StoryEditor

            self.post_message(OpenPanel(StoryEditor(self.desk, material.story)))

    def action_earlier(self) -> None:
        """Show what the highlighted story, and what it is told from, said before."""
        from pivot_journal.tui.views.earlier_panel import EarlierPanel, of_story

        material = self._material()
        if material is not None:
            self.post_message(OpenPanel(EarlierPanel(self.desk, of_story(material))))

    def action_delete(self) -> None:
        """Put the highlighted story into the trash."""
        material = self._material()
        if material is None:
            return

        def verb() -> str:
            self.desk.journal.stories.trash(material.story.id)
            return f"{quoted(material.story.title)} is in the trash; u brings it back."

        self._do(verb)

    def action_add(self) -> None:
        """Ask of which decision to make a story."""
        if self.query(DecisionPicker):
            return
        counts = self.desk.journal.decisions.counts()
        told = {material.story.decision_id for material in (*self._slots, *self._bench)}
        choices = [
            (decision.id, decision.title, f"{'has a story · ' if decision.id in told else ''}{notes_said(n)}")
            for decision in self.desk.journal.decisions.all()
            for n in (counts.get(decision.id, 0),)
        ]
        choices.sort(key=lambda choice: choice[0] in told)
        self.add_class("-picking")
        keep_keys_until(self, self.mount(DecisionPicker("A story of which decision?", choices)))

    async def on_decision_picker_picked(self, event: DecisionPicker.Picked) -> None:
        """Open the story of the decision that was chosen, made when there is none."""
        event.stop()
        await self._leave_picker()
        if event.new_title:
            self._tell_new(event.new_title)
        elif event.decision_id is not None:
            self.post_message(ShowView("story_of", event.decision_id))

    async def on_decision_picker_left(self, event: DecisionPicker.Left) -> None:
        """Go back to the list."""
        event.stop()
        await self._leave_picker()

    async def _leave_picker(self) -> None:
        await self.query(DecisionPicker).remove()
        self.remove_class("-picking")
        self.take_focus()

    def _tell_new(self, title: str) -> None:
        """Write a decision down, make a story of it and open that; one step of undo."""
        journal = self.desk.journal
        try:
            with journal.in_one_step(f"new story {quoted(title)}"):
                decision = journal.decisions.add(title)
                story = journal.stories.from_decision(decision.id)
                is_in = story.id in journal.pitches.add_if_room(story.id).story_ids
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return
        place = "in the pitch" if is_in else "on the bench"
        self.post_message(JournalChanged(f"Written down, and its story is {place}: now its beats (u takes both back)."))
        self.post_message(ShowView("story_of", decision.id))

    def _do(self, verb: Callable[[], str]) -> None:
        try:
            words = verb()
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return
        self.post_message(JournalChanged(words))


def _beats(signs: Mapping[Beat, str]) -> Spans:
    spans: list[tuple[str, str]] = []
    for beat in HEADLINE_BEATS:
        spans.append((f"{' ' if spans else ''}{BEAT_WORDS[beat]} ", "dim"))
        spans.append((signs[beat], "warn" if signs[beat] == MISSING else "dim"))
    return spans
