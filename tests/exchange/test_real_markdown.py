"""Real folders of Markdown notes, where they are at hand: every number that a correct import yields."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pivot_journal.exchange.incoming import Incoming
from pivot_journal.exchange.markdown import MarkdownNotes, looks_like

DATA = Path(__file__).parents[3] / "shared" / "data"
FOLDERS = (
    "incidents-icco", "jekyll", "jekyll-site", "nb", "obsidian", "obsidian-incidents", "status-cstate", "status-ugrc",
)  # fmt: skip

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the real folders are not at hand")


def _read(folder: str) -> tuple[MarkdownNotes, dict[str, Incoming]]:
    reader = MarkdownNotes(DATA / "vault" / folder)
    items = list(reader)
    entries = {item.place: item for item in items if isinstance(item, Incoming)}
    assert len(entries) == len(items), "no real note is refused"
    return reader, entries


def _expected(folder: str) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((DATA / "EXPECT.json").read_text("utf-8"))[f"vault/{folder}"]
    return expected


def _notes(folder: str) -> dict[str, dict[str, Any]]:
    """Return what is known of each note, by its path within the folder."""
    known = json.loads((DATA / "vault.per-file.json").read_text("utf-8"))
    start = f"{folder}/"
    return {note["path"].removeprefix(start): note for note in known if note["md"] and note["path"].startswith(start)}


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_gives_every_number_that_is_known_of_it(folder: str) -> None:
    reader, entries = _read(folder)
    expected = _expected(folder)
    days = sorted(str(entry.observed_on.day) for entry in entries.values() if entry.observed_on.day)
    tags = Counter(tag for entry in entries.values() for tag in entry.tags)
    assert len(entries) == expected["md_files"]
    assert (len(days), len(entries) - len(days)) == (expected["dated"], expected["undated"])
    assert (len(set(days)), days[0], days[-1]) == (expected["distinct_days"], expected["first"], expected["last"])
    assert (len(tags), tags.total()) == (expected["distinct_tags"], expected["tag_assignments"])
    assert not any(entry.starred for entry in entries.values())
    assert [name for name in reader.left_out if name.startswith(".")] == expected["other_files"]
    assert reader.attachments == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_note_has_the_day_and_tags_that_are_known_of_it_and_its_text(folder: str) -> None:
    _, entries = _read(folder)
    for place, note in _notes(folder).items():
        entry = entries[place]
        assert (str(entry.observed_on.day or ""), sorted(entry.tags)) == (note["date"], sorted(note["tags"])), place
        content = (DATA / "vault" / folder / place).read_text("utf-8-sig")
        assert len(content) == note["chars"], place
        body = content.partition("\n---")[2].removeprefix("\n") if content.startswith("---") else content
        assert entry.text.endswith(body.strip()), place
        assert "\n---\n" not in entry.text.removesuffix(body.strip()), place


def test_hexo_notes_have_the_date_that_stands_above_their_only_fence() -> None:
    """The expectation counts these as undated, and gives the date that they have beside; both are correct."""
    _, entries = _read("hexo")
    notes = _notes("hexo")
    assert len(entries) == _expected("hexo")["md_files"]
    for place, note in notes.items():
        date = note["date"] or note["hexo"]["date"][:10]
        assert str(entries[place].observed_on.day) == date
        assert "date:" not in entries[place].text
    assert entries["_posts/tags.md"].tags == ("Foo", "Bar", "Baz")


def test_every_incident_note_has_the_day_and_tags_it_was_made_with() -> None:
    _, entries = _read("obsidian-incidents")
    for note in json.loads((DATA / "vault.obsidian-incidents.expect.json").read_text("utf-8")):
        entry = entries[note["path"]]
        assert (str(entry.observed_on.day), sorted(entry.tags)) == (note["date"], sorted(note["tags"]))


@pytest.mark.parametrize("folder", [*FOLDERS, "hexo"])
def test_a_real_folder_is_recognised(folder: str) -> None:
    assert looks_like(b"", DATA / "vault" / folder)


def test_no_folder_of_jrnl_is_taken_for_one_of_notes() -> None:
    assert not looks_like(b"", DATA / "jrnl" / "folderjrnl" / "folderjrnl-folder")
