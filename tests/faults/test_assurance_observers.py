"""Two observers side by side find each fault once; an outbox that is stuck is one finding and raises no other."""

import asyncio
import contextlib
import signal
import sys
import uuid
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import asyncpg
import httpx
import pytest

from deploy.local import processes
from deploy.local.brokers import BrokerKind
from shared.events.relay import LOCK
from tests.faults import lost_steps
from tests.faults.test_assurance_lost_steps import findings_of, settled, stands_once
from tests.faults.test_kills import all_pages
from tests.fixtures.services import ServiceUnderTest
from tests.fixtures.stack import RunningStack, started
from tests.flows.customers import ask, eventually_is
from tests.services.analytics.assurance.watching import another, findings, hear

LATER = 120.0  # seconds in which everything is judged or repaired
SOON = 8  # seconds in which every step happens

SERVICES = ("analytics", "feedback", "onboarding", "ticketing")
pytestmark = pytest.mark.timeout(600)

HEARTBEAT = 30  # seconds; the settings' default
LIMIT = 10 * HEARTBEAT


async def test_observers_that_take_turns_say_once_that_a_service_is_silent(analytics: ServiceUnderTest) -> None:
    """Each remembers for itself since when it listens; one that came later knows less and must not unsay it."""
    analytics.clock.stop_at(datetime.now(UTC))
    for service in SERVICES:
        await hear(analytics, service, analytics.clock())
    observers = [analytics]
    for turn in range(40):
        analytics.clock.advance(seconds=HEARTBEAT)
        for service in SERVICES[:-1]:
            await hear(analytics, service, analytics.clock())
        if turn in (5, 14):
            observers.append(another(analytics))
        await observers[turn % len(observers)].run_job("assurance_silence")
    assert [item["state"] for item in await findings(analytics, kind="silent")] == ["open"]
    await hear(analytics, "ticketing", analytics.clock())
    for observer in observers:
        await observer.run_job("assurance_silence")
    assert [item["state"] for item in await findings(analytics, kind="silent")] == ["closed"]
    assert [fact.type for fact in await analytics.told()] == [
        "automation.finding_opened.v1",
        "automation.finding_closed.v1",
    ]


async def test_a_stuck_outbox_whose_heartbeats_stop_too_stays_one_finding(analytics: ServiceUnderTest) -> None:
    analytics.clock.stop_at(datetime.now(UTC))
    for service in SERVICES:
        await hear(analytics, service, analytics.clock())
    await hear(analytics, "ticketing", analytics.clock(), oldest=LIMIT + 1)
    for _ in range(25):
        await analytics.run_job("assurance_silence")
        analytics.clock.advance(seconds=HEARTBEAT)
        for service in SERVICES[:-1]:
            await hear(analytics, service, analytics.clock())
    assert [(item["subject"]["id"], item["state"]) for item in await findings(analytics)] == [("ticketing", "open")]
    assert len(await analytics.told()) == 1


