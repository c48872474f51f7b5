"""The few facts about the user that the program needs."""

from __future__ import annotations

from pivot_journal.domain.pitch import Profile
from pivot_journal.tui.desk import Desk
from pivot_journal.tui.forms.form import Form, about_field, state_of
from pivot_journal.tui.forms.numbers import whole_number
from pivot_journal.tui.widgets.field import FieldSpec


class ProfileForm(Form):
    """A short form; everything in it is optional.

    Args:
        desk: The journal and the keeper of drafts.
    """

    def __init__(self, desk: Desk) -> None:
        profile = desk.journal.pitches.profile()
        super().__init__(
            desk,
            form="profile",
            title="About you",
            fields=(
                FieldSpec(name="years", label="Years in operations", prompt="e.g. 4"),
                FieldSpec(name="field", label="Field", prompt="e.g. parcel logistics"),
                FieldSpec(name="target_role", label="The role you want", prompt="e.g. product manager"),
                FieldSpec(
                    name="day_ends_at",
                    label="When does your day end?",
                    prompt="0",
                    note="The hour at which 'today' turns over: 0 is midnight, 3 is for night shifts.",
                ),
            ),
            values={
                "years": "" if profile.years is None else str(profile.years),
                "field": profile.field,
                "target_role": profile.target_role,
                "day_ends_at": str(profile.day_ends_at),
            },
            state=state_of(profile.updated_at),
        )

    def store(self) -> str:
        """Store what is typed."""
        years, hour = self.value("years"), self.value("day_ends_at") or "0"
        with about_field("years"):
            years_there = whole_number(years, "Years") if years else None
        with about_field("day_ends_at"):
            day_ends_at = whole_number(hour, "The hour, 0 (midnight) to 11")
        self.desk.journal.pitches.save_profile(
            Profile(
                years=years_there,
                field=self.value("field"),
                target_role=self.value("target_role"),
                day_ends_at=day_ends_at,
            ),
            clears_draft=True,
        )
        return "Saved."
