"""``pivot`` and ``pivot demo``: what they need, what they leave behind, and that what was typed is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builders import when
from cli import shell as shell_module
from cli.shell import Shell, Terminal, environment, process
from conftest import FakeClock
from pivot_journal.cli import opening
from pivot_journal.cli.session import Session
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Evidence, Reference, Triage
from pivot_journal.journal import Journal, open_journal
from pivot_journal.settings import Settings

NO_TERMINAL = "The full-screen app needs a terminal. In a script, use a command: pivot -h"


@pytest.mark.parametrize("arguments", [[], ["demo"], ["demo", "--keep", "kept.db"]], ids=" ".join)
def test_without_a_terminal_the_app_is_refused_and_no_journal_made(
    shell: Shell, missing_path: Path, arguments: list[str]
) -> None:
    assert shell.refused(2, *arguments, PIVOT_JOURNAL=str(missing_path)) == NO_TERMINAL
    assert shell.refused(2, *arguments, typed=b"", columns=80, TERM="dumb") == NO_TERMINAL
    assert not missing_path.exists()
    assert not Path("kept.db").exists()


def test_a_closed_stream_is_no_terminal(journal_path: Path) -> None:
    status, out = shell_module.in_bash("pivot <&- >&-", environ=environment(PIVOT_JOURNAL=str(journal_path)))
    assert (status, out) == (2, f"pivot: {NO_TERMINAL}\n")


Use = Callable[[Journal], None]


@pytest.fixture
def used(monkeypatch: pytest.MonkeyPatch) -> list[Use]:
    """What the person does in the app, which is not drawn; the journal is the app's."""
    uses: list[Use] = []

    def run(journal: Journal, session: Session, *, is_demo: bool) -> int:
        for use in uses:
            use(journal)
        return 0

    monkeypatch.setattr(opening, "_run", run)
    return uses


