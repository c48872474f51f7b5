"""What a part of a pitch does: its role, what it is called, what is asked where it is missing, where it is written."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a part of a pitch does; the value is what JSON and a file of formats hold."""

    SUBJECT = "subject"
    GREETING = "greeting"
    OPENING = "opening"
    WHO_I_AM = "who_i_am"
    WHY_THEM = "why_them"
    THEY_SAID = "they_said"
    STORIES = "stories"
    """Stands only for the gap of a pitch without a story, and for a story that is left out."""
    SAW = "saw"
    MOMENT = "moment"
    """When it was seen, where no other part of the story says so."""
    FORESIGHT = "foresight"
    """That it was noted before the launch, and how long before; says the moment too."""
    MATTERED = "mattered"
    MATTERED_TO_CUSTOMER = "mattered_to_customer"
    NUMBER = "number"
    """The part that carries the story's figure: the impact, or the user's own sentence that has one."""
    BASIS = "basis"
    """How the number is known."""
    ASSUMPTION = "assumption"
    FORMULA = "formula"
    """Number and assumption in one written sentence, in place of both; never spoken."""
    BULLET = "bullet"
    """The whole story as one line of a résumé."""
    DID = "did"
    RAISED = "raised"
    WOULD_DECIDE = "would_decide"
    COST = "cost"
    """What the alternative would have cost."""
    CAME_OF_IT = "came_of_it"
    LEARNED = "learned"
    NOT_KNOWN = "not_known"
    WHY_EARLIER = "why_earlier"
    QUESTION = "question"
    ASK = "ask"
    """What is asked for in writing; the question where nothing else is."""
    ANSWER = "answer"
    NEXT_STEP = "next_step"


STORY_ROLES = frozenset({
    Role.SAW, Role.MOMENT, Role.FORESIGHT, Role.MATTERED, Role.MATTERED_TO_CUSTOMER, Role.NUMBER, Role.BASIS,
    Role.ASSUMPTION, Role.FORMULA, Role.BULLET, Role.DID, Role.RAISED, Role.WOULD_DECIDE, Role.COST, Role.CAME_OF_IT,
    Role.LEARNED,
})  # fmt: skip
"""The roles that tell a story; they are told once for each."""
PITCH_ROLES = frozenset(Role) - STORY_ROLES - {Role.STORIES}
"""The roles that belong to the pitch; each is said once."""
ALWAYS_KEPT = frozenset({Role.NUMBER, Role.ASSUMPTION, Role.FORMULA, Role.BULLET})
"""What no format may drop: a story without its number or its assumption is an anecdote."""

ROLE_WORDS = {
    Role.SUBJECT: "subject",
    Role.GREETING: "listener's name",
    Role.OPENING: "opening line",
    Role.WHO_I_AM: "who I am",
    Role.WHY_THEM: "why them",
    Role.THEY_SAID: "what they said",
    Role.STORIES: "stories",
    Role.SAW: "what I saw",
    Role.MOMENT: "date",
    Role.FORESIGHT: "lead time",
    Role.MATTERED: "why it mattered",
    Role.MATTERED_TO_CUSTOMER: "what it meant for the customer",
    Role.NUMBER: "number",
    Role.BASIS: "how I know the number",
    Role.ASSUMPTION: "assumption",
    Role.FORMULA: "number and assumption",
    Role.BULLET: "line",
    Role.DID: "what I did",
    Role.RAISED: "whom I told",
    Role.WOULD_DECIDE: "alternative",
    Role.COST: "price of the alternative",
    Role.CAME_OF_IT: "what came of it",
    Role.LEARNED: "what I learned",
    Role.NOT_KNOWN: "what I do not know yet",
    Role.WHY_EARLIER: "why I want in earlier",
    Role.QUESTION: "question",
    Role.ASK: "what I ask for",
    Role.ANSWER: "answer that I owe",
    Role.NEXT_STEP: "next step",
}
"""What each role is called on screen and in messages."""

PROMPTS = {
    Role.SUBJECT: "a subject of three or four words",
    Role.GREETING: "the name you greet them by",
    Role.OPENING: "the pattern in one line: what do these moments have in common?",
    Role.WHO_I_AM: "who you are, in one sentence",
    Role.WHY_THEM: "why them: what did they write, say or build?",
    Role.THEY_SAID: "what did they say that stayed with you?",
    Role.STORIES: "space on a story puts it here",
    Role.SAW: "what did you see, and roughly when?",
    Role.MATTERED: "why did it matter?",
    Role.MATTERED_TO_CUSTOMER: "what did it mean for the customer?",
    Role.NUMBER: "how big was it, and how do you know?",
    Role.BASIS: "how do you know the number?",
    Role.ASSUMPTION: "what did the decision take for granted?",
    Role.BULLET: "the story as one line that starts with a verb",
    Role.DID: "what did you do yourself?",
    Role.RAISED: "whom did you tell, and what came back?",
    Role.WOULD_DECIDE: "what would you have chosen instead, and its price?",
    Role.COST: "and its price?",
    Role.CAME_OF_IT: "what came of it?",
    Role.LEARNED: "what did you learn from it?",
    Role.NOT_KNOWN: "what do you not know yet?",
    Role.WHY_EARLIER: "why you want in earlier, in one sentence",
    Role.QUESTION: "one question to ask them",
    Role.ASK: "what you ask for, with its length: 20 minutes by phone?",
    Role.ANSWER: "the answer you owe them, with its number",
    Role.NEXT_STEP: "the next step, with a day",
}
"""What is asked where something is missing."""
UNDATED_PROMPT = "when was that? Roughly is enough: the note behind it has no date"

HOMES = {
    Role.GREETING: "pitch.listener",
    Role.STORIES: "pitch.story_ids",
    Role.NUMBER: "impact",
    Role.BASIS: "impact.working",
    Role.ASSUMPTION: "decision.assumption",
    Role.COST: "story.trade_off",
    Role.RAISED: "story.raised_with",
}
"""The field in which a role is written, where it has not the role's own name."""
SHORT_FIELDS = {
    "story.saw": "story.saw_short",
    "story.did": "story.did_short",
    "story.mattered": "story.mattered_short",
    "story.would_decide": "story.would_decide_short",
    "decision.alternative": "story.would_decide_short",
    "decision.assumption": "story.assumption_short",
    "pitch.why_earlier": "pitch.why_earlier_short",
}
"""Where a shorter way to say what stands in a field is written."""


def home(role: Role) -> str:
    """Return the field in which a role is written: 'story.saw', 'pitch.opening', 'impact'."""
    return HOMES.get(role, f"{'story' if role in STORY_ROLES else 'pitch'}.{role}")
