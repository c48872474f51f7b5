"""The patterns by which numbers are found in a text, and by which their neighbours tell what they are."""

from __future__ import annotations

import re

from pivot_journal.pitch.figure import Exactness
from pivot_journal.pitch.numberwords import SCALED, WORDED


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
SIGN = r"(?:(?:US|A|C|NZ|R)?\$|[€£¥₹₩₪₺₴₱₫₦])"
CURRENCIES = _words("""
    AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF IDR ILS INR JPY KES KRW MXN MYR NGN NOK NZD PHP PLN RON SAR SEK SGD
    THB TRY TWD UAH USD VND
""") | {"ZAR"}  # codespell:ignore zar
CODES = f"(?-i:{'|'.join(sorted(CURRENCIES))})"
VALUE = rf"(?:{SCALED}|{WORDED})"
MINUTE = r"(?:[0-5]\d)"
FIGURE = re.compile(
    # Dates and clock times.
    rf"(?P<date>\b\d{{4}}-\d\d(?:-\d\d)?\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b|\b\d{{1,2}}:{MINUTE}(?::\d\d)?\b"
    rf"|\b(?:(?:[0-2]?\d|3[01])(?:st|nd|rd|th)?(?: ?[-–] ?| to | and ))?(?:[0-2]?\d|3[01])(?:st|nd|rd"
    rf"|th)?(?: of)? {MONTH}\b\.?(?:,? (?:19|20)\d\d\b(?![,.]?\d))?"
    rf"|\b{MONTH}\.? (?P<monthday>[0-2]?\d|3[01])(?:st|nd|rd|th)?\b(?![,.]?\d|:\d)(?:, (?:19|20)\d\d\b)?"
    rf"|\b{MONTH},? (?:19|20)\d\d\b(?![,.]\d)"
    r"|\b\d{1,2}(?:[.:]\d\d)? ?(?:a\.?m\b|p\.?m\b|o'?clock\b)"
    r"|\b(?:a )?(?:quarter|half|ten|five|twenty) (?:past|to) "
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight"
    r"|\d\d?)\b(?![ -](?:[a-z]+ )?[a-z]+s\b)"
    r"|\b(?-i:[QH][1-4])\b(?: (?:19|20)\d\d\b)?|\b(?:FY ?\d\d(?:\d\d)?)\b|\b(?:19|20)\d\ds\b|\b24/7\b|\b\d+/\d+\b)"
    # Labels by their own shape; a letter or a hyphen glued to the digits.
    r"|(?P<label>#\d[\w-]*|(?<![\w$€£.,])[A-Za-z]+-?\d[\w.-]*\b|\b\d+(?:\.\d+){2,}\b"
    r"|(?<![\w.,$€£])\d+(?!(?:st|nd|rd|th|k|m|mn|bn|x|s|ms|h|hrs?|min|mins|d|kg|g|km|cm|mm|kwh|kw|mw|mwh|gb|mb|tb|l|ml"
    r"|t|am|pm)\b)[A-Za-z]\w*)"
    r"|(?P<ordinal>\b\d+(?:st|nd|rd|th)\b)"
    # Fractions and multiples in words.
    r"|(?P<fraction>\b(?:(?:an?|one|two|three|four|[1-9]) (?:thirds?|quarters?|fifths?|tenths?)|(?:two|three)-(?:thirds"
    r"|quarters|fifths)|(?:one |a )?half|halves|halved|halving)\b(?! (?:an? )?(?:million|thousand|billion|hundred"
    r"|dozen)))"
    r"|(?P<multiple>\b\d+(?:\.\d+)? ?[x×](?![\w])|\b(?:\d+|two|three|four|five|six|ten)-?fold\b"
    r"|\b(?:doubl|tripl|trebl|quadrupl)(?:ed|es|ing)\b|\b(?:double|triple) (?=the\b|our\b|what\b|as\b|their\b|my\b)"
    r"|\btwice (?=as\b|the\b|that\b|what\b)"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) times (?=as\b|the\b|more\b|what\b|slower\b|faster\b"
    r"|longer\b|higher\b))"
    r"|(?P<magnitude>\b(?:tens of |hundreds of )?(?:thousands|millions|billions|hundreds|dozens)\b)"
    # A number with its currency, its other end or its base.
    rf"|(?P<sign>{SIGN} ?|\b{CODES} )?(?<![\w.,:/+-])(?<!\d-)(?P<low>{VALUE})(?P<sign2> ?[€£¥]| {CODES}\b|%)?"
    rf"(?:(?P<join> ?[-–—] ?| to | and )(?P<highsign>{SIGN})?(?P<high>{VALUE})(?![\w]))?"
    rf"(?: (?:out )?of (?:the |our |my |all |those |these |some )?(?P<base>{VALUE})(?!\w))?"
    r"(?P<suffix> ?%| per ?cent\b| percentage points\b| ?[€£¥]| (?-i:EUR|USD|GBP|CHF|INR|JPY|SEK|NOK|DKK|PLN|CAD|AUD)\b"
    r"| (?:dollars?|euros?|pounds?|quid|francs?|rupees?|yen|cents|pence|kronor|zloty)\b)?",
    re.IGNORECASE,
)
BEGINS = re.compile(
    r"[\d#$€£¥₹₩₪₺₴₱₫₦]|\b(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?=[a-z]*\.?,? \d)"
    r"|one|two|twi|three|thir|four|five|fift|six|seven|eigh|nine|ten\b|tens\b|eleven|twel|twen|fort|hundreds|thousands"
    r"|millions|billions|dozens|hal[fv]|third|doubl|tripl|trebl|quadrupl|an? (?:hundred|thousand|million|billion|dozen"
    r"|third|quarter|fifth|tenth|half|few (?:hundred|thousand|dozen)|couple (?:of )?(?:hundred|thousand|dozen))"
    r"|several (?:hundred|thousand)|(?:us|nz|a|c|r)\$|(?:"
    + "|".join(sorted(code.lower() for code in CURRENCIES))
    + r")(?= ?\d))"
)
"""Where a number may begin, in lower case: looking for these first makes the search several times as fast."""
LABELLED = re.compile(
    r"(?P<sure>\b(?:aisle|ward|gate|dock|lane|bay|room|floor|site|zone|building|terminal|route|bus|train|flight|batch"
    r"|ticket|case|invoice|po|page|section|chapter|version|release|build|sprint|week|day|phase|tier|class|code|rule"
    r"|appendix|number|no\.?|nr\.?|pallet|channel|queue|pump|meter|feeder|node|rack|server|berth|pier|track|unit|depot"
    r"|bin|slot|station|hub|store|cell|substation|turbine|warehouse|v|wing|theatre|area|sector|district|block|table"
    r"|figure|exhibit|clause|article|sev|severity|priority|level|form|line|model|type|mcc|wave|cabin|platform|camera))"
    r"[ -]$|(?P<open>\b(?:order|run|step|shift|stage|error|desk|shelf|claim|row|team|crew|bed))[ -]$"
    r"|(?-i:\b[A-Z]{2,6} $)",
    re.IGNORECASE,
)
WORDED_LABEL = re.compile(
    r"\b(?:aisle|ward|gate|dock|lane|bay|room|floor|page|section|chapter|phase|tier|week|day|platform|terminal|stage"
    r"|step|wave)[ -]$",
    re.IGNORECASE,
)
ONE_OF_THEM = re.compile(
    r"\b(?:per|each|every|an?|another|that|this|last|next|same|first|second|whole) \w+[ -]$", re.IGNORECASE
)
MAY_BE_A_VERB = re.compile(
    r"\b(?:to|would|could|will|can|I|we|they|must|per|each|every|a|the next|another) \w+[ -]$", re.I
)
RELEASE_AFTER = re.compile(r"[ -](?:release|rollout|update|build|version|upgrade|patch)\b", re.IGNORECASE)
TIME = re.compile(
    r"[ -]?(?P<unit>ms|milliseconds?|seconds?|secs?|minutes?|mins?|hours?|hrs?|working days?|days?|nights?|weeks?"
    r"|fortnights?|months?|quarters?|years?)\b(?P<after>[ ,]?[^.;!?\n]{0,24})",
    re.IGNORECASE,
)
SHORT_TIME = re.compile(r" ?(?P<unit>ms|s|h|d)\b(?! of\b)")
SECONDS = (
    ("ms", 0), ("milli", 0), ("s", 1), ("min", 60), ("h", 3600), ("working", 86400), ("d", 86400), ("n", 86400),
    ("w", 604800), ("f", 1209600), ("mo", 2629800), ("q", 7889400), ("y", 31557600),
)  # fmt: skip
STRETCH_BEFORE = re.compile(
    r"\b(?:in|within|over|during|for|after|every|the (?:last|past|first|next|following)|these|those|inside|under|across"
    r"|throughout|(?:last|past|next|first|for|over|in)(?: (?:about|almost|nearly|some|roughly|just|over|the)))"
    r"(?: (?:last|past|first|next|about|the|only|just|those|these))? $",
    re.IGNORECASE,
)
STRETCH_AFTER = re.compile(
    r"[ ,]*(?:later|before|after|ago|earlier|old|prior|running|in a row|from (?:now|then)|into)\b", re.IGNORECASE
)
WHEN_IS_SHORT = re.compile(r"\b(?:for|after|within|under|over|in|of) $", re.IGNORECASE)
BEFORE_HARM = re.compile(
    r"(?:delay|wait|stood|lost|late|down|dark|stopped|stood still|idle|queue|stuck|outage|blocked|closed|frozen)", re.I
)
CLOCK_BEFORE = re.compile(r"\b(?:at|by|before|until|till|around|from|past|since|after)(?: about)? $", re.IGNORECASE)
NOT_A_NOUN_AFTER = re.compile(
    r"[.,;:!?)\"”]|$|\s(?:and|but|on|in|the|so|when|with|because|i|we|it|each|every|that|this|everything|everyone"
    r"|sharp|to)\b",
    re.IGNORECASE,
)
DAY_IS_COUNT = re.compile(r"\b(?:in|since|during|by|until|late|early|of) $", re.IGNORECASE)
YEAR_FOLLOWS = re.compile(r" [a-z]+s\b(?<!was)(?<!his)(?<!this)")
BEFORE = (
    (Exactness.ABOUT, re.compile(r"(?:\babout|\baround|\broughly|\bapprox(?:imately|\.)?|\bsome|~|\bcirca|\bor so|\ban "
                                 r"estimated|\bclose to|\bin the order of|\bgive or take|\bsomething like) ?$", re.I)),
    (Exactness.UNDER, re.compile(
        r"\b(?:nearly|almost|up to|just under|under|less than|fewer than|not quite|at most|below"
                                 r"|close on|as many as) $", re.I)),
    (Exactness.OVER, re.compile(r"\b(?:over|more than|at least|above|upwards of|well over|just over|no fewer than"
                                r"|beyond|not less than) $", re.I)),
)  # fmt: skip
AFTER_ABOUT = re.compile(r"(?: \w+)?,? (?:or so|give or take|or thereabouts|-ish)\b", re.IGNORECASE)
FRACTION_AFTER = re.compile(
    r"[.,;:!?)]|$|\s(?:of|the|our|my|their|all|were|was|had|came|more|less|fewer|slower|faster|longer|shorter|higher"
    r"|lower|cheaper|in|on|at|to|after|by|and|when|since|as|a|an|went|gave|did|are|is|left|failed)\b",
    re.IGNORECASE,
)
SCALE_OF = re.compile(r"[ -](?:year|years|century|time|term|day|way|board|page|hearted|baked|price|marathon)\b", re.I)
DECIMAL = re.compile(r"\d+\.\d")
YEAR = re.compile(r"(?:19|20)\d\d")
ONE_ALONE = re.compile(
    r"\b(?:no|the|this|that|each|every|which|any|another|first|second|only|last|new|old) $", re.IGNORECASE
)
CHANCE = re.compile(rf" in (?P<base>{VALUE})(?!\w)", re.IGNORECASE)
MOST_IN_A_CHANCE = 9
LATE_AFTER = re.compile(r" (?:too )?(?:late|behind|overdue)\b|(?:'|s')? of (?:work|delay|back)", re.IGNORECASE)
WITHIN = re.compile(r"\b(?:in|within|under|after|inside) (?:about |just |under )?$", re.IGNORECASE)
OTHER_HALF = re.compile(r"\b(?:second|first|other|better|past) $", re.IGNORECASE)
HALF_A_TIME = re.compile(r" an? (?:hour|day|minute|year|shift|week|mile)", re.IGNORECASE)
QUARTER_OF_A_YEAR = re.compile(r"\b(?:per|each|every|this|next|last|after|within|in) $", re.IGNORECASE)
TIMES = re.compile(r" ?[x×]|-?fold| times")
SOME = re.compile(r"an? few|several|an? couple", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween $", re.IGNORECASE)
FROM = re.compile(r"\bfrom(?: about| roughly| some)? $|\bwent $", re.IGNORECASE)
PERCENT = frozenset({"%", "percent", "per cent", "percentage points"})
NOUN = re.compile(r"[ -](?:(?:more|other|of|the|our|my|these|those|their|extra|such|all|them|different|separate) )*")
NOUN_WORD = re.compile(r"[^\W\d_][\w'’-]*")
NO_NOUN = _words("""
    a an and are as at be been because before but by came can could did do each every for from got had has have he
    how i in into is it its just later left lost may might no not of off on once or out over per said sat she since so
    still stood than that the them then there they this through to under until up us was we went were what when where
    which while who will with within without would you your instead
""")
MULTIPLES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadr": 4, "twice": 2}
PARTS = {"third": 3, "quart": 4, "fifth": 5, "tenth": 10, "half": 2, "halve": 2, "halvi": 2}
