"""Markdown notes: which day, text and tags a note has, what is refused, and that what we write comes back."""

from __future__ import annotations

import datetime as dt
import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import moment, observation, when
from pivot_journal.domain.errors import InputRefused, ValueRefused
from pivot_journal.domain.observation import Observation, Reference, Triage
from pivot_journal.domain.text import accept_tag, clean
from pivot_journal.domain.when import UNKNOWN_DAY, Precision, When
from pivot_journal.exchange import markdown
from pivot_journal.exchange.front_matter import FrontMatterBroken, split
from pivot_journal.exchange.incoming import Incoming, Reject
from pivot_journal.exchange.markdown import MarkdownNotes, looks_like
from pivot_journal.exchange.markdown_out import note_path, write_markdown, write_markdown_folder


def read(folder: Path, **notes: str | bytes) -> list[Incoming | Reject]:
    """Return what is in a folder of notes; '__' in a name stands for '/'."""
    for name, content in notes.items():
        path = folder / f"{name.replace('__', '/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(MarkdownNotes(folder))


def entry(folder: Path, content: str | bytes, name: str = "note") -> Incoming:
    (item,) = read(folder, **{name: content})
    assert isinstance(item, Incoming), item
    return item


def reject(folder: Path, content: str | bytes, name: str = "note") -> Reject:
    (item,) = read(folder, **{name: content})
    assert isinstance(item, Reject), item
    assert "\n" not in item.reason
    return item


def test_a_note_becomes_an_entry_with_all_that_it_says(tmp_path: Path) -> None:
    found = entry(
        tmp_path,
        "---\ndate: 2024-02-06\ntags:\n  - dock\n  - site/north\nstarred: true\n---\n\nDock 3 jammed.\n\nTwice.\n",
        "days__jam",
    )
    assert found == Incoming(
        text="Dock 3 jammed.\n\nTwice.",
        observed_on=When(dt.date(2024, 2, 6)),
        tags=("dock", "site/north"),
        starred=True,
        source_key="markdown:days/jam.md",
        line=1,
        place="days/jam.md",
    )


@pytest.mark.parametrize(
    ("front_matter", "name", "meant"),
    [
        ("date: 2024-02-06", "2023-01-01 x", "2024-02-06"),
        ("Date: 2024-02-06\ncreated: 2023-05-05", "x", "2024-02-06"),
        ("date:\ncreated: 2024-02-06 09:03", "x", "2024-02-06"),
        ("start_time: 2024-02-06T23:30:00Z", "x", "2024-02-06"),
        ("created: 2024-02-06\nstart_time: 2023-01-01", "x", "2024-02-06"),
        ("published: 2023-01-01", "2024-02-06-x", "2024-02-06"),
        ("title: x", "2024-02-06", "2024-02-06"),
        ("title: x", "20240206", "2024-02-06"),
        ("title: x", "20240206211143-1.todo", "2024-02-06"),
        ("title: x", "202402062111 x", "2024-02-06"),
        ("title: x", "20240206999999", ""),
        ("title: x", "2024020", ""),
        ("title: x", "2024-02-31 x", ""),
        ("title: x", "0999-02-06 x", ""),
        ("title: x", "x 2024-02-06", ""),
        ('date: "2024-02-06 23:50:00 +0300"', "x", "2024-02-06"),
        ("date: 2024-02-06 23:50:00 -0800", "x", "2024-02-06"),
        ("date: 2024-02-06T23:30:00-05:00", "x", "2024-02-06"),
        ("date: 2024-02-06T00:30:00.000Z", "x", "2024-02-06"),
        ("date: 2024-02-06 9:03 PM", "x", "2024-02-06"),
        ('date: "[[2024-02-06]]"', "x", "2024-02-06"),
        ("date: [2024-02-06]", "x", "2024-02-06"),
        ("date: 20240206", "x", "2024-02-06"),
        ("date: 6 feb 2024", "x", "2024-02-06"),
        ("date: 2024-02", "x", "2024-02"),
        ("date: 2024", "x", "2024"),
        ("date: spring 2024", "x", "spring 2024"),
        ("date: 2024-03-01\nprecision: season", "x", "spring 2024"),
        ("date: 2024-03-01\nprecision: high", "x", "2024-03-01"),
        ("date: ~", "x", ""),
    ],
)
def test_the_day_is_the_first_that_the_note_names_and_never_that_of_the_file(
    tmp_path: Path, front_matter: str, name: str, meant: str
) -> None:
    assert entry(tmp_path, f"---\n{front_matter}\n---\nbody", name).observed_on == when(meant)


