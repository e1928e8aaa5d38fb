"""One change of many tickets: each as by a request of its own, all of it or nothing, and what came of each."""

from typing import Any
from uuid import UUID

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.shared.features.bulk_jobs.working import ended, rows_of, work

PATH = "/v1/tickets/bulk"
SOLVE = {"transition": {"to": "solved", "resolution_code": "fixed"}}


async def opened(service: ServiceUnderTest, count: int, **more: Any) -> list[str]:
    made = [
        await service.post("/v1/tickets", {"subject": f"No. {number}", "type": "question", **more})
        for number in range(count)
    ]
    return [ticket["id"] for ticket in made]


async def test_each_ticket_gets_all_of_the_change(ticketing: ServiceUnderTest) -> None:
    ids = await opened(ticketing, 3, tags=["export", "old"])
    mia = str(uuid7())
    change = {
        "patch": {"priority": "urgent"},
        "add_tags": ["outage"],
        "remove_tags": ["old"],
        "assign": {"assignee_id": mia},
        "note": "The index was missing.",
        **SOLVE,
    }
    answer = await ticketing.client.post(PATH, json={"ids": [*ids, ids[0]], "change": change})
    assert answer.status_code == 202
    job = answer.json()
    assert answer.headers["location"] == f"/v1/bulk-jobs/{job['id']}"
    assert (job["state"], job["total"], job["done"], job["progress"]) == ("queued", 3, 0, 0.0)
    job = await ended(ticketing, job)
    assert (job["state"], job["succeeded"], job["asked_by"]) == ("done", 3, "key/tests")
    for ticket_id in ids:
        ticket = await ticketing.get(f"/v1/tickets/{ticket_id}", include="messages")
        assert (ticket["status"], ticket["priority"], ticket["tags"]) == ("solved", "urgent", ["export", "outage"])
        assert ticket["assignee_id"] == mia
        assert [(message["visibility"], message["body"]) for message in ticket["messages"]] == [
            ("internal", "The index was missing.")
        ]
    audit = await ticketing.get("/v1/audit", cause=f"job/change_tickets/{job['id']}", limit=200)
    assert {row["actor"] for row in audit["items"]} == {"key/tests"}
    assert {row["entity_id"] for row in audit["items"]} == set(ids)
    sequences = [fact for fact in await ticketing.told() if fact.subject == ids[0]]
    assert sequences[-1].type == "ticket.updated.v1"
    assert sequences[-1].data["status"] == "solved"


async def test_what_cannot_be_changed_says_why_and_leaves_the_ticket_whole(ticketing: ServiceUnderTest) -> None:
    fresh, solved = await opened(ticketing, 2)
    await ticketing.post(f"/v1/tickets/{solved}/transitions", SOLVE["transition"])
    nobody = str(uuid7())
    change = {"add_tags": ["late"], "transition": {"to": "pending"}}
    job = await ended(ticketing, await ticketing.post(PATH, {"ids": [fresh, solved, nobody], "change": change}))
    assert (job["succeeded"], job["failed"]) == (1, 2)
    rows = await rows_of(ticketing, job)
    assert [(row["thing_id"], row["code"]) for row in rows] == [
        (fresh, None),
        (solved, "transition_not_allowed"),
        (nobody, "not_found"),
    ]
    ticket = await ticketing.get(f"/v1/tickets/{solved}")
    assert (ticket["tags"], ticket["status"]) == ([], "solved")


async def test_a_filter_names_those_that_fit_it_now(ticketing: ServiceUnderTest) -> None:
    chosen = await opened(ticketing, 2, tags=["export"])
    await opened(ticketing, 1)
    job = await ticketing.post(PATH, {"filter": {"tag": "export"}, "change": {"patch": {"priority": "low"}}})
    await opened(ticketing, 1, tags=["export"])
    job = await ended(ticketing, job)
    assert {row["thing_id"] for row in await rows_of(ticketing, job)} == set(chosen)


async def test_what_is_so_already_is_skipped(ticketing: ServiceUnderTest) -> None:
    ids = await opened(ticketing, 1, priority="low")
    job = await ended(ticketing, await ticketing.post(PATH, {"ids": ids, "change": {"patch": {"priority": "low"}}}))
    [row] = await rows_of(ticketing, job, outcome="skipped")
    assert (row["code"], row["thing_id"]) == ("unchanged", ids[0])


async def test_a_dry_run_changes_nothing(ticketing: ServiceUnderTest) -> None:
    ids = await opened(ticketing, 2)
    told = len(await ticketing.told())
    job = await ended(ticketing, await ticketing.post(PATH, {"ids": ids, "change": SOLVE, "dry_run": True}))
    assert (job["succeeded"], job["dry_run"]) == (2, True)
    assert [(await ticketing.get(f"/v1/tickets/{ticket}"))["status"] for ticket in ids] == ["new", "new"]
    assert len(await ticketing.told()) == told


async def test_only_who_may_close_closes_in_bulk(ticketing: ServiceUnderTest) -> None:
    ids = await opened(ticketing, 1)
    await ticketing.post(f"/v1/tickets/{ids[0]}/transitions", SOLVE["transition"])
    body = {"ids": ids, "change": {"transition": {"to": "closed"}}}
    for scopes, outcome in ((["ticketing:tickets:write"], "failed"), (["ticketing:*:write"], "succeeded")):
        async with ticketing.client_with(*scopes) as asker:
            job = (await asker.post(PATH, json=body)).json()
        await work(ticketing)
        assert [row["outcome"] for row in await rows_of(ticketing, job)] == [outcome]


async def test_a_selection_is_ids_or_a_filter_that_narrows(ticketing: ServiceUnderTest) -> None:
    change = {"patch": {"priority": "low"}}
    for selection in (
        {},
        {"filter": {}},
        {"filter": {"no_such": 1}},
        {"ids": []},
        {"ids": ["x"], "filter": {"q": "x"}},
    ):
        answer = await ticketing.client.post(PATH, json={**selection, "change": change})
        assert answer.status_code == 422, selection
    ids = [str(uuid7()) for _ in range(10_001)]
    assert (await ticketing.client.post(PATH, json={"ids": ids, "change": change})).status_code == 422
    await ticketing.execute(
        "INSERT INTO ticket (id, version, created_at, updated_at, type, subject, status, priority, channel, brand,"
        " tags, custom, trace_id, reopen_count, public_reply_count)"
        " SELECT uuidv7(), 1, now(), now(), 'question', 'x', 'new', 'normal', 'api', 'default', '{many}', '{}',"
        " uuidv7(), 0, 0 FROM generate_series(1, 10001)"
    )
    answer = await ticketing.client.post(PATH, json={"filter": {"tag": "many"}, "change": change})
    assert (answer.status_code, answer.json()["code"]) == (422, "too_many_tickets")


async def test_the_same_key_asks_once(ticketing: ServiceUnderTest) -> None:
    await opened(ticketing, 1, tags=["export"])
    body = {"filter": {"tag": "export"}, "change": SOLVE}
    headers = {"Idempotency-Key": "once"}
    first, second = [(await ticketing.post(PATH, body, headers=headers))["id"] for _ in range(2)]
    assert UUID(first) == UUID(second)
    assert len(await ticketing.rows("SELECT 1 FROM bulk_job")) == 1


async def test_the_way_to_change_many_is_no_ticket(ticketing: ServiceUnderTest) -> None:
    answer = await ticketing.client.patch("/v1/tickets/bulk", json={"subject": "x"})
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
