"""What a search found, marked in what is drawn of it: in a row of the list, and in the lines under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from textual.content import Content

from pivot_journal.domain.highlight import matches, matches_in_line
from pivot_journal.domain.query import Condition, OnThisDay, Query, Tagged, Words
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import MONTHS, Precision, When
from pivot_journal.tui.widgets.rows import Line, Spans
from pivot_journal.tui.wrapping import cut, wrap

STYLE = "found"
"""In a row; see ``Rows``."""
CONTENT_STYLE = "bold $foreground on $found"
_YEARS_AGO = ("this year", "a year ago")
Stretches = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Found:
    """A search, as far as it shows in what was found."""

    query: Query = field(default_factory=Query)

    @classmethod
    def of(cls, query: Query, tag: str) -> Found:
        """Return what shows of a search in words and of a tag that is looked for beside it."""
        also = (Condition(Tagged(tag)),) if tag else ()
        return cls(replace(query, conditions=(*query.conditions, *also)))

    @property
    def is_marked(self) -> bool:
        """Whether anything in a text can be why it was found."""
        terms = (Words, Tagged)
        return any(isinstance(c.term, terms) and not c.is_negated for c in self.query.conditions)

    @property
    def around(self) -> OnThisDay | None:
        """The day whose earlier years were looked for; None for no such day."""
        terms = [c.term for c in self.query.conditions if not c.is_negated]
        return next((term for term in terms if isinstance(term, OnThisDay)), None)

    def marked(self, line: Line, text: str, length: int) -> Line:
        """Return a line of the list with what was found in it marked.

        Args:
            line: Its left part holds the beginning of the text as one line; all of its right part is looked at.
            text: The user's own text.
            length: How many characters of the text may be in sight; no more of it is looked at.
        """
        drawn, places = matches_in_line(self.query, text, length)
        left = list(line.left)
        at = next((at for at in range(len(left) - 1, -1, -1) if drawn and left[at][0].startswith(drawn)), None)
        if at is not None:
            left[at : at + 1] = _pieces(*left[at], places)
        right = [piece for words, style in line.right for piece in _pieces(words, style, matches(self.query, words))]
        return Line(left, right)

    def lines(self, text: str, width: int, most: int) -> Content:
        """Return the first lines of a text, or those around the first place where it was found, with all places marked.

        Args:
            text: The user's own text; looked at no further than is shown, and up to ``FAR`` for the first place.
            width: The cells of a line.
            most: How many lines there are; they are filled up with empty ones.
        """
        start = self._beginning(text, width * most)
        text = text[start : start + _SHOWN]
        before = "… " if start else ""
        lines = wrap(before + one_line(text), width)
        if len(lines) > most:
            lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), width)]
        shown = "\n".join([*lines, *[""] * (most - len(lines))])
        if not self.is_marked:
            return Content(shown)
        spans = self._places(lines, text, len(before))
        return Content.assemble(
            *((words, CONTENT_STYLE) if style else words for words, style in _pieces(shown, "", spans))
        )

    def _beginning(self, text: str, length: int) -> int:
        """Return where to begin so that something found is in sight: 0 where it is in sight anyway, or far away."""
        if not self.is_marked or len(text) <= length:
            return 0
        before = min(_BEFORE, length // 3)
        for far in (length, _NEAR, FAR):  # nearly always it is in sight, which costs least to find out
            first = next((start for start, _ in matches(self.query, text[:far])), None)
            if first is not None:
                is_in_sight = first < length - before
                return 0 if is_in_sight else first - before + text[first - before : first].find(" ") + 1
        return 0

    def _places(self, lines: Sequence[str], text: str, before: int) -> list[tuple[int, int]]:
        """Return where something was found in lines that were broken and cut, counting a line break as one sign.

        Args:
            lines: The text as one line, broken between words or within one; the last may be cut, with '…' at its end.
            text: The user's own text.
            before: How many signs of the first line stand before the text.
        """
        drawn, places = matches_in_line(self.query, text, sum(map(len, lines)) + _SPARE)
        spans: list[tuple[int, int]] = []
        at, begins = 0, before
        for number, line in enumerate(lines):
            line = line if number else line[before:]
            at += drawn[at : at + 1] == " "
            bare = line.removesuffix("…").rstrip() if not drawn.startswith(line, at) else line
            if not drawn.startswith(bare, at):
                break  # it is not what the text begins with after all, so nothing in it is marked
            here = [(max(start - at, 0), min(end - at, len(bare))) for start, end in places]
            spans += [(begins + start, begins + end) for start, end in here if start < end]
            at, begins = at + len(bare), begins + len(line) + 1
        return spans

    def heading(self, when: When, usual: str) -> str:
        """Return the heading that a date stands under: the year where earlier years are looked for, else the usual."""
        around = self.around
        same = around.around(when) if around is not None else None
        if around is None or same is None:
            return usual
        years = around.day.year - same.year
        ago = _YEARS_AGO[years] if years < len(_YEARS_AGO) else f"{years} years ago"
        return f"{ago[0].upper()}{ago[1:]}, around {same.day} {MONTHS[same.month - 1]} {same.year}"

    def day(self, when: When, usual: str) -> str:
        """Return how a date is said beside its note: with its month where several years are looked through."""
        if self.around is None or when.day is None or when.precision is not Precision.DAY:
            return usual
        return f"{when.day.day:>2} {MONTHS[when.day.month - 1][:3]}"


FAR = 5_000
"""How far into a text the first place is looked for, so that a long one costs the same at any length."""
_NEAR = 1_000
_SHOWN = 2_000
"""No more of a text is laid out for a few lines of it."""
_BEFORE = 30
"""Characters shown before a place that would be out of sight."""
_SPARE = 200
"""More characters of a text than are in sight, for the white space of which a line shows one blank."""


def _pieces(text: str, style: str, places: Stretches) -> Spans:
    """Return a text in pieces, those at the places in the style of what was found."""
    pieces: list[tuple[str, str]] = []
    end = 0
    for first, last in places:
        pieces += [(text[end:first], style), (text[first:last], STYLE)]
        end = last
    pieces.append((text[end:], style))
    return [piece for piece in pieces if piece[0]]
