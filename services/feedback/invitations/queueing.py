"""Queueing invitations: the one way in which one comes to be. A job sends those that are due (`next_at`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.invitations.models import Invitation
from shared.contracts.feedback import DecisionReason, SurveyQueued
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.events.writing import blank, write
from shared.ids import uuid7


@dataclass(frozen=True, slots=True)
class PlannedInvitation:
    """A contact who is to be asked, as the decision left it.

    not_before: when it is to be sent, by the clock of the contact's sending window; the contact's quarantine counts
    from then. trace_id: of the story that it belongs to; None begins one, whose id is the invitation's. reasons: why
    it waits, if it does. cause: what led to it, where that is not the cause of all that are queued with it.
    reopen_count: of the ticket when it was solved, where that led to it.
    """

    decision_id: UUID
    program_id: UUID
    survey_id: UUID
    survey_version: int
    survey_type: str
    quarantine_class: str
    brand: str
    channel: str
    not_before: datetime
    expires_at: datetime
    edit_window_seconds: int
    contact_id: UUID | None = None
    account_id: UUID | None = None
    address: str | None = None
    locale: str | None = None
    wave_id: UUID | None = None
    ticket_id: UUID | None = None
    project_id: UUID | None = None
    recovery_case_id: UUID | None = None
    response_id: UUID | None = None
    trace_id: UUID | None = None
    probability: float = 1.0
    reasons: tuple[DecisionReason, ...] = ()
    cause: Cause | None = None
    reopen_count: int | None = None


async def queue(session: AsyncSession, cause: Cause, planned: Sequence[PlannedInvitation]) -> list[UUID]:
    """Store these invitations as queued, tell survey.queued of each, and answer their ids in the same order.

    The decisions that they name must be stored, and the contacts locked, by the same transaction.
    """
    ids = [uuid7() for _ in planned]
    rows = [_row(cause, invitation_id, plan) for invitation_id, plan in zip(ids, planned, strict=True)]
    for row, plan in zip(rows, planned, strict=True):
        tell(session, _queued(row, plan), plan.cause or cause, trace_id=row["trace_id"])
    await write(session, {Invitation: rows})
    return ids


_BLANK = {**blank(Invitation), "version": 1, "state": "queued"}
_SAME = (
    "decision_id",
    "program_id",
    "survey_id",
    "survey_version",
    "survey_type",
    "quarantine_class",
    "brand",
    "channel",
    "not_before",
    "expires_at",
    "edit_window_seconds",
    "contact_id",
    "account_id",
    "address",
    "locale",
    "wave_id",
    "ticket_id",
    "project_id",
    "recovery_case_id",
    "response_id",
    "probability",
)
_TOLD = tuple(name for name in SurveyQueued.model_fields if name in _SAME)  # what the fact has in common with the row


def _row(cause: Cause, invitation_id: UUID, plan: PlannedInvitation) -> dict[str, Any]:
    return {
        **_BLANK,
        **{name: getattr(plan, name) for name in _SAME},
        "id": invitation_id,
        "trace_id": plan.trace_id or invitation_id,
        "reserved_at": plan.not_before,
        "next_at": plan.not_before,
        "created_at": cause.at,
        "updated_at": cause.at,
    }


def _queued(row: dict[str, Any], plan: PlannedInvitation) -> SurveyQueued:
    return SurveyQueued.model_construct(
        invitation_id=row["id"],
        reasons=plan.reasons,
        at=row["created_at"],
        reopen_count=plan.reopen_count,
        **{name: row[name] for name in _TOLD},
    )
