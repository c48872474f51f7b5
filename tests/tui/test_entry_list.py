"""The list of observations: a window on a journal of any size, and nothing in it acts on the terminal."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from conftest import START, FakeClock
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When
from pivot_journal.journal import Journal, open_journal
from pivot_journal.tui.views.journal_view import JournalView
from pivot_journal.tui.widgets.entry_list import KEPT, EntryList
from pivot_journal.tui.wrapping import cut, wrap
from tui.helpers import main_screen, press, running, screen_text

MANY = 2_000
WORDS = ("dock", "slots", "late", "printer", "queue #dock", "quiet", "recall #returns")


def fill(path: Path, number: int) -> Path:
    """Make a journal of so many observations, written in one step, of days that are known more or less exactly."""
    random = Random(number)
    clock = FakeClock()
    with open_journal(path, create=True, now=clock) as journal, journal.in_one_step("fill"):
        for index in range(number):
            clock.tick()
            precision = random.choice([Precision.DAY] * 8 + [Precision.MONTH, Precision.SEASON, Precision.YEAR])
            day = START.date() - dt.timedelta(days=random.randint(0, number))
            when = When.of(day, precision) if index % 50 else UNKNOWN_DAY
            journal.observations.capture(f"{index} {random.choice(WORDS)}", observed_on=when)
    return path


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("many") / "journal.db", MANY)


@pytest.fixture(scope="module")
def small_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("few") / "journal.db", 90)


@contextmanager
def a_copy(template: Path, folder: Path) -> Iterator[Journal]:
    path = folder / f"{template.parent.name}.db"
    shutil.copy(template, path)
    with open_journal(path, now=FakeClock()) as journal:
        yield journal


@pytest.fixture
def many(template: Path, tmp_path: Path) -> Iterator[Journal]:
    with a_copy(template, tmp_path) as journal:
        yield journal


def entries(pilot: Pilot[None]) -> EntryList:
    return main_screen(pilot).query_one(JournalView).list


def holds(shown: EntryList, whole: list[Observation], at: int) -> None:
    """Check that the cursor is at a place of the whole, and that what is held is what stands around it."""
    assert shown.observation is not None
    assert shown.observation.number == whole[at].number
    numbers = [observation.number for observation in shown.held]
    assert len(numbers) <= KEPT
    start = at - numbers.index(shown.observation.number)
    assert numbers == [observation.number for observation in whole[start : start + len(numbers)]]
    for way, is_at_end in ((at - start, start == 0), (start + len(numbers) - at, start + len(numbers) == len(whole))):
        assert is_at_end or way > shown.size.height, "a page would end before the journal does"
    assert shown._has_newest == (start == 0) or start == 0
    line = shown._line_of(shown.cursor)
    assert shown._top <= line < shown._top + shown.size.height


@pytest.mark.parametrize("chosen", [Filter(), Filter(words="slots"), Filter(tag="dock")], ids=["all", "words", "tag"])
async def test_wherever_the_cursor_goes_it_has_the_right_neighbours(many: Journal, chosen: Filter) -> None:
    whole = many.observations.page(chosen, limit=-1)
    random = Random(5)
    async with running(many, (80, 24)) as pilot:
        shown = entries(pilot)
        shown.show(chosen)
        at = 0
        holds(shown, whole, at)
        for _ in range(120):
            match random.choice(["down", "up", "pages down", "pages up", "home", "end", "jump", "reload"]):
                case "down":
                    for _ in range(random.randint(1, 90)):
                        shown.action_move(1)
                        at = min(at + 1, len(whole) - 1)
                case "up":
                    for _ in range(random.randint(1, 90)):
                        shown.action_move(-1)
                        at = max(at - 1, 0)
                case "pages down" | "pages up" as way:
                    by = 1 if way == "pages down" else -1
                    for _ in range(random.randint(1, 12)):
                        before = at
                        shown.action_page(by)
                        assert shown.observation is not None
                        at = [observation.number for observation in whole].index(shown.observation.number)
                        moved = (at - before) * by
                        is_at_end = at in {0, len(whole) - 1}
                        assert is_at_end or moved > 0
                        assert moved < shown.size.height
                case "home":
                    shown.action_first()
                    at = 0
                case "end":
                    shown.action_last()
                    at = len(whole) - 1
                case "reload":
                    top = shown._line_of(shown.cursor) - shown._top
                    shown.reload()
                    moved_by = abs(shown._line_of(shown.cursor) - shown._top - top)
                    assert moved_by <= 2  # a heading may come or go with the window's edge
                case _:
                    when = When(START.date() - dt.timedelta(days=random.randint(0, MANY)))
                    shown.jump_to(when)
                    assert when.last_day is not None
                    limit = when.last_day.toordinal() * 8 + 7
                    at = next(
                        (i for i, o in enumerate(whole) if o.observed_on.sort_day <= limit),
                        len(whole) - 1,
                    )
            holds(shown, whole, at)


async def test_one_that_goes_to_the_trash_hands_the_cursor_to_the_next_wherever_it_stands(many: Journal) -> None:
    whole = many.observations.page(Filter(), limit=-1)
    async with running(many, (80, 24)) as pilot:
        shown = entries(pilot)
        for at in (0, 149, 400, 1200, len(whole) - 5):
            shown.reload(whole[at].number)
            many.observations.trash(whole[at].number)
            del whole[at]
            shown.reload()
            holds(shown, whole, min(at, len(whole) - 1))


async def test_one_whose_day_is_changed_is_followed_to_where_it_stands_then(many: Journal) -> None:
    async with running(many, (80, 24)) as pilot:
        shown = entries(pilot)
        assert shown.observation is not None
        number = shown.observation.number
        many.observations.edit(number, observed_on=When(START.date() - dt.timedelta(days=1500)))
        shown.reload()
        whole = many.observations.page(Filter(), limit=-1)
        holds(shown, whole, [o.number for o in whole].index(number))


async def test_at_the_top_what_is_new_comes_into_sight_and_further_down_nothing_moves(many: Journal) -> None:
    async with running(many, (80, 24)) as pilot:
        shown = entries(pilot)
        many.observations.capture("seen just now")
        shown.reload()
        await pilot.pause()
        assert "seen just now" in screen_text(pilot)
        for _ in range(300):
            shown.action_move(1)
        await pilot.pause()
        before = [line[:60] for line in screen_text(pilot).split("\n")[2:-8]]
        many.observations.capture("seen a little later")
        shown.reload()
        await pilot.pause()
        assert [line[:60] for line in screen_text(pilot).split("\n")[2:-8]] == before


def statements(journal: Journal) -> list[str]:
    """Return a list that every statement from now on is added to."""
    found: list[str] = []
    journal._database.connection.set_trace_callback(found.append)
    return found


async def work_of(journal: Journal) -> dict[str, int]:
    """Return how many statements each key needs, without those of SQLite's own search index and of the clock."""
    work = {}
    async with running(journal, (80, 24)) as pilot:
        await press(pilot, "down")
        executed = statements(journal)
        for key in ("down", "up", "pagedown", "pageup", "end", "home", "slash", "d", "o", "backspace", "escape"):
            del executed[:]
            main_screen(pilot)._version = journal.data_version()
            await press(pilot, key)
            looks = ("data_version", "user_version")
            ours = [each for each in executed if not each.startswith("--") and not each.endswith(looks)]
            work[key] = len(ours)
            assert len(entries(pilot).held) <= KEPT
    return work


