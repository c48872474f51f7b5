"""``pivot completion``: scripts that let a shell complete commands, options, titles of decisions, and tags.

The scripts are written from the parser itself, so that no option can be forgotten; titles and tags they ask for with
``pivot completion decisions`` and ``tags``, which are on the quick path.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from pivot_journal.cli.session import Session
from pivot_journal.domain.errors import JournalError
from pivot_journal.domain.text import one_line

_TITLES = frozenset({"-d", "--decision"})
_TAGS = frozenset({"--tag", "--untag"})
_FILES = frozenset({"--journal", "-o", "--output", "--keep"})


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a command, as a shell completes it."""

    names: tuple[str, ...]
    words: str
    takes_value: bool
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Completed:
    """A command with its options."""

    name: str
    words: str
    options: tuple[Option, ...]
    choices: tuple[str, ...] = ()
    """What may stand where no option does."""


def run_completion(options: argparse.Namespace, session: Session) -> int:
    """Print a script; or decisions or tags, one a line, and nothing where there is no journal."""
    if options.what not in _SCRIPTS:
        session.flush("".join(f"{line}\n" for line in _names(options, session)))
        return 0
    session.put(_SCRIPTS[options.what](list(commands())).rstrip("\n"))
    return 0


def _names(options: argparse.Namespace, session: Session) -> list[str]:
    try:
        with session.journal(options) as journal:
            if options.what == "tags":
                return [one_line(use.name) for use in journal.tags.all()]
            return [one_line(title) for _, title in journal.observations.find_decision("")]
    except JournalError:
        return []  # a shell that completes shows no words


def commands() -> Iterator[Completed]:
    """Return what there is to complete, as the parser knows it."""
    from pivot_journal.cli.parser import build_parser

    for action in build_parser()._actions:
        if not isinstance(action, argparse._SubParsersAction):
            continue
        words = {choice.dest: choice.help or "" for choice in action._choices_actions}
        for name, parser in action.choices.items():
            own = [each for each in parser._actions if each.option_strings]
            placed = [each for each in parser._actions if not each.option_strings and each.choices]
            yield Completed(
                name,
                words.get(name, ""),
                tuple(
                    Option(
                        tuple(each.option_strings),
                        each.help or "",
                        each.nargs != 0,
                        tuple(map(str, each.choices or ())),
                    )
                    for each in own
                ),
                tuple(
                    str(choice)
                    for each in placed
                    for choice in each.choices or ()
                    if choice not in {"decisions", "tags"}
                ),
            )


def _asked(option: Option) -> str:
    """Return what the values of an option are asked for with: 'decisions', 'tags', 'files', or nothing."""
    for names, what in ((_TITLES, "decisions"), (_TAGS, "tags"), (_FILES, "files")):
        if names & set(option.names):
            return what
    return ""


_BASH = """\
# bash completion for pivot; put this into ~/.bashrc: eval "$(pivot completion bash)"
_pivot_names() {
    local line wanted="${cur//\\\\/}"
    wanted="${wanted#[\\"\\']}"
    while IFS= read -r line; do
        [[ "${line,,}" == "${wanted,,}"* ]] && COMPREPLY+=("$(printf '%q' "$line")")
    done < <(pivot completion "$1" "${journal[@]}" 2>/dev/null)
}
_pivot() {
    local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" command="" at
    local -a journal=()
    COMPREPLY=()
    for ((at = 1; at < COMP_CWORD; at++)); do
        case "${COMP_WORDS[at]}" in
            --journal) journal=(--journal "${COMP_WORDS[at+1]}"); ((at++)) ;;
            -*) ;;
            *) [[ -z $command ]] && command="${COMP_WORDS[at]}" ;;
        esac
    done
    case "$command:$prev" in
{values}
    esac
    case "$command" in
{options}
        *) [[ -n $command ]] || COMPREPLY=($(compgen -W "{names} --journal --version --help" -- "$cur")) ;;
    esac
}
complete -o default -F _pivot pivot
"""


