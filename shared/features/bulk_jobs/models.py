"""The tables of bulk jobs: the jobs, what came of each row, and the bytes that came in or go out."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, LargeBinary, Text, func, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from shared.db.base import Identified, Platform
from shared.http.errors import Conflict

State = Literal["queued", "running", "done", "cancelled", "failed"]
Outcome = Literal["succeeded", "failed", "skipped"]
UNFINISHED = ("queued", "running")


class JobEnded(Conflict):
    """The job has ended; what it did stays."""

    code = "job_ended"


class BulkJob(Identified, Platform, table=True):
    """One request for many things, and how far it is.

    actor, staff_id, scopes: of who asked; all that it does is done in their name and with their scopes.
    options: what was asked, until it ends. position: how far its input is read, or its list is written.
    total: known once the whole input was read. input_bytes, output_bytes: not compressed. pieces: of the output.
    failures: batches in a row that were lost. due_at, worked_at: database time; the one that waits longest is next.
    """

    __tablename__ = "bulk_job"
    __table_args__ = (
        CheckConstraint("state IN ('queued', 'running', 'done', 'cancelled', 'failed')", name="state"),
        CheckConstraint("(state IN ('queued', 'running')) = (ended_at IS NULL)", name="ended"),
        Index("ix_bulk_job_worked_at", "worked_at", postgresql_where=text("ended_at IS NULL")),
        Index("ix_bulk_job_ended_at", "ended_at", postgresql_where=text("ended_at IS NOT NULL")),
        Index("ix_bulk_job_state_id", "state", "id"),
        Index("ix_bulk_job_kind_id", "kind", "id"),
    )

    kind: str = Field(sa_type=Text)
    state: str = Field(default="queued", sa_type=Text)
    actor: str = Field(sa_type=Text)
    staff_id: UUID | None = None
    scopes: list[str] = Field(sa_type=ARRAY(Text))
    traceparent: str | None = Field(default=None, sa_type=Text)
    dry_run: bool = False
    format: str | None = Field(default=None, sa_type=Text)
    options: dict[str, Any] = Field(default_factory=dict, sa_type=JSONB)
    position: dict[str, Any] = Field(default_factory=dict, sa_type=JSONB)
    input_bytes: int | None = Field(default=None, sa_type=BigInteger)
    output_bytes: int = Field(default=0, sa_type=BigInteger)
    pieces: int = 0
    total: int | None = None
    succeeded: int = 0
    failed: int = 0
    skipped: int = 0
    failures: int = 0
    error: str | None = Field(default=None, sa_type=Text)
    created_at: datetime
    started_at: datetime | None = None
    ended_at: datetime | None = None
    due_at: datetime = Field(default=None, sa_column_kwargs={"server_default": func.now()})
    worked_at: datetime = Field(default=None, sa_column_kwargs={"server_default": func.now()})

    @property
    def done(self) -> int:
        """How many rows were dealt with."""
        return sum(self.outcomes.values())

    @property
    def outcomes(self) -> dict[Outcome, int]:
        """How many rows came out how."""
        return {"succeeded": self.succeeded, "failed": self.failed, "skipped": self.skipped}

    @property
    def progress(self) -> float | None:
        """From 0 to 1 by what was read of the input; of an export, whose end nobody knows, null until it is done."""
        if self.state == "done":
            return 1.0
        if self.input_bytes is None:
            return None
        at: int = self.position["at"]
        return min(1.0, at / max(self.input_bytes, 1))

    def start(self, at: datetime) -> None:
        """The first batch begins."""
        if self.state == "queued":
            self.state, self.started_at = "running", at

    def count(self, outcomes: list[Outcome]) -> None:
        """Add what came of a batch, which was not lost."""
        self.succeeded += outcomes.count("succeeded")
        self.failed += outcomes.count("failed")
        self.skipped += outcomes.count("skipped")
        self.failures = 0

    def end(self, state: Literal["done", "failed", "cancelled"], at: datetime, error: str | None = None) -> None:
        """Do no more, and forget what was asked."""
        self.state, self.ended_at, self.error, self.options = state, at, error, {}
        if state == "done":
            self.total = self.done

    def cancel(self, at: datetime) -> None:
        """Do no more. Raises JobEnded."""
        if self.ended_at is not None:
            raise JobEnded
        self.end("cancelled", at)


class BulkJobRow(Platform, table=True):
    """What came of one row. thing_id: what it made, changed or found. errors: places as the API names them."""

    __tablename__ = "bulk_job_row"
    __table_args__ = (
        CheckConstraint("outcome IN ('succeeded', 'failed', 'skipped')", name="outcome"),
        Index("ix_bulk_job_row_job_id_outcome_number", "job_id", "outcome", "number"),
    )

    job_id: UUID = Field(sa_column=Column(ForeignKey("bulk_job.id", ondelete="CASCADE"), primary_key=True))
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    outcome: str = Field(sa_type=Text)
    thing_id: UUID | None = None
    code: str | None = Field(default=None, sa_type=Text)
    detail: str | None = Field(default=None, sa_type=Text)
    errors: list[Any] = Field(default_factory=list, sa_type=JSONB)


class BulkPiece(Platform, table=True):
    """A piece of what was sent to a job, or of what it wrote, compressed. It is stored before its job is there."""

    __tablename__ = "bulk_piece"
    __table_args__ = (Index("ix_bulk_piece_stored_at", "stored_at"),)

    job_id: UUID = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    data: bytes = Field(sa_type=LargeBinary)
    stored_at: datetime = Field(sa_column_kwargs={"server_default": func.now()})
