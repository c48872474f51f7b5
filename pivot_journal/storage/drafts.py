"""Half-typed forms, kept in the journal so that nothing typed is lost; no part of undo or export."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass

from pivot_journal.storage.database import Connection, instant_from, instant_text

BASE, CHOSEN = "@base", "@chosen"
"""What stands beside the fields in the stored text; no field has such a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stood in a form when it was last saved by itself."""

    form: str
    """Which form: 'observation', 'decision', 'story' …"""
    target: str
    """The id of what was edited; 'new:' and the window for something new."""
    content: dict[str, str]
    """The text of each field by its name; of those alone that differ from what was stored."""
    saved_at: dt.datetime
    base: str = ""
    """The state of what was edited when the form was opened; empty where it was not kept."""
    chosen: frozenset[str] = frozenset()
    """The fields that were chosen, not typed."""

    @property
    def typed(self) -> list[str]:
        """The texts that were typed, without those that are blank."""
        return [text for name, text in self.content.items() if text.strip() and name not in self.chosen]


def save(
    connection: Connection,
    form: str,
    target: str,
    content: dict[str, str],
    at: dt.datetime,
    *,
    base: str = "",
    chosen: frozenset[str] = frozenset(),
) -> None:
    """Keep what stands in a form, in place of what was kept of it before."""
    kept = dict(content)
    if base:
        kept[BASE] = base
    if chosen & content.keys():
        kept[CHOSEN] = " ".join(sorted(chosen & content.keys()))
    connection.execute(
        "INSERT INTO draft (form, target, content, saved_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (form, target) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at",
        (form, target, json.dumps(kept, ensure_ascii=False), instant_text(at)),
    )


def move(connection: Connection, form: str, target: str, to: str) -> None:
    """Keep a draft for something else; what was kept for that is kept no longer."""
    if target != to:
        clear(connection, form, to)
        connection.execute("UPDATE draft SET target = ? WHERE form = ? AND target = ?", (to, form, target))


def clear(connection: Connection, form: str, target: str) -> None:
    """Forget the draft of a form; called in the transaction that stores the form itself."""
    connection.execute("DELETE FROM draft WHERE form = ? AND target = ?", (form, target))


def all_drafts(connection: Connection) -> list[Draft]:
    """Return every draft, the newest first."""
    rows = connection.execute("SELECT form, target, content, saved_at FROM draft ORDER BY saved_at DESC")
    return [_draft(*row) for row in rows]


def _draft(form: str, target: str, kept: str, at: str) -> Draft:
    content = json.loads(kept)
    base, chosen = content.pop(BASE, ""), content.pop(CHOSEN, "")
    return Draft(
        form=form,
        target=target,
        content=content,
        saved_at=instant_from(at),
        base=base,
        chosen=frozenset(chosen.split()),
    )


@contextlib.contextmanager
def waiting_at_most(connection: Connection, milliseconds: int) -> Iterator[None]:
    """Give up that soon where another program is writing; as long as ever afterwards."""
    before = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    connection.execute(f"PRAGMA busy_timeout = {int(milliseconds)}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(before)}")
