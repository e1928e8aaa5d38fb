"""Views: who sees which, what they show, and how many."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any
from uuid import UUID

import httpx
import pytest

from services.ticketing.tickets import shares
from services.ticketing.views import counting
from services.ticketing.views.schemas import ViewCountOut
from shared.db import alone
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.fixtures.statements import noted
from tests.services.ticketing.facts import CARE, staff

LEO, MIA = uuid7(), uuid7()
SCOPES = ("ticketing:views:*", "ticketing:tickets:*")

COPY = (
    "INSERT INTO ticket (id, type, subject, status, priority, channel, brand, tags, custom, trace_id, reopen_count,"
    " public_reply_count, created_at, updated_at) SELECT uuidv7(), type, subject, status, priority, channel, brand,"
    " tags, custom, trace_id, 0, 0, created_at, updated_at FROM (SELECT * FROM ticket LIMIT 1) AS one,"
    " generate_series(1, :copies)"
)


@pytest.fixture
async def people(ticketing: ServiceUnderTest) -> AsyncIterator[dict[UUID, httpx.AsyncClient]]:
    """Leo, who is in customer care, and Mia, who is not."""
    await ticketing.deliver(staff(LEO), staff(MIA), times=1)
    await ticketing.put(f"/v1/agents/{LEO}", {"group_ids": [CARE]})
    async with AsyncExitStack() as stack:
        yield {
            person: await stack.enter_async_context(ticketing.client_with(*SCOPES, staff_id=person))
            for person in (LEO, MIA)
        }


async def a_ticket(service: ServiceUnderTest, subject: str, **changes: Any) -> str:
    ticket = await service.post("/v1/tickets", {"subject": subject, "type": "question", **changes})
    return str(ticket["id"])


async def names(client: httpx.AsyncClient) -> list[str]:
    return [view["name"] for view in (await client.get("/v1/views")).json()["items"]]


async def test_a_view_shows_and_counts_what_fits(ticketing: ServiceUnderTest) -> None:
    low = await a_ticket(ticketing, "Slow export", priority="low")
    high = await a_ticket(ticketing, "Slow import", priority="high", message={"body": "The warehouse"})
    await a_ticket(ticketing, "Passwords")
    body = {"name": "Slow ones", "filters": {"status": ["new"], "q": "slow"}, "sort": "oldest"}
    view = await ticketing.post("/v1/views", body)
    assert view["filters"] == body["filters"]
    assert (view["audience"], view["owner_id"], view["count"]) == ("everyone", None, None)
    path = f"/v1/views/{view['id']}"
    assert await ticketing.get(path) == view
    shown = await ticketing.get(f"{path}/tickets", include="messages")
    assert [item["id"] for item in shown["items"]] == [low, high]
    assert [len(item["messages"]) for item in shown["items"]] == [0, 1]
    assert await ticketing.get(f"{path}/count") == {"count": 2, "more": False, "text": "2"}
    newest = await ticketing.patch(path, {"sort": "newest", "filters": {"q": None}})
    assert newest["filters"] == {"status": ["new"]}
    first = await ticketing.get(f"{path}/tickets", limit=2)
    rest = await ticketing.get(f"{path}/tickets", limit=2, cursor=first["next_cursor"])
    assert [item["subject"] for item in first["items"] + rest["items"]] == ["Passwords", "Slow import", "Slow export"]


async def test_many_views_are_counted_by_one_call(ticketing: ServiceUnderTest) -> None:
    await a_ticket(ticketing, "One", priority="high")
    await a_ticket(ticketing, "Two")
    for name, filters in (("All", {}), ("High", {"priority": ["high"]}), ("Mine", {"q": "assignee:me"})):
        await ticketing.post("/v1/views", {"name": name, "filters": filters})
    listed = (await ticketing.get("/v1/views", counts=True))["items"]
    counts = {view["name"]: view["count"] and view["count"]["text"] for view in listed}
    assert counts == {"All": "2", "High": "1", "Mine": None}
    too_many = await ticketing.client.get("/v1/views", params={"counts": True, "limit": 51})
    assert (too_many.status_code, too_many.json()["errors"][0]["loc"]) == (422, ["query", "limit"])


async def test_views_are_counted_side_by_side_but_not_all_at_once(
    ticketing: ServiceUnderTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        await a_ticket(ticketing, "Slow", tags=[f"t{each}" for each in range(number + 1)])
        await ticketing.post("/v1/views", {"name": f"t{number}", "filters": {"q": f"tag:t{number}"}})
    asking, most, ask = 0, 0, alone.read_apart

    async def watched(*given: Any, **options: Any) -> Any:
        nonlocal asking, most
        asking += 1
        most = max(most, asking)
        await asyncio.sleep(0.01)
        try:
            return await ask(*given, **options)
        finally:
            asking -= 1

    monkeypatch.setattr(alone, "read_apart", watched)
    listed = (await ticketing.get("/v1/views", counts=True))["items"]
    counts = {view["name"]: view["count"]["count"] for view in listed}
    assert counts == {"t0": 6, "t1": 5, "t2": 4, "t3": 3, "t4": 2, "t5": 1}
    assert most == counting.SIDE_BY_SIDE


async def test_counting_stops_at_a_thousand(ticketing: ServiceUnderTest) -> None:
    await a_ticket(ticketing, "One")
    view = await ticketing.post("/v1/views", {"name": "All"})
    await ticketing.execute(COPY, copies=999)
    path = f"/v1/views/{view['id']}/count"
    assert await ticketing.get(path) == {"count": 1000, "more": False, "text": "1000"}
    await ticketing.execute(COPY, copies=1)
    assert await ticketing.get(path) == {"count": 1000, "more": True, "text": "1000+"}
    [listed] = (await ticketing.get("/v1/views", counts=True))["items"]
    assert listed["count"] == {"count": 1000, "more": True, "text": "1000+"}


@pytest.mark.parametrize(("messages", "in_all", "statements"), [(1, 1e6, 1), (5, 1e6, 2), (5, 1e4, 1)])
async def test_a_common_word_is_counted_by_a_part_of_its_messages(
    ticketing: ServiceUnderTest, messages: int, in_all: float, statements: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By all of them where that is too few: so many messages a ticket say it; at once, where few say it at all."""

    async def known(*_: Any) -> dict[str, float]:
        return {"broken": 0.3}

    async def many(_: Any) -> float:
        return in_all

    monkeypatch.setattr(shares, "known", known)
    monkeypatch.setattr(shares, "messages", many)
    await a_ticket(ticketing, "One")
    await ticketing.execute(
        f"WITH made AS ({COPY} RETURNING id)"
        " INSERT INTO message (id, ticket_id, visibility, author_kind, channel, body, created_at)"
        " SELECT uuidv7(), id, 'public', 'customer', 'email', 'It is broken', now()"
        " FROM made, generate_series(1, :messages) ORDER BY id",
        copies=1000,
        messages=messages,
    )
    view = await ticketing.post("/v1/views", {"name": "Broken", "filters": {"q": "broken"}})
    path = f"/v1/views/{view['id']}/count"
    assert await ticketing.get(path) == {"count": 1000, "more": False, "text": "1000"}
    await a_ticket(ticketing, "It is broken")
    with noted() as sent:
        assert await ticketing.get(path) == {"count": 1000, "more": True, "text": "1000+"}
    assert len([statement for statement, _ in sent if "FROM message" in statement]) == statements


