"""Which reader a file gets: by what stands in it rather than by its name, unless the user says."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pivot_journal.domain.errors import InputRefused, ValueRefused
from pivot_journal.exchange.recognising import KINDS, Wanted, kind_of, opened, reader_for

TODAY = dt.date(2026, 11, 23)

JRNL = "[2024-02-06 09:00] Dock 3 jammed @dock\nThe belt stood.\n\n[2024-02-07 10:00] Quiet\n"
JRNL_JSON = json.dumps(
    {
        "tags": {"@dock": 1},
        "entries": [
            {"title": "Dock 3 jammed", "body": "", "date": "2024-02-06", "time": "09:00", "tags": [], "starred": False}
        ],
    },
    indent=2,
)
DAY_ONE = json.dumps(
    {"metadata": {"version": "1.0"}, "entries": [{"uuid": "A1", "creationDate": "2024-02-06T09:00:00Z", "text": "a"}]}
)
LINES = '{"date": "2024-02-06", "text": "a"}\n{"text": "b"}\n'
ROWS = "date;text\n2024-02-06;a, b\n2024-02-07;c\n"
WHOLE = '{"pivot_journal": 1, "schema": 1, "rows": {}}\n'
TEXT = "Phone notes\n\n2024-03-05 Dock full again\n- 5 Mar: driver shouted\nno date\n06.03.2024, late\n"
NOTE = "---\ndate: 2024-02-06\n---\nDock 3 jammed\n"


def kind(path: Path) -> str:
    with opened(path) as source:
        return kind_of(source)


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("name", ["misleading.csv.bak", "without-a-name"])
@pytest.mark.parametrize(
    ("content", "meant"),
    [
        (JRNL, "jrnl"), (JRNL_JSON, "jrnl-json"), (DAY_ONE, "dayone"), (LINES, "jsonl"), (ROWS, "csv"),
        (WHOLE, "pivot"), ("\ufeff" + LINES, "jsonl"), ("\n\n" + LINES, "jsonl"), ("\ufeff" + ROWS, "csv"),
        (TEXT, "text"), ("\ufeff2024-03-05 Dock full", "text"), ("yesterday: é" + "é" * 70_000, "text"),
    ],
)  # fmt: skip
def test_a_file_is_known_by_what_stands_in_it(tmp_path: Path, name: str, content: str, meant: str) -> None:
    assert kind(write(tmp_path / name, content)) == meant


@pytest.mark.parametrize(
    ("name", "content", "meant"),
    [
        ("a.txt", LINES, "jsonl"), ("a.csv", LINES, "jsonl"), ("a.json", LINES, "jsonl"), ("a.md", NOTE, "markdown"),
        ("a.csv", "x,y\n1,2\n", "csv"), ("a.tsv", ROWS.replace(";", "\t"), "csv"), ("a.jsonl", "nonsense\n", "jsonl"),
        ("a.csv", "", "csv"), ("a.jsonl", "", "jsonl"), ("a.md", TEXT, "markdown"), ("a.csv", TEXT, "csv"),
        ("a.jsonl", TEXT, "jsonl"),
    ],
)  # fmt: skip
def test_the_name_only_decides_where_the_content_does_not(tmp_path: Path, name: str, content: str, meant: str) -> None:
    assert kind(write(tmp_path / name, content)) == meant


def test_a_table_in_utf_16_and_a_zip_of_day_one_are_known(tmp_path: Path) -> None:
    assert kind(write(tmp_path / "a", ROWS.encode("utf-16"))) == "csv"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Journal.json", DAY_ONE)
    assert kind(write(tmp_path / "b", packed.getvalue())) == "dayone"


def test_a_folder_is_one_of_notes_or_of_jrnl(tmp_path: Path) -> None:
    write(tmp_path / "notes" / "deep" / "a.md", NOTE)
    write(tmp_path / "jrnl" / "2024" / "02" / "06.txt", JRNL)
    assert kind(tmp_path / "notes") == "markdown"
    assert kind(tmp_path / "jrnl") == "jrnl"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("prose.txt", "2024-03-05 A day\nthat begins with its date\nand goes on\nfor lines\n"),
        ("dates.txt", "2024-03-05, 3\n2024-03-06, 1\n"),
        ("days.txt", "2024-03-05\nDock full\n2024-03-06\nLate\n"),
        ("old.journal", "2024-03-05 09:00 Dock full.\nThe belt stood.\n"),
        ("latin.txt", "2024-03-05 Café\n".encode("latin-1")),
        ("none.txt", "[1, 2]\n"),
    ],
)
def test_text_is_taken_for_notes_only_where_a_fair_share_of_its_lines_begin_with_a_date(
    tmp_path: Path, name: str, content: str | bytes
) -> None:
    with pytest.raises(InputRefused, match="none of what I know") as refused:
        kind(write(tmp_path / name, content))
    assert ("--from text takes each line as a note" in str(refused.value)) is isinstance(content, str)


@pytest.mark.parametrize("content", ["just words\nand more\n", b"\x89PNG\r\n\x1a\n\x00", "PK\x03\x04", "[1, 2]"])
def test_what_is_none_of_them_is_refused_with_what_was_looked_for(tmp_path: Path, content: str | bytes) -> None:
    with pytest.raises(InputRefused, match=r"jrnl, .*Day One, Markdown, .*--from"):
        kind(write(tmp_path / "a", content))
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputRefused, match=r"The folder holds none"):
        kind(tmp_path / "empty")


def test_the_user_has_the_last_word(tmp_path: Path) -> None:
    with opened(write(tmp_path / "a.csv", LINES)) as source:
        assert reader_for(source, Wanted(kind="csv"), TODAY).format == "csv"


@pytest.mark.parametrize("name", [name for name in KINDS if name != "pivot"])
def test_every_kind_has_a_reader_of_its_own_name(tmp_path: Path, name: str) -> None:
    with opened(write(tmp_path / "a", "")) as source:
        assert reader_for(source, Wanted(kind=name), TODAY).format == name


@pytest.mark.parametrize("name", ["csv", "jsonl", "dayone", "jrnl-json", "text"])
def test_a_folder_is_refused_where_the_kind_is_a_file(tmp_path: Path, name: str) -> None:
    with opened(tmp_path) as source, pytest.raises(InputRefused, match="is a folder"):
        reader_for(source, Wanted(kind=name), TODAY)


def test_a_mapping_is_refused_where_the_parts_are_known(tmp_path: Path) -> None:
    with opened(write(tmp_path / "a", JRNL)) as source, pytest.raises(ValueRefused, match="this is jrnl"):
        reader_for(source, Wanted(mapping=("text=summary",)), TODAY)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.binary(max_size=60)
    | st.lists(st.sampled_from([b"{", b'{"a":', b"---", b"[2024-02-06]", b"a,b", b"\n", b"PK\x03\x04", b"[" * 99]))
    .map(b"".join)
)  # fmt: skip
def test_no_bytes_break_the_recognising(tmp_path: Path, content: bytes) -> None:
    path = write(tmp_path / "any", content)
    with contextlib.suppress(InputRefused):
        assert kind(path) in KINDS
