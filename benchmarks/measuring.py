"""What every benchmark shares: runs in turn, figures with their spread, and the numbers to reach."""

from __future__ import annotations

import math
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

WARM_UP = 1
"""Rounds that are not counted: the first reads files from the disk that the others find in memory."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Something measured several times."""

    what: str
    samples: tuple[float, ...]
    """At least one."""
    unit: str = "ms"
    beside: Figure | None = None
    """What it is a multiple of."""

    @property
    def median(self) -> float:
        """Half of the samples lie below."""
        return statistics.median(self.samples)

    @property
    def most(self) -> float:
        """The 95th percentile: the least sample that 95 of 100 do not exceed; the greatest of fewer than twenty."""
        ordered = sorted(self.samples)
        return ordered[math.ceil(0.95 * len(ordered)) - 1]

    @property
    def ratio(self) -> float | None:
        """The median as a multiple of the other's; None where it stands alone."""
        return self.median / self.beside.median if self.beside is not None and self.beside.median else None


@dataclass(frozen=True, slots=True)
class Goal:
    """A number to reach, and what was reached."""

    what: str
    reach: str
    reached: str
    is_met: bool

    @classmethod
    def at_most(cls, what: str, most: float, figure: Figure, beside: Figure | None = None) -> Goal:
        """Hold a figure as a multiple of another against the most that it may be."""
        other = beside or figure.beside
        assert other is not None
        ratio = figure.median / other.median
        return cls(what, f"at most {most:g} × {other.what}", f"{ratio:.2f} ×", ratio <= most)


@dataclass(slots=True)
class Part:
    """What one benchmark found."""

    title: str
    figures: list[Figure] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What was skipped, and why; what has to be known beside the figures."""
    tables: list[tuple[str, Sequence[str], list[Sequence[str]]]] = field(default_factory=list)
    """Further tables: their headings, the names of their columns, their rows."""


def in_turn(runs: int, cases: Mapping[str, Callable[[], float]]) -> dict[str, tuple[float, ...]]:
    """Run cases A B C, B C A, …, so that a machine that drifts or is busy meets all of them alike.

    Args:
        runs: How often each is counted.
        cases: Each gives its own figure.

    Returns:
        The figures by case, in the order they were taken.
    """
    found: dict[str, list[float]] = {name: [] for name in cases}
    names = list(cases)
    for round_ in range(WARM_UP + runs):
        shift = round_ % len(names) if names else 0
        for name in names[shift:] + names[:shift]:
            taken = cases[name]()
            if round_ >= WARM_UP:
                found[name].append(taken)
    return {name: tuple(taken) for name, taken in found.items()}


def process_ms(argv: Sequence[str | Path], environ: Mapping[str, str], *, allowed: Sequence[int] = (0,)) -> float:
    """Run a program from start to end without a terminal; return the milliseconds it took.

    Raises:
        RuntimeError: It ended with another status than those allowed.
    """
    start = time.perf_counter()
    done = subprocess.run(argv, env=dict(environ), stdin=subprocess.DEVNULL, capture_output=True, check=False)
    taken = (time.perf_counter() - start) * 1000
    if done.returncode not in allowed:
        raise RuntimeError(f"{argv} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
    return taken


def call_ms(call: Callable[[], object]) -> float:
    """Return the milliseconds that a call takes."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000
