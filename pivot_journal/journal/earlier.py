"""Earlier texts: what decisions, amounts, stories, pitches and the rest said before; those of notes are with them."""

from __future__ import annotations

from pivot_journal.domain.earlier_text import EarlierText
from pivot_journal.domain.text import one_line
from pivot_journal.storage.database import Database, errors_explained
from pivot_journal.storage.earlier_texts import earlier_texts


class Earlier:
    """The earlier texts in one journal; only read here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, words: str = "") -> list[EarlierText]:
        """Return the earlier texts that have all of some words in them or in the title, the last replaced first."""
        wanted = one_line(words).casefold().split()
        with errors_explained(self._database.path):
            texts = earlier_texts(self._database.connection)
        return [text for text in texts if all(word in f"{text.title} {text.text}".casefold() for word in wanted)]

    def of(self, thing_id: str) -> list[EarlierText]:
        """Return the earlier texts of one thing, the last replaced first."""
        with errors_explained(self._database.path):
            return earlier_texts(self._database.connection, thing_id)
