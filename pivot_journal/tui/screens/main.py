"""The main screen: the work on the left, the pitch on the right, one line of keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from pivot_journal.domain.errors import JournalError
from pivot_journal.domain.filter import Filter
from pivot_journal.domain.text import one_line
from pivot_journal.domain.words import unsorted_said
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.kept_keys import KeptKeys, keep_keys_until
from pivot_journal.tui.keys import bindings_of
from pivot_journal.tui.messages import (
    ClosePanel,
    CopyPitch,
    JournalChanged,
    OpenPanel,
    PreviewMaterial,
    Say,
    ShowView,
)
from pivot_journal.tui.panel import Panel
from pivot_journal.tui.screens.read_by_coach import ReadByCoach
from pivot_journal.tui.views.journal_view import JournalView
from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.field import Choice
from pivot_journal.tui.widgets.key_line import KeyLine
from pivot_journal.tui.widgets.preview import Preview
from pivot_journal.tui.widgets.steady import Steady
from pivot_journal.tui.widgets.title_bar import TitleBar
from pivot_journal.tui.wrapping import cut

if TYPE_CHECKING:
    from pivot_journal.domain.pitch import Material
    from pivot_journal.pitch.composition import Composition
    from pivot_journal.tui.copying import Leaving

LOOK_SECONDS = 0.5
"""How often it is checked whether another program has changed the journal."""
MESSAGE_SECONDS = 8.0
SCROLLED_LINES = 5
WIDE = 100
"""Columns from which the pitch stands beside the work."""


class MainScreen(ReadByCoach):
    """Holds the views, the forms over them, and the preview; passes what they ask for to the journal.

    Args:
        desk: The journal and the keeper of drafts.
    """

    BINDINGS = bindings_of("everywhere")
    DEFAULT_CSS = """
    MainScreen { layout: vertical; }
    MainScreen > #body { height: 1fr; }
    #work { width: 1fr; height: 1fr; }
    #preview { width: 44%; max-width: 72; border-left: solid $faint; display: none; }
    MainScreen.-wide.-preview #preview { display: block; }
    MainScreen.-narrow.-preview #preview { display: block; width: 1fr; max-width: 100%; border-left: none; }
    MainScreen.-narrow.-preview #work { display: none; }
    MainScreen.-without-preview.-preview #preview { display: none; }
    MainScreen.-without-preview.-preview #work { display: block; }
    #message { height: auto; min-height: 1; max-height: 3; padding: 0 1; color: $secondary; }
    #message.-error { color: $error; }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.composition: Composition | None = None
        self._here = "journal"
        self._version = 0
        self._has_unfinished = False
        """Whether something was left half-typed when the app was last left."""
        self._message_timer: Timer | None = None
        self._is_ready = False
        self._notes = self._unsorted = 0
        self.keys = KeptKeys(self)

    def compose(self) -> ComposeResult:
        """Lay out the first screen; everything else is mounted when first shown."""
        yield TitleBar()
        with Horizontal(id="body"):
            with Vertical(id="work"):
                journal_view = JournalView(self.desk, id="view-journal")
                self._views["journal"] = journal_view
                yield journal_view
            yield Preview(id="preview")
        yield Steady(id="message", least=1)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the newest entries at once; load what they do not need after the first paint."""
        self._fit(is_styled_later=True)  # everything is styled anyway when the screen is shown
        self.set_class(self.has_class("-wide"), "-preview", update=False)
        if self.desk.is_demo:
            self.query_one(TitleBar).name_shown = "Pivot Journal · invented"
        self._version = self.desk.journal.data_version()
        self._has_unfinished = bool(self.desk.journal.drafts.all())
        self._count()
        self._views["journal"].take_focus()
        self.call_after_refresh(self._load_the_rest)
        self.set_interval(LOOK_SECONDS, self._look)

    @work(thread=True)
    def _load_the_rest(self) -> None:
        from importlib import import_module

        for name in ("pivot_journal.storage.store", "pivot_journal.pitch.compose"):
            import_module(name)  # here, so that the first key that needs them does not wait
        from pivot_journal.pitch.spoken import spoken_words

        spoken_words("1st of 118, in 2024")  # and what speaks numbers
        self.app.call_from_thread(self._ready)

    def _ready(self) -> None:
        self._is_ready = self.desk.is_loaded = True
        try:
            self._show_pitch()
            self._views["journal"].look_again()
            self._offer_drafts()
        except JournalError as error:
            self.say(str(error), is_error=True)
        if self.desk.formats_error:
            self.say(self.desk.formats_error, is_error=True)
        try:
            self.keys.loaded()
        except JournalError as error:
            self.say(str(error), is_error=True)
        self.desk.loaded()
        self._load_coach()

    def _open(self, panel: Widget, then: Callable[[], None] | None = None) -> None:
        """Mount a panel on the work side; keys are kept until it is there."""
        work = self.query_one("#work")
        if not work.is_attached:
            return  # the app was left while the key that opens it was on its way
        keep_keys_until(self, work.mount(panel), then)

    def _when_ready(self, wants: Callable[[], None]) -> None:
        """Run something now, or as soon as what it needs is loaded."""
        if self._is_ready:
            wants()
        else:
            self.keys.wait_for(wants)

    # Size

    def on_resize(self) -> None:
        """Put the pitch beside the work, or in its place, by the width there is."""
        self._fit()

    def _fit(self, *, is_styled_later: bool = False) -> None:
        is_wide = self.app.size.width >= WIDE
        was_wide = self.has_class("-wide")
        if is_wide == was_wide and self.has_class("-narrow") != is_wide:
            return
        self.set_class(is_wide, "-wide", update=False)
        self.set_class(not is_wide, "-narrow", update=False)
        if is_wide != was_wide and self.is_mounted:
            self.set_class(is_wide, "-preview", update=False)
        if not is_styled_later:
            self.update_node_styles()

    # What is shown

    def _look(self) -> None:
        """Look again when another program has changed the journal."""
        try:
            version = self.desk.journal.data_version()
        except JournalError as error:
            self.say(str(error), is_error=True)
            return
        if version != self._version:
            self._version = version
            self._look_again()

    def _look_again(self) -> None:
        """Read everything that is shown again; what cannot be read says so, and keeps nothing else from being shown."""
        views = [view.look_again for view in self._views.values() if view.display]
        panels = [panel.look_again for panel in self._panels if isinstance(panel, Panel)]
        for look in (*views, self._count, self._show_pitch, *panels, self._show_typed, self.refresh_bindings):
            try:
                look()
            except JournalError as error:
                self.say(str(error), is_error=True)

    def _show_typed(self) -> None:
        """Show the pitch with what is being typed in the form on top, where one is open."""
        show_preview = getattr(self._panels[-1], "show_preview", None) if self._panels else None
        if show_preview is not None:
            show_preview()

    def _count(self) -> None:
        """Read again how many notes the title line tells of; after a change, not at every key."""
        observations = self.desk.journal.observations
        self._notes = observations.count(Filter())
        self._unsorted = observations.count_unsorted()
        self._show_status()

    def _show_status(self) -> None:
        composition = self.composition
        bar = self.query_one(TitleBar)
        counts = f"{self._notes:,} notes" if self._notes != 1 else "1 note"
        counts += f" · {unsorted_said(self._unsorted)}" if self._unsorted else ""
        if composition is None or not composition.parts:
            bar.statuses = (counts,)
        else:
            missing = len(composition.gaps)
            timed = composition.size_said + (f" · {missing} missing" if missing else "")
            pitch = cut(one_line(composition.audience), 36)
            bar.statuses = (f"{counts} · pitch for {pitch}", f"{counts} · {timed}", timed)
        bar.here = self._here

    def _show_pitch(self) -> None:
        """Read the pitch as it is stored and show it."""
        if not self._is_ready:
            return
        self.material = self.desk.journal.pitches.material()
        self._show_composed(self.material)

    def _show_composed(self, material: Material, *, is_planned: bool = False, is_typed: bool = False) -> None:
        self.composition = self.desk.journal.telling.compose(material)
        in_pitch = set(self.material.pitch.story_ids if self.material else ())
        is_trial = not is_planned and not {each.story.id for each in material.stories} <= in_pitch
        self.query_one(Preview).show(self.composition, is_trial=is_trial)
        self._show_status()
        self._let_read(material, is_typed=is_typed)

    def on_preview_material(self, event: PreviewMaterial) -> None:
        """Show the pitch as it would be with what is being typed."""
        event.stop()
        material = event.material or self.material
        if self._is_ready and material is not None:
            self._show_composed(material, is_planned=event.is_planned, is_typed=event.material is not None)

    def say(self, text: str, *, is_error: bool = False) -> None:
        """Tell the user something in the message line, for a while."""
        line = self.query_one("#message", Steady)
        line.update(Content(("! " if is_error else "") + " ".join(text.split())))
        line.set_class(is_error, "-error")
        line.tooltip = Content(text)
        if self._message_timer is not None:
            self._message_timer.stop()
        self._message_timer = self.set_timer(MESSAGE_SECONDS * (2 if is_error else 1), self._quiet)

    def _quiet(self) -> None:
        if self._message_timer is not None:
            self._message_timer.stop()
            self._message_timer = None
        line = self.query_one("#message", Steady)
        line.update(Content(""))
        line.remove_class("-error")
        line.tooltip = None

    def on_say(self, event: Say) -> None:
        """Tell the user something, or nothing any more."""
        event.stop()
        if event.text:
            self.say(event.text, is_error=event.is_error)
        else:
            self._quiet()

    def on_journal_changed(self, event: JournalChanged) -> None:
        """Show everything again after a change made here."""
        event.stop()
        self._look_again()
        if event.text:
            self.say(event.text)

    # Views and forms

    def action_show_view(self, view: str) -> None:
        """Show a view; a form that is open is left with its draft kept."""
        self._when_ready(lambda: self._leave_forms_for(view))

    def _leave_forms_for(self, view: str) -> None:
        self._quiet()
        for panel in reversed(self._panels):
            close = getattr(panel, "action_close", None)
            if close is not None and close() is False:
                return  # what is typed there could not be kept just now; it has said so and stays
        self._show(view)

    def _show(self, view: str, key: object = None) -> None:
        """Show a view, with something in it highlighted as soon as it is there."""
        if view not in self._views:
            made = self._views[view] = self._make(view)
            self._open(made, lambda: self._stand_on(made, key))
        for name, panel in self._views.items():
            panel.display = name == view
        self._here = view
        shown = self._views[view]
        self.set_class(not shown.shows_preview, "-without-preview")
        if self.has_class("-narrow"):
            self.remove_class("-preview")
        if shown.is_mounted:
            shown.look_again()
            self._stand_on(shown, key)
        if view == "pitch" and self.material is not None:
            self._read(self.material)
        self._show_status()

    def _stand_on(self, shown: Panel, key: object) -> None:
        if shown is not self._views[self._here]:
            return  # another one was asked for meanwhile
        if not self._panels:
            shown.take_focus()
        if key is not None:
            shown.highlight(key)

    def _make(self, view: str) -> Panel:
        if view == "decisions":
            from pivot_journal.tui.views.decisions_view import DecisionsView

            return DecisionsView(self.desk, id="view-decisions")
        if view == "stories":
            from pivot_journal.tui.views.stories_view import StoriesView

            return StoriesView(self.desk, id="view-stories")
        from pivot_journal.tui.views.pitch_view import PitchView

        return PitchView(self.desk, id="view-pitch")

    def on_title_bar_view_clicked(self, event: TitleBar.ViewClicked) -> None:
        """Show the view that was clicked."""
        event.stop()
        self.action_show_view(event.view)

    def on_show_view(self, event: ShowView) -> None:
        """Show a view with something in it highlighted, or the story of a decision."""
        event.stop()
        if event.view == "story_of":
            self._when_ready(lambda: self._story_of(str(event.key)))
            return
        self._when_ready(lambda: self._show(event.view, event.key))

    def _story_of(self, decision_id: str) -> None:
        """Open the story of a decision, made when there is none."""
        journal = self.desk.journal
        try:
            existing = next((s for s in journal.stories.all() if s.decision_id == decision_id), None)
            words = ""
            if existing is None:
                with journal.in_one_step("new story"):
                    existing = journal.stories.from_decision(decision_id)
                    is_in = existing.id in journal.pitches.add_if_room(existing.id).story_ids
                place = "and in the pitch" if is_in else "on the bench"
                words = f"A new story, {place}: write its beats, or take over the words on offer (Tab)."
        except JournalError as error:
            self.say(str(error), is_error=True)
            return
        self._look_again()
        self._show("stories", existing.id)
        self._edit_story(existing.id, words)

    def _edit_story(self, story_id: str, words: str) -> None:
        from pivot_journal.tui.forms.story_editor import StoryEditor

        self.open_panel(StoryEditor(self.desk, self.desk.journal.stories.get(story_id)))
        if words:
            self.say(words)

    def on_open_panel(self, event: OpenPanel) -> None:
        """Put a form over the present view."""
        event.stop()
        self.open_panel(event.panel, event.words)

    def open_panel(self, panel: Widget, words: tuple[str, int, int, str] | None = None) -> None:
        """Put a panel over what is shown; the preview stays beside it.

        Args:
            panel: What is put there.
            words: What is to be marked in it, as ``OpenPanel`` has it.
        """
        for shown in [*self._views.values(), *self._panels]:
            shown.display = False
        self._panels.append(panel)
        self.remove_class("-without-preview")
        if self.has_class("-narrow"):
            self.remove_class("-preview")
        if words is None:
            self._open(panel)
            return
        from pivot_journal.tui.marking import mark_words

        self._open(panel, lambda: mark_words(panel, *words))

    def on_close_panel(self, event: ClosePanel) -> None:
        """Take a panel away and show what was under it."""
        event.stop()
        if event.panel in self._panels:
            self._panels.remove(event.panel)
        event.panel.remove()
        if not self._panels:
            self._show(self._here)
            self._show_pitch()
            return
        self._panels[-1].display = True
        self._refocus()
        self._show_pitch()
        self._show_typed()

    def _offer_drafts(self) -> None:
        """Offer what was left half-typed, once, when the app starts; not to somebody who is writing already."""
        journal_view = self._views["journal"]
        is_busy = isinstance(journal_view, JournalView) and journal_view.is_busy
        if self._panels or is_busy or not self._has_unfinished:
            return
        from pivot_journal.tui.views.drafts_view import DraftsView

        self.open_panel(DraftsView(self.desk))

    # Keys that work everywhere

    def action_toggle_preview(self) -> None:
        """Show or hide the pitch beside the work, or in its place where the screen is narrow."""
        if self.has_class("-without-preview"):
            self.say("The whole pitch is here already.")
            return
        self.toggle_class("-preview")
        preview = self.query_one(Preview)
        if self.has_class("-narrow"):
            preview.can_focus = self.has_class("-preview")
            if preview.can_focus:
                preview.focus()
            else:
                self._refocus()
        elif not self.has_class("-preview") and self.composition is not None and self.composition.parts:
            self.say(f"The preview is hidden ({self.composition.size_of_aim}); p shows it again.")

    def action_scroll_preview(self, by: int) -> None:
        """Scroll the preview, also from within a text field."""
        scroll = getattr(self._views[self._here], "scroll_evidence", None)
        if scroll is None or self._panels:
            scroll = self.query_one(Preview).action_move
        scroll(by * SCROLLED_LINES)

    def _refocus(self) -> None:
        if self._panels:
            focus_first = getattr(self._panels[-1], "focus_first", None)
            if focus_first is not None:
                focus_first()
        else:
            self._views[self._here].take_focus()

    def action_undo(self) -> None:
        """Take the last change back."""
        self._take_back(self.desk.journal.undo, "Undone")

    def action_redo(self) -> None:
        """Bring back what was undone."""
        self._take_back(self.desk.journal.redo, "Done again")

    def _take_back(self, verb: Callable[[], str], said: str) -> None:
        try:
            what = verb()
        except JournalError as error:
            self.say(str(error), is_error=True)
            return
        self._look_again()
        self.say(f"{said}: {what}.")

    def action_step_pitch(self, by: int) -> None:
        """Show the next pitch, or the one before."""
        self._when_ready(lambda: self._step_pitch(by))

    def _step_pitch(self, by: int) -> None:
        try:
            pitch = self.desk.journal.pitches.step(by)
        except JournalError as error:
            self.say(str(error), is_error=True)
            return
        self._look_again()
        if len(self.desk.journal.pitches.all()) == 1:
            self.say("There is one pitch so far; n in the Pitch view starts another.")
        else:
            self.say(f"The pitch for {pitch.audience}.")

    def action_story_from_memory(self) -> None:
        """Tell a story from memory."""

        def open_form() -> None:
            from pivot_journal.tui.forms.memory_form import MemoryForm

            self.open_panel(MemoryForm(self.desk))

        self._when_ready(open_form)

    def action_tallies(self) -> None:
        """Count something."""
        from pivot_journal.tui.forms.tally_panel import TallyPanel

        if not any(isinstance(panel, TallyPanel) for panel in self._panels):
            self.open_panel(TallyPanel(self.desk))

    def action_tags(self) -> None:
        """Show every tag."""
        from pivot_journal.tui.views.tags_panel import TagsPanel

        if not any(isinstance(panel, TagsPanel) for panel in self._panels):
            self.open_panel(TagsPanel(self.desk))

    def action_terms(self) -> None:
        """Say what must not leave."""

        def open_list() -> None:
            from pivot_journal.tui.forms.terms_panel import TermsPanel

            if not any(isinstance(panel, TermsPanel) for panel in self._panels):
                self.open_panel(TermsPanel(self.desk))

        self._when_ready(open_list)

    def action_profile(self) -> None:
        """Say a few facts about oneself."""

        def open_form() -> None:
            from pivot_journal.tui.forms.profile_form import ProfileForm

            self.open_panel(ProfileForm(self.desk))

        self._when_ready(open_form)

    def action_copy(self) -> None:
        """Copy the pitch as it is stored to the clipboard; words that are still being typed are not in it."""
        self._when_ready(self._copy)

    def on_copy_pitch(self, event: CopyPitch) -> None:
        """Copy the pitch, now that what had to be answered first is."""
        event.stop()
        self._copy(is_confirmed=event.is_confirmed)

    def _copy(self, *, is_confirmed: bool = False) -> None:
        from pivot_journal.tui.copying import Leaving, prepare

        try:
            prepared = prepare(self.desk, is_confirmed=is_confirmed)
        except JournalError as error:
            self.say(str(error), is_error=True)
            return
        if isinstance(prepared, Leaving):
            self._copy_in_thread(prepared)
        elif not any(type(panel) is type(prepared) for panel in self._panels):
            self.open_panel(prepared)

    @work(thread=True, exclusive=True, group="copy")
    def _copy_in_thread(self, leaving: Leaving) -> None:
        from pivot_journal.tui.copying import copy_in_app

        said, is_error = copy_in_app(self.app, self.desk, leaving)
        self.app.call_from_thread(self._copied, leaving, said, is_error)

    def _copied(self, leaving: Leaving, said: str, is_error: bool) -> None:
        from pivot_journal.tui.copying import remember

        if not is_error:
            said += remember(self.desk, leaving)
            self._look_again()
        self.say(said, is_error=is_error)

    def action_show_someone(self) -> None:
        """Show only the pitch and what it rests on, as it would leave."""

        def show() -> None:
            from pivot_journal.tui.screens.showing import ShowingScreen

            try:
                self.app.push_screen(ShowingScreen(self.desk.journal))
            except JournalError as error:
                self.say(str(error), is_error=True)

        self._when_ready(show)

    def action_switch_theme(self) -> None:
        """Switch between dark and light, and remember it."""
        from pivot_journal.settings import remember

        name = "light" if self.app.theme == "pivot-dark" else "dark"
        self.app.theme = f"pivot-{name}"
        if self.desk.settings_path is not None and not self.desk.is_demo:
            try:
                remember(self.desk.settings_path, "theme", name)
            except JournalError as error:
                self.say(str(error), is_error=True)
                return
        self.say(f"The {name} theme.")

    def action_help(self) -> None:
        """Show every key that works here."""
        from pivot_journal.tui.screens.help import HelpScreen

        in_text = isinstance(self.focused, (Editor, Choice))
        self.app.push_screen(HelpScreen(self.active_places(), in_text=in_text))

    def active_places(self) -> list[str]:
        """Return the places whose keys work where the focus is, the nearest first."""
        from pivot_journal.tui.keys import KEYS, key_of

        order = list(dict.fromkeys(key.place for key in KEYS))
        active = {
            key.place
            for entry in self.active_bindings.values()
            if (key := key_of(entry.binding.id)) is not None and entry.enabled
        }
        near = [place for place in order if place in active and place not in {"everywhere", "list"}]
        return [*near, *(place for place in ("everywhere", "list") if place in active)]

    def action_leave(self) -> None:
        """Leave; where what is half-typed cannot be kept just now, stay and say so."""
        try:
            self.desk.drafts.flush()
        except JournalError as error:
            self.say(f"{error} Ctrl+Q leaves all the same.", is_error=True)
            return
        self.app.exit()
