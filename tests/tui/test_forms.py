"""Drafts: every word typed is saved within a second, offered back, and gone in the step that stores it."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import NoReturn

import pytest
from textual import events
from textual.pilot import Pilot

from conftest import FakeClock
from pivot_journal.domain.errors import JournalUnusable
from pivot_journal.journal import Journal
from pivot_journal.tui.desk import DraftKeeper
from pivot_journal.tui.forms.form import Form
from pivot_journal.tui.forms.observation_form import ObservationForm
from pivot_journal.tui.forms.profile_form import ProfileForm
from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.field import Choice, Field, FieldSpec
from tui.helpers import main_screen, message_text, press, running


class Later:
    """A timer that a test lets run out by moving its clock."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waiting: list[tuple[float, Callable[[], None]]] = []

    def __call__(self, seconds: float, run: Callable[[], None]) -> None:
        self.waiting.append((self.now + seconds, run))

    def advance(self, seconds: float) -> None:
        self.now += seconds
        due = [run for at, run in self.waiting if at <= self.now]
        self.waiting = [(at, run) for at, run in self.waiting if at > self.now]
        for run in due:
            run()


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def keeper(journal: Journal, later: Later) -> DraftKeeper:
    return DraftKeeper(journal, later)


def kept(journal: Journal, form: str = "story") -> dict[str, str] | None:
    """Return what is kept of the one form of a kind that is half-typed."""
    drafts = [draft for draft in journal.drafts.all() if draft.form == form]
    assert len(drafts) <= 1
    return drafts[0].content if drafts else None


def test_somebody_who_never_pauses_is_saved_at_least_once_a_second(
    journal: Journal, keeper: DraftKeeper, later: Later
) -> None:
    typed: list[str] = []
    for count in range(200):
        typed.append("x")
        keeper.touch("story", "", lambda: {"saw": "".join(typed)})
        later.advance(0.05)
        found = kept(journal)
        missing = len(typed) - len(found["saw"] if found else "")
        assert missing * 0.05 <= 1.0, f"after {count} letters"


def test_what_is_saved_is_what_stands_there_then_not_when_it_was_touched(
    journal: Journal, keeper: DraftKeeper, later: Later
) -> None:
    content = {"saw": "a"}
    keeper.touch("story", "", lambda: content)
    content = {"saw": "ab"}
    later.advance(1)
    assert kept(journal) == {"saw": "ab"}
    assert later.waiting == []


def test_two_forms_are_kept_apart(journal: Journal, keeper: DraftKeeper, later: Later) -> None:
    keeper.touch("story", "", lambda: {"saw": "s"})
    keeper.touch("memory", "", lambda: {"happened": "m"})
    later.advance(1)
    assert (kept(journal), kept(journal, "memory")) == ({"saw": "s"}, {"happened": "m"})


def test_a_form_that_is_stored_or_thrown_away_is_not_saved_again(
    journal: Journal, keeper: DraftKeeper, later: Later
) -> None:
    keeper.touch("story", "", lambda: {"saw": "s"})
    keeper.done("story", "")
    later.advance(1)
    assert kept(journal) is None
    keeper.touch("story", "", lambda: {"saw": "s"})
    keeper.flush()
    keeper.drop("story", "")
    later.advance(1)
    assert kept(journal) is None


