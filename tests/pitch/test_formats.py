"""Formats are data: the shipped ones hold together, a user's file is laid over them, and what is wrong is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pitch.builders import lines, material, two_stories
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.format_file import KEYS
from pivot_journal.pitch.formats import STANDARD, Role, Short, Unit, load_formats
from pivot_journal.pitch.roles import PITCH_ROLES, PROMPTS, ROLE_WORDS, STORY_ROLES, home

DOCUMENT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
NEW = """
[stand-up]
label = "Stand-up"
unit = "seconds"
low = 45
high = 60
most = 60
story = ["saw", "number"]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "formats.toml"


def refused(path: Path, text: str) -> str:
    path.write_text(text, "utf-8")
    with pytest.raises(ValueRefused) as error:
        load_formats(path)
    return str(error.value).removeprefix(f"{path}, ")


def test_there_are_eight_formats_and_the_answer_without_its_task() -> None:
    assert list(STANDARD) == [
        "hallway", "chat", "linkedin", "email", "bullets", "star", "car", "cover", "followup",
    ]  # fmt: skip
    assert set(STANDARD["star"].opening.roles) == {Role.WHO_I_AM}
    assert STANDARD["car"].opening.roles == ()
    assert STANDARD["car"].story_roles == STANDARD["star"].story_roles


@pytest.mark.parametrize("name", STANDARD)
def test_what_a_format_asks_for_requires_and_keeps_it_also_tells(name: str) -> None:
    chosen = STANDARD[name]
    told = {*chosen.opening.roles, *chosen.story_roles, *chosen.closing.roles}
    told |= STORY_ROLES if chosen.is_bullets else set()
    assert chosen.asks <= told
    assert chosen.required <= chosen.asks & chosen.never_dropped
    assert {drop.role for drop in chosen.drops} <= told | {Role.STORIES}
    assert chosen.description.endswith(".")
    assert 0 <= chosen.budget.low <= chosen.budget.high <= chosen.budget.most


@pytest.mark.parametrize("name", ["linkedin", "email", "followup"])
def test_what_is_sent_to_somebody_needs_their_name_and_something_for_them(name: str) -> None:
    required = STANDARD[name].required
    assert Role.GREETING in required
    assert required & {Role.WHY_THEM, Role.THEY_SAID}
    assert required & {Role.QUESTION, Role.ASK, Role.NEXT_STEP}


def test_no_format_says_the_formula_aloud() -> None:
    for chosen in STANDARD.values():
        assert not chosen.is_spoken or not {Role.FORMULA, Role.BULLET} & set(chosen.story_roles)


def test_every_role_has_a_name_a_home_and_where_it_is_asked_for_a_prompt() -> None:
    assert set(ROLE_WORDS) == set(Role)
    assert set(Role) - {Role.STORIES} == PITCH_ROLES | STORY_ROLES
    assert {home(Role.GREETING), home(Role.SAW), home(Role.NUMBER)} == {"pitch.listener", "story.saw", "impact"}
    asked = {role for chosen in STANDARD.values() for role in chosen.asks}
    assert asked <= set(PROMPTS)


def test_the_files_are_read_only_when_a_format_is_asked_for(tmp_path: Path) -> None:
    assert load_formats(None) is load_formats(tmp_path / "missing.toml") is STANDARD


# A file of the user's own


def test_a_new_format_is_added_after_the_shipped_ones_and_told(path: Path) -> None:
    path.write_text(NEW)
    formats = load_formats(path)
    assert list(formats) == [*STANDARD, "stand-up"]
    composed = compose(two_stories(), "stand-up", formats=formats)
    assert composed.text == "9 of 30 failed drops were clinics shut for lunch. I counted 118 failed drops in six weeks."
    assert (composed.format, composed.chosen.most_stories, composed.chosen.short_forms) == ("stand-up", 1, Short.NEVER)
    assert "stand-up" not in STANDARD


