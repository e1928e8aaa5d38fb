"""Tickets over HTTP: opening, changing, assigning, finding."""

import asyncio
from typing import Any
from unittest.mock import ANY

from services.ticketing.tickets.queries import MOST_MESSAGES
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.fixtures.statements import noted, of_the_request
from tests.services.ticketing.facts import CARE, contact, types

SOURCE = {"service": "phone-desk", "kind": "call", "id": "call-8841"}


def a_ticket(**changes: Any) -> dict[str, Any]:
    return {"subject": "The export is slow", "type": "question", **changes}


async def test_a_ticket_opens_with_its_defaults(ticketing: ServiceUnderTest) -> None:
    answer = await ticketing.client.post("/v1/tickets", json=a_ticket())
    ticket = answer.json()
    assert (answer.status_code, answer.headers["etag"]) == (201, '"1"')
    assert answer.headers["location"] == f"/v1/tickets/{ticket['id']}"
    assert ticket == {
        **ticket,
        "status": "new",
        "priority": "normal",
        "channel": "api",
        "brand": "default",
        "requester": {"contact_id": None, "name": None, "email": None, "phone": None},
        "source": None,
        "tags": [],
        "custom": {},
        "trace_id": ticket["id"],
        "problem_id": None,
        "merged_into_id": None,
        "version": 1,
    }
    assert await ticketing.get(f"/v1/tickets/{ticket['id']}") == ticket
    [created] = await ticketing.told("ticket.created.v1")
    assert (created.subject, created.trace_id) == (ticket["id"], ticket["id"])
    assert not await ticketing.told("ticket.assigned.v1")


async def test_with_an_assignee_it_is_open_at_once(ticketing: ServiceUnderTest) -> None:
    leo = str(uuid7())
    ticket = await ticketing.post("/v1/tickets", a_ticket(assignee_id=leo, group_id=CARE))
    assert (ticket["status"], ticket["first_assigned_at"]) == ("open", ticket["created_at"])
    [assigned] = await ticketing.told("ticket.assigned.v1")
    assert (assigned.data["assignee_id"], assigned.data["reason"]) == (leo, "manual")


async def test_one_source_is_one_ticket(ticketing: ServiceUnderTest) -> None:
    body = a_ticket(source=SOURCE, message={"body": "An hour!"})
    answers = await asyncio.gather(*(ticketing.client.post("/v1/tickets", json=body) for _ in range(10)))
    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201]
    [ticket_id] = {answer.json()["id"] for answer in answers}
    await ticketing.patch(f"/v1/tickets/{ticket_id}", {"subject": "The export hangs"})
    again = await ticketing.client.post("/v1/tickets", json=body)
    assert (again.status_code, again.json()["subject"]) == (200, "The export hangs")
    other = await ticketing.client.post("/v1/tickets", json=body | {"priority": "high"})
    assert (other.status_code, other.json()["code"]) == (409, "source_conflict")
    assert other.json()["conflicting_id"] == ticket_id
    assert len(await ticketing.rows("SELECT id FROM message")) == 1
    assert len(await ticketing.told("ticket.created.v1")) == 1


async def test_what_a_new_ticket_may_not_say(ticketing: ServiceUnderTest) -> None:
    for changes, place in [
        ({"subject": ""}, ["body", "subject"]),
        ({"type": "wish"}, ["body", "type"]),
        ({"colour": "red"}, ["body", "colour"]),
        ({"group_id": str(uuid7())}, ["body", "group_id"]),
        ({"parent_id": str(uuid7())}, ["body", "parent_id"]),
        ({"subject": "a\u0000b"}, ["body", "subject"]),
        ({"source": {"service": "x", "kind": "y"}}, ["body", "source", "id"]),
    ]:
        answer = await ticketing.client.post("/v1/tickets", json=a_ticket(**changes))
        assert (answer.status_code, answer.json()["errors"][0]["loc"]) == (422, place)
    assert await ticketing.rows("SELECT id FROM ticket") == []


async def test_a_child_belongs_to_its_parent_s_story(ticketing: ServiceUnderTest) -> None:
    parent = await ticketing.post("/v1/tickets", a_ticket())
    child = await ticketing.post("/v1/tickets", a_ticket(parent_id=parent["id"]))
    assert (child["parent_id"], child["trace_id"]) == (parent["id"], parent["trace_id"])
    refused = await ticketing.client.patch(f"/v1/tickets/{parent['id']}", json={"parent_id": parent["id"]})
    assert refused.status_code == 422


