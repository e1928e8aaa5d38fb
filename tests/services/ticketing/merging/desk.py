"""Tickets to merge, and what is looked at afterwards."""

from typing import Any

from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts

SOLVED = {"to": "solved", "resolution_code": "fixed"}
FROM_CUSTOMER = {"body": "Still slow!", "visibility": "public", "author": {"kind": "customer"}}
REPLY = {"body": "I call you at two.", "visibility": "public"}


async def a_ticket(ticketing: ServiceUnderTest, subject: str = "The export is slow", **changes: Any) -> str:
    """The id of a new ticket that a customer has asked for."""
    body = {"subject": subject, "type": "question", "message": {"body": f"{subject}!"}, **changes}
    made = await ticketing.post("/v1/tickets", body)
    return str(made["id"])


async def an_escalation(ticketing: ServiceUnderTest, **changes: Any) -> str:
    """The id of a ticket that was made for a negative answer, with a recovery case."""
    answer = facts.received(**changes)
    await ticketing.deliver(answer)
    [made] = (await ticketing.get("/v1/tickets", source_id=str(answer.response_id)))["items"]
    return str(made["id"])


async def a_closed_ticket(ticketing: ServiceUnderTest) -> str:
    """The id of a ticket that is over."""
    ticket_id = await a_ticket(ticketing)
    for to in (SOLVED, {"to": "closed"}):
        await ticketing.post(f"/v1/tickets/{ticket_id}/transitions", to)
    return ticket_id


async def merged(ticketing: ServiceUnderTest, ticket_id: str, into: str) -> dict[str, Any]:
    """Merge a ticket into another one."""
    ticket: dict[str, Any] = await ticketing.post(f"/v1/tickets/{ticket_id}/merge", {"into": into})
    return ticket


async def unmerged(ticketing: ServiceUnderTest, ticket_id: str) -> dict[str, Any]:
    """Undo that."""
    ticket: dict[str, Any] = await ticketing.post(f"/v1/tickets/{ticket_id}/unmerge")
    return ticket


async def wrote(ticketing: ServiceUnderTest, ticket_id: str, body: str, **changes: Any) -> dict[str, Any]:
    """A customer writes on a ticket."""
    message: dict[str, Any] = await ticketing.post(
        f"/v1/tickets/{ticket_id}/messages", {**FROM_CUSTOMER, "body": body, **changes}
    )
    return message


async def bodies(ticketing: ServiceUnderTest, ticket_id: str) -> list[tuple[str, str]]:
    """What a ticket shows as written: on which ticket, and what."""
    items = (await ticketing.get(f"/v1/tickets/{ticket_id}/messages"))["items"]
    return [(item["ticket_id"], item["body"]) for item in items]


async def refusal(ticketing: ServiceUnderTest, path: str, body: Any = None, method: str = "POST") -> tuple[int, str]:
    """The status and code with which a request is refused."""
    answer = await ticketing.client.request(method, path, json=body or {})
    return answer.status_code, answer.json().get("code", "")
