"""The speaker's own bad feeling about job, employer, field, pay, hours or boss, given as a motive.

Source: the thread this program comes from: "Frame your narrative around observed gaps rather than career
dissatisfaction", with "bored with ops" as the line to avoid. Recruiters say the same (starhr.com, status.net); a
guide to changing careers tells of talks lost to a long account of why the old job was bad (sirjohnnymai.com).
Practitioners' opinion, not measurement.
"""

from __future__ import annotations

import re

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.gates import ADVERBS, FIELD, I_AM, JOB, SAID_BY_OTHERS, START, Phrase, finds
from pivot_journal.coach.reading import Reading, Sentence
from pivot_journal.coach.rule import Rule

_MINE = rf"(?:{FIELD}|{JOB})"
_DOING = (
    r"(?:being|doing|working|cleaning|chasing|putting|fixing|answering|picking|taking|dealing|covering|getting|having"
    r"|coming|going|spending|sitting|standing|handling|firefighting|fighting|explaining|running|staring|apologi[sz]ing)"
)
_BAD = (
    r"(?:toxic|boring|dull|dead[- ]end|soul[- ](?:destroying|crushing|sucking)|draining|thankless|repetitive|monotonous"
    r"|tedious|going nowhere|unbearable|miserable|stagnant|stale|mind[- ]numbing|meaningless|pointless|exhausting|awful"
    r"|terrible|horrible|a nightmare|hell|a joke|unrewarding|unfulfilling|a grind|a treadmill|poisonous)"
)
_FLAT = (
    r"(?:flat|frozen|low|bad|terrible|awful|a joke|rubbish|crap|poor|pathetic|lousy|brutal|insane|crazy|unsocial"
    r"|antisocial|stagnant|stuck|too (?:long|low|much|little|high)|a disgrace|insulting|killing me|ruining \w+"
    r"|not (?:moved|gone up|changed|increased|budged|improved|risen|great|good|enough|sustainable))"
)
_TO_PEOPLE = (
    r"(?=[.,;!]|$| (?:me|us|my|our|people|staff|anyone|anybody|nobody|the (?:floor|team|crew|staff)|what|when"
    r"|unless|how"
    r"|(?:in|to|about|for|after) (?:me|us|people|staff|anyone|anybody|the (?:floor|team|crew|staff)|ops|what|a word"
    r"|its (?:people|staff)|their (?:people|staff))|its (?:people|staff)|credit|any)\b)"
)
_BAD_BOSS = (
    r"(?:micromanag\w+|takes? (?:all )?(?:the |my )?credit(?! (?:card|note|check))|bull(?:y|ies|ied)|shouts?|yells?"
    r"|screams?|belittles?|plays? favou?rites|holds? me back|held me back|blocks? (?:me|my (?:ideas?|career|promotion"
    r"|move|growth|transfer)|every (?:idea|move|suggestion|proposal))\b|ignores? (?:me|my)|undermines?"
    r"|(?:never|does not|do not|will not|did not|has never|have never|refuses? to) (?:\w+ )?(?:listens?|listened"
    r"|appreciates?|appreciated|supports?|backs?|promotes?|promoted|values?|valued|thanks?|thanked|recogni[sz]es?"
    rf"|cares?|respects?|trusts?|notices?|invest){_TO_PEOPLE}"
    r"|(?:never|will not|refuses? to) (?:\w+ )?(?:lets? me|gives? me)"
    r"|(?:is|are|was|has become|can be) (?:\w+ )?(?:a (?:bully|nightmare|jerk|micromanager|tyrant|control freak|pain)"
    r"|toxic|useless|terrible|awful|horrible|incompetent|impossible|abusive|clueless)(?! (?:to (?:reach|find|get|read"
    r"|search)|if|on)\b))"
)

_SPARK = r"(?:its|all its|its old) (?:spark|shine|appeal|charm|magic|sparkle|lustre|luster|meaning|thrill|glamour)"

