"""What the coach said and the user kept as it is, with the reasons; any of it can be opened again."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pivot_journal.domain.acceptance import AcceptedFinding
from pivot_journal.domain.text import one_line
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import JournalChanged
from pivot_journal.tui.views.headed_panel import HeadedPanel
from pivot_journal.tui.widgets.rows import Line, Row, Rows
from pivot_journal.tui.wrapping import wrap

ABOUT = "Kept as it is: nobody is asked about these again until the sentence changes."
LAPSED = "not said so here now: the sentence changed, or another pitch or format has it"


class KeptPanel(HeadedPanel):
    """A list of what was accepted; Enter lets the coach speak of it again.

    Args:
        desk: The journal and the keeper of drafts.
    """

    BINDINGS = bindings_of("kept")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, ABOUT, Rows(classes="-shows-cursor"))

    def look_again(self) -> None:
        """Read what was accepted again."""
        journal = self.desk.journal
        accepted = journal.findings.accepted()
        here = self.desk.coaching.accepted_here(journal.pitches.material())
        questions = self.desk.coaching.questions()
        self.list.set_rows(kept_rows(accepted, here, questions, max(self.list.size.width, 20)))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        return action != "reopen" or self.list.key is not None

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Open what was clicked twice."""
        event.stop()
        self.action_reopen()

    def action_reopen(self) -> None:
        """Let the coach speak again of the highlighted one."""
        if self.list.key is not None:
            self.desk.journal.findings.reopen(str(self.list.key))
            self.post_message(JournalChanged("It is asked again. u keeps it as it was."))


def kept_rows(
    accepted: Sequence[AcceptedFinding], here: Collection[tuple[str, str, str]], questions: dict[str, str], width: int
) -> list[Row]:
    """Return a row for each accepted finding: the question, the words, the reason, and whether it still matters here.

    Args:
        accepted: All of them.
        here: The keys of those that would be asked of the present pitch.
        questions: What a PM would ask, by rule.
        width: Cells.
    """
    if not accepted:
        return [
            Row([Line([("Nothing yet: i on a question in the Pitch view keeps the words, with a reason.", "dim")])])
        ]
    rows = []
    for each in accepted:
        words = one_line(each.match)
        question = questions.get(each.rule, "A question that is no longer asked")
        lines = [
            Line([(f" {question}", "strong"), (f"  “{words}”" if words else "", "")]),
            *(Line([(f"   because {part}" if i == 0 else f"   {part}", "dim")]) for i, part in _lines(each, width)),
        ]
        lines += [] if each.key in here else [Line([(f"   {LAPSED}", "dim")])]
        rows.append(Row([*lines, Line(())], each.id))
    return rows


def _lines(each: AcceptedFinding, width: int) -> list[tuple[int, str]]:
    return list(enumerate(wrap(one_line(each.reason), width - len("   because "))))
