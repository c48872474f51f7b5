"""The same routes with a real X server, xclip, tmux, GNU screen and a pseudo-terminal that is read back."""

from __future__ import annotations

import base64
import json
import os
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ptyprocess import PtyProcess

from pivot_journal.clipboard import Copied, copy

TEXT = "We assumed 5 °C — nobody had [asked].\n\tCost: 40 000 €\x1b[31m \N{SNOWMAN}\n"
MARK = "PIVOT_CLIPBOARD_TEST"
SECONDS = 10.0
"""How long anything here may take on a busy machine; it takes a fraction of a second on an idle one."""

pytestmark = pytest.mark.filterwarnings(
    # pytest-xdist runs a thread beside the tests; the child goes straight on to exec, which is safe.
    "ignore:This process .* is multi-threaded:DeprecationWarning"
)

CHILD = """
import json, os, pathlib, shutil, sys
from pivot_journal.clipboard import copy, tty_writer
job = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
copied = copy(
    job["text"], environ=os.environ, platform="linux", terminal=tty_writer(),
    fallback_folder=pathlib.Path(job["folder"]),
    which=lambda name: shutil.which(name) if name in job["tools"] else None,
)
done = pathlib.Path(sys.argv[1] + ".done")
done.with_suffix(".part").write_text(json.dumps(vars(copied)))
done.with_suffix(".part").rename(done)
sys.stdin.readline()
"""


def needs(*tools: str) -> pytest.MarkDecorator:
    missing = [tool for tool in tools if shutil.which(tool) is None]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


def eventually(is_so: Callable[[], bool]) -> bool:
    """Wait until something holds; false when it does not within the time limit."""
    end = time.monotonic() + SECONDS
    while not is_so():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


class Place:
    """A home of its own for the programs of one test: their folder, their environment, and their end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mark = f"{MARK}={uuid.uuid4().hex}"
        name, _, value = self.mark.partition("=")
        self.environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "SHELL": "/bin/sh",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            name: value,
        }
        self.terminals: list[PtyProcess] = []
        self.farewells: list[list[str]] = []

    def job(self, text: str, *tools: str) -> list[str]:
        """Return the command of a child that copies a text with some of the tools installed, and then waits."""
        path = self.folder / "job.json"
        path.write_text(json.dumps({"text": text, "tools": tools, "folder": str(self.folder)}), encoding="utf-8")
        return [sys.executable, "-c", CHILD, str(path)]

    def copied(self) -> Copied:
        """Return what the child of `job` reported."""
        done = self.folder / "job.json.done"
        assert eventually(done.exists), "the child did not report"
        return Copied(**json.loads(done.read_text()))

    def spawn(self, argv: list[str]) -> PtyProcess:
        terminal = PtyProcess.spawn(argv, env=self.environ, dimensions=(24, 80))
        self.terminals.append(terminal)
        return terminal

    def processes(self) -> list[int]:
        """Return the processes that were started here and still run, found by their environment (Linux)."""
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                if self.mark.encode() in (entry / "environ").read_bytes().split(b"\0"):
                    found.append(int(entry.name))
            except OSError:
                continue
        return found

    def close(self) -> None:
        """End everything that was started here."""
        for farewell in self.farewells:
            subprocess.run(farewell, env=self.environ, capture_output=True, timeout=SECONDS, check=False)
        for pid in self.processes():
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        for terminal in self.terminals:
            terminal.close(force=True)
        assert eventually(lambda: not self.processes()), "a process was left behind"


@pytest.fixture
def place() -> Iterator[Place]:
    # Not tmp_path: the path of a socket may have only some hundred characters.
    with tempfile.TemporaryDirectory(prefix="pivot-") as folder:
        place = Place(Path(folder))
        try:
            yield place
        finally:
            place.close()


@pytest.fixture
def display(place: Place) -> Iterator[str]:
    """Start an X server on a free display and hand out its name."""
    reader, writer = os.pipe()
    try:
        argv = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "64x64x24", "-nolisten", "tcp"]
        quiet = subprocess.DEVNULL
        with subprocess.Popen(argv, env=place.environ, pass_fds=[writer], stdout=quiet, stderr=quiet) as server:
            try:
                number = b""
                while not number.endswith(b"\n"):
                    assert select.select([reader], [], [], SECONDS)[0], "the X server did not start"
                    number += os.read(reader, 16)
                yield f":{int(number)}"
            finally:
                server.terminate()
                try:
                    server.wait(SECONDS)
                except subprocess.TimeoutExpired:
                    server.kill()
    finally:
        os.close(reader)
        os.close(writer)


def clipboard_of(terminal: PtyProcess) -> str:
    """Read what a terminal is sent until it contains OSC 52, and return the text in it."""
    seen = b""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if select.select([terminal.fd], [], [], 0.05)[0]:
            piece = os.read(terminal.fd, 65536)
            seen += piece
            is_end = b"\x07" in piece or b"\\" in piece  # searching a long text at every piece takes seconds
            if is_end and (found := re.search(rb"\x1b\]52;c?;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)", seen)):
                return base64.b64decode(found[1], validate=True).decode()
    raise AssertionError(f"no OSC 52 arrived: {seen[-300:]!r}")


def pasted(place: Place, *argv: str) -> bytes:
    """Return what a tool finds on the clipboard, as soon as it finds a text.

    xclip 0.13 ends with status 0 a moment before its copy in the background owns the selection: on a fresh X server
    9 of 240 readers came too early, and all of them found the text 50 ms later (measured).
    """
    found: list[bytes] = []

    def is_owned() -> bool:
        done = subprocess.run(argv, env=place.environ, capture_output=True, timeout=SECONDS, check=False)
        found[:] = [done.stdout]
        return done.returncode == 0

    assert eventually(is_owned), "nothing owns the clipboard"
    return found[0]


def copy_here(place: Place, text: str, *tools: str) -> Copied:
    return copy(
        text,
        environ=place.environ,
        platform="linux",
        terminal=None,
        fallback_folder=place.folder,
        which=lambda name: shutil.which(name) if name in tools else None,
    )


@needs("Xvfb", "xclip")
@pytest.mark.parametrize("text", [TEXT, "", "long — " * 60_000], ids=["any", "empty", "long"])
def test_xclip_puts_the_text_on_a_real_clipboard(place: Place, display: str, text: str) -> None:
    place.environ["DISPLAY"] = display
    assert copy_here(place, text, "xclip") == Copied("xclip", True, "copied with xclip")
    assert pasted(place, "xclip", "-o", "-selection", "clipboard") == text.encode()


@needs("Xvfb", "xsel")
def test_xsel_puts_the_text_on_a_real_clipboard(place: Place, display: str) -> None:
    place.environ["DISPLAY"] = display
    assert copy_here(place, TEXT, "xsel").route == "xsel"
    assert pasted(place, "xsel", "--clipboard", "--output") == TEXT.encode()


@needs("xclip")
def test_a_display_that_is_dead_is_not_called_copied(place: Place, capfd: pytest.CaptureFixture[str]) -> None:
    place.environ["DISPLAY"] = f":{next(number for number in range(4711, 4800) if is_free(number))}"
    copied = copy_here(place, TEXT, "xclip")
    assert copied.route == "file"
    assert not copied.is_confirmed
    assert copied.message.startswith("xclip failed, so the text was written to ")
    assert capfd.readouterr() == ("", "")


def is_free(number: int) -> bool:
    return not Path(f"/tmp/.X11-unix/X{number}").exists()


def test_a_bare_terminal_is_sent_the_text_through_its_device(place: Place) -> None:
    terminal = place.spawn(place.job(TEXT))
    assert clipboard_of(terminal) == TEXT
    assert place.copied().route == "terminal"


def test_the_device_is_reached_while_the_output_goes_elsewhere(place: Place) -> None:
    out = place.folder / "out"
    terminal = place.spawn(["/bin/sh", "-c", f"{shlex.join(place.job(TEXT))} > {out} 2>&1"])
    assert clipboard_of(terminal) == TEXT
    assert place.copied().route == "terminal"
    assert out.read_bytes() == b""


def start_tmux(place: Place, command: list[str], *options: str) -> PtyProcess:
    """Start a tmux server of the test's own, shown on a terminal, with a command in its pane."""
    config = place.folder / "tmux.conf"
    config.write_text("".join(f"set {option}\n" for option in options))
    server = ["tmux", "-S", str(place.folder / "socket"), "-f", str(config)]
    place.farewells.append([*server, "kill-server"])
    return place.spawn([*server, "new-session", shlex.join(command)])


