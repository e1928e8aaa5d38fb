"""What the others are told of an invitation: ids and codes, never an address or a link."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.invitations.models import Invitation
from shared.contracts.feedback import (
    DecisionReason,
    SurveyBounced,
    SurveyCancelled,
    SurveyExpired,
    SurveySent,
)
from shared.events.cause import Cause
from shared.events.outbox import tell

_OF_THE_ROW = (
    "decision_id",
    "program_id",
    "wave_id",
    "survey_id",
    "survey_type",
    "contact_id",
    "account_id",
    "ticket_id",
    "project_id",
    "recovery_case_id",
    "response_id",
    "channel",
)


def sent(session: AsyncSession, cause: Cause, invitation: Invitation) -> None:
    """It is out."""
    fact = SurveySent(**_told(invitation), reasons=(), at=cause.at)
    tell(session, fact, cause, trace_id=invitation.trace_id)


def bounced(session: AsyncSession, cause: Cause, invitation: Invitation, code: str, *, hard: bool) -> None:
    """Its mail came back. code: the status of RFC 3463, or one of ours."""
    fact = SurveyBounced(**_told(invitation), reasons=(DecisionReason(code=code),), hard=hard, at=cause.at)
    tell(session, fact, cause, trace_id=invitation.trace_id)


def expired(session: AsyncSession, cause: Cause, invitation: Invitation) -> None:
    """Its time is over, since the moment that it was given, however late that is seen."""
    fact = SurveyExpired(**_told(invitation), reasons=(), at=invitation.expires_at)
    tell(session, fact, cause, trace_id=invitation.trace_id, time=invitation.expires_at)


def cancelled(session: AsyncSession, cause: Cause, invitation: Invitation, reason: str) -> None:
    """It was taken back."""
    fact = SurveyCancelled(**_told(invitation), reasons=(DecisionReason(code=reason),), at=cause.at)
    tell(session, fact, cause, trace_id=invitation.trace_id)


def _told(invitation: Invitation) -> dict[str, Any]:
    return {"invitation_id": invitation.id, **{name: getattr(invitation, name) for name in _OF_THE_ROW}}
