"""``pivot pitch``: the pitch as text, Markdown or JSON, printed, copied or written to a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from pivot_journal.cli.session import Session
from pivot_journal.cli.showing import as_json
from pivot_journal.domain.errors import ValueRefused
from pivot_journal.domain.pitch import Material
from pivot_journal.journal.release import (
    copy_released,
    release_pitch,
    terminal_of_this_process,
    with_sources,
    write_new_file,
)
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.composition import Composition
from pivot_journal.pitch.render import as_json_object, sources
from pivot_journal.places import named_path


def run_pitch(options: argparse.Namespace, session: Session) -> int:
    """Compose the pitch and let it leave by the way asked for."""
    output = None if options.output is None else named_path(options.output, "-o")
    if options.copy and options.as_ == "json":
        raise ValueRefused("--copy takes the pitch as text or markdown; JSON goes to stdout or -o FILE.")
    with session.journal(options) as journal:
        audience = " ".join(options.audience)
        pitch = journal.pitches.find(audience) if audience else journal.pitches.current()
        material = journal.pitches.material(pitch)
        composition = compose(material, options.format, today=journal.today)
        folder = journal.path.parent
    listed = sources(material, composition) if options.sources else []
    if options.as_ == "json":
        value = _json_object(material, composition) | ({"sources": listed} if options.sources else {})
        if output is None:
            session.put_json(value)
        else:
            _write(as_json(value) + "\n", output, session)
        return 0
    released = with_sources(release_pitch(composition, options.as_), listed, options.as_)
    if output is not None:
        _write(released.text, output, session)
    if options.copy:
        session.tell(
            copy_released(
                released, environ=session.environ, terminal=terminal_of_this_process(), fallback_folder=folder
            )
        )
    elif output is None:
        session.put(released.text.rstrip("\n"))
    if released.without and not options.copy:
        session.tell(f"Without: {released.without}.")
    if composition.is_over:
        session.tell(composition.advice)
    return 0


def _json_object(material: Material, composition: Composition) -> dict[str, object]:
    numbers = {o.id: o.number for story in material.stories for o in story.observations}
    return as_json_object(composition, numbers)


def _write(text: str, path: Path, session: Session) -> None:
    write_new_file(text, path)
    session.tell(f"Written to {path}.")
