"""Two journals become one: nothing doubled, nothing lost, whichever is merged into which and in whatever order."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from builders import add_pitch, decision, impact, story, when
from conftest import FakeClock
from pivot_journal.domain.errors import JournalError, NotFound
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Evidence, Reference
from pivot_journal.journal import Journal, open_journal
from pivot_journal.storage import dumping, merging, placing
from pivot_journal.storage.earlier_texts import kept_fields
from pivot_journal.storage.sides import LISTS
from random_use import RandomUse

Copies = Callable[..., list[Journal]]
TABLES_OF_THINGS = (
    "observation",
    "decision",
    "impact",
    "story",
    "pitch",
    "tally",
    "private_term",
    "saved_search",
)


def content(journal: Journal) -> list[str]:
    """Return everything in a journal, line by line, without what is a matter of one file: the numbers and the order."""
    with journal.keeping.export() as lines:
        rows = [json.loads(line) for line in lines][1:]
    for row in rows:
        row.get("observation", {}).pop("number", None)
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


def rows(journal: Journal, query: str) -> list[Any]:
    """Return what a query gives."""
    return journal._database.connection.execute(query).fetchall()


def texts(journal: Journal) -> set[str]:
    """Return the texts of all observations that are not in the trash."""
    return {o.text for o in journal.observations.page(Filter(), limit=-1)}


def is_whole(journal: Journal) -> bool:
    """Say whether the file is sound, no link leads to nothing, and the search finds what is there."""
    connection = journal._database.connection
    connection.execute("INSERT INTO observation_fts (observation_fts, rank) VALUES ('integrity-check', 1)")
    (checked,) = connection.execute("PRAGMA integrity_check").fetchone()
    return checked == "ok" and not connection.execute("PRAGMA foreign_key_check").fetchall()


class Apart(FakeClock):
    """A clock that never shows a moment that another one shows."""

    def __init__(self, number: int, start: dt.datetime) -> None:
        super().__init__(start + dt.timedelta(microseconds=number))


@pytest.fixture
def apart(journal: Journal, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Copies]:
    """Make copies of the journal, each open on a clock of its own that goes on from the same moment."""
    opened: list[Journal] = []
    monkeypatch.setattr(placing, "_keep", lambda _: None)  # a test need not outlive a power cut

    def make(number: int = 2, *, journal: Journal = journal) -> list[Journal]:
        made = []
        for _ in range(number):
            path = tmp_path / f"copy-{len(opened)}.db"
            journal._database.connection.execute("VACUUM INTO ?", (str(path),))
            opened.append(open_journal(path, now=Apart(len(opened) + 1, clock.moment)))
            opened[-1]._database.connection.execute("PRAGMA synchronous = OFF")
            made.append(opened[-1])
        return made

    yield make
    for each in opened:
        each.close()


def tick(journal: Journal, seconds: float = 1) -> None:
    """Let a journal's clock go on."""
    journal.now.tick(seconds)  # type: ignore[attr-defined]


def merge(into: Journal, *others: Journal) -> Journal:
    """Merge some journals into one, at a later moment."""
    for other in others:
        tick(into)
        into.keeping.merge(other.path)
    return into


def test_every_table_has_its_way_of_merging_or_is_named_as_left_out(journal: Journal) -> None:
    present = rows(
        journal,
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'observation_fts%'",
    )
    ways = [*merging.WHOLE_ROWS, *merging.ON_THEIR_OWN, *(kind.table for kind in LISTS), *dumping.LEFT_OUT]
    assert sorted(ways) == sorted(name for (name,) in present)


def test_what_each_side_wrote_is_in_both_once(journal: Journal, apart: Copies) -> None:
    journal.observations.capture("The dock was full. #late")
    one, other = apart()
    one.observations.capture("A van came early.")
    other.observations.capture("Slots overlap. #slot")
    merged = one.keeping.merge(other.path)
    assert texts(one) == {"The dock was full. #late", "A van came early.", "Slots overlap. #slot"}
    assert (merged.joined.new["observation"], merged.was_empty) == (1, False)
    assert one.observations.count(Filter(tag="slot")) == 1
    assert content(merge(other, one)) == content(one)
    assert is_whole(one)
    assert is_whole(other)


