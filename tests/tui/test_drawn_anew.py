"""Only what has become other is drawn and laid out anew, and what is drawn is never stale."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from random import Random
from unittest.mock import patch

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from pivot_journal.tui.themes import THEMES
from pivot_journal.tui.widgets.rows import Line, Row, Rows
from pivot_journal.tui.widgets.steady import Steady

WIDTH, HEIGHT = 30, 12


class OneOfEach(App[None]):
    """Rows above words."""

    CSS = "Steady { height: auto; max-height: 4; }"

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = THEMES["dark"].name
        self.rows, self.words = Rows(classes="-shows-cursor"), Steady(least=1)

    def compose(self) -> ComposeResult:
        yield self.rows
        yield self.words


@asynccontextmanager
async def one_of_each() -> AsyncIterator[tuple[OneOfEach, Pilot[None]]]:
    app = OneOfEach()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        yield app, pilot


def drawn(rows: Rows) -> list[Strip]:
    return rows.render_lines(Region(0, 0, rows.size.width, rows.size.height))


def some_rows(random: Random) -> list[Row]:
    """Return rows of few kinds, so that many stay as they were."""
    return [
        Row([Line([(random.choice(("dock", "gate")), random.choice(("", "warn")))])] * random.randint(1, 2), number)
        if random.random() < 0.8
        else Row([Line([("March", "heading")])])
        for number in range(random.choice((0, 3, 9, 40)))
    ]


@pytest.mark.parametrize("seed", range(3))
async def test_what_is_drawn_after_any_change_is_what_would_be_drawn_afresh(seed: int) -> None:
    random = Random(seed)
    async with one_of_each() as (app, _):
        rows = app.rows
        for step in range(60):
            deed = random.randrange(5)
            if deed == 0:
                rows.set_rows(some_rows(random))
            elif deed == 1:
                kept = [
                    row if random.random() < 0.8 else Row([Line([("new", "accent")])], row.key) for row in rows.rows
                ]
                rows.set_rows(kept, random.choice([row.key for row in kept] or [None]))
            elif deed == 2:
                rows.set_rows(rows.rows[random.randint(0, 2) :], stays_at=random.randint(0, 5))
            elif deed == 3:
                rows.action_page(random.choice((-1, 1)))
            else:
                rows.action_move(random.choice((-2, -1, 1, 2)))
            seen = drawn(rows)
            rows._styles_cache.clear()
            assert drawn(rows) == seen, step


async def test_rows_that_stay_as_they_are_are_not_drawn_again() -> None:
    async with one_of_each() as (app, pilot):
        rows = app.rows
        again: list[int] = []
        rows.set_rows([Row([Line([(f"row {number}", "")])], number) for number in range(9)], 4)
        await pilot.pause()
        drawn(rows)
        render_line = rows.render_line

        def counted(y: int) -> Strip:
            again.append(y)
            return render_line(y)

        with patch.object(rows, "render_line", counted):
            rows.set_rows(list(rows.rows), 4)
            drawn(rows)
            assert again == []
            rows.set_rows([*rows.rows[:6], Row([Line([("other", "")])], 6), *rows.rows[7:]], 4)
            drawn(rows)
            assert again == [6]


async def test_words_are_laid_out_only_where_they_take_another_number_of_lines() -> None:
    laid_out: list[int] = []
    lay_out = Screen._refresh_layout

    def layout(self: Screen[object], *arguments: object, **options: object) -> None:
        laid_out.append(1)
        lay_out(self, *arguments, **options)  # type: ignore[arg-type]

    async with one_of_each() as (app, pilot):
        app.words.update(Content("first"))
        await pilot.pause()
        with patch.object(Screen, "_refresh_layout", layout):
            for said, layouts, height in (
                ("first", 0, 1),
                ("second", 0, 1),
                ("", 0, 1),  # it takes a line at least
                ("two\nlines", 1, 2),
                ("other\ntwo", 0, 2),
                ("as wide as all of the screen", 1, 1),
                ("wider than all of what there is of the screen", 1, 2),
                ("again it is wider than all of what there is of the screen", 1, 2),
                ("short", 1, 1),
            ):
                laid_out.clear()
                app.words.update(Content(said))
                await pilot.pause()
                assert (bool(laid_out), app.words.size.height) == (bool(layouts), height), said
                assert "".join(strip.text for strip in app.words.render_lines(Region(0, 0, WIDTH, height))).split() == (
                    said.split()
                )


async def test_words_that_are_the_same_but_for_their_colour_are_drawn_anew() -> None:
    async with one_of_each() as (app, pilot):
        app.words.update(Content("late"))
        await pilot.pause()
        before = app.words.render_lines(Region(0, 0, WIDTH, 1))
        app.words.update(Content.assemble(("late", "bold")))
        await pilot.pause()
        assert app.words.render_lines(Region(0, 0, WIDTH, 1)) != before


async def test_words_that_came_another_way_are_never_taken_for_what_stands_there() -> None:
    async with one_of_each() as (app, pilot):

        def shown() -> list[str]:
            return [strip.text.rstrip() for strip in app.words.render_lines(Region(0, 0, WIDTH, app.words.size.height))]

        app.words.update(Content("one"))
        app.words.update("plain")
        app.words.update(Content("one"))
        await pilot.pause()
        assert shown() == ["one"]
        app.words.update(Content("one\ntwo"), layout=False)
        app.words.update(Content("three\nfour"))
        await pilot.pause()
        assert shown() == ["three", "four"]
        app.words.update(Content("a\tb\tc\td\te\tf"))
        await pilot.pause()
        assert app.words.size.height == 2
