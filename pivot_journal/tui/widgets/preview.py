"""The pitch as it stands, beside the work: what is said, what is missing, how long it takes, what a PM may ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from pivot_journal.domain.text import one_line
from pivot_journal.pitch.composition import Composition, Gap, Part, ToShorten
from pivot_journal.pitch.fitting import TO_FIT, TO_FIT_WRITTEN
from pivot_journal.pitch.format import Format
from pivot_journal.pitch.roles import Role
from pivot_journal.tui.widgets.rows import Line, Row, ScrolledRows
from pivot_journal.tui.wrapping import cut, wrap

if TYPE_CHECKING:
    from pivot_journal.coach.finding import Finding

LOADING = "…"
TRIAL = "This story by itself; Space in Stories puts it into the pitch"


class Preview(ScrolledRows):
    """Drawn anew at every key press in a field that feeds the pitch; it takes about a millisecond."""

    DEFAULT_CSS = """
    Preview { padding: 1 2; height: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.composition: Composition | None = None
        self.is_trial = False
        self.findings: Sequence[Finding] = ()
        """What a PM may ask, as far as it was read; counted in the head."""
        self.said: Sequence[Finding] = ()
        """Those of them that are shown under the text."""

    def show(self, composition: Composition | None, *, is_trial: bool = False) -> None:
        """Show a composition; None while there is none yet.

        Args:
            composition: What to show.
            is_trial: Whether it is a story tried by itself that is not in the pitch.
        """
        self.composition = composition
        self.is_trial = is_trial
        self.said = ()  # it was about other words
        self._lay_out()

    def show_findings(self, findings: Sequence[Finding], said: Sequence[Finding] = ()) -> None:
        """Count what a PM may ask, and show some of it."""
        if (findings, said) != (self.findings, self.said):
            self.findings, self.said = findings, said
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
        lines = preview_lines(
            self.composition, width, is_trial=self.is_trial, findings=len(self.findings), said=self.said
        )
        self.set_rows([Row(lines)])


def preview_lines(
    composition: Composition,
    width: int,
    *,
    is_trial: bool = False,
    findings: int = 0,
    said: Sequence[Finding] = (),
) -> list[Line]:
    """Return the lines of the preview in the given width.

    Args:
        composition: What is said, and what is missing.
        width: Cells.
        is_trial: Whether it is a story tried by itself.
        findings: How much a PM may ask.
        said: What of that is shown under the text.
    """
    lines = [_head(composition, width, findings)]
    audience = TRIAL if is_trial else f"for {composition.audience}"
    lines += [Line([(part, "dim")]) for part in wrap(audience, width)]
    is_after_item = False
    for paragraph in paragraphs_of(composition):
        label = composition.label_of(paragraph[0].paragraph)
        is_item = composition.chosen.is_bullets
        lines += [] if is_item and is_after_item else [Line(())]
        lines += [Line([(label, "dim")])] if label else []
        lines += _paragraph_lines(paragraph, composition, width)
        is_after_item = is_item
    too_long = [shorten_said(each) for each in composition.to_shorten]
    lines += [Line(())] if too_long else []
    lines += [Line([(part, "warn")]) for words in too_long for part in wrap(words, width)]
    left_out = left_out_said(composition)
    lines += [Line(())] if left_out else []
    lines += [Line([(part, "dim")]) for words in left_out for part in wrap(words, width)]
    if said:
        lines += [Line(()), *(Line([(cut(finding_said(finding), width), "dim")]) for finding in said)]
    return lines


def paragraphs_of(composition: Composition) -> list[list[Part | Gap]]:
    """Return the lines of a composition by paragraph, in order; the subject of an email stands by itself."""
    paragraphs: list[list[Part | Gap]] = []
    last: tuple[int, bool] | None = None
    for line in composition.lines:
        here = (line.paragraph, line.role is Role.SUBJECT)
        if here != last:
            paragraphs.append([])
            last = here
        paragraphs[-1].append(line)
    return paragraphs


def lead_of(line: Part | Gap, chosen: Format) -> str:
    """Return what stands before a part on screen and is not a part of it: 'Subject: ', '- '."""
    if line.role is Role.SUBJECT:
        return "Subject: "
    return "- " if chosen.is_bullets and isinstance(line, Part) else ""


def shorten_said(too_long: ToShorten) -> str:
    """Say what is to be shorter and by how much: 'Shorten the assumption of story 1 by 6 of its 14 words'."""
    unit = too_long.unit.value if too_long.by != 1 or too_long.size != 1 else too_long.unit.value.removesuffix("s")
    label = too_long.label
    the = "" if label.startswith(("what", "why", "how", "whom", "who")) else "the "
    return f"Shorten {the}{label} by {too_long.by} of its {too_long.size} {unit}"


def left_out_said(composition: Composition) -> list[str]:
    """Say what is not told: what there is no room for in one sentence, then the rest with its reason."""
    by_reason: dict[str, list[str]] = {}
    for left in composition.left_out:
        by_reason.setdefault("" if left.reason in {TO_FIT, TO_FIT_WRITTEN} else left.reason, []).append(left.label)
    fitting = by_reason.pop("", [])
    said = [f"Left out to fit: {', '.join(fitting)}."] if fitting else []
    return said + [f"Not told: {', '.join(labels)}; {reason}." for reason, labels in by_reason.items()]


def finding_said(finding: Finding) -> str:
    """Say a finding on one line, as a PM would ask it: 'A PM may ask: Says who? (“35% of PM hires”)'."""
    words = one_line(finding.match)
    return f"A PM may ask: {finding.question}" + (f" (“{words}”)" if words else "")


def _head(composition: Composition, width: int, findings: int) -> Line:
    missing = len(composition.gaps)
    counts = [f"{findings} finding{'' if findings == 1 else 's'}"] if findings else []
    counts += [f"{missing} missing"] if missing else []
    right = " · ".join(counts) or "ready to say"
    style = "warn" if missing or composition.is_over else "dim" if findings else "accent"
    head = f"{composition.chosen.label} · {composition.size_of_aim}"
    if cell_len(head) + len(right) + 1 > width:
        head = f"{composition.chosen.label} · {composition.size_said}"
    return Line([(cut(head, max(width - len(right) - 1, 4)), "strong")], [(right, style)])


def _paragraph_lines(paragraph: Sequence[Part | Gap], composition: Composition, width: int) -> list[Line]:
    lines: list[Line] = []
    said = ""
    for line in paragraph:
        if isinstance(line, Part):
            said = f"{said} {line.text}" if said else f"{lead_of(line, composition.chosen)}{line.text}"
            continue
        lines += [Line([(part, "")]) for part in wrap(said, width)] if said else []
        said = ""
        lines += _gap_lines(line, width)
    return [*lines, *(Line([(part, "")]) for part in wrap(said, width))] if said else lines


def _gap_lines(gap: Gap, width: int) -> list[Line]:
    first, *rest = wrap(gap.prompt, max(width - 2, 4))
    return [Line([("? ", "warn"), (first, "warn")]), *(Line([("  ", ""), (part, "warn")]) for part in rest)]
