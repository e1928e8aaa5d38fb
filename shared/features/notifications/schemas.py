"""HTTP bodies of notifications."""

from datetime import datetime
from typing import Any, Self
from uuid import UUID

from shared.features.notifications import addresses
from shared.features.notifications.models import HeldFor, Notification, RecipientKind, State
from shared.http.fields import Body, Filters, Id, ShortText, View, example

_STORY = {
    "response_id": "01935f2e-7c00-7000-8000-000000000001",
    "ticket_id": "01935f2e-7c00-7000-8000-000000000002",
    "recovery_case_id": "01935f2e-7c00-7000-8000-000000000003",
    "account_id": "01935f2e-7c00-7000-8000-000000000004",
    "handoff_id": None,
    "project_id": None,
}
_STAFF_ID = "01935f2e-7c00-7000-8000-000000000005"


class RecipientOut(View):
    """Whom a notification is for."""

    kind: RecipientKind
    staff_id: UUID | None
    contact_id: UUID | None
    role: str | None
    address: str | None


class AboutOut(View):
    """The story's ids."""

    response_id: UUID | None
    ticket_id: UUID | None
    recovery_case_id: UUID | None
    account_id: UUID | None
    handoff_id: UUID | None
    project_id: UUID | None


class TryOut(View):
    """One attempt. outcome: `sent`, or a code; one during which the worker died is missing."""

    at: datetime
    outcome: str
    detail: str | None


class NotificationOut(View):
    """One message to one recipient, with the evidence of its sending.

    locale: whose text was, or would be, sent. held_for: what a `held` one waits for until not_before. digest_id: the
    notification that lists it. tries: the last 50 attempts, oldest first. Of an address with secrets the beginning is
    shown.
    """

    model_config = example(
        {
            "id": "01935f2e-7c00-7000-8000-000000000006",
            "template": "escalation_opened",
            "locale": "en",
            "channel": "email",
            "recipient": {
                "kind": "staff",
                "staff_id": _STAFF_ID,
                "contact_id": None,
                "role": "csm",
                "address": "mia@us.example",
            },
            "state": "sent",
            "attempts": 1,
            "about": _STORY,
            "dedup_key": f"escalation_opened:{_STORY['response_id']}:{_STAFF_ID}",
            "queued_at": "2026-11-22T10:15:00Z",
            "not_before": None,
            "held_for": None,
            "digest_id": None,
            "sent_at": "2026-11-22T10:15:01Z",
            "failed_at": None,
            "error_code": None,
            "last_error": None,
            "tries": [{"at": "2026-11-22T10:15:01Z", "outcome": "sent", "detail": None}],
            "evidence": {
                "message_id": "<01935f2e-7c00-7000-8000-000000000006@desk.example>",
                "reply": "250 OK",
                "locale": "en",
            },
            "trace_id": _STORY["response_id"],
        }
    )

    id: UUID
    template: str
    locale: str
    channel: str
    recipient: RecipientOut
    state: State
    attempts: int
    about: AboutOut
    dedup_key: str
    queued_at: datetime
    not_before: datetime | None
    held_for: HeldFor | None
    digest_id: UUID | None
    sent_at: datetime | None
    failed_at: datetime | None
    error_code: str | None
    last_error: str | None
    tries: list[TryOut]
    evidence: dict[str, Any] | None
    trace_id: UUID

    @classmethod
    def of(cls, row: Notification) -> Self:
        """A row as the API shows it."""
        recipient = RecipientOut.model_validate(
            {
                "kind": row.recipient_kind,
                "staff_id": row.staff_id,
                "contact_id": row.contact_id,
                "role": row.role,
                "address": row.address and addresses.shown(row.address),
            }
        )
        told = row.model_dump(include=set(cls.model_fields) - {"recipient", "about"})
        return cls.model_validate({**told, "recipient": recipient, "about": AboutOut.model_validate(row)})


class RetryIn(Body):
    """Why a notification is tried again."""

    model_config = example({"reason": "The mailbox is there again"})

    reason: ShortText | None = None


class NotificationFilters(Filters):
    """What a list of notifications may be narrowed to."""

    response_id: Id | None = None
    ticket_id: Id | None = None
    staff_id: Id | None = None
    state: State | None = None
