"""The sample journal: what it holds, that it moves with the calendar, and that it claims nothing it may not."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from pivot_journal.domain.decision import Decision, WorryOutcome
from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.foresight import Foresight, foresight_of
from pivot_journal.domain.impact import Basis
from pivot_journal.domain.observation import Evidence, Observation, Triage
from pivot_journal.domain.story import HEADLINE_BEATS, StoryStatus
from pivot_journal.domain.when import Precision
from pivot_journal.journal import Journal, open_journal
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.formats import STANDARD
from pivot_journal.sample.loader import STANDS_STILL_ON, fill_sample, weeks_to

DATA = resources.files("pivot_journal.sample")
DATED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|spring|summer|autumn|winter|(?:19|20)\d\d"
    r"|Christmas|Xmas|Easter|New Year|Halloween|Valentine|carnival|Thanksgiving|Black Friday|bank holiday"
    r"|(?:Mother|Father)'s Day)\b"
)
INSTANTS = {"recorded_at", "revised_at", "updated_at", "changed_at", "written_at"}


def opened_sample(folder: Path, today: dt.date, zone: dt.tzinfo | None = dt.UTC) -> Journal:
    path = folder / "sample.db"
    fill_sample(path, today, zone=zone)
    return open_journal(path)


def everything(journal: Journal) -> list[Observation]:
    return journal.observations.page(Filter(), limit=-1, oldest_first=True)


def by_number(journal: Journal) -> list[Observation]:
    return sorted(everything(journal), key=lambda observation: observation.number)


def all_things(journal: Journal) -> list[Any]:
    decisions = journal.decisions.all()
    impacts = journal.decisions.impacts([decision.id for decision in decisions])
    return [
        *by_number(journal),
        *decisions,
        *(impact for decision in decisions for impact in impacts.get(decision.id, ())),
        *journal.stories.all(),
        *journal.pitches.all(),
        journal.pitches.profile(),
    ]


def values(thing: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Give every plain value of a thing with the name of its field."""
    if is_dataclass(thing):
        for field in fields(thing):
            yield from values(getattr(thing, field.name), field.name)
    elif isinstance(thing, tuple):
        for item in thing:
            yield from values(item, name)
    else:
        yield name, thing


def visible(journal: Journal) -> list[Any]:
    """Everything that a user can see, with each id replaced by the order in which it comes up."""
    order: dict[str, int] = {}
    seen: list[Any] = []
    for thing in all_things(journal):
        for name, value in values(thing):
            is_id = value is not None and (name == "id" or name.endswith(("_id", "_ids")))
            seen.append(order.setdefault(value, len(order)) if is_id else value)
    return seen


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    with opened_sample(tmp_path_factory.mktemp("sample"), STANDS_STILL_ON) as journal:
        yield journal


@pytest.fixture(scope="module")
def decisions(sample: Journal) -> dict[str, Decision]:
    return {decision.title: decision for decision in sample.decisions.all()}


def test_it_holds_four_years_of_a_life(sample: Journal) -> None:
    seen = by_number(sample)
    assert len(seen) >= 250
    assert len(sample.decisions.all()) >= 10
    assert len(sample.stories.all()) >= 5
    assert len(sample.pitches.all()) == 2
    assert {observation.evidence for observation in seen} == set(Evidence)
    assert {observation.triage for observation in seen} == set(Triage)
    assert {observation.observed_on.precision for observation in seen} == set(Precision)
    assert (seen[-1].recorded_at - seen[0].recorded_at).days > 365 * 3.9
    impacts = sample.decisions.impacts([decision.id for decision in sample.decisions.all()])
    assert {impact.basis for of_one in impacts.values() for impact in of_one} == set(Basis)
    assert sample.pitches.profile().years == 4


def test_numbers_follow_the_order_of_the_file(sample: Journal) -> None:
    lines = DATA.joinpath("observations.jsonl").read_text("utf-8").splitlines()
    assert [observation.text for observation in by_number(sample)] == [json.loads(line)["text"] for line in lines]
    assert [observation.number for observation in by_number(sample)] == list(range(1, len(lines) + 1))


def test_the_newest_nine_are_still_to_be_sorted(sample: Journal) -> None:
    unsorted = sample.observations.page(Filter(triage=Triage.UNTRIAGED), limit=-1)
    assert unsorted == sample.observations.page(Filter(), limit=9)
    assert sample.observations.count(Filter(triage=Triage.UNTRIAGED)) == 9


