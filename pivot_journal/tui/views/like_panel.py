"""More like this: the observations that are most like one, each one key away from its decision."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from pivot_journal.domain.errors import JournalError, NotFound
from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.domain.text import one_line
from pivot_journal.domain.words import MARKS, TRIAGE, day_label, how_it_is_known, what_it_is
from pivot_journal.journal.observations import quoted
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import ClosePanel, JournalChanged, Say, ShowView
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.evidence import short_day
from pivot_journal.tui.widgets.rows import Line, Row, Rows, Spans
from pivot_journal.tui.wrapping import cut, wrap

MOST_LIKE = 12
SHOWN_CHARACTERS = 400
"""No more of a text is looked at for its one line."""
READ_CHARACTERS = 2000
"""No more of it for the strip."""
HEAD_LINES = 2
STRIP_LINES = 2
LONGEST_DECISION = 18
"""Cells of a decision's title beyond which it is cut in the list."""
HAVE_DECISIONS = frozenset({Triage.FAILURE, Triage.WORRY, Triage.OPPORTUNITY})
NO_LIKE = "No other note shares its rarer words."


class LikePanel(Panel):
    """What is like one observation, the likest first.

    Args:
        desk: The journal and the keeper of drafts.
        observation: What the others are like.
    """

    BINDINGS = bindings_of("like")
    DEFAULT_CSS = """
    LikePanel { padding: 1 0 0 0; }
    LikePanel > .like--head { height: auto; padding: 0 2; margin: 0 0 1 0; }
    LikePanel > Rows { padding: 0 1; }
    LikePanel > .like--strip { height: 4; border-top: solid $faint; padding: 0 2; }
    """

    def __init__(self, desk: Desk, observation: Observation) -> None:
        super().__init__(desk)
        self.observation = observation
        self.list = Rows(classes="-shows-cursor")
        self._head = Static(classes="like--head")
        self._strip = Static(classes="like--strip")
        self._found: dict[int, Observation] = {}

    def compose(self) -> ComposeResult:
        """Lay out what the others are like, the list, and the highlighted one whole."""
        yield self._head
        yield self.list
        yield self._strip

    def on_mount(self) -> None:
        """List them."""
        self.look_again()
        self.list.focus()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._show_head()
        self._show_strip()

    def take_focus(self) -> None:
        """Stand in the list."""
        self.list.focus()

    def focus_first(self) -> None:
        """Stand in the list, with what it holds as it is now."""
        self.look_again()
        self.list.focus()

    def look_again(self) -> None:
        """Read what is like it again; the cursor stays on its own. Where it is gone, leave."""
        observations = self.desk.journal.observations
        try:
            self.observation = observations.get(self.observation.number)
        except NotFound:  # another journal was put in the place of this one
            self.post_message(Say("That note is no longer there."))
            self.action_close()
            return
        self._found = {seen.number: seen for seen in observations.like(self.observation, MOST_LIKE)}
        self.list.set_rows(like_rows(self.observation, list(self._found.values())))
        self._show_head()
        self._show_strip()
        self.refresh_bindings()

    @property
    def meant(self) -> Observation | None:
        """The highlighted observation."""
        key = self.list.key
        return self._found.get(key) if isinstance(key, int) else None

    # What is shown

    @property
    def _width(self) -> int:
        return max(self.size.width - 4, 10)

    def _show_head(self) -> None:
        """Say what the others are like, and which decision they can be given."""
        its = self.observation
        lines = _lines(its, self._width, HEAD_LINES)
        facts = f"{day_label(its.observed_on)} · {what_it_is(its)}"
        self._head.update(
            Content.assemble(
                ("More like this", "bold"), "\n", "\n".join(lines), "\n", (cut(facts, self._width), "$quiet")
            )
        )

    def _show_strip(self) -> None:
        seen = self.meant
        if seen is None:
            self._strip.update(Content(""))
            return
        lines = _lines(seen, self._width, STRIP_LINES)
        lines += [""] * (STRIP_LINES - len(lines))  # so that what stands under it keeps its place
        facts = f"{seen.number}  {what_it_is(seen)} · {how_it_is_known(seen)}"
        self._strip.update(Content.assemble("\n".join(lines), "\n", (cut(facts, self._width), "$quiet")))

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Show the highlighted one whole."""
        event.stop()
        self._show_strip()

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Go to what was clicked twice."""
        event.stop()
        self.action_show()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        return action == "close" or bool(self._found)

    def action_show(self) -> None:
        """Go to the highlighted one in the Journal."""
        seen = self.meant
        if seen is not None:
            self.post_message(ClosePanel(self))
            self.post_message(ShowView("journal", seen.number))

    def action_link(self) -> None:
        """Give both the same decision: that of the note above, else that of the highlighted one."""
        seen = self.meant
        if seen is None:
            return
        giver, taker = (self.observation, seen) if self.observation.decision_id else (seen, self.observation)
        if giver.decision_id is None:
            self.post_message(
                Say("Neither has a decision yet: f in the Journal tags one as a failure and asks which.", is_error=True)
            )
            return
        if taker.decision_id == giver.decision_id:
            self.post_message(Say(f"Both belong to {quoted(giver.decision or '')} already."))
            return
        kinds = [each.triage for each in (taker, giver) if each.triage in HAVE_DECISIONS]
        triage = kinds[0] if kinds else Triage.FAILURE  # one that is not sorted may have come with its decision
        try:
            self.desk.journal.observations.sort(taker.number, triage, giver.decision_id)
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return
        self.post_message(JournalChanged(linked_said(taker, triage, giver.decision or "")))

    def action_close(self) -> bool:
        """Leave."""
        self.post_message(ClosePanel(self))
        return True


