"""The coach beside the screen: what it says of a pitch, read once for everything that shows it."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pivot_journal.domain.errors import NotFound
from pivot_journal.domain.pitch import Material
from pivot_journal.domain.story import Story
from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.journal.journal import Journal

if TYPE_CHECKING:
    from pivot_journal.coach.finding import Finding

MOST_SHOWN = 5
"""Findings that are shown at once, the heaviest first."""
_WARMING = (
    "I run the night desk. On 4 May we opened 40 of 90 packed orders again, about three hours of work. "
    "The form assumed one order is one parcel. I counted them and would have asked first. "
    "I want to be there when that default is chosen."
)
"""Read once at the start, so that the first pitch does not wait for patterns to be compiled."""
_Known = tuple[Material, tuple[PrivateTerm, ...], frozenset[tuple[str, str, str]], dt.date]


class Coaching:
    """The coach of one app; silent until it is loaded, which takes half a second.

    Args:
        journal: Whose pitches it reads.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._known: _Known | None = None
        self._found: tuple[Finding, ...] = ()
        self.is_loaded = False

    def load(self) -> None:
        """Load the coach; meant for a thread of its own."""
        from pivot_journal.coach.engine import check_text
        from pivot_journal.coach.finding import Scope

        for scope in (Scope.PITCH, Scope.STORY):
            check_text(_WARMING, scope)
        self.is_loaded = True

    async def read(self, material: Material) -> tuple[Finding, ...]:
        """Return what a PM may ask about a pitch, the heaviest first; read again only where something changed.

        The reading is done in a thread: it takes some ten milliseconds, and longer where a pattern is met for the
        first time. What is private and leaves in other words is no finding here: nobody will hear it.
        """
        if not self.is_loaded:
            return ()
        journal = self._journal
        terms, accepted = journal.telling.private_terms(), journal.findings.accepted_keys()
        known = (material, terms, accepted, journal.today)
        if known != self._known:
            mask = journal.telling.mask(material)
            found = await asyncio.to_thread(journal.telling.checking(material, accepted=accepted))
            heard = [each for each in found if not _leaves_otherwise(each, mask.apply(each.match).text)]
            self._found = tuple(sorted(heard, key=lambda finding: finding.weight))
            self._known = known
        return self._found

    def questions(self) -> dict[str, str]:
        """Return what a PM would ask, by the name of the rule."""
        from pivot_journal.coach.rules import RULES

        return {rule.name: rule.question for rule in RULES}

    def accepted_here(self, material: Material) -> frozenset[tuple[str, str, str]]:
        """Return the keys of what was accepted and would be said of this pitch otherwise."""
        from pivot_journal.domain.acceptance import acceptance_key

        accepted = self._journal.findings.accepted_keys()
        said = self._journal.telling.check(material) if accepted else []
        keys = {acceptance_key(each.rule, each.match, each.sentence) for each in said}
        return frozenset(keys & accepted)


def _leaves_otherwise(finding: Finding, said: str) -> bool:
    """Whether the words of a finding are private and it is decided what is said instead."""
    from pivot_journal.pitch.private import UNDECIDED

    return finding.rule == "confidential-name" and said != finding.match and UNDECIDED not in said


def field_words(finding: Finding) -> str:
    """Return what the field of a finding is called: 'what I saw'."""
    from pivot_journal.pitch.roles import PROMPTS, ROLE_WORDS, Role

    name = finding.field.rpartition(".")[2].removesuffix("_short")
    others = {
        "alternative": Role.WOULD_DECIDE, "impact": Role.NUMBER, "working": Role.BASIS, "listener": Role.GREETING,
        "raised_with": Role.RAISED, "raised_reply": Role.RAISED, "trade_off": Role.COST, "story_ids": Role.STORIES,
    }  # fmt: skip
    role = others.get(name) or (Role(name) if name in {each.value for each in PROMPTS} else None)
    return ROLE_WORDS[role] if role is not None else name.replace("_", " ")


def literal_fix(finding: Finding, material: Material) -> str:
    """Return words of the user's own that can stand in place of a finding's, as they are; empty for none.

    That is where a figure contradicts what is linked, and what is linked counts the same thing in the same words.
    """
    if not finding.match or not finding.story_id:
        return ""
    from pivot_journal.pitch.tracing import Status, trace

    story = next((each for each in material.stories if each.story.id == finding.story_id), None)
    text = text_of(finding, material)
    if story is None or text[finding.start : finding.end] != finding.match:
        return ""
    for figure in trace(text, story):
        if figure.status is Status.CONTRADICTED and (figure.start, figure.end) == (finding.start, finding.end):
            return _same_words(figure.against, text[figure.end :])
    return ""


def _same_words(against: str, after: str) -> str:
    """Return the figure alone of '140 parcels' where the noun goes on in the text already; empty where it does not."""
    figure, _, noun = against.partition(" ")
    following = [word.casefold().strip(".,;:") for word in after.split(maxsplit=1)[:1]]
    wanted = [word.casefold() for word in noun.split(maxsplit=1)[:1]]
    return figure if following == wanted else ""


def text_of(finding: Finding, material: Material) -> str:
    """Return the user's own text that a finding points into; empty where it points at none."""
    holder, name = _holder(finding, material)
    text = getattr(holder, name, "") if holder is not None and name else ""
    return text if isinstance(text, str) else ""


def take_over(journal: Journal, finding: Finding, material: Material, words: str) -> None:
    """Put words in place of a finding's, in one step that can be undone.

    Raises:
        NotFound: What it points at is changed, or is nothing that holds a text.
    """
    holder, name = _holder(finding, material)
    text = text_of(finding, material)
    if holder is None or text[finding.start : finding.end] != finding.match:
        raise NotFound("Those words have changed since.")
    changed: dict[str, Any] = {name: text[: finding.start] + words + text[finding.end :]}
    owner = finding.field.partition(".")[0]
    if owner == "pitch":
        journal.pitches.save(replace(material.pitch, **changed))
    elif isinstance(holder, Story):
        journal.stories.save(replace(holder, **changed))
    else:
        raise NotFound("Those words are written in the decision: Enter goes there.")


def _holder(finding: Finding, material: Material) -> tuple[object | None, str]:
    owner, _, name = finding.field.partition(".")
    story = next((each for each in material.stories if each.story.id == finding.story_id), None)
    if owner == "pitch":
        return material.pitch, name
    if story is None:
        return None, name
    holders = {"story": story.story, "decision": story.decision}
    if owner == "impact":
        return (story.impacts[0] if story.impacts else None), name
    return holders.get(owner), name


def chosen_while_typing(findings: Sequence[Finding], fields: frozenset[str]) -> Finding | None:
    """Return the one finding that is said while somebody types: of what is typed in first, then the heaviest."""
    return min(findings, key=lambda finding: (finding.field not in fields, finding.weight), default=None)
