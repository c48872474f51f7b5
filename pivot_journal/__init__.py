"""Pivot Journal: dated operations observations that become a pitch for product managers."""

__version__ = "0.1.0"
