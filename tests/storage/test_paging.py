"""A stretch of the journal: any pages joined are the whole list, for every filter, both ways, and cheaply."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import FakeClock
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.domain.text import tag_key
from pivot_journal.journal import Journal, open_journal
from pivot_journal.storage import observations as storage
from pivot_journal.storage.observations import key_of
from random_use import SEARCHES, TAGS, RandomUse, is_found

TODAY = dt.date(2026, 11, 23)
DAYS = st.none() | st.dates(TODAY - dt.timedelta(days=420), TODAY)


@pytest.fixture(scope="module")
def filled(migrated_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """A journal of ninety observations of every kind, some of them in the trash; nobody writes to it."""
    path = tmp_path_factory.mktemp("filled") / "journal.db"
    shutil.copyfile(migrated_template, path)
    clock = FakeClock()
    with open_journal(path, now=clock) as journal:
        use = RandomUse(journal, clock.tick, seed=1)
        with journal._database.writing():
            for verb in [use.decide] * 3 + [use.capture] * 90 + [use.change] * 60:
                clock.tick()
                verb()
        yield journal


@pytest.fixture(scope="module")
def everything(filled: Journal) -> list[Observation]:
    """All of them, newest first, in the trash or not."""
    found = [storage.get(filled._database.connection, number) for number in range(1, 91)]
    return sorted((o for o in found if o is not None), key=key_of, reverse=True)


def filters(journal: Journal) -> st.SearchStrategy[Filter]:
    """Any filter that says something about the small vocabulary of the journal."""
    ids = [id_ for id_, _ in journal.observations.find_decision("")]
    return st.builds(
        Filter,
        words=st.lists(st.sampled_from(SEARCHES), max_size=3).map(" ".join),
        first_day=DAYS,
        last_day=DAYS,
        tag=st.just("") | st.sampled_from([*TAGS, "nothing"]),
        triage=st.none() | st.sampled_from(Triage),
        decision_id=st.none() | st.sampled_from(ids),
        starred=st.booleans(),
        trashed=st.booleans(),
    ) | st.builds(Filter, words=st.sampled_from(SEARCHES), trashed=st.booleans())


def is_meant(observation: Observation, chosen: Filter, tags: Collection[str] = ()) -> bool:
    """Say by brute force whether a filter means an observation."""
    day = observation.observed_on.day
    return (
        observation.is_trashed == chosen.trashed
        and is_found(observation, chosen.words, tags)
        and (chosen.first_day is None or (day is not None and day >= chosen.first_day))
        and (chosen.last_day is None or (day is not None and day <= chosen.last_day))
        and (not chosen.tag or tag_key(chosen.tag) in map(tag_key, observation.tags))
        and chosen.triage in {None, observation.triage}
        and chosen.decision_id in {None, observation.decision_id}
        and (observation.starred or not chosen.starred)
    )


def tags_of(observations: list[Observation], trashed: bool) -> set[str]:
    """Return every tag that any of them has, in the trash or out of it."""
    return {tag for observation in observations if observation.is_trashed == trashed for tag in observation.tags}


def test_the_journal_used_here_has_something_of_every_kind(everything: list[Observation]) -> None:
    assert len(everything) == 90
    assert {o.is_trashed for o in everything} == {True, False}
    assert {o.triage for o in everything} == set(Triage)
    assert len({o.observed_on.precision for o in everything}) == 6
    assert sum(o.decision_id is not None for o in everything) > 10
    assert sum(o.starred for o in everything) > 10


@settings(max_examples=40, deadline=None)
@given(data=st.data(), size=st.integers(1, 40), oldest_first=st.booleans())
def test_any_pages_joined_are_the_whole_list_in_either_order(
    filled: Journal, everything: list[Observation], data: st.DataObject, size: int, oldest_first: bool
) -> None:
    chosen = data.draw(filters(filled))
    wanted = [o.number for o in everything if is_meant(o, chosen, tags_of(everything, chosen.trashed))]
    pages = filled.observations.page(chosen, limit=size, oldest_first=oldest_first)
    joined = pages
    while pages:
        assert len(pages) <= size
        last = key_of(pages[-1])
        bounds = {"newer_than": last} if oldest_first else {"older_than": last}
        pages = filled.observations.page(chosen, limit=size, oldest_first=oldest_first, **bounds)
        joined = joined + pages
    assert [o.number for o in joined] == (wanted[::-1] if oldest_first else wanted)
    assert filled.observations.count(chosen) == len(wanted)
    assert filled.observations.page(chosen, limit=-1, oldest_first=oldest_first) == joined


@settings(max_examples=40, deadline=None)
@given(data=st.data(), size=st.integers(1, 40))
def test_paging_back_to_the_newest_shows_the_same_list(
    filled: Journal, everything: list[Observation], data: st.DataObject, size: int
) -> None:
    chosen = data.draw(filters(filled))
    wanted = [o.number for o in everything if is_meant(o, chosen, tags_of(everything, chosen.trashed))]
    joined: list[Observation] = []
    page = filled.observations.page(chosen, limit=size, newer_than=0)
    while page:
        joined = page + joined
        page = filled.observations.page(chosen, limit=size, newer_than=key_of(page[0]))
    assert [o.number for o in joined] == wanted


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_stretch_between_two_places_holds_what_lies_between_them(
    filled: Journal, everything: list[Observation], data: st.DataObject
) -> None:
    chosen = data.draw(filters(filled))
    one, other = (key_of(data.draw(st.sampled_from(everything))) for _ in range(2))
    between = filled.observations.page(chosen, limit=-1, older_than=one, newer_than=other)
    wanted = [
        o.number
        for o in everything
        if is_meant(o, chosen, tags_of(everything, chosen.trashed)) and other < key_of(o) < one
    ]
    assert [o.number for o in between] == wanted


@settings(max_examples=60, deadline=None)
@given(words=st.text(st.characters(exclude_categories=())), trashed=st.booleans())
@example(words='"', trashed=False)
@example(words="'", trashed=False)
@example(words="dock AND", trashed=False)
@example(words="NEAR(a b, 3)", trashed=False)
@example(words="text:dock", trashed=False)
@example(words="-x", trashed=False)
@example(words="C++ * ^ ( ) { } \\", trashed=False)
@example(words="🚚👩\u200d🔧", trashed=False)
@example(words="a\x00b \udcff\ud800x", trashed=False)
@example(words="a\udcffb", trashed=True)
def test_no_search_text_ever_raises(filled: Journal, words: str, trashed: bool) -> None:
    chosen = Filter(words=words, trashed=trashed)
    assert filled.observations.count(chosen) == len(filled.observations.page(chosen, limit=-1))


@given(tag=st.text(st.characters(exclude_categories=())))
def test_no_tag_ever_raises(filled: Journal, tag: str) -> None:
    assert filled.observations.count(Filter(tag=tag)) >= 0


def plan_of(journal: Journal, chosen: Filter, bounds: dict[str, Any]) -> str:
    """Return how SQLite reads a page."""
    connection = journal._database.connection
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    journal.observations.page(chosen, limit=50, **bounds)
    connection.set_trace_callback(None)
    (page,) = [statement for statement in statements if "ORDER BY o.sort_day" in statement]
    return "\n".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {page}"))


@pytest.mark.parametrize("bounds", [{}, {"older_than": 5 << 40}, {"newer_than": 5 << 40}])
@pytest.mark.parametrize(
    ("chosen", "index"),
    [
        (Filter(), "observation_by_day"),
        (Filter(triage=Triage.UNTRIAGED), "observation_by_triage"),
        (Filter(starred=True), "observation_starred"),
        (Filter(decision_id="x"), "observation_by_decision"),
    ],
)
def test_a_page_is_read_along_an_index_and_never_sorted(
    chosen: Filter, index: str, bounds: dict[str, Any], filled: Journal
) -> None:
    plan = plan_of(filled, chosen, bounds)
    first = plan.splitlines()[0]
    assert f"USING INDEX {index}" in first
    assert ("SEARCH" in first) == (bool(bounds) or index in {"observation_by_triage", "observation_by_decision"})
    outer = plan.split("CORRELATED", 1)[0]
    assert "TEMP B-TREE" not in outer


@pytest.mark.parametrize("words", ["dock", '"late dock"', "dock -late", "-dock", "tag:dock", "tag:do*", "on:2026 dock"])
@pytest.mark.parametrize("bounds", [{}, {"older_than": 5 << 40}, {"newer_than": 5 << 40}])
def test_a_search_never_sorts_what_it_finds(words: str, bounds: dict[str, Any], filled: Journal) -> None:
    connection = filled._database.connection
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    filled.observations.page(Filter(words=words), limit=50, **bounds)
    connection.set_trace_callback(None)
    pages = [each for each in statements if "group_concat" in each]
    assert pages
    for page in pages:
        plan = "\n".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {page}"))
        assert "TEMP B-TREE" not in plan.split("CORRELATED", 1)[0]


def test_what_fits_the_words_best_comes_first_on_request(journal: Journal, clock: FakeClock) -> None:
    texts = [
        "dock dock dock",
        "elsewhere",
        "dock " + "and a long tale of something else " * 5,
        "nothing",
        "dock dock and more",
    ]
    for text in texts:
        clock.tick()
        journal.observations.capture(text)
    chosen = Filter(words="sort:relevance dock")
    found = journal.observations.page(chosen, limit=-1)
    assert [o.number for o in found] == [1, 5, 3]
    assert journal.observations.page(Filter(words="sort:relevance"), limit=-1)[0].number == 5
    page = journal.observations.page
    assert [o.number for o in page(chosen, limit=1, older_than=key_of(found[0]))] == [5]
    assert [o.number for o in page(chosen, limit=9, older_than=key_of(found[1]) + 1)] == [5, 3]  # itself included
    assert [o.number for o in page(chosen, limit=9, newer_than=key_of(found[2]))] == [1, 5]
    assert page(chosen, limit=9, older_than=key_of(found[2])) == []


def test_what_the_words_leave_out_is_read_in_windows(filled: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = Filter(words="-dock")
    whole = filled.observations.page(chosen, limit=-1)
    reversed_ = filled.observations.page(chosen, limit=7, newer_than=0)
    monkeypatch.setattr("pivot_journal.storage.paging._WINDOW", 2)
    assert filled.observations.page(chosen, limit=-1) == whole
    assert filled.observations.page(chosen, limit=7) == whole[:7]
    assert filled.observations.page(chosen, limit=7, oldest_first=True) == whole[:-8:-1]
    assert filled.observations.page(chosen, limit=7, newer_than=0) == reversed_ == whole[-7:]


def test_few_of_a_kind_among_many_matches_are_found_whichever_way_they_are_looked_for(
    filled: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    searches = ["dock triage:failure", "late starred", "dock decision:*", "dock triage:worry|failure -late"]
    found = [filled.observations.page(Filter(words=words), limit=-1) for words in searches]
    assert all(found)
    monkeypatch.setattr("pivot_journal.storage.searching.FEW", -1)  # so that none ever is few
    assert [filled.observations.page(Filter(words=words), limit=-1) for words in searches] == found
