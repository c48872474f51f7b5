"""Chance, novelty, restlessness, serial jumping, or any of several roles would do.

Source: the thread this program comes from asks how not to seem "like I woke up one day and decided to change
careers" or to be job-hopping. A school for product managers warns that a reason which sounds like a six-month gig
goes to the bottom of the pile (Product Gym).
"""

from __future__ import annotations

import re

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.gates import ADVERBS, SAID_BY_OTHERS, START, Phrase, finds
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
    rf"(?:\bi {ADVERBS}(?:want(?:ed)?|need(?:ed)?|fancy|fancied|crave|am (?:\w+ )?(?:looking|ready|up|itching|after"
    r"|open|keen|in need|due|overdue|dying|longing)|have been (?:looking|craving|wanting|itching)|felt like|feel like"
    r"|wanted|thought|figured|could use|decided|longed?|would like|would love)"
    r"|\bi'd (?:\w+ )?(?:like|love|welcome|fancy)|\bit (?:is|was|felt like|feels like) (?:\w+ )?time"
    rf"|{START}(?:time|ready|looking|want(?:ed)?|need(?:ed)?)"
    r"|\b(?:i|me|my)\b[^.;]{0,80} and (?:just )?(?:want(?:ed)?|need(?:ed)?))"
)
_NO_CHANGE_OF_LIFE = (
    r"(?! (?:of (?:shift|crew|room|label|bed|gate)|to (?:the|this|that|our|a|one|how)|in (?:the|this|that|our|how)"
    r"|at|on|log|request|ticket|window|freeze|order|number|control))"
)
"""What is not a change of career: the change of a thing."""
_AS_A_THING = r"(?! (?:pages?|reports?|codes?|ids?|data|labels?|lists?|lines?|names?|numbers?|photos?|teams?|\d))"
"""What makes of 'product' the goods and not the field."""
_ATTRACTION = (
    r"(?:earns?|pays?|makes? (?:good|great|more|better|a lot|six|twice|double|money)"
    r"|gets? (?:paid|to|more|better)|(?:have|works?) (?:\w+ )?(?:from home|remote\w*|weekends|nine|normal|regular"
    r"|office"
    r"|sane|better|less|fewer|easier|more|days)|(?:never|do not|rarely) work"
    r"|(?:is|are) (?:\w+ )?(?:well paid|paid|in demand|happy|happier|sought|rich|hot))"
)
"""What is said to be good about a product manager's life."""

