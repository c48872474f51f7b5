"""``pivot export``, ``backup``, ``restore`` and ``merge``: the user's own copies, whole."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TextIO, cast

from pivot_journal.cli.cells import cut
from pivot_journal.cli.session import Session
from pivot_journal.domain.errors import OutputFailed, ValueRefused
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.text import one_line
from pivot_journal.journal.keeping import Merged, new_file, new_folder, restore
from pivot_journal.places import journal_path, named_path

_PRIVATE = "Private terms stand in it as they are."
_TOLD = 20
"""At most so many lines of one kind."""
_ENDINGS = {
    "": "pivot",
    ".pivot": "pivot",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "csv",
    ".txt": "jrnl",
    ".html": "html",
    ".htm": "html",
}
_KINDS = {
    "observation": ("observation", "observations"),
    "decision": ("decision", "decisions"),
    "impact": ("impact", "impacts"),
    "story": ("story", "stories"),
    "pitch": ("pitch", "pitches"),
    "tally": ("tally", "tallies"),
    "customer_quote": ("customer's quote", "customers' quotes"),
    "private_term": ("private term", "private terms"),
    "accepted_finding": ("accepted finding", "accepted findings"),
    "saved_search": ("saved search", "saved searches"),
    "profile": ("profile", "profiles"),
}
"""What is counted for a person, and what it is called."""

Writer = Callable[[Iterable[Observation], TextIO], Mapping[str, int]]
"""Writes observations, and returns by name and number what its format does not hold."""


def _kind_meant(path: Path) -> str:
    """Return the kind of export that a file's ending stands for; everything, where it has none.

    Raises:
        ValueRefused: The ending stands for something else, such as a text of Word.
    """
    kind = _ENDINGS.get(path.suffix.casefold())
    if kind is None:
        kinds = dict.fromkeys(_ENDINGS.values())
        raise ValueRefused(f"“{one_line(path.suffix)}” is no kind of export. Choose one with --to {'|'.join(kinds)}.")
    return kind


def run_export(options: argparse.Namespace, session: Session) -> int:
    """Write everything or the observations, for the user's own use; or the stories as a page for others."""
    is_printed = options.path == "-"
    path = named_path(options.path, "PATH")
    kind = options.to or ("pivot" if is_printed else _kind_meant(path))
    if kind == "html":
        from pivot_journal.cli.one_page import export_page

        return export_page(options, session, None if is_printed else path)
    if options.audience:
        raise ValueRefused("--audience goes with a page: --to html, or a PATH that ends in .html.")
    with session.journal(options) as journal:
        where = "printed" if is_printed else f"in {path}"
        if kind == "pivot":
            with journal.keeping.export() as lines, _out(session, path, is_printed, options.force) as out:
                for line in lines:
                    out.write(line)
            count = journal.observations.count(Filter())
            session.tell(
                f"Everything is {where}: {_many(count, 'observation')} and all that belongs to them. {_PRIVATE}"
            )
            return 0
        seen = Counter[str]()
        with journal.keeping.observations() as observations:
            counted = _counted(observations, seen)
            if kind == "markdown" and not is_printed and (path.is_dir() or not path.suffix):
                from pivot_journal.exchange.markdown_out import write_markdown_folder

                with new_folder(path, over=options.force) as write:
                    lost: Mapping[str, int] = write_markdown_folder(counted, write)
            else:
                with _out(session, path, is_printed, options.force) as out:
                    lost = _writer(kind)(counted, out)
        session.tell(f"{_many(seen['all'], 'observation')} {_is(seen['all'])} {where}, as {kind}. {_PRIVATE}")
        _tell_left_out(session, lost, journal.observations.count(Filter(trashed=True)))
    return 0


def _counted(observations: Iterable[Observation], seen: Counter[str]) -> Iterator[Observation]:
    for observation in observations:
        seen["all"] += 1
        yield observation


def _writer(kind: str) -> Writer:
    if kind == "jsonl":
        from pivot_journal.exchange.jsonl_out import write_jsonl

        return write_jsonl
    if kind == "csv":
        from pivot_journal.exchange.csv_out import write_csv

        return write_csv
    if kind == "markdown":
        from pivot_journal.exchange.markdown_out import write_markdown

        return write_markdown
    from pivot_journal.exchange.jrnl_out import write_jrnl

    return lambda observations, out: write_jrnl(observations, out).counts


def _tell_left_out(session: Session, lost: Mapping[str, int], trashed: int) -> None:
    parts = [f"{name} ({count:,})" for name, count in lost.items() if count]
    if trashed:
        parts.append(f"what lies in the trash ({trashed:,})")
    parts.append("impacts, stories and pitches")
    session.tell(f"Not in it: {', '.join(parts)}. Everything: pivot export PATH --to pivot")


