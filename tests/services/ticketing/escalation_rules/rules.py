"""Escalation rules and what came of them, as these tests look at them over HTTP."""

from typing import Any

from tests.fixtures.services import ServiceUnderTest

RULES = "/v1/escalation-rules"


def level(
    *, actions: list[dict[str, Any]] | None = None, recipients: list[dict[str, Any]] | None = None, **at: int
) -> dict[str, Any]:
    """A level; tags the ticket unless it says what else."""
    [(name, value)] = at.items()
    return {
        "at": {name: value},
        "recipients": recipients or [],
        "actions": actions or [{"do": "add_tag", "tag": f"{name}-{value}"}],
    }


async def a_rule(ticketing: ServiceUnderTest, *levels: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A new rule for first replies, which has reached all clocks."""
    body = {"name": "Late replies", "metrics": ["first_reply"], "levels": list(levels), **changes}
    rule: dict[str, Any] = await ticketing.post(RULES, body)
    await reviewed(ticketing)
    return rule


async def reviewed(ticketing: ServiceUnderTest) -> None:
    """A change has reached the clocks that run, and they were looked at."""
    while await ticketing.run_job("review_escalation_rules"):
        pass
    await swept(ticketing)


async def swept(ticketing: ServiceUnderTest) -> None:
    """All that is due has fired."""
    while await ticketing.run_job("escalation_levels"):
        pass


async def fired(ticketing: ServiceUnderTest, path: str) -> list[dict[str, Any]]:
    """What fired on a ticket, the oldest first."""
    return list(reversed((await ticketing.get(f"{path}/escalation-levels"))["fired"]))


async def keys(ticketing: ServiceUnderTest, path: str) -> list[str]:
    """The levels that fired on a ticket, the oldest first."""
    return [each["level"] for each in await fired(ticketing, path)]


async def coming(ticketing: ServiceUnderTest, path: str) -> list[tuple[str, str | None]]:
    """The levels that are coming on a ticket, and when."""
    shown = await ticketing.get(f"{path}/escalation-levels")
    return [(each["level"], each["at"]) for each in shown["coming"]]


async def tags(ticketing: ServiceUnderTest, path: str) -> list[str]:
    """The ticket's tags."""
    found: list[str] = (await ticketing.get(path))["tags"]
    return found
