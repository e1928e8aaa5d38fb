"""Time alone warns and breaches: told once, under the true instants, however late and by how many."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import postgresql

from services.ticketing.sla import queries
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.sla.clocks import (
    HOUR,
    MONDAY,
    a_policy,
    a_ticket,
    later,
    moved,
    names,
    only,
    replied,
    target,
    told,
)


@pytest.fixture(autouse=True)
async def an_hour_for_the_first_reply(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    await a_policy(ticketing, target("first_reply", HOUR, pause_statuses=["pending"]))


async def test_warns_at_its_share_and_breaches_when_due(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=45)
    assert await ticketing.run_job("sla_due") == 0
    ticketing.clock.advance(seconds=1)
    assert await ticketing.run_job("sla_due") == 1
    ticketing.clock.advance(minutes=14, seconds=59)
    assert await ticketing.run_job("sla_due") == 0
    ticketing.clock.advance(seconds=1)
    assert await ticketing.run_job("sla_due") == 1
    _, warned, breached = await told(ticketing, "first_reply")
    assert (warned.type, warned.data["at"], warned.headers["ce_time"]) == (
        "sla.warned.v1",
        later(minutes=45),
        later(minutes=45),
    )
    assert (warned.data["elapsed_seconds"], warned.data["due_at"]) == (45 * 60, later(hours=1))
    assert (breached.type, breached.headers["ce_time"]) == ("sla.breached.v1", later(hours=1))
    seen_at = later(hours=1, seconds=1)
    assert (breached.data["breached_at"], breached.data["detected_at"]) == (later(hours=1), seen_at)
    assert (breached.data["at"], breached.data["elapsed_seconds"]) == (seen_at, HOUR + 1)
    clock = await only(ticketing, path, "first_reply")
    assert (clock["verdict"], clock["state"], clock["detected_at"]) == ("breached", "running", seen_at)


async def test_a_late_sweeper_tells_the_true_times_once(ticketing: ServiceUnderTest) -> None:
    await a_ticket(ticketing)
    ticketing.clock.advance(days=3)
    assert await ticketing.run_job("sla_due") == 1
    assert await ticketing.run_job("sla_due") == 0
    facts = await told(ticketing, "first_reply")
    assert names(facts) == ["applied", "warned", "breached"]
    assert [fact.headers["ce_time"] for fact in facts] == [later(), later(minutes=45), later(hours=1)]
    assert facts[2].data["detected_at"] == later(days=3)


async def test_many_sweepers_tell_once(ticketing: ServiceUnderTest) -> None:
    for _ in range(12):
        await a_ticket(ticketing)
    ticketing.clock.advance(days=3)
    await asyncio.gather(*(ticketing.run_job("sla_due") for _ in range(8)))
    while await ticketing.run_job("sla_due"):
        pass
    facts = [fact.type for fact in await told(ticketing, "first_reply")]
    assert (facts.count("sla.warned.v1"), facts.count("sla.breached.v1")) == (12, 12)


async def test_a_sweeper_and_replies_at_once_tell_once_and_in_order(ticketing: ServiceUnderTest) -> None:
    paths = [await a_ticket(ticketing) for _ in range(8)]
    ticketing.clock.advance(days=3)
    sweeps = (ticketing.run_job("sla_due") for _ in range(8))
    await asyncio.gather(*sweeps, *(replied(ticketing, path) for path in paths))
    facts = await told(ticketing, "first_reply")
    for path in paths:
        of_ticket = [fact for fact in facts if path.endswith(fact.subject)]
        assert names(of_ticket) == ["applied", "warned", "breached", "fulfilled"]


async def test_whoever_holds_the_ticket_is_not_waited_for(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(days=3)
    async with ticketing.database.session() as session, session.begin():
        await session.execute(text("SELECT 1 FROM ticket FOR UPDATE"))
        assert await ticketing.run_job("sla_due") == 0
    assert await ticketing.run_job("sla_due") == 1
    assert (await only(ticketing, path, "first_reply"))["verdict"] == "breached"


async def test_a_warning_is_told_once_a_cycle_and_never_while_paused(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=40)
    await moved(ticketing, path, "pending")
    ticketing.clock.advance(days=1)
    assert await ticketing.run_job("sla_due") == 0
    await moved(ticketing, path, "open")
    ticketing.clock.advance(minutes=6)
    assert await ticketing.run_job("sla_due") == 1
    await moved(ticketing, path, "pending")
    await moved(ticketing, path, "open")
    ticketing.clock.advance(minutes=10)
    assert await ticketing.run_job("sla_due") == 0
    facts = await told(ticketing, "first_reply")
    assert names(facts) == ["applied", "paused", "resumed", "warned", "paused", "resumed"]
    assert facts[3].headers["ce_time"] == later(days=1, minutes=45)


async def test_a_breach_before_a_pause_is_told_before_it(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    ticketing.clock.advance(hours=2)
    await moved(ticketing, path, "pending")
    assert names(await told(ticketing, "first_reply")) == ["applied", "warned", "breached", "paused"]
    clock = await only(ticketing, path, "first_reply")
    assert (clock["state"], clock["breached_at"], clock["due_at"]) == ("paused", later(hours=1), None)


async def test_a_policy_says_when_to_warn(ticketing: ServiceUnderTest) -> None:
    await a_policy(ticketing, target("total_resolution", HOUR, warn_at_share=0.5), rank=1)
    await a_ticket(ticketing)
    ticketing.clock.advance(minutes=31)
    await ticketing.run_job("sla_due")
    assert (await told(ticketing, "total_resolution"))[1].headers["ce_time"] == later(minutes=30)


async def copied(ticketing: ServiceUnderTest, times: int) -> None:
    """So many more tickets with the same clocks as the one that is there."""
    columns = "subject, type, status, priority, channel, brand, tags, custom, reopen_count, public_reply_count"
    await ticketing.execute(
        f"INSERT INTO ticket (id, trace_id, created_at, updated_at, {columns})"
        f" SELECT gen_random_uuid(), trace_id, created_at, updated_at, {columns}"
        " FROM ticket, generate_series(1, :times)",
        times=times,
    )
    await ticketing.execute("""
        INSERT INTO sla_clock SELECT (jsonb_populate_record(sla_clock, jsonb_build_object(
            'id', gen_random_uuid(), 'ticket_id', ticket.id))).*
        FROM sla_clock, ticket WHERE ticket.id <> sla_clock.ticket_id
    """)


async def test_a_run_takes_at_most_its_batch(ticketing: ServiceUnderTest) -> None:
    await a_ticket(ticketing)
    await copied(ticketing, 150)
    ticketing.clock.advance(hours=2)
    assert [await ticketing.run_job("sla_due") for _ in range(3)] == [100, 51, 0]


async def test_open_clocks_that_are_not_due_cost_nothing(ticketing: ServiceUnderTest) -> None:
    await a_ticket(ticketing)
    await copied(ticketing, 5000)
    await ticketing.execute("ANALYZE sla_clock, ticket")
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    sweep = queries.due(MONDAY, 100).compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    plan = "\n".join(row[0] for row in await ticketing.rows(f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) {sweep}"))
    assert "ix_sla_clock_next_at" in plan
    assert "Seq Scan" not in plan
    blocks = [int(line.partition("shared hit=")[2].split()[0]) for line in plan.splitlines() if "shared hit=" in line]
    assert blocks[0] < 10
