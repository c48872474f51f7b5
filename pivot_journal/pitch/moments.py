"""How the moment of a story is said: its date as exactly as it is known, and what was noted before the launch."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from pivot_journal.domain.decision import Decision, WorryOutcome
from pivot_journal.domain.foresight import Foresight, ForesightClaim, foresight_of
from pivot_journal.domain.observation import Evidence, Observation
from pivot_journal.domain.when import MONTHS, UNKNOWN_DAY, Precision, When
from pivot_journal.pitch.amounts import small
from pivot_journal.pitch.sentences import beginning, finished, said, uncapitalised

_EXACT_DAYS = 21
_WEEKS_UP_TO_DAYS = 91
_OUTCOMES = {WorryOutcome.DID_NOT: "it did not come true", WorryOutcome.PARTLY: "it came true in part"}
"""What is said with a worry's lead time, for without it the lead would claim more than there was."""
_SURE_MONTHS = "|".join(month for month in MONTHS if month not in {"March", "May"})
_DATED = re.compile(
    rf"\b(?:{_SURE_MONTHS}|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\b|\b(?:19|20)\d\d\b|\b[Qq][1-4]\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:March|Mar|May|Jun|Jul)\b|\b(?:March|Mar|May|Jun|Jul) \d{1,2}\b"
    r"|(?i:\b(?:in|on|of|since|by|until|early|late|mid|last|this|that|next)[ -])(?:March|May)\b"
    r"|(?i:\b(?:spring|summer|autumn|winter)\b)|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"
)


_KIND_AND_NUMBER = re.compile(r"^(?P<kind>[a-z][\w-]*),\s+(?=\S*\d\S*$)")
_NAMES_ITS_KIND = re.compile(r"^(?:worry|note|observation|opportunity|idea|failure)\s*:\s*(?=\w)", re.IGNORECASE)
"""What somebody puts before a note for themselves; after 'I noted:' it says nothing."""
_MOMENTS = ("That was {}.", "I saw that {}.", "This was {}.")
_WRITTEN_DOWN = ("I wrote that down {spoken}", "My note of it is from {noted}", "That went into my notes {spoken}")
"""Worded differently from story to story, for a listener who hears two or three of them."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What was noted before the launch, and the observation that shows it."""

    observation: Observation
    claim: ForesightClaim


@dataclass(frozen=True, slots=True)
class Quote:
    """A note said in a quoting form: with its date, and what of a long note was left out."""

    text: str
    observation: Observation
    rest: str


@dataclass(frozen=True, slots=True)
class Saw:
    """The sentence that tells what was seen, and the observation that it rests on."""

    text: str
    observation: Observation | None
    is_quoted: bool
    """Whether it quotes that observation with its date."""


