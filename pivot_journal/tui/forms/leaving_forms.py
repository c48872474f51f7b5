"""What is asked before a pitch leaves: what its format needs, and what is said instead of what is private."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from pivot_journal.domain.errors import FieldRefused
from pivot_journal.domain.pitch import Pitch
from pivot_journal.journal.observations import quoted
from pivot_journal.journal.release import Released
from pivot_journal.pitch.composition import Composition
from pivot_journal.pitch.sentences import capitalised
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.forms.form import Form, about_field, state_of
from pivot_journal.tui.forms.pitch_form import SAID, WRITTEN
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import ClosePanel, CopyPitch, PreviewMaterial, Say
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.widgets.field import Field, FieldSpec
from pivot_journal.tui.widgets.rows import Line, Row, Rows
from pivot_journal.tui.wrapping import wrap

NOTHING_COPIED = "Nothing was copied."
_LINES = {spec.name: spec for spec in (*SAID, *WRITTEN)}


def askable(composition: Composition) -> tuple[str, ...]:
    """Return the pitch's own lines that its format cannot leave without and that are not written, each once."""
    homes = (gap.source.partition(".") for gap in composition.blocking)
    return tuple(dict.fromkeys(field for home, _, field in homes if home == "pitch" and field in _LINES))


class LeavingForm(Form):
    """A short form that stands before the copy: Enter in its last field goes on, Escape copies nothing."""

    BINDINGS = bindings_of("leaving")
    DEFAULT_CSS = """
    LeavingForm > .leaving--about { height: auto; color: $quiet; margin: 0 0 1 0; }
    """

    is_confirmed = False
    """Whether the user knows, once it is stored, what is said instead of what is private."""
    _is_stored = False

    def action_next(self) -> None:
        """Go on to the next field; from the last one, store and copy."""
        inputs = [field.input for field in self.fields.values()]
        if inputs and inputs[-1].has_focus:
            self.action_save()
        else:
            super().action_next()

    def action_save(self) -> None:
        """Store what is typed, then copy."""
        super().action_save()
        if self._is_stored:
            self.post_message(CopyPitch(is_confirmed=self.is_confirmed))

    def action_close(self) -> bool:
        """Leave without copying; what is typed is kept as a draft. Return whether it was left."""
        is_changed = self.is_changed
        is_left = super().action_close()
        if is_left:
            self.post_message(Say(NOTHING_COPIED + (" What you typed is kept as a draft." if is_changed else "")))
        return is_left


class MissingForm(LeavingForm):
    """Those lines of the pitch that its format needs and that are missing; they are stored in the pitch.

    Args:
        desk: The journal and the keeper of drafts.
        pitch: What is to be copied.
        composition: It, as it is told.
    """

    def __init__(self, desk: Desk, pitch: Pitch, composition: Composition) -> None:
        self.pitch = pitch
        names = askable(composition)
        self._material = desk.journal.pitches.material(pitch)
        draft = desk.journal.drafts.find("pitch", pitch.id)
        kept = draft.content if draft is not None else {}
        self._rest = {name: text for name, text in kept.items() if name not in names}
        """What else is half-typed of the pitch's lines, in its own form: it stays there."""
        prompts = {gap.source.partition(".")[2]: gap.prompt for gap in composition.blocking}
        self._about = f"{composition.chosen.label}: it cannot leave without"
        super().__init__(
            desk,
            form="pitch",
            target=pitch.id,
            title="Before it is copied",
            fields=[
                replace(_LINES[name], label=capitalised(prompts[name]), is_beside=False, is_more=False, section="")
                for name in names
            ],
            values={name: getattr(pitch, name) for name in names},
            state=state_of(pitch.updated_at),
        )
        last = list(self.fields.values())[-1]
        last.set_note("Enter copies · Esc copies nothing. It is kept with the pitch.")

    def compose(self) -> ComposeResult:
        """Lay out the title, why something is asked, and the fields."""
        parts = iter(super().compose())
        yield next(parts)
        yield Static(Content(self._about), classes="leaving--about")
        yield from parts

    def draft_content(self) -> dict[str, str]:
        """Return what is kept: what is typed here, and what else is half-typed of the same pitch."""
        return self._rest | super().draft_content()

    def keep_draft(self) -> None:
        """Keep what is typed as a draft; what else is half-typed stays one."""
        if self._rest:
            self._touch()
        else:
            super().keep_draft()

    def action_discard(self) -> None:
        """Throw away what was typed here; what else is half-typed of the pitch stays."""
        super().action_discard()
        if self._rest:
            self._touch()

    def _typed(self) -> Pitch:
        lines: dict[str, Any] = {name: self.value(name) for name in self.fields}
        return replace(self.pitch, **lines)

    def show_preview(self) -> None:
        """Show the pitch with the lines as they are typed."""
        self.post_message(PreviewMaterial(replace(self._material, pitch=self._typed())))

    def store(self) -> str:
        """Store the lines in the pitch, and copy it; an empty one is asked for again."""
        empty = next((name for name in self.fields if not self.value(name)), None)
        if empty is not None:
            raise FieldRefused(empty, f"Still missing: {self.fields[empty].spec.label}")
        journal = self.desk.journal
        with journal.in_one_step(f"lines of the pitch for {quoted(self.pitch.audience)}"):
            journal.pitches.save(self._typed())
            if self._rest:
                journal.drafts.save(self.form, self.target, self._rest, base=self._draft_state)
            else:
                journal.drafts.clear(self.form, self.target)
        self._is_stored = True
        return ""


