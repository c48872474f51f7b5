"""Many observations in one Markdown file, as this program writes them: a marker that is not seen stands above each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import LONGEST_TEXT, one_line
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When
from pivot_journal.exchange.incoming import Incoming, OwnIds, Reject, incoming_text, tags_from
from pivot_journal.exchange.note_dates import moment_of, when_of

IS_BOOK = "pivot_journal"
"""The name in the front matter of such a file."""
MARKER = "<!-- observation "
MARKER_END = " -->"

_TITLE = "# "
_LOOKS_LIKE_MARKER = re.compile(rf"^(\\*{MARKER})", re.MULTILINE)
_ESCAPED_MARKER = re.compile(rf"^\\(\\*{MARKER})", re.MULTILINE)
_LONGEST_LINE = 4 * LONGEST_TEXT + 100


def without_markers(text: str) -> str:
    """Return a text in which no line is taken for a marker."""
    return _LOOKS_LIKE_MARKER.sub(r"\\\1", text) if MARKER in text else text


def book_entries(path: str, place: str, body_line: int) -> Iterator[Incoming | Reject]:
    """Give each observation of such a file, or the place that cannot be one; holds one at a time.

    Args:
        path: Where it can be opened.
        place: As in ``Incoming``.
        body_line: The first line after its front matter.

    Raises:
        OSError: The file cannot be read any further.
    """
    ids = OwnIds()
    lines: list[str] = []
    first = body_line
    length = 0
    with open(path, "rb") as file:  # noqa: PTH123  a path of any bytes, as the folder gave it
        number = 0
        while raw := file.readline(_LONGEST_LINE):
            number += 1
            if number < body_line:
                continue
            line = raw.decode("utf-8", "surrogateescape").rstrip("\r\n")
            if line.startswith(MARKER):
                yield from _entries(lines, first, length, place, ids)
                lines, first, length = [], number, 0
            elif length <= LONGEST_TEXT:
                length += len(line) + 1
            if length <= LONGEST_TEXT or not lines:
                lines.append(line)
    yield from _entries(lines, first, length, place, ids)


def _entries(lines: list[str], first: int, length: int, place: str, ids: OwnIds) -> Iterator[Incoming | Reject]:
    """Give what stands from one marker to the next; of what stands before the first, only what is not ours."""
    if not lines or not lines[0].startswith(MARKER):
        rest = [line for line in lines if line.strip() and not line.startswith(_TITLE)]
        if rest:
            yield Reject(first, "this stands above the first observation", "\n".join(rest)[:1000], place)
        return
    try:
        if length > LONGEST_TEXT:
            raise ValueRefused(f"longer than {LONGEST_TEXT:,} characters")
        yield _entry(lines, first, place, ids)
    except ValueRefused as error:
        yield Reject(first, one_line(str(error)).removesuffix("."), "\n".join(lines)[:1000], place)


def _entry(lines: list[str], first: int, place: str, ids: OwnIds) -> Incoming:
    facts = _facts(lines[0])
    below = lines[1:]
    if below and below[0].startswith("## "):
        below = below[1:]
    text = _ESCAPED_MARKER.sub(r"\1", "\n".join(below))
    if not text.isascii() and any("\udc80" <= character <= "\udcff" for character in text):
        raise ValueRefused("not UTF-8")
    text = incoming_text(text.strip("\n"))
    when = _when(facts)
    id_ = facts.get("id")
    if not isinstance(id_, str):
        raise ValueRefused('the marker has no "id"')
    tags = facts.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise ValueRefused('"tags" is not a list of texts')
    recorded_at = facts.get("recorded_at")
    ids.claim(id_, (text, when), first)
    return Incoming(
        text=text,
        observed_on=when,
        tags=tags_from(tags),
        starred=facts.get("starred") is True,
        source_key=f"markdown:{one_line(id_)}",
        source_recorded_at=moment_of(recorded_at) if isinstance(recorded_at, str) else None,
        line=first,
        place=place,
    )


def _facts(marker: str) -> dict[str, Any]:
    try:
        facts = json.loads(marker.removeprefix(MARKER).rstrip().removesuffix(MARKER_END.rstrip()))
    except (ValueError, RecursionError):
        raise ValueRefused("the marker above the observation cannot be read") from None
    if not isinstance(facts, dict):
        raise ValueRefused("the marker above the observation cannot be read")
    return facts


def _when(facts: dict[str, Any]) -> When:
    date, precision = facts.get("date"), facts.get("precision")
    if date is None:
        return UNKNOWN_DAY
    if not isinstance(date, str):
        raise ValueRefused('"date" is not a text')
    return as_exact(when_of(date), precision if isinstance(precision, str) else None)


def as_exact(when: When, precision: str | None) -> When:
    """Return a day as the stretch of the precision that stands beside it; as it is where none of ours does."""
    if when.precision is not Precision.DAY or when.day is None or precision not in set(Precision):
        return when
    return when if precision == Precision.UNKNOWN else When.of(when.day, Precision(precision))
