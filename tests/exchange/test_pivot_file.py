"""The program's own format: everything goes out and comes back, byte for byte; what is not such a file is refused."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database as UtilsDatabase

from builders import decision, impact, story, when
from conftest import FakeClock
from pivot_journal.coach.finding import Finding, Level, Scope
from pivot_journal.domain.errors import InputRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.pitch import Profile
from pivot_journal.domain.saved_search import id_of_search
from pivot_journal.domain.terms import id_of_term
from pivot_journal.exchange.pivot_file import looks_like
from pivot_journal.journal import Journal, open_journal
from pivot_journal.storage import dumping, migrating
from pivot_journal.storage.marks import SCHEMA
from random_use import RandomUse, visible_state


def exported(journal: Journal) -> str:
    """Return the export of a journal."""
    with journal.keeping.export() as lines:
        return "".join(lines)


def fill(journal: Journal, clock: FakeClock) -> None:
    """Write something into each of its tables."""
    launched = decision("Same-day slots", id="d", launched_on=when("2026-12-01"))
    journal.decisions.save(launched, [impact(decision_id="d")])
    first = journal.observations.capture("The dock was full. #late", tags=["slot"], decision_id="d")
    clock.tick()
    journal.observations.edit(1, text='The "yard" was full: 🚚 \\ #late')
    journal.decisions.save(journal.decisions.get("d"), [impact(decision_id="d", observation_ids=(first.id,))])
    journal.stories.save(story("Told", id="s", decision_id="d", observation_ids=(first.id,)))
    journal.pitches.toggle("s")
    journal.tallies.count("failed drops", 3)
    journal.terms.set("Heron", "a bird")
    journal.observations.trash(journal.observations.capture("Gone.").number)
    journal.terms.set("Heron", "a boat")
    journal.searches.save("Late", "tag:late")
    journal.decisions.save(replace(journal.decisions.get("d"), launched_on=when("2027-01-15")))
    journal.quotes.mark(journal.observations.get(1), "yard", role="a driver")
    finding = Finding(
        rule="oversell",
        level=Level.WARNING,
        scope=Scope.SENTENCE,
        question="Are you?",
        message="",
        fix="",
        source="",
        sentence="I am a PM.",
    )
    journal.findings.accept(finding, "It is meant so.")
    journal.pitches.save_profile(Profile(years=4, field="parcels"))
    journal.pitches.remember_copy(journal.pitches.current(), "chat", "Hello.")


@pytest.fixture(scope="module")
def everything(migrated_template: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The export of a journal with something in each of its tables."""
    path = tmp_path_factory.mktemp("filled") / "journal.db"
    shutil.copyfile(migrated_template, path)
    clock = FakeClock()
    with open_journal(path, now=clock) as journal:
        fill(journal, clock)
        return exported(journal)


def test_every_table_goes_out_or_is_named_with_the_reason_why_it_does_not(journal: Journal) -> None:
    rows = journal._database.connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'observation_fts%'"
    )
    assert {name for (name,) in rows} == dumping.ORDERS.keys() | dumping.LEFT_OUT.keys()
    assert not dumping.ORDERS.keys() & dumping.LEFT_OUT.keys()
    assert all(dumping.LEFT_OUT.values())


def test_every_column_goes_out_as_it_is_stored(journal: Journal, clock: FakeClock) -> None:
    fill(journal, clock)
    rows = [json.loads(line) for line in exported(journal).splitlines()[1:]]
    for table in dumping.ORDERS:
        cursor = journal._database.connection.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        stored = {row["id"]: row for row in (dict(zip(names, values, strict=True)) for values in cursor)}
        assert stored, table
        assert {row[table]["id"]: row[table] for row in rows if table in row} == stored


def test_every_row_of_every_table_comes_into_a_journal_that_has_something(
    everything: str, journal: Journal, tmp_path: Path
) -> None:
    """What another journal has is merged row by row, whatever table it stands in."""
    journal.observations.capture("Mine. #dock")
    journal.stories.save(story("Mine"))
    file = tmp_path / "all.pivot"
    file.write_text(everything, "utf-8")
    journal.keeping.take_in(file)
    came = [json.loads(line) for line in exported(journal).splitlines()[1:]]
    for line in everything.splitlines()[1:]:
        ((table, row),) = json.loads(line).items()
        found = next(each[table] for each in came if table in each and each[table]["id"] == row["id"])
        assert found == row | ({"number": found["number"]} if table == "observation" else {})


