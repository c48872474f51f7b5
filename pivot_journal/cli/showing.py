"""Observations as lines for people and as objects for scripts."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING, Any

from pivot_journal.cli.cells import cut, wrapped
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.text import clean, inline_tags, one_line, tag_key
from pivot_journal.domain.words import MARKS, day_label, how_it_is_known, moment_label, what_it_is

if TYPE_CHECKING:
    from pivot_journal.domain.query import Query

_INDENT = "  "
_FOUND, _PLAIN = "\x1b[1;4m", "\x1b[0m"
_SPARE = 100
"""Characters of a text that may take no room in its line; further than that nothing is set apart."""
_NARROWEST = 20
"""Cells; in a narrower terminal lines run over."""
_ACTING = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What JSON leaves as it is, but a terminal or a reader of lines would act on."""


def observation_object(observation: Observation) -> dict[str, Any]:
    """Return an observation with the keys that the command line's contract names."""
    day = observation.observed_on.day
    recorded = observation.recorded_at
    return {
        "number": observation.number,
        "id": observation.id,
        "observed_on": day.isoformat() if day else None,
        "precision": observation.observed_on.precision.value,
        "recorded_at": instant_text(recorded),
        "text": observation.text,
        "tags": list(observation.tags),
        "starred": observation.starred,
        "triage": observation.triage.value,
        "decision": observation.decision,
        "evidence": observation.evidence.value,
    }


def instant_text(moment: dt.datetime) -> str:
    """Return a moment as RFC 3339 in UTC."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def as_json(value: Any, *, only_ascii: bool = False) -> str:
    """Return JSON as the command line gives it: readable letters, no line breaks inside an object.

    What could act on a terminal or break a line is escaped, so that a program still gets exactly what is stored.
    """
    text = json.dumps(value, ensure_ascii=only_ascii)
    return text if only_ascii else _ACTING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def observation_line(observation: Observation, *, digits: int = 5, width: int = 0, query: Query | None = None) -> str:
    """Return one line for a list: number, day, mark, text, tags that the text does not show.

    Args:
        observation: What to show.
        digits: The room for the number.
        width: The cells that the line may fill; 0 for as many as it takes.
        query: What was looked for; what of it is in the line is set apart, bold and underlined.

    Returns:
        One line in which nothing acts on a terminal but, with a query, these styles.
    """
    star = "★" if observation.starred else " "
    mark = MARKS[observation.triage]
    head = f"{observation.number:>{digits}}  {day_label(observation.observed_on):<15}  {mark}{star} "
    text, beside = one_line(observation.text), tags_beside(observation)
    whole = head + text + beside
    line = cut(whole, width) if width else whole
    if query is None:
        return line
    from pivot_journal.domain.highlight import matches, matches_in_line  # only who looked for something needs it

    _, places = matches_in_line(query, observation.text, len(line) + _SPARE if width else len(observation.text))
    places = [(start + len(head), end + len(head)) for start, end in places]
    begins = len(head) + len(text)
    places += [(start + begins, end + begins) for start, end in matches(query, beside)]
    return _set_apart(line, places, len(line) if line == whole else len(line) - 1)


def _set_apart(line: str, places: list[tuple[int, int]], ends: int) -> str:
    """Return a line with some places bold and underlined, as far as the line is the text's own."""
    pieces, at = [], 0
    for start, end in places:
        if start < min(end, ends):
            pieces += [line[at:start], _FOUND, line[start : min(end, ends)], _PLAIN]
            at = min(end, ends)
    return "".join([*pieces, line[at:]])


def tags_beside(observation: Observation) -> str:
    """Return the tags that the text does not show, as they stand after it; empty without any."""
    shown = {tag_key(tag) for tag in inline_tags(observation.text)}
    beside = [f"#{one_line(tag)}" for tag in observation.tags if tag_key(tag) not in shown]
    return "".join(f"  {tag}" for tag in beside)


def observation_details(observation: Observation, *, width: int = 0) -> list[str]:
    """Return everything that is known of an observation, as lines.

    Args:
        observation: With its earlier wordings.
        width: The cells that a line may fill; 0 for as many as it takes.
    """
    lines = clean(observation.text).split("\n")
    beside = tags_beside(observation).strip()
    about = [*([beside] if beside else []), what_it_is(observation), how_it_is_known(observation)]
    later = observation.text
    for earlier in reversed(observation.earlier):
        if earlier.text != later:  # one that only got another day or decision has said the same
            later = earlier.text
            about.append(f"before, written {moment_label(earlier.written_at)}: {one_line(earlier.text)}")
    heading = f"{observation.number}  {day_label(observation.observed_on)}"
    heading += ("  ★" if observation.starred else "") + ("  in the trash" if observation.is_trashed else "")
    room = max(width - len(_INDENT), _NARROWEST) if width else 0
    return [
        heading,
        "",
        *(_INDENT + piece if piece else "" for line in lines for piece in _laid_out(line, room)),
        "",
        *(_INDENT + piece for line in about for piece in _laid_out(line, room)),
    ]


def _laid_out(line: str, room: int) -> list[str]:
    return wrapped(line, room) if room else [line]
