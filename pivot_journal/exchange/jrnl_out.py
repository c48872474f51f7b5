"""Write observations as a text journal that jrnl opens with its own settings: same entries, days, stars and tags.

What jrnl has no place for is left out and counted by name, so that nobody takes the file for a whole copy.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from pivot_journal.domain.observation import Evidence, Observation, Triage
from pivot_journal.domain.text import inline_tags, tag_key
from pivot_journal.domain.when import Precision
from pivot_journal.exchange.jrnl_entry import STANDARD_SIGNS, TAG_CHARACTERS, marked_entry, written_tags

UNKNOWN_TIME = dt.time(9)
"""What stands where no time is known; jrnl wants one, and itself takes this."""
_JRNL_TAG = re.compile(rf"{TAG_CHARACTERS}\Z")


@dataclass(frozen=True, slots=True)
class Omitted:
    """What did not go into a file."""

    written: int
    """How many observations stand in it."""
    counts: dict[str, int]
    """What it does not hold, by name, and of how many observations; only what there was."""

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.counts)


def write_jrnl(observations: Iterable[Observation], out: TextIO) -> Omitted:
    """Write the observations in the order given, and return what jrnl's format does not hold.

    What has no date is left out, for jrnl would date it; so is what lies in the trash. Tags that do not stand in the
    text for jrnl to find are added in a last line, which our own import takes off again.

    Args:
        observations: What to write.
        out: Where to; should write UTF-8 and leave line ends as they are.
    """
    omitted: Counter[str] = Counter()
    written = 0
    for observation in observations:
        day = observation.observed_on.day
        if day is None or observation.is_trashed:
            omitted["undated entries" if day is None else "entries in the trash"] += 1
            continue
        out.write(("\n" if written else "") + _entry(observation, day, omitted))
        written += 1
        _count(observation, omitted)
    return Omitted(written, dict(omitted))


def _entry(observation: Observation, day: dt.date, omitted: Counter[str]) -> str:
    text = observation.text.strip()
    title, _, body = text.partition("\n")
    title, body = title.strip(), body.strip()
    if (f"{title}\n{body}" if body else title) != observation.text:
        omitted["blanks around the first line and at the ends"] += 1
    tags = _tags_to_add(observation, text, omitted)
    has_time = observation.observed_on.precision is Precision.DAY and observation.recorded_at.date() == day
    time = observation.recorded_at.time() if has_time else UNKNOWN_TIME
    title, body = marked_entry(title, body, observation.starred, tags)
    return f"[{day:%Y-%m-%d} {time:%H:%M}] {title}\n" + (f"{body}\n" if body else "")


def _tags_to_add(observation: Observation, text: str, omitted: Counter[str]) -> list[str]:
    """Return the tags that jrnl does not find in the text, and count where it will find others."""
    found = {tag_key(tag[1:]) for tag in written_tags(text, STANDARD_SIGNS)}
    ours = {tag_key(tag) for tag in observation.tags}
    if found - ours:
        omitted["words of the text that jrnl takes for tags"] += 1
    inline = {tag_key(tag) for tag in inline_tags(text)} if "#" in text else set()
    added = [tag for tag in observation.tags if tag_key(tag) not in found]
    if any(not _JRNL_TAG.match(tag) for tag in added):
        omitted["tags that jrnl cannot have"] += 1
    return [tag for tag in added if tag_key(tag) not in inline or _JRNL_TAG.match(tag)]


def _count(observation: Observation, omitted: Counter[str]) -> None:
    """Count what an observation has that jrnl does not."""
    has = {
        "precision of the date": observation.observed_on.precision is not Precision.DAY,
        "moment of writing": observation.recorded_at.date() != observation.observed_on.day,
        "sorting": observation.triage is not Triage.UNTRIAGED,
        "decision": observation.decision_id is not None,
        "evidence": observation.evidence is not Evidence.WRITTEN_HERE,
        "reference": bool(str(observation.reference)) or observation.reference.dated_on is not None,
        "earlier wordings": bool(observation.earlier) or observation.revised_at != observation.recorded_at,
    }
    omitted.update(name for name, is_so in has.items() if is_so)
