"""Where things lie: the journal, the settings, and files that the program leaves for its user."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from pivot_journal.domain.errors import ValueRefused

JOURNAL_VARIABLE = "PIVOT_JOURNAL"
SETTINGS_VARIABLE = "PIVOT_SETTINGS"
_NAME = "pivot-journal"


def journal_path(given: str | None, environ: Mapping[str, str]) -> Path:
    """Return where the journal lies: as given, else ``$PIVOT_JOURNAL``, else the platform's user data folder.

    Raises:
        ValueRefused: What was given is empty, as an unset variable of a script is, or names no place.
    """
    if given is not None:
        return named_path(given, "--journal")
    if named := environ.get(JOURNAL_VARIABLE):
        return named_path(named, f"${JOURNAL_VARIABLE}")
    return data_folder() / "journal.db"


def data_folder() -> Path:
    """Return the platform's folder for the user's data, whether or not it exists yet."""
    from platformdirs import user_data_path

    return _of_the_user(user_data_path, "journal", JOURNAL_VARIABLE)


def settings_path(environ: Mapping[str, str]) -> Path:
    """Return where the settings lie: ``$PIVOT_SETTINGS``, else the platform's user configuration folder."""
    if named := environ.get(SETTINGS_VARIABLE):
        return named_path(named, f"${SETTINGS_VARIABLE}")
    from platformdirs import user_config_path

    return _of_the_user(user_config_path, "settings", SETTINGS_VARIABLE) / "settings.toml"


def formats_path(environ: Mapping[str, str]) -> Path:
    """Return where the user's own formats of a pitch lie: beside the settings."""
    return settings_path(environ).with_name("formats.toml")


def named_path(given: str, by: str) -> Path:
    """Return a path that a person wrote, with '~' for a home folder.

    Args:
        given: What was written.
        by: The option or variable it was written in, for the error.

    Raises:
        ValueRefused: It is empty, or the home folder is not known.
    """
    if not given.strip():
        raise ValueRefused(f"{by} names no file: it is empty.")
    try:
        return Path(given).expanduser()
    except RuntimeError as error:
        raise ValueRefused(f"{by}: the home folder of {given} is not known. Write the whole path.") from error


def _of_the_user(find: Callable[..., Path], what: str, variable: str) -> Path:
    """Return a folder of the user's; without a home folder it would be one called '~' wherever one happens to be."""
    try:
        folder = find(_NAME, appauthor=False)
    except RuntimeError:  # what newer platformdirs raise; older ones return the '~'
        folder = Path("~")
    if not folder.is_absolute():
        raise ValueRefused(f"There is no home folder for the {what}. Name a file with ${variable}.")
    return folder
