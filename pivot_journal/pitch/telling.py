"""One story told role by role: the user's own sentence first, else the words of its home, else a gap."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from pivot_journal.domain.decision import Decision
from pivot_journal.domain.foresight import launch_noted_by
from pivot_journal.domain.impact import Impact
from pivot_journal.domain.pitch import StoryMaterial
from pivot_journal.domain.text import is_beginning
from pivot_journal.domain.when import UNKNOWN_DAY
from pivot_journal.pitch import amounts, moments, outcomes, sentences
from pivot_journal.pitch.beliefs import Belief, belief_of
from pivot_journal.pitch.formula import bullet_line, formula_sentences
from pivot_journal.pitch.roles import PROMPTS, UNDATED_PROMPT, Role, home
from pivot_journal.pitch.said import Said

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


@dataclass(frozen=True, slots=True)
class Telling:
    """How the stories of a pitch are told."""

    roles: tuple[Role, ...]
    """What the format tells of each story, in order."""
    asks: frozenset[Role] = frozenset()
    """What is asked for where it is missing."""
    today: dt.date | None = None
    """The day on which it is said, where that is known."""
    is_short: bool = False
    """Whether room counts more than sound."""


class Teller:
    """Tells one story of a pitch."""

    def __init__(
        self,
        material: StoryMaterial,
        position: int,
        telling: Telling,
        told_assumptions: frozenset[str],
        short_sources: dict[str, str] | None = None,
    ) -> None:
        """Read the story once, whichever roles are then asked for.

        Args:
            material: The story with all that it rests on.
            position: Its place, from 0: the words around the user's own differ from story to story.
            telling: How it is told.
            told_assumptions: The assumptions of the stories before it.
            short_sources: The fields that short forms stand in, where the material has been shortened.
        """
        self.material, self.position, self.telling = material, position, telling
        self._told_assumptions = told_assumptions
        self._short_sources = short_sources or {}
        story, decision = material.story, material.decision
        self._impact = material.impacts[0] if material.impacts else None
        self._observations = moments.usable(material.observations)
        about_it = tuple(seen for seen in self._observations if decision and seen.decision_id == decision.id)
        launched_on = decision.launched_on if decision else UNKNOWN_DAY
        says_foresight = Role.FORESIGHT in telling.roles
        self._claim = moments.earliest_claim(about_it, launched_on) if says_foresight else None
        self._quote: moments.Quote | None = None
        self._saw = sentences.own_deed(story.saw)
        self._first = self._observations[0] if self._observations else None
        if not self._saw and self._first:
            self._quote = moments.quote(self._first, launch_noted_by(self._first, decision), position)
            self._saw = self._quote.text
        self._mattered = sentences.sentence(story.mattered)
        self._did = sentences.own_deed(story.did, is_surely_a_deed=True)
        own_words = [story.saw, story.did, story.mattered, story.would_decide]
        own_words += [decision.assumption, decision.operational_reality, decision.alternative] if decision else []
        self._elsewhere = "\n".join([*own_words, *(seen.text for seen in self._observations)])
        self._is_unnamed = decision is not None and any(
            is_beginning(decision.title, seen.text) for seen in self._observations
        )
        """Whether its title is only how the note of it begins: what a story from memory is called without a name."""
        named = decision if not self._is_unnamed else None
        self._name = sentences.naming(named.title, self._elsewhere) if named else ""

    def tell(self, role: Role) -> Said | None:
        """Return what is said for a role; None where nothing is known for it."""
        return _TELL[role](self)

    def prompt(self, role: Role) -> tuple[str, str] | None:
        """Return what to ask for an empty role and the field that would hold it; None where nothing is to ask."""
        if role is Role.COST and not self._alternative()[0]:
            return None
        if role is Role.NUMBER and (self._mattered or self._impact):
            return None
        if role is Role.ASSUMPTION and self._belief is not None:
            return None
        if role is Role.DID and self._did:
            return None
        if role is Role.SAW and self.material.observations:
            return UNDATED_PROMPT, "observation.observed_on"
        return PROMPTS.get(role, PROMPTS[Role.NUMBER]), home(role)

    def saw(self) -> Said | None:
        """The moment: the user's sentence, else the first dated note in a quoting form."""
        if self._quote:
            seen = self._quote.observation
            return Said(self._saw, "observation", (seen.id,), rest=self._quote.rest)
        ids = tuple(seen.id for seen in self._observations)
        return Said(self._disclosed(self._saw), self._source("story.saw"), ids) if self._saw else None

    def moment(self) -> Said | None:
        """The date, where neither the sentence itself nor the lead time says it."""
        return None if self._claims_what_it_saw else self._date()

    def foresight(self) -> Said | None:
        """That it was noted before the launch; the bare date instead where that is dropped."""
        decision = self.material.decision
        if not self._claim or not decision:
            return None
        names_it = self._can_be_named and not self._is_told_before(Role.ASSUMPTION, Role.FORESIGHT)
        launch = f"the launch of {self._name}" if names_it else "the launch"
        is_told = self._tells_what_it_saw
        saw = moments.Saw(
            self._saw if is_told else "",
            self._first if is_told else None,
            is_quoted=is_told and self._quote is not None,
        )
        text = moments.foresight_sentence(self._claim, decision, launch, saw, self.telling.today, self.position)
        ids = (self._claim.observation.id,)
        instead = self._date() if self._claims_what_it_saw else None
        outcome = moments.outcome_of(decision)
        if outcome and saw.is_quoted:
            # A quoted worry that proved wrong may not stand there as if it had come true.
            instead = Said(sentences.sentence(outcome), "observation", ids)
        return Said(text, "observation", ids, instead=instead)

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
        is_kept = is_number or not self._impact
        text = self._disclosed(self._mattered)
        return Said(text, self._source("story.mattered"), ids, role=role, is_kept=is_kept)

    def mattered_to_customer(self) -> Said | None:
        """What it meant for the customer."""
        text = sentences.sentence(self.material.story.mattered_to_customer)
        return Said(text, "story.mattered_to_customer") if text else None

    def number(self) -> Said | None:
        """The headline impact with its basis, where the user's own sentences do not already give it."""
        impact = self._impact
        if impact is None:
            return None if Role.MATTERED in self.telling.roles else self.mattered()
        if self._own_words_name(impact):
            return None
        return Said(amounts.impact_sentence(impact, self.position), "impact", impact.observation_ids)

    def basis(self) -> Said | None:
        """How the headline impact is known."""
        impact = self._impact
        text = amounts.basis_sentence(impact) if impact else ""
        if not impact or not text:
            return None
        named_in = self._named_in
        if named_in is Role.DID:
            return None  # it would stand before its number
        if named_in is Role.SAW:
            text = amounts.basis_sentence(impact, "the number")
        named = {Role.SAW: self._saw, Role.MATTERED: self._mattered}.get(named_in, "") if named_in else ""
        disclosed = amounts.basis_disclosed(impact, named) if named else ""
        instead = Said(disclosed, "impact", impact.observation_ids, role=Role.BASIS) if disclosed else None
        return Said(text, "impact.working", impact.observation_ids, instead=instead)

    def assumption(self) -> Said | None:
        """What the decision took for granted: as it stands where it says so itself, else with its decision named."""
        decision, belief = self.material.decision, self._belief
        if not decision or not belief:
            return None
        source = self._source("decision.assumption")
        text = self._assumed(belief)
        briefly = self._belief_of(decision, "They" if sentences.is_several(self._name) else "It")
        # After "it did not come true", 'it' would be the worry.
        may_say_it = self._can_be_named and not moments.outcome_of(decision)
        after_launch = Said(self._assumed(briefly), source) if briefly and may_say_it else None
        return Said(text, source, after_launch=after_launch)

    def _assumed(self, belief: Belief) -> str:
        decision = self.material.decision
        if decision and decision.assumption_key in self._told_assumptions:
            return f"{belief.subject} {belief.same_verb} on the same assumption."
        is_first = self._is_told_before(Role.ASSUMPTION, Role.SAW)
        return belief.told(self.position, is_short=self.telling.is_short, is_first=is_first)

    def formula(self) -> Said | None:
        """Number and assumption in one sentence, where the user's own sentences do not give the number."""
        impact, belief = self._impact, self._belief
        if not impact or not belief or self._own_words_name(impact):
            return None
        source, ids = self._source("decision.assumption"), impact.observation_ids
        said = [Said(text, source, ids) for text in formula_sentences(impact, belief, is_short=self.telling.is_short)]
        return replace(said[0], shorter=tuple(said[1:])) if said else None

    def bullet(self) -> Said | None:
        """The story as one line: the user's own, else own part, number and assumption."""
        own = sentences.said(self.material.story.bullet).lstrip("-–—•* ")
        ids = self._impact.observation_ids if self._impact else ()
        if own:
            return Said(sentences.sentence(own), "story.bullet", ids)
        mattered = self.mattered()
        figure = mattered.text if mattered and mattered.role is Role.NUMBER else ""
        lines = bullet_line(self._impact, self._belief, self._did, figure)
        if not lines:
            return None
        full, *shorter = lines
        without = tuple(Said(line, "story.bullet", ids, loses=Role.DID, lost=self._did) for line in shorter)
        return Said(full, "story.bullet", ids, shorter=without)

    def did(self) -> Said | None:
        """The user's own part; it stays where it is the sentence that gives the number."""
        is_kept = self._impact is not None and amounts.names_amount(self._did, self._impact)
        ids = self._impact.observation_ids if self._impact and is_kept else ()
        text = self._disclosed(self._did)
        return Said(text, self._source("story.did"), ids, is_kept=is_kept) if text else None

    def raised(self) -> Said | None:
        """To which role it was raised and what came back, as far as the user's own part does not say so."""
        story = self.material.story
        text = outcomes.raised_sentence(story.raised_with, story.raised_reply, self._did, self._elsewhere)
        source = "story.raised_with" if sentences.said(story.raised_with) else "story.raised_reply"
        return Said(text, source) if text else None

    def would_decide(self) -> Said | None:
        """What the user would have chosen, else the alternative that stands with the decision."""
        line, source = self._alternative()
        if not line:
            return None
        is_own = source != "decision.alternative"
        lead = "my choice" if is_own else _OTHER_OPTION[self.position % len(_OTHER_OPTION)]
        text = outcomes.option_sentence(line, lead, self._elsewhere, is_own=is_own, is_ahead=self._is_ahead)
        return Said(text, source)

    def cost(self) -> Said | None:
        """What the alternative would have cost; only where the alternative itself is told."""
        story, decision = self.material.story, self.material.decision
        own = sentences.said(story.trade_off)
        line = own or (sentences.said(decision.trade_off) if decision else "")
        if not line or not self._alternative()[0]:
            return None
        text = outcomes.cost_sentence(line, self._elsewhere, is_ahead=self._is_ahead)
        return Said(text, f"{'story' if own else 'decision'}.trade_off")

    def came_of_it(self) -> Said | None:
        """What came of it."""
        text = outcomes.came_of_it_sentence(self.material.story.came_of_it, self._elsewhere)
        return Said(text, "story.came_of_it") if text else None

    def learned(self) -> Said | None:
        """What the user learned from it."""
        text = outcomes.learned_sentence(self.material.story.learned, self._elsewhere)
        return Said(text, "story.learned") if text else None

    def carries(self, role: Role) -> tuple[bool, bool]:
        """Whether the user's sentence for a role gives the story's number, and whether it gives the date.

        A shorter form may stand for it only where it carries the same, for others were left unsaid for its sake.
        """
        text = {Role.SAW: self._saw, Role.MATTERED: self._mattered, Role.DID: self._did}.get(role, "")
        is_number = self._impact is not None and amounts.names_amount(text, self._impact)
        if role is Role.MATTERED and self._impact is None:
            is_number = bool(_FIGURE_WORDS.search(_DATES.sub("", text)))
        return is_number, role is Role.SAW and moments.carries_date(text)

    @property
    def _belief(self) -> Belief | None:
        decision = self.material.decision
        return self._belief_of(decision, self._subject(decision.title)) if decision else None

    def _belief_of(self, decision: Decision, subject: str) -> Belief | None:
        line = sentences.said(decision.assumption)
        if not line:
            return None
        return belief_of(
            line,
            subject,
            self._elsewhere,
            is_ahead=self._is_ahead,
            is_several=self._can_be_named and sentences.is_several(self._name),
        )

    @property
    def _is_ahead(self) -> bool:
        decision = self.material.decision
        return decision is not None and decision.is_ahead(self.telling.today)

    @property
    def _can_be_named(self) -> bool:
        return bool(self._name) and not self._is_verb(self._name)

    def _is_told_before(self, role: Role, other: Role) -> bool:
        """Whether the format tells a role, and there is something to tell, before another one."""
        roles = self.telling.roles
        if role not in roles or other not in roles or roles.index(role) > roles.index(other):
            return False
        return role is not Role.ASSUMPTION or self._belief is not None

    def _own_words_name(self, impact: Impact) -> bool:
        own = {Role.SAW: self._saw, Role.MATTERED: self._mattered, Role.DID: self._did}
        return any(amounts.names_amount(text, impact) for role, text in own.items() if role in self.telling.roles)

    @property
    def _named_in(self) -> Role | None:
        """The first of the user's own sentences that gives the number."""
        impact = self._impact
        own = {Role.SAW: self._saw, Role.MATTERED: self._mattered, Role.DID: self._did}
        given = (role for role, words in own.items() if impact and amounts.names_amount(words, impact))
        return next(given, None)

    def _disclosed(self, text: str) -> str:
        """Return the user's sentence with how its number is known, where nothing else in the story will say so."""
        impact = self._impact
        if not text or not impact or not amounts.names_amount(text, impact):
            return text
        has_basis = Role.BASIS in self.telling.roles and self._named_in is not Role.DID
        is_told_after = has_basis and amounts.basis_sentence(impact)
        disclosed = "" if is_told_after else amounts.basis_disclosed(impact, text)
        return f"{text} {disclosed}" if disclosed else text

    def _date(self) -> Said | None:
        if self._quote or not self._saw or not self._first or moments.carries_date(self._saw):
            return None
        if not self._tells_what_it_saw:
            return None
        text = moments.moment_sentence(self._first, self.position, is_deed=bool(re.search(r"\bI\b", self._saw)))
        return Said(text, "observation.observed_on", (self._first.id,))

    @property
    def _tells_what_it_saw(self) -> bool:
        return Role.SAW in self.telling.roles

    @property
    def _claims_what_it_saw(self) -> bool:
        """Whether the record before the launch is the very note that the moment rests on."""
        return self._claim is not None and self._claim.observation == self._first

    def _subject(self, title: str) -> str:
        """Return what took something for granted, at the beginning of a sentence."""
        if self._name:
            return sentences.capitalised(self._name)
        bare = sentences.fragment(sentences.said(title), self._elsewhere)
        if not bare or self._is_unnamed:
            return "The decision"
        if bare.lower().startswith("no "):
            return f"There was {sentences.finished(f'{bare[0].lower()}{bare[1:]}')} That"
        if bare.partition(" ")[0].endswith("ed"):
            return f"What was decided: {sentences.finished(f'{bare[0].lower()}{bare[1:]}')} That"
        return f"{sentences.sentence(bare)} That"

    @staticmethod
    def _is_verb(name: str) -> bool:
        return name.startswith("the decision to ")

    def _alternative(self) -> tuple[str, str]:
        own, decision = sentences.said(self.material.story.would_decide), self.material.decision
        if own or not decision:
            short = self._source("decision.alternative") if not own else self._source("story.would_decide")
            return own, short
        return sentences.said(decision.alternative), "decision.alternative"

    def _source(self, field: str) -> str:
        return self._short_sources.get(field, field)


_TELL: dict[Role, Callable[[Teller], Said | None]] = {
    Role.SAW: Teller.saw,
    Role.MOMENT: Teller.moment,
    Role.FORESIGHT: Teller.foresight,
    Role.MATTERED: Teller.mattered,
    Role.MATTERED_TO_CUSTOMER: Teller.mattered_to_customer,
    Role.NUMBER: Teller.number,
    Role.BASIS: Teller.basis,
    Role.ASSUMPTION: Teller.assumption,
    Role.FORMULA: Teller.formula,
    Role.BULLET: Teller.bullet,
    Role.DID: Teller.did,
    Role.RAISED: Teller.raised,
    Role.WOULD_DECIDE: Teller.would_decide,
    Role.COST: Teller.cost,
    Role.CAME_OF_IT: Teller.came_of_it,
    Role.LEARNED: Teller.learned,
}
