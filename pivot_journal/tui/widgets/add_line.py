"""Write a line into the Journal, in place."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pivot_journal.dates import split_prefix
from pivot_journal.domain.errors import JournalError, StillToCome
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.text import one_line
from pivot_journal.domain.when import When
from pivot_journal.domain.words import day_label
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import Say
from pivot_journal.tui.widgets.editor import TOO_LONG, Editor
from pivot_journal.tui.widgets.steady import Steady

KEYS_SAID = (" · Enter saves · Esc keeps it for later", " · Enter saves · Esc leaves", " · Enter saves", "")
"""What the keys do; the most that fits is said."""


class AddLine(Vertical):
    """Where a new observation is typed, with its date and tags as they would be stored.

    Args:
        desk: The journal and the keeper of drafts.
        captured: Is told what was stored.
        leave: Goes back to the list.
    """

    BINDINGS = bindings_of("adding")
    DEFAULT_CSS = """
    AddLine { height: auto; display: none; margin: 1 0 0 0; }
    AddLine.-open { display: block; }
    AddLine > .add--label { text-style: bold; height: 1; padding: 0 1; }
    AddLine > .add--echo { color: $quiet; height: auto; max-height: 3; padding: 0 1; }
    """
    FORM = "observation"

    def __init__(self, desk: Desk, captured: Callable[[Observation], None], leave: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self._captured, self._leave = captured, leave
        self.editor = Editor(placeholder="one line is enough · #tag · yesterday: … · last friday: …")
        self._echo = Steady(classes="add--echo")

    def compose(self) -> ComposeResult:
        """Lay out the question, the line and what would be stored."""
        yield Static(Content("What happened?"), classes="add--label")
        yield self.editor
        yield self._echo

    def open(self) -> None:
        """Show the line, with what was left in it the last time; one that is open is only stood in."""
        if self.has_class("-open"):
            self.editor.focus()
            return
        draft = self._desk.journal.drafts.find(self.FORM, self._desk.new_target)
        self.editor.text = draft.content.get("text", "") if draft else ""
        self.editor.move_cursor(self.editor.document.end)
        self.add_class("-open")
        self.editor.focus()
        self._show_echo()

    def on_text_area_changed(self, event: Editor.Changed) -> None:
        """Keep a draft and show what would be stored."""
        event.stop()
        if self.has_class("-open"):
            self._desk.drafts.touch(self.FORM, self._desk.new_target, lambda: {"text": self.editor.text})
            self._show_echo()

    def _show_echo(self) -> None:
        today = self._desk.journal.today
        try:
            when, _ = split_prefix(self.editor.text, today, day_order=self._desk.settings.day_order)
        except StillToCome as error:
            self._echo.update(Content(still_to_come_said(error.phrase)))
            return
        except JournalError as error:
            self._echo.update(Content(str(error)))
            return
        said = day_label(when) if when else f"{day_label(When(today))}, today"
        self._echo.update(Content(said + keys_said((self.size.width or self.app.size.width) - 2 - cell_len(said))))

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        if self.has_class("-open"):
            self._show_echo()

    def on_editor_submitted(self, event: Editor.Submitted) -> None:
        """Store it."""
        event.stop()
        self.action_save()

    def on_editor_tab_pressed(self, event: Editor.TabPressed) -> None:
        """Stay: there is nowhere else to go."""
        event.stop()

    def on_editor_paste_refused(self, event: Editor.PasteRefused) -> None:
        """Say that a paste was too long."""
        event.stop()
        self.post_message(Say(TOO_LONG, is_error=True))

    def action_save(self) -> None:
        """Store what is typed and stand ready for the next line's keys."""
        journal = self._desk.journal
        text = self.editor.text
        if not text.strip():
            self.action_close()
            return
        try:
            when, rest = split_prefix(text, journal.today, day_order=self._desk.settings.day_order)
            stored = journal.observations.capture(rest, observed_on=when, clears_draft=self._desk.new_target)
        except StillToCome as error:
            said = still_to_come_said(error.phrase)
            self.post_message(Say(f"A note is of what was seen. {said}, or leave it out.", is_error=True))
            return
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return
        self._desk.drafts.done(self.FORM, self._desk.new_target)
        self._close()
        self._captured(stored)

    def action_close(self) -> None:
        """Leave; what is typed is kept. Where it cannot be kept just now, stay."""
        try:
            self._desk.drafts.flush()
        except JournalError as error:
            self.post_message(Say(str(error), is_error=True))
            return
        if self.editor.text.strip():
            self.post_message(Say("Not saved yet: kept as a draft; a brings it back."))
        self._close()

    def _close(self) -> None:
        self.remove_class("-open")
        self._leave()


def keys_said(room: int) -> str:
    """Return what the keys do, as much as there is room for."""
    return next(words for words in KEYS_SAID if not words or cell_len(words) <= room)


def still_to_come_said(phrase: str) -> str:
    """Say what to do with a date that is still to come: 'put it behind the text'."""
    return f"“{one_line(phrase)}” is still to come: put it behind the text"
