"""Claims that ops equals product, that the speaker already is a PM, knows best, or would have prevented everything.

Source: the thread this program comes from: ops and product "are related, but they're also fundamentally different,
and I don't want to oversell the connection". In a sister thread a reply says that most people from operations
oversell (forum.thethinksters.com/t/10544).
"""

from __future__ import annotations

import re
from functools import lru_cache

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.gates import ADVERBS, FIELD, OBSERVED, Phrase, finds
from pivot_journal.coach.reading import Reading, Sentence
from pivot_journal.coach.rule import Rule

_PM = (
    r"(?:(?:a |an |the |your |any |most |senior |junior |real |great |good |better |natural |full-time "
    r"|part-time |shadow )*+"
    r"(?:product (?:managers?|people|person|owners?|leads?|leaders?|thinker|teams?)))"
)
_NEARLY = (
    r"(?:basically|already|essentially|practically|literally|effectively|pretty much|de facto|more or less"
    r"|virtually|kind of|sort of"
    r"|really|actually|unofficially|in effect|to all intents and purposes|all but|as good as|secretly|technically"
    r"|fundamentally|honestly)"
)
_OPS = (
    rf"(?:{FIELD}|what (?:i|we|ops|support) do(?:es)?|my (?:job|role|work|day job)|this (?:job|role|work)"
    r"|being (?:in ops|on the desk|a dispatcher)"
    r"|triag(?:e|ing)(?: \w+)?|(?:running|managing|leading|handling|coordinating|planning|scheduling"
    r"|organi[sz]ing|juggling) (?:a|an|the|my|our) [\w ]{2,25}|prioriti[sz]ing (?:a |the )?[\w ]{2,20}|a queue"
    r"|a backlog|my queue)"
)
_ALREADY = (
    r"\bi (?:am|was|have been|have always been|do) (?:(?!not\b"
    rf"|never\b)[\w-]+ ){{0,3}}?{_NEARLY},? (?:\w+ ){{0,2}}?(?:{_PM}"
    r"|(?:doing|the job of|in) (?:the |a )?product\b|product\b(?= [.,]|[.!]?$| already| work)"
    r"|doing (?:the |your |a )(?:job|same job|product manager\w* (?:job|work))|doing product (?:work|management))"
    r"|\b(?:de facto|unofficial|accidental|honorary|shadow|acting|undercover|self-made"
    r"|natural-born) product manager\b|\bproduct manager'?s'? (?:job|work|role) (?:already|every|for|without"
    r"|in)\b|\bi (?:already |basically |really |have )*+(?:do|did|done|doing) (?:the"
    r"|a) product manager'?s'? (?:job|work)"
    r"|\b(?:make|makes|made|be|become|becomes|am|are|is)(?: me| us| you)? (?:the |a |an |already a "
    r"|already the )?(?:better|best|great|natural|perfect|excellent|stronger|ideal|superior|amazing|fantastic"
    r"|brilliant|outstanding|terrific) (?:\w+ )?product (?:managers?|people|person|owners?|leaders?)\b"
    rf"|\bas (?:good|well|capable|qualified|strong|ready|valuable|sharp|prepared) (?:\w+ ){{0,2}}?as any {_PM}"
    rf"|\b(?:anything|everything|all) (?:that )?{_PM} (?:can|could|does|do)\b|\bi am (?:\w+ly |more than "
    r"|already )*+(?:over-?qualified|the finished article|ready to (?:be|lead|run|head) (?:\w+ )?(?:a |the "
    r"|your )?(?:\w+ )?product)"
    rf"|\bi (?:am|was|have been|have always been) (?:\w+ ){{0,2}}?{_PM} (?:already|in all but|in disguise"
    r"|without the|by another name|minus the|in everything but|at heart|trapped|stuck|with(?:out)? (?:a "
    r"|the )?(?:different |another )?(?:title|badge)|in (?:an|a) (?:ops|operations|support|\w+) (?:job|role"
    r"|body))"
    rf"|\bi (?:was|am|feel i was) (?:born|made|meant|destined) (?:to be|for|to do|to work in) (?:a )?product\b"
    r"|\bi (?:already|basically|practically|effectively|essentially|naturally|always|just|have always|have been"
    r"|\w+ly)? ?(?:already )?(?:think|thinks?|thought|work|act|operate|behave|make decisions|live|reason"
    rf"|prioriti[sz]e) (?:exactly |just |more |every bit )?(?:like|as) {_PM}"
    r"|\bi (?:already |have already |have been |basically |practically |effectively )*+(?:do|did|doing|done|had"
    r"|have|hold|perform) (?:everything|all|most of what|90% of what|the same (?:things?|work|job)|exactly what"
    rf"|what) (?:that |as )?{_PM} (?:do|does|would)"
    r"|\bi (?:have )?(?:already |basically |practically |effectively |essentially )+(?:do|did|done|been doing"
    r"|have|had|know|run|ran|held) (?:the |a )?(?:product|product manager(?:'s)?|(?:\w+ )?product (?:job|role"
    r"|work)|(?:whole )?job)\b"
)
_SAME = (
    rf"\b{_OPS} (?:is|are|was) (?:{_NEARLY} |just |nothing but |simply |exactly |no more than "
    r"|all )*+(?:product (?:management|work|thinking|strategy)?|the same (?:thing |job |skill |work "
    rf"|muscle )?(?:as|like) (?:\w+ ){{0,2}}?(?:product|what product|setting|owning|writing|running)|product\b)"
    r"|\b(?:there is |there are |i see |sees? )?(?:\w+ )?no (?:real |actual |true |big |meaningful "
    rf"|practical )?(?:difference|distinction|gap) between (?:[\w ]{{2,40}}) and (?:[\w ]{{0,20}})(?:product"
    r"|strategy|roadmaps?|pm|product manag\w+|discovery)"
    rf"|\b(?:is|are) (?:{_NEARLY} |just )?(?:no different (?:from|to|than)|identical to|equivalent to"
    rf"|interchangeable with|exactly like|every bit as good as) (?:\w+ ){{0,3}}?(?:product|{_PM}"
    r"|setting (?:product )?strategy|a roadmap|running a roadmap|owning a roadmap|a product degree)"
    rf"|\b(?:{FIELD}|my (?:job|work|role))(?: \w+)? and product(?: \w+)? (?:are|is|were) (?:{_NEARLY} |just "
    r"|exactly |all |actually )*+(?:the same|one and the same|identical|interchangeable|no different)"
    r"|\bproduct(?: management| work)? (?:is|can not be|will be|should be|must be) (?:really |that |so |all "
    r"|just |actually |not )*+(?:easy|hard|difficult|rocket science|simple|straightforward|tough|complicated)\b"
    rf"|\b(?:product|product management) (?:is|and (?:ops|operations|support) are) (?:{_NEARLY} |just |simply "
    r"|nothing but |exactly )*+(?:ops|operations|triage|support|the same (?:thing|job|skill|work)?|common sense"
    r"|prioriti[sz]ing|queue management|firefighting|one and the same|logistics)(?=[ .,;!]|$)(?! (?:queue|ticket"
    r"|team))"
)
_KNOWS_BEST = (
    rf"\b(?:nobody|no one|no-one|none of (?:them|you|your \w+)) (?:else )?(?:\w+ ){{0,5}}?(?:knows?|understands?"
    r"|sees?|gets?|feels?|can \w+|could \w+|has|grasps?|spots?)\b[^.;]*?\b(?:better (?:than|like)|like i (?:do"
    r"|can|did)|(?:as well|as deeply|as much|as closely|the way|more|quite like) (?:as )?(?:than )?(?:i|me)\b)"
    rf"|\bi {ADVERBS}(?:know|understand|see|get|grasp|spot) (?:[\w'-]+ ){{0,12}}?(?:better|more|deeper"
    r"|more deeply)(?: [\w -]{1,60})? (?:than|about [\w ]{1,60} than) (?:any(?:one|body)?\b|the (?:people|product|team"
    rf"|designers?|engineers?|person|ones|whole)|your?\b|most\b|every|those|all|whoever|they|{_PM})"
    r"|\bi (?:know|understand) more about [\w ]{1,80} than\b"
    r"|\b(?:better|faster|sharper|more accurate|closer to (?:the )?(?:users?|customers?)) than (?:any|most|all"
    r"|every|your|the|half (?:of )?the) (?:\w+ )?(?:product (?:managers?|people|teams?|owners?)|people who built"
    r"|pms)"
    r"|\bi (?:always|instinctively|just|already|alone|intuitively|simply|usually|could always) (?:know|knew|see"
    r"|saw|tell|told|predict|can tell) (?:exactly |instantly |precisely )*+(?:what|which|how|where|before|better"
    r"|whether) (?:\w+ )?(?:users?|customers?|the market|works?|will|launch\w*|features?|people|product|is|anyone"
    r"|to build)"
    r"|\bi (?:\w+ )?(?:know|knew|understand|see) what (?:users?|customers?|people|the market|they|everyone"
    r"|your users) (?:\w+ )?(?:wants?|needs?|think) (?:before|better|sooner|even)"
    r"|\b(?:every|each|all(?: of)?(?: the)?|any) (?:[\w-]+,? ){1,7}?i (?:had |have )?(?:predicted|called"
    r"|saw coming|foresaw"
    r"|was right|would have|could have|knew)\b|\bmy (?:\w+ )?(?:instincts?|gut|judge?ment"  # codespell:ignore ment
    r"|predictions?|intuition|calls?) (?:[\w ]{0,30})?(?:is|are|was|were|has|have) (?:\w+ )?(?:always|never"
    r"|100)(?: been)? (?:right|wrong|correct|accurate|spot)"
    r"|\b(?:do not|will not|would not|hardly|barely|no) (?:\w+ )?need (?:any |much |a |for )*+(?:training"
    r"|onboarding|course|mentor|ramp-?up|help|lessons?|product training|teaching|coaching)\b(?= to| for me"
    r"| at all| in| from|[.,!]|$)|\bneed no (?:training|onboarding|course|teaching)"
    r"|\bnothing (?:\w+ ){0,4}?(?:i|anyone like me) (?:could not|can not|do not|have not) (?:learn|do|handle"
    r"|pick up|know|master|fix|seen)|\b(?:could|can|should|would) learn (?:everything|a (?:lot|thing or two"
    r"|great deal)|so much|more|plenty) from (?:me|ops|us|operations|people like me|support)\b"
    r"|\bwithout me,? (?:\w+ ){0,4}?(?:would|could|nothing|none|is|was)\b|\bonly i (?:can|could|know|understand"
    r"|truly|really|have the)\b|\bi alone\b|\bi (?:\w+ly )?(?:saved|rescued|transformed|revolutioni[sz]ed) (?:the"
    r"|our|my|this|an?) (?:whole |entire )?(?:company|launch|business|product|depot|team|department|project"
    r"|organi[sz]ation|customer)"
    r"|\bi (?:\w+ )?(?:know|understand|knew) (?:\w+ ){1,5}?(?:inside out|inside and out|like the back of my hand"
    r"|better than they know)\b|\b(?:in my (?:blood|dna|bones|veins)|second nature to me|comes naturally to me"
    r"|product sense)\b(?=[^.;]*\b(?:i|my|me)\b|.*\bmy (?:blood|dna))|\bi (?:have )?(?:\w+ )?(?:mastered"
    r"|perfected|cracked) (?:\w+ )?(?:priorit\w+|product|discovery|roadmap\w*|stakeholder\w*|strategy|the art"
    r"|user research|everything|delivery|ops|operations)\b"
    r"|\b(?:never|not) (?:\w+ )?(?:met|seen|had|faced|come across) an? (?:\w+ )?(?:problem|challenge|bug|customer"
    r"|queue|crisis|process) (?:that )?i (?:could not|can not|did not|was not able to)\b|\b(?:right"
    r"|correct) (?:about|on) (?:every|all|each|literally)\b|\b(?:exactly|just) (?:what|who|the person) (?:your"
    r"|you|this|the|every) (?:\w+ )?(?:team|company|product|is|are|need)?\w* ?(?:is |are |has been "
    r"|have been )?(?:missing|needs?|looking for|lacks?|waiting for)\b"
    r"|\bhire me\b(?=,? (?:and|,))|\bmy (?:ideas?|suggestions?|input|fix(?:es)?|plan|solution|advice"
    r"|insights?) (?:\w+ )?(?:would have|could have|will|would) (?:\w+ )?(?:saved?|prevented?|transform\w*"
    r"|double[d]?|halve[d]?|solve[d]?|fixed? every|changed? everything|make|avoided)\b[^.;]*\b(?:millions?|all"
    r"|every\w*|the (?:company|launch|product)|your|thousands|whole)"
    r"|\b(?:nobody|no one|no candidate|no other candidate|there is nobody|not (?:a single"
    r"|one) person) (?:\w+ )?(?:better|more) (?:qualified|suited|prepared|placed|equipped|experienced|ready)\b"
    r"|\bmore (?:qualified|capable|prepared) than (?:any|most|all|every|half|your|the)\b"
    r"|\bi promise (?:you )?(?:your|that|a|it|the|zero|we|my)\b|\bi (?:will|would|could"
    r"|can) (?:\w+ )?be (?:\w+ )?(?:an? )?(?:\w+ )?(?:asset|star|success|game-?changer|top performer)\b"
    r"|\bi'd be (?:an? )?(?:\w+ )?(?:asset|star|success|game-?changer|top performer|great at (?:product|it|this)"
    r"|better (?:than|at))\b"
    r"|\ball along\b(?<=all along)(?=[^.;]*\b(?:badge|title|name|knowing)\b)|\b(?:without|minus|just not"
    r"|just without|only without|lacking only|just lack(?:ing)?|all but|missing only|except for) the (?:badge"
    r"|title|name|job title|label|salary)\b|\b(?:they|we|people|my company|hr) (?:just |only "
    r"|simply )?call(?:s)? it (?:ops|operations|support|logistics|triage|dispatch|something else)\b"
    r"|\b[\w-]+ work and product work\b (?:are|is)|\b(?:if|had) (?:they|product|leadership|someone|anyone|people"
    r"|management)(?: had)? (?:only |just )?(?:listened to|asked|believed|followed|trusted|hired) me\b"
    r"|\b(?:no|any|most|other|all|half (?:of )?the|many|your|every|few|the average|a typical|than a"
    r"|than the) (?:\w+ )?product managers?\b[^.;]*\b(?:better|faster|sooner|as (?:well|good|much|quickly"
    r"|deeply) as|outperform\w*|than|like) (?:\w+ )?(?:i|me|mine)\b"
    r"|\b(?:i|i'd)\b[^.;]*\b(?:outperform|outclass|outdo|beat|run rings around|put to shame|teach|out-think"
    r"|run circles around) (?:most|any|many|all|half|your|the|every|other) (?:of )?(?:\w+ )?(?:product|pms?"
    r"|product managers?|people who)\b"
    r"|\b(?:i|i'd)\b[^.;]{0,60}?\b(?:everything|all|anything|nothing|half of what|most of what) (?:that )?(?:a|any|your"
    r"|the|most) (?:\w+ )?product managers? (?:\w+ )?(?:does|do|needs?|knows?|has|have|should|must|can|could"
    r"|would)\b"
    r"|\b(?:everything|all|anything|nothing|half of what|most of what) (?:that )?(?:a|any|your|the"
    r"|most) (?:\w+ )?product managers? (?:\w+ )?(?:does|do|needs?|knows?|has|have|should|must|can|could"
    r"|would)\b(?=[^.;]*\b(?:i|i'd)\b)"
    r"|\bi'd have (?:the|your|that|this|all|any) (?:[\w-]+ ){1,3}(?:fixed|sorted|running|done|solved|cleared"
    r"|rebuilt|back|up|under control|shipped) (?:in|within|by|before)\b|\bi(?:'d"
    r"| would) never have (?:\w+ )?(?:shipped|built|approved|released|launched|made|signed|allowed|let|designed"
    r"|missed|chosen|picked|put|written|agreed)\b"
    r"|\bi (?:can |could |always |usually |often )*+(?:see|spot|know|tell|notice|saw|noticed|knew|predict|smell"
    r"|sense|find|catch|foresee)\b[^.;]*\b(?:before|faster than|sooner than|long before|earlier than"
    r"|that) (?:anyone|everyone|anybody|anyone else|the product team|product (?:does|can|managers?|people)"
    r"|engineering|your|nobody else|no one else)\b"
    r"|\bi (?:basically|practically|effectively|essentially|virtually|more or less|all but|literally|pretty much"
    r"|single-handedly|kind of|already|de facto) (?:wrote|write|ran|run|own|owned|built|designed|managed|manage"
    r"|led|lead|shaped|invented|set) (?:the|our|a|half the|their|most of the|your) (?:\w+ )?(?:roadmap|product"
    r"|backlog|strategy|spec|feature|launch|design|vision|onboarding|discovery|team)"
    r"|\bi (?:have )?(?:already )?(?:learned|learnt|know|knew|picked up|seen) (?:everything|all"
    r"|all there is)(?: there is)?(?: to know)? (?:about (?:product|users|roadmaps|being)|i need|a product)"
    rf"|\b{_OPS} (?:is|are) (?:{_NEARLY} |just )?(?:the same (?:thing|job|skill|work)?|no different"
    rf"|identical) ?(?:as|to"
    rf"|from|than) (?:\w+ ){{0,2}}?(?:road-?mapp?\w*|strategy|discovery|prioriti\w+|product)"  # codespell:ignore mapp
    r"|\bi already am (?:a|the) (?:\w+ )?product\b|\b(?:a |much )?better job than (?:\w+ ){0,2}?(?:product|pms?"
    r"|your|most|any)\b|\bi (?:never|do not) (?:make|get) (?:\w+ )?(?:wrong|bad) (?:predictions?|calls?"
    r"|decisions?|guesses)"
    r"|\bi have (?:\w+ )?what it takes\b|\bi should be (?:running|leading|in charge|the one deciding)\b"
    r"|\bi know exactly (?:what|how|where|which) (?:to build|(?:your |the |all )?(?:users?|customers?|product"
    r"|roadmap|team|market|people)|(?:is )?wrong|you need|needs to)"
    r"|\bi (?:have|had) never (?:\w+ )?been wrong\b|\bi am (?:always|never) (?:right|wrong) about\b"
    r"|\bi never (?:get|got) (?:it|them|one|a launch|a call|a prediction) wrong\b"
    r"|\b(?:taught|gave|told|showed|shown|teaches) me (?:\w+ )?(?:everything|all)(?: (?:there is|that|i (?:need"
    r"|needed)|you need|one needs|about product|a product manager|product|to know|any)\b)"
    r"|\b(?:everything|all) (?:there is|you need|anyone needs|i need|one needs) to (?:know"
    r"|learn) about (?:product|being|the role|users|roadmaps|product management)"
    r"|\bi (?:know|have seen|have learned|have learnt|understand) (?:it all|everything (?:about|there is)|all there is)"
    r"|\b(?:nothing|little|not much) (?:left |more |else )?(?:for me )?(?:to learn|(?:you|anyone|a course"
    r"|they) (?:can|could) teach me)(?: about (?:product|the job|the role))"
    r"|\bi (?:\w+ )?(?:am|'d be|would be) (?:\w+ly )?the (?:perfect|ideal|best|obvious|only|right|missing"
    r"|strongest) (?:candidate|person|fit|choice|hire|one|piece|link|match)\b|\b(?:perfect|ideal) (?:candidate"
    r"|fit) for (?:this|the|your|any|product)"
    r"|\b(?:you will|you would|you'll|you'd) (?:not|never) find (?:anyone|anybody|a better|someone|another)\b"
    r"|\buniquely (?:qualified|positioned|placed|suited|equipped)\b"
    r"|\b(?:beats|is worth more than|better than|more than|worth ten|replaces) any (?:product |pm "
    r"|product manager )?(?:mba|course|degree|training|bootcamp|certificate|certification)\b"
)
_WOULD_HAVE = (
    r"\bsingle-?handedly\b|\b(?:i|i'd) (?:\w+ ){0,4}single-?handed\b"
    r"|\b(?:i|we) (?:can |will |would |could |'d |do |personally |absolutely |even )*+guarantee\b"
    r"|\bi'd (?:\w+ )?guarantee\b|\bi promise (?:you )?(?:that |i |to |results|zero|no )|\bguaranteed to (?:cut"
    r"|fix|double|halve|save|grow|reduce|lift|solve)"
    r"|\b(?:had i|if i(?:'d| had)?) (?:been|were|was|owned|run|ran|had|led|designed|built|made"
    r"|been given)\b[^.;]*?\b(?:product manager|in charge|in the room|product|roadmap|running|the call"
    r"|the decision|asked|there|listened|the one)\b[^.;]*?\b(?:none|never|nothing|no (?:one|outage|incident"
    r"|\w+ would)|not have (?:happened|failed|shipped|broken|lost|gone)|would have (?:been (?:avoided|prevented"
    r"|fine|perfect)|gone (?:fine|well|perfectly|smoothly)|worked (?:perfectly|first))|every)"
    r"|\b(?:with me|under me|on my watch|with my (?:help|input))\b[^.;]*?\b(?:no|none|never|nothing|zero"
    r"|would not|would never)\b"
    r"|\bi (?:would|could|'d)(?: easily| certainly| surely| definitely)? have (?:prevented|avoided|caught|stopped"
    r"|fixed|seen|spotted|solved|predicted) (?:all|every|everything|any|each|the whole|most of)\b"
    r"|\bi'd have (?:prevented|avoided|caught|stopped|fixed|seen|spotted|solved) (?:all|every|everything|any"
    r"|each)\b"
    r"|\bi (?:could|can|would|will|am ready to|am able to)(?: \w+ly| probably| happily| just| have)? (?:run|own"
    r"|fix|lead|take over|manage|rewrite|redo|do|turn around|transform|double|halve|revolutioni[sz]e|cut|triple"
    r"|save|solve|rebuild) (?:your|the whole|the entire|the product|any|their|all (?:of )?your|all the"
    r"|this) (?:\w+ )?(?:\w+ )?(?:roadmap|product|team|job|backlog|strategy|churn|company|onboarding|conversion"
    r"|retention|business|problems?|checkout|app|discovery|operations?|sprint)\b"
    r"|\b(?:i'd|i (?:would|could|can|will)) (?:\w+ )?(?:fix|solve|learn|master|pick up|double|halve|cut|sort|turn"
    r"|rebuild|ship)\b[^.;]{0,40}\b(?:your|product|product management|churn|roadmap|onboarding|everything|it all"
    r"|the (?:whole )?job|the rest|all of it)\b[^.;]{0,20}\bin (?:a|one|my first|two|under a|no"
    r"|three) (?:\w+ )?(?:week|day|month|weekend|quarter|sprint|afternoon|time|days|weeks)"
    r"|\b(?:never have happened|not have happened|never happen)\b(?<=never have happened)(?=.*$)"
    r"|\bi could (?:\w+ )?do (?:your|their|the product manager's|any product manager's|that) job\b"
    r"|\bi'd (?:\w+ )?(?:cut|halve|double|fix|triple|solve|run|turn around|transform|rewrite) your\b"
    r"|\b(?:hit|hitting) the ground running\b|\b(?:no|zero|without(?: any)?) (?:ramp-?up|onboarding|training"
    r"|learning curve)(?: (?:time|needed|required|period|at all)|[.,!]|$| for me)|\bramp-?up (?:time )?(?:would"
    r"|will) be (?:zero|nil|none|nothing|minimal)"
    r"|\b(?:i|i'd|i'll)\b[^.;]{0,60}?\b(?:productive|value|deliver\w*|contribut\w+|effective|ship\w*|impact"
    r"|roadmap|running|useful|results|ready|a product manager)\b[^.;]{0,25}?\b(?:from|on) day one\b"
    r"|\b(?:from|on) day one,? (?:i (?:could|can|would|will)|i'd)\b"
)
_MISSED = (
    r"\b(?:things?|what|something|perspective|insights?|stuff|details?|problems?|half|knowledge|a side"
    r"|angles?) (?:that |which )?(?:no |your |the )?(?:\w+ )?(?:product (?:managers?|people|teams?)) (?:has|have"
    r"|will ever|could|never|do not|does not|can not|would never|miss(?:es)?|overlooks?|lacks?)\b(?! (?:asked|to))"
    r"|\b(?:that |which |what |the way |things |things that )?(?:most|many|other|new|all|no|few|your|typical"
    r"|average|some|junior|senior|almost all|nearly all) (?:\w+ )?(?:product (?:managers?|people|teams?"
    r"|owners?|leaders?)|pms)"
    r" (?:will |would |often |usually |always |simply |just |tend to |can |could )*+(?:miss(?:es)?|lacks?"
    r"|overlooks?|never (?:see|notice|get|learn|understand|have|feel|know)|do not (?:have|see|get|understand|know"
    r"|notice)|does not (?:have|see|get|understand)|can not (?:see|have|get|offer|understand|know)|fail to see"
    r"|forget|cannot|ha(?:s|ve) never (?:had|seen|got)|only dream|would kill)\b"
    r"|\b(?:perspective|insights?|view|eye|edge|experience|knowledge|understanding"
    r"|viewpoint) (?:that )?(?:no other|few other|other|no|few) (?:candidates?|applicants?|product managers?"
    r"|people|pms?) (?:has|have|can|could|bring)\b"
)
_OBSERVED_BREAKS = re.compile(
    r"\b(?:implementing|learning|learned|learnt|watching|tracing|counting)\b[^.]{0,300}\b(?:break|breaks|broke|fail"
    r"|fails|failed)\b|" + OBSERVED
)


