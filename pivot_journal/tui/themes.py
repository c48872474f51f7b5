"""How the app looks: one calm dark theme and one light one."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="pivot-dark",
    primary="#8fb8a8",
    secondary="#8ba3c7",
    accent="#8fb8a8",
    warning="#d8a657",
    error="#e07a6b",
    success="#8fb8a8",
    foreground="#d7d9dd",
    background="#14161a",
    surface="#1b1e24",
    panel="#242830",
    dark=True,
    variables={"quiet": "#868c98", "faint": "#4a505c", "cursor": "#2b3340", "found": "#54461d"},
)
LIGHT = Theme(
    name="pivot-light",
    primary="#2c6e5f",
    secondary="#3d5f91",
    accent="#2c6e5f",
    warning="#8f5a0a",
    error="#b03a2e",
    success="#2c6e5f",
    foreground="#25282d",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    dark=False,
    variables={"quiet": "#666b75", "faint": "#b9bcc2", "cursor": "#dfe8e4", "found": "#f3dd9b"},
)
THEMES = {"dark": DARK, "light": LIGHT}
