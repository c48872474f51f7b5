"""What can go wrong, named after the rule that was broken.

Every error carries words that a person can act on and the exit status of the command line's contract.
"""

from __future__ import annotations


class JournalError(Exception):
    """A rule of the journal was broken; the message says where and what to do."""

    status = 2
    """Exit status of the shell: 1 not found, 2 refused, 3 journal unusable, 4 bad input file, 5 no output."""


class ValueRefused(JournalError):
    """A value that a person gave cannot be stored; everything else is as it was."""


class FieldRefused(ValueRefused):
    """What was given for one field cannot be stored; ``field`` is its name, the message says why."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


class DateNotUnderstood(ValueRefused):
    """A phrase that should be a date is not one, or is one of several."""


class StillToCome(ValueRefused):
    """A phrase that should say when something was seen means a day to come; ``phrase`` is what was typed."""

    def __init__(self, phrase: str, words: str) -> None:
        super().__init__(words)
        self.phrase = phrase


class NotFound(JournalError):
    """Nothing in the journal has that number or name."""

    status = 1


class JournalUnusable(JournalError):
    """The journal file cannot be opened, read or written."""

    status = 3


class NewerJournal(JournalUnusable):
    """A later version of the program has written the file."""


class InputRefused(JournalError):
    """A file that should be imported was refused, or taken only in part."""

    status = 4


class OutputFailed(JournalError):
    """What should have left the journal (a copy, a file) did not."""

    status = 5


class ChangedElsewhere(JournalError):
    """A row is no longer as the caller last saw it: another program, or another undo, came between."""
