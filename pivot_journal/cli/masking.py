"""``pivot terms``: the private terms, what is said instead, and a text as it would leave."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any

from pivot_journal.cli.cells import cut
from pivot_journal.cli.choosing import named
from pivot_journal.cli.session import Session, accept_words
from pivot_journal.domain.errors import NotFound, OutputFailed, ValueRefused
from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.domain.text import LONGEST_TEXT, one_line
from pivot_journal.journal.journal import Journal
from pivot_journal.pitch.private import Change, Mask

_UNDECIDED = "(not decided: nothing with it is copied)"


def run_terms(options: argparse.Namespace, session: Session) -> int:
    """List the private terms, or do with one what the first word says."""
    accept_words((*options.words, options.say or ""))
    verb, words = (options.words[0], options.words[1:]) if options.words else ("", [])
    if verb and verb not in _VERBS:
        there = f"To keep it private: pivot terms add {cut(one_line(verb), 30)}"
        raise ValueRefused(f"After 'pivot terms' comes one of: {', '.join(_VERBS)}. {there}")
    if options.say is not None and verb != "add":
        raise ValueRefused("--say goes with: pivot terms add TERM")
    if verb and not one_line(" ".join(words)):
        raise ValueRefused(f"'pivot terms {verb}' needs {'a text, or - for a pipe' if verb == 'try' else 'a term'}.")
    return _VERBS[verb](options, session, words) if verb else _list(options, session)


def _list(options: argparse.Namespace, session: Session) -> int:
    with session.journal(options) as journal:
        terms = journal.terms.all()
    if options.json:
        session.put_json([term_object(term) for term in terms])
    elif terms:
        session.put("\n".join(_line(term) for term in terms))
    elif session.shows_words:
        session.tell("There are no private terms. Keep one from leaving: pivot terms add TERM --say WORDS")
    return 0


def _add(options: argparse.Namespace, session: Session, words: Sequence[str]) -> int:
    with session.journal(options) as journal:
        wanted = " ".join(words)
        present = _present(journal, wanted)
        is_as_it_was = present is not None and options.say is None
        term = present if present and is_as_it_was else journal.terms.set(wanted, options.say or "")
    try:
        _put(options, session, term)
    except OutputFailed as error:
        raise OutputFailed(f"{named(term.term)} is kept private. {error}") from error
    if is_as_it_was:
        session.tell(f"{named(term.term)} is a private term already; --say WORDS changes what is said instead.")
    elif not term.say_instead:
        session.tell(f"Until it is decided what is said instead, nothing with {named(term.term)} is copied.")
    return 0


def _show(options: argparse.Namespace, session: Session, words: Sequence[str]) -> int:
    with session.journal(options) as journal:
        term = journal.terms.find(" ".join(words))
    _put(options, session, term)
    return 0


def _remove(options: argparse.Namespace, session: Session, words: Sequence[str]) -> int:
    with session.journal(options) as journal:
        term = journal.terms.trash(journal.terms.find(" ".join(words)).id)
    if options.json:
        session.put_json(term_object(term))
    session.tell(f"{named(term.term)} is no longer private: it leaves as it is written. pivot undo takes that back.")
    return 0


def _try(options: argparse.Namespace, session: Session, words: Sequence[str]) -> int:
    """Print a text as it would leave."""
    with session.journal(options) as journal:
        mask = Mask(journal.terms.all())
    text = session.read_all("masked") if list(words) == ["-"] else " ".join(words)
    if len(text) > LONGEST_TEXT:
        raise ValueRefused(f"The text has {len(text):,} characters; {LONGEST_TEXT:,} is the most.")
    masked = mask.apply(text)
    if options.json:
        session.put_json({"text": masked.text, "changes": [_change_object(change) for change in masked.changes]})
    else:
        session.put(masked.text.removesuffix("\n"))
    undecided = dict.fromkeys(change.term.term for change in masked.changes if not change.is_decided)
    if undecided:
        session.tell(f"Not decided: {', '.join(named(term) for term in undecided)}. A text with it is not copied.")
    if session.shows_words:
        changed = dict.fromkeys((change.was, change.now) for change in masked.changes if change.is_decided)
        for was, now in changed:
            session.tell(f"{named(one_line(was))} becomes {named(now)}")
        if not masked.changes:
            session.tell("It holds no private term.")
    return 0


_VERBS: dict[str, Callable[[argparse.Namespace, Session, Sequence[str]], int]] = {
    "add": _add,
    "show": _show,
    "remove": _remove,
    "try": _try,
}


def term_object(term: PrivateTerm) -> dict[str, Any]:
    """Return a private term for the user's own scripts."""
    return {"term": term.term, "say_instead": term.say_instead or None}


def _change_object(change: Change) -> dict[str, Any]:
    return {
        "start": change.start,
        "end": change.end,
        "was": change.was,
        "now": change.now,
        "decided": change.is_decided,
    }


def _put(options: argparse.Namespace, session: Session, term: PrivateTerm) -> None:
    if options.json:
        session.put_json(term_object(term))
    else:
        session.put(_line(term))


def _line(term: PrivateTerm) -> str:
    return f"{term.term} → {term.say_instead or _UNDECIDED}"


def _present(journal: Journal, term: str) -> PrivateTerm | None:
    try:
        return journal.terms.find(term)
    except NotFound:
        return None
