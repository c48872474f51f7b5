"""The language of a search: what is read from what is typed, where it is wrong, and where it is found in a text."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pivot_journal.dates import parse_when
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.highlight import matches, tokens
from pivot_journal.domain.observation import Evidence, Triage
from pivot_journal.domain.query import (
    Condition,
    Dated,
    Decided,
    Graded,
    Query,
    Sorted,
    Starred,
    Tagged,
    Term,
    Words,
)
from pivot_journal.domain.query_parser import MOST_CONDITIONS, parse_query
from pivot_journal.domain.text import is_one_letter_apart
from pivot_journal.domain.when import Precision, When

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
TODAY = dt.date(2026, 11, 23)
FRIDAY = dt.date(2026, 11, 20)
MARCH = dt.date(2023, 3, 1), dt.date(2023, 3, 31)


def read_date(phrase: str) -> When:
    """Read a date in words as of the tests' day."""
    return parse_when(phrase, TODAY)


def terms(text: str, *, lenient: bool = False) -> list[Term]:
    """Return what is looked for; nothing may be negated."""
    conditions = parse_query(text, read_date, lenient=lenient).conditions
    assert not any(condition.is_negated for condition in conditions)
    return [condition.term for condition in conditions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("dock  late\n", [Words("dock"), Words("late")]),
        ("slot*", [Words("slot")]),
        ("*", [Words("*")]),
        ('"dock full"', [Words("dock full", is_phrase=True, is_prefix=False)]),
        ('"dock fu"*', [Words("dock fu", is_phrase=True)]),
        ("“dock full”", [Words("dock full", is_phrase=True, is_prefix=False)]),
        ('""', []),
        ('5" nails', [Words('5"'), Words("nails")]),
        ("C++ AND", [Words("C++"), Words("AND")]),
        ("14:30 OPS:12 https://x", [Words("14:30"), Words("OPS:12"), Words("https://x")]),
        ("-- -", [Words("--"), Words("-")]),
        ("tag:dock", [Tagged("dock")]),
        ("TAG:#dock-4", [Tagged("dock-4")]),
        ("tag:do*", [Tagged("do", is_prefix=True)]),
        ("starred Starred", [Starred(), Starred()]),
        ('"starred"', [Words("starred", is_phrase=True, is_prefix=False)]),
        ('decision:"same day" decision:slots decision:*', [Decided("same day"), Decided("slots"), Decided("")]),
        ("triage:failure", [Sorted((Triage.FAILURE,))]),
        ("triage:fail|worry,unsorted", [Sorted((Triage.FAILURE, Triage.WORRY, Triage.UNTRIAGED))]),
        ("triage:not product x", [Sorted((Triage.NOT_PRODUCT,)), Words("x")]),
        ("triage:not-product", [Sorted((Triage.NOT_PRODUCT,))]),
        ('triage:"worry about a launch"', [Sorted((Triage.WORRY,))]),
        ("triage:product-decision failure", [Sorted((Triage.FAILURE,))]),
        ("evidence:memory", [Graded((Evidence.FROM_MEMORY,))]),
        ("evidence:written_here", [Graded((Evidence.WRITTEN_HERE,))]),
        ("evidence:dated elsewhere", [Graded((Evidence.DATED_ELSEWHERE,))]),
        ("from:march-2023", [Dated(MARCH[0], None)]),
        ("from:march 2023 dock", [Dated(MARCH[0], None), Words("dock")]),
        ("to:march-2023", [Dated(None, MARCH[1])]),
        ("on:march-2023", [Dated(*MARCH, Precision.MONTH)]),
        ('on:"last friday"', [Dated(FRIDAY, FRIDAY, Precision.DAY)]),
        ("on:last friday late", [Dated(FRIDAY, FRIDAY, Precision.DAY), Words("late")]),
        ("on:3-days-ago", [Dated(FRIDAY, FRIDAY, Precision.DAY)]),
        ("on:2026-11-20", [Dated(FRIDAY, FRIDAY, Precision.DAY)]),
        ("sort:time dock", [Words("dock")]),
    ],
)
def test_a_query_is_read(text: str, expected: list[Term]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize("text", ["-{}", "not:{}", "NOT:{}"])
@pytest.mark.parametrize("what", ["late", '"dock full"', "tag:dock", "starred", "triage:failure", "on:2026"])
def test_whatever_can_be_looked_for_can_be_left_out(text: str, what: str) -> None:
    (term,) = terms(what)
    assert parse_query(text.format(what), read_date).conditions == (Condition(term, is_negated=True),)


def test_the_most_relevant_come_first_on_request() -> None:
    assert [parse_query(text).by_relevance for text in ("a", "sort:relevance a", "sort:time a")] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('dock "late', 'at character 6, “"late”: the quotation does not end; close it with ".'),
        ("dock tag:", "at character 6, “tag:”: name a tag after the colon, such as tag:dock."),
        ("tag:%", "cannot be a tag"),
        ("tag:12", "cannot be a tag"),
        ("on:", 'write a date after the colon, such as on:"last friday".'),
        ("on:someday", '"someday" is not a date I know. Try: yesterday'),
        ("from:02/03/2024", "may have the day or the month first"),
        ("triage:urgent", "failure, worry, opportunity, not-product or unsorted."),
        ("triage:failure|x", "failure, worry, opportunity, not-product or unsorted."),
        ("evidence:hearsay", "say how it is known: here, elsewhere or memory."),
        ("decision:", "such as decision:slots."),
        ("sort:size", "relevance or time."),
        ("-sort:time", "relevance or time."),
        ("late not:", "at character 6, “not:”: write what must not occur"),
        ("form:march", "did you mean “from:”? To look for the word, write \"form:march\"."),
        ("a " * 65, f"more than {MOST_CONDITIONS} conditions"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place_and_what_to_write(text: str, words: str) -> None:
    with pytest.raises(ValueRefused, match=r"^In the search, at character") as refused:
        parse_query(text, read_date)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('dock "late tr', [Words("dock"), Words("late tr", is_phrase=True)]),
        ('dock "', [Words("dock")]),
        ("dock tag:", [Words("dock")]),
        ("tag:do", [Tagged("do", is_unfinished=True)]),
        ("tag:dock-", [Tagged("dock-", is_unfinished=True)]),
        ("tag:do ", [Tagged("do")]),
        ("on: dock", [Words("dock")]),
        ("dock on:somed", [Words("dock")]),
        ("dock triage:", [Words("dock")]),
        ("dock triage:f", [Words("dock"), Sorted((Triage.FAILURE,))]),
        ("dock not:", [Words("dock")]),
        ("form:x", [Words("form:x")]),
    ],
)
def test_while_it_is_typed_a_query_means_what_can_be_read_of_it(typed: str, expected: list[Term]) -> None:
    assert terms(typed, lenient=True) == expected


