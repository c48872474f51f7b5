"""Break text into lines by the cells that it fills."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells


def wrap(text: str, width: int) -> list[str]:
    """Return a text as lines of at most so many cells, broken at blanks where there are any.

    Args:
        text: Any text; its own line breaks stay.
        width: Cells; at least 2 are used.

    Returns:
        At least one line; an empty text gives one empty line.
    """
    width = max(width, 2)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, filled = "", 0
        for word in paragraph.split():
            cells = cell_len(word)
            if line and filled + 1 + cells > width:
                lines.append(line)
                line, filled = "", 0
            if cells > width:
                *full, word = chop_cells(word, width)
                if line:
                    lines.append(line)
                lines += full
                line, filled = word, cell_len(word)
            else:
                line, filled = (f"{line} {word}", filled + 1 + cells) if line else (word, cells)
        lines.append(line)
    return lines


def cut(text: str, width: int) -> str:
    """Return a text in at most so many cells, its end replaced by '…' where it does not fit."""
    if cell_len(text) <= width:
        return text
    if width < 2:
        return "…"[:width]
    return chop_cells(text, width - 1)[0].rstrip() + "…"
