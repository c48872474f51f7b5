"""Named clients, private people, patients, account or order numbers, codenames, unreleased work.

Source: breaking a confidentiality agreement tells the listener how you treat secrets (boston.com, Job Doc); lists of
clients and unreleased roadmaps are what such agreements usually protect (termscore.com).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.patterns import AnyOf
from pivot_journal.coach.reading import Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule

# fmt: off
_DAYS = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August Se"
    "ptember October"
    " November December Christmas Easter Ramadan Diwali Hanukkah Thanksgiving Halloween Black Cyber Boxing New Val"
    "entine Mother Father"
    " Bank Labour Labor Memorial Independence Good Whit Eid Passover Carnival"  # codespell:ignore whit
)
_PUBLIC = (
    "Zendesk Jira Slack Teams Salesforce Excel Google Microsoft Apple Amazon Shopify Stripe PayPal Visa Mastercard"
    " Oracle SAP Workday"
    " ServiceNow Intercom Freshdesk HubSpot Notion Confluence Trello Asana Figma Miro GitHub GitLab Datadog Grafan"
    "a Splunk Tableau Looker"
    " Snowflake PagerDuty Opsgenie Outlook Gmail Word PowerPoint Zoom Webex Twilio Windows Linux Android iPhone Ch"
    "rome Safari Firefox"
    " Facebook Instagram WhatsApp LinkedIn YouTube TikTok Twitter Reddit Uber Lyft DoorDash Deliveroo FedEx UPS DH"
    "L USPS Hermes Evri"
    " Royal Mail Post London Leeds Paris Berlin Madrid Rome Vienna Zurich Dublin Glasgow Manchester Birmingham Ams"
    "terdam Brussels Warsaw"
    " Chicago Boston Dallas Denver Austin Seattle Toronto Sydney Melbourne Tokyo Delhi Mumbai Lagos Nairobi Cairo "
    "Dubai Singapore York"
    " Europe America Asia Africa England Scotland Wales Ireland France Germany Spain Italy Poland India China Japa"
    "n Canada Mexico Brazil"
    " English French German Spanish Epic Cerner Maps Sheets Docs Drive Cloud Azure Access Lean Kanban Scrum Agile "
    "Sigma Six Power Street"
    " Friday University College Hospital Road"
)
_COMMON = (
    "The A An In On At By For From To Of With And But So If When While After Before Then Our My Your His Her Their"
    " We I It This That These"
    " Those There Here As Because Since Until Once Every Each Some Most All No Not Two Three One What Who Why How "
    "Where Nobody Someone"
    " Product Operations Ops Support Engineering Finance Design Legal Sales Marketing Head Senior Junior Lead Mana"
    "ger Director Chief Vice"
    " President Officer Customer Client Customers Clients Team Nurse Doctor Driver Day Night Shift Queue Order Ord"
    "ers Returns Reports"
    " PM PMs API UI"
    " ID CRM CSV QA SQL HR IT US UK EU OK KPI SLA SKU GPS ETA VP CEO CTO CFO COO UX Q1 Q2 Q3 Q4"  # codespell:ignore coo
)
# fmt: on
_NO_NAMES = frozenset(f"{_DAYS} {_PUBLIC} {_COMMON}".split())
_NO_CLIENTS = frozenset(f"{_DAYS} {_COMMON} Zendesk Jira Slack Salesforce Excel English Street".split())
_NAME = r"[A-Z][\w&'’.-]{0,40}\w(?:\s(?:(?:of|and|de|van|von|der|den|la|le|&|du|al)\s)?[A-Z][\w&'’-]{1,40}){0,3}"
_FULL_NAME = (
    r"[A-Z][a-zà-öø-ÿ'’-]{1,40}\s(?:(?:de|van|von|der|den|la|le|du|al|bin|el)\s){0,3}(?:[A-Z]\.\s)?(?:O['’]|Mc"
    r"|Mac)?[A-Z][a-zà-öø-ÿ'’-]{1,40}"
)
_PERSON = (
    r"(?:boss|manager|line manager|supervisor|director|colleague|teammate|team-mate|coworker|co-worker|team lead"
    r"|lead|PM|product manager|product owner|product lead|designer|engineer|developer"
    r"|VP|CEO|CTO|COO"  # codespell:ignore coo
    r"|CFO|head of \w+|mentor|friend|patient|nurse|resident|driver|courier|customer|client|agent"
    r"|analyst|counterpart|predecessor|director of \w+|founder|passenger|guest|tenant|seller|buyer|porter|foreman"
    r"|chef|skip|mate)"
)
_CLIENT = (
    r"(?:client|customer|account|merchant|tenant|partner|franchisee|key account|retailer|insurer|bank"
    r"|hospital group|prospect|hotel group|shipper|seller|landlord|employer|brand)"
)
_PLACES = (
    (
        "client",
        AnyOf(
            r"\b(?:[Oo]ur|[Mm]y|[Aa]|[Tt]he|[Tt]heir|[Oo]ne) (?:(?:biggest|largest|main|key|top|best|oldest"
            r"|newest|new|major|important|anchor|flagship|enterprise|pilot|retail|banking|corporate|former|then"
            rf"|own|second-largest|number-one)\s){{0,6}}(?:\w+\s)?{_CLIENT}s?(?:,|:| called| named| like"
            rf"| such as)? (?P<name>{_NAME})"
            rf"|\b(?:contract|account|agreement|deal|renewal|NDA|engagement) with (?P<name2>{_NAME})"
            rf"|\b(?P<name3>{_NAME}) (?:pays|paid|is paying|owes|still owes|churned|renewed|cancelled their"
            r"|signed (?:a|the|with)|threatened to (?:leave|churn|cancel))(?: us\b| \w+ (?:million|thousand"
            r"|a year)|\b(?= (?:a |their |the )?(?:contract|deal|account))| [$€£]?\d| their)"
            rf"|\b(?P<name4>{_NAME})(?: is|, was| was|,) (?:now |still )?(?:our|my|a"
            rf"|one of our) (?:\w+ )?(?:\w+ )?(?:{_CLIENT})s?\b(?!-)"
            r"|\b(?:client|customer|tenant|merchant|account|patient)['’]s name(?: is| was|:"
            rf"|,)+ (?P<name7>{_NAME})|\b(?:acquir(?:e|ing)|acquisition of|merg(?:e|ing) with|takeover of"
            rf"|buy(?:ing)? out) (?P<name8>{_NAME})"
            rf"|\b(?:clients|customers|accounts) (?:like|such as|including) (?P<name5>{_NAME})"
            rf"|\b(?:for|at|with) (?:our|my|a) {_CLIENT} (?P<name6>{_NAME})"
        ),
    ),
    (
        "project",
        AnyOf(
            r"\b(?:[Pp]roject|[Oo]peration|[Pp]rogramme|[Pp]rogram|[Ii]nitiative"
            r"|[Tt]ask [Ff]orce) (?P<name>[A-Z][\w-]+)(?! (?:team meeting|plan\b))"
            r"|\b[Cc]ode-?\s?named?(?: is| was|d|:)? ?['\"“‘]?(?P<name2>[A-Z][\w-]+)|\b[Cc]odename(?:d)?\b"
        ),
    ),
    (
        "title",
        AnyOf(
            r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Lady|Captain|Sgt|Sergeant|Sister|Nurse|Inspector"
            r"|Father|Judge|Herr|Frau|Monsieur|Madame|Señora?)\.? (?P<name>(?:[A-Z]\.\s)?(?:[A-Z][\w'’-]+\s)?[A-Z]"
            r"[a-zà-öø-ÿ'’][\w'’-]*)"
        ),
    ),
    (
        "person",
        AnyOf(
            r"\b(?:[Mm]y|[Oo]ur|[Tt]he|[Tt]heir|[Aa]|[Hh]is|[Hh]er) (?:(?:then|old|former|own|senior|lead|junior"
            rf"|new|night|shift|current|favou?rite|ex-?)\s?){{0,6}}(?:\w+\s)?{_PERSON},? (?:named "
            r"|called )?(?P<name>[A-Z][a-zà-öø-ÿ'’-]+(?:\s[A-Z][\w'’-]+)?)(?=\W|$)(?!['’]s? )"
            rf"|\b[Pp]atient,? (?:an? )?\d{{1,3}},? (?P<name5>{_FULL_NAME})"
            rf"|\b(?P<name2>{_FULL_NAME})(?:,? (?:in|from|at|on|over in|of) (?:the )?(?:product|ops|operations"
            r"|support|finance|engineering|design|legal|sales|marketing|claims|billing|logistics|dispatch|HR|IT"
            r"|risk|compliance|payments|procurement|our|my|returns|the \w+ team|customer \w+|leadership"
            r"|head office|HQ|fraud|policy|ward|night)\b|, (?:who|our|my|the|a|head|director|VP|CEO|then|product"
            r"|lead)\b)"
            rf"|\b(?P<name3>{_FULL_NAME}) (?:told|said|asked|emailed|e-mailed|wrote|called|phoned|approved|signed"
            r"|decided|refused|insisted|escalated|promised|ignored|never|always|agreed|rejected|admitted|warned"
            r"|forgot|messaged|complained|waited|fell|died|cried|was (?:told|fired|admitted|discharged|sacked"
            r"|hired|furious|angry|wrong|right|promoted)|made me|gave me|sent me|runs|ran|manages|managed|leads"
            r"|led|owns|quit|left|joined)\b"
            r"|\b(?:told|asked|emailed|e-mailed|reported to|report to|worked (?:for|with|under)|met|with|warned"
            rf"|showed|messaged|escalated (?:it )?to|by) (?P<name4>{_FULL_NAME})(?=[ ,.;!?]|$)"
        ),
    ),
    (
        "number",
        AnyOf(
            r"\b(?:[Aa]ccount|[Oo]rder|[Pp]olicy|[Pp]atient|[Mm]ember(?:ship)?|[Cc]ustomer|[Cc]ard|IBAN|MRN"
            r"|[Ii]nvoice|[Pp]assport|[Ll]icen[cs]e|[Tt]racking|[Ll]oan|[Bb]ooking)(?: (?:number|no\.?"
            r"|ref(?:erence)?|id|ID|#))*(?: (?:is|was))?:? ?#? ?(?=[A-Z0-9-]*\d)(?:[A-Z]{0,4}-?\d{5,}[\w-]*"
            r"|[A-Z]{2,4}-\d{3,}[\w-]*|\d{2,4}-\d{3,}[\w-]*)(?! (?:units|parcels|orders|lines|items|pieces|times"
            r"|customers|people))"
            r"|\b[\w.+-]{1,64}@[\w-]{1,64}\.\w[\w.]+\b|(?<![\w.])\+\d{1,3}[ -]?(?:\(?\d+\)?[ -]?){2,5}\d{2,}"
        ),
    ),
)


_SECRETS = AnyOf(
    r"\b(?:under|signed an?|break(?:ing)? (?:my|the|an?)|covered by (?:an?|the)|violat\w+ (?:my|the|an?)"
    r"|despite (?:my|the|an?)) (?:\w+ )?(?:nda|non-?disclosure(?: agreement)?|embargo"
    r"|confidentiality(?: agreement)?)\b"
    r"|\b(?:just|strictly|only|stays?|this (?:is|stays)|keep (?:it|this|that)|remains?"
    r"|purely) (?:\w+ )?between (?:us|you and me|ourselves|the two of us)\b(?! and)|(?:^|[.!?] )between (?:us"
    r"|you and me),"
    r"|\boff the record\b|\bin (?:strict(?:est)? )?confidence\b(?! (?:interval|level))|\b(?:is|are|it's|this is"
    r"|that's|strictly|highly|still|company|all) confidential\b(?! (?:waste|bin|shred))"
    r"|\b(?:not|never) (?:yet |been |be |has |have |publicly |officially |supposed to |allowed to |meant to "
    r"|really )*+(?:announced|made public|public(?=[.,!]|$| yet| knowledge| information)|publicly (?:yet|known)"
    r"|released yet|released to the public|tell(?:ing)? (?:anyone|you)|share(?:d)? this"
    r"|(?<=supposed to )talk about (?:it|this)|(?<=allowed to )talk about (?:it|this)"
    r"|say(?:ing)? this)(?! (?:to (?:the )?(?:drivers|staff|nurses|crews?|agents|us|teams?|passengers)|on the"
    r"|at the|by|over))"
    r"|\b(?:unannounced|unreleased|pre-announcement|hush-hush|top[- ]secret|company secrets?|trade secrets?"
    r"|still (?:a )?secret|still in stealth|in stealth mode)\b(?! (?:visits?|inspections?|audits?|checks?|stops?"
    r"|lock|brake))(?! (?:pallet|parcel|hold)s?)"
    r"|\b(?:do not|don't|dont|please do not|please don't) (?:tell (?:anyone|anybody|them i)|share this|quote me"
    r"|repeat (?:this|that)|pass this on|spread this|mention this)\b|\bkeep (?:this|it) (?:to yourself|quiet"
    r"|secret|under wraps|private)\b|\bi (?:probably |really )?(?:should not|shouldn't|am not (?:supposed"
    r"|allowed) to|can't really|must not) (?:be )?(?:say|tell|share|reveal|name|mention|telling|sharing)\b"
    r"|\b(?:insider|internal) (?:information|secret|only)\b(?! (?:use|desk|lane|queue|line))"
)


def _check(reading: Reading, circumstances: Circumstances) -> Iterator[Hit]:
    raw = reading.raw
    if circumstances.private_terms:
        terms = _any_of(circumstances.private_terms)
        for found in terms.finditer(_folded(raw)) if terms else ():
            yield Hit(*found.span(), "It is on your list of private terms.", "", "Say what you decided to say instead.")
    stems = frozenset().union(*(sentence.stems for sentence in reading.sentences))
    hits = [reading.span(*found.span()) for found in _SECRETS.matches(reading.open_text, stems)]
    for kind, pattern in _PLACES:
        for found in pattern.matches(raw, stems):
            name = next((name for name in found.groupdict().values() if name), "")
            start, end = found.span()
            if name:
                start = raw.index(name, found.start())
                bare = _bare_name(kind, name)
                if not bare:
                    continue
                start, end = start + name.index(bare), start + name.index(bare) + len(bare)
            hits.append((start, end))
    yield from (Hit(*place) for place in sorted(hits))


def _bare_name(kind: str, name: str) -> str:
    """Return the private part of what looks like a name; empty where it is a day, a tool, a city or a common word."""
    known = _NO_CLIENTS if kind == "client" else _NO_NAMES
    words = re.split(r"[\s-]+", name) if name.split("-")[0] in _NO_NAMES else name.split()
    if kind == "project":
        return "" if words[0].rstrip("s") in _PROJECT_WORDS or words[0] in _NO_NAMES else name
    while words and (words[0] in known or (kind == "person" and words[0].isupper())):
        if kind != "client" and words[0] not in _COMMON_WORDS:
            return ""
        words = words[1:]
    if (
        not words
        or not words[0][0].isupper()
        or words[0].rstrip("s") in known
        or (kind == "person" and len(words) == 1 and words[0] in known)
    ):
        return ""
    if kind == "person" and len(name.split()) > 1 and any(word in known for word in words[1:]):
        return ""
    if kind == "client" and words[0].isupper() and len(words) == 1 and len(words[0]) <= 2:
        return ""
    return " ".join(words)


_COMMON_WORDS = frozenset(_COMMON.split())
_PROJECT_WORDS = frozenset(
    [
        "Manager",
        "Management",
        "Plan",
        "Planning",
        "Board",
        "Lead",
        "Office",
        "Owner",
        "Team",
        "Charter",
        "Coordinator",
        "Director",
        "Sponsor",
        "Gutenberg",
        "Time",
        "Room",
        "Desk",
        "Theatre",
    ]
)


@lru_cache(maxsize=16)
def _any_of(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds any of the private terms as whole words."""
    known = sorted({_folded(" ".join(term.split())) for term in terms if term.strip()}, key=len, reverse=True)
    if not known:
        return None
    words = "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in known)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def _folded(text: str) -> str:
    """Return a text without case and accents, of the same length."""
    return "".join(_PLAIN_LETTER(letter) for letter in text)