PIECES = (
    "tag:",
    "-",
    "not:",
    '"',
    "on:",
    "from:",
    "triage:",
    "evidence:",
    "decision:",
    "sort:",
    "*",
    "|",
    " ",
    "“",
    "”",
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=()), max_size=6), max_size=8)
    .map("".join)
)  # fmt: skip
@example("on:-")
@example("triage:|")
@example("tag:#")
@example("-not:-x")
def test_any_text_is_a_query_or_refused_with_words_and_while_typed_always_one(text: str) -> None:
    query = parse_query(text, read_date, lenient=True)
    for problem in query.problems:
        assert 0 <= problem.start <= problem.end <= len(text)
        assert problem.message.endswith(".")
    assert isinstance(matches(query, text), list)
    message = ""
    try:
        assert parse_query(text, read_date).problems == ()
    except ValueRefused as error:
        message = str(error)
    assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("The dock was late.", "dock late", ["dock", "late"]),
        ("The Dockside dock", "DOCK", ["Dock", "dock"]),
        ("Café, cafe\u0301 and CAFÉ", "cafe", ["Café", "cafe\u0301", "CAFÉ"]),
        ("Ein Été chaud", "ete", ["Été"]),
        ("dock full, full dock", '"dock full"', ["dock full"]),
        ("dock  --  full", '"dock full"', ["dock  --  full"]),
        ("dock fully", '"dock full"', []),
        ("dock fully", '"dock full"*', ["dock full"]),
        ("queue-jump at queues", "queue-jump", ["queue-jump"]),
        ("dock late", "dock -late", ["dock"]),
        ("full #dock and #Dock-4", "tag:dock", ["#dock"]),
        ("full #dock and #Dock-4", "tag:do*", ["#dock", "#Dock-4"]),
        ("a 🚚 and 🚚🚚", "🚚", ["🚚", "🚚🚚"]),
        ("dockdock", "dock ockd", ["dock"]),
        ("nothing", "on:2024 starred", []),
    ],
)
def test_what_was_found_is_told_in_places_of_the_users_own_text(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in matches(parse_query(query), text)] == found