def _is_bare(reading: Reading, sentence: Sentence, found: re.Match[str]) -> bool:
    """Return whether nothing observed carries the claim: neither before it in its text nor in its sentence."""
    place = sentence.start + found.start()
    return place < _observed_by(reading.text) and not _OBSERVED_BREAKS.search(reading.text, sentence.start, place)


@lru_cache(maxsize=512)
def _observed_by(text: str) -> int:
    """Return where the first thing observed in a text ends; behind its end where there is none."""
    found = _OBSERVED_BREAKS.search(text)
    return found.end() if found else len(text) + 1


RULE = Rule(
    name="oversell",
    level=Level.WARNING,
    scope=Scope.SENTENCE,
    question="And what would you have to learn?",
    message="It may sound as if you thought there is nothing left to learn about their work.",
    fix="Claim one narrow thing that you see from where you stand, and name one that you would have to learn.",
    source='Source thread: "I don\'t want to oversell the connection"; forum.thethinksters.com/t/10544.',
    must_flag=(
        "I'm practically a PM in all but name.",
        "Dispatch is basically product management.",
        "I know more about intake than the people who designed it.",
        "I could run your backlog tomorrow.",
        "I single-handedly saved the launch.",
        "Nobody understands couriers better than I do.",
        "If I had been the PM, none of this would have happened.",
        "I bring insights that most PMs miss.",
        "I want to be in the driver's seat.",
        "I already do everything a product manager does.",
        "Most of what a product manager needs to know I know from the desk.",
    ),
    must_pass=(
        "I have never owned a roadmap.",
        "I'm not a PM, and I won't pretend that rostering is strategy.",
        "The PM shift already knows which oven jams.",
        "From day one the tablets froze at the gate.",
        "I already meet our PM every Thursday about the exception list.",
        "Ops and product are related and fundamentally different.",
        "I've learned what breaks products from the operations side and now I want to prevent that.",
        "The warranty is a money-back guarantee.",
        "I counted the failed meters myself.",
        "Everything a product manager needs to see stands in that log.",
        "The page shows nothing that the product manager could act on.",
    ),
    check=finds(
        *(_ALREADY, _SAME, _WOULD_HAVE),
        Phrase(_KNOWS_BEST, is_negatable=False),
        Phrase(
            _MISSED,
            is_negatable=False,
            allows=_is_bare,
            message="A PM may hear that PMs see less than you do.",
            fix="Say what you see, not what they miss.",
            question="Which of us misses it?",
        ),
        Phrase(
            r"\bdriver'?s'? seat\b(?= *(?:[.,;:!?)]|$|of|for|when|on|instead|and|from|rather|at|one|next|this"
            r"|because))",
            allows=lambda reading, sentence, found: bool(re.search(r"\b(?:i|i'd|my|me)\b", sentence.text)),
            level=Level.ADVICE,
            message="It may sound like wanting control rather than having something to bring.",
            fix='Name the decision you want to help with: "when the default is chosen".',
            question="Driving what?",
        ),
        never=(
            r"\b(?:am|is|are|was|not|won't|will not) (?:\w+ ){0,2}not (?:saying|claiming)\b.*",
            r"\b(?:product (?:manager|person|owner|team|lead)\w*"
            r"|they) (?:\w+ )?(?:already )?know(?:s)? (?:\w+ )?better than i\b.*",
        ),
    ),
)
