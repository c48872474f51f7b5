"""Write observations as JSON Lines: one object a line, which our own reader and any other program take back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from pivot_journal.domain.observation import Observation
from pivot_journal.domain.when import Precision, When


def write_jsonl(observations: Iterable[Observation], out: TextIO) -> dict[str, int]:
    """Write a line for each observation, and return what they do not hold: how often, by name.

    Args:
        observations: In the order in which they shall stand.
        out: Where to; should write UTF-8.
    """
    lost: Counter[str] = Counter()
    for seen in observations:
        reference = seen.reference
        record = {
            "number": seen.number,
            "id": seen.id,
            "date": written_date(seen.observed_on) or None,
            "precision": seen.observed_on.precision.value,
            "text": seen.text,
            "tags": list(seen.tags),
            "starred": seen.starred,
            "triage": seen.triage.value,
            "decision": seen.decision,
            "evidence": seen.evidence.value,
            "evidence_source": reference.source,
            "evidence_on": str(reference.dated_on) if reference.dated_on else None,
            "evidence_reference": reference.reference,
            "recorded_at": seen.recorded_at.isoformat(),
            "revised_at": seen.revised_at.isoformat(),
            "earlier": [
                {"text": wording.text, "written_at": wording.written_at.isoformat()} for wording in seen.earlier
            ],
        }
        out.write(json.dumps(record, ensure_ascii=False) + "\n")
        if seen.is_trashed:
            lost["that it lies in the trash"] += 1
        if not seen.earlier and seen.revised_at != seen.recorded_at:
            lost["earlier wordings"] += 1
    return dict(lost)


def written_date(when: When) -> str:
    """Return a date as our readers understand it again, as exactly as it is known; empty when unknown."""
    if when.day is None:
        return ""
    if when.precision is Precision.DAY:
        return when.day.isoformat()
    if when.precision is Precision.MONTH:
        return f"{when.day:%Y-%m}"
    return str(when).replace("–", "-")


def count_lost(seen: Observation, lost: Counter[str]) -> None:
    """Count what an observation has that a flat row does not hold."""
    if seen.is_trashed:
        lost["that it lies in the trash"] += 1
    if seen.earlier or seen.revised_at != seen.recorded_at:
        lost["earlier wordings"] += 1