_FEELS = (
    rf"{I_AM}(?<!easily )(?:bored(?! (?:easily|quickly|fast|after|every))|fed up|burn(?:t|ed|ing) ?-?out"
    r"|miserable|disillusioned|jaded|demotivated|unfulfilled|undervalued|underpaid|under-?appreciated"
    r"|unappreciated|overworked|stagnating|stagnant|going nowhere|pigeon-?holed|under-?challenged"
    r"|unchallenged|under-?used|under-?utili[sz]ed|restless in|checked out|at the end of my (?:rope|tether)"
    r"|drowning in|suffocating|rotting|languishing|wasting away|withering|dying inside|resentful|bitter"
    r"|at breaking point|at my limit|not (?:\w+ )?(?:growing|learning|challenged|happy (?:here|in|at|with my"
    r"|doing)|fulfilled|appreciated|valued|paid (?:enough|well|fairly|what)|going anywhere|getting anywhere"
    r"|enjoying))\b",
)
_LIKE_DIRT = (
    r"(?:like|as) (?:a |an |mere |so many |just )*+(?:machines?|dirt|numbers?|robots?|child(?:ren)?|furniture"
    r"|second[- ]class|nobod(?:y|ies)|rubbish|slaves?|servants?|cogs?|trash|cattle|cost)"
)
_MORE_FEELINGS = (
    r"\bi (?:do not|did not|never|no longer|have never) (?:really |even |\w+ly )?(?:feel"
    r"|felt) (?:\w+ly )?(?:valued|seen|heard|appreciated|respected|challenged|supported|motivated|safe"
    r"|fulfilled|recogni[sz]ed|at home|useful here|part of)",
    r"\b(?:i|we|us|me|staff|ops) (?:\w+ ){0,3}?(?:am|are|is|was|were|get|gets|got|been|being|feel"
    r"|felt) (?:\w+ )?treated"
    rf" {_LIKE_DIRT}",
    rf"\btreat(?:s|ed)? (?:me|us|staff|ops|everyone|people|the (?:\w+ )?(?:desk|floor|ward|crew|team"
    rf"|staff)) {_LIKE_DIRT}",
    r"\bi (?:am |feel |felt |was )(?:like )?(?:just |only |nothing but )?(?:a|another) (?:cog|robot|number"
    r"|hamster|zombie|dinosaur|machine)\b",
    r"\bmy (?:talents?|skills?|degree|potential|brain|education|ideas|life|twenties|thirties|time"
    r"|energy) (?:is|are|was|were|go|goes|gets?)(?: being| all)? (?:wasted|unused|ignored|rotting|going to waste"
    r"|to waste"
    r"|slipping|going nowhere)",
    r"\bi am (?:\w+ly |just )?wasting (?:my|away)\b",
    r"\bi (?:\w+ )?(?:deserve|was meant for|am meant for|am made for|was made for|want|need"
    r"|am worth) (?:more than this|something better(?=[.,;!]|$| (?:than this (?:job|place)|for me))"
    r"|better than this|better(?=[.,;!]|$| (?:for myself|from (?:work|life)))|more (?:from|out of) (?:work|my|life))\b",
    r"\bbetter than this (?:job|place)",
    r"\bnot what i signed up for\b",
    r"\blife is too short\b",
    r"\b(?:broke|breaks|wrecked|crushed|exhausted|drained|destroyed) me(?=[.,;!]|$| (?:so|and|but|completely|for good"
    r"|over|with|every|each|in the end)\b)",
    r"\b(?:burn(?:t|ed)|chewed|wore) me (?:out|up|down)\b(?! (?:a|the|that|when|by|if|of)\b)",
    r"\b(?:ruin(?:ed|s|ing)|wreck(?:ed|s|ing)|destroy(?:ed|s|ing)|hurt(?:s|ing)|killing|costing|cost|eat(?:s"
    r"|ing) (?:up|into)?) ?(?:me )?my (?:sleep|health|life|marriage|sanity|back|weekends|family|confidence"
    r"|mental health|relationships?|spirit|soul|knees|evenings|social life)\b",
    r"\bi am (?:\w+ )?(?:losing|about to lose|going to lose) (?:my (?:mind|sanity|patience with (?:my|this"
    r"|the job))|the will)\b",
    r"\b(?:my|from|close to|near|suffer\w* from|heading for|facing|(?:edge|verge|brink) of"
    r"|recovering from) (?:\w+ )?burn-?out\b",
    r"\b(?:cut|froze|slashed|docked|halved|capped) (?:my|our) (?:pay|salary|bonus(?:es)?|wages?|overtime)\b",
    r"\b(?:no|zero|terrible|poor|bad|awful|lack of|better|what) work-life balance\b",
)
_LEFT_OUT = (
    rf"{START}(?:completely |utterly |totally |so |thoroughly |really )?(?:bored(?: stiff)?|fed up|burn(?:t"
    r"|ed)[ -]?out|worn (?:out|down)|exhausted|drained|underpaid|overworked|undervalued|disillusioned"
    r"|frustrated|unhappy|miserable)(?: (?:after|from|by|of|with|in|at|and|as|on)\b|,)(?=[^.;]*\b(?:i|i'd"
    r"|me)\b)",
)
_MISERY = (
    r"(?:dread\w*|misery|soul(?:less|[- ]\w+ing)?|drudgery|hamster wheel|rat race|monotony|boredom|burn-?out|thankless"
    r"|unappreciated|unfulfill\w+|demorali[sz]\w+|demotivat\w+|no motivation"
    r"|(?:the |a |complete )?lack of (?:growth|progression|challenge|recognition|respect|development|prospects"
    r"|variety|meaning)|no interest in (?:people|staff|developing|training|us|my)"
    r"|(?:zero|no|little|never any) (?:recognition(?! of)|respect|progression|variety|appreciation)|office politics"
    r"|the politics|makes? (?:me|every day|my life|each day|life)(?: \w+)? (?:sad|ill|sick|angry|miserable|cry"
    r"|hell|harder|worse|unhappy|want to))"
)
"""What is said of nothing but a job."""
_MISERABLE_SELF = (
    r"(?:invisible|undervalued|underpaid|overworked|exploited|miserable|dead weight|no energy|running on empty|in a rut"
    r"|hopeless|useless|suffocat\w+|stifled|humiliated|degraded|stagnat\w+|in (?:a cage|chains|hell|prison)|in despair"
    r"|full of resentment|on a (?:sinking ship|treadmill))"
)
_MISERABLE_THING = (
    r"(?:hell\b|a (?:nightmare|prison|cage|treadmill|sinking ship|rut)|torture|pointless|hopeless|unbearable|degrading"
    r"|humiliating|suffocating|stifling|miserable|underpaid|exploitative|exploiting (?:me|us|people)|in despair)"
)
_MY_JOB = (
    r"(?:(?:my|this|the|our|a|current|present|here|in) (?:\w+ ){0,2}?(?:job|role|work ?place|work|career|boss"
    r"|(?<!product )manager|employer|company|pay|salary|hours|shifts?|rota|department|industry|position|team"
    r"|grade|pay band)"
    rf"|work\b(?! (?:order|station|bench|around))|what we do here|here\b|{FIELD})"
)
_MISERABLE_JOB = (
    rf"\b(?:i|my|me|we|our|i'd)\b(?:[\w' -]{{0,50}} )?{_MISERY}\b[\w' -]{{0,40}}?\b{_MY_JOB}",
    rf"\b(?:i|we) (?:am|are|feel|felt|was|were|have become|became|have been|live|work|worked) (?:\w+ ){{0,3}}?"
    rf"{_MISERABLE_SELF}\b[\w' -]{{0,40}}?\b{_MY_JOB}",
    rf"\b(?:makes?|made|leaves?|left|keeps?|kept) me (?:\w+ ){{0,2}}?{_MISERABLE_SELF}\b",
    r"\b(?:my|our|this) (?:\w+ ){0,2}?(?:job|role|work|boss|(?<!product )manager|employer|company|shifts?"
    rf"|career|rota|workplace|industry|department)\b[\w' -]{{0,40}}?\b{_MISERY}\b",
    r"\b(?:my|our|this) (?:\w+ )?(?:job|role|work|boss|(?<!product )manager|employer|company|shifts?|career|rota"
    r"|workplace|department|life) (?:here |there )?(?:is|was|are|feels?|felt|became|has become|have become|turned into"
    rf"|has turned into)(?: like)? (?:\w+ ){{0,2}}?{_MISERABLE_THING}(?=[.,;!]|$| (?:and|so|for me|since|that|in)\b)",
    rf"\bi (?:\w+ ){{0,3}}?{_MISERY}\b[\w' -]{{0,30}}?\b{_MY_JOB}",
    r"\bthere is (?:\w+ )?(?:zero|no|little) (?:recognition|respect|progression|appreciation|future"
    r"|growth)\b[\w' -]{0,30}?\b(?:here|we|i|us|me|my)\b",
    rf"\b(?:{_MISERY}|{_MISERABLE_THING}) (?:that |which |is what |is why |is the reason )*+(?:makes|made|is making"
    r"|drives|drove|pushes|pushed) me\b",
    r"\bi am (?:\w+ly |so |just )*+(?:tired|exhausted|drained|frustrated|restless|weary"
    r"|worn out),? (?:[\w-]+,? (?:and )?){0,2}(?:underpaid|overworked|undervalued|done|ready to (?:go|leave"
    r"|quit)|bored|unhappy|stuck|fed up)",
    rf"(?:\bi (?:\w+ ){{0,2}}?|\bcareer (?:\w+ )?|\bmy (?:\w+ ){{1,2}}?(?:is |was )?|{START})(?:going|getting|headed"
    r"|heading) nowhere\b(?=[.,!]|$| (?:fast|in my|with my|here|at))",
    r"\bi (?:have )?(?:got|gotten|gone|went) nowhere in (?:my|the|all|\w+) (?:\w+ )?(?:years?|months?|time|career)\b",
    r"\bi (?:would|'d)? ?(?:leave|quit) tomorrow\b",
    r"\bi'd (?:leave|quit) (?:tomorrow|today|in a heartbeat)",
    r"\bi (?:never|hardly ever|barely|rarely|hardly) (?:get to )?see my (?:kids?|children|family|wife|husband"
    r"|son|daughter|friends|partner|girlfriend|boyfriend)\b",
    r"\bonly so (?:long|much|many)(?: \w+)? (?:i|one|you|anyone|a person|a body) (?:can|could) (?:do|take|stand"
    r"|keep)\b",
    r"\bonly so many (?:\w+ )?(?:nights?|shifts?|weekends)\b",
    r"\bhow (?:long|much longer) (?:i|you|anyone) (?:\w+ ){0,5}?(?:nights?|shifts?|take|can (?:do|take|stand)"
    r"|keep (?:doing|this))",
    r"\bmakes? me (?:look|want to look|think about looking|dream of looking) (?:elsewhere|around"
    r"|for (?:a way out|something else))",
    r"\bi am (?:actively |already |now |quietly )?looking (?:elsewhere\b|around(?=[.,!;]|$| (?:because|since|as|now"
    r"|quietly|for (?:a (?:new|different|better)|something|another|other (?:jobs|work|roles)))\b)|for the exit\b"
    r"|for a way out\b|to get out\b(?! of the))",
)
_IDIOMS = (r"\b(?:sinking ship|rat race|hamster wheel|daily grind(?! of))\b",)
_TIRED = (
    rf"(?:{I_AM}|{START})(?:tired|sick(?: and tired)?|weary|sick to death) of (?!(?:course|not|guess|wonder"
    r"|argu)\w*)",
)
_SPENT = (
    rf"{I_AM}(?:exhausted|drained|worn (?:out|down|thin)|ground down|wrung out|shattered|knackered)(?: (?:by"
    r"|from|of|with|in|and (?:ready|want|need|looking)|after)\b|[.!]?$)",
)
_ABOUT_THE_JOB = (
    rf"{I_AM}(?:unhappy|frustrated|dissatisfied|disappointed|discouraged|annoyed|angry|disenchanted|stressed"
    r"|depressed|uninspired|unmotivated|miserable|uncomfortable|tired|weary|exhausted|done|finished"
    rf"|through)(?: out)? (?:with|by|in|at|about|of|being in|working|doing) (?:{_MINE}|the (?:lack of|pay"
    r"|hours|culture|politics|shifts|stress|grind|way (?:i am|we are) treated)|how (?:little|much|badly"
    r"|poorly|slowly|my|our|this|they|nobody|rarely)\b(?=[^.;]*\b(?:company|boss|manager|employer|team"
    r"|leadership|values?|valued|treats?|pays?|paid|ops|operations|me|us)\b)|(?:bureaucracy|office politics"
    r"|the commute)|how (?:i am|we are) (?:treated|paid))",
)
_STUCK_IN = (
    r"(?:stuck|trapped|wasted|held back|buried|boxed in|caught|confined) (?:in (?!(?:a |the |an )?(?:\w+ )?(?:queue"
    r"|traffic|lift|elevator|meeting|snow|loop|tunnel|mud|customs|jam|door|gap|gate|rain|call)\b)(?:my |this |a )?"
    rf"[\w-]+(?= for\b|[.,;!]|$)|(?:in|at|on) (?:a rut|the same(?= (?:job|role|desk|grade|level|place|rut|pay|band"
    rf"|position|step|chair)\b|[.,;!]|$)|{FIELD}|(?:my|this|a|an|these)(?: [\w-]+){{0,3}} (?:job|role|position|seat"
    rf"|desk"
    r"|grade|level|place|company|team|career|field|cubicle|shifts?))|here\b(?! (?:until|till|when|with the"
    r"|because the))"
    rf"|{_DOING}|where i am|with no (?:way (?:up|out|forward)|room to|path|future|prospects))"
)
_STUCK = (
    rf"{I_AM}{_STUCK_IN}",
    rf"{START}{_STUCK_IN}(?=[^.;]*\b(?:i|i'd|me|no way (?:up|out|forward))\b|[.!]?$)",
    r"\btrapped in an? (?:\w+ ){0,2}(?:job|role|body|seat)\b",
)
_HATES = (
    rf"\bi {ADVERBS}(?:hate|hated|loathe|despise|dread|detest|resent|dislike|can not abide|have come to hate"
    rf"|have grown to hate|am starting to hate|started to hate|started hating)(?: about)? (?:{_DOING}\b(?! "
    r"(?:wrong|late with))|every (?:day|minute|shift|morning|monday|second|single (?:day|shift|minute))"
    r"|it (?:here|there)|mondays?|(?:\w+ )?(?:weekends?|nights|evenings|shifts)\b(?= (?:on|at|in)|[.,!]|$)"
    r"|what (?:i|my job|this job)|where i|how (?:i am|little|they treat|badly|we are|everything here"
    r"|(?:my|our) (?:boss|manager|company|team lead|job|pay|hours|work|shifts|desk|team)|this (?:place|company|team))"
    rf"|the thought of|{FIELD}\b(?! (?:screen|tool|app|menu|form|portal|page"
    rf"|system))|{JOB})",
)
_CAN_NOT = r"\bi (?:\w+ly |just |really |simply |honestly )*+(?:can|could) (?:no longer|not(?: \w+ly)?) (?:\w+ )?"
_MORE_OF_IT = (
    r"(?:anymore|any more|it any ?more|this any ?more|much more)(?=[.,;!]|$| (?:of (?:this|it|my)|nights|shifts"
    r"|weekends|abuse)\b)"
)
_CAN_NOT_BEAR = (
    rf"{_CAN_NOT}(?:stand|face|stomach|bear(?! to (?:see|watch))|imagine|see myself|tolerate|put up with|keep doing) "
    rf"(?:another|one more|yet another|{_MORE_OF_IT}|this (?:job|place|work|anymore)|{_DOING}|staying"
    rf"|the (?:thought|idea|prospect) of|my (?:job|boss|manager|shifts|work)|{FIELD}|{JOB})",
    rf"{_CAN_NOT}(?:take|do|cope with|handle|deal with|go through|spend|keep) (?:(?:another|one more|yet another)"
    r" (?:[\w-]+ ){0,2}?(?:day|night|shift|year|month|week|winter|summer|spring|autumn|christmas|season|minute|hour"
    rf"|monday|weekend|peak|complaint|abuse)\b|{_MORE_OF_IT}|this (?:job|place|work|anymore)|{_DOING}|staying"
    rf"|the (?:thought|idea|prospect) of|my (?:job|boss|manager|shifts|work)|{FIELD}|{JOB})"
    r"(?! (?:without|when|while|if|until|unless|from)\b)",
)
_WANTS_OUT = (
    rf"\b(?:i {ADVERBS}(?:want(?:ed)?|need(?:ed)?|have(?: got)?|had|long(?:ed)?|am (?:\w+ly )?(?:looking"
    r"|desperate|dying|ready|itching|trying|hoping|planning|eager|keen)|can not wait"
    r"|would love)(?: (?:for )?(?:a|any|the|some)(?: \w+)? (?:way|exit|escape|ticket|route))?"
    r"|and (?:i )?(?:want|need)) (?:to (?:get|move|break) )?(?:out\b(?! of (?:the (?:way|box)|scope|stock"
    rf"|band))(?: of (?:{_MINE}|there))?|(?:to )?(?:escape|quit|leave|flee|ditch|get (?:away from|off"
    rf"|rid of)) (?:{_MINE}|the (?:\w+ )?(?:floor|phones?|desk|rota|front ?line)|being|answering"
    r"|chasing))(?=[ .,;!]|$)(?! (?:to|at|orders?|when|each|every|by)\b)",
    r"\b(?:do|give|pay) anything to (?:leave|escape|quit|get (?:out|away)|never)\b",
    r"\bi can not wait to (?:leave|quit|be (?:out|gone|done)|get out|hand in|see the back)\b",
    r"\bi (?:no longer|do not) want to (?:be (?:the (?:one|person|guy|woman|man) who|the (?:punchbag"
    rf"|dogsbody)|on call|in {FIELD}|at everyone)|do this|live like|work (?:here|there|nights|weekends|for"
    rf"|in {FIELD}))",
    r"\bget me out\b(?! of (?:the|a|that) (?:app|tool|portal|screen|menu|lift|queue|system|form|page))",
    r"\b(?:my|a|the only) (?:way|ticket|escape route|exit) out (?:of (?:here|this|ops|support|my)|for me)",
    r"\bbefore i (?:completely |finally )?(?:lose my mind|burn out|go (?:mad|crazy|insane)|snap|quit)\b",
    r"\bi need (?:a break|to get away|an escape|a rest|to escape) from\b",
)
_ENOUGH = (
    r"\bi (?:have|had) (?:\w+ )?(?:had it with|had my fill of|(?:had|taken|seen) (?:just about |more than )?enough of"
    r"(?! (?:[\w'-]+ ){1,5}?to (?:know|say|see|tell|count|fill)\b))",
    r"\bi had (?:\w+ )?(?:it with|my fill of|enough of (?:being|this|it|my|the (?:nights|phones|shifts|hours))\b)",
    r"\bi have (?:\w+ )?had just about enough\b",
    r"\bi have (?:\w+ )?had (?:quite )?enough(?=[.,!]|$)",
    r"\bi am (?:so |completely |just |really |totally |well |absolutely |officially )*+(?:done|through"
    rf"|finished) (?:with (?:{_MINE}|(?:this|it)(?=[.,;!]|$| (?:all|now|life|nonsense|kind))|being|the (?:night"
    rf"|late|early) \w+|{_DOING})|being|doing"
    r"|working)(?! (?:count|audit|report|list|check|tally|analysis|project))",
    r"\bi am (?:so|totally|completely|well and truly|beyond) over (?!\d|(?:a|an|half|one|two|three"
    r"|the (?:\w+ )?line)\b|(?:the )?(?:limit|budget|quota"
    r"|target|capacity))\w+",
    rf"\bi am over (?:{FIELD}|it(?: all)?(?=[ .,;!]|$)|this (?:job|role|place)|being|doing|working)",
    r"\b(?:nights?|shifts?|weekends|peaks?|years? of [\w -]{2,30}) (?:is|are|was|were"
    r"|have been) (?:more than |quite )?enough(?: for (?:me|anyone|one)\b|(?=[.!]?$))",
)
_NO_FUTURE = (
    r"\b(?:no|not? (?:much|any|really any)|little|zero|nowhere near enough|lack of|without(?: any)?"
    r"|nothing like) (?:real |clear |more )?(?:room (?:left )?(?:to (?:grow|move up|progress|develop|advance)"
    r"|for (?:growth|progression|advancement)|for me(?! (?:on|at|by|beside|between)\b))(?! in (?:the|that|our|aisle"
    r"|rack"
    r"|bay))|career (?:path|ladder|progression|growth|prospects)"
    r"|path (?:up|forward) (?:for me|here|in)|(?:growth|future|progression|prospects|promotions?|advancement"
    r"|recognition|challenge|variety|development|opportunit(?:y|ies))(?: left)?(?: for me| here\b"
    rf"| for people like me| in (?:my|this)\b| in {FIELD}|,? so i\b))",
    r"\bi (?:have|had|am left with|see) nowhere (?:left |else )?to (?:go|grow|move)\b",
    r"\bnowhere (?:left |else )?to (?:go|grow|move)(?: from here| up\b| for (?:me|someone like me|people like me))",
    rf"\bnowhere (?:left |else )?to (?:go|grow|move) in (?:{_MINE})(?=[.!]?$| for\b)",
    rf"{START}nowhere (?:left |else )?to (?:go|grow|move)(?=[.,]|$)",
    r"\bnothing (?:left|more|new) (?:to learn|for me|to look forward to)\b",
    r"\b(?:dead[- ]end|cul-de-sac|treadmill)(?: job| role| career| for my career)",
    rf"\b(?:{_MINE}|it|this) (?:is|feels|has become|was|became|feels like|turned into) (?:like )?a (?:dead[- ]end"
    r"|cul-de-sac|treadmill) for (?:me|anyone)\b",
    rf"\b(?:{_MINE}) (?:is|feels|has become|was|became|feels like|turned into) (?:like )?a (?:dead[- ]end"
    r"|treadmill|trap|prison|cage)\b(?=[.,;!]|$| (?:for me|and|so|that|since|now)\b)",
    r"\b(?:hit|reached|run into|bumped into|bumping into|hitting) (?:a|the|my|that)(?: \w+)? (?:ceiling"
    r"|plateau)\b(?! (?:fan|height))",
    r"\bcareer (?:has |is |had |was )?(?:stall\w*|plateau\w*|stagnat\w*|stuck|stopped|going nowhere|dead"
    r"|on hold)",
    r"\bi (?:have |had )?(?:plateaued|stagnated|outgrown (?:my|this|the) (?:job|role|team|position|company))",
    r"\bi (?:see|have|saw|can see) no (?:real )?(?:future|way up|path|prospects|way forward)\b"
    r"(?! (?:from|to|through|into|between|for (?:the|a|that)))",
    r"\bi can not see (?:a|any) (?:future|way up|path)\b(?! (?:from|to|through|into|between))",
    r"\b(?:i|we) (?:never|do not|did not|will never|am never going to) (?:ever )?(?:get|got|be"
    r"|been) (?:promoted|a raise|thanked)",
    r"\bi (?:was|got|have been|had been|keep getting|keep being|am always) (?:\w+ )?(?:passed over(?! to)"
    r"|overlooked(?! by (?:the|a) (?:\w+ )?(?:sensor|scanner|camera|system|door|filter))"
    rf"|skipped over|taken for granted|treated {_LIKE_DIRT})",
    r"\b(?:nobody|no one) (?:\w+ ){0,4}?(?:appreciates|values|respects|thanks|notices|recogni[sz]es) (?:me"
    r"|us|what (?:i|we) do|my work|our work|ops|operations|support)\b",
    r"\bi (?:have|had|see|saw|can see|could see) (?:no|only one) way (?:up|out)(?=[.,!]|$| (?:of|from|in)\b)",
    rf"\b(?:no|not any|only one|the only) way (?:up|out) (?:of|from|in) (?:{FIELD}|{JOB}|facilities"
    r"|here|my (?:job|role|work))(?! (?:menu|queue|door|system|line))(?<!the only way out of the)",
    r"\bthere (?:is|was) no way up(?=[.,!]|$| (?:from|in|for)\b)",
    r"\b(?:counting|i count) (?:down )?the (?:days|hours|minutes|weeks|shifts) (?:left\b|(?:until|till|to) (?:i|my|the"
    r" (?:weekend|end of my)|friday|payday|retirement|home|it is over)\b)",
    r"\b(?:nobody|no one) (?:ever )?(?:says|said) (?:thanks|thank you|well done)\b",
)
_NO_LONGER = r"(?:stopped being|is no longer|was no longer|is not|ceased to be|never was|was never)"
_BAD_JOB = (
    rf"\b(?:{_MINE}) (?:\w+ly |just |really |now |itself |here |there )?(?:is|are|was|has been|has become"
    rf"|have become|became|turned|has turned"
    rf"|have turned|feels?|got|gets|went) {ADVERBS}{_BAD}\b"
    r"(?! (?:on (?:\w+days?|the)|at (?:noon|night|\d)|between|when|if)\b)",
    r"\b(?:culture|work ?place|work environment|team atmosphere|atmosphere|morale) (?:here |there )?(?:is|was"
    rf"|has become|became|has turned|turned|feels?|has gone) {ADVERBS}(?:toxic|poisonous|terrible|awful|rotten"
    r"|unbearable|sour|rock bottom|at rock bottom)",
    r"\btoxic (?:culture|team|work ?place|environment|boss|manager|company|job|work|management|office"
    r"|shift lead)",
    rf"\b(?:{FIELD}|{JOB}|it) (?:has |have |had )?(?:bores|bored|drains?|drained|exhausts?|depress(?:es)?"
    r"|kills?|crush(?:es|ed)?|suffocates?) me\b(?! (?:by|if|when the))",
    r"\b(?:is|are|has been|have been) (?:slowly |really |just |\w+ly )?(?:killing|boring|draining|crushing"
    r"|exhausting|grinding|wearing|burning|depressing|suffocating|breaking) me(?: down| out| up)?\b",
    r"\b(?:grinds?|ground|wears?|wore|worn|burns?|burn[et]d?|burnt) me (?:down|out)\b",
    rf"\b(?:{FIELD}|{JOB}) (?:has |have )?{_NO_LONGER} (?:\w+ly |really |even )?(?:interesting|challenging|fun"
    r"|fulfilling|rewarding|stimulating|exciting|enjoyable|satisfying|sustainable|for me|enough for me"
    r"|worth it)(?= (?:any ?more|to me|for me|enough|years ago|a (?:long|year)|after|these days)|[.,!]|$)",
    rf"\b(?:it|that) (?:has )?{_NO_LONGER} (?:\w+ly |really |even )?(?:interesting|challenging|fun|fulfilling|rewarding"
    r"|stimulating|exciting|enjoyable|satisfying|for me|enough for me)(?= (?:any ?more|to me|for me|years ago"
    r"|a (?:long|year)|these days)|[.,!]|$)",
    rf"\b{JOB} (?:\w+ )?(?:treats?|treated|exploits?|exploited|overworks?|underpays?|underpaid"
    r"|does not (?:\w+ )?(?:invest|care|value|listen|appreciate|promote|look after"
    r"|pay(?! (?:the|duty|customs|out|in|by|until|within|on|vat|tax)\b))"
    r"|never (?:\w+ )?(?:pays|promotes|invests|thanks))\b(?! for (?:itself|the))",
    rf"\b(?:{FIELD}|{JOB}|it|that) (?:no longer|does not|do not|has stopped|have stopped|stopped"
    r"|never) (?:really |even |quite )?(?:challeng|excit|interest|motivat|fulfil|inspir|stimulat|satisf"
    r"|reward|engag|energi)\w* me\b",
    rf"\b(?:(?:{FIELD}|{JOB}|it) (?:has |have |had |is |was )?(?:lost|losing) {_SPARK}|(?:lost"
    rf"|losing) {_SPARK} for me)\b",
)
_NO_JOY = (
    r"\bi (?:\w+ )?(?:no longer|do not|never) (?:\w+ )?get (?:much|anything) out of (?:my|this|the) (?:\w+ )?"
    r"(?:job|work|role)\b",
    r"\bi (?:just |really |\w+ly )?(?:no longer|do not|did not|can not|have stopped|stopped|never) (?:really "
    r"|even |\w+ly )?(?:enjoy(?:ed|ing)?|like|love|loving|liking|car(?:e|ing) about|look(?:ing)? forward to"
    rf"|get (?:much|any) (?:joy|pleasure|satisfaction|fulfilment|meaning) (?:out of|from)|see myself (?:doing"
    rf"|staying|in|working)) (?:{FIELD}"
    rf"|{JOB}|what i do|it any ?more|coming|going in|this(?=[.,;!]|$| any ?more)|{_DOING})(?! (?:form|screen|tool"
    rf"|app|default|button"
    r"|design|page))",
    r"\bi (?:have )?(?:just |long since )?(?:stopped|quit) (?:caring|learning|growing|enjoying|trying"
    r"|believing)(?=[.,;!]|$| (?:here|about (?:my|the (?:job|targets|company))|years?|long|a (?:year|long)"
    r"|in my|anything|at work|two|three))",
    r"\bi (?:have |had )?(?:fallen|fell) out of love with\b",
    r"\bi (?:have |had )?(?:lost|been losing|am losing) (?:all |my |any |all my |the )*+(?:passion|interest"
    r"|motivation|enthusiasm|spark|joy|drive|appetite|will)(?: (?:for|in|to work|to go)\b|[.,]|$)",
    r"\bi do not want to (?:\w+ )?(?:do|be|spend|stay|work|keep|answer|pick|drive"
    r"|pack) [\w ',-]{0,40}?(?:any ?more|forever|for the rest of|(?:my|the) (?:whole|entire|rest)"
    r"|all my life|until i retire|when i am \d+|at (?:50|fifty|60|sixty)|any longer)",
)
_FLAT_IN_AN_APP = r"(?! ?\b(?:stuck|frozen|low|not (?:moved|changed|increased|improved)))"
_PAY = (
    r"\bmy (?:own )?(?:pay|salary|wages?|bonus|compensation|pay ?check|commute|workload|work-life balance|raises?"
    rf"|benefits|contract) (?:is|are|has|have|was|were|has been|have been) (?:been )?{ADVERBS}{_FLAT}\b",
    r"\bmy (?:own )?(?:hours|shifts?|rota|roster|schedule) (?:is|are|has|have|was|were|has been"
    rf"|have been) (?:been )?{ADVERBS}{_FLAT_IN_AN_APP}{_FLAT}\b",
    r"\bthe (?:pay|money|salary|wages?|hours) (?:here |in \w+ |in the \w+ )?(?:is|are|has been|have been|was"
    rf"|were) {ADVERBS}{_FLAT}\b",
    r"\b(?:pays?|paid) (?:(?:me|us|people|staff) )?(?:\w+ly )?(?:peanuts|a pittance)\b",
    r"\b(?:pays?|paid) (?:me|us|people|staff) (?:\w+ly )?(?:nothing|next to nothing|too little|badly|poorly)\b",
    rf"\b(?:(?:i|we) (?:am|are|was|were|get|got|have been) (?:\w+ )?paid|(?:{FIELD}|{JOB}|it) pays)"
    r" (?:\w+ly )?(?:nothing|next to nothing|too little|badly|poorly)\b",
    rf"\bi {ADVERBS}(?:want|need|deserve|am looking for|am after|could use|hope for"
    r"|am hoping for)(?: \w+)? (?:better|more|higher|decent|saner|normal|regular) (?:pay|money|salary|hours"
    r"|work-life balance|wages|respect|recognition|shifts)\b",
    r"\bi (?:have not|never|did not|have never|do not) (?:\w+ )?(?:had|got|gotten|get|seen|received|earn"
    r"|earned) (?:a |any |enough ?)*(?:pay )?(?:raise|rise|promotion|recognition|thanks"
    r"|(?<=enough )money|(?<=any )money|credit(?! (?:note|card|memo|on|from|back|for the)))\b",
)
_BOSS = (
    r"\b(?:my|our) (?:\w+ )?(?:boss|bosses|(?<!product )manager|(?<!product )managers|supervisor|supervisors"
    r"|employer|company|team lead|shift lead|line manager|director|firm|team leader|head of \w+) (?:\w+ly "
    rf"|just |also |still |constantly |always )*+{_BAD_BOSS}\b",
    r"\bmicromanag(?:es|ed|ing) (?:me|everything|everyone|us|my)\b",
    r"\bmicromanaged\b",
)

