"""Self-praise and the words of a CV, without a fact beside them.

Source: an answer made of adjectives gives an interviewer nothing to score (pminterviewcopilot.com); a head of
product names fluff as a peeve after more than a thousand résumés (jackiegreenfield.com).
"""

from __future__ import annotations

import re

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.gates import START, Phrase, finds
from pivot_journal.coach.reading import Reading, Sentence
from pivot_journal.coach.rule import Rule

_ADJECTIVE = (
    r"(?:passionate|results?[- ](?:driven|oriented|focused)|customer[- ](?:obsessed|centric|focused|first)"
    r"|user[- ](?:centric|obsessed|focused)|hard-?[ ]?working|highly motivated"
    r"|self[- ](?:motivated|driven|starting)|motivated|detail[- ](?:oriented|focused|obsessed)|data[- ]driven"
    r"|goal[- ](?:oriented|driven)|solutions?[- ](?:oriented|focused|driven)|action[- ]oriented|dynamic|dedicated"
    r"|proactive"
    r"|innovative|visionary|enthusiastic|empathetic|resilient|adaptable|versatile|tireless|ambitious"
    r"|entrepreneurial|quick-witted|forward[- ]thinking|talented|gifted|exceptional|outstanding"
    r"|dependable|conscientious|diligent|charismatic|tenacious|relentless|resourceful|multi-?talented"
    r"|highly (?:organi[sz]ed|analytical|skilled|driven|adaptable|capable|effective)|growth[- ]minded"
    r"|mission[- ]driven|purpose[- ]driven|seasoned|accomplished|well-rounded|intellectually curious"
    r"|insatiably curious|naturally curious|deeply committed|driven)"
)
_NOUN = (
    r"(?:self[- ]starter|team[- ]player|(?:strategic|critical|creative|analytical|systems|big-picture|lateral"
    r"|out-of-the-box|visionary) thinker|rock ?star|ninja|guru|wizard|unicorn|go-getter"
    r"|natural(?:[- ]born)? (?:leader|communicator|problem[- ]solver|collaborator)|(?:born|strong|great|excellent"
    r"|inspiring|proven|effective|true|strategic) leader"
    r"|people[- ]person|(?:fast|quick|lifelong|life-long|rapid) learner|quick study|problem[- ]solver"
    r"|perfectionist|thought leader|game[- ]changer|change[- ](?:agent|maker)|(?:high|top)[- ]performer"
    r"|over-?achiever|high[- ]achiever|(?:great|excellent|strong|effective|skilled|clear|gifted"
    r"|superb) (?:communicator|collaborator|listener|organi[sz]er|multi-?tasker|relationship builder|facilitator"
    r"|writer|negotiator)"
    r"|doer|hustler|trail-?blazer|visionary|innovator|force of nature|power ?house|workaholic|bridge[- ]builder"
    r"|multi-?tasker|customer champion|superstar|all-rounder|driving force|force multiplier|disruptor|evangelist"
    r"|safe pair of hands|swiss army knife)s?"
)
_PRAISE = rf"(?:{_ADJECTIVE}|{_NOUN})"
_BEFORE = (
    r"(?:(?>(?:a|an|the|very|both|also|just|such|always|quite|so|real|true|\w+ly|known as|my team's|our|of those"
    r"|one of)\b) ){0,6}"
)
_LISTED = r"(?:[\w-]+(?:, | and |, and | but ))?(?:[\w-]+(?:, | and |, and | but ))?"
_I_AM = (
    r"\bi (?:am|have always been|was always|consider myself|would (?:call|describe) myself as"
    r"|pride myself on being|remain|see myself as|would say i am|describe myself as|like to think (?:that )?i am"
    r"|am known as|am seen as|am regarded as|am what you would call|bring to the table) (?:to be "
    rf"|as )?{_BEFORE}{_LISTED}{_BEFORE}(?:[\w-]+ ){{0,2}}?{_PRAISE}\b"
    r"(?! (?:complaint|slotting|pricing|badge|flag|dispatch|routing|list|queue|field|by (?:the|a|what)|home"
    r"|to (?:the|work) in))"
    rf"|{START}(?:as |being |a |an |i am )*+{_BEFORE}{_PRAISE}(?:(?:,| and|, and) (?:(?!and\b)[\w-]+ )"
    r"{0,3}(?!and\b)[\w-]++)*(?: (?:professional|individual|person|operator|leader|coordinator|manager|specialist"
    r"|analyst|\w+er))?(?: (?:with|who)|,? i\b|\.?$)"
)
_MY = (
    r"\bmy (?:own )?(?:\w+ly )?(?:excellent|strong|great|exceptional|outstanding|proven|superb|unique|natural"
    r"|unmatched|unrivalled|amazing|stellar|top-notch|solid|deep|extensive|impressive|remarkable|strategic|keen"
    r"|sharp|positive|can-do|relentless|tireless|strong|innate|boundless|creative|analytical|entrepreneurial"
    r"|growth|incredible|wonderful|genuine|extraordinary|infectious)(?:,? (?:and )?[\w-]+){0,3}? "
    r"(?:skills?|skillset|skill set|abilit(?:y|ies)|mindset|work ethic|track record|passion|instincts?"
    r"|attention to detail|eye|drive|attitude|leadership|communication|talents?|energy|enthusiasm|dedication"
    r"|intuition|mind|expertise|creativity|vision|thinking|curiosity|acumen|empathy|background in excellence)\b"
    r"|\bmy (?:work ethic|attention to detail|can-do attitude|passion for|people skills|problem-solving (?:skills"
    r"|ability)|leadership (?:skills|style)|communication skills|soft skills|analytical skills"
    r"|interpersonal skills|strategic mindset|growth mindset|customer obsession|dedication to"
    r"|commitment to excellence|drive (?:for|to)|enthusiasm for|love of (?:learning|problem|users|customers"
    r"|products))\b"
    r"|\b(?:skills|strengths|energy|passion|attitude|personality|mindset) (?:really |truly |that )?(?:sets?"
    r"|makes?) me (?:apart|stand out|different|unique|special)"
)
_HAVE = (
    r"\bi (?:\w+ly |also |really |truly )?(?:have|bring|possess|offer|come with|boast|demonstrate|show"
    r"|am (?:equipped|blessed|armed) with|can offer|will bring|would bring|carry|hold|display) (?:\w+ ){0,4}?"
    r"(?:proven (?:track )?record|proven history|track record|(?:\w+ )?passion for|passion\b|work ethic"
    r"|can-do (?:attitude|spirit|mindset)|keen eye|(?:excellent|strong|great|exceptional|outstanding|superb|solid"
    r"|proven|stellar|amazing|top-notch|well-honed) (?:[\w-]+ ){0,3}?(?:skills?|abilit(?:y|ies)|instincts?|acumen"
    r"|sense)|wealth of (?:experience|knowledge)|growth mindset|unique (?:blend|mix|combination|skill ?set"
    r"|background|perspective)"
    r"|attention to detail|positive attitude|positive energy|winning attitude|eye for detail|strategic mindset"
    r"|thirst for"
    r"|hunger (?:for|to)|insatiable|entrepreneurial (?:spirit|mindset)|customer obsession|bias for action"
    r"|strong sense of ownership|ownership mentality|people skills|leadership qualities|outside-the-box"
    r"|what it takes|endless (?:energy|drive)|deep empathy)"
)
_CV = (
    r"\bi (?:\w+ly |always |truly |really |also |can |will )*+(?:thrive|excel|flourish|shine|perform best) (?:in"
    r"|under|on|at|when|with)\b(?! (?:spreadsheet|sheet))"
    r"|\b(?:thrives?|excels?|flourish(?:es)?) (?:in|under|on) (?:\w+ )?(?:fast-paced|pressure|ambiguity|change"
    r"|chaos|challenges?|high-pressure|dynamic)"
    r"|\b(?:i|who|and|always|to|consistently|me)(?: \w+ly| always| can| will| would)* (?:go"
    r"|goes|going|gone|went|do) (?:that |the |an )(?:extra|additional) mile\b|\b(?:i|who|and|always)(?: \w+ly"
    r"| always| can| will)* (?:go|goes|going|gone|went) above and beyond\b"
    r"|\bi (?:always |\w+ly |will |can )*+(?:give|gave|put in|bring) (?:it )?(?:110|120|150|200|1000|my all"
    r"|a hundred and ten|one hundred and ten|everything i)(?: ?%| percent)?"
    r"|\bi (?:\w+ )?(?:wear|wore|juggle) many (?:hats|balls)|\bi (?:always |\w+ly |can |like to "
    r"|love to )*+think(?:ing)? (?:outside (?:of )?the box|big\b|strategically|out of the box|differently"
    r"|like an owner)"
    r"|\bi (?:\w+ly |really |truly |just |also )*+(?:live and breathe|eat,? sleep|obsess over|pride myself"
    r"|take pride in my|never give up|never take no|always deliver|consistently (?:exceed|deliver|outperform)"
    r"|always exceed|exceed(?:ed)? (?:all )?expectations|get things done|make things happen|move mountains"
    r"|push the envelope|add value wherever|lead by example)"
    r"|\bi am (?:\w+ly |so |very |really |truly |also |super |extremely )*+(?:passionate|obsessed|enthusiastic"
    r"|fanatical|crazy|obsessed) (?:about|with|by)\b(?! (?:one|this|that|a|the) (?:number|question|field|label"
    r"|rule|checkbox|gap|default))"
    r"|\b(?:colleagues?|people|friends|everyone|teammates|peers|co-?workers|they|others|managers?"
    r"|my (?:\w+ )?(?:boss|manager|team|peers|colleagues|friends|reviews?|supervisor|director"
    r"|coworkers))(?: \w+ly| always| often| all| would| will| have| has)* (?:calls?|called|describes?|described"
    r"|says?|tells?|sees?|considers?|refers? to|praises?|praised|nicknamed|dubbed|rates?|rely on"
    r"|compliments?) (?:on )?me\b(?: (?:as|for|to be|that|i am|their|our|on my))*(?= )(?! (?:when|about (?:the|a)"
    r"|whether|where|what|why|how|to (?:check|count|ask|fix|stop|come)|if|at|late|twice|only|in (?:the|may|june"
    r"|march)|(?:the|our|their) (?:app|form|label|parcel)))"
    r"(?=[^.;]*\b(?:rock ?star|machine|best|great|hard|reliable|calm|leader|passion\w*|player|go-to|natural"
    r"|genius|star|excellent|amazing|smart|strategic|organi[sz]ed|glue|hero|expert|brilliant|talented|creative"
    r"|thinker|wizard|engine|superstar|sharp\w*|positive|attitude|skills?|dependable|visionary|heart|backbone"
    r"|legend|unicorn|work ethic|dedicat\w+|energy))"
    r"|\bi am (?:\w+ )?(?:known|recogni[sz]ed|renowned|respected|valued|praised) (?:for|as) (?:my|being|a|an|the)\b"
    r"|\bi am (?:\w+ly |so |very |really |truly |also |super |extremely |just )*+(?:great|good|excellent|brilliant"
    r"|amazing|fantastic|wonderful|outstanding|exceptional|skilled|gifted|talented|a natural) (?:with people"
    r"|at (?:solving|communicating|leading|working|building|multi-?tasking|managing|listening|collaborat\w+"
    r"|problem|influencing|stakeholder|organi[sz]ing|motivating|connecting|talking|making|juggling|seeing"
    r"|bringing))"
    r"|\bmy (?:\w+ )?(?:super-?power|greatest strength|biggest strength|main strength|secret weapon|forte"
    r"|calling card|strength|strengths|biggest asset|trademark)s? (?:is|are|lies?|has)\b"
    r"|\bi am the (?:\w+ )?(?:glue|backbone|heart|engine|soul|rock|go-to|driving force|life and soul|most \w+"
    r"|hardest[- ]working)\b(?! (?:expensive|senior|junior|recent))|\b(?:says?|said|thinks?|told (?:me|everyone)"
    r"|always says?|tells? (?:me|everyone)) (?:that )?i am (?:the |a |an |very |really |so |one of the )*+(?:most"
    r"|best|hardest|great|reliable|natural|real|amazing|excellent|smart|rock|star|strong|brilliant|creative"
    r"|strategic|good|dedicated|hard-?working|passionate)"
    r"|\bi am (?:a|the kind of|the sort of|the type of) (?:\w+ )?(?:leader|person|manager|professional|colleague"
    r"|teammate|individual|communicator) (?:who|that) (?:\w+ )?(?:inspires?|motivates?|delivers?|leads?|never"
    r"|always|gets?|thrives?|cares?|goes|makes?|brings?|builds?|loves?|empowers?)|\bi (?:always |really |fully "
    r"|consistently |truly )*+(?:take (?:full |real |complete |total )?ownership|get (?:things|stuff) done"
    r"|go all in|never settle|roll up my sleeves|move fast|own my outcomes|wear my heart|put (?:users|customers"
    r"|people) first|inspire (?:others|people|my team)|lead from the front|make a difference|add value"
    r"|drive (?:results|impact|change|innovation))\b"
    r"|\bi am (?:\w+ly |so |very |also )*+(?:curious|hungry|driven|humble|reliable|organi[sz]ed|positive|creative"
    r"|ambitious|energetic|smart|calm),? (?:[\w-]+,? )?and (?:\w+ly |always )?(?:curious|hungry|driven|humble"
    r"|reliable|organi[sz]ed|positive|creative|ambitious|energetic|smart|calm|dedicated|motivated|kind|passionate"
    r"|hard-?working|tireless|flexible|structured)\b"
    r"|\bi am (?:also |really |truly )*+(?:a|an) (?:[\w-]+,? (?:and )?)?(?:hard|fast|quick|great|good"
    r"|empathetic|tireless|committed|dedicated|passionate|strong|excellent|active|careful|natural|skilled"
    r"|confident|persuasive|effective|eager|keen|creative|clear|born|inspiring|deep|patient|proven|solid|reliable"
    r"|brilliant|fantastic|amazing|enthusiastic|loyal|genuine) (?:and [\w-]+ )?(?:listener|communicator"
    r"|collaborator|worker|learner|thinker|leader|solver|achiever|finisher|negotiator|mentor|motivator|performer"
    r"|organi[sz]er|planner|colleague|teammate|professional|contributor|facilitator|presenter|storyteller"
    r"|researcher|analyst|strategist|multi-?tasker|people person)\b"
    r"|\bi (?:have|bring|possess|was born with|am blessed with) (?:a |an |some |such a |loads of "
    r"|lots of )?(?:\w+ )?(?:talent|gift|knack|flair|nose|instinct|aptitude|head|natural feel|feel|passion"
    r"|enthusiasm|drive|hunger) (?:for|to)\b|\bi (?:have|bring) (?:\w+ )?(?:boundless|endless|limitless|infinite"
    r"|unlimited|tons of|loads of|plenty of|so much|a lot of|great|positive|high|real|infectious) (?:energy|drive"
    r"|passion|enthusiasm|curiosity|creativity|ambition|empathy|motivation|dedication|charisma|initiative)\b"
    r"|\bi am (?:\w+ly |so |very |fully |100% |truly |deeply )*+(?:committed|dedicated|devoted) to (?:excellence"
    r"|quality|my (?:users|customers|team|work|craft)|users?|customers?|growth|learning|success|making|delivering"
    r"|continuous|self-improvement|innovation|creating|helping|improving|the user)\b|\bi am (?:a )?natural (?:at"
    r"|with)\b|\bi(?: really| always| truly)? (?:love|relish|welcome|embrace|enjoy|live for) (?:a |a good |new "
    r"|every |tough |any |hard )*+(?:challenges?|solving problems|problem[- ]solving|complexity|making an impact"
    r"|wearing many hats)\b"
    r"|\bi am (?:\w+ly |so |very |also |always )*+(?:loyal|honest|committed|friendly|energetic|flexible"
    r"|trustworthy|punctual|confident|open-minded|curious|creative|reliable|organi[sz]ed|dedicated|ambitious"
    r"|driven|hard-?working|dependable|patient|humble|focused|determined|disciplined|adaptable|proactive"
    r"|enthusiastic|motivated|hungry|positive|calm|kind|smart|strategic),? (?:[\w-]+,? )?(?:[\w-]+,? )?(?:and"
    r"|&) (?:\w+ly |always |very )?(?:loyal|honest|committed|friendly|energetic|flexible|trustworthy|punctual"
    r"|confident|open-minded|curious|creative|reliable|organi[sz]ed|dedicated|ambitious|driven|hard-?working"
    r"|dependable|patient|focused|determined|disciplined|adaptable|proactive|enthusiastic|motivated|hungry"
    r"|positive|kind|strategic|eager|tireless)\b"
    r"|\b(?:people|they|colleagues|friends|everyone|everybody|my (?:team|boss|manager|colleagues"
    r"|peers)) (?:\w+ )?(?:say|says|tell me|tells me|think|thinks|told me|said) (?:that )?i (?:am|have|'d) (?:a "
    r"|an |the |so |very |really |great |such a )*+(?:natural|gift\w*|great|good|talent\w*|born|best|amazing"
    r"|excellent|reliable|creative|calm\w*|sharp|smart|passionate|rock|star|strong|brilliant)"
    r"|\bsets? me apart\b|\bmakes? me (?:stand out|a (?:great|strong|perfect|natural|unique|valuable))\b"
    r"|\bi stand out\b|\bsynerg(?:y|ies|istic)\b(?= |[.,!])(?=[^.;]*\b(?:i|my|me)\b)"
    r"|\bproven track record\b(?! (?:for|of) (?:pallet|the (?:belt|lane|scanner|supplier)))"
    r"|\bresults[- ]driven professional\b"
)
_FACT = re.compile(r"(?<![\w.])\d[\d.,:]*(?!\+? ?(?:years?|%? ?percent)?\+?(?: years?)|[/%]|\d| ?%)")
_NO_FACT = re.compile(r"\b\d+\+? years?\b|\b1[0-5]0 ?%|\b24/7\b|\b360\b|\b(?:19|20)\d\d\b")


