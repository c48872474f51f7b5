"""More speech than the format has room for: 225 spoken words, 90 seconds, for a chat.

Source: 150 words a minute is the usual planning figure (National Center for Voice and Speech, as cited by L. B.
Marshall); a textbook gives 125-150 (Lucas 2004). Words are counted as they are said: "$41,220" is about seven.
"""

from __future__ import annotations

from collections.abc import Iterator

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule
from pivot_journal.pitch.spoken import PLANNED_PACE, seconds_for, spoken_words

_SLOW, _FAST = 130, 170


def _check(reading: Reading, known: Circumstances) -> Iterator[Hit]:
    if not known.words_most:
        return
    words = spoken_words(reading.raw)
    if words <= known.words_most:
        return
    seconds, most = seconds_for(words), seconds_for(known.words_most)
    fast, slow = seconds_for(words, _FAST), seconds_for(words, _SLOW)
    message = (
        f"Said at {PLANNED_PACE} words a minute this takes about {seconds:.0f} seconds ({fast:.0f} to {slow:.0f}); "
        f"{most:.0f} is the most for this format."
    )
    yield Hit(0, 0, message=message)


_LONG = (
    "I would like to tell you about two evenings in the control room, because they look so different and are "
    "really the same. "
    "The first was the evening of 3 March. A little after eight the outage map went white for the whole valley, "
    "and the phones "
    "began, and they went on until nearly midnight: 310 calls, every one of them from somebody who only wanted "
    "to know whether "
    "the line in front of their own house was meant. The map had been drawn by postcode, and out there one "
    "postcode covers four "
    "villages on three different feeders. I wrote down the feeder for each call, on paper, because the form had "
    "no field for it, "
    "and in the morning I could show that two hundred and sixty of the callers had power all along. Drawing "
    "feeders rather than "
    "postcodes was possible, and it would have made a map that looks ragged and that the press office did not like. "
    "The second was the evening of 9 July, and it was quiet, which was worse. The charging plan expected the "
    "vans to come home "
    "one after the other, as they do in the brochure, and that evening nineteen of them came home within six "
    "minutes, because of "
    "a football match. The breaker went, and nobody was told, because the alarm was wired to the day office, and "
    "by six in the "
    "morning nineteen vans were empty and two hundred parcels had no way to leave. I drew up a staggered plan "
    "with a pencil. "
    "Both evenings began in a meeting to which nobody from the control room was asked. I want to be in that meeting."
)

RULE = Rule(
    name="spoken-length",
    level=Level.ADVICE,
    scope=Scope.PITCH,
    question="Can you make it shorter?",
    message="Said aloud this takes longer than the format has room for.",
    fix="Cut background first, then a second example of one assumption; never number, assumption or why earlier.",
    source="National Center for Voice and Speech (150 words a minute), Lucas 2004, Li 2021, Yuan et al. 2006",
    must_flag=(_LONG,),
    must_pass=(
        "On 3 March 310 people called about a white map. On 9 July 19 vans came home at once. I want to be in "
        "the meeting.",
        " ".join(_LONG.split()[:190]),
    ),
    check=_check,
    mended_at="pitch",
)
