"""A story as it is told in a format, role by role, remembered for as long as nothing of it changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.pitch import sentences
from pivot_journal.pitch.roles import SHORT_FIELDS, STORY_ROLES, Role
from pivot_journal.pitch.said import Said
from pivot_journal.pitch.telling import Teller, Telling


@dataclass(frozen=True, slots=True)
class Entry:
    """One role of a story: what is said, or what is asked where it is missing."""

    role: Role
    said: Said | None
    asked: tuple[str, str] | None
    """The prompt and the field that the answer is written in."""
    carries: tuple[bool, bool] = (False, False)
    """Whether the sentence gives the story's number, and its date: a shorter form must give the same."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One story, role by role, in the order of its format; the same object for as long as nothing of it changes."""

    entries: tuple[Entry, ...]
    line_lacks: tuple[Entry, ...]
    """What a line that is put together lacks, where the format has one."""
    assumption_key: str
    """What makes its assumption the same as another story's; empty where none is told."""


@lru_cache(maxsize=96)
def told(material: StoryMaterial, position: int, telling: Telling, before: frozenset[str]) -> Told:
    """Tell a story; remembered, because at a key press at most one of several changes.

    Args:
        material: The story with all that it rests on.
        position: Its place, from 0: the words around the user's own differ from story to story.
        telling: How it is told.
        before: The assumptions of the stories before it.
    """
    read, sources = shortened(material) if telling.is_short else (material, {})
    teller = Teller(read, position, telling, before, sources)
    entries: list[Entry] = []
    is_in_formula, key = False, ""
    for role in telling.roles:
        if is_in_formula and role in {Role.NUMBER, Role.ASSUMPTION}:
            continue
        said = teller.tell(role)
        asked = teller.prompt(role) if said is None and role in telling.asks else None
        entries.append(Entry(role, said, asked, teller.carries(role)))
        is_in_formula = is_in_formula or (role is Role.FORMULA and said is not None)
        if role in {Role.ASSUMPTION, Role.FORMULA} and said and read.decision:
            key = read.decision.assumption_key
    return Told(tuple(entries), tuple(_line_lacks(teller, telling)), key)


def formula_lacks(material: StoryMaterial) -> tuple[Role, ...]:
    """Return what a story lacks of the formula: what was looked at, how big it was, what was taken for granted."""
    teller = Teller(material, 0, Telling((Role.SAW, Role.MATTERED)), frozenset())
    mattered = teller.mattered()
    has_figure = bool(material.impacts) or (mattered is not None and mattered.role is Role.NUMBER)
    has = {Role.SAW: teller.saw(), Role.NUMBER: has_figure, Role.ASSUMPTION: teller.assumption()}
    return tuple(role for role, is_there in has.items() if not is_there)


def _line_lacks(teller: Teller, telling: Telling) -> Iterator[Entry]:
    """Ask for what a line that is put together lacks; the user's own line lacks nothing."""
    if Role.BULLET not in telling.roles or sentences.said(teller.material.story.bullet):
        return
    wanted = telling.asks & STORY_ROLES - set(telling.roles)
    for role in (role for role in Role if role in wanted):
        asked = teller.prompt(role)
        if asked:
            yield Entry(role, None, asked)


def shortened(material: StoryMaterial) -> tuple[StoryMaterial, dict[str, str]]:
    """Lay the short forms of a story over its full ones.

    Returns:
        The story as it is told where there is little room, and for each field that has a short form the field which
        that form stands in.
    """
    story, decision = material.story, material.decision
    sources: dict[str, str] = {}
    changes: dict[str, Any] = {}
    for full, short in SHORT_FIELDS.items():
        table, _, name = full.partition(".")
        words = getattr(story, short.partition(".")[2]) if short.startswith("story.") else ""
        if sentences.said(words):
            sources[full] = short
            if table == "story":
                changes[name] = words
    if "decision.assumption" in sources and decision:
        decision = replace(decision, assumption=story.assumption_short)
    return replace(material, story=replace(story, **changes), decision=decision), sources
