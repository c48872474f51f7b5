"""Day One's export: which local day, text and tags an entry has, what is refused, and zips that mean harm."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import when
from pivot_journal.domain.errors import InputRefused
from pivot_journal.domain.when import UNKNOWN_DAY
from pivot_journal.exchange import dayone, dayone_json
from pivot_journal.exchange.dayone import DayOne, looks_like
from pivot_journal.exchange.dayone_values import plain
from pivot_journal.exchange.incoming import Incoming, Reject

FACTS: dict[str, Any] = {"uuid": "A1", "creationDate": "2024-02-06T23:30:00Z", "timeZone": "Etc/UTC", "text": "Dock 3"}


def export(*entries: object) -> bytes:
    return json.dumps({"metadata": {"version": "1.0"}, "entries": entries}, indent=1).encode()


def packed(files: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def read(data: bytes) -> list[Incoming | Reject]:
    return list(DayOne(io.BytesIO(data)))


def entry(**facts: Any) -> Incoming:
    (item,) = read(export(FACTS | facts))
    assert isinstance(item, Incoming), item
    return item


def reason(**facts: Any) -> str:
    (item,) = read(export(FACTS | facts))
    assert isinstance(item, Reject), item
    assert "\n" not in item.reason
    return item.reason


def test_an_entry_comes_with_all_that_it_says() -> None:
    found = entry(text="Dock 3 jammed\\.", tags=["dock", "peak hours"], starred=True, isPinned=True)
    assert found == Incoming(
        text="Dock 3 jammed.",
        observed_on=when("2024-02-06"),
        tags=("dock", "peak-hours"),
        starred=True,
        source_key="dayone:A1",
        source_recorded_at=dt.datetime(2024, 2, 6, 23, 30, tzinfo=dt.UTC),
        line=6,
    )


@pytest.mark.parametrize(
    ("facts", "day"),
    [
        ({"timeZone": "Europe/Dublin", "creationDate": "2024-04-16T23:00:00Z", "isAllDay": True}, "2024-04-17"),
        ({"timeZone": "America/Los_Angeles", "creationDate": "2024-04-17T03:00:00Z"}, "2024-04-16"),
        ({"timeZone": "GMT+0200"}, "2024-02-07"),
        ({"timeZone": "GMT-11"}, "2024-02-06"),
        ({"timeZone": None, "location": {"timeZoneName": "Asia/Tokyo"}}, "2024-02-07"),
        ({"timeZone": None}, "2024-02-06"),
        ({"creationDate": "2024-02-06T23:30:00", "timeZone": "Asia/Tokyo"}, "2024-02-06"),
        ({"creationDate": "2031-02-06T23:30:00Z"}, "2031-02-06"),
        ({"creationDate": None}, ""),
    ],
)
def test_the_day_is_the_one_that_its_writer_had(facts: dict[str, Any], day: str) -> None:
    assert entry(**facts).observed_on == (when(day) if day else UNKNOWN_DAY)


@pytest.mark.parametrize(
    "facts",
    [
        {"text": None},
        {"text": ""},
        {"text": " \n"},
        {"text": "\x07"},
        {"text": {"a": 1}},
        {"text": 5},
        {"creationDate": "soon"},
        {"creationDate": 5},
        {"creationDate": "0001-01-01T00:00:00Z"},
        {"creationDate": "9999-12-31T23:59:59Z", "timeZone": "Asia/Tokyo"},
        {"timeZone": "Mars/Base"},
        {"timeZone": "../../etc/passwd"},
        {"timeZone": "Europe"},
        {"timeZone": 5},
        {"timeZone": "x" * 9999},
        {"timeZone": "a\x00b"},
        {"tags": "dock"},
        {"tags": [5]},
        {"tags": ["##"]},
        {"starred": "yes"},
        {"uuid": 5},
        {"text": "x" * 1_000_001},
    ],
)
def test_an_entry_that_cannot_be_stored_is_refused_with_the_reason(facts: dict[str, Any]) -> None:
    assert reason(**facts)


def test_a_refused_entry_does_not_touch_the_others() -> None:
    first, bad, other, last = read(export(FACTS, {**FACTS, "text": None}, "nonsense", {**FACTS, "uuid": "B2"}))
    assert isinstance(first, Incoming)
    assert isinstance(bad, Reject)
    assert (bad.reason, json.loads(bad.raw)["uuid"]) == ("the entry has no text", "A1")
    assert isinstance(other, Reject)
    assert isinstance(last, Incoming)
    assert first.line < bad.line < other.line < last.line


def test_an_id_that_two_different_entries_claim_is_no_id() -> None:
    first, again, other = read(export(FACTS, FACTS, {**FACTS, "text": "Dock 4"}))
    assert isinstance(first, Incoming)
    assert isinstance(again, Incoming)
    assert isinstance(other, Reject)
    assert f"line {first.line}" in other.reason


def test_an_entry_without_an_id_has_none() -> None:
    assert entry(uuid=None).source_key is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"Dock 3\. \(north\) \- a\/b \\ \#x", r"Dock 3. (north) - a/b \ #x"),
        (r"C:\new \d \é", r"C:\new \d \é"),
        ("`a\\.b` c\\.", "`a\\.b` c."),
        ("``a ` \\. b`` \\.", "``a ` \\. b`` ."),
        ("\\`a\\.b\\`", "`a.b`"),
        ("`a\\. and no end", "`a. and no end"),
        ("```\na\\.b\n```\nc\\.", "```\na\\.b\n```\nc."),
        ("```\nnever closed\\.", "```\nnever closed\\."),
        ("ends with \\", "ends with \\"),
    ],
)
def test_the_backslashes_before_signs_are_taken_away_but_not_in_code(written: str, meant: str) -> None:
    assert plain(written) == meant


def test_pictures_and_the_like_are_named_once_and_the_entry_comes() -> None:
    record = FACTS | {
        "text": "![](dayone-moment://P1) ![](dayone-moment:/video/V9)",
        "photos": [{"identifier": "P1", "md5": "aa", "type": "jpeg", "filename": "dock.jpg"}, 5],
        "audios": [{"identifier": "S1", "md5": "bb", "format": "aac"}],
        "pdfAttachments": [{"identifier": "D1", "type": "pdf"}],
        "videos": {"not": "a list"},
        "weather": {},
    }
    data = packed(
        {
            "Days.json": export(record),
            "photos/aa.jpeg": b"",
            "audios/bb.m4a": b"",
            "photos/cc.png": b"",
            "photos/trap.json": b"{",
            "read me.txt": b"",
            "__MACOSX/._Days.json": b"\0",
        }
    )
    reader = DayOne(io.BytesIO(data))
    (item,) = reader
    assert isinstance(item, Incoming)
    assert reader.attachments == [
        "photos/aa.jpeg (dock.jpg)",
        "photos/?",
        "audios/bb.aac",
        "pdfs/D1.pdf",
        "dayone-moment:/video/V9",
        "photos/cc.png",
        "photos/trap.json",
    ]
    assert reader.left_out == ["weather", "read me.txt", "__MACOSX/._Days.json"]


def test_each_journal_of_a_zip_is_read_and_named() -> None:
    data = packed({"Work.json": export(FACTS), "sub/Home.json": export(FACTS | {"uuid": "B2"})})
    assert [(item.place, item.line) for item in read(data)] == [("Work.json", 6), ("sub/Home.json", 6)]


def test_names_in_a_zip_are_only_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = packed(
        {"../../up.json": export(FACTS), "/etc/x\x1b[31m.json": export(FACTS), "..\\..\\w.json": export(FACTS)}
    )
    assert [item.place for item in read(data)] == ["up.json", "etc/x[31m.json", "w.json"]
    assert list(tmp_path.iterdir()) == [tmp_path / "home"]


@pytest.mark.parametrize(
    "filling",
    [b" " * 3_000_000, b'"' + b"x" * 3_000_000, b'{"entries": [' + b"\n" * 3_000_000],
    ids=["blanks", "text", "list"],
)
def test_a_zip_that_unpacks_without_end_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch, filling: bytes) -> None:
    monkeypatch.setattr(dayone, "MOST_UNPACKED", 100_000)
    with pytest.raises(InputRefused):
        read(packed({"Days.json": filling}))


def test_many_journals_together_may_not_unpack_without_end_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dayone, "MOST_UNPACKED", 10_000)
    monkeypatch.setattr(dayone, "_MOST_RATIO", 1)
    padded = export(FACTS) + b" " * 4_000
    assert len(read(packed({"1.json": padded, "2.json": padded}))) == 2
    with pytest.raises(InputRefused, match="unpacks to far more"):
        read(packed({f"{n}.json": padded for n in range(3)}))


def _locked(data: bytes) -> bytes:
    """Return a zip that says it is locked."""
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + place
        data = data[:at] + b"\x01" + data[at + 1 :]
    return data


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "does not begin"),
        (b"[1]", "does not begin"),
        (b"{}", '"entries"'),
        (b'{"entries": {}}', '"entries"'),
        (b'{"entries": [{"text": "a"}', "line 1"),
        (b'{"entries": [{"text": "a"} {"text": "b"}]}', "',' is missing"),
        (b'{"entries": [{"text": "a"},]}', "line 1"),
        (b'{"entries": []} more', "after its end"),
        (b'{"entries": []', "damaged"),
        (b'{"a": 1', "damaged"),
        (b"{", "too early"),
        (b'{"entries": [' + b"[" * 200_000, "too deeply"),
        (b'{"entries": [' + b"9" * 5_000 + b"]}", "too long"),
        (b'{"entries": ["\xff"]}', "UTF-8"),
        (b'\n{"metadata": {},\n"entries": [\n{"text": oops}]}', "line 4"),
        ("{}".encode("utf-16"), "UTF-8"),
        (packed({"photos/a.png": b""}), "No journal"),
        (packed({}), "No journal"),
        (packed({"Days.json": b"[]"}), "Days.json"),
        (packed({"Days.json": export(FACTS)})[:-30], "zip"),
        (packed({"Days.json": export(FACTS)}, zipfile.ZIP_STORED).replace(b"Dock 3", b"Dock 4"), "zip"),
        (_locked(packed({"Days.json": export(FACTS)})), "locked"),
    ],
)
def test_a_file_that_is_none_or_damaged_is_refused_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(InputRefused, match=says) as caught:
        read(data)
    assert "\n" not in str(caught.value)


def test_an_entry_that_never_ends_is_refused_without_being_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dayone_json, "LONGEST_ENTRY", 100_000)
    with pytest.raises(InputRefused, match="longer than"):
        read(b'{"entries": ["' + b"x" * 3_000_000)


def test_entries_are_read_one_at_a_time() -> None:
    class Endless(io.RawIOBase):
        """Gives entries for ever."""

        is_begun = False

        def read(self, size: int = -1) -> bytes:
            start, self.is_begun = (b"," if self.is_begun else b'{"entries": ['), True
            return start + json.dumps(FACTS).encode()

    items = iter(DayOne(Endless()))  # type: ignore[arg-type]
    assert all(isinstance(next(items), Incoming) for _ in range(50))


@pytest.mark.parametrize("chunk", [1, 2, 3, 7])
def test_where_the_file_is_cut_into_pieces_makes_no_difference(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr(dayone_json, "_CHUNK", chunk)
    data = b"\xef\xbb\xbf" + export(FACTS | {"text": "é🌲\\. 5"}, FACTS, 17).replace(b"\n", b"\r\n")
    whole = data.replace(b'"version"', b'"n": 1234.5e6, "version"')
    items = read(whole)
    assert [item.line for item in items] == [6, 12, 18]
    assert isinstance(items[0], Incoming)
    assert items[0].text == "é🌲. 5"


@pytest.mark.parametrize("chunk", [1, 2, 3])
def test_a_number_is_not_cut_where_the_file_is(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr(dayone_json, "_CHUNK", chunk)
    items = read(b'{"n": 12345, "m": -1.5e6, "entries": [1, 2222, 33333]}')
    assert [item.raw for item in items if isinstance(item, Reject)] == ["1", "2222", "33333"]


def test_an_export_is_recognised_by_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "x"
    assert looks_like(export(FACTS), path)
    assert looks_like(b'\xef\xbb\xbf {"entries": [{"creationDate": "', path)
    assert not looks_like(b'{"tags": {}, "entries": [{"title": "a", "date": "2024-02-06"}]}', path)
    assert not looks_like(b"[2024-02-06 09:00] x", path)
    for files, is_one in (({"a.json": export(FACTS)}, True), ({"a.json": b"[]"}, False), ({"b.txt": b""}, False)):
        path.write_bytes(packed(files))
        assert looks_like(path.read_bytes()[:64], path) is is_one
    path.write_bytes(b"PK\x03\x04 nonsense")
    assert not looks_like(b"PK\x03\x04 nonsense", path)


@given(st.binary(max_size=120), st.integers(0, 400))
@settings(max_examples=60)
def test_no_bytes_at_all_are_more_than_refused(data: bytes, at: int) -> None:
    good = export(FACTS)
    zipped = packed({"Days.json": good})
    for content in (
        data,
        good[:at] + data + good[at:],
        zipped[:at] + data + zipped[at + len(data) :],
        b"PK\x03\x04" + data,
    ):
        try:
            read(content)
        except InputRefused as error:
            assert "\n" not in str(error)  # noqa: PT017  it need not be refused at all


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner),
    max_leaves=4,
) | st.dictionaries(st.sampled_from(["identifier", "md5", "type", "timeZoneName"]), st.text(max_size=4) | st.integers())


@given(st.dictionaries(st.sampled_from([*FACTS, "tags", "starred", "photos", "audios", "location"]), JSON_VALUES))
@settings(max_examples=60)
def test_no_values_at_all_are_more_than_refused(facts: dict[str, Any]) -> None:
    (item,) = read(export(FACTS | facts))
    assert isinstance(item, (Incoming, Reject))