_SOMETHING_NEW = (
    rf"{_WANT} (?:\w+ ){{0,4}}?something (?:\w+ )?(?:(?:more )?exciting\b|more creative\b"
    r"|(?:new|different|else|fresh|less \w+)\b(?! (?:for (?:the|a|this|that|each|every|our)|than|to (?!do\b"
    r"|try\b))\b))",
    rf"{_WANT} (?:\w+ ){{0,3}}?(?:a|another|any|some) (?:\w+ )?(?:change{_NO_CHANGE_OF_LIFE}|fresh start|new start"
    r"|new challenge|new adventure|new beginning|career change|different challenge|new direction"
    r"|change of (?:scene|scenery|pace|air|direction|career)|new chapter)\b",
    r"\bfe(?:el|lt) like (?:a change|something (?:new|different|else)|trying|doing something|a fresh start"
    r"|it was time)\b",
    r"\b(?:fancy|fancied|need|needed|want|wanted|after|for) a (?:change of (?:scene|scenery|pace|air)"
    r"|fresh start|new adventure)\b",
    r"\bnew year,? new\b",
    r"\ba change,? any change\b",
    r"\bi (?:\w+ )?(?:just|simply|really) (?:want|wanted|need|needed|felt like|feel like|decided)(?: to)? (?:switch"
    r"|switching|change|changing|move on|a switch|swap|try|jump|get into something)(?: (?:careers?|jobs?|fields?"
    r"|it up|something|things?|product|lanes?|tracks?|industries)|[.,!]|$)",
    rf"{START}(?:just|simply|really) (?:want|wanted|need|needed)(?: to)? (?:switch|change|move on|a switch|swap"
    r"|jump)(?: (?:careers?|jobs?|fields?|things?|lanes?|tracks?|industries)|[.,!]|$)",
    r"\bon to the next (?:thing|adventure|challenge|one)\b",
    r"\bnew year'?s resolution\b",
    r"\b(?:next on my|on my bucket) list\b",
    r"\bbucket list\b",
)
_NEW_IN_A_CAREER = (
    r"\b(?:shake|switch|mix) (?:things|it) up\b",
    r"\b(?:try|do|see|explore) something (?:completely |totally |entirely |a bit )?(?:new|different"
    r"|else)(?= (?:with my|in my|for a change|career)|[.!]?$)",
    r"\bnew (?:life|me)\b",
    r"\b(?:natural|fun|little|big|nice|interesting|social) experiment\b",
)
_OVERNIGHT = (
    rf"(?:\bi (?:\w+ )?|{START}|\b(?:just|day|morning|then) )woke up (?!(?:to|at|when|because)\b)(?:[\w']+ ){{0,6}}?"
    r"(?:and (?:i )?(?:\w+ly |just )?(?:decided?|want(?:ed)?|thought|knew|reali[sz]ed|felt|figured|quit|applied|chose"
    r"|said|needed|had (?:the|this|an) (?:idea|urge))"
    r"|with (?:the|this|an|a sudden) (?:idea|urge|feeling|plan|thought|wish)|thinking|wanting|deciding|knowing"
    r"|reali[sz]ing)\b",
    r"\b(?:total|complete|pure|bit of a|kind of a|sort of a|on a|sheer|mere|a) whim\b",
    r"\bi (?:\w+ )*+(?:on a whim|out of curiosity)[.,]",
    r"\bi (?:\w+ )?decided (?:overnight|on a sunday|over the weekend|over a beer|over drinks|in the shower"
    r"|last night)\b",
    r"\bovernight (?:i|decision)\b[^.;]*\b(?:career|product|switch|decid)\w*",
    r"\ba random (?:idea|thought|choice|decision|move|step|career)\b(?! (?:of|from|between|in)\b)",
    r"\bjust because i can\b",
    r"\bout of boredom\b",
    r"\bi was bored (?:one|at|during|over|in|on) (?:\w+ ){0,3}?(?:and|so) (?:i )?(?:started|began|looked|read"
    r"|applied|googled|searched|watched)",
    r"\b(?:i|just) (?:turned|was turning|am turning|am about to turn) (?:thirty|forty|fifty|thirty-\w+|forty-\w+"
    r"|[345]\d(?=,|[.]| and| this| last|$))(?!\w)",
    r"\b(?:i|just) hit (?:thirty|forty|fifty)(?=[.,;!]|$| (?:and|this|last)\b)",
    r"\b(?:mid-?life|quarter-?life) crisis\b",
)
_OUT_OF_THE_BLUE = (
    r"\b(?:spur of the moment|on impulse|impulsively)\b",
    r"\b(?:popped|came|jumped|crept) into my (?:head|mind)",
    r"\bcaught my eye\b",
    r"\bcrossed my mind\b",
    r"\bout of (?:nowhere|the blue)\b",
    r"\bgut feeling\b",
    r"\bi (?:\w+ )?decided (?:last week|yesterday|this morning)\b",
    r"\bit (?:all )?just happened\b(?=[.,!]|$)",
    r"\b(?:a fluke|pure luck|dumb luck|happy accident)\b",
    r"\bfor no (?:particular|real|special|specific) reason\b",
    r"\bno (?:particular|real|special|specific) reason\b",
)
_WHY_NOT = (
    rf"(?:{START}|\b(?:i|thought|figured|and|so|then|but|just) )why not\b(?= (?:product|pm|me|apply|switch|have a)"
    r"|(?: (?:try|give|make|go|move|take) (?:product|it|this|that|a|something|for|into)\b)|\?|[.!]?$)",
    rf"(?:\bi (?:just )?|{START})(?:figured|thought|reckoned) (?:that )?(?:i'd|i would|i could|i'll|i will"
    r"|i (?:might|may) as well) (?:\w+ly |just |also |maybe )*+(?:try (?:product|it|this|that|my|something|for)\b"
    r"|give (?:it|this|that|product|pm)\b|apply\b|have a|go (?:for|into)\b|make a (?:good|great|decent)"
    r"|be (?:good|great|happier|a good|better|suited|fine)|(?:like|love|enjoy) (?:it|product|being|to be)\b"
    r"|switch (?:careers?|jobs?|fields?|to product)|change (?:careers?|jobs?)|do (?:product|something|it|that)\b"
    r"|earn\b|fit in\b|see (?:what|how|if)\b|as well\b)",
    rf"(?:\bi (?:just )?|{START})(?:figured|thought|reckoned) (?:that )?(?:what the (?:hell|heck)|why not"
    rf"|product(?: management)? (?:would|could|might|is|was|looks?|looked|sounds?)\b"
    r"|it (?:would|could|might) be (?:fun|cool|nice))",
    rf"(?:\bi |{START}|\b(?:figured|thought|so|and) )(?:might|may) as well (?:apply\b"
    r"|(?:try|go)(?: (?:it|product|for|into|my|something)\b|[.,!]|$)"
    r"|give (?:it|this|that|product|pm)\b|do (?:it|that|product|something)\b|be (?:a product|me\b|paid|the one))",
    r"\btry(?:ing)? my (?:hand at|luck)\b",
    rf"\b(?:give|giving|gave) (?:product(?: management)?{_AS_A_THING}|product manage\w+|the product \w+) a (?:go"
    r"|try|shot|whirl|spin|chance|crack|bash)\b",
    r"\bhave a (?:go|crack|stab|bash|try) at (?:product|being a product)",
    r"\b(?:for kicks|for a laugh|for the (?:hell|heck|fun) of it)\b",
    r"\bi have (?:got )?nothing to lose\b",
    rf"{START}nothing to lose\b",
)
_TAKING_A_CHANCE = (
    r"\b(?:roll(?:ing)? the dice|take a punt|took a punt|taking a punt|take a gamble|leap in the dark"
    r"|shot in the dark|throwing (?:spaghetti|things))\b",
    r"\b(?:dip(?:ping)? my toes?|test(?:ing)? the waters?)\b",
    r"\b(?:flip(?:ped|ping)?|toss(?:ed|ing)?) a coin\b",
    r"\bhoroscope\b",
    r"\bdrew (?:it )?(?:straws|from a hat)\b",
    r"\b(?:the universe|fate|destiny|serendipity|a sign from|the stars|karma)\b",
    r"\beither (?:product|pm)(?: \w+)? or\b",
)
_SEEING_HOW_IT_GOES = (
    r"\bsee (?:what|if (?:it|anything|something|product)) (?:sticks|suits|fits|happens|comes up)\b",
    r"\bsee (?:where|how) it (?:goes|takes me)\b",
    r"\b(?:give|giving|gave) (?:it|this|that) a (?:go|try|shot|whirl|spin|chance|crack|bash)\b",
    r"\bhave a (?:go|crack|stab|bash|try) at it\b",
    r"\b(?:see|find out|explore|discover|check out|look at|know) what(?: else)? (?:is|might be"
    r"|could be) (?:available|possible|on offer)\b",
    r"\bfind myself\b(?! (?:\w+ing|in|at|on|with|re|a|an|the)\b)",
    r"\bthen i will (?:\w+ )?(?:try|do|go|become|look)\b[^.;]*\b(?:instead|else|bootcamp|school|sales|ux)",
    r"\bsome days i\b[^.;]*\bother days\b",
    r"\bone day (?:it is|i want)\b[^.;]*\b(?:the next|another)\b",
)
_A_FRIEND_SAID = (
    r"\b(?:someone|somebody|a (?:\w+ )?(?:friend|colleague|recruiter|guy|girl|podcast|cousin|neighbou?r)"
    r"|my (?:\w+ )?(?:friends?|sister|brother|sister-in-law|brother-in-law|wife|husband|partner|uncle|aunt|cousin"
    r"|room-?mate|flat-?mate|mum|mom|mother|dad|father|therapist|coach|girlfriend|boyfriend|neighbou?r|colleague)"
    r"|people|everyone|everybody|they all|chatgpt|the internet)"
    r" (?:\w+ ){0,4}?(?:told|says?|said|suggested|suggests|thinks?|thought|recommended|convinced|persuaded|talked"
    r"|telling|tells|mentioned|swears?|keeps?|got)\b(?! (?:the|a|our|us|them|him|her|each|every)\b)[^.;]{0,60}?"
    rf"\b(?:product management|(?:a|be|being|become|becoming|good|great) product manager"
    rf"|product managers? (?:\w+ )?{_ATTRACTION}"
    rf"|(?:in|into|to|for|about|of|try|do|suit|at) product\b{_AS_A_THING}|earn\b|pays? (?:\w+ )?(?:well|better|more)"
    r"|good money|career(?! page| site)|switch(?= (?:careers?|jobs?|fields?|to product|over)|[.,!]|$)|fun\b"
    r"|i should (?:try|be|do|go|move)\b|i'd (?:be|make|love|like))",
    r"\b(?:someone|somebody|a (?:friend|colleague|recruiter)|my \w+) (?:mentioned|suggested"
    r"|recommended|said|brought up|pitched) (?:\w+ )?(?:pm\b|becoming\b|product(?=[.,;!]|$| (?:to me|management|as"
    r"|might"
    r"|would|could|and|because|roles?)\b))",
    rf"\bi (?:just |also |recently |once )?(?:heard|read|was told|noticed|saw) (?:that )?(?:a )?product manag\w+"
    rf" (?:\w+ )?{_ATTRACTION}",
    r"\b(?:podcast|video|book|article|talk|tiktok|film|movie|series|show|post|thread|ad|advert|course|webinar"
    r"|quiz|dream|conversation)\b[^.;]{0,50}? (?:(?:made|got|had|led) me (?:hooked|curious|interested|thinking|into\b"
    r"|wanting|wondering|want(?:ed)?\b|think (?:about|of)\b|consider|apply|switch|wonder|here\b"
    r"|to (?:product|apply|think|consider|want))"
    r"|(?:convinced|inspired|persuaded|told) me(?= to\b|[.,!]|$| (?:into|that (?:i|product))\b))",
    r"\b(?:friend|cousin|sister|brother|colleague|roommate|flatmate|partner|wife|husband) (?:\w+ )?(?:switched"
    r"|moved|went|changed|jumped) (?:in)?to product\b",
    r"\b(?:friend|cousin|sister|brother|colleague|roommate|flatmate|partner|wife|husband) (?:\w+ )?(?:became|is"
    r"|works as) (?:now )?a product manager\b(?=[^.;]*\b(?:loves|likes|enjoys|earns) )",
    r"\b(?:read|saw|watched|heard|listened to) (?:a|an|some|one) (?:\w+ )?(?:tiktok|video|podcast|reel|thread"
    r"|tweet|article|post|ad|advert|talk|book|blog)\b[^.;]*\b(?:product manage\w+|product(?= (?:roles?|careers?"
    r"|people)\b|[.,!]|$)|career(?! page| site))",
    r"\b(?:took|did|taking) (?:a|an|one of those|this|some) (?:(?:\w+ )?(?:career|personality|aptitude) (?:online )?"
    r"(?:quiz|test|assessment)|(?:\w+ )?quiz)\b",
    r"\beveryone (?:i know |else |here |in my \w+ )?(?:is|seems to be|was) (?:becoming|going into"
    r"|moving (?:in)?to|doing|getting into) (?:product|a product|tech)",
    r"\bi (?:just )?happened to (?:see|come across|spot|find|click|stumble)\b(?=[^.;]*\b(?:ad|advert|posting|opening"
    r"|vacancy|career|product management|product manager)\b)",
    r"\b(?:a|an|the|this|one) (?:[\w-]+ ){0,2}?(?:job|role|position|vacancy|opportunity|opening|job ad"
    r"|posting) (?:just |simply )?"
    r"(?:came up|popped up|came along|fell into my lap)(?=[.,;!]|$| (?:and|so) i\b)",
)
_SOUNDS_GOOD = (
    r"\bproduct manag\w+ (?:\w+ ){0,2}?(?:earns?|salar\w+|makes? (?:good|more|a lot|great)|gets? paid|pays?)\b",
    r"\b(?:it is|it was|in it|only|just|mostly|purely|partly|product|doing (?:it|this)) for the money\b",
    r"\b(?:it|product|which) pays (?:\w+ )?(?:well|better|more)\b",
    r"\b(?:product|it|this|that) (?:just |somehow )+(?:feels?|felt|seems?|seemed) (?:right|good|fun|natural|nice"
    r"|like me)\b",
    r"\b(?:more|much|way) (?:fun|exciting|glamorous|interesting|creative|cool) than (?:ops|operations|support"
    r"|claims|billing|dispatch|what i|my|this|nights|nursing|\w+ing)\b",
    r"\bwhere (?:all )?the (?:fun|action|cool|magic|money|excitement|party|good stuff|buzz|glamou?r)"
    r"(?: is| are| happens)?(?=[.,!]|$)",
    r"\b(?:his|her|their) (?:\w+ )?(?:job|life|work|role|day|days|career) (?:just |always |really )*+(?:looks?"
    r"|looked|sounds?|sounded|seems?|seemed) (?:\w+ )?(?:\w+ )?(?:great|fun|cool|easy|better|nice|exciting"
    r"|interesting|good|amazing|sweet|glamorous|awesome)",
    r"\b(?:it|that|product|this|which) (?:just |really |kind of |sort of )*+(?:seems?|seemed|sounds?|sounded"
    r"|looks?|looked|feels?|felt) like (?:such )?(?:a|an) (?:\w+ly |really |pretty )?(?:cool|fun|nice|easy|good"
    r"|great|interesting|decent|sweet|cushy|exciting|glamorous) (?:\w+ )?(?:job|gig|career|role|life|career move)\b",
    r"\b(?:it|that|which|this) (?:just |also |really |kind of |sort of )*+(?:sounds?|sounded) (?:like )?"
    r"(?:\w+ly |so |more |pretty |kind of |a lot |really |much )*+(?:fun|cool|interesting|exciting|glamorous|nice|easy"
    r"|easier|good|great|sexy|trendy|a laugh|cushy|better|nicer)\b(?=[.,!]|$| (?:so|and|to me|enough|from))",
    r"\b(?:it|that|which|this) (?:just |also |really |kind of |sort of )*+(?:looks?|looked|seems?|seemed) (?:like )?"
    r"(?:\w+ly |so |more |pretty |kind of |a lot |really |much )*+(?:fun|cool|exciting|glamorous|sexy|trendy|a laugh"
    r"|cushy)\b(?=[.,!]|$| (?:so|and|to me|enough|from))",
    r"\b(?:product(?: management)?|product manag\w+|the (?:role|job)|pm life) (?:just |also "
    r"|really |kind of |sort of )*+(?:looks?|looked|sounds?|sounded|seems?|seemed) (?:like )?(?:\w+ly |so |more "
    r"|pretty |kind of |a lot |really |much )*+(?:fun|cool|interesting|exciting|glamorous|nice|easy|easier|good"
    r"|sexy|trendy|a laugh|cushy|better|nicer)\b(?=[.,!]|$| (?:so|and|to me|enough|from))",
    r"\bproduct manag\w+ (?:is|seems|are) (?:\w+ )?(?:hot|in demand|everywhere)\b",
    r"\b(?:product(?: management)?|product manag\w+) (?:is|seems|are) (?:\w+ )?(?:trendy|the future"
    r"|where the money is|booming|well paid)\b",
    r"\bthe (?:money|pay|salary) (?:looks?|looked|sounds?|sounded) (?:\w+ )?(?:good|better|great|nice)\b",
    r"\bgrass is greener\b",
    r"\bspice (?:things|it|my life) up\b",
)
_NO_PLAN = (
    r"\bi (?:have not|am not|did not|do not|have never) (?:\w+ )?(?:decided|settled on|picked|chosen"
    r"|made up my mind)\b(?=[^.;]*\b(?:yet|role|product|which|what|career))",
    r"\bproduct,? (?:or )?(?:maybe|perhaps|possibly)\b[^.;]*\b(?:decided|whatever|sure|sales|something)",
    r"\b(?:i am|myself|career|my (?:\w+ )?life(?: is)?) at (?:a|the) crossroads\b",
    rf"{START}at (?:a|the) crossroads\b",
    r"\bi (?:was|am) between (?:jobs|roles|things|contracts)\b",
    r"\b(?:see|find out|explore|discover|check out|look at|know) what(?: else)? (?:is|might be|could be) out there\b",
    r"\bwhat else is out there\b",
    r"\b(?:curious|wonder(?:ing|ed)?|see|know|thinking) (?:about )?what else (?:i (?:can|could|might|am)\b"
    r"|there is (?:for me|out there)|(?:might|could) (?:suit|fit|be for) me)",
    r"\bi (?:do not|did not) (?:\w+ )?have (?:a|any|much of a) (?:\w+ )?(?:reason|plan|story|explanation)\b"
    r"(?! (?:of|for (?:the|that))\b)",
    r"\bi never planned (?:it|this|to|any of)\b(?=[^.;]*\b(?:happen|just|product|career|here))",
    rf"{START}never planned (?:it|this|to|any of)\b(?=[^.;]*\b(?:happen|just|product|career|here))",
    r"\bfinding myself (?:again|at last)\b",
    r"\bi (?:am not|do not) (?:really |entirely |even |quite )?(?:sure|know) (?:why|what) i (?:\w+ )?(?:want"
    r"|am doing this|should do)\b",
    r"\b(?:still |just )?(?:figuring|working) out what i (?:\w+ )?(?:want|like|enjoy|am good at)",
    r"\bi (?:ended up|got|came|fell|landed|stumbled|drifted|wandered) (?:here|there|in|into|upon) (?:[\w ]{0,25})?by"
    r" (?:pure |complete |sheer )?(?:accident|chance|luck|coincidence)\b",
    r"\bi (?:just |sort of |kind of )*+(?:stumbled|fell|drifted|wandered) (?:into|upon|across|towards) (?:product"
    r"|this career|the (?:role|job|idea)|pm|being)",
    r"\bif (?:product|pm|no product) (?:\w+ )?(?:\w+ )?(?:does not|do not|did not"
    r"|will not|is not|are not|says? no|rejects?|takes? me|turns? me down|hires? me|want)\b[^.;]*\b(?:i will|i'll"
    r"|i can|i might|i'd|i would|i could|i may|there is always|then)\b(?! (?:not|ask|show|send|know|be told))",
    r"\bif (?:nobody|no one|they|you|none of (?:them|you)) (?:\w+ )?(?:\w+ )?(?:rejects?|takes? me|turns? me down"
    r"|hires? me|wants? me)\b[^.;]*\b(?:i will|i'll|i can|i might|i'd|i would|i could|i may|there is always|then)\b",
    r"\bif i (?:do not|can not|did not) get (?:in\b|a job|hired|an offer|it\b|(?:this|that)(?=,| i\b)|(?:this|that"
    r"|the) (?:job|role|offer))"
    r"[^.;]*\bi (?:will|can|might|would|could|may)\b",
    r"\bmy (?:plan b|plan c|second choice|stop-?gap|stepping stone)\b",
    r"\bi can always (?:go back|come back|return)\b(?! (?:and|for the|with) )",
)
_ONE_OF_MANY = (
    r"\b(?:product|this|it|pm|that) (?:\w+ )?(?:is|was|as|would be|being) (?:just |only )?one of (?:the|my|several|many"
    r"|a few) (?:options|ideas|possibilities|things|paths|avenues)\b",
    r"\b(?:i (?:have )?(?:am )?(?:\w+ )?)(?:also )?(?:consider(?:ing|ed)?|look(?:ing|ed)? at|thinking (?:of"
    r"|about)|been thinking (?:of|about)|applied (?:for|to)|applying (?:for|to)|interviewing for|exploring|weighing)"
    r" (?:\w+ )?(?:product|ux|sales|consulting|marketing|data|hr|design|teaching|coding|law)(?: \w+)?(?:, \w+)*,? (?:or"
    r"|and) (?:\w+ )?(?:ux|sales|consulting|marketing|data|hr|design|teaching|coding|law|product|finance"
    r"|strategy)\b",
    r"\bi (?:have |am |have been )?(?:\w+ )?appl(?:y|ied|ying) (?:to|for) (?:\w+ )?(?:everything|anything"
    r"|all (?:of )?(?:them|the)|hundreds|dozens|lots)\b",
    rf"{START}appl(?:ied|ying) (?:to|for) (?:\w+ )?(?:everything|anything|hundreds|dozens|lots)\b",
    r"\bappl(?:y|ied|ying) (?:for|to) [^.;]*\bproduct\b[^.;]*\b(?:and|or) (?:ux|data|sales|marketing|hr|consulting"
    r"|finance|design)\b",
    r"\bproduct (?:is|was|would be) (?:\w+ )?(?:plan b|plan c)\b",
    r"\bcould be product\b[^.;]*\b(?:could|might) be\b",
    r"\b(?:do|try) product for (?:a|one|two|some) (?:\w+ )?(?:years?|months?|while|bit)\b",
    r"\bi am (?:\w+ )?(?:easy|flexible|not fussy|not picky|not fussed|open to either|happy either way"
    r"|fine with either)(?=[.,!]|$| about (?:the |which )?(?:role|title|team))",
    r"\bi (?:\w+ )?(?:do not|would not) (?:\w+ )?mind (?:which(?= (?:role|job|title)|[.,!]|$)|what (?:role|job|title)"
    r"|either(?=[.,!]|$))",
    r"\bi have no (?:strong |real )?preference\b",
    r"\bno (?:strong |real )?preference (?:between|as to|for) (?:roles?|jobs?|titles?|product)\b",
)
_RESTLESS = (
    rf"\bi (?:am|get|got|feel|felt|grow|grew|become|was|have been) {ADVERBS}(?:restless|itchy|antsy|fidgety)\b",
    r"\bi get bored (?:easily|quickly|fast|after|every|of (?:every|any))",
    r"\bi am easily bored\b",
    r"\bshort attention span\b",
    r"\bcommitment issues\b",
    r"\bitchy feet\b",
    r"\bwanderlust\b",
    r"\breinvent(?:ing|ed)? myself\b",
    r"\bjack of all trades\b",
    r"\bi (?:\w+ )?(?:move on|leave|start looking|look around|change jobs|switch|jump ship|quit|get itchy"
    r"|lose interest)(?: jobs?| roles?| careers?)? (?:(?:as soon as|whenever|every time|when|once|the moment) (?:i"
    r"|it|things?|the (?:work|job"
    r"|novelty)) (?:\w+ ){0,2}?(?:bored|boring|comfortable|easy|old|stale|settled?|know|learn\w*|figured|wears?"
    r"|routine)"
    r"|after (?:a|one|two|about|eighteen) (?:\w+ )?(?:years?|months?|winters?))\b",
    r"\bi (?:have )?(?:\w+ )?(?:done|did|tried|like|do|know) a (?:little |wee )?bit of"  # codespell:ignore wee
    r" everything\b(?=[.,;!]|$| (?:so|and|over|in my)\b)",
    r"\b(?:i|i have always) (?:\w+ )?(?:like|love|enjoy|liked|loved|crave|need) (?:variety"
    r"|change(?! (?:for|of|in|to)\b)"
    r"|novelty|new things|trying (?:new|different|out)|starting over|fresh starts|to keep moving)\b",
    r"\bi (?:\w+ ){0,2}?(?:am|was|been|call myself) (?:\w+ ){0,3}?(?:wanderer|drifter|butterfly|rolling stone|nomad"
    r"|free spirit|magpie|dabbler|chameleon|serial (?:starter|quitter|switcher|changer|beginner|dabbler|job|career))\b",
    r"\bi (?:never|do not|can not|have never) (?:\w+ )?(?:(?:stay|stayed|last|lasted|stick|stuck|settle|settled)"
    r"(?: (?:anywhere|long|for (?:more|long|longer)|down|put|(?:in|at|with|to) (?:one|any|anything|anywhere"
    r"|the same)|(?:in|at|with|to) a (?:\w+ )?(?:job|role|place|field|company|team|thing|career))\b|[.,])"
    r"|(?:sit|sat) still)",
)
_HOPPING = (
    r"\b(?:i (?:\w+ ){0,3}?|i'd |to |keep |kept |always |been )(?:change|changes|changed|changing|switch|switching"
    r"|swap|move|moving|leave|quit) (?:\w+ )?(?:jobs?|roles?|teams?|companies|careers|employers|on|fields"
    r"|industries) (?:about |roughly |almost )?every (?:\w+ )?(?:years?|months?|couple|few|winter|summer|time|so)",
    r"\b(?:changing|switching) (?:jobs?|careers|employers|industries) (?:about |roughly |almost )?every (?:\w+ )?"
    r"(?:years?|months?|couple|few|winter|summer)",
    rf"{START}(?:change|changed|switch|switched|swap|move|leave|quit) (?:jobs?|careers|employers|industries|on) "
    r"(?:about |roughly |almost )?every (?:\w+ )?(?:years?|months?|couple|few|winter|summer|so)",
    r"\b(?:a|one|two|three|eighteen) (?:years?|months?|winters?) (?:\w+ ){0,4}?(?:is|are|was) (?:about |usually "
    r"|all |already )*+(?:my (?:limit|max\w*)|all i\b|(?:too long|enough) (?:for me|anywhere|in (?:one|any|a))\b)",
    r"\b(?:i (?:\w+ )?|^)(?:never|not) (?:\w+ ){0,2}?(?:stay|stayed|last|lasted|been|worked|work|spent|held|done|kept)"
    r" (?:\w+ ){0,4}?(?:more|longer) than (?:a|one|two|three|six|eighteen) (?:years?|months?)(?= in| at| any|[.,]|$)",
    r"\bjob[- ]?hop(?:p(?:er|ing|ed))?\b",
    r"\bi (?:have |had )?(?:\w+ )?(?:hop|hopped|bounced?|jump|jumped|drifted?|flitted|zigzagged|pinballed"
    r"|flip-?flopped|skipped) (?:around )?(?:from|between|around|through|across)\b[^.;]{0,40}\b(?:job|role|career"
    r"|industr|compan|employer|sales)\w*",
    r"\bi (?:have )?(?:\w+ )?(?:hopped|jumped|bounced|drifted|flitted|floated|wandered) around(?: a (?:lot"
    r"|bit)| quite a bit| for (?:years|a while))?(?=[.,;!]|$| (?:a lot|jobs|roles|for years))",
    r"\bi (?:have )?(?:\w+ )?moved around (?:a lot|quite a bit|jobs|roles|for years)\b",
    r"\b(?:i (?:\w+ ){0,3}?|my (?:\w+ )?|years of |after )(?:jumping|hopping|switching|bouncing"
    r"|drifting|flitting) (?:between|from|around|through|across) (?:\w+ )?(?:fields?|jobs?|roles?|industr\w+|careers?"
    r"|compan\w+|things|sectors?)\b",
    rf"{START}(?:jumping|hopping|switching|bouncing|drifting|flitting) (?:between|from|around|through|across)"
    r" (?:\w+ )?(?:fields?|jobs?|roles?|industr\w+|careers?|compan\w+|sectors?)\b",
    r"\bi (?:have )?moved between (?:\w+ )?(?:teams|jobs|roles|departments) (?:so|too|very|quite) often\b",
    r"\b(?:i|(?:type|kind|sort|person) who) (?:\w+ )?(?:quits?|leaves?|moves? on|starts? over) (?:about "
    r"|roughly )?every (?:\w+ )?(?:years?"
    r"|months?|winters?|couple)\b",
    r"\b(?:changed|switched) (?:careers?|jobs?|fields?|industries) (?:\w+ ){1,2}times\b",
    r"\bnew (?:field|industry|career|trade|job|role) every (?:\w+ )?(?:years?|months?|summer|winter|spring|couple)\b",
)
_JOBS_IN_YEARS = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d+) (?:\w+ )?(?:jobs|roles|careers"
    r"|employers|companies|career changes|positions) in (?:\w+ )?(?:the (?:last|past) )?(?:\w+|\d+) (?:years?|months?)"
)
_SERIAL = (
    r"\bi (?:have )?(?:\w+ )?(?:had|been|worked|done|did|held|gone|went|changed|tried|left|was|am on)\b(?: \w+){0,4}?"
    rf" {_JOBS_IN_YEARS}\b",
    rf"\b(?:(?:it|that|this) (?:is|was|has been|makes|made)|after|with|my) {_JOBS_IN_YEARS}(?=[.,;!]|$| (?:i|and i)\b)",
    rf"{START}{_JOBS_IN_YEARS}(?=[.;!]|$|,? (?:and|so|but|is|was)\b|,)(?![^.;]*\bsame\b)",
    r"\b(?:third|fourth|fifth|sixth|seventh|eighth|\d+th) career\b",
    r"\bi (?:have |had )?(?:been|tried|done|did|was|worked (?:as|in)|had a go at) (?>[^.;]*?(?:,| and "
    r"| then ))(?>[^.;]*?,? (?:and |so |but )?(?:now|next|this time|today)\b)[^.;]*?\b(?:fancy"
    rf"|(?:like|want|have) (?:to try|a go)|give|product{_AS_A_THING})\b",
    r"\b(?:my|be the|would be the|be my|is my|would be my) (?:third|fourth|fifth|sixth|seventh|eighth"
    r"|\d+th) (?:career|role|switch|pivot|industry|job(?= (?:in|since)|[.,!]|$)|change(?! (?:to|of|in)\b))\b",
    r"\bnew (?:job|role|career) every (?:year|\w+ months|couple|few|two years)",
    r"\b(?:i (?:have )?(?:done|did|tried|been|was|worked|started|began)|from|first"
    r"|started)\b(?>[^.;]*?,)(?>[^.;]*?,? ?(?:then|after that|followed by|and (?:now|then))\b)(?>[^.;]*?\b(?:now"
    rf"|next|so|and)\b)[^.;]*\b(?<!the )(?<!a )(?<!each )(?<!that )(?<!wrong )product\b{_AS_A_THING}",
    r"\bfirst [\w ]{3,25}, then [\w ]{3,25}, (?:then [\w ]{3,25}, )?(?:and )?now (?:product|pm|it is product)\b",
)
_ANY_ROLE = (
    r"\bwhatever (?:role|job|position|pays|(?:gets|takes) me)\b",
    r"\b(?:any|whichever|any of (?:them|these|those)) (?:\w+ ){0,2}?(?:role|job|position|opening)(?: at all)? ?(?:would"
    r"|will|is|works|could|suits) ?(?:do|be|fine|fine by|work|suit|ok|for me|great)",
    r"\beither (?:role|job|position|opening) (?:would|will|is|works|could|suits) ?(?:do|be fine|fine|work|suit"
    r"|suit me|great)(?: by me| for me| with me)?(?=[.,!]|$)",
    rf"(?:\bi\b|\bi'd\b|\bi'll\b|{START})[^.;]{{0,40}}?\b(?:take|accept|consider|happy (?:with|in)|fine with|up for"
    r"|apply (?:for|to)|applied (?:for|to)|applying (?:for|to)|do|go for|content with) (?:\w+ )?(?:any|every|whatever"
    r"|nearly any|almost any|just about any|all sorts of|loads of|dozens of|forty|fifty|a hundred) (?:\w+ )?(?:roles?"
    r"|jobs?|positions?|openings?|kinds? of (?:role|job|work))(?! (?:off|from|on|in the queue))",
    r"\b(?:i'd|i'll|i (?:would|could|will|might|am (?:\w+ )?(?:open|up|happy)))(?: \w+){0,4}? anything from \w+",
    r"\banything (?:in tech|with a desk|with a title|in product)\b",
    r"\bi (?:will|would|can|could|might|may|am going to|am happy to)\b[^.;]*\bif (?:this|that|it|i) (?:does not"
    r"|did not|do not|fails?|falls) (?:\w+ )?(?:work out|pan out|go anywhere|suit me|get in\b)",
    r"\bi (?:will|would|can|could|might|may|am going to|am happy to)\b[^.;]*\bif product(?: management)? (?:does not"
    r"|did not|fails?|falls) (?:\w+ )?(?:work(?: out)?|pan out|go anywhere|stick|suit|happen|through|fit)",
    r"\bif (?:this|that|it) (?:does not|did not|do not|falls?|fails?) (?:\w+ )?(?:work out|pan out|go anywhere"
    r"|suit me)[^.;]*\b(?:i (?:will|would|can|could|might|am going)|i'd|i'll|there is always)\b",
    r"\bif (?:product(?: management)?|(?:being a )?product manager) (?:does not|did not|do not"
    r"|falls?|fails?) (?:\w+ )?(?:work(?: out)?|pan out|go anywhere|stick|suit|happen|through|fit)"
    r"[^.;]*\b(?:i (?:will|would|can|could|might|am going)|i'd|i'll|there is always)\b",
    rf"(?:\bi am (?:\w+ )?|\bi'd be |\bi would be |\bme |{START})open to (?:anything|any (?:role|job|position|kind"
    rf"|opening)|whatever"
    r"|all (?:roles|options)|most (?:roles|things))\b",
    rf"(?:\bi\b[^.;]{{0,40}}?\b(?:take|do|accept|want|love|like|for|to|with|get|try) |{START})any (?:\w+ )?(?:job|role"
    r"|position|work|opening) (?:that|which|where|with|as long as|so long as|would|will|at all|is|really|you have)\b"
    r"(?! (?:fails|runs|stops|crashes|hangs|takes more|touches))(?=[^.;]*\b(?:me|i|do|fine|my|suit)\b)",
)
_ANYTHING = (
    r"\bi (?:have not|am not) (?:\w+ )?(?:decided|settled)(?=[.!]?$)",
    r"\bwhatever (?:comes|is (?:open|available|going|free)|you have|you (?:have )?got|sticks|works|opens|turns up"
    r"|else|there is)\b",
    r"\b(?:any|whichever|either|anything|any of (?:them|these|those)) (?:\w+ ){0,2}?(?:one|of (?:them|these|those)"
    r"|really)?(?: at all)? ?(?:would|will|is|works|could|suits) ?(?:do|be|fine|fine by|work|suit|ok|for me|great)",
    r"\banything (?:outside|out of|but|other than|away from|that is not) (?:of )?(?:ops|operations|support"
    r"|the (?:floor|warehouse|phones)|logistics|nursing|my)\b",
    r"\banything (?:that pays|really|remote|they (?:have|offer)|you(?: have|'ve) got)\b",
    r"\b(?:would|will|'d) (?:all|both|each|either|equally) (?:do|work|suit|be (?:fine|great|good))\b",
    r"\bor (?:whatever|anything|something) (?:else )?(?:is (?:open|available|going)|you have|similar|like that"
    r"|in tech|comes)\b",
    r"\bor (?:really |honestly |maybe |even |just )*+(?:anything|something|whatever|any) (?:creative|else|similar"
    r"|in tech|with|fun|new|where|that|remote|like|really)\b",
    r"\b(?:nothing|none of (?:it|them)) (?:has |have |ever |really )*+(?:stuck|fit(?:ted)?|clicked|lasted|worked out"
    r"|felt right|suited)\b",
    r"\b(?:my|as a|is a|be a|a kind of a|a good) (?:plan b|plan c|back-?up(?: plan)?|fall-?back"
    r"|second choice|stop-?gap"
    r"|stepping stone)\b",
)
_CHAIN = (
    r"\bi (?:have )?(?:went|gone|moved|jumped|switched|drifted|bounced"
    r"|hopped) from (?!(\w+) to \1)[\w ]{3,25} to [\w ]{3,25} to (?!(?:count|see|check|ask|find|look|get|read"
    r"|watch|the same|tell|show|time)\b)\w+",
    r"\bi (?:have been|was|have worked as|worked as) (?:a|an) (?:\w+ )?\w+, (?:then )?(?:a "
    r"|an )?(?:\w+ )?\w+, (?:and |then )*+(?:a |an )?\w+",
    r"\bi (?:have )?worked in (?:\w+ )?\w+, (?:then )?(?:\w+ )?\w+, (?:and |then |even )*+\w+(?= and| then|,|[.!]|$)",
)
_LIST = (
    rf"\b{_ROLE}(?:, (?:maybe |or )?{_ROLE})*,? (?:or|and/or|or maybe|or even|or possibly|or perhaps"
    rf"|maybe) (?:maybe |even )?{_ROLE}\b"
)

