"""jrnl's text format, written: jrnl and we read it back as it was, and what it cannot hold is counted by name."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import observation, when
from pivot_journal.domain.observation import Evidence, Observation, Reference, Triage
from pivot_journal.domain.text import clean, inline_tags, tag_key
from pivot_journal.domain.when import UNKNOWN_DAY
from pivot_journal.exchange.incoming import Incoming, Reject
from pivot_journal.exchange.jrnl import JrnlText
from pivot_journal.exchange.jrnl_json import JrnlJson
from pivot_journal.exchange.jrnl_out import Omitted, write_jrnl

JRNL = os.environ.get("JRNL_COMMAND") or shutil.which("jrnl")

LOOKALIKES = [
    "Shift log\n[2020-07-17 07:11] scanner dead\n[2020-07-17 07:20] scanner back",
    "Steps\n[yesterday evening] belt stopped\n[ ] call the vendor\n[x] told the lead\n[1] see the manual",
    "Cut off\n[nothing closes this",
    "Over two lines\n[2020-07-17\n07:11] not one",
    "A link\n[the page](https://example.com) and [2020-07-17 07:11]: colon",
    "Marked before\n\u200b[2020-07-17 07:11] with our own mark",
    "Dock 5 *",
    "**Loud**\nand a body",
    "* a point",
    "*",
    "Rated 4.5. Not bad! Why? Nobody knows。Indeed",
    "日本語の表題\n本文です。はい",
    "One\nTwo\n\nThree\n\n\nFour",
    "Ends like our own line of tags\n#dock \u200b",
    "Ends like it twice\n#dock #peak \u200b\u200b",
]


def written(*observations: Observation) -> tuple[str, Omitted]:
    out = io.StringIO()
    omitted = write_jrnl(observations, out)
    return out.getvalue(), omitted


def read_back(text: str) -> list[Incoming]:
    items = list(JrnlText(io.BytesIO(text.encode())))
    assert all(isinstance(item, Incoming) for item in items), items
    return [item for item in items if isinstance(item, Incoming)]


def facts(item: Incoming | Reject | Observation) -> tuple[Any, ...]:
    assert not isinstance(item, Reject), item
    tags = {tag_key(tag) for tag in (*inline_tags(item.text), *item.tags)}
    return item.text, item.observed_on, item.starred, tags


def test_an_observation_is_written_as_jrnl_writes_its_own() -> None:
    noted = observation(
        "Dock 3 jammed\nFor #two hours", recorded="2024-02-06 18:30", tags=("two", "Night-shift"), starred=True
    )
    text, omitted = written(noted, observation("Quiet", recorded="2024-02-07"))
    assert text == (
        "[2024-02-06 18:30] Dock 3 jammed *\nFor #two hours\n#Night-shift \u200b\n\n[2024-02-07 12:00] Quiet\n"
    )
    assert not omitted
    assert omitted.written == 2


def test_a_day_whose_time_is_not_known_gets_the_hour_that_jrnl_gives_it() -> None:
    text, omitted = written(
        observation("x", observed_on=when("2023-03-01")), observation("y", observed_on=when("2023"))
    )
    assert text == "[2023-03-01 09:00] x\n\n[2023-01-01 09:00] y\n"
    assert omitted.counts == {"moment of writing": 2, "precision of the date": 1}


def test_what_the_format_cannot_hold_is_counted_by_name() -> None:
    _, omitted = written(
        observation("no date", observed_on=UNKNOWN_DAY),
        observation("thrown away", is_trashed=True),
        observation(
            "much\n\n  more ",
            triage=Triage.FAILURE,
            decision_id="d",
            decision="Slots",
            evidence=Evidence.DATED_ELSEWHERE,
            reference=Reference(source="ticket"),
            earlier=[("less", "2024-02-05")],
            tags=("🌲",),
        ),
        observation("ask @alice about ## this"),
    )
    assert omitted.written == 2
    assert omitted.counts == {
        "undated entries": 1,
        "entries in the trash": 1,
        "blanks around the first line and at the ends": 1,
        "tags that jrnl cannot have": 1,
        "words of the text that jrnl takes for tags": 1,
        "sorting": 1,
        "decision": 1,
        "evidence": 1,
        "reference": 1,
        "earlier wordings": 1,
    }


@pytest.mark.parametrize("tags", [("dock",), ()])
@pytest.mark.parametrize("starred", [False, True])
@pytest.mark.parametrize("text", LOOKALIKES)
def test_lines_that_look_like_headings_stars_or_tags_come_back_as_they_were(
    text: str, starred: bool, tags: tuple[str, ...]
) -> None:
    noted = observation(text, starred=starred, tags=(*inline_tags(text), *tags))
    after = observation("the next one")
    assert [facts(item) for item in read_back(written(noted, after)[0])] == [facts(noted), facts(after)]


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(st.text(alphabet="ab *[]\n20-:#@\u200b+é。.", min_size=1, max_size=40), st.booleans()),
        min_size=1,
        max_size=3,
    )
)
def test_whatever_is_written_comes_back_but_for_blanks(texts: list[tuple[str, bool]]) -> None:
    noted = [observation(text, starred=star, tags=("dock",)) for text, star in texts if clean(text).strip()]
    back = read_back(written(*noted)[0])
    assert len(back) == len(noted)
    for item, original in zip(back, noted, strict=True):
        title, _, body = original.text.strip().partition("\n")
        assert item.text == "\n".join(part.strip() for part in (title, body) if part.strip())
        assert item.starred == original.starred
        assert item.observed_on == original.observed_on
        assert "dock" in facts(item)[3]


@pytest.mark.skipif(JRNL is None, reason="no jrnl command: put it on the PATH or name it in JRNL_COMMAND")
def test_the_real_jrnl_reads_the_same_entries_stars_and_tags_and_gives_them_back(tmp_path: Path) -> None:
    journal, folder = tmp_path / "ours.txt", tmp_path / "config"
    noted = [
        observation(
            text,
            starred=number % 3 == 0,
            recorded=f"2024-02-{number + 1:02} 10:{number:02}",
            tags=tuple(dict.fromkeys((*inline_tags(text), "dock", "Peak-hour"))),
        )
        for number, text in enumerate(LOOKALIKES)
    ]
    noted.append(
        observation("With #inline and (#bracketed) tags", recorded="2024-03-01", tags=("inline", "bracketed", "été"))
    )
    journal.write_text(written(*noted)[0], encoding="utf-8", newline="\n")
    surroundings = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(folder),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "PYTHONUTF8": "1",
    }

    def jrnl(*words: str, answers: str = "") -> str:
        done = subprocess.run(
            [str(JRNL), *words], input=answers, env=surroundings, capture_output=True, encoding="utf-8", timeout=30
        )
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    jrnl("--format", "json", "--file", str(tmp_path / "first.json"), answers=f"{journal}\nn\nn\n")
    exported = json.loads((tmp_path / "first.json").read_text())
    assert len(exported["entries"]) == len(noted)
    assert [entry["starred"] for entry in exported["entries"]] == [one.starred for one in noted]
    expected = {tag.lower() for one in noted for tag in one.tags}
    assert {tag[1:] for tag in exported["tags"]} == expected
    assert exported["tags"]["#dock"] == len(LOOKALIKES)
    assert all(
        {f"#{tag.lower()}" for tag in one.tags} == set(entry["tags"])
        for one, entry in zip(noted, exported["entries"], strict=True)
    )

    originals = [facts(one) for one in noted]
    assert [facts(item) for item in JrnlJson(io.BytesIO((tmp_path / "first.json").read_bytes()))] == originals
    jrnl("--format", "text", "--file", str(tmp_path / "first.txt"))
    assert [facts(item) for item in JrnlText(io.BytesIO((tmp_path / "first.txt").read_bytes()))] == originals
    jrnl("2024-03-02 08:00: typed in jrnl afterwards. With a body", answers="")  # jrnl writes the whole file anew
    assert [facts(item) for item in JrnlText(io.BytesIO(journal.read_bytes()))][:-1] == originals
    assert read_back(journal.read_text(encoding="utf-8"))[-1].observed_on.day == dt.date(2024, 3, 2)
