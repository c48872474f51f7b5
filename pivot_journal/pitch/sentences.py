"""The little grammar that makes a user's words stand as sentences; it may add words around them, never change them.

Where it is not sure what kind of fragment it was given, it chooses the form that is right for any: after a colon.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from pivot_journal.domain.text import inline_tags, one_line
from pivot_journal.pitch.fragments import (
    ENDS,
    SENTENCE_END,
    first_word,
    is_bare_verb,
    is_clause,
    is_noun_phrase,
    is_own_sentence,
    is_past_in_ed,
    verb_of,
)
from pivot_journal.pitch.vocabulary import (
    ABBREVIATIONS,
    AFTER_A_VERB,
    ASKING,
    BARE_VERBS,
    BEFORE_A_VERB,
    COMPOUNDING,
    DEEDS,
    DETERMINERS,
    NOUNS_OR_VERBS,
    OPENING_DETERMINERS,
    PAST_VERBS,
    PRONOUNS,
    SAFE_TO_LOWER,
)

QUOTED_WORDS = 40
"""A note is quoted from its beginning: the first sentence, and more only while they fit into so many words."""

_REMEMBERED, _LONGEST_REMEMBERED = 1024, 2_000
"""What was typed is read again at every key; so many texts of so many characters are remembered as they were read."""
_LOOSE_END = " ,;:-–—"
_ABBREVIATION = re.compile(r"(?:\b(?:No|Nr|Dr|Mr|Mrs|Ms|St|vs|approx|e\.g|i\.e|a\.m|p\.m)|\b[A-Z])\.$")
_TAG = re.compile(r"(?<![\w#&/])#([^\s#]+)")
_BEFORE_PREPOSITION = re.compile(r" (?:at|by|for|from|in|into|of|on|per|to|via|with|without)(?= )", re.IGNORECASE)

_SMALL_I = re.compile(r"(?<![\w.'’/-])i(?=['’](?:m|d|ve|ll)\b|\s+[a-z])")
_SMALL_DAY = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?=s?\b)"
    r"|\b(?:january|february|april|june|july|september|october|november|december)\b"
    r"|\b(?:christmas|easter)\b"
    r"|(?:(?<=\bin )|(?<=\bof )|(?<=\bby )|(?<=\bsince )|(?<=\buntil ))(?:march|may)\b|(?<=\d )march\b"
)
_LOOSE_START = re.compile(r"(?P<word>[^\W\d_][\w'’]*|[\d%)\]]+)(?P<stop>[.!?]\s+)(?P<first>[a-z])(?P<second>[\w'’ -]?)")
"""Where a sentence begins in small letters."""


def said(text: str) -> str:
    """Return a text as one line; empty where it holds nothing that can be said."""
    line = one_line(text)
    return line if any(character.isalnum() for character in line) else ""


def finished(text: str, stop: str = ".") -> str:
    """Return a one-line text with a stop at its end, in place of a loose comma, colon or dash."""
    return text if ENDS.search(text[-8:]) else text.rstrip(_LOOSE_END) + stop


def capitalised(text: str) -> str:
    """Return a text with a capital first letter; a word with a capital further in ('iPhone') stays."""
    if text[:1].islower() and not first_word(text)[1:2].isupper() and len(text[0].upper()) == 1:
        return text[0].upper() + text[1:]
    return text


def uncapitalised(text: str, elsewhere: str = "") -> str:
    """Return a text for the middle of a sentence: in lower case where its first word is surely no name.

    Args:
        text: A fragment that may begin with a capital.
        elsewhere: What else the user wrote; a word that stands there in lower case is no name.
    """
    first = first_word(text)
    if not text[:1].isupper() or not text.startswith(first) or first[1:] != first[1:].lower() or first == "I":
        return text
    lower = first.lower()
    is_no_name = lower in SAFE_TO_LOWER or lower in BARE_VERBS or lower in NOUNS_OR_VERBS
    is_no_name = is_no_name or lower.partition("-")[0] in COMPOUNDING or bool(_DOING.fullmatch(lower))
    if is_no_name or re.search(rf"(?<!\w){re.escape(lower)}(?!\w)", elsewhere):
        return text[0].lower() + text[1:]
    return text


@lru_cache(maxsize=_REMEMBERED)
def _mended(text: str) -> str:
    def begun(found: re.Match[str]) -> str:
        is_name = found["second"].isupper() or (not found.start() and found["word"].isdecimal())
        if is_name or found["word"].lower() in ABBREVIATIONS or (len(found["word"]) == 1 and found["word"].isalpha()):
            return found[0]
        return f"{found['word']}{found['stop']}{found['first'].upper()}{found['second']}"

    text = _SMALL_DAY.sub(lambda found: found[0].capitalize(), _SMALL_I.sub("I", text))
    return _LOOSE_START.sub(begun, text)


def mended(text: str) -> str:
    """Return a one-line text with 'i' as 'I' and a capital for days, months and where a further sentence begins."""
    return _mended(text) if len(text) <= _LONGEST_REMEMBERED else _mended.__wrapped__(text)


def sentence(text: str) -> str:
    """Return the user's words as a sentence: a capital first, a stop last; empty where there is nothing to say."""
    line = mended(said(text))
    return capitalised(finished(line)) if line else ""


