"""Observations as lines for people and as objects for scripts."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from pivot_journal.domain.observation import Observation
from pivot_journal.domain.text import one_line
from pivot_journal.domain.words import MARKS, day_label, how_it_is_known, what_it_is


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


def as_json(value: Any) -> str:
    """Return JSON as the command line gives it: readable letters, no line breaks inside an object."""
    return json.dumps(value, ensure_ascii=False)


def observation_line(observation: Observation, width: int = 0) -> str:
    """Return one line for a list: number, day, mark, text, tags that the text does not show.

    Args:
        observation: What to show.
        width: The cells that the line may fill; 0 for as many as it takes.
    """
    star = "★" if observation.starred else " "
    text = one_line(observation.text)
    beside = " ".join(f"#{tag}" for tag in observation.tags if f"#{tag.casefold()}" not in text.casefold())
    head = f"{observation.number:>5}  {day_label(observation.observed_on):<15} {MARKS[observation.triage]}{star} "
    line = head + text + (f"  {beside}" if beside else "")
    return line if not width or len(line) <= width else line[: width - 1].rstrip() + "…"


def observation_details(observation: Observation) -> list[str]:
    """Return everything that is known of an observation, as lines."""
    lines = [
        f"{observation.number}  {day_label(observation.observed_on)}{'  ★' if observation.starred else ''}"
        f"{'  in the trash' if observation.is_trashed else ''}",
        "",
        *(f"  {line}" for line in observation.text.splitlines()),
        "",
        f"  {what_it_is(observation)}",
        f"  {how_it_is_known(observation)}",
    ]
    if observation.tags:
        lines.insert(-2, "  " + " ".join(f"#{tag}" for tag in observation.tags))
    seen = observation.text
    for earlier in reversed(observation.earlier):
        if earlier.text != seen:
            seen = earlier.text
            lines.append(f"  until changed, written {earlier.written_at:%Y-%m-%d %H:%M}: {one_line(earlier.text)}")
    return lines
