"""Observations as Markdown: one file to read or keep, or a folder of notes as Obsidian and others have them.

Both are read back by ``exchange.markdown`` with text, date, tags and star. The texts are the user's own, as they are.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TextIO

from pivot_journal.domain.observation import Observation, Triage
from pivot_journal.domain.when import Precision
from pivot_journal.exchange.markdown_book import IS_BOOK, MARKER, MARKER_END, without_markers

EVIDENCE = "evidence"
EARLIER = "earlier wordings"
SORTING = "sorting"
BLANK_ENDS = "blank lines at the beginning or blanks at the end"

FolderWriter = Callable[[str, str], None]
"""Takes the path of a note within the folder, with '/', and what stands in it."""

_PLAIN = re.compile(r"[A-Za-z][A-Za-z_/-]*\Z")
_YAML_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)+")


def write_markdown(observations: Iterable[Observation], out: TextIO) -> dict[str, int]:
    """Write observations one below the other into one file, and return what it does not hold: how often, by name.

    Above each stands a comment that is not seen when the file is shown; by it the file can be read back.
    """
    lost: Counter[str] = Counter()
    out.write(f"---\n{IS_BOOK}: observations\n---\n\n# Observations\n")
    for observation in observations:
        facts: dict[str, object] = {"id": observation.id}
        if observation.observed_on.day is not None:
            facts |= {"date": f"{observation.observed_on.day}", "precision": observation.observed_on.precision.value}
        facts |= {"tags": observation.tags, "starred": observation.starred}
        facts["recorded_at"] = observation.recorded_at.isoformat()
        star = " ★" if observation.starred else ""
        text = _carried(observation, lost)
        lost[SORTING] += observation.triage is not Triage.UNTRIAGED or observation.decision_id is not None
        out.write(
            f"\n{MARKER}{json.dumps(facts, ensure_ascii=False)}{MARKER_END}\n"
            f"## {observation.observed_on}{star}\n\n{without_markers(text)}\n"
        )
    return dict(+lost)


def write_markdown_folder(observations: Iterable[Observation], folder_writer: FolderWriter) -> dict[str, int]:
    """Write a note for each observation, by month, and return what they do not hold: how often, by name.

    Args:
        observations: In any order; a note's path hangs on its date and number alone.
        folder_writer: Called once for each note, with its path within the folder and its content.
    """
    lost: Counter[str] = Counter()
    for observation in observations:
        text = _carried(observation, lost)
        folder_writer(note_path(observation), f"{_front_matter(observation)}\n{text}\n")
    return dict(+lost)


def note_path(observation: Observation) -> str:
    """Return where an observation's note lies: '2024-02/2024-02-06-observation-12.md'; without a date, 'undated/…'."""
    when = observation.observed_on
    name = f"observation-{observation.number}.md"
    if when.day is None:
        return f"undated/{name}"
    day = when.day.isoformat()
    start = {Precision.DAY: day, Precision.YEAR: day[:4]}.get(when.precision, day[:7])
    return f"{day[:7]}/{start}-{name}"


def _front_matter(observation: Observation) -> str:
    """Return the block above a note; what has no value is left out, so that no field stands there empty."""
    lines = ["---"]
    when = observation.observed_on
    if when.day is not None:
        lines.append(f"date: {when.day}")
        if when.precision is not Precision.DAY:
            lines.append(f"precision: {when.precision.value}")
    if observation.tags:
        lines += ["tags:", *(f"  - {_yaml(tag)}" for tag in observation.tags)]
    if observation.starred:
        lines.append("starred: true")
    if observation.triage is not Triage.UNTRIAGED:
        lines.append(f"triage: {observation.triage.value}")
    if observation.decision:
        lines.append(f"decision: {_yaml(observation.decision)}")
    lines += [f"recorded_at: {observation.recorded_at.isoformat()}", "---", ""]
    return "\n".join(lines)


def _carried(observation: Observation, lost: Counter[str]) -> str:
    """Return an observation's text as a note can hold it, and count what no note holds."""
    lost[EVIDENCE] += bool(str(observation.reference)) or observation.reference.dated_on is not None
    lost[EARLIER] += len(observation.earlier)
    text = observation.text.rstrip()
    if blank := _BLANK_LINES.match(text):
        text = text[blank.end() :]
    lost[BLANK_ENDS] += text != observation.text
    return text


def _yaml(text: str) -> str:
    """Return a text as YAML takes it: as it is where it can be nothing else, else in quotation marks."""
    if _PLAIN.match(text) and text.casefold() not in _YAML_WORDS:
        return text
    return '"' + "".join(_quoted(character) for character in text) + '"'


def _quoted(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
