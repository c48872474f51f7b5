"""What every panel of the work side does: views and forms are panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from pivot_journal.tui.guarded import Guarded

if TYPE_CHECKING:
    from pivot_journal.tui.desk import Desk


class Panel(Guarded, Vertical):
    """A view of the work side. It is mounted when first shown and told when the journal has changed.

    Args:
        desk: The journal and the keeper of drafts.
    """

    shows_preview = True
    """Whether the pitch stands beside it."""

    def __init__(self, desk: Desk, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.desk = desk

    def look_again(self) -> None:
        """Read what is shown again; cursor, filter and open fields stay."""

    def take_focus(self) -> None:
        """Put the focus where keys are expected."""

    def highlight(self, key: object) -> None:
        """Put the cursor on something by its key."""
