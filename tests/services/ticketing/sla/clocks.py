"""Tickets, their clocks and what was told of them, as these tests look at them over HTTP."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.fixtures.services import ServiceUnderTest, ToldFact

HOUR = 3600
SOLVED = {"to": "solved", "resolution_code": "fixed"}
MONDAY = datetime(2027, 11, 15, 9, tzinfo=UTC)
"""Where time stands still until a test moves it."""


async def a_ticket(ticketing: ServiceUnderTest, **changes: Any) -> str:
    """The path of a new ticket; of normal priority, asked by a customer, unless changed."""
    body = {"subject": "The export is slow", "type": "question", "message": {"body": "Why?"}, **changes}
    made = await ticketing.post("/v1/tickets", body)
    return f"/v1/tickets/{made['id']}"


async def replied(ticketing: ServiceUnderTest, path: str, **changes: Any) -> None:
    """An agent answers in public, unless changed."""
    await ticketing.post(f"{path}/messages", {"body": "Hello.", "visibility": "public", **changes})


async def wrote(ticketing: ServiceUnderTest, path: str) -> None:
    """The customer writes."""
    await replied(ticketing, path, author={"kind": "customer"})


async def moved(ticketing: ServiceUnderTest, path: str, to: str) -> None:
    """The ticket goes to another status."""
    await ticketing.post(f"{path}/transitions", SOLVED if to == "solved" else {"to": to})


async def clocks(ticketing: ServiceUnderTest, path: str, metric: str) -> list[dict[str, Any]]:
    """The cycles of one metric's clock as of now; what is explained of each adds up to what it shows."""
    shown = (await ticketing.get(f"{path}/sla"))["items"]
    explained = (await ticketing.get(f"{path}/sla/explain"))["items"]
    assert [item["id"] for item in shown] == [item["clock_id"] for item in explained]
    for clock, explanation in zip(shown, explained, strict=True):
        parts = explanation["intervals"]
        assert sum(part["seconds"] for part in parts if part["counted"]) == clock["elapsed_seconds"]
        for name in ("metric", "cycle", "elapsed_seconds", "target_seconds", "due_at"):
            assert explanation[name] == clock[name]
        ends = [clock["started_at"], *(part["to"] for part in parts)]
        assert [part["from"] for part in parts] == ends[:-1]
        assert ends[-1] == (clock["as_of"] if clock["state"] in ("running", "paused") else ends[-1])
    return [clock for clock in shown if clock["metric"] == metric]


async def only(ticketing: ServiceUnderTest, path: str, metric: str) -> dict[str, Any]:
    """The one cycle of a metric's clock."""
    [clock] = await clocks(ticketing, path, metric)
    return clock


async def told(ticketing: ServiceUnderTest, metric: str) -> list[ToldFact]:
    """What was told of a metric's clocks."""
    return [fact for fact in await ticketing.told() if fact.data.get("metric") == metric]


def names(facts: list[ToldFact]) -> list[str]:
    """The short names of SLA facts."""
    return [fact.type.removeprefix("sla.").removesuffix(".v1") for fact in facts]


def z(instant: datetime) -> str:
    """An instant as the API writes it."""
    return instant.isoformat().replace("+00:00", "Z")


def later(**duration: float) -> str:
    """So long after MONDAY, as the API writes it."""
    return z(MONDAY + timedelta(**duration))


def target(metric: str, seconds: int = HOUR, priority: str = "normal", **changes: Any) -> dict[str, Any]:
    """A target of a policy."""
    return {"metric": metric, "priority": priority, "seconds": seconds, **changes}


async def a_policy(ticketing: ServiceUnderTest, *targets: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A new policy that comes before the default one."""
    body = {"name": "Special", "rank": 10, "targets": list(targets), **changes}
    policy: dict[str, Any] = await ticketing.post("/v1/sla-policies", body)
    return policy
