"""Internal promises over HTTP: what groups and suppliers owe, how long it takes them, and what is told of it."""

import asyncio
import random
from datetime import timedelta
from typing import Any

import pytest

from shared.ids import uuid7
from tests.fixtures.pages import visiting
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing import facts
from tests.services.ticketing.merging.desk import REPLY, SOLVED, a_ticket, merged, refusal, unmerged
from tests.services.ticketing.sla.clocks import MONDAY, later

HALF_AN_HOUR, HOUR = 1800, 3600
LEO = "01935f2e-7c00-7000-8000-00000000aa02"


@pytest.fixture(autouse=True)
async def time_stands_still(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)


async def promises(ticketing: ServiceUnderTest, group_id: str = facts.CARE, **terms: Any) -> None:
    body = {"pickup_seconds": HALF_AN_HOUR, "handling_seconds": 2 * HOUR, **terms}
    await ticketing.put(f"/v1/groups/{group_id}/ola", body)


async def a_supplier(ticketing: ServiceUnderTest, name: str = "Nordic Hosting", **terms: Any) -> str:
    made = await ticketing.post("/v1/suppliers", {"name": name, "target_seconds": HOUR, **terms})
    return str(made["id"])


async def waits(ticketing: ServiceUnderTest, ticket: str, supplier: str) -> None:
    await ticketing.post(f"/v1/tickets/{ticket}/transitions", {"to": "on_hold", "supplier_id": supplier})


async def stays(ticketing: ServiceUnderTest, ticket: str) -> list[tuple[str, str, str, int, str]]:
    """A ticket's stays: metric, state, reason, seconds and verdict; what explains them adds up."""
    shown = (await ticketing.get(f"/v1/tickets/{ticket}/ola"))["items"]
    explained = (await ticketing.get(f"/v1/tickets/{ticket}/ola/explain"))["items"]
    for each, why in zip(shown, explained, strict=True):
        parts = why["intervals"]
        assert why["clock_id"] == each["id"]
        assert sum(part["seconds"] for part in parts if part["counted"]) == each["elapsed_seconds"]
        assert [part["from"] for part in parts] == [each["started_at"], *(part["to"] for part in parts)][:-1]
        if parts:
            assert parts[-1]["to"] == (each["ended_at"] or each["as_of"])
    return [(each["metric"], each["state"], each["reason"], each["elapsed_seconds"], each["verdict"]) for each in shown]


# ── Groups ──


async def test_a_ticket_rests_with_its_group_until_somebody_has_it_and_it_is_solved(
    ticketing: ServiceUnderTest,
) -> None:
    await promises(ticketing)
    ticket = await a_ticket(ticketing, group_id=facts.CARE)
    ticketing.clock.advance(minutes=10)
    assert sorted(await stays(ticketing, ticket)) == [
        ("handling", "running", "given", 600, "pending"),
        ("pickup", "running", "given", 600, "pending"),
    ]
    await ticketing.post(f"/v1/tickets/{ticket}/assign", {"assignee_id": LEO})
    ticketing.clock.advance(minutes=10)
    await ticketing.post(f"/v1/tickets/{ticket}/transitions", {"to": "pending"})
    ticketing.clock.advance(hours=5)
    await ticketing.post(f"/v1/tickets/{ticket}/transitions", {"to": "open"})
    ticketing.clock.advance(minutes=1)
    await ticketing.post(f"/v1/tickets/{ticket}/transitions", SOLVED)
    assert sorted(await stays(ticketing, ticket)) == [
        ("handling", "fulfilled", "solved", 21 * 60, "met"),
        ("pickup", "fulfilled", "picked_up", 600, "met"),
    ]
    told = await ticketing.told("ola.started.v1", "ola.ended.v1", "ola.breached.v1")
    assert sorted((fact.type, fact.data["metric"], fact.data["reason"]) for fact in told) == [
        ("ola.ended.v1", "handling", "solved"),
        ("ola.ended.v1", "pickup", "picked_up"),
        ("ola.started.v1", "handling", "given"),
        ("ola.started.v1", "pickup", "given"),
    ]
    assert {(fact.subject, fact.data["group_id"]) for fact in told} == {(ticket, facts.CARE)}


