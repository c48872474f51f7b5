"""The pitch's own lines stand as sentences, whatever kind of fragment they were typed as."""

from __future__ import annotations

import pytest

from pitch.builders import pitch
from pivot_journal.pitch.lines import line_said
from pivot_journal.pitch.roles import Role

HOMES = {Role.GREETING: "listener"}


def line(role: Role, typed: str) -> str:
    said = line_said(pitch(**{HOMES.get(role, role.value): typed}), role)
    return said.text if said else ""


@pytest.mark.parametrize(
    ("role", "typed", "said"),
    [
        (Role.GREETING, "Dana", "Hi Dana,"),
        (Role.GREETING, "dana", "Hi Dana,"),
        (Role.GREETING, "Hi Dana,", "Hi Dana,"),
        (Role.GREETING, "Dr. Ahmed", "Hi Dr. Ahmed,"),
        (Role.GREETING, "the PM", "Hello,"),
        (Role.GREETING, " ,", ""),
        (Role.SUBJECT, "subject: closed clinics.", "Closed clinics"),
        (Role.WHO_I_AM, "four years running patient flow", "I have spent four years running patient flow."),
        (Role.WHO_I_AM, "run the night desk", "I run the night desk."),
        (Role.WHO_I_AM, "a moderator lead", "I am a moderator lead."),
        (Role.WHO_I_AM, "shop manager turned regional ops", "Who I am: shop manager turned regional ops."),
        (Role.WHY_THEM, "because you wrote the piece on slots", "I am writing because you wrote the piece on slots."),
        (Role.WHY_THEM, "your talk on status design", "I am writing because of your talk on status design."),
        (Role.WHY_THEM, "your page shows the wait", "Your page shows the wait."),
        (Role.THEY_SAID, "that you test it at night", "You said that you test it at night."),
        (Role.THEY_SAID, "defaults are tested at night", "You said that defaults are tested at night."),
        (Role.THEY_SAID, "night shift tests", "What stayed with me from our talk: night shift tests."),
        (Role.ANSWER, "you asked how many: 118 drops", "You asked how many: 118 drops."),
        (Role.NEXT_STEP, "send you the sheet by friday", "Next I will send you the sheet by Friday."),
        (Role.NEXT_STEP, "coffee on thursday", "My suggestion: coffee on Thursday."),
        (Role.NEXT_STEP, "could we talk on monday", "Could we talk on Monday?"),
        (Role.NOT_KNOWN, "pricing, research", "What I do not know yet: pricing, research."),
        (Role.NOT_KNOWN, "how a price is set", "I do not know yet how a price is set."),
        (Role.NOT_KNOWN, "never owned a roadmap", "I have never owned a roadmap."),
        (Role.WHY_EARLIER, "to be there when it is chosen", "I want to be there when it is chosen."),
        (Role.WHY_EARLIER, "because it is cheap then", "I want in earlier because it is cheap then."),
        (Role.WHY_EARLIER, "bring that list upstream", "I want to bring that list upstream."),
        (Role.WHY_EARLIER, "That is where it is decided.", "That is where it is decided."),
        (Role.QUESTION, "how you test a default", "I would like to hear how you test a default."),
        (Role.QUESTION, "how do you test a default", "How do you test a default?"),
        (Role.QUESTION, "what's your unit", "What's your unit?"),
        (Role.WHY_THEM, "saw your talk about identity", "I saw your talk about identity."),
        (Role.ASK, "20 minutes by phone", "May I ask you for 20 minutes by phone?"),
        (Role.ASK, "could we talk", "Could we talk?"),
        (Role.OPENING, "i saw it twice. nobody wrote it down", "I saw it twice. Nobody wrote it down."),
        (Role.OPENING, "🚀", ""),
    ],
)
def test_a_line_stands_as_a_sentence(role: Role, typed: str, said: str) -> None:
    assert line(role, typed) == said


def test_an_ask_falls_back_to_the_question_and_says_where_that_is_written() -> None:
    said = line_said(pitch(question="Where would you have caught it?"), Role.ASK)
    assert said is not None
    assert (said.text, said.source) == ("Where would you have caught it?", "pitch.question")


def test_why_earlier_has_a_shorter_form() -> None:
    both = pitch(why_earlier="I want to bring that list to the week.", why_earlier_short="bring it earlier")
    short, full = (line_said(both, Role.WHY_EARLIER, is_short=is_short) for is_short in (True, False))
    assert short is not None
    assert full is not None
    assert (short.text, short.source) == ("I want to bring it earlier.", "pitch.why_earlier_short")
    assert full.source == "pitch.why_earlier"
