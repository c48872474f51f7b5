"""The app in a real terminal: killed, told to end, copied from, and left as it was found."""

from __future__ import annotations

import datetime as dt
import os
import re
import select
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pivot_journal.journal import open_journal
from pivot_journal.sample.loader import fill_sample
from tui.terminal import PIVOT, SECONDS, Terminal, environment, is_left_clean

pytestmark = pytest.mark.filterwarnings(
    # pytest-xdist runs a thread beside the tests; the child goes straight on to exec, which is safe.
    "ignore:This process .* is multi-threaded:DeprecationWarning"
)

READY = "Chat ·"
"""What the preview says as soon as everything is loaded."""
NOTE = "At the wrong dock"
SECRET = "Wilhelmina in payroll told me so"


PLAIN_ESCAPE = "\x1b"
"""What a terminal sends that does not tell the key from the beginning of another."""
FRAME = b"\x1b[?2026h"
"""With this a program begins to paint."""


def needs(*tools: str) -> pytest.MarkDecorator:
    missing = [tool for tool in tools if shutil.which(tool) is None]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}")


@pytest.fixture
def home(migrated_template: Path) -> Iterator[Path]:
    """A home with an empty journal; not tmp_path, because the path of a socket may have only some hundred signs."""
    with tempfile.TemporaryDirectory(prefix="pivot-") as folder:
        home = Path(folder)
        shutil.copyfile(migrated_template, home / "journal.db")
        yield home


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("terminal") / "sample.db"
    fill_sample(path, dt.datetime.now().astimezone().date())
    return path


@pytest.fixture
def sample_home(home: Path, sample: Path) -> Path:
    """A home with the invented journal in it."""
    shutil.copyfile(sample, home / "journal.db")
    return home


def app(home: Path, size: tuple[int, int] = (120, 40), **environ: str) -> Terminal:
    return Terminal(PIVOT, environment(home, **environ), size)


