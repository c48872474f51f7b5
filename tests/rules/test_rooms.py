"""The plan of the house, held by a machine: who may import whom, no circles, what the quick path loads."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

from pivot_journal.journal import open_journal

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("textual", "rich", "sqlmodel", "sqlalchemy", "pydantic", "sqlite_utils", "babel", "num2words", "tomlkit")


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("pivot_journal", include_external_packages=True, cache_dir=None)


def ours(graph: grimp.ImportGraph) -> Iterable[str]:
    return [module for module in graph.modules if module.startswith("pivot_journal")]


def test_the_import_table_holds() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_is_in_a_circle(graph: grimp.ImportGraph) -> None:
    imports = {
        module: {
            other for other in graph.find_modules_directly_imported_by(module) if other.startswith("pivot_journal")
        }
        for module in ours(graph)
    }
    TopologicalSorter(imports).prepare()  # raises CycleError with the circle


def test_each_room_uses_only_the_third_party_modules_that_architecture_names(graph: grimp.ImportGraph) -> None:
    used: dict[str, set[str]] = {}
    for module in ours(graph):
        room = [*module.split("."), "", ""][1]
        for other in graph.find_modules_directly_imported_by(module):
            top = other.split(".")[0]
            if top != "pivot_journal" and top not in sys.stdlib_module_names:
                used.setdefault(room, set()).add(top)
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    table = text.split("<!-- third-party:begin -->")[1].split("<!-- third-party:end -->")[0]
    named = {
        cells[0].strip("`"): set(re.findall(r"`([^`]+)`", cells[1]))
        for line in table.splitlines()
        if line.startswith("| `") and len(cells := [cell.strip() for cell in line.strip("|").split("|")]) >= 2
    }
    assert used == named


def test_only_storage_speaks_to_the_database(graph: grimp.ImportGraph) -> None:
    speakers = {
        module
        for module in ours(graph)
        for other in graph.find_modules_directly_imported_by(module)
        if other.split(".")[0] in {"sqlite3", "sqlmodel", "sqlalchemy", "sqlite_utils"}
    }
    assert speakers
    assert {module for module in speakers if not module.startswith("pivot_journal.storage")} == set()


def test_no_sql_stands_outside_storage() -> None:
    statement = re.compile(r"""["'](SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE)\s""")
    found = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "pivot_journal").rglob("*.py")
        if "storage" not in path.parts and statement.search(path.read_text("utf-8"))
    ]
    assert found == []


QUICK = [
    ["add", "Dock queue over an hour #dock"],
    ["add", "yesterday: Dock queue", "--failure", "-d", "Slots"],
    ["list", "dock"],
    ["list", "--from", "march 2023", "--json"],
    ["show", "1"],
    ["edit", "1", "--tag", "late", "--star"],
    ["tally", "failed", "drops", "+3"],
]


def test_the_quick_path_loads_nothing_heavy(journal_path: Path) -> None:
    with open_journal(journal_path) as journal:
        journal.decisions.add("Slots")
        journal.observations.capture("Dock")
    probe = (
        "import sys; from pivot_journal.cli import main\n"
        f"for command in {QUICK!r}:\n"
        f"    status = main([*command, '--journal', {str(journal_path)!r}])\n"
        f"    loaded = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "    print('LOADED', command, status, loaded)\n"
    )
    told = [line for line in _said_by(probe).splitlines() if line.startswith("LOADED")]
    assert told == [f"LOADED {command} 0 []" for command in QUICK]


def test_the_first_screen_loads_no_object_mapper(journal_path: Path) -> None:
    heavy = ("sqlmodel", "sqlalchemy", "pydantic", "sqlite_utils", "babel", "num2words", "parsedatetime")
    probe = (
        "import asyncio, sys; from pathlib import Path; from pivot_journal.journal import open_journal\n"
        "from pivot_journal.tui.app import PivotApp; from pivot_journal.tui.screens.main import MainScreen\n"
        f"tell = lambda self: print('LOADED', [n for n in {heavy!r} if n in sys.modules])\n"
        "MainScreen._load_the_rest = tell\n"
        "async def run(journal):\n"
        "    async with PivotApp(journal).run_test() as pilot: await pilot.pause()\n"
        f"with open_journal(Path({str(journal_path)!r})) as journal: asyncio.run(run(journal))\n"
    )
    assert "LOADED []" in _said_by(probe)


def _said_by(probe: str) -> str:
    """Return what a program prints in an interpreter of its own, where nothing is loaded yet."""
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    return done.stdout + done.stderr
