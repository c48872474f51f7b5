"""A real terminal for the tests: the program in a pseudo-terminal, with a screen that can be read."""

from __future__ import annotations

import base64
import contextlib
import os
import re
import select
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyte
from ptyprocess import PtyProcess

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 20.0
"""How long anything here may take on a busy machine; it takes a fraction of a second on an idle one."""
PIVOT = (sys.executable, "-m", "pivot_journal")
KEYS = {
    "enter": "\r",
    "escape": "\x1b[27u",  # as a terminal that tells it from the beginning of another key: one byte is that, too
    "tab": "\t",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "end": "\x1b[F",
    "backspace": "\x7f",
    "ctrl+s": "\x13",
    "ctrl+q": "\x11",
}
_OSC_52 = re.compile(rb"\x1b\]52;[^;]*;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)")
_ANSWERS = {b"\x1b[c": b"\x1b[?62;22c", b"\x1b[6n": b"\x1b[1;1R", b"\x1b[?2026$p": b"\x1b[?2026;2$y"}


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the surroundings of a program: its own home, a terminal of many colours, and nothing of the user's."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "SHELL": "/bin/sh",
        "PYTHONPATH": str(ROOT),
        "PIVOT_JOURNAL": str(home / "journal.db"),
        **more,
    }


class Terminal:
    """One program in one terminal.

    Args:
        argv: The program.
        environ: All of its environment.
        size: Columns and rows.
    """

    def __init__(self, argv: Sequence[str], environ: Mapping[str, str], size: tuple[int, int] = (120, 40)) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        """Everything that the program has written so far."""
        self.process = PtyProcess.spawn(list(argv), env=dict(environ), dimensions=(rows, columns))
        self._has_ended = False

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def text(self) -> str:
        """What the screen shows."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def clipboard(self) -> list[str]:
        """Every text that the program has asked the terminal to put on its clipboard."""
        return [base64.b64decode(found).decode() for found in _OSC_52.findall(self.raw)]

    def pump(self, seconds: float = 0.02) -> bool:
        """Read what has been written; answer what a terminal is asked. Returns whether there was anything."""
        if self._has_ended or not select.select([self.process.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.process.fd, 1 << 16)
        except OSError:
            data = b""
        if not data:
            self._has_ended = True
            return False
        for question, answer in _ANSWERS.items():
            if question in data:
                self._send(answer)
        self.raw += data
        # pyte prints the tail of sequences with a private prefix, which it does not know
        self._stream.feed(re.sub(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]", b"", data))
        return True

    def wait(self, text: str, *, is_there: bool = True) -> None:
        """Wait until the screen shows a text, or no longer."""
        end = time.monotonic() + SECONDS
        while (text in self.text) is not is_there:
            assert time.monotonic() < end, f"{text!r} was {'never' if is_there else 'always'} there:\n{self.text}"
            assert self.pump() or not self._has_ended, f"the program ended without {text!r}:\n{self.text}"

    def wait_copied(self) -> str:
        """Wait until something was put on the clipboard by a sequence, and return it."""
        end = time.monotonic() + SECONDS
        while not self.clipboard:
            assert time.monotonic() < end, f"nothing was copied:\n{self.text}"
            self.pump()
        return self.clipboard[-1]

    def press(self, *keys: str) -> None:
        """Press keys by their names, all in one piece as a busy program reads them; anything else is typed."""
        self._send("".join(KEYS.get(key, key) for key in keys).encode())
        self.settle()

    def settle(self, quiet: float = 0.06) -> None:
        """Read until nothing comes for a moment."""
        end = time.monotonic() + SECONDS
        while self.pump(quiet) and time.monotonic() < end:
            pass

    def signal(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self.process.pid, number)

    def status(self) -> int:
        """Wait for the program to end and return its exit status, 128 and more for a signal that killed it."""
        end = time.monotonic() + SECONDS
        while not self._has_ended and time.monotonic() < end:
            self.pump()
        while self.process.isalive():
            assert time.monotonic() < end, f"the program did not end:\n{self.text}"
            time.sleep(0.01)
        return int(128 + self.process.signalstatus if self.process.signalstatus else self.process.exitstatus)

    def close(self) -> None:
        """End the program if it still runs."""
        if self.process.isalive():
            with contextlib.suppress(ProcessLookupError):
                self.signal(signal.SIGKILL)
        with contextlib.suppress(OSError):
            self.process.close(force=True)

    def _send(self, data: bytes) -> None:
        with contextlib.suppress(OSError):
            os.write(self.process.fd, data)


def is_left_clean(raw: bytes) -> bool:
    """Whether what a program wrote last gives the terminal back: main screen, no mouse, cursor shown, keys as usual."""

    def last(on: bytes, off: bytes) -> bool:
        return raw.rfind(off) > raw.rfind(on) >= 0

    return (
        last(b"\x1b[?1049h", b"\x1b[?1049l")
        and last(b"\x1b[?1000h", b"\x1b[?1000l")
        and last(b"\x1b[?1003h", b"\x1b[?1003l")
        and last(b"\x1b[?2004h", b"\x1b[?2004l")
        and last(b"\x1b[?25l", b"\x1b[?25h")
        and (b"\x1b[>1u" not in raw or last(b"\x1b[>1u", b"\x1b[<u"))
    )
