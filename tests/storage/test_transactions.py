"""One verb is one transaction: all of it or nothing, however it is written."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builders import decision, impact, moment, new_id, observation, pitch, story
from conftest import FakeClock
from pivot_journal.domain.errors import ChangedElsewhere, JournalUnusable
from pivot_journal.storage import database as database_module
from pivot_journal.storage import drafts, observations
from pivot_journal.storage.database import Database, instant_from, instant_text, offset_of
from pivot_journal.storage.store import Store


@pytest.fixture
def database(journal_path: Path) -> Iterator[Database]:
    """An open, empty journal without its verbs."""
    opened = Database(journal_path, create=False)
    yield opened
    opened.close()


@pytest.fixture
def store(database: Database) -> Store:
    """The richer things of the same journal."""
    return Store(database)


def content(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, the search index too, as another program sees them."""
    connection = sqlite3.connect(path)
    try:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}
    finally:
        connection.close()


def write_everything(database: Database, store: Store, at: dt.datetime) -> None:
    """Write one of everything, through SQLModel and without it."""
    made = decision()
    store.save_decision(made, at)
    noted = observation("The dock was full. #late", decision_id=made.id)
    observations.insert(database.connection, noted, ["slot"])
    store.save_impact(impact(decision_id=made.id, observation_ids=(noted.id,)), at)
    told = story(decision_id=made.id, observation_ids=(noted.id,))
    store.save_story(told, at)
    store.save_pitch(pitch(story_ids=(told.id,)), at)
    drafts.save(database.connection, "story", told.id, {"saw": "x"}, at)


def fail_halfway(database: Database, store: Store, at: dt.datetime, then: Callable[[], object]) -> None:
    """Run a verb that writes one of everything and then does something that raises."""
    with database.writing("add", at):
        write_everything(database, store, at)
        then()


def be_interrupted() -> None:
    """Raise what Ctrl+C raises."""
    raise KeyboardInterrupt


def test_a_verb_that_fails_leaves_nothing_behind_and_the_next_one_works(
    database: Database, store: Store, clock: FakeClock
) -> None:
    before = content(database.path)
    with pytest.raises(ZeroDivisionError):
        fail_halfway(database, store, clock(), lambda: 1 / 0)
    assert content(database.path) == before
    assert not database.connection.in_transaction
    with database.writing("add", clock()):
        write_everything(database, store, clock())
    after = content(database.path)
    assert {name for name in before if len(after[name]) > len(before[name])} >= {
        "decision", "observation", "tag", "observation_tag", "impact", "impact_observation", "story",
        "story_observation", "pitch", "pitch_story", "draft", "change", "change_group",
    }  # fmt: skip
    assert [row[:-2] for row in after["control"]] == [row[:-2] for row in before["control"]]
    assert [row[-2:] for row in before["control"] + after["control"]] == [(0, 0), (1, 1)]  # notes, unsorted ones


def test_a_verb_that_sql_refuses_halfway_leaves_nothing_behind(
    database: Database, store: Store, clock: FakeClock
) -> None:
    before = content(database.path)
    wrong = "UPDATE observation SET triage = 'nonsense'"
    with pytest.raises(JournalUnusable, match="CHECK"):
        fail_halfway(database, store, clock(), lambda: database.connection.execute(wrong))
    assert content(database.path) == before


def test_what_sqlmodel_is_refused_is_said_in_our_words_and_taken_back(
    database: Database, store: Store, clock: FakeClock
) -> None:
    before = content(database.path)
    orphan = story(observation_ids=(new_id(),))
    with pytest.raises(JournalUnusable, match="FOREIGN KEY"):
        fail_halfway(database, store, clock(), lambda: store.save_story(orphan, clock()))
    assert content(database.path) == before


def test_an_interruption_leaves_nothing_behind(database: Database, store: Store, clock: FakeClock) -> None:
    before = content(database.path)
    with pytest.raises(KeyboardInterrupt):
        fail_halfway(database, store, clock(), be_interrupted)
    assert content(database.path) == before


