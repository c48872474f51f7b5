"""Three or more unexplained acronyms in one sentence, or five in a whole text.

Source: a head of product who hires asks to spell out an industry's acronyms (jackiegreenfield.com); simpler mails
drew more replies in Boomerang's data (Fast Company, 2016).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.reading import MASK, Reading
from pivot_journal.coach.rule import Circumstances, Hit, Rule

IN_A_SENTENCE, IN_A_TEXT = 3, 5

# fmt: off
_PLAIN = frozenset(
    word
    for line in (
        "PM PMS AM API UI UX ID IDS SKU SLA KPI CRM CSV QA SQL HR IT US UK EU OK PDF PIN GPS ETA USPS UPS DHL TNT "
        "GLS DPD USA UN",
        "AI CEO CFO CTO COO"  # codespell:ignore coo
        " VP ROI FAQ PR TV PC ATM QR SMS USB VPN URL HTML HTTP HTTPS JSON XML VAT ZIP DIY ASAP F"
        "YI AKA TBD NB PS",
        "B2B B2C SAAS IOT DNA ICU ER GP NHS MRI BBC CNN NASA IBM BMW IKEA HSBC AWS GDPR HIPAA USD EUR GBP CHF UTC "
        "GMT CET CEST EST PST",
        "EDT PDT KWH MWH MW GW KW KM KG MB GB TB MBPS GHZ MHZ RAM CPU LED LCD HD 3D 2D 4G 5G 2FA MP3 MP4 A4 A3 COV"
        "ID CV MBA PHD BSC MSC",
        "NDA II III IV VI VII VIII IX XL XS XXL AD BC CC BCC RSVP NGO DJ CD DVD ML APP NYC LA DC CO2 H2O N/A R&D P"
        "&L Q&A M&A WIFI SIM",
        "TSA FBI CIA IRS FDA WHO NATO OS PO BOX I",
    )
    for word in line.split()
)
_SHOUTED = frozenset(
    word
    for line in (
        "NOT NO NEVER ALL STOP AND THE VERY URGENT ENTRY HOLD RETURN ONLY ALWAYS OFF ON GO DO DONE FAIL PASS YES N"
        "EW OLD OPEN CLOSED BEFORE",
        "AFTER EVERY ANY WAS IS ARE DID MUST SO TOO WHY HOW WHAT WHEN OUT IN UP DOWN LOW HIGH RED GREEN EXIT FREE "
        "SALE FINAL TEST OR BUT",
        "THIS THAT WE THEY YOU HE SHE MY OUR ITS FOR TO AT BY OF IF AS BE WITH FROM ONE TWO TEN NOW TODAY FRAGILE "
        "DANGER WARNING ERROR SAME",
        "LATE LOST BAD GOOD BIG END START BACK NEXT LAST FIRST EMPTY FULL NONE NULL TRUE FALSE BOTH MORE LESS EVEN"
        " JUST HAVE HAD HAS CAN",
    )
    for word in line.split()
)
# fmt: on
_TOKEN = re.compile(r"(?<![\w/@.#&-])[A-Za-z0-9]+(?:[&/][A-Z0-9]+)*(?:-\d+)?(?:['’]s)?(?![\w@]|\.\w)")
_LIKELY = re.compile(r"[A-Z][A-Z0-9]|[a-z\d][A-Z]")
_PLACE = re.compile(
    r"\b(?:aisles?|gates?|bays?|docks?|bins?|racks?|slots?|rows?|shelf|shelves|wards?|rooms?|beds?|doors?|lanes?"
    r"|zones?|stations?"
    r"|terminals?|platforms?|sites?|lines?|halls?|units?|levels?|floors?|stands?|cells?|blocks?|buildings?"
    r"|pallets?|orders?|tickets?|invoices?"
    r"|cases?|batch(?:es)?|lots?|release|version|models?|flights?|trucks?|vans?|routes?|road|motorway|junction"
    r"|exit|seats?|tables?|ovens?|pumps?"
    r"|belts?|chutes?|form|labels?|stores?|depots?|runs?|bus|trains?|track|section|page|grade|type|class|machine"
    r"|printers?|well|turbine|feeder)"
    r" (?:no\.? ?|number |[A-Z]?\d++[A-Z]?(?:,| and| to| or|-)? ?)*+$",
    re.IGNORECASE,
)
_LIST_OF_PLACES = 120
"""Characters that 'gates A1, A2 and B7' may take up to the place in question."""
_QUARTER = re.compile(r"(?:[QH][1-4]|FY\d\d|[MA]\d{1,3}|W(?:K)?\d{1,2})$")


def _check(reading: Reading, circumstances: Circumstances) -> Iterator[Hit]:
    if len(_LIKELY.findall(reading.raw)) < IN_A_SENTENCE:
        return
    plain_words = frozenset(each.casefold() for each in circumstances.plain_words)
    told: dict[str, tuple[int, int]] = {}
    has_hit = False
    for sentence in reading.sentences:
        start, end = reading.span(sentence.start, sentence.end)
        here = _unexplained(reading, start, end, plain_words)
        told |= {word: place for word, place in here.items() if word not in told}
        if len(here) >= IN_A_SENTENCE:
            places = sorted(here.values())
            has_hit = True
            yield Hit(places[0][0], places[-1][1])
    if not has_hit and len(told) >= IN_A_TEXT:
        yield Hit(*sorted(told.values())[IN_A_TEXT - 1])


def _unexplained(reading: Reading, start: int, end: int, plain_words: frozenset[str]) -> dict[str, tuple[int, int]]:
    """Return the acronyms of a sentence that nothing explains, each with its first place in the raw text."""
    raw = reading.raw
    tokens = list(_TOKEN.finditer(raw, start, end))
    words = [token[0] for token in tokens if token[0].isalpha()]
    if sum(word.isupper() and len(word) > 1 for word in words) * 2 > len(words):
        return {}
    found: dict[str, tuple[int, int]] = {}
    for number, token in enumerate(tokens):
        word = re.sub(r"(?:['’]s)$", "", token[0])
        bare = word[:-1] if len(word) > 2 and word.endswith("s") and word[:-1].isupper() else word
        if (
            bare not in found
            and _is_acronym(bare)
            and bare.upper() not in _PLAIN
            and bare.upper() not in _SHOUTED
            and bare.casefold() not in plain_words
            and not _QUARTER.match(bare)
            and reading.text[reading.place_of(token.start())] != MASK
            and not _is_shouted_run(tokens, number, raw)
            and not (
                any(letter.isdigit() for letter in bare)
                and _PLACE.search(raw, max(start, token.start() - _LIST_OF_PLACES), token.start())
            )
            and not _is_explained(raw, bare)
        ):
            found[bare] = (token.start(), token.start() + len(word))
    return found


_BEFORE_IT = 32
_EXPLAINED_AFTER = re.compile(
    r"s? ?\((?=[^)]{0,200}[a-z]{3})|s?,? (?:for short|short for|meaning|stands? for|i\.e\.|that is,"
    r"|which (?:is|means|stands)|as in|aka|or the [a-z]|, the [a-z]+ [a-z]+)|s?(?: ?=| ?[—–-] )(?=[a-z ]{6})"
)
_NAMED_BEFORE = re.compile(r"\b(?:called|known as|abbreviated(?: to| as)?|in short|or) (?:the |an? )?$")
_NAMED_AFTER = re.compile(r"(?!\w)(?= ?[,.)])")
_OPENED_BEFORE = re.compile(r"\([^()]{0,12}$")
_CLOSED_AFTER = re.compile(r"s?\b[^()]{0,4}\)")


def _is_acronym(word: str) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    small = sum(letter.islower() for letter in word)
    has_digit = any(letter.isdigit() for letter in word)
    if small >= 3 or (word.isupper() and word.isalpha() and len(word) >= 6):
        return False
    return capitals >= 2 or (capitals == 1 and has_digit and small <= 1)


def _is_shouted_run(tokens: list[re.Match[str]], number: int, raw: str) -> bool:
    """Return whether a word in capitals stands beside another one with only a space between: a sign, not an acronym."""
    for first, second in ((number - 1, number), (number, number + 1)):
        if first < 0 or second >= len(tokens):
            continue
        before, after = tokens[first], tokens[second]
        other = tokens[first if second == number else second][0]
        is_sign = other.upper() in _SHOUTED or (other.isalpha() and len(other) >= 5)
        if raw[before.end() : after.start()] == " " and other.isupper() and is_sign and other.upper() not in _PLAIN:
            return True
    return False


@lru_cache(maxsize=1024)
def _is_explained(raw: str, word: str) -> bool:
    """Return whether the text says what an acronym stands for: 'X (…)', '… (X)', '…, X for short', 'X, short for …'."""
    place = raw.find(word)
    while place >= 0:
        end = place + len(word)
        if not place or not (raw[place - 1].isalnum() or raw[place - 1] == "_"):
            before = raw[max(0, place - _BEFORE_IT) : place]
            if _EXPLAINED_AFTER.match(raw, end):
                return True
            if _NAMED_BEFORE.search(before) and _NAMED_AFTER.match(raw, end):
                return True
            if _OPENED_BEFORE.search(before) and _CLOSED_AFTER.match(raw, end):
                return True
        place = raw.find(word, end)
    return False


RULE = Rule(
    name="jargon-overload",
    level=Level.ADVICE,
    scope=Scope.SENTENCE,
    question="What do those letters stand for?",
    message="A listener from another trade may stop at the letters and lose the point.",
    fix="Say the plain name for all but one of them.",
    source="jackiegreenfield.com; Boomerang's data on simple mails (Fast Company, 2016).",
    must_flag=(
        "The EDI feed dropped the BOL so the TMS never got it.",
        "RCA said the MTTR target hid the P2s.",
        "Our DSO rose since the ARR team split the SOW.",
        "The eMAR lost the NPO flag after the ORM message.",
    ),
    must_pass=(
        "The API gave an ID that the UI could not show.",
        "An EOB (explanation of benefits) and the GPS log came with the PDF.",
        "The bill of lading, BOL for short, came after the EDI feed.",
        "'DO NOT STACK', said the label in bay B4.",
        "We sent it by UPS, DHL and USPS in Q1.",
        "Racks A12, B07 and C3 were empty.",
        "PLEASE READ THE SIGN BEFORE ENTRY.",
    ),
    check=_check,
)
