"""What every view and form works with: the journal, the settings, and the keeper of drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pivot_journal.domain.errors import JournalError
from pivot_journal.journal.journal import Journal
from pivot_journal.settings import Settings

Content = dict[str, str]


class DraftKeeper:
    """Saves half-typed forms at least once a second while somebody types: a throttle, not a debounce.

    Args:
        journal: Where drafts are kept.
        later: Runs a function after so many seconds on the app's own loop.
    """

    SECONDS = 0.5

    def __init__(self, journal: Journal, later: Callable[[float, Callable[[], None]], object]) -> None:
        self._journal = journal
        self._later = later
        self._waiting: dict[tuple[str, str], Callable[[], Content]] = {}
        self._is_scheduled = False

    def touch(self, form: str, target: str, content: Callable[[], Content]) -> None:
        """Note that a form was typed in; it is saved soon."""
        self._waiting[form, target] = content
        self._schedule()

    def drop(self, form: str, target: str) -> None:
        """Forget what was typed in a form, here and in the journal; a little later where it cannot be written now."""
        self._waiting[form, target] = dict  # a form in which nothing stands keeps no draft
        try:
            self._save(form, target)
        except JournalError:
            self._schedule()

    def done(self, form: str, target: str) -> None:
        """Note that a form was stored; its draft went in the same transaction."""
        self._waiting.pop((form, target), None)

    def flush(self) -> None:
        """Save everything that waits.

        Raises:
            JournalError: Something could not be saved; it goes on waiting.
        """
        failure: JournalError | None = None
        for form, target in list(self._waiting):
            try:
                self._save(form, target)
            except JournalError as error:
                failure = error
        if failure is not None:
            raise failure

    def _save(self, form: str, target: str) -> None:
        self._journal.drafts.save(form, target, self._waiting[form, target]())
        self._waiting.pop((form, target), None)

    def _save_soon(self) -> None:
        """Save what waits, and again a little later where the journal cannot be written just now."""
        self._is_scheduled = False
        try:
            self.flush()
        except JournalError:
            self._schedule()

    def _schedule(self) -> None:
        if not self._is_scheduled:
            self._is_scheduled = True
            self._later(self.SECONDS, self._save_soon)


@dataclass
class Desk:
    """One for the whole app."""

    journal: Journal
    drafts: DraftKeeper
    settings: Settings = field(default_factory=Settings)
    environ: Mapping[str, str] = field(default_factory=dict)
    settings_path: Path | None = None
    is_demo: bool = False