def eventually(is_so: Callable[[], bool], terminal: Terminal | None = None, seconds: float = SECONDS) -> bool:
    """Wait until something holds; false when it does not within the time limit."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            return False
        if terminal is None or not terminal.pump():
            time.sleep(0.01)
    return True


def drafts(home: Path) -> str:
    """Return all that is kept half-typed, as another program sees it."""
    connection = sqlite3.connect(home / "journal.db")
    try:
        return "\n".join(str(row) for row in connection.execute("SELECT * FROM draft"))
    finally:
        connection.close()


def with_story(home: Path) -> None:
    with open_journal(home / "journal.db") as journal:
        journal.observations.capture(NOTE)
        decision = journal.decisions.add("Same-day slots")
        journal.stories.from_decision(decision.id)


# Killed


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param([("a", "What happened?")], id="add line"),
        pytest.param([("3", "Same-day slots"), ("e", "What I saw")], id="story beat"),
    ],
)
def test_kill_9_in_the_middle_of_typing_loses_nothing_older_than_a_second(
    home: Path, steps: list[tuple[str, str]]
) -> None:
    with_story(home)
    words = "every word of it"
    with app(home) as terminal:
        terminal.wait(READY)
        for key, shows in steps:
            terminal.press(key)
            terminal.wait(shows)
            terminal.settle(0.15)
        terminal.press(*words)
        typed_at = time.monotonic()
        assert eventually(lambda: words in drafts(home), terminal), terminal.text + drafts(home)
        took = time.monotonic() - typed_at
        terminal.signal(signal.SIGKILL)
        assert terminal.status() == 128 + signal.SIGKILL
    assert took < 5, "a second on an idle machine"
    with app(home) as terminal:
        terminal.wait("You had not finished these.")
        terminal.wait(words)
        terminal.press("enter")
        terminal.wait("You had not finished these.", is_there=False)
        terminal.wait(words)
        terminal.settle(0.15)
        terminal.press("!")
        terminal.wait("!")  # the cursor stands in it


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_gives_the_terminal_back_and_keeps_what_is_half_typed(
    home: Path, number: signal.Signals
) -> None:
    with app(home) as terminal:
        terminal.wait("Nothing here yet")
        terminal.settle()
        terminal.press("a")
        terminal.wait("What happened?")
        terminal.press("half a line")
        terminal.signal(number)
        assert terminal.status() == 128 + number
        assert is_left_clean(terminal.raw)
    assert "half a line" in drafts(home)


def test_a_terminal_that_is_closed_ends_it_with_what_is_half_typed_kept(home: Path) -> None:
    terminal = app(home)
    try:
        terminal.wait("Nothing here yet")
        terminal.settle()
        terminal.press("a")
        terminal.wait("What happened?")
        terminal.press("half a line")
        os.close(terminal.process.fd)
        assert eventually(lambda: not terminal.process.isalive())
    finally:
        if terminal.process.isalive():
            terminal.signal(signal.SIGKILL)
    assert "half a line" in drafts(home)


def test_q_leaves_the_terminal_as_it_was_found(home: Path) -> None:
    with app(home) as terminal:
        terminal.wait("Nothing here yet")
        terminal.press("q")
        assert terminal.status() == 0
        assert is_left_clean(terminal.raw)
        assert terminal.raw.rstrip().endswith((b"h", b"l", b"u", b"m")), terminal.raw[-80:]  # no words after it


# What another program wrote, and what another program does


def test_a_stored_sequence_never_reaches_the_terminal(home: Path) -> None:
    with_story(home)
    evil = "\x1b]52;c;Q09QSUVE\x07\x1b[2Jplain\x9b31m\u202eesrever"
    connection = sqlite3.connect(home / "journal.db")
    connection.execute("UPDATE observation SET text = ?", (evil,))
    connection.execute("UPDATE decision SET title = ?", (evil,))
    connection.commit()
    connection.close()
    with app(home) as terminal:
        terminal.wait("plain")
        terminal.settle()
        terminal.press("e", "escape", "f", "escape", "?", "escape", "2", "1", "s", "escape")
        terminal.press("q")
        assert terminal.status() == 0
        assert b"\x1b]52" not in terminal.raw
        assert "\u202e".encode() not in terminal.raw
        assert "\x9b".encode() not in terminal.raw
        assert b"\x1b[2Jplain" not in terminal.raw


def test_pivot_add_in_another_terminal_appears(home: Path) -> None:
    with app(home) as terminal:
        terminal.wait("Nothing here yet")
        done = subprocess.run(
            [*PIVOT, "add", NOTE], env=environment(home), capture_output=True, timeout=SECONDS, check=True
        )
        assert done.stdout.strip() == b"1"
        terminal.wait(NOTE)


def test_two_windows_write_into_one_journal(home: Path) -> None:
    with app(home, (80, 24)) as first, app(home, (80, 24)) as second:
        for terminal in (first, second):
            terminal.wait("Nothing here yet")
            terminal.settle()
        for terminal, words in ((first, "from the first"), (second, "from the second")):
            terminal.press("a")
            terminal.wait("What happened?")
            terminal.press(words, "enter")
            terminal.wait("Written down")
        first.wait("from the second")
        second.wait("from the first")


# An error of ours

CRASHING = """
import sys
from pivot_journal.cli import main
from pivot_journal.tui.views.journal_view import JournalView

def fail(self):
    secret = self.list.observation.text
    raise RuntimeError("it failed at " + secret)

