"""What is said of a search and marked in what it found, without an app."""

from __future__ import annotations

import datetime as dt

import pytest
from rich.cells import cell_len
from textual.content import Content

from builders import when
from pivot_journal.dates import parse_when
from pivot_journal.domain.query_parser import parse_query
from pivot_journal.domain.saved_search import SavedSearch
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import When
from pivot_journal.journal import Journal
from pivot_journal.tui.views.journal_finding import problem_said, why_nothing
from pivot_journal.tui.views.searches_panel import LONGEST_SHOWN, search_rows
from pivot_journal.tui.widgets.found import CONTENT_STYLE, FAR, Found
from pivot_journal.tui.widgets.rows import Line
from pivot_journal.tui.widgets.search_line import MORE, hint_for
from pivot_journal.tui.wrapping import cut, wrap

LONG = "quiet \x1b[31m line\nof the dock, cafe\u0301s and 漢字. " * 600
"""Twenty thousand characters."""


def read_date(phrase: str) -> When:
    """Read a date as of the tests' day."""
    return parse_when(phrase, dt.date(2026, 11, 23))


def found(words: str, tag: str = "") -> Found:
    """Return what shows of a search."""
    return Found.of(parse_query(words, read_date, lenient=True), tag)


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("dock full at the\ndock", "dock", ["dock", "dock"]),
        (LONG, "dock cafe 漢", [*["dock", "cafe\u0301", "漢"] * 3, "dock", "cafe\u0301"]),
        ("nothing of it", "dock", []),
        ("[bold]dock[/bold]", "bold", ["bold", "bold"]),
    ],
)
def test_a_row_is_marked_where_it_was_found_and_stays_the_same_text(text: str, words: str, marked: list[str]) -> None:
    drawn = one_line(text[:400])
    line = found(words).marked(Line([(" Mon 23 ", "dim"), ("▲ ", "warn"), (drawn, "dim")]), text, 170)
    assert "".join(piece for piece, _ in line.left) == f" Mon 23 ▲ {drawn}"
    assert [piece for piece, style in line.left if style == "found"] == marked
    assert {style for piece, style in line.left[2:]} <= {"dim", "found"}


def test_a_tag_beside_the_text_is_marked_too() -> None:
    line = Line([("▲ ", "warn"), ("quiet", "")], [("#dock #late ", "dim")])
    assert found("tag:do").marked(line, "quiet", 80).right == [("#dock", "found"), (" #late ", "dim")]
    assert found("", tag="late").marked(line, "quiet", 80).right == [
        ("#dock ", "dim"),
        ("#late", "found"),
        (" ", "dim"),
    ]


@pytest.mark.parametrize("width", [11, 23, 60])
@pytest.mark.parametrize("text", [LONG, "x" * 50 + " dock " + "y" * 70, "dock …", "the dock\n\n dock"])
def test_the_lines_under_the_list_are_marked_wherever_they_are_broken_and_cut(text: str, width: int) -> None:
    lines = wrap(one_line(text[:2000]), width)
    lines = lines if len(lines) <= 2 else [lines[0], cut(" ".join(lines[1:]), width)]
    content = found("dock li").lines(text, width, 2)
    shown = content.plain
    is_in_sight = text is LONG or not text.startswith("x") or width == 60
    assert shown.startswith("… ") != is_in_sight
    assert not is_in_sight or shown == "\n".join([*lines, *[""] * (2 - len(lines))])
    assert [piece for piece in marked_in(content) if piece not in {"dock", "li"}] == []
    assert len(marked_in(content)) == shown.count("dock") + shown.count("li") > 0
    assert found("").lines(text, width, 2).plain == "\n".join([*lines, *[""] * (2 - len(lines))])