def test_a_count_is_a_number_for_a_badge() -> None:
    assert [ViewCountOut.of(rows).text for rows in (0, 999, 1000, 1001)] == ["0", "999", "1000", "1000+"]


async def test_me_is_who_looks(ticketing: ServiceUnderTest, people: dict[UUID, httpx.AsyncClient]) -> None:
    await a_ticket(ticketing, "Leo's", assignee_id=str(LEO))
    view = await ticketing.post("/v1/views", {"name": "Mine", "filters": {"q": "assignee:me"}})
    counts = [(await people[who].get(f"/v1/views/{view['id']}/count")).json()["count"] for who in (LEO, MIA)]
    assert counts == [1, 0]
    nobody = await ticketing.client.get(f"/v1/views/{view['id']}/tickets")
    assert (nobody.status_code, nobody.json()["code"]) == (422, "not_staff")


async def test_each_sees_their_own_their_groups_and_everyone_s(
    ticketing: ServiceUnderTest, people: dict[UUID, httpx.AsyncClient]
) -> None:
    await ticketing.post("/v1/views", {"name": "All's"})
    await ticketing.post("/v1/views", {"name": "Care's", "audience": "group", "group_id": CARE})
    own = (await people[MIA].post("/v1/views", json={"name": "Mia's", "audience": "me"})).json()
    assert own["owner_id"] == str(MIA)
    assert [await names(people[who]) for who in (LEO, MIA)] == [["All's", "Care's"], ["All's", "Mia's"]]
    assert await names(ticketing.client) == ["All's", "Care's"]
    for method, path in [("GET", ""), ("PATCH", ""), ("DELETE", ""), ("GET", "/tickets"), ("GET", "/count")]:
        answer = await people[LEO].request(
            method, f"/v1/views/{own['id']}{path}", json=None if method != "PATCH" else {}
        )
        assert answer.status_code == 404, method
    shared = (await people[MIA].patch(f"/v1/views/{own['id']}", json={"audience": "everyone"})).json()
    assert (shared["owner_id"], shared["audience"]) == (None, "everyone")
    assert await names(people[LEO]) == ["All's", "Care's", "Mia's"]
    assert (await people[LEO].delete(f"/v1/views/{own['id']}")).status_code == 204
    actions = await ticketing.rows("SELECT action FROM audit WHERE entity_id = :id ORDER BY id", id=own["id"])
    assert [row.action for row in actions] == ["ticket_view.create", "ticket_view.change", "ticket_view.remove"]


