"""One view for each link of the chain."""