@pytest.mark.parametrize("most", [1, 2])
@pytest.mark.parametrize("before", ["word ", "漢字 ", "w\u0301ord\n\n", "x"])
def test_where_it_was_found_far_into_a_text_the_lines_begin_before_it(before: str, most: int) -> None:
    text = before * (1_000 // len(before)) + " at the dock, " + before * 1_000
    content = found("dock").lines(text, 76, most)
    assert content.plain.startswith("… ")
    assert content.plain.count("\n") == most - 1
    assert marked_in(content) == ["dock"]
    assert all(cell_len(line) <= 76 for line in content.plain.split("\n"))
    too_far = before * (FAR // len(before) + 1) + " dock"
    assert marked_in(found("dock").lines(too_far, 76, most)) == []


def marked_in(content: Content) -> list[str]:
    """Return what is marked."""
    return [content.plain[span.start : span.end] for span in content.spans if span.style == CONTENT_STYLE]


def test_what_is_left_out_marks_nothing() -> None:
    assert not found("-dock onthisday starred").is_marked
    assert found("-dock full").is_marked


@pytest.mark.parametrize(
    ("day", "heading", "label"),
    [
        ("2025-11-22", "A year ago, around 23 November 2025", "22 Nov"),
        ("2024-11-03", "usual", " 3 Nov"),
        ("2019-11-23", "7 years ago, around 23 November 2019", "23 Nov"),
    ],
)
def test_this_day_in_earlier_years_stands_under_its_year(day: str, heading: str, label: str) -> None:
    assert found("onthisday").heading(when(day), "usual") == heading
    assert found("onthisday").day(when(day), "usual") == label
    assert found("dock").heading(when(day), "usual") == found("-onthisday").day(when(day), "usual") == "usual"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("dock tag:", "Name a tag after the colon, such as tag:dock."),
        ("tag: dock", "“tag:”: name a tag after the colon, such as tag:dock."),
        ("from:someday", '"someday" is not a date I know.'),
        ('dock "late', 'The quotation does not end; close it with ".'),
        ("dock -", "Write what must not occur right after the sign, such as -late."),
        ("form:march", "Did you mean “from:”?"),
        ("dock not:", "Write what must not occur after the colon, such as not:late."),
        ("triage:urgent", "Say as what it was sorted"),
        ("tag:% dock", '“tag:%”: "%" cannot be a tag.'),
    ],
)
def test_what_is_not_right_in_a_search_is_said_with_what_to_write(words: str, said: str) -> None:
    problems = parse_query(words, read_date, lenient=True).problems
    assert problem_said(words, problems).startswith(said)


@pytest.mark.parametrize("words", ["dock", "-late", '"dock full"', "- late", "starred", "from:march 2023", "14:30"])
def test_nothing_is_said_of_a_search_that_is_right(words: str) -> None:
    assert parse_query(words, read_date, lenient=True).problems == ()


def test_why_nothing_is_found_is_said_where_one_condition_is_why(journal: Journal) -> None:
    journal.observations.capture("a note #dock", observed_on=when("2026-11-20"))

    def why(words: str) -> str:
        return why_nothing(journal.observations.query(words), journal.observations)

    assert why("tag:zebra dock") == "There is no tag #zebra."
    assert why("zebra tag:do") == ""  # it may become #dock
    assert why("tag:do zebra") == "There is no tag #do."
    assert why("tag:do* zebra") == ""
    assert why("decision:slots") == "No decision has “slots” in its title."
    assert why("decision:*") == "There is no decision yet."
    assert why("onthisday") == "There is no note around 23 November in earlier years."
    assert why("-tag:zebra zebra") == ""


@pytest.mark.parametrize("width", [10, 30, 60, 200])
def test_the_hint_of_the_language_fits_and_ends_with_where_all_of_it_is(width: int) -> None:
    assert cell_len(hint_for(width)) <= width
    assert width < 20 or hint_for(width).endswith(MORE)
    assert (width < 60) or "tag:dock" in hint_for(width)


def test_saved_searches_stand_under_each_other_and_nine_have_a_number() -> None:
    searches = [SavedSearch(id=str(n), name="漢" * n * 3, query=f"[b]dock {n}\x1b") for n in range(1, 12)]
    rows = search_rows(searches)
    starts = [sum(cell_len(text) for text, _ in row.lines[0].left[:2]) for row in rows]
    assert len(set(starts)) == 1
    assert starts[0] <= LONGEST_SHOWN + 6
    numbers = [row.lines[0].left[0][0].strip() for row in rows]
    assert numbers == [*"123456789", "", ""]
    assert rows[0].lines[0].left[2][0] == "[b]dock 1"
