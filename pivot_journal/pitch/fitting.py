"""Leaving whole parts out until a pitch fits its format, the cheapest first, and no more than needed."""

from __future__ import annotations

from dataclasses import dataclass

from pivot_journal.pitch.composition import Gap, LeftOut, Part, labelled
from pivot_journal.pitch.formats import Format, Role
from pivot_journal.pitch.spoken import seconds_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part before it is known whether there is room for it."""

    part: Part
    story_number: int = 0
    """1 to 3; 0 for a line that belongs to no story."""
    instead: Part | None = None
    """What is said where it is dropped."""
    is_kept: bool = False


def fitted(
    lines: list[Piece | Gap], chosen: Format, words_per_minute: int
) -> tuple[tuple[Part | Gap, ...], tuple[LeftOut, ...]]:
    """Return the lines that fit the format's hard limit at a pace, and what was left out for it.

    Where even dropping everything that may be dropped is not enough, what remains is returned whole.
    """
    pieces = {index: line for index, line in enumerate(lines) if isinstance(line, Piece)}
    words = sum(piece.part.words for piece in pieces.values())
    dropped: list[int] = []

    def fits(spoken: int) -> bool:
        return seconds_for(spoken, words_per_minute) <= chosen.budget.seconds_most + 1e-9

    for index in _in_cutting_order(pieces, chosen):
        if fits(words):
            break
        words -= _gain(pieces[index])
        dropped.append(index)
    for index in reversed(dropped.copy()):
        words_with_it = words + _gain(pieces[index])
        if fits(words_with_it) and not _hangs_on_dropped(pieces, index, dropped):
            words = words_with_it
            dropped.remove(index)
    gone = set(dropped)
    kept = (_spoken(line, index in gone) for index, line in enumerate(lines))
    return tuple(line for line in kept if line is not None), tuple(_left_out(pieces[index]) for index in dropped)


def _in_cutting_order(pieces: dict[int, Piece], chosen: Format) -> list[int]:
    order: dict[int, None] = {}
    for drop in chosen.drops:
        for index in sorted(pieces, key=lambda index: -pieces[index].story_number):
            piece = pieces[index]
            is_meant = piece.part.role is drop.role and not piece.is_kept
            if is_meant and (piece.story_number > 1 or not drop.later_stories_only):
                order.setdefault(index)
    return list(order)


def _gain(piece: Piece) -> int:
    return piece.part.words - (piece.instead.words if piece.instead else 0)


def _hangs_on_dropped(pieces: dict[int, Piece], index: int, dropped: list[int]) -> bool:
    """Whether a part makes no sense without one that is left out: a price without its alternative."""
    piece = pieces[index]
    return piece.part.role is Role.COST and any(
        pieces[other].part.role is Role.WOULD_DECIDE and pieces[other].story_number == piece.story_number
        for other in dropped
    )


def _spoken(line: Piece | Gap, is_dropped: bool) -> Part | Gap | None:
    if isinstance(line, Gap):
        return line
    return line.instead if is_dropped else line.part


def _left_out(piece: Piece) -> LeftOut:
    return LeftOut(
        role=piece.part.role,
        label=labelled(piece.part.role, piece.story_number),
        text=piece.part.text,
        reason="left out to fit the time",
        story_id=piece.part.story_id,
    )
