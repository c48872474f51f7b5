"""The speaker's own bad feeling about job, employer, field, pay, hours or boss, given as a motive.

Source: the thread this program comes from: "Frame your narrative around observed gaps rather than career
dissatisfaction", with "bored with ops" as the line to avoid. Recruiters say the same (starhr.com, status.net); a
guide to changing careers tells of talks lost to a long account of why the old job was bad (sirjohnnymai.com).
Practitioners' opinion, not measurement.
"""

from __future__ import annotations

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.gates import ADVERBS, FIELD, I_AM, JOB, START, Phrase, finds
from pivot_journal.coach.rule import Rule

_MINE = rf"(?:{FIELD}|{JOB})"
_DOING = (
    r"(?:being|doing|working|cleaning|chasing|putting|fixing|answering|picking|taking|dealing|covering|getting|having"
    r"|coming|going|spending|sitting|standing|handling|firefighting|fighting|explaining|running|staring|apologi[sz]ing)"
)
_BAD = (
    r"(?:toxic|boring|dull|dead[- ]end|soul[- ](?:destroying|crushing|sucking)|draining|thankless|repetitive|monotonous"
    r"|tedious|going nowhere|unbearable|miserable|stagnant|stale|mind[- ]numbing|meaningless|pointless|exhausting|awful"
    r"|terrible|horrible|a nightmare|hell|a joke|unrewarding|unfulfilling|a grind|a treadmill|poisonous|broken)"
)
_FLAT = (
    r"(?:flat|frozen|low|bad|terrible|awful|a joke|rubbish|crap|poor|pathetic|lousy|brutal|insane|crazy|unsocial"
    r"|antisocial|stagnant|stuck|too (?:long|low|much|little|high)|a disgrace|insulting|killing me|ruining \w+"
    r"|not (?:moved|gone up|changed|increased|budged|improved|risen|great|good|enough|sustainable))"
)
_BAD_BOSS = (
    r"(?:micromanag\w+|takes? (?:all )?(?:the |my )?credit|bull(?:y|ies|ied)|shouts?|yells?|screams?|belittles?"
    r"|plays? favou?rites|holds? me back|held me back|blocks? (?:me|my)|ignores? (?:me|my)|undermines?"
    r"|(?:never|does not|do not|will not|did not|has never|have never|refuses? to) (?:\w+ )?(?:listens?|listened"
    r"|appreciates?|appreciated|supports?|backs?|promotes?|promoted|values?|valued|thanks?|thanked|lets? me|give me"
    r"|gives me|recogni[sz]es?|cares?|respects?|trusts?|notices?|invest)"
    r"|(?:is|are|was|has become|can be) (?:\w+ )?(?:a (?:bully|nightmare|jerk|micromanager|tyrant|control freak|pain)"
    r"|toxic|useless|terrible|awful|horrible|incompetent|impossible|abusive|clueless))"
)

_SPARK = r"(?:its|all its|its old) (?:spark|shine|appeal|charm|magic|sparkle|lustre|luster|meaning|thrill|glamour)"

