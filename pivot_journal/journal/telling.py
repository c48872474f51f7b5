"""How the pitches of a journal are told: in the user's formats, with what is private replaced, checked by the coach."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from pivot_journal.domain.pitch import Material, PitchCopy
from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.journal.pitches import Pitches
from pivot_journal.pitch.compose import compose
from pivot_journal.pitch.composition import Composition
from pivot_journal.pitch.formats import STANDARD, Formats
from pivot_journal.pitch.private import NOTHING_PRIVATE, Mask, private_amounts
from pivot_journal.storage import quick
from pivot_journal.storage.database import Database, errors_explained

if TYPE_CHECKING:
    from pivot_journal.coach.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What the user's settings say about telling."""

    formats: Formats = field(default_factory=lambda: STANDARD)
    note_characters: int = 200
    """How long a note on LinkedIn may be."""
    known_acronyms: frozenset[str] = frozenset()
    """What listeners know without an explanation."""


class Telling:
    """The one way in which both doors compose and check a pitch."""

    def __init__(
        self, database: Database, today: Callable[[], dt.date], pitches: Pitches, manner: Callable[[], Manner]
    ) -> None:
        self._database = database
        self._today = today
        self._pitches = pitches
        self._manner = manner
        self._mask: tuple[tuple[PrivateTerm, ...], Mask] = ((), NOTHING_PRIVATE)
        self._latest: tuple[tuple[Material, str | None, dt.date], Composition] | None = None

    @property
    def formats(self) -> Formats:
        """The formats that there are."""
        return self._manner().formats

    def mask(self, material: Material) -> Mask:
        """Return what stands between the user's words and everybody else: private terms, and amounts told otherwise."""
        terms = (*self.private_terms(), *private_amounts(material))
        if terms != self._mask[0]:
            self._mask = (
                terms,
                Mask(terms) if terms else NOTHING_PRIVATE,
            )  # compared with what is stored at each use, so that it is never stale
        return self._mask[1]

    def private_terms(self) -> tuple[PrivateTerm, ...]:
        """Return the private terms as they are stored."""
        with errors_explained(self._database.path):
            return tuple(quick.private_terms(self._database.connection))

    def compose(self, material: Material, format_name: str | None = None) -> Composition:
        """Return a pitch as it would leave.

        Args:
            material: The pitch with all that it rests on, perhaps with what is being typed.
            format_name: The name of a format; the pitch's own where it is not given, or the chat where that is gone.

        Raises:
            ValueRefused: There is no such format, or the user's file of formats has a mistake.
        """
        composition = self._composed(material, format_name, self.mask(material))
        is_unmasked = not any(part.changes for part in composition.parts)
        # what is said in the user's own words need not be composed again for the coach
        self._latest = ((material, format_name, self._today()), composition) if is_unmasked else None
        return composition

    def check(
        self,
        material: Material,
        format_name: str | None = None,
        *,
        accepted: frozenset[tuple[str, str, str]] = frozenset(),
    ) -> list[Finding]:
        """Return what the coach has to say of a pitch, with places in the user's own words, private ones too.

        Args:
            material: The pitch with all that it rests on.
            format_name: As for ``compose``.
            accepted: The keys of what is kept as it is.
        """
        return self.checking(material, format_name, accepted=accepted)()

    def checking(
        self,
        material: Material,
        format_name: str | None = None,
        *,
        accepted: frozenset[tuple[str, str, str]] = frozenset(),
    ) -> Callable[[], list[Finding]]:
        """Return what does the work of ``check``: the journal is read now, so that it may run in another thread."""
        from pivot_journal.coach.engine import check_pitch

        latest = self._latest
        if latest is not None and latest[0] == (material, format_name, self._today()):
            composition = latest[1]
        else:
            composition = self._composed(material, format_name, NOTHING_PRIVATE)
        return partial(
            check_pitch,
            material,
            composition,
            private_terms=[term.term for term in self.private_terms()],
            accepted=accepted,
            plain_words=self._manner().known_acronyms,
            today=self._today(),
        )

    def since_copied(
        self, material: Material, composed: Mapping[str, Composition] | None = None
    ) -> tuple[PitchCopy, list[str]] | None:
        """Return what was last copied of a pitch, and what would leave now in its format and was not in it.

        Args:
            material: The pitch with all that it rests on.
            composed: What of it is composed already, by format.

        Returns:
            The copy and the parts; None where it was never copied, its format is gone, or nothing changed.
        """
        last = self._pitches.last_copy(material.pitch.id)
        if last is None or last.format not in self.formats:
            return None
        now = (composed or {}).get(last.format) or self.compose(material, last.format)
        if now.text == last.text:
            return None
        return last, [part.text for part in now.parts if part.text not in last.text]

    def _composed(self, material: Material, format_name: str | None, mask: Mask) -> Composition:
        manner = self._manner()
        if format_name is None and material.pitch.format not in manner.formats:
            format_name = "chat"  # a format of the user's own that was taken out of the file again
        return compose(
            material,
            format_name,
            today=self._today(),
            formats=manner.formats,
            limits={"linkedin": manner.note_characters},
            mask=mask,
        )
