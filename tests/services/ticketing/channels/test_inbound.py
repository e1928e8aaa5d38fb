"""Customers write in: to which ticket it goes, what it does there, and what is refused."""

import asyncio
import uuid
from typing import Any

from shared.contracts import story
from shared.contracts.onboarding import AccountCreated, ContactCreated
from shared.ids import uuid7
from tests.fixtures.services import ServiceUnderTest
from tests.services import erasing
from tests.services.ticketing.channels.writing import ANA, BEN, SOLVED, came, mail, replied

ACCOUNT = uuid.UUID(int=0x01A1F82F1E817A108C512F6D0B7E9A01)


async def bodies(desk: ServiceUnderTest, ticket_id: str) -> list[str]:
    return [item["body"] for item in (await desk.get(f"/v1/tickets/{ticket_id}/messages"))["items"]]


async def test_a_first_mail_opens_a_ticket(desk: ServiceUnderTest) -> None:
    asked = mail(occurred_at="2026-11-23T10:15:00Z", to="support@us.example")
    desk.clock.stop_at(desk.clock())
    answer = await desk.client.post("/v1/inbound/email", json=asked)
    said = answer.json()
    message, ticket = said["message"], said["ticket"]
    assert (answer.status_code, said["outcome"], said["threaded_by"]) == (201, "opened", None)
    assert await desk.get(answer.headers["location"]) == message
    assert (ticket["channel"], ticket["type"], ticket["status"]) == ("email", "question", "new")
    assert (ticket["subject"], ticket["requester"]["email"]) == ("The export is slow", "ana@acme.example")
    assert message["author"] == {"kind": "customer", "id": None, "name": "Ana"}
    assert (message["source_id"], message["occurred_at"]) == (asked["source_id"], asked["occurred_at"])
    assert message["delivery"] is None
    clocks = (await desk.get(f"/v1/tickets/{ticket['id']}/sla"))["items"]
    assert "first_reply" in {clock["metric"] for clock in clocks}


