"""What every form does: fields, drafts that survive a killed terminal, words taken over, save and leave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pivot_journal.domain.errors import FieldRefused, JournalError, ValueRefused
from pivot_journal.domain.words import as_the_clock_stood
from pivot_journal.journal.drafts import Draft
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.guarded import Guarded
from pivot_journal.tui.kept_keys import keep_keys_until, refreshed
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import ClosePanel, JournalChanged, Say
from pivot_journal.tui.widgets.editor import TOO_LONG, Editor
from pivot_journal.tui.widgets.field import Field, FieldSpec
from pivot_journal.tui.widgets.steady import Steady

NEVER_STORED = "0"
"""The state of what is edited and was not stored yet; it sorts before every moment."""
DAY_NOTE = "As exactly as you know it, and no more."
"""What stands under a field for a date."""


def state_of(updated_at: dt.datetime | None) -> str:
    """Return the state of something stored, to tell later whether it was changed since."""
    return NEVER_STORED if updated_at is None else f"{updated_at.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


@contextmanager
def about_field(name: str) -> Iterator[None]:
    """Name the field that a refusal is about; what else goes wrong is about none.

    Raises:
        FieldRefused: What stands in the field was refused.
    """
    try:
        yield
    except ValueRefused as error:
        raise FieldRefused(name, str(error)) from error


class Form(Guarded, VerticalScroll, can_focus=False):
    """A page of fields beside the live preview.

    A subclass says what its fields are, stores them, and may show what is typed in the preview.

    Args:
        desk: The journal and the keeper of drafts.
        form: The name under which drafts are kept.
        target: The id of what is edited; the desk's ``new_target`` for something new.
        title: The first line of the page.
        fields: What is asked for.
        values: What stands in the fields at first, by name.
        state: The state of what is edited, from ``state_of``; empty for something new.
        behind_more: What stands behind 'more', in words. Where it is given, those fields are mounted when they are
            first asked for: thirty text fields take a third of a second.
    """

    BINDINGS = bindings_of("form")
    DEFAULT_CSS = """
    Form {
        padding: 1 2; height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-color: $faint; scrollbar-color-hover: $quiet; scrollbar-color-active: $quiet;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
    }
    Form > .form--title { text-style: bold; height: auto; margin: 0 0 1 0; }
    Form > .form--restored { color: $warning; height: auto; margin: 0 0 1 0; }
    Form > .form--hint { color: $quiet; height: auto; }
    Form.-shows-more > Field.-more { display: block; }
    """

    def __init__(
        self,
        desk: Desk,
        *,
        form: str,
        target: str = "",
        title: str,
        fields: Sequence[FieldSpec],
        values: Mapping[str, str] | None = None,
        state: str = "",
        behind_more: str = "",
    ) -> None:
        super().__init__()
        self.desk = desk
        self.form = form
        self.target = target
        self._title = title
        self._stored = {spec.name: (values or {}).get(spec.name, "") for spec in fields}
        draft = desk.journal.drafts.find(form, target)
        self._begins_in = ""
        self._restored_at = draft.saved_at if draft else None
        self._has_draft = draft is not None
        self._state = state
        self._draft_state = draft.base or state if draft else state
        """The state that what is typed was written on: an earlier one where it was brought back from a draft."""
        self._was_changed_elsewhere = draft is not None and _is_outdated(draft, state)
        shown = self._stored | (self.restored(draft, self._stored) if draft else {})
        for spec in fields:
            if spec.choices:
                stored = self._stored[spec.name] = self._stored[spec.name] or spec.choices[0][0]
                shown[spec.name] = shown[spec.name] if shown[spec.name] in dict(spec.choices) else stored
        self._behind_more = behind_more
        self._more_specs = [spec for spec in fields if spec.is_more and behind_more]
        """The fields behind 'more' that are not mounted yet."""
        self._unshown = {spec.name: shown[spec.name] for spec in self._more_specs}
        """What stands in them."""
        self._hint = Steady(classes="form--hint")
        self._is_laid_out = False
        self.fields = {spec.name: Field(spec, shown[spec.name]) for spec in fields if spec.name not in self._unshown}
        if any(field.spec.is_more and field.value.strip() != self._default(field) for field in self.fields.values()):
            self.add_class("-shows-more")  # here and not on mount, where every field would be styled twice
        if any(text != self._stored[name] for name, text in self._unshown.items()):
            self._mount_more()

    def compose(self) -> ComposeResult:
        """Lay out the title, a word about restored text, and the fields."""
        self._is_laid_out = True
        yield Static(Content(self._title), classes="form--title")
        if self._restored_at is not None:
            at = as_the_clock_stood(self._restored_at, self.desk.journal.now())
            restored = f"What you had typed on {at.day} {at:%b at %H:%M} is here again."
            if self._was_changed_elsewhere:
                restored += " It was changed elsewhere meanwhile."
            restored += " F8 throws it away."
            yield Static(Content(restored), classes="form--restored")
        yield from self.fields.values()
        if self._behind_more:
            yield self._hint
            self._echo_hint()

    def on_mount(self) -> None:
        """Stand in the field asked for, else in the first, and show in the preview what is already there."""
        if self._begins_in in self.fields:
            self.focus_field(self._begins_in)
        else:
            self.focus_first()
        if self._restored_at is not None:
            self.show_preview()

    def on_resize(self) -> None:
        """Keep the field that is typed in where it can be seen."""
        focused = self.screen.focused
        if focused is not None and self in focused.ancestors:
            self.call_after_refresh(focused.scroll_visible, animate=False)

    def begin_in(self, name: str) -> None:
        """Stand in a field by its name when the form appears."""
        self._begins_in = name
        if name in self._unshown:
            self._mount_more()

    def focus_first(self) -> None:
        """Put the cursor into the first field, at the end of what stands there."""
        self.focus_field(next(iter(self.fields)))

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field by its name, wherever it stands."""
        if name in self._unshown:
            self._mount_more()
            keep_keys_until(self, refreshed(self), lambda: self.focus_field(name))
            return
        field = self.fields.get(name)
        if field is not None:
            if field.spec.is_more:
                self.add_class("-shows-more")
                self._echo_hint()
            field.input.focus()
            if isinstance(field.input, Editor):
                field.input.move_cursor(field.input.document.end)

    # What stands in it

    def content(self) -> dict[str, str]:
        """Return what stands in the fields, by name, those behind 'more' too."""
        return {name: field.value for name, field in self.fields.items()} | self._unshown

    def value(self, name: str) -> str:
        """Return what stands in a field, without blank ends."""
        return (self._unshown[name] if name in self._unshown else self.fields[name].value).strip()

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not stored."""
        return bool(self.changes())

    def changes(self) -> dict[str, str]:
        """Return what stands in the fields that differ from what is stored, by name."""
        return {name: text for name, text in self.content().items() if text != self._stored[name]}

    def is_touched(self, *names: str) -> bool:
        """Whether one of some fields differs from what is stored in more than blank ends."""
        return any(self.value(name) != self._stored[name].strip() for name in names)

    # The draft

    def draft_name(self, name: str) -> str:
        """Return the name under which a field is kept in a draft: one that still means it when it is restored."""
        return name

    def restored(self, draft: Draft, names: Mapping[str, str]) -> dict[str, str]:
        """Return what a draft holds of some fields, by their names."""
        kept = {name: self.draft_name(name) for name in names}
        return {name: draft.content[key] for name, key in kept.items() if key in draft.content}

    def draft_content(self) -> dict[str, str]:
        """Return what is kept of the form: the fields alone that differ, so that no other comes back old."""
        return {self.draft_name(name): text for name, text in self.changes().items()}

    @property
    def chosen(self) -> frozenset[str]:
        """The fields that are chosen, not typed, as a draft names them."""
        specs = [*(field.spec for field in self.fields.values()), *self._more_specs]
        return frozenset(self.draft_name(spec.name) for spec in specs if spec.choices)

    def _touch(self) -> None:
        self.desk.drafts.touch(self.form, self.target, self.draft_content, base=self._draft_state, chosen=self.chosen)
        self._has_draft = True

    def _default(self, field: Field) -> str:
        return field.spec.choices[0][0] if field.spec.choices else ""

    def on_field_changed(self, event: Field.Changed) -> None:
        """Keep a draft and show the pitch as it would be."""
        event.stop()
        self.keep_draft()
        self.show_preview()

    def keep_draft(self) -> None:
        """Keep what is typed as a draft; where all of it was taken back, none is left."""
        if self.is_changed:
            self._touch()
        elif self._has_draft:
            self.desk.drafts.drop(self.form, self.target)
            self._has_draft = False

    def show_preview(self) -> None:
        """Show the pitch as it would be with what is typed; a form that does not feed it does nothing."""

    def store(self) -> str:
        """Store what is typed, clearing the draft in the same step, and return what to tell the user.

        Raises:
            JournalError: Something typed cannot be stored; nothing was.
        """
        raise NotImplementedError  # every form says itself how it is stored

    def field_of(self, error: JournalError) -> str:
        """Return the name of the field that an error is about; empty when it is not known."""
        return error.field if isinstance(error, FieldRefused) else ""

    # Keys

    def on_editor_submitted(self, event: Editor.Submitted) -> None:
        """Go on to the next field."""
        event.stop()
        self.action_next()

    def on_editor_tab_pressed(self, event: Editor.TabPressed) -> None:
        """Take over the words on offer, or go on to the next field."""
        event.stop()
        field = next((field for field in self.fields.values() if field.input is event.editor), None)
        if field is None or not self.take_over(field):
            self.action_next()

    def take_over(self, field: Field) -> bool:
        """Take over the words on offer in a field; says whether there were any."""
        if field.has_offer:
            field.take_offer()
            return True
        return False

    def on_editor_paste_refused(self, event: Editor.PasteRefused) -> None:
        """Say that a paste was too long."""
        event.stop()
        self.post_message(Say(TOO_LONG, is_error=True))

    def action_next(self) -> None:
        """Go on to the next field; in the last one, say how to save rather than leave under somebody who types on."""
        inputs = [field.input for field in self.fields.values() if field.display]
        here = next((i for i, widget in enumerate(inputs) if widget.has_focus), -1)
        if here + 1 < len(inputs):
            inputs[here + 1].focus()
        else:
            has_more = self.check_action("more", ()) and not self.has_class("-shows-more")
            more = ", F4 shows more" if has_more else ""
            self.post_message(Say(f"That was the last field. Ctrl+S saves{more}."))

    def action_scroll_down(self) -> None:
        """Go on to the next field from the last line of one: what scrolls a page elsewhere."""
        self._go(1)

    def action_scroll_up(self) -> None:
        """Go back to the field before from the first line of one."""
        self._go(-1)

    def _go(self, by: int) -> None:
        chain = [widget for widget in self.screen.focus_chain if self in widget.ancestors]
        here = next((i for i, widget in enumerate(chain) if widget.has_focus), None)
        if here is not None and 0 <= here + by < len(chain):
            chain[here + by].focus()

    def action_save(self) -> None:
        """Store what is typed and leave; where it cannot be stored, say why and stay."""
        try:
            words = self.store()
        except JournalError as error:
            with suppress(JournalError):  # it goes on waiting
                self.desk.drafts.flush()
            self.post_message(Say(str(error), is_error=True))
            name = self.field_of(error)
            if name:
                self.focus_field(name)
            return
        self.desk.drafts.done(self.form, self.target)
        self.post_message(JournalChanged(words))
        self.post_message(ClosePanel(self))

    def action_close(self) -> bool:
        """Leave; what is typed and not stored is kept as a draft. Where it cannot be kept just now, stay.

        Returns:
            Whether it was left.
        """
        if self.is_changed:
            self._touch()
            try:
                self.desk.drafts.flush()
            except JournalError as error:
                self.post_message(Say(str(error), is_error=True))
                return False
            self.post_message(Say("Not saved yet: kept as a draft, and here again when you come back."))
        elif self._restored_at is not None:
            self.desk.drafts.drop(self.form, self.target)
        self.post_message(ClosePanel(self))
        return True

    def action_discard(self) -> None:
        """Throw away what was typed since the last save."""
        for name, field in self.fields.items():
            field.value = self._stored[name]
        self._unshown = {name: self._stored[name] for name in self._unshown}
        self.desk.drafts.drop(self.form, self.target)
        for line in self.query(".form--restored"):
            line.display = False
        self._restored_at = None
        self._draft_state = self._state
        self._was_changed_elsewhere = False
        self.post_message(Say("What was typed here is thrown away; the stored text stands (^Z brings a field back)."))

    # What stands behind 'more'

    def action_more(self) -> None:
        """Show the rest of the form and stand in it, or hide it."""
        if self._more_specs:
            self._mount_more()
        else:
            self.toggle_class("-shows-more")
        self._echo_hint()
        rest = [field for field in self.fields.values() if field.spec.is_more]
        if self.has_class("-shows-more"):
            keep_keys_until(self, refreshed(self), lambda: self.focus_field(rest[0].spec.name))
        elif any(field.input.has_focus for field in rest):
            self.focus_first()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only the keys that do something here."""
        return action != "more" or bool(self._more_specs) or any(field.spec.is_more for field in self.fields.values())

    def more_made(self, fields: Iterable[Field]) -> None:
        """Do what is to be done to the fields behind 'more' when they are made."""

    def more_mounted(self) -> None:
        """Do what is to be done once the fields behind 'more' are there."""

    def _mount_more(self) -> None:
        """Make the fields behind 'more', with what stands in them."""
        self.add_class("-shows-more")
        fields = {spec.name: Field(spec, self._unshown.pop(spec.name)) for spec in self._more_specs}
        self._more_specs = []
        self.fields |= fields
        self.more_made(fields.values())
        if self._is_laid_out:
            self.mount_all(fields.values(), before=self._hint)
            self.call_after_refresh(self.more_mounted)

    def _echo_hint(self) -> None:
        """Say what stands behind 'more' while it is hidden, and how much of it is filled."""
        if not self._behind_more:
            return
        is_shown = self.has_class("-shows-more")
        more = [(field.spec, field.value) for field in self.fields.values() if field.spec.is_more]
        more += [(spec, self._unshown[spec.name]) for spec in self._more_specs]
        filled = sum(bool(text.strip()) and not spec.choices for spec, text in more)
        there = f"; {filled} of them filled" if filled else ""
        self._hint.update(Content("" if is_shown else f"F4 shows more: {self._behind_more}{there}."))
        self._hint.display = not is_shown


def _is_outdated(draft: Draft, state: str) -> bool:
    """Whether what is edited was changed since the form was opened; since the draft, where it does not say."""
    return bool(state) and (draft.base != state if draft.base else state > state_of(draft.saved_at))