def own_deed(text: str, *, is_surely_a_deed: bool = False) -> str:
    """Return what the user saw or did as a sentence, with the 'I' that a note leaves out ('counted the shelves').

    Args:
        text: The user's words.
        is_surely_a_deed: Whether it answers what they did themselves: then more kinds of beginnings want their 'I',
            and what names a thing is introduced as their part.
    """
    line = said(text)
    sentences = _deeds_of(line, is_surely_a_deed=is_surely_a_deed)
    return " ".join(_with_its_i(each, is_surely_a_deed=is_surely_a_deed) for each in sentences)


def _deeds_of(line: str, *, is_surely_a_deed: bool) -> list[str]:
    """Split a line where a further sentence leaves out its 'I' too."""
    deeds, end = [], 0
    for stop in re.finditer(r"(?<=[a-z0-9)%][.!?])\s+(?=[a-z])", line):
        is_abbreviated = line[end : stop.start()].rpartition(" ")[2].rstrip(".").lower() in ABBREVIATIONS
        if not is_abbreviated and _wants_its_i(line[stop.end() :], is_surely_a_deed=is_surely_a_deed):
            deeds.append(line[end : stop.start()])
            end = stop.end()
    return [each for each in (*deeds, line[end:]) if each]


def _with_its_i(line: str, *, is_surely_a_deed: bool) -> str:
    first = first_word(line).lower()
    if _wants_its_i(line, is_surely_a_deed=is_surely_a_deed):
        was = "was " if first.endswith("ing") else ""
        return sentence(f"I {was}{line[0].lower()}{line[1:]}")
    if is_surely_a_deed and is_noun_phrase(line) and not is_own_sentence(line) and first not in _OF_OTHERS:
        return sentence(f"My part was {line[0].lower()}{line[1:]}")
    return sentence(line)


_DOING = re.compile(r"(?!boeing|sterling|beijing|king|ring)[a-z]{3,}ing")
_OF_OTHERS = frozenset({"our", "their", "this", "that", "these", "those"})
_DOINGS_AT_ONCE = re.compile(
    r"[a-z]{3,}ing (?:the|a|an|every|each|all|my|our|their|with|for|to|through|it|them)\b", re.I
)