async def test_redelivered_three_times_it_is_one_message(desk: ServiceUnderTest) -> None:
    asked = mail()
    answers = [await desk.client.post("/v1/inbound/email", json=asked) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [201, 200, 200]
    assert len({answer.json()["message"]["id"] for answer in answers}) == 1
    assert answers[2].json()["outcome"] == "known"
    other = await desk.client.post("/v1/inbound/email", json=asked | {"body": "Other."})
    assert (other.status_code, other.json()["code"]) == (409, "source_conflict")
    assert other.json()["conflicting_id"] == answers[0].json()["message"]["id"]
    assert (await desk.client.post("/v1/inbound/chat", json=asked)).status_code == 201, "another channel's name"


async def test_redelivered_at_once_it_is_one_ticket(desk: ServiceUnderTest) -> None:
    asked = mail()
    answers = await asyncio.gather(*(desk.client.post("/v1/inbound/email", json=asked) for _ in range(8)))
    assert sorted(answer.status_code for answer in answers) == [200] * 7 + [201]
    assert len(await desk.told("ticket.created.v1")) == 1


async def test_two_mails_of_one_sender_at_once_are_one_conversation(desk: ServiceUnderTest) -> None:
    answers = await asyncio.gather(*(desk.client.post("/v1/inbound/email", json=mail()) for _ in range(8)))
    assert [answer.status_code for answer in answers] == [201] * 8
    assert len({answer.json()["ticket"]["id"] for answer in answers}) == 1


async def test_what_it_answers_comes_before_number_and_sender(desk: ServiceUnderTest) -> None:
    first = await came(desk)
    await desk.post(f"/v1/tickets/{first['ticket']['id']}/transitions", SOLVED)
    second = await came(desk, subject="Something else")
    assert second["outcome"] == "opened", "a solved ticket is no open conversation"
    third = await came(desk, source_id="third", **{"from": BEN}, subject="Ben's")
    number = second["ticket"]["number"]
    told = f"Re: [#{number}] hello"
    by_answer = await came(desk, in_reply_to=first["message"]["source_id"], subject=told)
    assert (by_answer["threaded_by"], by_answer["ticket"]["id"]) == ("in_reply_to", first["ticket"]["id"])
    assert by_answer["ticket"]["status"] == "open", "it was reopened"
    by_number = await came(desk, in_reply_to="<unheard@of.example>", subject=told)
    assert (by_number["threaded_by"], by_number["ticket"]["id"]) == ("number", second["ticket"]["id"])
    by_sender = await came(desk, **{"from": BEN | {"email": "BEN@acme.example"}}, subject="no number")
    assert (by_sender["threaded_by"], by_sender["ticket"]["id"]) == ("sender", third["ticket"]["id"])


async def test_an_answer_to_a_mail_of_ours_is_found_by_its_message_id(desk: ServiceUnderTest) -> None:
    ticket = (await came(desk))["ticket"]
    reply = await replied(desk, ticket["id"])
    for form in ("<{}@desk.example>", "{}@desk.example", "<{}@DESK.example>"):
        colleague = await came(desk, **{"from": BEN}, in_reply_to=form.format(reply["id"]))
        assert (colleague["threaded_by"], colleague["ticket"]["id"]) == ("in_reply_to", ticket["id"])
    later = await came(desk, **{"from": BEN}, subject=f"Re: [#{ticket['number']}]")
    assert later["threaded_by"] == "number", "who wrote on it takes part in it"


async def test_an_internal_note_cannot_be_answered(desk: ServiceUnderTest) -> None:
    ticket = (await came(desk))["ticket"]
    note = await replied(desk, ticket["id"], visibility="internal")
    answer = await came(desk, **{"from": BEN}, in_reply_to=f"<{note['id']}@desk.example>")
    assert answer["outcome"] == "opened"


async def test_a_stranger_s_number_opens_a_ticket_and_leaves_a_note(desk: ServiceUnderTest) -> None:
    ticket = (await came(desk))["ticket"]
    spoofed = await came(
        desk, **{"from": {"email": "eve@evil.example"}}, subject=f"Re: invoice [#{ticket['number']}]", body="Pay me."
    )
    assert (spoofed["outcome"], spoofed["ticket"]["id"] != ticket["id"]) == ("opened", True)
    assert await bodies(desk, ticket["id"]) == ["It takes an hour since Monday."]
    items = (await desk.get(f"/v1/tickets/{spoofed['ticket']['id']}/messages"))["items"]
    assert [(item["visibility"], item["author"]["kind"]) for item in items] == [
        ("public", "customer"),
        ("internal", "system"),
    ]
    assert f"#{ticket['number']}" in items[1]["body"]
    nothing = await came(desk, **{"from": {"email": "eve2@evil.example"}}, subject="[#999999999999999999]")
    assert len(await bodies(desk, nothing["ticket"]["id"])) == 1, "a number of no ticket is no claim"


async def test_a_second_message_ends_the_waiting_and_a_late_one_is_a_follow_up(desk: ServiceUnderTest) -> None:
    ticket = (await came(desk))["ticket"]
    await desk.post(f"/v1/tickets/{ticket['id']}/transitions", {"to": "pending"})
    assert (await came(desk))["ticket"]["status"] == "open"
    await desk.post(f"/v1/tickets/{ticket['id']}/transitions", SOLVED)
    desk.clock.advance(days=6)
    again = await came(desk, subject=f"Re: [#{ticket['number']}]")
    assert (again["ticket"]["id"], again["ticket"]["reopen_count"]) == (ticket["id"], 1)
    await desk.post(f"/v1/tickets/{ticket['id']}/transitions", SOLVED)
    desk.clock.advance(days=8)
    await desk.run_job("close_solved_tickets")
    late = await came(desk, subject=f"Re: [#{ticket['number']}]")
    assert (late["outcome"], late["ticket"]["parent_id"]) == ("added", ticket["id"])
    assert late["ticket"]["requester"]["email"] == "ana@acme.example"


async def test_what_is_automatic_opens_and_reopens_nothing_and_moves_no_clock(desk: ServiceUnderTest) -> None:
    ignored = await desk.client.post("/v1/inbound/email", json=mail(automatic=True))
    assert (ignored.status_code, ignored.json()["outcome"]) == (200, "ignored")
    assert ignored.json()["ticket"] is None
    assert await desk.told("ticket.created.v1") == []
    ticket = (await came(desk))["ticket"]
    await replied(desk, ticket["id"])
    await desk.post(f"/v1/tickets/{ticket['id']}/transitions", SOLVED)
    before = await desk.get(f"/v1/tickets/{ticket['id']}/sla")
    away = await came(desk, automatic=True, subject=f"Away Re: [#{ticket['number']}]")
    assert (away["outcome"], away["message"]["author"]["kind"]) == ("added", "bot")
    assert (away["ticket"]["status"], away["ticket"]["reopen_count"]) == ("solved", 0)
    after = await desk.get(f"/v1/tickets/{ticket['id']}/sla")
    unmoved = ("metric", "cycle", "state", "verdict", "due_at", "fulfilled_at")
    assert [{name: one[name] for name in unmoved} for one in after["items"]] == [
        {name: one[name] for name in unmoved} for one in before["items"]
    ]


async def test_a_bot_s_reply_stops_no_clock_and_is_not_sent(desk: ServiceUnderTest) -> None:
    ticket = (await came(desk))["ticket"]
    bot = await replied(desk, ticket["id"], author={"kind": "bot", "name": "Robo"})
    assert (bot["author"]["kind"], bot["delivery"]) == ("bot", None)
    clocks = {one["metric"]: one for one in (await desk.get(f"/v1/tickets/{ticket['id']}/sla"))["items"]}
    assert clocks["first_reply"]["state"] == "running"
    await replied(desk, ticket["id"])
    clocks = {one["metric"]: one for one in (await desk.get(f"/v1/tickets/{ticket['id']}/sla"))["items"]}
    assert clocks["first_reply"]["state"] == "fulfilled"


async def test_our_own_mail_that_comes_back_is_ignored(desk: ServiceUnderTest) -> None:
    reply = await replied(desk, (await came(desk))["ticket"]["id"])
    own = {"from": {"email": "Support@us.example"}}
    assert (await came(desk, **own))["outcome"] == "ignored"
    assert (await came(desk, source_id=f"<{reply['id']}@desk.example>"))["outcome"] == "ignored"


async def test_a_loop_is_refused_until_it_is_calm_again(desk: ServiceUnderTest) -> None:
    desk.clock.stop_at(desk.clock())
    for _ in range(20):
        await came(desk)
    refused = await desk.client.post("/v1/inbound/email", json=mail())
    assert (refused.status_code, refused.json()["code"]) == (429, "loop_suspected")
    assert refused.headers["retry-after"] == "600"
    assert (await came(desk, **{"from": BEN}))["outcome"] == "opened", "another sender is none of it"
    desk.clock.advance(minutes=10)
    assert (await came(desk))["outcome"] == "added"


async def test_the_sender_is_known_by_mail_address_or_phone(desk: ServiceUnderTest) -> None:
    account = AccountCreated.model_validate({**AccountCreated.example, "account_id": ACCOUNT})
    contact_id = uuid7()
    contact = ContactCreated.model_validate(
        {**story.ANA_CONTACT, "contact_id": contact_id, "account_id": ACCOUNT, "phone": "+47 55 50 19 37"}
    )
    await desk.deliver(account, contact)
    by_mail = (await came(desk, **{"from": {"email": contact.email.upper()}}))["ticket"]  # type: ignore[union-attr]
    assert (by_mail["requester"]["contact_id"], by_mail["account_id"]) == (str(contact_id), str(ACCOUNT))
    for number in ("0047 5550 1937", "+4755501937"):
        by_phone = await came(desk, "phone", **{"from": {"phone": number}})
        assert by_phone["ticket"]["requester"]["contact_id"] == str(contact_id)
    twin = {**contact.model_dump(), "contact_id": uuid7()}
    await desk.deliver(ContactCreated.model_validate(twin))
    both = (await came(desk, "web", **{"from": {"email": contact.email}}))["ticket"]
    assert both["requester"]["contact_id"] is None, "two have this address"


async def test_a_handle_of_a_channel_is_a_sender(desk: ServiceUnderTest) -> None:
    first = await came(desk, "social", **{"from": {"handle": "@ana"}}, subject=None)
    assert (first["ticket"]["subject"], first["ticket"]["channel"]) == ("(no subject)", "social")
    again = await came(desk, "social", **{"from": {"handle": "@ana"}})
    assert (again["threaded_by"], again["ticket"]["id"]) == ("sender", first["ticket"]["id"])
    assert (await came(desk, "chat", **{"from": {"handle": "@ana"}}))["outcome"] == "opened", "of another channel"


HOSTILE: list[tuple[dict[str, Any], list[str]]] = [
    ({"from": {"name": "Nobody"}}, ["body", "from"]),
    ({"from": {"email": "ana@acme.example", "admin": True}}, ["body", "from", "admin"]),
    ({"source_id": ""}, ["body", "source_id"]),
    ({"source_id": "x" * 201}, ["body", "source_id"]),
    ({"body": "nul \x00"}, ["body", "body"]),
    ({"subject": "s" * 999}, ["body", "subject"]),
    ({"occurred_at": "2099-01-01T00:00:00Z"}, ["body", "occurred_at"]),
    ({"attachments": [{"id": str(uuid7())}] * 21}, ["body", "attachments"]),
    ({"automatic": "yes"}, ["body", "automatic"]),
    ({"unheard": 1}, ["body", "unheard"]),
]


async def test_what_cannot_be_kept_is_refused(desk: ServiceUnderTest) -> None:
    for changes, where in HOSTILE:
        answer = await desk.client.post("/v1/inbound/email", json=mail(**changes))
        assert answer.status_code == 422, answer.text
        assert where in [error["loc"] for error in answer.json()["errors"]]
    assert await desk.told("ticket.created.v1", "ticket.message_added.v1") == []


async def test_a_subject_of_many_lines_is_one(desk: ServiceUnderTest) -> None:
    ticket = (await came(desk, subject="Hello\r\nBcc: eve@evil.example\u2028" + "x" * 500))["ticket"]
    assert ticket["subject"].startswith("Hello Bcc: eve@evil.example xxx")
    assert len(ticket["subject"]) == 200


async def test_only_channels_with_their_scope_take_anything(desk: ServiceUnderTest) -> None:
    for channel in ("survey", "api", "fax"):
        assert (await desk.client.post(f"/v1/inbound/{channel}", json=mail())).status_code == 422
    async with desk.client_with("ticketing:tickets:write") as agent:
        assert (await agent.post("/v1/inbound/email", json=mail())).status_code == 403
    async with desk.client_with("ticketing:inbound:write") as gateway:
        assert (await gateway.post("/v1/inbound/email", json=mail())).status_code == 201
        assert (await gateway.get("/v1/tickets")).status_code == 403


async def test_an_erased_person_is_in_nothing_that_came_in(desk: ServiceUnderTest) -> None:
    contact_id = uuid7()
    await desk.deliver(erasing.contact(contact_id, ACCOUNT))
    theirs = {"from": {"name": erasing.NAME, "email": erasing.EMAIL}}
    await came(desk, **theirs, body=erasing.WORDS, subject=erasing.WORDS)
    other = await came(desk, **{"from": ANA})
    await came(desk, **theirs, body=erasing.WORDS, in_reply_to=other["message"]["source_id"])
    by_phone = {"from": {"name": erasing.NAME, "phone": erasing.PHONE}}
    await came(desk, "phone", **by_phone, body=erasing.WORDS)
    await desk.deliver(erasing.request(contact_id, ACCOUNT))
    assert await erasing.erase_waiting(desk) == 1
    assert await erasing.left_of(desk, *erasing.TRACES, "4755501937") == []
    assert (await bodies(desk, other["ticket"]["id"]))[0] == "It takes an hour since Monday.", "Ana's own"
