"""The little grammar that makes a user's words stand as sentences; it may add words around them, never change them.

Where it is not sure what kind of fragment it was given, it chooses the form that is right for any: after a colon.
"""

from __future__ import annotations

import re
from itertools import chain

from pivot_journal.domain.text import inline_tags, one_line
from pivot_journal.pitch.vocabulary import (
    AFTER_A_VERB,
    ASKING,
    BARE_VERBS,
    COMPOUNDING,
    DETERMINERS,
    FINITE,
    OPENING_DETERMINERS,
    PAST_VERBS,
    QUANTITIES,
    SAFE_TO_LOWER,
)

QUOTED_WORDS = 40
"""A note is quoted from its beginning: the first sentence, and more only while they fit into so many words."""

_ENDS = re.compile(r"[.!?…][\"'”’)\]»]*$")
_LOOSE_END = " ,;:-–—"
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:No|Nr|Dr|Mr|Mrs|Ms|St|vs|approx|e\.g|i\.e|a\.m|p\.m)|\b[A-Z])\.$")
_TAG = re.compile(r"(?<![\w#&/])#([^\s#]+)")
_BEFORE_PREPOSITION = re.compile(r" (?:at|by|for|from|in|into|of|on|per|to|via|with|without)(?= )", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")

_BELIEF = re.compile(
    r"\b(?:assumed|assumes|assuming|assumption|presumed|supposed|(?:took|taken|takes|taking) .{0,60}?\bgranted|believed"
    r"|treat(?:ed|s) .{0,60}?\b(?:as|like)|(?:counted|counts|relied|relies|rested|rests|built) on|designed for"
    r"|built for|made for|meant for|expected)\b",
    re.IGNORECASE,
)
_BELIEF_VERB = re.compile(
    r"(?:assumed|presumed|supposed|took|believed|treated|counted on|relied on|rested on|expected)\b"
)


def said(text: str) -> str:
    """Return a text as one line; empty where it holds nothing that can be said."""
    line = one_line(text)
    return line if any(character.isalnum() for character in line) else ""


def finished(text: str, stop: str = ".") -> str:
    """Return a one-line text with a stop at its end, in place of a loose comma, colon or dash."""
    return text if _ENDS.search(text[-8:]) else text.rstrip(_LOOSE_END) + stop


def capitalised(text: str) -> str:
    """Return a text with a capital first letter; a word with a capital further in ('iPhone') stays."""
    if text[:1].islower() and not _first_word(text)[1:2].isupper() and len(text[0].upper()) == 1:
        return text[0].upper() + text[1:]
    return text


def uncapitalised(text: str, elsewhere: str = "") -> str:
    """Return a text for the middle of a sentence: in lower case where its first word is surely no name.

    Args:
        text: A fragment that may begin with a capital.
        elsewhere: What else the user wrote; a word that stands there in lower case is no name.
    """
    first = _first_word(text)
    if not text[:1].isupper() or not text.startswith(first) or first[1:] != first[1:].lower() or first == "I":
        return text
    lower = first.lower()
    is_no_name = lower in SAFE_TO_LOWER or lower in BARE_VERBS or lower.partition("-")[0] in COMPOUNDING
    if is_no_name or re.search(rf"(?<!\w){re.escape(lower)}(?!\w)", elsewhere):
        return text[0].lower() + text[1:]
    return text


def sentence(text: str) -> str:
    """Return the user's words as a sentence: a capital first, a stop last; empty where there is nothing to say."""
    line = said(text)
    return capitalised(finished(line)) if line else ""


def own_deed(text: str) -> str:
    """Return what the user saw or did as a sentence, with the 'I' that a note leaves out ('counted the shelves')."""
    line = said(text)
    first, _, rest = line.partition(" ")
    is_deed = first.lower().endswith("ed") and _first_word(rest).lower() in AFTER_A_VERB
    if line and (is_deed or _first_word(line).lower() in PAST_VERBS):
        line = f"I {line[0].lower()}{line[1:]}"
    return sentence(line)


def question(text: str) -> str:
    """Return the user's question or ask as a sentence, with a question mark where it begins like a question."""
    line = said(text)
    is_asked = _first_word(line).lower() in ASKING
    return capitalised(finished(line, "?" if is_asked else ".")) if line else ""


def is_own_sentence(text: str) -> bool:
    """Whether a one-line text already stands as a sentence: a capital first and a stop last."""
    return text[:1].isupper() and bool(_ENDS.search(text[-8:]))


def names_a_belief(text: str) -> bool:
    """Whether a text itself says that something was assumed, so that it needs no words around it."""
    return bool(_BELIEF.search(text)) and not _BELIEF_VERB.match(text.lower())


def begins_with_belief_verb(text: str) -> bool:
    """Whether a text only lacks its subject: 'assumed that an address is open all day'."""
    return bool(_BELIEF_VERB.match(text.lower()))


def is_clause(text: str) -> bool:
    """Whether a fragment surely holds a verb of its own ('an address is open all day')."""
    return any(word.lower() in FINITE for word in _FIRST_WORD.findall(text.replace("’", "'")))


def is_bare_verb(text: str) -> bool:
    """Whether a fragment begins with a verb in its plain form ('ask opening hours at sign-up')."""
    first, _, rest = text.partition(" ")
    return first.lower() in BARE_VERBS and bool(rest) and not rest.lower().startswith("of ")


def is_noun_phrase(text: str) -> bool:
    """Whether a fragment surely names a thing or a doing ('a ten-minute hold', 'keeping the field')."""
    first = _first_word(text).lower()
    is_thing = first in DETERMINERS or (first.endswith("ing") and " " in text)
    return is_thing and not is_clause(text) and not _SENTENCE_END.search(text)


def is_quantity(text: str) -> bool:
    """Whether a fragment surely names an amount ('one more field', '€12 an order')."""
    first = _first_word(text).lower()
    return (first in QUANTITIES or text[:1] in "€$£" or first.isdecimal()) and not is_clause(text)


def fragment(text: str, elsewhere: str = "") -> str:
    """Return a one-line text ready to stand inside a sentence: without its last full stop and a needless capital."""
    bare = text.removesuffix(".") if text.count(".") == 1 else text
    return uncapitalised(bare.rstrip(_LOOSE_END), elsewhere)


def naming(title: str, elsewhere: str = "") -> str:
    """Return a decision's title as something that can be spoken of inside a sentence.

    'Same-day slots' becomes 'same-day slots', 'Night drop' 'the Night drop', and 'move to batch picking' 'the decision
    to move to batch picking'. What is a clause ('we picked in batches') gives an empty text: it cannot do anything.
    """
    bare = fragment(said(title), elsewhere).rstrip("!?… ")
    first = _first_word(bare).lower()
    if is_bare_verb(bare):
        return f"the decision to {bare[0].lower()}{bare[1:]}"
    if not bare or is_clause(bare) or first in {"i", "we", "they", "he", "she", "you"}:
        return ""
    if first.endswith("ed") and " " in bare:
        return ""
    return f"the {bare}" if _wants_article(bare, first) else bare


def _wants_article(name: str, first: str) -> bool:
    """Whether a thing is spoken of with 'the': not names, not several things, not what already has an article."""
    head = _BEFORE_PREPOSITION.split(name)[0].split()
    is_proper = all(word[:1].isupper() for word in head) or not name[:1].isalnum()
    is_several = bool(head) and bool(re.search(r"(?:[^su]s|ing)$", head[-1].lower()))
    return not (is_proper or is_several or first in DETERMINERS or first in OPENING_DETERMINERS)


def untagged(text: str) -> str:
    """Return a note as it can be said: tags at its end are left out, elsewhere they lose their sign."""
    words = one_line(text).split()
    end = len(words)
    while end and words[end - 1].startswith("#") and _TAG.fullmatch(words[end - 1]) and inline_tags(words[end - 1]):
        end -= 1
    line = " ".join(words[:end])
    line = line if said(line) else " ".join(words)
    return _TAG.sub(lambda tag: tag[1] if inline_tags(tag[0]) else tag[0], line)


def beginning(text: str) -> tuple[str, str]:
    """Split a note into the whole sentences that are quoted and the rest, which may be empty."""
    first_line, _, more = text.strip().partition("\n")
    line = untagged(first_line) if said(untagged(first_line)) else untagged(text)
    rest = one_line(more) if line != untagged(text) else ""
    end, words = 0, 0
    for stop in chain((match.end() for match in _SENTENCE_END.finditer(line)), (len(line),)):
        if stop < len(line) and _ABBREVIATION.search(line[max(end, stop - 10) : stop].rstrip()):
            continue
        words += len(line[end:stop].split())
        if end and words > QUOTED_WORDS:
            break
        end = stop
    return line[:end].rstrip(), f"{line[end:]} {rest}".strip()


def _first_word(text: str) -> str:
    match = _FIRST_WORD.match(text)
    return match[0] if match else ""
