"""What can be counted in the user's own journal: facts to write an opening line from."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pivot_journal.domain.chain import NO_BACKING, Backing
from pivot_journal.domain.decision import AssumptionKind, Decision
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Triage
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import MONTHS
from pivot_journal.domain.words import ASSUMPTION_KIND, notes_said

if TYPE_CHECKING:
    from pivot_journal.journal.journal import Journal

LONGEST_ASSUMPTION = 60
"""Characters of an assumption that are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedFacts:
    """Counts of one journal; nothing in them is a claim of anybody's."""

    notes: int = 0
    first_on: dt.date | None = None
    """The day of the oldest note."""
    failures: int = 0
    noted_before: int = 0
    """Decisions that have launched, with something on record before."""
    broke: int = 0
    """How many decisions broke on one and the same assumption; 0 where each was another."""
    assumption: str = ""
    """That assumption, in the words of the first that broke."""
    kind: AssumptionKind | None = None
    """What most of the assumptions that broke were about; None where no kind has two."""
    of_kind: int = 0

    @property
    def said(self) -> str:
        """The counts in one line."""
        if not self.notes:
            return "Nothing is written down yet to count."
        since = f" since {MONTHS[self.first_on.month - 1]} {self.first_on.year}" if self.first_on else ""
        told = [f"{notes_said(self.notes)}{since}"]
        if self.failures:
            told.append(_number(self.failures, "product-decision failure"))
        if self.noted_before:
            told.append(f"{_number(self.noted_before, 'decision')} launched after you noted it")
        if self.broke > 1:
            words = one_line(self.assumption)
            shown = words if len(words) <= LONGEST_ASSUMPTION else words[:LONGEST_ASSUMPTION].rstrip() + "…"
            told.append(f"the same assumption broke {self.broke} times: “{shown.rstrip('.')}”")
        elif self.kind is not None:
            told.append(f"{self.of_kind} decisions broke on the belief {ASSUMPTION_KIND[self.kind]}")
        return " · ".join(told)


def counted_facts(journal: Journal) -> CountedFacts:
    """Count what stands in a journal now; the trash does not count."""
    observations = journal.observations
    oldest = observations.page(Filter(first_day=dt.date.min), limit=1, oldest_first=True)
    return facts_of(
        journal.decisions.all(),
        journal.decisions.backing(),
        today=journal.today,
        notes=observations.count(Filter()),
        failures=observations.count(Filter(triage=Triage.FAILURE)),
        first_on=oldest[0].observed_on.day if oldest else None,
    )


def facts_of(
    decisions: Sequence[Decision],
    backing: Mapping[str, Backing],
    *,
    today: dt.date,
    notes: int,
    failures: int,
    first_on: dt.date | None,
) -> CountedFacts:
    """Return the counts of some decisions and what stands behind them.

    Args:
        decisions: All of them.
        backing: What the observations of each come to, by its id.
        today: The local day: what launches later has not launched.
        notes: How many observations there are.
        failures: How many of them are failures.
        first_on: The day of the oldest one.
    """
    behind = {decision.id: backing.get(decision.id, NO_BACKING) for decision in decisions}
    launched = [decision for decision in decisions if decision.is_due(today)]
    broken = [decision for decision in decisions if behind[decision.id].failures]
    wordings = Counter(decision.assumption_key for decision in broken if decision.assumption_key)
    kinds = Counter(decision.assumption_kind for decision in broken if decision.assumption_kind)
    key, broke = wordings.most_common(1)[0] if wordings else ("", 0)
    kind, of_kind = kinds.most_common(1)[0] if kinds else (None, 0)
    is_same = broke > 1
    return CountedFacts(
        notes=notes,
        first_on=first_on,
        failures=failures,
        noted_before=sum(behind[decision.id].is_before(decision.launched_on) for decision in launched),
        broke=broke if is_same else 0,
        assumption=next(each.assumption for each in broken if each.assumption_key == key) if is_same else "",
        kind=kind if of_kind > 1 else None,
        of_kind=of_kind if of_kind > 1 else 0,
    )


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