def test_a_shipped_format_is_changed_by_the_keys_that_differ(path: Path) -> None:
    path.write_text('[chat]\nhigh = 75\nmost = 75\n[hallway]\nopening = ["who_i_am"]\n')
    formats = load_formats(path)
    assert formats["chat"].budget.aim == "60–75"
    assert formats["chat"].story_roles == STANDARD["chat"].story_roles
    assert formats["hallway"].opening.roles == (Role.WHO_I_AM,)
    assert len(compose(two_stories(), "chat", formats=formats).left_out) > len(compose(two_stories(), "chat").left_out)


def test_the_limit_of_a_shipped_format_given_as_a_setting_also_holds_over_the_file(path: Path) -> None:
    path.write_text("[linkedin]\nhigh = 250\nmost = 250\n")
    composed = compose(two_stories(), "linkedin", formats=load_formats(path), limits={"linkedin": 300})
    assert composed.chosen.budget.aim == "300"
    assert compose(two_stories(), "linkedin", formats=load_formats(path)).chosen.budget.most == 250
    assert STANDARD["linkedin"].budget.most == 200


def test_another_limit_moves_the_aim_only_where_it_was_the_limit() -> None:
    assert STANDARD["hallway"].with_most(60).budget.aim == "30"
    assert STANDARD["hallway"].with_most(20).budget.aim == "20"
    assert STANDARD["chat"].with_most(120).budget.aim == "60–120"


def test_paragraphs_and_labels_are_as_the_lists_say(path: Path) -> None:
    lists = (
        'opening = ["opening"]\nstory = ["+", "saw", "Result:", "number", "---", "did"]\nclosing = ["+", "question"]'
    )
    path.write_text(NEW.replace('story = ["saw", "number"]', lists))
    composed = compose(material(two_stories().stories[0], of=lines()), "stand-up", formats=load_formats(path))
    assert [(block.label, block.text) for block in composed.blocks] == [
        ("", "Two launches went wrong in the same place. 9 of 30 failed drops were clinics shut for lunch."),
        ("Result", "I counted 118 failed drops in six weeks."),
        (
            "",
            "I tallied every failed drop, read the redelivery invoices and wrote a note to the PM. "
            "Where would you have caught the first one?",
        ),
    ]
    assert "Result" not in composed.text