def _bash(all_: list[Completed]) -> str:
    values = ['        *:--journal) COMPREPLY=($(compgen -f -- "$cur")); return ;;']
    options = []
    for command in all_:
        for option in command.options:
            pattern = "|".join(f"{command.name}:{name}" for name in option.names)
            asked = _asked(option)
            if asked in {"decisions", "tags"}:
                values.append(f"        {pattern}) _pivot_names {asked}; return ;;")
            elif option.choices:
                words = " ".join(option.choices)
                values.append(f'        {pattern}) COMPREPLY=($(compgen -W "{words}" -- "$cur")); return ;;')
            elif option.takes_value:
                values.append(f'        {pattern}) COMPREPLY=($(compgen -f -- "$cur")); return ;;')
        names = " ".join((*command.choices, *(name for option in command.options for name in option.names)))
        options.append(f'        {command.name}) COMPREPLY=($(compgen -W "{names}" -- "$cur")) ;;')
    return (
        _BASH.replace("{values}", "\n".join(values))
        .replace("{options}", "\n".join(options))
        .replace("{names}", " ".join(command.name for command in all_))
    )


_ZSH = """\
#compdef pivot
# zsh completion for pivot; put this into ~/.zshrc, after compinit: eval "$(pivot completion zsh)"
_pivot_names() {
    local -a names
    names=("${(@f)$(pivot completion $1 2>/dev/null)}")
    compadd -M 'm:{[:lower:]}={[:upper:]}' -a names
}
_pivot() {
    local -a choices
    local command=$words[2]
    if (( CURRENT == 2 )); then
        choices=(
{names}
        )
        _describe 'command' choices
        return
    fi
    case "$command:$words[CURRENT-1]" in
{values}
    esac
    case "$command" in
{options}
    esac
    if [[ $words[CURRENT] == -* || $command == completion ]]; then
        _describe 'option' choices
    else
        _files
    fi
}
compdef _pivot pivot
"""


def _zsh(all_: list[Completed]) -> str:
    names = [f"            {_described(command.name, command.words)}" for command in all_]
    values, options = [], []
    for command in all_:
        for option in command.options:
            pattern = "|".join(f"{command.name}:{name}" for name in option.names)
            asked = _asked(option)
            if asked in {"decisions", "tags"}:
                values.append(f"        {pattern}) _pivot_names {asked}; return ;;")
            elif option.choices:
                values.append(f"        {pattern}) compadd {' '.join(option.choices)}; return ;;")
            elif option.takes_value:
                values.append(f"        {pattern}) _files; return ;;")
        described = [_described(choice, "") for choice in command.choices]
        described += [_described(name, option.words) for option in command.options for name in option.names]
        options.append(f"        {command.name}) choices=({' '.join(described)}) ;;")
    return (
        _ZSH.replace("{names}", "\n".join(names))
        .replace("{values}", "\n".join(values))
        .replace("{options}", "\n".join(options))
    )


def _described(name: str, words: str) -> str:
    text = name.replace(":", "\\:") + (f":{words}" if words else "")
    return "'" + text.replace("'", "'\\''") + "'"


def _fish(all_: list[Completed]) -> str:
    lines = ["# fish completion for pivot; save it as ~/.config/fish/completions/pivot.fish", "complete -c pivot -e"]
    lines.append("complete -c pivot -l journal -r -F -d 'the journal'\\''s file'".replace("'\\''", "\\'"))
    for command in all_:
        lines.append(
            f"complete -c pivot -f -n __fish_use_subcommand -a {command.name} -d {_fish_quoted(command.words)}"
        )
        begins = f"complete -c pivot -n '__fish_seen_subcommand_from {command.name}'"
        lines += [f"{begins} -f -a {_fish_quoted(' '.join(command.choices))}"] if command.choices else []
        for option in command.options:
            names = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
            asked = _asked(option)
            if asked in {"decisions", "tags"}:
                value = f" -x -a '(pivot completion {asked} 2>/dev/null)'"
            elif option.choices:
                value = f" -x -a {_fish_quoted(' '.join(option.choices))}"
            else:
                value = " -r" if option.takes_value else ""
            lines.append(f"{begins} {names}{value} -d {_fish_quoted(option.words)}")
    return "\n".join(lines)


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


_SCRIPTS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
