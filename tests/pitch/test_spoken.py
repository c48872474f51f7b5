"""Words are counted as they are said."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.pitch import spoken
from pivot_journal.pitch.spoken import seconds_for, spoken_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("  …  — !?", 0),
        ("🚀 👍🏽", 0),
        ("an address is open all day", 6),
        ("118", 3),
        ("1,200", 4),
        ("3.5", 3),
        ("$6,490", 6),
        ("$41,220", 7),
        ("€12", 2),
        ("EUR 1,250.50", 8),
        ("1,250.50 EUR", 8),
        ("$6,490.00", 6),
        ("$2 million", 3),
        ("2024", 3),
        ("in 2005", 4),
        ("2,024", 4),
        ("3rd", 1),
        ("21st", 2),
        ("the 1990s", 3),
        ("6 February 2024", 5),
        ("2024-02-06", 5),
        ("02:10", 2),
        ("02:05", 3),
        ("14:00", 2),
        ("12%", 2),
        ("driver log × invoices", 4),
        ("3x", 2),
        ("B & B", 3),
        ("60–90 seconds", 4),
        ("9/30", 3),
        ("-5 degrees", 3),
        ("WMS", 3),
        ("PMs", 2),
        ("the SKU", 2),
        ("OK", 1),
        ("B2B", 3),
        ("3PL", 3),
        ("10kg", 2),
        ("5 pm", 3),
        ("ticket #4471", 8),
        ("0412", 4),
        ("re-drive budget", 3),
        ("one-tap", 2),
        ("don't they’re", 2),
        ("cafe\u0301 latte", 2),
        ("NO ENTRY AFTER FIVE", 4),
    ],
)
def test_a_text_counts_as_many_words_as_it_is_read_with(text: str, words: int) -> None:
    assert spoken_words(text) == words


def test_the_pace_turns_words_into_seconds() -> None:
    assert seconds_for(5, 150) == pytest.approx(2.0)
    assert seconds_for(5, 100) == pytest.approx(3.0)
    with pytest.raises(ValueRefused):
        seconds_for(1, 0)


@given(st.text(max_size=300))
def test_any_text_has_a_count(text: str) -> None:
    assert spoken_words(text) >= 0


@given(st.text(alphabet="0123456789.,:-/%$€EURx# ", max_size=60))
def test_any_mixture_of_figures_has_a_count(text: str) -> None:
    assert spoken_words(text) >= 0


@pytest.mark.parametrize("run", ["1", "a", "1,", "$1 ", "#a ", "é", "-", "1:1", "A. ", "'"])
def test_a_whole_book_of_one_sign_can_be_counted(run: str) -> None:
    assert spoken_words(run * 20_000) >= 0


def test_what_was_counted_once_is_remembered_but_not_a_whole_book() -> None:
    spoken_words("x " * 5_000)
    before = spoken._remembered.cache_info().currsize
    spoken_words("y " * 5_000)
    assert spoken._remembered.cache_info().currsize == before


def test_the_libraries_load_only_when_something_needs_them() -> None:
    heavy = "num2words", "babel"
    code = (
        "import sys; import pivot_journal.pitch.compose, pivot_journal.pitch.render; "
        f"sys.exit(any(name in sys.modules for name in {heavy}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
