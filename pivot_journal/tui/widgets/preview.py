"""The pitch as it stands, beside the work: what is said, what is missing, how long it takes."""

from __future__ import annotations

from pivot_journal.pitch.composition import Composition, Gap, Part
from pivot_journal.pitch.formats import format_named
from pivot_journal.tui.widgets.rows import Line, Row, Rows
from pivot_journal.tui.wrapping import wrap

LOADING = "…"


class Preview(Rows):
    """Drawn anew at every key press in a field that feeds the pitch; it takes about a millisecond."""

    DEFAULT_CSS = """
    Preview { padding: 1 2; height: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.can_focus = False
        self.composition: Composition | None = None
        self.is_trial = False

    def show(self, composition: Composition | None, *, is_trial: bool = False) -> None:
        """Show a composition; None while there is none yet.

        Args:
            composition: What to show.
            is_trial: Whether it is a story tried by itself that is not in the pitch.
        """
        self.composition = composition
        self.is_trial = is_trial
        self._lay_out()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.size.width
        if width < 4:
            return
        if self.composition is None:
            self.set_rows([Row([Line([(LOADING, "dim")])])])
            return
        top = self._top
        self.set_rows([Row(preview_lines(self.composition, width, is_trial=self.is_trial))])
        self._top = max(0, min(top, len(self._lines) - self.size.height))

    def action_move(self, by: int) -> None:
        """Scroll by so many lines."""
        self._top = max(0, min(self._top + by, len(self._lines) - self.size.height))
        self.refresh()

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        self.action_move(by * max(self.size.height - 1, 1))


def time_said(composition: Composition) -> str:
    """Say how long a pitch takes against what its format allows: '28 s of 30', '64 s of 60–90'."""
    return f"{round(composition.seconds)} s of {format_named(composition.format).budget.aim}"


def preview_lines(composition: Composition, width: int, *, is_trial: bool = False) -> list[Line]:
    """Return the lines of the preview in the given width: one head line, the paragraphs, what was left out."""
    label = format_named(composition.format).label
    missing = len(composition.gaps)
    head = f"{label} · {time_said(composition)}"
    right = f"{missing} missing" if missing else "ready to say"
    lines = [Line([(head, "strong")], [(right, "warn" if missing else "accent")])]
    audience = "This story by itself; Space in Stories puts it into the pitch" if is_trial else composition.audience
    lines += [Line([(part, "dim")]) for part in wrap(f"for {audience}" if not is_trial else audience, width)]
    for paragraph in paragraphs_of(composition):
        lines.append(Line(()))
        said = ""
        for line in paragraph:
            if isinstance(line, Part):
                said = f"{said} {line.text}" if said else line.text
                continue
            lines += [Line([(part, "")]) for part in wrap(said, width)] if said else []
            said = ""
            lines += _gap_lines(line, width)
        lines += [Line([(part, "")]) for part in wrap(said, width)] if said else []
    if composition.is_over:
        lines.append(Line(()))
        lines += [Line([(part, "warn")]) for part in wrap(composition.advice, width)]
    if composition.left_out:
        left_out = "Left out to fit: " + ", ".join(left.label for left in composition.left_out)
        lines += [Line(()), *(Line([(part, "dim")]) for part in wrap(left_out, width))]
    return lines


def paragraphs_of(composition: Composition) -> list[list[Part | Gap]]:
    """Return the lines of a composition by paragraph, in order."""
    paragraphs: list[list[Part | Gap]] = []
    last: int | None = None
    for line in composition.lines:
        if line.paragraph != last:
            paragraphs.append([])
            last = line.paragraph
        paragraphs[-1].append(line)
    return paragraphs


def _gap_lines(gap: Gap, width: int) -> list[Line]:
    first, *rest = wrap(gap.prompt, max(width - 2, 4))
    return [Line([("? ", "warn"), (first, "warn")]), *(Line([("  ", ""), (part, "warn")]) for part in rest)]
