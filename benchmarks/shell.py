"""Quick capture, list and search from the shell: whole processes, beside jrnl and beside SQLite alone."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.measuring import Figure, Goal, Part, in_turn, process_ms
from benchmarks.notes import Workshop, pivot
from benchmarks.others import Others, jrnl_files

ENTRIES = 1_000
MANY = 100_000
LINE = "Dock queue over an hour again, nobody had told the drivers #dock"
_OPEN = (
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
    " c.execute('PRAGMA synchronous = FULL');"
)
_FLOORS = {
    "add": _OPEN + " c.execute('INSERT INTO note (day, text) VALUES (?, ?)', ('2026-11-23', sys.argv[2])); c.close()",
    "list": _OPEN + " [print(*row) for row in c.execute('SELECT id, day, text FROM note ORDER BY id DESC LIMIT 50')]",
    "search": _OPEN + " [print(*row) for row in c.execute('SELECT n.id, n.day, n.text FROM note_words w JOIN note n"
    " ON n.id = w.rowid WHERE note_words MATCH ? ORDER BY w.rowid DESC LIMIT 50', (sys.argv[2],))]",
}


def _floor_journal(workshop: Workshop, entries: int) -> Path:
    """Make a database of one table and one index of its words, with the same notes."""
    import json

    path = workshop.folder / f"floor-{entries}.db"
    for leftover in ("", "-wal", "-shm"):
        Path(f"{path}{leftover}").unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, day TEXT, text TEXT)")
    connection.execute("CREATE VIRTUAL TABLE note_words USING fts5 (text, content='note', content_rowid='id')")
    connection.execute(
        "CREATE TRIGGER note_index AFTER INSERT ON note BEGIN"
        " INSERT INTO note_words (rowid, text) VALUES (NEW.id, NEW.text); END"
    )
    with workshop.lines(entries).open(encoding="utf-8") as file, connection:
        rows = ((note["date"], note["text"]) for note in map(json.loads, file))
        connection.executemany("INSERT INTO note (day, text) VALUES (?, ?)", rows)
    connection.close()
    return path


def measure(workshop: Workshop, others: Others, runs: int, sizes: tuple[int, ...]) -> Part:
    """Add, list and search as whole processes.

    Args:
        workshop: Where the journals are.
        others: Where jrnl comes from.
        runs: How often each is run.
        sizes: Entries; what stands beside them has a thousand.
    """
    part = Part("From the shell")
    floor = _floor_journal(workshop, ENTRIES)
    plain = workshop.environ()
    verbs = {"add": ("add", LINE), "list": ("list",), "search": ("list", "dock", "late")}
    cases: dict[str, Callable[[], float]] = {
        "python: start and end": lambda: process_ms([sys.executable, "-c", "pass"], plain)
    }
    for size in sizes:
        journal = workshop.copy(size)
        for verb, words in verbs.items():
            cases[f"{verb}: pivot, {size:,}"] = partial(process_ms, [*pivot(), *words], workshop.environ(journal))
    for verb, argument in (("add", LINE), ("list", ""), ("search", "dock AND late*")):
        argv = [sys.executable, "-c", _FLOORS[verb], str(floor), argument]
        cases[f"{verb}: sqlite3 alone, {ENTRIES:,}"] = partial(process_ms, argv, plain)
    jrnl = others.find("jrnl", "jrnl")
    if jrnl is not None:
        settings, kept = jrnl_files(workshop, ENTRIES)
        start = [str(jrnl), "--config-file", str(settings)]
        text = settings.with_suffix(".txt")

        def add() -> float:
            shutil.copyfile(kept, text)
            taken = process_ms([*start, LINE], plain)
            if Path(text).stat().st_size <= Path(kept).stat().st_size:
                raise RuntimeError("jrnl has added nothing.")
            return taken

        cases[f"add: jrnl, {ENTRIES:,}"] = add
        cases[f"list: jrnl, {ENTRIES:,}"] = partial(process_ms, [*start, "-n", "50", "--short"], plain)
        search = [*start, "-contains", "dock", "-contains", "late", "-and", "-n", "50", "--short"]
        cases[f"search: jrnl, {ENTRIES:,}"] = partial(process_ms, search, plain)
    taken = in_turn(runs, cases)
    _tell(part, taken, sizes)
    return part


def _tell(part: Part, taken: dict[str, tuple[float, ...]], sizes: tuple[int, ...]) -> None:
    part.figures.append(Figure("python: start and end", taken["python: start and end"]))
    for verb in ("add", "list", "search"):
        name = f"{verb}: sqlite3 alone, {ENTRIES:,}"
        lowest = Figure(name, taken[name])
        rival = None
        if f"{verb}: jrnl, {ENTRIES:,}" in taken:
            rival = Figure(f"{verb}: jrnl, {ENTRIES:,}", taken[f"{verb}: jrnl, {ENTRIES:,}"], beside=lowest)
        own = {size: Figure(f"{verb}: pivot, {size:,}", taken[f"{verb}: pivot, {size:,}"]) for size in sizes}
        first = own[sizes[0]]
        part.figures += [lowest, *([rival] if rival else [])]
        for size in sizes:
            beside = rival or lowest if size == sizes[0] else first
            part.figures.append(Figure(own[size].what, own[size].samples, beside=beside))
        if verb == "add" and rival is not None:
            part.goals.append(Goal.at_most("`pivot add` at 1,000 entries, whole process", 0.8, first, rival))
        if verb == "add" and MANY in own:
            part.goals.append(Goal.at_most("`pivot add` at 100,000 entries", 1.1, own[MANY], first))
