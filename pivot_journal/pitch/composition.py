"""A pitch in parts: each with its role, its words' home, the observations behind it and the time it takes."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import groupby

from pivot_journal.pitch.format import Format, Short, Unit
from pivot_journal.pitch.measuring import part_size, size_of
from pivot_journal.pitch.parts import Gap, LeftOut, Part, ToShorten, labelled
from pivot_journal.pitch.roles import SHORT_FIELDS, Role

__all__ = ["FASTEST_HEARD", "SLOWEST_HEARD", "Block", "Composition", "Gap", "LeftOut", "Part", "ToShorten", "labelled"]

SLOWEST_HEARD, FASTEST_HEARD = 130, 170
"""Words a minute between which people speak; the sources stand in the coach's rule on length."""
_LONGEST_NAMED = 2
_NOT_TO_SHORTEN = frozenset({Role.GREETING, Role.SUBJECT})


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, one item of a list, or the subject of an email."""

    text: str
    """Its sentences in one line, without what marks it."""
    parts: tuple[Part, ...]
    label: str = ""
    """What stands over it where it is shown; never said."""
    is_subject: bool = False
    is_item: bool = False

    @property
    def plain(self) -> str:
        """The block as plain text: 'Subject: …', '- …', or as it is said."""
        return f"{'Subject: ' if self.is_subject else '- ' if self.is_item else ''}{self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A composed pitch; a value that the preview, the clipboard and JSON are drawn from."""

    pitch_id: str
    audience: str
    chosen: Format
    """The format in which it is told."""
    words_per_minute: int
    lines: tuple[Part | Gap, ...]
    """Parts and gaps in speaking order."""
    left_out: tuple[LeftOut, ...] = ()
    """What was dropped to fit, in the order of dropping, after the stories that the format has no room for."""
    story_titles: tuple[tuple[str, str], ...] = ()
    """Id and title of the told stories, in order."""
    labels: tuple[tuple[int, str], ...] = ()
    """The numbers of the paragraphs that have a label, with it."""
    parts: tuple[Part, ...] = field(init=False)
    """Only what is said."""
    gaps: tuple[Gap, ...] = field(init=False)
    """Only what is missing."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", tuple(line for line in self.lines if isinstance(line, Part)))
        object.__setattr__(self, "gaps", tuple(line for line in self.lines if isinstance(line, Gap)))

    @property
    def format(self) -> str:
        """The name of its format."""
        return self.chosen.name

    @property
    def blocking(self) -> tuple[Gap, ...]:
        """The gaps without which it may not be copied."""
        return tuple(gap for gap in self.gaps if gap.role in self.chosen.required)

    # How long

    @property
    def words(self) -> int:
        """Words of all parts, as the format counts them; without a subject line."""
        return sum(part.words for part in self.parts if part.role is not Role.SUBJECT)

    @property
    def characters(self) -> int:
        """Characters of the whole text, blanks and line breaks included."""
        return len(self.text)

    @property
    def seconds(self) -> float:
        """How long all parts take at the user's pace."""
        return sum(part.seconds for part in self.parts)

    def seconds_at(self, words_per_minute: int) -> float:
        """Return how long it takes at another pace."""
        return self.seconds * self.words_per_minute / words_per_minute

    @property
    def range(self) -> tuple[float, float]:
        """Seconds between which people take to say it: the fastest and the slowest."""
        return self.seconds_at(FASTEST_HEARD), self.seconds_at(SLOWEST_HEARD)

    @property
    def story_seconds(self) -> dict[str, float]:
        """The seconds of each story by its id, in order."""
        return {
            id: sum(part.seconds for part in self.parts if part.story_id == id) for id, _ in self.story_titles
        }  # fmt: skip

    @property
    def size(self) -> float:
        """How long it is in the unit of its format; where each story counts by itself, the longest."""
        return size_of(self.parts, self.chosen, self.words_per_minute)

    @property
    def size_said(self) -> str:
        """How long it is, as the screen shows it: '28 s', '188/200', '96 words'."""
        unit, size = self.chosen.budget.unit, round(self.size)
        if unit is Unit.SECONDS:
            return f"{size} s"
        if unit is Unit.CHARACTERS:
            return f"{size}/{self.chosen.budget.most}"
        return f"{size} word{'' if size == 1 else 's'}"

    @property
    def size_of_aim(self) -> str:
        """How long it is against what its format allows: '28 s of 30', '188/200 characters', '96 of 75–125 words'."""
        budget = self.chosen.budget
        if budget.unit is Unit.SECONDS:
            return f"{self.size_said} of {budget.aim}"
        if budget.unit is Unit.CHARACTERS:
            return f"{self.size_said} characters"
        return f"{round(self.size)} of {budget.aim} words"

    @property
    def over_by(self) -> float:
        """How far beyond the hard limit in its unit, after everything was dropped that may be; 0.0 when it fits."""
        return max(0.0, round(self.size - self.chosen.budget.most, 6))

    @property
    def is_over(self) -> bool:
        """Whether it is too long although nothing more may be dropped."""
        return self.over_by > 0

    @property
    def advice(self) -> str:
        """Which parts to shorten when it is too long, the longest first; empty when it fits."""
        if not self.is_over:
            return ""
        unit = self.chosen.budget.unit
        too_long = sorted(self._too_long(), key=lambda part: -part_size(part, unit))[:_LONGEST_NAMED]
        if unit is Unit.SECONDS:
            over, sizes = f"{self.over_by:.0f} s", [f"{part.seconds:.0f} s" for part in too_long]
        else:
            over = _counted(round(self.over_by), unit)
            sizes = [_counted(part_size(part, unit), unit) for part in too_long]
        named = ", ".join(
            f"{self.label(part.role, part.story_id)} ({size})" for part, size in zip(too_long, sizes, strict=True)
        )
        return f"{over} too long. Longest: {named}."

    @property
    def to_shorten(self) -> tuple[ToShorten, ...]:
        """What to shorten and by how much until it fits, the longest first; empty when it fits.

        No part is asked for more than half of itself while another could give as well.
        """
        if not self.is_over:
            return ()
        budget = self.chosen.budget
        unit = Unit.WORDS if budget.is_spoken else budget.unit
        if self.chosen.counts_each_story:
            too_long = self._too_long()
            return tuple(
                self._to_shorten(part, part_size(part, unit) - budget.most, unit) for part in too_long
            )  # fmt: skip
        over = math.ceil(self.over_by * self.words_per_minute / 60 - 1e-6) if budget.is_spoken else round(self.over_by)
        longest = sorted(self._too_long(), key=lambda part: -part_size(part, unit))
        for share in (2, 1):
            wanted, given = over, []
            for part in longest:
                by = min(wanted, math.ceil(part_size(part, unit) / share))
                given += [self._to_shorten(part, by, unit)] if by else []
                wanted -= by
            if not wanted:
                break
        return tuple(given)

    def _too_long(self) -> list[Part]:
        if self.chosen.counts_each_story:
            budget = self.chosen.budget
            return [part for part in self.parts if part_size(part, budget.unit) > budget.most]
        return [part for part in self.parts if part.role not in _NOT_TO_SHORTEN]

    def _to_shorten(self, part: Part, by: int, unit: Unit) -> ToShorten:
        has_short = self.chosen.short_forms is not Short.NEVER
        return ToShorten(
            role=part.role,
            label=self.label(part.role, part.story_id),
            source=part.source,
            field=SHORT_FIELDS.get(part.source, part.source) if has_short else part.source,
            by=by,
            size=part_size(part, unit),
            unit=unit,
            story_id=part.story_id,
        )

    # What is said

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is said, as paragraphs without line breaks: opening, each story, closing."""
        labels = dict(self.labels)
        groups = groupby(self.parts, key=lambda part: (part.paragraph, part.role is Role.SUBJECT))
        return tuple(
            Block(
                text=" ".join(part.text for part in parts),
                parts=parts,
                label=labels.get(paragraph, ""),
                is_subject=is_subject,
                is_item=self.chosen.is_bullets and not is_subject,
            )
            for (paragraph, is_subject), group in groups
            if (parts := tuple(group))
        )

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What is said, as paragraphs of plain text without line breaks; an item of a list begins with its dash."""
        return tuple(block.plain for block in self.blocks)

    @property
    def text(self) -> str:
        """What is said, its paragraphs parted by an empty line, items of a list by none; never a gap's prompt."""
        return joined([(block.plain, block.is_item) for block in self.blocks])

    def label_of(self, paragraph: int) -> str:
        """Return what stands over a paragraph on screen: 'Action'; empty for most."""
        return dict(self.labels).get(paragraph, "")

    def label(self, role: Role, story_id: str | None) -> str:
        """Return what a part is called: 'opening line', 'alternative of story 2'."""
        ids = [id for id, _ in self.story_titles]
        return labelled(role, ids.index(story_id) + 1 if story_id in ids else 0)


def joined(blocks: list[tuple[str, bool]]) -> str:
    """Join paragraphs, each with whether it is an item of a list, into one text."""
    text = ""
    for index, (block, is_item) in enumerate(blocks):
        between = "" if not index else "\n" if is_item and blocks[index - 1][1] else "\n\n"
        text += between + block
    return text


def _counted(number: int, unit: Unit) -> str:
    return f"{number} {unit.value.removesuffix('s')}{'' if number == 1 else 's'}"