@pytest.mark.parametrize("seed", range(2))
def test_what_went_out_of_any_journal_comes_back_into_an_empty_one_byte_for_byte(
    seed: int, journal: Journal, clock: FakeClock, tmp_path: Path, missing_path: Path
) -> None:
    use = RandomUse(journal, clock.tick, seed)
    for _ in range(20):
        use.step()
        if use.random.random() < 0.15 and journal.last_step():
            clock.tick()
            journal.undo()
    journal.drafts.save("story", "new", {"title": "half"})
    file = tmp_path / "all.pivot"
    file.write_text(exported(journal), "utf-8")
    with open_journal(missing_path, create=True, now=clock) as other:
        assert other.keeping.take_in(file).was_empty
        assert exported(other) == file.read_text("utf-8")
        assert visible_state(other) == visible_state(journal)
        assert other.pitches.current().id == journal.pitches.current().id
        assert other.drafts.all() == []
        assert other.last_step() is None
        assert other.observations.capture("Next.").number == journal.observations.newest_number() + 1
        other._database.connection.execute(
            "INSERT INTO observation_fts (observation_fts, rank) VALUES ('integrity-check', 1)"
        )


def test_an_export_of_an_older_version_is_brought_up_to_date(journal: Journal, everything: str, tmp_path: Path) -> None:
    """An export as version 1 wrote it: without the columns and tables that came later."""
    old = sqlite3.connect(tmp_path / "old.db", isolation_level=None)
    steps = migrating.load_migrations()
    db = UtilsDatabase(old)
    steps.apply(db, stop_before=[step.name for step in steps.pending(db)][1])
    known = {name: dumping.columns(old, name) for (name,) in old.execute("SELECT name FROM sqlite_master")}
    old.close()
    first, *lines = (json.loads(line) for line in everything.splitlines())
    kept = [
        {table: {name: value for name, value in row.items() if name in known[table]}}
        for line in lines
        for table, row in line.items()
        if known.get(table)
    ]
    first |= {"schema": 1, "rows": {table: sum(table in row for row in kept) for table in first["rows"]}}
    file = tmp_path / "old.pivot"
    file.write_text("\n".join(json.dumps(line) for line in (first, *kept)), "utf-8")
    journal.keeping.take_in(file)
    assert journal.stories.get("s").title == "Told"
    assert [o.text for o in journal.observations.page(Filter(), limit=-1)] == ['The "yard" was full: 🚚 \\ #late']


def test_the_id_of_what_is_known_by_its_words_follows_from_them(
    everything: str, journal: Journal, tmp_path: Path
) -> None:
    file = tmp_path / "all.pivot"
    ids = {id_of_term("Heron"): "another", id_of_search("Late"): "one more"}
    lines = everything.splitlines(keepends=True)
    for id_, other in ids.items():
        lines = [line if '"earlier_text"' in line else line.replace(id_, other) for line in lines]
    file.write_text("".join(lines).replace('"key": "late"', '"key": "dock"'), "utf-8")
    assert "one more" in file.read_text("utf-8")
    journal.keeping.take_in(file)
    assert {*(term.id for term in journal.terms.all()), *(each.id for each in journal.searches.all())} == ids.keys()
    assert journal.searches.save("LATE", "dock").id in ids


def broken(text: str, change: Mapping[str, object], table: str = "observation") -> str:
    """Return an export in whose first row of a table something else stands."""
    lines = text.splitlines()
    living = (line.startswith(f'{{"{table}"') and '"deleted_at": null' in line for line in lines)
    place = next(at for at, is_living in enumerate(living) if is_living)
    row = json.loads(lines[place])
    row[table] |= change
    lines[place] = json.dumps(row)
    return "\n".join(lines)


