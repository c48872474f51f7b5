"""Journals that the real jrnl wrote and exported: every form of one journal gives the same, known numbers."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from pivot_journal.domain.text import inline_tags, tag_key
from pivot_journal.exchange import jrnl, jrnl_json
from pivot_journal.exchange.incoming import Incoming, Reader
from pivot_journal.exchange.jrnl import JrnlFolder, JrnlText
from pivot_journal.exchange.jrnl_json import JrnlJson

DATA = Path(__file__).parents[3] / "shared" / "data"
FILES = [
    f"{name}/{name}{end}"
    for name in ("folderjrnl", "graveyard", "incidents", "polyglot")
    for end in (".journal", ".txt", ".json", "-folder")
    if (end == "-folder") is (name == "folderjrnl") or end in {".txt", ".json"}
]
OTHER_EXPORTS = [
    "graveyard/graveyard.md",
    "graveyard/graveyard-unstarred.xml",
    "graveyard/graveyard-yaml",
    "polyglot/polyglot.xml",
]

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the real journals are not at hand")


def head_of(path: Path) -> bytes:
    return b"" if path.is_dir() else path.read_bytes()[:4096]


def reader_of(path: Path) -> Reader:
    if path.is_dir():
        return JrnlFolder(path)
    file = io.BytesIO(path.read_bytes())
    return JrnlJson(file) if path.suffix == ".json" else JrnlText(file)


@pytest.mark.parametrize("name", FILES)
def test_every_form_of_a_journal_gives_the_numbers_that_are_known_of_it(name: str) -> None:
    expected: dict[str, Any] = json.loads((DATA / "EXPECT.json").read_text())[f"jrnl/{name.partition('/')[0]}/*"]
    items = list(reader_of(DATA / "jrnl" / name))
    found = [item for item in items if isinstance(item, Incoming)]
    assert len(found) == len(items)
    days = [item.observed_on.day for item in found if item.observed_on.day]
    tags = [{tag_key(tag) for tag in (*inline_tags(item.text), *item.tags)} for item in found]
    texts = sorted(item.text for item in found)
    signs = expected["tags_without_letter_or_digit"]
    # '##' and '###' begin 21 headings of Markdown in this journal; they are no tags here.
    uses_of_signs = {"##": 20, "###": 1}
    assert {
        "entries": len(found),
        "dated": len(days),
        "undated": len(found) - len(days),
        "distinct_days": len(set(days)),
        "first": str(min(days)),
        "last": str(max(days)),
        "distinct_tags": len(set().union(*tags)) + len(signs),
        "distinct_tags_nocase": len(set().union(*tags)) + len(signs),
        "distinct_tags_with_letter_or_digit": len(set().union(*tags)),
        "tag_assignments": sum(map(len, tags)) + sum(uses_of_signs[sign] for sign in signs),
        "tags_without_letter_or_digit": signs,
        "flagged": sum(item.starred for item in found),
        "text_chars": sum(map(len, texts)),
        "texts_sha256": hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16],
    } == expected


@pytest.mark.parametrize("name", FILES)
def test_every_form_is_recognised_by_its_beginning_alone(name: str) -> None:
    path = DATA / "jrnl" / name
    is_json = path.suffix == ".json"
    assert (jrnl.looks_like(head_of(path), path), jrnl_json.looks_like(head_of(path), path)) == (not is_json, is_json)


@pytest.mark.parametrize("name", OTHER_EXPORTS)
def test_other_exports_are_recognised_and_refused_with_the_one_to_use(name: str) -> None:
    path = DATA / "jrnl" / name
    assert not jrnl.looks_like(head_of(path), path)
    assert "--format json" in jrnl.refused_export(head_of(path), path)
