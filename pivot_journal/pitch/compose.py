"""The pitch as a pure function of the journal: the user's own sentences, ordered, trimmed to time and traced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pivot_journal.domain.pitch import Material, Pitch, StoryMaterial
from pivot_journal.pitch import sentences
from pivot_journal.pitch.composition import Composition, Gap, LeftOut, Part
from pivot_journal.pitch.fitting import TO_FIT_WRITTEN, Piece, Shorter, fitted
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
    pitch = material.pitch
    stories = material.stories[: chosen.most_stories]
    # The opening stands before the stories, whether or not anything is written for it.
    told_lines = _stories(stories, chosen, pitch.words_per_minute, mask, today, len(chosen.opening.paragraphs) - 1)
    has_assumption = any(isinstance(line, Piece) and line.part.role is Role.ASSUMPTION for line in told_lines.lines)
    begins_with_story = chosen.begins_with_assumption and has_assumption
    opening = _frame(pitch, chosen.opening, chosen, mask, -1)
    closing = _frame(pitch, chosen.closing, chosen, mask, told_lines.paragraph)
    opening_lines, made_room = _made_room(opening.lines) if begins_with_story else (opening.lines, ())
    lines = [*opening_lines, *told_lines.lines, *closing.lines]
    fitting, dropped = fitted(lines, chosen, pitch.words_per_minute)
    return Composition(
        pitch_id=pitch.id,
        audience=pitch.audience,
        chosen=chosen,
        words_per_minute=pitch.words_per_minute,
        lines=tuple(_greeted(tuple(_joined(fitting, told_lines.after_launch)))),
        left_out=(*_no_room(material, chosen), *made_room, *told_lines.left_out, *dropped),
        story_titles=tuple((each.story.id, each.story.title) for each in stories),
        labels=tuple(sorted({**opening.labels, **told_lines.labels, **closing.labels}.items())),
    )


@dataclass(frozen=True, slots=True)
class _Written:
    """Some lines of a pitch, before it is known what there is room for."""

    lines: tuple[Piece | Gap, ...]
    paragraph: int
    """The number of the last paragraph that was begun."""
    left_out: tuple[LeftOut, ...] = ()
    """What long notes hold beyond their quoted beginning."""
    labels: Mapping[int, str] = field(default_factory=dict)
    after_launch: Mapping[Part, Part] = field(default_factory=dict)
    """How an assumption is said where the sentence before it has named what was launched."""


def _stories(
    stories: tuple[StoryMaterial, ...],
    chosen: Format,
    words_per_minute: int,
    mask: Mask,
    today: dt.date | None,
    paragraph: int,
) -> _Written:
    """Write all stories; where there is none, ask for one."""
    if not stories:
        if not chosen.fewest_stories:
            return _Written((), paragraph)
        paragraph += 1
        prompt, source = PROMPTS[Role.STORIES], home(Role.STORIES)
        return _Written((Gap(role=Role.STORIES, prompt=prompt, source=source, paragraph=paragraph),), paragraph)
    telling = Telling(chosen.story_roles, chosen.asks, today, is_short=chosen.short_forms is Short.ALWAYS)
    before: frozenset[str] = frozenset()
    written: list[_Written] = []
    for position, material in enumerate(stories):
        full = told(material, position, telling, before)
        is_to_fit = chosen.short_forms is Short.TO_FIT
        short = told(material, position, replace(telling, is_short=True), before) if is_to_fit else None
        written.append(_story(material.story.id, position + 1, full, short, chosen, words_per_minute, mask, paragraph))
        paragraph = written[-1].paragraph
        before |= {full.assumption_key} - {""}
    return _Written(
        lines=tuple(line for each in written for line in each.lines),
        paragraph=paragraph,
        left_out=tuple(left for each in written for left in each.left_out),
        labels={number: label for each in written for number, label in each.labels.items()},
        after_launch={part: instead for each in written for part, instead in each.after_launch.items()},
    )


@lru_cache(maxsize=96)
def _story(
    story_id: str,
    number: int,
    full: Told,
    short: Told | None,
    chosen: Format,
    words_per_minute: int,
    mask: Mask,
    paragraph: int,
) -> _Written:
    """Write one story; remembered, because at a key press at most one of several changes."""
    writer = _Writer(chosen, words_per_minute, mask, paragraph)
    return writer.written(writer.story(story_id, number, full, short))


@lru_cache(maxsize=32)
def _frame(pitch: Pitch, section: Section, chosen: Format, mask: Mask, paragraph: int) -> _Written:
    """Write the user's lines before the stories or after them; remembered, because a key changes one line at most."""
    writer = _Writer(chosen, pitch.words_per_minute, mask, paragraph)
    return writer.written(writer.frame(pitch, section))


