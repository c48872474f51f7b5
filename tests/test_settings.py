"""The settings file: what it may hold, how a mistake is named, and that remembering one leaves the rest alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.settings import DAY_ORDERS, THEMES, Settings, load_settings, remember


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the settings could be, but are not."""
    return tmp_path / "config" / "settings.toml"


def written(path: Path, text: str | bytes) -> Path:
    """Write a settings file."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize("text", [None, "", "# nothing but a comment\n"])
def test_without_any_every_setting_has_its_default(path: Path, text: str | None) -> None:
    if text is not None:
        written(path, text)
    assert load_settings(path) == Settings(theme="dark", day_order="", simple_keys=False)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("day_order", DAY_ORDERS)
@pytest.mark.parametrize("simple_keys", [True, False])
def test_every_value_that_is_named_is_taken(path: Path, theme: str, day_order: str, simple_keys: bool) -> None:
    text = f"theme = '{theme}'\nday_order = \"{day_order}\"\nsimple_keys = {str(simple_keys).lower()}\n"
    assert load_settings(written(path, text)) == Settings(theme=theme, day_order=day_order, simple_keys=simple_keys)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("# mine\n\ncolour = 'red'\n", 3, 'there is no setting "colour". There is: theme, day_order, simple_keys, '),
        ("theme = 'blue'", 1, 'theme takes "dark" or "light".'),
        ("# theme = 'dark'\n  theme = 3", 2, 'theme takes "dark" or "light".'),
        ("simple_keys = 'yes'", 1, "simple_keys takes true or false."),
        ("simple_keys = 1", 1, "simple_keys takes true or false."),
        ("\n'day_order' = 'year-first'", 2, 'day_order takes "" or "day-first" or "month-first".'),
        ("linkedin_characters = 250", 1, "linkedin_characters takes 200 or 300."),
        ("linkedin_characters = '200'", 1, "linkedin_characters takes 200 or 300."),
        ("known_acronyms = 'WMS'", 1, "known_acronyms takes a list of words"),
        ("inbox = 3", 1, "inbox takes a text in quotation marks."),
        ("\nknown_acronyms = ['WMS', 3]", 2, "known_acronyms takes a list of words"),
        ("theme = 'dark'\n\n[editor]\nname = 'vi'", 3, 'there is no setting "editor".'),
        ("theme = 'dark'\neditor.name = 'vi'", 2, 'there is no setting "editor".'),
        ("theme = 'dark'\n[[editors]]\n", 2, 'there is no setting "editors".'),
        ("theme_of_mine = 1\ntheme = 'dark'", 1, 'there is no setting "theme_of_mine".'),
        ("theme = 'dark'\ntheme = 'light'\n", 2, "this is not TOML: cannot overwrite a value."),
        ("# mine\ntheme = dark\n", 2, "this is not TOML: invalid value."),
        ("theme = 'dark\n", 1, "this is not TOML: "),
        ("theme 'dark'", 1, "this is not TOML: "),
        ("theme = [\n1,\n2", 3, "this is not TOML: "),
        (b"theme = 'dark'\n# Gr\xf6\xdfe\n", 2, "this is not UTF-8."),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line(path: Path, text: str | bytes, line: int, words: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        load_settings(written(path, text))
    assert str(refused.value).startswith(f"{path}, line {line}: {words}")
    assert "\n" not in str(refused.value)
    assert refused.value.status == 2


def test_an_inbox_lies_where_it_is_named_or_within_the_home_folder(path: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert Settings().inbox_path is None
    assert load_settings(written(path, "inbox = 'notes/in.txt'")).inbox_path == home / "notes" / "in.txt"
    assert Settings(inbox="~/in.txt").inbox_path == home / "in.txt"
    assert Settings(inbox=f"{tmp_path}/in.txt").inbox_path == tmp_path / "in.txt"


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(ValueRefused, match=r"The settings in .* cannot be read: Is a directory\."):
        load_settings(tmp_path)


# Remembering


def test_what_is_remembered_is_read_back_and_its_folder_made(path: Path) -> None:
    remember(path, "theme", "light")
    assert load_settings(path).theme == "light"
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_remembering_leaves_comments_order_and_other_settings_as_they_are(path: Path) -> None:
    written(path, "# mine\r\ntheme = 'dark'   # for the evening\r\n\r\nday_order = 'day-first'")
    path.chmod(0o644)
    remember(path, "theme", "light")
    assert path.read_bytes() == (b"# mine\r\ntheme = \"light\"   # for the evening\r\n\r\nday_order = 'day-first'")
    assert path.stat().st_mode & 0o777 == 0o644
    remember(path, "day_order", "")
    assert load_settings(path) == Settings(theme="light")


def test_a_setting_that_was_not_there_comes_on_a_line_of_its_own(path: Path) -> None:
    remember(written(path, "day_order = 'day-first'"), "theme", "light")
    assert load_settings(path) == Settings(theme="light", day_order="day-first")


def test_behind_a_link_the_file_it_leads_to_is_written(path: Path, tmp_path: Path) -> None:
    real = written(tmp_path / "dotfiles" / "pivot.toml", "theme = 'dark'\n")
    path.parent.mkdir()
    path.symlink_to(real)
    remember(path, "theme", "light")
    assert path.is_symlink()
    assert load_settings(real).theme == "light"


@pytest.mark.parametrize("text", ["theme 'dark'\n", b"theme = '\xff'\n"])
def test_a_file_that_is_not_toml_is_left_as_it_is(path: Path, text: str | bytes) -> None:
    before = written(path, text).read_bytes()
    with pytest.raises(ValueRefused, match=r"theme could not be remembered in .*, which is not TOML"):
        remember(path, "theme", "light")
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_written_is_said_and_left_as_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(path, "theme = 'dark'\n")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ValueRefused, match=r"theme could not be remembered in .*: No space left on device\."):
        remember(path, "theme", "light")
    assert path.read_text() == "theme = 'dark'\n"
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]
