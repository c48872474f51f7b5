"""What is read of a decision is the same however many notes it has: the few that are shown, and those a claim needs."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders import decision, story, when
from conftest import FakeClock
from pivot_journal.domain.decision import Decision
from pivot_journal.domain.observation import Evidence, Observation, Reference
from pivot_journal.journal import Journal
from pivot_journal.journal import stories as story_verbs
from pivot_journal.pitch.moments import earliest_claim
from pivot_journal.storage import observations as storage
from pivot_journal.storage import paging
from pivot_journal.storage.dumping import index_all

MANY = 1_200
_NOTES = """
    WITH RECURSIVE up (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < :many)
    INSERT INTO observation (id, text, observed_on, precision, sort_day, recorded_at, recorded_offset, revised_at,
        revised_offset, updated_at, evidence, triage, decision_id)
    SELECT printf('%08d', n), 'The printer jammed at dock ' || n, date('2020-01-01', n || ' days'), 'day',
        CAST(julianday('2020-01-01') - 1721424.5 + n AS INTEGER) * 8 + 5,
        date('2020-01-01', n || ' days') || 'T20:00:00.000000Z', 60,
        date('2020-01-01', n || ' days') || 'T20:00:00.000000Z', 60, '2020-01-01T20:00:00.000000Z', 'written_here',
        'failure', :decision FROM up
"""


@pytest.fixture
def made(journal: Journal) -> Decision:
    """A decision with more notes than anybody reads."""
    made = journal.decisions.save(decision("Labels printed at the dock", launched_on=when("2024-06-01")))
    with journal._database.writing() as connection:
        connection.execute("UPDATE control SET is_bulk = 1")
        connection.execute(_NOTES, {"many": MANY, "decision": made.id})
        index_all(connection)
        connection.execute("UPDATE control SET is_bulk = 0")
    return made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of each observation that is made of a row, as often as it is."""
    numbers: list[int] = []

    def from_row(row: tuple[object, ...], made: Callable[..., Observation] = storage.from_row) -> Observation:
        observation = made(row)
        numbers.append(observation.number)
        return observation

    for module in (storage, paging):
        monkeypatch.setattr(module, "from_row", from_row)
    return numbers


def test_a_few_notes_say_what_may_be_claimed_of_a_decision(journal: Journal, made: Decision, read: list[int]) -> None:
    found = journal.decisions.first_observations(made)
    assert len(read) <= 4
    claim = earliest_claim(tuple(found), made.launched_on)
    assert claim is not None
    assert str(claim.claim.noted_on) == "2 January 2020"


def test_a_story_of_a_decision_reads_only_what_it_links(journal: Journal, made: Decision, read: list[int]) -> None:
    told = journal.stories.from_decision(made.id)
    assert told.observation_ids == ("00000001", "00000002", "00000003", "00000004")
    assert len(read) <= 8


def test_the_evidence_of_a_story_is_the_oldest_and_the_newest_notes_of_its_decision(
    journal: Journal, made: Decision, read: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_verbs, "MOST_OF_AN_END", 5)
    told = story(decision_id=made.id, observation_ids=("00000600",))
    found = journal.stories.evidence(told, told.observation_ids)
    assert [seen.id for seen in found] == [
        *(f"{number:08}" for number in range(1, 6)),
        *(f"{number:08}" for number in range(MANY - 4, MANY + 1)),
        "00000600",
    ]
    assert len(read) <= 22


