"""``pivot import``: what is said, what is counted, and that a file comes in whole or not at all."""

from __future__ import annotations

import hashlib
import json
import stat
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import FakeClock
from pivot_journal.cli.importing import _Progress
from pivot_journal.cli.main import main
from pivot_journal.cli.session import Session
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.when import Precision
from pivot_journal.journal import open_journal

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"

LINES = [
    {"date": "2024-02-06", "text": "Dock 3 jammed", "tags": ["dock"], "starred": True},
    {"date": "", "text": "Labels came off in the rain"},
    {"date": "2031-01-01", "text": "The new system goes live", "tags": "launch"},
]
COUNTS = {
    "format", "imported", "duplicates", "rejected", "undated", "future", "rejects_file",
    "attachments", "changed", "revised",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the command is run in."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(folder: Path, journal_path: Path, clock: FakeClock, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run 'pivot import …' and return its status and what it wrote."""
    session = Session(now=clock, environ={"PIVOT_JOURNAL": str(journal_path)})

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["import", *arguments], session)
        return status, *capsys.readouterr()

    return run


def write(name: str, *records: Any) -> str:
    lines = [record if isinstance(record, str) else json.dumps(record, ensure_ascii=False) for record in records]
    Path(name).write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return name


def stored(path: Path) -> list[Observation]:
    with open_journal(path, now=FakeClock()) as journal:
        return journal.observations.page(Filter(), limit=-1, oldest_first=True)


def names() -> list[str]:
    return [path.name for path in Path.cwd().iterdir()]


def texts(path: Path) -> list[str]:
    return [observation.text for observation in stored(path)]


def test_a_file_comes_in_and_what_is_undated_or_ahead_is_said(run: Run, journal_path: Path) -> None:
    status, out, err = run(write("notes.jsonl", *LINES))
    assert (status, out) == (0, "3 imported, 1 of them undated, 1 in the future; 0 duplicates\n")
    assert err == "1 without a date: they stand under 'No date' in the Journal; e dates one.\n"
    assert [(o.text, o.tags, o.starred) for o in stored(journal_path)] == [
        ("Labels came off in the rain", (), False),
        ("Dock 3 jammed", ("dock",), True),
        ("The new system goes live", ("launch",), False),
    ]


def test_json_has_exactly_the_counts_of_the_contract(run: Run) -> None:
    status, out, _ = run(write("notes.jsonl", *LINES), "--json")
    assert status == 0
    assert json.loads(out) == {
        "format": "jsonl", "imported": 3, "duplicates": 0, "rejected": 0, "undated": 1, "future": 1,
        "rejects_file": None, "attachments": 0, "changed": 0, "revised": 0,
    }  # fmt: skip


def test_the_same_file_again_is_all_duplicates(run: Run, journal_path: Path) -> None:
    name = write("notes.jsonl", *LINES)
    run(name)
    assert run(name)[:2] == (0, "0 imported; 3 duplicates\n")
    assert len(stored(journal_path)) == 3


def test_a_date_given_for_the_file_dates_only_what_has_none(run: Run, journal_path: Path) -> None:
    status, out, _ = run(write("notes.jsonl", *LINES), "--on", "spring 2023")
    assert (status, out) == (0, "3 imported, 1 of them in the future; 0 duplicates\n")
    dates = {o.text[:6]: o.observed_on for o in stored(journal_path)}
    assert dates["Labels"].precision is Precision.SEASON
    assert str(dates["Dock 3"]) == "6 February 2024"


@pytest.mark.parametrize("date", ["2031-01-01", "someday"])
def test_a_date_given_for_the_file_is_one_that_could_be_typed(run: Run, journal_path: Path, date: str) -> None:
    status, _, err = run(write("notes.jsonl", *LINES), "--on", date)
    assert status == 2
    assert err.count("\n") == 1
    assert stored(journal_path) == []


def test_one_bad_line_keeps_everything_out_and_is_named(run: Run, journal_path: Path) -> None:
    status, out, err = run(write("notes.jsonl", LINES[0], "{nonsense", {"text": ""}, {"text": "x", "date": "soon"}))
    assert (status, out) == (4, "")
    lines = err.splitlines()
    assert lines[0].startswith("pivot: notes.jsonl, line 2: not JSON")
    assert lines[1].startswith("pivot: notes.jsonl, line 3: The text is empty")
    assert lines[2].startswith('pivot: notes.jsonl, line 4: "soon" is not a date')
    assert lines[3] == "pivot: nothing was imported: 3 lines were refused. --keep-going takes the other 1."
    assert len(lines) == 4
    assert stored(journal_path) == []
    assert names() == ["notes.jsonl"]