def test_merging_again_or_an_older_copy_or_itself_changes_nothing(journal: Journal, apart: Copies) -> None:
    journal.observations.capture("The dock was full. #late")
    older, one, other = apart(3)
    tick(one)
    one.observations.edit(1, text="The yard was full.", added_tags=["yard"])
    tick(other)
    other.stories.save(story("Told", observation_ids=(other.observations.get(1).id,)))
    merge(one, other)
    before = content(one)
    for each in (other, older, *apart(1, journal=one)):
        merged = one.keeping.merge(each.path)
        assert merged.joined.is_nothing
        assert merged.copy is None
        assert content(one) == before


def test_the_later_change_holds_and_a_deletion_beats_nothing_newer(journal: Journal, apart: Copies) -> None:
    for number in range(3):
        journal.observations.capture(f"Line {number}.")
    one, other = apart()
    tick(one, 10)
    one.observations.trash(1)
    one.observations.trash(2)
    one.observations.star(3, True)
    tick(other, 5)
    other.observations.star(1, True)
    other.observations.star(3, False)
    tick(other, 10)
    other.observations.star(2, True)
    merge(one, other)
    assert one.observations.get(1).is_trashed
    assert not one.observations.get(2).is_trashed
    assert one.observations.get(2).starred
    assert one.observations.get(3).starred


def test_a_text_changed_on_both_sides_keeps_both_and_says_so(journal: Journal, apart: Copies) -> None:
    seen = journal.observations.capture("The dock was full.")
    one, other = apart()
    tick(one)
    one.observations.edit(1, text="The yard was full.")
    tick(other, 2)
    other.observations.edit(1, text="The gate was shut.")
    merged = one.keeping.merge(other.path)
    after = one.observations.with_wordings(1)
    assert after.text == "The gate was shut."
    assert {wording.text for wording in after.earlier} == {"The dock was full.", "The yard was full."}
    assert merged.joined.two_texts == [(1, "The gate was shut.")]
    assert after.recorded_at == seen.recorded_at
    assert content(merge(other, one)) == content(one)


def test_a_rewording_is_not_lost_to_a_star_that_came_later(journal: Journal, apart: Copies) -> None:
    journal.observations.capture("The dock was full.")
    one, other = apart()
    tick(one)
    one.observations.edit(1, text="The yard was full.")
    tick(other, 2)
    other.observations.star(1, True)
    merged = one.keeping.merge(other.path)
    after = one.observations.get(1)
    assert (after.text, after.starred) == ("The yard was full.", True)
    assert merged.joined.two_texts == []


def test_a_rewording_that_was_undone_stays_undone(journal: Journal, apart: Copies) -> None:
    journal.observations.capture("The dock was full. #dock")
    tick(journal)
    journal.observations.edit(1, text="The yard was full. #yard")
    one, other = apart()
    tick(one)
    one.undo()
    for merged in (merge(one, other), merge(other, one)):
        assert merged.observations.get(1).text == "The dock was full. #dock"
        assert merged.observations.get(1).tags == ("dock",)
    assert content(one) == content(other)


def test_the_tags_in_a_text_follow_the_text_that_holds(journal: Journal, apart: Copies) -> None:
    journal.observations.capture("The dock was full. #dock", tags=["kept"])
    one, other = apart()
    tick(one)
    one.observations.edit(1, text="The yard was full. #yard")
    tick(other, 2)
    other.observations.edit(1, text="The dock was still full. #dock #late")
    merge(one, other)
    assert set(one.observations.get(1).tags) == {"dock", "late", "kept"}
    assert content(merge(other, one)) == content(one)


