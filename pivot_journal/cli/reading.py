"""``pivot list`` and ``pivot show``. On the quick path: loads neither Textual nor SQLModel."""

from __future__ import annotations

import argparse
import datetime as dt
import shutil

from pivot_journal.cli.session import Session
from pivot_journal.cli.showing import as_json, instant_text, observation_details, observation_line, observation_object
from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Triage
from pivot_journal.domain.text import one_line
from pivot_journal.journal.journal import Journal


def run_list(options: argparse.Namespace, session: Session) -> int:
    """Print the observations that are meant, newest first."""
    with session.journal(options) as journal:
        chosen = _filter(options, session, journal)
        limit = options.number if options.number > 0 else -1
        found = journal.observations.page(chosen, limit=limit, oldest_first=options.oldest_first)
        total = journal.observations.count(chosen) if len(found) == limit and session.shows_words else len(found)
    if options.json:
        session.put(as_json([observation_object(observation) for observation in found]))
        return 0
    import sys

    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for observation in found:
        session.put(observation_line(observation, width))
    if total > len(found):
        session.tell(f"{len(found)} of {total}; -n 0 shows all.")
    elif not found and session.shows_words:
        session.tell("Nothing matches." if not chosen.is_empty else "The journal is empty. Write a line: pivot add")
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
        session.put(as_json(observation_object(observation) | extra))
        return 0
    for line in observation_details(observation):
        session.put(line)
    return 0


def _filter(options: argparse.Namespace, session: Session, journal: Journal) -> Filter:
    first, last = options.from_, options.to
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    if first or last:
        from pivot_journal.dates import parse_when

        order = session.settings().day_order
        if first:
            first_day = parse_when(first, journal.today, day_order=order).day
        if last:
            last_day = parse_when(last, journal.today, day_order=order).last_day
        if first_day and last_day and last_day < first_day:
            raise ValueRefused(f"--from {first_day} lies after --to {last_day}.")
    decision_id = None
    if options.decision:
        matches = journal.observations.find_decision(one_line(options.decision))
        if not matches:
            raise NotFound(f"No decision matches “{one_line(options.decision)}”.")
        if len(matches) > 1:
            titles = ", ".join(f"“{title}”" for _, title in matches[:8])
            raise ValueRefused(f"Several decisions match: {titles}. Write more of the one you mean.")
        decision_id = matches[0][0]
    return Filter(
        words=" ".join(options.words),
        first_day=first_day,
        last_day=last_day,
        tag=options.tag.removeprefix("#") if options.tag else "",
        triage=Triage(options.triage) if options.triage else None,
        decision_id=decision_id,
        starred=options.starred,
    )
