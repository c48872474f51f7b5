"""What can be typed: the commands, their options, and one clear line for what is neither."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Container, Iterable, Sequence
from typing import Any, NoReturn

from pivot_journal import __version__
from pivot_journal.cli.cells import cut
from pivot_journal.cli.options import OPTIONS, SHIELD
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.text import one_line

COMMANDS = {
    "add": "write an observation down",
    "list": "list observations, newest first",
    "show": "show one observation",
    "edit": "change one observation",
    "delete": "put one observation into the trash",
    "undo": "take the last change back",
    "redo": "bring back what was undone",
    "earlier": "show what decisions, stories and pitches said before",
    "tags": "list tags, rename one, or make several one",
    "tally": "count what happens, one line a time",
    "pitch": "print or copy the pitch",
    "check": "let the coach read the pitch, or a text",
    "terms": "keep private terms, and what is said instead",
    "import": "bring observations in from a file",
    "export": "write everything or the observations for yourself, or the stories as a page for others",
    "backup": "copy the journal's file, also while the app runs",
    "restore": "put a backup in the place of the journal",
    "merge": "join another journal into this one",
    "stats": "count what is in the journal",
    "doctor": "check the journal's file, and mend what can be made anew",
    "completion": "print what lets a shell complete commands",
    "demo": "look around in an invented, filled-in journal",
}
"""Every command with its one line of help, in the order of the help."""


_ASKS_FOR_HELP = {"help", "usage", "?"}
_HELP = {"-h", "--help"}


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, takes words and options in any order, and no option by a part of its name.

    A part that is clear today is not when the next option comes, and scripts rely on this.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=_Help, **kwargs)
        self._is_inside = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Take 'Dock --tag late queue' as well as 'Dock queue --tag late'."""
        if self._subparsers is not None or self._is_inside:
            return super().parse_known_args(args, namespace)
        self._is_inside = True
        try:
            options, rest = self.parse_known_intermixed_args(_shielded(args), namespace)
        finally:
            self._is_inside = False
        for name, value in vars(options).items():
            if isinstance(value, list):
                setattr(options, name, [_bare(each) for each in value])
            elif isinstance(value, str):
                setattr(options, name, _bare(value))
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return options, rest

    def error(self, message: str) -> NoReturn:
        """Refuse wrong usage in one line; the shell sees status 2."""
        said = self._command_said(message) or self._option_said(message) or self._value_said(message)
        said = said or f"{message[0].upper()}{message[1:]}."
        raise ValueRefused(said if said.endswith(" -h") else f"{said} See: {self.prog} -h")

    def _command_said(self, message: str) -> str:
        found = re.fullmatch(r"argument COMMAND: invalid choice: '(.*)' \(choose from .*\)", message, re.DOTALL)
        if not found:
            return ""
        name = one_line(found[1])
        if name in _ASKS_FOR_HELP:
            return "For help: pivot -h"
        if " " in name:
            return f"There is no command “{cut(name, 30)}”. To write a line down: pivot add 'TEXT'."
        near = _nearest(name, COMMANDS)
        there = f"Did you mean “{near}”?" if near else f"There is: {', '.join(COMMANDS)}."
        return f"There is no command “{cut(name, 30)}”. {there}"

    def _option_said(self, message: str) -> str:
        if not message.startswith("unrecognized arguments: "):
            return ""
        given = one_line(_bare(message.split(": ", 1)[1]))
        if not given.startswith("-"):
            return f"“{cut(given, 40)}” is one word too many."
        first = given.split()[0]
        known = [name for name in self._option_string_actions if name.startswith("--")]
        near = _nearest(first.split("=")[0], known)
        if near:
            return f"There is no option {cut(first, 40)}. Did you mean {near}?"
        return f"There is no option {cut(first, 40)}. Text that begins with '-' goes after '--'."

    def _value_said(self, message: str) -> str:
        if found := re.fullmatch(r"argument ([^:]+): expected one argument", message):
            return f"{found[1]} needs a value after it."
        if found := re.fullmatch(r"argument ([^:]+): not allowed with argument (.+)", message):
            return f"{found[1]} does not go together with {found[2]}."
        if found := re.fullmatch(r"argument ([^:]+): invalid choice: '(.*)' \(choose from (.*)\)", message, re.DOTALL):
            choices = found[3].replace("'", "")
            return f"{found[1]}: there is no “{cut(one_line(found[2]), 30)}”. There is: {choices}."
        if found := re.fullmatch(r"argument ([^:]+): ignored explicit argument '(.*)'", message, re.DOTALL):
            return f"{found[1]} takes no value."
        if found := re.fullmatch(r"the following arguments are required: (.+)", message):
            return f"{found[1]} is missing."
        if found := re.fullmatch(r"argument ([^:]+): (.*)", message, re.DOTALL):
            return f"{found[1]}: {found[2]}."
        return ""


def _shielded(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with those after '--' marked as words; argparse loses '--' when it takes any order."""
    if "--" not in arguments:
        return list(arguments)
    place = list(arguments).index("--")
    return [*arguments[:place], *(SHIELD + word for word in arguments[place + 1 :])]


def _bare(word: Any) -> Any:
    return word.removeprefix(SHIELD) if isinstance(word, str) else word


def _nearest(given: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # only a slip of the finger needs it

    longer = [name for name in known if given and name.startswith(given)]
    return next(iter(longer or get_close_matches(given, known, n=1, cutoff=0.7)), "")


class _Help(argparse.HelpFormatter):
    """As argparse's own, which loads shutil, 4 ms, for every parser that is made."""

    def __init__(self, prog: str, **more: Any) -> None:
        super().__init__(prog, width=_columns() - 2, **more)


def _columns() -> int:
    try:
        return int(os.environ.get("COLUMNS", "")) or os.get_terminal_size().columns or 80
    except (OSError, ValueError):
        return 80


def build_parser(needed: Container[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return the parser of the command line.

    Args:
        needed: The commands that it takes; of the others it knows the name. A command costs a millisecond at every
            start, most of it for words that argparse looks up in other languages.
    """
    common = _Parser(add_help=False)
    common.add_argument("--journal", metavar="PATH", default=argparse.SUPPRESS, help="the journal's file")
    parser = _Parser(
        prog="pivot",
        description="A journal of dated operations observations that become a pitch for product managers. "
        "Without a command: the full-screen app.",
        epilog="The journal lies at --journal, else $PIVOT_JOURNAL, else in the user data folder. "
        "Exit status: 0 done, 1 not found or the check found errors, 2 wrong usage, 3 journal unusable, "
        "4 input refused, 5 output failed, 130 interrupted.",
        parents=[common],
    )
    parser.add_argument("--version", action="version", version=f"pivot {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, words in COMMANDS.items():
        if name in needed:
            add_options, epilog = OPTIONS[name]
            description = f"{words[0].upper()}{words[1:]}."
            command = commands.add_parser(name, parents=[common], help=words, description=description, epilog=epilog)
            add_options(command)
    return parser


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options that were typed.

    Raises:
        ValueRefused: They make no sense together.
    """
    # the default stands here: given to the parser, it would also undo a --journal before the command
    needed = COMMANDS if _HELP.intersection(arguments) else [word for word in arguments if word in COMMANDS]
    return build_parser(needed).parse_args(list(arguments), argparse.Namespace(journal=None))
