"""The Stories: slots and bench, the beats beside their evidence, and what the preview shows of each step."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from textual.pilot import Pilot

from pivot_journal.domain.observation import Triage
from pivot_journal.domain.when import UNKNOWN_DAY
from pivot_journal.journal import Journal, open_journal
from pivot_journal.tui.forms.story_editor import BeatsForm, StoryEditor
from pivot_journal.tui.views.stories_view import StoriesView, beat_signs
from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.evidence import EvidenceList
from pivot_journal.tui.widgets.picker import DecisionPicker
from tui.helpers import main_screen, message_text, press, preview_text, rows_text, running, screen_text, type_text

IN_PITCH = ("Ready too soon", "Sealed and reopened")
"""The stories of the sample's pitch, in order."""


def view_of(pilot: Pilot[None]) -> StoriesView:
    return main_screen(pilot).query_one(StoriesView)


def editor_of(pilot: Pilot[None]) -> StoryEditor:
    return main_screen(pilot).query_one(StoryEditor)


def evidence_of(pilot: Pilot[None]) -> EvidenceList:
    return editor_of(pilot).evidence.list


def titles_in_pitch(journal: Journal) -> tuple[str, ...]:
    return tuple(journal.stories.get(id_).title for id_ in journal.pitches.current().story_ids)


def highlighted(pilot: Pilot[None], journal: Journal) -> str:
    return journal.stories.get(str(view_of(pilot).list.key)).title


async def open_story(pilot: Pilot[None], journal: Journal, title: str) -> None:
    """Show the Stories, stand on one of them and open it."""
    await press(pilot, "3")
    view_of(pilot).highlight(next(story.id for story in journal.stories.all() if story.title == title))
    await press(pilot, "e")


async def stand_in(pilot: Pilot[None], field: str) -> None:
    editor_of(pilot).focus_field(field)
    await pilot.pause()


# Slots and bench


def test_only_a_beat_in_the_users_own_words_is_ticked_and_what_its_home_supplies_is_on_offer(sample: Journal) -> None:
    stories = sample.stories.all()
    told = sample.stories.material([next(each for each in stories if each.title == "Bananas for Sunday")])[0]
    assert list(beat_signs(told).values()) == ["✓", "?", "⇥", "⇥"]
    reworded = replace(told, story=replace(told.story, saw="", did="  ", mattered="Forty orders."))
    assert list(beat_signs(reworded).values()) == ["⇥", "?", "✓", "⇥"]
    bare = replace(reworded, decision=None, impacts=(), observations=())
    assert list(beat_signs(bare).values()) == ["?", "?", "✓", "?"]


