"""Run one command: find it, run it, and meet its errors in one place."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from pivot_journal.cli.parser import parse
from pivot_journal.cli.session import Session
from pivot_journal.domain.errors import JournalError

Command = Callable[[argparse.Namespace, Session], int]


def main(arguments: Sequence[str] | None = None, session: Session | None = None) -> int:
    """Run the program and return its exit status.

    Args:
        arguments: What was typed after 'pivot'; the process's own when None.
        session: Its surroundings; those of the process when None.
    """
    session = session or Session()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a letter that the terminal does not have is no reason to fail
    try:
        try:
            options = parse(sys.argv[1:] if arguments is None else arguments)
        except SystemExit:  # argparse has shown the help or the version
            session.flush()
            return 0
        return _command(options.command)(options, session)
    except JournalError as error:
        session.tell(f"pivot: {error}")
        return error.status
    except KeyboardInterrupt:
        if session.shows_words:
            session.tell("")  # the terminal has drawn ^C into the line
        return 130
    except BrokenPipeError:
        return 0  # whoever read our output has what they wanted, as 'head' has


def run() -> NoReturn:
    """Run the program as a process: with its exit status, and without leaving a reader of a gone terminal behind."""
    status = 1
    try:
        status = main()
    finally:
        if "textual" in sys.modules:
            _end_left_readers(status)
    sys.exit(status)


def _end_left_readers(status: int) -> None:
    """End the process at once where Textual's threads outlived the app.

    When the terminal goes away at an unlucky moment its reading thread is never told to stop and spins for ever,
    because reading from what is gone gives nothing at once (seen with 8.2.8).
    """
    import threading

    if any(thread.name.startswith("textual-") and not thread.daemon for thread in threading.enumerate()):
        os._exit(status)


def _command(name: str | None) -> Command:
    """Return what runs a command; each loads only what it needs."""
    if name == "add":
        from pivot_journal.cli.capturing import run_add

        return run_add
    if name in {"list", "show"}:
        from pivot_journal.cli.reading import run_list, run_show

        return run_list if name == "list" else run_show
    if name in {"edit", "delete", "undo", "redo"}:
        from pivot_journal.cli import editing

        verbs: dict[str, Command] = {
            "edit": editing.run_edit, "delete": editing.run_delete, "undo": editing.run_undo, "redo": editing.run_redo,
        }  # fmt: skip
        return verbs[name]
    if name == "earlier":
        from pivot_journal.cli.earlier import run_earlier

        return run_earlier
    if name == "tags":
        from pivot_journal.cli.tagging import run_tags

        return run_tags
    if name == "stats":
        from pivot_journal.cli.stats import run_stats

        return run_stats
    if name == "doctor":
        from pivot_journal.cli.doctor import run_doctor

        return run_doctor
    if name == "completion":
        from pivot_journal.cli.completion import run_completion

        return run_completion
    if name == "tally":
        from pivot_journal.cli.tallying import run_tally

        return run_tally
    if name == "check":
        from pivot_journal.cli.checking import run_check

        return run_check
    if name == "terms":
        from pivot_journal.cli.masking import run_terms

        return run_terms
    if name == "pitch":
        from pivot_journal.cli.pitching import run_pitch

        return run_pitch
    if name == "import":
        from pivot_journal.cli.importing import run_import

        return run_import
    if name in {"export", "backup", "restore", "merge"}:
        from pivot_journal.cli import keeping

        copies: dict[str, Command] = {
            "export": keeping.run_export, "backup": keeping.run_backup, "restore": keeping.run_restore,
            "merge": keeping.run_merge,
        }  # fmt: skip
        return copies[name]
    from pivot_journal.cli.opening import run_app, run_demo

    return run_demo if name == "demo" else run_app
