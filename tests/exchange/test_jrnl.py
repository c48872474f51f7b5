"""jrnl's text and folder journals: where an entry begins, what it holds, and what its date means."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pivot_journal.domain.errors import InputRefused
from pivot_journal.domain.text import LONGEST_TEXT
from pivot_journal.domain.when import When
from pivot_journal.exchange.incoming import Incoming, Reject
from pivot_journal.exchange.jrnl import JrnlFolder, JrnlText, looks_like, refused_export
from pivot_journal.exchange.jrnl_headings import read_stamp


def read(content: bytes | str, **options: Any) -> list[Incoming | Reject]:
    data = content.encode() if isinstance(content, str) else content
    return list(JrnlText(io.BytesIO(data), **options))


def entries(content: bytes | str, **options: Any) -> list[Incoming]:
    items = read(content, **options)
    assert all(isinstance(item, Incoming) for item in items), items
    return [item for item in items if isinstance(item, Incoming)]


def entry(content: str, **options: Any) -> Incoming:
    (item,) = entries(content, **options)
    return item


def refusal(content: bytes | str, **options: Any) -> str:
    with pytest.raises(InputRefused) as caught:
        read(content, **options)
    return str(caught.value)


def days(content: str, **options: Any) -> list[str]:
    return [str(item.observed_on.day) for item in entries(content, **options)]


def test_lines_that_begin_like_a_date_but_are_no_headings_are_named() -> None:
    reader = JrnlText(
        io.BytesIO(
            b"2024-02-05 before\n[2024-02-06 09:00] a\n06.03.2024 09:15 b\n2024-03-07\n[2024-03-07]c\n"
            b"[2024-03-07](link)\n10.0.0.1 d\n- 2024-03-07 e\n2024-03-071 f\n2024/3/8: g\n[16.03.2024 10:00] h\n"
        )
    )
    assert len(list(reader)) == 3
    assert reader.notes == [
        "4 lines begin like a date but are not in the shape of the others; they stand in the entry above: "
        "line 3, line 4, line 5, line 10."
    ]


def test_an_entry_has_its_title_body_day_time_star_and_line() -> None:
    first, second = entries(
        "[2024-02-06 07:11:00 PM] Dock 3 jammed *\nFor two hours.\n\n[2024-02-07 09:00:00 AM] Quiet\n"
    )
    assert (first.text, first.starred, first.line) == ("Dock 3 jammed\nFor two hours.", True, 1)
    assert first.observed_on == When(dt.date(2024, 2, 6))
    assert first.source_recorded_at == dt.datetime(2024, 2, 6, 19, 11).astimezone()
    assert (second.text, second.starred, second.line, second.source_key) == ("Quiet", False, 4, None)


@pytest.mark.parametrize(
    ("heading", "time"),
    [
        ("2020-07-17 07:11:00 AM", "07:11"),
        ("2020-07-17 07:11", "07:11"),
        ("2020-07-17", ""),
        ("2020-07-17T19:11:30", "19:11"),
        ("2020-07-17 0711", "07:11"),
        ("2020/07/17 7:11 pm", "19:11"),
        ("2020.07.17 07.11", "07:11"),
        ("17.07.2020 22:11", "22:11"),
        ("17. 07. 2020 22:11", "22:11"),
        ("07/17/2020 12:05 AM", "00:05"),
        ("17-07-2020 19h11", "19:11"),
        ("07/17/20 07:11:00", "07:11"),
        ("Fri Jul 17 07:11:00 2020", "07:11"),
        ("Friday, 17 July 2020 at 7:11 PM", "19:11"),
        ("17-Jul-2020 07:11", "07:11"),
        ("July 17th, 2020", ""),
        ("2020 Jul 17, 07:11", "07:11"),
        ("20200717", ""),
        ("20200717071100", "07:11"),
        ("20200717T0711", "07:11"),
        ("2020-W29-5", ""),
        ("2020-199 07:11", "07:11"),
        ("07:11 17/07/2020", "07:11"),
        ("2020年07月17日 07時11分", "07:11"),
        ("2020-07-17, Fri, 07:11", "07:11"),
    ],
)
def test_any_time_format_is_found_out_from_the_headings(heading: str, time: str) -> None:
    found = entry(f"[{heading}] x\n")
    assert found.observed_on == When(dt.date(2020, 7, 17))
    assert (f"{found.source_recorded_at:%H:%M}" if found.source_recorded_at else "") == time


def test_an_offset_in_the_heading_is_kept() -> None:
    found = entry("[2020-07-17 23:11:00-08:00] x\n")
    assert found.observed_on.day == dt.date(2020, 7, 17)
    assert found.source_recorded_at == dt.datetime(2020, 7, 18, 7, 11, tzinfo=dt.UTC)


def test_one_heading_decides_for_all_whether_the_day_comes_first() -> None:
    assert days("[03.04.2020 09:00] a\n\n[30.12.2020 09:00] b\n") == ["2020-04-03", "2020-12-30"]
    assert days("[03/04/2020 09:00] a\n\n[12/30/2020 09:00] b\n") == ["2020-03-04", "2020-12-30"]
    assert days("[30.12.2020 09:00] a\n\n[03.04.2020 09:00] b\n", day_order="month-first") == [
        "2020-12-30",
        "2020-04-03",
    ]


def test_where_every_heading_could_be_either_the_question_is_asked() -> None:
    content = "[02.02.2020 09:00] a\n\n[03.04.2020 09:00] b\n"
    asked = refusal(content)
    assert '"03.04.2020 09:00" on line 3' in asked
    assert "3 April 2020 or 4 March 2020" in asked
    assert '"day-first" or "month-first"' in asked
    assert days(content, day_order="day-first") == ["2020-02-02", "2020-04-03"]
    assert days(content, day_order="month-first") == ["2020-02-02", "2020-03-04"]


def test_what_means_the_same_in_every_order_is_no_question() -> None:
    assert days("[02.02.2020] a\n\n[03.03.2020] b\n") == ["2020-02-02", "2020-03-03"]


def test_a_weekday_tells_which_number_is_the_day() -> None:
    assert days("[Sat 04/03/2023] a\n") == ["2023-03-04"]


def test_a_year_of_two_digits_is_told_by_the_sequence_that_jrnl_keeps() -> None:
    assert days("[19-07-20 09:00] a\n\n[20-03-11 09:00] b\n") == ["2019-07-20", "2020-03-11"]
    assert days("[30/07/19 09:00] a\n\n[11/03/20 09:00] b\n", day_order="day-first") == ["2019-07-30", "2020-03-11"]
    assert "No heading of the file tells" in refusal("[19-07-20 09:00] a\n")


def test_headings_that_contradict_each_other_are_refused_with_the_line() -> None:
    assert '"12/30/2020" on line 3' in refusal("[30/12/2020] a\n\n[12/30/2020] b\n")


@pytest.mark.parametrize("heading", ["2024-02-31 09:00", "31.04.2024 09:00", "2024-13-01", "1203-05-06 09:00"])
def test_a_day_that_does_not_exist_is_refused_by_itself(heading: str) -> None:
    other = "30.12.2024 09:00" if "." in heading else "2024-02-01 09:00"
    good, bad = read(f"[{other}] good\n\n[{heading}] bad\nbody\n")
    assert isinstance(good, Incoming)
    assert isinstance(bad, Reject)
    assert (bad.line, bad.raw) == (3, f"[{heading}] bad\nbody\n")
    assert heading in bad.reason


def test_where_most_headings_name_no_day_the_order_is_another_one() -> None:
    assert "Most of its headings" in refusal("[2024-13-01] a\n\n[2024-02-02] b\n\n[2024-31-03] c\n")


def test_a_time_that_does_not_exist_leaves_the_day() -> None:
    found = entry("[2024-02-06 25:10] x\n")
    assert (str(found.observed_on.day), found.source_recorded_at) == ("2024-02-06", None)


@pytest.mark.parametrize(
    "line",
    [
        "[ ] call the vendor",
        "[x] done",
        "[1] see the manual",
        "[10:30] call",
        "[PM2019-009]: https://example.com",
        "[2024-02-06](https://example.com)",
        " [2024-02-06 09:00] with a blank before it",
        "[March 2024] a month",
        "[yesterday] no day by itself",
        "[10.12.13] a version",
        "[20240206] a ticket",
        "[2019-009] a ticket",
        "[2024-02-07 09:00]no blank",
    ],
)
def test_brackets_without_a_sure_date_begin_no_entry(line: str) -> None:
    assert entry(f"[2024-02-06 09:00] x\nbody\n{line}\n").text == f"x\nbody\n{line}".rstrip()


def test_a_date_typed_in_another_way_begins_an_entry_as_in_jrnl() -> None:
    assert days("[2024-02-06 09:00] a\n[2024-02-07] b\n[8 Feb 2024 9:00] c\n") == [
        "2024-02-06",
        "2024-02-07",
        "2024-02-08",
    ]


@pytest.mark.parametrize(
    ("written", "title", "starred"),
    [
        ("Dock *", "Dock", True),
        ("Dock*", "Dock", True),
        ("* Dock *", "Dock", True),
        ("Dock **", "Dock", True),
        ("Dock *  ", "Dock", True),
        ("* Dock", "* Dock", False),
        ("Dock * 3", "Dock * 3", False),
        ("Dock *\x0cpage two", "Dock", True),
        ("Dock\x0cpage two *", "Dock", False),
    ],
)
def test_a_star_stands_at_the_end_of_the_first_line(written: str, title: str, starred: bool) -> None:
    for end in ("\n", "\nbody\n", "\r\nbody *\r\n"):
        found = entry(f"[2024-02-06 09:00] {written}{end}")
        assert (found.text.partition("\n")[0], found.starred) == (title, starred)


def test_blanks_around_title_and_body_go_as_in_jrnl_and_those_inside_stay() -> None:
    assert entry("[2024-02-06 09:00]   Title  \n\n\n  Body\n\n    code\n\n\n").text == "Title\nBody\n\n    code"
    assert entry("[2024-02-06 09:00] \nTitle below\n").text == "Title below"


def test_tags_are_lower_case_without_their_sign_and_inline_ones_are_left_to_the_text() -> None:
    found = entry("[2024-02-06 09:00] Met @Alice about #Dock and @alice\nmail a@b.example, PR #1237, ## heading @été\n")
    assert found.tags == ("alice", "tag-1237", "été")


def test_tags_of_signs_alone_are_told_and_hinder_nothing() -> None:
    reader = JrnlText(io.BytesIO(b"[2024-02-06 09:00] x\n## Heading\n"))
    assert [item.tags for item in reader if isinstance(item, Incoming)] == [()]
    assert reader.left_out == ["tag ##"]
    assert reader.attachments == []


def test_a_plus_begins_tags_only_where_the_file_shows_it() -> None:
    start = "[2024-02-06 09:00] x\nwith +alice, +1 for that\n\n"
    assert entries(start + "[2024-02-07 09:00] y\n")[0].tags == ()
    assert entries(start + "[2024-02-07 09:00] y\n+ops @billing\n")[0].tags == ("alice", "tag-1")
    assert entries(start + "[2024-02-07 09:00] y +Alice\n")[1].tags == ("alice",)
    assert entries(start + "[2024-02-07 09:00] y\n", tag_signs="+@")[0].tags == ("alice", "tag-1")
    assert entry("[2024-02-06 09:00] x %ops @a\n", tag_signs="%").tags == ("ops",)


def test_what_stands_before_the_first_heading_is_not_lost_in_silence() -> None:
    stray, good = read("\n\nMy notes\n\n[2024-02-06 09:00] x\n")
    assert isinstance(stray, Reject)
    assert (stray.line, stray.raw.strip()) == (3, "My notes")
    assert isinstance(good, Incoming)
    assert good.line == 5


def test_an_entry_without_text_is_refused_by_itself() -> None:
    empty, good = read("[2024-02-06 09:00] \n\n[2024-02-07 09:00] x\n")
    assert isinstance(empty, Reject)
    assert "empty" in empty.reason
    assert isinstance(good, Incoming)


def test_bytes_that_are_no_text_refuse_their_entry_alone() -> None:
    bad, good = read(b"[2024-02-06 09:00] a\xff\xfeb\n\n[2024-02-07 09:00] x\n")
    assert isinstance(bad, Reject)
    assert (bad.reason, bad.raw) == ("not UTF-8", "[2024-02-06 09:00] a\udcff\udcfeb\n\n")
    assert isinstance(good, Incoming)


def test_an_entry_that_is_too_long_is_refused_with_its_beginning() -> None:
    body = "x" * 99_999 + "\n"
    for lines in (body * (LONGEST_TEXT // 25_000 + 1), "x" * (4 * LONGEST_TEXT + 2_000) + "\n"):
        bad, good = read(f"[2024-02-06 09:00] a\n{lines}\n[2024-02-07 09:00] x\n")
        assert isinstance(bad, Reject)
        assert "longer" in bad.reason
        assert len(bad.raw) < 2_000
        assert isinstance(good, Incoming)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    content = "[2024-02-06 09:00] Title *\nBody\n\nMore\n\n[2024-02-07 09:00] x\n"
    assert entries(b"\xef\xbb\xbf" + content.replace("\n", "\r\n").encode()) == entries(content)


def test_blanks_before_the_first_entry_hide_nothing() -> None:
    assert entry("\n" * 10_000 + "[2024-02-06 09:00] x\n").line == 10_001


@pytest.mark.parametrize("content", [b"", b"\n \r\n"])
def test_an_empty_journal_holds_nothing(content: bytes) -> None:
    assert read(content) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Just a note\n", "no journal of jrnl's"),
        ("[09:00] no day anywhere\n", "no journal of jrnl's"),
        ("2013-06-09 15:39 A title of jrnl 1\n", "jrnl 1"),
        (b"gAAAAABjyz", "jrnl --decrypt"),
        (b"JRNLv3\x00\x01", "jrnl --decrypt"),
        ("[2024-02-06 09:00] x".encode("utf-16"), "UTF-16"),
        ("<?xml version='1.0' ?>\n<journal>\n\t<entries>\n", "XML export"),
        ("# 2024\n\n## February\n\n### 2024-02-06 09:00 x\n\nbody\n", "Markdown export"),
        ("---\ntitle: x\ndate: 2024-02-06 09:00\nstarred: False\ntags: a, b\nbody: |\n\ty\n...\n", "YAML export"),
        ("┎──────╮2024-02-06\n", "fancy export"),
    ],
)
def test_what_is_no_text_journal_is_refused_with_what_to_do(content: bytes | str, words: str) -> None:
    assert words in refusal(content)


def test_a_journal_from_a_pipe_is_read_too() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as file:
        file.write(b"[2024-02-06 09:00] x\n")
    with os.fdopen(reading, "rb") as pipe:
        assert [item.text for item in JrnlText(pipe) if isinstance(item, Incoming)] == ["x"]


@given(st.binary(max_size=60) | st.text(alphabet="[]0123456789-/:. ap\n*\u200b", max_size=60).map(str.encode))
def test_no_bytes_do_anything_but_come_in_or_be_refused(data: bytes) -> None:
    for content in (data, b"[2024-02-06 09:00] x\n[" + data):
        with contextlib.suppress(InputRefused):
            assert all(isinstance(item, Incoming | Reject) for item in read(content))


@given(st.text(max_size=30))
def test_whatever_stands_in_brackets_is_a_date_or_none(blob: str) -> None:
    stamp = read_stamp(blob)
    assert stamp is None or stamp.days or stamp.time or stamp.shape


# --- folder journals


def day_file(root: Path, place: str, content: str | bytes) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_a_folder_gives_every_entry_of_every_day_with_its_file(tmp_path: Path) -> None:
    day_file(tmp_path, "2024/02/07.txt", "[2024-02-07 09:00] c\n")
    day_file(tmp_path, "2024/02/06.txt", "[2024-02-06 09:00] a *\n\n[2024-02-06 10:00] b\nbody @x\n")
    day_file(tmp_path, "2023/12/31.txt", "[2023-12-31 09:00] z\n")
    items = list(JrnlFolder(tmp_path))
    assert all(isinstance(item, Incoming) for item in items)
    assert [(item.place, item.line, getattr(item, "text", "")) for item in items] == [
        ("2023/12/31.txt", 1, "z"),
        ("2024/02/06.txt", 1, "a"),
        ("2024/02/06.txt", 3, "b\nbody @x"),
        ("2024/02/07.txt", 1, "c"),
    ]


@pytest.mark.parametrize("heading", ["09:00", "9:00 AM", "06.02.2024 09:00", "02/06/2024 09:00", "06/02/24 09:00"])
def test_the_name_of_the_file_tells_the_day_whatever_the_headings_say(tmp_path: Path, heading: str) -> None:
    day_file(tmp_path, "2024/02/06.txt", f"[{heading}] a\n[x] done\n")
    (item,) = JrnlFolder(tmp_path)
    assert isinstance(item, Incoming)
    assert (item.text, item.observed_on.day) == ("a\n[x] done", dt.date(2024, 2, 6))
    assert item.source_recorded_at == dt.datetime(2024, 2, 6, 9).astimezone()


def test_a_time_in_brackets_begins_no_entry_where_headings_have_days(tmp_path: Path) -> None:
    day_file(tmp_path, "2024/02/06.txt", "[2024-02-06 09:00] a\n[10:30] call\n")
    assert len(list(JrnlFolder(tmp_path))) == 1


def test_a_day_without_a_heading_is_one_entry(tmp_path: Path) -> None:
    day_file(tmp_path, "2024/02/06.txt", "\nJust typed\nby hand\n")
    (item,) = JrnlFolder(tmp_path)
    assert isinstance(item, Incoming)
    assert (item.text, item.observed_on.day, item.line) == ("Just typed\nby hand", dt.date(2024, 2, 6), 2)


def test_what_is_no_day_is_named_and_links_are_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "journal"
    day_file(root, "2024/02/06.txt", "[2024-02-06 09:00] a\n")
    for place in ("notes.md", "2024/02/31.txt", "2024/02/notes.txt", "2024/13/01.txt", ".hidden", "0001/01/01.txt"):
        day_file(root, place, "[2024-02-06 09:00] no\n")
    (root / "2025").symlink_to(root)
    (root / "2024" / "03").symlink_to("/")
    (root / "2024" / "02" / "07.txt").symlink_to("/etc/hostname")
    os.mkfifo(root / "2024" / "02" / "08.txt")
    reader = JrnlFolder(root)
    assert len(list(reader)) == 1
    assert sorted(reader.left_out) == [
        "0001/01/01.txt",
        "2024/02/07.txt",
        "2024/02/08.txt",
        "2024/02/31.txt",
        "2024/02/notes.txt",
        "2024/03",
        "2024/13",
        "2025",
        "notes.md",
    ]


def test_a_bad_day_file_is_refused_with_its_name_and_the_others_come_in(tmp_path: Path) -> None:
    day_file(tmp_path, "2024/02/06.txt", "[2024-02-06 09:00] a\n".encode("utf-16"))
    day_file(tmp_path, "2024/02/07.txt", b"[2024-02-07 09:00] \xff\n\n[2024-02-07 10:00] b\n")
    first, second, third = JrnlFolder(tmp_path)
    assert isinstance(first, Reject)
    assert isinstance(second, Reject)
    assert isinstance(third, Incoming)
    assert (first.place, second.place, third.place) == ("2024/02/06.txt", "2024/02/07.txt", "2024/02/07.txt")


def test_a_folder_of_no_journal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match=r"2024/02/06\.txt"):
        list(JrnlFolder(tmp_path))
    day_file(
        tmp_path, "2024-02-06_dock.md", "---\ntitle: Dock\ndate: 2024-02-06 09:00\nstarred: False\ntags: \nbody: |\n"
    )
    with pytest.raises(InputRefused, match="YAML export"):
        list(JrnlFolder(tmp_path))
    with pytest.raises(InputRefused, match="cannot be read"):
        list(JrnlFolder(tmp_path / "nowhere"))


def test_what_looks_like_a_journal_is_told_from_what_does_not(tmp_path: Path) -> None:
    day_file(tmp_path, "2024/02/06.txt", "x")
    assert looks_like(b"", tmp_path)
    assert not looks_like(b"", tmp_path / "2024")
    file = tmp_path / "notes.txt"
    assert looks_like(b"\xef\xbb\xbf\r\n[2024-02-06 09:00] x\r\n", file)
    assert looks_like(b"A preface\n[2024-02-06 09:00] x\n", tmp_path / "my.journal")
    for head in (b"", b"A preface\n[2024-02-06 09:00] x\n", b"[20240206] a ticket\n", b'{"date": 1}\n', b"\xff\x00"):
        assert not looks_like(head, file)
    assert refused_export(b"# 2024\n\nA heading\n", file) == ""
    assert refused_export(b"---\ntitle: x\ndate: 2024-02-06\ntags: [a]\n---\nbody\n", file) == ""
