"""Findings of the coach as blocks for people and as objects for scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pivot_journal.cli.cells import cut, wrapped
from pivot_journal.cli.choosing import named
from pivot_journal.coach.finding import Finding, Level
from pivot_journal.domain.text import one_line
from pivot_journal.pitch.roles import ROLE_WORDS

NO_TITLES: Mapping[str, str] = {}
"""Of a bare text, which tells no story of the journal."""
NOTHING = "Nothing to remark."

_INDENT = "  "
_NARROWEST = 30
"""Cells; in a narrower terminal lines run over."""
_AROUND = 60
"""Characters of the sentence that are shown on each side of the words."""
_LONGEST_MATCH = 160
_FIELD_WORDS = {role.value: words for role, words in ROLE_WORDS.items()} | {
    "alternative": "alternative",
    "audience": "audience",
    "impact": "number",
    "listener": "greeting",
    "observation": "quoted note",
    "raised_reply": "what came back",
    "raised_with": "whom I told",
    "story_ids": "stories",
    "title": "title",
    "trade_off": "price of the alternative",
    "working": "how I know the number",
}
_PLURALS = {Level.ERROR: "errors", Level.WARNING: "warnings", Level.ADVICE: "pieces of advice"}
_SINGLES = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "piece of advice"}


def finding_object(finding: Finding, titles: Mapping[str, str] = NO_TITLES) -> dict[str, Any]:
    """Return a finding with the keys that the command line's contract names.

    Args:
        finding: What the coach says.
        titles: The titles of the told stories by id.
    """
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "scope": finding.scope.value,
        "story": titles.get(finding.story_id) if finding.story_id else None,
        "field": finding.field,
        "start": finding.start,
        "end": finding.end,
        "match": finding.match,
        "question": finding.question,
        "message": finding.message,
        "fix": finding.fix,
        "source": finding.source,
    }


def finding_block(
    finding: Finding, titles: Mapping[str, str] = NO_TITLES, *, line: int = 0, width: int = 0
) -> list[str]:
    """Return a finding as lines for a person: what a PM would ask, the words, what they hear, what to do.

    Args:
        finding: What the coach says.
        titles: The titles of the told stories by id.
        line: The line of input that it is about, counted from 1; 0 for none.
        width: The cells that a line may fill; 0 for as many as it takes.
    """
    where = ", ".join(part for part in (f"line {line}" if line else "", _place(finding, titles)) if part)
    body = [where, _context(finding), finding.message, f"→ {finding.fix}" if finding.fix else ""]
    room = max(width - len(_INDENT), _NARROWEST) if width else 0
    pieces = [piece for each in body if each for piece in _laid_out(one_line(each), room)]
    heading = f"{finding.level.value}: {one_line(finding.question)}  ({finding.rule})"
    return [heading, *(_INDENT + piece for piece in pieces)]


def summary(findings: Iterable[Finding], kept: int = 0) -> str:
    """Say how many findings of each level there are.

    Args:
        findings: Those that are shown.
        kept: How many more were looked at and accepted.
    """
    counts = Counter(finding.level for finding in findings)
    said = ", ".join(
        f"{counts[level]:,} {_SINGLES[level] if counts[level] == 1 else _PLURALS[level]}"
        for level in Level
        if counts[level]
    )
    accepted = f" {kept:,} more kept as accepted: pivot check --accepted" if kept else ""
    return f"{said}.{accepted}" if said else f"{NOTHING}{accepted}"


def by_weight(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings with the errors first, each level in the order given."""
    return sorted(findings, key=lambda finding: finding.weight)


def _place(finding: Finding, titles: Mapping[str, str]) -> str:
    title = titles.get(finding.story_id) if finding.story_id else None
    parts = [f"story {named(one_line(title))}" if title else "", field_words(finding.field)]
    return ", ".join(part for part in parts if part)


def field_words(field: str) -> str:
    """Return what a field is called: 'what I saw' for 'story.saw'; empty for none."""
    name = field.rpartition(".")[2]
    if name in _FIELD_WORDS:
        return _FIELD_WORDS[name]
    full = name.removesuffix("_short")
    if full != name:
        return f"{_FIELD_WORDS.get(full, full.replace('_', ' '))}, short"
    return name.replace("_", " ")


def _context(finding: Finding) -> str:
    """Return the words in their sentence, in brackets; empty for what is about no words."""
    if not finding.match:
        return ""
    words = f"[{cut(one_line(finding.match), _LONGEST_MATCH)}]"
    before, found, after = finding.sentence.partition(finding.match)
    if not found:
        return words
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:]
    if len(after) > _AROUND:
        after = after[:_AROUND] + "…"
    return f"{before}{words}{after}"


def _laid_out(line: str, room: int) -> list[str]:
    return wrapped(line, room) if room else [line]
