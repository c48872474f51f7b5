"""A figure, or "studies show", about the world outside the speaker's own work, with no named source.

Source: the thread this program comes from quotes "35% of PM hires" and "45% lower attrition" without one; a search
found none, and a list of statistics gives 35% to marketing backgrounds instead. One "says who?" costs the pitch its
credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.patterns import AnyOf
from pivot_journal.coach.reading import Reading, Sentence
from pivot_journal.coach.rule import Circumstances, Hit, Rule

_N = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred|\d+)"
_FIGURE = (
    rf"(?:(?<!\d)(?<!\d[.,])\d[\d.,]*+(?:-\d+)? ?(?:%|percent|per cent|percentage points)|(?<!\w)(?:{_N}|\w+ty"
    rf"|\w+teen)(?:[ -]\w+)? (?:percent|per cent)\b|\b{_N} (?:in|out of|of) (?:every )?{_N}\b"
    rf"|\b(?:{_N}|\w+ty) times (?:as|more|less|likelier|better|higher|lower|faster|longer)|\b\d+(?:\.\d+)?x\b"
    r"|\b(?:half|a third|a quarter|a fifth|two[- ]thirds|three[- ]quarters|four[- ]fifths|the (?:vast )?majority"
    r"|nearly all|almost all|over half|more than half) of\b|\b(?:twice|double|triple) (?:as|the)\b)"
)
_WORLD = (
    r"(?:product (?:managers?|hires|teams?|people|leaders?|owners?|orgs?|organi[sz]ations?|roles)"
    r"|product manager hires|(?:\w+ )?(?:companies|startups|start-ups|firms|businesses|organi[sz]ations"
    r"|corporations|enterprises|employers|recruiters|hiring managers|interviewers)"
    r"|fortune \d+|the industry|retailers|banks|hospitals|e-?commerce|the market|saas|(?:software|digital|it|tech"
    r"|new product|product|feature) (?:launches|projects|releases|features|products|failures|initiatives"
    r"|transformations|teams)"
    r"|launches|(?:new |all |shipped |software |product )features|features (?:go|are|never|get|fail|remain|that)"
    r"|new products|startups?|consumers|shoppers|americans|europeans|adults|millennials|gen z|the (?:world"
    r"|population|public|workforce)"
    r"|employees|workers|career changers|career switchers|candidates|applicants|hires\b|executives|ceos|leaders"
    r"|managers|engineers|developers|designers|a company'?s|all (?:customers|users|people|projects|software"
    r"|deliveries|returns|patients|errors|outages|incidents|downtime)"
    r"|(?:online )?(?:customers|users|people|patients|buyers|returns|orders|carts|deliveries"
    r"|tickets)(?: \w+)? (?:worldwide|globally|nationwide|everywhere|in general|in the (?:us|uk|eu|country"
    r"|industry)|across the industry))"
)
_GENERIC = (
    r"(?:customers|users|people|consumers|shoppers|buyers|patients|deliveries|outages|incidents|errors|breaches"
    r"|carts|projects|products|features|teams|hires|jobs|nurses|drivers|agents|calls|workers|orders)"
)
_PRESENT = (
    r"(?:will|would|never|abandon|leave|say|expect|prefer|stop|switch|quit|churn|want|are|come|fail|miss|go|trust"
    r"|read|use|do not|give up|have|cost|start|end up|begin|get|buy|care|complain|return|recruit|hire|spend|stay"
    r"|burn|earn|decide)"
)
_STATISTIC = AnyOf(
    rf"{_FIGURE}(?: of)?(?: the| all| these)? (?:[\w-]+ ){{0,3}}?{_WORLD}\b"
    rf"|\b{_WORLD}\b(?:[ ,]+[\w'-]+){{0,9}}?[ ,(]+(?:only |just |about |roughly |around |over |up to |nearly "
    rf"|almost )*+{_FIGURE}"
    rf"|{_FIGURE}(?: of)? (?:all |the )?(?:\w+ )?{_GENERIC} (?:\w+ly |now |still |simply |just )*+{_PRESENT}\b"
    r"|\b(?:customers|users|people|shoppers|patients|employees|drivers|nurses|buyers"
    rf"|teams) (?:who [\w ]{{2,30}} )?(?:are|were|is) (?:up to |about |nearly |at least |almost "
    rf"|roughly )?(?:\d+(?:\.\d+)?x|{_N} times|twice|\d+ ?%|\d+ percent) (?:as|more|less|likelier)"
    r"|\bmost (?:\w+ )?(?:\w+ )?(?:companies|firms|startups|businesses|organi[sz]ations|employers|retailers"
    r"|product managers|product teams|consumers|launches|americans|products|features|hiring managers|recruiters"
    r"|tech companies|career changers|adults|banks|hospitals) (?!(?:would |will |can |often |usually )*+(?:miss"
    r"|lack|overlook|forget|never (?:see|have|get)|do not (?:have|see|know|get)|i (?:know|work|worked|met"
    r"|have)))(?:\w+ly |now |still |already )*+\w+"
    r"|\b(?:the average|a typical|the typical|on average,? (?:a |the )?) ?(?:\w+ )?(?:product managers?|company"
    r"|companies|firm|startup|retailer|bank|hospital|consumer|user|customer|american|employee|worker|enterprise"
    r"|business|launch|feature)\b(?=[^.;]*(?:\d|half|third|quarter|twice|\b(?:one|two|three|four|five|six|seven"
    r"|eight|nine|ten|twenty|thirty|forty|fifty|hundreds?) (?:hours?|days?|times|years?|months?|weeks?|percent"
    r"|users?|customers?)))"
    r"|\b(?:companies|firms|businesses|retailers|banks|hospitals|employers|startups|enterprises|organi[sz]ations"
    r"|the industry|product teams) (?:\w+ )?(?:lose|loses|waste|wastes|spend|spends|burn|burns|save"
    r"|saves) (?:\w+ )?(?:billions|millions|trillions|a (?:third|quarter|fifth)|half|thousands|most of|[$€£]?\d)"
    r"|\b(?:costs?|wastes?|loses?|lose|burns?) (?:\w+ )?(?:the (?:industry|economy)|retailers|companies"
    rf"|businesses|banks|hospitals|employers|firms|american\w*|the world)\b[^.;]*?(?:\d|{_FIGURE}|billions?"
    r"|trillions?|millions?|a (?:fifth|third|quarter)|half)"
    r"|\b(?:[$€£] ?)?(?<!\d)(?<!\d[.,])\d[\d.,]*+ ?(?:billion|trillion|bn|tn)\b[^.;]*\b(?:every year|a year|annually"
    r"|per year|worldwide|globally|industry|market|economy)\b"
)
_AUTHORITY = AnyOf(
    r"\b(?:(?<!our )(?<!my )(?<!own )(?:(?:recent|many|most|several|multiple|numerous|countless|some|new|various"
    r"|academic|scientific|independent|plenty of|industry|market|the|public|global|external|published"
    r"|latest|all|a) ){0,5}"
    r"(?:(?<!the )(?<!this )(?<!that )(?:industry |market |global |public |recent )?(?:data|evidence|numbers"
    r"|figures|statistics|stats)|(?:industry|market|global|public) (?:data|numbers|figures|statistics|stats"
    r"|benchmarks)|the (?:statistics|stats|literature|science)|studies|study after study|research(?:ers)?|surveys"
    r"|polls|experts|analysts|scientists|economists|psychologists|statistics|stats|benchmarks|reports|articles"
    r"|science|the literature|thought leaders|consultants|a (?:recent |new |big |famous |major |large "
    r"|well-known |study)+(?: study| survey| report)?))"
    r" (?:\w+ly |have |has |all |now |also |often |always |tend to |will |can |has repeatedly |had )*+(?:shows?"
    r"|shown|says?|said|suggests?|suggested|finds?|found|proves?|proved|proven|indicates?|indicated|confirms?"
    r"|confirmed|tells? us|points? (?:to|out)|agrees?|agreed|estimates?|links?|linked|tie|ties|connect|associate"
    r"|back|reveals?|revealed|demonstrates?|claims?|warns?|puts?|predicts?|believes?|recommends?|states?|report"
    r"|backs?)\b"
    r"|\b(?:studies|research|surveys|statistics) (?:that )?(?:have |has )?(?:been )?(?:shown|proven)\b|\b(?:it is"
    r"|it has been|has been) (?:well |widely |scientifically |long |a |generally )*+(?:known|proven|documented"
    r"|established|accepted|shown|known fact|fact) that\b"
    r"|\b(?:i|we) (?:once |have |just |recently |also )*+(?:read|heard|saw|seen) (?:it )?(?:somewhere|online"
    r"|in (?:an?|some) (?:article|blog|post|report|book|thread)|on (?:linkedin|twitter|reddit|the internet"
    r"|a podcast)|that|a (?:stat|statistic|figure|number|study))\b(?=[^.;]*(?:\d|half|most|third|percent|product"
    r"|companies))"
    r"|\baccording to (?:studies|research|experts|statistics|a (?:\w+ )?(?:study|survey|article|report|statistic)"
    r"|some(?: \w+)?|the internet|google|chatgpt|industry \w+|one (?:study|survey|estimate|report)|most|many"
    r"|recent \w+|surveys|estimates|people)\b"
    r"|\b(?:everyone|everybody|we all) knows? (?:that )?(?=[^.;]*\d)|\bstatistically(?: speaking)?,"
    r"|\bstudies show\b|\bresearch shows?\b|\bstatistics show\b|\bsome (?:say|estimate|put it)\b(?=[^.;]*\d)"
)
_OWN = re.compile(
    r"\b(?:(?<!as )(?:i|we)(?! (?:once |have |just |recently |also )*+(?:read|heard|saw (?:somewhere|online|a)"
    r"|think|believe|know|guess|am|was told|suspect|assume|figure|bet|would|want|all know))|my|our|us"
    r"|mine(?<!like mine))\b(?! (?:opinion|view|guess))|\bof the \d|\bof \d[\d,]* |\bn ?= ?\d"
    r"|\b(?:on|in|at|by|for) (?:that|this|the) (?:desk|queue|site|ward|depot|shift|log|week|month|line|floor"
    r"|store|dock|team|sample|kitchen|warehouse|clinic|plant|office|route|gate|night)\b|\bin the (?:\w+ )?(?:log"
    r"|tally|sample|ledger|report|audit)\b"
    r"|\b(?:that|this) (?:day|week|month|night|morning|quarter|shift|year|sample)\b|\b(?:we|i) (?:tagged|counted"
    r"|sampled|opened|timed|logged|measured|asked|checked)\b"
)
_NOT_OWN = re.compile(
    r"\b(?:like (?:mine|me|us|ours|my \w+)|i (?:once |have )?(?:read|heard)|we all know|as i|i believe|i think"
    r"|with my background|for (?:us|me))\b"
)
_PUBLISHER = (
    r"gartner|mckinsey|forrester|deloitte|boomerang|pew|statista|eurostat|nielsen|harvard|stanford|mit|oxford"
    r"|cambridge|gallup|accenture|pwc|kpmg|bcg|bain|ibm|"
    r"idc|oecd|world bank|imf|census|bureau of|ministry|department of|office for|office of|federal reserve"
    r"|bank of england|who\b report|baymard|nngroup|nielsen norman|standish|pendo|"
    r"mind the product|productplan|linkedin's|the lancet|nature|science magazine|consumer reports|which\?|ofcom"
    r"|ofgem|ferc|nist|iso|cdc|nhs (?:england|digital)|regulator|transport (?:ministry|department|authority)"
    r"|trade (?:body|association)|central bank|journal of"
)
_SOURCED = re.compile(
    rf"\b(?:{_PUBLISHER})\b|\b(?:19|20)\d\d\b|\bpage \d+|\bchapter \d+|\btable \d+|\b(?:report|audit|paper|survey"
    r"|study|census|yearbook|table|index) (?:no\.? ?)?\d|https?:|\bwww\.|\bdoi\b"
)
_NAMED = re.compile(
    r"\b(?:by|from|in|per|says|said|to|of|at|source:?|cited by|quoting)\s+(?:the\s+|a\s+|an\s+)?(?!PMs?\b|Ops\b"
    r"|HR\b|Product\b|UX\b|I\b|US\b|UK\b|EU\b|Fortune\b|Jan|Feb|Mar|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue"
    r"|Wed|Thu|Fri|Sat|Sun|Black Friday|Christmas|Easter"
    r"|SaaS\b|B2B\b|B2C\b|Google\b|ChatGPT\b|Reddit\b|LinkedIn\b|Twitter\b|TikTok\b|Silicon\b|America"
    r"|Europe)[A-Z][\w&'’-]{1,40}(?=[^.]*\b(?:report|survey|study|paper|data|census|audit|index|research"
    r"|analysis|figures|book|article|journal|yearbook|poll|ledger|log)\b|\s*(?:[,.)]|$))"
    r"|\b[A-Z][\w&]+(?:\s[A-Z][\w&]+)*['’]s? (?:\w+ ){0,3}(?:report|survey|study|paper|data|census|audit|index"
    r"|research|poll|analysis|book|article)\b"
    r"|\b[Aa]ccording to (?:the )?(?!PMs?\b|Google|ChatGPT|Reddit|LinkedIn)[A-Z]\w+"
)
_DATA_OF_OWN = re.compile(
    r"\b(?:the|our|my|its|their|own|this|that|log|shift|scan|exit|ticket|sensor) (?:own |\w+ )?(?:data|numbers"
    r"|figures|evidence|survey|statistics|report|reports)\b"
)


def _check(reading: Reading, _: Circumstances) -> Iterator[Hit]:
    for number, sentence in enumerate(reading.sentences):
        text = reading.open_text[sentence.start : sentence.end]
        found = _STATISTIC.search(text, sentence.stems)
        if found and _OWN.search(text) and not _NOT_OWN.search(text):
            found = None
        said = _AUTHORITY.search(text, sentence.stems)
        if said and not found and _DATA_OF_OWN.match(text, said.start()):
            said = None
        place = min((each for each in (found, said) if each), key=lambda each: each.start(), default=None)
        if place and not _is_sourced(reading, reading.sentences[number : number + 2]):
            yield Hit(*reading.span(sentence.start + place.start(), sentence.start + place.end()))


def _is_sourced(reading: Reading, sentences: tuple[Sentence, ...]) -> bool:
    """Return whether a publisher, a named report or a year stands in the sentence or the next one."""
    for sentence in sentences:
        text = reading.open_text[sentence.start : sentence.end]
        if _SOURCED.search(text) or _NAMED.search(reading.raw_of(sentence)):
            return True
    return False


RULE = Rule(
    name="unsourced-statistic",
    level=Level.WARNING,
    scope=Scope.SENTENCE,
    question="Says who?",
    message="A figure about the world without a source may cost the figures of your own their credit.",
    fix="Cut it, or add who, where and when; better still, use a count of your own.",
    source='Source thread: "35% of PM hires", "45% lower attrition", which no source was found for.',
    must_flag=(
        "60% of PMs never talk to support.",
        "Studies show that eight in ten launches miss their goal.",
        "Research suggests nurses make better product managers.",
        "I read somewhere that 70% of features go unused.",
        "Product managers with an ops background stay twice as long.",
        "Experts agree that returns cost retailers 20% of revenue.",
    ),
    must_pass=(
        "28% of the meters I opened had two seals.",
        "Of 300 calls I tagged, 90 named the same button.",
        "The data shows a step on 9 March.",
        "The audit report for 2023, page 4, lists 77 late transfers.",
        "Gartner's 2021 survey puts it at 40% of companies.",
        "Our own survey of 50 porters named the lift first.",
        "12% of our orders came back that week.",
    ),
    check=_check,
    reads_quotations=True,
)
