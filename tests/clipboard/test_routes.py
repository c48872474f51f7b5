"""Which route a text takes, with tools of our own making in place of the real ones."""

from __future__ import annotations

import base64
import os
import re
import signal
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from pivot_journal import clipboard
from pivot_journal.clipboard import Copied, copy, tty_writer
from pivot_journal.domain.errors import OutputFailed

TEXT = "We assumed 5 °C — nobody had [asked].\n\tCost: 40 000 €\x1b\x00 \N{SNOWMAN}\r\n"
DESKTOP = {"DISPLAY": ":7", "WAYLAND_DISPLAY": "wayland-0"}
EVERY_TOOL = ("pbcopy", "clip.exe", "wl-copy", "xclip", "xsel", "tmux")


@dataclass
class Desk:
    """A folder of fake tools, and a terminal that remembers what it was sent."""

    folder: Path
    sent: list[str] = field(default_factory=list)

    def install(self, *names: str, then: str = "exit 0") -> None:
        """Make tools that keep what they read and how they were called, and then do as told."""
        for name in names:
            tool = self.folder / name
            tool.write_text(
                "#!/bin/sh\n"
                '[ "$1" = show-environment ] && { cat "$0.ssh"; exit $?; }\n'
                f'cat > "$0.got"; echo "$*" > "$0.called"; echo "${{LC_ALL-}}" > "$0.locale"\n{then}\n'
            )
            tool.chmod(0o755)

    def which(self, name: str) -> str | None:
        tool = self.folder / name
        return str(tool) if tool.exists() else None

    def got(self, name: str) -> bytes | None:
        """Return what a tool read, or None when it was not called."""
        kept = self.folder / f"{name}.got"
        return kept.read_bytes() if kept.exists() else None

    def copy(
        self, text: str = TEXT, *, platform: str = "linux", has_terminal: bool = True, environ: Mapping[str, str] = {}
    ) -> Copied:
        return copy(
            text,
            environ={"PATH": "/usr/bin:/bin", "TERM": "xterm-256color", **environ},
            platform=platform,
            terminal=self.sent.append if has_terminal else None,
            fallback_folder=self.folder / "kept",
            which=self.which,
        )


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def decoded(sequence: str) -> str:
    """Return the text that a terminal finds in an OSC 52 sequence."""
    found = re.fullmatch("\x1b]52;c;([A-Za-z0-9+/=]*)\x07", sequence)
    assert found, sequence[:80]
    return base64.b64decode(found[1], validate=True).decode()


TMUX = {"TMUX": "/tmp/tmux-0/default,1,0", "TMUX_PANE": "%0"}
SSH = {"SSH_CONNECTION": "10.0.0.2 5000 10.0.0.1 22"}
SSH_TTY = {"SSH_TTY": "/dev/pts/3"}
WSL = {"WSL_DISTRO_NAME": "Debian"}


