"""A story that shows what failed, but not the belief that the product was built on.

Source: the thread's formula, "... that stemmed from product assumption Z". It turns a complaint into a hypothesis. The
form, the rule or the plan is what assumed; what 'I' or 'customers' expected is no assumption of the product. A story
about an opportunity needs none; of a decision that went right it is asked on what that was built.
"""

from __future__ import annotations

from collections.abc import Iterator

from pivot_journal.coach.beats import beliefs
from pivot_journal.coach.facts import Measure
from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule

_BUILT_ON = "The listener hears that it went right, but not what that was built on."


def _check(reading: Reading, known: Circumstances) -> Iterator[Hit]:
    facts = known.stories[0] if known.stories else None
    if facts and (facts.has_assumption or facts.measure is Measure.OPPORTUNITY):
        return
    if beliefs(reading.raw):
        return
    if facts and facts.measure is Measure.WENT_RIGHT:
        if not facts.has_reality:
            yield Hit(
                0, 0, message=_BUILT_ON, question="What was it built on?", fix="Say what made the decision right."
            )
        return
    yield Hit(0, 0)


RULE = Rule(
    name="missing-assumption",
    level=Level.WARNING,
    scope=Scope.STORY,
    question="What did it take for granted?",
    message="The listener hears that something failed, but not which belief of the product did.",
    fix="For this to be right, what would have had to be true about the user? Say that: 'the form assumed ...'.",
    source="the thread: 'that stemmed from product assumption Z'",
    must_flag=(
        "On 11 February 85 chargers went offline. I restarted each of them by phone and kept the list.",
        "In June 130 refunds were paid twice, by the bank file. I asked for a lock, which would cost a second "
        "per refund.",
        "On 2 March nine wards ran out of gowns by noon. I expected a calm day and had to borrow from theatre.",
        "In Q4 the ban list doubled. I read 200 appeals and 120 were jokes.",
        "On Good Friday the tariff page showed zero for 3 hours. I wrote the status note and answered 70 mails.",
    ),
    must_pass=(
        "On 11 February 85 chargers went offline: the watchdog took a quiet line for a dead one.",
        "In June 130 refunds were paid twice. The button was designed for people who tap once.",
        "The reorder plan counted on a calm Friday; on 2 March nine wards ran out of gowns.",
        "The filter treated every joke as a threat, and in Q4 120 of 200 appeals were jokes.",
        "The tariff page relied on a price being there at midnight.",
        "Behind the rota was the idea that a shift ends when the plan says so.",
        "The spec had no word for a patient with two addresses.",
        "On 3 May 40 crews waited, since the planner thinks a tow takes no time.",
        "In June 70 guests lost their rooms: the tool had never heard of a late arrival.",
        "On 8 March 30 payouts failed, as the bank file allows a name no longer than 18 letters.",
        "In May 60 calls were dropped. To the dialler, silence is a hang-up.",
        "In April 25 vials spoiled. For the alarm, a door is either open or shut.",
        "On 2 June 90 pallets were refused. The slot tool knew no other truck than a 40-tonner.",
        "In July 15 patients waited an hour. The board left out anyone who has no bed yet.",
        "On 9 June 33 reports were closed unread. In the tool's view a second report is a copy of the first.",
        "In May 18 bags went to the wrong belt; the tag was thought up for people with one bag.",
        "In June 44 refunds bounced, because whoever wrote the form never met a customer without a card.",
        "In March 80 parcels went back. It was taken as read that somebody is home by day.",
        "On 5 May 12 wards got no linen. The order sheet works on the notion that wards are full at the weekend too.",
        "In August 61 meters were skipped. The route has one stop per door and no more.",
        "On 1 July 9 flights were late; the roster sees a crew as one person.",
        "In May 20 posts were hidden, because sarcasm does not exist for the filter.",
        "In June 50 orders were split. The system cannot picture two people at one address.",
    ),
    check=_check,
    mended_at="decision.assumption",
)
