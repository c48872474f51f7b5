"""A story whose consequence has no size.

Source: the thread's formula, "my analysis of X operational failure revealed a $Y impact"; people who read PM resumes
ask for numbers (perantatos.com, jackiegreenfield.com). Counts, minutes and shares all do; dates, labels, ordinals,
one's own years and what only would have been do not. A story about an opportunity or about a decision that went right
owes no harm: there it is enough that it says what was gained, or would be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pivot_journal.coach.beats import sizes
from pivot_journal.coach.facts import Measure
from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule

_GAIN = "The listener hears neither how big it is nor what would be gained."
_A_TIME = re.compile(
    r"\b(?:half an hour|an hour|a(?: full| whole| half)? (?:day|week|month|night|shift)|an entire (?:day|week|night"
    r"|shift)) "
    r"(?:late|lost|each|per|down|dark|without|behind|longer|too)\b"
)
_NO_NUMBER = re.compile(
    r"\b(?:a lot of|lots of|loads of|tons of|plenty of|countless|numerous|many|a (?:huge|large|great|big|massive"
    r"|vast|good)"
    r" (?:number|amount|deal|share|part|chunk|pile) of|no end of|a fortune|ages|forever|for hours|for days|all day)\b"
)


def _check(reading: Reading, known: Circumstances) -> Iterator[Hit]:
    facts = known.stories[0] if known.stories else None
    if _A_TIME.search(reading.text):
        return
    if (facts and (facts.has_impact or facts.figures)) or sizes(reading.raw):
        return
    if facts and facts.measure is not Measure.FAILURE:
        if not facts.has_gain:
            yield Hit(
                0, 0, message=_GAIN, question="What was gained?", fix="Say what came of it, or what it would bring."
            )
        return
    vague = _NO_NUMBER.search(reading.text)
    yield Hit(*reading.span(*vague.span())) if vague else Hit(0, 0)


RULE = Rule(
    name="unquantified-story",
    level=Level.WARNING,
    scope=Scope.STORY,
    question="How many?",
    message="The listener cannot tell small from large: nothing counts what it cost, delayed or reached.",
    fix="Say how many, how long or out of how many; the linked notes may have it.",
    source="the thread: 'revealed a $Y impact'; perantatos.com and jackiegreenfield.com on numbers",
    must_flag=(
        "On 3 May the substation map lost its labels and crews drove to the wrong yard. I printed the old one.",
        "In August plenty of cardholders were locked out. The rule read a trip abroad as theft. I unlocked them "
        "one by one.",
        "After six years on ward 4 I saw it on the first day of the new pump: alarms nobody could silence.",
        "On 9 October gate 12 closed early and the trucks queued for ages. I rang every driver.",
        "In Q2 the appeals form dropped attachments. It was made for one file. A zip would have cost one more click.",
        "In March the route planner assumed that a stop takes five minutes, and our vans came home after dark.",
    ),
    must_pass=(
        "On 3 May 17 crews drove to the wrong yard.",
        "In August four in ten cardholders who called were abroad.",
        "On 9 October the queue at the gate stood for 80 minutes.",
        "In Q2 the form dropped two thirds of all attachments, by the mail log.",
        "In March returns doubled.",
        "On 5 June I listed twenty-three duplicate shipments.",
        "In April the firm wrote off £18k.",
    ),
    check=_check,
    mended_at="impact",
)
