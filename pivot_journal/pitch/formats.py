"""The formats in which a pitch is told: which parts, in which order, how long, and what goes first when too long."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.pitch.spoken import PLANNED_PACE, seconds_for


class Role(StrEnum):
    """What a part of a pitch does; the value is what JSON holds."""

    OPENING = "opening"
    WHO_I_AM = "who_i_am"
    STORIES = "stories"
    """Stands only for the gap of a pitch without a story."""
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
    DID = "did"
    RAISED = "raised"
    WOULD_DECIDE = "would_decide"
    COST = "cost"
    """What the alternative would have cost."""
    NOT_KNOWN = "not_known"
    WHY_EARLIER = "why_earlier"
    QUESTION = "question"


ROLE_WORDS = {
    Role.OPENING: "opening line",
    Role.WHO_I_AM: "who I am",
    Role.STORIES: "stories",
    Role.SAW: "what I saw",
    Role.MOMENT: "date",
    Role.FORESIGHT: "lead time",
    Role.MATTERED: "why it mattered",
    Role.MATTERED_TO_CUSTOMER: "what it meant for the customer",
    Role.NUMBER: "number",
    Role.BASIS: "how I know the number",
    Role.ASSUMPTION: "assumption",
    Role.DID: "what I did",
    Role.RAISED: "whom I told",
    Role.WOULD_DECIDE: "alternative",
    Role.COST: "price of the alternative",
    Role.NOT_KNOWN: "what I do not know yet",
    Role.WHY_EARLIER: "why I want in earlier",
    Role.QUESTION: "question",
}
"""What each role is called on screen and in messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How much may be said, in spoken words at the planned pace of 150 a minute."""

    words_low: int
    words_high: int
    words_most: int
    """The hard limit; up to here parts are dropped."""

    @property
    def seconds_low(self) -> float:
        """Where the aim begins."""
        return seconds_for(self.words_low, PLANNED_PACE)

    @property
    def seconds_high(self) -> float:
        """Where the aim ends."""
        return seconds_for(self.words_high, PLANNED_PACE)

    @property
    def seconds_most(self) -> float:
        """The hard limit, at whatever pace the user speaks."""
        return seconds_for(self.words_most, PLANNED_PACE)

    @property
    def aim(self) -> str:
        """The aim in seconds as the screen shows it: '30', '60–90'."""
        low, high = round(self.seconds_low), round(self.seconds_high)
        return str(high) if low == high else f"{low}–{high}"


@dataclass(frozen=True, slots=True)
class Drop:
    """One step of the cutting order: a role, in every story (the last first) or only in the second and third."""

    role: Role
    later_stories_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to tell a pitch, as data."""

    name: str
    label: str
    description: str
    opening_roles: tuple[Role, ...]
    story_roles: tuple[Role, ...]
    closing_roles: tuple[Role, ...]
    asks: frozenset[Role]
    """The roles whose absence shows as a gap; any other empty part is passed over."""
    budget: Budget
    fewest_stories: int
    """The advice; fewer are told all the same."""
    most_stories: int
    drops: tuple[Drop, ...]
    """What is left out to fit the hard limit, the cheapest first, whole parts only."""
    never_dropped: frozenset[Role]
    begins_with_assumption: bool = False
    """Whether the opening line makes room for a story that has an assumption."""


_HALLWAY = Format(
    name="hallway",
    label="Hallway",
    description="30 seconds, one story: the assumption, what I saw and counted, the other option, why earlier.",
    opening_roles=(Role.OPENING,),
    story_roles=(
        Role.ASSUMPTION,
        Role.SAW,
        Role.MOMENT,
        Role.FORESIGHT,
        Role.MATTERED,
        Role.NUMBER,
        Role.DID,
        Role.WOULD_DECIDE,
        Role.COST,
    ),
    closing_roles=(Role.WHY_EARLIER, Role.QUESTION),
    asks=frozenset({Role.OPENING, Role.SAW, Role.ASSUMPTION, Role.NUMBER, Role.DID, Role.WHY_EARLIER}),
    budget=Budget(words_low=75, words_high=75, words_most=90),
    fewest_stories=1,
    most_stories=1,
    drops=(
        Drop(Role.COST),
        Drop(Role.MATTERED),
        Drop(Role.FORESIGHT),
        Drop(Role.WOULD_DECIDE),
        Drop(Role.QUESTION),
        Drop(Role.MOMENT),
    ),
    never_dropped=frozenset({Role.SAW, Role.NUMBER, Role.ASSUMPTION, Role.DID, Role.WHY_EARLIER}),
    begins_with_assumption=True,
)
_CHAT = Format(
    name="chat",
    label="Chat",
    description="60 to 90 seconds, two or three stories between the pattern in one line and why I want in earlier.",
    opening_roles=(Role.OPENING, Role.WHO_I_AM),
    story_roles=(
        Role.SAW,
        Role.MOMENT,
        Role.FORESIGHT,
        Role.MATTERED,
        Role.MATTERED_TO_CUSTOMER,
        Role.NUMBER,
        Role.BASIS,
        Role.ASSUMPTION,
        Role.DID,
        Role.RAISED,
        Role.WOULD_DECIDE,
        Role.COST,
    ),
    closing_roles=(Role.NOT_KNOWN, Role.WHY_EARLIER, Role.QUESTION),
    asks=frozenset(
        {
            Role.OPENING,
            Role.SAW,
            Role.NUMBER,
            Role.ASSUMPTION,
            Role.DID,
            Role.WOULD_DECIDE,
            Role.COST,
            Role.WHY_EARLIER,
            Role.QUESTION,
        }
    ),
    budget=Budget(words_low=150, words_high=225, words_most=225),
    fewest_stories=2,
    most_stories=3,
    drops=(
        Drop(Role.WHO_I_AM),
        Drop(Role.NOT_KNOWN),
        Drop(Role.MATTERED_TO_CUSTOMER),
        Drop(Role.BASIS, later_stories_only=True),
        Drop(Role.FORESIGHT, later_stories_only=True),
        Drop(Role.RAISED, later_stories_only=True),
        Drop(Role.COST, later_stories_only=True),
        Drop(Role.WOULD_DECIDE, later_stories_only=True),
        Drop(Role.MATTERED),
        Drop(Role.BASIS),
        Drop(Role.RAISED),
        Drop(Role.DID, later_stories_only=True),
        Drop(Role.COST),
        Drop(Role.FORESIGHT),
    ),
    never_dropped=frozenset({Role.OPENING, Role.SAW, Role.NUMBER, Role.ASSUMPTION, Role.WHY_EARLIER, Role.QUESTION}),
)

FORMATS: dict[str, Format] = {chosen.name: chosen for chosen in (_HALLWAY, _CHAT)}
"""Every format by its name, the shortest first."""


def format_named(name: str) -> Format:
    """Return the format of a name.

    Raises:
        ValueRefused: There is none of that name.
    """
    if name not in FORMATS:
        raise ValueRefused(f'"{name[:30]}" is not a format. Choose one of: {", ".join(FORMATS)}.')
    return FORMATS[name]
