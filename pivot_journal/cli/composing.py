"""Which pitch is meant, and how it is told: for every command that works on one."""

from __future__ import annotations

import argparse

from pivot_journal.cli.session import Session
from pivot_journal.domain.pitch import Material
from pivot_journal.journal.journal import Journal
from pivot_journal.journal.telling import Manner
from pivot_journal.pitch.composition import Composition
from pivot_journal.pitch.formats import Formats, load_formats
from pivot_journal.places import formats_path


def formats_of(session: Session) -> Formats:
    """Return the formats that there are: the shipped ones, and those of the user's own file."""
    return load_formats(formats_path(session.environ))


def manner_of(session: Session) -> Manner:
    """Return what the user's settings say about telling."""
    settings = session.settings()
    return Manner(
        formats=formats_of(session),
        note_characters=settings.linkedin_characters,
        known_acronyms=frozenset(settings.known_acronyms),
    )


def material_meant(options: argparse.Namespace, session: Session, journal: Journal) -> Material:
    """Return the pitch of the audience that is named, the current one else, with all that it rests on.

    Args:
        options: With ``audience``, words that are a part of it.
        session: Where the user's formats and settings lie; from here on the journal tells in that manner.
        journal: The journal.

    Raises:
        NotFound: No pitch is for that audience.
        ValueRefused: Several are.
    """
    journal.find_manner = lambda: manner_of(session)
    audience = " ".join(options.audience)
    return journal.pitches.material(journal.pitches.find(audience) if audience else journal.pitches.current())


def pitch_meant(options: argparse.Namespace, session: Session, journal: Journal) -> tuple[Material, Composition]:
    """Return the pitch that is meant, and it composed as it would leave.

    Args:
        options: With ``audience`` and ``format``, None for the pitch's own.
        session: Where the user's formats and settings lie.
        journal: The journal.

    Raises:
        NotFound: No pitch is for that audience.
        ValueRefused: Several are, or there is no such format.
    """
    material = material_meant(options, session, journal)
    return material, journal.telling.compose(material, options.format)
