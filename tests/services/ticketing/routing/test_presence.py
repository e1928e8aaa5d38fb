"""Who takes tickets: what they say of themselves, and what the directory says."""

from datetime import timedelta

import pytest

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.facts import staff
from tests.services.ticketing.routing.people import group, people, presence, ticket


async def test_presence_is_said_and_read(ticketing: ServiceUnderTest) -> None:
    mia = uuid7()
    path = f"/v1/agents/{mia}/presence"
    assert (await ticketing.client.get(path)).status_code == 404
    assert (await ticketing.client.put(path, json={"state": "busy"})).status_code == 404
    await ticketing.deliver(staff(mia))
    assert await ticketing.get(path) == {
        "staff_id": str(mia),
        "state": "available",
        "until": None,
        "updated_at": None,
        "version": 0,
    }
    until = ticketing.clock() + timedelta(hours=1)
    busy = await ticketing.client.put(path, json={"state": "busy", "until": until.isoformat()})
    assert (busy.json()["state"], busy.headers["etag"]) == ("busy", f'"{busy.json()["version"]}"')
    again = await ticketing.put(path, {"state": "busy", "until": until.isoformat()})
    assert again == busy.json() == await ticketing.get(path)
    stale = await ticketing.client.put(path, json={"state": "away"}, headers={"If-Match": '"99"'})
    assert stale.status_code == 412
    done = await ticketing.rows("SELECT before, after FROM audit WHERE action = 'agent.presence'")
    assert [(row.before["state"], row.after["state"]) for row in done] == [("available", "busy")]


@pytest.mark.parametrize(
    "body",
    [
        {"state": "asleep"},
        {},
        {"state": "available", "until": "2026-12-01T00:00:00Z"},
        {"state": "away", "until": "9999-12-31T23:59:59-14:00"},
        {"state": "away", "until": 5},
        {"state": "away", "keep_tickets": True},
    ],
)
async def test_what_presence_may_not_say(ticketing: ServiceUnderTest, body: dict[str, object]) -> None:
    [mia] = await people(ticketing, 1)
    assert (await ticketing.client.put(f"/v1/agents/{mia}/presence", json=body)).status_code == 422


async def test_one_says_it_of_oneself_and_leaders_of_others(ticketing: ServiceUnderTest) -> None:
    mia, leo = uuid7(), uuid7()
    await ticketing.deliver(staff(mia), staff(leo))
    busy = {"state": "busy"}
    async with ticketing.client_with("ticketing:presence:write", staff_id=mia) as own:
        assert (await own.put(f"/v1/agents/{mia}/presence", json=busy)).status_code == 200
        refused = await own.put(f"/v1/agents/{leo}/presence", json=busy)
        assert (refused.status_code, refused.json()["code"]) == (403, "not_their_presence")
    async with ticketing.client_with("ticketing:presence:write") as nobody:
        assert (await nobody.put(f"/v1/agents/{leo}/presence", json=busy)).status_code == 403
    async with ticketing.client_with("ticketing:presence:write", "ticketing:agents:write", staff_id=mia) as leader:
        assert (await leader.put(f"/v1/agents/{leo}/presence", json=busy)).status_code == 200


@pytest.mark.parametrize("state", ["busy", "away", "offline"])
async def test_only_who_is_available_gets_tickets_until_they_are_again(ticketing: ServiceUnderTest, state: str) -> None:
    [mia] = await people(ticketing, 1)
    desk = await group(ticketing, [mia], "round_robin")
    until = ticketing.clock() + timedelta(hours=1)
    await presence(ticketing, mia, state, until=until.isoformat())
    assert (await ticket(ticketing, group_id=desk))["assignee_id"] is None
    ticketing.clock.advance(hours=1, seconds=1)
    assert (await ticket(ticketing, group_id=desk))["assignee_id"] == mia


async def test_the_directory_s_absences_count(ticketing: ServiceUnderTest) -> None:
    mia, leo, ida = await people(ticketing, 3)
    desk = await group(ticketing, [mia, leo, ida], "round_robin")
    away = ticketing.clock() - timedelta(hours=1)
    await ticketing.deliver(staff(mia, active=False), staff(leo, away_from=away))
    got = {(await ticket(ticketing, group_id=desk))["assignee_id"] for _ in range(3)}
    assert got == {ida}