def test_a_tag_that_both_made_is_one(journal: Journal, apart: Copies) -> None:
    one, other = apart()
    one.observations.capture("The dock was full. #Late")
    other.observations.capture("Slots overlap.", tags=["late", "slot"])
    other.observations.capture("A van came. #late")
    merge(one, other)
    assert one.observations.count(Filter(tag="LATE")) == 3
    assert sorted(key for (key,) in rows(one, "SELECT key FROM tag")) == ["late", "slot"]
    assert content(merge(other, one)) == content(one)
    assert is_whole(one)
    assert is_whole(other)


def test_a_list_merges_as_one_value(journal: Journal, apart: Copies) -> None:
    for number in range(4):
        journal.observations.capture(f"Line {number}.")
    ids = [journal.observations.get(number).id for number in (1, 2, 3, 4)]
    journal.decisions.save(decision(id="d"), [impact(id="i", decision_id="d", observation_ids=tuple(ids[:2]))])
    journal.stories.save(story(id="s", observation_ids=(ids[0], ids[1])))
    one, other = apart()
    tick(one)
    one.stories.save(replace(one.stories.get("s"), observation_ids=(ids[1], ids[0], ids[2]), saw="queues"))
    tick(other, 2)
    other.stories.save(replace(other.stories.get("s"), observation_ids=(ids[3], ids[0])))
    tick(other)
    other.stories.save(replace(other.stories.get("s"), learned="ask first"))
    changed = impact(id="i", decision_id="d", observation_ids=(ids[1], ids[3]))
    other.decisions.save(other.decisions.get("d"), [changed])
    merge(one, other)
    assert one.stories.get("s").observation_ids == (ids[3], ids[0])
    assert one.decisions.impacts(["d"])["d"][0].observation_ids == (ids[1], ids[3])
    assert content(merge(other, one)) == content(one)


def test_every_launch_date_that_either_side_knew_is_kept(journal: Journal, apart: Copies) -> None:
    journal.decisions.save(decision(id="d", launched_on=when("2026-12-01")))
    one, other = apart()
    tick(one)
    one.decisions.save(replace(one.decisions.get("d"), launched_on=when("2027-01-15")))
    tick(other, 2)
    other.decisions.save(replace(other.decisions.get("d"), launched_on=when("2027-03")))
    merge(one, other)
    after = one.decisions.get("d")
    assert after.launched_on == when("2027-03")
    assert {change.launched_on for change in after.launch_changes} == {when("2026-12-01"), when("2027-01-15")}
    assert content(merge(other, one)) == content(one)


def test_two_things_of_one_title_stay_two_and_are_told(journal: Journal, apart: Copies) -> None:
    one, other = apart()
    one.decisions.add("Same-day slots")
    one.tallies.count("failed drops")
    other.decisions.add("same-day Slots")
    other.tallies.count("failed drops", 3)
    other.decisions.add("A new scanner")
    merged = one.keeping.merge(other.path)
    assert len(one.decisions.all()) == 3
    assert sorted(tally.total for tally in one.tallies.all()) == [1, 3]
    assert [kind for kind, _ in merged.joined.same_titles] == ["decision", "tally"]
    assert one.keeping.merge(other.path).joined.same_titles == []


def test_a_private_term_and_a_saved_search_that_both_made_are_one(journal: Journal, apart: Copies) -> None:
    one, other = apart()
    one.terms.set("Heron", "a bird")
    one.searches.save("Late", "tag:late")
    tick(other)
    other.terms.set("HÉRON", "a boat")
    other.searches.save("late", "tag:late starred")
    merged = one.keeping.merge(other.path)
    assert [(term.term, term.say_instead) for term in one.terms.all()] == [("HÉRON", "a boat")]
    assert [(search.name, search.query) for search in one.searches.all()] == [("late", "tag:late starred")]
    assert merged.joined.two_wordings == [("private_term", "HÉRON", 2), ("saved_search", "late", 2)]
    assert {text.text for text in one.earlier.all()} == {"Heron", "a bird", "Late", "tag:late"}
    tick(one, 2)
    assert one.terms.set("heron", "a ship").say_instead == "a ship"
    assert content(merge(other, one)) == content(one)


