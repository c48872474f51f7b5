"""The pitch as a pure function of the journal: the user's own sentences, ordered, trimmed to time and traced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pivot_journal.domain.pitch import Material, Pitch, StoryMaterial
from pivot_journal.pitch import sentences
from pivot_journal.pitch.composition import Composition, Gap, LeftOut, Part
from pivot_journal.pitch.fitting import Piece, Shorter, fitted
from pivot_journal.pitch.formats import STANDARD, Format, Formats, Role, Section, Short
from pivot_journal.pitch.lines import line_said
from pivot_journal.pitch.measuring import written_words
from pivot_journal.pitch.parts import labelled
from pivot_journal.pitch.private import NOTHING_PRIVATE, Mask
from pivot_journal.pitch.roles import PROMPTS, home
from pivot_journal.pitch.said import Said
from pivot_journal.pitch.shares import shares_joined
from pivot_journal.pitch.spoken import seconds_for, spoken_words
from pivot_journal.pitch.telling import Telling
from pivot_journal.pitch.told import Entry, Told, told

_COUNTS = ("no", "one", "two", "three")


def compose(
    material: Material,
    format_name: str | None = None,
    *,
    today: dt.date | None = None,
    formats: Formats = STANDARD,
    limits: Mapping[str, int] | None = None,
    mask: Mask = NOTHING_PRIVATE,
) -> Composition:
    """Compose a pitch in a format.

    Args:
        material: The pitch with its stories and all that they rest on.
        format_name: The name of a format; the pitch's own format where it is not given.
        today: The day on which it is said. Without it a launch counts as past unless its status says otherwise.
        formats: The formats that there are.
        limits: Another hard limit for some formats, by name and in the format's own unit: ``{"linkedin": 300}``.
        mask: Replaces what is private, before anything is counted.

    Returns:
        Parts and gaps in speaking order, and what was left out; the same for the same input, always.

    Raises:
        ValueRefused: There is no such format.
    """
    chosen = formats.named(format_name or material.pitch.format)
    if limits and chosen.name in limits:
        chosen = chosen.with_most(limits[chosen.name])
    stories = material.stories[: chosen.most_stories]
    writer = _Writer(chosen, material.pitch, mask)
    told_lines = list(writer.stories(stories, today))
    has_assumption = any(isinstance(line, Piece) and line.part.role is Role.ASSUMPTION for line in told_lines)
    begins_with_story = chosen.begins_with_assumption and has_assumption
    lines = [
        *writer.opening(begins_with_story=begins_with_story),
        *told_lines,
        *writer.frame(chosen.closing),
    ]
    fitting, dropped = fitted(lines, chosen, material.pitch.words_per_minute)
    return Composition(
        pitch_id=material.pitch.id,
        audience=material.pitch.audience,
        chosen=chosen,
        words_per_minute=material.pitch.words_per_minute,
        lines=tuple(_greeted(tuple(_joined(fitting, writer.after_launch)))),
        left_out=(*_no_room(material, chosen), *writer.left_out, *dropped),
        story_titles=tuple((each.story.id, each.story.title) for each in stories),
        labels=tuple(sorted(writer.labels.items())),
    )


@dataclass(slots=True)
class _Writer:
    """Turns what is said into timed pieces, and what is missing into gaps."""

    chosen: Format
    pitch: Pitch
    mask: Mask
    left_out: tuple[LeftOut, ...] = ()
    """What long notes hold beyond their quoted beginning, and an opening line that makes room for a story."""
    labels: dict[int, str] = field(default_factory=dict)
    after_launch: dict[Part, Part] = field(default_factory=dict)
    """How an assumption is said where the sentence before it has named what was launched."""
    _paragraph: int = -1
    """The number of the last paragraph that was begun."""

    def opening(self, *, begins_with_story: bool) -> list[Piece | Gap]:
        """Write the user's lines before the stories; written after them, because they may make room for one."""
        first, self._paragraph = self._paragraph, -1
        lines = list(self.frame(self.chosen.opening))
        self._paragraph = first
        if not begins_with_story:
            return lines
        for line in lines:
            if isinstance(line, Piece) and line.part.role is Role.OPENING:
                reason = "this format begins with the assumption of its story"
                label = labelled(Role.OPENING, 0)
                left_out = LeftOut(role=Role.OPENING, label=label, text=line.part.text, reason=reason)
                self.left_out = (left_out, *self.left_out)
        return [line for line in lines if (line.part if isinstance(line, Piece) else line).role is not Role.OPENING]

    def frame(self, section: Section) -> Iterator[Piece | Gap]:
        """Write the user's lines around the stories."""
        is_short = self.chosen.short_forms is Short.ALWAYS
        for role, paragraph in self._places(section):
            said = line_said(self.pitch, role, is_short=is_short)
            if said:
                part = self._part(role, said, paragraph, None)
                short = line_said(self.pitch, role, is_short=True) if self._may_shorten else None
                yield Piece(part=part, shorter=self._shorter(part, said, (short,) if short else (), 0))
            elif role in self.chosen.asks:
                yield Gap(role=role, prompt=PROMPTS[role], source=home(role), paragraph=paragraph)

    def stories(self, stories: tuple[StoryMaterial, ...], today: dt.date | None) -> Iterator[Piece | Gap]:
        """Write all stories; where there is none, ask for one."""
        # The opening stands before them, whether or not anything is written for it.
        self._paragraph = len(self.chosen.opening.paragraphs) - 1
        if not stories:
            if self.chosen.fewest_stories:
                self._paragraph += 1
                prompt, source = PROMPTS[Role.STORIES], home(Role.STORIES)
                yield Gap(role=Role.STORIES, prompt=prompt, source=source, paragraph=self._paragraph)
            return
        telling = Telling(
            self.chosen.story_roles, self.chosen.asks, today, is_short=self.chosen.short_forms is Short.ALWAYS
        )
        before: frozenset[str] = frozenset()
        for position, material in enumerate(stories):
            full = told(material, position, telling, before)
            short = told(material, position, replace(telling, is_short=True), before) if self._may_shorten else None
            yield from self._story(material.story.id, position + 1, full, short)
            before |= {full.assumption_key} - {""}

    def _story(self, story_id: str, number: int, full: Told, short: Told | None) -> Iterator[Piece | Gap]:
        short_of = {entry.role: entry for entry in short.entries} if short else {}
        places = dict(self._places(self.chosen.story))
        for entry in (*full.line_lacks, *full.entries):
            role, said = entry.role, entry.said
            paragraph = places.get(role, self._paragraph)
            if said is None:
                if entry.asked:
                    prompt, source = entry.asked
                    yield Gap(role=role, prompt=prompt, source=source, story_id=story_id, paragraph=paragraph)
                continue
            if said.rest:
                label = f"rest of the note in story {number}"
                reason = "only the beginning of a long note is quoted"
                left_out = LeftOut(role=role, label=label, text=said.rest, reason=reason, story_id=story_id)
                self.left_out = (*self.left_out, left_out)
            instead = said.instead
            part = self._part(said.role or role, said, paragraph, story_id)
            if said.after_launch:
                self.after_launch[part] = self._part(part.role, said.after_launch, paragraph, story_id)
            forms = (*said.shorter, *_same_in_short(entry, short_of.get(role)))
            yield Piece(
                part=part,
                story_number=number,
                instead=self._part(instead.role or Role.MOMENT, instead, paragraph, story_id) if instead else None,
                is_kept=said.is_kept,
                shorter=self._shorter(part, said, forms, number) if forms else (),
            )

    def _places(self, section: Section) -> Iterator[tuple[Role, int]]:
        """Give each role of a section the number of its paragraph."""
        for index, paragraph in enumerate(section):
            if index or not section.goes_on or self._paragraph < 0:
                self._paragraph += 1
            if paragraph.label:
                self.labels[self._paragraph] = paragraph.label
            number = self._paragraph
            for role in paragraph.roles:
                yield role, number

    @property
    def _may_shorten(self) -> bool:
        return self.chosen.short_forms is Short.TO_FIT

    def _shorter(self, part: Part, said: Said, forms: Iterable[Said], number: int) -> tuple[Shorter, ...]:
        kept: list[Shorter] = []
        for form in forms:
            if len(form.text) >= len((kept[-1].part if kept else part).text):
                continue
            left_out = None
            if form.loses:
                label, reason = labelled(form.loses, number), "left out to fit the length"
                left_out = LeftOut(
                    role=form.loses, label=label, text=form.lost, reason=reason, story_id=part.story_id
                )  # fmt: skip
            shorter = self._part(part.role, form, part.paragraph, part.story_id)
            kept.append(Shorter(part=shorter, left_out=left_out))
        return tuple(kept)

    def _part(self, role: Role, said: Said, paragraph: int, story_id: str | None) -> Part:
        masked = shares_joined(self.mask.apply(said.text))
        spoken = spoken_words(masked.text)
        return Part(
            role=role,
            text=masked.text,
            source=said.source,
            story_id=story_id,
            observation_ids=said.observation_ids,
            words=spoken if self.chosen.is_spoken else written_words(masked.text),
            seconds=seconds_for(spoken, self.pitch.words_per_minute),
            paragraph=paragraph,
            changes=masked.changes,
        )


