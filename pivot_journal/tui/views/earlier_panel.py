"""What a decision, a story or a pitch said before: each earlier text with its field and when it was replaced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pivot_journal.domain.text import clean, one_line
from pivot_journal.domain.words import as_the_clock_stood, moment_label
from pivot_journal.pitch.amounts import amount_said
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.views.headed_panel import HeadedPanel
from pivot_journal.tui.widgets.rows import Line, Row, ScrolledRows
from pivot_journal.tui.wrapping import wrap

if TYPE_CHECKING:
    from pivot_journal.domain.decision import Decision
    from pivot_journal.domain.earlier_text import EarlierText
    from pivot_journal.domain.impact import Impact
    from pivot_journal.domain.pitch import Pitch, StoryMaterial

Thing = tuple[str, str]
"""What a thing is called, such as 'Decision · Same-day slots', and its id."""

TITLE = "What it said before"
NOTHING_YET = "Nothing here was reworded yet. When it is, the words before it stay here."
FIELD_WORDS = {
    "assumption": "took for granted",
    "operational_reality": "what was true on the floor",
    "alternative": "what instead",
    "trade_off": "at what price",
    "decision_maker": "by which role",
    "expected_outcome": "what it was meant to bring",
    "actual_outcome": "what it brought",
    "fair_view": "why it made sense then",
    "amount_low": "how much",
    "amount_high": "up to how much",
    "unit": "of what",
    "over_length": "over",
    "working": "worked out how",
    "working_count": "count",
    "working_rate": "× each",
    "public_form": "say instead",
    "raised_with": "whom I told",
    "raised_reply": "what came back",
    "bullet": "résumé line",
}
"""What a field is called where its own name is no plain word."""


class EarlierPanel(HeadedPanel):
    """The earlier texts of one thing and of what belongs to it, to read.

    Args:
        desk: The journal and the keeper of drafts.
        things: Whose texts, in the order in which they are shown.
    """

    BINDINGS = bindings_of("earlier")
    DEFAULT_CSS = "EarlierPanel > Static { text-style: bold; }"

    def __init__(self, desk: Desk, things: Sequence[Thing]) -> None:
        super().__init__(desk, TITLE, ScrolledRows())
        self._things = things
        self.list.can_focus = True

    def look_again(self) -> None:
        """Read the texts again."""
        earlier = self.desk.journal.earlier
        texts = [(name, earlier.of(id_)) for name, id_ in self._things]
        now = self.desk.journal.now()
        self.list.set_rows(earlier_rows(texts, max(self.list.size.width, 20), now))


def of_decision(decision: Decision, impacts: Iterable[Impact]) -> list[Thing]:
    """Return a decision and its amounts, with what each is called."""
    amounts = [(f"Amount · {one_line(amount_said(impact))}", impact.id) for impact in impacts]
    return [(f"Decision · {one_line(decision.title)}", decision.id), *amounts]


def of_story(material: StoryMaterial) -> list[Thing]:
    """Return a story, its decision and that one's amounts: all that it is told from."""
    story, decision = material.story, material.decision
    rest = of_decision(decision, material.impacts) if decision is not None else []
    return [(f"Story · {one_line(story.title)}", story.id), *rest]


def of_pitch(pitch: Pitch) -> list[Thing]:
    """Return a pitch, with what it is called."""
    return [(f"Pitch · {one_line(pitch.audience)}", pitch.id)]


def earlier_rows(texts: Sequence[tuple[str, Sequence[EarlierText]]], width: int, now: dt.datetime) -> list[Row]:
    """Return the earlier texts as rows: a heading for each thing that has any, and under it text by text.

    Where none has any, the first one stands there with a word that says so.

    Args:
        texts: What each thing is called, and its earlier texts, the last replaced first.
        width: Cells.
        now: By its clock moments are told.
    """
    rows: list[Row] = []
    for name, earlier in texts:
        if not earlier:
            continue
        rows.append(Row([*([Line(())] if rows else []), Line([(f" {name}", "heading")])]))
        for each in earlier:
            lines = wrap(clean(each.text), width - 3)
            head = Line([(f" {field_said(each.field)} · {when_said(each, now)}", "dim")])
            rows.append(Row([Line(()), head, *(Line([(f"   {line}", "")]) for line in lines)]))
    if rows:
        return rows
    names = [Line([(f" {name}", "heading")]) for name, _ in texts[:1]]
    return [Row([*names, Line(()), *(Line([(f" {part}", "dim")]) for part in wrap(NOTHING_YET, width - 2))])]


def field_said(field: str) -> str:
    """Return what a field is called for a person: 'what instead', 'would decide'."""
    return FIELD_WORDS.get(field, one_line(field.replace("_", " ")))


def when_said(earlier: EarlierText, now: dt.datetime) -> str:
    """Say when a text was replaced, or that a merge put it aside."""
    how = "put aside by a merge, written" if earlier.is_of_merge else "replaced"
    return f"{how} {moment_label(as_the_clock_stood(earlier.replaced_at or earlier.written_at, now))}"
