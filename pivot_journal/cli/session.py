"""What every command needs of its surroundings: streams, clock, environment, and how words reach a person."""

from __future__ import annotations

import argparse
import codecs
import contextlib
import itertools
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TextIO

from pivot_journal.cli.cells import cut
from pivot_journal.cli.showing import as_json
from pivot_journal.domain.errors import JournalUnusable, OutputFailed, ValueRefused
from pivot_journal.domain.text import LONGEST_TEXT, clean, one_line
from pivot_journal.journal.journal import Journal, local_now, open_journal
from pivot_journal.places import journal_path, settings_path

if TYPE_CHECKING:
    from pivot_journal.settings import Settings

_MOST_BYTES = 4 * LONGEST_TEXT
"""What the longest text may take as UTF-8; an endless pipe is not read any further."""

_LINES_AT_ONCE = 200


@dataclass(frozen=True)
class Session:
    """One run of the command line.

    Data goes to ``stdout``, words for people to ``stderr``; nothing of the user's text acts on the terminal. Each of
    the three streams may be closed: Python then has None in its place.
    """

    now: Callable[[], datetime] = local_now
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)

    @property
    def is_interactive(self) -> bool:
        """Whether a person types and reads what is asked."""
        return _is_terminal(sys.stdin) and _is_terminal(sys.stderr)

    @property
    def shows_words(self) -> bool:
        """Whether a person reads what goes to stderr."""
        return _is_terminal(sys.stderr)

    @property
    def has_screen(self) -> bool:
        """Whether the full-screen app can be shown."""
        return _is_terminal(sys.stdin) and _is_terminal(sys.stdout) and self.environ.get("TERM") != "dumb"

    @property
    def width(self) -> int:
        """The cells in a line of the terminal that data goes to; 0 where it goes elsewhere."""
        if not _is_terminal(sys.stdout):
            return 0
        import shutil  # 4 ms that nobody who adds a line has to wait for

        return shutil.get_terminal_size().columns

    @property
    def has_style(self) -> bool:
        """Whether data goes to a terminal that shows bold and underlined, and whose user has not asked for plain text.

        Source:
            https://no-color.org: NO_COLOR counts where it is not empty.
        """
        is_plain = self.environ.get("NO_COLOR") or self.environ.get("TERM") == "dumb"
        return _is_terminal(sys.stdout) and not is_plain

    def settings(self) -> Settings:
        """Return the user's settings."""
        from pivot_journal.settings import load_settings

        return load_settings(settings_path(self.environ))

    def day_order(self, phrase: str) -> str:
        """Return how the user reads 02/03/2024; the settings are looked at only for a phrase that needs them."""
        return self.settings().day_order if re.search(r"\d[-/.]\d", phrase) else ""

    def has_journal(self, options: argparse.Namespace) -> bool:
        """Whether anything lies where the options or the environment have the journal."""
        with contextlib.suppress(OSError):
            return journal_path(options.journal, self.environ).exists()
        return False

    def journal(self, options: argparse.Namespace, *, create: bool = False) -> Journal:
        """Open the journal that the options or the environment name; a new one is announced."""
        path = journal_path(options.journal, self.environ)
        try:
            journal = open_journal(path, create=create, now=self.now)
        except OSError as error:  # before the database is reached: a name too long, a folder that may not be entered
            raise JournalUnusable(f"{path} cannot be opened: {error.strerror}. Name another with --journal.") from error
        if journal.was_created:
            self.tell(f"A new journal was made: {journal.path}")
        return journal

    def put(self, text: str, *, is_clean: bool = False) -> None:
        """Write data to stdout, at once; line breaks within it stay.

        Args:
            text: The data.
            is_clean: Whether nothing of the user's in it can act any more, so that our own styles may stay.

        Raises:
            OutputFailed: It cannot be written.
            BrokenPipeError: Whoever read it has gone.
        """
        if sys.stdout is None:
            raise OutputFailed("There is nowhere to print to: standard output is closed.")
        self.flush((text if is_clean else clean(text)) + "\n")

    def flush(self, text: str = "") -> None:
        """Make sure that what was written to stdout has arrived; for the errors see `put`."""
        if sys.stdout is None:
            return
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError as error:
            _abandon(sys.stdout)
            if isinstance(error, BrokenPipeError):
                raise
            raise OutputFailed(f"The output could not be written: {error.strerror}.") from error

    def put_json(self, value: Any) -> None:
        """Write a value to stdout as JSON; letters that stdout cannot carry are escaped rather than lost."""
        self.put(as_json(value, only_ascii=_is_other_than_utf8(getattr(sys.stdout, "encoding", None))))

    def put_json_lines(self, values: Iterable[Any]) -> None:
        """Write values to stdout as JSON, one a line, some hundred at a time."""
        rest = iter(values)
        only_ascii = _is_other_than_utf8(getattr(sys.stdout, "encoding", None))
        while lines := [as_json(value, only_ascii=only_ascii) for value in itertools.islice(rest, _LINES_AT_ONCE)]:
            self.put("\n".join(lines))

    def tell(self, line: str) -> None:
        """Write one line of words for a person to stderr; without a stderr nobody is told."""
        if sys.stderr is None:
            return  # print would take stdout instead
        try:
            print(clean(line).replace("\n", " ").replace("\t", " "), file=sys.stderr, flush=True)
        except OSError:
            _abandon(sys.stderr)

    def ask(self, question: str) -> str:
        """Ask a person for one line, with the line editing of the terminal where there is one.

        Returns:
            What was typed, with its line break; empty when the input was ended instead. A pasted text of several
            lines stays together.
        """
        try:
            if _is_terminal(sys.stdout):
                # The kernel's own line takes 4,095 bytes and drops the rest; readline takes any, and a paste whole.
                with contextlib.suppress(ImportError):
                    import readline  # noqa: F401 - input() uses it once it is there
                return input(question) + "\n"
            sys.stderr.write(question)
            sys.stderr.flush()
            return _decoded(sys.stdin.buffer.readline(), sys.stdin.encoding, "typed")
        except EOFError:
            self.tell("")
            return ""
        except UnicodeDecodeError as error:
            raise _not_utf8("typed") from error

    def piped(self) -> str:
        """Return what is piped in.

        Raises:
            ValueRefused: There is no pipe, or what comes out of it is no text or too long.
        """
        if sys.stdin is None or _is_terminal(sys.stdin):
            raise ValueRefused("There is nothing to write down. Give the text after 'pivot add', or pipe it in.")
        return _read_whole(sys.stdin, "stored")

    def read_all(self, so: str) -> str:
        """Return all that comes from stdin: what is piped in, or what a person types or pastes up to Ctrl+D.

        Args:
            so: What else would be done with it, for the message when it is not: 'checked'.

        Raises:
            ValueRefused: What comes is no text or too long, or nothing can come.
        """
        if sys.stdin is None:
            raise ValueRefused(f"There is nothing to read: standard input is closed. Nothing was {so}.")
        if _is_terminal(sys.stdin):
            self.tell("Type or paste the text; Enter and Ctrl+D end it.")
        return _read_whole(sys.stdin, so)


