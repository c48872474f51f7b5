"""The headline examples of a pitch on one page of HTML, each with its dates drawn and its notes listed.

For somebody who reads it after a talk: it stands by itself, without a script or anything from elsewhere, and prints.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from html import escape

from pivot_journal.domain.foresight import launch_noted_by
from pivot_journal.domain.impact import Impact, amount_text, worked_out, written_amount
from pivot_journal.domain.observation import Evidence, Observation
from pivot_journal.domain.pitch import MOST_STORIES, Material, StoryMaterial
from pivot_journal.domain.text import one_line
from pivot_journal.pitch.amounts import public_amount_with_basis, told_amount
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.composition import Block, Composition, Part
from pivot_journal.pitch.format import Budget, Format, Paragraph, Section, Unit
from pivot_journal.pitch.formats import Formats
from pivot_journal.pitch.moments import usable
from pivot_journal.pitch.private import NOTHING_PRIVATE, Mask
from pivot_journal.pitch.render import evidence_said
from pivot_journal.pitch.roles import Role
from pivot_journal.pitch.sentences import beginning, capitalised, said, sentence
from pivot_journal.pitch.timeline import Mark, Row, Stretch, Timeline, timeline_of

_ENDLESS = 1_000_000_000
"""Words; nothing is left out of a page."""
_ASSUMPTION = "Taken for granted"
_REALITY = "What was true"
ONE_PAGE = Format(
    name="one page",
    label="One page",
    description="Each story with its dates and its notes, for somebody who reads it after a talk.",
    opening=Section((Paragraph((Role.OPENING,)), Paragraph((Role.WHO_I_AM,)))),
    story=Section((
        Paragraph((Role.ASSUMPTION,), _ASSUMPTION),
        Paragraph((Role.SAW, Role.MOMENT, Role.FORESIGHT), "What I saw"),
        Paragraph((Role.DID, Role.RAISED), "What I did"),
        Paragraph((Role.MATTERED, Role.MATTERED_TO_CUSTOMER), "Why it mattered"),
        Paragraph((Role.WOULD_DECIDE, Role.COST), "What instead"),
        Paragraph((Role.CAME_OF_IT,), "What came of it"),
        Paragraph((Role.LEARNED,), "What I learned"),
    )),
    closing=Section((Paragraph((Role.WHY_EARLIER,)),)),
    asks=frozenset({
        Role.OPENING, Role.ASSUMPTION, Role.SAW, Role.DID, Role.MATTERED, Role.WOULD_DECIDE, Role.COST,
        Role.WHY_EARLIER,
    }),
    budget=Budget(unit=Unit.WORDS, low=0, high=_ENDLESS, most=_ENDLESS),
    most_stories=MOST_STORIES,
)  # fmt: skip
"""What is told on the page, in order; the number stands above its timeline instead of in a sentence."""
_FORMATS = Formats(lambda: {ONE_PAGE.name: ONE_PAGE})
_SHAPES = {Evidence.WRITTEN_HERE: "here", Evidence.DATED_ELSEWHERE: "elsewhere", Evidence.FROM_MEMORY: "memory"}
_LANE_REMS = 1.7
_ROOM = 40
"""Hundredths of the axis that words need beside what they belong to."""
_LAST_TICK = 93
"""Hundredths of the axis after which no room is left for the words of a mark."""
_STYLE = """
:root {
  color-scheme: light dark;
  --text: #1f2328; --quiet: #5b636d; --line: #d8dce1; --page: #fdfdfc; --strong: #0b57a4; --warm: #a4480b;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --text: #e4e6e8; --quiet: #9aa3ad; --line: #3a4046; --page: #16181b; --strong: #8ab8ec; --warm: #e8a06a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.55 Georgia, "Times New Roman", serif; }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 0.75rem; font-size: 1.7rem; line-height: 1.25; font-weight: normal; text-wrap: balance; }
header p { margin: 0.4rem 0; font-size: 1.05rem; }
h2 { margin: 0 0 0.9rem; font-size: 1.35rem; line-height: 1.3; break-after: avoid; }
article { margin-top: 2.2rem; padding-top: 1.6rem; border-top: 1px solid var(--line); }
.row { display: grid; grid-template-columns: 9rem 1fr; column-gap: 1.25rem; break-inside: avoid; }
dl { margin: 0; }
dl .row { margin-bottom: 0.45rem; }
dt, .says, .ticks, .evidence, .amount span { font-family: system-ui, sans-serif; color: var(--quiet); }
dt { padding-top: 0.28rem; font-size: 0.8rem; line-height: 1.4; }
dd { margin: 0; }
sup { line-height: 0; font: 0.65rem/0 system-ui, sans-serif; }
a { color: var(--strong); text-decoration: none; }
.amount { margin: 1.3rem 0 0; break-after: avoid; break-inside: avoid; }
.amount strong { display: block; font: 600 1.1rem/1.3 system-ui, sans-serif; }
.amount span { display: block; font-size: 0.85rem; }
figure { margin: 0.9rem 0 0; break-inside: avoid; }
.lane { position: relative; min-height: 1.7rem; margin: 0 0.7rem; }
.lane i { position: absolute; }
.says { padding: 0.2rem 0; font-size: 0.8rem; line-height: 1.3rem; }
.says span { position: relative; background: var(--page); print-color-adjust: exact; }
.says.after { padding-left: 0.6rem; }
.says.before { padding-right: 0.6rem; text-align: right; }
.says.under { padding-top: 1.3rem; }
.launch { top: 0; bottom: 0; border-left: 1.5px solid var(--warm); }
i.before { top: 0.2rem; bottom: 0.2rem; border-left: 1.5px dashed var(--warm); }
.bar { top: 0.62rem; min-width: 3px; border-top: 0.45rem solid var(--strong); }
.vague { top: 0.5rem; min-width: 3px; height: 0.7rem; border: 1.5px solid var(--warm); }
.vague.earlier { border-style: dashed; }
.lead { top: 0.82rem; min-width: 2px; border-top: 1.5px solid var(--warm); }
.lead::before, .lead::after { content: ""; position: absolute; top: -0.3rem; height: 0.5rem; }
.lead::before { left: 0; border-left: 1.5px solid var(--warm); }
.lead::after { right: 0; border-left: 1.5px solid var(--warm); }
.note {
  display: inline-block; min-width: 1.25rem; height: 1.25rem; border: 1.5px solid var(--strong); border-radius: 0.7rem;
  background: var(--page); color: var(--text); font: 600 0.7rem/1.1rem system-ui, sans-serif; text-align: center;
}
.elsewhere { border-radius: 0.15rem; }
.memory { border-style: dashed; }
.lane .note { position: absolute; }
.lane .day { transform: translateX(-50%); }
.ticks { min-height: 1.3rem; border-top: 1px solid var(--line); font-size: 0.7rem; }
.ticks span {
  position: absolute; min-height: 0.4rem; padding: 0.15rem 0 0 0.25rem; border-left: 1px solid var(--line);
  white-space: nowrap;
}
.evidence { margin: 1rem 0 0; padding: 0; list-style: none; font-size: 0.85rem; line-height: 1.5; }
.evidence li { position: relative; margin-bottom: 0.35rem; padding-left: 1.9rem; break-inside: avoid; }
.evidence .note { position: absolute; left: 0; top: 0; }
.evidence q { color: var(--text); }
@media (max-width: 34rem) { .row { grid-template-columns: 1fr; } dt { padding-top: 0.2rem; } }
@page { size: A4; margin: 14mm 16mm; }
@media print {
  :root { --page: #fff; }
  html { font-size: 9.2pt; }
  body { background: none; }
  main { max-width: none; padding: 0; }
  article { margin-top: 1.4rem; padding-top: 1rem; }
}
"""


def compose_page(material: Material, *, today: dt.date | None = None, mask: Mask = NOTHING_PRIVATE) -> Composition:
    """Compose what is told on the page: the same sentences as in any format, nothing left out to fit.

    Args:
        material: The pitch with its stories and all that they rest on.
        today: The day on which it is read. Without it a launch counts as past unless its status says otherwise.
        mask: Replaces what is private.
    """
    return compose(material, ONE_PAGE.name, today=today, formats=_FORMATS, mask=mask)


def as_one_page(
    material: Material,
    composition: Composition,
    *,
    today: dt.date | None = None,
    change: Callable[[str], str] | None = None,
) -> str:
    """Return the headline examples as a whole HTML file; nothing that the user wrote acts as markup.

    Args:
        material: What was composed.
        composition: What is told, from ``compose_page``.
        today: The day on which it was composed.
        change: Changes each text before it is escaped, for what is replaced before it leaves.
    """
    return _OnePage(material, composition, today, change or (lambda text: text)).html()


class _OnePage:
    def __init__(
        self, material: Material, composition: Composition, today: dt.date | None, change: Callable[[str], str]
    ) -> None:
        self._composition = composition
        self._today = today
        self._change = change
        told = {id for id, _ in composition.story_titles}
        self._stories = [each for each in material.stories if each.story.id in told]
        self._numbers = 0
        """How many notes have a number already."""

    def html(self) -> str:
        heading, *lines = self._heading()
        stories = "\n".join("\n".join(self._story(each)) for each in self._stories)
        more = "".join(f"<p>{line}</p>\n" for line in lines)
        return (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{heading}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
            f"<header>\n<h1>{heading}</h1>\n{more}</header>\n{stories}\n</main>\n</body>\n</html>\n"
        )

    def _heading(self) -> list[str]:
        """Return the user's own lines, the opening first; the titles of the stories where there is none."""
        said_for = {part.role: part.text for part in self._composition.parts if part.story_id is None}
        roles = (Role.OPENING, Role.WHO_I_AM, Role.WHY_EARLIER)
        lines = [said_for[role] for role in roles if role in said_for]
        titles = " · ".join(one_line(each.story.title) for each in self._stories)
        return [self._said(line) for line in lines or [titles]]

    def _story(self, material: StoryMaterial) -> Iterator[str]:
        numbers = {seen.id: (self._numbers + number, seen) for number, seen in enumerate(_dated(material), 1)}
        self._numbers += len(numbers)
        notes = list(numbers.values())
        yield f"<article>\n<h2>{self._said(one_line(material.story.title))}</h2>"
        rows = list(self._beats(material, {id: number for id, (number, _) in numbers.items()}))
        if rows:
            yield "<dl>"
            for label, text in rows:
                yield f'<div class="row"><dt>{label}</dt><dd>{text}</dd></div>'
            yield "</dl>"
        if material.impacts:
            yield from self._amount(material.impacts[0])
        timeline = timeline_of(material, notes, claimed=self._claimed(material), today=self._today)
        if timeline:
            yield from self._drawn(timeline)
        if notes:
            yield '<ol class="evidence">'
            for number, seen in notes:
                yield self._note(number, seen, material)
            yield "</ol>"
        yield "</article>"

    # What is told

    def _beats(self, material: StoryMaterial, numbers: dict[str, int]) -> Iterator[tuple[str, str]]:
        decision = material.decision
        reality = sentence(decision.operational_reality) if decision else ""
        blocks = {
            block.label: block for block in self._composition.blocks if block.parts[0].story_id == material.story.id
        }
        for paragraph in ONE_PAGE.story:
            block = blocks.get(paragraph.label)
            if block:
                yield paragraph.label, self._block(block, numbers)
            if paragraph.label == _ASSUMPTION and reality:
                yield _REALITY, self._said(reality)

    def _block(self, block: Block, numbers: dict[str, int]) -> str:
        return " ".join(self._said(part.text) + self._references(part, numbers) for part in block.parts)

    def _references(self, part: Part, numbers: dict[str, int]) -> str:
        behind = sorted(numbers[id] for id in part.observation_ids if id in numbers)
        links = [
            f'<a href="#note-{first}">{first}{f"–{last}" if last > first else ""}</a>' for first, last in _runs(behind)
        ]
        return f"<sup>{', '.join(links)}</sup>" if links else ""

    def _amount(self, impact: Impact) -> Iterator[str]:
        amount = told_amount(impact)
        known = [public_amount_with_basis(impact).removeprefix(f"{amount} · "), *_arithmetic(impact)]
        yield f'<p class="amount"><strong>{self._said(capitalised(amount))}</strong>'
        yield f"<span>{self._said(' · '.join(known))}</span></p>"

    def _claimed(self, material: StoryMaterial) -> Observation | None:
        """Return the note of which the pitch says that it stood before the launch; None where it does not say so."""
        parts = self._composition.parts
        behind = {
            id
            for part in parts
            if part.role is Role.FORESIGHT and part.story_id == material.story.id
            for id in part.observation_ids
        }
        return next((seen for seen in material.observations if seen.id in behind), None)

    def _note(self, number: int, seen: Observation, material: StoryMaterial) -> str:
        words, rest = beginning(seen.text)
        text = self._said(f"{words} …" if rest else words)
        grade = self._said(evidence_said(seen, launch_noted_by(seen, material.decision)))
        return (
            f'<li id="note-{number}"><span class="note {_SHAPES[seen.evidence]}">{number}</span>'
            f"{self._said(str(seen.observed_on))}: <q>{text}</q> {grade}</li>"
        )

    # What is drawn

    def _drawn(self, timeline: Timeline) -> Iterator[str]:
        launch = timeline.launch
        line = f'<i class="launch" {_at(launch.at)}></i>' if launch and launch.at.is_day else ""
        rows = [row.words for row in (timeline.lead, launch, timeline.counted) if row]
        yield f'<figure role="img" aria-label="{self._said("; ".join(["Timeline of the notes below", *rows]))}">'
        for row in timeline.earlier:
            shape = "before" if row.at.is_day else "vague earlier"
            yield self._row(row, f'<i class="{shape}" {_at(row.at)}></i>')
        if timeline.lanes:
            marks = "".join(
                _mark(mark, index * _LANE_REMS) for index, lane in enumerate(timeline.lanes) for mark in lane
            )
            yield f'<div class="lane" style="min-height: {len(timeline.lanes) * _LANE_REMS:.1f}rem">{line}{marks}</div>'
        if timeline.lead:
            yield self._row(timeline.lead, f'{line}<i class="lead" {_at(timeline.lead.at)}></i>')
        if launch:
            yield self._row(launch, line or f'<i class="vague" {_at(launch.at)}></i>')
        if timeline.counted:
            yield self._row(timeline.counted, f'{line}<i class="bar" {_at(timeline.counted.at)}></i>')
        ticks = [
            f'<span style="left: {place:.2f}%">{self._said(words) if place < _LAST_TICK else ""}</span>'
            for place, words in timeline.axis.ticks()
        ]
        yield f'<div class="lane ticks">{"".join(ticks)}</div>\n</figure>'

    def _row(self, row: Row, drawn: str) -> str:
        """Draw something with its words on the side where there is room, below it else."""
        if row.at.right <= 100 - _ROOM:
            where, place = "after", f"margin-left: {row.at.right:.2f}%"
        elif row.at.left >= _ROOM:
            where, place = "before", f"margin-right: {100 - row.at.left:.2f}%"
        else:
            where, place = "under", f"margin-left: {min(row.at.left, 100 - _ROOM):.2f}%"
        words = f"<span>{self._said(row.words)}</span>"
        return f'<div class="lane">{drawn}<div class="says {where}" style="{place}">{words}</div></div>'

    def _said(self, text: str) -> str:
        return escape(self._change(text))


def _dated(material: StoryMaterial) -> list[Observation]:
    """Return the notes that may stand behind a story, in the order of their dates."""
    return sorted(usable(material.observations), key=lambda seen: seen.observed_on.sort_day)


def _arithmetic(impact: Impact) -> Iterator[str]:
    """Say how an amount was worked out, where its words do not end in it already; never behind a public form."""
    if impact.working_count is None or impact.working_rate is None or said(impact.public_form):
        return
    if not one_line(impact.working):
        return
    rate = written_amount(impact.working_rate, None, impact.currency)
    product = written_amount(worked_out(impact.working_count, impact.working_rate), None, impact.currency)
    unit = "" if impact.currency else f" {one_line(impact.unit)}"
    yield f"{amount_text(impact.working_count)} × {rate} = {product}{unit}"


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of numbers that follow each other."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _at(at: Stretch, top: float | None = None) -> str:
    width = "" if at.is_day else f"; width: {at.width:.2f}%"
    down = "" if top is None else f"; top: {top + 0.2:.1f}rem"
    return f'style="left: {at.left:.2f}%{width}{down}"'


def _mark(mark: Mark, top: float) -> str:
    day = " day" if mark.at.is_day else ""
    return f'<i class="note {_SHAPES[mark.evidence]}{day}" {_at(mark.at, top)}>{mark.number}</i>'
