"""What a verb or a key has to do is the same in a large journal as in a small one: work is counted, no clock is read.

The two journals are alike from the newest entry on; the large one only goes further back. What SQLite's search index
does inside is not among the steps that are counted.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

import pytest
from rich.console import RenderableType
from textual._compositor import Compositor, CompositorUpdate
from textual.screen import Screen

from conftest import START, FakeClock
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.domain.when import RANK, UNKNOWN_DAY, Precision, When
from pivot_journal.journal import Journal, open_journal
from pivot_journal.journal.observations import key_of
from pivot_journal.storage.dumping import index_all
from tui.helpers import main_screen, press, running

FEW, MANY = 1_000, 100_000
A_DAY = 10
PAGE = 100
DEEPER = 1.1
"""Steps of SQLite's machine may grow by so much, and by ``LEVELS``: a larger index is a level deeper."""
LEVELS = 120
_BACK = f"""
    WITH RECURSIVE back (way) AS (SELECT 0 UNION ALL SELECT way + 1 FROM back WHERE way + 1 < :number),
    dated AS (SELECT way, date(:today, '-' || (way / {A_DAY}) || ' days') AS day FROM back)
"""
_OBSERVATIONS = f"""
    {_BACK} INSERT INTO observation (number, id, text, observed_on, precision, sort_day, recorded_at, recorded_offset,
        revised_at, revised_offset, updated_at, evidence, is_starred, triage)
    SELECT :number - way, printf('%08d', :number - way),
        CASE way % 5 WHEN 0 THEN 'Dock full, three slots late' WHEN 1 THEN 'Late handover at the dock'
            WHEN 2 THEN 'The label printer stood still' WHEN 3 THEN 'Dock empty at noon' ELSE 'Recall at the desk' END,
        day, 'day', CAST(julianday(day) - 1721424.5 AS INTEGER) * 8 + {RANK[Precision.DAY]},
        day || 'T20:00:00.000000Z', 60, day || 'T20:00:00.000000Z', 60, day || 'T20:00:00.000000Z', 'written_here',
        way % 4 = 0 AND way < 1000, 'untriaged'
    FROM dated ORDER BY way DESC
"""
_LINKS = f"""
    {_BACK} INSERT INTO observation_tag (id, observation_id, tag_id, is_added, updated_at)
    SELECT printf('%08d', :number - way), printf('%08d', :number - way), 'desk', 1, day || 'T20:00:00.000000Z'
    FROM dated WHERE way % 5 = 4 ORDER BY way DESC
"""


def fill(path: Path, number: int) -> Path:
    """Put so many observations into an empty journal, as an import does: at once, the search index last."""
    with open_journal(path, now=FakeClock()) as journal, journal._database.writing() as connection:
        values = {"number": number, "today": START.date().isoformat()}
        connection.execute("UPDATE control SET is_bulk = 1")
        connection.execute("INSERT INTO tag (id, name, key, updated_at) VALUES ('desk', 'desk', 'desk', '')")
        connection.execute(_OBSERVATIONS, values)
        connection.execute(_LINKS, values)
        index_all(connection)
        connection.execute("UPDATE control SET is_bulk = 0")
    return path


