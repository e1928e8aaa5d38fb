"""The numbers that alerts rest on say what is so, also of what went elsewhere or is away."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from shared.db.session import Database
from shared.events.consumer import Consumer
from shared.ops import health
from shared.ops.clock import system_clock
from shared.ops.health import Health, Part
from shared.ops.metrics import Metrics
from shared.ops.settings import ServiceSettings
from shared.worker.worker import Worker
from tests.fixtures.run import SECRET_KEY
from tests.fixtures.services import ServiceUnderTest
from tests.shared.events.conftest import WRITE_EFFECTS, Bench, answer, execute, running, tell_answers, until
from tests.shared.events.conftest import bench as bench
from tests.shared.events.conftest import new_database as new_database


def value(metrics: Metrics, name: str, /, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(name, labels)


async def counted(service: ServiceUnderTest) -> Metrics:
    """The gauges that a worker of the service has set after a round."""
    metrics = Metrics(service.name)
    settings = ServiceSettings(database_url=service.database.url, secret_key=SECRET_KEY)
    worker = Worker(service.database, settings, service.duties, metrics)
    await worker._jobs._declare()
    await worker._count()
    return metrics


async def test_a_scrape_asks_the_parts() -> None:
    up = {"database": True}

    async def answers() -> bool:
        return up["database"]

    metrics = Metrics("toy")
    app = health.endpoints(Health([Part("database", answers), Part("broker", answers, required=False)]), metrics)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://ops") as client:
        assert 'part_up{part="database"} 1.0' in (await client.get("/metrics")).text
        up["database"] = False
        after = (await client.get("/metrics")).text
    assert 'part_up{part="database"} 0.0' in after
    assert 'part_up{part="broker"} 0.0' in after, "a part that only degrades the process is away all the same"


async def test_a_job_that_nobody_runs_is_overdue(ticketing: ServiceUnderTest) -> None:
    await counted(ticketing)
    await ticketing.execute("UPDATE job SET next_run_at = now() + interval '1 minute'")
    await ticketing.execute("UPDATE job SET next_run_at = now() - interval '7 minutes' WHERE name = 'heartbeat'")
    await ticketing.execute(
        "INSERT INTO job (name, interval_seconds, next_run_at)"
        " VALUES ('of_an_older_release', 5, now() - interval '1 day')"
    )
    metrics = await counted(ticketing)
    overdue = value(metrics, "job_overdue_seconds", name="heartbeat")
    assert overdue == pytest.approx(timedelta(minutes=7).total_seconds(), abs=30)
    assert value(metrics, "job_overdue_seconds", name="forget_inbox") == 0
    assert value(metrics, "job_overdue_seconds", name="of_an_older_release") is None


async def test_a_job_fails_until_it_succeeds(ticketing: ServiceUnderTest) -> None:
    assert value(await counted(ticketing), "job_failed", name="heartbeat") == 0
    await ticketing.execute("UPDATE job SET outcome = 'failed: ValueError at here:1' WHERE name = 'heartbeat'")
    assert value(await counted(ticketing), "job_failed", name="heartbeat") == 1
    await ticketing.execute("UPDATE job SET outcome = 'done' WHERE name = 'heartbeat'")
    assert value(await counted(ticketing), "job_failed", name="heartbeat") == 0


async def test_findings_are_counted_while_they_are_open(analytics: ServiceUnderTest) -> None:
    for state in ("open", "open", "closed"):
        await analytics.execute(
            "INSERT INTO finding (id, kind, state, subject_kind, subject_id, opened_at)"
            " VALUES (gen_random_uuid(), 'missing', :state, 'response', gen_random_uuid()::text, now())",
            state=state,
        )
    metrics = await counted(analytics)
    assert value(metrics, "findings_open", kind="missing") == 2
    assert value(metrics, "findings_open", kind="duplicate") == 0
    await analytics.execute("UPDATE finding SET state = 'closed'")
    assert value(await counted(analytics), "findings_open", kind="missing") == 0


async def test_a_relay_that_led_tells_of_no_parked_facts(bench: Bench) -> None:
    await tell_answers(bench.feedback, answer())
    await execute(bench.feedback, "UPDATE outbox SET parked_at = now()")

    async def parked() -> float | None:
        return value(bench.metrics, "outbox_parked")

    async with bench.relaying():
        await until(parked, lambda found: found == 1)
    assert await parked() == 0


async def test_a_partition_that_went_to_another_listener_is_told_of_by_that_one(bench: Bench) -> None:
    async with bench.consuming():
        await until(lambda: partitions(bench.metrics), lambda found: len(found) == bench.kafka.partitions)
        other = Metrics("other")
        database: Database = bench.ticketing
        second = Consumer(database, WRITE_EFFECTS, bench.kafka, other, system_clock)
        async with running(second.run()):
            await until(lambda: partitions(other), bool)
            mine = await until(lambda: partitions(bench.metrics), lambda found: len(found) < bench.kafka.partitions)
            assert not mine & await partitions(other)


async def partitions(metrics: Metrics) -> set[Any]:
    """Those whose lag is told."""
    [gauge] = [found for found in metrics.registry.collect() if found.name == "consumer_lag"]
    return {tuple(sorted(sample.labels.items())) for sample in gauge.samples}
