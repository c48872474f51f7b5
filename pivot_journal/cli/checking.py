"""``pivot check``: the coach reads the pitch, or a text from stdin."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pivot_journal.cli.cells import cut
from pivot_journal.cli.choosing import named
from pivot_journal.cli.composing import formats_of, manner_of, pitch_meant
from pivot_journal.cli.remarks import by_weight, finding_block, finding_object, summary
from pivot_journal.cli.session import Session, accept_words
from pivot_journal.coach.engine import check_text
from pivot_journal.coach.finding import Finding, Level, Scope
from pivot_journal.coach.rule import Circumstances
from pivot_journal.coach.rules import RULES
from pivot_journal.domain.acceptance import AcceptedFinding
from pivot_journal.domain.errors import NotFound, ValueRefused
from pivot_journal.domain.pitch import Material
from pivot_journal.domain.text import one_line
from pivot_journal.journal.journal import Journal
from pivot_journal.pitch.formats import Format

LONGEST_READ = 20_000
"""Characters; twenty minutes of talk, far beyond any pitch. What is longer came in by mistake."""
_STDIN = "-"


def run_check(options: argparse.Namespace, session: Session) -> int:
    """Print what the coach has to say; the status is 1 where it finds an error."""
    accept_words(options.audience, "checked")
    is_bare = _STDIN in options.audience
    _refuse_what_makes_no_sense(options, is_bare)
    if options.rules:
        return _list_rules(options, session)
    if options.accepted:
        return _list_accepted(options, session)
    if is_bare:
        return _check_lines(options, session) if options.lines else _check_bare(options, session)
    return _check_pitch(options, session)


def _refuse_what_makes_no_sense(options: argparse.Namespace, is_bare: bool) -> None:
    if is_bare and len(options.audience) > 1:
        raise ValueRefused("- checks a text from stdin, and takes no audience beside it.")
    if options.lines and not is_bare:
        raise ValueRefused("--lines goes with a text from stdin: pivot check - --lines")
    for name in ("rules", "accepted"):
        if getattr(options, name) and (options.audience or options.scope or options.format):
            raise ValueRefused(f"--{name} lists, and checks nothing: it stands alone or with --json.")


def _check_pitch(options: argparse.Namespace, session: Session) -> int:
    with session.journal(options) as journal:
        material, composition = pitch_meant(options, session, journal)
        accepted = journal.findings.accepted_keys()

        def found(but: frozenset[tuple[str, str, str]]) -> list[Finding]:
            said = journal.telling.check(material, options.format, accepted=but)
            return [finding for finding in said if options.scope in {None, finding.scope}]

        findings = found(accepted)
        kept = len(found(frozenset())) - len(findings) if accepted and not options.json else 0
    titles = {told.story.id: told.story.title for told in material.stories}
    if options.json:
        session.put_json({"findings": [finding_object(finding, titles) for finding in findings]})
        return _status(findings)
    blocks = ["\n".join(finding_block(each, titles, width=session.width)) for each in by_weight(findings)]
    if blocks:
        session.put("\n\n".join(blocks))
    if composition.parts or findings:
        session.tell(summary(findings, kept))
    else:
        session.tell("There is nothing to check yet: a story in the pitch makes a start.")
    return _status(findings)


def _check_bare(options: argparse.Namespace, session: Session) -> int:
    reader = _reader(options, session)
    text = session.read_all("checked")
    _refuse_long(text, "The text")
    findings = reader.findings(text)
    if options.json:
        session.put_json({"findings": [finding_object(finding) for finding in findings]})
    elif findings:
        blocks = ["\n".join(finding_block(each, width=session.width)) for each in by_weight(findings)]
        session.put("\n\n".join(blocks))
    if not text.strip():
        session.tell("The text is empty: there was nothing to check.")
    elif not options.json:
        session.tell(summary(findings))
    return _status(findings)


def _check_lines(options: argparse.Namespace, session: Session) -> int:
    reader = _reader(options, session)
    lines = session.read_all("checked").split("\n")
    if not lines[-1]:
        del lines[-1]
    for number, line in enumerate(lines, start=1):
        _refuse_long(line, f"Line {number:,}")
    everything: list[Finding] = []

    def checked() -> Iterator[tuple[int, list[Finding]]]:
        for number, line in enumerate(lines, start=1):
            findings = reader.findings(line.removesuffix("\r"))
            everything.extend(findings)
            yield number, findings

    if options.json:
        session.put_json_lines(
            {"line": number, "findings": [finding_object(finding) for finding in findings]}
            for number, findings in checked()
        )
        return _status(everything)
    placed = [(finding.weight, number, finding) for number, findings in checked() for finding in findings]
    placed.sort(key=lambda each: each[:2])
    blocks = ["\n".join(finding_block(each, line=number, width=session.width)) for _, number, each in placed]
    if blocks:
        session.put("\n\n".join(blocks))
    session.tell(summary(everything))
    return _status(everything)


def _refuse_long(text: str, what: str) -> None:
    if len(text) > LONGEST_READ:
        raise ValueRefused(f"{what} has {len(text):,} characters; the coach reads {LONGEST_READ:,} at the most.")


@dataclass(frozen=True)
class _Reader:
    """The coach, with all that it knows beside a bare text."""

    scope: Scope
    known: Circumstances
    chosen: Format | None

    def findings(self, text: str) -> list[Finding]:
        """Return what is said of a text, as its format has it; nothing of a blank one."""
        if not text.strip():
            return []
        found = check_text(text, self.scope, self.known)
        if self.chosen is None:
            return found
        return [
            replace(finding, level=Level.ADVICE) if finding.rule in self.chosen.coach_advice else finding
            for finding in found
            if finding.rule not in self.chosen.coach_off
        ]


def _reader(options: argparse.Namespace, session: Session) -> _Reader:
    """Return the coach for a bare text: with its format, and the private terms of the journal where there is one."""
    terms: tuple[str, ...] = ()
    if session.has_journal(options):
        with session.journal(options) as journal:
            terms = _private_terms(journal)
    known = Circumstances(private_terms=terms, plain_words=frozenset(session.settings().known_acronyms))
    chosen = formats_of(session).named(options.format) if options.format else None
    if chosen is not None:
        known = replace(
            known,
            format_name=chosen.name,
            fewest_stories=chosen.fewest_stories,
            most_stories=chosen.most_stories,
            words_most=0 if chosen.counts_each_story else chosen.budget.words_most,
        )
    return _Reader(Scope(options.scope or Scope.PITCH), known, chosen)


def _private_terms(journal: Journal) -> tuple[str, ...]:
    return tuple(term.term for term in journal.terms.all())


def _status(findings: Sequence[Finding]) -> int:
    return NotFound.status if any(finding.level is Level.ERROR for finding in findings) else 0


def _list_rules(options: argparse.Namespace, session: Session) -> int:
    rules = sorted(RULES, key=lambda rule: (list(Level).index(rule.level), rule.name))
    if options.json:
        session.put_json([
            {"rule": rule.name, "level": rule.level.value, "scope": rule.scope.value, "question": rule.question,
             "message": rule.message, "fix": rule.fix, "source": rule.source}
            for rule in rules
        ])  # fmt: skip
        return 0
    width = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        head = f"{rule.level.value:<7}  {rule.scope.value:<8}  {rule.name:<{width}}  {one_line(rule.question)}"
        session.put(f"{cut(head, session.width) if session.width else head}\n    {one_line(rule.source)}")
    return 0


def _list_accepted(options: argparse.Namespace, session: Session) -> int:
    with session.journal(options) as journal:
        accepted = journal.findings.accepted()
        journal.find_manner = lambda: manner_of(session)
        told = _told_anywhere(journal) if accepted else ""
    if options.json:
        session.put_json([
            {"rule": each.rule, "match": each.match, "sentence": each.sentence, "reason": each.reason,
             "lapsed": _has_lapsed(each, told)}
            for each in accepted
        ])  # fmt: skip
        return 0
    for each in accepted:
        words = one_line(each.match or each.sentence)
        lapsed = "  (lapsed: the sentence has changed)" if _has_lapsed(each, told) else ""
        session.put(f"{each.rule}: {named(words)}{lapsed}\n    {one_line(each.reason)}")
    if not accepted and session.shows_words:
        session.tell("Nothing was accepted yet.")
    return 0


def _told_anywhere(journal: Journal) -> str:
    """Return all that any pitch says in any format, and all that stands in a field that one is told from."""
    bench = Material(pitch=journal.pitches.current(), stories=journal.stories.material(journal.stories.all()))
    pitches = [journal.pitches.material(pitch) for pitch in journal.pitches.all()]
    texts = [journal.telling.compose(each, name).text for each in pitches for name in journal.telling.formats]
    for material in (bench, *pitches):
        texts += _texts_of(material.pitch)
        for told in material.stories:
            for thing in (told.story, told.decision, *told.impacts):
                texts += _texts_of(thing)
    return "\n".join(one_line(text).casefold() for text in texts)


def _texts_of(thing: object) -> list[str]:
    values = (getattr(thing, name) for name in getattr(thing, "__dataclass_fields__", ()))
    return [value for value in values if type(value) is str]


def _has_lapsed(accepted: AcceptedFinding, told: str) -> bool:
    return one_line(accepted.sentence).casefold() not in told