@contextlib.contextmanager
def _out(session: Session, path: Path, is_printed: bool, over: bool) -> Iterator[TextIO]:
    if not is_printed:
        with new_file(path, over=over) as file:
            yield file
        return
    if sys.stdout is None:
        raise OutputFailed("There is nowhere to print to: standard output is closed.")
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="strict", newline="")  # a file's content, not words
    yield cast("TextIO", _Printed(session))


class _Printed:
    """Takes text for stdout, some of it at a time."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def write(self, text: str) -> int:
        """Print it."""
        self._session.flush(text)
        return len(text)


def run_backup(options: argparse.Namespace, session: Session) -> int:
    """Copy the journal's file, and print where the copy lies."""
    path = named_path(options.path, "PATH") if options.path is not None else None
    with session.journal(options) as journal:
        made = journal.keeping.backup(path)
    session.put(str(made))
    if session.shows_words:
        session.tell(f"To put it back: pivot restore {made}")
    return 0


def run_restore(options: argparse.Namespace, session: Session) -> int:
    """Put a copy in the place of the journal."""
    path = named_path(options.path, "PATH")
    where = journal_path(options.journal, session.environ)
    restored = restore(path, where, session.now)
    session.put(f"{_many(restored.observations, 'observation')} {_is(restored.observations)} in {where} now")
    if restored.kept:
        session.tell(f"The journal as it was before: {restored.kept}")
    else:
        session.tell(f"A new journal was made: {where}")
    return 0


def run_merge(options: argparse.Namespace, session: Session) -> int:
    """Join another journal into this one, and say what came of it."""
    path = named_path(options.path, "PATH")
    with session.journal(options) as journal:
        merged = journal.keeping.merge(path)
    session.put(merged_said(merged, path.name))
    tell_merged(merged, session)
    return 0


def merged_said(merged: Merged, name: str) -> str:
    """Say in one line what a merge of a file has brought."""
    name, joined = cut(one_line(name), 60), merged.joined
    if joined.is_nothing:
        return f"Nothing new in {name}"
    return f"Merged {name}: {_came(joined.new, 'new')}; {_came(joined.changed, 'changed')}"


def tell_merged(merged: Merged, session: Session) -> None:
    """Tell what a person should look at after a merge, and where the journal as it was before lies."""
    joined = merged.joined
    reworded = [
        f"{number} was reworded on both sides; the later wording holds: “{cut(one_line(text), 50)}”. The other is kept "
        "as an earlier one."
        for number, text in joined.two_texts
    ]
    kept = [
        f"{_many(count, 'text')} of the {named_thing(kind, title)} differed on both sides; the later "
        f"{'one holds, the other is' if count == 1 else 'ones hold, the others are'} kept: pivot earlier"
        for kind, title, count in joined.two_wordings
    ]
    overruled = [
        f"The {named_thing(kind, title)} keeps the dates and choices from here, which are later; the other ones are in "
        "the other file."
        if is_mine
        else f"The {named_thing(kind, title)} has the later dates and choices of the other side now; those from here "
        "are in the copy below."
        for kind, title, is_mine in joined.overruled
    ]
    doubled = [f"There are several {_KINDS[kind][1]} “{cut(title, 50)}” now." for kind, title in joined.same_titles]
    clocks = [
        f"Of {number} the other file says another moment of recording; the one here stays."
        for number in joined.two_clocks
    ]
    for lines in (reworded, kept, overruled, doubled, clocks):
        for line in lines[:_TOLD]:
            session.tell(line)
        if len(lines) > _TOLD:
            session.tell(f"And {len(lines) - _TOLD:,} more like this.")
    if merged.copy is not None:
        session.tell(f"Undo begins anew. The journal as it was before: {merged.copy} (pivot restore puts it back).")


def named_thing(kind: str, title: str) -> str:
    """Return a thing with its title: 'decision “Same-day slots”'."""
    thing = _KINDS[kind][0] if kind in _KINDS else one_line(kind)
    return f"{thing} “{cut(title, 50)}”" if title else thing


def _came(counts: Mapping[str, int], how: str) -> str:
    parts = [f"{counts[kind]:,} {words[counts[kind] != 1]}" for kind, words in _KINDS.items() if counts.get(kind)]
    rest = sum(counts.values()) - sum(counts.get(kind, 0) for kind in _KINDS)
    if rest and not parts:
        parts.append("links and history")
    return f"{', '.join(parts) or 'nothing'} {how}"


def _many(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
