"""The fact store: append-only, each event id once, in monthly partitions."""

import asyncio
import contextlib
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from services.analytics.facts import partitions, queries, service
from shared.contracts.feedback import ResponseReceived
from shared.events.cause import Cause
from shared.events.event import Event
from shared.events.inbox import as_event
from shared.events.transaction import transaction
from tests.fixtures.services import ServiceUnderTest, envelope_of, renew
from tests.services.analytics.stories import Story, heartbeat

CAUSE = Cause("job/test/1", "service/analytics", datetime(2026, 11, 23, tzinfo=UTC))


def event_of(story: Story, recorded_at: datetime) -> Event[ResponseReceived]:
    return as_event(envelope_of(story.received(), recorded_at=recorded_at), service="analytics", at=recorded_at)


async def stored(analytics: ServiceUnderTest) -> int:
    return int((await analytics.rows("SELECT count(*) FROM fact"))[0][0])


async def partition_names(analytics: ServiceUnderTest) -> set[str]:
    rows = await analytics.rows(
        "SELECT relname FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid WHERE inhparent = 'fact'::regclass"
    )
    return {row.relname for row in rows}


async def test_a_fact_is_kept_with_its_envelope(analytics: ServiceUnderTest) -> None:
    story = Story()
    trace_id = uuid4()
    recorded_at = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)
    answered_at = recorded_at - timedelta(hours=3)
    [fact_id] = await analytics.deliver(
        story.received(), trace_id=trace_id, recorded_at=recorded_at, time=answered_at, times=2
    )
    [row] = await analytics.rows("SELECT * FROM fact")
    assert (row.event_id, row.trace_id, row.type) == (fact_id, trace_id, "response.received.v1")
    assert (row.recorded_at, row.time) == (recorded_at, answered_at)
    assert row.data["response_id"] == str(story.response_id)


async def test_storing_a_fact_again_changes_nothing(analytics: ServiceUnderTest) -> None:
    """Also without the inbox: an id has one recorded_at, so the partitioned key holds for the id alone."""
    event = event_of(Story(), datetime.now(UTC))
    for _ in range(2):
        async with transaction(analytics.database) as session:
            await service.store(session, [event, event])
    assert await stored(analytics) == 1


async def test_heartbeats_are_no_facts_of_the_store(analytics: ServiceUnderTest) -> None:
    await analytics.deliver(heartbeat("ticketing", datetime.now(UTC)), source="ticketing")
    assert await stored(analytics) == 0


async def test_migrating_makes_this_months_partition_and_the_next_ones(analytics: ServiceUnderTest) -> None:
    wanted = {f"fact_{month:%Y_%m}" for month in partitions.ahead_of(datetime.now(UTC))}
    assert wanted <= await partition_names(analytics)
    assert await analytics.run_job("fact_partitions") == 0


async def test_the_job_makes_partitions_ahead(analytics: ServiceUnderTest) -> None:
    analytics.clock.stop_at(datetime(2031, 11, 30, 23, 59, tzinfo=UTC))
    assert await analytics.run_job("fact_partitions") == 4
    assert {"fact_2031_11", "fact_2031_12", "fact_2032_01", "fact_2032_02"} <= await partition_names(analytics)
    assert await analytics.run_job("fact_partitions") == 0


async def test_a_fact_of_a_month_without_a_partition_gets_one(analytics: ServiceUnderTest) -> None:
    for month, last_instant in [("2019_02", datetime(2019, 2, 28, 23, 59, 59, 999999, tzinfo=UTC))]:
        await analytics.deliver(Story().received(), recorded_at=last_instant, times=1)
        assert f"fact_{month}" in await partition_names(analytics)
    assert await stored(analytics) == 1


async def test_two_writers_make_a_stray_month_once(analytics: ServiceUnderTest) -> None:
    recorded_at = datetime(2018, 5, 5, tzinfo=UTC)

    async def store() -> None:
        async with transaction(analytics.database) as session:
            await service.store(session, [event_of(Story(), recorded_at)])

    await asyncio.gather(*(store() for _ in range(8)))
    assert await stored(analytics) == 8


async def test_a_partition_that_was_rolled_back_is_made_again(analytics: ServiceUnderTest) -> None:
    event = event_of(Story(), datetime(2017, 5, 5, tzinfo=UTC))
    with contextlib.suppress(ZeroDivisionError):
        async with transaction(analytics.database) as session:
            await service.store(session, [event])
            await service.store(session, [event])
            raise ZeroDivisionError
    async with transaction(analytics.database) as session:
        await service.store(session, [event])
    assert await stored(analytics) == 1


async def test_facts_are_replayed_in_the_order_in_which_they_were_recorded(analytics: ServiceUnderTest) -> None:
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    story = Story()
    minutes = [5, 1, 4, 2, 3]
    envelopes = [envelope_of(story.received(), recorded_at=noon + timedelta(minutes=minute)) for minute in minutes]
    await analytics.apply([*envelopes, renew(envelopes[0])])
    async with transaction(analytics.database) as session:
        batches = [
            batch
            async for batch in queries.replay(
                session, ["response.received.v1"], CAUSE, since=noon + timedelta(minutes=2), batch=2
            )
        ]
    found = [(event.recorded_at - noon).seconds // 60 for batch in batches for event in batch]
    assert found == [2, 3, 4, 5, 5]
    assert batches[0][0].raw["response_id"] == str(story.response_id)


def test_months_follow_one_another_over_the_year() -> None:
    assert partitions.following(date(2026, 12, 1)) == date(2027, 1, 1)
    assert partitions.month_of(datetime.fromisoformat("2026-12-01T00:30:00+02:00")) == date(2026, 11, 1)
