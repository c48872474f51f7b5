"""What was raised, chosen, paid and learned stands as a sentence, whatever kind of fragment it was typed as."""

from __future__ import annotations

import pytest

from pivot_journal.pitch import outcomes
from pivot_journal.pitch.sentences import own_deed


@pytest.mark.parametrize(
    ("role", "reply", "did", "said"),
    [
        ("bed manager", "said it counts as free", "", "I raised it with the bed manager, who said it counts as free."),
        ("the PM", "asked for more weeks", "I showed the PM.", "The PM asked for more weeks."),
        ("PM", "that there was no room", "", "I raised it with the PM. The answer was that there was no room."),
        ("", "it was too late for that release", "", "The answer was that it was too late for that release."),
        ("", "agreed", "", "The answer was: agreed."),
        ("our PM", "nothing", "", "I raised it with our PM. Nothing came back."),
        ("nobody", "asked for more", "", "I raised it with nobody. The answer was: asked for more."),
        ("PM", "She said no.", "", "I raised it with the PM. She said no."),
        ("", "", "", ""),
    ],
)  # fmt: skip
def test_whom_it_was_raised_with_joins_what_came_back(role: str, reply: str, did: str, said: str) -> None:
    assert outcomes.raised_sentence(role, reply, did, "") == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("lock each order at its first item", "I would have chosen to lock each order at its first item."),
        ("not launch on a Friday", "I would have chosen not to launch on a Friday."),
        ("don't launch on a Friday", "I would have chosen not to launch on a Friday."),
        ("asked the drivers first", "I would have asked the drivers first."),
        ("wrote to the drivers", "My choice: wrote to the drivers."),
        ("should have asked the drivers", "I should have asked the drivers."),
        ("a holiday flag", "I would have chosen a holiday flag."),
        ("i'd ask the drivers", "I'd ask the drivers."),
    ],
)
def test_what_the_user_would_have_chosen_is_said_as_a_choice(typed: str, said: str) -> None:
    assert outcomes.option_sentence(typed, "my choice", "", is_own=True) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("more mail, some of it wrong", "That would have meant more mail, some of it wrong."),
        ("two minutes an order", "That would have cost two minutes an order."),
        ("a slower sign-up", "The price would have been a slower sign-up."),
        ("some hang up", "The price: some hang up."),
    ],
)
def test_a_price_is_said_as_one(typed: str, said: str) -> None:
    assert outcomes.cost_sentence(typed, "") == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("they changed it in may", "They changed it in May."),
        ("fixed in the next release", "What came of it: fixed in the next release."),
        ("nothing yet", "What came of it: nothing yet."),
        ("", ""),
    ],
)
def test_what_came_of_it_is_never_said_to_be_the_users_own_deed(typed: str, said: str) -> None:
    assert outcomes.came_of_it_sentence(typed, "") == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("to bring the size first", "I learned to bring the size first."),
        ("bring the size first", "I learned to bring the size first."),
        ("banks are users too", "I learned that banks are users too."),
        ("never argue without a count", "I learned to never argue without a count."),
        ("photos beat opinions", "What I learned: photos beat opinions."),
        ("i should have asked", "I should have asked."),
    ],
)
def test_what_was_learned_is_said_as_a_lesson(typed: str, said: str) -> None:
    assert outcomes.learned_sentence(typed, "") == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("pulled 40 tickets. grouped them by bank", "I pulled 40 tickets. I grouped them by bank."),
        ("Re-read the tickets", "I re-read the tickets."),
        ("then called the wards", "I then called the wards."),
        ("keep a tally every night", "I keep a tally every night."),
        ("counting every drop for two weeks", "I was counting every drop for two weeks."),
        ("my own tally sheet", "My part was my own tally sheet."),
        ("reviewed sixty chats, approx. ten a day", "I reviewed sixty chats, approx. ten a day."),
        ("We matched them by hand", "We matched them by hand."),
    ],
)
def test_what_the_user_did_gets_its_i(typed: str, said: str) -> None:
    assert own_deed(typed, is_surely_a_deed=True) == said