def test_two_pitches_that_say_the_same_are_one_and_two_that_do_not_are_two(journal: Journal, apart: Copies) -> None:
    journal.stories.save(story("Told", id="s"))
    one, other = apart()
    ids = []
    for side in (one, other):
        side.pitches.save(replace(add_pitch(side, "a PM in payments"), story_ids=("s",), opening="Two launches."))
        ids.append(side.pitches.current().id)
        tick(side)
        side.pitches.save(replace(add_pitch(side, "my sister"), opening=f"Hello from {side.path.name}."))
    merged = one.keeping.merge(other.path)
    assert [title for _, title in merged.joined.same_titles] == ["my sister"]
    same = [pitch for pitch in one.pitches.all() if pitch.audience == "a PM in payments"]
    assert [pitch.id for pitch in same] == [min(ids)]
    assert [pitch.audience for pitch in one.pitches.all()].count("my sister") == 2
    assert one.pitches.find("a PM in payments") == same[0]
    assert content(merge(other, one)) == content(one)
    tick(one)
    one.pitches.save(replace(same[0], opening="Three launches."))
    for side in (one, merge(other, one)):
        openings = [pitch.opening for pitch in side.pitches.all() if pitch.audience == "a PM in payments"]
        assert openings == ["Three launches."]
    one.undo()
    assert one.pitches.find("a PM in payments").opening == "Two launches."
    one.pitches.trash(same[0].id)
    assert "a PM in payments" not in [pitch.audience for pitch in one.pitches.all()]


def test_of_two_pitches_that_say_the_same_the_one_that_was_copied_stays(journal: Journal, apart: Copies) -> None:
    one, other = apart()
    pitches = [add_pitch(side, "a PM in payments") for side in (one, other)]
    for side in (one, other):
        add_pitch(side, "my sister")
    copied = max(pitches, key=lambda pitch: pitch.id)
    (one, other)[pitches.index(copied)].pitches.remember_copy(copied, "chat", "Hello.")
    merge(one, other)
    same = [pitch.id for pitch in one.pitches.all() if pitch.audience == "a PM in payments"]
    assert same == [copied.id]
    assert one.pitches.last_copy(copied.id) is not None


def test_a_text_of_anything_that_was_changed_on_both_sides_is_kept_and_told(journal: Journal, apart: Copies) -> None:
    journal.decisions.save(decision("Same-day slots", id="d", trade_off="none"))
    journal.stories.save(story("Told", id="s"))
    one, other, older = apart(3)
    for side, words in ((one, "stock is right"), (other, "stock is nearly right")):
        tick(side, 2 if side is other else 1)
        side.decisions.save(replace(side.decisions.get("d"), assumption=words, trade_off=f"{words}, for once"))
    other.stories.save(replace(other.stories.get("s"), saw="queues"))
    merged = one.keeping.merge(other.path)
    assert one.decisions.get("d").assumption == "stock is nearly right"
    assert merged.joined.two_wordings == [("decision", "Same-day slots", 2)]
    assert merged.joined.overruled == []
    kept = {(text.field, text.text, text.is_of_merge) for text in one.earlier.all()}
    assert kept == {
        ("assumption", "stock is right", True),
        ("trade_off", "stock is right, for once", True),
        ("trade_off", "none", False),
    }
    assert {text.text for text in one.earlier.of("d")} == {text.text for text in one.earlier.all()}
    assert one.earlier.of("s") == []
    assert [text.text for text in one.earlier.all("NEARLY")] == []
    assert [text.text for text in one.earlier.all("once slots")] == ["stock is right, for once"]
    assert content(merge(other, one)) == content(one)
    for again in (other, older):
        assert one.keeping.merge(again.path).joined.is_nothing