@pytest.fixture(scope="module")
def templates(migrated_template: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folder = tmp_path_factory.mktemp("sizes")
    return {
        number: fill(Path(shutil.copyfile(migrated_template, folder / f"{number}.db")), number)
        for number in (FEW, MANY)
    }


@contextmanager
def opened(template: Path, folder: Path, *, is_kept: bool = False) -> Iterator[Journal]:
    path = folder / template.name
    if not is_kept:
        shutil.copyfile(template, path)
    with open_journal(path, now=FakeClock()) as journal:
        yield journal


@dataclass
class Work:
    """What was done since it began to be counted."""

    statements: list[str]
    steps: int = 0
    """Steps of SQLite's machine: each row that is read or passed over costs a few."""

    def step(self) -> int:
        self.steps += 1
        return 0


@contextmanager
def counted(journal: Journal) -> Iterator[Work]:
    """Count what the database does meanwhile."""
    work = Work([])
    connection = journal._database.connection
    connection.set_trace_callback(work.statements.append)
    connection.set_progress_handler(work.step, 1)
    try:
        yield work
    finally:
        with suppress(sqlite3.ProgrammingError):  # what was counted was the closing
            connection.set_trace_callback(None)
            connection.set_progress_handler(None, 1)
        looks = ("data_version", "user_version")
        work.statements = [each for each in work.statements if not each.startswith("--") and not each.endswith(looks)]


def verbs(journal: Journal) -> dict[str, Callable[[], object]]:
    """Return what a user asks of a journal, by name."""
    observations = journal.observations
    middle = observations.page(Filter(last_day=START.date() - dt.timedelta(days=50)), limit=1)[0]
    key = key_of(middle)

    def page(words: str = "", **chosen: object) -> Callable[[], object]:
        return lambda: observations.page(Filter(words=words, **chosen), limit=PAGE)  # type: ignore[arg-type]

    found = {f"find: {words}": page(words) for words in ("d", "do", "dock", "dock l", "dock late", '"label printer"')}
    narrowed = {
        f"find: {words}": page(words) for words in ("tag:desk", "dock -late", "starred dock", "triage:unsorted late")
    }
    return {
        "newest page": page(),
        "oldest page": lambda: observations.page(Filter(), limit=PAGE, oldest_first=True),
        "jump, older": lambda: observations.page(Filter(), limit=PAGE, older_than=key + 1),
        "jump, newer": lambda: observations.page(Filter(), limit=PAGE, newer_than=key),
        "those with a tag": page(tag="desk"),
        "those that stand out": page(starred=True),
        "nothing found": page("zeppelin"),
        **found,
        **narrowed,
        "select a stretch": lambda: observations.numbers_between(Filter(), key, key_of(newest(journal)), limit=PAGE),
        "how many there are": lambda: observations.count(Filter()),
        "how many are unsorted": observations.count_unsorted,
        "next unsorted": observations.next_unsorted,
        "show": lambda: observations.with_wordings(middle.number),
        "add": lambda: observations.capture("Dock queue over an hour #dock"),
        "add one of an unknown day": lambda: observations.capture("Nobody knows when", observed_on=UNKNOWN_DAY),
        "add one of long ago": lambda: observations.capture("In the first week", observed_on=When(dt.date(1999, 5, 3))),
        "edit": lambda: observations.edit(middle.number, text="Dock full, four slots late"),
        "sort": lambda: observations.sort(middle.number, Triage.OPPORTUNITY),
        "trash": lambda: observations.trash(middle.number),
        "undo": journal.undo,
    }


def test_closing_after_any_verb_costs_as_much_in_a_large_journal_as_in_a_small_one(
    templates: dict[int, Path], tmp_path: Path
) -> None:
    steps: dict[str, list[int]] = {}
    for number in (FEW, MANY):
        with opened(templates[number], tmp_path) as journal:
            names = list(verbs(journal))
        for name in names:
            with opened(templates[number], tmp_path, is_kept=True) as journal:
                verbs(journal)[name]()
                with counted(journal) as work:
                    journal.close()
            steps.setdefault(name, []).append(work.steps)
    assert {name: each for name, each in steps.items() if each[1] > each[0] * DEEPER + LEVELS} == {}


def newest(journal: Journal) -> Observation:
    return journal.observations.page(Filter(), limit=1)[0]


def work_of_verbs(template: Path, folder: Path) -> dict[str, Work]:
    done = {}
    with opened(template, folder) as journal:
        for name, verb in verbs(journal).items():
            with counted(journal) as work:
                verb()
            done[name] = work
    return done


def test_a_verb_executes_as_many_statements_and_reads_as_many_rows_in_a_large_journal_as_in_a_small_one(
    templates: dict[int, Path], tmp_path: Path
) -> None:
    small, large = (work_of_verbs(templates[number], tmp_path) for number in (FEW, MANY))
    assert {name: len(work.statements) for name, work in large.items()} == {
        name: len(work.statements) for name, work in small.items()
    }
    grown = {name: (small[name].steps, work.steps) for name, work in large.items()}
    assert {name: each for name, each in grown.items() if each[1] > each[0] * DEEPER + LEVELS} == {}
    with opened(templates[MANY], tmp_path) as journal:
        assert journal.observations.count(Filter()) == MANY
        assert journal.observations.count_unsorted() == MANY


def test_what_a_search_means_is_counted_as_it_is_listed(templates: dict[int, Path], tmp_path: Path) -> None:
    with opened(templates[FEW], tmp_path) as journal:
        observations = journal.observations
        for words in ("", "dock", "dock -late", "-late", "starred", "tag:desk", "triage:unsorted dock"):
            chosen = Filter(words=words)
            whole = observations.page(chosen, limit=-1)
            assert observations.count(chosen) == len(whole) > 100
        observations.trash(1)
        assert observations.count(Filter()) == FEW - 1
        assert observations.count(Filter(trashed=True)) == 1


MOVING = ("down", "pagedown", "end", "home", "slash", "d", "o", "escape")
VIEWS = ("2", "3", "4", "1")
SORTING = ("s", "n", "l", "escape", "u")
FRAMES = 1.5
"""A busy machine may paint in two frames what is else painted in one."""


@dataclass(frozen=True)
class Cost:
    """What one key came to."""

    key: str
    statements: int
    widgets: int
    """Mounted on the whole screen afterwards."""
    layouts: int
    """How often the whole screen was laid out."""
    steps: int
    painted: int
    """Characters sent to the terminal."""


async def costs_of_keys(template: Path, folder: Path) -> list[Cost]:
    painted: list[int] = []
    render = Compositor.render_update

    def rendered(
        self: Compositor, full: bool = False, screen_stack: list[Screen[object]] | None = None, simplify: bool = False
    ) -> RenderableType | None:
        update = render(self, full, screen_stack, simplify)
        if update is not None:
            painted.append(len(cast(CompositorUpdate, update).render_segments(pilot.app.console)))
        return update

    laid_out: list[Screen[object]] = []
    lay_out = Screen._refresh_layout

    def layout(self: Screen[object], *arguments: Any, **options: Any) -> None:
        laid_out.append(self)
        lay_out(self, *arguments, **options)

    costs = []
    with opened(template, folder) as journal:
        async with running(journal, (100, 30)) as pilot:
            await press(pilot, *VIEWS)  # each is mounted when first shown
            with (
                patch.object(Compositor, "render_update", rendered),
                patch.object(Screen, "_refresh_layout", layout),
            ):
                for key in (*MOVING, *VIEWS, *SORTING):
                    del painted[:], laid_out[:]
                    main_screen(pilot)._version = journal.data_version()  # so that no clock decides who looks again
                    with counted(journal) as work:
                        await press(pilot, key)
                    widgets = len(list(pilot.app.screen.walk_children()))
                    costs.append(Cost(key, len(work.statements), widgets, len(laid_out), work.steps, sum(painted)))
    return costs


async def test_a_key_executes_reads_mounts_and_paints_as_much_in_a_large_journal_as_in_a_small_one(
    templates: dict[int, Path], tmp_path: Path
) -> None:
    small, large = [await costs_of_keys(templates[number], tmp_path) for number in (FEW, MANY)]
    for few, many in zip(small, large, strict=True):
        assert (many.key, many.statements, many.widgets) == (few.key, few.statements, few.widgets)
        assert many.steps <= few.steps * DEEPER + LEVELS, (few, many)
        assert few.painted > 0, few
        assert many.painted <= few.painted * FRAMES + 500, (few, many)
        assert many.layouts == 0 or many.key not in MOVING[:4], many
