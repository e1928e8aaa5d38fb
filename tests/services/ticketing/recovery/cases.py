"""Recovery cases as the tests of this folder need them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import httpx

from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts

WORKING = ("ticketing:recovery-cases:read", "ticketing:recovery-cases:write")


async def a_case(ticketing: ServiceUnderTest, **changes: Any) -> dict[str, Any]:
    """The case of an answer that was escalated."""
    answer = facts.received(**changes)
    await ticketing.deliver(answer, times=1)
    case: dict[str, Any] = (await ticketing.get("/v1/recovery-cases", response_id=str(answer.response_id)))["items"][0]
    return case


@asynccontextmanager
async def acting(ticketing: ServiceUnderTest, staff_id: UUID | None, *scopes: str) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a member of staff who works on cases."""
    async with ticketing.client_with(*(scopes or WORKING), staff_id=staff_id) as client:
        yield client
