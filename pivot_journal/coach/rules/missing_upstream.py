"""A pitch without its third beat: why the speaker wants to be there earlier.

Source: the thread, "here's what I saw, here's why it mattered, and here's why I want to be upstream". The speaker
must be the one who is there: thanks, a coffee or a question is not the beat. The first two beats are looked for story
by story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule

_WISH = re.compile(
    r"\bi (?:\w+ly |really |still |now |also |just |do )?(?:want|would (?:like|love|rather|prefer|choose)|hope|aim"
    r"|plan|intend|mean|need|wish|belong"
    r"|prefer|am (?:here|ready|after|trying|looking|hoping|aiming|keen|moving|working|eager|done (?:with )?\w+ing))\b"
    r"|\bi'd (?:\w+ly |really |much )?(?:like|love|rather|prefer|be (?:most |more )?useful|bring|spend|choose"
    r"|want)\b|\bi will be\b"
    r"|\bmy (?:next|goal|hope|aim|plan|wish|place|ambition|intention)\b|\bnext,? (?:i|for me)\b|\blet me\b"
    r"|\bthat is (?:why|where|when|the (?:point|place|week|room"
    r"|moment|meeting|table))\b|\bwhere i (?:can|could|would|want|should|belong)\b|\bi (?:can|could) (?:bring|help"
    r"|give|be)\b|\bwhat i (?:want|would)\b"
    r"|\bput me\b|\b(?:so|and|which is why) i am\b|\bi think i (?:can|could|should)\b|\bi(?: am|'d be) (?:most"
    r"|more) use\b|\bhelp me\b|\bi ask to\b"
)
_CHOICE = (
    r"(?:chosen|choosing|decided|set|written|drawn|drafted|made|picked|designed|scoped|specified|agreed|planned"
    r"|debated|sketched|shaped|named"
    r"|defined|modelled|modeled|priced|built|wireframed|formed|still (?:cheap|a|an|only|open|on|in|being|just|fluid"
    r"|soft|words?|wet|pencil\w*)|open|cheap"
    r"|on the (?:table|whiteboard|board)|up for|being \w+|born|fixed|argued|weighed|discussed|framed|laid down"
    r"|put in|baked|only a|a (?:sketch|draft|field|sentence|question"
    r"|line|guess|slide|choice|box))"
)
_EARLIER = re.compile(
    r"\bupstream\b|\bearl(?:y|ier|iest)\b|\bsooner\b|\bbeforehand\b|\bup front\b|\bin advance\b"
    r"|\bbefore (?!i (?:go|leave|finish)\b)(?:\S+ ){1,6}?(?:ships?|shipped|launch\w*|go(?:es)? (?:live|out)|is\b"
    r"|are\b|gets?\b|becomes?|turns?|leaves?|reach\w*|lands?"
    r"|hardens?|sets?\b|lock\w*|hits?|costs?|meets?|breaks?|built|decide|choose|has\b|have\b|need\w*|happens?"
    r"|exist\w*|freeze\w*|frozen|harden\w*|starts?|commit\w*|code\w*)"
    r"|\bbefore (?:launch|release|go-?live|the (?:launch|release|build|code|spec|roll-?out|first line|damage|fact))\b"
    rf"|\b(?:when|where|while|until|as long as|the (?:day|week|moment|meeting|hour|minute|point|place)(?: (?:when"
    rf"|where|that|in which))?) (?:\S+ ){{1,6}}?{_CHOICE}\b"
    r"|\b(?:at|in|on|to|into|near|by) the (?:\w+ )?(?:spec\w*|design\w*|drawing[- ]board|planning|whiteboard|table"
    r"|room|start|source|root|front|beginning|first draft"
    r"|kick-?off|draft|discovery|roadmap\w*|definition|requirements?|decision\w*|choice|brief|other side"
    r"|side (?:that|where)|stage where)\b"
    r"|\b(?:shape|shaping|decide|deciding|choose|choosing|influence|influencing|define|defining|own|owning|prevent"
    r"|preventing|help set|set(?:ting)?|make|making"
    r"|change|changing|help pick|question|challenge|write|writing|test|testing) (?:\S+ ){0,3}?(?:those|these|that"
    r"|such|the|things?|defaults?|assumptions?|decisions?|choices?|calls?"
    r"|limits?|rules?|next|specs?|forms?|requirements?|scope)\b"
    r"|\b(?:shape|set|write|choose|draft|define|help (?:shape|set|write|choose|draft|define|pick)) (?:them|it)\b"
    r"|\bto decide\b|\bpeople who decide\b|\bdriver's seat\b|\bwhere (?:it|they|this|that|such \w+) (?:begins?"
    r"|starts?|comes? from|gets? \w+)\b"
    r"|\bbuilding (?:it|them|things)\b|\bon the side (?:that|where|which)\b|\bwhen it (?:is|still|can)\b"
    r"|\bcan still (?:change|move|be)\b"
)
_ASKING = re.compile(r"\?\s*$")


def _check(reading: Reading, known: Circumstances) -> Iterator[Hit]:
    for sentence in reading.sentences:
        if _ASKING.search(sentence.text):
            continue
        wish = _WISH.search(sentence.text)
        if wish and _EARLIER.search(sentence.text, wish.start()):
            return
        if wish and _EARLIER.search(sentence.text) and re.match(r"(?:upstream|before|when|where|earl)", sentence.text):
            return
    yield Hit(0, 0)


RULE = Rule(
    name="missing-upstream",
    level=Level.WARNING,
    scope=Scope.PITCH,
    question="Why product?",
    message="The listener hears what happened and why it mattered, but not why you want to be there earlier.",
    fix="End on it: 'I want to be there when <the assumption of story 1> is chosen.'",
    source="the thread: 'here's why I want to be upstream'",
    must_flag=(
        "In May the tariff page hid 70 contracts, by the credit register. In June the pump assumed a charger at "
        "each bed, and "
        "nine stopped. I have both lists with me. Thanks for listening.",
        "On 3 March 40 trucks queued for 80 minutes: the slot tool took a truck for one driver. On 9 July the "
        "map sent 18 vans "
        "to a closed road. Both were easy to see from the yard. Could we meet next week?",
        "In Q1 the filter caught 300 jokes. In Q2 it caught 90 nurses. I wrote to the desk both times, and I "
        "still have the mails.",
    ),
    must_pass=(
        "In May the tariff page hid 70 contracts. In June nine pumps stopped. I'd like to sit where such a "
        "default is picked.",
        "The slot tool took a truck for one driver. I want to question that before it is code.",
        "I counted 300 jokes and 90 nurses. My next step is upstream, at the draft of the rule.",
        "I have cleaned up after four defaults. I want to shape the fifth.",
        "Two lists, one cause. I hope to bring the yard into the meeting where the plan is still a sketch.",
    ),
    check=_check,
    mended_at="pitch.why_earlier",
)
