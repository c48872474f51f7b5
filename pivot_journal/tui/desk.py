"""What every view and form works with: the journal, the settings, and the keeper of drafts."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pivot_journal.domain.errors import JournalError
from pivot_journal.journal.drafts import NEW
from pivot_journal.journal.journal import Journal
from pivot_journal.settings import Settings
from pivot_journal.tui.coaching import Coaching

if TYPE_CHECKING:
    from pivot_journal.journal.telling import Manner

Content = dict[str, str]
PATIENCE_MS = 50
"""How long the screen stands still for a draft while another program is writing."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    content: Callable[[], Content]
    base: str = ""
    chosen: frozenset[str] = frozenset()


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
        self._waiting: dict[tuple[str, str], _Waiting] = {}
        self._is_scheduled = False

    def touch(
        self,
        form: str,
        target: str,
        content: Callable[[], Content],
        *,
        base: str = "",
        chosen: frozenset[str] = frozenset(),
    ) -> None:
        """Note that a form was typed in; it is saved soon.

        Args:
            form: Which form.
            target: The id of what is edited.
            content: Returns the fields that differ from what is stored, when it is saved.
            base: The state of what is edited; empty for something new.
            chosen: Which fields are chosen, not typed.
        """
        self._waiting[form, target] = _Waiting(content, base, chosen)
        self._schedule()

    def drop(self, form: str, target: str) -> None:
        """Forget what was typed in a form, here and in the journal; a little later where it cannot be written now."""
        self._waiting[form, target] = _Waiting(dict)  # a form in which nothing stands keeps no draft
        try:
            self._save(form, target, PATIENCE_MS)
        except JournalError:
            self._schedule()

    def done(self, form: str, target: str) -> None:
        """Note that a form was stored; its draft went in the same transaction."""
        self._waiting.pop((form, target), None)

    def flush(self, *, is_last: bool = False) -> None:
        """Save everything that waits.

        Args:
            is_last: Whether there is no later: another program that is writing is then waited for.

        Raises:
            JournalError: Something could not be saved; it goes on waiting.
        """
        failure: JournalError | None = None
        for form, target in list(self._waiting):
            try:
                self._save(form, target, None if is_last else PATIENCE_MS)
            except JournalError as error:
                failure = error
                if not is_last:
                    break  # the others would only wait as well
        if failure is not None:
            self._schedule()
            raise failure

    def _save(self, form: str, target: str, patience_ms: int | None) -> None:
        waiting = self._waiting[form, target]
        self._journal.drafts.save(
            form, target, waiting.content(), base=waiting.base, chosen=waiting.chosen, patience_ms=patience_ms
        )
        self._waiting.pop((form, target), None)

    def _save_soon(self) -> None:
        """Save what waits, and again a little later where the journal cannot be written just now."""
        self._is_scheduled = False
        with suppress(JournalError):  # it has asked for another turn
            self.flush()

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
    loaded: Callable[[], None] = lambda: None
    """Called when something large was loaded that stays until the end."""
    is_loaded: bool = False
    """Whether what the first screen does without is there: decisions, stories and customers' words can be read."""
    window: str = field(default_factory=lambda: uuid.uuid4().hex)
    """Which run of the app this is: two windows on one journal must not share the drafts of what is new."""

    formats_error: str = ""
    """What is wrong with the user's own file of formats; the shipped ones are used then."""
    coaching: Coaching = field(init=False)

    def __post_init__(self) -> None:
        """Let the journal tell in the manner of the user's settings."""
        self.coaching = Coaching(self.journal)
        self.journal.find_manner = self._manner
        self.journal.observations.find_day_order = lambda: self.settings.day_order

    def _manner(self) -> Manner:
        from pivot_journal.journal.telling import Manner
        from pivot_journal.pitch.formats import STANDARD, load_formats
        from pivot_journal.places import formats_path

        try:
            formats = load_formats(formats_path(self.environ)) if self.settings_path is not None else STANDARD
        except JournalError as error:
            self.formats_error, formats = str(error), STANDARD
        return Manner(
            formats=formats,
            note_characters=self.settings.linkedin_characters,
            known_acronyms=frozenset(self.settings.known_acronyms),
        )

    @property
    def new_target(self) -> str:
        """The target of a draft of something new that is typed in this window."""
        return f"{NEW}{self.window}"
