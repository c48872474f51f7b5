"""What kind of fragment a user typed: a clause, a doing, a thing, an amount, a belief; sure, or not at all."""

from __future__ import annotations

import re

from pivot_journal.pitch.vocabulary import (
    AFTER_A_PRESENT_VERB,
    AFTER_A_VERB,
    BARE_VERBS,
    DEEDS,
    DETERMINERS,
    FINITE,
    NO_SUBJECT,
    NOUNS_OR_VERBS,
    QUANTITIES,
)

ENDS = re.compile(r"[.!?…][\"'”’)\]»]*$")
"""The stop at the end of a sentence."""
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
"""Where one sentence of several ends."""
MAY_BE_A_VERB = re.compile(r"(?:[^sui]s|ed)[,;]?$", re.IGNORECASE)
"""How a word ends that may be a verb of its own."""
_FIRST_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")

_BELIEF = re.compile(
    r"\b(?:assumed|assumes|assuming|assumption|presumed|supposed|(?:took|taken|takes|taking) .{0,60}?\bgranted|believed"
    r"|treat(?:ed|s) .{0,60}?\b(?:as|like)|(?:counted|counts|relied|relies|rested|rests|built) on|designed for"
    r"|built for|made for|meant for|expected)\b",
    re.IGNORECASE,
)
_NEVER_A_VERB_BEFORE = re.compile(r"\w+[a-z]\s+(?:never|always|usually|rarely|seldom)\s+\w+")
_TOLD_IN_FULL = re.compile(
    r"(?:an?|the|one|our|some|this|that)\b[^.!?]{0,60}?\b(?:that|which|who)\s+(?:\w+\s+)?(?:assume[sd]|presumed|supposed|took"
    r"|takes|believed|treat(?:ed|s)|count(?:ed|s)|rel(?:ied|ies)|expect(?:ed|s)|was (?:built|made|meant|designed))\b",
    re.IGNORECASE,
)
"""The name of a thing that holds its assumption: 'a page that assumed clinics never close'."""
_BELIEF_VERB = re.compile(
    r"(?:assumed|presumed|supposed|took|believed|treated|counted on|relied on|rested on|expected)\b"
)


def first_word(text: str) -> str:
    """Return the first word of a text; empty where it does not begin with one."""
    match = _FIRST_WORD.match(text)
    return match[0] if match else ""


def begins_with_past_verb(text: str) -> bool:
    """Whether a text begins with what was done ('asked for two more weeks'), its subject left out."""
    first, _, rest = text.partition(" ")
    bare = verb_of(first)
    return bare in DEEDS or (is_past_in_ed(bare) and first_word(rest).lower() in AFTER_A_VERB)


def verb_of(word: str) -> str:
    """Return a word as it stands in the lists of verbs: 'Re-read' as 'read'."""
    return first_word(word).lower().removeprefix("re-")


def is_past_in_ed(word: str) -> bool:
    """Whether a word in small letters is a past form by its ending ('walked', not 'bed' or 'feed')."""
    return word.endswith("ed") and not word.endswith("eed") and len(word) > 4


def is_own_sentence(text: str) -> bool:
    """Whether a one-line text already stands as a sentence: a capital first and a stop last."""
    return text[:1].isupper() and bool(ENDS.search(text[-8:]))


def names_a_belief(text: str) -> bool:
    """Whether a text itself says that something was assumed, so that it needs no words around it."""
    return bool(_BELIEF.search(text)) and not _BELIEF_VERB.match(text.lower())


def begins_with_belief_verb(text: str) -> bool:
    """Whether a text only lacks its subject: 'assumed that an address is open all day'."""
    return bool(_BELIEF_VERB.match(text.lower()))


def is_clause(text: str) -> bool:
    """Whether a fragment surely holds a verb of its own ('an address is open all day')."""
    if any(word.lower() in FINITE for word in _FIRST_WORD.findall(text.replace("’", "'"))):
        return True
    return bool(_NEVER_A_VERB_BEFORE.match(text)) or _has_present_verb(text)


def _has_present_verb(text: str) -> bool:
    """Whether a verb shows by what stands around it: 'every van carries every tool', 'people listen to the end'."""
    words = [word.lower() for word in _FIRST_WORD.findall(text)]
    for index in range(1, len(words) - 1):
        before, word, after = words[index - 1 : index + 2]
        if after not in AFTER_A_PRESENT_VERB or before in NO_SUBJECT or before.endswith("ing"):
            continue
        is_several = before.endswith("s") or before in {"people", "we", "they", "you", "i"}
        if is_several and (word in BARE_VERBS or word in NOUNS_OR_VERBS):
            return True
        is_one = index > 1 or before not in BARE_VERBS
        if is_one and not is_several and re.fullmatch(r"[a-z]{2,}[^s\W]s", word) and after not in {"to", "if", "when"}:
            return True
    return False


def names_a_thing_with_its_belief(text: str) -> bool:
    """Whether a fragment is a thing with what it took for granted: 'a page that assumed clinics never close'."""
    return bool(_TOLD_IN_FULL.match(text)) and not is_own_sentence(text)


def is_bare_verb(text: str, *, is_surely_a_doing: bool = False) -> bool:
    """Whether a fragment begins with a verb in its plain form ('ask opening hours at sign-up').

    Args:
        text: The fragment.
        is_surely_a_doing: Whether it answers what one would do: then a word that could be a noun is taken for a verb.
    """
    first, _, rest = text.partition(" ")
    if not rest or rest.lower().startswith("of "):
        return False
    if first.lower() in NOUNS_OR_VERBS:
        return is_surely_a_doing or first_word(rest).lower() in AFTER_A_PRESENT_VERB - {"to", "when"}
    return first.lower() in BARE_VERBS


def is_noun_phrase(text: str) -> bool:
    """Whether a fragment surely names a thing or a doing ('a ten-minute hold', 'keeping the field')."""
    first = first_word(text).lower()
    is_thing = first in DETERMINERS or (first.endswith("ing") and " " in text)
    return is_thing and not is_clause(text) and not SENTENCE_END.search(text)


def is_surely_a_thing(text: str) -> bool:
    """Whether even what stands as a sentence of its own only names a thing: 'A text message to both people.'."""
    bare = text.removesuffix(".")
    return is_noun_phrase(bare) and not any(MAY_BE_A_VERB.search(word) for word in bare.split()[1:])


def is_quantity(text: str) -> bool:
    """Whether a fragment surely names an amount ('one more field', '€12 an order')."""
    first = first_word(text).lower()
    return (first in QUANTITIES or text[:1] in "€$£" or first.isdecimal()) and not is_clause(text)
