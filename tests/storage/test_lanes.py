"""A thread that works through what it is given."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from pivot_journal.storage.lanes import BrokenOff, Lane


def give_many(lane: Lane[int, Any]) -> None:
    for number in range(50):
        lane.give(number)


def test_everything_is_worked_through_in_order() -> None:
    lane = Lane[int, list[int]](list)
    give_many(lane)
    assert lane.end() == list(range(50))


def test_an_error_of_the_thread_comes_out_where_more_is_given_and_at_the_end() -> None:
    def fail(given: Iterator[int]) -> None:
        next(given)
        raise ValueError("no room")

    lane = Lane[int, None](fail)
    with pytest.raises(ValueError, match="no room"):
        give_many(lane)
    with pytest.raises(ValueError, match="no room"):
        lane.end()


def test_a_thread_that_ends_early_takes_no_more() -> None:
    lane = Lane[int, int](next)
    with pytest.raises(BrokenOff):
        give_many(lane)
    assert lane.end() == 0


def test_breaking_off_lets_the_thread_know_wherever_it_is() -> None:
    may_go_on, taken = threading.Event(), list[int]()

    def work(given: Iterator[int]) -> None:
        for number in given:
            taken.append(number)
            may_go_on.wait(10)

    lane = Lane[int, None](work)
    for number in range(3):
        lane.give(number)
    may_go_on.set()
    lane.break_off()
    assert taken == list(range(len(taken)))
    waiting = Lane[int, None](work)
    assert isinstance(waiting.break_off(), BrokenOff)
    with pytest.raises(BrokenOff):
        waiting.go_on()


def test_breaking_off_what_has_ended_well_says_so() -> None:
    lane = Lane[int, list[int]](list)
    lane.give(1)
    assert lane.end() == [1]
    assert lane.break_off() is None
