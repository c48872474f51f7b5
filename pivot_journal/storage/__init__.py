"""The journal's file: the only room that knows SQL."""