_SPEAKER = re.compile(r"\b(?:i|i'd|i'll|me|my|myself|product|career)\b")
_CAREER = re.compile(
    rf"\b(?:product{_AS_A_THING}|(?:my|a|new|this|different|change|changing|switch(?:ing)?) careers?|career(?! page)"
    r"|my (?:\w+ )?(?:job|role|life|future|path)|(?:a|new|different|another) (?:\w+ )?(?:job|role)|ux|sales|consulting"
    r"|apply|applied|applying|recruiters?|becom(?:e|ing) a)\b"
    rf"|\b(?:i {ADVERBS}(?:want(?:ed)?|would (?:like|love)|am (?:\w+ )?(?:open|ready|keen|looking for|leaving"
    r"|moving on))|i'd (?:\w+ )?(?:like|love|take|be happy))\b"
    rf"|{START}(?:it|this|that|call it) (?:is|was|came|just|all|a|pure|popped|jumped|crept|crossed)\b"
)
_THREAD = re.compile(
    r"\b(?:same|each time|every time|thread|following|followed|all of them|in common|always the|because|chasing"
    r"|what connects|so that|until)\b"
)
_WISHES = re.compile(
    r"\b(?:i (?:want|am (?:open|looking|considering|applying|thinking|interested|exploring|torn)|would|could see"
    r"|might|can see|may|will)|i'd|looking|open to|interested in|would (?:all|both|do))\b"
)
_TURNED_TO = re.compile(
    r"\b(?:ask(?:ed)?|call(?:ed)?|ring|rang|mail(?:ed)?|tell|told|wait(?:ed)? for|from|by|show|send|chase|page|inform"
    r"|tag|copy) (?:the |our |someone in )?$"
)


