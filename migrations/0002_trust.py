"""What makes a pitch trusted: short forms, lines for a listener, tallies, customers' words, private terms, copies."""

from sqlite_utils import Database

TEXTS = {
    "story": ("saw_short", "did_short", "mattered_short", "would_decide_short", "assumption_short", "bullet"),
    "pitch": (
        "why_earlier_short",
        "ask",
        "subject",
        "listener",
        "why_them",
        "they_said",
        "answer",
        "next_step",
    ),
}

TABLES = """
CREATE TABLE tally (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE tally_count (
    id TEXT PRIMARY KEY NOT NULL,
    tally_id TEXT NOT NULL REFERENCES tally(id),
    amount INTEGER NOT NULL,
    counted_at TEXT NOT NULL,
    counted_offset INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE customer_quote (
    id TEXT PRIMARY KEY NOT NULL,
    observation_id TEXT NOT NULL REFERENCES observation(id),
    words TEXT NOT NULL,
    role TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE private_term (
    id TEXT PRIMARY KEY NOT NULL,
    term TEXT NOT NULL,
    say_instead TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE accepted_finding (
    id TEXT PRIMARY KEY NOT NULL,
    rule TEXT NOT NULL,
    match TEXT NOT NULL DEFAULT '',
    sentence TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE pitch_copy (
    id TEXT PRIMARY KEY NOT NULL,
    pitch_id TEXT NOT NULL REFERENCES pitch(id),
    format TEXT NOT NULL,
    text TEXT NOT NULL,
    copied_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
"""


def up(db: Database) -> None:
    """Add the columns and tables."""
    execute = db.conn.execute
    for statement in TABLES.split(";\n"):
        if statement.strip():
            execute(statement)
    for table, names in TEXTS.items():
        for name in names:
            execute(f"ALTER TABLE {table} ADD COLUMN {name} TEXT NOT NULL DEFAULT ''")
    execute("ALTER TABLE pitch ADD COLUMN is_retired INTEGER NOT NULL DEFAULT 0")
    execute("ALTER TABLE impact ADD COLUMN tally_id TEXT REFERENCES tally(id)")
