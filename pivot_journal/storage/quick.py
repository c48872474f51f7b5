"""Small reads that the quick path needs without loading SQLModel."""

from __future__ import annotations

from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.storage.database import Connection, instant_from

DAY_ENDS_AT = "coalesce((SELECT day_ends_at FROM profile WHERE deleted_at IS NULL), 0)"
"""The hour at which the user's day turns over, for a statement to hold."""
WRITTEN_ON = f"date(recorded_at, (recorded_offset - 60 * {DAY_ENDS_AT}) || ' minutes')"
"""The day on which an observation was written, as ``Observation.written_on`` has it."""


def day_ends_at(connection: Connection) -> int:
    """Return the hour at which the user's day turns over; 0 where nothing was said."""
    return int(connection.execute(f"SELECT {DAY_ENDS_AT}").fetchone()[0])


def journal_id(connection: Connection) -> str:
    """Return the UUID of the journal itself."""
    return str(connection.execute("SELECT journal_id FROM control").fetchone()[0])


def note_counts(connection: Connection) -> tuple[int, int]:
    """Return how many observations are out of the trash, and how many of them are unsorted, as the database keeps it.

    Triggers keep both (``migrations/objects.py``), so that reading them costs the same in a journal of any size.
    """
    notes, unsorted = connection.execute("SELECT observation_count, untriaged_count FROM control").fetchone()
    return int(notes), int(unsorted)


def decision_titles(connection: Connection) -> list[tuple[str, str]]:
    """Return (id, title) of every decision that is not in the trash, the latest written first."""
    return connection.execute(
        "SELECT id, title FROM decision WHERE deleted_at IS NULL ORDER BY created_at DESC, rowid DESC"
    ).fetchall()


def observations_by_decision(connection: Connection) -> dict[str, int]:
    """Return how many observations each decision has."""
    return dict(
        connection.execute(
            "SELECT decision_id, count(*) FROM observation"
            " WHERE decision_id IS NOT NULL AND deleted_at IS NULL GROUP BY decision_id"
        ).fetchall()
    )


def backing_by_decision(connection: Connection) -> list[tuple[str, int, int, int, int, str | None, str | None]]:
    """Return what each decision's observations come to.

    Returns:
        For each: its id; how many there are, and how many failures, worries and opportunities; the earliest local
        day on which one was written here; the earliest day on which one that was dated elsewhere was on record, with
        its source named.
    """
    return connection.execute(
        "SELECT decision_id, count(*), sum(triage = 'failure'), sum(triage = 'worry'), sum(triage = 'opportunity'),"
        f" min(CASE evidence WHEN 'written_here' THEN {WRITTEN_ON} END),"
        " min(CASE WHEN evidence = 'dated_elsewhere' AND evidence_source || evidence_reference <> ''"
        f" THEN min(evidence_on, {WRITTEN_ON}) END)"
        " FROM observation WHERE decision_id IS NOT NULL AND deleted_at IS NULL GROUP BY decision_id"
    ).fetchall()


def private_terms(connection: Connection) -> list[PrivateTerm]:
    """Return the private terms, the first written first; read at every composing, so without the object mapper."""
    rows = connection.execute(
        "SELECT id, term, say_instead, updated_at FROM private_term WHERE deleted_at IS NULL ORDER BY created_at, rowid"
    )
    return [
        PrivateTerm(id=id_, term=term, say_instead=instead, updated_at=instant_from(at))
        for id_, term, instead, at in rows.fetchall()
    ]
