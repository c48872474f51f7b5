"""Write down, find, change and sort observations, on a real file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from builders import moment, when
from conftest import FakeClock
from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.foresight import Foresight, foresight_of
from pivot_journal.domain.observation import Evidence, Observation, Reference, Triage
from pivot_journal.domain.pitch import Profile
from pivot_journal.domain.when import Precision, When
from pivot_journal.journal import Journal, open_journal


@pytest.fixture
def other(journal: Journal, clock: FakeClock) -> Iterator[Journal]:
    """A second window on the same journal."""
    with open_journal(journal.path, now=clock) as opened:
        yield opened


def everything(journal: Journal) -> list[Observation]:
    """Return all that is not in the trash, newest first."""
    return journal.observations.page(Filter(), limit=-1)


# Write down


def test_one_line_is_a_complete_entry(journal: Journal, clock: FakeClock) -> None:
    written = journal.observations.capture("  Forty parcels stood at the wrong dock. #Late  ")
    assert written.text == "Forty parcels stood at the wrong dock. #Late"
    assert written.number == 1
    assert written.observed_on == when("2026-11-23")
    assert written.recorded_at == written.revised_at == written.updated_at == clock()
    assert written.recorded_at.utcoffset() == dt.timedelta(hours=1)
    assert (written.tags, written.triage, written.evidence) == (("Late",), Triage.UNTRIAGED, Evidence.WRITTEN_HERE)
    assert everything(journal) == [written]


def test_everything_that_is_known_can_be_given_at_once(journal: Journal) -> None:
    decision = journal.decisions.add("Same-day slots")
    written = journal.observations.capture(
        "The slots overlap.",
        observed_on=when("2024-02-06"),
        tags=["slot", "#Early"],
        starred=True,
        triage=Triage.FAILURE,
        decision_id=decision.id,
        evidence=Evidence.DATED_ELSEWHERE,
        reference=Reference(source="mail", dated_on=dt.date(2024, 2, 6), reference="to the lead"),
    )
    assert (written.tags, written.starred, written.triage) == (("slot", "Early"), True, Triage.FAILURE)
    assert (written.decision_id, written.decision) == (decision.id, "Same-day slots")
    assert str(written.reference) == "mail, to the lead"
    assert everything(journal) == [written]


@pytest.mark.parametrize(
    ("text", "facts", "reason"),
    [
        ("", {}, "is empty"),
        (" \n\x1b", {}, "is empty"),
        ("x", {"observed_on": when("2026-11-24")}, "24 November 2026 is in the future"),
        ("x", {"observed_on": when("2026-12")}, "December 2026 is in the future"),
        ("x", {"observed_on": when("2027")}, "2027 is in the future"),
        ("x", {"tags": ["fine", "two words"]}, "cannot be a tag"),
    ],
)
def test_what_cannot_be_an_observation_is_refused_and_nothing_is_written(
    text: str, facts: dict[str, Any], reason: str, journal: Journal
) -> None:
    with pytest.raises(ValueRefused, match=reason):
        journal.observations.capture(text, **facts)
    assert everything(journal) == []
    with pytest.raises(NotFound):
        journal.undo()


@pytest.mark.parametrize("date", ["2026-11-23", "2026-11", "Q4 2026", "autumn 2026", "2026", "2019-03-01", ""])
def test_any_day_up_to_today_is_taken_as_exactly_as_it_is_known(date: str, journal: Journal) -> None:
    assert journal.observations.capture("x", observed_on=when(date)).observed_on == when(date)


def test_what_happened_long_ago_is_from_memory_unless_its_grade_is_given(journal: Journal) -> None:
    capture = journal.observations.capture
    assert capture("x", observed_on=when("2026-11-16")).evidence is Evidence.WRITTEN_HERE
    assert capture("x", observed_on=when("2026-11-15")).evidence is Evidence.FROM_MEMORY
    elsewhere = capture("x", observed_on=when("2024-02-06"), evidence=Evidence.DATED_ELSEWHERE)
    assert elsewhere.evidence is Evidence.DATED_ELSEWHERE


def test_a_number_is_never_given_twice(journal: Journal) -> None:
    journal.observations.capture("one")
    journal.undo()
    assert journal.observations.capture("two").number == 2


def test_a_tag_keeps_the_spelling_it_was_first_written_with(journal: Journal) -> None:
    journal.observations.capture("one #Dock")
    assert journal.observations.capture("two #DOCK", tags=["dock", "\u00e9t\u00e9"]).tags == ("Dock", "été")
    assert journal.observations.capture("three", tags=["e\u0301te\u0301"]).tags == ("été",)


def test_the_newest_number_and_the_known_tags_are_told(journal: Journal) -> None:
    assert (journal.observations.newest_number(), journal.observations.is_tag("dock")) == (0, False)
    journal.observations.capture("one #Dock")
    journal.observations.trash(1)
    assert (journal.observations.newest_number(), journal.observations.is_tag("dOCK")) == (1, True)


# The day


@pytest.mark.parametrize(
    ("ends_at", "now", "today"),
    [
        (0, "2026-11-24 00:00", "2026-11-24"),
        (0, "2026-11-23 23:59", "2026-11-23"),
        (4, "2026-11-24 03:59", "2026-11-23"),
        (4, "2026-11-24 04:00", "2026-11-24"),
        (11, "2026-11-24 10:59", "2026-11-23"),
    ],
)
def test_today_turns_over_at_the_hour_at_which_the_users_day_ends(
    ends_at: int, now: str, today: str, journal: Journal, clock: FakeClock
) -> None:
    journal.pitches.save_profile(Profile(day_ends_at=ends_at))
    clock.set(moment(now))
    assert str(journal.today) == today
    written = journal.observations.capture("after a night shift")
    assert written.observed_on == when(today)
    assert written.recorded_at == moment(now)


@pytest.mark.parametrize(("ends_at", "is_before"), [(0, False), (4, True)])
def test_a_note_of_the_small_hours_counts_for_the_day_that_has_not_ended(
    ends_at: int, is_before: bool, journal: Journal, clock: FakeClock
) -> None:
    journal.pitches.save_profile(Profile(day_ends_at=ends_at))
    made = journal.decisions.add("Same-day slots")
    clock.set(moment("2026-11-24 01:30"))
    written = journal.observations.capture("after a night shift", decision_id=made.id)
    assert written.observed_on == When(written.written_on)
    assert foresight_of(written, when("2026-11-24")).may_be_claimed is is_before
    backing = journal.decisions.backing()[made.id]
    assert backing.first_written_on == written.written_on
    assert backing.is_before(when("2026-11-24")) is is_before


def test_a_day_elsewhere_that_is_still_to_come_backs_a_decision_from_the_day_of_writing(journal: Journal) -> None:
    made = journal.decisions.add("Same-day slots")
    ahead = Reference(source="mail", dated_on=dt.date(2026, 12, 24))
    journal.observations.capture("x", decision_id=made.id, evidence=Evidence.DATED_ELSEWHERE, reference=ahead)
    assert journal.decisions.backing()[made.id].first_dated_on == dt.date(2026, 11, 23)


def test_the_wordings_of_many_notes_are_read_in_one_statement(journal: Journal, clock: FakeClock) -> None:
    ids = [journal.observations.capture(f"first {number}").id for number in range(3)]
    clock.tick()
    for number in (1, 3):
        journal.observations.edit(number, text=f"second {number}")
    statements: list[str] = []
    journal._database.connection.set_trace_callback(statements.append)
    found = journal.observations.by_ids(ids, with_wordings=True)
    journal._database.connection.set_trace_callback(None)
    assert [[wording.text for wording in seen.earlier] for seen in found] == [["first 0"], [], ["first 2"]]
    assert len(statements) == 2


def test_what_is_after_midnight_but_not_after_the_users_day_is_still_in_the_future(
    journal: Journal, clock: FakeClock
) -> None:
    journal.pitches.save_profile(Profile(day_ends_at=4))
    clock.set(moment("2026-11-24 02:00"))
    with pytest.raises(ValueRefused, match="in the future"):
        journal.observations.capture("x", observed_on=when("2026-11-24"))


# Find


@pytest.mark.parametrize("number", [0, -1, 2, 1 << 31, 1 << 80])
def test_a_number_that_nothing_has_is_not_found(number: int, journal: Journal) -> None:
    journal.observations.capture("x")
    with pytest.raises(NotFound, match=f"no observation {number}"):
        journal.observations.get(number)


def test_observations_come_back_in_the_order_of_their_ids_the_unknown_passed_over(journal: Journal) -> None:
    ids = [journal.observations.capture(text).id for text in ("one", "two", "three")]
    journal.observations.trash(1)
    assert [o.text for o in journal.observations.by_ids([ids[2], "nothing", ids[0]])] == ["three", "one"]
    assert journal.observations.by_ids([]) == []


def test_the_next_unsorted_is_the_newest_that_was_not_put_off(journal: Journal) -> None:
    for day in ("2026-11-20", "2026-11-22", "2026-11-21"):
        journal.observations.capture(day, observed_on=when(day))
    journal.observations.sort(2, Triage.NOT_PRODUCT)

    def next_number(*skipping: int) -> int | None:
        found = journal.observations.next_unsorted(skipping)
        return found.number if found else None

    assert (next_number(), next_number(3), next_number(3, 1)) == (3, 1, None)


@pytest.mark.parametrize(
    ("part", "titles"),
    [
        ("slots", ["Slots", "Same-day slots"]),
        ("SAME", ["Same-day slots"]),
        ("day s", ["Same-day slots"]),
        ("  same-day slots ", ["Same-day slots"]),
        ("zebra", []),
        ("%", []),
    ],
)
def test_a_decision_is_found_by_a_part_of_its_title(part: str, titles: list[str], journal: Journal) -> None:
    for title in ("Same-day slots", "A new scanner"):
        journal.decisions.add(title)
    journal.decisions.trash(journal.decisions.add("Slots that were dropped").id)
    if part == "slots":
        journal.decisions.add("Slots")
        titles = ["Slots"]  # a whole title alone when it is one
    assert [title for _, title in journal.observations.find_decision(part)] == titles


# Change


def test_an_edit_keeps_the_earlier_wording_and_the_moment_of_recording(journal: Journal, clock: FakeClock) -> None:
    first = journal.observations.capture("The dock was full.")
    clock.tick()
    saved = journal.observations.edit(1, text="The dock was full at four.", seen=first.updated_at)
    assert not saved.was_changed_elsewhere
    assert saved.observation.text == "The dock was full at four."
    assert saved.observation.recorded_at == first.recorded_at
    assert saved.observation.revised_at == saved.observation.updated_at == clock()
    earlier = journal.observations.with_wordings(1).earlier
    assert [(wording.text, wording.written_at) for wording in earlier] == [("The dock was full.", first.recorded_at)]


def test_an_edit_that_changes_nothing_leaves_no_trace(journal: Journal, clock: FakeClock) -> None:
    first = journal.observations.capture("The dock was full. #late", tags=["slot"])
    clock.tick()
    saved = journal.observations.edit(1, text=first.text, observed_on=first.observed_on, added_tags=["slot"])
    assert saved.observation == first
    assert journal.observations.with_wordings(1).earlier == ()
    assert journal.undo() == "add “The dock was full. #late”"


def test_an_edit_elsewhere_is_noticed_and_its_wording_kept(journal: Journal, other: Journal, clock: FakeClock) -> None:
    seen = journal.observations.capture("first").updated_at
    clock.tick()
    other.observations.edit(1, text="theirs")
    clock.tick()
    saved = journal.observations.edit(1, text="mine", seen=seen)
    assert saved.was_changed_elsewhere
    assert saved.observation.text == "mine"
    assert [wording.text for wording in other.observations.with_wordings(1).earlier] == ["first", "theirs"]


def test_a_change_of_the_tags_alone_is_noticed_too(journal: Journal, other: Journal, clock: FakeClock) -> None:
    seen = journal.observations.capture("first").updated_at
    clock.tick()
    other.observations.edit(1, added_tags=["theirs"])
    clock.tick()
    assert journal.observations.edit(1, added_tags=["mine"], seen=seen).was_changed_elsewhere


def test_an_edit_works_on_what_stands_in_the_journal_at_that_moment(journal: Journal, clock: FakeClock) -> None:
    journal.observations.capture("The dock was full.")

    def and_meanwhile() -> dt.datetime:
        if not meanwhile:
            meanwhile.append(journal.observations.edit(1, text="The dock was full. #late"))
        return clock.tick()

    meanwhile: list[Any] = []
    with open_journal(journal.path, now=and_meanwhile) as slow:
        saved = slow.observations.edit(1, added_tags=["slot"])
    assert saved.observation.text == "The dock was full. #late"
    assert saved.observation.tags == ("late", "slot")


@pytest.mark.parametrize(
    ("change", "tags"),
    [
        ({"text": "no tag any more"}, ("slot",)),
        ({"text": "#early and #slot"}, ("early", "slot")),
        ({"added_tags": []}, ("late",)),
        ({"added_tags": ["late"]}, ("late",)),
        ({"added_tags": ["b", "a"]}, ("late", "b", "a")),
        ({"text": "none", "added_tags": ["LATE"]}, ("late",)),
        ({"observed_on": when("2026-11-01")}, ("late", "slot")),
    ],
)
def test_the_tags_are_those_in_the_text_and_those_added(
    change: dict[str, Any], tags: tuple[str, ...], journal: Journal
) -> None:
    journal.observations.capture("The dock was full. #late", tags=["slot"])
    assert journal.observations.edit(1, **change).observation.tags == tags
    assert journal.observations.get(1).tags == tags


def test_a_tag_that_is_typed_and_added_stays_when_only_the_typed_one_goes(journal: Journal) -> None:
    observation = journal.observations.capture("full #late", tags=["late"])
    assert journal.observations.added_tags(observation) == ("late",)
    assert journal.observations.edit(1, text="full").observation.tags == ("late",)
    assert journal.observations.edit(1, added_tags=[]).observation.tags == ()


@pytest.mark.parametrize(
    "change", [{"text": "  "}, {"observed_on": when("2026-11-24")}, {"text": "new", "added_tags": ["1"]}]
)
def test_an_edit_that_is_refused_changes_nothing(change: dict[str, Any], journal: Journal, clock: FakeClock) -> None:
    before = journal.observations.capture("The dock was full. #late")
    clock.tick()
    with pytest.raises(ValueRefused):
        journal.observations.edit(1, **change)
    assert everything(journal) == [before]
    assert journal.observations.with_wordings(1).earlier == ()


def test_a_future_day_that_an_import_brought_in_can_stay_while_the_text_is_edited(
    journal: Journal, clock: FakeClock
) -> None:
    journal.observations.capture("x")
    clock.advance(days=-2)  # the day of the observation now lies in the future
    assert journal.observations.edit(1, text="y", observed_on=when("2026-11-23")).observation.text == "y"


def test_redating_keeps_the_grade_and_gains_no_foresight(journal: Journal, clock: FakeClock) -> None:
    launch = when("2026-11-20")
    journal.observations.capture("It will fail.")
    clock.tick()
    journal.observations.edit(1, observed_on=when("2026-11-01"))
    claim = foresight_of(journal.observations.with_wordings(1), launch)
    assert claim.foresight is Foresight.AFTER


def test_rewording_after_the_launch_leaves_the_claim_to_the_wording_before(journal: Journal, clock: FakeClock) -> None:
    journal.observations.capture("It may fail.")
    clock.advance(days=30)
    journal.observations.edit(1, text="I knew that it would fail.")
    claim = foresight_of(journal.observations.with_wordings(1), when("2026-12-01"))
    assert (claim.foresight, claim.wording, claim.lead) == (Foresight.REWORDED_AFTER, "It may fail.", "8 days")
    journal.undo()
    claim = foresight_of(journal.observations.with_wordings(1), when("2026-12-01"))
    assert (claim.foresight, claim.wording) == (Foresight.NOTED_BEFORE, "It may fail.")


@pytest.mark.parametrize(
    ("triage", "keeps"),
    [
        (Triage.FAILURE, True), (Triage.WORRY, True), (Triage.OPPORTUNITY, True), (Triage.NOT_PRODUCT, False),
        (Triage.UNTRIAGED, False),
    ],
)  # fmt: skip
def test_sorting_keeps_the_decision_only_where_there_can_be_one(triage: Triage, keeps: bool, journal: Journal) -> None:
    decision = journal.decisions.add("Same-day slots")
    journal.observations.capture("x", decision_id=decision.id)
    assert journal.observations.sort(1, triage).decision_id == (decision.id if keeps else None)


def test_sorting_can_name_the_decision_at_once_or_later(journal: Journal) -> None:
    one, two = (journal.decisions.add(title).id for title in ("one", "two"))
    journal.observations.capture("x")
    assert journal.observations.sort(1, Triage.FAILURE).decision is None
    assert journal.observations.sort(1, Triage.WORRY, one).decision == "one"
    assert journal.observations.sort(1, Triage.WORRY, two).decision == "two"


def test_a_deleted_observation_lies_in_the_trash_and_comes_back_whole(journal: Journal) -> None:
    before = journal.observations.capture("The dock was full. #late", starred=True)
    assert journal.observations.trash(1).is_trashed
    assert everything(journal) == []
    assert journal.observations.count(Filter(trashed=True)) == 1
    restored = journal.observations.trash(1, trashed=False)
    assert restored == before


def test_starring_is_seen_in_the_list_of_the_starred(journal: Journal) -> None:
    journal.observations.capture("one")
    journal.observations.capture("two")
    journal.observations.star(1, True)
    assert [o.number for o in journal.observations.page(Filter(starred=True), limit=-1)] == [1]
    journal.observations.star(1, False)
    assert journal.observations.count(Filter(starred=True)) == 0


def test_an_undated_observation_stands_last(journal: Journal) -> None:
    journal.observations.capture("undated", observed_on=when(""))
    journal.observations.capture("old", observed_on=When.of(dt.date(1999, 1, 1), Precision.YEAR))
    assert [o.text for o in everything(journal)] == ["old", "undated"]


# Two windows


def test_the_data_version_moves_only_for_what_another_connection_wrote(journal: Journal, other: Journal) -> None:
    before = journal.data_version()
    journal.observations.capture("mine")
    journal.drafts.save("story", "", {"saw": "mine"})
    assert journal.data_version() == before
    other.observations.capture("theirs")
    assert journal.data_version() != before
    assert [o.text for o in everything(journal)] == ["theirs", "mine"]


def test_reading_leaves_no_transaction_open(journal: Journal) -> None:
    journal.observations.capture("x")
    everything(journal)
    journal.stories.all()
    journal.pitches.material()
    assert not journal._database.connection.in_transaction


def test_a_journal_says_whether_it_was_just_made(missing_path: Path, clock: FakeClock) -> None:
    with open_journal(missing_path, create=True, now=clock) as made:
        made.observations.capture("x")
        assert made.was_created
    with open_journal(missing_path, create=True, now=clock) as again:
        assert not again.was_created
        assert len(everything(again)) == 1
