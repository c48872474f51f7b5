"""The coach beside the main screen: it reads what is shown, at once or after a pause, and never stops a key."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from pivot_journal.domain.errors import JournalError
from pivot_journal.tui.coaching import MOST_SHOWN, chosen_while_typing
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.guarded import Guarded
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.field import Field
from pivot_journal.tui.widgets.preview import Preview, finding_said

if TYPE_CHECKING:
    from pivot_journal.domain.pitch import Material

PAUSE_SECONDS = 1.2
"""How long nothing is typed before the coach says something."""


class ReadByCoach(Guarded, Screen[None]):
    """What of the main screen has to do with the coach.

    Args:
        desk: The journal and the keeper of drafts.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.material: Material | None = None
        """The pitch as it is stored."""
        self.is_read = False
        """Whether the coach has read what is shown."""
        self._views: dict[str, Panel] = {}
        self._panels: list[Widget] = []
        self._coach_timer: Timer | None = None

    def say(self, text: str, *, is_error: bool = False) -> None:
        """Tell the user something."""
        raise NotImplementedError  # the screen has the line for it

    def _show(self, view: str, key: object = None) -> None:
        raise NotImplementedError  # the screen has the views

    def _when_ready(self, wants: Callable[[], None]) -> None:
        raise NotImplementedError  # the screen knows when it is

    def _show_typed(self) -> None:
        raise NotImplementedError  # the screen has the forms

    @work(group="load-coach")
    async def _load_coach(self) -> None:
        await asyncio.to_thread(self.desk.coaching.load)
        self.desk.loaded()
        if self.material is not None:
            self._show_typed()
            if not self._panels:
                self._read(self.material)

    def _let_read(self, material: Material, *, is_typed: bool) -> None:
        """Let the coach read what is shown: at once what is stored, and what is being typed after a pause."""
        self.is_read = False
        if self._coach_timer is not None:
            self._coach_timer.stop()
            self._coach_timer = None
        if is_typed:
            self._coach_timer = self.set_timer(PAUSE_SECONDS, lambda: self._read(material))
        else:
            self._read(material)

    @work(exclusive=True, group="coach")
    async def _read(self, material: Material) -> None:
        if not self.desk.coaching.is_loaded:
            return
        try:
            findings = await self.desk.coaching.read(material)
        except JournalError:
            return  # whatever was shown stands; what cannot be read is said by what reads it for itself
        preview = next(iter(self.query(Preview)), None)
        if preview is None:
            return  # the app has ended meanwhile
        if preview.composition is not None and not preview.composition.parts:
            findings = ()  # it tells nothing yet that somebody could ask about
        if preview.is_trial:
            findings = tuple(finding for finding in findings if finding.scope.value != "pitch")
        typed = chosen_while_typing(findings, self._typed_fields()) if self._panels else None
        preview.show_findings(findings, (typed,) if typed is not None else ())
        view = self._views.get("pitch")
        show_findings = getattr(view, "show_findings", None)
        if show_findings is not None and material == self.material:
            show_findings(findings)
        self.is_read = True

    def _typed_fields(self) -> frozenset[str]:
        """Return the fields that what is typed now may feed, as findings name them."""
        around = self.focused.ancestors if self.focused is not None else ()
        field = next((each for each in around if isinstance(each, Field)), None)
        owners = ("pitch", "story", "decision", "impact") if field is not None else ()
        return frozenset(f"{owner}.{field.spec.name}" for owner in owners if field is not None)

    def action_coach(self) -> None:
        """Show what a PM may ask: under the preview while a form is open, else in the Pitch view."""
        if not self._panels:
            self._when_ready(self._show_questions)
            return
        preview = self.query_one(Preview)
        shown = preview.findings[:MOST_SHOWN]
        if not shown:
            self.say("Nothing that a PM would stumble over so far.")
        elif preview.display:
            preview.show_findings(preview.findings, shown if len(preview.said) < len(shown) else ())
        else:
            self.say(finding_said(shown[0]))

    def _show_questions(self) -> None:
        self._show("pitch", "questions")
