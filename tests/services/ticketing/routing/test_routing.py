"""Groups and agents over HTTP, and the facts that they tell."""

import asyncio

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.facts import CARE, staff


async def test_a_group_is_made_and_changed(ticketing: ServiceUnderTest) -> None:
    leo, mia = str(uuid7()), str(uuid7())
    made = await ticketing.client.post(
        "/v1/groups", json={"name": "Onboarding desk", "lead_id": leo, "member_ids": [mia, leo, mia]}
    )
    group = made.json()
    path = f"/v1/groups/{group['id']}"
    assert (made.status_code, made.headers["location"], made.headers["etag"]) == (201, path, '"1"')
    assert set(group["member_ids"]) == {leo, mia}
    changed = await ticketing.patch(path, {"lead_id": None, "member_ids": [mia]}, headers={"If-Match": '"1"'})
    assert (changed["lead_id"], changed["member_ids"], changed["version"]) == (None, [mia], 2)
    assert await ticketing.patch(path, {"member_ids": [mia]}) == changed
    assert await ticketing.get(path) == changed
    told = [fact for fact in await ticketing.told("group.changed.v1") if fact.subject == group["id"]]
    assert [fact.data["lead_id"] for fact in told] == [leo, None]
    assert told[1].data["member_ids"] == [mia]
    listed = await ticketing.get("/v1/groups", name="Onboarding desk")
    assert listed["items"] == [changed]


async def test_one_version_of_a_group_has_one_representation(ticketing: ServiceUnderTest) -> None:
    ids = [str(uuid7()) for _ in range(4)]
    made = await ticketing.post("/v1/groups", {"name": "Night shift", "member_ids": [ids[2], ids[0], ids[3], ids[1]]})
    path = f"/v1/groups/{made['id']}"
    assert await ticketing.get(path) == made
    assert await ticketing.patch(path, {"member_ids": [ids[3], ids[2], ids[1], ids[0]]}) == made  # the same people
    assert await ticketing.patch(path, {"lead_id": None}) == made


async def test_a_name_is_one_group_s(ticketing: ServiceUnderTest) -> None:
    body = {"name": "Onboarding desk"}
    answers = await asyncio.gather(*(ticketing.client.post("/v1/groups", json=body) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409]
    taken = await ticketing.client.patch(f"/v1/groups/{CARE}", json=body)
    assert (taken.status_code, taken.json()["code"]) == (409, "name_taken")


async def test_a_patch_leads_nowhere_that_a_post_could_not(ticketing: ServiceUnderTest) -> None:
    for body in ({"name": None}, {"name": ""}, {"member_ids": ["x"]}, {"lead": None}):
        assert (await ticketing.client.patch(f"/v1/groups/{CARE}", json=body)).status_code == 422
    assert (await ticketing.client.patch(f"/v1/groups/{uuid7()}", json={"name": "x"})).status_code == 404


async def test_the_directory_s_staff_are_the_agents(ticketing: ServiceUnderTest) -> None:
    mia, leo = uuid7(), uuid7()
    path = f"/v1/agents/{mia}"
    unknown = await ticketing.client.put(path, json={"group_ids": [CARE], "skills": [], "capacity": 5})
    assert unknown.status_code == 404
    await ticketing.deliver(staff(mia), staff(leo, active=False))
    bare = await ticketing.get(path)
    assert (bare["group_ids"], bare["skills"], bare["version"]) == ([], [], 0)

    body = {"group_ids": [CARE], "skills": ["en"], "capacity": 5}
    first = await ticketing.client.put(path, json=body)
    assert (first.status_code, first.headers["etag"]) == (201, '"1"')
    same = await ticketing.client.put(path, json=body)
    assert (same.status_code, same.json()) == (200, first.json())
    other = await ticketing.put(path, {"group_ids": [], "skills": ["en", "no"], "capacity": 6})
    assert (other["skills"], other["capacity"], other["version"]) == (["en", "no"], 6, 2)

    told = [fact for fact in await ticketing.told("group.changed.v1") if fact.subject == CARE]
    assert [fact.data["member_ids"] for fact in told] == [[], [str(mia)], []]
    assert (await ticketing.get(f"/v1/groups/{CARE}"))["member_ids"] == []
    active = await ticketing.get("/v1/agents", active=True)
    assert [agent["staff_id"] for agent in active["items"]] == [str(mia)]
    await ticketing.put(path, body)
    in_group = await ticketing.get("/v1/agents", group_id=CARE)
    assert [(agent["id"], agent["group_ids"]) for agent in in_group["items"]] == [(str(mia), [CARE])]


async def test_an_agent_of_no_such_group(ticketing: ServiceUnderTest) -> None:
    mia = uuid7()
    await ticketing.deliver(staff(mia))
    for body, place in [
        ({"group_ids": [str(uuid7())]}, ["body", "group_ids"]),
        ({"capacity": -1}, ["body", "capacity"]),
        ({"capacity": "5"}, ["body", "capacity"]),
    ]:
        answer = await ticketing.client.put(f"/v1/agents/{mia}", json=body)
        assert (answer.status_code, answer.json()["errors"][0]["loc"][:2]) == (422, place)
    stale = await ticketing.client.put(f"/v1/agents/{mia}", json={}, headers={"If-Match": '"1"'})
    assert stale.status_code == 412
    assert (await ticketing.get(f"/v1/agents/{mia}"))["version"] == 0