def _made_room(lines: tuple[Piece | Gap, ...]) -> tuple[list[Piece | Gap], tuple[LeftOut, ...]]:
    """Leave an opening line out that makes room for a story."""
    reason, label = "this format begins with the assumption of its story", labelled(Role.OPENING, 0)
    left_out = tuple(
        LeftOut(role=Role.OPENING, label=label, text=line.part.text, reason=reason)
        for line in lines
        if isinstance(line, Piece) and line.part.role is Role.OPENING
    )
    others = [line for line in lines if (line.part if isinstance(line, Piece) else line).role is not Role.OPENING]
    return others, left_out


@dataclass(slots=True)
class _Writer:
    """Turns what is said into timed pieces, and what is missing into gaps."""

    chosen: Format
    words_per_minute: int
    mask: Mask
    paragraph: int
    """The number of the last paragraph that was begun."""
    left_out: list[LeftOut] = field(default_factory=list)
    labels: dict[int, str] = field(default_factory=dict)
    after_launch: dict[Part, Part] = field(default_factory=dict)

    def written(self, lines: Iterable[Piece | Gap]) -> _Written:
        """Return what was written, once all of it is."""
        return _Written(tuple(lines), self.paragraph, tuple(self.left_out), self.labels, self.after_launch)

    def frame(self, pitch: Pitch, section: Section) -> Iterator[Piece | Gap]:
        """Write the user's lines around the stories."""
        is_short = self.chosen.short_forms is Short.ALWAYS
        for role, paragraph in self._places(section):
            said = line_said(pitch, role, is_short=is_short)
            if said:
                part = self._part(role, said, paragraph, None)
                short = line_said(pitch, role, is_short=True) if self.chosen.short_forms is Short.TO_FIT else None
                yield Piece(part=part, shorter=self._shorter(part, said, (short,) if short else (), 0))
            elif role in self.chosen.asks:
                yield Gap(role=role, prompt=PROMPTS[role], source=home(role), paragraph=paragraph)

    def story(self, story_id: str, number: int, full: Told, short: Told | None) -> Iterator[Piece | Gap]:
        """Write what is told of one story, and what is missing of it."""
        short_of = {entry.role: entry for entry in short.entries} if short else {}
        places = dict(self._places(self.chosen.story))
        for entry in (*full.line_lacks, *full.entries):
            role, said = entry.role, entry.said
            paragraph = places.get(role, self.paragraph)
            if said is None:
                if entry.asked:
                    prompt, source = entry.asked
                    yield Gap(role=role, prompt=prompt, source=source, story_id=story_id, paragraph=paragraph)
                continue
            if said.rest:
                label = f"rest of the note in story {number}"
                reason = "only the beginning of a long note is quoted"
                left_out = LeftOut(role=role, label=label, text=said.rest, reason=reason, story_id=story_id)
                self.left_out.append(left_out)
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
            if index or not section.goes_on or self.paragraph < 0:
                self.paragraph += 1
            if paragraph.label:
                self.labels[self.paragraph] = paragraph.label
            number = self.paragraph
            for role in paragraph.roles:
                yield role, number

    def _shorter(self, part: Part, said: Said, forms: Iterable[Said], number: int) -> tuple[Shorter, ...]:
        kept: list[Shorter] = []
        for form in forms:
            if len(form.text) >= len((kept[-1].part if kept else part).text):
                continue
            left_out = None
            if form.loses:
                label, reason = labelled(form.loses, number), TO_FIT_WRITTEN
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
            seconds=seconds_for(spoken, self.words_per_minute),
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
