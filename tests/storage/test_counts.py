"""How many notes there are, and how many are unsorted, is kept by the database and never another than what is there."""

from __future__ import annotations

import itertools
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import when
from conftest import FakeClock
from pivot_journal.domain.errors import JournalError
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Triage
from pivot_journal.exchange.incoming import Incoming
from pivot_journal.journal import Journal, open_journal
from pivot_journal.journal import intake as verbs_of_intake
from pivot_journal.journal.keeping import restore
from pivot_journal.storage import intake, placing
from pivot_journal.storage.database import Connection
from pivot_journal.storage.quick import note_counts

TAGS = ("dock", "late", "slot")
LARGE = 4


def counted(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return how many notes are there and how many of them are unsorted, row by row."""
    rows = connection.execute("SELECT triage FROM observation NOT INDEXED WHERE deleted_at IS NULL").fetchall()
    return len(rows), sum(triage == "untriaged" for (triage,) in rows)


def entries(first: int, number: int) -> list[Incoming]:
    """Return entries of a file, each with a text of its own."""
    return [
        Incoming(text=f"late {n}", observed_on=when("2024-02-06"), tags=("dock",), line=n)
        for n in range(first, first + number)
    ]


@contextmanager
def small_is_large() -> Iterator[None]:
    """Let an import of a few entries go the way of a large one, and let nothing wait for the disk."""
    with (
        patch.object(verbs_of_intake, "_COUNTED_AT_ONCE", LARGE // 2),
        patch.object(verbs_of_intake, "_BATCH", LARGE),
        patch.object(intake, "_LARGE", LARGE - 1),
        patch.object(placing, "_keep", lambda _: None),
    ):
        yield


@dataclass
class Use:
    """Two journals with one beginning, used at random: the verbs of one, with a number that decides what they do."""

    journal: Journal
    other: Journal
    folder: Path
    names: Iterator[int]

    def numbers(self, chance: int) -> list[int]:
        """Return the numbers of some observations, in the trash or not."""
        newest = self.journal.observations.newest_number()
        return [number for number in range(1, newest + 1) if (number * 7 + chance) % 3] or [1]

    def one(self, chance: int) -> int:
        """Return the number of one."""
        return chance % max(self.journal.observations.newest_number(), 1) + 1

    def add(self, chance: int) -> None:
        self.journal.observations.capture(f"dock {next(self.names)} #late", triage=list(Triage)[chance % 2 * 2])

    def edit(self, chance: int) -> None:
        self.journal.observations.edit(self.one(chance), text=f"yard {next(self.names)}", added_tags=TAGS[: chance % 3])

    def sort(self, chance: int) -> None:
        self.journal.observations.sort(self.one(chance), list(Triage)[chance % 5])

    def sort_many(self, chance: int) -> None:
        self.journal.observations.sort_many(self.numbers(chance), list(Triage)[chance % 5])

    def star(self, chance: int) -> None:
        self.journal.observations.star_many(self.numbers(chance))

    def trash(self, chance: int) -> None:
        self.journal.observations.trash(self.one(chance), trashed=bool(chance % 4))

    def trash_many(self, chance: int) -> None:
        self.journal.observations.trash_many(self.numbers(chance), trashed=bool(chance % 3))

    def retag(self, chance: int) -> None:
        self.journal.observations.retag_many(self.numbers(chance), [TAGS[chance % 3]], [TAGS[(chance + 1) % 3]])

    def rename_tag(self, chance: int) -> None:
        self.journal.tags.rename(TAGS[chance % 3], f"{TAGS[chance % 3]}er")

    def undo(self, chance: int) -> None:
        for _ in range(chance % 3 + 1):
            self.journal.now.tick()  # type: ignore[attr-defined]
            self.journal.undo()

    def redo(self, _: int) -> None:
        self.journal.redo()

    def import_few(self, chance: int) -> None:
        self.journal.intake.bring_in(entries(chance, 2), "notes.jsonl")

    def import_many(self, chance: int) -> None:
        """Bring in some that may be known, so that a part is written before the triggers are put away."""
        self.journal.intake.bring_in(entries(chance, 2 * LARGE + chance), "notes.jsonl")

    def import_in_a_step(self, chance: int) -> None:
        with self.journal.in_one_step("import and add"):
            self.add(chance)
            self.import_many(chance)
            self.add(chance)

    def import_and_take_back(self, chance: int) -> None:
        self.import_many(chance)
        self.undo(0)

    def break_an_import_off(self, chance: int) -> None:
        def broken_off() -> Iterator[Incoming]:
            yield from entries(chance, 2 * LARGE)
            raise NotImplementedError

        with suppress(NotImplementedError):
            self.journal.intake.bring_in(broken_off(), "notes.jsonl")

    def merge(self, _: int) -> None:
        self.journal.keeping.merge(self.other.path)

    def restore(self, _: int) -> None:
        restore(self.other.path, self.journal.path, self.journal.now)

    def export_and_take_in(self, _: int) -> None:
        """Bring everything of one into the other, and into an empty one."""
        file, empty = (self.folder / f"{next(self.names)}{ending}" for ending in (".pivot", ".db"))
        with self.journal.keeping.export() as lines:
            file.write_text("".join(lines), "utf-8")
        self.other.keeping.take_in(file)
        shutil.copyfile(self.folder / "empty.db", empty)
        with open_journal(empty) as new:
            new.keeping.take_in(file)
            assert note_counts(new._database.connection) == counted(self.journal._database.connection)
            check(new)


VERBS: dict[str, Callable[[Use, int], None]] = {
    name: verb for name, verb in vars(Use).items() if not name.startswith("_") and name not in {"numbers", "one"}
}

Step = tuple[str, int, bool]
"""The name of a verb, the number that decides what it does, and whether the other journal is meant from now on."""
NewUse = Callable[[], AbstractContextManager[Use]]


def check(*journals: Journal) -> None:
    """Compare what is kept with what is there, as the verbs and as the database say it."""
    for journal in journals:
        connection, observations = journal._database.connection, journal.observations
        assert note_counts(connection) == counted(connection)
        assert (observations.count(Filter()), observations.count_unsorted()) == counted(connection)


def walk(use: Use, steps: Sequence[Step], *, may_refuse: bool) -> list[tuple[int, int]]:
    """Apply verbs, and compare after each; return the counts as they were then."""
    found = []
    for name, chance, is_swapped in steps:
        if is_swapped:
            use.journal, use.other = use.other, use.journal
        use.journal.now.tick()  # type: ignore[attr-defined]
        with suppress(JournalError) if may_refuse else nullcontext():
            VERBS[name](use, chance)
        check(use.journal, use.other)
        found.append(note_counts(use.journal._database.connection))
    return found


def test_the_counts_are_those_of_what_is_there_after_every_verb(new_use: NewUse) -> None:
    steps: list[Step] = [
        ("add", 0, False), ("sort_many", 3, False), ("edit", 1, False), ("trash", 1, False), ("sort", 2, True),
        ("trash", 2, False), ("add", 1, False), ("merge", 0, False), ("merge", 0, True), ("import_few", 0, False),
        ("undo", 0, False), ("redo", 0, False), ("import_many", 1, False), ("undo", 0, False), ("redo", 0, False),
        ("sort", 6, False), ("trash_many", 1, False), ("undo", 1, False), ("redo", 0, False), ("merge", 0, True),
        ("import_and_take_back", 11, False), ("import_in_a_step", 4, False), ("undo", 0, False),
        ("break_an_import_off", 2, False), ("star", 0, False), ("retag", 0, False), ("rename_tag", 0, False),
        ("undo", 2, False), ("export_and_take_in", 0, False), ("trash_many", 1, True), ("restore", 0, True),
        ("add", 0, False),
    ]  # fmt: skip
    assert {name for name, *_ in steps} == VERBS.keys()
    with new_use() as use:
        assert {(3, 0), (5, 2), (13, 10), (21, 17)} <= set(walk(use, steps, may_refuse=False))


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(VERBS)), st.integers(0, 11), st.booleans()), min_size=4, max_size=9))
def test_the_counts_are_those_of_what_is_there_whatever_was_done(new_use: NewUse, steps: Sequence[Step]) -> None:
    with new_use() as use:
        walk(use, steps, may_refuse=True)


@pytest.fixture(scope="session")
def new_use(migrated_template: Path, tmp_path_factory: pytest.TempPathFactory) -> NewUse:
    """Make two journals that have a few notes in common."""
    names = itertools.count()
    folder = tmp_path_factory.mktemp("counts")
    shutil.copyfile(migrated_template, folder / "empty.db")
    begun = Path(shutil.copyfile(migrated_template, folder / "begun.db"))
    with open_journal(begun, now=FakeClock()) as journal:
        for triage in (Triage.UNTRIAGED, Triage.WORRY, Triage.UNTRIAGED):
            journal.observations.capture(f"Dock {next(names)} #dock", triage=triage)

    @contextmanager
    def make() -> Iterator[Use]:
        with small_is_large(), ExitStack() as stack:
            opened = []
            for second in range(2):
                path = Path(shutil.copyfile(begun, folder / f"{next(names)}.db"))
                clock = FakeClock()
                clock.tick(60 + second / 10)
                opened.append(stack.enter_context(open_journal(path, now=clock)))
                opened[-1]._database.connection.execute("PRAGMA synchronous = OFF")
            yield Use(opened[0], opened[1], folder, names)

    return make


def test_a_row_that_is_replaced_or_taken_out_is_counted_too(journal: Journal) -> None:
    """Nothing of ours does it by these words, but what is there is what counts."""
    for triage in (Triage.UNTRIAGED, Triage.WORRY):
        journal.observations.capture("The dock was full.", triage=triage)
    connection = journal._database.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement, expected in (
        ("INSERT OR REPLACE INTO observation SELECT * FROM observation WHERE number = 1", (2, 1)),
        ("UPDATE observation SET triage = 'failure'", (2, 0)),
        ("UPDATE observation SET triage = 'untriaged', deleted_at = 'now' WHERE number = 1", (1, 0)),
        ("UPDATE observation SET triage = 'worry' WHERE number = 1", (1, 0)),
        ("UPDATE observation SET deleted_at = 'later', text = 'x' WHERE number = 1", (1, 0)),
        ("UPDATE observation SET triage = 'untriaged' WHERE number = 1", (1, 0)),
        ("UPDATE observation SET deleted_at = NULL WHERE number = 1", (2, 1)),
        ("UPDATE observation SET deleted_at = 'now' WHERE number = 1", (1, 0)),
        ("UPDATE observation SET triage = 'untriaged', deleted_at = NULL", (2, 2)),
        ("DELETE FROM observation WHERE number = 1", (1, 1)),
        ("DELETE FROM observation", (0, 0)),
    ):
        connection.execute(statement)
        assert note_counts(connection) == counted(connection) == expected, statement


def copied(path: Path, to: Path) -> Connection:
    """Return what a program finds after this one was killed now."""
    for ending in ("", "-wal"):
        shutil.copyfile(f"{path}{ending}", f"{to}{ending}")
    return sqlite3.connect(to, factory=Connection)


def sort_and_fail(journal: Journal) -> None:
    """Run a step that does a few things and then what SQLite refuses."""
    with journal.in_one_step("sort and fail"):
        journal.observations.sort_many([1], Triage.WORRY)
        journal.observations.capture("Typed within")
        journal._database.connection.execute("UPDATE observation SET triage = 'nonsense'")


@pytest.mark.parametrize("is_large", [False, True])
def test_an_import_that_is_killed_or_fails_halfway_leaves_the_counts_right(
    journal: Journal, tmp_path: Path, is_large: bool
) -> None:
    journal.observations.capture("Typed before")
    killed: list[tuple[int, int]] = []

    def failing() -> Iterator[Incoming]:
        yield from entries(0, 3 * LARGE if is_large else LARGE - 2)
        found = copied(journal.path, tmp_path / "killed.db")
        killed.extend((note_counts(found), counted(found)))
        found.close()
        raise KeyboardInterrupt

    with small_is_large(), pytest.raises(KeyboardInterrupt):
        journal.intake.bring_in(failing(), "notes.jsonl")
    assert killed == [(1, 1), (1, 1)]
    assert note_counts(journal._database.connection) == counted(journal._database.connection) == (1, 1)
    with pytest.raises(JournalError, match="CHECK"):
        sort_and_fail(journal)
    assert note_counts(journal._database.connection) == counted(journal._database.connection) == (1, 1)
    journal.observations.capture("Typed afterwards", triage=Triage.WORRY)
    assert note_counts(journal._database.connection) == (2, 1)
