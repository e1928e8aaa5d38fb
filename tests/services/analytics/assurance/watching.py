"""What tests of the ledger do again and again."""

import dataclasses
from datetime import datetime
from typing import Any

from services.analytics.__main__ import SERVICE
from tests.fixtures.run import SECRET_KEY
from tests.fixtures.services import ServiceUnderTest
from tests.services.analytics.stories import Story, heartbeat

LOG = "log"

DEMO_RULE: dict[str, Any] = {
    "rule_id": "demo_lost_step",
    "triggers": [{"type": "response.received.v1", "where": {"outcome": ["negative"], "source": ["demo-lost"]}}],
    "match": "response_id",
    "repair": "on_request",
    "steps": [
        {
            "step": "escalation_opened",
            "type": "escalation.opened.v1",
            "service": "ticketing",
            "from": "trigger",
            "due_seconds": 3,
            "calendar_id": None,
            "unique": True,
        }
    ],
}


async def expectations(analytics: ServiceUnderTest, **filters: Any) -> list[dict[str, Any]]:
    """The expectations that fit."""
    found: list[dict[str, Any]] = (await analytics.get("/v1/assurance/expectations", **filters))["items"]
    return found


async def states(analytics: ServiceUnderTest, story: Story, rule_id: str = "negative_response") -> dict[str, str]:
    """{step, or step:staff: state} of a story."""
    found = await expectations(analytics, subject_id=str(story.response_id), rule_id=rule_id)
    return {
        f"{item['step']}:{item['target']['staff_id']}" if item["target"] else item["step"]: item["state"]
        for item in found
    }


async def findings(analytics: ServiceUnderTest, **filters: Any) -> list[dict[str, Any]]:
    """The findings that fit."""
    found: list[dict[str, Any]] = (await analytics.get("/v1/assurance/findings", **filters))["items"]
    return found


async def hear(
    analytics: ServiceUnderTest,
    service: str,
    at: datetime,
    *,
    published: int | None = None,
    oldest: int = 0,
    log_id: str = LOG,
) -> None:
    """A heartbeat comes. published: the last offset that the service published on partition 0 of its topic."""
    offsets = [] if published is None else [(0, published)]
    beat = heartbeat(service, at, published=offsets, oldest=oldest, log_id=log_id)
    await analytics.deliver(beat, source=service)


async def read_up_to(analytics: ServiceUnderTest, service: str, offset: int, *, log_id: str = LOG) -> None:
    """Analytics' consumer has read partition 0 of a service's topic up to and with this offset."""
    await analytics.execute(
        'INSERT INTO consumer_position (topic, partition, log_id, "offset") VALUES (:topic, 0, :log_id, :next)'
        ' ON CONFLICT (topic, partition) DO UPDATE SET log_id = :log_id, "offset" = :next',
        topic=f"{service}-events",
        log_id=log_id,
        next=offset + 1,
    )


async def sweep(analytics: ServiceUnderTest) -> int:
    """One run of the sweep."""
    return await analytics.run_job("assurance_sweep")


def another(observer: ServiceUnderTest) -> ServiceUnderTest:
    """A second process of analytics on the same database: it shares nothing else."""
    configured = SERVICE.settings(database_url=observer.database.url, secret_key=SECRET_KEY)
    return dataclasses.replace(observer, duties=SERVICE.duties(configured))