@pytest.mark.parametrize(
    "value",
    ["soon", "2024-02-31", "2024-02-06T25:00", "02/03/2024", "yesterday", "3 mar", "{a: b}", "[a, b]", "0999-01-01"],
)
def test_a_date_that_is_not_understood_refuses_the_note_and_names_its_line(tmp_path: Path, value: str) -> None:
    found = reject(tmp_path, f"---\ntitle: x\ndate: {value}\n---\nbody", "2024-01-01 x")
    assert (found.line, found.place) == (3, "2024-01-01 x.md")
    assert "date" in found.reason


def test_slashed_dates_follow_the_day_order(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ndate: 02/03/2024\n---\nbody")
    (item,) = MarkdownNotes(tmp_path, day_order="day-first")
    assert isinstance(item, Incoming)
    assert item.observed_on == when("2024-03-02")


@pytest.mark.parametrize(
    ("front_matter", "name", "meant"),
    [
        ("date: 2024-02-06T23:30:00-08:00", "x", dt.datetime(2024, 2, 7, 7, 30, tzinfo=dt.UTC)),
        ("date: 2024-02-06\ncreated: 2024-02-07 10:00 Z", "x", dt.datetime(2024, 2, 7, 10, tzinfo=dt.UTC)),
        ("date: 2024-02-06", "x", None),
        ("start_time: 2024-02-06T23:30:00Z", "x", None),
        ("title: x", "20240206211143", dt.datetime(2024, 2, 6, 21, 11, 43).astimezone()),
    ],
)
def test_the_moment_is_the_one_at_which_the_note_was_begun(
    tmp_path: Path, front_matter: str, name: str, meant: dt.datetime | None
) -> None:
    assert entry(tmp_path, f"---\n{front_matter}\n---\nbody", name).source_recorded_at == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[dock, peak]", ("dock", "peak")),
        ("dock, peak", ("dock", "peak")),
        ('"#dock #peak"', ("dock", "peak")),
        ("dock peak,dock", ("dock", "peak")),
        ("\n- Config Errors\n- '#dock'\n-", ("Config-Errors", "dock")),
        ("[2024, no, 1:30]", ("tag-2024", "no", "tag-1-30")),
        ("0🌲", ("0🌲",)),
        ("", ()),
        ("[]", ()),
    ],
)
def test_tags_are_a_list_or_words_and_stay_as_they_are_written(
    tmp_path: Path, written: str, meant: tuple[str, ...]
) -> None:
    note = f"---\ncategories: [x]\nkeywords: [y]\ntags: {written}\n---\nbody #inline"
    assert entry(tmp_path, note).tags == meant


@pytest.mark.parametrize("written", ["{a: b}", "[[a]]", "['##']"])
def test_tags_that_are_none_refuse_the_note(tmp_path: Path, written: str) -> None:
    reject(tmp_path, f"---\ntags: {written}\n---\nbody")


