"""How many entries of JSON Lines a second come in, beside what SQLite alone takes for the same texts.

Run it with ``python -m benchmarks.importing``, or with ``--file FILE`` for a file of one's own. Each round imports the
file into a new journal as ``pivot import`` does, from opening the journal to having closed it. The floor, in the same
round, is the least that could be done with the texts: they are there already, go into a bare table of three columns,
and into one search index with the settings of ours, in one thread and one transaction that is as safe. The ratio of the
two says more than the seconds, which other programs lengthen.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from unittest.mock import patch

from pivot_journal.exchange.jsonl import JsonLines
from pivot_journal.journal import open_journal
from pivot_journal.storage.lanes import Lane

TODAY = dt.datetime.now().astimezone().date()
WORDS, TAGS, DAYS = 20_000, 1_500, 2_000
FLOOR = """
    CREATE TABLE note (number INTEGER PRIMARY KEY, day TEXT, text TEXT);
    CREATE VIRTUAL TABLE note_fts USING fts5(
        text, tags, content='note', content_rowid='number', tokenize='unicode61 remove_diacritics 2', prefix='1 2'
    );
"""


def write_file(path: Path, number: int) -> None:
    """Write so many entries, always the same: some 55 words with line breaks, two or three tags, in order of time."""
    chance = random.Random(1)
    words = ["".join(chance.choices("etaoinshrdlcu", k=chance.randint(2, 9))) for _ in range(WORDS)]
    weights = [1 / (rank + 10) for rank in range(WORDS)]
    start = dt.datetime.combine(TODAY, dt.time()) - dt.timedelta(days=DAYS)
    with path.open("w", encoding="utf-8") as out:
        for index in range(number):
            moment = start + dt.timedelta(days=DAYS) * index / number
            texts = chance.choices(words, weights, k=chance.randint(10, 100))
            record = {
                "date": moment.isoformat(timespec="minutes"),
                "text": "\n".join(" ".join(texts[at : at + 25]) for at in range(0, len(texts), 25)),
                "tags": [f"tag-{min(int(chance.expovariate(0.01)), TAGS)}" for _ in range(chance.randint(2, 3))],
            }
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def import_file(file: Path, folder: Path) -> int:
    """Import a file into a new journal; returns how many entries came in."""
    with file.open("rb") as source, open_journal(folder / "journal.db", create=True) as journal:
        return journal.intake.bring_in(JsonLines(source, TODAY), file.name).imported


def parts_of_import(file: Path, folder: Path) -> dict[str, float]:
    """Import a file, and return the seconds that each of its threads computed, and those that passed."""
    taken: dict[str, float] = {}
    run = Lane._run

    def timed(lane: Lane[object, object]) -> None:
        run(lane)
        name = "writes rows, then the index's pages, commits" if "write" in lane._work.__qualname__ else "indexes words"
        taken[name] = time.thread_time()  # of a thread that began with this

    with patch.object(Lane, "_run", timed):
        wall, own = time.perf_counter(), time.thread_time()
        import_file(file, folder)
        taken = {"reads, knows again, makes rows": time.thread_time() - own, **taken}
    return {**taken, "all threads": sum(taken.values()), "what passed on the clock": time.perf_counter() - wall}


def insert_texts(file: Path, folder: Path) -> Callable[[], int]:
    """Return what inserts the texts of a file into a bare table and an index."""
    with file.open(encoding="utf-8") as source:
        records = [json.loads(line) for line in source]
    rows = [(record.get("date"), record["text"], " ".join(record.get("tags") or ())) for record in records]

    def insert() -> int:
        connection = sqlite3.connect(folder / "floor.db", isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(FLOOR)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO note (day, text) VALUES (?, ?)", (row[:2] for row in rows))
        connection.executemany(
            "INSERT INTO note_fts (rowid, text, tags) VALUES (?, ?, ?)",
            ((number, row[1], row[2]) for number, row in enumerate(rows, 1)),
        )
        connection.execute("COMMIT")
        connection.close()
        return len(rows)

    return insert


def seconds(work: Callable[[], int], expected: int | None = None) -> tuple[float, float, int]:
    """Return the seconds that something takes, those of the processor, and how many entries it dealt with."""
    wall, processor = time.perf_counter(), time.process_time()
    number = work()
    taken = time.perf_counter() - wall, time.process_time() - processor
    if expected not in (None, number):
        sys.exit(f"{number:,} of {expected:,} entries came in.")
    return *taken, number


def main() -> None:
    """Print the entries a second of both, round by round, and the best of each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("-n", type=int, default=100_000, help="how many entries are made")
    parser.add_argument("--file", type=Path, help="JSON Lines with date, text and tags")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    best: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        file = options.file or Path(name) / "made.jsonl"
        if options.file is None:
            write_file(file, options.n)
        print(f"{'':8}{'entries/s':>12}{'seconds':>10}{'of CPU':>10}")
        for _ in range(options.rounds):
            number: int | None = None
            for kind in ("floor", "import"):
                with tempfile.TemporaryDirectory() as folder:
                    place = Path(folder)
                    work = insert_texts(file, place) if kind == "floor" else partial(import_file, file, place)
                    wall, processor, number = seconds(work, number)
                best[kind] = min(best.get(kind, wall), wall)
                print(f"{kind:8}{number / wall:12,.0f}{wall:10.2f}{processor:10.2f}")
    speed, ratio = (number or 0) / best["import"], best["import"] / best["floor"]
    print(f"best import: {speed:,.0f} entries/s, {ratio:.2f} × the floor")


if __name__ == "__main__":
    main()
