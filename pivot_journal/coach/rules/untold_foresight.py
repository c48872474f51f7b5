"""Foresight that was told to nobody: the listener may ask whom you told.

Source: the sister thread of the seed, where PMs ask what one did with what one saw; a note that nobody got prevents
nothing. 'Nobody, because ...' is an answer. Asked only where the journal knows that it was noted before the launch, or
where the text itself says that it was kept back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule

_KEPT_BACK = re.compile(
    r"\b(?:i )?(?:kept (?:it|this|that|the note) to myself|told (?:nobody|no one)|said nothing(?: to anyone)?"
    r"|(?:did not|never|had not|have not)"
    r" (?:tell|told|say|said|raise|raised|mention|mentioned|pass|passed|report|reported|share|shared) (?:(?:it|that"
    r"|this|a word|anything)(?: on| up)? ?)?"
    r"(?:to )?(?:anyone|anybody|it|this|that))\b"
)
_WHY = re.compile(r"\b(?:because|since|as (?:i|it|we|nobody|the|there)|for (?:lack|want|fear)|so (?:that|as))\b")


def _check(reading: Reading, known: Circumstances) -> Iterator[Hit]:
    if known.stories:
        facts = known.stories[0]
        if facts.tells_foresight and not facts.is_raised and not _says_why(reading):
            yield Hit(0, 0)
        return
    for sentence in reading.sentences:
        kept = _KEPT_BACK.search(sentence.text)
        if kept and not _WHY.search(sentence.text):
            yield Hit(*reading.span(sentence.start + kept.start(), sentence.start + kept.end()))


def _says_why(reading: Reading) -> bool:
    return any(_KEPT_BACK.search(each.text) and _WHY.search(each.text) for each in reading.sentences)


RULE = Rule(
    name="untold-foresight",
    level=Level.ADVICE,
    scope=Scope.STORY,
    question="Whom did you tell?",
    message="It was noted before the launch; the listener may ask whom you told and what came back.",
    fix="Say which role you raised it with and the reply. 'Nobody, because ...' is an answer too.",
    source="a sister thread of the seed: PMs ask what one did with what one saw",
    must_flag=(
        "I noted it on 14 January and kept it to myself. The tariff table went live on 1 December and 70 bills "
        "were wrong.",
        "My log of 3 February has the battery in it, but I told nobody. The pump launched on 6 May and nine stopped.",
        "I wrote it down on 4 September. I never mentioned it to anyone. On 6 October the breaker went, for 19 vans.",
    ),
    must_pass=(
        "I noted it on 14 January and raised it with the tariff lead. The table went live on 1 December.",
        "I told nobody, because I had one case and one case is no size. On 6 May nine pumps stopped.",
        "My note of 4 September says that the vans come home together; the plan launched on 1 October.",
        "On 6 May nine pumps stopped, and nobody told the ward.",
    ),
    check=_check,
    mended_at="story.raised_with",
)
