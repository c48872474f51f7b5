"""Real tables come in as their makers counted them; the files lie beside the project and may be missing."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from pivot_journal.exchange.incoming import Incoming
from pivot_journal.exchange.recognising import Wanted, opened, reader_for
from pivot_journal.exchange.table import Table

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
_POSTMORTEMS = ("text=summary", "tags=category")
_GRAVEYARD = ("date=dateClose", "text=description", "tags=type")


@pytest.mark.parametrize(
    ("name", "kind", "mapping"),
    [
        ("postmortems/postmortems-dev.csv", "csv", _POSTMORTEMS),
        ("postmortems/postmortems-dev.jsonl", "jsonl", _POSTMORTEMS),
        ("csv/graveyard-dev.csv", "csv", _GRAVEYARD),
        ("csv/graveyard-dev.jsonl", "jsonl", _GRAVEYARD),
    ],
)
def test_every_number_of_a_real_table_is_met(name: str, kind: str, mapping: tuple[str, ...]) -> None:
    if not (SHARED / name).is_file():
        pytest.skip("the shared test data is not at hand")
    expected = json.loads((SHARED / "EXPECT.json").read_text("utf-8"))[name]
    with opened(SHARED / name) as source:
        reader = reader_for(source, Wanted(mapping=mapping), dt.date(2026, 11, 23))
        found = [item for item in reader if isinstance(item, Incoming)]
    days = [item.observed_on.day for item in found if item.observed_on.day]
    tags = Counter(tag for item in found for tag in item.tags)
    texts = "\0".join(sorted(item.text for item in found))
    assert reader.format == kind
    assert {
        "entries": len(found),
        "dated": len(days),
        "undated": len(found) - len(days),
        "distinct_days": len(set(days)),
        "first": str(min(days)),
        "last": str(max(days)),
        "distinct_tags": len(tags),
        "distinct_tags_nocase": len({tag.casefold() for tag in tags}),
        "tag_assignments": tags.total(),
        "flagged": sum(item.starred for item in found),
        "text_chars": sum(len(item.text) for item in found),
        "texts_sha256": hashlib.sha256(texts.encode()).hexdigest()[:16],
    } == expected
    if isinstance(reader, Table):
        assert reader.left_out
