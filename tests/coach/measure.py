"""How well the coach's rules hit on labelled texts: ``python -m tests.coach.measure FILE`` (a JSON object a line).

An object has ``text``, ``scope`` and ``labels``, the rules that must fire there; a finding counts once per text and
rule.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from pivot_journal.coach.engine import check_text
from pivot_journal.coach.finding import Level, Scope
from pivot_journal.coach.rules import RULES


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with the rules that must fire on it."""

    text: str
    scope: Scope
    labels: frozenset[str]


@dataclass(slots=True)
class Score:
    """Hits, false alarms and misses."""

    hits: int = 0
    false_alarms: int = 0
    misses: int = 0

    @property
    def precision(self) -> float:
        """The share of findings that are right; 1.0 without a finding."""
        return self.hits / found if (found := self.hits + self.false_alarms) else 1.0

    @property
    def recall(self) -> float:
        """The share of what should be found that is; 1.0 where there is nothing to find."""
        return self.hits / there if (there := self.hits + self.misses) else 1.0

    def add(self, other: Score) -> None:
        """Count another's with its own."""
        self.hits += other.hits
        self.false_alarms += other.false_alarms
        self.misses += other.misses


@dataclass(slots=True)
class Measured:
    """The scores by rule, and the texts that went wrong."""

    scores: dict[str, Score] = field(default_factory=dict)
    wrong: list[tuple[str, str, str]] = field(default_factory=list)
    """'false alarm' or 'miss', the rule, the text."""

    @property
    def overall(self) -> Score:
        """All rules together."""
        return self._sum(self.scores)

    @property
    def errors(self) -> Score:
        """The rules that are errors."""
        return self._sum(rule.name for rule in RULES if rule.level is Level.ERROR)

    def _sum(self, names: Iterable[str]) -> Score:
        total = Score()
        for name in names:
            total.add(self.scores.get(name, Score()))
        return total


def labelled(path: Path) -> list[Labelled]:
    """Read a file of labelled texts."""
    texts = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            each = json.loads(line)
            texts.append(Labelled(each["text"], Scope(each["scope"]), frozenset(each["labels"])))
    return texts


def measure(texts: Iterable[Labelled]) -> Measured:
    """Run the coach over labelled texts; a label without a rule counts as missed."""
    measured = Measured({rule.name: Score() for rule in RULES})
    for each in texts:
        found = {finding.rule for finding in check_text(each.text, each.scope)}
        for name in sorted(found | each.labels):
            score = measured.scores.setdefault(name, Score())
            if name in found and name in each.labels:
                score.hits += 1
            elif name in found:
                score.false_alarms += 1
                measured.wrong.append(("false alarm", name, each.text))
            else:
                score.misses += 1
                measured.wrong.append(("miss", name, each.text))
    return measured


def report(measured: Measured) -> str:
    """Return the scores as a table, and below it what went wrong."""
    rows = [("rule", "precision", "recall", "hits", "false", "missed")]
    named = [*sorted(measured.scores.items()), ("errors", measured.errors), ("overall", measured.overall)]
    for name, score in named:
        figures = (str(score.hits), str(score.false_alarms), str(score.misses))
        rows.append((name, f"{score.precision:.2f}", f"{score.recall:.2f}", *figures))
    lines = [f"{row[0]:24}" + "".join(f"{cell:>11}" for cell in row[1:]) for row in rows]
    return "\n".join([*lines, "", *(f"{kind} {rule}: {text}" for kind, rule, text in sorted(measured.wrong))])


if __name__ == "__main__":
    sys.stdout.write(report(measure(labelled(Path(sys.argv[1])))) + "\n")
