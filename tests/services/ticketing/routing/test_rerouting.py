"""What waits is given out when somebody can take it; what somebody left goes to others, once."""

import asyncio
from collections import Counter
from typing import Any

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.facts import CARE, staff
from tests.services.ticketing.routing.people import group, people, presence, rule, ticket, why


async def _owners(service: ServiceUnderTest) -> list[str | None]:
    rows = await service.rows("SELECT assignee_id::text AS who FROM ticket ORDER BY id")
    return [row.who for row in rows]


async def _work(service: ServiceUnderTest, name: str) -> int:
    """Run a job until it has nothing more to do; answers how often it had."""
    runs = 0
    while await service.run_job(name):
        runs += 1
    return runs


async def test_the_most_urgent_and_oldest_goes_first(ticketing: ServiceUnderTest) -> None:
    [mia] = await people(ticketing, 1, capacity=2)
    desk = await group(ticketing, [mia], "least_loaded")
    await presence(ticketing, mia, "offline")
    for priority in ("low", "normal", "urgent", "normal"):
        await ticket(ticketing, group_id=desk, priority=priority)
    assert await _work(ticketing, "assign_waiting_tickets") == 0
    await presence(ticketing, mia, "available")
    assert await _work(ticketing, "assign_waiting_tickets") == 1
    assert await _owners(ticketing) == [None, mia, mia, None]
    found = (await ticketing.get("/v1/tickets", assignee_id=mia))["items"]
    assert {each["status"] for each in found} == {"open"}
    assert [told["occasion"] for told in await why(ticketing, found[0]["id"])] == ["waiting", "created"]

    path = f"/v1/tickets/{found[0]['id']}/transitions"
    await ticketing.post(path, {"to": "solved", "resolution_code": "fixed"})  # there is room for one
    assert await _work(ticketing, "assign_waiting_tickets") == 1
    assert Counter(await _owners(ticketing)) == {mia: 3, None: 1}
    told = [fact.data["reason"] for fact in await ticketing.told("ticket.assigned.v1")]
    assert set(told) == {"routing"}


async def test_those_whose_skills_nobody_has_keep_no_others_waiting(ticketing: ServiceUnderTest) -> None:
    [mia] = await people(ticketing, 1, skills=["sv"])
    desk = await group(ticketing, [mia], "skills")
    await presence(ticketing, mia, "away")
    await rule(ticketing, desk, 1, match={"tags": ["finnish"]}, skills=["fi"])
    await rule(ticketing, desk, 2, skills=["sv"])
    for tag in ("finnish", "other", "finnish"):
        await ticket(ticketing, tags=[tag], priority="urgent" if tag == "finnish" else "low")
    await presence(ticketing, mia, "available")
    await _work(ticketing, "assign_waiting_tickets")
    assert await _owners(ticketing) == [None, mia, None]
    await ticketing.put(f"/v1/agents/{mia}", {"group_ids": [desk], "skills": ["sv", "fi"], "capacity": 9})
    await _work(ticketing, "assign_waiting_tickets")
    assert await _owners(ticketing) == [mia, mia, mia]


async def test_two_workers_give_each_waiting_ticket_once_and_nobody_too_many(ticketing: ServiceUnderTest) -> None:
    staff_ids = await people(ticketing, 2, capacity=5)
    desk = await group(ticketing, staff_ids, "round_robin")
    for each in staff_ids:
        await presence(ticketing, each, "offline")
    for _ in range(12):
        await ticket(ticketing, group_id=desk)
    for each in staff_ids:
        await presence(ticketing, each, "available")
    new = [ticket(ticketing, group_id=desk) for _ in range(4)]
    await asyncio.gather(*(_work(ticketing, "assign_waiting_tickets") for _ in range(3)), *new)
    await _work(ticketing, "assign_waiting_tickets")
    assert Counter(await _owners(ticketing)) == Counter({staff_ids[0]: 5, staff_ids[1]: 5, None: 6})
    told = Counter(
        fact.subject for fact in await ticketing.told("ticket.assigned.v1") if fact.data["assignee_id"] is not None
    )
    assert set(told.values()) == {1}


