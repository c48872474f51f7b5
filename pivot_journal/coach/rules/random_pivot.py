"""Chance, novelty, restlessness, serial jumping, or any of several roles would do.

Source: the thread this program comes from asks how not to seem "like I woke up one day and decided to change
careers" or to be job-hopping. A school for product managers warns that a reason which sounds like a six-month gig
goes to the bottom of the pile (Product Gym).
"""

from __future__ import annotations

import re

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.gates import ADVERBS, Phrase, finds
from pivot_journal.coach.reading import Reading, Sentence
from pivot_journal.coach.rule import Rule

_ROLE = (
    r"(?:product(?: management| manager| owner| marketing| design)?|ux(?: design| research)?|data(?: science"
    r"| analytics| analysis"
    r"| analyst)?|design|marketing|consulting|sales|hr|engineering|(?:project|program|programme"
    r"|account) management|strategy"
    r"|project manager|business analyst|analytics|finance|software|coding|recruiting|teaching|customer success"
    r"|research|growth)"
)
_WANT = (
    rf"(?:i {ADVERBS}(?:want(?:ed)?|need(?:ed)?|fancy|fancied|crave|am (?:\w+ )?(?:looking|ready|up|itching|after"
    r"|open|keen|in need|due|overdue|dying|longing)|"
    r"have been (?:looking|craving|wanting|itching)|felt like|feel like|wanted|thought|figured|could use|decided"
    r"|longed?|would like|would love)"
    r"|i'd (?:\w+ )?(?:like|love|welcome|fancy)|it (?:is|was|felt like|feels like) (?:\w+ )?time|time|ready"
    r"|looking|and (?:just )?(?:want(?:ed)?|need))"
)
_NEW = (
    rf"{_WANT} (?:\w+ ){{0,4}}?something (?:\w+ )?(?:new|different|else|fresh|more exciting|exciting"
    r"|more creative|less \w+)\b"
    rf"|{_WANT} (?:\w+ ){{0,3}}?(?:a|another|any|some) (?:\w+ )?(?:change(?! (?:of shift|to the|in the|log"
    r"|request|ticket|window|freeze))|fresh start|new start"
    r"|new challenge|new adventure|new beginning|career change|different challenge|new direction"
    r"|change of (?:scene|scenery|pace|air|direction"
    r"|career)|new chapter)\b"
    r"|\bfe(?:el|lt) like (?:a change|something (?:new|different|else)|trying|doing something|a fresh start"
    r"|it was time)\b"
    r"|\b(?:fancy|fancied|need|needed|want|wanted|after|for) a (?:change of (?:scene|scenery|pace|air)"
    r"|fresh start|new adventure)\b"
    r"|\b(?:shake|switch|mix) (?:things|it) up\b|\bnew year,? new\b|\ba change,? any change\b"
    r"|\b(?:try|do|see|explore) something (?:completely |totally |entirely |a bit )?(?:new|different"
    r"|else)(?= (?:with my|in my|for a change|career)|[.!]?$)"
)
_CHANCE = (
    r"\bwoke up (?!(?:to|at|when|because)\b)(?:[\w']+ ){0,6}?(?:and|with|thinking|wanting|deciding|knowing"
    r"|reali[sz]ing)\b"
    r"(?! (?:found|saw|counted|replayed|checked))"
    r"|\b(?:so |thought |figured |and |but |then )*+why not\b(?= (?:try|product|pm|me|give|make|go|switch|apply"
    r"|move|have a|take)|\?|[.!]?$)"
    r"|\bi (?:just )?(?:figured|thought|reckoned) (?:that )?(?:i'd|i would|i might as well|i may as well|i could"
    r"|i'll|i will|what the|product|why not|it would be (?:fun|cool|nice))"
    r"|\b(?:total|complete|pure|bit of a|kind of a|sort of a|on a|sheer|mere|a) whim\b"
    r"|\bi\b[^.;]*\b(?:spur of the moment|on impulse|impulsively)\b|\b(?:popped|came|jumped"
    r"|crept) into my (?:head|mind)|\bcaught my eye\b|\bcrossed my mind\b"
    r"|\b(?:someone|somebody|a (?:\w+ )?(?:friend|colleague|recruiter|guy|girl|podcast|cousin|neighbou?r)"
    r"|my (?:\w+ )?(?:friends?|sister|brother|wife|husband|partner|uncle|aunt|cousin|room-?mate|flat-?mate|mum"
    r"|mom|mother|dad|father|therapist|coach|girlfriend|boyfriend|neighbou?r)|people|everyone|everybody|they all"
    r"|chatgpt|the internet)"
    r" (?:\w+ ){0,2}?(?:told|says?|said|suggested|suggests|thinks?|thought|recommended|convinced|persuaded|talked"
    r"|telling|tells|mentioned|swears?|keeps?|got)\b[^.;]{0,60}?\b(?:product management|product managers?|(?:in"
    r"|into|to|for|about|of|try|do|suit|at) product\b|earn|pays? (?:\w+ )?(?:well|better|more)|good money|career"
    r"|switch|fun|i should (?:try|be|do|go|move)|i'd (?:be|make|love|like))"
    r"|\bproduct manag\w+ (?:\w+ ){0,2}?(?:earns?|salar\w+|makes? (?:good|more|a lot|great)|gets? paid|pays?)\b"
    r"|\bfor the money\b|\b(?:it|product|which) pays (?:\w+ )?(?:well|better|more)\b"
    r"|\b(?:roll(?:ing)? the dice|take a punt|took a punt|taking a punt|take a gamble|leap in the dark"
    r"|shot in the dark|throwing (?:spaghetti|things)|see how it goes|for (?:the (?:hell|heck|fun) of it|kicks"
    r"|a laugh)|just because i can|out of boredom|find myself\b(?! (?:\w+ing|in|at|on|with|re))"
    r"|finding myself (?:again|at last))\b"
    r"|\b(?:have not|not|did not|have never) (?:\w+ )?(?:decided|settled on|picked|chosen"
    r"|made up my mind)\b(?=[^.;]*\b(?:yet|role|product|which|what|career))|\bproduct,? (?:or )?(?:maybe|perhaps"
    r"|possibly)\b[^.;]*\b(?:decided|whatever|sure|sales|something)"
    r"|\beither (?:product|this|pm)(?: \w+)? or\b"
    r"|\bout of nowhere\b(?=[^.;]*\b(?:i|my)\b)|\b(?:at a|at the|a) crossroads\b|\bgut feeling\b|\b(?:nothing"
    r"|none of (?:it|them)) (?:has |have |ever |really )*+(?:stuck|fit(?:ted)?|clicked|lasted|worked out"
    r"|felt right|suited)\b|\bi (?:\w+ ){0,5}?(?:wanderer|drifter|butterfly|rolling stone|nomad|free spirit"
    r"|magpie|dabbler|serial \w+|chameleon)\b"
    r"|\b(?:see|find out|explore|discover|check out|look at|know) what(?: else)? (?:is|might be"
    r"|could be) (?:out there|available|possible|on offer)\b|\bwhat else is out there\b|\b(?:product|it|this"
    r"|that) (?:just |somehow )+(?:feels?|felt|seems?|seemed) (?:right|good|fun|natural|nice|like me)\b"
    r"|\b(?:more|much|way) (?:fun|exciting|glamorous|interesting|creative|cool) than (?:ops|operations|support"
    r"|claims|billing|dispatch|what i|my|this|nights|nursing|\w+ing)\b|\bi was between (?:jobs|roles|things"
    r"|contracts)\b|\b(?:someone|somebody|a (?:friend|colleague|recruiter)|my \w+) (?:mentioned|suggested"
    r"|recommended|said|brought up|pitched) (?:\w+ )?(?:product|pm|becoming)\b"
    r"|\b(?:podcast|video|book|article|talk|tiktok|film|movie|series|show|post|thread|ad|advert|course|webinar"
    r"|quiz|dream|conversation) (?:\w+ )?(?:made|got|convinced|inspired|persuaded|told|had|led) me\b"
    r"|\bsome days i\b[^.;]*\bother days\b|\bone day (?:it is|i want)\b[^.;]*\b(?:the next|another)\b"
    r"|\bone of (?:the|my|several|many|a few) (?:options|ideas|possibilities|things|paths|avenues)\b"
    r"|\b(?:i (?:have )?(?:am )?(?:\w+ )?)(?:also )?(?:consider(?:ing|ed)?|look(?:ing|ed)? at|thinking (?:of"
    r"|about)|applied (?:for|to)|applying (?:for|to)|interviewing for|exploring|weighing) (?:\w+ )?(?:product|ux"
    r"|sales|consulting|marketing|data|hr|design|teaching|coding|law)(?: \w+)?(?:, \w+)*,? (?:or"
    r"|and) (?:\w+ )?(?:ux|sales|consulting|marketing|data|hr|design|teaching|coding|law|product|finance"
    r"|strategy)\b"
    r"|\bor (?:really |honestly |maybe |even |just )*+(?:anything|something|whatever|any) (?:creative|else|similar"
    r"|in tech|with|fun|new|where|that|remote|like|really)\b(?=[^.;]*(?:[.!]|$))|\bappl(?:y|ied|ying) (?:to"
    r"|for) (?:\w+ )?(?:everything|anything|all (?:of )?(?:them|the)|hundreds|dozens|lots)\b|\bnew (?:field"
    r"|industry|career|trade|job|role) every\b|\bi am easily bored\b|\bshort attention span\b"
    r"|\bcommitment issues\b"
    r"|\b(?:just|simply|really) (?:want|wanted|need|needed|felt like|feel like|decided)(?: to)? (?:switch"
    r"|switching|change|changing|move on|a switch|swap|try|jump|get into something)(?: (?:careers?|jobs?|fields?"
    r"|it up|something|things?|product|lanes?|tracks?|industries)|[.,!]|$)"
    r"|\bi (?:\w+ )?(?:move on|leave|start looking|look around|change jobs|switch|jump ship|quit|get itchy"
    r"|lose interest) (?:as soon as|whenever|every time|when|once|after (?:a|one|two|about|eighteen)|the moment)\b"
    r"|\b(?:next on my"
    r"|on my bucket) list\b|\bbucket list\b|\ba (?:little |wee )?bit of everything\b"  # codespell:ignore wee
    r"|\bnew (?:life|me)\b(?=[^.;]*\b(?:i|my|me|product)\b)|\b(?:i|i have always) (?:\w+ )?(?:like|love|enjoy"
    r"|liked|loved|crave|need) (?:variety|change|novelty|new things|trying (?:new|different|out)|starting over"
    r"|fresh starts|to keep moving|switching)\b"
    r"|\b(?:natural|fun|little|big|nice|interesting|social) experiment\b(?=[^.;]*\b(?:product|career|me|i)\b)"
    r"|\bwhere (?:all )?the (?:fun|action|cool|magic|money|excitement|party|good stuff|buzz|glamou?r)\b"
    r"|\b(?:do not|did not) (?:\w+ )?have (?:a|any|much of a) (?:\w+ )?(?:reason|plan|story|explanation)\b"
    r"|\bi (?:\w+ )?decided (?:overnight|on a sunday|over the weekend|over a beer|over drinks|in the shower|last night"
    r"|last week|yesterday|this morning)\b|\bovernight (?:i|decision)\b[^.;]*\b(?:career|product|switch|decid)\w*"
    r"|\b(?:his|her|their) (?:\w+ )?(?:job|life|work|role|day|days|career) (?:just |always |really )*+(?:looks?"
    r"|looked|sounds?|sounded|seems?|seemed) (?:\w+ )?(?:\w+ )?(?:great|fun|cool|easy|better|nice|exciting"
    r"|interesting|good|amazing|sweet|glamorous|awesome)"
    r"|\bif (?:product|pm|no product|nobody|no one|they|you|none of) (?:\w+ )?(?:\w+ )?(?:does not|do not|did not"
    r"|will not|is not|are not|says? no|rejects?|takes? me|turns? me down|hires? me|want)\b[^.;]*\b(?:i will|i'll"
    r"|i can|i might|i'd|i would|i could|i may|there is always|then)\b(?! (?:not|ask|show|send|know|be told))"
    r"|\bthen i will (?:\w+ )?(?:try|do|go|become|look)\b[^.;]*\b(?:instead|else|bootcamp|school|sales|ux)"
    r"|\b(?:curious|wonder(?:ing|ed)?|see|know|thinking) (?:about )?what else (?:i|there|is|might|could)\b"
    r"|\b(?:it|that|product|this|which) (?:just |really |kind of |sort of )*+(?:seems?|seemed|sounds?|sounded"
    r"|looks?|looked|feels?|felt) like (?:such )?(?:a|an) (?:\w+ly |really |pretty )?(?:cool|fun|nice|easy|good"
    r"|great|interesting|decent|sweet|cushy|exciting|glamorous) (?:\w+ )?(?:job|gig|career|role|move|change|life"
    r"|option)\b"
    r"|\bi am (?:\w+ )?(?:easy|flexible|not fussy|not picky|not fussed|open to either|happy either way"
    r"|fine with either)(?=[.,!]|$| about (?:the |which )?(?:role|title|team))|\bi (?:\w+ )?(?:do not"
    r"|would not) (?:\w+ )?mind (?:which|what (?:role|job|title)|either)\b|\bno (?:strong "
    r"|real )?preference\b(?=[^.;]*\b(?:i|me|role|product)\b)"
    r"|\bi (?:have )?(?:\w+ )?(?:hopped|jumped|bounced|drifted|flitted|floated|moved|wandered) around(?: a (?:lot"
    r"|bit)| quite a bit| for (?:years|a while))?(?=[.,;!]|$| (?:a lot|jobs|roles|between|until|for years))"
    r"|\bi was bored (?:one|at|during|over|in|on) (?:\w+ ){0,3}?(?:and|so) (?:i )?(?:started|began|looked|read"
    r"|applied|googled|searched|watched)"
    r"|\bit (?:all )?just happened\b(?=[.,!]|$)|\bnever planned (?:it|this|to|any of)\b(?=[^.;]*\b(?:happen|just"
    r"|product|career|here))|\b(?:jumping|hopping|switching|bouncing|drifting|flitting) (?:between|from|around"
    r"|through|across) (?:\w+ )?(?:fields?|jobs?|roles?|industr\w+|careers?|teams?|compan\w+|departments?|things"
    r"|sectors?)\b"
    r"|\bany (?:\w+ )?(?:job|role|position|work|opening) (?:that|which|where|with|as long as|so long as|would"
    r"|will|at all|is|really|you have)\b(?! (?:fails|runs|stops|crashes|takes more|touches))(?=[^.;]*\b(?:me|i|do"
    r"|fine|my|suit)\b)|\b(?:i|just) (?:turned|hit|was turning|am turning|am about to turn) (?:thirty|forty|fifty"
    r"|thirty-\w+|forty-\w+|[345]\d(?=,|[.]| and| this| last|$))(?!\w)|\bnew year'?s resolution\b"
    r"|\b(?:the universe|fate|destiny|serendipity|a fluke|pure luck|dumb luck|happy accident|a sign from"
    r"|the stars|karma)\b(?=[^.;]*\b(?:i|me|my|product)\b)|\b(?:my|as a|is a|be a|a kind of a|a good) (?:plan b"
    r"|plan c|back-?up(?: plan)?|fall-?back|second choice|stop-?gap|stepping stone)\b(?=[^.;]*)"
    r"|\bgrass is greener\b|\bspice (?:things|it|my life) up\b|\btry(?:ing)? my hand at\b"
    r"|\banything from \w+ to \w+"
    r"|\bi (?:just |also |recently |once )?(?:heard|read|was told|noticed"
    r"|saw) (?:that )?(?:a )?product manag\w+ (?:\w+ )?(?:make|makes|earn|earns|have|get|gets|work|is|are|do|pays"
    r"|never)\b(?! (?:a mistake|the list|the report))|\bappl(?:y|ied|ying) (?:for"
    r"|to) [^.;]*\bproduct\b[^.;]*\b(?:and|or) (?:ux|data|sales|marketing|hr|consulting|finance|design)\b"
    r"|\bfirst [\w ]{3,25}, then [\w ]{3,25}, (?:then [\w ]{3,25}, )?(?:and )?now (?:product|pm|this|it is product)\b"
    r"|\b(?:changed|switched) (?:careers?|jobs?|fields?|industries) (?:\w+ ){1,2}times\b|\bif i (?:do not|can not"
    r"|did not) get (?:in\w*|a job|hired|an offer|that|this|the)\b[^.;]*\bi (?:will|can|might|would|could|may)\b"
    r"|\b(?:friend|cousin|sister|brother|colleague|roommate|flatmate|partner|wife|husband) (?:\w+ )?(?:switched"
    r"|moved|went|changed|jumped) (?:in)?to product\b|\ba random (?:idea|thought|choice|decision|move|step"
    r"|career)\b|\bmight as well (?:try|be|go|apply|do|give)\b"
    r"|\b(?:give|giving|gave) (?:it|product(?: management)?|product manage\w+|this|that|the product \w+) a (?:go"
    r"|try|shot|whirl|spin|chance|crack|bash)\b"
    r"|\bhave a (?:go|crack|stab|bash|try) at (?:product|it|being a product)"
    r"|\bi (?:ended up|got|came|fell|landed|stumbled|drifted|wandered) (?:here |there |in |into |on |upon "
    r"|across )*+(?:[\w ]{0,25})?by (?:pure |complete |sheer )?(?:accident|chance|luck|coincidence)\b"
    r"|\bi (?:just |sort of |kind of )*+(?:stumbled|fell|drifted|wandered) (?:into|upon|across|towards) (?:product"
    r"|this career|the (?:role|job|idea)|pm|being)"
    r"|\b(?:on a whim|out of the blue|spur of the moment)\b(?=[^.;]*\b(?:i|product|career|apply|applied|role)\b)"
    r"|\bi (?:\w+ )*+(?:on a whim|out of curiosity)[.,]"
    r"|\b(?:took|did|taking) (?:a|an|one of those|this|some) (?:\w+ )?(?:career |personality |aptitude "
    r"|online )*+(?:quiz|test|assessment|horoscope)\b"
    r"|\bflipp?(?:ed|ing)? a coin\b|\btossed a coin\b|\bhoroscope\b|\bdrew (?:it )?(?:straws|from a hat)\b"
    r"|\b(?:job|role|post|posting|opening|position|vacancy|ad|opportunity) (?:just |simply )?(?:came up|popped up"
    r"|appeared|fell into my lap|turned up|came along)\b"
    r"|\bi (?:just )?happened to (?:see|come across|spot|find|click|stumble)\b(?=[^.;]*\b(?:ad|post|posting|role"
    r"|job|opening|video|career)\b)"
    r"|\b(?:read|saw|watched|heard|listened to) (?:a|an|some|one) (?:\w+ )?(?:tiktok|video|podcast|reel|thread"
    r"|tweet|article|post|ad|advert|talk|book|blog)\b[^.;]*\b(?:product manage\w+|product|career)\b"
    r"|\b(?:product(?: management)?|product manag\w+|the (?:role|job)|it|that|which|pm life|this) (?:just |also "
    r"|really |kind of |sort of )*+(?:looks?|looked|sounds?|sounded|seems?|seemed) (?:like )?(?:\w+ly |so |more "
    r"|pretty |kind of |a lot |really |much )*+(?:fun|cool|interesting|exciting|glamorous|nice|easy|easier|good"
    r"|sexy|trendy|a laugh|cushy|better|nicer)\b(?=[.,!]|$| (?:so|and|to me|enough|from))"
    r"|\b(?:product(?: management)?|product manag\w+) (?:is|seems|are) (?:\w+ )?(?:hot|trendy|in demand"
    r"|the future|where the money is|booming|well paid|everywhere)\b"
    r"|\beveryone (?:i know |else |here |in my \w+ )?(?:is|seems to be|was) (?:becoming|going into"
    r"|moving (?:in)?to|doing|getting into) (?:product|a product|tech)"
    r"|\bnothing to lose\b|\bno (?:particular|real|special|specific) reason\b|\bi (?:am not|do not) (?:really "
    r"|entirely |even |quite )?(?:sure|know) (?:why|what) i (?:\w+ )?(?:want|am doing this|should do)\b"
    r"|\b(?:still |just )?(?:figuring|working) out what i (?:\w+ )?(?:want|like|enjoy|am good at)"
    r"|\btry(?:ing)? my luck\b|\bdip(?:ping)? my toes?\b|\btest(?:ing)? the waters?\b"
    r"|\bsee (?:what|if (?:it|anything|something|product)) (?:sticks|suits|fits|happens|comes up)\b"
    r"|\bsee (?:where|how) it (?:goes|takes me)\b"
    r"|\b(?:mid-?life|quarter-?life) crisis\b|\bon to the next (?:thing|adventure|challenge|one)\b"
)
_RESTLESS = (
    rf"\bi (?:am|get|got|feel|felt|grow|grew|become|was|have been) {ADVERBS}(?:restless|itchy|antsy|fidgety)\b"
    r"|\bi get bored (?:easily|quickly|fast|after|every|of (?:every|any))"
    r"|\b(?:change|changes|changed|changing|switch|switches|switching|swap|move|moving|leave"
    r"|quit) (?:\w+ )?(?:jobs?|roles?|teams?|companies|careers|employers|on|fields|industries) (?:about |roughly "
    r"|almost )?every (?:\w+ )?(?:years?|months?|couple|few|winter|summer|time|so)"
    r"|\b(?:a|one|two|three|eighteen) (?:years?|months?|winters?) (?:\w+ ){0,4}?(?:is|are|was) (?:about |usually "
    r"|all |already )*+(?:my (?:limit|max\w*)|too long|enough|all i)|\b(?:never|not) (?:\w+ ){0,3}(?:more"
    r"|longer) than (?:a|one|two|three|six|eighteen) (?:years?|months?)(?= in| at| any|[.,]|$)"
    r"|\bitchy feet\b|\bwanderlust\b|\breinvent(?:ing|ed)? myself\b|\bjob[- ]?hop(?:p(?:er|ing|ed))?\b"
    r"|\bjack of all trades\b"
    r"|\bi (?:never|do not|can not|have never) (?:\w+ )?(?:stay|stayed|last|lasted|stick|stuck|settle|settled"
    r"|sit still|sat still)(?: (?:in|at|with|anywhere|long|more|for|down|to)\b|[.,])"
    r"|\bi (?:have |had )?(?:\w+ )?(?:hop|hopped|bounced?|jump|jumped|drifted?|flitted|zigzagged|pinballed"
    r"|flip-?flopped|skipped) (?:around )?(?:from|between|around|through|across)\b[^.;]{0,40}\b(?:job|role|career"
    r"|industr|team|compan|department|employer|desk|field|sales|to \w+ to)\w*"
)
_SERIAL = (
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d+) (?:\w+ )?(?:jobs|roles|careers"
    r"|employers|companies|career changes|positions) in (?:\w+ )?(?:the (?:last|past) )?(?:\w+|\d+) (?:years?"
    r"|months?)\b"
    r"|\b(?:third|fourth|fifth|sixth|seventh|eighth|\d+th) career\b"
    r"|\bi (?:have |had )?(?:been|tried|done|did|was|worked (?:as|in)|had a go at) (?>[^.;]*?(?:,| and "
    r"| then ))(?>[^.;]*?,? (?:and |so |but )?(?:now|next|this time|today)\b)[^.;]*?\b(?:product|try|trying|fancy"
    r"|go)\b(?! (?:code|id|page|data|team))"
    r"|\b(?:my|be the|would be the|be my|is my|would be my) (?:third|fourth|fifth|sixth|seventh|eighth"
    r"|\d+th) (?:career|job|role|switch|change|pivot|industry)\b"
    r"|\bnew (?:job|role|career) every (?:year|\w+ months?|couple|other|few|two|time)"
    r"|\b(?:i (?:have )?(?:done|did|tried|been|was|worked|started|began)|from|first"
    r"|started)\b(?>[^.;]*?,)(?>[^.;]*?,? ?(?:then|after that|followed by|and (?:now|then))\b)(?>[^.;]*?\b(?:now"
    r"|next|so|and)\b)[^.;]*\bproduct"
)
_ANY_ROLE = (
    r"\bwhatever (?:comes|role|is (?:open|available|going|free)|you have|you (?:have )?got|pays|sticks|works|job"
    r"|opens|turns up|else|position|there is)\b"
    r"|\b(?:any|whichever|either|anything|any of (?:them|these|those)) (?:\w+ ){0,2}?(?:role|job|position|opening"
    r"|one|of (?:them|these|those)|really)?(?: at all)? ?(?:would|will|is|works|could|suits) ?(?:do|be|fine"
    r"|fine by|work|suit|ok|for me|great)"
    r"|\banything (?:outside|out of|but|other than|away from|that is not) (?:of )?(?:ops|operations|support"
    r"|the (?:floor|warehouse|phones)|logistics|nursing|my)\b"
    r"|\b(?:take|accept|consider|happy (?:with|in)|fine with|up for|apply (?:for|to)|applied (?:for|to)"
    r"|applying (?:for|to)|do|go for|content with) (?:\w+ )?(?:any|every|whatever|nearly any|almost any"
    r"|just about any|all sorts of|loads of|dozens of|forty|fifty|a hundred) (?:\w+ )?(?:roles?|jobs?|positions?"
    r"|openings?|kinds? of (?:role|job|work))"
    r"|\banything (?:in tech|that pays|really|with a desk|remote|they (?:have|offer)|you(?: have|'ve) got|(?:with"
    r"|in) (?:product|a title))\b"
    r"|\bi (?:will|would|can|could|might|may|am going to|am happy to)\b[^.;]*\bif (?:this|that|it"
    r"|product(?: management)?|i) (?:does not|did not|do not|fails?|falls) (?:\w+ )?(?:work(?: out)?|pan out"
    r"|go anywhere|stick|suit|happen|through|fit|get it|get in|like it)"
    r"|\bopen to (?:anything|any (?:role|job|position|kind|opening)|whatever|all (?:roles|options)|most (?:roles"
    r"|things))\b"
    r"|\b(?:would|will|'d) (?:all|both|each|either|equally) (?:do|work|suit|be (?:fine|great|good))\b"
    r"|\bor (?:whatever|anything|something) (?:else )?(?:is (?:open|available|going)|you have|similar|like that"
    r"|in tech|comes)\b"
    r"|\bif (?:this|that|it|product(?: management)?|(?:being a )?product manager) (?:does not|did not|do not"
    r"|falls?|fails?) (?:\w+ )?(?:work(?: out)?|pan out|go anywhere|stick|suit|happen|through|fit)"
    r"[^.;]*\b(?:i (?:will|would|can|could|might|am going)|i'd|i'll|there is always)\b"
)
_CHAIN = (
    r"\bi (?:have )?(?:went|gone|moved|jumped|switched|drifted|bounced"
    r"|hopped) from (?!(\w+) to \1)[\w ]{3,25} to [\w ]{3,25} to (?!(?:count|see|check|ask|find|look|get|read"
    r"|watch|the same|tell|show|time)\b)\w+"
    r"|\bi (?:have been|was|have worked as|worked as) (?:a|an) (?:\w+ )?\w+, (?:then )?(?:a "
    r"|an )?(?:\w+ )?\w+, (?:and |then )*+(?:a |an )?\w+"
    r"|\bi (?:have )?worked in (?:\w+ )?\w+, (?:then )?(?:\w+ )?\w+, (?:and |then |even )*+\w+(?= and| then|,|[.!]|$)"
)
_THREAD = re.compile(
    r"\b(?:same|each time|every time|thread|following|followed|all of them|in common|always the|because|chasing"
    r"|what connects|so that)\b"
)
_LIST = re.compile(
    rf"\b{_ROLE}(?:, (?:maybe |or )?{_ROLE})*,? (?:or|and/or|or maybe|or even|or possibly|or perhaps"
    rf"|maybe) (?:maybe |even )?{_ROLE}\b"
)
_WISHES = re.compile(
    r"\b(?:i (?:want|am (?:open|looking|considering|applying|thinking|interested|exploring|torn)|would|could see"
    r"|might|can see|may|will)|i'd|looking|open to|interested in|would (?:all|both|do))\b"
)


