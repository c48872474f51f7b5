"""``pivot tags``: list them, rename one, make several one. On the quick path: loads neither Textual nor SQLModel."""

from __future__ import annotations

import argparse
import shlex

from pivot_journal.cli.cells import cut
from pivot_journal.cli.session import Session, accept_words
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import one_line
from pivot_journal.domain.words import notes_said
from pivot_journal.journal.journal import Journal
from pivot_journal.journal.tags import TagChange, TagUse

_MOST_ALIKE = 5
_USAGE = "Write: pivot tags, pivot tags rename OLD NEW, or pivot tags merge A B INTO."


def run_tags(options: argparse.Namespace, session: Session) -> int:
    """List the tags, rename one, or merge several."""
    accept_words(options.words, "changed")
    verb, *names = options.words or [""]
    if verb and verb not in {"rename", "merge"}:
        raise ValueRefused(f"“{cut(one_line(verb), 30)}” is nothing that can be done with tags. {_USAGE}")
    if verb == "rename" and len(names) != 2:
        raise ValueRefused(f"To rename takes the tag and its new name. {_USAGE}")
    if verb == "merge" and len(names) < 2:
        raise ValueRefused(f"To merge takes the tags, and last the one that stays. {_USAGE}")
    with session.journal(options) as journal:
        if not verb:
            return _list(options, session, journal)
        changed = journal.tags.rename(*names) if verb == "rename" else journal.tags.merge(names[:-1], names[-1])
    if options.json:
        session.put_json({"tag": changed.name, "notes": changed.notes, "still_typed": changed.still_typed})
    elif session.shows_words:
        session.tell(_said(changed))
    return 0


def _list(options: argparse.Namespace, session: Session, journal: Journal) -> int:
    uses = journal.tags.all()
    if options.json:
        session.put_json([{"tag": use.name, "notes": use.count} for use in uses])
        return 0
    if uses:
        digits = len(f"{uses[0].count:,}")
        lines = [f"{use.count:>{digits},}  #{one_line(use.name)}" for use in uses]
        session.put("\n".join(cut(line, session.width) if session.width else line for line in lines))
    if session.shows_words:
        if not uses:
            session.tell("No note has a tag. Type one in the text: pivot add 'Dock full #dock'")
        for one, other in journal.tags.alike()[:_MOST_ALIKE]:
            session.tell(_alike_said(one, other))
    return 0


def _alike_said(one: TagUse, other: TagUse) -> str:
    merge = shlex.join(["pivot", "tags", "merge", other.name, one.name])
    return f"#{one.name} and #{other.name} look like one tag. To make them one: {merge}"


def _said(changed: TagChange) -> str:
    said = f"#{changed.name} is on {notes_said(changed.notes)}. pivot undo takes it back."
    if changed.still_typed:
        texts = "1 text" if changed.still_typed == 1 else f"{changed.still_typed} texts"
        said += (
            f" An old name still stands in {texts}, as it was written; it is no tag there any more, and is one again "
            "only where it is typed anew."
        )
    return said
