"""The invented sample journal: data only; nobody and nothing in it is real."""
