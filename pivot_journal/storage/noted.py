"""The few observations of a decision that say since when it was known, found without reading the others."""

from __future__ import annotations

import datetime as dt

from pivot_journal.storage.database import Connection
from pivot_journal.storage.quick import DAY_ENDS_AT, WRITTEN_ON


def _day(moment: str, offset: str) -> str:
    return f"date({moment}, ({offset} - 60 * {DAY_ENDS_AT}) || ' minutes')"


_WORDED_ON = _day("revised_at", "revised_offset")
_EARLIER = _day("r.written_at", "r.written_offset")
_ON_RECORD = f"""
    SELECT id FROM (
        SELECT o.id, o.sort_day, o.number, CASE
            WHEN evidence = 'written_here' AND {_WORDED_ON} < :day THEN {_WORDED_ON}
            WHEN evidence = 'written_here' THEN
                (SELECT max({_EARLIER}) FROM revision r WHERE r.observation_id = o.id AND {_EARLIER} < :day)
            WHEN evidence = 'dated_elsewhere' AND evidence_source || evidence_reference <> ''
                THEN min(evidence_on, {WRITTEN_ON})
            END AS noted_on
        FROM observation o WHERE o.decision_id = :decision AND o.deleted_at IS NULL)
    WHERE noted_on < :day ORDER BY noted_on, sort_day, number LIMIT 1
"""
"""As ``domain.foresight`` has it: of what was written here the last wording before the launch counts, of what was dated
elsewhere the day of its record; what is from memory never does."""
_FIRST = "SELECT id FROM observation WHERE decision_id = ? AND deleted_at IS NULL{} ORDER BY sort_day, number LIMIT 1"


def first_ids(connection: Connection, decision_id: str, launched_on: dt.date | None) -> list[str]:
    """Return the ids of the few observations of a decision that say since when it was known, each once.

    They are the earliest on record before the launch, the first, the first that has a date, and the first that is not
    from memory, as far as there are any.

    Args:
        connection: Any connection.
        decision_id: Which decision.
        launched_on: The first day of its launch; None where it has no date.
    """
    found: list[tuple[str]] = []
    if launched_on is not None:
        values = {"decision": decision_id, "day": launched_on.isoformat()}
        found += connection.execute(_ON_RECORD, values).fetchall()
    for also in ("", " AND observed_on IS NOT NULL", " AND evidence <> 'from_memory'"):
        found += connection.execute(_FIRST.format(also), (decision_id,)).fetchall()
    return list(dict.fromkeys(id_ for (id_,) in found))
