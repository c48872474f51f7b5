"""Where the time goes: what is imported on the way to a line and to the first screen, and what a key calls."""

from __future__ import annotations

import cProfile
import pstats
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import Part
from benchmarks.notes import ROOT, Workshop
from pivot_journal.journal import open_journal

SHOWN = 9
LEAST = 500
"""Microseconds below which a package is not named."""
_IMPORTED = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|\s+(\S+)")
_TO_A_LINE = "from pivot_journal.cli import main; main(['add', 'Dock queue over an hour #dock'])"
_TO_THE_SCREEN = "import pivot_journal.cli.main, pivot_journal.cli.opening, pivot_journal.tui.app"
_KEYS = {"move": ["down"] * 60, "page": ["pagedown"] * 20, "filter": ["slash", *"dock", *["backspace"] * 4, *"late"]}


def imports(code: str, workshop: Workshop, journal: Path) -> list[Sequence[str]]:
    """Return what a piece of code imports: packages, how many modules of each, and milliseconds, the dearest first."""
    argv = [sys.executable, "-X", "importtime", "-c", code]
    for _ in range(2):  # the first time compiles what is not compiled yet
        done = subprocess.run(argv, env=workshop.environ(journal), capture_output=True, text=True, check=True)
    spent: Counter[str] = Counter()
    modules: Counter[str] = Counter()
    for own, _, name in _IMPORTED.findall(done.stderr):
        package = _package(name)
        spent[package] += int(own)
        modules[package] += 1
    shown = [(name, micro) for name, micro in spent.most_common(SHOWN) if micro >= LEAST]
    rows = [(name, str(modules[name]), f"{micro / 1000:.1f}") for name, micro in shown]
    rest = sum(spent.values()) - sum(micro for _, micro in shown)
    return [
        *rows,
        ("the rest", "", f"{rest / 1000:.1f}"),
        ("all", str(sum(modules.values())), f"{spent.total() / 1000:.1f}"),
    ]


def _package(module: str) -> str:
    parts = module.split(".")
    if parts[0] == "pivot_journal":
        return ".".join(parts[:2])
    return "Python's own library" if parts[0].lstrip("_") in _STANDARD else parts[0]


_STANDARD = {name.lstrip("_") for name in sys.stdlib_module_names}


def _place(file: str) -> str:
    """Return whose code stands in a file."""
    if file.startswith(str(ROOT / "pivot_journal")):
        return ".".join(Path(file).relative_to(ROOT).with_suffix("").parts[:3])
    if "site-packages" in file:
        return file.split("site-packages/")[1].split("/")[0]
    return "C: SQLite, strings, sets" if file == "~" else "Python's own library"


async def _press(journal_path: Path, keys: Sequence[str]) -> cProfile.Profile:
    from pivot_journal.tui.app import PivotApp
    from pivot_journal.tui.screens.main import MainScreen

    profile = cProfile.Profile()
    with open_journal(journal_path) as journal:
        app = PivotApp(journal)
        async with app.run_test(size=(120, 40)) as pilot:
            while not next(s for s in app.screen_stack if isinstance(s, MainScreen))._is_ready:
                await pilot.pause(0.02)
            profile.enable()
            for key in keys:
                await app._press_keys([key])
            profile.disable()
    return profile


def keys(journal: Path) -> list[Sequence[str]]:
    """Return whose code keys spend their time in, in percent of each key."""
    import asyncio

    shares: dict[str, Counter[str]] = {}
    for name, pressed in _KEYS.items():
        stats = pstats.Stats(asyncio.run(_press(journal, pressed)))
        spent: Counter[str] = Counter()
        for (file, _, called), (_, _, own, _, _) in stats.stats.items():  # type: ignore[attr-defined]  # not in its types
            if "poll" not in called:  # where it waits, it does nothing
                spent[_place(file)] += own
        total = sum(spent.values())
        shares[name] = Counter({place: 100 * own / total for place, own in spent.items()})
    together = sum(shares.values(), Counter())
    return [
        (place, *(f"{shares[name][place]:.0f} %" for name in _KEYS)) for place, _ in together.most_common(SHOWN + 3)
    ]


def measure(workshop: Workshop, entries: int) -> Part:
    """Make the tables.

    Args:
        workshop: Where the journals are.
        entries: How many the journal of the keys has.
    """
    part = Part("Where the time goes")
    columns = ("Package", "Modules", "Milliseconds")
    journal = workshop.copy(entries)
    part.tables.append(("Imported by `pivot add`", columns, imports(_TO_A_LINE, workshop, journal)))
    part.tables.append(("Imported before the first paint", columns, imports(_TO_THE_SCREEN, workshop, journal)))
    part.tables.append((f"Whose code a key runs, {entries:,} entries", ("Code", *_KEYS), keys(workshop.copy(entries))))
    return part
