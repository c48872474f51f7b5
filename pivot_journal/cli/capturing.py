"""``pivot add``: a line a day, in seconds. On the quick path: loads neither Textual nor SQLModel."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import re

from pivot_journal.cli.cells import cut
from pivot_journal.cli.choosing import decision_meant, named
from pivot_journal.cli.session import Session, accept_words
from pivot_journal.cli.showing import observation_object, tags_beside
from pivot_journal.domain.errors import JournalError, OutputFailed, ValueRefused
from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.domain.text import accept_tag, accept_text, clean, one_line
from pivot_journal.domain.when import When
from pivot_journal.domain.words import MARKS, day_label, how_it_is_known
from pivot_journal.journal.journal import Journal
from pivot_journal.journal.observations import quoted

TRIAGE_OPTIONS = {
    "failure": Triage.FAILURE,
    "worry": Triage.WORRY,
    "opportunity": Triage.OPPORTUNITY,
    "not_product": Triage.NOT_PRODUCT,
}
_MANGLED = re.compile(r"(?:^|\s)([,.]\d{2,})\b")
_LONGEST_ECHO = 160
"""Cells of a text in the echo: two lines of most terminals."""


def run_add(options: argparse.Namespace, session: Session) -> int:
    """Write an observation down and print its number."""
    _refuse_what_is_wrong_anyway(options)
    came_through_shell = False
    if options.editor:
        from pivot_journal.editor import edit_text

        _refuse_before_writing(options, session, "")
        text = edit_text(" ".join(options.text), session.environ)
        if not clean(text).strip():
            raise ValueRefused(
                "The editor left no text; nothing was stored. One that returns at once has to be told to wait, such as "
                "EDITOR='code --wait'."
            )
    else:
        text, came_through_shell = _text(options, session)
    try:
        accept_text(text, "observation")
        if not (options.editor or session.has_journal(options)):
            _refuse_before_writing(options, session, text)  # no journal is made for nothing
        with session.journal(options, create=True) as journal:
            observation = _capture(options, session, journal, text)
            alike = journal.tags.new_and_alike(observation)
    except JournalError as error:
        if options.editor:
            from pivot_journal.editor import keep_text

            error.args = (f"{error} What you wrote is kept in {keep_text(text)}.",)
        raise
    _report(options, session, observation)
    mangled = _MANGLED.search(observation.text) if came_through_shell else None
    if mangled:
        session.tell(
            f"pivot: “{mangled[1]}” looks as if the shell took a part of it, such as $6 of $6,490. "
            f"Look at number {observation.number}; put such text in single quotes, or type 'pivot add' alone."
        )
    for new, other in alike:
        session.tell(f"pivot: #{new} is new; there is #{other}. To make them one: pivot tags merge {new} {other}")
    return 0


def _refuse_what_is_wrong_anyway(options: argparse.Namespace) -> None:
    """Refuse what is wrong in any journal, before anybody is asked for anything."""
    if options.new_decision and options.decision is None:
        raise ValueRefused("--new-decision goes with -d TITLE.")
    accept_words((*options.text, *options.tag, options.decision or ""))
    for tag in options.tag:
        accept_tag(tag)


def _text(options: argparse.Namespace, session: Session) -> tuple[str, bool]:
    """Return what was typed, and whether it came through the shell's own reading of it."""
    if options.text and options.text != ["-"]:
        return " ".join(options.text), True
    if session.is_interactive:
        return session.ask("What happened? "), False
    return session.piped(), False


def _refuse_before_writing(options: argparse.Namespace, session: Session, text: str) -> None:
    """Refuse a day or a decision that cannot be, without making a journal that is not there yet."""
    if session.has_journal(options):
        with session.journal(options) as journal:
            _when(options, session, journal.today, text)
            _decision(options, session, journal)
    else:
        _when(options, session, session.now().date(), text)
        _decision(options, session, None)


def _capture(options: argparse.Namespace, session: Session, journal: Journal, text: str) -> Observation:
    when, text = _when(options, session, journal.today, text)
    decision_id = _decision(options, session, journal)
    title = one_line(options.decision) if options.decision is not None and decision_id is None else ""
    # one step, so that a decision is not left behind by an observation that was refused
    step = journal.in_one_step(f"add {quoted(text)}") if title else contextlib.nullcontext()
    with step:
        return journal.observations.capture(
            text,
            observed_on=when,
            tags=options.tag,
            starred=options.star,
            triage=next((kind for name, kind in TRIAGE_OPTIONS.items() if getattr(options, name)), Triage.UNTRIAGED),
            decision_id=journal.decisions.add(title).id if title else decision_id,
        )


def _when(options: argparse.Namespace, session: Session, today: dt.date, text: str) -> tuple[When | None, str]:
    if options.on is None and ":" not in text[:40]:
        return None, text
    from pivot_journal.dates import parse_observed_on, split_prefix

    if options.on is not None:
        return parse_observed_on(options.on, today, day_order=session.day_order(options.on)), text
    return split_prefix(text, today, day_order=session.day_order(text[:40]))


def _decision(options: argparse.Namespace, session: Session, journal: Journal | None) -> str | None:
    """Return the decision that is meant; None for none, and for one that has to be made."""
    if options.decision is None:
        return None
    found = decision_meant(journal, options.decision)
    if found is None and not options.new_decision:
        title = named(one_line(options.decision))
        question = f"No decision matches {title}. Make it? [y/N] "
        if not (session.is_interactive and session.ask(question).strip().casefold() in {"y", "yes"}):
            raise ValueRefused(f"No decision matches {title}. Nothing was stored; add --new-decision to make it.")
        options.new_decision = True
    return found


def _report(options: argparse.Namespace, session: Session, observation: Observation) -> None:
    try:
        if options.json:
            session.put_json(observation_object(observation))
        else:
            session.put(str(observation.number))
    except OutputFailed as error:
        raise OutputFailed(f"Number {observation.number} is stored. {error}") from error
    if session.shows_words:
        session.tell(_echo(observation))


def _echo(observation: Observation) -> str:
    decision = f" · {observation.decision}" if observation.decision else ""
    mark = MARKS[observation.triage].strip()
    return (
        f"{day_label(observation.observed_on)}  {mark + ' ' if mark else ''}"
        f"{cut(one_line(observation.text), _LONGEST_ECHO)}{tags_beside(observation)}{decision}"
        f"  ({how_it_is_known(observation)})"
    )
