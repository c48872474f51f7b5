"""``pivot tally``: count what happens, one line a time. On the quick path: loads neither Textual nor SQLModel."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import Any

from pivot_journal.cli.cells import cut
from pivot_journal.cli.choosing import named
from pivot_journal.cli.session import Session, accept_words
from pivot_journal.domain.errors import OutputFailed, ValueRefused
from pivot_journal.domain.tally import MOST_AT_ONCE, Tally, accept_tally_amount, accept_tally_name, tally_key
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import When
from pivot_journal.domain.words import day_label
from pivot_journal.journal.journal import Journal

_COUNT = re.compile(r"\+[0-9]{1,12}")
_MEANT_AS_COUNT = re.compile(r"\+\S+|-\d+")
_MOST_NAMED = 3


def run_tally(options: argparse.Namespace, session: Session) -> int:
    """Count, or list, show, rename or delete what is counted."""
    accept_words((*options.words, options.rename or ""), "counted")
    name, amount = _read(options.words)
    is_other = options.show or options.delete or options.rename is not None
    if is_other and amount is not None:
        raise ValueRefused(f"+{amount} counts, and does not go together with --show, --rename or --delete.")
    if options.words or (is_other and not options.show):  # an empty variable of a script lists nothing
        accept_tally_name(name)
    with session.journal(options) as journal:
        if not name:
            return _list(options, session, journal)
        if options.show:
            return _show(options, session, journal.tallies.find(name))
        if is_other:
            return _change(options, session, journal, journal.tallies.find(name))
        return _count(options, session, journal, name, amount)


def _read(words: Sequence[str]) -> tuple[str, int | None]:
    """Return the name, and the count where one is given.

    Raises:
        ValueRefused: There are two counts, or one that cannot be.
    """
    counts = [word for word in words if _MEANT_AS_COUNT.fullmatch(word)]
    for count in counts:
        if not _COUNT.fullmatch(count):
            raise ValueRefused(
                f"“{cut(one_line(count), 30)}” is no count. Write + and a whole number from 1 to {MOST_AT_ONCE:,}: +3. "
                "What was counted too much, pivot undo takes back."
            )
    if len(counts) > 1:
        raise ValueRefused(f"There are two counts, {counts[0]} and {counts[1]}. Write one.")
    amount = accept_tally_amount(int(counts[0][1:])) if counts else None
    return one_line(" ".join(word for word in words if word not in counts)), amount


def _count(options: argparse.Namespace, session: Session, journal: Journal, name: str, amount: int | None) -> int:
    if amount is None:
        _refuse_number_without_sign(journal, name)
    amount = amount or 1
    tally = journal.tallies.count(name, amount)
    today = journal.today
    try:
        if options.json:
            session.put_json(tally_object(tally))
        else:
            session.put(str(tally.total))
    except OutputFailed as error:
        raise OutputFailed(f"It is counted: {named(tally.name)} stands at {tally.total:,}. {error}") from error
    if sum(day.counts for day in tally.days) == 1:
        session.tell(_begun(tally, journal.tallies.all()))
    elif session.shows_words:
        session.tell(f"+{amount:,} {tally.name}: {tally.total:,}, of which {tally.between(today, today):,} today")
    return 0


def _refuse_number_without_sign(journal: Journal, name: str) -> None:
    """Refuse 'failed drops 3' where there is 'failed drops': it would begin another tally."""
    start, _, last = name.rpartition(" ")
    if not (start and last.isascii() and last.isdigit()):
        return
    keys = {tally_key(tally.name) for tally in journal.tallies.all()}
    if tally_key(start) in keys and tally_key(name) not in keys:
        raise ValueRefused(f"To count {cut(last, 12)} of {named(start)}, put a + before the number: +{cut(last, 12)}.")


def _begun(tally: Tally, present: Sequence[Tally]) -> str:
    """Say that a tally was begun, and which there were that may have been meant."""
    said = f"A new tally was begun: {named(tally.name)}."
    near = _similar(tally.name, [each.name for each in present if each.id != tally.id])
    if not near:
        return said
    import shlex

    there, again = ", ".join(named(name) for name in near), shlex.quote(tally.name)
    return f"{said} There is {there}; if that was meant, take the new one back: pivot tally {again} --delete"


def _similar(name: str, others: Sequence[str]) -> list[str]:
    from difflib import SequenceMatcher  # only a tally that is begun needs it

    key = tally_key(name)
    likeness = {}
    for other in others:
        other_key = tally_key(other)
        is_part = key in other_key or other_key in key
        likeness[other] = 1.0 if is_part else SequenceMatcher(None, key, other_key).ratio()
    near = [other for other in others if likeness[other] >= 0.7]
    return sorted(near, key=lambda other: -likeness[other])[:_MOST_NAMED]


def _list(options: argparse.Namespace, session: Session, journal: Journal) -> int:
    tallies = journal.tallies.all()
    if options.json:
        session.put_json([tally_object(tally) for tally in tallies])
        return 0
    if tallies:
        digits = max(len(f"{tally.total:,}") for tally in tallies)
        lines = [f"{tally.total:>{digits},}  {_last_day(tally):<15}  {tally.name}" for tally in tallies]
        session.put("\n".join(_fitting(line, session) for line in lines))
    elif session.shows_words:
        session.tell("Nothing is counted yet. Count one: pivot tally NAME")
    return 0


def _show(options: argparse.Namespace, session: Session, tally: Tally) -> int:
    if options.json:
        session.put_json(tally_object(tally))
        return 0
    digits = len(f"{tally.total:,}")
    lines = [f"{tally.total:,}  {tally.name}"]
    for day in tally.days:
        counts = f"  in {day.counts:,} counts" if day.counts > 1 else ""
        lines.append(f"{day.amount:>{digits},}  {day_label(When(day.day)):<15}{counts}".rstrip())
    session.put("\n".join(_fitting(line, session) for line in lines))
    return 0


def _change(options: argparse.Namespace, session: Session, journal: Journal, tally: Tally) -> int:
    if options.delete:
        changed = journal.tallies.trash(tally.id)
        said = f"Deleted: {named(tally.name)}, which stood at {tally.total:,}. pivot undo brings it back."
    else:
        changed = journal.tallies.rename(tally.id, options.rename)
        said = f"{named(tally.name)} is now {named(changed.name)}."
    if options.json:
        session.put_json(tally_object(changed))
    session.tell(said)
    return 0


def tally_object(tally: Tally) -> dict[str, Any]:
    """Return a tally with the keys that the command line's contract names."""
    return {
        "name": tally.name,
        "total": tally.total,
        "days": [{"day": day.day.isoformat(), "amount": day.amount, "counts": day.counts} for day in tally.days],
    }


def _last_day(tally: Tally) -> str:
    return day_label(When(tally.last_on)) if tally.last_on else ""


def _fitting(line: str, session: Session) -> str:
    return cut(line, session.width) if session.width else line