def _has_no_fact(_: Reading, sentence: Sentence, found: re.Match[str]) -> bool:
    """Return whether no figure stands beside the words: then nothing but the adjective is said."""
    return not _FACT.search(_NO_FACT.sub("", sentence.text))


RULE = Rule(
    name="empty-praise",
    level=Level.ADVICE,
    scope=Scope.SENTENCE,
    question="What would make someone else say that?",
    message="An adjective about yourself gives the listener nothing to hold on to.",
    fix="Show the observation that would make someone else say it.",
    source="pminterviewcopilot.com; jackiegreenfield.com on fluff.",
    must_flag=(
        "I'm a driven team player.",
        "I have a proven record of success in fast-moving teams.",
        "My strong communication skills set me apart.",
        "I'm passionate about great products.",
        "My peers describe me as a natural leader.",
        "Dedicated and results-oriented, I always deliver.",
        "I thrive under pressure.",
    ),
    must_pass=(
        "Strong winds tore the labels off.",
        "The track record for oven 4 shows three stops.",
        "The most passionate complaint came from a florist.",
        "Dynamic pricing doubled the refunds on Sunday.",
        "The extra mile of cable was never entered.",
        "I'm motivated by one number: 64 tubes relabelled by hand in a night.",
        "My team called me when the pump stopped.",
        "The dedicated lane was empty all morning.",
    ),
    check=finds(*(Phrase(each, allows=_has_no_fact) for each in (_I_AM, _MY, _HAVE, _CV))),
)
