"""Half-typed forms, kept in the journal so that nothing typed is lost; no part of undo or export."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from pivot_journal.storage.database import Connection, instant_from, instant_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stood in a form when it was last saved by itself."""

    form: str
    """Which form: 'observation', 'decision', 'story' …"""
    target: str
    """The id of what was edited; empty for something new."""
    content: dict[str, str]
    """The text of each field by its name."""
    saved_at: dt.datetime


def save(connection: Connection, form: str, target: str, content: dict[str, str], at: dt.datetime) -> None:
    """Keep what stands in a form, in place of what was kept of it before."""
    connection.execute(
        "INSERT INTO draft (form, target, content, saved_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (form, target) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at",
        (form, target, json.dumps(content, ensure_ascii=False), instant_text(at)),
    )


def clear(connection: Connection, form: str, target: str) -> None:
    """Forget the draft of a form; called in the transaction that stores the form itself."""
    connection.execute("DELETE FROM draft WHERE form = ? AND target = ?", (form, target))


def all_drafts(connection: Connection) -> list[Draft]:
    """Return every draft, the newest first."""
    rows = connection.execute("SELECT form, target, content, saved_at FROM draft ORDER BY saved_at DESC")
    return [
        Draft(form=form, target=target, content=json.loads(content), saved_at=instant_from(at))
        for form, target, content, at in rows
    ]
