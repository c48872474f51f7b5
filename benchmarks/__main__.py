"""Measure the program: ``python -m benchmarks``; what can be chosen says ``python -m benchmarks --help``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs import user_cache_path

from benchmarks import composing, growth, importing, pressing, profiles, shell, starting
from benchmarks.measuring import Figure, Goal, Part
from benchmarks.notes import Workshop
from benchmarks.others import Others
from benchmarks.table import as_object, markdown

SIZES = (1_000, 10_000, 100_000)
MILLION = 1_000_000
LEAST_SPEED = 20_000
"""Entries a second that come in."""
BEGIN, END = "<!-- run:begin -->", "<!-- run:end -->"
_ROWS = ("shell", "starting", "keys", "composing", "import", "growth", "profiles")


def _import(entries: int, rounds: int) -> Part:
    """Import a file that is made, beside the least that SQLite has to do for its texts."""
    part = Part("Import of JSON Lines")
    taken: dict[str, list[float]] = {"floor": [], "import": []}
    with TemporaryDirectory() as name:
        file = Path(name) / "made.jsonl"
        importing.write_file(file, entries)
        for _ in range(rounds):
            number: int | None = None
            for kind in taken:
                with TemporaryDirectory() as folder:
                    place = Path(folder)
                    work: Callable[[], int] = partial(importing.import_file, file, place)
                    if kind == "floor":
                        work = importing.insert_texts(file, place)
                    wall, _, number = importing.seconds(work, number)
                taken[kind].append(wall * 1000)
        with TemporaryDirectory() as folder:
            parts = importing.parts_of_import(file, Path(folder))
    rows: list[Sequence[str]] = [
        (name, f"{seconds:.2f}", f"{entries / seconds:,.0f}") for name, seconds in parts.items()
    ]
    part.tables.append(("One import by its threads", ("What", "Seconds computed", "Entries a second"), rows))
    floor = Figure(f"sqlite3 alone, {entries:,}", tuple(taken["floor"]))
    own = Figure(f"import, {entries:,}", tuple(taken["import"]), beside=floor)
    part.figures += [floor, own]
    speed = entries / own.median * 1000
    reach = f"over {LEAST_SPEED:,} entries a second"
    part.goals.append(Goal(f"import of {entries:,} entries", reach, f"{speed:,.0f}", speed > LEAST_SPEED))
    return part


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure Pivot Journal beside other programs and beside the least that has to be done.",
    )
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"what to measure: {', '.join(_ROWS)}; all of it else")
    parser.add_argument("--quick", action="store_true", help="1,000 and 10,000 entries and few runs: does it work?")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="entries of the journals, 1,000 or more")
    parser.add_argument("--runs", type=int, default=15, help="how often what takes a process is run")
    parser.add_argument("--presses", type=int, default=40, help="how often each key is pressed")
    parser.add_argument("--million", action="store_true", help="growth up to a million entries; takes minutes")
    parser.add_argument("--offline", action="store_true", help="install nothing to stand beside")
    parser.add_argument("--cache", type=Path, help="where other programs and journals are kept between runs")
    parser.add_argument("-o", "--output", type=Path, default=Path("benchmark"), help="writes OUTPUT.md and OUTPUT.json")
    parser.add_argument("--into", type=Path, metavar="PAGE", help="also put the tables between the marks of a page")
    options = parser.parse_args()
    unknown = [row for row in options.rows if row not in _ROWS]
    if unknown or min(options.sizes) < min(SIZES) or min(options.runs, options.presses) < 1:
        parser.error(f"there is no row {unknown[0]}" if unknown else "sizes begin at 1,000, runs at 1")
    options.rows = options.rows or list(_ROWS)
    options.sizes = tuple(sorted(set(options.sizes)))
    if options.quick:
        options.sizes, options.runs, options.presses = SIZES[:2], 3, 8
    return options


def _write(output: Path, parts: Sequence[Part]) -> str:
    text = markdown(parts)
    output.with_suffix(".md").write_text(text, "utf-8")
    output.with_suffix(".json").write_text(json.dumps(as_object(parts), indent=1), "utf-8")
    return text


def _put_into(page: Path, text: str) -> None:
    before, rest = page.read_text("utf-8").split(BEGIN, 1)
    _, after = rest.split(END, 1)
    page.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", "utf-8")


def main() -> int:
    """Measure what was chosen and write both tables; 1 where a number to reach was missed."""
    options = _options()
    cache = options.cache or user_cache_path("pivot-journal-benchmarks")
    workshop = Workshop(cache / "journals")
    others = Others(cache / "programs", may_install=not options.offline)
    ends = tuple(sorted({options.sizes[0], options.sizes[-1]}))
    grown = (*options.sizes, MILLION) if options.million else options.sizes
    measures: dict[str, Callable[[], Part]] = {
        "shell": lambda: shell.measure(workshop, others, options.runs, options.sizes),
        "starting": lambda: starting.measure(workshop, others, options.runs, ends),
        "keys": lambda: pressing.measure(workshop, options.presses, options.sizes),
        "composing": lambda: composing.measure(5 * options.presses),
        "import": lambda: _import(options.sizes[-1], 1 if options.quick else 3),
        "growth": lambda: growth.measure(workshop, options.presses, grown),
        "profiles": lambda: profiles.measure(workshop, options.sizes[-1]),
    }
    parts = []
    for row, measure in measures.items():
        if row in options.rows:
            print(f"{row} …", file=sys.stderr, flush=True)
            parts.append(measure())
            _write(options.output, parts)  # so that a run that is broken off leaves what it found
    workshop.clear()
    if others.remarks:
        parts.append(Part("Beside it", remarks=others.remarks))
    text = _write(options.output, parts)
    if options.into is not None:
        _put_into(options.into, text)
    print(text)
    return 0 if all(goal.is_met for part in parts for goal in part.goals) else 1


if __name__ == "__main__":
    sys.exit(main())
