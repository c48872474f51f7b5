"""Contempt for, or bad motives given to, product people, engineers, leadership or "them".

Source: the thread's hook is a product decision that failed "bc nobody understood the operational reality", not
because someone was stupid; and the listener is a PM. A support lead who moved to product writes that it is less
simple than it looked from outside (steady.space).
"""

from __future__ import annotations

import re
from functools import lru_cache

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.gates import PEOPLE_OF_PRODUCT, START, Phrase, finds
from pivot_journal.coach.reading import Reading, Sentence
from pivot_journal.coach.rule import Rule

_MANNER = (
    r"(?:(?:just|simply|clearly|obviously|really|still|always|also|even|all|evidently|apparently|plainly|ever"
    r"|once again|basically|honestly"
    r"|probably|have|has|had|then|again|usually|only ever|who (?:\w+ ){1,6}?|who|that) )*"
)
_THEY = (
    rf"(?:{PEOPLE_OF_PRODUCT}(?! (?:system|software|tool|console|plane|report|queue|ticket|form|shift|page|plan"
    r"|dashboard|review|meeting|database)s?\b)"
    rf"|(?:{START}|\b(?:because|that|and|but|since|knew|while) )(?:product|ux|tech)"
    r"|\b(?:whoever|the (?:people|person|guys?|genius(?:es)?|folks|man|woman|team|ones?) (?:who|that)|someone who"
    r"|somebody who) (?:\w+ )?(?:design|built|build|wrote|write|made|make|"
    r"approv|sign|own|plann|spec|ship|coded|draw|drew|decid|came up|thought|run|runs|ran|launch|creat|set"
    r"|chose)\w*(?: \w+){0,4}?"
    r"|\b(?:in|from|on|at) (?:product|engineering|leadership|head office|hq|design)|\b(?:people|those"
    r"|folks) upstairs|\bthe (?:suits|tech bros|office))"
)
_PRONOUN = r"(?:^(?:and |but |honestly,? |frankly,? )?they|\b(?:said|sure|know|knew|think|feel) they)"
_OWN_TASK = (
    r"(?:ask|listen|test|read|look|talk|check|visit|set foot|meet|met|use|touch|come|came|see|seen|work|spoke"
    r"|spoken|speak|bother|care|think|thought|consider|understand|understood|answer|repl|learn|stood|stand|spent"
    r"|walk|pick|pack|drive|driven|done|unload|watch|try|tried|worn|held|lift|sat|sit|run|fix|follow|call|own"
    r"|take|took|admit|apologi|explain|thank|respond|show|bother|had to|wait|carry|carried|push|pull|load|clean"
    r"|cook|serve|wear|wore|feel|felt|smell|queue|handle|operate|deliver|scan|type|count|measure|leave|left"
    r"|experience|deal|face|held|hold|close|miss|apologise|do\b|does\b)\w*"
)
_NEVER = (
    rf"\b{_THEY} {_MANNER}never (?:once |ever |even |actually |bother\w* to |really )*+(?!had (?:a "
    r"|any )?(?:reason|chance|way|cause|means)|saw (?:it|that|this|my|the (?:log|note|mail|ticket))|heard|knew"
    rf"|got|received|told|promised){_OWN_TASK}"
)
_NOT = (
    rf"\b{_THEY} {_MANNER}(?:do|does|did|will|would|could|can|has|have|had|is|are|was|were) not (?:\w+ly |even "
    r"|really |ever |actually |at all |seem to |exactly )*+"
    r"(?:care|caring|cared|listen\w*|bother\w*|give a|get it|want to (?:hear|know|listen|understand|care|see|look"
    r"|talk|ask)|interested"
    r"|think (?:about|of|it|before)|respect|know (?:what|how|anything|the first)|have (?:a|any|the faintest"
    r"|the slightest) (?:clue|idea|respect)|got a clue|a clue|understand (?:a thing|anything|how|what|ops"
    r"|operations|our|the floor|the real)|learn\w*|live in the real|look (?:at|beyond|past)|lift a finger"
    r"|use their own|have a clue|thinking|be bothered|do the work|do their (?:job|homework)|test(?:ed)? anything"
    r"|ask\w* (?:anyone|anybody|a single|us))"
    rf"|\b{_THEY} {_MANNER}(?:could not|can not) (?:care less|be bothered|be arsed|tell a)"
    r"|\b(?:made|taken|designed|decided|built|written|run) by (?:people|someone|somebody|folks|idiots"
    r"|managers) (?:who|that) (?:do not|does not|have never|has never|never|did not|had never|can not|could not)\b"
)
_CONTEMPT = (
    rf"\b{_THEY} {_MANNER}(?:had|have|has|with) (?:absolutely |literally |basically |really )?(?:no|zero|not a"
    r"|little) (?:\w+ )?(?:clue|idea what|idea how|interest|respect|empathy|common sense|sense|shame|backbone"
    r"|spine|intention)\b"
    rf"|\b{_THEY} {_MANNER}(?:refus(?:e|es|ed|ing) to|ignor(?:e|es|ed|ing) (?:the front ?line|us|me|ops"
    r"|operations|support"
    r"|the floor|our|every|everyone|my|the people|what)|dismiss(?:es|ed)? (?:us|me|our|my|every)"
    r"|(?:keep|keeps|kept|love|loves|like|likes)? ?(?:dump|push|shov|throw|threw|lob|toss|chuck|foist|forc|impos"
    r"|inflict|ramm|land)\w* (?:[\w -]{0,40}) ?(?:(?:on|onto|at|to|upon|down) (?:us|me|ops|support|our"
    r"|the (?:floor|agents|nurses|drivers|depots?|night shift|crews?)|operations)\b|over the (?:wall|fence))"
    r"|only (?:ever |really |seem to )*+(?:listens?|listened|cares?|cared|talks?|talked|think(?:s|ing)?|chas(?:e"
    r"|es|ed|ing)|wants?|wanted|look(?:s|ed)?|interested|worr(?:y|ies|ied))"
    r"|(?:lives?|lived|living|sits?|sat|sitting|hides?|hiding|stays?|is|are|was|were) (?:\w+ ){0,3}?(?:in"
    r"|behind) (?:an? |their |his |her |the )?(?:own )?(?:little |nice |glass |cosy |comfy |warm )*+(?:ivory tower"
    r"|bubble|dream ?world|fantasy|cloud|la-la land|glass (?:office|tower)|slides|powerpoints?)"
    r"|(?:lives?|lived|are|is|come|comes) (?:from |on |in )+(?:another|a different) (?:planet|world|universe)"
    r"|(?:would|will"
    r"|'d) rather (?:save|protect|look|hit a|ship|please|hide|cover|argue|meet)\b|sav(?:e|ed"  # codespell:ignore sav
    r"|ing) face"
    r"|(?:\w+ ){0,5}?(?:blamed?|blames|ignored|dismissed|lied to|mocked|belittled|patroni[sz]ed|steamrolled"
    r"|overruled|bulldozed|abandoned|betrayed|fooled|punished) (?:us|me|ops|support|the floor|operations"
    r"|everyone)\b"
    r"|(?:fail(?:s|ed)? us|let(?:s)? us down|s(?:ells?|old) us (?:out|short)|left us (?:to|in|with) (?:rot|drown"
    r"|clean|the mess|the lurch|it))"
    r"|did not even (?:\w+ )?(?:read|look|ask|open|reply|answer|come|visit|try|check|know|bother|test|call|care"
    r"|want|notice|listen|talk|think|say)|(?:ship|shipped|ships|deliver\w*|release[ds]?|build|builds|built|write"
    r"|writes|wrote|produce[ds]?|push(?:es|ed)?) (?:\w+ )?(?:garbage|rubbish|junk|crap|trash|nonsense|slop"
    r"|whatever they like)\b"
    r"|(?:bur(?:y|ied|ies)|hid|sat on|binned|shelved|suppressed|whitewashed|swept) (?:\w+ ){0,3}?(?:reports?"
    r"|warnings?|numbers|complaints?|tickets?|it|under the (?:rug|carpet))\b|(?:never|hardly ever"
    r"|rarely) admits?\b|(?:did|do|does) nothing\b(?=[.,!]|$| about| when| until| for)"
    r"|(?:think|thinks|thought|believe|believes|act|acts|acted|feel"
    r"|feels) (?:that )?(?:\w+ ){0,3}?(?:beneath (?:them|her|him)|above (?:us|it|everyone)|superior"
    r"|better than (?:us|everyone|the rest)|smarter than|as if|like (?:they|kings|gods|we))"
    r"|(?:think|thinks|thought|believe|believes) (?:[\w']+ ){1,4}(?:is|are|were) (?:stupid|dumb|idiots|beneath"
    r"|lazy|inferior|worthless|monkeys|robots)\b|should have (?:\w+ )?(?:known better|listened|asked (?:us|me"
    r"|anyone|a|the people|one)|bothered|cared"
    r"|done (?:its|their|his|her) (?:homework|job))"
    r"|(?:just |simply )?(?:ships?|shipped|launch(?:es|ed)?|builds?|dumps?|throws?|pushes) (?:it |things "
    r"|features |stuff )?and (?:runs?|ran|forgets?|forgot|disappears?|vanish(?:es)?|walks? away|moves? on"
    r"|leaves? us|hopes?|prays?|goes home|went home)\b|(?:is|are|was|were) (?:\w+ )?(?:obsessed with"
    r"|in love with (?:their|its)|drunk on|addicted to|hypnoti[sz]ed by)|(?:\w+ ){0,4}?ignor(?:e|es|ed"
    r"|ing) (?:reality|the (?:reality|facts|truth|evidence|people)|anyone|common sense)"
    r"|(?:loves?|likes?|liked|loved|enjoys?|tends?) (?:to )?(?:mak(?:e|ing) promises|blam\w+|the sound of"
    r"|hear(?:ing)? themselves|dump\w*|play(?:ing)? (?:god|boss)|pretend\w*|ignor\w+|chang(?:e|ing) their"
    r"|show(?:ing)? off|tick\w* boxes|overpromis\w+)|over-?promis\w+|(?:make|makes"  # codespell:ignore promis
    r"|made) promises (?:\w+ )?(?:that )?(?:ops|we|others|support|i|everyone)"
    r"|(?:has|have|had|with) (?:their|his|her|its) heads? (?:in|up|buried)|hid(?:es|e|ing)? behind|laugh(?:s"
    r"|ed)? (?:at|off)|roll(?:s|ed)? (?:\w+ )?eyes|brush(?:es|ed)? (?:us|me|it|my|our)[\w ]* (?:off|aside)"
    r"|bl(?:ows?|ew) (?:us|me) off|shut(?:s)? (?:us|me) down|(?:look|looks|looked|talk|talks|talked) down (?:on"
    r"|to)"
    r"|screw(?:s|ed)? (?:us|it|everything|this)|mess(?:es|ed)? (?:everything |it |things )?up|lied|lies to"
    r"|lying to|cover(?:s|ed)? (?:it|this|that|their)(?: \w+)? up|treat(?:s|ed)? (?:us|ops|support|me"
    r"|the floor) (?:like|as)|take(?:s)? (?:all )?the credit|took (?:all )?the credit|blames? (?:us|ops|support"
    r"|me|everyone|the floor)"
    r"|(?:think|thinks|thought) (?:they|he|she) (?:know|knows|knew)|turn(?:s|ed)? a (?:blind eye|deaf ear)"
    r"|pretend(?:s|ed)? (?:to|not|that)|play(?:s|ed|ing)? (?:games|with post-its|god|politics)|makes? things up"
    r"|just (?:wanted?|wants|want|care|cares|cared|chas\w+) (?:it|this|that|something|the thing|a launch) (?:out"
    r"|shipped|done|over|off)|just (?:want(?:ed|s)?|had) to (?:ship|look|hit|tick|please|be seen|impress"
    r"|get it out)|just (?:wanted?|wants|want|chas\w+) (?:[\w ]{0,20})?(?:bonus(?:es)?|promotion|promo|glory"
    r"|credit|shiny|headlines?|applause|to look good)"
    r"|would(?: not|n't) (?:last|survive)|should be (?:ashamed|fired|sacked|embarrassed)|need(?:s)? to (?:wake up"
    r"|get out|leave their)|(?:has|have|had) lost (?:touch|the plot))"
    rf"|\b{_THEY} (?:\w+ )?(?:is|are|was|were|seems?|seemed|must be|must have been|can be) (?:\w+ly |so |too "
    r"|just |all |always |a bit |completely |far too |way too |either |being |a bunch of |an? )*+"
    r"(?:lazy|arrogant|clueless|incompetent|stupid|dumb|careless|useless|hopeless|ignorant|naive|out of touch"
    r"|asleep(?: at the wheel)?|disconnected|idiots?|morons?|fools?|clowns?|amateurs?|children|jokers?|a joke"
    r"|cowards?|cowardly|gutless|spineless|liars?|snobs?|bullies|hypocrites?|dinosaurs?|beyond help|blinkered"
    r"|complacent|inept|tone-?deaf|self-serving|useless|pathetic|cynical|greedy|deaf|blind|oblivious|full of"
    r"|to blame|negligent|sloppy|self-important|delusional|detached|thick|asking for it)\b"
    rf"|\b{_THEY} {_MANNER}(?:\w+ )?(?:out of (?:laziness|arrogance|spite|greed|vanity|ignorance))\b"
    rf"|\b{_THEY} (?:\w+ )?(?:\w+ )?too busy (?:to (?:listen|care|ask|look|read|notice|talk|answer|come|visit"
    r"|reply|check|think|bother)|(?:with (?:slides|decks|themselves|their)|playing|polishing|chasing"
    r"|presenting))\b"
    r"|\btoo (?:lazy|arrogant|proud|stupid|important|cowardly|self-important|stubborn|busy (?:with (?:slides"
    r"|powerpoint)|playing|chasing|polishing)) to\b"
    rf"|\b{_THEY} (?:[\w']+ ){{0,6}}?without (?:talking|asking|speaking|listening|consulting|a (?:thought|care"
    r"|clue)|thinking|any (?:thought|idea|clue|regard)|(?:leaving|looking up from) (?:the|their))\b(?! (?:about"
    r"|the server))"
    rf"|\b(?:if|had) (?:only )?(?:{PEOPLE_OF_PRODUCT}|product|they) (?:had )?(?:only |ever |just )?(?:bothered"
    r"|listened|cared|taken the time|asked (?:us|anyone|one|a single)|left (?:the|their) (?:office|desks?))\b"
    rf"|\b(?:any|an?|the) (?:\w+ )?(?:{PEOPLE_OF_PRODUCT}) with (?:half a|a|any|an ounce of) (?:brain|clue|sense"
    r"|conscience|common sense)|\bany (?:competent|decent|sane|half-decent|self-respecting"
    rf"|real) {PEOPLE_OF_PRODUCT} (?:would|could|should)"
    rf"|\b{_THEY} (?:\w+ )?(?:without|before) (?:ever |even |once |bothering to |so much as )+\w+ing"
    rf"|\b{_THEY} (?:\w+ ){{1,5}}?without (?:ever |even |once |bothering |so much as )+"
)
_INSULT = (
    r"\b(?:stupid|idiotic|dumb|moronic|brain-?dead|bone-?headed|incompetent|clueless|arrogant|ignorant|braindead"
    r"|asinine|half-witted|hare-brained|dim-witted|lazy|careless|useless|thoughtless|ridiculous|short-sighted"
    r"|inept|shoddy) "
    r"(?:\w+ ){0,2}?(?:decisions?|choices?|people|person|product managers?|designers?|engineers?|developers?"
    r"|devs?|managers?|management|leadership|leaders?|teams?|product people|roadmap|executives?|call by"
    r"|idea (?:from|by)|design decision|suits|bosses|design choice)\b"
    r"|\b(?:idiots?|morons?|imbeciles?|clowns|muppets|cretins|nitwits|halfwits|numpties|bozos|buffoons)\b(?!-)"
    r"|\b(?:any|a|even a|every) (?:\w+ )?(?:child|intern|idiot|fool|five-year-old|toddler|monkey|first-year"
    r"|schoolkid|kid|trainee|moron|blind man) (?:could|would|can|knows?|sees?) (?:have )?(?:\w+ )?(?:seen|told"
    r"|known|spotted|noticed|predicted|see|tell|know|spot|done better|guessed|said|fixed)"
    r"|\bso-called (?:\w+ )?(?:experts?|product|strategists?|designers?|leaders?|leadership|engineers?"
    r"|visionar\w+|geniuses)|\bsome (?:genius|bright spark|clown|wise guy|clever clogs|smart alec|hotshot"
    r"|idiot)\b|\b(?:in (?:its|their|his|her) (?:infinite )?wisdom|genius(?:es)? (?:in|at|from) (?:product"
    r"|head office|design|engineering|hq))\b|\b(?:obvious|clear|plain) to (?:everyone|everybody|anyone"
    rf"|all)(?: of us)? (?:except|but|apart from|other than) (?:the )?(?:product|them|{PEOPLE_OF_PRODUCT})"
    r"|\beveryone (?:knew|saw it|could see|warned)\b[^.;]*\bexcept (?:for )?(?:the )?(?:product|leadership"
    r"|management|engineering|them)|\b(?:were|was|had been) (?:warned"
    r"|told)(?: \w+){0,3} and (?:\w+ )?(?:did nothing|ignored|shipped it anyway|laughed|shrugged|looked away"
    r"|did not care)\b"
    r"|\bwhat (?:were|was|are) (?:they|he|she|product|the (?:team|designers?|product manager"
    r"|product team)) (?:even )?thinking\b|\bwho (?:on earth|the hell|in their right mind)\b"
    r"|\btypical (?:product|engineering|management|product manager|head office|corporate)(?: (?:arrogance"
    r"|nonsense|thinking|behaviou?r|move|mistake))?[.,!]"  # codespell:ignore behaviou
    r"|\b(?:is|was|are|were) (?:all |entirely |purely |clearly |once again )*+(?:product|engineering|leadership"
    r"|management|the (?:product managers?|designers?|engineers?|developers?"
    r"|product team))(?:'s?)? (?:own )?fault\b"
    r"|\bi (?:\w+ )?blame (?:product|engineering|leadership|management|the (?:product|designers?|engineers?"
    r"|developers?)|product managers?|whoever|them|head office|corporate)\b"
    r"|\b(?:out of touch|clueless|incompetent|ivory[- ]tower) (?:product|engineering|leadership|management"
    r"|designers?|engineers?|executives?|managers?)\b"
    r"|\b(?:nobody|no one) (?:in |at |from |up |over )?(?:upstairs|the top|charge|there|the office|product"
    r"|engineering|leadership|head office|hq|design|the product team|corporate) (?:ever |even |really |actually "
    r"|bothered to )*+(?:cares?|cared|listens?|listened|bothers?|bothered|understands?|asks?|asked"
    r"|gives?|gave|wants? to|wanted to|has (?:ever )?|reads?|picks? up|lifted)\w*"
    r"|\b(?:they|product|engineering|leadership|management|head office|the product team) (?:\w+ ){0,3}?half-baked\b"
)
_SAYING_THEY = re.compile(
    rf"{_PRONOUN} {_MANNER}(?:(?:do|did|will|would|could) not (?:\w+ )?(?:care|listen\w*|bother|give a|get it"
    r"|understand|live in)"
    r"|never (?:\w+ )?(?:listen\w*|ask|asked|test|tested|learn|cared?|bother\w*)|(?:had|have) no (?:clue|idea)"
    r"|refused? to listen"
    r"|could not care less|(?:\w+ ){1,6}?without (?:ever|even|once|bothering|talking|asking|listening|thinking"
    r"|consulting|a thought|leaving)\b|only (?:ever )?(?:listen|care|think about)|are (?:\w+ )?(?:clueless|lazy"
    r"|idiots|arrogant|out of touch))"
)
_USERS = re.compile(
    r"\b(?:customers?|users?|drivers?|nurses?|patients?|agents?|sellers?|buyers?|guests?|pickers?|riders?"
    r"|residents?|callers?"
    r"|clients?|people|families|members?|couriers?|staff|crews?|pilots?|cooks?|tenants?|merchants?|volunteers?"
    r"|machines?|scanners?)\b"
)