def test_words_are_read_as_the_index_reads_them() -> None:
    """Every letter and sign up to the end of Latin, Greek and Cyrillic, and some of everything else."""
    signs = [chr(code) for code in [*range(1, 0x500), *range(0x1E00, 0x2100), *range(0x3040, 0x3100)]]
    signs += list("漢字한국ไทยעבריתعربي🚚👩½²①ﬁßẞ\u200d\ufe0f\ue000")
    signs = [sign for sign in signs if sign not in _OTHERWISE and unicodedata.category(sign) != "Cn"]
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE f USING fts5(t, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(f, instance)")
    texts = [f"q{sign}z {sign}x{sign}" for sign in signs]
    connection.executemany("INSERT INTO f VALUES (?)", [(text,) for text in texts])
    indexed: dict[int, list[str]] = {}
    for term, row in connection.execute("SELECT term, doc FROM v ORDER BY doc, offset"):
        indexed.setdefault(row, []).append(term)
    connection.close()
    wrong = [
        (hex(ord(sign)), indexed.get(row), [token.folded for token in tokens(text)])
        for row, (sign, text) in enumerate(zip(signs, texts, strict=True), 1)
        if indexed.get(row, []) != [token.folded for token in tokens(text)]
    ]
    assert wrong == []


_OTHERWISE = frozenset("\u01e0\u01e1\u1e9b\u037f\u20ba\u20bb\u20bc\u20bd\u20be\u20bf\u20c0\u2066\u2067\u2068\u2069")
"""What Unicode got after the index's tables, and three rare letters with two accents."""


@given(st.text(max_size=30))
def test_the_places_of_words_are_in_order_and_hold_them(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert len(token.places) == len(token.folded) + 1
        end = token.end


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("dock", "docks", True), ("yard", "yrad", True), ("dock", "duck", True), ("dock", "ock", True),
        ("dock", "dock", False), ("dock", "duct", False), ("ab", "ba", True), ("a", "", True), ("abc", "cba", False),
    ],
)  # fmt: skip
def test_one_letter_apart(one: str, other: str, expected: bool) -> None:
    assert is_one_letter_apart(one, other) == is_one_letter_apart(other, one) == expected


def test_an_empty_query_looks_for_nothing_in_particular() -> None:
    assert parse_query("  ") == Query()


def test_every_search_that_the_readme_shows_can_be_read() -> None:
    table = README.split("## Finding")[1].split("\n## ")[0]
    rows = [line.replace("\\|", "¦").split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    searches = [search.replace("¦", "|") for row in rows for search in re.findall("`([^`]+)`", row)]
    assert len(searches) > 12
    for search in searches:
        query = parse_query(search, read_date)
        assert query.by_relevance or query.conditions