async def test_handing_on_ends_one_groups_stay_and_begins_the_others(ticketing: ServiceUnderTest) -> None:
    other = (await ticketing.post("/v1/groups", {"name": "Billing"}))["id"]
    third = (await ticketing.post("/v1/groups", {"name": "Legal"}))["id"]
    await promises(ticketing)
    await promises(ticketing, other, pickup_seconds=None)
    ticket = await a_ticket(ticketing, group_id=facts.CARE)
    ticketing.clock.advance(minutes=31)
    await ticketing.post(f"/v1/tickets/{ticket}/assign", {"group_id": other})
    ticketing.clock.advance(minutes=2)
    await ticketing.post(f"/v1/tickets/{ticket}/assign", {"group_id": third})
    assert sorted(await stays(ticketing, ticket)) == [
        ("handling", "fulfilled", "handed_on", 120, "met"),
        ("handling", "fulfilled", "handed_on", 31 * 60, "met"),
        ("pickup", "fulfilled", "handed_on", 31 * 60, "breached"),
    ]
    [late] = await ticketing.told("ola.breached.v1")
    assert (late.data["breached_at"], late.data["detected_at"]) == (later(minutes=30), later(minutes=31))
    assert late.headers["ce_time"] == later(minutes=30)


async def test_reached_exactly_is_met_and_a_late_job_tells_the_true_time_once(ticketing: ServiceUnderTest) -> None:
    await promises(ticketing, handling_seconds=None)
    ticket = await a_ticket(ticketing, group_id=facts.CARE)
    ticketing.clock.advance(minutes=30)
    assert await ticketing.run_job("ola_due") == 0
    ticketing.clock.advance(hours=3)
    ran = await asyncio.gather(ticketing.run_job("ola_due"), ticketing.run_job("ola_due"))
    assert sum(ran) == 1
    assert await ticketing.run_job("ola_due") == 0
    await ticketing.post(f"/v1/tickets/{ticket}/assign", {"assignee_id": LEO})
    [late] = await ticketing.told("ola.breached.v1")
    assert (late.data["breached_at"], late.data["elapsed_seconds"]) == (later(minutes=30), 3 * HOUR + HALF_AN_HOUR)
    assert await stays(ticketing, ticket) == [("pickup", "fulfilled", "picked_up", 3 * HOUR + HALF_AN_HOUR, "breached")]


async def test_a_stay_that_began_keeps_what_it_was_promised(ticketing: ServiceUnderTest) -> None:
    await promises(ticketing, handling_seconds=None)
    ticket = await a_ticket(ticketing, group_id=facts.CARE)
    await promises(ticketing, pickup_seconds=60, handling_seconds=None)
    [kept] = (await ticketing.get(f"/v1/tickets/{ticket}/ola"))["items"]
    assert kept["target_seconds"] == HALF_AN_HOUR
    assert (await ticketing.get(f"/v1/groups/{facts.CARE}/ola"))["pickup_seconds"] == 60


async def test_business_time_counts_over_a_weekend(ticketing: ServiceUnderTest) -> None:
    week = [{"weekday": day, "from": "09:00", "to": "17:00"} for day in range(5)]
    desk = await ticketing.post("/v1/calendars", {"name": "Desk", "timezone": "Europe/Oslo", "intervals": week})
    await promises(ticketing, pickup_seconds=4 * HOUR, handling_seconds=None, calendar_id=desk["id"])
    ticketing.clock.stop_at(MONDAY + timedelta(days=4, hours=5))  # Friday 15:00 in Oslo
    ticket = await a_ticket(ticketing, group_id=facts.CARE)
    [stay] = (await ticketing.get(f"/v1/tickets/{ticket}/ola"))["items"]
    assert stay["due_at"] == later(days=7, hours=1)  # Monday 11:00 in Oslo
    ticketing.clock.advance(days=2, hours=20)
    assert await stays(ticketing, ticket) == [("pickup", "running", "given", 4 * HOUR, "pending")]
    ticketing.clock.advance(seconds=1)
    assert await stays(ticketing, ticket) == [("pickup", "running", "given", 4 * HOUR + 1, "breached")]


