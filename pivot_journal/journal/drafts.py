"""Keep half-typed forms, so that every word typed is offered back after a crash."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime

from pivot_journal.domain.text import clean
from pivot_journal.storage import drafts as storage
from pivot_journal.storage.database import Connection, Database, errors_explained
from pivot_journal.storage.drafts import Draft

__all__ = ["NEW", "Draft", "Drafts"]

NEW = "new:"
"""How the target of something new begins; what follows is the window that it is typed in."""


class Drafts:
    """The drafts of one journal."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def save(
        self,
        form: str,
        target: str,
        content: dict[str, str],
        *,
        base: str = "",
        chosen: frozenset[str] = frozenset(),
        patience_ms: int | None = None,
    ) -> None:
        """Keep what stands in a form; a form in which nothing is typed keeps nothing.

        Args:
            form: Which form.
            target: The id of what is edited.
            content: The fields that differ from what is stored; one of something stored may have been emptied.
            base: The state of what is edited when the form was opened; empty for something new.
            chosen: Which fields were chosen, not typed.
            patience_ms: How long to wait for another program that is writing; as long as every verb when None.

        Raises:
            JournalUnusable: It could not be written in that time.
        """
        with self._writing(patience_ms) as connection:
            if content and (base or any(value.strip() for value in content.values())):
                cleaned = {name: clean(value) for name, value in content.items()}
                storage.save(connection, form, target, cleaned, self._now(), base=base, chosen=chosen)
            else:
                storage.clear(connection, form, target)

    @contextlib.contextmanager
    def _writing(self, patience_ms: int | None) -> Iterator[Connection]:
        with contextlib.ExitStack() as stack:
            if patience_ms is not None:
                stack.enter_context(errors_explained(self._database.path))
                stack.enter_context(storage.waiting_at_most(self._database.connection, patience_ms))
            yield stack.enter_context(self._database.writing())

    def clear(self, form: str, target: str = "") -> None:
        """Forget the draft of a form."""
        with self._database.writing() as connection:
            storage.clear(connection, form, target)

    def take_over(self, draft: Draft, target: str) -> None:
        """Keep a draft for another target: in another window, or as something new where its own is gone.

        What is kept for that target already is put aside, to be offered at the next start.
        """
        if draft.target == target:
            return
        with self._database.writing() as connection:
            storage.move(connection, draft.form, target, f"{NEW}{uuid.uuid4()}")
            storage.move(connection, draft.form, draft.target, target)

    def find(self, form: str, target: str = "") -> Draft | None:
        """Return the draft of a form, or None."""
        return next((draft for draft in self.all() if (draft.form, draft.target) == (form, target)), None)

    def all(self) -> list[Draft]:
        """Return every draft, the newest first."""
        with errors_explained(self._database.path):
            return storage.all_drafts(self._database.connection)