def linked_said(taker: Observation, triage: Triage, decision: str) -> str:
    """Say that an observation belongs to a decision now, and what it was before where that is lost by it.

    Args:
        taker: As it was before.
        triage: What it is now.
        decision: The title of what it belongs to now.
    """
    said = f"{quoted(taker.text)} belongs to {quoted(decision)} now"
    if triage is not taker.triage:
        said += f", as {MARKS[triage]} {TRIAGE[triage]}"
    before = f", no longer to {quoted(taker.decision)}" if taker.decision else ""
    return f"{said}{before}. u takes it back."


def like_rows(observation: Observation, found: Sequence[Observation]) -> list[Row]:
    """Return a row for each observation that is like one: its mark, its date, its text, and its decision.

    Args:
        observation: What they are like.
        found: The likest first.
    """
    if not found:
        return [Row([Line([(f" {NO_LIKE}", "dim")])])]
    dates = [short_day(seen.observed_on) for seen in found]
    column = max(map(cell_len, dates))
    rows = []
    for seen, date in zip(found, dates, strict=True):
        mark = MARKS[seen.triage]
        left: Spans = [
            (f" {mark} ", "warn" if mark in "▲◇" else "accent" if mark == "+" else "dim"),
            (f"{date}{' ' * (column - cell_len(date))}  ", "dim"),
            (one_line(seen.text[:SHOWN_CHARACTERS]), ""),
        ]
        rows.append(Row([Line(left, _decision(seen, observation))], seen.number))
    return rows


def _decision(seen: Observation, observation: Observation) -> Spans:
    if seen.decision_id is None:
        return ()
    if seen.decision_id == observation.decision_id:
        return [("✓ same decision ", "accent")]
    return [(f"{cut(one_line(seen.decision or ''), LONGEST_DECISION)} ", "dim")]


def _lines(observation: Observation, width: int, most: int) -> list[str]:
    """Return the beginning of a text in at most so many lines."""
    lines = wrap(one_line(observation.text[:READ_CHARACTERS]), width)
    return lines if len(lines) <= most else [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), width)]
