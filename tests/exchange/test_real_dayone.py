"""Real exports of Day One, where they are at hand: every number that a correct import yields."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pivot_journal.exchange.dayone import DayOne, looks_like
from pivot_journal.exchange.dayone_values import plain
from pivot_journal.exchange.incoming import Incoming, Reject

DATA = Path(__file__).parents[3] / "shared" / "data"
FILES = (
    # file, entries that are refused, files that belong to entries
    ("Dev Journal.json", 0, 5),
    ("Dev Journal One Invalid.json", 1, 4),
    ("day-one-fictional.zip", 0, 1),
    ("textbundle-demo.json", 1, 1),
)

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the real exports are not at hand")


def _expected(name: str) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((DATA / "EXPECT.json").read_text("utf-8"))[f"dayone/{name}"]
    return expected


def _escaped_texts(path: Path) -> dict[str, str]:
    """Return the texts as the file has them, by the id of their entry; the first where an id stands twice."""
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            content = archive.read(next(name for name in archive.namelist() if name.endswith(".json")))
    texts: dict[str, str] = {}
    for record in json.loads(content)["entries"]:
        texts.setdefault(f"dayone:{record['uuid']}", record.get("text", ""))
    return texts


@pytest.mark.parametrize(("name", "refused", "attachments"), FILES)
def test_an_export_gives_every_number_that_is_known_of_it(name: str, refused: int, attachments: int) -> None:
    path = DATA / "dayone" / name
    expected = _expected(name)
    with path.open("rb") as file:
        reader = DayOne(file)
        items = list(reader)
    entries = [item for item in items if isinstance(item, Incoming)]
    days = sorted(str(entry.observed_on.day) for entry in entries if entry.observed_on.day)
    tags = Counter(tag for entry in entries for tag in entry.tags)
    assert len(items) == expected["present"]
    assert sum(isinstance(item, Reject) for item in items) == refused
    assert len(entries) == expected["entries"] - expected["without_text"]
    assert len(days) == len(entries)
    assert (len(tags), tags.total()) == (expected["distinct_tags"], expected["tag_assignments"])
    assert sum(entry.starred for entry in entries) == expected["flagged"]
    assert (
        sum(str(entry.source_recorded_at)[:10] != str(entry.observed_on.day) for entry in entries)
        == (expected["local_day_differs"])
    )
    assert len(reader.attachments) == attachments
    if not expected["without_text"]:  # one that has no text is counted there among the days
        assert (len(set(days)), days[0], days[-1]) == (
            expected["distinct_days"],
            expected["first"],
            expected["last"],
        )


@pytest.mark.parametrize("name", [name for name, _, _ in FILES])
def test_the_texts_are_those_of_the_file_without_their_backslashes(name: str) -> None:
    """The numbers that are known were taken of the texts as they are escaped."""
    path = DATA / "dayone" / name
    expected = _expected(name)
    with path.open("rb") as file:
        entries = [item for item in DayOne(file) if isinstance(item, Incoming)]
    escaped = _escaped_texts(path)
    taken = [escaped[entry.source_key or ""] for entry in entries]
    assert [entry.text for entry in entries] == [plain(text) for text in taken]
    assert sum(map(len, taken)) == expected["text_chars"]
    joined = "\0".join(sorted(taken + [""] * expected["without_text"]))
    assert hashlib.sha256(joined.encode()).hexdigest()[:16] == expected["texts_sha256"]


@pytest.mark.parametrize("name", [name for name, _, _ in FILES])
def test_a_real_export_is_recognised(name: str) -> None:
    path = DATA / "dayone" / name
    with path.open("rb") as file:
        assert looks_like(file.read(4096), path)


def test_no_export_of_jrnl_is_taken_for_one_of_day_one() -> None:
    for path in (DATA / "jrnl").rglob("*.json"):
        with path.open("rb") as file:
            assert not looks_like(file.read(4096), path)
