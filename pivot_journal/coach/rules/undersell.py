"""Self-belittling, and apology for one's background or for writing at all.

Source: the thread this program comes from: ops is "leverage if u played it right", "a unique asset, not a
limitation". Advice on cold messages says not to open with an apology (studenthubng.com).
"""

from __future__ import annotations

import re

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.gates import ADVERBS, FIELD, START, Phrase, finds
from pivot_journal.coach.reading import Reading, Sentence
from pivot_journal.coach.rule import Rule

_ONLY = (
    r"(?:just|only|merely|simply|nothing (?:but|more than)|no more than|not more than|still just|basically just"
    r"|just only)"
)
_PERSON = (
    r"(?:person|guy|girl|gal|woman|man|coordinator|agent|clerk|nurse|driver|picker|packer|rep|representative"
    r"|analyst|associate|assistant|worker"
    r"|dispatcher|technician|tech|admin|administrator|specialist|operator|supervisor|lead|cook|chef|waiter"
    r"|cashier|moderator|employee|handler|planner|scheduler"
    r"|support|ops|operations|labou?rer|porter|courier|receptionist|temp|trainee|intern|cog|foot soldier|nobody"
    r"|number|beginner|newbie|novice|amateur"
    r"|outsider|layman|generalist|grunt|someone|somebody|one|people|manager|teller|responder|reviewer|buyer"
    r"|storekeeper|steward|caretaker|mechanic|fitter|engineer|paramedic|carer)s?"
)
_ROLE = (
    r"(?:(?:a|an|your average|your typical|another|the|one more|some|some kind of"
    rf"|a kind of) (?:[\w&-]+ ){{0,4}}?{_PERSON}\b(?! (?:of|short|away|who (?:had|was|saw)))|(?:in|from|on|at"
    rf"|with) {FIELD}|{FIELD}\b(?! (?:sites?|data|logs?|tickets?))"
    r"|(?:in|on) (?:the )?(?:a )?(?:first line|frontline|second line|night desk|help ?desk|service desk))"
)
_JUST_ME = (
    r"\bi (?:am|was|have been|have only been|feel like|feel|seem|guess i am"
    rf"|will always be) (?:\w+ly )?(?:well,? )?{_ONLY} {_ROLE}"
    rf"|\bi (?:am|was|have been) (?:after all |at the end of the day )?{_ROLE},? nothing (?:more|special|else)"
    r"|\bi (?:have )?(?:\w+ly )?(?:just|only|merely) (?:ever )?(?:work(?:ed)?|did|do|done|answer(?:ed)?"
    r"|handle[d]?|process(?:ed)?|take|took|push(?:ed)?|sit|sat|deal|dealt|clean(?:ed)?|press(?:ed)?"
    r"|follow(?:ed)?|know|knew|have|had|been|move[d]?)"
    rf" (?:in |on |with |from |as an? |up |at )?(?:{FIELD}|phones?|calls|tickets|boxes|parcels|(?:the )?(?:phones"
    r"|paperwork|orders|dishes|tables|buttons|rules|scripts?)|an? (?:ops|support|operations|high school"
    rf"|basic) [\w ]{{2,20}}|shift work|customer complaints|the basics|a little (?:about|of"
    r"|experience))(?=[ .,;!)]|$)(?! (?:on|at|in|from|during|between|after|before|for) (?:\d|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|mornings|that|the))"
    rf"|{START}(?:just|only|merely) (?:an?|your average|another) (?:[\w&-]+ ){{0,3}}?{_PERSON}\b"
    rf"|\b(?:it is|that is|this is) (?:just|only) (?:my (?:ops|humble|little|small|two cents|opinion|lowly)\b)"
    r"|^(?:\w+,? )?i (?:only|just|merely) (?:drive|cook|clean|serve|sell|carry|load|unload|sort|stack|type|file"
    r"|book|schedule|plan|route|fix|repair|wash|deliver|watch|guard|open|fill|enter|forward|escalate|monitor|ring"
    r"|call|mop|sweep|weigh|scan|restock|stock|keep|make|bake|greet|help)\b(?: [\w'-]+){1,5}[.!]?$"
    r"|\bi am (?:\w+ )?(?:a|an) (?:complete |total |absolute |bit of an? |mere )*+(?:beginner|newbie|novice"
    r"|amateur|outsider|rookie|noob|layman|layperson|imposter|impostor|dinosaur|technophobe|dropout|slow learner"
    r"|nobody)\b"
    rf"|\bit (?:is|was) (?:only|just|merely) {FIELD}(?=[ .,;!]|$)"
    r"|\b(?:coming|come|speaking|writing|as someone) (?:\w+ )?(?:from|as) (?:just|only|merely|a mere|a lowly"
    r"|a humble|a simple)\b"
    rf"|\ball i (?:\w+ )?(?:do|did|have done|know|have|am) is (?:{FIELD}|answer|pick|pack|push|move|take|process)"
    rf"|\b(?:{FIELD}) (?:is|was) all i (?:ever )?(?:\w+ )?(?:did|do|know|knew|have|done)\b"
    r"|\bi am (?:\w+ )?(?:a|an) (?:mere|lowly|humble|simple|ordinary|little|small-time|nobody|no-name)\b"
    r"|\bi am (?:\w+ly |just |only |kind of )*+(?:a )?nobody\b|\bi am (?:no one|nothing) (?:special|important"
    r"|impressive)?\b"
    r"|\bi am (?:\w+ )?no (?:expert|genius|specialist|product (?:person|manager|expert)|strategist|einstein"
    r"|rocket scientist|techie)\b|\bmere (?:ops|support|operations|mortal|clerk|agent|dispatcher|nurse)\b"
)
_SORRY = (
    rf"(?:{START}|\bi am (?:\w+ly |so |really |very )*+|^hi,? |^hello,? |^hey,? )(?:sorry"
    r"|so sorry)(?: in advance)?(?:,| to| for| if| about| that| this| i | but|\.|!|$)"
    rf"|{START}(?:my |many |sincere |deepest |huge )*+apologies(?: in advance)?(?: for| if|,| to| about|\.|!|$)"
    r"|\bi (?:must |do |want to |have to |should |would like to )?apologi[sz]e (?:in advance |if |for (?:the|my"
    r"|this|asking|writing|taking|bothering|being|any|not|such|interrupting))"
    r"|\b(?:forgive|excuse|pardon) (?:me|my|the|this)\b(?: for)?(?: \w+)? ?(?:asking|writing|if|question"
    r"|ignorance|message|intrusion|bluntness|naivety|lack|english|long|random|interruption|stupid|silly|being"
    r"|rambling|jargon|the|but|,)"
    r"|\b(?:hate|hates|do not want|do not like|do not mean|did not want|did not mean|hesitate|hesitated|mean"
    r"|afraid|loath|reluctant) to (?:bother|disturb|intrude|impose|trouble|waste|take up|be a (?:bother|nuisance"
    r"|pain)|annoy|pester)"
    r"|\b(?:bother"
    r"|bothering|disturbing|troubling|pestering) you\b|\b(?:wast(?:e|ing)|tak(?:e|ing) up"  # codespell:ignore wast
    r"|steal(?:ing)?|cost(?:ing)?) (?:of )?(?:\w+ )?your (?:\w+ )?time\b|\bwaste of your time\b"
    r"|\bi (?:really |do |just )?hope (?:that )?(?:you do not mind|it is (?:ok|okay|alright|all right|fine"
    r"|not (?:too|a)) |this is (?:not|ok|okay|alright)|i am not (?:bothering|wasting|disturbing|being|too))"
    r"|\b(?:please )?bear with me\b|\bthanks? (?:you )?for (?:putting up with|humou?ring|your patience with) me\b"
    r"|\b(?:stupid|dumb|silly|naive|ignorant|foolish|idiotic|daft) (?:question|idea|suggestion|thing to (?:ask"
    r"|say)|thought|email|message)\b(?! (?:at|from|in) )"
)
_NOTHING_TO_OFFER = (
    r"\bi (?:really |just |know i |probably |honestly |obviously |still |clearly |sadly |admittedly )*+(?:do not"
    r"|did not|may not|might not|can not|will not|have never|never) (?:really |actually |even |exactly "
    r"|yet )*+(?:have|had|offer|bring|hold|possess|got) (?:\w+ )?"
    r"(?:(?:much|a lot|anything|a thing|lots|any(?:thing)? \w+|enough|a great deal|what it takes)(?: else)? (?:to"
    r"|of (?:value|use|interest|substance|experience)|yet|that you|product|experience|background|for you)"
    r"|any (?:real |relevant |actual |proper |useful |formal |product |impressive |technical )*+(?:experience"
    r"|skills?|background|qualifications?|training|credentials|expertise|knowledge|right|business)|what it takes"
    r"|anything (?:impressive|special|useful|interesting)"
    r"|(?:the right |the |enough |much |real |relevant |actual |proper |formal |fancy |a (?:real|proper|relevant|fancy"
    r"|technical) )+(?:experience|skills?|background|qualifications?|training|credentials|degree|expertise"
    r"|education|pedigree|cv|resume))"
    r"|\b(?:i have |i had |with |having |got |has )?(?:no|zero|little|hardly any|very little|not much) (?:real"
    r"|relevant|proper|actual|useful|meaningful|valuable|impressive|true|serious|genuine) (?:\w+ )?(?:experience"
    r"|background|skills?|training|qualifications?|credentials|expertise|value|insights?)\b"
    r"|\bi (?:\w+ )?have (?:nothing|little|not much|very little|absolutely nothing) (?:\w+ )?(?:to (?:offer|say"
    r"|add|show|bring|contribute|teach|give)|impressive|special|interesting|of value)"
    r"|\bi (?:\w+ )?lack (?:the |any |all |real |relevant |proper |product |technical |formal |necessary "
    r"|most of the )*+(?:experience|skills?|background|qualifications?|training|credentials|expertise|pedigree"
    r"|degree|confidence|polish)"
    r"|\bi am (?:\w+ly |just |probably |maybe |still |really |also |obviously )*+not (?:\w+ly |really |even "
    r"|very |exactly |particularly |all that |that |yet |nearly |so |at all |remotely |quite )*+(?:qualified"
    r"|technical|smart|clever|intelligent|good (?:enough|at (?:this|any|much|explaining|writing))|strategic"
    r"|experienced|senior|important|worthy|creative|cut out|fit for|the right person|the (?:strongest|best"
    r"|obvious|ideal|usual|typical|smartest)|your (?:usual|typical|ideal)|ready|educated|a (?:real|proper"
    r"|natural|technical|strategic|smart|strong|serious|numbers|typical|tech) [\w-]+|product material|anyone"
    r"|anybody|someone you|much of|up to|clued up|sophisticated)\b"
    r"|\bi am (?:\w+ly |just |probably |way |so |clearly |very |a bit |completely )*+(?:unqualified"
    r"|under-?qualified|out of my depth|out of my league|inexperienced|clueless|behind everyone|the wrong person"
    r"|an imposter|an impostor|unworthy|ill-equipped|rubbish at|hopeless at|terrible at|bad at (?:this|selling"
    r"|explaining|talking)|an outsider|a fraud)\b"
    r"|\bi (?:do not|did not|have no|have not|am not|was not|can not)\b[^.;]{0,40}\bor anything(?=[.,!]|$)"
    r"|\b(?:you|they|your team|everyone) (?:\w+ )?(?:probably |surely |must |certainly |no doubt )+(?:get|have"
    r"|see|receive|know|heard|hear)s? (?:\w+ )?(?:better|more (?:qualified|impressive|interesting|experienced)"
    r"|stronger|smarter|hundreds)"
    r"|\b(?:feel free to|please|you can|you may|just) (?:just )?(?:ignore|disregard|delete|skip) (?:this|me|my)\b"
    r"|\b(?:i|it|my \w+|this|that)\b[^.;]{0,40}\bnothing (?:fancy|special|impressive|to write home about"
    r"|glamorous|remarkable|to brag about|exciting)\b"
    r"|\bi (?:have not|have never|was never|was not|am not|never was|am never|do not|never) (?:\w+ )?(?:got much"
    r"|got a lot|got anything|got the|any good at|good at|much good at|much of a|great at|one for|very good at"
    r"|the (?:sharpest|brightest|smartest|best|most)|what you (?:are|were|need|usually|might)|who you (?:are"
    r"|were)|cut from)\b"
    r"|\bi am (?:\w+ly )?(?:probably |maybe |likely )?not (?:what|who|the (?:kind|type|sort"
    r"|one)) (?:of )?(?:\w+ )?(?:you|your)|\bi am afraid (?:that )?i (?:can not|do not|have (?:little|nothing|no)"
    r"|am not|know (?:little|nothing))\b|\bi can not (?:really |possibly )?(?:offer|bring|add|contribute"
    r"|compete) (?:much|a lot|anything|with)\b|\b(?:know|knows|knew"
    r"|understand) (?:next to )?nothing(?= about product|[.,!]|$)"
    r"|\bmy (?:\w+ ){0,2}?(?:opinion|view|voice|input|ideas?|word|experience|background|work|job|degree|skills?"
    r"|perspective|contribution|cv|resume) (?:\w+ly |may |might |does not |is not |do not |are not "
    r"|will not |would not |can not )+(?:\w+ )?(?:counts?|matters?|worth|that|all that|very|much|impressive"
    r"|interesting|relevant|carry|mean|amount|compare|measure|special|enough|strong)\b"
    r"|\bi (?:\w+ )?(?:do not think|doubt|am not sure|am not convinced|am not confident|do not believe"
    r"|do not feel|worry|fear|am afraid|suspect|do not know if) (?:that |if |whether |like )?(?:i (?:am|have|can"
    r"|could|would|belong|deserve|will|bring|count|qualify|do not|am not|might not|sound|may)|my|i'd|anyone"
    r"|you)\b[^.;]*\b(?:good|enough|ready|qualified|anything|much|takes|right|cut out|useful|belong|deserve|fit"
    r"|experience|skills|smart|background|relevant|interesting|impress\w*|technical|worth|count|counts|matters?"
    r"|clever|suited|suitable|expect|stupid|silly|naive|interested|care)\b"
    r"|\bmy (?:\w+ ){0,2}?(?:experience|background|work|view|opinion|skills?|story|cv|resume|perspective|degree"
    r"|path) (?:may|might|will|would|could|can|probably|is probably|is maybe|surely)(?: \w+ly| well"
    r"| probably)? ?not (?:be |count |seem |look |sound |mean |matter )?(?:\w+ )?(?:relevant|enough|impressive"
    r"|much|interesting|ideal|what|the|special|useful|valuable|count|matter|right|typical|strong|great|a)?\b"
    r"|\bi (?:\w+ )?have no (?:business|right|place|standing|authority|credentials)\b|\bit is (?:probably |maybe "
    r"|likely )?(?:just|only|merely) an? (?:\w+ )?(?:small|little|tiny|silly|humble|minor|random|stray|half-baked"
    r"|naive|crazy|lowly)\b|\b(?:i am |it is |this is |and )?(?:probably|likely|surely|most likely"
    r"|almost certainly) (?:completely |totally |all )?(?:wrong|nonsense|rubbish|naive|silly|stupid"
    r"|missing something obvious)\b"
    r"|\bi am (?:\w+ly )?(?:just|only|merely) an? (?:\w+ )?(?:user|customer|fan|bystander|spectator|visitor"
    r"|reader|passenger|student|graduate|career changer|mum|mom|dad|parent|dreamer|wannabe)\b"
    r"|\bi am (?:\w+ )?new to (?:all )?(?:this|tech|product|everything)\b"
    r"|\bi (?:\w+ )?(?:feel|felt) (?:\w+ )?(?:silly|stupid|dumb|embarrassed|ashamed|awkward|foolish|small"
    r"|out of place|like an (?:imposter|impostor|outsider|idiot)) ?(?:asking|writing|for|even|about|saying|to|in"
    r"|here|,|[.!]|$)|\bmy (?:job|role|work|part|contribution) (?:is|was|has been) (?:only|just|merely|simply)\b"
    r"|\bi am (?:\w+ly |just |certainly |probably )?(?:not|nowhere near|never) (?:\w+ly |quite |nearly "
    r"|even )?(?:as|so) [\w-]+ as (?:you|your|the|a |others|most|product|them|everyone|any|real|other)"
    r"|\bi am not (?:really |exactly |much of )?(?:a|an) (?:product|tech|technical|data|numbers|business|strategy"
    r"|ideas|creative|computer|software|proper) (?:person|guy|woman|man|type|mind|expert|thinker|brain)\b"
    r"|\bimpost[eo]r syndrome\b|\bwho am i to\b|\bnot my place to\b|\babove my (?:pay grade|station)\b"
    r"|\bi (?:\w+ )?(?:do not|did not) (?:really |actually |even )?(?:deserve|belong (?:here|in)"
    r"|know (?:what i am (?:doing|talking about)|anything|much|the first thing|a thing|enough|a lot)"
    r"|understand (?:any of|much|anything)|count)\b|\bi have no idea what i am (?:doing|talking)"
    r"|\bmy (?:\w+ )?(?:background|experience|cv|resume|story|career|path|profile|degree|education|job|work"
    r"|english|contribution|role|title) (?:is|are|was|may be|might be|seems|looks|probably is"
    r"|is probably) (?:\w+ly |not |a bit |rather |quite |pretty |very |so |all |too |just |somewhat |kind of "
    r"|sort of )*+(?:irrelevant|unrelated|unimpressive|boring|weak|limited|nothing (?:special|much|to)|thin"
    r"|lacking|relevant|impressive|much|ideal|insignificant|mediocre|modest|small|unglamorous|dull|lowly"
    r"|worthless|useless|embarrassing|(?:only|just) (?:in )?(?:ops|support|operations)|too (?:short|narrow"
    r"|thin))\b"
    r"|\bmy (?:humble|limited|lowly|little|modest|meagre|meager|non-existent|nonexistent|patchy|poor|unimpressive"
    r"|irrelevant|small) (?:\w+ )?(?:experience|background|knowledge|role|opinion|skills|contribution"
    r"|understanding|cv|resume|job|brain|view|english)\b"
    r"|\b(?:despite|regardless of|even with|in spite of) (?:my |having |being |the )(?:\w+ )?(?:lack of|no "
    r"|limited|only|just|non-technical|humble|background|not having|little)\b|\b(?:even though|although|though"
    r"|while) i (?:am|have|know|work) (?:only|just|no |merely|not (?:qualified|technical))\b"
    r"|\b(?:i am (?:\w+ )?sure|surely|of course|obviously|no doubt|i (?:guess|suppose|know|bet|assume|imagine)"
    r"|clearly|presumably|probably)?,? ?(?:product(?: (?:people|managers?|team))?|you(?: (?:all|guys|people))?"
    r"|they|everyone(?: else)?|someone (?:else|smarter)|the (?:product )?(?:team|experts?|designers?|engineers?"
    r"|professionals?)|people|others) (?:\w+ly |will |would |must |all |already )*+(?:know|knows|knew|understand"
    r"|understands) (?:\w+ ){0,4}?(?:better|best|far more|more|much more|so much more) (?:than (?:i|me"
    r"|someone like me|us)\b)"
    r"|\b(?:it|this|that) (?:is|may be|might be|could be|will be|must be) (?:\w+ly |just |only |all "
    r"|maybe )*+(?:nothing|a (?:stupid|silly|small|trivial|minor|dumb) (?:thing|point|detail|thought|idea"
    r"|question)|silly|stupid|not (?:important|interesting|useful|worth|relevant|much|very|of interest)"
    r"|of no (?:interest|use|value)|obvious to you|old news to you)\b(?=,? (?:but|and|to you|i|though|compared"
    r"|next to)|[.!]|$|,| your| for you)"
    r"|\b(?:i|this|it) (?:\w+ )?(?:probably|may|might|must|will|could|know i|am afraid i) (?:\w+ )?(?:sounds?"
    r"|seems?|looks?|come across(?: as)?|be|comes across(?: as)?) (?:\w+ )?(?:stupid|silly|naive|dumb|foolish"
    r"|clueless|ignorant|daft|amateurish|presumptuous)\b"
)
_BOUNDED = re.compile(
    r"(?:,? so i (?:\w+ )?(?:ask|had|got|check|learn|use|borrow|wrote|built|count|paid|sat|went)\w*"
    r"|[;,] ?(?:but )?i have (?!no\b|only\b|been trying)|(?:,|;) ?but i (?:have (?!always|no|never been)|did"
    r"|count|own|ran|run|timed"
    r"|logged|wrote|know (?:which|where|how|what)|can (?:show|count|tell)|see|saw)\w*)"
)


