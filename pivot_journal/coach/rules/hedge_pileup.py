"""Three or more different hedges in one sentence: one is honest, three are a habit.

Source: proselint checks hedging after Steven Pinker's book on style; rules for single hedges are the classic source
of noise (write-good, issue 75: "how many"). Hence three, and each word once.
"""

from __future__ import annotations

from collections.abc import Iterator

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.patterns import AnyOf, outermost
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule

FEWEST = 3
"""Different hedges in one sentence."""

_NOT_A_MONTH = (
    r"(?<!in )(?<!since )(?<!by )(?<!until )(?<!of )(?<!on )(?<!early )(?<!late )(?<!mid )(?<!last )(?<!this )(?<!\d )"
)
_HEDGES = {
    "maybe": r"maybe",
    "perhaps": r"perhaps",
    "possibly": r"possibly|it is possible that|there is a (?:chance|possibility)",
    "probably": r"probably|most likely|(?:very |quite )?likely(?= (?:that|to|the|it|a))",
    "kind": r"(?<!that )(?<!this )(?<!which )(?<!what )(?<!one )(?<!same )(?<!any )(?<!every )(?<!each )(?<!two )("
    r"?<!the )"
    r"(?<!of a )(?<!right )(?<!new )(?<!wrong )kind of(?! (?:tote|box|label|ticket|error|order|parcel"
    r"|customer)s?\b)|kind-of",
    "sort": r"(?<!that )(?<!this )(?<!which )(?<!what )(?<!one )(?<!same )(?<!any )(?<!every )(?<!each )(?<!the )("
    r"?<!to )(?<!we )(?<!they )sort of(?! (?:box|label|tote)s?\b)|sort-of|in a manner of speaking",
    "guess": r"i (?:would |'d )?guess|i'd guess|my guess is|guessing",
    "think": r"(?:think|thinking)(?= (?:maybe|perhaps|it is possibly|that maybe|it might|possibly"
    r"|it is probably))|i (?:kind of |sort of )?(?:just |still |also |really )?(?:think|thought|believe|reckon"
    r"|'d say|would say|would argue)(?! (?:about|of) (?:the|a|it))|i'd (?:say|argue)|in my (?:humble )?(?:opinion"
    r"|view)",
    "suppose": r"i (?:would )?suppose|supposedly|presumably|i (?:would )?(?:imagine|assume)|i'd (?:imagine|assume)",
    "feel": r"i (?:kind of |sort of |just |almost |do )*+(?:feel|felt)(?: like| that| as| it)?|(?:it|this"
    r"|that) (?:\w+ )?(?:feels?|felt) (?:like|as)",
    "might": r"might",
    "may": rf"{_NOT_A_MONTH}may(?= (?:\w+ )?(?:be|have|not|also|or|well|just|need|want|seem|help|make|cause|lead"
    r"|still|possibly|perhaps|even|mean|"
    r"depend|look|find|take|get|give|come|sound|work|turn|simply|actually|only|already|add|go|cost|affect|explain"
    r"|benefit)\b)",
    "could be": r"could(?= (?:\w+ ){0,2}?(?:(?:have been|be)(?! (?:booked|sent|read|seen|done|shipped|used"
    r"|printed|loaded|found|told|made|checked|prevented|fixed))|possibly|maybe|perhaps|conceivably))"
    r"|could(?= (?:potentially|arguably|well) )",
    "somewhat": r"somewhat|to (?:some|a certain|an) (?:extent|degree)|more or less",
    "a bit": r"(?:just )?a (?:little )?bit(?! (?:of (?:tape|paper|string|wire)|flag|mask|field|rate))"
    r"|a little(?= (?:\w+ly |more |less |too )?(?:lost|confus|unclear|off|slow|odd|hard|unsure|late|like|bit"
    r"|vague|fuzzy|messy|clumsy|tricky|unfair|wrong|better|more|less|risky|harsh|misleading|awkward|strange"
    r"|complicated|difficult)\w*)",
    "or something": r"or something(?: like (?:that|this)| similar| along those lines)?(?=[ ]*(?:[.,;!?)]|$))"
    r"|or (?:so|whatever)(?=[.,;!?]|$)|and (?:stuff|things) like that|or thereabouts|some issue|somehow",
    "arguably": r"arguably|conceivably|one could (?:say|argue)|it could be argued|it is fair to say(?=.*\bgeneral)",
    "in a way": r"in a (?:way|sense)(?! (?:that (?:the|we|breaks)|of (?:urgency|humou?r)|we))|in (?:some"
    r"|certain) (?:ways|sense|respects)",
    "hopefully": r"hopefully|i (?:was|am) (?:\w+ )?hoping|i hope|fingers crossed",
    "potentially": r"potentially|theoretically|in theory",
    "seems": r"(?:it|this|that|there) (?:\w+ ){0,2}?(?:seem(?:s|ed)?|appear(?:s|ed)?)(?: (?:to|like|that|as))?"
    r"|seemingly|apparently|(?:seem|seems|seemed|appears?|appeared|tends?|tended) to(?= )",
    "not sure": r"i am not (?:\w+ly |really |quite |too |so |entirely )*+(?:sure|certain|positive)|not sure"
    r"|i am unsure|i (?:really )?do not (?:really )?know(?: for sure)?(?=,| if| whether|$)|who knows|if (?:that"
    r"|this|it) makes (?:any )?sense|if i (?:am not mistaken|remember (?:right|correctly))"
    r"|makes sense(?=, (?:i think|maybe|hopefully))|don't quote me|correct me if",
    "fairly": r"(?:fairly|rather|pretty|quite)(?= (?:much|possibly|likely|probably|maybe|unclear|confusing"
    r"|uncertain))|(?:almost|practically|basically) (?:kind|sort) of",
    "would like to think": r"i (?:would |'d )?(?:like|want|tend) to (?:think|believe)|i'd like to think",
}
_KINDS = {rf"\b(?:{each})": kind for kind, words in _HEDGES.items() for each in outermost(words)}
_MARKERS = AnyOf("|".join(_KINDS))


def _check(reading: Reading, _: Circumstances) -> Iterator[Hit]:
    for sentence in reading.sentences:
        likely = _MARKERS.worth_trying(sentence.stems)
        if len(likely) < FEWEST:
            continue
        found = {_KINDS[each.expression]: match for each in likely if (match := each.compiled.search(sentence.text))}
        if len(found) >= FEWEST:
            start, end = min(match.start() for match in found.values()), max(match.end() for match in found.values())
            yield Hit(*reading.span(sentence.start + start, sentence.start + end))


RULE = Rule(
    name="hedge-pileup",
    level=Level.ADVICE,
    scope=Scope.SENTENCE,
    question="So was it, or wasn't it?",
    message="So many hedges in one sentence may hide what you do know.",
    fix="Keep the one hedge that is true and say why you are unsure.",
    source="proselint on hedging, after Pinker; write-good issue 75 on why one hedge is no finding.",
    must_flag=(
        "I guess the label might perhaps be part of it.",
        "It kind of seems like the valve was maybe open.",
        "Possibly the nurses were a bit confused, or something like that.",
        "I feel like it could possibly have been somewhat clearer.",
        "Maybe I'm wrong, but I think it probably cost a day.",
    ),
    must_pass=(
        "It may have been the valve; we could not prove it.",
        "I estimate roughly 60 hours, give or take 8, from the rota.",
        "A lower limit could have prevented it.",
        "In May we had that kind of tray twice.",
        "I think the default was wrong and the rule was right.",
        "Maybe the driver, maybe the gate, maybe the map: I timed all of them.",
    ),
    check=_check,
)
