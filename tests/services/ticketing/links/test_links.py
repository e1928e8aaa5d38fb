"""How tickets hang together: links, parents and children."""

import asyncio

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.merging.desk import a_ticket, refusal

INVERSES = {
    "relates_to": "relates_to",
    "blocks": "blocked_by",
    "duplicates": "duplicated_by",
    "caused_by": "causes",
    "split_from": "split_into",
    "follow_up_of": "followed_up_by",
}


async def seen(ticketing: ServiceUnderTest, ticket_id: str) -> list[tuple[str, str]]:
    items = (await ticketing.get(f"/v1/tickets/{ticket_id}/links"))["items"]
    return [(item["kind"], item["ticket_id"]) for item in items]


async def test_a_link_is_seen_from_both_sides_and_made_from_either(ticketing: ServiceUnderTest) -> None:
    one, other = await a_ticket(ticketing), await a_ticket(ticketing)
    for kind, inverse in INVERSES.items():
        link = await ticketing.post(f"/v1/tickets/{one}/links", {"kind": kind, "ticket_id": other})
        again = await ticketing.post(f"/v1/tickets/{other}/links", {"kind": inverse, "ticket_id": one})
        assert (link["kind"], link["ticket_id"]) == (kind, other)
        assert (again["id"], again["kind"], again["ticket_id"]) == (link["id"], inverse, one)
    assert await seen(ticketing, one) == [(kind, other) for kind in INVERSES]
    assert await seen(ticketing, other) == [(inverse, one) for inverse in INVERSES.values()]
    assert [(await ticketing.get(f"/v1/tickets/{each}"))["version"] for each in (one, other)] == [1, 1]
    page = await ticketing.get(f"/v1/tickets/{other}/links", limit=4)
    rest = await ticketing.get(f"/v1/tickets/{other}/links", limit=4, cursor=page["next_cursor"])
    assert [each["kind"] for each in page["items"] + rest["items"]] == list(INVERSES.values())
    for link in page["items"]:
        assert (await ticketing.client.delete(f"/v1/tickets/{one}/links/{link['id']}")).status_code == 204
    assert await seen(ticketing, one) == [(kind, other) for kind in list(INVERSES)[4:]]
    trail = (await ticketing.get("/v1/audit", entity_id=other, action="ticket.unlink"))["items"]
    assert len(trail) == 4


async def test_links_that_make_no_sense(ticketing: ServiceUnderTest) -> None:
    one, other, third = [await a_ticket(ticketing) for _ in range(3)]
    path = f"/v1/tickets/{one}/links"
    made = await ticketing.post(path, {"kind": "blocks", "ticket_id": other})
    answer = await ticketing.client.post(path, json={"kind": "blocked_by", "ticket_id": other})
    assert (answer.status_code, answer.json()["code"], answer.json()["conflicting_id"]) == (
        409,
        "link_contradicts",
        made["id"],
    )
    assert await refusal(ticketing, path, {"kind": "blocks", "ticket_id": one}) == (422, "linked_to_itself")
    assert await refusal(ticketing, path, {"kind": "blocks", "ticket_id": str(uuid7())}) == (422, "unknown_ticket")
    assert await refusal(ticketing, path, {"kind": "hates", "ticket_id": other}) == (422, "invalid")
    missing = f"/v1/tickets/{uuid7()}/links"
    assert await refusal(ticketing, missing, {"kind": "blocks", "ticket_id": other}) == (404, "not_found")
    assert await refusal(ticketing, missing, method="GET") == (404, "not_found")
    elsewhere = f"/v1/tickets/{third}/links/{made['id']}"
    assert await refusal(ticketing, elsewhere, method="DELETE") == (404, "not_found")
    async with ticketing.client_with("ticketing:tickets:read") as reader:
        assert (await reader.get(path)).status_code == 200
        assert (await reader.post(path, json={"kind": "blocks", "ticket_id": third})).status_code == 403
        assert (await reader.delete(f"{path}/{made['id']}")).status_code == 403


