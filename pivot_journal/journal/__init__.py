"""The verbs of the chain: the one object that shell and app both hold."""

from pivot_journal.journal.journal import Journal, open_journal

__all__ = ["Journal", "open_journal"]
