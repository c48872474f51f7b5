"""Things that are drawn more than once."""
