"""How many notes there are out of the trash, and how many of them are unsorted, so that nobody needs to count them.

The two stand in ``control``, whose page every step writes anyway; the triggers ``observation_count_…`` keep them.
"""

from sqlite_utils import Database


def up(db: Database) -> None:
    """Add the two counts, and count once."""
    execute = db.conn.execute
    for name in ("observation_count", "untriaged_count"):
        execute(f"ALTER TABLE control ADD COLUMN {name} INTEGER NOT NULL DEFAULT 0")
    execute(
        "UPDATE control SET (observation_count, untriaged_count) ="
        " (SELECT count(*), count(*) FILTER (WHERE triage = 'untriaged') FROM observation WHERE deleted_at IS NULL)"
    )