_SPEAKER = re.compile(r"\b(?:i|i'd|i'll|me|my)\b")


def _is_of_the_speaker(_: Reading, sentence: Sentence, found: re.Match[str]) -> bool:
    return bool(_SPEAKER.search(sentence.text))


RULE = Rule(
    name="dissatisfaction",
    level=Level.ERROR,
    scope=Scope.SENTENCE,
    question="Running from what?",
    message="It may sound like leaving something rather than wanting this.",
    fix="Cut it, or tell what you saw on the day you felt that: the observation carries the same point.",
    source='Source thread: "observed gaps rather than career dissatisfaction"; starhr.com, status.net.',
    must_flag=(
        "I'm tired of being the one who re-sorts the trolleys.",
        "Dispatch has become a dead end for me.",
        "My salary has been frozen since 2022, so I'm looking.",
        "im so done with night shifts tbh",
        "Burnt out after three winters on the grid desk, I need something else.",
        "I can't take another Christmas in the sorting hall.",
        "My boss never listens.",
        "There is nowhere left to go in billing for someone like me.",
        "I no longer enjoy my job.",
        "It's a rat race on the ward and I want out.",
        "The phones wore me out, so I'm moving on.",
        "I am looking around because this hotel will never pay more.",
        "This job broke me.",
        "Ops is a hamster wheel for me.",
        "I've had enough of being shouted at by passengers for things I can't fix.",
        "I'm fed up with my rota and the people who write it.",
        "After nine years of chargebacks my brain is going to waste.",
        "No one at this airport ever thanks us, and I need to leave.",
        "My supervisor treats the claims desk like dirt, so I'm off.",
        "The daily grind got to me.",
        "I'm sick of the pager deciding when I sleep.",
    ),
    must_pass=(
        "The retry job bored through the whole backlog.",
        "Patients were fed up with the second form.",
        "I'm not doing this because I'm underpaid.",
        "I was frustrated that the portal lost the flat number, so I counted how often.",
        "The pallet was stuck in the lift for an hour.",
        "The drivers hate the new map, and I can show you why.",
        "The trolley lane is a dead end after gate 4.",
        "Our stock was exhausted by Tuesday.",
        "A tired battery reads as an empty shelf.",
        'One driver wrote "I hate this job" under the survey.',
        "I got tired of guessing and built a tally.",
        "The scanner broke me out of the session twice.",
        "I am looking around the yard for the missing pallet every night.",
        "Support called it a rat race between two cron jobs.",
        "The ward printer is a nightmare to load, so nurses write the wristbands by hand.",
        "I am stuck in the stairwell with the trolley each time lift 2 fails.",
        "My shift starts at six, and the handover sheet is invisible here until seven.",
        "I stopped believing the bed board after I found nine ghosts on it.",
        "Callers get stuck here: the menu has no way out to a person.",
        "The dialler broke me off in the middle of eleven calls, each at two minutes.",
        "I have had enough chats to know that the third question is where people leave.",
        "I was counting the hours until the batch closed, and 40 refunds missed it.",
        "I am done with this batch by four, and the bank still closes at three.",
        "The payout screen is a dead end for me once the bank code is wrong.",
        "I am looking around the belt for bag tags at the end of every bank of flights.",
        "De-icing is a grind when two stands share one truck; I timed 31 departures.",
        "Passengers told us it was hell in the queue here, and I timed 52 minutes.",
        "Reviewers called the appeal form a hamster wheel, since each answer reopened the case.",
        "We escalate exploitation cases to the night team within the hour.",
        "I read despair in a hundred messages and routed each to the crisis team.",
        "Our team removes torture images within minutes, but the hash list is a day old.",
        "The daily grind of coffee beans wakes the guests above the kitchen.",
        "Our hotel company is invisible on the map to anyone who arrives by the service road.",
        "I am done with the room list at two, yet the system frees the rooms at four.",
        "There was no room for growth in the rack plan, so the fourth line of boots stood in the aisle.",
        "Stuck in the dock door again, my pallet jack lost its wheel.",
        "My boss holds the only key to the cage, so night orders from it wait until eight.",
        "Our shift packs for a prison whose address has no street.",
        "Support called it a treadmill: each fix reopened the last ticket.",
        "I do not like this field: it takes a date and throws the time away.",
        "I can't take another call while the wrap-up screen is open, so the queue rings on.",
        "I cannot handle one more parcel per tote than the scale allows.",
        "I was passed over to three departments when I rang our own helpline.",
        "I got treated like a new guest each time I opened the booking tool as a test.",
        "I am just a number in your queue, one caller said.",
        "The new gate plan drained me of two dispatchers every Friday.",
    ),
    check=finds(
        *_FEELS,
        *_LEFT_OUT,
        *_MORE_FEELINGS,
        *_MISERABLE_JOB,
        *(Phrase(each, allows=_is_of_the_speaker) for each in _IDIOMS),
        *_TIRED,
        *_SPENT,
        *_ABOUT_THE_JOB,
        *_STUCK,
        *_WANTS_OUT,
        *_NO_FUTURE,
        *_BAD_JOB,
        *_PAY,
        *(Phrase(each, is_negatable=False) for each in (*_HATES, *_CAN_NOT_BEAR, *_ENOUGH, *_NO_JOY, *_BOSS)),
        never=(
            *SAID_BY_OTHERS,
            r"\b(?:done|finished|through) (?:with|at|in|on|doing|working|picking) [^.;]{0,40}?\b(?:by|at|before|until)"
            r" (?:\d|noon|midnight|lunch|half|quarter|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
            r"|twelve)\b",
            r"(?<!\bin )(?<!\bof )(?<!\bwith )(?<!\bleave )(?<!\bquit )\b(?:the|this|that|a|each"
            r"|every) (?:\w+ )?field\b",
            r"\bthe money (?:is|was|has been) (?:\w+ )?(?:stuck|frozen|low|not moved)\b",
            r"\b(?:tired|sick|fed up|bored|weary)\b[^.;]*?,? (?:so|and|until) i (?:\w+ )?(?:count|built|build"
            r"|wrote|measur|logg|timed"
            r"|sampl|tagg|made a|start(?:ed)? (?:a|count|log|writ|tim|measur|tagg))\w*",
            r"\b(?:bored|exhausted) (?:through|one|during|holes?|into)\b",
            r"\bbored (?:by|with|of) (?:the|a|an|its) (?:report|meeting|talk|demo|slides?|paper|figures?|lecture"
            r"|movie|book|numbers?|result|form|log|dashboard|training)\w*",
            r"\b(?:the|a|an|any|that|each|every) (?:[\w-]+ ){1,3}?(?:is|are|was|were|gets?|got"
            r"|feels?) (?:\w+ )?(?:exhausting|broken|terrible|awful|horrible|stale|repetitive|boring"
            r"|a (?:nightmare|joke)|hell|dull|tedious) (?:for (?!me\b)|when|to|on|at|if|with|because|in)",
            r"\bstuck (?:on|behind|between|with) (?:a |the |an )?\w+",
        ),
    ),
)
