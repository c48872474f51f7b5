"""Run the program with ``python -m pivot_journal``."""

from pivot_journal.cli import run

if __name__ == "__main__":
    run()
