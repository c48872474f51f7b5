"""A story with no other option, nor what that would have cost.

Source: who asks in the thread names product trade-offs; in a sister thread PMs ask what one would have decided
otherwise (thethinksters 10544). Either of the two, the option or its price, is enough for silence.
"""

from __future__ import annotations

from collections.abc import Iterator

from pivot_journal.coach.beats import has_option
from pivot_journal.coach.facts import Measure
from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule


def _check(reading: Reading, known: Circumstances) -> Iterator[Hit]:
    facts = known.stories[0] if known.stories else None
    if facts and (facts.has_alternative or facts.has_trade_off or facts.measure is Measure.WENT_RIGHT):
        return
    if not has_option(reading.raw):
        yield Hit(0, 0)


RULE = Rule(
    name="missing-alternative",
    level=Level.ADVICE,
    scope=Scope.STORY,
    question="What would you have done?",
    message="The listener hears a problem without another option, or what that would have cost.",
    fix="Which change would you have tried, and whom would it have annoyed? One sentence does.",
    source="the thread: 'product trade-offs'; a sister thread: what one would have decided otherwise",
    must_flag=(
        "On 11 February 85 chargers went offline: the watchdog took a quiet line for a dead one. I restarted them.",
        "In June 130 refunds were paid twice, by the bank file. The button was designed for people who tap once.",
        "The planner counted on calm Fridays. On 2 March nine wards ran out of gowns, and I borrowed 60 from theatre.",
        "In Q4 120 of 200 appeals were jokes. I grouped them and sent the list to the policy desk.",
        "On 8 May the gate opened for the wrong 40 trucks; I could have told them so.",
    ),
    must_pass=(
        "On 11 February 85 chargers went offline. Waiting for a second missed beat would have kept them up.",
        "In June 130 refunds were paid twice. A lock was possible, for a second per refund.",
        "I proposed a spare cage on each floor; it takes space from the beds.",
        "The cheaper route was a warning on Thursday.",
        "Asking before the ban rather than after it means slower bans.",
        "Another design was on the table: a call before each truck.",
    ),
    check=_check,
    mended_at="story.would_decide",
)
