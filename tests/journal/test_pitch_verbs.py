"""Pitches, one of them current, and the profile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from builders import add_pitch, new_id, pitch, story
from conftest import FakeClock
from pivot_journal.domain.errors import ChangedElsewhere, NotFound, ValueRefused
from pivot_journal.domain.pitch import Pitch, Profile
from pivot_journal.journal import Journal, open_journal
from pivot_journal.journal.pitches import FIRST_AUDIENCE


@pytest.fixture
def other(journal: Journal, clock: FakeClock) -> Iterator[Journal]:
    """A second window on the same journal."""
    with open_journal(journal.path, now=clock) as opened:
        yield opened


@pytest.fixture
def stories(journal: Journal) -> list[str]:
    """Four stories on the bench."""
    return [journal.stories.save(story(title)).id for title in ("one", "two", "three", "four")]


def audiences(journal: Journal) -> list[tuple[str, bool]]:
    """Return whom each pitch is for, and whether it is shown."""
    return [(pitch.audience, pitch.is_current) for pitch in journal.pitches.all()]


def test_every_journal_starts_with_one_pitch_that_is_not_stored_yet(journal: Journal, other: Journal) -> None:
    first = journal.pitches.current()
    assert (first.audience, first.is_current, first.updated_at) == (FIRST_AUDIENCE, True, None)
    assert journal.pitches.all() == other.pitches.all() == [first]
    with pytest.raises(NotFound):
        journal.undo()


def test_the_first_pitch_is_stored_with_its_first_change(journal: Journal, clock: FakeClock) -> None:
    stored = journal.pitches.save(replace(journal.pitches.current(), opening="Two clocks."))
    assert (stored.opening, stored.is_current, stored.updated_at) == ("Two clocks.", True, clock())
    assert journal.pitches.all() == [stored]


def test_two_windows_that_both_start_the_first_pitch_do_not_overwrite_each_other(
    journal: Journal, other: Journal, clock: FakeClock
) -> None:
    mine, theirs = journal.pitches.current(), other.pitches.current()
    other.pitches.save(replace(theirs, opening="theirs"))
    clock.tick()
    with pytest.raises(ChangedElsewhere):
        journal.pitches.save(replace(mine, question="mine"))
    assert journal.pitches.current().opening == "theirs"


def test_every_field_of_a_pitch_is_kept(journal: Journal, stories: list[str], clock: FakeClock) -> None:
    full = Pitch(
        id=new_id(), audience="a founder", opening="a", who_i_am="b", why_earlier="c", not_known="d", question="e",
        format="email", words_per_minute=120, story_ids=(stories[2], stories[0]),
    )  # fmt: skip
    stored = journal.pitches.save(full)
    assert stored == replace(full, updated_at=clock(), is_current=True)
    assert journal.pitches.find("founder") == stored


def test_a_story_is_put_in_as_the_last_and_taken_out_again(journal: Journal, stories: list[str]) -> None:
    journal.pitches.toggle(stories[1])
    assert journal.pitches.toggle(stories[0]).story_ids == (stories[1], stories[0])
    assert journal.pitches.toggle(stories[1]).story_ids == (stories[0],)
    assert journal.pitches.toggle(stories[1]).story_ids == (stories[0], stories[1])


def test_a_fourth_story_is_refused_with_the_reason(journal: Journal, stories: list[str]) -> None:
    for id_ in stories[:3]:
        journal.pitches.toggle(id_)
    with pytest.raises(ValueRefused, match="3 stories at the most: a listener keeps two or three"):
        journal.pitches.toggle(stories[3])
    assert journal.pitches.current().story_ids == tuple(stories[:3])
    assert journal.pitches.toggle(stories[0]).story_ids == tuple(stories[1:3])


def test_a_story_moves_by_one_slot_and_stays_at_the_end(journal: Journal, stories: list[str], clock: FakeClock) -> None:
    for id_ in stories[:3]:
        journal.pitches.toggle(id_)
    one, two, three, four = stories
    assert journal.pitches.move(three, -1).story_ids == (one, three, two)
    assert journal.pitches.move(three, -1).story_ids == (three, one, two)
    clock.tick()
    before = journal.pitches.current()
    assert journal.pitches.move(three, -1) == before
    assert journal.pitches.move(two, 1) == before
    assert journal.pitches.move(three, 5).story_ids == (one, two, three)
    with pytest.raises(ValueRefused, match="not in the pitch"):
        journal.pitches.move(four, 1)


def test_a_story_in_the_trash_leaves_the_pitch_and_comes_back_to_its_slot(journal: Journal, stories: list[str]) -> None:
    for id_ in stories[:3]:
        journal.pitches.toggle(id_)
    journal.stories.trash(stories[1])
    assert journal.pitches.current().story_ids == (stories[0], stories[2])
    assert [m.story.title for m in journal.pitches.material().stories] == ["one", "three"]
    journal.undo()
    assert journal.pitches.current().story_ids == tuple(stories[:3])


def test_another_pitch_takes_over_what_holds_for_any_audience_and_is_shown(
    journal: Journal, stories: list[str], clock: FakeClock
) -> None:
    first = replace(
        journal.pitches.current(), opening="a", who_i_am="b", why_earlier="c", why_earlier_short="d",
        words_per_minute=120, story_ids=(stories[0],),
    )  # fmt: skip
    journal.pitches.save(first)
    clock.tick()
    new = add_pitch(journal, "a founder")
    assert (new.opening, new.who_i_am, new.why_earlier, new.why_earlier_short) == ("", "b", "c", "d")
    assert (new.words_per_minute, new.story_ids, new.is_current) == (120, (), True)
    assert audiences(journal) == [(FIRST_AUDIENCE, False), ("a founder", True)]


def test_another_pitch_beside_an_untouched_first_one_is_one_step_of_undo(journal: Journal) -> None:
    add_pitch(journal, "a founder")
    assert len(journal.pitches.all()) == 2
    journal.undo()
    assert audiences(journal) == [(FIRST_AUDIENCE, True)]
    with pytest.raises(NotFound):
        journal.undo()


def test_a_new_pitch_is_stored_and_shown_in_one_step(journal: Journal, clock: FakeClock) -> None:
    first = journal.pitches.save(journal.pitches.current())
    clock.tick()
    stored = journal.pitches.save(pitch("a founder"), shows=True)
    assert stored.is_current
    assert journal.pitches.current() == stored
    clock.tick()
    with pytest.raises(ChangedElsewhere):
        journal.pitches.save(replace(first, updated_at=stored.updated_at), shows=True)
    assert journal.pitches.current() == stored
    journal.undo()
    assert journal.pitches.current() == first


def test_a_pitch_for_nobody_is_refused_and_stores_nothing(journal: Journal) -> None:
    with pytest.raises(ValueRefused, match="needs an audience"):
        add_pitch(journal, "  ")
    assert journal.pitches.current().updated_at is None


def test_stepping_goes_round_and_round(journal: Journal, clock: FakeClock) -> None:
    first = journal.pitches.current()
    assert journal.pitches.step(1) == first
    for audience in ("b", "c"):
        clock.tick()
        add_pitch(journal, audience)
    assert [journal.pitches.step(1).audience for _ in range(4)] == [FIRST_AUDIENCE, "b", "c", FIRST_AUDIENCE]
    assert [journal.pitches.step(-1).audience for _ in range(2)] == ["c", "b"]
    assert audiences(journal)[1] == ("b", True)


def test_which_pitch_is_shown_is_remembered_and_no_step_of_undo(
    journal: Journal, other: Journal, clock: FakeClock
) -> None:
    add_pitch(journal, "b")
    clock.tick()
    journal.pitches.show(journal.pitches.all()[0].id)
    assert other.pitches.current().audience == FIRST_AUDIENCE
    assert journal.undo() == "pitch for “b”"


def test_the_pitch_that_is_shown_can_go_and_the_first_one_is_shown_then(journal: Journal, clock: FakeClock) -> None:
    with pytest.raises(NotFound):
        journal.pitches.trash(journal.pitches.current().id)
    new = add_pitch(journal, "b")
    clock.tick()
    journal.pitches.trash(new.id)
    assert audiences(journal) == [(FIRST_AUDIENCE, True)]
    with pytest.raises(NotFound, match="no longer there"):
        journal.pitches.trash(new.id)


def test_a_pitch_is_found_by_a_part_of_its_audience(journal: Journal, clock: FakeClock) -> None:
    for audience in ("PM in payments", "PM", "founder"):
        clock.tick()
        journal.pitches.save(pitch(audience))
    find = journal.pitches.find
    assert find("FOUND").audience == "founder"
    assert find("pm").audience == "PM"
    assert find(" payments ").audience == "PM in payments"
    with pytest.raises(NotFound, match=r"There is no pitch for “zebra”\. There is: “PM in payments”"):
        find("zebra")
    with pytest.raises(ValueRefused, match="Several pitches match “n”: “PM in payments”, “founder”"):
        find("n")


def test_a_pitch_that_was_changed_elsewhere_is_not_overwritten(
    journal: Journal, other: Journal, stories: list[str], clock: FakeClock
) -> None:
    seen = journal.pitches.toggle(stories[0])
    clock.tick()
    other.pitches.toggle(stories[1])
    with pytest.raises(ChangedElsewhere):
        journal.pitches.save(replace(seen, opening="mine"))
    assert journal.pitches.current().story_ids == (stories[0], stories[1])


def test_the_material_of_a_pitch_has_its_stories_in_their_order(journal: Journal, stories: list[str]) -> None:
    for id_ in (stories[2], stories[0]):
        journal.pitches.toggle(id_)
    material = journal.pitches.material()
    assert material.pitch == journal.pitches.current()
    assert [m.story.id for m in material.stories] == [stories[2], stories[0]]
    half_typed = replace(material.pitch, opening="half", story_ids=(stories[3],))
    assert [m.story.id for m in journal.pitches.material(half_typed).stories] == [stories[3]]


def test_the_profile_is_empty_until_something_is_said(journal: Journal, clock: FakeClock) -> None:
    assert journal.pitches.profile() == Profile()
    full = Profile(years=4, field="fulfilment", target_role="product manager", day_ends_at=4)
    journal.pitches.save_profile(full)
    assert journal.pitches.profile() == replace(full, updated_at=clock())
    journal.pitches.save_profile(Profile(years=5))
    assert replace(journal.pitches.profile(), updated_at=None) == Profile(years=5)
