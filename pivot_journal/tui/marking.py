"""Marks in a text: broken into lines with it, and set in the field of a form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from textual.widget import Widget
from textual.widgets.text_area import Selection

from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.field import Field
from pivot_journal.tui.widgets.rows import Spans
from pivot_journal.tui.wrapping import wrap

Mark = tuple[int, int, str]
"""From and to which character, half-open, and in which style."""


def wrap_marked(text: str, marks: Sequence[Mark], width: int, *, style: str = "") -> list[Spans]:
    """Return a text as lines of at most so many cells, the marked pieces in their styles.

    Args:
        text: Any text.
        marks: Where two overlap, the first counts.
        width: Cells.
        style: The style of everything else.
    """
    if not marks:
        return [[(line, style)] for line in wrap(text, width)]
    styles = _styles(text, marks, style)
    return [list(_spans(line, styles)) for line in wrap(text, width)]


def _styles(text: str, marks: Sequence[Mark], style: str) -> Iterator[str]:
    """Yield the style of each character that is no blank: those stay the same however the lines are broken."""
    for place, character in enumerate(text):
        if not character.isspace():
            yield next((marked for start, end, marked in marks if start <= place < end), style)


def _spans(line: str, styles: Iterator[str]) -> Iterator[tuple[str, str]]:
    characters = [(character, None if character.isspace() else next(styles, "")) for character in line]
    filled: list[tuple[str, str]] = []
    for place, (character, marked) in enumerate(characters):
        if marked is None:  # a blank between two words belongs to both or to neither
            after = characters[place + 1][1] if place + 1 < len(characters) else ""
            before = filled[-1][1] if filled else ""
            marked = before if before == after else ""
        filled.append((character, marked))
    for marked, group in groupby(filled, key=lambda each: each[1]):
        yield "".join(character for character, _ in group), marked


def mark_words(panel: Widget, name: str, start: int, end: int, words: str) -> None:
    """Select words in a field of a form; where its text is another one now, they are looked for.

    Args:
        panel: The form, or what holds it.
        name: The field.
        start: Where the words began in the text that was stored.
        end: Where they ended.
        words: They themselves.
    """
    field = next((each for each in panel.query(Field) if each.spec.name == name), None)
    if field is None or not isinstance(field.input, Editor):
        return
    editor = field.input
    if editor.text[start:end] != words:
        start = editor.text.casefold().find(words.casefold())
        end = start + len(words)
    if start >= 0:
        editor.focus()
        document = editor.document
        editor.selection = Selection(_location(document.text, start), _location(document.text, end))


def _location(text: str, place: int) -> tuple[int, int]:
    before = text[:place]
    return before.count("\n"), place - (before.rfind("\n") + 1)
