"""Triggers, views and indexes: everything of the schema that changing a table can drop, made anew in one place.

``recreate_objects`` may be called at any time and after every step; it deals only with the tables that are there.

What the triggers hold:

- ``recorded_at`` and ``id`` of an observation never change.
- Every earlier wording of an observation and every earlier launch date of a decision is kept.
- Every text that a field of something else had and has no longer is in ``earlier_text``, each once; what is current
  is not. The empty one is kept like any other: by it a merge knows when the field was filled.
- How many observations are out of the trash, and how many of them are untriaged, stands in ``control``, whatever
  writes them and ``is_bulk`` says; who puts these triggers away brings the two right.
- The search index follows the observations and their tags (not while ``control.is_bulk``: an import fills it once).
- While ``control.change_group_id`` is set, every row that changes leaves its images before and after in ``change``,
  which is what undo and redo work from.
"""

from sqlite_utils import Database

UNDOABLE = (
    "observation",
    "observation_tag",
    "tag",
    "decision",
    "impact",
    "impact_observation",
    "story",
    "story_observation",
    "pitch",
    "pitch_story",
    "profile",
    "tally",
    "tally_count",
    "customer_quote",
    "private_term",
    "accepted_finding",
    "saved_search",
)
"""The tables whose rows a user can change."""

TEXTS = {
    "profile": ("field", "target_role"),
    "decision": (
        "title",
        "assumption",
        "operational_reality",
        "alternative",
        "trade_off",
        "decision_maker",
        "expected_outcome",
        "actual_outcome",
        "fair_view",
    ),
    "observation": ("evidence_source", "evidence_reference"),
    "impact": (
        "amount_low",
        "amount_high",
        "unit",
        "out_of",
        "over_length",
        "working",
        "working_count",
        "working_rate",
        "public_form",
    ),
    "story": (
        "title",
        "saw",
        "did",
        "raised_with",
        "raised_reply",
        "mattered",
        "mattered_to_customer",
        "would_decide",
        "trade_off",
        "came_of_it",
        "learned",
        "saw_short",
        "did_short",
        "mattered_short",
        "would_decide_short",
        "assumption_short",
        "bullet",
    ),
    "pitch": (
        "audience",
        "opening",
        "who_i_am",
        "why_earlier",
        "not_known",
        "question",
        "why_earlier_short",
        "ask",
        "subject",
        "listener",
        "why_them",
        "they_said",
        "answer",
        "next_step",
    ),
    "tally": ("name",),
    "customer_quote": ("words", "role", "channel"),
    "private_term": ("term", "say_instead"),
    "accepted_finding": ("reason",),
    "saved_search": ("name", "query"),
}
"""The fields that hold a user's own words or amounts, by their tables. An observation's wording has its own history,
``revision``, with its day and its decision."""

NEW_UUID = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a'"
    " || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
)

VIEWS = {
    "observation_search": """
        SELECT (o.sort_day << 32) | o.number AS rowid, o.number AS number, o.id AS observation_id, o.text AS text,
            (SELECT group_concat(name, ' ') FROM (
                SELECT t.name AS name FROM observation_tag ot JOIN tag t ON t.id = ot.tag_id
                WHERE ot.observation_id = o.id AND ot.deleted_at IS NULL ORDER BY ot.id)) AS tags
        FROM observation o WHERE o.deleted_at IS NULL
    """,
}
"""``rowid`` sorts by day, so that a search gives the newest first without sorting. The tags have a fixed order: what is
taken out of the index must be, word for word, what was put in, whichever way the query runs."""

INDEXES = {
    "observation_by_day": "observation (sort_day, number) WHERE deleted_at IS NULL",
    "observation_by_triage": "observation (triage, sort_day, number) WHERE deleted_at IS NULL",
    "observation_starred": "observation (sort_day, number) WHERE is_starred AND deleted_at IS NULL",
    "observation_by_decision": "observation (decision_id, sort_day, number) WHERE decision_id IS NOT NULL",
    "observation_by_source_key": "observation (source_key) WHERE source_key IS NOT NULL",
    "observation_trashed": "observation (deleted_at) WHERE deleted_at IS NOT NULL",
    "revision_by_observation": "revision (observation_id, written_at)",
    "launch_change_by_decision": "launch_change (decision_id, changed_at)",
    "observation_tag_by_tag": "observation_tag (tag_id)",
    "impact_by_decision": "impact (decision_id)",
    "impact_observation_by_observation": "impact_observation (observation_id)",
    "story_by_decision": "story (decision_id)",
    "story_observation_by_observation": "story_observation (observation_id)",
    "pitch_story_by_story": "pitch_story (story_id)",
    "tally_count_by_tally": "tally_count (tally_id, counted_at)",
    "customer_quote_by_observation": "customer_quote (observation_id)",
    "pitch_copy_by_pitch": "pitch_copy (pitch_id, copied_at)",
    "earlier_text_by_row": "earlier_text (row_id)",
    "change_by_group": "change (group_id)",
    "change_group_undone": "change_group (undone_at, is_superseded)",
}