@pytest.mark.parametrize(
    ("note", "name", "text"),
    [
        ("---\ntitle: Dock 3\n---\nIt jammed.", "x", "Dock 3\n\nIt jammed."),
        ("---\ntitle: Dock 3\n---\n# dock 3\n\nIt jammed.", "x", "# dock 3\n\nIt jammed."),
        ("---\ntitle: Dock 3\n---\n", "x", "Dock 3"),
        ("It jammed.\n", "2024-02-06 Walk with Mara", "Walk with Mara\n\nIt jammed."),
        ("## Notes\n\nIt jammed.", "Dock", "Dock\n\n## Notes\n\nIt jammed."),
        ("# Dock 3\n\nIt jammed.", "Walk with Mara", "# Dock 3\n\nIt jammed."),
        ("It jammed.", "2024-02-06-it-jammed", "It jammed."),
        ("It jammed.", "2024-02-06", "It jammed."),
        ("It jammed.", "2024-02-06 12", "It jammed."),
        ("", "2024-02-06-it-jammed", "it-jammed"),
        ("\ufeff---\r\ntitle: Dock 3\r\n---\r\n\r\nIt\r\njammed.\r\n", "x", "Dock 3\n\nIt\njammed."),
        ("\n\n    code\n\n", "x", "    code"),
        ("---\n\nJust a rule above.", "x", "---\n\nJust a rule above."),
        ("---\n# nothing but a remark\n---\nIt jammed.", "x", "It jammed."),
        ("a: b\n---\nIt jammed.", "x", "a: b\n---\nIt jammed."),
        ("It\x1b[31m jammed\u202e.\x00", "x", "It[31m jammed."),
    ],
)
def test_the_text_is_the_body_under_its_title(tmp_path: Path, note: str, name: str, text: str) -> None:
    assert entry(tmp_path, note, name).text == text


@pytest.mark.parametrize("name", ["2024-02-06", "20240206211143"])
def test_a_note_without_title_and_body_is_refused(tmp_path: Path, name: str) -> None:
    assert "empty" in reject(tmp_path, "---\ndate: 2024-02-06\n---\n\n", name).reason


def test_front_matter_of_hexo_has_no_line_above_it(tmp_path: Path) -> None:
    found = entry(tmp_path, "title: Dock\ndate: 2024-02-06 23:30:09\ntags:\n- a\n- b\n---\n\nIt jammed.\n")
    assert (found.text, found.observed_on, found.tags) == ("Dock\n\nIt jammed.", when("2024-02-06"), ("a", "b"))


@pytest.mark.parametrize(
    ("note", "line", "says"),
    [
        ("---\ndate: 2024-02-06\n\tx: 1\n---\nbody", 3, "not YAML"),
        ("---\ntitle: Dock: jammed\n---\nbody", 2, "not YAML"),
        ("---\na: [1\n---\nbody", 3, "not YAML"),
        ("---\na: *nothing\n---\nbody", 2, "not YAML"),
        ("---\n- a\n- b\n---\nbody", 2, "names and values"),
        ("---\n\njust words\n---\nbody", 3, "names and values"),
        ("---\ndate: 2024-02-06\nbody", 1, "not closed"),
        ("+++\ndate = 2024-02-06\n+++\nbody", 1, "TOML"),
        ("---\na: \x01\n---\nbody", 2, "control character"),
        ('---\na: "\\UFFFFFFFF"\n---\nbody', 2, "not YAML"),
        ("---\ndate: 2024-02-06\ndate: 2024-02-07\n---\nbody", 3, "twice"),
        ("---\ntags: [a]\nTags: [b]\n---\nbody", 3, "twice"),
        ("---\na: " + "[" * 1_000 + "\n---\nbody", 2, "nested too deeply"),
        ("---\na: " + "[" * 60_000 + "\n---\nbody", 2, "nested too deeply"),
        ("---\na: " + "x" * 70_000 + "\n---\nbody", 2, "longer than"),
        ("---\ntitle: {a: b}\n---\nbody", 2, '"title"'),
    ],
)
def test_front_matter_that_is_broken_refuses_the_note_at_its_line(
    tmp_path: Path, note: str, line: int, says: str
) -> None:
    found = reject(tmp_path, note)
    assert says in found.reason
    assert (found.line, found.place) == (line, "note.md")
    assert found.raw == note[:1000]


def test_the_same_value_twice_is_one(tmp_path: Path) -> None:
    assert entry(tmp_path, "---\nDate: 2024-02-06\ndate: 2024-02-06\n---\nbody").observed_on == when("2024-02-06")


