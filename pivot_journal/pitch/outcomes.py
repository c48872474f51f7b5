"""The sentences after the moment: whom it was raised with, what else could have been chosen, what came of it."""

from __future__ import annotations

import re

from pivot_journal.pitch import fragments, sentences
from pivot_journal.pitch.vocabulary import PAST_NOT_PARTICIPLE

_NOBODY = frozenset({"nobody", "no one", "none", "no-one", "anyone", "anybody"})
_ARTICLES = re.compile(r"(?:the|a|an|my|our|his|her|their|its|each|every|all|both|two|three|some)\b", re.IGNORECASE)
_FULL_NAME = re.compile(
    r"[A-ZÀ-Þ][a-zß-ÿ'’-]+(?: [A-ZÀ-Þ][a-zß-ÿ'’-]+){1,2}(?<!Lead)(?<!Manager)(?<!Head)(?<!Director)(?<!Team)(?<!Owner)"
    r"(?<!Desk)(?<!Operations)(?<!Product)(?<!Engineer)(?<!Supervisor)(?<!Coordinator)"
)
"""Somebody's name, which should not stand there, but is no 'the Sabine Krause' either."""
_NO_ANSWER = re.compile(
    r"(?:nothing|no (?:answer|reply|response|feedback|reaction))(?: (?:yet|so far))?", re.IGNORECASE
)
_MORE_OR_LESS = re.compile(r"(?:more|fewer|less|extra|another)\b", re.IGNORECASE)
_HARDER = re.compile(
    r"(?:a (?:bit|little) )?(?:slower|harder|longer|later|worse|heavier|dearer|costlier|riskier|uglier"
    r"|busier|quieter)\b",
    re.I,
)
_SOME = re.compile(r"(?:some|a few|few)\b", re.IGNORECASE)
_MODAL = re.compile(r"(?:would|wouldn['’]t|should|shouldn['’]t|could|might) ", re.IGNORECASE)
_SAYS_WHO_CHOOSES = re.compile(r"\b(?:would|could|should|might|I|I'd|I’d|we|we'd)\b")
_PRODUCT_MANAGER = re.compile(r"\bproduct manager\b", re.IGNORECASE)
_NOT = re.compile(r"(?:not|don['’]t|do not|never) (?=\w)", re.IGNORECASE)


def raised_sentence(raised_with: str, raised_reply: str, did: str, elsewhere: str) -> str:
    """Say to which role it was raised and what came back, as far as the user's own part does not say so."""
    role, reply = sentences.said(raised_with).rstrip(" .,;:"), sentences.said(raised_reply)
    if role:
        role = sentences.uncapitalised(role, elsewhere)
        has_article = role.casefold() in _NOBODY or _ARTICLES.match(role) or _FULL_NAME.fullmatch(role)
        role = role if has_article else f"the {role}"
    is_told = not role or _is_named(role.removeprefix("the "), did)
    raised = "" if is_told else f"I raised it with {role}"
    if not reply or reply.casefold().rstrip(".") in did.casefold():
        return sentences.finished(raised) if raised else ""
    if fragments.is_own_sentence(reply):
        return " ".join(each for each in (f"{raised}." if raised else "", sentences.mended(reply)) if each)
    bare = sentences.fragment(reply, elsewhere)
    is_deed = fragments.begins_with_past_verb(bare) and role and role.casefold() not in _NOBODY
    if is_deed:
        who = f"{raised}, who" if raised else sentences.capitalised(role)
        return sentences.finished(f"{who} {bare[0].lower()}{bare[1:]}")
    answer = _answer(bare)
    return f"{raised}. {answer}" if raised else answer


def _is_named(role: str, did: str) -> bool:
    """Whether the user's own part says already with whom: 'wrote it up for the PM', asked with a 'payments PM'."""
    role, did = (_PRODUCT_MANAGER.sub("PM", words) for words in (role, did))
    if role.casefold() in did.casefold():
        return True
    named = role.split()
    return len(named) > 1 and bool(re.search(rf"\b(?:the|our|my) {re.escape(named[-1])}\b", did, re.IGNORECASE))


def _answer(bare: str) -> str:
    no_answer = _NO_ANSWER.match(bare)
    if no_answer and no_answer.end() == len(bare):
        return sentences.sentence(f"{bare} came back")
    if no_answer:
        return sentences.sentence(bare)
    if bare.lower().startswith("that "):
        return sentences.finished(f"The answer was {bare[0].lower()}{bare[1:]}")
    if fragments.is_clause(bare) and not bare.endswith("?"):
        return sentences.finished(f"The answer was that {bare}")
    return sentences.finished(f"The answer was: {bare}")


