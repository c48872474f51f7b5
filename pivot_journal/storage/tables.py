"""The rows of the richer things, as SQLModel sees them; rows never leave this folder.

The migrations alone make tables; a test holds these classes and the migrated schema equal.
"""

import datetime as dt
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from pivot_journal.domain.impact import amount_text
from pivot_journal.storage.database import instant_from, instant_text


class DecimalText(TypeDecorator[Decimal]):
    """An exact decimal, kept as canonical text: floats would bring 568359375 back from nowhere."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write the canonical text."""
        return None if value is None else amount_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Read it back exactly."""
        return None if value is None else Decimal(value)


class DayText(TypeDecorator[dt.date]):
    """A local day as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dt.date | None, dialect: Dialect) -> str | None:
        """Write YYYY-MM-DD."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.date | None:
        """Read the day back."""
        return None if value is None else dt.date.fromisoformat(value)


class InstantText(TypeDecorator[dt.datetime]):
    """A UTC instant in the one format of the file."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:
        """Write RFC 3339 in UTC."""
        return None if value is None else instant_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:
        """Read an aware moment back."""
        return None if value is None else instant_from(value)


def _instant() -> Any:
    return Field(sa_column=Column(InstantText, nullable=False))


def _maybe_instant() -> Any:
    return Field(default=None, sa_column=Column(InstantText, nullable=True))


def _maybe_day() -> Any:
    return Field(default=None, sa_column=Column(DayText, nullable=True))


def _maybe_decimal() -> Any:
    return Field(default=None, sa_column=Column(DecimalText, nullable=True))


class ProfileRow(SQLModel, table=True):
    """The one profile of a journal."""

    __tablename__ = "profile"
    id: str = Field(primary_key=True)
    years: int | None = None
    field: str = ""
    target_role: str = ""
    day_ends_at: int = 0
    updated_at: dt.datetime = _instant()
    deleted_at: dt.datetime | None = _maybe_instant()


class DecisionRow(SQLModel, table=True):
    """A decision; its earlier launch dates stand in ``LaunchChangeRow``."""

    __tablename__ = "decision"
    id: str = Field(primary_key=True)
    title: str
    assumption: str = ""
    assumption_kind: str | None = None
    operational_reality: str = ""
    alternative: str = ""
    trade_off: str = ""
    decided_on: dt.date | None = _maybe_day()
    decided_precision: str = "unknown"
    launched_on: dt.date | None = _maybe_day()
    launched_precision: str = "unknown"
    decision_maker: str = ""
    expected_outcome: str = ""
    actual_outcome: str = ""
    fair_view: str = ""
    status: str | None = None
    worry_outcome: str | None = None
    created_at: dt.datetime = _instant()
    updated_at: dt.datetime = _instant()
    deleted_at: dt.datetime | None = _maybe_instant()


class LaunchChangeRow(SQLModel, table=True):
    """A launch date that was changed; written by a trigger, only read here."""

    __tablename__ = "launch_change"
    id: str = Field(primary_key=True)
    decision_id: str = Field(foreign_key="decision.id")
    launched_on: dt.date | None = _maybe_day()
    launched_precision: str
    changed_at: dt.datetime = _instant()


class ImpactRow(SQLModel, table=True):
    """An amount that belongs to a decision."""

    __tablename__ = "impact"
    id: str = Field(primary_key=True)
    decision_id: str = Field(foreign_key="decision.id")
    amount_low: Decimal = Field(sa_column=Column(DecimalText, nullable=False))
    amount_high: Decimal | None = _maybe_decimal()
    unit: str = ""
    currency: str = ""
    out_of: Decimal | None = _maybe_decimal()
    over_from: dt.date | None = _maybe_day()
    over_to: dt.date | None = _maybe_day()
    over_length: str = ""
    basis: str
    working: str = ""
    working_count: Decimal | None = _maybe_decimal()
    working_rate: Decimal | None = _maybe_decimal()
    public_form: str = ""
    created_at: dt.datetime = _instant()
    updated_at: dt.datetime = _instant()
    deleted_at: dt.datetime | None = _maybe_instant()
    tally_id: str | None = Field(default=None)


class ImpactObservationRow(SQLModel, table=True):
    """An observation that backs an impact."""

    __tablename__ = "impact_observation"
    id: str = Field(primary_key=True)
    impact_id: str = Field(foreign_key="impact.id")
    observation_id: str = Field()
    position: int
    updated_at: dt.datetime = _instant()
    deleted_at: dt.datetime | None = _maybe_instant()


