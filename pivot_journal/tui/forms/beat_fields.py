"""The beats of a story as fields: what each asks for, in the order in which they are written."""

from __future__ import annotations

from collections.abc import Sequence

from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.domain.text import one_line
from pivot_journal.domain.words import STORY_STATUS
from pivot_journal.pitch.amounts import impact_sentence, public_amount
from pivot_journal.pitch.formats import Format, Role, Short
from pivot_journal.tui.widgets.field import FieldSpec
from pivot_journal.tui.wrapping import cut

LONGEST_CHOICE = 28
BEATS = (
    "saw", "did", "raised_with", "raised_reply", "mattered", "mattered_to_customer", "would_decide", "trade_off",
    "came_of_it", "learned",
)  # fmt: skip
"""The sentences of a story, as they are stored."""
SHORT = {
    "saw_short": ("what I saw", "the place and what happened, in six words"),
    "did_short": ("what I did", "counted, called, wrote it down"),
    "mattered_short": ("why it mattered", "118 failed drops in six weeks"),
    "would_decide_short": ("would have decided", "ask opening hours at sign-up"),
    "assumption_short": ("it took for granted", "a page that assumed depots never close"),
    "bullet": ("résumé line", "your own, in place of the one put together"),
}
"""The shorter ways to say the same: how each is labelled, and what shows while it is empty."""
SHORT_HEADING = "In a few words, where there is little room"
CLOSE = tuple(SHORT)[:-1]
"""The short forms after which no line is left free."""


def beat_specs(
    material: StoryMaterial, chosen: Format | None, *, saw: str, customers_words: str
) -> Sequence[FieldSpec]:
    """Return the fields of a story; what the format has no use for stands behind 'more'.

    Args:
        material: The story with what it rests on: some words are offered from there.
        chosen: The format in which the pitch is told.
        saw: The words on offer for what was seen.
        customers_words: The words on offer for what it meant to the customer.
    """
    decision, impacts = material.decision, material.impacts
    asks = chosen.asks if chosen is not None else frozenset()
    last = [
        FieldSpec(
            name="came_of_it",
            label="What came of it",
            prompt="what it was like in the end, and who says so",
            is_more=Role.CAME_OF_IT not in asks,
        ),
        FieldSpec(
            name="learned",
            label="What I learned",
            prompt="what you look for since then, in one sentence",
            is_more=Role.LEARNED not in asks,
        ),
    ]
    more = []
    if len(impacts) > 1:
        in_order = sorted(impacts, key=lambda impact: impact.id)
        choices = [(impact.id, cut(public_amount(impact), LONGEST_CHOICE)) for impact in in_order]
        first = impacts[0].id
        choices.sort(key=lambda choice: choice[0] != first)
        more.append(FieldSpec(name="headline_impact_id", label="The number to tell", choices=choices, is_more=True))
    statuses = tuple((status.value, words) for status, words in STORY_STATUS.items())
    more.append(FieldSpec(name="status", label="How far is it?", choices=statuses, is_more=True))
    short = _short_specs(is_more=chosen is None or chosen.short_forms is not Short.ALWAYS)
    rest = sorted([*last, *more, *short], key=lambda spec: spec.is_more)  # stable: what is shown comes first
    return (
        FieldSpec(name="title", label="Title", is_beside=True, prompt="two or three words, for yourself"),
        FieldSpec(
            name="saw",
            label="What I saw",
            prompt="the moment itself: where it was, and what happened",
            offer=saw,
        ),
        FieldSpec(name="did", label="What I did", prompt="what you did yourself: counted, wrote down, tried, stopped"),
        FieldSpec(
            name="raised_with",
            label="Whom I told (role)",
            is_beside=True,
            prompt="the route planner (never a name)",
        ),
        FieldSpec(
            name="raised_reply",
            label="What came back",
            is_beside=True,
            prompt="what they said or did, or nothing",
        ),
        FieldSpec(
            name="mattered",
            label="Why it mattered",
            prompt="a number, and for whom: 118 failed drops in six weeks",
            offer=impact_sentence(impacts[0]) if impacts else "",
        ),
        FieldSpec(
            name="mattered_to_customer",
            label="… and to the customer",
            is_beside=True,
            prompt="what it meant for the one who waited",
            offer=customers_words,
        ),
        FieldSpec(
            name="would_decide",
            label="What I would have decided",
            prompt="ask opening hours once at sign-up",
            offer=one_line(decision.alternative) if decision else "",
        ),
        FieldSpec(
            name="trade_off",
            label="… at what price",
            is_beside=True,
            prompt="one more field to fill in",
            offer=one_line(decision.trade_off) if decision else "",
        ),
        *rest,
    )


def _short_specs(*, is_more: bool) -> list[FieldSpec]:
    return [
        FieldSpec(
            name=name,
            label=label,
            prompt=prompt,
            section=SHORT_HEADING if name == "saw_short" else "",
            is_beside=True,
            is_more=is_more,
        )
        for name, (label, prompt) in SHORT.items()
    ]