def _is_unbounded(_: Reading, sentence: Sentence, found: re.Match[str]) -> bool:
    """Return whether no fact answers the limit in its own sentence: 'I have not run interviews; I have …' is fine."""
    return not _BOUNDED.match(sentence.text, found.end()) and not re.search(
        rf"^[^.]{{0,20}}{_BOUNDED.pattern}", sentence.text[found.end() :]
    )


RULE = Rule(
    name="undersell",
    level=Level.WARNING,
    scope=Scope.SENTENCE,
    question="Why should I think less of it than you do?",
    message="The listener may take your own low estimate for the true one.",
    fix='Drop the apology; put the number of cases you have seen where "only" stood.',
    source='Source thread: "a unique asset, not a limitation"; studenthubng.com on opening with an apology.',
    must_flag=(
        "I'm only a night porter.",
        "Sorry if this is a silly question.",
        "I don't have much to bring yet.",
        "I just work in dispatch.",
        "Apologies for taking up your time.",
        "I'm not really qualified for this.",
        "My background is nothing special.",
        "Product surely knows this better than I do.",
    ),
    must_pass=(
        "The seal just came off.",
        "I'm not a chemist, so I asked one to read the label.",
        "It takes only one wrong digit.",
        "Only three of eleven kitchens print the allergen list.",
        "I have not run interviews; I have sat in on forty complaint calls.",
        "The apology credits went to the wrong sellers.",
        "Just-in-time deliveries broke when the bridge closed.",
        "I only counted parcels that came back.",
        "I have never owned a roadmap.",
    ),
    check=finds(
        _SORRY,
        Phrase(_JUST_ME),
        Phrase(_NOTHING_TO_OFFER, is_negatable=False, allows=_is_unbounded),
        never=(
            r"\b(?:was|am) (?:only|just) (?:one of|in the (?:lift|room|building)|on (?:site|shift|call) (?:when"
            r"|that|until))\b",
            r"\b(?:sorry|apolog\w+) (?:cards?|credits?|mails?|letters?|vouchers?|page|template|banner|text)\b",
            rf"\bi {ADVERBS}only (?:count|see|saw|measur|trust|keep|kept)\w*",
        ),
    ),
)