def test_the_end_of_a_sqlalchemy_session_commits_nothing(database: Database, store: Store, clock: FakeClock) -> None:
    before = content(database.path)
    with database.writing("decide", clock()) as connection:
        store.save_decision(decision("Same-day slots"), clock())
        assert connection.in_transaction
        assert content(database.path) == before
        assert [d.title for d in store.decisions()] == ["Same-day slots"]
    assert len(content(database.path)["decision"]) == 1


def test_a_library_that_commits_or_rolls_back_on_the_connection_changes_nothing(
    database: Database, clock: FakeClock
) -> None:
    with database.writing("add", clock()) as connection:
        observations.insert(connection, observation())
        connection.rollback()
        connection.commit()
        assert connection.in_transaction
        assert content(database.path)["observation"] == []
    assert len(content(database.path)["observation"]) == 1


def test_a_verb_inside_a_verb_joins_it_as_one_step(database: Database, clock: FakeClock) -> None:
    with database.writing("outer", clock()) as connection:
        with database.writing("inner", clock()):
            observations.insert(connection, observation())
        assert connection.in_transaction
        observations.insert(connection, observation())
    groups = content(database.path)["change_group"]
    assert [group[1] for group in groups] == ["outer"]
    assert {change[1] for change in content(database.path)["change"]} == {groups[0][0]}


def test_a_verb_that_changes_nothing_leaves_no_step(database: Database, clock: FakeClock) -> None:
    with database.writing("look", clock()):
        pass
    assert content(database.path)["change_group"] == []


def test_only_so_many_steps_are_kept(database: Database, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "KEPT_GROUPS", 3)
    for number in range(5):
        with database.writing(f"add {number}", clock()) as connection:
            observations.insert(connection, observation())
    kept = content(database.path)
    assert [group[1] for group in kept["change_group"]] == ["add 2", "add 3", "add 4"]
    assert len({change[1] for change in kept["change"]}) == 3


def test_what_is_written_without_a_name_is_no_step(database: Database) -> None:
    with database.writing() as connection:
        observations.insert(connection, observation())
    assert content(database.path)["change"] == []


def test_a_thing_that_was_changed_elsewhere_is_not_overwritten(
    database: Database, store: Store, clock: FakeClock
) -> None:
    made = decision("Same-day slots")
    with database.writing("add", clock()):
        seen = store.save_decision(made, clock())
    clock.tick()
    with database.writing("edit", clock()):
        store.save_decision(decision("Next-day slots", id=made.id, updated_at=seen.updated_at), clock())
    clock.tick()
    with pytest.raises(ChangedElsewhere), database.writing("edit", clock()):
        store.save_decision(decision("No slots", id=made.id, updated_at=seen.updated_at), clock())
    assert [d.title for d in store.decisions()] == ["Next-day slots"]


def test_everything_is_read_back_as_it_was_written(database: Database, store: Store, clock: FakeClock) -> None:
    noted = observation("The dock was full. #late", starred=True, recorded="2024-07-01 23:30")
    with database.writing("add", clock()) as connection:
        number = observations.insert(connection, noted, ["slot"])
    stored = observations.get(database.connection, number)
    assert stored is not None
    assert (stored.id, stored.text, stored.observed_on, stored.starred) == (
        noted.id, noted.text, noted.observed_on, True,
    )  # fmt: skip
    assert stored.tags == ("late", "slot")
    assert stored.recorded_at == noted.recorded_at
    assert stored.recorded_at.utcoffset() == dt.timedelta(hours=1)
    assert stored.recorded_at.date() == dt.date(2024, 7, 1)


@pytest.mark.parametrize("offset", [-210, 0, 60, 345])
def test_an_instant_is_stored_in_utc_and_read_in_the_offset_of_its_moment(offset: int) -> None:
    written = moment("2024-02-06 23:30").astimezone(dt.timezone(dt.timedelta(minutes=offset)))
    text = instant_text(written)
    assert text == "2024-02-06T22:30:00.000000Z"
    read = instant_from(text, offset_of(written))
    assert (read, read.utcoffset()) == (written, written.utcoffset())