async def test_the_stories_show_slots_with_their_seconds_and_the_bench_with_its_evidence(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3")
        shown = rows_text(view_of(pilot).list)
        assert shown.startswith("In the pitch for a PM at a delivery app")
        assert "s of 60–90 1 ● Ready too soon" in shown
        assert "3 empty: Space puts the highlighted story here Bench" in shown
        assert "Bananas for Sunday2 notes saw ✓ did ? mattered ⇥ would decide ⇥" in shown
        assert "Crisps and cheeseretired · from memory saw ✓ did ? mattered ?" in shown
        assert "⇥ on offer (Tab in the editor)" in screen_text(pilot)
        composition = main_screen(pilot).composition
        assert composition is not None
        first = composition.story_titles[0][0]
        seconds = sum(part.seconds for part in composition.parts if part.story_id == first)
        assert f"4 notes · {round(seconds)} s" in shown
        assert "took for granted: an order is ready when" in screen_text(pilot)
        assert "formula ✓" in screen_text(pilot)
        await press(pilot, "end")
        assert "the formula lacks: " in screen_text(pilot)
        assert "m a story from memory · n a story of a decision" in " ".join(screen_text(pilot).split())


async def test_picking_moving_and_taking_out_show_in_the_preview_at_once(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3")
        seen = [preview_text(pilot)]
        await press(pilot, "space")
        assert titles_in_pitch(sample) == IN_PITCH[1:]
        assert highlighted(pilot, sample) == IN_PITCH[0], "the cursor stays on the story as it goes to the bench"
        seen.append(preview_text(pilot))
        assert "last scan to shelf" not in seen[-1]
        await press(pilot, "space")
        assert titles_in_pitch(sample) == IN_PITCH[::-1]
        assert "is in the pitch as story 2" in message_text(pilot)
        seen.append(preview_text(pilot))
        await press(pilot, "K")
        assert titles_in_pitch(sample) == IN_PITCH
        assert highlighted(pilot, sample) == IN_PITCH[0]
        seen.append(preview_text(pilot))
        await press(pilot, "J")
        assert titles_in_pitch(sample) == IN_PITCH[::-1]
        assert len(set(seen)) == 3, "each step shows another pitch, and moving back shows the first one again"
        assert seen[3] == seen[0]
        await press(pilot, "u")
        assert titles_in_pitch(sample) == IN_PITCH


async def test_a_fourth_story_is_refused_with_the_reason_and_one_alone_is_fine(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3", "down", "down", "space")
        assert len(titles_in_pitch(sample)) == 3
        before = preview_text(pilot)
        await press(pilot, "down", "space")
        assert len(titles_in_pitch(sample)) == 3
        assert "A pitch holds 3 stories at the most" in message_text(pilot)
        assert preview_text(pilot) == before
        await press(pilot, "home", "space", "home", "space")
        assert len(titles_in_pitch(sample)) == 1


async def test_a_story_on_the_bench_cannot_be_moved_and_says_so(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3", "end", "J")
        assert "not in the pitch" in message_text(pilot)
        assert titles_in_pitch(sample) == IN_PITCH


async def test_a_deleted_story_leaves_the_pitch_and_comes_back_with_undo(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3", "delete")
        assert titles_in_pitch(sample) == IN_PITCH[1:]
        assert "u brings it back" in message_text(pilot)
        await press(pilot, "u")
        assert titles_in_pitch(sample) == IN_PITCH


async def test_a_new_title_makes_a_decision_and_opens_its_story(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3", "n")
        assert main_screen(pilot).query_one(DecisionPicker)
        await type_text(pilot, "Dock doors")
        await press(pilot, "enter")
        await pilot.pause()
        assert sample.stories.get(editor_of(pilot).form.story.id).title == "Dock doors"
        assert len(titles_in_pitch(sample)) == 3
        assert not main_screen(pilot).query(DecisionPicker)
        assert "its story is in the pitch" in message_text(pilot)
        await press(pilot, "escape")
        assert highlighted(pilot, sample) == "Dock doors"
        await press(pilot, "u")  # decision and story were one step
        assert titles_in_pitch(sample) == IN_PITCH
        assert "Dock doors" not in {decision.title for decision in sample.decisions.all()}


async def test_a_new_story_is_highlighted_even_the_first_time_that_the_stories_are_shown(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "m")
        await type_text(pilot, "The gate was shut")
        await press(pilot, "enter")
        await type_text(pilot, "2022")
        await press(pilot, "ctrl+s")
        await pilot.pause()
        assert highlighted(pilot, sample) == "The gate was shut"
        assert pilot.app.focused is view_of(pilot).list


async def test_leaving_the_choice_of_a_decision_makes_nothing(sample: Journal) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3", "n", "escape")
        assert not main_screen(pilot).query(DecisionPicker)
        assert not main_screen(pilot).query(StoryEditor)
        await press(pilot, "space")
        assert titles_in_pitch(sample) == IN_PITCH[1:], "the list has the keys again"


async def test_an_empty_journal_says_what_a_story_is_and_the_ways_to_one(journal: Journal) -> None:
    async with running(journal, size=(80, 24)) as pilot:
        await press(pilot, "3", "space", "e", "J", "delete")
        shown = screen_text(pilot)
        assert "A story is one moment told in a few sentences" in shown
        assert "five questions" in shown
        assert "t then makes a story of it" in shown


async def test_every_title_stands_whole_where_there_is_room_and_all_is_usable_at_80_by_24(sample: Journal) -> None:
    async with running(sample, size=(80, 24)) as pilot:
        await press(pilot, "3", "space")
        assert "In the pitch for a PM at a delivery app" in screen_text(pilot)
        await press(pilot, "end")
        assert "Crisps and cheese" in screen_text(pilot)
        await press(pilot, "p")
        assert "Chat" in screen_text(pilot)
        await press(pilot, "p", "home", "e", "f6")
        shown = screen_text(pilot)
        assert "Sealed and reopened" not in shown or "Title" in shown
        assert "Evidence" in shown
        assert shown.count("✓") >= 3
    async with running(sample, size=(200, 60)) as pilot:
        await press(pilot, "3")
        line = next(line for line in screen_text(pilot).splitlines() if "Bananas for Sunday" in line)
        assert "saw ✓ did ? mattered ⇥" in line, "one line a story where it fits"


# Beats


async def test_every_key_in_a_beat_shows_in_the_pitch(sample: Journal) -> None:
    async with running(sample) as pilot:
        await open_story(pilot, sample, "Sealed and reopened")
        await stand_in(pilot, "did")
        await press(pilot, "end", "exclamation_mark")
        assert "showed the app's PM.!" in preview_text(pilot)
        await press(pilot, "question_mark")
        assert "showed the app's PM.!?" in preview_text(pilot)
        assert sample.stories.get(editor_of(pilot).form.story.id).did.endswith("PM."), "only shown, not stored"
        await press(pilot, "ctrl+s")
        assert not main_screen(pilot).query(StoryEditor)
        assert "PM.!?" in preview_text(pilot)
        assert not sample.drafts.all()


async def test_tab_takes_over_the_words_that_have_their_home_elsewhere(sample: Journal) -> None:
    async with running(sample) as pilot:
        await open_story(pilot, sample, "Bananas for Sunday")
        form = editor_of(pilot).form
        assert "This story by itself" in preview_text(pilot)
        for name in ("saw", "mattered", "would_decide"):
            offer = form.fields[name].spec.offer
            assert offer
            assert "#" not in offer, "a tag is no word"
            had = form.value(name)
            await stand_in(pilot, name)
            if not had:
                await press(pilot, "tab")
                assert form.value(name) == offer
        await press(pilot, "ctrl+s")
        stored = sample.stories.get(form.story.id)
        assert stored.mattered
        assert stored.would_decide
        assert "on the bench" in message_text(pilot)


async def test_a_story_without_a_title_stays_in_the_form_with_the_reason(sample: Journal) -> None:
    async with running(sample) as pilot:
        await open_story(pilot, sample, "Bananas for Sunday")
        editor_of(pilot).form.fields["title"].value = " "
        await press(pilot, "ctrl+s")
        assert "A story needs a title" in message_text(pilot)
        form = editor_of(pilot).form
        assert form.fields["title"].input.has_focus
        assert sample.stories.get(form.story.id).title == "Bananas for Sunday"


async def test_a_story_changed_elsewhere_keeps_the_form_and_the_draft(sample: Journal) -> None:
    async with running(sample) as pilot:
        await open_story(pilot, sample, "Bananas for Sunday")
        await stand_in(pilot, "did")
        await type_text(pilot, "hm")
        form = editor_of(pilot).form
        with open_journal(sample.path, now=lambda: sample.now() + dt.timedelta(minutes=1)) as other:
            other.stories.save(replace(form.story, observation_ids=form.story.observation_ids[1:]))
        await press(pilot, "ctrl+s")
        assert "changed elsewhere" in message_text(pilot)
        assert form.value("did") == "hm"
        draft = sample.drafts.find("story", form.story.id)
        assert draft is not None
        assert draft.content["did"] == "hm"


async def test_what_is_typed_and_linked_is_here_again_after_leaving(sample: Journal) -> None:
    async with running(sample) as pilot:
        await open_story(pilot, sample, "Bananas for Sunday")
        await stand_in(pilot, "did")
        await type_text(pilot, "hm")
        await press(pilot, "f6", "home", "l")
        linked = editor_of(pilot).form.linked
        story = editor_of(pilot).form.story
        assert len(linked) == len(story.observation_ids) - 1
        await press(pilot, "escape")
        assert not main_screen(pilot).query(StoryEditor)
        assert sample.stories.get(story.id) == story
        assert " ".join(linked) == sample.drafts.all()[0].content["observations"]
    async with running(sample) as pilot:
        assert linked[0] not in screen_text(pilot), "the list of unfinished forms shows words, not ids"
        await press(pilot, "enter")
        form = editor_of(pilot).form
        assert form.value("did") == "hm"
        assert form.linked == linked
        assert "here again" in screen_text(pilot)
        await press(pilot, "f8")
        assert form.value("did") == ""
        assert form.linked == story.observation_ids
        await press(pilot, "escape")
        assert not sample.drafts.all()


async def test_more_shows_the_rest_of_the_beats_and_the_number_to_tell(sample: Journal) -> None:
    async with running(sample) as pilot:
        await open_story(pilot, sample, "Sealed and reopened")
        form = editor_of(pilot).form
        if not form.has_class("-shows-more"):
            await press(pilot, "f4")
        before = preview_text(pilot)
        impacts = form.material.impacts
        assert len(impacts) == 2
        form.fields["mattered"].value = ""
        await stand_in(pilot, "headline_impact_id")
        await press(pilot, "right")
        await pilot.pause()
        assert "21 hours" in preview_text(pilot)
        assert preview_text(pilot) != before
        assert "21 hours" in form.fields["mattered"].spec.offer
        await press(pilot, "ctrl+s")
        assert sample.stories.get(form.story.id).headline_impact_id == impacts[1].id


# Evidence


async def test_short_forms_stand_behind_more_or_open_where_the_format_wants_them(sample: Journal) -> None:
    story = sample.stories.get(sample.pitches.current().story_ids[0])
    sample.stories.save(replace(story, saw="Nine of thirty stood before a shut door.", saw_short=""))
    pitch = replace(sample.pitches.current(), story_ids=(story.id,), format="chat")
    sample.pitches.save(pitch)
    async with running(sample) as pilot:
        await press(pilot, "3", "enter")
        form = editor_of(pilot).form
        assert "saw_short" not in form.fields  # not mounted before it is asked for
        await press(pilot, "f4")
        assert form.fields["came_of_it"].input.has_focus
        assert form.fields["saw_short"].spec.offer == "Nine of thirty stood before a shut door."
        await press(pilot, "escape")
        sample.pitches.save(replace(sample.pitches.current(), format="linkedin"))
        main_screen(pilot)._look_again()
        await press(pilot, "enter")
        form = editor_of(pilot).form
        assert "came_of_it" not in form.fields
        form.fields["saw_short"].input.focus()
        await press(pilot, "tab")
        assert form.value("saw_short") == "Nine of thirty stood before a shut door."
        form.fields["assumption_short"].value = "a page that assumed doors are open"
        await pilot.pause()
        assert "assumed doors are open: about two thirds" in preview_text(pilot)
        form.fields["bullet"].input.focus()
        await pilot.pause()
        assert "assumed doors are open" in form.fields["bullet"].spec.offer
        await press(pilot, "ctrl+s")
        sample.pitches.save(replace(sample.pitches.current(), format="star"))
        main_screen(pilot)._look_again()
        await press(pilot, "enter")
        assert editor_of(pilot).form.fields["learned"].display
    assert sample.stories.get(story.id).assumption_short == "a page that assumed doors are open"


async def test_the_evidence_stands_in_order_with_what_may_be_claimed(sample: Journal) -> None:
    async with running(sample) as pilot:
        await open_story(pilot, sample, "Sealed and reopened")
        shown = rows_text(evidence_of(pilot))
        assert shown.index("✓1 ◇ 16 Feb 2023") < shown.index("✓2") < shown.index("✓4")
        assert "⟂ 60 days before" in shown
        assert shown.index("✓4") < shown.index("Of the same decision") < shown.index("No decision yet")
        after = shown[shown.index("No decision yet") :]
        assert "⟂" not in after, "what has no decision shows no foresight about this one"


async def test_linking_changes_the_preview_and_the_offer_at_once_and_the_story_only_when_saved(
    sample: Journal,
) -> None:
    async with running(sample) as pilot:
        await open_story(pilot, sample, "Sealed and reopened")
        form = editor_of(pilot).form
        form.fields["saw"].value = ""
        await press(pilot, "f6", "home")
        assert evidence_of(pilot).has_focus
        before, offer = preview_text(pilot), form.fields["saw"].spec.offer
        first = form.linked[0]
        await press(pilot, "l")
        assert form.linked == form.story.observation_ids[1:]
        assert evidence_of(pilot).key == first, "the cursor stays on the note"
        assert preview_text(pilot) != before
        assert form.fields["saw"].spec.offer != offer
        await press(pilot, "space")
        assert form.linked[-1] == first
        await press(pilot, "u", "u")
        assert form.linked == form.story.observation_ids
        assert preview_text(pilot) == before
        await press(pilot, "l", "ctrl+s")
        assert sample.stories.get(form.story.id).observation_ids == form.story.observation_ids[1:]


async def test_f6_goes_to_the_evidence_and_back_to_the_same_beat(sample: Journal) -> None:
    async with running(sample) as pilot:
        await open_story(pilot, sample, "Sealed and reopened")
        await stand_in(pilot, "mattered")
        await press(pilot, "f6")
        assert evidence_of(pilot).has_focus
        await press(pilot, "f6")
        assert editor_of(pilot).form.fields["mattered"].input.has_focus


async def test_an_undated_note_is_not_linked_and_the_reason_is_said(journal: Journal) -> None:
    decision = journal.decisions.add("Night slots")
    journal.observations.capture("Gate shut at eight", triage=Triage.FAILURE, decision_id=decision.id)
    story = journal.stories.from_decision(decision.id)
    undated = journal.observations.capture(
        "Gate shut again", triage=Triage.FAILURE, decision_id=decision.id, observed_on=UNKNOWN_DAY
    )
    async with running(journal) as pilot:
        await open_story(pilot, journal, "Night slots")
        await press(pilot, "f6", "end", "l")
        assert evidence_of(pilot).key == undated.id
        assert "no date yet" in message_text(pilot)
        assert editor_of(pilot).form.linked == story.observation_ids
        assert "no date" in rows_text(evidence_of(pilot))


async def test_a_story_that_lost_a_note_to_the_trash_says_so_in_the_list_and_in_the_evidence(sample: Journal) -> None:
    story = next(story for story in sample.stories.all() if story.title == "Bananas for Sunday")
    lost = sample.observations.by_ids(story.observation_ids)[0]
    sample.observations.trash(lost.number)
    async with running(sample) as pilot:
        await open_story(pilot, sample, story.title)
        assert "1 of them in the trash" in " ".join(screen_text(pilot).split())
        assert "in the trash" in rows_text(evidence_of(pilot))
        await press(pilot, "escape")
        assert "1 note in the trash · 1 note" in rows_text(view_of(pilot).list)


async def test_what_changes_in_the_journal_shows_in_the_open_editor_and_leaves_the_typed_words(sample: Journal) -> None:
    async with running(sample) as pilot:
        await open_story(pilot, sample, "Sealed and reopened")
        await stand_in(pilot, "did")
        await press(pilot, "end", "exclamation_mark")
        form = editor_of(pilot).form
        sample.observations.trash(sample.observations.by_ids(form.linked)[0].number)
        main_screen(pilot)._look_again()
        await pilot.pause()
        assert form.lost == 1
        assert "PM.!" in preview_text(pilot)
        assert "16 February 2023" not in preview_text(pilot)


async def test_a_key_in_a_beat_reads_no_rows(sample: Journal) -> None:
    async with running(sample) as pilot:
        await open_story(pilot, sample, "Sealed and reopened")
        read: list[str] = []
        sample._database.connection.set_trace_callback(read.append)
        await press(pilot, "x", "y")
        sample._database.connection.set_trace_callback(None)
        assert read, "the trace sees what is asked, such as the hour at which the day ends"
        assert [sql for sql in read if "FROM observation" in sql or "FROM story" in sql or "FROM impact" in sql] == []


async def test_brackets_emoji_and_control_characters_are_text_everywhere(journal: Journal) -> None:
    wild = "[/b] [TODO] 🧊 \x1b]52;c;aGk=\x07 [link=x]\u202e"
    decision = journal.decisions.add(f"Doors {wild}")
    journal.observations.capture(wild, triage=Triage.FAILURE, decision_id=decision.id)
    story = journal.stories.from_decision(decision.id)
    journal.pitches.toggle(story.id)
    async with running(journal) as pilot:
        await press(pilot, "3")
        assert "[TODO] 🧊" in screen_text(pilot)
        await press(pilot, "e")
        form = main_screen(pilot).query_one(BeatsForm)
        await stand_in(pilot, "saw")
        await press(pilot, "tab")
        assert "[/b] [TODO] 🧊" in form.value("saw")
        await press(pilot, "f6")
        shown = screen_text(pilot)
        assert "[TODO]" in shown
        assert "\x1b" not in shown
        await press(pilot, "f6", "ctrl+s")
        assert "[/b] [TODO]" in journal.stories.get(story.id).saw


async def test_a_title_longer_than_the_screen_is_cut_and_not_broken(journal: Journal) -> None:
    decision = journal.decisions.add("Doors that never close " * 12)
    journal.stories.from_decision(decision.id)
    async with running(journal, size=(80, 24)) as pilot:
        await press(pilot, "3")
        assert "…" in screen_text(pilot)
        await press(pilot, "e")
        assert isinstance(pilot.app.focused, Editor)
