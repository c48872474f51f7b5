"""What the tests of the shell share: run a command in this process, in a process of its own, or in a real terminal."""

from __future__ import annotations

import io
import json
import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ptyprocess
import pytest

from conftest import FakeClock
from pivot_journal.cli import main
from pivot_journal.cli.session import Session

ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What would act on a terminal or break a line, if it came out of the program."""


@dataclass(frozen=True)
class Result:
    """What one run of the command line left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was printed, read as JSON; it must be all of one line."""
        assert self.out.count("\n") == 1
        return json.loads(self.out)

    @property
    def number(self) -> int:
        """The number that stands alone on stdout."""
        assert re.fullmatch(r"[0-9]+\n", self.out), self
        return int(self.out)


class Shell:
    """Runs ``main`` in this process on one journal and a fake clock, with streams of its own."""

    def __init__(
        self, path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.path = path
        self.clock = clock
        self.environ = {"PIVOT_JOURNAL": str(path)}
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(
        self, *arguments: object, stdin: bytes = b"", typed: bytes | None = None, columns: int = 0, **environ: str
    ) -> Result:
        """Run one command.

        Args:
            arguments: What stands after 'pivot'.
            stdin: What is piped in.
            typed: What a person types at a terminal; then stderr is one too.
            columns: The width of the terminal that stdout is; 0 for a pipe.
            environ: Variables beside $PIVOT_JOURNAL.
        """
        stream = io.TextIOWrapper(io.BytesIO(stdin if typed is None else typed), encoding="utf-8")
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", stream)
            patch.setattr(stream, "isatty", lambda: typed is not None, raising=False)
            patch.setattr(sys.stderr, "isatty", lambda: typed is not None, raising=False)
            patch.setattr(sys.stdout, "isatty", lambda: columns > 0, raising=False)
            patch.setenv("COLUMNS", str(columns))
            status = main([str(each) for each in arguments], Session(now=self.clock, environ=self.environ | environ))
        written = self._capsys.readouterr()
        return Result(status, written.out, written.err)

    def done(self, *arguments: object, **more: Any) -> Result:
        """Run a command that has to succeed without a word on stderr."""
        result = self(*arguments, **more)
        assert (result.status, result.err) == (0, ""), result
        return result

    def refused(self, status: int, *arguments: object, **more: Any) -> str:
        """Run a command that has to fail with nothing on stdout and one line on stderr; return that line."""
        result = self(*arguments, **more)
        assert (result.status, result.out) == (status, ""), result
        assert re.fullmatch(r"pivot: [^\n]+\n", result.err), result.err
        assert not ACTING.search(result.err.removesuffix("\n"))
        return result.err.removeprefix("pivot: ").removesuffix("\n")


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a process of its own: this one's, with UTF-8 and without the test runner's."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONIOENCODING", "COLUMNS", "LINES"}}
    return kept | {"LC_ALL": "C.UTF-8", "TERM": "xterm"} | more


def command(*arguments: object) -> list[str]:
    """Return a command line that runs the program."""
    return [sys.executable, "-m", "pivot_journal", *(str(each) for each in arguments)]


def process(
    *arguments: object, stdin: bytes = b"", environ: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own."""
    return subprocess.run(
        command(*arguments),
        input=stdin,
        env=dict(environ or environment()),
        capture_output=True,
        timeout=60,
        check=False,
    )


def in_bash(script: str, *arguments: object, environ: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run a line of bash in which ``pivot`` is the program; return its status and all that came out."""
    done = subprocess.run(
        ["bash", "-c", f'set -o pipefail; pivot() {{ "$PYTHON" -m pivot_journal "$@"; }}\n{script}', "bash"]
        + [str(each) for each in arguments],
        env=dict(environ or environment()) | {"PYTHON": sys.executable},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8")


class Terminal:
    """The program in a real terminal. Reads while it writes, as a terminal does, and never waits for ever."""

    def __init__(self, *arguments: object, environ: Mapping[str, str], columns: int = 80) -> None:
        self._process = ptyprocess.PtyProcess.spawn(command(*arguments), env=dict(environ), dimensions=(24, columns))
        self._deadline = time.monotonic() + 60
        self.shown = b""

    def wait_for(self, text: str) -> None:
        """Read until a text was shown."""
        while text.encode() not in self.shown:
            assert self._read(1.0) is not None, self.shown

    def type(self, text: str) -> None:
        """Press keys."""
        data = text.encode()
        for start in range(0, len(data), 64):
            while not select.select([], [self._process.fd], [], 0.01)[1]:
                self._read(0)
            self._process.write(data[start : start + 64])
            self._read(0)

    def interrupt(self) -> int:
        """Press Ctrl+C until the program has ended, and return its exit status.

        Once is enough for a person; but Python looks for it only between keys, and a test types very fast.
        """
        self._process.sendintr()
        while (read := self._read(0.5)) is not None:
            if not read:
                self._process.sendintr()
        return self.end()

    def end(self) -> int:
        """Read until the program has ended, and return its exit status."""
        while self._read(1.0) is not None:
            pass
        self._process.wait()
        return int(self._process.exitstatus)

    def _read(self, seconds: float) -> bytes | None:
        """Return what is shown within some seconds; None when the program has ended."""
        if time.monotonic() > self._deadline:
            self._process.terminate(force=True)
            raise AssertionError(f"The program did not end; it had shown {self.shown[-2000:]!r}")
        if not select.select([self._process.fd], [], [], seconds)[0]:
            return b""
        try:
            read: bytes = self._process.read(4096)
        except EOFError:
            return None
        self.shown += read
        return read
