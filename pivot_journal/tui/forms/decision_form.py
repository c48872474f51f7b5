"""Write a decision down: what it took for granted, how big it was, what instead; the rest behind 'more'."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from pivot_journal.dates import Bias, parse_when
from pivot_journal.domain.decision import AssumptionKind, Decision, DecisionStatus
from pivot_journal.domain.errors import FieldRefused, JournalError, NotFound
from pivot_journal.domain.impact import Impact
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.pitch import Material, StoryMaterial
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import UNKNOWN_DAY, When
from pivot_journal.domain.words import ASSUMPTION_KIND, DECISION_STATUS
from pivot_journal.journal.drafts import Draft
from pivot_journal.journal.observations import quoted
from pivot_journal.pitch.amounts import amount_said, names_amount
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.forms.amount_fields import (
    FRONT,
    MORE,
    about_refused,
    amount_specs,
    amount_values,
    is_blank,
    read_impact,
)
from pivot_journal.tui.forms.form import DAY_NOTE, Form, state_of
from pivot_journal.tui.forms.tally_fields import matching, named_so, taken_over, tally_said
from pivot_journal.tui.messages import PreviewMaterial
from pivot_journal.tui.widgets.field import Field, FieldSpec

NOT_SAID = ("", "not said")
TEXTS = (
    "assumption",
    "alternative",
    "trade_off",
    "decision_maker",
    "operational_reality",
    "expected_outcome",
    "actual_outcome",
    "fair_view",
)
"""The fields that are stored as they are typed."""
DAYS: dict[str, tuple[str, Bias]] = {"launched_on": ("Launched", "future"), "decided_on": ("Decided", "past")}
"""The dates: what a message calls them, and which way a date without a year leans."""
READS_ON = "Reads on from: the decision took for granted that …"
AMOUNT_NOTE = "here it is read back"
_ABOUT = "impact:"
FEW_NOTES = 2
"""How many of the notes behind an amount are quoted under their numbers."""


class DecisionForm(Form):
    """The form of one decision with its amounts.

    Args:
        desk: The journal and the keeper of drafts.
        decision: What is edited; None for a new one.
        begin_at: The name of the field to stand in; the first one when empty.
    """

    DEFAULT_CSS = """
    DecisionForm Field.-beside { margin: 0; }
    DecisionForm Field.-ends-amount { margin: 0 0 1 0; }
    """

    def __init__(self, desk: Desk, decision: Decision | None, *, begin_at: str = "") -> None:
        journal = desk.journal
        self.decision = decision
        self.decision_id = decision.id if decision else str(uuid.uuid4())
        self._begin_at = begin_at
        self._observations: list[Observation] = []
        self._impacts: tuple[Impact, ...] = ()
        if decision is not None:
            self._observations = journal.decisions.observations(decision.id, with_wordings=False)
            self._impacts = journal.decisions.impacts([decision.id]).get(decision.id, ())
        there = [impact.id for impact in self._impacts]
        gone = _gone_amounts(desk.journal.drafts.find("decision", decision.id), there) if decision is not None else []
        self._ids = [*there, *(str(uuid.uuid4()) for _ in (*gone, "new"))]
        self._kept_as = [*there, *gone, "new"]
        """How a draft names each amount: those that are stored, those that were taken out elsewhere, and a new one."""
        self._prefixes = [f"impact{place}" for place in range(len(self._ids))]
        self._tallies = journal.tallies.all()
        self._numbers = {observation.id: observation.number for observation in self._observations}
        self._by_number = {observation.number: observation for observation in self._observations}
        for observation in journal.observations.by_ids([i for m in self._impacts for i in m.observation_ids]):
            self._numbers[observation.id] = observation.number
            self._by_number[observation.number] = observation
        self._material: Material | None = None
        self._material_version = -1
        title = "A decision, and what it took for granted"
        if decision is not None:
            title = f"Decision · {one_line(decision.title)}"
        super().__init__(
            desk,
            form="decision",
            target=decision.id if decision else desk.new_target,
            title=title,
            fields=self._specs(),
            values=self._values(),
            state=state_of(decision.updated_at) if decision else "",
            behind_more="when it launched, what was true on the floor and more",
        )
        self._was_changed_elsewhere |= bool(gone)
        if begin_at in self._unshown:
            self._mount_more()
        self._lay_close(self.fields.values())

    def _lay_close(self, fields: Iterable[Field]) -> None:
        """Set the fields of an amount close together."""
        for field in fields:
            if field.spec.is_beside:
                ends = field.spec.name.endswith((f"_{FRONT[-1]}", f"_{MORE[-1]}"))
                field.set_class(ends, "-ends-amount")

    def more_made(self, fields: Iterable[Field]) -> None:
        """Set the fields of an amount close together."""
        self._lay_close(fields)

    def more_mounted(self) -> None:
        """Say how what is there is read."""
        self._echo()

    # The fields

    def _specs(self) -> list[FieldSpec]:
        first, *others = self._prefixes
        front = FRONT if self._tallies else FRONT[1:]
        asked = [
            FieldSpec(
                name="title",
                label="What was decided?",
                prompt="e.g. same-day slots for every depot",
            ),
            FieldSpec(
                name="assumption",
                label="What did it take for granted?",
                prompt="e.g. a depot is open whenever its address is",
                note=READS_ON,
            ),
            *amount_specs(first, front, section="How big was it?", is_more=False),
            FieldSpec(name="alternative", label="What instead?", prompt="e.g. ask opening hours once, at sign-up"),
            FieldSpec(
                name="trade_off", label="At what price?", prompt="e.g. one more field, so some leave the form there"
            ),
            FieldSpec(
                name="launched_on",
                label="Launched",
                section="When and by whom",
                prompt="e.g. 15 apr 2024, q2 2024, next march, in 3 weeks",
                note=DAY_NOTE,
                is_more=True,
            ),
            FieldSpec(name="decided_on", label="Decided", prompt="e.g. february 2024", note=DAY_NOTE, is_more=True),
            FieldSpec(
                name="decision_maker", label="By which role? No names.", prompt="e.g. the app's PM", is_more=True
            ),
            FieldSpec(
                name="status",
                label="Where does it stand?",
                choices=(NOT_SAID, *((status.value, words) for status, words in DECISION_STATUS.items())),
                is_more=True,
            ),
            FieldSpec(
                name="operational_reality",
                label="What was true on the floor?",
                section="What it met",
                prompt="e.g. small depots shut at noon, and nothing in the system knew",
                is_more=True,
            ),
            FieldSpec(
                name="fair_view",
                label="Why did it make sense then?",
                prompt="e.g. in the pilot every depot had a night porter",
                is_more=True,
            ),
            FieldSpec(
                name="assumption_kind",
                label="What kind of thing was taken for granted?",
                choices=(NOT_SAID, *((kind.value, words) for kind, words in ASSUMPTION_KIND.items())),
                is_more=True,
            ),
            FieldSpec(
                name="expected_outcome",
                label="What was it meant to bring?",
                prompt="e.g. fewer calls about slots",
                is_more=True,
            ),
            FieldSpec(
                name="actual_outcome",
                label="What did it bring?",
                prompt="e.g. fewer calls, and 118 failed drops",
                is_more=True,
            ),
            *amount_specs(first, MORE, section="More about how big", is_more=True),
        ]
        for place, prefix in enumerate(others, 2):
            is_new = place == len(self._ids)
            is_gone = len(self._impacts) < place and not is_new
            section = f"Amount {place}{', taken out elsewhere meanwhile' if is_gone else ''}"
            section = "One more amount, where there is one" if is_new else section
            asked += amount_specs(prefix, front + MORE, section=section, is_more=True)
        return asked

    def _values(self) -> dict[str, str]:
        decision = self.decision
        if decision is None:
            return {}
        values = {name: getattr(decision, name) for name in ("title", *TEXTS)}
        for name in DAYS:
            when: When = getattr(decision, name)
            values[name] = "" if when.day is None else str(when)
        values["assumption_kind"] = decision.assumption_kind.value if decision.assumption_kind else ""
        values["status"] = decision.status.value if decision.status else ""
        for prefix, impact in zip(self._prefixes, self._impacts, strict=False):
            numbers = ", ".join(str(self._numbers[id_]) for id_ in impact.observation_ids if id_ in self._numbers)
            tally = next((tally.name for tally in self._tallies if tally.id == impact.tally_id), "")
            values |= amount_values(prefix, impact, numbers, tally)
        return values

    def on_mount(self) -> None:
        """Say how what is there is read; Textual calls the form's own as well."""
        self._echo()

    def focus_first(self) -> None:
        """Stand in the field that is asked for, else in the first one."""
        if self._begin_at:
            self.focus_field(self._begin_at)
            self._begin_at = ""
        else:
            super().focus_first()

    # The draft

    def draft_name(self, name: str) -> str:
        """Name the fields of an amount by the amount, whose place may be another one's when they are restored."""
        prefix, _, part = name.partition("_")
        if prefix not in self._prefixes:
            return name
        return f"{_ABOUT}{self._kept_as[self._prefixes.index(prefix)]}_{part}"

    # How what is typed is read

    def _echo(self) -> None:
        for name in DAYS:
            self._echo_day(name)
        for prefix in self._prefixes:
            self._echo_amount(prefix)
            self._echo_tally(prefix)

    def on_field_changed(self, event: Field.Changed) -> None:
        """Say how what is typed is read; Textual calls the form's own as well, for draft and preview."""
        name = event.field.spec.name
        if name in DAYS:
            self._echo_day(name)
        elif name.startswith("impact"):
            self._echo_amount(name.partition("_")[0])
            self._echo_tally(name.partition("_")[0])

    # From a tally

    def _parts(self, prefix: str) -> dict[str, str]:
        values = self.content()
        return {name.removeprefix(f"{prefix}_"): values[name] for name in self._names(prefix)}

    def _echo_tally(self, prefix: str) -> None:
        """Say which tally is meant, and where it stands now."""
        field = self.fields.get(f"{prefix}_tally")
        if field is not None:
            field.set_note(tally_said(self._tallies, self._parts(prefix), **self._reading))

    @property
    def _reading(self) -> dict[str, Any]:
        return {"today": self.desk.journal.today, "day_order": self.desk.settings.day_order}

    def take_over(self, field: Field) -> bool:
        """Take over the words on offer in a field; in that of a tally, the amount as the tally stands now."""
        prefix, _, part = field.spec.name.partition("_")
        if part != "tally":
            return super().take_over(field)
        parts = self._parts(prefix)
        own = named_so(self._tallies, parts["tally"])
        found = [own] if own is not None else matching(self._tallies, parts["tally"])
        if not found or not found[0].days:
            return False
        taken = taken_over(found[0], parts, is_again=own is not None and bool(parts["amount"]), **self._reading)
        if all(parts[part] == text for part, text in taken.items()):
            return False
        for part, text in taken.items():
            self.fields[f"{prefix}_{part}"].value = text
        return True

    def action_next(self) -> None:
        """Go on to the next field; from a part of a tally's name, once that tally is taken over."""
        field = next((field for field in self.fields.values() if field.input.has_focus), None)
        is_tally = field is not None and field.spec.name.endswith("_tally")
        if field is not None and is_tally and named_so(self._tallies, field.value) is None:
            self.take_over(field)
        super().action_next()

    def _echo_day(self, name: str) -> None:
        field = self.fields.get(name)
        if field is None:
            return
        note, typed = DAY_NOTE, self.value(name)
        if typed:
            try:
                when = self._day(name)
            except JournalError:
                note = "no date so far"
            else:
                note = DAY_NOTE if str(when) == typed else f"that is {when}"
        field.set_note(note)

    def _echo_amount(self, prefix: str) -> None:
        """Say how an amount is read, and offer the notes that hold its figure."""
        values = self.content()
        said, numbers = AMOUNT_NOTE, ""
        about = about_refused(values[f"{prefix}_amount"], values[f"{prefix}_basis"])
        if f"{prefix}_basis" in self.fields:
            self.fields[f"{prefix}_basis"].set_note(about)
        if about:
            said = "does not count yet"
        elif not is_blank(prefix, values | {f"{prefix}_tally": ""}):
            try:
                impact = self._read(prefix, values, ())
            except JournalError as error:
                said = f"does not count yet: {error}"
            else:
                said = f"reads as {amount_said(impact)}"
                naming = [seen for seen in self._observations if names_amount(seen.text, impact)]
                numbers = ", ".join(str(seen.number) for seen in naming)
        if f"{prefix}_working" in self.fields:
            self.fields[f"{prefix}_working"].set_note(said)
        backed = self.fields.get(f"{prefix}_backed")
        if backed is None:
            return
        backed.set_offer(numbers)
        found = [self._by_number.get(int(number)) for number in re.findall(r"\d{1,9}", backed.value)]
        quotes = [f"{seen.number} {quoted(seen.text, 34)}" for seen in found[:FEW_NOTES] if seen is not None]
        backed.set_note(" · ".join(quotes))

    # What is typed, as things

    def _day(self, name: str) -> When:
        typed = self.value(name)
        if not typed:
            return UNKNOWN_DAY
        label, bias = DAYS[name]
        journal = self.desk.journal
        try:
            return parse_when(typed, journal.today, day_order=self.desk.settings.day_order, bias=bias)
        except JournalError as error:
            raise FieldRefused(name, f"{label}: {error}") from None

    def _read(self, prefix: str, values: dict[str, str], observation_ids: tuple[str, ...]) -> Impact:
        place = self._prefixes.index(prefix)
        tally_id = self._tally_id(prefix)
        return read_impact(
            prefix,
            values,
            id=self._ids[place],
            decision_id=self.decision_id,
            observation_ids=observation_ids,
            tally_id=tally_id,
            today=self.desk.journal.today,
            day_order=self.desk.settings.day_order,
        )

    def _tally_id(self, prefix: str) -> str | None:
        """Return the id of the tally that an amount was counted by.

        Raises:
            FieldRefused: What is typed there is the name of none.
        """
        name, place = f"{prefix}_tally", self._prefixes.index(prefix)
        if name not in self._stored or self.value(name) == self._stored[name].strip():
            return self._impacts[place].tally_id if place < len(self._impacts) else None
        tally = named_so(self._tallies, self.value(name))
        if tally is None and self.value(name):
            raise FieldRefused(name, "No tally has that name: Tab takes over the one that is meant, or empty it.")
        return tally.id if tally else None

    def _backing(self, prefix: str) -> tuple[str, ...]:
        """Return the ids of the observations whose numbers are typed.

        Raises:
            FieldRefused: Something there is no number, or no observation has it.
        """
        name = f"{prefix}_backed"
        ids: list[str] = []
        for word in self.value(name).replace(",", " ").split():
            number = word.removeprefix("#")
            try:
                if not re.fullmatch(r"[0-9]{1,9}", number):
                    raise NotFound(f'"{one_line(word)[:20]}" is not the number of a note.')
                found = self.desk.journal.observations.get(int(number))
            except NotFound as error:
                raise FieldRefused(name, f"Backed by: {error}") from None
            ids.append(found.id)
        return tuple(dict.fromkeys(ids))

    def _is_as_stored(self, prefix: str) -> bool:
        values = self.content()
        return all(values[name] == self._stored[name] for name in self._names(prefix))

    def _names(self, prefix: str) -> list[str]:
        names = [f"{prefix}_{part}" for part in (*FRONT, *MORE)]
        return [name for name in names if name in self._stored]

    def _is_taken_out(self, prefix: str) -> bool:
        """Whether a stored amount was emptied: all of it, or its figure with nothing else written anew."""
        place = self._prefixes.index(prefix)
        if place >= len(self._impacts):
            return False
        figures = {f"{prefix}_{part}" for part in ("amount", "count", "rate")}
        rest = [name for name in self._names(prefix) if name not in figures]
        return not any(self.value(name) for name in figures) and all(
            not self.value(name) or self.value(name) == self._stored[name].strip() for name in rest
        )

    def _places(self) -> Iterator[tuple[str, Impact | None]]:
        """Return what the names of each amount's fields begin with, and the amount where it is stored."""
        return zip_longest(self._prefixes, self._impacts)

    def _typed_impacts(self) -> list[Impact]:
        """Return the amounts as they are typed.

        Raises:
            FieldRefused: One of them cannot be stored.
        """
        values = self.content()
        impacts = []
        for prefix, stored in self._places():
            if stored is not None and self._is_as_stored(prefix):
                impacts.append(stored)
            elif not is_blank(prefix, values) and not self._is_taken_out(prefix):
                impacts.append(self._read(prefix, values, self._backing(prefix)))
        return impacts

    def _typed_decision(self) -> Decision:
        """Return the decision as it is typed.

        Raises:
            FieldRefused: A field cannot be stored.
        """
        title = " ".join(self.value("title").split())
        if not title:
            raise FieldRefused("title", "A decision needs a title: what was decided, in a few words.")
        return replace(
            self.decision or Decision(id=self.decision_id, title=title),
            title=title,
            launched_on=self._day_or_stored("launched_on"),
            decided_on=self._day_or_stored("decided_on"),
            **self._plain(),
        )

    def _day_or_stored(self, name: str) -> When:
        """Return a date as typed; one that was not touched stays just as it is stored."""
        if self.decision is not None and self.value(name) == self._stored[name]:
            when: When = getattr(self.decision, name)
            return when
        return self._day(name)

    def _plain(self) -> dict[str, Any]:
        kind, status = self.value("assumption_kind"), self.value("status")
        return {name: self.value(name) for name in TEXTS} | {
            "assumption_kind": AssumptionKind(kind) if kind else None,
            "status": DecisionStatus(status) if status else None,
        }

    # Storing

    def store(self) -> str:
        """Store the decision with its amounts, in one step."""
        decision = self._typed_decision()
        impacts = self._typed_impacts()
        verbs = self.desk.journal.decisions
        verbs.save(decision, impacts, seen_impacts=self._impacts, draft_target=self.target)
        gone = len(self._impacts) - len({impact.id for impact in impacts} & {impact.id for impact in self._impacts})
        if gone:
            return f"Saved; {'an amount' if gone == 1 else f'{gone} amounts'} taken out (u undoes)."
        return (
            "Saved." if self.decision is not None else f"Written down: {quoted(decision.title)}. t makes a story of it."
        )

    # The pitch as it would be

    def show_preview(self) -> None:
        """Show the pitch with what is typed, as far as it can be stored; what cannot does not count yet."""
        material = self._pitch_material()
        if material is not None:
            decision, impacts = self._as_far_as_valid()
            stories = tuple(self._with(each, decision, impacts) for each in material.stories)
            self.post_message(PreviewMaterial(replace(material, stories=stories)))

    def _pitch_material(self) -> Material | None:
        """Return the stored pitch where it tells this decision; read once, and again when the file has changed."""
        if self.decision is None:
            return None
        version = self.desk.journal.data_version()
        if version != self._material_version:
            self._material_version = version
            material = self.desk.journal.pitches.material()
            is_told = any(story.decision and story.decision.id == self.decision_id for story in material.stories)
            self._material = material if is_told else None
        return self._material

    def _with(self, told: StoryMaterial, decision: Decision, impacts: list[Impact]) -> StoryMaterial:
        if told.decision is None or told.decision.id != self.decision_id:
            return told
        headline = told.story.headline_impact_id
        ordered = sorted(impacts, key=lambda impact: impact.id != headline)
        used = {impact.tally_id for impact in impacts}
        tallies = tuple(tally for tally in self._tallies if tally.id in used)
        return replace(told, decision=decision, impacts=tuple(ordered), tallies=tallies)

    def _as_far_as_valid(self) -> tuple[Decision, list[Impact]]:
        assert self.decision is not None
        days: dict[str, Any] = {}
        for name in DAYS:
            try:
                days[name] = self._day_or_stored(name)
            except JournalError:
                days[name] = getattr(self.decision, name)
        title = " ".join(self.value("title").split()) or self.decision.title
        decision = replace(self.decision, title=title, **days, **self._plain())
        impacts = []
        values = self.content()
        for prefix, stored in self._places():
            if stored is not None and self._is_as_stored(prefix):
                impacts.append(stored)
                continue
            try:
                impacts.append(self._read(prefix, values, stored.observation_ids if stored else ()))
            except JournalError:
                continue
        return decision, impacts


def _gone_amounts(draft: Draft | None, there: Sequence[str]) -> list[str]:
    """Return the ids of the amounts that a draft says something of and that are there no longer."""
    content = draft.content if draft is not None else {}
    said = {key.removeprefix(_ABOUT): text for key, text in content.items() if key.startswith(_ABOUT)}
    ids = [key.partition("_")[0] for key, text in said.items() if text.strip() and not key.endswith("_basis")]
    return [id_ for id_ in dict.fromkeys(ids) if id_ not in {*there, "new"}]
