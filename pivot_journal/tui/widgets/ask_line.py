"""One line under a view in which one thing is asked: a name, a reason."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pivot_journal.domain.text import one_line
from pivot_journal.tui.guarded import Guarded
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.widgets.editor import Editor


class AskLine(Guarded, Vertical):
    """A question with the line for its answer; hidden while nothing is asked.

    Args:
        leave: Goes back to where the keys were.
    """

    BINDINGS = bindings_of("asking")
    DEFAULT_CSS = """
    AskLine { height: auto; display: none; padding: 0 2; border-top: solid $faint; }
    AskLine.-open { display: block; }
    AskLine > Static { height: auto; }
    AskLine > .ask--hint { color: $quiet; }
    """

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave
        self._answered: Callable[[str], None] | None = None
        self._question = Static()
        self._hint = Static(Content("Enter stores it · Esc goes back"), classes="ask--hint")
        self.editor = Editor()

    def compose(self) -> ComposeResult:
        """Lay out the question, the line and what its keys do."""
        yield self._question
        yield self.editor
        yield self._hint

    @property
    def is_open(self) -> bool:
        """Whether something is asked."""
        return self.has_class("-open")

    def ask(self, question: str, answered: Callable[[str], None], *, text: str = "", prompt: str = "") -> None:
        """Ask something.

        Args:
            question: What is asked.
            answered: Takes the answer; where it raises, the line stays with what was typed.
            text: What stands in the line at first.
            prompt: Shown in grey while nothing stands in it.
        """
        self._answered = answered
        self._question.update(Content(question))
        self.editor.placeholder = prompt
        self.editor.take(text)
        self.add_class("-open")
        self.editor.focus()

    def on_editor_submitted(self, event: Editor.Submitted) -> None:
        """Hand over what is typed."""
        event.stop()
        self.action_store()

    def on_editor_tab_pressed(self, event: Editor.TabPressed) -> None:
        """Stay: there is nowhere else to go."""
        event.stop()

    def action_store(self) -> None:
        """Hand over what is typed and go back."""
        answered = self._answered
        if answered is not None:
            answered(one_line(self.editor.text))
        self.action_close()

    def action_close(self) -> None:
        """Go back without an answer."""
        self._answered = None
        self.remove_class("-open")
        self._leave()