@pytest.fixture
def demo_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the demo makes its own folder."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def small_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """An invented journal of one line, where nothing hangs on what the real one holds."""

    def fill(path: Path, today: object) -> None:
        with open_journal(path, create=True) as journal, journal.in_one_step():
            journal.observations.capture("Invented")

    monkeypatch.setattr("pivot_journal.sample.loader.fill_sample", fill)


def write_three(journal: Journal) -> None:
    """Write one today, one long ago with all that it can have, and one that goes to the trash."""
    journal.observations.capture("Mine of today #own")
    journal.observations.capture(
        "Mine of 2021 #own", observed_on=when("2021"), tags=["beside"], starred=True, triage=Triage.FAILURE,
        evidence=Evidence.DATED_ELSEWHERE, reference=Reference(source="mail"),
    )  # fmt: skip
    journal.observations.trash(journal.observations.capture("Not this").number)


@pytest.mark.usefixtures("small_sample")
def test_the_demo_leaves_nothing_behind(shell: Shell, used: list[Use], demo_folder: Path, missing_path: Path) -> None:
    result = shell("demo", typed=b"", columns=80, PIVOT_JOURNAL=str(missing_path))
    assert (result.status, result.out) == (0, "")
    assert result.err == ("An invented journal: nobody and nothing in it is real. Your own starts with: pivot\n")
    assert list(demo_folder.iterdir()) == []
    assert not missing_path.exists()


@pytest.mark.usefixtures("small_sample")
def test_what_was_typed_in_the_demo_can_be_kept_in_ones_own_journal(
    shell: Shell, used: list[Use], demo_folder: Path, journal: Journal
) -> None:
    used.append(write_three)
    result = shell("demo", typed=b"o\n", columns=80)
    assert result.status == 0
    assert "You changed the demo: o keeps your 2 observations in" in " ".join(result.out.split())
    kept = journal.observations.page(Filter(), limit=-1)
    assert [o.text for o in kept] == ["Mine of today #own", "Mine of 2021 #own"]
    assert kept[1].observed_on == when("2021")
    assert (kept[1].tags, kept[1].starred, kept[1].triage) == (("own", "beside"), True, Triage.FAILURE)
    assert journal.observations.added_tags(kept[1]) == ("beside",)
    assert (kept[1].evidence, kept[1].reference.source) == (Evidence.DATED_ELSEWHERE, "mail")
    assert journal.undo() == "keep 2 observations of the demo"
    assert journal.observations.count(Filter()) == 0


@pytest.mark.usefixtures("small_sample")
@pytest.mark.parametrize("answer", ["n\n", "\n"])
def test_nothing_is_kept_when_nobody_agrees(
    shell: Shell, used: list[Use], demo_folder: Path, journal: Journal, answer: str
) -> None:
    used.append(write_three)
    result = shell("demo", typed=answer.encode(), columns=80)
    assert result.status == 0
    assert "is kept" not in result.err
    assert journal.observations.count(Filter()) == 0
    assert list(demo_folder.iterdir()) == []


@pytest.mark.usefixtures("small_sample")
@pytest.mark.parametrize("answer", ["w\n", ""])
def test_the_whole_demo_is_kept_when_asked_for_or_when_nobody_can_be_asked(
    shell: Shell, used: list[Use], demo_folder: Path, tmp_path: Path, answer: str
) -> None:
    def decide(journal: Journal) -> None:
        journal.decisions.add("Lockers")

    used.append(decide)
    result = shell("demo", typed=answer.encode(), columns=80)
    assert result.status == 0
    assert "You changed the demo: w keeps" in " ".join(result.out.split())
    (kept,) = tmp_path.rglob("demo.db")
    assert f"pivot --journal {kept}" in result.err
    with open_journal(kept) as demo:
        assert [decision.title for decision in demo.decisions.all()] == ["Lockers"]
    assert list(demo_folder.iterdir()) == []


@pytest.mark.usefixtures("small_sample")
def test_what_was_typed_in_the_demo_outlives_a_journal_that_cannot_take_it(
    shell: Shell, used: list[Use], demo_folder: Path, tmp_path: Path
) -> None:
    used.append(write_three)
    result = shell("demo", typed=b"o\n", columns=80, PIVOT_JOURNAL=str(tmp_path))
    assert result.status == 3
    (path,) = demo_folder.glob("*/demo.db")
    assert result.err.endswith(f"What you typed in the demo is still in {path}.\n")
    with open_journal(path) as demo:
        assert demo.observations.count(Filter(words="mine own")) == 2


def test_a_demo_that_is_kept_is_opened_again_as_it_was_left(
    shell: Shell, used: list[Use], tmp_path: Path, demo_folder: Path
) -> None:
    path = tmp_path / "kept.db"
    counts: list[int] = []
    used.append(lambda journal: counts.append(journal.observations.count(Filter())))
    used.append(write_three)
    for _ in range(2):
        result = shell("demo", "--keep", path, typed=b"", columns=80)
        assert result.status == 0
        assert f"It is kept in {path}." in result.err
    assert counts[0] > 100
    assert counts[1] == counts[0] + 2


def test_a_kept_demo_goes_over_nothing_that_is_there(shell: Shell, used: list[Use], tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("mine" * 1_000)
    result = shell("demo", "--keep", path, typed=b"", columns=80)
    assert result.status == 3
    assert "is not a Pivot Journal" in result.err
    assert path.read_text() == "mine" * 1_000
    assert shell("demo", "--keep", "", typed=b"", columns=80).err == "pivot: --keep names no file: it is empty.\n"


def test_settings_with_a_mistake_name_their_line_before_the_app_is_drawn(
    shell: Shell, tmp_path: Path, clock: FakeClock
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('# mine\n\ntheme = "dark"\ncolour = "red"\n')
    result = shell(typed=b"", columns=80, PIVOT_SETTINGS=str(settings))
    assert result.status == 2
    there = ", ".join(Settings.__dataclass_fields__)
    assert result.err == f'pivot: {settings}, line 4: there is no setting "colour". There is: {there}.\n'


def test_a_crash_is_written_down_without_the_users_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "the user's own"
    try:
        raise RuntimeError(words)
    except RuntimeError as error:
        where = Path(opening._write_crash(error))
    assert where.is_relative_to(tmp_path)
    assert where.read_text().startswith("RuntimeError\n")
    assert words not in where.read_text()
    assert where.stat().st_mode & 0o777 == 0o600
    where.unlink()
    where.mkdir()
    assert "cannot be written: Is a directory" in opening._write_crash(ValueError())


def test_in_a_real_terminal_the_app_opens_makes_the_journal_and_q_leaves(missing_path: Path) -> None:
    terminal = Terminal(environ=environment(PIVOT_JOURNAL=str(missing_path)), columns=100)
    terminal.wait_for("\x1b[?1049h")  # the other screen
    terminal.type("q")
    assert terminal.end() == 0
    assert b"Traceback" not in terminal.shown
    assert b"A new journal was made: " in terminal.shown
    listed = process("list", environ=environment(PIVOT_JOURNAL=str(missing_path)))
    assert (listed.returncode, listed.stdout) == (0, b"")
