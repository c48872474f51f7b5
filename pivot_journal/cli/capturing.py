"""``pivot add``: a line a day, in seconds. On the quick path: loads neither Textual nor SQLModel."""

from __future__ import annotations

import argparse
import re
import sys

from pivot_journal.cli.session import Session
from pivot_journal.cli.showing import as_json, observation_object
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import When
from pivot_journal.domain.words import MARKS, day_label, how_it_is_known
from pivot_journal.journal.journal import Journal

TRIAGE_OPTIONS = {
    "failure": Triage.FAILURE,
    "worry": Triage.WORRY,
    "opportunity": Triage.OPPORTUNITY,
    "not_product": Triage.NOT_PRODUCT,
}
_MANGLED = re.compile(r"(?:^|\s)([,.]\d{2,})\b")


def run_add(options: argparse.Namespace, session: Session) -> int:
    """Write an observation down and print its number."""
    text, came_through_shell = _text(options, session)
    with session.journal(options, create=True) as journal:
        when, text = _when(options, session, journal, text)
        decision_id = _decision(options, session, journal)
        triage = next((t for name, t in TRIAGE_OPTIONS.items() if getattr(options, name)), Triage.UNTRIAGED)
        observation = journal.observations.capture(
            text,
            observed_on=when,
            tags=options.tag,
            starred=options.star,
            triage=triage,
            decision_id=decision_id,
        )
    if options.json:
        session.put(as_json(observation_object(observation)))
    else:
        session.put(str(observation.number))
    if session.shows_words:
        session.tell(_echo(observation))
    mangled = _MANGLED.search(text) if came_through_shell else None
    if mangled:
        session.tell(
            f'pivot: "{mangled[1]}" looks as if the shell took a part of it, such as $6 of $6,490. '
            f"Look at number {observation.number}; put such text in single quotes, or type 'pivot add' alone."
        )
    return 0


def _text(options: argparse.Namespace, session: Session) -> tuple[str, bool]:
    """Return what was typed, and whether it came through the shell's own reading of it."""
    text = " ".join(options.text)
    if options.editor:
        from pivot_journal.editor import edit_text

        return edit_text(text, session.environ), False
    if text:
        return text, True
    if session.is_interactive:
        sys.stderr.write("What happened? ")
        sys.stderr.flush()
        return session.stdin.readline(), False
    if session.stdin is None or session.stdin.isatty():
        raise ValueRefused("There is nothing to write down. Give the text after 'pivot add', or pipe it in.")
    return session.stdin.read(), False


def _when(options: argparse.Namespace, session: Session, journal: Journal, text: str) -> tuple[When | None, str]:
    if not options.on and ":" not in text[:40]:
        return None, text
    from pivot_journal.dates import parse_observed_on, split_prefix

    day_order = session.settings().day_order
    if options.on:
        return parse_observed_on(options.on, journal.today, day_order=day_order), text
    return split_prefix(text, journal.today, day_order=day_order)


def _decision(options: argparse.Namespace, session: Session, journal: Journal) -> str | None:
    if not options.decision:
        if options.new_decision:
            raise ValueRefused("--new-decision goes with -d TITLE.")
        return None
    wanted = one_line(options.decision)
    matches = journal.observations.find_decision(wanted)
    if len(matches) > 1:
        titles = ", ".join(f"“{title}”" for _, title in matches[:8])
        raise ValueRefused(f"Several decisions match “{wanted}”: {titles}. Write more of the one you mean.")
    if matches:
        return matches[0][0]
    if not options.new_decision and not (session.is_interactive and _agrees(session, wanted)):
        raise ValueRefused(f"No decision matches “{wanted}”. Nothing was stored; add --new-decision to make it.")
    return journal.decisions.add(wanted).id


def _agrees(session: Session, title: str) -> bool:
    sys.stderr.write(f"No decision matches “{title}”. Make it? [y/N] ")
    sys.stderr.flush()
    return session.stdin.readline().strip().casefold() in {"y", "yes"}


def _echo(observation: Observation) -> str:
    beside = "".join(f" #{tag}" for tag in observation.tags if f"#{tag.casefold()}" not in observation.text.casefold())
    decision = f" · {observation.decision}" if observation.decision else ""
    mark = MARKS[observation.triage].strip()
    return (
        f"{day_label(observation.observed_on)}  {mark + ' ' if mark else ''}{one_line(observation.text)}{beside}"
        f"{decision}  ({how_it_is_known(observation)})"
    )