def test_what_was_written_into_one_field_here_and_another_there_is_all_there(journal: Journal, apart: Copies) -> None:
    journal.stories.save(story("Told", id="s", saw="queues", learned="ask"))
    one, other = apart()
    tick(one)
    one.stories.save(replace(one.stories.get("s"), saw="queues at nine", did="counted"))
    tick(other, 2)
    other.stories.save(replace(other.stories.get("s"), learned="", mattered="an hour"))
    merged = one.keeping.merge(other.path)
    after = one.stories.get("s")
    assert (after.saw, after.did, after.mattered, after.learned) == ("queues at nine", "counted", "an hour", "")
    assert merged.joined.two_wordings == []
    assert {text.text for text in one.earlier.all()} == {"queues", "ask"}
    assert content(merge(other, one)) == content(one)


def test_the_two_ends_of_an_amount_stay_together(journal: Journal, apart: Copies) -> None:
    journal.decisions.save(decision(id="d"), [impact("3", id="i", decision_id="d", amount_high=Decimal(9))])
    one, other = apart()
    tick(one)
    one.decisions.save(one.decisions.get("d"), [impact("8", id="i", decision_id="d", amount_high=Decimal(9))])
    tick(other, 2)
    other.decisions.save(other.decisions.get("d"), [impact("3", id="i", decision_id="d", amount_high=Decimal(4))])
    merged = one.keeping.merge(other.path)
    (after,) = one.decisions.impacts(["d"])["d"]
    assert [after.amount_low, after.amount_high] == [Decimal(3), Decimal(4)]
    assert merged.joined.two_wordings == [("impact", "3–4 failed drops", 1)]
    assert {(text.field, text.text) for text in one.earlier.all()} == {("amount_low", "8"), ("amount_high", "9")}
    assert content(merge(other, one)) == content(one)


def test_what_was_dated_or_chosen_on_both_sides_is_told_by_name(journal: Journal, apart: Copies) -> None:
    journal.decisions.save(decision("Same-day slots", id="d"))
    one, other = apart()
    for side, day in ((one, "2026-01"), (other, "2026-02")):
        tick(side, 2 if side is other else 1)
        side.decisions.save(replace(side.decisions.get("d"), decided_on=when(day)))
    merged = one.keeping.merge(other.path)
    assert merged.joined.overruled == [("decision", "Same-day slots", False)]
    assert merged.joined.two_wordings == []
    assert merged.copy is not None


def test_incoming_observations_get_new_numbers_and_those_here_keep_theirs(journal: Journal, apart: Copies) -> None:
    journal.observations.capture("The dock was full.")
    one, other = apart()
    one.observations.capture("Mine.")
    tick(other)
    other.observations.capture("Theirs, first.")
    tick(other)
    other.observations.capture("Theirs, second.")
    merge(one, other)
    numbers = {o.text: o.number for o in one.observations.page(Filter(), limit=-1)}
    assert numbers == {"The dock was full.": 1, "Mine.": 2, "Theirs, first.": 3, "Theirs, second.": 4}


def test_an_entry_that_both_imported_is_there_once_with_its_first_record(
    journal: Journal, apart: Copies, tmp_path: Path
) -> None:
    from pivot_journal.exchange.incoming import Incoming

    one, other = apart()
    for side, days in ((one, 2), (other, 1)):
        tick(side, days * 86_400)
        side.intake.bring_in([Incoming(text="The dock was full.", observed_on=when("2026-01-01"))], "old.jsonl")
    first = other.observations.get(1).recorded_at
    merge(one, other)
    merge(other, one)
    assert [each.observations.get(1).recorded_at.astimezone(dt.UTC) for each in (one, other)] == [
        first.astimezone(dt.UTC)
    ] * 2
    assert len(texts(one)) == one.observations.count(Filter()) == 1
    assert content(one) == content(other)


