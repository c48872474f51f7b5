"""``pivot list`` and ``pivot show``. On the quick path: loads neither Textual nor SQLModel."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from typing import TYPE_CHECKING

from pivot_journal.cli.choosing import decision_meant, named
from pivot_journal.cli.session import Session
from pivot_journal.cli.showing import instant_text, observation_details, observation_line, observation_object
from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Triage
from pivot_journal.domain.text import accept_tag, one_line
from pivot_journal.journal.journal import Journal

if TYPE_CHECKING:
    from pivot_journal.domain.query import Query
    from pivot_journal.domain.when import When

_MOST = 1 << 62
"""More than any journal holds, and still a number that the database knows."""


def run_list(options: argparse.Namespace, session: Session) -> int:
    """Print the observations that are meant, newest first."""
    with session.journal(options) as journal:
        chosen = _filter(options, session, journal)
        limit = min(options.number, _MOST) or -1
        found = journal.observations.page(chosen, limit=limit, oldest_first=options.oldest_first)
        is_told = session.shows_words and bool(found or not options.json)  # "[]" says by itself that nothing was found
        hint = _hint(journal, chosen, len(found), limit) if is_told else ""
    if options.json:
        session.put_json([observation_object(observation) for observation in found])
    elif found:
        digits = max(len(str(observation.number)) for observation in found)
        query = chosen.query if session.has_style else None
        lines = [observation_line(each, digits=digits, width=session.width, query=query) for each in found]
        session.put("\n".join(lines), is_clean=query is not None)
    if hint:
        session.tell(hint)
    return 0


def run_show(options: argparse.Namespace, session: Session) -> int:
    """Print everything that is known of one observation."""
    with session.journal(options) as journal:
        observation = journal.observations.with_wordings(options.number)
    if options.json:
        extra = {
            "trashed": observation.is_trashed,
            "reference": {
                "source": observation.reference.source,
                "dated_on": observation.reference.dated_on.isoformat() if observation.reference.dated_on else None,
                "reference": observation.reference.reference,
            },
            "earlier": [
                {"text": wording.text, "written_at": instant_text(wording.written_at)}
                for wording in observation.earlier
            ],
        }
        session.put_json(observation_object(observation) | extra)
        return 0
    session.put("\n".join(observation_details(observation, width=session.width)))
    return 0


def _hint(journal: Journal, chosen: Filter, found: int, limit: int) -> str:
    """Return what a person wants to know beside a list; empty for nothing."""
    if found:
        total = journal.observations.count(chosen) if found == limit else found
        return f"{found} of {total}; -n 0 shows all." if total > found else ""
    if chosen.is_empty:
        return "The journal is empty. Write a line: pivot add"
    from pivot_journal.domain.query import Decided, Tagged

    tags = [chosen.tag] if chosen.tag else []
    conditions = [c.term for c in chosen.query.conditions if not c.is_negated] if chosen.query else []
    tags += [term.name for term in conditions if isinstance(term, Tagged) and not term.is_prefix]
    for tag in tags:
        if not journal.observations.is_tag(tag):
            return f"Nothing matches: there is no tag #{tag}."
    for term in conditions:
        if isinstance(term, Decided) and not journal.observations.find_decision(term.part):
            return f"Nothing matches: no decision has {named(term.part)} in its title."
    return "Nothing matches."


def _filter(options: argparse.Namespace, session: Session, journal: Journal) -> Filter:
    first_day, last_day = _days(options, session, journal)
    decision_id = None
    if options.decision is not None:
        decision_id = decision_meant(journal, options.decision)
        if decision_id is None:
            raise NotFound(f"No decision matches {named(one_line(options.decision))}.")
    return Filter(
        query=_query(options, session, journal),
        first_day=first_day,
        last_day=last_day,
        tag="" if options.tag is None else accept_tag(options.tag),
        triage=Triage(options.triage) if options.triage else None,
        decision_id=decision_id,
        starred=options.starred,
    )


def _query(options: argparse.Namespace, session: Session, journal: Journal) -> Query | None:
    if not options.words:
        return None
    from pivot_journal.domain.query_parser import parse_query

    def read_date(phrase: str) -> When:
        from pivot_journal.dates import parse_when

        return parse_when(phrase, journal.today, day_order=session.day_order(phrase))

    query = parse_query(" ".join(_as_typed(word) for word in options.words), read_date)
    if query.by_relevance and options.oldest_first:
        raise ValueRefused("sort:relevance does not go together with --oldest-first.")
    return query


def _as_typed(word: str) -> str:
    """Return an argument as it was typed: of decision:"same day", the shell has taken the quotation marks."""
    found = re.fullmatch(r"((?:-|not:)?decision:)([^\s\":]+\s[^\":]*)", word)
    return f'{found[1]}"{found[2]}"' if found else word


def _days(options: argparse.Namespace, session: Session, journal: Journal) -> tuple[dt.date | None, dt.date | None]:
    if options.from_ is None and options.to is None:
        return None, None
    from pivot_journal.dates import parse_when

    today = journal.today
    first, last = (
        None if phrase is None else parse_when(phrase, today, day_order=session.day_order(phrase))
        for phrase in (options.from_, options.to)
    )
    first_day = first.day if first else None
    last_day = last.last_day if last else None
    if first_day and last_day and last_day < first_day:
        raise ValueRefused(f"--from is {first}, which lies after --to, {last}. Turn them round.")
    return first_day, last_day
