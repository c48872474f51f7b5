"""The document on searching, the help and the parser name the same: every term, and nothing that cannot be read."""

from __future__ import annotations

import datetime as dt
import re
import typing
from pathlib import Path

import pytest

from pivot_journal.dates import parse_when
from pivot_journal.domain.observation import Evidence, Triage
from pivot_journal.domain.query import Graded, Query, Sorted, Term
from pivot_journal.domain.query_language import HINT, LANGUAGE
from pivot_journal.domain.query_parser import _EXAMPLES, parse_query
from pivot_journal.domain.when import When

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "searching.md").read_text("utf-8")
TABLE = TEXT.split("<!-- terms:begin -->")[1].split("<!-- terms:end -->")[0]
WRITTEN = [search.replace("\\|", "|") for search in re.findall("`([^`]+)`", TABLE)]
IN_HELP = [search for written, _ in LANGUAGE for search in written.split("  ")]


def read(search: str) -> Query:
    """Return what a search means as of the tests' day; one that cannot be read is refused."""

    def read_date(phrase: str) -> When:
        return parse_when(phrase, dt.date(2026, 11, 23))

    return parse_query(search, read_date)


@pytest.mark.parametrize("search", sorted({*WRITTEN, *IN_HELP, *HINT}))
def test_every_search_that_is_shown_can_be_read(search: str) -> None:
    query = read(search)
    assert query.conditions or search.startswith("sort:")


@pytest.mark.parametrize("shown", [WRITTEN, IN_HELP], ids=["document", "help"])
def test_every_term_of_the_parser_is_named(shown: list[str]) -> None:
    conditions = [condition for search in shown for condition in read(search).conditions]
    assert {type(condition.term) for condition in conditions} == set(typing.get_args(Term))
    assert {True, False} == {condition.is_negated for condition in conditions}
    for field in _EXAMPLES:
        assert any(f"{field}:" in search for search in shown), field
    assert any(read(search).by_relevance for search in shown)


def test_the_document_names_every_kind_and_every_grade() -> None:
    terms = [condition.term for search in WRITTEN for condition in read(search).conditions]
    assert {kind for term in terms if isinstance(term, Sorted) for kind in term.kinds} == set(Triage)
    assert {grade for term in terms if isinstance(term, Graded) for grade in term.grades} == set(Evidence)


def test_the_readme_links_the_document() -> None:
    assert "(docs/searching.md)" in (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
