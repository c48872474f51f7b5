"""The routes to the clipboard, tried in turn, and the truth about the one that took the text.

A route counts as confirmed only when a tool of this machine has ended with status 0. Everything else reports
what was done with the text, never what was hoped for. Facts below marked "measured" were tried with tmux 3.3a,
GNU screen 4.9 and xclip 0.13; "reported" ones come from the issue that is named and were not tried here.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pivot_journal.domain.errors import OutputFailed

TOOL_SECONDS = 2.0
"""How long one tool may take; wl-copy and xclip with a sick display were reported to hang (pyperclip#274)."""

SCREEN_PIECE = 250
"""Characters in one DCS of GNU screen: 668 passed in one and 2,668 did not; 50 kB in such pieces did (measured)."""

TMUX_LIMIT = 1_000_000
"""Longest sequence that tmux takes from a program; of more than 1 MiB nothing at all arrives (measured)."""

FILE_NAME = "clipboard.txt"
"""The last route's file. The name belongs to this program, so that replacing it never takes another's text."""


@dataclass(frozen=True)
class Copied:
    """What became of a text that was to be copied."""

    route: str
    """Name of the tool, or ``tmux``, ``terminal`` or ``file``."""

    is_confirmed: bool
    """A tool has reported that the text is on the clipboard; false for the terminal, which never answers."""

    message: str
    """Words for the person, beginning in lower case: how the text went, and which routes failed before."""


@dataclass(frozen=True)
class _Route:
    name: str
    words: str
    attempt: Callable[[], object]
    is_confirmed: bool = False


def copy(
    text: str,
    *,
    environ: Mapping[str, str],
    platform: str,
    terminal: Callable[[str], None] | None,
    fallback_folder: Path,
    which: Callable[[str], str | None] = shutil.which,
) -> Copied:
    """Put a text on the clipboard by the surest route that is there.

    The order: the desktop's own tool (it confirms by its exit status), tmux, the terminal (OSC 52), a file.
    Over SSH the desktop's tools are left out, because they would succeed on the wrong machine. Blocks for at
    most `TOOL_SECONDS` a tool.

    tmux's ``load-buffer -w`` reached the outer terminal with ``set-clipboard`` on, external (the default) and off,
    while the last two swallow a program's OSC 52 (measured). It is not confirmed, because a terminal without OSC 52
    gets nothing. A tmux too old for ``-w`` ends with status 1, and the next route has its turn.

    Args:
        text: Any text; it arrives exactly as given, as UTF-8. A lone surrogate arrives as a question mark.
        environ: The environment that tells where we are; the tools run in it as well.
        platform: As in `sys.platform`.
        terminal: Writes an escape sequence to the terminal; None without a terminal.
        fallback_folder: Where the file of the last route goes; made when it is missing.
        which: Finds a program's full path.

    Returns:
        The route that took the text.

    Raises:
        OutputFailed: No route took it; the message says why for each.
    """
    data = text.encode("utf-8", "replace")
    tmux = which("tmux") if environ.get("TMUX") else None
    routes = _desktop_routes(text, environ, platform, which)
    if routes and _is_over_ssh(environ, tmux):
        routes = []
    if tmux and data:  # of an empty text tmux says status 0 and keeps the old one (measured)
        words = "handed to tmux, which passes it to your terminal if that accepts it"
        routes.append(_Route("tmux", words, _tool([tmux, "load-buffer", "-w", "-"], data, environ)))
    sequence = _terminal_sequence(data, environ)
    if terminal and sequence:
        words = "sent to your terminal, which does not say whether it took it"
        routes.append(_Route("terminal", words, partial(terminal, sequence)))
    path = fallback_folder / FILE_NAME
    words = f"written to {path}; the clipboard could not be reached"
    routes.append(_Route("file", words, partial(_replace_file, path, data)))

    failures: list[str] = []
    for route in routes:
        try:
            route.attempt()
        except subprocess.TimeoutExpired:
            failures.append(f"{route.name} did not answer within {TOOL_SECONDS:g} s")
        except subprocess.CalledProcessError:
            failures.append(f"{route.name} failed")
        except OSError as error:
            failures.append(f"{route.name} failed ({error.strerror or error})")
        else:
            before = f"{' and '.join(failures)}, so the text was " if failures else ""
            return Copied(route.name, route.is_confirmed, before + route.words)
    why = " and ".join(failures)
    raise OutputFailed(f"nothing was copied: {why}; make it possible to write to {fallback_folder} and copy again")


def tty_writer() -> Callable[[str], None] | None:
    """Return what the shell hands to `copy` as its terminal, or None when the process has no terminal.

    It writes to ``/dev/tty``, so the sequence reaches the person even while standard output goes to a file.
    """

    def write(sequence: str) -> None:
        with os.fdopen(os.open("/dev/tty", os.O_WRONLY), "wb") as tty:
            tty.write(sequence.encode("ascii"))

    try:
        os.close(os.open("/dev/tty", os.O_WRONLY))
    except OSError:
        return None
    return write


def _desktop_routes(
    text: str, environ: Mapping[str, str], platform: str, which: Callable[[str], str | None]
) -> list[_Route]:
    """List the installed tools that can reach this desktop, surest first.

    Windows' clip.exe wants UTF-16LE (microsoft/WSL#4852, reported: UTF-8 arrives garbled), without a byte order
    mark, which would be part of the text. Without a UTF-8 locale pbcopy takes its input for MacRoman (its manual;
    clipboardy#15, reported). Told the type, wl-copy does not look at the text to guess one.
    """
    utf_8 = text.encode("utf-8", "replace")
    tools: list[tuple[str, list[str], bytes]] = []
    if platform == "darwin":
        tools.append(("pbcopy", [], utf_8))
        environ = {**environ, "LC_ALL": "en_US.UTF-8"}
    if environ.get("WSL_DISTRO_NAME") or environ.get("WSL_INTEROP"):
        tools.append(("clip.exe", [], text.encode("utf-16-le", "replace")))
    if environ.get("WAYLAND_DISPLAY"):
        tools.append(("wl-copy", ["--type", "text/plain"], utf_8))
    if environ.get("DISPLAY"):
        tools.append(("xclip", ["-selection", "clipboard", "-in"], utf_8))
        tools.append(("xsel", ["--clipboard", "--input"], utf_8))
    routes = []
    for name, arguments, given in tools:
        if path := which(name):
            run = _tool([path, *arguments], given, environ)
            routes.append(_Route(name, f"copied with {name}", run, is_confirmed=True))
    return routes


def _tool(argv: list[str], data: bytes, environ: Mapping[str, str]) -> Callable[[], object]:
    """Prepare the run of a tool that reads the text from its standard input.

    Its output is never captured: xclip stays in the background and would hold such a pipe open for ever
    (pyperclip#116), and its complaints would be drawn over the screen. A session of its own keeps it alive when
    the terminal closes.
    """
    run = partial(subprocess.run, argv, input=data, env=environ, start_new_session=True, check=True)
    return partial(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=TOOL_SECONDS)


def _is_over_ssh(environ: Mapping[str, str], tmux: str | None) -> bool:
    """Tell whether the person sits at another machine.

    A tmux pane keeps the environment it was born with. Who started at the desk and attached over SSH is known only
    to tmux, which takes ``SSH_CONNECTION`` over at every attach (its default ``update-environment``; measured).
    """
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return True
    if tmux is None:
        return False
    quiet = subprocess.DEVNULL
    argv = [tmux, "show-environment", "SSH_CONNECTION"]
    try:
        answer = subprocess.check_output(argv, env=environ, stdin=quiet, stderr=quiet, timeout=TOOL_SECONDS)
    except (OSError, subprocess.SubprocessError):
        return False  # tmux ends with status 1 when it knows nothing of SSH
    return answer.startswith(b"SSH_CONNECTION=")


def _terminal_sequence(data: bytes, environ: Mapping[str, str]) -> str | None:
    """Write OSC 52 as the terminal at hand wants it, or None where it cannot arrive.

    Inside tmux it is wrapped for passthrough: 3.3a lets it through with ``allow-passthrough on`` (measured), older
    ones always (tmux CHANGES, 3.3). GNU screen loses the plain sequence and passes on what stands in a DCS
    (measured). The Linux console and a dumb terminal have no clipboard.
    """
    sequence = f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\x07"
    term = environ.get("TERM", "")
    if term in {"dumb", "linux"}:
        return None
    if environ.get("TMUX"):
        wrapped = "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"
        return wrapped if len(wrapped) <= TMUX_LIMIT else None
    if environ.get("STY") or term.startswith("screen"):
        pieces = range(0, len(sequence), SCREEN_PIECE)
        return "".join(f"\x1bP{sequence[start : start + SCREEN_PIECE]}\x1b\\" for start in pieces)
    return sequence


def _replace_file(path: Path, data: bytes) -> None:
    """Write the text for its owner only (0600); the file is whole or as it was, and a link is not followed."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".clipboard-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
