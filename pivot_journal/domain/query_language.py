"""The language of a search as it is shown to people: in the app's help, and held against docs/searching.md."""

from __future__ import annotations

LANGUAGE = (
    ("dock lat", "both, each as the beginning of a word"),
    ('"dock full"', "these words in this order"),
    ("-late  not:late", "without it; before anything else here too"),
    ("tag:dock  tag:do*", "with the tag; with one that begins so"),
    ("decision:slots", "a part of its decision's title; * for any"),
    ("triage:failure", "or worry, opportunity, not-product, unsorted"),
    ("evidence:memory", "how it is known: here, elsewhere or memory"),
    ("from:march  to:friday", "from a date on; up to a date"),
    ("on:march-2023", "only what is known as exactly as that"),
    ("onthisday", "around today's date, in earlier years"),
    ("starred", "what stands out"),
    ("sort:relevance", "the best first, not the newest"),
)
"""What can be written, two blanks between several things, and what it finds; in few words, because a help is narrow."""
HINT = ("words", '"a phrase"', "tag:dock", "from:march", "-not", "onthisday", "starred")
"""What is shown while nothing is typed, the most useful first: as much of it as there is room for."""