@pytest.mark.parametrize(
    ("platform", "environ", "route"),
    [
        ("darwin", {}, "pbcopy"),
        ("darwin", TMUX, "pbcopy"),
        ("darwin", SSH, "terminal"),
        ("darwin", TMUX | SSH_TTY, "tmux"),
        ("linux", DESKTOP, "wl-copy"),
        ("linux", DESKTOP | WSL, "clip.exe"),
        ("linux", {"WSL_INTEROP": "/run/WSL/8_interop"}, "clip.exe"),
        ("linux", WSL | SSH, "terminal"),
        ("linux", {"DISPLAY": ":7"}, "xclip"),
        ("linux", {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, "terminal"),
        ("linux", DESKTOP | TMUX, "wl-copy"),
        ("linux", TMUX, "tmux"),
        ("linux", DESKTOP | SSH, "terminal"),
        ("linux", DESKTOP | SSH_TTY, "terminal"),
        ("linux", DESKTOP | SSH | TMUX, "tmux"),
        ("linux", {}, "terminal"),
        ("linux", {"TERM": "dumb"}, "file"),
        ("linux", {"TERM": "linux"}, "file"),
    ],
)
def test_the_surest_route_of_each_place_is_taken(
    desk: Desk, platform: str, environ: dict[str, str], route: str
) -> None:
    desk.install(*EVERY_TOOL)
    copied = desk.copy(platform=platform, environ=environ)
    assert copied.route == route
    assert copied.is_confirmed == (route not in {"tmux", "terminal", "file"})
    others = [name for name in EVERY_TOOL if name != route and desk.got(name) is not None]
    assert others == [], "a tool was run besides"
    assert bool(desk.sent) == (route == "terminal")


@pytest.mark.parametrize(
    ("name", "environ", "called"),
    [
        ("wl-copy", DESKTOP, "--type text/plain"),
        ("xclip", DESKTOP, "-selection clipboard -in"),
        ("xsel", DESKTOP, "--clipboard --input"),
        ("tmux", TMUX, "load-buffer -w -"),
    ],
)
def test_a_tool_reads_the_text_exactly_as_given(desk: Desk, name: str, environ: dict[str, str], called: str) -> None:
    desk.install(name)
    assert desk.copy(environ=environ).route == name
    assert desk.got(name) == TEXT.encode()
    assert (desk.folder / f"{name}.called").read_text() == called + "\n"


def test_windows_gets_utf_16_without_a_byte_order_mark(desk: Desk) -> None:
    desk.install("clip.exe")
    assert desk.copy("5 °C \N{ALARM CLOCK}", environ=WSL).message == "copied with clip.exe"
    assert desk.got("clip.exe") == "5 °C \N{ALARM CLOCK}".encode("utf-16-le")


def test_pbcopy_is_told_that_the_text_is_utf_8(desk: Desk) -> None:
    desk.install("pbcopy")
    assert desk.copy(platform="darwin", environ={"LC_ALL": "C"}).message == "copied with pbcopy"
    assert desk.got("pbcopy") == TEXT.encode()
    assert (desk.folder / "pbcopy.locale").read_text() == "en_US.UTF-8\n"


def test_a_tool_that_is_confirmed_says_so_in_plain_words(desk: Desk) -> None:
    desk.install("xclip")
    assert desk.copy(environ=DESKTOP) == Copied("xclip", is_confirmed=True, message="copied with xclip")


def test_what_the_terminal_does_not_confirm_is_not_called_copied(desk: Desk) -> None:
    copied = desk.copy()
    assert copied == Copied("terminal", False, "sent to your terminal, which does not say whether it took it")
    desk.install("tmux")
    copied = desk.copy(environ=TMUX)
    assert copied == Copied("tmux", False, "handed to tmux, which passes it to your terminal if that accepts it")


def test_a_tool_that_fails_is_named_and_the_next_one_tried(desk: Desk) -> None:
    desk.install("wl-copy", "xclip", then="exit 1")
    desk.install("xsel")
    copied = desk.copy(environ=DESKTOP)
    assert copied == Copied("xsel", True, "wl-copy failed and xclip failed, so the text was copied with xsel")


def test_a_tool_that_cannot_even_start_is_named_with_the_reason(desk: Desk) -> None:
    (desk.folder / "xclip").write_text("no program")
    copied = desk.copy(environ={"DISPLAY": ":7"})
    assert copied.route == "terminal"
    assert copied.message.startswith("xclip failed (Permission denied), so the text was sent to your terminal,")


def test_a_tool_that_does_not_answer_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "TOOL_SECONDS", 0.5)
    desk.install("wl-copy", then="echo $$ > $0.pid; exec sleep 30")
    copied = desk.copy(environ=DESKTOP)
    assert copied.route == "terminal"
    assert copied.message.startswith("wl-copy did not answer within 0.5 s, so the text was sent to your terminal,")
    pid = int((desk.folder / "wl-copy.pid").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_tool_that_never_reads_a_long_text_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "TOOL_SECONDS", 0.25)
    desk.install("xclip")
    (desk.folder / "xclip").write_text("#!/bin/sh\nexec sleep 30\n")
    assert desk.copy("x" * 1_000_000, environ={"DISPLAY": ":7"}).route == "terminal"


def test_a_tool_that_stays_in_the_background_neither_holds_us_up_nor_ends_with_our_terminal(desk: Desk) -> None:
    desk.install("xclip", then="sleep 30 & echo $! > $0.pid; exit 0")
    assert desk.copy(environ={"DISPLAY": ":7"}).route == "xclip"
    pid = int((desk.folder / "xclip.pid").read_text())
    session = os.getsid(pid)
    os.kill(pid, signal.SIGKILL)
    assert session != os.getsid(0)


