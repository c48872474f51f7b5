"""Invented notes of an operations journal, the same ones every time, and the journals that hold them."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from pivot_journal.journal import open_journal
from pivot_journal.sample.loader import fill_sample

ROOT = Path(__file__).resolve().parents[1]
NEWEST = "The last lorry left at ten past nine"
"""How the newest entry of every journal begins: where it is seen, the screen is of use."""
YEARS = 10
_MADE = re.compile(r"(\d+-\d{4}-\d\d-\d\d\.(db|jsonl|making)|copy-\d+\.db)")

_PLACES = (
    "gate 2",
    "the cold room",
    "bay 4",
    "the returns desk",
    "the night shift",
    "the sorter",
    "lane 7",
    "the depot",
)
_THINGS = ("label printer", "handheld", "pick list", "slot plan", "dock door", "pallet", "route sheet", "scanner")
_HAPPENED = (
    "stood still for {n} minutes because nobody had been told",
    "asked for a code that only the day shift has",
    "showed {n} orders as packed that were still on the floor",
    "was late {n} times this week, always on the first wave",
    "worked again after somebody pulled the plug",
    "sent {n} parcels to the wrong side of town",
    "needs two people since the update, and there is one",
    "was counted by hand again: {n}, the screen said otherwise",
)
_AFTER = (
    "",
    " A driver said: “I gave up after the third try.”",
    " Wrote it into the log and told the shift lead.",
    " The reason is on a sticky note beside the screen.",
    " We lost the slot and two people stayed an hour longer for it.",
)
_TAGS = ("dock", "printer", "returns", "slots", "late", "handover", "cold-chain", "drivers")


def notes(number: int, today: dt.date) -> Iterator[dict[str, object]]:
    """Give so many notes as an import reads them, the oldest first, spread over ten years up to the day before.

    Args:
        number: How many.
        today: The day they end before; everything else about them is the same every time.
    """
    random = Random(118)
    first = today - dt.timedelta(days=365 * YEARS)
    days = (today - first).days
    for index in range(number):
        text = f"{random.choice(_PLACES).capitalize()}: the {random.choice(_THINGS)} "
        text += random.choice(_HAPPENED).format(n=random.randint(2, 240)) + "." + random.choice(_AFTER)
        if random.random() < 0.4:
            text += f" #{random.choice(_TAGS)}"
        note: dict[str, object] = {"date": (first + dt.timedelta(days=index * days // number)).isoformat()}
        note["text"] = text
        if random.random() < 0.1:
            note["tags"] = [random.choice(_TAGS)]
        if random.random() < 0.03:
            note["starred"] = True
        yield note


def surroundings(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a measured program: a home of its own, a terminal of many colours, nothing else."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_STATE_HOME": str(home / "state"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "SHELL": "/bin/sh",
        "PYTHONPATH": str(ROOT),
        **more,
    }


def pivot() -> list[str]:
    """Return the command line of the program: as it is installed beside this Python, else as a module."""
    installed = Path(sys.executable).with_name("pivot")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "pivot_journal"]


class Workshop:
    """A folder with journals of several sizes, made when first asked for, and copies of them to work on.

    Args:
        folder: Where all of it lies; it may hold what an earlier run has made.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir(parents=True, exist_ok=True)
        self.today = dt.datetime.now().astimezone().date()
        self._copies = 0
        for path in folder.iterdir():
            if _MADE.match(path.name) and str(self.today) not in path.name:
                path.unlink()  # its newest entries are no longer of today

    def environ(self, journal: Path | None = None) -> dict[str, str]:
        """Return the environment of a program that works on a journal."""
        return surroundings(self.home, **({"PIVOT_JOURNAL": str(journal)} if journal else {}))

    def lines(self, number: int) -> Path:
        """Return a file of JSON Lines with so many notes."""
        path = self.folder / f"{number}-{self.today}.jsonl"
        if not path.exists():
            with path.open("w", encoding="utf-8") as file:
                file.writelines(json.dumps(note, ensure_ascii=False) + "\n" for note in notes(number, self.today))
        return path

    def journal(self, entries: int) -> Path:
        """Return a journal of so many entries: the invented one of the demo and notes; it is not to be changed."""
        path = self.folder / f"{entries}-{self.today}.db"
        if not path.exists():
            making = path.with_suffix(".making")
            making.unlink(missing_ok=True)
            fill_sample(making, self.today)
            with open_journal(making) as journal:
                known = journal.observations.newest_number()
            command = [*pivot(), "import", str(self.lines(entries - known - 1)), "--journal", str(making)]
            subprocess.run(command, env=self.environ(), stdin=subprocess.DEVNULL, capture_output=True, check=True)
            with open_journal(making) as journal:
                journal.observations.capture(f"{NEWEST}, an hour after the slot. #dock")
            making.rename(path)
        return path

    def clear(self) -> None:
        """Take the copies away; what they were made from is kept for a later run of this day."""
        for path in self.folder.glob("copy-*.db*"):
            path.unlink()

    def copy(self, entries: int) -> Path:
        """Return a copy of such a journal that may be changed."""
        self._copies += 1
        path = self.folder / f"copy-{self._copies}.db"
        for leftover in ("", "-wal", "-shm"):
            Path(f"{path}{leftover}").unlink(missing_ok=True)
        shutil.copyfile(self.journal(entries), path)
        path.chmod(0o600)
        with path.open("rb+") as copied:
            os.fsync(copied.fileno())  # else the first who writes to it waits until all of the copy is on the disk
        return path