def test_a_moment_of_recording_that_was_tampered_with_is_not_taken_over(journal: Journal, apart: Copies) -> None:
    seen = journal.observations.capture("The dock was full.")
    one, other = apart()
    connection = other._database.connection
    connection.execute("DROP TRIGGER observation_clock_fixed")
    connection.execute("UPDATE observation SET recorded_at = '2020-01-01T00:00:00.000000Z'")
    merged = one.keeping.merge(other.path)
    assert one.observations.get(1) == seen
    assert merged.joined.two_clocks == [1]


def test_where_a_note_is_dated_elsewhere_both_references_are_kept(journal: Journal, apart: Copies) -> None:
    journal.observations.capture("The dock was full.")
    one, other = apart()
    for side, reference in ((one, "ticket 4471"), (other, "ticket 4472")):
        tick(side, 2 if side is other else 1)
        side.observations.edit(1, evidence=Evidence.DATED_ELSEWHERE, reference=Reference(reference=reference))
    merged = one.keeping.merge(other.path)
    assert one.observations.get(1).reference.reference == "ticket 4472"
    assert merged.joined.two_wordings == [("observation", "The dock was full.", 1)]
    assert [text.text for text in one.earlier.all()] == ["ticket 4471"]
    assert content(merge(other, one)) == content(one)


def test_a_text_that_was_erased_for_good_does_not_come_back(journal: Journal, apart: Copies) -> None:
    journal.observations.capture("The dock was full.")
    tick(journal)
    journal.observations.edit(1, evidence=Evidence.DATED_ELSEWHERE, reference=Reference(reference="dock list"))
    journal.observations.edit(1, evidence=Evidence.DATED_ELSEWHERE, reference=Reference(reference=""))
    journal.observations.edit(1, text="The Northgate dock was full.")
    one, other = apart()
    connection = one._database.connection
    connection.execute("DELETE FROM revision")
    connection.execute("UPDATE observation SET text = '', evidence_reference = '', deleted_at = updated_at")
    connection.execute("DELETE FROM earlier_text")
    connection.execute("DELETE FROM revision")
    connection.execute("DELETE FROM change")
    tick(other)
    other.observations.star(1, True)
    for merged in (merge(one, other), merge(other, one)):
        with merged.keeping.export() as lines:
            assert "dock" not in "".join(lines)


def test_undo_begins_anew_after_a_merge_and_the_journal_before_it_is_kept(journal: Journal, apart: Copies) -> None:
    one, other = apart()
    one.observations.capture("Mine.")
    other.observations.capture("Theirs.")
    before = content(one)
    merged = one.keeping.merge(other.path)
    with pytest.raises(NotFound):
        one.undo()
    assert merged.copy is not None
    assert merged.copy.stat().st_mode & 0o777 == 0o600
    with open_journal(merged.copy) as copy:
        assert content(copy) == before
    one.observations.star(1, True)
    one.undo()
    assert not one.observations.get(1).starred


