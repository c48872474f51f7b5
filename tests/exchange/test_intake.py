"""Bringing entries in: each once, all or none, one step of undo, and found by search at once."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import when
from conftest import FakeClock
from pivot_journal.domain.errors import ChangedElsewhere, JournalError
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Evidence, Observation, Reference
from pivot_journal.domain.when import UNKNOWN_DAY
from pivot_journal.exchange.incoming import Incoming, Reject
from pivot_journal.journal import Journal, open_journal
from pivot_journal.journal.intake import NAMESPACE, Intake, derived_id
from pivot_journal.storage import database
from pivot_journal.storage.database import instant_text
from pivot_journal.storage.intake import Rows
from pivot_journal.storage.lanes import Lane

BAD = Reject(9, "not JSON", "{")


def entry(text: str, day: str = "2024-02-06", **facts: Any) -> Incoming:
    return Incoming(text=text, observed_on=when(day), **({"line": 1} | facts))


def bring(journal: Journal, *items: Incoming | Reject, **options: Any) -> Intake:
    return journal.intake.bring_in(items, "notes.jsonl", **options)


def stored(journal: Journal, words: str = "") -> list[Observation]:
    return journal.observations.page(Filter(words=words), limit=-1, oldest_first=True)


def texts(journal: Journal, words: str = "") -> list[str]:
    return [observation.text for observation in stored(journal, words)]


def check_index(journal: Journal) -> None:
    """Fail where the search index holds anything else than the view says."""
    with journal.in_one_step():
        journal._database.connection.execute(
            "INSERT INTO observation_fts (observation_fts, rank) VALUES ('integrity-check', 1)"
        )


def test_an_entry_is_dated_elsewhere_and_says_where(journal: Journal, clock: FakeClock) -> None:
    moment = dt.datetime(2024, 2, 6, 9, tzinfo=dt.UTC)
    bring(journal, entry("Dock 3 jammed #dock", tags=("peak",), starred=True, line=7, source_recorded_at=moment))
    (found,) = stored(journal)
    assert found.observed_on == when("2024-02-06")
    assert found.recorded_at == found.revised_at == found.updated_at == clock.moment
    assert found.evidence is Evidence.DATED_ELSEWHERE
    assert found.reference == Reference(source="notes.jsonl", dated_on=dt.date(2024, 2, 6), reference="line 7")
    assert (found.tags, found.starred, found.number) == (("dock", "peak"), True, 1)
    assert journal.observations.added_tags(found) == ("peak",)
    row = journal._database.connection.execute("SELECT source, source_key, source_recorded_at FROM observation")
    assert row.fetchone() == ("notes.jsonl", None, "2024-02-06T09:00:00.000000Z")


def test_an_id_of_the_source_stands_as_the_reference(journal: Journal) -> None:
    bring(journal, entry("x", source_key="OPS-7"))
    assert stored(journal)[0].reference.reference == "OPS-7"


def test_a_month_is_dated_elsewhere_without_a_day(journal: Journal) -> None:
    bring(journal, entry("x", "2024-02"))
    assert stored(journal)[0].evidence is Evidence.DATED_ELSEWHERE
    assert stored(journal)[0].reference.dated_on is None


def test_what_has_no_date_is_from_memory_whether_or_not_the_user_dates_it(journal: Journal) -> None:
    outcome = bring(journal, entry("a", ""))
    assert (outcome.imported, outcome.undated) == (1, 1)
    outcome = bring(journal, entry("b", ""), entry("c"), undated_on=when("2023"))
    assert (outcome.imported, outcome.undated) == (2, 0)
    found = {o.text: (o.observed_on, o.evidence, o.reference.dated_on) for o in stored(journal)}
    assert found["a"] == (UNKNOWN_DAY, Evidence.FROM_MEMORY, None)
    assert found["b"] == (when("2023"), Evidence.FROM_MEMORY, None)
    assert found["c"][1] is Evidence.DATED_ELSEWHERE


def test_a_future_date_comes_in_and_is_counted(journal: Journal) -> None:
    outcome = bring(journal, entry("today", "2026-11-23"), entry("later", "2026-11-24"))
    assert (outcome.imported, outcome.future) == (2, 1)


def test_the_same_file_twice_adds_nothing(journal: Journal, clock: FakeClock) -> None:
    items = [entry("a"), entry("a"), entry("b", ""), entry("c", source_key="7")]
    assert bring(journal, *items).imported == 4
    clock.tick()
    again = bring(journal, *items)
    assert (again.imported, again.duplicates, again.undated) == (0, 4, 0)
    assert len(stored(journal)) == 4
    assert journal.undo() == "import notes.jsonl"  # the second one left no step


def test_a_longer_file_adds_only_what_is_new(journal: Journal) -> None:
    bring(journal, entry("a"), entry("b"))
    outcome = bring(journal, entry("a"), entry("a"), entry("new"), entry("b"))
    assert (outcome.imported, outcome.duplicates) == (2, 2)


def test_what_was_deleted_stays_deleted(journal: Journal, clock: FakeClock) -> None:
    bring(journal, entry("a"), entry("b"))
    clock.tick()
    journal.observations.trash(1)
    outcome = bring(journal, entry("a"), entry("b"))
    assert (outcome.imported, outcome.duplicates, outcome.duplicates_in_trash) == (0, 2, 1)
    assert texts(journal) == ["b"]


def test_a_text_that_was_edited_here_is_still_the_same_entry(journal: Journal, clock: FakeClock) -> None:
    bring(journal, entry("a", source_key="7"), entry("b"))
    clock.tick()
    journal.observations.edit(1, text="a, better said")
    journal.observations.edit(2, text="b, better said")
    outcome = bring(journal, entry("a", source_key="7"), entry("b"))
    assert (outcome.imported, outcome.duplicates, outcome.changed) == (0, 2, 0)
    assert bring(journal, entry("quite another", source_key="7")).changed == 1


def test_an_id_twice_in_one_file_is_one_entry(journal: Journal) -> None:
    for dry_run in (True, False):
        outcome = bring(journal, entry("a", source_key="7"), entry("a", source_key="7"), dry_run=dry_run)
        assert (outcome.imported, outcome.duplicates) == (1, 1)


def test_a_moving_date_is_known_again_on_another_day(journal: Journal, clock: FakeClock) -> None:
    bring(journal, entry("a", "2026-11-20", moving_date="last friday"))
    clock.advance(days=7)
    assert bring(journal, entry("a", "2026-11-27", moving_date="last friday")).duplicates == 1


def test_one_reject_keeps_everything_out(journal: Journal) -> None:
    outcome = bring(journal, entry("a"), BAD, entry("b"))
    assert (outcome.imported, outcome.rejected, outcome.storable) == (0, 1, 2)
    assert stored(journal) == []
    assert bring(journal, entry("a")).imported == 1


def test_rejects_can_be_left_out(journal: Journal) -> None:
    outcome = bring(journal, entry("a"), BAD, entry("b"), keep_going=True)
    assert (outcome.imported, outcome.rejected) == (2, 1)


def test_a_trial_run_counts_the_same_and_stores_nothing(journal: Journal) -> None:
    bring(journal, entry("a"))
    items: list[Incoming | Reject] = [entry("a"), entry("b", ""), entry("c", "2030-01-01"), BAD]
    trial = bring(journal, *items, dry_run=True, keep_going=True)
    assert texts(journal) == ["a"]
    assert trial == bring(journal, *items, keep_going=True)
    assert [item.text for item in trial.first] == ["b", "c"]


def test_whatever_breaks_off_leaves_the_journal_as_it_was(journal: Journal) -> None:
    def broken_off() -> Iterator[Incoming]:
        for number in range(5_000):
            yield entry(f"a {number}")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        journal.intake.bring_in(broken_off(), "notes.jsonl")
    assert stored(journal) == []
    control = journal._database.connection.execute("SELECT is_bulk, change_group_id FROM control").fetchone()
    assert control == (0, None)
    journal.observations.capture("Typed afterwards")
    assert texts(journal, "afterwards") == ["Typed afterwards"]
    assert journal.undo().startswith("add")


def test_what_came_in_is_found_by_text_and_tag(journal: Journal) -> None:
    bring(journal, entry("Dock three jammed"), entry("Quiet", "", tags=("dock",)), entry("Else", "2030-01-01"))
    assert texts(journal, "doc") == ["Quiet", "Dock three jammed"]
    check_index(journal)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from(["", "2024-02-06", "2023-02-06", "2030"]), st.sampled_from("abc")), max_size=12)
)
def test_search_and_undo_hold_whatever_comes_in_and_in_which_order(
    new_journal: Callable[[], Journal], items: list[tuple[str, str]]
) -> None:
    with new_journal() as journal:
        outcome = bring(journal, *(entry(f"{text} #{text}x", day, tags=("dock",)) for day, text in items))
        assert outcome.imported == len(items)
        assert len(stored(journal, "dock")) == len(items)
        check_index(journal)
        if items:
            journal.undo()
            assert stored(journal, "dock") == stored(journal) == []
            check_index(journal)
            journal.redo()
            assert len(stored(journal, "dock")) == len(items)
            check_index(journal)


@pytest.fixture(scope="session")
def new_journal(migrated_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Journal]:
    def make() -> Journal:
        path = tmp_path_factory.mktemp("intake") / "journal.db"
        shutil.copyfile(migrated_template, path)
        return open_journal(path, now=FakeClock())

    return make


def test_an_import_is_one_step_that_is_taken_back_and_brought_back(journal: Journal, clock: FakeClock) -> None:
    journal.observations.capture("Typed before", tags=["dock"])
    bring(journal, entry("a", tags=("dock",)), entry("b", ""))
    clock.tick()
    assert journal.undo() == "import notes.jsonl"
    assert texts(journal) == texts(journal, "dock") == ["Typed before"]
    clock.tick()
    assert journal.redo() == "import notes.jsonl"
    assert texts(journal) == ["b", "a", "Typed before"]
    assert texts(journal, "dock") == ["a", "Typed before"]
    clock.tick()
    journal.undo()
    assert texts(journal) == ["Typed before"]
    assert journal.undo().startswith("add")


@pytest.mark.parametrize("is_redone", [False, True])
def test_what_was_done_with_an_entry_and_taken_back_is_no_hindrance(
    journal: Journal, clock: FakeClock, is_redone: bool
) -> None:
    bring(journal, entry("a #x", tags=("dock",)), entry("b"))
    if is_redone:
        clock.tick()
        journal.undo()
        clock.tick()
        journal.redo()
    steps = (
        lambda: journal.observations.star(1, True),
        lambda: journal.observations.edit(1, text="a #y", added_tags=["peak"]),
        lambda: journal.observations.trash(1),
    )
    for step in steps:
        clock.tick()
        step()
    for _ in steps:
        clock.tick()
        journal.undo()
    clock.tick()
    assert journal.undo() == "import notes.jsonl"
    assert stored(journal) == []


def test_an_import_is_not_taken_back_over_a_change_that_no_step_holds(journal: Journal, clock: FakeClock) -> None:
    bring(journal, entry("a"), entry("b"))
    clock.tick()
    with journal.in_one_step() as _:  # as a merge would write
        journal._database.connection.execute(
            "UPDATE observation SET text = 'c', updated_at = '2027-01-01T00:00:00.000000Z' WHERE number = 2"
        )
    with pytest.raises(ChangedElsewhere):
        journal.undo()
    assert texts(journal) == ["a", "c"]


def test_after_an_import_was_taken_back_the_file_comes_in_anew(journal: Journal, clock: FakeClock) -> None:
    bring(journal, entry("a"), entry("b", source_key="7"))
    for _ in range(2):
        clock.tick()
        journal.undo()
        clock.tick()
        outcome = bring(journal, entry("a", tags=("dock",)), entry("b", source_key="7"))
        assert (outcome.imported, outcome.duplicates) == (2, 0)
        assert [o.tags for o in stored(journal)] == [("dock",), ()]
        assert bring(journal, entry("a"), entry("b", source_key="7")).duplicates == 2


def test_numbers_go_on_where_the_journal_is(journal: Journal, clock: FakeClock) -> None:
    journal.observations.capture("one")
    bring(journal, entry("two"))
    assert journal.observations.capture("three").number == 3


def test_progress_is_told_by_the_places_of_the_file(journal: Journal) -> None:
    told: list[int] = []
    bring(journal, *(entry(f"{number}") for number in range(4_500)), progress=told.append)
    assert list(dict.fromkeys(told)) == [2_000, 4_000, 4_500]  # the last one again while it is being written
    assert len(stored(journal)) == 4_500


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
def test_the_derived_id_is_a_uuid_of_version_five(words: str) -> None:
    assert derived_id(words) == str(uuid.uuid5(NAMESPACE, words))
    assert derived_id(words, 1) != derived_id(words)


# What changed at its source


def test_what_changed_at_its_source_is_told_and_left_until_it_is_asked_for(journal: Journal) -> None:
    bring(journal, entry("a", source_key="7"), entry("b", source_key="8"))
    outcome = bring(journal, entry("a, reworded", source_key="7"), entry("b", "2024-02-07", source_key="8"))
    assert (outcome.duplicates, outcome.changed, outcome.revised, outcome.changed_numbers) == (2, 2, 0, (1, 2))
    assert texts(journal) == ["a", "b"]
    trial = bring(journal, entry("a, reworded", source_key="7"), revise=True, dry_run=True)
    assert (trial.changed, trial.revised) == (1, 1)
    assert texts(journal) == ["a", "b"]


def test_a_revision_keeps_the_old_wording_the_moment_of_recording_and_the_grade(
    journal: Journal, clock: FakeClock
) -> None:
    first = clock.moment
    bring(journal, entry("a #dock", source_key="7", tags=("peak",)))
    journal.observations.star(1, True)
    clock.advance(days=1)
    outcome = bring(journal, entry("b #late", "2024-02-07", source_key="7", tags=("new",)), entry("c"), revise=True)
    assert (outcome.imported, outcome.changed, outcome.revised) == (1, 1, 1)
    (found,) = [o for o in stored(journal) if o.number == 1]
    assert (found.text, found.observed_on, found.starred) == ("b #late", when("2024-02-07"), True)
    assert set(found.tags) == {"late", "peak", "new"}
    assert (found.recorded_at, found.revised_at) == (first, clock.moment)
    assert found.evidence is Evidence.DATED_ELSEWHERE
    assert found.reference.dated_on == dt.date(2024, 2, 6)
    row = journal._database.connection.execute("SELECT text, observed_on FROM revision").fetchall()
    assert row == [("a #dock", "2024-02-06")]
    assert texts(journal, "late") == ["b #late"]
    check_index(journal)
    assert bring(journal, entry("b #late", "2024-02-07", source_key="7")).changed == 0


def test_revisions_and_what_came_with_them_are_one_step_of_undo(journal: Journal, clock: FakeClock) -> None:
    bring(journal, entry("a", source_key="7"))
    clock.tick()
    bring(journal, entry("a, reworded", source_key="7"), entry("c"), revise=True)
    clock.tick()
    assert journal.undo() == "import notes.jsonl"
    assert texts(journal) == ["a"]
    check_index(journal)
    clock.tick()
    journal.redo()
    assert texts(journal) == ["a, reworded", "c"]
    check_index(journal)


def test_what_was_reworded_here_or_lies_in_the_trash_is_not_taken_for_news_of_the_source(
    journal: Journal, clock: FakeClock
) -> None:
    bring(journal, entry("a", source_key="7"), entry("b", source_key="8"), entry("c", "", source_key="9"))
    clock.tick()
    journal.observations.edit(1, text="a, better said")
    journal.observations.trash(2)
    journal.observations.edit(3, observed_on=when("2023"))
    again = [entry("a", source_key="7"), entry("b, reworded", source_key="8"), entry("c", "", source_key="9")]
    outcome = bring(journal, *again, revise=True)
    assert (outcome.duplicates, outcome.changed, outcome.duplicates_in_trash) == (3, 0, 1)


def test_an_id_that_came_from_another_file_is_named(journal: Journal) -> None:
    bring(journal, entry("a", source_key="7"))
    outcome = journal.intake.bring_in([entry("quite another", source_key="7")], "other.csv")
    assert outcome.changed_from == ("notes.jsonl",)


def test_the_reference_names_the_file_within_the_folder(journal: Journal) -> None:
    bring(
        journal,
        entry("a", place="2024/a.txt", line=3),
        entry("b", place="x/b.md", source_key="markdown:x/b.md"),
        entry("c", place="Journal.json", source_key="dayone:A1"),
    )
    assert [o.reference.reference for o in stored(journal)] == ["2024/a.txt, line 3", "x/b.md", "dayone:A1"]


# A large one goes another way


def schema_of(journal: Journal) -> set[tuple[str, str, str]]:
    rows = journal._database.connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name <> 'sqlite_stat1'"  # which closing a connection makes
    )
    return set(rows.fetchall())


@pytest.mark.parametrize("before", [0, 3])
def test_a_large_import_leaves_the_schema_and_the_index_as_they_were(
    journal: Journal, clock: FakeClock, before: int
) -> None:
    for number in range(before):
        journal.observations.capture(f"typed {number}")
    schema = schema_of(journal)
    items = [entry(f"word{number} x", tags=("dock", "Dock") if number % 2 else ()) for number in range(2_500, 0, -1)]
    assert bring(journal, *items).imported == 2_500
    assert schema_of(journal) == schema
    check_index(journal)
    assert len(texts(journal, "word77")) == 11  # itself and word770 to word779
    control = journal._database.connection.execute("SELECT is_bulk, change_group_id FROM control").fetchone()
    assert control == (0, None)
    with pytest.raises(JournalError, match="CHECK"), journal.in_one_step():
        journal._database.connection.execute("UPDATE observation SET triage = 'nonsense'")
    clock.tick()
    journal.observations.edit(before + 1, text="triggers work")
    assert texts(journal, "triggers") == ["triggers work"]
    check_index(journal)
    clock.tick()
    journal.undo()
    clock.tick()
    assert journal.undo() == "import notes.jsonl"
    assert len(stored(journal)) == before


def test_a_large_import_that_is_refused_or_breaks_off_leaves_the_schema_as_it_was(journal: Journal) -> None:
    def broken_off() -> Iterator[Incoming]:
        for number in range(2_500):
            yield entry(f"a {number}")
        raise KeyboardInterrupt

    schema = schema_of(journal)
    assert bring(journal, *(entry(f"{n}") for n in range(2_500)), BAD).imported == 0
    with pytest.raises(KeyboardInterrupt):
        journal.intake.bring_in(broken_off(), "notes.jsonl")
    assert schema_of(journal) == schema
    assert stored(journal) == []


def many(number: int, text: str = "word") -> list[Incoming]:
    return [entry(f"{text} {n}", f"2024-02-{1 + n % 28:02}", tags=(f"tag{n % 7}",)) for n in range(number)]


def test_a_large_import_that_was_taken_back_comes_in_again_and_is_found(journal: Journal, clock: FakeClock) -> None:
    for _ in range(2):
        assert bring(journal, *many(2_000)).imported == 2_000
        assert len(texts(journal, "tag3")) == len(range(3, 2_000, 7))
        check_index(journal)
        assert bring(journal, *many(2_000)).duplicates == 2_000
        clock.tick()
        journal.undo()
        assert texts(journal, "word") == []
        check_index(journal)
        clock.tick()


def test_a_large_import_adds_to_what_is_there_and_brings_a_tag_back(journal: Journal, clock: FakeClock) -> None:
    journal.observations.capture("Typed before", tags=["TAG3"])
    with journal.in_one_step():
        journal._database.connection.execute("UPDATE tag SET deleted_at = updated_at")
    clock.tick()
    assert bring(journal, *many(2_000)).imported == 2_000
    rows = journal._database.connection.execute("SELECT name, deleted_at FROM tag ORDER BY key").fetchall()
    assert rows == [(f"{'TAG' if n == 3 else 'tag'}{n}", None) for n in range(7)]
    assert len(texts(journal, "tag3")) == len(range(3, 2_000, 7)) + 1
    check_index(journal)


def test_a_large_import_is_as_many_small_ones_would_have_been(new_journal: Callable[[], Journal]) -> None:
    def content(journal: Journal) -> list[object]:
        rows = journal._database.connection.execute("SELECT * FROM observation ORDER BY number").fetchall()
        return [rows, [(o.tags, journal.observations.added_tags(o)) for o in stored(journal)]]

    items = [
        entry(f"a {n} #in", f"2024-02-{1 + n % 28:02}", tags=("Beside", "in"), starred=n % 2) for n in range(2_100)
    ]
    with new_journal() as one, new_journal() as other:
        bring(one, *items)
        for start in range(0, len(items), 700):
            bring(other, *items[start : start + 700])
        assert content(one) == content(other)


def test_the_oldest_step_goes_with_its_images_after_a_large_import_too(journal: Journal, clock: FakeClock) -> None:
    journal.observations.capture("Typed long before")
    clock.tick()
    with journal.in_one_step():
        journal._database.connection.execute("UPDATE sqlite_sequence SET seq = 5000 WHERE name = 'change_group'")
    bring(journal, *many(2_000))
    execute = journal._database.connection.execute
    assert execute("SELECT count(*), min(id) FROM change_group").fetchone() == (1, 5001)
    assert execute("PRAGMA foreign_key_check").fetchall() == []


def test_an_error_of_the_writing_thread_is_told_and_nothing_came_in(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    schema = schema_of(journal)
    monkeypatch.setattr("pivot_journal.storage.intake_beside._index_staged", full)
    with pytest.raises(JournalError, match="no room left"):
        bring(journal, *many(2_000))
    assert (stored(journal), schema_of(journal)) == ([], schema)
    monkeypatch.undo()
    assert bring(journal, *many(2_000)).imported == 2_000


@pytest.mark.parametrize("is_committed", [False, True])
def test_an_interruption_takes_all_back_or_comes_too_late_for_it(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, is_committed: bool
) -> None:
    end = Lane.end

    def interrupted(lane: Lane[Any, Any], waited: Callable[[], None] | None = None) -> Any:
        if threading.current_thread() is not threading.main_thread():
            return end(lane)
        if is_committed:
            end(lane)
        raise KeyboardInterrupt

    monkeypatch.setattr(Lane, "end", interrupted)
    with contextlib.nullcontext() if is_committed else pytest.raises(KeyboardInterrupt):
        assert bring(journal, *many(2_000)).imported == 2_000
    assert len(stored(journal)) == (2_000 if is_committed else 0)
    assert journal.observations.capture("Typed afterwards").number == (2_001 if is_committed else 1)


def test_long_texts_are_taken_few_at_once(journal: Journal) -> None:
    told: list[int] = []
    text = "x" * 50_000
    bring(journal, *(entry(text) for _ in range(300)), dry_run=True, progress=told.append)
    assert told == [200, 300]


@settings(max_examples=50)
@given(st.integers(-(10**16), 10**17), st.sampled_from([0, 120, -330]))
def test_a_moment_of_the_source_is_stored_as_every_other(microseconds: int, offset: int) -> None:
    moment = dt.datetime(2020, 1, 1, tzinfo=dt.UTC) + dt.timedelta(microseconds=microseconds)
    if offset:
        moment = moment.astimezone(dt.timezone(dt.timedelta(minutes=offset)))
    assert Rows._instant(ROWS, moment) == instant_text(moment)


ROWS = Rows.__new__(Rows)
ROWS._days = {}


def statements_of(path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> int:
    """Return how many statements are run to bring so many entries in, those of triggers too."""
    run: list[str] = []

    def traced(path: Path) -> database.Connection:
        connection = connect(path)
        connection.set_trace_callback(run.append)
        return connection

    connect = database.connect
    with monkeypatch.context() as patch, open_journal(path, now=FakeClock()) as journal:
        patch.setattr(database, "connect", traced)
        assert bring(journal, *many(number)).imported == number
    return sum("_fts_" not in statement for statement in run)


def test_the_work_for_an_entry_is_the_same_in_every_size(
    migrated_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = []
    for number in (2_000, 4_000, 6_000):
        shutil.copyfile(migrated_template, tmp_path / f"{number}.db")
        counted.append(statements_of(tmp_path / f"{number}.db", monkeypatch, number))
    first, second, third = counted
    assert third - second == second - first  # nothing grows with what is there
    assert second - first <= 2_000 / 50  # and nothing is done row by row
