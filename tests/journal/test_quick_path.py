"""Writing a line, listing, undo and drafts load none of the heavy libraries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "sqlite_utils", "textual", "rich")
USE = """
import sys
from pathlib import Path
from pivot_journal.domain.filter import Filter
from pivot_journal.journal import open_journal
with open_journal(Path(sys.argv[1]), create=True) as journal:
    number = journal.observations.capture("The dock was full. #late", tags=["slot"]).number
    journal.observations.edit(number, text="The yard was full.")
    journal.observations.find_decision("slots")
    journal.observations.page(Filter(words="yard"), limit=50)
    journal.drafts.save("observation", "", {"text": "half"})
    journal.searches.delete(journal.searches.save("yard", "yard tag:slot").id)
    journal.undo()
    assert [search.query for search in journal.searches.all()] == ["yard tag:slot"]
    journal.undo()
    journal.undo()
    print(journal.observations.get(number).text)
print(*[name for name in sys.argv[2:] if name in sys.modules])
"""


def run(path: Path) -> list[str]:
    """Use a journal in a fresh interpreter and return what was printed, line by line."""
    finished = subprocess.run(
        [sys.executable, "-c", USE, str(path), *HEAVY], capture_output=True, text=True, check=True, timeout=60
    )
    return finished.stdout.splitlines()


def test_a_line_is_written_found_and_undone_without_the_heavy_libraries(journal_path: Path) -> None:
    assert run(journal_path) == ["The dock was full. #late", ""]


def test_making_a_journal_is_what_loads_the_migrations(missing_path: Path) -> None:
    text, loaded = run(missing_path)
    assert text == "The dock was full. #late"
    assert "sqlite_utils" in loaded.split()
    assert not {"sqlmodel", "textual"} & set(loaded.split())


@pytest.mark.parametrize("module", ["pivot_journal", "pivot_journal.domain.foresight", "pivot_journal.journal"])
def test_importing_it_loads_none_of_them(module: str) -> None:
    code = f"import sys, {module}; print(*[n for n in {HEAVY!r} if n in sys.modules])"
    finished = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert finished.stdout == "\n"
