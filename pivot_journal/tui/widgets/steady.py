"""Words on the screen that are drawn only where they become others, and laid out only where they take more lines."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.visual import VisualType
from textual.widgets import Static


class Steady(Static):
    """Words over all of a width that come to stand there at every key, nearly always as they were.

    Laying out the whole screen, which a ``Static`` asks for whatever it is told, costs more than the key itself.

    Args:
        id: As of any widget.
        classes: As of any widget.
        least: The lines that it takes at least.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None, least: int = 0) -> None:
        super().__init__(id=id, classes=classes)
        self._least = least
        self._said: Content | None = Content("")
        """What stands there, laid out; None where that is not known."""

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Say something else.

        Args:
            content: Of the type ``Content``; anything else is passed on as it is.
            layout: False to pass it on as it is, too.
        """
        if not isinstance(content, Content) or not layout:
            self._said = None
            super().update(content, layout=layout)
            return
        before, self._said = self._said, content
        if before is None:
            super().update(content)
        elif (before.plain, before.spans) != (content.plain, content.spans):
            super().update(content, layout=self.display and self._is_other_height(before, content))

    def _is_other_height(self, before: Content, content: Content) -> bool:
        height = self._height(content)
        return height is None or height != self._height(before)

    def _height(self, content: Content) -> int | None:
        """Return the lines that something takes; None where it has to be laid out to know."""
        lines = content.plain.split("\n") if content.plain else []
        if "\t" in content.plain or any(cell_len(line) > self.content_size.width for line in lines):
            return None
        return max(len(lines), self._least)
