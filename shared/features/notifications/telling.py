"""What became of a notification, in its row and as a fact: sent, failed, or put off."""

from datetime import datetime
from typing import Any

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from shared.contracts.platform import NotificationDeferred, NotificationFailed, NotificationSent
from shared.events.cause import Cause
from shared.events.outbox import tell
from shared.features.notifications.models import Notification
from shared.features.notifications.preferences import Deferral

log = structlog.get_logger(__name__)

SENT = "sent"


def sent(session: AsyncSession, row: Notification, evidence: dict[str, Any], cause: Cause) -> None:
    """The channel took it. row: locked."""
    row.state, row.sent_at, row.held_for, row.lease_until, row.last_error = "sent", cause.at, None, None, None
    row.failed_at, row.error_code, row.evidence = None, None, evidence
    row.add_try(cause.at, SENT)
    tell(session, NotificationSent(**_told(row)), cause, trace_id=row.trace_id)


def failed(session: AsyncSession, row: Notification, code: str, cause: Cause) -> None:
    """It is given up. row: locked."""
    row.state, row.failed_at, row.held_for, row.lease_until, row.error_code = "failed", cause.at, None, None, code
    tell(session, NotificationFailed(**_told(row)), cause, trace_id=row.trace_id)
    log.warning("notification.failed", notification_id=str(row.id), error_code=code)


def deferred(session: AsyncSession, row: Notification, deferral: Deferral, cause: Cause) -> None:
    """Its reader wants it later. row: locked."""
    row.hold(deferral.reason, deferral.until)
    told = NotificationDeferred(**_told(row), reason=deferral.reason, until=deferral.until)
    tell(session, told, cause, trace_id=row.trace_id)


def cause_of(row: Notification, service: str, at: datetime) -> Cause:
    """What queued it is what its sending follows from."""
    return Cause(id=row.caused_by, actor=f"service/{service}", at=at, traceparent=row.traceparent)


def _told(row: Notification) -> dict[str, Any]:
    """The data of all of them: ids and codes, never an address."""
    return {
        "notification_id": row.id,
        "template": row.template,
        "channel": row.channel,
        "recipient": {
            "kind": row.recipient_kind,
            "staff_id": row.staff_id,
            "contact_id": row.contact_id,
            "role": row.role,
        },
        "response_id": row.response_id,
        "ticket_id": row.ticket_id,
        "recovery_case_id": row.recovery_case_id,
        "account_id": row.account_id,
        "handoff_id": row.handoff_id,
        "project_id": row.project_id,
        "attempts": row.attempts,
        "queued_at": row.queued_at,
        "sent_at": row.sent_at,
        "error_code": row.error_code,
    }
