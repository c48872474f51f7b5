"""The formula (my analysis of X revealed Y, from assumption Z): a check that the three are there, and a written line.

It is for email, a note and a résumé; nobody says it aloud. A résumé line begins with what the user did, in the user's
words; only where that is not written, with how the number is known.
"""

from __future__ import annotations

import re

from pivot_journal.domain.impact import Basis, Impact
from pivot_journal.pitch.amounts import amount_said, basis_disclosed, gives_amount, shorter_amounts, told_amount
from pivot_journal.pitch.beliefs import Belief, Shape
from pivot_journal.pitch.sentences import capitalised, finished, first_sentence, uncapitalised

_AFTER_A_COLON = {Basis.MEASURED: "", Basis.ESTIMATED: ", by my estimate", Basis.REPORTED: ", as I was told"}
_ESTIMATE = "about "
_IN_BRACKETS = {Basis.MEASURED: "", Basis.ESTIMATED: " (my estimate)", Basis.REPORTED: " (as I was told)"}
_NO_DEED = re.compile(
    r"I (?:(?:am|was|have|had|do|can|could|would|should|will|may|might|must)(?:n.t)?|did(?: not|n.t)|can.t|won.t"
    r"|never|always|only|just|also|often|still|usually|even|not)\b"
)
"""What follows an 'I' without which it says nothing that was done."""
_COUNTED = {Basis.MEASURED: "Counted", Basis.ESTIMATED: "Estimated", Basis.REPORTED: "Was told of"}


def formula_sentences(impact: Impact, belief: Belief, *, is_short: bool) -> list[str]:
    """Say number and assumption in one sentence.

    Args:
        impact: How big it was.
        belief: What was taken for granted.
        is_short: Whether room counts more than sound.

    Returns:
        The sentence, then with less of the number; empty where the two do not go together.
    """
    amounts = [told_amount(impact), *shorter_amounts(impact)]
    said = [_formula(amount, impact, belief, is_short=is_short) for amount in amounts]
    return [sentence for sentence in said if sentence]


def _formula(amount: str, impact: Impact, belief: Belief, *, is_short: bool) -> str:
    if belief.shape is Shape.SENTENCE or (is_short and belief.shape is Shape.THING):
        return _with_amount(belief.text, amount, impact)
    if is_short:
        is_clause = belief.shape is Shape.CLAUSE
        return (
            _with_amount(f"{belief.subject} {belief.assumed} that {belief.text}", amount, impact) if is_clause else ""
        )
    if impact.basis is Basis.ESTIMATED:
        return finished(f"By my estimate, {amount} came from {belief.as_origin}")
    if impact.basis is Basis.REPORTED:
        return finished(f"I was told of {amount} and traced that to {belief.as_origin}")
    return finished(f"I traced {amount} to {belief.as_origin}")


def bullet_line(impact: Impact | None, belief: Belief | None, deed: str, mattered: str) -> list[str]:
    """Put a story into one line that starts with a verb: the user's own, else one that says how the number is known.

    Args:
        impact: How big it was.
        belief: What was taken for granted.
        deed: The user's own part as a sentence ('I kept a tally.'), or ''.
        mattered: The user's own sentence with a figure, where there is no impact.

    Returns:
        The line, then without the user's own part where that can be left out; empty where there is nothing to begin
        with.
    """
    deed = _without_its_i(deed)
    behind = f"the assumption behind it: {belief.text}" if belief else ""
    if impact is None:
        return [_line(deed, _inside(mattered), behind)] if deed else []
    alone = _line(_with_origin(_counted(impact), belief))
    if not deed:
        return [alone]
    if gives_amount(deed, impact):
        known = _IN_BRACKETS[impact.basis] if basis_disclosed(impact, deed) else ""
        return [_line(f"{deed}{known}", behind), alone]
    return [_line(deed, _with_origin(f"{told_amount(impact)}{_IN_BRACKETS[impact.basis]}", belief)), alone]


def _with_amount(text: str, amount: str, impact: Impact) -> str:
    return finished(f"{capitalised(text)}: {amount}{_AFTER_A_COLON[impact.basis]}")


def _counted(impact: Impact) -> str:
    """Say how big it was, after how that is known: 'Counted 118 failed drops'."""
    amount = told_amount(impact)
    if impact.basis is Basis.ESTIMATED and amount == amount_said(impact, is_approximate=True):
        amount = amount.removeprefix(_ESTIMATE)
    return f"{_COUNTED[impact.basis]} {amount}"


def _with_origin(amount: str, belief: Belief | None) -> str:
    if belief is None:
        return amount
    if belief.shape is Shape.SENTENCE:
        return f"{amount} where {uncapitalised(belief.text)}"
    return f"{amount}, traced to {belief.as_origin}"


def _without_its_i(deed: str) -> str:
    """Return the first sentence of the user's part without its 'I'; empty where no line can begin with what is left."""
    first = first_sentence(deed).rstrip(".")
    return first[2:] if first.startswith("I ") and not _NO_DEED.match(first) else ""


def _inside(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}".rstrip(".") if not sentence.startswith("I ") else sentence


def _line(*parts: str) -> str:
    return capitalised(finished("; ".join(part for part in parts if part)))
