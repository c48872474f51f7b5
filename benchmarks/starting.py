"""From the start of the process to the first paint and to the first useful screen, and the memory it takes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measuring import WARM_UP, Figure, Goal, Part
from benchmarks.notes import NEWEST, Workshop, pivot
from benchmarks.others import SCREENS, Others
from benchmarks.terminal import Terminal

BARE = "a bare Textual app"
_BARE_READY = "ready to be written in"
_PAINTED = r"a add[\s\S]*quit"
"""The line of keys: the whole frame stands when it does."""
_WALK = (b"\x1b[F", b"\x1b[6~", b"\x1b[H", b"\x1b[6~", b"2", b"3", b"4", b"1")
"""End, page down, home, page down, each view: what is taken into memory on an ordinary evening."""


@dataclass(slots=True)
class _Case:
    argv: Sequence[str]
    painted: str
    useful: str
    journal: Path | None = None
    is_walked: bool = False
    firsts: list[float] = field(default_factory=list)
    usefuls: list[float] = field(default_factory=list)
    memories: list[float] = field(default_factory=list)


def measure(workshop: Workshop, others: Others, runs: int, sizes: tuple[int, ...]) -> Part:
    """Start each program in turn.

    Args:
        workshop: Where the journals are.
        others: Where the other programs come from.
        runs: How often each is started.
        sizes: Entries.
    """
    part = Part("Starting")
    cases = {BARE: _Case([sys.executable, "-m", "benchmarks.bare"], _BARE_READY, _BARE_READY, is_walked=True)}
    for size in sizes:
        cases[f"pivot, {size:,}"] = _Case(pivot(), _PAINTED, NEWEST, workshop.copy(size), is_walked=True)
    for other in SCREENS:
        program = others.find(other.package, other.name)
        if program is not None:
            cases[other.name] = _Case([str(program), *other.arguments], r"\S", other.useful)
    failed: set[str] = set()
    names = list(cases)
    for round_ in range(WARM_UP + runs):
        shift = round_ % len(names)
        for name in names[shift:] + names[:shift]:
            if name in failed:
                continue
            try:
                _run(cases[name], workshop, is_counted=round_ >= WARM_UP)
            except (RuntimeError, OSError) as error:
                if name.startswith("pivot") or name == BARE:
                    raise
                failed.add(name)
                part.remarks.append(f"{name} did not come to its first screen and was skipped: {str(error)[:80]}")
    _tell(part, {name: case for name, case in cases.items() if name not in failed}, sizes)
    return part


def _run(case: _Case, workshop: Workshop, *, is_counted: bool) -> None:
    with Terminal(case.argv, workshop.environ(case.journal), cwd=workshop.home) as terminal:
        start = terminal.start(case.painted, case.useful)
        if case.is_walked:
            for key in _WALK:
                terminal.settle(0.1)
                terminal.send(key)
            terminal.settle(0.4)
        if is_counted:
            case.firsts.append(start.painted)
            case.usefuls.append(start.useful)
            case.memories.append(terminal.memory())


def _tell(part: Part, cases: dict[str, _Case], sizes: tuple[int, ...]) -> None:
    few, many = f"pivot, {sizes[0]:,}", f"pivot, {sizes[-1]:,}"
    bare = cases[BARE]
    for heading, unit, samples in (
        ("first paint", "ms", lambda case: case.firsts),
        ("first useful screen", "ms", lambda case: case.usefuls),
        ("memory", "MB", lambda case: case.memories),
    ):
        part.figures += _rows(heading, unit, samples, cases, bare)
    found = {figure.what: figure for figure in part.figures}
    first = found[f"first paint: {few}"]
    part.goals.append(Goal.at_most("first paint in a terminal", 1.6, first, found[f"first paint: {BARE}"]))
    own = found[f"first useful screen: {few}"]
    rivals = [found[f"first useful screen: {other.name}"] for other in SCREENS if other.name in cases]
    if rivals:
        quickest = min(rivals, key=lambda figure: figure.median)
        reached = f"{own.median:.0f} ms, {own.median / quickest.median:.2f} × {quickest.what.split(': ')[1]}"
        reach = f"ahead of {', '.join(figure.what.split(': ')[1] for figure in rivals)}"
        is_ahead = own.median < quickest.median
        part.goals.append(Goal(f"first useful screen, {sizes[0]:,} entries", reach, reached, is_ahead))
    if few != many:
        useful = found[f"first useful screen: {many}"]
        part.goals.append(Goal.at_most(f"first useful screen, {sizes[-1]:,} entries", 1.2, useful, own))
        held = found[f"memory: {many}"]
        part.goals.append(Goal.at_most(f"memory, {sizes[-1]:,} entries", 1.3, held, found[f"memory: {few}"]))


def _rows(
    heading: str, unit: str, samples: Callable[[_Case], list[float]], cases: dict[str, _Case], bare: _Case
) -> list[Figure]:
    lowest = Figure(f"{heading}: {BARE}", tuple(samples(bare)), unit)
    rest = [
        Figure(f"{heading}: {name}", tuple(samples(case)), unit, beside=lowest)
        for name, case in cases.items()
        if case is not bare
    ]
    return [lowest, *rest]
