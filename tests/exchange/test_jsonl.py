"""JSON Lines: what becomes an entry, and what is refused by itself."""

from __future__ import annotations

import datetime as dt
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pivot_journal.domain.errors import InputRefused, ValueRefused
from pivot_journal.domain.text import clean
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When
from pivot_journal.exchange import jsonl
from pivot_journal.exchange.incoming import Incoming, Reject
from pivot_journal.exchange.jsonl import JsonLines

TODAY = dt.date(2026, 11, 23)


def read(content: bytes | str, **options: Any) -> list[Incoming | Reject]:
    data = content.encode() if isinstance(content, str) else content
    return list(JsonLines(io.BytesIO(data), TODAY, **options))


def entry(record: dict[str, Any], **options: Any) -> Incoming:
    (item,) = read(json.dumps(record), **options)
    assert isinstance(item, Incoming), item
    return item


def reason(content: bytes | str | dict[str, Any], **options: Any) -> str:
    (item,) = read(json.dumps(content) if isinstance(content, dict) else content, **options)
    assert isinstance(item, Reject), item
    return item.reason


def test_a_line_becomes_an_entry_with_all_that_it_says() -> None:
    found = entry({"date": "2024-02-06", "text": " Dock 3 jammed ", "tags": ["dock", "peak"], "starred": True})
    assert found == Incoming(
        text=" Dock 3 jammed ", observed_on=When(dt.date(2024, 2, 6)), tags=("dock", "peak"), starred=True, line=1
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-02-06", When(dt.date(2024, 2, 6))),
        ("2024-02-06T23:30:00-08:00", When(dt.date(2024, 2, 6))),
        ("2024-02-06 23:30", When(dt.date(2024, 2, 6))),
        ("2024-02-06T23:30:00.123Z", When(dt.date(2024, 2, 6))),
        ("March 2023", When(dt.date(2023, 3, 1), Precision.MONTH)),
        ("2023-03", When(dt.date(2023, 3, 1), Precision.MONTH)),
        ("spring 2023", When(dt.date(2023, 3, 1), Precision.SEASON)),
        (2023, When(dt.date(2023, 1, 1), Precision.YEAR)),
        ("2031-01-01", When(dt.date(2031, 1, 1))),
        ("", UNKNOWN_DAY),
        ("  ", UNKNOWN_DAY),
        (None, UNKNOWN_DAY),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_written(written: object, meant: When) -> None:
    assert entry({"date": written, "text": "x"}).observed_on == meant


def test_a_line_without_a_date_is_undated_and_never_dated_today() -> None:
    assert entry({"text": "x"}).observed_on == UNKNOWN_DAY


@pytest.mark.parametrize(
    "written", ["soon", "2024-02-31", "2024-13-01", "2024-02-06T25:00", "0001-01-01T00:00:00Z", "02/03/2024", True, 1.5]
)
def test_a_date_that_is_not_understood_refuses_the_line_and_is_named(written: object) -> None:
    why = reason({"date": written, "text": "x"})
    assert (str(written)[:10] if isinstance(written, str) else "date") in why


def test_slashed_dates_follow_the_day_order() -> None:
    assert entry({"date": "02/03/2024", "text": "x"}, day_order="day-first").observed_on.day == dt.date(2024, 3, 2)


def test_the_time_that_stands_with_a_date_is_kept_as_the_sources_own() -> None:
    moment = entry({"date": "2024-02-06T23:30:00-08:00", "text": "x"}).source_recorded_at
    assert moment == dt.datetime(2024, 2, 7, 7, 30, tzinfo=dt.UTC)
    assert entry({"date": "2024-02-06", "text": "x"}).source_recorded_at is None


def test_only_a_date_that_moves_with_the_day_of_reading_is_kept_as_written() -> None:
    assert entry({"date": "last friday", "text": "x"}).moving_date == "last friday"
    assert entry({"date": "6 feb 2024", "text": "x"}).moving_date == ""


@pytest.mark.parametrize("text", [None, "", "  \n ", "\u0007", 5, ["x"], {"a": 1}, True])
def test_a_text_that_is_missing_empty_or_none_refuses_the_line(text: object) -> None:
    assert "text" in reason({"date": "2024-02-06", "text": text})


def test_names_can_be_mapped_and_the_reasons_use_the_files_own() -> None:
    mapping = {"text": "summary", "tags": "category", "id": "key", "date": "at", "starred": "top"}
    found = entry({"at": "2024-02-06", "summary": "x", "category": "dock", "key": 7, "top": True}, mapping=mapping)
    assert (found.text, found.tags, found.source_key, found.starred) == ("x", ("dock",), "7", True)
    assert '"summary"' in reason({"summary": None, "text": "x"}, mapping={"text": "summary"})


def test_a_mapped_name_that_no_line_has_is_an_error_that_lists_what_there_is() -> None:
    with pytest.raises(ValueRefused, match=r'no entry has "headline"\. They have: date, summary\.'):
        read('{"date": "", "summary": "x"}\n', mapping={"text": "headline"})


def test_a_mapped_name_is_fine_when_any_line_has_it() -> None:
    items = read('{"text": "a"}\n{"text": "b", "topic": "dock"}\n', mapping={"tags": "topic"})
    assert [item.tags for item in items if isinstance(item, Incoming)] == [(), ("dock",)]


def test_an_empty_file_has_no_entries_whatever_is_mapped() -> None:
    assert read(b"", mapping={"text": "summary"}) == []
    assert read(b"\n \r\n\t\n", mapping={"text": "summary"}) == []


def test_an_id_counts_only_where_it_was_mapped() -> None:
    assert entry({"id": 7, "text": "x"}).source_key is None
    assert entry({"id": " A-7 ", "text": "x"}, mapping={"id": "id"}).source_key == "A-7"
    assert entry({"id": "", "text": "x"}, mapping={"id": "id"}).source_key is None
    assert '"id"' in reason({"id": [7], "text": "x"}, mapping={"id": "id"})


def test_an_id_that_two_different_entries_claim_is_no_id() -> None:
    same, other = '{"id": 7, "text": "x"}\n', '{"id": 7, "text": "y"}\n'
    first, again, third = read(same + same + other, mapping={"id": "id"})
    assert isinstance(first, Incoming)
    assert isinstance(again, Incoming)
    assert isinstance(third, Reject)
    assert "line 1" in third.reason


@pytest.mark.parametrize("tags", [[1], {"a": 1}, 5, True, ["a", None]])
def test_tags_that_are_no_texts_refuse_the_line(tags: object) -> None:
    assert "tags" in reason({"text": "x", "tags": tags})


@pytest.mark.parametrize("starred", ["yes", 1, 0, []])
def test_a_star_is_true_or_false(starred: object) -> None:
    assert "starred" in reason({"text": "x", "starred": starred})
    assert entry({"text": "x", "starred": None}).starred is False


def test_control_characters_are_taken_out_of_everything_that_is_stored() -> None:
    found = entry(
        {"text": "a\u001b[31m\r\nb\u202e\ud800", "tags": ["do\u0007ck"], "id": "k\u0000"}, mapping={"id": "id"}
    )
    assert (found.text, found.tags, found.source_key) == ("a[31m\nb", ("dock",), "k")


@given(st.text(max_size=60))
def test_a_text_is_cleaned_and_otherwise_kept_to_the_last_blank(text: str) -> None:
    (item,) = read(json.dumps({"text": text}))
    assert (item.text if isinstance(item, Incoming) else "") == (clean(text) if clean(text).strip() else "")


def test_a_byte_order_mark_and_windows_line_ends_are_no_part_of_the_text() -> None:
    items = read(b'\xef\xbb\xbf{"text": "a"}\r\n\r\n{"text": "b"}\r\n')
    assert [(item.line, item.text) for item in items if isinstance(item, Incoming)] == [(1, "a"), (3, "b")]


def test_a_file_in_utf_16_is_refused_in_one_line() -> None:
    with pytest.raises(InputRefused, match="UTF-16"):
        read('{"text": "a"}'.encode("utf-16"))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b'{"text": "\xe9t\xe9"}', "UTF-8"),
        (b'{"text": "a"', "not JSON"),
        (b"[1]", "not a JSON object"),
        (b'"x"', "not a JSON object"),
        (b'{"text": "a", "n": NaN}', "NaN"),
        (b'{"text": "a", "n": -Infinity}', "-Infinity"),
        (b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b"\x00\xff\xfe\x1b[31m", "UTF-8"),
    ],
)
def test_a_line_that_is_no_object_is_refused_and_the_next_one_is_read(line: bytes, says: str) -> None:
    bad, good = read(line + b'\n{"text": "good"}\n')
    assert isinstance(bad, Reject)
    assert says in bad.reason
    assert "\n" not in bad.reason
    assert bad.raw.encode("utf-8", "surrogateescape") == line
    assert isinstance(good, Incoming)
    assert good.line == 2