async def test_a_group_s_view_becomes_everyone_s_and_back(ticketing: ServiceUnderTest) -> None:
    view = await ticketing.post("/v1/views", {"name": "Care's", "audience": "group", "group_id": CARE})
    path = f"/v1/views/{view['id']}"
    assert (await ticketing.patch(path, {"audience": "everyone"}))["group_id"] is None
    assert (await ticketing.client.patch(path, json={"audience": "group"})).status_code == 422
    assert (await ticketing.patch(path, {"audience": "group", "group_id": CARE}))["group_id"] == CARE


async def test_what_a_view_may_not_say(ticketing: ServiceUnderTest) -> None:
    for body in (
        {"filters": {"q": "foo:bar"}},
        {"filters": {"colour": "red"}},
        {"filters": {"include": ["messages"]}},
        {"filters": {"status": ["lost"]}},
        {"sort": "random"},
        {"audience": "group"},
        {"group_id": CARE},
        {"audience": "group", "group_id": str(uuid7())},
        {"audience": "me"},  # the tests' key is nobody
        {"name": ""},
    ):
        assert (await ticketing.client.post("/v1/views", json={"name": "x", **body})).status_code == 422, body
    view = await ticketing.post("/v1/views", {"name": "x"})
    for patch in ({"filters": {"q": "status:"}}, {"filters": {"a": 1}}, {"filters": {"group_id": {"x": 1}}}):
        assert (await ticketing.client.patch(f"/v1/views/{view['id']}", json=patch)).status_code == 422, patch


async def test_counting_and_looking_need_the_tickets_scope(ticketing: ServiceUnderTest) -> None:
    view = await ticketing.post("/v1/views", {"name": "All"})
    async with ticketing.client_with("ticketing:views:read") as reader:
        assert (await reader.get("/v1/views")).status_code == 200
        for path in ("/v1/views?counts=true", f"/v1/views/{view['id']}/count", f"/v1/views/{view['id']}/tickets"):
            assert (await reader.get(path)).status_code == 403, path
        assert (await reader.post("/v1/views", json={"name": "x"})).status_code == 403


async def test_two_who_change_one_version_do_not_overwrite_each_other(ticketing: ServiceUnderTest) -> None:
    view = await ticketing.post("/v1/views", {"name": "All"})
    path = f"/v1/views/{view['id']}"
    changes = [{"name": f"All {number}"} for number in range(5)]
    held = {"If-Match": '"1"'}
    answers = await asyncio.gather(*(ticketing.client.patch(path, json=body, headers=held) for body in changes))
    assert sorted(answer.status_code for answer in answers) == [200, 412, 412, 412, 412]