def test_nothing_a_tool_says_reaches_the_screen(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    desk.install("xclip", then="echo noise; echo complaint >&2; exit 1")
    assert desk.copy(environ={"DISPLAY": ":7"}).route == "terminal"
    assert capfd.readouterr() == ("", "")


def test_a_desk_pane_that_is_attached_over_ssh_does_not_fill_the_desk(desk: Desk) -> None:
    desk.install("xclip", "tmux")
    (desk.folder / "tmux.ssh").write_text("SSH_CONNECTION=10.0.0.2 5000 10.0.0.1 22\n")
    assert desk.copy(environ=DESKTOP | TMUX).route == "tmux"
    assert desk.got("xclip") is None


def test_a_tmux_that_says_there_is_no_ssh_leaves_the_desktop_first(desk: Desk) -> None:
    desk.install("xclip", "tmux")
    (desk.folder / "tmux.ssh").write_text("-SSH_CONNECTION\n")
    assert desk.copy(environ=DESKTOP | TMUX).route == "xclip"


def test_a_tmux_too_old_for_the_clipboard_passes_the_sequence_through(desk: Desk) -> None:
    desk.install("tmux", then="exit 1")
    copied = desk.copy(environ=TMUX)
    assert copied.message.startswith("tmux failed, so the text was sent to your terminal")
    wrapped = re.fullmatch("\x1bPtmux;(.*)\x1b\\\\", desk.sent[0], re.DOTALL)
    assert wrapped
    assert decoded(wrapped[1].replace("\x1b\x1b", "\x1b")) == TEXT


def test_what_tmux_would_drop_for_its_length_is_kept_in_a_file(desk: Desk) -> None:
    assert desk.copy("x" * 800_000, environ=TMUX).route == "file"
    assert desk.copy("x" * 700_000, environ=TMUX).route == "terminal"


def test_an_empty_text_is_not_handed_to_tmux_which_ignores_it(desk: Desk) -> None:
    desk.install("tmux")
    assert desk.copy("", environ=TMUX).route == "terminal"


@pytest.mark.parametrize("text", ["", TEXT, "ä" * 100_000])
def test_the_terminal_gets_the_text_in_one_sequence(desk: Desk, text: str) -> None:
    assert desk.copy(text).route == "terminal"
    assert decoded("".join(desk.sent)) == text


@pytest.mark.parametrize("environ", [{"STY": "12.pts-0.desk"}, {"TERM": "screen"}, {"TERM": "screen-256color"}])
def test_gnu_screen_gets_the_sequence_in_pieces_it_lets_through(desk: Desk, environ: Mapping[str, str]) -> None:
    text = TEXT * 100
    assert desk.copy(text, environ=environ).route == "terminal"
    pieces = re.findall("\x1bP(.*?)\x1b\\\\", desk.sent[0], re.DOTALL)
    assert "".join(f"\x1bP{piece}\x1b\\" for piece in pieces) == desk.sent[0]
    assert max(map(len, pieces)) == 250
    assert decoded("".join(pieces)) == text


@pytest.mark.parametrize(
    ("environ", "name", "arrived"),
    [({}, None, b"a?b?"), (DESKTOP, "xclip", b"a?b?"), (WSL, "clip.exe", "a?b?".encode("utf-16-le"))],
)
def test_lone_surrogates_become_question_marks(
    desk: Desk, environ: Mapping[str, str], name: str | None, arrived: bytes
) -> None:
    if name:
        desk.install(name)
    desk.copy("a\ud800b\udc00", environ=environ)
    assert (desk.got(name) if name else decoded(desk.sent[0]).encode()) == arrived


def test_without_any_way_the_text_goes_to_a_file_only_its_owner_reads(desk: Desk) -> None:
    path = desk.folder / "kept" / "clipboard.txt"
    copied = desk.copy(has_terminal=False)
    assert copied == Copied("file", False, f"written to {path}; the clipboard could not be reached")
    assert path.read_bytes() == TEXT.encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_file_is_replaced_whole_and_nothing_else_is_touched(desk: Desk) -> None:
    kept = desk.folder / "kept"
    kept.mkdir()
    mine = desk.folder / "mine.txt"
    mine.write_text("not the program's")
    (kept / "clipboard.txt").symlink_to(mine)
    (kept / "pitch.txt").write_text("also mine")
    desk.copy("long text " * 99, has_terminal=False)
    desk.copy("short", has_terminal=False)
    assert (kept / "clipboard.txt").read_text() == "short"
    assert mine.read_text() == "not the program's"
    assert sorted(path.name for path in kept.iterdir()) == ["clipboard.txt", "pitch.txt"]


def test_a_terminal_that_is_gone_leads_to_the_file(desk: Desk) -> None:
    def gone(sequence: str) -> None:
        raise OSError(5, "Input/output error")

    copied = copy(TEXT, environ={}, platform="linux", terminal=gone, fallback_folder=desk.folder, which=desk.which)
    before = "terminal failed (Input/output error), so the text was written to"
    after = f"{desk.folder / 'clipboard.txt'}; the clipboard could not be reached"
    assert copied == Copied("file", False, f"{before} {after}")


def test_when_nothing_works_the_error_says_why_for_each_and_leaves_no_crumbs(desk: Desk) -> None:
    desk.install("xclip", then="exit 1")
    (desk.folder / "kept" / "clipboard.txt").mkdir(parents=True)
    with pytest.raises(OutputFailed) as caught:
        desk.copy(environ={"DISPLAY": ":7"}, has_terminal=False)
    assert re.fullmatch(
        r"nothing was copied: xclip failed and file failed \(.*directory.*\); "
        rf"make it possible to write to {re.escape(str(desk.folder / 'kept'))} and copy again",
        str(caught.value),
    )
    assert [path.name for path in (desk.folder / "kept").iterdir()] == ["clipboard.txt"]


def test_a_folder_that_cannot_be_made_is_an_error_with_the_reason(desk: Desk) -> None:
    (desk.folder / "kept").write_text("a file where the folder should be")
    with pytest.raises(OutputFailed, match=r"file failed \(File exists\)"):
        desk.copy(has_terminal=False)


def test_a_process_without_a_terminal_has_no_writer(monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[..., int] = os.open

    def refuse(path: str, flags: int, mode: int = 0o777) -> int:
        if path == "/dev/tty":
            raise OSError(6, "No such device or address")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    assert tty_writer() is None
