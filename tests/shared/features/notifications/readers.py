"""Readers who want to be told in their own way, and what is queued for them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from shared.contracts.onboarding import StaffUpdated
from shared.db.session import Database
from shared.events.envelope import Envelope
from shared.events.event import Event
from shared.events.transaction import transaction
from shared.features.notification_templates.templates import Template, Wording
from shared.features.notifications import recipients, service
from shared.features.notifications.sender import NotificationSender, Patience
from shared.features.notifications.service import About, Notice, Recipient
from shared.ids import uuid7
from shared.ops.metrics import Metrics
from tests.shared.features.notifications.conftest import MailServer
from tests.shared.features.notifications.test_sender import CAUSE, IMPATIENT, settings

TEMPLATES = (
    Template(
        "news",
        "A test.",
        {"what": "News"},
        {
            "en": Wording("{{ what }}!", "Read of {{ what }}.\n"),
            "sv": Wording("{{ what }} (sv)", "Läs om {{ what }}.\n"),
        },
    ),
    Template("alarm", "A test.", {}, {"en": Wording("Alarm", "Come.\n")}, urgent=True),
)
NIGHT = {"quiet_hours": [{"weekdays": list(range(7)), "begins": "22:00", "ends": "07:00"}]}
DAILY = {"digest": {"normal": {"daily": "09:00"}}}


class Clock:
    """Stands still until a test moves it."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


async def wants(database: Database, staff_id: UUID, *, sequence: int = 1, **changes: Any) -> None:
    """Hear what the directory tells of somebody."""
    wishes = changes.pop("preferences", None)
    said = {
        **StaffUpdated.example,
        "staff_id": staff_id,
        "notify_address": None,
        "locale": None,
        "timezone": "Europe/Oslo",
        **changes,
        "preferences": wishes and {"quiet_hours": [], "urgent_passes": True, "digest": {}, **wishes},
    }
    if said["preferences"]:
        asked = said["preferences"]["digest"]
        digests = {urgency: {"every_minutes": None, "daily": None, **one} for urgency, one in asked.items()}
        said["preferences"]["digest"] = {"normal": None, "urgent": None, **digests}
    envelope = Envelope(
        id=uuid7(),
        source="/onboarding",
        type=StaffUpdated.fact_type,
        subject=str(staff_id),
        time=CAUSE.at,
        recorded_at=CAUSE.at,
        sequence=sequence,
        trace_id=staff_id,
        causation_id=CAUSE.id,
        actor=CAUSE.actor,
        traceparent=None,
        raw=StaffUpdated.model_validate(said).model_dump(mode="json"),
    )
    async with transaction(database) as session:
        await recipients.keep(session, [Event.of(envelope, CAUSE)])


async def told(
    database: Database,
    staff_id: UUID,
    *whats: str,
    template: str = "news",
    address: str = "mailto:old@us.example",
) -> list[UUID]:
    """Queue notices for somebody, in this order."""
    queued = []
    for what in whats:
        notice = Notice(
            template=template,
            recipient=Recipient(kind="staff", address=address, staff_id=staff_id, role="csm"),
            dedup_key=f"{template}:{uuid7()}",
            trace_id=uuid7(),
            about=About(response_id=uuid7()),
            values={"what": what},
        )
        async with transaction(database) as session:
            queued += await service.queue(session, CAUSE, [notice])
    return queued


def sender(
    database: Database,
    server: MailServer | None,
    clock: Clock,
    patience: Patience = IMPATIENT,
    **changes: Any,
) -> NotificationSender:
    told = settings(database, server, **changes)
    return NotificationSender(database, told, TEMPLATES, Metrics("test"), clock, patience)
