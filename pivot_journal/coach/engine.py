"""Runs the rules over a text, or over every field that a composed pitch is told from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from pivot_journal.coach.facts import facts_of
from pivot_journal.coach.finding import Finding, Level, Scope
from pivot_journal.coach.reading import Reading, read
from pivot_journal.coach.rule import NOTHING_KNOWN, Circumstances, Hit, Rule
from pivot_journal.coach.rules import RULES
from pivot_journal.domain.acceptance import acceptance_key
from pivot_journal.domain.pitch import Material
from pivot_journal.pitch.composition import Composition, Part
from pivot_journal.pitch.formats import Role

_SENTENCE_RULES = tuple(rule for rule in RULES if rule.scope is Scope.SENTENCE)
_OPENING_RULES = tuple(rule for rule in RULES if rule.scope is Scope.OPENING)
_STORY_RULES = tuple(rule for rule in RULES if rule.scope is Scope.STORY)
_PITCH_RULES = tuple(rule for rule in RULES if rule.scope is Scope.PITCH)
_FOR_SCOPE = {
    Scope.SENTENCE: _SENTENCE_RULES,
    Scope.OPENING: (*_SENTENCE_RULES, *_OPENING_RULES),
    Scope.STORY: (*_SENTENCE_RULES, *_STORY_RULES),
    Scope.PITCH: (*_SENTENCE_RULES, *_OPENING_RULES, *_PITCH_RULES),
}
_TOLD_TOGETHER = {
    "story.raised_with": ("story.raised_with", "story.raised_reply"),
    "story.raised_reply": ("story.raised_with", "story.raised_reply"),
}
"""Parts that are put together from two fields."""
_BEHIND_A_BULLET = (
    ("story.did_short", "story.did"),
    ("story.mattered_short", "story.mattered"),
    ("story.assumption_short", "decision.assumption"),
)
"""The fields that a bullet is put together from where the user wrote none: of each pair the first that is filled."""
_ADDRESSES = frozenset({"pitch.listener"})
"""Whom it is for: a name that belongs there."""
_NO_OPENING = frozenset({Role.SUBJECT, Role.GREETING})
_ENOUGH_OPENING = 500
"""Characters in which two sentences have begun and ended."""
_MENDED_AT = {rule.name: rule.mended_at for rule in RULES}


@dataclass(frozen=True, slots=True)
class _Place:
    """A field of the user's that feeds the pitch."""

    field: str
    story_id: str | None
    text: str


def check_text(text: str, scope: Scope = Scope.PITCH, circumstances: Circumstances = NOTHING_KNOWN) -> list[Finding]:
    """Return what the coach has to say of a bare text, by place; what is missing comes first.

    Args:
        text: Of any length.
        scope: What the text is: a sentence, an opening, a story or a whole pitch.
        circumstances: What is known beside it.
    """
    return sorted(_findings(_FOR_SCOPE[scope], text, circumstances), key=lambda finding: (finding.start, finding.end))


def check_pitch(
    material: Material,
    composition: Composition,
    *,
    private_terms: Sequence[str] = (),
    accepted: Collection[tuple[str, str, str]] = frozenset(),
    plain_words: frozenset[str] = frozenset(),
    today: dt.date | None = None,
) -> list[Finding]:
    """Return what the coach has to say of a composed pitch, in speaking order.

    What is said of words stands at the user's own field, with offsets into that field's text; what is missing, at the
    field where it would be written. Quoted observations are raw notes, of which nothing is said.

    Args:
        material: What the pitch was composed from.
        composition: The pitch as it is told.
        private_terms: The user's own list of what must not leave.
        accepted: The keys (``acceptance_key``) of what the user has looked at and keeps.
        plain_words: Acronyms that the listeners know.
        today: The day on which it is said.
    """
    chosen = composition.chosen
    known = Circumstances(
        private_terms=tuple(private_terms),
        plain_words=plain_words,
        format_name=chosen.name,
        fewest_stories=chosen.fewest_stories,
        most_stories=chosen.most_stories,
        words_most=0 if chosen.counts_each_story else chosen.budget.words_most,
        is_composed=True,
    )
    places = _Places(material, composition)
    findings = [
        replace(finding, level=Level.ADVICE) if finding.rule in chosen.coach_advice else finding
        for finding in chain(
            _of_sentences(places, known),
            _of_opening(places, known),
            _of_stories(places, known, chosen.coach_off, today),
        )
        if finding.rule not in chosen.coach_off
        and acceptance_key(finding.rule, finding.match, finding.sentence) not in accepted
    ]
    return sorted(findings, key=places.order)


