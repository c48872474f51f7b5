"""The plainer words that stand on the screen for what the code, the database and JSON call by its exact name."""

from __future__ import annotations

import datetime as dt

from pivot_journal.domain.decision import AssumptionKind, DecisionStatus, WorryOutcome
from pivot_journal.domain.impact import Basis
from pivot_journal.domain.observation import Evidence, Observation, Triage
from pivot_journal.domain.story import StoryStatus
from pivot_journal.domain.when import MONTHS, WEEKDAYS, Precision, When

MARKS = {
    Triage.UNTRIAGED: " ",
    Triage.FAILURE: "▲",
    Triage.WORRY: "◇",
    Triage.OPPORTUNITY: "+",
    Triage.NOT_PRODUCT: "·",
}
"""One sign for each, so that meaning never hangs on colour alone."""

SELECTED = "▌"
"""What stands before a selected line; under each other they make one bar."""

TRIAGE = {
    Triage.UNTRIAGED: "unsorted",
    Triage.FAILURE: "product-decision failure",
    Triage.WORRY: "worry about a launch",
    Triage.OPPORTUNITY: "opportunity",
    Triage.NOT_PRODUCT: "not product",
}

EVIDENCE = {
    Evidence.WRITTEN_HERE: "written here",
    Evidence.DATED_ELSEWHERE: "dated elsewhere",
    Evidence.FROM_MEMORY: "from memory",
}

BASIS = {
    Basis.MEASURED: "I counted",
    Basis.ESTIMATED: "I worked it out",
    Basis.REPORTED: "I was told",
}

ASSUMPTION_KIND = {
    AssumptionKind.VALUE: "that somebody wants it",
    AssumptionKind.USABILITY: "that people can use it",
    AssumptionKind.FEASIBILITY: "that it can be built",
    AssumptionKind.VIABILITY: "that it pays",
    AssumptionKind.OPERABILITY: "that it can be run every day",
}

DECISION_STATUS = {
    DecisionStatus.PLANNED: "planned",
    DecisionStatus.LAUNCHED: "launched",
    DecisionStatus.CHANGED: "changed since",
    DecisionStatus.WITHDRAWN: "withdrawn",
}

WORRY_OUTCOME = {
    WorryOutcome.CAME_TRUE: "the worry came true",
    WorryOutcome.PARTLY: "the worry came true in part",
    WorryOutcome.DID_NOT: "the worry did not come true",
}

STORY_STATUS = {
    StoryStatus.DRAFT: "draft",
    StoryStatus.READY: "ready",
    StoryStatus.RETIRED: "retired",
}


def day_label(when: When) -> str:
    """Return a date for a list, with its weekday where the day is known: 'Mon 23 Nov 2026'."""
    if when.day is None or when.precision is not Precision.DAY:
        return str(when)
    return f"{WEEKDAYS[when.day.weekday()]} {when.day.day} {MONTHS[when.day.month - 1][:3]} {when.day.year}"


def as_the_clock_stood(moment: dt.datetime, now: dt.datetime) -> dt.datetime:
    """Return a moment in local time as it was then, which summer or winter may have set an hour off today's.

    Args:
        moment: With an offset, or it is no moment.
        now: The clock's present reading. Where its offset is another than this machine's, as in tests, it is kept.
    """
    is_of_machine = now.utcoffset() == now.astimezone().utcoffset()
    return moment.astimezone() if is_of_machine else moment.astimezone(now.tzinfo)


def moment_label(moment: dt.datetime) -> str:
    """Return a moment as people read it, in the local time of when it was written: '23 Nov 2026 18:00'."""
    return f"{moment.day} {MONTHS[moment.month - 1][:3]} {moment:%Y %H:%M}"


def what_it_is(observation: Observation) -> str:
    """Say how an observation was sorted, with its decision."""
    words = TRIAGE[observation.triage]
    if observation.triage is Triage.UNTRIAGED:
        return words
    return f"{MARKS[observation.triage]} {words}" + (f" · {observation.decision}" if observation.decision else "")


def how_it_is_known(observation: Observation) -> str:
    """Say how good a witness an observation is: 'written here 23 Nov 2026 18:00'."""
    words = EVIDENCE[observation.evidence]
    recorded = moment_label(observation.recorded_at)
    if observation.evidence is Evidence.WRITTEN_HERE:
        return f"{words} {recorded}"
    if observation.evidence is Evidence.DATED_ELSEWHERE:
        reference = observation.reference
        dated = f" of {reference.dated_on}" if reference.dated_on else ""
        return f"{words}: {reference}{dated} · entered here {recorded}"
    return f"{words}, written here {recorded}"


def notes_said(number: int) -> str:
    """Say how many observations there are."""
    return "1 note" if number == 1 else f"{number:,} notes"


def unsorted_said(number: int) -> str:
    """Say how many still have to be sorted: '12,345 unsorted'."""
    return f"{number:,} unsorted"


def selected_said(number: int, hidden: int = 0) -> str:
    """Say how many are selected: '3 selected, 1 of them not shown'."""
    said = f"{number:,} selected"
    if not hidden:
        return said
    if hidden == number:
        return f"{said}, {'which is not' if number == 1 else 'none of them'} shown"
    return f"{said}, {hidden:,} of them not shown"