def usable(observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
    """Return the observations that may stand behind a pitch: dated ones that are not in the trash."""
    return tuple(seen for seen in observations if seen.observed_on.day is not None and not seen.is_trashed)


def earliest_claim(observations: tuple[Observation, ...], launched_on: When) -> Claim | None:
    """Return the earliest record before the launch among observations, or None where nothing may be claimed."""
    claims = [Claim(seen, foresight_of(seen, launched_on)) for seen in observations]
    claimable = [found for found in claims if found.claim.may_be_claimed]
    return min(claimable, key=lambda found: found.claim.noted_on.sort_day, default=None)


def quote(observation: Observation, launched_on: When, position: int = 0) -> Quote:
    """Say a note with its date and on whose word it stands; only a wording that stood on the day it names.

    Args:
        observation: A dated observation.
        launched_on: When its decision went live: a wording from after that is not said to be from before.
        position: The place of its story, from 0: notes are introduced differently from story to story.
    """
    observed = observation.observed_on
    claim = foresight_of(observation, launched_on)
    text = claim.wording if claim.may_be_claimed else observation.text
    if observation.evidence is Evidence.FROM_MEMORY:
        lead_in = f"as I remember it, {observed.spoken}" if position % 2 else f"{observed.spoken}, as I remember it"
    elif observation.evidence is Evidence.DATED_ELSEWHERE:
        dated, source = observation.on_record_from, said(str(observation.reference))
        if dated and source:
            lead_in = f"this is on record from {When(dated)}, {source_said(source)}"
        else:
            lead_in = f"this was {observed.spoken}"
    else:
        noted = claim.noted_on if claim.may_be_claimed else When(observation.worded_on)
        lead_in = f"my note of {noted} says" if position % 2 else f"{noted.spoken} I noted"
        if noted != observed:
            lead_in = f"my note of {noted}, about {_short_of(observed, noted)}, says"
    quoted, rest = beginning(text)
    quoted = _NAMES_ITS_KIND.sub("", quoted)
    return Quote(f"{_capital(lead_in)}: {finished(uncapitalised(quoted))}", observation, rest)


def moment_sentence(observation: Observation, position: int = 0, *, is_deed: bool = False) -> str:
    """Say when something was seen, after the user's own sentence about it.

    Args:
        observation: What the sentence rests on; somebody else's record is not said to have been seen that day.
        position: The place of its story, from 0: it is worded differently from story to story.
        is_deed: Whether the sentence before it tells what the user did rather than saw.
    """
    as_remembered = ", as I remember it" if observation.evidence is Evidence.FROM_MEMORY else ""
    is_elsewhere = observation.evidence is Evidence.DATED_ELSEWHERE
    form = _MOMENTS[0 if is_elsewhere else position % len(_MOMENTS)]
    form = "This was {}." if is_deed and "I saw" in form else form
    return form.format(f"{observation.observed_on.spoken}{as_remembered}")


def source_said(source: str) -> str:
    """Return where something is on record for the ear: 'ticket PAY-2231' for 'ticket, PAY-2231'."""
    return _KIND_AND_NUMBER.sub(r"\g<kind> ", source)


def carries_date(text: str) -> bool:
    """Whether a sentence already says when it was: a month, a year, a season, a quarter or a day."""
    return bool(_DATED.search(text))


def foresight_sentence(
    found: Claim, decision: Decision, launch: str, saw: Saw, today: dt.date | None, position: int = 0
) -> str:
    """Say that something was noted before the launch, with the date once and the lead no more exact than known.

    'That' is said only of the very note that the sentence before it rests on; another one is quoted.

    Args:
        found: The record.
        decision: What was launched.
        launch: The launch in words: 'the launch of same-day slots'.
        saw: The sentence before it.
        today: The day on which the pitch is said, where that is known.
        position: The place of its story, from 0: it is worded differently from story to story.
    """
    claim, noted = found.claim, found.claim.noted_on
    is_that = saw.observation is not None and saw.observation.id == found.observation.id
    is_quoted = is_that and saw.is_quoted
    needs_quote = not is_that or claim.foresight is Foresight.REWORDED_AFTER
    written_down = _WRITTEN_DOWN[position % len(_WRITTEN_DOWN)].format(spoken=noted.spoken, noted=noted)
    if decision.is_ahead(today):
        ahead = f"{launch} is set for {decision.launched_on}"
        if is_quoted:
            return f"{_capital(ahead)}."
        if needs_quote:
            return f"{_record_quoted(claim)} {_capital(ahead)}."
        if claim.source:
            return f"It is on record from {noted}, {source_said(said(claim.source))}; {ahead}."
        return f"{written_down}; {ahead}."
    before = f"{spoken_lead(claim, decision.launched_on)} before {launch}"
    outcome = outcome_of(decision)
    if outcome and not is_quoted:
        source = f", {source_said(said(claim.source))}" if claim.source else ""
        return f"My worry is on record from {noted}{source}, {before}; {outcome}."
    if is_quoted:
        return f"That was {before}{f', and {outcome}' if outcome else ''}."
    if needs_quote:
        return _record_quoted(claim, before)
    if claim.source:
        return f"It is on record from {noted}, {source_said(said(claim.source))}, {before}."
    if _says_day(saw.text, noted):
        return f"That was {before}."
    return f"{written_down}, {before}."


def outcome_of(decision: Decision) -> str:
    """Return what is said of a worry that did not simply come true; empty for any other."""
    return _OUTCOMES.get(decision.worry_outcome, "") if decision.worry_outcome else ""


def _record_quoted(claim: ForesightClaim, before: str = "") -> str:
    """Quote a record with its own date, for it is not what the sentence before it tells."""
    wording = finished(uncapitalised(beginning(claim.wording)[0]))
    if claim.source:
        source = source_said(said(claim.source))
        return f"On record from {claim.noted_on}, {source}{f', {before}' if before else ''}: {wording}"
    return f"My note of {claim.noted_on}{f', {before},' if before else ''} says: {wording}"


def spoken_lead(claim: ForesightClaim, launched_on: When) -> str:
    """Say the lead time for the ear: days up to three weeks, then weeks, then months; 'about' where it is rounded."""
    if not claim.noted_on.precision is launched_on.precision is Precision.DAY:
        return claim.lead
    assert claim.noted_on.day is not None
    assert launched_on.day is not None
    days = (launched_on.day - claim.noted_on.day).days
    if days <= _EXACT_DAYS and days % 7:
        return "one day" if days == 1 else f"{small(days)} days"
    weeks = round(days / 7)
    if days <= _WEEKS_UP_TO_DAYS:
        unit = "week" if weeks == 1 else "weeks"
        return f"{'' if days == weeks * 7 else 'about '}{small(weeks)} {unit}"
    months = round(days / 30.44)
    if months < 24:
        return "about a year" if months == 12 else f"about {small(months)} months"
    years, more = divmod(months, 12)
    return f"{'over' if more else 'about'} {small(years)} years"


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _short_of(observed: When, noted: When) -> str:
    if observed == UNKNOWN_DAY or observed.precision is not Precision.DAY:
        return str(observed)
    assert observed.day is not None
    assert noted.day is not None
    if observed.day.year != noted.day.year:
        return str(observed)
    return f"{observed.day.day} {MONTHS[observed.day.month - 1]}"


def _says_day(text: str, when: When) -> bool:
    if when.day is None:
        return False
    month = MONTHS[when.day.month - 1]
    day = when.day.day
    return bool(
        re.search(rf"\b{day}(?:st|nd|rd|th)?(?: of)? {month}\b|\b{month} {day}(?:st|nd|rd|th)?\b", text)
        or when.day.isoformat() in text
    )