def _same_in_short(full: Entry, short: Entry | None) -> tuple[Said, ...]:
    """Return the shorter form of what is said, where it carries the same number and date."""
    if short is None or full.said is None or short.said is None or full.carries != short.carries:
        return ()
    return (replace(short.said, observation_ids=full.said.observation_ids),)


def _joined(lines: tuple[Part | Gap, ...], after_launch: Mapping[Part, Part]) -> Iterator[Part | Gap]:
    """Let an assumption right after its launch say 'it', so that what was launched is not named twice in a row."""
    before: Part | None = None
    for line in lines:
        if isinstance(line, Part):
            is_named = before is not None and before.role is Role.FORESIGHT and before.paragraph == line.paragraph
            line = after_launch.get(line, line) if is_named else line
            before = line
        yield line


def _greeted(lines: tuple[Part | Gap, ...]) -> Iterator[Part | Gap]:
    """Let the sentence after a greeting in the same paragraph begin in small letters."""
    before: Part | None = None
    for line in lines:
        if isinstance(line, Part):
            is_greeted = before is not None and before.role is Role.GREETING and before.paragraph == line.paragraph
            if is_greeted:
                line = replace(line, text=sentences.uncapitalised(line.text))
            before = line
        yield line


def _no_room(material: Material, chosen: Format) -> Iterator[LeftOut]:
    """Name the stories that the format does not tell; one that tells none leaves nothing out."""
    if not chosen.most_stories:
        return
    count = _COUNTS[chosen.most_stories]
    for number, left in enumerate(material.stories[chosen.most_stories :], chosen.most_stories + 1):
        yield LeftOut(
            role=Role.STORIES,
            label=f"story {number}",
            text=left.story.title,
            reason=f"this format tells {count} {'story' if chosen.most_stories == 1 else 'stories'}",
            story_id=left.story.id,
        )
