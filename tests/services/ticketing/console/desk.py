"""Tickets for the tests of the console."""

from typing import Any
from uuid import UUID

from tests.fixtures.services import ServiceUnderTest

MIA = UUID("01935f2e-7c00-7000-8000-00000000aa01")


async def a_ticket(service: ServiceUnderTest, **others: Any) -> dict[str, Any]:
    """A question of Ana's."""
    body = {
        "subject": "The export is slow",
        "type": "question",
        "channel": "email",
        "requester": {"name": "Ana Lim", "email": "ana@acme.example"},
        "message": {"body": "It takes an hour since Monday."},
        **others,
    }
    made: dict[str, Any] = await service.post("/v1/tickets", body)
    return made
