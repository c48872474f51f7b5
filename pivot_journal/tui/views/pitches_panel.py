"""Every pitch, the retired ones too: show one, start another, call it otherwise, retire it or bring it back."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from pivot_journal.domain.pitch import Pitch
from pivot_journal.domain.text import one_line
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import ClosePanel, JournalChanged
from pivot_journal.tui.views.pitch_verbs import PitchVerbs
from pivot_journal.tui.widgets.ask_line import AskLine
from pivot_journal.tui.widgets.rows import Line, Row, Rows


class PitchesPanel(PitchVerbs):
    """A list of the pitches; the highlighted one is meant.

    Args:
        desk: The journal and the keeper of drafts.
    """

    BINDINGS = bindings_of("pitches")
    DEFAULT_CSS = """
    PitchesPanel { padding: 1 0 0 0; }
    PitchesPanel > Static { height: auto; padding: 0 2; margin: 0 0 1 0; text-style: bold; }
    PitchesPanel > Rows { padding: 0 1; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = Rows(classes="-shows-cursor")
        self.ask_line = AskLine(self.take_focus)
        self._pitches: dict[str, Pitch] = {}

    def compose(self) -> ComposeResult:
        """Lay out a title, the list and the line in which a name is asked."""
        yield Static(Content("Every pitch"))
        yield self.list
        yield self.ask_line

    def on_mount(self) -> None:
        """List them, standing on the one that is shown."""
        self.look_again()
        current = next((pitch.id for pitch in self._pitches.values() if pitch.is_current), None)
        self.list.set_rows(self.list.rows, current)
        self.list.focus()

    def take_focus(self) -> None:
        """Stand in the list, or in the line where something is asked."""
        (self.ask_line.editor if self.ask_line.is_open else self.list).focus()

    def focus_first(self) -> None:
        """Stand where keys are expected, with the list as it is now."""
        self.look_again()
        self.take_focus()

    def look_again(self) -> None:
        """Read the pitches again; the cursor stays on its own."""
        journal = self.desk.journal
        current = journal.pitches.current().id
        self._pitches = {pitch.id: pitch for pitch in journal.pitches.all()}
        labels = {name: chosen.label for name, chosen in journal.telling.formats.items()}
        self.list.set_rows(pitch_list_rows(list(self._pitches.values()), current, labels))

    def highlight(self, key: object) -> None:
        """Stand on a pitch by its id."""
        self.look_again()
        self.list.set_rows(self.list.rows, str(key))

    def meant(self) -> Pitch | None:
        """Return the highlighted pitch."""
        return self._pitches.get(str(self.list.key))

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Show what was clicked twice."""
        event.stop()
        self.action_show()

    def action_show(self) -> None:
        """Make the highlighted one the pitch that is shown, and leave."""
        pitch = self.meant()
        if pitch is not None:
            self.desk.journal.pitches.show(pitch.id)
            self.post_message(JournalChanged(f"The pitch for {one_line(pitch.audience)}."))
        self.action_close()

    def action_close(self) -> bool:
        """Leave."""
        self.post_message(ClosePanel(self))
        return True


def pitch_list_rows(pitches: Sequence[Pitch], current: str, labels: dict[str, str]) -> list[Row]:
    """Return a row for each pitch, those that are offered first.

    Args:
        pitches: All of them.
        current: The id of the one that is shown.
        labels: What each format is called, by name.
    """
    rows: list[Row] = []
    offered = [pitch for pitch in pitches if not pitch.is_retired]
    retired = [pitch for pitch in pitches if pitch.is_retired]
    for group in (offered, retired):
        if group is retired and group:
            rows.append(Row([Line(()), Line([(" Retired", "heading"), ("  z brings one back", "dim")])]))
        for pitch in group:
            count = len(pitch.story_ids)
            stories = "no story yet" if not count else "1 story" if count == 1 else f"{count} stories"
            facts = f"{stories} · {labels.get(pitch.format, pitch.format)} "
            mark = (" ● ", "accent") if pitch.id == current else ("   ", "")
            rows.append(Row([Line([mark, (one_line(pitch.audience), "")], [(facts, "dim")])], pitch.id))
    return rows
