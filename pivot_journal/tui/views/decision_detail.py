"""One decision on a few lines: what it took for granted, what was true, how big, when, and what to add next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from pivot_journal.domain.chain import Backing, Step
from pivot_journal.domain.decision import Decision, DecisionStatus
from pivot_journal.domain.foresight import Foresight
from pivot_journal.domain.impact import Basis, Impact
from pivot_journal.domain.observation import Evidence, Observation
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import Precision, When
from pivot_journal.domain.words import ASSUMPTION_KIND, DECISION_STATUS, WORRY_OUTCOME
from pivot_journal.pitch.amounts import amount_said, amount_with_basis
from pivot_journal.pitch.moments import earliest_claim
from pivot_journal.tui.views.timeline import Moment, timeline
from pivot_journal.tui.widgets.rows import Line
from pivot_journal.tui.wrapping import cut, wrap

BEFORE_LAUNCH = "⟂"
"""Something was on record before the launch."""
LABEL_WIDTH = 19
"""Cells of the column of labels, as wide as 'took for granted' and its margins."""
NARROW = 44
"""Under so many cells the label stands on a line of its own."""
_SMALL_PRINT = 2
"""Facts that are left out before any text is cut."""

NEXT = {
    Step.OUTCOME: "the launch has passed: what became of the worry? o says it",
    Step.ASSUMPTION: "what did it take for granted? e adds it",
    Step.OBSERVATION: "one note of what you saw: f on a note in the Journal (1) names this decision",
    Step.IMPACT: "how big was it? e adds it",
    Step.ALTERNATIVE: "what instead? e adds it",
    Step.TRADE_OFF: "what would that have cost, and whom? e adds it",
    Step.LAUNCHED_ON: "when did it launch? Then it shows what you noted before. e adds it",
    Step.WORKING: "how was the figure worked out? e adds it",
    Step.BACKED_BY: "which notes hold what you counted? e adds their numbers",
    Step.OPERATIONAL_REALITY: "what was true on the floor? e adds it",
    Step.FAIR_VIEW: "why did it make sense then? A PM will want to hear it. e adds it",
    Step.STORY: "nothing is missing here. t makes a story of it",
}
FIELD_OF_STEP = {
    Step.ASSUMPTION: "assumption",
    Step.IMPACT: "impact0_amount",
    Step.ALTERNATIVE: "alternative",
    Step.TRADE_OFF: "trade_off",
    Step.LAUNCHED_ON: "launched_on",
    Step.OPERATIONAL_REALITY: "operational_reality",
    Step.FAIR_VIEW: "fair_view",
}
"""Where the cursor stands when the form is opened for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that is shown of one decision."""

    decision: Decision
    impacts: tuple[Impact, ...] = ()
    observations: tuple[Observation, ...] = ()
    """The few of its own that say since when it was known, oldest first, with their earlier wordings."""
    backing: Backing
    same_kind: int = 0
    """In how many other decisions an assumption of the same kind broke."""
    same_assumption: tuple[str, ...] = ()
    """The titles of the others that took the very same for granted, and broke."""
    step: Step | None = None
    today: dt.date


@dataclass(frozen=True, slots=True)
class _Item:
    label: str
    value: str
    is_missing: bool = False
    gives_way: int = 0
    """How soon it gives way where there is no room; 0 for never."""


def lead_said(facts: Facts) -> str:
    """Say how far ahead of the launch it was on record, and no more than the record allows; '' for nothing to say."""
    launched_on = facts.decision.launched_on
    if launched_on.day is None or not facts.observations:
        return ""
    found = earliest_claim(facts.observations, launched_on)
    if found is not None:
        verb = "on record" if found.claim.source else "noted"
        if found.claim.foresight is Foresight.REWORDED_AFTER:
            return f"{verb} {found.claim.lead} before launch, reworded after"
        return f"{verb} {found.claim.lead} before launch {BEFORE_LAUNCH}"
    if all(seen.evidence is Evidence.FROM_MEMORY for seen in facts.observations):
        return "from memory"
    return "" if facts.decision.is_ahead(facts.today) else "first noted after launch"


def detail_lines(facts: Facts, width: int, height: int) -> list[Line]:
    """Return the lines of a decision, at most as many as there is room for; the last one says what to add next.

    Args:
        facts: What is shown.
        width: Cells.
        height: Lines; long texts are cut and the lesser facts left out until it fits.
    """
    head = _head(facts, width)
    dates = timeline(moments_of(facts), width)
    foot = [Line(()), *dates] if dates else []
    step = f"Next: {NEXT[facts.step]}" if facts.step else "Nothing is missing that a listener would ask for."
    next_lines = [Line([(part, "accent" if facts.step else "dim")]) for part in wrap(step, width)]
    items = _items(facts, has_timeline=bool(dates))
    room = height - len(head)
    tails = [[*foot, Line(()), *next_lines], [*foot[1:], *next_lines], next_lines]
    body = _fitting(items, width, room - len(tails[0]) - 1)
    if body is not None:
        return [*head, Line(()), *body, *tails[0]]
    for tail in tails:
        body = _shortened(items, width, room - len(tail))
        if body is not None:
            return [*head, *body, *tail]
    least = _lines(items, [1] * len(items), width)
    return [*head, *least[: max(room - len(next_lines), 0)], *next_lines][: max(height, 1)]


def _shortened(items: Sequence[_Item], width: int, room: int) -> list[Line] | None:
    """Return the facts in so many lines: the small print gives way first, then the ends of long texts.

    Returns:
        None where even a line for each is too much.
    """
    main = [item for item in items if item.gives_way < _SMALL_PRINT]
    small_print = [item for item in items if item.gives_way >= _SMALL_PRINT]
    for kept in (items, *(main + small_print[:count] for count in range(len(small_print) - 1, -1, -1))):
        body = _fitting(kept, width, room)
        if body is not None:
            return body
    for least, kept in (
        (2, main),
        (2, [i for i in main if not i.gives_way]),
        (1, [i for i in main if not i.gives_way]),
    ):
        body = _fitting(kept, width, room, least)
        if body is not None:
            return body
    return None


def _fitting(items: Sequence[_Item], width: int, room: int, least: int = 0) -> list[Line] | None:
    """Return the facts in so many lines, the longest texts cut first; None where they do not fit.

    Args:
        items: The facts.
        width: Cells.
        room: Lines.
        least: No text is cut to fewer lines; 0 cuts none.
    """
    heights = [len(_values(item, width)) for item in items]
    extra = _label_lines(items, width)
    while least and sum(heights) + extra > room and max(heights, default=0) > least:
        longest = max(heights)
        heights[len(heights) - 1 - heights[::-1].index(longest)] -= 1
    return _lines(items, heights, width) if sum(heights) + extra <= room else None


def _head(facts: Facts, width: int) -> list[Line]:
    lead = lead_said(facts)
    style = "accent" if lead.endswith(BEFORE_LAUNCH) else "dim"
    title = one_line(facts.decision.title)
    if lead and cell_len(title) + cell_len(lead) + 2 <= width and cell_len(lead) <= width // 2:
        return [Line([(title, "strong")], [(lead, style)])]
    lines = [Line([(part, "strong")]) for part in _cut_to(wrap(title, width), 2, width)]
    return [*lines, *(Line([(part, style)]) for part in wrap(lead, width))] if lead else lines


def _values(item: _Item, width: int) -> list[str]:
    """Return the lines of one fact; a missing one has its question alone."""
    if item.is_missing:
        return [""]
    return wrap(one_line(item.value), width - (2 if width < NARROW else LABEL_WIDTH))


def _label_lines(items: Sequence[_Item], width: int) -> int:
    """Return how many lines the labels take for themselves: none but on a narrow screen."""
    if width >= NARROW:
        return 0
    labels = ["" if item.is_missing else item.label for item in items]
    return sum(bool(label) and label != before for label, before in zip(labels, ["", *labels], strict=False))


def _lines(items: Sequence[_Item], heights: Sequence[int], width: int) -> list[Line]:
    """Return labels and values, each in so many lines; a label that stood just above is not said again."""
    lines: list[Line] = []
    before = ""
    is_narrow = width < NARROW
    for item, height in zip(items, heights, strict=True):
        if item.is_missing:
            lines.append(Line([("? ", "warn"), (cut(item.label, width - 2), "dim")]))
            before = ""
            continue
        label = item.label if item.label != before else ""
        before = item.label
        values = _cut_to(_values(item, width), height, width - (2 if is_narrow else LABEL_WIDTH))
        if is_narrow:
            lines += [Line([(label, "dim")])] if label else []
            lines += [Line([("  ", ""), (value, "")]) for value in values]
            continue
        lines.append(Line([(f"{label:<{LABEL_WIDTH}}", "dim"), (values[0], "")]))
        lines += [Line([(" " * LABEL_WIDTH, ""), (value, "")]) for value in values[1:]]
    return lines


def _cut_to(lines: list[str], most: int, width: int) -> list[str]:
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), width)]


def _items(facts: Facts, *, has_timeline: bool) -> list[_Item]:
    decision = facts.decision
    items = [
        _main("took for granted", decision.assumption, "what did it take for granted?"),
        _Item("was true", decision.operational_reality),
        *_how_big(facts.impacts),
    ]
    if decision.alternative.strip():
        items += [
            _Item("what instead", decision.alternative),
            _main("at the price of", decision.trade_off, "at what price?"),
        ]
    else:
        items.append(_Item("what instead, and at what price?", "", is_missing=True))
    items.append(_Item("made sense then", decision.fair_view))
    if decision.worry_outcome is not None:
        items.append(_Item("what came", WORRY_OUTCOME[decision.worry_outcome]))
    broke = _elsewhere(facts)
    items.append(_Item("broke elsewhere", broke, gives_way=1))
    items += [_Item("launch moved", moved, gives_way=1) for moved in _moves(decision)]
    if not has_timeline and decision.launched_on.day is not None:
        label = "launches" if decision.is_ahead(facts.today) else "launched"
        items.append(_Item(label, str(decision.launched_on)))
    kind = ASSUMPTION_KIND[decision.assumption_kind] if decision.assumption_kind and not broke else ""
    says_launch = decision.status is DecisionStatus.LAUNCHED and decision.launched_on.day is not None
    stands = DECISION_STATUS[decision.status] if decision.status and not says_launch else ""
    items += [
        _Item("kind of thing", kind, gives_way=_SMALL_PRINT),
        _Item("meant to bring", decision.expected_outcome, gives_way=_SMALL_PRINT),
        _Item("brought", decision.actual_outcome, gives_way=_SMALL_PRINT),
        _Item("decided", _decided(decision), gives_way=_SMALL_PRINT),
        _Item("stands", stands, gives_way=_SMALL_PRINT),
    ]
    return [item for item in items if item.value.strip() or item.is_missing]


def _main(label: str, value: str, question: str) -> _Item:
    return _Item(label, value) if value.strip() else _Item(question, "", is_missing=True)


def _how_big(impacts: Sequence[Impact]) -> list[_Item]:
    if not impacts:
        return [_Item("how big was it?", "", is_missing=True)]
    return [_Item("how big", _amount(impact)) for impact in impacts]


def _amount(impact: Impact) -> str:
    public = f" · said instead: {one_line(impact.public_form)}" if impact.public_form.strip() else ""
    return f"{amount_with_basis(impact)}{public}"


def _elsewhere(facts: Facts) -> str:
    if facts.same_assumption:
        first, *others = facts.same_assumption
        more = f" and {len(others)} more" if others else ""
        return f"the very same was taken for granted in {one_line(first)}{more}"
    if not facts.same_kind or facts.decision.assumption_kind is None:
        return ""
    number = "1 other decision" if facts.same_kind == 1 else f"{facts.same_kind} other decisions"
    return f"the same kind of assumption in {number}: {ASSUMPTION_KIND[facts.decision.assumption_kind]}"


def _moves(decision: Decision) -> list[str]:
    return [
        f"from {change.launched_on} on {When(change.changed_at.date())}"
        for change in decision.launch_changes
        if change.launched_on.day is not None
    ]


def _decided(decision: Decision) -> str:
    by = f"by {one_line(decision.decision_maker)}" if decision.decision_maker.strip() else ""
    return f"{decision.decided_on.spoken} {by}".strip()


def moments_of(facts: Facts) -> list[Moment]:
    """Return the dates of a decision: decided, noted, launched, and the end of each amount's stretch of time."""
    decision = facts.decision
    launched_on = decision.launched_on
    found = earliest_claim(facts.observations, launched_on)
    moments = [Moment(decision.decided_on, "decided", 1)]
    if found is not None:
        moments.append(Moment(found.claim.noted_on, "on record" if found.claim.source else "noted", 8))
    else:
        dated = [seen for seen in facts.observations if seen.observed_on.day is not None]
        if dated:
            first = min(dated, key=lambda seen: seen.observed_on.sort_day)
            label = "as I remember it" if first.evidence is Evidence.FROM_MEMORY else "first note"
            moments.append(Moment(first.observed_on, label, 7))
    moments.append(Moment(launched_on, "launches" if decision.is_ahead(facts.today) else "launched", 9))
    shown: set[dt.date] = set()
    for place, impact in enumerate(facts.impacts):
        last = impact.over_to or impact.over_from
        if last is not None and last not in shown:
            shown.add(last)
            moments.append(Moment(When(last, Precision.DAY), _short_amount(impact), 5 - min(place, 4)))
    return moments


def _short_amount(impact: Impact) -> str:
    """Return an amount without its base and its stretch of time."""
    bare = replace(impact, out_of=None, over_from=None, over_to=None, over_length="")
    return one_line(amount_said(bare, is_approximate=impact.basis is Basis.ESTIMATED))
