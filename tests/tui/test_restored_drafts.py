"""What comes back when a form is opened again, whatever was done elsewhere; and which field a refusal is about."""

from __future__ import annotations

from dataclasses import replace
from typing import NoReturn

import pytest

from builders import decision, impact, pitch
from conftest import FakeClock
from pivot_journal.domain.errors import FieldRefused, JournalUnusable
from pivot_journal.domain.impact import Basis
from pivot_journal.domain.observation import Observation
from pivot_journal.domain.terms import PrivateTerm
from pivot_journal.domain.text import LONGEST_TEXT
from pivot_journal.journal import Journal
from pivot_journal.tui.desk import Desk, DraftKeeper
from pivot_journal.tui.forms.decision_form import DecisionForm
from pivot_journal.tui.forms.form import Form
from pivot_journal.tui.forms.memory_form import MemoryForm
from pivot_journal.tui.forms.observation_form import ObservationForm
from pivot_journal.tui.forms.pitch_form import PitchForm
from pivot_journal.tui.forms.profile_form import ProfileForm
from pivot_journal.tui.forms.terms_panel import TermForm


@pytest.fixture
def desk(journal: Journal) -> Desk:
    return Desk(journal, DraftKeeper(journal, lambda seconds, run: None))


def typed(form: Form, **texts: str) -> Form:
    """Type into fields, as far as the form's draft sees it."""
    for name, text in texts.items():
        form.begin_in(name)
        form.fields[name].value = text
    form.keep_draft()
    form.desk.drafts.flush()
    return form


def filled(form: Form, prefix: str) -> dict[str, str]:
    """Return what stands in the fields that begin alike, without the empty ones and the choices."""
    return {
        name: text
        for name, text in form.content().items()
        if name.startswith(prefix) and text and not name.endswith("_basis")
    }


# A customer's words

SAID = 'She said "where is my order?", he said "it was never sent", they said "not again".'


@pytest.fixture
def note(journal: Journal) -> Observation:
    return journal.observations.capture(SAID)


def quotes_of(journal: Journal, note: Observation) -> set[tuple[str, str, str]]:
    return {(quote.words, quote.role, quote.channel) for quote in journal.quotes.of([note])}


def test_the_draft_of_new_words_stays_new_when_other_words_are_marked_elsewhere(
    journal: Journal, desk: Desk, note: Observation
) -> None:
    typed(ObservationForm(desk, note, ()), quote0_words="it was never sent", quote0_role="a driver")
    journal.quotes.mark(note, "where is my order?", "a pharmacist", "by phone")
    form = ObservationForm(desk, note, ())
    assert filled(form, "quote0") == {
        "quote0_words": "where is my order?", "quote0_role": "a pharmacist", "quote0_channel": "by phone",
    }  # fmt: skip
    assert filled(form, "quote1") == {"quote1_words": "it was never sent", "quote1_role": "a driver"}
    form.store()
    assert quotes_of(journal, note) == {
        ("where is my order?", "a pharmacist", "by phone"), ("it was never sent", "a driver", ""),
    }  # fmt: skip


def test_the_draft_of_words_finds_them_again_when_those_before_them_are_unmarked_elsewhere(
    journal: Journal, desk: Desk, note: Observation
) -> None:
    first = journal.quotes.mark(note, "where is my order?", "a pharmacist")
    journal.quotes.mark(note, "it was never sent", "a driver")
    typed(ObservationForm(desk, note, ()), quote1_role="a night driver", quote2_words="not again")
    journal.quotes.unmark(first.id)
    form = ObservationForm(desk, note, ())
    assert filled(form, "quote") == {
        "quote0_words": "it was never sent", "quote0_role": "a night driver", "quote1_words": "not again",
    }  # fmt: skip
    form.store()
    assert quotes_of(journal, note) == {("it was never sent", "a night driver", ""), ("not again", "", "")}


def test_what_was_typed_about_words_that_are_unmarked_elsewhere_stands_in_fields_of_its_own(
    journal: Journal, desk: Desk, note: Observation
) -> None:
    marked = [journal.quotes.mark(note, words) for words in ("where is my order?", "it was never sent")]
    typed(
        ObservationForm(desk, note, ()), quote0_role="a pharmacist", quote1_channel="by mail", quote2_words="not again"
    )
    for quote in marked:
        journal.quotes.unmark(quote.id)
    for _ in range(2):  # and once more: what came back is kept again
        form = typed(ObservationForm(desk, note, ()), text=SAID + " Twice.")
        assert filled(form, "quote") == {
            "quote0_words": "where is my order?", "quote0_role": "a pharmacist",
            "quote1_words": "it was never sent", "quote1_channel": "by mail",
            "quote2_words": "not again",
        }  # fmt: skip


