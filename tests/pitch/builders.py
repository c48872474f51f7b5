"""Valid material for a pitch from the few facts that a test cares about; the invented job of pitch-formats.md."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from pivot_journal.domain.decision import Decision
from pivot_journal.domain.impact import Basis, Impact
from pivot_journal.domain.observation import Evidence, Observation, Reference, Wording
from pivot_journal.domain.pitch import Material, Pitch, StoryMaterial
from pivot_journal.domain.story import Story
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When

ZONE = dt.timezone(dt.timedelta(hours=1))


def day(text: str) -> When:
    return When(dt.date.fromisoformat(text))


OF_ITS_STORY = "of its story"
"""Stands for the decision of the story that an observation is linked to, until it is."""


def spring(year: int) -> When:
    return When.of(dt.date(year, 4, 1), Precision.SEASON)


def evening(text: str) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(text), dt.time(19, 40), ZONE)


def observation(
    text: str,
    observed_on: When = UNKNOWN_DAY,
    *,
    number: int = 1,
    written: str | None = None,
    reworded: str | None = None,
    earlier: Sequence[tuple[str, str]] = (),
    evidence: Evidence = Evidence.WRITTEN_HERE,
    reference: Reference | None = None,
    is_trashed: bool = False,
    decision_id: str | None = OF_ITS_STORY,
    hour: str = "19:40",
    day_ends_at: int = 0,
) -> Observation:
    first = evening(written or (observed_on.day.isoformat() if observed_on.day else "2024-01-01"))
    first = dt.datetime.combine(first, dt.time.fromisoformat(hour), ZONE)
    revised = evening(reworded) if reworded else first
    return Observation(
        number=number,
        id=f"observation-{number}",
        text=text,
        observed_on=observed_on,
        recorded_at=first,
        revised_at=revised,
        updated_at=revised,
        evidence=evidence,
        reference=reference or Reference(),
        is_trashed=is_trashed,
        decision_id=decision_id,
        earlier=tuple(Wording(text=old, written_at=evening(at)) for old, at in earlier),
        day_ends_at=day_ends_at,
    )


def decision(title: str = "Same-day slots", **facts: Any) -> Decision:
    return Decision(id=f"decision-{title}", title=title, **facts)


def impact(amount: str = "118", unit: str = "failed drops", **facts: Any) -> Impact:
    facts.setdefault("basis", Basis.MEASURED)
    return Impact(id="impact-1", decision_id="decision-1", amount_low=Decimal(amount), unit=unit, **facts)


def story(title: str = "Closed clinics", **beats: Any) -> Story:
    return Story(id=f"story-{title}", title=title, **beats)


def pitch(**lines: Any) -> Pitch:
    return Pitch(id="pitch-1", audience=lines.pop("audience", "carrier PMs"), **lines)


def told(
    of: Story | None = None,
    *,
    on: Decision | None = None,
    impacts: Sequence[Impact] = (),
    seen: Sequence[Observation] = (),
    lost: int = 0,
) -> StoryMaterial:
    about = on.id if on else None
    return StoryMaterial(
        story=of or story(),
        decision=on,
        impacts=tuple(impacts),
        observations=tuple(replace(o, decision_id=about) if o.decision_id == OF_ITS_STORY else o for o in seen),
        lost_observations=lost,
    )


def material(*stories: StoryMaterial, of: Pitch | None = None) -> Material:
    ids = tuple(each.story.id for each in stories)
    return Material(pitch=replace(of or pitch(), story_ids=ids), stories=stories)


def closed_clinics() -> StoryMaterial:
    return told(
        story(
            saw="9 of 30 failed drops were clinics shut for lunch.",
            did="I tallied every failed drop, read the redelivery invoices and wrote a note to the PM.",
            raised_with="product manager",
            raised_reply="no size, no priority",
        ),
        on=decision(
            assumption="an address is open all day",
            alternative="ask opening hours once, at sign-up",
            trade_off="one more field",
            launched_on=day("2024-04-15"),
        ),
        impacts=[
            impact(
                over_from=dt.date(2024, 4, 15),
                over_to=dt.date(2024, 5, 26),
                working="my own tally, against the redelivery invoices",
                observation_ids=("observation-2",),
            )
        ],
        seen=[
            observation("9 of 30 failed drops today were clinics shut for lunch #slots", day("2024-02-06")),
            observation("118 failed drops by now", day("2024-05-26"), number=2),
        ],
    )


def recall_mail() -> StoryMaterial:
    return told(
        story(
            "Recall mail",
            did="counted the shelves and called every ward",
            would_decide="mail the delivery contact too",
            trade_off="more mail, some of it wrong",
        ),
        on=decision(
            "Recall mailer",
            assumption="the buyer is the user",
            launched_on=day("2024-06-03"),
        ),
        impacts=[impact("64", "recalled units", out_of=Decimal(220), over_length="four days")],
        seen=[
            observation(
                "The draft of the recall mail goes to the buyer, not to the ward. #recall",
                day("2024-05-09"),
                number=3,
            )
        ],
    )


def lines() -> Pitch:
    return pitch(
        opening="Two launches went wrong in the same place.",
        who_i_am="I have run operations at a medical supply company for four years.",
        not_known="I have not owned pricing or research, so those I would have to learn.",
        why_earlier="I want to bring that list upstream, to the week the default is chosen.",
        question="Where would you have caught the first one",
    )


def two_stories() -> Material:
    return material(closed_clinics(), recall_mail(), of=lines())
