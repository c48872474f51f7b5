"""A bare Textual app with a text area: what any program of this kind costs before it does anything of its own."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import TextArea

READY = "ready to be written in"


class Bare(App[None]):
    """Nothing but a text area."""

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield TextArea("\n".join([READY, *(f"line {number} of a text" for number in range(2_000))]))


if __name__ == "__main__":
    Bare().run()
