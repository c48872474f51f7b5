"""The few settings, in one TOML file that the user may write; docs/settings.md explains each."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, field, fields
from pathlib import Path

from pivot_journal.domain.errors import ValueRefused

THEMES = ("dark", "light")
DAY_ORDERS = ("", "day-first", "month-first")
NOTE_LENGTHS = (200, 300)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set; each has a default that works."""

    theme: str = "dark"
    """How the app looks: 'dark' or 'light'."""
    day_order: str = ""
    """How 02/03/2024 is read: 'day-first', 'month-first', or '' to refuse it."""
    simple_keys: bool = False
    """Do not ask the terminal for its detailed key reports, which some input methods do not get along with."""
    linkedin_characters: int = 200
    """How long a note on LinkedIn may be: 200 on a free account, 300 on a paid one."""
    known_acronyms: list[str] = field(default_factory=list)
    """Acronyms that your listeners know, for the coach."""
    inbox: str = ""
    """A text file whose lines come in as observations: absolute, or within the home folder; '' for none."""

    @property
    def inbox_path(self) -> Path | None:
        """Where the inbox lies; None without one."""
        return Path.home() / Path(self.inbox).expanduser() if self.inbox else None


_CHOICES: dict[str, tuple[object, ...]] = {
    "theme": THEMES,
    "day_order": DAY_ORDERS,
    "linkedin_characters": NOTE_LENGTHS,
}
_KINDS = {
    bool: "true or false",
    list: 'a list of words, such as ["WMS", "OTIF"]',
    str: "a text in quotation marks",
}


def load_settings(path: Path) -> Settings:
    """Return the settings in a file; the defaults where it is not there.

    Raises:
        ValueRefused: The file cannot be read, is not TOML, or holds a key or value that is not one; names the line.
    """
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise ValueRefused(f"The settings in {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ValueRefused(f"{path}, line {line}: this is not UTF-8. Write the file as UTF-8 text.") from error
    import tomllib

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueRefused(_not_toml(path, text, str(error))) from error
    known = {field.name: field for field in fields(Settings)}
    for key, value in values.items():
        where = f"{path}, line {_line_of(text, key)}"
        if key not in known:
            raise ValueRefused(f'{where}: there is no setting "{key}". There is: {", ".join(known)}.')
        if type(value) is not type(getattr(Settings(), key)):
            raise ValueRefused(f"{where}: {key} takes {_kind_of(key)}.")
        is_list = isinstance(value, list)
        if (key in _CHOICES and value not in _CHOICES[key]) or (is_list and not all(type(v) is str for v in value)):
            raise ValueRefused(f"{where}: {key} takes {_kind_of(key)}.")
    return Settings(**values)


def remember(path: Path, key: str, value: str) -> None:
    """Write one setting into the file, leaving the rest of it, comments too, as it is.

    The file is replaced as a whole, so that it is never found half-written; behind a link, the file that it leads to.

    Raises:
        ValueRefused: The file cannot be written.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        target = path.resolve()
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o600
        document = tomlkit.parse(target.read_bytes().decode()) if target.exists() else tomlkit.document()
        document[key] = value
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, tomlkit.dumps(document), mode)
    except OSError as error:
        raise ValueRefused(f"{key} could not be remembered in {path}: {error.strerror}.") from error
    except (UnicodeDecodeError, TOMLKitError) as error:
        raise ValueRefused(f"{key} could not be remembered in {path}, which is not TOML: {error}.") from error


def _replace(path: Path, text: str, mode: int) -> None:
    import tempfile

    handle, name = tempfile.mkstemp(prefix=".settings-", dir=path.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        partial.chmod(mode)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _not_toml(path: Path, text: str, error: str) -> str:
    """Name the line first, as every other error of a settings file does; tomllib has it at the end, or not at all."""
    what, _, place = error.partition(" (at ")
    found = re.match(r"line (\d+)", place)
    line = int(found[1]) if found else len(text.splitlines())
    return f"{path}, line {line}: this is not TOML: {what[0].lower()}{what[1:]}."


def _kind_of(key: str) -> str:
    if key in _CHOICES:
        return " or ".join(f'"{choice}"' if isinstance(choice, str) else str(choice) for choice in _CHOICES[key])
    return _KINDS[type(getattr(Settings(), key))]


def _line_of(text: str, key: str) -> int:
    """Return the line on which a key, or the table of that name, is given."""
    given = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[\].=]""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if given.match(line)), 1)
