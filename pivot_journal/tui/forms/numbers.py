"""Numbers as people type them into fields."""

from __future__ import annotations

import re

from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import one_line

_ABOUT = re.compile(r"(?:about|around|roughly|some|circa|ca\.?|~|≈)\s*(?=[^\sa-z])", re.IGNORECASE)
"""What says that a figure is no exact one; it stands before the figure."""


def whole_number(text: str, what: str) -> int:
    """Return a whole number of up to four digits.

    Args:
        text: What was typed.
        what: What the message calls it.

    Raises:
        ValueRefused: It is none; a sign such as "²" is no digit here.
    """
    if not re.fullmatch("[0-9]{1,4}", text):
        raise ValueRefused(f'{what}: "{one_line(text)[:20]}" is not a whole number.')
    return int(text)


def without_about(text: str) -> str:
    """Return a figure without the 'about' before it."""
    return _ABOUT.sub("", text, count=1) if _ABOUT.match(text) else text
