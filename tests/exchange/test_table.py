"""Tables: how they are parted and encoded, what their columns are, and that no date is guessed."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import observation, when
from pivot_journal.domain.errors import InputRefused, ValueRefused
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.text import clean
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When
from pivot_journal.exchange.csv_out import write_csv
from pivot_journal.exchange.incoming import Incoming, Reader, Reject
from pivot_journal.exchange.jsonl import JsonLines
from pivot_journal.exchange.jsonl_out import write_jsonl
from pivot_journal.exchange.table import Table

TODAY = dt.date(2026, 11, 23)


def table(content: str | bytes, **options: Any) -> Table:
    return Table(io.BytesIO(content.encode() if isinstance(content, str) else content), TODAY, **options)


def read(content: str | bytes, **options: Any) -> list[Incoming]:
    items = list(table(content, **options))
    assert all(isinstance(item, Incoming) for item in items), items
    return [item for item in items if isinstance(item, Incoming)]


def reject(content: str | bytes, **options: Any) -> Reject:
    (item,) = [item for item in table(content, **options) if isinstance(item, Reject)]
    return item


def texts(content: str | bytes, **options: Any) -> list[str]:
    return [item.text for item in read(content, **options)]


def test_a_row_becomes_an_entry_with_all_that_it_says() -> None:
    (found,) = read('Date,What happened,Tags,Starred\n2024-02-06,Dock 3 jammed,"dock, peak",yes\n')
    assert found == Incoming(
        text="Dock 3 jammed", observed_on=when("2024-02-06"), tags=("dock", "peak"), starred=True, line=2
    )


# How it is written


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_delimiter_is_found_though_the_texts_hold_the_others(delimiter: str, end: str) -> None:
    rows = [["date", "note"], ["2024-02-06", '"a, b; c | d\te"'], ["2024-02-07", '"one; two, three; four"']]
    content = end.join(delimiter.join(row) for row in rows) + end
    assert texts(content) == ["a, b; c | d\te", "one; two, three; four"]


def test_commas_in_the_texts_of_a_table_of_semicolons_are_not_taken_for_it() -> None:
    assert texts("a;note;b\nx, y;one, two, three;z, z\nx, y;four, five;z, z\n") == ["one, two, three", "four, five"]


def test_a_quoted_text_may_hold_line_breaks_and_doubled_quotes_and_lines_are_counted_on() -> None:
    found = read('date,text\r\n2024-02-06,"He said ""stop"",\r\nand left"\r\n\r\n2024-02-07,b\r\n')
    assert [(item.text, item.line) for item in found] == [('He said "stop",\nand left', 2), ("b", 5)]


def test_a_table_of_tabs_without_quoting_keeps_its_quotation_marks() -> None:
    assert texts('date\ttext\n2024-02-06\t"Stop" it said\n2024-02-07\tFine\n') == ['"Stop" it said', "Fine"]


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"), ("cp1252", "Windows-1252"),
    ],
)  # fmt: skip
def test_the_encoding_is_found(encoding: str, shown: str) -> None:
    reader = table("date;text\n2024-02-06;Größe geändert – überall\n".encode(encoding))
    (item,) = reader
    assert isinstance(item, Incoming)
    assert (item.text, reader.encoding.shown) == ("Größe geändert – überall", shown)


def test_bytes_that_windows_does_not_have_make_it_latin_1() -> None:
    reader = table(b"date,text\n2024-02-06,\xe9t\xe9\x81x\n")
    (item,) = reader
    assert isinstance(item, Incoming)
    assert (item.text, reader.encoding.shown) == ("étéx", "Latin-1")


def test_one_broken_row_of_a_file_in_utf_8_is_refused_by_itself() -> None:
    good = "2024-02-06,Größe geändert für über zwölf Öfen\n".encode() * 5
    items = list(table(b"date,text\n" + good + b"2024-02-07,caf\xe9\n"))  # codespell:ignore caf
    assert [type(item) for item in items] == [Incoming] * 5 + [Reject]
    assert isinstance(items[-1], Reject)
    assert items[-1].reason == "not UTF-8"
    assert items[-1].raw.encode("utf-8", "surrogateescape") == b"2024-02-07,caf\xe9"  # codespell:ignore caf


def test_a_row_of_another_length_is_refused_with_its_line_and_what_stands_there() -> None:
    assert reject("date,text\n2024-02-06,a\n2024-02-07,b,c\n") == Reject(
        3, "the row has 3 columns instead of 2", "2024-02-07,b,c"
    )


@pytest.mark.parametrize(
    ("row", "words"),
    [('2024-02-06,"a "b" c"', "must be doubled"), ('2024-02-06,"never\nclosed', "never closed")],
)
def test_quotation_marks_that_do_not_fit_refuse_the_row(row: str, words: str) -> None:
    found = reject(f"date,text\n2024-02-05,x\n{row}\n")
    assert (found.line, words in found.reason) == (3, True)


def test_rows_of_nothing_but_delimiters_are_passed_over() -> None:
    assert texts("date,text\n,\n2024-02-06,a\n , \n,\n") == ["a"]


@pytest.mark.parametrize("content", ["", "\n\n", "date,text\n"])
def test_a_table_without_rows_has_no_entries(content: str) -> None:
    assert read(content) == []


@pytest.mark.parametrize("content", ["just words\nand more\n", b"\x00\x01\x02", b"PK\x03\x04" + bytes(range(256))])
def test_what_is_no_table_is_refused(content: str | bytes) -> None:
    with pytest.raises(InputRefused, match="no table"):
        list(table(content))


# What its columns are


@pytest.mark.parametrize("name", ["Date", "observed_on", "Created", "DAY", "when", "Start time"])
def test_usual_names_of_a_date_are_known(name: str) -> None:
    assert read(f"{name},note\n2024-02-06,a\n")[0].observed_on == when("2024-02-06")


def test_of_several_known_names_the_surest_counts_and_the_others_are_told() -> None:
    reader = table("created,date,title,text,by\n2024-03-01,2024-02-06,T,a,me\n")
    (item,) = reader
    assert isinstance(item, Incoming)
    assert (item.observed_on, item.text) == (when("2024-02-06"), "a")
    assert reader.left_out == ["created", "title", "by"]


def test_names_and_an_id_can_be_mapped_whatever_their_case() -> None:
    mapping = {"date": "closed at", "text": "WHY", "tags": "kind", "id": "key", "starred": "top"}
    (found,) = read("key,Closed At,why,kind,top\nK-7,2024-02-06,a,Config Errors,x\n", mapping=mapping)
    assert (found.source_key, found.tags, found.text, found.starred) == ("K-7", ("Config-Errors",), "a", True)


def test_columns_without_a_header_are_mapped_by_number() -> None:
    mapping = {"date": "2", "text": "3"}
    found = read("7,2024-02-06,a\n8,2024-02-07,b\n", mapping=mapping)
    assert [(item.text, item.observed_on, item.line) for item in found] == [
        ("a", when("2024-02-06"), 1), ("b", when("2024-02-07"), 2),
    ]  # fmt: skip


def test_where_no_column_can_be_the_text_it_is_asked_which() -> None:
    with pytest.raises(InputRefused, match=r"There is: date, why\. Say it with: --map text=NAME"):
        list(table("date,why\n2024-02-06,a\n"))
    with pytest.raises(InputRefused, match=r"1 \(2024-02-06\), 2 \(Dock 3 jammed\)\. Say it with: --map date=1 text=2"):
        list(table("2024-02-06,Dock 3 jammed\n2024-02-07,b\n"))


def test_a_mapped_name_that_is_not_there_is_an_error_that_lists_what_there_is() -> None:
    with pytest.raises(ValueRefused, match=r'no entry has "why"\. They have: date, note'):
        list(table("date,note\n2024-02-06,a\n", mapping={"text": "why"}))


def test_an_id_that_two_rows_claim_for_different_entries_is_refused() -> None:
    found = reject("key,text\n1,a\n1,b\n", mapping={"id": "key"})
    assert (found.line, "line 2" in found.reason) == (3, True)


@pytest.mark.parametrize(
    ("name", "cells", "first"),
    [
        ("tags", ["dock peak", "late"], ("dock", "peak")),
        ("tags", ["dock peak", "late, early"], ("dock-peak",)),
        ("category", ["Config Errors", "Hardware"], ("Config-Errors",)),
        ("category", ["#dock #peak", ""], ("dock", "peak")),
        ("labels", ["dock; peak|late", ""], ("dock", "peak", "late")),
    ],
)
def test_a_cell_of_tags_is_parted_as_its_column_is_written(name: str, cells: list[str], first: tuple[str, ...]) -> None:
    assert read(f"text,{name}\n" + "".join(f'x,"{cell}"\n' for cell in cells))[0].tags == first


def test_a_star_is_yes_or_no_and_nothing_else() -> None:
    assert [item.starred for item in read("text,starred\na,TRUE\nb,\nc,no\nd,★\n")] == [True, False, False, True]
    assert reject("text,starred\na,perhaps\n").reason == '"perhaps" is not yes or no'


# Dates


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-02-06T23:30:00-08:00", when("2024-02-06")),
        ("2024-02-06 9:05", when("2024-02-06")),
        ("6 Feb 2024 9:05 PM", when("2024-02-06")),
        ("March 2023", When(dt.date(2023, 3, 1), Precision.MONTH)),
        ("2023", When(dt.date(2023, 1, 1), Precision.YEAR)),
        ("20240206", when("2024-02-06")),
        ("", UNKNOWN_DAY),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_written(written: str, meant: When) -> None:
    assert read(f"date,text\n{written},x\n")[0].observed_on == meant


def test_the_time_that_stands_with_a_date_is_kept_as_the_sources_own() -> None:
    (found,) = read("date,text\n2024-02-06T23:30:00-08:00,x\n")
    assert found.source_recorded_at == dt.datetime(2024, 2, 7, 7, 30, tzinfo=dt.UTC)
    (found,) = read("date,text\n06/02/2024 11:30 pm,x\n", day_order="day-first")
    assert (found.observed_on, found.source_recorded_at and found.source_recorded_at.hour) == (when("2024-02-06"), 23)


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (["05/06/2024", "13/06/2024"], "2024-06-05"),
        (["05/06/2024", "06/13/2024 10:00"], "2024-05-06"),
        (["5.6.2024", "31.1.2024"], "2024-06-05"),
        (["05/05/2024", "07/07/2024"], "2024-05-05"),
    ],
)
def test_one_date_that_rules_an_order_out_settles_it_for_the_whole_column(dates: list[str], first: str) -> None:
    assert read("date,text\n" + "".join(f"{date},x\n" for date in dates))[0].observed_on == when(first)


def test_dates_that_could_be_either_are_asked_about_and_named() -> None:
    content = "date,text\n2024-01-01,x\n03/02/2024,y\n"
    with pytest.raises(
        InputRefused, match=r'"03/02/2024" on line 3\?.*--day-order day-first or --day-order month-first'
    ):
        list(table(content))
    assert read(content, day_order="day-first")[1].observed_on == when("2024-02-03")
    assert read(content, day_order="month-first")[1].observed_on == when("2024-03-02")


def test_dates_that_stand_both_ways_round_are_asked_about_with_both_lines() -> None:
    content = "date,text\n13/02/2024,x\n02/13/2024,y\n"
    with pytest.raises(InputRefused, match=r'"02/13/2024" on line 3 and "13/02/2024" on line 2'):
        list(table(content))
    assert reject(content, day_order="day-first").line == 3


def test_an_order_that_every_telling_date_contradicts_is_refused_rather_than_half_applied() -> None:
    with pytest.raises(InputRefused, match=r'line 3 has "02/13/2024"\. Say: --day-order month-first'):
        list(table("date,text\n02/03/2024,x\n02/13/2024,y\n", day_order="day-first"))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("45328", "spreadsheet"), ("45328.5", "spreadsheet"), ("2024-02-31", "does not exist"),
        ("soon", "is not a date"), ("2024-02-06 25:00", "not a day and time"), ("13/02/24", "four digits"),
    ],
)  # fmt: skip
def test_a_date_that_is_none_refuses_the_row_and_says_why(written: str, words: str) -> None:
    found = reject(f"date,text\n{written},x\n")
    assert (found.line, words in found.reason, "\n" in found.reason) == (2, True, False), found


def test_a_pipe_is_read_as_well_as_a_file() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: Any) -> int:
            raise OSError("not seekable")

    assert [type(item) for item in Table(Pipe(b"date,text\n2024-02-06,a\n"), TODAY)] == [Incoming]


@settings(max_examples=40)
@given(
    st.lists(
        st.binary(max_size=20) | st.sampled_from([b"date,text", b"2024-02-06,a", b'"', b"\xff\xfe", b"a;b", b"\x00"]),
        max_size=8,
    ).map(b"\n".join)
)
def test_no_bytes_break_it(content: bytes) -> None:
    with contextlib.suppress(InputRefused):
        assert all("\n" not in item.reason for item in table(content) if isinstance(item, Reject))


# Out and in again

_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30) | st.sampled_from(
    ['He said "no"', "a,b;c\td|e", "two\nlines", " blanks ", "=1+1", "#dock jammed"]
)
_DATES = st.sampled_from(["", "2024-02-06", "2024-02", "2023", "1999-12-31"]).map(when) | st.sampled_from(
    [
        When(dt.date(2024, 4, 1), Precision.QUARTER), When(dt.date(2023, 12, 1), Precision.SEASON),
        When(dt.date(2023, 3, 1), Precision.SEASON),
    ]
)  # fmt: skip
_OBSERVATIONS = st.lists(
    st.builds(
        lambda text, date, tags, starred: observation(
            text=text, observed_on=date, tags=tuple(dict.fromkeys(tags)), starred=starred
        ),
        _TEXTS.filter(lambda text: clean(text) == text and text.strip()),
        _DATES,
        st.lists(st.sampled_from(["dock", "peak", "été", "tag-2024", "a/b", "🌲"]), max_size=3),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=40)
@given(_OBSERVATIONS)
def test_what_is_written_as_a_table_or_as_lines_is_read_back_as_it_was(seen: list[Observation]) -> None:
    rows, lines = io.StringIO(newline=""), io.StringIO()
    write_csv(seen, rows)
    write_jsonl(seen, lines)
    readers: list[Reader] = [table(rows.getvalue()), JsonLines(io.BytesIO(lines.getvalue().encode()), TODAY)]
    for reader in readers:
        back = [item for item in reader if isinstance(item, Incoming)]
        assert [(item.text, item.observed_on, item.tags, item.starred) for item in back] == [
            (each.text, each.observed_on, each.tags, each.starred) for each in seen
        ]


def test_what_a_row_does_not_hold_is_counted_by_name() -> None:
    reworded = observation(revised_at=dt.datetime(2026, 11, 24, tzinfo=dt.UTC))
    trashed = observation(is_trashed=True)
    for write in (write_csv, write_jsonl):
        lost = write([reworded, trashed, observation()], io.StringIO())
        assert lost == {"earlier wordings": 1, "that it lies in the trash": 1}
