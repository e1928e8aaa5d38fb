"""Copies of a sample are what the product would have written: it reads them, counts them alike, and works on them."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest

from deploy.local.postgres import Postgres
from services.analytics.facts import queries
from services.analytics.metrics import reading, store
from services.analytics.metrics import service as metrics
from services.analytics.metrics.definitions import METRICS
from shared.events.cause import Cause
from shared.events.transaction import transaction
from tests.fixtures import run
from tests.fixtures.services import ServiceUnderTest, service_under_test
from tests.load.dataset import kept, sample
from tests.load.dataset.kept import Part
from tests.load.dataset.sample import STARTS_AT, TICKETS_OF_A_COPY

COPIES = 6
HOURS = 2
WHAT_BECAME_OF_IT = (
    "SELECT number - min(number) OVER (), type, status, priority, created_at, solved_at, subject FROM ticket"
)


@dataclass(frozen=True)
class Loaded:
    """The databases of samples and of their copies, by service; `swept`: of the sweep's."""

    postgres: Postgres
    sampled: dict[str, str]
    copied: dict[str, str]
    swept: str

    @asynccontextmanager
    async def service(self, name: str, database: str) -> AsyncIterator[ServiceUnderTest]:
        async with service_under_test(name, self.postgres.url(database, role=name)) as service:
            yield service


@pytest.fixture(scope="module")
def loaded(postgres: Postgres) -> Iterator[Loaded]:
    tag = uuid.uuid4().hex[:12]
    sampled = {service: f"sampled_{service}_{tag}" for service in sample.TABLES}
    copied = {service: f"copied_{service}_{tag}" for service in sample.TABLES}
    swept = f"swept_{tag}"

    def one_of(names: dict[str, str]) -> Callable[[str], str]:
        return lambda service: run.clone_database(service, names[service], postgres)

    whole = asyncio.run(sample.taken(one_of(sampled)))
    unseen = asyncio.run(sample.taken_for_the_sweep(one_of({"ticketing": f"{swept}_1"})))
    for service, name in copied.items():
        starts = kept.working_hours(COPIES, HOURS)
        kept.load(postgres, Part(name, service, whole, COPIES, starts, COPIES * TICKETS_OF_A_COPY))
    kept.load(postgres, Part(swept, "ticketing", unseen, COPIES, kept.within_an_hour(COPIES), COPIES))
    yield Loaded(postgres, sampled, copied, swept)
    for name in (*sampled.values(), *copied.values(), swept, f"{swept}_1"):
        postgres.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


async def test_the_first_copy_is_the_sample_itself(loaded: Loaded) -> None:
    [told] = loaded.postgres.query("SELECT count(*) FROM fact", loaded.sampled["analytics"])
    assert int(told) > 100
    sampled = loaded.postgres.query(f"{WHAT_BECAME_OF_IT} ORDER BY number", loaded.sampled["ticketing"])
    copied = loaded.postgres.query(f"{WHAT_BECAME_OF_IT} ORDER BY number LIMIT 10", loaded.copied["ticketing"])
    assert len(sampled) == TICKETS_OF_A_COPY
    assert copied == sampled
    for table in ("fact", "contribution", "expectation"):
        counts = [
            int(loaded.postgres.query(f"SELECT count(*) FROM {table}", database)[0])
            for database in (loaded.sampled["analytics"], loaded.copied["analytics"])
        ]
        assert counts[1] == counts[0] * COPIES, table


async def test_a_rebuild_of_every_metric_finds_no_difference(loaded: Loaded) -> None:
    async with loaded.service("analytics", loaded.copied["analytics"]) as analytics:
        for metric in METRICS:
            done = await analytics.post(f"/v1/metrics/{metric}/recompute")
            assert done["compared"] >= COPIES, metric
            assert done["differing"] == 0, done["differences"]


async def test_what_metrics_have_heard_is_what_the_facts_say(loaded: Loaded) -> None:
    cause = Cause("request/test", "service/tests", STARTS_AT)
    async with (
        loaded.service("analytics", loaded.copied["analytics"]) as analytics,
        transaction(analytics.database) as session,
    ):
        told = [facts async for facts in queries.replay(session, reading.TYPES, cause)]
        heard = metrics.hear(fact for batch in told for fact in batch)
        assert len(heard) == COPIES * (TICKETS_OF_A_COPY + len(sample.ANSWERS))
        assert await store.heard_of(session, heard) == heard


async def test_all_hours_are_added_up_and_as_many_however_many_copies_there_are(loaded: Loaded) -> None:
    hours = "SELECT metric, count(DISTINCT {}) FROM {} {} GROUP BY 1 ORDER BY 1"
    of_cells = loaded.postgres.query(hours.format("hour", "metric_cell", ""), loaded.copied["analytics"])
    of_sample = loaded.postgres.query(
        hours.format("hour", "contribution", "WHERE metric = 'nps'"), loaded.sampled["analytics"]
    )
    assert of_sample == ["nps|1"]
    assert f"nps|{HOURS}" in of_cells
    assert loaded.postgres.query("SELECT count(*) FROM metric_stale_hour", loaded.copied["analytics"]) == ["0"]
    async with loaded.service("analytics", loaded.copied["analytics"]) as analytics:
        asked = {"from": "2026-08-01T00:00:00Z", "to": "2026-09-01T00:00:00Z"}
        [item] = (await analytics.get("/v1/metrics/nps/values", **asked))["items"]
        assert (item["n"], item["value"]) == (3 * COPIES, 0.0)


async def test_the_api_reads_what_was_copied(loaded: Loaded) -> None:
    async with loaded.service("ticketing", loaded.copied["ticketing"]) as ticketing:
        listed = (await ticketing.get("/v1/tickets", limit=200, include="messages"))["items"]
        assert len(listed) == COPIES * TICKETS_OF_A_COPY
        assert [each["created_at"] for each in listed] == sorted((each["created_at"] for each in listed), reverse=True)
        for each in listed:
            told = await ticketing.get(f"/v1/tickets/{each['id']}/sla")
            assert {clock["metric"] for clock in told["items"]} >= {"first_reply", "total_resolution"}
        moved = await ticketing.post(
            f"/v1/tickets/{next(each['id'] for each in listed if each['status'] == 'new')}/transitions", {"to": "open"}
        )
        assert moved["status"] == "open"
    async with loaded.service("analytics", loaded.copied["analytics"]) as analytics:
        rows = await analytics.rows("SELECT DISTINCT trace_id FROM expectation WHERE rule_id = 'negative_response'")
        assert len(rows) == COPIES
        traces = [await analytics.get(f"/v1/traces/{row.trace_id}") for row in rows]
        assert len({len(trace["hops"]) for trace in traces}) == 1
        assert {hop["verdict"] for hop in traces[0]["hops"]} >= {"met"}


async def test_clocks_fall_due_one_after_another(loaded: Loaded) -> None:
    async with loaded.service("ticketing", loaded.swept) as ticketing:
        rows = await ticketing.rows("SELECT next_at FROM sla_clock WHERE next_at IS NOT NULL ORDER BY next_at")
        assert len({row.next_at for row in rows}) == 2 * COPIES
        ticketing.clock.stop_at(rows[3].next_at)
        assert await ticketing.run_job("sla_due") == 3
        assert rows[3].next_at > STARTS_AT + timedelta(hours=1)
