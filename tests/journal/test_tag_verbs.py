"""Renaming and merging change tags, never a text; an edit does not bring an old one back; each is one step of undo."""

from __future__ import annotations

import pytest

from conftest import FakeClock
from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.journal import Journal
from pivot_journal.journal.tags import TagUse
from storage.test_search_index import check_index

TEXTS = ("Dock full #dock", "Dock queue", "Yard full #yard", "Both #dock #yard", "Gone #dock")


@pytest.fixture
def tagged(journal: Journal, clock: FakeClock) -> Journal:
    """Four notes with two tags, typed in the text and beside it, and one in the trash."""
    for text in TEXTS:
        journal.observations.capture(text, tags=["dock"] if "queue" in text else [])
    journal.observations.trash(5)
    clock.tick()
    return journal


def tags_of(journal: Journal) -> list[tuple[str, ...]]:
    """Return the tags of each note; no text may have changed, and the index must follow."""
    observations = [journal.observations.get(number) for number in range(1, 6)]
    assert tuple(observation.text for observation in observations) == TEXTS
    check_index(journal)
    return [observation.tags for observation in observations]


BEFORE = [("dock",), ("dock",), ("yard",), ("dock", "yard"), ("dock",)]


def test_tags_are_counted_without_the_trash_the_most_used_first(tagged: Journal) -> None:
    assert tagged.tags.all() == [TagUse("dock", 3), TagUse("yard", 2)]


def test_a_tag_is_known_by_its_name_in_whatever_case_in_the_trash_too(
    tagged: Journal,
) -> None:
    tagged.observations.capture("Late #late")
    tagged.observations.trash(6)
    assert [tagged.tags.named(name) for name in ("#DOCK", "late", "jetty")] == [
        TagUse("dock", 3),
        TagUse("late", 0),
        None,
    ]


def test_a_tag_that_was_renamed_is_found_by_its_new_name_alone(tagged: Journal) -> None:
    changed = tagged.tags.rename("#Dock", "jetty")
    assert (changed.name, changed.notes, changed.still_typed) == ("jetty", 3, 2)
    assert tags_of(tagged) == [("jetty",), ("jetty",), ("yard",), ("jetty", "yard"), ("jetty",)]
    found = [tagged.observations.count(Filter(words=words)) for words in ("tag:jetty", "tag:dock ", "jetty", "dock")]
    assert found == [3, 0, 3, 3]


def test_an_edit_does_not_bring_a_tag_back_that_was_renamed(tagged: Journal, clock: FakeClock) -> None:
    tagged.tags.rename("dock", "jetty")
    clock.tick()
    tagged.observations.edit(1, text="Dock was full #dock, again #late")
    assert tagged.observations.get(1).tags == ("late", "jetty")
    tagged.observations.edit(1, text="Dock was full")
    assert tagged.observations.get(1).tags == ("jetty",)
    tagged.observations.edit(1, text="Dock was full #dock")  # typed anew
    assert tagged.observations.get(1).tags == ("dock", "jetty")
    check_index(tagged)


def test_a_tag_can_be_written_otherwise(tagged: Journal, clock: FakeClock) -> None:
    assert tagged.tags.rename("dock", "DOCK").still_typed == 0
    assert tags_of(tagged)[:2] == [("DOCK",), ("DOCK",)]
    clock.tick()
    tagged.observations.edit(1, text="Dock was full")
    assert tagged.observations.get(1).tags == ()


def test_a_tag_can_take_a_name_that_nothing_carries_any_more(tagged: Journal, clock: FakeClock) -> None:
    tagged.tags.rename("dock", "jetty")
    tagged.observations.edit(2, added_tags=["pier"])
    tagged.observations.edit(2, added_tags=["jetty"])
    clock.tick()
    assert tagged.tags.rename("jetty", "Pier").notes == 3
    assert tags_of(tagged)[:2] == [("Pier",), ("Pier",)]


def test_merged_tags_are_one_on_every_note_that_had_any(tagged: Journal) -> None:
    changed = tagged.tags.merge(["dock", "yard"], "ground")
    assert (changed.notes, changed.still_typed) == (4, 3)
    assert tags_of(tagged) == [("ground",)] * 5
    assert tagged.tags.all() == [TagUse("ground", 4)]


def test_a_tag_that_stays_may_be_among_those_merged(tagged: Journal) -> None:
    tagged.tags.merge(["dock", "yard"], "Yard")
    assert tags_of(tagged) == [("yard",)] * 5


@pytest.mark.parametrize("verb", ["rename", "merge", "merge into new"])
def test_each_change_of_tags_is_one_step_that_can_be_taken_back_and_done_again(tagged: Journal, verb: str) -> None:
    if verb == "rename":
        tagged.tags.rename("dock", "jetty")
    else:
        tagged.tags.merge(["dock", "yard"], "dock" if verb == "merge" else "ground")
    after = tags_of(tagged)
    assert after != BEFORE
    assert "tag #dock" in tagged.undo()
    assert tags_of(tagged) == BEFORE
    tagged.redo()
    assert tags_of(tagged) == after


def test_what_cannot_be_renamed_or_merged_is_refused(tagged: Journal) -> None:
    for old, new, words in (("dock", "yard", "tags merge dock yard"), ("dock", "two words", "cannot be a tag"),
                            ("dock", "dock", "called #dock already")):  # fmt: skip
        with pytest.raises(ValueRefused, match=words):
            tagged.tags.rename(old, new)
    with pytest.raises(NotFound, match=r"^Nothing carries the tag #dosk\. There is #dock"):
        tagged.tags.rename("dosk", "x")
    with pytest.raises(ValueRefused, match="Nothing is left to merge"):
        tagged.tags.merge(["dock"], "dock")
    with pytest.raises(NotFound, match="#jetty"):
        tagged.tags.merge(["dock", "jetty"], "yard")
    assert tags_of(tagged) == BEFORE
    assert tagged.last_step() == "delete “Gone #dock”"


def test_an_editor_that_was_open_meanwhile_notices(tagged: Journal) -> None:
    seen = tagged.observations.get(1).updated_at
    tagged.tags.rename("dock", "jetty")
    assert tagged.observations.edit(1, text="Other", seen=seen).was_changed_elsewhere


def test_looking_for_what_a_new_tag_resembles_costs_the_same_with_many_notes(journal: Journal) -> None:
    def steps(text: str) -> int:
        noted = journal.observations.capture(text)
        counted = [0]

        def count() -> int:
            counted[0] += 1
            return 0

        connection = journal.observations._connection
        connection.set_progress_handler(count, 1)
        try:
            journal.tags.new_and_alike(noted)
        finally:
            connection.set_progress_handler(None, 0)
        return counted[0]

    journal.observations.capture("Full #dock")
    few = steps("Full #docks")
    for number in range(60):
        journal.observations.capture(f"Full for the time {number} #dock #docks")
    assert steps("Full #yards") <= few + 60  # one tag more to look at, not sixty notes


def test_a_new_tag_that_looks_like_a_used_one_is_told_with_it(journal: Journal) -> None:
    journal.observations.capture("Full #dock")
    twice = journal.observations.capture("Full again #dock #yard")
    assert journal.tags.new_and_alike(twice) == []
    new = journal.observations.capture("Full once more #docks #dock #lane")
    assert journal.tags.new_and_alike(new) == [("docks", "dock")]
    assert journal.tags.new_and_alike(journal.observations.capture("And again #docks")) == []