BAD_ROWS: dict[str, tuple[dict[str, object], str]] = {
    "a moment that is none": ({"recorded_at": "yesterday"}, "recorded_at is not a moment"),
    "a day that is none": ({"observed_on": "2026-02-30"}, "day is out of range"),
    "a precision that is none": ({"precision": "hour"}, "precision"),
    "a triage that is none": ({"triage": "urgent"}, "none of those there are"),
    "a text in the place of a number": ({"is_starred": "yes"}, "INTEGER"),
    "a list": ({"text": ["a"]}, "neither a text nor a whole number"),
    "a fraction": ({"number": 1.5}, "no whole number"),
    "a column that there is not": ({"colour": "red"}, "colour"),
    "a link to nothing": ({"decision_id": "nothing"}, "decision"),
    "a number far too large": ({"number": 1 << 70}, "too large"),
    "a missing text": ({"text": None}, "text is missing"),
}


@pytest.mark.parametrize("what", BAD_ROWS)
def test_a_row_that_cannot_be_one_is_refused_with_its_line_and_nothing_comes_in(
    what: str, journal: Journal, everything: str, tmp_path: Path
) -> None:
    change, said = BAD_ROWS[what]
    file = tmp_path / "bad.pivot"
    file.write_text(broken(everything, change), "utf-8")
    before = exported(journal)
    with pytest.raises(InputRefused, match=said):
        journal.keeping.take_in(file)
    assert exported(journal) == before
    assert not list(tmp_path.glob(".pivot-*"))


def test_an_amount_that_the_program_could_not_read_is_refused(
    journal: Journal, everything: str, tmp_path: Path
) -> None:
    file = tmp_path / "bad.pivot"
    for change in ({"amount_low": "many"}, {"currency": "euro"}, {"amount_high": "0"}):
        file.write_text(broken(everything, change, "impact"), "utf-8")
        with pytest.raises(InputRefused):
            journal.keeping.take_in(file)


def test_what_acts_on_a_terminal_is_taken_out_and_what_follows_is_worked_out_anew(
    journal: Journal, everything: str, tmp_path: Path
) -> None:
    file = tmp_path / "odd.pivot"
    file.write_text(broken(everything, {"text": "red \x1b[31m\u202e", "sort_day": 1}), "utf-8")
    journal.keeping.take_in(file)
    assert journal.observations.get(1).text == "red [31m"
    assert [o.number for o in journal.observations.page(Filter(words="red"), limit=-1)] == [1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("{}\n", "not an export"),
        ('{"pivot_journal": 2, "schema": 1, "rows": {}}', "later version"),
        (f'{{"pivot_journal": 1, "schema": {SCHEMA + 1}, "rows": {{}}}}', "later version"),
        ('{"pivot_journal": 1, "schema": 1}', "rows"),
        ('{"pivot_journal": 1, "schema": 1, "rows": {"tag": 1}}', "not whole"),
        ('{"pivot_journal": 1, "schema": 1, "rows": {"control": 1}}\n{"control": {"id": 1}}', "no table"),
        ('{"pivot_journal": 1, "schema": 1, "rows": {"tag": 1}}\n[1]', "Line 2"),
        ('{"pivot_journal": 1, "schema": 1, "rows": {"tag": 1}}\n' + "[" * 100_000, "Line 2"),
        ('{"pivot_journal": 1, "schema": 1, "rows": {"tag": 1}}\n{"tag": {"id": "a", "id\\n": 2}}', "Line 2"),
    ],
)
def test_what_is_no_whole_export_is_refused(text: str, said: str, journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "some.pivot"
    file.write_text(text, "utf-8")
    with pytest.raises(InputRefused, match=said):
        journal.keeping.take_in(file)


@given(st.randoms(use_true_random=False), st.integers(1, 4))
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_bytes_stand_in_the_file_it_is_taken_or_refused(
    journal: Journal, everything: str, tmp_path: Path, chance: random.Random, times: int
) -> None:
    """No other error than ours comes of a file in which bytes were changed, and nothing of it comes in."""
    before = exported(journal)
    data = bytearray(everything.encode())
    for _ in range(times):
        at = chance.randrange(len(data))
        data[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
    file = tmp_path / "some.pivot"
    file.write_bytes(data)
    try:
        journal.keeping.take_in(file)
    except InputRefused:
        assert exported(journal) == before


def test_its_first_bytes_tell_an_export_from_other_files(journal: Journal) -> None:
    head = exported(journal).encode()
    assert looks_like(head)
    assert looks_like(b"\xef\xbb\xbf " + head)
    assert not looks_like(b'{"date": "2024-02-06", "text": "pivot_journal"}')
    assert not looks_like(b"")
