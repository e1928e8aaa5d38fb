"""Groups with people in them, and tickets for them, as tests of routing need them."""

from typing import Any
from uuid import UUID

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.facts import staff


async def people(service: ServiceUnderTest, count: int, *, capacity: int | None = None, **agent: Any) -> list[str]:
    """So many active members of staff, in the order of their ids."""
    ids = sorted(uuid7() for _ in range(count))
    await service.deliver(*(staff(staff_id) for staff_id in ids), times=1)
    for staff_id in ids:
        await service.put(f"/v1/agents/{staff_id}", {"capacity": capacity, **agent})
    return [str(staff_id) for staff_id in ids]


async def group(service: ServiceUnderTest, members: list[str], strategy: str, **fields: Any) -> str:
    """A group of these people; answers its id."""
    body = {"name": f"Desk {uuid7()}", "member_ids": members, "strategy": strategy, **fields}
    made: str = (await service.post("/v1/groups", body))["id"]
    return made


async def rule(service: ServiceUnderTest, group_id: str, rank: int = 100, **fields: Any) -> dict[str, Any]:
    """A rule that leads to a group; everything, unless it says what."""
    body = {"name": f"Rule {rank}", "rank": rank, "group_id": group_id, **fields}
    made: dict[str, Any] = await service.post("/v1/routing-rules", body)
    return made


async def ticket(service: ServiceUnderTest, **fields: Any) -> dict[str, Any]:
    """A new ticket."""
    made: dict[str, Any] = await service.post(
        "/v1/tickets", {"subject": "The export is slow", "type": "question", **fields}
    )
    return made


async def presence(service: ServiceUnderTest, staff_id: str | UUID, state: str, **fields: Any) -> dict[str, Any]:
    """Somebody says whether they take tickets."""
    said: dict[str, Any] = await service.put(f"/v1/agents/{staff_id}/presence", {"state": state, **fields})
    return said


async def why(service: ServiceUnderTest, ticket_id: str) -> list[dict[str, Any]]:
    """Why a ticket went where it went, the newest first."""
    decided: list[dict[str, Any]] = (await service.get(f"/v1/tickets/{ticket_id}/routing"))["items"]
    return decided