def test_a_line_that_is_too_long_is_refused_without_being_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LONGEST_LINE", 50_000)
    bad, good = read(b'{"text": "' + b"x" * 3_000_000 + b'"}\n{"text": "good"}')
    assert isinstance(bad, Reject)
    assert "longer than" in bad.reason
    assert len(bad.raw) <= 1_000
    assert isinstance(good, Incoming)


@given(st.binary(max_size=400))
def test_no_bytes_at_all_are_more_than_refused(data: bytes) -> None:
    try:
        items = read(data, mapping={"id": "id"})
    except (ValueRefused, InputRefused):
        return
    assert all("\n" not in item.reason for item in items if isinstance(item, Reject))


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(["date", "text", "tags", "starred", "id", "x"]), JSON_VALUES))
def test_no_values_at_all_are_more_than_refused(record: dict[str, Any]) -> None:
    (item,) = read(json.dumps(record), mapping={"id": "id"} if "id" in record else {})
    assert isinstance(item, (Incoming, Reject))


def test_what_stands_for_nothing_here_can_be_told() -> None:
    reader = JsonLines(io.BytesIO(b'{"text": "a", "url": 1}\n{"text": "b", "by": 2}\n'), TODAY)
    list(reader)
    assert reader.left_out == ["url", "by"]
