"""Tickets that come at once: turns stay fair, and nobody gets more than they take."""

import asyncio
from collections import Counter

import pytest

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.routing.people import group, people, presence, rule, ticket


async def test_turns_stay_fair_under_concurrency(ticketing: ServiceUnderTest) -> None:
    staff_ids = await people(ticketing, 4)
    await presence(ticketing, staff_ids[3], "busy")
    await rule(ticketing, await group(ticketing, staff_ids, "round_robin"))
    for tickets in (3, 7, 20):
        made = await asyncio.gather(*(ticket(ticketing) for _ in range(tickets)))
        assert len({each["number"] for each in made}) == tickets
    got = Counter(row.who for row in await ticketing.rows("SELECT assignee_id::text AS who FROM ticket"))
    assert set(got) == set(staff_ids[:3])
    assert got.total() == 30
    assert set(got.values()) == {10}


async def test_a_change_of_the_group_keeps_the_turns(ticketing: ServiceUnderTest) -> None:
    mia, leo, ida = await people(ticketing, 3)
    desk = await group(ticketing, [mia, leo], "round_robin")
    assert (await ticket(ticketing, group_id=desk))["assignee_id"] == mia
    await ticketing.patch(f"/v1/groups/{desk}", {"member_ids": [mia, leo, ida]})
    assert [(await ticket(ticketing, group_id=desk))["assignee_id"] for _ in range(3)] == [leo, ida, mia]


async def test_a_source_that_has_a_ticket_takes_nobody_s_turn(ticketing: ServiceUnderTest) -> None:
    staff_ids = await people(ticketing, 2)
    desk = await group(ticketing, staff_ids, "round_robin")
    source = {"service": "phone-desk", "kind": "call", "id": "call-8841"}
    made = await asyncio.gather(*(ticket(ticketing, group_id=desk, source=source) for _ in range(5)))
    assert len({each["id"] for each in made}) == 1
    following = await ticket(ticketing, group_id=desk)
    assert {made[0]["assignee_id"], following["assignee_id"]} == set(staff_ids)


@pytest.mark.parametrize("strategy", ["round_robin", "least_loaded"])
async def test_capacity_is_never_exceeded_not_even_between_groups(ticketing: ServiceUnderTest, strategy: str) -> None:
    staff_ids = await people(ticketing, 3, capacity=3)
    desks = [await group(ticketing, staff_ids[:2], strategy), await group(ticketing, staff_ids[1:], strategy)]
    await asyncio.gather(*(ticket(ticketing, group_id=desks[number % 2]) for number in range(24)))
    got = Counter(row.who for row in await ticketing.rows("SELECT assignee_id::text AS who FROM ticket"))
    assert got.pop("None", None) is None
    assert got.pop(None) == 24 - 9
    assert got == Counter(dict.fromkeys(staff_ids, 3))


async def test_what_is_pending_or_merged_is_no_load(ticketing: ServiceUnderTest) -> None:
    [mia] = await people(ticketing, 1, capacity=1)
    desk = await group(ticketing, [mia], "least_loaded")
    first = await ticket(ticketing, group_id=desk)
    assert (await ticket(ticketing, group_id=desk))["assignee_id"] is None
    await ticketing.post(f"/v1/tickets/{first['id']}/transitions", {"to": "pending"})
    second = await ticket(ticketing, group_id=desk)
    assert second["assignee_id"] == mia
    await ticketing.execute(
        "UPDATE ticket SET merged_into_id = :into WHERE id = :id", into=first["id"], id=second["id"]
    )
    assert (await ticket(ticketing, group_id=desk))["assignee_id"] == mia


async def test_a_member_whom_the_directory_does_not_know_gets_nothing(ticketing: ServiceUnderTest) -> None:
    desk = await group(ticketing, [str(uuid7())], "round_robin")
    assert (await ticket(ticketing, group_id=desk))["assignee_id"] is None
