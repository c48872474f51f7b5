"""The pitch as rows to read and to stand on: each sentence with its length and marks, then what has to be shorter."""

from __future__ import annotations

from pivot_journal.domain.pitch import Material
from pivot_journal.pitch.composition import Composition, Gap, Part
from pivot_journal.pitch.format import Format, Unit
from pivot_journal.tui.marking import Mark, wrap_marked
from pivot_journal.tui.views.pitch_evidence import grounds_of
from pivot_journal.tui.widgets.preview import lead_of, left_out_said, paragraphs_of, shorten_said
from pivot_journal.tui.widgets.rows import Line, Row, Spans, spans_length
from pivot_journal.tui.wrapping import wrap

UNTRACED, PRIVATE = "?", "≠"
"""The signs beside a sentence: a figure that rests on nothing linked, and words that leave otherwise than written."""
_INDENT = 2
SHORTEN = "shorten"
"""The key of a row about something too long begins so; its number follows."""


def pitch_rows(composition: Composition, material: Material, width: int) -> list[Row]:
    """Return the rows of a composed pitch, known by the number of their line.

    Args:
        composition: The pitch as it is told.
        material: What it was composed from.
        width: Cells.
    """
    rows: list[Row] = []
    beside = max((spans_length(_right(part, composition, material)) for part in composition.parts), default=0)
    room = max(width - beside - 2, 10)
    numbered = list(enumerate(composition.lines))
    for paragraph in paragraphs_of(composition):
        label = composition.label_of(paragraph[0].paragraph)
        is_list = composition.chosen.is_bullets
        above = [Line(())] if rows and not is_list else []
        above += [Line([(label, "dim")])] if label else []
        if above:
            rows.append(Row(above))
        for line in paragraph:
            number = next(at for at, each in numbered if each is line)
            rows.append(Row(_lines_of(line, composition, material, room), number))
    rows += [Row([Line(())])] if composition.is_over else []
    for number, too_long in enumerate(composition.to_shorten):
        words = wrap(shorten_said(too_long), max(width - _INDENT, 10))
        lines = [Line([("! " if i == 0 else "  ", "warn"), (part, "warn")]) for i, part in enumerate(words)]
        rows.append(Row(lines, (SHORTEN, number)))
    if left_out := left_out_said(composition):
        rows.append(Row([Line(()), *(Line([(part, "dim")]) for words in left_out for part in wrap(words, width))]))
    return rows


def size_said(part: Part, chosen: Format) -> str:
    """Say how long a part is, in the unit of its format: '3 s', '9 words', '41 ch'."""
    unit = chosen.budget.unit
    if unit is Unit.SECONDS:
        return f"{round(part.seconds)} s"
    if unit is Unit.CHARACTERS:
        return f"{len(part.text)} ch"
    return f"{part.words} word{'' if part.words == 1 else 's'}"


def _right(part: Part, composition: Composition, material: Material) -> Spans:
    """Return the signs beside a part and its length."""
    return [
        *([(f"{PRIVATE} ", "accent")] if part.changes else []),
        *([(f"{UNTRACED} ", "warn")] if grounds_of(part, material).untraced() else []),
        (f"{size_said(part, composition.chosen)} ", "dim"),
    ]


def _lines_of(line: Part | Gap, composition: Composition, material: Material, room: int) -> list[Line]:
    chosen = composition.chosen
    if isinstance(line, Gap):
        needed = " (needed here)" if line in composition.blocking else ""
        first, *rest = wrap(f"{line.prompt}{needed}", room - _INDENT)
        return [
            Line([(f"{UNTRACED} ", "warn"), (first, "warn")]),
            *(Line([("  ", ""), (part, "warn")]) for part in rest),
        ]
    lead = lead_of(line, chosen)
    figures = grounds_of(line, material).untraced()
    marks: list[Mark] = [(change.start, change.end, "private") for change in line.changes]
    marks += [(figure.start, figure.end, "untraced") for figure in figures]
    right = _right(line, composition, material)
    texts = wrap_marked(line.text, marks, room - len(lead))
    before = [(lead, "dim"), *[(" " * len(lead), "")] * (len(texts) - 1)]
    if not lead:
        before = [("", "")] * len(texts)
    return [
        Line([start, *text] if start[0] else text, right if i == 0 else ())
        for i, (start, text) in enumerate(zip(before, texts, strict=True))
    ]
