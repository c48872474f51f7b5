"""Private terms: what must not leave, and what is said instead."""

from __future__ import annotations

import uuid

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from pivot_journal.domain.errors import FieldRefused, JournalError
from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.journal.observations import quoted
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.forms.form import Form, state_of
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import ClosePanel, JournalChanged, OpenPanel
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.field import Field, FieldSpec
from pivot_journal.tui.widgets.rows import Line, Row, Rows
from pivot_journal.tui.wrapping import cut

ABOUT = "Names, codenames and figures that stay with you: in whatever is copied, something else stands instead."
NOTHING_YET = """None yet.

n   write one down: a customer's name, a project, an exact figure"""
UNDECIDED = "? not decided: nothing with it can be copied"
LONGEST_SHOWN = 32
"""Cells of a term beyond which it is cut in the list."""
INSTEAD_NOTE = "Read out in its place, so it has to fit the sentence. Empty: nothing with the term can be copied yet."


class TermForm(Form):
    """One private term.

    Args:
        desk: The journal and the keeper of drafts.
        term: What is edited; None for a new one.
    """

    DEFAULT_CSS = """
    TermForm Field.-refused > .field--offer { color: $error; }
    """

    def __init__(self, desk: Desk, term: PrivateTerm | None) -> None:
        self.term = term
        super().__init__(
            desk,
            form="term",
            target=term.id if term else desk.new_target,
            title="A private term" if term is None else f"Private term · {term.term}",
            fields=(
                FieldSpec(
                    name="term",
                    label="What must not leave?",
                    prompt="a name, a codename, an exact figure",
                    note="Found in any case, with or without hyphens, plural and possessive too.",
                ),
                FieldSpec(
                    name="say_instead",
                    label="What is said instead?",
                    prompt="e.g. a regional bank, about a third",
                    note=INSTEAD_NOTE,
                ),
            ),
            values={"term": term.term, "say_instead": term.say_instead} if term else {},
            state=state_of(term.updated_at) if term else "",
        )
        self._notes = {name: field.spec.note for name, field in self.fields.items()}

    def on_field_changed(self, event: Field.Changed) -> None:
        """Say at once what cannot be; the form's own handler, which runs too, does the rest."""
        for name in self.fields:
            self._refuse(name, "")
        error = self._why_refused()
        if error is not None:
            self._refuse(error.field, str(error))

    def _refuse(self, name: str, words: str) -> None:
        field = self.fields[name]
        field.set_class(bool(words), "-refused")
        field.set_note(words or self._notes[name])

    def _why_refused(self) -> FieldRefused | None:
        """Return what would be said of what is typed, as far as it is typed at all."""
        if self.value("term"):
            try:
                self.desk.journal.terms.accept(self._typed())
            except FieldRefused as error:
                return error
        return None

    def _typed(self) -> PrivateTerm:
        id_ = self.term.id if self.term else str(uuid.uuid4())
        return PrivateTerm(
            id=id_,
            term=self.value("term"),
            say_instead=self.value("say_instead"),
            updated_at=self.term.updated_at if self.term else None,
        )

    def store(self) -> str:
        """Store the term, and forget its draft in the same step."""
        typed = self._typed()
        journal = self.desk.journal
        with journal.in_one_step(f"private term {quoted(typed.term)}"):
            stored = journal.terms.save(typed)
            journal.drafts.clear(self.form, self.target)
        if not stored.say_instead:
            return f"{quoted(stored.term)} stays here: nothing with it is copied until it is decided what is said."
        return f"{quoted(stored.term)} leaves as {quoted(stored.say_instead)}."

    def field_of(self, error: JournalError) -> str:
        """Return the field that an error is about, and say it there too."""
        name = super().field_of(error)
        if name:
            self._refuse(name, str(error))
        return name


class TermsPanel(Panel):
    """The private terms with what is said instead; the ones that are not decided are marked."""

    BINDINGS = bindings_of("terms")
    DEFAULT_CSS = """
    TermsPanel { padding: 1 2; }
    TermsPanel > Static { height: auto; }
    TermsPanel > .terms--title { text-style: bold; }
    TermsPanel > .terms--about { color: $quiet; margin: 0 0 1 0; }
    TermsPanel > .terms--empty { display: none; padding: 1 1; }
    TermsPanel.-none > .terms--empty { display: block; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = Rows(classes="-shows-cursor")
        self._terms: dict[str, PrivateTerm] = {}

    def compose(self) -> ComposeResult:
        """Lay the parts out from top to bottom."""
        yield Static(Content("Private terms"), classes="terms--title")
        yield Static(Content(ABOUT), classes="terms--about")
        yield Static(Content(NOTHING_YET), classes="terms--empty")
        yield self.list

    def on_mount(self) -> None:
        """List them."""
        self.look_again()
        self.list.focus()

    def take_focus(self) -> None:
        """Stand in the list."""
        self.list.focus()

    def focus_first(self) -> None:
        """Stand in the list, as it is now."""
        self.look_again()
        self.list.focus()

    def look_again(self) -> None:
        """Read the terms again; the cursor stays on its own."""
        self._terms = {term.id: term for term in self.desk.journal.terms.all()}
        self.set_class(not self._terms, "-none")
        column = min(max((cell_len(term.term) for term in self._terms.values()), default=0), LONGEST_SHOWN)
        self.list.set_rows([_row(term, column) for term in self._terms.values()])
        self.refresh_bindings()

    @property
    def term(self) -> PrivateTerm | None:
        """The highlighted term."""
        return self._terms.get(str(self.list.key))

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """Edit what was clicked twice."""
        event.stop()
        self.action_edit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something now."""
        return action not in {"edit", "delete"} or bool(self._terms)

    def action_add(self) -> None:
        """Write one down."""
        self.post_message(OpenPanel(TermForm(self.desk, None)))

    def action_edit(self) -> None:
        """Change the highlighted one, standing in what is said instead."""
        if self.term is not None:
            form = TermForm(self.desk, self.term)
            form.begin_in("say_instead")
            self.post_message(OpenPanel(form))

    def action_delete(self) -> None:
        """Take the highlighted one out."""
        if self.term is None:
            return
        gone = self.desk.journal.terms.trash(self.term.id)
        words = f"{quoted(gone.term)} is no longer private: it leaves as it is written. u brings it back."
        self.post_message(JournalChanged(words))

    def action_close(self) -> bool:
        """Leave."""
        self.post_message(ClosePanel(self))
        return True


def _row(term: PrivateTerm, column: int) -> Row:
    shown = cut(term.term, column)
    left = f" {shown}{' ' * (column - cell_len(shown))}  "
    if term.say_instead:
        return Row([Line([(left, ""), ("→ ", "dim"), (term.say_instead, "")])], term.id)
    return Row([Line([(left, ""), (UNDECIDED, "warn")])], term.id)
