"""The coach on the screen: what a PM may ask, as few as can be, and what is done about it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from builders import impact
from pivot_journal.coach.finding import Finding, Level, Scope
from pivot_journal.domain.acceptance import AcceptedFinding
from pivot_journal.domain.observation import Triage
from pivot_journal.journal import Journal
from pivot_journal.settings import Settings
from pivot_journal.tui.coaching import chosen_while_typing
from pivot_journal.tui.desk import Desk, DraftKeeper
from pivot_journal.tui.forms.story_editor import StoryEditor
from pivot_journal.tui.screens import read_by_coach
from pivot_journal.tui.views.kept_panel import LAPSED, kept_rows
from pivot_journal.tui.views.pitch_questions import question_rows
from pivot_journal.tui.views.pitch_view import PitchView
from pivot_journal.tui.widgets.editor import Editor
from pivot_journal.tui.widgets.rows import Row
from tui.helpers import (
    asked_text,
    main_screen,
    message_text,
    press,
    read_by_the_coach,
    rows_text,
    running,
    screen_text,
    type_text,
)

SAW = "In five weeks we opened 250 packed orders again. Studies show 35% of PM hires come from operations."


@pytest.fixture
def told(journal: Journal) -> Journal:
    """A journal whose one story tells another figure than it counted, and one that nobody counted."""
    decision = journal.decisions.add("Late changes")
    journal.decisions.save(
        replace(decision, assumption="an order is picked after its last change"),
        [impact(Decimal(280), "packed orders opened again", decision_id=decision.id)],
    )
    journal.observations.capture(
        "280 packed orders opened again in five weeks", triage=Triage.FAILURE, decision_id=decision.id
    )
    story = journal.stories.from_decision(decision.id)
    journal.stories.save(replace(story, saw=SAW, did="I kept a tally and showed it to the PM."))
    journal.pitches.toggle(story.id)
    journal.pitches.save(replace(journal.pitches.current(), format="hallway", question="Would you have seen it?"))
    return journal


def finding(question: str = "Says who?", **facts: object) -> Finding:
    known: dict[str, object] = {
        "rule": "a-rule",
        "level": Level.WARNING,
        "scope": Scope.SENTENCE,
        "message": "",
        "fix": "",
        "source": "",
        "match": "35% of PM hires",
        "field": "story.saw",
    }
    return Finding(question=question, **(known | facts))  # type: ignore[arg-type]


def words(rows: Sequence[Row]) -> str:
    lines = [line for row in rows for line in row.lines]
    return " ".join(" ".join("".join(t for t, _ in [*line.left, *line.right]) for line in lines).split())


def test_at_most_five_questions_are_shown_and_never_the_name_of_a_rule() -> None:
    rows = question_rows([finding(f"Question {n}?") for n in range(7)], 1, is_low=False)
    assert [row.key for row in rows] == [None, 0, 1, 2, 3, 4]
    assert "2 more behind these · 1 kept as is: I" in words(rows)
    assert "a-rule" not in words(rows)
    assert question_rows(None, 0, is_low=False) == []
    assert "nothing that stands out" in words(question_rows([], 0, is_low=False))


def test_while_somebody_types_one_is_chosen_of_the_field_itself_if_it_has_any() -> None:
    heavy, here = finding("Heavy?", level=Level.ERROR), finding("Here?", field="pitch.opening", level=Level.ADVICE)
    assert chosen_while_typing([heavy, here], frozenset({"pitch.opening"})) is here
    assert chosen_while_typing([heavy, here], frozenset()) is heavy
    assert chosen_while_typing([], frozenset()) is None


def test_what_was_kept_says_why_and_whether_it_is_still_said() -> None:
    kept = AcceptedFinding(id="k", rule="a-rule", match="35%", sentence="It is 35%.", reason="she wrote it herself")
    said = words(kept_rows([kept], {kept.key}, {"a-rule": "Says who?"}, 60))
    assert said == "Says who? “35%” because she wrote it herself"
    assert LAPSED in words(kept_rows([kept], frozenset(), {}, 200))
    assert "i on a question" in words(kept_rows([], frozenset(), {}, 60))


async def test_a_way_through_the_questions_in_the_pitch_view(told: Journal) -> None:
    async with running(told) as pilot:
        await read_by_the_coach(pilot)
        await press(pilot, "c")
        await read_by_the_coach(pilot)
        view = main_screen(pilot).query_one(PitchView)
        asked = rows_text(view.questions)
        assert asked.startswith("A PM may ask ! Which is it? “250”")
        assert "Says who? “Studies show" in asked
        assert view.questions.has_focus
        assert "in the journal 280" in rows_text(view.evidence)
        # the words of the first are replaced only when that is asked for
        assert "Tab writes “280” there" in rows_text(view.evidence)
        await press(pilot, "tab")
        await read_by_the_coach(pilot)
        saw = told.stories.all()[0].saw
        assert saw == SAW.replace("250", "280")
        assert "Which is it?" not in rows_text(view.questions)
        # the second is gone to in its field, with the words marked
        await press(pilot, "enter")
        focused = pilot.app.focused
        assert isinstance(focused, Editor)
        assert focused.selected_text.startswith("Studies show")
        await press(pilot, "escape", "c")
        await read_by_the_coach(pilot)
        # and kept, with a reason
        await press(pilot, "i", "enter")
        assert "Say why you keep it" in message_text(pilot)
        await type_text(pilot, "the listener wrote it")
        await press(pilot, "enter")
        await read_by_the_coach(pilot)
        assert "Says who?" not in rows_text(view.questions)
        assert "1 kept as is" in screen_text(pilot)
        await press(pilot, "I")
        assert "because the listener wrote it" in screen_text(pilot)
        assert LAPSED not in screen_text(pilot)
        await press(pilot, "enter", "escape")
        await read_by_the_coach(pilot)
        assert "Says who?" in rows_text(view.questions)


async def test_one_quiet_line_after_a_pause_while_a_form_is_open(
    told: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_by_coach, "PAUSE_SECONDS", 3600)
    story = told.stories.all()[0]
    told.stories.save(replace(story, saw="I counted 280 packed orders opened again."))
    async with running(told) as pilot:
        await read_by_the_coach(pilot)
        assert "A PM may ask" not in asked_text(pilot)  # not asked for, and nobody types
        await press(pilot, "3", "down", "enter")
        form = main_screen(pilot).query_one(StoryEditor).form
        form.focus_field("did")
        await type_text(pilot, " Studies show 35% of PM hires come from operations.")
        assert "A PM may ask" not in asked_text(pilot)  # whoever types is left alone
        monkeypatch.setattr(read_by_coach, "PAUSE_SECONDS", 0.01)
        await press(pilot, "space")
        await asyncio.sleep(0.02)
        await read_by_the_coach(pilot)
        assert asked_text(pilot).count("A PM may ask: ") == 1
        assert "A PM may ask: Says who? (“Studies show" in asked_text(pilot)
        assert "finding" in asked_text(pilot)
        assert "unsourced" not in asked_text(pilot)
        await press(pilot, "ctrl+t")
        assert asked_text(pilot).count("A PM may ask: ") == len(main_screen(pilot).query_one("#preview").findings)  # type: ignore[attr-defined]
        await press(pilot, "escape")
        await read_by_the_coach(pilot)
        assert "A PM may ask" not in asked_text(pilot)


def test_the_app_tells_in_the_manner_of_the_settings_and_says_what_is_wrong_with_the_formats(
    journal: Journal, tmp_path: Path
) -> None:
    path = tmp_path / "settings.toml"
    settings = Settings(linkedin_characters=300, known_acronyms=["WMS"])
    surroundings = {"environ": {"PIVOT_SETTINGS": str(path)}, "settings_path": path, "settings": settings}
    path.with_name("formats.toml").write_text('[hallway]\nlabel = "In the lift"\nmost = "long"\n', "utf-8")
    desk = Desk(journal, DraftKeeper(journal, lambda seconds, run: None), **surroundings)  # type: ignore[arg-type]
    assert journal.telling.formats["hallway"].label == "Hallway"
    assert "formats.toml, line 3" in desk.formats_error
    assert journal.manner.note_characters == 300
    assert journal.manner.known_acronyms == {"WMS"}
    assert journal.telling.compose(journal.pitches.material(), "linkedin").chosen.budget.most == 300
