"""What every command needs of its surroundings: streams, clock, environment, and how words reach a person."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TextIO

from pivot_journal.domain.text import clean
from pivot_journal.journal.journal import Journal, local_now, open_journal
from pivot_journal.places import journal_path, settings_path
from pivot_journal.settings import Settings, load_settings


@dataclass(frozen=True)
class Session:
    """One run of the command line.

    Data goes to ``stdout``, words for people to ``stderr``; nothing of the user's text acts on the terminal.
    """

    now: Callable[[], datetime] = local_now
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)

    @property
    def stdin(self) -> TextIO:
        """Where piped text comes from."""
        return sys.stdin

    @property
    def is_interactive(self) -> bool:
        """Whether a person sits at both ends."""
        return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()

    @property
    def shows_words(self) -> bool:
        """Whether a person reads what goes to stderr."""
        return sys.stderr.isatty()

    def settings(self) -> Settings:
        """Return the user's settings."""
        return load_settings(settings_path(self.environ))

    def journal(self, options: argparse.Namespace, *, create: bool = False) -> Journal:
        """Open the journal that the options or the environment name; a new one is announced."""
        journal = open_journal(journal_path(options.journal, self.environ), create=create, now=self.now)
        if journal.was_created:
            self.tell(f"A new journal was made: {journal.path}")
        return journal

    def put(self, line: str) -> None:
        """Write a line of data to stdout; line breaks within it stay."""
        print(clean(line))

    def tell(self, line: str) -> None:
        """Write a line of words for a person to stderr."""
        print(clean(line), file=sys.stderr)
