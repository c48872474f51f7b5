"""Where things lie: the journal, the settings, and files that the program leaves for its user."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

JOURNAL_VARIABLE = "PIVOT_JOURNAL"
SETTINGS_VARIABLE = "PIVOT_SETTINGS"
_NAME = "pivot-journal"


def journal_path(given: str | None, environ: Mapping[str, str]) -> Path:
    """Return where the journal lies: as given, else ``$PIVOT_JOURNAL``, else the platform's user data folder."""
    named = given or environ.get(JOURNAL_VARIABLE)
    return Path(named).expanduser() if named else data_folder() / "journal.db"


def data_folder() -> Path:
    """Return the platform's folder for the user's data, whether or not it exists yet."""
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)


def settings_path(environ: Mapping[str, str]) -> Path:
    """Return where the settings lie: ``$PIVOT_SETTINGS``, else the platform's user configuration folder."""
    named = environ.get(SETTINGS_VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False) / "settings.toml"