async def test_a_key_costs_no_more_statements_in_a_large_journal_than_in_a_small_one(
    many: Journal, small_template: Path, tmp_path: Path
) -> None:
    with a_copy(small_template, tmp_path) as few:
        small = await work_of(few)
    large = await work_of(many)
    assert large == {
        # the whole of the small one is held, so that its ends need not be read
        **small,
        "end": small["end"] + 1,
        "home": small["home"] + 1,
    }
    assert small["down"] == 0
    assert max(large.values()) <= 5


async def test_a_page_is_read_along_its_index_not_counted_off(many: Journal) -> None:
    executed = statements(many)
    async with running(many, (80, 24)) as pilot:
        await press(pilot, "end", "pageup", "home")
    reads = [statement for statement in executed if "FROM observation o" in statement and "LIMIT" in statement]
    assert reads
    assert not any("OFFSET" in statement for statement in reads)
    plan = many._database.connection.execute(f"EXPLAIN QUERY PLAN {reads[-1]}").fetchall()
    assert [row[3] for row in plan if row[1] == 0 and "TEMP B-TREE" in row[3]] == []


# What may stand in a text

EVIL = "\x1b]52;c;Q09QSUVE\x07 \x1b[31mred\x1b[0m \x9b31m \x90q\x9c\x85 \u202egnp.exe\u202c \u2066x\u2069 \x00\x08\x7f"
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
ODD = (
    "[laughs] [/b] [x=] [@click=app.bell()]x[/] \\[",
    "全角文字のメモ" * 30,
    "👩🏽‍🚒👨‍👩‍👧‍👦🏳️‍🌈 " * 30,
    "e\u0301\u0301\u0301" * 200,
    "x" * 1_000_000,
    "عربي עברית mixed with latin " * 10,
    "\t\ttabs\tand\nlines\n\n\nbelow",
)


