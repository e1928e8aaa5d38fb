"""Writing on tickets, and what that does to them."""

import asyncio
from typing import Any

from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.fixtures.statements import noted, of_the_request
from tests.services.ticketing.facts import types

SOLVED = {"to": "solved", "resolution_code": "fixed"}
REPLY = {"body": "I call you at two.", "visibility": "public"}
NOTE = {"body": "She is angry.", "visibility": "internal"}
FROM_CUSTOMER = {"body": "Still slow!", "visibility": "public", "author": {"kind": "customer", "name": "Ana"}}


async def a_ticket(ticketing: ServiceUnderTest, **changes: Any) -> str:
    made = await ticketing.post("/v1/tickets", {"subject": "The export is slow", "type": "question", **changes})
    return f"/v1/tickets/{made['id']}"


async def test_what_a_reply_asks_of_the_database(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    # The first reply opens the ticket, fulfils a clock, and learns what groups promise.
    for most in (10, 4):
        with noted() as sent:
            await ticketing.post(f"{path}/messages", REPLY)
        asked = of_the_request(sent)
        assert len(asked) <= most, "\n".join(asked)


async def test_a_public_reply_opens_and_counts(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    staff_id = uuid7()
    async with ticketing.client_with("ticketing:tickets:write", staff_id=staff_id) as agent:
        answer = await agent.post(f"{path}/messages", json=REPLY)
    message = answer.json()
    assert answer.status_code == 201
    assert message["author"] == {"kind": "agent", "id": str(staff_id), "name": None}
    assert await ticketing.get(answer.headers["location"]) == message
    ticket = await ticketing.get(path)
    assert (ticket["status"], ticket["public_reply_count"]) == ("open", 1)
    assert ticket["first_replied_at"] == message["created_at"]
    ticketing.clock.advance(minutes=5)
    await ticketing.post(f"{path}/messages", REPLY)
    again = await ticketing.get(path)
    assert (again["first_replied_at"], again["public_reply_count"]) == (ticket["first_replied_at"], 2)
    told = [kind for kind in types(await ticketing.told()) if kind.startswith("ticket.")]
    assert told == [
        "ticket.created",
        "ticket.message_added",
        "ticket.status_changed",
        "ticket.updated",
        "ticket.message_added",
    ]
    assert "body" not in (await ticketing.told("ticket.message_added.v1"))[0].data


async def test_bots_systems_and_notes_are_no_reply(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    for body in (NOTE, REPLY | {"author": {"kind": "bot"}}, REPLY | {"author": {"kind": "system"}}):
        await ticketing.post(f"{path}/messages", body)
    ticket = await ticketing.get(path)
    assert (ticket["status"], ticket["first_replied_at"], ticket["public_reply_count"]) == ("new", None, 0)
    assert len((await ticketing.get(f"{path}/messages"))["items"]) == 3


async def test_a_customer_s_word_reopens_what_was_solved(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    await ticketing.post(f"{path}/transitions", SOLVED)
    ticketing.clock.advance(days=6)
    message = await ticketing.post(f"{path}/messages", FROM_CUSTOMER)
    ticket = await ticketing.get(path)
    assert path.endswith(message["ticket_id"])
    assert (ticket["status"], ticket["reopen_count"], ticket["solved_at"]) == ("open", 1, None)
    assert len(await ticketing.told("ticket.reopened.v1")) == 1


async def test_a_customer_s_word_ends_the_waiting_for_them(ticketing: ServiceUnderTest) -> None:
    path = await a_ticket(ticketing)
    for status, after in [("pending", "open"), ("on_hold", "on_hold")]:
        await ticketing.post(f"{path}/transitions", {"to": status})
        await ticketing.post(f"{path}/messages", FROM_CUSTOMER)
        assert (await ticketing.get(path))["status"] == after


async def test_a_customer_s_word_after_the_end_is_followed_up(ticketing: ServiceUnderTest) -> None:
    first = await a_ticket(ticketing, requester={"name": "Ana", "email": "ana@acme.example"})
    await ticketing.post(f"{first}/transitions", SOLVED)
    ticketing.clock.advance(days=8)
    late = FROM_CUSTOMER | {"channel": "email", "source_id": "<1@acme.example>"}
    answer = await ticketing.client.post(f"{first}/messages", json=late)
    message = answer.json()
    assert (answer.status_code, message["channel"]) == (201, "email")
    follow_up = await ticketing.get(f"/v1/tickets/{message['ticket_id']}")
    ended = await ticketing.get(first)
    assert (follow_up["parent_id"], follow_up["trace_id"]) == (ended["id"], ended["trace_id"])
    assert follow_up["subject"] == f"Follow-up to #{ended['number']}: The export is slow"
    assert (follow_up["status"], follow_up["requester"]) == ("new", ended["requester"])
    assert (ended["status"], ended["version"]) == ("solved", 2)
    await ticketing.run_job("close_solved_tickets")
    again = await ticketing.client.post(f"{first}/messages", json=late)
    assert (again.status_code, again.json()) == (200, message)
    second = await ticketing.post(f"{first}/messages", FROM_CUSTOMER)
    assert second["ticket_id"] not in (ended["id"], message["ticket_id"])
    assert len(await ticketing.told("ticket.created.v1")) == 3


async def test_one_source_is_one_message(ticketing: ServiceUnderTest) -> None:
    path, other = await a_ticket(ticketing), await a_ticket(ticketing)
    body = FROM_CUSTOMER | {"channel": "email", "source_id": "<2@acme.example>"}
    answers = await asyncio.gather(*(ticketing.client.post(f"{path}/messages", json=body) for _ in range(10)))
    assert sorted(answer.status_code for answer in answers) == [200] * 9 + [201]
    [message_id] = {answer.json()["id"] for answer in answers}
    for where, changed in [(path, body | {"body": "Other."}), (other, body)]:
        answer = await ticketing.client.post(f"{where}/messages", json=changed)
        assert (answer.status_code, answer.json()["code"]) == (409, "source_conflict")
        assert answer.json()["conflicting_id"] == message_id
    assert (await ticketing.client.post(f"{path}/messages", json=body | {"channel": "chat"})).status_code == 201
    assert len(await ticketing.told("ticket.message_added.v1")) == 2


async def test_one_source_on_two_tickets_at_once(ticketing: ServiceUnderTest) -> None:
    paths = [await a_ticket(ticketing) for _ in range(6)]
    body = FROM_CUSTOMER | {"channel": "email", "source_id": "<3@acme.example>"}
    answers = await asyncio.gather(*(ticketing.client.post(f"{path}/messages", json=body) for path in paths))
    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 5
    assert len(await ticketing.told("ticket.message_added.v1")) == 1


async def test_messages_of_nothing_and_of_other_tickets_are_not_found(ticketing: ServiceUnderTest) -> None:
    path, other = await a_ticket(ticketing), await a_ticket(ticketing)
    message = await ticketing.post(f"{path}/messages", NOTE)
    assert (await ticketing.client.get(f"{other}/messages/{message['id']}")).status_code == 404
    assert (await ticketing.client.get(f"/v1/tickets/{uuid7()}/messages")).status_code == 404
    assert (await ticketing.client.post(f"/v1/tickets/{uuid7()}/messages", json=NOTE)).status_code == 404
