"""The Pitch: the whole text in each format, and what the sentence under the cursor rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from pivot_journal.domain.errors import JournalError
from pivot_journal.domain.foresight import foresight_of, launch_noted_by
from pivot_journal.domain.impact import amount_text
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.pitch import Material, StoryMaterial
from pivot_journal.domain.text import one_line
from pivot_journal.pitch.amounts import amount_with_basis
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.composition import Composition, Gap, Part
from pivot_journal.pitch.formats import FORMATS, ROLE_WORDS, Role
from pivot_journal.pitch.render import evidence_said
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.forms.form import Form
from pivot_journal.tui.forms.pitch_form import PitchForm
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import JournalChanged, OpenPanel, Say, ShowView
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.preview import paragraphs_of, time_said
from pivot_journal.tui.widgets.rows import Line, Row, Rows, Spans
from pivot_journal.tui.wrapping import wrap

if TYPE_CHECKING:
    from pivot_journal.tui.forms.story_editor import StoryEditor

STACKED_BELOW = 100
"""Columns under which text and evidence stand one over the other."""
WIDEST_TEXT = 78
"""Cells beyond which a line of prose is hard to read."""


class PitchView(Panel):
    """Parts on the left, each with its seconds; what they rest on at the right, or below on a narrow screen."""

    BINDINGS = bindings_of("pitch")
    shows_preview = False
    DEFAULT_CSS = """
    PitchView > .pitch--head { height: auto; padding: 1 2 0 2; }
    PitchView > Horizontal { height: 1fr; margin: 1 0 0 0; }
    PitchView #pitch-parts { width: 3fr; padding: 0 1; }
    PitchView #pitch-evidence { width: 2fr; padding: 0 2; border-left: solid $faint; }
    PitchView.-stacked > Horizontal { layout: vertical; }
    PitchView.-stacked #pitch-parts { width: 1fr; height: 2fr; }
    PitchView.-stacked #pitch-evidence { width: 1fr; height: 1fr; border-left: none; border-top: solid $faint; }
    """

    def __init__(self, desk: Desk, *, id: str | None = None) -> None:
        super().__init__(desk, id=id)
        self._head = Static(classes="pitch--head")
        self.parts = Rows(id="pitch-parts", classes="-shows-cursor")
        self.evidence = Rows(id="pitch-evidence")
        self.evidence.can_focus = False
        self._material: Material | None = None
        self._composition: Composition | None = None

    def compose(self) -> ComposeResult:
        """Lay out the head, the parts and what they rest on."""
        yield self._head
        with Horizontal():
            yield self.parts
            yield self.evidence

    def on_mount(self) -> None:
        """Show the current pitch."""
        self.look_again()

    def on_resize(self) -> None:
        """Put what the words rest on beside them, or below where the screen is narrow."""
        self.set_class(self.size.width < STACKED_BELOW, "-stacked")

    def on_rows_resized(self, event: Rows.Resized) -> None:
        """Break the lines anew."""
        event.stop()
        self._lay_out()

    def take_focus(self) -> None:
        """Stand in the text."""
        self.parts.focus()

    def look_again(self) -> None:
        """Read the pitch again."""
        self._material = self.desk.journal.pitches.material()
        self._composition = compose(self._material, today=self.desk.journal.today)
        self._lay_out()

    # Drawing

    def _lay_out(self) -> None:
        if self._material is None or self._composition is None or not self.size.width:
            return
        self._show_head(self._material)
        width = min(self.parts.content_size.width or self.size.width - 4, WIDEST_TEXT)
        rows: list[Row] = []
        for paragraph in paragraphs_of(self._composition):
            if rows:
                rows.append(Row([Line(())]))
            for line in paragraph:
                rows.append(Row(_lines_of(line, width), self._composition.lines.index(line)))
        notes = [self._composition.advice] if self._composition.is_over else []
        if self._composition.left_out:
            notes.append("Left out to fit: " + ", ".join(left.label for left in self._composition.left_out) + ".")
        for note in notes:
            rows.append(Row([Line(()), *(Line([(text, "dim")]) for text in wrap(note, width))]))
        self.parts.set_rows(rows)
        self._show_evidence()

    def _show_head(self, material: Material) -> None:
        pitches = self.desk.journal.pitches.all()
        place = next((i for i, pitch in enumerate(pitches) if pitch.id == material.pitch.id), 0)
        count = f"  ({place + 1} of {len(pitches)}, [ and ] switch)" if len(pitches) > 1 else ""
        formats: list[Content | tuple[str, str]] = []
        for name, chosen in FORMATS.items():
            timed = compose(material, name, today=self.desk.journal.today)
            here = name == material.pitch.format
            text = f"{'▸ ' if here else '  '}{chosen.label} {time_said(timed)}   "
            formats.append((text, "bold $primary" if here else "$quiet"))
        self._head.update(
            Content.assemble(("For " + one_line(material.pitch.audience), "bold"), (count, "$quiet"), "\n", *formats)
        )

    def _show_evidence(self) -> None:
        width = max(self.evidence.content_size.width, 20)
        rows = [Row([line]) for line in self._evidence_lines(self._line(), width)]
        self.evidence.set_rows(rows)

    def _line(self) -> Part | Gap | None:
        key = self.parts.key
        if self._composition is None or not isinstance(key, int) or key >= len(self._composition.lines):
            return None
        return self._composition.lines[key]

    def _evidence_lines(self, line: Part | Gap | None, width: int) -> list[Line]:
        assert self._composition is not None
        if line is None:
            return []
        label = self._composition.label(line.role, line.story_id)
        lines = [Line([(label[0].upper() + label[1:], "heading")])]
        if isinstance(line, Gap):
            asked = f"Missing: {line.prompt} It is not in what is copied. Enter goes there."
            return [*lines, Line(()), *_wrapped(asked, width, "warn")]
        story = self._story(line.story_id)
        lines += _wrapped(_home(line), width, "dim")
        seen = [o for o in (story.observations if story else ()) if o.id in line.observation_ids]
        for observation in seen:
            lines += [Line(()), *self._observation_lines(observation, story, width)]
        if story is not None and line.role in {Role.NUMBER, Role.BASIS} and story.impacts:
            impact = story.impacts[0]
            lines += [Line(()), *_wrapped(amount_with_basis(impact), width, "")]
            if impact.working_count is not None and impact.working_rate is not None:
                count, rate, amount = map(amount_text, (impact.working_count, impact.working_rate, impact.amount_low))
                lines += _wrapped(f"{count} × {rate} = {amount}", width, "dim")
        if story is not None and story.decision is not None and line.role in {Role.FORESIGHT, Role.ASSUMPTION}:
            decision = story.decision
            if decision.launched_on.day is not None:
                lines += [Line(()), *_wrapped(f"{decision.title}: launch {decision.launched_on}", width, "dim")]
            for change in decision.launch_changes:
                moved = f"moved on {change.changed_at.date().isoformat()}; it had been {change.launched_on}"
                lines += _wrapped(moved, width, "dim")
        return lines

    def _observation_lines(self, observation: Observation, story: StoryMaterial | None, width: int) -> list[Line]:
        launched = launch_noted_by(observation, story.decision if story else None)
        claim = foresight_of(observation, launched)
        text = claim.wording if claim.may_be_claimed else observation.text
        return [
            Line([(str(observation.observed_on), "accent")]),
            *_wrapped(f"“{one_line(text)}”", width, ""),
            *_wrapped(evidence_said(observation, launched), width, "dim"),
        ]

    def _story(self, story_id: str | None) -> StoryMaterial | None:
        stories = self._material.stories if self._material else ()
        return next((story for story in stories if story.story.id == story_id), None)

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Show what the sentence under the cursor rests on."""
        event.stop()
        if event.rows is self.parts:
            self._show_evidence()

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Go to where the words are written."""
        event.stop()
        self.action_jump()

    # Keys

    def action_format(self, by: int) -> None:
        """Tell the pitch in the next format, or the one before."""
        pitch = self.desk.journal.pitches.current()
        names = list(FORMATS)
        name = names[(names.index(pitch.format) + by) % len(names)] if pitch.format in names else names[0]
        try:
            self.desk.journal.pitches.save(replace(pitch, format=name), verb=f"format {FORMATS[name].label}")
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return
        self.post_message(JournalChanged(FORMATS[name].description))

    def action_edit(self) -> None:
        """Edit the pitch's own lines."""
        self._open(PitchForm(self.desk, self.desk.journal.pitches.current()), "opening")

    def action_add(self) -> None:
        """Start a pitch for another audience."""
        self._open(PitchForm(self.desk, None, is_new=True), "audience")

    def action_delete(self) -> None:
        """Put this pitch into the trash."""
        pitch = self.desk.journal.pitches.current()
        try:
            self.desk.journal.pitches.trash(pitch.id)
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return
        self.post_message(JournalChanged(f"The pitch for {pitch.audience} is in the trash; u brings it back."))

    def action_jump(self) -> None:
        """Go to where the words under the cursor are written."""
        line = self._line()
        if line is None:
            return
        home, _, field = line.source.partition(".")
        story = self._story(line.story_id)
        if home == "pitch" and line.role is Role.STORIES:
            self.post_message(ShowView("stories"))
        elif home == "pitch":
            self._open(PitchForm(self.desk, self.desk.journal.pitches.current()), field)
        elif home in {"decision", "impact"} and story is not None and story.decision is not None:
            from pivot_journal.tui.forms.decision_form import DecisionForm

            self._open(DecisionForm(self.desk, story.decision), field or "impact0_amount")
        elif home == "observation" and story is not None and isinstance(line, Part):
            seen = next((o for o in story.observations if o.id in line.observation_ids), None)
            if seen is not None:
                self.post_message(ShowView("journal", seen.number))
        elif story is not None:
            from pivot_journal.tui.forms.story_editor import StoryEditor

            self._open(StoryEditor(self.desk, story.story), field)

    def _open(self, panel: Form | StoryEditor, field: str) -> None:
        panel.begin_in(field)
        self.post_message(OpenPanel(panel))


def _lines_of(line: Part | Gap, width: int) -> list[Line]:
    if isinstance(line, Gap):
        return [
            Line([("? " if i == 0 else "  ", "warn"), (text, "warn")])
            for i, text in enumerate(wrap(line.prompt, max(width - 8, 10)))
        ]
    seconds = f"{round(line.seconds)} s "
    right: Spans = [(seconds, "dim")]
    return [Line([(text, "")], right if i == 0 else ()) for i, text in enumerate(wrap(line.text, max(width - 8, 10)))]


def _wrapped(text: str, width: int, style: str) -> Sequence[Line]:
    return [Line([(part, style)]) for part in wrap(text, width)]


def _home(line: Part) -> str:
    """Say where the words of a part are written."""
    homes = {
        "pitch": "your line in this pitch",
        "story": "your words in the story",
        "decision": "from the decision",
        "impact": "from the amount of the decision",
        "observation": "quoted from your note",
    }
    home = line.source.partition(".")[0]
    return f"{homes.get(home, ROLE_WORDS[line.role])} · Enter goes there"