def test_a_journal_that_cannot_be_written_just_now_gets_the_draft_later(
    journal: Journal, keeper: DraftKeeper, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise JournalUnusable("locked")

    keeper.touch("story", "", lambda: {"saw": "s"})
    keeper.touch("memory", "", lambda: {"happened": "m"})
    with monkeypatch.context() as patch:
        patch.setattr(type(journal.drafts), "save", refuse)
        later.advance(1)  # does not raise: it runs on the app's own loop
        with pytest.raises(JournalUnusable):
            keeper.flush()
        keeper.drop("memory", "")
    later.advance(1)
    assert (kept(journal), kept(journal, "memory")) == ({"saw": "s"}, None)


class Sample(Form):
    """A form of every kind of field; storing it writes an observation and clears its draft in one step."""

    def store(self) -> str:
        """Store it."""
        with self.desk.journal.in_one_step("sample"):
            self.desk.journal.observations.capture(self.value("first"))
            self.desk.journal.drafts.clear("sample")
            if self.value("second") == "refuse":
                raise JournalUnusable("This cannot be stored.")
        return "Stored."

    def field_of(self, error: object) -> str:
        """Return the second."""
        return "second"


def sample(pilot: Pilot[None]) -> Sample:
    form = Sample(
        main_screen(pilot).desk,
        form="sample",
        title="A form with [brackets]",
        fields=(
            FieldSpec(name="first", label="First [x]", prompt="[TODO]", offer="words [on] offer"),
            FieldSpec(name="second", label="Second"),
            FieldSpec(name="choice", label="Choice", choices=(("a", "one"), ("b", "two"), ("c", "three"))),
            FieldSpec(name="rest", label="Rest", is_more=True),
        ),
    )
    main_screen(pilot).open_panel(form)
    return form


async def put(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()


async def test_typing_in_the_app_is_saved_while_it_goes_on(journal: Journal) -> None:
    async with running(journal, (80, 24)) as pilot:
        form = sample(pilot)
        await pilot.pause()
        begun = monotonic()
        while (found := kept(journal, "sample")) is None and monotonic() - begun < 10:
            await pilot.press("x")
        assert found is not None, "nobody paused"
        assert len(form.value("first")) - len(found["first"]) <= 1


async def test_escape_keeps_it_coming_back_restores_it_and_f8_throws_it_away(journal: Journal) -> None:
    async with running(journal, (80, 24)) as pilot:
        sample(pilot)
        await pilot.pause()
        await put(pilot, "half")
        await press(pilot, "enter", "enter", "right", "escape")
        assert "kept as a draft" in message_text(pilot)
        form = sample(pilot)
        await pilot.pause()
        assert form.content() == {"first": "half", "second": "", "choice": "b", "rest": ""}
        assert form.query(".form--restored")
        await press(pilot, "f8")
        assert form.content() == {"first": "", "second": "", "choice": "a", "rest": ""}
        assert kept(journal, "sample") is None
        assert not form.is_changed


async def test_what_is_typed_and_taken_back_leaves_no_draft(journal: Journal) -> None:
    async with running(journal, (80, 24)) as pilot:
        sample(pilot)
        await pilot.pause()
        await put(pilot, "x")
        main_screen(pilot).desk.drafts.flush()
        assert kept(journal, "sample") is not None
        await press(pilot, "backspace")
        assert kept(journal, "sample") is None
        await press(pilot, "escape")
        assert message_text(pilot) == ""


async def test_storing_clears_the_draft_in_the_same_step_or_neither(journal: Journal) -> None:
    async with running(journal, (80, 24)) as pilot:
        form = sample(pilot)
        await pilot.pause()
        await put(pilot, "a line")
        await press(pilot, "enter")
        await put(pilot, "refuse")
        await press(pilot, "ctrl+s")
        assert message_text(pilot) == "! This cannot be stored."
        assert pilot.app.focused is form.fields["second"].input
        assert journal.observations.newest_number() == 0
        assert kept(journal, "sample") == {"first": "a line", "second": "refuse"}
        await press(pilot, "ctrl+u", "ctrl+s")
        assert message_text(pilot) == "Stored."
        assert kept(journal, "sample") is None
        await pilot.pause(0.6)
        assert kept(journal, "sample") is None  # no timer brings it back


async def test_tab_takes_over_what_is_on_offer_and_then_goes_on(journal: Journal) -> None:
    async with running(journal, (80, 24)) as pilot:
        form = sample(pilot)
        await pilot.pause()
        offer = form.fields["first"]._offer
        assert str(offer.visual) == "Tab takes over: words [on] offer"
        await press(pilot, "tab")
        assert form.value("first") == "words [on] offer"
        assert not offer.display
        await press(pilot, "tab")
        assert pilot.app.focused is form.fields["second"].input
        await press(pilot, "shift+tab")
        assert pilot.app.focused is form.fields["first"].input


async def test_enter_and_the_arrows_go_from_field_to_field(journal: Journal) -> None:
    async with running(journal, (80, 24)) as pilot:
        form = sample(pilot)
        await pilot.pause()
        second, choice = form.fields["second"].input, form.fields["choice"].input
        await press(pilot, "enter")
        assert pilot.app.focused is second
        await press(pilot, "down")
        assert pilot.app.focused is choice
        await press(pilot, "up")
        assert pilot.app.focused is second
        await press(pilot, "up", "up")
        assert pilot.app.focused is form.fields["first"].input
        await put(pilot, "one\ntwo")
        await press(pilot, "up")  # inside a text of several lines the arrows are the text's
        assert pilot.app.focused is form.fields["first"].input
        await press(pilot, "down", "down")
        assert pilot.app.focused is second


async def test_enter_on_the_last_field_says_how_to_save(journal: Journal) -> None:
    async with running(journal, (80, 24)) as pilot:
        sample(pilot)
        await pilot.pause()
        await put(pilot, "a line")
        await press(pilot, "enter", "enter", "enter")
        assert "Ctrl+S saves" in message_text(pilot)
        await press(pilot, "ctrl+s")
        assert message_text(pilot) == "Stored."


async def test_a_form_that_cannot_keep_its_draft_stays(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise JournalUnusable("The journal is being written by another program.")

    async with running(journal, (80, 24)) as pilot:
        form = sample(pilot)
        await pilot.pause()
        await put(pilot, "half")
        with monkeypatch.context() as patch:
            patch.setattr(type(journal.drafts), "save", refuse)
            await press(pilot, "escape")
            assert form.is_mounted
            assert "being written by another program" in message_text(pilot)
        await press(pilot, "escape")
        assert kept(journal, "sample") is not None


async def test_leaving_the_app_keeps_what_is_half_typed(journal: Journal) -> None:
    async with running(journal, (80, 24)) as pilot:
        await press(pilot, "a")
        await put(pilot, "half")
        await press(pilot, "ctrl+q")
    assert kept(journal, "observation") == {"text": "half"}


async def test_showing_another_view_keeps_what_is_half_typed(journal: Journal, clock: FakeClock) -> None:
    journal.observations.capture("a note")
    async with running(journal, (80, 24)) as pilot:
        await press(pilot, "e")
        await put(pilot, "!")
        main_screen(pilot).action_show_view("pitch")
        await pilot.pause()
        assert not main_screen(pilot).query(ObservationForm)
    assert [draft.content["text"] for draft in journal.drafts.all()] == ["a note!"]


async def test_every_form_of_the_journal_says_what_its_fields_ask(journal: Journal) -> None:
    journal.observations.capture("a note")
    async with running(journal, (80, 24)) as pilot:
        await press(pilot, "e")
        for field in main_screen(pilot).query_one(ObservationForm).query(Field):
            assert field.spec.label
        await press(pilot, "escape", "f2")
        form = main_screen(pilot).query_one(ProfileForm)
        assert {type(field.input) for field in form.query(Field)} <= {Editor, Choice}
