"""A pitch in which every story shows only what it cost inside, and none what it did to a customer.

Source: the thread praises "insight into what actually matters from customer support / delivery side" and "customer
friction insights"; a cost to operations alone is an argument for operations. Asked only where the journal knows the
stories, or where the text itself says that no customer noticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule

_UNNOTICED = re.compile(
    r"\b(?:no (?:customer|client|patient|user|guest|buyer|passenger)s?|none of (?:the|our) (?:customers|clients"
    r"|patients|users|guests|buyers|passengers)"
    r"|nobody outside|no one outside) (?:\w+ ){0,2}?(?:noticed|felt|saw|knew|complained|was affected|were affected"
    r"|heard)\b"
    r"|\b(?:customers|clients|patients|users|guests|buyers|passengers) never (?:noticed|felt|saw|knew)\b"
)


def _check(reading: Reading, known: Circumstances) -> Iterator[Hit]:
    if known.is_composed:
        if known.stories and not any(facts.shows_customer for facts in known.stories):
            yield Hit(0, 0)
        return
    unnoticed = _UNNOTICED.search(reading.text)
    if unnoticed:
        yield Hit(*reading.span(*unnoticed.span()))


RULE = Rule(
    name="customer-effect",
    level=Level.ADVICE,
    scope=Scope.PITCH,
    question="Who else felt it?",
    message="The listener hears what it cost your own side, and in no story what it did to a customer.",
    fix="Add for one story what it meant for the customer, best in their own words.",
    source="the thread: 'customer friction insights that most PMs miss'",
    must_flag=(
        "In May the count took us 40 hours more, in June another 30. No customer noticed, but our weekends were gone.",
        "On 3 March the sort rule cost us a shift. On 9 July it cost another. Passengers never noticed any of it.",
    ),
    must_pass=(
        "In May 40 families waited a day longer for their parcel. In June 30 did.",
        "On 3 March the sort rule cost us a shift, and 95 passengers flew without a bag.",
    ),
    check=_check,
    mended_at="story.mattered_to_customer",
)
