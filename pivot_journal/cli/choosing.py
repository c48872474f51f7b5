"""Which decision is meant by a part of its title; for add and list alike."""

from __future__ import annotations

from pivot_journal.cli.cells import cut
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import one_line
from pivot_journal.journal.journal import Journal

_MOST_NAMED = 8
_LONGEST_NAMED = 60


def decision_meant(journal: Journal | None, part: str) -> str | None:
    """Return the id of the one decision whose title has the part, or is it; None when none has.

    Args:
        journal: Where to look; None for one that is not there yet.
        part: What was typed.

    Raises:
        ValueRefused: The part is empty, or several decisions have it; they are named.
    """
    wanted = one_line(part)
    if not wanted:
        raise ValueRefused("-d needs a part of the title of a decision.")
    matches = journal.observations.find_decision(wanted) if journal else []
    if len(matches) <= 1:
        return matches[0][0] if matches else None
    titles = [one_line(title) for _, title in matches]
    if len({title.casefold() for title in titles}) == 1:
        raise ValueRefused(f"{len(titles)} decisions are called {named(titles[0])}. Give one another title in the app.")
    shown = ", ".join(named(title) for title in titles[:_MOST_NAMED])
    more = f" and {len(titles) - _MOST_NAMED} more" if len(titles) > _MOST_NAMED else ""
    raise ValueRefused(f"Several decisions match {named(wanted)}: {shown}{more}. Write more of the one you mean.")


def named(title: str) -> str:
    """Return a title in quotation marks, for a message."""
    return f"“{cut(title, _LONGEST_NAMED)}”"
