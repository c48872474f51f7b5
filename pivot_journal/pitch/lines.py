"""The pitch's own lines as they are said: each is the user's sentence, or a fragment made to stand as one."""

from __future__ import annotations

import re
from collections.abc import Callable

from pivot_journal.domain.pitch import Pitch
from pivot_journal.pitch.fragments import (
    MAY_BE_A_VERB,
    begins_with_past_verb,
    is_bare_verb,
    is_clause,
    is_noun_phrase,
    is_own_sentence,
    is_quantity,
)
from pivot_journal.pitch.roles import SHORT_FIELDS, Role, home
from pivot_journal.pitch.said import Said
from pivot_journal.pitch.sentences import capitalised, finished, fragment, own_deed, question, said, sentence

_YEARS = re.compile(r"(?:over |about |nearly |almost )?[\w-]+ years?\b", re.IGNORECASE)
_IN_WHAT_FOR_YEARS = re.compile(
    r"(?P<what>[^,;:.]+?)(?:,| for) (?P<years>(?:over |about |nearly |almost )?[\w-]+ years?)", re.IGNORECASE
)
_ROLE = re.compile(
    r"\b(?:lead|leader|manager|coordinator|dispatcher|analyst|agent|nurse|supervisor|planner|specialist|clerk|engineer"
    r"|technician|officer|pharmacist|buyer|controller|scheduler|driver|picker|moderator|trainer|assistant|adviser"
    r"|advisor|consultant|administrator)$",
    re.IGNORECASE,
)
_UP_TO_MORE = re.compile(r",| (?:for|at|in|of|on|with|from)\b")
_LONGEST_NAME = 6
"""Words up to which 'your talk on status design' is surely no sentence."""
_ABOUT = re.compile(r" (?:about|on|at|for|of|with|in) (?:\S+ ){0,2}\S+$")
"""The last word after one of these is a thing: 'your talk about alerts'."""
_GREETED = re.compile(r"^(?:hi|hello|hey|dear)\b[\s,]*", re.IGNORECASE)
_NO_NAME = re.compile(r"(?:the|a|an|my|our|your|some|any)\b", re.IGNORECASE)
_TO_THEM = re.compile(r"(?:you|your|thanks?|I|we|our|my)\b", re.IGNORECASE)


def line_said(pitch: Pitch, role: Role, *, is_short: bool = False) -> Said | None:
    """Return what is said for a role of the pitch; None where nothing is written for it.

    Args:
        pitch: Its lines.
        role: One of ``PITCH_ROLES``.
        is_short: Whether the shorter form is said where there is one.
    """
    source = home(role)
    if role is Role.ASK and not said(pitch.ask):
        source = home(Role.QUESTION)
    short = SHORT_FIELDS.get(source) if is_short else None
    if short and said(_field(pitch, short)):
        source = short
    words = said(_field(pitch, source))
    text = _SAID.get(role, sentence)(words) if words else ""
    return Said(text, source) if text else None


def _field(pitch: Pitch, source: str) -> str:
    return str(getattr(pitch, source.partition(".")[2]))


def _greeting(words: str) -> str:
    name = _GREETED.sub("", words).rstrip(" .,;:!-–—")
    if not said(name) or _NO_NAME.match(name):
        return "Hello,"
    return f"Hi {capitalised(name)},"


def _subject(words: str) -> str:
    bare = re.sub(r"^subject\s*:\s*", "", words, flags=re.IGNORECASE)
    return capitalised(bare.removesuffix(".")) if said(bare) else ""


def _who_i_am(words: str) -> str:
    if is_own_sentence(words):
        return words
    bare = fragment(words)
    if _YEARS.match(bare) and not is_clause(bare):
        return sentence(f"I have spent {bare}")
    if is_bare_verb(bare):
        return sentence(f"I {bare}")
    for_years = _IN_WHAT_FOR_YEARS.fullmatch(bare)
    if for_years and not is_clause(bare):
        what, years = for_years["what"], for_years["years"]
        is_role = bool(_ROLE.search(what))
        return sentence(
            f"I have been {_with_article(what)} for {years}" if is_role else f"I have spent {years} in {what}"
        )
    if is_noun_phrase(bare):
        return sentence(f"I am {bare}")
    if _ROLE.search(_UP_TO_MORE.split(bare)[0]) and not is_clause(bare) and not begins_with_past_verb(bare):
        return sentence(f"I am {_with_article(bare)}")
    deed = own_deed(words)
    is_sentence = deed.startswith("I ") or is_clause(bare) or _TO_THEM.match(bare)
    return deed if is_sentence else sentence(f"Who I am: {bare}")


