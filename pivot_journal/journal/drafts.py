"""Keep half-typed forms, so that every word typed is offered back after a crash."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from pivot_journal.domain.text import clean
from pivot_journal.storage import drafts as storage
from pivot_journal.storage.database import Database, errors_explained
from pivot_journal.storage.drafts import Draft

__all__ = ["Draft", "Drafts"]


class Drafts:
    """The drafts of one journal."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def save(self, form: str, target: str, content: dict[str, str]) -> None:
        """Keep what stands in a form; a form in which nothing is typed keeps nothing."""
        with self._database.writing() as connection:
            if any(value.strip() for value in content.values()):
                cleaned = {name: clean(value) for name, value in content.items()}
                storage.save(connection, form, target, cleaned, self._now())
            else:
                storage.clear(connection, form, target)

    def clear(self, form: str, target: str = "") -> None:
        """Forget the draft of a form."""
        with self._database.writing() as connection:
            storage.clear(connection, form, target)

    def find(self, form: str, target: str = "") -> Draft | None:
        """Return the draft of a form, or None."""
        return next((draft for draft in self.all() if (draft.form, draft.target) == (form, target)), None)

    def all(self) -> list[Draft]:
        """Return every draft, the newest first."""
        with errors_explained(self._database.path):
            return storage.all_drafts(self._database.connection)
