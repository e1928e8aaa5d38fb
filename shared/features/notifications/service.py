"""Queueing notifications, anew too: rows in the current transaction, which the worker sends after its commit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from shared.db.statements import fetch
from shared.events import writing
from shared.events.cause import Cause
from shared.features.audit import service as audit
from shared.features.notifications import queries
from shared.features.notifications.addresses import channel_of, mail_address
from shared.features.notifications.models import Notification, RecipientKind
from shared.http.errors import Conflict
from shared.ids import uuid7


class NotificationNotFailed(Conflict):
    """Only a notification that has failed is tried again."""

    code = "notification_not_failed"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom it is for. address: a mail address, `mailto:` or not, or a sealed one; None fails as `no_address`."""

    kind: RecipientKind
    address: str | None
    staff_id: UUID | None = None
    contact_id: UUID | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """The story's ids that the notification and its facts carry."""

    response_id: UUID | None = None
    ticket_id: UUID | None = None
    recovery_case_id: UUID | None = None
    account_id: UUID | None = None
    handoff_id: UUID | None = None
    project_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """One notification to queue.

    dedup_key: a second notice with the same key is dropped, for ever.
    values: JSON values that the template fills in. cause: where it differs from the whole call's.
    """

    template: str
    recipient: Recipient
    dedup_key: str
    trace_id: UUID
    about: About = field(default_factory=About)
    values: Mapping[str, Any] = field(default_factory=dict)
    locale: str = "en"
    not_before: datetime | None = None
    cause: Cause | None = None


async def queue(session: AsyncSession, cause: Cause, notices: Sequence[Notice]) -> list[UUID]:
    """Queue notices in one statement; answers the ids of those whose dedup_key is new."""
    if not notices:
        return []
    queued = rows(cause, notices)
    inserting = writing.inserting(Notification, tuple(queued[0]), 1)
    statement = f"{inserting} ON CONFLICT (dedup_key) DO NOTHING RETURNING id"
    return [row.id for row in await fetch(session, statement, writing.as_json(queued))]


def rows(cause: Cause, notices: Sequence[Notice]) -> list[dict[str, Any]]:
    """Notices as rows, for a statement that leaves out those whose dedup_key is there."""
    # In key order, so that two transactions that queue the same keys cannot lock each other out.
    return [_row(cause, notice) for notice in sorted(notices, key=lambda notice: notice.dedup_key)]


async def retry(session: AsyncSession, cause: Cause, notification_id: UUID, reason: str | None) -> Notification:
    """Queue a failed notification again, alone where a digest listed it. Raises NotFound, NotificationNotFailed."""
    row = await queries.notification(session, notification_id, lock=True)
    if row.state != "failed":
        raise NotificationNotFailed(f"It is {row.state}.")
    before = audit.state_of(row, "state", "error_code", "attempts")
    row.queue_again()
    after = audit.state_of(row, "state", "error_code", "attempts")
    await audit.record_row(session, cause, "retry", row, before, after, reason)
    return row


def _row(cause: Cause, notice: Notice) -> dict[str, Any]:
    cause = notice.cause or cause
    recipient = notice.recipient
    address = mail_address(recipient.address)
    return {
        "id": uuid7(),
        "template": notice.template,
        "locale": notice.locale,
        "channel": channel_of(address),
        "recipient_kind": recipient.kind,
        "staff_id": recipient.staff_id,
        "contact_id": recipient.contact_id,
        "role": recipient.role,
        "address": address,
        "state": "queued",
        "attempts": 0,
        **{name: getattr(notice.about, name) for name in About.__slots__},
        "dedup_key": notice.dedup_key,
        "values": dict(notice.values),
        "queued_at": cause.at,
        "not_before": notice.not_before,
        "trace_id": notice.trace_id,
        "caused_by": cause.id,
        "traceparent": cause.traceparent,
    }
