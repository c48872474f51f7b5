"""What a PM may ask about the pitch: the questions as a short list, and each with its words and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from pivot_journal.domain.pitch import Material
from pivot_journal.domain.text import one_line
from pivot_journal.tui.coaching import MOST_SHOWN, field_words, literal_fix
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.marking import Mark, wrap_marked
from pivot_journal.tui.widgets.rows import Line, Row, Rows
from pivot_journal.tui.wrapping import wrap

if TYPE_CHECKING:
    from pivot_journal.coach.finding import Finding

HEADING = "A PM may ask"
NOTHING = "nothing that stands out"
HEAVIEST = "error"


class LinkedRows(Rows):
    """A list whose cursor goes on into another one at its ends."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.above: Rows | None = None
        self.below: Rows | None = None

    def action_move(self, by: int) -> None:
        """Move the cursor by so many rows, into the next list at the end of this one."""
        before = self.cursor
        super().action_move(by)
        other = self.below if by > 0 else self.above
        if self.cursor == before and other is not None and other.key is not None:
            other.focus()

    def on_focus(self) -> None:
        """Tell what the cursor stands on: another list had it before."""
        self.post_message(self.Highlighted(self, self.key))


class QuestionList(LinkedRows):
    """The questions; what is done with one is asked of the view."""

    BINDINGS = bindings_of("questions")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.has_fix = False
        """Whether the highlighted one has words that can be taken over."""

    def on_focus(self) -> None:
        """Show which one is meant."""
        self.add_class("-shows-cursor")

    def on_blur(self) -> None:
        """Show none while the cursor is elsewhere."""
        self.remove_class("-shows-cursor")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        if action == "take_over":
            return self.has_fix
        return action != "keep" or self.key is not None

    def action_keep(self) -> None:
        """Keep the words as they are."""
        self.post_message(self.Asked("keep"))

    def action_take_over(self) -> None:
        """Take over the words on offer."""
        self.post_message(self.Asked("take_over"))

    class Asked(Message):
        """Something is to be done with the highlighted question: to 'keep' the words, or to 'take_over' others."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what


def question_rows(findings: Sequence[Finding] | None, kept: int, *, is_low: bool) -> list[Row]:
    """Return the questions under their heading, the heaviest first, each known by its number.

    Args:
        findings: What the coach says; None while it has not read the pitch.
        kept: How much is kept as it is.
        is_low: Whether lines are scarce.
    """
    if findings is None:
        return []
    more = len(findings) - MOST_SHOWN
    notes = ([f"{more} more behind these"] if more > 0 else []) + ([f"{kept} kept as is: I"] if kept else [])
    if not findings:
        said = " · ".join([NOTHING, *notes])
        return [] if is_low and not kept else [Row([Line([(f"{HEADING}: ", "heading"), (said, "dim")])])]
    rows = [Row([Line([(HEADING, "heading")], [(f"{' · '.join(notes)} ", "dim")] if notes else ())])]
    for number, finding in enumerate(findings[:MOST_SHOWN]):
        words = one_line(finding.match)
        about = f"“{words}”" if words else field_words(finding)
        sign = ("! ", "warn") if finding.level.value == HEAVIEST else ("  ", "")
        rows.append(Row([Line([sign, (finding.question, ""), (f"  {about}", "dim")])], number))
    return rows


def question_lines(finding: Finding, material: Material, width: int, *, is_low: bool = False) -> list[Line]:
    """Return one question with the words in their sentence, what may be heard, and what to do about it.

    Args:
        finding: What the coach says.
        material: What it was said of.
        width: Cells.
        is_low: Whether lines are scarce.
    """
    gap = [] if is_low else [Line(())]
    titles = {each.story.id: each.story.title for each in material.stories}
    where = field_words(finding)
    if finding.story_id in titles:
        where += f" of “{one_line(titles[finding.story_id])}”"
    lines = [Line([(finding.question, "heading")]), *_wrapped(f"{where} · Enter goes there", width, "dim")]
    if finding.match:
        sentence = one_line(finding.sentence)
        start = sentence.find(one_line(finding.match))
        marks: list[Mark] = [(start, start + len(one_line(finding.match)), "words")] if start >= 0 else []
        lines += [*gap, *(Line(spans) for spans in wrap_marked(sentence, marks, width))]
    lines += [*gap, *_wrapped(finding.message, width, "")]
    if finding.fix:
        lines += [*gap, *_wrapped(f"→ {finding.fix}", width, "accent")]
    fix = literal_fix(finding, material)
    keys = f"Tab writes “{fix}” there · " if fix else ""
    return [*lines, *gap, *_wrapped(f"{keys}i keeps it as it is, with your reason", width, "dim")]


def _wrapped(text: str, width: int, style: str) -> Sequence[Line]:
    return [Line([(part, style)]) for part in wrap(text, width)]
