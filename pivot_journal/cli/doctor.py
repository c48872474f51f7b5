"""``pivot doctor``: check the journal's file, and mend what can be made anew from what the user wrote."""

from __future__ import annotations

import argparse

from pivot_journal.cli.session import Session
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.places import data_folder

_UNUSABLE = 3


def run_doctor(options: argparse.Namespace, session: Session) -> int:
    """Print what was found; status 3 where something is wrong still."""
    try:
        own_folder = data_folder()
    except ValueRefused:  # no home folder, so none of ours in it
        own_folder = None
    with session.journal(options) as journal:
        report, done = journal.examine(own_folder, mends=options.repair)
        path = journal.path
    if options.json:
        session.put_json(
            {
                "journal": str(path),
                "ok": not report.problems,
                "problems": [
                    {"check": problem.check, "message": problem.message, "can_repair": problem.can_repair}
                    for problem in report.problems
                ],
                "repaired": done,
                "notes": report.notes,
                "numbers": report.numbers,
            }
        )
    else:
        width = max((len(name) for name in report.numbers), default=0)
        numbers = [
            f"  {name.replace('_', ' '):<{width}}  {value if isinstance(value, str) else f'{value:,}'}"
            for name, value in sorted(report.numbers.items())
        ]
        found = [f"wrong: {problem.message}" for problem in report.problems]
        verdict = [] if report.problems else ["Everything is as it should be."]
        session.put("\n".join([str(path), *numbers, *report.notes, *done, *found, *verdict]))
    if any(problem.can_repair for problem in report.problems) and not options.repair:
        session.tell("To mend what can be made anew: pivot doctor --repair")
    return _UNUSABLE if report.problems else 0