async def test_a_contact_s_account_is_filled_in_once_known(ticketing: ServiceUnderTest) -> None:
    ana, acme = uuid7(), uuid7()
    unknown = await ticketing.post("/v1/tickets", a_ticket(requester={"contact_id": str(ana)}))
    await ticketing.deliver(contact(ana, acme))
    known = await ticketing.post("/v1/tickets", a_ticket(requester={"contact_id": str(ana)}))
    assert (unknown["account_id"], known["account_id"]) == (None, str(acme))


async def test_changes_are_merged(ticketing: ServiceUnderTest) -> None:
    ticket = await ticketing.post(
        "/v1/tickets", a_ticket(custom={"order": {"id": 1, "paid": True}}, requester={"name": "Ana"}, tags=["a"])
    )
    path = f"/v1/tickets/{ticket['id']}"
    changed = await ticketing.patch(
        path,
        {
            "priority": "urgent",
            "custom": {"order": {"paid": None, "total_minor": 12}},
            "requester": {"email": "ana@acme.example"},
            "tags": ["b", "b"],
        },
    )
    assert changed["custom"] == {"order": {"id": 1, "total_minor": 12}}
    assert changed["requester"]["name"] == "Ana"
    assert (changed["priority"], changed["tags"], changed["version"]) == ("urgent", ["b"], 2)
    assert await ticketing.patch(path, {"priority": "urgent"}) == changed
    [updated] = await ticketing.told("ticket.updated.v1")
    assert (updated.data["priority"], updated.data["tags"]) == ("urgent", ["b"])
    for refused in ({"subject": None}, {"status": "solved"}, {"assignee_id": str(uuid7())}, {"type": "wish"}):
        assert (await ticketing.client.patch(path, json=refused)).status_code == 422


async def test_a_stale_change_is_refused(ticketing: ServiceUnderTest) -> None:
    ticket = await ticketing.post("/v1/tickets", a_ticket())
    path = f"/v1/tickets/{ticket['id']}"
    await ticketing.patch(path, {"priority": "high"}, headers={"If-Match": '"1"'})
    stale = {"If-Match": '"1"'}
    for method, where, body in [
        ("PATCH", path, {"priority": "low"}),
        ("POST", f"{path}/transitions", {"to": "open"}),
        ("POST", f"{path}/assign", {"assignee_id": str(uuid7())}),
    ]:
        answer = await ticketing.client.request(method, where, json=body, headers=stale)
        assert answer.status_code == 412
    unchanged = await ticketing.client.get(path, headers={"If-None-Match": '"2"'})
    assert unchanged.status_code == 304


async def test_assignment_opens_and_a_group_alone_does_not(ticketing: ServiceUnderTest) -> None:
    leo = str(uuid7())
    ticket = await ticketing.post("/v1/tickets", a_ticket())
    path = f"/v1/tickets/{ticket['id']}/assign"
    grouped = await ticketing.post(path, {"group_id": CARE})
    assert (grouped["status"], grouped["first_assigned_at"]) == ("new", None)
    assigned = await ticketing.post(path, {"assignee_id": leo})
    assert (assigned["status"], assigned["group_id"], assigned["assignee_id"]) == ("open", CARE, leo)
    assert await ticketing.post(path, {"assignee_id": leo}) == assigned
    freed = await ticketing.post(path, {"assignee_id": None})
    assert (freed["status"], freed["assignee_id"]) == ("open", None)
    assert freed["first_assigned_at"] == assigned["first_assigned_at"]
    told = await ticketing.told("ticket.assigned.v1")
    assert [(fact.data["assignee_id"], fact.data["previous_assignee_id"]) for fact in told] == [
        (None, None),
        (leo, None),
        (None, leo),
    ]
    assert (await ticketing.client.post(path, json={})).status_code == 422
    assert (await ticketing.client.post(path, json={"group_id": str(uuid7())})).status_code == 422


