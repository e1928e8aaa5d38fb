"""A customer whose story a flow test tells: requests to the running services, and what comes of them."""

import asyncio
import time
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.fixtures.stack import RunningStack

SOON = 30.0  # seconds in which services hear of one another, on a busy machine


async def eventually_is(look: Callable[[], Awaitable[Any]], fits: Callable[[Any], bool], within: float = SOON) -> Any:
    """Poll until what is seen fits; answers it. Fails with what was seen last."""
    deadline = time.monotonic() + within
    while True:
        seen = await look()
        if fits(seen):
            return seen
        assert time.monotonic() < deadline, f"not within {within:.0f} s; seen last: {str(seen)[:2000]}"
        await asyncio.sleep(0.1)


@dataclass
class Customer:
    """An account with one contact."""

    stack: RunningStack
    account_id: str
    contact_id: str
    tag: str = field(default_factory=lambda: uuid.uuid4().hex[:8])

    async def gets_csm(self, name: str = "Mia") -> dict[str, Any]:
        """Somebody becomes the account's CSM; answers them."""
        body = {"staff": {"name": name, "email": f"{name}-{self.tag}@us.example".lower()}}
        role = await ask(self.stack["onboarding"], "PUT", f"/v1/accounts/{self.account_id}/team/csm", body)
        return dict(role["staff"])

    async def answers(self, score: int, **more: Any) -> dict[str, Any]:
        """The contact answers the NPS survey."""
        body = {
            "source": "flow",
            "source_id": f"{self.tag}-{uuid.uuid4().hex[:8]}",
            "survey_type": "nps",
            "score": score,
            "account_id": self.account_id,
            "contact_id": self.contact_id,
            "comment": "Slow",
            **more,
        }
        return await ask(self.stack["feedback"], "POST", "/v1/responses", body)

    async def ticket_of(self, response_id: str) -> dict[str, Any]:
        """The one ticket of an answer, once it is there."""
        found = await eventually_is(lambda: self.tickets_of(response_id), bool)
        assert len(found) == 1
        return dict(found[0])

    async def tickets_of(self, response_id: str) -> list[dict[str, Any]]:
        """All tickets of an answer."""
        return await listed(self.stack["ticketing"], "/v1/tickets", source_id=response_id)

    async def expectations_of(self, trace_id: str, rule_id: str) -> dict[str, str]:
        """The ledger's states of a story, by step."""
        found = await listed(self.stack["analytics"], "/v1/assurance/expectations", trace_id=trace_id, rule_id=rule_id)
        return {expectation["step"]: expectation["state"] for expectation in found}

    async def nps(self) -> float | None:
        """The account's NPS as analytics has it."""
        values = await ask(
            self.stack["analytics"],
            "GET",
            "/v1/metrics/nps/values?from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z&group_by=account_id",
        )
        mine = [item["value"] for item in values["items"] if item["group"] == self.account_id]
        return mine[0] if mine else None


async def new_customer(stack: RunningStack) -> Customer:
    """An account with a contact, and nobody who works with it yet."""
    tag = uuid.uuid4().hex[:8]
    onboarding = stack["onboarding"]
    account = await ask(onboarding, "POST", "/v1/accounts", {"name": f"Acme {tag}", "tier": "gold"})
    contact = await ask(
        onboarding,
        "POST",
        "/v1/contacts",
        {"account_id": account["id"], "name": "Ana", "email": f"ana-{tag}@acme.example"},
    )
    return Customer(stack, account["id"], contact["id"], tag)


async def ask(client: httpx.AsyncClient, method: str, path: str, body: Any = None) -> Any:
    """A request that must succeed; answers its body."""
    answer = await client.request(method, path, json=body)
    assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}"
    return answer.json() if answer.content else None


async def listed(client: httpx.AsyncClient, path: str, **query: Any) -> list[dict[str, Any]]:
    """The first page of a list."""
    answer = await client.get(path, params={"limit": 200, **query})
    assert answer.is_success, f"GET {path}: {answer.status_code} {answer.text}"
    items: list[dict[str, Any]] = answer.json()["items"]
    return items
