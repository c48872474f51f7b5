"""A composed pitch as text, Markdown and JSON, and the dated list of what it rests on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from pivot_journal.domain.foresight import Foresight, foresight_of, launch_noted_by
from pivot_journal.domain.observation import Evidence, Observation
from pivot_journal.domain.pitch import Material, StoryMaterial
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import When
from pivot_journal.pitch.amounts import public_amount_with_basis
from pivot_journal.pitch.composition import Block, Composition, joined

_INLINE_MARKUP = re.compile(r"[\\`*_\[\]<>~|&]")
_ESCAPED = r"\\\g<0>"
_BLOCK_MARKUP = re.compile(r"^(?P<digits>\d+)(?=[.)](?:\s|$))|^(?=[#+=>-])")


def as_text(composition: Composition) -> str:
    """Return what is said, ending in a line break where there is anything; no hard line break inside a paragraph."""
    return f"{composition.text}\n" if composition.text else ""


def as_markdown(composition: Composition) -> str:
    """Return what is said as Markdown, with labels; nothing that the user wrote acts as markup."""
    blocks = [(_markdown(block), block.is_item) for block in composition.blocks]
    return f"{joined(blocks)}\n" if blocks else ""


def _markdown(block: Block) -> str:
    if block.is_item:
        return f"- {_escaped(block.text)}"
    label = "Subject" if block.is_subject else block.label
    return f"**{_escaped(label)}:** {_INLINE_MARKUP.sub(_ESCAPED, block.text)}" if label else _escaped(block.text)


def escaped_line(line: str) -> str:
    """Return one line for Markdown; nothing that the user wrote in it acts as markup."""
    return _escaped(line)


def as_json_object(
    composition: Composition, numbers: Mapping[str, int], change: Callable[[str], str] | None = None
) -> dict[str, object]:
    """Return the pitch as the command line's contract has it.

    Args:
        composition: What was composed.
        numbers: The short number of each observation by its id; one that is not in it is passed over.
        change: Changes names and what was left out, for what is replaced before it leaves.
    """
    change = change or (lambda text: text)
    titles = {id: change(title) for id, title in composition.story_titles}
    return {
        "audience": change(composition.audience),
        "format": composition.format,
        "text": composition.text,
        "words": composition.words,
        "seconds": round(composition.seconds, 1),
        "parts": [
            {
                "role": part.role.value,
                "text": part.text,
                "story": titles.get(part.story_id or ""),
                "observations": [numbers[id] for id in part.observation_ids if id in numbers],
                "seconds": round(part.seconds, 1),
            }
            for part in composition.parts
        ],
        "gaps": [
            {
                "role": gap.role.value,
                "story": titles.get(gap.story_id or ""),
                "prompt": gap.prompt,
                "required": gap.role in composition.chosen.required,
            }
            for gap in composition.gaps
        ],
        "characters": composition.characters,
        "range": [round(seconds, 1) for seconds in composition.range],
        "left_out": [
            {
                "role": left.role.value,
                "label": left.label,
                "text": change(left.text),
                "reason": left.reason,
            }
            for left in composition.left_out
        ],
        "to_shorten": [
            {
                "role": part.role.value,
                "label": part.label,
                "field": part.field,
                "by": part.by,
                "size": part.size,
                "unit": part.unit.value,
            }
            for part in composition.to_shorten
        ],
    }


def sources(material: Material, composition: Composition) -> list[str]:
    """Return the list behind a pitch, story by story: each dated note with its evidence, then how big and why sure.

    Returns:
        One line for each note in the order of its date, and one for each impact; a story that lost notes says so.
    """
    told = {id for id, _ in composition.story_titles}
    return [line for story in material.stories if story.story.id in told for line in _story_sources(story)]


def _story_sources(material: StoryMaterial) -> Iterator[str]:
    for seen in sorted(material.observations, key=lambda seen: seen.observed_on.sort_day):
        if not seen.is_trashed:
            yield note_said(seen, launch_noted_by(seen, material.decision))
    for impact in material.impacts:
        yield public_amount_with_basis(impact)
    if material.lost_observations:
        notes = (
            "1 linked note is" if material.lost_observations == 1 else f"{material.lost_observations} linked notes are"
        )
        yield f"{one_line(material.story.title)}: {notes} in the trash"


def note_said(observation: Observation, launched_on: When) -> str:
    """Return a note with its date and how good a witness it is, on one line."""
    evidence = evidence_said(observation, launched_on)
    return f'{observation.observed_on}: "{one_line(observation.text)}", {evidence}'


def evidence_said(observation: Observation, launched_on: When) -> str:
    """Say how good a witness an observation is: 'written here 6 February 2024, 69 days before launch'."""
    claim = foresight_of(observation, launched_on)
    if observation.evidence is Evidence.FROM_MEMORY:
        return "from memory"
    if observation.evidence is Evidence.DATED_ELSEWHERE:
        reference = observation.reference
        dated = f" {When(reference.dated_on)}" if reference.dated_on else ""
        source = f" in {one_line(str(reference))}" if str(reference) else " elsewhere"
        evidence = f"dated{dated}{source}"
    else:
        evidence = f"written here {When(observation.written_on)}"
    if not claim.may_be_claimed:
        return evidence
    if claim.foresight is Foresight.REWORDED_AFTER:
        return f'{evidence}, {claim.lead} before launch, reworded after; it said "{one_line(claim.wording)}"'
    return f"{evidence}, {claim.lead} before launch"


def _escaped(paragraph: str) -> str:
    inline = _INLINE_MARKUP.sub(_ESCAPED, paragraph)
    return _BLOCK_MARKUP.sub(lambda match: f"{match['digits'] or ''}\\", inline)
