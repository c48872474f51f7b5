"""What the journal itself knows of a story, so that the rules need not guess it from words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from pivot_journal.domain.decision import WorryOutcome
from pivot_journal.domain.foresight import foresight_of
from pivot_journal.domain.impact import Basis
from pivot_journal.domain.observation import Triage
from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.domain.when import UNKNOWN_DAY, When
from pivot_journal.pitch.composition import Part
from pivot_journal.pitch.formats import Role
from pivot_journal.pitch.tracing import Status, TracedFigure, is_fact, trace


class Measure(StrEnum):
    """By what a story is to be judged: one about a failure owes a harm, the others do not."""

    FAILURE = "failure"
    OPPORTUNITY = "opportunity"
    """Its notes were sorted as an opportunity: it owes what would be gained."""
    WENT_RIGHT = "went_right"
    """A worry that did not come true, so the decision was right: it owes what that was built on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFacts:
    """The facts of one told story; a text about it is read only for what is not here."""

    story_id: str
    title: str
    measure: Measure
    has_dated_observation: bool
    launched_on: When = UNKNOWN_DAY
    is_ahead: bool = False
    """Whether its launch is still to come."""
    noted_on: When = UNKNOWN_DAY
    lead: str = ""
    """How long before the launch it was noted, in words; empty where no foresight may be claimed."""
    tells_foresight: bool = False
    """Whether a part of the told story says that it was noted before the launch."""
    has_impact: bool = False
    basis: Basis | None = None
    figures: tuple[TracedFigure, ...] = ()
    """The figures of what is told, with places in ``told``."""
    told: str = ""
    """The parts of the story, joined by spaces, as a rule reads them."""
    has_assumption: bool = False
    has_reality: bool = False
    """Whether it says what was true on the floor, or why the decision made sense."""
    has_alternative: bool = False
    has_trade_off: bool = False
    has_gain: bool = False
    """Whether it says what came of it or what it would bring."""
    is_raised: bool = False
    """Whether it says whom it was told, or why nobody: 'nobody, because …' is an answer."""
    shows_customer: bool = False
    """Whether it shows what it did to a customer, in a field of its own, a quotation or in words."""

    @property
    def may_claim_foresight(self) -> bool:
        """Whether a record stands before the launch."""
        return bool(self.lead)

    @property
    def untraced(self) -> tuple[TracedFigure, ...]:
        """The figures that rest on nothing that is linked."""
        return tuple(figure for figure in self.figures if figure.status is Status.UNTRACED)

    @property
    def contradicted(self) -> tuple[TracedFigure, ...]:
        """The figures of which something else is linked."""
        return tuple(figure for figure in self.figures if figure.status is Status.CONTRADICTED)


_CUSTOMER = re.compile(
    r"\b(?:customers?|consumers?|clients?|patients?|guests?|passengers?|travell?ers?|buyers?|shoppers?|sellers?|merchants?"
    r"|users?|residents?|tenants?|households?|famil(?:y|ies)|parents?|relatives?|students?|pupils?|members?|subscribers?"
    r"|callers?|cardholders?|policy ?holders?|account holders?|borrowers?|claimants?|recipients?|senders?"
    r"|riders?|donors?"
    r"|applicants?|citizens?|taxpayers?|viewers?|listeners?|readers?|players?|creators?|hosts?|diners?|visitors?|mothers?"
    r"|fathers?|babies|children|elderly|neighbou?rs?|farmers?|clinics?|pharmacy|pharmacies|pharmacists?|wards?|schools?|shops?"
    r"|small businesses|people (?:who|were|had|waited|came|could|lost|got|paid))\b",
    re.IGNORECASE,
)
_TOLD_SOMEBODY = re.compile(
    r"\b(?:told|raised|flagged|warned|reported|escalated|emailed|mailed|messaged|sent|wrote|filed|showed|presented|shared"
    r"|brought|mentioned|asked|rang|called|spoke|took)\b[^.]{0,60}?\b(?:to|the|my|our|a|with|it|them|pm|product|lead|team|desk"
    r"|head|manager|owner|ticket|engineers?|support|vendor|supplier|boss)\b"
    r"|\b(?:nobody|no one|no-one)\b[^.]{0,40}\b(?:because|since|as|for)\b",
    re.IGNORECASE,
)
"""Words that say whom it was told, in the user's own part."""
_EFFECT_FIELDS = (
    "story.saw",
    "story.mattered",
    "story.mattered_to_customer",
    "story.mattered_short",
    "story.saw_short",
)


