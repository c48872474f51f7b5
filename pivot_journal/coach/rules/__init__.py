"""Every rule of the coach, one a file; the file is called like its rule and holds it as ``RULE``."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pivot_journal.coach.rule import Rule


def _collected() -> tuple[Rule, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__, f"{__name__}."))
    return tuple(import_module(name).RULE for name in names)


RULES: tuple[Rule, ...] = _collected()
"""In the order of their names."""