_FEELS = (
    rf"{I_AM}(?<!easily )(?:bored(?! (?:easily|quickly|fast|after|every))|fed up|burn(?:t|ed|ing) ?-?out"
    r"|miserable|disillusioned|jaded|demotivated|unfulfilled|undervalued"
    r"|underpaid|under-?appreciated|unappreciated|overworked|stagnating|stagnant|going nowhere|pigeon-?holed"
    r"|under-?challenged|unchallenged|under-?used|under-?utili[sz]ed|restless in|checked out|at the end of my (?:rope"
    r"|tether)|drowning in|suffocating|rotting|languishing|wasting away|withering|dying inside|resentful|bitter"
    r"|at breaking point|at my limit|not (?:\w+ )?(?:growing|learning|challenged|happy (?:here|in|at|with my|doing)"
    r"|fulfilled|appreciated|valued|paid (?:enough|well|fairly|what)|going anywhere|getting anywhere|enjoying))\b"
)
_MORE_FEELINGS = (
    r"\bi (?:do not|did not|never|no longer|have never) (?:really |even |\w+ly )?(?:feel"
    r"|felt) (?:\w+ly )?(?:valued|seen|heard|appreciated|respected"
    r"|challenged|supported|motivated|safe|fulfilled|recogni[sz]ed|at home|useful here|part of)"
    r"|\b(?:i|we|me|us|staff|ops) (?:\w+ ){0,3}?(?:treated|treats?) (?:\w+ )?(?:like|as) (?:a |an |mere |so many "
    r"|just )*+(?:machines?|dirt|numbers?|robots?"
    r"|child(?:ren)?|furniture|second[- ]class|nobod(?:y|ies)|rubbish|slaves?|servants?|cogs?|trash|cattle|cost)"
    r"|\bi (?:am |feel |felt |was )(?:like )?(?:just |only |nothing but )?(?:a|another) (?:cog|robot|number"
    r"|hamster|zombie|dinosaur|machine)\b"
    r"|\bmy (?:talents?|skills?|degree|potential|brain|education|ideas|life|twenties|thirties|time|energy) (?:is"
    r"|are|was|were|go|goes|gets?)(?: being| all)? (?:wasted|unused|ignored|rotting"
    r"|to waste|slipping|going nowhere)|\bi am (?:\w+ly |just )?wasting (?:my|away)\b"
    r"|\bi (?:\w+ )?(?:deserve|was meant for|am meant for|am made for|was made for|want|need"
    r"|am worth) (?:more than this|something better|better than this|better|more from (?:work|my|life)"
    r"|more out of (?:work|my|life))\b|\bbetter than this (?:job|place)|\bnot what i signed up for\b"
    r"|\blife is too short\b"
    r"|\b(?:broke|breaks|wrecked|crushed|exhausted|drained|destroyed|burn(?:t|ed)|chewed|wore) me\b(?: (?:out|up"
    r"|down))?(?! (?:a|the|that|when|by|if)\b)"
    r"|\b(?:ruin(?:ed|s|ing)|wreck(?:ed|s|ing)|destroy(?:ed|s|ing)|hurt(?:s|ing)?|killing|costing|cost|eat(?:s"
    r"|ing) (?:up|into)?) ?(?:me )?my (?:sleep|health|life|marriage|sanity|back|weekends|family"
    r"|confidence|mental health|relationships?|spirit|soul|knees|evenings|social life)\b"
    r"|\bi am (?:\w+ )?(?:losing|about to lose|going to lose) (?:my (?:mind|sanity|patience with (?:my|this"
    r"|the job))|the will)\b"
    r"|\b(?:my|from|close to|near|suffer\w* from|heading for|facing|(?:edge|verge|brink) of"
    r"|recovering from) (?:\w+ )?burn-?out\b"
    r"|\b(?:cut|froze|slashed|docked|halved|capped) (?:my|our) (?:pay|salary|bonus(?:es)?|wages?|overtime)\b"
    r"|\b(?:no|zero|terrible|poor|bad|awful|lack of|better|what) work-life balance\b"
)
_LEFT_OUT = (
    rf"{START}(?:completely |utterly |totally |so |thoroughly |really )?(?:bored(?: stiff)?|fed up|burn(?:t"
    r"|ed)[ -]?out|worn (?:out|down)|exhausted|drained|underpaid|overworked"
    r"|undervalued|disillusioned|frustrated|unhappy|miserable)(?: (?:after|from|by|of|with|in|at|and|as|on)\b"
    r"|,)(?=[^.;]*\b(?:i|i'd|me|my)\b)"
)
_MISERY = (
    r"(?:dread\w*|miser(?:y|able)|invisible|treadmill|sinking ship|dead weight|hell|soul\w*|drudgery"
    r"|hamster wheel|rat race|rut|monotony|boredom|burn-?out"
    r"|hopeless|pointless|thankless|unappreciated|undervalued|underpaid|overworked|suffocat\w+|stifl\w+"
    r"|stagnat\w+|unfulfill\w+|demorali[sz]\w+|demotivat\w+"
    r"|exploit\w*|unbearable|humiliat\w+|degrading|nightmare|torture|prison|cage\w*|chains|resent\w*|despair"
    r"|no energy|no motivation|running on empty"
    r"|(?:the |a |complete )?lack of (?:growth|progression|challenge|recognition|respect|development|prospects"
    r"|variety|support|meaning)|no (?:interest in (?:people|staff|developing|training|us|my))"
    r"|(?:zero|no|little|never any) (?:recognition|respect|progression|variety|appreciation)|office politics"
    r"|the politics|makes? (?:me|every day|my life|each day|life)(?: \w+)? (?:sad|ill|sick|angry|miserable|cry"
    r"|hell|harder|worse|unhappy|want to))"
)
_MY_JOB = (
    r"(?:(?:my|this|the|our|a|current|present|here|in) (?:\w+ ){0,2}?(?:job|role|work ?place|work|career|boss"
    r"|(?<!product )manager|employer|company|pay|salary|hours|shifts?|rota|department|industry|position|team"
    r"|grade|pay band)"
    rf"|work\b(?! (?:order|station|bench|around))|what we do here|here\b|{FIELD})"
)
_MISERABLE_JOB = (
    rf"\b(?:i|my|me|we|our|i'd)\b(?:[\w' -]{{0,50}} )?{_MISERY}\b[\w' -]{{0,40}}?\b{_MY_JOB}"
    rf"|\b(?:my|our|this) (?:\w+ ){{0,2}}?(?:job|role|work|boss|(?<!product )manager|employer|company|shifts?"
    rf"|career|rota|workplace|industry|department)\b[\w' -]{{0,40}}?\b{_MISERY}\b"
    rf"|\bi (?:\w+ ){{0,3}}?{_MISERY}\b[\w' -]{{0,30}}?\b{_MY_JOB}|\bthere is (?:\w+ )?(?:zero|no"
    rf"|little) (?:recognition|respect|progression|appreciation|future|growth)\b[\w' -]{{0,30}}?\b(?:here|we|i|us"
    r"|me|my)\b"
    rf"|\b{_MISERY} (?:that |which |is what |is why |is the reason )*+(?:makes|made|is making|drives|drove|pushes"
    r"|pushed) me\b"
    r"|\bi am (?:\w+ly |so |just )*+(?:tired|exhausted|drained|frustrated|restless|weary"
    r"|worn out),? (?:[\w-]+,? (?:and )?){0,2}(?:underpaid|overworked|undervalued|done|ready to (?:go|leave|quit)"
    r"|bored|unhappy|stuck|fed up)"
    r"|\b(?:going|getting|headed|heading|got|went) nowhere\b(?=[.,!]|$| (?:fast|in my|with my|here"
    r"|at))(?<!is going nowhere)(?<!was going nowhere)|\bi (?:would|'d)? ?(?:leave|quit) tomorrow\b"
    r"|\bi'd (?:leave|quit) (?:tomorrow|today|in a heartbeat)"
    r"|\bi (?:never|hardly ever|barely|rarely|hardly) (?:get to )?see my (?:kids?|children|family|wife|husband"
    r"|son|daughter|friends|partner|girlfriend|boyfriend)\b|\b(?:sinking ship|rat race|hamster wheel"
    r"|daily grind)\b(?=.*)"
    r"|\b(?:only so (?:long|much|many)|how (?:long|much longer) (?:i|you|anyone)) (?:\w+ ){0,5}?(?:nights?"
    r"|shifts?|take|can (?:do|take|stand)|keep (?:doing|this))"
    r"|\bmakes? me (?:look|want to look|think about looking|dream of looking) (?:elsewhere|around"
    r"|for (?:a way out|something else))|\bi am (?:actively |already |now |quietly )?looking (?:elsewhere|around"
    r"|for the exit|for a way out|to get out)\b"
)
_TIRED = (
    rf"(?:{I_AM}|{START})(?:tired|sick(?: and tired)?|weary|sick to death) of (?!(?:course|not|guess|wonder|argu)\w*)"
)
_SPENT = (
    rf"{I_AM}(?:exhausted|drained|worn (?:out|down|thin)|ground down|wrung out|shattered|knackered)"
    rf"(?: (?:by|from|of|with|in|and (?:ready|want|need|looking)|after)\b|[.!]?$)"
)
_ABOUT_THE_JOB = (
    rf"{I_AM}(?:unhappy|frustrated|dissatisfied|disappointed|discouraged|annoyed|angry|disenchanted|stressed|depressed"
    rf"|uninspired|unmotivated|miserable|uncomfortable|tired|weary|exhausted|done|finished|through)(?: out)?"
    rf" (?:with|by|in|at|about|of|being in|working|doing) (?:{_MINE}|the (?:lack of|pay|hours|culture|politics|shifts"
    r"|stress|grind|way (?:i am|we are) treated)|how (?:little|much|badly|poorly|slowly|my|our|this|they|nobody"
    r"|rarely)\b(?=[^.;]*\b(?:company|boss|manager|employer|team|leadership|values?|valued|treats?|pays?|paid|ops"
    r"|operations|me|us)\b)|(?:bureaucracy|office politics|the commute)|how (?:i am|we are) "
    r"(?:treated|paid))"
)
_STUCK = (
    rf"(?:{I_AM}|{START})(?:stuck|trapped|wasted|held back|buried|boxed in|caught|confined)"
    r" (?:in (?!(?:a |the |an )?(?:\w+ )?(?:queue|traffic|lift|elevator|meeting|snow|loop|tunnel|mud|customs|jam"
    r"|door|gap|gate|rain|call)\b)(?:my |this |a )?[\w-]+(?= for\b|[.,;!]|$)"
    rf"|(?:in|at|on) (?:a rut|the same|{FIELD}|(?:my|this|a|an|these)(?: [\w-]+){{0,3}} (?:job|role|position|seat"
    rf"|desk|grade|level|place|company|team|career|field|cubicle|shifts?))|here\b|{_DOING}"
    r"|where i am|with no (?:way|room|path|future|prospects))|\btrapped in an? (?:\w+ ){0,2}(?:job|role|body|seat)\b"
)
_HATES = (
    rf"\bi {ADVERBS}(?:hate|hated|loathe|despise|dread|detest|resent|dislike|can not abide|have come to hate"
    r"|have grown to hate|am starting to hate|started to hate|started hating)(?: about)? "
    rf"(?:{_DOING}\b(?! (?:wrong|late with))|every (?:day|minute|shift|morning|monday|second|single (?:day|shift"
    r"|minute))"
    r"|it (?:here|there)|mondays?|(?:\w+ )?(?:weekends?|nights|evenings|shifts)\b(?= (?:on|at|in)|[.,!]|$)"
    r"|what (?:i|my job|this job)|where i|how (?:i am|little|they treat|my|our"
    r"|this (?:place|company|team)|badly|we are|everything here)|the thought of"
    rf"|{FIELD}\b(?! (?:screen|tool|app|menu|form|portal|page|system))|{JOB})"
)
_CAN_NOT_BEAR = (
    r"\bi (?:\w+ly |just |really |simply |honestly )*+(?:can|could) (?:no longer|not(?: \w+ly)?) (?:\w+ )?"
    r"(?:stand|face|take|stomach|bear(?! to (?:see|watch))|do|cope with|handle|deal with|imagine|go through|keep doing"
    r"|spend|see myself|tolerate|put up with|keep)"
    rf" (?:another|one more|any more|anymore|it any ?more|this any ?more|much more|this (?:job|place|work|anymore)"
    rf"|{_DOING}|staying|the (?:thought|idea|prospect) of|yet another|my (?:job|boss|manager|shifts|work)|{FIELD}"
    rf"|{JOB})"
)
_WANTS_OUT = (
    rf"\b(?:i {ADVERBS}(?:want(?:ed)?|need(?:ed)?|have(?: got)?|had|long(?:ed)?|am (?:\w+ly )?"
    r"(?:looking|desperate|dying|ready|itching|trying|hoping|planning|eager|keen)|can not wait|would love)"
    r"(?: (?:for )?(?:a|any|the|some)(?: \w+)? (?:way|exit|escape|ticket|route))?|and (?:i )?(?:want|need))"
    rf" (?:to (?:get|move|break) )?(?:out\b(?! of (?:the (?:way|box)|scope|stock|band))(?: of (?:{_MINE}|there))?"
    rf"|(?:to )?(?:escape|quit|leave|flee|ditch|get (?:away from|off|rid of))"
    rf" (?:{_MINE}|the (?:\w+ )?(?:floor|phones?|desk|rota|front ?line)|being|answering|chasing))(?=[ .,;!]|$)"
    r"|\b(?:do|give|pay) anything to (?:leave|escape|quit|get (?:out|away)|never)\b|\bi can not wait to (?:leave"
    r"|quit|be (?:out|gone|done)|get out|hand in|see the back)\b"
    r"|\bi (?:no longer|do not) want to (?:be (?:the (?:one|person|guy|woman|man) who|the (?:punchbag|dogsbody)"
    rf"|on call|in {FIELD}|at everyone)|do this|live like|work (?:here|there|nights|weekends|for|in {FIELD}))"
    r"|\bget me out\b|\b(?:my|a|the only) (?:way|ticket|escape route|exit) out (?:of (?:here|this|ops|support|my)"
    r"|for me)"
    r"|\bbefore i (?:completely |finally )?(?:lose my mind|burn out|go (?:mad|crazy|insane)|snap|quit)\b"
    r"|\bi need (?:a break|to get away|an escape|a rest|to escape) from\b"
)
_ENOUGH = (
    r"\bi (?:have|had) (?:\w+ )?(?:had|taken|seen) (?:it with|enough(?: of| for)|my fill of|just about enough)"
    r"|\bi have (?:\w+ )?had (?:quite )?enough(?=[.,!]|$)"
    rf"|\bi am (?:so |completely |just |really |totally |well |absolutely |officially )*+(?:done|through|finished)"
    rf" (?:with (?:{_MINE}|this|it all|it|being|the (?:night|late|early) \w+|{_DOING})|being|doing"
    r"|working)(?! (?:count|audit"
    r"|report|list|check|tally|analysis|project))"
    r"|\bi am (?:so|totally|completely|well and truly|just|beyond) over (?!(?:the )?(?:limit|budget|quota|target"
    r"|capacity))\w+"
    rf"|\bi am over (?:{FIELD}|it(?: all)?(?=[ .,;!]|$)|this (?:job|role|place)|being|doing|working)"
    rf"|\b(?:nights?|shifts?|weekends|peaks?|years? of [\w -]{{2,30}}) (?:is|are|was|were"
    r"|have been) (?:more than |quite )?"
    r"enough(?: for (?:me|anyone|one))?(?=[ .,;!]|$)"
)
_NO_FUTURE = (
    r"\b(?:no|not? (?:much|any|really any)|little|zero|nowhere near enough|lack of|without(?: any)?"
    r"|nothing like) (?:real |clear |more )?"
    r"(?:room (?:left )?(?:to (?:grow|move up|progress|develop|advance)|for (?:growth|me|progression|advancement))"
    r"|career (?:path|ladder|progression|growth|prospects)|path (?:up|forward) (?:for me|here|in)"
    r"|(?:growth|future|progression|prospects|promotions?|advancement|recognition|challenge|variety|development"
    rf"|opportunit(?:y|ies))(?: left)?(?: for me| here\b| for people like me| in (?:my|this)\b| in {FIELD}|,? so i\b))"
    r"|\bnowhere (?:left |else )?(?:to go|to grow|to move)(?: from here| up| for me| in| but|[.,]|$)"
    r"|\bnothing (?:left|more|new) (?:to learn|for me|to look forward to)\b"
    r"|\b(?:dead[- ]end|cul-de-sac|treadmill)(?: job| role| career| for (?:me|my career|anyone))"
    rf"|\b(?:{_MINE}) (?:is|feels|has become|was|became|feels like|turned into) (?:like )?a (?:dead[- ]end"
    r"|treadmill|trap"
    r"|prison|cage)\b"
    r"|\b(?:hit|reached|run into|bumped into|bumping into|hitting) (?:a|the|my|that)(?: \w+)? (?:ceiling"
    r"|plateau)\b(?! (?:fan|height))"
    r"|\bcareer (?:has |is |had |was )?(?:stall\w*|plateau\w*|stagnat\w*|stuck|stopped|going nowhere|dead|on hold)"
    r"|\bi (?:have |had )?(?:plateaued|stagnated|outgrown (?:my|this|the) (?:job|role|team|position|company))"
    r"|\bi (?:see|have|saw|can see) no (?:real )?(?:future|way up|path|prospects|way forward)\b"
    r"|\bi can not see (?:a|any) (?:future|way up|path)\b"
    r"|\b(?:i|we) (?:never|do not|did not|will never|am never going to) (?:ever )?(?:get|got|be|been) (?:promoted"
    r"|a raise|thanked)"
    r"|\bi (?:was|got|have been|had been|keep getting|keep being|am always) (?:\w+ )?(?:passed over|overlooked"
    r"|skipped over"
    r"|taken for granted|treated like)"
    r"|\b(?:nobody|no one) (?:\w+ ){0,4}?(?:appreciates|values|respects|thanks|notices|recogni[sz]es) "
    r"(?:me|us|what (?:i|we) do|my work|our work|ops|operations|support)\b"
    rf"|\b(?:no|not any|only one|the only) way (?:up|out)(?=[.,!]|$| (?:of|from|in) (?:{FIELD}|{JOB}|facilities"
    r"|here|my|this))(?<!the only way out of the)|\bcounting (?:down )?the (?:days|hours|minutes|weeks"
    r"|shifts) (?:until|till|to|left)\b"
    r"|\b(?:nobody|no one) (?:ever )?(?:says|said) (?:thanks|thank you|well done)\b"
)
_BAD_JOB = (
    rf"\b(?:{_MINE}) (?:\w+ )?(?:is|are|was|has been|has become|have become|became|turned|has turned|have turned"
    r"|feels?|got|gets|went)"
    rf" {ADVERBS}{_BAD}\b"
    r"|\b(?:culture|work ?place|work environment|team atmosphere|atmosphere|morale) (?:here |there )?(?:is|was"
    r"|has become|became|has turned|turned|feels?|has gone)"
    rf" {ADVERBS}(?:toxic|poisonous|terrible|awful|rotten|unbearable|sour|rock bottom|at rock bottom)"
    r"|\btoxic (?:culture|team|work ?place|environment|boss|manager|company|job|work|management|office|shift lead)"
    rf"|\b(?:{FIELD}|{JOB}|it) (?:has |have |had )?(?:bores|bored|drains?|drained|exhausts?|depress(?:es)?|kills?"
    r"|crush(?:es|ed)?"
    r"|suffocates?) me\b(?! (?:by|if|when the))"
    r"|\b(?:is|are|has been|have been) (?:slowly |really |just |\w+ly )?(?:killing|boring|draining|crushing"
    r"|exhausting|grinding|wearing|burning|"
    r"depressing|suffocating|breaking) me(?: down| out| up)?\b"
    r"|\b(?:grinds?|ground|wears?|wore|worn|burns?|burn[et]d?|burnt) me (?:down|out)\b"
    rf"|\b(?:{FIELD}|{JOB}|it|that) (?:has |have )?(?:stopped being|is no longer|was no longer|is not"
    r"|ceased to be|never was|was never) (?:\w+ly |really |even )?(?:interesting|challenging|fun|fulfilling"
    r"|rewarding|stimulating|exciting|enjoyable"
    r"|satisfying|sustainable|for me|enough for me|worth it)(?= (?:any ?more|to me|for me|enough|years ago"
    r"|a (?:long|year)|after|these days)|[.,!]|$)"
    rf"|\b{JOB} (?:\w+ )?(?:treats?|treated|exploits?|exploited|overworks?|underpays?|underpaid"
    r"|does not (?:\w+ )?(?:invest|care|value|pay|listen|appreciate|promote|look after)|never (?:\w+ )?(?:pays"
    r"|promotes|invests|thanks))\b(?! for (?:itself|the))"
    rf"|\b(?:{FIELD}|{JOB}|it|that) (?:no longer|does not|do not|has stopped|have stopped|stopped"
    r"|never) (?:really |even |quite )?"
    r"(?:challeng|excit|interest|motivat|fulfil|inspir|stimulat|satisf|reward|engag|energi)\w* me\b"
    rf"|\b(?:(?:{FIELD}|{JOB}|it) (?:has |have |had |is |was )?(?:lost|losing) {_SPARK}|(?:lost"
    rf"|losing) {_SPARK} for me)\b"
)
_NO_JOY = (
    r"\bi (?:just |really |\w+ly )?(?:no longer|do not|did not|can not|have stopped|stopped|never) (?:really "
    r"|even |\w+ly )?"
    r"(?:enjoy(?:ed|ing)?|like|love|loving|liking|car(?:e|ing) about|look(?:ing)? forward to|get (?:much"
    r"|anything|any joy) (?:out of|from)"
    rf"|see myself (?:doing|staying|in|working))"
    rf" (?:{FIELD}|{JOB}|what i do|it any ?more|coming|going in|this|{_DOING})(?! (?:form|screen|tool|app|default"
    r"|button|design|page))"
    r"|\bi (?:have )?(?:just |long since )?(?:stopped|quit) (?:caring|learning|growing|enjoying|trying"
    r"|believing)(?=[.,;!]|$| (?:here|about (?:my|the (?:job|targets|company))|years?|long|a (?:year|long)|in my"
    r"|anything|at work|two|three))"
    rf"|\bi (?:have |had )?(?:fallen|fell) out of love with\b"
    r"|\bi (?:have |had )?(?:lost|been losing|am losing) (?:all |my |any |all my |the )*+(?:passion|interest"
    r"|motivation|enthusiasm|spark|"
    rf"joy|drive|appetite|will)(?: (?:for|in|to work|to go)\b|[.,]|$)"
    r"|\bi do not want to (?:\w+ )?(?:do|be|spend|stay|work|keep|answer|pick|drive"
    r"|pack) [\w ',-]{0,40}?(?:any ?more|forever"
    r"|for the rest of|(?:my|the) (?:whole|entire|rest)|all my life|until i retire|when i am \d+|at (?:50|fifty"
    r"|60|sixty)|any longer)"
)
_PAY = (
    r"\bmy (?:own )?(?:pay|salary|wages?|bonus|compensation|pay ?check|hours|shifts?|rota|roster|schedule|commute"
    r"|workload|"
    r"work-life balance|raises?|benefits|contract) (?:is|are|has|have|was|were|has been"
    rf"|have been) (?:been )?{ADVERBS}{_FLAT}\b"
    r"|\bthe (?:pay|money|salary|wages?|hours) (?:here |in \w+ |in the \w+ )?(?:is|are|has been|have been|was"
    rf"|were) {ADVERBS}{_FLAT}\b"
    r"|\b(?:pays?|paid) (?:\w+ly )?(?:peanuts|nothing|next to nothing|too little|badly|poorly|a pittance)\b"
    rf"|\bi {ADVERBS}(?:want|need|deserve|am looking for|am after|could use|hope for"
    r"|am hoping for)(?: \w+)? (?:better|more|higher|decent|"
    r"saner|normal|regular) (?:pay|money|salary|hours|work-life balance|wages|respect|recognition|shifts)\b"
    r"|\bi (?:have not|never|did not|have never|do not) (?:\w+ )?(?:had|got|gotten|get|seen|received|earn"
    r"|earned) (?:a |any |enough ?)*(?:pay )?"
    r"(?:raise|rise|promotion|recognition|thanks|money|credit)\b"
)
_BOSS = (
    r"\b(?:my|our) (?:\w+ )?(?:boss|bosses|(?<!product )manager|(?<!product )managers|supervisor|supervisors"
    r"|employer|company|team lead|shift lead|line manager"
    rf"|director|firm|team leader|head of \w+) (?:\w+ly |just |also |still |constantly |always )*+{_BAD_BOSS}\b"
    r"|\bmicromanag(?:es|ed|ing) (?:me|everything|everyone|us|my)\b|\bmicromanaged\b"
)

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
    ),
    check=finds(
        *(
            _FEELS,
            _LEFT_OUT,
            _MORE_FEELINGS,
            _MISERABLE_JOB,
            _TIRED,
            _SPENT,
            _ABOUT_THE_JOB,
            _STUCK,
            _WANTS_OUT,
            _NO_FUTURE,
            _BAD_JOB,
            _PAY,
        ),
        *(Phrase(own, is_negatable=False) for own in (_HATES, _CAN_NOT_BEAR, _ENOUGH, _NO_JOY, _BOSS)),
        never=(
            r"\b(?:tired|sick|fed up|bored|weary)\b[^.;]*?,? (?:so|and|until) i (?:\w+ )?(?:count|built|build"
            r"|wrote|measur|logg|timed"
            r"|sampl|tagg|made a|start(?:ed)? (?:a|count|log|writ|tim|measur|tagg))\w*",
            r"\b(?:bored|exhausted) (?:through|one|during|holes?|into)\b",
            r"\bbored (?:by|with|of) (?:the|a|an|its) (?:report|meeting|talk|demo|slides?|paper|figures?|lecture"
            r"|movie|book|numbers?|result|form|log|dashboard|training)\w*",
            r"\b(?:the|a|an|any|that|each|every) [\w-]+ (?:is|are|was|were|gets?|got"
            r"|feels?) (?:\w+ )?(?:exhausting|broken|terrible|awful|horrible|stale|repetitive|boring"
            r"|a (?:nightmare|joke)|hell|dull|tedious) (?:for (?!me\b)|when|to|on|at|if|with|because|in)",
            r"\bstuck (?:on|behind|between|with) (?:a |the |an )?\w+",
        ),
    ),
)