async def test_who_goes_away_leaves_what_they_have_not_answered_to_others_once(ticketing: ServiceUnderTest) -> None:
    mia, leo = await people(ticketing, 2)
    desk = await group(ticketing, [mia, leo], "least_loaded")
    await presence(ticketing, leo, "busy")
    fresh, answered, pending, by_hand = [await ticket(ticketing, group_id=desk) for _ in range(4)]
    manual = await ticket(ticketing, group_id=CARE, assignee_id=mia)
    reply = {"body": "I look into it", "visibility": "public", "author": {"kind": "agent"}}
    await ticketing.post(f"/v1/tickets/{answered['id']}/messages", reply)
    await ticketing.post(f"/v1/tickets/{pending['id']}/transitions", {"to": "pending"})
    await ticketing.post(f"/v1/tickets/{by_hand['id']}/assign", {"assignee_id": leo})
    await ticketing.post(f"/v1/tickets/{by_hand['id']}/assign", {"assignee_id": mia})
    await presence(ticketing, leo, "available")

    await presence(ticketing, mia, "busy")
    assert await _work(ticketing, "reroute_tickets") == 0  # they keep what they have
    await presence(ticketing, mia, "away")
    await asyncio.gather(*(_work(ticketing, "reroute_tickets") for _ in range(2)))
    assert await _work(ticketing, "reroute_tickets") == 0
    assert await _owners(ticketing) == [leo, mia, mia, leo, mia]
    told = [fact for fact in await ticketing.told("ticket.assigned.v1") if fact.data["reason"] == "rerouted"]
    assert sorted(fact.subject for fact in told) == sorted([fresh["id"], by_hand["id"]])
    assert {(fact.data["previous_assignee_id"], fact.data["assignee_id"]) for fact in told} == {(mia, leo)}
    [newest, *_] = await why(ticketing, fresh["id"])
    assert (newest["occasion"], newest["assignee_id"]) == ("rerouted", leo)
    assert {each["staff_id"]: each["why_not"] for each in newest["agents"]} == {leo: None, mia: "away"}
    assert manual["assignee_id"] == mia


async def test_where_nobody_else_can_they_wait(ticketing: ServiceUnderTest) -> None:
    mia, leo = await people(ticketing, 2)
    desk = await group(ticketing, [mia, leo], "round_robin")
    await presence(ticketing, leo, "offline")
    left = await ticket(ticketing, group_id=desk)
    await presence(ticketing, mia, "offline")
    await _work(ticketing, "reroute_tickets")
    held = await ticketing.get(f"/v1/tickets/{left['id']}")
    assert (held["assignee_id"], held["group_id"], held["status"]) == (None, desk, "open")
    await presence(ticketing, leo, "available")
    await _work(ticketing, "assign_waiting_tickets")
    assert await _owners(ticketing) == [leo]


async def test_who_is_back_before_the_job_came_keeps_their_tickets(ticketing: ServiceUnderTest) -> None:
    mia, leo = await people(ticketing, 2)
    desk = await group(ticketing, [mia, leo], "round_robin")
    assert (await ticket(ticketing, group_id=desk))["assignee_id"] == mia
    await presence(ticketing, mia, "away")
    await presence(ticketing, mia, "available")
    assert await _work(ticketing, "reroute_tickets") == 1
    assert await _owners(ticketing) == [mia]
    assert await ticketing.rows("SELECT 1 FROM agent_to_relieve") == []


async def test_who_is_not_active_any_more_leaves_their_tickets_too(ticketing: ServiceUnderTest) -> None:
    mia, leo = await people(ticketing, 2)
    desk = await group(ticketing, [mia, leo], "round_robin")
    for _ in range(50):
        await ticket(ticketing, group_id=desk)
    await ticketing.deliver(staff(mia, active=False), staff(uuid7(), active=False))
    assert await _work(ticketing, "reroute_tickets") >= 2
    assert set(await _owners(ticketing)) == {leo}
    told = Counter(
        fact.subject for fact in await ticketing.told("ticket.assigned.v1") if fact.data["reason"] == "rerouted"
    )
    assert (len(told), set(told.values())) == (25, {1})


async def test_a_change_in_bulk_and_an_import_that_is_not_silent_are_routed_too(ticketing: ServiceUnderTest) -> None:
    from tests.shared.features.bulk_jobs import working

    [mia] = await people(ticketing, 1)
    desk = await group(ticketing, [mia], "round_robin")
    made = [await ticket(ticketing) for _ in range(3)]
    await ticketing.post(
        "/v1/tickets/bulk", {"ids": [each["id"] for each in made], "change": {"assign": {"group_id": desk}}}
    )
    await working.work(ticketing)
    assert await _owners(ticketing) == [mia] * 3
    await rule(ticketing, desk)
    row: dict[str, Any] = {"subject": "Old", "source": {"service": "old", "kind": "ticket", "id": "1"}}
    for silent, number in ((True, "1"), (False, "2")):
        body = str({**row, "source": {**row["source"], "id": number}}).replace("'", '"')
        answer = await ticketing.client.post(
            f"/v1/tickets/import?silent={str(silent).lower()}",
            content=body,
            headers={"Content-Type": "application/x-ndjson"},
        )
        assert answer.status_code == 202
        await working.work(ticketing)
    assert await _owners(ticketing) == [mia, mia, mia, None, mia]