async def test_two_at_once_make_one_link(ticketing: ServiceUnderTest) -> None:
    one, other = await a_ticket(ticketing), await a_ticket(ticketing)
    asked = [(one, {"kind": "relates_to", "ticket_id": other}), (other, {"kind": "relates_to", "ticket_id": one})] * 5
    answers = await asyncio.gather(*(ticketing.post(f"/v1/tickets/{path}/links", body) for path, body in asked))
    assert len({answer["id"] for answer in answers}) == 1


async def test_a_ticket_has_so_many_links_at_most(ticketing: ServiceUnderTest) -> None:
    one, other = await a_ticket(ticketing), await a_ticket(ticketing)
    await ticketing.execute(
        "INSERT INTO ticket (id, type, subject, status, priority, channel, brand, tags, custom, trace_id, reopen_count,"
        " public_reply_count, created_at, updated_at) SELECT gen_random_uuid(), 'task', 'x', 'new', 'normal', 'api',"
        " 'default', '{}', '{}', gen_random_uuid(), 0, 0, now(), now() FROM generate_series(1, 200)"
    )
    await ticketing.execute(
        "INSERT INTO ticket_link (id, from_id, kind, to_id, created_at, created_by)"
        " SELECT gen_random_uuid(), id, 'blocks', :one, now(), 'key/x' FROM ticket WHERE type = 'task'",
        one=one,
    )
    body = {"kind": "relates_to", "ticket_id": one}
    assert await refusal(ticketing, f"/v1/tickets/{other}/links", body) == (409, "too_many_links")


async def test_children_are_listed_by_their_parent(ticketing: ServiceUnderTest) -> None:
    parent = await a_ticket(ticketing)
    children = [await a_ticket(ticketing, parent_id=parent) for _ in range(2)]
    await a_ticket(ticketing)
    found = (await ticketing.get("/v1/tickets", parent_id=parent))["items"]
    assert [each["id"] for each in found] == children[::-1]
    assert (await ticketing.get("/v1/tickets", parent_id=children[0]))["items"] == []


async def test_nobody_is_their_own_parent(ticketing: ServiceUnderTest) -> None:
    grandmother = await a_ticket(ticketing)
    mother = await a_ticket(ticketing, parent_id=grandmother)
    child = await a_ticket(ticketing, parent_id=mother)
    assert await refusal(ticketing, f"/v1/tickets/{child}", {"parent_id": child}, "PATCH") == (422, "unknown_parent")
    for parent_id in (mother, child):
        refused = await refusal(ticketing, f"/v1/tickets/{grandmother}", {"parent_id": parent_id}, "PATCH")
        assert refused == (409, "parent_not_allowed")
    unknown = await refusal(ticketing, f"/v1/tickets/{child}", {"parent_id": str(uuid7())}, "PATCH")
    assert unknown == (422, "unknown_parent")
    moved = await ticketing.patch(f"/v1/tickets/{child}", {"parent_id": grandmother})
    assert moved["parent_id"] == grandmother
    assert (await ticketing.patch(f"/v1/tickets/{child}", {"parent_id": None}))["parent_id"] is None


async def test_two_at_once_close_no_circle(ticketing: ServiceUnderTest) -> None:
    for _ in range(3):
        one, other = await a_ticket(ticketing), await a_ticket(ticketing)
        answers = await asyncio.gather(
            ticketing.client.patch(f"/v1/tickets/{one}", json={"parent_id": other}),
            ticketing.client.patch(f"/v1/tickets/{other}", json={"parent_id": one}),
        )
        assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_families_are_so_deep_at_most(ticketing: ServiceUnderTest) -> None:
    line = [await a_ticket(ticketing)]
    for _ in range(9):
        line.append(await a_ticket(ticketing, parent_id=line[-1]))
    body = {"subject": "Too deep", "type": "task", "parent_id": line[-1]}
    assert await refusal(ticketing, "/v1/tickets", body) == (409, "parent_not_allowed")
    above = await a_ticket(ticketing)
    refused = await refusal(ticketing, f"/v1/tickets/{line[0]}", {"parent_id": above}, "PATCH")
    assert refused == (409, "parent_not_allowed")
    await ticketing.patch(f"/v1/tickets/{line[1]}", {"parent_id": above})
