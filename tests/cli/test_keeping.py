"""``pivot export``, ``backup``, ``restore`` and ``merge`` as scripts and people use them."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database as UtilsDatabase

from builders import when
from cli.shell import Shell
from conftest import FakeClock
from pivot_journal.journal import open_journal
from pivot_journal.storage import placing
from pivot_journal.storage.marks import APPLICATION_ID, SCHEMA
from pivot_journal.storage.migrating import load_migrations


@pytest.fixture(autouse=True)
def _without_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "_keep", lambda _: None)  # a test need not outlive a power cut


@pytest.fixture(scope="module")
def template(migrated_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with two observations, the first of them starred."""
    path = tmp_path_factory.mktemp("filled") / "journal.db"
    shutil.copyfile(migrated_template, path)
    with open_journal(path, now=FakeClock()) as journal:
        journal.observations.capture("The dock was full. #late", starred=True)
        journal.observations.capture("Slots overlap.", observed_on=when("2024-02-06"), tags=["slot"])
    return path


@pytest.fixture
def filled(shell: Shell, template: Path) -> Shell:
    """A shell on a journal with two observations, the first of them starred."""
    shutil.copyfile(template, shell.path)
    return shell


def listed(shell: Shell) -> list[str]:
    """Return the texts in the journal, the oldest first."""
    return [entry["text"] for entry in shell("list", "--json", "--oldest-first").json]


def mode(path: Path) -> int:
    """Return who may do what with a file."""
    return path.stat().st_mode & 0o777


# Export


def test_an_export_holds_everything_and_comes_back_into_a_new_journal(filled: Shell, tmp_path: Path) -> None:
    file = tmp_path / "all.pivot"
    done = filled("export", file)
    assert (done.status, done.out) == (0, "")
    assert "2 observations" in done.err
    assert "Private terms" in done.err
    assert mode(file) == 0o600
    other = tmp_path / "new" / "journal.db"
    assert filled("import", file, "--journal", other).status == 0
    assert filled("list", "--json", "--journal", other).json == filled("list", "--json").json


def test_nothing_is_overwritten_unasked(filled: Shell, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("mine")
    assert "there already" in filled.refused(5, "export", file)
    assert file.read_text() == "mine"
    assert filled("export", file, "--force").status == 0
    assert "dock" in file.read_text()
    assert mode(file) == 0o600
    assert not list(tmp_path.glob(".pivot-*"))


@pytest.mark.parametrize(
    ("name", "to", "begins"),
    [
        ("a.pivot", None, '{"pivot_journal"'),
        ("a", None, '{"pivot_journal"'),
        ("a.jsonl", None, '{"number"'),
        ("a.jsonl", "pivot", '{"pivot_journal"'),
        ("a.csv", None, "number,"),
        ("a.MD", None, "---"),
        ("a.txt", None, "[2024-02-06"),
        ("a", "csv", "number,"),
    ],
)
def test_the_format_is_what_is_asked_for_or_what_the_ending_says(
    name: str, to: str | None, begins: str, filled: Shell, tmp_path: Path
) -> None:
    done = filled("export", tmp_path / name, *(["--to", to] if to else []))
    assert done.status == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)
    assert ("Not in it: " in done.err) is not begins.startswith('{"pivot')


def test_an_export_can_be_printed(filled: Shell) -> None:
    printed = filled("export", "-")
    assert printed.out.startswith('{"pivot_journal"')
    assert printed.out.count("dock") == 1
    assert filled("export", "-", "--to", "jrnl").out.startswith("[2024-02-06")


