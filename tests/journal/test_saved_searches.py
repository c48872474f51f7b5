"""Searches that are kept under a name."""

from __future__ import annotations

import pytest

from conftest import FakeClock
from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.saved_search import LONGEST_NAME, LONGEST_QUERY
from pivot_journal.journal import Journal


def queries(journal: Journal) -> dict[str, str]:
    """Return the saved searches as (name, query) in their order."""
    return {each.name: each.query for each in journal.searches.all()}


def test_a_search_is_kept_under_its_name_and_listed_by_name(journal: Journal) -> None:
    saved = journal.searches.save("  Late\x1b at the dock ", "tag:late  from:yesterday")
    journal.searches.save("alone", "starred -dock")
    assert list(queries(journal).items()) == [
        ("alone", "starred -dock"),
        ("Late at the dock", "tag:late from:yesterday"),
    ]
    assert journal.searches.get(saved.id) == saved


def test_a_name_that_is_there_in_whatever_case_is_given_the_new_query(journal: Journal, clock: FakeClock) -> None:
    first = journal.searches.save("Café", "dock")
    clock.tick()
    again = journal.searches.save("CAFÉ", "gate")
    assert again.id == first.id
    assert queries(journal) == {"CAFÉ": "gate"}
    assert journal.undo() == "save search “CAFÉ”"
    assert queries(journal) == {"Café": "dock"}


def test_saving_the_same_again_is_no_step(journal: Journal) -> None:
    saved = journal.searches.save("late", "tag:late")
    assert journal.searches.save("late", "tag:late") == saved
    journal.undo()
    assert journal.searches.all() == []
    assert journal.last_step() is None


@pytest.mark.parametrize(
    ("name", "query", "said"),
    [
        ("x", "triage:urgent", "triage:urgent”: say as what it was sorted"),
        ("x", "dock on:whenever", "at character 6"),
        ("x", 'the "open', '“"open”'),
        ("x", " \n ", "The search is empty"),
        ("x", '""', "The search is empty"),
        ("x", "w" * (LONGEST_QUERY + 1), "at the most"),
        (" \x07", "dock", "needs a name"),
        ("n" * (LONGEST_NAME + 1), "dock", "at the most"),
    ],
)
def test_what_cannot_be_searched_or_named_is_refused_in_the_words_of_the_search(
    name: str, query: str, said: str, journal: Journal
) -> None:
    with pytest.raises(ValueRefused, match=said):
        journal.searches.save(name, query)
    assert journal.searches.all() == []


def test_a_search_is_renamed_in_one_step_and_never_over_another(journal: Journal, clock: FakeClock) -> None:
    late = journal.searches.save("late", "tag:late")
    journal.searches.save("Dock", "dock")
    with pytest.raises(ValueRefused, match="“DOCK” already"):
        journal.searches.rename(late.id, "DOCK")
    clock.tick()
    renamed = journal.searches.rename(late.id, "too late")
    assert queries(journal) == {"Dock": "dock", "too late": "tag:late"}
    clock.tick()
    assert journal.searches.rename(renamed.id, "Too late").id == renamed.id
    journal.undo()
    journal.undo()
    assert queries(journal) == {"Dock": "dock", "late": "tag:late"}
    journal.redo()
    assert queries(journal) == {"Dock": "dock", "too late": "tag:late"}


def test_a_search_that_was_deleted_comes_back_by_undo_or_under_its_name(journal: Journal, clock: FakeClock) -> None:
    saved = journal.searches.save("late", "tag:late")
    clock.tick()
    journal.searches.delete(saved.id)
    assert journal.searches.all() == []
    for verb in (journal.searches.delete, journal.searches.get, lambda id_: journal.searches.rename(id_, "x")):
        with pytest.raises(NotFound):
            verb(saved.id)
    journal.undo()
    assert queries(journal) == {"late": "tag:late"}
    journal.searches.delete(saved.id)
    clock.tick()
    journal.searches.save("late", "gate")
    assert queries(journal) == {"late": "gate"}
