"""The Decisions: the list with what is due, the highlighted one in full, and the form with its amounts."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from textual.pilot import Pilot

from builders import decision, impact, new_id, observation, when
from conftest import FakeClock
from pivot_journal.domain.chain import Backing
from pivot_journal.domain.decision import Decision, WorryOutcome
from pivot_journal.domain.impact import Basis, Impact
from pivot_journal.domain.observation import Triage
from pivot_journal.journal import Journal, open_journal
from pivot_journal.sample.loader import STANDS_STILL_ON
from pivot_journal.tui.forms.amount_fields import read_over, written_over
from pivot_journal.tui.forms.decision_form import DecisionForm
from pivot_journal.tui.views.decision_detail import Facts, detail_lines, lead_said
from pivot_journal.tui.views.decisions_view import DecisionsView, mark_of
from pivot_journal.tui.views.timeline import Moment, timeline
from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.rows import Line, spans_length
from tui.helpers import main_screen, message_text, press, preview_text, rows_text, running, screen_text, type_text

TODAY = STANDS_STILL_ON


def view_of(pilot: Pilot[None]) -> DecisionsView:
    return main_screen(pilot).query_one(DecisionsView)


def form_of(pilot: Pilot[None]) -> DecisionForm:
    return main_screen(pilot).query_one(DecisionForm)


def has_form(pilot: Pilot[None]) -> bool:
    return bool(main_screen(pilot).query(DecisionForm))


def named(journal: Journal, title: str) -> Decision:
    return next(each for each in journal.decisions.all() if each.title == title)


def impacts_of(journal: Journal, decision_id: str) -> tuple[Impact, ...]:
    return journal.decisions.impacts([decision_id]).get(decision_id, ())


async def stand_on(pilot: Pilot[None], journal: Journal, title: str) -> None:
    await press(pilot, "2")
    view_of(pilot).highlight(named(journal, title).id)
    await pilot.pause()


async def write_in(pilot: Pilot[None], **texts: str) -> None:
    """Put texts into fields as a paste would, and let the form act on each."""
    for name, text in texts.items():
        form_of(pilot).fields[name].value = text
        await pilot.pause()


def words_of(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _ in [*line.left, ("  ", ""), *line.right]).rstrip() for line in lines]


def facts(thing: Decision, **more: object) -> Facts:
    return Facts(decision=thing, **({"backing": Backing(), "today": TODAY} | more))  # type: ignore[arg-type]


# The list


async def test_due_worries_stand_first_and_every_decision_has_its_mark_and_notes(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "2")
        listed = rows_text(view_of(pilot).list)
        assert listed.startswith("What became of these? ▲ Van release by scan9 notes ⟂ The others ◇ Photo at the door")
        assert "✓ The frozen-last path" in listed
        assert "+ No field for ripeness" in listed


async def test_a_due_worry_is_settled_by_one_key_and_undone_by_another(sample: Journal) -> None:
    worry = named(sample, "Van release by scan")
    async with running(sample) as pilot:
        await stand_on(pilot, sample, worry.title)
        await press(pilot, "o")
        assert "Did it come true?" in screen_text(pilot)
        await press(pilot, "escape", "o", "i")
        assert sample.decisions.get(worry.id).worry_outcome is WorryOutcome.PARTLY
        assert "the worry came true in part" in message_text(pilot)
        assert "What became of these?" not in rows_text(view_of(pilot).list)
        assert view_of(pilot).decision == sample.decisions.get(worry.id)
        await press(pilot, "u")
        assert sample.decisions.get(worry.id).worry_outcome is None


async def test_what_is_not_due_says_why_it_is_not_asked(sample: Journal) -> None:
    async with running(sample) as pilot:
        await stand_on(pilot, sample, "Photo at the door")
        await press(pilot, "o")
        assert "once it has passed" in message_text(pilot)
        await stand_on(pilot, sample, "Rota in the app")
        await press(pilot, "o")
        assert "No worry was noted" in message_text(pilot)


async def test_the_trash_takes_a_decision_and_undo_brings_it_back_where_it_was(sample: Journal) -> None:
    async with running(sample) as pilot:
        await stand_on(pilot, sample, "The ready text")
        await press(pilot, "delete")
        assert "u brings it back" in message_text(pilot)
        assert "The ready text" not in rows_text(view_of(pilot).list)
        await press(pilot, "u")
        assert "The ready text" in rows_text(view_of(pilot).list)


async def test_an_empty_journal_says_what_a_decision_is_and_what_to_press(journal: Journal) -> None:
    async with running(journal) as pilot:
        await press(pilot, "2")
        assert "n   write one down" in screen_text(pilot)
        await press(pilot, "e", "t", "o", "delete")
        assert not has_form(pilot)


async def test_list_and_detail_are_both_usable_at_80_by_24(sample: Journal) -> None:
    async with running(sample, size=(80, 24)) as pilot:
        await press(pilot, "2")
        view = view_of(pilot)
        for _ in range(12):
            shown = screen_text(pilot)
            assert view.list.size.height >= 5
            assert view.decision is not None
            assert shown.count(view.decision.title) >= 2  # in the list and over its detail
            assert "Next: " in shown or "Nothing is missing" in shown
            await press(pilot, "down")


async def test_what_another_window_writes_keeps_the_cursor(sample: Journal) -> None:
    async with running(sample) as pilot:
        await stand_on(pilot, sample, "The ready text")
        with open_journal(sample.path, now=sample.now) as other:
            other.decisions.add("A later one")
        main_screen(pilot)._look()
        await pilot.pause()
        assert "A later one" in rows_text(view_of(pilot).list)
        assert view_of(pilot).decision == named(sample, "The ready text")


async def test_t_asks_for_the_story_of_the_decision(sample: Journal) -> None:
    before = len(sample.stories.all())
    async with running(sample) as pilot:
        await stand_on(pilot, sample, "Rota in the app")
        await press(pilot, "t")
        await pilot.pause()
        assert len(sample.stories.all()) == before + 1


# The highlighted one


async def test_the_detail_says_how_far_ahead_it_was_noted_and_how_it_is_known(sample: Journal) -> None:
    async with running(sample) as pilot:
        await stand_on(pilot, sample, "Lockers for collection")
        shown = rows_text(view_of(pilot).detail)
        assert "noted 109 days before launch ⟂" in shown
        assert "I counted (desk tally, four weeks" in shown
        assert "launch moved from" in shown
        await stand_on(pilot, sample, "Rota in the app")
        shown = rows_text(view_of(pilot).detail)
        assert "? what did it take for granted?" in shown
        assert shown.endswith("Next: what did it take for granted? e adds it")


def test_the_same_kind_and_the_same_words_of_an_assumption_are_counted() -> None:
    from pivot_journal.domain.decision import AssumptionKind

    thing = decision(assumption="a", assumption_kind=AssumptionKind.OPERABILITY)
    some = "\n".join(words_of(detail_lines(facts(thing, same_kind=3), 100, 40)))
    assert "the same kind of assumption in 3 other decisions: that it can be run every day" in some
    same = "\n".join(words_of(detail_lines(facts(thing, same_kind=3, same_assumption=("Slots", "Lockers")), 100, 40)))
    assert "the very same was taken for granted in Slots and 1 more" in same


def test_lead_time_claims_no_more_than_the_record_allows() -> None:
    thing = decision(launched_on=when("2024-04-15"))
    early = observation("as it stood", recorded="2024-02-06")
    assert lead_said(facts(thing, observations=(early,))) == "noted 69 days before launch ⟂"
    vague = replace(thing, launched_on=when("2024-04"))
    assert lead_said(facts(vague, observations=(early,))) == "noted about two months before launch ⟂"
    reworded = observation("new words", recorded="2024-02-06", revised="2024-06-01", earlier=[("old", "2024-02-06")])
    assert lead_said(facts(thing, observations=(reworded,))) == "noted 69 days before launch, reworded after"
    from pivot_journal.domain.observation import Evidence

    remembered = observation("once", recorded="2026-01-01", evidence=Evidence.FROM_MEMORY)
    assert lead_said(facts(thing, observations=(remembered,))) == "from memory"
    assert lead_said(facts(thing, observations=(observation(recorded="2024-05-01"),))) == "first noted after launch"
    assert lead_said(facts(decision(), observations=(early,))) == ""


@pytest.mark.parametrize("width", [20, 38, 60, 100])
@pytest.mark.parametrize("height", [1, 4, 9, 15, 40])
def test_the_detail_fits_its_place_and_always_ends_with_what_is_next(width: int, height: int) -> None:
    thing = decision(
        "A title " * 12,
        assumption="depots are open " * 20,
        operational_reality="x" * 300,
        alternative="ask [once]",
        fair_view="it was quick " * 9,
        launched_on=when("2024-04-15"),
        decided_on=when("2024-02"),
    )
    amounts = tuple(impact(over_from=dt.date(2024, 4, 15), over_to=dt.date(2024, 5, 26)) for _ in range(3))
    lines = detail_lines(facts(thing, impacts=amounts, observations=(observation(),)), width, height)
    assert len(lines) <= height
    assert all(spans_length(line.left) + spans_length(line.right) <= width for line in lines)


def test_a_timeline_stands_to_scale_and_breaks_its_line_where_a_date_is_vague() -> None:
    noted, launched = Moment(when("2024-02-06"), "noted", 8), Moment(when("2024-04-15"), "launched", 9)
    counted = Moment(when("2024-05-26"), "118 failed drops", 5)
    dates, labels = words_of(timeline([launched, counted, noted], 60))
    assert dates.startswith("6 Feb 2024 ─")
    assert "15 Apr ─" in dates
    assert dates.endswith("26 May")
    assert labels.index("launched") == dates.index("15 Apr")
    assert labels.index("118 failed drops") == dates.index("26 May")
    ahead, after = dates.index("15 Apr"), dates.index("26 May") - dates.index("15 Apr")
    assert ahead / after == pytest.approx(69 / 41, rel=0.15)
    vague, _ = words_of(timeline([Moment(when("spring 2023"), "noted"), launched], 60))
    assert vague.startswith("spring 2023 ╌")
    assert "─" not in vague


def test_a_timeline_leaves_out_the_lightest_where_there_is_no_room() -> None:
    moments = [
        Moment(when("2024-02-06"), "noted", 8),
        Moment(when("2024-04-15"), "launched", 9),
        Moment(when("2024-05-26"), "118 failed drops", 5),
    ]
    dates, _ = words_of(timeline(moments, 30))
    assert dates.startswith("6 Feb 2024 ─")
    assert dates.endswith("15 Apr")
    assert timeline(moments, 12) == []
    assert timeline(moments[:1], 60) == []
    assert timeline([*moments[:1], Moment(when(""), "launched")], 60) == []


def test_one_sign_says_what_became_of_a_decision() -> None:
    worry = Backing(notes=1, worries=1)
    assert mark_of(decision(), worry) == "◇"
    assert mark_of(decision(worry_outcome=WorryOutcome.DID_NOT), worry) == "✓"
    assert mark_of(decision(worry_outcome=WorryOutcome.PARTLY), worry) == "▲"
    assert mark_of(decision(), Backing(notes=2, worries=1, failures=1)) == "▲"
    assert mark_of(decision(), Backing(notes=1, opportunities=1)) == "+"
    assert mark_of(decision(), Backing()) == " "


# The form


async def test_a_decision_is_written_down_with_its_amount_and_undone_in_one_step(journal: Journal) -> None:
    async with running(journal) as pilot:
        await press(pilot, "2", "n")
        await type_text(pilot, "Slots")
        await press(pilot, "enter")
        await write_in(pilot, assumption="a depot is open", impact0_unit="failed drops")
        await press(pilot, "enter")
        await type_text(pilot, "118")
        await press(pilot, "enter", "enter", "enter")
        await write_in(pilot, impact0_over="15 apr to 26 may 2024")
        await press(pilot, "enter", "right", "enter")
        assert form_of(pilot).fields["impact0_working"].spec.note == "reads as 118 failed drops in six weeks"
        await press(pilot, "ctrl+s")
        assert not has_form(pilot)
        stored = named(journal, "Slots")
        assert stored.assumption == "a depot is open"
        [amount] = impacts_of(journal, stored.id)
        assert (amount.amount_low, amount.unit, amount.basis) == (Decimal(118), "failed drops", Basis.MEASURED)
        assert (amount.over_from, amount.over_to) == (dt.date(2024, 4, 15), dt.date(2024, 5, 26))
        assert view_of(pilot).decision == stored
        assert "118 failed drops in six weeks · I counted" in rows_text(view_of(pilot).detail)
        assert journal.drafts.all() == []
        await press(pilot, "u")
        assert journal.decisions.all() == []


async def test_an_amount_that_cannot_be_stored_says_so_and_the_form_stays_in_that_field(journal: Journal) -> None:
    async with running(journal) as pilot:
        await press(pilot, "2", "n")
        await write_in(pilot, title="Slots", impact0_amount="118 drops")
        await press(pilot, "ctrl+s")
        assert 'How much: Write only the figure, and "drops" as what it is of' in message_text(pilot)
        assert form_of(pilot).fields["impact0_amount"].input.has_focus
        await write_in(pilot, impact0_amount="118")
        await press(pilot, "ctrl+s")
        assert "Of what?" in message_text(pilot)
        assert form_of(pilot).fields["impact0_unit"].input.has_focus
        await write_in(pilot, impact0_unit="drops", impact0_over="3 march to nowhere")
        await press(pilot, "ctrl+s")
        assert "nowhere" in message_text(pilot)
        await write_in(pilot, impact0_over="", title=" ")
        await press(pilot, "ctrl+s")
        assert "needs a title" in message_text(pilot)
        assert form_of(pilot).fields["title"].input.has_focus
        assert journal.decisions.all() == []
        assert [draft.form for draft in journal.drafts.all()] == ["decision"]


async def test_a_count_times_a_rate_is_the_amount_and_a_wrong_one_is_refused_with_the_sum(journal: Journal) -> None:
    async with running(journal) as pilot:
        await press(pilot, "2", "n", "f4")
        await pilot.pause()
        await write_in(pilot, title="Slots", impact0_unit="hours", impact0_count="280", impact0_rate="0.075")
        await write_in(pilot, impact0_amount="22")
        await press(pilot, "ctrl+s")
        assert "280 × 0.075 is 21, not 22" in message_text(pilot)
        await write_in(pilot, impact0_amount="")
        await press(pilot, "ctrl+s")
        [amount] = impacts_of(journal, named(journal, "Slots").id)
        assert amount.amount_low == Decimal(21)
        assert (amount.working_count, amount.working_rate) == (Decimal(280), Decimal("0.075"))


async def test_several_amounts_are_kept_and_an_emptied_one_goes(sample: Journal) -> None:
    thing = named(sample, "Late basket changes")
    assert [str(each.amount_low) for each in impacts_of(sample, thing.id)] == ["280", "21"]
    async with running(sample) as pilot:
        await stand_on(pilot, sample, thing.title)
        await press(pilot, "e", "f4")
        await pilot.pause()
        await write_in(pilot, impact2_amount="€1,200-1,500", impact2_over="a month", impact2_basis="reported")
        await write_in(pilot, impact1_amount="", impact1_count="", impact1_rate="")
        before = impacts_of(sample, thing.id)
        await press(pilot, "ctrl+s")
        assert "an amount taken out" in message_text(pilot)
        kept, new = impacts_of(sample, thing.id)
        assert kept == before[0]
        assert (new.amount_low, new.amount_high, new.currency) == (Decimal(1200), Decimal(1500), "EUR")
        assert new.basis is Basis.REPORTED
        await press(pilot, "u")
        assert impacts_of(sample, thing.id) == before


async def test_a_form_that_is_saved_as_it_stands_changes_nothing(sample: Journal) -> None:
    async with running(sample) as pilot:
        for thing in sample.decisions.all():
            form = DecisionForm(main_screen(pilot).desk, thing)
            assert form.is_changed is False
            assert form._typed_decision() == thing
            assert tuple(form._typed_impacts()) == impacts_of(sample, thing.id)


async def test_more_holds_the_dates_and_reads_them_back(journal: Journal) -> None:
    async with running(journal) as pilot:
        await press(pilot, "2", "n")
        assert not form_of(pilot).has_class("-shows-more")
        await write_in(pilot, title="Slots")
        await press(pilot, "f4")
        await pilot.pause()
        form = form_of(pilot)
        assert form.fields["launched_on"].display
        assert form.fields["launched_on"].input.has_focus
        await type_text(pilot, "15 apr")
        assert form.fields["launched_on"].spec.note == "that is 15 April 2027"
        await write_in(pilot, decided_on="15 oct", decision_maker="the app's PM", fair_view="it was quick")
        await write_in(pilot, assumption_kind="operability", status="planned")
        assert form.fields["decided_on"].spec.note == "that is 15 October 2026"
        await press(pilot, "ctrl+s")
        stored = named(journal, "Slots")
        assert (str(stored.launched_on), str(stored.decided_on)) == ("15 April 2027", "15 October 2026")
        assert (stored.decision_maker, stored.fair_view) == ("the app's PM", "it was quick")
        assert (stored.assumption_kind, stored.status) == ("operability", "planned")


async def test_a_launch_date_that_moved_is_remembered(journal: Journal, clock: FakeClock) -> None:
    thing = journal.decisions.save(decision("Slots", launched_on=when("2026-12-01")))
    clock.advance(days=1)
    async with running(journal) as pilot:
        await stand_on(pilot, journal, "Slots")
        await press(pilot, "e", "f4")
        await pilot.pause()
        await write_in(pilot, launched_on="jan 2027")
        await press(pilot, "ctrl+s")
        assert journal.decisions.get(thing.id).launched_on == when("2027-01")
        assert "from 1 December 2026 on 24 November 2026" in rows_text(view_of(pilot).detail)


async def test_e_stands_in_the_field_that_is_worth_adding_next(sample: Journal) -> None:
    async with running(sample) as pilot:
        await stand_on(pilot, sample, "Rota in the app")
        await press(pilot, "e")
        assert form_of(pilot).fields["assumption"].input.has_focus


async def test_what_is_typed_is_here_again_after_leaving_and_f8_throws_it_away(journal: Journal) -> None:
    async with running(journal) as pilot:
        await press(pilot, "2", "n")
        await write_in(pilot, title="Slots", assumption="a depot is open")
        await press(pilot, "f4")
        await pilot.pause()
        await write_in(pilot, fair_view="it was quick")
        await press(pilot, "escape")
        assert "kept as a draft" in message_text(pilot)
        assert journal.decisions.all() == []
        await press(pilot, "n")
        await pilot.pause()
        assert "is here again" in screen_text(pilot)
        assert form_of(pilot).value("assumption") == "a depot is open"
        assert form_of(pilot).value("fair_view") == "it was quick"
        await press(pilot, "f8")
        assert form_of(pilot).value("title") == ""
        assert form_of(pilot).value("fair_view") == ""
        assert journal.drafts.all() == []


async def test_notes_that_hold_the_figure_are_offered_as_backing(journal: Journal) -> None:
    thing = journal.decisions.add("Slots")
    for text in ("We had 118 failed drops", "Rain all day"):
        journal.observations.capture(text, triage=Triage.FAILURE, decision_id=thing.id)
    async with running(journal) as pilot:
        await stand_on(pilot, journal, "Slots")
        await press(pilot, "e", "f4")
        await pilot.pause()
        await write_in(pilot, impact0_amount="118", impact0_unit="failed drops")
        form = form_of(pilot)
        assert form.fields["impact0_backed"].spec.offer == "1"
        form.focus_field("impact0_backed")
        await press(pilot, "tab")
        assert form.value("impact0_backed") == "1"
        await write_in(pilot, impact0_backed="1, 77")
        await press(pilot, "ctrl+s")
        assert "There is no observation 77" in message_text(pilot)
        await write_in(pilot, impact0_backed="1")
        await press(pilot, "ctrl+s")
        [amount] = impacts_of(journal, thing.id)
        assert amount.observation_ids == (journal.observations.get(1).id,)


async def test_an_amount_that_another_window_adds_meanwhile_is_not_lost(journal: Journal) -> None:
    thing = journal.decisions.save(decision("Slots"), [])
    async with running(journal) as pilot:
        await stand_on(pilot, journal, "Slots")
        await press(pilot, "e")
        with open_journal(journal.path, now=journal.now) as other:
            other.decisions.save(other.decisions.get(thing.id), [impact(decision_id=thing.id)])
        await write_in(pilot, impact0_amount="7", impact0_unit="hours")
        await press(pilot, "ctrl+s")
        assert sorted(str(each.amount_low) for each in impacts_of(journal, thing.id)) == ["118", "7"]


async def test_a_decision_changed_elsewhere_is_not_written_over(journal: Journal, clock: FakeClock) -> None:
    thing = journal.decisions.add("Slots")
    async with running(journal) as pilot:
        await stand_on(pilot, journal, "Slots")
        await press(pilot, "e")
        clock.tick()
        with open_journal(journal.path, now=clock) as other:
            other.decisions.save(replace(other.decisions.get(thing.id), assumption="theirs"))
        await write_in(pilot, assumption="mine")
        await press(pilot, "ctrl+s")
        assert "changed elsewhere" in message_text(pilot)
        assert has_form(pilot)
        assert journal.decisions.get(thing.id).assumption == "theirs"
        draft = journal.drafts.find("decision", thing.id)
        assert draft is not None
        assert draft.content["assumption"] == "mine"


# The preview


async def test_every_key_in_the_form_shows_in_the_pitch_before_it_is_saved(sample: Journal) -> None:
    async with running(sample) as pilot:
        await stand_on(pilot, sample, "The ready text")
        stored = preview_text(pilot)
        assert "ready when its last item is scanned" in stored
        await press(pilot, "e")
        await write_in(pilot, assumption="")
        form_of(pilot).focus_field("assumption")
        await type_text(pilot, "bags know")
        assert "bags know" in preview_text(pilot)
        await write_in(pilot, impact0_amount="97")
        assert form_of(pilot)._as_far_as_valid()[1][0].amount_low == Decimal(97)
        await write_in(pilot, impact0_amount="9x7")
        assert form_of(pilot)._as_far_as_valid()[1] == []
        await press(pilot, "escape")
        assert preview_text(pilot) == stored
        assert named(sample, "The ready text").assumption == "an order is ready when its last item is scanned"


async def test_a_key_in_the_form_reads_no_rows(sample: Journal) -> None:
    async with running(sample) as pilot:
        await stand_on(pilot, sample, "The ready text")
        await press(pilot, "e", "f4", "w")  # the first key reads what the form is laid over, once
        read: list[str] = []
        sample._database.connection.set_trace_callback(read.append)
        await press(pilot, "x", "y")
        sample._database.connection.set_trace_callback(None)
        assert read, "the trace sees what is asked, such as the hour at which the day ends"
        assert [sql for sql in read if "FROM observation" in sql or "FROM story" in sql or "FROM impact" in sql] == []


# Text that could do harm


async def test_brackets_emoji_control_characters_and_long_words_are_only_text(journal: Journal) -> None:
    nasty = "[/b] [red]x[/] \x1b]52;c;eA==\x07 👩‍🚀 \u202e" + "w" * 500
    thing = journal.decisions.save(
        decision(nasty, assumption=nasty, alternative=nasty, trade_off=nasty, fair_view=nasty, decision_maker=nasty),
    )
    journal.decisions.save(
        journal.decisions.get(thing.id), [impact(decision_id=thing.id, unit=nasty, working=nasty, public_form=nasty)]
    )
    journal.observations.capture(nasty, triage=Triage.WORRY, decision_id=thing.id)
    for size in ((120, 40), (30, 10)):
        async with running(journal, size=size) as pilot:
            await press(pilot, "2")
            shown = screen_text(pilot)
            assert "[/b] [red]x[/]" in shown
            assert "\x1b" not in shown
            assert "\u202e" not in shown
            await press(pilot, "e")
            assert form_of(pilot).value("assumption").startswith("[/b] [red]x[/]")
            await press(pilot, "escape")


def test_a_stretch_of_time_is_read_in_the_ways_it_is_said() -> None:
    april, may = dt.date(2026, 4, 15), dt.date(2026, 5, 26)
    assert read_over("six weeks", TODAY) == (None, None, "six weeks")
    assert read_over("two to three weeks", TODAY) == (None, None, "two to three weeks")
    assert read_over("15 apr to 26 may", TODAY) == (april, may, "")
    assert read_over("15 apr – 26 may 2026", TODAY) == (april, may, "")
    assert read_over("between 15 apr and 26 may", TODAY) == (april, may, "")
    assert read_over("from 15 apr to 26 may", TODAY) == (april, may, "")
    assert read_over("2026-04-15 - 2026-05-26", TODAY) == (april, may, "")
    assert read_over("dec to jan", TODAY) == (dt.date(2025, 12, 1), dt.date(2026, 1, 31), "")
    assert read_over("15 apr to 26 may 2024", TODAY) == (dt.date(2024, 4, 15), dt.date(2024, 5, 26), "")
    assert read_over("dec to jan 2025", TODAY) == (dt.date(2024, 12, 1), dt.date(2025, 1, 31), "")
    assert read_over("since 15 apr", TODAY) == (april, None, "")
    assert read_over("up to 26 may", TODAY) == (None, may, "")
    assert read_over("15 apr", TODAY) == (april, april, "")
    assert read_over("the first weeks", TODAY) == (None, None, "the first weeks")
    assert read_over("", TODAY) == (None, None, "")


@pytest.mark.parametrize("first", [None, dt.date(2024, 4, 15)])
@pytest.mark.parametrize("last", [None, dt.date(2024, 4, 15), dt.date(2024, 5, 26)])
def test_a_stored_stretch_of_time_reads_back_as_the_same(first: dt.date | None, last: dt.date | None) -> None:
    stored = impact(over_from=first, over_to=last, decision_id=new_id())
    assert read_over(written_over(stored), TODAY) == (first, last, "")


async def test_the_field_that_is_typed_in_stays_in_sight_when_the_terminal_is_resized(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "2", "end", "e", "f4")
        await pilot.resize_terminal(60, 24)
        while form_of(pilot).region.height > 24:
            await pilot.pause(0.01)
        await pilot.pause()
        focused = pilot.app.focused
        assert isinstance(focused, Editor)
        assert form_of(pilot).region.contains_region(focused.region)
