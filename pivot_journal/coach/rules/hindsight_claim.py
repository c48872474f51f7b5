"""Foresight that is claimed without a dated record from before the launch.

Source: the strongest account in the thread, of one who noticed months before and saw it launched anyway. True
foresight is the best card there is; a claimed one sounds like "told you so". A record written before the launch
counts, or a dated ticket, mail or log entry named in the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.gates import is_negated
from pivot_journal.coach.reading import Reading, Sentence
from pivot_journal.coach.rule import Circumstances, Hit, Rule
from pivot_journal.pitch.figures import Kind, figures

_EARLY = (
    r"(?:(?:\w+ )?(?:days?|weeks?|months?|years?|a year|long|well|way|far|right|even|shortly|just)?,? ?(?:before"
    r"|beforehand|earlier"
    r"|in advance|ahead of (?:time|launch|it|the)|prior to)\b|early on\b|from (?:day one|the (?:start|beginning"
    r"|outset|first day|get-?go))"
    r"|all along|at the time|back then|again and again|for (?:months|weeks|years|ages)|repeatedly|(?:many|several"
    r"|three|two) times"
    r"|in (?:the )?(?:spring|summer|autumn|winter)|already\b|more than once|until i was blue)"
)
_LONG_BEFORE = (
    r"(?:(?:days|weeks|months|years|long|well|way|far|right|even|shortly|just) (?:before|beforehand|earlier"
    r"|in advance|ahead)\b"
    r"|before (?:the )?(?:launch\w*|release|go-?live|roll-?out|it (?:launch|ship|went|even|was (?:built|live"
    r"|released))|that|we (?:launch|ship"
    r"|went)|they (?:launch|ship|built)|anyone|anybody|the (?:switch|pilot|migration|cut-?over|change))|beforehand"
    r"|in advance|ahead of (?:time"
    r"|launch|it)|early on\b|from (?:day one|the (?:start|beginning|outset|first day|get-?go))|all along|(?:months"
    r"|weeks) prior)"
)
_SOMEBODY = (
    r"(?:them|him|her|everyone|everybody|anyone(?: who)?|people|you|product|the \w+(?: \w+)?|my \w+|our \w+|management"
    r"|leadership|it)"
)
_I = (
    r"\b(?:i|i'd|we)(?: (?:\w+ly|also|had|have|always|just|even"
    r"|still|did|kind of|sort of|all|both|alone|myself|could've|could))* "
)
_CLAIM = re.compile(
    r"\b(?=\w)(?:"
    rf"{_I}(?:known|knew|know|sensed|suspected|feared|felt|realised|realized|guessed|thought|expected|understood"
    rf"|was (?:sure|certain"
    r"|convinced|positive))\b(?P<after>[^.;!?]*)"
    rf"|{_I}(?:saw|seen|see|felt|feel|sense|sensed|smelled|smelt) (?:it|this|that|all of it|the (?:\w+ )?(?:problem"
    rf"|failure|mess|trouble|disaster|crash|bottleneck|jam|issue|gap|risk))"
    r"(?: all)? (?:coming|brewing|approaching)\b"
    rf"|{_I}(?:predict(?:ed)?|foresaw|foreseen|foresee|anticipated|prophesied|called (?:it|this|that)(?=[.,;!]"
    rf"| (?:and|months|weeks|early|before|in (?:spring|summer|autumn|winter|january|february|march|april|may|june))|$)"
    rf"|cautioned|warned (?:about|of|that|them|everyone|everybody|product|leadership|management|the (?:product|pm"
    rf"|vendor|designers?|engineers?|project|team|developers?)\b"
    rf"|[^.;!?]{{0,60}}?\b{_LONG_BEFORE})|sounded the alarm|rang the alarm|raised the alarm|waved (?:a "
    rf"|the )?red flags?|raised (?:a |the )?red flags?)"
    rf"|{_I}(?:been |kept |keep )(?:on )?(?:telling|warning|predicting|repeating|saying(?= (?:so|that|it|this|for"
    rf"|all)))\b"
    rf"|\b(?:and|but) (?:even )?(?:told|flagged|raised|warned|mentioned|reported|wrote"
    rf"|asked)\b[^.;!?]{{0,60}}?\b{_LONG_BEFORE}"
    rf"|{_I}told {_SOMEBODY}(?: so\b|[^.;!?]{{0,40}}?\b{_EARLY})"
    rf"|{_I}(?:told|tell) (?:you|them|anyone|everyone)(?: so| that| in\b|,)"
    rf"|{_I}(?:noticed|spotted|found|seen|saw|flagged|raised|said|reported|mentioned|pointed (?:it |this "
    rf"|that )?out|identified|noted|asked"
    rf"|wondered|brought (?:it|this|that) up|objected|questioned|complained|argued)[^.;!?]{{0,60}}?\b{_LONG_BEFORE}"
    r"|\bi'd (?:already |long )?(?:noticed|spotted|flagged|raised|warned|said|told|predicted|seen|called|foreseen)\b"
    r"|\b(?:i|we) had (?:already |long )?(?:noticed|spotted|flagged|raised|warned|said|told|predicted|seen|called"
    r"|foreseen)\b"
    r"|\b(?:just |exactly |precisely )?(?:as|like|what|just what|exactly what) i(?:'d| had| have)?(?: always"
    r"| already| long)*"
    r" (?:predicted|expected|feared|warned|foresaw|suspected|anticipated|(?:said|thought|told \w+) (?:it|they|this"
    r"|that) (?:would|was|were))\b"
    r"|\b(?:it|this|that) (?:was|came as|is) (?:obvious|clear|plain|no surprise|not a surprise|no shock|predictable"
    r"|foreseeable|bound to)"
    r"\b(?P<obvious>[^.;!?]*)"
    r"|\bmy (?:prediction|warnings?|gut|instinct|hunch)\b(?: \w+){0,3} (?:came true|was right|were right"
    r"|was ignored|were ignored"
    r"|said|told|proved|turned out)|\b(?:nobody|no one) (?:listened|would listen|believed me)\b|\btold (?:you"
    r"|them) so\b"
    r"|\b(?:i|we) (?:\w+ )?had (?:a |my |our |such a )?(?:bad feeling|sinking feeling|doubts|misgivings|suspicions"
    r"|hunch"
    r"|worries|concerns)\b(?= (?:about|that|from|all along|early|before|when)\b|[.,;!]|$)"
    r"|\bonly a (?:matter|question) of time\b"
    rf"|{_I}(?:tried|wanted|attempted) to (?:warn|alert|raise the alarm)\b"
    r"|\b(?:the only (?:one|person)|one of the few) (?:who|to) (?:\w+ )?(?:saw|see|knew|know|noticed?|spot(?:ted)?"
    r"|warn(?:ed)?"
    r"|realised|realized|suspect(?:ed)?|object(?:ed)?)\b"
    r"|\bif only (?:they|he|she|someone|anyone|product|the \w+)(?: \w+)? had (?:listened|asked|believed|read)\b"
    r"|\b(?:they|he|she|product|leadership|management|the team) should have listened\b"
    r"|\bmy (?:warnings?|concerns?|worries|objections?|doubts) (?:\w+ )?(?:unheard|unheeded|nowhere|ignored|dismissed"
    r"|brushed (?:off|aside)|waved away|overruled)\b|\bon deaf ears\b"
    r"|\b(?:nobody|no one) (?:\w+ )?(?:wanted to (?:hear|listen|know)(?= (?:it|me|us|this|that|when i)\b|[.,;!]|$)"
    r"|took (?:me|us|it|this|that|my \w+) seriously|heeded)"
    rf"|{_I}said so\b"
    r"|\b(?:everyone|everybody|the (?:\w+ )?(?:floor|crew|desk|ward|team|staff)) (?:\w+ )?(?:knew"
    r"|saw) (?:that )?(?:it|this"
    r"|that) (?:would|coming|was (?:going|bound) to)\b"
    r"|\b(?:anyone|anybody|everyone|everybody) [^.;!?]{0,30}?could (?:see|tell) (?:that )?(?:it|this|that) (?:would"
    r"|coming"
    r"|was (?:going|bound) to)\b"
    r"|\bi could(?:'ve| have) (?:told|warned)\b|\b(?:anyone|anybody|everyone|everybody) [^.;!?]{0,30}?could(?:'ve"
    r"| have)"
    r" (?:told|predicted|foreseen|seen (?:it|this|that))\b|\bno surprise to me\b|\bi was (?:proved "
    r"|proven )?right\b|\bi (?:was|am) (?:not|hardly) surprised\b"
    r")"
)
_AHEAD = re.compile(
    rf"\b(?:would|was going to|were going to|was bound to|could not work|had to (?:fail|break|happen)|will (?:fail"
    rf"|break)|coming|{_EARLY})|^ it(?: all)?(?=[.,;!:—]|$)"
    r"|^ (?:it |this )?in my (?:bones|gut|heart)\b"
)
_OBVIOUS_WHEN = re.compile(
    r"\b(?:to me|to us|to anyone|to (?:the|our|my) (?:\w+ )?(?:desk|floor|crew|ward|staff)|all along|would"
    rf"|that (?:it|this) |{_EARLY})"
)
_RECORD_WORD = re.compile(
    r"\b(?:notes?|noted|logged|log|logbook|journal|diary|entry|wrote|written|ticket|mailed|emailed|e-mailed|mail"
    r"|email|memo|minutes"
    r"|filed|recorded|record|documented|report(?:ed)?|flagged|raised|posted|message|request|change request"
    r"|put it in writing|dated"
    r"|submitted|opened|risk register|thread|comment|slide|page|form)\b"
)
_BEFORE_LAUNCH = re.compile(
    r"\b(?:before|launch\w*|shipp?\w*|went live|go-?live|roll\w*|released?|earlier|says so|ahead|prior|later|pilot"
    r"|spec|draft)\b"
    r"|\b(?:logged|noted|flagged|raised|wrote|filed|reported|recorded|mailed|emailed|documented|said) (?:it|that"
    r"|this|so|them|about it"
    r"|about that|the (?:risk|worry|concern|problem|issue|gap)|a (?:note|mail|memo|ticket|warning))\b"
    r"|\bmy (?:note|mail|email|memo|ticket|entry|log|message|report)\b"
)
_NAMED_TICKET = re.compile(r"\b(?:ticket|case|request|issue|mail|memo|entry|change) (?:#?\w*\d)")


def _check(reading: Reading, known: Circumstances) -> Iterator[Hit]:
    if any(facts.may_claim_foresight for facts in known.stories):
        return
    claims = [place for sentence in reading.sentences for place in _claims(sentence)]
    if not claims or _has_record(reading):
        return
    for start, end in claims:
        yield Hit(*reading.span(start, end))


def _claims(sentence: Sentence) -> Iterator[tuple[int, int]]:
    for found in _CLAIM.finditer(sentence.text):
        start, end = found.span()
        if found["after"] is not None:
            ahead = _AHEAD.search(found["after"])
            if not ahead:
                continue
            end = found.start("after") + ahead.end()
        if found["obvious"] is not None:
            when = _OBVIOUS_WHEN.search(found["obvious"])
            if not when:
                continue
            end = found.start("obvious") + when.end()
        if is_negated(sentence, start) or re.search(r"\b(?:not|never|hardly)\b", found[0][: end - start]):
            continue
        yield sentence.start + start, sentence.start + end
        return


def _has_record(reading: Reading) -> bool:
    """Whether a story names a dated note, mail or ticket that stood before the launch."""
    days = [figure for figure in figures(reading.raw) if figure.kind is Kind.DATE]
    dated = {reading.number_at(reading.place_of(day.start)) for day in days}
    for number, sentence in enumerate(reading.sentences):
        if not _RECORD_WORD.search(sentence.text):
            continue
        if (number in dated and _BEFORE_LAUNCH.search(sentence.text)) or _NAMED_TICKET.search(sentence.text):
            return True
    return False


RULE = Rule(
    name="hindsight-claim",
    level=Level.WARNING,
    scope=Scope.STORY,
    question="Can you show that?",
    message="The listener may hear 'told you so': nothing dated before the launch stands behind it.",
    fix="Name the record and its date ('my note of 2 April; launch 20 May'), or say only what you found afterwards.",
    source="the thread: 'I'd noticed the pain point months before, and then the product launched anyway'",
    must_flag=(
        "I always suspected the new tariff table would break in the first cold week. On 4 December 70 bills were "
        "wrong.",
        "On 6 May nine pumps stopped. I had warned the vendor about the battery. The pump assumed a charger at "
        "every bed.",
        "It was obvious from the start that a shift never ends on time. On 2 June 40 handovers were lost.",
        "Exactly as I feared, the ban rule caught 300 jokes in March.",
        "My gut told me the route map was wrong. On 9 July 18 vans turned round.",
        "I flagged the empty stock weeks before launch and nobody listened. On 3 October 25 orders were cancelled.",
        "I had a bad feeling about the new rota from the first draft. On 4 May 12 shifts stood empty.",
        "I said so in every meeting and no one cared. In June 80 guests got the wrong room.",
        "We all saw it coming. On 9 March 300 bags missed the plane.",
        "My warnings went unheard. In July 40 vials spoiled.",
        "I could have told them that the queue would jam. On 2 June 90 calls dropped.",
        "Nobody wanted to hear it when I warned them. In May 50 payouts failed.",
        "It was only a matter of time. On 3 April nine pumps stopped.",
        "Anyone on the floor could see that it would fail. In August 60 pallets fell.",
        "I tried to warn the project team. On 5 May 33 discharges were late.",
        "As I had warned, the filter caught 300 jokes in March.",
        "I had been saying for months that the label was too small. In June 70 parcels went back.",
        "It came as no surprise to the night desk. On 8 June 95 bags took the wrong belt.",
        "I was the only one who saw the problem before it went live. In May 20 flats were double booked.",
        "The crew knew it would break, and I told the planners. On 7 May 18 vans turned round.",
        "If only they had listened. In March 61 meters ran backwards.",
        "I knew in my bones that the gate plan was wrong. On 2 May 14 crews stood waiting.",
    ),
    must_pass=(
        "I noted it on 14 January; the tariff table went live on 1 December.",
        "I raised the battery in ticket 208 on 3 February, and the pump launched on 6 May.",
        "I did not see it coming. On 2 June 40 handovers were lost.",
        "In March I read 300 appeals and found out that most were jokes.",
        "I know the depot well. On 9 July 18 vans turned round, and I asked every driver why.",
        "My mail of 12 August says that the stock would be empty; we launched on 1 October.",
        "Nobody could have known. On 3 October 25 orders were cancelled.",
        "The system warned us after the third failed login.",
        "I had a bad cold in March. On 4 May 12 shifts stood empty, and I counted them.",
        "The crew told me on 7 May that 18 vans had turned round.",
        "We all saw the queue that day. On 9 March 300 bags missed the plane.",
        "The portal warned 40 guests twice in June.",
        "In July I listened to 40 calls before the second release.",
        "Nobody wanted to hear about refunds on 3 May, so I wrote to each of the 50 guests.",
        "I tried the second scanner on 5 May; 33 of 40 labels failed.",
        "It was only a matter of a comma. On 3 April nine pumps stopped.",
        "Anyone on the floor could see the board. In August 60 pallets fell.",
        "I had been saying the flat number aloud for months so drivers wrote it down. In June 70 parcels went back.",
        "The label came as a surprise to the night desk. On 8 June 95 bags took the wrong belt.",
        "My warning light stayed dark in July, and 40 vials spoiled.",
    ),
    check=_check,
    mended_at="observation.recorded_at",
)