async def test_the_list_is_narrowed_by_each_filter(ticketing: ServiceUnderTest) -> None:
    account, leo = str(uuid7()), str(uuid7())
    one = await ticketing.post(
        "/v1/tickets",
        a_ticket(
            subject="Invoices: the export is slow",
            type="incident",
            priority="high",
            account_id=account,
            group_id=CARE,
            assignee_id=leo,
            requester={"email": "Ana@Acme.example"},
            tags=["export", "billing"],
            source=SOURCE,
        ),
    )
    other = await ticketing.post("/v1/tickets", a_ticket(subject="Passwords", message={"body": "Lost."}))
    for filters in [
        {"status": "open"},
        {"type": "incident"},
        {"priority": ["high", "urgent"]},
        {"account_id": account},
        {"group_id": CARE},
        {"assignee_id": leo},
        {"requester_email": "ana@acme.example"},
        {"tag": "billing"},
        {"source_service": "phone-desk"},
        {"source_kind": "call"},
        {"source_id": "call-8841"},
        {"q": "export invoices"},
        {"q": '"export is slow" -passwords'},
        {"q": f"#{one['number']}"},
        {"q": str(one["number"])},
    ]:
        found = await ticketing.get("/v1/tickets", **filters)
        assert [ticket["id"] for ticket in found["items"]] == [one["id"]], filters
    everything = await ticketing.get("/v1/tickets", include="messages")
    assert [ticket["id"] for ticket in everything["items"]] == [other["id"], one["id"]]
    assert [len(ticket["messages"]) for ticket in everything["items"]] == [1, 0]
    single = await ticketing.get(f"/v1/tickets/{other['id']}", include="messages")
    assert single == everything["items"][0]
    assert (await ticketing.get(f"/v1/tickets/{other['id']}"))["messages"] is None
    since = await ticketing.get("/v1/tickets", updated_since=other["updated_at"])
    assert [ticket["id"] for ticket in since["items"]] == [other["id"]]
    for wrong in ({"colour": "red"}, {"status": "lost"}, {"updated_since": "yesterday"}, {"group_id": "1"}):
        assert (await ticketing.client.get("/v1/tickets", params=wrong)).status_code == 422
    for odd in ("'; --", "a & | b", "9" * 30, '"'):
        assert (await ticketing.get("/v1/tickets", q=odd))["items"] == []


async def test_a_page_takes_two_statements_however_much_is_on_it(ticketing: ServiceUnderTest) -> None:
    for number in range(3):
        made = await ticketing.post("/v1/tickets", a_ticket(custom={"n": 1e20}, message={"body": f"First {number}"}))
        await ticketing.post(f"/v1/tickets/{made['id']}/messages", {"body": "Second", "visibility": "internal"})
        with noted() as sent:
            found = await ticketing.get("/v1/tickets", include="messages")
        written = [[message["body"] for message in ticket["messages"]] for ticket in found["items"]]
        assert written == [[f"First {place}", "Second"] for place in reversed(range(number + 1))]
        assert found["items"][0] == {**made, "version": 2, "updated_at": ANY, "messages": ANY}
        assert len(of_the_request(sent)) == 2


async def test_of_many_messages_a_list_has_the_newest(ticketing: ServiceUnderTest) -> None:
    made = await ticketing.post("/v1/tickets", a_ticket())
    for number in range(MOST_MESSAGES + 2):
        await ticketing.post(f"/v1/tickets/{made['id']}/messages", {"body": str(number), "visibility": "internal"})
    [found] = (await ticketing.get("/v1/tickets", include="messages"))["items"]
    assert [message["body"] for message in found["messages"]] == [str(n) for n in range(2, MOST_MESSAGES + 2)]


async def test_pages_follow_one_another(ticketing: ServiceUnderTest) -> None:
    made = [(await ticketing.post("/v1/tickets", a_ticket()))["id"] for _ in range(5)]
    first = await ticketing.get("/v1/tickets", limit=2)
    await ticketing.post("/v1/tickets", a_ticket())
    second = await ticketing.get("/v1/tickets", limit=2, cursor=first["next_cursor"])
    third = await ticketing.get("/v1/tickets", limit=2, cursor=second["next_cursor"])
    seen = [ticket["id"] for page in (first, second, third) for ticket in page["items"]]
    assert (seen, third["next_cursor"]) == (made[::-1], None)


async def test_a_ticket_s_story_is_told_and_recorded(ticketing: ServiceUnderTest) -> None:
    ticket = await ticketing.post("/v1/tickets", a_ticket())
    path = f"/v1/tickets/{ticket['id']}"
    await ticketing.post(f"{path}/assign", {"assignee_id": str(uuid7())})
    await ticketing.post(f"{path}/transitions", {"to": "solved", "resolution_code": "fixed", "reason": "Index."})
    told = [kind for kind in types(await ticketing.told()) if kind.startswith("ticket.")]
    assert told == [
        "ticket.created",
        "ticket.assigned",
        "ticket.status_changed",
        "ticket.updated",
        "ticket.status_changed",
        "ticket.solved",
        "ticket.updated",
    ]
    actions = await ticketing.rows(
        "SELECT action, reason FROM audit WHERE entity_id = :id ORDER BY id", id=ticket["id"]
    )
    assert [tuple(row) for row in actions] == [
        ("ticket.create", None),
        ("ticket.transition", None),
        ("ticket.assign", "manual"),
        ("ticket.transition", "Index."),
    ]