@lru_cache(maxsize=4096)
def _PLAIN_LETTER(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    if letter in "’‘ʼ":
        return "'"
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


RULE = Rule(
    name="confidential-name",
    level=Level.ERROR,
    scope=Scope.SENTENCE,
    question="Will you talk about us like that too?",
    message="The listener may hear how you treat what was told to you in confidence.",
    fix='Say the role in place of the name: "a regional bank we serve", "a product lead".',
    source="boston.com (Job Doc) on confidentiality agreements; termscore.com on what they protect.",
    must_flag=(
        "Our client Ashdown Mutual lost 300 claims.",
        "Project Osprey ships in the autumn.",
        "My manager, Ines Abara, asked me to stop counting.",  # codespell:ignore ines
        "The patient, Mr Lindholm, waited all night.",
        "Order number 7731904 came back twice.",
        "This is still under NDA.",
        "Tomas Ek in finance approved it.",
        "We lost the contract with Feldmark Foods.",
    ),
    must_pass=(
        "A regional insurer we serve lost 300 claims.",
        "We run Zendesk, Slack and Jira.",
        "The refund project had no owner until June.",
        "On Black Friday our customers waited an hour.",
        "My manager asked me to stop counting.",
        "The Project Manager of the week keeps the list.",
        "The 4,000 transfers were split between us and the carrier.",
        "In Leeds the PM on Monday was new.",
    ),
    check=_check,
    reads_quotations=True,
)
