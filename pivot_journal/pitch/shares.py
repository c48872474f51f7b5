"""An amount in its public form before its noun: 'about two thirds of customers', where '96 of 140' stood."""

from __future__ import annotations

import re
from dataclasses import replace

from pivot_journal.pitch.private import Change, Masked

_SHARE = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|per ?cent|dozens|hundreds"
    r"|thousands|most|part)$|%$",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(
    r" (?:of|and|or|but|in|on|at|to|for|from|by|with|within|over|during|before|after|when|where|who|which|that|as"
    r"|than|because|like|each|every|more|less|fewer"
    r"|is|are|was|were|be|had|have|has|did|do|does|came|went|got|could|can|would|will|did?n['’]t|were)\b",
    re.IGNORECASE,
)
_NOUN_NEXT = re.compile(r" [a-z]")


def shares_joined(masked: Masked) -> Masked:
    """Put 'of' between a share that stands for a count and the noun that the count had after it."""
    changes: list[Change] = []
    text, moved = masked.text, 0
    for change in masked.changes:
        change = replace(change, start=change.start + moved, end=change.end + moved)
        after = text[change.end :]
        is_count = change.was[:1].isdecimal()
        if is_count and _SHARE.search(change.now) and _NOUN_NEXT.match(after) and not _NO_NOUN.match(after):
            text = f"{text[: change.end]} of{after}"
            change = replace(change, end=change.end + 3, now=f"{change.now} of")
            moved += 3
        changes.append(change)
    return Masked(text, tuple(changes)) if moved else masked