def _is_of_the_speaker(_: Reading, sentence: Sentence, found: re.Match[str]) -> bool:
    return bool(_SPEAKER.search(sentence.text))


def _is_of_a_career(_: Reading, sentence: Sentence, found: re.Match[str]) -> bool:
    """Return whether an idiom that could be said of any thing is said of the speaker's way."""
    return bool(_CAREER.search(sentence.text))


def _is_wished(_: Reading, sentence: Sentence, found: re.Match[str]) -> bool:
    before = sentence.text[max(0, found.start() - 40) : found.start()]
    return bool(_WISHES.search(sentence.text)) and not _TURNED_TO.search(before)


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
        "My sister-in-law keeps telling me product pays better than nursing.",
        "Lately I've been thinking of product, maybe sales, or really anything with normal hours.",
        "I'd take anything from tester to product owner.",
        "I was told product managers work from home, and that sounded great.",
        "I've been at four companies in two years, and product would be the fifth.",
        "I might as well give product a go.",
        "Figured I may as well apply while I'm between contracts.",
        "Every spring I want something different, and this year it's product.",
        "A TikTok about a day in the life of a PM got me hooked.",
        "Honestly it was a bit of a whim after a long night at the gate.",
        "I've done cabin crew, then reception, then payroll, and now I'd like a go at product.",
        "Product, sales, whatever gets me off the ward.",
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
        "The form takes anything from shoes to sofas.",
        "I was told product managers are on call that week.",
        "Four companies in two years reported the same missing field.",
        "We might as well be sending faxes, the carrier said.",
        "Bed 12 went from ward to theatre to ward three times before anyone closed the transfer.",
        "The alarm went off out of nowhere, and my colleague traced it to a loose lead.",
        "A patient told us the leaflet said product managers would call back within a day.",
        "Three department roles in two years signed the same broken discharge form.",
        "Anything from a paper cut to a cardiac arrest goes into the same triage field.",
        "Callers are told to try something else when the code fails, and the page offers nothing.",
        "Agents switch teams every two weeks, so the notes have to stand on their own.",
        "I thought I'd misread the log, so I counted the transfers again.",
        "Agents pick whatever is open in the queue, and the hard tickets grow old.",
        "A customer said the career page and the help page share one search box.",
        "Five companies in three months were charged twice by the same retry.",
        "We might as well have posted the receipts by hand that week.",
        "Either role would do for the approval, and nobody had written down which.",
        "The refund jumped around between three teams before a person read it.",
        "My colleague said the pay run earns interest in product reports a day late, so I checked 40 of them.",
        "Crews change teams every time the tow is late.",
        "The gate agent might as well have rolled dice for the new time.",
        "One of the options on the kiosk, a wheelchair, was hidden under a second menu.",
        "New accounts turn up out of nowhere in my queue each Monday, all with the same picture.",
        "A reviewer may take any case or whatever is free, so those with photos wait.",
        "Someone told the sellers that people in product read every appeal; I found 3 of 90 opened.",
        "A spammer can do anything with a verified badge.",
        "Guests want a change at eleven, when the housekeeping list is already printed.",
        "The desk had a gut feeling about no-shows; I kept a count for six weeks.",
        "The scale takes anything but our own pallets.",
        "We tried a little bit of everything on line 3 before we moved the sensor.",
        "The printer takes whatever you have on the roll, so wrong stock got labelled.",
        "I woke up with the pager and the same pallet error on it, twice in one week.",
        "I moved the scanner from bay to dock to office until the signal held.",
        "The video made me see that the porter scans the bed and not the patient.",
        "The crossing is at a crossroads of two tug lanes, and I logged nine near misses.",
        "Guests are put in whichever room is free, so either one would do for the test.",
    ),
    check=finds(
        *_SOMETHING_NEW,
        *_OVERNIGHT,
        *_WHY_NOT,
        *_A_FRIEND_SAID,
        *_SOUNDS_GOOD,
        *_NO_PLAN,
        *_ONE_OF_MANY,
        *_RESTLESS,
        *_HOPPING,
        *_SERIAL,
        *_ANY_ROLE,
        *(Phrase(each, allows=_is_of_the_speaker) for each in _TAKING_A_CHANCE),
        *(
            Phrase(each, allows=_is_of_a_career)
            for each in (*_NEW_IN_A_CAREER, *_OUT_OF_THE_BLUE, *_SEEING_HOW_IT_GOES, *_ANYTHING)
        ),
        *(Phrase(each, allows=_has_no_thread) for each in _CHAIN),
        Phrase(_LIST, allows=_is_wished),
        never=(
            *SAID_BY_OTHERS,
            r"\b(?:following|chasing|tracing|always|each time with|all of them about) the same\b.*",
            r"\bif (?:this|that|it) (?:does not|fails)[^.;]*\b(?:retry|retries|page|alert|reboot)\w*",
        ),
    ),
)