def ask_tmux(place: Place, *command: str) -> bytes:
    argv = ["tmux", "-S", str(place.folder / "socket"), *command]
    return subprocess.check_output(argv, env=place.environ, timeout=SECONDS)


@needs("tmux")
@pytest.mark.parametrize("mode", ["external", "on", "off"])
def test_tmux_keeps_the_text_and_passes_it_to_its_terminal_in_every_mode(place: Place, mode: str) -> None:
    terminal = start_tmux(place, place.job(TEXT, "tmux"), f"-s set-clipboard {mode}")
    assert clipboard_of(terminal) == TEXT
    assert place.copied().route == "tmux"
    assert ask_tmux(place, "show-buffer") == TEXT.encode()


@needs("tmux")
def test_without_the_tmux_program_the_sequence_passes_through_a_tmux_that_allows_it(place: Place) -> None:
    terminal = start_tmux(place, place.job(TEXT), "-g allow-passthrough on")
    assert clipboard_of(terminal) == TEXT
    assert place.copied().route == "terminal"


@needs("tmux")
def test_tmux_passes_on_a_text_longer_than_a_program_may_send_it(place: Place) -> None:
    text = "long — " * 150_000
    terminal = start_tmux(place, place.job(text, "tmux"))
    assert clipboard_of(terminal) == text
    assert place.copied().route == "tmux"


@needs("tmux", "Xvfb", "xclip")
@pytest.mark.parametrize(("ssh", "route"), [("", "xclip"), ("10.0.0.2 5000 10.0.0.1 22", "tmux")])
def test_tmux_tells_whether_the_person_at_a_desk_pane_sits_at_the_desk(
    place: Place, display: str, ssh: str, route: str
) -> None:
    place.environ["DISPLAY"] = display
    if ssh:
        place.environ["SSH_CONNECTION"] = ssh
    command = ["env", "-u", "SSH_CONNECTION", *place.job(TEXT, "tmux", "xclip")]  # as in a pane born at the desk
    start_tmux(place, command)
    assert place.copied().route == route


@needs("tmux")
def test_a_tmux_server_that_is_gone_is_not_called_handed_over(place: Place) -> None:
    place.environ["TMUX"] = f"{place.folder / 'socket'},1,0"
    copied = copy_here(place, TEXT, "tmux")
    assert copied.message.startswith("tmux failed, so the text was written to ")


@needs("screen")
def test_gnu_screen_lets_a_whole_pitch_through_to_its_terminal(place: Place) -> None:
    sockets = place.folder / "screens"
    sockets.mkdir(mode=0o700)
    place.environ["SCREENDIR"] = str(sockets)
    text = TEXT * 100
    place.farewells.append(["screen", "-S", "pivot", "-X", "quit"])
    terminal = place.spawn(["screen", "-c", "/dev/null", "-S", "pivot", *place.job(text)])
    assert clipboard_of(terminal) == text
    assert place.copied().route == "terminal"
