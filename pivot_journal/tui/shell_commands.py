"""What is done in the shell alone, found by name in the palette too."""

from __future__ import annotations

from collections.abc import Callable

from textual.command import Hit, Hits, Provider

from pivot_journal.tui.screens.main import MainScreen

ONLY_IN_THE_SHELL = {
    "earlier": "show what decisions, stories and pitches said before",
    "import": "bring observations in from a file",
    "export": "write everything or the observations for yourself, or the stories as a page for others",
    "backup": "copy the journal's file, also while the app runs",
    "restore": "put a backup in the place of the journal",
    "merge": "join another journal into this one",
    "stats": "count what is in the journal",
    "doctor": "check the journal's file, and mend what can be made anew",
}
"""Commands that no key does, in the words of the command line's help."""


class ShellCommands(Provider):
    """Says in the message line how it is done; found by what is typed, not listed before."""

    async def search(self, query: str) -> Hits:
        """List those that match."""
        matcher = self.matcher(query)
        for name, words in ONLY_IN_THE_SHELL.items():
            shown = f"{name.capitalize()}: {words}"
            score = matcher.match(shown)
            if score > 0:
                yield Hit(score, matcher.highlight(shown), self._say(name), help=f"In the shell: pivot {name}")

    def _say(self, name: str) -> Callable[[], None]:
        def say() -> None:
            for screen in self.app.screen_stack:
                if isinstance(screen, MainScreen):
                    screen.say(how_said(name))

        return say


def how_said(name: str) -> str:
    """Say how a command is given: 'In the shell: pivot backup (pivot backup -h says more)'."""
    return f"In the shell: pivot {name} (pivot {name} -h says more)"
