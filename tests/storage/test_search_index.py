"""The search index follows every change, and finds what reading everything would find."""

from __future__ import annotations

import pytest

from conftest import FakeClock
from pivot_journal.domain.errors import NotFound
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.when import Precision, When
from pivot_journal.journal import Journal
from random_use import SEARCHES, RandomUse, is_found


def check_index(journal: Journal) -> None:
    """Raise where the index is not what the observations and tags say."""
    journal._database.connection.execute(
        "INSERT INTO observation_fts (observation_fts, rank) VALUES ('integrity-check', 1)"
    )


def found(journal: Journal, words: str) -> list[int]:
    """Return the numbers of what a search finds, newest first."""
    return [o.number for o in journal.observations.page(Filter(words=words), limit=-1)]


@pytest.mark.parametrize("seed", range(4))
def test_the_index_is_whole_and_finds_what_brute_force_finds_after_any_use(
    seed: int, journal: Journal, clock: FakeClock
) -> None:
    use = RandomUse(journal, clock.tick, seed)
    connection = journal._database.connection
    for number in range(60):
        clock.tick()
        match use.random.randint(0, 9):
            case 0 | 1 | 2:
                use.capture()
            case 3 | 4 | 5 | 6:
                use.change()
            case 7 | 8:
                try:
                    use.random.choice([journal.undo, journal.undo, journal.redo])()
                except NotFound:
                    continue
            case _:
                with journal._database.writing("rename a tag", clock()):
                    connection.execute(
                        "UPDATE tag SET name = upper(name) WHERE id = (SELECT id FROM tag ORDER BY random() LIMIT 1)"
                    )
        if number % 20 == 10:
            connection.execute("ANALYZE")  # plans may change; what is taken out of the index must not
        check_index(journal)
    observations = journal.observations.page(Filter(), limit=-1)
    tags = {tag for o in observations for tag in o.tags}
    for words in SEARCHES:
        assert found(journal, words) == [o.number for o in observations if is_found(o, words, tags)], words


def test_an_observation_with_many_tags_leaves_the_index_as_it_entered_it(journal: Journal, clock: FakeClock) -> None:
    names = [f"tag{chr(97 + number)}" for number in range(12)]
    for shift in range(12):
        journal.observations.capture(f"line {shift}", tags=names[shift:] + names[:shift])
    journal._database.connection.execute("ANALYZE")
    for number in range(1, 13):
        clock.tick()
        journal.observations.edit(number, text=f"other line {number}")
        journal.observations.trash(number)
        check_index(journal)
    assert found(journal, "taga") == []


def test_the_index_sees_a_damage_that_the_checks_here_would_see(journal: Journal) -> None:
    journal.observations.capture("The dock was full.")
    connection = journal._database.connection
    connection.execute("DROP TRIGGER observation_index_after_update")
    connection.execute("UPDATE observation SET text = 'The yard was full.'")
    with pytest.raises(Exception, match="malformed"):
        check_index(journal)


def test_a_search_gives_the_newest_day_first_whenever_it_was_written(journal: Journal) -> None:
    for month in (3, 11, 7):
        journal.observations.capture(f"dock in {month}", observed_on=When.of(journal.today.replace(month=month, day=1)))
    journal.observations.capture("dock some time", observed_on=When.of(journal.today, Precision.YEAR))
    assert found(journal, "dock") == [2, 3, 1, 4]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("été", [1]), ("ETE", [1]), ("quai", [1]), ("🚚", [3, 2]), ("🚚 quai", []), ("🚚 van", [3]), ("va 🚚 sw", [3]),
        ("swap", [3]), ("#swap", [3]), ("", [3, 2, 1]), ("   ", [3, 2, 1]),
    ],
)  # fmt: skip
def test_letters_are_found_without_their_accents_and_signs_wherever_they_stand(
    words: str, numbers: list[int], journal: Journal
) -> None:
    journal.observations.capture("Quai plein en e\u0301te\u0301.")
    journal.observations.capture("The #🚚 stood.")
    journal.observations.capture("A van came late.", tags=["🚚", "Swap"])
    assert found(journal, words) == numbers


def test_what_is_in_the_trash_is_found_only_there(journal: Journal) -> None:
    journal.observations.capture("The dock was full.")
    journal.observations.trash(1)
    assert found(journal, "dock") == []
    assert [o.number for o in journal.observations.page(Filter(words="DOCK", trashed=True), limit=-1)] == [1]
    journal.observations.trash(1, trashed=False)
    assert found(journal, "dock") == [1]