def _wishes(_: Reading, sentence: Sentence, found: re.Match[str]) -> bool:
    return bool(_WISHES.search(sentence.text))


def _has_no_thread(_: Reading, sentence: Sentence, found: re.Match[str]) -> bool:
    return not _THREAD.search(sentence.text)


RULE = Rule(
    name="random-pivot",
    level=Level.WARNING,
    scope=Scope.SENTENCE,
    question="Why this, and why now?",
    message="It may sound like chance, or like the next thing of many.",
    fix="Name the thread that runs through your jobs: the same problem, seen from three desks.",
    source='Source thread: not "like I woke up one day and decided to change careers"; Product Gym.',
    must_flag=(
        "My cousin is a PM and it sounds fun.",
        "UX, product, analytics, whatever is open.",
        "I get itchy feet after two winters anywhere.",
        "I woke up on a Sunday and decided to leave nursing.",
        "I'm ready for something completely different.",
        "I've had six jobs in five years.",
        "I figured I'd give product a shot.",
        "If this doesn't pan out I can always go back to catering.",
        "I'd be happy in product or marketing.",
    ),
    must_pass=(
        "I woke up to a call from the cold store at 03:20.",
        "We tried something new at dock 2: weigh first, label later.",
        "I went from intake to ward to billing, following the same lost form.",
        "It wasn't a random jump.",
        "A random sample of 60 charts showed the same gap.",
        "The orders hopped between two kitchens.",
        "Something different broke every Monday.",
        "A change of crew at six is where the keys go missing.",
    ),
    check=finds(
        *(_NEW, _CHANCE, _RESTLESS, _SERIAL, _ANY_ROLE),
        Phrase(_LIST.pattern, allows=_wishes),
        Phrase(_CHAIN, allows=_has_no_thread),
        never=(
            r"\b(?:following|chasing|tracing|always|each time with|all of them about) the same\b.*",
            r"\bif (?:this|that|it) (?:does not|fails)[^.;]*\b(?:retry|retries|page|alert|reboot)\w*",
        ),
    ),
)
