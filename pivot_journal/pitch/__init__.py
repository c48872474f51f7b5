"""What is said: a journal's stories composed into parts that are timed, traced and rendered.

Pure: the same material always gives the same text. Besides the standard library and ``domain`` only number words
and currency formatting may be used here, and only inside the functions that need them.
"""
