"""The words by which a bare story is told apart into moment, size, belief, option and deed."""

from __future__ import annotations

import re

MONTH = r"(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|il|e|y|ust|ember|tember|ober)?\b"
TIME_WORDS = r"(?:day|days|night|nights|morning|afternoon|evening|week|weeks|weekend|month|months|hours?|minutes?)"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
EVENT = (
    r"(?:launch|go-?live|going live|roll-?out|release|migration|cut-?over|switch-?over|switch|upgrade|update|outage"
    r"|incident"
    r"|strike|storm|heat ?wave|snow|flood|blackout|power cut|audit|recall|merger|inspection|pilot|freeze|drill|close"
    r"|closing|eclipse|match|game|cup|derby|marathon|summit|visit|tour|exams?|break|ceremony|trial|demo|beta"
    r"|promotion|promo|campaign"
    r"|giveaway|hurricane|typhoon|earthquake|fire|evacuation|lockdown|pandemic|handoff|takeover|renovation"
    r"|relocation|walk-?out|rally|hearing"
    r"|year-end|month-end|quarter-end|election|festival|fair|tournament|final|concert|parade|sale|move|opening"
    r"|relaunch|redesign|rebrand|deployment|deploy|patch|change|new \w+(?: \w+){0,2})"
)
NOT_HABIT = r"(?<!every )(?<!each )(?<!most )(?<!any )(?<!all )(?<!some )(?<!many )(?<!given )(?<!to )(?<!after )"
MOMENT = re.compile(
    r"\b(?=\w)(?:"
    # Months, with or without a day; 'may' and 'march' only where they cannot be verbs.
    rf"{NOT_HABIT}\b{MONTH}"
    r"|\b(?:in|on|of|since|by|until|from|before|after|during|early|late|mid|last|this|that|next|the)[ -](?:early "
    r"|late |mid-?)?"
    r"(?:may|march|mar)\b(?! (?:be|have|not|well)\b)"
    # Weekdays of one week.
    rf"|{NOT_HABIT}\b{WEEKDAY}\b(?!s)"
    # Named days.
    rf"|{NOT_HABIT}\b(?:black friday|cyber monday|cyber week|christmas|xmas|boxing day|easter|thanksgiving"
    rf"|new year(?:'s)?"
    r"(?: eve| day)?|diwali|ramadan|eid\b|halloween|valentine'?s(?: day)?|mother'?s day|father'?s day|singles'? day"
    r"|prime day|labou?r day|memorial day|bank holiday|independence day|super bowl|golden week|election (?:day|night)"
    r"|carnival|passover|pentecost|midsummer|hanukkah|holi\b|bastille day|king'?s day)"
    # A season of one year.
    rf"|(?<!every )\b(?:last|this|that|in(?: the)?|early|late|mid|the)[ -](?:early |late )?(?:spring|summer|autumn"
    rf"|winter|fall)\b"
    r"(?! (?:off|back|short|through|behind|apart|when|where))"
    # Counted from a day or an event.
    r"|\b(?:yesterday|last (?:week|month|quarter|night|weekend|shift)|this (?:week|month|morning|quarter))\b"
    rf"|\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the) (?:\w+ )?{TIME_WORDS} "
    r"(?:ago\b|(?:after|before|into|following) (?:the|our|we|go|launch|release|it|that|its|their|roll|cut|\d|(?:mon"
    r"|tues|wednes|thurs|fri|satur|sun)day"
    r"|christmas|easter|migration))"
    rf"|\bthe (?:very |same |first |second |third |last |next )?{TIME_WORDS} (?:of (?:the|our|\d|my|a)|after|before"
    rf"|when|that"
    r"|we (?:launch|switch|went|move|ship|start|open|cut|roll)|the|it (?:launch|went|ship)|our)\b"
    rf"|\b(?:on|in|during|for) the (?:first|second|third|opening|launch) {TIME_WORDS}\b"
    rf"|\b(?:launch|go-?live|release|opening|cut-?over|migration|rollout|peak|election|payroll|deploy) (?:day|night"
    rf"|week|weekend"
    r"|morning|monday|friday)\b"
    # A release or an event of its own.
    rf"|{NOT_HABIT}(?:during|after|since|at|with|on|before|until) (?:the|our|its|that) (?:\w+ ){{0,3}}?{EVENT}\b"
    r"|\b(?:after|since|before|at|on) (?:go-?live|cut-?over)\b"
    r"|\bat (?:the )?(?:year|month|quarter|season)[- ]?(?:end|close|start)\b|\bon the \d{1,2}(?:st|nd|rd|th)\b"
    r"|\b(?:half-term|exam week|results day|payday)\b"
    r"|\bon my (?:first|second|third|last) (?:day|night|shift|week|round|weekend)\b"
    r"|\b(?:version|release|build|sprint|week|ticket|incident) \d|\b\d+\.\d+(?:\.\d+)? (?:release|rollout|update)"
    r"|\b(?:when|once|after|as soon as) (?:the|our|we|they|it) (?:\w+ ){0,4}?(?:launched|was updated|were merged"
    r"|was merged|went live|rolled out|shipped"
    r"|switched (?:to|over|on|off)|migrated|was (?:launched|released|rolled out|introduced|switched on|replaced)"
    r"|came in"
    r"|moved to|opened)\b"
    r")"
)
SEASONED = re.compile(r"\b(?:always|usually|often|every|each|whenever|typically|normally|tend|generally)\b")
SEASON = re.compile(r"\b(?:spring|summer|autumn|winter|fall)\b")
CLOCK = re.compile(
    r"\d{1,2}(?:[:.]\d\d){0,2} ?(?:[ap]\.?m|o['’]?clock)?|[a-z -]+(?:\d\d?)?|\d+/\d+|(?:19|20)\d\ds", re.IGNORECASE
)
QUARTER = re.compile(r"\b[QH][1-4]\b")
SUPPOSED = re.compile(
    r"\b(?=\w)(?:"
    r"\b(?:(?:would|could|might)(?! not (?!have))(?! (?:see|hear|tell|watch|count|only)\b)|i'd|we'd|option"
    r"|alternative|trade-?off|in exchange|cheaper|the price|possible|instead"
    r"|thinkable|conceivable|doable|at the (?:price|cost|expense|loss) of|costs (?:us |each |every |one |a |an "
    r"|more|about|some|only)|proposed|suggested"
    r"|if (?:we|they|i|it|you) )"
    r")"
)
"""Said of what could have been: a figure beside it is no size of what was."""
HABITUAL = re.compile(r"(?:would|could|might) (?!have\b|also have\b|be\b)")
OTHERS_BEFORE = re.compile(
    r"\b(?:he|she|they|you|everyone|everybody|people|(?:the |our |most |some |many )?(?:customers?|patients?"
    r"|nurses?|drivers?"
    r"|colleagues?|users?|buyers?|guests?|staff|pickers?|agents?|passengers?|sellers?|doctors?|callers?|crews?"
    r"|clerks?|couriers?"
    r"|parents|tenants|students|riders|visitors|merchants|families))(?: \w+ly| then| always| often| still| just)* $"
)
OPTION = re.compile(
    r"\b(?=\w)(?:"
    r"\binstead\b|\brather than\b"
    r"|(?<!nobody )(?<!no one )(?<!none )(?<!who )(?<!so they )(?<!so we )(?<!so i )(?<!hardly )(?<!how i )"
    r"(?<!knew it )(?<!knew this )(?<!knew that )(?<!said it )(?<!told them it )(?<!thought it )(?<!sure it )"
    r"(?<!that it )(?<!when it )(?<!whether it )(?<!if it )"
    r"\b(?:would|could|might|should)(?! not (?!have))(?! only\b| as well\b)(?: not)?(?: also| instead| simply| just"
    r"| easily| still| both| probably| then)*"
    r" (?!fail|break|happen|go wrong|jam|hurt|collapse|crash|never|see\b|hear\b|tell\b|come back|cause|backfire"
    r"|blow|be (?:a (?:problem|mess)|trouble|late|wrong))"
    r"(?!have (?:told|been (?:prevented|avoided|worse|better known|foreseen)|known|guessed|seen it|said|predicted"
    r"|sworn))(?!be (?:nice|great))\w+"
    r"|\bi'd (?:have )?(?:chosen|choose|put|add|ask|start|have|let|make|ship|keep|pick|prefer|send|set|hold|cap"
    r"|test|drop|move)"
    r"|\boptions?\b|\balternatives?\b|\b(?:other|another|better|different|simpler|cheaper|quieter|safer) (?:choice"
    r"|way|route|design|path"
    r"|solution|fix|approach|answer|idea)\b|\bcheaper\b|\bmy (?:choice|proposal|suggestion|fix|preference)\b"
    r"|\b(?:i|we) (?:\w+ly |also |had )?(?:proposed|suggested|recommended|argued for|asked for|pitched|pushed for)\b"
    r"|\b(?:ought to|had it been|if it had|better to|simpler to|cheaper to|enough to have)\b|\b(?:was|were|is"
    r"|are) (?:possible|on the table|available|within reach|feasible|thinkable|conceivable|doable|worth trying)\b"
    r"|(?:^|(?<=[.!?;] ))(?!during\b|according\b|morning\b|evening\b|nothing\b|everything\b|something\b|being\b"
    r"|having\b|looking\b|going\b)[a-z-]+ing (?!i\b)(?:(?! i\b)[^.;!?])*?\b(?:means|takes|costs|needs|loses|lets"
    r"|keeps|hides|slows|leaves|trades|asks|wastes|gives|makes|saves|helps|adds|raises|risks|spares|is|does)\b"
    r"|(?:^|(?<=[.!?;] ))(?:an? )?(?:(?:wider|bigger|smaller|longer|shorter|simpler|slower|faster|later|earlier"
    r"|larger|lower|higher|tighter|looser|softer|stricter|second|third|separate|spare"
    r"|extra|plain|manual|daily|weekly|hourly|live|better|different|fewer|more|less)) (?:[\w-]+ ){1,3}?(?:takes?"
    r"|costs?|needs?|means?|slows?|adds?|risks?|gives?|makes?|saves?|helps?|leaves?|hides?|lets?)\b"
    r"|\btrade-?offs?\b|\bin exchange\b|\bat the (?:price|cost|expense|loss) of\b|\bthe price (?:is|was|would|being"
    r"|of that)\b"
    r"|\bone (?:more|extra) (?:field|tap|step|click|line|question)\b|\bwe (?:weighed|considered)\b"
    r")"
)
FIRST_PERSON = re.compile(
    r"\b(?:i|i'd)(?: \w+ly| also| then| had| have| already| first| even| just| never| always| still)* (?P<verb>[a-z-]+)"
)
NO_DEED = frozenset(
    [
        "am",
        "was",
        "were",
        "be",
        "been",
        "have",
        "had",
        "has",
        "do",
        "did",
        "can",
        "could",
        "would",
        "will",
        "should",
        "may",
        "might",
        "must",
        "want",
        "wanted",
        "wish",
        "hope",
        "hoped",
        "think",
        "thought",
        "feel",
        "felt",
        "know",
        "knew",
        "believe",
        "believed",
        "guess",
        "love",
        "loved",
        "hate",
        "hated",
        "like",
        "liked",
        "saw",
        "see",
        "seen",
        "heard",
        "hear",
        "remember",
        "work",
        "worked",
        "learned",
        "learnt",
        "learn",
        "understand",
        "understood",
        "realised",
        "realized",
        "realise",
        "realize",
        "enjoy",
        "enjoyed",
        "need",
        "needed",
        "mean",
        "spent",
        "became",
        "joined",
        "belong",
        "got",
        "get",
        "not",
        "live",
        "lived",
        "care",
        "cared",
        "decided",
        "the",
        "a",
        "an",
        "to",
        "no",
        "my",
        "so",
        "really",
        "that",
        "this",
        "it",
    ]
)
"""What is no deed of one's own in a story."""
GROUP = re.compile(
    r"(?<!way )(?<!what )(?<!how )(?<!which )(?<!one )\b(?:we|(?:our|the|my|whole|entire) (?:\w+ )?(?:team|crew"
    r"|squad|group|department|shift|unit|colleagues|people|folks|desk"
    r"|staff|lot))"
    r"(?: all| then| also| always| never| just| quickly| usually| often| finally| eventually| only| both| \w+ly"
    r"| had| have)* "
    r"(?P<verb>(?!could\b|would\b|should\b|might\b|may\b|can\b|will\b|are\b|were\b|was\b|is\b|of\b|who\b|that\b"
    r"|in\b|at\b|on\b|and\b"
    r"|for\b|to\b|with\b|wear\b|wears\b|not\b|want\b|got\b|get\b|did\b|do\b|call\b|called it)[a-z-]+)"
)
SOURCE = re.compile(
    r"\b(?=\w)(?:"
    r"\b(?:ledgers?|logs?|logbook|log-?file|invoices?|reports?|sampled?|samples|sampling|stopwatch|exports?|audits?"
    r"|audit trail"
    r"|tall(?:y|ies|ied)|spreadsheets?|sheets?|dashboards?|quer(?:y|ies|ied)|registers?|roster|rota|timesheets?"
    r"|time sheets?"
    r"|statements?|receipts?|records|recordings?|meters?|metering|scada|telemetry|tracker|tracking data|crm|erp"
    r"|database|minutes of"
    r"|manifests?|scan (?:data|history)|timestamps?|payroll|bank file|books|accounts|p&l|monitoring|metrics?|analytics"
    r"|a/b test|control group|survey|ticket (?:system|counts?|tags)|complaints file|incident file|billing (?:system"
    r"|run)"
    r"|i (?:\w+ly )?(?:counted|timed|sampled|measured|tagged|tallied|clocked|weighed|matched|traced|totted|added up"
    r"|sorted"
    r"|compared|checked all|audited|recounted|logged|tracked|listed|graphed)"
    r"|(?:according to|by|per|from) (?:the |my |our |their )?(?:\w+ ){0,2}?(?:count|figures?|numbers|data|system"
    r"|list|file|books"
    r"|history|trail|calculation)"
    r"|(?:finance|accounting|accounts|the auditors?|billing|treasury|controlling|the controller|the bank|payroll"
    r"|procurement|the (?:\w+ )?run)"
    r" (?:\w+ )?(?:reversed|booked|confirmed|reported|wrote off|refunded|put it|counted|calculated|paid|told"
    r"|credited|billed|charged|says|said|has it|estimated|worked out))\b"
    r")"
)
"""What names where a figure comes from."""
FROM_WHERE = re.compile(
    r"(?: \w+){0,3}?,? (?:by|per|from|according to|out of) (?:the|my|our|their|its)\b(?! (?:end|time|evening"
    r"|morning|weekend|next|same|hour|start|beginning|first|day"
    r"|moment|launch|minute|second|last|fact|way)\b)"
)
"""Right after a figure: 'by the refund run'."""
CLAUSE_END = re.compile(
    r"[.!?;:](?=\s|$)|,(?=\s)|\s[—–-]\s|\b(?:but|which|because|when|while|where|since|though|although|until)\b"
    r"|\band (?=(?:i|we|the|it|our|they|my) )"
)
COMPANY = re.compile(
    r"\bi (?:\w+ly )?(?:rode|asked|spoke|talked|sat|walked|met|went|worked|interviewed|told|wrote|mailed|rang|stood"
    r"|stayed"
    r"|shadowed|followed|sent)\b|\bcolleagues?\b|\bof us\b"
)
WOULD = re.compile(
    r"\b(?=\w)(?:"
    r"\b(?:would|could|might)(?! not (?!have))(?! (?:see|hear|tell|watch|count"
    r"|only)\b)(?! have (?:been (?:prevented|avoided)|told))"
    r"|\bat the (?:price|cost|expense|loss) of\b|\bin exchange\b|\b(?:was|is) (?:possible|thinkable|conceivable"
    r"|doable|feasible|an option"
    r"|the (?:alternative|option)|the (?:other|cheap|cheaper|safe|simple) \w+)\b"
    r")"
)
"""Once this is said, the rest of a sentence tells what could have been."""
PARAMETER = re.compile(
    r"\b(?:(?:limit|cap|maximum|minimum|threshold|team|crew|group|staff|desk|shift) (?:of|was|is|at)|set (?:to|at)"
    r"|limited to|capped at)"
    r"(?: about| only| just)? [$€£]?$"
)
"""Before a figure that is a setting, or the size of the team."""
SET_TIME = re.compile(
    r" (?:shift|day|week|window|clock|format|desk|service|operation|slot|limit|timeout|timer|interval|rule|lock"
    r"|hold|delivery)"
)
SPANS = re.compile(
    r"(?:shifts?|evenings?|mornings?|afternoons?|weekends?|nights?|days?|weeks?|visits?|examples?|meetings?"
    r"|options?"
                    r"|stories|launches|versions?|times?|nights|sentences?|pages? long|lines?|emails?|mails?"
                    r"|ways)\b")  # fmt: skip