def test_anchors_that_multiply_are_not_multiplied() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40))
    front = split(f"---\n{bomb}loop: &loop [*loop]\nanchored: &b 2024-02-06\ndate: *b\n---\nbody")
    assert front.value("date") == "2024-02-06"
    with pytest.raises(FrontMatterBroken):
        front.value("loop")


def test_objects_of_python_are_never_made(tmp_path: Path) -> None:
    marker = tmp_path / "made"
    note = f"---\nx: !!python/object/apply:os.mkdir ['{marker}']\ndate: 2024-02-06\n---\nbody"
    assert entry(tmp_path, note).observed_on == when("2024-02-06")
    assert not marker.exists()


def test_bytes_that_are_no_text_refuse_the_note_only(tmp_path: Path) -> None:
    bad, good, wide = read(tmp_path, a=b"one\n\xe9t\xe9", b="good", c="x".encode("utf-16"))
    assert isinstance(bad, Reject)
    assert (bad.line, bad.place) == (2, "a.md")
    assert bad.raw.encode("utf-8", "surrogateescape") == b"one\n\xe9t\xe9"
    assert isinstance(good, Incoming)
    assert isinstance(wide, Reject)
    assert "UTF-16" in wide.reason


def test_a_note_that_is_too_long_is_refused_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "LONGEST_NOTE", 100)
    found = reject(tmp_path, "é" * 500)
    assert "longer than" in found.reason