def test_a_refused_file_has_its_counts_as_json(run: Run) -> None:
    status, out, _ = run(write("notes.jsonl", LINES[0], "{"), "--json")
    assert status == 4
    found = json.loads(out)
    assert (found["imported"], found["rejected"], found["rejects_file"]) == (0, 1, None)


def test_of_many_problems_the_first_twenty_are_told(run: Run) -> None:
    _, _, err = run(write("notes.jsonl", *["{"] * 1_234))
    lines = err.splitlines()
    assert sum(", line " in line for line in lines) == 20
    assert lines[20] == "pivot: and 1,214 more."


def test_with_keep_going_the_good_ones_come_in_and_the_rejects_lie_beside(run: Run, journal_path: Path) -> None:
    name = write("notes.jsonl", LINES[0], "{nonsense é")
    Path("notes.jsonl.rejects.jsonl").write_text("mine")
    status, out, err = run(name, "--keep-going", "--json")
    assert status == 4
    found = json.loads(out)
    assert found.keys() == COUNTS
    assert (found["imported"], found["rejected"]) == (1, 1)
    rejects = Path(found["rejects_file"])
    assert rejects.name == "notes.jsonl.rejects-2.jsonl"
    assert rejects.name in err
    assert stat.S_IMODE(rejects.stat().st_mode) == 0o600
    (line,) = rejects.read_text("utf-8").splitlines()
    assert json.loads(line).keys() == {"place", "line", "reason", "raw"}
    assert json.loads(line)["line"] == 2
    assert json.loads(line)["raw"] == "{nonsense é"
    assert Path("notes.jsonl.rejects.jsonl").read_text() == "mine"
    assert texts(journal_path) == ["Dock 3 jammed"]
    assert run(name, "--keep-going")[1] == "0 imported; 1 duplicate; 1 rejected\n"


def test_bytes_that_are_no_text_can_be_had_back_from_the_rejects(run: Run, folder: Path) -> None:
    Path("notes.jsonl").write_bytes(b'{"text": "\xe9t\xe9"}\n')
    _, out, _ = run("notes.jsonl", "--keep-going", "--json")
    line = Path(json.loads(out)["rejects_file"]).read_text("utf-8")
    assert json.loads(line)["raw"].encode("utf-8", "surrogateescape") == b'{"text": "\xe9t\xe9"}'


