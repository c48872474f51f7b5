"""The few settings, in one TOML file that the user may write; docs/settings.md explains each."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from pivot_journal.domain.errors import ValueRefused

THEMES = ("dark", "light")
DAY_ORDERS = ("", "day-first", "month-first")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set; each has a default that works."""

    theme: str = "dark"
    """How the app looks: 'dark' or 'light'."""
    day_order: str = ""
    """How 02/03/2024 is read: 'day-first', 'month-first', or '' to refuse it."""
    simple_keys: bool = False
    """Do not ask the terminal for its detailed key reports, which some input methods do not get along with."""


_CHOICES = {"theme": THEMES, "day_order": DAY_ORDERS}


def load_settings(path: Path) -> Settings:
    """Return the settings in a file; the defaults where it is not there.

    Raises:
        ValueRefused: The file cannot be read, is not TOML, or holds a key or value that is not one; names the line.
    """
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise ValueRefused(f"The settings in {path} cannot be read: {error}.") from error
    import tomllib

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueRefused(f"The settings in {path} are not TOML: {error}.") from error
    known = {field.name: field for field in fields(Settings)}
    for key, value in values.items():
        where = f"{path}, line {_line_of(text, key)}"
        if key not in known:
            raise ValueRefused(f'{where}: there is no setting "{key}". There is: {", ".join(known)}.')
        if type(value) is not type(getattr(Settings(), key)):
            raise ValueRefused(f"{where}: {key} takes {_kind_of(key)}.")
        if key in _CHOICES and value not in _CHOICES[key]:
            raise ValueRefused(f"{where}: {key} takes {_kind_of(key)}.")
    return Settings(**values)


def remember(path: Path, key: str, value: str) -> None:
    """Write one setting into the file, leaving the rest of it, comments too, as it is.

    Raises:
        ValueRefused: The file cannot be written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
        document[key] = value
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(tomlkit.dumps(document), "utf-8")
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise ValueRefused(f"{key} could not be remembered in {path}: {error}.") from error


def _kind_of(key: str) -> str:
    if key in _CHOICES:
        return " or ".join(f'"{choice}"' for choice in _CHOICES[key])
    return "true or false"


def _line_of(text: str, key: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if line.split("=")[0].strip().strip("\"'") in {key, f"[{key}]"}:
            return number
    return 1
