"""jrnl's JSON export: each entry by itself, with its line, and what cannot be one."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pivot_journal.domain.errors import InputRefused
from pivot_journal.domain.when import UNKNOWN_DAY, When
from pivot_journal.exchange.incoming import Incoming, Reject
from pivot_journal.exchange.jrnl_json import JrnlJson, looks_like

WHOLE = {
    "title": "Dock 3 jammed",
    "body": "For two hours. #Peak",
    "date": "2024-02-06",
    "time": "19:11",
    "tags": ["@alice", "#peak", "##", "+ops"],
    "starred": True,
}


def read(content: bytes | str) -> list[Incoming | Reject]:
    return list(JrnlJson(io.BytesIO(content.encode() if isinstance(content, str) else content)))


def exported(*entries: object) -> str:
    return json.dumps({"tags": {"@alice": 1}, "entries": entries}, indent=2)


def entry(**changes: object) -> Incoming:
    (item,) = read(exported(WHOLE | changes))
    assert isinstance(item, Incoming), item
    return item


def reason(value: object) -> str:
    good, item = read(exported(WHOLE, value))
    assert isinstance(good, Incoming)
    assert isinstance(item, Reject), item
    assert item.line > good.line
    assert json.loads(item.raw) == value
    return item.reason


def test_an_entry_has_all_that_jrnl_exports() -> None:
    assert entry() == Incoming(
        text="Dock 3 jammed\nFor two hours. #Peak",
        observed_on=When(dt.date(2024, 2, 6)),
        tags=("alice", "ops"),
        starred=True,
        source_recorded_at=dt.datetime(2024, 2, 6, 19, 11).astimezone(),
        line=6,
    )


def test_a_title_without_a_body_has_no_line_break() -> None:
    assert entry(body="").text == entry(body=None).text == "Dock 3 jammed"


def test_what_is_missing_is_not_made_up() -> None:
    found = entry(date=None, time="10:00", tags=None, starred=None)
    assert (found.observed_on, found.source_recorded_at, found.tags, found.starred) == (UNKNOWN_DAY, None, (), False)
    assert entry(time="").source_recorded_at is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": "", "body": " "}, "empty"),
        ({"title": None, "body": None}, "neither"),
        ({"title": 5}, '"title" is not a text'),
        ({"body": ["x"]}, '"body" is not a text'),
        ({"date": "06.02.2024"}, "06.02.2024"),
        ({"date": "2024-02-31"}, "2024-02-31"),
        ({"date": "0001-01-01"}, "0001-01-01"),
        ({"date": 20240206}, '"date" is not a text'),
        ({"time": "25:00"}, "25:00"),
        ({"tags": "@a"}, '"tags"'),
        ({"tags": [1]}, '"tags"'),
        ({"starred": "yes"}, '"starred"'),
    ],
)
def test_an_entry_that_cannot_be_stored_is_refused_by_itself(changes: dict[str, Any], words: str) -> None:
    assert words in reason(WHOLE | changes)


@pytest.mark.parametrize("value", [5, "x", None, []])
def test_what_is_no_entry_is_refused_by_itself(value: object) -> None:
    assert "not an entry" in reason(value)


def test_one_entry_alone_is_read_as_jrnl_writes_it_into_a_file_of_its_own() -> None:
    (item,) = read(json.dumps(WHOLE))
    assert isinstance(item, Incoming)
    assert (item.text, item.line) == ("Dock 3 jammed\nFor two hours. #Peak", 1)


def test_names_that_stand_for_nothing_and_tags_of_signs_are_told() -> None:
    reader = JrnlJson(io.BytesIO(exported(WHOLE | {"uuid": "7", "creator": {}}).encode()))
    list(reader)
    assert sorted(reader.left_out) == ["creator", "tag ##", "uuid"]
    assert reader.attachments == []


@pytest.mark.parametrize("content", [b"", b" \n", b'{"tags": {}, "entries": []}', b'\xef\xbb\xbf{"entries": []}'])
def test_a_journal_without_entries_holds_nothing(content: bytes) -> None:
    assert read(content) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[1]", "no JSON export of jrnl"),
        (b'{"a": 1}', "no JSON export of jrnl"),
        (b'{"entries": 5}', "no JSON export of jrnl"),
        (b'{"entries": [{}', "line 1, column 16"),
        (b'{"entries": [{}]', "line 1"),
        (b'{\n"entries": [{}] extra', "line 2"),
        (b'{"entries": []} extra', "follows its end"),
        (b'{"entries": [NaN]}', "NaN"),
        (b'{"entries": [' + b"[" * 100_000, "nested too deeply"),
        (b'{"tags": ' + b"1" * 5_000 + b"}", "not JSON"),
        (b'{"entries": [{"title": "\xff"}]}', "not UTF-8 (line 1)"),
        ('{"entries": []}'.encode("utf-16"), "UTF-16"),
    ],
)
def test_a_file_that_is_not_whole_is_refused_with_the_place(content: bytes, words: str) -> None:
    with pytest.raises(InputRefused) as caught:
        read(content)
    assert words in str(caught.value)


@given(
    st.binary(max_size=40)
    | st.text(alphabet='{}[]:,"title bodyentrs0-9\\u \n', max_size=60).map(
        lambda text: f'{{"entries": [{text}'.encode()
    )
)
def test_no_bytes_do_anything_but_come_in_or_be_refused(content: bytes) -> None:
    with contextlib.suppress(InputRefused):
        assert all(isinstance(item, Incoming | Reject) for item in read(content))


def test_an_export_is_known_by_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    whole = exported(WHOLE).encode()
    for length in (len(whole), 30, 20, 14):
        assert looks_like(whole[:length], path), whole[:length]
    assert looks_like(json.dumps(WHOLE, indent=2).encode(), path)
    assert not looks_like(whole, tmp_path)
    for head in (b"", b"[]", b'{"metadata": {"version": "1.0"}, "entries": [', b'{"date": "2024-02-06", "text": "x"}'):
        assert not looks_like(head, path)
