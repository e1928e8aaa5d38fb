"""Levels fire by themselves, once a cycle, at the true times, however late and by how many."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import postgresql

from services.ticketing.escalation_rules import actions, queries
from shared.features.calendars import service as calendars
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.escalation_rules.rules import (
    RULES,
    a_rule,
    coming,
    fired,
    keys,
    level,
    reviewed,
    swept,
    tags,
)
from tests.services.ticketing.sla.clocks import (
    HOUR,
    MONDAY,
    a_policy,
    a_ticket,
    later,
    moved,
    replied,
    target,
    wrote,
    z,
)

DUE, FIRED = "sla.level_due.v1", "escalation.level_fired.v1"


@pytest.fixture(autouse=True)
async def an_hour_for_the_first_reply(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    await a_policy(ticketing, target("first_reply", HOUR, pause_statuses=["pending"]))


# ── When ──


async def test_fires_once_the_level_is_passed_and_tells_when_it_was_due(ticketing: ServiceUnderTest) -> None:
    rule = await a_rule(ticketing, level(share=50), level(minutes_before_due=10), level(minutes_after_due=5))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=30)
    assert await ticketing.run_job("escalation_levels") == 0  # reached exactly, and not passed
    ticketing.clock.advance(seconds=1)
    assert await ticketing.run_job("escalation_levels") == 1
    assert await ticketing.run_job("escalation_levels") == 0
    assert await coming(ticketing, path) == [("due-10m", later(minutes=50)), ("due+5m", later(minutes=65))]
    ticketing.clock.stop_at(MONDAY + timedelta(minutes=50, seconds=1))
    await swept(ticketing)
    ticketing.clock.stop_at(MONDAY + timedelta(minutes=65, seconds=3))
    await swept(ticketing)
    assert await keys(ticketing, path) == ["50%", "due-10m", "due+5m"]
    assert await tags(ticketing, path) == ["share-50", "minutes_before_due-10", "minutes_after_due-5"]
    [first, _, last] = await ticketing.told(DUE)
    assert (first.data["level"], first.data["due_at"], first.data["late_seconds"]) == ("50%", later(minutes=30), 1)
    assert (first.headers["ce_time"], first.subject) == (later(minutes=30), path.rpartition("/")[2])
    assert (last.data["detected_at"], last.data["late_seconds"]) == (later(minutes=65, seconds=3), 3)
    assert [fact.data["actions"] for fact in await ticketing.told(FIRED)] == [[{"do": "add_tag", "result": "done"}]] * 3
    assert {fact.data["rule_id"] for fact in await ticketing.told(DUE, FIRED)} == {rule["id"]}
    audited = await ticketing.rows("SELECT after FROM audit WHERE action = 'ticket.escalation_level' ORDER BY id")
    assert [row.after["level"] for row in audited] == ["50%", "due-10m", "due+5m"]


async def test_a_late_sweeper_fires_what_is_due_and_says_it_was_late(ticketing: ServiceUnderTest) -> None:
    await a_rule(ticketing, level(share=50), level(share=110))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(hours=3)
    await swept(ticketing)
    assert [(each["level"], each["due_at"], each["late_seconds"]) for each in await fired(ticketing, path)] == [
        ("50%", later(minutes=30), 9000),
        ("110%", later(minutes=66), 6840),
    ]


async def test_a_pause_postpones(ticketing: ServiceUnderTest) -> None:
    await a_rule(ticketing, level(share=75))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=40)
    await moved(ticketing, path, "pending")
    assert await coming(ticketing, path) == [("75%", None)]
    ticketing.clock.advance(days=1)
    assert await ticketing.run_job("escalation_levels") == 0
    await moved(ticketing, path, "open")
    assert await coming(ticketing, path) == [("75%", later(days=1, minutes=45))]
    ticketing.clock.advance(minutes=5)
    assert await ticketing.run_job("escalation_levels") == 0
    ticketing.clock.advance(seconds=1)
    await swept(ticketing)
    assert [each["due_at"] for each in await fired(ticketing, path)] == [later(days=1, minutes=45)]


async def test_a_pause_exactly_at_a_level_keeps_it_for_later(ticketing: ServiceUnderTest) -> None:
    await a_rule(ticketing, level(share=50), level(share=75))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=45)
    await moved(ticketing, path, "pending")
    await swept(ticketing)
    assert await keys(ticketing, path) == ["50%"]
    ticketing.clock.advance(minutes=45)
    await moved(ticketing, path, "open")
    ticketing.clock.advance(seconds=1)
    await swept(ticketing)
    assert [each["due_at"] for each in await fired(ticketing, path)] == [later(minutes=30), later(minutes=90)]


async def test_what_was_passed_before_a_pause_fires_although_nobody_looked(ticketing: ServiceUnderTest) -> None:
    await a_rule(ticketing, level(share=50))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=40)
    await moved(ticketing, path, "pending")
    ticketing.clock.advance(minutes=1)
    await swept(ticketing)
    [each] = await fired(ticketing, path)
    assert (each["state"], each["due_at"], each["late_seconds"]) == ("fired", later(minutes=30), 660)
    assert await tags(ticketing, path) == ["share-50"]
    await moved(ticketing, path, "open")
    ticketing.clock.advance(minutes=10)
    await swept(ticketing)
    assert await keys(ticketing, path) == ["50%"]


async def test_what_was_passed_before_the_reply_is_told_and_does_nothing(ticketing: ServiceUnderTest) -> None:
    await a_rule(ticketing, level(share=50))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=40)
    await replied(ticketing, path)
    await swept(ticketing)
    [each] = await fired(ticketing, path)
    assert (each["state"], each["due_at"], each["actions"]) == (
        "recorded",
        later(minutes=30),
        [{"do": "add_tag", "result": "recorded"}],
    )
    assert [fact.data["late_seconds"] for fact in await ticketing.told(DUE)] == [600]
    assert await ticketing.told(FIRED) == []
    assert await tags(ticketing, path) == []
    assert await ticketing.rows("SELECT id FROM sla_unseen") == []


async def test_nothing_comes_after_the_reply_nor_on_a_solved_ticket(ticketing: ServiceUnderTest) -> None:
    await a_rule(ticketing, level(share=50))
    answered, solved = await a_ticket(ticketing), await a_ticket(ticketing)
    ticketing.clock.advance(minutes=30)
    await replied(ticketing, answered)  # exactly at the level: it was not passed
    await moved(ticketing, solved, "solved")
    ticketing.clock.advance(hours=3)
    await swept(ticketing)
    assert await ticketing.told(DUE) == []
    assert await coming(ticketing, answered) == []


async def test_silent_and_merged_tickets_fire_nothing(ticketing: ServiceUnderTest) -> None:
    await a_rule(ticketing, level(share=50))
    for change in ("silent = true", "merged_into_id = id"):
        path = await a_ticket(ticketing)
        await ticketing.execute(f"UPDATE ticket SET {change} WHERE id = :id", id=path.rpartition("/")[2])
    ticketing.clock.advance(hours=3)
    await swept(ticketing)
    assert await ticketing.told(DUE, FIRED) == []


async def test_fires_again_in_the_next_cycle_and_not_in_the_same(ticketing: ServiceUnderTest) -> None:
    await a_policy(ticketing, target("next_reply"), target("first_reply"), rank=1)
    await a_rule(ticketing, level(share=50), metrics=["next_reply"])
    path = await a_ticket(ticketing)
    await replied(ticketing, path)
    for _ in range(2):
        await wrote(ticketing, path)
        ticketing.clock.advance(minutes=31)
        await swept(ticketing)
        await swept(ticketing)
        await replied(ticketing, path)
    assert [(each["level"], each["cycle"]) for each in await fired(ticketing, path)] == [("50%", 1), ("50%", 2)]


async def test_a_reopened_cycle_does_not_fire_again(ticketing: ServiceUnderTest) -> None:
    await a_policy(ticketing, target("total_resolution"), rank=1, on_reopen="resume")
    await a_rule(ticketing, level(share=50), level(share=75), metrics=["total_resolution"])
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=31)
    await swept(ticketing)
    await moved(ticketing, path, "solved")
    ticketing.clock.advance(days=1)
    await moved(ticketing, path, "open")
    ticketing.clock.advance(minutes=15)
    await swept(ticketing)
    assert [(each["level"], each["cycle"]) for each in await fired(ticketing, path)] == [("50%", 1), ("75%", 1)]


# ── Business time ──


async def office(ticketing: ServiceUnderTest, zone: str, opens: str, closes: str) -> str:
    """A calendar of Monday to Friday."""
    days = [{"weekday": day, "from": opens, "to": closes} for day in range(5)]
    made = await ticketing.post("/v1/calendars", {"name": f"{zone} {opens}", "timezone": zone, "intervals": days})
    return str(made["id"])


async def test_five_business_days_over_a_weekend_fire_on_the_seventh_day(ticketing: ServiceUnderTest) -> None:
    calendar_id = await office(ticketing, "UTC", "09:00", "17:00")
    days = 10 * 8 * HOUR
    await a_policy(ticketing, target("total_resolution", days, calendar_id=calendar_id), rank=1)
    await a_rule(ticketing, level(share=50), metrics=["total_resolution"])
    wednesday = MONDAY + timedelta(days=2)
    ticketing.clock.stop_at(wednesday)
    path = await a_ticket(ticketing)
    seventh = wednesday + timedelta(days=6, hours=8)  # Tuesday 17:00, its first day counted
    assert await coming(ticketing, path) == [("50%", z(seventh))]
    ticketing.clock.stop_at(seventh)
    assert await ticketing.run_job("escalation_levels") == 0
    ticketing.clock.advance(hours=1)  # the office is closed
    await swept(ticketing)
    await swept(ticketing)
    assert [each["late_seconds"] for each in await fired(ticketing, path)] == [HOUR]


async def test_minutes_before_due_are_business_minutes(ticketing: ServiceUnderTest) -> None:
    calendar_id = await office(ticketing, "UTC", "09:00", "17:00")
    await a_policy(ticketing, target("first_reply", 2 * HOUR, calendar_id=calendar_id), rank=1)
    await a_rule(ticketing, level(minutes_before_due=90), level(minutes_after_due=480))
    ticketing.clock.stop_at(MONDAY + timedelta(days=4, hours=7))  # Friday 16:00, due Monday 10:00
    path = await a_ticket(ticketing)
    assert await coming(ticketing, path) == [
        ("due-90m", later(days=4, hours=7, minutes=30)),
        ("due+480m", later(days=8, hours=1)),
    ]


async def test_a_level_across_a_dst_change_is_counted_in_elapsed_time(ticketing: ServiceUnderTest) -> None:
    calendar_id = await office(ticketing, "Europe/Stockholm", "00:00", "24:00")
    await a_policy(ticketing, target("first_reply", 4 * HOUR, calendar_id=calendar_id), rank=1)
    await a_rule(ticketing, level(share=100))
    ticketing.clock.stop_at(datetime(2028, 3, 24, 21, tzinfo=UTC))  # Friday 22:00, before clocks go forward
    path = await a_ticket(ticketing)
    assert await coming(ticketing, path) == [("100%", "2028-03-27T00:00:00Z")]  # Monday 02:00 in summer time


# ── By how many ──


async def test_many_sweepers_fire_once(ticketing: ServiceUnderTest) -> None:
    await a_rule(ticketing, level(share=50), level(share=75, actions=[{"do": "raise_priority"}]))
    paths = [await a_ticket(ticketing) for _ in range(8)]
    ticketing.clock.advance(minutes=50)
    await asyncio.gather(*(ticketing.run_job("escalation_levels") for _ in range(6)))
    await swept(ticketing)
    for path in paths:
        assert await keys(ticketing, path) == ["50%", "75%"]
        assert (await ticketing.get(path))["priority"] == "high"
    assert len(await ticketing.told(FIRED)) == 16


async def test_sweepers_and_replies_at_once_tell_each_level_once(ticketing: ServiceUnderTest) -> None:
    await a_rule(ticketing, level(share=50))
    paths = [await a_ticket(ticketing) for _ in range(8)]
    ticketing.clock.advance(minutes=50)
    sweeps = (ticketing.run_job("escalation_levels") for _ in range(6))
    await asyncio.gather(*sweeps, *(replied(ticketing, path) for path in paths))
    await swept(ticketing)
    assert sorted(fact.subject for fact in await ticketing.told(DUE)) == sorted(p.rpartition("/")[2] for p in paths)


async def test_a_run_that_dies_leaves_all_of_it_due(ticketing: ServiceUnderTest, monkeypatch: Any) -> None:
    await a_rule(ticketing, level(share=50, actions=[{"do": "raise_priority"}, {"do": "add_tag", "tag": "late"}]))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=31)

    async def die(*_: Any) -> str:
        raise SystemError

    with monkeypatch.context() as patched:
        patched.setattr(actions, "_DEEDS", {**actions._DEEDS, "add_tag": die})
        with pytest.raises(SystemError):
            await ticketing.run_job("escalation_levels")
    assert await ticketing.told(DUE, FIRED) == []
    assert (await ticketing.get(path))["priority"] == "normal"
    await swept(ticketing)
    assert (await ticketing.get(path))["priority"] == "high"
    assert len(await ticketing.told(DUE)) == 1


async def test_whoever_holds_the_ticket_is_not_waited_for(ticketing: ServiceUnderTest) -> None:
    await a_rule(ticketing, level(share=50))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=31)
    async with ticketing.database.session() as session, session.begin():
        await session.execute(text("SELECT 1 FROM ticket FOR UPDATE"))
        assert await ticketing.run_job("escalation_levels") == 0
    await swept(ticketing)
    assert await keys(ticketing, path) == ["50%"]


async def test_open_clocks_that_are_not_due_cost_nothing(ticketing: ServiceUnderTest) -> None:
    await a_rule(ticketing, level(share=50))
    await a_ticket(ticketing)
    columns = "subject, type, status, priority, channel, brand, tags, custom, reopen_count, public_reply_count"
    await ticketing.execute(
        f"INSERT INTO ticket (id, trace_id, created_at, updated_at, {columns})"
        f" SELECT gen_random_uuid(), trace_id, created_at, updated_at, {columns} FROM ticket, generate_series(1, 5000)"
    )
    await ticketing.execute("""
        INSERT INTO sla_clock SELECT (jsonb_populate_record(sla_clock, jsonb_build_object(
            'id', gen_random_uuid(), 'ticket_id', ticket.id))).*
        FROM sla_clock, ticket WHERE ticket.id <> sla_clock.ticket_id
    """)
    await ticketing.execute("ANALYZE sla_clock, ticket")
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    sweep = queries.due(MONDAY, 100).compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    plan = "\n".join(row[0] for row in await ticketing.rows(f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) {sweep}"))
    assert "ix_sla_clock_levels_at" in plan
    assert "Seq Scan" not in plan
    blocks = [int(line.partition("shared hit=")[2].split()[0]) for line in plan.splitlines() if "shared hit=" in line]
    assert blocks[0] < 10


# ── Rules that change ──


async def test_a_new_rule_reaches_clocks_that_run_and_leaves_what_is_past(ticketing: ServiceUnderTest) -> None:
    still, path = await a_ticket(ticketing), await a_ticket(ticketing)
    ticketing.clock.advance(minutes=40)
    await a_rule(ticketing, level(share=50), level(share=75))
    assert await coming(ticketing, path) == [("75%", later(minutes=45))]
    await moved(ticketing, path, "pending")
    await moved(ticketing, path, "open")
    ticketing.clock.advance(minutes=6)
    await swept(ticketing)
    assert await keys(ticketing, path) == await keys(ticketing, still) == ["75%"]


async def test_what_was_reached_before_a_change_fires_by_the_version_that_held(ticketing: ServiceUnderTest) -> None:
    rule = await a_rule(ticketing, level(share=50), level(share=75))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=31)
    await ticketing.patch(f"{RULES}/{rule['id']}", {"levels": [level(share=60), level(share=75)]})
    ticketing.clock.advance(minutes=20)
    await reviewed(ticketing)
    assert [(each["level"], each["rule_version"]) for each in await fired(ticketing, path)] == [
        ("50%", 1),
        ("60%", 2),
        ("75%", 2),
    ]


@pytest.mark.parametrize("end", ["inactive", "deleted"])
async def test_a_rule_that_ended_fires_no_more(ticketing: ServiceUnderTest, end: str) -> None:
    rule = await a_rule(ticketing, level(share=50), level(share=75))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=31)
    await swept(ticketing)
    if end == "inactive":
        await ticketing.patch(f"{RULES}/{rule['id']}", {"active": False})
    else:
        assert (await ticketing.client.delete(f"{RULES}/{rule['id']}")).status_code == 204
    assert await coming(ticketing, path) == []
    ticketing.clock.advance(hours=1)
    await reviewed(ticketing)
    assert await keys(ticketing, path) == ["50%"]
    assert await ticketing.rows("SELECT id FROM sla_clock WHERE levels_at IS NOT NULL") == []


async def test_a_review_walks_twice_and_ends(ticketing: ServiceUnderTest) -> None:
    await a_rule(ticketing, level(share=50))
    assert len(await ticketing.rows("SELECT * FROM escalation_rules_review")) == 1
    await ticketing.execute(
        "UPDATE escalation_rules_review SET begun_at = begun_at - interval '1 minute', due_at = now()"
    )
    await reviewed(ticketing)
    assert await ticketing.rows("SELECT * FROM escalation_rules_review") == []


async def test_all_rules_that_fit_apply_by_rank(ticketing: ServiceUnderTest) -> None:
    def tag(name: str) -> dict[str, Any]:
        return level(share=50, actions=[{"do": "add_tag", "tag": name}])

    await a_rule(ticketing, tag("second"), rank=20)
    await a_rule(ticketing, tag("first"), rank=10, conditions={"type": ["question"], "priority": ["normal"]})
    await a_rule(ticketing, tag("other"), conditions={"type": ["incident"]})
    await a_rule(ticketing, tag("none"), conditions={"group_id": ["01935f2e-7c00-7000-8000-000000000101"]})
    path = await a_ticket(ticketing)
    ticketing.clock.advance(minutes=31)
    await swept(ticketing)
    assert await tags(ticketing, path) == ["first", "second"]


async def test_the_default_calendar_may_be_counted_by(ticketing: ServiceUnderTest) -> None:
    await a_policy(ticketing, target("first_reply", HOUR, calendar_id=str(calendars.DEFAULT_ID)), rank=1)
    await a_rule(ticketing, level(share=50, actions=[{"do": "open_recovery"}]))
    path = await a_ticket(ticketing)
    ticketing.clock.advance(days=1)
    await swept(ticketing)
    assert await keys(ticketing, path) == ["50%"]