def test_a_note_from_after_midnight_belongs_to_the_evening_before(sample: Journal) -> None:
    late = [observation for observation in everything(sample) if observation.recorded_at.hour < 3]
    assert len(late) >= 3
    for observation in late:
        assert observation.observed_on.day == observation.recorded_at.date() - dt.timedelta(days=1)
        assert observation.evidence is Evidence.WRITTEN_HERE


def test_several_decisions_have_a_note_from_before_their_launch(sample: Journal) -> None:
    foreseen = set()
    for decision in sample.decisions.all():
        for observation in sample.decisions.observations(decision.id):
            claim = foresight_of(observation, decision.launched_on)
            if claim.may_be_claimed:
                assert claim.foresight is Foresight.NOTED_BEFORE
                assert observation.earlier == ()
                foreseen.add(decision.title)
    assert len(foreseen) >= 4


def test_what_is_remembered_claims_nothing(sample: Journal) -> None:
    remembered = [seen for seen in everything(sample) if seen.evidence is Evidence.FROM_MEMORY and seen.decision_id]
    assert remembered
    for observation in remembered:
        launched_on = sample.decisions.get(observation.decision_id or "").launched_on
        assert not foresight_of(observation, launched_on).may_be_claimed


def test_what_was_dated_elsewhere_names_its_source_and_day(sample: Journal) -> None:
    for observation in everything(sample):
        if observation.evidence is Evidence.DATED_ELSEWHERE:
            assert observation.reference.source
            assert observation.reference.reference
            assert observation.reference.dated_on == observation.observed_on.day
        else:
            assert str(observation.reference) == ""


def test_a_worry_that_did_not_come_true_is_kept(decisions: dict[str, Decision]) -> None:
    outcomes = {decision.worry_outcome for decision in decisions.values()}
    assert outcomes == {*WorryOutcome, None}


def test_a_launch_that_was_put_off_keeps_its_first_date(decisions: dict[str, Decision]) -> None:
    moved = [decision for decision in decisions.values() if decision.launch_changes]
    assert len(moved) == 1
    (change,) = moved[0].launch_changes
    assert change.launched_on.day is not None
    assert moved[0].launched_on.day is not None
    assert change.changed_at.date() < change.launched_on.day < moved[0].launched_on.day


def test_one_launch_is_still_to_come(decisions: dict[str, Decision]) -> None:
    ahead = [d.title for d in decisions.values() if d.launched_on.day and d.launched_on.day > STANDS_STILL_ON]
    assert len(ahead) == 1


def test_some_decisions_are_no_more_than_a_title(decisions: dict[str, Decision]) -> None:
    assert any(not decision.assumption for decision in decisions.values())


def test_a_ready_story_has_every_beat_and_its_evidence(sample: Journal) -> None:
    ready = [story for story in sample.stories.all() if story.status is StoryStatus.READY]
    assert len(ready) == 3
    assert sample.stories.all()[:3] == ready
    for story, material in zip(ready, sample.stories.material(ready), strict=True):
        assert all(getattr(story, beat.value) for beat in HEADLINE_BEATS)
        assert story.trade_off
        assert material.impacts[0].observation_ids
        assert len(material.observations) == len(story.observation_ids) >= 3
        assert material.decision is not None
        assert foresight_of(material.observations[0], material.decision.launched_on).may_be_claimed


def test_an_impact_that_was_worked_out_adds_up(sample: Journal) -> None:
    impacts = sample.decisions.impacts([decision.id for decision in sample.decisions.all()])
    worked_out = [i for of_one in impacts.values() for i in of_one if i.working_count and i.working_rate]
    assert worked_out
    for impact in worked_out:
        assert (impact.working_count or 0) * (impact.working_rate or 0) == impact.amount_low


def test_nothing_in_it_can_be_undone(sample: Journal) -> None:
    with pytest.raises(NotFound):
        sample.undo()
    with pytest.raises(NotFound):
        sample.redo()


