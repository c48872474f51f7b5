"""What the program costs, measured; each file is run by itself: ``python -m benchmarks.composing``."""