def _with_article(role: str) -> str:
    return f"{'an' if role[0].lower() in 'aeiou' else 'a'} {role}"


def _not_known(words: str) -> str:
    if is_own_sentence(words) or re.match(r"(?:I|we|my)\b", words, re.IGNORECASE):
        return sentence(words)
    bare = fragment(words)
    if re.match(r"never\s+\w+(?:ed|ne|wn|en|un)\b", bare, re.IGNORECASE):
        return sentence(f"I have {bare[0].lower()}{bare[1:]}")
    if re.match(r"(?:how|what|why|when|where|which|whether)\b", bare, re.IGNORECASE):
        return sentence(f"I do not know yet {bare[0].lower()}{bare[1:]}")
    return sentence(words) if is_clause(bare) else sentence(f"What I do not know yet: {bare}")


def _why_earlier(words: str) -> str:
    bare = fragment(words)
    first = bare.partition(" ")[0].lower()
    if is_own_sentence(words):
        return sentence(words)
    if first == "to":
        return sentence(f"I want {bare[0].lower()}{bare[1:]}")
    if first == "because":
        return sentence(f"I want in earlier {bare[0].lower()}{bare[1:]}")
    if first == "be" or is_bare_verb(bare):
        return sentence(f"I want to {bare[0].lower()}{bare[1:]}")
    if first in {"want", "would", "wish", "hope"}:
        return sentence(f"I {bare[0].lower()}{bare[1:]}")
    return sentence(words)


def _why_them(words: str) -> str:
    if is_own_sentence(words):
        return sentence(words)
    bare = fragment(words)
    if re.match(r"(?:because|since) ", bare, re.IGNORECASE):
        return sentence(f"I am writing because {bare.partition(' ')[2]}")
    named = bare.split()
    is_only_named = (
        named[0].lower() == "your"
        and 1 < len(named) <= _LONGEST_NAME
        and not is_clause(bare)
        and not any(MAY_BE_A_VERB.search(word) for word in (named[2:-1] if _ABOUT.search(bare) else named[2:]))
    )
    return sentence(f"I am writing because of {bare[0].lower()}{bare[1:]}") if is_only_named else own_deed(words)


def _they_said(words: str) -> str:
    if is_own_sentence(words) or _TO_THEM.match(words):
        return sentence(words)
    bare = fragment(words)
    if bare.lower().startswith("that "):
        return sentence(f"You said {bare[0].lower()}{bare[1:]}")
    if is_clause(bare):
        return sentence(f"You said that {bare}")
    return sentence(f"What stayed with me from our talk: {bare}")


def _next_step(words: str) -> str:
    bare = fragment(words)
    if is_own_sentence(words):
        return sentence(words)
    if re.match(r"(?:will|can|could|would) (?!I\b|we\b|you\b)", bare, re.IGNORECASE):
        return sentence(f"I {bare[0].lower()}{bare[1:]}")
    if is_bare_verb(bare, is_surely_a_doing=True):
        return sentence(f"Next I will {bare[0].lower()}{bare[1:]}")
    if (is_noun_phrase(bare) or is_quantity(bare)) and not begins_with_past_verb(bare):
        return sentence(f"The next step would be {bare}")
    is_sentence = is_clause(bare) or _TO_THEM.match(bare) or words.endswith("?") or bare.lower().startswith("let")
    return question(words) if is_sentence else sentence(f"My suggestion: {bare}")


def _ask(words: str) -> str:
    bare = fragment(words)
    is_thing = is_noun_phrase(bare) or is_quantity(bare)
    if is_thing and not words.endswith("?") and not is_own_sentence(words):
        return finished(f"May I ask you for {bare}", "?")
    return question(words)


_SAID: dict[Role, Callable[[str], str]] = {
    Role.GREETING: _greeting,
    Role.SUBJECT: _subject,
    Role.WHO_I_AM: _who_i_am,
    Role.NOT_KNOWN: _not_known,
    Role.WHY_EARLIER: _why_earlier,
    Role.WHY_THEM: _why_them,
    Role.THEY_SAID: _they_said,
    Role.NEXT_STEP: _next_step,
    Role.QUESTION: question,
    Role.ASK: _ask,
}
