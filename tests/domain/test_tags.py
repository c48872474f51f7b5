"""Which tags may be one and the same."""

from __future__ import annotations

import pytest

from pivot_journal.domain.tags import look_alikes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dock", "docks"), ("delivery", "deliveries"), ("box", "boxes"), ("same-day", "sameday"),
        ("same-day", "same_day"), ("été", "ete"), ("Größe", "grosse"), ("parcel", "parcle"), ("parcel", "parsel"),
        ("dock/4", "dock-4"),
    ],
)  # fmt: skip
def test_tags_that_differ_in_accents_signs_plural_or_one_letter_look_alike(one: str, other: str) -> None:
    assert look_alikes([one, other]) == [(one, other)]
    assert look_alikes(["queue", other, "yard", one]) == [(other, one)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dock-4", "dock-5"), ("sev1", "sev2"), ("dock", "duck"), ("gas", "ga"), ("late", "gate"), ("🚚", "🚛"),
        ("dock", "yard"),
    ],
)  # fmt: skip
def test_tags_that_mean_two_things_do_not(one: str, other: str) -> None:
    assert look_alikes([one, other]) == []


def test_many_tags_are_compared_without_comparing_each_with_each() -> None:
    names = [f"tag{chr(97 + number % 26)}{number}" for number in range(3000)]
    assert look_alikes([*names, "label", "labels"]) == [("label", "labels")]