@pytest.fixture(scope="module")
async def observed(broker_kind: BrokerKind) -> AsyncIterator[RunningStack]:
    """A stack whose observer calls a service silent after 10 seconds."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("ANALYTICS_SILENT_AFTER_HEARTBEATS", "5")
        environment.setenv("ANALYTICS_REPAIRS_PER_MINUTE", "10000")
        with started(broker_kind) as running:
            yield running
            await running.close()


async def test_two_workers_side_by_side_find_each_lost_step_once_and_ask_once(observed: RunningStack) -> None:
    customers = await lost_steps.customers_with_csm(observed, 1)
    await lost_steps.hurry(observed, SOON, repair="automatic")
    traces = await lost_steps.chosen_traces(observed, 40, hit={0}, each=6)
    async with second_observer(observed) as metrics:
        async with lost_steps.losing(observed, {0: lost_steps.CASE}):
            stories = await lost_steps.post_answers(observed, customers, traces, refused=set())
            await eventually_is(lambda: letters(observed), lambda found: len(found) == 6, within=LATER)
        await settled(observed, stories)
        await eventually_is(
            lambda: findings_of(observed, stories),
            lambda found: [item["state"] for item in found] == ["closed"] * 6,
            within=LATER,
        )
        await stands_once(observed, stories, lost_steps.WHOLE)
        assert await partitions_of(metrics), "the second one read nothing"
    told = await lost_steps.rows(
        observed,
        "analytics",
        "SELECT type, count(*) AS n, count(DISTINCT payload) AS apart FROM outbox"
        " WHERE type LIKE 'automation.%' AND headers->>'ce_correlationid' = ANY ($1::text[]) GROUP BY 1",
        [str(trace) for trace in stories],
    )
    assert {row["type"]: (row["n"], row["apart"]) for row in told} == {
        "automation.finding_opened.v1": (6, 6),
        "automation.finding_closed.v1": (6, 6),
        "automation.repair_requested.v1": (6, 6),
    }
    for letter in await letters(observed):
        await ask(observed["ticketing"], "POST", f"/v1/dead-letters/{letter['id']}/replay")
    await stands_once(observed, stories, lost_steps.WHOLE)


@pytest.mark.full_matrix
async def test_a_repair_that_meets_the_same_fault_is_made_good_by_its_dead_letter(observed: RunningStack) -> None:
    """The request is told once for ever; what cannot be done yet waits as a dead letter of the owner."""
    customers = await lost_steps.customers_with_csm(observed, 1)
    await lost_steps.hurry(observed, SOON, repair="automatic")
    traces = await lost_steps.chosen_traces(observed, 10, hit={0}, each=2)
    async with lost_steps.losing(observed, {0: lost_steps.TICKET}):
        stories = await lost_steps.post_answers(observed, customers, traces, refused=set())
        waiting = await eventually_is(lambda: letters(observed), lambda found: len(found) == 4, within=LATER)
        types = Counter(letter["type"] for letter in waiting)
        assert types == {"response.received.v1": 2, "automation.repair_requested.v1": 2}
        still = await findings_of(observed, stories)
        assert [item["state"] for item in still] == ["open"] * 2
    for letter in waiting:
        if letter["type"] == "automation.repair_requested.v1":
            await ask(observed["ticketing"], "POST", f"/v1/dead-letters/{letter['id']}/replay")
    await eventually_is(lambda: findings_of(observed, stories, state="open"), lambda found: not found, within=LATER)
    for letter in await letters(observed):
        await ask(observed["ticketing"], "POST", f"/v1/dead-letters/{letter['id']}/replay")
    await stands_once(observed, stories, lost_steps.WHOLE)
    assert len(await findings_of(observed, stories)) == 2


async def test_a_stuck_outbox_is_one_finding_that_closes_when_it_flows(observed: RunningStack) -> None:
    customers = await lost_steps.customers_with_csm(observed, 1)
    await lost_steps.hurry(observed, SOON, repair="automatic")
    before = {item["id"] for item in await silences(observed)}
    async with relay_locked_out(observed, "ticketing"):
        stories = await lost_steps.post_answers(observed, customers, [uuid.uuid4() for _ in range(20)], refused=set())
        await eventually_is(
            lambda: lost_steps.standing(observed, stories),
            lambda held: not lost_steps.differing(held, WITHOUT_WORD),
            within=LATER,
        )
        await eventually_is(lambda: silences(observed, state="open"), bool, within=LATER)
        await asyncio.sleep(SOON + 6)  # everything is long due, and the observer has looked again and again
        assert await findings_of(observed, stories) == [], "what is written down, but not heard of, is not missing"
    await eventually_is(lambda: silences(observed, state="open"), lambda found: not found, within=LATER)
    await settled(observed, stories)
    await stands_once(observed, stories, lost_steps.WHOLE)
    assert await lost_steps.judged(observed, stories.values(), "escalation_opened") == {"met": 20}
    assert await findings_of(observed, stories) == []
    [one] = [item for item in await silences(observed) if item["id"] not in before]
    assert (one["subject"], one["state"]) == ({"kind": "service", "id": "ticketing"}, "closed")
    told = await lost_steps.rows(observed, "analytics", "SELECT type FROM outbox WHERE subject = $1", one["id"])
    assert sorted(row["type"] for row in told) == ["automation.finding_closed.v1", "automation.finding_opened.v1"]


WITHOUT_WORD = {name: count for name, count in lost_steps.WHOLE.items() if name != "loop.assigned.v1"}
"""What stands of a story while feedback hears nothing of ticketing; ticketing's facts are in its outbox."""


async def letters(stack: RunningStack) -> list[dict[str, Any]]:
    """Ticketing's open dead letters."""
    return await all_pages(stack["ticketing"], "/v1/dead-letters", state="open")


async def silences(stack: RunningStack, **filters: Any) -> list[dict[str, Any]]:
    """The findings about whole services."""
    return await all_pages(stack["analytics"], "/v1/assurance/findings", kind="silent", **filters)


@contextlib.asynccontextmanager
async def relay_locked_out(stack: RunningStack, service: str) -> AsyncIterator[None]:
    """Inside the block the relay's lock is ours: the service works on, and its facts stay in the outbox."""
    url = stack.now.services[service].database_url
    holder, other = await asyncpg.connect(url), await asyncpg.connect(url)
    try:
        taking = asyncio.create_task(holder.execute("SELECT pg_advisory_lock($1)", LOCK))
        await asyncio.sleep(0.2)
        await other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1", f"{service}/relay"
        )
        await taking
        yield
    finally:
        await holder.close()
        await other.close()


@contextlib.asynccontextmanager
async def second_observer(stack: RunningStack) -> AsyncIterator[str]:
    """Another worker of analytics, beside the launcher's; yields where its metrics are."""
    port, ops_port = processes.free_port(), processes.free_port()
    variables = {**stack.variables("analytics"), "PORT": str(port), "OPS_PORT": str(ops_port)}
    log = stack.state / "logs" / "analytics-2.log"
    worker = processes.spawn(
        [sys.executable, "-m", "services.analytics", "worker"], log=log, death_signal=signal.SIGKILL, env=variables
    )
    url = f"http://127.0.0.1:{ops_port}"

    async def ready() -> bool:
        assert worker.poll() is None, processes.tail(log)
        with contextlib.suppress(httpx.HTTPError):
            async with httpx.AsyncClient() as client:
                return (await client.get(f"{url}/readyz")).is_success
        return False

    try:
        await eventually_is(ready, bool, within=LATER)
        await eventually_is(lambda: partitions_of(f"{url}/metrics"), bool, within=LATER)
        yield f"{url}/metrics"
    finally:
        processes.stop(worker, signal.SIGTERM, 20)


async def partitions_of(metrics: str) -> set[str]:
    """The partitions that a worker reads, by its own word."""
    async with httpx.AsyncClient() as client:
        lines = (await client.get(metrics)).text.splitlines()
    return {line.rpartition(" ")[0] for line in lines if line.startswith("consumer_lag{")}
