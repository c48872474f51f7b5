"""Fill a new journal with the invented data of this folder, moved to the present by whole weeks."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
import uuid
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from pivot_journal.domain.decision import AssumptionKind, Decision, DecisionStatus, WorryOutcome
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.impact import Basis, Impact
from pivot_journal.domain.observation import Evidence, Reference, Triage
from pivot_journal.domain.pitch import Pitch, Profile
from pivot_journal.domain.story import Story, StoryStatus
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When
from pivot_journal.journal import Journal, open_journal

INVENTED = "An invented journal: nobody and nothing in it is real."
"""What the screen says wherever this journal is shown."""
STANDS_STILL_ON = dt.date(2026, 11, 23)
"""The Monday for which the data is written: its newest entry is of the Friday before."""

_HERE = Path(__file__).parent
_BEGINNING = "2022-11-28 22:00"
_LAUNCH_MOVED_AT = "21:55"
"""The time of day at which a changed launch date was written down."""
_WRITING_EVENING = "2026-11-22 19:00"
"""The Sunday before ``STANDS_STILL_ON``, on which decisions, stories and pitches are written, a minute apart."""
_PRECISIONS = (Precision.YEAR, Precision.MONTH, Precision.DAY)


def weeks_to(today: dt.date) -> int:
    """Return by how many whole weeks the data moves for a day; negative for a day before ``STANDS_STILL_ON``.

    Rounded down, so that nothing is ever observed or written after that day.
    """
    return (today - STANDS_STILL_ON).days // 7


def fill_sample(path: Path, today: dt.date, *, zone: dt.tzinfo | None = None) -> None:
    """Make a new journal and fill it with the sample, its newest entries in the week before today.

    Everything goes through the journal's own verbs, on a clock that is set to when it was written. Nothing of it can
    be undone: the first step of undo is the user's own.

    Args:
        path: Where the journal is made; its folder too, where it is missing.
        today: The local day on which it shall look recent.
        zone: The time zone in which it was written; that of this machine when None.

    Raises:
        ValueRefused: There is something at the path already; it is left as it is.
        JournalUnusable: The file cannot be made.
    """
    if path.exists():
        raise ValueRefused(f"{path} is there already. Name a new file for the sample journal.")
    clock = _Clock(_BEGINNING, weeks_to(today), zone)
    with open_journal(path, create=True, now=clock) as journal, journal.in_one_step():
        _Filling(journal, clock).fill()


class _Clock:
    """A clock that is set by the local times of the data and runs in the present they are moved to."""

    def __init__(self, start: str, weeks: int, zone: dt.tzinfo | None) -> None:
        self._shift = dt.timedelta(weeks=weeks)
        self._zone = zone
        self._moment = self._local(start)

    def __call__(self) -> dt.datetime:
        return self._moment

    def set(self, text: str) -> None:
        """Set it to '2024-02-06 21:40' of the data."""
        self._moment = self._local(text)

    def tick(self) -> None:
        """Move on by a minute."""
        self._moment += dt.timedelta(minutes=1)

    def _local(self, text: str) -> dt.datetime:
        moment = dt.datetime.fromisoformat(text) + self._shift
        return moment.replace(tzinfo=self._zone) if self._zone else moment.astimezone()

    def day(self, text: str) -> dt.date:
        """Return where a day of the data has moved to."""
        return dt.date.fromisoformat(text) + self._shift

    def when(self, text: str, precision: Precision | None = None) -> When:
        """Return a date of the data, as exact as it is written unless said otherwise: '2022', '2023-02', ''."""
        if not text:
            return UNKNOWN_DAY
        return When.of(self.day((text + "-01-01")[:10]), precision or _PRECISIONS[text.count("-")])


class _Filling:
    """Carries the data into one journal; keeps what the names in the files stand for."""

    def __init__(self, journal: Journal, clock: _Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._observations: dict[str, str] = {}
        self._decisions: dict[str, Decision] = {}
        self._impacts: dict[str, list[Impact]] = {}
        self._stories: dict[str, str] = {}

    def fill(self) -> None:
        """Write everything, each thing after those it names."""
        # First, because notes written after midnight count as the evening before.
        self._journal.pitches.save_profile(Profile(**_toml("profile")))
        decisions = {entry.pop("slug"): entry for entry in _toml("decisions")["decision"]}
        for line in (_HERE / "observations.jsonl").read_text("utf-8").splitlines():
            self._observation(json.loads(line), decisions)
        for slug, entry in decisions.items():
            self._launch_changes(slug, entry)
        self._clock.set(_WRITING_EVENING)
        for slug, entry in decisions.items():
            self._decision(slug, entry)
        # Lists show the latest written first, the files the most finished.
        for entry in reversed(_toml("stories")["story"]):
            self._story(entry)
        for entry in _toml("pitches")["pitch"]:
            self._pitch(entry)

    def _observation(self, entry: dict[str, Any], decisions: dict[str, dict[str, Any]]) -> None:
        self._clock.set(entry["recorded"])
        slug = entry.get("decision")
        if slug and slug not in self._decisions:
            self._begin_decision(slug, decisions[slug])
        dated_on = entry.get("evidence_on")
        observation = self._journal.observations.capture(
            entry["text"],
            observed_on=self._clock.when(entry["on"] or "", Precision(entry.get("precision", "day"))),
            tags=entry.get("tags", ()),
            starred=entry.get("starred", False),
            triage=Triage(entry["triage"]),
            decision_id=self._decisions[slug].id if slug else None,
            evidence=Evidence(entry["evidence"]) if "evidence" in entry else None,
            reference=Reference(
                source=entry.get("evidence_source", ""),
                dated_on=self._clock.day(dated_on) if dated_on else None,
                reference=entry.get("evidence_reference", ""),
            ),
        )
        if "ref" in entry:
            self._observations[entry["ref"]] = observation.id

    def _begin_decision(self, slug: str, entry: dict[str, Any]) -> None:
        """Write a decision down with the first note about it: its title, and the launch that was planned then."""
        changes = entry.get("launch_change")
        launched_on = self._clock.when(changes[0]["launched_on"]) if changes else UNKNOWN_DAY
        decision = Decision(id=str(uuid.uuid4()), title=entry["title"], launched_on=launched_on)
        self._decisions[slug] = self._journal.decisions.save(decision)

    def _launch_changes(self, slug: str, entry: dict[str, Any]) -> None:
        """Move the launch of a decision from date to date; the database keeps each earlier one."""
        changes = entry.pop("launch_change", [])
        following = [*(change["launched_on"] for change in changes[1:]), entry.get("launched_on", "")]
        for change, launched_on in zip(changes, following, strict=False):
            self._clock.set(f"{change['changed_on']} {_LAUNCH_MOVED_AT}")
            moved = replace(self._decisions[slug], launched_on=self._clock.when(launched_on))
            self._decisions[slug] = self._journal.decisions.save(moved)

    def _decision(self, slug: str, entry: dict[str, Any]) -> None:
        impacts = entry.pop("impact", [])
        entry |= {name: self._clock.when(entry.get(name, "")) for name in ("decided_on", "launched_on")}
        for name, kind in (
            ("assumption_kind", AssumptionKind),
            ("status", DecisionStatus),
            ("worry_outcome", WorryOutcome),
        ):
            entry[name] = kind(entry[name]) if name in entry else None
        decision = replace(self._decisions[slug], **entry)
        written = self._impacts[slug] = [self._impact(decision, impact) for impact in impacts]
        # One more at each save: impacts written in the same moment have no order.
        for count in range(min(1, len(written)), len(written) + 1):
            self._clock.tick()
            decision = self._journal.decisions.save(decision, written[:count])

    def _impact(self, decision: Decision, entry: dict[str, Any]) -> Impact:
        for name in ("amount_low", "amount_high", "out_of", "working_count", "working_rate"):
            entry[name] = Decimal(entry[name]) if name in entry else None
        for name in ("over_from", "over_to"):
            entry[name] = self._clock.day(entry[name]) if name in entry else None
        return Impact(
            id=str(uuid.uuid4()),
            decision_id=decision.id,
            basis=Basis(entry.pop("basis")),
            observation_ids=self._ids(entry.pop("backed_by")),
            **entry,
        )

    def _story(self, entry: dict[str, Any]) -> None:
        self._clock.tick()
        slug, decision = entry.pop("slug"), entry.pop("decision")
        headline = entry.pop("headline_impact", None)
        story = Story(
            id=str(uuid.uuid4()),
            decision_id=self._decisions[decision].id,
            headline_impact_id=self._impacts[decision][headline - 1].id if headline else None,
            status=StoryStatus(entry.pop("status")),
            observation_ids=self._ids(entry.pop("observations")),
            **entry,
        )
        self._stories[slug] = self._journal.stories.save(story).id

    def _pitch(self, entry: dict[str, Any]) -> None:
        self._clock.tick()
        is_current = entry.pop("is_current")
        story_ids = tuple(self._stories[slug] for slug in entry.pop("stories"))
        pitch = self._journal.pitches.save(Pitch(id=str(uuid.uuid4()), story_ids=story_ids, **entry))
        if is_current:
            self._journal.pitches.show(pitch.id)

    def _ids(self, refs: list[str]) -> tuple[str, ...]:
        return tuple(self._observations[ref] for ref in refs)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / f"{name}.toml").read_text("utf-8"))
