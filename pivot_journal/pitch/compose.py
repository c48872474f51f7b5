"""The pitch as a pure function of the journal: the user's own sentences, ordered, trimmed to time and traced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from pivot_journal.domain.pitch import Material, Pitch
from pivot_journal.pitch import sentences
from pivot_journal.pitch.composition import Composition, Gap, LeftOut, Part
from pivot_journal.pitch.fitting import Piece, fitted
from pivot_journal.pitch.formats import Format, Role, format_named
from pivot_journal.pitch.spoken import seconds_for, spoken_words
from pivot_journal.pitch.telling import PROMPTS, Said, Teller

_COUNTS = ("no", "one", "two", "three")


def compose(material: Material, format_name: str | None = None, *, today: dt.date | None = None) -> Composition:
    """Compose a pitch in a format.

    Args:
        material: The pitch with its stories and all that they rest on.
        format_name: A key of ``FORMATS``; the pitch's own format where it is not given.
        today: The day on which it is said. Without it a launch counts as past unless its status says otherwise.

    Returns:
        Parts and gaps in speaking order, and what was left out; the same for the same input, always.

    Raises:
        ValueRefused: There is no such format.
    """
    chosen = format_named(format_name or material.pitch.format)
    told = material.stories[: chosen.most_stories]
    writer = _Writer(chosen, material.pitch)
    told_assumptions: set[str] = set()
    tellers = [
        Teller(
            story,
            position,
            says_foresight=Role.FORESIGHT in chosen.story_roles,
            today=today,
            told_assumptions=told_assumptions,
        )
        for position, story in enumerate(told)
    ]
    stories = [line for teller in tellers for line in writer.story(teller)]
    has_assumption = any(isinstance(line, Piece) and line.part.role is Role.ASSUMPTION for line in stories)
    lines = [
        *writer.frame(chosen.opening_roles, 0, has_assumption),
        *(stories or [_no_story()]),
        *writer.frame(chosen.closing_roles, len(told) + 1, has_assumption),
    ]
    fitting, dropped = fitted(lines, chosen, material.pitch.words_per_minute)
    return Composition(
        pitch_id=material.pitch.id,
        audience=material.pitch.audience,
        format=chosen.name,
        words_per_minute=material.pitch.words_per_minute,
        lines=fitting,
        left_out=(*_no_room(material, chosen), *writer.unquoted, *dropped),
        story_titles=tuple((each.story.id, each.story.title) for each in told),
    )


@dataclass(slots=True)
class _Writer:
    """Turns what is said into timed pieces, and what is missing into gaps."""

    chosen: Format
    pitch: Pitch
    unquoted: tuple[LeftOut, ...] = ()
    """What long notes hold beyond their quoted beginning."""

    def frame(self, roles: tuple[Role, ...], paragraph: int, has_assumption: bool) -> Iterator[Piece | Gap]:
        """Write the user's lines around the stories."""
        for role in roles:
            if role is Role.OPENING and self.chosen.begins_with_assumption and has_assumption:
                continue
            source = f"pitch.{role}"
            words = getattr(self.pitch, role.value)
            text = sentences.question(words) if role is Role.QUESTION else sentences.sentence(words)
            if text:
                yield Piece(part=self._part(role, Said(text, source), paragraph, None))
            elif role in self.chosen.asks:
                yield Gap(role=role, prompt=PROMPTS[role], source=source, paragraph=paragraph)

    def story(self, teller: Teller) -> Iterator[Piece | Gap]:
        """Write one story."""
        story_id, paragraph = teller.material.story.id, teller.position + 1
        for role in self.chosen.story_roles:
            said = teller.tell(role)
            asked = teller.prompt(role) if said is None and role in self.chosen.asks else None
            if asked:
                yield Gap(role=role, prompt=asked[0], source=asked[1], story_id=story_id, paragraph=paragraph)
            if said is None:
                continue
            if said.rest:
                label = f"rest of the note in story {paragraph}"
                reason = "only the beginning of a long note is quoted"
                left_out = LeftOut(role=role, label=label, text=said.rest, reason=reason, story_id=story_id)
                self.unquoted = (*self.unquoted, left_out)
            date = said.instead
            yield Piece(
                part=self._part(said.role or role, said, paragraph, story_id),
                story_number=paragraph,
                instead=self._part(Role.MOMENT, date, paragraph, story_id) if date else None,
                is_kept=said.is_kept,
            )

    def _part(self, role: Role, said: Said, paragraph: int, story_id: str | None) -> Part:
        words = spoken_words(said.text)
        return Part(
            role=role,
            text=said.text,
            source=said.source,
            story_id=story_id,
            observation_ids=said.observation_ids,
            words=words,
            seconds=seconds_for(words, self.pitch.words_per_minute),
            paragraph=paragraph,
        )


def _no_story() -> Gap:
    return Gap(role=Role.STORIES, prompt=PROMPTS[Role.STORIES], source="pitch.story_ids", paragraph=1)


def _no_room(material: Material, chosen: Format) -> Iterator[LeftOut]:
    """Name the stories that the format does not tell."""
    count = _COUNTS[chosen.most_stories]
    for number, left in enumerate(material.stories[chosen.most_stories :], chosen.most_stories + 1):
        yield LeftOut(
            role=Role.STORIES,
            label=f"story {number}",
            text=left.story.title,
            reason=f"this format tells {count} {'story' if chosen.most_stories == 1 else 'stories'}",
            story_id=left.story.id,
        )
