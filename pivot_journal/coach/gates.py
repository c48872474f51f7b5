"""What a phrase must get past before it counts, shared by the rules: who speaks, what is denied, who is meant.

Words come before phrases in a rule's file: *who feels what about what*, never a lone word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pivot_journal.coach.finding import Level
from pivot_journal.coach.patterns import AnyOf
from pivot_journal.coach.reading import Reading, Sentence
from pivot_journal.coach.rule import Check, Circumstances, Hit

NEGATION_WORDS = 4
"""How many words before a phrase a negation still cancels it."""

ADVERBS = (
    r"(?:(?>(?:kind of|sort of|a bit|a little|more than a little|and more|well and truly|at this point|by now"
    r"|ever so|\w+ly"
    r"|so|just|very|quite|pretty|too|all|now|still|also|always|already|rather|beyond|more|even|bloody|damn|super"
    r"|about)\b),? ){0,6}"
)
"""Words that may stand between a verb and what it is about."""
I_AM = (
    r"\b(?:i (?:am|was|have been|had been|feel|felt|have felt|get|got|have got|have gotten|keep getting|have become"
    r"|became|have grown|grew|am getting|am feeling|am growing|have started (?:to feel|feeling)|started feeling|end up"
    r"|ended up|must be|seem)"
    rf"|(?:left|leaves|leaving|makes|made|making|got|has|had) me|has left me) {ADVERBS}"
)
"""The speaker as one who is or feels something."""
START = (
    r"(?:^|(?<=[.:;,—–] ))[\"'(]*(?:(?:honestly|frankly|truthfully|basically|actually|so|well|lol|tbh|ok|okay|look"
    r"|to be (?:honest|fair|frank)|and|but|because|plus|right now|these days|i guess|i think),? )*"
)
"""The beginning of a clause, where a missing subject is the speaker."""
FIELD = (
    r"(?:(?:customer |tech(?:nical)? |user )?(?:support|service|care|success)|(?:the )?(?:business )?op(?:eration)?s"
    r"|(?:warehouse|retail|payments?|claims|logistics|field|store|hospital|clinic(?:al)?|hotel|airport|fraud|returns"
    r"|supply[- ]chain|plant|grid|content|factory) operations|logistics|fulfil?lment|dispatch(?:ing)?|warehous(?:e|es"
    r"|ing)(?: work)?|claims|(?:content )?moderation|trust (?:and|&) safety|retail|hospitality|nursing|health ?care"
    r"|supply[- ]chain|manufacturing|catering|cooking|the (?:kitchens?|line|floor|phones?|desk|ward|plant|depot"
    r"|dock|trenches|front ?line|back ?office|shop floor|warehouse|call cent(?:er|re)|control room|night desk)"
    r"|call[- ]cent(?:er|re)s?(?: work)?|a call[- ]cent(?:er|re)|procurement|billing|back[- ]office(?: work)?|admin"
    r"|shift work|(?:the )?(?:night|late|early|double) shifts?|nights|on-?call(?: work)?|field service|maintenance"
    r"|facilities|scheduling|quality assurance|qa|customer[- ]facing work|incident response|firefighting"
    r"|fire-fighting)"
)
"""What a speaker from operations may call the field of work."""
JOB = (
    r"(?:(?:my|this|the|our|a|an|any|that|such a|the same(?: old)?)(?: \w+){0,2}? (?:job|role|work|position|post|career"
    r"|shifts?|boss|(?<!product )manager|bosses|supervisor|employer|company|workplace|office|place|pay|salary"
    r"|wages?|hours|rota|roster"
    r"|team|field|industry|line of work|profession|trade|sector|day-to-day|daily grind|grind|routine|commute|culture"
    r"|desk|floor|department|firm|business|situation|life)|working (?:life|here|in|at|for|with|on)"
    r"|work(?:ing)?\b(?! (?:on|out))"
    r"|here|everything)"
)
"""A speaker's job, pay, hours, boss or place of work."""
OBSERVED = (
    r"(?<![\w.])\d[\d.,:]{0,40}+(?!\+?[ -](?:years?|months?|yrs?|jobs?|careers?|roles?|hours? (?:a"
    r"|per) week))(?![\d.,:+]|/7|\+)"
    r"|\b(?:eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:a )?hundreds?"
    r"|thousands?|dozens?)"
    r" (?!years|months)\w+|\b(?:i|we) (?:\w+ )?(?:could see|have seen|saw|noticed|counted|traced|tracked|tagged|logged"
    r"|timed|sampled|measured|found|watched|have watched|wrote down|sorted|matched|mapped|tallied|recorded|kept a)\b"
    r"|\b(?:tracing|counting|logging|tagging|watching|timing|seeing|noticing|sampling|sorting|matching|tallying"
    r"|learning|learnt"
    r"|learned|implementing) (?:\w+ ){0,5}?(?:break|breaks|broke|fail|fails|failed|what|where|why|how|that|to one)\b"
    r"|\b(?:the|our|a|one|each"
    r"|every|that) (?:[\w-]+ ){1,3}(?:assum(?:es|ed)|broke|failed|dropped|rebooted|jammed"  # codespell:ignore assum
    r"|rejected"
    r"|lost|treated|expected|doubled|went live|went out|shipped|launched|held|stopped|printed|cost (?:us|my|our|the))\b"
)
"""An observed fact: a count, a date, something that the speaker saw or that a system did."""
PEOPLE_OF_PRODUCT = (
    r"(?:product (?:managers?|people|folks?|teams?|owners?|leads?|leaders?|side|org(?:ani[sz]ation)?|guys?|department)"
    r"|product managers?"
    r"|(?:the |our |my |your |most |some )?(?:designers?|developers?|devs?|engineers?|engineering|leadership(?: team)?"
    r"|(?:senior |upper |middle )?management|executives?|execs|architects?|consultants?|the (?:business|board|pmo"
    r"|bosses|powers that be|project team|decision[- ]makers|analysts)|decision[- ]makers|(?:someone|somebody"
    r"|people|those|everyone|folks) (?:upstairs|in head office|at head office|at hq|in product|at the top)"
    r"|head office|headquarters|hq|corporate|the business"
    r"|roadmap (?:people|owners?|team)|higher-?ups|directors?|stakeholders|the c-suite|ux (?:people|team)"
    r"|(?:design|tech|engineering|software|dev|platform|ux) (?:teams?|people|folks?|side|org|department)))"
)
"""Roles that a listener may hold or be close to."""
SAID_BY_OTHERS = (
    r"^.*, (?:the|a|an|one|two|our|another|he|she|they) (?:[\w-]+ ){0,3}?(?:said|says?|told (?:me|us)|wrote|complained)"
    r"[.!]?$",
    r"(?<!\bi )(?<!\bi have )\bcall(?:s|ed)? (?:it|(?:the|our|each|that) (?:[\w-]+ ){0,3}?[\w-]+) (?:a|an|the) [\w-]+"
    r"(?: [\w-]+)?",
)
"""Antipatterns: words of somebody else's without quotation marks, and what others call a thing."""

