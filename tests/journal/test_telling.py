"""How a pitch is told now beside how it was told when it was copied."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import story
from pivot_journal.domain.pitch import Material
from pivot_journal.journal import Journal
from pivot_journal.journal.pitches import Pitches
from pivot_journal.journal.telling import Telling


@pytest.fixture
def copied(journal: Journal) -> Material:
    """A pitch that was copied and changed since."""
    told = journal.stories.save(story("Gates", saw="The gate was shut at noon"))
    pitch = journal.pitches.save(replace(journal.pitches.current(), opening="One launch", story_ids=(told.id,)))
    text = journal.telling.compose(journal.pitches.material(), "hallway").text
    journal.pitches.remember_copy(pitch, "hallway", text)
    assert journal.telling.since_copied(journal.pitches.material()) is None
    journal.pitches.save(replace(pitch, question="Where would you have caught it?"))
    return journal.pitches.material()


def test_the_copy_and_what_is_new_since_come_back_together(journal: Journal, copied: Material) -> None:
    since = journal.telling.since_copied(copied)
    assert since is not None
    assert (since[0].format, since[1]) == ("hallway", ["Where would you have caught it?"])


def test_what_is_composed_already_is_neither_composed_nor_read_again(
    journal: Journal, copied: Material, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed = {"hallway": journal.telling.compose(copied, "hallway")}
    expected = journal.telling.since_copied(copied)
    monkeypatch.delattr(Telling, "compose")
    monkeypatch.delattr(Pitches, "material")
    assert journal.telling.since_copied(copied, composed) == expected