class _Places:
    """The fields behind a composition, in speaking order."""

    def __init__(self, material: Material, composition: Composition) -> None:
        """Look up each part's own text once, in speaking order."""
        self.material = material
        self.told = {each.story.id: each for each in material.stories}
        self.parts = composition.parts
        self.text = composition.text
        self.fields: dict[tuple[str | None, str], _Place] = {}
        self._order: dict[tuple[str | None, str], int] = {}
        self._last_of_story: dict[str | None, int] = {}
        for number, part in enumerate(self.parts):
            self._last_of_story[part.story_id] = number
            for source in self._sources(part):
                key = (part.story_id, source)
                self._order.setdefault(key, number)
                text = self._own_text(source, part.story_id)
                if text and key not in self.fields and source not in _ADDRESSES:
                    self.fields[key] = _Place(source, part.story_id, text)
        self.story_ids = tuple(dict.fromkeys(part.story_id for part in self.parts if part.story_id in self.told))

    def parts_of(self, story_id: str | None) -> tuple[Part, ...]:
        """Return the parts of one story, in order."""
        return tuple(part for part in self.parts if part.story_id == story_id)

    def order(self, finding: Finding) -> tuple[int, int, int]:
        """Return where a finding stands in speaking order: at its field, else at the end of its story."""
        key = (finding.story_id, finding.field)
        number = self._order.get(key, self._last_of_story.get(finding.story_id, len(self.parts)))
        if finding.story_id is None and key not in self._order:
            number = len(self.parts)
        return number, finding.start, finding.end

    def put(self, finding: Finding, parts: Sequence[Part], mended_at: str, story_id: str | None) -> Finding:
        """Put a finding about composed words at the field that they stand in, else where it is mended."""
        if finding.match:
            for part in parts:
                place = self.fields.get((part.story_id, part.source))
                if finding.match not in part.text:
                    continue
                start = place.text.casefold().find(finding.match.casefold()) if place else -1
                if place and start >= 0:
                    end = start + len(finding.match)
                    return replace(finding, story_id=place.story_id, field=place.field, start=start, end=end)
                return replace(finding, story_id=part.story_id, field=part.source, start=0, end=0)
        return replace(finding, story_id=story_id, field=mended_at, start=0, end=0)

    def _sources(self, part: Part) -> tuple[str, ...]:
        """Return the fields that a part is told from."""
        if part.source == "story.bullet" and not self._own_text(part.source, part.story_id):
            return tuple(
                next((source for source in pair if self._own_text(source, part.story_id)), pair[-1])
                for pair in _BEHIND_A_BULLET
            )
        return _TOLD_TOGETHER.get(part.source, (part.source,))

    def _own_text(self, source: str, story_id: str | None) -> str:
        """Return the user's own text of a field; empty for a quoted note and for what no one wrote as a sentence."""
        owner, _, name = source.partition(".")
        material = self.told.get(story_id or "")
        holder: object | None = None
        if owner == "pitch":
            holder = self.material.pitch
        elif owner == "story" and material:
            holder = material.story
        elif owner == "decision" and material:
            holder = material.decision
        elif owner == "impact" and material and material.impacts:
            holder = material.impacts[0]
        text = getattr(holder, name, "") if holder is not None and name else ""
        return text if isinstance(text, str) else ""


def _of_sentences(places: _Places, known: Circumstances) -> Iterator[Finding]:
    slim = Circumstances(private_terms=known.private_terms, plain_words=known.plain_words, is_composed=True)
    for place in places.fields.values():
        for finding in _of_field(place.text, slim):
            yield replace(finding, field=place.field, story_id=place.story_id)


@lru_cache(maxsize=1024)
def _of_field(text: str, known: Circumstances) -> tuple[Finding, ...]:
    """Return what the sentence rules say of a field; kept, as most fields stay the same from key to key."""
    return tuple(_findings(_SENTENCE_RULES, text, known))


def _of_opening(places: _Places, known: Circumstances) -> Iterator[Finding]:
    beginning = ""
    for part in places.parts:
        if len(beginning) > _ENOUGH_OPENING:
            break
        if part.role not in _NO_OPENING:
            beginning += f"{part.text} "
    for finding in _findings(_OPENING_RULES, beginning, known):
        yield places.put(finding, places.parts, "pitch.opening", None)


def _of_stories(
    places: _Places, known: Circumstances, silent: frozenset[str], today: dt.date | None
) -> Iterator[Finding]:
    story_rules = tuple(rule for rule in _STORY_RULES if rule.name not in silent)
    pitch_rules = tuple(rule for rule in _PITCH_RULES if rule.name not in silent)
    all_facts = []
    for story_id in places.story_ids:
        parts = places.parts_of(story_id)
        facts = facts_of(places.told[story_id], parts, today)
        all_facts.append(facts)
        for finding in _findings(story_rules, " ".join(part.text for part in parts), replace(known, stories=(facts,))):
            yield places.put(finding, parts, _MENDED_AT[finding.rule], story_id)
    for finding in _findings(pitch_rules, places.text, replace(known, stories=tuple(all_facts))):
        yield places.put(finding, places.parts, _MENDED_AT[finding.rule], None)


def _findings(rules: Sequence[Rule], text: str, known: Circumstances) -> Iterator[Finding]:
    """Give what the rules say of a text: one finding per rule and sentence."""
    reading = read(text)
    for rule in rules:
        said: set[int] = set()
        for hit in rule.check(reading, known):
            sentence = reading.sentence_at(hit.start)
            about = sentence.start if sentence and hit.end > hit.start else -1
            if about not in said:
                said.add(about)
                yield _finding(rule, reading, hit)


def _finding(rule: Rule, reading: Reading, hit: Hit) -> Finding:
    sentence = reading.sentence_at(hit.start)
    return Finding(
        rule=rule.name,
        level=hit.level or rule.level,
        scope=rule.scope,
        question=hit.question or rule.question,
        message=hit.message or rule.message,
        fix=hit.fix or rule.fix,
        source=rule.source,
        match=reading.raw[hit.start : hit.end],
        start=hit.start,
        end=hit.end,
        sentence=reading.raw_of(sentence) if sentence else "",
    )