_NEGATION = re.compile(
    r"\b(?:not(?! (?:only|just|merely|simply|know|sure|going to lie|gonna lie)\b)|never|no longer|nor|neither"
    r"|hardly|without|rather than|instead of"
    r"|far from|nobody|no one|none|pretend(?:ing)?|as if|as though|whether)\b"
)
_WORD = re.compile(r"[^\s]+")
_CAUSE = re.compile(r"\s*(?:because|since)\b")
_DENIED_CAUSE = re.compile(r"\b(?:not|never)\b[^.]*$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A regular expression over the normalised text, and what holds for its matches."""

    expression: str
    is_negatable: bool = True
    """Whether a negation before it cancels it; a phrase that holds its own ('can not face') is not."""
    allows: Callable[[Reading, Sentence, re.Match[str]], bool] | None = None
    """A gate of its own: whether a match counts."""
    level: Level | None = None
    """Instead of the rule's, as are the words below."""
    message: str = ""
    question: str = ""
    fix: str = ""

    def hit(self, start: int, end: int) -> Hit:
        """Return its match at a place of the user's own text."""
        return Hit(start, end, self.message, self.question, self.fix, self.level)


def is_negated(sentence: Sentence, place: int) -> bool:
    """Return whether what begins at a place of a sentence is denied: up to four words before, in the same clause.

    A cause is denied with what it is the cause of: "I'm not leaving because I'm unhappy".
    """
    start = sentence.clause_start(place)
    before = sentence.text[start:place]
    words = _WORD.findall(before)[-NEGATION_WORDS:]
    if _NEGATION.search(" ".join(words)):
        return True
    if not start or not _CAUSE.match(sentence.text, start):
        return False
    return bool(_DENIED_CAUSE.search(sentence.text[sentence.clause_start(start - 1) : start]))


def finds(*phrases: str | Phrase, never: Sequence[str] = ()) -> Check:
    """Return a check that objects to the first place of each sentence where one of the phrases counts.

    Args:
        phrases: What to look for, in the order in which they are tried; a bare string may be negated.
        never: Antipatterns: a match that overlaps one of theirs does not count.
    """
    by_gates: dict[Phrase, list[str]] = {}
    for phrase in (Phrase(each) if isinstance(each, str) else each for each in phrases):
        by_gates.setdefault(replace(phrase, expression=""), []).append(phrase.expression)
    tried = tuple((AnyOf("|".join(expressions)), gated) for gated, expressions in by_gates.items())
    barred = AnyOf("|".join(never)) if never else None

    def check(reading: Reading, _: Circumstances) -> Iterator[Hit]:
        for sentence in reading.sentences:
            found = _first(reading, sentence, tried, barred)
            if found:
                start, end, phrase = found
                yield phrase.hit(*reading.span(sentence.start + start, sentence.start + end))

    check.patterns = (*(each for each, _ in tried), *([barred] if barred else []))  # type: ignore[attr-defined]  # for tests.coach.cues
    return check


def _first(
    reading: Reading, sentence: Sentence, tried: tuple[tuple[AnyOf, Phrase], ...], barred: AnyOf | None
) -> tuple[int, int, Phrase] | None:
    """Return the first place of a sentence that counts, and for which phrase."""
    bars: list[tuple[int, int]] | None = None
    for pattern, phrase in tried:
        for found in pattern.matches(sentence.text, sentence.stems):
            start, end = found.span()
            if bars is None:
                bars = [bar.span() for bar in barred.matches(sentence.text, sentence.stems)] if barred else []
            if any(start < bar_end and bar_start < end for bar_start, bar_end in bars):
                continue
            if phrase.is_negatable and is_negated(sentence, start):
                continue
            if phrase.allows and not phrase.allows(reading, sentence, found):
                continue
            return start, start + len(found[0].rstrip(" ,;:—–")), phrase
    return None
