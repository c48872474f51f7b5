"""The first schema: observations with two clocks, decisions, impacts, stories, pitches, undo and drafts.

Conventions that hold for every table a user can change: ``id`` is a UUID, ``updated_at`` the UTC instant of the
last change, and ``deleted_at`` a tombstone, so that two journals can be merged. Instants are text in UTC
(``2024-02-06T18:04:11.000000Z``), days are local days (``2024-02-06``), amounts are canonical decimals as text.
"""

from sqlite_utils import Database

PRECISIONS = "('day', 'month', 'quarter', 'season', 'year', 'unknown')"

TABLES = f"""
CREATE TABLE control (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    journal_id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    change_group_id INTEGER,
    is_bulk INTEGER NOT NULL DEFAULT 0,
    current_pitch_id TEXT
) STRICT;

CREATE TABLE profile (
    id TEXT PRIMARY KEY NOT NULL,
    years INTEGER,
    field TEXT NOT NULL DEFAULT '',
    target_role TEXT NOT NULL DEFAULT '',
    day_ends_at INTEGER NOT NULL DEFAULT 0,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE decision (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    assumption TEXT NOT NULL DEFAULT '',
    assumption_kind TEXT
        CHECK (assumption_kind IN ('value', 'usability', 'feasibility', 'viability', 'operability')),
    operational_reality TEXT NOT NULL DEFAULT '',
    alternative TEXT NOT NULL DEFAULT '',
    trade_off TEXT NOT NULL DEFAULT '',
    decided_on TEXT,
    decided_precision TEXT NOT NULL DEFAULT 'unknown' CHECK (decided_precision IN {PRECISIONS}),
    launched_on TEXT,
    launched_precision TEXT NOT NULL DEFAULT 'unknown' CHECK (launched_precision IN {PRECISIONS}),
    decision_maker TEXT NOT NULL DEFAULT '',
    expected_outcome TEXT NOT NULL DEFAULT '',
    actual_outcome TEXT NOT NULL DEFAULT '',
    fair_view TEXT NOT NULL DEFAULT '',
    status TEXT CHECK (status IN ('planned', 'launched', 'changed', 'withdrawn')),
    worry_outcome TEXT CHECK (worry_outcome IN ('came_true', 'partly', 'did_not')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE launch_change (
    id TEXT PRIMARY KEY NOT NULL,
    decision_id TEXT NOT NULL REFERENCES decision(id),
    launched_on TEXT,
    launched_precision TEXT NOT NULL CHECK (launched_precision IN {PRECISIONS}),
    changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE observation (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    observed_on TEXT,
    precision TEXT NOT NULL CHECK (precision IN {PRECISIONS}),
    sort_day INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_offset INTEGER NOT NULL,
    revised_at TEXT NOT NULL,
    revised_offset INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    evidence TEXT NOT NULL CHECK (evidence IN ('written_here', 'dated_elsewhere', 'from_memory')),
    evidence_source TEXT NOT NULL DEFAULT '',
    evidence_on TEXT,
    evidence_reference TEXT NOT NULL DEFAULT '',
    is_starred INTEGER NOT NULL DEFAULT 0,
    triage TEXT NOT NULL DEFAULT 'untriaged'
        CHECK (triage IN ('untriaged', 'failure', 'worry', 'opportunity', 'not_product')),
    decision_id TEXT REFERENCES decision(id),
    source TEXT,
    source_key TEXT,
    source_recorded_at TEXT,
    deleted_at TEXT,
    CHECK ((observed_on IS NULL) = (precision = 'unknown'))
) STRICT;

CREATE TABLE revision (
    id TEXT PRIMARY KEY NOT NULL,
    observation_id TEXT NOT NULL REFERENCES observation(id),
    text TEXT NOT NULL,
    observed_on TEXT,
    precision TEXT NOT NULL CHECK (precision IN {PRECISIONS}),
    decision_id TEXT,
    written_at TEXT NOT NULL,
    written_offset INTEGER NOT NULL,
    replaced_at TEXT NOT NULL
) STRICT;

CREATE TABLE tag (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE observation_tag (
    id TEXT PRIMARY KEY NOT NULL,
    observation_id TEXT NOT NULL REFERENCES observation(id),
    tag_id TEXT NOT NULL REFERENCES tag(id),
    is_inline INTEGER NOT NULL DEFAULT 0,
    is_added INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    UNIQUE (observation_id, tag_id)
) STRICT;

CREATE TABLE impact (
    id TEXT PRIMARY KEY NOT NULL,
    decision_id TEXT NOT NULL REFERENCES decision(id),
    amount_low TEXT NOT NULL,
    amount_high TEXT,
    unit TEXT NOT NULL DEFAULT '',
    currency TEXT NOT NULL DEFAULT '',
    out_of TEXT,
    over_from TEXT,
    over_to TEXT,
    over_length TEXT NOT NULL DEFAULT '',
    basis TEXT NOT NULL CHECK (basis IN ('measured', 'estimated', 'reported')),
    working TEXT NOT NULL DEFAULT '',
    working_count TEXT,
    working_rate TEXT,
    public_form TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE impact_observation (
    id TEXT PRIMARY KEY NOT NULL,
    impact_id TEXT NOT NULL REFERENCES impact(id),
    observation_id TEXT NOT NULL REFERENCES observation(id),
    position INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    UNIQUE (impact_id, observation_id)
) STRICT;

CREATE TABLE story (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL,
    decision_id TEXT REFERENCES decision(id),
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'ready', 'retired')),
    saw TEXT NOT NULL DEFAULT '',
    did TEXT NOT NULL DEFAULT '',
    raised_with TEXT NOT NULL DEFAULT '',
    raised_reply TEXT NOT NULL DEFAULT '',
    mattered TEXT NOT NULL DEFAULT '',
    mattered_to_customer TEXT NOT NULL DEFAULT '',
    would_decide TEXT NOT NULL DEFAULT '',
    trade_off TEXT NOT NULL DEFAULT '',
    came_of_it TEXT NOT NULL DEFAULT '',
    learned TEXT NOT NULL DEFAULT '',
    headline_impact_id TEXT REFERENCES impact(id),
    created_at TEXT NOT NULL,
    order_updated_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE story_observation (
    id TEXT PRIMARY KEY NOT NULL,
    story_id TEXT NOT NULL REFERENCES story(id),
    observation_id TEXT NOT NULL REFERENCES observation(id),
    position INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    UNIQUE (story_id, observation_id)
) STRICT;

CREATE TABLE pitch (
    id TEXT PRIMARY KEY NOT NULL,
    audience TEXT NOT NULL,
    opening TEXT NOT NULL DEFAULT '',
    who_i_am TEXT NOT NULL DEFAULT '',
    why_earlier TEXT NOT NULL DEFAULT '',
    not_known TEXT NOT NULL DEFAULT '',
    question TEXT NOT NULL DEFAULT '',
    format TEXT NOT NULL DEFAULT 'chat',
    words_per_minute INTEGER NOT NULL DEFAULT 150,
    created_at TEXT NOT NULL,
    order_updated_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE pitch_story (
    id TEXT PRIMARY KEY NOT NULL,
    pitch_id TEXT NOT NULL REFERENCES pitch(id),
    story_id TEXT NOT NULL REFERENCES story(id),
    position INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT,
    UNIQUE (pitch_id, story_id)
) STRICT;

CREATE TABLE change_group (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    verb TEXT NOT NULL,
    at TEXT NOT NULL,
    undone_at TEXT,
    is_superseded INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    group_id INTEGER NOT NULL REFERENCES change_group(id) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    row_before TEXT,
    row_after TEXT
) STRICT;

CREATE TABLE draft (
    form TEXT NOT NULL,
    target TEXT NOT NULL DEFAULT '',
    content TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (form, target)
) STRICT;

CREATE VIRTUAL TABLE observation_fts USING fts5(
    text, tags, content='observation_search', content_rowid='rowid',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2'
);

INSERT INTO control (id, journal_id, created_at)
VALUES (
    1,
    lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a'
        || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
    strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')
);
"""


def up(db: Database) -> None:
    """Create every table of the first version."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)