def _means_product(reading: Reading, sentence: Sentence, found: re.Match[str]) -> bool:
    """Return whether 'they' are no users: none are named up to here."""
    return sentence.start + found.start() < _users_named_by(reading.text)


@lru_cache(maxsize=512)
def _users_named_by(text: str) -> int:
    """Return where the first users that a text names end; behind its end where it names none."""
    found = _USERS.search(text)
    return found.end() if found else len(text) + 1


RULE = Rule(
    name="blame",
    level=Level.ERROR,
    scope=Scope.SENTENCE,
    question="Would you say that of my team too?",
    message="A PM who hears this may hear contempt for people like them.",
    fix='Put the assumption in place of the person: "the form assumed …, because … was not visible from there".',
    source='Source thread: decisions fail "bc nobody understood the operational reality"; steady.space.',
    must_flag=(
        "Engineering never listens to the night shift.",
        "Whoever designed the triage form never stood in a corridor.",
        "Our PMs don't care what happens after release.",
        "The product team lives in a bubble.",
        "Management ignored us until the boiler failed.",
        "It was an idiotic decision.",
        "Any intern could have told them.",
        "Developers are too arrogant to ask a cook.",
    ),
    must_pass=(
        "The router ignored the second address line.",
        "The dumb terminals in bay 3 cannot show colour.",
        "Product closed my ticket: the volume was too low.",
        "Nobody had told the designers about the second door.",
        "The team chose speed, and with their numbers I would have too.",
        "The form assumed one patient per bed.",
        "Drivers never read the banner.",
        "The engineers had never had a reason to visit the cold store.",
        "The lazy loader fetches the map too late.",
        "I asked one stupid question at the stand-up, and it paid off.",
    ),
    check=finds(
        *(Phrase(own, is_negatable=False) for own in (_NEVER, _NOT)),
        *(_CONTEMPT, _INSULT),
        Phrase(_SAYING_THEY.pattern, is_negatable=False, allows=_means_product),
        never=(
            r"\bnever\b[^.;]*,? (?:and|because|since) (?:no one|nobody|none of us|we|i) (?:had |have "
            r"|has )?(?:ever |never )?(?:thought|offered|asked|told|shown|invited|showed|taken)\b.*",
            r"\bproduct managers? (?:\w+ )?never (?:had|got|were|was) (?:a|the|any|to|told|shown|asked|given)\b",
            r"\b(?:\w+ in \w+|\d+ ?%|percent)(?: of)? (?:all |the )?(?:product managers?|companies|designers"
            r"|engineers)\b[^.;]*",
            r"\b(?:things?|what|something|perspective|insights?|half|stuff|details?|exceptions) (?:that "
            r"|which )?(?:\w+ )?product (?:managers|people|teams) (?:\w+ )?(?:never|do not|can not)\b[^.;]*",
            r"\bmost product managers have never worked in\b",
            r"\bidiot-proof\w*",
            r"\bnot (?:because )?(?:\w+ ){0,3}(?:stupid|lazy|careless|clueless)\b",
        ),
    ),
)
