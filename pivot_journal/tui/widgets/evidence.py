"""The evidence of a story as a list: what is linked, and what may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from pivot_journal.domain.decision import Decision
from pivot_journal.domain.foresight import foresight_of, launch_noted_by
from pivot_journal.domain.observation import Evidence, Observation
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import MONTHS, Precision, When
from pivot_journal.domain.words import MARKS
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.widgets.rows import Line, Row, Rows, Spans
from pivot_journal.tui.widgets.steady import Steady

SHOWN_CHARACTERS = 400


class EvidenceList(Rows):
    """What may stand behind the story: linked ones first, in their order."""

    BINDINGS = bindings_of("evidence")

    class Toggled(Message):
        """The highlighted observation is to be linked, or taken out."""

        def __init__(self, observation_id: str) -> None:
            super().__init__()
            self.observation_id = observation_id

    def action_link(self) -> None:
        """Link the highlighted observation to the story, or take it out."""
        if self.key is not None:
            self.post_message(self.Toggled(str(self.key)))


class EvidencePane(Vertical):
    """The list of evidence, a line above it that counts, and under it the highlighted text."""

    BINDINGS = [bound for bound in bindings_of("everywhere") if isinstance(bound, Binding) and bound.action == "undo"]
    DEFAULT_CSS = """
    EvidencePane > Static { height: 1; padding: 0 2; }
    EvidencePane > .evidence--text { height: 2; background: $surface; }
    EvidencePane > Rows { height: auto; max-height: 8; }
    """

    class TakenBack(Message):
        """The last link, or taking out, is to be undone."""

    def __init__(self) -> None:
        super().__init__()
        self.list = EvidenceList(classes="-shows-cursor")
        self._head = Steady(classes="evidence--head")
        self._text = Steady(classes="evidence--text")
        self._found: dict[str, Observation] = {}

    def compose(self) -> ComposeResult:
        """Lay the parts out from top to bottom."""
        yield self._head
        yield self.list
        yield self._text

    def show(
        self,
        decision: Decision | None,
        known: Mapping[str, Observation],
        linked: Sequence[str],
        *,
        supporting: Sequence[str] = (),
        lost: int,
        has_headings: bool,
    ) -> None:
        """Show what a story is linked to, and what it may be linked to.

        Args:
            decision: The story's own.
            known: Every observation that is or may be linked, by id.
            linked: The ids that are linked, in order.
            supporting: The ids of what is like the story, the likest first.
            lost: How many linked ones are in the trash, or gone.
            has_headings: Whether there is room for a line above each group.
        """
        self._found = dict(known)
        self.list.set_rows(evidence_rows(decision, known, linked, supporting, has_headings=has_headings))
        count = f"{len(linked)} linked" if linked else "nothing linked yet"
        unlinked = sum(id_ not in linked for id_ in supporting)
        keys = "l links, F6 goes back" if self.list.has_focus else "F6 goes there"
        self._head.update(
            Content.assemble(
                ("Evidence", "bold $secondary"),
                (f"  {count}", "$quiet"),
                (f" · {lost} of them in the trash" if lost else "", "$warning"),
                (f" · {keys}", "$quiet"),
                (f" · {unlinked} could support it" if unlinked else "", "$quiet"),
            )
        )
        self._show_text()

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Show the highlighted one whole, as far as the strip goes."""
        event.stop()
        self._show_text()

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Link what was clicked twice, or take it out."""
        event.stop()
        self.list.action_link()

    def action_undo(self) -> None:
        """Take the last change of the links back; they are saved only with the story."""
        self.post_message(self.TakenBack())

    def _show_text(self) -> None:
        observation = self._found.get(str(self.list.key))
        self._text.update(Content(one_line(observation.text[:SHOWN_CHARACTERS]) if observation else ""))


def evidence_rows(
    decision: Decision | None,
    known: Mapping[str, Observation],
    linked: Sequence[str],
    supporting: Sequence[str] = (),
    *,
    has_headings: bool,
) -> list[Row]:
    """Return the rows of the evidence: linked ones first, in their order, then what may be linked; each once.

    Args:
        decision: The story's own.
        known: Every observation that is or may be linked, by id.
        linked: The ids that are linked, in order.
        supporting: The ids of what is like the story, the likest first.
        has_headings: Whether there is room for a line above each further group.
    """
    dates = {id_: short_day(seen.observed_on) for id_, seen in known.items()}
    column = max(map(cell_len, dates.values()), default=0)

    def row(observation: Observation) -> Row:
        is_linked = observation.id in linked
        lead = f"  ✓{list(linked).index(observation.id) + 1:<2}" if is_linked else "     "
        mark = MARKS[observation.triage]
        left: Spans = [
            (lead, "accent"),
            (f"{mark} ", "warn" if mark in "▲◇" else "accent" if mark == "+" else "dim"),
            (f"{dates[observation.id]:<{column}}  ", "dim"),
            (one_line(observation.text[:400]), "" if is_linked else "dim"),
        ]
        return Row([Line(left, _claim(observation, launch_noted_by(observation, decision)))], observation.id)

    present = [known[id_] for id_ in linked if id_ in known]
    rest = [seen for id_, seen in known.items() if id_ not in linked and not seen.is_trashed]
    own = [seen for seen in rest if decision is not None and seen.decision_id == decision.id]
    others = [seen for seen in rest if decision is None or seen.decision_id != decision.id]
    like = [seen for id_ in supporting for seen in others if seen.id == id_]
    like += [seen for seen in others if seen.decision_id is not None and seen not in like]
    free = [seen for seen in others if seen.decision_id is None and seen not in like]
    rows = [row(seen) for seen in present]
    for words, group in (("Of the same decision", own), ("Could support it", like), ("No decision yet", free)):
        if group and has_headings:
            rows.append(Row([*([Line(())] if rows else []), Line([(f"  {words}", "heading")])]))
        rows += [row(seen) for seen in group]
    if not rows:
        rows = [Row([Line([("  Nothing to link yet: notes tagged as failure or worry (f, w) show here.", "dim")])])]
    return rows


def _claim(observation: Observation, launched_on: When) -> Spans:
    if observation.is_trashed:
        return [("in the trash ", "warn")]
    claim = foresight_of(observation, launched_on)
    if claim.may_be_claimed:
        return [(f"⟂ {claim.lead} before ", "accent")]
    return [("from memory " if observation.evidence is Evidence.FROM_MEMORY else " ", "dim")]


def short_day(when: When) -> str:
    """Return a date for a column of dates, without its weekday: ' 6 Feb 2024'."""
    if when.day is None or when.precision is not Precision.DAY:
        return str(when)
    return f"{when.day.day:>2} {MONTHS[when.day.month - 1][:3]} {when.day.year}"
