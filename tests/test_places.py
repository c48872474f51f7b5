"""Where the journal and the settings lie."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.places import data_folder, journal_path, named_path, settings_path

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="each platform has folders of its own")


def test_the_option_wins_over_the_variable_and_that_over_the_users_folder() -> None:
    environ = {"PIVOT_JOURNAL": "/there/journal.db"}
    assert journal_path("/here/journal.db", environ) == Path("/here/journal.db")
    assert journal_path(None, environ) == Path("/there/journal.db")
    assert journal_path(None, {}) == data_folder() / "journal.db"
    assert journal_path(None, {"PIVOT_JOURNAL": ""}) == data_folder() / "journal.db"


@on_linux
def test_on_linux_both_lie_where_the_desktop_rules_say(tmp_path: Path) -> None:
    assert data_folder() == tmp_path / "home" / ".local" / "share" / "pivot-journal"
    assert settings_path({}) == tmp_path / "home" / ".config" / "pivot-journal" / "settings.toml"


def test_naming_a_place_makes_nothing(tmp_path: Path) -> None:
    assert not data_folder().exists()
    assert not settings_path({}).parent.exists()


def test_the_settings_may_be_named_by_a_variable(tmp_path: Path) -> None:
    assert settings_path({"PIVOT_SETTINGS": "~/mine.toml"}) == tmp_path / "home" / "mine.toml"
    assert settings_path({"PIVOT_SETTINGS": ""}) == settings_path({})


def test_a_tilde_is_a_home_folder(tmp_path: Path) -> None:
    assert journal_path("~/j.db", {}) == tmp_path / "home" / "j.db"
    assert journal_path(None, {"PIVOT_JOURNAL": "~/j.db"}) == tmp_path / "home" / "j.db"


@pytest.mark.parametrize("given", ["", "  "])
def test_an_option_without_a_name_is_refused_rather_than_meaning_the_users_own_journal(given: str) -> None:
    with pytest.raises(ValueRefused, match="--journal names no file: it is empty"):
        journal_path(given, {"PIVOT_JOURNAL": "/there/journal.db"})


def test_a_home_folder_that_nobody_has_is_refused() -> None:
    with pytest.raises(ValueRefused, match=r"-o: the home folder of ~nobody-of-this-name/x is not known"):
        named_path("~nobody-of-this-name/x", "-o")


@on_linux
@pytest.mark.parametrize("place", [data_folder, lambda: settings_path({})])
def test_without_a_home_folder_no_folder_called_tilde_is_used(
    place: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    with pytest.raises(ValueRefused, match=r"There is no home folder for the .*\. Name a file with \$PIVOT_"):
        place()