def test_words_whose_role_is_changed_elsewhere_are_still_the_same_words(
    journal: Journal, desk: Desk, note: Observation
) -> None:
    journal.quotes.mark(note, "not again", "a driver")
    typed(ObservationForm(desk, note, ()), quote0_channel="by phone")
    journal.quotes.mark(note, "not again", "a night driver")
    form = ObservationForm(desk, note, ())
    assert filled(form, "quote0") == {
        "quote0_words": "not again", "quote0_role": "a night driver", "quote0_channel": "by phone",
    }  # fmt: skip
    assert filled(form, "quote1") == {}


def test_new_words_that_are_marked_elsewhere_too_keep_what_was_said_of_them_there(
    journal: Journal, desk: Desk, note: Observation
) -> None:
    typed(ObservationForm(desk, note, ()), quote0_words="not again", quote0_channel="by phone")
    journal.quotes.mark(note, "not again", "a driver")
    form = ObservationForm(desk, note, ())
    assert filled(form, "quote") == {
        "quote0_words": "not again", "quote0_role": "a driver", "quote0_channel": "by phone",
    }  # fmt: skip


def test_other_words_are_stored_while_the_ones_before_are_unmarked_elsewhere(
    journal: Journal, desk: Desk, note: Observation
) -> None:
    quote = journal.quotes.mark(note, "not again")
    form = typed(ObservationForm(desk, note, ()), quote0_words="it was never sent")
    journal.quotes.unmark(quote.id)
    form.store()
    assert quotes_of(journal, note) == {("it was never sent", "", "")}


def test_words_that_were_emptied_here_and_unmarked_elsewhere_do_not_come_back(
    journal: Journal, desk: Desk, note: Observation
) -> None:
    quote = journal.quotes.mark(note, "not again")
    typed(ObservationForm(desk, note, ()), quote0_words="")
    journal.quotes.unmark(quote.id)
    assert filled(ObservationForm(desk, note, ()), "quote") == {}


# Amounts


def test_what_was_typed_for_each_amount_that_is_taken_out_elsewhere_comes_back_and_stays_in_the_draft(
    journal: Journal, desk: Desk, clock: FakeClock
) -> None:
    thing = journal.decisions.save(
        decision("Slots", id="d"), [impact("118", decision_id="d"), impact("40", "calls", decision_id="d")]
    )
    typed(
        DecisionForm(desk, thing),
        impact0_working="WORK A",
        impact1_working="WORK B",
        impact2_amount="7",
        impact2_unit="hours",
    )
    clock.tick()
    thing = journal.decisions.save(journal.decisions.get("d"), [])
    for _ in range(2):  # and once more: what came back is kept again
        form = typed(DecisionForm(desk, thing), alternative="ask once")
        assert filled(form, "impact") == {
            "impact0_working": "WORK A", "impact1_working": "WORK B", "impact2_amount": "7", "impact2_unit": "hours",
        }  # fmt: skip
    typed(
        form,
        impact0_amount="97",
        impact0_unit="drops",
        impact1_amount="30",
        impact1_unit="calls",
        impact1_basis="measured",
    )
    form.store()
    stored = journal.decisions.impacts(["d"])["d"]
    assert {(str(each.amount_low), each.unit, each.working, each.basis) for each in stored} == {
        ("97", "drops", "WORK A", Basis.ESTIMATED), ("30", "calls", "WORK B", Basis.MEASURED),
        ("7", "hours", "", Basis.ESTIMATED),
    }  # fmt: skip
    assert journal.drafts.all() == []


def test_an_amount_that_was_emptied_here_and_taken_out_elsewhere_does_not_come_back(
    journal: Journal, desk: Desk, clock: FakeClock
) -> None:
    thing = journal.decisions.save(decision("Slots", id="d"), [impact("118", decision_id="d")])
    typed(DecisionForm(desk, thing), impact0_amount="", impact0_unit="", assumption="a depot is open")
    clock.tick()
    form = DecisionForm(desk, journal.decisions.save(journal.decisions.get("d"), []))
    assert filled(form, "impact") == {}
    assert not any(name.startswith("impact1") for name in form.content())


