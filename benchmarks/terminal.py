"""Any full-screen program in a pseudo-terminal, timed from outside.

While something is timed, what the program writes is only kept with the moment at which it came; what the screen shows
is worked out afterwards, so that the measuring takes no time from what is measured.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyte
from ptyprocess import PtyProcess

SIZE = (120, 40)
QUIET = 0.04
"""Seconds without a byte after which a repaint is taken as done; Textual draws every sixtieth of a second."""
QUIET_BESIDE = 0.25
"""The same for a preview, which follows in a frame of its own."""
LIMIT = 20.0
"""Seconds that anything may take."""
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?u": b"\x1b[?0u",
}
"""What a terminal is asked at the start, and what it says; some programs wait for it."""
_PRIVATE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]")


@dataclass(frozen=True, slots=True)
class Start:
    """How a program came to its first screens."""

    painted: float
    """Milliseconds from the start of the process to the first screen that counts as painted."""
    useful: float
    """The same to the one that is of use."""


@dataclass(frozen=True, slots=True)
class Press:
    """What one key cost."""

    latency: float
    """Milliseconds from writing the key to the last byte of the repaint."""
    cpu: float
    """Milliseconds that the program computed for it, on all its threads."""
    size: int
    """Bytes that it wrote."""


class Terminal:
    """One program in one terminal.

    Args:
        argv: The program.
        environ: All of its environment.
    """

    def __init__(self, argv: Sequence[str], environ: Mapping[str, str], cwd: Path | None = None) -> None:
        columns, rows = SIZE
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._chunks: list[tuple[float, bytes]] = []
        """What has come and is not drawn yet."""
        self._has_ended = False
        self.started = time.perf_counter()
        self._process = PtyProcess.spawn(
            list(argv), env=dict(environ), dimensions=(rows, columns), cwd=str(cwd) if cwd else None
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def text(self) -> str:
        """What the screen shows now."""
        self.draw()
        return "\n".join(line.rstrip() for line in self.screen.display)

    def draw(self) -> None:
        """Bring the screen up to what has come."""
        for _, data in self._chunks:
            self._feed(data)
        self._chunks.clear()

    def _feed(self, data: bytes) -> None:
        with contextlib.suppress(Exception):  # pyte does not know every sequence that other programs send
            self._stream.feed(_PRIVATE.sub(b"", data))

    def read(self, seconds: float) -> bool:
        """Read what comes within some seconds; say whether anything came."""
        if self._has_ended or not select.select([self._process.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._process.fd, 1 << 16)
        except OSError:
            data = b""
        if not data:
            self._has_ended = True
            return False
        self._chunks.append((time.perf_counter(), data))
        for question, answer in _ANSWERS.items():
            if question in data:
                self.send(answer)
        return True

    def send(self, data: bytes) -> None:
        """Press keys, or answer."""
        with contextlib.suppress(OSError):
            os.write(self._process.fd, data)

    def settle(self, quiet: float = 0.15, limit: float = LIMIT) -> None:
        """Read until nothing has come for a while, and draw it."""
        end = time.perf_counter() + limit
        while self.read(quiet) and time.perf_counter() < end:
            pass
        self.draw()

    def wait(self, pattern: str) -> None:
        """Wait until the screen shows something.

        Raises:
            RuntimeError: It does not.
        """
        end = time.perf_counter() + LIMIT
        while not re.search(pattern, self.text):
            if self._has_ended or time.perf_counter() > end:
                raise RuntimeError(f"{pattern!r} was never on the screen:\n{self.text}")
            self.read(0.05)

    def start(self, painted: str, useful: str, quiet: float = 0.4) -> Start:
        """Follow the program from its start to a useful screen.

        Args:
            painted: A pattern for the first screen that counts as painted.
            useful: One for the first that is of use.
            quiet: Seconds without a byte after which what has come is looked at.

        Raises:
            RuntimeError: One of them was never on the screen.
        """
        found: dict[str, float] = {}
        end = self.started + LIMIT
        while not (painted in found and useful in found):
            if self._has_ended or time.perf_counter() > end:
                raise RuntimeError(f"{painted!r} or {useful!r} was never on the screen:\n{self.text}")
            while self.read(quiet) and time.perf_counter() < end:
                pass
            for moment, data in self._chunks:
                self._feed(data)
                shown = "\n".join(self.screen.display)
                for pattern in (painted, useful):
                    if pattern not in found and re.search(pattern, shown):
                        found[pattern] = (moment - self.started) * 1000
            self._chunks.clear()
        return Start(found[painted], found[useful])

    def press(self, key: bytes, *, beside: int = 0) -> Press | None:
        """Press a key and wait for its repaint.

        Args:
            key: As a terminal sends it.
            beside: A column: what counts is the first change from there to the right, as in a preview beside a field
                in which something is typed. Else the last byte before it is quiet counts.

        Returns:
            What it cost; None where nothing on the screen changed.
        """
        self.settle(0.06)
        before, looks = self.text, self._looks()
        right = self._from(beside)
        computed = self._computed()
        pressed = time.perf_counter()
        self.send(key)
        if not self.read(2.0):
            return None
        while self.read(QUIET_BESIDE if beside else QUIET):
            pass
        computed = self._computed() - computed
        size = sum(len(data) for _, data in self._chunks)
        moment = self._chunks[-1][0]
        if beside:
            has_changed = False
            while self._chunks and not has_changed:
                moment, data = self._chunks.pop(0)
                self._feed(data)
                has_changed = self._from(beside) != right
        else:
            has_changed = self.text != before or self._looks() != looks
        return Press((moment - pressed) * 1000, computed, size) if has_changed else None

    def _from(self, column: int) -> list[str]:
        """Return what stands from a column on, line by line."""
        return [line[column:] for line in self.screen.display]

    def _looks(self) -> list[tuple[object, ...]]:
        """Return the colours of the first column: where a cursor stands shows in them although no letter changes."""
        self.draw()
        return [tuple(self.screen.buffer[line][column] for column in (1, 9)) for line in range(self.screen.lines)]

    def _tree(self) -> list[int]:
        """Return the ids of the process and of all that it has started."""
        found, todo = [], [self._process.pid]
        while todo:
            pid = todo.pop()
            found.append(pid)
            with contextlib.suppress(OSError):
                for task in Path(f"/proc/{pid}/task").iterdir():
                    todo += [int(child) for child in (task / "children").read_text().split()]
        return found

    def _computed(self) -> float:
        """Return the milliseconds that the process has computed so far; 0 where the system does not say."""
        total = 0
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{self._process.pid}/task").iterdir():
                total += int((task / "schedstat").read_text().split()[0])
        return total / 1e6

    def memory(self) -> float:
        """Return the most memory that the program and all it has started have held, in megabytes; 0 where unknown."""
        total = 0
        for pid in self._tree():
            with contextlib.suppress(OSError):
                for line in Path(f"/proc/{pid}/status").read_text().splitlines():
                    if line.startswith("VmHWM"):
                        total += int(line.split()[1])
        return total / 1024

    def close(self) -> None:
        """End the program, and what it has started."""
        pids = self._tree()
        with contextlib.suppress(OSError):
            os.kill(self._process.pid, signal.SIGTERM)
        end = time.perf_counter() + 2
        while not self._has_ended and time.perf_counter() < end:
            self.read(0.05)
        for pid in pids if self._process.isalive() else pids[1:]:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        with contextlib.suppress(Exception):
            self._process.close(force=True)
