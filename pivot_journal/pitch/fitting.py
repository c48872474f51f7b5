"""Making a pitch fit its format: shorter forms first, then whole parts are left out, the cheapest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pivot_journal.pitch.format import Format, Unit
from pivot_journal.pitch.measuring import part_size, size_of
from pivot_journal.pitch.parts import Gap, LeftOut, Part, labelled
from pivot_journal.pitch.roles import Role

TO_FIT = "left out to fit the time"
TO_FIT_WRITTEN = "left out to fit the length"
_HANGS_ON = {
    Role.COST: Role.WOULD_DECIDE,
    Role.MOMENT: Role.SAW,
    Role.FORESIGHT: Role.SAW,
    Role.BASIS: Role.NUMBER,
}
"""Parts that make no sense without another of the same story: a price without its alternative."""
_HELD = frozenset(_HANGS_ON.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Shorter:
    """A shorter way to say a part, and what is lost with it."""

    part: Part
    left_out: LeftOut | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part before it is known whether there is room for it."""

    part: Part
    story_number: int = 0
    """1 to 3; 0 for a line that belongs to no story."""
    instead: Part | None = None
    """What is said where it is dropped."""
    is_kept: bool = False
    shorter: tuple[Shorter, ...] = ()
    """Other ways to say it, each shorter than the one before."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What goes in one go: one part, or a whole story with its number."""

    indices: tuple[int, ...]
    story_number: int = 0


def fitted(
    lines: list[Piece | Gap], chosen: Format, words_per_minute: int
) -> tuple[tuple[Part | Gap, ...], tuple[LeftOut, ...]]:
    """Return the lines that fit the format's hard limit at a pace, and what was left out for it.

    Where even dropping everything that may be dropped is not enough, what remains is returned whole.
    """
    fit = _Fit(lines, chosen, words_per_minute)
    if not fit.fits():
        fit.shorten()
        fit.drop()
    return fit.lines(), fit.left_out()


def _words(part: Part) -> int:
    return 0 if part.role is Role.SUBJECT else part.words