# A format that is gone


def test_a_pitch_in_a_format_that_is_gone_is_not_changed_by_looking_at_it(journal: Journal, desk: Desk) -> None:
    stored = journal.pitches.save(replace(pitch("a PM"), format="mine"))
    form = PitchForm(desk, stored)
    assert form.changes() == {}
    typed(form, opening="Twice a form decided").store()
    assert journal.pitches.current().format == "mine"
    choices = dict(form.fields["format"].spec.choices)
    assert choices["mine"] == "mine (not in formats.toml)"


# Which field a refusal is about


def refused(form: Form) -> str:
    """Return the name of the field that the cursor would be sent to."""
    with pytest.raises(FieldRefused) as caught:
        form.store()
    return form.field_of(caught.value)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("text", ""),
        ("on", "next year"),
        ("on", "no date"),
        ("tags", "four!"),
        ("dated_on", "march 2024"),
        ("quote0_words", "no such words"),
    ],
)
def test_what_is_refused_of_a_note_is_named_by_its_field(desk: Desk, note: Observation, field: str, text: str) -> None:
    assert refused(typed(ObservationForm(desk, note, ()), **{field: text})) == field


def test_a_journal_that_cannot_be_written_is_about_no_field(
    desk: Desk, note: Observation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise error

    error = JournalUnusable("montague/title/pace/j.db is being written to; the future and Years of it wait.")
    monkeypatch.setattr(type(desk.journal.observations), "edit", refuse)
    form: Form = typed(ObservationForm(desk, note, ()), text="mended", quote0_words="not again")
    with pytest.raises(JournalUnusable):
        form.store()
    for other in (form, MemoryForm(desk), ProfileForm(desk), PitchForm(desk, None), TermForm(desk, None)):
        assert other.field_of(error) == "", other.form


@pytest.mark.parametrize(
    ("field", "text"), [("years", "99"), ("years", "x"), ("day_ends_at", "x"), ("day_ends_at", "12")]
)
def test_what_is_refused_of_the_profile_is_named_by_its_field(desk: Desk, field: str, text: str) -> None:
    assert refused(typed(ProfileForm(desk), **{field: text})) == field


@pytest.mark.parametrize(("field", "text"), [("audience", ""), ("pace", "x"), ("pace", "1")])
def test_what_is_refused_of_a_pitch_is_named_by_its_field(desk: Desk, field: str, text: str) -> None:
    assert refused(typed(PitchForm(desk, None), **{field: text})) == field


@pytest.mark.parametrize(
    ("field", "text"), [("on", "next year"), ("on", "no date"), ("happened", "x" * (LONGEST_TEXT + 1))]
)
def test_what_is_refused_of_a_memory_is_named_by_its_field(desk: Desk, field: str, text: str) -> None:
    form = typed(MemoryForm(desk), **({"happened": "A van stood there", "on": "2022"} | {field: text}))
    assert refused(form) == field


@pytest.mark.parametrize(
    ("texts", "field", "said"),
    [
        ({"term": "?"}, "term", "needs a letter or digit"),
        ({"term": "blue heron"}, "term", "is a private term already"),
        ({"term": "Red Kite", "say_instead": "x" * 121}, "say_instead", "has 120 characters at the most"),
        ({"term": "Red Kite", "say_instead": "as Blue Heron"}, "say_instead", "still holds the private term"),
    ],
)
def test_a_term_is_refused_for_the_same_reason_while_it_is_typed_and_when_it_is_stored(
    journal: Journal, desk: Desk, texts: dict[str, str], field: str, said: str
) -> None:
    journal.terms.set("Blue Heron", "a regional bank")
    form = TermForm(desk, None)
    typed(form, **texts)
    while_typed = form._why_refused()
    with pytest.raises(FieldRefused, match=said) as caught:
        form.store()
    assert isinstance(while_typed, FieldRefused)
    assert (while_typed.field, str(while_typed)) == (field, str(caught.value))
    assert form.field_of(caught.value) == field
    assert [term.term for term in journal.terms.all()] == ["Blue Heron"]


def test_an_undecided_term_is_accepted_by_the_one_check_of_the_journal(journal: Journal) -> None:
    journal.terms.accept(PrivateTerm(id="t", term="Blue Heron"))
    assert journal.terms.all() == []
