"""Half-typed forms: kept until what they hold is stored, in the very transaction that stores it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from builders import decision, pitch, story, when
from conftest import FakeClock
from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.pitch import Profile
from pivot_journal.journal import Journal, open_journal
from pivot_journal.journal.stories import MemoryAnswers
from pivot_journal.storage import drafts as storage


def test_a_draft_is_found_by_its_form_and_target_also_after_a_crash(journal: Journal, clock: FakeClock) -> None:
    journal.drafts.save("observation", "", {"text": "half a li"})
    journal.drafts.save("story", "s", {"saw": "é 🚚\n[x]", "did": ""})
    with open_journal(journal.path) as later:  # the first one was never closed
        draft = later.drafts.find("story", "s")
        assert draft is not None
        assert draft.content == {"saw": "é 🚚\n[x]", "did": ""}
        assert draft.saved_at == clock()
        assert later.drafts.find("story") is None
        assert later.drafts.find("decision", "s") is None


def test_the_last_save_of_a_form_counts_and_the_newest_draft_stands_first(journal: Journal, clock: FakeClock) -> None:
    for form, text in (("story", "a"), ("decision", "b"), ("story", "c")):
        clock.tick()
        journal.drafts.save(form, "", {"text": text})
    assert [(draft.form, draft.content["text"]) for draft in journal.drafts.all()] == [
        ("story", "c"),
        ("decision", "b"),
    ]


@pytest.mark.parametrize("content", [{}, {"text": ""}, {"text": " \n", "tags": ""}])
def test_a_form_in_which_nothing_is_typed_keeps_nothing(content: dict[str, str], journal: Journal) -> None:
    journal.drafts.save("observation", "", {"text": "half"})
    journal.drafts.save("observation", "", content)
    assert journal.drafts.all() == []


def test_no_characters_keep_a_draft_from_being_saved(journal: Journal) -> None:
    journal.drafts.save("observation", "", {"text": "a\ud800b\x00c\x1b"})
    draft = journal.drafts.find("observation")
    assert draft is not None
    assert draft.content == {"text": "abc"}


def test_a_draft_can_be_thrown_away(journal: Journal) -> None:
    journal.drafts.save("story", "s", {"saw": "x"})
    journal.drafts.clear("story")
    assert journal.drafts.find("story", "s") is not None
    journal.drafts.clear("story", "s")
    assert journal.drafts.all() == []


def test_drafts_are_no_part_of_undo(journal: Journal) -> None:
    journal.drafts.save("story", "s", {"saw": "x"})
    journal.drafts.clear("story", "s")
    with pytest.raises(NotFound):
        journal.undo()


def edit_form(journal: Journal) -> tuple[str, str]:
    """Return the form and target of an edit of observation 1, which is written first."""
    return "observation", journal.observations.capture("before").id


SAVES: dict[str, tuple[Callable[[Journal], tuple[str, str]], Callable[[Journal], Any]]] = {
    "add line": (
        lambda _: ("observation", ""),
        lambda journal: journal.observations.capture("new", clears_draft=True),
    ),
    "edit form": (edit_form, lambda journal: journal.observations.edit(1, text="after", clears_draft=True)),
    "decision form": (
        lambda _: ("decision", "d"),
        lambda journal: journal.decisions.save(decision(id="d"), draft_target="d"),
    ),
    "story editor": (lambda _: ("story", "s"), lambda journal: journal.stories.save(story(id="s"), draft_target="s")),
    "pitch form": (lambda _: ("pitch", "p"), lambda journal: journal.pitches.save(pitch(id="p"), draft_target="p")),
    "profile form": (
        lambda _: ("profile", ""),
        lambda journal: journal.pitches.save_profile(Profile(years=4), clears_draft=True),
    ),
    "story from memory": (
        lambda _: ("memory", ""),
        lambda journal: journal.stories.from_memory(MemoryAnswers(happened="x", observed_on=when("2022"))),
    ),
}


@pytest.mark.parametrize("form", SAVES)
def test_saving_a_form_clears_its_draft_and_no_other(form: str, journal: Journal) -> None:
    prepare, save = SAVES[form]
    name, target = prepare(journal)
    journal.drafts.save(name, target, {"text": "half"})
    journal.drafts.save(name, "another", {"text": "half"})
    save(journal)
    assert [(draft.form, draft.target) for draft in journal.drafts.all()] == [(name, "another")]


@pytest.mark.parametrize("form", SAVES)
def test_a_form_whose_draft_cannot_be_cleared_is_not_saved_either(
    form: str, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare, save = SAVES[form]
    name, target = prepare(journal)
    journal.drafts.save(name, target, {"text": "half"})

    def fail(*_: object) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(storage, "clear", fail)
    with pytest.raises(OSError, match="the disk is gone"):
        save(journal)
    assert journal.drafts.find(name, target) is not None
    assert [o.text for o in journal.observations.page(Filter(), limit=-1)] in ([], ["before"])
    assert (journal.decisions.all(), journal.stories.all()) == ([], [])
    assert journal.pitches.current().updated_at is None
    assert journal.pitches.profile() == Profile()


def test_other_saves_leave_the_draft_of_the_add_line_alone(journal: Journal) -> None:
    journal.drafts.save("observation", "", {"text": "half"})
    journal.observations.capture("from the shell")
    assert journal.drafts.find("observation") is not None


def test_a_refused_line_keeps_its_draft(journal: Journal) -> None:
    journal.drafts.save("observation", "", {"text": "#1"})
    with pytest.raises(ValueRefused):
        journal.observations.capture("x", tags=["1"], clears_draft=True)
    assert journal.drafts.find("observation") is not None