def facts_of(material: StoryMaterial, parts: Sequence[Part], today: dt.date | None = None) -> StoryFacts:
    """Return the facts of a story as it is told.

    Args:
        material: The story with all that it rests on.
        parts: The composed parts of this story, in order.
        today: The day on which it is told; without it only its status says whether a launch is still to come.
    """
    return _facts(material, tuple(parts), today)


@lru_cache(maxsize=32)
def _facts(material: StoryMaterial, parts: tuple[Part, ...], today: dt.date | None) -> StoryFacts:
    story, decision = material.story, material.decision
    seen = tuple(each for each in material.observations if not each.is_trashed)
    launched_on = decision.launched_on if decision else UNKNOWN_DAY
    about_it = [each for each in seen if decision and each.decision_id == decision.id]
    claims = [claim for claim in (foresight_of(each, launched_on) for each in about_it) if claim.may_be_claimed]
    first = min(claims, key=lambda claim: claim.noted_on.sort_day, default=None)
    impact = material.impacts[0] if material.impacts else None
    told = " ".join(part.text for part in parts)
    own_part = " ".join(text for text in (story.did, story.did_short) if text)
    return StoryFacts(
        story_id=story.id,
        title=story.title,
        measure=_measure(material),
        has_dated_observation=any(each.observed_on.day is not None for each in seen),
        launched_on=launched_on,
        is_ahead=decision is not None and decision.is_ahead(today),
        noted_on=first.noted_on if first else UNKNOWN_DAY,
        lead=first.lead if first else "",
        tells_foresight=any(part.role is Role.FORESIGHT for part in parts),
        has_impact=impact is not None,
        basis=impact.basis if impact else None,
        figures=_figures(material, parts),
        told=told,
        has_assumption=bool(decision and decision.assumption.strip()) or bool(story.assumption_short.strip()),
        has_reality=bool(decision and (decision.operational_reality.strip() or decision.fair_view.strip())),
        has_alternative=bool(story.would_decide.strip() or (decision and decision.alternative.strip())),
        has_trade_off=bool(story.trade_off.strip() or (decision and decision.trade_off.strip())),
        has_gain=bool(story.came_of_it.strip() or story.mattered.strip() or story.mattered_to_customer.strip()),
        is_raised=bool(story.raised_with.strip() or story.raised_reply.strip() or _TOLD_SOMEBODY.search(own_part)),
        shows_customer=_shows_customer(material, parts),
    )


def _measure(material: StoryMaterial) -> Measure:
    decision = material.decision
    if decision and decision.worry_outcome is WorryOutcome.DID_NOT:
        return Measure.WENT_RIGHT
    sorted_as = {each.triage for each in material.observations if not each.is_trashed}
    if Triage.OPPORTUNITY in sorted_as and not sorted_as & {Triage.FAILURE, Triage.WORRY}:
        return Measure.OPPORTUNITY
    return Measure.FAILURE


def _figures(material: StoryMaterial, parts: Sequence[Part]) -> tuple[TracedFigure, ...]:
    """Trace what is told, part by part; places count from the beginning of the first part."""
    found: list[TracedFigure] = []
    begin = 0
    for part in parts:
        if is_fact(part):
            found += (each.moved(begin) for each in trace(part.text, material))
        begin += len(part.text) + 1
    return tuple(found)


def _shows_customer(material: StoryMaterial, parts: Sequence[Part]) -> bool:
    story = material.story
    if story.mattered_to_customer.strip() or material.quotes:
        return True
    told = [story.saw, story.mattered]
    told += [part.text for part in parts if part.source in _EFFECT_FIELDS or part.role in {Role.SAW, Role.NUMBER}]
    return any(_CUSTOMER.search(text) for text in told)