def option_sentence(line: str, lead: str, elsewhere: str, *, is_own: bool, is_ahead: bool = False) -> str:
    """Say what else could have been chosen.

    Args:
        line: The user's words.
        lead: What it is called: 'the other option'.
        elsewhere: What else the user wrote, to tell names from words.
        is_own: Whether it is what the user would have chosen.
        is_ahead: Whether the launch is still to come, so that it can be chosen yet.
    """
    bare = sentences.fragment(line, elsewhere)
    option = f"{sentences.capitalised(lead)} {'is' if is_ahead else 'was'}"
    if is_own:
        option = "I would choose" if is_ahead else "I would have chosen"
    if _MODAL.match(bare):
        return sentences.sentence(f"I {bare[0].lower()}{bare[1:]}")
    if _SAYS_WHO_CHOOSES.search(sentences.mended(line)):
        return sentences.sentence(line)
    refused = _NOT.match(bare)
    if refused and fragments.is_bare_verb(bare[refused.end() :], is_surely_a_doing=True):
        return sentences.finished(f"{option} not to {bare[refused.end() :]}")
    if fragments.is_bare_verb(bare, is_surely_a_doing=True):
        return sentences.finished(f"{option} to {bare[0].lower()}{bare[1:]}")
    first = bare.partition(" ")[0].lower()
    if is_own and not is_ahead and fragments.begins_with_past_verb(bare) and first not in PAST_NOT_PARTICIPLE:
        return sentences.finished(f"I would have {bare[0].lower()}{bare[1:]}")
    if fragments.is_own_sentence(line) and not fragments.is_surely_a_thing(line):
        return sentences.mended(line)
    if fragments.is_noun_phrase(bare):
        return sentences.finished(f"{option} {bare}")
    return sentences.finished(f"{sentences.capitalised(lead)}: {bare}")


def cost_sentence(line: str, elsewhere: str, *, is_ahead: bool = False) -> str:
    """Say what the alternative would have cost, or would cost where the launch is still to come."""
    if fragments.is_own_sentence(line):
        return sentences.mended(line)
    bare = sentences.fragment(line, elsewhere)
    if re.match(r"(?:would|could|might) ", bare):
        return sentences.sentence(f"That {bare}")
    if _MORE_OR_LESS.match(bare) and not fragments.is_clause(bare):
        return sentences.finished(f"That would {'mean' if is_ahead else 'have meant'} {bare}")
    if fragments.is_quantity(bare) and not _SOME.match(bare):
        return sentences.finished(f"That would {'cost' if is_ahead else 'have cost'} {bare}")
    price = f"The price would {'be' if is_ahead else 'have been'}"
    if fragments.is_noun_phrase(bare) and not _SOME.match(bare):
        return sentences.finished(f"{price} {bare}")
    if _HARDER.match(bare):
        return sentences.finished(f"That would {'be' if is_ahead else 'have been'} {bare}")
    if fragments.is_clause(bare) and not fragments.SENTENCE_END.search(bare):
        return sentences.finished(f"{price} that {bare}")
    return sentences.finished(f"The price: {bare}")


def came_of_it_sentence(text: str, elsewhere: str) -> str:
    """Say what came of it; what was done is not said to have been done by the user."""
    line = sentences.said(text)
    if not line or fragments.is_own_sentence(line):
        return sentences.mended(line)
    bare = sentences.fragment(line, elsewhere)
    if fragments.begins_with_past_verb(bare) or _NO_ANSWER.fullmatch(bare):
        return sentences.finished(f"What came of it: {bare}")
    return sentences.sentence(line)


def learned_sentence(text: str, elsewhere: str) -> str:
    """Say what the user learned."""
    line = sentences.said(text)
    if not line or fragments.is_own_sentence(line):
        return sentences.mended(line)
    bare = sentences.fragment(line, elsewhere)
    first = bare.partition(" ")[0].lower()
    if first in {"i", "we"} or bare.startswith(("I'", "I’")):
        return sentences.sentence(line)
    if first in {"to", "that", "how", "why", "what", "when", "where"} or bare.lower().startswith("not to "):
        return sentences.finished(f"I learned {bare[0].lower()}{bare[1:]}")
    if first in {"never", "always"} and fragments.is_bare_verb(bare.partition(" ")[2], is_surely_a_doing=True):
        return sentences.finished(f"I learned to {bare[0].lower()}{bare[1:]}")
    if fragments.begins_with_past_verb(bare):
        return sentences.own_deed(line)
    if fragments.is_bare_verb(bare):
        return sentences.finished(f"I learned to {bare[0].lower()}{bare[1:]}")
    if fragments.is_clause(bare):
        return sentences.finished(f"I learned that {bare}")
    return sentences.finished(f"What I learned: {bare}")