def test_a_file_may_begin_with_a_byte_order_mark_and_name_a_format_in_other_ways(path: Path) -> None:
    path.write_text('\ufeffchat.high = 80\nchat.most = 80\nhallway = { label = "Lift" }\n', "utf-8")
    formats = load_formats(path)
    assert (formats["chat"].budget.most, formats["hallway"].label) == (80, "Lift")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[chat]\nlow = \n", "line 2: this is not TOML: invalid value."),
        ("# mine\nlow = 3\n", "line 2: low stands outside of a format. Write [name-of-the-format] above it."),
        ("[Board Meeting]\n", "line 1: this is not TOML: expected"),
        (
            '["Board Meeting"]\n',
            'line 1: "Board Meeting" is no name for a format. Use small letters, digits and - only',
        ),
        ("[chat]\n\nlongest = 3\n", 'line 3: a format has no key "longest". There is: label, description, unit'),
        ('[chat]\nlow = "60"\n', "line 2: low takes a whole number from 0 to 100,000."),
        ("[chat]\nlow = true\n", "line 2: low takes a whole number"),
        ("[chat]\nlow = -1\n", "line 2: low takes a whole number"),
        ("[chat]\nmost_stories = 4\n", "line 2: most_stories takes a number from 0 to 3."),
        ('[chat]\nunit = "minutes"\n', 'line 2: unit takes "seconds" or "words" or "characters".'),
        ("[chat]\nbullets = 1\n", "line 2: bullets takes true or false."),
        ("[chat]\nlabel = ''\n", 'line 2: label takes a text in quotation marks: "Lift".'),
        ('[chat]\nasks = "saw"\n', 'line 2: asks takes a list of names in quotation marks: ["saw", "number"].'),
        (
            '[chat]\nasks = [\n  "saw",\n  "seen",\n]\n',
            'line 4: there is no role "seen" for asks. There is: answer, ask',
        ),
        ('[chat]\nopening = ["saw"]\n', 'line 2: "saw" does not belong in opening. Write it in story.'),
        (
            '[chat]\nstory = ["opening"]\n',
            'line 2: "opening" does not belong in story. Write it in opening or closing.',
        ),
        ('[chat]\nstory = ["saw", "saw"]\n', 'line 2: "saw" stands twice in story. Write it once.'),
        ('[chat]\nstory = ["saw", "+"]\n', 'line 2: "+" may only stand first in story; "---" begins a paragraph.'),
        ('[chat]\ndrops = ["stories", "number"]\n', "line 2: number is never dropped. Take it out of drops."),
        (
            '[chat]\ndrops = [\n"later saw",\n]\n',
            "line 3: saw stands in drops and in never_dropped. Take it out of one",
        ),
        ('[email]\nlow = 3\nnever_dropped = ["mattered"]\n', "line 3: mattered stands in drops and in never_dropped."),
        (
            '[followup]\nnever_dropped = []\ndrops = ["they_said"]\n',
            "line 3: they_said stands in drops and in required.",
        ),
        ("[chat]\nlow = 95\n", "line 2: low (95) is above high (90). Write low = 90 or less."),
        ("[chat]\nmost = 70\n", "line 2: high (90) is above most (70). Write most = 90 or more."),
        ("[chat]\nlow = 0\nhigh = 0\nmost = 0\n", "line 4: most is 0, so that nothing fits."),
        ("[chat]\nfewest_stories = 3\nmost_stories = 2\n", "line 2: fewest_stories (3) is above most_stories (2)."),
        ('[chat]\ncoach_off = ["Missing Upstream"]\n', 'line 2: "Missing Upstream" is no name of a rule.'),
        (
            '[chat]\nhigh = 80\n\n[lift]\nlabel = "Lift"\n',
            "line 4: the new format lift needs unit, low, high, most too.",
        ),
        (NEW.replace('["saw", "number"]', "[]"), "line 8: the format stand-up says nothing."),
        ("[hallway]\nlow = 20\n\n[chat]\nlow = 95\n", "line 5: low (95)"),
        ("hallway.low = 95\n", "line 1: low (95)"),
        ("chat = { low = 95 }\n", "line 1: low (95)"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_what_to_write(path: Path, text: str, said: str) -> None:
    assert refused(path, text).startswith(said)


def test_a_file_that_cannot_be_read_says_why(path: Path) -> None:
    path.write_bytes(b"[chat]\nlabel = '\xff'\n")
    with pytest.raises(ValueRefused, match="line 2: this is not UTF-8"):
        load_formats(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(ValueRefused, match="cannot be read: Is a directory"):
        load_formats(path)


def test_an_unknown_format_is_told_which_there_are() -> None:
    with pytest.raises(ValueRefused, match=r'"opera" is not a format\. Choose one of: hallway, chat'):
        STANDARD.named("opera")


# The document


def test_every_key_and_every_role_is_documented() -> None:
    keys, _, roles = DOCUMENT.partition("## Roles")
    assert set(KEYS) <= set(re.findall(r"`(\w+)`", keys.partition("## Keys")[2]))
    of_pitch, _, of_story = roles.partition("Of each story")
    named = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)
    assert set(named.findall(of_pitch)) == PITCH_ROLES
    assert set(named.findall(of_story)) == STORY_ROLES


def test_every_shipped_format_is_documented_with_its_length() -> None:
    for chosen in STANDARD.values():
        row = re.search(rf"^\| `{chosen.name}` \|.*$", DOCUMENT, re.MULTILINE)
        assert row is not None
        assert chosen.budget.aim in row[0]


def test_the_example_of_the_document_works_as_it_stands(path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", DOCUMENT, re.DOTALL)
    assert example is not None
    path.write_text(example[1])
    formats = load_formats(path)
    assert formats["stand-up"].budget.unit is Unit.SECONDS
    assert compose(two_stories(), "stand-up", formats=formats).parts
