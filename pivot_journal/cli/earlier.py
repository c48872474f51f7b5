"""``pivot earlier``: what decisions, stories, pitches and the rest said before, and what a merge put aside."""

from __future__ import annotations

import argparse
from typing import Any

from pivot_journal.cli.cells import wrapped
from pivot_journal.cli.keeping import named_thing
from pivot_journal.cli.session import Session, accept_words
from pivot_journal.cli.showing import instant_text
from pivot_journal.domain.earlier_text import EarlierText
from pivot_journal.domain.text import clean, one_line
from pivot_journal.domain.words import as_the_clock_stood, moment_label

_INDENT = "  "
_NARROWEST = 20
"""Cells; in a narrower terminal lines run over."""


def run_earlier(options: argparse.Namespace, session: Session) -> int:
    """Print the earlier texts that have the words, each under what it belonged to."""
    accept_words(options.words, "looked for")
    words = one_line(" ".join(options.words))
    with session.journal(options) as journal:
        found = journal.earlier.all(words)
    shown = found[: options.number] if options.number else found
    if options.json:
        session.put_json([_object(text) for text in shown])
        return 0
    lines = [line for text in shown for line in _lines(text, session)]
    if lines:
        session.put("\n".join(lines))
    if session.shows_words:
        if len(shown) < len(found):
            session.tell(f"{len(shown):,} of {len(found):,}; -n 0 shows all.")
        elif not found:
            session.tell("No earlier text has these words." if words else "Nothing was reworded yet.")
            session.tell("The earlier wordings of an observation are with it: pivot show NUMBER")
    return 0


def _lines(text: EarlierText, session: Session) -> list[str]:
    room = max(session.width - len(_INDENT), _NARROWEST) if session.width else 0
    lines = [line for part in clean(text.text).split("\n") for line in (wrapped(part, room) if room else [part])]
    thing = named_thing(text.table, text.title)
    how = "put aside by a merge" if text.is_of_merge else "replaced"
    moment = as_the_clock_stood(text.replaced_at or text.written_at, session.now())
    return [f"{thing}, {field_name(text.field)}; {how}, {moment_label(moment)}:", *(_INDENT + line for line in lines)]


def _object(text: EarlierText) -> dict[str, Any]:
    return {
        "kind": text.table,
        "title": text.title,
        "field": text.field,
        "text": text.text,
        "written_at": instant_text(text.written_at),
        "replaced_at": instant_text(text.replaced_at) if text.replaced_at else None,
        "by_merge": text.is_of_merge,
    }


def field_name(field: str) -> str:
    """Return what a field is called for a person: 'trade-off', 'would decide'."""
    return "trade-off" if field == "trade_off" else one_line(field.replace("_", " "))
