"""What a sentence of the pitch rests on, as lines: dated notes with both clocks, amounts, tallies, the launch."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from pivot_journal.domain.decision import Decision
from pivot_journal.domain.foresight import Foresight, ForesightClaim, foresight_of, launch_noted_by
from pivot_journal.domain.impact import Impact, amount_text, worked_out, written_amount
from pivot_journal.domain.observation import Evidence, Observation
from pivot_journal.domain.pitch import Material, StoryMaterial
from pivot_journal.domain.tally import Tally
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import MONTHS, Precision, When
from pivot_journal.pitch.amounts import amount_with_basis
from pivot_journal.pitch.composition import Composition, Gap, Part
from pivot_journal.pitch.formats import ROLE_WORDS, Role
from pivot_journal.pitch.moments import earliest_claim
from pivot_journal.pitch.tracing import Status, TracedFigure, trace, untraced
from pivot_journal.tui.views.timeline import Moment, timeline
from pivot_journal.tui.widgets.rows import Line
from pivot_journal.tui.wrapping import wrap

MOST_DAYS = 8
"""Days of a tally that are listed, the last ones."""
_TELLS_THE_NUMBER = frozenset({Role.NUMBER, Role.BASIS, Role.FORMULA, Role.BULLET})
_TELLS_THE_DECISION = frozenset({Role.FORESIGHT, Role.ASSUMPTION, Role.FORMULA})
_HOMES = {
    "pitch": "your line in this pitch",
    "story": "your words in the story",
    "decision": "from the decision",
    "impact": "from the amount of the decision",
    "observation": "quoted from your note",
}
LAUNCH_SIGN = "⟂"


@dataclass(frozen=True, slots=True)
class Grounds:
    """A part of the pitch with the stories that it may rest on."""

    part: Part
    stories: tuple[StoryMaterial, ...]
    """Its own story alone, or all of them for a line around them."""

    @property
    def own(self) -> StoryMaterial | None:
        """Its own story; None for a line around them."""
        return self.stories[0] if self.part.story_id is not None and self.stories else None

    def untraced(self) -> tuple[TracedFigure, ...]:
        """Return its figures that rest on nothing that is linked; what is said of an amount rests on itself."""
        if self.part.source.partition(".")[0] == "impact":
            return ()
        return untraced(self.part, *self.stories)


def grounds_of(part: Part, material: Material) -> Grounds:
    """Return a part with what it may rest on."""
    own = tuple(each for each in material.stories if each.story.id == part.story_id)
    return Grounds(part, own if part.story_id is not None else material.stories)


def evidence_lines(
    line: Part | Gap, composition: Composition, material: Material, width: int, today: dt.date
) -> list[Line]:
    """Return what a part rests on, or what is asked where something is missing.

    Args:
        line: What is highlighted.
        composition: The pitch as it is told.
        material: What it was composed from.
        width: Cells.
        today: Tells whether a launch is still ahead.
    """
    label = composition.label(line.role, line.story_id)
    head = [Line([(label[0].upper() + label[1:], "heading")])]
    if isinstance(line, Gap):
        needed = " Nothing can be copied in this format without it." if line in composition.blocking else ""
        prompt = line.prompt if line.prompt.endswith((".", "?")) else f"{line.prompt}."
        asked = f"Missing: {prompt} It is not in what is copied.{needed} Enter goes there."
        return [*head, Line(()), *_wrapped(asked, width, "warn")]
    home = _HOMES.get(line.source.partition(".")[0], ROLE_WORDS[line.role])
    head += _wrapped(f"{home} · Enter goes there", width, "dim")
    grounds = grounds_of(line, material)
    blocks = [
        list(_doubts(grounds, width)),
        list(_replaced(line, width)),
        *_notes(grounds, width),
        *_amounts(grounds, width),
        _launch(grounds, width, today),
    ]
    for block in blocks:
        head += [Line(()), *block] if block else []
    return head


def _doubts(grounds: Grounds, width: int) -> Iterator[Line]:
    for figure in grounds.untraced():
        if figure.status is Status.CONTRADICTED:
            words = f"? {figure.words} here, {figure.against} in what is linked"
        else:
            words = f"? {figure.words} stands in no linked note, impact or tally"
        yield from _wrapped(words, width, "warn")


def _replaced(part: Part, width: int) -> Iterator[Line]:
    for was, now in dict.fromkeys((c.was, c.now) for c in part.changes if c.is_decided):
        yield from _wrapped(f"≠ “{one_line(was)}” is private; “{now}” is said", width, "")
    for term in dict.fromkeys(c.term.term for c in part.changes if not c.is_decided):
        words = f"≠ “{term}” is private, and it is not decided what is said instead: F5 decides it"
        yield from _wrapped(words, width, "warn")


def _notes(grounds: Grounds, width: int) -> Iterator[list[Line]]:
    """Yield each dated note behind the part: those that it was told from, then those that its figures stand in."""
    wanted = list(grounds.part.observation_ids)
    for story in grounds.stories:
        wanted += [id_ for figure in trace(grounds.part.text, story) for id_ in figure.observation_ids]
    for id_ in dict.fromkeys(wanted):
        for story in grounds.stories:
            seen = next((each for each in story.observations if each.id == id_), None)
            if seen is not None:
                yield note_lines(seen, story.decision, width)
                break


def note_lines(seen: Observation, decision: Decision | None, width: int) -> list[Line]:
    """Return a note with the day it happened, its words as they may be claimed, when it was written, and its grade."""
    launched = launch_noted_by(seen, decision)
    claim = foresight_of(seen, launched)
    lines = [
        Line([("happened ", "dim"), (str(seen.observed_on), "accent")]),
        *_wrapped(f"“{one_line(claim.wording if claim.may_be_claimed else seen.text)}”", width, ""),
    ]
    lines += _wrapped(_grade(seen, claim), width, "dim")
    if claim.foresight is Foresight.REWORDED_AFTER:
        lines += _wrapped(f"reworded after the launch: “{one_line(seen.text)}”", width, "dim")
    return lines


def _grade(seen: Observation, claim: ForesightClaim) -> str:
    """Say when it was written and what that is worth: 'written here 6 February 2024, 19:40, 69 days before launch'."""
    written = f"{_written_day(seen.written_on)}, {seen.recorded_at:%H:%M}"
    ahead = f", {claim.lead} before launch {LAUNCH_SIGN}" if claim.may_be_claimed else ""
    if seen.evidence is Evidence.FROM_MEMORY:
        return f"from memory, written {written}"
    if seen.evidence is Evidence.WRITTEN_HERE:
        return f"written here {written}{ahead}"
    dated = f" {When(seen.reference.dated_on)}" if seen.reference.dated_on else ""
    source = one_line(str(seen.reference))
    return f"dated{dated} {f'in {source}' if source else 'elsewhere'}{ahead}; came here {written}"


def _written_day(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _amounts(grounds: Grounds, width: int) -> Iterator[list[Line]]:
    """Yield the amounts that the part tells, with how each is known, and the tallies that they were counted by."""
    part = grounds.part
    for story in grounds.stories:
        traced = trace(part.text, story)
        impacts = {figure.impact_id for figure in traced}
        tallies = {figure.tally_id for figure in traced}
        if part.role in _TELLS_THE_NUMBER and part.story_id is not None and story.impacts:
            impacts.add(story.impacts[0].id)
        for impact in story.impacts:
            if impact.id in impacts:
                tallies.add(impact.tally_id)
                yield list(_amount(impact, width))
        for tally in story.tallies:
            if tally.id in tallies:
                yield list(_tally(tally, width))


def _amount(impact: Impact, width: int) -> Iterator[Line]:
    yield from _wrapped(amount_with_basis(impact), width, "")
    if impact.working_count is not None and impact.working_rate is not None:
        count, rate = amount_text(impact.working_count), written_amount(impact.working_rate, None, impact.currency)
        product = written_amount(worked_out(impact.working_count, impact.working_rate), None, impact.currency)
        unit = "" if impact.currency else f" {one_line(impact.unit)}"
        yield from _wrapped(f"{count} × {rate} = {product}{unit}", width, "dim")
    if impact.public_form:
        yield from _wrapped(f"leaves as “{one_line(impact.public_form)}”", width, "dim")


def _tally(tally: Tally, width: int) -> Iterator[Line]:
    yield from _wrapped(tally.working or f"my tally of {tally.name}: nothing counted yet", width, "")
    days = tally.days[-MOST_DAYS:]
    listed = " · ".join(f"{day.day.day} {MONTHS[day.day.month - 1][:3]} {day.amount:,}" for day in days)
    earlier = len(tally.days) - len(days)
    before = f"{earlier} day{'' if earlier == 1 else 's'} before, then " if earlier else ""
    if listed:
        yield from _wrapped(f"{before}{listed}", width, "dim")


def _launch(grounds: Grounds, width: int, today: dt.date) -> list[Line]:
    """Return the decision's dates where the part tells of it: noted, launched, and how the launch was moved."""
    story = grounds.own
    if story is None or story.decision is None or grounds.part.role not in _TELLS_THE_DECISION:
        return []
    decision = story.decision
    if decision.launched_on.day is None:
        return []
    lines = _wrapped(one_line(decision.title), width, "dim")
    dates = timeline(_moments(story, decision, today), width)
    launch = f"{'launches' if decision.is_ahead(today) else 'launched'} {decision.launched_on}"
    lines += dates or _wrapped(launch, width, "dim")
    for change in decision.launch_changes:
        moved = _written_day(change.changed_at.date())
        lines += _wrapped(f"the launch was {change.launched_on} until it was moved on {moved}", width, "dim")
    return lines


def _moments(story: StoryMaterial, decision: Decision, today: dt.date) -> list[Moment]:
    own = tuple(seen for seen in story.observations if seen.decision_id == decision.id)
    found = earliest_claim(own, decision.launched_on)
    moments = [Moment(decision.launched_on, "launches" if decision.is_ahead(today) else "launched", 9)]
    if found is not None:
        moments.append(Moment(found.claim.noted_on, "on record" if found.claim.source else "noted", 8))
    for impact in story.impacts[:1]:
        last = impact.over_to or impact.over_from
        if last is not None:
            moments.append(Moment(When(last, Precision.DAY), "counted up to here", 5))
    return moments


def _wrapped(text: str, width: int, style: str) -> list[Line]:
    return [Line([(part, style)]) for part in wrap(text, width)]
