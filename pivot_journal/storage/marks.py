"""What makes a file a journal of ours, for those who open it and those who bring it up to date."""

from __future__ import annotations

import sqlite3
import time

SCHEMA = 4
"""The number of migration steps that this version of the program knows; mirrored in ``PRAGMA user_version``."""
APPLICATION_ID = 0x5049564A
"""Marks a file as a Pivot Journal ('PIVJ')."""
BUSY_SECONDS = 5.0


def set_wal(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging; a simultaneous first start makes it wait, which SQLite does not do itself."""
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            if connection.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal":
                return
        except sqlite3.OperationalError:
            if time.monotonic() > end:
                raise
        if time.monotonic() > end:
            return
        time.sleep(0.01)