class StoryRow(SQLModel, table=True):
    """A story with its beats."""

    __tablename__ = "story"
    id: str = Field(primary_key=True)
    title: str
    decision_id: str | None = Field(default=None, foreign_key="decision.id")
    status: str = "draft"
    saw: str = ""
    did: str = ""
    raised_with: str = ""
    raised_reply: str = ""
    mattered: str = ""
    mattered_to_customer: str = ""
    would_decide: str = ""
    trade_off: str = ""
    came_of_it: str = ""
    learned: str = ""
    headline_impact_id: str | None = Field(default=None, foreign_key="impact.id")
    created_at: dt.datetime = _instant()
    order_updated_at: dt.datetime = _instant()
    updated_at: dt.datetime = _instant()
    deleted_at: dt.datetime | None = _maybe_instant()
    saw_short: str = ""
    did_short: str = ""
    mattered_short: str = ""
    would_decide_short: str = ""
    assumption_short: str = ""
    bullet: str = ""


class StoryObservationRow(SQLModel, table=True):
    """An observation linked to a story, in its place."""

    __tablename__ = "story_observation"
    id: str = Field(primary_key=True)
    story_id: str = Field(foreign_key="story.id")
    observation_id: str = Field()
    position: int
    updated_at: dt.datetime = _instant()
    deleted_at: dt.datetime | None = _maybe_instant()


class PitchRow(SQLModel, table=True):
    """A pitch with the user's own lines."""

    __tablename__ = "pitch"
    id: str = Field(primary_key=True)
    audience: str
    opening: str = ""
    who_i_am: str = ""
    why_earlier: str = ""
    not_known: str = ""
    question: str = ""
    format: str = "chat"
    words_per_minute: int = 150
    created_at: dt.datetime = _instant()
    order_updated_at: dt.datetime = _instant()
    updated_at: dt.datetime = _instant()
    deleted_at: dt.datetime | None = _maybe_instant()
    why_earlier_short: str = ""
    ask: str = ""
    subject: str = ""
    listener: str = ""
    why_them: str = ""
    they_said: str = ""
    answer: str = ""
    next_step: str = ""
    is_retired: bool = Field(default=False, sa_column=Column(Integer, nullable=False, default=0))


class PitchStoryRow(SQLModel, table=True):
    """A story in a pitch, in its slot."""

    __tablename__ = "pitch_story"
    id: str = Field(primary_key=True)
    pitch_id: str = Field(foreign_key="pitch.id")
    story_id: str = Field(foreign_key="story.id")
    position: int
    updated_at: dt.datetime = _instant()
    deleted_at: dt.datetime | None = _maybe_instant()


class CustomerQuoteRow(SQLModel, table=True):
    """A customer's words inside an observation."""

    __tablename__ = "customer_quote"
    id: str = Field(primary_key=True)
    observation_id: str = Field()
    words: str
    role: str = ""
    channel: str = ""
    created_at: dt.datetime = _instant()
    updated_at: dt.datetime = _instant()
    deleted_at: dt.datetime | None = _maybe_instant()


class PrivateTermRow(SQLModel, table=True):
    """A term that must not leave, and what is said instead."""

    __tablename__ = "private_term"
    id: str = Field(primary_key=True)
    term: str
    say_instead: str = ""
    created_at: dt.datetime = _instant()
    updated_at: dt.datetime = _instant()
    deleted_at: dt.datetime | None = _maybe_instant()


class AcceptedFindingRow(SQLModel, table=True):
    """A finding of the coach that is kept as it is, with the reason."""

    __tablename__ = "accepted_finding"
    id: str = Field(primary_key=True)
    rule: str
    match: str = ""
    sentence: str = ""
    reason: str
    created_at: dt.datetime = _instant()
    updated_at: dt.datetime = _instant()
    deleted_at: dt.datetime | None = _maybe_instant()


class PitchCopyRow(SQLModel, table=True):
    """What left for others, and when."""

    __tablename__ = "pitch_copy"
    id: str = Field(primary_key=True)
    pitch_id: str = Field(foreign_key="pitch.id")
    format: str
    text: str
    copied_at: dt.datetime = _instant()
    updated_at: dt.datetime = _instant()
    deleted_at: dt.datetime | None = _maybe_instant()
