"""``pivot export PATH --to html``: the headline examples of a pitch on one page, for others."""

from __future__ import annotations

import argparse
from pathlib import Path

from pivot_journal.cli.choosing import named
from pivot_journal.cli.pitching import decide_terms
from pivot_journal.cli.session import Session
from pivot_journal.domain.pitch import Material
from pivot_journal.domain.text import one_line
from pivot_journal.journal.journal import Journal
from pivot_journal.journal.release import Released, refuse_undecided, release_one_page, write_released


def export_page(options: argparse.Namespace, session: Session, path: Path | None) -> int:
    """Write the stories of a pitch as a page, or print it where there is no path."""
    with session.journal(options) as journal:
        pitches = journal.pitches
        wanted = one_line(options.audience or "")
        material = pitches.material(pitches.find(wanted) if wanted else pitches.current())
        released = _released(journal, material)
        if released.undecided and session.is_interactive:
            decide_terms(journal, released, session)
            released = _released(journal, material)
    refuse_undecided(released)
    if path is None:
        session.put(released.text.rstrip("\n"))
    else:
        write_released(released, path, over=options.force)
    for line in released.replaced:
        session.tell(line)
    if path is not None:
        session.tell(f"The stories for {named(material.pitch.audience)} are in {path}, as a page.")
    if released.without:
        session.tell(f"Without: {released.without}.")
    return 0


def _released(journal: Journal, material: Material) -> Released:
    return release_one_page(material, today=journal.today, mask=journal.telling.mask(material))