def test_what_is_no_note_is_named_and_not_read(tmp_path: Path) -> None:
    for name in ("b.MARKDOWN", "pictures/a.png", "c.base", ".index", ".obsidian/app.md", "d/e.mkd"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("---\ntags: [x]\nmood: good\n---\ntext")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    os.mkfifo(tmp_path / "pipe.md")
    notes = MarkdownNotes(tmp_path)
    assert [item.place for item in notes] == ["b.MARKDOWN", "d/e.mkd"]
    assert notes.left_out == ["mood", ".index", ".obsidian/", "c.base", "gone.md (a link)", "pipe.md", "round (a link)"]
    assert notes.attachments == ["pictures/a.png"]


def test_a_note_or_folder_that_cannot_be_read_is_refused_and_the_others_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    real = os.scandir

    def locked(path: str) -> object:
        if path.endswith("a"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", locked)
    (tmp_path / "b.md").write_text("b")
    (tmp_path / "c.md").write_text("c")
    items = iter(MarkdownNotes(tmp_path))
    assert isinstance(next(items), Incoming)
    (tmp_path / "c.md").unlink()
    rest = list(items)
    assert [(item.place, "cannot be read" in item.reason) for item in rest if isinstance(item, Reject)] == [
        ("c.md", True),
        ("a", True),
    ]


def test_file_names_of_any_bytes_become_names_that_can_be_stored(tmp_path: Path) -> None:
    for name in (b"a\xff.md", b"b\x1b[31m\n.md", "c\u0301 d.md".encode()):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("# x")
    places = [item.place for item in MarkdownNotes(tmp_path)]
    assert places == ["a\\xff.md", "b[31m .md", "ć d.md"]


def test_a_single_file_is_one_note(tmp_path: Path) -> None:
    path = tmp_path / "2024-02-06.md"
    path.write_text("It jammed.")
    (item,) = MarkdownNotes(path)
    assert isinstance(item, Incoming)
    assert (item.place, item.source_key, item.observed_on) == ("", "markdown:2024-02-06.md", when("2024-02-06"))


@pytest.mark.parametrize("name", ["nowhere", "empty", "pipe", "nul\0"])
def test_what_is_no_folder_of_notes_at_all_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty/a.txt").touch()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputRefused):
        list(MarkdownNotes(tmp_path / name))


def test_a_folder_or_file_of_notes_is_recognised(tmp_path: Path) -> None:
    deep = tmp_path / "a/b/2024.markdown"
    deep.parent.mkdir(parents=True)
    deep.write_text("x")
    (tmp_path / "a/.hidden").mkdir()
    (tmp_path / "a/.hidden/x.md").write_text("x")
    assert looks_like(b"", tmp_path)
    assert looks_like(b"x", deep)
    assert not looks_like(b"x", tmp_path / "x.txt")
    deep.unlink()
    assert not looks_like(b"", tmp_path)


@given(st.binary(max_size=200))
@settings(max_examples=40)
def test_no_bytes_at_all_are_more_than_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.md"
    for content in (data, b"---\n" + data + b"\n---\nx", b"---\npivot_journal: x\n---\n<!-- observation " + data):
        path.write_bytes(content)
        assert all("\n" not in item.reason for item in MarkdownNotes(path) if isinstance(item, Reject))


YAML_BITS = st.sampled_from(
    "date|tags|:| |\n|- |[|]|{|}|&a|*a|'|\"|>|!|!!binary|%|@|2024-02-06|#|\t|<<|?|\\|~|---|...".split("|")  # noqa: SIM905
)


@given(st.lists(YAML_BITS, max_size=14).map("".join))
@settings(max_examples=60)
def test_no_front_matter_at_all_is_more_than_refused(block: str) -> None:
    try:
        front = split(f"---\ndate: {block}\n---\nx")
        front.value("date")
        front.text("tags")
    except FrontMatterBroken:
        pass


# Writing


TAGS = st.text("ab-/_0éß日🌲No", min_size=1, max_size=8).filter(lambda name: _is_tag(name))
TEXTS = st.lists(
    st.sampled_from(
        ["Dock 3", "---", "\n", "date: 2024-02-06", "<!-- observation ", "\\", "## ", "#x", " ", "\t", "🌲", "..."]
    )
    | st.text(max_size=6).map(clean),
    min_size=1,
    max_size=9,
).map("".join)
PRECISIONS = st.sampled_from([precision for precision in Precision if precision is not Precision.UNKNOWN])
WHENS = st.just(UNKNOWN_DAY) | st.builds(When.of, st.dates(dt.date(1901, 1, 1), dt.date(2200, 12, 31)), PRECISIONS)
OBSERVATIONS = st.lists(
    st.builds(
        observation,
        TEXTS.filter(lambda text: bool(text.strip())),
        observed_on=WHENS,
        tags=st.lists(TAGS, max_size=3, unique_by=str.casefold).map(tuple),
        starred=st.booleans(),
        decision=st.none() | st.just('"x": {y}, #z 🌲\x7f'),
    ),
    min_size=1,
    max_size=3,
)


def _is_tag(name: str) -> bool:
    try:
        return accept_tag(name) == name
    except ValueRefused:
        return False


def _carried(observations: list[Observation]) -> list[tuple[object, ...]]:
    """Return what Markdown can hold of observations: of their text all but blank lines above and blanks at the end."""
    return [(_without_blank_ends(o.text), o.observed_on, o.tags, o.starred, o.recorded_at) for o in observations]


def _without_blank_ends(text: str) -> str:
    lines = text.rstrip().split("\n")
    while not lines[0].strip(" \t"):
        del lines[0]
    return "\n".join(lines)


def _facts(items: list[Incoming | Reject]) -> list[tuple[object, ...]]:
    entries = [item for item in items if isinstance(item, Incoming)]
    assert len(entries) == len(items), items
    return [(e.text, e.observed_on, e.tags, e.starred, e.source_recorded_at) for e in entries]


@given(OBSERVATIONS)
@settings(max_examples=60)
def test_one_file_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, observations: list[Observation]
) -> None:
    path = tmp_path_factory.getbasetemp() / "book.md"
    with path.open("w", encoding="utf-8", newline="\n") as out:
        write_markdown(observations, out)
    assert _facts(list(MarkdownNotes(path))) == _carried(observations)


@given(OBSERVATIONS)
@settings(max_examples=60)
def test_a_folder_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, observations: list[Observation]
) -> None:
    folder = tmp_path_factory.mktemp("notes")

    def write(place: str, content: str) -> None:
        path = folder / place
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode())

    write_markdown_folder(observations, write)
    found = {item.place: item for item in MarkdownNotes(folder)}
    assert _facts([found[note_path(o)] for o in observations]) == _carried(observations)


