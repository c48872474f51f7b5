"""Many observations changed at once, all or none, in one step of undo; and what a selection asks of the journal."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import FakeClock
from pivot_journal.domain.errors import ChangedElsewhere, NotFound, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.journal import Journal
from pivot_journal.journal.observations import Retagged, key_of
from storage.test_search_index import check_index, found

TEXTS = ("Dock full #dock", "Dock queue", "Yard full #yard", "Rota swapped", "Printer down #dock")
SOME = (2, 3, 5)


@pytest.fixture
def filled(journal: Journal, clock: FakeClock) -> Journal:
    """Five notes, numbered from 1; the second carries a tag beside its text, the third stands out."""
    for text in TEXTS:
        journal.observations.capture(text, tags=["late"] if "queue" in text else [], starred="Yard" in text)
    clock.tick()
    return journal


def notes(journal: Journal) -> list[Observation]:
    """Return all five by number, in the trash or not; the index must follow."""
    check_index(journal)
    return [journal.observations.get(number) for number in range(1, 6)]


def facts(journal: Journal) -> list[tuple[object, ...]]:
    """Return what a user sees of all five; the moment of the last change is none of it."""
    return [(o.text, o.tags, o.starred, o.triage, o.decision, o.is_trashed) for o in notes(journal)]


def tags_of(journal: Journal) -> list[tuple[str, ...]]:
    return [observation.tags for observation in notes(journal)]


VERBS: dict[str, Callable[[Journal], object]] = {
    "sort": lambda journal: journal.observations.sort_many(SOME, Triage.FAILURE, journal.decisions.all()[0].id),
    "star": lambda journal: journal.observations.star_many(SOME),
    "delete": lambda journal: journal.observations.trash_many(SOME),
    "tag": lambda journal: journal.observations.retag_many(SOME, ["site", "late"], ["dock", "yard"]),
}


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_for_many_is_one_step_that_can_be_taken_back_and_done_again(
    verb: str, filled: Journal, clock: FakeClock
) -> None:
    filled.decisions.add("Same-day slots")
    before = facts(filled)
    clock.tick()
    VERBS[verb](filled)
    after = facts(filled)
    changed = {number for number in range(1, 6) if after[number - 1] != before[number - 1]}
    assert changed == ({2, 5} if verb == "star" else set(SOME))  # the third stands out already
    assert filled.last_step() == f"{verb} 3 notes"
    clock.tick()
    assert filled.undo() == f"{verb} 3 notes"
    assert facts(filled) == before
    clock.tick()
    filled.redo()
    assert facts(filled) == after


@pytest.mark.parametrize("verb", ["sort_many", "star_many", "trash_many", "retag_many"])
def test_one_unknown_number_changes_nothing(verb: str, filled: Journal) -> None:
    before, step = facts(filled), filled.last_step()
    values: dict[str, list[object]] = {"sort_many": [Triage.WORRY], "retag_many": [["site"]]}
    with pytest.raises(NotFound, match="There is no observation 99"):
        getattr(filled.observations, verb)([1, 99, 2], *values.get(verb, []))
    assert (facts(filled), filled.last_step()) == (before, step)
    assert not filled.observations.is_tag("site")


def test_what_is_sorted_without_a_decision_keeps_its_own_or_leaves_it(filled: Journal, clock: FakeClock) -> None:
    slots, labels = filled.decisions.add("Slots"), filled.decisions.add("Labels")
    filled.observations.sort(1, Triage.FAILURE, slots.id)
    clock.tick()
    sort = filled.observations.sort_many
    for given, triage, expected in (
        (None, Triage.WORRY, ["Slots", None]),
        (labels.id, Triage.WORRY, ["Labels", "Labels"]),
        (None, Triage.OPPORTUNITY, ["Labels", "Labels"]),
        (labels.id, Triage.NOT_PRODUCT, [None, None]),
    ):
        clock.tick()
        sort([1, 2], triage, given)
        assert [(o.triage, o.decision) for o in notes(filled)[:2]] == [(triage, title) for title in expected]
    assert notes(filled)[2].triage is Triage.UNTRIAGED


def test_what_is_sorted_as_what_it_is_already_stays_untouched(filled: Journal, clock: FakeClock) -> None:
    filled.observations.sort(1, Triage.NOT_PRODUCT)
    step, moment = filled.last_step(), filled.observations.get(1).updated_at
    clock.tick()
    filled.observations.sort_many([1], Triage.NOT_PRODUCT)
    assert (filled.last_step(), filled.observations.get(1).updated_at) == (step, moment)


def test_all_stand_out_unless_they_do_already(filled: Journal) -> None:
    assert filled.observations.star_many([2, 3]) is True
    assert [o.starred for o in notes(filled)] == [False, True, True, False, False]
    assert filled.observations.star_many([2, 3]) is False
    assert not any(o.starred for o in notes(filled))
    assert filled.last_step() == "unstar 2 notes"


def test_what_is_trashed_together_is_found_no_more_and_comes_back_together(filled: Journal) -> None:
    filled.observations.trash_many([1, 2])
    assert found(filled, "full") == [3]
    filled.observations.trash_many([1, 2], trashed=False)
    assert found(filled, "full") == [3, 1]
    check_index(filled)


def test_tags_are_added_after_those_that_are_there_and_never_twice(filled: Journal) -> None:
    changed = filled.observations.retag_many([1, 2, 3], ["#Dock", "dock", "site"])
    assert changed == Retagged(got=3, lost=0, still_typed=0)
    assert tags_of(filled) == [("dock", "site"), ("late", "dock", "site"), ("yard", "dock", "site"), (), ("dock",)]
    assert found(filled, "tag:site") == [3, 2, 1]
    assert filled.observations.retag_many([1, 2, 3], ["site"]).got == 0
    assert filled.last_step() == "tag 3 notes"


def test_a_tag_that_is_taken_out_is_gone_though_it_stays_in_the_text(filled: Journal, clock: FakeClock) -> None:
    changed = filled.observations.retag_many([1, 2, 4, 5], ["site"], ["dock", "late"])
    assert changed == Retagged(got=4, lost=3, still_typed=2)
    assert tags_of(filled) == [("site",), ("site",), ("yard",), ("site",), ("site",)]
    assert tuple(o.text for o in notes(filled)) == TEXTS
    assert found(filled, "tag:dock ") == []
    clock.tick()
    filled.observations.edit(1, text="Dock full #dock again")
    assert filled.observations.get(1).tags == ("site",)
    clock.tick()
    filled.observations.retag_many([1, 5], ["dock"])  # a link that was taken out comes back
    assert tags_of(filled)[::4] == [("site", "dock"), ("site", "dock")]


def test_a_tag_of_one_alone_is_called_by_its_text_in_the_step(filled: Journal) -> None:
    filled.observations.retag_many([4], ["rota"])
    assert filled.last_step() == "tag “Rota swapped”"


@pytest.mark.parametrize(
    ("add", "remove", "reason"),
    [(["two words"], [], "cannot be a tag"), ([], ["!"], "cannot be a tag"), (["dock"], ["#Dock"], "at once")],
)
def test_what_cannot_be_a_tag_is_refused_and_nothing_is_changed(
    add: list[str], remove: list[str], reason: str, filled: Journal
) -> None:
    before = facts(filled)
    with pytest.raises(ValueRefused, match=reason):
        filled.observations.retag_many([1, 2], ["fine", *add], remove)
    assert facts(filled) == before


def test_an_editor_that_was_open_meanwhile_notices(filled: Journal) -> None:
    seen = filled.observations.get(1).updated_at
    filled.observations.retag_many([1, 2], ["site"])
    assert filled.observations.edit(1, text="Other", seen=seen).was_changed_elsewhere


def test_a_new_decision_and_all_that_belongs_to_it_are_one_step(filled: Journal) -> None:
    with filled.in_one_step("sort 2 notes"):
        filled.observations.sort_many([1, 2], Triage.FAILURE, filled.decisions.add("Slots").id)
    assert filled.undo() == "sort 2 notes"
    assert filled.decisions.all() == []
    assert {o.triage for o in notes(filled)} == {Triage.UNTRIAGED}


@pytest.mark.parametrize("words", ["", "full", "-full", "tag:dock ", "starred", "none of these"])
def test_a_stretch_has_all_that_a_search_finds_between_two_places_whichever_is_named_first(
    words: str, filled: Journal
) -> None:
    chosen = Filter(words=words)
    shown = [o.number for o in filled.observations.page(chosen, limit=-1)]
    one, other = (key_of(filled.observations.get(number)) for number in (2, 5))
    expected = [number for number in shown if 2 <= number <= 5]
    assert filled.observations.numbers_between(chosen, one, other, limit=9) == expected
    assert filled.observations.numbers_between(chosen, other, one, limit=9) == expected
    assert filled.observations.numbers_between(chosen, one, other, limit=1) == expected[:1]


def test_a_stretch_of_what_fits_best_follows_that_order(filled: Journal) -> None:
    filled.observations.capture("full full full")
    chosen = Filter(words="full sort:relevance")
    shown = filled.observations.page(chosen, limit=-1)
    assert len(shown) == 3
    first, second, last = (key_of(o) for o in shown)
    stretch = filled.observations.numbers_between
    assert stretch(chosen, second, first, limit=9) == [o.number for o in shown[:2]]
    assert stretch(chosen, first, last, limit=9) == [o.number for o in shown]
    assert stretch(chosen, first, key_of(filled.observations.get(4)), limit=9) == []


@pytest.mark.parametrize(("words", "expected"), [("", 3), ("full", 2), ("-full", 1), ("tag:dock ", 1), ("zebra", 0)])
def test_how_many_of_some_a_search_finds_is_counted(words: str, expected: int, filled: Journal) -> None:
    assert filled.observations.count(Filter(words=words), among=[1, 2, 3]) == expected


def test_of_some_numbers_those_that_are_deleted_or_unknown_are_left_out(filled: Journal) -> None:
    filled.observations.trash(2)
    assert filled.observations.out_of_trash({1, 2, 3, 99}) == {1, 3}
    assert filled.observations.out_of_trash([]) == set()


@pytest.mark.parametrize("verb", ["retag", "trash", "sort"])
def test_a_big_step_is_taken_back_and_done_again_with_its_index(verb: str, journal: Journal, clock: FakeClock) -> None:
    with journal.in_one_step("fill"):
        for number in range(120):
            journal.observations.capture(f"Note {number} #dock", tags=["late"])
    numbers = range(1, 121)
    clock.tick()
    match verb:
        case "retag":
            journal.observations.retag_many(numbers, ["site"], ["dock"])
        case "trash":
            journal.observations.trash_many(numbers)
        case _:
            journal.observations.sort_many(numbers, Triage.WORRY, journal.decisions.add("Slots").id)
    searches = ("tag:dock", "tag:site", "note", "triage:worry")
    after = [len(found(journal, words)) for words in searches]
    for back, again in ((journal.undo, journal.redo), (journal.undo, journal.redo)):
        clock.tick()
        back()
        check_index(journal)
        assert [len(found(journal, words)) for words in searches] == [120, 0, 120, 0]
        clock.tick()
        again()
        check_index(journal)
        assert [len(found(journal, words)) for words in searches] == after


def test_a_big_step_that_was_overtaken_is_refused_and_leaves_the_index_whole(
    journal: Journal, clock: FakeClock
) -> None:
    with journal.in_one_step("fill"):
        for number in range(120):
            journal.observations.capture(f"Note {number} #dock")
    journal.observations.retag_many(range(1, 121), ["site"])
    with journal._database.writing():  # by no step of its own, as a merge would
        journal._database.connection.execute("UPDATE observation_tag SET position = 9 WHERE observation_id IN"
                                             " (SELECT id FROM observation WHERE number = 60)")  # fmt: skip
    with pytest.raises(ChangedElsewhere):
        journal.undo()
    check_index(journal)
    assert len(found(journal, "tag:site")) == 120
    clock.tick()
    journal.observations.edit(7, text="Another text #yard")  # the triggers index again
    check_index(journal)
