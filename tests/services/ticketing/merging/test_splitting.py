"""Some messages of a ticket become a ticket of their own."""

from typing import Any

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services.ticketing.facts import CARE, types
from tests.services.ticketing.merging.desk import (
    REPLY,
    a_closed_ticket,
    a_ticket,
    an_escalation,
    bodies,
    merged,
    refusal,
    wrote,
)
from tests.services.ticketing.sla.clocks import MONDAY, clocks, later, z


async def split(ticketing: ServiceUnderTest, ticket_id: str, *messages: dict[str, Any], **body: Any) -> dict[str, Any]:
    ids = [message["id"] for message in messages]
    made: dict[str, Any] = await ticketing.post(f"/v1/tickets/{ticket_id}/split", {"message_ids": ids, **body})
    return made


async def test_a_second_matter_becomes_a_ticket_of_its_own(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    mia, requester = str(uuid7()), {"name": "Ana", "email": "ana@acme.example"}
    traits: dict[str, Any] = {
        "group_id": CARE,
        "assignee_id": mia,
        "tags": ["export"],
        "priority": "high",
        "custom": {"order": "A-17"},
    }
    one = await a_ticket(ticketing, requester=requester, account_id=str(uuid7()), **traits)
    ticketing.clock.advance(hours=1)
    asked = await wrote(ticketing, one, "And the invoice?", channel="email", source_id="<1@acme.example>")
    ticketing.clock.advance(hours=1)
    before = len(await ticketing.told())
    made = await split(ticketing, one, asked, subject="The invoice", type="incident")
    first = await ticketing.get(f"/v1/tickets/{one}")
    taken_over = (
        "requester",
        "account_id",
        "brand",
        "group_id",
        "assignee_id",
        "tags",
        "priority",
        "custom",
        "trace_id",
    )
    assert {name: made[name] for name in taken_over} == {name: first[name] for name in taken_over}
    assert (made["subject"], made["type"], made["status"], made["channel"]) == (
        "The invoice",
        "incident",
        "open",
        "email",
    )
    assert (made["created_at"], made["first_assigned_at"]) == (later(hours=1), later(hours=2))
    assert (made["source"], made["parent_id"], first["version"]) == (None, None, 3)
    assert await bodies(ticketing, made["id"]) == [(made["id"], "And the invoice?")]
    assert await bodies(ticketing, one) == [(one, "The export is slow!")]
    path = f"/v1/tickets/{made['id']}"
    [clock] = await clocks(ticketing, path, "first_reply")
    assert (clock["started_at"], clock["elapsed_seconds"]) == (later(hours=1), 3600), "it waits since it was written"
    told = (await ticketing.told())[before:]
    assert types(told) == ["ticket.created", "ticket.assigned", "sla.applied", "sla.applied", "ticket.message_added"]
    assert {fact.subject for fact in told} == {made["id"]}
    [link] = (await ticketing.get(f"{path}/links"))["items"]
    assert (link["kind"], link["ticket_id"], link["number"]) == ("split_from", one, first["number"])
    [link] = (await ticketing.get(f"/v1/tickets/{one}/links"))["items"]
    assert (link["kind"], link["ticket_id"]) == ("split_into", made["id"])
    body = {"body": "And the invoice?", "visibility": "public", "author": {"kind": "customer"}}
    redelivered = body | {"channel": "email", "source_id": "<1@acme.example>"}
    again = await ticketing.client.post(f"/v1/tickets/{one}/messages", json=redelivered)
    assert (again.status_code, again.json()["ticket_id"]) == (200, made["id"])


async def test_what_was_answered_counts_as_answered(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    one = await a_ticket(ticketing)
    asked = await wrote(ticketing, one, "And the invoice?")
    ticketing.clock.advance(minutes=30)
    answered = await ticketing.post(f"/v1/tickets/{one}/messages", REPLY)
    ticketing.clock.advance(hours=9)
    made = await split(ticketing, one, answered, asked)
    assert made["subject"] == f"Split from #{(await ticketing.get(f'/v1/tickets/{one}'))['number']}: The export is slow"
    assert (made["type"], made["status"]) == ("question", "open")
    assert (made["public_reply_count"], made["first_replied_at"]) == (1, later(minutes=30))
    path = f"/v1/tickets/{made['id']}"
    [first_reply] = await clocks(ticketing, path, "first_reply")
    assert (first_reply["verdict"], first_reply["fulfilled_at"], first_reply["elapsed_seconds"]) == (
        "met",
        later(minutes=30),
        1800,
    )
    [resolution] = await clocks(ticketing, path, "total_resolution")
    assert (resolution["state"], resolution["elapsed_seconds"]) == ("running", 9 * 3600 + 1800)


async def test_notes_alone_begin_now(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    one = await an_escalation(ticketing, comment="Slow")
    note = await ticketing.post(f"/v1/tickets/{one}/messages", {"body": "Check logs", "visibility": "internal"})
    now = ticketing.clock.advance(hours=3)
    made = await split(ticketing, one, note)
    assert (made["created_at"], made["type"], made["source"]) == (z(now), "question", None)
    assert (await ticketing.get("/v1/recovery-cases", ticket_id=made["id"]))["items"] == []


async def test_a_late_split_was_late(ticketing: ServiceUnderTest) -> None:
    ticketing.clock.stop_at(MONDAY)
    one = await a_ticket(ticketing)
    asked = await wrote(ticketing, one, "And the invoice?")
    ticketing.clock.advance(hours=30)
    made = await split(ticketing, one, asked)
    await ticketing.run_job("sla_due")
    [clock] = await clocks(ticketing, f"/v1/tickets/{made['id']}", "first_reply")
    assert (clock["verdict"], clock["breached_at"]) == ("breached", later(hours=8))
    told = [fact for fact in await ticketing.told("sla.breached.v1") if fact.subject == made["id"]]
    assert len(told) == 1


async def test_what_is_not_split(ticketing: ServiceUnderTest) -> None:
    one, other, closed = await a_ticket(ticketing), await a_ticket(ticketing), await a_closed_ticket(ticketing)
    message = await wrote(ticketing, one, "And the invoice?")
    [opening, _] = (await ticketing.get(f"/v1/tickets/{one}/messages"))["items"]
    both, path = [opening["id"], message["id"]], f"/v1/tickets/{one}/split"
    assert await refusal(ticketing, path, {"message_ids": both}) == (422, "nothing_left")
    assert await refusal(ticketing, path, {"message_ids": [str(uuid7())]}) == (422, "unknown_message")
    for ids in ([], [message["id"]] * 2, [str(uuid7()) for _ in range(101)], "all"):
        assert await refusal(ticketing, path, {"message_ids": ids}) == (422, "invalid")
    assert await refusal(ticketing, f"/v1/tickets/{closed}/split", {"message_ids": both}) == (409, "split_not_allowed")
    assert await refusal(ticketing, f"/v1/tickets/{uuid7()}/split", {"message_ids": both}) == (404, "not_found")
    await merged(ticketing, one, other)
    theirs = await refusal(ticketing, f"/v1/tickets/{other}/split", {"message_ids": [message["id"]]})
    assert theirs == (422, "unknown_message"), "what a merged ticket says stays its own"
    assert len((await ticketing.get("/v1/tickets"))["items"]) == 3
