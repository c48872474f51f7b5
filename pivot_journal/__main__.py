"""Run the program with ``python -m pivot_journal``."""

import sys

from pivot_journal.cli import main

if __name__ == "__main__":
    sys.exit(main())
