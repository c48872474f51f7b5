"""Every step of the schema, oldest first; ``sqlite-utils migrate JOURNAL migrations/`` looks for this file name.

A step is a numbered file with a function ``up(db)``. Once released it is never edited again; what has to change
changes in a new step. After each step the triggers, views and indexes are made anew by ``objects.py``, because
changing a table drops its triggers without a word.
"""

import runpy
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database, Migrations

migrations = Migrations("pivot_journal")

_here = Path(__file__).parent
_recreate_objects: Callable[[Database], None] = runpy.run_path(str(_here / "objects.py"))["recreate_objects"]


def _register(path: Path) -> None:
    up: Callable[[Database], None] = runpy.run_path(str(path))["up"]

    def step(db: Database) -> None:
        up(db)
        _recreate_objects(db)

    migrations(name=path.stem)(step)


for _path in sorted(_here.glob("[0-9][0-9][0-9][0-9]_*.py")):
    _register(_path)
