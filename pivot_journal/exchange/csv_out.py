"""Write observations as a table that spreadsheets open and our own reader takes back."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from pivot_journal.domain.observation import Observation
from pivot_journal.exchange.jsonl_out import count_lost, written_date

COLUMNS = (
    "number", "date", "precision", "text", "tags", "starred", "triage", "decision", "evidence", "evidence_source",
    "evidence_on", "evidence_reference", "recorded_at", "revised_at", "id",
)  # fmt: skip


def write_csv(observations: Iterable[Observation], out: TextIO) -> dict[str, int]:
    """Write a header and a row for each observation, and return what they do not hold: how often, by name.

    Args:
        observations: In the order in which they shall stand.
        out: Where to; should write UTF-8 and leave line ends as they are. A text that begins with a sign such as '='
            stands there as it is: a spreadsheet may take it for a formula.
    """
    lost: Counter[str] = Counter()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for seen in observations:
        when, reference = seen.observed_on, seen.reference
        writer.writerow(
            (
                seen.number, written_date(when), when.precision.value, seen.text, ", ".join(seen.tags),
                "yes" if seen.starred else "", seen.triage.value, seen.decision or "", seen.evidence.value,
                reference.source, reference.dated_on or "", reference.reference, seen.recorded_at.isoformat(),
                seen.revised_at.isoformat(), seen.id,
            )
        )  # fmt: skip
        count_lost(seen, lost)
    return dict(lost)
