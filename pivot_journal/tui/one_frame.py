"""What follows from one key, painted together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.widget import Widget

HOPS = 12
"""Turns of the event loop that a change may take from the widget that made it, through the messages to those that show
it, to the screen that paints them; seven were seen. Fewer than needed only cost a frame more."""


@asynccontextmanager
async def one_frame(widget: Widget) -> AsyncIterator[None]:
    """Paint what is changed inside in one frame, where Textual would paint the first of it by itself at once.

    Args:
        widget: Any that is on the screen.
    """
    with widget.app.batch_update():
        yield
        for _ in range(HOPS):
            await asyncio.sleep(0)
    widget.screen.check_idle()