def test_markdown_can_be_a_folder_that_is_new_or_empty(filled: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    assert filled("export", folder, "--to", "markdown").status == 0
    notes = sorted(folder.rglob("*.md"))
    assert len(notes) == 2
    assert mode(notes[0]) == 0o600
    assert "something in it" in filled.refused(5, "export", folder, "--to", "markdown")
    assert filled("export", folder, "--to", "markdown", "--force").status == 0
    assert sorted(folder.rglob("*.md")) == notes


def test_what_a_format_cannot_carry_is_told(filled: Shell, tmp_path: Path) -> None:
    filled("edit", "1", "--text", "The yard was full.")
    filled("delete", "2")
    told = filled("export", tmp_path / "a.csv").err
    assert "earlier wordings (1)" in told
    assert "trash (1)" in told


@pytest.mark.parametrize(
    ("path", "status"), [("", 2), ("missing/all.pivot", 5), (".", 5), ("page.html", 5)], ids=lambda value: str(value)
)
def test_a_place_that_cannot_be_written_is_one_line(path: str, status: int, filled: Shell, tmp_path: Path) -> None:
    filled.refused(status, "export", tmp_path / path if path else "")


def test_without_a_journal_there_is_nothing_to_keep(shell: Shell, tmp_path: Path) -> None:
    for words in (["export", tmp_path / "a"], ["backup"], ["merge", shell.path]):
        assert "There is no journal" in shell.refused(3, *words, "--journal", tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


# Backup


def test_a_backup_lies_in_a_folder_beside_the_journal_under_its_date(filled: Shell) -> None:
    made = Path(filled.done("backup").out.strip())
    assert made == filled.path.parent / "backups" / "journal-2026-11-23-180000.db"
    assert (mode(made), mode(made.parent)) == (0o600, 0o700)
    assert filled.done("backup").out.strip() == str(made).replace(".db", "-2.db")
    assert not list(made.parent.glob("*-wal"))


def test_a_backup_is_made_while_another_program_writes(filled: Shell, tmp_path: Path) -> None:
    other = sqlite3.connect(filled.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE observation SET text = 'half' WHERE number = 1")
    filled.done("backup", tmp_path / "copy.db")
    other.close()
    assert [entry["text"] for entry in filled("list", "--json", "--journal", tmp_path / "copy.db").json] == [
        "The dock was full. #late",
        "Slots overlap.",
    ]


def test_a_backup_never_takes_the_place_of_a_file(filled: Shell, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_text("mine")
    filled.refused(5, "backup", copy)
    filled.refused(5, "backup", tmp_path / "missing" / "copy.db")
    assert copy.read_text() == "mine"


def damage(path: Path) -> None:
    """Overwrite a page in the middle of a journal."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'observation'").fetchone()[0]
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


def test_no_backup_is_made_of_a_damaged_journal(filled: Shell, tmp_path: Path) -> None:
    damage(filled.path)
    assert "damaged" in filled.refused(3, "backup", tmp_path / "copy.db")
    assert not list(tmp_path.glob("copy.db*"))
    assert not list(tmp_path.glob(".pivot-*"))


# Restore


def test_a_backup_is_put_back_and_the_present_journal_is_kept(filled: Shell, tmp_path: Path, clock: FakeClock) -> None:
    copy = tmp_path / "copy.db"
    filled.done("backup", copy)
    filled("add", "After the backup.")
    with_more = listed(filled)
    done = filled("restore", copy)
    assert (done.status, done.out) == (0, f"2 observations are in {filled.path} now\n")
    assert listed(filled) == ["Slots overlap.", "The dock was full. #late"]
    kept = Path(done.err.strip().rpartition(": ")[2])
    assert kept == Path(f"{filled.path}.before-restore-2026-11-23-180000")
    assert mode(kept) == 0o600
    assert filled("restore", kept).status == 0
    assert listed(filled) == with_more
    assert filled("list", "dock", "--json").json[0]["text"] == "The dock was full. #late"
    assert filled("add", "Next.").number == 4


def test_an_app_that_has_the_journal_open_goes_on_with_what_was_put_back(filled: Shell, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    filled.done("backup", copy)
    opened = sqlite3.connect(filled.path)
    filled("add", "After the backup.")
    assert opened.execute("SELECT count(*) FROM observation").fetchone() == (3,)
    filled("restore", copy)
    assert opened.execute("SELECT count(*) FROM observation").fetchone() == (2,)
    opened.close()


@pytest.mark.parametrize("how", ["a page", "the head", "all of it"])
def test_a_damaged_journal_is_set_aside_and_replaced(how: str, filled: Shell, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    filled.done("backup", copy)
    if how == "a page":
        damage(filled.path)
    else:
        data = filled.path.read_bytes()
        filled.path.write_bytes(b"\x00garbage" * 20 + (data[160:] if how == "the head" else b""))
    before = filled.path.read_bytes()
    done = filled("restore", copy)
    assert done.status == 0, done
    assert listed(filled) == ["Slots overlap.", "The dock was full. #late"]
    kept = Path(done.err.strip().rpartition(": ")[2])
    assert kept.read_bytes() == before
    assert mode(filled.path) == 0o600


def test_a_missing_journal_is_made_and_what_lies_beside_it_does_no_harm(filled: Shell, tmp_path: Path) -> None:
    copy, elsewhere = tmp_path / "copy.db", tmp_path / "new" / "journal.db"
    filled.done("backup", copy)
    elsewhere.parent.mkdir()
    Path(f"{elsewhere}-wal").write_bytes(b"of another one")
    done = filled("restore", copy, "--journal", elsewhere)
    assert done.status == 0
    assert "new journal" in done.err
    assert filled("list", "--json", "--journal", elsewhere).json == filled("list", "--json").json


def test_nothing_is_restored_while_another_program_writes(
    filled: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.db"
    filled.done("backup", copy)
    monkeypatch.setattr("pivot_journal.storage.database.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(filled.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    files = sorted(tmp_path.iterdir())
    for verb in ("restore", "merge"):
        assert "another program" in filled.refused(3, verb, copy)
    assert sorted(tmp_path.iterdir()) == files
    other.close()


def test_an_export_can_be_restored_too(filled: Shell, tmp_path: Path) -> None:
    filled("export", tmp_path / "all.pivot")
    filled("add", "After the export.")
    assert filled("restore", tmp_path / "all.pivot").status == 0
    assert listed(filled) == ["Slots overlap.", "The dock was full. #late"]


def test_an_older_backup_is_brought_up_to_date(filled: Shell, tmp_path: Path) -> None:
    """A journal as the first version of the program made it."""
    older = tmp_path / "older.db"
    connection = sqlite3.connect(older, isolation_level=None)
    steps, db = load_migrations(), UtilsDatabase(connection)
    steps.apply(db, stop_before=[step.name for step in steps.pending(db)][1])
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    before = older.read_bytes()
    for verb in ("merge", "restore"):
        assert filled(verb, older).status == 0
    assert listed(filled) == []
    assert filled("tally", "calls").status == 0
    assert older.read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob("older*")) == ["older.db"]


def test_a_journal_behind_a_link_is_replaced_where_it_lies(filled: Shell, tmp_path: Path) -> None:
    copy, link = tmp_path / "copy.db", tmp_path / "link.db"
    filled.done("backup", copy)
    link.symlink_to(filled.path)
    damage(filled.path)
    assert filled("restore", copy, "--journal", link).status == 0
    assert link.is_symlink()
    assert listed(filled) == ["Slots overlap.", "The dock was full. #late"]


def bad(path: Path, what: str, journal: Path) -> Path:
    """Return a file or place that is no sound journal."""
    if what == "missing":
        return path / "none.db"
    if what == "a folder":
        return path
    if what == "itself":
        return journal
    file = path / "other.db"
    if what == "some bytes":
        file.write_bytes(os.urandom(5_000))
    elif what == "empty":
        file.touch()
    elif what == "another database":
        sqlite3.connect(file).execute("CREATE TABLE notes (id)").connection.close()
    elif what == "half an export":
        file.write_text('{"pivot_journal": 1, "schema": 1, "rows": {"tag": 3}}\n')
    else:
        shutil.copyfile(journal, file)
        if what == "damaged":
            damage(file)
        elif what == "newer":
            connection = sqlite3.connect(file, isolation_level=None)
            connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
            connection.close()
    return file


@pytest.mark.parametrize(
    "what",
    [
        "missing", "a folder", "itself", "some bytes", "empty", "another database", "half an export", "damaged",
        "newer",
    ],
)  # fmt: skip
def test_what_is_no_sound_journal_is_refused_in_one_line(what: str, filled: Shell, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    before = listed(filled)
    path = bad(elsewhere, what, filled.path)
    for verb in ("restore", "merge"):
        assert ("later version" in filled.refused(4, verb, path)) is (what == "newer")
    assert listed(filled) == before
    assert not list(tmp_path.glob(".pivot-*"))
    assert not list(tmp_path.glob("*.before-*"))


def test_a_file_that_is_no_journal_is_not_taken_for_a_damaged_one(filled: Shell, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy.db", tmp_path / "books.db"
    filled.done("backup", copy)
    sqlite3.connect(other).execute("CREATE TABLE notes (id)").connection.close()
    before = other.read_bytes()
    assert "not a Pivot Journal" in filled.refused(3, "restore", copy, "--journal", other)
    assert other.read_bytes() == before


# Merge


def test_a_merge_says_what_came_in_and_where_the_journal_as_it_was_lies(filled: Shell, tmp_path: Path) -> None:
    other = tmp_path / "laptop.db"
    filled.done("backup", other)
    filled("edit", "1", "--text", "The yard was full.")
    filled.clock.tick(5)
    filled("edit", "1", "--text", "The gate was shut.", "--journal", other)
    filled("add", "A van came early.", "--journal", other)
    filled.clock.tick()
    done = filled("merge", other)
    assert (done.status, done.out) == (0, "Merged laptop.db: 1 observation new; 1 observation changed\n")
    reworded, copy = done.err.splitlines()
    assert reworded.startswith("1 was reworded on both sides")
    assert "The gate was shut." in reworded
    assert "before-merge" in copy
    assert listed(filled) == ["Slots overlap.", "The gate was shut.", "A van came early."]
    assert filled.done("merge", other).out == "Nothing new in laptop.db\n"


def test_an_export_can_be_merged_too(filled: Shell, tmp_path: Path) -> None:
    other = tmp_path / "laptop.db"
    filled.done("backup", other)
    filled("add", "A van came early.", "--journal", other)
    filled("export", tmp_path / "laptop.pivot", "--journal", other)
    assert filled("merge", tmp_path / "laptop.pivot").status == 0
    assert "A van came early." in listed(filled)


@pytest.fixture
def apart(filled: Shell, tmp_path: Path) -> Path:
    """A copy of the journal in which a private term and a note were written otherwise, a little later."""
    other = tmp_path / "laptop.db"
    filled.done("backup", other)
    filled("terms", "add", "Heron", "--say", "a bird")
    filled.clock.tick(5)
    filled("terms", "add", "HERON", "--say", "a boat", "--journal", other)
    filled("edit", "2", "--star", "--journal", other)
    filled.clock.tick()
    return other


def test_a_text_that_a_merge_put_aside_is_told_and_can_be_read(filled: Shell, apart: Path) -> None:
    done = filled("merge", apart)
    assert done.out == "Merged laptop.db: links and history new; 1 observation, 1 private term changed\n"
    assert done.err.splitlines()[0] == (
        "2 texts of the private term “HERON” differed on both sides; the later ones hold, the others are kept: "
        "pivot earlier"
    )
    assert filled("terms").out == "HERON → a boat\n"
    assert filled("earlier", "heron", "bird").out == (
        "private term “HERON”, say instead; put aside by a merge, 23 Nov 2026 18:00:\n  a bird\n"
    )
    filled.done("terms", "add", "Heron", "--say", "a ship")
    assert [(each["text"], each["by_merge"]) for each in filled("earlier", "--json").json] == [
        ("HERON", False),
        ("a boat", False),
        ("a bird", True),
    ]


def test_an_import_of_an_export_says_the_same_as_a_merge(filled: Shell, apart: Path, tmp_path: Path) -> None:
    file, copy = tmp_path / "laptop.db.pivot", tmp_path / "copy.db"
    filled("export", file, "--journal", apart)
    filled.done("backup", copy)
    merged, imported = filled("merge", file, "--journal", copy), filled("import", file)
    assert imported.out == "0 imported; 2 duplicates\n"
    said = [*merged.out.splitlines(), *merged.err.splitlines()]
    assert [line.replace(str(filled.path), str(copy)) for line in imported.err.splitlines()] == said
    assert len(said) == 3
    assert filled("import", file).err == "Nothing new in laptop.db.pivot\n"


def test_earlier_texts_are_listed_the_last_replaced_first_and_whole(filled: Shell) -> None:
    filled("terms", "add", "Heron", "--say", "a\x1b bird [bold]" + " wide" * 20)
    for words in ("a boat", "a ship"):
        filled.clock.tick(60)
        filled("terms", "add", "Heron", "--say", words)
    printed = filled("earlier", columns=40).out.splitlines()
    assert printed[:3] == [
        "private term “Heron”, say instead; replaced, 23 Nov 2026 18:02:",
        "  a boat",
        "private term “Heron”, say instead; replaced, 23 Nov 2026 18:01:",
    ]
    assert " ".join(line.strip() for line in printed[3:]) == "a bird [bold]" + " wide" * 20
    assert max(map(len, printed[3:])) <= 40
    assert filled("earlier", "-n", "1", typed=b"").err == "1 of 2; -n 0 shows all.\n"
    assert "No earlier text" in filled("earlier", "zebra", typed=b"").err


def test_a_backup_takes_away_what_a_killed_one_left_long_ago(filled: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(filled.done("backup").out.strip()).parent
    old, new, theirs = (folder / name for name in (".pivot-unfinished-old", ".pivot-unfinished-new", ".pivot-other"))
    for file in (old, new, theirs):
        file.write_text("private")
    for file in (old, theirs):
        os.utime(file, (1, 1))
    with monkeypatch.context() as patch:
        patch.setattr(os, "getuid", lambda: os.geteuid() + 1)
        filled.done("backup")
    assert old.exists()  # another user's
    filled.done("backup")
    assert not old.exists()
    assert new.exists()
    assert theirs.exists()


def test_what_a_killed_process_left_long_ago_is_taken_away(filled: Shell, tmp_path: Path) -> None:
    copy, here = tmp_path / "copy.db", filled.path.parent
    old, new, others = (here / name for name in (".pivot-unfinished-old", ".pivot-unfinished-new", ".pivot-mine"))
    filled.done("backup", copy)
    for folder in (old, new, others):
        folder.mkdir()
        (folder / "journal.db").write_text("private")
    os.utime(old, (1, 1))
    filled("merge", copy)
    assert not old.exists()
    assert new.exists()


def test_an_ending_that_is_no_kind_of_export_is_refused_and_writes_nothing(filled: Shell, tmp_path: Path) -> None:
    said = filled.refused(2, "export", tmp_path / "journal.docx")
    assert said == "“.docx” is no kind of export. Choose one with --to pivot|jsonl|markdown|csv|jrnl|html."
    assert not (tmp_path / "journal.docx").exists()
    assert filled("export", tmp_path / "journal.docx", "--to", "csv").status == 0