async def test_a_group_without_a_promise_measures_nothing(ticketing: ServiceUnderTest) -> None:
    ticket = await a_ticket(ticketing, group_id=facts.CARE)
    assert await stays(ticketing, ticket) == []
    assert await refusal(ticketing, f"/v1/groups/{facts.CARE}/ola", method="GET") == (404, "not_found")
    assert await ticketing.told("ola.started.v1") == []


async def test_a_reopened_ticket_rests_with_its_group_anew(ticketing: ServiceUnderTest) -> None:
    await promises(ticketing, pickup_seconds=None)
    ticket = await a_ticket(ticketing, group_id=facts.CARE)
    await ticketing.post(f"/v1/tickets/{ticket}/transitions", SOLVED)
    ticketing.clock.advance(hours=4)
    await ticketing.post(f"/v1/tickets/{ticket}/transitions", {"to": "open"})
    ticketing.clock.advance(minutes=5)
    assert await stays(ticketing, ticket) == [
        ("handling", "fulfilled", "solved", 0, "met"),
        ("handling", "running", "given", 300, "pending"),
    ]


async def test_a_merge_stops_the_stays_and_an_unmerge_lets_them_run_on(ticketing: ServiceUnderTest) -> None:
    await promises(ticketing, handling_seconds=None)
    one, other = await a_ticket(ticketing, group_id=facts.CARE), await a_ticket(ticketing)
    ticketing.clock.advance(minutes=5)
    await merged(ticketing, one, into=other)
    ticketing.clock.advance(days=2)
    assert await stays(ticketing, one) == [("pickup", "paused", "merged", 300, "pending")]
    await unmerged(ticketing, one)
    ticketing.clock.advance(minutes=5)
    assert await stays(ticketing, one) == [("pickup", "running", "new", 600, "pending")]


# ── Suppliers ──


async def test_a_ticket_waits_for_a_supplier_and_a_reply_ends_nothing(ticketing: ServiceUnderTest) -> None:
    host, ticket = await a_supplier(ticketing), await a_ticket(ticketing)
    await waits(ticketing, ticket, host)
    ticketing.clock.advance(minutes=20)
    await ticketing.post(f"/v1/tickets/{ticket}/messages", REPLY)
    assert await stays(ticketing, ticket) == [("supplier_wait", "running", "given", 1200, "pending")]
    ticketing.clock.advance(minutes=50)
    await ticketing.post(f"/v1/tickets/{ticket}/transitions", {"to": "open"})
    assert await stays(ticketing, ticket) == [("supplier_wait", "fulfilled", "came_back", 70 * 60, "breached")]
    ended = await ticketing.told("ola.ended.v1")
    assert [fact.data["supplier_id"] for fact in ended] == [host]


async def test_waits_of_one_supplier_are_counted_as_an_oracle_counts_them(ticketing: ServiceUnderTest) -> None:
    host, courier = await a_supplier(ticketing), await a_supplier(ticketing, "Courier")
    dice = random.Random(7)
    took = []
    for _ in range(13):
        ticket, minutes = await a_ticket(ticketing), dice.randrange(1, 120)
        await waits(ticketing, ticket, host)
        ticketing.clock.advance(minutes=minutes)
        await ticketing.post(f"/v1/tickets/{ticket}/transitions", {"to": "open"})
        took.append(minutes * 60)
    period = {"from": later(), "to": later(days=30)}
    still = await a_ticket(ticketing)
    await waits(ticketing, still, host)
    ticketing.clock.advance(hours=2)
    found = await ticketing.get(f"/v1/suppliers/{host}/statistics", **period)
    took.sort()
    assert (found["median_seconds"], found["p90_seconds"]) == (took[6], took[11])  # the 7th and the 12th of 13
    assert (found["ended"], found["longest_seconds"], found["total_seconds"]) == (13, took[-1], sum(took))
    assert found["breached"] == sum(seconds > HOUR for seconds in took)
    assert (found["open"], found["open_breached"]) == (1, 1)
    nothing = await ticketing.get(f"/v1/suppliers/{courier}/statistics", **period)
    assert (nothing["ended"], nothing["median_seconds"], nothing["total_seconds"], nothing["open"]) == (0, None, 0, 0)
    before = await ticketing.get(f"/v1/suppliers/{host}/statistics", **{"from": later(days=-1), "to": later()})
    assert before["ended"] == 0


