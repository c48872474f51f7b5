"""The shell door: capture, list, show a pitch; opens the app when given no command."""

from pivot_journal.cli.main import main, run

__all__ = ["main", "run"]
