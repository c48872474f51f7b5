"""The last guard before the terminal: no control character of the user's text ever acts on it."""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class ControlGuard(LineFilter):
    """Drops control and direction-override characters from everything drawn; they are zero cells wide."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without what could act on the terminal."""
        return [
            segment
            if segment.control or not _UNSAFE.search(segment.text)
            else Segment(_UNSAFE.sub("", segment.text), segment.style)
            for segment in segments
        ]
