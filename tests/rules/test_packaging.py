"""What is delivered: the wheel carries everything it needs and works by itself, and so does a checkout."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from pivot_journal import __version__

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without network."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    done = subprocess.run(
        [*build, "--disable-pip-version-check", "--wheel-dir", str(folder), str(ROOT)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it lies where it was installed."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(where: Path, *arguments: str, journal: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program that lies in a folder, in a fresh interpreter that finds no other."""
    start = (
        "import sys; sys.path[:] = [p for p in sys.path if 'editable' not in p]; sys.path.insert(0, sys.argv.pop(1));"
    )
    code = f"{start} import runpy; runpy.run_module('pivot_journal', run_name='__main__')"
    return subprocess.run(
        [sys.executable, "-P", "-c", code, str(where), "--journal", str(journal), *arguments],
        cwd=journal.parent, input=stdin, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_the_wheel_carries_migrations_sample_styles_and_types_and_nothing_of_the_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    steps = {path.name for path in (ROOT / "migrations").glob("*.py")}
    assert {f"pivot_journal/migrations/{name}" for name in steps} <= names
    for pattern in ("pivot_journal/**/*.py", "pivot_journal/**/*.toml", "pivot_journal/**/*.jsonl",
                    "pivot_journal/**/*.tcss", "pivot_journal/py.typed"):  # fmt: skip
        wanted = {str(path.relative_to(ROOT)) for path in ROOT.glob(pattern)}
        assert wanted <= names, pattern
    assert "pivot_journal/py.typed" in names
    tops = {name.split("/")[0] for name in names}
    assert tops == {"pivot_journal", f"pivot_journal-{__version__}.dist-info"}
    assert not [name for name in names if "test" in Path(name).parts or name.endswith((".pyc", ".db"))]


def test_the_wheel_says_what_it_needs_and_how_it_is_started(unpacked: Path) -> None:
    info = unpacked / f"pivot_journal-{__version__}.dist-info"
    metadata = (info / "METADATA").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for needed in project["dependencies"]:
        assert f"Requires-Dist: {needed.split('>')[0]}" in metadata
    assert f"Version: {__version__}\n" in metadata
    assert "Requires-Python: >=3.11" in metadata
    assert (info / "entry_points.txt").read_text().split() == [
        "[console_scripts]",
        "pivot",
        "=",
        "pivot_journal.cli:run",
    ]
    assert (info / "licenses" / "LICENSE").is_file()


def test_the_unpacked_wheel_makes_a_journal_with_its_own_migrations(unpacked: Path, missing_path: Path) -> None:
    missing_path.parent.mkdir()
    added = run(unpacked, "add", "-d", "Slots", "--new-decision", journal=missing_path, stdin="Größe #dock")
    assert (added.returncode, added.stdout) == (0, "1\n"), added.stderr
    assert "Größe #dock" in run(unpacked, "list", journal=missing_path).stdout
    look = "import sys; sys.path.insert(0, sys.argv[1]); import pivot_journal.storage.migrating as m"
    asked = subprocess.run(
        [sys.executable, "-P", "-c", f"{look}; print(m.migrations_folder())", str(unpacked)],
        cwd=missing_path.parent, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert Path(asked.stdout.strip()) == unpacked / "pivot_journal" / "migrations"


def test_a_checkout_makes_a_journal_as_a_module_from_its_root(missing_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pivot_journal", "--journal", str(missing_path), "add", "Dock full"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "1\n"), done.stderr


def test_what_the_tests_need_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pinned = {
        line.split("==")[0].lower() for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line
    }
    needed = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert {each.split(">")[0].lower() for each in needed} <= pinned
