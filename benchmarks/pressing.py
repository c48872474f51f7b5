"""From the press of a key to the last byte of its repaint, less what a bare Textual app needs for the same key.

All programs run at the same time, each in its terminal, and the keys go to one after the other, so that whatever else
the machine does meets all of them alike. What a program computes for a key is told as well: it is steadier than time on
a clock.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.measuring import Figure, Goal, Part
from benchmarks.notes import NEWEST, Workshop, pivot
from benchmarks.starting import BARE
from benchmarks.terminal import Press, Terminal

MOST_MEDIAN = 16
MOST = 33
DOWN, PAGE_DOWN, END, HOME = b"\x1b[B", b"\x1b[6~", b"\x1b[F", b"\x1b[H"
ESCAPE, BACKSPACE = b"\x1b", b"\x7f"
_WORDS = ("dock", "late", "print")
_TYPED = "andaskedwhoopensthegate"
PREVIEW = 70
"""The column at which the preview begins, on a screen of 120 columns."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Keys that are measured, between keys that are not."""

    name: str
    keys: Sequence[bytes]
    """Pressed one after the other, round and round."""
    bare: bytes
    """What the bare app is given each time."""
    before: Sequence[bytes] = ()
    after: Sequence[bytes] = ()
    shows: str = ""
    """A pattern that stands on the screen after the keys before."""
    is_whole: bool = False
    """Whether its keys are pressed once through, whatever the number of runs."""
    has_goal: bool = True
    beside: int = 0
    """The column from which a change counts; 0 for any."""


def _letters(text: str) -> list[bytes]:
    return [letter.encode() for letter in text]


DEEDS = (
    Deed("move", [DOWN], DOWN),
    Deed("page", [PAGE_DOWN], DOWN),
    Deed("end and home", [END, HOME], DOWN),
    Deed(
        "filter keystroke",
        [key for word in _WORDS for key in (*_letters(word), *[BACKSPACE] * len(word))],
        b"x",
        before=[HOME, b"/"],
        after=[ESCAPE, ESCAPE],
    ),
    Deed("view, first time", [b"2", b"3", b"4"], b"x", after=[b"1"], is_whole=True, has_goal=False),
    Deed("view change", [b"2", b"1", b"3", b"1"], b"x", after=[b"1"], has_goal=False),
    Deed("view change to the Pitch, read by the coach", [b"4", b"1"], b"x", after=[b"1"], has_goal=False),
    Deed("sorting", [b"n"], b"x", before=[HOME, b"s"], after=[ESCAPE], shows="Esc stops", has_goal=False),
    Deed("own echo while typing", _letters(_TYPED), b"x", before=[b"3", b"e", b"\t"], shows="What I saw"),
    Deed("preview while typing", _letters(_TYPED), b"x", after=[ESCAPE], beside=PREVIEW),
)


def measure(workshop: Workshop, runs: int, sizes: tuple[int, ...]) -> Part:
    """Press every key at every size.

    Args:
        workshop: Where the journals are.
        runs: How often each key is pressed.
        sizes: Entries.
    """
    part = Part("A key")
    taken: dict[tuple[str, str], list[Press]] = {}
    with contextlib.ExitStack() as stack:
        bare = stack.enter_context(
            Terminal([sys.executable, "-m", "benchmarks.bare"], workshop.environ(), cwd=workshop.home)
        )
        bare.wait("ready to be written in")
        own: dict[str, Terminal] = {}
        for size in sizes:
            terminal = stack.enter_context(Terminal(pivot(), workshop.environ(workshop.copy(size)), cwd=workshop.home))
            own[f"{size:,}"] = terminal
            terminal.wait(NEWEST)
        for terminal in own.values():
            terminal.settle(1.5)
        for deed in DEEDS:
            _do(deed, own, bare, runs, taken, part)
    _tell(part, taken, [f"{size:,}" for size in sizes])
    return part


def _do(
    deed: Deed,
    own: dict[str, Terminal],
    bare: Terminal,
    runs: int,
    taken: dict[tuple[str, str], list[Press]],
    part: Part,
) -> None:
    for terminal in own.values():
        for key in deed.before:
            terminal.send(key)
            terminal.settle(0.3)
        if deed.shows:
            terminal.wait(deed.shows)
    unchanged = 0
    for round_ in range(len(deed.keys) if deed.is_whole else runs + 1):
        key = deed.keys[round_ % len(deed.keys)]
        is_counted = round_ > 0 or deed.is_whole
        for name, terminal, pressed in (*((n, t, key) for n, t in own.items()), (BARE, bare, deed.bare)):
            press = terminal.press(pressed, beside=deed.beside if terminal is not bare else 0)
            if press is None:
                unchanged += 1
            elif is_counted:
                taken.setdefault((deed.name, name), []).append(press)
    if unchanged:
        part.remarks.append(f"{deed.name}: {unchanged} keys changed nothing on the screen and are not counted.")
    for terminal in own.values():
        for key in deed.after:
            terminal.send(key)
            terminal.settle(0.3)


def _tell(part: Part, taken: dict[tuple[str, str], list[Press]], sizes: list[str]) -> None:
    rows: list[Sequence[str]] = []
    for deed in DEEDS:
        lowest = Figure(f"{deed.name}: {BARE}", tuple(press.latency for press in taken[deed.name, BARE]))
        part.figures.append(lowest)
        first: Figure | None = None
        bare = Figure("", tuple(press.cpu for press in taken[deed.name, BARE]))
        rows.append((deed.name, BARE, *_told(lowest), *_told(bare), "", ""))
        for size in sizes:
            presses = taken[deed.name, size]
            own = tuple(max(press.latency - lowest.median, 0.0) for press in presses)
            figure = Figure(f"{deed.name}: pivot, {size}, above the bare app", own)
            part.figures.append(figure)
            computed = Figure(f"{deed.name}: pivot, {size}, computed", tuple(press.cpu for press in presses))
            first = first or computed
            sent = Figure("", tuple(float(press.size) for press in presses))
            growth = f"{computed.median / first.median:.2f} ×" if first.median else ""
            whole = Figure("", tuple(press.latency for press in presses))
            rows.append((deed.name, size, *_told(whole), *_told(computed), growth, f"{sent.median:,.0f}"))
            if size == sizes[-1] and deed.has_goal:
                reached = f"{figure.median:.1f} ms, 95 %: {figure.most:.1f} ms"
                reach = f"median under {MOST_MEDIAN} ms, 95 % under {MOST} ms"
                is_met = figure.median < MOST_MEDIAN and figure.most < MOST
                part.goals.append(Goal(f"key to painted change, {size} entries: {deed.name}", reach, reached, is_met))
    columns = (
        *("Key", "Entries", "To the last byte, ms", "95 %", "Computed, ms", "95 %"),
        *("Computed, to the smallest", "Bytes painted"),
    )
    part.tables.append(("What a key computes and paints", columns, rows))


def _told(figure: Figure) -> tuple[str, str]:
    return f"{figure.median:.1f}", f"{figure.most:.1f}"
