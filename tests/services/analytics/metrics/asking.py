"""Handing stories to analytics, and asking it for values."""

from datetime import datetime
from typing import Any
from uuid import UUID

from tests.fixtures.services import ServiceUnderTest, renew
from tests.services.analytics.metrics.told import MONDAY, AnswerStory, Teller

DAY = {"from": "2026-11-23T00:00:00Z", "to": "2026-11-24T00:00:00Z"}


async def hear(analytics: ServiceUnderTest, *stories: Teller) -> None:
    """Hand the stories over: once, again, and under new ids."""
    envelopes = [envelope for story in stories for envelope in story.envelopes]
    for copies in (envelopes, envelopes, [renew(envelope) for envelope in envelopes]):
        await analytics.apply(copies)
    assert await analytics.rows("SELECT error FROM dead_letter") == []


async def values(analytics: ServiceUnderTest, metric: str, **asked: Any) -> list[dict[str, Any]]:
    """All items, over all pages."""
    asked = {name: value for name, value in asked.items() if value is not None}
    answer = await analytics.get(f"/v1/metrics/{metric}/values", **{**DAY, **asked})
    items: list[dict[str, Any]] = answer["items"]
    while answer["next_cursor"]:
        asked["cursor"] = answer["next_cursor"]
        answer = await analytics.get(f"/v1/metrics/{metric}/values", **{**DAY, **asked})
        items += answer["items"]
    return items


async def value(analytics: ServiceUnderTest, metric: str, **asked: Any) -> dict[str, Any]:
    [item] = await values(analytics, metric, **asked)
    return item


def answers(survey_type: str, *scores: int, account_id: UUID | None = None, at: datetime = MONDAY) -> list[AnswerStory]:
    stories = []
    for score in scores:
        story = AnswerStory(survey_type, account_id)
        story.received(score, at)
        stories.append(story)
    return stories


async def add_up(analytics: ServiceUnderTest) -> None:
    """Let the hours come to rest and be added up."""
    await analytics.execute("UPDATE metric_stale_hour SET changed_at = changed_at - interval '2 minutes'")
    while await analytics.run_job("add_up_metric_hours"):
        pass
    assert await analytics.rows("SELECT * FROM metric_stale_hour") == []
