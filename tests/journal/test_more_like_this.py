"""What shares the rarer words of an observation, a text or a story, the likest first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conftest import FakeClock
from pivot_journal.domain.observation import Triage
from pivot_journal.journal import Journal


@pytest.fixture
def noted(journal: Journal, clock: FakeClock) -> Journal:
    """Notes of three matters, and some that have only common words."""
    for text in (
        "The label printer at dock four jammed again.",
        "Drivers waited at the dock.",
        "A printer jammed; labels were written by hand.",
        "The slots were full at the dock.",
        "Refrigerated vans stood at the dock with the doors open.",
        "Two slots for one van at the dock.",
        "Nothing at the dock.",
    ):
        clock.tick()
        journal.observations.capture(text)
    return journal


def like(journal: Journal, number: int, limit: int = 2) -> list[int]:
    """Return the numbers of what is like an observation."""
    return [o.number for o in journal.observations.like(journal.observations.get(number), limit)]


def test_what_shares_its_rarer_words_is_like_an_observation(noted: Journal) -> None:
    assert like(noted, 1)[0] == 3
    assert like(noted, 3)[0] == 1
    assert like(noted, 6)[0] in {4, 5}
    assert all(number not in like(noted, number, 50) for number in range(1, 8))


def test_a_text_has_its_likes_too_without_those_known_already(noted: Journal) -> None:
    found = noted.observations.like("jammed printers", 5)
    assert {o.number for o in found} == {1, 3}
    known = [found[0].id]
    assert [o.id for o in noted.observations.like("jammed printers", 5, exclude=known)] == [found[1].id]


def test_what_shares_several_words_leaves_out_what_shares_but_one_by_chance(noted: Journal) -> None:
    assert {o.number for o in noted.observations.like("Slots for vans at the dock")} == {4, 5, 6}
    assert {o.number for o in noted.observations.like("Vanilla slots smell of paper")} == {4, 6}


def test_of_two_that_share_as_many_words_the_one_with_the_rarer_is_the_liker(noted: Journal) -> None:
    noted.observations.capture("Drivers jammed the door.")
    assert [o.number for o in noted.observations.like("Drivers jammed the dock", 2)] == [8, 2]


def test_words_that_say_nothing_of_a_matter_make_nothing_alike(noted: Journal) -> None:
    noted.observations.capture("On Monday they said again that eleven of them were waiting.")
    assert noted.observations.like("They said on Monday that eleven would come again") == []


@pytest.mark.parametrize("text", ["", "  ", '"', "🚚", "AND OR NOT", "zebra", "a b c", "x" * 100_000])
def test_a_text_that_says_nothing_is_like_nothing(noted: Journal, text: str) -> None:
    assert noted.observations.like(text) == []
    assert noted.observations.like("dock", 0) == []


def test_what_is_in_the_trash_is_like_nothing(noted: Journal) -> None:
    noted.observations.trash(3)
    assert 3 not in like(noted, 1, 50)


def test_a_story_is_supported_by_what_shares_its_beats_and_is_not_linked_yet(noted: Journal) -> None:
    decision = noted.decisions.add("Labels printed at the dock")
    noted.observations.sort(1, Triage.FAILURE, decision.id)
    story = noted.stories.from_decision(decision.id)
    story = noted.stories.save(replace(story, saw="The printer jammed."))
    assert noted.stories.supporting(story)[0].number == 3
    assert 1 not in {o.number for o in noted.stories.supporting(story, 50)}