_IS_SINGLE = "NOT (SELECT is_bulk FROM control)"
_FORGET = (
    "INSERT INTO observation_fts (observation_fts, rowid, text, tags)"
    " SELECT 'delete', rowid, text, tags FROM observation_search WHERE {key};"
)
_INDEX = "INSERT INTO observation_fts (rowid, text, tags) SELECT rowid, text, tags FROM observation_search WHERE {key};"


def _search_triggers() -> dict[str, str]:
    triggers = {
        "observation_index_insert": f"AFTER INSERT ON observation WHEN {_IS_SINGLE} BEGIN "
        + _INDEX.format(key="number = NEW.number"),
    }
    for moment, action in (("BEFORE", _FORGET), ("AFTER", _INDEX)):
        suffix = moment.lower()
        triggers[f"observation_index_{suffix}_update"] = (
            f"{moment} UPDATE OF text, sort_day, deleted_at ON observation WHEN {_IS_SINGLE} BEGIN "
            + action.format(key="number = OLD.number")
        )
        triggers[f"observation_tag_index_{suffix}_insert"] = (
            f"{moment} INSERT ON observation_tag WHEN {_IS_SINGLE} BEGIN "
            + action.format(key="observation_id = NEW.observation_id")
        )
        triggers[f"observation_tag_index_{suffix}_update"] = (
            f"{moment} UPDATE OF deleted_at ON observation_tag"
            f" WHEN OLD.deleted_at IS NOT NEW.deleted_at AND {_IS_SINGLE} BEGIN "
            + action.format(key="observation_id = NEW.observation_id")
        )
        triggers[f"tag_index_{suffix}_update"] = (
            f"{moment} UPDATE OF name ON tag WHEN OLD.name IS NOT NEW.name BEGIN "
            + action.format(key="observation_id IN (SELECT observation_id FROM observation_tag WHERE tag_id = NEW.id)")
        )
    return triggers


def _count_triggers() -> dict[str, str]:
    """Return what keeps the two counts; a row that is replaced is first deleted, as ``recursive_triggers`` is on."""

    def count(sign: str, row: str) -> str:
        return (
            f"UPDATE control SET observation_count = observation_count {sign} 1, "
            f"untriaged_count = untriaged_count {sign} ({row}.triage = 'untriaged');"
        )

    def difference(condition: str) -> str:
        return f"+ ({condition.format(row='NEW')}) - ({condition.format(row='OLD')})"

    present, untriaged = "{row}.deleted_at IS NULL", "{row}.deleted_at IS NULL AND {row}.triage = 'untriaged'"
    return {
        "observation_count_insert": "AFTER INSERT ON observation WHEN NEW.deleted_at IS NULL BEGIN "
        + count("+", "NEW"),
        "observation_count_delete": "AFTER DELETE ON observation WHEN OLD.deleted_at IS NULL BEGIN "
        + count("-", "OLD"),
        "observation_count_update": "AFTER UPDATE OF triage, deleted_at ON observation "
        "WHEN OLD.triage IS NOT NEW.triage OR (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL) BEGIN "
        f"UPDATE control SET observation_count = observation_count {difference(present)}, "
        f"untriaged_count = untriaged_count {difference(untriaged)};",
    }


