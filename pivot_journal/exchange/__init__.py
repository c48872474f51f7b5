"""Files of other programs, one reader a format; each gives what came in and what was refused, in the file's order."""
