"""A story without a moment: 'often' and 'over the years' where a date, a named day or one event would stand.

Source: the thread this program comes from asks for "a specific moment" and "specific examples". A linked observation
with a date is a moment; a bare text needs a month, a quarter, a date, a named day or one event of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from pivot_journal.coach.beats import moment_in
from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule


def _check(reading: Reading, known: Circumstances) -> Iterator[Hit]:
    if any(facts.has_dated_observation for facts in known.stories) or moment_in(reading.raw):
        return
    yield Hit(0, 0)


RULE = Rule(
    name="vague-moment",
    level=Level.WARNING,
    scope=Scope.STORY,
    question="When was that?",
    message="The listener hears a habit, not a moment: no date, month, named day or single event places it.",
    fix="Link a dated note, or say when: roughly is enough ('in March', 'the Monday after go-live').",
    source="the thread: 'a specific moment', 'specific examples'",
    must_flag=(
        "Meter readings usually arrived with a digit missing. The portal assumed five digits. I corrected 300 by hand.",
        "Over the years I saw refunds booked twice whenever the import hung. I kept a list of 80 of them.",
        "Moderators were constantly opening the same clip. The queue counted a clip as new after every edit.",
        "I reduced claim handling time by a quarter and learned how tariffs work.",
        "At some point the shelf labels stopped matching the app. I reprinted 90 of them.",
        "Every winter the boilers locked out. The controller expected indoor air. I reset 40 of them by phone.",
    ),
    must_pass=(
        "In November the meter portal rejected 300 readings. It assumed five digits.",
        "The Tuesday after the tariff change, 62 callers heard the old price.",
        "Two days after the 4.1 update the shelf labels went blank. I reprinted 90 of them.",
        "During the July heat wave 14 chargers shut themselves down.",
        "In Q3 the claims form asked for a fax number, and 51 people sent none.",
        "In week 31 the rota tool gave nine nurses the same bed block.",
        "On Christmas Eve the bank holiday table was empty, so 230 parcels had no route.",
    ),
    check=_check,
    mended_at="observation.observed_on",
)
