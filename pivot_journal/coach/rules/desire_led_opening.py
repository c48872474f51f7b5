"""An opening whose first claim is the speaker's career wish, application or request, with no observation before it.

Source: the thread this program comes from: "When networking, lead with these insights, not your career desire". An
interviewers' guide says that the answer to "why product" that names a moment moves a rating and the one that names a
passion does not (pminterviewcopilot.com).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.gates import ADVERBS, OBSERVED, START, is_negated
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule

_ROLE = (
    r"(?:product (?:management|managers?|owner(?:ship)?|roles?|jobs?|teams?|careers?|side|positions?|work|world"
    r"|org(?:ani[sz]ation)?"
    r"|leads?|designer|person|people|thinking|strategy|space|function|field|openings?|opportunit\w+|internship"
    r"|apprentice\w*"
    r"|analyst|ops|operations)"
    r"|(?:in|into|to|toward|towards|for|of|about|with|do|doing|be|being|try|trying|give|giving|join|joining|enter"
    r"|entering|than|but|about|love|within|moving|on) (?:the )?product\b(?=[ ]*(?:[.,;!?)—–]|$|and|or|but|because"
    r"|as|at|with|in|from"
    r"|after|since|so|instead|a |an |full|properly|one day|someday|next|this|i |role))"
    r"|roadmaps?|my career|a career|career (?:change|move|switch|pivot|path|goal|step)|careers?|(?:a|the|your"
    r"|this|any|that|new) "
    r"(?:\w+ )?(?:role|job|position|opening|vacancy|opportunity|internship|apprenticeship|secondment)|(?:roles"
    r"|jobs|positions"
    r"|openings|opportunities|vacancies)\b|advice|interviews?|referral|refer me|(?:shape|own|make|making|shaping"
    r"|influence"
    r"|drive|driving) (?:the |those |these |big |bigger |real )?(?:product )?decisions|transition(?:ing)?|pivot(?:ing)?"
    r"|break(?:ing)? into|mentor(?:ship|ing|s)?|coffee|pick your brain|your (?:journey|path|career|story"
    r"|experience|advice"
    r"|guidance|insights?)|connect with|network(?:ing)?|join (?:your|the|a) (?:\w+ )?team|work (?:for|at"
    r"|with) (?:you|your)"
    r"|(?:switch|changing|change|move|moving|switching|making the) (?:careers?|switch|jump|leap|move)|upskill\w*"
    r"|the other side of the table|build(?:ing)? (?:\w+ )?products?|(?:a |the )?(?:product|tech) (?:company"
    r"|startup|firm|business)|foot in the door|(?:in|into) on (?:the )?product|resume|cv\b|(?:try|do|find|start"
    r"|explore|learn) (?:something|anything) (?:\w+ )?(?:new|different|else)|leave (?:ops|operations|support"
    r"|my job)|hir(?:e|es|ed|ing)\b)"
)
_WISH = (
    rf"\b(?:i (?:would|'d)|i'd|we'd) {ADVERBS}(?:love|like|rather|prefer|appreciate|be (?:\w+ )?(?:thrilled|keen"
    r"|grateful|glad"
    r"|happy|delighted|honou?red|excited|interested|open))\b"
    rf"|\bi {ADVERBS}(?:want(?:ed)?|hope|aim|plan|wish|dream|intend|aspire|long|need|have (?:\w+ )?(?:decided"
    r"|dreamt|dreamed|dreamed of|wanted"
    r"|hoped|set my (?:heart|sights)|applied|been (?:\w+ )?(?:looking|hoping|thinking|dreaming|trying|considering"
    r"|exploring|wanting|interested|wondering))|decided|reali[sz]ed (?:that )?i (?:want|belong|should be)|applied"
    r"|wonder(?:ed)?"
    r"|am (?:\w+ly |now |just |also |still |really |very |so |currently |super )*+(?:looking|hoping|trying"
    r"|exploring|aiming|planning|seeking|applying|interested|keen|eager|excited|passionate"
    r"|thinking|considering|ready|determined|drawn|curious|transitioning|pivoting|switching|making|moving|after"
    r"|in the market"
    r"|open|on the lookout|wanting|reaching out|writing|messaging|contacting|getting in touch|actively|set on|desperate"
    r"|dying|working towards|an aspiring|a(?:n)? (?:\w+ )?aspiring|a candidate))\b"
    r"|\bmy (?:[\w-]+ )?(?:[\w-]+ )?(?:dream|goal|ambition|aim|hope|plan|passion|wish|next step|target|aspiration"
    r"|objective|intention"
    r"|north star|calling)s?\b(?: (?:job|role|career|move))? (?:is|has|was|would|for)\b"
    r"|\b(?:it|this|that) (?:would|'d|has|is) (?:\w+ )?(?:mean the world|mean (?:a lot|so much|everything)"
    r"|be (?:a|my) dream"
    r"|(?:always |long )?been (?:a|my) (?:\w+ )?(?:dream|ambition|goal|wish)|my (?:dream|ambition|goal|wish)"
    r"|time (?:for me )?(?:to|for))\b"
    r"|\b(?:could|can|would|will|might|may) (?:you|i|we) (?:\w+ )?(?:\w+ )?(?:refer|introduce|help|mentor"
    r"|recommend|forward|put|take"
    r"|review|spare|share|give|advise|connect|consider|hire|pick|grab|ask|have|buy|get|shadow|apply|mind|be open"
    r"|tell me"
    r"|point|pass|look|chat|talk)\b"
    rf"|{START}(?:looking|seeking|hoping|interested|aspiring|exploring|eager|keen|excited|wanting|trying|any"
    r"|dreaming|please"
    r"|currently (?:looking|seeking|exploring)|ready|actively|open|considering|need|want|would love|long-time dream)\b"
    r"|\bi (?:was|am) (?:just )?wondering (?:if|whether)\b|\bi (?:\w+ )?(?:believe|think|feel"
    r"|know) (?:that )?(?:i'd|i would|i could|i can|i am) (?:\w+ )?(?:be|make|become|do|ready|cut)\b|\bi (?:came"
    r"|joined|signed up|am here|follow\w*|subscribed|am writing|wrote) (?:[\w ]{0,25})?(?:to|because|for)\b"
    r"|\bwhat (?:would|does|will|do) (?:it take|i (?:\w+ )?need|i have to do)\b|\bi feel (?:\w+ )?(?:ready|called"
    r"|drawn)\b|\bi (?:am|have been) [^.;,]{0,40} and (?:\w+ )?(?:want(?:ed)?|would (?:love|like)|hope|am looking"
    r"|need)\b"
    r"|\b(?:are you|is your (?:team|company)|do you|does your|is there|are there|would there be|would you)\b"
    r"|\bhow (?:do|can|could|did|would|should) (?:i|you|one|someone)\b|\bhelp me\b|\bi (?:just )?(?:know|feel"
    r"|believe|think) (?:that )?"
    r"(?:i want|i belong|i should be|i'd be|product (?:management )?is (?:my|the|where))\b"
)
_WISHES = re.compile(rf"(?P<wish>{_WISH})(?P<between>[^;:]{{0,90}}?)\b(?P<role>{_ROLE})")
_PRODUCT_IS = re.compile(
    r"\b(?:get(?:ting)?|break\w*|mov(?:e|ing)|becom\w*|being|work(?:ing)?|switch\w*|transition\w*|join(?:ing)?"
    r"|land(?:ing)?|go(?:ing)?) (?:[\w']+ ){0,4}?product\b[^.;]*\b(?:my (?:\w+ )?(?:dream|goal|ambition|plan"
    r"|aim|wish|passion|next step)|what i (?:\w+ )?(?:want|dream|hope)|i have (?:always )?(?:wanted|dreamed"
    r"|dreamt))"
    r"|\bproduct(?: management)? (?:is|has always been|feels like) (?:\w+ )?(?:my (?:dream|calling|passion|goal"
    r"|future)|where i"
    r"|what i (?:\w+ )?(?:want|dream)|the (?:career|job|role) (?:i|for me))"
)
_QUESTION_ONLY = re.compile(r"^(?:are|is|do|does|would you|how)\b")
_ASKED = re.compile(
    r"\bcareers?\b|\bcoffee|\bjourney|\binterview|\bpick your|\bhired|\bchat about|\bhir\w+|\bopenings?\b"
    r"|\broles?\b|\bjobs?\b|\badvice\b|\bvacanc\w+|\binternship|\btransition\w*"
    r"|\bbreak(?:ing)? into|\bget (?:in)?to product|\breferral|\bmentor\w*|\binto product"
)
_OBSERVED = re.compile(OBSERVED)
_OTHER_WISH = re.compile(
    r"\b(?:tell you|show you|understand|stop|fix|prevent|know (?:why|how|what|where)|explain|reduce|cut|find out"
    r"|describe"
    r"|hear how|see (?:why|how|what|where|fewer)|talk about (?:a|the|one) (?!career|role|job|move|switch|transition))\b"
)


def _check(reading: Reading, _: Circumstances) -> Iterator[Hit]:
    for sentence in reading.opening:
        found = _WISHES.search(sentence.text) or _PRODUCT_IS.search(sentence.text)
        observed = _OBSERVED.search(sentence.text)
        if found and not (observed and observed.start() < found.start()) and not is_negated(sentence, found.start()):
            words = found.groupdict()
            is_other = bool(_OTHER_WISH.search(words.get("between") or ""))
            asks = bool(_QUESTION_ONLY.match(words.get("wish") or ""))
            if not is_other and (not asks or _ASKED.search(sentence.text, found.start())):
                yield Hit(*reading.span(sentence.start + found.start(), sentence.start + found.end()))
                return
        if observed:
            return


RULE = Rule(
    name="desire-led-opening",
    level=Level.WARNING,
    scope=Scope.OPENING,
    question="What did you see?",
    message="The first thing heard is what you want; what you saw would make them ask.",
    fix="Begin with your strongest observation and move the wish to the end.",
    source='Source thread: "lead with these insights, not your career desire"; pminterviewcopilot.com.',
    must_flag=(
        "I want to become a product manager.",
        "I'd love to buy you a coffee and hear about your path into product.",
        "Hi Sam! I'm exploring product roles and wondered whether you hire from outside.",
        "Could you put in a word for me for the junior PM opening?",
        "My goal is to move from the ward desk into product management this year.",
        "Seeking a product role after six years in claims.",
        "I run the night desk at a bottling plant. I'm hoping to break into product.",
    ),
    must_pass=(
        "I want to tell you about a seal that failed on 900 bottles.",
        "My goal that spring was to halve the double bookings.",
        "After tracing 88 failed payouts to one time limit, I want to work on such limits.",
        "I run the night desk at a bottling plant.",
        "We were looking for the cause of 40 cold ovens and found a drop-down menu.",
        "I could see where product decisions were creating friction, and I want to decide those things.",
        "I wanted the meter readings to match, and they did not.",
    ),
    check=_check,
)
