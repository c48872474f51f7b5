"""Other programs to stand beside, each installed from the package index into an environment of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.notes import Workshop

SECONDS = 600


@dataclass(frozen=True, slots=True)
class Other:
    """A full-screen program of others."""

    name: str
    package: str
    arguments: tuple[str, ...]
    useful: str
    """A pattern for the screen on which its user can begin."""


SCREENS = (
    Other("dooit", "dooit", (), r"Workspaces[\s\S]*Welcome to Dooit"),
    Other(
        "harlequin", "harlequin", ("--adapter", "sqlite", "benchmark.db"), r"Data Catalog[\s\S]*main[\s\S]*Run Query"
    ),
    Other("elia", "elia-chat", (), r"Enter your message[\s\S]*Send message"),
)


class Others:
    """Installs what is asked for, once, and tells why where it cannot.

    Args:
        folder: Where the environments lie; they are kept for later runs.
        may_install: Whether one that is not there yet is installed.
    """

    def __init__(self, folder: Path, *, may_install: bool) -> None:
        self._folder = folder
        self._may_install = may_install
        self.remarks: list[str] = []
        """Which versions were found, and what was skipped and why."""
        self._found: dict[str, Path | None] = {}

    def find(self, package: str, command: str) -> Path | None:
        """Return the program of a package, installed first where that is wanted; None where it cannot be had."""
        if command not in self._found:
            self._found[command] = self._find(package, command)
        return self._found[command]

    def _find(self, package: str, command: str) -> Path | None:
        scripts = self._folder / command / "bin"
        if not (scripts / command).exists():
            if not self._may_install:
                self.remarks.append(f"{command} is not installed and was skipped.")
                return None
            try:
                for argv in (
                    [sys.executable, "-m", "venv", str(self._folder / command)],
                    [str(scripts / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", package],
                ):
                    subprocess.run(
                        argv, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True, timeout=SECONDS
                    )
            except (subprocess.SubprocessError, OSError) as error:
                said = (getattr(error, "stderr", "") or str(error)).strip().splitlines()
                self.remarks.append(f"{command} could not be installed and was skipped: {said[-1] if said else error}.")
                return None
        if not (scripts / command).exists():
            self.remarks.append(f"{package} has no command {command} and was skipped.")
            return None
        probe = f"import importlib.metadata as m; print(m.version({package!r}))"
        told = subprocess.run([scripts / "python", "-c", probe], capture_output=True, text=True, check=False)
        self.remarks.append(f"{command} {told.stdout.strip()}, newest on the package index when it was installed.")
        return scripts / command


def jrnl_files(workshop: Workshop, entries: int) -> tuple[Path, Path]:
    """Write a jrnl journal of so many notes; return its settings and a second copy of its text to put back."""
    folder = workshop.folder / "jrnl"
    folder.mkdir(exist_ok=True)
    text, settings = folder / f"{entries}.txt", folder / f"{entries}.yaml"
    with workshop.lines(entries).open(encoding="utf-8") as file:
        notes = [json.loads(line) for line in file]
    written = "".join(f"[{note['date']} 09:00:00 AM] {note['text']}\n\n" for note in notes)
    (folder / f"{entries}.kept").write_text(written, "utf-8")
    text.write_text(written, "utf-8")
    settings.write_text(
        "colors: {body: none, date: none, tags: none, title: none}\n"
        "default_hour: 9\ndefault_minute: 0\neditor: ''\nencrypt: false\nhighlight: false\nindent_character: '|'\n"
        f"journals:\n  default: {{journal: {json.dumps(str(text))}}}\n"
        "linewrap: 79\ntagsymbols: '#@'\ntemplate: false\ntimeformat: '%F %r'\nversion: v4.2\n",
        "utf-8",
    )
    return settings, folder / f"{entries}.kept"
