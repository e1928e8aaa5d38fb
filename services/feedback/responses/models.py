"""The tables of responses, and of how many there were in each hour."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, Identity, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from services.feedback.base import Base
from services.feedback.responses.reading import Reading
from services.feedback.surveys.models import EMPLOYEE as EMPLOYEE
from services.feedback.surveys.models import SURVEY_TYPES
from services.feedback.surveys.outcome import Outcome
from shared.db.base import Identified, Versioned

POST_RECOVERY = "post_recovery"
"""The survey that closes a story: its answer says how the recovery went."""

SETTLES_AFTER = timedelta(minutes=15)
"""How long after its last change a partial answer counts as it is."""


class Response(Identified, Versioned, Base, table=True):
    """One answer.

    digest: of the request that recorded it. language: the one in which the comment was read.
    deleted_at: what the customer said is gone; the row stays so that the same source is not recorded again.
    silent: imported history: nothing follows it, neither a loop case nor an escalation nor good news.
    themes_by_hand: a person said what it is about, which no reading changes.
    settles_at: of a partial answer, which nobody was told of yet: when it is taken for the whole one.
    """

    __tablename__ = "response"
    __table_args__ = (
        UniqueConstraint("source", "source_id"),
        CheckConstraint(f"survey_type IN {SURVEY_TYPES}", name="survey_type"),
        CheckConstraint("state IN ('partial', 'completed')", name="state"),
        CheckConstraint("outcome IN ('positive', 'neutral', 'negative', 'unscored')", name="outcome"),
        CheckConstraint("(score IS NULL) = (outcome = 'unscored')", name="scored"),
        Index(
            "uq_response_invitation_id",
            "invitation_id",
            unique=True,
            postgresql_where=text("invitation_id IS NOT NULL"),
        ),
        Index("ix_response_account_id_id", "account_id", "id", postgresql_where=text("account_id IS NOT NULL")),
        Index("ix_response_contact_id_id", "contact_id", "id", postgresql_where=text("contact_id IS NOT NULL")),
        Index(
            "ix_response_respondent_email",
            text("lower(respondent ->> 'email')"),
            postgresql_where=text("respondent IS NOT NULL AND contact_id IS NULL"),
        ),
        Index("ix_response_ticket_id", "ticket_id", postgresql_where=text("ticket_id IS NOT NULL")),
        Index("ix_response_survey_type_answered_at", "survey_type", "answered_at"),
        Index("ix_response_trace_id", "trace_id"),
        Index("ix_response_settles_at", "settles_at", postgresql_where=text("settles_at IS NOT NULL")),
        Index("ix_response_to_triage", "id", postgresql_where=text("needs_triage AND deleted_at IS NULL")),
    )

    source: str = Field(sa_type=Text)
    source_id: str = Field(sa_type=Text)
    digest: str = Field(sa_type=Text)
    survey_id: UUID
    survey_version: int
    survey_type: str = Field(sa_type=Text)
    program_id: UUID | None = None
    invitation_id: UUID | None = None
    account_id: UUID | None = None
    contact_id: UUID | None = None
    respondent: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    ticket_id: UUID | None = None
    brand: str = Field(sa_type=Text)
    locale: str | None = Field(default=None, sa_type=Text)
    language: str | None = Field(default=None, sa_type=Text)
    state: str = Field(default="completed", sa_type=Text)
    score: int | None = None
    answers: list[Any] = Field(sa_type=JSONB)
    comment: str | None = Field(default=None, sa_type=Text)
    outcome: str = Field(sa_type=Text)
    sentiment: dict[str, Any] | None = Field(default=None, sa_type=JSONB(none_as_null=True))
    themes: list[str] = Field(sa_type=ARRAY(Text))
    themes_by_hand: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    needs_triage: bool = False
    loop_case_id: UUID | None = None
    trace_id: UUID
    answered_at: datetime
    recorded_at: datetime
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    silent: bool = Field(default=False, sa_column_kwargs={"server_default": text("false")})
    settles_at: datetime | None = None

    def edit(self, changes: dict[str, Any], outcome: Outcome, reading: Reading, at: datetime) -> None:
        """Take over what was changed, and what it means now. Themes that are given stay until null takes them back."""
        if "themes" in changes:
            self.themes_by_hand = changes["themes"] is not None
        for name, value in changes.items():
            if name != "themes" or value is not None:
                setattr(self, name, value)
        self.outcome = outcome
        self.language = reading.language
        self.sentiment = plain(reading)
        if not self.themes_by_hand:
            self.themes = list(reading.themes)
        self.needs_triage = reading.needs_triage
        if self.state == "partial":
            self.answered_at, self.settles_at = at, at + SETTLES_AFTER
        else:
            self.edited_at = at

    @property
    def is_followed(self) -> bool:
        """Does anything follow it at all?"""
        return self.survey_type != EMPLOYEE and not self.silent

    def settle(self) -> bool:
        """Take it for the whole answer; False where it was already."""
        if self.state != "partial" or self.settles_at is None:
            return False
        self.state, self.settles_at = "completed", None
        return True

    def forget(self, at: datetime) -> None:
        """Drop what the customer said and who said it; the ids of source and story stay."""
        self.deleted_at = at
        self.settles_at = None
        self.respondent = self.comment = self.language = self.sentiment = self.score = None
        self.contact_id = None
        self.answers = []
        self.themes = []
        self.themes_by_hand = False
        self.outcome = "unscored"
        self.needs_triage = False


class ScoreHour(Base, table=True):
    """The answers to one type of survey in one hour added up: of all (group_by '') or of one group.

    Made of the answers and never added to; an hour that is listed in `score_stale_hour` is read from the answers
    instead. total and squares: of the scores. group_value: '' where it is not known.
    """

    __tablename__ = "score_hour"

    survey_type: str = Field(primary_key=True, sa_type=Text)
    group_by: str = Field(primary_key=True, sa_type=Text)
    hour: datetime = Field(primary_key=True)
    group_value: str = Field(primary_key=True, sa_type=Text)
    n: int
    positives: int
    neutrals: int
    negatives: int
    total: int = Field(sa_type=BigInteger)
    squares: int = Field(sa_type=BigInteger)


class ScoreStaleHour(Base, table=True):
    """An hour whose sums do not show its answers any more.

    Rows are only added, each by the transaction that changed an answer, and taken away by the job that adds the
    hour up anew: writers side by side never wait for one another.
    """

    __tablename__ = "score_stale_hour"
    __table_args__ = (Index("ix_score_stale_hour_survey_type_hour", "survey_type", "hour"),)

    id: int = Field(default=None, sa_column=Column(BigInteger, Identity(), primary_key=True))
    survey_type: str = Field(sa_type=Text)
    hour: datetime


class ScoreProgress(Base, table=True):
    """One row: until when hours are added up, and how far those behind were checked. Both on the hour."""

    __tablename__ = "score_progress"
    __table_args__ = (CheckConstraint("single", name="single"),)

    single: bool = Field(default=True, primary_key=True, sa_column_kwargs={"server_default": text("true")})
    added_until: datetime
    checked_until: datetime


def plain(reading: Reading) -> dict[str, Any] | None:
    """A reading's sentiment as its column keeps it."""
    sounds = reading.sentiment
    return None if sounds is None else {"label": sounds.label, "score": sounds.score, "source": sounds.source}