def _abandon(stream: TextIO | None) -> None:
    """Let go of a stream that nobody reads or that has no room, so that Python does not complain when it ends."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())  # type: ignore[union-attr]  # None is suppressed above
        finally:
            os.close(nowhere)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def _is_other_than_utf8(encoding: str | None) -> bool:
    return encoding is not None and codecs.lookup(encoding).name != "utf-8"


def _read_whole(stdin: TextIO, so: str) -> str:
    stream = getattr(stdin, "buffer", None)
    if stream is None:
        return stdin.read()
    try:
        data = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise ValueRefused(f"The piped text cannot be read: {error.strerror}.") from error
    if len(data) > _MOST_BYTES:
        raise ValueRefused(f"The piped text is longer than {LONGEST_TEXT:,} characters; nothing was {so}.")
    return _decoded(data, stdin.encoding, "piped", so)


def _decoded(data: bytes, encoding: str | None, how: str, so: str = "stored") -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if encoding and _is_other_than_utf8(encoding):
            with contextlib.suppress(UnicodeDecodeError):
                return data.decode(encoding)
        raise _not_utf8(how, data[: error.start].count(b"\n") + 1, so) from error


def _not_utf8(how: str, line: int = 1, so: str = "stored") -> ValueRefused:
    hint = "; convert it first, such as with: iconv -f latin1 -t utf-8" if how == "piped" else ""
    return ValueRefused(f"The {how} text is not UTF-8 in line {line}. Nothing was {so}{hint}.")


def accept_words(words: Iterable[str], so: str = "stored") -> None:
    """Refuse an argument of the process that is no text: Python hands the bytes of such on in disguise.

    Raises:
        ValueRefused: One of them is not UTF-8.
    """
    for given in words:
        if re.search("[\udc80-\udcff]", given):
            raise ValueRefused(f"“{cut(one_line(given), 40)}” is not UTF-8. Nothing was {so}.")
