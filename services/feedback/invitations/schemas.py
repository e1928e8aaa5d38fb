"""HTTP bodies of invitations, suppressions and bounces."""

import base64
import binascii
from datetime import datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from services.feedback.invitations.course import InvitationState
from services.feedback.invitations.models import Invitation, Suppression
from services.feedback.surveys.schemas import SurveyType
from shared.http.fields import Body, Filters, Id, Instant, ShortText, Text, View, example

LARGEST_MAIL = 900_000  # characters of a mail that came back; the answer of a mail server is far shorter

SuppressionReason = Literal["unsubscribed", "bounced", "complained", "manual"]
MailAddress = Annotated[
    Text, StringConstraints(max_length=320, pattern=r"^[^@\s]+@[^@\s]+$"), AfterValidator(lambda text: text.lower())
]

_INVITATION = "01a207e6-dd18-7c40-91aa-31f0a7c3be51"
_CONTACT = "01a1f82f-1e81-7a11-9b3e-60c4a7d15f02"
INVITATION_EXAMPLE: dict[str, Any] = {
    "id": _INVITATION,
    "decision_id": "01a207e6-dd18-7c41-8a05-6d3b2a9e4c77",
    "program_id": "01a19b45-b800-7005-b2d5-33eaf5c18022",
    "wave_id": None,
    "survey_id": "01a19b45-b800-7003-a7e6-0c91d4f25b09",
    "survey_version": 1,
    "survey_type": "csat",
    "contact_id": _CONTACT,
    "account_id": "01a1f82f-1e81-7a10-8c51-2f6d0b7e9a01",
    "ticket_id": "01a207e6-dd18-7c31-b7a1-0d4e9f5a6b2c",
    "project_id": None,
    "recovery_case_id": None,
    "response_id": None,
    "answer_id": None,
    "trace_id": _INVITATION,
    "brand": "default",
    "locale": "en",
    "channel": "email",
    "state": "sent",
    "reason": None,
    "not_before": "2026-11-25T09:00:00Z",
    "next_at": "2026-11-28T09:00:01.400000Z",
    "reminded": 0,
    "mails": [
        {
            "number": 0,
            "at": "2026-11-25T09:00:01.400000Z",
            "message_id": "<agra7zw5db6ebenkgh…@feedback.us.example>",
            "reply": "250 OK",
        }
    ],
    "sent_at": "2026-11-25T09:00:01.400000Z",
    "delivered_at": None,
    "bounced_at": None,
    "started_at": None,
    "completed_at": None,
    "cancelled_at": None,
    "expired_at": None,
    "expires_at": "2026-12-09T09:00:00Z",
    "created_at": "2026-11-25T09:00:00.180000Z",
    "updated_at": "2026-11-25T09:00:01.400000Z",
    "version": 2,
}


class MailOut(View):
    """A mail that went out, or what became of one: 0 is the invitation, 1 and 2 its reminders.

    reply: what our mail server said. code, detail: why it did not go out, or came back.
    """

    number: int | None = None
    at: datetime
    message_id: str | None = None
    reply: str | None = None
    code: str | None = None
    detail: str | None = None


class InvitationOut(View):
    """One contact asked once, and how far it came. Its link is in no answer but that of /link.

    response_id: the answer that set it off; answer_id: the one that it got. next_at: when it is sent, reminded of or
    expires. reason: why it bounced or was cancelled. reminded: up to which reminder it was sent.
    """

    model_config = example(INVITATION_EXAMPLE)

    id: UUID
    decision_id: UUID
    program_id: UUID
    wave_id: UUID | None
    survey_id: UUID
    survey_version: int
    survey_type: SurveyType
    contact_id: UUID | None
    account_id: UUID | None
    ticket_id: UUID | None
    project_id: UUID | None
    recovery_case_id: UUID | None
    response_id: UUID | None
    answer_id: UUID | None
    trace_id: UUID
    brand: str
    locale: str | None
    channel: Literal["email", "link"]
    state: InvitationState
    reason: str | None
    not_before: datetime
    next_at: datetime | None
    reminded: int
    mails: list[MailOut]
    sent_at: datetime | None
    delivered_at: datetime | None
    bounced_at: datetime | None
    started_at: datetime | None
    completed_at: datetime | None
    cancelled_at: datetime | None
    expired_at: datetime | None
    expires_at: datetime
    created_at: datetime
    updated_at: datetime
    version: int

    @classmethod
    def of(cls, row: Invitation) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class InvitationFilters(Filters):
    """What the list of invitations may be narrowed to."""

    contact_id: Id | None = None
    account_id: Id | None = None
    program_id: Id | None = None
    wave_id: Id | None = None
    ticket_id: Id | None = None
    trace_id: Id | None = None
    state: InvitationState | None = None


