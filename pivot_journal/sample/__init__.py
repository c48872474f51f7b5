"""The invented sample journal, its data and what fills a journal with it; nobody and nothing in it is real."""
