"""Where the journal cannot be read or written, say so and go on: no widget dies of it."""

from __future__ import annotations

from textual.message import Message
from textual.message_pump import MessagePump

from pivot_journal.domain.errors import JournalError
from pivot_journal.tui.messages import Say


class Guarded(MessagePump):
    """Turns an error of the journal that a handler or timer meets into a message to the user.

    A widget whose handler raises would take the whole app with it. What goes wrong here (another program holds the
    file, the disk is full, a thing is gone since it was shown) leaves everything as it was. Actions are guarded by
    the app.
    """

    async def _dispatch_message(self, message: Message) -> None:
        try:
            await super()._dispatch_message(message)
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
