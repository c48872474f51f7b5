"""What each command takes: its words and options, and what its help ends with."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from pivot_journal.cli.cells import cut
from pivot_journal.domain.text import one_line

_MOST_DIGITS = 1000
"""Python refuses to read numbers of a few thousand digits."""
_FORMATS = "hallway, chat, linkedin, email, bullets, star, car, cover, followup or one of your own"
"""Written out, because to load them takes longer than to add a line; a test compares."""
SHIELD = "\0"
"""Marks a word that stood after '--'; no argument of a process can hold it."""


def _add_options(add: argparse.ArgumentParser) -> None:
    add.add_argument("text", nargs="*", metavar="TEXT", help="what happened; else from a pipe, else asked for")
    add.add_argument("--on", metavar="DATE", help="the day it happened; today else")
    add.add_argument("--tag", action="append", default=[], metavar="T", help="a tag; may be given again")
    add.add_argument("--star", action="store_true", help="let it stand out")
    add.add_argument("-d", "--decision", metavar="DECISION", help="a part of the title of its decision")
    add.add_argument("--new-decision", action="store_true", help="make the decision when there is none")
    kinds = add.add_mutually_exclusive_group()
    kinds.add_argument("--failure", action="store_true", help="a product-decision failure")
    kinds.add_argument("--worry", action="store_true", help="a worry about a coming launch")
    kinds.add_argument("--opportunity", action="store_true", help="an opportunity")
    kinds.add_argument("--not-product", action="store_true", help="not about the product")
    add.add_argument("-e", "--editor", action="store_true", help="write it in $EDITOR")
    add.add_argument("--json", action="store_true", help="what was stored, as one JSON object")


def _list_options(list_: argparse.ArgumentParser) -> None:
    list_.add_argument("words", nargs="*", metavar="WORDS", help="a search: words, tag:dock, not:late, …")
    list_.add_argument("--from", dest="from_", metavar="D", help="from this day on")
    list_.add_argument("--to", metavar="D", help="up to this day")
    list_.add_argument("--tag", metavar="T", help="only with this tag")
    list_.add_argument(
        "--triage", metavar="T", choices=("untriaged", "failure", "worry", "opportunity", "not_product"),
        help="untriaged, failure, worry, opportunity or not_product",
    )  # fmt: skip
    list_.add_argument("-d", "--decision", metavar="D", help="a part of the title of the decision")
    list_.add_argument("--starred", action="store_true", help="only what stands out")
    list_.add_argument(
        "-n", dest="number", type=_count, default=50, metavar="N", help="at most so many, 50 else; 0 for all"
    )
    list_.add_argument("--oldest-first", action="store_true", help="begin with the oldest")
    list_.add_argument("--json", action="store_true", help="as one JSON array")


def _show_options(show: argparse.ArgumentParser) -> None:
    _show_number(show)
    show.add_argument("--json", action="store_true", help="as one JSON object")


def _edit_options(edit: argparse.ArgumentParser) -> None:
    _show_number(edit)
    edit.add_argument("--text", metavar="T", help="its new text; the earlier one is kept")
    edit.add_argument("--on", metavar="DATE", help="the day it happened")
    edit.add_argument("--tag", action="append", default=[], metavar="T", help="a tag to add; may be given again")
    edit.add_argument("--untag", action="append", default=[], metavar="T", help="a tag to take away; again for more")
    stars = edit.add_mutually_exclusive_group()
    stars.add_argument("--star", action="store_true", help="let it stand out")
    stars.add_argument("--unstar", action="store_true", help="let it no longer stand out")
    edit.add_argument("-e", "--editor", action="store_true", help="change the text in $EDITOR")
    edit.add_argument("--json", action="store_true", help="what it is now, as one JSON object")


def _delete_options(delete: argparse.ArgumentParser) -> None:
    _show_number(delete)
    delete.add_argument("--restore", action="store_true", help="take it out of the trash again")


def _no_options(_: argparse.ArgumentParser) -> None:
    pass


def _earlier_options(earlier: argparse.ArgumentParser) -> None:
    earlier.add_argument("words", nargs="*", metavar="WORDS", help="words in the text or in the title of its thing")
    earlier.add_argument(
        "-n", dest="number", type=_count, default=20, metavar="N", help="at most so many, 20 else; 0 for all"
    )
    earlier.add_argument("--json", action="store_true", help="as one JSON array")


def _tags_options(tags: argparse.ArgumentParser) -> None:
    tags.add_argument("words", nargs="*", metavar="WORDS", help="rename OLD NEW, or merge A B INTO")
    tags.add_argument("--json", action="store_true", help="tag and number of notes as JSON")


def _stats_options(stats: argparse.ArgumentParser) -> None:
    stats.add_argument("--json", action="store_true", help="as one JSON object")


def _doctor_options(doctor: argparse.ArgumentParser) -> None:
    doctor.add_argument("--repair", action="store_true", help="make index, triggers and permissions anew")
    doctor.add_argument("--json", action="store_true", help="problems, notes and numbers as one JSON object")


def _completion_options(completion: argparse.ArgumentParser) -> None:
    completion.add_argument(
        "what", metavar="SHELL", choices=("bash", "zsh", "fish", "decisions", "tags"),
        help="bash, zsh or fish; decisions or tags print what the scripts complete with",
    )  # fmt: skip


def _show_number(command: argparse.ArgumentParser) -> None:
    command.add_argument("number", type=_number, metavar="NUMBER", help="its number, as 'pivot list' shows it")


def _tally_options(tally: argparse.ArgumentParser) -> None:
    tally.add_argument("words", nargs="*", metavar="NAME", help="what is counted, and +N for more than one")
    instead = tally.add_mutually_exclusive_group()
    instead.add_argument("--show", action="store_true", help="print it day by day without counting")
    instead.add_argument("--rename", metavar="NEW", help="call it something else")
    instead.add_argument("--delete", action="store_true", help="put it into the trash")
    tally.add_argument("--json", action="store_true", help="name, total and days as JSON")


def _pitch_options(pitch: argparse.ArgumentParser) -> None:
    pitch.add_argument("audience", nargs="*", metavar="AUDIENCE", help="a part of the audience; the current pitch else")
    pitch.add_argument("--format", metavar="F", help=f"{_FORMATS}; the pitch's own else")
    pitch.add_argument(
        "--as", dest="as_", choices=("text", "markdown", "html", "json"), default="text", help="how to write it"
    )
    pitch.add_argument("--copy", action="store_true", help="put it on the clipboard")
    pitch.add_argument("--sources", action="store_true", help="add the dated observations behind it")
    pitch.add_argument("-o", "--output", metavar="FILE", help="write it to a new file")
    listener = pitch.add_argument_group("for this one listener, instead of the pitch's own line")
    listener.add_argument("--to", metavar="NAME", help="how a note or an email greets them")
    listener.add_argument("--why-them", metavar="TEXT", help="why you write to them, one sentence")
    listener.add_argument("--ask", metavar="TEXT", help="what you ask for, with its length")
    listener.add_argument("--they-said", metavar="TEXT", help="what they said, for the follow-up")
    listener.add_argument("--answer", metavar="TEXT", help="the one answer that you owe them, with its number")
    listener.add_argument("--next-step", metavar="TEXT", help="what comes next, for the follow-up")


def _check_options(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "audience", nargs="*", metavar="AUDIENCE", help="a part of the audience, the current pitch else; - for stdin"
    )
    check.add_argument(
        "--scope", choices=("opening", "sentence", "story", "pitch"),
        help="what the text is, a pitch else; of a pitch only these findings",
    )  # fmt: skip
    check.add_argument("--format", metavar="F", help=f"{_FORMATS}; the pitch's own else")
    check.add_argument("--lines", action="store_true", help="with -: each line is a text of its own")
    other = check.add_mutually_exclusive_group()
    other.add_argument("--rules", action="store_true", help="list the rules and where they come from")
    other.add_argument("--accepted", action="store_true", help="list what was looked at and is kept, with the reasons")
    check.add_argument("--json", action="store_true", help="the findings as one JSON object; with --lines one a line")


def _terms_options(terms: argparse.ArgumentParser) -> None:
    terms.add_argument("words", nargs="*", metavar="WORDS", help="add, show or remove TERM; or try TEXT, - for stdin")
    terms.add_argument("--say", metavar="WORDS", help="with add: what is said instead; '' for not decided yet")
    terms.add_argument("--json", action="store_true", help="as JSON")


def _import_options(import_: argparse.ArgumentParser) -> None:
    import_.add_argument("path", nargs="?", metavar="PATH", help="the file or folder")
    import_.add_argument(
        "--from", dest="from_", choices=("jrnl", "jrnl-json", "dayone", "markdown", "csv", "jsonl", "text", "pivot"),
        help="what it is; found out else. text: plain text, a line a note",
    )  # fmt: skip
    import_.add_argument("--inbox", action="store_true", help="the text file that the settings name, instead of PATH")
    import_.add_argument(
        "--map", nargs="+", action="extend", default=[], metavar="OURS=THEIRS",
        help="such as text=summary tags=category; of a table without a header date=1 text=2",
    )  # fmt: skip
    import_.add_argument("--on", metavar="DATE", help="the date of what has none")
    import_.add_argument("--day-order", choices=("day-first", "month-first"), help="how 02/03/2024 is read")
    import_.add_argument("--revise", action="store_true", help="take over what was changed at its source")
    import_.add_argument("--dry-run", action="store_true", help="only say what would come in")
    import_.add_argument("--keep-going", action="store_true", help="take the good ones, put the rejects into a file")
    import_.add_argument("--json", action="store_true", help="the counts as one JSON object")


def _export_options(export: argparse.ArgumentParser) -> None:
    export.add_argument("path", metavar="PATH", help="a new file; - prints it; for markdown also a new folder")
    export.add_argument(
        "--to",
        choices=("pivot", "jsonl", "markdown", "csv", "jrnl", "html"),
        help="the format; else by the file's ending",
    )
    export.add_argument(
        "--audience", metavar="WORDS", help="html: the pitch whose audience has the words; else the current one"
    )
    export.add_argument("--force", action="store_true", help="also over a file that is there")


def _backup_options(backup: argparse.ArgumentParser) -> None:
    backup.add_argument(
        "path", nargs="?", metavar="PATH", help="a new file, or a folder; the folder 'backups' beside the journal else"
    )


def _restore_options(restore: argparse.ArgumentParser) -> None:
    restore.add_argument("path", metavar="PATH", help="the backup, or an export with everything")


def _merge_options(merge: argparse.ArgumentParser) -> None:
    merge.add_argument("path", metavar="PATH", help="another journal's file, or an export with everything")


def _demo_options(demo: argparse.ArgumentParser) -> None:
    demo.add_argument("--keep", metavar="PATH", help="keep the journal at PATH")


OPTIONS: dict[str, tuple[Callable[[argparse.ArgumentParser], None], str | None]] = {
    "add": (_add_options, "'#tag' in the text tags; 'yesterday: …' at its start dates."),
    "list": (
        _list_options,
        "WORDS are beginnings of words that must all occur, '\"words in this order\"', not:late, tag:dock, "
        "decision:slots, triage:failure, evidence:memory, starred, onthisday, from:, to: or on: with a date, and "
        "sort:relevance. Dates may be words: yesterday, last friday, march 2023, spring 2023.",
    ),
    "show": (_show_options, None),
    "edit": (_edit_options, "All changes of one command are one step: pivot undo takes them back together."),
    "delete": (_delete_options, "It goes to the trash; pivot undo or --restore brings it back."),
    "undo": (_no_options, "Every change can be taken back, step by step, whether it was made here or in the app."),
    "redo": (_no_options, None),
    "earlier": (
        _earlier_options,
        "The text that was replaced last comes first; those of a merge are the ones that did not hold. The earlier "
        "wordings of an observation are with it: pivot show NUMBER.",
    ),
    "tags": (
        _tags_options,
        "Without words: every tag, the most used first. Renaming and merging change tags, never a text.",
    ),
    "stats": (_stats_options, None),
    "doctor": (_doctor_options, "Exit status 3 where something is wrong. Nothing that you wrote is ever taken away."),
    "completion": (_completion_options, 'For bash: eval "$(pivot completion bash)" in ~/.bashrc.'),
    "tally": (_tally_options, "Without a name: every tally. 'pivot tally failed drops +3' counts three at once."),
    "pitch": (_pitch_options, None),
    "check": (_check_options, "Exit status 1 where a finding is an error; warnings and advice are 0."),
    "terms": (
        _terms_options,
        "Without words: every term. 'pivot terms add Heron --say PILOT' adds or changes one; 'pivot terms try TEXT' "
        "prints a text as it would leave.",
    ),
    "import": (
        _import_options,
        "jrnl (text, folder, JSON), Day One, Markdown (a file or a folder), CSV, JSON Lines, plain text, our own "
        "export. "
        "All of a file comes in or nothing; the same file again adds nothing.",
    ),
    "export": (
        _export_options,
        "pivot, the format unless the file's ending says otherwise, holds everything and can be imported again; html "
        "is one page with the stories of the pitch, their dates and notes, to send or print, with private terms "
        "replaced; the others hold the observations. Private terms stand in all but html as they are.",
    ),
    "backup": (_backup_options, "The copy is proven sound before it gets its name."),
    "restore": (_restore_options, "The journal as it is now is kept beside it."),
    "merge": (
        _merge_options,
        "Of two states of one thing the later holds; the losing texts are kept: pivot show, pivot earlier. "
        "The journal as it was before is kept beside it.",
    ),
    "demo": (_demo_options, None),
}
"""What adds the options of each command, and what its help ends with."""


def _number(text: str) -> int:
    digits = text.removeprefix(SHIELD).removeprefix("#")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        raise argparse.ArgumentTypeError(f"“{cut(one_line(text), 30)}” is not a number; 'pivot list' shows them")
    return int(digits)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise argparse.ArgumentTypeError(f"“{cut(one_line(text), 30)}” is not a count; 0 means all")
    return int(text)