def _wants_its_i(line: str, *, is_surely_a_deed: bool) -> bool:
    first, _, rest = line.partition(" ")
    second = first_word(rest).lower()
    if first.lower() in BEFORE_A_VERB and rest:
        first, second = second, first_word(rest.partition(" ")[2]).lower()
    bare = verb_of(first)
    if bare in PAST_VERBS or (is_past_in_ed(bare) and second in AFTER_A_VERB):
        return True
    if not is_surely_a_deed:
        return False
    is_told_now = bare in BARE_VERBS | NOUNS_OR_VERBS and second in AFTER_A_VERB and second != "of"
    is_past = bare in DEEDS or (is_past_in_ed(bare) and bool(second))
    return is_past or is_told_now or bool(_DOINGS_AT_ONCE.match(line))


def question(text: str) -> str:
    """Return the user's question or ask as a sentence, with a question mark where it begins like a question.

    What only names a question ('how you test a default') is put as something one would like to hear.
    """
    line = said(text)
    first, _, rest = line.partition(" ")
    asking = first_word(first).lower()
    is_asked = asking in ASKING or re.sub(r"['’]?s$", "", asking) in ASKING
    is_named = first.lower() in {"how", "what", "where", "when", "why", "whether", "which", "who"} and (
        first_word(rest).lower() in PRONOUNS
    )
    if (is_named and not line.endswith("?")) or first.lower() == "whether":
        line = f"I would like to hear {line[0].lower()}{line[1:]}".rstrip("?")
        is_asked = False
    return capitalised(finished(mended(line), "?" if is_asked else ".")) if line else ""


def first_sentence(text: str) -> str:
    """Return the first whole sentence of a one-line text."""
    for stop in SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[max(0, stop.end() - 10) : stop.end()].rstrip()):
            return text[: stop.start()]
    return text


def fragment(text: str, elsewhere: str = "") -> str:
    """Return a one-line text ready to stand inside a sentence: without its last full stop and a needless capital."""
    bare = text.removesuffix(".") if text.count(".") == 1 else text
    return uncapitalised(mended(bare.rstrip(_LOOSE_END)), elsewhere)


def naming(title: str, elsewhere: str = "") -> str:
    """Return a decision's title as something that can be spoken of inside a sentence.

    'Same-day slots' becomes 'same-day slots', 'Night drop' 'the Night drop', and 'move to batch picking' 'the decision
    to move to batch picking'. What is a clause ('we picked in batches') or was never there ('No field for notes') gives
    an empty text: it cannot do anything.
    """
    bare = fragment(said(title), elsewhere).rstrip("!?… ")
    first = first_word(bare).lower()
    if is_bare_verb(bare):
        return f"the decision to {bare[0].lower()}{bare[1:]}"
    if not bare or is_clause(bare) or first in {"i", "we", "they", "he", "she", "you"}:
        return ""
    if first == "no" or (is_past_in_ed(first) and " " in bare):
        return ""
    return f"the {bare}" if _wants_article(bare, first) else bare


def _wants_article(name: str, first: str) -> bool:
    """Whether a thing is spoken of with 'the': not names, not several things, not what already has an article."""
    head = _BEFORE_PREPOSITION.split(name)[0].split()
    is_proper = all(word[:1].isupper() for word in head) or not name[:1].isalnum()
    is_a_doing = bool(head) and head[-1].lower().endswith("ing")
    return not (is_proper or is_a_doing or is_several(name) or first in DETERMINERS or first in OPENING_DETERMINERS)


def is_several(name: str) -> bool:
    """Whether a name is that of several things ('same-day slots', 'lockers for collection')."""
    head = _BEFORE_PREPOSITION.split(name)[0].split()
    return bool(head) and bool(re.search(r"[^su]s$", head[-1].lower()))


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
    for stop in chain((match.end() for match in SENTENCE_END.finditer(line)), (len(line),)):
        if stop < len(line) and _ABBREVIATION.search(line[max(end, stop - 10) : stop].rstrip()):
            continue
        words += len(line[end:stop].split())
        if end and words > QUOTED_WORDS:
            break
        end = stop
    return line[:end].rstrip(), f"{line[end:]} {rest}".strip()