def test_the_evidence_of_a_story_has_each_note_of_a_small_decision_once(
    journal: Journal, made: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    for most in (MANY, MANY - 1, MANY // 2):
        monkeypatch.setattr(story_verbs, "MOST_OF_AN_END", most)
        found = journal.stories.evidence(story(decision_id=made.id), [])
        assert [seen.number for seen in found] == list(range(1, MANY + 1))


def test_no_note_of_the_storys_own_decision_is_offered_as_support(
    journal: Journal, made: Decision, read: list[int]
) -> None:
    other = journal.observations.capture("The label printer jammed at night.")
    del read[:]
    told = story(decision_id=made.id, saw="The printer jammed at the dock.")
    assert [seen.id for seen in journal.stories.supporting(told, 50)] == [other.id]
    assert read == [other.number]


def test_any_number_of_known_notes_is_left_out_of_what_is_alike(journal: Journal) -> None:
    seen = [journal.observations.capture("The printer jammed.") for _ in range(3)]
    unknown = [str(number) for number in range(40_000)]
    assert [found.id for found in journal.observations.like(seen[0], exclude=[*unknown, seen[1].id])] == [seen[2].id]


Note = Callable[[Journal, FakeClock, str], object]


def capture(text: str, day: str | None = None, **facts: Any) -> Note:
    """Return what writes one note of a decision."""
    on = None if day is None else when(day)
    return lambda journal, clock, id_: journal.observations.capture(text, observed_on=on, decision_id=id_, **facts)


def reworded(days: int) -> Note:
    """Return what writes a note now, again two days later, and after some days more."""

    def write(journal: Journal, clock: FakeClock, decision_id: str) -> None:
        number = journal.observations.capture("first", decision_id=decision_id).number
        for text, later in (("second", 2), ("third", days)):
            clock.advance(days=later)
            journal.observations.edit(number, text=text)

    return write


def later(days: int, day: str | None = None) -> Note:
    """Return what writes a note some days later, of that day or of another."""

    def write(journal: Journal, clock: FakeClock, decision_id: str) -> None:
        clock.advance(days=days)
        capture("later", day, evidence=Evidence.WRITTEN_HERE)(journal, clock, decision_id)

    return write


def trashed(journal: Journal, clock: FakeClock, decision_id: str) -> None:
    """Write a note and throw it away."""
    journal.observations.trash(journal.observations.capture("trashed", decision_id=decision_id).number)


ELSEWHERE: dict[str, Any] = {"evidence": Evidence.DATED_ELSEWHERE}
NOTES: tuple[Note, ...] = (
    capture("now"),
    capture("of a day ago", "2026-11-22"),
    capture("undated", ""),
    capture("remembered", "2026-01-02", evidence=Evidence.FROM_MEMORY),
    capture("on record", "2026-11-20", reference=Reference(source="mail", dated_on=dt.date(2026, 11, 3)), **ELSEWHERE),
    capture("on record nowhere", "2026-11-19", reference=Reference(dated_on=dt.date(2026, 1, 3)), **ELSEWHERE),
    capture("on record without a day", "2026-11-18", reference=Reference(source="mail"), **ELSEWHERE),
    capture("on record ahead", reference=Reference(source="mail", dated_on=dt.date(2026, 12, 24)), **ELSEWHERE),
    reworded(3),
    reworded(40),
    later(1),
    later(1, "2026-11-01"),
    later(60),
    trashed,
)


def test_the_few_that_are_read_say_what_all_of_them_would(journal: Journal, clock: FakeClock) -> None:
    journal.pitches.save_profile(replace(journal.pitches.profile(), day_ends_at=4))
    clock.set(clock().replace(hour=2))
    began = clock()
    for notes in itertools.combinations_with_replacement(NOTES, 2):
        with journal.in_one_step("a decision"):
            made = journal.decisions.save(decision())
            for write in notes:
                clock.set(began)
                write(journal, clock, made.id)
        every = journal.decisions.observations(made.id)
        for launched in ("", "2026-11-23", "2026-12-10", "2026-12", "2028"):
            launch = when(launched)
            few = journal.decisions.first_observations(replace(made, launched_on=launch))
            assert [seen for seen in every if seen in few] == few
            assert earliest_claim(tuple(few), launch) == earliest_claim(tuple(every), launch)
            assert _kinds(few) == _kinds(every)


def _kinds(found: list[Observation]) -> tuple[bool, bool, Observation | None]:
    """Return whether there are any, whether one is not remembered, and the first that has a date."""
    dated = [seen for seen in found if seen.observed_on.day is not None]
    return bool(found), any(seen.evidence is not Evidence.FROM_MEMORY for seen in found), next(iter(dated), None)
