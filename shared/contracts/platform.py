"""Facts that every service tells on its own topic: notifications, answers to repairs, erasures, its heartbeat.

Who told one stands in the envelope's source; the class names no teller.
"""

from typing import Any, ClassVar, Literal
from uuid import UUID

from shared.contracts import story
from shared.events.fact import ANALYTICS_ALONE, Detail, Fact, Instant

RecipientKind = Literal["staff", "contact", "address"]

DeferralReason = Literal["quiet_hours", "digest"]

RepairResult = Literal["done", "nothing_to_do", "refused"]


class PlatformFact(Fact):
    """A fact that any service may tell."""

    teller: ClassVar[str | None] = None


class NotifiedRecipient(Detail):
    """Who was to be reached. The address stays with the service that sends."""

    kind: RecipientKind
    staff_id: UUID | None
    contact_id: UUID | None
    role: str | None


class NotificationFact(PlatformFact, subject="notification_id"):
    """What became of a notification, with the ids of what it is about."""

    notification_id: UUID
    template: str
    channel: str
    recipient: NotifiedRecipient
    response_id: UUID | None
    ticket_id: UUID | None
    recovery_case_id: UUID | None
    account_id: UUID | None
    handoff_id: UUID | None
    project_id: UUID | None
    attempts: int
    queued_at: Instant
    sent_at: Instant | None
    error_code: str | None


class NotificationSent(NotificationFact, type="notification.sent.v1", listeners=ANALYTICS_ALONE):
    """The channel took the notification over; told once, while the mail itself goes out at least once."""

    example: ClassVar[dict[str, Any]] = story.MAIL_TO_MIA


class NotificationFailed(NotificationFact, type="notification.failed.v1", listeners=ANALYTICS_ALONE):
    """The notification was given up: no further attempt follows by itself."""

    example: ClassVar[dict[str, Any]] = {
        **story.MAIL_TO_MIA,
        "attempts": 8,
        "sent_at": None,
        "error_code": "smtp_550",
    }


class NotificationDeferred(NotificationFact, type="notification.deferred.v1", listeners=ANALYTICS_ALONE):
    """The recipient wants it later: it is owed from `until` on. Told again where that changes."""

    reason: DeferralReason
    until: Instant

    example: ClassVar[dict[str, Any]] = {
        **story.MAIL_TO_MIA,
        "attempts": 0,
        "sent_at": None,
        "reason": "quiet_hours",
        "until": story.PLAN_DUE_AT,
    }


class RepairAnswered(PlatformFact, type="repair.answered.v1", subject="repair_id", listeners=ANALYTICS_ALONE):
    """The owning service dealt with a repair request; `nothing_to_do` where the deed had been done."""

    repair_id: UUID
    result: RepairResult
    reason: str | None

    example: ClassVar[dict[str, Any]] = {"repair_id": story.REPAIR, "result": "done", "reason": None}


class ContactErased(PlatformFact, type="contact.erased.v1", subject="contact_id", listeners=("onboarding",)):
    """The service holds nothing personal of this contact any more; told also where it never knew them.

    records: how many of its own rows lost something; copies in its outbox, audit trail and the like do not count.
    """

    contact_id: UUID
    service: str
    records: int
    erased_at: Instant

    example: ClassVar[dict[str, Any]] = {
        "contact_id": story.ANA,
        "service": "ticketing",
        "records": 4,
        "erased_at": story.ERASED_AT,
    }


class JobBeat(Detail):
    """One periodic job of the service, as it last ran; `interval_seconds` is rounded up."""

    name: str
    interval_seconds: int
    last_run_at: Instant | None
    outcome: str | None


class LogPosition(Detail):
    """How far a partition was published or consumed: the highest offset dealt with."""

    topic: str
    partition: int
    offset: int


class ServiceHeartbeat(PlatformFact, type="service.heartbeat.v1", subject="service", listeners=ANALYTICS_ALONE):
    """The service's worker is alive, and this is how far it has come.

    log_id: the broker's log that the offsets belong to; null before the relay has seen one.
    outbox_oldest_seconds: the age of the oldest fact not yet published, rounded up; 0 when there is none.
    published and consumed: only partitions that moved since the last heartbeat; every 10th has all of them.
    """

    service: str
    at: Instant
    log_id: str | None
    jobs: tuple[JobBeat, ...]
    outbox_oldest_seconds: int
    published: tuple[LogPosition, ...]
    consumed: tuple[LogPosition, ...]

    example: ClassVar[dict[str, Any]] = {
        "service": "ticketing",
        "at": story.NOTIFIED_AT,
        "log_id": "RpW5m0QeT1yqJ6xkYc2NfA",
        "jobs": [
            {
                "name": "sla_due",
                "interval_seconds": 1,
                "last_run_at": story.ESCALATED_AT,
                "outcome": "succeeded",
            }
        ],
        "outbox_oldest_seconds": 0,
        "published": [{"topic": "ticketing-events", "partition": 4, "offset": 1042}],
        "consumed": [{"topic": "feedback-events", "partition": 7, "offset": 311}],
    }
