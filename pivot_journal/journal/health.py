"""Whether a journal's file is sound, and what to do where it is not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pivot_journal.storage.checking import Problem, Report, check, repair
from pivot_journal.storage.database import Database, errors_explained

__all__ = ["Problem", "Report", "examine"]


def examine(database: Database, now: dt.datetime, own_folder: Path | None, *, mends: bool) -> tuple[Report, list[str]]:
    """Look a journal's file over, and mend what can be made anew where that is wanted.

    Returns:
        What was found; after mending, what is still wrong; and what was done, each as a line.
    """
    report = check(database, now, own_folder)
    if not mends or not any(problem.can_repair for problem in report.problems):
        return report, []
    with errors_explained(database.path):
        done = repair(database, report, own_folder)
    return check(database, now, own_folder), done