class _Fit:
    def __init__(self, lines: list[Piece | Gap], chosen: Format, words_per_minute: int) -> None:
        self._lines, self._chosen, self._pace = lines, chosen, words_per_minute
        self._pieces = {index: line for index, line in enumerate(lines) if isinstance(line, Piece)}
        self._lost: list[LeftOut] = []
        self._dropped: list[_Step] = []
        self._gone: set[int] = set()

    def fits(self) -> bool:
        return self._room() >= 0

    def _room(self) -> float:
        """Return how much more would fit; in words where parts simply add up."""
        said = self._said()
        if not self._adds_up:
            return self._chosen.budget.most - size_of(said, self._chosen, self._pace)
        return self._most_words - sum(_words(part) for part in said)

    @property
    def _adds_up(self) -> bool:
        return self._chosen.budget.unit is not Unit.CHARACTERS and not self._chosen.counts_each_story

    @property
    def _most_words(self) -> float:
        budget = self._chosen.budget
        return budget.most * self._pace / 60 + 1e-9 if budget.is_spoken else budget.most

    def _room_without(self, room: float, indices: Iterable[int]) -> float:
        """Return how much more fits once some parts, that were said, are gone."""
        if not self._adds_up:
            return self._room()
        for index in indices:
            piece = self._pieces[index]
            room += _words(piece.part) - (_words(piece.instead) if piece.instead else 0)
        return room

    def _said(self) -> list[Part]:
        """Return what is said now; the date in place of a dropped lead time, but not where its story is gone."""
        said, gone, whole = [], self._gone, self._stories_gone
        for index, piece in self._pieces.items():
            if index not in gone:
                said.append(piece.part)
            elif piece.instead is not None and piece.story_number not in whole:
                said.append(piece.instead)
        return said

    def shorten(self) -> None:
        """Say parts in their shorter forms, that which saves most first, until it fits."""
        if self._chosen.counts_each_story:
            for index in self._pieces:
                self._shorten_by_itself(index)
            return
        unit = self._chosen.budget.unit
        while not self.fits():
            saved = {
                index: part_size(piece.part, unit) - part_size(piece.shorter[0].part, unit)
                for index, piece in self._pieces.items()
                if piece.shorter
            }
            if not saved:
                return
            self._say_shorter(max(saved, key=lambda index: (saved[index], -index)))

    def _shorten_by_itself(self, index: int) -> None:
        budget = self._chosen.budget
        while self._pieces[index].shorter and part_size(self._pieces[index].part, budget.unit) > budget.most:
            self._say_shorter(index)

    def _say_shorter(self, index: int) -> None:
        piece = self._pieces[index]
        shorter, *further = piece.shorter
        self._pieces[index] = replace(piece, part=shorter.part, shorter=tuple(further))
        self._lost += [shorter.left_out] if shorter.left_out else []

    def drop(self) -> None:
        """Leave whole parts out, no more than needed; take back what there is room for after all."""
        room = self._room()
        for step in self._cutting_order():
            if room >= 0:
                break
            if not self._gone.issuperset(step.indices):
                room = self._leave_out(step, room)
        for step in reversed(self._dropped.copy()):
            if len(step.indices) == 1 and self._adds_up and self._room_without(0, step.indices) > room:
                continue
            others = [other for other in self._dropped if other is not step]
            still_gone = {index for other in others for index in other.indices}
            if still_gone.issuperset(step.indices) or self._hangs_on_dropped(step):
                continue
            all_gone, all_dropped = self._gone, self._dropped
            self._gone, self._dropped = still_gone, others
            room_with_it = self._room()
            if room_with_it >= 0:
                room = room_with_it
            else:
                self._gone, self._dropped = all_gone, all_dropped

    def _leave_out(self, step: _Step, room: float) -> float:
        """Drop a step with what hangs on it; return how much more fits then."""
        new = [index for index in step.indices if index not in self._gone]
        self._dropped.append(step)
        self._gone.update(new)
        if step.story_number:
            return self._room()
        room = self._room_without(room, new)
        dropped = self._pieces[step.indices[0]]
        if dropped.part.role not in _HELD:
            return room
        for index, piece in self._pieces.items():
            hangs = _HANGS_ON.get(piece.part.role) is dropped.part.role and piece.story_number == dropped.story_number
            if hangs and index not in self._gone:
                room = self._leave_out(_Step((index,)), room)
        return room

    def _hangs_on_dropped(self, step: _Step) -> bool:
        piece = self._pieces[step.indices[0]]
        wanted = _HANGS_ON.get(piece.part.role)
        if wanted is None or step.story_number:
            return False
        others = (self._pieces[index] for index in self._gone if index != step.indices[0])
        return any(other.part.role is wanted and other.story_number == piece.story_number for other in others)

    def _cutting_order(self) -> Iterator[_Step]:
        by_role: dict[Role, list[int]] = {}
        for index, piece in sorted(self._pieces.items(), key=lambda item: -item[1].story_number):
            if not piece.is_kept:
                by_role.setdefault(piece.part.role, []).append(index)
        seen: set[int] = set()
        for drop in self._chosen.drops:
            if drop.role is Role.STORIES:
                yield from self._whole_stories()
            for index in by_role.get(drop.role, ()):
                is_meant = not drop.later_stories_only or self._pieces[index].story_number > 1
                if is_meant and index not in seen:
                    seen.add(index)
                    yield _Step((index,))

    def _whole_stories(self) -> Iterator[_Step]:
        for number in sorted({piece.story_number for piece in self._pieces.values()} - {0, 1}, reverse=True):
            yield _Step(tuple(index for index, piece in self._pieces.items() if piece.story_number == number), number)

    @property
    def _stories_gone(self) -> set[int]:
        return {step.story_number for step in self._dropped if step.story_number}

    def lines(self) -> tuple[Part | Gap, ...]:
        """Return what is said and what is missing, in order."""
        numbers = self._stories_gone
        ids = {piece.part.story_id for piece in self._pieces.values() if piece.story_number in numbers}
        kept: list[Part | Gap] = []
        for index, line in enumerate(self._lines):
            if isinstance(line, Gap):
                kept += [line] if line.story_id is None or line.story_id not in ids else []
                continue
            piece = self._pieces[index]
            part = piece.part if index not in self._gone else piece.instead
            kept += [part] if part is not None and piece.story_number not in numbers else []
        return tuple(kept)

    def left_out(self) -> tuple[LeftOut, ...]:
        """Return what is not said, in the order of dropping; what went with a whole story is not named again."""
        numbers = self._stories_gone
        named = [self._left_out_of(step, numbers) for step in self._dropped]
        return (*self._lost, *(left for left in named if left is not None))

    def _left_out_of(self, step: _Step, stories_gone: set[int]) -> LeftOut | None:
        pieces = [self._pieces[index] for index in step.indices]
        first = pieces[0]
        if not step.story_number and first.story_number in stories_gone:
            return None
        role, number = first.part.role, first.story_number
        return LeftOut(
            role=Role.STORIES if step.story_number else role,
            label=f"story {step.story_number}" if step.story_number else labelled(role, number),
            text=" ".join(piece.part.text for piece in pieces),
            reason=TO_FIT if self._chosen.is_spoken else TO_FIT_WRITTEN,
            story_id=first.part.story_id,
        )
