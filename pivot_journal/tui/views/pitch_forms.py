"""Where the words of a pitch are written: the form of each field, opened with the cursor in it."""

from __future__ import annotations

from textual.widget import Widget

from pivot_journal.domain.pitch import Pitch, StoryMaterial
from pivot_journal.tui.desk import Desk

_FIELDS_OF_AN_AMOUNT = {"": "amount", "public_form": "public"}
"""What a field of an amount is called in the form of its decision, where that is another name."""


def form_of(desk: Desk, pitch: Pitch, story: StoryMaterial | None, source: str) -> tuple[Widget, str] | None:
    """Return the form that a field stands in and the field's name there; None where it stands in none.

    Args:
        desk: The journal and the keeper of drafts.
        pitch: The pitch that is shown.
        story: The story that the field belongs to.
        source: The field, as parts and findings name it: 'story.saw', 'pitch.opening', 'impact'.
    """
    home, _, field = source.partition(".")
    if home == "pitch":
        from pivot_journal.tui.forms.pitch_form import PitchForm

        form = PitchForm(desk, pitch)
        form.begin_in(field)
        return form, field
    if story is None:
        return None
    if home in {"decision", "impact"}:
        if story.decision is None:
            return None
        from pivot_journal.tui.forms.decision_form import DecisionForm

        name = field if home == "decision" else f"impact0_{_FIELDS_OF_AN_AMOUNT.get(field, field)}"
        decision_form = DecisionForm(desk, story.decision)
        decision_form.begin_in(name)
        return decision_form, name
    from pivot_journal.tui.forms.story_editor import StoryEditor

    editor = StoryEditor(desk, story.story)
    editor.begin_in(field)
    return editor, field
