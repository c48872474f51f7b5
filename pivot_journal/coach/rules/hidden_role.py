"""'We' and 'our team' as the only ones who do something in a story.

Source: interviewers hire a person ("There is no WE in a job interview", ayende.com); "we" without "I" is marked down
(jobtrackfy.com). "I was part of the team" is no deed; one honest "I" among many "we" is enough.
"""

from __future__ import annotations

from collections.abc import Iterator

from pivot_journal.coach.beats import group_deed, has_own_deed
from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule


def _check(reading: Reading, known: Circumstances) -> Iterator[Hit]:
    place = group_deed(reading.raw)
    if place and not has_own_deed(reading.raw):
        yield Hit(*place)


RULE = Rule(
    name="hidden-role",
    level=Level.ADVICE,
    scope=Scope.STORY,
    question="What did you do?",
    message="The listener hears what the team did and may wonder which part was yours.",
    fix="Which of these did you do yourself: count, trace, write, decide, ask? One 'I' is enough.",
    source="ayende.com: 'There is no WE in a job interview'; jobtrackfy.com",
    must_flag=(
        "On 11 February 85 chargers went offline. We restarted them one by one and wrote to the vendor.",
        "In June our team reversed 130 refunds by hand.",
        "I was part of the group that handled the recall. We called 64 pharmacies.",
        "The whole shift re-labelled 400 cages, and we sent the bill to the vendor.",
        "In Q4 we read 200 appeals and proposed a shorter form.",
    ),
    must_pass=(
        "On 11 February we lost 85 chargers; I wrote the list for the vendor.",
        "In June 130 refunds were paid twice, and the bank file shows it.",
        "We re-routed and we borrowed, and I kept the tally.",
        "Our clinic moved to self check-in and 29 people came back.",
        "We could have asked the vendor for a lock.",
        "Our queue grew to 900. I sampled 50 of them.",
    ),
    check=_check,
    mended_at="story.did",
)