def test_each_pitch_fits_its_format_and_the_current_one_lacks_nothing(sample: Journal) -> None:
    pitches = sample.pitches.all()
    assert [pitch.is_current for pitch in pitches] == [True, False]
    for pitch in pitches:
        composed = compose(sample.pitches.material(pitch), today=STANDS_STILL_ON)
        assert composed.gaps == ()
        assert not composed.is_over
        assert composed.words <= STANDARD[pitch.format].budget.words_most
        assert not any(left.role.value == "would_decide" for left in composed.left_out)
    assert "seven weeks before" in compose(sample.pitches.material(), today=STANDS_STILL_ON).text


@pytest.mark.parametrize(
    "name", sorted(path.name for path in DATA.iterdir() if path.name.endswith((".toml", ".jsonl")))
)
def test_no_text_names_a_month_a_year_or_a_holiday(name: str) -> None:
    text = DATA.joinpath(name).read_text("utf-8")
    parsed = [json.loads(line) for line in text.splitlines()] if name.endswith("jsonl") else tomllib.loads(text)
    assert [found for words in texts(parsed) for found in DATED.findall(words)] == []


def texts(parsed: Any, name: str = "") -> Iterator[str]:
    """Give the texts of a data file that are shown as they stand; its days are moved, so they are not among them."""
    if isinstance(parsed, dict):
        for key, value in parsed.items():
            yield from texts(value, key)
    elif isinstance(parsed, list):
        for value in parsed:
            yield from texts(value, name)
    elif isinstance(parsed, str) and not name.endswith(("on", "over_from", "over_to", "recorded")):
        yield parsed


@pytest.mark.parametrize(
    ("today", "weeks"),
    [
        (STANDS_STILL_ON, 0),
        (STANDS_STILL_ON + dt.timedelta(days=6), 0),
        (STANDS_STILL_ON + dt.timedelta(days=7), 1),
        (STANDS_STILL_ON - dt.timedelta(days=1), -1),
        (STANDS_STILL_ON - dt.timedelta(days=7), -1),
        (dt.date(2028, 2, 29), 66),
    ],
)
def test_it_moves_by_whole_weeks_that_have_begun(today: dt.date, weeks: int) -> None:
    assert weeks_to(today) == weeks


@pytest.mark.parametrize("days", [-204, 503])
def test_wherever_it_moves_no_day_is_in_the_future_and_weekdays_stay(
    sample: Journal, tmp_path: Path, days: int
) -> None:
    today = STANDS_STILL_ON + dt.timedelta(days=days)
    with opened_sample(tmp_path, today) as journal:
        moved = by_number(journal)
        instants = [value for thing in all_things(journal) for name, value in values(thing) if name in INSTANTS]
        composed = [compose(journal.pitches.material(pitch), today=today) for pitch in journal.pitches.all()]
    assert max(instants).date() < today
    assert 0 < (today - moved[-1].recorded_at.date()).days <= 9
    for still, shifted in zip(by_number(sample), moved, strict=True):
        assert (shifted.recorded_at - still.recorded_at) == dt.timedelta(weeks=weeks_to(today))
        assert (still.evidence, still.observed_on.precision) == (shifted.evidence, shifted.observed_on.precision)
        if shifted.observed_on.day and still.observed_on.day:
            assert shifted.observed_on.day <= today
        if shifted.observed_on.precision is Precision.DAY and shifted.observed_on.day and still.observed_on.day:
            assert shifted.observed_on.day.weekday() == still.observed_on.day.weekday()
    assert not any(pitch.gaps or pitch.is_over for pitch in composed)


def test_filled_twice_for_the_same_day_it_looks_the_same(sample: Journal, tmp_path: Path) -> None:
    with opened_sample(tmp_path / "another", STANDS_STILL_ON) as again:
        assert visible(again) == visible(sample)


@pytest.mark.usefixtures("new_york")
def test_its_hours_are_those_of_the_machine_summer_and_winter(sample: Journal, tmp_path: Path) -> None:
    with opened_sample(tmp_path, STANDS_STILL_ON, zone=None) as local:
        here = [observation.recorded_at for observation in by_number(local)]
    assert {moment.utcoffset() for moment in here} == {dt.timedelta(hours=-5), dt.timedelta(hours=-4)}
    assert [moment.replace(tzinfo=dt.UTC) for moment in here] == [seen.recorded_at for seen in by_number(sample)]


def test_what_is_already_at_the_path_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    path.write_text("my own")
    with pytest.raises(ValueRefused, match="there already"):
        fill_sample(path, STANDS_STILL_ON)
    assert path.read_text() == "my own"
