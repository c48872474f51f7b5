"""The one list of keys: each does something, is explained, and means one thing where it works."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections import Counter

import pytest
from textual.dom import DOMNode

import pivot_journal.tui
from pivot_journal.cli.parser import COMMANDS
from pivot_journal.tui.keys import KEYS, PLACE_TITLES, Key
from pivot_journal.tui.shell_commands import ONLY_IN_THE_SHELL


def widget_classes() -> list[type[DOMNode]]:
    found: set[type[DOMNode]] = set()
    for info in pkgutil.walk_packages(pivot_journal.tui.__path__, "pivot_journal.tui."):
        module = importlib.import_module(info.name)
        found |= {
            value
            for value in vars(module).values()
            if inspect.isclass(value) and issubclass(value, DOMNode) and value.__module__ == info.name
        }
    return sorted(found, key=lambda each: each.__qualname__)


def owners(key: Key) -> list[type[DOMNode]]:
    return [
        each
        for each in widget_classes()
        if any(getattr(binding, "id", None) == key.id for binding in each.__dict__.get("BINDINGS", ()))
    ]


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.id)
def test_every_key_is_bound_where_its_action_is(key: Key) -> None:
    bound = owners(key)
    assert bound, f"nothing binds {key.id}"
    for each in bound:
        assert hasattr(each, f"action_{key.action.split('(')[0]}"), f"{each.__name__} has no action {key.action}"


def test_every_key_is_explained_under_a_heading() -> None:
    for key in KEYS:
        assert key.help[0].isupper()
        assert not key.help.endswith(".")
        assert key.place in PLACE_TITLES


def test_what_the_palette_says_of_the_shell_is_what_the_shell_says_of_itself() -> None:
    assert ONLY_IN_THE_SHELL.items() <= COMMANDS.items()
    assert {"backup", "restore", "merge", "import", "export"} <= ONLY_IN_THE_SHELL.keys()


def test_a_key_means_one_thing_in_one_place() -> None:
    pressed = Counter((key.place, name) for key in KEYS for name in key.keys.split(","))
    assert [each for each, times in pressed.items() if times > 1] == []


def test_inside_text_fields_only_control_and_function_keys_act() -> None:
    for key in KEYS:
        if key.place in {"form", "beats", "search", "picker"}:
            for name in key.keys.split(","):
                assert len(name) > 1, f"{key.id} would take a letter away from the text"