class DecideForm(LeavingForm):
    """What is said instead of each private term that is not decided, above it what is decided already.

    Args:
        desk: The journal and the keeper of drafts.
        released: What is to be copied.
    """

    is_confirmed = True

    def __init__(self, desk: Desk, released: Released) -> None:
        self._terms = {term.id: term for term in released.undecided}
        self._replaced = released.replaced
        drafts = {name: desk.journal.drafts.find("term", name) for name in self._terms}
        super().__init__(
            desk,
            form="leaving",
            title="Before it is copied",
            fields=[
                FieldSpec(
                    name=term.id,
                    label=f"{quoted(term.term)} is private. What is said instead?",
                    prompt="a regional bank",
                )
                for term in self._terms.values()
            ],
            values={name: draft.content.get("say_instead", "") for name, draft in drafts.items() if draft is not None},
        )
        last = list(self.fields.values())[-1]
        last.set_note("Enter copies · Esc copies nothing. It is kept with the private terms (F5).")

    def compose(self) -> ComposeResult:
        """Lay out the title, what leaves otherwise already, and the fields."""
        parts = iter(super().compose())
        yield next(parts)
        if self._replaced:
            yield Static(Content("\n".join(self._replaced)), classes="leaving--about")
        yield from parts

    def keep_draft(self) -> None:
        """Keep what is typed as drafts of the terms themselves."""
        for name, term in self._terms.items():
            field = self.fields[name]
            if field.value:
                self.desk.drafts.touch("term", term.id, partial(_said, field), base=state_of(term.updated_at))

    def _touch(self) -> None:
        self.keep_draft()

    def store(self) -> str:
        """Decide what is said instead of each term, in one step."""
        journal = self.desk.journal
        empty = next((name for name in self.fields if not self.value(name)), None)
        if empty is not None:
            raise FieldRefused(empty, "Nothing with a private term leaves until it is decided what is said instead.")
        with journal.in_one_step("what is said instead of private terms"):
            for name, term in self._terms.items():
                with about_field(name):
                    journal.terms.save(replace(term, say_instead=self.value(name)))
                journal.drafts.clear("term", term.id)
        for name in self._terms:
            self.desk.drafts.done("term", name)
        self._is_stored = True
        return ""


class ChangesPanel(Panel):
    """What leaves otherwise than it is written; Enter copies.

    Args:
        desk: The journal and the keeper of drafts.
        released: What is to be copied.
    """

    BINDINGS = bindings_of("changes")
    DEFAULT_CSS = """
    ChangesPanel { padding: 1 2; }
    ChangesPanel > Static { height: auto; margin: 0 0 1 0; }
    ChangesPanel > .leaving--title { text-style: bold; }
    ChangesPanel > .leaving--about { color: $quiet; }
    ChangesPanel > Rows { height: auto; max-height: 60%; margin: 0 0 1 0; }
    """

    def __init__(self, desk: Desk, released: Released) -> None:
        super().__init__(desk)
        self._replaced = released.replaced
        self.list = Rows()

    def compose(self) -> ComposeResult:
        """Lay out the title, the changes, and what the keys do."""
        yield Static(Content("Before it is copied"), classes="leaving--title")
        yield self.list
        yield Static(Content("Enter copies · Esc copies nothing"), classes="leaving--about")

    def on_mount(self) -> None:
        """List the changes."""
        self._list()
        self.list.focus()

    def on_rows_resized(self, event: Rows.Resized) -> None:
        """Break the lines anew."""
        event.stop()
        self._list()

    def take_focus(self) -> None:
        """Stand in the list."""
        self.list.focus()

    def focus_first(self) -> None:
        """Stand in the list."""
        self.list.focus()

    def _list(self) -> None:
        self.list.set_rows(change_rows(self._replaced, max(self.list.size.width, 20)))

    def action_copy_now(self) -> None:
        """Copy it as it is shown."""
        self.post_message(ClosePanel(self))
        self.post_message(CopyPitch(is_confirmed=True))

    def action_close(self) -> bool:
        """Leave without copying."""
        self.post_message(Say(NOTHING_COPIED))
        self.post_message(ClosePanel(self))
        return True


def change_rows(replaced: Sequence[str], width: int) -> list[Row]:
    """Return a row for each change, broken at the width."""
    return [Row([Line([(part, "")]) for part in wrap(each, width)], number) for number, each in enumerate(replaced)]


def _said(field: Field) -> dict[str, str]:
    return {"say_instead": field.value}
