"""``pivot stats``: what is in the journal, in counts. On the quick path: loads neither Textual nor SQLModel."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from typing import Any

from pivot_journal.cli.cells import cut
from pivot_journal.cli.session import Session
from pivot_journal.domain.text import one_line
from pivot_journal.domain.words import EVIDENCE, MARKS, TRIAGE, day_label
from pivot_journal.journal.statistics import Statistics

_MOST_TAGS = 10
_MOST_MONTHS = 12


def run_stats(options: argparse.Namespace, session: Session) -> int:
    """Print the counts."""
    with session.journal(options) as journal:
        found = journal.statistics()
    if options.json:
        session.put_json(statistics_object(found))
        return 0
    lines = list(_lines(found))
    session.put("\n".join(cut(line, session.width) if session.width else line for line in lines))
    return 0


def statistics_object(found: Statistics) -> dict[str, Any]:
    """Return the counts as the command line gives them."""
    return {
        **found.totals,
        "first_on": found.first_on.day.isoformat() if found.first_on.day else None,
        "last_on": found.last_on.day.isoformat() if found.last_on.day else None,
        "triage": {kind.value: count for kind, count in found.triage.items()},
        "evidence": {grade.value: count for grade, count in found.evidence.items()},
        "years": found.years,
        "months": dict(found.months),
        "tags": dict(found.tags),
        "days_written": found.days_written,
        "streak": found.streak,
        "longest_streak": found.longest_streak,
    }


def _lines(found: Statistics) -> Iterable[str]:
    totals = found.totals
    since = f", {day_label(found.first_on)} to {day_label(found.last_on)}" if found.first_on.day else ""
    yield f"{_counted(totals['notes'], 'note')}{since}"
    more = {"starred": "starred", "undated": "without a date", "in_trash": "in the trash"}
    yield from (f"  {totals[name]:>6,}  {words}" for name, words in more.items() if totals[name])
    yield "  sorted"
    yield from (f"  {count:>6,}  {MARKS[kind]} {TRIAGE[kind]}" for kind, count in found.triage.items() if count)
    yield "  how they are known"
    yield from (f"  {count:>6,}  {EVIDENCE[grade]}" for grade, count in found.evidence.items() if count)
    yield (
        f"{_counted(totals['decisions'], 'decision')}, {_counted(totals['impacts'], 'amount')}, "
        f"{_counted(totals['stories'], 'story', 'stories')}, {_counted(totals['pitches'], 'pitch', 'pitches')}"
    )
    yield (
        f"Written on {_counted(found.days_written, 'day')}; {_counted(found.streak, 'day')} in a row now, "
        f"{found.longest_streak:,} at the most"
    )
    yield from _table("By year", found.years)
    latest = dict([pair for pair in found.months.items() if len(pair[0]) > 4][-_MOST_MONTHS:])
    yield from _table("By month, the latest", latest)
    most = {f"#{one_line(name)}": count for name, count in list(found.tags.items())[:_MOST_TAGS]}
    yield from _table(f"Tags, {len(most)} of {len(found.tags):,}", most)


def _table(heading: str, counts: Mapping[str, int]) -> Iterable[str]:
    if counts:
        yield heading
        yield from (f"  {count:>6,}  {name}" for name, count in counts.items())


def _counted(number: int, one: str, more: str = "") -> str:
    return f"{number:,} {one if number == 1 else more or one + 's'}"
