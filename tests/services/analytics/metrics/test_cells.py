"""Hours that are added up ahead say what their contributions say, at every moment."""

import asyncio
import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from services.analytics.metrics import cells, store
from services.analytics.metrics.store import Change
from shared.db.session import Database
from shared.events.cause import Cause
from shared.events.transaction import transaction
from tests.fixtures.services import ServiceUnderTest
from tests.services.analytics.metrics.asking import add_up, answers, hear, value, values
from tests.services.analytics.metrics.told import MONDAY, AnswerStory, hours

CAUSE = Cause("job/tests", "service/analytics", MONDAY)


async def asked_in_many_ways(analytics: ServiceUnderTest) -> list[Any]:
    found = []
    for zone in ("UTC", "Asia/Kolkata", "Asia/Kathmandu"):
        for interval in ("hour", "day", "week"):
            for group_by in (None, "brand"):
                asked = {"from": "2026-11-22T09:07:00Z", "to": "2026-11-25T20:59:59Z", "timezone": zone}
                asked |= {"interval": interval, "limit": "200"}
                found.append(await values(analytics, "nps", **asked, group_by=group_by))
    return found


async def counted_by_hand(analytics: ServiceUnderTest) -> tuple[int, int]:
    [row] = await analytics.rows(
        "SELECT count(*) AS n, sum(numerator) AS net FROM contribution WHERE metric = 'nps'"
        " AND at >= '2026-11-22T09:07:00Z' AND at < '2026-11-25T20:59:59Z'"
    )
    return row.n, row.net


async def test_added_up_hours_change_no_value(analytics: ServiceUnderTest) -> None:
    chance = random.Random(7)
    stories = []
    for _ in range(60):
        story = AnswerStory(brand=chance.choice(["north", "south"]))
        story.received(chance.randrange(11), MONDAY + timedelta(minutes=chance.randrange(-2000, 4000)))
        stories.append(story)
    await hear(analytics, *stories)
    fresh = await asked_in_many_ways(analytics)
    await add_up(analytics)
    assert await asked_in_many_ways(analytics) == fresh
    n, net = await counted_by_hand(analytics)
    for way in fresh:
        assert (sum(item["n"] for item in way), sum(item["numerator"] for item in way)) == (n, net)
    # What comes later makes its hours stale, and only those.
    for story in stories[:10]:
        story.deleted(MONDAY + hours(100))
    await hear(analytics, *stories[:10])
    corrected = await asked_in_many_ways(analytics)
    n, net = await counted_by_hand(analytics)
    assert [sum(item["n"] for item in way) for way in corrected] == [n] * len(corrected)
    await add_up(analytics)
    assert await asked_in_many_ways(analytics) == corrected


async def test_hours_that_still_change_are_left_alone(analytics: ServiceUnderTest) -> None:
    await hear(analytics, *answers("nps", 9, 3))
    await analytics.run_job("add_up_metric_hours")
    assert await analytics.rows("SELECT * FROM metric_cell") == []
    # But one mark says as much as three.
    assert len(await analytics.rows("SELECT * FROM metric_stale_hour WHERE metric = 'nps'")) == 1


async def test_a_writer_who_commits_after_the_adding_up_is_not_lost(analytics: ServiceUnderTest) -> None:
    first, second = answers("nps", 9, 9)
    await hear(analytics, first)
    async with transaction(analytics.database) as session:
        await analytics.duties.handlers.handle(session, second.events)
        await session.flush()
        await add_up_now(analytics.database)
    assert (await value(analytics, "nps"))["n"] == 2
    await add_up(analytics)
    assert (await value(analytics, "nps"))["n"] == 2


async def add_up_now(database: Database) -> None:
    async with transaction(database) as session:
        assert await cells.add_up_hours(session, CAUSE, 100, rest_seconds=0) > 0


async def test_two_topics_may_speak_of_one_answer_at_once(analytics: ServiceUnderTest) -> None:
    """Received from feedback, contacted from ticketing, in transactions that overlap and in opposite orders."""
    stories = []
    for _ in range(30):
        story = AnswerStory()
        story.received(2, MONDAY)
        story.contacted(MONDAY + hours(1))
        stories.append(story)
    received = [story.envelopes[0] for story in stories]
    contacted = [story.envelopes[1] for story in reversed(stories)]
    await asyncio.gather(
        *(analytics.apply(part) for whole in (received, contacted) for part in (whole[:20], whole[10:]))
    )
    assert await analytics.rows("SELECT error FROM dead_letter") == []
    item = await value(analytics, "detractors_contacted_48h")
    assert (item["numerator"], item["denominator"]) == (30, 30)


async def test_writers_of_one_hour_do_not_wait_for_one_another(analytics: ServiceUnderTest) -> None:
    async with transaction(analytics.database) as held:
        await analytics.duties.handlers.handle(held, answers("nps", 9)[0].events)
        await held.flush()
        async with asyncio.timeout(10):
            await hear(analytics, *answers("nps", 9))
    assert (await value(analytics, "nps"))["n"] == 2


@pytest.mark.parametrize("cut", ["2026-11-23T10:15:00", "2026-11-23T10:15:00.000001"])
async def test_the_last_instant_does_not_belong_to_it(analytics: ServiceUnderTest, cut: str) -> None:
    await hear(analytics, *answers("nps", 9))
    await add_up(analytics)
    end = datetime.fromisoformat(cut).replace(tzinfo=UTC)
    before = await value(analytics, "nps", to=end.isoformat().replace("+00:00", "Z"))
    after = await value(analytics, "nps", **{"from": end.isoformat().replace("+00:00", "Z")})
    assert (before["n"], after["n"]) == ((0, 1) if end == MONDAY else (1, 0))


async def test_nothing_is_written_where_nothing_changed(analytics: ServiceUnderTest) -> None:
    [story] = answers("nps", 9)
    await hear(analytics, story)
    await analytics.execute("DELETE FROM metric_stale_hour")
    [one] = (await store_held(analytics)).values()
    async with transaction(analytics.database) as session:
        await store.write(session, [Change(one, one)])
    await hear(analytics, story)
    assert await analytics.rows("SELECT * FROM metric_stale_hour") == []


async def store_held(analytics: ServiceUnderTest) -> dict[Any, Any]:
    async with analytics.database.session() as session:
        [row] = await analytics.rows("SELECT metric, version, subject FROM contribution")
        return await store.held(session, [tuple(row)])