def test_where_the_rejects_cannot_be_written_nothing_comes_in(
    run: Run, folder: Path, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    name = write("notes.jsonl", LINES[0], "{")
    monkeypatch.setattr("pivot_journal.cli.problems.os.open", refuse)
    status, out, err = run(name, "--keep-going")
    assert (status, out) == (5, "")
    assert "Permission denied" in err
    assert stored(journal_path) == []


def test_a_trial_run_shows_counts_the_first_three_and_problems_and_stores_nothing(run: Run, journal_path: Path) -> None:
    status, out, err = run(write("notes.jsonl", *LINES, {"text": "A fourth"}, "{"), "--dry-run", "--keep-going")
    assert status == 4
    assert out.splitlines() == [
        "4 would be imported, 2 of them undated, 1 in the future; 0 duplicates; 1 rejected",
        "  Tue 6 Feb 2024  ★ Dock 3 jammed #dock",
        "  no date         Labels came off in the rain",
        "  Wed 1 Jan 2031  The new system goes live #launch",
    ]
    assert "line 5" in err
    assert stored(journal_path) == []
    assert names() == ["notes.jsonl"]


def test_a_trial_run_makes_no_journal(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none" / "journal.db"
    session = Session(now=FakeClock(), environ={"PIVOT_JOURNAL": str(path)})
    assert main(["import", write("notes.jsonl", *LINES), "--dry-run"], session) == 0
    assert not path.parent.exists()
    assert capsys.readouterr().out.startswith("3 would be imported")


def test_an_import_makes_the_journal_and_says_so(
    folder: Path, missing_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session(now=FakeClock(), environ={"PIVOT_JOURNAL": str(missing_path)})
    assert main(["import", write("notes.jsonl", *LINES)], session) == 0
    assert str(missing_path) in capsys.readouterr().err
    assert len(stored(missing_path)) == 3


@pytest.mark.parametrize("name", ["missing.jsonl", ".", "no/such/folder", "bad\0name"])
def test_what_is_no_file_is_refused_in_one_line_and_makes_no_journal(
    folder: Path, missing_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    session = Session(now=FakeClock(), environ={"PIVOT_JOURNAL": str(missing_path)})
    assert main(["import", name], session) == 4
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert not missing_path.exists()


def test_a_file_in_utf_16_is_refused_with_its_name(run: Run, folder: Path) -> None:
    Path("notes.jsonl").write_text('{"text": "a"}', "utf-16")
    status, out, err = run("notes.jsonl")
    assert (status, out, err) == (4, "", "pivot: notes.jsonl: The file is UTF-16. Save it as UTF-8 and import that.\n")


def test_an_empty_file_is_done_at_once_and_said_to_be_empty(run: Run, folder: Path) -> None:
    Path("notes.jsonl").touch()
    assert run("notes.jsonl") == (0, "0 imported: notes.jsonl holds no entries\n", "")


@pytest.mark.parametrize("pairs", [["text"], ["title=summary"], ["text=nowhere"], ["text=a", "text=b"]])
def test_a_mapping_that_makes_no_sense_is_one_error(run: Run, journal_path: Path, pairs: list[str]) -> None:
    status, out, err = run(write("notes.jsonl", {"summary": "x"}, "{"), "--map", *pairs)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert stored(journal_path) == []


def test_a_mapping_that_makes_no_sense_leaves_no_file_of_rejects(run: Run, folder: Path) -> None:
    assert run(write("notes.jsonl", "{", {"text": "x"}), "--keep-going", "--map", "tags=topic")[0] == 2
    assert names() == ["notes.jsonl"]


def test_what_the_file_calls_the_text_can_be_guessed_from_the_error(run: Run) -> None:
    _, _, err = run(write("notes.jsonl", {"date": "", "summary": "x", "by": "me"}))
    assert (
        err.splitlines()[-1] == "The entries have: date, summary, by. --map text=NAME says which of them is the text."
    )


def test_what_was_not_taken_over_is_said(run: Run) -> None:
    _, _, err = run(write("notes.jsonl", {"date": "2024-02-06", "text": "x", "url": "y", "by": "z"}))
    assert err == "Not taken over: url, by.\n"


def test_nothing_in_a_file_acts_on_the_terminal(run: Run, folder: Path) -> None:
    evil = "\x1b]0;gone\x07"
    Path("notes.jsonl").write_text(json.dumps({"date": evil, "text": evil, evil: 1}) + f"\n{evil}\n", "utf-8")
    _, out, err = run("notes.jsonl", "--dry-run", "--keep-going", "--map", "text=text")
    assert "\x1b" not in out + err
    assert "\x07" not in out + err


def test_an_interruption_leaves_journal_and_folder_as_they_were(
    run: Run, journal_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pivot_journal.cli.importing._Progress.show", interrupt)
    assert run(write("notes.jsonl", *LINES, "{"), "--keep-going")[0] == 130
    assert stored(journal_path) == []
    assert names() == ["notes.jsonl"]


def test_progress_shows_on_a_terminal_only_and_is_wiped_away(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("pivot_journal.cli.importing._PROGRESS_AFTER_SECONDS", 0)
    assert "\r" not in run(write("notes.jsonl", *LINES))[2]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    _, _, err = run(write("more.jsonl", {"text": "x", "date": "2024-02-06"}))
    assert err == "\r1 read, 100 %\r             \r"


def test_progress_says_when_all_is_read_and_being_written(
    clock: FakeClock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("_PROGRESS_AFTER_SECONDS", "_PROGRESS_EVERY_SECONDS"):
        monkeypatch.setattr(f"pivot_journal.cli.importing.{name}", 0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with _Progress(Session(now=clock, environ={}), None) as progress:
        for done in (1_000, 2_000, 2_000):
            progress.show(done)
    words = ["1,000 read", "2,000 read", "2,000 read, writing them", " " * 24, ""]
    assert capsys.readouterr().err == "".join(f"\r{each}" for each in words)


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory, migrated_template: Path) -> Path:
    folder = tmp_path_factory.mktemp("any-bytes")
    (folder / "journal.db").write_bytes(migrated_template.read_bytes())
    return folder


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(
    data=st.lists(
        st.binary(max_size=30)
        | st.sampled_from([b'{"text": "a"}', b'{"text": "b", "date": "2024-02-06"}', b"{", b'{"text": "\\u0000"}'])
    ).map(b"\n".join),
    keeps_going=st.booleans(),
)
def test_no_bytes_break_an_import_and_it_stores_what_it_says(
    scratch: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data: bytes, keeps_going: bool
) -> None:
    monkeypatch.chdir(scratch)
    (scratch / "any.jsonl").write_bytes(data)
    path = scratch / "journal.db"
    before = len(stored(path))
    session = Session(now=FakeClock(), environ={"PIVOT_JOURNAL": str(path)})
    status = main(["import", "any.jsonl", "--json", *(["--keep-going"] if keeps_going else [])], session)
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    if not out:
        assert (status, len(stored(path))) == (4, before)
        return
    found = json.loads(out)
    assert status == (4 if found["rejected"] else 0)
    assert len(stored(path)) == before + found["imported"]
    if found["rejected"] and not keeps_going:
        assert found["imported"] == 0
    if found["rejects_file"]:
        rejects = Path(found["rejects_file"])
        assert len(rejects.read_text("utf-8").splitlines()) == found["rejected"]
        rejects.unlink()


@pytest.mark.parametrize(
    ("name", "pairs"),
    [
        ("postmortems/postmortems-dev.jsonl", ["text=summary", "tags=category"]),
        ("csv/graveyard-dev.jsonl", ["date=dateClose", "text=description", "tags=type"]),
    ],
)
def test_real_texts_come_in_as_their_makers_counted_them(
    run: Run, journal_path: Path, name: str, pairs: list[str]
) -> None:
    if not (SHARED / name).is_file():
        pytest.skip("the shared test data is not at hand")
    expected = json.loads((SHARED / "EXPECT.json").read_text("utf-8"))[name]
    status, out, _ = run(str(SHARED / name), "--json", "--map", *pairs)
    counts = json.loads(out)
    assert status == 0
    assert (counts["imported"], counts["undated"]) == (expected["entries"], expected["undated"])
    found = stored(journal_path)
    days = {o.observed_on.day for o in found if o.observed_on.day}
    tags = Counter(tag for o in found for tag in o.tags)
    assert sum(o.observed_on.day is not None for o in found) == expected["dated"]
    assert len(days) == expected["distinct_days"]
    assert (str(min(days)), str(max(days))) == (expected["first"], expected["last"])
    assert (len(tags), tags.total()) == (expected["distinct_tags"], expected["tag_assignments"])
    assert sum(len(o.text) for o in found) == expected["text_chars"]
    together = "\0".join(sorted(o.text for o in found))
    assert hashlib.sha256(together.encode()).hexdigest()[:16] == expected["texts_sha256"]
    assert json.loads(run(str(SHARED / name), "--json", "--map", *pairs)[1])["duplicates"] == expected["entries"]


# Kinds, folders, tables


def test_a_table_is_known_by_itself_and_says_how_it_was_read(run: Run, journal_path: Path) -> None:
    Path("log.txt").write_bytes("Datum;date;text;tags\n1;2024-02-06;Größe falsch;dock\n2;;nass;\n".encode("cp1252"))
    status, out, err = run("log.txt", "--json")
    counts = json.loads(out)
    assert (status, counts["format"], counts["imported"], counts["undated"]) == (0, "csv", 2, 1)
    assert "The file was read as Windows-1252." in err
    assert "Not taken over: Datum." in err
    assert texts(journal_path) == ["nass", "Größe falsch"]


def test_dates_that_could_be_either_are_asked_about_once_and_then_taken(run: Run, journal_path: Path) -> None:
    Path("log.csv").write_text("date,text\n03/02/2024,late\n")
    status, out, err = run("log.csv")
    assert (status, out, err.count("\n")) == (4, "", 1)
    assert err.startswith('pivot: log.csv: Does the day or the month stand first in "03/02/2024" on line 2?')
    assert run("log.csv", "--day-order", "day-first")[0] == 0
    assert str(stored(journal_path)[0].observed_on) == "3 February 2024"


def test_the_path_may_stand_after_the_mapping(run: Run, journal_path: Path) -> None:
    Path("log.csv").write_text("day,why\n2024-02-06,late\n")
    assert run("--map", "text=why", "log.csv")[0] == 0
    assert texts(journal_path) == ["late"]


def test_a_folder_of_notes_comes_in_with_its_problems_named_by_their_files(run: Run, journal_path: Path) -> None:
    Path("vault/deep").mkdir(parents=True)
    Path("vault/deep/a.md").write_text("---\ndate: 2024-02-06\n---\nDock 3 jammed\n")
    Path("vault/b.md").write_text("---\ndate: 2024-02-31\n---\nlate\n")
    status, out, err = run("vault")
    assert (status, out) == (4, "")
    assert err.startswith("pivot: b.md, line ")
    assert err.splitlines()[-1] == "pivot: nothing was imported: 1 entry was refused. --keep-going takes the other 1."
    status, out, _ = run("vault", "--keep-going", "--json")
    counts = json.loads(out)
    assert (status, counts["format"], counts["imported"]) == (4, "markdown", 1)
    (line,) = Path(counts["rejects_file"]).read_text("utf-8").splitlines()
    assert json.loads(line)["place"] == "b.md"
    assert stored(journal_path)[0].reference.source == "vault"


def test_the_kind_can_be_named(run: Run) -> None:
    Path("words.txt").write_text("[2024-02-06 09:00] Dock 3 jammed\n")
    assert json.loads(run("words.txt", "--json")[1])["format"] == "jrnl"
    status, _, err = run("words.txt", "--from", "jsonl")
    assert (status, "line 1: not JSON" in err) == (4, True)


def test_plain_text_comes_in_a_note_a_line_and_only_once(run: Run, journal_path: Path, clock: FakeClock) -> None:
    Path("notes.txt").write_text(
        "2024-03-05 Dock full again #dock\n\nyesterday: driver shouted\n- 5 Mar 2024: late\n2031-01-01 opens\nno date\n"
    )
    assert run("notes.txt", "--dry-run")[1].startswith(
        "5 would be imported, 1 of them undated, 1 in the future; 0 duplicates\n  "
    )
    status, out, err = run("notes.txt", "--json")
    assert (status, json.loads(out)["format"], json.loads(out)["imported"]) == (0, "text", 5)
    assert '1 date was counted from today, "yesterday" on line 3: ' in err
    clock.advance(days=2)
    assert run("notes.txt")[:2] == (0, "0 imported; 5 duplicates\n")
    days = {o.text: str(o.observed_on) for o in stored(journal_path)}
    assert (days["Dock full again #dock"], days["late"], days["opens"]) == (
        "5 March 2024", "5 March 2024", "1 January 2031",
    )  # fmt: skip


def test_plain_text_without_dates_comes_in_where_it_is_asked_for(run: Run, journal_path: Path) -> None:
    Path("notes.txt").write_text("Dock full\nDriver shouted\n31 feb: late\nDock jammed\n")
    status, _, err = run("notes.txt")
    assert (status, "--from text takes each line as a note" in err) == (4, True)
    status, _, err = run("notes.txt", "--from", "text", "--on", "2024-03-05")
    assert (status, err.splitlines()[0]) == (
        4, 'pivot: notes.txt, line 3: "31 feb" is a day that does not exist.',
    )  # fmt: skip
    assert stored(journal_path) == []
    assert run("notes.txt", "--from", "text", "--on", "2024-03-05", "--keep-going")[0] == 4
    assert [(o.text, str(o.observed_on)) for o in stored(journal_path)] == [
        ("Dock full", "5 March 2024"), ("Driver shouted", "5 March 2024"), ("Dock jammed", "5 March 2024"),
    ]  # fmt: skip
    (reject,) = Path("notes.txt.rejects.jsonl").read_text().splitlines()
    assert json.loads(reject)["raw"] == "31 feb: late"


def test_a_line_of_jrnl_that_begins_like_a_date_but_is_no_heading_is_named(run: Run, journal_path: Path) -> None:
    Path("words.txt").write_text("[2024-02-06 09:00] Dock 3 jammed\n06.03.2024 09:15 German style line\n")
    assert run("words.txt")[2] == (
        "1 line begins like a date but is not in the shape of the others; it stands in the entry above: line 2.\n"
    )
    assert texts(journal_path) == ["Dock 3 jammed\n06.03.2024 09:15 German style line"]


def test_what_is_of_no_known_kind_is_refused_in_one_line_and_makes_no_journal(
    folder: Path, missing_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("words.txt").write_text("just words\n")
    session = Session(now=FakeClock(), environ={"PIVOT_JOURNAL": str(missing_path)})
    assert main(["import", "words.txt"], session) == 4
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), "--from" in err) == ("", 1, True)
    assert not missing_path.exists()


def test_pictures_that_stay_behind_are_counted_and_named(run: Run) -> None:
    entries = [
        {
            "uuid": "A1",
            "creationDate": "2024-02-06T09:00:00Z",
            "text": "Dock",
            "photos": [{"md5": "f00", "type": "png"}],
        }
    ]
    Path("Journal.json").write_text(json.dumps({"metadata": {"version": "1.0"}, "entries": entries}))
    _, out, err = run("Journal.json", "--json")
    assert json.loads(out)["attachments"] == 1
    assert err.splitlines()[0].startswith("1 attachment did not come in: ")


# Again


def test_what_changed_at_its_source_is_offered_and_taken_on_request(run: Run, journal_path: Path) -> None:
    name = write("notes.jsonl", {"text": "a", "key": 7})
    run(name, "--map", "id=key")
    write("notes.jsonl", {"text": "a, reworded", "key": 7})
    status, out, err = run(name, "--map", "id=key", "--json")
    assert (status, json.loads(out)["changed"], json.loads(out)["revised"]) == (0, 1, 0)
    assert err.startswith("1 of the duplicates (1) has another text or day there now; the journal's was left as it is.")
    status, out, err = run(name, "--map", "id=key", "--revise")
    assert (status, out) == (0, "0 imported; 1 duplicate\n")
    assert err == "1 of the duplicates (1) was revised; the old wording is kept as an earlier one.\n"
    assert texts(journal_path) == ["a, reworded"]


def test_an_id_that_stands_in_another_file_too_is_noted(run: Run) -> None:
    run(write("notes.jsonl", {"text": "a", "key": 7}), "--map", "id=key")
    _, _, err = run(write("other.jsonl", {"text": "b", "key": 7}), "--map", "id=key")
    assert "some came from notes.jsonl" in err


# The inbox


def test_the_inbox_that_the_settings_name_comes_in(
    run: Run, journal_path: Path, tmp_path: Path, clock: FakeClock, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--inbox")[0] == 2  # none is named
    (tmp_path / "settings.toml").write_text(f'inbox = "{tmp_path}/in.txt"\n')
    (tmp_path / "in.txt").write_text("yesterday: late\n02/03/2024: which?\n")
    environ = {"PIVOT_JOURNAL": str(journal_path), "PIVOT_SETTINGS": str(tmp_path / "settings.toml")}
    session = Session(now=clock, environ=environ)
    assert main(["import", "--inbox"], session) == 4
    out, err = capsys.readouterr()
    assert out == "1 imported; 0 duplicates; 1 rejected\n"
    assert err.startswith("pivot: in.txt, line 2: ")
    assert main(["import", "--inbox", "my notes.txt"], session) == 2
    assert capsys.readouterr().err.endswith(" For another file: pivot import 'my notes.txt'.\n")
    assert texts(journal_path) == ["late"]


def test_without_a_path_it_is_asked_for(run: Run) -> None:
    status, _, err = run()
    assert (status, err) == (2, "pivot: Name the file or folder: pivot import PATH.\n")


# A whole export


def test_a_whole_export_comes_in_as_it_was_and_only_once(
    run: Run, folder: Path, missing_path: Path, clock: FakeClock
) -> None:
    with open_journal(missing_path, create=True, now=clock) as other:
        other.observations.capture("Dock 3 jammed #dock")
        with other.keeping.export() as lines:
            Path("whole.jsonl").write_text("".join(line.rstrip("\n") + "\n" for line in lines), "utf-8")
    status, out, _ = run("whole.jsonl", "--json")
    counts = json.loads(out)
    assert status == 0
    assert (counts["format"], counts["imported"], counts["duplicates"]) == ("pivot", 1, 0)
    assert counts.keys() == COUNTS
    assert run("whole.jsonl")[:2] == (0, "0 imported; 1 duplicate\n")
    assert run("whole.jsonl", "--dry-run")[0] == 2
    Path("whole.jsonl").write_text(Path("whole.jsonl").read_text().replace("Dock 3", "Dock 4")[:-20])
    status, out, err = run("whole.jsonl")
    assert (status, out, err.count("\n"), "whole.jsonl" in err) == (4, "", 1, True)
