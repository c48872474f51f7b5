"""One story told role by role: the user's own sentence first, else the words of its home, else a gap."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from pivot_journal.domain.foresight import launch_noted_by
from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.domain.when import UNKNOWN_DAY
from pivot_journal.pitch import amounts, moments, sentences
from pivot_journal.pitch.formats import Role

PROMPTS = {
    Role.OPENING: "the pattern in one line: what do these moments have in common?",
    Role.STORIES: "space on a story puts it here",
    Role.SAW: "what did you see, and roughly when?",
    Role.NUMBER: "how big was it, and how do you know?",
    Role.ASSUMPTION: "what did the decision take for granted?",
    Role.DID: "what did you do yourself?",
    Role.WOULD_DECIDE: "what would you have chosen instead, and its price?",
    Role.COST: "and its price?",
    Role.WHY_EARLIER: "why you want in earlier, in one sentence",
    Role.QUESTION: "one question to ask them",
}
"""What is asked where something is missing."""
UNDATED_PROMPT = "when was that? Roughly is enough: the note behind it has no date"

_TOOK_FOR_GRANTED = (
    ("took for granted that", "took one thing for granted"),
    ("rested on the belief that", "rested on one belief"),
    ("took it as given that", "took one thing as given"),
)
_OTHER_OPTION = ("the other option", "the alternative", "another way")
_FIGURE_WORDS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundreds?|thousands?|millions?|half|third|quarter|dozens?|doubled?|tripled?|twice)\b"
    r"|(?<![\d:/.-])\d+(?![\d:/-]|(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*"
_DATES = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b|\b{_MONTH} \d{{1,2}}\b"
    r"|\b(?:19|20)\d\d\b|\b\d{1,2}:\d{2}\b|\b[Qq][1-4]\b"
)
_NOBODY = frozenset({"nobody", "no one", "none", "no-one"})
_ARTICLES = re.compile(r"(?:the|a|an|my|our|his|her|their|its|each|every|all|both|two|three|some)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """What is said for one role, before it is timed."""

    text: str
    source: str
    observation_ids: tuple[str, ...] = ()
    role: Role | None = None
    """Where it does more than it was asked for: a sentence with the figure is the number."""
    instead: Said | None = None
    """What is said in its place where it is dropped."""
    is_kept: bool = False
    """Whether it may never be dropped, whatever its role."""
    rest: str = ""
    """What of a long note is not quoted."""


class Teller:
    """Tells one story of a pitch."""

    def __init__(
        self,
        material: StoryMaterial,
        position: int,
        *,
        says_foresight: bool,
        today: dt.date | None,
        told_assumptions: set[str],
    ) -> None:
        """Read the story once, whichever roles are then asked for.

        Args:
            material: The story with all that it rests on.
            position: Its place, from 0: the words around the user's own differ from story to story.
            says_foresight: Whether the format tells what was noted before the launch.
            today: The day on which the pitch is said, where that is known.
            told_assumptions: The assumptions of the stories before it, to which its own is added when told.
        """
        self.material, self.position, self.today = material, position, today
        self._told_assumptions = told_assumptions
        story, decision = material.story, material.decision
        self._impact = material.impacts[0] if material.impacts else None
        self._observations = moments.usable(material.observations)
        about_it = tuple(seen for seen in self._observations if decision and seen.decision_id == decision.id)
        launched_on = decision.launched_on if decision else UNKNOWN_DAY
        self._claim = moments.earliest_claim(about_it, launched_on) if says_foresight else None
        self._quote: moments.Quote | None = None
        self._saw = sentences.own_deed(story.saw)
        self._first = self._observations[0] if self._observations else None
        if not self._saw and self._first:
            self._quote = moments.quote(self._first, launch_noted_by(self._first, decision))
            self._saw = self._quote.text
        self._mattered = sentences.sentence(story.mattered)
        self._did = sentences.own_deed(story.did)
        own_words = [story.saw, story.did, story.mattered, story.would_decide]
        own_words += [decision.assumption, decision.operational_reality, decision.alternative] if decision else []
        self._elsewhere = "\n".join([*own_words, *(seen.text for seen in self._observations)])
        self._name = sentences.naming(decision.title, self._elsewhere) if decision else ""

    def tell(self, role: Role) -> Said | None:
        """Return what is said for a role; None where nothing is known for it."""
        return _TELL[role](self)

    def prompt(self, role: Role) -> tuple[str, str] | None:
        """Return what to ask for an empty role and the field that would hold it; None where nothing is to ask."""
        if role is Role.COST and not self._alternative()[0]:
            return None
        if role is Role.NUMBER and (self._mattered or self._impact):
            return None
        if role is Role.SAW and self.material.observations:
            return UNDATED_PROMPT, "observation.observed_on"
        return PROMPTS[role], _HOMES[role]

    def saw(self) -> Said | None:
        """The moment: the user's sentence, else the first dated note in a quoting form."""
        if self._quote:
            seen = self._quote.observation
            return Said(self._saw, "observation", (seen.id,), rest=self._quote.rest)
        return Said(self._saw, "story.saw", tuple(seen.id for seen in self._observations)) if self._saw else None

    def moment(self) -> Said | None:
        """The date, where neither the sentence itself nor the lead time says it."""
        return None if self._claims_what_it_saw else self._date()

    def foresight(self) -> Said | None:
        """That it was noted before the launch; the bare date instead where that is dropped."""
        decision = self.material.decision
        if not self._claim or not decision:
            return None
        launch = f"the launch of {self._name}" if self._name and not self._is_verb(self._name) else "the launch"
        saw = moments.Saw(self._saw, self._first, is_quoted=self._quote is not None)
        text = moments.foresight_sentence(self._claim, decision, launch, saw, self.today)
        instead = self._date() if self._claims_what_it_saw else None
        return Said(text, "observation", (self._claim.observation.id,), instead=instead)

    def mattered(self) -> Said | None:
        """The user's sentence; it is the number where it gives the impact's amount, or the only figure there is."""
        if not self._mattered:
            return None
        ids: tuple[str, ...] = ()
        if self._impact:
            is_number = amounts.names_amount(self._mattered, self._impact)
            ids = self._impact.observation_ids if is_number else ()
        else:
            is_number = bool(_FIGURE_WORDS.search(_DATES.sub("", self._mattered)))
        role = Role.NUMBER if is_number else None
        return Said(self._mattered, "story.mattered", ids, role=role, is_kept=is_number or not self._impact)

    def mattered_to_customer(self) -> Said | None:
        """What it meant for the customer."""
        text = sentences.sentence(self.material.story.mattered_to_customer)
        return Said(text, "story.mattered_to_customer") if text else None

    def number(self) -> Said | None:
        """The headline impact with its basis, where the user's own sentences do not already give it."""
        impact = self._impact
        if not impact or any(amounts.names_amount(text, impact) for text in (self._saw, self._mattered, self._did)):
            return None
        return Said(amounts.impact_sentence(impact, self.position), "impact", impact.observation_ids)

    def basis(self) -> Said | None:
        """How the headline impact is known."""
        text = amounts.basis_sentence(self._impact) if self._impact else ""
        return Said(text, "impact.working", self._impact.observation_ids) if self._impact and text else None

    def assumption(self) -> Said | None:
        """What the decision took for granted: as it stands where it says so itself, else with its decision named."""
        decision = self.material.decision
        line = sentences.said(decision.assumption) if decision else ""
        if not decision or not line:
            return None
        subject = self._subject(decision.title)
        key = decision.assumption_key
        if key in self._told_assumptions:
            return Said(f"{subject} rested on the same assumption.", "decision.assumption")
        self._told_assumptions.add(key)
        if sentences.names_a_belief(line):
            return Said(sentences.sentence(line), "decision.assumption")
        bare = sentences.fragment(line, self._elsewhere)
        if sentences.begins_with_belief_verb(bare):
            return Said(sentences.finished(f"{subject} {bare[0].lower()}{bare[1:]}"), "decision.assumption")
        that, colon = _TOOK_FOR_GRANTED[self.position % len(_TOOK_FOR_GRANTED)]
        bare = re.sub(r"^that\s+", "", bare, flags=re.IGNORECASE)
        joined = f"{that} {bare}" if sentences.is_clause(bare) else f"{colon}: {bare}"
        return Said(sentences.finished(f"{subject} {joined}"), "decision.assumption")

    def did(self) -> Said | None:
        """The user's own part; it stays where it is the sentence that gives the number."""
        is_kept = self._impact is not None and amounts.names_amount(self._did, self._impact)
        ids = self._impact.observation_ids if self._impact and is_kept else ()
        return Said(self._did, "story.did", ids, is_kept=is_kept) if self._did else None

    def raised(self) -> Said | None:
        """To which role it was raised and what came back, as far as the user's own part does not say so."""
        story = self.material.story
        role, reply = sentences.said(story.raised_with).rstrip(" .,;:"), sentences.said(story.raised_reply)
        words = []
        if role and role.casefold().removeprefix("the ") not in self._did.casefold():
            role = sentences.uncapitalised(role, self._elsewhere)
            has_article = role.casefold() in _NOBODY or _ARTICLES.match(role)
            words.append(f"I raised it with {role if has_article else f'the {role}'}.")
        if reply and reply.casefold().rstrip(".") not in self._did.casefold():
            words.append(reply if sentences.is_own_sentence(reply) else sentences.finished(f"What came back: {reply}"))
        return Said(" ".join(words), "story.raised_with" if role else "story.raised_reply") if words else None

    def would_decide(self) -> Said | None:
        """What the user would have chosen, else the alternative that stands with the decision."""
        line, source = self._alternative()
        if not line:
            return None
        bare = sentences.fragment(line, self._elsewhere)
        if re.match(r"would(?:n't)? ", bare):
            return Said(sentences.sentence(f"I {bare}"), source)
        if re.search(r"\b(?:would|could|should|might|I|I'd|I’d|we|we'd)\b", line):
            return Said(sentences.sentence(line), source)
        if sentences.is_bare_verb(bare):
            return Said(sentences.finished(f"{self._option(source)} to {bare[0].lower()}{bare[1:]}"), source)
        if sentences.is_own_sentence(line):
            return Said(line, source)
        if sentences.is_noun_phrase(bare):
            return Said(sentences.finished(f"{self._option(source)} {bare}"), source)
        return Said(sentences.finished(f"{self._option(source)} this: {bare}"), source)

    def cost(self) -> Said | None:
        """What the alternative would have cost; only where the alternative itself is told."""
        story, decision = self.material.story, self.material.decision
        own = sentences.said(story.trade_off)
        line = own or (sentences.said(decision.trade_off) if decision else "")
        if not line or not self._alternative()[0]:
            return None
        source = "story.trade_off" if own else "decision.trade_off"
        if sentences.is_own_sentence(line):
            return Said(line, source)
        bare = sentences.fragment(line, self._elsewhere)
        if re.match(r"(?:would|could|might) ", bare):
            return Said(sentences.sentence(f"That {bare}"), source)
        if sentences.is_quantity(bare):
            return Said(sentences.finished(f"That would have cost {bare}"), source)
        return Said(sentences.finished(f"The price: {bare}"), source)

    def _date(self) -> Said | None:
        if self._quote or not self._saw or not self._first or moments.carries_date(self._saw):
            return None
        return Said(moments.moment_sentence(self._first), "observation.observed_on", (self._first.id,))

    @property
    def _claims_what_it_saw(self) -> bool:
        """Whether the record before the launch is the very note that the moment rests on."""
        return self._claim is not None and self._claim.observation == self._first

    def _subject(self, title: str) -> str:
        """Return what took something for granted, at the beginning of a sentence."""
        if self._name:
            return sentences.capitalised(self._name)
        bare = sentences.fragment(sentences.said(title), self._elsewhere)
        if bare.partition(" ")[0].endswith("ed"):
            bare = f"{bare[0].lower()}{bare[1:]}"
        return f"What was decided: {sentences.finished(bare)} That" if bare else "The decision"

    @staticmethod
    def _is_verb(name: str) -> bool:
        return name.startswith("the decision to ")

    def _alternative(self) -> tuple[str, str]:
        own, decision = sentences.said(self.material.story.would_decide), self.material.decision
        if own or not decision:
            return own, "story.would_decide"
        return sentences.said(decision.alternative), "decision.alternative"

    def _option(self, source: str) -> str:
        own = source == "story.would_decide"
        lead = "my choice" if own else _OTHER_OPTION[self.position % len(_OTHER_OPTION)]
        return f"{sentences.capitalised(lead)} {'would have been' if own else 'was'}"


_TELL = {
    Role.SAW: Teller.saw,
    Role.MOMENT: Teller.moment,
    Role.FORESIGHT: Teller.foresight,
    Role.MATTERED: Teller.mattered,
    Role.MATTERED_TO_CUSTOMER: Teller.mattered_to_customer,
    Role.NUMBER: Teller.number,
    Role.BASIS: Teller.basis,
    Role.ASSUMPTION: Teller.assumption,
    Role.DID: Teller.did,
    Role.RAISED: Teller.raised,
    Role.WOULD_DECIDE: Teller.would_decide,
    Role.COST: Teller.cost,
}
_HOMES = {
    Role.SAW: "story.saw",
    Role.NUMBER: "impact",
    Role.ASSUMPTION: "decision.assumption",
    Role.DID: "story.did",
    Role.WOULD_DECIDE: "story.would_decide",
    Role.COST: "story.trade_off",
}