async def test_groups_are_counted_by_pickup_and_by_handling(ticketing: ServiceUnderTest) -> None:
    await promises(ticketing)
    for minutes in (10, 20, 40):
        ticket = await a_ticket(ticketing, group_id=facts.CARE)
        ticketing.clock.advance(minutes=minutes)
        await ticketing.post(f"/v1/tickets/{ticket}/assign", {"assignee_id": LEO})
    found = await ticketing.get(f"/v1/groups/{facts.CARE}/ola/statistics", **{"from": later(), "to": later(days=1)})
    assert (found["pickup"]["ended"], found["pickup"]["median_seconds"], found["pickup"]["breached"]) == (3, 1200, 1)
    assert (found["handling"]["ended"], found["handling"]["open"]) == (0, 3)


async def test_suppliers_are_made_changed_and_refused(ticketing: ServiceUnderTest) -> None:
    host = await a_supplier(ticketing)
    ticket = await a_ticket(ticketing)
    assert await refusal(ticketing, "/v1/suppliers", {"name": "NORDIC hosting", "target_seconds": 1}) == (
        409,
        "name_taken",
    )
    assert await refusal(ticketing, "/v1/suppliers", {"name": "X", "target_seconds": 0}) == (422, "invalid")
    unknown = {"name": "X", "target_seconds": 1, "calendar_id": str(uuid7())}
    assert await refusal(ticketing, "/v1/suppliers", unknown) == (422, "unknown_calendar")
    move = f"/v1/tickets/{ticket}/transitions"
    assert await refusal(ticketing, move, {"to": "on_hold", "supplier_id": str(uuid7())}) == (422, "unknown_supplier")
    assert await refusal(ticketing, move, {"to": "pending", "supplier_id": host}) == (422, "invalid")
    changed = await ticketing.patch(f"/v1/suppliers/{host}", {"active": False})
    assert (changed["active"], changed["version"]) == (False, 2)
    assert await refusal(ticketing, move, {"to": "on_hold", "supplier_id": host}) == (422, "unknown_supplier")
    assert (await ticketing.get("/v1/suppliers", active=True))["items"] == []
    backwards = {"from": later(days=1), "to": later()}
    answer = await ticketing.client.get(f"/v1/suppliers/{host}/statistics", params=backwards)
    assert answer.status_code == 422
    assert await refusal(ticketing, f"/v1/suppliers/{uuid7()}", method="GET") == (404, "not_found")
    async with ticketing.client_with("ticketing:suppliers:read") as reader:
        assert (await reader.get("/v1/suppliers")).status_code == 200
        assert (await reader.patch(f"/v1/suppliers/{host}", json={"active": True})).status_code == 403


async def test_many_at_once_begin_one_wait(ticketing: ServiceUnderTest) -> None:
    host, ticket = await a_supplier(ticketing), await a_ticket(ticketing)
    body = {"to": "on_hold", "supplier_id": host}
    answers = await asyncio.gather(
        *(ticketing.client.post(f"/v1/tickets/{ticket}/transitions", json=body) for _ in range(5))
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409, 409]
    assert len(await stays(ticketing, ticket)) == 1


# ── Console ──


async def test_the_console_puts_a_ticket_on_hold_for_a_supplier_and_shows_with_whom_it_rests(
    ticketing: ServiceUnderTest,
) -> None:
    await promises(ticketing, pickup_seconds=60)
    host = await a_supplier(ticketing)
    ticket = await ticketing.get(f"/v1/tickets/{await a_ticket(ticketing, group_id=facts.CARE)}")
    path = f"/console/tickets/{ticket['number']}"
    ticketing.clock.advance(minutes=2)
    async with visiting(ticketing, "ticketing:*:read", "ticketing:*:write") as board:
        page = await board.get(path)
        assert "Somebody of customer-care should have it" in page
        assert "was due" in page
        assert "Nordic Hosting</option>" in page
        page = (await board.send(f"{path}/transitions", to="on_hold", supplier_id=host)).text
        assert "Waits for Nordic Hosting" in page
        page = (await board.send(f"{path}/transitions", to="open", supplier_id=host)).text
        assert "Waits for" not in page
    assert ("supplier_wait", "fulfilled", "came_back", 0, "met") in await stays(ticketing, ticket["id"])
