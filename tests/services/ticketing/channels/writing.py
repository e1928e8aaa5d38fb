"""What customers write, and the worker that sends what is answered."""

import itertools
from typing import Any

from services.ticketing.attachments.storage import Storage
from services.ticketing.channels.replies import Sender
from services.ticketing.channels.sender import ReplySender
from shared.features.notifications.sender import Patience
from shared.ops.metrics import Metrics
from tests.fixtures.services import ServiceUnderTest
from tests.shared.features.notifications.conftest import MailServer

ANA = {"name": "Ana", "email": "ana@acme.example"}
BEN = {"name": "Ben", "email": "ben@acme.example"}
REPLY = {"body": "I call you at two.", "visibility": "public"}
SOLVED = {"to": "solved", "resolution_code": "fixed"}
IMPATIENT = Patience(attempts=3, first_pause_seconds=0.0, longest_pause_seconds=0.0)

_names = itertools.count(1)


def mail(**changes: Any) -> dict[str, Any]:
    """A mail of Ana's, each call another one."""
    return {
        "source_id": f"<m-{next(_names)}@mail.acme.example>",
        "from": ANA,
        "subject": "The export is slow",
        "body": "It takes an hour since Monday.",
        **changes,
    }


async def came(desk: ServiceUnderTest, channel: str = "email", **changes: Any) -> Any:
    """Let a mail come in, which must be taken; answers what became of it."""
    return await desk.post(f"/v1/inbound/{channel}", mail(**changes))


async def replied(desk: ServiceUnderTest, ticket_id: str, **changes: Any) -> Any:
    """Reply in public."""
    return await desk.post(f"/v1/tickets/{ticket_id}/messages", {**REPLY, **changes})


async def delivery(desk: ServiceUnderTest, message: Any) -> Any:
    """How far a reply is."""
    return (await desk.get(f"/v1/tickets/{message['ticket_id']}/messages/{message['id']}"))["delivery"]


def sender(desk: ServiceUnderTest, server: MailServer | None, **changes: Any) -> ReplySender:
    """The worker that sends replies."""
    settings = desk.app.state.settings
    return ReplySender(
        desk.database,
        smtp_url=server.url if server else None,
        sender=Sender.of(settings),
        storage=Storage.of(settings.attachments_url),
        metrics=Metrics("test"),
        clock=desk.clock,
        **{"patience": IMPATIENT, **changes},
    )