def _history_triggers() -> dict[str, str]:
    return {
        "observation_clock_fixed": "BEFORE UPDATE OF recorded_at, recorded_offset, id ON observation "
        "WHEN NEW.recorded_at IS NOT OLD.recorded_at OR NEW.recorded_offset IS NOT OLD.recorded_offset "
        "OR NEW.id IS NOT OLD.id BEGIN "
        "SELECT RAISE(ABORT, 'recorded_at and id of an observation never change');",
        "observation_revision": "AFTER UPDATE OF text, observed_on, precision, decision_id ON observation "
        "WHEN OLD.text IS NOT NEW.text OR OLD.observed_on IS NOT NEW.observed_on "
        "OR OLD.precision IS NOT NEW.precision OR OLD.decision_id IS NOT NEW.decision_id BEGIN "
        "INSERT INTO revision (id, observation_id, text, observed_on, precision, decision_id, written_at, "
        f"written_offset, replaced_at) VALUES ({NEW_UUID}, OLD.id, OLD.text, OLD.observed_on, OLD.precision, "
        "OLD.decision_id, OLD.revised_at, OLD.revised_offset, NEW.updated_at);",
        "decision_launch_change": "AFTER UPDATE OF launched_on, launched_precision ON decision "
        "WHEN OLD.launched_on IS NOT NULL AND (OLD.launched_on IS NOT NEW.launched_on "
        "OR OLD.launched_precision IS NOT NEW.launched_precision) BEGIN "
        "INSERT INTO launch_change (id, decision_id, launched_on, launched_precision, changed_at) "
        f"VALUES ({NEW_UUID}, OLD.id, OLD.launched_on, OLD.launched_precision, NEW.updated_at);",
    }


def _text_triggers(db: Database, table: str) -> dict[str, str]:
    """Return what keeps a text of a table that is replaced, and takes one out that is current again."""
    present = {column.name for column in db.table(table).columns}
    names = [name for name in TEXTS[table] if name in present]
    fields = " UNION ALL ".join(f"SELECT '{name}' AS field, OLD.{name} AS was, NEW.{name} AS now" for name in names)
    changed = f"FROM ({fields}) WHERE was IS NOT now"
    return {
        f"{table}_earlier_text": f"AFTER UPDATE OF {', '.join(names)} ON {table} "
        f"WHEN {' OR '.join(f'OLD.{name} IS NOT NEW.{name}' for name in names)} BEGIN "
        f"DELETE FROM earlier_text WHERE row_id = NEW.id AND table_name = '{table}' "
        f"AND (field, text) IN (SELECT field, now {changed}); "
        "INSERT INTO earlier_text (id, table_name, row_id, field, text, written_at, replaced_at) "
        f"SELECT {NEW_UUID}, '{table}', OLD.id, field, was, OLD.updated_at, NEW.updated_at "
        f"{changed} AND was IS NOT NULL;",
    }


def _change_triggers(db: Database, table: str) -> dict[str, str]:
    def image(row: str) -> str:
        return "json_object(" + ", ".join(f"'{c.name}', {row}.{c.name}" for c in db.table(table).columns) + ")"

    group = "(SELECT change_group_id FROM control)"
    into = "INSERT INTO change (group_id, table_name, row_id, row_before, row_after) VALUES"
    return {
        f"{table}_change_insert": f"AFTER INSERT ON {table} WHEN {group} IS NOT NULL BEGIN "
        f"{into} ({group}, '{table}', NEW.id, NULL, {image('NEW')});",
        f"{table}_change_update": f"AFTER UPDATE ON {table} WHEN {group} IS NOT NULL BEGIN "
        f"{into} ({group}, '{table}', NEW.id, {image('OLD')}, {image('NEW')});",
    }


def recreate_objects(db: Database) -> None:
    """Drop every trigger, view and index of ours and make them from the definitions above.

    Args:
        db: A journal at any step; nothing is committed here.
    """
    tables = set(db.table_names())
    execute = db.conn.execute
    for name, kind in execute(
        "SELECT name, type FROM sqlite_master WHERE type IN ('trigger', 'view')"
        " OR (type = 'index' AND sql IS NOT NULL AND tbl_name NOT LIKE '\\_%' ESCAPE '\\')"
    ).fetchall():
        execute(f'DROP {kind} "{name}"')
    for name, select in VIEWS.items():
        execute(f"CREATE VIEW {name} AS {select}")
    for name, target in INDEXES.items():
        if target.split(" ", 1)[0] in tables:
            execute(f"CREATE INDEX {name} ON {target}")
    triggers = _search_triggers() | _history_triggers()
    if any(column.name == "untriaged_count" for column in db.table("control").columns):
        triggers |= _count_triggers()
    for table in UNDOABLE:
        if table in tables:
            triggers |= _change_triggers(db, table)
    for table in TEXTS if "earlier_text" in tables else ():
        triggers |= _text_triggers(db, table)
    for name, body in triggers.items():
        execute(f"CREATE TRIGGER {name} {body} END")