class CancelIn(Body):
    """Why an invitation is taken back."""

    model_config = example({"reason": "The customer asked us by telephone"})

    reason: ShortText


class LinkOut(View):
    """The link under which an invitation is answered, for the contact alone.

    link: null where a request is repeated under its Idempotency-Key, since links are kept nowhere: ask without one.
    """

    model_config = example(
        {
            "invitation_id": _INVITATION,
            "link": "https://feedback.us.example/r/AaIH5t0YfECRqjHwp8O-UQ…",
            "state": "sent",
            "sent_at": "2026-11-25T09:00:01.400000Z",
            "expires_at": "2026-12-09T09:00:00Z",
            "version": 2,
        }
    )

    invitation_id: UUID
    link: str | None
    state: InvitationState
    sent_at: datetime | None
    expires_at: datetime
    version: int


class SuppressionIn(Body):
    """An address, or a contact, who is to get no surveys any more. until: null is for good."""

    model_config = example({"address": "ana@acme.example", "note": "Asked by telephone"})

    address: MailAddress | None = None
    contact_id: Id | None = None
    reason: SuppressionReason = "manual"
    note: ShortText | None = None
    until: Instant | None = None

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if (self.address is None) == (self.contact_id is None):
            raise PydanticCustomError("whom", "Give an address or a contact_id")
        return self


class SuppressionOut(View):
    """An address, or a contact, who gets no surveys any more."""

    model_config = example(
        {
            "id": "01a207e6-dd18-7c52-a3b7-90c4e1d2f865",
            "address": "ana@acme.example",
            "contact_id": None,
            "reason": "unsubscribed",
            "note": None,
            "until": None,
            "created_at": "2026-11-26T08:00:00Z",
            "updated_at": "2026-11-26T08:00:00Z",
        }
    )

    id: UUID
    address: str | None
    contact_id: UUID | None
    reason: SuppressionReason
    note: str | None
    until: datetime | None
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, row: Suppression) -> Self:
        """A row as the API shows it."""
        return cls.model_validate(row)


class SuppressionFilters(Filters):
    """What the list of suppressions may be narrowed to; by address it says whether that one is suppressed."""

    address: Annotated[Text, StringConstraints(min_length=1, max_length=320, to_lower=True)] | None = None
    contact_id: Id | None = None
    reason: SuppressionReason | None = None


_BOUNCE = """\
From: MAILER-DAEMON@mx.acme.example
To: bounces+agra7zw5db6ebenkghykpq56kfdtwa5tzl3m2qi@us.example
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.acme.example

Final-Recipient: rfc822; ana@acme.example
Action: failed
Status: 5.1.1

--b--
"""


class BounceIn(Body):
    """A mail that came back, as it came.

    message: the mail as text, or message_base64: its bytes. recipient: the envelope's, where the gateway knows it.
    """

    model_config = example({"message": _BOUNCE})

    message: Annotated[str, StringConstraints(strict=True, min_length=1, max_length=LARGEST_MAIL)] | None = None
    message_base64: Annotated[str, StringConstraints(strict=True, min_length=4, max_length=LARGEST_MAIL)] | None = None
    recipient: Annotated[Text, Field(max_length=320)] | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.message is None) == (self.message_base64 is None):
            raise PydanticCustomError("message", "Give message or message_base64")
        try:
            self.raw()
        except (binascii.Error, ValueError):
            raise PydanticCustomError("message_base64", "This is no base64") from None
        return self

    def raw(self) -> bytes:
        """The mail's bytes."""
        if self.message is not None:
            return self.message.encode()
        return base64.b64decode(self.message_base64 or "", validate=True)


class BounceOut(View):
    """What became of a mail that came back.

    bounced: the invitation has; hard, where its address gets no more. delivered: it was a receipt. delayed: it may
    still arrive. complained: its reader called it spam, and gets no more. known: nothing new. ignored: it is no such
    report, or of no mail of ours, or names another recipient; nothing was changed. status: as RFC 3463 has it.
    """

    model_config = example(
        {"outcome": "bounced", "hard": True, "status": "5.1.1", "invitation_id": _INVITATION, "reason": None}
    )

    outcome: Literal["bounced", "delivered", "delayed", "complained", "known", "ignored"]
    hard: bool | None = None
    status: str | None = None
    invitation_id: UUID | None = None
    reason: Literal["no_report", "not_ours", "other_recipient"] | None = None