JournalView.action_star = fail
sys.exit(main([]))
"""


def test_an_error_of_ours_is_one_friendly_line_and_a_log_without_the_users_words(home: Path) -> None:
    with open_journal(home / "journal.db") as journal:
        journal.observations.capture(SECRET)
    with Terminal([sys.executable, "-c", CRASHING], environment(home)) as terminal:
        terminal.wait(SECRET)
        terminal.wait(READY)
        terminal.press("a")
        terminal.wait("What happened?")
        terminal.press("half", PLAIN_ESCAPE)
        terminal.wait("What happened?", is_there=False)
        terminal.press("*")
        assert terminal.status() == 1
        assert is_left_clean(terminal.raw)
        after = terminal.raw[terminal.raw.rfind(b"\x1b[?1049l") :].decode()
    said = re.sub(r"\x1b\[[0-9;?<>=]*[a-zA-Z]", "", after).strip()
    log = home / "data" / "pivot-journal" / "crash.log"
    assert said == f"pivot: The app met an error and had to end. What you typed is kept. Details: {log}"
    assert SECRET not in after
    assert "RuntimeError" in log.read_text()
    assert "in fail" in log.read_text()
    assert SECRET not in log.read_text()
    assert log.stat().st_mode & 0o077 == 0
    assert "half" in drafts(home)


# The clipboard


def previewed(home: Path) -> str:
    """Return the text of the current pitch."""
    with open_journal(home / "journal.db") as journal:
        return journal.telling.compose(journal.pitches.material()).text.strip()


def squeezed(text: str) -> str:
    return "".join(text.split())


def preview_column(terminal: Terminal) -> str:
    """Return the words in the right-hand pane."""
    lines = [line.partition("│")[2] for line in terminal.text.split("\n")[1:-2]]
    return squeezed(" ".join(lines))


def test_y_sends_exactly_the_previewed_text_to_the_terminal(sample_home: Path) -> None:
    text = previewed(sample_home)
    with app(sample_home, (140, 60)) as terminal:
        terminal.wait("ready to say")
        terminal.settle()
        shown = preview_column(terminal)
        for paragraph in text.split("\n\n"):
            assert squeezed(paragraph) in shown
        terminal.press("y")
        terminal.wait("Enter copies")  # an amount of the sample leaves in other words
        terminal.press("\r")
        assert terminal.wait_copied() == text
        terminal.wait("Sent to your terminal")


@needs("tmux")
def test_y_inside_tmux_puts_the_previewed_text_into_its_buffer(sample_home: Path) -> None:
    config = sample_home / "tmux.conf"
    config.write_text("")
    environ = environment(sample_home)
    tmux = ["tmux", "-S", str(sample_home / "socket"), "-f", str(config)]

    def ask(*command: str) -> str:
        done = subprocess.run([*tmux, *command], env=environ, capture_output=True, timeout=SECONDS, check=False)
        return done.stdout.decode()

    try:
        with Terminal([*tmux, "new-session", shlex.join(PIVOT)], environ, (140, 60)) as terminal:
            terminal.wait("ready to say")
            terminal.settle()
            terminal.press("y")
            terminal.wait("Enter copies")
            terminal.press("\r")
            terminal.wait("tmux")
            assert ask("show-buffer") == previewed(sample_home)
            terminal.press("q")
    finally:
        ask("kill-server")


@pytest.fixture
def display(home: Path) -> Iterator[str]:
    """Start an X server on a free display and hand out its name."""
    reader, writer = os.pipe()
    argv = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "64x64x24", "-nolisten", "tcp"]
    quiet = subprocess.DEVNULL
    try:
        with subprocess.Popen(argv, env=environment(home), pass_fds=[writer], stdout=quiet, stderr=quiet) as server:
            try:
                number = b""
                while not number.endswith(b"\n"):
                    assert select.select([reader], [], [], SECONDS)[0], "the X server did not start"
                    number += os.read(reader, 16)
                yield f":{int(number)}"
            finally:
                server.terminate()  # takes the xclip that owns its clipboard with it
                server.wait(SECONDS)
    finally:
        os.close(reader)
        os.close(writer)


@needs("Xvfb", "xclip")
def test_y_under_x_puts_the_previewed_text_on_its_clipboard(sample_home: Path, display: str) -> None:
    environ = environment(sample_home, DISPLAY=display)
    argv = ["xclip", "-o", "-selection", "clipboard"]
    found: list[str] = []

    def is_owned() -> bool:
        done = subprocess.run(argv, env=environ, capture_output=True, timeout=SECONDS, check=False)
        found[:] = [done.stdout.decode()]
        return done.returncode == 0

    with app(sample_home, (140, 60), DISPLAY=display) as terminal:
        terminal.wait("ready to say")
        terminal.settle()
        terminal.press("y")
        terminal.wait("Enter copies")
        terminal.press("\r")
        terminal.wait("Copied with xclip")
        assert eventually(is_owned, terminal)
        assert found == [previewed(sample_home)]
        terminal.press("q")
        assert terminal.status() == 0


# Terminals of every kind


def colours(terminal: Terminal) -> set[str]:
    return {
        colour
        for row in terminal.screen.buffer.values()
        for cell in row.values()
        for colour in (cell.fg, cell.bg)
        if colour != "default"
    }


def test_no_color_leaves_only_greys_and_every_mark_is_a_sign(sample_home: Path) -> None:
    with app(sample_home, NO_COLOR="1") as terminal:
        terminal.wait("▲")
        terminal.settle()
        assert all(colour[:2] == colour[2:4] == colour[4:6] for colour in colours(terminal)), colours(terminal)
        terminal.press("q")
        assert terminal.status() == 0


@pytest.mark.parametrize("size", [(20, 5)])
def test_a_screen_of_any_size_can_be_used(sample_home: Path, size: tuple[int, int]) -> None:
    with app(sample_home, size) as terminal:
        terminal.wait("a add")
        terminal.settle(0.2)
        terminal.press("down", "p", "p", "s", "escape", "a", "x", "escape", "?", "escape", *"2341e")
        for _ in range(20):  # on a busy machine the keys above may still be on their way
            terminal.press("escape")
            terminal.settle(0.3)
            terminal.press("q")
            if eventually(lambda: not terminal.process.isalive(), terminal, 1.0):
                break
        assert terminal.status() == 0
        assert is_left_clean(terminal.raw)


def test_a_key_in_the_list_and_a_letter_of_a_search_are_painted_at_once_and_whole(sample_home: Path) -> None:
    with app(sample_home) as terminal:
        terminal.wait("what it meant for the customer")  # the coach has read it: nothing else is to come
        terminal.settle(0.3)
        for key in ("down", "down", "/", "s", "l", "o"):
            terminal.raw = b""
            terminal.press(key)
            assert eventually(lambda: bool(terminal.raw), terminal)
            terminal.settle(0.15)
            assert key == "/" or terminal.raw.count(FRAME) == 1, terminal.raw.decode()


def test_a_terminal_that_is_resized_keeps_its_work(sample_home: Path) -> None:
    with app(sample_home) as terminal:
        terminal.wait("▲")
        terminal.settle()
        for columns, rows in ((80, 24), (40, 10), (120, 40)):
            terminal.screen.resize(rows, columns)
            terminal.process.setwinsize(rows, columns)
            terminal.settle(0.2)
        terminal.wait("? all keys")
        terminal.press("q")
        assert terminal.status() == 0


def test_the_light_theme_and_a_broken_setting_are_both_said_plainly(home: Path) -> None:
    settings = home / "settings.toml"
    settings.write_text('theme = "light"\n')
    with app(home, PIVOT_SETTINGS=str(settings)) as terminal:
        terminal.wait("Nothing here yet")
        assert "fbfaf7" in colours(terminal)
        terminal.press("q")
        assert terminal.status() == 0
    settings.write_text('theme = "blue"\n')
    with app(home, PIVOT_SETTINGS=str(settings)) as terminal:
        assert terminal.status() == 2
        assert "line 1: theme takes" in terminal.text