def test_a_note_is_written_as_obsidian_reads_it() -> None:
    notes: dict[str, str] = {}
    one = observation("Dock 3 jammed.", number=12, tags=("dock", "no", "2a"), starred=True, triage=Triage.FAILURE)
    assert write_markdown_folder([one], notes.__setitem__) == {}
    assert notes == {
        "2024-02/2024-02-06-observation-12.md": "---\ndate: 2024-02-06\ntags:\n  - dock\n"
        '  - "no"\n  - "2a"\nstarred: true\ntriage: failure\nrecorded_at: 2024-02-06T12:00:00+01:00\n---\n\n'
        "Dock 3 jammed.\n"
    }


@pytest.mark.parametrize(
    ("date", "path"),
    [
        ("2024-02", "2024-02/2024-02-observation-7.md"),
        ("Q1 2024", "2024-01/2024-01-observation-7.md"),
        ("2024", "2024-01/2024-observation-7.md"),
        ("", "undated/observation-7.md"),
    ],
)
def test_the_path_of_a_note_says_its_date_no_more_exactly_than_it_is_known(date: str, path: str) -> None:
    assert note_path(observation(number=7, observed_on=when(date))) == path


def test_what_markdown_cannot_hold_is_counted_by_name() -> None:
    many = [
        observation("x\n", reference=Reference(source="ticket"), earlier=[("y", "2024-02-06")]),
        observation("x", triage=Triage.WORRY),
        observation("x", decision_id="d", decision="Slots"),
    ]
    assert write_markdown(many, io.StringIO()) == {
        "evidence": 1,
        "earlier wordings": 1,
        "sorting": 2,
        "blank lines at the beginning or blanks at the end": 1,
    }


BOOK = '---\npivot_journal: observations\nmood: fine\n---\n\n# Observations\n\n<!-- observation {"id": "a"} -->\n\nx\n'


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ('<!-- observation {"id": "a"} -->\nother', "stands on line 8 already"),
        ("<!-- observation {} -->\nx", '"id"'),
        ("<!-- observation nonsense -->\nx", "marker"),
        ("<!-- observation " + "[" * 99_999 + "\nx", "marker"),
        ('<!-- observation {"id": "b", "date": "soon"} -->\nx', '"soon"'),
        ('<!-- observation {"id": "b", "date": 5} -->\nx', '"date"'),
        ('<!-- observation {"id": "b", "tags": "x"} -->\nx', '"tags"'),
        ('<!-- observation {"id": "b"} -->\n## 6 February 2024\n\n', "empty"),
        ('<!-- observation {"id": "b"} -->\n' + "line\n" * 250_000, "longer than"),
    ],
)
def test_an_observation_of_one_file_that_was_spoilt_is_refused_by_itself(tmp_path: Path, more: str, says: str) -> None:
    good, bad = read(tmp_path, book=BOOK + more)
    assert isinstance(good, Incoming)
    assert isinstance(bad, Reject)
    assert says in bad.reason
    assert bad.line == 11


def test_what_was_written_above_the_first_observation_is_not_lost_in_silence(tmp_path: Path) -> None:
    above, good = read(tmp_path, book=BOOK.replace("# Observations", "My own remark"))
    assert isinstance(above, Reject)
    assert "My own remark" in above.raw
    assert isinstance(good, Incoming)


def test_the_moment_of_writing_comes_back_to_the_microsecond(tmp_path: Path) -> None:
    exact = moment("2024-02-06").replace(microsecond=123456)
    path = tmp_path / "book.md"
    with path.open("w") as out:
        write_markdown([observation(recorded_at=exact)], out)
    (item,) = MarkdownNotes(path)
    assert isinstance(item, Incoming)
    assert item.source_recorded_at == exact