def drawn(pilot: Pilot[None]) -> list[str]:
    """Return what goes to the terminal as text, line by line."""
    return [
        "".join(segment.text for segment in strip if not segment.control)
        for strip in pilot.app.screen._compositor.render_strips()
    ]


def is_clean(pilot: Pilot[None]) -> None:
    width = pilot.app.size.width
    for line in drawn(pilot):
        assert not UNSAFE.search(line), repr(line)
        assert cell_len(line) == width, repr(line)


@pytest.mark.parametrize("width", [120, 61])
async def test_odd_texts_fill_exactly_their_line(journal: Journal, clock: FakeClock, width: int) -> None:
    for text in ODD:
        clock.tick()
        journal.observations.capture(text, tags=["全角タグ", "🚚"], starred=True)
    async with running(journal, (width, 30)) as pilot:
        is_clean(pilot)
        for _ in ODD:
            await press(pilot, "down")
            is_clean(pilot)
        assert "[laughs] [/b] [x=] [@click=app.bell()]x[/] \\[" in "\n".join(drawn(pilot))
        await press(pilot, "p")
        is_clean(pilot)


async def test_what_another_program_wrote_into_the_file_never_acts_on_the_terminal(
    journal: Journal, clock: FakeClock
) -> None:
    journal.observations.capture("first", tags=["tag"])
    decision = journal.decisions.add("title")
    from pivot_journal.domain.observation import Triage

    journal.observations.sort(1, Triage.FAILURE, decision.id)
    journal.observations.capture("second")
    connection = journal._database.connection
    connection.execute(
        "UPDATE observation SET text = ?, evidence = 'dated_elsewhere', evidence_source = ?", (EVIL, EVIL)
    )
    connection.execute("UPDATE tag SET name = ?", (EVIL,))
    connection.execute("UPDATE decision SET title = ?", (EVIL,))
    async with running(journal, (80, 24)) as pilot:
        is_clean(pilot)
        assert "red" in screen_text(pilot)
        for key in ("down", "e", "escape", "f", "escape", "s", "escape", "asterisk", "delete", "u"):
            await press(pilot, key)
            is_clean(pilot)


@pytest.mark.parametrize("width", [2, 3, 7, 20])
def test_wrapped_lines_fit_and_lose_nothing(width: int) -> None:
    for text in ("a few words, wrapped", "全角文字のメモ", "x" * 50, "a\n\nb", "", "👩🏽‍🚒 x 👨‍👩‍👧‍👦"):
        lines = wrap(text, width)
        assert lines
        assert all(cell_len(line) <= max(width, 2) for line in lines), lines
        assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize("text", ["a few words", "全角文字のメモ", "", "👩🏽‍🚒👩🏽‍🚒"])
def test_a_cut_text_fits_and_says_that_it_goes_on(text: str) -> None:
    for width in range(12):
        short = cut(text, width)
        assert cell_len(short) <= width
        assert short == text or width == 0 or short.endswith("…")