def test_a_merge_that_fails_leaves_everything_as_it_was(
    journal: Journal, apart: Copies, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.observations.capture("The dock was full.")
    one, other = apart()
    other.observations.capture("Theirs.")
    before, files = content(one), sorted(one.path.parent.iterdir())

    def fail(*_: object) -> None:
        raise RuntimeError("a mistake")

    monkeypatch.setattr("pivot_journal.storage.merging._Visit._take_list", fail)
    with pytest.raises(RuntimeError):
        one.keeping.merge(other.path)
    assert content(one) == before
    assert sorted(one.path.parent.iterdir()) == files
    assert is_whole(one)


def test_the_other_journal_is_only_read(journal: Journal, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "other.db"
    with open_journal(other, create=True) as opened:
        opened.observations.capture("Theirs.")
    before = other.read_bytes()
    journal.keeping.merge(other)
    assert other.read_bytes() == before
    assert list(other.parent.iterdir()) == [other]
    assert not list(journal.path.parent.glob(".pivot-*"))


@pytest.mark.parametrize("seed", range(2))
def test_any_order_of_merges_gives_the_same_journal(
    seed: int, journal: Journal, clock: FakeClock, apart: Copies
) -> None:
    """Commutative, associative and idempotent: over copies that were used at random, with steps undone among them."""
    use_at_random(journal, seed, 10)
    copies = apart(3)
    for number, copy in enumerate(copies):
        use_at_random(copy, seed * 10 + number, 14)
    everything = set.union(*(ids_of(copy) for copy in copies))
    every_text = set.union(*(wordings(copy) for copy in copies))
    results = []
    for first, *rest in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
        (into,) = apart(1, journal=copies[first])
        results.append(merge(into, *(copies[number] for number in rest)))
    results.append(merge(copies[0], merge(copies[1], copies[2])))
    contents = [content(each) for each in results]
    for each in contents[1:]:
        assert each == contents[0]
    assert results[0].keeping.merge(copies[2].path).joined.is_nothing
    assert ids_of(results[0]) == everything
    assert wordings(results[0]) >= every_text
    assert all(is_whole(each) for each in results)


def use_at_random(journal: Journal, seed: int, steps: int) -> None:
    """Use a journal at random, mostly on what is there already; now and then a step is taken back."""
    random = Random(seed)
    use = RandomUse(journal, lambda: tick(journal, random.randint(1, 5)), seed)
    for _ in range(steps):
        tick(journal, random.randint(1, 5))
        verbs: list[Callable[[], object]] = [
            use.step,
            use.step,
            use.change,
            use.change,
            use.tell,
            use.decide,
            lambda: journal.tallies.count(random.choice(["failed drops", "calls"]), 2),
            lambda: journal.terms.set(random.choice(["Heron", "Crane"]), random.choice(["", "a bird", "a boat"])),
            lambda: journal.searches.save(random.choice(["Late", "late", "dock"]), random.choice(["dock", "starred"])),
            use.prepare,
            lambda: change_one_text(journal, random),
            lambda: change_one_text(journal, random),
            journal.undo,
        ]
        with contextlib.suppress(JournalError):
            random.choice(verbs)()


def change_one_text(journal: Journal, random: Random) -> None:
    """Change or empty one text of something that has many."""
    text = random.choice(["", "one", "two", "three"])
    chance = random.random()
    if chance < 0.4:
        pitch = journal.pitches.current()
        journal.pitches.save(replace(pitch, ask=text) if chance < 0.2 else replace(pitch, question=text))
    elif chance < 0.7 and (stories := journal.stories.all()):
        chosen = random.choice(stories)
        journal.stories.save(replace(chosen, did=text) if chance < 0.55 else replace(chosen, bullet=text))
    elif decisions := journal.decisions.all():
        decided = random.choice(decisions)
        journal.decisions.save(replace(decided, trade_off=text) if chance < 0.85 else replace(decided, fair_view=text))


def ids_of(journal: Journal) -> set[tuple[str, str]]:
    """Return what things there are, in the trash or not."""
    return {
        (table, id_)
        for table in (*TABLES_OF_THINGS, "tally_count")
        for (id_,) in rows(journal, f"SELECT id FROM {table}")
    }


def wordings(journal: Journal) -> set[tuple[str, str, str, str]]:
    """Return every text that anything has or had, after its table, its id and its field."""
    found = set(rows(journal, "SELECT table_name, row_id, field, text FROM earlier_text WHERE text <> ''"))
    for query in ("SELECT id, text FROM observation", "SELECT observation_id, text FROM revision"):
        found |= {("observation", id_, "text", text) for id_, text in rows(journal, query)}
    for table, fields in kept_fields().items():
        for field in fields:
            found |= {
                (table, id_, field, text) for id_, text in rows(journal, f"SELECT id, {field} FROM {table}") if text
            }
    return found
