"""How the cost of each operation grows with the journal: inside one process, on the journal alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks.measuring import Figure, Part, call_ms, in_turn
from benchmarks.notes import Workshop
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Triage
from pivot_journal.journal import Journal, open_journal
from pivot_journal.journal.observations import key_of

PAGE = 100
"""About what a screen asks for."""


def _operations(journal: Journal, path: Path, oldest: dt.date) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give each operation by its name; those that write work on a copy."""
    observations = journal.observations
    somewhere = observations.page(Filter(first_day=None, last_day=oldest + dt.timedelta(days=1_800)), limit=1)[0]
    numbers = iter(range(200, 1 << 30))

    def page(**chosen: object) -> Callable[[], object]:
        return lambda: observations.page(Filter(**chosen), limit=PAGE)  # type: ignore[arg-type]  # fields of a Filter

    yield "open and close", lambda: open_journal(path).close()
    yield "add", lambda: observations.capture("Dock queue over an hour again #dock")
    yield "change the text of one", lambda: observations.edit(somewhere.number, text=f"Reworded, {next(numbers)}")
    yield "sort one", lambda: observations.sort(next(numbers), Triage.NOT_PRODUCT)
    yield "show one with its wordings", lambda: observations.with_wordings(somewhere.number)
    yield "newest page", page()
    yield "a page five years back", lambda: observations.page(Filter(), limit=PAGE, older_than=key_of(somewhere))
    yield "oldest page", lambda: observations.page(Filter(), limit=PAGE, oldest_first=True)
    yield "find: d", page(words="d")
    yield "find: dock", page(words="dock")
    yield "find: dock late", page(words="dock late")
    yield "find: a phrase", page(words='"label printer"')
    yield "find: dock -late", page(words="dock -late")
    yield "find: tag:dock", page(words="tag:dock")
    yield "find: starred dock", page(words="starred dock")
    yield "find: nothing has it", page(words="zeppelin")
    yield "find: dock sort:relevance", page(words="dock sort:relevance")
    yield "count all", lambda: observations.count(Filter())
    yield "count the unsorted", observations.count_unsorted
    yield "next unsorted", observations.next_unsorted


def measure(workshop: Workshop, runs: int, sizes: tuple[int, ...]) -> Part:
    """Time every operation at every size, in turn.

    Args:
        workshop: Where the journals are.
        runs: How often each operation is timed.
        sizes: Entries.
    """
    part = Part("Growth of the journal")
    by_size: dict[int, dict[str, Callable[[], object]]] = {}
    paths = {size: workshop.copy(size) for size in sizes}
    with ExitStack() as stack:
        for size, path in paths.items():
            journal = stack.enter_context(open_journal(path))
            oldest = journal.today - dt.timedelta(days=3_650)
            by_size[size] = dict(_operations(journal, path, oldest))
        rows = []
        for name in by_size[sizes[0]]:
            cases = {f"{size}": _timed(by_size[size][name]) for size in sizes}
            taken = in_turn(runs, cases)
            first = Figure(f"{name}, {sizes[0]:,}", taken[f"{sizes[0]}"])
            figures = [first, *(Figure(f"{name}, {size:,}", taken[f"{size}"], beside=first) for size in sizes[1:])]
            part.figures += figures
            growth = figures[-1].ratio
            rows.append([name, *(f"{each.median:.2f}" for each in figures), f"{growth:.1f} ×" if growth else ""])
    held = [path.stat().st_size / 1e6 for path in paths.values()]
    rows.append(["the file, MB", *(f"{size:.1f}" for size in held), f"{held[-1] / held[0]:.1f} ×"])
    columns = ("Operation, ms", *(f"{size:,}" for size in sizes), "last to first")
    part.tables.append(("Growth by operation, medians", columns, [tuple(row) for row in rows]))
    return part


def _timed(operation: Callable[[], object]) -> Callable[[], float]:
    return lambda: call_ms(operation)
