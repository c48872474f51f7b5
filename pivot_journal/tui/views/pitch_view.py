"""The Pitch: the whole text in each format, what its sentences rest on, and what a PM may ask about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from pivot_journal.domain.pitch import Material, Pitch, StoryMaterial
from pivot_journal.pitch.composition import Composition, Gap, Part, ToShorten
from pivot_journal.pitch.formats import Role
from pivot_journal.pitch.private import Mask
from pivot_journal.tui.coaching import literal_fix, take_over
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import JournalChanged, OpenPanel, Say, ShowView
from pivot_journal.tui.views.pitch_evidence import evidence_lines
from pivot_journal.tui.views.pitch_forms import form_of
from pivot_journal.tui.views.pitch_head import Head, PitchHead
from pivot_journal.tui.views.pitch_questions import LinkedRows, QuestionList, question_lines, question_rows
from pivot_journal.tui.views.pitch_text import SHORTEN, pitch_rows
from pivot_journal.tui.views.pitch_verbs import PitchVerbs
from pivot_journal.tui.widgets.ask_line import AskLine
from pivot_journal.tui.widgets.rows import Line, Row, Rows, ScrolledRows

if TYPE_CHECKING:
    from pivot_journal.coach.finding import Finding

STACKED_BELOW = 100
"""Columns under which text and evidence stand one over the other."""
LOW_BELOW = 30
"""Lines under which nothing is spent on margins and no more than one line on the formats."""
WIDEST_TEXT = 78
"""Cells beyond which a line of prose is hard to read."""
QUESTIONS = "questions"
"""What ``highlight`` is given to stand in the questions."""


class PitchView(PitchVerbs):
    """The text on the left; on the right, or below, what it rests on and what a PM may ask."""

    BINDINGS = bindings_of("pitch")
    shows_preview = False
    DEFAULT_CSS = """
    PitchView > .pitch--body { height: 1fr; margin: 1 0 0 0; }
    PitchView #pitch-parts { width: 3fr; max-width: 81; padding: 0 1 0 2; }
    PitchView .pitch--side { width: 2fr; padding: 0 1 0 2; border-left: solid $faint; }
    PitchView #pitch-evidence { height: 1fr; }
    PitchView QuestionList { height: auto; max-height: 7; margin: 1 0 0 0; }
    PitchView.-stacked > .pitch--body { layout: vertical; }
    PitchView.-stacked #pitch-parts { width: 1fr; max-width: 100%; height: 3fr; }
    PitchView.-stacked .pitch--side { width: 1fr; height: 3fr; border-left: none; border-top: solid $faint; }
    PitchView.-low > PitchHead { padding: 0 2; }
    PitchView.-low > .pitch--body { margin: 0; }
    PitchView.-low QuestionList { max-height: 3; margin: 0; }
    PitchView.-low.-in-questions #pitch-parts { height: 2fr; }
    PitchView.-low.-in-questions .pitch--side { height: 4fr; }
    PitchView.-asks .pitch--side { display: none; }
    """

    def __init__(self, desk: Desk, *, id: str | None = None) -> None:
        super().__init__(desk, id=id)
        self.head = PitchHead()
        self.parts = LinkedRows(id="pitch-parts", classes="-shows-cursor")
        self.evidence = ScrolledRows(id="pitch-evidence")
        self.questions = QuestionList(id="pitch-questions")
        self.parts.below, self.questions.above = self.questions, self.parts
        self.ask_line = AskLine(self._leave_line)
        self.findings: Sequence[Finding] | None = None
        """What a PM may ask; None while the coach has not read any pitch. Those of the text before stand until it has
        read the present one, some milliseconds later."""
        self._material: Material | None = None
        self._head: Head | None = None
        self._read: tuple[Material, Mask, dt.date] | None = None
        """From what every format was composed last."""
        self._sized: dict[str, Composition] = {}
        self._kept = 0
        self._wants_questions = False

    def compose(self) -> ComposeResult:
        """Lay out the head, the text, what it rests on, the questions, and the line in which something is asked."""
        yield self.head
        with Horizontal(classes="pitch--body"):
            yield self.parts
            with Vertical(classes="pitch--side"):
                yield self.evidence
                yield self.questions
        yield self.ask_line

    def on_mount(self) -> None:
        """Show the current pitch."""
        self.look_again()

    def on_resize(self) -> None:
        """Put what the words rest on beside them, or below where the screen is narrow."""
        self.set_class(self.size.width < STACKED_BELOW, "-stacked")
        self.set_class(self.size.height < LOW_BELOW, "-low")
        self.call_after_refresh(self._lay_out)

    def on_rows_resized(self, event: Rows.Resized) -> None:
        """Break the lines anew."""
        event.stop()
        self._lay_out()

    def take_focus(self) -> None:
        """Stand in the text, or where something is asked."""
        (self.ask_line.editor if self.ask_line.is_open else self.parts).focus()
        self._stand_in_questions()

    def highlight(self, key: object) -> None:
        """Stand in the questions, where there are any, as soon as they are there."""
        if key == QUESTIONS:
            self._wants_questions = True
            self._stand_in_questions()

    def _stand_in_questions(self) -> None:
        if self._wants_questions and self.questions.rows:
            self._wants_questions = False
            if self.questions.key is not None:
                self.questions.focus()

    def meant(self) -> Pitch:
        """Return the pitch that is shown."""
        return self.desk.journal.pitches.current()

    # What is shown

    def look_again(self) -> None:
        """Read the pitch again; every format is composed anew only where what it rests on has changed."""
        journal, telling = self.desk.journal, self.desk.journal.telling
        material = journal.pitches.material()
        self._material = material
        alike = replace(material, pitch=replace(material.pitch, format="", updated_at=None))
        read = (alike, telling.mask(material), journal.today)
        if read != self._read:
            self._sized = {name: telling.compose(material, name) for name in telling.formats}
            self._read = read
        since = telling.since_copied(material, self._sized)
        offered = [each for each in journal.pitches.all() if not each.is_retired or each.id == material.pitch.id]
        self._head = Head(
            pitch=material.pitch,
            place=next((i for i, each in enumerate(offered) if each.id == material.pitch.id), 0),
            count=len(offered),
            sized=self._sized,
            composition=self._sized.get(material.pitch.format) or telling.compose(material),
            changed=since[0] if since else None,
            sentences=len(since[1]) if since else 0,
        )
        self._kept = len(journal.findings.accepted())
        self._lay_out()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what a PM may ask."""
        self.findings = findings
        self._lay_out()

    def _lay_out(self) -> None:
        if self._head is None or self._material is None or not self.size.width:
            return
        is_low = self.has_class("-low")
        self.head.show(self._head, is_low=is_low)
        width = min(self.parts.content_size.width or self.size.width - 4, WIDEST_TEXT)
        self.parts.set_rows(pitch_rows(self._head.composition, self._material, width))
        self.questions.set_rows(question_rows(self.findings, self._kept, is_low=is_low))
        self.questions.display = bool(self.questions.rows)
        if self.questions.has_focus and self.questions.key is None:
            self.parts.focus()  # the last question was answered
        self._show_evidence()
        self._stand_in_questions()

    def _show_evidence(self) -> None:
        width = max(self.evidence.content_size.width, 20)
        lines: list[Line] = []
        finding, line = self._finding(), self._line()
        self.questions.has_fix = False
        if self._head is not None and self._material is not None:
            if finding is not None:
                self.questions.has_fix = bool(literal_fix(finding, self._material))
                lines = question_lines(finding, self._material, width, is_low=self.has_class("-low"))
            elif line is not None and not isinstance(line, ToShorten):
                today = self.desk.journal.today
                lines = evidence_lines(line, self._head.composition, self._material, width, today)
        self.evidence.set_rows([Row([each]) for each in lines])
        self.refresh_bindings()

    def _finding(self) -> Finding | None:
        """Return the question under the cursor, while the cursor is in the questions."""
        key = self.questions.key
        if not self.questions.has_focus or not isinstance(key, int) or self.findings is None:
            return None
        return self.findings[key] if key < len(self.findings) else None

    def _line(self) -> Part | Gap | ToShorten | None:
        key = self.parts.key
        composition = self._head.composition if self._head is not None else None
        if composition is None:
            return None
        if isinstance(key, int):
            return composition.lines[key] if key < len(composition.lines) else None
        if isinstance(key, tuple) and key[0] == SHORTEN:
            too_long = composition.to_shorten
            return too_long[key[1]] if key[1] < len(too_long) else None
        return None

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Show what the sentence under the cursor rests on, or what the question is about."""
        event.stop()
        if event.rows is self.questions:
            self._show_place()
        if event.rows in {self.parts, self.questions}:
            self.set_class(self.questions.has_focus, "-in-questions")
            self._show_evidence()

    def scroll_evidence(self, by: int) -> None:
        """Scroll what the words rest on."""
        self.evidence.action_move(by)

    def _show_place(self) -> None:
        """Let the text show the sentence that the question under the cursor is about."""
        finding = self._finding()
        if finding is None or self._head is None:
            return
        for number, line in enumerate(self._head.composition.lines):
            if (line.story_id, line.source) == (finding.story_id, finding.field):
                self.parts.set_rows(self.parts.rows, number)
                return

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Go to where the words are written."""
        event.stop()
        self.action_jump()

    def on_pitch_head_format_clicked(self, event: PitchHead.FormatClicked) -> None:
        """Tell the pitch in the format that was clicked."""
        event.stop()
        self._tell_in(event.name)

    # The format

    def action_format(self, by: int) -> None:
        """Tell the pitch in the next format, or the one before."""
        names = list(self.desk.journal.telling.formats)
        here = self._head.composition.format if self._head is not None else names[0]
        self._tell_in(names[(names.index(here) + by) % len(names)])

    def _tell_in(self, name: str) -> None:
        chosen = self.desk.journal.telling.formats[name]
        pitch = self.desk.journal.pitches.current()
        self.desk.journal.pitches.save(replace(pitch, format=name), verb=f"format {chosen.label}")
        self.post_message(JournalChanged(chosen.description))

    # Going to the words

    def action_edit(self) -> None:
        """Edit the pitch's own lines."""
        self._go_to("pitch.opening", None)

    def action_earlier(self) -> None:
        """Show what the story of the sentence under the cursor, or the pitch, said before."""
        from pivot_journal.tui.views.earlier_panel import EarlierPanel, of_pitch, of_story

        at = self._finding() or self._line()
        story = self._story(at.story_id) if at is not None else None
        things = of_story(story) if story is not None else of_pitch(self.meant())
        self.post_message(OpenPanel(EarlierPanel(self.desk, things)))

    def action_pitches(self) -> None:
        """List every pitch."""
        from pivot_journal.tui.views.pitches_panel import PitchesPanel

        self.post_message(OpenPanel(PitchesPanel(self.desk)))

    def action_jump(self) -> None:
        """Go to where the words under the cursor are written."""
        finding, line = self._finding(), self._line()
        if finding is not None:
            self._go_to(finding.field, finding.story_id, words=(finding.start, finding.end, finding.match))
        elif isinstance(line, ToShorten):
            self._go_to(line.field, line.story_id)
        elif line is not None and line.role is Role.STORIES:
            self.post_message(ShowView("stories"))
        elif line is not None:
            seen = line.observation_ids if isinstance(line, Part) else ()
            self._go_to(line.source, line.story_id, seen=seen)

    def _go_to(
        self, source: str, story_id: str | None, *, words: tuple[int, int, str] | None = None, seen: Sequence[str] = ()
    ) -> None:
        """Open the form that a field stands in, or show the view, with some words marked.

        Args:
            source: The field, as parts and findings name it.
            story_id: Its story.
            words: From and to which character something is to be marked, and the text there.
            seen: The notes that are quoted, where it is one.
        """
        story = self._story(story_id)
        found = next((each for each in story.observations if each.id in seen), None) if story is not None else None
        if source == "pitch.story_ids":
            self.post_message(ShowView("stories"))
        elif source.startswith("observation") and found is not None:
            self.post_message(ShowView("journal", found.number))
        else:
            form = form_of(self.desk, self.meant(), story, source)
            if form is None:
                self.post_message(Say("That is asked of the pitch as a whole."))
                return
            panel, field = form
            self.post_message(OpenPanel(panel, (field, *words) if words is not None and words[2] else None))

    def _story(self, story_id: str | None) -> StoryMaterial | None:
        stories = self._material.stories if self._material else ()
        return next((story for story in stories if story.story.id == story_id), None)

    # The questions

    def on_question_list_asked(self, event: QuestionList.Asked) -> None:
        """Keep the words of a question, or take over those on offer."""
        event.stop()
        finding = self._finding()
        if finding is None or self._material is None:
            return
        if event.what == "take_over":
            words = literal_fix(finding, self._material)
            take_over(self.desk.journal, finding, self._material, words)
            self.post_message(JournalChanged(f"“{words}” stands there now; u takes it back."))
            return

        def keep(reason: str) -> None:
            self.desk.journal.findings.accept(finding, reason)
            self.post_message(JournalChanged("It stays as it is, and is not asked again. I lists what was kept."))

        self.add_class("-asks")
        self.ask_line.ask(f"{finding.question}  Why do you keep it?", keep, prompt="they know the figure")

    def action_kept(self) -> None:
        """List what was kept as it is."""
        from pivot_journal.tui.views.kept_panel import KeptPanel

        self.post_message(OpenPanel(KeptPanel(self.desk)))

    def _leave_line(self) -> None:
        self.remove_class("-asks")
        self.parts.focus()
