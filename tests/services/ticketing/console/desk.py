"""Tickets for the tests of the console."""

import html
import re
from typing import Any
from uuid import UUID

from tests.fixtures.pages import Visitor
from tests.fixtures.services import ServiceUnderTest

MIA = UUID("01935f2e-7c00-7000-8000-00000000aa01")
UNDO = re.compile(r'<form method="post" action="([^"]+)">((?:<input[^>]+>)+)<button class="btn small">Undo')
FIELD = re.compile(r'name="([^"]+)" value="([^"]*)"')


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


async def take_back(visitor: Visitor, page: str) -> Any:
    """Press Undo."""
    found = UNDO.search(page)
    assert found, "nothing can be taken back"
    answer = await visitor.client.post(
        found[1], data={name: html.unescape(value) for name, value in FIELD.findall(found[2])}
    )
    return await visitor.client.get(answer.headers["location"]) if answer.status_code == 303 else answer
