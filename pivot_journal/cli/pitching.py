"""``pivot pitch``: the pitch as text, Markdown, a page or JSON; printed, copied or written to a file."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pivot_journal.cli.composing import material_meant
from pivot_journal.cli.session import Session
from pivot_journal.cli.showing import as_json
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.pitch import Material, Pitch
from pivot_journal.journal.journal import Journal
from pivot_journal.journal.release import (
    Released,
    copy_released,
    refuse_undecided,
    release_json,
    release_pitch,
    terminal_of_this_process,
    write_new_file,
)
from pivot_journal.pitch.composition import Composition
from pivot_journal.places import named_path

LINES = {
    "to": "listener",
    "why_them": "why_them",
    "ask": "ask",
    "they_said": "they_said",
    "answer": "answer",
    "next_step": "next_step",
}
"""The options that say something for this one listener, and the line of the pitch that each stands in for."""


def run_pitch(options: argparse.Namespace, session: Session) -> int:
    """Compose the pitch and let it leave by the way asked for."""
    output = None if options.output is None else named_path(options.output, "-o")
    _refuse_what_makes_no_sense(options)
    with session.journal(options) as journal:
        material = _with_lines(options, material_meant(options, session, journal))
        composition = journal.telling.compose(material, options.format)
        mask = journal.telling.mask(material)
        if options.as_ == "json":
            value, released = release_json(material, composition, mask=mask, with_sources=options.sources)
            _put_json(value, released, output, session)
            return 0
        if composition.blocking and session.is_interactive:
            material = _asked(journal, material, composition, session)
            composition = journal.telling.compose(material, options.format)
        released = release_pitch(material, composition, options.as_, mask=mask, with_sources=options.sources)
        leaves = options.copy or output is not None
        if released.undecided and session.is_interactive and leaves:
            decide_terms(journal, released, session)
            composition, mask = journal.telling.compose(material, options.format), journal.telling.mask(material)
            released = release_pitch(material, composition, options.as_, mask=mask, with_sources=options.sources)
        if leaves or not session.width:
            refuse_undecided(released)
        for line in released.replaced:
            session.tell(line)
        _leave(released, output, options, session, journal)
        if leaves:
            _remember(journal, material.pitch, composition)
    if released.without and not options.copy:
        session.tell(f"Without: {released.without}.")
    _tell_undecided(released, session)
    if composition.is_over:
        session.tell(composition.advice)
    return 0


def _refuse_what_makes_no_sense(options: argparse.Namespace) -> None:
    if options.copy and options.as_ in {"json", "html"}:
        kind = "JSON" if options.as_ == "json" else "A page"
        raise ValueRefused(f"--copy takes the pitch as text or markdown. {kind} goes to stdout or -o FILE.")


def _with_lines(options: argparse.Namespace, material: Material) -> Material:
    given = {field: getattr(options, option) for option, field in LINES.items() if getattr(options, option)}
    return replace(material, pitch=_with_texts(material.pitch, given))


def _asked(journal: Journal, material: Material, composition: Composition, session: Session) -> Material:
    """Ask a person for what the format cannot leave without, and keep the answers with the pitch."""
    lines: dict[str, str] = {}
    for gap in composition.blocking:
        home, _, field = gap.source.partition(".")
        if home == "pitch" and field in {*LINES.values(), "question"}:
            lines[field] = session.ask(f"{gap.prompt} ").strip()
    answered = {field: line for field, line in lines.items() if line}
    if answered:
        journal.pitches.save(_with_texts(journal.pitches.get(material.pitch.id), answered))
    return replace(material, pitch=_with_texts(material.pitch, answered))


def _with_texts(pitch: Pitch, texts: Mapping[str, str]) -> Pitch:
    return replace(pitch, **texts)  # type: ignore[arg-type]  # only lines of the pitch, all of them texts


def decide_terms(journal: Journal, released: Released, session: Session) -> None:
    """Ask a person what is said instead of each private term that is undecided, and keep the answers."""
    for term in released.undecided:
        instead = session.ask(f"“{term.term}” is private. Say instead: ").strip()
        if instead:
            journal.terms.set(term.term, instead)


def _leave(
    released: Released, output: Path | None, options: argparse.Namespace, session: Session, journal: Journal
) -> None:
    if output is not None:
        _write(released.text, output, session)
    if options.copy:
        said = copy_released(
            released,
            environ=session.environ,
            terminal=terminal_of_this_process(),
            fallback_folder=journal.path.parent,
        )
        session.tell(said)
    elif output is None:
        session.put(released.text.rstrip("\n"))


def _remember(journal: Journal, pitch: Pitch, composition: Composition) -> None:
    stored = next((each for each in journal.pitches.all() if each.id == pitch.id), None)
    if stored is not None:
        journal.pitches.remember_copy(stored, composition.format, composition.text)


def _put_json(value: Mapping[str, object], released: Released, output: Path | None, session: Session) -> None:
    if output is not None or not session.width:
        refuse_undecided(released)
    if output is None:
        session.put_json(value)
    else:
        _write(as_json(value) + "\n", output, session)
    _tell_undecided(released, session)


def _tell_undecided(released: Released, session: Session) -> None:
    for term in released.undecided:
        session.tell(f"“{term.term}” is private: it leaves only when it is decided what is said instead.")


def _write(text: str, path: Path, session: Session) -> None:
    write_new_file(text, path)
    session.tell(f"Written to {path}.")
